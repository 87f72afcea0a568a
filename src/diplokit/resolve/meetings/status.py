"""Whether a meeting of which a verb tells took place, will, should, or will not, and what its date says of that."""

from typing import Any

from diplokit import Document, Mention
from diplokit.vocabulary import MeetingStatus as Status

from .cases import ends_on
from .modals import (
    CANCELLED,
    DECLINED,
    DENIED,
    EMPTIES,
    EMPTY,
    LATER,
    NOT,
    NOTS,
    POSTPONED,
    PROPOSED,
    comes,
    proposals,
    turns,
    word,
)
from .patterns import compiled

_MODALS = frozenset(("will", "would", "shall", "be"))
_NEVER_DONE = r"(?:was|were|been|due|scheduled|supposed|expected|set|slated) (?:also |then |originally |initially |earlier )?to have"
"""Before a participle: what was planned and came to nothing."""
_ONCE = (
    r"would|(?:was|were|had been)(?: \w+)?(?: (?:due|scheduled|set|expected|supposed|slated|going|planning|hoping))? to|"
    r"(?:had )?(?:planned|hoped|intended)(?: to)?|had been (?:due|expected) in"
)
_WILL = frozenset(("will", "shall", "ll", "is", "are"))
_MEANWHILE = ("while ", "when ", "whilst ")
_NOW = frozenset(("is", "are", "am", "currently", "now", "presently"))


def of_verb(form: str, left: str) -> Status | None:
    """The status that a verb gives, by its form and the masked text between its subject and it.

    Returns:
        `None` where the verb tells of no meeting: "has not met", "should visit", "if he visits".
    """
    near = left[-60:]
    words = frozenset(compiled(r"[a-z]+").findall(left))
    if form in ("past", "participle") and (
        words.isdisjoint(_MODALS) or not word(r"will|would|to be|shall|be").search(near)
    ):
        if not words.isdisjoint(turns()) and word(DENIED).search(near):
            return Status.DENIED
        if not words.isdisjoint(NOTS) and word(NOT).search(near[-25:]):
            return None
        if "have" in words and word(_NEVER_DONE).search(near[-40:]):
            return Status.CANCELLED  # "was to have met"
        if ("have" in words or "if" in words) and word(r"would have|could have|should have|if").search(near):
            return None
        return Status.HELD
    if "have" in words and "will" not in words and word("would have").search(near[-25:]):
        return Status.CANCELLED  # "would have met"
    if not words.isdisjoint(turns()):
        if word(CANCELLED).search(near):
            return Status.CANCELLED
        if form == "ing" and word(r"(?:is|are|was|were)(?: not|n't)").search(near[-12:]):
            return Status.DENIED  # "is not going to"
        if word(POSTPONED).search(near):
            return Status.POSTPONED
        if word(DECLINED).search(near):
            return Status.DECLINED
        if word(DENIED).search(near):
            return Status.DENIED
    if not words.isdisjoint(NOTS) and word(NOT).search(near[-25:]):
        return None
    if form == "third":
        return Status.HELD
    if form == "ing":
        if left.endswith(_MEANWHILE) and words.isdisjoint(_WILL):
            return Status.HELD  # "announced this while meeting"
        if (comes(words) and word(LATER).search(left if left.endswith("before ") else near)) or (
            "prior" in words and word("prior to").search(near[-20:])
        ):
            return Status.SCHEDULED
        if not words.isdisjoint(_NOW) and word(r"is|are|am|currently|now|presently").search(near[-20:]):
            return Status.ONGOING
        if not words.isdisjoint(proposals()) and word(PROPOSED).search(near[-30:]):
            return Status.PROPOSED
        if compiled(
            r"(?:\b(?:after|since|on|upon|by|while|when|following|for|before|and|was|were|been|be|including|hours|minutes|days|morning|afternoon|evening)\s+(?:\w+ly\s+)?|,\s*|\A\s*)\Z"
        ).search(near):
            return Status.HELD
        return None
    if "accept" in left and word(r"accept(?:s|ed|ing)?").search(near):
        return Status.SCHEDULED
    if not words.isdisjoint(_WILL) and word(r"will|shall|'ll|is to|are to").search(near[-30:]):
        return Status.SCHEDULED
    if not words.isdisjoint(EMPTIES) and word(EMPTY).search(near[-25:]):
        return None
    if not words.isdisjoint(proposals()) and word(PROPOSED).search(near[-40:]):
        if not word(r"will|shall").search(near[-25:]):
            return Status.PROPOSED
    if comes(words) and word(LATER).search(left):
        return Status.SCHEDULED
    return None


_PRESENT = (
    r"[\s,]*(?:(?!to\b|and\b|will\b|would\b|could\b|should\b|must\b|may\b|might\b|can\b|not\b)[a-z]+\s+){0,2}?"
    r"(?:ministers|leaders|officials|negotiators|nations|countries|members|states|delegates|envoys|chiefs|heads)?\s*(?:also\s+|[<D>]+\s+)*\Z"
)


def present_plural(left: str) -> bool:
    """Whether a base form after these words is a present tense: "OPEC ministers | begin a meeting"."""
    return bool(compiled(_PRESENT).match(left))


def planned_once(left: str) -> bool:
    """Whether words between who acts and a verb tell of a plan from a later time: "was due to visit"."""
    return word(_ONCE).search(left[-60:]) is not None


def by_date(status: Status, date: Mention[Any], document: Document) -> Status:
    """The status that fits the date: what lies after the day of publication is not held yet, unless it runs until then."""
    day, published = date.value, document.published
    if published is None or day.start is None or day.end is None:
        return status
    if status is Status.ONGOING and ends_on(document, date):
        return status
    if status in (Status.HELD, Status.ONGOING) and day.start > published:
        return Status.SCHEDULED
    if status is Status.ONGOING and day.end < published:
        return Status.HELD
    return status
