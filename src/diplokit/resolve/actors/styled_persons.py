"""Whom "His Excellency" and "Her Royal Highness" mean where no name follows: who was styled so before."""

import re
from functools import cache

from .cast import Member
from .memory import KEPT, Memory
from .seen import Seen

STYLES = (" highness", " majesty", " excellency", " royal ", " holiness", " eminence", " imperial ", " serene ")
"""What follows "his" and "her" in words of honour."""


@cache
def _style() -> re.Pattern[str]:
    """Words of honour that stand for a name, in folded text."""
    return re.compile(
        r"(?:his|her) (?:(?:royal|imperial|serene) )?(?:highness|majesty|excellency|holiness|eminence)(?![\w-])"
    )


_RULERS = {
    "majesty": frozenset("king queen sultan emperor empress".split()),
    "highness": frozenset("emir amir prince princess sheikh".split()),
}
"""Offices that are styled so, also where the text has not done it yet."""


def styled(memory: Memory, start: int, gender: str) -> None:
    """Take "His Excellency" as the one styled so: the one the text is about, if it opens a sentence, or the last."""
    text, folded = memory.document.text, memory.document.folded
    match = _style().match(folded, start, start + 32)
    if match is None:
        return
    end = match.end()
    if text.startswith(" ", end) and (text[end + 1 : end + 2].isupper() or folded.startswith("the ", end + 1)):
        return  # a name or an office follows
    sentence = memory.come_to(start)
    style = match.group().title()
    rulers = _RULERS.get(style.rsplit(" ", 1)[1].lower(), frozenset())
    opens = start == memory.document.sentences[sentence].start
    topic = memory.topic
    if opens and topic is not None and sentence - topic.sentence <= 2 and _bears(topic.member, style, rulers, gender):
        _mean(memory, topic.member, start, end)
        return
    for seen in memory.persons[: -KEPT - 1 : -1]:
        if _bears(seen.member, style, rulers, gender) and not _acts_here(memory, seen, sentence):
            _mean(memory, seen.member, start, end)
            return


def _bears(member: Member, style: str, rulers: frozenset[str], gender: str) -> bool:
    if member.gender not in (None, gender):
        return False
    if style in member.honorifics or (style.endswith("Highness") and "Sheikh" in member.honorifics):
        return True
    if any(holding.title == "Queen" for holding in member.offices):
        return gender == "f"
    return any(not rulers.isdisjoint(holding.words) for holding in member.offices)


def _acts_here(memory: Memory, seen: Seen, sentence: int) -> bool:
    """Whether one is the subject of the sentence: "His Majesty received His Majesty" tells of two."""
    return seen.sentence == sentence and memory.leads(seen)


def _mean(memory: Memory, member: Member, start: int, end: int) -> None:
    memory.mean(member, start, end, "style")
    memory.note(member, start, end, office=False)
