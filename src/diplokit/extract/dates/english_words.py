"""The words that English dates are made of, and the smallest thing that is one: a day, month or year with what it leaves out."""

import re
from functools import cache
from typing import NamedTuple

from diplokit import CalendarDate
from diplokit.vocabulary import Confidence


def numbered(words: str, first: int) -> dict[str, int]:
    """Words to numbers: each of the alternatives between two bars has the same one."""
    return {name: number for number, names in enumerate(words.split("|"), first) for name in names.split()}


_MONTH_WORDS = "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec"
MONTHS = numbered(_MONTH_WORDS, 1)
MONTH_NAMES = frozenset(names.split()[0] for names in _MONTH_WORDS.split("|"))
"""The months in full."""
WEEKDAYS = numbered(
    "monday mon|tuesday tues tue|wednesday wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun", 0
)
COUNTS = numbered(
    "one a an|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty",
    1,
)
DAYS_IN_WORDS = numbered(
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|"
    "twenty-first|twenty-second|twenty-third|twenty-fourth|twenty-fifth|twenty-sixth|twenty-seventh|twenty-eighth|twenty-ninth|thirtieth|thirty-first",
    1,
)
ORDINALS = numbered("first 1st|second 2nd|third 3rd|fourth 4th last final", 1)
SEASONS = numbered("spring|summer|autumn fall|winter", 21)
DECADES = numbered("twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties", 2)

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
COUNT = "|".join(sorted(COUNTS, key=len, reverse=True)) + r"|\d{1,3}"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d|/\d+/)"
YEAR = r"(?:1\d|20|21)\d\d(?![\w%]|,\d\d\d|\.\d)"
PARTS_OF_DAY = "morning|afternoon|evening|night"
WHICH = "this|last|next|the same|that|the following|the next|the previous|the current|of this|of last|of next|of the same|of that|of the"


class Point(NamedTuple):
    """A day, month or year as the text gives it; what it leaves out is `None`."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: str | None = None


class Found(NamedTuple):
    """A date in the text: where, and what it means."""

    start: int
    end: int
    value: CalendarDate
    confidence: Confidence = Confidence.CERTAIN


_SPACE = re.compile(r"\[[^\]]*\]|\\ | (?![{?*+])")


@cache
def pattern(source: str) -> re.Pattern[str]:
    """The pattern, in which a space may also be a few: a wrapped or indented line."""
    return re.compile(_SPACE.sub(lambda found: " {1,3}" if found[0] == " " else found[0], source))


def match_at(source: str, folded: str, at: int) -> re.Match[str] | None:
    """Match a pattern at a place of a folded text."""
    return pattern(source).match(folded, at)


_WEEKDAY_FIRST = rf"(?P<weekday>{WEEKDAY})(?!\w)\.?(?: (?:{PARTS_OF_DAY})(?!\w))?,? {{0,3}}(?P<open>\()?(?:the )?"
_DAY_MONTH = rf"{DAY}(?: {{1,2}}of)?(?: {{1,3}}|-)(?P<month>{MONTH})(?!\w|'[a-z])"
_MONTH_DAY = (
    rf"(?P<month>{MONTH})\.?(?: {{1,3}}|-)(?:the )?{DAY}(?! ?(?:billion|million|trillion|per ?cent|pct|bn|percent))"
)
_IN_WORDS = "|".join(sorted(DAYS_IN_WORDS, key=len, reverse=True))
# What may stand behind a day in words: "December first, 1990", and not "in May first reports came", "first of March graduates".
_ENDED = (
    r"(?=[.,;:)\"]|\Z|,? \d{4}(?!\d)| (?:in|at|to|for|with|on|when|by|from|of|that|which|will|would|after|before|and|or|was|is"
    r"|were|until|this|last|next|as)(?!\w))"
)
_NTH = rf" (?P<the>the )?(?P<nth>{_IN_WORDS}){_ENDED}"
_IN_FULL = frozenset("january february march april june july august september october november december".split())
_NTH_OF = rf"(?<![\w-])(?P<nth>{_IN_WORDS})(?: day)? of \Z"
_WEEKDAY_LETTERS = frozenset(word[0] for word in WEEKDAYS)
_BEFORE_YEAR = frozenset(" .,-'")
_MONTH_ONLY = rf"(?P<month>{MONTH})(?!\w)"
YEAR_TAIL = (
    rf"(?:(?:\.?(?:,? {{0,2}}| {{1,2}}(?:period )?(?:of|in) | period,? )(?<!\w)|-)(?P<year>{YEAR})|,? ?'(?P<short>\d\d)(?!\w)"
    rf"|(?: (?:period|quarter)(?: of| in)?)?,? {{1,2}}(?P<which>{WHICH}) year(?!\w))"
)
BETWEEN = r"(?: ?--? ?| {1,2}(?:to|through|thru|until|till|up to)(?: the)? {1,2})"
AND = r"(?:,? {1,2}(?:and|or|&) {1,2}|, {1,2}|/)"


def point_at(folded: str, at: int) -> Point | None:
    """The day or month that begins at a place: with a day, month and perhaps a year; or a day alone."""
    start, weekday, opened = at, None, False
    here = folded[at : at + 1]
    match = match_at(_WEEKDAY_FIRST, folded, at) if here in _WEEKDAY_LETTERS else None
    if match:
        weekday, opened, at = WEEKDAYS[match["weekday"]], bool(match["open"]), match.end()
        here = folded[at : at + 1]
    if here.isdigit():
        match = match_at(_DAY_MONTH, folded, at) or match_at(DAY, folded, at)
    else:
        match = match_at(_MONTH_DAY, folded, at)
        if match and _ends_sentence(folded, match):
            match = None
        match = match or (None if weekday is not None else match_at(_MONTH_ONLY, folded, at))
    if not match:
        return None
    groups = match.re.groupindex
    day = int(match["day"]) if "day" in groups else None
    month = MONTHS[match["month"]] if "month" in groups else None
    end = match.end()
    year, which = None, None
    if month is not None and here.isdigit() and folded[end : end + 1] == "-" == folded[match.end("day")]:
        short = match_at(r"-(?P<year>\d\d)(?![\w-])", folded, end)
        if short:  # "11-Nov-24"
            return Point(
                start, short.end(), (1900 if short["year"] >= "50" else 2000) + int(short["year"]), month, day, weekday
            )
    if month is not None and day is None and folded[end : end + 1] == " ":
        nth = match_at(_NTH, folded, end)
        if nth and (nth["the"] or not folded.endswith("in ", 0, at)):
            day, end = DAYS_IN_WORDS[nth["nth"]], nth.end()
    if month is not None and not (folded[end : end + 1] == "." and _ends_sentence(folded, match)):
        year, which, end = year_behind(folded, end)
    if opened:
        if folded[end : end + 1] != ")":
            if day is None or month is None:
                return None
        else:
            end += 1
    return Point(start, end, year, month, day, weekday, which)


def _ends_sentence(folded: str, match: re.Match[str]) -> bool:
    """Whether the month of a match is written in full before a full stop, which then ends a sentence."""
    end = match.end("month")
    return folded[end : end + 1] == "." and match["month"] in _IN_FULL


def nth_of(folded: str, point: Point) -> Point:
    """A month with the day in words before it, if one stands there: "the first of December"."""
    start = point.start
    if point.day is not None or not folded.endswith(" of ", 0, start):
        return point
    match = pattern(_NTH_OF).search(folded, max(0, start - 26), start)
    if match is None or not match_at(_ENDED, folded, point.end):
        return point
    return point._replace(start=match.start(), day=DAYS_IN_WORDS[match["nth"]])


def year_behind(folded: str, at: int) -> tuple[int | None, str | None, int]:
    """The year behind a month, or the words that mean one, and where they end."""
    tail = match_at(YEAR_TAIL, folded, at) if folded[at : at + 1] in _BEFORE_YEAR else None
    if tail is None:
        return None, None, at
    if tail["year"]:
        return int(tail["year"]), None, tail.end()
    if tail["short"]:
        short = int(tail["short"])
        return (1900 if short >= 30 else 2000) + short, None, tail.end()
    return None, tail["which"].removeprefix("of "), tail.end()
