"""Which body a name means: organisations under all their names, told apart by state where several share one."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from attrs import define, field

from diplokit import Organisation

from .cast import Cast, Member, tokens

_MINISTRY = frozenset("ministry department office bureau".split())
_LITTLE = frozenset("of the for and on".split())
_MANY = 8
"""How many bodies of one name are told apart."""

Key = tuple[str, ...]
"""The words of a name, or something else under which a body is known."""


@define(eq=False)
class Register:
    """The bodies that a text has named so far, by every way to name them.

    Two bodies of one name are two where the text gives them different states: "the Chinese Foreign Ministry" and
    "Japan's Foreign Ministry".

    Attributes:
        cast: Where new members go.
        states: The names of the states of the text and of their people, with their codes.
    """

    cast: Cast
    states: Mapping[Key, str | None]
    _first_words: frozenset[str] = field(init=False)
    _known: dict[Key, list[Member]] = field(factory=dict)
    _state_of: dict[Member, str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self._first_words = frozenset([words[0] for words in self.states if words])

    def bearer(self, text: str, body: Organisation, owner: str | None) -> Member:
        """The member that a name means: one that the text has named, or a new one.

        Args:
            text: The name as it stands.
            body: What it is.
            owner: The code of the state whose name stands before it.
        """
        name, acronym = body.name, body.acronym
        if "\n" in text or "  " in text:
            text = " ".join(text.split())
        ways = _ways(name, text, acronym)
        _, words, lookups, keys, _, initials = ways
        known, state, member = self._known, owner, None
        if not self._first_words.isdisjoint(words):
            lookups, keys, inside = ways.beside(self.states)
            state = inside or owner
        if not known.keys().isdisjoint(lookups):
            member = self._called(lookups, state)
        if member is None and initials in known:
            member = _of_initials(known[initials])
        if member is None:
            member = self.cast.add(Member(body.actor, name))
        if state is not None:
            self._state_of.setdefault(member, state)
        if acronym and member.acronym is None:
            member.acronym = acronym
        if text != name or member.name != name:
            _call(member, text)
            _call(member, name)
        for key in keys:
            bearers = known.get(key)
            if bearers is None:
                known[key] = [member]
            elif member not in bearers and len(bearers) < _MANY:
                bearers.append(member)
        return member

    def _called(self, lookups: Iterable[Key], state: str | None) -> Member | None:
        """The first that is known under one of these keys and is not of another state."""
        for key in lookups:
            for bearer in self._known.get(key, ()):
                if state is None or self._state_of.get(bearer, state) == state:
                    return bearer
        return None


def _call(member: Member, name: str) -> None:
    """Keep the longest name, the others as aliases."""
    if len(name) > len(member.name) and name != member.acronym:
        member.aliases[member.name] = None
        member.name = name
    if name != member.name:
        member.aliases[name] = None


def _of_initials(bearers: Iterable[Member]) -> Member | None:
    """A body that the text has so far called by nothing but the initials of its name."""
    for member in bearers:
        if member.name.isupper() and member.acronym in (None, member.name):
            return member
    return None


class _Ways(NamedTuple):
    """How a body may be called, as far as its names alone tell.

    Attributes:
        names: The words of each name.
        words: All these words.
        lookups: The keys under which an earlier name may be found.
        keys: The keys under which this one is found later.
        plain: How many of both come from the words.
        initials: The key of its initials alone, if they are as many as an acronym has.
    """

    names: tuple[Key, ...]
    words: Key
    lookups: tuple[Key, ...]
    keys: tuple[Key, ...]
    plain: int
    initials: Key

    def beside(self, states: Mapping[Key, str | None]) -> tuple[tuple[Key, ...], tuple[Key, ...], str | None]:
        """The lookups, the keys and the state, where a name may begin or end with a state of the text."""
        keys: list[Key] = []
        state = None
        for name in self.names:
            bare, inside = _without_state(name, states)
            keys += (name,) if bare is name else (name, bare)
            keys += _in_any_order(bare)
            state = state or inside
        return (*keys, *self.lookups[self.plain :]), (*keys, *self.keys[self.plain :]), state


@lru_cache(maxsize=16384)
def _ways(name: str, text: str, acronym: str | None) -> _Ways:
    words = tokens(name)
    if text == name and not acronym:
        names: tuple[Key, ...] = (words,) if words else ()
    else:
        names = tuple([one for one in map(tokens, dict.fromkeys((name, text, acronym or ""))) if one])
        words = tuple(chain.from_iterable(names))
    plain: tuple[Key, ...] = names
    if not _MINISTRY.isdisjoint(words):
        plain = tuple([key for one in names for key in (one, *_in_any_order(one))])
    lookups = (*plain, ("as", name.casefold())) if name.isupper() else plain
    initials = _initials(name)
    keys = (*plain, ("as", initials)) if initials else plain
    return _Ways(names, words, lookups, keys, len(plain), (initials,) if len(initials) > 2 else ())


def _initials(name: str) -> str:
    """The initials of a name, as an acronym is made of them: `mti` of "Ministry of Trade and Industry", `cbuae` of "Central Bank of the UAE"."""
    words = name.replace("-", " ").split()
    if len(words) < 3:
        return ""
    return "".join([word if word.isupper() else word[0] for word in words if word[0].isupper()]).casefold()


def _in_any_order(name: Key) -> tuple[Key, ...]:
    """The key of a ministry by what it is for, in any order: "Ministry of Foreign Affairs", "Foreign Ministry"."""
    if _MINISTRY.isdisjoint(name):
        return ()
    head = next(word for word in name if word in _MINISTRY)
    rest = {"foreign" if word in ("affairs", "external") else word for word in name} - _MINISTRY - _LITTLE
    return ((head, "*", *sorted(rest)),) if rest else ()


def _without_state(name: Key, states: Mapping[Key, str | None]) -> tuple[Key, str | None]:
    """A name without the state at its beginning or end, and the code of the state."""
    bare, state, length = name, None, len(name)
    for size in range(1, min(length - 1, 4)):
        head = name[:size]
        if head in states:
            bare = name[size:]
            for more in range(1, min(len(bare) - 1, 4)):
                if bare[:more] in states:
                    return bare[more:], None  # a body that two states share: "Peru-Chile Joint Commission"
            return bare, states[head]
        if size < length - 2 and name[-size - 1] in ("of", "the") and name[-size:] in states:
            bare, state = name[: -size - 1], states[name[-size:]]
    return bare, state
