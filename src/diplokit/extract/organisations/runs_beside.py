"""Capitalised runs beside a common noun or a verb that may be names of organisations.

Nothing here finds a mention: the rules of common nouns and of reports ask where such a run begins and ends.
"""

import re
from functools import cache

from diplokit import Document, Span
from diplokit.extract.capital_runs import gap_before, word_at, word_starting
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, PLACES

from .cue_words import ADJECTIVES
from .surroundings import headline, hit_at
from .words import COMPOUNDS, GENERIC, STOP, THINGS

# --- rules -----------------------------------------------------------------------------------------------------


def run_after(document: Document, end: int) -> Span | None:
    """The capitalised run right after a noun, if it can be a name of an organisation."""
    text = document.text
    if text[end : end + 1] != " ":
        return None
    first = word_starting(document, end + 1)
    return None if first is None else checked(document, first, reach(document, first, 1))


def run_before(document: Document, start: int, *, names: bool = False) -> Span | None:
    """The capitalised run right before a noun, if it can be a name of an organisation; `names` lets it hold those of persons."""
    if start < 3 or document.text[start - 1] != " ":
        return None
    return _run_ending(document, start - 1, names=names)


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(r", (?:an?|the|one of (?:the )?)(?: [\w'-]+){0,6} $")


@cache
def _apposition_end() -> re.Pattern[str]:
    return re.compile(r"[,.;]| (?:that|which|based|headed|led|owned|with|founded|backed|controlled|run|linked)\b")


def run_explained(document: Document, start: int, end: int) -> Span | None:
    """The capitalised run that a noun explains: "Multigroup, a Sofia-based conglomerate headed by"."""
    if _apposition_end().match(document.folded, end) is None:
        return None
    window = max(0, start - 70)
    match = _apposition().search(document.folded, window, start)
    if match is None:
        return None
    return _run_ending(document, match.start())


def _run_ending(document: Document, end: int, *, names: bool = False) -> Span | None:
    """The capitalised run that ends at an offset, if it can be a name of an organisation."""
    last = word_at(document, end) - 1
    if last < 0 or document.capitals[last][1] != end:
        return None
    return checked(document, reach(document, last, -1), last, names=names)


def reach(document: Document, at: int, step: int, joints: tuple[str, ...] = (" ", " & "), most: int = 5) -> int:
    """How far a run goes on from a word in capitals, as the number of its other end.

    Args:
        document: The document.
        at: The number of the word, in `document.capitals`.
        step: 1 to go to the right, -1 to go to the left.
        joints: What may stand between two words of the run.
        most: How many words it has at most.
    """
    words = document.capital_words
    for _ in range(most - 1):
        further = at + step
        if not 0 <= further < len(words) or gap_before(document, max(at, further)) not in joints:
            break
        if words[further] in STOP or words[further].endswith(COMPOUNDS):
            break  # "the Beirut-based| Al-Mayadeen television"
        at = further
    return at


def checked(document: Document, first: int, last: int, *, names: bool = False) -> Span | None:
    """The run, unless a place, a person, a title or a belief stands in it."""
    capitals = document.capitals
    start, end = capitals[first][0], capitals[last][1]
    words = document.capital_words[first : last + 1]
    if (
        words[0] in STOP
        or words[-1] in GENERIC
        or words[0] in ADJECTIVES
        or words[-1] in ADJECTIVES
        or words[-1] in THINGS
    ):
        return None
    if "-" in words[-1] and words[-1].rpartition("-")[2].islower():
        return None  # "Lima-based", "Kurdish-led"
    if headline(document, start):
        return None
    for at in range(first, last + 1) if not names else ():
        where = capitals[at][0]
        if hit_at(document, GIVEN_NAMES, where) or hit_at(document, FAMILY_NAMES, where):
            return None
    place = hit_at(document, PLACES, start)
    if (place is not None and place.end >= end - 1) or end in document.ending(PLACES):
        return None
    return Span(start, end)
