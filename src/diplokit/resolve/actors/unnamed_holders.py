"""Those who hold an office in several states and are not named: "the leaders of Peru and Chile", "Greek and Thai ministers"."""

from collections.abc import Sequence

from .cast import Member, side
from .memory import Memory
from .pointers import Placed

_OF = (" of the ", " from the ", " of ", " from ")
_AND = frozenset((" and ", ", ", ", and ", " and the ", ", the ", ", and the ", " & "))
_LISTED = frozenset((" and ", ", ", ", and "))
_JOINS = (" and ", " and the ", ", and the ", " as well as the ")
"""What stands between two such phrases: "the Presidents of A and B and the Prime Ministers of C and D"."""
_OTHERS = ("counterparts", "men", "women")
"""Words that do not tell of those who act for a state."""
_WITH = ("with ", "to ", "met ", "hosted ", "received ", "welcomed ", "invited ", "told ", "joined ", "thanked ")
_NAMED = ",(:-"
_APART = 45
_ALIKE = frozenset(("leaders", "heads", "states"))


def unnamed_holders(memory: Memory, start: int, end: int, sort: str) -> bool:
    """Take the states whose leaders, ministers … are told as meant together, if no name of any of them follows."""
    folded, text = memory.document.folded, memory.document.text
    if folded.startswith(_OF, end):
        names = _after(memory, end)
        begin = start
    elif text[folded.rfind(" ", 0, start - 1) + 1].isupper():
        memory.come_to(start)
        names = _before(memory, start)
        begin = names[0][0] if names else start
    else:
        return False
    if len(names) < 2 or folded.startswith(_OTHERS, start) or " and" not in folded[names[-2][1] : names[-1][0]]:
        return False
    if not memory.may_lead(begin) and folded[max(0, begin - 16) : begin].removesuffix("the ").endswith(_WITH):
        return False  # the one who meets them is of them too
    stop = max(end, names[-1][1])
    following = memory.name_from(stop)
    if folded.startswith("'", stop) or (
        following is not None
        and following[2].person
        and following[0] - stop < _APART
        and (folded[stop] in _NAMED or following[0] == stop + 1)
    ):
        return False
    told, _, before = memory.unnamed
    joined = told if folded[before:begin] in _JOINS else ()
    members = tuple(dict.fromkeys([*joined, *[member for _, _, member in names]]))
    if len(members) < 2:
        return False
    memory.come_to(max(start, names[-1][0]))
    memory.together(members, memory.sentence, begin)
    for member in members if begin < start else ():
        memory.mean(member, start, end, "collective")  # "Greek and Thai| ministers"
    memory.unnamed = members, sort, stop
    return True


def _after(memory: Memory, end: int) -> Sequence[Placed]:
    """The states and blocs of a list after "of"."""
    folded = memory.document.folded
    found: list[Placed] = []
    while (name := memory.name_from(end)) is not None:
        gap = folded[end : name[0]]
        if gap not in (_AND if found else _OF) or not side(name[2]) or _adjective(name[2], name[0]):
            break
        found.append(name)
        end = name[1]
    return found


def _before(memory: Memory, start: int) -> Sequence[Placed]:
    """The states of a list directly before an office, as adjectives or with "'s"."""
    folded = memory.document.folded
    found: list[Placed] = []
    for name in memory.last_names():
        gap = folded[name[1] : found[0][0] if found else start].removeprefix("'s")
        if gap not in (_LISTED if found else (" ",)) or not side(name[2]):
            break
        found.insert(0, name)
    return found


def _adjective(member: Member, start: int) -> bool:
    return any(place[0] == start and place[3] == "demonym" for place in member.places)


def meant_so(called: str, sort: str) -> bool:
    """Whether those who were told of by one sort of word are meant by another: prime ministers by "the two leaders"."""
    return (
        sort in (called, "any", "two", "three")
        or _ALIKE.issuperset((called, sort))
        or (sort, called) == ("ministers", "heads")
    )
