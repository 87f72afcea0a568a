"""A case: all sightings of one meeting, and what they agree on."""

from typing import Any

from diplokit import Document, Mention
from diplokit.vocabulary import MeetingKind as Kind

from .patterns import holds
from .sightings import Sighting

FAMILY = {
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
"""Kinds that may tell of one meeting in other words."""

ENOUGH = 40
"""How many sightings of one meeting, and how many meetings before, are looked at: time must grow with length only."""


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
        self.family = FAMILY[first.kind]
        self.ids = set(first.participants)
        self.place = first.place
        self.date = first.date

    def add(self, sighting: Sighting) -> None:
        """Take in a sighting; after `ENOUGH` of them only the place of the latest matters."""
        self.last = sighting
        if len(self.sightings) < ENOUGH:
            self.sightings.append(sighting)
            self.ids.update(sighting.participants)
            self.place = self.place or sighting.place
            self.date = self.date or sighting.date


def date_of(case: Case) -> Any:
    """The most exact date that the sightings agree on."""
    best = None
    for sighting in case.sightings:
        if sighting.date is not None and (
            best is None or (dates_agree(best, sighting.date) and within(best, sighting.date))
        ):
            best = sighting.date
    return best


def dates_agree(old: Any, new: Any) -> bool | None:
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


_UNTIL = ("until ", "till ", "through ", "thru ")


def ends_on(document: Document, date: Mention[Any]) -> bool:
    """Whether a date is that on which something ends: "is in Lima until Thursday"."""
    return document.folded.endswith(_UNTIL, 0, date.start)


_AGAIN = (" again", " once again", " once more", " a second time", " for the second time")


def once_more(document: Document, first: Sighting, new: Sighting) -> bool:
    """Whether a verb tells of one more meeting of those who met before: "received again", "agreed to meet again"."""
    if not new.rule.startswith("verb") or not document.folded.startswith(_AGAIN, new.trigger.end):
        return False
    return new.status is not first.status or not document.folded.startswith(_AGAIN, first.trigger.end)


def within(old: Any, new: Any) -> bool:
    """Whether a date lies inside another and is shorter."""
    a, b = old.value, new.value
    return bool(a.edtf != b.edtf and a.start and b.start and a.start <= b.start and b.end <= a.end)


def another_paper(document: Document, case: Case, new: Sighting) -> bool:
    """Whether something of another name was signed than what the words around the case speak of."""
    if not new.paper:
        return False
    near = " ".join(document.folded[max(0, s.trigger.start - 250) : s.trigger.end + 250] for s in case.sightings[:3])
    return not all(map(near.__contains__, new.paper))


def noun_fits(document: Document, first: Sighting, new: Sighting) -> bool:
    """Whether a common noun can mean the named gathering."""
    word = document.folded[new.trigger.start : new.trigger.end].split()[-1].rstrip("s")
    name = document.folded[first.trigger.start : first.trigger.end]
    if word in ("discussion", "talk") and holds(name, _TALKS):
        return True
    return word in name or word in ("meeting", "event", "gathering")


_TALKS = ("consultation", "dialogue", "talks", "negotiation")
"""What the names of gatherings say at which two hold discussions."""
