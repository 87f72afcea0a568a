"""Places that no table knows: by a noun in their name, by a noun beside them, by a preposition, by a dateline.

"North Waziristan", "Gulf of Tonkin", "Mount Apo", "Ruvu River", "the town of Birao", "in Birao, near the border".
What a text once shows to be a place is one wherever it stands in it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Hit, Lexicon, Mention, Place, Span
from diplokit.vocabulary import Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES, PlaceWord

from .capital_runs import gap_before, occurrences, word_at, word_start, word_starting
from .organisation_grammar import headline, hit_at
from .organisation_words import HEADS, STOP, THINGS, topics
from .place_words import AFTER, NO_PLACES, NOUNS, SIDES, PlaceNoun

_CITY, _REGION = PlaceKind.CITY, PlaceKind.REGION
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
        "ZARUKAND, Jan 5 (Reuters) - Rebels": Place("Zarukand", None, _CITY),
    }
    no = ("in Parliament, they", "in Clinton, they", "the River flows", "in Toyota cars", "the Gulf of misery")

    def find(self, document: Document, /) -> Iterator[Mention[Place]]:
        """Find the places that no table knows."""
        text = document.text
        known: dict[str, Place] = {}
        seen: set[tuple[int, int]] = set()
        for start, end, place, confidence in _found(document):
            known_place = hit_at(document, PLACES, start)
            if (start, end) in seen or (known_place is not None and known_place.end >= end):
                continue
            seen.add((start, end))
            if place.code is None and confidence is not Confidence.CERTAIN:
                known.setdefault(text[start:end], place)
            yield Mention("place", Span(start, end), text[start:end], place, self.name, confidence)
        if known:
            yield from _again(document, known, seen, self.name)


def _found(document: Document) -> Iterator[tuple[int, int, Place, Confidence]]:
    yield from _by_noun(document)
    yield from _by_side(document)
    yield from _by_preposition(document)
    yield from _by_dateline(document)


def _by_noun(document: Document) -> Iterator[tuple[int, int, Place, Confidence]]:
    text = document.text
    for hit in document.hits(NOUNS):
        if not isinstance(hit.meaning, PlaceNoun):
            continue
        use, kind = hit.meaning.use, hit.meaning.kind
        if text[hit.start].isupper():
            if "s" in use and (span := _with_noun_last(document, hit)) is not None:
                yield *span, _place(text, span, kind), Confidence.LIKELY
            if "p" in use and (span := _with_noun_first(document, hit)) is not None:
                yield *span, _place(text, span, kind), Confidence.LIKELY
            if (
                "o" in use
                and not _known_further(document, hit)
                and (span := _name_after(document, hit.end, " of ")) is not None
            ):
                yield hit.start, span[1], _place(text, (hit.start, span[1]), _REGION), Confidence.LIKELY
            continue
        if "O" in use and (span := _name_after(document, hit.end, " of ")) is not None and _unknown(document, *span):
            yield *span, _place(text, span, kind), Confidence.LIKELY
        if ("O" in use or "S" in use) and (span := _explained(document, hit)) is not None and _unknown(document, *span):
            yield *span, _place(text, span, kind), Confidence.LIKELY
        if (
            "S" in use
            and (span := _name_before(document, hit.start)) is not None
            and not (document.sentence_at(span[0]).start == span[0] and " " not in text[slice(*span)])
            and _unknown(document, *span)
        ):
            yield *span, _place(text, span, kind), Confidence.LIKELY


def _place(text: str, span: tuple[int, int], kind: PlaceKind) -> Place:
    name = " ".join(text[slice(*span)].split())
    return Place(name.title() if name.isupper() else name, None, kind)


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
    if people is not None and people.end + 1 >= hit.start and people.meaning.places[0].form is not PlaceForm.NOUN:  # type: ignore[attr-defined]
        return None  # "Chinese City"
    return start, hit.end


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
    last = word_at(document, start) - 1
    capitals, text = document.capitals, document.text
    if last < 0 or capitals[last][1] != start - 1 or text[start - 1] not in " ,":
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
    if not document.folded.startswith((" of ", " in ", " on ", " near "), hit.end):
        return None
    match = _apposition().search(document.folded, max(0, hit.start - 40), hit.start)
    return None if match is None else _name_before(document, match.start() + 1)


def _unknown(document: Document, start: int, end: int) -> bool:
    """Whether a run is no name that another knowledge holds: a place, a person, an organisation, a stop word."""
    words = document.text[start:end].split()
    if words[-1] in topics() or words[0] in topics():
        return False
    if words[0] in STOP or words[-1] in NO_PLACES or words[0] in NO_PLACES or words[-1] in THINGS:
        return False
    if document.text[start:end].isupper() or "." in document.text[start:end]:
        return False
    if any(hit_at(document, lexicon, start) is not None for lexicon in (PLACES, ORGANISATIONS, HEADS)):
        return False
    if len(words) > 1 and hit_at(document, GIVEN_NAMES, start) is not None:
        return False
    return _place_ending(document, end) is None and not headline(document, start)


def _known_further(document: Document, hit: Hit) -> bool:
    """Whether the table has a place that begins with the noun and goes on after it."""
    place = hit_at(document, PLACES, hit.start)
    return place is not None and place.end > hit.end


def _place_ending(document: Document, end: int) -> Hit | None:
    hits = document.hits(PLACES)
    at = bisect_left(hits, (end,)) - 1
    return hits[at] if at >= 0 and hits[at].end == end else None


def _by_side(document: Document) -> Iterator[tuple[int, int, Place, Confidence]]:
    """A side and a place, "Southern Thailand", where the side is capitalised though no sentence begins with it."""
    text = document.text
    for start, end, word in document.hits(PLACES):
        if text[start - 3 : start] not in _SIDE_ENDS or not isinstance(word, PlaceWord):
            continue
        first = word_start(text, start - 1)
        if text[first : start - 1] in SIDES and word.places[0].form is PlaceForm.NOUN:
            at = word_starting(document, first)
            if document.folded.startswith((" sea", " atlantic", " ocean"), end):
                continue
            if at is None or gap_before(document, at) == " " or document.sentence_at(first).start == first:
                continue
            place = word.places[0]
            if place.type is PlaceKind.CITY and text[first : start - 1] not in (
                "East",
                "West",
                "North",
                "South",
                "Greater",
            ):
                continue
            kind = PlaceKind.CITY if place.type is PlaceKind.CITY else _REGION
            yield first, end, Place(" ".join(text[first:end].split()), place.code, kind), Confidence.LIKELY


def _by_preposition(document: Document) -> Iterator[tuple[int, int, Place, Confidence]]:
    """An unknown name after "in" or "near", where the clause goes on as it does after a place."""
    text, folded, capitals = document.text, document.folded, document.capitals
    known = {hit[0] for lexicon in (PLACES, ORGANISATIONS, HEADS) for hit in document.hits(lexicon)}
    for start in _after_preposition(text, folded):
        at = None if start in known or text[start + 1].isupper() else word_starting(document, start)
        if at is None:
            continue
        last = at
        while last + 1 < len(capitals) and last - at < 3 and folded[capitals[last][1] : capitals[last + 1][0]] == " ":
            if text[slice(*capitals[last + 1])] in STOP:
                break
            last += 1
        end = capitals[last][1]
        if (
            last - at > 2
            or end - start < 4
            or any(char.isdigit() for char in text[start:end])
        ):
            continue
        if not _ends_place(folded, end) or not _unknown(document, start, end):
            continue
        if any(
            hit_at(document, lexicon, capitals[w][0])
            for w in range(at, last + 1)
            for lexicon in (GIVEN_NAMES, FAMILY_NAMES)
        ):
            continue
        yield start, end, _place(text, (start, end), _CITY), Confidence.POSSIBLE


def _after_preposition(text: str, folded: str) -> Iterator[int]:
    """Where capital letters follow "in" or "near"."""
    for word in (" in ", " near "):
        at = folded.find(word)
        while at >= 0:
            at += len(word)
            if text[at : at + 1].isupper():
                yield at
            at = folded.find(word, at - 1)


def _ends_place(folded: str, end: int) -> bool:
    """Whether a name of a place can end here: at a stop or comma, or before a small word."""
    char = folded[end : end + 1]
    if char in (".", ",", ";", ")", '"', "\n", ":") or not char:
        return True
    if char != " ":
        return False
    stop = end + 1
    while stop < len(folded) and folded[stop].isalpha() and stop < end + 12:
        stop += 1
    return folded[end + 1 : stop] in AFTER


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
            yield start, end, _place(document.text, (start, end), _CITY), Confidence.LIKELY


def _again(
    document: Document, known: Mapping[str, Place], seen: set[tuple[int, int]], rule: str
) -> Iterator[Mention[Place]]:
    """The same names where nothing beside them tells."""
    text = document.text
    forms = {form: place for name, place in known.items() for form in (name, place.name)}
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
