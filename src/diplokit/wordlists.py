"""The lexicons that come with diplokit, each read from its table when a document first needs it.

Extractors of any plugin may use them in their `words`, and plugins may add words by offering a lexicon
of the same name. Every meaning is the value of a mention, or a small record of facts about the word.
"""

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from .lexicon import Lexicon
from .tables import settings, table
from .values import Organisation, Place
from .vocabulary import Role


@frozen
class PlaceWord:
    """What a word of the table of places can mean.

    Attributes:
        places: One, or several where the table gives the name more than one meaning; each by its canonical name
            ("Malaysia" for "Malaysian", "United Kingdom" for "UK").
        rank: `capital`, `seat` (of an organisation or a province), `large` (a city by size only), `abbrev`, `ambiguous`
            (also a common word or a name of persons) or nothing.
    """

    places: tuple[Place, ...]
    rank: str = ""


@frozen
class OrganisationWord:
    """A name of an organisation in the table.

    Attributes:
        organisation: The organisation, by its full name.
        members: ISO 3166-1 alpha-3 codes of its members.
        short: Whether the word is the acronym or another name than the full one.
    """

    organisation: Organisation
    members: tuple[str, ...] = ()
    short: bool = False


@frozen
class HonorificWord:
    """A honorific of the table: its canonical form, its culture, and where it stands (`before`, `after`)."""

    form: str
    culture: str
    position: str


@frozen
class OfficeWord:
    """A word or phrase that makes an office of the words around it ("minister", "secretary-general").

    Attributes:
        role: What the office makes of its holder, unless the words beside it say otherwise.
        takes: What may stand beside it: `state`, `portfolio`, `body` (an organisation), `post` (where one is sent).
        alone: Whether it is an office by itself, in lower case too.
    """

    role: Role
    takes: tuple[str, ...] = ()
    alone: bool = False


def _places(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    rows: dict[str, list[dict[str, str]]] = {}
    for row in table("en/places.tsv"):
        rows.setdefault(row["name"], []).append(row)
    words: dict[str, object] = {}
    for name, same in rows.items():
        # A short, former or accentless name, an abbreviation or a demonym carries the canonical name beside it.
        places = tuple(Place(row["canonical"] or name, row["code"] or None, row["kind"], row["form"]) for row in same)
        words[name] = PlaceWord(places, next((row["rank"] for row in same if row["rank"]), ""))
    return words


def _organisations(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    words: dict[str, object] = {}
    short: dict[str, object] = {}
    for row in table("en/organisations.tsv"):
        organisation = Organisation(row["name"], row["acronym"] or None, row["kind"])
        members = tuple(row["members"].split())
        words[row["name"]] = OrganisationWord(organisation, members)
        for other in [row["acronym"], *row["aliases"].split("|")]:
            if other:
                short.setdefault(other, OrganisationWord(organisation, members, True))
    return short | words


def _honorifics(locale: str) -> Mapping[str, object]:
    return {row["form"]: HonorificWord(row["canonical"], row["culture"], row["position"]) for row in table("en/honorifics.tsv")}


def _offices(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    words: dict[str, object] = {}
    for row in settings("en/offices.toml")["heads"]:
        office = OfficeWord(Role(row["role"]), tuple(row["takes"]), row["alone"])
        words |= dict.fromkeys(row["words"], office)
    return words


def _names(file: str) -> Mapping[str, object]:
    return {row["name"]: row["name"] for row in table(file)}


PLACES = Lexicon("places", cache(_places), cased=True)
"""States, territories, cities and regions with their demonyms: `PlaceWord`."""

ORGANISATIONS = Lexicon("organisations", cache(_organisations), cased=True)
"""Organisations with their acronyms and members: `OrganisationWord`."""

HONORIFICS = Lexicon("honorifics", cache(_honorifics), cased=True)
"""Words of honour before and after names: `HonorificWord`."""

OFFICES = Lexicon("offices", cache(_offices))
"""The heads of offices: `OfficeWord`; what may stand around them is in `en/offices.toml`."""

GIVEN_NAMES = Lexicon("given names", lambda locale: _names("root/given_names.tsv"), cased=True)
"""Given names of the world; the meaning is the name."""

FAMILY_NAMES = Lexicon("family names", lambda locale: _names("root/family_names.tsv"), cased=True)
"""Family names of the world; the meaning is the name."""
