"""The entries of word tables: which begin with a word and which with a sign, and how a text may write them."""

import re
from collections.abc import Collection, Mapping
from itertools import chain, compress, repeat
from operator import not_
from os.path import commonprefix
from typing import NamedTuple, TypeAlias

from diplokit.folding import fold
from diplokit.text import Document, Hit

_WORD = r"\w+"
UNSPACED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
"""Scripts that are written without spaces: their words are found inside a run of letters."""


_FEW = 6
"""Of so few first characters each is searched for by itself, which is several times faster than all of them at once."""


class Table(NamedTuple):
    """The words of a lexicon in one locale.

    Attributes:
        name: The name of the lexicon.
        words: The words, as the table writes them, and their meanings.
        cased: Whether a text must write a word as the table does, or all in capitals.
    """

    name: str
    words: Mapping[str, object]
    cased: bool = False


Writing: TypeAlias = str | None
"""How a cased table writes a word, which a text may also write in capitals; none if any way will do."""


class Entry(NamedTuple):
    """An entry of a table that is not one plain word.

    Attributes:
        folded: The word, folded, with single spaces.
        words: The words in it; none if it begins with a sign, or its script puts no spaces between words.
        meaning: What it means.
        writing: How a text must write it.
    """

    folded: str
    words: list[str]
    meaning: object
    writing: Writing

    @property
    def mark(self) -> str:
        """What follows the last of its words, as the dot of "Dr."."""
        last = self.words[-1]
        return self.folded[self.folded.rindex(last) + len(last) :]


def entries_of(table: Table) -> tuple[list[tuple[str, object, Writing]], list[Entry]]:
    """The words of a table as entries; a word of nothing but spaces is none.

    Returns:
        The plain ones, of a single word of letters and digits: the word, folded, its meaning, and its writing. And the
        others.
    """
    words, cased = table.words, table.cased
    folded_words = fold("\0".join(words)).split("\0")  # all at once: a tenth of the time
    if len(folded_words) != len(words):  # a word that holds a NUL
        folded_words = [fold(word) for word in words]
    every = list(zip(folded_words, words.values(), words if cased else repeat(None), strict=False))
    is_plain = [folded.isalnum() and folded.isascii() for folded in folded_words]
    plain: list[tuple[str, object, Writing]] = list(compress(every, is_plain))
    others: list[Entry] = []
    words_of, find_unspaced = re.compile(_WORD).findall, re.compile(UNSPACED).search
    for folded, meaning, writing in compress(every, map(not_, is_plain)):
        if spaced := " ".join(folded.split()):
            parts = words_of(spaced)
            unspaced = not spaced.isascii() and find_unspaced(spaced) is not None
            if not parts or unspaced or not spaced.startswith(parts[0]):
                others.append(Entry(spaced, [], meaning, writing))
            elif parts == [spaced]:
                plain.append((spaced, meaning, writing))
            else:
                others.append(Entry(spaced, parts, meaning, writing))
    return plain, others


def is_written(text: str, writing: str) -> bool:
    """Whether a text writes a word as its table does or in capitals; white space and the form of apostrophes aside."""
    ways = writing, writing.upper()
    return text in ways or " ".join(text.split()).replace("\u2019", "'") in ways


def without_overlaps(hits: list[Hit]) -> list[Hit]:
    """Of hits that share a character the leftmost, and of those the longest; of equal ones the first."""
    kept: list[Hit] = []
    end = 0
    for hit in sorted(hits, key=_leftmost_longest):
        if hit[0] >= end:
            kept.append(hit)
            end = hit[1]
    return kept


def _leftmost_longest(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[1]


class Signs:
    """Entries that begin with a sign, or whose script puts no spaces between words: they stand anywhere in a text."""

    def __init__(self) -> None:
        self._entries: dict[str, list[tuple[int, object, Writing]]] = {}
        self._patterns: list[re.Pattern[str]] = []

    def add(self, number: int, entry: Entry) -> None:
        """Add an entry of the table of that number."""
        self._entries.setdefault(entry.folded, []).append((number, entry.meaning, entry.writing))

    def find(self, document: Document, found: list[list[Hit]]) -> None:
        """Find them all, beside what has been found of each table."""
        if not self._entries:
            return
        if not self._patterns:
            groups: dict[str, list[str]] = {}
            for folded in self._entries:
                groups.setdefault(folded[0], []).append(folded)
            one_by_one = len(groups) <= _FEW
            self._patterns = [re.compile(_longest_of(g)) for g in (groups.values() if one_by_one else [self._entries])]
        touched: set[int] = set()
        text, folded = document.text, document.folded
        for match in chain.from_iterable([pattern.finditer(folded) for pattern in self._patterns]):
            start, end = match.span()
            for number, meaning, writing in self._entries[match[0]]:
                if writing is None or text[start:end] in (writing, writing.upper()):
                    found[number].append(Hit(start, end, meaning))
                    touched.add(number)
        for number in touched:
            found[number] = without_overlaps(found[number])


def _longest_of(words: Collection[str]) -> str:
    """A pattern for the longest of some words: a tree of their characters, through which there is one way only."""
    rests: dict[str, list[str]] = {}
    for word in words:
        if word:
            rests.setdefault(word[0], []).append(word[1:])
    branches = []
    for first, rest in rests.items():
        shared = commonprefix(rest)  # noqa: RUF071 — characters are what is meant
        after = [word[len(shared) :] for word in rest]
        branches.append(re.escape(first + shared) + (_longest_of(after) if any(after) else ""))
    return f"(?:{'|'.join(branches)})" + ("?" if "" in words else "")
