"""Newspapers and agencies that only what they do tells: "told the Gleaner that", ", Zelka News reported on Monday".

Nothing here finds a mention: the rule of common nouns beside names asks for these, too.
"""

import re
from collections.abc import Iterator
from functools import cache

from diplokit import Document, Span
from diplokit.extract.capital_runs import word_starting
from diplokit.wordlists import ORGANISATIONS

from .cue_words import TOLD
from .runs_beside import checked, run_before
from .short_names import ordinary
from .surroundings import hit_at
from .words import HEADS

# --- rules -----------------------------------------------------------------------------------------------------


def told(document: Document) -> Iterator[Span]:
    """The newspapers and agencies that somebody told something: "told the Gleaner that"."""
    folded, text = document.folded, document.text
    at = folded.find(" told the ")
    while at >= 0:
        start = at + len(" told the ")
        first = word_starting(document, start) if text[start : start + 1].isupper() else None
        if first is not None:
            end = document.capitals[first][1]
            after = _after_the_told().match(folded, end)
            if (
                after is not None
                and not _known(document, start)
                and text[start:end] not in TOLD
                and not text[start:end].isupper()
            ):
                span = checked(document, first, first)
                if span is not None:
                    yield span
        at = folded.find(" told the ", start)


@cache
def _after_the_told() -> re.Pattern[str]:
    return re.compile(r"[.,]| (?:that|on|in|he|she|it|they|there|yesterday|last|this|his|her|its|by)\b")


def reporting(document: Document, start: int, end: int) -> Span | None:
    """The agency or newspaper before a verb, after a comma: "prices fell, Qorvul Online reported on Monday"."""
    span = run_before(document, start)
    if span is None or span.end - span.start < 4:
        return None
    folded, first = document.folded, span.start
    if folded.startswith("the ", first - 4):
        first -= 4
    if not folded.endswith((", ", '," ', ", ' "), 0, first) or _after_a_report().match(folded, end) is None:
        return None
    words = document[span].split()
    if len(words) > 3 or (len(words) == 1 and words[0] in ordinary()) or words[0] in TOLD:
        return None
    return None if _known(document, span.start) else span


@cache
def _after_a_report() -> re.Pattern[str]:
    return re.compile(
        r"[.,;]| (?:on|from|citing|quoting|today|yesterday|earlier|late|with reference to|monday|tuesday|wednesday|thursday|"
        r"friday|saturday|sunday|the|an?|a senior|officials|him|her)\b"
    )


def _known(document: Document, start: int) -> bool:
    """Whether the table has the body that begins at an offset, or a head noun begins there."""
    return any(hit_at(document, lexicon, start) for lexicon in (ORGANISATIONS, HEADS))
