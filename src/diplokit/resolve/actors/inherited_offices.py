"""Whose an office is where the text does not say it beside the title: told elsewhere, or inferred and marked as such."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from diplokit import Document, Mention, Mentions, Place
from diplokit.vocabulary import Confidence, PlaceForm, Role
from diplokit.wordlists import PLACES, PlaceWord

from .cast import OF_STATES, Cast, Holding, Member
from .home import Home
from .leading_titles import NEAR
from .naming import Bodies
from .offices import ONE_EACH
from .offices_of_states import of_state, only_realm, only_state
from .own_officials import OwnOfficials, calls_on
from .owners_told import owner_told
from .pointing_words import owned_by_land
from .titles_beside import Borne
from .whereabouts import Whereabouts, told_of

_FROM = (" from ", " of ", " from the ", " of the ")
_CUSTODIAN = ("custodian of the two holy mosques ", "custodian of the two holy mosques, ")
_THERE = (" to ", "visit ", "visits ", "visited ", " to the ", " in ", " in the ")
_START = attrgetter("span.start")
_INHERITED = OF_STATES | {Role.OTHER}
_VISITED = frozenset("with meet met meets meeting by counterpart counterpart, on".split())
"""The words before one who is visited."""
_PLAINLY = frozenset("with meet met meets meeting see sees".split())
_MET = frozenset("meet meets met meeting counterpart received receives welcomed hosted visited greeted told".split())
_BEGIN = attrgetter("start")
_LATELY = 4
"""For how many sentences one is where the text said to go."""
_COUNTERPART = 20
"""How far before a name an office may begin that the text tells by "his counterpart"."""
_LOOKED_AT = 4
"""Among how many of the states named last the one is looked for whose office it is."""
_LISTED = frozenset(("and", ",", ", and", "&", ";", "; and", "and his", "and her", "and the", ", the"))


class Heirs:
    """Gives offices whose state the text does not name beside them the state that it names elsewhere."""

    def __init__(self, document: Document, cast: Cast, mentions: Mentions, bodies: Bodies, home: Home) -> None:
        self._cast = cast
        self._bodies = bodies
        self._document = document
        self._mentions = mentions
        self._home = home
        self._own = OwnOfficials(document, cast, home, bodies)
        self._where = Whereabouts(document, cast, bodies)
        self._around: Sequence[Borne] = ()
        self._persons: list[Member] = []  # once they have been looked at first
        self._waits = False  # whether somebody's office cannot be told before what points back has been followed
        self._left = 0, 0  # how many hold offices, and how many offices were left without an owner

    def take(self, around: Sequence[Borne], *, followed: bool = False) -> None:
        """Look, for every office without an owner, at the person's other offices, the neighbours, the sentence.

        Args:
            around: What stands around each name.
            followed: Whether what points back has been followed to whom it means.
        """
        self._persons = self._persons or list(dict.fromkeys([one.member for one in around]))
        holders = [member for member in self._persons if member.offices]
        lacking = _lacking(holders)
        self._around = around
        if not lacking or (followed and not self._waits and self._left == (len(holders), len(lacking))):
            return  # nobody has come to know more since the first time
        for member in lacking:
            if len(member.offices) > 1:
                self._from_other_offices(member)
        still = {m for m in lacking for h in m.offices if h.of is None and of_state(h)}
        if not still:
            self._left = len(holders), len(_lacking(holders))
            return
        own = self._own
        own.begin(holders, followed=followed)
        previous: Borne | None = None
        last: _Neighbour | None = None  # the previous one, once somebody asks for it
        for one in around:
            member = one.member
            if member not in still:
                previous, last = one, None
                own.stand(one)
                continue
            if last is None and previous is not None:
                last = _neighbour(previous)
            low, high = one.start - _COUNTERPART, one.end + NEAR
            for holding in member.offices:
                if holding.of is not None or not low <= holding.start <= high or not of_state(holding):
                    continue  # known, or held elsewhere in the text
                code = only_state(holding, self._cast, self._home)
                if code is not None:
                    owner, confidence = self._cast.by_code.get(code), Confidence.LIKELY
                else:
                    owner, confidence = self._near(one, previous, last)
                    if owner is None and (owner := only_realm(holding, self._cast, self._home)) is not None:
                        taken = self._own.taken(owner, (holding.role,), member) or self._where.beyond(one)
                        owner, confidence = None if taken else owner, Confidence.POSSIBLE
                holding.of, holding.confidence = owner, confidence if owner else holding.confidence
            previous, last = one, None
            if len(member.offices) > 1:
                last = _neighbour(one)  # as the text tells of it
                self._from_other_offices(member)
            own.keep(member)
            own.stand(one)
        if not followed:
            self._left = len(holders), len(_lacking(holders))
            self._waits = self._waits or own.waits

    def _from_other_offices(self, member: Member) -> None:
        owners = [h.of if h.of.state else self._state_within(h.of) for h in member.offices if h.of is not None]
        owner = next((state for state in owners if state is not None), None)
        if owner is None:
            return
        for holding in member.offices:
            if holding.of is None and holding.role in _INHERITED:
                holding.of, holding.confidence = owner, Confidence.LIKELY

    def _state_within(self, body: Member) -> Member | None:
        """The state of a ministry, a parliament …, and of a party whose name begins with it: "Lao People's … Party"."""
        state = self._bodies.within.get(id(body))
        if state is None and body.places and "party" in body.name.lower():
            start, end = body.places[0][:2]
            hits = self._document.starting(PLACES)
            for at in (start, self._document.folded.rfind(" of ", start, end) + 4):
                hit = hits.get(at)
                if hit is not None and hit.end <= end and isinstance(hit.meaning, PlaceWord):
                    state = state or self._cast.by_code.get(hit.meaning.places[0].code or "")
        return state

    def _near(self, one: Borne, previous: Borne | None, last: "_Neighbour | None") -> tuple[Member | None, Confidence]:
        folded = self._document.folded
        told = owner_told(self._document, self._bodies, self._cast, one)
        if told is not None:
            return told, Confidence.LIKELY
        if folded.endswith(_CUSTODIAN, 0, one.start):
            return self._cast.by_code.get("SAU"), Confidence.LIKELY
        if owned_by_land(folded, one.start):
            self._waits = True
            return self._meant_before(one.start - 3), Confidence.LIKELY
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
        words = self._own.words_before(previous if last and listed and previous and last[2] is None else one)
        met = _met(words)
        gone = set() if met else self._gone(one)
        owned = folded.startswith("'", one.end)
        hosted = met and not owned and (_plainly(words) or words[-1].startswith("counterpart"))
        if hosted and _plainly(words) and (scene := self._scene(one, roles)) is not None:
            return scene, Confidence.POSSIBLE
        led = folded.endswith(("led by ", "headed by "), 0, one.start)
        for mention in self._states_before(one.start, sentence.start):
            start, end = mention.span.start, mention.span.end
            if folded[end : one.start].strip() in ("and", "&"):
                continue
            before = folded[max(sentence.start, start - 8) : start]
            opens = start - sentence.start < 40 and before.endswith(("in ", "in the ", ", "))
            far = 200 if " including " in folded[end : one.start] else 80
            owns = mention.value.form is PlaceForm.ADJECTIVE and one.start - end < far and not self._in_title(start)
            owns = owns and _MET.isdisjoint(folded[end : one.start].split())  # "the Finnish guest met Minister X"
            city = before.endswith(", ") and self._document.text[start - 3].isalpha()
            owns = owns or (led and before.endswith(_FROM) and "delegation" in folded[max(0, start - 40) : start])
            there = city or (before.endswith(_THERE) and not told_of(folded, start))
            visited = there and met and not listed and not self._acts_for(one, self._bodies.meant[start])
            if opens or owns or visited:
                if self._bodies.meant[start] in gone or self._own.taken(self._bodies.meant[start], roles, one.member):
                    continue
                return self._bodies.meant[start], Confidence.POSSIBLE
        owner = self._own.state_of(one) or (self._visited(one, roles) if hosted else None)
        owner = None if owner in gone or (owner is not None and self._goes_there(one, owner)) else owner
        return owner, Confidence.POSSIBLE if owner else Confidence.CERTAIN

    def _acts_for(self, one: Borne, state: Member) -> bool:
        """Whether the one who meets somebody holds an office of a state: whom the German minister meets is no German."""
        subject = self._own.subject(one)
        return subject is not None and any(holding.of is state for holding in subject.offices)

    def _goes_there(self, one: Borne, state: Member) -> bool:
        """Whether the text says elsewhere that one goes to a state: no official of that state does."""
        others = [other for other in self._around if other.member is one.member and other is not one]
        return any(state in self._gone(other) for other in others[:_LOOKED_AT])

    def _scene(self, one: Borne, roles: frozenset[Role]) -> Member | None:
        """The state in whose capital one is met, if those who meet are not at home there."""
        scene = self._where.scene(one)
        if scene is None or roles.isdisjoint(OF_STATES) or self._own.taken(scene[0], roles, one.member):
            return None
        state, opens = scene
        subject = self._own.subject(one)
        known = [holding.of for holding in subject.offices if holding.of is not None] if subject else []
        return state if state not in known and (known or (opens and subject)) else None

    def _gone(self, one: Borne) -> set[Member]:
        """The states to which the sentence says that one goes."""
        around, folded = self._around, self._document.folded
        at = bisect_left(around, one.start, key=_BEGIN)
        sentence, end = self._document.sentence_at(one.start), one.end
        stop = sentence.end
        for other in around[at + 1 : at + 4]:
            if folded[end : other.start].strip() not in _LISTED:
                stop = other.start
                break
            end = other.end
        first = at == 0 or around[at - 1].start < sentence.start
        return self._where.bound_for(one, stop, first=first)

    def _visited(self, one: Borne, roles: frozenset[Role]) -> Member | None:
        """The state to which the text said that the one goes who meets somebody: "X flew to Lima. He met President Y"."""
        subject = self._own.subject(one)
        if subject is None:
            self._waits = True
            return None
        starts, around = self._document.sentence_starts, self._around
        low = starts[max(0, bisect_left(starts, one.start) - _LATELY)]
        before = around[bisect_left(around, low, key=_BEGIN) : bisect_left(around, one.start, key=_BEGIN)]
        for other in reversed(before):
            if other.member is not subject:
                continue
            for state in self._gone(other):
                own = any(holding.of is state for holding in subject.offices)
                if not own and not self._own.taken(state, roles, one.member):
                    return state
        return None

    def _meant_before(self, end: int) -> Member | None:
        """The state that "the country" means which ends here, once that has been followed."""
        return next((s for s in self._cast.states if any(place[1] == end for place in s.places)), None)

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


def _met(before: Sequence[str]) -> bool:
    """Whether the two words before one say that somebody meets one."""
    invited = before[:1] == ["invitation"] and before[-1] in ("of", "from")
    return invited or not _VISITED.isdisjoint(before[-1:])


def _plainly(before: Sequence[str]) -> bool:
    """Whether the two words before one say so without doubt."""
    return calls_on(before) or not _PLAINLY.isdisjoint(before[-1:])


def _lacking(holders: Sequence[Member]) -> list[Member]:
    """Those who hold an office of which it is not known whose it is, once for each."""
    return [m for m in holders for h in m.offices if h.of is None and (h.role in _INHERITED or of_state(h))]


_Neighbour = tuple[int, Member, Holding | None]
"""Where a name with what stands around it ends, who it is, and the office of a state that is told there."""


def _neighbour(one: Borne) -> _Neighbour:
    end = one.end
    if one.titles:
        span = one.titles[-1].span
        end = max(end, one.ends.get(span.start, span.end))
    for holding in one.member.offices:
        if holding.of is not None and holding.of.state and one.start <= holding.start <= one.end + NEAR:
            return end, one.member, holding
    return end, one.member, None
