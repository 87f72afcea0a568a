"""Where a meeting is, if only its host or the place from which the story comes tells."""

from functools import cache

from diplokit import Span
from diplokit.vocabulary import MeetingMode as Mode
from diplokit.wordlists import PLACES, PlaceWord

from .cases import Case, dates_agree
from .patterns import compiled
from .sightings import Sighting
from .sites import OF_SITE
from .stage import Stage
from .terms import (
    BILATERAL,
    CEREMONY,
    CONSULTATION,
    COURTESY,
    HELD,
    HOST,
    ONGOING,
    PLURILATERAL,
    SCHEDULED,
    SIGNING,
    VISIT,
    VISITOR,
)

TALKS = frozenset({BILATERAL, PLURILATERAL, CONSULTATION, COURTESY})
"""Kinds of meetings at which a few sit down with each other."""


@cache
def _capitals(locale: str) -> dict[str, str]:
    """The cities from which states are governed, by the code of the state; the first where the table has several."""
    cities: dict[str, str] = {}
    for word in PLACES.in_locale(locale).values():
        if isinstance(word, PlaceWord) and word.rank == "capital":
            place = word.places[0]
            if place.code:
                cities.setdefault(place.code, place.name)
    return cities


def capital_city(stage: Stage, span: Span) -> str | None:
    """The city that "the Peruvian capital" means, of the span of its first word."""
    found = stage.places(span.start, span.end)
    code = found[0].value.code if found else None
    return None if code is None else _capitals(stage.document.locale).get(code)


def infer_places(stage: Stage, cases: list[Case]) -> None:
    """Give meetings without a place that of who hosts them, of their occasion, of a journey, or of the story."""
    _place_at_host(stage, cases)
    _place_where_others_meet(cases)
    _place_on_journey(stage, cases)
    _place_at_dateline(stage, cases)
    _place_visits_at_dateline(stage, cases)


def _place_at_host(stage: Stage, cases: list[Case]) -> None:
    """A gathering that a state is to host is in that state: "Peru will host the next summit"."""
    for case in cases:
        first = case.first
        if case.place is not None or case.family != "gathering" or first.occasion is not None:
            continue
        hosts = [id for sighting in case.sightings for id in sighting.playing(HOST)]
        if len(set(hosts)) != 1 or first.mode is not Mode.UNSPECIFIED:
            continue
        span = stage.document.sentences[first.sentence]
        where = next(s.participants[hosts[0]][1] for s in case.sightings if hosts[0] in s.participants)
        if hosts[0] not in stage.states and (isinstance(where, Span) or where.rule != "capital"):
            continue
        if compiled(r"(?<!-)\b(?:host|hosts|hosted|hosting)\b(?! (?:an?|the) (?:side|virtual|online)\b)").search(
            stage.document.folded, span.start, span.end
        ):
            if stage.document.text[where.start : where.end].isupper():  # "the ROK"
                names = (r.span for r in stage.actors[hosts[0]].references if r.rule == "name")
                where = next((s for s in names if not stage.document[s].isupper()), where)
            case.place = first.place = where if type(where) is Span else Span(where.start, where.end)


def _place_where_others_meet(cases: list[Case]) -> None:
    """A gathering is where some meet on its sidelines: "met in Singapore on the sidelines of the conference"."""
    for case in cases:
        occasion = case.first.occasion
        if occasion is None or case.place is None or case.first.kind not in TALKS:
            continue
        for other in cases:
            first = other.first
            if other.place is None and other.family == "gathering":
                if occasion.start <= first.trigger.start < occasion.end:
                    other.place = first.place = case.place


_AT_HOME = TALKS | {SIGNING}


def _place_at_dateline(stage: Stage, cases: list[Case]) -> None:
    """Those of whom the first sentences say that they met met where the story comes from, if one of them is at home there."""
    for case in cases:
        first = case.first
        if case.place is not None or first.kind not in _AT_HOME or first.status is not HELD or len(case.ids) < 2:
            continue
        if first.sentence > (1 if first.kind is SIGNING else 3) or _elsewhere(first) or _long_ago(stage, case):
            continue
        line = stage.dateline
        if line is None:
            return
        found = stage.places(line.start, line.end)
        codes = {stage.actors[side].code for side in map(stage.side, case.ids) if side}
        if found and found[0].value.code in codes and len(codes) > 1:
            case.place = first.place = line
            first.code = found[0].value.code


def _elsewhere(first: Sighting) -> bool:
    """Whether those who meet do so on the occasion of something else, or from afar."""
    return first.occasion is not None or first.event is not None or first.mode is not Mode.UNSPECIFIED


def _long_ago(stage: Stage, case: Case) -> bool:
    """Whether a meeting lies so far from the day of the story that it tells of it only in passing."""
    day = None if case.date is None else case.date.value
    published = stage.document.published
    if day is None or published is None or day.start is None or day.end is None:
        return False
    return bool((published - day.end).days > 4 or (day.start - published).days > 4)


_ON_THE_WAY = frozenset((HELD, ONGOING, SCHEDULED))
_ON_JOURNEYS = TALKS | {CEREMONY, SIGNING}


def _place_on_journey(stage: Stage, cases: list[Case]) -> None:
    """Whoever is on one journey in a story meets others where it goes: "A is in Lima. … A also met B"."""
    journeys = [
        case
        for case in cases
        if case.first.kind is VISIT and case.place and case.first.status in _ON_THE_WAY and case.first.rule != OF_SITE
    ]
    if not journeys:
        return
    for case in cases:
        first = case.first
        if (
            case.place is not None
            or (first.kind not in _ON_JOURNEYS and first.rule != OF_SITE)
            or first.status not in _ON_THE_WAY
            or _elsewhere(first)
        ):
            continue
        persons = stage.persons.intersection(case.ids)
        theirs = [other for other in journeys if persons & other.first.playing(VISITOR)]
        if not theirs and first.status is HELD and (first.kind is SIGNING or not persons):
            sides = set(map(stage.side, case.ids))
            if len(sides) == 2:
                before = [other for other in journeys if other.first.sentence <= first.sentence]
                theirs = [other for other in before if sides == _sides_of_visit(stage, other)]
        if len(theirs) == 1 and len(theirs[0].first.playing(HOST)) < 2 and theirs[0].first.places < 2:
            journey = theirs[0]
            if dates_agree(journey.date, case.date) is not False and not _long_ago(stage, case):
                case.place = first.place = journey.place


def _sides_of_visit(stage: Stage, journey: Case) -> set[str | None]:
    """For whom those of a visit act, who receives and who comes: those who sign something on that occasion."""
    return set(map(stage.side, journey.ids)) if journey.first.status in (HELD, ONGOING) else set()


def _place_visits_at_dateline(stage: Stage, cases: list[Case]) -> None:
    """A visit of which only the day is told is to where the story comes from, if that is abroad for the visitor."""
    for case in cases:
        first = case.first
        if first.kind is not VISIT or case.place is not None or len(case.ids) != 1:
            continue
        if (
            not first.definite
            and first.status is not ONGOING
            and "arriv" not in stage.document.folded[max(0, first.trigger.start - 90) : first.trigger.start]
        ):
            continue
        sides = {stage.side(id) for id in stage.persons.intersection(case.ids)} & stage.states
        line = stage.dateline if sides and first.status in (HELD, ONGOING) else None
        if line is None:
            continue
        found = stage.places(line.start, line.end)
        code = found[0].value.code if found else None
        if code is None or code in {stage.actors[side].code for side in sides if side}:
            continue
        host = stage.state_of(code)
        if host is not None:
            case.place, first.place, first.code = line, line, code
            case.ids.add(host)
            first.participants[host] = HOST, line
