"""English words for days and periods that count from the day of publication, or from the date before them."""

import re

from diplokit.vocabulary import Resolution

from .calendar import UNRESOLVED, calendar_date, move_years, point_edtf, shift
from .english_digits import Digits
from .english_words import (
    COUNT,
    COUNTS,
    MONTH,
    MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    WEEKDAYS,
    Found,
    match_at,
    pattern,
    point_at,
)
from .tense import tense_at

# Patterns with the names of months and the like in them: written out once, not at every look.
_TODAY = rf"(?:(?:earlier|later|late|early) )?(?:the day (?P<beyond>before|after) )?(?P<word>today|yesterday|tomorrow|tonight)(?: (?:{PARTS_OF_DAY})(?!\w))?"
# "last fiscal", of which more newsrooms than one leave out the year.
_FISCAL = r"fiscal(?= (?:in|was|were|and|as|with|to|from|which|while|against|compared|by|up|at|over|had|has|it|he|she|they|so)\b|[^\w\s-]|\Z)"
_PREVIOUS_FISCAL = rf"(?:previous|preceding) (?:(?:fiscal|financial) year(?!\w)|{_FISCAL})"
_WHICH = (
    r"(?:(?:earlier|later|late|early|mid|the end of|end of|the beginning of|beginning)[ -](?:in )?)?(?P<which>this|last|next|the current|this coming|the coming) "
    rf"(?:(?P<unit>week|weekend|month|quarter|year|decade)|(?P<fiscal>(?:(?:fiscal|financial) year|{_FISCAL})(?!,? (?:of )?\(?(?:19|20)\d\d))|(?P<part>{PARTS_OF_DAY})|(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    rf"|(?P<month>{MONTH})|(?P<season>spring|summer|autumn|fall|winter))(?!\w)"
)
_BEFORE_WORD = ("day before", "eek before", "nth before", "ear before")
_NEXT_DAY = ("next day", "next morning", "next evening", "next afternoon")
_WHICH_2 = rf" of (?:an? (?=\w)|(?:early |late |the |this |last |next )?(?:{MONTH}|\d{{4}}|month|year|quarter)(?!\w))"
_SAME = (
    r"(?:year-(?:earlier|ago)|prior-year) (?:period|months?|quarter|half)(?!\w)|(?:same|corresponding|comparable) (?P<inner>(?:19|20)\d\d) (?:period|months?|quarter|half)(?!\w)|(?:same|corresponding|comparable) (?:period|time|months?|quarter|half)"
    r"(?: (?:of |in |during |for )?(?:the )?(?:(?P<which>last|previous|preceding|past) (?:fiscal |financial )?year|year (?P<before>earlier|before|ago)|(?:a|one) year (?P<ago>earlier|before|ago)"
    r"|(?P<label>(?:fiscal|financial)(?: year)? |fy ?)?(?P<year>\d{4}|(?:(?<=fy)|(?<=fy[ ]))\d\d)(?:[-/](?P<to>\d{4}|\d\d))?(?!\w)(?: (?:fiscal|financial) year)?))"
)
_AGO = rf"(?:^|(?<=\W))(?:(?:about|some|nearly|almost|just|around|over|more than) )?(?P<count>{COUNT})[ -](?P<unit>day|week|month|year|decade)s? \Z"
_UNITS = rf"(?:^|(?<=\W))in (?:just |about |only )?(?P<count>{COUNT}) \Z"


class Relative(Digits):
    """Reads relative words."""

    def today(self, at: int, _reached: int) -> Found | None:
        """Today, yesterday, tomorrow, tonight, with "earlier" or "later" before them."""
        match = match_at(
            _TODAY,
            self.folded,
            at,
        )
        if not match:
            return None
        if match["word"] == "today" and (
            (self.folded.endswith(" of ", 0, at) and match_at(r" and ", self.folded, match.end()))
            or match_at(
                r"'s (?:[\w-]+ ){0,2}(?:world|youth|youths|generation|societ|young|global|challenges|environment|economy|children|age)",
                self.folded,
                match.end(),
            )
        ):
            return None
        if (
            match["word"] == "tomorrow"
            and self.folded.endswith(" of ", 0, at)
            and not self.folded.endswith("as of ", 0, at)
        ):
            return None
        count = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[match["word"]]
        return self._shifted(at, match.end(), "day", count + {"before": -1, "after": 1}.get(match["beyond"] or "", 0))

    def which(self, at: int, reached: int) -> Found | None:
        """This, last, next with a period, a weekday, a month or a season; with "early", "later" … before it."""
        match = match_at(
            _WHICH,
            self.folded,
            at,
        )
        if not match:
            return self.that(at, reached) if self.folded.startswith(_NEXT_DAY, at) else None
        which = match["which"]
        if match["month"] and not self.text[match.start("month")].isupper():
            return None
        if match["unit"] and match_at(
            _WHICH_2,
            self.folded,
            match.end(),
        ):
            return (
                self.part(match.start("which"), reached)
                if match["unit"] == "quarter" and match["which"] == "last"
                else None
            )
        count = {"last": -1, "next": 1, "this coming": 1, "the coming": 1}.get(which, 0)
        if match["unit"]:
            if match["unit"] == "decade":
                return None
            return self._shifted(at, match.end(), match["unit"], count)
        if match["fiscal"]:
            return self._fiscal_year(at, match.end(), which.removeprefix("the ").removeprefix("this "))
        if match["part"]:
            if which not in ("this", "last"):
                return self.that(at, reached) if which == "next" else None
            return self._shifted(at, match.end(), "day", count)
        if match["weekday"]:
            week = match_at(r" week(?!\w)", self.folded, match.end())
            return None if week else self._weekday(at, match.end(), WEEKDAYS[match["weekday"]], which.split()[0])
        if self.published is None:
            return Found(at, match.end(), UNRESOLVED)
        day = self.published
        if match["month"]:
            month = MONTHS[match["month"]]
            year = day.year
            if which == "last" and month >= day.month:
                year -= 1
            elif which == "next" and month <= day.month:
                year += 1
            value = calendar_date(point_edtf(year, month), Resolution.RELATIVE)
            return Found(at, match.end(), value) if value else None
        season = SEASONS[match["season"]]
        first = (season - 20) * 3
        year = day.year
        if which == "last" and day.month < first + 3:
            year -= 1
        elif which == "next" and day.month >= first:
            year += 1
        elif which == "this" and season == 24 and day.month < 3:
            year -= 1
        value = calendar_date(f"{year:04}-{season}", Resolution.RELATIVE)
        return Found(at, match.end(), value) if value else None

    def rough(self, at: int, reached: int) -> Found | None:
        """Early, mid, late before a year, a month, a decade or "this year"."""
        match = match_at(
            r"(?:early|mid|late|earlier|later|end|beginning)(?:[ -](?:in |of )?|\.)(?:the )?", self.folded, at
        )
        if not match:
            return None
        for reader in (self.which, self.today):
            if found := reader(at, reached):
                return found
        if whole := match_at(
            r"(?:early|late|later|earlier|end|beginning)(?: of| in)? the (?P<unit>year|month|week|quarter|decade)(?!\w)(?! (?:of|to|in|ending|ended|that|when|before|after|20|19|since))",
            self.folded,
            at,
        ):
            return None if whole["unit"] == "decade" else self._shifted(at, whole.end(), whole["unit"], 0)
        inner = match.end()
        if self.folded[inner : inner + 1].isdigit():
            year = self.number(inner, reached, sure=True)
            return year._replace(start=at) if isinstance(year, Found) else None
        point = point_at(self.folded, inner)
        if point is None or point.day is not None or point.month is None:
            return None
        one = self._one(point)
        return one._replace(start=at) if one else None

    def sooner(self, at: int, reached: int) -> Found | None:
        """Earlier, later: before "this year" and "today", or behind "two days"."""
        return self.rough(at, reached) or self.ago(at, reached)

    def ago(self, at: int, reached: int) -> Found | None:
        """A number of days, weeks, months or years ago, earlier or later; "the year before"."""
        window = max(reached, at - 40)
        if self.folded.startswith(_BEFORE_WORD, max(at - 4, 0)) and (day := self._day_before(at, reached)):
            return day
        match = pattern(_AGO).search(self.folded, window, at)
        word = match_at(
            r"(?P<ago>ago|back)|(?P<before>earlier|before|prior)|(?P<after>later|after|from now|hence)", self.folded, at
        )
        if not match or not word:
            return None
        count = COUNTS.get(match["count"]) or (int(match["count"]) if match["count"].isdigit() else 0)
        unit = match["unit"]
        if unit == "decade":
            unit, count = "year", count * 10
        compares = word.group() == "ago" and unit == "year" and count == 1 and self.last is not None
        if compares and pattern(r"(?:from|than|versus|vs|against|over|with|to|of) \Z").search(
            self.folded, max(0, match.start("count") - 10), match.start("count")
        ):
            self.compared = match.start("count")
            return self._from_last(match.start("count"), word.end(), unit, -1) or self._shifted(
                match.start("count"), word.end(), unit, -1
            )
        if pattern(r"\w- {0,2}\Z").search(self.folded, max(0, match.start("count") - 6), match.start("count")):
            return None  # "twenty-six years ago"
        if word["ago"] or word.group() in ("from now", "hence"):
            return self._shifted(match.start("count"), word.end(), unit, count if not word["ago"] else -count)
        if match_at(r"(?:before|after|prior to) ['\w]", self.folded, at):
            return None
        if count == 1 and unit == "year" and word["before"]:
            self.compared = match.start("count")
        return self._from_last(match.start("count"), word.end(), unit, -count if word["before"] else count)

    def _day_before(self, at: int, reached: int) -> Found | None:
        """The day before, the week before: counted from the date before, where nothing follows of which it is before."""
        match = pattern(r"(?<!\w)the (?P<unit>day|week|month|year) \Z").search(self.folded, max(reached, at - 12), at)
        if match is None or not match_at(r"before(?=[.,;)]|\Z| (?:that|at|in|when|to|with|by)(?!\w))", self.folded, at):
            return None
        last = self.last
        if last is None or last.value.start is None or (match["unit"] == "day" and last.value.start != last.value.end):
            return None
        if match["unit"] == "year":
            self.compared = match.start()
        return self._from_last(match.start(), at + 6, match["unit"], -1)

    def units(self, at: int, reached: int) -> Found | None:
        """In two days, in three weeks' time; in the seven months of 2016."""
        if self.folded.startswith("months ", at) and (part := self._months_of(at, reached)):
            return part
        match = pattern(_UNITS).search(self.folded, max(reached, at - 24), at)
        word = match_at(r"(?P<unit>day|week|month)s?(?:' time)?(?!\w)", self.folded, at)
        if not match or not word or match["count"] == "one":
            return None
        if match_at(r"(?: of|-| after| since)", self.folded, word.end()):
            return None
        count = COUNTS.get(match["count"]) or (int(match["count"]) if match["count"].isdigit() else 0)
        if pattern(
            r"(?:first|second|third|fourth|fifth|times?|visit|trip|meeting|\d|percent|per cent|pct|points) \Z"
        ).search(self.folded, max(0, match.start() - 12), match.start()):
            return None
        if tense_at(self.document, match.start(), word.end(), clause=True) == "past":
            return None
        return self._shifted(match.start(), word.end(), word["unit"], count)

    def that(self, at: int, reached: int) -> Found | None:
        """That year, the same month, the following day, the previous week: counted from the date before."""
        if same := match_at(
            _SAME,
            self.folded,
            at,
        ):
            return self._same_period(at, same)
        if self.folded[at] == "p" and (fiscal := match_at(_PREVIOUS_FISCAL, self.folded, at)):
            self.compared = at
            told = self.last_period is not None and len(self.last_period.value.edtf or "") == 9
            earlier = self._from_last(at, fiscal.end(), "year", -1) if told and self.last is self.last_period else None
            return earlier or self._fiscal_year(at, fiscal.end(), "last")
        match = match_at(
            r"(?:that|same|following|previous|ensuing|preceding|next) (?P<unit>day|week|month|year|quarter|evening|morning|afternoon)(?!\w)",
            self.folded,
            at,
        )
        if not match:
            return None
        start = at - 4 if self.folded.startswith("the ", max(0, at - 4)) and at - 4 >= reached else at
        word = self.folded[at : at + 4]
        if word in ("corr", "comp") or (word in ("foll", "prev", "ensu", "prec", "same") and start == at):
            return None
        count = {"foll": 1, "ensu": 1, "next": 1, "prev": -1, "prec": -1}.get(word, 0)
        unit = match["unit"] if match["unit"] in ("day", "week", "month", "year", "quarter") else "day"
        if self.last is None or self.last.value.start is None:
            return None
        if unit in ("day", "week") and self.last.value.start != self.last.value.end:
            return None
        edtf = shift(self.last.value.start, unit, count)
        value = calendar_date(edtf, Resolution.RELATIVE) if edtf else None
        return Found(start, match.end(), value) if value else None

    def _same_period(self, at: int, same: re.Match[str]) -> Found | None:
        """The same period of another year: the date before it, moved."""
        told = same["year"] or same["inner"]
        start = at - 4 if self.folded.startswith("the ", max(0, at - 4)) else at
        year = self._year_of("last") if not told else int(told)
        last = self.last
        if last is not None and len(last.value.edtf or "") == 10:
            last = self.last_period  # "… in the first quarter, he said on Monday, … in the same quarter of 2005"
        self.compared = start
        moved: str | None
        if same["label"] or same["to"]:
            moved = self._moved_to_fiscal(last.value, told, same["to"]) if last and at - last.end < 400 else None
            value = calendar_date(moved, Resolution.RELATIVE) if moved else None
            return Found(start, same.end(), value) if value else None
        if (
            last is not None
            and last.value.start is not None
            and last.value.edtf
            and at - last.end < 400
            and "X" not in last.value.edtf
        ):
            count = int(told) - last.value.start.year if told else -1
            if len(last.value.edtf) == 4:  # a whole year: "the same period" is some part of the other
                moved = f"{last.value.start.year + count:04}"
            else:
                moved = move_years(last.value, count)
        else:
            moved = f"{year:04}" if year else None
        value = calendar_date(moved, Resolution.RELATIVE) if moved else None
        return Found(start, same.end(), value) if value else None
