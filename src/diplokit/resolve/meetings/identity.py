"""Whether a sighting speaks of a meeting told of before: by name, participants, place and day."""

from collections.abc import Set as AbstractSet

from diplokit.vocabulary import VisitType

from .cases import Case, another_paper, dates_agree, noun_fits, once_more, within
from .patterns import compiled
from .sightings import Sighting
from .sites import OF_SITE
from .stage import Stage
from .terms import (
    CANCELLED,
    COURTESY,
    DECLINED,
    DENIED,
    HELD,
    HOST,
    POSTPONED,
    SCHEDULED,
    SIGNING,
    VISIT,
    VISITOR,
)

_NEGATIVE = (CANCELLED, POSTPONED, DECLINED, DENIED)
_UNHELD = frozenset((SCHEDULED, CANCELLED, POSTPONED))


def agree(stage: Stage, case: Case, new: Sighting) -> bool:
    """Whether a new sighting may speak of a case, by all that both say."""
    first = case.first
    if _is_event(first) and _is_event(new):
        return _other(stage, first) == _other(stage, new) and _same_event(first, new)
    if once_more(stage.document, first, new):
        return False
    dates = dates_agree(case.date, new.date)
    if dates is False or (dates is None and _long_past(stage, case, new)):
        return False
    if (
        dates is None
        and first.kind is VISIT
        and (new.date or new.place)
        and (new.status in _NEGATIVE) != (first.status in _NEGATIVE)
        and not (new.once and first.status in _NEGATIVE)
    ):
        return False
    if new.kind is SIGNING and first.kind is SIGNING:
        if another_paper(stage.document, case, new) or (
            dates is None and not new.definite and _days_ago(stage, new) > _OLD_SIGNING
        ):
            return False
        return (
            new.again
            or (
                new.definite
                and bool(new.ids & case.ids or {stage.side(id) for id in new.ids} & {stage.side(id) for id in case.ids})
            )
            or not new.ids
            or sides_within(stage, new.ids, case.ids)
            or sides_within(stage, case.ids, new.ids)
        )
    if new.kind is VISIT:
        return _same_visit(stage, case, new, dates)
    if _is_event(new) or _is_event(first):
        # "the summit" refers back to a named one; a name never to a common noun with other participants.
        hosts = new.playing(HOST)
        if new.plural or _is_event(new):
            return new.sentence == case.last.sentence + 1 and _told_by_name(stage, case, new)
        if _other(stage, new) != _other(stage, first):
            return False  # "our next summit"
        return new.definite and (new.ids <= case.ids or new.ids == hosts) and noun_fits(stage.document, first, new)
    if case.family == "meeting" and (new.date or new.place) and _other(stage, new) == "last" != _other(stage, first):
        return False  # "the previous meeting was held on 7 May"
    if new.joins and new.sentence - case.last.sentence <= 10 and first.kind is not VISIT:
        return new.definite or sides_within(stage, new.ids, case.ids)
    if not new.ids:
        reach = 2 if new.place and new.date else 5
        return (
            new.definite
            and new.sentence - case.last.sentence <= reach
            and not (new.place and case.place and not _places_agree(stage, case, new, loose=True))
        )
    if (
        case.family == "gathering"
        and new.definite
        and new.ids == new.playing(HOST)
        and noun_fits(stage.document, first, new)
    ):
        return _places_agree(stage, case, new)  # "thanked Peru for hosting this conference"
    together = new.ids <= case.ids or case.ids <= new.ids
    if not together:
        if _named_for_states(stage, case, new):
            return True
        return (
            len(new.ids) > 1
            and len(case.ids) > 1
            and (new.definite or new.kind is not COURTESY or first.kind is COURTESY)
            and sides_within(stage, new.ids, case.ids)
            and _states_only(stage, new.ids, case.ids)
        )
    if not new.definite:
        if new.sure and first.sure and HELD in (told := {new.status, first.status}) and told & _UNHELD:
            return False  # they met, and will meet again
        if len(new.ids) < 2 or len(case.ids) < 2:
            return new.ids == case.ids and dates is True and _places_agree(stage, case, new)
        if new.place and case.place and not _places_agree(stage, case, new):
            return False
        return new.ids == case.ids or dates is True or new.sentence == first.sentence
    if (new.date or new.place) and new.sure and first.sure and {new.status, first.status} == {HELD, SCHEDULED}:
        return False  # they will hold talks; the first round was held in May
    return not (new.place and case.place and not _places_agree(stage, case, new, loose=True))


def _told_by_name(stage: Stage, case: Case, new: Sighting) -> bool:
    """Whether a name tells in full what the sentence before told by a common noun: "at an SADC meeting in Zambia. The 44th …"."""
    return (
        bool(new.ids)
        and new.ids == case.ids
        and case.first.kind is new.kind
        and case.first.status is new.status
        and not case.first.definite
        and not (new.place and case.place and not _places_agree(stage, case, new))
        and not (case.date and new.date)
        and bool(new.place or new.date)
    )


def _long_past(stage: Stage, case: Case, new: Sighting) -> bool:
    """Whether a visit lies years before the story, and the case is the one with which the story begins."""
    if new.kind is not VISIT or case.first.sentence > 2 or new.sentence <= case.first.sentence:
        return False
    return _days_ago(stage, new) > _OLD_VISIT


def _days_ago(stage: Stage, new: Sighting) -> int:
    """How many days before the story something lies; none where one of the two days is not known."""
    published = stage.document.published
    if published is None or new.date is None or new.date.value.end is None:
        return 0
    days: int = (published - new.date.value.end).days
    return days


_OLD_VISIT = 300
"""After how many days a visit is none with which a story begins."""
_OLD_SIGNING = 60
"""After how many days a signing is none of those of the story."""


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
    if old.date and new.date and dates_agree(old.date, new.date) is False:
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


_OTHER = r"\b(last|previous|next|earlier|past|preceding)\s+(?:(?:state|official|working|ministerial|annual|such)\s+)?\Z"


def _other(stage: Stage, sighting: Sighting) -> str | None:
    """Whether a sighting speaks of the last or the next of several that bear one name."""
    start = sighting.trigger.start
    left = stage.document.folded[max(0, start - 30) : start]
    found = compiled(_OTHER).search(left) if left.endswith(_ENDINGS) else None
    return None if found is None else "next" if found[1] == "next" else "last"


_ENDINGS = tuple(
    f"{word} "
    for word in "last previous next earlier past preceding state official working ministerial annual such".split()
)


def _named_for_states(stage: Stage, case: Case, new: Sighting) -> bool:
    """Whether the one names states where the other names who acts for them, and nothing else parts the two."""
    left, right = new.ids - case.ids, case.ids - new.ids
    if case.family != "meeting" or not new.definite or not _places_agree(stage, case, new):
        return False
    if left <= stage.persons:
        return {stage.side(id) for id in left} <= (right & stage.states)
    return len(new.ids) > 1 and left <= stage.states and right <= stage.persons and sides_within(stage, left, right)


def _words(name: str) -> set[str]:
    return {word for word in name.split() if word not in ("the", "of", "on", "and", "for")}


def _places_agree(stage: Stage, case: Case, new: Sighting, *, loose: bool = False) -> bool:
    """Whether the places of both can be one; loosely, a building may stand in any city."""
    old = next((s for s in case.sightings if s.place is not None), None)
    if old is None or new.place is None:
        return True
    texts = {stage.document.folded[span.start : span.end] for span in (old.place, new.place) if span}
    if loose and (old.code is None) != (new.code is None):
        return True
    return len(texts) == 1 or (old.code is not None and old.code == new.code)


def _same_visit(stage: Stage, case: Case, new: Sighting, dates: bool | None) -> bool:
    site = new.rule == OF_SITE
    if site != (case.first.rule == OF_SITE) or (site and new.sentence != case.last.sentence and not new.definite):
        return False
    if (
        new.visit_type is VisitType.TRANSIT
        and new.rule == "verb_travel"
        and new.place
        and not _same_place(stage, case, new)
    ):
        return False  # a stop on the way
    visitors: set[str] = set()
    hosts: set[str] = set()
    for sighting in case.sightings:
        visitors |= sighting.playing(VISITOR)
        hosts |= sighting.playing(HOST)
    new_visitors, new_hosts = new.playing(VISITOR), new.playing(HOST)
    if new_visitors and visitors and not new_visitors & visitors:
        if not stage.persons.isdisjoint(new_visitors) and not stage.persons.isdisjoint(visitors):
            return False
        if not sides_within(stage, new_visitors, visitors):
            return False
        if new.rule == "noun_visit" and not new.definite:
            return False  # "will visit Korea … a visit by President A"
    if (not new_visitors and not new.definite) or (not case.ids and case.first.definite and not new.definite):
        return False
    if new_visitors and _other(stage, new) != _other(stage, case.first) and (new.definite or _other(stage, new)):
        return False
    if (
        dates is True
        and new.place
        and not _same_place(stage, case, new)
        and within(case.date, new.date)
        and not stage.document.folded.startswith("arriv", new.trigger.start)
    ):
        return False  # a leg with a place and a date of its own
    if (
        new.status is SCHEDULED
        and new.sure
        and new.date
        and new.place
        and case.first.status is not SCHEDULED
        and not (new.once and case.first.status in _NEGATIVE)
        and not _same_place(stage, case, new)
    ):
        return False  # "is on a visit to Vietnam … will travel to Da Nang on Friday"
    if (new.rule == "verb_send") != (case.first.rule == "verb_send") and (new.definite or case.first.definite):
        return False  # who is sent is not the one who sends
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


def sides_within(stage: Stage, few: AbstractSet[str], many: AbstractSet[str]) -> bool:
    """Whether everyone of a few acts for, or is represented by, one of many."""
    sides = {stage.side(id) for id in many} | many
    return bool(few) and all(id in sides or stage.side(id) in sides for id in few)


def _states_only(stage: Stage, left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    """Whether one of the two names states only, so that the other may name who acts for them."""
    return stage.persons.isdisjoint(left) or stage.persons.isdisjoint(right)
