"""Runs of capitalised words around a word: what the grammars of organisations, events and places walk along.

A run goes on over one space (or the break of a wrapped line); what else may join two of its words, each grammar
says itself. Nothing here finds a mention.
"""

import re
from bisect import bisect_left
from functools import cache

from diplokit import Document

LONGEST = 12
"""No name has more words than this on either side of its head."""


def word_at(document: Document, offset: int) -> int:
    """The number, in `document.capitals`, of the first capitalised word that starts at or after an offset."""
    return bisect_left(document.capitals, (offset,))


def word_starting(document: Document, offset: int) -> int | None:
    """The number of the capitalised word that starts exactly at an offset, if one does."""
    index = bisect_left(document.capitals, (offset,))
    capitals = document.capitals
    return index if index < len(capitals) and capitals[index][0] == offset else None


def gap_before(document: Document, index: int) -> str | None:
    """What stands between a capitalised word and the one before it, white space made single; `None` if too much."""
    if index <= 0:
        return None
    start, end = document.capitals[index - 1][1], document.capitals[index][0]
    if end - start > 24:
        return None
    return plain(document.folded[start:end], document.text[start:end])


def plain(folded: str, text: str) -> str | None:
    """White space as one space; `None` where a blank line stands between."""
    if folded == " ":
        return None if text == "\n\n" else " "
    if "\n" in text and _blank_line().search(text):
        return None
    return " ".join(folded.split(" ")) if "  " not in folded else _spaces().sub(" ", folded)


@cache
def _blank_line() -> re.Pattern[str]:
    return re.compile(r"\n\s*\n")


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile(r" {2,}")
