"""Amounts of money, in every language of CLDR: `RM105.09 billion`, `30 mln dlrs`, `1.234,56 €`, `3兆円`.

Reads a number with a symbol, a code or a name of a currency before or after it, and scale words between; ranges
whose ends share them; and, in the languages with a table of number words, numbers in words before a currency.
Sources: ISO 4217 and CLDR by way of Babel for codes, symbols, names and scale words; the words of the press are in
`data/<language>/currency_words.tsv` and `money.toml`.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from attrs import frozen

from diplokit import Document, Mention, Money, Refusal, Span, fold, hookimpl

from .affixes import Affixes, glued
from .currency_words import MARKS_OF_DIRECTION, Unit, Units, units_of
from .figures import LONGEST, figures, read_figure, read_fraction
from .number_words import numbers_in_words
from .percentages import Percentages
from .scale_words import Scales, phrases, scales_of
from .which_currency import Tender

_ONE = Decimal(1)
_LOOSE = frozenset(" -." + MARKS_OF_DIRECTION)  # what may stand between a figure and its currency or scale word
_SPACES = frozenset(" " + MARKS_OF_DIRECTION)
_MINUS = frozenset("-\u2212\ufe63\uff0d")
_LETTER = re.compile(r"[^\W\d_]")


@frozen
class Reader:
    """What is needed to read amounts in one locale; made when the locale is first used."""

    units: Units
    scales: Scales
    ends: Affixes[bool]
    begins: Affixes[bool]
    decimal: str
    groups: tuple[int, int]
    symbol_first: bool
    links: tuple[str, ...]
    ranges: tuple[str, ...]
    joins: frozenset[str]
    between: tuple[str, ...]
    glued_scales: frozenset[str]
    minus: Affixes[bool]
    qualifiers: Affixes[str]
    never_before: Mapping[str, re.Pattern[str]]
    comparison: re.Pattern[str] | None
    lone_end: re.Pattern[str] | None


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
    either = lambda key: "|".join(  # noqa: E731
        re.escape(fold(word)) for word in sorted(words.get(key, ()), key=len, reverse=True)
    )
    units, scales = units_of(locale), scales_of(locale)
    links = (*map(fold, words.get("links", ())), *_links_of(data))
    fractions = [*"½¼¾⅓⅔⅛", *(f"{n}/{m}" for n in range(1, 10) for m in range(2, 10))]
    return Reader(
        units=units,
        scales=scales,
        ends=Affixes(dict.fromkeys([*units.before.words, *scales.before.words], True), data.language != "en"),
        begins=Affixes(dict.fromkeys([*units.after.words, *scales.after.words, *links, *fractions], True), data.language != "en"),
        decimal=data.number_symbols.get("latn", {}).get("decimal", "."),
        groups=groups,
        symbol_first=shown.find("¤") < shown.find("0"),
        links=links,
        ranges=tuple(sorted((fold(word) for word in words.get("ranges", ("-", " - "))), key=len, reverse=True)),
        joins=frozenset(words.get("joins", ())),
        between=tuple(fold(word) for word in words.get("between", ())),
        glued_scales=frozenset(words.get("glued_scales", ())),
        minus=Affixes({fold(word): True for word in words.get("minus", ())}),
        qualifiers=Affixes({fold(word): kind for kind, found in words.get("qualifiers", {}).items() for word in found}),
        never_before={word: re.compile(after) for word, after in words.get("never_before", {}).items()},
        comparison=re.compile(rf"[^.;()\d]{{0,40}}?(?<!\w)(?:{either('comparisons')}) (?=\d)") if "comparisons" in words else None,
        lone_end=re.compile(rf" (?:{either('ends')})\b|[,.;:)\]]|\Z") if "ends" in words else None,
    )  # fmt: skip


def _links_of(locale: Any) -> Iterator[str]:
    """What CLDR writes between a number and the name of a currency, besides a space."""
    for pattern in (locale._data.get("currency_unit_patterns") or {}).values():
        link = pattern.partition("{0}")[2].partition("{1}")[0].lstrip(" \u00a0")
        if link:
            yield fold(link)


class Found(NamedTuple):
    """An amount where it stands, before its currency is chosen."""

    start: int
    end: int
    number_start: int
    number_end: int
    figure: Decimal
    scale: Decimal | None
    units: tuple[Unit, ...]
    word: str
    full: bool  # thousands or decimals are written


class Amounts:
    """Numbers with a currency before or after them, in any language."""

    name = "amounts_of_money"
    kind = "money"
    description = "A number with a symbol, a code or a name of a currency before or after it, and its scale words."
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
        Document("約3億ドル", "ja"): Money("3e8", "USD"),
    }
    no: tuple[str | Document, ...] = (
        "won 3 seats", "5 pounds of rice", "800 deals", "COP 26", "a 500-pound bomb", "the G20 marks 20 years",
    )  # fmt: skip

    def find(self, document: Document, /) -> Iterator[Mention[Money | Refusal]]:
        """Find the amounts of a document."""
        reader = reader_of(document.locale)
        tender = Tender(document)
        for found, amount in _with_ranges(document, reader, tender):
            yield from self._mention(document, reader, tender, found, amount)
        for start, end, amount, unit_start in numbers_in_words(document.folded, document.locale):
            if not glued_free(document.folded, start):
                continue
            for at in (unit_start, *_after_gaps(document.folded, reader, end)):
                unit = _unit_after(document, reader, tender, at, True, True)
                if unit is not None:
                    found = Found(start, unit[0], start, end, amount, _ONE, unit[1], unit[2], True)
                    yield from self._mention(document, reader, tender, found, amount)
                    break

    def _mention(
        self, document: Document, reader: Reader, tender: Tender, found: Found, amount: Decimal
    ) -> Iterator[Mention[Money | Refusal]]:
        unit = found.units[0]
        currency, confidence = tender.choose(unit.currencies, found.start, unit.symbol)
        start, end, negative = _sign(document, reader, found)
        amount = amount / unit.parts if unit.parts != 1 else amount
        qualifier = _qualifier(document.folded, reader, start)
        span = Span(start, end)
        value = Money(-amount if negative else amount, currency, qualifier)
        yield Mention("money", span, document[span], value, self.name, confidence)


def glued_free(folded: str, start: int) -> bool:
    """Whether a number in words begins at the start of a word."""
    return start == 0 or not glued(folded[start - 1], folded[start])


def _with_ranges(document: Document, reader: Reader, tender: Tender) -> Iterator[tuple[Found, Decimal]]:
    """The amounts in figures, with those that share the currency or the scale word of a neighbour."""
    folded = document.folded
    waiting: Found | None = None
    for found in _amounts(document, reader, tender):
        if waiting is not None:
            yield waiting, _worth(waiting, _shared_scale(folded, reader, waiting, found))
        waiting = found
    if waiting is not None:
        yield waiting, _worth(waiting, None)


def _worth(found: Found, scale: Decimal | None) -> Decimal:
    return found.figure * (found.scale or scale or _ONE)


def _shared_scale(folded: str, reader: Reader, first: Found, second: Found) -> Decimal | None:
    """The scale word of the second amount, where the first is the other end of a range: "$5 to $10 million"."""
    if first.scale is not None or second.scale is None or first.figure >= max(second.figure, Decimal(1000)):
        return None
    gap = folded[first.end : second.start]
    if gap not in reader.ranges:
        return None
    if gap in reader.joins:
        before = folded[max(first.start - 12, 0) : first.start].rstrip()
        after = folded[second.end : second.end + 14]
        if not before.endswith(reader.between) and "respectively" not in after:
            return None
    return second.scale if first.figure < second.figure else None


def _amounts(document: Document, reader: Reader, tender: Tender) -> Iterator[Found]:
    """The amounts in figures, from left to right and without overlaps."""
    folded = document.folded
    ends, begins = reader.ends, reader.begins
    floor = 0
    plain: tuple[int, int, Decimal, Decimal | None] | None = None
    for match in figures(folded.isascii()).finditer(folded):
        start, end = match.span()
        if start < floor:
            continue
        # A quick look at the two characters on either side: most figures have nothing to do with money.
        at = start
        while at and folded[at - 1] in _LOOSE and start - at < 3:
            at -= 1
        if not ends.may_end(folded, at):
            at = end
            while at - end < 3 and folded[at : at + 1] in _LOOSE and at < len(folded):
                at += 1
            if not begins.may_start(folded, at):
                plain = None if end - start > LONGEST else (start, end, _ONE, None)
                continue
        if end - start > LONGEST:
            continue
        found, number = _read(document, reader, tender, start, end, match[0], floor)
        if found is None:
            plain = number
            continue
        if plain is not None and found.start == found.number_start:
            yield from _shared_unit(document, reader, plain, found, floor)
        yield found
        floor = found.end
        for more in _unmarked(document, reader, found):
            yield more
            floor = more.end
        plain = None


def _read(
    document: Document, reader: Reader, tender: Tender, start: int, end: int, figure: str, floor: int
) -> tuple[Found | None, tuple[int, int, Decimal, Decimal | None] | None]:
    """The amount at a figure, if there is a currency; else the number that it is part of."""
    folded = document.folded
    number_start = start
    if start and folded[start - 1] == ".":
        if start > 1 and folded[start - 2].isalnum():
            pass  # "Rs.500": the mark is the currency's, if it is one
        elif figure.isdecimal():
            figure, number_start = "0." + figure, start - 1
    elif start and (
        folded[start - 1] in "/:#_@\\" or (folded[start - 1] == "," and start > 1 and folded[start - 2].isdigit())
    ):
        if folded[start - 1] != "/" or not any(True for _ in reader.units.before.ending(folded, start)):
            return None, None
    number = read_figure(figure, reader.decimal, reader.groups)
    if number is None:
        return None, None
    full = not figure.isdecimal() or len(figure) > 4
    fraction = read_fraction(folded, end)
    if fraction is not None:
        end, number, full = fraction[0], number + fraction[1], True
    prefix, number_at = _prefix_scale(folded, reader, number_start)
    before = _unit_before(document, reader, number_at, floor)
    end, number, scale = _scaled(folded, reader, end, number)
    if prefix is not None:
        scale = prefix * (scale or _ONE)
    scaled = scale is not None
    if before is not None:
        fit = tuple(u for u in before[1] if _fulfils(u, tender, scaled, full))
        if fit:
            after = _unit_after(document, reader, tender, _skip(folded, end), scaled, full)
            if after is not None and (shared := _both(fit, after[1])):
                return Found(before[0], after[0], number_start, end, number, scale, shared, after[2], full), None
            stop, adjective = _adjective_after(folded, reader, end, fit[0])
            if adjective:
                return Found(before[0], stop, number_start, end, number, scale, (adjective,), "", full), None
            word = folded[before[0] : number_at]
            return Found(before[0], end, number_start, end, number, scale, fit, word, full), None
    if number_start == start and start > 1 and folded[start - 1] == "." and folded[start - 2].isdigit():
        return None, None
    if number_at and folded[number_at - 1].isalpha() and glued(folded[number_at - 1], "a"):
        return None, None
    for at in _after_gaps(folded, reader, end):
        after = _unit_after(document, reader, tender, at, scaled, full, glue=at == end)
        if after is not None:
            return Found(number_at, after[0], number_at, end, number, scale, after[1], after[2], full), None
    return None, (number_at, end, number, scale)


def _adjective_after(folded: str, reader: Reader, end: int, unit: Unit) -> tuple[int, Unit | None]:
    """The adjective of a state after an amount, as in "$5 million Canadian"."""
    at = end + 2 if folded.startswith(" (", end) else end + 1
    if "AUD" in unit.currencies and folded[end : end + 1] == " ":
        for stop, (state, *_) in reader.units.adjectives.starting(folded, at):
            after = folded[stop : stop + 1]
            bracket = at == end + 2
            if (after == ")" if bracket else not after or after in ",.;:)") and state.currencies[0] in unit.currencies:
                return stop + bracket, state
    return end, None


def _skip(folded: str, at: int) -> int:
    """Past a space and marks of direction."""
    for _ in range(4):
        if at < len(folded) and folded[at] in _SPACES:
            at += 1
    return at


def _after_gaps(folded: str, reader: Reader, end: int) -> Iterator[int]:
    """Where a unit may begin after a number or its scale word."""
    yield end
    at = _skip(folded, end)
    if at != end:
        yield at
    elif folded[end : end + 1] == "-":
        yield end + 1
    for link in reader.links:
        if folded.startswith(link, at):
            yield at + len(link)


def _prefix_scale(folded: str, reader: Reader, start: int) -> tuple[Decimal | None, int]:
    """A scale word before the figure, as Swahili and Burmese write it."""
    if not reader.scales.before.words:
        return None, start
    at = start
    while at and folded[at - 1] in _SPACES and start - at < 3:
        at -= 1
    for begin, scale in reader.scales.before.ending(folded, at):
        if begin == 0 or not glued(folded[begin - 1], folded[begin]):
            return scale, begin
        if any(True for _ in reader.units.before.ending(folded, begin)):
            return scale, begin
    return None, start


def _scaled(folded: str, reader: Reader, end: int, number: Decimal) -> tuple[int, Decimal, Decimal | None]:
    """The end of the scale words after a figure, the number, and what the words multiply it by."""
    total, part, scale = Decimal(0), number, None
    for _ in range(4):
        found = _scale(folded, reader, end)
        if found is None:
            return end, total + part if scale is None or not total else (total + part * scale) / scale, scale
        end, factor = found
        if scale is None:
            scale = factor
        else:
            scale *= factor
        # 1조 2000억: a smaller part follows at once.
        at = end + 1 if folded[end : end + 1] == " " and "\uac00" <= folded[end - 1] <= "\ud7a3" else end
        if folded[at : at + 1].isdecimal() and not glued("a", folded[end - 1]):
            match = figures().match(folded, at)
            more = read_figure(match[0], reader.decimal, reader.groups) if match else None
            next_scale = _scale(folded, reader, match.end()) if match else None
            if more is None or match is None or (next_scale and next_scale[1] >= scale):
                return end, number, scale
            total += part * scale
            part, end, scale = more, match.end(), None
            if next_scale is None:
                return end, total + part, _ONE
            number = part
    return end, (total + part * (scale or _ONE)) / (scale or _ONE), scale


def _scale(folded: str, reader: Reader, end: int) -> tuple[int, Decimal] | None:
    at = _skip(folded, end)
    if at == end and folded[end : end + 1] == "-":
        at = end + 1
    longest = next((stop for stop, _ in reader.units.after.starting(folded, at) if not _goes_on(folded, stop)), 0)
    for stop, factor in reader.scales.after.starting(folded, at):
        if stop < longest:
            continue  # "NT$" is no short "nghìn tỷ"
        if stop - at <= 2 and at != end and folded[at:stop] in reader.glued_scales:
            continue
        if folded[stop : stop + 1].isalnum() and glued(folded[stop - 1], folded[stop]):
            units = reader.units.after.starting(folded, stop)
            if not any(unit[0].symbol and not _goes_on(folded, end) for end, unit in units):
                continue
        return stop, factor
    return None


def _goes_on(folded: str, stop: int) -> bool:
    """Whether a word goes on after an offset."""
    return stop < len(folded) and (
        glued(folded[stop - 1], folded[stop]) or (folded[stop] == "$" and folded[stop - 1].isalpha())
    )


def _unit_before(document: Document, reader: Reader, start: int, floor: int) -> tuple[int, tuple[Unit, ...]] | None:
    """The currency that ends right before a number."""
    folded, text = document.folded, document.text
    at = start
    while (
        at > floor
        and start - at < 4
        and (folded[at - 1] in _SPACES or (folded[at - 1] == "-" and text[at - 1] in _MINUS))
    ):
        at -= 1
    for begin, units in reader.units.before.ending(folded, at):
        if begin < floor:
            continue
        if begin:
            left, first = folded[begin - 1], folded[begin]
            if glued(left, first) or (left.isalnum() and first == "$" and glued(left, "a")) or left in "@#_$":
                continue
            if left.isdigit() and at == start and first.isalpha():
                continue
        fit = tuple(u for u in units if not u.writings or text[begin:at] in u.writings)
        fit = tuple(u for u in fit if "glued" not in u.needs or at == start)
        if fit:
            return begin, fit
    return None


def _unit_after(
    document: Document, reader: Reader, tender: Tender, at: int, scaled: bool, full: bool, glue: bool = False
) -> tuple[int, tuple[Unit, ...], str] | None:
    """The currency that begins at an offset: its end, what it can be, and the word."""
    folded, text = document.folded, document.text
    for stop, units in reader.units.after.starting(folded, at):
        after = folded[stop : stop + 1]
        if _goes_on(folded, stop):
            stop = _inflected(folded, reader, at, stop)
            if stop < 0:
                continue
        elif after.isdigit() and units[0].place != "after":
            continue
        fit = tuple(u for u in units if not u.writings or text[at:stop] in u.writings)
        fit = tuple(u for u in fit if "glued" not in u.needs or glue)
        if (
            fit
            and reader.symbol_first
            and fit[0].place == "both"
            and after == " "
            and folded[stop + 1 : stop + 2].isdigit()
        ):
            continue  # the next amount's own symbol
        word = folded[at:stop]
        never = reader.never_before.get(word)
        if never is not None and never.match(folded, stop):
            continue
        fit = tuple(u for u in fit if _fulfils(u, tender, scaled, full))
        if fit:
            return stop, fit, word
    return None


def _inflected(folded: str, reader: Reader, at: int, stop: int) -> int:
    """The end of a word that goes on after a name by an ending of the language; -1 if it is another word."""
    if (
        not reader.units.inflects
        or stop - at < 4
        or folded[at : at + 4] in ("euro", "евро")
        or not folded[stop - 1].isalpha()
    ):
        return -1
    end = stop
    while end < len(folded) and end - stop <= 4 and (folded[end].isalpha() or folded[end] == "'"):
        end += 1
    return end if end - stop <= 4 else -1


def _fulfils(unit: Unit, tender: Tender, scaled: bool, full: bool) -> bool:
    """Whether an amount has what its word needs to be read as money."""
    needs = unit.needs
    if not needs:
        return True
    if "scale" in needs and not scaled:
        return False
    if "amount" in needs and not (scaled or full):
        return False
    return "country" not in needs or (scaled and "amount" not in needs) or tender.speaks_of(unit.currencies)


def _both(before: tuple[Unit, ...], after: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """What two words around one number can mean together: "S$1 million dollars", "$10 billion USD"."""
    left, right = before[0], after[0]
    shared = tuple(code for code in left.currencies if code in right.currencies)
    if not shared or left.parts != right.parts:
        return ()
    return (Unit(shared, "both", left.parts, frozenset(), frozenset(), left.symbol and right.symbol),)


def _shared_unit(
    document: Document, reader: Reader, plain: tuple[int, int, Decimal, Decimal | None], found: Found, floor: int
) -> Iterator[Found]:
    """A number before an amount that is the other end of a range: "5 to 10 million dollars"."""
    folded = document.folded
    start, end, number, scale = plain
    if start < floor or (start and (folded[start - 1].isalnum() or folded[start - 1] in ".,/$")):
        return
    gap = folded[end : found.start]
    if gap not in reader.ranges or (
        gap in reader.joins and not folded[:start].endswith(tuple(f"{word} " for word in reader.between))
    ):
        return
    if number is _ONE and scale is None:
        read = read_figure(folded[start:end], reader.decimal, reader.groups)
        if read is None:
            return
        number = read
    if scale is None and number >= found.figure:
        return
    yield Found(start, end, start, end, number, scale or found.scale or _ONE, found.units, found.word, found.full)


def _unmarked(document: Document, reader: Reader, found: Found) -> Iterator[Found]:
    """What follows an amount and shares its currency: "$5-10 million", "to $1.2 billion from 960 million"."""
    folded = document.folded
    for gap in reader.ranges:
        if folded.startswith(gap, found.end):
            match = figures().match(folded, found.end + len(gap))
            break
    else:
        match, gap = None, ""
    if match is not None and len(match[0]) <= LONGEST:
        second = read_figure(match[0], reader.decimal, reader.groups)
        if second is not None:
            end, second, scale = _scaled(folded, reader, match.end(), second)
            tail = folded[end : end + 10]
            if (
                not tail.startswith(("%", " %", " per cent", " percent", "-")) and second > found.figure
            ) or scale is not None:
                lone = reader.lone_end
                ok = "-" in gap or scale is not None
                if (
                    ok
                    and not _counts(folded, reader, end)
                    and (lone is None or scale is not None or lone.match(folded, end))
                ):
                    yield Found(match.start(), end, match.start(), end, second, scale or found.scale, found.units,
                                found.word, found.full)  # fmt: skip
                    return
    if found.scale is None or reader.comparison is None or reader.lone_end is None:
        return
    match = reader.comparison.match(folded, found.end, found.end + 60)
    figure = figures().match(folded, match.end()) if match else None
    if figure is None or len(figure[0]) > LONGEST:
        return
    number = read_figure(figure[0], reader.decimal, reader.groups)
    if number is None:
        return
    end, number, scale = _scaled(folded, reader, figure.end(), number)
    if (
        scale is not None
        and reader.lone_end.match(folded, end)
        and document.sentence_index(found.start) == document.sentence_index(end - 1)
    ):
        yield Found(figure.start(), end, figure.start(), end, number, scale, found.units, found.word, found.full)


def _counts(folded: str, reader: Reader, end: int) -> bool:
    """Whether a currency of its own follows, so that the number is an amount by itself."""
    return any(
        True
        for at in _after_gaps(folded, reader, end)
        for _ in reader.units.after.starting(folded, at)
        if at <= end + 2
    )


def _sign(document: Document, reader: Reader, found: Found) -> tuple[int, int, bool]:
    """The span with its sign, and whether the amount is below zero.

    Brackets in running text are just brackets; an amount in brackets that fills its line or its cell is the
    negative of an account.
    """
    folded, text = document.folded, document.text
    start, end = found.start, found.end
    between = text[start : found.number_start] if found.number_start > start else ""
    if any(char in _MINUS for char in between[-4:]) and between.rstrip(" \u00a0" + MARKS_OF_DIRECTION)[-1:] in _MINUS:
        return start, end, True
    at = start
    while at and start - at < 3 and folded[at - 1] in MARKS_OF_DIRECTION:
        at -= 1
    if at and text[at - 1] in _MINUS:
        before = folded[at - 2] if at > 1 else " "
        if not before.isalnum() and before not in "-)%":
            previous = folded[max(at - 14, 0) : at - 1].rstrip()
            if not (before == " " and previous[-1:].isdigit()):
                return at - 1, end, True
    for begin, _ in reader.minus.ending(folded, start):
        if begin == 0 or not folded[begin - 1].isalnum():
            return begin, end, True
    if found.scale is None and at and folded[at - 1] == "(":
        stop = end
        while folded[stop : stop + 1] and folded[stop] in MARKS_OF_DIRECTION:
            stop += 1
        if folded[stop : stop + 1] == ")" and _fills_cell(text, at - 1, stop + 1):
            return at - 1, stop + 1, True
    if text[end : end + 1] in _MINUS and found.scale is None and found.start < found.number_start:
        if not folded[end + 1 : end + 2].strip() and reader.symbol_first and reader.decimal == ",":
            return start, end + 1, True
    return start, end, False


def _fills_cell(text: str, start: int, end: int) -> bool:
    before = text[max(start - 8, 0) : start].rstrip(" \u00a0" + MARKS_OF_DIRECTION)
    after = text[end : end + 8].lstrip(" \u00a0" + MARKS_OF_DIRECTION)
    return (not before or before[-1] in "\n\t|\r") and (not after or after[0] in "\n\t|\r")


def _qualifier(folded: str, reader: Reader, start: int) -> str:
    at = start - 1
    if at <= 0 or folded[at] != " ":
        at = start
    for begin, kind in reader.qualifiers.ending(folded, at):
        if begin == 0 or not glued(folded[begin - 1], folded[begin]):
            return kind
    return "exact"


@hookimpl
def extractors() -> list[Any]:
    """The rules for amounts of money and for percentages."""
    return [Amounts(), Percentages()]
