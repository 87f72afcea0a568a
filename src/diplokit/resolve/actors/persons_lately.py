"""Who was meant in the last sentences of a text, and who met whom there."""

from .cast import Member
from .memory import KEPT, Memory
from .seen import Seen


def lately(memory: Memory, sentences: int) -> dict[Member, None]:
    """Those who were meant as persons in the last so many sentences, the last one first."""
    recent: dict[Member, None] = {}
    for seen in memory.persons[: -KEPT - 1 : -1]:
        if memory.sentence - seen.sentence > sentences:
            break
        recent[seen.member] = None
    return recent


def met(memory: Memory, wanted: int) -> tuple[Member, ...]:
    """The persons of whom alone one of the last sentences tells, the first as its subject: "A met B in Lima"."""
    told: dict[int, list[Seen]] = {}
    for seen in memory.persons[:-25:-1]:
        ago = memory.sentence - seen.sentence
        if ago > _LATELY:
            break
        if ago and seen.member.person:
            told.setdefault(seen.sentence, []).append(seen)
    for row in told.values():
        members = dict.fromkeys([seen.member for seen in reversed(row)])
        if len(members) == wanted and memory.leads(row[-1]):
            return tuple(members)
    return ()


_LATELY = 5
"""How many sentences ago those met at most whom "the two leaders" means although others were named since."""
