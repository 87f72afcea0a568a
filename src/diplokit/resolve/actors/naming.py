"""Whom the names of places and organisations mean: states, bodies under all their names, capitals that act."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Any

from attrs import define, field

from diplokit import Document, Mention, Mentions, Organisation, Place, Span
from diplokit.vocabulary import ActorKind, Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import PLACES, PlaceWord

from .body_names import Register
from .capitals import capital_acts, capitals, of_two_sides
from .cast import Cast, Member, tokens

_KINDS = {PlaceKind.STATE: ActorKind.STATE, PlaceKind.TERRITORY: ActorKind.TERRITORY}
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
_OF_TWO = {"Congo": "COG", "Congolese": "COG", "Dominican": "DMA", "Dominicans": "DMA"}
"""Names that two states have, and the less usual one."""
_CITY, _NOUN = PlaceKind.CITY, PlaceForm.NOUN
_start = attrgetter("span.start")

Alike = dict[tuple[str, int], list[Mention[Place]]]
"""Places by what is written and the `id()` of what it means: most are named more than once."""


@define(eq=False)
class Bodies:
    """The places and organisations of a text, and whom they mean.

    Attributes:
        mentions: All of them, in the order of the text.
        starts: Where they begin.
        places: The places among them.
        alike: The places, those together that are written alike and mean the same.
        meant: Whom they mean, by where they begin: states and territories, organisations, capitals that act.
        named: Where these begin and end, and whom they mean.
        capitals: The capitals that act, and whom they mean.
        within: The states of governments, ministries, parliaments …, by the `id()` of the body: "the UAE Cabinet".
    """

    mentions: Sequence[Mention[Any]]
    starts: Sequence[int]
    places: Sequence[Mention[Place]]
    alike: Alike = field(factory=dict)
    meant: dict[int, Member] = field(factory=dict)
    named: list[tuple[int, int, Member]] = field(factory=list)
    capitals: list[tuple[Mention[Place], Member]] = field(factory=list)
    within: dict[int, Member] = field(factory=dict)

    def take(self, member: Member, rule: str, mentions: Iterable[Mention[Any]]) -> None:
        """Take mentions as meaning a member."""
        places, named, meant = member.places, self.named, self.meant
        for mention in mentions:
            span = mention.span
            start, end = span.start, span.end
            places.append((start, end, span, rule))
            named.append((start, end, member))
            meant[start] = member

    def states(self) -> list[Mention[Place]]:
        """The mentions of states and territories, and of capitals that mean one."""
        meant = self.meant
        return [m for m in self.places if (member := meant.get(m.span.start)) is not None and member.state]


def name_bodies(document: Document, mentions: Mentions, cast: Cast) -> Bodies:
    """Make members of the states and organisations of a text, and find what else means them.

    Cities and regions act only where a later rule says so.

    Args:
        document: The document.
        mentions: Its mentions.
        cast: Where the members go.
    """
    places, organisations = mentions.of("place"), mentions.of("organisation")
    both = mentions.of("place", "organisation")
    bodies = Bodies(both, [mention.span.start for mention in both], places)
    alike: Alike = defaultdict(list)
    for place in places:
        alike[place.text, id(place.value)].append(place)
    bodies.alike = alike
    states, cities = _name_states(cast, bodies)
    official = _name_organisations(document, cast, bodies, organisations, states)
    _name_capitals(document, cast, bodies, cities)
    _name_states_within(document, cast, bodies, official)
    return bodies


def _name_states(cast: Cast, bodies: Bodies) -> tuple[dict[tuple[str, ...], str | None], list[Mention[Place]]]:
    """Make members of the states and territories.

    Returns:
        The words of their names, with the code of each; and the mentions of cities.
    """
    words: dict[tuple[str, ...], str | None] = {}
    cities: list[Mention[Place]] = []
    renamed: dict[str, Member] = {}
    for (text, _), mentions in bodies.alike.items():
        place = mentions[0].value
        kind, code = _KINDS.get(place.type), place.code
        if text in _OF_TWO:
            told = {same[0].value.code for (other, _), same in bodies.alike.items() if other not in _OF_TWO}
            if code not in told and _OF_TWO[text] in told:
                code = _OF_TWO[text]
        if kind is None:
            if place.type is _CITY:
                cities += mentions
            continue
        words[tokens(text)] = code
        if code is None:
            continue
        member = cast.by_code.get(code)
        if member is None:
            member = cast.add(Member(kind, place.name, code))
        elif place.name != member.name:
            renamed[code] = member
        rule = "demonym"
        if place.form is _NOUN:
            rule = "name"
            member.aliases[text] = None
        bodies.take(member, rule, mentions)
    for code, member in renamed.items():  # "Russia" and "Soviet Union": by the name that the text has most often
        names: dict[str, int] = {}
        for mentions in bodies.alike.values():
            place = mentions[0].value
            if place.code == code and place.type in _KINDS:
                names[place.name] = names.get(place.name, 0) + len(mentions)
        member.name = max(names, key=names.__getitem__)
    return words, cities


def _name_organisations(
    document: Document,
    cast: Cast,
    bodies: Bodies,
    organisations: Iterable[Mention[Organisation]],
    states: Mapping[tuple[str, ...], str | None],
) -> list[tuple[int, int, Member]]:
    """Make members of the organisations, one of all names that mean the same.

    Args:
        document: The document.
        cast: Where the members go.
        bodies: What is known of them.
        organisations: The mentions.
        states: The words of the names of states, with the code of each.

    Returns:
        Where the bodies of states are named: governments, ministries, parliaments …
    """
    both, starts, named, meant, folded = bodies.mentions, bodies.starts, bodies.named, bodies.meant, document.folded
    register = Register(cast, states)
    again: dict[tuple[str, str, str | None, ActorKind, str | None], tuple[Member, str, bool]] = {}
    official: list[tuple[int, int, Member]] = []
    for mention in organisations:
        span, text, value = mention.span, mention.text, mention.value
        start, end = span.start, span.end
        before = both[bisect_left(starts, start) - 1]
        owner = _owner(before, start, folded) if start < before.span.end + 4 else None
        # Not the value itself: to hash one costs more than to hash its parts.
        same = text, value.name, value.acronym, value.actor, owner
        known = again.get(same)
        if known is None:
            member = _explained(before, mention, meant, folded) or register.bearer(text, value, owner)
            rule = "acronym" if text == value.acronym else "name"
            known = again[same] = member, rule, member.kind in _OF_A_STATE
        member, rule, of_a_state = known
        member.places.append((start, end, span, rule))
        named.append((start, end, member))
        meant[start] = member
        if of_a_state:
            official.append((start, end, member))
    return official


def _explained(
    before: Mention[Any], mention: Mention[Organisation], meant: Mapping[int, Member], folded: str
) -> Member | None:
    """The body whose short name stands in brackets behind it: "the Maritime Security Board (Bakamla)"."""
    start, end = mention.span.start, mention.span.end
    if before.kind != "organisation" or before.span.end != start - 2 or folded[start - 2 : start] != " (":
        return None
    if mention.text.isupper() or " " in mention.text or not folded.startswith(")", end):
        return None
    member = meant[before.span.start]
    member.aliases[mention.text] = None
    return member


def _owner(before: Mention[Any], start: int, folded: str) -> str | None:
    """The code of the state whose name or demonym stands directly before what begins at `start`."""
    if before.kind != "place" or before.value.type not in _KINDS:
        return None
    gap = folded[before.span.end : start]
    code: str | None = before.value.code
    return code if len(gap) == 1 or gap in ("'s ", "' ") else None


def _name_capitals(document: Document, cast: Cast, bodies: Bodies, cities: Iterable[Mention[Place]]) -> None:
    """Find the capitals that act: they mean the state, or its government where only the capital is named."""
    names = capitals(document.locale)
    governments: dict[str, Member] = {}
    for mention in sorted([city for city in cities if city.text in names], key=_start):
        text = mention.text
        start, end = mention.span.start, mention.span.end
        if not capital_acts(document, start, end):
            if mention.value.code not in cast.by_code or not of_two_sides(document, start, end):
                continue
        member = cast.by_code.get(mention.value.code or "") or governments.get(text)
        if member is None:
            member = governments[text] = cast.add(Member(ActorKind.GOVERNMENT, text, confidence=Confidence.LIKELY))
        member.aliases[text] = None
        bodies.take(member, "capital", (mention,))
        bodies.capitals.append((mention, member))


def _name_states_within(
    document: Document, cast: Cast, bodies: Bodies, official: list[tuple[int, int, Member]]
) -> None:
    """Make members of the states whose governments, ministries, parliaments … are named: "the UAE Cabinet"."""
    if not official:
        return
    hits = document.hits(PLACES)
    for begin, stop, body in sorted(official, key=itemgetter(0)):
        at = bisect_left(hits, (begin,))
        while at < len(hits) and hits[at].end <= stop:
            start, end, word = hits[at]
            at += 1
            places = word.places if isinstance(word, PlaceWord) and word.rank != "ambiguous" else ()
            place = places[0] if len(places) == 1 else None
            if place is None or place.code is None or place.type not in _KINDS:
                continue
            member = cast.by_code.get(place.code)
            if member is None:
                member = cast.add(Member(_KINDS[place.type], place.name, place.code))
            member.mean(Span(start, end), "part of a name")
            bodies.within.setdefault(id(body), member)
