"""Whom "they", "both leaders" and "the two sides" mean: each of the members is meant at the same place."""

from collections import Counter
from collections.abc import Iterable

from diplokit.vocabulary import Role

from .cast import HEADS, Member, side, state_of
from .memory import Memory
from .persons_lately import lately, met
from .pointing_words import KNOWING, KNOWN, NUMBERS, acting, known_ones, told_of
from .seen import Seen
from .unnamed_holders import meant_so, unnamed_holders

_LEADERS = HEADS | {Role.DEPUTY_HEAD, Role.SUBNATIONAL_HEAD, Role.OTHER, Role.IGO_HEAD}
_MINISTERS = frozenset((Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEPUTY_MINISTER, Role.DEPUTY_HEAD))


def they(memory: Memory, start: int, end: int, _: str) -> None:
    """Those who are the subject together, here or in the sentence before: "they", "their"."""
    sentence = memory.come_to(start)
    members: Iterable[Member] = ()
    told = False
    if sentence == memory.subjects_sentence:
        members = memory.subjects
    elif sentence == memory.group_sentence:
        members = memory.group
    elif memory.document.folded.startswith("they", start) and (
        _opens(memory, start) or (told := told_of(memory.document.folded, start))
    ):
        last = [seen for seen in memory.persons[-8:] if sentence - seen.sentence <= 1]
        near = dict.fromkeys([seen.member for seen in last])
        if sentence - memory.subjects_sentence <= (2 if memory.group == memory.subjects else 1):
            members = memory.subjects
        elif len(near) == 2 and any(memory.leads(seen) for seen in last):
            members = near
        elif not near and sentence - memory.group_sentence == 1:
            members = memory.group
        elif not near and memory.persons and sentence - memory.persons[-1].sentence == 2:
            members = met(memory, 2)  # "A met B. The talks lasted two hours. They agreed"
    memory.collective(members, start, end, told=told)


def _opens(memory: Memory, start: int) -> bool:
    """Whether a word opens a clause of its own, so that no noun before it can be meant."""
    led = memory.document.folded[max(0, start - 12) : start].split()[-1:]
    return memory.document.text[start].isupper() or bool(led and (led[0] in ("and", "but") or led[0].endswith(",")))


def those_known(memory: Memory, start: int) -> tuple[int | None, int, bool] | None:
    """How many are meant, where the phrase begins, and whether it says "our"; nothing unless known ones are."""
    folded, low = memory.document.folded, max(0, start - 40)
    before = folded[low:start]
    words = before.split()
    if "both" not in before and "either" not in before and NUMBERS.keys().isdisjoint(words):
        if not before.endswith(KNOWING):
            return None  # as for most such nouns; the search takes ten times as long
        if words[-1] in KNOWN:
            return None, start - len(words[-1]) - 1, words[-1] in ("our", "their")
    match = known_ones().search(folded, low, start)
    if match is None:
        return None
    number = 2 if match["both"] else NUMBERS.get(match["number"] or "")
    return number, match.start(), bool(match["whose"] or match["our"])


def the_two(memory: Memory, start: int, end: int, number: str) -> None:
    """Persons if two were named, else states: "the two" as the subject of a clause."""
    folded = memory.document.folded
    if not acting().match(folded, end, end + 24):
        return
    sentence = memory.come_to(start)
    if folded.startswith("both", start) and start != memory.document.sentences[sentence].start:
        return
    pair = _pair(memory, sentence) if folded.startswith("both", start) else ()
    if pair:
        memory.collective(pair, start, end)
    elif not _as_persons(memory, "any", NUMBERS[number], start, start, end):
        _as_states(memory, NUMBERS[number], start, end)


def _pair(memory: Memory, sentence: int) -> Iterable[Member]:
    """The only two persons of the sentence before, if they were not named together: "A met B. Both signed …"."""
    if sentence - memory.group_sentence <= 1:
        return ()
    last = [seen for seen in memory.persons[-8:] if sentence - seen.sentence == 1]
    near = dict.fromkeys([seen.member for seen in last if seen.member.person])
    return near if len(near) == 2 and memory.leads(last[0]) else ()


_IN_GENERAL = tuple(" of | from |' | in | at | who | that | we | and ".split("|"))


def leaders(memory: Memory, start: int, end: int, sort: str) -> None:
    """Persons who were named together, or last: "both leaders", "the two ministers", "the duo"."""
    if unnamed_holders(memory, start, end, sort):
        return
    known = those_known(memory, start)
    if known is None:
        if not _bare(memory, start, sort):
            return
        known = None, start, False
    number, begin, whose = known
    number = NUMBERS.get(sort, number)
    folded = memory.document.folded
    others = whose and folded.startswith("counterpart", start)  # "A, B and their counterparts"
    if others or (number is None and (sort == "any" or folded.startswith(_IN_GENERAL, end))):
        return
    memory.come_to(start)
    parties = () if whose else memory.parties.formal
    if parties and number is None and (len(parties) != 2 or not _states_only(parties)):
        memory.collective(parties, begin, end)  # "The Leaders", "The Ministers" of a meeting of many
    elif (
        not _as_persons(memory, sort, number, begin, start, end)
        and parties
        and len(parties) == (number or len(parties))
    ):
        memory.collective(parties, begin, end)


def _bare(memory: Memory, start: int, sort: str) -> bool:
    """Whether "Ministers" opens a sentence of a statement that several make: "Ministers agreed to meet again"."""
    document = memory.document
    if sort not in ("ministers", "leaders") or not document.text[start].isupper() or not memory.parties.formal:
        return False
    before = document.text[max(start - 8, 0) : start].rstrip(" \t\u2022\u25cf*-\u2013\u00b7\uf0b7")
    return before.endswith(("\n", ".")) and document.folded.startswith((" ", ","), start + len(sort))


def _as_persons(memory: Memory, sort: str, number: int | None, begin: int, noun: int, end: int) -> bool:
    """Take a phrase as persons, if so many are known; it ends with a noun that begins at a place of its own."""
    sentence = memory.sentence
    group = memory.group
    near = sentence - memory.group_sentence <= (20 if number else 4)
    unnamed, called, _ = memory.unnamed
    if near and group and group == unnamed and len(group) == (number or len(group)) and meant_so(called, sort):
        memory.collective(group, begin, end)
        return True
    if not all(member.person for member in group) and sentence - memory.subjects_sentence <= 4:
        group = memory.subjects
    if near and group and len(group) == (number or len(group)):
        last = {seen.member for seen in memory.persons[-20:]}
        if all((member.person or member in last) and _is(member, sort) for member in group):
            memory.collective(group, begin, end)
            return True
    wanted = number or 2
    pair = met(memory, wanted)
    full = sort == "ministers" and "deputy" not in memory.document.folded[begin:noun]
    if pair and all(_full_minister(member) if full else _is(member, sort) for member in pair):
        memory.collective(pair, begin, end)
        return True
    recent = {member: None for member in lately(memory, 40) if _is(member, sort)}
    if full and len(recent) > wanted:
        # "The two Ministers" are not an official beside them.
        ministers = dict.fromkeys(filter(_full_minister, recent))
        recent = ministers if len(ministers) >= wanted else recent
    if len(recent) < wanted or (number is None and len(recent) > 3):
        return False
    memory.collective(list(recent)[:wanted], begin, end)
    return True


def countries(memory: Memory, start: int, end: int, _: str) -> None:
    """The states of which the text speaks: "both sides", "the three countries", "our governments"."""
    known = those_known(memory, start)
    if known is None or (memory.document.text.startswith("Parties", start) and not memory.parties.formal):
        return  # the Parties to a convention
    number, begin, whose = known
    word = memory.document.folded[start:end]
    if number is None and not (
        word in _OF_TWO or (whose and word in ("governments", "countries", "nations", "peoples"))
    ):
        return
    memory.come_to(start)
    _as_states(memory, number, begin, end, blocs=word in ("sides", "parties", "delegations", "powers"))


_OF_TWO = ("sides", "parties", "neighbours", "neighbors", "signatories")
"""What two states are called without their number."""


def _as_states(memory: Memory, number: int | None, begin: int, end: int, *, blocs: bool = True) -> None:
    sentence = memory.sentence
    wanted = number or 2
    if (
        number is None
        and len(memory.group) > wanted
        and memory.group is memory.subjects
        and all(map(side, memory.group))
    ):
        wanted = len(memory.group)  # "A, B and C met. The parties agreed"
    if blocs and memory.group_sentence == sentence and len(memory.group) == wanted:
        sides = [side(member) for member in memory.group]
        if any(sides) and not all(sides) and not any(member.person for member in memory.group):
            memory.collective(memory.group, begin, end)  # "the Israel-Hamas war, after the two sides agreed"
            return
    parties = memory.parties.formal or memory.parties.visit
    sure = memory.parties.formal or (memory.group_sentence < sentence and memory.group is not memory.subjects)
    if sure and len(parties) == wanted and _opens(memory, begin) and (blocs or _states_only(parties)):
        memory.collective(parties, begin, end)  # "They discussed X and Y. The two sides agreed"
        return
    states = memory.states if blocs else [seen for seen in memory.states if seen.member.state]
    here = list(dict.fromkeys([seen.member for seen in states[-12:] if seen.sentence == sentence]))
    group = memory.group
    acting = _acting(memory, states, begin) if len(here) == 1 else None
    if acting is not None:
        # "China signed … with the three nations": with others than itself.
        states, here = [seen for seen in states if seen.member is not acting], []
        group = () if acting in group else group
    if len(here) == wanted:
        memory.collective(here, begin, end)
        return
    if memory.subjects_sentence == memory.group_sentence < sentence and group is not memory.subjects and not here:
        # "They discussed the war between X and Y. Both sides agreed": those who discussed it.
        owners = _owners(memory.subjects)
        if len(owners) == wanted and acting is None and _opens(memory, begin):
            memory.collective(owners, begin, end)
            return
    known = len(group) == wanted and sentence - memory.group_sentence <= 3 and all(side(member) for member in group)
    known = known and (blocs or all(member.state for member in group))
    if known and not (len(here) == 1 and here[0] not in group):
        memory.collective(group, begin, end)
        return
    if len(memory.subjects) == wanted and sentence - memory.subjects_sentence <= 6 and not here and acting is None:
        owners = _owners(memory.subjects)
        if len(owners) == wanted:
            memory.collective(owners, begin, end)
            return
    if len(parties) == wanted and (not here or here[0] in parties) and (blocs or _states_only(parties)):
        memory.collective(parties, begin, end)
        return
    if not here and acting is None and len(owners := _owners(met(memory, wanted))) == wanted:
        memory.collective(owners, begin, end)
        return
    named = Counter([seen.member for seen in states])
    if len(named) < wanted:
        return
    weights = {member: float(times) if member.state else 0.5 * times for member, times in named.items()}
    for seen in reversed(states):
        if sentence - seen.sentence > 1:
            break
        weights[seen.member] += 2 if seen.member.state else 1  # three times as much as one named long ago
    if len(here) == 1:
        weights[here[0]] += 1000
    chosen = sorted(weights, key=weights.__getitem__, reverse=True)[:wanted]
    share = sum([weights[member] for member in chosen]) / (sum(weights.values()) or 1)
    if number is None and share < 0.6:
        return
    memory.collective(chosen, begin, end)


def _owners(persons: Iterable[Member]) -> list[Member]:
    """The states in which persons hold offices."""
    return list(dict.fromkeys(state for person in persons if (state := state_of(person)) is not None))


def _states_only(members: Iterable[Member]) -> bool:
    return all(member.state for member in members)


def _acting(memory: Memory, states: Iterable[Seen], begin: int) -> Member | None:
    """The state that does something with those of whom a phrase tells, which are others then."""
    if not memory.document.folded.endswith(" with ", 0, begin):
        return None
    return next(
        (s.member for s in states if s.sentence == memory.sentence and s.subject is None and memory.leads(s)), None
    )


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
