"""Resolutions: whose operative clauses "Decides …" and "Urges …" are."""

import re

from diplokit import Actor, Reading, Span
from diplokit.resolve.clauses import Sentence, Subject
from diplokit.vocabulary import ActorKind

from .words import operative

_ENACTED = re.compile(r"\n[ \t]*(?:The|We,? the)\s+[A-Z][^\n,.;:]{3,90}?\s*[,:][ \t]*$", re.MULTILINE)


_ASSEMBLY = re.compile(r"(?:The|We,? the) (?:Assembly|(?:Executive |Permanent )?Council|Conference|Summit)\s*[,:]")
_ORGANS = frozenset(["assembly", "council", "conference", "summit"])


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
        line = Span(max(match.start() - 1, 0), match.end() - 1)
        for place, ids in reading.who(line):
            return Subject(ids, (place.start, place.end))
        if _ASSEMBLY.fullmatch(match.group().strip()):
            # "Decision on the Activities of … of the African Union": the organ is that of the organisation of its title
            for actor in reading.records(Actor):
                if actor.kind is ActorKind.IGO and actor.references[0].span.start < line.start:
                    return Subject((actor.id,), (line.start, line.end))
    return None


def operates(sentence: Sentence) -> bool:
    """Whether a sentence is an operative clause: a verb at its head, after its number at most."""
    for word in sentence.words[:5]:
        if word in operative() or word in _OPERATIVE_ELSE:
            return True
        if len(word) > 2 and not word.isdigit() and word not in _ORGANS and word != "the":
            return False
    return False
