"""Where a story comes from: the place in front of its first sentence."""

from collections.abc import Iterable
from typing import Any

from diplokit import Mention, Span

from .patterns import compiled

_DATELINE = (
    r"[^.\n]{0,60}?(?::|\s-|\.-|\u2014|\u2013|--)|,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?\s+\([^)\n]{2,30}\)\s"
)
"""After the place: "LIMA, Nov 14 (Agency) -", "Havana, Nov 9 (Agency) "."""


_REACH = 400
"""How far into a text its first place may stand."""


def dateline_of(text: str, places: Iterable[Mention[Any]]) -> Span | None:
    """The place in front of the first sentences: "LIMA, Nov 14 (Agency) -"."""
    for mention in places:
        if mention.start >= _REACH:
            return None
        line = text.rfind("\n", 0, mention.start) + 1
        if mention.start - line <= 3 and compiled(_DATELINE).match(text, mention.end, mention.end + 80):
            return mention.span
    return None
