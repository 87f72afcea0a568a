"""Newspapers of which one word is enough, where they are read or report: "the Herald reported"."""

import re
from functools import cache

from diplokit import Document

_PAPERS = frozenset(
    (
        "Herald Star Standard Post Times Nation Chronicle Monitor Guardian Independent Observer Citizen Mirror Telegraph "
        "Tribune Gazette Mail Express Sun Daily News Journal Echo Courier Examiner Bulletin Inquirer Review"
    ).split()
)


def a_paper(document: Document, start: int, end: int) -> bool:
    """Whether one word is a newspaper: "the Herald reported"."""
    return (
        document.text[start:end] in _PAPERS
        and document.folded.startswith("the ", start - 4)
        and _reports().match(document.folded, end) is not None
    )


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(
        r" (?:newspaper|daily|tabloid|weekly|reported|reports|said|quoted|wrote|editorial|editor|columnist|website)\b"
    )
