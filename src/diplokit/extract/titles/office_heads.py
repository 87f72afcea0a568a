"""What the words of a head alone tell of an office: its own portfolio, what may follow it, and whether it is doubtful."""

import re
from functools import lru_cache
from typing import NamedTuple

from diplokit.vocabulary import Role

from .office_roles import MINISTERS
from .office_surroundings import WORD, office_words

_OWN_PORTFOLIO = re.compile(r" (?:of|for) ")
_ADJECTIVES = frozenset(
    {"premier", "chief executive", "governor", "commander", "king", "queen", "major", "general", "captain"}
)
_NEVER_SMALL = frozenset(
    {"major", "general", "captain", "marshal", "representative", "chair", "principal", "chief", "lieutenant", "dean"}
)
_CAREFUL = frozenset({"sultan", "shah", "general", "amir", "gov.", "rep."})
ALSO_NAMES = frozenset(
    {
        "king",
        "pope",
        "major",
        "marshal",
        "judge",
        "bishop",
        "cardinal",
        "chancellor",
        "mayor",
        "duke",
        "constable",
        "speaker",
        "chief",
    }
)
"""Heads that are also family names."""


class Head(NamedTuple):
    """What is known of a head by its words alone.

    Attributes:
        words: The words, folded.
        role: What the office makes of its holder.
        minister: Whether its role takes a portfolio.
        own: The word of a portfolio with which it begins: "foreign minister".
        own_after: Whether a portfolio stands at its end: "minister of trade".
        takes_after: Whether a portfolio or a state may follow without a preposition.
        single: Whether it is one word.
        careful: Whether it is also a name, a rank, or letters.
        adjective: Whether it is also an adjective or a title of other things.
        never_small: Whether it is no office in small letters.
    """

    words: str
    role: Role
    minister: bool
    own: str
    own_after: bool
    takes_after: bool
    single: bool
    careful: bool
    adjective: bool
    never_small: bool


@lru_cache(maxsize=2048)
def known_head(words: str, role: Role) -> Head:
    """What is known of a head by its words."""
    minister = role in MINISTERS
    table = office_words()
    first = WORD.match(words) if minister else None
    own = table.portfolio - {"cabinet"}  # "Treasury Cabinet Secretary"
    return Head(
        words,
        role,
        minister,
        own=first.group() if first and first.group() in own and first.end() < len(words) else "",
        own_after=minister and _OWN_PORTFOLIO.search(words) is not None,
        takes_after=minister or words == "secretary",
        single=" " not in words,
        careful=words in ALSO_NAMES or words in table.ranks | table.deputies or len(words) <= 3 or words in _CAREFUL,
        adjective=words in _ADJECTIVES,
        never_small=words in _NEVER_SMALL,
    )
