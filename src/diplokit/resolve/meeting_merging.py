"""Which sightings speak of the same meeting: the same kind, participants, place and day, or words that refer back."""

from collections.abc import Iterable
from typing import Any

from attrs import define, field

from diplokit import Span
from diplokit.vocabulary import (
    Confidence,
    MeetingKind,
    MeetingStatus,
    Participation,
    VisitType,
)

from .meeting_patterns import compiled
from .meeting_sightings import Sighting
from .meeting_stage import Stage

Kind = MeetingKind


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


_ENOUGH = 40
"""How many sightings of one meeting, and how many meetings before, are looked at: time must grow with length only."""
_REACH = 12


"""How many sentences back "the meeting" may look for what it means."""


@define(eq=False)
class Case:
    """All sightings of one meeting."""

    sightings: list[Sighting] = field(factory=list)
    latest: Sighting | None = None

    def add(self, sighting: Sighting) -> None:
        """Take in a sighting; after `_ENOUGH` of them only the place of the latest matters."""
        self.latest = sighting
        if len(self.sightings) < _ENOUGH:
            self.sightings.append(sighting)

    @property
    def first(self) -> Sighting:
        """The sighting that gave the record its kind."""
        return self.sightings[0]

    @property
    def last(self) -> Sighting:
        """The latest one."""
        return self.latest or self.sightings[-1]

    def ids(self) -> set[str]:
        """All participants."""
        return {id for sighting in self.sightings for id in sighting.ids}

    def given(self, name: str) -> Any:
        """The first value of a field that any sighting gives."""
        return next((value for s in self.sightings if (value := getattr(s, name)) is not None), None)


def merge(stage: Stage, sightings: Iterable[Sighting]) -> list[Case]:
    """Put together the sightings that speak of the same meeting."""
    cases: list[Case] = []
    for sighting in sightings:
        case = _same(stage, cases, sighting)
        if case is not None:
            case.add(sighting)
        else:
            cases.append(Case([sighting]))
    kept = [case for case in cases if not _slight(case)]
    _share_places(stage, kept)
    return kept


def _empty(sighting: Sighting) -> bool:
    """Whether a sighting that refers back to nothing says too little to be a record."""
    if sighting.event is not None and sighting.event.span == sighting.trigger:
        return False
    return _says_little(sighting, sighting.participants, sighting.place, sighting.date)


def _says_little(
    sighting: Sighting, participants: list[tuple[str, Participation, Span]], place: Any, date: Any
) -> bool:
    known = len(participants)
    if (
        known
        and sighting.sure
        and sighting.status
        in (
            MeetingStatus.CANCELLED,
            MeetingStatus.POSTPONED,
            MeetingStatus.DECLINED,
        )
    ):
        return False  # news by itself
    if sighting.definite:
        if sighting.kind is Kind.VISIT:
            visitors = any(part is Participation.VISITOR for _, part, _ in participants)
            return not ((visitors and (known >= 2 or place or date)) or (known >= 1 and date and place))
        return known < 2 and not (known == 1 and (date or place)) and not (date and place)
    if sighting.plural and sighting.kind is not Kind.SIGNING:
        return known == 0 and not (sighting.sure and sighting.status is not MeetingStatus.HELD)
    return known == 0 and not (date and place) and not (date and sighting.sure)


def _slight(case: Case) -> bool:
    """Whether all sightings together say too little to be a record."""
    if len(case.sightings) == 1 and case.first.named and case.first.confidence is Confidence.POSSIBLE:
        return True  # only a name
    if any(not _empty(sighting) for sighting in case.sightings):
        return False
    participants = [p for sighting in case.sightings for p in sighting.participants]
    unique = list({p[0]: p for p in participants}.values())
    return _says_little(case.first, unique, case.given("place"), case.given("date"))


_TALKS = frozenset({Kind.BILATERAL, Kind.PLURILATERAL, Kind.CONSULTATION, Kind.COURTESY})


def _share_places(stage: Stage, cases: list[Case]) -> None:
    """What one does on a visit happens where the visit is: in the same sentence, or further on in the paragraph."""
    told: dict[int, list[Sighting]] = {}
    for sighting in sorted((s for case in cases for s in case.sightings), key=lambda s: s.trigger.start):
        if sighting.place and sighting.places < 2:
            told.setdefault(sighting.sentence, []).append(sighting)
    for case in cases:
        first = case.first
        if first.kind in (Kind.VISIT, Kind.CALL) or case.given("place") is not None:
            continue
        here = [s for s in told.get(first.sentence, ()) if s.kind is Kind.VISIT]
        if here:
            visit = here[-1] if here[-1].trigger.start < first.trigger.start else here[0]
            if visit.trigger.start < first.trigger.start and visit.status is MeetingStatus.SCHEDULED and not first.sure:
                first.status = MeetingStatus.SCHEDULED
            if visit.trigger.start < first.trigger.start or _linked(stage, first, visit):
                first.place, first.code = visit.place, visit.code
                if case.given("date") is None:
                    first.date = visit.date
                continue
        same = [s for s in told.get(first.sentence, ()) if s.ids & first.ids and s.trigger.start < first.trigger.start]
        if same and first.kind in _TALKS:
            first.place, first.code = same[-1].place, same[-1].code
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
            first.place, first.code = before[-1].place, before[-1].code


def _linked(stage: Stage, first: Sighting, visit: Sighting) -> bool:
    between = stage.document.folded[first.trigger.end : visit.trigger.start]
    return len(between) < 200 and bool(
        compiled(r"\b(?:during|in the course of|as part of)\b[^.;]{0,40}\Z").search(between)
    )


def _same(stage: Stage, cases: list[Case], new: Sighting) -> Case | None:
    """The case that a new sighting belongs to."""
    if new.named and cases and cases[-1].last.purpose is new.event and cases[-1].last.sentence == new.sentence:
        if new.ids <= cases[-1].ids() or not new.ids:
            return cases[-1]  # "they met for the first Strategic Dialogue"
    if (
        cases
        and cases[-1].last.rule in ("verb_meet", "verb_receive")
        and cases[-1].last.sentence == new.sentence
        and _FAMILY[new.kind] in ("meeting", "ceremony")
    ):
        before = stage.document.folded[max(0, new.trigger.start - 50) : new.trigger.start]
        if compiled(r"\b(?:for|in|at)\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}\Z").search(before) and (
            not new.ids or new.ids <= cases[-1].ids()
        ):
            return cases[-1]  # "they met for talks"
    family = _FAMILY[new.kind]
    recent = cases[: -_ENOUGH - 1 : -1]
    alike = [case for case in recent if _FAMILY[case.first.kind] == family]
    others = [case for case in recent if _FAMILY[case.first.kind] != family]
    if new.visit_type not in (None, VisitType.UNSPECIFIED):  # "the state visit" is the one called so before
        alike.sort(key=lambda case: all(s.visit_type is not new.visit_type for s in case.sightings))
    for case in (*alike, *others):
        old = _FAMILY[case.first.kind]
        if new.sentence - case.last.sentence > (2 * _REACH if family == old == "gathering" else _REACH) and not _named(
            case, new
        ):
            if not (family == old == "visit" and new.ids and new.ids <= case.ids()) and not (
                family == old == "signing" and new.definite
            ):
                continue
        if family != old and not _crossing(case, new, family, old):
            continue
        if _agree(stage, case, new):
            return case
    return None


def _named(case: Case, new: Sighting) -> bool:
    return new.event is not None and any(s.event is not None and _name(s) == _name(new) for s in case.sightings)


def _name(sighting: Sighting) -> str:
    value = sighting.event.value if sighting.event else None
    return value.name.casefold() if value else ""


def _crossing(case: Case, new: Sighting, family: str, old: str) -> bool:
    """Whether a word of another kind may mean the same: "the meeting" for a call or a summit."""
    if {family, old} == {"meeting", "gathering"} and len(new.ids) > 1 and new.ids == case.ids():
        return True
    if not new.definite or new.place or new.date or new.ids - case.ids():
        return False
    return (family, old) in {
        ("meeting", "gathering"),
        ("gathering", "meeting"),
        ("meeting", "call"),
        ("ceremony", "signing"),
        ("call", "meeting"),
    } and (new.sentence - case.last.sentence <= 4)


def _agree(stage: Stage, case: Case, new: Sighting) -> bool:
    first = case.first
    if _is_event(first) and _is_event(new):
        return _same_event(first, new)
    dates = _dates_agree(case.given("date"), new.date)
    if dates is False:
        return False
    negative = {MeetingStatus.CANCELLED, MeetingStatus.POSTPONED, MeetingStatus.DECLINED, MeetingStatus.DENIED}
    if (
        (new.status in negative) != (first.status in negative)
        and first.kind is Kind.VISIT
        and (new.date or new.place)
        and dates is None
    ):
        return False
    if new.kind is Kind.SIGNING and first.kind is Kind.SIGNING:
        return (
            new.again
            or (
                new.definite
                and bool(
                    {stage.side(id) for id in new.ids} & {stage.side(id) for id in case.ids()} or new.ids & case.ids()
                )
            )
            or not new.ids
            or _sides_within(stage, new.ids, case.ids())
            or _sides_within(stage, case.ids(), new.ids)
        )
    if new.kind is Kind.VISIT:
        return _same_visit(stage, case, new, dates)
    if _is_event(new) or _is_event(first):
        # "the summit" refers back to a named one; a name never to a common noun with other participants.
        hosts = new.playing(Participation.HOST)
        if new.plural or _is_event(new):
            return False
        return new.definite and (new.ids <= case.ids() or new.ids == hosts) and _noun_fits(first, new, stage)
    if new.joins and new.sentence - case.last.sentence <= 4 and first.kind is not Kind.VISIT:
        return True
    if not new.ids:
        reach = 2 if new.place and new.date else 5
        return (
            new.definite
            and new.sentence - case.last.sentence <= reach
            and not (new.place and case.given("place") and not _places_agree(stage, case, new))
        )
    together = new.ids <= case.ids() or case.ids() <= new.ids
    if not together:
        return (
            len(new.ids) > 1
            and len(case.ids()) > 1
            and _sides_within(stage, new.ids, case.ids())
            and _states_only(stage, new.ids, case.ids())
        )
    if not new.definite:
        if new.sure and first.sure and {new.status, first.status} == {MeetingStatus.HELD, MeetingStatus.SCHEDULED}:
            return False  # they met, and will meet again
        if len(new.ids) < 2 or len(case.ids()) < 2:
            return new.ids == case.ids() and dates is True and _places_agree(stage, case, new)
        if new.place and case.given("place") and not _places_agree(stage, case, new):
            return False
        return new.ids == case.ids() or dates is True or new.sentence == first.sentence
    return not (new.place and case.given("place") and not _places_agree(stage, case, new))


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
    visitors = {id for s in case.sightings for id, part, _ in s.participants if part is Participation.VISITOR}
    hosts = {id for s in case.sightings for id, part, _ in s.participants if part is Participation.HOST}
    new_visitors = {id for id, part, _ in new.participants if part is Participation.VISITOR}
    new_hosts = {id for id, part, _ in new.participants if part is Participation.HOST}
    if new_visitors and visitors and not new_visitors & visitors:
        if all(map(stage.person, new_visitors | visitors)) or not _sides_within(stage, new_visitors, visitors):
            return False
    if not new_visitors and not new.definite:
        return False
    codes = {s.code for s in case.sightings if s.code}
    if dates is True and new.place and not _same_place(stage, case, new) and _within(case.given("date"), new.date):
        return False  # a leg with a place and a date of its own
    if new.code and codes and new.code not in codes:
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


def _sides_within(stage: Stage, few: set[str], many: set[str]) -> bool:
    """Whether everyone of a few acts for, or is represented by, one of many."""
    sides = {stage.side(id) for id in many} | many
    return bool(few) and all(id in sides or stage.side(id) in sides for id in few)


def _states_only(stage: Stage, left: set[str], right: set[str]) -> bool:
    """Whether one of the two names states only, so that the other may name who acts for them."""
    return all(not stage.person(id) for id in left) or all(not stage.person(id) for id in right)


def date_of(case: Case) -> Any:
    """The most exact date that the sightings agree on."""
    best = None
    for sighting in case.sightings:
        if sighting.date is not None and (
            best is None or (_dates_agree(best, sighting.date) and _within(best, sighting.date))
        ):
            best = sighting.date
    return best
