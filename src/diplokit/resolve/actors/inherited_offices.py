"""Whose an office is where the text does not say it beside the title: told elsewhere, or inferred and marked as such."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from diplokit import Document, Mention, Mentions, Place
from diplokit.tables import table
from diplokit.vocabulary import Confidence, PlaceForm, Role

from .cast import OF_STATES, Cast, Holding, Member
from .home import Home
from .leading_titles import NEAR
from .naming import Bodies
from .offices import ONE_EACH
from .titles_beside import Borne

_THERE = (" to ", "visit ", "visits ", "visited ", " to the ", " in ", " in the ")
_START = attrgetter("span.start")
_INHERITED = OF_STATES | {Role.OTHER}
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

    def take(self, around: Sequence[Borne]) -> None:
        """Look, for every office without an owner, at the person's other offices, the neighbours, the sentence."""
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
        previous: Borne | None = None
        last: _Neighbour | None = None  # the previous one, once somebody asks for it
        for one in around:
            member = one.member
            if member not in still:
                previous, last = one, None
                continue
            if last is None and previous is not None:
                last = _neighbour(previous)
            low, high = one.start, one.end + NEAR
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
        listed = last is not None and last[0] >= sentence.start and folded[last[0] : one.start].strip() in _LISTED
        if last is not None and listed:
            shared = last[2]
            owner = shared.of if shared else None
            roles = {holding.role for holding in last[1].offices} & ONE_EACH
            if any(title.value.role in roles for title in one.titles):
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
                return self._bodies.meant[start], Confidence.POSSIBLE
        opens = one.person.span.start < self._document.sentences[min(2, len(self._document.sentences) - 1)].end
        guest = "visiting" in folded[max(0, one.start - 10) : one.person.span.start]
        if opens and not guest and len(one.person.value.parts) > 1 and not self._met(one, sentence.start):
            ranking = self._home.ranked()
            for state in (ranking.states[0] if ranking.alone else None, ranking.dateline):
                if state is not None and state not in self._spoken_for:
                    return state, Confidence.POSSIBLE
        return None, Confidence.CERTAIN

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
        return bool(before) and before[0] in (
            "with",
            "meet",
            "met",
            "and",
            "by",
            "meets",
            "meeting",
            "counterpart",
            "between",
        )


_Neighbour = tuple[int, Member, Holding | None]
"""Where a name with what stands around it ends, who it is, and the office of a state that is told there."""


def _neighbour(one: Borne) -> _Neighbour:
    for holding in one.member.offices:
        if holding.of is not None and holding.of.state and one.start <= holding.start <= one.end + NEAR:
            return one.end, one.member, holding
    return one.end, one.member, None
