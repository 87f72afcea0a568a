"""Whom a name means: places that act, organisations under all their names, persons by any part of their names."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from diplokit import Document, Mention, Organisation, Place
from diplokit.vocabulary import ActorKind, Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import PLACES, PlaceWord

from .cast import Cast, Member, tokens

_KINDS = {PlaceKind.STATE: ActorKind.STATE, PlaceKind.TERRITORY: ActorKind.TERRITORY}
_MINISTRY = frozenset("ministry department office bureau".split())
_LITTLE = frozenset("of the for and on".split())


def name_places(cast: Cast, places: Iterable[Mention[Place]]) -> dict[int, Member]:
    """Make members of the states and territories; cities and regions act only where a later rule says so.

    Returns:
        The member that each state or territory means, by the start of the mention.
    """
    meant: dict[int, Member] = {}
    called: dict[str, dict[str, int]] = {}
    for mention in places:
        place = mention.value
        kind = _KINDS.get(place.type)
        if kind is None or place.code is None:
            continue
        member = cast.by_code.get(place.code)
        if member is None:
            member = cast.add(Member(kind, place.name, place.code))
        names = called.setdefault(place.code, {})
        names[place.name] = names.get(place.name, 0) + 1
        noun = place.form is PlaceForm.NOUN
        if noun and mention.text not in member.aliases:
            member.aliases[mention.text] = None
        member.mean(mention.span.start, mention.span.end, "name" if noun else "demonym")
        meant[mention.span.start] = member
    for code, names in called.items():
        cast.by_code[code].name = max(names, key=lambda name: names[name])
    return meant


def name_capitals(document: Document, cast: Cast, places: Iterable[Mention[Place]]) -> dict[int, Member]:
    """Find the capitals that act: "Beijing said" means the state, or its government where only the capital is named.

    Returns:
        The member that each such capital means, by the start of the mention.
    """
    meant: dict[int, Member] = {}
    governments: dict[str, Member] = {}
    capitals = _capitals(document.locale)
    for mention in places:
        if mention.value.type is not PlaceKind.CITY or mention.text not in capitals:
            continue
        start, end = mention.span.start, mention.span.end
        if not _acting().match(document.folded, end, end + 80):
            continue
        before = document.folded[max(0, start - 12) : start].split()[-1:]
        if before and before[0] in _LEADING_TO:
            continue
        member = cast.by_code.get(mention.value.code or "") or governments.get(mention.text)
        if member is None:
            member = governments[mention.text] = cast.add(
                Member(ActorKind.GOVERNMENT, mention.text, confidence=Confidence.LIKELY)
            )
        member.aliases[mention.text] = None
        member.mean(start, end, "capital")
        meant[start] = member
    return meant


_OF_A_STATE = frozenset(
    (
        ActorKind.GOVERNMENT,
        ActorKind.MINISTRY,
        ActorKind.LEGISLATURE,
        ActorKind.JUDICIARY,
        ActorKind.MILITARY,
        ActorKind.MISSION,
    )
)


def name_states_within(
    document: Document, cast: Cast, organisations: Iterable[Mention[Organisation]], meant: Mapping[int, Member]
) -> dict[int, Member]:
    """Make members of the states whose governments, ministries, parliaments … are named: "the UAE Cabinet".

    Returns:
        The state of each such body, by the `id()` of the member.
    """
    states: dict[int, Member] = {}
    hits = document.hits(PLACES)
    at = 0
    for mention in organisations:
        body = meant[mention.span.start]
        if body.kind not in _OF_A_STATE:
            continue
        while at < len(hits) and hits[at].start < mention.span.start:
            at += 1
        near = at
        while near < len(hits) and hits[near].end <= mention.span.end:
            start, end, word = hits[near]
            near += 1
            places = word.places if isinstance(word, PlaceWord) and word.rank != "ambiguous" else ()
            if len(places) != 1 or places[0].code is None or places[0].type not in _KINDS:
                continue
            place = places[0]
            member = cast.by_code.get(place.code or "")
            if member is None:
                member = cast.add(Member(_KINDS[place.type], place.name, place.code))
            member.mean(start, end, "part of a name")
            states.setdefault(id(body), member)
    return states


_LEADING_TO = frozenset("in at from to of near into via for with by around outside mayor city downtown central".split())


_SEATS = frozenset(
    ("Bonn", "The Hague", "Rangoon", "Yangon", "Alma-Ata", "Lagos", "Tel Aviv", "La Paz", "Peking", "Saigon")
)
"""Cities from which states are or were governed, though the table does not call them capitals."""


@cache
def _capitals(locale: str) -> frozenset[str]:
    words = PLACES.in_locale(locale).items()
    capitals = {word for word, meaning in words if isinstance(meaning, PlaceWord) and meaning.rank == "capital"}
    return frozenset(capitals) | _SEATS


@cache
def _acting() -> re.Pattern[str]:
    """What follows one who acts, in folded text."""
    verbs = (
        "said says agreed agrees wants hopes believes insists insisted denies denied accused accuses rejected rejects warned "
        "warns urged urges called calls demanded demands condemned condemns welcomed welcomes expressed announced pledged "
        "offered proposed proposes signed imposed imposes expelled summoned recognised recognized recognises recognizes "
        "considers sees seeks sought plans intends vowed refused refuses responded reiterated reaffirmed supports "
        "supported backs backed opposes opposed maintains claims claimed fears stressed told asked promised threatened "
        "remains regards views argues argued criticised criticized blamed blames protested retaliated confirmed lodged "
        "recalled restored severed ratified expects expected acknowledged appealed cut broke dismissed downgraded"
    ).split()
    base = (
        "say agree insist deny reject warn urge call demand condemn welcome express announce pledge offer propose sign "
        "impose expel summon recognise recognize consider seek plan intend refuse respond reaffirm support back oppose "
        "host double expand boost increase open send provide continue join work cooperate ratify lift withdraw resume restore grant help accept take hold"
    ).split()
    return re.compile(
        rf"(?:,\s[^,.;]{{1,50}},)?\s(?:(?:has|have|had|also|now|again|repeatedly|already|officially|formally)\s)*"
        rf"(?:(?:{'|'.join(verbs)})\b|(?:will|would|did|does|must|may|could)\s(?:not\s|also\s|never\s)?(?:{'|'.join(base)})\b)"
    )


def name_organisations(
    cast: Cast, organisations: Iterable[Mention[Organisation]], states: Mapping[tuple[str, ...], object]
) -> dict[int, Member]:
    """Make members of the organisations, one of all names that mean the same.

    Args:
        cast: Where the members go.
        organisations: The mentions.
        states: The words of names and demonyms of the states of the document, which may stand before a name.

    Returns:
        The member that each mention means, by its start.
    """
    meant: dict[int, Member] = {}
    known: dict[tuple[str, ...], Member] = {}
    for mention in organisations:
        value = mention.value
        names = [tokens(value.name), tokens(mention.text)]
        if value.acronym:
            names.append(tokens(value.acronym))
        names = [name for name in names if name]
        keys = [key for name in names for key in _keys(name, states)]
        member = next((known[key] for key in keys if key in known), None)
        if member is None:
            member = cast.add(Member(value.actor, value.name))
        rule = "name"
        if value.acronym:
            member.acronym = member.acronym or value.acronym
            rule = "acronym" if mention.text == value.acronym else "name"
        for name in (mention.text, value.name):
            if len(name) > len(member.name) and name != member.acronym:
                member.aliases[member.name] = None
                member.name = name
            if name != member.name:
                member.aliases[name] = None
        for key in keys:
            known.setdefault(key, member)
        member.mean(mention.span.start, mention.span.end, rule)
        meant[mention.span.start] = member
    return meant


def _keys(name: tuple[str, ...], states: Mapping[tuple[str, ...], object]) -> list[tuple[str, ...]]:
    """The keys under which an organisation is known: its name, without its state, and a ministry in any order."""
    keys = [name]
    bare = name
    for size in (1, 2, 3):
        if len(name) > size + 1 and name[:size] in states:
            bare = name[size:]
            break
        if len(name) > size + 2 and name[-size:] in states and name[-size - 1] in ("of", "the"):
            bare = name[: -size - 1]
    if bare is not name and bare:
        keys.append(bare)
    if _MINISTRY & set(bare):
        head = next(word for word in bare if word in _MINISTRY)
        rest = tuple(sorted({"foreign" if w in ("affairs", "external") else w for w in bare} - _MINISTRY - _LITTLE))
        if rest:
            keys.append((head, "*", *rest))
    return keys
