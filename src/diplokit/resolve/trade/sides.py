"""Sides of trade: which states, territories and unions a sentence names, and what it ranks as whose partner."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from diplokit import Actor, Reading, Span, TradeFigure
from diplokit.resolve.clauses import Sentence, Sentences
from diplokit.vocabulary import ActorKind, PlaceForm

_SIDES = frozenset({ActorKind.STATE, ActorKind.TERRITORY, ActorKind.SUBNATIONAL})
_BLOCS = frozenset({ActorKind.IGO, ActorKind.GROUPING})
_UNIONS = frozenset(
    {
        "European Union",
        "Association of Southeast Asian Nations",
        "African Union",
        "European Economic Community",
        "Eurasian Economic Union",
    }
)
_RANKS = frozenset("partner partners market destination source supplier buyer customer importer".split())
OWNERS = frozenset(["our", "its", "their"])
_ORDINALS = (["first"], ["second"], ["third"], ["top"], ["fourth"], ["fifth"])
_BEING = frozenset(["was", "is", "were", "are", "remained", "remains"])
_POSSESSIVE = frozenset(["'s", "'"])
_WITHIN_RANK = frozenset(
    "top main leading major key chief biggest largest trading trade export import commercial overall single overseas "
    "foreign second third fourth fifth sixth seventh eighth ninth tenth second-largest third-largest fourth-largest "
    "fifth-largest important most".split()
)
_MONEY = re.compile(
    r" (?:dollar|dlr|peso|rupee|franc|pound|kron|rubl|roubl|dinar|riyal|rial|dirham|shilling|yen\b|yuan\b|won\b)"
)
_NAMES = frozenset(["name", "demonym", "acronym"])
_PRONOUNS = frozenset(["its", "their", "his", "it"])
_NAMELESS = re.compile(r"(?:the )?(?:country|nation|kingdom|republic|island|sultanate|emirate|federation)(?:'s)?")
_FIRST_PERSON = frozenset("our we us my i ours".split())


@frozen
class Party:
    """A side of trade, with where the text names it, if it does so in the sentence."""

    actor: str
    span: Span | None = None


def reporter_of(figure: TradeFigure) -> Party | None:
    """The reporter of a figure told before."""
    return Party(figure.reporter) if figure.reporter else None


def is_nameless(sentence: Sentence, party: Party, *, pronouns: bool = True) -> bool:
    """Whether a side stands as "the country", or as "its" where pronouns count too."""
    span = party.span
    if span is None:
        return False
    start, end = span.start - sentence.start, span.end - sentence.start
    if _NAMELESS.fullmatch(sentence.folded, start, end) is not None:
        return True
    return pronouns and sentence.folded[start:end] in _PRONOUNS


class Sides:
    """Tells which sides of trade stand where in a reading."""

    def __init__(self, reading: Reading, sentences: Sentences) -> None:
        self._reading = reading
        self._sentences = sentences
        self._by_id: dict[str, Actor] = {actor.id: actor for actor in reading.actors}
        self._side: dict[str, str | None] = {}
        self._all: dict[int, list[Party]] = {}
        self._ranks: dict[int, tuple[Party, Party] | None] = {}

    def side(self, actor: str) -> str | None:
        """The state, territory or bloc that an actor is or acts for."""
        if actor not in self._side:
            self._side[actor] = None  # against circles
            self._side[actor] = self._find_side(actor)
        return self._side[actor]

    def _find_side(self, actor: str) -> str | None:
        known = self._by_id.get(actor)
        if known is None:
            return None
        if known.kind in _SIDES or known.kind in _BLOCS:
            return None if self._only_of_money(known) else actor
        for office in known.offices:
            if office.of is not None and (found := self.side(office.of)) is not None:
                return found
        return self._states_of_bodies.get(actor)

    @cached_property
    def _states_of_bodies(self) -> dict[str, str]:
        """The state in whose name a body stands: Angola of the National Bank of Angola."""
        inner = sorted(
            (reference.span.start, reference.span.end, number)
            for number, actor in enumerate(self._reading.actors)
            if actor.kind in _SIDES
            for reference in actor.references
            if reference.rule == "part of a name"
        )
        found: dict[str, str] = {}
        for actor in self._reading.actors if inner else ():
            if actor.kind is not ActorKind.PERSON and actor.kind not in _SIDES:
                for reference in actor.references:
                    start, end = reference.span.start, reference.span.end
                    near = inner[bisect_left(inner, (start,)) : bisect_left(inner, (end,))]
                    within = [number for _, last, number in near if last <= end]
                    if within:
                        found[actor.id] = self._reading.actors[min(within)].id
                        break
        return found

    def _only_of_money(self, actor: Actor) -> bool:
        """Whether a text names a state only in the name of its money: "in terms of US dollars"."""
        folded = self._reading.document.folded
        names = [reference.span for reference in actor.references if reference.rule in _NAMES]
        return bool(names) and all(_MONEY.match(folded, span.end) for span in names)

    def distance(self, index: int, figure: TradeFigure) -> int:
        """How many sentences lie between a figure and the sentence of a number."""
        return index - self._reading.document.sentence_index(figure.spans["value"].start)

    def _sides_at(self, sentence: Sentence, number: int) -> list[Party]:
        span, ids = sentence.references[number]
        if _MONEY.match(self._reading.document.folded, span.end):
            return []  # "in US dollars"
        found: list[Party] = []
        for actor in ids:
            side = self.side(actor)
            if side is not None and all(side != party.actor for party in found):
                found.append(Party(side, span))
        return found

    def is_state(self, party: Party) -> bool:
        """Whether a side is a state or territory, not a union of them."""
        return self._by_id[party.actor].kind in _SIDES

    def named(self, sentence: Sentence, first: int = 0, last: int | None = None) -> list[Party]:
        """The sides that a stretch of a sentence names, each once: those with names of their own before collectives."""
        whole = (first, last) == (0, None)
        if whole and sentence.start in self._all:
            return self._all[sentence.start]
        numbers = [number for number in dict.fromkeys(sentence.actors[first:last]) if number >= 0]
        numbers.sort(key=lambda number: len(sentence.references[number][1]) > 1)
        found: dict[str, Party] = {}
        for number in numbers:
            for party in self._sides_at(sentence, number):
                if self.is_state(party) or self._by_id[party.actor].name in _UNIONS:
                    found.setdefault(party.actor, party)
        named = list(found.values())
        if whole:
            self._all[sentence.start] = named
        return named

    def _of_ids(self, ids: Sequence[str], span: Span) -> Party | None:
        for actor in ids:
            side = self.side(actor)
            if side is not None:
                return Party(side, span)
        return None

    def _ranked(self, sentence: Sentence) -> tuple[Party, Party] | None:
        """As in "China is Australia's third largest trading partner": Australia reports, China is the partner."""
        if sentence.start not in self._ranks:
            self._ranks[sentence.start] = self._find_ranked(sentence)
        return self._ranks[sentence.start]

    def _find_ranked(self, sentence: Sentence) -> tuple[Party, Party] | None:
        texts = sentence.words
        for at, token in enumerate(texts):
            if token not in _RANKS or at < 2:
                ranked = token in ("ranked", "came") and texts[at + 1 : at + 2] in _ORDINALS
                if at and ranked and (exports := self._of_exports(sentence, at)) is not None:
                    return exports
                continue
            back = at - 1
            while back >= 0 and at - back < 12:
                if sentence.actors[back] >= 0:
                    owned = (
                        texts[back] in OWNERS
                        or texts[back + 1] in _POSSESSIVE
                        or (at - back < 5 and "-" not in texts[back] and _WITHIN_RANK.issuperset(texts[back + 1 : at]))
                    )
                    owner = self._sides_at(sentence, sentence.actors[back]) if owned else []
                    leading = [p for p in self.named(sentence, 0, back) if not owner or p.actor != owner[0].actor]
                    if owner and leading:
                        return owner[0], leading[0]
                    if owner and (following := self._after_being(sentence, at, owner[0])) is not None:
                        return owner[0], following
                    if owned:
                        break
                back -= 1
            exports = self._of_exports(sentence, at) or self._of_owner(sentence, at)
            if exports is not None:
                return exports
        return None

    def _after_being(self, sentence: Sentence, rank: int, owner: Party) -> Party | None:
        """The partner who follows his rank: "Chile's main export market in the bloc was Peru"."""
        near = sentence.words[rank + 1 : rank + 8]
        at = next((step for step, word in enumerate(near, rank + 1) if word in _BEING), 0)
        if not at or "," in sentence.words[rank:at]:
            return None
        while at + 1 < len(sentence.words) and sentence.words[at + 1] in ("the", "by", "again", "still"):
            at += 1
        named = self.named(sentence, at + 1, at + 2)
        return named[0] if len(named) == 1 and named[0].actor != owner.actor else None

    def _of_owner(self, sentence: Sentence, rank: int) -> tuple[Party, Party] | None:
        """As in "China is the second largest trading partner of Mozambique"."""
        texts = sentence.words
        if texts[rank - 1] not in ("trading", "trade") or texts[rank + 1 : rank + 2] not in (["of"], ["for"]):
            return None
        at = rank + 3 if texts[rank + 2 : rank + 3] == ["the"] else rank + 2
        owner = self._sides_at(sentence, sentence.actors[at]) if at < len(texts) and sentence.actors[at] >= 0 else []
        leading = self.named(sentence, 0, rank)
        if len(owner) == 1 and len(leading) == 1 and owner[0].actor != leading[0].actor:
            return owner[0], leading[0]
        return None

    def _of_exports(self, sentence: Sentence, rank: int) -> tuple[Party, Party] | None:
        """As in "Chile was the first destination for Peruvian exports", "of Peru's exports, Chile was …"."""
        texts = sentence.words
        for at in range(rank + 1, min(rank + 6, len(texts))):
            if texts[at] in ("exports", "imports"):
                owner = self.named(sentence, rank, at)
                leading = [p for p in self.named(sentence, 0, rank) if not owner or p.actor != owner[0].actor]
                return (owner[0], leading[0]) if owner and leading else None
        for at in range(rank - 1, 1, -1):
            if texts[at] in ("exports", "imports") and texts[at - 1] == "'s" and "," in texts[at:rank]:
                owner = self._sides_at(sentence, sentence.actors[at - 2]) if sentence.actors[at - 2] >= 0 else []
                partner = self.named(sentence, at, rank)
                return (owner[0], partner[0]) if len(owner) == 1 and len(partner) == 1 else None
        return None

    @staticmethod
    def ranks_unnamed(sentence: Sentence) -> bool:
        """As in "Japan is our largest export market", where nobody knows who "we" are."""
        texts = sentence.words
        return any(
            word in _RANKS
            and any(texts[back] == "our" and sentence.actors[back] < 0 for back in range(max(at - 5, 0), at))
            for at, word in enumerate(texts)
        )

    @cached_property
    def home(self) -> str | None:
        """The state that the text speaks for as "we" and "our"."""
        counts: dict[str, int] = {}
        for actor in self._reading.actors:
            for reference in actor.references:
                if self.in_first_person(reference.span) and (side := self.side(actor.id)) is not None:
                    counts[side] = counts.get(side, 0) + 1
        return max(counts, key=lambda side: (counts[side], side)) if counts else None

    def in_first_person(self, span: Span) -> bool:
        """Whether a reference is "we" or "our", and not the state "US"."""
        document = self._reading.document
        word = document.folded[span.start : span.end]
        return word in _FIRST_PERSON and not (word == "us" and document.text[span.start : span.end].isupper())

    @cached_property
    def _demonyms(self) -> frozenset[int]:
        """Where a place mention is an adjective or names a people."""
        return frozenset(m.span.start for m in self._reading.mentions.of("place") if m.value.form is not PlaceForm.NOUN)
