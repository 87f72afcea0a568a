"""English periods of a year: quarters, halves, first months, seasons, fiscal years."""

import re

from diplokit.vocabulary import Resolution

from .calendar import UNRESOLVED, calendar_date, point_edtf, shift
from .english_fiscal import Fiscal
from .english_words import COUNT, COUNTS, DECADES, MONTH, ORDINALS, SEASONS, YEAR, Found, match_at, pattern, point_at
from .tense import tense_at

# Patterns with the names of months and the like in them: written out once, not at every look.
_PART = (
    rf"(?P<head>(?:(?P<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[ -](?:(?P<unit>quarter|half)(?! of an? )|(?P<count>{COUNT})[ -](?:months?|(?P<quarters>quarters)))|q(?P<q>[1-4])|h(?P<h>[12]))(?!\w)"
    rf"(?: \((?:q[1-4]|h[12])\))?)(?:,? (?:of |in )?(?:(?P<fiscal>fiscal |the fiscal )?(?:year )?(?P<year>{YEAR})|(?:of )?(?P<which>this|last|next|the|that|the current|the same|the previous) (?:fiscal )?year(?!\w)))?"
)
_FISCAL = (
    rf"(?:(?:fiscal|financial)(?: years?)?|fy) ?(?P<year>{YEAR.split('(?!')[0]})(?:[-/](?P<to>\d\d(?:\d\d)?))?(?!\w)"
)
_SEASON = rf"(?P<season>spring|summer|autumn|fall|winter)(?: of|,)? {{1,2}}(?:(?P<year>{YEAR.partition('(?!')[0]})(?:[-/]\d\d)?(?![\w%]|[,.]\d)|(?P<which>this|last|next) year(?!\w))"


_FIRST_DAYS = rf"first (?P<count>{COUNT}) days (?:of|in) (?:(?P<which>this|last|the) month(?!\w)|(?={MONTH}))"
# What a half or a quarter is of, if it is of no year.
_OF_SOMETHING = r"(?P<of> of )(?:(?P<which>this|last|next|the current|the) month(?!\w)|[a-z])"
_OF_OFFICE = r" (?:of|in (?:office|power|charge)|after|since|under|on the job|as)(?!\w)"
_DURING = ("in the ", "during the ", "for the ", "over the ", "throughout the ", "within the ", "with the ")
_AROUND_FISCAL = r"(?<!\w)(?P<which>current|ongoing|outgoing|running|present|upcoming|coming) \Z"
_BEFORE_DECADE = r"(?<!\w)the (?:(?:early|mid|late|roaring|swinging)[ -](?:to[ -](?:mid|late)[ -])?)?\Z"
_OPENS = r"(?<!\w)(?:from|by|until|starting|beginning)(?: in)? (?:the )?\Z"
_MONTHS_OF = rf"months (?:of|in) (?:(?P<year>{YEAR})|(?P<which>this|last) year(?!\w))"
_SO_MANY = rf"(?<!\w)(?:in|for|during|over) (?:the )?(?P<count>{COUNT}) \Z"


def _months(match: re.Match[str], count: int) -> tuple[int, int]:
    """The first and the last month of a part of a year, counted from its beginning."""
    number = ORDINALS.get(match["ordinal"] or "", 0) or int(match["q"] or match["h"] or 0)
    if count:
        return (1, count) if number == 1 else (13 - count, 12)
    length = 3 if match["q"] or match["unit"] == "quarter" else 6
    last = min(number * length, 12)
    return last - length + 1, last


class Periods(Fiscal):
    """Reads the parts of a year."""

    def part(self, at: int, _reached: int) -> Found | None:
        """A quarter, a half, or the first so many months, of a year."""
        match = match_at(
            _PART,
            self.folded,
            at,
        )
        if not match:
            return self._first_days(at) if " days " in self.folded[at : at + 20] else None
        count = 0
        if match["count"]:
            count = (COUNTS.get(match["count"]) or int(match["count"])) * (3 if match["quarters"] else 1)
        if self.folded[match.end("head") : match.end("head") + 1] == " ":
            fiscal = self._part_of_fiscal(at, match.end("head"), *_months(match, count))
            if fiscal is not None:
                return fiscal
        resolution = Resolution.ABSOLUTE
        year = int(match["year"]) if match["year"] else None
        if (
            year is None
            and match["which"] is None
            and (inner := match_at(_OF_SOMETHING, self.folded, match.end("head")))
        ):
            return self._part_of_month(at, inner) if match["unit"] == "half" else None
        if year is None:
            if match["which"]:
                year = self._year_of(match["which"])
            elif self.published is not None:
                year = self.published.year
                number = ORDINALS.get(match["ordinal"] or "", 0) or int(match["q"] or match["h"] or 0)
                if match["count"]:
                    if number != 1 or not self._in_economy(at) or match_at(_OF_OFFICE, self.folded, match.end()):
                        return None
                    begins = count
                else:
                    begins = 3 * number - 2 if match["q"] or match["unit"] == "quarter" else 6 * number - 5
                ends = begins + (2 if match["q"] or match["unit"] == "quarter" else 5)
                if begins > self.published.month and tense_at(self.document, at, match.end()) != "future":
                    year -= 1
                elif (
                    not match["count"]
                    and ends < self.published.month
                    and pattern(_OPENS).search(self.folded, max(0, at - 16), at)
                    and tense_at(self.document, at, match.end()) == "future"
                ):
                    year += 1  # "expects growth from the second quarter", written in the fourth
            elif match["count"]:
                return None
            resolution = Resolution.UNRESOLVED if year is None else Resolution.RELATIVE
        if year is None:
            return (
                Found(at, match.end(), UNRESOLVED)
                if match["which"] or match["unit"] == "quarter" or match["q"]
                else None
            )
        number = ORDINALS.get(match["ordinal"] or "", 0)
        if match["unit"] == "half" and number > 2:
            number = 2
        if match["q"] or match["unit"] == "quarter":
            edtf = f"{year:04}-{32 + (int(match['q']) if match['q'] else number)}"
        elif match["h"] or match["unit"] == "half":
            if not match["h"] and not match["year"] and not match["which"] and not self._in_economy(at):
                return None
            edtf = f"{year:04}-{39 + (int(match['h']) if match['h'] else number)}"
        else:
            if not 1 <= count <= 12:
                return None
            first, last = (1, count) if number == 1 else (13 - count, 12)
            edtf = point_edtf(year, first) if first == last else f"{point_edtf(year, first)}/{point_edtf(year, last)}"
        value = calendar_date(edtf, resolution)
        return Found(at, match.end(), value) if value else None

    def _part_of_month(self, at: int, inner: re.Match[str]) -> Found | None:
        """The month that half of it is of: "the second half of December", "the first half of next month"."""
        if inner["which"]:
            return self._shifted(at, inner.end(), "month", {"last": -1, "next": 1}.get(inner["which"], 0))
        point = point_at(self.folded, inner.end("of"))
        if point is None or point.month is None or point.day is not None:
            return None
        one = self._one(point)
        return one._replace(start=at) if one else None

    def _first_days(self, at: int) -> Found | None:
        """The first so many days of a month: "the first 20 days of April"."""
        match = match_at(_FIRST_DAYS, self.folded, at)
        if match is None:
            return None
        count = COUNTS.get(match["count"]) or int(match["count"])
        point = point_at(self.folded, match.end()) if match["which"] is None else None
        resolution = Resolution.RELATIVE
        if point is not None:
            if point.month is None or point.day is not None:
                return None
            year, resolution = self._fill(point)
            month, end = point_edtf(year, point.month), point.end
        elif self.published is None or match["which"] is None:
            return None
        else:
            month, end = shift(self.published, "month", -1 if match["which"] == "last" else 0) or "", match.end()
        value = calendar_date(f"{month}-01/{month}-{count:02}", resolution) if 1 < count < 29 else None
        return Found(at, end, value) if value else None

    def _months_of(self, at: int, reached: int) -> Found | None:
        """The first so many months of a year, where the text does not say "first"."""
        match = match_at(_MONTHS_OF, self.folded, at)
        before = pattern(_SO_MANY).search(self.folded, max(reached, at - 24), at) if match else None
        if match is None or before is None:
            return None
        count = COUNTS.get(before["count"]) or int(before["count"])
        year = int(match["year"]) if match["year"] else self._year_of(match["which"])
        if year is None or not 2 < count < 12:
            return None
        resolution = Resolution.ABSOLUTE if match["year"] else Resolution.RELATIVE
        value = calendar_date(f"{year:04}-01/{year:04}-{count:02}", resolution)
        return Found(before.start("count"), match.end(), value) if value else None

    def _in_economy(self, at: int) -> bool:
        return self.folded.endswith(_DURING, 0, at)

    def year_end(self, at: int, _reached: int) -> Found | None:
        """The end of the year, said in one word."""
        if year := match_at(rf" (?:of )?(?P<year>{YEAR})", self.folded, at + 8):
            return self._years(at, year.end(), int(year["year"]), None)
        return self._shifted(at, at + 8, "year", 0)

    def fiscal(self, at: int, reached: int) -> Found | None:
        """A fiscal or financial year."""
        match = match_at(
            _FISCAL,
            self.folded,
            at,
        )
        if not match:
            return self._running_fiscal(at, reached)
        first, to = int(match["year"]), match["to"]
        nepali = first - self.published.year if self.published is not None and to is not None else 0
        if 54 < nepali < 59:  # of the calendar of Nepal, whose years begin in April and fiscal years in July
            first, to = first - 57, f"{first - 56:04}"
        return self._years(at, match.end(), first, to)

    def _running_fiscal(self, at: int, reached: int) -> Found | None:
        """The current or the coming fiscal year: "the ongoing fiscal year", "the upcoming financial year"."""
        match = match_at(r"(?:fiscal|financial) year(?!\w)(?!,? (?:of )?\(?(?:19|20)\d\d)", self.folded, at)
        before = pattern(_AROUND_FISCAL).search(self.folded, max(reached, at - 12), at) if match else None
        if match is None or before is None:
            return None
        which = "next" if before["which"] in ("upcoming", "coming") else "current"
        return self._fiscal_year(before.start(), match.end(), which)

    def decade(self, at: int, _reached: int) -> Found | None:
        """A decade in words: "the sixties", "the late forties"; not the age of somebody "in his fifties"."""
        end = at
        while self.folded[end : end + 1].isalpha():
            end += 1
        told = self._follows_decade(at, (" and ", ", ", " to ", " or ", " and the "))
        if not told and not pattern(_BEFORE_DECADE).search(self.folded, max(0, at - 22), at):
            return None
        value = calendar_date(f"19{DECADES[self.folded[at:end]]}X")
        return Found(at, end, value) if value else None

    def season(self, at: int, _reached: int) -> Found | None:
        """A season of a year."""
        match = match_at(
            _SEASON,
            self.folded,
            at,
        )
        if not match:
            return None
        year = int(match["year"]) if match["year"] else self._year_of(match["which"])
        if year is None:
            return Found(at, match.end(), UNRESOLVED)
        resolution = Resolution.ABSOLUTE if match["year"] else Resolution.RELATIVE
        value = calendar_date(f"{year:04}-{SEASONS[match['season']]}", resolution)
        return Found(at, match.end(), value) if value else None
