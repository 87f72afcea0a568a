"""Words around a date that tell whether it is the period of an amount: "ended in", "compared with", "the same months"."""

import re

from diplokit import CalendarDate, Mention, Reading, Span

AS_OF = ("as of ", "as at ")
"""What stands before the day as of which something was counted."""
ENDED = (
    "reporting period of ",
    "ended in ",
    "ending in ",
    "ended ",
    "ending ",
    "year to ",
    "months to ",
    "quarters to ",
)
PUBLISHED = re.compile(
    r"\b(?:released|published|issued|unveiled|announced|out|dated)(?: (?:on|in|earlier|late|by))? \Z"
)
YEAR = re.compile(r"\d{4}|year|last|next|same")
YEAR_ENDING = re.compile(r"\b(?:years?|months|quarter|half) (?:that )?(?:ended|ending|to the end of)\b")
LAST_YEAR = re.compile(
    r"\A(?:the )?(?:(?:last|previous|preceding|prior) (?:financial |fiscal )?year|a year (?:earlier|ago|before))\Z"
)
# What goes on with another partner.
ANOTHER_PARTNER = re.compile(r"(?: (?:in|for|during) [\w ]{4,24})?(?:,| and|, and) (?:with|to) ")
AT = frozenset([" at ", ", at "])
LISTING = (" with", " at", "(", " taking", " buying", " importing", " absorbing", " receiving", " accounting for")
WHOLE = ("all of ", "whole of ", "the entire ", "the full year ", "throughout ", "all ")
ON_YEAR = re.compile(r",? (?:year[- ]on[- ]year|y-o-y|yoy|on-year|on year)\b")
AGAINST = re.compile(r" (?:against|compared|versus|than|but) | from \S*\d")
SAME_PERIOD = re.compile(r"\b(?:same|corresponding|comparable|year-earlier) (?:period|months?|quarter|half)\b")
# What stands before a date that another is compared with.
BASE_DATE = re.compile(
    r"(?:\b(?:compared (?:with|to)|against|versus|vs\.?|relative to|(?:higher|lower|more|less|larger|smaller) than|(?:per ?cent|%) (?:over|from|on|above|below|up on|down on))"
    r"(?: (?:the |that |those )?(?:(?:same|corresponding|comparable|equivalent|previous|year-earlier) (?:period|months?|quarter|half|time|figures?)|figures?|levels?|total|values?|volumes?|amounts?|numbers?)(?: (?:recorded|registered|posted|reported|seen|achieved))?(?: (?:of|in|for|a))?)?"
    r"|\b(?:over|from|on) the (?:same|corresponding|comparable|previous|year-earlier|year-ago) (?:period|months?|quarter|half)(?: (?:of|in|a))?)"
    r"(?: the)?[\s(]*\Z"
)

_COMPARED_PERIOD = re.compile(
    r"(?:the )?(?:same|corresponding|comparable|year-earlier) (?:period|months?|quarter|half).*\d{4}\Z"
)
_RANGE = re.compile(r"\w (?:to|through|until|till) \w")
# Another amount or another clause; "from Peru" is none, "from 4 billion" is.
_FROM_AMOUNT = re.compile(
    r" from (?:a |an |the |about |some |around |nearly |just |only |over |(?!may |mar |apr |jan |feb |jun |jul |aug |sep |oct |nov |dec )[a-z]{2,3}\.? |\W)*+\S*\d"
    r"| (?:over|than) (?:the )?(?:us|usd|rm|rs)?\W*\d[\d.,]*[ -]?(?:billion|million|trillion|bn|bln|mln)"
)
_APART = re.compile(
    rf"[;\n]| while | whereas | compared | against | but |, and | and (?:in|imports|exports) |{_FROM_AMOUNT.pattern}"
)
# What stands right before a date that is not the period: "than in 2020", "since 2019", "signed in 2004".
_COMPARED = re.compile(
    r"(?: from| since| than| than in| over| over the| compared \w+| against| on| the previous| (?:signed|launched|entered|took effect)\b.{0,20})(?: the)?\s*\Z"
)


def reaches(gap: str) -> bool:
    """Whether a date after an amount still belongs to it: no other amount or clause between."""
    return _APART.search(gap) is None and ("(" not in gap or ")" in gap)


def is_range(date: Mention[CalendarDate], folded: str) -> bool:
    """Whether a date with "from" before it is one stretch of time: "from January to August 2024"."""
    return folded.endswith("from ", 0, date.start) and _RANGE.search(date.text) is not None


def is_base_of_change(gap: str) -> bool:
    """Whether the words between an amount and a date make the date the one that is compared with."""
    return _FROM_AMOUNT.search(gap) is not None or _COMPARED.search(gap[-40:]) is not None


def is_compared(reading: Reading, date: Span) -> bool:
    """Whether a date is the one that another is compared with: "in the same period of 2022"."""
    return _COMPARED_PERIOD.match(reading.document.folded, date.start, date.end) is not None
