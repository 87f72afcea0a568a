"""Figures: numbers that are written with digits, in the digits and with the marks of any language.

A mark between digits may separate thousands or decimals. Most figures tell by themselves (`1.234.567`,
`1,234.5`, `0,5`, `12,34,567`); only one mark with exactly three digits after it depends on the language.
"""

import re
from decimal import Decimal
from functools import cache

from diplokit.extract.digits import digits

MARKS = ".,'\u066b\u066c\u060c"
"""What may stand between the digits of a figure, besides a space: the Arabic marks are decimal, thousands, comma."""

LONGEST = 32
"""Characters of the longest figure that is read; a longer run of digits is no amount."""

_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅛": "0.125"}


@cache
def figures(ascii_only: bool = False) -> re.Pattern[str]:
    """Where figures stand in a folded text; possessive, so that it is linear on any run of digits and marks.

    Args:
        ascii_only: Whether the text has no digits but 0 to 9; that is quicker.
    """
    first = (
        "[0-9]" if ascii_only else digits()
    )  # one class in front, which the engine searches for several times faster
    return re.compile(rf"{first}(?:\d{{0,2}}(?: \d{{3}}(?!\d))++(?:[.,\u066b]\d++)?|\d*+(?:[{MARKS}]\d++)*+)")


@cache
def _usual(decimal: str) -> re.Pattern[str]:
    """A figure as most are written: with decimals only, or with thousands by threes and perhaps decimals."""
    mark, thousands = re.escape(decimal), re.escape("." if decimal == "," else ",")
    return re.compile(rf"\d+{mark}\d+|[1-9]\d{{0,2}}(?:{thousands}\d{{3}})++(?:{mark}\d+)?")


@cache
def _fraction() -> re.Pattern[str]:
    return re.compile(r"[ -]?([½¼¾⅓⅔⅛])|[ -](\d)/(\d)(?![\d/])")


def read_figure(figure: str, decimal: str = ".", groups: tuple[int, int] = (3, 3)) -> Decimal | None:
    """The number that a figure writes.

    Args:
        figure: Digits of any script with marks between them.
        decimal: The mark that the language writes before decimals.
        groups: How many digits the language writes in the last group, and in those before it.

    Returns:
        The number; `None` for what is not one, such as a date, a version or a list.

    Examples:
        >>> [read_figure(figure) for figure in ("1,234.5", "1.234,5", "12,34,567", "3.5.2023")]
        [Decimal('1234.5'), Decimal('1234.5'), Decimal('1234567'), None]
        >>> read_figure("1.234"), read_figure("1.234", decimal=",")
        (Decimal('1.234'), Decimal('1234'))
    """
    if len(figure) > LONGEST:
        return None
    if figure.isdecimal():
        return Decimal(figure)
    if decimal in ".," and groups[0] == 3 and _usual(decimal).fullmatch(figure):
        plain = figure.replace(",", "") if decimal == "." else figure.replace(".", "").replace(",", ".")
        return Decimal(plain)
    marks = [char for char in figure if not char.isdecimal()]
    parts = re.split(r"\D", figure)
    last = marks[-1]
    if last == "\u066b" or (len(marks) > 1 and len(set(marks)) == 2 and marks.count(last) == 1 and last in ".,"):
        whole, rest = parts[:-1], parts[-1]
    elif len(marks) == 1 and last in ".," and not _separates_thousands(parts, last, decimal, groups):
        # One mark: decimals, unless it can only be thousands.
        if len(parts[1]) == 3 and last != decimal and parts[0].lstrip("0") and len(parts[0]) > 3:
            return None
        whole, rest = parts[:1], parts[1]
    else:
        whole, rest = parts, ""
    if len(set(marks[: len(whole) - 1])) > 1 or not _grouped(whole, groups):
        return None
    return Decimal("".join(whole) + ("." + rest if rest else ""))


def _separates_thousands(parts: list[str], mark: str, decimal: str, groups: tuple[int, int]) -> bool:
    first, second = parts
    return mark != decimal and len(second) == groups[0] and len(first) <= 3 and not first.startswith("0")


def _grouped(parts: list[str], groups: tuple[int, int]) -> bool:
    """Whether the parts are groups of thousands: by threes, the Indian way, or the way of the language."""
    if len(parts) == 1:
        return True
    first, *middle, last = map(len, parts)
    if last == 3 and first <= 3 and all(size == 3 for size in middle):
        return True
    if last == 3 and first <= 2 and all(size == 2 for size in middle):
        return True
    return last == groups[0] and first <= groups[1] and all(size == groups[1] for size in middle)


def read_fraction(folded: str, at: int) -> tuple[int, Decimal] | None:
    """A fraction that follows a figure, as in `2 1/2` or `1½`: where it ends, and its value."""
    if (
        folded[at + 2 : at + 3] != "/"
        and folded[at : at + 1] not in _FRACTIONS
        and folded[at + 1 : at + 2] not in _FRACTIONS
    ):
        return None
    match = _fraction().match(folded, at)
    if match is None:
        return None
    if match[1]:
        return match.end(), Decimal(_FRACTIONS[match[1]])
    above, below = int(match[2]), int(match[3])
    return (match.end(), Decimal(above) / below) if 0 < above < below else None
