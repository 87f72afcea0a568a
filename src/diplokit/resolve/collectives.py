"""Whom "they", "both leaders" and "the two sides" mean: each of the members is meant at the same place."""

from diplokit.vocabulary import Role

from .cast import HEADS, Member
from .memory import KEPT, Item, Memory, side
from .pointing_words import NUMBERS, acting, known_ones

_LEADERS = HEADS | {Role.DEPUTY_HEAD, Role.SUBNATIONAL_HEAD, Role.OTHER, Role.IGO_HEAD}
_MINISTERS = frozenset((Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEPUTY_MINISTER, Role.DEPUTY_HEAD))


def they(memory: Memory, item: Item) -> None:
    """Those who are the subject together, here or in the sentence before: "they", "their"."""
    sentence = item.sentence
    nominative = memory.document.folded[item.start : item.end] == "they"
    members: tuple[Member, ...] = ()
    if sentence == memory.subjects_sentence:
        members = memory.subjects
    elif sentence == memory.group_sentence:
        members = memory.group
    elif nominative and _opens(memory, item):
        last = [seen for seen in memory.persons[-8:] if sentence - seen.sentence in (0, 1)]
        near = dict.fromkeys(seen.member for seen in last)
        if sentence - memory.subjects_sentence <= (2 if memory.group == memory.subjects else 1):
            members = memory.subjects
        elif len(near) == 2 and any(memory.leads(seen) for seen in last):
            members = tuple(near)
        elif not near and sentence - memory.group_sentence == 1:
            members = memory.group
    memory.collective(members, item)


def _opens(memory: Memory, item: Item) -> bool:
    """Whether a word opens a clause of its own, so that no noun before it can be meant."""
    led = memory.document.folded[max(0, item.start - 12) : item.start].split()[-1:]
    return memory.document.text[item.start].isupper() or bool(
        led and (led[0] in ("and", "but") or led[0].endswith(","))
    )


def _known(memory: Memory, item: Item) -> tuple[int | None, int, bool] | None:
    """How many are meant, where the phrase begins, and whether it says "our"; nothing unless known ones are."""
    match = known_ones().search(memory.document.folded, max(0, item.start - 40), item.start)
    if match is None:
        return None
    number = 2 if match["both"] else NUMBERS.get(match["number"] or "")
    return number, match.start(), bool(match["whose"] or match["our"])


def the_two(memory: Memory, item: Item) -> None:
    """Persons if two were named, else states: "the two" as the subject of a clause."""
    if not acting().match(memory.document.folded, item.end, item.end + 24):
        return
    if (
        memory.document.folded[item.start : item.end] == "both"
        and item.start != memory.document.sentences[item.sentence].start
    ):
        return
    number = NUMBERS[str(item.detail)]
    if not _as_persons(memory, "any", number, item, item.start):
        _as_states(memory, number, item, item.start)


_IN_GENERAL = tuple(" of | from |' | in | at | who | that | we | and ".split("|"))


def leaders(memory: Memory, item: Item) -> None:
    """Persons who were named together, or last: "both leaders", "the two ministers", "the duo"."""
    known = _known(memory, item)
    sort = str(item.detail)
    if known is None:
        return
    number, start, whose = known
    number = NUMBERS.get(sort, number)
    folded = memory.document.folded
    others = whose and folded.startswith("counterpart", item.start)  # "A, B and their counterparts"
    if others or (number is None and (sort == "any" or folded.startswith(_IN_GENERAL, item.end))):
        return
    _as_persons(memory, sort, number, item, start)


def _as_persons(memory: Memory, sort: str, number: int | None, item: Item, start: int) -> bool:
    sentence = item.sentence
    group = memory.group
    if not all(member.person for member in group) and sentence - memory.subjects_sentence <= 4:
        group = memory.subjects
    if (
        group
        and len(group) == (number or len(group))
        and sentence - memory.group_sentence <= (20 if number else 4)
        and all(
            _is(member, sort) and (member.person or member in [s.member for s in memory.persons[-20:]])
            for member in group
        )
    ):
        memory.collective(group, item, start)
        return True
    recent: dict[int, Member] = {}
    for seen in reversed(memory.persons[-KEPT:]):
        if sentence - seen.sentence > 40:
            break
        if _is(seen.member, sort):
            recent.setdefault(id(seen.member), seen.member)
    wanted = number or 2
    if sort == "ministers" and len(recent) > wanted and "deputy" not in memory.document.folded[start : item.start]:
        # "The two Ministers" are not an official beside them.
        full = {key: member for key, member in recent.items() if _full_minister(member)}
        recent = full if len(full) >= wanted else recent
    if len(recent) < wanted or (number is None and len(recent) > 3):
        return False
    memory.collective(list(recent.values())[:wanted], item, start)
    return True


def countries(memory: Memory, item: Item) -> None:
    """The states of which the text speaks: "both sides", "the three countries", "our governments"."""
    known = _known(memory, item)
    if known is None or memory.document.text.startswith("Parties", item.start):
        return  # the Parties to a convention
    number, start, whose = known
    word = memory.document.folded[item.start : item.end]
    if number is None and not (
        word in ("sides", "parties") or (whose and word in ("governments", "countries", "nations", "peoples"))
    ):
        return
    _as_states(memory, number, item, start)


def _as_states(memory: Memory, number: int | None, item: Item, start: int) -> None:
    sentence = item.sentence
    wanted = number or 2
    here = list(dict.fromkeys(member for member, seen in memory.states[-12:] if seen == sentence))
    group = memory.group
    if len(here) == wanted and not (number is None and wanted != 2):
        memory.collective(here, item, start)
        return
    known = len(group) == wanted and sentence - memory.group_sentence <= 3 and all(side(member) for member in group)
    if known and not (len(here) == 1 and here[0] not in group):
        memory.collective(group, item, start)
        return
    if len(memory.subjects) == wanted and sentence - memory.subjects_sentence <= 6 and not here:
        owners = list(dict.fromkeys(state for person in memory.subjects if (state := state_of(person)) is not None))
        if len(owners) == wanted:
            memory.collective(owners, item, start)
            return
    if len(memory.named) < wanted:
        return
    weights = {member: float(times) if member.state else 0.5 * times for member, times in memory.named.items()}
    for member, seen in reversed(memory.states):
        if sentence - seen > 1:
            break
        weights[member] += 2 if member.state else 1  # three times as much as one named long ago
    if len(here) == 1:
        weights[here[0]] += 1000
    chosen = sorted(weights, key=lambda member: -weights[member])[:wanted]
    share = sum([weights[member] for member in chosen]) / (sum(weights.values()) or 1)
    if number is None and share < 0.6:
        return
    memory.collective(chosen, item, start)


def state_of(person: Member) -> Member | None:
    """The state in which a person holds an office."""
    return next((h.of for h in person.offices if h.of is not None and h.of.state), None)


def _full_minister(member: Member) -> bool:
    return any(holding.role in (Role.MINISTER, Role.FOREIGN_MINISTER) for holding in member.offices)


def _is(member: Member, sort: str) -> bool:
    """Whether a member may be one of "the leaders", "the ministers" …"""
    if not member.person:
        return member.state and sort in ("leaders", "heads", "two")
    roles = {holding.role for holding in member.offices}
    if sort == "ministers":
        return bool(roles & _MINISTERS)
    if sort == "states":
        return Role.HEAD_OF_STATE in roles
    if sort == "heads":
        return bool(roles & HEADS)
    if sort == "leaders":
        return bool(roles & _LEADERS) or not roles
    return True
