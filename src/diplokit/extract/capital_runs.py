"""Runs of capitalised words around a word: what the grammars of organisations, events and places walk along.

A run goes on over one space (or the break of a wrapped line); what else may join two of its words, each grammar
says itself. Nothing here finds a mention.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from diplokit import Document
from diplokit.tables import column

LONGEST = 12
"""No name has more words than this on either side of its head."""

VERBS = frozenset(
    (
        "Attended Addressed Met Toured Signed Visited Discussed Accompanied Hosted Opened Joined Welcomed Represented Participated "
        "Delivered Received Made Held Left Arrived Called Launched Headed Led Chaired Co-chaired Convened Spoke Laid Inspected "
        "Unveiled Presented Announced Stopped Transited Concluded Celebrated Dedicated Urges Urged Condemns Condemned Welcomes "
        "Calls Says Said Asks Decides Requests Recalling Reaffirming Noting Welcoming Considering Recognizing Expressing "
        "Emphasizing Stressing Having Visiting Addressing Attending Opening Hosting Meeting Citing Quoting Joining Inaugurated "
        "Briefed Consulted Conferred Exchanged Observed Underscored Highlighted Thanked Praised Endorsed Adopted Read Watch"
    ).split()
)
"""Verbs that open a sentence or a note with a capital letter and are no part of a name."""


@cache
def common_words() -> frozenset[str]:
    """Words that prose writes small: with a capital letter they are hardly names of their own."""
    return frozenset(column("en/common_words.tsv"))


def word_start(text: str, end: int, marks: str = " ") -> int:
    """Where the word begins that ends before an offset, looking back 24 characters at most."""
    window = end - 24 if end > 24 else 0
    if marks == " ":
        return text.rfind(" ", window, end) + 1 or window
    return max([text.rfind(mark, window, end) for mark in marks]) + 1 or window


def word_at(document: Document, offset: int) -> int:
    """The number, in `document.capitals`, of the first capitalised word that starts at or after an offset."""
    return bisect_left(document.capital_starts, offset)


def word_starting(document: Document, offset: int) -> int | None:
    """The number of the capitalised word that starts exactly at an offset, if one does."""
    starts = document.capital_starts
    index = bisect_left(starts, offset)
    return index if index < len(starts) - 1 and starts[index] == offset else None


def gap_before(document: Document, index: int) -> str | None:
    """What stands between a capitalised word and the one before it, white space made single; `None` if too much."""
    if index <= 0:
        return None
    capitals = document.capitals
    start, end = capitals[index - 1][1], capitals[index][0]
    if end - start > 24:
        return None
    gap = document.folded[start:end]
    return gap if "  " not in gap else plain(gap, document.text[start:end])


def plain(folded: str, text: str) -> str | None:
    """White space as one space; `None` where a blank line stands between. It matters only where there are two spaces."""
    if "  " not in folded:
        return folded
    return None if "\n" in text and _blank_line().search(text) else _spaces().sub(" ", folded)


def occurrences(document: Document, names: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where names that have a word with a capital letter stand in a document, also as a part of a hyphenated word.

    The time grows with the length of the document, however many names there are.
    """
    by_word: dict[str, list[tuple[str, int]]] = {}  # their first word with a capital letter, and where it is in them
    for name in sorted(names, key=lambda name: (-len(name), name)):
        for word in _word().finditer(name):
            if word[0][0].isupper():
                by_word.setdefault(word[0], []).append((name, word.start()))
                break
    text, capitals, words = document.text, document.capitals, document.capital_words
    for number in [number for number, written in enumerate(words) if written in by_word or not written.isalnum()]:
        (start, end), written = capitals[number], words[number]
        if written in by_word:
            places = [(start, written)]
        else:
            places = [(word.start(), word[0]) for word in _word().finditer(text, start, end) if word[0] in by_word]
        for at, first in places:
            for name, before in by_word[first]:
                begin = at - before
                stop = begin + len(name)
                if text.startswith(name, begin) and not text[stop : stop + 1].isalnum():
                    if not before or not text[begin - 1 : begin].isalnum():
                        yield begin, stop, name
                        break


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


@cache
def _blank_line() -> re.Pattern[str]:
    return re.compile(r"\n\s*\n")


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile(r" {2,}")
