"""Events: named gatherings, by the grammar of their names.

A gathering is a noun (Summit, Meeting, Conference …) with capitalised words and an ordinal before it, "of the" and
a name after it, and often an acronym in brackets: "31st APEC Economic Leaders' Meeting (AELM)".
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Event, Lexicon, Mention, Span, hookimpl
from diplokit.vocabulary import Confidence
from diplokit.wordlists import ORGANISATIONS, OrganisationWord

from .capital_runs import LONGEST, gap_before, plain, word_at, word_starting

# --- words -----------------------------------------------------------------------------------------------------

_NOUNS = (
    "Summit|Summit Meeting|Meeting|Meetings|Conference|Forum|Dialogue|Session|Week|Congress|Consultations|Consultation|"
    "Talks|Games|Retreat|Symposium|Expo|Exposition|Exhibition|Fair|Festival|Seminar|Workshop|Convention|Olympics|"
    "Championship|Championships|World Cup|Roundtable|Round|Ceremony|Colloquium|Assembly|Conclave|Convocation|Plenary|"
    "Policy Dialogue|Strategic Dialogue|Joint Commission Meeting"
).split("|")
_LOWER = ("summit", "summit meeting", "leaders' meeting", "ministerial meeting", "leaders' summit")

NOUNS = Lexicon("gatherings", dict.fromkeys(_NOUNS, True), cased=True)
"""Nouns that name a gathering, where they are capitalised."""

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    ordinal = re.compile(rf"(?:(?<![\w-])(\d{{1,3}})(?:st|nd|rd|th)|\b({'|'.join(_ORDINAL_WORDS)})|\b([ivxl]{{1,7}})) $")
    acronym = re.compile(r"\s{0,2}\(([A-Z][A-Za-z0-9-]{1,11})\)")
    year = re.compile(r" ((?:19|20)\d\d)(?![\w-])")
    return ordinal, acronym, year


# --- rules -----------------------------------------------------------------------------------------------------

_STOP = frozenset("The A An This That These In On At During After Before For And As Its Their His Her Our President Prime Minister".split())
_OWNERS = frozenset("leaders ministers people women youth officials parliamentarians ceo ceos presidents speakers heads".split())


class NamedGathering:
    """Gatherings by a noun and the capitalised words around it."""

    name = "named gatherings"
    kind = "event"
    description = "A noun of gathering with an ordinal and capitalised words before it, and an acronym in brackets."
    words: Mapping[str, Lexicon] = {"noun": NOUNS, "organisation": ORGANISATIONS}
    yes: Mapping[str, object] = {
        "the 31st APEC Economic Leaders' Meeting (AELM) in Lima": Event("APEC Economic Leaders' Meeting", 31, "AELM"),
        "the Ninth Summit of the Americas": Event("Summit of the Americas", 9),
        "the G20 Summit": Event("G20 Summit"),
    }
    no = ("the Meeting ended", "a Week later")

    def find(self, document: Document, /) -> Iterator[Mention[Event]]:
        """Find the named gatherings of a document."""
        capitals, text = document.capitals, document.text
        ordinal_pattern, acronym_pattern, year_pattern = _patterns()
        for hit in document.hits(NOUNS):
            first = word_starting(document, hit.start)
            if first is None:
                continue
            last = word_at(document, hit.end) - 1
            if last + 1 < len(capitals) and gap_before(document, last + 1) == " ":
                continue
            start = _left(document, first)
            end = _right(document, last, hit.end)
            name_start = start
            ordinal = None
            if match := ordinal_pattern.search(document.folded[max(0, start - 16) : start]):
                ordinal = _number(match)
                start = start - (match.end() - match.start())
            elif match := ordinal_pattern.search(document.folded[start : capitals[word_at(document, start) + 1][0]] if word_at(document, start) + 1 < len(capitals) else ""):
                if match.start() == 0 and not match[3]:
                    ordinal = _number(match)
                    name_start = start + match.end()
            name = " ".join(text[name_start:end].split())
            if (name_start, end) == (hit.start, hit.end) and (ordinal is None or end == hit.end):
                continue
            acronym = year = None
            if match := acronym_pattern.match(text, end):
                acronym, end = match[1], match.end()
            if match := year_pattern.match(text, end):
                year, end = int(match[1]), match.end()
            span = Span(start, end)
            yield Mention("event", span, document[span], Event(name, ordinal, acronym, year), self.name, Confidence.LIKELY)


def _number(match: re.Match[str]) -> int | None:
    if match[1]:
        return int(match[1])
    if match[2]:
        return _ORDINAL_WORDS.index(match[2]) + 1
    return _roman(match[3])


def _roman(numeral: str) -> int | None:
    """The value of a Roman numeral in lower case."""
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _left(document: Document, index: int) -> int:
    """Where the name of a gathering begins whose noun is a capitalised word."""
    capitals, text = document.capitals, document.text
    start = capitals[index][0]
    for at in range(index, max(0, index - LONGEST), -1):
        gap = gap_before(document, at)
        word = text[slice(*capitals[at - 1])]
        if gap in ("'s ", "' "):
            if word.lower() not in _OWNERS:
                break
        elif gap is None or word in _STOP or gap not in (" ", " & ") and not (gap == ". " and len(word) < 4):
            break
        start = capitals[at - 1][0]
    return start


def _right(document: Document, index: int, end: int) -> int:
    capitals, text = document.capitals, document.text
    inside = False
    for at in range(index + 1, min(len(capitals), index + LONGEST)):
        start, stop = capitals[at]
        if start - end > 12:
            return end
        gap = plain(document.folded[end:start], text[end:start])
        if gap in (" of ", " of the ", " on ", " on the ", " for ", " for the "):
            inside = True
        elif not inside or gap != " ":
            return end
        end = stop
    return end


# --- hook ------------------------------------------------------------------------------------------------------


@hookimpl
def extractors() -> list[NamedGathering]:
    """The extractors of events."""
    return [NamedGathering()]
