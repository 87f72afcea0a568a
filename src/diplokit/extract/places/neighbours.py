"""What the words beside a name of the table of places say: that it means a place, or a language, or nothing."""

import re
from functools import cache
from string import ascii_lowercase

from diplokit import Document, Hit
from diplokit.extract.capital_runs import word_start
from diplokit.vocabulary import Confidence, PlaceKind

# --- words -----------------------------------------------------------------------------------------------------

WHERE = frozenset("in near at outside around across throughout within inside into via off visiting".split())
"""A place may follow these, a person hardly ever does."""

# These stand before places and persons alike.
_WHENCE = frozenset(
    "to from of between toward towards through leave left reach reached visit visited for by against".split()
)
SIDES_BEFORE = frozenset(
    (
        "north south east west northern southern eastern western central northeast northwest southeast southwest "
        "northeastern northwestern southeastern southwestern downtown upper lower greater coastal nearby rural"
    ).split()
)
"""Words of situation before a place."""

NOUNS_AFTER = frozenset(
    (
        "province region district state city town airport county island islands port peninsula prefecture governorate "
        "oblast area suburb river bay valley"
    ).split()
)
"""Nouns of places in small letters after their names."""

_VERBS = frozenset(
    "said says lost won beat drew has had have was were is are will would told and or in on at to for with of scored played".split()
)
_LANGUAGE = frozenset("language languages translation dialect dictionary grammar speaker speakers".split())
_MAY_BE_A_LANGUAGE = frozenset((" l", " t", " d", " g", " s", "-l", "-s"))  # what any of them begins with
_AFTER_A_LANGUAGE = frozenset(("", "and", "or", "to", "on", "with", "at"))
AFTER_NO_LANGUAGE = {f" {letter}" for letter in ascii_lowercase} - {
    f" {word[:1]}" for word in _LANGUAGE | _AFTER_A_LANGUAGE
}
"""Nearly all words after an adjective begin so, and the adjective names no language."""

_SPEAKING = frozenset(
    "in speak speaks spoke speaking spoken fluent language learn learned learning taught teach studied".split()
)
# Postal abbreviations that are words in small letters.
_WORDS_TOO = frozenset("IN OR ME HI OK OH PA MA LA AL DE ID CO".split())

# --- rules -----------------------------------------------------------------------------------------------------


def word_before(folded: str, start: int) -> str:
    """The word before an offset, if only one space stands between."""
    if start < 2 or folded[start - 1] != " ":
        return ""
    window = max(0, start - 24)
    return folded[(folded.rfind(" ", window, start - 1) + 1 or window) : start - 1]


def word_after(folded: str, end: int) -> str:
    """The word after an offset, if only one space stands between."""
    if folded[end : end + 1] != " ":
        return ""
    match = _word().match(folded, end + 1)
    return match.group() if match else ""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


def evidence_beside(document: Document, start: int, end: int) -> Confidence | None:
    """Evidence in the words beside a doubtful name that it is a place."""
    folded, text = document.folded, document.text
    before = word_before(folded, start)
    if before in WHERE and not (before == "at" and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()):
        return Confidence.LIKELY
    after = word_after(folded, end)
    if before in SIDES_BEFORE or after in NOUNS_AFTER or folded.startswith("-based", end):
        return Confidence.LIKELY
    if _dateline(document, start, end):
        return Confidence.LIKELY
    if before in _WHENCE and folded.startswith(", ", end) and text[end + 2 : end + 3].isupper():
        return Confidence.POSSIBLE
    if before == "of" and word_before(folded, start - 3) in NOUNS_AFTER:
        return Confidence.CERTAIN
    return None


@cache
def _dateline_end() -> re.Pattern[str]:
    return re.compile(
        r"(?:, [a-z][a-z .]{2,24})??(?:,? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:, \d{4})?)?"
        r" ?(?:\([^()]{2,40}\))? ?(?:--|-|:)"
    )


def _dateline(document: Document, start: int, end: int) -> bool:
    """Whether a name in capitals opens a paragraph as the place of a story."""
    text = document.text
    if start and text[start - 1] != "\n" and text[start - 2 : start] != "\n ":
        return False
    return text[start:end].isupper() and _dateline_end().match(document.folded, end) is not None


def state_abbreviation(text: str, start: int, before: Hit | None) -> Confidence | None:
    """A postal abbreviation after a city: "Columbus, OH"."""
    if text[start - 2 : start] != ", " or start < 4 or not text[start - 3].isalpha():
        return None
    if before is not None and before.end == start - 2:
        place = before.meaning.places[0]  # type: ignore[attr-defined]
        american = place.code == "USA" or text[start : start + 2] not in _WORDS_TOO
        return Confidence.LIKELY if american and place.type is PlaceKind.CITY else None
    first = word_start(text, start - 2)
    return Confidence.POSSIBLE if text[first : first + 1].isupper() and text[first + 1 : first + 2].islower() else None


def names_language(document: Document, start: int, end: int) -> bool:
    """Whether an adjective names a language: "spoke in French", "the Malay language", but not "Malaysian Speaker X"."""
    folded = document.folded
    if folded.startswith(" speaker ", end) and document.text[end + 1].isupper():
        return False
    if folded[end : end + 2] in _MAY_BE_A_LANGUAGE and (
        word_after(folded, end) in _LANGUAGE or folded.startswith(("-language", "-speaking"), end)
    ):
        return True
    return word_before(folded, start) in _SPEAKING and word_after(folded, end) in _AFTER_A_LANGUAGE


def ambiguous_adjective(document: Document, start: int, end: int) -> Confidence | None:
    """An adjective with another meaning counts before a word in lower case: "English clubs"."""
    if names_language(document, start, end):
        return None
    text = document.text
    if (
        text[end : end + 1] == " "
        and text[end + 1 : end + 2].islower()
        and word_before(document.folded, start) != "in"
        and word_after(document.folded, end) not in _VERBS
    ):
        return Confidence.POSSIBLE
    return None
