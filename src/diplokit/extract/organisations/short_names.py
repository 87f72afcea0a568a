"""Short names of bodies that a text names in full: "Cocoaland" after "Cocoaland Holdings Bhd", "Boca" after "Boca Juniors".

The short name is what is left without the form of the company, or the first word that is neither a place nor an ordinary
word, or what stands in brackets after the full name: "Eng Teknologi Holdings Bhd (Eng Tek)".
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Lexicon, Mention, Organisation
from diplokit.extract.capital_runs import occurrences, word_start
from diplokit.tables import settings
from diplokit.vocabulary import ActorKind, Confidence
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES, OrganisationWord

from .acronyms import DEFINED
from .grammar import BY_HEAD
from .words import GENERIC, HEADS, OWNERS, STOP, THINGS, topics

# --- words -----------------------------------------------------------------------------------------------------

# The last words of names of companies that everyone leaves out.
_FORMS = frozenset(
    (
        "Bhd Berhad Ltd Limited PLC Plc plc Pcl PCL Corp Corporation Inc Incorporated Co Company AG SA NV BV AB ASA Oy Oyj "
        "SpA GmbH KG KGaA LLC LLP LP JSC OJSC PJSC CJSC OAO OOO ZAO PAO Tbk Sdn Pte Pty Pvt Ltda SAB SAE QPSC KSC Cos Bros "
        "Holdings Holding Group SE S.A A.S A/S S.p.A B.V N.V BHD KK SAS SARL"
    ).split()
)
# First words of names of bodies that mean many other things.
_MANY = frozenset(
    (
        "Catholic Orthodox Anglican Protestant Christian Muslim Islamic Islamist Jewish Hindu Buddhist Communist Socialist "
        "Democratic Republican Liberal Conservative Labour Labor Revolutionary Patriotic Royal Imperial Federal Special "
        "Supreme Golden Silver Red Blue White Black Green Standard Virgin Orange Premier Crystal Queens Rapid Athletic "
        "Racing Sporting Inter Real Sparta Dynamo Dinamo Lokomotiv Spartak Olympique Borussia Bayern Deportivo Atletico "
        "Olympic Radio Television Voice Press Daily Sunday Morning Evening Press Human Amnesty Reporters Doctors Friends "
        "Greater Lower Upper Northern Southern Eastern Western Pacific Atlantic Mediterranean Continental Oriental Trans "
        "First Second Third Fourth Union United General Central Popular Workers Peoples Farmers Rural Urban Maritime "
        "Tamil Zulu Maoist Marxist Leninist Zionist Sunni Shiite Nationalist Unionist Loyalist Separatist Saint San "
        "Hotel Hospital Bank Banco Banca Banque Air Grupo Groupe Gruppo Club Fundacion Universidad Universitas Instituto "
        "Institut Partido Parti Partai Partido Movimiento Frente Federal Municipal Media Alpha Beta Delta Omega Sigma"
    ).split()
)

_COMPANY = ActorKind.COMPANY
_NAMED_SHORT = frozenset((_COMPANY, ActorKind.NGO))

# --- rules -----------------------------------------------------------------------------------------------------


class ShortNames:
    """Short names of companies, clubs and other bodies, wherever they stand in a text that has the full name."""

    name = "short_names_of_bodies"
    kind = "organisation"
    description = "A short name of a company or club that the text names in full: Boca, where Boca Juniors stands."
    words: Mapping[str, Lexicon] = {
        "head": HEADS,
        "organisation": ORGANISATIONS,
        "place": PLACES,
        "given": GIVEN_NAMES,
        "family": FAMILY_NAMES,
    }
    yes: Mapping[str, object] = {
        "Zelkaland Holdings Bhd fell. Zelkaland denied it.": [Organisation("Zelkaland Holdings Bhd", None, "company")],
        "Qorvul Teknika Ltd (Qor Tek) said so. Qor Tek fell.": [
            Organisation("Qorvul Teknika Ltd", None, "company"),
            Organisation("Qorvul Teknika Ltd", None, "company"),
        ],
    }
    no = ("Zelkaland fell.", "Royal Zelka Ltd met the Royal family.", "Qorvul Ltd (Tuesday) said so.")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the short names of bodies that the document names in full."""
        bodies: dict[str, tuple[Organisation, Confidence]] = {}
        for start, end, body in _named_in_full(document):
            for form, confidence in _forms(document, start, end, body):
                bodies.setdefault(form, (body, confidence))
        if not bodies:
            return
        text = document.text
        for start, end, name in occurrences(document, bodies):
            if stands_alone(text, start, end):
                yield Mention.at(start, end, "organisation", name, bodies[name][0], self.name, bodies[name][1])


def _named_in_full(document: Document) -> Iterator[tuple[int, int, Organisation]]:
    """The bodies that may have a short name: companies, clubs, and those before a bracket."""
    text = document.text
    for start, end, body in document.hits(BY_HEAD):
        if body.actor is _COMPANY or text.startswith(" (", end):  # type: ignore[attr-defined]  # what the grammar makes
            yield start, end, body  # type: ignore[misc]
    for start, end, word in document.hits(ORGANISATIONS):
        if text.find(" ", start, end) > 0 and isinstance(word, OrganisationWord):
            if word.organisation.actor in _NAMED_SHORT:
                yield start, end, word.organisation


def _forms(document: Document, start: int, end: int, body: Organisation) -> Iterator[tuple[str, Confidence]]:
    """The short names of a body that stands in full between two offsets, and how sure they are."""
    text = document.text
    if text.startswith(" (", end) and (bracket := _bracket().match(text, end)) is not None:
        at = bracket.start(1)
        known = any(at in document.starting(lexicon) for lexicon in (PLACES, ORGANISATIONS, DEFINED, GIVEN_NAMES))
        if not known and (STOP | topics()).isdisjoint(bracket[1].split()):
            yield bracket[1], Confidence.CERTAIN
    company = body.actor is _COMPANY
    if not company and start not in document.starting(ORGANISATIONS):
        return
    words = text[start:end].split()
    count = len(words)
    while count > 1 and words[count - 1].rstrip(".,") in _FORMS:
        count -= 1
    if 1 < count < len(words) and "and" not in words[:count]:
        yield " ".join(words[:count]).rstrip(",."), Confidence.LIKELY
    if count > 3 and words[1] == "&":
        yield " ".join(words[:3]), Confidence.LIKELY
        return
    at = start
    for word in words[:count]:
        if at not in document.starting(PLACES):
            if len(words) > 1 and _tells(document, at, word):
                yield word, Confidence.LIKELY
            return
        if not company:
            return
        at = text.find(" ", at) + 1


def _tells(document: Document, start: int, word: str) -> bool:
    """Whether one word is enough to know a body by: no ordinary word, no name of persons."""
    return (
        len(word) > 3
        and word.isalpha()
        and word[1:].islower()
        and word not in _MANY
        and word not in ordinary()
        and f" {word.lower()}" not in document.text
        and start not in document.starting(GIVEN_NAMES)
        and start not in document.starting(FAMILY_NAMES)
        and not ((head := document.starting(HEADS).get(start)) is not None and head.end == start + len(word))
    )


@cache
def ordinary() -> frozenset[str]:
    """Words with a capital letter that are no name by themselves."""
    words = settings("en/ordinary_words.toml")["words"]
    return STOP | THINGS | GENERIC | topics() | frozenset(words.split()) | {word.capitalize() for word in OWNERS}


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r" \(([A-Z][A-Za-z&.]{1,11}(?: [A-Z][a-z]{1,12})?)\)")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a word is no part of a longer name."""
    if text[start - 1 : start] in ("-", ".", "@", "/"):
        return False
    if text[start - 1 : start] == " " and text[start - 2 : start - 1].isalnum():
        before = text[word_start(text, start - 1) : start - 1]
        if before[0].isupper() and before not in STOP and not before.rpartition("-")[2].islower():
            return False
    if text[end : end + 1] != " " or not (text[end + 1 : end + 2].isupper() or text[end + 1 : end + 2] == "&"):
        return True
    return text[end + 1 : text.find(" ", end + 1)] in STOP  # "Nazaha President Mazin"
