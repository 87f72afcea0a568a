"""The engine in plain Python: the document is cut into words once, and a dictionary says where an entry may begin.

That is as fast for ten words as for a hundred thousand.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress, count, islice
from typing import NamedTuple, TypeAlias

from diplokit.text import Document, Hit

from .entries import Signs, Table, Writing, entries_of, is_written


class _Entry(NamedTuple):
    """An entry of more than one word, or of a word and a mark, with the number of its table."""

    words: list[str]
    folded: str
    mark: str
    table: int
    meaning: object
    writing: Writing


_Word: TypeAlias = tuple[int, object, Writing]
"""An entry of one word: the number of its table, its meaning, its writing."""

_Single: TypeAlias = tuple[Sequence[_Entry], Sequence[_Word]]
"""What a word alone may be: entries of the word and a mark ("Dr."), and entries of the word itself, one a table."""


class Dictionary:
    """Tables of words in dictionaries; see `diplokit.index.Index`.

    An entry of one word is found by that word; a longer one by its first two and then the third, since so many begin
    alike ("Republic of …").
    """

    def __init__(self, tables: Iterable[Table]) -> None:
        self._names: list[str] = []
        self._signs = Signs()
        plain: dict[str, list[_Word]] = {}
        marked: dict[str, list[_Entry]] = {}
        self._longer: dict[tuple[str, str], dict[str, list[_Entry]]] = {}
        for number, table in enumerate(tables):
            self._names.append(table.name)
            words, others = entries_of(table)
            for folded, meaning, writing in words:
                plain.setdefault(folded, []).append((number, meaning, writing))
            for entry in others:
                if not entry.words:
                    self._signs.add(number, entry)
                    continue
                first, *rest = entry.words
                longer = _Entry(entry.words, entry.folded, entry.mark, number, entry.meaning, entry.writing)
                if rest:
                    alike = self._longer.setdefault((first, rest[0]), {})
                    alike.setdefault(rest[1] if len(rest) > 1 else "", []).append(longer)
                else:
                    marked.setdefault(first, []).append(longer)
        for thirds in self._longer.values():
            short = thirds.get("", [])
            for third, entries in thirds.items():
                if third:
                    entries += short  # which are tried after the longer ones
                if len(entries) > 1:
                    entries.sort(key=lambda entry: (-len(entry.words), -len(entry.mark)))
        for word, alone in plain.items():
            if len(alone) > 1 and len({entry[0] for entry in alone}) < len(alone):
                # "US" and "us" in one table: of two that fit, the first
                counts = Counter(entry[0] for entry in alone)
                plain[word] = [entry for entry in alone if counts[entry[0]] == 1]
                marked.setdefault(word, []).extend(
                    _Entry([word], word, "", *entry) for entry in alone if counts[entry[0]] > 1
                )
        none: tuple[()] = ()
        self._singles: dict[str, _Single] = {word: (marked.pop(word, none), alone) for word, alone in plain.items()}
        self._singles |= {word: (entries, none) for word, entries in marked.items()}

    def scan(self, document: Document) -> dict[str, list[Hit]]:
        """The hits of every table, by its name; see `diplokit.index.Index`."""
        found: list[list[Hit]] = [[] for _ in self._names]
        if self._singles or self._longer:
            self._scan_words(document, found)
        self._signs.find(document, found)
        return dict(zip(self._names, found, strict=True))

    def _scan_words(self, document: Document, found: list[list[Hit]]) -> None:
        """Entries that begin with a word: those of more than one word first, since they take words from the others."""
        text = document.text
        words, starts = document.tokens
        taken = self._scan_longer(document, found)
        mixed = [hits for hits in found if hits]
        make = tuple.__new__  # what Hit(…) comes to, without the call in between
        singles = self._singles
        for at, word, start in compress(zip(count(), words, starts), map(singles.__contains__, words)):
            marked, alone = singles[word]
            inside = taken.get(at)
            if marked:
                inside = inside or ()
                for entry in marked:
                    if entry.table not in inside and (end := _end_of(entry, document, at)):
                        found[entry.table].append(Hit(start, end, entry.meaning))
                        inside = (*inside, entry.table)
            end = start + len(word)
            for table, meaning, writing in alone:
                fits = writing is None or text[start:end] in (writing, writing.upper())
                if fits and not (inside and table in inside):
                    found[table].append(make(Hit, (start, end, meaning)))
        for hits in mixed:
            hits.sort()

    def _scan_longer(self, document: Document, found: list[list[Hit]]) -> dict[int, tuple[int, ...]]:
        """Entries of more than one word, the longest first; gives which tables have taken which words."""
        taken: dict[int, tuple[int, ...]] = {}
        words, starts = document.tokens
        pairs = zip(words, islice(words, 1, None), strict=False)
        for at in compress(count(), map(self._longer.__contains__, pairs)):
            thirds = self._longer[words[at], words[at + 1]]
            third = words[at + 2] if at + 2 < len(words) else ""
            for entry in thirds.get(third) or thirds.get("", []):
                if entry.table not in taken.get(at, ()) and (end := _end_of(entry, document, at)):
                    found[entry.table].append(Hit(starts[at], end, entry.meaning))
                    for inside in range(at, at + len(entry.words)):
                        taken[inside] = (*taken.get(inside, ()), entry.table)
        return taken


def _end_of(entry: _Entry, document: Document, at: int) -> int:
    """Where an entry ends whose first words (two, or the only one) stand at a place; 0 if the rest does not."""
    words, starts = document.tokens
    folded, start, count = document.folded, starts[at], len(entry.words)
    if count > 2 and words[at : at + count] != entry.words:
        return 0
    end = start + len(entry.folded)
    if not folded.startswith(entry.folded, start):
        # In a wrapped or indented line any white space will do between words.
        last = at + count - 1
        end = starts[last] + len(words[last])
        written = folded[start:end]
        if "  " not in written or not folded.startswith(entry.mark, end):
            return 0
        if " ".join(written.split()) + entry.mark != entry.folded:
            return 0
        end += len(entry.mark)
    if entry.writing is not None and not is_written(document.text[start:end], entry.writing):
        return 0
    return end
