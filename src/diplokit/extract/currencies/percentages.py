"""Percentages, percentage points and basis points, in every language: `5.2 percent`, `5%`, `百分之五`, `yüzde 5`.

Reads a figure or a number in words beside a percent sign or word. A basis point is a hundredth of a percentage point.
Sources: CLDR by way of Babel for the decimal mark; the words are in `data/<language>/money.toml`.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from attrs import frozen

from diplokit import Document, Mention, Percent, Span, fold

from .affixes import Affixes, glued
from .chinese_numbers import read_chinese
from .figures import figures, read_figure, read_fraction
from .number_words import number_before
from .scale_words import phrases

_SIGNS = "%\uff05\u066a\ufe6a"
_MINUS = "-\u2212"


@frozen
class PercentWords:
    """The words of a locale for percent (`1`), percentage points (`2`) and basis points (`3`)."""

    after: Affixes[int]
    stems: tuple[str, ...]
    before: tuple[str, ...]
    ranges: tuple[str, ...]
    decimal: str


@cache
def percent_words(locale: str) -> PercentWords:
    """The percent words of a locale."""
    from babel.core import Locale  # not on import

    found = phrases(locale)
    after: dict[str, int] = dict.fromkeys(_SIGNS, 1)
    for meaning, key in ((1, "percent"), (2, "percentage_points"), (3, "basis_points")):
        after |= {fold(word): meaning for word in found.get(key, ())}
    stems: list[str] = []
    for word in sorted(after, key=len):
        if not any(word.startswith(stem) for stem in stems):
            stems.append(word)
    before = tuple(fold(word) for word in found.get("percent_before", ()))
    pattern = Locale.parse(locale).percent_formats[None].pattern
    if pattern.startswith("%"):
        before = (*before, *_SIGNS, *(fold(word) for word in found.get("percent", ())))
    return PercentWords(
        Affixes(after),
        tuple(stems),
        before,
        tuple(sorted(map(fold, found.get("ranges", ("-", " - "))), key=len, reverse=True)),
        Locale.parse(locale).number_symbols.get("latn", {}).get("decimal", "."),
    )


@cache
def _last_figure() -> re.Pattern[str]:
    """A figure at the end of a short stretch of text."""
    return re.compile(
        r"(?<![\d.,/a-z])(\d{1,12}(?:[.,'\u066b\u066c ]\d{1,12}){0,4}|\.\d{1,6})((?:[ -]\d/\d|[½¼¾])?)[ -]?$"
    )


class Percentages:
    """Numbers of per cent, of percentage points and of basis points."""

    name = "percentages"
    kind = "percent"
    description = "A number of per cent, percentage points or basis points, in figures or words."
    yes: Mapping[str | Document, object] = {
        "grew 5.2 percent": Percent("5.2"),
        "a 5% rise": Percent("5"),
        "by 0.5 percentage points": Percent("0.5", "percentage_points"),
        "raised by 25 basis points": Percent("0.25", "percentage_points"),
        "five percent of it": Percent("5"),
        "12 per cent": Percent("12"),
        "5 to 6 pct": [Percent("5"), Percent("6")],
        Document("um 3,5 Prozent", "de"): Percent("3.5"),
        Document("增长百分之五", "zh"): Percent("5"),
    }
    no: tuple[str | Document, ...] = ("800 deals", "per capita", "a large percentage")

    def find(self, document: Document, /) -> Iterator[Mention[Percent]]:
        """Find the percentages of a document."""
        words = percent_words(document.locale)
        folded = document.folded
        for stem in words.stems:
            at = folded.find(stem)
            while at >= 0:
                for stop, meaning in words.after.starting(folded, at):
                    if (
                        stop < len(folded)
                        and glued(folded[stop - 1], folded[stop])
                        and document.locale.startswith("en")
                    ):
                        continue
                    yield from self._ending(document, words, at, stop, meaning)
                    break
                at = folded.find(stem, at + len(stem))
        for word in words.before:
            at = folded.find(word)
            while at >= 0:
                yield from self._beginning(document, words, at, at + len(word))
                at = folded.find(word, at + len(word))

    def _ending(
        self, document: Document, words: PercentWords, at: int, stop: int, meaning: int
    ) -> Iterator[Mention[Percent]]:
        folded = document.folded
        found = _figure_before(folded, at, words.decimal)
        if found is None:
            in_words = number_before(folded, at, document.locale)
            if in_words is None:
                return
            start, number = in_words
        else:
            start, number = found
            for gap in words.ranges:
                if folded.endswith(gap, 0, start) and (
                    first := _figure_before(folded, start - len(gap), words.decimal)
                ):
                    if first[1] < number or "-" not in gap:
                        yield self._mention(document, first[0], start - len(gap), first[1], meaning)
                    break
        yield self._mention(document, start, stop, number, meaning)

    def _beginning(self, document: Document, words: PercentWords, at: int, end: int) -> Iterator[Mention[Percent]]:
        folded = document.folded
        if at and glued(folded[at - 1], folded[at]):
            return
        number_at = end + 1 if folded[end : end + 1] == " " else end
        match = figures().match(folded, number_at)
        if match is not None:
            number = read_figure(match[0], words.decimal)
            stop = match.end()
        else:
            number, stop = read_chinese(folded, number_at)
        if number is not None:
            yield self._mention(document, at, stop, number, 1)

    def _mention(self, document: Document, start: int, end: int, number: Decimal, meaning: int) -> Mention[Percent]:
        if start and document.text[start - 1] in _MINUS and (start == 1 or document.folded[start - 2] in " (\n"):
            start, number = start - 1, -number
        unit = "percent" if meaning == 1 else "percentage_points"
        span = Span(start, end)
        return Mention(
            "percent", span, document[span], Percent(number / 100 if meaning == 3 else number, unit), self.name
        )


def _figure_before(folded: str, at: int, decimal: str) -> tuple[int, Decimal] | None:
    """The figure that ends right before an offset: its start, and the number."""
    begin = max(at - 36, 0)
    if not any(char.isdecimal() or char in "½¼¾" for char in folded[max(at - 2, 0) : at]):
        return None
    match = _last_figure().search(folded[begin:at])
    if match is None:
        return None
    figure = match[1]
    number = read_figure("0" + figure if figure.startswith(".") else figure, decimal)
    start = begin + match.start()
    if number is None and " " in figure:  # "in 2023 5%": only the last is its number
        last = figure.rpartition(" ")[2]
        start, number = begin + match.start(1) + len(figure) - len(last), read_figure(last, decimal)
    if number is None:
        return None
    if match[2] and (fraction := read_fraction(folded, begin + match.start(2))):
        number += fraction[1]
    return start, number
