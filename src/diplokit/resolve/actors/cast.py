"""The cast of a document while it is being put together: members, their names, and where the text means them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, islice
from operator import itemgetter

from attrs import define, field

from diplokit import Actor, Office, Reference, Span
from diplokit.tables import table
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
BLOCS = frozenset((ActorKind.IGO, ActorKind.GROUPING))


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


class Member:
    """One who may turn out to be an actor.

    A plain class: a text has a dozen of them, and most have little but names and places.

    Attributes:
        kind: What kind of actor it is.
        name: The fullest name so far.
        code: ISO 3166-1 alpha-3 code of a state or territory.
        words: The words of the name of a person, for comparison.
        confidence: How far to trust that it is an actor.
        acronym: Its acronym.
        aliases: Other names, in the order of the text.
        places: Where the text means it, in no order.
        honorifics: Canonical forms, in the order of the text.
        offices: Of a person.
        nicknames: The words of names that the text says to be other names of a person.
        called: The words of short forms of the name that the text has used.
        gender: `m` or `f` where a word of honour or an office tells.
        warnings: What a reader should know.
        person: Whether it is a human being.
        state: Whether it is a state or territory.
    """

    acronym: str | None = None
    gender: str | None = None
    nicknames: frozenset[tuple[str, ...]] = frozenset()
    called: frozenset[tuple[str, ...]] = frozenset()

    def __init__(
        self,
        kind: ActorKind,
        name: str,
        code: str | None = None,
        *,
        words: tuple[str, ...] = (),
        confidence: Confidence = Confidence.CERTAIN,
    ) -> None:
        self.kind = kind
        self.name = name
        self.code = code
        self.words = words
        self.confidence = confidence
        self.aliases: dict[str, None] = {}
        self.places: list[Place] = []
        self.honorifics: dict[str, None] = {}
        self.offices: list[Holding] = []
        self.warnings: dict[str, None] = {}
        self.person = kind is _PERSON
        self.state = kind in STATES

    def mean(self, span: Span, rule: str) -> None:
        """Take a place in the text as meaning this member."""
        self.places.append((span.start, span.end, span, rule))

    def mean_all(self, spans: Sequence[Span], rule: str) -> None:
        """Take several places as meaning this member."""
        self.places += [(span.start, span.end, span, rule) for span in spans]

    @property
    def last(self) -> int:
        """Where the text named a person last: the names are taken in order, each with the titles beside it."""
        return max([place[0] for place in self.places[-_BESIDE:]], default=-1)


Place = tuple[int, int, Span, str]
"""A place in the text that means a member: its start, its end, its span, the rule that says so."""

_SPAN, _RULE = itemgetter(2), itemgetter(3)
_BESIDE = 16
"""How many titles stand beside one name, at most, and the name itself."""
_PERSON = ActorKind.PERSON


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

    def actors(self) -> list[Actor]:
        """The members that the text means somewhere, as actors, in the order of their first reference."""
        named: list[tuple[int, int, ActorKind, str, int, Member]] = []
        for number, member in enumerate(self.members):
            places = member.places
            if not places:
                continue
            if len(places) > 1:
                if len({place[0] for place in places}) < len(places):
                    # One place may be reached by two ways; the first to say so is the more direct.
                    member.places = places = list({place[:2]: place for place in reversed(places)}.values())
                places.sort()
            start, end, _, _ = places[0]
            named.append((start, -end, member.kind, member.name, number, member))
        named.sort()
        ordered = [entry[-1] for entry in named]
        ids: dict[Member | None, str] = {member: f"a{number}" for number, member in enumerate(ordered, 1)}
        meant = [*chain.from_iterable([member.places for member in ordered])]
        references = iter(Reference.many(map(_SPAN, meant), map(_RULE, meant)))
        return [
            Actor(
                ids[member],
                member.kind,
                member.name,
                member.acronym,
                member.code,
                _aliases(member) if (known := member.aliases) and (len(known) > 1 or member.name not in known) else (),
                member.honorifics,
                _offices(member, ids, self.by_code) if member.offices else (),
                islice(references, len(member.places)),
                confidence=member.confidence,
                warnings=member.warnings,
            )
            for member in ordered
        ]


def side(member: Member) -> bool:
    """Whether a member can be one of "the two sides"."""
    return member.state or (member.kind in BLOCS and member.name != "United Nations")


def state_of(person: Member) -> Member | None:
    """The state in which a person holds an office."""
    return next((h.of for h in person.offices if h.of is not None and h.of.state), None)


def _aliases(member: Member) -> tuple[str, ...]:
    name, acronym = member.name, member.acronym
    return tuple([alias for alias in member.aliases if alias not in (name, acronym)])


def _offices(member: Member, ids: Mapping[Member | None, str], states: Mapping[str, Member]) -> tuple[Office, ...]:
    of = ids.get
    return tuple(
        [
            Office(held.title, _role_there(held, states), held.status, of(held.of), of(held.to), held.confidence)
            for held in member.offices
        ]
    )


@cache
def means_another(office: str) -> frozenset[str]:
    """The codes of the states in which an office makes something else of its holder: "secretary", "chancellor"."""
    rows = table("en/offices_of_another_role.tsv")
    return frozenset([row["code"] for row in rows if row["office"] == office])


def _role_there(held: Holding, states: Mapping[str, Member]) -> Role:
    """The role of an office in its state: secretaries and chancellors are not the same everywhere.

    Where it is not known whose a Foreign Secretary is, the states of the text may tell.
    """
    title, role = held.title, held.role
    if title.endswith("Secretary") and role in _SECRETARIES and not title.endswith(_IN_CABINET):
        if held.of is not None:
            return Role.DEPUTY_MINISTER if held.of.code in means_another("secretary") else role
        if (
            title == "Foreign Secretary"
            and not means_another("secretary").isdisjoint(states)
            and _MINISTERS.isdisjoint(states)
        ):
            return Role.DEPUTY_MINISTER
    elif role is Role.OTHER and title in _LEADERS and held.of is not None and held.of.state:
        if held.of.kind is ActorKind.TERRITORY and held.of.code in _GOVERNED:
            return Role.SUBNATIONAL_HEAD
        if held.of.code == "CYP":
            return role  # of one of its communities
        return Role.HEAD_OF_GOVERNMENT if held.of.code in _LED_BY_PREMIERS else Role.HEAD_OF_STATE
    elif title == "Chancellor" and role is Role.HEAD_OF_GOVERNMENT and held.of is not None:
        return Role.FOREIGN_MINISTER if held.of.code in means_another("chancellor") else role
    return role


_LEADERS = frozenset(("Leader", "Strongman"))
"""What the press calls those who lead a state."""
_GOVERNED = frozenset(("HKG", "MAC"))
_LED_BY_PREMIERS = frozenset(
    "GBR AUS CAN NZL JPN IND PAK BGD NPL MYS SGP THA ISR ITA DEU ESP NLD BEL SWE NOR DNK GRC PRT IRL HUN CZE SVK POL JAM BRB TTO "
    "BHS PNG FJI SLB VUT TON WSM MUS LSO ALB BGR HRV SVN SRB MNE MKD EST LVA LTU FIN AUT LUX MLT ISL ARM GEO IRQ LBN MNG BTN ETH KHM".split()
)
"""Where it is the head of government who leads."""
_MINISTERS = frozenset(("GBR", "PHL", "MEX", "HND"))
"""Where the foreign secretary is the minister."""
_SECRETARIES = frozenset((Role.FOREIGN_MINISTER, Role.MINISTER))
_IN_CABINET = ("Cabinet Secretary", "Parliamentary Secretary", "of Secretary")
