"""Dates: days, months, years, periods and relative words, with their values as EDTF.

Reads English by a grammar of its own, and every other locale by the shapes that CLDR gives and the
words of its own table. The words are found in the shared scan,
digits in one pass; a reader is only tried where one of them stands.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from diplokit import CalendarDate, Document, Extractor, Lexicon, Mention, hookimpl

# ── words ──


@cache
def _words(locale: str) -> Mapping[str, object]:
    if locale.partition("_")[0] != "en":
        from .table import words_of

        words = words_of(locale)
        return words.phrases if words else {}
    from .english import english_words

    return english_words()


DATE_WORDS = Lexicon("date words", _words)
"""Words at which a date may begin, and the reader that looks there."""

# ── rules ──


@cache
def _digits() -> re.Pattern[str]:
    """Where digits may begin an English date: most do not, and one pattern tells that faster than the reader does."""
    from .english_digits import REST_OF_DAY

    # The group lets `re` skip to the next digit by a table of characters: twice as fast.
    return re.compile(
        r"(?:[0-9])(?:(?<![\w$\u20ac\u00a3\u00a5#][0-9])(?<!\d[.,:/][0-9])(?:"
        r"(?:(?<=1)[5-9]|(?<=2)[01])[0-9]{2}(?![0-9a-gi-pru-z]|,[0-9])|[hq]|[0-9]?[./-][0-9]{1,2}[./-][0-9]|"
        rf"(?<!\w-[0-9])(?={REST_OF_DAY})|(?<=['\ ][2-9])0s(?!\w))|(?<=fy[0-9]))"
    )


class Dates:
    """Every expression that denotes a day or a period of the calendar."""

    name = "dates"
    kind = "date"
    description = "Days, months, years, periods and relative words"
    words: Mapping[str, Lexicon] = {"word": DATE_WORDS}
    yes: Mapping[str | Document, object] = {
        "signed on 3 May 2024": CalendarDate("2024-05-03"),
        "from Nov 14 to 16, 2024": CalendarDate("2024-11-14/2024-11-16"),
        "in the first quarter of 2023": CalendarDate("2023-33"),
        "in the 1990s": CalendarDate("199X"),
        "ties since 1957": CalendarDate("1957"),
        "in July 2023 and on Sept 25, 2024": [CalendarDate("2023-07"), CalendarDate("2024-09-25")],
    }
    no: Iterable[str | Document] = ("Mrs May said", "resolution 1701 (no year)", "about 2,000 people", "Agenda 2030")

    def find(self, document: Document, /) -> Iterator[Mention[CalendarDate]]:
        """Find the dates of a document, in order."""
        if document.locale.partition("_")[0] != "en":
            from .anywhere import Reader as AnyReader

            for start, end, value, confidence in AnyReader(document).read(list(document.hits(DATE_WORDS))):
                yield Mention.at(start, end, "date", document.text[start:end], value, self.name, confidence)
            return
        from .english import Reader

        places = [(start, str(reader)) for start, _, reader in document.hits(DATE_WORDS)]
        places += [(match.start(), "number") for match in _digits().finditer(document.folded)]
        places.sort()
        for start, end, value, confidence in Reader(document).read(places):
            yield Mention.at(start, end, "date", document.text[start:end], value, self.name, confidence)


DATES = Dates()

# ── hook ──


@hookimpl
def extractors() -> list[Extractor[object]]:
    """Offer the extractor of dates."""
    return [DATES]
