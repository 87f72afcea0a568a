"""Whose voice a text is: its home state, the turns of a transcript, quotations, and whom "I", "we" and "you" mean."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from attrs import define, field

from diplokit import Document, Hit, Mentions
from diplokit.vocabulary import PlaceForm, PlaceKind

from .cast import Cast, Member
from .coreference import Item
from .offices import HEADS, Borne
from .pointing_words import SPEECH

_PLACED = re.compile(r"\b(?:in|from|at|near|into|across|leave|left|to|with|visit|visits|visited|visiting)\s(?:the\s)?\Z")
_GOES = ("to", "with", "visit")
_VISIT = re.compile(r"\b(?:visit(?:s|ed|ing)?|trip|travel(?:s|led|ed|ling|ing)?)\s(?:to\s)?(?:the\s)?\Z")
_OTHERS = re.compile(r"\b(?:he|she|his|her|president|minister|king|queen|mr|ms|mrs|premier|chairman|leader)\b")
_FIRST_PART = 20_000
_FAR = 1.4


@define
class Home:
    """Finds the states for which or of which a text may speak: those that act and own in it, not where others go."""

    document: Document
    cast: Cast
    mentions: Mentions
    meant: dict[int, Member]
    quotes: Sequence[tuple[int, int]]
    pointers: Sequence[Hit]
    _first: dict[int, int] = field(factory=dict, init=False)

    def ranked(self) -> tuple[list[Member], bool]:
        """The states, the most likely first, and whether the first is so by far."""
        self._find_first_persons()
        weights: dict[str, float] = {}
        places = self.mentions.of("place")[:400]
        cities = {mention.span.end for mention in places if mention.value.type is PlaceKind.CITY}
        for number, mention in enumerate(places):
            member = self.meant.get(mention.span.start)
            code = member.code if member is not None else mention.value.code
            if code is None or code not in self.cast.by_code:
                continue
            if member is None or not member.state:
                weight = 1.5 if number == 0 and mention.span.start < 40 else 0.0  # a dateline
            elif mention.span.start - 2 in cities and self.document.folded.startswith(", ", mention.span.start - 2):
                weight = 0.25
            else:
                weight = self._weight(mention.span.start, mention.span.end, mention.value.form is PlaceForm.NOUN)
            weights[code] = weights.get(code, 0) + weight
        if len(self._first) > 1:
            # Who writes in the first person tells of the heads of other states.
            for code in {h.of.code for m in self.cast.members for h in m.offices[:4] if h.of and h.role in HEADS}:
                if code in weights:
                    weights[code] = 0.3 * weights[code] - 1
        ranked = sorted((code for code in weights if weights[code] >= 0.5), key=lambda code: -weights[code])
        clear = len(ranked) == 1 or (len(ranked) > 1 and weights[ranked[0]] >= _FAR * weights[ranked[1]])
        return [self.cast.by_code[code] for code in ranked], clear

    def _find_first_persons(self) -> None:
        """The first "I" or "we" of every sentence, outside quotations."""
        ends = [end for _, end in self.quotes]
        for hit in self.pointers:
            if hit.start > _FIRST_PART:
                break
            at = bisect_left(ends, hit.start)
            if at == len(ends) or self.quotes[at][0] > hit.start:
                self._first.setdefault(self.document.sentence_index(hit.start), hit.start)

    def _weight(self, start: int, end: int, noun: bool) -> float:
        """How far the mention of a state speaks for its being the home of the text."""
        folded = self.document.folded
        pronoun = self._first.get(self.document.sentence_index(start))
        placed = _PLACED.search(folded, max(0, start - 14), start) if noun else None
        visit = _VISIT.search(folded, max(0, start - 24), start) if placed else None
        if visit and self._first:
            mine = pronoun is not None and pronoun < visit.start() and not _OTHERS.search(folded, pronoun, visit.start())
            return -3.0 if mine else 1.0
        if folded.startswith("-", end):
            return 0.25  # "US-led", "Peru-Chile"
        if pronoun is None:
            return 0.25 if placed else 1.0
        if placed:
            return -2.0 if placed[0].startswith(_GOES) else 0.0
        if start < pronoun:
            return 2.0
        # "We announce that Australia will …" speaks for Australia; "we met the Thai minister" not for Thailand.
        return 1.0 if noun and folded.startswith((" will ", "'s ", "' "), end) else 0.0


@define
class Turn:
    """What one speaker of a transcript says."""

    start: int
    member: Member | None


@cache
def _label() -> re.Pattern[str]:
    """A speaker's name in capitals, or a question, before a colon."""
    return re.compile(r"(?:^|(?<=[.!?)\u201d\"] )|(?<=\n))(?:[A-Z][A-Z.'\u2019-]+ ){0,6}[A-Z][A-Z.'\u2019-]+(?: \([^()\n]{1,30}\))?: |^Q:? |^Question: ", re.MULTILINE)


def turns_of(document: Document, around: Iterable[Borne], who: dict[int, Member]) -> list[Turn]:
    """The turns of a transcript: names before a colon at the beginning of a sentence or line.

    Args:
        document: The document.
        around: The names with what stands around them.
        who: The persons by the start of the mention of the name.
    """
    text = document.text
    turns: dict[int, Turn] = {}
    for one in around:
        end = one.end
        if text.startswith(" (", end):
            closing = text.find(")", end, end + 40)
            end = closing + 1 if closing > 0 else end
        if not text.startswith(":", end):
            continue
        before = text[max(0, one.start - 2) : one.start]
        if before.strip(" \t*") and before[-1:] not in ("\n",) and before.rstrip()[-1:] not in ".!?)\u201d\"*":
            continue
        turns[end] = Turn(end, who[one.person.span.start])
    if not turns:
        return []
    for match in _label().finditer(text):
        end = match.end() - 2
        if end not in turns and not any(end - 60 < known <= end + 2 for known in (end, end + 1, end + 2) if known in turns):
            turns[end] = Turn(end, None)
    return sorted(turns.values(), key=lambda turn: turn.start)


_MARK = re.compile("[\"\u201c\u201d]|\n\\s*\n")


def quotations(text: str) -> list[tuple[int, int]]:
    """Where quotations begin and end; one that no mark closes ends with its paragraph."""
    found: list[tuple[int, int]] = []
    if '"' not in text and "\u201c" not in text:
        return found
    opened: int | None = None
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark == "\u201c" or (mark == '"' and opened is None):
            if opened is None:
                opened = match.start()
        elif opened is not None:
            if match.start() - opened > 2:
                found.append((opened, match.start()))
            opened = None
    if opened is not None:
        found.append((opened, len(text)))
    return found


@define
class Voices:
    """Who says what, and whom "I", "we" and "you" mean there."""

    document: Document
    home: Member | None
    turns: list[Turn]
    meant: Sequence[tuple[int, int, tuple[Member, ...]]]
    _quotes: Sequence[tuple[int, int]]
    _speakers: dict[int, Member | None] = field(factory=dict, init=False)
    _starts: list[int] = field(init=False)
    _turn_starts: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._starts = [start for start, _, _ in self.meant]
        self._turn_starts = [turn.start for turn in self.turns]

    def take(self, pointers: Iterable[Item]) -> None:
        """Give every "I", "we" and "you" to whom it means."""
        told: list[Item] = []
        at = 0
        for pointer in pointers:
            if self.turns:
                self._in_turn(pointer)
                continue
            while at < len(self._quotes) and self._quotes[at][1] < pointer.start:
                at += 1
            if at < len(self._quotes) and self._quotes[at][0] < pointer.start:
                if pointer.sort == "first":
                    speaker = self._speaker(at)
                    if speaker is not None:
                        speaker.mean(pointer.start, pointer.end, "first person")
            elif pointer.sort == "first":
                told.append(pointer)
        if len(told) >= 2 and self.home is not None:
            for pointer in told:
                self.home.mean(pointer.start, pointer.end, "first person")

    def _in_turn(self, pointer: Item) -> None:
        at = bisect_right(self._turn_starts, pointer.start) - 1
        if at < 0:
            return
        speaker = self.turns[at].member
        if pointer.sort == "first":
            member = speaker
        else:
            member = self._addressee(at)
        if member is not None:
            member.mean(pointer.start, pointer.end, "first person" if pointer.sort == "first" else "second person")

    def _addressee(self, at: int) -> Member | None:
        """The other one of a conversation of two."""
        speaker = self.turns[at].member
        if speaker is None:
            return None
        others = {
            id(turn.member): turn.member
            for turn in self.turns[max(0, at - 3) : at + 4]
            if turn.member is not None and turn.member is not speaker
        }
        return next(iter(others.values())) if len(others) == 1 else None

    def _speaker(self, at: int) -> Member | None:
        """Who says a quotation: the one named with a verb of speech after or before it, or who spoke before it."""
        if at in self._speakers:
            return self._speakers[at]
        start, end = self._quotes[at]
        speaker = self._named(end, min(end + 180, self._next(at)), after=True)
        if speaker is None:
            speaker = self._named(max(start - 120, self._quotes[at - 1][1] if at else 0), start, after=False)
        if speaker is None and at and start - self._quotes[at - 1][1] < 40:
            speaker = self._speaker_before(at)
        self._speakers[at] = speaker
        return speaker

    def _speaker_before(self, at: int) -> Member | None:
        # Asked in order, so that the one before is known; never a chain of calls.
        return self._speakers.get(at - 1)

    def _next(self, at: int) -> int:
        return self._quotes[at + 1][0] if at + 1 < len(self._quotes) else len(self.document.text)

    def _named(self, low: int, high: int, *, after: bool) -> Member | None:
        if high <= low:
            return None
        between = self.document.folded[low:high]
        blank = self.document.text.find("\n\n", low, high)
        if blank >= 0:
            if after:
                between, high = between[: blank - low], blank
            else:
                between, low = between[blank - low + 2 :], blank + 2
        verbs = [match for match in _word().finditer(between) if match.group() in SPEECH]
        if not verbs:
            return None
        verb = verbs[0] if after else verbs[-1]
        inside = self.meant[bisect_left(self._starts, low) : bisect_left(self._starts, high)]
        single = [(start, stop, who[0]) for start, stop, who in inside if len(who) == 1 and stop <= high]
        before = [entry for entry in single if entry[1] <= low + verb.start() and not _governed(between, entry[0] - low)]
        if before:
            persons = [entry for entry in before if entry[2].person]
            return (persons or before)[0 if after else -1][2]
        behind = [entry for entry in single if entry[0] - low - verb.end() in range(20)]
        return behind[0][2] if behind else None


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z]+")


def _governed(text: str, at: int) -> bool:
    """Whether a preposition stands before what begins at `at`."""
    return text[max(0, at - 14) : at].rstrip().endswith((" to", " with", " of", " by", " from", " welcoming", " told", " meeting"))
