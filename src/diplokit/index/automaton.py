"""The fast engine: an automaton that goes through a text once and names the words of the tables.

The text is handed to it with a space for every mark, and every entry with a space before and after, so that a word is
found where the text has that word and not a part of another. What the marks are is looked at afterwards.

Nine in ten entries are single words that a text must begin with a capital letter, as few words of a text do: those are
looked up one by one.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import accumulate, compress, count
from operator import add, not_
from typing import Any, TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation

from diplokit.folding import fold, words_apart
from diplokit.text import Document, Hit, capital_letters

from .entries import Signs, Table, Writing, entries_of, is_written

_BLANK = frozenset({"", " "})

_Found: TypeAlias = tuple[int, object, Writing, str, bool]
"""What a find means: the number of its table, its meaning, its writing, the whole entry unless it is a single word, and
whether it may share its place with another entry of the table."""


class Automaton:
    """Tables of words as one automaton; see `diplokit.index.Index`."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self._names: list[str] = []
        self._signs = Signs()
        # Single words that begin with a capital letter, as a text may write them: by turns the number of a table and what
        # they mean there; nearly always that is one of each.
        self._capital: dict[str, tuple[Any, ...]] = {}
        patterns: list[str] = []
        found: list[_Found] = []
        for number, table in enumerate(tables):
            self._names.append(table.name)
            plain, others = entries_of(table)
            shared = {entry.words[-1] for entry in others if entry.words}
            twice: set[str] = set()
            if len({folded for folded, _, _ in plain}) < len(plain):  # "US" and "us" in one table
                twice = {folded for folded, times in Counter(folded for folded, _, _ in plain).items() if times > 1}
                shared |= twice
            if table.cased:
                letters = capital_letters()
                alone = [way is not None and way[0] in letters and folded not in twice for folded, _, way in plain]
                self._add_capital(number, compress(plain, alone))
                plain = list(compress(plain, map(not_, alone)))
            patterns += [f" {folded} " for folded, _, _ in plain]
            found += [(number, meaning, writing, "", folded in shared) for folded, meaning, writing in plain]
            for entry in others:
                if entry.words:
                    patterns.append(f" {words_apart(entry.folded.removesuffix(entry.mark))} ")
                    found.append((number, entry.meaning, entry.writing, entry.folded, True))
                else:
                    self._signs.add(number, entry)
        self._found = found
        self._automaton = AhoCorasick(patterns, implementation=Implementation.ContiguousNFA, store_patterns=False)

    def _add_capital(self, number: int, words: Iterable[tuple[str, object, Writing]]) -> None:
        """Add single words of the table of that number."""
        finds: dict[str, tuple[Any, ...]] = {}
        for folded, meaning, writing in words:
            assert writing is not None  # the table is a cased one
            find = finds[writing] = (number, meaning)
            upper = writing.upper()
            if writing.isascii() or fold(upper) == folded:  # not "STRASSE"
                finds.setdefault(upper, find)
        for written in self._capital.keys() & finds.keys():
            finds[written] = self._capital[written] + finds[written]
        self._capital |= finds

    def scan(self, document: Document) -> dict[str, list[Hit]]:
        """The hits of every table, by its name; see `diplokit.index.Index`."""
        hits: list[list[Hit]] = [[] for _ in self._names]
        if self._found:
            self._scan_words(document, hits)
        if self._capital:
            alone: list[list[Hit]] = [[] for _ in self._names]
            self._look_up(document, alone)
            hits = [_without_inner(words, longer) for words, longer in zip(alone, hits, strict=True)]
        self._signs.find(document, hits)
        return dict(zip(self._names, hits, strict=True))

    def _look_up(self, document: Document, hits: list[list[Hit]]) -> None:
        """Single words that begin with a capital letter."""
        find, words = self._capital.get, document.capital_words
        make = tuple.__new__  # what Hit(…) comes to, without the call in between
        for (start, end), found in zip(document.capitals, map(find, words), strict=True):
            if found is not None:
                hits[found[0]].append(make(Hit, (start, end, found[1])))
                if len(found) > 2:
                    for number, meaning in zip(found[2::2], found[3::2], strict=True):
                        hits[number].append(make(Hit, (start, end, meaning)))
        touched: set[int] = set()
        for place in compress(document.capitals, map(not_, map(str.isalnum, words))):  # "Malaysia-China"
            for word in _word().finditer(document.text, *place):
                found = find(word[0], ())
                for number, meaning in zip(found[::2], found[1::2], strict=True):
                    hits[number].append(make(Hit, (*word.span(), meaning)))
                    touched.add(number)
        for number in touched:
            hits[number].sort()

    def _scan_words(self, document: Document, hits: list[list[Hit]]) -> None:
        """Other entries that begin with a word."""
        text = document.text
        folded, gaps, shifts = _single_spaced(document.folded)
        gap, next_gap, shift = 0, gaps[0], 0
        make = tuple.__new__  # what Hit(…) comes to, without the call in between
        found = self._found
        finds = self._automaton.find_matches_as_indexes(f" {words_apart(folded)} ", overlapping=True)
        for pattern, begin, stop in finds:  # in the order of their ends
            end = stop - 2
            while end > next_gap:
                gap += 1
                next_gap, shift = gaps[gap], shifts[gap]
            number, meaning, writing, entry, shared = found[pattern]
            if entry:
                if not folded.startswith(entry, begin):
                    continue
                here = begin + shift
                there = here + len(entry)
                if gap and " " in entry:
                    here = begin + shifts[bisect_left(gaps, begin)]
                    there = begin + len(entry) + shifts[bisect_left(gaps, begin + len(entry))]
                if writing is not None and (written := text[here:there]) != writing:
                    if (written.islower() and not writing.islower()) or not is_written(written, writing):
                        continue
            else:
                here, there = begin + shift, end + shift
                if writing is not None and text[here:there] not in (writing, writing.upper()):
                    continue
            others = hits[number]
            if shared and others and others[-1][1] > here:
                _settle(others, make(Hit, (here, there, meaning)))
            else:
                others.append(make(Hit, (here, there, meaning)))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")


def _without_inner(words: list[Hit], longer: list[Hit]) -> list[Hit]:
    """The hits of single words, but for those inside longer ones, and the longer ones; all in order."""
    if not words or not longer:
        return words or longer
    hits: list[Hit] = []
    at = 0
    for hit in longer:
        first = bisect_left(words, (hit[0],), at)
        hits += words[at:first]
        hits.append(hit)
        at = bisect_left(words, (hit[1],), first)
    return hits + words[at:]


def _settle(hits: list[Hit], hit: Hit) -> None:
    """Put a hit that ends last in the place of those it overlaps, unless one of them begins before it or is as long."""
    start, end, _ = hit
    at = len(hits) - 1
    while at and hits[at - 1][1] > start:
        at -= 1
    if (hits[at][0], -hits[at][1]) > (start, -end):
        hits[at:] = [hit]


def _single_spaced(folded: str) -> tuple[str, list[int], list[int]]:
    """A folded text with one space for several, as wrapped or indented lines have them.

    Returns:
        The shorter text; after which of its offsets spaces are missing, and last an offset beyond its end; and how many
        are missing before the first of those, the second, and so on.
    """
    parts = folded.split("  ")
    # Three are hardly ever anywhere: at most the two of a blank line. Then no part begins with a space or holds nothing.
    if _BLANK.isdisjoint([part[:1] for part in parts[1:]]) or "   " not in folded:
        spaces = list(map(add, accumulate(map(len, parts)), count()))
        spaces[-1] += 1
        return " ".join(parts), spaces, list(range(len(parts)))
    gaps: list[int] = []
    shifts = [shift := 0]
    start = folded.find("  ")
    while start >= 0:
        end = start + 2
        while folded.startswith(" ", end):
            end += 1
        gaps.append(start - shift)
        shifts.append(shift := shift + end - start - 1)
        start = folded.find("  ", end)
    while "  " in folded:
        folded = folded.replace("  ", " ")
    return folded, [*gaps, len(folded) + 1], shifts
