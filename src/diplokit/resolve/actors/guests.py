"""Whom "the visitor", "the guest" and "the Finnish guest" mean: the one who came from another state."""

from collections.abc import Sequence

from .cast import Member, state_of
from .home import Home
from .memory import KEPT, Memory
from .persons_lately import lately

_OTHERS = tuple(
    " of| list| worker| house| speaker| country| visa| centre| center| book| room| numbers| arrivals| team| player|"
    " artist| star| relationship| nation| at |-|s|'s book".split("|")
)
"""What follows "guest" and "visitor" where no statesman is meant."""
_COMES = (" visit", " arriv", " trip ", " tour ")
_RECEIVED = frozenset(
    ("received", "welcomed", "greeted", "hosted", "met", "met with", "held talks with", "will receive", "will meet")
)
"""What a host does to a guest."""
_FAR = 8
"""For how many sentences one is spoken of as a guest."""


class Guests:
    """Follows "the visitor" and "the guest" to the person.

    Attributes:
        memory: What is known of the past.
        home: Finds the states in which a text may be at home.
    """

    def __init__(self, memory: Memory, home: Home) -> None:
        self.memory = memory
        self.home = home

    def take(self, start: int, end: int, _: str) -> None:
        """Follow one such word, if "the" or "the Finnish" stands before it."""
        memory = self.memory
        folded = memory.document.folded
        if folded.startswith(_OTHERS, end):
            return
        memory.come_to(start)
        recent = [member for member in lately(memory, _FAR) if member.person]
        last = memory.persons[-1] if memory.persons else None
        if last is not None and folded[last.end : max(last.end, start - 4)].strip() in _RECEIVED:
            recent = [member for member in recent if member is not last.member]  # "A received the visitor"
        begin, guest = start, None
        if folded.startswith("the ", start - 4):
            begin, guest = start - 4, self._foreigner(recent) or self._comer(recent)
        elif memory.bodies and memory.bodies[-1].end == start - 1 and memory.bodies[-1].member.state:
            state = memory.bodies[-1]
            if folded.startswith("the ", state.start - 4):
                begin = state.start - 4
                guest = next((member for member in recent if state_of(member) is state.member), None)
        if guest is not None:
            memory.mean(guest, begin, end, "guest")
            memory.note(guest, begin, end, office=True)

    def _foreigner(self, recent: Sequence[Member]) -> Member | None:
        """The only one who holds an office of another state than that of the text."""
        ranking = self.home.ranked()
        homes = [state for state in (ranking.own, ranking.dateline) if state is not None] or ranking.states[:1]
        foreign = [member for member in recent if (state := state_of(member)) is not None and state not in homes]
        return foreign[0] if len(foreign) == 1 else None

    def _comer(self, recent: Sequence[Member]) -> Member | None:
        """The last one of whose visit the text has told, directly after the name."""
        persons, folded = self.memory.persons, self.memory.document.folded
        for at in range(len(persons) - 1, max(-1, len(persons) - KEPT), -1):
            seen = persons[at]
            if seen.member not in recent:
                continue
            stop = persons[at + 1].begin if at + 1 < len(persons) else seen.end + 80
            if any(word in folded[seen.end : min(stop, seen.end + 80)] for word in _COMES):
                return seen.member
        return None
