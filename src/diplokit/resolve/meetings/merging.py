"""Which sightings speak of the same meeting: the same kind, participants, place and day, or words that refer back."""

from collections.abc import Iterable

from diplokit import Span
from diplokit.vocabulary import MeetingMode as Mode
from diplokit.vocabulary import VisitType

from .attendance import add_attendance, add_sides, repeat_participants
from .cases import ENOUGH, FAMILY, Case
from .headings import tell_in_full, tells_tour, told_in_full
from .identity import agree, sides_within
from .inherited import inherit, recall
from .patterns import compiled
from .sentences import Head
from .sightings import Sighting
from .stage import Stage
from .status import by_date
from .terms import CALL, HOST, VISIT, VISITOR
from .worth import NEWS, elsewhere, slight

_CROSSINGS = {
    "meeting": ("gathering", "call"),
    "gathering": ("meeting",),
    "ceremony": ("signing",),
    "call": ("meeting",),
}
"""What a word of one family may mean of another: "the meeting" for a call or a summit."""

_REACH = 12
"""How many sentences back "the meeting" may look for what it means."""


_PRESENT = r"\b(?:present|in attendance) (?:at|during) the\s+\Z"
"""Before the meeting where somebody only was as well."""


def merge(stage: Stage, sightings: Iterable[Sighting]) -> list[Case]:
    """Put together the sightings that speak of the same meeting."""
    cases: list[Case] = []
    for sighting in sightings:
        if sighting.date is not None:
            sighting.status = by_date(sighting.status, sighting.date, stage.document)
        if cases and sighting.kind is VISIT:
            _let_guest_visit(stage, cases[-1].last, sighting)
        apart = repeat_participants(stage, cases, sighting) if cases else None
        case = _same(stage, cases, sighting, apart) if cases else None
        if case is not None:
            case.add(sighting)
        else:
            if sighting.definite and not sighting.participants:
                recall(stage, cases, sighting)
            elif sighting.joins and cases and not (sighting.place or sighting.date):
                start = sighting.trigger.start
                if compiled(_PRESENT).search(stage.document.folded[max(0, start - 40) : start]):
                    continue  # at a meeting that was told of, but not understood
            add_sides(stage, sighting)
            if sighting.once and cases:
                _give_up(stage, cases, sighting)
            cases.append(Case(sighting))
    add_attendance(stage, cases)
    kept = [case for case in cases if not slight(stage, case) or elsewhere(stage, case, cases)]
    inherit(stage, kept)
    return kept


def _give_up(stage: Stage, cases: list[Case], new: Sighting) -> None:
    """Let what one was to do on a journey that was put off or called off be so too: "She was to visit Tanzania on Friday"."""
    persons = stage.persons.intersection(new.participants)
    for case in cases[:-5:-1]:
        status = case.first.status
        if status in NEWS and new.sentence - case.last.sentence <= 4 and persons & case.ids:
            new.status = status
            return


def _let_guest_visit(stage: Stage, before: Sighting, new: Sighting) -> None:
    """Let the guest be on the visit: "A received B. The minister, who is on a visit to the country, …"."""
    hosts, guests = before.playing(HOST), before.playing(VISITOR)
    if new.sentence - before.sentence > 1 or len(hosts) != 1 or len(guests) != 1 or new.playing(VISITOR) != hosts:
        return
    host, guest = *hosts, *guests
    _, where = new.participants[host]
    if isinstance(where, Span) or where.rule not in ("office", "pronoun") or host not in stage.persons:
        return
    home, there = stage.side(host), new.place and stage.head_at(new.place.start, new.place.end)
    if new.place is not None and (not isinstance(there, Head) or there.rule == "name"):
        return
    new.participants = {guest: (VISITOR, where)}
    if home in stage.states:
        new.participants[home] = HOST, where
        new.code = stage.actors[home].code
        if new.place is not None or new.date is None:
            new.place = stage.actors[home].references[0].span


def _same(stage: Stage, cases: list[Case], new: Sighting, apart: Case | None) -> Case | None:
    """The case that a new sighting belongs to; not the one `apart`, of which it says that it was another."""
    if new.rule == "noun_series":
        return None  # "the first took place in March" is another than those told of
    family, ids = FAMILY[new.kind], new.participants.keys()
    latest = cases[-1]
    if new.kind is VISIT and len(cases) < 3 and cases[0].family == "visit" and tells_tour(stage, cases[0], new):
        return cases[0]
    if latest.last.sentence == new.sentence and ids <= latest.ids:
        if new.named and latest.last.purpose is new.event:
            return latest  # "they met for the first Strategic Dialogue"
        if latest.last.rule in ("verb_meet", "verb_receive") and (
            family in ("meeting", "ceremony", "gathering") and not new.named
        ):
            before = stage.document.folded[max(0, new.trigger.start - 50) : new.trigger.start]
            if compiled(r"\b(?:for|in|at)\s+(?:(?:an?|their|its)\s+)?(?:[\w-]+\s+){0,2}\Z").search(before):
                return latest  # "they met for talks"
    if latest.last.sentence == new.sentence and _one_event(stage, latest.last, new):
        return latest
    if latest.last.sentence == new.sentence and new.rule == latest.last.rule == "verb_meet" and latest.ids <= ids:
        if stage.document.folded[latest.last.trigger.end : new.trigger.start].strip(", ") in ("and", "with and"):
            return latest  # "met and conferred with"
    for case in cases[:-3:-1]:
        if case is not apart and told_in_full(stage, case, new):
            tell_in_full(stage, case, new)
            return case
    if new.kind is CALL and new.mode is Mode.UNSPECIFIED and len(ids) > 1 and not (new.place or new.date):
        for case in cases[:-4:-1]:  # "they had a conversation": face to face, at the meeting told of
            if case.family == "meeting" and case.ids == ids and new.sentence - case.last.sentence <= 4:
                return case
    recent = cases[: -ENOUGH - 1 : -1]
    alike = [case for case in recent if case.family == family and case is not apart]
    if new.visit_type not in (None, VisitType.UNSPECIFIED):  # "the state visit" is the one called so before
        alike.sort(key=lambda case: all(s.visit_type is not new.visit_type for s in case.sightings))
    reach = 2 * _REACH if family == "gathering" else _REACH
    for case in alike:
        if new.sentence - case.last.sentence > reach and not _named(case, new):
            if not (family == "visit" and ids and ids <= case.ids) and not (family == "signing" and new.definite):
                continue
        if agree(stage, case, new):
            return case
    if (
        not ids
        and new.definite
        and family != "visit"
        and len(recent) == len(alike) == 1
        and not (new.place or new.date)
    ):
        if new.sentence - latest.last.sentence <= _REACH and new.status is latest.first.status:
            return latest  # "the discussions" are those of the only meeting that was told of
    # A word of another kind may mean the same: "the meeting" for a call or a summit.
    others = _CROSSINGS.get(family)
    if others is None or len(alike) == len(recent):
        return None
    if not new.definite and len(ids) < 2:
        return None
    for case in recent:
        distance = new.sentence - case.last.sentence
        if case.family not in others or (distance > _REACH and not _named(case, new)):
            continue
        alike_by_name = len(ids) > 1 and ids == case.ids and {family, case.family} == {"meeting", "gathering"}
        within = distance <= 4 and (
            ids <= case.ids
            or (family == "meeting" and (sides_within(stage, ids, case.ids) or (new.joins and distance <= _SOON)))
        )
        if (alike_by_name or (within and _refers(stage, case, new))) and agree(stage, case, new):
            return case
    return None


_OF_THOSE = r"(?:\s+(?:of|between|among)\s[^.;,]{2,70}?)?\s+(?:(?:has|had|have|will|also|first|last|again)\s+)*"
"""Between a gathering and "met": whose it is."""


def _one_event(stage: Stage, before: Sighting, new: Sighting) -> bool:
    """Whether a verb and its subject or object tell of one gathering: "the summit of the League met", "will speak at a session"."""
    between = stage.document.folded[before.trigger.end : new.trigger.start]
    if before.rule == "verb_speak_at":
        return new.rule.startswith("noun_") and len(between) < 20
    if new.rule != "verb_meet" or not before.rule.startswith("noun_") or FAMILY[before.kind] != "gathering":
        return False
    return new.ids == before.ids and compiled(_OF_THOSE).fullmatch(between) is not None


def _refers(stage: Stage, case: Case, new: Sighting) -> bool:
    """Whether a sighting refers back to a meeting and says of the day and the place only what is not known yet."""
    if not new.definite or _on_its_sidelines(case.last, new):
        return False
    if not (new.place or new.date):
        return True
    if (new.place and case.place) or (new.date and case.date) or new.participants or case.first.named:
        return False
    if new.status is not case.first.status or new.sentence - case.last.sentence > _SOON:
        return False
    folded, trigger = stage.document.folded, new.trigger
    return folded.endswith(" the ", 0, trigger.start) and compiled(_TOOK_PLACE).match(folded, trigger.end) is not None


def _on_its_sidelines(met: Sighting, new: Sighting) -> bool:
    """Whether they met on the sidelines of what a sighting tells of."""
    return met.occasion is not None and met.occasion.start <= new.trigger.start < met.occasion.end


_SOON = 2
"""How many sentences later the text says where and when a meeting was held."""
_TOOK_PLACE = r"\s*,?\s+(?:which\s+)?(?:(?:was|were|is being|will be)\s+(?:\w+ly\s+)?(?:held|hosted|convened)|took place|takes place|will take place)\b"


def _named(case: Case, new: Sighting) -> bool:
    return new.event is not None and any(s.event is not None and _name(s) == _name(new) for s in case.sightings)


def _name(sighting: Sighting) -> str:
    value = sighting.event.value if sighting.event else None
    return value.name.casefold() if value else ""
