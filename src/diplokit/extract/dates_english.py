"""The grammar of dates in English: what may follow a day, a month, a weekday, a year or a relative word.

Every reader below is handed a place where a date may begin and looks forward from there with one pattern that
is anchored at that place; nothing is searched, so the time grows with the number of date words and digits only.
Sources: the usage of newsrooms and ministries, and the month and day names of CLDR.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import datetime as dt

from diplokit import CalendarDate, Document
from diplokit.vocabulary import Resolution

from .dates_calendar import (
    UNRESOLVED,
    calendar_date,
    day_edtf,
    move_years,
    point_edtf,
    shift,
    weekday_near,
    year_near,
)
from .dates_tense import tense_at
from .dates_years import is_year

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|"
        "october oct|november nov|december dec".split("|"),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        "monday mon|tuesday tues tue|wednesday wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun".split("|")
    )
    for name in names.split()
}
NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
} | {"a": 1, "an": 1, "couple of": 2}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4, "final": 4}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
_WEEKDAY = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
_NUMBER = "(?:a couple of|an?|" + "|".join(word for word in NUMBERS if word not in ("a", "an", "couple of")) + r"|\d{1,3})"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w:%]|[.,/]\d)"
_YEAR = r"(?:1[0-9]|20|21)\d\d(?!\w|,\d\d\d|\.\d)"
_S = " {1,3}"
# The year behind a month: "2024", ", 2024", "of 2024", "this year".
_YEAR_TAIL = (
    rf"(?:(?:\.?,? {{0,2}}(?:of )?(?<![\w])|-)(?P<year>{_YEAR})|,? ?'(?P<short>\d\d)(?!\w)"
    rf"|,?{_S}(?:of )?(?P<relyear>this|last|next|the same|that|the following|the next|the previous|the current) year(?!\w))?"
)
_POINT = (
    rf"(?:(?P<weekday>{_WEEKDAY})(?!\w)(?:,? (?:morning|afternoon|evening|night))?\.?,? {{0,2}}(?P<open>\()?(?:the )?)?"
    rf"(?:(?P<day>{_DAY})(?: {{1,2}}of)?(?: {{1,3}}|-)(?P<month>{_MONTH})(?!\w){_YEAR_TAIL}"
    rf"|(?P<month2>{_MONTH})\.?(?: {{1,3}}|-)(?:the )?(?P<day2>{_DAY}){_YEAR_TAIL.replace('<', '<_').replace('(?<_!', '(?<!')}"
    rf"|(?P<day3>{_DAY})(?= ?(?:-|to |and |or |& |, ?\d|through |until |till )))(?(open)\)?)"
)


def _sub(pattern: str) -> str:
    return pattern


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)
