"""The scan: the words of all lexicons, found in one pass over a document."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property

from attrs import define, field

from .errors import ANYTHING, NameTaken, PluginError
from .folding import fold
from .index import Index, Table, index_of
from .lexicon import Lexicon
from .text import Document


@define(eq=False, slots=False)
class Scanner:
    """All lexicons of a registry; the index of a locale is built when the locale is first used."""

    lexicons: tuple[Lexicon, ...]
    _indexes: dict[str, Index] = field(factory=dict, init=False)
    _left_out: dict[str, list[tuple[str, str]]] = field(factory=dict, init=False)

    @cached_property
    def groups(self) -> Mapping[str, list[Lexicon]]:
        """The lexicons by name; those of one name are one table."""
        groups: dict[str, list[Lexicon]] = {}
        for lexicon in self.lexicons:
            known = groups.setdefault(lexicon.name, [])
            if lexicon not in known:
                known.append(lexicon)
        return groups

    def scan(self, document: Document) -> None:
        """Find the words of all lexicons and let the document remember them."""
        index = self._indexes.get(document.locale)
        if index is None:
            with _no_collection():
                index = self._indexes[document.locale] = self._index(document.locale)
        document.remember(index.scan(document))

    def left_out(self, locale: str) -> Sequence[tuple[str, str]]:
        """The names of lexicons whose words could not be used, of a locale that was scanned, and why."""
        return self._left_out.get(locale, ())

    def _index(self, locale: str) -> Index:
        left_out: list[tuple[str, str]] = []
        tables = []
        for name, group in self.groups.items():
            kept: list[Lexicon] = []
            words: Mapping[str, object] = {}
            for lexicon in group:
                try:
                    words = merge([*kept, lexicon], locale)
                except ANYTHING as error:
                    left_out.append((name, f"its words are left out: {type(error).__name__}: {error}"))
                else:
                    kept.append(lexicon)
            tables.append(Table(name, words, any(lexicon.cased for lexicon in kept)))
        self._left_out[locale] = left_out
        return index_of(tables)


@contextmanager
def _no_collection() -> Iterator[None]:
    """No search for garbage: among the hundred thousand objects of an index there is none, and looking takes a third."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def merge(lexicons: Iterable[Lexicon], locale: str) -> Mapping[str, object]:
    """The words of several lexicons of one name as one table; it is cased if one of them is.

    Raises:
        NameTaken: If two of them give a word different meanings.
        PluginError: If a word means something of another type than all words of the first of them do.
    """
    first, *others = lexicons
    words = dict(first.in_locale(locale))
    if not others:
        return words
    types = set(map(type, words.values()))
    key = str if any(lexicon.cased for lexicon in (first, *others)) else fold
    seen = {key(word): meaning for word, meaning in words.items()}
    for lexicon in others:
        for word, meaning in lexicon.in_locale(locale).items():
            if types and type(meaning) not in types:
                right = " or ".join(sorted(one.__name__ for one in types))
                raise PluginError(f"the words of the lexicon {lexicon.name!r} mean {right}; {word!r} means {meaning!r}")
            if seen.setdefault(key(word), meaning) != meaning:
                raise NameTaken(f"{word!r} already has another meaning in the lexicon {lexicon.name!r}")
            words.setdefault(word, meaning)
    return words
