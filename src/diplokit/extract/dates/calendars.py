"""Calendars other than the Gregorian that news is dated in, converted where the rule makes it certain.

- Buddhist era (Thailand): the Gregorian year and 543, since 1941.
- Japanese eras and the Republic of China (Minguo): the Gregorian months, years counted from an era's beginning.
- Solar Hijri (Iran, Afghanistan): the arithmetic of 33-year cycles, which agrees with the calendar of Iran for the
  years 1244 to 1472 (1865 to 2094).
- Lunar Hijri: the beginning of a month hangs on sight of the moon, so no day is certain and none is given.
"""

import datetime as dt

_LEAPS = frozenset((1, 5, 9, 13, 17, 22, 26, 30))


def buddhist_year(year: int) -> int:
    """The Gregorian year of a year that may be of the Buddhist era.

    Examples:
        >>> buddhist_year(2567), buddhist_year(2024)
        (2024, 2024)
    """
    return year - 543 if 2400 <= year <= 2743 else year


def solar_hijri(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of a day of the Solar Hijri calendar; `None` if there is none or it is not certain.

    Examples:
        >>> solar_hijri(1403, 8, 24), solar_hijri(1403, 1, 1), solar_hijri(1402, 12, 30)
        (datetime.date(2024, 11, 14), datetime.date(2024, 3, 20), None)
    """
    if not (1244 <= year <= 1472 and 1 <= month <= 12):
        return None
    length = 31 if month <= 6 else 30 if month <= 11 or year % 33 in _LEAPS else 29
    if not 1 <= day <= length:
        return None
    # 1 Farvardin 1403 was 20 March 2024.
    days = sum(366 if y % 33 in _LEAPS else 365 for y in range(min(year, 1403), max(year, 1403)))
    begins = dt.date(2024, 3, 20) + dt.timedelta(days if year >= 1403 else -days)
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return begins + dt.timedelta(before + day - 1)
