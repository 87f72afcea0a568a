"""Lexicons: tables of words with their meanings."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from attrs import field, frozen

from .index import Index, Table, index_of
from .text import Document, Hit

Words: TypeAlias = Mapping[str, object] | Callable[[str], Mapping[str, object]]
"""Words and what each means, or a function from a locale to such words."""


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

    name: str = field()
    words: Words = field(repr=False)
    cased: bool = False

    @name.validator
    def _named(self, _attribute: object, name: object) -> None:
        if not (isinstance(name, str) and name):
            raise TypeError(f"a lexicon has a name, not {name!r}")

    @words.validator
    def _told(self, _attribute: object, words: object) -> None:
        if not (isinstance(words, Mapping) or callable(words)):
            raise TypeError(f"the words of a lexicon map to what they mean, as in {{'Io': 1}}; they are not {words!r}")

    def in_locale(self, locale: str) -> Mapping[str, object]:
        """The words of a locale, as the table writes them.

        Raises:
            TypeError: If the function that gives them gives no mapping of words to meanings.
        """
        words = self.words(locale) if callable(self.words) else self.words
        if not isinstance(words, Mapping):
            raise TypeError(f"the words of the lexicon {self.name!r} for {locale!r} are no mapping, but {words!r}")
        if not all(issubclass(kind, str) for kind in set(map(type, words))):
            odd = next(word for word in words if not isinstance(word, str))
            raise TypeError(f"a word of the lexicon {self.name!r} is a str, not {odd!r}")
        return words

    def find(self, document: Document, /) -> Sequence[Hit]:
        """Where the words stand in a document; `Document.hits` remembers the answer."""
        return _index_of_one(self, document.locale).scan(document)[self.name]


@lru_cache(maxsize=64)
def _index_of_one(lexicon: Lexicon, locale: str) -> Index:
    return index_of([Table(lexicon.name, lexicon.in_locale(locale), lexicon.cased)])
