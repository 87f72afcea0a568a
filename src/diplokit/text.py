"""Texts: spans, the hits of words, and the document that holds them."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import Any, NamedTuple, Protocol, Self

from attrs import field, frozen
from attrs.validators import instance_of, optional

from .errors import DateError, LocaleError
from .folding import Tokens, cut, fold, pieces, words_apart
from .making import draft_of, setters
from .sentences import split_sentences


@frozen(order=True, init=False, weakref_slot=False)
class Span:
    """A half-open range of characters, `text[start:end]`.

    Examples:
        >>> Span(0, 4).overlaps(Span(3, 9))
        True
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start < end:
            raise ValueError(f"a span needs 0 <= start < end, not {start}, {end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


_set_start, _set_end = setters(Span)


SpanDraft = draft_of(Span)
"""A span that can still be written."""


class Hit(NamedTuple):
    """A word of a lexicon where it stands in a text, and what it means."""

    start: int
    end: int
    meaning: object


_START, _END = itemgetter(0), itemgetter(1)


class Wordlist(Protocol):
    """What a document needs of a lexicon: a name, and a way to find its words."""

    @property
    def name(self) -> str: ...

    def find(self, document: "Document", /) -> Sequence[Hit]: ...


@frozen(slots=False)
class Document:
    """A text to read, the locale it is written in, and the day it was published.

    Attributes:
        text: The text, exactly as it was given; it never changes.
        locale: A CLDR locale such as `en`, `en_GB` or `pt_BR`.
        published: The day that "today" means in the text, if known.
        id: A name for the document, carried into the extraction.

    Examples:
        >>> document = Document("Lima, Nov 14. He left.")
        >>> [document[sentence] for sentence in document.sentences]
        ['Lima, Nov 14.', 'He left.']
    """

    text: str = field(validator=instance_of(str))
    locale: str = field(default="en", validator=instance_of(str))
    published: dt.date | None = field(default=None, validator=optional(instance_of(dt.date)))
    id: str | None = field(default=None, validator=optional(instance_of(str)))
    _hits: dict[str, Sequence[Hit]] = field(factory=dict, init=False, repr=False, eq=False)
    _starting: dict[str, dict[int, Hit]] = field(factory=dict, init=False, repr=False, eq=False)
    _ending: dict[str, dict[int, Hit]] = field(factory=dict, init=False, repr=False, eq=False)

    @classmethod
    def read(
        cls, text: str, *, published: dt.date | str | None = None, locale: str = "en", id: str | None = None
    ) -> Self:
        """Make a document of what a caller has, or say what is wrong with it.

        Args:
            text: The text.
            published: A day, or an ISO 8601 date such as `2024-11-14` (a time after it is ignored).
            locale: A locale with underscore or hyphen.
            id: A name for the document.

        Raises:
            TypeError: If the text, the date or the locale is not of the right type.
            DateError: If the date is not a day of the calendar.
            LocaleError: If CLDR does not know the locale.
        """
        if not isinstance(text, str):
            raise TypeError(
                f"text must be a str, not {type(text).__name__}{'; decode it first' * isinstance(text, bytes)}"
            )
        if id is not None and not isinstance(id, str):
            raise TypeError(f"id must be a str, not {id!r}")
        return cls(text, known_locale(locale), publication_day(published), id)

    @cached_property
    def folded(self) -> str:
        """The text with case, dashes, quotes and spaces made alike; same length as `text`."""
        return fold(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """The words of the folded text, and where each begins."""
        return cut(self.folded)

    def words_between(self, start: int, end: int) -> list[str]:
        """The words of a stretch of the folded text: for who asks for few of them.

        Examples:
            >>> Document("He left. She stays.").words_between(9, 19)
            ['she', 'stays']
        """
        return words_apart(self.folded[start:end]).split()

    @cached_property
    def written(self) -> frozenset[str]:
        """Every word of the text as the text writes it: whether a word also stands in small letters, say."""
        return frozenset(pieces(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences and headings of the text, in order; none is longer than 4,000 characters."""
        found: list[Any] = []
        for start, end in split_sentences(self.text):
            span = SpanDraft()
            span.start = start
            span.end = end
            span.__class__ = Span
            found.append(span)
        return tuple(found)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where the sentences begin."""
        return [sentence.start for sentence in self.sentences]

    def sentence_index(self, offset: int) -> int:
        """The number of the sentence at an offset (of the one before it, between two sentences)."""
        return (bisect_right(self.sentence_starts, offset) or 1) - 1

    def sentence_at(self, offset: int) -> Span:
        """The sentence at an offset (the one before it, between two sentences).

        Raises:
            IndexError: If the text has no sentence.
        """
        return self.sentences[self.sentence_index(offset)]

    @cached_property
    def capitals(self) -> list[tuple[int, int]]:
        """Start and end of every word that begins with a capital letter, in order.

        A word holds letters, digits, and inner apostrophes, hyphens and dots between letters ("O'Neill",
        "Ka-chiu", "U.S"); a possessive ending is not part of it.
        """
        return list(zip(self.capital_starts, self._capital_offsets[1::2], strict=False))

    @cached_property
    def capital_starts(self) -> list[int]:
        """Where the words of `capitals` start, and after the last one the length of the text."""
        return self._capital_offsets[::2]

    @cached_property
    def capital_words(self) -> list[str]:
        """The words of `capitals`, as the text writes them."""
        return self._capital_pieces[1::2]

    @cached_property
    def capital_gaps(self) -> list[str]:
        """What stands before each word of `capitals`, and what stands after the last one."""
        return self._capital_pieces[::2]

    @cached_property
    def _capital_offsets(self) -> list[int]:
        return list(accumulate(map(len, self._capital_pieces)))

    @cached_property
    def _capital_pieces(self) -> list[str]:
        return _capital_word().split(self.text)

    def hits(self, lexicon: Wordlist) -> Sequence[Hit]:
        """Where the words of a lexicon stand, in order and without overlaps."""
        found = self._hits.get(lexicon.name)
        if found is None:
            found = self._hits[lexicon.name] = lexicon.find(self)
        return found

    def starting(self, lexicon: Wordlist) -> Mapping[int, Hit]:
        """The hits of a lexicon by where they begin."""
        found = self._starting.get(lexicon.name)
        return self._by_offset(lexicon, self._starting, _START) if found is None else found

    def ending(self, lexicon: Wordlist) -> Mapping[int, Hit]:
        """The hits of a lexicon by where they end."""
        found = self._ending.get(lexicon.name)
        return self._by_offset(lexicon, self._ending, _END) if found is None else found

    def _by_offset(
        self, lexicon: Wordlist, known: dict[str, dict[int, Hit]], offset: Callable[[Hit], int]
    ) -> dict[int, Hit]:
        hits = self.hits(lexicon)
        found = known[lexicon.name] = dict(zip(map(offset, hits), hits, strict=True))
        return found

    def remember(self, hits: Mapping[str, Sequence[Hit]]) -> None:
        """Keep the hits of lexicons that one pass has found, by the name of the lexicon."""
        self._hits.update(hits)
        self._starting.clear()
        self._ending.clear()

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]


@cache
def capital_letters() -> frozenset[str]:
    """The letters with which the words of `Document.capitals` begin; made on first use, since every letter is asked for."""
    return frozenset(filter(str.isupper, map(chr, range(0x2000))))


@cache
def _capital_word() -> re.Pattern[str]:
    """A word that begins with a capital letter."""
    capitals = "".join(map(re.escape, sorted(capital_letters())))
    # The capital comes first, and then the look behind it: the search for one of many characters is fast. So are the marks
    # that few words have inside, and then what tells them apart.
    inner = r"(?:(?<!['\u2019])(?=[^\W\d_])|(?<=['\u2019])(?!s\b)(?=\w))"
    return re.compile(rf"(?s)([{capitals}](?<!\w.)\w*+(?:['\u2019.\u2010\u2011-]{inner}\w++)*+)")


def publication_day(published: dt.date | str | None) -> dt.date | None:
    """The day that a caller means by `published`; see `Document.read`."""
    if published is None:
        return None
    if isinstance(published, dt.datetime):
        return published.date()
    if isinstance(published, dt.date):
        return published
    if not isinstance(published, str):
        raise TypeError(f"published must be a date or an ISO 8601 string, not {type(published).__name__}")
    try:
        return dt.datetime.fromisoformat(published.strip()).date()
    except ValueError:
        raise DateError(f"published must be a day such as '2024-11-14', not {published!r}") from None


def known_locale(locale: str) -> str:
    """The locale as CLDR writes it; see `Document.read`."""
    if not isinstance(locale, str):
        raise TypeError(f"locale must be a str such as 'en' or 'pt_BR', not {type(locale).__name__}")
    return locale if locale == "en" else _written_by_cldr(locale)


@lru_cache(maxsize=256)
def _written_by_cldr(locale: str) -> str:
    from babel.core import Locale, UnknownLocaleError  # 40 ms, and only other locales need it

    try:
        return str(Locale.parse(locale.replace("-", "_")))
    except (ValueError, UnknownLocaleError):
        raise LocaleError(f"locale must be one that CLDR knows, such as 'en' or 'pt_BR', not {locale!r}") from None
