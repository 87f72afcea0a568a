"""What points back in a text, in its order: words that mean an actor named elsewhere, and titles without a name."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress, repeat
from operator import itemgetter, le
from typing import Any, TypeVar

from diplokit import Document, Event, Mention, Title

from .cast import Member
from .pointing_words import POINTING, PRONOUNS

_PLURAL = frozenset(
    "ministers presidents secretaries ambassadors leaders chairs premiers senators kings envoys generals chiefs heads "
    "governors officials commissioners directors mayors representatives spokespersons chancellors monarchs members".split()
)

Placed = tuple[int, int, Member]
"""Where a name begins and ends, and whom it means."""

Pointer = tuple[int, int, Any]
"""Where something that points back begins and ends, and what it is: its sort, and a detail."""

_Place = TypeVar("_Place", bound=tuple[Any, ...])
_START = itemgetter(0)
_END = itemgetter(1)
_WHERE = itemgetter(0, 1)


class Taken:
    """The names, titles and gatherings of a text, inside which no word points back."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(places)
        self._starts = list(map(_START, ordered))
        self._reach = [-1, *accumulate(map(_END, ordered), max)]

    def without(self, hits: Sequence[_Place]) -> Iterator[_Place]:
        """Those that overlap nothing that is taken; all steps are C, since there are many hits."""
        begun = map(bisect_left, repeat(self._starts), map(_END, hits))  # how many begin before the hit ends
        return compress(hits, map(le, map(self._reach.__getitem__, begun), map(_START, hits)))


def pointers(
    document: Document,
    names: Sequence[Placed],
    inside: Iterable[Placed],
    alone: Sequence[tuple[Mention[Title], Member | None]],
    events: Iterable[Mention[Event]],
) -> tuple[list[Pointer], Taken]:
    """Titles without a name, words that point back, and names that only stand in others.

    Args:
        document: The document.
        names: The names that lie inside no other.
        inside: The others.
        alone: Titles without a name, each with whose it is.
        events: The mentions of gatherings, inside which no word points back.

    Returns:
        These, in the order of the text; and what is taken by names, titles and gatherings.
    """
    titles: list[Pointer] = []
    owners: list[Pointer] = []
    for title, of in alone:
        span = title.span
        if not plural(title):
            titles.append((span.start, span.end, ("title", (title, of))))
        if of is not None and of.state:
            owners.append((span.start, span.end, ("inside", of)))
    taken = Taken(
        [
            *map(_WHERE, names),
            *map(_WHERE, titles),
            *[(event.span.start, event.span.end) for event in events],
        ]
    )
    found = [
        *titles,
        *taken.without(document.hits(POINTING)),
        *taken.without(document.hits(PRONOUNS)),
        *[(start, end, ("inside", member)) for start, end, member in inside if not member.person],
        *owners,
    ]
    found.sort(key=_WHERE)
    return found, taken


def plural(title: Mention[Title]) -> bool:
    """Whether a title means several holders: "the Foreign Ministers"."""
    return _ends_in_plural(title.value.name.split(" of ")[0].split(" for ")[0]) or _ends_in_plural(title.text)


@lru_cache(maxsize=4096)
def _ends_in_plural(words: str) -> bool:
    last = words.rsplit(None, 1)[-1:]
    return bool(last) and last[0].casefold() in _PLURAL
