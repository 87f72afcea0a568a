"""Where the text says somebody goes, and where one is met: a visitor is no official of the state visited, the host is."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any

from diplokit import Document, Mention
from diplokit.vocabulary import PlaceForm, PlaceKind

from .capitals import capitals
from .cast import Cast, Member
from .naming import Bodies
from .titles_beside import Borne

_TO = (
    " to ",
    " to the ",
    " in ",
    " in the ",
    " for ",
    " for the ",
    "visit ",
    "visits ",
    "visited ",
    "visiting ",
    "reached ",
    "reaches ",
)
_IN = (" in ", "in ", " in the ")
_EVENTS = frozenset(
    "war conflict situation crisis fighting peace violence events developments election elections coup talks".split()
)
_FAR = 160
_OPENING = 24


@cache
def _going() -> re.Pattern[str]:
    """Words for one who goes somewhere, in folded text."""
    return re.compile(
        r"\b(?:visit(?:s|ed|ing)?|travel\w*|arriv\w+|fl(?:y|ies|ew|ying)|(?:left|leaves?|leaving|depart\w*) for|trip|tour|"
        r"reach(?:es|ed)|head(?:s|ed|ing)? (?:to|for)|go(?:es|ing)? to|went to|came to|landed)\b"
    )


@cache
def _goes() -> re.Pattern[str]:
    """The same, with words that tell more than that."""
    return re.compile(
        r"\b(?:visit|travel|arriv|fl(?:y|ies|ew)|left|leav|depart|trip|tour|head|go|went|came|come|journey|return|call)\w*"
    )


@cache
def _hosting() -> re.Pattern[str]:
    """Words for one whom others visit, in folded text."""
    return re.compile(r"\b(?:invit|host|receiv|welcom|greet)\w*")


@cache
def _acting() -> re.Pattern[str]:
    """Words that show that somebody else goes, in folded text."""
    return re.compile(r"\b(?:i|we|he|she|they|will|met|meet|with)\b")


@cache
def _gathering() -> re.Pattern[str]:
    """Words for what brings people of many states to one place, in folded text."""
    return re.compile(
        r"\b(?:sidelines?|margins?|summit|conference|forum|assembly|session|meeting of|ministerial|exile)\b"
    )


class Whereabouts:
    """Finds where a sentence says that persons go, and where it says they are met."""

    def __init__(self, document: Document, cast: Cast, bodies: Bodies) -> None:
        self._document = document
        self._folded = document.folded
        self._cast = cast
        self._bodies = bodies

    def bound_for(self, one: Borne, stop: int, *, first: bool) -> set[Member]:
        """The states to which a sentence says that one goes.

        Args:
            one: The person.
            stop: Where another one is named.
            first: Whether one is the first who is named in the sentence: then an opening phrase tells too.
        """
        folded, sentence = self._folded, self._document.sentence_at(one.start)
        found: set[Member] = set()
        stop = one.end if folded.startswith("'", one.end) else min(stop, sentence.end, one.end + _FAR)
        for mention, state in self._places(one.end, stop):
            start = mention.span.start
            if folded.endswith(_TO, 0, start) and _going().search(folded, one.end, start):
                if not _hosting().search(folded, one.end, start):
                    found.add(state)
        begin = sentence.start
        if first and folded.endswith(", ", begin, one.start) and (going := _going().search(folded, begin, one.start)):
            for mention, state in self._places(going.end(), one.start):
                if folded.endswith(_TO, begin, mention.span.start):
                    if not _acting().search(folded, mention.span.end, one.start):
                        found.add(state)
        return found

    def scene(self, one: Borne) -> tuple[Member, bool] | None:
        """The state in whose capital a sentence says that one is met, and whether it opens with that: "In Lima, he met X"."""
        folded, sentence = self._folded, self._document.sentence_at(one.start)
        known = capitals(self._document.locale)
        found = {
            (state, mention.span.start - sentence.start < _OPENING)
            for mention, state in self._places(sentence.start, min(sentence.end, one.end + _FAR))
            if mention.value.type is PlaceKind.CITY
            and mention.text in known
            and folded.endswith(_IN, sentence.start, mention.span.start)
        }
        if len(found) != 1 or _gathering().search(folded, sentence.start, sentence.end):
            return None
        return found.pop()

    def beyond(self, one: Borne) -> bool:
        """Whether the sentence names a place in a state that the text does not name: "in Lima he will meet King X"."""
        starts, codes = self._bodies.starts, self._cast.by_code
        sentence = self._document.sentence_at(one.start)
        near = self._bodies.mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        return any(mention.kind == "place" and mention.value.code not in (None, *codes) for mention in near)

    def _places(self, start: int, end: int) -> Iterator[tuple[Mention[Any], Member]]:
        """The states and cities named between two places, with the state of the text in which each lies."""
        starts, codes = self._bodies.starts, self._cast.by_code
        for mention in self._bodies.mentions[bisect_left(starts, start) : bisect_left(starts, end)]:
            if mention.kind == "place" and mention.value.form is PlaceForm.NOUN:
                state = codes.get(mention.value.code)
                if state is not None:
                    yield mention, state


def told_of(folded: str, start: int) -> bool:
    """Whether a state is only told of, and not where somebody is or goes: "the war in Peru", "a loan to Peru"."""
    before = folded[max(0, start - 60) : start].removesuffix("the ")
    words = before.split()[-2:]
    return len(words) == 2 and (words[0] in _EVENTS or (words[1] == "to" and _goes().search(before) is None))
