"""Capitalised runs beside a common noun or a verb that may be names of organisations.

Nothing here finds a mention: the rules of common nouns and of reports ask where such a run begins and ends.
"""

import re
from bisect import bisect_left
from functools import cache

from diplokit import Document, Span
from diplokit.extract.capital_runs import gap_before, word_at, word_starting
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, PLACES

from .cue_words import ADJECTIVES
from .surroundings import headline, hit_at
from .words import GENERIC, STOP, THINGS

# --- rules -----------------------------------------------------------------------------------------------------


def run_after(document: Document, end: int) -> Span | None:
    """The capitalised run right after a noun, if it can be a name of an organisation."""
    text = document.text
    if text[end : end + 1] != " ":
        return None
    first = word_starting(document, end + 1)
    if first is None:
        return None
    capitals = document.capitals
    last = first
    while last + 1 < len(capitals) and last - first < 4 and gap_before(document, last + 1) in (" ", " & "):
        if text[slice(*capitals[last + 1])] in STOP:
            break
        last += 1
    return checked(document, first, last)


def run_before(document: Document, start: int, *, names: bool = False) -> Span | None:
    """The capitalised run right before a noun, if it can be a name of an organisation; `names` lets it hold those of persons."""
    text = document.text
    if start < 3 or text[start - 1] != " ":
        return None
    last = word_at(document, start) - 1
    capitals = document.capitals
    if last < 0 or capitals[last][1] != start - 1:
        return None
    return checked(document, _first_of_run(document, last), last, names=names)


def _first_of_run(document: Document, last: int) -> int:
    """The number of the first of at most five words in capitals that go together, of which the last is given."""
    first = last
    while first and last - first < 4 and gap_before(document, first) in (" ", " & "):
        if document.text[slice(*document.capitals[first - 1])] in STOP:
            break
        first -= 1
    return first


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
    last = word_at(document, match.start()) - 1
    capitals = document.capitals
    if last < 0 or capitals[last][1] != match.start():
        return None
    return checked(document, _first_of_run(document, last), last)


def checked(document: Document, first: int, last: int, *, names: bool = False) -> Span | None:
    """The run, unless a place, a person, a title or a belief stands in it."""
    capitals, text = document.capitals, document.text
    start, end = capitals[first][0], capitals[last][1]
    words = [text[slice(*capitals[at])] for at in range(first, last + 1)]
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
    if (place is not None and place.end >= end - 1) or _place_at_end(document, end):
        return None
    return Span(start, end)


def _place_at_end(document: Document, end: int) -> bool:
    hits = document.hits(PLACES)
    at = bisect_left(hits, (end,)) - 1
    return at >= 0 and hits[at].end == end
