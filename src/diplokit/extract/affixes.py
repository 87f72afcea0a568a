"""Words that are looked for only at one place: right before an offset, or right after it."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


def glued(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one word.

    Letters do, but not in scripts that are written without spaces or glue their particles to the word
    (Thai, Chinese, Japanese, Korean and their neighbours).

    Examples:
        >>> glued("a", "b"), glued("$", "b"), glued("円", "は")
        (True, False, False)
    """
    return left.isalpha() and right.isalpha() and not (_unspaced(left) or _unspaced(right))


def _unspaced(char: str) -> bool:
    return "\u0e00" <= char <= "\u0eff" or "\u1000" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff" or (
        "\u2e80" <= char <= "\ud7ff"
    ) or "\uf900" <= char <= "\ufaff"


class Affixes(Generic[T]):
    """A table of folded words that can be asked which of them begins, or ends, at an offset.

    Examples:
        >>> units = Affixes({"us$": "USD", "$": "dollar", "dollars": "dollar"})
        >>> list(units.ending("us$5", 3))
        [(0, 'USD'), (2, 'dollar')]
        >>> list(units.starting("5 dollars", 2))
        [(9, 'dollar')]
    """

    def __init__(self, words: Mapping[str, T]) -> None:
        self.words = dict(words)
        first: dict[str, set[int]] = {}
        last: dict[str, set[int]] = {}
        for word in self.words:
            first.setdefault(word[:2], set()).add(len(word))
            last.setdefault(word[-2:], set()).add(len(word))
        self._first = {key: tuple(sorted(lengths, reverse=True)) for key, lengths in first.items()}
        self._last = {key: tuple(sorted(lengths, reverse=True)) for key, lengths in last.items()}
        self.first_chars = frozenset(word[0] for word in self.words)
        self.last_chars = frozenset(word[-1] for word in self.words)

    def starting(self, folded: str, at: int) -> Iterator[tuple[int, T]]:
        """The words that begin at an offset, the longest first: where each ends, and what it means."""
        for key in (folded[at : at + 2], folded[at : at + 1]):
            for length in self._first.get(key, ()):
                meaning = self.words.get(folded[at : at + length]) if at + length <= len(folded) else None
                if meaning is not None:
                    yield at + length, meaning
            if len(key) < 2:
                return

    def ending(self, folded: str, at: int) -> Iterator[tuple[int, T]]:
        """The words that end at an offset, the longest first: where each begins, and what it means."""
        for key in (folded[max(at - 2, 0) : at], folded[max(at - 1, 0) : at]):
            for length in self._last.get(key, ()):
                meaning = self.words.get(folded[at - length : at]) if length <= at else None
                if meaning is not None:
                    yield at - length, meaning
            if len(key) < 2:
                return
