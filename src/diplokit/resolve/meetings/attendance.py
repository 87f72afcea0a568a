"""Who takes part by other words than those beside the meeting: who attended it, and whose joint commission sat."""

from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import Participation as Part

from .cases import FAMILY, Case
from .patterns import compiled, holds
from .sentences import Group, Head, Scene
from .series import SITTINGS, two_sides_before
from .sightings import Sighting
from .stage import Stage

_ATTENDED = (
    r"[^.;\"]{0,160}?\b(?:(?:attended|joined)\s+by|(?:with|in)\s+the\s+(?:participation|attendance|presence)\s+of)\s+(?:(?:more than|around|about|some)\s+)?(?:[a-z]+\s+){0,4}?(?:[<C>]+\s+of\s+)?(?=[<H><T>])|"
    r"[^.;\"]{0,60}?\b(?:brought|brings)\s+together\s+(?:[a-z]+\s+){0,3}?(?=[<H><T>])"
)


def add_attendance(stage: Stage, cases: list[Case]) -> None:
    """Add those by whom a gathering is said to be attended: "The summit in Lima, attended by A and B"."""
    folded = stage.document.folded
    for case in cases:
        if case.family != "gathering" and (case.family != "ceremony" or case.first.definite):
            continue  # "The reception was attended by A": at which a guest was received
        for sighting in case.sightings:
            end = sighting.trigger.end
            near = folded[end : end + 180]
            if holds(near, _BY) and compiled(_CLOSE).match(near):
                _attend(stage, case, sighting)


_NTH = r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_NEXT_ONE = (
    rf"[\W\d]*(?:the|a|another)\s+(?:(?:next|last|previous|new|further|{_NTH})\s+){{0,2}}(?:round|session|meeting|edition)?\s*(?:of\s+)?"
    r"(?:the\s+|such\s+|their\s+)?\Z"
)


def repeat_participants(stage: Stage, cases: list[Case], sighting: Sighting) -> Case | None:
    """Let those who met before meet at the next or the last one: "The next talks will be held in Lima in May".

    Returns:
        The meeting before, which is another one.
    """
    if sighting.participants or sighting.named or not (sighting.place or sighting.date):
        return None
    latest = cases[-1]
    if sighting.sentence - latest.last.sentence not in (1, 2) or latest.family not in ("meeting", "gathering"):
        return None
    if len(latest.ids) < 2 or sighting.kind not in _REPEATED:
        return None
    begin, start = stage.document.sentences[sighting.sentence].start, sighting.trigger.start
    words = stage.document.folded[begin : sighting.trigger.end]
    if sighting.kind in SITTINGS and not words.endswith(_SITS):
        return None
    left = words[: start - begin]
    if len(left) < 60 and compiled(_NEXT_ONE).match(left) and compiled(_ORDINAL).search(words):
        sighting.participants = dict(latest.first.participants)
        if sighting.kind is Kind.BILATERAL and latest.first.kind in (Kind.PLURILATERAL, Kind.MINISTERIAL):
            sighting.kind = latest.first.kind
        return latest
    return None


_SITS = ("meeting", "session", "round", "sitting")
_REPEATED = SITTINGS | {Kind.BILATERAL, Kind.PLURILATERAL}
_ORDINAL = r"\b(?:next|last|previous|first|second|third|fourth|fifth|new|further|another)\b"
_BY = (
    "attended by",
    "joined by",
    "brought together",
    "brings together",
    "participation of",
    "attendance of",
    "presence of",
)
_CLOSE = r"[^;\"]{0,160}?\b(?:attended by|joined by|brought together|brings together|(?:with|in) the (?:participation|attendance|presence) of)\b"


def _attend(stage: Stage, case: Case, sighting: Sighting) -> None:
    scene = stage.scene(sighting.sentence)
    found = compiled(_ATTENDED).match(scene.after(sighting.trigger.end, 320))
    if found is None:
        return
    reach = at = sighting.trigger.end + found.end()
    for group in scene.groups:
        if group.end <= at:
            continue
        if not compiled(_NEXT).fullmatch(scene.between(reach, group.start)):
            return
        reach = group.end
        for head in group.heads:
            for id in head.ids:
                known = sighting.participants.get(id)
                if id in stage.persons or (id in stage.states and known is None):
                    sighting.participants[id] = Part.PARTICIPANT, head
                    case.ids.add(id)


_NEXT = r"(?:[\s,;]|[<T><A><P><C>]|\b(?:and|of|the|as well as|his|her|president|minister|prime|foreign)\b)*"


_JOINT = r"\b(?:joint|mixed|inter-?governmental|bi-?national|higher|supreme|high[ -]level|permanent|bilateral)\s+(?:(?!business)[a-z]+[\s,]+){0,6}?(?:commission|committee|council)\b"
_THE_COMMISSION = r"\bof\s+(?:the|this)\s+(?:commission|committee|council)\b"
_OF_BOTH = r"(?:[^\W\d_][^\s-]+ )?([^\W\d_][^\s-]+)-([^\W\d_][^\s,.]+)\s+\Z"
"""Before "Joint Commission": "Ghana-Turkey"."""


_BOTH = (
    r"\b(?:officials|experts|ministers|negotiators|delegations|teams|diplomats|representatives|envoys|delegates)\s+(?:from|of)\s+"
    r"(?:the\s+two|both)\s+(?:countries|nations|states|sides|neighbou?rs|governments)\s+(?:[a-z]+\s+){0,3}\Z"
)
"""Before a verb whose subject the text does not name."""
_COMMISSIONS = ("commission", "committee", "council")
_SITTINGS = frozenset(kind for kind, family in FAMILY.items() if family in ("meeting", "gathering")) - {Kind.SUMMIT}


def add_parties(stage: Stage, sighting: Sighting) -> None:
    """Let the two states take part whose joint commission sits: "The third session of the Peru-Chile Joint Commission"."""
    if sighting.kind not in _SITTINGS or len(sighting.participants) > 1 or not stage.persons.isdisjoint(sighting.ids):
        return
    folded, trigger = stage.document.folded, sighting.trigger
    span = stage.document.sentences[sighting.sentence]
    start = max(span.start, trigger.start - 80)
    end = min(span.end, trigger.end + 120)
    named, found = bool(sighting.participants), None
    if any(folded.find(word, start, end) >= 0 for word in _COMMISSIONS):
        joint = compiled(_JOINT).finditer(folded, start, end)
        found = next((m for m in joint if m.end() > trigger.start - 20), None)
        if found is None and not named and compiled(_THE_COMMISSION).search(folded, start, end):
            found = compiled(_JOINT).search(folded, max(0, start - 600), start)
    if found is None and (named or not compiled(_BOTH).search(folded, start, trigger.start)):
        return
    if named and found is not None and stage.inside(found.start() + 1):
        named = False  # "the Joint Ministerial Commission" is all that is named
    sighting.add(_parties(stage, found.start() if found else trigger.start, span.start, named))


def _parties(stage: Stage, at: int, start: int, named: bool) -> list[Head]:
    """The two states of a joint commission: in its name; if it has none, those of which the text speaks together."""
    left = max(start, at - 60)
    found = compiled(_OF_BOTH).search(stage.document.text[left:at])
    for begin in () if found is None else (found.start(), found.start(1)):  # "Sri Lanka-Maldives", "the Peru-Chile"
        span = left + begin, left + found.end(2) if found else at
        known = stage.members(Head(*span, ("",), "name"))
        if len(known) == 2:
            return [Head(*span, tuple(known), "name")]
    if named:
        return []
    near: Head | None = None
    for place, ids, rule in stage.references:
        if rule == "collective" and len(ids) == 2 and stage.states.issuperset(ids):
            near = Head(place.start, place.end, ids, rule)
            if place.start > at:
                break
    if near is None:
        near = _only_two(stage, at)
    return [] if near is None else [near]


def _only_two(stage: Stage, at: int) -> Head | None:
    """The two states of a text that speaks of no third one."""
    states = sorted(stage.states)
    return Head(at, at + 1, tuple(states), "collective") if len(states) == 2 else None


_THEIRS = r"\b(?:the|another|those|these|this|first|second|third|next|last|\w+-level|joint|bilateral|direct|peace|trade|fresh|new|indirect|border|ministerial)\s\Z"
"""Before talks of which the text may name the sides elsewhere."""


def add_sides(stage: Stage, sighting: Sighting) -> None:
    """Let the two states meet of whom alone a text speaks, where it says outright that talks took place but not whose."""
    start, folded = sighting.trigger.start, stage.document.folded
    if sighting.participants or not sighting.told or sighting.kind not in (Kind.BILATERAL, Kind.CONSULTATION):
        return
    if folded.startswith(" with ", sighting.trigger.end) or not compiled(_THEIRS).search(
        folded, max(0, start - 30), start
    ):
        return
    only = _only_two(stage, start)
    sighting.add(two_sides_before(stage, sighting.sentence, start) or ([] if only is None else [only]))


CHAIRED = ("chaired by", "led by", "headed by", "presided over by")
"""How the text says who chairs a meeting."""
_CHAIRED = r"(?:(?!\b(?:meetings?|sessions?|talks|summit|conference|ceremony|preceded|followed|after|before|which|delegations?|team|mission)\b)[^.;\"]){0,180}?\b(?:chaired|led|headed|presided over) by\s"


def chaired_by(scene: Scene, end: int, known: list[tuple[str, Group]]) -> list[tuple[str, Group]]:
    """Who chairs a meeting, further on in its sentence: "was held in Rabat on Monday, co-chaired by A and B"."""
    found = compiled(_CHAIRED).match(scene.after(end, 240))
    if found is None:
        return []
    at = end + found.end()
    group = next((g for g in scene.groups if 0 <= g.start - at < 40 and g.lead == "by"), None)
    return [] if group is None or any(group is other for _, other in known) else [("by", group)]
