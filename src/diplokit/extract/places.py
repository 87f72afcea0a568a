"""Places: states, territories, regions and cities, by name and by the names of their people.

Reads the table of places (`en/places.tsv`). A name that is also a word or a name of persons needs evidence: a
preposition, a dateline, a place beside it.
"""

from collections.abc import Iterator, Mapping

from diplokit import Document, Hit, Lexicon, Mention, Place, Span, hookimpl
from diplokit.vocabulary import Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import PLACES, PlaceWord

# --- words -----------------------------------------------------------------------------------------------------

_BEFORE = frozenset(
    "in at to from near of outside around between toward towards via across throughout visit visited visiting within "
    "into inside through reach reached leave left for against off over".split()
)

# --- rules -----------------------------------------------------------------------------------------------------


class Gazetteer:
    """Places of the table, told apart from words and persons by what stands beside them."""

    name = "places"
    kind = "place"
    description = "A state, territory, region or city of the table, by its name, its short form or its people."
    words: Mapping[str, Lexicon] = {"place": PLACES}
    yes: Mapping[str, object] = {
        "Malaysia and Peru": [Place("Malaysia", "MYS"), Place("Peru", "PER")],
        "the Malaysian delegation": Place("Malaysia", "MYS", PlaceKind.STATE, PlaceForm.ADJECTIVE),
        "Two Britons": Place("United Kingdom", "GBR", PlaceKind.STATE, PlaceForm.DEMONYM),
        "trade with the US": Place("United States", "USA"),
        "talks in Kuala Lumpur": Place("Kuala Lumpur", "MYS", PlaceKind.CITY),
        "a port in Scotland": Place("Scotland", "GBR", PlaceKind.REGION),
    }
    no = ("give us time", "the turkey was good", "OR and IN")

    def find(self, document: Document, /) -> Iterator[Mention[Place]]:
        """Find the places of the table in a document."""
        hits = document.hits(PLACES)
        for at, hit in enumerate(hits):
            word = hit.meaning
            if isinstance(word, PlaceWord) and (confidence := _evidence(document, hits, at, word)):
                span = Span(hit.start, hit.end)
                yield Mention("place", span, document[span], word.places[0], self.name, confidence)


def _evidence(document: Document, hits: "list[Hit] | tuple[Hit, ...] | object", at: int, word: PlaceWord) -> Confidence | None:
    """How surely a hit is a place, or `None`."""
    hit = hits[at]  # type: ignore[index]
    place = word.places[0]
    if word.rank == "abbrev" and place.type is PlaceKind.REGION and hit.end - hit.start == 2:
        before = document.folded[max(0, hit.start - 2) : hit.start]
        return Confidence.LIKELY if before == ", " else None
    if word.rank == "ambiguous" and place.type in (PlaceKind.CITY, PlaceKind.REGION):
        before = document.folded[max(0, hit.start - 16) : hit.start].split()
        return Confidence.POSSIBLE if before and before[-1] in _BEFORE else None
    return Confidence.CERTAIN if word.rank != "ambiguous" else Confidence.LIKELY


# --- hook ------------------------------------------------------------------------------------------------------


@hookimpl
def extractors() -> list[Gazetteer]:
    """The extractors of places."""
    return [Gazetteer()]
