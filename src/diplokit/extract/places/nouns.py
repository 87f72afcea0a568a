"""Places by a noun in their name or beside it: "Ruvu River", "Gulf of Tonkin", "Mount Apo", "the town of Birao".

The nouns are those of `words`. Nothing here makes a mention.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from diplokit import Document, Hit, Place
from diplokit.extract.capital_runs import gap_before, word_at, word_start, word_starting
from diplokit.extract.organisations.runs_beside import reach
from diplokit.extract.organisations.surroundings import headline, hit_at
from diplokit.extract.organisations.words import STOP, THINGS, topics
from diplokit.vocabulary import Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import GIVEN_NAMES, PLACES

from .lists import place, unknown
from .words import NOUNS, SIDES, PlaceNoun

_REGION = PlaceKind.REGION
_EXPLAINING = (" of ", " in ", " on ", " near ")  # what follows a noun that explains a name, before it or after it


# After one of these in small letters a name is hardly ever a person's.
_SURE = frozenset(
    "district province county prefecture subdistrict sub-district regency commune oblast governorate".split()
)


def by_noun(document: Document) -> Iterator[tuple[int, int, Place, Confidence]]:
    """Find the places that a noun tells."""
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
        if "R" in use:
            for span in _ends_of_a_way(document, hit.start):
                yield *span, place(text, span, PlaceKind.CITY), Confidence.LIKELY
        if not folded.startswith(_EXPLAINING, hit.end) and _small_before(text, hit.start):
            continue  # nearly always
        if "O" in use and (span := _name_after(document, hit.end, " of ")) is not None and unknown(document, *span):
            yield *span, place(text, span, kind), Confidence.LIKELY
        if "L" in use:
            for span in _listed(document, hit.end):
                if unknown(document, *span):
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
            and unknown(document, *span, sure=(sure := folded[hit.start : hit.end] in _SURE))
        ):
            yield *span, place(text, span, kind), Confidence.CERTAIN if sure else Confidence.LIKELY


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
    if span is None or hit_at(document, GIVEN_NAMES, hit.start) is not None:
        return None
    places = document.hits(PLACES)
    last = bisect_left(places, (hit.end,)) - 1
    if last >= 0 and places[last].end > hit.start:
        return None  # a known name goes over the noun: "Republic of |El| Salvador"
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
    if document.capital_words[first] in STOP:
        return None
    return start, document.capitals[reach(document, first, 1, (" ",), 4)][1]


def _listed(document: Document, end: int) -> list[tuple[int, int]]:
    """The names after a noun in the plural: "the towns of Aflao, Elubo and Sampa"."""
    spans: list[tuple[int, int]] = []
    span = _name_after(document, end, " of ")
    while span is not None and len(spans) < 8:
        spans.append(span)
        joint = next((joint for joint in (" and ", ", and ", ", ") if document.folded.startswith(joint, span[1])), "")
        if joint != ", ":
            last = _name_after(document, span[1], joint) if joint else None
            return spans[:1] if last is None else [*spans, last]
        span = _name_after(document, span[1], joint)
    return spans[:1]


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


def _ends_of_a_way(document: Document, start: int) -> Iterator[tuple[int, int]]:
    """The unknown one of two places that a way joins: "the Tarkwa-Banso road"."""
    match = _pair().search(document.text, max(0, start - 52), start)
    if match is None:
        return
    places = document.starting(PLACES)
    spans = [match.span(1), match.span(2)]
    known = [
        (hit := places.get(start)) is not None and hit.meaning.places[0].form is PlaceForm.NOUN  # type: ignore[attr-defined]
        for start, _ in spans
    ]
    for span, other in ((spans[0], known[1]), (spans[1], known[0])):
        if other and span[0] not in places:
            yield span


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])([A-Z][a-z']{2,20})-([A-Z][a-z']{2,20}) \Z")


def _known_further(document: Document, hit: Hit) -> bool:
    """Whether the table has a place that holds the noun and goes on after it: "Grand Duchy of Luxembourg"."""
    places = document.hits(PLACES)
    at = bisect_left(places, (hit.end,)) - 1
    return at >= 0 and places[at].end > hit.end


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
