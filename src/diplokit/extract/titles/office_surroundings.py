"""What the words around the heads of offices are: an index of one document, made once and read by the grammar."""

import re
from functools import cache

from attrs import frozen

from diplokit import Document, Hit
from diplokit.tables import settings
from diplokit.vocabulary import PlaceForm, PlaceKind, Role, RoleStatus
from diplokit.wordlists import OFFICES, ORGANISATIONS, PLACES, PlaceWord

from .forms_of_address import BRACKETED

WORD = re.compile(r"[^\W\d_](?:[\w.]|['\u2019](?=\w)|-(?=\w))*")
"""A word, with inner apostrophes, hyphens and dots."""

_THE = re.compile(r"(?<!\w)[Tt]he\Z")
HEAD_NOUNS = frozenset(
    "Community Communities Soviet Administration Agency Alliance Army Assembly Association Authority Bank Board Bureau Cabinet Center Centre Chamber Coalition College Command Commission "
    "Committee Company Conference Confederation Congress Corporation Corps Council Court Department Exchange Federation Force Forces Forum Foundation Fund Government Group "
    "Headquarters House Initiative Institute League Legislature Ministry Mission Movement Office Organisation Organization Parliament Party Police Presidium Programme Program Secretariat Senate "
    "Service Society Staff Treasury Union University Foundation Front Institution Federations Network Observatory Navy Presidency Republic Union Knesset Duma Bundestag Affairs Delegation Division Directorate Chancellery Central".split()
)
HEADED_BY_PRESIDENTS = frozenset(
    "Commission Council Court Chamber Federation Association University College Party Club Bank Board Assembly Senate "
    "Parliament Company Committee Confederation Institute Foundation League Society Duma Bundestag Bundesrat Knesset".split()
)
"""What may have a President who is none of a state."""


@frozen
class OfficeWords:
    """The words of the table that stand around heads, by what they do; `before` all of them, `higher` deputies and ranks."""

    status: dict[str, RoleStatus]
    deputies: frozenset[str]
    ranks: frozenset[str]
    portfolio: frozenset[str]
    before: frozenset[str]
    higher: frozenset[str]


@cache
def office_words() -> OfficeWords:
    """The words that stand around heads; read once."""
    rows = settings("en/offices.toml")
    status = {word: RoleStatus(status) for status, words in rows["status"].items() for word in words}
    deputies, ranks = frozenset(rows["ranks"]["deputy"]), frozenset(rows["ranks"]["senior"])
    portfolio = frozenset(word for words in rows["portfolios"].values() for word in words) | {"women", "veterans"}
    higher = deputies | ranks
    return OfficeWords(status, deputies, ranks, portfolio, higher | portfolio | status.keys() | {"elected"}, higher)


class Surroundings:
    """The heads, places and organisations of one document, by where they stand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text, self.folded = document.text, document.folded
        self.words = office_words()
        self.heads = document.starting(OFFICES)
        self.places, self.places_end = document.starting(PLACES), document.ending(PLACES)
        self.reached = 0  # where the office before ends
        self.bodies, self.bodies_end = document.starting(ORGANISATIONS), document.ending(ORGANISATIONS)


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


def lies_in_state(place: Hit) -> bool:
    """Whether a hit of the table of places names a region of one state, or its people."""
    meaning = place.meaning
    return (
        isinstance(meaning, PlaceWord) and meaning.places[0].type == PlaceKind.REGION and bool(meaning.places[0].code)
    )


def kind_of(place: Hit, role: Role) -> str:
    """What kind a place is whose office a title of such a role names: "region", "city" (of rulers alone) or "place"."""
    if lies_in_state(place):
        return "region"
    meaning = place.meaning
    city = role is Role.HEAD_OF_STATE and isinstance(meaning, PlaceWord) and meaning.places[0].type == PlaceKind.CITY
    return "city" if city else "place"


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


def followed_by_name(text: str, end: int) -> bool:
    """Whether a word that begins with a capital letter follows directly."""
    if text.startswith(" (", end) and (match := BRACKETED.match(text, end)):
        end = match.end() - 1
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def name_beside(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital letter stands directly after, or before a comma."""
    if followed_by_name(text, end):
        return True
    before = text[max(0, start - 30) : start].rstrip()
    if _THE.search(before):
        return True
    return before.endswith(",") and bool(re.search(r"[A-Z]\w+,$", before))
