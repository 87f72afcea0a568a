"""Whether the clause around a date tells of something past or to come, from its verbs; English."""

import re
from functools import cache

from diplokit import Document

_REACH = 160


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:(?P<future>will|shall|would|'ll|won't|going to|(?:is|are|was|were) (?:due|set|scheduled|slated|expected|"
        r"planned|poised|likely) to|(?:is|are) to(?! the)|to be held|upcoming|forthcoming|plans to|intends to|due (?:on|in|by|to)|scheduled (?:for|on|in)|"
        r"set for|look(?:s|ing)? forward|by|meets?|begins?|opens?|starts?|takes? place|travels|arrives|visits|hosts|holds|departs|leaves for)"
        r"|(?P<past>said|told|was|were|had|did|met|held|took|came|went|began|left|made|gave|saw|spoke|signed|won|rose|fell|"
        r"grew|became|sent|brought|led|wrote|paid|hosted|visited|arrived|announced|recently|earlier|ago|since|has|have|"
        r"(?!need|unit|indeed|proceed|exceed|speed)[a-z]{3,}ed))(?!\w)"
    )


def tense_at(document: Document, start: int, end: int, *, clause: bool = False) -> str:
    """`past`, `future`, or nothing if no verb near a place tells.

    The nearest mark of its sentence decides, and one before the place rather than one behind it; `said` decides
    only if there is nothing else, since what is said may lie ahead.
    """
    folded = document.folded
    left = max(folded.rfind(". ", max(0, start - _REACH), start), document.text.rfind("\n\n", max(0, start - _REACH), start))
    if clause:
        left = max(left, folded.rfind(", ", max(0, start - _REACH), start))
    left = left + 1 if left >= 0 else max(0, start - _REACH)
    right = folded.find(". ", end, end + _REACH)
    right = right if right >= 0 else min(len(folded), end + _REACH)
    best, said = "", ""
    nearest = 10_000
    for match in _marks().finditer(folded, left, right):
        if start < match.end() <= end or start <= match.start() < end:
            continue
        word = match.group()
        tense = "future" if match["future"] else "past"
        if word == "by" and not (match.end() <= start <= match.end() + 5):
            continue
        if word in ("said", "told", "announced", "recently", "has", "have", "since"):
            said = "past"
            continue
        distance = start - match.end() if match.end() <= start else (match.start() - end) * 2 + 10
        if distance < nearest:
            best, nearest = tense, distance
    return best or said
