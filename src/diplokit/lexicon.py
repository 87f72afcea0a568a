"""Lexicons: tables of words with their meanings, and the index that finds them in one pass.

A document is cut into words once; a dictionary keyed on the first word of every entry says where an
entry may begin. That is as fast for ten words as for a hundred thousand (see the benchmark).
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, TypeAlias

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


@frozen
class _Entry:
    pieces: list[str]
    lexicon: str
    meaning: object
    writings: frozenset[str] | None


class Index:
    """The words of several lexicons in one locale, ready to be found in one pass."""

    def __init__(self, lexicons: Iterable[tuple[Lexicon, Mapping[str, object]]]) -> None:
        self._names: list[str] = []
        first: dict[str, list[_Entry]] = {}
        loose: dict[str, list[_Entry]] = {}
        for lexicon, words in lexicons:
            self._names.append(lexicon.name)
            for word, meaning in words.items():
                folded = fold(word)
                if not folded.strip():
                    continue
                pieces = re.split(_CUT, " ".join(folded.split()))
                writings = frozenset((word, word.upper())) if lexicon.cased else None
                if not pieces[0] or re.search(_UNSPACED, folded):
                    loose.setdefault(folded, []).append(_Entry([folded], lexicon.name, meaning, writings))
                    continue
                if not pieces[-1]:
                    del pieces[-1]
                first.setdefault(pieces[0], []).append(_Entry(pieces, lexicon.name, meaning, writings))
        self._first = {word: sorted(entries, key=lambda e: -len(e.pieces)) for word, entries in first.items()}
        self._loose = loose
        self._loose_pattern = (
            re.compile("|".join(map(re.escape, sorted(loose, key=len, reverse=True)))) if loose else None
        )

    def scan(self, document: Document) -> dict[str, list[Hit]]:
        """The hits of every lexicon: in order, without overlaps, the leftmost and longest."""
        found: dict[str, list[Hit]] = {name: [] for name in self._names}
        text, folded, first = document.text, document.folded, self._first
        pieces = re.split(_CUT, folded)
        starts = list(accumulate(map(len, pieces), initial=0))
        if "  " in folded:  # a wrapped or indented line: any white space will do between words
            pieces = [piece if not piece.isspace() else " " for piece in pieces]
        ends = dict.fromkeys(self._names, 0)
        for at in [i for i, piece in enumerate(pieces) if piece in first]:
            start = starts[at]
            for entry in first[pieces[at]]:
                if start < ends[entry.lexicon]:
                    continue
                wanted = entry.pieces
                if len(wanted) == 1:
                    end = starts[at + 1]
                elif len(wanted) % 2:
                    if pieces[at : at + len(wanted)] != wanted:
                        continue
                    end = starts[at + len(wanted)]
                else:  # ends in a mark, as "U.S." does
                    last = at + len(wanted) - 1
                    if pieces[at:last] != wanted[:-1] or not "".join(pieces[last : last + 1]).startswith(wanted[-1]):
                        continue
                    end = starts[last] + len(wanted[-1])
                if entry.writings is not None and text[start:end] not in entry.writings:
                    if len(wanted) == 1 or " ".join(text[start:end].split()).replace("\u2019", "'") not in entry.writings:
                        continue
                found[entry.lexicon].append(Hit(start, end, entry.meaning))
                ends[entry.lexicon] = end
        if self._loose_pattern is not None:
            self._scan_loose(document, found)
        return found

    def _scan_loose(self, document: Document, found: dict[str, list[Hit]]) -> None:
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
