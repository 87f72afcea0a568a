"""Acronyms that a text defines, both ways, and every later and earlier use of them.

"Climate Action Data Trust (CAD Trust)", "SIAC (Singapore International Arbitration Centre)", "the World Trade
Organization, or WTO". The long form is an organisation that other knowledge finds there, or capitalised words whose
initials spell the acronym. What a text defines as an agreement or a measure is refused wherever it stands.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from diplokit import Document, Hit, Lexicon, Mention, Organisation, Refusal, Span
from diplokit.extract.capital_runs import occurrences, word_start
from diplokit.vocabulary import ActorKind, Confidence, PlaceForm
from diplokit.wordlists import ORGANISATIONS, PLACES, OrganisationWord, PlaceWord

from .acronym_letters import spelt_from, spelt_with_last_word
from .grammar import BY_HEAD
from .words import HEADS, STOP, THINGS, Head, topics

# --- words -----------------------------------------------------------------------------------------------------

_NOT_BODIES = THINGS | frozenset(
    (
        "Product Rate Price Fund Area Zone System Mechanism Facility Vehicle Vehicles Equipment Intelligence "
        "Technology Resources Enterprises Officer Officers Minister Secretary Director President Ambassador Products "
        "Index Sector Economy Community-Based Energy Gas Capita Standards Rights Persons People Investment "
        "Investments Trade Assistance Aid Change Development Understanding Ministers Leaders Officials Contributions "
        "Contribution Diligence Year Time Meeting Leaders Meetings Forum Economies States Person Persons Weapons "
        "Warfare Missile Missiles Test Tests Exam Examination Degree Syndrome Infection Tax Duty Line Lines "
        "Dam Dams Credit Credits Bond Bonds Review Reviews Pledge Package Protocols Minors Expo Things Pipeline"
    ).split()
)

# --- rules -----------------------------------------------------------------------------------------------------


class _Definition(NamedTuple):
    short: str
    value: Organisation | Refusal
    start: int
    end: int


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(
        r"\((?:or |hereinafter |the |formerly |also known as |[\"'\u201c\u2018])*([^()\n]{2,80}?)[\"'\u201d\u2019]?\)"
    )


@cache
def _short_form() -> re.Pattern[str]:
    return re.compile(r"[A-Z][A-Za-z0-9&.]{1,11}(?:-\d{1,2})?(?: [A-Z][A-Za-z]{2,12})?")


_OR = (", or ", " or ", ", know", " know", ", abbr")  # what such a form begins with


@cache
def _or_form() -> re.Pattern[str]:
    return re.compile(
        r",? (?:or|known as|known by its acronym|abbreviated as) (?:the )?([A-Z][A-Za-z0-9-]{0,7}[A-Z])(?![\w-])"
    )


class _Defined:
    """The definitions of a text, and where else its acronyms stand, remembered by the document."""

    name = "defined acronyms, found"

    def find(self, document: Document, /) -> Sequence[Hit]:
        definitions: dict[str, Organisation | Refusal] = {}
        found: list[Hit] = []
        for definition in _definitions(document):
            definitions.setdefault(definition.short, definition.value)
            if definition.start < definition.end and isinstance(definition.value, Organisation):
                found.append(Hit(definition.start, definition.end, definition.value))
        if not definitions:
            return found
        for start, end, short in occurrences(document, definitions):
            found.append(Hit(start, end, definitions[short]))
        found.sort(key=lambda hit: (hit.start, -hit.end))
        return [hit for at, hit in enumerate(found) if not at or hit != found[at - 1]]


DEFINED = _Defined()


def _definitions(document: Document) -> Iterator[_Definition]:
    text = document.text
    if "(" in text:
        for match in _bracket().finditer(text):
            inner = match[1].partition(",")[0].partition(";")[0].strip()
            end = match.start()
            while end and text[end - 1] in " \n":
                end -= 1
            if _short_form().fullmatch(inner):
                found = _long_form_around(document, end, match.end(), inner) or _long_form_before(document, end, inner)
            else:
                found = _long_form_inside(document, match.start(1), match.end(1), end)
            if found is not None:
                yield found
    for bodies in (document.hits(BY_HEAD), document.hits(ORGANISATIONS)):
        for start, end, body in bodies:
            if text.startswith(_OR, end) and (other := _or_form().match(text, end)) is not None:
                value = body.organisation if isinstance(body, OrganisationWord) else body
                if isinstance(value, Organisation) and spelt_from(text[start:end], other[1]) is not None:
                    yield _Definition(other[1], _named(value, other[1]), start, start)


_UNDER_ANOTHER = ("occupied ", "administered ", "controlled ", "annexed ")
"""Before a territory: "Indian Illegally Occupied Jammu and Kashmir (IIOJK)"."""


def _long_form_before(document: Document, end: int, short: str) -> _Definition | None:
    """The long form that ends where a bracket with a short form opens."""
    text = document.text
    word = sum(map(str.isupper, short)) < 2  # "Mofcom" is read as letters only after the name of a body
    known = document.ending(ORGANISATIONS).get(end)
    by_head = document.ending(BY_HEAD).get(end)
    if word and known is None and (by_head is None or len(short) < 4):
        return None
    sentence = document.sentence_at(end - 1) if end else Span(0, 1)
    begin = max(sentence.start, end - 160)
    spelt = spelt_with_last_word(text[begin:end], short)
    place = document.ending(PLACES).get(end)
    if (
        place is not None
        and isinstance(place.meaning, PlaceWord)
        and place.meaning.places[0].form is PlaceForm.NOUN
        and spelt is not None
        and (begin + spelt == place.start or document.folded.endswith(_UNDER_ANOTHER, begin, place.start))
    ):
        return None  # "Central African Republic (CAR)" is for those who look for places
    if known is not None and isinstance(known.meaning, OrganisationWord) and short[0] != short[0].lower():
        organisation = known.meaning.organisation
        whole = by_head is None or by_head.start >= known.start  # not "National Development| Planning Commission"
        if (short.isupper() and (whole or spelt is None)) or organisation.acronym == short:
            return _Definition(short, _named(organisation, short), end, end)
    if word and (by_head is None or spelt is None or len(short) < 4):
        return None
    if spelt is not None:
        start = begin + spelt
        name = " ".join(text[start:end].split())
        if short[-1] == "s" == name[-1] and short[:-1].isupper():
            return _Definition(short, Refusal("the text defines it as a class of things"), end, end)  # "LDCs"
        if by_head is None and _is_a_thing(name):
            return _Definition(short, Refusal("the text defines it as something else than an organisation"), end, end)
        if by_head is not None and by_head.start <= start:
            start = by_head.start
            name = " ".join(text[start:end].split())
        if sum(word[:1].isupper() for word in name.split()) < 2 or name.split()[0] in STOP or not name[-1].isalnum():
            return None
        if by_head is None and not STOP.isdisjoint(name.split()):
            return None  # an office: "Senior Minister of State (SMS)"
        kind = by_head.meaning.actor if by_head is not None else _kind(document, start, end)  # type: ignore[attr-defined]
        return _Definition(short, Organisation(name, short, kind), start, end)
    if short.isupper() and short[0] == "M" and (spelt := spelt_from(text[begin:end], short[1:])) is not None:
        # "Minister of Communications and Information (MCI)" gives the acronym of the ministry.
        portfolio = " ".join(text[begin + spelt : end].split())
        if portfolio.split()[0] in topics() and text[begin : begin + spelt].endswith((" of ", " for ")):
            return _Definition(short, Organisation(f"Ministry of {portfolio}", short, ActorKind.MINISTRY), end, end)
    if by_head is not None and short.isupper() and len(short) > 2 and short.isalpha():
        # The acronym of the name in another language: "Doctors Without Borders (MSF)".
        return _Definition(short, _named(by_head.meaning, short), end, end)
    return None


def _long_form_around(document: Document, end: int, after: int, short: str) -> _Definition | None:
    """A long form that goes on after the bracket: "Climate Action Data (CAD) Trust"."""
    text = document.text
    head = document.starting(HEADS).get(after + 1)
    if head is None or text[after : after + 1] != " " or not isinstance(head.meaning, Head) or not head.meaning.before:
        return None
    if document.ending(HEADS).get(end) is not None:
        return None  # "Singapore Management University (SMU) School of Law"
    begin = max(0, end - 160)
    spelt = spelt_from(text[begin:end], short)
    if spelt is None:
        return None
    start, last = begin + spelt, text[head.start : head.end]
    name = f"{' '.join(text[start:end].split())} {last}"
    return _Definition(f"{short} {last}", Organisation(name, f"{short} {last}", head.meaning.kind), start, head.end)


def _long_form_inside(document: Document, start: int, end: int, before: int) -> _Definition | None:
    """A short form before a bracket that holds the long form: "SIAC (Singapore International Arbitration Centre)"."""
    text = document.text
    if text[before - 1 : before].islower():
        return None  # nearly always
    first = word_start(text, before, " \n")
    short = text[first:before].strip("(\"'\u201c\u2018")
    if not (2 < len(short) < 12 and short.isupper()):
        return None
    name = text[start:end].removeprefix("the ")
    offset = end - len(name)
    words = name.split()
    if len(words) < 2 or not words[0][:1].isupper() or spelt_from(name, short) != 0:
        return None
    name = " ".join(words)
    if _is_a_thing(name) and not any(_hit_within(document.hits(HEADS), offset, end)):
        return _Definition(short, Refusal("the text defines it as something else than an organisation"), end, end)
    return _Definition(short, Organisation(name, short, _kind(document, offset, end)), offset, end)


@cache
def _abstract() -> re.Pattern[str]:
    """Endings of nouns that name no body, as the last word of a long form without any head noun."""
    return re.compile(
        r".{2,}(?:tion|sion|ment|ity|ance|ence|ing|ness|ship|als|ary|ology|ics|ure|ism|ways|ies|ices|ities|ments|tions)"
    )


def _is_a_thing(name: str) -> bool:
    """Whether a long form names an agreement, a measure or a topic and not a body."""
    words = re.findall(r"[\w'\u2019-]+", name)
    if (
        words[-1] in _NOT_BODIES
        or words[-1] in topics()
        or words[-1].islower()
        or _abstract().fullmatch(words[-1].lower())
    ):
        return True
    # "Convention on Biological Diversity"
    return any(word in THINGS and after in ("on", "of", "for") for word, after in pairwise(words))


def _hit_within(hits: Sequence[Hit], start: int, end: int) -> Iterator[bool]:
    at = bisect_left(hits, (start,))
    while at < len(hits) and hits[at].end <= end:
        yield True
        at += 1


def _kind(document: Document, start: int, end: int) -> ActorKind:
    """The kind of the head noun in a name."""
    hits = document.hits(HEADS)
    at = bisect_left(hits, (start,))
    kinds = []
    while at < len(hits) and hits[at].end <= end:
        if isinstance(hits[at].meaning, Head):
            kinds.append(hits[at].meaning.kind)  # type: ignore[attr-defined]
        at += 1
    return ActorKind(kinds[-1]) if kinds else ActorKind.NGO


def _named(organisation: object, short: str) -> Organisation:
    assert isinstance(organisation, Organisation)
    return Organisation(organisation.name, organisation.acronym or short, organisation.actor)


class DefinedAcronym:
    """Acronyms that the text defines, wherever they stand in it."""

    name = "defined_acronyms"
    kind = "organisation"
    description = "An acronym that the text defines in brackets or after “or”, wherever it stands, with its long form."
    words: Mapping[str, Lexicon] = {"head": HEADS, "organisation": ORGANISATIONS, "place": PLACES}
    yes: Mapping[str, object] = {
        "the Kota Data Trust (KDT)": [
            Organisation("Kota Data Trust", "KDT", ActorKind.NGO),
            Organisation("Kota Data Trust", "KDT", ActorKind.NGO),
        ],
        "KDA (Kota Data Alliance)": [
            Organisation("Kota Data Alliance", "KDA", ActorKind.NGO),
            Organisation("Kota Data Alliance", "KDA", ActorKind.NGO),
        ],
    }
    no = ("a Free Trade Agreement (FTA)", "the meeting (held in Lima)", "Gross Domestic Product (GDP)")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation | Refusal]]:
        """Find what a document defines, and where it uses it."""
        text, certain = document.text, Confidence.CERTAIN
        for start, end, value in document.hits(DEFINED):
            yield Mention.at(start, end, "organisation", text[start:end], value, self.name, certain)  # type: ignore[arg-type]
