"""Which of the meetings that a text tells of are worth a record: those of which it says who, or outright that they took place."""

from typing import Any

from diplokit.vocabulary import Confidence

from .cases import Case, dates_agree
from .headings import is_heading
from .parts import Participants
from .sightings import Sighting
from .stage import Stage
from .terms import CANCELLED, DECLINED, HELD, ONGOING, POSTPONED, SIGNING, VISIT, VISITOR

NEWS = (CANCELLED, POSTPONED, DECLINED)
"""What has become of a meeting is news by itself."""


def _says_little(sighting: Sighting, participants: Participants, place: Any, date: Any) -> bool:
    """Whether a sighting with these fields says too little to be a record, as where it refers back to nothing."""
    known = len(participants)
    if (known and sighting.sure and sighting.status in NEWS) or sighting.paper:
        return False
    if place and sighting.sure and sighting.status is ONGOING and sighting.kind is not VISIT:
        return False
    if sighting.definite:
        if sighting.kind is VISIT:
            visitors = VISITOR in [part for part, _ in participants.values()]
            return not ((visitors and (known >= 2 or place or date)) or (known >= 1 and date and place))
        return known < 2 and not (known == 1 and (date or place)) and not (date and place)
    if known:
        return False
    if sighting.plural and sighting.kind is not SIGNING:
        return not (sighting.sure and sighting.status is not HELD)
    return not (date and place) and not (date and sighting.sure)


def slight(stage: Stage, case: Case) -> bool:
    """Whether all sightings together say too little to be a record."""
    sightings, first = case.sightings, case.first
    if len(sightings) == 1 and first.named:
        return first.confidence is Confidence.POSSIBLE  # only a name
    if len(sightings) == 1 and first.sentence == 0 and len(first.ids) < 2 and first.kind is not VISIT:
        if not (first.place or first.date or (first.sure and first.status in NEWS)) and is_heading(stage, 0):
            return True
    for sighting in sightings:
        if sighting.named or not _says_little(sighting, sighting.participants, sighting.place, sighting.date):
            return False
    if len(sightings) == 1:
        return True
    participants: Participants = {}
    for sighting in sightings:
        participants |= sighting.participants  # what was said last counts
    return _says_little(first, participants, case.place, case.date)


def elsewhere(stage: Stage, case: Case, cases: list[Case]) -> bool:
    """Whether a case, though it names nobody, tells outright of what took place where or when no other did."""
    first = case.first
    if not first.told or case.ids or not (case.place or case.date) or is_heading(stage, first.sentence):
        return False
    if not first.definite:
        return True
    folded = stage.document.folded
    for other in cases:
        if other is not case and other.family in ("meeting", "gathering", "ceremony"):
            here, there = case.place, other.place
            if here and there:
                near = first.code == other.first.code and abs(first.sentence - other.last.sentence) < _NEAR
                if near or folded[here.start : here.end] == folded[there.start : there.end]:
                    return False
            if dates_agree(case.date, other.date):
                return False
    return True


_NEAR = 4
"""How many sentences apart two of which one knows only the state are taken for one."""
