"""Actors: one for every person, state, organisation and group of a document, with all places that mean it.

Reads the mentions of persons, titles, honorifics, places and organisations. Names are brought together first
(`naming`), then offices are given to those who hold them (`offices`), then everything that points back is
followed to whom it means (`coreference`). Sources: the text alone; no table of persons is used.
"""

from functools import cache
from itertools import accumulate, compress
from operator import gt, itemgetter, not_
from typing import Any

from diplokit import Actor, Document, Lexicon, Mention, Reading, Resolver, Span, Title, hookimpl, resolver
from diplokit.tables import table
from diplokit.vocabulary import Role

from .cast import Cast, Member
from .coreference import Walk
from .home import Home
from .inherited_offices import Heirs
from .memory import Memory
from .naming import Bodies, name_bodies
from .offices import Owners, drop_ranks, hold
from .person_names import Persons
from .pointers import Placed, pointers
from .pointing_words import POINTING, PRONOUNS, VOICES, first_persons, second_persons
from .shared_offices import SHARED_OFFICES, shared_offices
from .speakers import Voices, introduced, quotations, turns_of
from .titles_beside import Borne, beside_names

_START, _END = itemgetter(0), itemgetter(1)
_NO_ROLES: frozenset[Role] = frozenset()


def _begin(mention: Mention[Any]) -> int:
    return mention.span.start


@cache
def _genders() -> dict[str, str]:
    """Of which gender the bearers of an honorific are, by its canonical form."""
    return {row["canonical"]: row["gender"] for row in table("en/honorifics.tsv") if row["gender"]}


@resolver(Actor)
def actors(reading: Reading) -> list[Actor]:
    """Bring together everything that means the same person, state or organisation."""
    document, mentions = reading.document, reading.mentions
    cast = Cast()
    bodies = name_bodies(document, mentions, cast)
    owners = Owners(document, cast, bodies)
    around, alone = beside_names(document, mentions, bodies)
    who, names = _persons(document, cast, bodies, owners, around, alone)
    names += bodies.named
    quotes = quotations(document.text)
    speaking = first_persons(document)
    first = [start for start, _ in speaking]
    home = Home(document, cast, bodies, quotes, first)
    turns = turns_of(document, around, who)
    heirs = Heirs(document, cast, mentions, bodies, home)
    heirs.take(around, who)
    names, inside = _outermost(names)
    titles = [(title, owners.of(title, alone=True)[0]) for title in alone]
    found, taken = pointers(document, names, inside, titles, mentions.of("event"))
    memory = Memory(document, cast.members, names, quotes)
    begins = {one.person.span.start: one.start for one in around}
    homes, clear, *_ = home.ranked()
    Walk(document, cast, homes, clear, bool(turns) or home.told, memory, begins, found).take()
    heirs.take(around, who)  # again, since the walk has found whose some offices are
    if speaking:
        told_by = introduced(document, first, bodies.mentions, bodies.meant)
        voices = Voices(document, told_by or homes[:1], bool(told_by), turns, memory, quotes)
        voices.take(taken.without(speaking), taken.without(second_persons(document)) if turns else ())
    elif turns:
        Voices(document, (), False, turns, memory, quotes).take((), taken.without(second_persons(document)))
    return cast.actors()


def _persons(
    document: Document,
    cast: Cast,
    bodies: Bodies,
    owners: Owners,
    around: list[Borne],
    alone: list[Mention[Title]],
) -> tuple[dict[int, Member], list[Placed]]:
    """The persons by the start of the name, with what they hold; and every place that names one."""
    who: dict[int, Member] = {}
    names: list[Placed] = []
    persons = Persons(cast)
    shared: dict[int, list[tuple[Mention[Title], Member | None]]] = {}
    for start, title, of in shared_offices(document, around, bodies):
        shared.setdefault(start, []).append((title, of))
    last: Member | None = None
    last_end = -1
    for one in around:
        start, stop = one.person.span.start, one.person.span.end
        owned: list[tuple[Mention[Title], Member | None, Member | None]] = []
        if one.titles:
            if len(one.titles) > 1:
                one.titles.sort(key=_begin)
            owned = owners.of_all(one)
            if len(owned) < len(one.titles):
                alone += [title for title in one.titles if not any(title is kept for kept, _, _ in owned)]
        in_common = shared.get(start, ())
        roles, of = _NO_ROLES, None
        if owned or in_common:
            roles = frozenset([title.value.role for title, *_ in (*owned, *in_common)])
            of = next((of for _, of, *_ in (*owned, *in_common) if of is not None), None)
        gender = None
        for honorific in one.honorifics:
            gender = gender or _genders().get(honorific.value.form)
        member = persons.name(
            one.person,
            gender,
            roles,
            of,
            styled=one.start < start,
            known=last if document.folded.startswith(")", stop) and _bracketed(document, last_end, one) else None,
        )
        last, last_end = member, stop
        who[start] = member
        names.append((start, stop, member))
        for honorific in one.honorifics:
            member.honorifics[honorific.value.form] = None
        for title, of, to in owned:
            end = one.ends.get(title.span.start, title.span.end)
            hold(member, title, of, to, document.text[title.span.end : end])
            span = title.span
            member.mean(span if end == span.end else Span(span.start, end), "office")
            names.append((title.span.start, end, member))
        for title, of in in_common:
            hold(member, title, of, None)
    for member in cast.members:
        if len(member.offices) > 1:
            drop_ranks(member)
    return who, names


def _outermost(names: list[Placed]) -> tuple[list[Placed], list[Placed]]:
    """The names that lie inside no other, and the others: in "Peru's President" Peru does not act."""
    names.sort(key=_END, reverse=True)
    names.sort(key=_START)
    ends = list(map(_END, names))
    # Those that reach farther than all before them; without a loop, since there are many.
    outer = list(map(gt, ends, accumulate(ends, max, initial=-1)))
    return list(compress(names, outer)), list(compress(names, map(not_, outer)))


def _bracketed(document: Document, end: int, one: Borne) -> bool:
    """Whether a name stands in brackets behind another: "Joko Widodo (Jokowi)"."""
    start = one.person.span.start
    return document.folded[end:start].strip() == "(" and not one.titles


@hookimpl
def resolvers() -> list[Resolver[Actor]]:
    """The resolver of actors."""
    return [actors]


@hookimpl
def lexicons() -> list[Lexicon]:
    """The words that point back, so that they are found in the shared pass."""
    return [POINTING, PRONOUNS, SHARED_OFFICES, VOICES]
