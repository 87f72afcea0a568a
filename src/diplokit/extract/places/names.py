"""Places that no table knows: by a noun in their name, by a noun beside them, by a preposition, by a dateline.

"North Waziristan", "Gulf of Tonkin", "Mount Apo", "Ruvu River", "the town of Birao", "in Birao, near the border".
What a text once shows to be a place is one wherever it stands in it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from diplokit import Document, Lexicon, Mention, Place
from diplokit.extract.capital_runs import gap_before, occurrences, word_start, word_starting
from diplokit.extract.organisations.surroundings import hit_at
from diplokit.extract.organisations.words import HEADS, STOP
from diplokit.vocabulary import Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES, PlaceWord

from .lists import after_telling_words, by_preposition, place
from .nouns import by_noun
from .words import NOUNS, SIDES

_CITY, _REGION = PlaceKind.CITY, PlaceKind.REGION
_SIDES_OF_CITIES = frozenset(("East", "West", "North", "South", "Greater"))
_SIDE_ENDS = frozenset(f"{side[-2:]} " for side in SIDES)

# --- rules -----------------------------------------------------------------------------------------------------


class NamedPlace:
    """Places that no table knows, by nouns in and beside their names, prepositions and datelines."""

    name = "places_by_grammar"
    kind = "place"
    description = (
        "A capitalised name with a noun of place in it or beside it, after a preposition of place, or as dateline."
    )
    words: Mapping[str, Lexicon] = {
        "noun": NOUNS,
        "place": PLACES,
        "organisation": ORGANISATIONS,
        "given": GIVEN_NAMES,
        "family": FAMILY_NAMES,
        "head": HEADS,
    }
    yes: Mapping[str, object] = {
        "along the Ruzumi River today": Place("Ruzumi River", None, _REGION),
        "near Mount Zelka": Place("Mount Zelka", None, _REGION),
        "the Gulf of Zaranta": Place("Gulf of Zaranta", None, _REGION),
        "the town of Zarukand": Place("Zarukand", None, _CITY),
        "in Qorbash district": Place("Qorbash", None, _REGION),
        "Zarukand, capital of the region,": Place("Zarukand", None, _CITY),
        "camps in Southern Thailand": Place("Southern Thailand", "THA", _REGION),
        "killed in Zarukand, officials said": Place("Zarukand", None, _CITY),
        "the Zelka and Ruzumi rivers": [Place("Zelka", None, _REGION), Place("Ruzumi", None, _REGION)],
        "they flew to Zarukand by helicopter": Place("Zarukand", None, _CITY),
        "ZARUKAND, Jan 5 (Reuters) - Rebels": Place("Zarukand", None, _CITY),
    }
    no = (
        "in Parliament, they",
        "in Clinton, they",
        "the River flows",
        "in Toyota cars",
        "the Gulf of misery",
        "an analyst at Qorvul said",
        "a letter from Zelkana.",
    )

    def find(self, document: Document, /) -> Iterator[Mention[Place]]:
        """Find the places that no table knows."""
        text = document.text
        known: dict[str, Place] = {}
        seen: set[tuple[int, int]] = set()
        for start, end, found, confidence in _found(document):
            known_place = hit_at(document, PLACES, start)
            if (start, end) in seen or (known_place is not None and known_place.end >= end):
                continue
            seen.add((start, end))
            if found.code is None and confidence is not Confidence.CERTAIN:
                known.setdefault(text[start:end], found)
            yield Mention.at(start, end, "place", text[start:end], found, self.name, confidence)
        if known:
            yield from _again(document, known, seen, self.name)


def _found(document: Document) -> Iterator[tuple[int, int, Place, Confidence]]:
    yield from by_noun(document)
    telling = after_telling_words(document)
    yield from _by_side(document, telling)
    yield from by_preposition(document, telling)
    yield from _by_dateline(document)


def _by_side(document: Document, telling: Iterable[int]) -> Iterator[tuple[int, int, Place, Confidence]]:
    """A side and a place, "Southern Thailand", where the side is capitalised though no sentence begins with it."""
    text, places = document.text, document.starting(PLACES)
    for start in telling:
        if text[start - 3 : start] not in _SIDE_ENDS or (hit := places.get(start)) is None:
            continue
        first, end, word = word_start(text, start - 1), hit.end, hit.meaning
        if isinstance(word, PlaceWord) and text[first : start - 1] in SIDES and word.places[0].form is PlaceForm.NOUN:
            at = word_starting(document, first)
            if document.folded.startswith((" sea", " atlantic", " ocean"), end):
                continue
            if at is None or gap_before(document, at) == " " or document.sentence_at(first).start == first:
                continue
            known = word.places[0]
            if known.type is PlaceKind.CITY and text[first : start - 1] not in _SIDES_OF_CITIES:
                continue
            kind = PlaceKind.CITY if known.type is PlaceKind.CITY else _REGION
            yield first, end, Place(" ".join(text[first:end].split()), known.code, kind), Confidence.LIKELY


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(
        r"([A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'. -]{2,28}[A-Z\u00c0-\u00de])(?:, [A-Z][A-Za-z .]{2,24})??"
        r"(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:, \d{4})?)?"
        r" ?(\([^()\n]{2,40}\))? ?(--|\u2014|\u2013|-|:)"
    )


def _by_dateline(document: Document) -> Iterator[tuple[int, int, Place, Confidence]]:
    """A name in capitals that opens one of the first paragraphs, with a date or an agency."""
    for sentence in document.sentences[:4]:
        if document.text[sentence.start + 1 : sentence.start + 2].islower():
            continue
        match = _dateline().match(document.text, sentence.start)
        if match is None:
            continue
        start, end = match.span(1)
        dated = match.end() - end > 5 or match[2]
        if dated and hit_at(document, PLACES, start) is None and hit_at(document, ORGANISATIONS, start) is None:
            yield start, end, place(document.text, (start, end), _CITY), Confidence.LIKELY


def _again(
    document: Document, known: Mapping[str, Place], seen: set[tuple[int, int]], rule: str
) -> Iterator[Mention[Place]]:
    """The same names where nothing beside them tells."""
    text = document.text
    forms = {form: found for name, found in known.items() for form in (name, found.name)}
    taken = sorted(seen)
    for start, end, name in occurrences(document, forms):
        if text[start - 1 : start] in ("-", "."):
            continue
        at = bisect_left(taken, (start, end))
        if any(a < end and start < b for a, b in taken[max(0, at - 1) : at + 1]):
            continue
        if text[start - 1 : start] == " " and text[start - 2].isalnum():
            before = word_start(text, start - 1)
            if text[before].isupper() and text[before : start - 1] not in STOP:
                continue  # part of a longer name
        if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
            continue
        yield Mention.at(start, end, "place", name, forms[name], rule, Confidence.POSSIBLE)
