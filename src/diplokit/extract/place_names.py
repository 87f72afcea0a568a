"""Places that no table knows: by a noun in their name, by a noun beside them, by a preposition, by a dateline.

"North Waziristan", "Gulf of Tonkin", "Mount Apo", "Ruvu River", "the town of Birao", "in Birao, near the border".
What a text once shows to be a place is one wherever it stands in it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from diplokit import Document, Hit, Lexicon, Mention, Place, Span
from diplokit.vocabulary import Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES, PlaceWord

from .capital_runs import gap_before, occurrences, word_at, word_start, word_starting
from .organisation_surroundings import headline, hit_at
from .organisation_words import HEADS, STOP, THINGS, topics
from .place_lists import after_telling_words, by_preposition, place, unknown
from .place_words import NOUNS, SIDES, PlaceNoun

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
            yield Mention("place", Span(start, end), text[start:end], found, self.name, confidence)
        if known:
            yield from _again(document, known, seen, self.name)


def _found(document: Document) -> Iterator[tuple[int, int, Place, Confidence]]:
    yield from _by_noun(document)
    telling = after_telling_words(document)
    yield from _by_side(document, telling)
    yield from by_preposition(document, telling)
    yield from _by_dateline(document)


def _by_noun(document: Document) -> Iterator[tuple[int, int, Place, Confidence]]:
    text, folded = document.text, document.folded
    for hit in document.hits(NOUNS):
        if not isinstance(hit.meaning, PlaceNoun):
            continue
        use, kind = hit.meaning.use, hit.meaning.kind
        if text[hit.start].isupper():
            if "s" in use and (span := _with_noun_last(document, hit)) is not None:
                yield *span, place(text, span, kind), Confidence.LIKELY
            if "t" in use and (state := _state_of_a_state(document, hit)) is not None:
                yield state
            if ("p" in use and (span := _of_something(document, hit)) is not None) or (
                "p" in use and (span := _with_noun_first(document, hit)) is not None
            ):
                yield *span, place(text, span, kind), Confidence.LIKELY
            if (
                "o" in use
                and not _known_further(document, hit)
                and (span := _name_after(document, hit.end, " of ")) is not None
            ):
                yield hit.start, span[1], place(text, (hit.start, span[1]), _REGION), Confidence.LIKELY
            continue
        if not folded.startswith(_EXPLAINING, hit.end) and _small_before(text, hit.start):
            continue  # nearly always
        if "O" in use and (span := _name_after(document, hit.end, " of ")) is not None and unknown(document, *span):
            yield *span, place(text, span, kind), Confidence.LIKELY
        if ("O" in use or "S" in use) and (span := _explained(document, hit)) is not None and unknown(document, *span):
            yield *span, place(text, span, kind), Confidence.LIKELY
        if "S" in use:
            for span in _sharing(document, hit):
                yield *span, place(text, span, kind), Confidence.LIKELY
        if (
            "S" in use
            and (span := _name_before(document, hit.start)) is not None
            and not (document.sentence_at(span[0]).start == span[0] and " " not in text[slice(*span)])
            and unknown(document, *span)
        ):
            yield *span, place(text, span, kind), Confidence.LIKELY


_EXPLAINING = (" of ", " in ", " on ", " near ")  # what follows a noun that explains a name, before it or after it


def _small_before(text: str, start: int) -> bool:
    """Whether the word before a noun is in small letters, so that it is no name."""
    window = max(0, start - 60)
    return start > 1 and text[text.rfind(" ", window, start - 1) + 1 or window : start - 1].islower()


def _with_noun_last(document: Document, hit: Hit) -> tuple[int, int] | None:
    """A name that ends in a noun of places: "Ruvu River"."""
    last = word_at(document, hit.end) - 1
    first = word_starting(document, hit.start)
    capitals, text = document.capitals, document.text
    if first is None or capitals[last][1] != hit.end:
        return None
    if (
        last + 1 < len(capitals)
        and gap_before(document, last + 1) == " "
        and text[slice(*capitals[last + 1])] not in STOP
    ):
        return None  # "River State University"
    start = hit.start
    while first and hit.start - start < 40 and gap_before(document, first) == " ":
        word = text[slice(*capitals[first - 1])]
        if word in STOP or "." in word:
            break
        first -= 1
        start = capitals[first][0]
    places = document.hits(PLACES)
    at = bisect_left(places, (hit.end,)) - 1
    if at >= 0 and places[at].end > hit.start:
        return None  # the table knows better where it begins and ends
    if start == hit.start or headline(document, start) or document.text[start : hit.end] == "Pacific Island":
        return None
    if text.count(" ", start, hit.end) > 3 or text[slice(*capitals[first])] in topics():
        return None  # "Zero Waste Pilot City"
    people = hit_at(document, PLACES, start)
    if text[slice(*capitals[first])] in SIDES:
        return start, hit.end  # "Western Region"
    if people is not None and people.end + 1 >= hit.start and people.meaning.places[0].form is not PlaceForm.NOUN:  # type: ignore[attr-defined]
        return None  # "Chinese City"
    return start, hit.end


def _state_of_a_state(document: Document, hit: Hit) -> tuple[int, int, Place, Confidence] | None:
    """A known name and "State": "Niger State", "Rakhine State"; but "Ohio State" is a university or its team."""
    text = document.text
    known = hit_at(document, PLACES, word_start(text, hit.start - 1))
    if known is None or known.end != hit.start - 1 or text[known.end] != " ":
        return None
    found = known.meaning.places[0]  # type: ignore[attr-defined]
    if found.form is not PlaceForm.NOUN or found.code in (None, "USA") or text[hit.end + 1 : hit.end + 2].isupper():
        return None
    return known.start, hit.end, Place(text[known.start : hit.end], found.code, _REGION), Confidence.CERTAIN


def _of_something(document: Document, hit: Hit) -> tuple[int, int] | None:
    """A name that goes on in Spanish or Portuguese: "San Cristobal de las Casas"."""
    known = hit_at(document, PLACES, hit.start)
    match = None if known is None else _goes_on().match(document.text, known.end)
    return None if match is None else (hit.start, match.end())


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r" (?:de|del|do|da|dos|das)(?: (?:la|las|los|el))? [A-Z]\w{2,20}")


def _with_noun_first(document: Document, hit: Hit) -> tuple[int, int] | None:
    """A name that begins with a noun of places: "Mount Apo"."""
    span = _name_after(document, hit.end, " ")
    if span is None or any(hit_at(document, lexicon, hit.start) is not None for lexicon in (GIVEN_NAMES, PLACES)):
        return None
    at = word_starting(document, hit.start)
    if at is None or gap_before(document, at) in (" ", ". ") or headline(document, hit.start):
        return None
    if document.text[slice(*span)] in THINGS:
        return None
    return hit.start, span[1]


def _name_after(document: Document, end: int, joint: str) -> tuple[int, int] | None:
    """The capitalised run after a noun."""
    if not document.folded.startswith(joint, end):
        return None
    start = end + len(joint)
    first = word_starting(document, start)
    if first is None:
        return None
    capitals, text = document.capitals, document.text
    if text[slice(*capitals[first])] in STOP:
        return None
    stop = capitals[first][1]
    at = first + 1
    while (
        at < len(capitals)
        and at - first < 4
        and gap_before(document, at) == " "
        and text[slice(*capitals[at])] not in STOP
    ):
        stop = capitals[at][1]
        at += 1
    return start, stop


def _name_before(document: Document, start: int) -> tuple[int, int] | None:
    """The capitalised run before a noun in lower case."""
    capitals, text = document.capitals, document.text
    if start < 2 or text[start - 1] not in " ,":
        return None
    if _small_before(text, start):
        return None
    last = word_at(document, start) - 1
    if last < 0 or capitals[last][1] != start - 1:
        return None
    first = last
    while (
        first
        and last - first < 3
        and gap_before(document, first) in (" ", "'s ")
        and text[slice(*capitals[first - 1])] not in STOP
    ):
        if gap_before(document, first) == "'s " and last - first > 0:
            break
        first -= 1
    return capitals[first][0], capitals[last][1]


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(r", (?:(?:an?|the) )?(?:[\w'-]+ ){0,3}$")


def _explained(document: Document, hit: Hit) -> tuple[int, int] | None:
    """The name before a comma that a noun explains: "Laukkai, capital of", "Damara, a town in"."""
    if not document.folded.startswith(_EXPLAINING, hit.end):
        return None
    match = _apposition().search(document.folded, max(0, hit.start - 40), hit.start)
    return None if match is None else _name_before(document, match.start() + 1)


def _known_further(document: Document, hit: Hit) -> bool:
    """Whether the table has a place that begins with the noun and goes on after it."""
    place = hit_at(document, PLACES, hit.start)
    return place is not None and place.end > hit.end


def _sharing(document: Document, hit: Hit) -> Iterator[tuple[int, int]]:
    """The names before a noun in the plural that they share: "Apurimac, Ene and Mantaro rivers"."""
    folded = document.folded
    if folded[hit.end - 1] != "s":
        return
    start = hit.start
    for joints in ((" ",), (" and ", " and the "), *((", ",) for _ in range(5))):
        joint = next((joint for joint in joints if folded.endswith(joint, max(0, start - 9), start)), None)
        span = None if joint is None else _name_before(document, start - len(joint) + 1)
        if span is None or not unknown(document, *span):
            if span is None or hit_at(document, PLACES, span[0]) is None:
                return
        elif start < hit.start:
            yield span
        start = span[0]


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
        yield Mention("place", Span(start, end), name, forms[name], rule, Confidence.POSSIBLE)
