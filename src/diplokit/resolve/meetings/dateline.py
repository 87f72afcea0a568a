"""Where a story comes from: the place in front of its first sentence."""

from diplokit import Span

from .patterns import compiled
from .stage import Stage

_DATELINE = (
    r"[^.\n]{0,60}?(?::|\s-|\.-|\u2014|\u2013|--)|,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?\s+\([^)\n]{2,30}\)\s"
)
"""After the place: "LIMA, Nov 14 (Agency) -", "Havana, Nov 9 (Agency) "."""


def dateline(stage: Stage) -> Span | None:
    """The place in front of the first sentences: "LIMA, Nov 14 (Agency) -"."""
    text = stage.document.text
    if not text:
        return None
    for mention in stage.places(0, min(400, len(text))):
        line = text.rfind("\n", 0, mention.start) + 1
        if mention.start - line <= 3 and compiled(_DATELINE).match(text, mention.end, mention.end + 80):
            return mention.span
    return None
