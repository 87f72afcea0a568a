"""Dates in any locale of CLDR: the shapes of `dates_cldr` at digits, and the words of the locale's own table."""

import re
from collections.abc import Iterator
from functools import cache

from diplokit import CalendarDate, Document
from diplokit.vocabulary import Confidence, Resolution

from .dates_calendar import calendar_date, point_edtf, year_near
from .dates_cldr import Calendar, Shape, calendar_of, stands_free, unspaced
from .dates_english import Found

_HEAD = 48


@cache
def digits() -> re.Pattern[str]:
    """Digits of any script."""
    return re.compile(r"\d+")


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(r"(?P<a>\d{1,4})(?P<mark>[\u200e\u200f]?[./-][\u200e\u200f]?|\. )(?P<b>\d{1,2})(?P=mark)(?P<c>\d{1,4})(?!\d)")


class Reader:
    """Reads the dates of one document in a locale other than English, from left to right."""

    def __init__(self, document: Document) -> None:
        self.document, self.folded, self.published = document, document.folded, document.published
        self.calendar: Calendar = calendar_of(document.locale)

    def read(self) -> Iterator[Found]:
        """The dates of the document, in order."""
        reached = 0
        for match in digits().finditer(self.folded):
            at = match.start()
            if at < reached:
                continue
            found = self._at(at, reached)
            if found:
                reached = found.end
                yield found

    def _at(self, at: int, reached: int) -> Found | None:
        """The longest date whose first digits stand at a place."""
        best: tuple[int, int, dict[str, str | None], Shape] | None = None
        for shape in self.calendar.shapes:
            tail = shape.tail.match(self.folded, at)
            if not tail:
                continue
            start, groups = at, tail.groupdict()
            if shape.head:
                head = shape.head.search(self.folded, max(reached, at - _HEAD), at)
                if not head:
                    continue
                start = head.start()
                groups |= head.groupdict()
            if best and (tail.end() - start, len(groups)) <= (best[1] - best[0], len(best[2])):
                continue
            if stands_free(self.folded, start, tail.end()) and self._value(groups, shape):
                best = (start, tail.end(), groups, shape)
        numeric = _numeric().match(self.folded, at)
        if numeric and (not best or numeric.end() > best[1]) and stands_free(self.folded, at, numeric.end()):
            found = self._of_digits(numeric)
            if found:
                return found
        if not best:
            return None
        value = self._value(best[2], best[3])
        return Found(best[0], best[1], value) if value else None

    def _value(self, groups: dict[str, str | None], shape: Shape) -> CalendarDate | None:
        number = {name: int(text) for name, text in groups.items() if text and text.isdecimal()}
        for name in ("M", "M2"):
            if (text := groups.get(name)) and name not in number:
                number[name] = shape.months[" ".join(text.split())]
        for name in ("Q", "Q2"):
            if (text := groups.get(name)) and name not in number:
                number[name] = shape.quarters[" ".join(text.split())]
        for name in ("y", "y2"):
            if name in number and number[name] < 100:
                number[name] += 1900 if number[name] >= 50 else 2000
        if "y2" in number or "M2" in number or "d2" in number:
            return self._interval(number)
        year, month, day = number.get("y"), number.get("M"), number.get("d")
        if year is not None and not 1 <= year <= 9999:
            return None
        if "Q" in number:
            return calendar_date(f"{year:04}-{32 + number['Q']}") if year else None
        if not month or not 1 <= month <= 12 or day == 0:
            return None
        return self._filled(year, month, day)

    def _filled(self, year: int | None, month: int, day: int | None) -> CalendarDate | None:
        if year is not None:
            return calendar_date(point_edtf(year, month, day))
        if self.published is None:
            return calendar_date(point_edtf(None, month, day), Resolution.UNRESOLVED)
        return calendar_date(point_edtf(year_near(self.published, month, day, ""), month, day), Resolution.RELATIVE)

    def _interval(self, number: dict[str, int]) -> CalendarDate | None:
        end_year = number.get("y2", number.get("y"))
        end_month = number.get("M2", number.get("M"))
        year, month = number.get("y"), number.get("M")
        if not month or not end_month or not (1 <= month <= 12 and 1 <= end_month <= 12):
            return None
        resolution = Resolution.ABSOLUTE
        if year is None:
            resolution = Resolution.UNRESOLVED
            if self.published:
                year = end_year = year_near(self.published, month, number.get("d"), "")
                resolution = Resolution.RELATIVE
        day = number.get("d")
        end = number.get("d2", day)
        return calendar_date(f"{point_edtf(year, month, day)}/{point_edtf(end_year, end_month, end)}", resolution)

    def _of_digits(self, match: re.Match[str]) -> Found | None:
        """A date in digits only, in the order of the locale; year first and dots with the day first everywhere."""
        a, b, c = match["a"], match["b"], match["c"]
        if len(a) == 4 and len(c) <= 2:
            year, month, day = int(a), int(b), int(c)
        elif len(c) == 4 and len(a) <= 2:
            year = int(c)
            first, second = int(a), int(b)
            month_first = self.calendar.order.index("m") < self.calendar.order.index("d") and "." not in match["mark"]
            if self.calendar.order == "ymd":
                month_first = False
            day, month = (second, first) if month_first and first <= 12 else (first, second)
            if month > 12 >= day:
                day, month = month, day
        else:
            return None
        if not 1 <= month <= 12 or not day or not 1000 <= year <= 2999:
            return None
        value = calendar_date(point_edtf(year, month, day))
        return Found(match.start(), match.end(), value, Confidence.CERTAIN) if value else None
