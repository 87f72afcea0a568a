"""Digits of every script, for the patterns that search a text for them."""

import unicodedata
from functools import cache


@cache
def digits() -> str:
    r"""The start of a pattern that finds a digit of any script; several times faster than `\d` in the same place.

    The engine searches for one class in front of a pattern by a table. The table holds the basic plane; the class has
    all characters beyond it, since single ranges there would be slow, and a look behind tells the digits among them.
    """
    zeros = [code for code in range(0x10000) if unicodedata.decimal(chr(code), None) == 0]
    ranges = "".join(f"{chr(zero)}-{chr(zero + 9)}" for zero in zeros)
    return f"(?:[{ranges}\U00010000-\U0010ffff])(?<=\\d)"
