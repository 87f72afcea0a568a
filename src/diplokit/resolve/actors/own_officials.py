"""Whose officials those are whom a story names without a state: as a rule those of its home, and whom they meet are others'.

Agencies write "Foreign Minister X" of their own and "Peruvian Foreign Minister Y" of others; a state has one president and
one foreign minister; and whoever receives the ambassadors to a state is of that state. Sources: the habits of newsrooms.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from diplokit import Document
from diplokit.vocabulary import Role, RoleStatus

from .cast import HEADS, OF_STATES, Cast, Holding, Member, state_of
from .home import Home
from .naming import Bodies
from .offices_of_states import civil_roles, long_ago, may_head, of_state
from .owners_told import sent_to
from .titles_beside import Borne

_ONE = HEADS | {Role.FOREIGN_MINISTER}
_MET = frozenset(
    "with meet met meets meeting counterpart between on to from told receive received receives host hosted hosts "
    "welcomed welcomes thanked congratulated invited invites called see sees visit".split()
)
"""The words before one who is met, called on, thanked …, and does not act."""
_PLAINLY = frozenset("with met meet meets meeting received receives receive hosted hosts".split())
_MEETING_THE = ("received the ", "met the ", "met with the ", "hosted the ", "welcomed the ", "talks with the ")
_WITH = frozenset("accompanied joined flanked".split())
"""What those of one state do with one another, before "by"."""
_SENT_BY = frozenset(
    "greetings regards message messages letter invitation wishes congratulations condolences behalf".split()
)
"""What is brought from one who is not there, before "of" and "from"."""
_BRINGS = (["conveyed"], ["conveys"], ["conveying"], ["delivered"], ["relayed"])
_FIRST_WORDS = 16
_NEXT = 12
"""How far behind one the state of the other may be named, between whom they talk."""
_BY_HOSTS = frozenset("welcomed received greeted hosted invited".split())
_BY_OWN = frozenset("accompanied attended joined flanked witnessed signed chaired headed".split())
"""What others do with one, and what a state's own officials do, before "by"."""
_NOT_HIGH = frozenset((Role.AMBASSADOR, Role.DIPLOMAT, Role.MILITARY_OFFICER, Role.OTHER, Role.SPOKESPERSON))
_NOT_HELD = frozenset((RoleStatus.FORMER, RoleStatus.DESIGNATE))


def calls_on(words: Sequence[str]) -> bool:
    """Whether the two words before one say that somebody calls on one: "called on", "calling on"."""
    return words[-1:] == ["on"] and words[0].startswith("call")


class OwnOfficials:
    """Who holds the offices of which a state has one, so far, and whose officials the others are.

    Attributes:
        spoken_for: The states of which the text names an official with the state.
        waits: Whether more can be told once what points back has been followed to whom it means.
    """

    def __init__(self, document: Document, cast: Cast, home: Home, bodies: Bodies) -> None:
        self._document, self._folded = document, document.folded
        self._bodies = bodies
        self._cast = cast
        self._home = home
        self.spoken_for: set[Member] = set()
        self.waits = False
        self._unknown = -1
        self._held: dict[tuple[Role, Member], Member] = {}
        self._host: Member | None = None
        self._side: Member | None = None
        self._latest: Member | None = None
        self._side_end = 0
        self._side_met = False
        self._followed = False
        self._persons: list[tuple[int, int]] = []  # where persons are meant, once somebody asks for it

    def begin(self, holders: Sequence[Member], *, followed: bool) -> None:
        """Take in what the text tells of the offices of these persons.

        Args:
            holders: The persons.
            followed: Whether what points back has been followed to whom it means.
        """
        self._followed = followed
        self._persons = []
        # Where the text begins to tell of counterparts; whose they are is not known before they have been followed.
        self._unknown = -1 if followed else self._folded.find("counterpart")
        told = [h for m in holders for h in m.offices if h.of is not None]
        self.spoken_for = {h.of for h in told if h.of and (h.role in OF_STATES or " to the " in h.title)}
        self._held = {}
        for member in holders:
            self.keep(member)
        self._side_end = 0
        self.waits = self._unknown >= 0
        sent = [h for m in holders for h in m.offices if h.role is Role.AMBASSADOR and h.of is not h.to]
        hosts = {h.to for h in sent if h.to is not None and h.to.state}
        alike = len(hosts) == 1 and len({h.of for h in sent if h.of is not None}) > 1
        self._host = hosts.pop() if alike else None

    def keep(self, member: Member) -> None:
        """Remember the offices of which a state has one, and who holds them."""
        for holding in member.offices:
            if holding.of is not None and holding.role in _ONE and holding.status not in _NOT_HELD:
                if long_ago(self._folded, holding.start):
                    continue
                self._held.setdefault((holding.role, holding.of), member)

    def stand(self, one: Borne) -> None:
        """Remember for which state the one who acts in a sentence stands, not whom he meets."""
        for holding in one.member.offices:
            if holding.of is not None and holding.of.state:
                self._latest = holding.of
                met = bool(self._meets(one, None, None))
                if not met or one.start >= self._side_end:
                    self._side_met = met
                    self._side, self._side_end = holding.of, self._document.sentence_at(one.start).end
                return

    def taken(self, state: Member, roles: Iterable[Role], member: Member) -> bool:
        """Whether somebody else holds one of these offices in a state, of which it has one, or it has none such."""
        for holding in member.offices:
            if holding.of is None and holding.role is Role.HEAD_OF_STATE:
                if not may_head(state, holding.title, holding.words):
                    return True
        roles = [] if all(h.status in _NOT_HELD for h in member.offices if h.of is None) else roles
        return any(self._held.get((role, state), member) is not member for role in roles)

    def state_of(self, one: Borne) -> Member | None:
        """The state in which somebody holds the offices of whom the text does not say it."""
        document, member = self._document, one.member
        held = [holding for holding in member.offices if holding.of is None]
        roles = frozenset([holding.role for holding in held])
        name = one.person.span.start
        if "visiting" in document.folded[max(0, one.start - 10) : name]:
            return None
        if roles <= _NOT_HIGH and not any(h.to is not None if h.role in OF_STATES else of_state(h) for h in held):
            return None
        opens = name < document.sentences[min(2, len(document.sentences) - 1)].end
        if not opens and len(one.person.value.parts) < 2:
            return None
        if 0 <= self._unknown < one.start:
            return None
        ranking = self._home.ranked()
        own = ranking.own or self._dateline(ranking.dateline) or self._host
        if any(holding.to is own for holding in held if holding.to is not None):
            return None  # an ambassador to it
        if self._home.told or own is None:
            # The one state of which a text speaks may also be the other one.
            alone = ranking.states[0] if ranking.alone and not ranking.elsewhere and self._unknown < 0 else None
            if alone is not None and (alone in self.spoken_for or self.taken(alone, roles, member)):
                alone = None
            if alone is not None and opens and len(one.person.value.parts) > 1:
                return None if self._meets(one, None, None) is not False or self._meets_own(one, alone) else alone
            if self._home.told:
                return None
        if own is not None and roles == {Role.FOREIGN_MINISTER}:
            roles = civil_roles(held, roles, own.code or "")
        side = self._side if one.start < self._side_end else None
        for state in (side, self._latest) if side is not None and self._goes_with(one) else ():
            if state is not None and not self.taken(state, roles, member):
                return state
        if self._folded.startswith("'s ", one.end) and self.words_before(one)[-1:] in _BRINGS:
            self.waits = True
            return side or self._subject_state(one)  # "the Minister conveyed President X's invitation"
        met = self._meets(one, side, own)
        if met is None:
            return None
        if met and not roles.isdisjoint(_ONE) and (host := sent_to(self.subject(one), member)) is not None:
            if not self.taken(host, roles, member):
                return host  # "The Omani Ambassador to Fiji met President X"
        if met and side is not None and self._side_met and not self.taken(side, roles, member):
            return side  # "met Prime Minister X and held talks with Deputy Prime Minister Y"
        if met and side is None:
            self.waits = True
            subject = self.subject(one)
            if subject is None and not self._followed:
                return None
            side = state_of(subject) if subject is not None else None
            if (
                subject is not None
                and len(self._cast.by_code) == 1
                and any(h.role is Role.IGO_HEAD for h in subject.offices)
            ):
                host = next(iter(self._cast.states))  # whom those of an international organisation visit
                return None if self.taken(host, roles, member) else host
        taken = own is not None and self.taken(own, roles, member)
        if not met and own is not None and self._meets_own(one, own):
            return None
        if met and own is None and side is not None and len(self._cast.by_code) == 2 and self._visits(one, held):
            # Of two states, whom an official of the one meets is of the other.
            other = next(state for state in self._cast.states if state is not side)
            return None if self.taken(other, roles, member) else other
        if met and side is not None and side is not own and not taken:
            return None if own is None or self._goes_elsewhere(one, own, side) else own
        if met or taken:
            others = [state for state in (self._cast.states if met else ranking.states) if state is not own]
            told = own is not None and (side is not None or own in self.spoken_for)
            if not told or len(others) != 1 or self._goes_elsewhere(one, own or others[0], others[0]):
                return None
            return None if self.taken(others[0], roles, member) else others[0]
        if self._unknown >= 0:
            return own
        if own is None and opens and roles <= HEADS and not ranking.elsewhere and len(self._cast.by_code) == 2:
            left = [state for state in self._cast.states if not self.taken(state, roles, member)]
            if len(left) == 1 and self._held.keys() & {(role, other) for role in HEADS for other in self._cast.states}:
                return left[0]  # the other has its own head
        if own is None and not self._side_end and opens and not ranking.elsewhere and len(self._cast.by_code) == 2:
            left = [state for state in self._cast.states if state not in self.spoken_for]
            return left[0] if len(left) == 1 else None
        return own

    def _goes_with(self, one: Borne) -> bool:
        """Whether one accompanies, or sends word by, the one who acts in the sentence: "conveyed the greetings of X"."""
        words = self.words_before(one)
        if len(words) < 2:
            return False
        return words[0] in _WITH if words[1] == "by" else words[1] in ("of", "from") and words[0] in _SENT_BY

    def _visits(self, one: Borne, held: Sequence[Holding]) -> bool:
        """Whether one is plainly met or called on, and holds the office still."""
        words = self.words_before(one)
        return (words[-1] in _PLAINLY or calls_on(words)) and not all(
            holding.status is RoleStatus.FORMER for holding in held
        )

    def _subject_state(self, one: Borne) -> Member | None:
        """The state of the one with whom the sentence begins, once what points back has been followed."""
        start, subject = self._document.sentence_at(one.start).start, self.subject(one)
        if subject is None or not any(0 <= place[0] - start < _FIRST_WORDS for place in subject.places):
            return None
        return state_of(subject)

    def subject(self, one: Borne) -> Member | None:
        """The person who is meant first in the sentence in which one is named, before that; pronouns once followed."""
        members = self._cast.members
        self._persons = self._persons or sorted(
            (place[0], number) for number, member in enumerate(members) if member.person for place in member.places
        )
        first = bisect_left(self._persons, (self._document.sentence_at(one.start).start,))
        found = self._persons[first : first + 1]
        return members[found[0][1]] if found and found[0][0] < one.start else None

    def _goes_elsewhere(self, one: Borne, own: Member, side: Member) -> bool:
        """Whether the sentence has gone to a third state before it comes to one: "left for Amman, where he met …"."""
        start = self._document.sentence_at(one.start).start
        codes = (None, own.code, side.code)
        starts, places = self._bodies.starts, self._bodies.mentions
        near = places[bisect_left(starts, start) : bisect_left(starts, one.start)]
        return any(m.kind == "place" and m.value.code not in codes for m in near)

    def _meets_own(self, one: Borne, own: Member) -> bool:
        """Whether the sentence says that one meets somebody of the own state: "received the Kyrgyz Prime Minister"."""
        folded, stop = self._folded, self._document.sentence_at(one.start).end
        starts, places = self._bodies.starts, self._bodies.mentions
        for mention in places[bisect_left(starts, one.end) : bisect_left(starts, stop)]:
            start = mention.span.start
            if self._bodies.meant.get(start) is own and folded.endswith(_MEETING_THE, 0, start):
                return True
        return False

    def words_before(self, one: Borne) -> list[str]:
        """The two words before one in the sentence."""
        start = max(self._document.sentence_at(one.start).start, one.start - 40)
        return self._folded[start : one.start].split()[-2:]

    def _dateline(self, state: Member | None) -> Member | None:
        """The state of the dateline, unless the text has to say whose its officials are, and not whose others are."""
        if self._unknown >= 0:
            return None
        ranking = self._home.ranked()
        if state in self.spoken_for:
            return state if ranking.clear and self.spoken_for.issuperset(ranking.states[:2]) else None
        return state

    def _meets(self, one: Borne, side: Member | None, own: Member | None) -> bool | None:
        """Whether one is met, called on, thanked … by another; nothing where that is not told."""
        words = self.words_before(one)
        word = words[-1].rstrip(",") if words else ""
        if word == "by":
            return None if words[0] not in _BY_HOSTS | _BY_OWN else words[0] in _BY_HOSTS
        if word in ("of", "from") and words[0] in _SENT_BY:
            return None
        if word in ("said", "that", "says"):
            if side is not None and side is not own:
                return None  # a foreigner may speak of one of his own
            if words[0] in ("he", "she") and side is None:
                self.waits = True
                subject = self.subject(one)
                if subject is None or any(h.of is not None and h.of is not own for h in subject.offices):
                    return None
        if word == "between" and self._folded.startswith(" and ", one.end):
            at = bisect_left(self._bodies.starts, one.end)
            if at < len(self._bodies.starts) and self._bodies.starts[at] - one.end < _NEXT:
                other = self._bodies.meant.get(self._bodies.starts[at])
                if other is not None and other.state and other is not own:
                    return False  # "talks between Prime Minister X and Kenyan President Y"
        if word == "and":
            return None if side is not None and side is not own else False
        return word in _MET
