"""Which state those who tell in the first person call their own, and which they call another's.

Read are the words beside the name of a state, in a sentence that says "I" or "we": "my country, Kenya", "fellow
Kenyans", "on behalf of the people of Kenya"; "Japan is our largest market", "I will visit Japan and Korea".
Sources: the habits of speeches before assemblies and of ministers' releases; kept by hand.
"""

import re
from functools import cache

OWN = 8.0
"""How much it says for a state that who speaks calls it the own: more than the names of others weigh."""
_STANDS, _HOST = 3.0, 2.0
_BLAMED, _OTHER, _VISITED = -1.0, -3.0, -3.0
_BEFORE, _AFTER, _WAY = 110, 60, 200
_OFFICES = r"(?:(?:prime|foreign) minister|president|minister|premier|chancellor|king|citizen)"
_THOSE = rf"(?:government|people|delegation|nation|parliament|state|{_OFFICES[3:]}"


_BEFORE_OWN = frozenset("of the in we fellow country nation homeland motherland government delegation people".split())
_BEFORE_HOST = frozenset(("to", "in", "the"))
"""Words of which one stands directly before the name, where a pattern that ends there is worth trying."""


def claim(text: str, folded: str, start: int, end: int, said: int) -> float | None:
    """How far the words around the name of a state speak for its being that of the one who speaks, or nothing.

    Args:
        text: The text.
        folded: The same, folded.
        start: Where the name begins.
        end: Where it ends.
        said: Where the first "I" or "we" of the sentence stands.
    """
    low = max(0, start - _BEFORE)
    near = folded[max(low, start - 14) : start].split()
    word = near[-1].rstrip(",") if near else ""
    if (word in _BEFORE_OWN and _called_own().search(folded, low, start)) or _own_behind().match(
        folded, end, end + _AFTER
    ):
        return OWN
    if word in _BEFORE_HOST and said < start and _hosted().search(folded, max(low, said), start):
        return _HOST
    if _called_other().match(folded, end, end + _AFTER):
        return _OTHER
    if said < start:
        since = max(said, start - _WAY)
        told = folded[since:start]
        if (
            "visit" in told or "travel" in told or "trip" in told or "go " in told or "going" in told
        ) and _on_the_way().search(text, since, start):
            return _VISITED
    return None


def stance(folded: str, end: int, *, noun: bool) -> float | None:
    """How far what is said of a state whose name ends here speaks for its being that of the one who speaks, or nothing.

    Args:
        folded: The folded text.
        end: Where the name ends.
        noun: Whether it may be the subject.
    """
    if _blamed().match(folded, end):
        return _BLAMED
    return _STANDS if noun and _stance().match(folded, end) else None


@cache
def _stance() -> re.Pattern[str]:
    """What a speaker says of the own state, behind its name: "Togo is gratified", "Peru's firm commitment"."""
    return re.compile(
        r"(?:,? (?:also|therefore|thus|too|now|once again|has always|has consistently|has long|fully|strongly|firmly|warmly))*,?\s+"
        r"(?:supports?|welcomes?|believes?|expresses|intends|reiterates|reaffirms|attaches|hopes|considers|wish(?:es)?|shares|"
        r"joins|associates itself|aligns itself|stands ready|looks forward|commends|appreciates|pledges|advocates|attached|"
        r"supported|advocated|(?:is|remains|stands) (?:\w+ly )?(?:ready|convinced|committed|gratified|pleased|proud|prepared|"
        r"honou?red|determined|grateful|concerned|willing|opposed|in favou?r)|has (?:\w+ly )?(?:given|responded|contributed|"
        r"worked|supported|ratified|joined|signed))\b|'s (?:\w+,? (?:and )?){0,3}(?:support|commitment|position|view|contribution)\b"
    )


@cache
def _blamed() -> re.Pattern[str]:
    """What is said of others: "Iran must", "the Iraqi occupation"."""
    return re.compile(
        r"(?:'s)?\s+(?:(?:brutal|continued|continuing|unprovoked|unjustified|illegal|military|further) )*(?:must|has to|have to|refuses|"
        r"refused|withdraw|withdrawal|aggression|occupation|oppression|invasion|attacks?|regime|(?:occupation|occupying) forces|enemy)\b"
    )


@cache
def _called_own() -> re.Pattern[str]:
    """What stands before the name of one's own state, in folded text."""
    return re.compile(
        r"(?:\b(?:my|our)\s(?:\w+\s)?(?:country|nation|homeland|motherland|government|delegation|people),?\s"
        r"|\bwe,?\s(?:here\s)?(?:in\s|(?=the\s))|\bon\sbehalf\sof\s|\bfellow\s|\bback\shome\sin\s"
        rf"|(?<!election\s)\bas\s(?={_OFFICES}\s))(?:the\s)?(?:{_THOSE}\s(?:and\s(?:the\s)?{_THOSE}\s)?of\s(?:the\s)?)?\Z"
    )


@cache
def _own_behind() -> re.Pattern[str]:
    """What stands behind the name of one's own state, in folded text."""
    return re.compile(r",?\s(?:is\s)?(?:my|our)\s(?:own\s|beloved\s|dear\s)?(?:country|nation|homeland|motherland)\b")


@cache
def _hosted() -> re.Pattern[str]:
    """What stands before the name of the state to which one welcomes others, in folded text."""
    return re.compile(
        r"\b(?:welcom(?:e|ing)|receiv(?:e|ing)|host(?:ing)?)\s(?!the\s(?:return|decision|transfer|agreement|end|move)\b)"
        r"[^.;]{3,90}\s(?:to|in)\s(?:the\s)?\Z"
    )


@cache
def _called_other() -> re.Pattern[str]:
    """What stands behind the name of another's state, in folded text."""
    return re.compile(
        r"\s(?:is|are|remains?|was|has\s(?:long\s|also\s)?been|and\si\b)(?:\s(?:also|now|still|one|of|among|a|an|and)){0,3}\s"
        r"(?:our|my)\b|,\sour\s(?:\w+[\s-]){0,3}(?:neighbou?rs?|friends?|partners?|all(?:y|ies)|markets?)\b"
        r"|(?:,?\s[^,.;]{2,40},?)?\sand\si\b"
    )


@cache
def _on_the_way() -> re.Pattern[str]:
    """What one says before the states that one will visit, one after the other."""
    return re.compile(
        r"\b(?:[Vv]isit(?:s|ed|ing)?|[Tt]ravel(?:l?ed|l?ing)?|[Tt]rips?|go(?:ing)?)\s"
        r"(?:(?:[A-Z\d][\w.'\u2019-]*|from|to|and|on|the|of|in|at|then|also|both|by|via)[\s,]{1,3}){0,24}\Z"
    )
