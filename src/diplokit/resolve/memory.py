"""What a reader remembers at a place of the text: who was named last, who with whom, and whom the text is about.

What is kept is short, so that time grows with the length of the text and no faster.
"""

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from typing import cast

from attrs import define, field

from diplokit import Document, Event, Mention, Title
from diplokit.vocabulary import ActorKind

from .cast import Member
from .pointing_words import GOVERNED, POINTING, coordination

BLOCS = frozenset((ActorKind.IGO, ActorKind.GROUPING))
_PLURAL = frozenset(
    "ministers presidents secretaries ambassadors leaders chairs premiers senators kings envoys generals chiefs heads "
    "governors officials commissioners directors mayors representatives spokespersons chancellors monarchs members".split()
)
KEPT = 120
"""How many of those last named are remembered."""
_TOGETHER = 24
"""How many may be named together at most."""


@define
class Item:
    """Something that the walk comes by: a name, a title without a name, or a word that points back."""

    start: int
    end: int
    sort: str
    detail: object = None
    of: Member | None = None
    sentence: int = 0
    quote: int = -1


@define
class Seen:
    """A place where a member was meant.

    Attributes:
        member: Who was.
        begin: Where it begins, with the title before a name.
        end: Where it ends.
        sentence: The number of the sentence.
        subject: Whether it may be the subject of a clause; `None` until somebody asks.
        quote: The number of the quotation that it lies in, or -1.
    """

    member: Member
    begin: int
    end: int
    sentence: int
    subject: bool | None
    quote: int = -1


def plural(title: Mention[Title]) -> bool:
    """Whether a title means several holders: "the Foreign Ministers"."""
    return _ends_in_plural(title.value.name.split(" of ")[0].split(" for ")[0]) or _ends_in_plural(title.text)


@lru_cache(maxsize=4096)
def _ends_in_plural(words: str) -> bool:
    last = words.rsplit(None, 1)[-1:]
    return bool(last) and last[0].casefold() in _PLURAL


Met = tuple[int, int, int, str, object, Member | None]
"""Something that the walk comes by, before it is an `Item`: start, end, number, sort, detail, whose it is."""


def items_of(
    document: Document,
    first_persons: Container[int],
    names: Iterable[tuple[int, int, Member]],
    inside: Iterable[tuple[int, int, Member]],
    alone: Sequence[tuple[Mention[Title], Member | None]],
    events: Iterable[Mention[Event]],
) -> tuple[list[Met], list[tuple[int, int, bool]]]:
    """What the walk comes by: names, titles without names and words that point back, in the order of the text.

    Args:
        document: The document.
        first_persons: Where "I" and "we" begin.
        names: The names that lie inside no other.
        inside: The others.
        alone: Titles without a name, each with whose it is.
        events: The mentions of gatherings, inside which no word points back.

    Returns:
        These; and where "I", "we" and "you" begin and end, with whether it is the first person.
    """
    # Plain tuples, since there are thousands; the number keeps those that begin and end alike in order.
    found: list[Met] = []
    add = found.append
    number = 0
    for start, end, member in names:
        number += 1
        add((start, end, number, "name", member, None))
    for title, of in alone:
        if not plural(title):
            number += 1
            add((title.span.start, title.span.end, number, "title", title, of))
    taken = [(one[0], one[1]) for one in found]
    taken += [(event.span.start, event.span.end) for event in events]
    taken.sort()
    taken.append((len(document.text) + 1, len(document.text) + 2))
    voices: list[tuple[int, int, bool]] = []
    at = 0
    first, last = taken[0]
    for start, end, meaning in document.hits(POINTING):
        while last <= start:
            at += 1
            first, last = taken[at]
        if first < end:
            continue
        sort, detail = cast("tuple[str, str]", meaning)
        if sort == "second":
            voices.append((start, end, False))
        elif sort == "first":
            if start in first_persons:
                voices.append((start, end, True))
        else:
            number += 1
            add((start, end, number, sort, detail, None))
    for start, end, member in inside:
        if not member.person:
            number += 1
            add((start, end, number, "inside", member, None))
    for title, of in alone:
        if of is not None and of.state:
            number += 1
            add((title.span.start, title.span.end, number, "inside", of, None))
    found.sort()
    return found, voices


@define
class Memory:
    """Who was named before a place of the text.

    Attributes:
        document: The document.
        persons: Those who were last meant as persons (a state too, where its "President" was).
        bodies: States and organisations last meant.
        states: States and blocs last named in any way, also in titles, and the sentence.
        named: How often each of these was, in the order in which they first were.
        topic: The person whom the last sentences are about.
        earlier: Whom they were about before.
        group: Those last named together.
        group_sentence: The sentence in which they were.
        subjects: Those last named together as the subject of a clause.
        subjects_sentence: The sentence in which they were.
        meant: Every place where a word was found to mean someone.
    """

    document: Document
    persons: list[Seen] = field(factory=list)
    bodies: list[Seen] = field(factory=list)
    states: list[tuple[Member, int]] = field(factory=list)
    named: dict[Member, int] = field(factory=dict)
    topic: Seen | None = None
    earlier: Seen | None = None
    group: tuple[Member, ...] = ()
    group_sentence: int = -99
    subjects: tuple[Member, ...] = ()
    subjects_sentence: int = -99
    meant: list[tuple[int, int, tuple[Member, ...]]] = field(factory=list)
    _chain: list[Member] = field(factory=list)
    _chain_end: int = -99
    _chain_begin: int = 0

    def mean(self, members: Iterable[Member], start: int, end: int, rule: str) -> None:
        """Take a place as meaning these members."""
        members = tuple(members)
        for member in members:
            member.mean(start, end, rule)
        if members:
            self.meant.append((start, end, members))

    def collective(self, members: Iterable[Member], item: Item, start: int | None = None) -> None:
        """Take a place as meaning these members together."""
        members = tuple(members)
        start = item.start if start is None else start
        self.mean(members, start, item.end, "collective")
        self._together(members, item.sentence, self.may_lead(start))

    def note_inside(self, member: Member, item: Item) -> None:
        """Remember a state or body named inside a title or another name."""
        if member.state:
            self._note_state(member, item.sentence)
        else:
            self.bodies.append(Seen(member, item.start, item.end, item.sentence, subject=False))

    def remember(self, member: Member, item: Item, *, person: bool) -> None:
        """Remember one who has just been named."""
        self.note(member, item.start, item.end, item.sentence, item.quote, person)

    def note(self, member: Member, start: int, end: int, sentence: int, quote: int, person: bool) -> None:
        """Remember one who is named at a place."""
        kept = self.persons if person else self.bodies
        begin = start
        if kept:
            last = kept[-1]
            if last.member is member and start - last.end < 40 and last.sentence == sentence:
                begin = last.begin  # the name after a title, the title after a name
        seen = Seen(member, begin, end, sentence, None, quote)
        kept.append(seen)
        if len(kept) > 2 * KEPT:
            del kept[:KEPT]
        if person:
            topic = self.topic
            if quote < 0 and (topic is None or topic.sentence != sentence) and self.leads(seen):
                if topic is not None and topic.member is not member:
                    self.earlier = topic
                self.topic = seen
        elif member.state or (member.kind in BLOCS and side(member)):
            self._note_state(member, sentence)
        chain, distance = self._chain, start - self._chain_end
        if chain and chain[-1] is member and 0 <= distance < 60:
            self._chain_end = max(self._chain_end, end)
        elif 0 < distance < 16 and self._coordinated(member, person, start, sentence):
            self._chain_end = end
        else:
            self._chain = [member]
            self._chain_begin, self._chain_end = begin, end

    def leads(self, seen: Seen) -> bool:
        """Whether one may be the subject of a clause; worked out when it is asked."""
        if seen.subject is None:
            seen.subject = self.may_lead(seen.begin)
        return seen.subject

    def may_lead(self, start: int) -> bool:
        """Whether what begins here may be the subject of its clause: no preposition stands before it."""
        before = self.document.folded[start - 16 if start > 16 else 0 : start].split()
        if before and before[-1] in ("the", "a"):
            before.pop()
        return not before or before[-1].strip("'\"") not in GOVERNED

    def _note_state(self, member: Member, sentence: int) -> None:
        self.states.append((member, sentence))
        if len(self.states) > 2 * KEPT:
            del self.states[:KEPT]
            self.named = {}
            for state, _ in self.states:
                self.named[state] = self.named.get(state, 0) + 1
        else:
            self.named[member] = self.named.get(member, 0) + 1

    def _coordinated(self, member: Member, person: bool, start: int, sentence: int) -> bool:
        """Keep one with those just named, if they are named together: "A and B", "A, B and C", "A-B"."""
        chain = self._chain
        if not chain or len(chain) >= _TOGETHER or (chain[-1].person or (chain[-1].state and person)) != person:
            return False
        gap = self.document.folded[self._chain_end : start]
        if not coordination().fullmatch(gap):
            return False
        chain.append(member)
        if "," not in gap or "and" in gap:
            leads = "-" not in gap and self.may_lead(self._chain_begin)
            self._together(dict.fromkeys(chain), sentence, leads)
        return True

    def _together(self, members: Iterable[Member], sentence: int, subject: bool) -> None:
        members = tuple(members)
        if len(members) < 2:
            return
        self.group, self.group_sentence = members, sentence
        if subject and (sentence != self.subjects_sentence or len(members) > len(self.subjects)):
            self.subjects, self.subjects_sentence = members, sentence


def side(member: Member) -> bool:
    """Whether a member can be one of "the two sides"."""
    return member.state or (member.kind in BLOCS and member.name != "United Nations")
