"""Words that are looked for only at one place: right before an offset, or right after it."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_REMEMBERED = 20_000
"""How many beginnings and ends of words a table keeps in mind, with its answer to them."""


def glued(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one word.

    Letters do, but not in scripts that are written without spaces or glue their particles to the word
    (Thai, Chinese, Japanese, Korean and their neighbours).

    Examples:
        >>> glued("a", "b"), glued("$", "b"), glued("円", "は")
        (True, False, False)
    """
    return left.isalpha() and right.isalpha() and not (_UNSPACED[left] or _UNSPACED[right])


class _Unspaced(dict[str, bool]):
    """Whether a character belongs to a script without spaces: a dictionary, since every figure asks."""

    def __missing__(self, char: str) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[char] = (
            "\u0e00" <= char <= "\u0eff"
            or "\u1000" <= char <= "\u109f"
            or "\u1780" <= char <= "\u17ff"
            or "\u2e80" <= char <= "\ud7ff"
            or "\uf900" <= char <= "\ufaff"
        )
        return found


_UNSPACED = _Unspaced()


class Beside(dict[str, bool]):
    """Whether something may stand at a place, by the three characters there: worked out when they are first met.

    A dictionary, since most figures of a text need no more than to be looked up in it.
    """

    def __init__(self, ask: Callable[[str], bool]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, key: str) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = len(key) < 3 or self._ask(key)
        return found


class Affixes(Generic[T]):
    """A table of folded words that can be asked which of them begins, or ends, at an offset.

    Examples:
        >>> units = Affixes({"us$": "USD", "$": "dollar", "dollars": "dollar"})
        >>> units.ending("us$5", 3)
        [(0, 'USD'), (2, 'dollar')]
        >>> units.starting("5 dollars", 2)
        [(9, 'dollar')]
    """

    def __init__(self, words: Mapping[str, T], joined: "Affixes[Any] | None" = None) -> None:
        """Take in the words.

        Args:
            words: Folded words and what each means.
            joined: Words to which one or two letters of this table may be glued, as in "3 MCHF".
        """
        self.words = dict(words)
        self._joined = joined
        first: dict[str, set[int]] = {}
        last: dict[str, set[int]] = {}
        for word in self.words:
            first.setdefault(word[:3], set()).add(len(word))
            last.setdefault(word[-3:], set()).add(len(word))
        self._first, self._last = first, last
        # How long the words can be that begin, or end, with three characters: learnt as texts ask. Of those that only
        # "may" stand there, short words that are glued to their neighbour are left out, or have a length below zero
        # if the neighbour may be one of the joined words.
        self._starting: dict[str, tuple[int, ...]] = {}
        self._ending: dict[str, tuple[int, ...]] = {}
        self._may_start: dict[str, tuple[int, ...]] = {}
        self._may_end: dict[str, tuple[int, ...]] = {}

    def starting(self, folded: str, at: int) -> Sequence[tuple[int, T]]:
        """The words that begin at an offset, the longest first: where each ends, and what it means."""
        key = folded[at : at + 3]
        lengths = self._starting.get(key)
        if lengths is None:
            lengths = self._learn_start(key)
        if not lengths:
            return ()
        words = self.words
        return [
            (at + length, words[word])
            for length in lengths
            if (word := folded[at : at + length]) in words and len(word) == length
        ]

    def ending(self, folded: str, at: int) -> Sequence[tuple[int, T]]:
        """The words that end at an offset, the longest first: where each begins, and what it means."""
        key = folded[at - 3 : at] if at > 2 else folded[:at]
        lengths = self._ending.get(key)
        if lengths is None:
            lengths = self._learn_end(key)
        if not lengths:
            return ()
        words = self.words
        return [
            (at - length, words[word])
            for length in lengths
            if length <= at and (word := folded[at - length : at]) in words
        ]

    def may_start(self, folded: str, at: int) -> bool:
        """Whether one of the words may begin at an offset; quick, and never wrong when it says no."""
        key = folded[at : at + 3]
        lengths = self._may_start.get(key)
        if lengths is None:
            self._learn_start(key)
            lengths = self._may_start[key]
        for length in lengths:
            if length < 0:
                if self._joined and self._joined.starting(folded, at - length):
                    break
            elif length < 3 or folded[at : at + length] in self.words:
                break
        else:
            return False
        return True

    def may_end(self, folded: str, at: int) -> bool:
        """Whether one of the words may end at an offset; quick, and never wrong when it says no."""
        key = folded[at - 3 : at] if at > 2 else folded[:at]
        lengths = self._may_end.get(key)
        if lengths is None:
            self._learn_end(key)
            lengths = self._may_end[key]
        for length in lengths:
            if length < 0:
                if self._joined and self._joined.ending(folded, at + length):
                    break
            elif length < 3 or (length <= at and folded[at - length : at] in self.words):
                break
        else:
            return False
        return True

    def some_start(self, key: str) -> bool:
        """Whether a word may begin with three characters, or be the first of them."""
        self._learn_start(key)
        return bool(self._may_start[key])

    def some_end(self, key: str) -> bool:
        """Whether a word may end with three characters, or be the last of them."""
        self._learn_end(key)
        return bool(self._may_end[key])

    def _learn_start(self, key: str) -> tuple[int, ...]:
        if len(self._starting) >= _REMEMBERED:
            self._starting.clear()
            self._may_start.clear()
        parts = (key, key[:2], key[:1]) if len(key) == 3 else (key, key[:1]) if len(key) == 2 else (key,)
        lengths = [length for part in parts for length in sorted(self._first.get(part, ()), reverse=True)]
        long = [length for length in reversed(lengths) if length > 2]
        short: list[int] = []
        for length in lengths:
            if length < 3:
                if len(key) == length or not glued(key[length - 1], key[length]):
                    short.append(length)
                elif self._joined and (key[length:] in self._joined.edges[0] or key[length] in self._joined.words):
                    long.append(-length)
        self._may_start[key] = (*short, *long)
        self._starting[key] = tuple(lengths)
        return self._starting[key]

    def _learn_end(self, key: str) -> tuple[int, ...]:
        if len(self._ending) >= _REMEMBERED:
            self._ending.clear()
            self._may_end.clear()
        parts = (key, key[-2:], key[-1:]) if len(key) == 3 else (key, key[-1:]) if len(key) == 2 else (key,)
        lengths = [length for part in parts for length in sorted(self._last.get(part, ()), reverse=True)]
        long = [length for length in reversed(lengths) if length > 2]
        short: list[int] = []
        for length in lengths:
            if length < 3:
                if len(key) == length or not glued(key[-length - 1], key[-length]):
                    short.append(length)
                elif self._joined and (
                    key[:-length] in self._joined.edges[1] or key[-length - 1] in self._joined.words
                ):
                    long.append(-length)
        self._may_end[key] = (*short, *long)
        self._ending[key] = tuple(lengths)
        return self._ending[key]

    @cached_property
    def edges(self) -> tuple[AbstractSet[str], AbstractSet[str]]:
        """The first, and the last, one or two characters of the words."""
        return {word[:n] for word in self.words for n in (1, 2)}, {word[-n:] for word in self.words for n in (1, 2)}
