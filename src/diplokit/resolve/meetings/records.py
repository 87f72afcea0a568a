"""From the sightings of a meeting to its record, with the words that say so."""

from collections.abc import Iterator

from diplokit import Document, Meeting, Participant, Span
from diplokit.vocabulary import Confidence, VisitType
from diplokit.vocabulary import MeetingMode as Mode

from .cases import Case, date_of
from .levels import level_of
from .parts import Participants
from .sightings import Sighting
from .stage import Stage
from .status import by_date
from .terms import CANCELLED, POSTPONED, PROPOSED, SCHEDULED, VISIT, VISITOR
from .whereabouts import capital_city

_AHEAD = (SCHEDULED, PROPOSED)
_NEWS = (CANCELLED, POSTPONED)
"""What has become of a meeting of which it was told first that it would be."""
_RANK = {Confidence.CERTAIN: 0, Confidence.LIKELY: 1, Confidence.POSSIBLE: 2}


def records(stage: Stage, cases: list[Case]) -> Iterator[Meeting]:
    """The records of the cases, in the order of the text."""
    cases.sort(key=lambda case: min([sighting.trigger.start for sighting in case.sightings]))
    for number, case in enumerate(cases, 1):
        yield _record(stage, case, f"m{number}")


def _record(stage: Stage, case: Case, id: str) -> Meeting:
    document, sightings = stage.document, case.sightings
    named = [sighting for sighting in sightings if sighting.named]
    first = named[0] if named else _told(stage, case)
    name = first.event.span if named and first.event is not None else None
    participants: Participants = {}
    topics: list[Span] = []
    occasion = maiden = status = None
    mode, visit_type, confidence = Mode.UNSPECIFIED, None, first.confidence
    for sighting in sightings:
        for who, part in sighting.participants.items():
            if who not in participants:
                participants[who] = part
        topics += sighting.topics
        occasion = occasion or sighting.occasion
        maiden = maiden or sighting.maiden
        if sighting.sure and (status is None or (status in _AHEAD and sighting.status in _NEWS)):
            status = sighting.status
        if mode is Mode.UNSPECIFIED:
            mode = sighting.mode
        if visit_type is None or visit_type is VisitType.UNSPECIFIED:
            visit_type = sighting.visit_type or visit_type
        if sighting.confidence is not confidence and _RANK[sighting.confidence] < _RANK[confidence]:
            confidence = sighting.confidence
    _drop_represented(stage, first, participants)
    level = level_of(stage, first, participants)
    for sighting in sightings:
        if sighting.beside is not None:
            participants = {**participants, **sighting.beside}
    if status is None:
        status = first.status
    date = date_of(case)
    spans = {"trigger": Span(first.trigger.start, first.trigger.end)}
    if date is not None:
        spans["date"] = date.span
        status = by_date(status, date, document)
    if case.place is not None:
        spans["place"] = case.place
    if occasion is not None:
        spans["occasion"] = occasion
    if maiden is not None:
        spans["maiden"] = maiden
    if name is not None:
        spans["name"] = name
    if topics:
        spans["topic"] = topics[0]
    for number, (_, where) in enumerate(participants.values(), 1):
        spans[f"participant_{number}"] = where if type(where) is Span else Span(where.start, where.end)
    return Meeting(
        id=id,
        kind=first.kind,
        name=None if name is None else _words(document, name),
        visit_type=visit_type if first.kind is VISIT else None,
        maiden=maiden is not None,
        mode=mode,
        status=status,
        level=level,
        participants=[Participant(who, part) for who, (part, _) in participants.items()],
        place=_place(stage, case.place),
        date=None if date is None else date.value,
        occasion=None if occasion is None else _words(document, occasion),
        topics=dict.fromkeys([_words(document, topic) for topic in topics]) if topics else (),
        spans=spans,
        rule=first.rule,
        confidence=confidence,
    )


def _words(document: Document, span: Span) -> str:
    """What stands at a span, on one line."""
    return " ".join(document.text[span.start : span.end].split())


def _told(stage: Stage, case: Case) -> Sighting:
    """The sighting that gives the record its words: the first in a sentence, since a headline says less."""
    for sighting in case.sightings:
        span = stage.document.sentences[sighting.sentence]
        text = stage.document.text
        heading = text[span.end - 1].isalnum() or text[span.end - 1] == ")"
        heading = heading and span.end - span.start < 160 and text[span.end : span.end + 1] == "\n"
        heading = heading and not sighting.rule.startswith("verb")
        if not heading and sighting.kind is case.first.kind:
            return case.first if sighting.definite else sighting
    return case.first


def _place(stage: Stage, span: Span | None) -> str | None:
    """The place as the text names it; where the text only says "the country", its name."""
    if span is None:
        return None
    if stage.document.folded.startswith(" capital", span.end):  # "in the Peruvian capital"
        city = capital_city(stage, span)
        if city is not None:
            return city
    head = stage.head_at(span.start, span.end)
    if head is not None and head.rule not in ("name", "acronym", "alias") and head.ids[0] in stage.states:
        return stage.actors[head.ids[0]].name
    written = stage.document.text[span.start : span.end]
    if written.isupper() and len(written) > 3 and "." not in written:  # "LIMA" in a dateline
        known = [m for m in stage.places(span.start, span.end) if m.end == span.end]
        return known[0].value.name if known else written.title()
    return " ".join(written.split())


def _drop_represented(stage: Stage, first: Sighting, participants: Participants) -> None:
    """A state for which a person of the meeting acts is not named again beside the person."""
    if len(participants) < 2:
        return
    if first.kind is VISIT:
        guests = [id for id, (part, _) in participants.items() if part is VISITOR]
        for side in map(stage.side, stage.persons.intersection(guests)):
            if side in guests:
                participants.pop(side, None)
        return
    states = stage.states.intersection(participants)
    if states:
        for side in map(stage.side, stage.persons.intersection(participants)):
            if side in states:
                participants.pop(side, None)
