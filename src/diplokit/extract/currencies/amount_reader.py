"""What is needed to read amounts in one locale: its words and marks, gathered when the locale is first used."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from attrs import frozen

from diplokit import fold
from diplokit.vocabulary import Qualifier

from .affixes import Affixes, Beside
from .currency_words import MARKS_OF_DIRECTION, Unit, Units, units_of
from .scale_words import Scales, links_of, phrases, scales_of

ONE = Decimal(1)
SPACES = frozenset(" " + MARKS_OF_DIRECTION)
LOOSE = frozenset(" -." + MARKS_OF_DIRECTION)
"""What may stand between a figure and its currency or scale word."""
LOOSE_AFTER = LOOSE - {"."}
"""The same, behind the figure."""
MINUS = frozenset("-\u2212\ufe63\uff0d")


@frozen
class Reader:
    """What is needed to read amounts in one locale; made when the locale is first used."""

    units: Units
    scales: Scales
    ends: Affixes[bool]
    begins: Affixes[bool]
    before: Beside
    after: Beside
    decimal: str
    groups: tuple[int, int]
    symbol_first: bool
    names_are_lower: bool
    links: tuple[str, ...]
    ranges: tuple[str, ...]
    joins: frozenset[str]
    between: tuple[str, ...]
    glued_scales: frozenset[str]
    minus: Affixes[bool]
    qualifiers: Affixes[Qualifier]
    never_before: Mapping[str, re.Pattern[str]]
    comparisons: tuple[str, ...]
    lone_end: re.Pattern[str] | None
    flows: re.Pattern[str] | None


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words."""
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))


@cache
def reader_of(locale: str) -> Reader:
    """The reader of a locale."""
    from babel.core import Locale  # not on import

    data = Locale.parse(locale)
    words = phrases(locale)
    pattern = data.currency_formats["standard"]
    shown = pattern.pattern
    sizes = [len(part) for part in shown.partition(".")[0].replace("0", "#").strip("¤ \u00a0").split(",")]
    groups = (pattern.grouping[0], pattern.grouping[1]) if len(sizes) > 1 else (3, 3)
    units, scales = units_of(locale), scales_of(locale)
    links = links_of(locale)
    fractions = [*"½¼¾⅓⅔⅛", *(f"{n}/{m}" for n in range(1, 10) for m in range(2, 10))]
    english = data.language == "en"
    ends = dict.fromkeys([*units.before.words, *scales.before.words], True)
    begins = dict.fromkeys([*units.after.words, *scales.after.words, *links, *fractions], True)
    end_words = Affixes(ends, None if english else units.before)
    begin_words = Affixes(begins, None if english else units.after)
    return Reader(
        units=units,
        scales=scales,
        ends=end_words,
        begins=begin_words,
        before=Beside(lambda key: key[-1] in LOOSE or end_words.some_end(key)),
        after=Beside(lambda key: key[0] in LOOSE_AFTER or begin_words.some_start(key)),
        decimal=data.number_symbols.get("latn", {}).get("decimal", "."),
        groups=groups,
        symbol_first=shown.find("¤") < shown.find("0"),
        names_are_lower=data.language == "en",
        links=links,
        ranges=tuple(sorted((fold(word) for word in words.get("ranges", ("-", " - "))), key=len, reverse=True)),
        joins=frozenset(words.get("joins", ())),
        between=tuple(fold(word) for word in words.get("between", ())),
        glued_scales=frozenset(words.get("glued_scales", ())),
        minus=Affixes({fold(word): True for word in words.get("minus", ())}),
        qualifiers=Affixes({fold(word): Qualifier(kind) for kind, found in words.get("qualifiers", {}).items() for word in found}),
        never_before={word: re.compile(after) for word, after in words.get("never_before", {}).items()},
        comparisons=tuple(f" {fold(word)} " for word in [*words.get("comparisons", ()), *words.get("opposites", ())]),
        lone_end=re.compile(rf" (?:{_any_of(words['ends'])})\b| \([+-]?\d|[,.;:)\]]|\Z") if "ends" in words else None,
        flows=re.compile(rf"\b(?:{_any_of(words['flows'])})\b(?:[^.;()\d]{{0,50}}? (?:{_any_of(words['reaching'])})| (?:from|to|with) [a-z' -]{{2,30}}) \Z") if "flows" in words else None,
    )  # fmt: skip


class Found(NamedTuple):
    """An amount where it stands, before its currency is chosen."""

    start: int
    end: int
    number_start: int
    figure: Decimal
    scale: Decimal | None
    units: tuple[Unit, ...]
    word: str
    full: bool  # thousands or decimals are written
