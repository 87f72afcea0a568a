"""Whose words a text is that tells in the first person: of those who agreed on it, a speaker, a ministry, a state.

Read are the opening of a communiqué ("We, the Foreign Ministers of ASEAN"), the heading of a speech, the letterhead
of a release, who "issued the following statement", and which state is spoken of as one's own (`home`, `claims`).
Sources: the habits of ministries; kept by hand.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import define

from diplokit import Document, Mention, Span

from .cast import BLOCS, Member
from .home import Home
from .memory import Memory

_SPEECHES = ("speech", "remarks", "address", "statement")
_HEADING = 300
_MOST_FIRST = 12
"""Among how many "we" the one is looked for that says who speaks."""
_PLURAL = frozenset(("we", "us", "our", "ours", "ourselves"))


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


@define
class Narrators:
    """Finds who tells a text in the first person, outside quotations.

    Attributes:
        document: The document.
        home: Finds the state for which or of which it may speak.
        told_by: For whom it speaks where it says so itself.
        memory: Whom names mean, and for whom a statement speaks.
    """

    document: Document
    home: Home
    told_by: Sequence[Member]
    memory: Memory

    def of(self, told: Sequence[Span]) -> Sequence[Member]:
        """Who tells, where these are all words of the first person outside quotations."""
        if not told:
            return ()
        if self.told_by:
            return self.told_by
        one = self._issuer(told[0].start)
        if one is not None:
            return (one,)
        if len(told) < 2:
            return ()
        return self._orator() or self._joint(told) or self.home.speaking()

    def _issuer(self, first: int) -> Member | None:
        """The state that issues what follows: "The Foreign Ministry of Peru stated the following", "Embassy of Peru"."""
        folded = self.document.folded
        head = folded[: min(first, _OPENING)]
        at = head.find(" following ")
        if at >= 0:
            sentence = self.document.sentence_at(at)
            match = _issued().search(folded, sentence.start, min(sentence.end, at + 40))
            if match is None or folded.find("joint ", sentence.start, sentence.end) >= 0:
                return None
            return self._named(sentence.start, match.start())
        match = _office_heading().search(self.document.text, 0, len(head))
        return None if match is None else self._named(*match.span())

    def _named(self, low: int, high: int) -> Member | None:
        """The last state or body named in a part of the text, with the state in which a ministry is."""
        bodies = self.home.bodies
        for start in reversed(bodies.starts[bisect_left(bodies.starts, low) : bisect_left(bodies.starts, high)]):
            member = bodies.meant.get(start)
            if member is not None:
                return bodies.within.get(id(member), member)
        return None

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
        named = {member for begin, _, member in self.memory.names if start <= begin < end and member.person}
        return tuple(named) if len(named) == 1 else ()

    def _letterhead(self, head: str) -> Sequence[Member]:
        """Who sends a text: the only one who is named, with an office, above it beside "Media release" and the like."""
        match = _release().search(head)
        if match is None:
            return ()
        opens = _sentence().search(self.document.text, match.end())
        end = opens.start() if opens else _HEADING
        named = {member for begin, _, member in self.memory.names if begin < end and member.person}
        return tuple(named) if len(named) == 1 and all(member.offices for member in named) else ()

    def _joint(self, told: Sequence[Span]) -> Sequence[Member]:
        """Those of whom the first sentence tells together, where a text says "we" and never "I"."""
        folded = self.document.folded
        if not all(folded[one.start : one.end] in _PLURAL for one in told):
            return ()
        return self.memory.parties.opening


_OPENING = 900


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(
        r"we(?:,|\s[-\u2013\u2014])\s(?:the\s)?(?:[\w'/-]+,?\s){0,9}?(?=(?:heads|leaders|ministers|presidents|governments|members|"
        r"representatives|states|parliamentarians|speakers|chiefs|kings|countries|foreign|finance|trade|defence|defense|member)\b)"
    )


@cache
def _gathered() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:gathered|gathering|met|meeting|having|assembled|convened|on the occasion|at the conclusion|in the city|"
        r"attending|participating|reaffirm\w*|recall\w*|issue|issued|adopt|adopted|declare|are|were|have|agree\w*|held|hold)\b"
    )


@cache
def _issued() -> re.Pattern[str]:
    """What stands behind the one whose words follow, in folded text."""
    return re.compile(
        r"\s(?:gave|gives|issued|issues|made|makes|made\spublic|released|releases|published|stated|states|said|delivered)\s"
        r"(?:on\s\w+\s)?(?:the|as)\s(?:following|follows)\b"
    )


@cache
def _office_heading() -> re.Pattern[str]:
    """What the heading of a text says that a government's office issues."""
    return re.compile(
        r"(?:\A|\n)(?:(?:press\s|official\s)?statement\s(?:by|of|from|issued\sby)\sthe\s(?:[\w'-]+\s){0,3}|the\s)?"
        r"(?:ministry\s(?:of|for)|foreign\sministry|embassy\s(?:of|in)|permanent\smission\sof|consulate|delegation\sof|mission\sof)\s"
        r"[^.;\n]{3,120}\n",
        re.IGNORECASE,
    )


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
