"""Lexicons: tables of words with their meanings, and the index that finds them in one pass.

A document is cut into words once; a dictionary keyed on the first word of every entry says where an
entry may begin. That is as fast for ten words as for a hundred thousand (see the benchmark).
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple, TypeAlias

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


_Plain: TypeAlias = tuple[int, object, tuple[str, str] | None]
"""An entry of one word: its lexicon, its meaning, its writings."""

_Plan: TypeAlias = tuple[bool, dict[str, list[_Entry]] | None, list[_Entry] | tuple[()], list[_Plain]]
"""What to try where a word stands.

First, whether the word matters only with a capital letter ("The Hague", "In Amenas"); then the longer entries that
begin with it, by their second word; entries of the word and a mark ("Dr."); and entries of the word alone.
"""


class Index:
    """The words of several lexicons in one locale, ready to be found in one pass.

    An entry of one word is found by that word; a longer one by its first two, since so many begin alike.
    """

    def __init__(self, lexicons: Iterable[tuple[Lexicon, Mapping[str, object]]]) -> None:
        self._names: list[str] = []
        plain: dict[str, list[_Plain]] = {}
        marked: dict[str, list[_Entry]] = {}
        longer: dict[str, dict[str, list[_Entry]]] = {}
        loose: dict[str, list[_Entry]] = {}
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
                if not spaced:
                    continue
                pieces = re.split(_CUT, spaced)
                if not pieces[0] or re.search(_UNSPACED, spaced):
                    loose.setdefault(spaced, []).append(_Entry([spaced], 1, number, meaning, writings))
                    continue
                if len(pieces) == 1:
                    plain.setdefault(spaced, []).append((number, meaning, writings))
                    continue
                if not pieces[-1]:
                    del pieces[-1]
                entry = _Entry(pieces, len(pieces), number, meaning, writings)
                if len(pieces) < 3:
                    marked.setdefault(pieces[0], []).append(entry)
                else:
                    longer.setdefault(pieces[0], {}).setdefault(pieces[2], []).append(entry)
        for seconds in longer.values():
            for entries in seconds.values():
                if len(entries) > 1:
                    entries.sort(key=lambda e: -e.size)
        self._plans: dict[str, _Plan] = {}
        for word, alone in plain.items():
            capital = word not in longer and word not in marked
            for _, _, ways in alone:
                if ways is None or not ways[0][:1].isupper():
                    capital = False
            self._plans[word] = (capital, longer.get(word), marked.get(word, ()), alone)
        for word in (longer.keys() | marked.keys()) - plain.keys():
            entries = [*marked.get(word, ()), *chain.from_iterable(longer.get(word, {}).values())]
            capital = all(entry.writings is not None and entry.writings[0][:1].isupper() for entry in entries)
            self._plans[word] = (capital, longer.get(word), marked.get(word, ()), [])
        self._loose = loose
        self._loose_pattern = (
            re.compile("|".join(map(re.escape, sorted(loose, key=len, reverse=True)))) if loose else None
        )

    def scan(self, document: Document) -> dict[str, list[Hit]]:
        """The hits of every lexicon: in order, without overlaps, the leftmost and longest."""
        found: list[list[Hit]] = [[] for _ in self._names]
        text, folded, plans = document.text, document.folded, self._plans
        make = tuple.__new__  # what Hit(…) comes to, without the call in between
        pieces = re.split(_CUT, folded)
        starts = list(accumulate(map(len, pieces), initial=0))
        words = pieces[::2]
        words.append("")  # so that the last word, and the last piece, has one after it
        pieces.append("")
        ends = [0] * len(found)
        for number in [i for i, word in enumerate(words) if word in plans]:
            capital, seconds, marked, alone = plans[words[number]]
            at = 2 * number
            start = starts[at]
            if capital and text[start].islower():
                continue
            if seconds is not None and (entries := seconds.get(words[number + 1])) is not None:
                self._scan_longer(entries, text, pieces, starts, at, ends, found)
            if marked:
                self._scan_longer(marked, text, pieces, starts, at, ends, found)
            end = starts[at + 1]
            for lexicon, meaning, writings in alone:
                if start >= ends[lexicon] and (writings is None or text[start:end] in writings):
                    found[lexicon].append(make(Hit, (start, end, meaning)))
                    ends[lexicon] = end
        if self._loose_pattern is not None:
            self._scan_loose(document, found)
        return dict(zip(self._names, found, strict=True))

    @staticmethod
    def _scan_longer(
        entries: Iterable[_Entry],
        text: str,
        pieces: list[str],
        starts: list[int],
        at: int,
        ends: list[int],
        found: list[list[Hit]],
    ) -> None:
        """Entries of more than one piece that may begin at the piece `at`, the longest first."""
        start, count = starts[at], len(pieces)
        for wanted, size, lexicon, meaning, writings in entries:
            if start < ends[lexicon]:
                continue
            last = at + size - 1
            if last >= count:
                continue
            if size % 2:
                if pieces[last] != wanted[-1]:
                    continue
                end = starts[last + 1]
            else:  # ends in a mark, as "U.S." does
                if not pieces[last].startswith(wanted[-1]):
                    continue
                end = starts[last] + len(wanted[-1])
            # In a wrapped or indented line any white space will do between words.
            if pieces[at:last] != wanted[:-1] and [p if p.strip() else " " for p in pieces[at:last]] != wanted[:-1]:
                continue
            if writings is not None:
                written = text[start:end]
                # white space and the form of apostrophes aside
                if written not in writings and " ".join(written.split()).replace("\u2019", "'") not in writings:
                    continue
            found[lexicon].append(Hit(start, end, meaning))
            ends[lexicon] = end

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
