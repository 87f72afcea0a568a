"""From the sightings of a meeting to its record, with the words that say so."""

from collections.abc import Iterator

from diplokit import Meeting, Participant, Span
from diplokit.vocabulary import (
    Confidence,
    MeetingKind,
    MeetingLevel,
    MeetingMode,
    Participation,
    Role,
    VisitType,
)

from .meeting_merging import Case, date_of
from .meeting_sightings import Sighting
from .meeting_stage import Stage
from .meeting_status import by_date

Kind = MeetingKind


_RANK = {Confidence.CERTAIN: 0, Confidence.LIKELY: 1, Confidence.POSSIBLE: 2}


def records(stage: Stage, cases: list[Case]) -> Iterator[Meeting]:
    """The records of the cases, in the order of the text."""
    cases.sort(key=lambda case: min(s.trigger.start for s in case.sightings))
    for number, case in enumerate(cases, 1):
        yield _record(stage, case, f"m{number}")


def _record(stage: Stage, case: Case, id: str) -> Meeting:
    document = stage.document
    first = next((s for s in case.sightings if s.named), None) or _told(stage, case)
    spans: dict[str, Span] = {"trigger": first.trigger}
    participants: dict[str, tuple[Participation, Span]] = {}
    for sighting in case.sightings:
        for who, part, span in sighting.participants:
            participants.setdefault(who, (part, span))
    _drop_represented(stage, first, participants)
    date = date_of(case)
    status = next((s.status for s in case.sightings if s.sure), first.status)
    value = date.value if date is not None else None
    status = by_date(status, value, document)
    place = case.given("place")
    fields: dict[str, Span | None] = {
        "date": date.span if date is not None else None,
        "place": place,
        "occasion": case.given("occasion"),
        "maiden": case.given("maiden"),
        "name": first.event.span if first.named and first.event is not None else None,
        "topic": next((t for s in case.sightings for t in s.topics), None),
    }
    spans |= {name: span for name, span in fields.items() if span is not None}
    for number, (_, span) in enumerate(participants.values(), 1):
        spans[f"participant_{number}"] = span
    mode = next((s.mode for s in case.sightings if s.mode is not MeetingMode.UNSPECIFIED), MeetingMode.UNSPECIFIED)
    visit_types = [s.visit_type for s in case.sightings if s.visit_type is not None]
    visit_type = next(
        (v for v in visit_types if v is not VisitType.UNSPECIFIED), visit_types[0] if visit_types else None
    )
    topics = dict.fromkeys(" ".join(document[t].split()) for s in case.sightings for t in s.topics)
    return Meeting(
        id=id,
        kind=first.kind,
        name=" ".join(document[first.event.span].split()) if first.named and first.event is not None else None,
        visit_type=visit_type if first.kind is Kind.VISIT else None,
        maiden=case.given("maiden") is not None,
        mode=mode,
        status=status,
        level=_level(stage, list(participants)),
        participants=tuple(Participant(who, part) for who, (part, _) in participants.items()),
        place=_place(stage, place),
        date=value,
        occasion=" ".join(document[fields["occasion"]].split()) if fields["occasion"] is not None else None,
        topics=tuple(topics),
        spans=spans,
        rule=first.rule,
        confidence=min((s.confidence for s in case.sightings), key=lambda c: _RANK[c]),
    )


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
    head = stage.head_at(span.start, span.end)
    if head is not None and head.rule not in ("name", "acronym", "alias") and stage.state(head.ids[0]):
        return stage.actors[head.ids[0]].name
    written = stage.document[span]
    if written.isupper() and len(written) > 3 and "." not in written:  # "LIMA" in a dateline
        known = [m for m in stage.places(span.start, span.end) if m.end == span.end]
        return known[0].value.name if known else written.title()
    return " ".join(stage.document[span].split())


def _drop_represented(stage: Stage, first: Sighting, participants: dict[str, tuple[Participation, Span]]) -> None:
    """A state for which a person of the meeting acts is not named again beside the person."""
    if first.kind is Kind.VISIT:
        return
    sides = {stage.side(id) for id in participants if stage.person(id)}
    for id in [id for id in participants if stage.state(id) and id in sides]:
        del participants[id]


_LEVELS = {
    Role.HEAD_OF_STATE: MeetingLevel.HEADS_OF_STATE,
    Role.HEAD_OF_GOVERNMENT: MeetingLevel.HEADS_OF_GOVERNMENT,
    Role.FOREIGN_MINISTER: MeetingLevel.MINISTERS,
    Role.MINISTER: MeetingLevel.MINISTERS,
    Role.DEPUTY_MINISTER: MeetingLevel.SENIOR_OFFICIALS,
    Role.ENVOY: MeetingLevel.SENIOR_OFFICIALS,
    Role.AMBASSADOR: MeetingLevel.AMBASSADORS,
    Role.DIPLOMAT: MeetingLevel.SENIOR_OFFICIALS,
    Role.LEGISLATOR: MeetingLevel.PARLIAMENTARY,
}


_RANKS = list(MeetingLevel)


def _level(stage: Stage, ids: list[str]) -> MeetingLevel | None:
    """The rank of those who meet, where the text gives the office of at least two, or of the only one."""
    levels: set[MeetingLevel] = set()
    persons = [id for id in ids if stage.person(id)]
    for id in persons:
        own = {level for office in stage.actors[id].offices if (level := _LEVELS.get(office.role)) is not None}
        if own:
            levels.add(min(own, key=_RANKS.index))  # a Prime Minister who is also Finance Minister meets as the former
    if not levels:
        return None
    return levels.pop() if len(levels) == 1 else MeetingLevel.MIXED
