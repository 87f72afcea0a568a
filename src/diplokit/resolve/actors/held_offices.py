"""Which of the offices of a person is meant where the text names an office without its holder."""

from collections.abc import Sequence

from attrs import evolve

from diplokit.vocabulary import Confidence, Role

from .cast import HEADS, Holding, Member
from .memory import Memory
from .seen import Seen


def same_office(person: Member, like: Holding, state: Member | None, start: int) -> None:
    """Let a person hold in a state the office that another holds elsewhere."""
    for holding in person.offices:
        if holding.role is like.role or holding.words == like.words:
            if holding.of is None:
                holding.of, holding.confidence = state, Confidence.LIKELY
            return
    styled = like.role in (Role.MINISTER, Role.FOREIGN_MINISTER)  # "her counterpart, Ambassador X": a minister too
    if not person.offices or (styled and all(holding.role is Role.AMBASSADOR for holding in person.offices)):
        person.offices.append(evolve(like, of=state, to=None, confidence=Confidence.LIKELY, start=start))


def main_office(person: Member) -> Holding | None:
    """The office of a person in which others are counterparts: not the rank of a State Councilor beside it."""
    held = [holding for holding in person.offices if holding.words != _RANK]
    head = next((holding for holding in held if holding.role in HEADS), None)
    if head is not None:
        return head
    return next((holding for holding in held if holding.role is Role.FOREIGN_MINISTER), held[0] if held else None)


def holding_of(member: Member, role: Role, words: frozenset[str], of: Member | None) -> Holding | None:
    """The office of a person that a title without a name may mean."""
    for holding in member.offices:
        if of is not None and holding.of is not None and of is not holding.of:
            continue
        if role in HEADS and holding.role is Role.DEPUTY_HEAD:
            continue  # the President is not the Vice President
        generic = words in _LEADERS or words in _GENERIC
        if generic and of is not None and holding.of is None and not words <= holding.words:
            continue
        if words == MINISTER and holding.role in HEADS:
            continue  # a Prime Minister is not called "the minister"
        if words in DIPLOMATS and holding.role is (Role.FOREIGN_MINISTER if of is None or of.state else Role.IGO_HEAD):
            return holding
        if words == _ENVOY and holding.role is Role.AMBASSADOR:
            return holding
        if of is not None and of is holding.of:
            if words in _CHIEFS and holding.role is Role.IGO_HEAD:
                return holding  # "the UN chief"
            if of.state and role in HEADS and holding.words in _LEADERS:
                return holding  # "Rwandan leader X … the Rwandan president"
            if role is Role.FOREIGN_MINISTER and role is holding.role:
                return holding  # "British Foreign Secretary X … the British foreign minister"
        if words <= holding.words or (role is holding.role and (holding.words <= words or words in _GENERIC)):
            return holding
        if holding.role in HEADS and (words in _LEADERS or (words in _GENERIC and holding.words in _GENERIC)):
            return holding
    return None


def called(member: Member, words: frozenset[str]) -> Holding | None:
    """The office of a person that a part of its title means: "the Secretary"."""
    for holding in member.offices:
        if words <= holding.words and not (words == MINISTER and holding.role in HEADS):
            return holding
    return None


def foremost(memory: Memory, named: Sequence[tuple[Seen, Holding]]) -> tuple[Member, Holding]:
    """Of those with one office in several states the one that is meant without a state, the last named first.

    It is the last one named, unless the text tells of another from its beginning: in a Malaysian story "the Prime
    Minister" is not the one who invites him.
    """
    last, held = named[0]
    if len(named) > 1 and not memory.leads(last):
        lead, topic = memory.first, memory.topic
        for seen, holding in named[1:]:
            if lead is not None and seen.member is lead:
                near = [side.member for side in memory.bodies[-6:] if side.sentence == memory.sentence]
                about = topic is not None and topic.member is last.member
                if not about and (held.of is None or held.of not in near or holding.of in near):
                    return seen.member, holding
    return last.member, held


_LEADERS = frozenset((frozenset(("leader",)), frozenset(("state", "leader"))))
_RANK = frozenset(("state", "councilor"))
MINISTER = frozenset(("minister",))
_ENVOY = frozenset(("envoy",))
_CHIEFS = frozenset((frozenset(("chief",)), frozenset(("head",)), frozenset(("boss",))))
DIPLOMATS = frozenset((frozenset(("top", "diplomat")), frozenset(("chief", "diplomat"))))
_GENERIC = frozenset(
    frozenset(words.split())
    for words in (
        "head state",
        "head government",
        "prime minister",
        "leader",
        "ruler",
        "monarch",
        "taoiseach",
    )
)
