"""What the words of a head alone tell of an office: its own portfolio, what may follow it, and whether it is doubtful."""

import re
from functools import lru_cache

from attrs import frozen

from diplokit import Title, fold
from diplokit.vocabulary import Role, RoleStatus

from .office_roles import MINISTERS, office_role
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

_LETTERS = {
    "eam": "External Affairs Minister",
    "pm": "Prime Minister",
    "dpm": "Deputy Prime Minister",
    "fm": "Foreign Minister",
    "sms": "Senior Minister of State",
    "sps": "Senior Parliamentary Secretary",
}
_LETTERS.update((word.lower(), word) for word in ("CEO", "CFO", "MP", "MEP"))
_SMALL = frozenset("of for the and to in on de at".split())


@frozen
class Head:
    """What is known of a head by its words alone.

    Attributes:
        words: The words, folded.
        capital: Whether they begin with a capital letter.
        bare: The title that they are with nothing beside them.
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
    capital: bool
    bare: Title
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
def known_head(written: str, role: Role) -> Head:
    """What is known of a head by how a text writes it, and by what it makes of its holder."""
    words = fold(written)
    minister = role in MINISTERS
    table = office_words()
    first = WORD.match(words) if minister else None
    portfolio = table.portfolio - {"cabinet"}  # "Treasury Cabinet Secretary"
    own = first.group() if first and first.group() in portfolio and first.end() < len(words) else ""
    bare, status = office_role(words, role, f"{own} ", "", "", False, None)
    return Head(
        words,
        written[0].isupper(),
        title(listed(written), bare, status or RoleStatus.INCUMBENT, None, None),
        role,
        minister,
        own,
        own_after=minister and _OWN_PORTFOLIO.search(words) is not None,
        takes_after=minister or words == "secretary",
        single=" " not in words,
        careful=words in ALSO_NAMES or words in table.ranks | table.deputies or len(words) <= 3 or words in _CAREFUL,
        adjective=words in _ADJECTIVES,
        never_small=words in _NEVER_SMALL,
    )


@lru_cache(maxsize=2048)
def title(name: str, role: Role, status: RoleStatus, of: str | None, to: str | None) -> Title:
    """A title; the same ones come again and again."""
    return Title(name, role, status, of, to)


@lru_cache(maxsize=2048)
def listed(words: str) -> str:
    """An office as one would list it.

    Examples:
        >>> listed("MINISTER OF TRADE"), listed("pm")
        ('Minister of Trade', 'Prime Minister')
    """
    words = " ".join(words.split()).strip(" ,-")
    if "(" in words:
        words = re.sub(r" \([A-Z]{2,6}\)", "", words)
    if words.islower() or words.isupper():
        if words.lower() in _LETTERS:
            return _LETTERS[words.lower()]
        return re.sub(
            r"[^\W\d_]+(?:'[^\W\d_]+)?",
            lambda m: m.group().lower() if m.group().lower() in _SMALL else m.group().capitalize(),
            words,
        )
    return words
