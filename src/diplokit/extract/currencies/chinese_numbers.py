"""Numbers in Chinese characters (三千亿, 五十万), as Chinese and Japanese write them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from .currency_words import MARKS_OF_DIRECTION, units_of
from .scale_words import links_of

_DIGITS = {char: n for n, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
    "壹": 1,
    "貳": 2,
    "參": 3,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}


_NUMERALS = "".join((*_DIGITS, *_TENS, *_MYRIADS))
_GAP = f" {MARKS_OF_DIRECTION}-"


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{_NUMERALS}]{{1,24}}")


@cache
def _amount(locale: str) -> re.Pattern[str]:
    """Numbers in Chinese characters that a currency may follow, or stand before if they are large.

    They are whole, no vague ones (数十亿, 几百万), and do not go on after digits.
    """
    units = units_of(locale)
    firsts = re.escape("".join({word[0] for word in (*units.after.words, *links_of(locale))}))
    lasts = re.escape("".join({word[-1] for word in units.before.words}))
    rest = f"[{_NUMERALS}]{{0,23}}+"
    return re.compile(
        f"(?:[{_NUMERALS}])(?<![{_NUMERALS}\\d.,几幾数數第多余].)(?:{rest}(?=[{_GAP}]{{0,4}}[{firsts}])"
        f"|(?<=[{lasts}{_GAP}].)(?=[{_NUMERALS}]{{3}}|[{_NUMERALS}]{{0,23}}[千{''.join(_MYRIADS)}]){rest})"
    )


def chinese_numbers(folded: str, locale: str) -> Iterator[tuple[int, int, Decimal, int]]:
    """Numbers in Chinese characters beside which a currency may stand."""
    for match in _amount(locale).finditer(folded):
        start, end = match.span()
        if start > 1 and folded[start - 1] == " " and folded[start - 2].isdecimal():
            continue
        number = _value(match[0])
        if number:
            at = end + 1 if folded[end : end + 1] == " " else end
            yield start, end, Decimal(number), at


def read_chinese(folded: str, at: int) -> tuple[Decimal | None, int]:
    """A number in Chinese characters at an offset, with its decimals (三点五), and where it ends."""
    match = _run().match(folded, at)
    if match is None or not (number := _value(match[0])):
        return None, at
    end = match.end()
    rest = _run().match(folded, end + 1) if folded[end : end + 1] in ("点", "點") else None
    if rest is not None and all(char in _DIGITS for char in rest[0]):
        return Decimal(f"{number}." + "".join(str(_DIGITS[char]) for char in rest[0])), rest.end()
    return Decimal(number), end


def _value(characters: str) -> int:
    """The number that Chinese characters write; 0 if it is none."""
    total = section = digit = 0
    for char in characters:
        if char in _DIGITS:
            digit = _DIGITS[char] if not digit else digit * 10 + _DIGITS[char]
        elif char in _TENS:
            section, digit = section + (digit or 1) * _TENS[char], 0
        elif section + digit or total:
            part = section + digit
            total = (total + part) * _MYRIADS[char] if total < _MYRIADS[char] else total + part * _MYRIADS[char]
            section = digit = 0
        else:
            return 0
    return total + section + digit
