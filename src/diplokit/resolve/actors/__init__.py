"""Actors: one for every person, state, organisation and group of a document, with all places that mean it.

Reads the mentions of persons, titles, honorifics, places and organisations. Names are brought together first
(`naming`), then persons, with the offices that they hold (`named_persons`), then everything that points back is
followed to whom it means (`coreference`). Sources: the text alone; no table of persons is used.
"""

from operator import itemgetter

from diplokit import Actor, Lexicon, Reading, Resolver, Span, hookimpl, resolver

from .cast import Cast
from .coreference import Walk
from .home import Home
from .inherited_offices import Heirs
from .memory import Memory
from .named_persons import name_persons
from .naming import name_bodies
from .narrators import Narrators, introduced
from .offices import Owners
from .parties import Parties
from .pointers import Placed, pointers
from .pointing_words import FIRST_PERSON, POINTING, PRONOUNS, SECOND_PERSON, SEVERAL, first_persons
from .shared_offices import SHARED_OFFICES
from .speakers import Voices, quotations
from .titles_beside import beside_names
from .turns import turns_of
from .unresolved import take_unresolved

_START, _END = itemgetter(0), itemgetter(1)


@resolver(Actor)
def actors(reading: Reading) -> list[Actor]:
    """Bring together everything that means the same person, state or organisation."""
    document, mentions = reading.document, reading.mentions
    if not (mentions or document.hits(POINTING) or document.hits(SEVERAL)):
        return []
    cast = Cast()
    bodies = name_bodies(document, mentions, cast)
    owners = Owners(document, cast, bodies)
    around, alone = beside_names(document, mentions, bodies)
    who, names = name_persons(document, cast, bodies, owners, around, alone)
    names += bodies.named
    quotes = quotations(document.text)
    speaking = first_persons(document)
    first = [hit.start for hit in speaking]
    home = Home(document, cast, bodies, quotes, first)
    turns = turns_of(document, around, who)
    heirs = Heirs(document, cast, mentions, bodies, home)
    heirs.take(around)
    names, inside = _outermost(names)
    titles = [(title, owners.of(title, alone=True)[0]) for title in alone]
    found, taken = pointers(document, names, inside, titles, mentions.of("event"))
    parties = Parties(document, bodies)
    memory = Memory(document, names, quotes, parties)
    begins = {one.person.span.start: one.start for one in around}
    Walk(document, cast, home, bool(turns) or home.told, memory, begins, found).take()
    for start, end, _ in taken.without(parties.meetings()):
        for party in parties.formal:
            party.mean(Span(start, end), "collective")
    heirs.take(around, followed=True)  # again, since the walk has found whose some offices are
    if turns or speaking:
        told_by = introduced(document, first, bodies.mentions, bodies.meant) or parties.formal
        voices = Voices(document, Narrators(document, home, told_by, memory), turns, memory, quotes)
        voices.take(taken.without(speaking), taken.without(document.hits(SECOND_PERSON)) if turns else ())
    take_unresolved(document, cast, [*found, *taken.without(document.hits(SEVERAL))])
    return cast.actors()


def _outermost(names: list[Placed]) -> tuple[list[Placed], list[Placed]]:
    """The names that lie inside no other, and the others: in "Peru's President" Peru does not act."""
    names.sort(key=_END, reverse=True)
    names.sort(key=_START)
    outer: list[Placed] = []
    inside: list[Placed] = []
    reach = -1
    for name in names:
        _, end, _ = name
        if end > reach:
            reach = end
            outer.append(name)
        else:
            inside.append(name)
    return outer, inside


@hookimpl
def resolvers() -> list[Resolver[Actor]]:
    """The resolver of actors."""
    return [actors]


@hookimpl
def lexicons() -> list[Lexicon]:
    """The words that point back, so that they are found in the shared pass."""
    return [FIRST_PERSON, POINTING, PRONOUNS, SECOND_PERSON, SEVERAL, SHARED_OFFICES]
