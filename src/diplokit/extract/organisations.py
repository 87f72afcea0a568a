"""Organisations: by the table, and by the grammar of their names.

Reads the table of organisations (`en/organisations.tsv`) and the tables of heads and topics. A name is a head noun
with capitalised words before it ("Chinese Education Ministry", "Johns Hopkins University") or after a preposition
("Bank of England", "Committee on Trade and Development").
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Hit, Lexicon, Mention, Organisation, Span, hookimpl
from diplokit.vocabulary import ActorKind, Confidence
from diplokit.wordlists import ORGANISATIONS, PLACES, OrganisationWord

from .capital_runs import LONGEST, gap_before, plain, word_at, word_starting
from .organisation_words import HEADS, OWNERS, STOP, Head, topics

# --- words -----------------------------------------------------------------------------------------------------

_JOINTS = re.compile(r" (?:(?:of|for|on)(?: the)?) ")

# --- rules -----------------------------------------------------------------------------------------------------


class Table:
    """Organisations of the table, by full name, other name or acronym."""

    name = "organisations of the table"
    kind = "organisation"
    description = "An organisation of the table, by its name, its acronym or another name."
    words: Mapping[str, Lexicon] = {"organisation": ORGANISATIONS}
    yes: Mapping[str, object] = {}
    no = ()

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the organisations of the table in a document."""
        for start, end, word in document.hits(ORGANISATIONS):
            if isinstance(word, OrganisationWord):
                span = Span(start, end)
                yield Mention("organisation", span, document[span], word.organisation, self.name)


class NamedByHead:
    """Organisations by a head noun and the capitalised words before and after it."""

    name = "organisations by head noun"
    kind = "organisation"
    description = "A head noun (Ministry, Bank, Committee …) with the capitalised words before it, or after of, for, on."
    words: Mapping[str, Lexicon] = {"head": HEADS, "place": PLACES}
    yes: Mapping[str, object] = {
        "the Chinese Education Ministry said": Organisation("Chinese Education Ministry", None, ActorKind.MINISTRY),
        "a Committee on Trade and Development": Organisation(
            "Committee on Trade and Development", None, ActorKind.IGO_ORGAN
        ),
        "of Johns Hopkins University in": Organisation("Johns Hopkins University", None, ActorKind.NGO),
        "the Ministry of Investment, Trade and Industry": Organisation(
            "Ministry of Investment, Trade and Industry", None, ActorKind.MINISTRY
        ),
        "China's National People's Congress": Organisation("National People's Congress", None, ActorKind.LEGISLATURE),
        "the Panama Canal Authority": Organisation("Panama Canal Authority", None, ActorKind.MINISTRY),
    }
    no = ("The Committee met", "In Court on Monday")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the organisations that a head noun names."""
        for hit in document.hits(HEADS):
            head = hit.meaning
            if not isinstance(head, Head):
                continue
            first = word_starting(document, hit.start)
            if first is None:
                continue
            last = word_at(document, hit.end) - 1
            if not head.after and _goes_on(document, last):
                continue
            end = _right(document, last, hit.end) if head.after else hit.end
            start = _left(document, first, lists=end == hit.end) if head.before else hit.start
            if (start, end) == (hit.start, hit.end):
                continue
            span = Span(start, end)
            text = document[span]
            yield Mention(
                "organisation",
                span,
                text,
                Organisation(" ".join(text.split()), None, head.kind),
                self.name,
                Confidence.LIKELY,
            )


def _left(document: Document, index: int, *, lists: bool) -> int:
    """Where a name begins whose head is a capitalised word; `lists` says whether "and" may stand in it."""
    capitals, text = document.capitals, document.text
    known = topics()
    start, before_list = capitals[index][0], None
    for at in range(index, max(0, index - LONGEST), -1):
        start = capitals[at][0]
        gap = gap_before(document, at)
        word = text[slice(*capitals[at - 1])]
        if gap is None or word in STOP:
            break
        if gap == " ":
            continue
        if gap in ("'s ", "' "):
            if word.lower() in OWNERS:
                continue
            break
        if gap == ". " and (word in ("St", "Mt") or re.fullmatch(r"[A-Z](?:\.[A-Z])*", word)):
            continue
        if lists and gap in (" and ", " & ", ", "):
            if gap == " & " or word in known and (gap == " and " or text[slice(*capitals[at])] in known):
                before_list = start if before_list is None else before_list
                continue
            break
        if gap.strip() in ("of", "for", "on", "of the") and before_list is not None:
            return before_list  # "Ministry of Health and Science Ministry": the list belongs to what stands before it
        break
    return start


def _right(document: Document, index: int, end: int) -> int:
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
        if gap is None or word in STOP and word not in known:
            return end
        if _JOINTS.fullmatch(gap):
            inside = True
        elif not inside:
            return end
        elif gap in (" and ", " and the "):
            if word not in known:
                return end
        elif gap == ", ":
            if word not in known or text[slice(*capitals[at - 1])] not in known:
                return end
        elif gap in ("'s ", "' "):
            if text[slice(*capitals[at - 1])].lower() not in OWNERS:
                return end
        elif gap not in (" ", ". ", " & "):
            return end
        end = stop
    return end


def _goes_on(document: Document, index: int) -> bool:
    """Whether the next capitalised word follows at once."""
    return gap_before(document, index + 1) == " " if index + 1 < len(document.capitals) else False


# --- hook ------------------------------------------------------------------------------------------------------


@hookimpl
def extractors() -> list[object]:
    """The extractors of organisations."""
    return [Table(), NamedByHead()]
