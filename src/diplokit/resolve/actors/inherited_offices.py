"""Whose an office is where the text does not say it beside the title: told elsewhere, or inferred and marked as such."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter

from diplokit import Document, Mention, Mentions, Place
from diplokit.tables import table
from diplokit.vocabulary import Confidence, PlaceForm, Role, RoleStatus

from .cast import HEADS, OF_STATES, Cast, Holding, Member
from .home import Home
from .leading_titles import NEAR
from .naming import Bodies
from .offices import ONE_EACH
from .titles_beside import Borne

_THERE = (" to ", "visit ", "visits ", "visited ", " to the ", " in ", " in the ")
_START = attrgetter("span.start")
_ONE = HEADS | {Role.FOREIGN_MINISTER}
_INHERITED = OF_STATES | {Role.OTHER}
_MET = frozenset(
    "with meet met meets meeting counterpart between on to from told receive received receives host hosted hosts "
    "welcomed welcomes thanked congratulated invited invites called see sees visit".split()
)
"""The words before one who is met, called on, thanked …, and does not act."""
_VISITED = frozenset("with meet met meets meeting and by counterpart between on".split())
"""The words before one who is visited."""
_BY_HOSTS = frozenset("welcomed received greeted hosted invited".split())
_BY_OWN = frozenset("accompanied attended joined flanked witnessed signed chaired headed".split())
"""What others do with one, and what a state's own officials do, before "by"."""
_NOT_HIGH = frozenset((Role.AMBASSADOR, Role.DIPLOMAT, Role.MILITARY_OFFICER, Role.OTHER))
_COUNTERPART = 20
"""How far before a name an office may begin that the text tells by "his counterpart"."""
_LOOKED_AT = 4
"""Among how many of the states named last the one is looked for whose office it is."""
_LISTED = frozenset(("and", ",", ", and", "&", ";", "; and", "and his", "and her", "and the", ", the"))


@cache
def _of_one_state() -> dict[str, tuple[str, bool]]:
    """Titles that only one state gives, with its code and whether a portfolio may follow."""
    return {row["title"]: (row["code"], row["portfolio"] == "yes") for row in table("en/offices_of_one_state.tsv")}


def _state_of(title: str) -> str | None:
    """The code of the only state that gives a title, if there is one."""
    head, portfolio, _ = title.partition(" for ")
    code, more = _of_one_state().get(head, (None, False))
    return code if more or not portfolio else None


class Heirs:
    """Gives offices whose state the text does not name beside them the state that it names elsewhere."""

    def __init__(self, document: Document, cast: Cast, mentions: Mentions, bodies: Bodies, home: Home) -> None:
        self._cast = cast
        self._bodies = bodies
        self._document = document
        self._mentions = mentions
        self._home = home
        self._spoken_for: set[Member] = set()
        self._held: dict[tuple[Role, Member], Member] = {}
        self._side: Member | None = None
        self._side_end = 0
        self._followed = False

    def take(self, around: Sequence[Borne], *, followed: bool = False) -> None:
        """Look, for every office without an owner, at the person's other offices, the neighbours, the sentence.

        Args:
            around: What stands around each name.
            followed: Whether what points back has been followed to whom it means.
        """
        self._followed = followed
        holders = [member for member in dict.fromkeys([one.member for one in around]) if member.offices]
        lacking = [m for m in holders for h in m.offices if h.of is None and h.role in _INHERITED]
        if not lacking:
            return
        for member in lacking:
            if len(member.offices) > 1:
                self._from_other_offices(member)
        still = {m for m in lacking for h in m.offices if h.of is None and h.role in OF_STATES}
        if not still:
            return
        self._spoken_for = {h.of for m in holders for h in m.offices if h.of is not None and h.role in OF_STATES}
        self._held = {}
        for member in holders:
            self._keep(member)
        self._side_end = 0
        previous: Borne | None = None
        last: _Neighbour | None = None  # the previous one, once somebody asks for it
        for one in around:
            member = one.member
            if member not in still:
                previous, last = one, None
                self._stand(one)
                continue
            if last is None and previous is not None:
                last = _neighbour(previous)
            low, high = one.start - _COUNTERPART, one.end + NEAR
            for holding in member.offices:
                if holding.of is not None or holding.role not in OF_STATES or not low <= holding.start <= high:
                    continue  # known, or held elsewhere in the text
                code = _state_of(holding.title)
                owner, confidence = (
                    self._near(one, last) if code is None else (self._cast.by_code.get(code), Confidence.LIKELY)
                )
                holding.of, holding.confidence = owner, confidence if owner else holding.confidence
            previous, last = one, None
            if len(member.offices) > 1:
                last = _neighbour(one)  # as the text tells of it
                self._from_other_offices(member)
            self._keep(member)
            self._stand(one)

    def _keep(self, member: Member) -> None:
        """Remember the offices of which a state has one, and who holds them."""
        for holding in member.offices:
            if holding.of is not None and holding.role in _ONE and holding.status is not RoleStatus.FORMER:
                self._held.setdefault((holding.role, holding.of), member)

    def _stand(self, one: Borne) -> None:
        """Remember for which state the one who was named last in a sentence stands."""
        for holding in one.member.offices:
            if holding.of is not None and holding.of.state:
                self._side, self._side_end = holding.of, self._document.sentence_at(one.start).end
                return

    def _from_other_offices(self, member: Member) -> None:
        owners = [h.of if h.of.state else self._bodies.within.get(id(h.of)) for h in member.offices if h.of is not None]
        owner = next((state for state in owners if state is not None), None)
        if owner is None:
            return
        for holding in member.offices:
            if holding.of is None and holding.role in _INHERITED:
                holding.of, holding.confidence = owner, Confidence.LIKELY

    def _near(self, one: Borne, last: "_Neighbour | None") -> tuple[Member | None, Confidence]:
        folded = self._document.folded
        sentence = self._document.sentence_at(one.start)
        roles = frozenset([holding.role for holding in one.member.offices if holding.of is None])
        listed = last is not None and last[0] >= sentence.start and self._gap(last[0], one.start) in _LISTED
        if last is not None and listed:
            shared = last[2]
            owner = shared.of if shared else None
            if not (roles & ONE_EACH).isdisjoint([holding.role for holding in last[1].offices]):
                owner = None  # a state has one foreign minister
            if owner is not None or any(holding.role in OF_STATES for holding in last[1].offices):
                unsure = shared is not None and shared.confidence is Confidence.POSSIBLE
                return owner, Confidence.POSSIBLE if unsure else Confidence.LIKELY
        for mention in self._states_before(one.start, sentence.start):
            start, end = mention.span.start, mention.span.end
            if folded[end : one.start].strip() in ("and", "&"):
                continue
            before = folded[max(sentence.start, start - 8) : start]
            opens = start - sentence.start < 40 and before.endswith(("in ", "in the ", ", "))
            far = 200 if " including " in folded[end : one.start] else 80
            owns = mention.value.form is PlaceForm.ADJECTIVE and one.start - end < far and not self._in_title(start)
            city = before.endswith(", ") and self._document.text[start - 3].isalpha()
            there = city or before.endswith(_THERE)
            visited = there and self._met(one, sentence.start) and not listed
            if opens or owns or visited:
                if self._taken(self._bodies.meant[start], roles, one.member):
                    continue
                return self._bodies.meant[start], Confidence.POSSIBLE
        owner = self._at_home(one, roles)
        return owner, Confidence.POSSIBLE if owner else Confidence.CERTAIN

    def _at_home(self, one: Borne, roles: frozenset[Role]) -> Member | None:
        """The state in which somebody holds these offices of whom the text does not say it.

        Agencies name their own officials without their state. Those whom they meet, visit or call on are of the other
        state, if the text tells of two; those whom a foreigner meets are their own.
        """
        document = self._document
        name = one.person.span.start
        if "visiting" in document.folded[max(0, one.start - 10) : name] or roles <= _NOT_HIGH:
            return None
        opens = name < document.sentences[min(2, len(document.sentences) - 1)].end
        if not opens and len(one.person.value.parts) < 2:
            return None
        ranking = self._home.ranked()
        own = ranking.own or self._dateline(ranking.dateline)
        if self._home.told or own is None:
            # The one state of which a text speaks may also be the other one.
            alone = ranking.states[0] if ranking.alone and not ranking.elsewhere else None
            if alone is not None and opens and len(one.person.value.parts) > 1 and alone not in self._spoken_for:
                return None if self._meets(one, None) is not False else alone
            if self._home.told:
                return None
        side = self._side if one.start < self._side_end else None
        met = self._meets(one, side)
        if met is None:
            return None
        taken = own is not None and self._taken(own, roles, one.member)
        if met and side is not None and side is not own and not taken:
            return own
        if met or taken:
            others = [state for state in (self._cast.states if met else ranking.states) if state is not own]
            told = own is not None and (side is not None or own in self._spoken_for)
            return others[0] if told and len(others) == 1 and not self._taken(others[0], roles, one.member) else None
        if own is None and side is None and opens and not ranking.elsewhere:
            left = [state for state in ranking.states if state not in self._spoken_for]
            return left[0] if len(left) == 1 and len(self._cast.by_code) == 2 else None
        return own

    def _dateline(self, state: Member | None) -> Member | None:
        """The state of the dateline, unless the text has to say whose its officials are, and not whose others are."""
        if not self._followed and "counterpart" in self._document.folded:
            return None  # whose these are is not known yet
        ranking = self._home.ranked()
        if state in self._spoken_for:
            return state if ranking.clear and self._spoken_for.issuperset(ranking.states[:2]) else None
        return state

    def _meets(self, one: Borne, side: Member | None) -> bool | None:
        """Whether one is met, called on, thanked … by another; nothing where that is not told."""
        folded = self._document.folded
        words = folded[max(self._document.sentence_at(one.start).start, one.start - 40) : one.start].split()[-2:]
        word = words[-1].rstrip(",") if words else ""
        if word == "by":
            return None if words[0] not in _BY_HOSTS | _BY_OWN else words[0] in _BY_HOSTS
        if word == "and":
            return None if side is not None else False
        return word in _MET

    def _taken(self, state: Member, roles: Iterable[Role], member: Member) -> bool:
        """Whether somebody else holds one of these offices in a state, of which it has one."""
        return any(self._held.get((role, state), member) is not member for role in roles)

    def _gap(self, end: int, start: int) -> str:
        """What stands between a name and the titles before the next, without "of Jordan" after the first."""
        folded = self._document.folded
        if folded.startswith(" of ", end):
            at = bisect_left(self._bodies.starts, end)
            if at < len(self._bodies.starts) and self._bodies.starts[at] - end in (4, 8):
                end = min(start, self._bodies.mentions[at].span.end)
                return folded[end:start].strip().strip(",")
        return folded[end:start].strip()

    def _states_before(self, stop: int, start: int) -> Iterator[Mention[Place]]:
        """The last states that are named before `stop`, the last one first, as far as `start`."""
        bodies, left = self._bodies, _LOOKED_AT
        for at in range(bisect_left(bodies.starts, stop) - 1, -1, -1):
            begin = bodies.starts[at]
            if begin < start or left == 0:
                return
            mention = bodies.mentions[at]
            member = bodies.meant.get(begin)
            if member is not None and member.state and mention.kind == "place":
                left -= 1
                yield mention

    def _in_title(self, start: int) -> bool:
        """Whether a title begins here: in "Peruvian President" it tells whose that office is."""
        titles = self._mentions.of("title")
        at = bisect_left(titles, start, key=_START)
        return at < len(titles) and titles[at].span.start == start

    def _met(self, one: Borne, start: int) -> bool:
        before = self._document.folded[start : one.start].split()[-1:]
        return bool(before) and before[0].rstrip(",") in _VISITED


_Neighbour = tuple[int, Member, Holding | None]
"""Where a name with what stands around it ends, who it is, and the office of a state that is told there."""


def _neighbour(one: Borne) -> _Neighbour:
    for holding in one.member.offices:
        if holding.of is not None and holding.of.state and one.start <= holding.start <= one.end + NEAR:
            return one.end, one.member, holding
    return one.end, one.member, None
