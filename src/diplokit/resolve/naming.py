"""Whom a name means: places that act, organisations under all their names, persons by any part of their names."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

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
        start = mention.span.start
        member.places.append((start, mention.span.end, "name" if noun else "demonym"))
        member.last = start  # the mentions come in order
        meant[start] = member
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
        if not _acts(document, end):
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


def _acts(document: Document, end: int) -> bool:
    """Whether one whose name ends here acts, alone or with one more: "Rome said", "Rome and the EU have agreed"."""
    folded = document.folded
    if _acting().match(folded, end, end + 80):
        return True
    if not folded.startswith(" and ", end):
        return False
    other = end + (9 if folded.startswith("the ", end + 5) else 5)
    name = _NAME.match(document.text, other, other + 40)
    return name is not None and bool(_acting().match(folded, name.end(), name.end() + 80))


_NAME = re.compile(r"[^\W\d_a-z][\w.-]*(?: [^\W\d_a-z][\w.-]*)?")
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


_LEADING_TO = frozenset(
    "between in at from to of near into via for with by around outside mayor city downtown central".split()
)


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
        "put recalled restored severed ratified expects expected acknowledged appealed cut broke dismissed downgraded"
    ).split()
    base = (
        "say agree insist deny reject warn urge call demand condemn welcome express announce pledge offer propose sign "
        "impose expel summon recognise recognize consider seek plan intend refuse respond reaffirm support back oppose "
        "intervene interfere negotiate insist comply tolerate abandon give remain continue stand abide act "
        "pay buy sell supply deliver train withhold extend adopt abolish cut impose review respect honour honor implement "
        "host double expand boost increase open send provide continue join work cooperate ratify lift withdraw resume restore grant help accept take hold"
    ).split()
    return re.compile(
        rf"(?:,\s[^,.;]{{1,50}},)?\s(?:(?:has|have|had|also|now|again|repeatedly|already|officially|formally)\s)*"
        rf"(?:(?:{'|'.join(verbs)})\b|(?:will|would|did|does|must|may|could)\s(?:not\s|also\s|never\s)?(?:{'|'.join(base)})\b"
        r"|(?:stand|stands|stood)\s(?:ready|by|firm|with|behind|shoulder)\b"
        r"|(?:is|are|was|were)\s(?:also\s|now\s|not\s|still\s)?(?:ready|prepared|willing|unwilling|considering|committed|seeking|"
        r"planning|determined|keen|studying|pushing|pressing|weighing|reviewing|negotiating|calling|urging|asking)\b)"
    )


def name_organisations(
    document: Document, cast: Cast, organisations: Iterable[Mention[Organisation]], places: Iterable[Mention[Place]]
) -> dict[int, Member]:
    """Make members of the organisations, one of all names that mean the same.

    Two bodies of one name are two where the text gives them different states: "the Chinese Foreign Ministry" and
    "Japan's Foreign Ministry".

    Args:
        document: The document.
        cast: Where the members go.
        organisations: The mentions.
        places: The mentions of places, whose names and demonyms may stand before or in a name.

    Returns:
        The member that each mention means, by its start.
    """
    folded = document.folded
    places = [place for place in places if place.value.type in _KINDS]
    states = {tokens(place.text): place.value.code for place in places}
    owners = {place.span.end: place.value.code for place in places}
    meant: dict[int, Member] = {}
    known: dict[tuple[str, ...], list[Member]] = {}
    state_of: dict[int, str] = {}
    again: dict[tuple[str, str, str | None, str, str | None], Member] = {}
    for mention in organisations:
        value, start, text = mention.value, mention.span.start, mention.text
        owner = None
        if start > 3 and folded[start - 1] == " ":
            gap = 3 if folded[start - 3 : start - 1] == "'s" else 2 if folded[start - 2] == "'" else 1
            owner = owners.get(start - gap)
        elif start:
            owner = owners.get(start - 1)
        # Not the value itself: to hash one costs more than to hash its parts.
        same = (text, value.name, value.acronym, str(value.actor), owner)
        member = again.get(same)
        if member is not None:
            member.mean(start, mention.span.end, "acronym" if text == value.acronym else "name")
            meant[start] = member
            continue
        keys: list[tuple[str, ...]] = []
        state: str | None = None
        for name in {value.name: None, text: None, value.acronym: None}:
            if name:
                found, inside = _keys(tokens(name), states)
                keys += found
                state = state or inside
        state = state or owner
        lookups = [*keys, ("as", value.name.casefold())] if value.name.isupper() else keys
        for key in lookups:
            for bearer in known.get(key, ()):
                if state is None or state_of.get(id(bearer), state) == state:
                    member = bearer
                    break
            if member is not None:
                break
        initials = _initials(value.name)
        if member is None and len(initials) > 2:
            member = _of_initials(known, initials)
        if member is None:
            member = cast.add(Member(value.actor, value.name))
        if state is not None:
            state_of.setdefault(id(member), state)
        rule = "name"
        if value.acronym:
            member.acronym = member.acronym or value.acronym
            rule = "acronym" if text == value.acronym else "name"
        for name in (text, value.name):
            if len(name) > len(member.name) and name != member.acronym:
                member.aliases[member.name] = None
                member.name = name
            if name != member.name:
                member.aliases[name] = None
        for key in (*keys, ("as", initials)) if initials else keys:
            bearers = known.setdefault(key, [])
            if member not in bearers and len(bearers) < _MANY:
                bearers.append(member)
        again[same] = member
        member.mean(start, mention.span.end, rule)
        meant[start] = member
    return meant


_MANY = 8
"""How many bodies of one name are told apart."""


@lru_cache(maxsize=16384)
def _initials(name: str) -> str:
    """The initials of a name, as an acronym is made of them: `mti` of "Ministry of Trade and Industry"."""
    words = name.replace("-", " ").split()
    return "".join([word[0] for word in words if word[0].isupper()]).casefold() if len(words) > 2 else ""


def _of_initials(known: Mapping[tuple[str, ...], list[Member]], initials: str) -> Member | None:
    """A body that the text has so far called by nothing but these initials of its name."""
    return next((m for m in known.get((initials,), ()) if m.name.isupper() and m.acronym in (None, m.name)), None)


def _keys(
    name: tuple[str, ...], states: Mapping[tuple[str, ...], str | None]
) -> tuple[list[tuple[str, ...]], str | None]:
    """The keys under which an organisation is known (its name; without its state; a ministry in any order), and its state."""
    keys = [name] if name else []
    bare, state = name, None
    for size in (1, 2, 3):
        if len(name) > size + 1 and name[:size] in states:
            bare, state = name[size:], states[name[:size]]
            for more in (1, 2, 3):  # a body that two states share: "Peru-Chile Joint Commission"
                if len(bare) > more + 1 and bare[:more] in states:
                    bare, state = bare[more:], None
                    break
            break
        if len(name) > size + 2 and name[-size:] in states and name[-size - 1] in ("of", "the"):
            bare, state = name[: -size - 1], states[name[-size:]]
    if bare is not name and bare:
        keys.append(bare)
    if not _MINISTRY.isdisjoint(bare):
        head = next(word for word in bare if word in _MINISTRY)
        rest = tuple(sorted({"foreign" if w in ("affairs", "external") else w for w in bare} - _MINISTRY - _LITTLE))
        if rest:
            keys.append((head, "*", *rest))
    return keys, state
