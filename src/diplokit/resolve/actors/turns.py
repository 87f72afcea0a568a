"""The turns of a transcript: who speaks from where on."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from attrs import define

from diplokit import Document

from .cast import Member
from .titles_beside import Borne


@define
class Turn:
    """What one speaker of a transcript says."""

    start: int
    member: Member | None


@cache
def _label() -> re.Pattern[str]:
    """A speaker's name in capitals before a colon."""
    return re.compile(
        r"(?:^|(?<=[.!?)\u201d\"] )|(?<=\n))(?:[A-Z][A-Z.'\u2019-]+ ){0,6}[A-Z][A-Z.'\u2019-]+(?: \([^()\n]{1,30}\))?: \Z",
        re.MULTILINE,
    )


_QUESTION = re.compile(r"\n(?:Q:? |Question: )")
_LABELLED = re.compile(r": ")
_ZONE = re.compile(r"[AP]\.?M\.?,? [A-Z]{2,4} \Z")
"""The hour before the first speaker: "11:30 A.M. JST"."""
_LABEL = 240
"""How long the label of a speaker is at most."""


def _labels(text: str) -> list[int]:
    """Where speakers' names in capitals and the marks of questions end."""
    ends = {match.end() - 2 for match in _QUESTION.finditer(text)}
    if text.startswith(("Q: ", "Q ", "Question: ")):
        ends.add(text.index(" ") - 1)
    for match in _LABELLED.finditer(text):
        end = match.start()
        low = max(0, end - _LABEL)
        stop = text.rfind(" (", low, end) if text.endswith(")", 0, end) else end
        if stop > 0 and text[stop - 1] in _IN_NAMES:
            begin = low + len(text[low:stop].rstrip(_IN_NAMES + " "))  # a label begins here or later
            if _label().search(text, begin, end + 2):
                ends.add(end)
    return sorted(ends)


_IN_NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ.'\u2019-"
"""The characters of the names of speakers."""


def turns_of(document: Document, around: Iterable[Borne], who: Mapping[int, Member]) -> list[Turn]:
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
        if before.strip(" \t*") and before[-1:] != "\n" and before.rstrip()[-1:] not in '.!?)\u201d"*':
            if not _ZONE.search(text, max(0, one.start - 16), one.start):
                continue
        turns[end] = Turn(end, who[one.person.span.start])
    if not turns:
        return []
    for end in _labels(text):
        if end not in turns and not any(
            end - 60 < known <= end + 2 for known in (end, end + 1, end + 2) if known in turns
        ):
            turns[end] = Turn(end, None)
    return sorted(turns.values(), key=lambda turn: turn.start)
