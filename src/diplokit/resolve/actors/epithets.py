"""Whom "the Brazilian diplomat" and "the veteran leftist" mean: one who was named lately and may be called so.

Sources: the habits of news agencies, which vary the names of those they tell of; the words stand with the other pointing
words.
"""

from diplokit.vocabulary import Role

from .cast import HEADS, state_of
from .memory import Memory
from .persons_lately import lately

_FITTING = {
    "diplomat": frozenset(
        (Role.AMBASSADOR, Role.DIPLOMAT, Role.ENVOY, Role.FOREIGN_MINISTER, Role.DEPUTY_MINISTER, Role.IGO_HEAD)
    ),
    "politician": HEADS
    | {Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEPUTY_HEAD, Role.LEGISLATOR, Role.SUBNATIONAL_HEAD},
}
"""The offices of those who are called so."""
_GOES_ON = (" of ", "-", " who ", " whose ", " and ")
_FAR = 4
"""In how many sentences before one was named who is called so."""
_WIDE = 40
_EARLIER = 700


def epithet(memory: Memory, start: int, end: int, sort: str) -> None:
    """The person named lately, of the state that is told before the word: "the (veteran) (Brazilian) diplomat"."""
    folded = memory.document.folded
    begin = folded.rfind("the ", max(0, start - _WIDE), start)
    if begin < 0 or folded.startswith(_GOES_ON, end) or (begin and folded[begin - 1].isalnum()):
        return
    between = folded[begin + 4 : start]
    if between.count(" ") > 2 or any(mark in between for mark in ",.;:'\""):
        return
    memory.come_to(start)
    state = next((seen.member for seen in memory.bodies[-2:] if begin < seen.begin < start and seen.member.state), None)
    if state is None and (between and not between.startswith(_KNOWN)):
        return
    if _unnamed_before(folded, begin, folded[start:end]):
        return
    roles = _FITTING[sort]
    fitting = [
        member
        for member in lately(memory, _FAR)
        if member.person
        and any(held.role in roles for held in member.offices)
        and (state is None or state_of(member) is state)
    ]
    if len(fitting) > 1 and memory.topic is not None:
        fitting = [member for member in fitting if member is memory.topic.member]
    if len(fitting) == 1:
        memory.mean(fitting[0], begin, end, "epithet")
        memory.note(fitting[0], begin, end, office=True)


_KNOWN = ("veteran ", "former ", "seasoned ", "outspoken ", "career ", "leftist ", "conservative ", "populist ")


def _unnamed_before(folded: str, begin: int, word: str) -> bool:
    """Whether one was told of without a name just before: "a Western diplomat said"."""
    at = folded.rfind(f" {word} ", max(0, begin - _EARLIER), begin)
    return at >= 0 and not {"a", "an", "one", "another"}.isdisjoint(folded[max(0, at - 30) : at].split())
