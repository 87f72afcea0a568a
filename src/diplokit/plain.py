"""Values of any class as plain data, which JSON can hold."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any

import attrs

from .text import Span
from .values import CalendarDate


def plain_decimal(amount: Decimal) -> str:
    """A decimal without exponent and without zeros that say nothing.

    Examples:
        >>> plain_decimal(Decimal("1.0509E+11"))
        '105090000000'
    """
    written = format(amount, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def plain_date(date: CalendarDate) -> dict[str, Any]:
    """A date with its first and last day, for readers that know no EDTF."""
    return {
        "edtf": date.edtf,
        "start": date.start and date.start.isoformat(),
        "end": date.end and date.end.isoformat(),
        "resolution": str(date.resolution),
    }


def plain(value: Any) -> Any:
    """A value of a plugin as plain data, all the way down.

    Attrs classes, dataclasses and named tuples become dictionaries of their fields, members of enums their values, sets
    sorted lists, spans `[start, end]`, dates what ISO 8601 writes; whatever else JSON cannot hold becomes text.

    Examples:
        >>> plain({"amounts": {Decimal("1.50")}, "until": dt.date(2030, 1, 1)})
        {'amounts': ['1.5'], 'until': '2030-01-01'}
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int | float):
        return value if isfinite(value) else str(value)
    if isinstance(value, Decimal):
        return plain_decimal(value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, CalendarDate):
        return plain_date(value)
    fields = fields_of(value)
    if fields is not None:
        return {str(plain(name)): plain(item) for name, item in fields.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(map(plain, value), key=repr)
    return str(value)


def fields_of(value: Any) -> Mapping[Any, Any] | None:
    """The parts of a value that has named parts, by their names."""
    if isinstance(value, Mapping):
        return value
    if attrs.has(type(value)):
        return {one.name: getattr(value, one.name) for one in attrs.fields(type(value)) if one.init}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return value._asdict()  # type: ignore[no-any-return]  # a named tuple has it
    return None
