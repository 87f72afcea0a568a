"""English dates that begin with digits: days, ISO and numeric dates, years, spans of years, decades."""

import re

from diplokit import CalendarDate
from diplokit.vocabulary import Confidence, Resolution

from .calendar import UNRESOLVED, calendar_date, point_edtf, shift
from .english_days import Days
from .english_periods import Periods
from .english_words import MONTH, WEEKDAY, YEAR, Found, match_at
from .years import is_year

CENTURIES = frozenset(("15", "16", "17", "18", "19", "20", "21"))
# What tells quickly whether digits are the day of a month: one follows, after other days and little words.
# It begins behind the first digit.
REST_OF_DAY = (
    r"\d?(?!\d)(?:st|nd|rd|th)?(?:[ ,&/()-]|(?:to|and|or|of|the|through|thru|until|till|up)(?= )|\d{1,48}+(?:st|nd|rd|th)?|"
    rf"(?:{WEEKDAY})(?!\w)){{1,24}}?(?:(?:{MONTH}|month)(?!\w)|(?:this|last|next|current)\b)"
)

# Patterns with the names of months and the like in them: written out once, not at every look.
_PART_FIRST = r"(?P<n>[1-4])(?P<unit>q|(?<=[12])h)(?: of | )?(?:fy)?'?(?P<y>(?:19|20)\d\d|\d\d)(?!\w)"
_YEAR_OR_YEARS = rf" (?:to|through|until) (?P<year>{YEAR})"
_YEAR_OR_YEARS_2 = rf" and (?P<year>{YEAR})"


_MARKS = frozenset("./-")
_GO_ON = frozenset(" -hq's")
_SPANS = frozenset(" -/")


class Digits(Days, Periods):
    """Reads what begins with digits."""

    def number(self, at: int, reached: int, *, sure: bool = False) -> Found | list[Found] | None:
        """Digits: a day with its month, an ISO or numeric date, a year, a span of years, a decade."""
        folded = self.folded
        before = folded[at - 1] if at else " "
        if before == "'" and match_at(r"[3-9]0s(?!\w)", folded, at):
            return Found(at - 1, at + 3, CalendarDate(f"19{folded[at]}X"))
        if before == " " and match_at(r"[2-9]0s(?!\w)", folded, at):
            told = self._follows_decade(at, (" and ", ", ", " or "))
            rough = folded.endswith(("the early ", "the mid ", "the late "), 0, at)
            return Found(at, at + 3, CalendarDate(f"19{folded[at]}X")) if told or rough else None
        if before.isalpha() and folded[max(0, at - 2) : at] == "fy":
            return self._fiscal_glued(at)
        if (
            before.isalnum()
            or before in "$\u20ac\u00a3\u00a5_#"
            or (before in ".,:/" and at > 1 and folded[at - 2].isdigit())
        ):
            return None
        length = 1
        while length < 5 and folded[at + length : at + length + 1].isdigit():
            length += 1
        if length == 1 and folded[at + 1 : at + 2] in ("q", "h") and (part := match_at(_PART_FIRST, folded, at)):
            year = int(part["y"]) + (0 if len(part["y"]) == 4 else 2000)
            value = calendar_date(f"{year:04}-{(32 if part['unit'] == 'q' else 39) + int(part['n'])}")
            return Found(at, part.end(), value) if value else None
        if length <= 2:
            numeric = folded[at + length : at + length + 1] in _MARKS and match_at(
                r"(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\w]|[./-]\d)", folded, at
            )
            if numeric:
                return self._numeric(numeric)
            if before == "-" and at > 1 and folded[at - 2].isalnum():
                return None
            if sure and not match_at(REST_OF_DAY, folded, at + 1):
                return None
            return self._day_of_month(at) or self.month_or_day(at, reached)
        if length != 4 or folded[at : at + 2] not in CENTURIES:
            return None
        after = folded[at + 4 : at + 5]
        iso = after in _MARKS and (
            match_at(r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\w|[-/.]\d)(?:t\d\d:\d\d)?", folded, at)
            or match_at(r"(?P<y>\d{4})([-/])(?P<m>\d\d)\2(?P<d>\d\d)(?=t\d\d)", folded, at)
        )
        if iso:
            value = calendar_date(point_edtf(int(iso["y"]), int(iso["m"]), int(iso["d"])))
            return Found(at, iso.end("d"), value) if value and 1 <= int(iso["m"]) <= 12 and int(iso["d"]) else None
        if after not in _GO_ON:
            return self._year_or_years(at, sure)
        if half := match_at(r"(?P<y>\d{4})[ -]?h(?P<h>[12])(?!\w)", folded, at):
            value = calendar_date(f"{half['y']}-{39 + int(half['h'])}")
            return Found(at, half.end(), value) if value else None
        if quarter := match_at(r"(?P<y>\d{4})[ -]?q(?P<q>[1-4])(?!\w)", folded, at):
            value = calendar_date(f"{quarter['y']}-{32 + int(quarter['q'])}")
            return Found(at, quarter.end(), value) if value else None
        decade = match_at(r"(?P<y>\d{3}0)'?s(?!\w)", folded, at)
        if decade:
            value = calendar_date(f"{decade['y'][:3]}X")
            return Found(at, decade.end(), value) if value else None
        return self._year_or_years(at, sure)

    def _day_of_month(self, at: int) -> Found | None:
        """The fifteenth of this month."""
        match = match_at(
            r"(?:(?P<first>\d{1,2})(?:st|nd|rd|th)?(?: and | to |-| through )(?:the )?)?(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<which>this|last|next|the current) month(?!\w)",
            self.folded,
            at,
        )
        if not match:
            return None
        if self.published is None:
            return Found(at, match.end(), UNRESOLVED)
        month = shift(self.published, "month", {"last": -1, "next": 1}.get(match["which"], 0))
        edtf = f"{month}-{int(match['day']):02}"
        if match["first"]:
            edtf = f"{month}-{int(match['first']):02}/{edtf}"
        value = calendar_date(edtf, Resolution.RELATIVE) if month else None
        return Found(at, match.end(), value) if value else None

    def _fiscal_glued(self, at: int) -> Found | None:
        match = match_at(r"(?P<year>(?:19|20)\d\d|\d\d)(?:[-/](?P<to>\d\d(?:\d\d)?))?(?!\w)", self.folded, at)
        if not match:
            return None
        year = int(match["year"])
        return self._years(at - 2, match.end(), year if year > 99 else 2000 + year, match["to"])

    def _year_or_years(self, at: int, sure: bool) -> Found | list[Found] | None:
        folded, end = self.folded, at + 4
        after = folded[end : end + 1]
        span = after in _SPANS and match_at(
            r"(?P<mark> ?[-/] ?)(?P<to>(?:19|20|21)\d\d|\d\d)(?![\w/%]|[-.,]\d)", folded, end
        )
        if span:
            first, to = int(folded[at:end]), span["to"]
            last = int(to) if len(to) == 4 else first // 100 * 100 + int(to)
            if last == first + 1 or first < last:
                if self._plausible(at, span.end(), sure):
                    return self._years(at, span.end(), first, to)
                return None
            if len(to) == 2 and 1 <= int(to) <= 12 and span["mark"] in "-/":
                value = calendar_date(point_edtf(first, int(to)))
                return Found(at, span.end(), value) if value else None
        if match_at(r"[\w]|,\d|\.\d|-\d|/\d|:\d", folded, end):
            return None
        to = after == " " and match_at(_YEAR_OR_YEARS, folded, end)
        if to and int(to["year"]) > int(folded[at:end]) and self._plausible(at, to.end(), sure):
            return self._years(at, to.end(), int(folded[at:end]), to["year"])
        if not self._plausible(at, end, sure):
            return None
        both = after == " " and match_at(_YEAR_OR_YEARS_2, folded, end)
        if both and folded[max(0, at - 8) : at] == "between " and int(both["year"]) > int(folded[at:end]):
            return self._years(at, both.end(), int(folded[at:end]), both["year"])
        value = calendar_date(folded[at:end])
        return Found(at, end, value) if value else None

    def _plausible(self, at: int, end: int, sure: bool) -> bool:
        if sure or is_year(self.text, self.folded, at, end):
            return True
        last = self.last  # "in 2015, 2017 and 2019"
        return bool(
            last
            and 0 < at - last.end <= 6
            and self.folded[last.end : at] in (", ", " and ", " or ", ", and ", " & ", "/", "; ")
            and self.folded[last.start : last.end].isdigit()
        )

    def _numeric(self, match: re.Match[str]) -> Found | None:
        a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
        if len(match["year"]) == 2:
            if match["mark"] != "/":
                return None
            year += 1900 if year >= 50 else 2000
        elif not 1500 <= year <= 2199:
            return None
        day_first = self.day_first or match["mark"] == "." or a > 12
        day, month = (a, b) if day_first else (b, a)
        value = calendar_date(point_edtf(year, month, day)) if 1 <= month <= 12 and day else None
        sure = Confidence.CERTAIN if a > 12 or b > 12 or a == b or self.document.locale != "en" else Confidence.LIKELY
        return Found(match.start(), match.end(), value, sure) if value else None
