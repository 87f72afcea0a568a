"""Resolutions: whose operative clauses "Decides …" and "Urges …" are."""

import re

from diplokit import Reading, Span
from diplokit.resolve.clauses import Sentence, Subject

from .words import operative

_ENACTED = re.compile(r"\n[ \t]*(?:The|We,? the)\s+[A-Z][^\n,.;:]{3,90}?\s*[,:][ \t]*$", re.MULTILINE)


_OPERATIVE_ELSE = frozenset(
    [
        "condemns",
        "expresses",
        "deplores",
        "notes",
        "welcomes",
        "takes",
        "recalls",
        "emphasizes",
        "emphasises",
        "underlines",
        "stresses",
        "commends",
        "recognizes",
        "recognises",
        "underscores",
        "acknowledges",
        "congratulates",
        "regrets",
        "declares",
        "proclaims",
        "confirms",
        "considers",
        "strongly",
        "also",
        "further",
        "once",
        "again",
    ]
)


def organ_of(reading: Reading) -> Subject | None:
    """Who enacts a resolution: "The Security Council," on a line of its own, before its clauses."""
    # The search for a break of a line is fast; the first line has one put before it.
    for match in _ENACTED.finditer("\n" + reading.document.text[:4000]):
        for place, ids in reading.who(Span(max(match.start() - 1, 0), match.end() - 1)):
            return Subject(ids, (place.start, place.end))
    return None


def operates(sentence: Sentence) -> bool:
    """Whether a sentence is an operative clause: a verb at its head, after its number at most."""
    for word in sentence.words[:5]:
        if word in operative() or word in _OPERATIVE_ELSE:
            return True
        if len(word) > 2 and not word.isdigit():
            return False
    return False
