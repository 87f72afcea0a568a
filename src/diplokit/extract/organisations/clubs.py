"""Clubs by the results of their matches: "Kocaelispor defeated Altay 2-0", "drew 1-1 with Everton".

In a story about football a name on either side of a result is a club, also when a city bears the same name; nothing else
tells it. Only texts with words of the game are looked at, and only where a result stands.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Lexicon, Mention, Organisation, Span
from diplokit.extract.capital_runs import gap_before, word_starting
from diplokit.vocabulary import Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES

from .surroundings import headline, hit_at
from .words import STOP

# --- words -----------------------------------------------------------------------------------------------------

# A text with one of these is about a game of teams.
_GAME = Lexicon(
    "words of games of teams",
    dict.fromkeys(
        (
            "striker midfielder goalkeeper defender defenders halftime midfield winger scored equaliser equalizer offside"
        ).split(),
        True,
    ),
)
_BEAT = (
    "beat|defeated|thrashed|edged|downed|routed|overcame|hammered|trounced|crushed|outclassed|stunned|upset|drew|lost|held|"
    "won|eliminated|blanked|outplayed|visit|host|hosted|face|faced|play|meet|met"
)
# What a club has, right after its name: "Ankaragucu striker Cafer".
_PLAYER = frozenset(
    "striker midfielder goalkeeper defender coach captain winger forward keeper fans supporters players skipper playmaker".split()
)

# --- rules -----------------------------------------------------------------------------------------------------


class Clubs:
    """Clubs on either side of a result, and those that have strikers and coaches."""

    name = "clubs_by_results"
    kind = "organisation"
    description = "A name on either side of a result in a story about football: Kocaelispor defeated Altay 2-0."
    words: Mapping[str, Lexicon] = {
        "game": _GAME,
        "organisation": ORGANISATIONS,
        "place": PLACES,
        "given": GIVEN_NAMES,
        "family": FAMILY_NAMES,
    }
    yes: Mapping[str, object] = {
        "The goalkeeper fell. Zelkaspor defeated Qorvul 2-0.": [Organisation("Zelkaspor"), Organisation("Qorvul")],
        "The striker left after Zelkaspor drew 1-1 with Southampton.": [
            Organisation("Zelkaspor"),
            Organisation("Southampton"),
        ],
    }
    no = ("The striker saw Brazil beat Peru 2-0.", "Zelkana beat Qorvul 6-4 6-3.", "a goal of 2-0 in Lima")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the clubs of a story about a game."""
        if not document.hits(_GAME):
            return
        text = document.text
        for match in _result().finditer(text):
            for group in (1, 2, 3):
                start = match.start(group)
                if start >= 0 and (span := _club(document, start, match.end(group))) is not None:
                    yield self._mention(text, *span)
        for match in _has_player().finditer(text):
            if match[2] in _PLAYER and (span := _club(document, match.start(1), match.end(1))) is not None:
                yield self._mention(text, *span)

    def _mention(self, text: str, start: int, end: int) -> Mention[Organisation]:
        name = text[start:end]
        return Mention("organisation", Span(start, end), name, Organisation(name), self.name, Confidence.CERTAIN)


_NAME = r"([A-Z][\w'\u2019-]{1,24}(?: [A-Z][\w'\u2019-]{1,24}){0,2})"


@cache
def _result() -> re.Pattern[str]:
    """A club, what it did, the result and the other club; sets of tennis have larger numbers."""
    return re.compile(
        rf"(?<![\w.-]){_NAME} (?:{_BEAT})(?: (?:at|to|with|by|against|champions|leaders|visitors|rivals))?"
        rf"(?: [0-5]-[0-5])?(?: (?:at|to|with|by|against|over|draw with|draw at|win over))? (?:{_NAME} )?\(?[0-5]-[0-5](?![\d-])"
        rf"(?: (?:with|to|at|against) {_NAME})?"
    )


@cache
def _has_player() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-]){_NAME} ([a-z]{{4,10}})\b")


def _club(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """Where the name of a club begins and ends, unless it is a state, a person or a word that opens a sentence."""
    at = word_starting(document, start)
    if at is None or headline(document, start):
        return None
    text = document.text
    first = text[slice(*document.capitals[at])]
    while first in STOP and first != "Real":
        at += 1
        if at >= len(document.capitals) or document.capitals[at][0] >= end:
            return None
        start = document.capitals[at][0]
        first = text[slice(*document.capitals[at])]
    if gap_before(document, at) == " " and text[slice(*document.capitals[at - 1])] not in STOP:
        return None
    known = hit_at(document, ORGANISATIONS, start)
    if known is not None and known.end >= end:
        return None
    place = hit_at(document, PLACES, start)
    if place is not None:
        found = place.meaning.places[0]  # type: ignore[attr-defined]
        city = found.form is PlaceForm.NOUN and found.type is PlaceKind.CITY and place.meaning.rank != "capital"  # type: ignore[attr-defined]
        return (start, end) if city and place.end == end else None
    if hit_at(document, GIVEN_NAMES, start) is not None or hit_at(document, FAMILY_NAMES, start) is not None:
        return None
    return start, end
