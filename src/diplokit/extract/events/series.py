"""Events that are a series of gatherings and a year or number: "APEC 2024", "COP28"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Event, Lexicon, Mention
from diplokit.vocabulary import Confidence

# --- words -----------------------------------------------------------------------------------------------------

# Organisations and series that meet under their own name and the year: "APEC 2024", "COP28".
_SERIES = dict.fromkeys(
    "APEC G20 G7 G8 BRICS ASEAN CHOGM TICAD FOCAC COP WEF UNGA Expo Davos SPIEF Paralympics Olympics".split(),
    0,
)

SERIES = Lexicon("series of gatherings", _SERIES | {f"COP{number}": number for number in range(1, 60)}, cased=True)
"""Series of gatherings; the meaning is the number, if the word has one."""

# --- rules -----------------------------------------------------------------------------------------------------


class MeetingByYear:
    """Gatherings that are a series and a year: "APEC 2024", "COP28"."""

    name = "gatherings_by_year"
    kind = "event"
    description = "A series of gatherings with its year or number: APEC 2024, COP28."
    words: Mapping[str, Lexicon] = {"series": SERIES}
    yes: Mapping[str, object] = {
        "hosts APEC 2024": Event("APEC", None, None, 2024),
        "decided at COP28": Event("COP", 28),
        "at COP 15 in": Event("COP", 15),
    }
    no = ("in 2024", "the UN 2030 Agenda", "the COP meets")

    def find(self, document: Document, /) -> Iterator[Mention[Event]]:
        """Find the gatherings that a year or a number names."""
        text = document.text
        for start, end, number in document.hits(SERIES):
            year = None
            if not number:
                match = _number_after().match(text, end)
                if match is None or (text[start:end] == "COP" and match[1]):
                    continue
                year, end = int(match[1]) if match[1] else None, match.end()
                number = int(match[2]) if match[2] and text.startswith("COP", start) else 0
                if not year and not number:
                    continue
            name = "COP" if text.startswith("COP", start) else text[start : start + len(text[start:end].split()[0])]
            name = name.split("-")[0]
            event = Event(name, number or None, None, year)  # type: ignore[arg-type]
            yield Mention.at(start, end, "event", text[start:end], event, self.name, Confidence.LIKELY)


@cache
def _number_after() -> re.Pattern[str]:
    return re.compile(r"[ -](?:((?:19|20)\d\d)(?! ?\w* ?[Aa]genda)|(\d{1,2}))(?![\w-])")
