"""Lexicons: tables of words with their meanings, and the index that finds them in one pass.

A document is cut into words once; a dictionary keyed on the first word of every entry says where an
entry may begin. That is as fast for ten words as for a hundred thousand (see the benchmark).
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import Any, NamedTuple, TypeAlias

from attrs import field, frozen

from .text import Document, Hit, fold

Words: TypeAlias = Mapping[str, object] | Callable[[str], Mapping[str, object]]
"""Words and what each means, or a function from a locale to such words."""

_CUT = r"(\W+)"
# Scripts that are written without spaces: their words are found inside a run of letters.
_UNSPACED = (
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
    """An entry as the scan wants it: a tuple, since a scan looks at millions of them."""

    pieces: list[str]
    size: int
    lexicon: int
    meaning: object
    writings: tuple[str, str] | None


class Index:
    """The words of several lexicons in one locale, ready to be found in one pass.

    An entry of one word is found by that word; a longer one by its first two, since so many begin alike.
    """

    def __init__(self, lexicons: Iterable[tuple[Lexicon, Mapping[str, object]]]) -> None:
        self._names: list[str] = []
        single: dict[str, list[_Entry]] = {}
        longer: dict[str, dict[str, list[_Entry]]] = {}
        loose: dict[str, list[_Entry]] = {}
        for number, (lexicon, words) in enumerate(lexicons):
            self._names.append(lexicon.name)
            folded_words = fold("\0".join(words)).split("\0")  # all at once: a tenth of the time
            if len(folded_words) != len(words):  # a word that holds a NUL
                folded_words = [fold(word) for word in words]
            for (word, meaning), folded in zip(words.items(), folded_words, strict=True):
                writings = (word, word.upper()) if lexicon.cased else None
                if folded.isascii() and folded.isalnum():
                    single.setdefault(folded, []).append(_Entry([folded], 1, number, meaning, writings))
                    continue
                spaced = " ".join(folded.split())
                if not spaced:
                    continue
                pieces = re.split(_CUT, spaced)
                if not pieces[0] or re.search(_UNSPACED, spaced):
                    loose.setdefault(spaced, []).append(_Entry([spaced], 1, number, meaning, writings))
                    continue
                if not pieces[-1]:
                    del pieces[-1]
                entry = _Entry(pieces, len(pieces), number, meaning, writings)
                if len(pieces) < 3:
                    single.setdefault(pieces[0], []).append(entry)
                else:
                    longer.setdefault(pieces[0], {}).setdefault(pieces[2], []).append(entry)
        for entries in (*single.values(), *(found for seconds in longer.values() for found in seconds.values())):
            if len(entries) > 1:
                entries.sort(key=lambda e: -e.size)
        self._words = frozenset((*single, *longer))
        # Words that matter only with a capital letter ("The Hague", "In Amenas"): in lower case they are passed over.
        self._capital = self._words - {
            word
            for word, entries in chain(
                single.items(), ((word, found) for word, seconds in longer.items() for found in seconds.values())
            )
            if not all(entry.writings and entry.writings[0][:1].isupper() for entry in entries)
        }
        self._single, self._longer = single, longer
        self._loose = loose
        self._loose_pattern = (
            re.compile("|".join(map(re.escape, sorted(loose, key=len, reverse=True)))) if loose else None
        )

    def scan(self, document: Document) -> dict[str, list[Hit]]:
        """The hits of every lexicon: in order, without overlaps, the leftmost and longest."""
        found: list[list[Hit]] = [[] for _ in self._names]
        text, folded, known = document.text, document.folded, self._words
        single, longer, capital = self._single, self._longer, self._capital
        make = tuple.__new__  # what Hit(…) comes to, without the call in between
        pieces = re.split(_CUT, folded)
        starts = list(accumulate(map(len, pieces), initial=0))
        words = pieces[::2]
        if "  " in folded:  # a wrapped or indented line: any white space will do between words
            pieces = [piece if not piece.isspace() else " " for piece in pieces]
        words.append("")  # so that the last word, and the last piece, has one after it
        pieces.append("")
        ends = [0] * len(found)
        for number in [i for i, word in enumerate(words) if word in known]:
            word = words[number]
            at = 2 * number
            start = starts[at]
            if word in capital and text[start].islower():
                continue
            entries = single.get(word, ())
            seconds = longer.get(word)
            if seconds is not None and (long_entries := seconds.get(words[number + 1])) is not None:
                entries = [*long_entries, *entries]
            for wanted, size, lexicon, meaning, writings in entries:
                if start < ends[lexicon]:
                    continue
                if size == 1:
                    end = starts[at + 1]
                elif size % 2:
                    if pieces[at : at + size] != wanted:
                        continue
                    end = starts[at + size]
                else:  # ends in a mark, as "U.S." does
                    last = at + size - 1
                    if pieces[at:last] != wanted[:-1] or not pieces[last].startswith(wanted[-1]):
                        continue
                    end = starts[last] + len(wanted[-1])
                if writings is not None:
                    written = text[start:end]
                    if written not in writings and (
                        # white space and the form of apostrophes aside
                        size == 1 or " ".join(written.split()).replace("\u2019", "'") not in writings
                    ):
                        continue
                found[lexicon].append(make(Hit, (start, end, meaning)))
                ends[lexicon] = end
        if self._loose_pattern is not None:
            self._scan_loose(document, found)
        return dict(zip(self._names, found, strict=True))

    def _scan_loose(self, document: Document, found: list[list[Hit]]) -> None:
        touched = set()
        assert self._loose_pattern is not None  # for the type checker: the caller looked
        for match in self._loose_pattern.finditer(document.folded):
            start, end = match.span()
            for entry in self._loose[match.group()]:
                if entry.writings is None or document.text[start:end] in entry.writings:
                    found[entry.lexicon].append(Hit(start, end, entry.meaning))
                    touched.add(entry.lexicon)
        for name in touched:
            kept: list[Hit] = []
            for hit in sorted(found[name], key=lambda h: (h.start, -h.end)):
                if not kept or hit.start >= kept[-1].end:
                    kept.append(hit)
            found[name] = kept


@lru_cache(maxsize=64)
def _index_of_one(lexicon: Lexicon, locale: str) -> Index:
    return Index([(lexicon, lexicon.in_locale(locale))])


def lookup(lexicon: Lexicon, locale: str) -> Mapping[str, Any]:
    """The words of a lexicon in a locale by their folded form."""
    return _folded(lexicon, locale)


@lru_cache(maxsize=64)
def _folded(lexicon: Lexicon, locale: str) -> Mapping[str, Any]:
    return {fold(word): meaning for word, meaning in lexicon.in_locale(locale).items()}
