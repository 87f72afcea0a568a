"""EDTF: the calendar expressions of ISO 8601-2, as far as news uses them.

Source: ISO 8601-2:2019 and the EDTF specification of the Library of Congress (February 2019), levels 0 to 2:
years, months and days; seasons 21–24, quarters 33–36, quadrimesters 37–39, halves 40–41; `X` for a digit that
is not given; intervals with `/`, open (`..`) or unknown (empty) at either end.
"""

import calendar
import datetime as dt
import re

_DATE = r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?P<doubt>[?~%])?\Z"

# Months of the northern seasons, quarters, quadrimesters and halves: first month, number of months.
_PARTS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_PARTS |= {33 + n: (1 + 3 * n, 3) for n in range(4)}
_PARTS |= {37 + n: (1 + 4 * n, 4) for n in range(3)}
_PARTS |= {40 + n: (1 + 6 * n, 6) for n in range(2)}


def edtf_bounds(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of an EDTF expression.

    Args:
        edtf: A date, or an interval of two.

    Returns:
        Two days, or `None` where an end is open or the year is not given.

    Raises:
        ValueError: If it is not EDTF, or names no day of the calendar.

    Examples:
        >>> edtf_bounds("2024-33")
        (datetime.date(2024, 1, 1), datetime.date(2024, 3, 31))
        >>> edtf_bounds("2015/..")
        (datetime.date(2015, 1, 1), None)
        >>> edtf_bounds("199X")
        (datetime.date(1990, 1, 1), datetime.date(1999, 12, 31))
    """
    if "/" not in edtf:
        return _bounds(edtf)
    first, _, last = edtf.partition("/")
    start = None if first in ("", "..") else _bounds(first)[0]
    end = None if last in ("", "..") else _bounds(last)[1]
    if start and end and start > end:
        raise ValueError(f"{edtf!r} ends before it begins")
    return start, end


def _bounds(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    match = re.match(_DATE, edtf, re.ASCII)  # compiled on first use, and kept by re
    if not match:
        raise ValueError(f"{edtf!r} is not an EDTF date")
    year, month, day = match["year"], match["month"], match["day"]
    known = "X" not in year
    if month is None or month == "XX":
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        if year.startswith("X"):
            return None, None
        return _day(max(first, 1), 1, 1, edtf), _day(last, 12, 31, edtf)
    if "X" in month or (day and "X" in day and day != "XX"):
        raise ValueError(f"{edtf!r} leaves a digit of the month or day open")
    number = int(month)
    if number in _PARTS and day is None:
        if not known:
            return None, None
        begin, length = _PARTS[number]
        start_year = int(year)
        end_month = begin + length - 1
        end_year, end_month = (start_year + 1, end_month - 12) if end_month > 12 else (start_year, end_month)
        return _day(start_year, begin, 1, edtf), _day(end_year, end_month, _length(end_year, end_month), edtf)
    if not 1 <= number <= 12:
        raise ValueError(f"{edtf!r} has no such month")
    if not known:
        if day and day != "XX":
            _day(2000, number, int(day), edtf)  # a leap year: 29 February may be
        return None, None
    if day is None or day == "XX":
        return _day(int(year), number, 1, edtf), _day(int(year), number, _length(int(year), number), edtf)
    only = _day(int(year), number, int(day), edtf)
    return only, only


def _length(year: int, month: int) -> int:
    return calendar.monthrange(max(year, 1), month)[1]


def _day(year: int, month: int, day: int, edtf: str) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise ValueError(f"{edtf!r} is no day of the calendar") from None
