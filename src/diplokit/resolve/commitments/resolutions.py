"""Resolutions: whose operative clauses "Decides …" and "Urges …" are."""

import re

from diplokit import Actor, Hit, Reading, Span
from diplokit.resolve.clauses import Sentence, Subject
from diplokit.vocabulary import ActorKind

from .content import object_start
from .found import Found
from .words import Fits, operative

_ENACTED = re.compile(
    r"\n[ \t]*(?:(?:The|We,? the)\s+[A-Z][^\n,.;:]{3,90}?|Council|Assembly|Committee|Commission|Conference|Summit)\s*[,:][ \t]*$",
    re.MULTILINE,
)
# An organ that is named by a bare noun, its own or that of the organisation which the text is about.
_BARE = re.compile(
    r"(?:(?:The|We,? the) )?(Assembly|(?:Executive |Permanent )?Council|Committee|Commission|Conference|Summit)\s*[,:]"
)
_ORGANS = frozenset(["assembly", "council", "conference", "summit", "committee", "commission"])


_OPERATIVE_ELSE = frozenset(
    (
        "condemns expresses deplores notes welcomes takes recalls emphasizes emphasises underlines stresses commends "
        "recognizes recognises underscores acknowledges congratulates regrets declares proclaims confirms looks commits "
        "pays thanks reminds stands remains agrees recommends strongly also further once again solemnly firmly"
    ).split()
)


_KINDS = frozenset([ActorKind.IGO, ActorKind.IGO_ORGAN, ActorKind.GROUPING])


def organ_of(reading: Reading) -> Subject | None:
    """Who enacts a resolution: "The Security Council," on a line of its own, before its clauses."""
    # The search for a break of a line is fast; the first line has one put before it.
    for match in _ENACTED.finditer("\n" + reading.document.text[:4000]):
        line = Span(max(match.start() - 1, 0), match.end() - 1)
        for place, ids in reading.who(line):
            return Subject(ids, (place.start, place.end))
        if bare := _BARE.fullmatch(match.group().strip()):
            named = [one for one in reading.records(Actor) if one.references[0].span.start < line.start]
            whole = next((one for one in named if one.kind is ActorKind.IGO), None)
            # "The Peace and Security Council, meeting in Addis Ababa, decided: Council, 1. Decides …"; "Decision on the
            # Activities of … of the African Union": the organ is that of the organisation of its title
            organ = next((one for one in named if one.kind in _KINDS and one.name.endswith(bare[1])), whole)
            if organ is not None:
                return Subject((organ.id,), (line.start, line.end))
    return None


def operates(sentence: Sentence) -> bool:
    """Whether a sentence is an operative clause: a verb at its head, after its number at most."""
    for word in sentence.words[:5]:
        if word in operative() or word in _OPERATIVE_ELSE:
            return True
        if len(word) > 2 and not word.isdigit() and word not in _ORGANS and word != "the":
            return False
    return False


def of_operative(sentence: Sentence, hit: Hit, fits: Fits, at: int, folded: str, organ: Subject) -> Found | None:
    """As in "3. Requests the Secretary-General to report, and decides to remain seized of the matter".

    Args:
        sentence: The clause.
        hit: The verb.
        fits: Its uses that the words after it allow.
        at: The number of the word.
        folded: The folded text of the document.
        organ: Who enacts the resolution.
    """
    heard = sentence.words
    if at >= 5 and heard[at - 1] not in ("and", "also", ",", "further", "strongly"):
        return None
    first, last, after = hit.start, hit.end, at + 1
    act = operative().get(folded[first:last])
    if act is None:
        trigger, end = next(
            ((one, end) for one, end in fits if end is not None and "s" in one.forms and not one.adjective), (None, 0)
        )
        if trigger is None or end is None or not heard[at].endswith("s"):
            return None
        act, last = trigger.act, end
        after = (
            object_start(sentence, act, at + 1, sentence.at(end - 1) + 1) if trigger.nouns else sentence.at(end - 1) + 1
        )
    elif heard[at] in ("calls", "asks") and heard[after : after + 1] in (["on"], ["upon"], ["for"]):
        last, after = sentence.stop(after), after + 1
    return Found(act, at, first, last, after, organ.actors, None, "operative clause", form="s")
