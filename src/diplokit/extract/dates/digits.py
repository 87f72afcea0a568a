"""What stands at digits in any locale: the shapes of CLDR, dates in digits only, templates of the language, years."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import itemgetter

from attrs import define

from diplokit import CalendarDate, Document

from .calendar import UNRESOLVED, calendar_date
from .calendars import buddhist_year, solar_hijri
from .characters import alone, day_alone
from .cldr import calendar_of, stands_free
from .shapes import BESIDE, Shape, starts
from .table import Words, words_of

_HEAD = 48  # characters before digits in which the words of a date may stand
_MARKS = frozenset("./-\u200e\u200f")
_AMOUNT = re.compile(r"[.,:]\d|%")
_WORD = re.compile(r" [^\W\d]")


@lru_cache(maxsize=32)
def digits(locale: str) -> re.Pattern[str]:
    """Digits of any script at which a date of the locale may begin."""
    calendar, words = calendar_of(locale), words_of(locale)
    sources = list(calendar.starts)
    others = [r"\d{0,3}(?P<mark>[\u200e\u200f]?[./-][\u200e\u200f]?|\. )\d{1,2}(?P=mark)\d"]
    if words is not None:
        sources += [template.tail.pattern for template in words.templates]
        others.append(r"\d{3}(?!\d)")  # a year
        if words.short_after:
            others.append(r"\d?/\d")
        if pattern := alone(locale.partition("_")[0]):
            others.append(r"\d?(?:" + pattern.pattern.partition(")")[2] + ")")
    return starts(sources, others)


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(
        r"(?P<a>\d{1,4})(?P<mark>[\u200e\u200f]?[./-][\u200e\u200f]?|\. )(?P<b>\d{1,2})(?P=mark)(?P<c>\d{1,4})(?!\d)"
    )


@cache
def _short() -> re.Pattern[str]:
    return re.compile(r"(?P<d>[12]\d|3[01]|0?[1-9])/(?P<m>1[0-2]|0?[1-9])(?![\d/%]|[.,]\d)")


@cache
def _other_digits() -> re.Pattern[str]:
    """All up to the last digits before a place, but not those of "M01", the month of a locale without names."""
    return re.compile(r".*(?<![m\d])\d+")


@define
class Piece:
    """A part of a date, or a whole one: where it stands and what it gives."""

    start: int
    end: int
    kind: str = "point"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    first: tuple[int | None, int | None, int | None] | None = None
    unit: str = ""
    count: int = 0
    value: CalendarDate | None = None
    tense: str = ""
    sure: bool = True


def possible(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether there can be such a day, month or year."""
    if year is not None and not 1 <= year <= 9999:
        return False
    if month is None:
        return year is not None and day is None
    return 1 <= month <= 12 and (day is None or 1 <= day <= 31)


class AtDigits:
    """Reads what stands at the digits of a document in a locale other than English."""

    def __init__(self, document: Document) -> None:
        self.document, self.text, self.folded, self.published = (
            document,
            document.text,
            document.folded,
            document.published,
        )
        self.calendar = calendar_of(document.locale)
        self.words: Words | None = words_of(document.locale)
        self.language = document.locale.partition("_")[0]
        self.buddhist = self.language == "th"

    def _at(self, at: int, end: int, floor: int) -> Piece | None:
        """The longest date whose first digits stand at a place, and that begins at another or behind it."""
        folded = self.folded
        best: Piece | None = None
        found: list[tuple[int, re.Match[str], Sequence[Shape]]] = []
        for tail in self.calendar.tails.get(end - at, ()):
            tail.match(folded, at, found)
        if len(found) > 1:
            found.sort(key=itemgetter(0))
        ending: str | None = None
        reached, size = -1, 0
        for _, match, shapes in found:
            stop = match.end()
            for shape in shapes:
                start, head = at, None
                if shape.head is not None:
                    if ending is None:
                        ending = folded[max(0, at - 12) : at].rstrip(BESIDE)[-2:]
                    if shape.endings and ending not in shape.endings:
                        continue
                    reached = self._reached(at, floor) if reached < 0 else reached
                    head = shape.head.search(folded, reached, at)
                    if not head:
                        continue
                    start = head.start()
                if stop - start > size and stands_free(folded, start, stop):
                    groups = match.groupdict() if head is None else match.groupdict() | head.groupdict()
                    if piece := self._of_shape(start, stop, groups, shape):
                        best, size = piece, stop - start
        numeric = _numeric().match(folded, at) if folded[end : end + 1] in _MARKS else None
        if numeric and (not best or numeric.end() > best.end) and stands_free(folded, at, numeric.end()):
            best = self._of_digits(numeric) or best
        if self.words is None:
            return best
        for template in self.words.templates if self.words.template.match(folded, at) else ():
            tailed = template.tail.match(folded, at)
            if not tailed or (best and tailed.end() <= best.end):
                continue
            start = at
            if template.head:
                head = template.head.search(folded, self._reached(at, floor), at)
                if not head:
                    continue
                start = head.start()
            if stands_free(folded, start, tailed.end()):
                best = self._of_template(start, tailed, template.kind, template.sign) or best
        if best is not None:
            return best
        if end - at == 4:
            return self._of_year(at, end, self._reached(at, floor))
        if end - at <= 2 and self.words.short_after:
            best = self._of_short(at, self._reached(at, floor))
        if best is None and end - at <= 2 and self.published is not None:
            alone = day_alone(folded, at, self.language, self.published)
            if alone and alone[0] >= self._reached(at, floor):
                day = alone[2]
                best = Piece(alone[0], alone[1], "point", day.year, day.month, day.day, tense="relative")
        return best

    def _reached(self, at: int, floor: int) -> int:
        """From where on the words before digits are looked at: names without digits end where other digits stand."""
        window = max(floor, at - _HEAD)
        if not self.calendar.digits_in_names and (other := _other_digits().match(self.folded, window, at)):
            return other.end()
        return window

    def _of_shape(self, start: int, end: int, groups: dict[str, str | None], shape: Shape) -> Piece | None:
        number: dict[str, int] = {}
        for name, text in groups.items():
            if not text:
                continue
            if text.isdecimal():
                number[name] = int(text)
                continue
            known = (shape.months if name[0] == "M" else shape.quarters).get(" ".join(text.split()))
            number[name] = int(text[1:]) if known is None else known
        if shape.era:
            return self._of_other_calendar(start, end, number, shape.era)
        for name in ("y", "y2"):
            if name in number:
                if number[name] < 100:
                    number[name] += 1900 if number[name] >= 50 else 2000
                if self.buddhist:
                    number[name] = buddhist_year(number[name])
        year, month, day = number.get("y"), number.get("M"), number.get("d")
        if "Q" in number:
            return Piece(start, end, "part", year, unit="quarter", count=number["Q"])
        if "y2" in number or "M2" in number or "d2" in number:
            last = (number.get("y2", year), number.get("M2", month), number.get("d2", day))
            if not possible(year, month, day) or not possible(*last):
                return None
            return Piece(start, end, "point", *last, first=(year if year is not None else last[0], month, day))
        return Piece(start, end, "point", year, month, day) if possible(year, month, day) else None

    def _of_other_calendar(self, start: int, end: int, number: dict[str, int], era: str) -> Piece | None:
        year = number.get("y")
        if era == "hijri":
            if year is None or not 1300 <= year <= 1500 or not 1 <= number["d"] <= 30:
                return None
            return Piece(start, end, "value", value=UNRESOLVED)
        if year is None:
            return None
        day = solar_hijri(year, number["M"], number["d"])
        return Piece(start, end, "point", day.year, day.month, day.day) if day else None

    def _of_digits(self, match: re.Match[str]) -> Piece | None:
        """A date in digits only, in the order of the locale; a year first, and dots, mean the same everywhere."""
        a, b, c = match["a"], match["b"], match["c"]
        order = self.calendar.order
        if len(a) == 4 and len(c) <= 2:
            year, month, day = int(a), int(b), int(c)
        elif len(c) == 4 and len(a) <= 2:
            first, second, year = int(a), int(b), int(c)
            month_first = order == "mdy" and "." not in match["mark"]
            day, month = (second, first) if month_first else (first, second)
            if month > 12 >= day:
                day, month = month, day
        else:
            return None
        if self.buddhist:
            year = buddhist_year(year)
        if not 1000 <= year <= 2999 or not possible(year, month, day):
            return None
        return Piece(match.start(), match.end(), "point", year, month, day)

    def _of_template(self, start: int, tail: re.Match[str], kind: str, sign: int) -> Piece | None:
        words = self.words
        assert words is not None  # only called with words
        if kind == "month":
            return Piece(start, tail.end(), "point", month=int(tail["M"]))
        if kind == "decade":
            decade = int(tail["D"])
            edtf = f"{decade // 10:03}X" if decade > 100 else f"19{decade // 10}X"
            value = calendar_date(edtf) if decade > 1000 or 10 <= decade <= 99 else None
            return Piece(start, tail.end(), "value", value=value) if value else None
        unit = words.units[" ".join(tail["unit"].split())]
        return Piece(start, tail.end(), "relative", unit=unit, count=sign * int(tail["n"]))

    def _of_short(self, at: int, reached: int) -> Piece | None:
        """A day and its month in digits, behind a word that tells: "sáng 14/11"."""
        match = _short().match(self.folded, at)
        words = self.words
        if not match or not words or not words.short_after or not possible(None, int(match["m"]), int(match["d"])):
            return None
        if not words.short_after.search(self.folded, max(reached, at - 24), at):
            return None
        return Piece(at, match.end(), "point", month=int(match["m"]), day=int(match["d"]))

    def _of_year(self, at: int, end: int, reached: int) -> Piece | None:
        """Four digits beside a word that makes them a year, or in a span of years with such a word."""
        words = self.words
        assert words is not None  # only called with words
        year = int(self.folded[at:end])
        if self.buddhist:
            year = buddhist_year(year)
        if not 1500 <= year <= 2199 or not stands_free(self.folded, at, end):
            return None
        before = self.folded[at - 1 : at]
        if before == "," and not self.folded[at - 2 : at - 1].isdecimal():
            before = " "  # between words of a script without spaces
        if (before and before in ".,$€£¥₹฿₩₫₽/:") or _AMOUNT.match(self.folded, end):
            return None
        if words.year_before and (behind := words.year_before.match(self.folded, end)):
            return Piece(at, behind.end() if behind.group().strip() in ("年", "년") else end, "point", year)
        window = max(reached, at - 24)
        if words.year_after and words.year_after.search(self.folded, window, at):
            return Piece(at, end, "point", year)
        if words.weak_year_after and words.weak_year_after.search(self.folded, window, at):
            sure = not _WORD.match(self.folded, end)
            return Piece(at, end, "point", year, sure=sure)
        bracketed = before in ("(", "（") and self.folded[end : end + 1] in (")", "）", ",")
        return Piece(at, end, "point", year, sure=bracketed)
