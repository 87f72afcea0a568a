"""Which person a name means: the last one who bore any part of it, a new one otherwise."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from diplokit import Mention, Name, Title
from diplokit.vocabulary import ActorKind

from .cast import Cast, Member, tokens

_SUFFIXES = frozenset("jr sr ii iii iv phd md mp kc qc sc".split())
_MONARCHS = frozenset(("King", "Queen", "Emperor", "Sultan", "Emir", "Amir", "Pope", "Crown Prince", "Crown Princess"))
_CHILD_OF = ("bin", "ibn", "bint", "binti")
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


class Persons:
    """Persons by the words of their names."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._by_word: dict[str, list[Member]] = {}

    def name(
        self,
        mention: Mention[Name],
        gender: str | None,
        held: Sequence[tuple[Mention[Title], Member | None, Member | None]],
        *,
        styled: bool,
        known: Member | None = None,
    ) -> Member:
        """The person that a name means: one named before, or a new one.

        Args:
            mention: The name.
            gender: `m` or `f` where a word of honour tells.
            held: The titles beside the name, each with whose office it is.
            known: Whom the text itself says it to mean, as in "Joko Widodo (Jokowi)".
            styled: Whether a title or honorific stands before the name, as before family names.
        """
        value, text = mention.value, mention.text
        full = " ".join(value.parts)
        words = name_words(full)
        rule = "name"
        if known is None and self._by_word.keys().isdisjoint(words):
            member = self._cast.add(Member(ActorKind.PERSON, text, words=words))
            member.gender = gender
            if full != text:
                fuller(member, mention)
            elif value.family and len(words) > 1:
                member.aliases[value.family] = None
            for word in words if words is member.words else {*words, *member.words}:
                self._by_word[word] = [member]
            member.mean(mention.span, rule)
            return member
        found = self._find(words, gender, held) if known is None else [known]
        if found:
            member = found[0]
            if len(found) > 1:
                member = max(found, key=lambda one: (words in one.called, bool(one.offices), one.last))
                others = ", ".join(sorted({one.name for one in found}))
                member.warnings[f"{text!r} may mean any of {others}"] = None
            if words != member.words:
                rule = "part of name" if not styled else "title and name" if held else "honorific and name"
                member.called |= {words}
        else:
            member = self._cast.add(Member(ActorKind.PERSON, text, words=words))
        if known is not None:
            member.nicknames |= {words}
            member.aliases[text] = None
        elif text != member.name or value.family:
            fuller(member, mention)
        if gender:
            member.gender = member.gender or gender
        self._add(member, words)
        member.mean(mention.span, rule)
        return member

    def _find(
        self,
        words: tuple[str, ...],
        gender: str | None,
        held: Sequence[tuple[Mention[Title], Member | None, Member | None]],
    ) -> list[Member]:
        """The persons whom these words may name, as well as any: the same name, then a part of it, then a fuller one."""
        found: list[Member] = []
        best = 1
        bearers: Iterable[Member] = self._by_word.get(words[0], ())[-_MANY:]
        if len(words) > 1:
            bearers = dict.fromkeys([one for word in words for one in self._by_word.get(word, ())[-_MANY:]])
        for member in bearers:
            if gender and member.gender and gender != member.gender:
                continue
            fit = 3 if words == member.words or words in member.nicknames else _fit(words, member.words)
            if fit == best:
                found.append(member)
            elif fit > best:
                found, best = [member], fit
        if len(found) > 1 and held:
            roles = {title.value.role for title, *_ in held}
            found = [one for one in found if not roles.isdisjoint([office.role for office in one.offices])] or found
        if found and len(words) == 1:
            if any(title.text in _MONARCHS for title, *_ in held):  # kings are called by their given names
                found = [one for one in found if one.words[0] == words[0] and (not one.offices or _reigns(one))]
            for _, of, _ in held:
                if of is not None:
                    found = [one for one in found if not _elsewhere(one, of)]
                    break
            if len(found) > 1:
                found = [one for one in found if _usual(words[0], one.words)] or found
        return found

    def _add(self, member: Member, words: tuple[str, ...]) -> None:
        """Make a person known by every word of the name."""
        for word in words if words == member.words else {*member.words, *words}:
            bearers = self._by_word.get(word)
            if bearers is None:
                self._by_word[word] = [member]
            elif bearers[-1] is not member and member not in bearers[-_MANY:]:
                bearers.append(member)


@lru_cache(maxsize=65536)
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
    if len(words) == 1:
        return 2 if words[0] in known else 0
    if len(words) < len(known):
        return 2 if _in_order(words, known) and not _father(words, known) else 0
    if len(words) > len(known):
        return 1 if _in_order(known, words) and not _father(known, words) else 0
    if sorted(words) == sorted(known):
        return 3
    first, other = words[0], known[0]
    return 3 if words[1:] == known[1:] and _SHORT.get(first, first) == _SHORT.get(other, other) else 0


def _reigns(member: Member) -> bool:
    """Whether a person holds the office of a monarch or an heir."""
    return any(office.title in _MONARCHS for office in member.offices)


def _father(name: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a longer name is that of a child: "Hamdan bin Mohammed bin Rashid" of "Mohammed bin Rashid"."""
    at = longer.index(name[0])
    return at > 0 and longer[at - 1] in _CHILD_OF


def _usual(word: str, name: tuple[str, ...]) -> bool:
    """Whether a person is usually called by this part of the name, and not by the father's."""
    at = name.index(word) if word in name else 0
    return at == 0 or (name[at - 1] not in _CHILD_OF and at == len(name) - 1)


def _in_order(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    rest = iter(whole)
    for word in part:  # noqa: SIM110 — all() of a generator takes three times as long
        if word not in rest:
            return False
    return True


def _elsewhere(member: Member, of: Member) -> bool:
    """Whether a person is known to hold offices of other states only."""
    owners = {holding.of for holding in member.offices if holding.of is not None and holding.of.state}
    return bool(owners) and of.state and of not in owners


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
