"""Places of the table: states, territories, regions and cities, by name and by the names of their people.

Reads the table of places (`en/places.tsv`). A name that is also a word or a name of persons needs evidence: a
preposition, a dateline, a place beside it, or an earlier place in the text where it had such evidence.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from diplokit import Document, Hit, Lexicon, Mention, Place, hookimpl
from diplokit.vocabulary import PlaceForm, PlaceKind
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES

from .evidence import codes_of, verdicts_of
from .names import NamedPlace

# --- words -----------------------------------------------------------------------------------------------------


class _Rival(NamedTuple):
    """A second place of one name, and the places beside which it is meant."""

    place: Place
    code: str
    never: frozenset[str]


_RIVALS = {
    "Georgia": _Rival(Place("Georgia", "USA", PlaceKind.REGION), "USA", frozenset({"GEO", "ARM", "AZE", "RUS", "UKR"})),
    "GEORGIA": _Rival(Place("Georgia", "USA", PlaceKind.REGION), "USA", frozenset({"GEO", "ARM", "AZE", "RUS", "UKR"})),
    "Congo": _Rival(Place("Republic of the Congo", "COG"), "COG", frozenset({"COD"})),
    "Congolese": _Rival(
        Place("Republic of the Congo", "COG", PlaceKind.STATE, PlaceForm.ADJECTIVE), "COG", frozenset({"COD"})
    ),
}

_KOREAN = {
    name: Place("North Korea", "PRK", PlaceKind.STATE, form)
    for name, form in (
        ("Korea", PlaceForm.NOUN),
        ("Korean", PlaceForm.ADJECTIVE),
        ("Koreans", PlaceForm.DEMONYM),
    )
}
"""What those say of the North who call it by its own name."""
_OF_THE_NORTH = frozenset(("DPRK", "D.P.R.K.", "DPR Korea", "Democratic People's Republic of Korea"))

# Arabic articles before names of places.
_ARTICLES = frozenset("Al al El el As as Ad ad Ar ar At at An an Az az".split())

# --- rules -----------------------------------------------------------------------------------------------------


class Gazetteer:
    """Places of the table, told apart from words and persons by what stands beside them."""

    name = "places_of_the_table"
    kind = "place"
    description = "A state, territory, region or city of the table, by its name, its short form or its people."
    words: Mapping[str, Lexicon] = {
        "place": PLACES,
        "given": GIVEN_NAMES,
        "family": FAMILY_NAMES,
        "organisation": ORGANISATIONS,
    }
    yes: Mapping[str, object] = {
        "Malaysia and Peru": [Place("Malaysia", "MYS"), Place("Peru", "PER")],
        "the Malaysian delegation": Place("Malaysia", "MYS", PlaceKind.STATE, PlaceForm.ADJECTIVE),
        "Two Britons": Place("United Kingdom", "GBR", PlaceKind.STATE, PlaceForm.DEMONYM),
        "trade with the US": Place("United States", "USA"),
        "talks in Kuala Lumpur": Place("Kuala Lumpur", "MYS", PlaceKind.CITY),
        "a port in Scotland": Place("Scotland", "GBR", PlaceKind.REGION),
        "in Atlanta, Georgia": [Place("Atlanta", "USA", PlaceKind.CITY), Place("Georgia", "USA", PlaceKind.REGION)],
        "from Tbilisi, Georgia": [Place("Tbilisi", "GEO", PlaceKind.CITY), Place("Georgia", "GEO")],
        "Jordan said it would": Place("Jordan", "JOR"),
        "The DPRK told the Korean people": [
            Place("North Korea", "PRK"),
            Place("North Korea", "PRK", PlaceKind.STATE, PlaceForm.ADJECTIVE),
        ],
        "a factory in Columbus, OH": [
            Place("Columbus", "USA", PlaceKind.CITY),
            Place("OH", "USA", PlaceKind.REGION),
        ],
    }
    no = ("give us time", "the turkey was good", "Michael Jordan scored", "Mr. Holland spoke", "they met Virginia")

    def find(self, document: Document, /) -> Iterator[Mention[Place]]:
        """Find the places of the table in a document."""
        hits = document.hits(PLACES)
        verdicts = verdicts_of(document, hits)
        codes: frozenset[str] | None = None
        northern: bool | None = None  # whether "Korean" is of the North, once it matters
        text, rule = document.text, self.name
        for (start, end, word), confidence in zip(hits, verdicts, strict=True):
            if confidence is None:
                continue
            place = word.places[0]  # type: ignore[attr-defined]
            if (
                text[start - 1] == "-"
                and start > 2
                and text[start - 3 : start - 1] in _ARTICLES
                and place.form is PlaceForm.NOUN
                and not text[start - 4 : start - 3].isalnum()
            ):
                start -= 3  # "Al-Qadisiya"
            name = text[start:end]
            if name in _RIVALS:
                if codes is None:
                    codes = codes_of(hits, verdicts)
                if _means_rival(document, start, _RIVALS[name], codes, hits):
                    place = _RIVALS[name].place
            elif name in _KOREAN:
                northern = _of_the_north(text, hits) if northern is None else northern
                place = _KOREAN[name] if northern else place
            yield Mention.at(start, end, "place", name, place, rule, confidence)


def _of_the_north(text: str, hits: Sequence[Hit]) -> bool:
    """Whether a text calls the North by its own name and names the South nowhere."""
    codes = {
        (word.places[0].code, name in _OF_THE_NORTH)  # type: ignore[attr-defined]
        for start, end, word in hits
        if (name := text[start:end].replace("\u2019", "'")) not in _KOREAN
    }
    return ("PRK", True) in codes and ("KOR", False) not in codes


def _means_rival(document: Document, start: int, rival: _Rival, codes: frozenset[str], hits: Sequence[Hit]) -> bool:
    """Whether a name means the second place of that name."""
    at = bisect_left(hits, (start,)) - 1
    if at >= 0 and document.folded[hits[at].end : start] == ", ":
        return bool(hits[at].meaning.places[0].code == rival.code)  # type: ignore[attr-defined]
    return f"{rival.code}+" in codes and not rival.never & codes


# --- hook ------------------------------------------------------------------------------------------------------


@hookimpl
def extractors() -> list[object]:
    """The extractors of places."""
    return [Gazetteer(), NamedPlace()]
