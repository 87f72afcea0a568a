"""Ordinals before the names of gatherings: "the 31st", "Twenty-fifth annual", "XXVI"."""

import re
from functools import cache

# --- words -----------------------------------------------------------------------------------------------------

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ROUND = {f"{tens[:-1]}ieth": number for tens, number in _TENS.items() if number < 60}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
# What may stand between the ordinal and the name.
_REGULAR = frozenset("annual regular special extraordinary joint informal biennial ordinary".split())

# --- rules -----------------------------------------------------------------------------------------------------


@cache
def _ordinal() -> re.Pattern[str]:
    words, tens, rounds = "|".join(_ORDINALS), "|".join(_TENS), "|".join(_ROUND)
    return re.compile(
        rf"(?:(?<![\w.-])(\d{{1,3}}) ?(?:st|nd|rd|th)|\b(?:({tens})-)?({words})|\b({rounds})|(?<![\w'])([ivxl]{{2,7}}))"
        rf"(?: (?:{'|'.join(sorted(_REGULAR))}))? $"
    )


def ordinal_before(folded: str, start: int) -> tuple[int, int] | None:
    """The ordinal that ends where a name begins: where it begins itself, and its number."""
    if folded[start - 1 : start] != " ":
        return None
    window = start - 40 if start > 40 else 0
    last = folded[folded.rfind(" ", window, start - 1) + 1 or window : start - 1]
    # What the pattern can end in, so that it is seldom asked.
    if last[-2:] not in ("st", "nd", "rd", "th") and last not in _REGULAR and last.strip("ivxl"):
        return None
    # It has three words at most: "31 st annual".
    words = folded[window : start - 1].rsplit(" ", 3)
    first = start - 1 - len(" ".join(words[1:])) if len(words) > 3 else window
    match = _ordinal().search(folded, first, start)
    return None if match is None else (match.start(), _number(match))


def number_of(words: str) -> int | None:
    """The number of an ordinal that is all that some folded words and the space after them hold."""
    match = _ordinal().fullmatch(words)
    return None if match is None else _number(match)


def _number(match: re.Match[str]) -> int:
    digits, tens, word, round_tens, roman = match.groups()
    if digits:
        return int(digits)
    if round_tens:
        return _ROUND[round_tens]
    if word:
        return _TENS.get(tens, 0) + _ORDINALS.index(word) + 1
    values = [_ROMAN[letter] for letter in roman]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
