"""What a reader remembers at a place of the text: who was named last, who with whom, and whom the text is about.

Only so much is worked out as somebody asks for: names are taken in when a word that points back is come to.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import attrgetter, itemgetter
from typing import NamedTuple

from diplokit import Document, Reference, Span
from diplokit.vocabulary import ActorKind

from .cast import Member
from .pointers import Placed
from .pointing_words import GOVERNED, coordination

BLOCS = frozenset((ActorKind.IGO, ActorKind.GROUPING))
KEPT = 120
"""How many of those last named are remembered."""
_TOGETHER = 24
"""How many may be named together at most."""
_START = itemgetter(0)


class Seen(NamedTuple):
    """A place where a member was meant.

    Attributes:
        member: Who was.
        begin: Where it begins, with the title before a name.
        end: Where it ends.
        sentence: The number of the sentence.
        subject: Whether it may be the subject of a clause; `None` where that is told by the word before it.
        start: Where it begins, without the title; -1 where it is no name, and in no quotation either.
    """

    member: Member
    begin: int
    end: int
    sentence: int
    subject: bool | None
    start: int


class Memory:
    """Who was named before a place of the text.

    Attributes:
        document: The document.
        names: The names that lie inside no other, in order.
        sentence: The number of the sentence that has been come to.
        persons: Those who were meant as persons so far (a state too, where its "President" was).
        bodies: States and organisations meant so far.
        earlier: Whom the text was about before it was about its present topic.
        group: Those last named together.
        group_sentence: The sentence in which they were.
        subjects: Those last named together as the subject of a clause.
        subjects_sentence: The sentence in which they were.
        meant: Where one word, not a name, was found to mean one alone.
    """

    def __init__(
        self,
        document: Document,
        members: Iterable[Member],
        names: Sequence[Placed],
        quotes: Sequence[tuple[int, int]],
    ) -> None:
        self.document = document
        self.names = names
        self.sentence = 0
        self.persons: list[Seen] = []
        self.bodies: list[Seen] = []
        self.earlier: Seen | None = None
        self.group: tuple[Member, ...] = ()
        self.group_sentence = -99
        self.subjects: tuple[Member, ...] = ()
        self.subjects_sentence = -99
        self.meant: list[Placed] = []
        self._topic: Seen | None = None
        self._followed = 0  # how many of the persons the topic has been followed through
        self._named_states: list[Seen] = []  # states and blocs named in any way, also in titles
        self._sides = set(filter(side, members))
        self._quotes = quotes
        self._quote_ends = [end for _, end in quotes]
        self._taken = 0  # how many of the names
        self._starts = list(map(_START, names))
        self._sentence_starts = list(map(attrgetter("start"), document.sentences[1:]))
        self._sentences = list(map(bisect_right, repeat(self._sentence_starts), self._starts))
        self._chain: list[Member] = []  # those named together at the last place
        self._chain_begin, self._chain_end = 0, -99

    # What the walk comes by.

    def come_to(self, start: int) -> int:
        """Take in the names before a place, and tell the number of its sentence."""
        known, begun = self._taken, bisect_right(self._starts, start)
        if begun > known:
            self._taken = begun
            self._take(self.names[known:begun], self._sentences[known:begun])
        self.sentence = bisect_right(self._sentence_starts, start)
        return self.sentence

    def mean(self, member: Member, start: int, end: int, rule: str) -> None:
        """Take a place as meaning a member."""
        member.places.append(Reference(Span(start, end), rule))
        self.meant.append((start, end, member))

    def collective(self, members: Iterable[Member], start: int, end: int) -> None:
        """Take a place as meaning these members together."""
        members = tuple(members)
        if members:
            reference = Reference(Span(start, end), "collective")
            for member in members:
                member.places.append(reference)
            self._together(members, self.sentence, start)

    def note_inside(self, member: Member, start: int, end: int) -> None:
        """Remember a state or body named inside a title or another name."""
        seen = Seen(member, start, end, self.sentence, subject=False, start=start)
        (self._named_states if member.state else self.bodies).append(seen)

    def note(self, member: Member, start: int, end: int, *, office: bool) -> None:
        """Remember one who has just been meant by something else than a name, by the office or not."""
        self._take(((start, end, member),), (self.sentence,), office=office)

    def note_pronoun(self, seen: list[Seen], member: Member, start: int, end: int) -> Seen:
        """Remember one whom a pronoun has just meant, among persons or bodies."""
        seen.append(Seen(member, start, end, self.sentence, subject=True, start=-1))
        return seen[-1]

    def _take(self, names: Iterable[Placed], sentences: Iterable[int], *, office: bool = False) -> None:
        # One loop for all that is named, and the longest-running one of all: no calls, tuples without their class.
        persons, bodies, states, sides = self.persons, self.bodies, self._named_states, self._sides
        chain, chain_begin, chain_end = self._chain, self._chain_begin, self._chain_end
        joins, folded, make = coordination().fullmatch, self.document.folded, tuple.__new__
        for (start, end, member), sentence in zip(names, sentences, strict=True):
            person = office or member.person
            kept = persons if person else bodies
            begin = start
            if kept and kept[-1][0] is member and start - kept[-1][2] < 40 and kept[-1][3] == sentence:
                begin = kept[-1][1]  # the name after a title, the title after a name
            seen = make(Seen, (member, begin, end, sentence, None, start))
            kept.append(seen)
            if member in sides and not office:
                states.append(seen)
            distance = start - chain_end
            if distance < 60:
                if chain[-1] is member and distance >= 0:
                    chain_end = max(chain_end, end)
                    continue
                if 0 < distance < 16 and joins(folded, chain_end, start):
                    if self._join(chain, member, person, folded[chain_end:start], sentence, chain_begin):
                        chain_end = end
                        continue
            chain, chain_begin, chain_end = [member], begin, end
        self._chain, self._chain_begin, self._chain_end = chain, chain_begin, chain_end

    def _join(self, chain: list[Member], member: Member, person: bool, gap: str, sentence: int, begin: int) -> bool:
        """Keep one with those just named, if they are named together: "A and B", "A, B and C", "A-B"."""
        last = chain[-1]
        if len(chain) >= _TOGETHER or (last.person or (last.state and person)) != person:
            return False
        chain.append(member)
        if "," not in gap or "and" in gap:
            self._together(tuple(dict.fromkeys(chain)), sentence, begin if "-" not in gap else -1)
        return True

    def _together(self, members: tuple[Member, ...], sentence: int, begin: int) -> None:
        """Remember those named together from a place on; -1 if not as the subject of a clause."""
        if len(members) < 2:
            return
        self.group, self.group_sentence = members, sentence
        if sentence != self.subjects_sentence or len(members) > len(self.subjects):
            if begin >= 0 and self.may_lead(begin):
                self.subjects, self.subjects_sentence = members, sentence

    # What is asked of it.

    def leads(self, seen: Seen) -> bool:
        """Whether one may be the subject of a clause."""
        return self.may_lead(seen.begin) if seen.subject is None else seen.subject

    def may_lead(self, start: int) -> bool:
        """Whether what begins here may be the subject of its clause: no preposition stands before it."""
        before = self.document.folded[start - 16 if start > 16 else 0 : start].split()
        if before and before[-1] in ("the", "a"):
            before.pop()
        return not before or before[-1].strip("'\"") not in GOVERNED

    def quote_at(self, start: int) -> int:
        """The number of the quotation that a place lies in, or -1."""
        at = bisect_right(self._quote_ends, start)
        return at if at < len(self._quotes) and self._quotes[at][0] < start else -1

    @property
    def topic(self) -> Seen | None:
        """The person whom the last sentences are about: the first to lead a clause in a sentence, outside quotations."""
        topic = self._topic
        for seen in self.persons[self._followed :]:
            if (
                (topic is None or topic.sentence != seen.sentence)
                and self.quote_at(seen.start) < 0
                and self.leads(seen)
            ):
                if topic is not None and topic.member is not seen.member:
                    self.earlier = topic
                topic = seen
        self.topic = topic
        return topic

    @topic.setter
    def topic(self, seen: Seen | None) -> None:
        self._topic, self._followed = seen, len(self.persons)

    @property
    def states(self) -> list[Seen]:
        """States and blocs last named in any way, also in titles."""
        count = len(self._named_states)
        if count > 2 * KEPT:  # in steps, so that what is weighed does not change at every name
            return self._named_states[-KEPT - 1 - (count - 2 * KEPT - 1) % KEPT :]
        return self._named_states

    @property
    def next_name(self) -> Placed | None:
        """The name after the place that has been come to."""
        return self.names[self._taken] if self._taken < len(self.names) else None

    def named_in(self, sentence: int) -> dict[Member, int]:
        """Where the members named in a sentence are; the last place of each."""
        low, high = bisect_left(self._sentences, sentence), bisect_right(self._sentences, sentence)
        return {member: start for start, _, member in self.names[low:high]}


def side(member: Member) -> bool:
    """Whether a member can be one of "the two sides"."""
    return member.state or (member.kind in BLOCS and member.name != "United Nations")
