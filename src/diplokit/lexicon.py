"""Lexicons: tables of words with their meanings, and the index that finds them in one pass.

A document is cut into words once; a dictionary keyed on the first word of every entry says where an
entry may begin. That is as fast for ten words as for a hundred thousand (see the benchmark).
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import compress, count, islice
from os.path import commonprefix
from typing import NamedTuple, TypeAlias

from attrs import field, frozen

from .text import Document, Hit, fold

Words: TypeAlias = Mapping[str, object] | Callable[[str], Mapping[str, object]]
"""Words and what each means, or a function from a locale to such words."""

_WORD = re.compile(r"\w+")
# Scripts that are written without spaces: their words are found inside a run of letters.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)


@frozen(eq=False)
class Lexicon:
    """A named table of words with their meanings.

    Two lexicons of one name, offered by two plugins, are one table; a word that both give
    with different meanings is an error of the second.

    Attributes:
        name: The name by which rules and other plugins know it.
        words: Words and meanings, or a function from a locale to such words; called once, on first use.
        cased: Whether the text must write a word as the table does (or all in capitals), as for
            "May", "US" or "WHO"; otherwise case does not matter.

    Examples:
        >>> moons = Lexicon("moons", {"Io": 1, "Europa": 2}, cased=True)
        >>> document = Document("Europa, not europa; IO.")
        >>> [(document.text[hit.start : hit.end], hit.meaning) for hit in document.hits(moons)]
        [('Europa', 2), ('IO', 1)]
    """

    name: str
    words: Words = field(repr=False)
    cased: bool = False

    def in_locale(self, locale: str) -> Mapping[str, object]:
        """The words of a locale, as the table writes them."""
        return self.words(locale) if callable(self.words) else self.words

    def find(self, document: Document, /) -> Sequence[Hit]:
        """Where the words stand in a document; `Document.hits` remembers the answer."""
        return _index_of_one(self, document.locale).scan(document)[self.name]


class _Entry(NamedTuple):
    """An entry of more than one word, or of a word and a mark: a tuple, since a scan looks at many of them."""

    words: list[str]
    folded: str
    mark: str
    lexicon: int
    meaning: object
    writings: tuple[str, str] | None


_Word: TypeAlias = tuple[int, object, tuple[str, str] | None]
"""An entry of one word: its lexicon, its meaning, its writings."""

_Single: TypeAlias = tuple[Sequence[_Entry], Sequence[_Word]]
"""What a word alone may be: entries of the word and a mark ("Dr."), and entries of the word itself, one a lexicon."""


class Index:
    """The words of several lexicons in one locale, ready to be found in one pass.

    An entry of one word is found by that word; a longer one by its first two and then the third, since so many begin
    alike ("Republic of …").
    """

    def __init__(self, lexicons: Iterable[tuple[Lexicon, Mapping[str, object]]]) -> None:
        self._names: list[str] = []
        plain: dict[str, list[_Word]] = {}
        marked: dict[str, list[_Entry]] = {}
        self._longer: dict[tuple[str, str], dict[str, list[_Entry]]] = {}
        self._loose: dict[str, list[_Word]] = {}
        for number, (lexicon, words) in enumerate(lexicons):
            self._names.append(lexicon.name)
            cased = lexicon.cased
            folded_words = fold("\0".join(words)).split("\0")  # all at once: a tenth of the time
            if len(folded_words) != len(words):  # a word that holds a NUL
                folded_words = [fold(word) for word in words]
            for (word, meaning), folded in zip(words.items(), folded_words, strict=True):
                writings = (word, word.upper()) if cased else None
                if folded.isascii() and folded.isalnum():
                    plain.setdefault(folded, []).append((number, meaning, writings))
                    continue
                spaced = " ".join(folded.split())
                parts = _WORD.findall(spaced)
                if not parts or not spaced.startswith(parts[0]) or _UNSPACED.search(spaced):
                    if spaced:
                        self._loose.setdefault(spaced, []).append((number, meaning, writings))
                    continue
                mark = spaced[spaced.rindex(parts[-1]) + len(parts[-1]) :]
                entry = _Entry(parts, spaced, mark, number, meaning, writings)
                if len(parts) > 1:
                    alike = self._longer.setdefault((parts[0], parts[1]), {})
                    alike.setdefault(parts[2] if len(parts) > 2 else "", []).append(entry)
                elif mark:
                    marked.setdefault(spaced[: -len(mark)], []).append(entry)
                else:
                    plain.setdefault(spaced, []).append((number, meaning, writings))
        for thirds in self._longer.values():
            short = thirds.get("", [])
            for third, entries in thirds.items():
                if third:
                    entries += short  # which are tried after the longer ones
                if len(entries) > 1:
                    entries.sort(key=lambda entry: (-len(entry.words), -len(entry.mark)))
        for word, alone in plain.items():
            if len(alone) > 1 and len({entry[0] for entry in alone}) < len(alone):
                # "US" and "us" in one lexicon: of two that fit, the first
                counts = Counter(entry[0] for entry in alone)
                plain[word] = [entry for entry in alone if counts[entry[0]] == 1]
                marked.setdefault(word, []).extend(
                    _Entry([word], word, "", *entry) for entry in alone if counts[entry[0]] > 1
                )
        none: tuple[()] = ()
        self._singles: dict[str, _Single] = {word: (marked.pop(word, none), alone) for word, alone in plain.items()}
        self._singles |= {word: (entries, none) for word, entries in marked.items()}
        self._loose_pattern = re.compile(_longest_of(self._loose)) if self._loose else None

    def scan(self, document: Document) -> dict[str, list[Hit]]:
        """The hits of every lexicon: in order, without overlaps, the leftmost and longest."""
        found: list[list[Hit]] = [[] for _ in self._names]
        if self._singles or self._longer:
            self._scan_words(document, found)
        if self._loose_pattern is not None:
            self._scan_loose(document, self._loose_pattern, found)
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
                    if entry.lexicon not in inside and (end := _end_of(entry, document, at)):
                        found[entry.lexicon].append(Hit(start, end, entry.meaning))
                        inside = (*inside, entry.lexicon)
            end = start + len(word)
            for lexicon, meaning, writings in alone:
                if (writings is None or text[start:end] in writings) and not (inside and lexicon in inside):
                    found[lexicon].append(make(Hit, (start, end, meaning)))
        for hits in mixed:
            hits.sort()

    def _scan_longer(self, document: Document, found: list[list[Hit]]) -> dict[int, tuple[int, ...]]:
        """Entries of more than one word, the longest first; gives which lexicons have taken which words."""
        taken: dict[int, tuple[int, ...]] = {}
        words, starts = document.tokens
        pairs = zip(words, islice(words, 1, None), strict=False)
        for at in compress(count(), map(self._longer.__contains__, pairs)):
            thirds = self._longer[words[at], words[at + 1]]
            third = words[at + 2] if at + 2 < len(words) else ""
            for entry in thirds.get(third) or thirds.get("", []):
                if entry.lexicon not in taken.get(at, ()) and (end := _end_of(entry, document, at)):
                    found[entry.lexicon].append(Hit(starts[at], end, entry.meaning))
                    for inside in range(at, at + len(entry.words)):
                        taken[inside] = (*taken.get(inside, ()), entry.lexicon)
        return taken

    def _scan_loose(self, document: Document, pattern: re.Pattern[str], found: list[list[Hit]]) -> None:
        """Entries that begin with a sign, or whose script puts no spaces between words."""
        touched: set[int] = set()
        for match in pattern.finditer(document.folded):
            start, end = match.span()
            for lexicon, meaning, writings in self._loose[match[0]]:
                if writings is None or document.text[start:end] in writings:
                    found[lexicon].append(Hit(start, end, meaning))
                    touched.add(lexicon)
        for lexicon in touched:
            kept: list[Hit] = []
            for hit in sorted(found[lexicon], key=lambda h: (h.start, -h.end)):
                if not kept or hit.start >= kept[-1].end:
                    kept.append(hit)
            found[lexicon] = kept


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
    if entry.writings is not None:
        written = document.text[start:end]
        # white space and the form of apostrophes aside
        if written not in entry.writings and " ".join(written.split()).replace("\u2019", "'") not in entry.writings:
            return 0
    return end


@lru_cache(maxsize=64)
def _index_of_one(lexicon: Lexicon, locale: str) -> Index:
    return Index([(lexicon, lexicon.in_locale(locale))])
