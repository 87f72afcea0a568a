"""What a mention can mean: dates, money, percentages, titles, honorifics, names, places, events."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import ClassVar

from attrs import field, frozen, has
from attrs.validators import deep_iterable, instance_of, optional

from .edtf import edtf_bounds
from .vocabulary import (
    ActorKind,
    PercentUnit,
    PlaceForm,
    PlaceKind,
    Qualifier,
    Resolution,
    Role,
    RoleStatus,
)

_TEXT = instance_of(str)
_TEXT_OR_NONE = optional(_TEXT)


@frozen
class CalendarDate:
    """A day or a period of the calendar, as EDTF (ISO 8601-2, levels 0 to 2).

    Attributes:
        edtf: Such as `2024-05-03`, `2024-11-14/2024-11-16`, `2024-33` (first quarter), `199X`, `2015/..`;
            `XXXX-03-12` where the text leaves the year open; `None` where it leaves everything open.
        resolution: How the value was reached.

    Raises:
        ValueError: If the EDTF string is not one, or names no day of the calendar.

    Examples:
        >>> CalendarDate("2024-02").end
        datetime.date(2024, 2, 29)
    """

    kind: ClassVar[str] = "date"

    edtf: str | None = field(validator=_TEXT_OR_NONE)
    resolution: Resolution = field(default=Resolution.ABSOLUTE, converter=Resolution)
    start: dt.date | None = field(init=False, eq=False, repr=False)
    end: dt.date | None = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        start, end = (None, None) if self.edtf is None else edtf_bounds(self.edtf)
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)


def _shortest(amount: Decimal | str | int) -> Decimal:
    """The amount without zeros behind the point."""
    number = Decimal(amount)
    if not number.is_finite():
        return number
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()


@frozen
class Money:
    """An amount in whole units of a currency.

    Attributes:
        amount: The amount; cents are fractions.
        currency: The ISO 4217 code, also of currencies withdrawn; `None` where the text leaves it open.
        qualifier: How exact the text says the amount is.

    Examples:
        >>> Money("23.03e9", "USD").amount == 23_030_000_000
        True
    """

    kind: ClassVar[str] = "money"

    amount: Decimal = field(converter=_shortest)
    currency: str | None = field(validator=_TEXT_OR_NONE)
    qualifier: Qualifier = field(default=Qualifier.EXACT, converter=Qualifier)

    @amount.validator
    def _finite(self, _attribute: object, amount: Decimal) -> None:
        if not amount.is_finite():
            raise ValueError(f"an amount must be finite, not {amount}")


@frozen
class Percent:
    """A percentage, or a difference in percentage points."""

    kind: ClassVar[str] = "percent"

    amount: Decimal = field(converter=_shortest)
    unit: PercentUnit = field(default=PercentUnit.PERCENT, converter=PercentUnit)


@frozen
class Title:
    """An office that a person holds.

    Attributes:
        name: The office as one would list it: `Prime Minister`, `Minister of Trade and Industry`.
        role: What the office makes of its holder.
        status: Whether it is held.
        of: The state, organisation or territory whose office it is, as the text names it.
        to: Where an ambassador or envoy is sent, as the text names it.
    """

    kind: ClassVar[str] = "title"

    name: str = field(validator=_TEXT)
    role: Role = field(converter=Role)
    status: RoleStatus = field(default=RoleStatus.INCUMBENT, converter=RoleStatus)
    of: str | None = field(default=None, validator=_TEXT_OR_NONE)
    to: str | None = field(default=None, validator=_TEXT_OR_NONE)


@frozen
class Honorific:
    """A word of honour before or after a name.

    Attributes:
        form: The canonical form, such as `Datuk Seri`.
        culture: Where it is used, such as `Malay`.
    """

    kind: ClassVar[str] = "honorific"

    form: str = field(validator=_TEXT)
    culture: str | None = field(default=None, validator=_TEXT_OR_NONE)


def _strings(parts: Iterable[str]) -> tuple[str, ...]:
    """A tuple of strings; `tuple` itself tells the type checker nothing of what it holds."""
    return tuple(parts)


@frozen
class Name:
    """The name of a person.

    Attributes:
        parts: The parts in the order of the text, without titles and honorifics.
        family: The name that the press uses on second mention, where that is known.
    """

    kind: ClassVar[str] = "person"

    parts: tuple[str, ...] = field(converter=_strings, validator=deep_iterable(_TEXT, instance_of(tuple)))
    family: str | None = field(default=None, validator=_TEXT_OR_NONE)

    @property
    def full(self) -> str:
        """The parts in one string."""
        return " ".join(self.parts)


@frozen
class Organisation:
    """An organisation.

    Attributes:
        name: The full name where the text or a table gives it, else the name as it stands.
        acronym: Its acronym, if any.
        actor: What kind of actor it is.
    """

    kind: ClassVar[str] = "organisation"

    name: str = field(validator=_TEXT)
    acronym: str | None = field(default=None, validator=_TEXT_OR_NONE)
    actor: ActorKind = field(default=ActorKind.NGO, converter=ActorKind)


@frozen
class Place:
    """A state, territory, city or region.

    Attributes:
        name: The canonical name.
        code: ISO 3166-1 alpha-3 code of the state or territory, or of the one that it lies in.
        type: What kind of place it is.
        form: Whether the text names the place or its people.
    """

    kind: ClassVar[str] = "place"

    name: str = field(validator=_TEXT)
    code: str | None = field(default=None, validator=_TEXT_OR_NONE)
    type: PlaceKind = field(default=PlaceKind.STATE, converter=PlaceKind)
    form: PlaceForm = field(default=PlaceForm.NOUN, converter=PlaceForm)


@frozen
class Event:
    """A named gathering, such as "31st APEC Economic Leaders' Meeting (AELM)".

    Attributes:
        name: The name without ordinal and acronym.
        ordinal: Which one in the series.
        acronym: As it stands in brackets after the name.
        year: The year that is part of the name, as in "APEC 2024".
    """

    kind: ClassVar[str] = "event"

    name: str = field(validator=_TEXT)
    ordinal: int | None = field(default=None, validator=optional(instance_of(int)))
    acronym: str | None = field(default=None, validator=_TEXT_OR_NONE)
    year: int | None = field(default=None, validator=optional(instance_of(int)))


@frozen
class Refusal:
    """What a rule gives for words that look like its kind and are not: they compete, win, and are dropped.

    Attributes:
        reason: Why this is not one, for `diplokit explain`.
    """

    reason: str = field(validator=_TEXT)


@frozen
class Other:
    """The value of a mention whose kind no plugin at hand knows, as plain data.

    Attributes:
        kind: The kind of the mention.
        data: What its value was written as.
    """

    kind: str = field(validator=_TEXT)
    data: Mapping[str, object]


Value = CalendarDate | Money | Percent | Title | Honorific | Name | Organisation | Place | Event

VALUES: dict[str, type] = {
    value.kind: value for value in (CalendarDate, Money, Percent, Title, Honorific, Name, Organisation, Place, Event)
}
"""The built-in kinds of mention and the class of the value of each."""


def kind_of_class(cls: type) -> str | None:
    """The kind of the mentions whose values are of a class: what it says, or its name in snake_case.

    A class that is not made to hold a value (neither attrs class, nor dataclass, nor named tuple) gives no kind.

    Examples:
        >>> kind_of_class(CalendarDate), kind_of_class(int)
        ('date', None)
    """
    said = getattr(cls, "kind", None)
    if isinstance(said, str):
        return said
    named = has(cls) or hasattr(cls, "__dataclass_fields__") or (issubclass(cls, tuple) and hasattr(cls, "_fields"))
    if named and not issubclass(cls, Refusal):
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()
    return None
