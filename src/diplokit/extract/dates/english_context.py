"""What a date in an English text needs of the text around it: the year that is left out, the tense, the date before."""

from diplokit import Document
from diplokit.vocabulary import Resolution

from .calendar import (
    UNRESOLVED,
    calendar_date,
    day_edtf,
    is_close,
    move_years,
    point_edtf,
    shift,
    weekday_near,
    year_near,
)
from .english_words import Found, Point, pattern, year_behind
from .tense import tense_at

_WAS_DONE = (
    r"(?<!\w)(?:(?:was|were|(?:has|have|had) been) (?:signed|held|adopted|established|launched|concluded|elected|appointed|inaugurated|opened|founded|"
    r"completed|agreed|ratified|formed|killed|arrested|reached|imposed|announced|sworn in|suspended)|took (?:place|office|over|power)|met|visited|died|signed|won|began|"
    r"came (?:in)?to (?:force|office|power))(?: [a-z]+){0,2} in (?:late |early |mid-)?\Z"
)


class Context:
    """A document that is read from left to right: its text, its day, and the date that was found last."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text, self.folded, self.published = document.text, document.folded, document.published
        self.day_first = document.locale not in ("en", "en_US")
        self.last: Found | None = None
        self.last_period: Found | None = None  # the last that was no single day
        self.compared = -1  # where a date was found that another is compared with: it is none to count from
        self.weekdays: set[int] = set()  # where a day of the week without a date was found

    def _year_of(self, which: str | None) -> int | None:
        """The year that "this year", "last year" or "that year" means."""
        if (
            which in ("the same", "that", "the", "the following", "the next", "the previous")
            and self.last
            and self.last.value.start
        ):
            if which == "the" and self.published:
                return self.published.year
            base = self.last.value.start.year
            return base + {"the following": 1, "the next": 1, "the previous": -1}.get(which or "", 0)
        if self.published is None:
            return None
        return self.published.year + {"last": -1, "next": 1, "the previous": -1, "the following": 1, "the next": 1}.get(
            which or "", 0
        )

    def _fill(self, point: Point, tense: str | None = None) -> tuple[int | None, Resolution]:
        """The year of a point: its own, the one its words mean, or the one that fits the tense."""
        if point.year is not None:
            return point.year, Resolution.ABSOLUTE
        if point.which is not None:
            year = self._year_of(point.which)
            return year, Resolution.UNRESOLVED if year is None else Resolution.RELATIVE
        if point.month is None:
            return None, Resolution.UNRESOLVED
        if point.day is not None and (known := self._year_beside(point)):
            return known, Resolution.ABSOLUTE
        if self.published is None:
            return None, Resolution.UNRESOLVED
        if point.day is not None and point.weekday is not None:
            for year in (self.published.year, self.published.year - 1, self.published.year + 1):
                value = calendar_date(point_edtf(year, point.month, point.day))
                if value and value.start and value.start.weekday() == point.weekday:
                    return year, Resolution.RELATIVE
        # To ask for the tense takes longer than all the rest: only where it can decide.
        narrated = self._narrated(point)
        if narrated is None and is_close(self.published, point.month, point.day):
            tense = ""
        elif tense is None:
            tense = tense_at(self.document, point.start, point.end)
        if narrated is not None and tense != "future":
            year = narrated
        else:
            year = year_near(self.published, point.month, point.day, tense)
        if (
            point.day is None
            and (year, point.month) > (self.published.year, self.published.month)
            and tense != "future"
        ):
            year -= self._was_done(point.start)
        return year, Resolution.RELATIVE

    def _was_done(self, start: int) -> bool:
        """Whether something was done in a month, so that it is none to come: "was signed in December"."""
        return pattern(_WAS_DONE).search(self.folded, max(0, start - 60), start) is not None

    def _narrated(self, point: Point) -> int | None:
        """The year that an earlier date of the sentence gives: "in April 2019 and again in November"."""
        last = self.last
        if last is None or self.published is None or not 0 <= point.start - last.end <= 100:
            return None
        value = last.value
        if value.start is None or value.end is None or len(value.edtf or "") < 7:
            return None
        if ". " in self.folded[last.end : point.start] or "\n\n" in self.text[last.end : point.start]:
            return None
        assert point.month is not None  # the caller looked
        if value.resolution is Resolution.ABSOLUTE:
            return value.end.year + (point.month < value.end.month) if value.end.year < self.published.year else None
        if value.end >= self.published:
            return None
        year = year_near(value.start, point.month, None, "")
        return year if abs((year - value.start.year) * 12 + point.month - value.start.month) <= 3 else None

    def _year_beside(self, point: Point) -> int | None:
        """The year that the words beside a day give: "resolution 338 (1973) of 22 October", "the attacks of 11 September"."""
        before = pattern(r"\d \((?P<year>\d{4})\) of (?:the )?\Z").search(
            self.folded, max(0, point.start - 16), point.start
        )
        if before:
            return int(before["year"])
        if (point.month, point.day) == (9, 11) and (self.published is None or self.published.year > 2001):
            near = self.folded[max(0, point.start - 24) : point.end + 24]
            return 2001 if "attack" in near or "terror" in near else None
        return None

    def _with_year(self, point: Point) -> Point:
        """The point with the year that stands behind it, if one does."""
        year, which, end = year_behind(self.folded, point.end)
        return point._replace(year=year, which=which, end=end)

    def _one(self, point: Point) -> Found | None:
        year, resolution = self._fill(point)
        value = calendar_date(point_edtf(year, point.month, point.day), resolution)
        return Found(point.start, point.end, value) if value else None

    def _interval(self, first: Point, last: Point) -> Found | None:
        """From one point to another; what the first leaves out is as in the last, and the other way round."""
        month = first.month if first.month is not None else last.month
        first = first._replace(month=month)
        if last.month is None:
            last = self._with_year(last)._replace(month=month)
            if last.year is None and last.which is None:
                last = last._replace(year=first.year, which=first.which)
        begins, ends = (first.month or 0, first.day or 0), (last.month or 0, last.day or 0)
        if last.year is None and last.which is None and (first.year is not None or first.which is not None):
            year, resolution = self._fill(first)
            if year is not None and ends < begins:
                year += 1
            end_year = year
        else:
            end_year, resolution = self._fill(last._replace(start=first.start))  # the words around both of them
            year = end_year
            if first.year is not None:
                year = first.year
            elif year is not None and begins > ends:
                year -= 1
        edtf = f"{point_edtf(year, first.month, first.day)}/{point_edtf(end_year, last.month, last.day)}"
        value = calendar_date(edtf, resolution)
        return Found(first.start, last.end, value) if value else None

    def _follows_decade(self, at: int, joints: tuple[str, ...]) -> bool:
        """Whether the date found last is a decade, and one of some joints leads from it to a place."""
        last = self.last
        return last is not None and (last.value.edtf or "").endswith("X") and self.folded[last.end : at] in joints

    def _shifted(self, start: int, end: int, unit: str, count: int) -> Found | None:
        if self.published is None:
            return Found(start, end, UNRESOLVED)
        edtf = shift(self.published, unit, count)
        value = calendar_date(edtf, Resolution.RELATIVE) if edtf else None
        return Found(start, end, value) if value else None

    def _weekday(self, start: int, end: int, weekday: int, which: str) -> Found | None:
        if self.published is None:
            return Found(start, end, UNRESOLVED)
        day = self.published
        if which.endswith("week"):
            interval = shift(day, "week", {"last": -1, "next": 1, "this": 0}[which.split(maxsplit=1)[0]])
            value = calendar_date(interval.split("/")[0]) if interval else None
            if not value or not value.start:
                return None
            monday = value.start
            edtf = shift(monday, "day", weekday)
        else:
            tense = {"last": "past", "next": "future"}.get(which, "")
            if not tense and weekday != day.weekday():
                tense = tense_at(self.document, start, end) or ("future" if which else "")
            found = weekday_near(day, weekday, tense)
            if found == day and which == "last":
                edtf = shift(day, "day", -7)
            elif found == day and which == "next":
                edtf = shift(day, "day", 7)
            else:
                edtf = day_edtf(found) if found else None
        value = calendar_date(edtf, Resolution.RELATIVE) if edtf else None
        self.weekdays.add(start)
        return Found(start, end, value) if value else None

    def _from_last(self, start: int, end: int, unit: str, count: int) -> Found | None:
        """So many units from the date that the text gave last."""
        last = self.last
        if last is None or last.value.start is None or start - last.end > 600:
            if self.published is None or self.last is not None:
                return None
            return self._shifted(start, end, unit, count)
        if unit in ("day", "week") and last.value.start != last.value.end:
            return None
        if unit == "year":
            moved = move_years(last.value, count)
            value = calendar_date(moved, Resolution.RELATIVE) if moved else None
        else:
            edtf = shift(last.value.start, unit, count)
            value = calendar_date(edtf, Resolution.RELATIVE) if edtf else None
        return Found(start, end, value) if value else None

    def _years(self, start: int, end: int, first: int, to: str | None) -> Found | None:
        edtf = f"{first:04}"
        if to:
            last = int(to) if len(to) == 4 else first // 100 * 100 + int(to)
            if last <= first:
                last += 100 if len(to) == 2 and last + 100 - first < 40 else 0
            edtf += f"/{last:04}"
        value = calendar_date(edtf)
        return Found(start, end, value) if value else None
