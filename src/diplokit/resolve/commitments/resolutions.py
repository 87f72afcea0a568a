"""Resolutions: whose operative clauses "Decides …" and "Urges …" are."""

import re

from diplokit import Actor, Hit, Reading, Span
from diplokit.resolve.clauses import Sentence, Subject
from diplokit.resolve.collectives import BLOCS
from diplokit.vocabulary import ActorKind

from .content import content_start
from .found import Found
from .words import Fits, operative

# Bare nouns of organs, which mean their own or that of the organisation which the text is about.
_NOUNS = "Assembly|Council|Committee|Commission|Conference|Summit"
_ENACTED = re.compile(
    rf"\n[ \t]*(?:(?:The|We,? the)\s+[A-Z][^\n,.;:]{{3,90}}?|{_NOUNS})"
    r"(?:,\s(?:at|meeting|gathered|having|during|assembled)\s[^\n.;:]{3,70}?)?\s*[,:][ \t]*$",
    re.MULTILINE,
)
_BARE = re.compile(rf"(?:(?:The|We,? the) )?((?:(?:Executive|Permanent) (?=Council))?(?:{_NOUNS}))\s*[,:]")
_ORGANS = frozenset(_NOUNS.lower().split("|"))
_OPERATIVE_ELSE = frozenset(
    (
        "condemns expresses deplores notes welcomes takes recalls emphasizes emphasises underlines stresses commends "
        "recognizes recognises underscores acknowledges congratulates regrets declares proclaims confirms looks commits "
        "pays thanks reminds stands remains agrees recommends strongly also further once again solemnly firmly"
    ).split()
)


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
            organ = next((one for one in named if one.kind in BLOCS and one.name.endswith(bare[1])), whole)
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
        uses = ((one, end) for one, end in fits if end is not None and "s" in one.forms and not one.adjective)
        trigger, last = next(uses, (None, last))
        if trigger is None or not heard[at].endswith("s"):
            return None
        act, after = trigger.act, content_start(sentence, trigger, at, last)
    elif heard[at] in ("calls", "asks") and heard[after : after + 1] in (["on"], ["upon"], ["for"]):
        last, after = sentence.stop(after), after + 1
    return Found(act, at, first, last, after, organ.actors, None, "operative clause", form="s")
