"""Whether letters or words that may mean many things are a body here: by what stands before and after them.

Nothing here finds a mention: the rule of the table asks for these.
"""

import re
from functools import cache

from diplokit import Document
from diplokit.wordlists import ORGANISATIONS

from .cue_words import REPORTING

# --- words -----------------------------------------------------------------------------------------------------

_MEMBERS_OF = frozenset(
    (
        "leader leaders chairman chief president spokesman spokeswoman spokesperson official officials member members "
        "rebels fighters guerrillas militants headquarters director executive candidate party supporters commander "
        "lawmaker lawmakers statement"
    ).split()
)

_AND = (", and the ", " and the ", ", and ", " and ", ", the ", ", ")

AUSTRALIAN = (
    " and state",
    " and territor",
    ", state",
    "-state ",
    " minister for",
    " department of",
    " government",
    " parliament",
    " attorney",
    " treasurer",
    " budget",
    " legislation",
    " funding",
    " public service",
)
"""What follows the Commonwealth that is the federation of Australia."""

# --- rules -----------------------------------------------------------------------------------------------------


def reports(document: Document, start: int, end: int) -> bool:
    """Whether what stands before a name is what it said: "the envoy left, APS said on Sunday"."""
    if not document.text.endswith((", ", ", the ", " news agency "), 0, start):
        return False
    match = _following().match(document.folded, end)
    return match is not None and (match[1] in ("said", "says") or match[1] in REPORTING)


def listed(document: Document, start: int, end: int) -> bool:
    """Whether letters that may mean many things stand beside those of a body that all know: "the UN, OIC and ECO"."""
    text = document.text
    before = next(
        (document.ending(ORGANISATIONS).get(start - len(gap)) for gap in _AND if text.endswith(gap, 0, start)), None
    )
    after = next(
        (document.starting(ORGANISATIONS).get(end + len(gap)) for gap in _AND if text.startswith(gap, end)), None
    )
    return any(
        hit is not None and not hit.meaning.doubtful and text[hit.start : hit.end].isupper()  # type: ignore[attr-defined]
        for hit in (before, after)
    )


def acts(document: Document, end: int) -> bool:
    """Whether the word after a name is one that stands after organisations: a leader, a spokesman, fighters."""
    match = _following().match(document.folded, end)
    return match is not None and match[1] in _MEMBERS_OF


@cache
def _following() -> re.Pattern[str]:
    return re.compile(r" ([a-z]+)")
