"""Counterparts: who holds the same office elsewhere, "his Peruvian counterpart, X", and whom the word means without a name."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter

from diplokit.vocabulary import Confidence, Role

from .cast import Holding, Member
from .held_offices import holding_of, main_office, same_office
from .memory import Memory
from .persons_lately import met
from .pointers import Placed, Pointer

_HIS = frozenset((", his ", ", her ", ", their "))
_WHOSE = frozenset(("his", "her", "their", "its"))
_MET = (["met"], ["meets"], ["with"], ["and"], ["hosted"], ["by"])
_AND_HIS = (" and his ", " and her ", " met his ", " met her ", " met with his ", " met with her ")
_OF = (" of ", " of the ", " from ", " from the ", " in ", " in the ")


class Counterparts:
    """Finds whom "counterpart" means, and gives those named beside it the office of the one whose counterpart they are."""

    def __init__(
        self,
        memory: Memory,
        begins: Mapping[int, int],
        pointers: Sequence[Pointer],
        by_role: Mapping[Role, Sequence[Member]],
    ) -> None:
        self._memory = memory
        self._begins = begins
        self._pointers = pointers
        self._by_role = by_role

    def take(self, start: int, end: int, _: str) -> None:
        """Let X hold the same office in Peru: "his Peruvian counterpart, X"."""
        memory = self._memory
        folded = memory.document.folded
        sentence = memory.come_to(start)
        before = folded[max(0, start - 40) : start]
        last = memory.bodies[-1] if memory.bodies else None
        state = last.member if last and start - last.end == 1 and last.member.state else None
        following, after = self._name_after(start), end
        if following is not None and following[2].state and folded[end : following[0]] in _OF:
            state, after = following[2], following[1]  # "his counterpart of Peru, X"
            following = memory.name_from(after)
        whose = None
        if _WHOSE.isdisjoint(before.split()):
            if "'s " in before:
                whose = next((s.member for s in memory.persons[:-4:-1] if self._owns(s.end, start)), None)
            named = following is not None and following[2].person and following[0] - after < 2
            if whose is None and not (named and (state is not None or before.split()[-1:] in _MET)):
                return
        holding = self._like(whose, state, sentence, start)
        if last is not None and state is last.member and self._before_it(state, last.start, sentence):
            return
        if following is not None and following[0] - after < 40:
            person = following[2]
            begin = self._begins.get(following[0], following[0])
            if person.person and holding and folded[after:begin].strip(" ,") in ("", "from"):
                beyond = memory.name_from(following[1])
                if state is None and beyond and beyond[2].state and folded[following[1] : beyond[0]] in _OF:
                    state = beyond[2]  # "his counterpart X of Peru"
                same_office(person, holding, state, start)
            return
        if state is None:
            self._other(start, end)
            return
        held = (
            [m for m in self._by_role.get(holding.role, ()) if holding_of(m, holding.role, holding.words, state)]
            if holding
            else []
        )
        member = held[0] if len(held) == 1 else state
        memory.mean(member, start, end, "counterpart")
        memory.note(member, start, end, office=True)

    def _other(self, start: int, end: int) -> None:
        """Whom "her counterpart" means with no name and no state: the other one of the two who met."""
        memory = self._memory
        if not memory.document.folded.endswith((" his ", " her "), 0, start) or not memory.meant:
            return
        _, stop, owner = memory.meant[-1]
        others = [member for member in met(memory, 2) if member is not owner]
        if stop == start - 1 and len(others) == 1:
            memory.mean(others[0], start, end, "counterpart")
            memory.note(others[0], start, end, office=True)

    def _like(self, whose: Member | None, state: Member | None, sentence: int, start: int) -> Holding | None:
        """The office in which one is a counterpart: of the one told, else the first of the sentence, of another state."""
        memory = self._memory
        if whose is not None:
            return main_office(whose)
        topic = [memory.topic.member] if memory.topic else []
        for member in [*[s.member for s in memory.persons[-8:] if s.sentence == sentence], *topic]:
            holding = main_office(member)
            if holding is not None and (state is None or holding.of is not state):
                return holding
        at = bisect_left(self._pointers, start, key=itemgetter(0))
        for _, end, (sort, detail) in self._pointers[max(0, at - 3) : at]:
            if sort == "title" and memory.document.folded.startswith(_AND_HIS, end):
                title = detail[0].value  # "the Ghanaian President and his Togolese counterpart"
                return Holding(title.name, title.role, title.status, None, None, Confidence.LIKELY, start)
        return None

    def _before_it(self, state: Member, start: int, sentence: int) -> bool:
        """Let X hold the same office, where the name stands before: "X, his Peruvian counterpart"."""
        persons = self._memory.persons
        named = persons[-1] if persons else None
        if named is None or self._memory.document.folded[named.end : start] not in _HIS or not named.member.person:
            return False
        near = [s.member for s in persons[-6:] if sentence - s.sentence <= 1 and s.member is not named.member]
        held = {id(member): holding for member in near if (holding := main_office(member)) is not None}
        if len(held) == 1 and not named.member.offices:
            same_office(named.member, next(iter(held.values())), state, start)
        return True

    def _owns(self, end: int, start: int) -> bool:
        """Whether a name that ends here owns what begins there: "X's Peruvian counterpart"."""
        gap = self._memory.document.folded[end:start]
        return gap.startswith("'s ") and len(gap.split()) <= 3

    def _name_after(self, start: int) -> Placed | None:
        """The name after a pointer, if nothing else that points back stands between."""
        following = self._memory.next_name
        at = bisect_right(self._pointers, start, key=itemgetter(0))
        if following is None or (at < len(self._pointers) and self._pointers[at][0] < following[0]):
            return None
        return following
