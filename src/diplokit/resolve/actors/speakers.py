"""Whom "I", "we" and "you" mean: by turns, by quotations, by the state for which a text speaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter

from diplokit import Document, Hit, Span

from .cast import Member
from .memory import Memory
from .narrators import Narrators
from .pointers import Placed
from .pointing_words import QUOTING
from .turns import Turn

_START = itemgetter(0)


# All begin with one of three characters, and say so first: so the search skips to them.
_CLOSING = re.compile('["\u201d\n](?:(?<!\n)|(?<=\n)\\s*\n)')


def quotations(text: str) -> list[tuple[int, int]]:
    """Where quotations begin and end; one that no mark closes ends with its paragraph."""
    found: list[tuple[int, int]] = []
    plain, curly = text.find('"'), text.find("\u201c")
    while plain >= 0 or curly >= 0:
        start = min(plain, curly) if plain >= 0 and curly >= 0 else max(plain, curly)
        closing = _CLOSING.search(text, start + 1)
        if closing is None:
            found.append((start, len(text)))
            break
        stop, end = closing.span()
        if stop - start > 2:
            found.append((start, stop))
        plain = text.find('"', end) if 0 <= plain < end else plain
        curly = text.find("\u201c", end) if 0 <= curly < end else curly
    return found


class Voices:
    """Who says what, and whom "I", "we" and "you" mean there."""

    def __init__(
        self,
        document: Document,
        narrators: Narrators,
        turns: list[Turn],
        memory: Memory,
        quotes: Sequence[tuple[int, int]],
    ) -> None:
        """Take what is known of a text.

        Args:
            document: The document.
            narrators: Finds who tells a text in the first person.
            turns: The turns of a transcript.
            memory: Whom names, and words that were found to point back, mean.
            quotes: Where quotations begin and end.
        """
        self.document = document
        self._narrators = narrators
        self._turns = turns
        self._turn_starts = [turn.start for turn in turns]
        self._memory = memory
        self._meant: list[Placed] = []  # names and words that mean one, once somebody asks
        self._starts: list[int] = []
        self._quotes = quotes
        self._speakers: dict[int, Member | None] = {}

    def take(self, speaking: Iterable[Hit], spoken_to: Iterable[Hit]) -> None:
        """Give every "I" and "we", and in a transcript every "you", to whom it means.

        Args:
            speaking: Words of the first person.
            spoken_to: Those of the second.
        """
        if self._turns:
            for at, start, end in self._by_turn(speaking):
                self._say(self._turns[at].member, start, end, "first person")
            for at, start, end in self._by_turn(spoken_to):
                self._say(self._addressee(at), start, end, "second person")
            return
        told: list[Span] = []
        quotes = self._quotes
        ends = [end for _, end in quotes]
        for start, end, _ in speaking:
            at = bisect_left(ends, start)
            if at == len(quotes) or quotes[at][0] >= start:
                told.append(Span(start, end))
            else:
                self._say(self._speaker(at), start, end, "first person")
        for member in self._narrators.of(told):
            member.mean_all(told, "first person")

    def _by_turn(self, hits: Iterable[Hit]) -> Iterator[tuple[int, int, int]]:
        """The number of the turn in which each word stands, and where it does."""
        for start, end, _ in hits:
            at = bisect_right(self._turn_starts, start) - 1
            if at >= 0:
                yield at, start, end

    def _say(self, member: Member | None, start: int, end: int, rule: str) -> None:
        if member is not None:
            member.mean(Span(start, end), rule)

    def _addressee(self, at: int) -> Member | None:
        """The other one of a conversation of two."""
        speaker = self._turns[at].member
        if speaker is None:
            return None
        others = {
            id(turn.member): turn.member
            for turn in self._turns[max(0, at - 3) : at + 4]
            if turn.member is not None and turn.member is not speaker
        }
        return next(iter(others.values())) if len(others) == 1 else None

    def _speaker(self, at: int) -> Member | None:
        """Who says a quotation: the one named with a verb of speech after or before it, or who spoke before it."""
        first = at
        while first and at - first < _CHAIN and first not in self._speakers and self._goes_on(first):
            first -= 1
        for one in range(first, at + 1):
            if one not in self._speakers:
                self._speakers[one] = self._says(one)
        return self._speakers[at]

    def _goes_on(self, at: int) -> bool:
        """Whether hardly anything stands between a quotation and the one before it."""
        return at > 0 and self._quotes[at][0] - self._quotes[at - 1][1] < 40

    def _says(self, at: int) -> Member | None:
        start, end = self._quotes[at]
        beyond = min(end + 180, self._next(at))
        speaker = self._named(end, beyond, after=True)
        if speaker is None:
            speaker = self._named(max(start - 120, self._quotes[at - 1][1] if at else 0), start, after=False)
        if speaker is None and self._goes_on(at):
            speaker = self._speakers.get(at - 1)
        if speaker is None and not self._said_by_another(end, beyond):
            speaker = self._told_before(start)
        return speaker

    def _said_by_another(self, low: int, high: int) -> bool:
        """Whether a verb of speech behind a quotation has a subject that is told by more than "he" or an office."""
        line = self.document.text.find("\n", low, high)
        behind = self.document.folded[low : line if line >= 0 else high]
        verb = next((match for match in _word().finditer(behind, 0, _CLOSE) if match.group() in QUOTING), None)
        return verb is not None and _HE.fullmatch(behind, 0, verb.start()) is None

    def _told_before(self, start: int) -> Member | None:
        """Who said something in the paragraph before one that a quotation opens."""
        text = self.document.text
        line = text.rfind("\n", 0, start) + 1
        before = text[:line].rstrip()
        if not before or text[line:start].strip():
            return None
        low = max(before.rfind("\n") + 1, len(before) - _PARAGRAPH)
        last = bisect_left(self._quotes, (start, 0)) - 1
        if last >= 0 and self._quotes[last][0] <= low + 1 and self._quotes[last][1] >= len(before) - 1:
            return self._speakers.get(last)  # the paragraph is a quotation as well
        speaker = self._named(low, len(before), after=False)
        return speaker if speaker is not None and speaker.person else None

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
        verbs = [match for match in _word().finditer(between) if match.group() in QUOTING]
        if not verbs:
            return None
        verb = verbs[0] if after else verbs[-1]
        if not self._meant:
            self._meant = sorted([*self._memory.names, *self._memory.meant], key=_START)
            self._starts = list(map(_START, self._meant))
        inside = self._meant[bisect_left(self._starts, low) : bisect_left(self._starts, high)]
        single = [
            entry for entry in inside if entry[1] <= high and not between.startswith(("'s ", "' "), entry[1] - low)
        ]
        before = [
            entry
            for entry in single
            if entry[1] <= low + verb.start()
            and not _governed(between, entry[0] - low)
            and (entry[2].person or _beside(between[entry[1] - low : verb.start()]))
        ]
        if before:
            persons = [entry for entry in before if entry[2].person]
            return (persons or before)[0 if after else -1][2]
        if verb.group() in _TO_OTHERS:
            return None
        behind = [
            entry
            for entry in single
            if entry[0] - low - verb.end() in range(20) and "," not in between[verb.end() : entry[0] - low]
        ]
        return behind[0][2] if behind else None


def _beside(gap: str) -> bool:
    """Whether between a state or body and a verb nothing stands that shows it not to be the subject."""
    return len(gap) < 60 and not any(mark in ",0123456789" for mark in gap.removesuffix(", ").removeprefix(", in a"))


_TO_OTHERS = frozenset("told tells telling assured assuring warned warning urged urging warns urges".split())
"""Verbs of speech behind which the one stands who is spoken to."""
_CHAIN = 12
"""How many quotations are gone through at once that follow each other."""
_PARAGRAPH = 600
_CLOSE = 60
_HE = re.compile(
    r"[\"\u201d',]*\s*(?:(?:he|she|they)|the (?:[\w-]+ ){0,2}(?:minister|president|premier|leader|diplomat|envoy|ambassador|"
    r"chief|secretary|commissioner|governor|chairman|chancellor|king|prince|speaker|senator))\s(?:(?:\w+ly|also|further|has|had|then)\s)*"
)
"""What stands between a quotation and a verb of speech where who speaks is known, in folded text."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z]+")


def _governed(text: str, at: int) -> bool:
    """Whether a preposition stands before what begins at `at`."""
    return (
        text[max(0, at - 14) : at]
        .rstrip()
        .endswith((" to", " with", " of", " by", " from", " welcoming", " told", " meeting"))
    )
