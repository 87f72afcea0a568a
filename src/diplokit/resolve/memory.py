"""What a reader remembers at a place of the text: who was named last, who with whom, and whom the text is about.

What is kept is short, so that time grows with the length of the text and no faster.
"""

from collections.abc import Iterable, Sequence
from typing import cast

from attrs import define, field

from diplokit import Document, Event, Mention, Title
from diplokit.vocabulary import ActorKind

from .cast import Member
from .pointing_words import GOVERNED, POINTING, coordination, is_first_person

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
    head = title.value.name.split(" of ")[0].split(" for ")[0]
    return any(words and words[-1].casefold() in _PLURAL for words in (head.split(), title.text.split()))


def items_of(
    document: Document,
    names: Iterable[tuple[int, int, Member]],
    inside: Iterable[tuple[int, int, Member]],
    alone: Iterable[tuple[Mention[Title], Member | None]],
    quotes: Sequence[tuple[int, int]],
    events: Iterable[Mention[Event]],
) -> list[Item]:
    """Names, titles without names and words that point back, in the order of the text."""
    items = [Item(start, end, "name", member) for start, end, member in names]
    items += [Item(t.span.start, t.span.end, "title", t, of) for t, of in alone if not plural(t)]
    items.sort(key=lambda item: (item.start, item.end))
    blocked = [Item(event.span.start, event.span.end, "event") for event in events]
    taken = sorted([*items, *blocked], key=lambda item: (item.start, item.end)) if blocked else list(items)
    at = 0
    for hit in document.hits(POINTING):
        while at < len(taken) and taken[at].end <= hit.start:
            at += 1
        if at < len(taken) and taken[at].start < hit.end:
            continue
        meaning = cast("tuple[str, str]", hit.meaning)
        if meaning[0] != "first" or is_first_person(document, hit):
            items.append(Item(hit.start, hit.end, *meaning))
    items += [Item(start, end, "inside", member) for start, end, member in inside if not member.person]
    items += [Item(t.span.start, t.span.end, "inside", of) for t, of in alone if of is not None and of.state]
    items.sort(key=lambda item: (item.start, item.end))
    sentences = document.sentences
    number, following = 0, sentences[1].start if len(sentences) > 1 else len(document.text) + 1
    for item in items:
        while item.start >= following:
            number += 1
            following = sentences[number + 1].start if number + 1 < len(sentences) else len(document.text) + 1
        item.sentence = number
    at = 0
    for item in items if quotes else ():
        while at < len(quotes) and quotes[at][1] <= item.start:
            at += 1
        if at < len(quotes) and quotes[at][0] < item.start:
            item.quote = at
    return items


@define
class Memory:
    """Who was named before a place of the text.

    Attributes:
        document: The document.
        persons: Those who were last meant as persons (a state too, where its "President" was).
        bodies: States and organisations last meant.
        states: States and blocs last named in any way, also in titles, and the sentence.
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
        start, end, sentence = item.start, item.end, item.sentence
        kept = self.persons if person else self.bodies
        last = kept[-1] if kept else None
        begin = start
        if last is not None and last.member is member and start - last.end < 40 and last.sentence == sentence:
            begin = last.begin  # the name after a title, the title after a name
        seen = Seen(member, begin, end, sentence, None, item.quote)
        kept.append(seen)
        if len(kept) > 2 * KEPT:
            del kept[:KEPT]
        if not person and side(member):
            self._note_state(member, sentence)
        topic = self.topic
        if person and item.quote < 0 and (topic is None or topic.sentence != sentence) and self.leads(seen):
            if self.topic is not None and self.topic.member is not member:
                self.earlier = self.topic
            self.topic = seen
        self._coordinate(member, person, item, begin)

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

    def _coordinate(self, member: Member, person: bool, item: Item, begin: int) -> None:
        """Keep together those who are named together: "A and B", "A, B and C", "A-B"."""
        chain, distance = self._chain, item.start - self._chain_end
        if chain and chain[-1] is member and 0 <= distance < 60:
            self._chain_end = max(item.end, self._chain_end)
            return
        gap = self.document.folded[self._chain_end : item.start] if 0 < distance < 16 else ""
        alike = bool(chain) and (chain[-1].person or (chain[-1].state and person)) == person
        if gap and alike and len(chain) < _TOGETHER and coordination().fullmatch(gap):
            chain.append(member)
            if "," not in gap or "and" in gap:
                leads = "-" not in gap and self.may_lead(self._chain_begin)
                self._together(dict.fromkeys(chain), item.sentence, leads)
        else:
            self._chain = [member]
            self._chain_begin = begin
        self._chain_end = item.end

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
