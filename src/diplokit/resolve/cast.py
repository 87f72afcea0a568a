"""The cast of a document while it is being put together: members, their names, and where the text means them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import define, field

from diplokit import Actor, Office, Reference, Span
from diplokit.vocabulary import ActorKind, Confidence, Role, RoleStatus

_WORD = re.compile(r"[^\W_]+")
HEADS = frozenset((Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT))
OF_STATES = HEADS | {
    Role.DEPUTY_HEAD,
    Role.FOREIGN_MINISTER,
    Role.MINISTER,
    Role.DEPUTY_MINISTER,
    Role.AMBASSADOR,
    Role.DIPLOMAT,
}
STATES = frozenset((ActorKind.STATE, ActorKind.TERRITORY))


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: no case, no accents, no marks, no leading article.

    Examples:
        >>> tokens("the Asia-Pacific Économic")
        ('asia', 'pacific', 'economic')
    """
    if not name.isascii():
        name = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    words = tuple(_WORD.findall(name.casefold()))
    return words[1:] if words[:1] == ("the",) else words


@define(eq=False)
class Holding:
    """An office that a member holds, before actors have their `id`s.

    Attributes:
        title: The office as one would list it.
        role: What it makes of its holder.
        status: Whether it is held.
        of: Whose office it is.
        to: To whom the holder is sent.
        confidence: Lower where `of` is inferred.
        start: Where the text first says so.
    """

    title: str
    role: Role
    status: RoleStatus
    of: "Member | None"
    to: "Member | None"
    confidence: Confidence
    start: int
    words: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.words = office_words(self.title)


_LITTLE = frozenset("of the for to and in on at a s".split())


_SAME = {
    "premier": "prime minister",
    "pm": "prime minister",
    "dpm": "deputy prime minister",
    "fm": "foreign minister",
    "defense": "defence",
    **dict.fromkeys(("chairman", "chairwoman", "chairperson"), "chair"),
    **dict.fromkeys(("spokesman", "spokeswoman"), "spokesperson"),
    "councillor": "councilor",
    "adviser": "advisor",
}
"""Words for the same office."""


@lru_cache(maxsize=16384)
def office_words(title: str) -> frozenset[str]:
    """The words of a title that tell it from other titles."""
    words = [word for word in tokens(title) if word not in _LITTLE]
    return frozenset(" ".join(_SAME.get(word, word) for word in words).split())


@define(eq=False)
class Member:
    """One who may turn out to be an actor.

    Attributes:
        kind: What kind of actor it is.
        name: The fullest name so far.
        code: ISO 3166-1 alpha-3 code of a state or territory.
        acronym: Its acronym.
        aliases: Other names, in the order of the text.
        places: Start, end and rule of every reference.
        honorifics: Canonical forms, in the order of the text.
        offices: Of a person.
        words: The words of the name of a person, for comparison.
        nicknames: The words of names that the text says to be other names of a person.
        called: The words of short forms of the name that the text has used.
        gender: `m` or `f` where a word of honour or an office tells.
        last: Where the text last named it.
        warnings: What a reader should know.
        person: Whether it is a human being.
        state: Whether it is a state or territory.
    """

    kind: ActorKind
    name: str
    code: str | None = None
    acronym: str | None = None
    aliases: dict[str, None] = field(factory=dict)
    places: list[tuple[int, int, str]] = field(factory=list)
    honorifics: dict[str, None] = field(factory=dict)
    offices: list[Holding] = field(factory=list)
    words: tuple[str, ...] = ()
    nicknames: set[tuple[str, ...]] = field(factory=set)
    called: set[tuple[str, ...]] = field(factory=set)
    gender: str | None = None
    last: int = -1
    warnings: dict[str, None] = field(factory=dict)
    confidence: Confidence = Confidence.CERTAIN
    rule: str = "actors"

    person: bool = field(init=False)
    state: bool = field(init=False)

    def __attrs_post_init__(self) -> None:
        # Asked for at every mention: plain attributes are several times faster than properties.
        self.person = self.kind is ActorKind.PERSON
        self.state = self.kind in STATES

    def mean(self, start: int, end: int, rule: str) -> None:
        """Take a place in the text as meaning this member."""
        self.places.append((start, end, rule))
        if start > self.last:  # noqa: PLR1730 — called for every mention, and max() takes twice as long
            self.last = start


@define(eq=False)
class Cast:
    """The members of a document."""

    members: list[Member] = field(factory=list)
    by_code: dict[str, Member] = field(factory=dict)

    def add(self, member: Member) -> Member:
        """Take in a new member."""
        self.members.append(member)
        if member.state and member.code:
            self.by_code[member.code] = member
        return member

    @property
    def states(self) -> Iterable[Member]:
        """The states and territories."""
        return self.by_code.values()

    def actors(self) -> Iterator[Actor]:
        """The members that the text means somewhere, as actors, in the order of their first reference."""
        named: list[tuple[int, int, ActorKind, str, int]] = []
        members = self.members
        for number, member in enumerate(members):
            places = member.places
            if not places:
                continue
            if len(places) > 1:
                if len({place[0] for place in places}) < len(places):
                    # One place may be reached by two ways; the first to say so is the more direct.
                    unique = {(start, end): rule for start, end, rule in reversed(places)}
                    member.places = places = [(*place, rule) for place, rule in unique.items()]
                places.sort()
            named.append((places[0][0], -places[0][1], member.kind, member.name, number))
        named.sort()
        ids = {id(members[one[4]]): f"a{number}" for number, one in enumerate(named, 1)}
        of = ids.get
        for *_, number in named:
            member = members[number]
            aliases: tuple[str, ...] = ()
            offices: tuple[Office, ...] = ()
            if member.aliases:
                known = (member.name, member.acronym)
                aliases = tuple([alias for alias in member.aliases if alias not in known])
            if member.offices:
                offices = tuple(
                    [
                        Office(held.title, held.role, held.status, of(id(held.of)), of(id(held.to)), held.confidence)
                        for held in member.offices
                    ]
                )
            yield Actor(
                ids[id(member)],
                member.kind,
                member.name,
                member.acronym,
                member.code,
                aliases,
                tuple(member.honorifics),
                offices,
                tuple(Reference(Span(start, end), rule) for start, end, rule in member.places),
                member.rule,
                member.confidence,
                tuple(member.warnings),
            )
