"""Organisations: by the table, and by the grammar of their names.

Reads the table of organisations (`en/organisations.tsv`) and the tables of heads and topics. A name is a head noun
with capitalised words before it ("Chinese Education Ministry", "Johns Hopkins University") or after a preposition
("Bank of England", "Committee on Trade and Development").
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from diplokit import Document, Hit, Lexicon, Mention, Organisation, Place, Span, hookimpl
from diplokit.vocabulary import ActorKind, Confidence, PlaceForm
from diplokit.wordlists import GIVEN_NAMES, ORGANISATIONS, PLACES, OrganisationWord, PlaceWord

from .capital_runs import LONGEST, gap_before, plain, word_at, word_starting
from .organisation_words import GENERIC, HEADS, OFFICE_HOLDERS, OWNERS, STOP, THINGS, Head, topics

# --- words -----------------------------------------------------------------------------------------------------

_PERSONAL = frozenset("Mr Mrs Ms Miss Dr Sir Lord Lady Justice Judge Senator".split())
_MEMBERS_OF = frozenset(
    "leader leaders chairman chief president spokesman spokeswoman spokesperson official officials member members rebels fighters "
    "guerrillas militants headquarters director executive candidate party supporters commander lawmaker lawmakers statement".split()
)


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r" (of|for|on|against|to|in)( the)? ")


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"[A-Z](?:\.[A-Z])*")


# --- rules -----------------------------------------------------------------------------------------------------


class Table:
    """Organisations of the table, by full name, other name or acronym."""

    name = "organisations of the table"
    kind = "organisation"
    description = "An organisation of the table, by its name, its acronym or another name."
    words: Mapping[str, Lexicon] = {"organisation": ORGANISATIONS, "given": GIVEN_NAMES}
    yes: Mapping[str, object] = {
        "a report of the WHO": Organisation("World Health Organization", "WHO", ActorKind.IGO),
        "members of Asean": Organisation("Association of Southeast Asian Nations", "ASEAN", ActorKind.IGO),
    }
    no = ("who said so", "Robert Wagner sings")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the organisations of the table in a document."""
        hits = document.hits(ORGANISATIONS)
        sure: set[str] | None = None
        for hit in hits:
            start, end, word = hit
            if not isinstance(word, OrganisationWord):
                continue
            confidence = Confidence.CERTAIN
            if word.doubtful:
                if sure is None:
                    sure = {w.organisation.name for _, _, w in hits if isinstance(w, OrganisationWord) and not w.doubtful}
                if word.organisation.name not in sure and not _acts(document, end):
                    continue
                confidence = Confidence.LIKELY
            elif _named_after(document, start, end):
                continue
            span = Span(start, end)
            yield Mention("organisation", span, document[span], word.organisation, self.name, confidence)


class NamedByHead:
    """Organisations by a head noun and the capitalised words before and after it."""

    name = "organisations by head noun"
    kind = "organisation"
    description = "A head noun (Ministry, Bank, Committee …) with the capitalised words before it, or after of, for, on."
    words: Mapping[str, Lexicon] = {
        "head": HEADS,
        "place": PLACES,
        "organisation": ORGANISATIONS,
        "given": GIVEN_NAMES,
    }
    yes: Mapping[str, object] = {
        "the Chinese Education Ministry said": Organisation("Chinese Education Ministry", None, ActorKind.MINISTRY),
        "a Committee on Trade and Development": Organisation(
            "Committee on Trade and Development", None, ActorKind.IGO_ORGAN
        ),
        "of Johns Hopkins University in": Organisation("Johns Hopkins University", None, ActorKind.NGO),
        "the Ministry of Investment, Trade and Industry": Organisation(
            "Ministry of Investment, Trade and Industry", None, ActorKind.MINISTRY
        ),
        "Peru's National Statistics Bureau": Organisation("National Statistics Bureau", None, ActorKind.MINISTRY),
        "the Panama Canal Authority": Organisation("Panama Canal Authority", None, ActorKind.MINISTRY),
        "with the ASEAN-Peru Development Partnership Committee": Organisation(
            "ASEAN-Peru Development Partnership Committee", None, ActorKind.IGO_ORGAN
        ),
    }
    no = (
        "The Committee met",
        "In Court on Monday",
        "the Bank Street station",
        "Armed Forces Day",
        "a Police Station",
    )

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the organisations that a head noun names."""
        for start, end, organisation in document.hits(BY_HEAD):
            assert isinstance(organisation, Organisation)
            span = Span(start, end)
            yield Mention("organisation", span, document[span], organisation, self.name, Confidence.LIKELY)


class _ByHead:
    """What the grammar of heads finds, remembered by the document for the rules that build on it."""

    name = "organisations by head noun, found"

    def find(self, document: Document, /) -> Sequence[Hit]:
        found = []
        for hit in document.hits(HEADS):
            span = _name_around(document, hit)
            if span is not None:
                start, end = span
                text = " ".join(document.text[start:end].split())
                kind = hit.meaning.kind  # type: ignore[attr-defined]
                found.append(Hit(start, end, Organisation(text, None, kind)))
        return found


BY_HEAD = _ByHead()


def _name_around(document: Document, hit: Hit) -> tuple[int, int] | None:
    """Where the name of a head begins and ends; `None` if it names nothing."""
    head = hit.meaning
    first = word_starting(document, hit.start)
    if first is None or not isinstance(head, Head):
        return None
    capitals, text = document.capitals, document.text
    last = word_at(document, hit.end) - 1
    if capitals[last][1] > hit.end:  # "Co-Chairs"
        return None
    if _names_a_thing(document, last, hit.end):
        return None
    end = hit.end
    if head.after:
        end = _right(document, last, hit.end, text[hit.start : hit.end])
    elif _goes_on(document, last, hit.end):
        return None
    start = _left(document, first, lists=end == hit.end) if head.before else hit.start
    start = _without_generic(document, start, hit.start)
    if (start, end) == (hit.start, hit.end):
        return None
    if head.weak and end == hit.end and not _is_known(document, start, hit.start):
        return None
    if _headline(document, start) and end == hit.end and not _is_known(document, start, hit.start):
        return None
    return start, end


def _left(document: Document, index: int, *, lists: bool) -> int:
    """Where a name begins whose head is a capitalised word; `lists` says whether "and" may stand in it."""
    capitals, text = document.capitals, document.text
    known = topics()
    start, before_list = capitals[index][0], None
    for at in range(index, max(0, index - LONGEST), -1):
        start = capitals[at][0]
        gap = gap_before(document, at)
        word = text[slice(*capitals[at - 1])]
        if gap is None:
            break
        if gap in ("'s ", "' "):
            if word.lower() in OWNERS:
                continue
            break
        if word in STOP:
            break
        if gap == " ":
            continue
        if gap == ". " and (word in ("St", "Mt") or _initials().fullmatch(word)):
            continue
        if gap == " & ":
            continue
        if lists and gap in (" and ", ", ", ", and "):
            if word in known and (gap == " and " or text[slice(*capitals[at])] in known):
                before_list = start if before_list is None else before_list
                continue
            break
        if gap.strip() in ("of", "for", "on", "of the", "for the") and before_list is not None:
            return before_list  # "Ministry of Health and Science Ministry": the list belongs to what stands before it
        break
    return start


def _without_generic(document: Document, start: int, head: int) -> int:
    """The start of a name without an adjective that opens a sentence or is no part of a name."""
    capitals, text = document.capitals, document.text
    at = word_at(document, start)
    while capitals[at][0] < head and text[slice(*capitals[at])] in GENERIC and capitals[at + 1][0] >= head:
        at += 1
    return capitals[at][0]


def _right(document: Document, index: int, end: int, head: str) -> int:
    """Where a name ends whose head ends with a capitalised word, at `end`."""
    capitals, text = document.capitals, document.text
    known = topics()
    inside = False
    for at in range(index + 1, min(len(capitals), index + LONGEST)):
        start, stop = capitals[at]
        if start - end > 24:
            return end
        gap = plain(document.folded[end:start], text[end:start])
        word = text[start:stop]
        if gap is None:
            return end
        previous = text[slice(*capitals[at - 1])]
        joint = _joint().fullmatch(gap)
        if word in STOP and word not in known:
            if not (head.endswith("Office") and (joint or inside) and word in OFFICE_HOLDERS):
                return end
        elif joint and (joint[1] in ("of", "for", "on", "against") or word in known or _far(document, start)):
            if joint[1] != "of" and _is_place(document, start) and joint[1] != "in":
                return end
        elif not inside:
            return end
        elif joint:
            return end
        elif gap in (" and ", " and the ", ", and "):
            if not (word in known or previous in known and not _is_name(document, start)):
                return end
            if word in known and _starts_another(document, at):
                return end
        elif gap == ", ":
            if word not in known or previous not in known:
                return end
        elif gap in ("'s ", "' "):
            if previous.lower() not in OWNERS:
                return end
        elif gap == " ":
            if _is_name(document, start) and word not in known and not _is_place(document, start):
                return end
            if _place_ends(document, capitals[at - 1][1]) and word not in known and not _is_head(document, start):
                return end
        elif gap != " & " and not (gap == ". " and _initials().fullmatch(previous)):
            return end
        inside = True
        end = stop
    return end


def _goes_on(document: Document, index: int, end: int) -> bool:
    """Whether the next capitalised word follows at once, and is neither a head nor a title."""
    capitals, text = document.capitals, document.text
    if index + 1 >= len(capitals) or capitals[index + 1][0] - end > 2:
        return False
    start, stop = capitals[index + 1]
    return text[end:start].isspace() and "\n\n" not in text[end:start] and text[start:stop] not in STOP


def _names_a_thing(document: Document, index: int, end: int) -> bool:
    """Whether the run goes on after the head and ends in a noun that is no organisation: "Armed Forces Day"."""
    capitals, text = document.capitals, document.text
    for at in range(index + 1, min(len(capitals), index + 5)):
        start, stop = capitals[at]
        if text[end:start] != " " or text[start:stop] in STOP:
            return False
        if text[start:stop] in THINGS:
            return True
        end = stop
    return False


def _starts_another(document: Document, index: int) -> bool:
    """Whether the word after "and" is the head of a name of its own: "and Bank of Thailand"."""
    start, stop = document.capitals[index]
    return document.folded.startswith((" of ", " for "), stop) and _is_head(document, start)


def _hit_at(document: Document, lexicon: Lexicon, start: int) -> Hit | None:
    """The hit of a lexicon that begins at an offset."""
    hits = document.hits(lexicon)
    at = bisect_left(hits, start, key=_start_of)
    return hits[at] if at < len(hits) and hits[at].start == start else None


def _start_of(hit: Hit) -> int:
    return hit.start


def _is_head(document: Document, start: int) -> bool:
    return _hit_at(document, HEADS, start) is not None


def _is_place(document: Document, start: int) -> bool:
    """Whether the name of a place, not of its people, begins at an offset."""
    hit = _hit_at(document, PLACES, start)
    return hit is not None and isinstance(hit.meaning, PlaceWord) and hit.meaning.places[0].form is PlaceForm.NOUN


def _far(document: Document, start: int) -> bool:
    """Whether a part of the world begins at an offset: "Organisation for Security and Co-operation in Europe"."""
    hit = _hit_at(document, PLACES, start)
    if hit is None or not isinstance(hit.meaning, PlaceWord):
        return False
    place: Place = hit.meaning.places[0]
    return place.code is None and place.form is PlaceForm.NOUN


def _is_name(document: Document, start: int) -> bool:
    """Whether the name of a person or of an organisation of the table begins at an offset."""
    return any(_hit_at(document, lexicon, start) is not None for lexicon in (GIVEN_NAMES, ORGANISATIONS, PLACES))


def _place_ends(document: Document, end: int) -> bool:
    """Whether the name of a place ends at an offset."""
    hits = document.hits(PLACES)
    at = bisect_left(hits, end, key=_start_of) - 1
    return at >= 0 and hits[at].end == end and hits[at].meaning.places[0].form is PlaceForm.NOUN  # type: ignore[attr-defined]


def _is_known(document: Document, start: int, end: int) -> bool:
    """Whether a stretch of text holds a place, an organisation, or a topic."""
    for lexicon in (PLACES, ORGANISATIONS):
        hits = document.hits(lexicon)
        at = bisect_left(hits, start, key=_start_of)
        if at < len(hits) and hits[at].end <= end:
            return True
    known = topics()
    at = word_at(document, start)
    capitals, text = document.capitals, document.text
    while at < len(capitals) and capitals[at][1] <= end:
        if text[slice(*capitals[at])] in known:
            return True
        at += 1
    return False


def _headline(document: Document, offset: int) -> bool:
    """Whether most words of a sentence are capitalised, so that capitals say nothing."""
    sentence = document.sentence_at(offset)
    first, last = word_at(document, sentence.start), word_at(document, sentence.end)
    if last - first < 4:
        return False
    return 3 * (last - first) > 2 * (document.text.count(" ", sentence.start, sentence.end) + 1)


def _named_after(document: Document, start: int, end: int) -> bool:
    """Whether a single word of the table is the family name of a person: "Robert Wagner"."""
    text = document.text
    if start < 2 or text[start - 1] != " " or " " in text[start:end] or text[start:end].isupper():
        return False
    stop = start - 2 if text[start - 2] == "." else start - 1
    first = text.rfind(" ", max(0, stop - 20), stop) + 1
    word = text[first:stop]
    if not word[:1].isupper():
        return False
    if word in _PERSONAL:
        return True
    hit = _hit_at(document, GIVEN_NAMES, first)
    return hit is not None and hit.end == start - 1 and not _is_place(document, first)


def _acts(document: Document, end: int) -> bool:
    """Whether the word after a name is one that stands after organisations: a leader, a spokesman, fighters."""
    match = _following().match(document.folded, end)
    return match is not None and match[1] in _MEMBERS_OF


@cache
def _following() -> re.Pattern[str]:
    return re.compile(r" ([a-z]+)")


# --- hook ------------------------------------------------------------------------------------------------------


@hookimpl
def extractors() -> list[object]:
    """The extractors of organisations."""
    return [Table(), NamedByHead()]
