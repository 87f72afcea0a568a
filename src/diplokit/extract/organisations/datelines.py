"""The agencies in the brackets of datelines: "CAIRO, Aug 9 (MENA) -", "LIMA (Andina News / Qorvul - 3rd May, 2019)"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Lexicon, Mention, Organisation, Span
from diplokit.vocabulary import ActorKind, Confidence
from diplokit.wordlists import ORGANISATIONS, PLACES

from .surroundings import hit_at

# --- rules -----------------------------------------------------------------------------------------------------


class DatelineAgency:
    """The agency that a dateline names: "CAIRO, Aug 9 (MENA) -"."""

    name = "agencies_of_datelines"
    kind = "organisation"
    description = "The news agency in the brackets of a dateline."
    words: Mapping[str, Lexicon] = {"organisation": ORGANISATIONS, "place": PLACES}
    yes: Mapping[str, object] = {
        "CAIRO, Aug 9 (QENA) - He left.": Organisation("QENA", None, ActorKind.COMPANY),
        "LIMA (Andina News) -- He left.": Organisation("Andina News", None, ActorKind.COMPANY),
        "LIMA (Andina News / Qorvul - 3rd May, 2019) He left.": Organisation("Andina News", None, ActorKind.COMPANY),
    }
    no = ("He left (MENA) today.", "BANGUI (Central African Republic) - He left.")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the agencies of the datelines of a document."""
        text = document.text
        for sentence in document.sentences[:6]:
            opening = text.find("(", sentence.start, sentence.start + 120)
            if opening < 0:
                continue
            after = text.find(")", opening) + 1
            if (
                not text[after : after + 2].lstrip(" ").startswith(_DASHES)
                and not text[after - 2 : after - 1].isdigit()
            ):
                continue
            match = _dateline().match(text, sentence.start)
            if match is None:
                continue
            start, end = match.span(1)
            place, known = hit_at(document, PLACES, start), hit_at(document, ORGANISATIONS, start)
            if place is not None and not match[1].isupper():
                continue
            name = known.meaning.organisation if known is not None and known.end == end else None  # type: ignore[attr-defined]
            value = name or Organisation(match[1], None, ActorKind.COMPANY)
            yield Mention("organisation", Span(start, end), match[1], value, self.name, Confidence.CERTAIN)


_DASHES = ("-", "\u2014", "\u2013", ":")  # what stands between a dateline and its story


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(
        r"[A-Z\u00c0-\u00de][\w'. -]{2,28}(?:, [A-Z][\w .]{2,24}){0,2}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
        r" ?\(([A-Z][A-Za-z.]{1,14}(?:[ /-][A-Z][A-Za-z.]{1,12}){0,2})"
        r"(?:\) ?(?:--|\u2014|\u2013|-|:)| ?[/-] [^()\n]{3,40} \d{4}\))"
    )
