"""Words for large numbers (thousand, million, lakh, 億), numbers in words, and what else stands beside an amount.

CLDR gives the scale words of compact numbers in every locale (by way of Babel); `data/<language>/money.toml` adds
those of the press, other forms, and the small words around an amount.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from attrs import frozen

from diplokit import fold
from diplokit.tables import names, settings

from .affixes import Affixes
from .currency_words import MARKS_OF_DIRECTION

_ZEROS = re.compile("0+")


@frozen
class Scales:
    """The scale words of a locale, by where they stand: each means the number to multiply by."""

    before: Affixes[Decimal]
    after: Affixes[Decimal]


@cache
def scales_of(locale: str) -> Scales:
    """The scale words of a locale."""
    after: dict[str, Decimal] = {}
    before: dict[str, Decimal] = {}
    both: list[tuple[str, str, Decimal]] = []
    for kind in _compact(locale):
        later: dict[str, Decimal] = {}
        earlier: dict[str, Decimal] = {}
        for prefix, suffix, factor in kind:
            if prefix and suffix:
                both.append((prefix, suffix, factor))
            elif prefix:
                earlier[prefix] = max(factor, earlier.get(prefix, factor))
            elif suffix:
                later[suffix] = max(factor, later.get(suffix, factor))
        after = later | after
        before = earlier | before
    for prefix, suffix, factor in both:
        if suffix in after:
            before.setdefault(prefix, factor / after[suffix])
    after |= {fold(word): Decimal(10) ** power for word, power in phrases(locale).get("scales", {}).items()}
    before |= {fold(word): Decimal(10) ** power for word, power in phrases(locale).get("scales_before", {}).items()}
    return Scales(Affixes(before), Affixes(after))


@cache
def phrases(locale: str) -> Mapping[str, Any]:
    """The words around amounts in the language of a locale; empty where there is no table."""
    name = f"{locale.partition('_')[0]}/money.toml"
    return settings(name) if name in names() else {}


@cache
def links_of(locale: str) -> tuple[str, ...]:
    """What may stand between a number and the name of a currency, besides a space."""
    from babel.core import Locale  # not on import

    patterns = Locale.parse(locale)._data.get("currency_unit_patterns") or {}  # noqa: SLF001 — Babel offers no other way
    written = [pattern.partition("{0}")[2].partition("{1}")[0].lstrip(" \u00a0") for pattern in patterns.values()]
    return tuple(fold(link) for link in (*phrases(locale).get("links", ()), *written) if link)


def _compact(locale: str) -> Iterator[list[tuple[str, str, Decimal]]]:
    """What CLDR writes before and after a compact number, and what it stands for: by kind, that of amounts first."""
    from babel.core import Locale  # not on import

    data = Locale.parse(locale)._data  # noqa: SLF001 — Babel offers no other way
    kinds = [
        (data.get("compact_currency_formats") or {}).get("short") or {},
        (data.get("compact_decimal_formats") or {}).get("long") or {},
        (data.get("compact_decimal_formats") or {}).get("short") or {},
    ]
    for kind in kinds:
        found = []
        for forms in kind.values():
            for size, pattern in forms.items():
                written = pattern.pattern.partition(";")[0].replace("¤", " ").replace("'", "")
                zeros = _ZEROS.search(written)
                if zeros is None or not str(size).isdecimal():
                    continue
                around = written[: zeros.start()], written[zeros.end() :]
                prefix, suffix = (fold(part).strip(" -" + MARKS_OF_DIRECTION) for part in around)
                found.append((prefix, suffix, Decimal(size) / Decimal(10) ** (len(zeros[0]) - 1)))
        yield found
