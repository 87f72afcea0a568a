"""Amounts of money, in every language of CLDR: `RM105.09 billion`, `30 mln dlrs`, `1.234,56 €`, `3兆円`.

Reads a number with a symbol, a code or a name of a currency before or after it, and scale words between; ranges
whose ends share them; and, in the languages with a table of number words, numbers in words before a currency.
Sources: ISO 4217 and CLDR by way of Babel for codes, symbols, names and scale words; the words of the press are in
`data/<language>/currency_words.tsv` and `money.toml`.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from diplokit import Document, Lexicon, Mention, Money, Span, hookimpl
from diplokit.vocabulary import Qualifier

from .affixes import glued
from .amount_parts import fulfilled, gaps_after, unit_after, unit_before
from .amount_reader import MINUS, ONE, Found, Reader, reader_of
from .amounts_in_figures import amounts_with_ranges
from .currency_words import MARKS_OF_DIRECTION
from .number_words import ANCHORS, numbers_in_words, other_end
from .percentages import Percentages
from .which_currency import Tender


class Amounts:
    """Numbers with a currency before or after them, in any language."""

    name = "amounts_of_money"
    kind = "money"
    description = "A number with a symbol, a code or a name of a currency before or after it, and its scale words."
    words: Mapping[str, Lexicon] = {"end": ANCHORS}
    yes: Mapping[str | Document, object] = {
        "worth US$23.03 billion": Money("23.03e9", "USD"),
        "RM105.09 billion": Money("105.09e9", "MYR"),
        "30 mln dlrs": Money("30e6", "USD"),
        "half a billion euros": Money("0.5e9", "EUR"),
        "Rs 4,500 crore": Money("45e9", "INR"),
        "12.5 trillion rupiah": Money("12.5e12", "IDR"),
        "nearly £1.2bn": Money("1.2e9", "GBP", "nearly"),
        "between $5 and $10 million": [Money("5e6", "USD"), Money("10e6", "USD")],
        "80 sen": Money("0.8", "MYR"),
        Document("rund 3,5 Mrd. Euro", "de"): Money("3.5e9", "EUR", "about"),
        Document("約3億ドル", "ja"): Money("3e8", "USD", "about"),
    }
    no: tuple[str | Document, ...] = (
        "won 3 seats", "5 pounds of rice", "800 deals", "COP 26", "a 500-pound bomb", "the G20 marks 20 years",
    )  # fmt: skip

    def find(self, document: Document, /) -> Iterator[Mention[Money]]:
        """Find the amounts of a document."""
        reader = reader_of(document.locale)
        tender = Tender(document)
        for found, amount in amounts_with_ranges(document, reader, tender):
            yield self._mention(document, reader, tender, found, amount)
        for start, end, amount, unit_start in numbers_in_words(document):
            if not _begins_word(document.folded, start):
                continue
            for at in (unit_start, *gaps_after(document.folded, reader, end)):
                if not reader.units.after.may_start(document.folded, at):
                    continue
                unit = unit_after(document, reader, tender, at, scaled=True, full=True)
                if unit is not None:
                    other = other_end(document.folded, start, amount, document.locale, reader.ranges)
                    if other is not None:
                        first = Found(other[0], other[1], other[0], other[2], ONE, unit[1], unit[2], full=True)
                        yield self._mention(document, reader, tender, first, other[2])
                    found = Found(start, unit[0], start, amount, ONE, unit[1], unit[2], full=True)
                    yield self._mention(document, reader, tender, found, amount)
                    break
            else:
                before = unit_before(document, reader, start, 0) if amount >= 1000 else None
                if before is not None and not document.text[before[0] : start].islower():  # "USD five million"
                    fit = fulfilled(before[1], tender, scaled=True, full=True)
                    if fit:
                        word = document.folded[before[0] : start]
                        found = Found(before[0], end, start, amount, ONE, fit, word, full=True)
                        yield self._mention(document, reader, tender, found, amount)

    def _mention(
        self, document: Document, reader: Reader, tender: Tender, found: Found, amount: Decimal
    ) -> Mention[Money]:
        unit = found.units[0]
        currency, confidence = tender.choose(unit.currencies, found.start, unit.symbol)
        start, end, negative = _sign(document, reader, found)
        amount = amount / unit.parts if unit.parts != 1 else amount
        qualifier = _qualifier(document.folded, reader, start)
        span = Span(start, end)
        value = Money(-amount if negative else amount, currency, qualifier)
        return Mention("money", span, document.text[start:end], value, self.name, confidence)


def _begins_word(folded: str, start: int) -> bool:
    """Whether a number in words begins at the start of a word."""
    return start == 0 or not glued(folded[start - 1], folded[start])


def _sign(document: Document, reader: Reader, found: Found) -> tuple[int, int, bool]:
    """The span with its sign, and whether the amount is below zero.

    Brackets in running text are just brackets; an amount in brackets that fills its line or its cell is the
    negative of an account.
    """
    folded, text = document.folded, document.text
    start, end = found.start, found.end
    if found.number_start > start:
        between = text[start : found.number_start]
        if not MINUS.isdisjoint(between[-4:]) and between.rstrip(_AROUND)[-1:] in MINUS:
            return start, end, True
    at, before = start, text[start - 1 : start]
    while before in _MARKS and start - at < 3:
        at -= 1
        before = text[at - 1 : at]
    if before in MINUS:
        before = folded[at - 2] if at > 1 else " "
        if not before.isalnum() and before not in "-)%":
            previous = folded[max(at - 14, 0) : at - 1].rstrip()
            if not (before == " " and previous[-1:].isdigit()):
                return at - 1, end, True
    for begin, _ in reader.minus.ending(folded, start) if reader.minus.words else ():
        if begin == 0 or not folded[begin - 1].isalnum():
            return begin, end, True
    if found.scale is not None:
        return start, end, False
    if before == "(":
        stop = end
        while folded[stop : stop + 1] in _MARKS:
            stop += 1
        if folded[stop : stop + 1] == ")" and _fills_cell(text, at - 1, stop + 1):
            return at - 1, stop + 1, True
    trailing = text[end : end + 1] in MINUS and found.start < found.number_start
    if trailing and not folded[end + 1 : end + 2].strip() and reader.symbol_first and reader.decimal == ",":
        return start, end + 1, True
    return start, end, False


_MARKS = frozenset(MARKS_OF_DIRECTION)
_AROUND = " \u00a0" + MARKS_OF_DIRECTION


def _fills_cell(text: str, start: int, end: int) -> bool:
    before = text[max(start - 8, 0) : start].rstrip(_AROUND)
    after = text[end : end + 8].lstrip(_AROUND)
    return (not before or before[-1] in "\n\t|\r") and (not after or after[0] in "\n\t|\r")


def _qualifier(folded: str, reader: Reader, start: int) -> Qualifier:
    at = start - 1 if start > 1 and folded[start - 1] == " " else start
    for begin, kind in reader.qualifiers.ending(folded, at):
        if begin == 0 or not glued(folded[begin - 1], folded[begin]):
            return kind
    return Qualifier.EXACT


@hookimpl
def extractors() -> list[Any]:
    """The rules for amounts of money and for percentages."""
    return [Amounts(), Percentages()]
