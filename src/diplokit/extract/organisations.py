"""Organisations: by the table, and by the grammar of their names.

Reads the table of organisations (`en/organisations.tsv`) and the tables of heads and topics. A name is a head noun
with capitalised words before it ("Chinese Education Ministry", "Johns Hopkins University") or after a preposition
("Bank of England", "Committee on Trade and Development").
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Lexicon, Mention, Organisation, Span, hookimpl
from diplokit.vocabulary import ActorKind, Confidence
from diplokit.wordlists import GIVEN_NAMES, ORGANISATIONS, PLACES, OrganisationWord

from .acronyms import DefinedAcronym
from .organisation_cues import ActingLetters, NamedByNeighbour
from .organisation_grammar import BY_HEAD, hit_at, is_place
from .organisation_words import HEADS

# --- words -----------------------------------------------------------------------------------------------------

_PERSONAL = frozenset("Mr Mrs Ms Miss Dr Sir Lord Lady Justice Judge Senator".split())
_MEMBERS_OF = frozenset(
    "leader leaders chairman chief president spokesman spokeswoman spokesperson official officials member members rebels fighters "
    "guerrillas militants headquarters director executive candidate party supporters commander lawmaker lawmakers statement".split()
)


# --- rules -----------------------------------------------------------------------------------------------------


class Table:
    """Organisations of the table, by full name, other name or acronym."""

    name = "organisations of the table"
    kind = "organisation"
    description = "An organisation of the table, by its name, its acronym or another name."
    words: Mapping[str, Lexicon] = {"organisation": ORGANISATIONS, "given": GIVEN_NAMES}
    yes: Mapping[str, object] = {
        "a report of the WHO": Organisation("World Health Organization", "WHO", ActorKind.IGO),
        "members of Asean": Organisation("Association of Southeast Asian Nations", "ASEAN", ActorKind.IGO),
    }
    no = ("who said so", "Robert Wagner sings")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the organisations of the table in a document."""
        hits = document.hits(ORGANISATIONS)
        sure: set[str] | None = None
        for hit in hits:
            start, end, word = hit
            if not isinstance(word, OrganisationWord):
                continue
            confidence = Confidence.CERTAIN
            if word.doubtful:
                if sure is None:
                    sure = {w.organisation.name for _, _, w in hits if isinstance(w, OrganisationWord) and not w.doubtful}
                if word.organisation.name not in sure and not _acts(document, end):
                    continue
                confidence = Confidence.LIKELY
            elif _named_after(document, start, end):
                continue
            span = Span(start, end)
            yield Mention("organisation", span, document[span], word.organisation, self.name, confidence)


class NamedByHead:
    """Organisations by a head noun and the capitalised words before and after it."""

    name = "organisations by head noun"
    kind = "organisation"
    description = "A head noun (Ministry, Bank, Committee …) with the capitalised words before it, or after of, for, on."
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
    )

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the organisations that a head noun names."""
        for start, end, organisation in document.hits(BY_HEAD):
            assert isinstance(organisation, Organisation)
            span = Span(start, end)
            yield Mention("organisation", span, document[span], organisation, self.name, Confidence.LIKELY)


def _named_after(document: Document, start: int, end: int) -> bool:
    """Whether a single word of the table is the family name of a person: "Robert Wagner"."""
    text = document.text
    if start < 2 or text[start - 1] != " " or " " in text[start:end] or text[start:end].isupper():
        return False
    stop = start - 2 if text[start - 2] == "." else start - 1
    first = text.rfind(" ", max(0, stop - 20), stop) + 1
    word = text[first:stop]
    if not word[:1].isupper():
        return False
    if word in _PERSONAL:
        return True
    hit = hit_at(document, GIVEN_NAMES, first)
    return hit is not None and hit.end == start - 1 and not is_place(document, first)


def _acts(document: Document, end: int) -> bool:
    """Whether the word after a name is one that stands after organisations: a leader, a spokesman, fighters."""
    match = _following().match(document.folded, end)
    return match is not None and match[1] in _MEMBERS_OF


@cache
def _following() -> re.Pattern[str]:
    return re.compile(r" ([a-z]+)")


# --- hook ------------------------------------------------------------------------------------------------------


@hookimpl
def extractors() -> list[object]:
    """The extractors of organisations."""
    return [Table(), NamedByHead(), DefinedAcronym(), NamedByNeighbour(), ActingLetters()]
