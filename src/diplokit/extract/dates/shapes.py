"""Shapes of dates as a tree of patterns: those that go on from others are tried only where these match.

A shape has a *tail*, from its first digits on, which is matched where digits stand, and perhaps a *head*, the words
before them. Most digits begin no date: one pattern for all tails, searched once over a text, tells where they may.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from attrs import frozen

from diplokit.extract.digits import digits

BESIDE = " .,-/()\u060c\u3001\u200e\u200f\u061c"
"""What may stand between a word of a head and the digits."""


@frozen
class Shape:
    """One way to write a date in a locale.

    Attributes:
        head: The names and words before the first digits, to be matched backwards; `None` if there are none.
        tail: From the first digits on.
        months: The months by their folded names.
        quarters: The quarters by their folded names.
        era: `solar_hijri` or `hijri` for another calendar than the Gregorian.
        endings: The last two letters of the words that end the head, marks aside; nothing if they are not known.
    """

    head: re.Pattern[str] | None
    tail: re.Pattern[str]
    months: Mapping[str, int]
    quarters: Mapping[str, int]
    era: str = ""
    endings: frozenset[str] = frozenset()


def endings_of(words: Iterable[str]) -> frozenset[str]:
    """The last two letters of some words; nothing if one of them has fewer."""
    found = {word.rstrip(BESIDE)[-2:] for word in words}
    return frozenset(found) if all(len(ending) == 2 and " " not in ending for ending in found) else frozenset()


class Tail(NamedTuple):
    """The tail of some shapes, and the tails that go on from it.

    Attributes:
        number: Its place among all tails: of dates of one length, the first counts.
        pattern: The tail.
        shapes: The shapes that end so.
        opening: The characters with which it goes on from the tail above it, as far as they are certain.
        more: What must follow for one of the longer tails to match; `None` if their openings tell.
        longer: Those tails.
    """

    number: int
    pattern: re.Pattern[str]
    shapes: Sequence[Shape]
    opening: str
    more: re.Pattern[str] | None
    longer: "Sequence[Tail]"

    def match(self, folded: str, at: int, found: "list[tuple[int, re.Match[str], Sequence[Shape]]]") -> None:
        """Add what matches at a place, of this tail and the longer ones."""
        match = self.pattern.match(folded, at)
        if match is not None:
            found.append((self.number, match, self.shapes))
            end = match.end()
            if self.more is None or folded[end - 1] == "." or self.more.match(folded, end):
                for tail in self.longer:
                    if folded.startswith(tail.opening, end):
                        tail.match(folded, at, found)


def tree(groups: Sequence[tuple[int, re.Pattern[str], Sequence[Shape]]]) -> list[Tail]:
    """The tails, each below the longest one that it goes on from."""
    sources = {pattern.pattern for _, pattern, _ in groups}

    def stem(source: str) -> str:
        return max((other for other in sources if other != source and source.startswith(other)), key=len, default="")

    def below(parent: str) -> list[Tail]:
        made = []
        for number, pattern, shapes in groups:
            source = pattern.pattern
            if stem(source) != parent:
                continue
            longer = below(source)
            told = all(tail.opening for tail in longer)
            more = None if told else any_of(tail.pattern.pattern.removeprefix(source) for tail in longer)
            opening = _opening(source.removeprefix(parent)) if parent else ""
            made.append(Tail(number, pattern, shapes, opening, more, longer))
        return made

    return below("")


def _opening(source: str) -> str:
    """The characters with which all that a pattern matches begins, as far as they are written plainly."""
    plain = re.match(r"[^\\.^$*+?{}\[\]|()]*", source)
    opening = plain[0] if plain else ""
    return opening[:-1] if source[len(opening) : len(opening) + 1] in ("{", "*", "?", "+") else opening


def any_of(sources: Iterable[str]) -> re.Pattern[str]:
    """One pattern that matches where any of some does: it tells quickly that none of many begins at a place."""
    return re.compile("|".join(_shortest(map(_without_names, sources))) or "(?!)")


def _without_names(source: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", source)


def _shortest(sources: Iterable[str]) -> list[str]:
    """The patterns, without those that only go on from another of them."""
    kept: list[str] = []
    for source in sorted(dict.fromkeys(sources), key=len):
        if not source.startswith(tuple(kept)):
            kept.append(source)
    return kept


# How a pattern begins, and what is left of that behind the first digit.
_FIRST = {
    r"(?:\d{4})(?!\d)": r"\d{3}(?!\d)",
    r"(?:\d\d)(?!\d)": r"\d(?!\d)",
    r"(?:\d{1,2})(?!\d)": r"\d?(?!\d)",
    r"(?:[1-4])(?!\d)": r"(?!\d)",
    r"(?:\d{1,3})(?!\d)": r"\d{0,2}(?!\d)",
    r"(?:1[0-2]|0?[1-9])(?!\d)": r"\d?(?!\d)",
    r"(?:\d{3}0|\d0)": r"(?:\d\d)?0(?!\d)(?<!\d[.,]\d0)(?<!\d[.,]\d{3}0)",
}


def starts(sources: Iterable[str], others: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the digits at which a date may begin.

    Args:
        sources: The patterns that are tried at digits.
        others: More of them, as they go on behind the first digit.
    """
    rests: dict[str, list[str]] = {}
    for source in map(_without_names, sources):
        first = next(first for first in _FIRST if source.startswith(first))
        rests.setdefault(_FIRST[first], []).append(source.removeprefix(first))
    ways = [f"{first}(?:{'|'.join(_shortest(found))})" for first, found in rests.items()]
    return re.compile(rf"{digits()}(?<!\d.)(?={'|'.join([*others, *ways])})\d*+")
