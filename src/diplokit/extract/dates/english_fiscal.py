"""Fiscal years in English: when that of a state begins, what their labels mean, and the months of theirs that a text names.

A fiscal year is known by its label alone ("FY21", "2020-21"); its months take the state that the text speaks of.
Sources: the budget laws of the states in the table; the Solar Hijri calendar for the year of Iran.
"""

import re
from functools import cached_property

from diplokit import CalendarDate
from diplokit.vocabulary import Resolution

from .calendar import add_months, calendar_date, day_edtf, move_years, point_edtf
from .calendars import solar_hijri
from .english_context import Context
from .english_words import MONTH, Found, Point, match_at

# The month in which the fiscal year begins, with the words by which each state is known; 1 for the calendar year.
_BEGINS = {
    1: "sri lanka|colombo|malaysia|indonesia|jakarta|china|chinese|beijing|russia|turk|ghana|nigeria|viet|philippin|korea|brazil|mexic|german|france|french|european",
    4: "india's/india /india,/india./indian /new delhi/mumbai|japan/tokyo|canad/ottawa|britain/british|singapore|hong kong|south africa/pretoria|botswana|namibia|kuwait|jamaica",
    7: "pakistan/islamabad/karachi/lahore|bangladesh/dhaka|egypt/cairo|australia/canberra|new zealand|kenya/nairobi|uganda/kampala|tanzania/dar es salaam|ethiopia/addis ababa|nepal/kathmandu|bhutan|mauriti|rwanda/kigali",
    10: "united states/u.s./american/washington|thai/bangkok|haiti",
}
# A label of one year is the year in which it ends, but for these, where it is the one in which it begins.
_BY_BEGINNING = frozenset("japan|canad|britain|singapore|hong kong".split("|"))
# Whose years are said as one year, not as two.
_SAID_AS_ONE = _BY_BEGINNING | frozenset("united states|thai|australia".split("|"))
_QUARTERS = {(1, 3): 33, (4, 6): 34, (7, 9): 35, (10, 12): 36, (1, 6): 40, (7, 12): 41}
_READ = 3000  # characters in which a text says of whom it speaks

_LABEL = r"(?P<year>(?:19|20)\d\d|(?:(?<=fy)|(?<=fy[ ]))\d\d)(?:[-/](?P<to>\d{4}|\d\d))?(?!\w)"
_WHICH = r"(?:(?P<which>this|current|ongoing|present|outgoing|last|previous|preceding|past|next|coming) )?"
_OF_YEAR = (
    rf"(?: \((?:{MONTH})\.?(?: ?- ?| to )(?:{MONTH})\.?\))? (?:(?:of|in|for|during) )?(?:the )?{_WHICH}"
    rf"(?:(?P<iran>(?:iranian|persian) (?:calendar |fiscal )?year)(?! \d)"
    rf"|(?P<before>(?:19|20)\d\d[-/](?:\d{{4}}|\d\d)) (?:fiscal|financial) year"
    rf"|(?:(?:fiscal|financial)(?: year)?|fy)(?:,? ?(?P<open>\()?(?:fy ?)?{_LABEL}(?(open)\)))?)(?!\w)"
)
_MONTHS_OF = (
    rf"(?: period)?,?(?: of| in| for| during)?(?: the)? ?(?P<open>\()?(?P<fiscal>(?:fiscal|financial)(?: year)? |fy ?)?{_LABEL}"
    r"(?(open)\))(?: (?:fiscal|financial) year)?"
)
_CURRENT = (None, "this", "current", "ongoing", "present", "outgoing")


class Fiscal(Context):
    """Reads parts of fiscal years."""

    @cached_property
    def _fiscal_home(self) -> tuple[int, str]:
        """The month in which the fiscal year begins where the text was written, and the word that tells; 0 if none does."""
        text = self.folded[:_READ]
        best, home = 0, (0, "")
        for month, words in _BEGINS.items():
            for state in words.split("|"):
                count, early = 0, False
                for word in state.split("/"):
                    first = text.find(word)
                    if first >= 0:
                        count += text.count(word) + 2 * (
                            word.endswith("'s") or text.startswith("'s", first + len(word))
                        )
                        early = early or first < 60
                count = min(count, 8) + 4 * early
                if count > best or (count == best > 0 and home[0] == 1):  # who says "fiscal" has such years
                    best, home = count, (month, state.partition("/")[0])
        return home

    def _fiscal_label(self, year: str, to: str | None) -> int | None:
        """The year in which the fiscal year of a label begins: 2020 for "2020-21" and, in most states, for "FY21"."""
        first = int(year) + (0 if len(year) == 4 else 1900 if int(year) > 60 else 2000)
        if to is not None:
            return first if int(to) % 100 == (first + 1) % 100 else None
        month, word = self._fiscal_home
        return first if month == 1 or word in _BY_BEGINNING else first - 1

    def _fiscal_now(self, which: str | None, month: int) -> int | None:
        """The year in which the current, the last or the next fiscal year began."""
        if self.published is None:
            return None
        begun = self.published.year - (self.published.month < month)
        return begun + (0 if which in _CURRENT else 1 if which in ("next", "coming") else -1)

    def _part_of_fiscal(self, at: int, head: int, first: int, last: int) -> Found | None:
        """Some months of a fiscal year: "the first nine months of the current fiscal year", "… (July-March) of FY21".

        Args:
            at: Where the words begin.
            head: Where the words that count the months end.
            first: The first of the months, counted from the beginning of the year.
            last: The last of them.
        """
        match = match_at(_OF_YEAR, self.folded, head)
        if match is None:
            return None
        end = match.end()
        if match["iran"]:
            return self._months_of_iran(at, end, match["which"], first, last)
        begins, _ = self._fiscal_home
        begun: int | None
        if match["year"] and match["to"] is None and len(match["year"]) == 4 and not begins:
            begins, begun = 1, int(match["year"])  # nobody tells whose fiscal year: about the calendar year
        elif match["before"]:
            year, to = re.split("[-/]", match["before"])
            begun = self._fiscal_label(year, to)
        elif match["year"]:
            begun = self._fiscal_label(match["year"], match["to"])
        else:
            begun = self._fiscal_now(match["which"], begins) if begins else None
        if begun is None or not begins:
            return None
        resolution = Resolution.ABSOLUTE if match["year"] or match["before"] else Resolution.RELATIVE
        (year_a, month_a), (year_b, month_b) = (add_months(begun, begins, count - 1) for count in (first, last))
        if resolution is Resolution.RELATIVE and self.published is not None and match["which"] in _CURRENT:
            late = (year_b - self.published.year) * 12 + month_b - self.published.month > 0
            year_a, year_b = year_a - late, year_b - late  # what is told of is over
        edtf = point_edtf(year_a, month_a)
        if begins == 1 and match["year"] and (first, last) in _QUARTERS:
            edtf = f"{begun:04}-{_QUARTERS[first, last]}"
        elif first != last:
            edtf = f"{edtf}/{point_edtf(year_b, month_b)}"
        value = calendar_date(edtf, resolution)
        return Found(at, end, value) if value else None

    def _months_of_iran(self, at: int, end: int, which: str | None, first: int, last: int) -> Found | None:
        """Months of the Solar Hijri year, which begins on 20 or 21 March."""
        if self.published is None:
            return None
        year = self.published.year - 621
        begins = solar_hijri(year, 1, 1)
        if begins is None:
            return None
        year += (0 if which in _CURRENT else 1 if which in ("next", "coming") else -1) - (begins > self.published)
        start, stop = solar_hijri(year, first, 1), solar_hijri(year, last, 31 if last <= 6 else 30 if last < 12 else 29)
        if start is None or stop is None:
            return None
        value = calendar_date(f"{day_edtf(start)}/{day_edtf(stop)}", Resolution.RELATIVE)
        return Found(at, end, value) if value else None

    def _months_of_fiscal(self, first: Point, last: Point) -> Found | None:
        """From one month to another of a fiscal year: "July-March (2018-19)", "April-June of FY22", "July-May 2020-21"."""
        at = last.end
        if last.year is not None:
            if self.folded[at : at + 1] not in ("-", "/"):
                return None
            match = match_at(_LABEL, self.folded, at - 4)
        else:
            match = match_at(_MONTHS_OF, self.folded, at) if self.folded[at : at + 1] in (" ", ",") else None
        if match is None or first.month is None or last.month is None:
            return None
        if match["to"] is None and (last.year is not None or not match["fiscal"]):
            return None
        begun = self._fiscal_label(match["year"], match["to"])
        if begun is None:
            return None
        begins, _ = self._fiscal_home
        if first.month > last.month or begins < 2:
            begins = max(first.month, 4)
        years = [begun + (month < begins) for month in (first.month, last.month)]
        value = calendar_date(f"{point_edtf(years[0], first.month)}/{point_edtf(years[1], last.month)}")
        return Found(first.start, match.end(), value) if value else None

    def _fiscal_year(self, start: int, end: int, which: str) -> Found | None:
        """The last, this or the next fiscal year; two years where it is known to begin in one and end in the other."""
        begins, word = self._fiscal_home
        begun = self._fiscal_now(which, begins or 1)
        if begun is None:
            return None
        if begins < 2:
            edtf = f"{begun:04}"
        elif word in _SAID_AS_ONE:
            edtf = f"{begun + (word not in _BY_BEGINNING):04}"
        else:
            edtf = f"{begun:04}/{begun + 1:04}"
        value = calendar_date(edtf, Resolution.RELATIVE)
        return Found(start, end, value) if value else None

    def _moved_to_fiscal(self, last: CalendarDate, year: str, to: str | None) -> str | None:
        """The same months of another fiscal year: "… in July-March, against … in the same period of FY20"."""
        begun = self._fiscal_label(year, to)
        if begun is None or last.start is None:
            return None
        begins = self._fiscal_home[0] or last.start.month
        if len(last.edtf or "") in (4, 9):  # a whole year
            return f"{begun:04}/{begun + 1:04}" if len(last.edtf or "") == 9 else None
        return move_years(last, begun - (last.start.year - (last.start.month < begins)))
