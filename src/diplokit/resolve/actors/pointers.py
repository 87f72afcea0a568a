"""What points back in a text, in its order: words that mean an actor named elsewhere, and titles without a name."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
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
_WHERE = itemgetter(0, 1)


class Taken:
    """The names, titles and gatherings of a text, inside which no word points back."""

    def __init__(self, length: int, places: Iterable[tuple[int, int]]) -> None:
        self._marks = marks = bytearray(length)  # one for each character
        for start, end in places:
            marks[start:end] = b"x" * (end - start)

    def without(self, hits: Iterable[_Place]) -> list[_Place]:
        """Those that overlap nothing that is taken."""
        find = self._marks.find
        return [hit for hit in hits if find(b"x", hit[0], hit[1]) < 0]


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
        if not plural(title.value.name, title.text):
            titles.append((span.start, span.end, ("title", (title, of))))
        if of is not None and of.state:
            owners.append((span.start, span.end, ("inside", of)))
    taken = Taken(
        len(document.text),
        [
            *[(start, end) for start, end, _ in names],
            *[(start, end) for start, end, _ in titles],
            *[(event.span.start, event.span.end) for event in events],
        ],
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


@lru_cache(maxsize=4096)
def plural(office: str, title: str) -> bool:
    """Whether an office, as one would list it and as the text has it, is that of several: "the Foreign Ministers"."""
    return _ends_in_plural(office.partition(" of ")[0].partition(" for ")[0]) or _ends_in_plural(title)


def _ends_in_plural(words: str) -> bool:
    last = words.rsplit(None, 1)[-1:]
    return bool(last) and last[0].casefold() in _PLURAL
