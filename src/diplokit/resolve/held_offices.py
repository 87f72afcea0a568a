"""Which of the offices of a person is meant where the text names an office without its holder."""

from attrs import evolve

from diplokit.vocabulary import Confidence, Role

from .cast import HEADS, Holding, Member


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


def holding_of(member: Member, role: Role, words: frozenset[str], of: Member | None) -> Holding | None:
    """The office of a person that a title without a name may mean."""
    for holding in member.offices:
        if of is not None and holding.of is not None and of is not holding.of:
            continue
        generic = words == _LEADER or words in _GENERIC
        if generic and of is not None and holding.of is None and not words <= holding.words:
            continue
        if words <= holding.words or (role is holding.role and (holding.words <= words or words in _GENERIC)):
            return holding
        if holding.role in HEADS and (words == _LEADER or (words in _GENERIC and holding.words in _GENERIC)):
            return holding
    return None


_LEADER = frozenset(("leader",))
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
