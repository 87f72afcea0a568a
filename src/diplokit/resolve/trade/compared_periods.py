"""Periods that follow from another one: the same months a year before, of another year, the month before."""

import re

from diplokit import CalendarDate, Mention

_PLAIN = re.compile(r"\d{4}(?:-\d\d)?(?:/\d{4}(?:-\d\d)?)?")
_YEAR = re.compile(r"\b\d{4}\b")


def year_before(main: CalendarDate | None, base: CalendarDate) -> CalendarDate | None:
    """The same part of the year before: "…in January, from … last year" compares with January of last year."""
    if (
        main is None
        or main.edtf is None
        or base.edtf is None
        or len(base.edtf) != 4
        or len(main.edtf) not in (7, 9, 15)
    ):
        return None
    if len(main.edtf) == 15:
        first, last = main.edtf[:4], main.edtf[8:12]
        if first != last or not first.isdigit() or not base.edtf.isdigit() or int(first) != int(base.edtf) + 1:
            return None
        return CalendarDate(main.edtf.replace(first, base.edtf), base.resolution)
    if len(main.edtf) == 9:
        first, _, last = main.edtf.partition("/")
        fiscal = first.isdigit() and last.isdigit() and base.edtf == str(int(first) - 1)
        return CalendarDate(f"{base.edtf}/{first}", base.resolution) if fiscal else None
    if not main.edtf[:4].isdigit() or not base.edtf.isdigit() or int(main.edtf[:4]) != int(base.edtf) + 1:
        return None
    return CalendarDate(f"{base.edtf}{main.edtf[4:]}", base.resolution)


def month_before(main: CalendarDate | None, base: Mention[CalendarDate]) -> CalendarDate | None:
    """A month without its year that a figure is compared with: the one before the period of the figure."""
    edtf = base.value.edtf or ""
    if main is None or main.edtf is None or len(main.edtf) != 7 or len(edtf) != 7 or edtf <= main.edtf:
        return None
    if not edtf[:4].isdigit() or any(char.isdigit() for char in base.text):
        return None
    return CalendarDate(f"{int(edtf[:4]) - 1:04}{edtf[4:]}", base.value.resolution)


def year_earlier(main: CalendarDate | None) -> CalendarDate | None:
    """The year, month, months or fiscal year one year before; of the first year of all, none."""
    if main is None or main.edtf is None or main.edtf < "0002" or not _PLAIN.fullmatch(main.edtf):
        return None
    return CalendarDate(_YEAR.sub(lambda year: f"{int(year[0]) - 1:04}", main.edtf), main.resolution)


def same_part(main: CalendarDate | None, year: CalendarDate) -> CalendarDate | None:
    """The same months of another year: "… in the same period this year" after January to September of a year."""
    if main is None or main.edtf is None or year.edtf is None or len(year.edtf) != 4 or not year.edtf.isdigit():
        return None
    edtf = main.edtf
    if len(edtf) not in (7, 15) or not edtf[:4].isdigit() or (len(edtf) == 15 and edtf[:4] != edtf[8:12]):
        return None
    return CalendarDate(edtf.replace(edtf[:4], year.edtf), year.resolution)
