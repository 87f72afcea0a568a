"""The grammar of dates in English: what may follow a day, a month, a weekday, a year or a relative word.

Every reader is handed a place where a date may begin and looks forward from there with patterns that are anchored
at that place; nothing is searched, so the time grows with the number of date words and digits only.
Sources: the usage of newsrooms and ministries; the conventions of EDTF (ISO 8601-2).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from diplokit import CalendarDate, Document
from diplokit.vocabulary import Confidence, Resolution

from .dates_calendar import UNRESOLVED, calendar_date, day_edtf, move_years, point_edtf, shift, weekday_near, year_near
from .dates_tense import tense_at
from .dates_years import is_year


def _numbered(words: str, first: int) -> dict[str, int]:
    return {name: number for number, names in enumerate(words.split("|"), first) for name in names.split()}


MONTHS = _numbered(
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec", 1
)
WEEKDAYS = _numbered("monday mon|tuesday tues tue|wednesday wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun", 0)
COUNTS = _numbered(
    "one a an|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty", 1
)
ORDINALS = _numbered("first 1st|second 2nd|third 3rd|fourth 4th last final", 1)
SEASONS = _numbered("spring|summer|autumn fall|winter", 21)

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_COUNT = "|".join(sorted(COUNTS, key=len, reverse=True)) + r"|\d{1,3}"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w:%]|[.,]\d|/\d+/)"
_YEAR = r"(?:1\d|20|21)\d\d(?![\w%]|,\d\d\d|\.\d)"
_PARTS_OF_DAY = "morning|afternoon|evening|night"
_WHICH = "this|last|next|the same|that|the following|the next|the previous|the current|of this|of last|of next|of the same|of that|of the"


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
def _re(source: str) -> re.Pattern[str]:
    """The pattern, in which a space may also be a few: a wrapped or indented line."""
    return re.compile(_SPACE.sub(lambda found: " {1,3}" if found[0] == " " else found[0], source))


def _match(source: str, folded: str, at: int) -> re.Match[str] | None:
    return _re(source).match(folded, at)


_WEEKDAY_FIRST = rf"(?P<weekday>{_WEEKDAY})(?!\w)\.?(?: (?:{_PARTS_OF_DAY})(?!\w))?,? {{0,3}}(?P<open>\()?(?:the )?"
_DAY_MONTH = rf"{_DAY}(?: {{1,2}}of)?(?: {{1,3}}|-)(?P<month>{_MONTH})(?![\w'])"
_MONTH_DAY = rf"(?P<month>{_MONTH})\.?(?: {{1,3}}|-)(?:the )?{_DAY}(?! ?(?:billion|million|trillion|per ?cent|pct|bn|percent))"
_MONTH_ONLY = rf"(?P<month>{_MONTH})(?!\w)"
_YEAR_TAIL = (
    rf"(?:(?:\.?(?:,? {{0,2}}| {{1,2}}of )(?<!\w)|-)(?P<year>{_YEAR})|,? ?'(?P<short>\d\d)(?!\w)"
    rf"|(?: (?:period|quarter)(?: of| in)?)?,? {{1,2}}(?P<which>{_WHICH}) year(?!\w))"
)
_BARE_DAY = rf"{_DAY}"
_BETWEEN = r"(?: ?--? ?| {1,2}(?:to|through|thru|until|till|up to)(?: the)? {1,2})"
_AND = r"(?:,? {1,2}(?:and|or|&) {1,2}|, {1,2}|/)"


def _point(folded: str, at: int) -> Point | None:
    """The day or month that begins at a place: with a day, month and perhaps a year; or a day alone."""
    start, weekday, opened = at, None, False
    match = _match(_WEEKDAY_FIRST, folded, at)
    if match:
        weekday, opened, at = WEEKDAYS[match["weekday"]], bool(match["open"]), match.end()
    here = folded[at : at + 1]
    if here.isdigit():
        match = _match(_DAY_MONTH, folded, at) or _match(_BARE_DAY, folded, at)
    else:
        match = _match(_MONTH_DAY, folded, at) or (None if weekday is not None else _match(_MONTH_ONLY, folded, at))
    if not match:
        return None
    groups = match.groupdict()
    day = int(groups["day"]) if groups.get("day") else None
    month = MONTHS[groups["month"]] if groups.get("month") else None
    end = match.end()
    year, which = None, None
    if month is not None:
        tail = _match(_YEAR_TAIL, folded, end)
        if tail and not (tail["short"] and day is None and folded[end] == " " and False):
            year, which, end = _tail_year(tail)
    if opened:
        if folded[end : end + 1] != ")":
            if day is None or month is None:
                return None
        else:
            end += 1
    return Point(start, end, year, month, day, weekday, which)


def _tail_year(tail: re.Match[str]) -> tuple[int | None, str | None, int]:
    if tail["year"]:
        return int(tail["year"]), None, tail.end()
    if tail["short"]:
        short = int(tail["short"])
        return (1900 if short >= 30 else 2000) + short, None, tail.end()
    return None, tail["which"].removeprefix("of "), tail.end()


# What tells quickly whether a day is the day of a month: one follows, after other days and little words.
_DAY_OF_SOMETHING = (
    r"\d{1,2}(?:st|nd|rd|th)?(?:[ ,&/()-]|(?:to|and|or|of|the|through|thru|until|till|up)(?= )|\d{1,2}(?:st|nd|rd|th)?|"
    rf"(?:{_WEEKDAY})(?!\w)){{1,24}}?(?:(?:{_MONTH}|month)(?!\w)|(?:this|last|next|current)\b)"
)


class Reader:
    """Reads the dates of one English document, from left to right."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text, self.folded, self.published = document.text, document.folded, document.published
        self.day_first = document.locale not in ("en", "en_US")
        self.last: Found | None = None
        self.weekdays: set[int] = set()  # where a day of the week without a date was found

    def read(self, places: Iterator[tuple[int, str]] | list[tuple[int, str]]) -> Iterator[Found]:
        """The dates that begin at (or, for "ago", end at) the given places.

        Args:
            places: Offsets in order, each with the name of the reader that is to look there.
        """
        reached = 0
        for at, reader in places:
            if at < reached:
                continue
            found = getattr(self, reader)(at, reached)
            if not found:
                continue
            for one in found if isinstance(found, list) else [found]:
                if one.start >= reached:
                    reached = one.end
                    yield one
                    if one.value.edtf:
                        self.last = one

    # ── values ──

    def _year_of(self, which: str | None) -> int | None:
        """The year that "this year", "last year" or "that year" means."""
        if which in ("the same", "that", "the", "the following", "the next", "the previous") and self.last and self.last.value.start:
            if which == "the" and self.published:
                return self.published.year
            base = self.last.value.start.year
            return base + {"the following": 1, "the next": 1, "the previous": -1}.get(which or "", 0)
        if self.published is None:
            return None
        return self.published.year + {"last": -1, "next": 1, "the previous": -1, "the following": 1, "the next": 1}.get(which or "", 0)

    def _fill(self, point: Point, tense: str | None = None) -> tuple[int | None, Resolution]:
        """The year of a point: its own, the one its words mean, or the one that fits the tense."""
        if point.year is not None:
            return point.year, Resolution.ABSOLUTE
        if point.which is not None:
            year = self._year_of(point.which)
            return year, Resolution.UNRESOLVED if year is None else Resolution.RELATIVE
        if point.month is None:
            return None, Resolution.UNRESOLVED
        if point.day is not None and (known := self._year_beside(point)):
            return known, Resolution.ABSOLUTE
        if self.published is None:
            return None, Resolution.UNRESOLVED
        if tense is None:
            tense = tense_at(self.document, point.start, point.end)
        if point.day is not None and point.weekday is not None:
            for year in (self.published.year, self.published.year - 1, self.published.year + 1):
                value = calendar_date(point_edtf(year, point.month, point.day))
                if value and value.start and value.start.weekday() == point.weekday:
                    return year, Resolution.RELATIVE
        if (narrated := self._narrated(point, tense)) is not None:
            return narrated, Resolution.RELATIVE
        return year_near(self.published, point.month, point.day, tense), Resolution.RELATIVE

    def _narrated(self, point: Point, tense: str) -> int | None:
        """The year that an earlier date of the sentence gives: "in April 2019 and again in November"."""
        last = self.last
        if last is None or self.published is None or tense == "future" or not 0 <= point.start - last.end <= 100:
            return None
        value = last.value
        if value.start is None or value.end is None or len(value.edtf or "") < 7:
            return None
        if ". " in self.folded[last.end : point.start] or "\n\n" in self.text[last.end : point.start]:
            return None
        assert point.month is not None  # the caller looked
        if value.resolution is Resolution.ABSOLUTE:
            return value.end.year + (point.month < value.end.month) if value.end.year < self.published.year else None
        if value.end >= self.published:
            return None
        year = year_near(value.start, point.month, None, "")
        return year if abs((year - value.start.year) * 12 + point.month - value.start.month) <= 3 else None

    def _year_beside(self, point: Point) -> int | None:
        """The year that the words beside a day give: "resolution 338 (1973) of 22 October", "the attacks of 11 September"."""
        before = _re(r"\d \((?P<year>\d{4})\) of (?:the )?\Z").search(self.folded, max(0, point.start - 16), point.start)
        if before:
            return int(before["year"])
        if (point.month, point.day) == (9, 11) and (self.published is None or self.published.year > 2001):
            near = self.folded[max(0, point.start - 24) : point.end + 24]
            return 2001 if "attack" in near or "terror" in near else None
        return None

    def _one(self, point: Point) -> Found | None:
        year, resolution = self._fill(point)
        value = calendar_date(point_edtf(year, point.month, point.day), resolution)
        return Found(point.start, point.end, value) if value else None

    def _interval(self, first: Point, last: Point) -> Found | None:
        """From one point to another; what the first leaves out is as in the last, and the other way round."""
        month = first.month if first.month is not None else last.month
        first = first._replace(month=month)
        if last.month is None and last.year is None and (tail := _match(_YEAR_TAIL, self.folded, last.end)):
            last = last._replace(month=month)
            last = last._replace(**dict(zip(("year", "which", "end"), _tail_year(tail), strict=True)))
        if last.month is None:
            last = last._replace(month=month, year=first.year, which=first.which)
        if last.year is None and last.which is None and (first.year is not None or first.which is not None):
            year, resolution = self._fill(first)
            if year is not None and (last.month, last.day or 0) < (first.month, first.day or 0):  # type: ignore[operator]
                year += 1
            end_year = year
        else:
            end_year, resolution = self._fill(last)
            year = end_year
            if first.year is not None:
                year = first.year
            elif year is not None and (first.month, first.day or 0) > (last.month, last.day or 0):  # type: ignore[operator]
                year -= 1
        edtf = f"{point_edtf(year, first.month, first.day)}/{point_edtf(end_year, last.month, last.day)}"
        value = calendar_date(edtf, resolution)
        return Found(first.start, last.end, value) if value else None

    # ── readers: each is named by the lexicon ──

    def month_or_day(self, at: int, reached: int) -> Found | list[Found] | None:
        """A day with its month, a month with its year, and ranges and lists of them."""
        first = _point(self.folded, at)
        if first is None:
            return None
        points, links = [first], []
        between = self.folded.endswith("between ", max(0, at - 8), at)
        while len(points) < 8:
            after = points[-1].end
            link = _match(_BETWEEN, self.folded, after)
            kind = "to"
            if not link:
                link, kind = _match(_AND, self.folded, after), "to" if between else "and"
            if not link:
                break
            following = _point(self.folded, link.end())
            if following is None or (kind == "to" and "to" in links):
                break
            if not self._goes_on(points[-1], following, kind):
                break
            points.append(following)
            links.append(kind)
        # The words must end in a month or year, or hang on one that stood before: "5 to 7 July", "July 5 to 7".
        while points and points[-1].month is None and not any(p.month is not None for p in points):
            points.pop()
            if links:
                links.pop()
        if not points:
            return None
        return self._settle(points, links)

    def _goes_on(self, before: Point, following: Point, kind: str) -> bool:
        """Whether a second point belongs to the first, as in "March 11 and 12" but not "March 11 and 12 others"."""
        if following.month is not None:
            if following.day is None:
                if before.month is None:
                    return False
                return before.day is None and (kind == "to" or self._is_month(following) or self._in_list(following))
            return before.day is not None
        if before.day is None:
            return False
        if before.month is None:
            return True
        rest = self.folded[following.end : following.end + 14]
        if kind == "to":
            return not re.match(r" (?:per ?cent|percent|pct|million|billion|people|years?|days?|hours?)(?!\w)", rest)
        return bool(
            re.match(
                r"(?:\Z|[.,;:)]|,? \d{4}\b|,? (?:and|or|&) \d| (?:in|at|to|for|with|on|when|during|as|by|from|of|where|between|"
                r"under|will|would|was|were|is|are|after|before|the|this|last|next|respectively|that|which)\b)",
                rest,
            )
        )

    def _in_list(self, point: Point) -> bool:
        """Whether a month that follows another goes on or ends a list, and is not a surname: "April, May and June"."""
        return self.text[point.start].isupper() and bool(_match(r"(?:,? and |, )[a-z]|[.;)]|\Z", self.folded, point.end))

    def _settle(self, points: list[Point], links: list[str]) -> Found | list[Found] | None:
        if len(points) == 1:
            point = points[0]
            if point.day is None and not self._is_month(point):
                return None
            return self._one(point)
        if "to" in links and len(points) == 2:
            if points[0].day is None and not self.text[points[0].start].isupper():
                return self._one(points[0]) if self._is_month(points[0]) else None
            return self._interval(points[0], points[1])
        # A list: the month and year of a day are its own, or else those of the next, or else those before it.
        if points[-1].month is None and (tail := _match(_YEAR_TAIL, self.folded, points[-1].end)):
            points[-1] = points[-1]._replace(**dict(zip(("year", "which", "end"), _tail_year(tail), strict=True)))
        # A day behind "March 3" is of that month; a day before "3 March" too.
        for number in range(1, len(points)):
            before = points[number - 1]
            if points[number].month is None and before.month is not None and before.weekday is None and not self.folded[before.start].isdigit():
                points[number] = points[number]._replace(month=before.month)
        filled: list[Point] = []
        month = year = which = None
        for point in reversed(points):
            if point.month is not None:
                month, year, which = point.month, point.year if point.year is not None else year, point.which or which
            filled.append(point._replace(month=month, year=point.year if point.year is not None else year, which=point.which or which))
        filled.reverse()
        month = year = which = None
        for number, point in enumerate(filled):
            if point.month is None:
                filled[number] = point._replace(month=month, year=year, which=which)
            else:
                month, year, which = point.month, point.year, point.which
        days = [point.day for point in filled]
        same = len({(point.month, point.year, point.which) for point in filled}) == 1
        if "to" not in links and same and None not in days and all(b == a + 1 for a, b in zip(days, days[1:], strict=False)):  # type: ignore[operator]
            return self._interval(filled[0], filled[-1])
        found: list[Found] = []
        number = 0
        while number < len(filled):
            if number < len(links) and links[number] == "to":
                one = self._interval(filled[number], filled[number + 1])
                number += 2
            else:
                one = self._one(filled[number])
                number += 1
            if one:
                found.append(one)
        return found

    def _is_month(self, point: Point) -> bool:
        """Whether a month name alone is the month, not a surname, a verb or a first name."""
        if point.year is not None or point.which is not None:
            return True
        word = self.folded[point.start : point.end]
        if not self.text[point.start].isupper():
            return False
        if word not in ("may", "march", "mar", "april", "june", "august", "dec", "jan", "jun", "jul", "apr", "sep", "feb", "oct", "nov", "aug", "sept"):
            return True
        if word == "may" and self.folded.startswith(" day", point.end):
            return False
        before = self.folded[max(0, point.start - 12) : point.start]
        return bool(_re(r"(?:^|\W)(?:in|since|until|till|by|from|to|last|next|this|early|mid|late|between|and|of|through|during|before|after|for|the|on)[ -]\Z").search(before))

    def weekday(self, at: int, reached: int) -> Found | list[Found] | None:
        """A day of the week, with or without a date."""
        point = _point(self.folded, at)
        if point is not None and point.month is not None:
            return self.month_or_day(at, reached)
        match = _match(rf"(?P<a>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:'s)?(?!\w)(?: (?P<part>{_PARTS_OF_DAY})(?!\w))?", self.folded, at)
        if not match or not self.text[at].isupper():
            return None
        before = self.folded[max(0, at - 12) : at]
        if _re(r"(?:black|good|bloody|easter|palm|ash|holy|every|each|super|man) \Z").search(before):
            return None
        end = match.end("part") if match["part"] else match.end("a")
        if _match(r" (?:times|telegraph|mirror|express|mail|prayers?|post|mass|worship)(?!\w)", self.folded, end):
            return None
        weekday = WEEKDAYS[match["a"]]
        which = _match(r",? (?P<which>last|next|this) week(?!\w)", self.folded, end)
        if which:
            return self._weekday(at, which.end(), weekday, which["which"] + " week")
        last = self.last
        if last is not None and last.end == reached and last.value.start and last.value.start == last.value.end and last.start in self.weekdays:
            link = self.folded[last.end : at].strip()
            ahead = (weekday - last.value.start.weekday()) % 7
            if link in ("and", ",", "or", ", and") and 0 < ahead:
                edtf = shift(last.value.start, "day", ahead)
                value = calendar_date(edtf, Resolution.RELATIVE) if edtf else None
                self.weekdays.add(at)
                return Found(at, end, value) if value else None
        found = self._weekday(at, end, weekday, "")
        to = _match(r"(?: ?- ?| (?:to|through|until|till) )(?P<to>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)", self.folded, end)
        if to and found and not match["part"]:
            ahead = (WEEKDAYS[to["to"]] - weekday) % 7
            start = found.value.start
            edtf = shift(start, "day", ahead) if start and ahead else None
            value = calendar_date(f"{found.value.edtf}/{edtf}", Resolution.RELATIVE) if edtf else None
            return Found(at, to.end(), value or UNRESOLVED) if value or not start else found
        return found

    def _weekday(self, start: int, end: int, weekday: int, which: str) -> Found | None:
        if self.published is None:
            return Found(start, end, UNRESOLVED)
        day = self.published
        if which.endswith("week"):
            interval = shift(day, "week", {"last": -1, "next": 1, "this": 0}[which.split()[0]])
            value = calendar_date(interval.split("/")[0]) if interval else None
            if not value or not value.start:
                return None
            monday = value.start
            edtf = shift(monday, "day", weekday)
        else:
            tense = {"last": "past", "next": "future", "this": "future"}.get(which) or tense_at(self.document, start, end)
            found = weekday_near(day, weekday, tense)
            if found == day and which == "last":
                edtf = shift(day, "day", -7)
            elif found == day and which == "next":
                edtf = shift(day, "day", 7)
            else:
                edtf = day_edtf(found) if found else None
        value = calendar_date(edtf, Resolution.RELATIVE) if edtf else None
        self.weekdays.add(start)
        return Found(start, end, value) if value else None

    def today(self, at: int, reached: int) -> Found | None:
        """Today, yesterday, tomorrow, tonight, with "earlier" or "later" before them."""
        match = _match(
            rf"(?:(?:earlier|later|late|early) )?(?:the day (?P<beyond>before|after) )?(?P<word>today|yesterday|tomorrow|tonight)(?: (?:{_PARTS_OF_DAY})(?!\w))?",
            self.folded,
            at,
        )
        if not match:
            return None
        if match["word"] == "today" and (
            (self.folded.endswith(" of ", 0, at) and _match(r" and ", self.folded, match.end()))
            or _match(r"'s (?:[\w-]+ ){0,2}(?:world|youth|youths|generation|societ|young|global|challenges|environment|economy|children|age)", self.folded, match.end())
        ):
            return None
        if match["word"] == "tomorrow" and self.folded.endswith(" of ", 0, at) and not self.folded.endswith("as of ", 0, at):
            return None
        count = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[match["word"]]
        return self._shifted(at, match.end(), "day", count + {"before": -1, "after": 1}.get(match["beyond"] or "", 0))

    def _shifted(self, start: int, end: int, unit: str, count: int) -> Found | None:
        if self.published is None:
            return Found(start, end, UNRESOLVED)
        edtf = shift(self.published, unit, count)
        value = calendar_date(edtf, Resolution.RELATIVE) if edtf else None
        return Found(start, end, value) if value else None

    def which(self, at: int, reached: int) -> Found | None:
        """This, last, next with a period, a weekday, a month or a season; with "early", "later" … before it."""
        match = _match(
            r"(?:(?:earlier|later|late|early|mid|the end of|end of|the beginning of|beginning)[ -](?:in )?)?(?P<which>this|last|next|the current|this coming|the coming) "
            rf"(?:(?P<unit>week|weekend|month|quarter|year|decade)|(?P<part>{_PARTS_OF_DAY})|(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
            rf"|(?P<month>{_MONTH})|(?P<season>spring|summer|autumn|fall|winter))(?!\w)",
            self.folded,
            at,
        )
        if not match:
            return None
        which = match["which"]
        if match["month"] and not self.text[match.start("month")].isupper():
            return None
        if match["unit"] and _match(rf" of (?:(?:early |late |the |this |last |next )?(?:{_MONTH}|\d{{4}}|month|year|quarter)(?!\w))", self.folded, match.end()):
            return self.part(match.start("which"), reached) if match["unit"] == "quarter" else None
        count = {"last": -1, "next": 1, "this coming": 1, "the coming": 1}.get(which, 0)
        if match["unit"]:
            if match["unit"] == "decade":
                return None
            return self._shifted(at, match.end(), match["unit"], count)
        if match["part"]:
            if which not in ("this", "last"):
                return None
            return self._shifted(at, match.end(), "day", count)
        if match["weekday"]:
            week = _match(r" week(?!\w)", self.folded, match.end())
            return None if week else self._weekday(at, match.end(), WEEKDAYS[match["weekday"]], which.split()[0])
        if self.published is None:
            return Found(at, match.end(), UNRESOLVED)
        day = self.published
        if match["month"]:
            month = MONTHS[match["month"]]
            year = day.year
            if which == "last" and month >= day.month:
                year -= 1
            elif which == "next" and month <= day.month:
                year += 1
            value = calendar_date(point_edtf(year, month), Resolution.RELATIVE)
            return Found(at, match.end(), value) if value else None
        season = SEASONS[match["season"]]
        first = (season - 20) * 3
        year = day.year
        if which == "last" and day.month < first + 3:
            year -= 1
        elif which == "next" and day.month >= first:
            year += 1
        elif which == "this" and season == 24 and day.month < 3:
            year -= 1
        value = calendar_date(f"{year:04}-{season}", Resolution.RELATIVE)
        return Found(at, match.end(), value) if value else None

    def rough(self, at: int, reached: int) -> Found | None:
        """Early, mid, late before a year, a month, a decade or "this year"."""
        match = _match(r"(?:early|mid|late|earlier|later|end|beginning)(?:[ -](?:in |of )?|\.)(?:the )?", self.folded, at)
        if not match:
            return None
        for reader in (self.which, self.today):
            if found := reader(at, reached):
                return found
        if whole := _match(r"(?:early|late|later|earlier|end|beginning)(?: of| in)? the (?P<unit>year|month|week|quarter|decade)(?!\w)(?! (?:of|to|in|ending|ended|that|when|before|after|20|19|since))", self.folded, at):
            return None if whole["unit"] == "decade" else self._shifted(at, whole.end(), whole["unit"], 0)
        inner = match.end()
        following = self.folded[inner : inner + 1]
        if following.isdigit():
            found = self.number(inner, reached, True)
        else:
            point = _point(self.folded, inner)
            if point is None or point.day is not None or point.month is None:
                return None
            found = self._one(point)
        if isinstance(found, Found):
            return found._replace(start=at)
        return None

    def sooner(self, at: int, reached: int) -> Found | None:
        """Earlier, later: before "this year" and "today", or behind "two days"."""
        return self.rough(at, reached) or self.ago(at, reached)

    def ago(self, at: int, reached: int) -> Found | None:
        """A number of days, weeks, months or years ago, earlier or later; "the year before"."""
        window = max(reached, at - 40)
        match = _re(rf"(?:^|(?<=\W))(?:(?:about|some|nearly|almost|just|around|over|more than) )?(?P<count>{_COUNT})[ -](?P<unit>day|week|month|year|decade)s? \Z").search(
            self.folded, window, at
        )
        word = _match(r"(?P<ago>ago|back)|(?P<before>earlier|before|prior)|(?P<after>later|after|from now|hence)", self.folded, at)
        if not match or not word:
            return None
        count = COUNTS.get(match["count"]) or (int(match["count"]) if match["count"].isdigit() else 0)
        unit = match["unit"]
        if unit == "decade":
            unit, count = "year", count * 10
        compares = word.group() == "ago" and unit == "year" and count == 1 and self.last is not None
        if compares and _re(r"(?:from|than|versus|vs|against|over|with|to|of) \Z").search(self.folded, max(0, match.start("count") - 10), match.start("count")):
            return self._from_last(match.start("count"), word.end(), unit, -1) or self._shifted(match.start("count"), word.end(), unit, -1)
        if word["ago"] or word.group() in ("from now", "hence"):
            return self._shifted(match.start("count"), word.end(), unit, count if not word["ago"] else -count)
        if _match(r"(?:before|after) (?!the\b)\w", self.folded, at) and not word.group() == "earlier":
            return None
        return self._from_last(match.start("count"), word.end(), unit, -count if word["before"] else count)

    def _from_last(self, start: int, end: int, unit: str, count: int) -> Found | None:
        """So many units from the date that the text gave last."""
        last = self.last
        if last is None or last.value.start is None or start - last.end > 600:
            if self.published is None or self.last is not None:
                return None
            return self._shifted(start, end, unit, count)
        if unit == "year":
            moved = move_years(last.value, count)
            value = calendar_date(moved, Resolution.RELATIVE) if moved else None
        else:
            edtf = shift(last.value.start, unit, count)
            value = calendar_date(edtf, Resolution.RELATIVE) if edtf else None
        return Found(start, end, value) if value else None

    def units(self, at: int, reached: int) -> Found | None:
        """In two days, in three weeks' time."""
        match = _re(rf"(?:^|(?<=\W))in (?:just |about |only )?(?P<count>{_COUNT}) \Z").search(self.folded, max(reached, at - 24), at)
        word = _match(r"(?P<unit>day|week|month)s?(?:' time)?(?!\w)", self.folded, at)
        if not match or not word or match["count"] in ("one",):
            return None
        if _match(r"(?: of|-| after| since)", self.folded, word.end()):
            return None
        count = COUNTS.get(match["count"]) or (int(match["count"]) if match["count"].isdigit() else 0)
        if _re(r"(?:first|second|third|fourth|fifth|times?|visit|trip|meeting|\d|percent|per cent|pct|points) \Z").search(self.folded, max(0, match.start() - 12), match.start()):
            return None
        if tense_at(self.document, match.start(), word.end(), clause=True) == "past":
            return None
        return self._shifted(match.start(), word.end(), word["unit"], count)

    def that(self, at: int, reached: int) -> Found | None:
        """That year, the same month, the following day, the previous week: counted from the date before."""
        if same := _match(r"(?:same|corresponding|comparable) (?:period|time|months?|quarter|half)(?: (?:of |in )?(?:the )?(?:(?P<which>last|previous) year|year (?P<before>earlier|before|ago)|a year (?P<ago>earlier|before|ago)|(?P<year>\d{4})(?!\w)))", self.folded, at):
            return self._same_period(at, same)
        match = _match(r"(?:that|same|following|previous|ensuing|preceding|next) (?P<unit>day|week|month|year|quarter|evening|morning|afternoon)(?!\w)", self.folded, at)
        if not match:
            return None
        start = at - 4 if self.folded.startswith("the ", max(0, at - 4)) and at - 4 >= reached else at
        word = self.folded[at : at + 4]
        if word in ("corr", "comp") or word in ("foll", "prev", "ensu", "prec", "same") and start == at:
            return None
        count = {"foll": 1, "ensu": 1, "next": 1, "prev": -1, "prec": -1}.get(word, 0)
        unit = match["unit"] if match["unit"] in ("day", "week", "month", "year", "quarter") else "day"
        if self.last is None or self.last.value.start is None:
            return None
        edtf = shift(self.last.value.start, unit, count)
        value = calendar_date(edtf, Resolution.RELATIVE) if edtf else None
        return Found(start, match.end(), value) if value else None

    def _same_period(self, at: int, same: re.Match[str]) -> Found | None:
        """The same period of another year: the date before it, moved."""
        start = at - 4 if self.folded.startswith("the ", max(0, at - 4)) else at
        year = self._year_of("last") if not same["year"] else int(same["year"])
        last = self.last
        if last is not None and last.value.start is not None and last.value.edtf and at - last.end < 400 and "X" not in last.value.edtf:
            count = int(same["year"]) - last.value.start.year if same["year"] else -1
            if len(last.value.edtf) == 4:  # a whole year: "the same period" is some part of the other
                moved: str | None = f"{last.value.start.year + count:04}"
            else:
                moved = move_years(last.value, count)
        else:
            moved = f"{year:04}" if year else None
        value = calendar_date(moved, Resolution.RELATIVE) if moved else None
        return Found(start, same.end(), value) if value else None

    def part(self, at: int, reached: int) -> Found | None:
        """A quarter, a half, or the first so many months, of a year."""
        match = _match(
            rf"(?:(?P<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[ -](?:(?P<unit>quarter|half)|(?P<count>{_COUNT})[ -]months?)|q(?P<q>[1-4])|h(?P<h>[12]))(?!\w)"
            rf"(?:,? (?:of |in )?(?:(?P<fiscal>fiscal |the fiscal )?(?:year )?(?P<year>{_YEAR})|(?:of )?(?P<which>this|last|next|the|that|the current|the same|the previous) (?:fiscal )?year(?!\w)))?",
            self.folded,
            at,
        )
        if not match:
            return None
        resolution = Resolution.ABSOLUTE
        year = int(match["year"]) if match["year"] else None
        if year is None:
            if match["which"]:
                year = self._year_of(match["which"])
            elif self.published is not None:
                year = self.published.year
                number = ORDINALS.get(match["ordinal"] or "", 0) or int(match["q"] or match["h"] or 0)
                if match["count"]:
                    if number != 1 or not self._in_economy(at):
                        return None
                    begins = COUNTS.get(match["count"]) or int(match["count"])
                else:
                    begins = 3 * number - 2 if match["q"] or match["unit"] == "quarter" else 6 * number - 5
                if begins > self.published.month and tense_at(self.document, at, match.end()) != "future":
                    year -= 1
            elif match["count"]:
                return None
            resolution = Resolution.UNRESOLVED if year is None else Resolution.RELATIVE
        if year is None:
            return Found(at, match.end(), UNRESOLVED) if match["which"] or match["unit"] == "quarter" or match["q"] else None
        number = ORDINALS.get(match["ordinal"] or "", 0)
        if match["unit"] == "half" and number > 2:
            number = 2
        if match["q"] or match["unit"] == "quarter":
            edtf = f"{year:04}-{32 + (int(match['q']) if match['q'] else number)}"
        elif match["h"] or match["unit"] == "half":
            if not match["h"] and not match["year"] and not match["which"] and not self._in_economy(at):
                return None
            edtf = f"{year:04}-{39 + (int(match['h']) if match['h'] else number)}"
        else:
            count = COUNTS.get(match["count"]) or int(match["count"])
            if not 1 <= count <= 12:
                return None
            first, last = (1, count) if number == 1 else (13 - count, 12)
            edtf = point_edtf(year, first) if first == last else f"{point_edtf(year, first)}/{point_edtf(year, last)}"
        value = calendar_date(edtf, resolution)
        return Found(at, match.end(), value) if value else None

    def _in_economy(self, at: int) -> bool:
        return self.folded[max(0, at - 7) : at].endswith("in the ")

    def year_end(self, at: int, reached: int) -> Found | None:
        """The end of the year, said in one word."""
        return self._shifted(at, at + 8, "year", 0)

    def fiscal(self, at: int, reached: int) -> Found | None:
        """A fiscal or financial year."""
        match = _match(rf"(?:(?:fiscal|financial)(?: years?)?|fy) ?(?P<year>{_YEAR.split('(?!')[0]})(?:[-/](?P<to>\d\d(?:\d\d)?))?(?!\w)", self.folded, at)
        if not match:
            return None
        return self._years(at, match.end(), int(match["year"]), match["to"])

    def _years(self, start: int, end: int, first: int, to: str | None) -> Found | None:
        edtf = f"{first:04}"
        if to:
            last = int(to) if len(to) == 4 else first // 100 * 100 + int(to)
            if last <= first:
                last += 100 if len(to) == 2 and last + 100 - first < 40 else 0
            edtf += f"/{last:04}"
        value = calendar_date(edtf)
        return Found(start, end, value) if value else None

    def season(self, at: int, reached: int) -> Found | None:
        """A season of a year."""
        match = _match(rf"(?P<season>spring|summer|autumn|fall|winter)(?: of|,)? {{1,2}}(?P<year>{_YEAR})", self.folded, at)
        if not match:
            return None
        value = calendar_date(f"{match['year']}-{SEASONS[match['season']]}")
        return Found(at, match.end(), value) if value else None

    def number(self, at: int, reached: int, sure: bool = False) -> Found | list[Found] | None:
        """Digits: a day with its month, an ISO or numeric date, a year, a span of years, a decade."""
        folded = self.folded
        before = folded[at - 1] if at else " "
        if before == "'" and _match(r"[3-9]0s(?!\w)", folded, at):
            return Found(at - 1, at + 3, CalendarDate(f"19{folded[at]}X"))
        if before.isalpha() and folded[max(0, at - 2) : at] == "fy":
            return self._fiscal_glued(at)
        if before.isalnum() or before in "$\u20ac\u00a3\u00a5_#" or (before in ".,:/" and at > 1 and folded[at - 2].isdigit()):
            return None
        length = 1
        while length < 5 and folded[at + length : at + length + 1].isdigit():
            length += 1
        if length == 1 and (quarter := _match(r"(?P<q>[1-4])q(?: of | )?(?:fy)?'?(?P<y>\d{4}|\d\d)(?!\w)", folded, at)):
            year = int(quarter["y"]) + (0 if len(quarter["y"]) == 4 else 2000)
            value = calendar_date(f"{year:04}-{32 + int(quarter['q'])}")
            return Found(at, quarter.end(), value) if value else None
        if length <= 2:
            numeric = _match(r"(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\w]|[./-]\d)", folded, at)
            if numeric:
                return self._numeric(numeric)
            if before == "-" and at > 1 and folded[at - 2].isalnum():
                return None
            if not _match(_DAY_OF_SOMETHING, folded, at):
                return None
            return self._day_of_month(at) or self.month_or_day(at, reached)
        if length != 4 or folded[at : at + 2] not in _CENTURIES:
            return None
        iso = _match(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\w|[-/.]\d)(?:t\d\d:\d\d)?", folded, at) or _match(
            r"(?P<y>\d{4})([-/])(?P<m>\d\d)\2(?P<d>\d\d)(?=t\d\d)", folded, at
        )
        if iso:
            value = calendar_date(point_edtf(int(iso["y"]), int(iso["m"]), int(iso["d"])))
            return Found(at, iso.end("d"), value) if value and 1 <= int(iso["m"]) <= 12 and int(iso["d"]) else None
        if half := _match(r"(?P<y>\d{4})[ -]?h(?P<h>[12])(?!\w)", folded, at):
            value = calendar_date(f"{half['y']}-{39 + int(half['h'])}")
            return Found(at, half.end(), value) if value else None
        if quarter := _match(r"(?P<y>\d{4})[ -]?q(?P<q>[1-4])(?!\w)", folded, at):
            value = calendar_date(f"{quarter['y']}-{32 + int(quarter['q'])}")
            return Found(at, quarter.end(), value) if value else None
        decade = _match(r"(?P<y>\d{3}0)'?s(?!\w)", folded, at)
        if decade:
            value = calendar_date(f"{decade['y'][:3]}X")
            return Found(at, decade.end(), value) if value else None
        return self._year_or_years(at, sure)

    def _day_of_month(self, at: int) -> Found | None:
        """The fifteenth of this month."""
        match = _match(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<which>this|last|next|the current) month(?!\w)", self.folded, at)
        if not match:
            return None
        if self.published is None:
            return Found(at, match.end(), UNRESOLVED)
        month = shift(self.published, "month", {"last": -1, "next": 1}.get(match["which"], 0))
        value = calendar_date(f"{month}-{int(match['day']):02}", Resolution.RELATIVE) if month else None
        return Found(at, match.end(), value) if value else None

    def _fiscal_glued(self, at: int) -> Found | None:
        match = _match(r"(?P<year>(?:19|20)\d\d|\d\d)(?:[-/](?P<to>\d\d(?:\d\d)?))?(?!\w)", self.folded, at)
        if not match:
            return None
        year = int(match["year"])
        return self._years(at - 2, match.end(), year if year > 99 else 2000 + year, match["to"])

    def _year_or_years(self, at: int, sure: bool) -> Found | list[Found] | None:
        folded, end = self.folded, at + 4
        span = _match(r"(?P<mark> ?[-/] ?)(?P<to>(?:19|20|21)\d\d|\d\d)(?![\w/%]|[-.,]\d)", folded, end)
        if span:
            first, to = int(folded[at:end]), span["to"]
            last = int(to) if len(to) == 4 else first // 100 * 100 + int(to)
            if last == first + 1 or first < last:
                if self._plausible(at, span.end(), sure):
                    return self._years(at, span.end(), first, to)
                return None
            if len(to) == 2 and 1 <= int(to) <= 12 and span["mark"] in "-/":
                value = calendar_date(point_edtf(first, int(to)))
                return Found(at, span.end(), value) if value else None
        if _match(r"[\w]|,\d|\.\d|-\d|/\d|:\d", folded, end):
            return None
        to = _match(rf" (?:to|through|until) (?P<year>{_YEAR})", folded, end)
        if to and int(to["year"]) > int(folded[at:end]) and self._plausible(at, to.end(), sure):
            return self._years(at, to.end(), int(folded[at:end]), to["year"])
        if not self._plausible(at, end, sure):
            return None
        both = _match(rf" and (?P<year>{_YEAR})", folded, end)
        if both and folded[max(0, at - 8) : at] == "between " and int(both["year"]) > int(folded[at:end]):
            return self._years(at, both.end(), int(folded[at:end]), both["year"])
        value = calendar_date(folded[at:end])
        return Found(at, end, value) if value else None

    def _plausible(self, at: int, end: int, sure: bool) -> bool:
        if sure or is_year(self.text, self.folded, at, end):
            return True
        last = self.last  # "in 2015, 2017 and 2019"
        return bool(
            last
            and 0 < at - last.end <= 6
            and self.folded[last.end : at] in (", ", " and ", " or ", ", and ", " & ", "/", "; ")
            and self.folded[last.start : last.end].isdigit()
        )

    def _numeric(self, match: re.Match[str]) -> Found | None:
        a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
        if len(match["year"]) == 2:
            if match["mark"] != "/":
                return None
            year += 1900 if year >= 50 else 2000
        elif not 1500 <= year <= 2199:
            return None
        day_first = self.day_first or match["mark"] == "." or a > 12
        day, month = (a, b) if day_first else (b, a)
        value = calendar_date(point_edtf(year, month, day)) if 1 <= month <= 12 and day else None
        sure = Confidence.CERTAIN if a > 12 or b > 12 or a == b or self.document.locale != "en" else Confidence.LIKELY
        return Found(match.start(), match.end(), value, sure) if value else None


_CENTURIES = frozenset(("15", "16", "17", "18", "19", "20", "21"))


def english_words() -> dict[str, str]:
    """The words that may begin (or, as "ago", end) a date, and the reader that looks there."""
    words = dict.fromkeys(MONTHS, "month_or_day") | dict.fromkeys(WEEKDAYS, "weekday")
    words |= dict.fromkeys(["today", "yesterday", "tomorrow", "tonight", "the day before yesterday", "the day after tomorrow"], "today")
    words |= dict.fromkeys(["this", "last", "next", "the coming", "the current"], "which")
    words |= dict.fromkeys(["early", "mid", "late", "end", "beginning"], "rough")
    words |= dict.fromkeys(["ago", "before", "after"], "ago")
    words |= dict.fromkeys(["earlier", "later"], "sooner")
    words |= dict.fromkeys(["days", "weeks", "months", "week", "month"], "units")
    words |= dict.fromkeys(["that day", "that week", "that month", "that year", "same", "corresponding", "comparable", "following", "previous", "preceding"], "that")
    words |= dict.fromkeys(["first", "second", "third", "fourth", "final", "q1", "q2", "q3", "q4", "h1", "h2", "1st", "2nd", "3rd", "4th"], "part")
    words |= dict.fromkeys(["fiscal", "financial", "fy"], "fiscal")
    words |= dict.fromkeys(SEASONS, "season") | {"year-end": "year_end", "end-year": "year_end"}
    return words
