"""The lexicons that come with diplokit, each read from its table when a document first needs it.

Extractors of any plugin may use them in their `words`, and plugins may add words by offering a lexicon
of the same name. Every meaning is the value of a mention, or a small record of facts about the word.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import repeat

from attrs import evolve, frozen

from .lexicon import Lexicon
from .making import many
from .tables import column, columns, settings, table
from .values import Organisation, Place
from .vocabulary import ActorKind, PlaceForm, PlaceKind, Role


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
        of: What it belongs to: the code of a state, or the acronym of another organisation.
        doubtful: Whether the word means other things too, so that the text must give evidence ("CBI", "Solidarity").
        rivals: What else the same letters stand for ("AFP" for an agency, a police and an army).
    """

    organisation: Organisation
    members: tuple[str, ...] = ()
    short: bool = False
    of: str = ""
    doubtful: bool = False
    rivals: tuple["OrganisationWord", ...] = ()


@frozen
class HonorificWord:
    """A honorific of the table.

    Attributes:
        form: The canonical form.
        culture: Where it is used.
        position: Where it stands, `before` or `after` the name.
        gender: `m`, `f` or nothing: what it tells of who bears it.
        sure: Whether it is hardly ever anything but a honorific.
        in_names: Whether it is also a part of names ("Syed Saddiq").
    """

    form: str
    culture: str
    position: str
    gender: str = ""
    sure: bool = True
    in_names: bool = False


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
    names, codes, kinds, forms, ranks, canonical = columns("en/places.tsv")
    places = many(  # cells of thousands of rows, strings and members of closed lists: checks would find nothing
        Place,
        # A short, former or accentless name, an abbreviation or a demonym carries the canonical name beside it.
        [one or name for one, name in zip(canonical, names, strict=True)],
        [code or None for code in codes],
        map({kind.value: kind for kind in PlaceKind}.__getitem__, kinds),
        map({form.value: form for form in PlaceForm}.__getitem__, forms),
    )
    words = dict(zip(names, many(PlaceWord, zip(places, strict=True), ranks), strict=True))
    if len(words) < len(names):  # some have several rows
        for name in [name for name, rows in Counter(names).items() if rows > 1]:
            same = [at for at, other in enumerate(names) if other == name]
            rank = next((ranks[at] for at in same if ranks[at]), "")
            words[name] = PlaceWord(tuple([places[at] for at in same]), rank)
    return words


def _pronounced(acronym: str) -> bool:
    """Whether newspapers write an acronym like a word: "Nato", "Asean"."""
    a_word = ("PACE", "SHAPE", "ITER")
    vowels = sum(letter in "AEIOU" for letter in acronym)
    return len(acronym) > 3 and acronym.isupper() and acronym.isalpha() and vowels > 1 and acronym not in a_word


def _organisations(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    names, acronyms, kinds, codes, aliases, owners, notes = columns("en/organisations.tsv")
    organisations = many(
        Organisation,
        names,
        [acronym or None for acronym in acronyms],
        map({kind.value: kind for kind in ActorKind}.__getitem__, kinds),
    )
    members = [tuple(some.split()) if some else () for some in codes]
    in_full = many(
        OrganisationWord,
        organisations,
        members,
        repeat(False),
        owners,
        map("ambiguous".__eq__, notes),
        repeat(()),
    )
    meanings: dict[str, list[OrganisationWord]] = {}
    for at, (acronym, other_names) in enumerate(zip(acronyms, aliases, strict=True)):
        if not (acronym or other_names):
            continue  # most of them
        weak = notes[at] == "weak acronym"
        others = [(acronym, weak), *((other, False) for other in other_names.split("|"))]
        if kinds[at] in ("igo", "igo_organ", "grouping") and not weak and _pronounced(acronym):
            others.append((acronym.capitalize(), False))
        for other, doubtful in others:
            if other:
                word = OrganisationWord(organisations[at], members[at], True, owners[at], doubtful)
                meanings.setdefault(other, []).append(word)
    short: dict[str, object] = {}
    for other, same in meanings.items():
        first, *rivals = sorted(same, key=lambda word: word.doubtful)
        short[other] = evolve(first, rivals=tuple(rivals)) if rivals else first
    return short | dict(zip(names, in_full, strict=True))


def _honorifics(locale: str) -> Mapping[str, object]:
    return {
        row["form"]: HonorificWord(
            row["canonical"],
            row["culture"],
            row["position"],
            row["gender"],
            "ambiguous" not in row["note"],
            "also a name" in row["note"],
        )
        for row in table("en/honorifics.tsv")
    }


def _offices(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    words: dict[str, object] = {}
    for row in settings("en/offices.toml")["heads"]:
        office = OfficeWord(Role(row["role"]), tuple(row["takes"]), row["alone"])
        words |= dict.fromkeys(row["words"], office)
    return words


def _names(file: str) -> Mapping[str, object]:
    return {name: name for name in column(file)}


PLACES = Lexicon("places", cache(_places), cased=True)
"""States, territories, cities and regions with their demonyms: `PlaceWord`."""

ORGANISATIONS = Lexicon("organisations", cache(_organisations), cased=True)
"""Organisations with their acronyms and members: `OrganisationWord`."""

HONORIFICS = Lexicon("honorifics", cache(_honorifics), cased=True)
"""Words of honour before and after names: `HonorificWord`."""

OFFICES = Lexicon("offices", cache(_offices))
"""The heads of offices: `OfficeWord`; what may stand around them is in `en/offices.toml`."""

GIVEN_NAMES = Lexicon("given names", lambda _: _names("root/given_names.tsv"), cased=True)
"""Given names of the world; the meaning is the name."""

FAMILY_NAMES = Lexicon("family names", lambda _: _names("root/family_names.tsv"), cased=True)
"""Family names of the world; the meaning is the name."""
