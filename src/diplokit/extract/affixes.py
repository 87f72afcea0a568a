"""Words that are looked for only at one place: right before an offset, or right after it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

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
    return left.isalpha() and right.isalpha() and not (_unspaced(left) or _unspaced(right))


def _unspaced(char: str) -> bool:
    return (
        "\u0e00" <= char <= "\u0eff"
        or "\u1000" <= char <= "\u109f"
        or "\u1780" <= char <= "\u17ff"
        or ("\u2e80" <= char <= "\ud7ff")
        or "\uf900" <= char <= "\ufaff"
    )


class Affixes(Generic[T]):
    """A table of folded words that can be asked which of them begins, or ends, at an offset.

    Examples:
        >>> units = Affixes({"us$": "USD", "$": "dollar", "dollars": "dollar"})
        >>> list(units.ending("us$5", 3))
        [(0, 'USD'), (2, 'dollar')]
        >>> list(units.starting("5 dollars", 2))
        [(9, 'dollar')]
    """

    def __init__(self, words: Mapping[str, T], glues: bool = False) -> None:
        """Take in the words.

        Args:
            words: Folded words and what each means.
            glues: Whether one or two letters of the table may be glued to another word, as in "3 MCHF".
        """
        self.words = dict(words)
        self._glues = glues
        self._starts: dict[str, bool] = {}
        self._ends: dict[str, bool] = {}
        first: dict[str, set[int]] = {}
        last: dict[str, set[int]] = {}
        for word in self.words:
            first.setdefault(word[:3], set()).add(len(word))
            last.setdefault(word[-3:], set()).add(len(word))
        self._first = {key: tuple(sorted(lengths, reverse=True)) for key, lengths in first.items()}
        self._last = {key: tuple(sorted(lengths, reverse=True)) for key, lengths in last.items()}

    def starting(self, folded: str, at: int) -> Iterable[tuple[int, T]]:
        """The words that begin at an offset, the longest first: where each ends, and what it means."""
        key = folded[at : at + 3]
        first = self._first
        if key in first or key[:2] in first or key[:1] in first:
            return self._starting(folded, at, key)
        return ()

    def _starting(self, folded: str, at: int, key: str) -> Iterator[tuple[int, T]]:
        while key:
            for length in self._first.get(key, ()):
                meaning = self.words.get(folded[at : at + length])
                if meaning is not None and at + length <= len(folded):
                    yield at + length, meaning
            key = key[:-1]

    def ending(self, folded: str, at: int) -> Iterable[tuple[int, T]]:
        """The words that end at an offset, the longest first: where each begins, and what it means."""
        key = folded[max(at - 3, 0) : at]
        last = self._last
        if key in last or key[-2:] in last or key[-1:] in last:
            return self._ending(folded, at, key)
        return ()

    def _ending(self, folded: str, at: int, key: str) -> Iterator[tuple[int, T]]:
        while key:
            for length in self._last.get(key, ()):
                meaning = self.words.get(folded[at - length : at]) if length <= at else None
                if meaning is not None:
                    yield at - length, meaning
            key = key[1:]

    def may_start(self, folded: str, at: int) -> bool:
        """Whether one of the words may begin at an offset; quick, and never wrong when it says no."""
        key = folded[at : at + 3]
        known = self._starts.get(key)
        if known is None:
            if len(self._starts) >= _REMEMBERED:
                self._starts.clear()
            known = self._starts[key] = self._begins_with(key)
        if not known:
            return False
        first, words = self._first, self.words
        while key:
            for length in first.get(key, ()):
                stop = at + length
                if folded[at:stop] in words and (
                    length > 2 or self._glues or stop >= len(folded) or not glued(folded[stop - 1], folded[stop])
                ):
                    return True
            key = key[:-1]
        return False

    def _begins_with(self, key: str) -> bool:
        first = self._first
        return (
            key in first
            or (key[:2] in first and (self._glues or not (len(key) > 2 and glued(key[1], key[2]))))
            or (key[:1] in first and (self._glues or not (len(key) > 1 and glued(key[0], key[1]))))
        )

    def may_end(self, folded: str, at: int) -> bool:
        """Whether one of the words may end at an offset; quick, and never wrong when it says no."""
        key = folded[at - 3 : at] if at > 2 else folded[:at]
        known = self._ends.get(key)
        if known is None:
            if len(self._ends) >= _REMEMBERED:
                self._ends.clear()
            known = self._ends[key] = self._ends_with(key)
        if not known:
            return False
        last, words = self._last, self.words
        while key:
            for length in last.get(key, ()):
                begin = at - length
                if (
                    begin >= 0
                    and folded[begin:at] in words
                    and (length > 2 or self._glues or not begin or not glued(folded[begin - 1], folded[begin]))
                ):
                    return True
            key = key[1:]
        return False

    def _ends_with(self, key: str) -> bool:
        last = self._last
        return (
            key in last
            or (key[-2:] in last and (self._glues or not (len(key) > 2 and glued(key[0], key[1]))))
            or (key[-1:] in last and (self._glues or not (len(key) > 1 and glued(key[-2], key[-1]))))
        )
