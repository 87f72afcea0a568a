"""Whom a name means: places that act, organisations under all their names, persons by any part of their names."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from diplokit import Document, Mention, Name, Organisation, Place
from diplokit.vocabulary import ActorKind, Confidence, PlaceForm, PlaceKind, Role
from diplokit.wordlists import PLACES, PlaceWord

from .cast import Cast, Member, tokens

_KINDS = {PlaceKind.STATE: ActorKind.STATE, PlaceKind.TERRITORY: ActorKind.TERRITORY}
_MINISTRY = frozenset("ministry department office bureau".split())
_LITTLE = frozenset("of the for and on".split())
_SUFFIXES = frozenset("jr sr ii iii iv phd md mp kc qc sc".split())
_MANY = 16
"""How many persons of one name are looked at, the latest ones: a bound for texts with thousands of them."""

# Short forms of given names under which the press knows politicians.
_SHORT = {
    short: full
    for full, shorts in {
        "anthony": "tony antony",
        "christopher": "chris",
        "daniel": "dan danny",
        "david": "dave",
        "donald": "don",
        "edward": "ed ted",
        "gerald": "gerry jerry",
        "james": "jim jimmy",
        "joseph": "joe",
        "kenneth": "ken",
        "michael": "mike mick",
        "nicholas": "nick",
        "patrick": "pat",
        "peter": "pete",
        "philip": "phil phillip",
        "richard": "dick rick",
        "robert": "bob bobby rob",
        "ronald": "ron",
        "stephen": "steve steven",
        "thomas": "tom",
        "timothy": "tim",
        "william": "bill",
    }.items()
    for short in shorts.split()
}


def name_places(cast: Cast, places: Iterable[Mention[Place]]) -> dict[int, Member]:
    """Make members of the states and territories; cities and regions act only where a later rule says so.

    Returns:
        The member that each state or territory means, by the start of the mention.
    """
    meant: dict[int, Member] = {}
    called: dict[str, Counter[str]] = {}
    for mention in places:
        place = mention.value
        kind = _KINDS.get(place.type)
        if kind is None or place.code is None:
            continue
        member = cast.by_code.get(place.code)
        if member is None:
            member = cast.add(Member(kind, place.name, place.code))
        called.setdefault(place.code, Counter())[place.name] += 1
        noun = place.form is PlaceForm.NOUN
        if noun and mention.text not in member.aliases:
            member.aliases[mention.text] = None
        member.mean(mention.span.start, mention.span.end, "name" if noun else "demonym")
        meant[mention.span.start] = member
    for code, names in called.items():
        cast.by_code[code].name = names.most_common(1)[0][0]
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


_SEATS = frozenset(("Bonn", "The Hague", "Rangoon", "Yangon", "Alma-Ata", "Lagos", "Tel Aviv", "La Paz", "Peking", "Saigon"))
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


class Persons:
    """Persons by the words of their names."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._by_word: dict[str, list[Member]] = {}

    def name(
        self,
        mention: Mention[Name],
        gender: str | None,
        roles: frozenset[Role],
        of: Member | None,
        *,
        styled: bool,
        known: Member | None = None,
    ) -> Member:
        """The person that a name means: one named before, or a new one.

        Args:
            mention: The name.
            gender: `m` or `f` where a word of honour tells.
            roles: The roles of the titles beside the name.
            of: Whose office the first of them is, where the text says so.
            known: Whom the text itself says it to mean, as in "Joko Widodo (Jokowi)".
            styled: Whether a title or honorific stands before the name, as before family names.
        """
        words = name_words(mention.value.full)
        found = self._find(words, gender) if known is None else [(3, known)]
        if len(found) > 1:
            best = max(fit for fit, _ in found)
            found = [(fit, member) for fit, member in found if fit == best]
        if len(found) > 1 and roles:
            same = [(fit, m) for fit, m in found if any(holding.role in roles for holding in m.offices)]
            found = same or found
        if of is not None and len(words) == 1:
            found = [(f, m) for f, m in found if not _elsewhere(m, roles, of)]
        if len(found) > 1 and len(words) == 1:
            usual = [(fit, m) for fit, m in found if _usual(words[0], m.words)]
            found = usual or found
        if found:
            member = max(found, key=lambda pair: pair[1].last)[1]
            if len(found) > 1:
                others = ", ".join(sorted({m.name for _, m in found}))
                member.warnings[f"{mention.text!r} may mean any of {others}"] = None
            rule = "name" if words == member.words else "part of name"
            if styled and rule == "part of name":
                rule = "title and name" if roles else "honorific and name"
        else:
            member, rule = self._cast.add(Member(ActorKind.PERSON, mention.text, words=words)), "name"
        if known is not None:
            member.nicknames.add(words)
            member.aliases[mention.text] = None
        else:
            fuller(member, mention)
        member.gender = member.gender or gender
        self._add(member, words)
        member.mean(mention.span.start, mention.span.end, rule)
        return member

    def _find(self, words: tuple[str, ...], gender: str | None) -> list[tuple[int, Member]]:
        """The persons whom these words may name, each with how well: 3 the same name, 2 a part, 1 a fuller name."""
        seen: dict[int, Member] = {}
        for word in words:
            for member in self._by_word.get(word, ())[-_MANY:]:
                seen[id(member)] = member
        found = []
        for member in seen.values():
            if gender and member.gender and gender != member.gender:
                continue
            fit = max(_fit(words, member.words), 3 * (words in member.nicknames))
            if fit:
                found.append((fit, member))
        return found

    def _add(self, member: Member, words: tuple[str, ...]) -> None:
        """Make a person known by every word of the name."""
        for word in {*member.words, *words}:
            bearers = self._by_word.setdefault(word, [])
            if member not in bearers[-_MANY:]:
                bearers.append(member)


def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name that count: no initials, no `Jr.`.

    Examples:
        >>> name_words("Joseph R. Biden, Jr.")
        ('joseph', 'biden')
    """
    words = tokens(name)
    kept = tuple(word for word in words if len(word) > 1 and word not in _SUFFIXES)
    return kept or words


def _fit(words: tuple[str, ...], known: tuple[str, ...]) -> int:
    if words == known:
        return 3
    if len(words) < len(known):
        return 2 if _in_order(words, known) else 0
    if len(words) > len(known):
        return 1 if _in_order(known, words) else 0
    if len(words) > 1:
        if sorted(words) == sorted(known):
            return 3
        first, other = words[0], known[0]
        if words[1:] == known[1:] and _SHORT.get(first, first) == _SHORT.get(other, other):
            return 3
    return 0


def _usual(word: str, name: tuple[str, ...]) -> bool:
    """Whether a person is usually called by this part of the name, and not by the father's."""
    at = name.index(word) if word in name else 0
    return at == 0 or (name[at - 1] not in ("bin", "ibn", "bint", "binti") and at == len(name) - 1)


def _in_order(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def _elsewhere(member: Member, roles: frozenset[Role], of: Member) -> bool:
    """Whether a person is known to hold offices of other states only."""
    owners = {id(holding.of) for holding in member.offices if holding.of is not None and holding.of.state}
    return bool(owners) and of.state and id(of) not in owners


def fuller(member: Member, mention: Mention[Name]) -> None:
    """Keep the fullest name, the others as aliases."""
    name = mention.text
    words = name_words(name)
    better = len(words) > len(member.words) or (words == member.words and len(name) > len(member.name))
    if better or (member.name.isupper() and not name.isupper() and len(words) == len(member.words)):
        member.aliases[member.name] = None
        member.name, member.words = name, words
    if name != member.name:
        member.aliases[name] = None
    if mention.value.family and len(member.words) > 1:
        member.aliases[mention.value.family] = None
