"""What stands at an offset of a document: a head noun, a place, a name; and whether capitals say anything there.

The grammars of organisations and of places ask these questions of the words around a name. Nothing here finds a mention.
"""

import re
from bisect import bisect_left
from functools import cache

from diplokit import Document, Hit, Lexicon, Place
from diplokit.extract.capital_runs import word_at
from diplokit.vocabulary import PlaceForm
from diplokit.wordlists import GIVEN_NAMES, ORGANISATIONS, PLACES, PlaceWord

from .words import HEADS, STOP, THINGS, topics


def hit_at(document: Document, lexicon: Lexicon, start: int) -> Hit | None:
    """The hit of a lexicon that begins at an offset."""
    return document.starting(lexicon).get(start)


def is_head(document: Document, start: int) -> bool:
    """Whether a head noun begins at an offset, or goes on there."""
    hits = document.hits(HEADS)
    at = bisect_left(hits, (start + 1,)) - 1
    return at >= 0 and hits[at].end > start


def is_place(document: Document, start: int) -> bool:
    """Whether the name of a place, not of its people, begins at an offset."""
    return _names_place(document.starting(PLACES).get(start))


def far(document: Document, start: int) -> bool:
    """Whether a part of the world begins at an offset: "Organisation for Security and Co-operation in Europe"."""
    hit = document.starting(PLACES).get(start)
    if hit is None or not isinstance(hit.meaning, PlaceWord):
        return False
    place: Place = hit.meaning.places[0]
    return place.code is None and place.form is PlaceForm.NOUN


def is_name(document: Document, start: int) -> bool:
    """Whether the name of a person, of an organisation or of a place of the tables begins at an offset."""
    return (
        start in document.starting(GIVEN_NAMES)
        or start in document.starting(ORGANISATIONS)
        or start in document.starting(PLACES)
    )


def place_ends(document: Document, end: int) -> bool:
    """Whether the name of a place ends at an offset."""
    return _names_place(document.ending(PLACES).get(end))


def people_end(document: Document, end: int) -> bool:
    """Whether an adjective of a place ends here, before "and": "Bureau of East Asian| and Pacific Affairs"."""
    place = document.ending(PLACES).get(end)
    return place is not None and not place_ends(document, end)


def only_people(document: Document, start: int, stop: int) -> bool:
    """Whether the adjective of a place stands alone, before a word written small."""
    place = document.starting(PLACES).get(start)
    if place is None or place.end < stop or not isinstance(place.meaning, PlaceWord):
        return False
    adjective = place.meaning.places[0].form is PlaceForm.ADJECTIVE
    after = document.text[place.end : place.end + 5]
    return adjective and after[:1] == " " and after[1:2].islower() and after != " and "


def _names_place(hit: Hit | None) -> bool:
    return hit is not None and isinstance(hit.meaning, PlaceWord) and hit.meaning.places[0].form is PlaceForm.NOUN


def one_place(document: Document, start: int, end: int) -> bool:
    """Whether two words are in the name of one place."""
    hits = document.hits(PLACES)
    at = bisect_left(hits, (start + 1,)) - 1
    return at >= 0 and hits[at].end >= end


def only_places(document: Document, start: int, end: int) -> bool:
    """Whether a stretch holds names of two states and nothing else: "U.S.-Japan Alliance"."""
    hits = document.hits(PLACES)
    at = bisect_left(hits, (start,))
    covered = 0
    while at < len(hits) and hits[at].end <= end:
        covered += hits[at].end - hits[at].start
        at += 1
    return covered > 0 and covered + 3 >= end - start


def two_states(document: Document, start: int) -> bool:
    """Whether a name begins with two states: "India-Kenya Business Forum"."""
    first = document.starting(PLACES).get(start)
    return first is not None and document.folded[first.end : first.end + 1] == "-" and is_place(document, first.end + 1)


def is_known(document: Document, start: int, end: int) -> bool:
    """Whether a stretch of text holds a place, an organisation, or a topic."""
    text = document.text
    for lexicon in (PLACES, ORGANISATIONS, HEADS):
        hits = document.hits(lexicon)
        at = bisect_left(hits, (start,))
        if at < len(hits) and hits[at][1] <= end:
            if lexicon is not HEADS or not text[hits[at][0] : hits[at][1]].isupper():
                return True
    capitals = document.capitals
    at = word_at(document, start)
    words = [text[first:last] for first, last in capitals[at : word_at(document, end)] if last <= end]
    return not topics().isdisjoint(words)


def headline(document: Document, offset: int) -> bool:
    """Whether most words of a sentence are capitalised, so that capitals say nothing."""
    sentence = document.sentence_at(offset)
    start, end = sentence.start, sentence.end
    if document.text[end - 1] in '.!?"\u201d':
        return False
    words = word_at(document, end) - word_at(document, start)
    return words > 3 and 3 * words > 2 * (document.text.count(" ", start, end) + 1)


def is_british(document: Document, start: int) -> bool:
    """Whether a Foreign Office is the one in London, and not that of Pakistan or of another state."""
    folded = document.folded
    if folded.endswith((" british ", " uk "), 0, start):
        return True
    states = {word.places[0].code for _, _, word in document.hits(PLACES) if isinstance(word, PlaceWord)}
    return ("GBR" in states or "london" in folded) and not ("PAK" in states and "islamabad" in folded)


def goes_on(document: Document, index: int, end: int) -> bool:
    """Whether the next capitalised word follows at once, and is neither a head nor a title."""
    capitals, text = document.capitals, document.text
    if index + 1 >= len(capitals) or capitals[index + 1][0] - end > 2 or text[end - 1] == ".":
        return False
    start, stop = capitals[index + 1]
    return text[end:start].isspace() and "\n\n" not in text[end:start] and text[start:stop] not in STOP


def opens(document: Document, start: int) -> bool:
    """Whether a word opens a sentence, a line or a clause, and is no name of a place."""
    before = document.text[max(0, start - 3) : start].rstrip(" ")[-1:]
    return (not before or before in "\n.,;:-\u2022*\u2013") and start not in document.starting(PLACES)


def names_a_thing(document: Document, index: int, end: int) -> bool:
    """Whether the run goes on after the head and ends in a noun that is no organisation: "Armed Forces Day"."""
    capitals, text = document.capitals, document.text
    for at in range(index + 1, min(len(capitals), index + 5)):
        start, stop = capitals[at]
        if text[end:start] != " " or text[start:stop] in STOP:
            return False
        if text[start:stop] in THINGS:
            return True
        end = stop
    return False


def names_a_treaty(document: Document, start: int, end: int) -> bool:
    """Whether the forces that a name names are those that a treaty is about: "the Intermediate-Range Nuclear Forces treaty"."""
    return document.folded.endswith(_ABOUT, 0, start) or _treaty().match(document.folded, end) is not None


_ABOUT = ("treaty on ", "agreement on ", "talks on ", "negotiations on ")


@cache
def _treaty() -> re.Pattern[str]:
    return re.compile(r"(?: \([a-z]{2,6}\))? (?:treaty|agreement|accord|pact)\b")
