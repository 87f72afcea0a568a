"""What follows a single word in capitals and makes it a person: an age, a noun for a person, the family, an act.

"Suparman, 38, was sentenced", "Boonlert, a taxi driver, agreed", "Perarivalan's mother wept",
"Gervinho headed in".
"""

import re
from functools import cache

from diplokit import fold

from .name_words import tables

# --- words -----------------------------------------------------------------------------------------------------

APPOSING = frozenset({", ", " (", "'s", "\u2019s"})
"""The first two characters of what may follow such a word."""

_CHARACTERS = "".join(map(chr, range(0x3001)))
_SPACES = [char for char, folded in zip(_CHARACTERS, fold(_CHARACTERS), strict=True) if folded == " "]

# The first four letters of what only a person does.
_ACTING = frozenset("head voll curl nodd slot tapp limp wept smil shru marr drib fist skie".split())

TELLING_AFTER = frozenset(
    [
        *[mark + first for mark in (", ", " (") for first in "a123456789"],
        *["'s" + space for space in _SPACES],
        *["\u2019s" + space for space in _SPACES],
        *[" " + acting[:2] for acting in _ACTING],
    ]
)
"""The first three characters of what may tell of a person after a word."""

_ACTS = re.compile(
    r" (?:headed (?:in|home|wide|over|just|the|a|it|against|past|straight)|volleyed|curled|nodded|slotted|tapped (?:in|home)|limped|wept|smiled|shrugged|married|dribbled|fisted|skied)\b"
)
_HAS = re.compile(
    r"'s (?:(?:late|early|first|second|deep|curling|looping|low|long-range|opening|inch-perfect) )?(?:header|save|volley|cross|free[ -]kick|corner|penalty|through ball|forehand|backhand|hat[ -]trick|funeral|coffin|autopsy|childhood|marriage|birthday|diary|hands|knee|ankle|hamstring|shoulder)\b"
)

_AGE = re.compile(r", (?:aged )?[1-9]\d(?:, (?!\d)|\.\s| and )| \((?:aged )?[1-9]\d\)")
_NOUN = re.compile(r", an? (?:[\w'-]{1,20} ){0,4}?([a-z-]{3,20})(?=,| from | of | who | with | whose | at | in | for )")
_FAMILY = re.compile(
    r"'s (?:(?:late|elder|younger|older|eldest|youngest|estranged|pregnant|widowed|\d{1,2}-year-old) )?([a-z-]{3,20})\b"
)
# How an age or a noun begins.
_OPENINGS = (
    *[mark + opening for mark in (", ", " (") for opening in ("aged ", *"123456789")],
    ", a ",
    ", an ",
)
# Nouns that do not lead to a name by themselves, but describe a person after one.
_ALSO = frozenset(
    "dealer driver trader pilot officer attorney academic veteran priest monk imam captain coach fan girl boy man woman".split()
)
# A word after these is a place, and a word that ends so is an adverb: "In Douma, a resident of the suburb", "Sadly, a".
_PLACED = re.compile(r"(?<!\w)(?:in|at|near|off|from|to|of|outside|around|for|on) \Z")
_ADVERB = re.compile(r"(?:ly|wards?|while|less|time|where|wise|day)\Z")

# --- rules -----------------------------------------------------------------------------------------------------


@cache
def _family() -> frozenset[str]:
    """Words for members of a family: they belong to a person, not to a firm."""
    return tables().kin - tables().firms_have


def tells_of_person(folded: str, start: int, end: int) -> bool:
    """Whether what follows a word tells that it names a person.

    Args:
        folded: The folded text.
        start: Where the word begins.
        end: Where it ends.

    Examples:
        >>> text = "boonlert, a taxi driver, agreed. in douma, a resident of the suburb said so."
        >>> tells_of_person(text, 0, 8), tells_of_person(text, 36, 41)
        (True, False)
    """
    if folded[end] == " " and folded[end + 1] != "(":
        return folded[end + 1 : end + 5] in _ACTING and _ACTS.match(folded, end) is not None
    if folded[end] == "'":
        if _HAS.match(folded, end):
            return True
        match = _FAMILY.match(folded, end)
        return match is not None and match.group(1) in _family()
    if not folded.startswith(_OPENINGS, end):
        return False
    if _PLACED.search(folded, max(0, start - 9), start) or _ADVERB.search(folded, start, end):
        return False
    if _AGE.match(folded, end):
        return True
    match = _NOUN.match(folded, end)
    return match is not None and (match.group(1) in tables().sure_nouns or match.group(1) in _ALSO)
