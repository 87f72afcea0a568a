"""Evidence that a name of the table of places means a place in a text, and not a person, a word or a part of a longer name."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from diplokit import Document, Hit, Lexicon
from diplokit.vocabulary import Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES

from .capital_runs import word_start
from .organisation_surroundings import headline
from .organisation_words import STOP

# A place may follow these, a person hardly ever does.
_WHERE = frozenset("in near at outside around across throughout within inside into via off visiting".split())
# These stand before places and persons alike.
_WHENCE = frozenset(
    "to from of between toward towards through leave left reach reached visit visited for by against".split()
)
_SIDES = frozenset(
    (
        "north south east west northern southern eastern western central northeast northwest southeast southwest "
        "northeastern northwestern southeastern southwestern downtown upper lower greater coastal nearby rural"
    ).split()
)
_NOUNS_AFTER = frozenset(
    (
        "province region district state city town airport county island islands port peninsula prefecture governorate "
        "oblast area suburb river bay valley"
    ).split()
)
# These always are places, though the table calls them ambiguous, unless they stand in the name of a person.
_MOSTLY_PLACES = frozenset(
    "Washington Amazon West Pacific Persian Gulf Far East Baltic Kurdistan Brandenburg Benelux Sindh".split()
)
_PERSONAL = frozenset(
    "Mr Mrs Ms Miss Dr Sir Lord Lady Dame Justice Judge Senator Sen Rep Gov Lt Col Capt Sgt Maj Gen Prof".split()
)
_INSTRUMENTS = frozenset(
    (
        "Agreement Agreements Accord Accords Protocol Treaty Convention Declaration Pact Concord Consensus Principles "
        "Plan Communique Communiqué Rules Conventions Statement Action Process Club Formula Marathon Open Masters"
    ).split()
)
_VERBS = frozenset(
    "said says lost won beat drew has had have was were is are will would told and or in on at to for with of scored played".split()
)
_LANGUAGE = frozenset("language languages translation dialect dictionary grammar speaker speakers".split())
_MAY_BE_A_LANGUAGE = frozenset((" l", " t", " d", " g", " s", "-l", "-s"))  # what any of them begins with
_AFTER_A_LANGUAGE = frozenset(("", "and", "or", "to", "on", "with", "at"))
_SPEAKING = frozenset(
    "in speak speaks spoke speaking spoken fluent language learn learned learning taught teach studied".split()
)


# Postal abbreviations that are words in small letters.
_WORDS_TOO = frozenset("IN OR ME HI OK OH PA MA LA AL DE ID CO".split())
# States that are given names too, before a family name.
_GIVEN_TOO = frozenset("Israel Cuba Kenya India Chad Jordan Georgia America Jamaica Cyprus Dominica".split())
_RACES = frozenset("OGMD")  # the initials of the nouns of _race


# Looked up once: members of a closed list are slow to reach, and a text has hundreds of places.
_NOUN, _CITY, _REGION = PlaceForm.NOUN, PlaceKind.CITY, PlaceKind.REGION
_CERTAIN, _LIKELY, _POSSIBLE = Confidence.CERTAIN, Confidence.LIKELY, Confidence.POSSIBLE


def verdicts_of(document: Document, hits: Sequence[Hit]) -> list[Confidence | None]:
    """How surely each hit is a place; `None` where it is not."""
    if not hits:
        return []
    given = {start: end for start, end, _ in document.hits(GIVEN_NAMES)}
    verdicts: list[Confidence | None] = []
    doubtful: list[int] = []
    letters: list[int] = []
    known: set[str] = set()
    text, folded = document.text + "  ", document.folded
    for at, (start, end, word) in enumerate(hits):
        place, rank = word.places[0], word.rank  # type: ignore[attr-defined]
        before, after = text[start - 1] if start else "", text[end]
        following = text[end + 1]
        ambiguous = rank == "ambiguous"
        kind = place.type
        verdict: Confidence | None = _CERTAIN
        if before == "-" and _prefix().search(text, max(0, start - 7), start):
            verdict = None  # "Ibero-American"
        elif following in _RACES and after == " " and _race().match(text, end):
            verdict = None  # "U.S. Open"
        elif place.form is not _NOUN:
            if ambiguous:
                verdict = _ambiguous_adjective(document, start, end)
            elif _language(folded, start, end):
                verdict = None
        elif ambiguous and after == "-" and following.isupper():
            verdict = None  # half of a double name
        elif rank == "abbrev" and kind is _REGION and (end - start == 2 or text[end - 1] == "."):
            verdict = _state_abbreviation(document.text, start, hits[at - 1] if at else None)
        elif (
            # Only beside a word in capitals; most places stand among small ones, and a glance tells.
            (after == " " and following.isupper()) or (before in " \n" and start > 1 and not _small_before(text, start))
        ) and _in_a_name(document, start, end, given, kind is _CITY or kind is _REGION, ambiguous):
            verdict = None
        elif ambiguous:
            name = text[start:end]
            if kind is _CITY or kind is _REGION:
                if name in _MOSTLY_PLACES:
                    verdict = _LIKELY
                else:
                    verdict = _evidence(document, start, end)
                    if verdict is None:
                        doubtful.append(at)
                    else:
                        known.add(name)
            else:
                verdict = _LIKELY
                if end - start < 5 and name.isupper():  # "CAR" where the text has the state by another name
                    verdict = None
                    letters.append(at)
        elif rank == "large" and kind is _CITY:
            verdict = _LIKELY
        verdicts.append(verdict)
    if letters:
        codes = codes_of(hits, verdicts)
        for at in letters:
            if hits[at].meaning.places[0].code in codes:  # type: ignore[attr-defined]
                verdicts[at] = _LIKELY
    for at in doubtful:
        start, end, _ = hits[at]
        if text[start:end] in known or _beside_a_place(document, hits, verdicts, at):
            verdicts[at] = _POSSIBLE
    return verdicts


def _small_before(text: str, start: int) -> bool:
    """Whether the word before a space or line break begins with a small letter."""
    window = start - 21 if start > 21 else 0
    first = text.rfind(" ", window, start - 1) + 1 or window
    return text[first].islower() and text.find("\n", first, start - 1) < 0


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(r"(?:Ibero|Inter|Pan|Trans|Afro|Latino)-$")


@cache
def _race() -> re.Pattern[str]:
    return re.compile(r" (?:Open|Grand Prix|Masters|Derby)\b")


def _word_before(folded: str, start: int) -> str:
    """The word before an offset, if only one space stands between."""
    if start < 2 or folded[start - 1] != " ":
        return ""
    window = max(0, start - 24)
    return folded[(folded.rfind(" ", window, start - 1) + 1 or window) : start - 1]


def _word_after(folded: str, end: int) -> str:
    """The word after an offset, if only one space stands between."""
    if folded[end : end + 1] != " ":
        return ""
    match = _word().match(folded, end + 1)
    return match.group() if match else ""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


def _in_a_name(document: Document, start: int, end: int, given: Mapping[int, int], part: bool, doubtful: bool) -> bool:
    """Whether a hit stands in the name of a person, of an agreement or of a race."""
    text = document.text
    if start > 1 and text[start - 1] in " \n":
        gap = start - 2 if text[start - 2] == "." else start - 1
        window = gap - 20 if gap > 20 else 0
        first = text.rfind(" ", window, gap) + 1 or window
        if text.find("\n", first, gap) >= 0:
            first = text.rfind("\n", first, gap) + 1
        opening = text[first : first + 1]
        before = (
            text[first:gap].lstrip("(\"'\u201c\u2018") if opening.isupper() or opening in "(\"'\u201c\u2018" else ""
        )
        if before[:1].isupper() and before[-1].isalnum() and not before.endswith(("'s", "\u2019s")):
            if (
                before in _PERSONAL
                or (before in ("President", "General") and text[start:end] in _MOSTLY_PLACES)
                or (len(before) == 1 and gap == start - 2)
            ):
                return True
            where = gap - len(before)
            # "Jack London" — but "Santiago, Chile" and "Victoria Island" are read by other means.
            if (
                gap == start - 1
                and given.get(where) == gap
                and before.lower() not in _SIDES
                and " " not in text[start:end]
            ):
                return True
            if part and gap == start - 1 and _inside_a_name(document, first, before):
                return True
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        match = _word().match(text, end + 1)
        after = match.group() if match else ""
        if part and after in _INSTRUMENTS:
            return True
        if part and _instrument().match(text, end):
            return _word_before(document.folded, start) not in _WHERE
        named = doubtful or (text[start:end] in _GIVEN_TOO and _word_before(document.folded, start) not in _WHERE)
        if (given.get(start) == end or named) and after.lower() not in _NOUNS_AFTER:
            return any(hit.start == end + 1 for hit in _near(document, FAMILY_NAMES, end + 1))
    return False


def _inside_a_name(document: Document, first: int, before: str) -> bool:
    """Whether the capitalised word before a city or region makes both a part of some longer name: "Bank Nusantara"."""
    if before in STOP or before.lower() in _SIDES or "-" in before or before.isupper():
        return False
    opening = document.text[max(0, first - 2) : first].strip()
    if not opening or (not opening[-1].isalnum() and opening[-1] not in ",;"):
        return False  # a word that opens a sentence or a line
    places = document.hits(PLACES)
    at = bisect_left(places, (first,))
    if (at < len(places) and places[at].start == first) or (at and places[at - 1].end > first):
        return False
    organisations = document.hits(ORGANISATIONS)
    at = bisect_left(organisations, (first,))
    if (at < len(organisations) and organisations[at].start == first) or (at and organisations[at - 1].end > first):
        return False
    return not headline(document, first)


@cache
def _instrument() -> re.Pattern[str]:
    """The rest of the name of an agreement, after a city or region in it."""
    return re.compile(
        r"(?: [A-Z][a-z-]+){1,3} (?:Agreement|Treaty|Pact|Accord|Protocol|Framework|Charter|Initiative|Strategy|Plan)\b"
    )


def _near(document: Document, lexicon: Lexicon, start: int) -> Sequence[Hit]:
    """The hit of a lexicon that starts at an offset, as a sequence of one or none."""
    hits = document.hits(lexicon)
    at = bisect_left(hits, (start,))
    return hits[at : at + 1]


def _evidence(document: Document, start: int, end: int) -> Confidence | None:
    """Evidence in the words beside a doubtful name that it is a place."""
    folded, text = document.folded, document.text
    before = _word_before(folded, start)
    if before in _WHERE and not (before == "at" and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()):
        return Confidence.LIKELY
    after = _word_after(folded, end)
    if before in _SIDES or after in _NOUNS_AFTER or folded.startswith("-based", end):
        return Confidence.LIKELY
    if _dateline(document, start, end):
        return Confidence.LIKELY
    if before in _WHENCE and folded.startswith(", ", end) and text[end + 2 : end + 3].isupper():
        return Confidence.POSSIBLE
    if before == "of" and _word_before(folded, start - 3) in _NOUNS_AFTER:
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


def _state_abbreviation(text: str, start: int, before: Hit | None) -> Confidence | None:
    """A postal abbreviation after a city: "Columbus, OH"."""
    if text[start - 2 : start] != ", " or start < 4 or not text[start - 3].isalpha():
        return None
    if before is not None and before.end == start - 2:
        place = before.meaning.places[0]  # type: ignore[attr-defined]
        american = place.code == "USA" or text[start : start + 2] not in _WORDS_TOO
        return Confidence.LIKELY if american and place.type is PlaceKind.CITY else None
    first = word_start(text, start - 2)
    return Confidence.POSSIBLE if text[first : first + 1].isupper() and text[first + 1 : first + 2].islower() else None


def _language(folded: str, start: int, end: int) -> bool:
    """Whether an adjective names a language: "spoke in French", "the Malay language"."""
    if folded[end : end + 2] in _MAY_BE_A_LANGUAGE and (
        _word_after(folded, end) in _LANGUAGE or folded.startswith(("-language", "-speaking"), end)
    ):
        return True
    return _word_before(folded, start) in _SPEAKING and _word_after(folded, end) in _AFTER_A_LANGUAGE


def _ambiguous_adjective(document: Document, start: int, end: int) -> Confidence | None:
    """An adjective with another meaning counts before a word in lower case: "English clubs"."""
    if _language(document.folded, start, end):
        return None
    text = document.text
    if (
        text[end : end + 1] == " "
        and text[end + 1 : end + 2].islower()
        and _word_before(document.folded, start) != "in"
        and _word_after(document.folded, end) not in _VERBS
    ):
        return Confidence.POSSIBLE
    return None


def _beside_a_place(document: Document, hits: Sequence[Hit], verdicts: Sequence[Confidence | None], at: int) -> bool:
    """Whether a doubtful name stands in a list with a place, or before the state that it lies in."""
    folded = document.folded
    start, end, word = hits[at]
    for other in (at - 1, at + 1):
        if not 0 <= other < len(hits) or verdicts[other] is None or verdicts[other] is Confidence.POSSIBLE:
            continue
        other_start, other_end, other_word = hits[other]
        if other_word.places[0].form is not PlaceForm.NOUN:  # type: ignore[attr-defined]
            continue
        gap = folded[other_end:start] if other < at else folded[end:other_start]
        if gap in (" and ", " or ") and other_word.places[0].type is word.places[0].type:  # type: ignore[attr-defined]
            return True
        if gap == ", " and (other > at or other_word.places[0].type is word.places[0].type):  # type: ignore[attr-defined]
            return True
    return False


def codes_of(hits: Sequence[Hit], verdicts: Sequence[Confidence | None]) -> frozenset[str]:
    """The codes of all places of a text whose own name leaves no doubt; with "+" those of which a part is named."""
    codes = set()
    for (_, _, word), verdict in zip(hits, verdicts, strict=True):
        if verdict in (Confidence.CERTAIN, Confidence.LIKELY) and word.rank != "ambiguous":  # type: ignore[attr-defined]
            place = word.places[0]  # type: ignore[attr-defined]
            codes.add(place.code)
            if place.type in (PlaceKind.CITY, PlaceKind.REGION) and (word.rank != "capital" or place.code == "COG"):  # type: ignore[attr-defined]
                codes.add(f"{place.code}+")
    return frozenset(codes)
