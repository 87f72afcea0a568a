"""Evidence that a name of the table of places means a place in a text, and not a person, a word or a part of a longer name."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from diplokit import Document, Hit
from diplokit.extract.organisations.surroundings import headline
from diplokit.extract.organisations.words import STOP
from diplokit.vocabulary import Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES

from .neighbours import (
    AFTER_NO_LANGUAGE,
    NOUNS_AFTER,
    SIDES_BEFORE,
    WHERE,
    ambiguous_adjective,
    evidence_beside,
    names_language,
    state_abbreviation,
    word_after,
    word_before,
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
# States that are given names too, before a family name.
_GIVEN_TOO = frozenset("Israel Cuba Kenya India Chad Jordan Georgia America Jamaica Cyprus Dominica".split())
_PLAIN = frozenset(("", "capital", "seat"))  # of these ranks only what stands beside a name can make it doubtful


# Looked up once: members of a closed list are slow to reach, and a text has hundreds of places.
_NOUN, _CITY, _REGION = PlaceForm.NOUN, PlaceKind.CITY, PlaceKind.REGION
_PARTS = {_CITY, _REGION}  # of states
_CERTAIN, _LIKELY, _POSSIBLE = Confidence.CERTAIN, Confidence.LIKELY, Confidence.POSSIBLE


def verdicts_of(document: Document, hits: Sequence[Hit]) -> list[Confidence | None]:
    """How surely each hit is a place; `None` where it is not."""
    if not hits:
        return []
    verdicts: list[Confidence | None] = [_CERTAIN] * len(hits)
    doubtful: list[int] = []
    letters: list[int] = []
    known: set[str] = set()
    text, folded = document.text + "  ", document.folded
    for at, (start, end, word) in enumerate(hits):
        place, rank, before = word.places[0], word.rank, folded[start - 1]  # type: ignore[attr-defined]
        if rank in _PLAIN and before != "-" and not text[end + 1].isupper():  # most often
            if place.form is not _NOUN:
                if text[end : end + 2] not in AFTER_NO_LANGUAGE and names_language(document, start, end):
                    verdicts[at] = None
                continue
            if before != " " or text[folded.rfind(" ", 0, start - 1) + 1].islower():
                continue
        kind, following = place.type, text[end : end + 2]
        capital_after = following.isupper()
        if before == "-" and _prefix().search(text, max(0, start - 7), start):
            verdicts[at] = None  # "Ibero-American"
        elif capital_after and _race().match(text, end):
            verdicts[at] = None  # "U.S. Open"
        elif place.form is not _NOUN:
            if rank == "ambiguous":
                verdicts[at] = ambiguous_adjective(document, start, end)
            elif following not in AFTER_NO_LANGUAGE and names_language(document, start, end):
                verdicts[at] = None
        elif rank == "ambiguous" and following[0] == "-" and following[1].isupper():
            verdicts[at] = None  # half of a double name
        elif rank == "abbrev" and kind is _REGION and (end - start == 2 or text[end - 1] == "."):
            verdicts[at] = state_abbreviation(document.text, start, hits[at - 1] if at else None)
        elif (
            before == " "
            and not text[folded.rfind(" ", 0, start - 1) + 1].islower()
            and _ends_a_name(document, start, end, kind)
        ) or (capital_after and following[0] == " " and _begins_a_name(document, start, end, kind, rank)):
            verdicts[at] = None
        elif rank == "ambiguous":
            name = text[start:end]
            if kind is _CITY or kind is _REGION:
                if name in _MOSTLY_PLACES:
                    verdicts[at] = _LIKELY
                    continue
                verdicts[at] = evidence_beside(document, start, end)
                if verdicts[at] is None:
                    doubtful.append(at)
                else:
                    known.add(name)
            elif end - start < 5 and name.isupper():  # "CAR" where the text has the state by another name
                verdicts[at] = None
                letters.append(at)
            else:
                verdicts[at] = _LIKELY
        elif rank == "large" and text.find(" ", start, end) < 0:
            verdicts[at] = _LIKELY
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


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(r"(?:Ibero|Inter|Pan|Trans|Afro|Latino)-$")


@cache
def _race() -> re.Pattern[str]:
    return re.compile(r" (?:Open|Grand Prix|Masters|Derby)\b")


def _ends_a_name(document: Document, start: int, end: int, kind: PlaceKind) -> bool:
    """Whether a hit after a word that is not in small letters is the end of the name of a person, or of a longer name."""
    text = document.text
    if start < 2 or text[start - 1] not in " \n":
        return False
    gap = start - 2 if text[start - 2] == "." else start - 1
    if not text[gap - 1].isalnum():
        return False
    first = text.rfind(" ", max(0, gap - 20), gap) + 1 or max(0, gap - 20)
    first = max(first, text.rfind("\n", first, gap) + 1)
    before = text[first:gap].lstrip("(\"'\u201c\u2018")
    if not before[:1].isupper() or before.endswith(("'s", "\u2019s")):
        return False
    if before in _PERSONAL or (len(before) == 1 and gap == start - 2):
        return True
    if before in ("President", "General") and text[start:end] in _MOSTLY_PLACES:
        return True
    if gap < start - 1:
        return False
    # "Jack London" — but "Santiago, Chile" and "Victoria Island" are read by other means.
    given = document.starting(GIVEN_NAMES).get(gap - len(before))
    if given is not None and given.end == gap and before.lower() not in SIDES_BEFORE and " " not in text[start:end]:
        return True
    return (kind is _CITY or kind is _REGION) and _inside_a_name(document, first, before)


def _begins_a_name(document: Document, start: int, end: int, kind: PlaceKind, rank: str) -> bool:
    """Whether a hit before a capitalised word begins the name of an agreement, a race or a person."""
    text, folded = document.text, document.folded
    after = word_after(text, end)
    if kind is _CITY or kind is _REGION:
        if after in _INSTRUMENTS:
            return True
        if _instrument().match(text, end):
            return word_before(folded, start) not in WHERE
    if document.starting(FAMILY_NAMES).get(end + 1) is None or after.lower() in NOUNS_AFTER:
        return False
    given = document.starting(GIVEN_NAMES).get(start)
    if rank == "ambiguous" or (given is not None and given.end == end):
        return True
    return text[start:end] in _GIVEN_TOO and word_before(folded, start) not in WHERE


def _inside_a_name(document: Document, first: int, before: str) -> bool:
    """Whether the capitalised word before a city or region makes both a part of some longer name: "Bank Nusantara"."""
    if before in STOP or before.lower() in SIDES_BEFORE or "-" in before or before.isupper():
        return False
    opening = document.text[max(0, first - 2) : first].strip()
    if not opening or (not opening[-1].isalnum() and opening[-1] not in ",;"):
        return False  # a word that opens a sentence or a line
    for lexicon in (PLACES, ORGANISATIONS):
        hits = document.hits(lexicon)
        at = bisect_left(hits, (first + 1,))
        if at and hits[at - 1].end > first:
            return False
    return not headline(document, first)


@cache
def _instrument() -> re.Pattern[str]:
    """The rest of the name of an agreement, after a city or region in it."""
    return re.compile(
        r"(?: [A-Z][a-z-]+){1,3} (?:Agreement|Treaty|Pact|Accord|Protocol|Framework|Charter|Initiative|Strategy|Plan)\b"
    )


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
        both = {other_word.places[0].type, word.places[0].type}  # type: ignore[attr-defined]
        if gap in (" and ", " or ") and (len(both) == 1 or both == _PARTS):
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
