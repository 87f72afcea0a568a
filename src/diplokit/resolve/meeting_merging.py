"""Which sightings speak of the same meeting: the same kind, participants, place and day, or words that refer back."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Any

from diplokit.vocabulary import Confidence, MeetingKind, MeetingStatus, Participation, VisitType

from .meeting_patterns import compiled
from .meeting_sightings import Sighting
from .meeting_stage import Stage

Kind = MeetingKind
Participants = dict[str, tuple[Participation, Any]]


_FAMILY = {
    Kind.BILATERAL: "meeting",
    Kind.PLURILATERAL: "meeting",
    Kind.CONSULTATION: "meeting",
    Kind.COURTESY: "meeting",
    Kind.VISIT: "visit",
    Kind.CALL: "call",
    Kind.SUMMIT: "gathering",
    Kind.MINISTERIAL: "gathering",
    Kind.SESSION: "gathering",
    Kind.SIGNING: "signing",
    Kind.CEREMONY: "ceremony",
}


_CROSSINGS = {
    "meeting": ("gathering", "call"),
    "gathering": ("meeting",),
    "ceremony": ("signing",),
    "call": ("meeting",),
}
"""What a word of one family may mean of another: "the meeting" for a call or a summit."""

_PLACELESS = (Kind.VISIT, Kind.CALL)
_NEWS = (MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED)
"""What has become of a meeting is news by itself."""

_NEGATIVE = (*_NEWS, MeetingStatus.DENIED)

_ENOUGH = 40
"""How many sightings of one meeting, and how many meetings before, are looked at: time must grow with length only."""
_REACH = 12


"""How many sentences back "the meeting" may look for what it means."""


class Case:
    """All sightings of one meeting.

    Attributes:
        first: The sighting that gave the record its kind.
        last: The latest one.
        family: The family of that kind.
        ids: All participants.
        place: The first place that is given.
        date: The first date that is given.
    """

    def __init__(self, first: Sighting) -> None:
        self.sightings = [first]
        self.first = self.last = first
        self.family = _FAMILY[first.kind]
        self.ids = set(first.participants)
        self.place = first.place
        self.date = first.date

    def add(self, sighting: Sighting) -> None:
        """Take in a sighting; after `_ENOUGH` of them only the place of the latest matters."""
        self.last = sighting
        if len(self.sightings) < _ENOUGH:
            self.sightings.append(sighting)
            self.ids.update(sighting.participants)
            self.place = self.place or sighting.place
            self.date = self.date or sighting.date


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
            visitors = Participation.VISITOR in [part for part, _ in participants.values()]
            return not ((visitors and (known >= 2 or place or date)) or (known >= 1 and date and place))
        return known < 2 and not (known == 1 and (date or place)) and not (date and place)
    if known:
        return False
    if sighting.plural and sighting.kind is not Kind.SIGNING:
        return not (sighting.sure and sighting.status is not MeetingStatus.HELD)
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
        here = [s for s in told.get(first.sentence, ()) if s.kind is Kind.VISIT]
        if here:
            visit = here[-1] if here[-1].trigger.start < first.trigger.start else here[0]
            if visit.trigger.start < first.trigger.start and visit.status is MeetingStatus.SCHEDULED and not first.sure:
                first.status = MeetingStatus.SCHEDULED
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
    family, ids = _FAMILY[new.kind], new.participants.keys()
    latest = cases[-1]
    if latest.last.sentence == new.sentence and ids <= latest.ids:
        if new.named and latest.last.purpose is new.event:
            return latest  # "they met for the first Strategic Dialogue"
        if latest.last.rule in ("verb_meet", "verb_receive") and family in ("meeting", "ceremony"):
            before = stage.document.folded[max(0, new.trigger.start - 50) : new.trigger.start]
            if compiled(r"\b(?:for|in|at)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}\Z").search(before):
                return latest  # "they met for talks"
    recent = cases[: -_ENOUGH - 1 : -1]
    alike = [case for case in recent if case.family == family]
    if new.visit_type not in (None, VisitType.UNSPECIFIED):  # "the state visit" is the one called so before
        alike.sort(key=lambda case: all(s.visit_type is not new.visit_type for s in case.sightings))
    reach = 2 * _REACH if family == "gathering" else _REACH
    for case in alike:
        if new.sentence - case.last.sentence > reach and not _named(case, new):
            if not (family == "visit" and ids and ids <= case.ids) and not (family == "signing" and new.definite):
                continue
        if _agree(stage, case, new):
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
        if (alike_by_name or (back and distance <= 4 and ids <= case.ids)) and _agree(stage, case, new):
            return case
    return None


def _named(case: Case, new: Sighting) -> bool:
    return new.event is not None and any(s.event is not None and _name(s) == _name(new) for s in case.sightings)


def _name(sighting: Sighting) -> str:
    value = sighting.event.value if sighting.event else None
    return value.name.casefold() if value else ""


def _agree(stage: Stage, case: Case, new: Sighting) -> bool:
    first = case.first
    if _is_event(first) and _is_event(new):
        return _same_event(first, new)
    dates = _dates_agree(case.date, new.date)
    if dates is False:
        return False
    if (
        dates is None
        and first.kind is Kind.VISIT
        and (new.date or new.place)
        and (new.status in _NEGATIVE) != (first.status in _NEGATIVE)
    ):
        return False
    if new.kind is Kind.SIGNING and first.kind is Kind.SIGNING:
        return (
            new.again
            or (
                new.definite
                and bool(new.ids & case.ids or {stage.side(id) for id in new.ids} & {stage.side(id) for id in case.ids})
            )
            or not new.ids
            or _sides_within(stage, new.ids, case.ids)
            or _sides_within(stage, case.ids, new.ids)
        )
    if new.kind is Kind.VISIT:
        return _same_visit(stage, case, new, dates)
    if _is_event(new) or _is_event(first):
        # "the summit" refers back to a named one; a name never to a common noun with other participants.
        hosts = new.playing(Participation.HOST)
        if new.plural or _is_event(new):
            return False
        return new.definite and (new.ids <= case.ids or new.ids == hosts) and _noun_fits(first, new, stage)
    if new.joins and new.sentence - case.last.sentence <= 4 and first.kind is not Kind.VISIT:
        return True
    if not new.ids:
        reach = 2 if new.place and new.date else 5
        return (
            new.definite
            and new.sentence - case.last.sentence <= reach
            and not (new.place and case.place and not _places_agree(stage, case, new))
        )
    together = new.ids <= case.ids or case.ids <= new.ids
    if not together:
        return (
            len(new.ids) > 1
            and len(case.ids) > 1
            and _sides_within(stage, new.ids, case.ids)
            and _states_only(stage, new.ids, case.ids)
        )
    if not new.definite:
        if new.sure and first.sure and {new.status, first.status} == {MeetingStatus.HELD, MeetingStatus.SCHEDULED}:
            return False  # they met, and will meet again
        if len(new.ids) < 2 or len(case.ids) < 2:
            return new.ids == case.ids and dates is True and _places_agree(stage, case, new)
        if new.place and case.place and not _places_agree(stage, case, new):
            return False
        return new.ids == case.ids or dates is True or new.sentence == first.sentence
    return not (new.place and case.place and not _places_agree(stage, case, new))


def _noun_fits(first: Sighting, new: Sighting, stage: Stage) -> bool:
    """Whether a common noun can mean the named gathering."""
    word = stage.document.folded[new.trigger.start : new.trigger.end].split()[-1].rstrip("s")
    name = stage.document.folded[first.trigger.start : first.trigger.end]
    return word in name or word in ("meeting", "event", "gathering")


def _is_event(sighting: Sighting) -> bool:
    return sighting.rule == "event"


def _same_event(old: Sighting, new: Sighting) -> bool:
    assert old.event is not None
    assert new.event is not None
    left, right = old.event.value, new.event.value
    if left.ordinal and right.ordinal and left.ordinal != right.ordinal:
        return False
    if left.year and right.year and left.year != right.year:
        return False
    if old.date and new.date and _dates_agree(old.date, new.date) is False:
        return False
    names = {left.name.casefold(), (left.acronym or "").casefold()} - {""}
    others = {right.name.casefold(), (right.acronym or "").casefold()} - {""}
    if names & others:
        return True
    return any(
        a in b or b in a or _words(a) >= _words(b) or _words(b) >= _words(a)
        for a in names
        for b in others
        if min(len(a), len(b)) > 5 and not (left.ordinal and right.ordinal)
    )


def _words(name: str) -> set[str]:
    return {word for word in name.split() if word not in ("the", "of", "on", "and", "for")}


def _dates_agree(old: Any, new: Any) -> bool | None:
    """Whether two dates can be one; `None` where one is not given."""
    if (
        old is None
        or new is None
        or old.value.start is None
        or new.value.start is None
        or old.value.end is None
        or new.value.end is None
    ):
        return None
    a, b = old.value, new.value
    return bool(a.start <= b.end and b.start <= a.end)


def _within(old: Any, new: Any) -> bool:
    """Whether a date lies inside another and is shorter."""
    a, b = old.value, new.value
    return bool(a.edtf != b.edtf and a.start and b.start and a.start <= b.start and b.end <= a.end)


def _places_agree(stage: Stage, case: Case, new: Sighting) -> bool:
    old = next((s for s in case.sightings if s.place is not None), None)
    if old is None or new.place is None:
        return True
    texts = {stage.document.folded[span.start : span.end] for span in (old.place, new.place) if span}
    return len(texts) == 1 or (old.code is not None and old.code == new.code)


def _same_visit(stage: Stage, case: Case, new: Sighting, dates: bool | None) -> bool:
    visitors: set[str] = set()
    hosts: set[str] = set()
    for sighting in case.sightings:
        visitors |= sighting.playing(Participation.VISITOR)
        hosts |= sighting.playing(Participation.HOST)
    new_visitors, new_hosts = new.playing(Participation.VISITOR), new.playing(Participation.HOST)
    if new_visitors and visitors and not new_visitors & visitors:
        if stage.persons.issuperset(new_visitors | visitors) or not _sides_within(stage, new_visitors, visitors):
            return False
    if not new_visitors and not new.definite:
        return False
    if dates is True and new.place and not _same_place(stage, case, new) and _within(case.date, new.date):
        return False  # a leg with a place and a date of its own
    if new.code:
        codes = {s.code for s in case.sightings if s.code}
        if codes and new.code not in codes:
            return False
    if new_hosts and hosts and not new_hosts & hosts:
        return False
    if len(hosts) > 1 and len(new_hosts) == 1 and new.place is not None:
        return False  # a leg of a tour
    if new_visitors or new.sentence - case.last.sentence <= 6 or new_hosts & hosts:
        return new.definite or bool(new_visitors & visitors) or new.sentence - case.last.sentence <= 3
    return False


def _same_place(stage: Stage, case: Case, new: Sighting) -> bool:
    assert new.place is not None
    text = stage.document.folded[new.place.start : new.place.end]
    return any(s.place and stage.document.folded[s.place.start : s.place.end] == text for s in case.sightings)


def _sides_within(stage: Stage, few: AbstractSet[str], many: AbstractSet[str]) -> bool:
    """Whether everyone of a few acts for, or is represented by, one of many."""
    sides = {stage.side(id) for id in many} | many
    return bool(few) and all(id in sides or stage.side(id) in sides for id in few)


def _states_only(stage: Stage, left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    """Whether one of the two names states only, so that the other may name who acts for them."""
    return stage.persons.isdisjoint(left) or stage.persons.isdisjoint(right)


def date_of(case: Case) -> Any:
    """The most exact date that the sightings agree on."""
    best = None
    for sighting in case.sightings:
        if sighting.date is not None and (
            best is None or (_dates_agree(best, sighting.date) and _within(best, sighting.date))
        ):
            best = sighting.date
    return best
