"""Whom "I", "we" and "you" mean: by turns, by quotations, by the state for which a text speaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from diplokit import Document, Hit, Mention, Span

from .cast import BLOCS, Member
from .home import Home
from .memory import Memory
from .pointers import Placed
from .pointing_words import SPEECH
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


def introduced(
    document: Document, first: Sequence[int], mentions: Iterable[Mention[Any]], meant: Mapping[int, Member]
) -> list[Member]:
    """Those for whom a communiqué says to speak: "We, the Foreign Ministers of ASEAN, gathered in Jakarta …".

    Args:
        document: The document.
        first: Where the words of the first person begin.
        mentions: Places and organisations.
        meant: Whom they mean, by the start of the mention.

    Returns:
        The body, or the states that are listed; none where the text introduces nobody so.
    """
    folded = document.folded
    for start in first[:_MOST_FIRST]:
        opening = _introduction().match(folded, start)
        if opening is None:
            continue
        end = opening.end()
        stop = min(document.sentence_at(start).end, end + 300)
        going_on = _gathered().search(folded, end, stop)
        stop = going_on.start() if going_on else stop
        speaking: dict[Member, None] = {}
        for mention in mentions:
            if mention.span.start >= stop:
                break
            member = meant.get(mention.span.start)
            if mention.span.start < start or member is None:
                continue
            if member.kind in BLOCS:
                return [member]
            if member.state:
                speaking[member] = None
        if speaking:
            return list(speaking)
    return []


_MOST_FIRST = 12
"""Among how many "we" the one is looked for that says who speaks."""


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(
        r"we(?:,|\s[-\u2013\u2014])\s(?:the\s)?(?:[\w'/-]+,?\s){0,9}?(?=(?:heads|leaders|ministers|presidents|governments|members|"
        r"representatives|states|parliamentarians|speakers|chiefs|kings|countries|foreign|finance|trade|defence|defense|member)\b)"
    )


_SPEECHES = ("speech", "remarks", "address", "statement")
_HEADING = 300


@cache
def _speech() -> re.Pattern[str]:
    """What the heading of a speech says, in folded text."""
    return re.compile(
        r"\b(?:(?:speech|remarks|address|statement)\s(?:by|of|delivered by|given by|from)\s"
        r"|(?:'s|'|keynote|opening|closing|welcome|welcoming)\s(?:\w+\s){0,2}(?:speech|remarks|address|statement)\b)"
    )


@cache
def _release() -> re.Pattern[str]:
    return re.compile(r"\b(?:media|press|news|joint)\s(?:release|statement)\b|\bministerial\sstatement\b")


@cache
def _sentence() -> re.Pattern[str]:
    """Where the first line begins that has a sentence in it."""
    return re.compile(r"\n[^\n]*[a-z]{2}[.!?\u2026](?:\s|\Z)|\n[^\n]{160}")


@cache
def _gathered() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:gathered|gathering|met|meeting|having|assembled|convened|on the occasion|at the conclusion|in the city|"
        r"attending|participating|reaffirm\w*|recall\w*|issue|issued|adopt|adopted|declare|are|were|have|agree\w*|held|hold)\b"
    )


class Voices:
    """Who says what, and whom "I", "we" and "you" mean there."""

    def __init__(
        self,
        document: Document,
        home: Home,
        told_by: Sequence[Member],
        turns: list[Turn],
        memory: Memory,
        quotes: Sequence[tuple[int, int]],
    ) -> None:
        """Take what is known of a text.

        Args:
            document: The document.
            home: Finds the state for which a text speaks that tells in the first person.
            told_by: For whom it speaks where it says so itself.
            turns: The turns of a transcript.
            memory: Whom names, and words that were found to point back, mean.
            quotes: Where quotations begin and end.
        """
        self.document = document
        self._home = home
        self._told_by = told_by
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
        if len(told) >= 2 or (told and self._told_by):
            for member in self._told_by or self._orator() or self._home.speaking():
                member.mean_all(told, "first person")

    def _orator(self) -> Sequence[Member]:
        """Who holds the speech that a text is, if its heading says so: "Remarks by Minister X at the Forum"."""
        folded = self.document.folded
        head = folded[:_HEADING]
        if not any(word in head for word in _SPEECHES):
            return self._letterhead(head) if " release" in head else ()
        match = _speech().search(head)
        if match is None:
            return self._letterhead(head)
        text = self.document.text
        start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end(), match.start() + _HEADING)
        if end < 0:
            return ()  # no heading, but a story
        named = {member for begin, _, member in self._memory.names if start <= begin < end and member.person}
        return tuple(named) if len(named) == 1 else ()

    def _letterhead(self, head: str) -> Sequence[Member]:
        """Who sends a text: the only one who is named, with an office, above it beside "Media release" and the like."""
        match = _release().search(head)
        if match is None:
            return ()
        opens = _sentence().search(self.document.text, match.end())
        end = opens.start() if opens else _HEADING
        named = {member for begin, _, member in self._memory.names if begin < end and member.person}
        return tuple(named) if len(named) == 1 and all(member.offices for member in named) else ()

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
        if not self._meant:
            self._meant = sorted([*self._memory.names, *self._memory.meant], key=_START)
            self._starts = list(map(_START, self._meant))
        inside = self._meant[bisect_left(self._starts, low) : bisect_left(self._starts, high)]
        single = [entry for entry in inside if entry[1] <= high]
        before = [
            entry for entry in single if entry[1] <= low + verb.start() and not _governed(between, entry[0] - low)
        ]
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
    return (
        text[max(0, at - 14) : at]
        .rstrip()
        .endswith((" to", " with", " of", " by", " from", " welcoming", " told", " meeting"))
    )
