"""What a reader remembers at a place of the text: who was named last, who with whom, and whom the text is about.

Only so much is worked out as somebody asks for: names are taken in when a word that points back is come to.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from diplokit import Document, Span

from .cast import Member, side
from .parties import Parties
from .pointers import Placed
from .pointing_words import GOVERNED, coordinates
from .seen import Seen

KEPT = 120
"""How many of those last named are remembered."""
_TOGETHER = 24
"""How many may be named together at most."""
_OPENING = 3
"""In which of the first sentences whom a text begins with is named, behind headlines."""
_DATELINE = 150
"""How far a dateline reaches at most."""


_BEGIN = attrgetter("begin")


class Memory:
    """Who was named before a place of the text.

    Attributes:
        document: The document.
        names: The names that lie inside no other, in order.
        parties: Finds those for whom the document speaks, when somebody asks.
        sentence: The number of the sentence that has been come to.
        persons: Those who were meant as persons so far (a state too, where its "President" was).
        bodies: States and organisations meant so far.
        earlier: Whom the text was about before it was about its present topic.
        group: Those last named together.
        group_sentence: The sentence in which they were.
        subjects: Those last named together as the subject of a clause.
        subjects_sentence: The sentence in which they were.
        meant: Where one word, not a name, was found to mean one alone.
        unnamed: The states of those last told of without a name, by what sort of word, and where that ends.
    """

    def __init__(
        self, document: Document, names: Sequence[Placed], quotes: Sequence[tuple[int, int]], parties: Parties
    ) -> None:
        self.document = document
        self.names = names
        self.parties = parties
        self.sentence = 0
        self.persons: list[Seen] = []
        self.bodies: list[Seen] = []
        self.earlier: Seen | None = None
        self.group: tuple[Member, ...] = ()
        self.group_sentence = -99
        self.subjects: tuple[Member, ...] = ()
        self.subjects_sentence = -99
        self.meant: list[Placed] = []
        self.unnamed: tuple[tuple[Member, ...], str, int] = (), "", 0
        end = len(document.text) + 1
        self._sentence_ends = [*document.sentence_starts[1:], end]  # where the next one begins
        self._starts = [*[start for start, _, _ in names], end]
        self._taken = 0  # how many names have been taken in
        # The states and blocs among them, as far as somebody has asked, and those named otherwise that have been come to.
        self._sides: list[Seen] = []
        self._sided = 0
        self._more_sides: list[Seen] = []
        self._quotes = quotes
        self._quote_ends = [end for _, end in quotes]
        self._topic: Seen | None = None
        self._followed = 0  # how many of the persons the topic has been followed through
        # Of those named together at the last place: the first, the last, where that ends, and all if they are several.
        self._first: Seen | None = None
        self._last: Member | None = None
        self._reach = -99
        self._joined: tuple[Member, ...] = ()

    # What the walk comes by.

    def come_to(self, start: int) -> int:
        """Take in the names before a place, and tell the number of its sentence."""
        starts, known = self._starts, self._taken
        if starts[known] <= start:
            self._taken = begun = bisect_right(starts, start, known)
            self._take(self.names[known:begun], bisect_right(self._sentence_ends, starts[known]))
        ends, sentence = self._sentence_ends, self.sentence
        if not (sentence and ends[sentence - 1] <= start < ends[sentence]):
            self.sentence = sentence = bisect_right(ends, start)
        return sentence

    def mean(self, member: Member, start: int, end: int, rule: str) -> None:
        """Take a place as meaning a member."""
        member.places.append((start, end, Span(start, end), rule))
        self.meant.append((start, end, member))

    def collective(self, members: Iterable[Member], start: int, end: int, *, told: bool = False) -> None:
        """Take a place as meaning these members together; if that is told by one of them, the sentence is about that one."""
        members = tuple(members)
        if members:
            place = (start, end, Span(start, end), "collective")
            for member in members:
                member.places.append(place)
            if not told:
                self.together(members, self.sentence, start)

    def note_inside(self, member: Member, start: int, end: int) -> None:
        """Remember a state or body named inside a title or another name."""
        seen = Seen(member, start, end, self.sentence, subject=False, start=start)
        (self._more_sides if member.state else self.bodies).append(seen)

    def note(self, member: Member, start: int, end: int, *, office: bool) -> None:
        """Remember one who has just been meant by something else than a name, by the office or not."""
        self._take(((start, end, member),), self.sentence, office=office)
        if not office and side(member):
            self._more_sides.append(Seen(member, start, end, self.sentence, subject=None, start=start))

    def note_pronoun(self, row: list[Seen], member: Member, start: int, end: int) -> Seen:
        """Remember one whom a pronoun has just meant, among persons or bodies."""
        row.append(Seen(member, start, end, self.sentence, subject=True, start=-1))
        return row[-1]

    def _take(self, names: Iterable[Placed], sentence: int, *, office: bool = False) -> None:
        """Take in places that mean somebody, perhaps by the office; the first lies in a sentence."""
        # The only thing that is done for every name: few calls in it for those who are named alone.
        persons, bodies = self.persons, self.bodies
        first, last, reach, joined = self._first, self._last, self._reach, self._joined
        ends = self._sentence_ends
        stop = ends[sentence]
        for start, end, member in names:
            if start >= stop:
                sentence = bisect_right(ends, start, sentence)
                stop = ends[sentence]
            begin, row = start, persons if member.person or office else bodies
            if row:
                before = row[-1]
                if before.member is member and start - before.end < 40 and before.sentence == sentence:
                    begin = before.begin  # the name after a title, the title after a name
            seen = Seen(member, begin, end, sentence, None, start)
            row.append(seen)
            distance = start - reach
            if distance < 60:
                if member is last and distance >= 0:
                    reach = max(reach, end)  # named again
                    continue
                if 0 < distance < 16 and (joined := self._join(joined, first, last, seen, reach, row is persons)):
                    last, reach = member, end
                    continue
            first, last, reach, joined = seen, member, end, ()
        self._first, self._last, self._reach, self._joined = first, last, reach, joined

    def _join(
        self, joined: tuple[Member, ...], first: Seen | None, last: Member | None, seen: Seen, reach: int, person: bool
    ) -> tuple[Member, ...]:
        """One and those named just before, if they are named together: "A and B", "A, B and C", "A-B"; else nobody."""
        if first is None or last is None or (last.person or (last.state and person)) != person:
            return ()
        gap = self.document.folded[reach : seen.start]
        if len(joined) >= _TOGETHER or not coordinates(gap):
            return ()
        joined = (*(joined or (first.member,)), seen.member)
        if "," not in gap or "and" in gap:
            self.together(tuple(dict.fromkeys(joined)), seen.sentence, first.begin if "-" not in gap else -1)
        return joined

    def together(self, members: tuple[Member, ...], sentence: int, begin: int) -> None:
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
        if 0 <= seen.start < _DATELINE and self.reports(seen):
            return False
        return self.may_lead(seen.begin) if seen.subject is None else seen.subject

    def reports(self, seen: Seen) -> bool:
        """Whether one is the reporter in the brackets of a dateline: "Vienna, (ANA - A. Name) - The Chancellor …"."""
        folded, end = self.document.folded, seen.end
        if end > _DATELINE or not folded.startswith((") - ", ") -- ", ") \u2013 ", ") \u2014 ", "): "), end):
            return False
        return "(" in folded[:end]

    def may_lead(self, start: int) -> bool:
        """Whether what begins here may be the subject of its clause: no preposition stands before it."""
        before = self.document.folded[start - 16 if start > 16 else 0 : start].split()
        if before and before[-1] in ("the", "a"):
            before.pop()
        return not before or before[-1].strip("'\"") not in GOVERNED

    @property
    def first(self) -> Member | None:
        """The person with whom the text begins: the first of all, if as the subject of one of its first sentences."""
        seen = next((seen for seen in self.persons[:8] if seen.member.person and not self.reports(seen)), None)
        return seen.member if seen is not None and seen.sentence <= _OPENING and self.leads(seen) else None

    def quote_at(self, start: int) -> int:
        """The number of the quotation that a place lies in, or -1."""
        quotes = self._quotes
        if not quotes:
            return -1
        at = bisect_right(self._quote_ends, start)
        return at if at < len(quotes) and quotes[at][0] < start else -1

    @property
    def topic(self) -> Seen | None:
        """The person whom the last sentences are about: the first to lead a clause in a sentence, outside quotations."""
        topic, folded = self._topic, self.document.folded
        before, listed = None, False
        for seen in self.persons[self._followed :]:
            if topic is not None and topic.sentence == seen.sentence:
                continue
            leads = self.quote_at(seen.start) < 0 and self.leads(seen)
            if leads and before is not None and 0 < seen.begin - before.end < 7:
                # "was welcomed by A, B and C": the later ones do not lead either
                gap = folded[before.end : seen.begin]
                listed = gap in (", ", "; ") or (listed and gap in (", and ", " and "))
                leads = not listed
            else:
                listed = False
            before = None if leads else seen
            if leads:
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
        ends = self._sentence_ends
        self._sides += [
            Seen(member, start, end, bisect_right(ends, start), None, start)
            for start, end, member in self.names[self._sided : self._taken]
            if not member.person and side(member)
        ]
        self._sided = self._taken
        last = [*self._sides[-2 * KEPT :], *self._more_sides[-2 * KEPT :]]
        last.sort(key=_BEGIN)
        count = len(self._sides) + len(self._more_sides)
        if count <= 2 * KEPT:
            return last
        return last[-KEPT - 1 - (count - 2 * KEPT - 1) % KEPT :]  # in steps, so that not every name changes the weights

    @property
    def next_name(self) -> Placed | None:
        """The name after the place that has been come to."""
        return self.names[self._taken] if self._taken < len(self.names) else None

    def last_names(self) -> Iterator[Placed]:
        """The names before the place that has been come to, the last one first."""
        return reversed(self.names[max(0, self._taken - _TOGETHER) : self._taken])

    def name_from(self, place: int) -> Placed | None:
        """The name at a place or after it."""
        at = bisect_left(self._starts, place)
        return self.names[at] if at < len(self.names) else None

    def named_in(self, sentence: int) -> dict[Member, int]:
        """Where the members named in a sentence are; the last place of each."""
        starts, ends = self._starts, self._sentence_ends
        low = bisect_left(starts, ends[sentence - 1]) if sentence else 0
        high = bisect_left(starts, ends[sentence], low)
        return {member: start for start, _, member in self.names[low:high]}
