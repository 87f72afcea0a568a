"""Short labels for values and records, the same in every view."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from diplokit import Actor, CalendarDate, Mention, Money, Office
from diplokit.plain import plain
from diplokit.values import VALUES

_STEERING = r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))


def on_one_line(text: str) -> str:
    r"""Words of a text for a terminal: white space as one space, and signs that steer terminals made visible.

    Examples:
        >>> on_one_line("Peru\r\n and \x1b[2JChile")
        'Peru and \ufffd[2JChile'
    """
    return re.sub(_STEERING, "\ufffd", " ".join(text.split()))


def actor_label(actor: Actor) -> str:
    """The name, with the acronym of an organisation.

    Examples:
        >>> actor_label(Actor("a1", "igo", "World Trade Organization", "WTO"))
        'World Trade Organization (WTO)'
    """
    return f"{actor.name} ({actor.acronym})" if actor.acronym and actor.acronym != actor.name else actor.name


def short_label(actor: Actor) -> str:
    """The acronym of a long name, else the name.

    Examples:
        >>> short_label(Actor("a1", "igo", "World Trade Organization", "WTO"))
        'WTO'
    """
    return actor.acronym if actor.acronym and len(actor.name) > 20 else actor.name


def office_label(office: Office, names: Mapping[str, str]) -> str:
    """The title, its status if it is not held now, and whose it is."""
    status = "" if office.status == "incumbent" else f" ({office.status})"
    owner = names.get(office.of, office.of) if office.of else ""
    of = f", {owner}" if owner and owner.casefold() not in office.title.casefold() else ""
    return f"{office.title}{status}{of}"


def date_label(date: CalendarDate | None) -> str:
    """The EDTF expression, with a word for an interval."""
    if date is None:
        return "—"
    return "unresolved" if date.edtf is None else date.edtf.replace("/..", " onwards").replace("/", " to ")


def money_label(money: Money) -> str:
    """The code and a readable amount.

    Examples:
        >>> money_label(Money("105090000000", "MYR"))
        'MYR 105.09 billion'
    """
    amount, scale = money.amount, ""
    for size, word in _SCALES:
        if abs(amount) >= size:
            amount, scale = amount / size, f" {word}"
            break
    return f"{money.currency or '¤'} {amount.normalize():,f}{scale}"


def value_label(value: Any) -> str:
    """One line for the value of any mention."""
    if isinstance(value, CalendarDate):
        return f"{date_label(value)} ({value.resolution})"
    if isinstance(value, Money):
        return money_label(value) + ("" if value.qualifier == "exact" else f", {value.qualifier}")
    if type(value) not in VALUES.values():
        return written(value, {})
    if attrs.has(type(value)):
        fields = {a.name: getattr(value, a.name) for a in attrs.fields(type(value))}
        return ", ".join(f"{name}: {_plain(item)}" for name, item in fields.items() if item not in (None, (), ""))
    return str(value)


def _plain(item: Any) -> str:
    return " ".join(map(str, item)) if isinstance(item, tuple) else str(item)


def written(item: Any, names: Mapping[str, str]) -> str:
    """Anything on one line, as its plain data say it.

    Args:
        item: A value or record of a plugin, or a part of one.
        names: What to show instead of some texts: the names of actors by their ids.

    Examples:
        >>> written({"by": ["a1", "a2"], "until": None}, {"a1": "Peru", "a2": "Chile"})
        'by: Peru, Chile'
    """
    data = item if isinstance(item, dict | list) else item.text if isinstance(item, Mention) else plain(item)
    if data is None:
        return ""
    if isinstance(data, dict):
        if "edtf" in data:
            return str(data["edtf"] or "")
        parts = ((str(name), written(part, names)) for name, part in data.items())
        return ", ".join(f"{name}: {said}" for name, said in parts if said)
    if isinstance(data, list):
        return ", ".join(said for part in data if (said := written(part, names)))
    return names.get(str(data), str(data))
