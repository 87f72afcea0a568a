"""What the words around the heads of offices are: an index of one document, made once and read by the grammar."""

import re
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from diplokit import Document, Hit
from diplokit.tables import settings
from diplokit.vocabulary import PlaceForm, PlaceKind, RoleStatus
from diplokit.wordlists import GIVEN_NAMES, ORGANISATIONS, PLACES, PlaceWord

from .forms_of_address import FORMS_OF_ADDRESS

WORD = re.compile(r"[^\W\d_](?:[\w.]|['\u2019](?=\w)|-(?=\w))*")
"""A word, with inner apostrophes, hyphens and dots."""

HEAD_NOUNS = frozenset(
    "Community Communities Soviet Administration Agency Alliance Army Assembly Association Authority Bank Board Bureau Cabinet Center Centre Chamber Coalition College Command Commission "
    "Committee Company Conference Confederation Congress Corporation Corps Council Court Department Exchange Federation Force Forces Forum Foundation Fund Government Group "
    "Headquarters House Initiative Institute League Legislature Ministry Mission Movement Office Organisation Organization Parliament Party Police Presidium Programme Program Secretariat Senate "
    "Service Society Staff Treasury Union University Foundation Front Institution Federations Network Observatory Navy Presidency Republic Union Knesset Duma Bundestag Affairs Delegation Division Directorate Chancellery Central".split()
)


@frozen
class OfficeWords:
    """The words of the table that stand around heads, by what they do."""

    status: dict[str, RoleStatus]
    deputies: frozenset[str]
    ranks: frozenset[str]
    portfolio: frozenset[str]
    before: frozenset[str]


@cache
def office_words() -> OfficeWords:
    """The words that stand around heads; read once."""
    rows = settings("en/offices.toml")
    status = {word: RoleStatus(status) for status, words in rows["status"].items() for word in words}
    deputies, ranks = frozenset(rows["ranks"]["deputy"]), frozenset(rows["ranks"]["senior"])
    portfolio = frozenset(word for words in rows["portfolios"].values() for word in words) | {"women", "veterans"}
    return OfficeWords(status, deputies, ranks, portfolio, deputies | ranks | portfolio | status.keys() | {"elected"})


class Surroundings:
    """The heads, places, organisations, given names and forms of address of one document, by where they stand."""

    def __init__(self, document: Document, heads: Sequence[Hit]) -> None:
        self.document = document
        self.text = document.text
        self.folded = document.folded
        self.words = office_words()
        self.heads = {head[0]: head for head in heads}
        self.places: dict[int, Hit] = {}
        self.places_end: dict[int, Hit] = {}
        for hit in document.hits(PLACES):
            self.places[hit[0]] = self.places_end[hit[1]] = hit
        self.given = {hit[0] for hit in document.hits(GIVEN_NAMES)}
        self.addresses = {hit[0] for hit in document.hits(FORMS_OF_ADDRESS)}
        self.bodies: dict[int, Hit] = {}
        self.bodies_end: dict[int, Hit] = {}
        for hit in document.hits(ORGANISATIONS):
            self.bodies[hit[0]] = self.bodies_end[hit[1]] = hit


def is_state(place: Hit) -> bool:
    """Whether a hit of the table of places names a state or territory."""
    meaning = place.meaning
    return isinstance(meaning, PlaceWord) and any(
        p.type in (PlaceKind.STATE, PlaceKind.TERRITORY) and p.form == PlaceForm.NOUN for p in meaning.places
    )


def is_region(place: Hit) -> bool:
    """Whether a hit of the table of places names a region."""
    meaning = place.meaning
    return (
        isinstance(meaning, PlaceWord)
        and meaning.places[0].type == PlaceKind.REGION
        and meaning.places[0].form == PlaceForm.NOUN
    )


def names_place(place: Hit) -> bool:
    """Whether a hit of the table of places names one, not its people."""
    meaning = place.meaning
    return isinstance(meaning, PlaceWord) and any(p.form == PlaceForm.NOUN for p in meaning.places)


def state_of(place: Hit, text: str) -> str:
    """The name under which a title gives its state: the table's for "Malaysian", else as the text writes it."""
    meaning = place.meaning
    if isinstance(meaning, PlaceWord) and meaning.places:
        first = meaning.places[0]
        if first.form != PlaceForm.NOUN:
            return first.name
    return text[place.start : place.end]


def gap_text(text: str, start: int, end: int) -> str:
    """What stands between two words, without the line break of a wrapped line."""
    between = text[start:end]
    if between == "\n" and 40 < start - text.rfind("\n", max(0, start - 110), start) <= 101:
        return " "
    return between
