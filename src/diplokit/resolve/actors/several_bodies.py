"""Several bodies that are meant together: "both blocs", "the two companies", "the two central banks".

Sources: the habits of news agencies; the words themselves stand with the other pointing words.
"""

from diplokit.vocabulary import ActorKind

from .cast import BLOCS, Member, tokens
from .collectives import those_known
from .memory import Memory

_NEAR = 8
"""How many sentences before they may have been named."""


def bodies(memory: Memory, start: int, end: int, sort: str) -> None:
    """Bodies of a sort that were named together, or the only ones of so many named lately."""
    known = those_known(memory, start)
    if known is None or known[0] is None:
        return
    number, begin, _ = known
    sentence = memory.come_to(start)
    noun = memory.document.folded[start:end]
    for members, last in ((memory.group, memory.group_sentence), (memory.subjects, memory.subjects_sentence)):
        if len(members) == number and sentence - last <= _NEAR and all(_fits(member, sort, noun) for member in members):
            memory.collective(members, begin, end)
            return
    recent: dict[Member, None] = {}
    for seen in memory.bodies[:-31:-1]:
        if sentence - seen.sentence > _NEAR:
            break
        if _fits(seen.member, sort, noun):
            recent[seen.member] = None
    if len(recent) == number:
        memory.collective(reversed(recent), begin, end)


def _fits(member: Member, sort: str, noun: str) -> bool:
    """Whether a member may be one of "the companies", "the banks" …"""
    if member.person or member.state:
        return False
    if sort == "bloc":
        return member.kind in BLOCS
    if sort == "company":
        return member.kind is ActorKind.COMPANY
    if sort == "named":
        head = noun.rsplit(maxsplit=1)[-1]
        singular = head[:-3] + "y" if head.endswith("ies") else head.removesuffix("s")
        return singular in tokens(member.name)
    return True
