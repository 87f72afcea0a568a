"""What a meeting takes over from what is told beside it: who takes part, the day, the place."""

from collections.abc import Set as AbstractSet
from typing import Any

from diplokit import Document, Mention, Span

from .cases import Case, ends_on
from .patterns import compiled, holds
from .sightings import Sighting
from .stage import Stage
from .terms import CALL, CONSULTATION, HELD, PARTICIPANT, PROPOSED, SCHEDULED, SESSION, VISIT
from .whereabouts import TALKS, infer_places

_PLACELESS = (VISIT, CALL)

_BACK = r"\W*(?:(?:at|during|in|after|following|before)\s+)?(?:the|this|their)\s+(?:[a-z]+[\s-]+){0,3}\Z"
"""Before a noun that begins a sentence and means what was told just before."""
_TALKED = (
    r"[^.;\"]{0,60}?\b(?:discuss|exchang|review|agree|talk|confer|deliberat|explor|stress|affirm|reaffirm|call|pledg|vow|underlin|underscor|"
    r"express|said|announc|signed|consider|welcom|emphasi[sz])"
)
_TOLD = frozenset("told informed assured asked urged thanked briefed congratulated warned reassured with".split())


def recall(stage: Stage, cases: list[Case], sighting: Sighting) -> None:
    """Add those of whom the sentence before tells: "A and B discussed trade. The meeting was held in …"."""
    index = sighting.sentence - 1
    if sighting.status is not HELD or sighting.kind not in TALKS | {CALL}:
        return
    document = stage.document
    begin = document.sentences[sighting.sentence].start
    if not compiled(_BACK).match(document.folded[begin : sighting.trigger.start]):
        return
    if any(case.last.sentence >= index and case.first.kind is not VISIT for case in cases[-4:]):
        return  # that sentence tells of a meeting of its own
    if _attended(stage, sighting) or index < 0:
        return
    scene = stage.scene(index)
    acting = next((group for group in scene.groups if group.lead == ""), None)
    if acting is None or acting.start > scene.start + 160:
        return
    persons = [head for head in acting.heads if not stage.persons.isdisjoint(head.ids)]
    if len({id for head in persons for id in head.ids}) > 1:
        if compiled(_TALKED).match(scene.after(acting.end, 90)):
            sighting.add(persons)
        return
    after = next((group for group in scene.groups if group.start >= acting.end), None)
    if persons and after is not None and after.start < acting.end + 120 and after.lead in _TOLD:
        others = [head for head in after.heads if not stage.persons.isdisjoint(head.ids)]
        if others and others[0].ids != persons[0].ids:
            sighting.add(persons)
            sighting.add(others)


_ATTENDED = r"[^.;\"]{0,120}?\b(?:was|were)\s+(?:attended|led|headed|chaired|co-chaired)\s+by\s+(?:the\s+)?(?=[<H>])"


def _attended(stage: Stage, sighting: Sighting) -> bool:
    """Add those by whom the talks are said to be attended: "The talks, held in Lima, were attended by A and B"."""
    if not compiled(r"[^.;]{0,160}?\b(?:was|were)\s+\S+\s+by\b").match(stage.document.folded, sighting.trigger.end):
        return False
    scene = stage.scene(sighting.sentence)
    found = compiled(_ATTENDED).match(scene.after(sighting.trigger.end, 240))
    at = sighting.trigger.end + found.end() if found else -1
    group = next((group for group in scene.groups if group.start <= at <= group.end), None)
    persons = [head for head in group.heads if not stage.persons.isdisjoint(head.ids)] if group else []
    if len({id for head in persons for id in head.ids}) < 2:
        return False
    sighting.add(persons)
    return True


def inherit(stage: Stage, cases: list[Case]) -> None:
    """Give meetings without a day, a place or participants those of what they belong to or follow on."""
    _share_places(stage, cases)
    _share_places_of_gatherings(stage, cases)
    _share_days(stage, cases)
    _let_attend(stage, cases)
    infer_places(stage, cases)


_ELSEWHERE = r"\b(?:since|lead-?up to|run-?up to|ahead of|prepar\w+ for)\s+(?:[^\s,.;]+\s+){0,3}\Z|\b(?:way|en route) to\b[^.;,]{0,60}\Z"
"""Before what is not where the visit is: "the first visit since his inauguration", "on his way to Rome to attend"."""
_AWAY = ("since", "way to", "route to", "up to", "ahead of", "prepar")
_MEANWHILE = r"\b(?:during|in the course of|as part of|on|throughout)\s+(?:[a-z']+\s+){0,5}\Z"
"""Before a visit: "during his three-day official visit"."""


def _placed(stage: Stage, cases: list[Case]) -> dict[int, list[tuple[Sighting, Span, AbstractSet[str]]]]:
    """The sightings of which one knows where they were, in order, by number of sentence."""
    told: list[tuple[Sighting, Span, AbstractSet[str]]] = []
    folded = stage.document.folded
    for case in cases:
        visit = case.first.kind is VISIT
        one = visit and case.place is not None and len({s.code for s in case.sightings if s.place}) == 1
        for sighting in case.sightings:
            start = sighting.trigger.start
            if sighting.places > 1:
                one = False
            elif sighting.place is not None:
                told.append((sighting, sighting.place, sighting.ids))
            elif one and case.place and compiled(_MEANWHILE).search(folded[max(0, start - 60) : start]):
                told.append((sighting, case.place, case.ids))
    told.sort(key=lambda item: item[0].trigger.start)
    placed: dict[int, list[tuple[Sighting, Span, AbstractSet[str]]]] = {}
    for item in told:
        placed.setdefault(item[0].sentence, []).append(item)
    return placed


def _share_places(stage: Stage, cases: list[Case]) -> None:
    """What one does on a visit happens where the visit is: in the same sentence, or further on in the paragraph."""
    lacking = [
        case for case in cases if (case.place is None or case.date is None) and case.first.kind not in _PLACELESS
    ]
    if not lacking:
        return
    told = _placed(stage, cases)
    if not told:
        return
    for case in lacking:
        first = case.first
        if case.place is not None:  # "will travel on Monday to Lima, where he will meet …"
            for visit, place, _ in told.get(first.sentence, ()):
                if case.family == "gathering" and _leaves(stage, visit):
                    continue
                if place == case.place and visit.kind is VISIT and visit.trigger.start < first.trigger.start:
                    case.date = first.date = _begun(stage, visit)
            continue
        left = stage.document.folded[max(0, first.trigger.start - 90) : first.trigger.start]
        if holds(left, _AWAY) and compiled(_ELSEWHERE).search(left):
            continue
        here = [item for item in told.get(first.sentence, ()) if item[0].kind is VISIT]
        if here:
            visit, place, _ = here[-1] if here[-1][0].trigger.start < first.trigger.start else here[0]
            if visit.trigger.start < first.trigger.start and visit.status is SCHEDULED and not first.sure:
                first.status = SCHEDULED
            if visit.trigger.start < first.trigger.start or _linked(stage, first, visit):
                case.place = first.place = place
                if case.date is None and not (case.family == "gathering" and _leaves(stage, visit)):
                    case.date = first.date = _begun(stage, visit)
                continue
        same = [
            place
            for sighting, place, ids in told.get(first.sentence, ())
            if sighting.trigger.start < first.trigger.start and ids & first.ids
        ]
        if same and first.kind in TALKS:
            case.place = first.place = same[-1]
            continue
        if first.kind not in TALKS and not (first.kind is SESSION or first.named):
            continue
        before = [
            item
            for index in range(max(0, first.sentence - 4), first.sentence)
            if index in told and _same_paragraph(stage.document, index, first.sentence)
            for item in told[index]
            if (item[0].kind is VISIT and item[0].status is not PROPOSED) or item[0].kind in TALKS
        ]
        if before and (not first.ids or before[-1][2] & first.ids) and not _throughout(stage, first):
            case.place = first.place = before[-1][1]


def _begun(stage: Stage, visit: Sighting) -> Mention[Any] | None:
    """The day of a visit, unless it is that on which it ends."""
    date = visit.date
    return None if date is None or ends_on(stage.document, date) else date


def _throughout(stage: Stage, first: Sighting) -> bool:
    """Whether a sentence speaks of a stretch of time: "Throughout the year the two sides held talks"."""
    begin = stage.document.sentences[first.sentence].start
    return compiled(r"[\W\d]*throughout\b").match(stage.document.folded[begin : begin + 40]) is not None


def _same_paragraph(document: Document, first: int, last: int) -> bool:
    """Whether no line ends between two sentences."""
    sentences, text = document.sentences, document.text
    return all("\n" not in text[sentences[n].end : sentences[n + 1].start] for n in range(first, last))


_LEAVES = ("left", "leav", "depart", "set off", "set out", "fl", "head")


def _leaves(stage: Stage, visit: Sighting) -> bool:
    """Whether a visit is told of by its first step, whose day is not that of the gathering: "left on Monday to attend"."""
    return stage.document.folded.startswith(_LEAVES, visit.trigger.start)


def _linked(stage: Stage, first: Sighting, visit: Sighting) -> bool:
    between = stage.document.folded[first.trigger.end : visit.trigger.start]
    return len(between) < 200 and bool(
        compiled(r"\b(?:during|in the course of|as part of)\b[^.;]{0,40}\Z").search(between)
    )


def _share_places_of_gatherings(stage: Stage, cases: list[Case]) -> None:
    """Those who meet on the sidelines of a gathering meet where it is."""
    lacking = [
        case for case in cases if case.place is None and case.first.occasion is not None and case.first.kind in TALKS
    ]
    if not lacking:
        return
    placed = [
        (sighting.trigger, case.place)
        for case in cases
        if case.place is not None and (case.family == "gathering" or case.first.kind is CONSULTATION)
        for sighting in case.sightings
    ]
    placed.sort(key=lambda item: item[0].start)
    for case in lacking:
        occasion = case.first.occasion
        if occasion is None or not placed:
            continue
        place = next((place for trigger, place in placed if occasion.start <= trigger.start < occasion.end), None)
        if place is None and stage.document.folded[occasion.start : occasion.end] in _GATHERINGS:
            earlier = [place for trigger, place in placed if trigger.start < occasion.start]
            place = earlier[-1] if earlier else None
        if place is not None:
            case.place = case.first.place = place


def _let_attend(stage: Stage, cases: list[Case]) -> None:
    """Let those who meet on the sidelines of a gathering, of which nobody else is named, attend it."""
    for case in cases:
        occasion = case.first.occasion
        if occasion is None or case.first.kind not in TALKS:
            continue
        met = case.first.participants.items()
        attending = {id: (PARTICIPANT, where) for id, (_, where) in met if id in stage.persons}
        for other in cases:
            if other.family != "gathering" or not occasion.start <= other.first.trigger.start < occasion.end:
                continue
            if stage.persons.intersection(other.ids) <= attending.keys():
                other.first.participants |= attending
                other.ids |= attending.keys()


_GATHERINGS = frozenset(
    "summit conference meeting meetings gathering forum event session consultations dialogue talks".split()
)
"""What "on the sidelines of the …" says of a gathering told of before."""
_SAME_DAY = (
    r"\b(?:earlier|later|also|early|late)\s+(?:in|on|during)?\s*(?:the|that|this|the same)\s+day\b|"
    r"\b(?:the|that) same (?:day|evening|morning|afternoon|night)\b|\bthat (?:day|evening|afternoon|night)\b"
)
_EARLIER = r"\W*earlier,?\s+(?!this\b|in\b|on\b|last\b|that\b|today\b)"
"""The beginning of a sentence that goes back in the same day."""
_DAYS = (" day", " evening", " morning", " afternoon", " night")
_ALSO = r"\balso\s+(?:[a-z-]+\s+){0,5}\Z"


def _that_day(folded: str, begin: int, end: int) -> bool:
    """Whether words in a range say that something took place on the day told of before."""
    near = folded[begin:end]
    return holds(near, _DAYS) and compiled(_SAME_DAY).search(near) is not None


def _share_days(stage: Stage, cases: list[Case]) -> None:
    """What took place "later in the day" took place on the day told of before; so did what someone "also" did."""
    lacking = [case for case in cases if case.date is None and case.first.status is HELD]
    if not lacking:
        return
    document = stage.document
    folded, sentences = document.folded, document.sentences
    order = sorted(cases, key=lambda case: case.first.trigger.start)
    for case in lacking:
        first = case.first
        begin, start = sentences[first.sentence].start, first.trigger.start
        before = folded[begin:start]
        also = first.kind in TALKS and "also" in before and compiled(_ALSO).search(before) is not None
        end = min(start + 120, sentences[first.sentence].end)
        if not (also or _that_day(folded, begin, end) or compiled(_EARLIER).match(before)):
            continue
        known = None
        for other in order:
            if other.first.trigger.start >= start:
                break
            known = other
            if also and not (other.first.ids & first.ids and other.first.kind not in _PLACELESS):
                known = None
            if known is not None and known.date is None:
                known = None if also else known
        if known is None or known.date is None or first.sentence - known.last.sentence > (1 if also else 6):
            continue
        day = known.date.value
        if day.start is None or day.start != day.end or known.first.status is not HELD:
            continue
        case.date = first.date = known.date
        if also and case.place is None and known.place is not None:
            case.place = first.place = known.place
