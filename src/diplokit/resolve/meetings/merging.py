"""Which sightings speak of the same meeting: the same kind, participants, place and day, or words that refer back."""

from collections.abc import Iterable
from typing import Any

from diplokit.vocabulary import Confidence, VisitType
from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import MeetingStatus as Status
from diplokit.vocabulary import Participation as Part

from .cases import ENOUGH, FAMILY, Case
from .identity import agree
from .patterns import compiled
from .sightings import Sighting
from .stage import Stage

Participants = dict[str, tuple[Part, Any]]


_CROSSINGS = {
    "meeting": ("gathering", "call"),
    "gathering": ("meeting",),
    "ceremony": ("signing",),
    "call": ("meeting",),
}
"""What a word of one family may mean of another: "the meeting" for a call or a summit."""

_PLACELESS = (Kind.VISIT, Kind.CALL)
_NEWS = (Status.CANCELLED, Status.POSTPONED, Status.DECLINED)
"""What has become of a meeting is news by itself."""

_REACH = 12
"""How many sentences back "the meeting" may look for what it means."""


def merge(stage: Stage, sightings: Iterable[Sighting]) -> list[Case]:
    """Put together the sightings that speak of the same meeting."""
    cases: list[Case] = []
    for sighting in sightings:
        case = _same(stage, cases, sighting) if cases else None
        if case is not None:
            case.add(sighting)
        else:
            cases.append(Case(sighting))
    kept = [case for case in cases if not _slight(case)]
    _share_places(stage, kept)
    return kept


def _says_little(sighting: Sighting, participants: Participants, place: Any, date: Any) -> bool:
    """Whether a sighting with these fields says too little to be a record, as where it refers back to nothing."""
    known = len(participants)
    if known and sighting.sure and sighting.status in _NEWS:
        return False
    if sighting.definite:
        if sighting.kind is Kind.VISIT:
            visitors = Part.VISITOR in [part for part, _ in participants.values()]
            return not ((visitors and (known >= 2 or place or date)) or (known >= 1 and date and place))
        return known < 2 and not (known == 1 and (date or place)) and not (date and place)
    if known:
        return False
    if sighting.plural and sighting.kind is not Kind.SIGNING:
        return not (sighting.sure and sighting.status is not Status.HELD)
    return not (date and place) and not (date and sighting.sure)


def _slight(case: Case) -> bool:
    """Whether all sightings together say too little to be a record."""
    sightings, first = case.sightings, case.first
    if len(sightings) == 1 and first.named:
        return first.confidence is Confidence.POSSIBLE  # only a name
    for sighting in sightings:
        if sighting.named or not _says_little(sighting, sighting.participants, sighting.place, sighting.date):
            return False
    if len(sightings) == 1:
        return True
    participants: Participants = {}
    for sighting in sightings:
        participants |= sighting.participants  # what was said last counts
    return _says_little(first, participants, case.place, case.date)


_TALKS = frozenset({Kind.BILATERAL, Kind.PLURILATERAL, Kind.CONSULTATION, Kind.COURTESY})


_ELSEWHERE = r"\bsince\s+(?:\w+\s+){0,2}\Z|\b(?:way|en route) to\b[^.;,]{0,60}\Z"
"""Before what is not where the visit is: "the first visit since his inauguration", "on his way to Rome to attend"."""


def _share_places(stage: Stage, cases: list[Case]) -> None:
    """What one does on a visit happens where the visit is: in the same sentence, or further on in the paragraph."""
    lacking = [case for case in cases if case.place is None and case.first.kind not in _PLACELESS]
    if not lacking:
        return
    placed = [s for case in cases for s in case.sightings if s.place and s.places < 2]
    told: dict[int, list[Sighting]] = {}
    for sighting in sorted(placed, key=lambda s: s.trigger.start):
        told.setdefault(sighting.sentence, []).append(sighting)
    for case in lacking:
        first = case.first
        if compiled(_ELSEWHERE).search(stage.document.folded[max(0, first.trigger.start - 90) : first.trigger.start]):
            continue
        here = [s for s in told.get(first.sentence, ()) if s.kind is Kind.VISIT]
        if here:
            visit = here[-1] if here[-1].trigger.start < first.trigger.start else here[0]
            if visit.trigger.start < first.trigger.start and visit.status is Status.SCHEDULED and not first.sure:
                first.status = Status.SCHEDULED
            if visit.trigger.start < first.trigger.start or _linked(stage, first, visit):
                case.place = first.place = visit.place
                if case.date is None:
                    case.date = first.date = visit.date
                continue
        same = [s for s in told.get(first.sentence, ()) if s.trigger.start < first.trigger.start and s.ids & first.ids]
        if same and first.kind in _TALKS:
            case.place = first.place = same[-1].place
            continue
        if first.kind not in _TALKS and not (first.kind is Kind.SESSION or first.named):
            continue
        begin = stage.document.sentences[first.sentence].start
        if compiled(r"[\W\d]*throughout\b").match(stage.document.folded[begin : begin + 40]):
            continue
        before = [
            s
            for index in range(max(0, first.sentence - 4), first.sentence)
            if index in told and stage.same_paragraph(index, first.sentence)
            for s in told[index]
            if s.kind is Kind.VISIT or s.kind in _TALKS
        ]
        if before and (not first.ids or before[-1].ids & first.ids):
            case.place = first.place = before[-1].place


def _linked(stage: Stage, first: Sighting, visit: Sighting) -> bool:
    between = stage.document.folded[first.trigger.end : visit.trigger.start]
    return len(between) < 200 and bool(
        compiled(r"\b(?:during|in the course of|as part of)\b[^.;]{0,40}\Z").search(between)
    )


def _same(stage: Stage, cases: list[Case], new: Sighting) -> Case | None:
    """The case that a new sighting belongs to."""
    family, ids = FAMILY[new.kind], new.participants.keys()
    latest = cases[-1]
    if latest.last.sentence == new.sentence and ids <= latest.ids:
        if new.named and latest.last.purpose is new.event:
            return latest  # "they met for the first Strategic Dialogue"
        if latest.last.rule in ("verb_meet", "verb_receive") and (
            family in ("meeting", "ceremony") or (family == "gathering" and not new.named)
        ):
            before = stage.document.folded[max(0, new.trigger.start - 50) : new.trigger.start]
            if compiled(r"\b(?:for|in|at)\s+(?:(?:an?|their|its)\s+)?(?:[\w-]+\s+){0,2}\Z").search(before):
                return latest  # "they met for talks"
    recent = cases[: -ENOUGH - 1 : -1]
    alike = [case for case in recent if case.family == family]
    if new.visit_type not in (None, VisitType.UNSPECIFIED):  # "the state visit" is the one called so before
        alike.sort(key=lambda case: all(s.visit_type is not new.visit_type for s in case.sightings))
    reach = 2 * _REACH if family == "gathering" else _REACH
    for case in alike:
        if new.sentence - case.last.sentence > reach and not _named(case, new):
            if not (family == "visit" and ids and ids <= case.ids) and not (family == "signing" and new.definite):
                continue
        if agree(stage, case, new):
            return case
    # A word of another kind may mean the same: "the meeting" for a call or a summit.
    others = _CROSSINGS.get(family)
    if others is None or len(alike) == len(recent):
        return None
    back = new.definite and not new.place and not new.date
    if not back and len(ids) < 2:
        return None
    for case in recent:
        distance = new.sentence - case.last.sentence
        if case.family not in others or (distance > _REACH and not _named(case, new)):
            continue
        alike_by_name = len(ids) > 1 and ids == case.ids and {family, case.family} == {"meeting", "gathering"}
        if (alike_by_name or (back and distance <= 4 and ids <= case.ids)) and agree(stage, case, new):
            return case
    return None


def _named(case: Case, new: Sighting) -> bool:
    return new.event is not None and any(s.event is not None and _name(s) == _name(new) for s in case.sightings)


def _name(sighting: Sighting) -> str:
    value = sighting.event.value if sighting.event else None
    return value.name.casefold() if value else ""
