"""Whether the words behind a noun say outright that it takes place: "talks held at Nairobi", "the session, which began"."""

from .governing import Noun
from .patterns import compiled
from .sightings import Sighting
from .terms import MINISTERIAL, SESSION, SUMMIT

_OF_IT = r"(?:\s+(?:of|on|for|between|among|with|to|in|at|from|about|under|over|by|against)\s[^.;\",]{1,130}?)??"
"""What belongs to the noun and stands before the words that tell of it."""
_THEN = r"(?:(?:also|just|now|still|being|first|last|jointly|currently|earlier|subsequently|officially|recently|again|already)\s+)?"
_DONE = r"(?:held|hosted|convened|organi[sz]ed|initiated|launched|opened|resumed|suspended|adjourned|interrupted|concluded|inaugurated|closed)"
_GOES_ON = (
    r"opened|opens|began|begins|started|starts|ended|ends|concluded|concludes|resumed|resumes|kicked off|kicks off|got under ?way|"
    r"gets under ?way|closed|closes|broke up|broke down|collapsed|continued|continues|convened|reconvened|adjourned|lasted|brought together"
)
_OCCURS = (
    rf"{_OF_IT}(?:,?\s+(?:to be\s+)?{_THEN}{_DONE}\s+(?:[a-z]+ly\s+|here\s+)?(?:in|at|on|by|under|here|from|between|with|last|earlier|this|outside|near|during|<D>)|"
    r"(?:,?\s+(?:which|that))?\s+(?:"
    rf"(?:(?:was|were|will be|would be|(?:has|have|had) {_THEN}been|(?:is|are) (?:to be|being)|(?:was|were) being|"
    rf"(?:is|are|was|were) (?:going|scheduled|due|set|expected|planned|slated) to be)\s+{_THEN}{_DONE}|"
    rf"(?:is|are|was|were|(?:has|have|had) {_THEN}been)\s+{_THEN}(?:under ?way|in progress|ongoing|in session|going on|taking place|continuing)|"
    rf"(?:(?:has|have|had|will|would|is to|are to|(?:is|are) (?:scheduled|due|set|expected|planned|slated) to)\s+{_THEN})?(?:took|takes?|taken) place|taking place|"
    rf"(?:has|have|had|will|is to|are to|(?:is|are) (?:scheduled|due|set|expected|planned|slated) to)\s+{_THEN}(?:open|beg[iu]n|start|end|conclude|resume|kick|reconvene|convene|continue|close|collapse)(?:ed|d)?|"
    rf"(?:is|are|was|were) (?:scheduled|due|set|slated|planned) (?:for|on|in)|{_THEN}(?:{_GOES_ON}))\b))"
)
_SITUATED = r"(?:\s+of\s+(?:the\s+|its\s+|our\s+)?(?:[<H><C><A><T>]++\s*+|(?:and|of|on|for|the)\s+){1,9}?)?,?\s*(?:(?:on|in|from)\s+(?=<D>{7})|(?:held\s+)?(?:in|at)\s+(?=[<P><H>])|(?<=\s)(?=<D>{7}))"
_OFTEN = r"[^.;\"]{0,60}\b(?:every|each|annually|yearly|regularly|periodically|(?:once|twice) an?|whenever|usually|always|mostly)\b"
_OF_THEM = r"\b(?:on|about|regarding|concerning)\s+(?:[^\s,;]+\s+){0,3}\Z"
"""Before negotiations that are only what others talk about: "discussions on trade negotiations will take place"."""
_SEVERAL = r"\b(?:previous|earlier|past|other|both|these|those|such|two|three|several|numerous|subsequent|recent|future)\s+(?:[^\s,;]+\s+){0,3}\Z"
"""Before meetings that are no one meeting."""


def occurs(right: str) -> bool:
    """Whether masked text behind a noun says that the meeting takes place, took place or will.

    Examples:
        >>> occurs(" held at Libreville under the auspices of the Union")
        True
        >>> occurs(" of ministers, which took place in May, ended early")
        True
        >>> occurs(" is held every year in Nairobi")
        False
    """
    found = compiled(_OCCURS).match(right)
    return found is not None and compiled(_OFTEN).match(right, found.end()) is None


def go_on(noun: Noun) -> bool:
    """Whether talks, which mostly are no one meeting, are said to take place."""
    return noun.governing is None and occurs(noun.right) and not compiled(_OF_THEM).search(noun.left[-40:])


def told_of(noun: Noun, sighting: Sighting, *, named: bool) -> bool:
    """Whether the words around a noun say that one meeting takes place, or where a gathering of many is.

    Args:
        noun: The noun.
        sighting: What is known of it.
        named: Whether it is written as a name.
    """
    if sighting.plural and compiled(_SEVERAL).search(noun.left[-50:]):
        return False
    if sighting.kind in _OF_MANY and (named or (noun.determiner in ("the", "this") and noun.text in _GATHERINGS)):
        if compiled(_SITUATED).match(noun.right):
            return True  # "the summit of the Union in Malabo"
    return occurs(noun.right)


_OF_MANY = (SUMMIT, MINISTERIAL, SESSION)
_GATHERINGS = frozenset(
    ("summit", "conference", "ministerial", "summit meeting", "ministerial meeting", "ministers' meeting")
)
