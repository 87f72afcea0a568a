"""Actors: one for every person, state, organisation and group of a document, with all places that mean it.

Reads the mentions of persons, titles, honorifics, places and organisations. Names are brought together first
(`naming`), then offices are given to those who hold them (`offices`), then everything that points back is
followed to whom it means (`coreference`). Sources: the text alone; no table of persons is used.
"""

from collections.abc import Iterator
from functools import cache

from diplokit import Actor, Document, Lexicon, Reading, Resolver, hookimpl, resolver
from diplokit.tables import table

from .cast import Cast, Member, tokens
from .coreference import Walk, items_of
from .naming import Persons, name_capitals, name_organisations, name_places, name_states_within
from .offices import Borne, Heirs, Owners, beside_names, drop_ranks, hold
from .pointing_words import POINTING, is_first_person
from .speakers import Home, Voices, quotations, turns_of


_Placed = tuple[int, int, Member]


@cache
def _genders() -> dict[str, str]:
    """Of which gender the bearers of an honorific are, by its canonical form."""
    return {row["canonical"]: row["gender"] for row in table("en/honorifics.tsv") if row["gender"]}


@resolver(Actor)
def actors(reading: Reading) -> Iterator[Actor]:
    """Bring together everything that means the same person, state or organisation."""
    document, mentions = reading.document, reading.mentions
    cast = Cast()
    places = mentions.of("place")
    meant = name_places(cast, places)
    states = {tokens(place.text): None for place in places if place.span.start in meant}
    meant |= name_organisations(cast, mentions.of("organisation"), states)
    meant |= name_capitals(document, cast, places)
    within = name_states_within(document, cast, mentions.of("organisation"), meant)
    owners = Owners(document, cast, mentions, meant, within)
    around, alone = beside_names(document, mentions)
    names = [(m.span.start, m.span.end, meant[m.span.start]) for m in mentions.of("place", "organisation") if m.span.start in meant]
    persons = Persons(cast)
    who: dict[int, Member] = {}
    last: Member | None = None
    last_end = -1
    for one in around:
        one.titles.sort(key=lambda title: title.span.start)
        owned = owners.of_all(one)
        alone += [title for title in one.titles if not any(title is kept for kept, _, _ in owned)]
        gender = next((g for h in one.honorifics if (g := _genders().get(h.value.form))), None)
        member = persons.name(
            one.person,
            gender,
            frozenset(title.value.role for title in one.titles),
            next((of for _, of, _ in owned if of is not None), None),
            styled=one.start < one.person.span.start,
            known=last if _bracketed(document, last_end, one) else None,
        )
        last, last_end = member, one.person.span.end
        who[one.person.span.start] = member
        for honorific in one.honorifics:
            member.honorifics[honorific.value.form] = None
        for title, of, to in owned:
            end = one.ends.get(title.span.start, title.span.end)
            hold(member, title, of, to, document.text[title.span.end : end])
            member.mean(title.span.start, end, "office")
            names.append((title.span.start, end, member))
        names.append((one.person.span.start, one.person.span.end, member))
    first = [hit for hit in document.hits(POINTING) if is_first_person(document, hit)]
    quotes = quotations(document.text)
    homes, clear = Home(document, cast, mentions, meant, quotes, first).ranked()
    for member in cast.members:
        drop_ranks(member)
    home = homes[0] if homes else None
    turns = turns_of(document, around, who)
    walk = Walk(document, cast, homes, clear, bool(turns))
    walk.take(items_of(document, *_outermost(names), [(title, owners.of(title)[0]) for title in alone], quotes))
    Heirs(document, mentions, meant, home if clear else None, within).take(around, who)
    voices = Voices(document, home, turns, walk.meant, quotes)
    voices.take(walk.pointers)
    yield from cast.actors()


def _outermost(names: list[_Placed]) -> tuple[list[_Placed], list[_Placed]]:
    """The names that lie inside no other, and the others: in "Peru's President" Peru does not act."""
    outer: list[_Placed] = []
    inner: list[_Placed] = []
    for name in sorted(names, key=lambda name: (name[0], -name[1])):
        (inner if outer and name[1] <= outer[-1][1] else outer).append(name)
    return outer, inner


def _bracketed(document: Document, end: int, one: Borne) -> bool:
    """Whether a name stands in brackets behind another: "Joko Widodo (Jokowi)"."""
    start, stop = one.person.span.start, one.person.span.end
    return document.folded[end:start].strip() == "(" and document.folded.startswith(")", stop) and not one.titles


@hookimpl
def resolvers() -> list[Resolver[Actor]]:
    """The resolver of actors."""
    return [actors]


@hookimpl
def lexicons() -> list[Lexicon]:
    """The words that point back, so that they are found in the shared pass."""
    return [POINTING]
