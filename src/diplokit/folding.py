"""The folded view of a text, in which equal things look equal, and its words."""

from itertools import accumulate, compress, count
from operator import add
from typing import NamedTuple

# Characters that mean the same to a rule, written as one. Every entry maps one character to
# one character, so an offset in the folded text is an offset in the text. The groups follow
# the Unicode properties Dash, Quotation_Mark and White_Space; the minus sign is a dash here,
# and the Arabic and full-width marks are the ones that dates and amounts are written with.
_ALIKE = {
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
    "'": "\u2018\u2019\u201b\u02bc\u02bb\u2032\u0060\u00b4\uff07",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02",
    " ": "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
}
_FINAL_SIGMA = "\u03c2"  # which lower case makes of capitals too
_PAIRS = [(variant, plain) for plain, variants in _ALIKE.items() for variant in variants]
_ASCII_PAIRS = [(variant, plain) for variant, plain in _PAIRS if variant.isascii()]


def fold(text: str) -> str:
    """Make case, dashes, quotes and spaces alike, one character for one.

    Args:
        text: Any text.

    Returns:
        A text of the same length. A character whose lower case is longer than itself stays.

    Examples:
        >>> fold("Nov\u00a014\u201316, \u2018LIMA\u2019")
        "nov 14-16, 'lima'"
    """
    # One fast search a character is several times faster than str.translate on real text.
    for variant, plain in _ASCII_PAIRS if text.isascii() else _PAIRS:
        if variant in text:
            text = text.replace(variant, plain)
    if text.isascii():  # as most are without typographic marks, and then lower case is made much faster
        return text.lower()
    lowered = text.lower()
    if len(lowered) != len(text):  # of all characters only this one has a longer lower case
        lowered = "\u0130".join(part.lower() for part in text.split("\u0130"))
    return lowered.replace(_FINAL_SIGMA, "\u03c3")


class Tokens(NamedTuple):
    """The words of a folded text, runs of letters, digits and underscores, and where each begins.

    Attributes:
        words: The words, in order.
        starts: The offset of each.
    """

    words: list[str]
    starts: list[int]


_ASCII_WORDS = "".join(char if char.isalnum() or char == "_" else " " for char in map(chr, range(128)))
_ASCII_BYTES = bytes(range(128))
_WORD_BYTES = _ASCII_WORDS.encode() + bytes(range(128, 256))  # those of other characters stay


def words_apart(text: str) -> str:
    """A text with a space in place of every mark, so that only words and spaces are left; of the same length."""
    # A few calls of the interpreter's own code, of which none looks at a character for long.
    if text.isascii():
        return text.translate(_ASCII_WORDS)
    encoded = text.encode("utf-8", "surrogatepass")
    apart = encoded.translate(_WORD_BYTES).decode("utf-8", "surrogatepass")
    for other in set(encoded.translate(None, _ASCII_BYTES).decode("utf-8", "surrogatepass")):
        if not other.isalnum():
            apart = apart.replace(other, " ")
    return apart


def pieces(text: str) -> list[str]:
    """The words of a text and, between them, an empty string for every further mark or space."""
    # The cut is made at single spaces, which takes half the time of a pattern that looks for words.
    return words_apart(text).split(" ")


def cut(folded: str) -> Tokens:
    """The words of a folded text."""
    parts = pieces(folded)
    starts = map(add, accumulate(map(len, parts), initial=0), count())
    return Tokens(list(filter(None, parts)), list(compress(starts, parts)))
