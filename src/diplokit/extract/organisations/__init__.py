"""Organisations: by the table, and by the grammar of their names.

Reads the table of organisations (`en/organisations.tsv`) and the tables of heads and topics. A name is a head noun
with capitalised words before it ("Chinese Education Ministry", "Johns Hopkins University") or after a preposition
("Bank of England", "Committee on Trade and Development").
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Lexicon, Mention, Organisation, hookimpl
from diplokit.extract.capital_runs import word_start
from diplokit.vocabulary import ActorKind, Confidence
from diplokit.wordlists import GIVEN_NAMES, ORGANISATIONS, PLACES, OrganisationWord, PlaceWord

from .acronyms import DefinedAcronym
from .clubs import Clubs
from .cues import NamedByNeighbour
from .datelines import DatelineAgency
from .doubtful import AUSTRALIAN, acts, listed, reports
from .foreign_names import ForeignNames
from .grammar import BY_HEAD
from .letters import ActingLetters
from .short_names import ShortNames
from .surroundings import hit_at, is_british, is_place
from .words import HEADS

# --- words -----------------------------------------------------------------------------------------------------

_PERSONAL = frozenset(
    "Mr Mrs Ms Miss Dr Sir Lord Lady Justice Judge Senator President Minister Secretary General Colonel".split()
)

_FOREIGN_OFFICE = Organisation("Foreign Office", None, ActorKind.MINISTRY)  # of a state that the text may name

_CERTAIN, _COMPANY = Confidence.CERTAIN, ActorKind.COMPANY  # looked up once: members of a closed list are slow to reach

# Houses of presidents, which are bodies where they speak and places where one is received.
_RESIDENCES = frozenset(("Rashtrapati Bhavan", "State House", "Casa Rosada", "Hyderabad House", "Union Buildings"))

# What bears the name of a body that it does not house: "Emirates Stadium".
_VENUES = tuple(
    f" {noun}"
    for noun in "Palace Hotel Tower Street Road Avenue Square Stadium Arena Bridge Airport River Valley Cup Island".split()
)

# --- rules -----------------------------------------------------------------------------------------------------


class Table:
    """Organisations of the table, by full name, other name or acronym."""

    name = "organisations_of_the_table"
    kind = "organisation"
    description = "An organisation of the table, by its name, its acronym or another name."
    words: Mapping[str, Lexicon] = {"organisation": ORGANISATIONS, "given": GIVEN_NAMES, "place": PLACES}
    yes: Mapping[str, object] = {
        "a report of the WHO": Organisation("World Health Organization", "WHO", ActorKind.IGO),
        "In Pakistan the Foreign Office": Organisation("Foreign Office", None, ActorKind.MINISTRY),
        "members of Asean": Organisation("Association of Southeast Asian Nations", "ASEAN", ActorKind.IGO),
    }
    no = ("who said so", "Robert Wagner sings", "a dinner at Crystal Palace")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the organisations of the table in a document."""
        hits = document.hits(ORGANISATIONS)
        sure: set[str] | None = None
        states: set[str | None] | None = None
        persons: set[str] = set()  # companies that bear the name of a person of the document: "Doug Ford"
        text = document.text
        for start, end, word in hits:
            if not isinstance(word, OrganisationWord):
                continue
            confidence = _CERTAIN
            name = text[start:end]
            if word.doubtful or word.rivals:
                if sure is None or states is None:
                    sure = {
                        w.organisation.name for _, _, w in hits if isinstance(w, OrganisationWord) and not w.doubtful
                    }
                    states = {w.places[0].code for _, _, w in document.hits(PLACES) if isinstance(w, PlaceWord)}
                readings = (word, *word.rivals)
                named = [reading for reading in readings if reading.doubtful and reading.organisation.name in sure]
                near = [reading for reading in readings if reading.doubtful and reading.of in states]
                if reports(document, start, end):
                    confidence = _CERTAIN
                elif named:
                    word, confidence = named[0], Confidence.LIKELY
                elif not word.doubtful:
                    confidence = Confidence.LIKELY
                elif near:
                    word, confidence = near[0], Confidence.POSSIBLE
                elif not acts(document, end) and not (name.isupper() and listed(document, start, end)):
                    continue
                else:
                    confidence = Confidence.POSSIBLE
            elif name in persons or (text[start - 1] == "-" and _half(document, start)):
                continue
            elif " " not in name and not name.isupper() and _named_after(document, start):
                persons.add(name)
                continue
            if text[end : end + 1] == " " and " " not in name and text.startswith(_VENUES, end):
                continue  # "at Bayan Palace", "Emirates Stadium"
            if name == "Commonwealth" and document.folded.startswith(AUSTRALIAN, end):
                continue
            if (name.endswith(" Palace") or name in _RESIDENCES) and _a_venue().search(
                document.folded, max(0, start - 40), start
            ):
                continue
            if name.startswith(("The ", "the ")):
                start += 4
                name = text[start:end]
            if word.organisation.actor is _COMPANY and text[end : end + 2] in _LEGAL_BEGINS:
                end = _with_form(text, end)
                name = text[start:end]
            elif text.startswith("Al ", start - 3) and start > 2 and " " not in name:
                start -= 3  # "Al Fatah"
                name = text[start:end]
            value = word.organisation
            if name == "Foreign Office" and not is_british(document, start):
                value, confidence = _FOREIGN_OFFICE, Confidence.LIKELY
            yield Mention.at(start, end, "organisation", name, value, self.name, confidence)


class NamedByHead:
    """Organisations by a head noun and the capitalised words before and after it."""

    name = "organisations_by_head_noun"
    kind = "organisation"
    description = (
        "A head noun (Ministry, Bank, Committee …) with the capitalised words before it, or after of, for, on."
    )
    words: Mapping[str, Lexicon] = {
        "head": HEADS,
        "place": PLACES,
        "organisation": ORGANISATIONS,
        "given": GIVEN_NAMES,
    }
    yes: Mapping[str, object] = {
        "the Chinese Education Ministry said": Organisation("Chinese Education Ministry", None, ActorKind.MINISTRY),
        "a Committee on Trade and Development": Organisation(
            "Committee on Trade and Development", None, ActorKind.IGO_ORGAN
        ),
        "of Johns Hopkins University in": Organisation("Johns Hopkins University", None, ActorKind.NGO),
        "the Ministry of Investment, Trade and Industry": Organisation(
            "Ministry of Investment, Trade and Industry", None, ActorKind.MINISTRY
        ),
        "the Special Tribunal for Lebanon": Organisation("Special Tribunal for Lebanon", None, ActorKind.JUDICIARY),
        "the Official Creditor Committee": Organisation("Official Creditor Committee", None, ActorKind.IGO_ORGAN),
        "the Bureau of the Republic of Sri Lanka": Organisation(
            "Bureau of the Republic of Sri Lanka", None, ActorKind.MINISTRY
        ),
        "Peru's National Statistics Bureau": Organisation("National Statistics Bureau", None, ActorKind.MINISTRY),
        "the Panama Canal Authority": Organisation("Panama Canal Authority", None, ActorKind.MINISTRY),
        "with the ASEAN-Peru Development Partnership Committee": Organisation(
            "ASEAN-Peru Development Partnership Committee", None, ActorKind.IGO_ORGAN
        ),
    }
    no = (
        "The Committee met",
        "In Court on Monday",
        "the Bank Street station",
        "Armed Forces Day",
        "a Police Station",
        "Minister of Foreign Affairs Zelka L.P. Qorvul",
        "the Heads of State and Government of ASEAN met",
    )

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the organisations that a head noun names."""
        text, likely = document.text, Confidence.LIKELY
        for start, end, organisation in document.hits(BY_HEAD):
            assert isinstance(organisation, Organisation)  # what the grammar makes
            if text.endswith(_HEADED, 0, start) and text.startswith("Government of", start):
                continue  # "the Heads of State and Government of ASEAN"
            yield Mention.at(start, end, "organisation", text[start:end], organisation, self.name, likely)


# The forms of companies, after the name: "Corp." keeps its full stop.
_LEGAL = (
    " Corp.",
    " Corp",
    " Inc.",
    " Inc",
    " Ltd.",
    " Ltd",
    " Co.",
    " PLC",
    " plc",
    " AG",
    " SA",
    " Bhd",
    " NV",
    " SpA",
)
_HEADED = ("State and ", "State or ", "State and of ", "Heads of ")
_LEGAL_BEGINS = frozenset(form[:2] for form in _LEGAL)


def _with_form(text: str, end: int) -> int:
    """Where the name of a company ends with its legal form."""
    form = next((form for form in _LEGAL if text.startswith(form, end)), "")
    stop = end + len(form)
    return end if text[stop : stop + 1].isalnum() else stop


def _named_after(document: Document, start: int) -> bool:
    """Whether a single word of the table is the family name of a person: "Robert Wagner"."""
    text = document.text
    if start < 2 or text[start - 1] != " ":
        return False
    stop = start - 2 if text[start - 2] == "." else start - 1
    first = word_start(text, stop)
    word = text[first:stop]
    if not word[:1].isupper():
        return False
    if word in _PERSONAL:
        return True
    hit = hit_at(document, GIVEN_NAMES, first)
    return hit is not None and hit.end == start - 1 and not is_place(document, first)


def _half(document: Document, start: int) -> bool:
    """Whether a word of the table is the second half of a double name: "Itar-Tass"."""
    text = document.text
    if text[start - 1 : start] != "-" or not text[start - 2 : start - 1].islower():
        return False
    if start - 1 in document.ending(ORGANISATIONS):
        return False  # "African Union-United Nations"
    first = word_start(text, start - 1, " -")
    return text[first].isupper() and not is_place(document, first) and hit_at(document, ORGANISATIONS, first) is None


@cache
def _a_venue() -> re.Pattern[str]:
    """What makes the palace after it a building: "at the", "at Lima's"."""
    return re.compile(
        r"\b(?<!sources )(?<!officials )(?:at|in|inside|outside|near|from|to) (?:the )?(?:[\w-]+'s (?:the )?)?$"
    )


# --- hook ------------------------------------------------------------------------------------------------------


@hookimpl
def extractors() -> list[object]:
    """The extractors of organisations."""
    return [
        Table(),
        DatelineAgency(),
        NamedByHead(),
        DefinedAcronym(),
        NamedByNeighbour(),
        ActingLetters(),
        ShortNames(),
        ForeignNames(),
        Clubs(),
    ]
