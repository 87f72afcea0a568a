"""One of a series, told of by its number alone: "The first round was held in June"; "The previous one took place in Lima"."""

from attrs import evolve

from diplokit import Hit
from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import MeetingStatus as Status
from diplokit.vocabulary import Participation as Part

from .context import Context
from .patterns import compiled
from .phrases import follow
from .sentences import Head, Scene
from .sightings import Sighting
from .stage import Stage

_REACH = 8
"""How many sentences back the meeting before may be."""
_TELLS = r"\s*(?:(?:of (?:the\s+)?(?:talks|negotiations|consultations|dialogue))\s*)?,?\s*(?:which\s+)?(held|was|were|will|is|are|took|has|had|would)\s"
_RIVALS = r"\b(?:elections?|vote|votes|voting|ballots?|polls?|run-?off|match|tournament|cup|funding|financing|league|draft|oil|bidding|tender)\b"
_OF_STATES = frozenset((Kind.SESSION, Kind.MINISTERIAL))
"""What states hold one after the other, whoever acts for them."""
SITTINGS = _OF_STATES | {Kind.CONSULTATION}
"""What a body of states holds one after the other."""


def read_series(context: Context, scene: Scene, index: int, hit: Hit) -> Sighting | None:
    """Another meeting of those who met before, on its own day and in its own place."""
    before, folded = context.latest, context.document.folded
    round_ = folded[hit.start : hit.end] in ("round", "phase")
    if before is None or index - before.sentence > _REACH or folded[hit.start : hit.end] == "phase":
        return _round_between(context, scene, index, hit) if round_ else None
    status = Status.HELD
    if round_:
        told = compiled(_TELLS).match(scene.after(hit.end, 60))
        if told is None or compiled(_RIVALS).search(scene.masked):
            return None
        status = Status.SCHEDULED if told[1] in ("will", "is", "are", "would") else Status.HELD
    elif " will " in folded[hit.start : hit.end] or " is to " in folded[hit.start : hit.end]:
        status = Status.SCHEDULED
    kind = Kind.CONSULTATION if round_ else before.kind
    parts = follow(context.stage, scene, hit.end, "")
    sighting = Sighting(kind, hit, status, index, "noun_series")
    stage = context.stage
    by_states = round_ or kind in _OF_STATES
    for id, (part, where) in before.participants.items():
        side = stage.side(id) if by_states else id
        if side is not None and side not in sighting.participants:
            sighting.participants[side] = Part.PARTICIPANT if by_states else part, where
    if len(sighting.participants) < 2:
        return None
    context.fill(sighting, scene, parts)
    if kind is Kind.VISIT:
        sighting.place, sighting.code, sighting.visit_type = before.place, before.code, before.visit_type
    return sighting if sighting.date or sighting.place else None


def _round_between(context: Context, scene: Scene, index: int, hit: Hit) -> Sighting | None:
    """A round of what two states are said to negotiate: "A and B are in trade talks. The next round will be in Lima"."""
    told = compiled(_TELLS).match(scene.after(hit.end, 60))
    if told is None or compiled(_RIVALS).search(scene.masked):
        return None
    begin = context.document.sentences[max(0, index - 2)].start
    if not compiled(_NEGOTIATE).search(context.document.folded, begin, hit.start):
        return None
    status = Status.SCHEDULED if told[1] in ("will", "is", "are", "would") else Status.HELD
    sighting = Sighting(Kind.CONSULTATION, hit, status, index, "noun_series")
    sighting.told = True
    sighting.add(two_sides_before(context.stage, index, hit.start))
    context.fill(sighting, scene, follow(context.stage, scene, hit.end, ""))
    return sighting if sighting.date or sighting.place else None


_NEGOTIATE = r"\b(?:talks|negotiat\w+|consultations|dialogue)\b"


def two_sides_before(stage: Stage, index: int, start: int) -> list[Head]:
    """The two states of whom alone the text speaks right before: whose talks "the first round of talks" was."""
    sentences = stage.document.sentences
    for number in range(index, max(-1, index - 4), -1):
        inside = stage.heads_in(sentences[number].start, min(start, sentences[number].end))
        named = {id: head for head in inside for id in head.ids if id in stage.states}
        if len(named) > 1:
            return [evolve(head, ids=(id,)) for id, head in named.items()] if len(named) == 2 else []
    return []


def of_a_round(words: str) -> bool:
    """Whether a noun tells of one round of talks, by the text up to its end: "the first round of trade talks"."""
    return compiled(_ROUND).search(words[-70:]) is not None


_NTH = r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_ROUND = (
    rf"\b(?:{_NTH}|next|last|previous|latest|final|fresh|new|another)\s+(?:[a-z-]+\s+)?(?:round|phase|stage)\s+of\s"
    r"(?:[a-z-]+\s+){0,3}(?:talks|negotiations|consultations|dialogue)\Z"
)
_ANOTHER = (
    rf"\b(?:the|its|their|this)\s+(?:next|last|previous|preceding|first|inaugural)(?:,?\s+(?:such|regular|{_NTH}))?\s+"
    r"(?:(?:joint|ministerial|plenary|annual)\s+)?\Z"
)
_SITS = ("meeting", "session", "round", "sitting")


def repeat_sitting(context: Context, sighting: Sighting) -> None:
    """Let the states that sat before sit at the session before or after: "Its last session, held in Lima in May"."""
    before, sentence = context.sitting, sighting.sentence
    if before is None or sighting.participants or not (sighting.place or sighting.date) or sighting.named:
        return
    if sentence - before.sentence > _REACH or sighting.kind not in SITTINGS | {Kind.BILATERAL}:
        return
    folded, trigger = context.document.folded, sighting.trigger
    begin = max(context.document.sentences[sentence].start, trigger.start - 60)
    if not folded.endswith(_SITS, begin, trigger.end) or not compiled(_ANOTHER).search(folded, begin, trigger.start):
        return
    for id, (_, where) in before.participants.items():
        side = context.stage.side(id) or id
        if side not in sighting.participants:
            sighting.participants[side] = Part.PARTICIPANT, where
    sighting.kind = before.kind if sighting.kind is Kind.BILATERAL else sighting.kind
    sighting.rule = "noun_series"
