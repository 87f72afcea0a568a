"""The grammar of dates in English: which reader looks where, from left to right.

Every reader is handed a place where a date may begin and looks forward from there with patterns that are anchored
at that place; nothing is searched, so the time grows with the number of date words and digits only.
Sources: the usage of newsrooms and ministries; the conventions of EDTF (ISO 8601-2).
"""

from collections.abc import Iterator

from .english_relative import Relative
from .english_words import DECADES, MONTHS, SEASONS, WEEKDAYS, Found


class Reader(Relative):
    """Reads the dates of one English document."""

    def read(self, places: Iterator[tuple[int, str]] | list[tuple[int, str]]) -> Iterator[Found]:
        """The dates that begin at (or, for "ago", end at) the given places.

        Args:
            places: Offsets in order, each with the name of the reader that is to look there.
        """
        reached = 0
        for at, reader in places:
            if at < reached:
                continue
            found = getattr(self, reader)(at, reached)
            if not found:
                continue
            for one in found if isinstance(found, list) else [found]:
                if one.start >= reached:
                    reached = one.end
                    yield one
                    if one.value.edtf and one.start != self.compared:
                        self.last = one
                        if len(one.value.edtf) != 10:
                            self.last_period = one


def english_words() -> dict[str, str]:
    """The words that may begin (or, as "ago", end) a date, and the reader that looks there."""
    words = dict.fromkeys(MONTHS, "month_or_day") | dict.fromkeys(WEEKDAYS, "weekday")
    words |= dict.fromkeys(
        ["today", "yesterday", "tomorrow", "tonight", "the day before yesterday", "the day after tomorrow"], "today"
    )
    words |= dict.fromkeys(["this", "last", "next", "the coming", "the current"], "which")
    words |= dict.fromkeys(["early", "mid", "late", "end", "beginning"], "rough")
    words |= dict.fromkeys(["ago", "before", "after"], "ago")
    words |= dict.fromkeys(["earlier", "later"], "sooner")
    words |= dict.fromkeys(["days", "weeks", "months", "week", "month"], "units")
    words |= dict.fromkeys(
        [
            "that day",
            "that week",
            "that month",
            "that year",
            "same",
            "corresponding",
            "comparable",
            "following",
            "previous",
            "preceding",
            "year-earlier",
            "year-ago",
            "prior-year",
        ],
        "that",
    )
    words |= dict.fromkeys(
        ["first", "second", "third", "fourth", "final", "q1", "q2", "q3", "q4", "h1", "h2", "1st", "2nd", "3rd", "4th"],
        "part",
    )
    words |= dict.fromkeys(["fiscal", "financial", "fy"], "fiscal")
    words |= dict.fromkeys(SEASONS, "season") | {"year-end": "year_end", "end-year": "year_end"}
    words |= dict.fromkeys(DECADES, "decade")
    return words
