"""Arithmetic of days, weeks, months, quarters and years, and the EDTF strings for them.

Weeks run from Monday to Sunday, as in ISO 8601. Used by the readers of dates; it reads no text itself.
"""

import datetime as dt
from functools import lru_cache

from diplokit import CalendarDate
from diplokit.vocabulary import Resolution

UNRESOLVED = CalendarDate(None, Resolution.UNRESOLVED)
"""A date that only the day of publication, or another date of the text, could tell."""


@lru_cache(maxsize=8192)
def calendar_date(edtf: str, resolution: Resolution = Resolution.ABSOLUTE) -> CalendarDate | None:
    """The value of an EDTF string, or `None` if it names no day of the calendar.

    Examples:
        >>> calendar_date("2023-02-29") is None
        True
    """
    try:
        return CalendarDate(edtf, resolution)
    except ValueError:
        return None


def day_edtf(day: dt.date) -> str:
    """A day as EDTF; unlike `isoformat`, for years before 1000 as well."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def point_edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """A year, month or day as EDTF; a year that is not known is `XXXX`.

    Examples:
        >>> point_edtf(2024, 5), point_edtf(None, 3, 12)
        ('2024-05', 'XXXX-03-12')
    """
    text = "XXXX" if year is None else f"{year:04}"
    if month:
        text += f"-{month:02}"
        if day:
            text += f"-{day:02}"
    return text


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The month that is so many months after another."""
    number = year * 12 + month - 1 + count
    return number // 12, number % 12 + 1


def shift(day: dt.date, unit: str, count: int) -> str | None:
    """The day, week, month, quarter, half or year that lies so many of them after that of a day, as EDTF.

    Args:
        day: The day to count from.
        unit: `day`, `week`, `weekend`, `month`, `quarter`, `half`, `year` or `decade`.
        count: How many; 0 is the one in which the day lies.

    Returns:
        `None` where the calendar ends.

    Examples:
        >>> shift(dt.date(2024, 11, 14), "week", -1), shift(dt.date(2024, 11, 14), "quarter", 1)
        ('2024-11-04/2024-11-10', '2025-33')
    """
    if abs(count) > 4_000_000:
        return None
    try:
        if unit == "day":
            return day_edtf(day + dt.timedelta(count))
        if unit == "week":
            monday = day - dt.timedelta(day.weekday()) + dt.timedelta(7 * count)
            return f"{day_edtf(monday)}/{day_edtf(monday + dt.timedelta(6))}"
        if unit == "weekend":
            saturday = day - dt.timedelta(day.weekday()) + dt.timedelta(5 + 7 * count)
            return f"{day_edtf(saturday)}/{day_edtf(saturday + dt.timedelta(1))}"
    except OverflowError:
        return None
    if unit == "month":
        year, month = add_months(day.year, day.month, count)
        return point_edtf(year, month) if 1 <= year <= 9999 else None
    if unit == "quarter":
        number = day.year * 4 + (day.month - 1) // 3 + count
        return f"{number // 4:04}-{33 + number % 4}" if 4 <= number < 40_000 else None
    if unit == "half":
        number = day.year * 2 + (day.month - 1) // 6 + count
        return f"{number // 2:04}-{40 + number % 2}" if 2 <= number < 20_000 else None
    if unit == "decade":
        return f"{day.year // 10 + count:03}X" if 1 <= day.year // 10 + count <= 999 else None
    return f"{day.year + count:04}" if 1 <= day.year + count <= 9999 else None


def weekday_near(day: dt.date, weekday: int, tense: str) -> dt.date | None:
    """The day of the week that a text means: the next one from a day on, or the latest one up to it.

    Args:
        day: The day of publication.
        weekday: 0 for Monday.
        tense: `future`, or anything else.
    """
    ahead = (weekday - day.weekday()) % 7
    try:
        return day + dt.timedelta(ahead if tense == "future" or not ahead else ahead - 7)
    except OverflowError:
        return None


_CLOSE = 45
"""Days so few that no tense can mean another year."""


def _nearest(day: dt.date, month: int, number: int | None) -> tuple[int, float]:
    """The year in which a day of the calendar is nearest to another day, and about how many days lie between."""
    ahead = (month - day.month) * 30.5 + (number or day.day) - day.day
    nearest = day.year - (ahead > 183) + (ahead < -183)
    return nearest, ahead + 365.25 * (nearest - day.year)


def is_close(day: dt.date, month: int, number: int | None) -> bool:
    """Whether a day of the calendar lies so near to another that its year needs no tense.

    Examples:
        >>> is_close(dt.date(2024, 12, 20), 1, 15), is_close(dt.date(2024, 12, 20), 6, 15)
        (True, False)
    """
    return abs(_nearest(day, month, number)[1]) <= _CLOSE


def year_near(day: dt.date, month: int, number: int | None, tense: str) -> int:
    """The year of a month, or of a day of a month, that a text gives without it.

    Args:
        day: The day to be near to.
        month: The month.
        number: The day of the month, if given.
        tense: `past`, `future`, or nothing if the text does not tell: then the nearest.

    Examples:
        >>> year_near(dt.date(2024, 1, 5), 12, 3, "past"), year_near(dt.date(2024, 12, 5), 1, 15, "")
        (2023, 2025)
    """
    here, there = (day.month, day.day), (month, number or day.day)
    nearest, distance = _nearest(day, month, number)
    if abs(distance) <= _CLOSE:
        return nearest
    if tense == "past":
        return day.year - (there > here)
    if tense == "future":
        return day.year + (there < here)
    return day.year if distance > 0 else nearest


def move_years(value: CalendarDate, count: int) -> str | None:
    """The same days of the calendar, so many years later, as EDTF; `None` where that is not certain."""
    if not value.edtf or "X" in value.edtf:
        return None
    ends = []
    for end in value.edtf.split("/"):
        if end in ("", ".."):
            ends.append(end)
            continue
        year = int(end[:4]) + count
        if not 1 <= year <= 9999:
            return None
        ends.append(f"{year:04}{end[4:]}")
    edtf = "/".join(ends)
    return edtf if calendar_date(edtf) else None
