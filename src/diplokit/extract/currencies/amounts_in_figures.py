"""Amounts in figures, found from left to right: a quick look at every figure, and a close one where it may be money."""

from collections.abc import Iterator
from decimal import Decimal

from diplokit import Document

from .affixes import glued
from .amount_parts import (
    adjective_after,
    fulfilled,
    gaps_after,
    meant_by_both,
    scale_before,
    scaled_number,
    skip,
    unit_after,
    unit_before,
)
from .amount_ranges import shared_scale, shared_unit, unmarked
from .amount_reader import LOOSE, LOOSE_AFTER, ONE, Found, Reader
from .figures import LONGEST, figures, read_figure, read_fraction
from .which_currency import Tender


def amounts_with_ranges(document: Document, reader: Reader, tender: Tender) -> Iterator[tuple[Found, Decimal]]:
    """The amounts in figures, with those that share the currency or the scale word of a neighbour."""
    folded = document.folded
    waiting: Found | None = None
    for found in _amounts(document, reader, tender):
        if waiting is not None:
            yield waiting, _worth(waiting, shared_scale(folded, reader, waiting, found))
        waiting = found
    if waiting is not None:
        yield waiting, _worth(waiting, None)


def _worth(found: Found, scale: Decimal | None) -> Decimal:
    return found.figure * (found.scale or scale or ONE)


def _amounts(document: Document, reader: Reader, tender: Tender) -> Iterator[Found]:
    """The amounts in figures, from left to right and without overlaps."""
    folded = document.folded
    before, after = reader.before, reader.after
    floor = 0
    plain: tuple[int, int, Decimal, Decimal | None] | None = None
    for match in figures(folded.isascii()).finditer(folded):
        start, end = match.span()
        if start < floor:
            continue
        # Three characters on either side tell it most often: few figures have to do with money.
        left = start - 1 if folded[start - 1 : start] == " " else start
        right = end + 1 if folded[end : end + 1] == " " else end
        near, behind = before[folded[left - 3 : left]], after[folded[right : right + 3]]
        if not (near and _before_figure(folded, reader, left)) and not (
            behind and _behind_figure(folded, reader, right)
        ):
            plain = None if end - start > LONGEST else (start, end, ONE, None)
            continue
        if end - start > LONGEST:
            continue
        found, number = _read(document, reader, tender, start, end, match[0], floor, (near, behind))
        if found is None:
            plain = number
            continue
        if plain is not None and found.start == found.number_start:
            yield from shared_unit(document, reader, plain, found, floor)
        yield found
        floor = found.end
        for more in unmarked(document, reader, found):
            yield more
            if "(" not in folded[found.end : more.start]:
                floor = more.end  # else there may be amounts in the brackets
        plain = None


_LOOSE_BEFORE, _LOOSE_BEHIND = "".join(LOOSE), "".join(LOOSE_AFTER)


def _before_figure(folded: str, reader: Reader, left: int) -> bool:
    """Whether a currency or a scale word may stand left of a figure; never wrong when it says no."""
    at = left
    if folded[left - 1 : left] in LOOSE:
        if folded[left - 1] == "." and reader.ends.may_end(folded, left):
            return True
        window = folded[max(left - 3, 0) : left]
        at -= len(window) - len(window.rstrip(_LOOSE_BEFORE))
    return reader.before[folded[at - 3 : at]] and reader.ends.may_end(folded, at)


def _behind_figure(folded: str, reader: Reader, right: int) -> bool:
    """Whether a currency or a scale word may stand right of a figure; never wrong when it says no."""
    at, following = right, folded[right : right + 1]
    if following in LOOSE_AFTER:
        if following in reader.begins.edges[0] and reader.begins.may_start(folded, right):
            return True
        window = folded[right : right + 3]
        at += len(window) - len(window.lstrip(_LOOSE_BEHIND))
    return reader.after[folded[at : at + 3]] and reader.begins.may_start(folded, at)


_OF_A_YEAR = ("in ", "constant ", "current ", "in constant ")


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure.isdecimal() and 1900 <= int(figure) <= 2100


_ODD = frozenset(".,/:#_@\\")
_AND = frozenset("\u0648")
"""The Arabic "and", which is written together with what follows."""


def _joined(folded: str, reader: Reader, start: int) -> tuple[tuple[Decimal, Decimal] | None, int]:
    """The larger part of an amount before "and" and a figure: "3 billion and 200 million", "a billion and 200 million".

    Returns:
        The number and its scale word, if they stand there; and where they start.
    """
    end = start - 2
    if end < 1 or folded[end] != " ":
        return None, start
    for begin, scale in reader.scales.after.ending(folded, end):
        if begin and glued(folded[begin - 1], folded[begin]):
            continue
        window = folded[max(begin - LONGEST, 0) : begin].rstrip(" ")
        at = len(window)
        while at and (window[at - 1].isdecimal() or window[at - 1] in ".,\u066b\u066c"):
            at -= 1
        number = read_figure(window[at:], reader.decimal, reader.groups) if at < len(window) else None
        if number is None:
            return (ONE, scale), begin
        return (number, scale), begin - len(folded[max(begin - LONGEST, 0) : begin]) + at
    return None, start


def _read(
    document: Document,
    reader: Reader,
    tender: Tender,
    start: int,
    end: int,
    figure: str,
    floor: int,
    sides: tuple[bool, bool],
) -> tuple[Found | None, tuple[int, int, Decimal, Decimal | None] | None]:
    """The amount at a figure, if there is a currency; else the number that it is part of.

    Args:
        document: The document.
        reader: What is needed to read amounts in its locale.
        tender: What the document tells about its currencies.
        start: Where the figure starts.
        end: Where it ends.
        figure: The figure.
        floor: Where the amount before it ends.
        sides: Whether a currency or a scale word may stand left, and right, of the figure.
    """
    folded = document.folded
    number_start = start
    left, beyond = folded[start - 1 : start], ""
    if left in _ODD:
        beyond = folded[start - 2] if start > 1 else ""
        if left == ".":
            if not beyond.isalnum() and figure.isdecimal():
                figure, number_start = "0." + figure, start - 1  # "$.5 million"
        elif left != "," or beyond.isdigit():
            if left != "/" or not reader.units.before.ending(folded, start):  # "S/"
                return None, None
    number = read_figure(figure, reader.decimal, reader.groups)
    if number is None:
        return None, None
    full = len(figure) > 4 or not figure.isdecimal()
    if sides[1] and (fraction := read_fraction(folded, end)) is not None:
        end, number, full = fraction[0], number + fraction[1], True
    larger = None
    if left in _AND:
        larger, joined_at = _joined(folded, reader, start)
        if joined_at < floor:
            larger = None
    prefix, number_at, before, scale = None, number_start, None, None
    if sides[0]:
        if reader.scales.before.words:
            prefix, number_at = scale_before(folded, reader, number_start)
        before = unit_before(document, reader, number_at, floor)
    if sides[1]:
        end, number, scale = scaled_number(folded, reader, end, number)
    if prefix is not None:
        scale = prefix * (scale or ONE)
    if larger is not None and scale is not None and number * scale < larger[1]:
        number, scale, number_at, full = larger[0] * larger[1] + number * scale, ONE, joined_at, True
    scaled = scale is not None
    if before is not None:
        fit = fulfilled(before[1], tender, scaled, full)
        if fit:
            after = unit_after(document, reader, tender, skip(folded, end), scaled, full) if sides[1] else None
            if after is not None and (shared := meant_by_both(fit, after[1])):
                return Found(before[0], after[0], number_start, number, scale, shared, after[2], full), None
            stop, adjective = adjective_after(folded, reader, end, fit[0])
            if adjective:
                return Found(before[0], stop, number_start, number, scale, (adjective,), "", full), None
            word = folded[before[0] : number_at]
            return Found(before[0], end, number_start, number, scale, fit, word, full), None
    if number_start == start and left == "." and beyond.isdigit():
        return None, None
    if left not in _AND and number_at and folded[number_at - 1].isalpha() and glued(folded[number_at - 1], "a"):
        return None, None
    for at in gaps_after(folded, reader, end):
        after = unit_after(document, reader, tender, at, scaled, full, glue=at == end)
        if after is not None:
            if not scaled and _is_year(figure) and folded.endswith(_OF_A_YEAR, 0, number_at) and not after[1][0].symbol:
                return None, None  # "in 2015 dollars": at the prices of a year
            return Found(number_at, after[0], number_at, number, scale, after[1], after[2], full), None
    return None, (number_at, end, number, scale)
