"""Dates in any locale of CLDR: the shapes of `dates_cldr` at digits, and the words of the language's own table.

The text is read once into pieces (a day with its month, a month, a weekday, "last year"), and pieces that stand side
by side are then joined: a month with "this year", a day with its weekday, the two ends of a range.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from attrs import define

from diplokit import CalendarDate, Document, Hit
from diplokit.vocabulary import Resolution

from .dates_calendar import UNRESOLVED, calendar_date, day_edtf, point_edtf, shift, weekday_near, year_near
from .dates_calendars import buddhist_year, solar_hijri
from .dates_cldr import Shape, calendar_of, stands_free
from .dates_english_words import Found
from .dates_table import Words, words_of

_HEAD = 48


@cache
def digits() -> re.Pattern[str]:
    """Digits of any script."""
    return re.compile(r"\d+")


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(
        r"(?P<a>\d{1,4})(?P<mark>[\u200e\u200f]?[./-][\u200e\u200f]?|\. )(?P<b>\d{1,2})(?P=mark)(?P<c>\d{1,4})(?!\d)"
    )


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


class Reader:
    """Reads the dates of one document in a locale other than English."""

    def __init__(self, document: Document) -> None:
        self.document, self.text, self.folded, self.published = (
            document,
            document.text,
            document.folded,
            document.published,
        )
        self.calendar = calendar_of(document.locale)
        self.words: Words | None = words_of(document.locale)
        self.buddhist = document.locale.startswith("th")

    def read(self, hits: list[Hit]) -> Iterator[Found]:
        """The dates of the document, in order.

        Args:
            hits: The date words of the document.
        """
        pieces = self._pieces(hits)
        if self.words is not None:
            pieces = self._joined(pieces, self.words)
        for piece in pieces:
            value = self._value(piece)
            if value is not None:
                yield Found(piece.start, piece.end, value)

    # ── pieces ──

    def _pieces(self, hits: list[Hit]) -> list[Piece]:
        pieces: list[Piece] = []
        places: list[tuple[int, int, object]] = [(hit.start, hit.end, hit.meaning) for hit in hits]
        places += [(match.start(), match.end(), None) for match in digits().finditer(self.folded)]
        if self.words is not None and self.words.counted is not None:
            places += [(match.start(), match.end(), match) for match in self.words.counted.finditer(self.folded)]
        places.sort(key=lambda place: (place[0], -place[1]))
        reached = stopped = 0
        numbered = self.calendar.digits_in_names
        for start, end, meaning in places:
            if start < reached and (meaning is not None or not pieces or pieces[-1].kind == "point"):
                continue
            if meaning is None:
                # A shape may reach back over words: over those that are pieces by themselves, too.
                floor = 0
                for piece in reversed(pieces):
                    if piece.kind == "value" or (piece.kind == "point" and (piece.day or piece.year)):
                        floor = piece.end
                        break
                # Names without digits end where other digits stand.
                found = self._at(start, end, floor if numbered else max(floor, stopped)) if start >= floor else None
                if self.folded[start - 1 : start] != "m":  # "M01", the month of a locale without names
                    stopped = end
                while found and pieces and pieces[-1].end > found.start:
                    pieces.pop()
            else:
                found = self._of_word(start, end, meaning)
            if found:
                pieces.append(found)
                reached = found.end
        return pieces

    def _at(self, at: int, end: int, reached: int) -> Piece | None:
        """The longest date whose first digits stand at a place."""
        best: Piece | None = None
        begins, groups_of_shapes = self.calendar.shapes.get(end - at, (None, ()))
        if begins is not None and not begins.match(self.folded, at):
            groups_of_shapes = ()
        for tail_pattern, shapes in groups_of_shapes:
            tail = tail_pattern.match(self.folded, at)
            if not tail:
                continue
            for shape in shapes:
                start, groups = at, tail.groupdict()
                if shape.head:
                    head = shape.head.search(self.folded, max(reached, at - _HEAD), at)
                    if not head:
                        continue
                    start = head.start()
                    groups |= head.groupdict()
                if best and tail.end() - start <= best.end - best.start:
                    continue
                if stands_free(self.folded, start, tail.end()):
                    best = self._of_shape(start, tail.end(), groups, shape) or best
        numeric = _numeric().match(self.folded, at)
        if numeric and (not best or numeric.end() > best.end) and stands_free(self.folded, at, numeric.end()):
            best = self._of_digits(numeric) or best
        if self.words is None:
            return best
        for template in self.words.templates if self.words.template.match(self.folded, at) else ():
            tail = template.tail.match(self.folded, at)
            if not tail or (best and tail.end() <= best.end):
                continue
            start = at
            if template.head:
                head = template.head.search(self.folded, max(reached, at - _HEAD), at)
                if not head:
                    continue
                start = head.start()
            if stands_free(self.folded, start, tail.end()):
                best = self._of_template(start, tail, template.kind, template.sign) or best
        if best is None and end - at == 4:
            best = self._of_year(at, end, reached)
        return best

    def _of_shape(self, start: int, end: int, groups: dict[str, str | None], shape: Shape) -> Piece | None:
        number = {name: int(text) for name, text in groups.items() if text and text.isdecimal()}
        for names, table in ((("M", "M2"), shape.months), (("Q", "Q2"), shape.quarters)):
            for name in names:
                if (text := groups.get(name)) and name not in number:
                    known = table.get(" ".join(text.split()))
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
            if not _possible(year, month, day) or not _possible(*last):
                return None
            return Piece(start, end, "point", *last, first=(year if year is not None else last[0], month, day))
        return Piece(start, end, "point", year, month, day) if _possible(year, month, day) else None

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
        if not 1000 <= year <= 2999 or not _possible(year, month, day):
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
        if (before and before in ".,$€£¥₹฿₩₫₽/:") or re.compile(r"[.,:]\d|%").match(self.folded, end):
            return None
        if words.year_before and (behind := words.year_before.match(self.folded, end)):
            return Piece(at, behind.end() if behind.group().strip() in ("年", "년") else end, "point", year)
        window = max(reached, at - 24)
        if words.year_after and words.year_after.search(self.folded, window, at):
            return Piece(at, end, "point", year)
        if words.weak_year_after and words.weak_year_after.search(self.folded, window, at):
            sure = not re.compile(r" [^\W\d]").match(self.folded, end)
            return Piece(at, end, "point", year, sure=sure)
        bracketed = before in ("(", "（") and self.folded[end : end + 1] in (")", "）", ",")
        return Piece(at, end, "point", year, sure=bracketed)

    def _of_word(self, start: int, end: int, meaning: object) -> Piece | None:
        if isinstance(meaning, re.Match):
            words = self.words
            assert words is not None  # such a match comes from the words
            count = words.numbers[meaning["n"]] * (-1 if meaning["ago"] is not None else 1)
            return Piece(start, end, "relative", unit=words.units[meaning["unit"]], count=count)
        if not isinstance(meaning, tuple) or not stands_free(self.folded, start, end):
            return None
        kind, *rest = meaning
        if kind == "glued":
            start, (kind, *rest) = start + rest[0], rest[1]
        if kind == "relative":
            if self.words and (barred := self.words.not_after.get(self.folded[start:end])):
                before = self.folded[max(0, start - 10) : start].split()
                if before and before[-1] in barred:
                    return None
            return Piece(start, end, "relative", unit=str(rest[0]), count=int(rest[1]))
        if kind == "weekday":
            return Piece(start, end, "weekday", count=int(rest[0]), sure=not rest[1] or self.text[start].isupper())
        if kind == "month":
            if rest[1] and not self.text[start].isupper():
                return None
            return Piece(start, end, "point", month=int(rest[0]), sure=False)
        if kind == "part":
            return Piece(start, end, "part", unit=str(rest[0]), count=int(rest[1]))
        if kind == "week day":
            return Piece(start, end, "weekday", count=int(rest[0]), unit="week", year=int(rest[1]))
        return self._of_era(start, end, int(rest[0]))

    def _of_era(self, start: int, end: int, offset: int) -> Piece | None:
        match = re.compile(r" ?(?P<y>元|\d{1,3})年(?: ?(?P<m>\d{1,2})月(?: ?(?P<d>\d{1,2})日)?)?").match(
            self.folded, end
        )
        if not match:
            return None
        year = offset + (1 if match["y"] == "元" else int(match["y"]))
        month, day = (int(match[name]) if match[name] else None for name in "md")
        return Piece(start, match.end(), "point", year, month, day) if _possible(year, month, day) else None

    # ── joining ──

    def _joined(self, pieces: list[Piece], words: Words) -> list[Piece]:
        kept: list[Piece] = []
        for piece in pieces:
            if piece.kind == "weekday":
                self._modify(piece, words, kept[-1].end if kept else 0)
                self._in_brackets(piece)
            if piece.kind == "point" and piece.day is not None and piece.first is None:
                self._with_days(piece, words, kept)
            while kept and self._join(kept[-1], piece, words):
                kept.pop()
            if piece.kind == "point" and piece.month is not None and piece.day is None and not piece.sure:
                window = max(kept[-1].end if kept else 0, piece.start - 16)
                if (words.month_after and words.month_after.search(self.folded, window, piece.start)) or (
                    words.month_before and words.month_before.match(self.folded, piece.end)
                ):
                    piece.sure = True
            kept.append(piece)
        return [piece for piece in kept if piece.sure]

    def _in_brackets(self, piece: Piece) -> None:
        """Take in the day and month in brackets behind a day of the week: "Kamis (14/11)"."""
        match = re.compile(r" ?[(\uff08](?P<d>\d{1,2})/(?P<m>\d{1,2})[)\uff09]").match(self.folded, piece.end)
        if match and self.calendar.order != "mdy" and _possible(None, int(match["m"]), int(match["d"])):
            piece.kind, piece.end, piece.sure = "point", match.end(), True
            piece.month, piece.day, piece.count = int(match["m"]), int(match["d"]), 0

    def _modify(self, piece: Piece, words: Words, reached: int) -> None:
        """Take in "last" or "next" beside a day of the week."""
        for tense, (before, behind) in (("past", words.last), ("future", words.next)):
            if behind and (match := behind.match(self.folded, piece.end)):
                piece.end, piece.tense, piece.sure = match.end(), tense, True
                return
            if before and (match := before.search(self.folded, max(reached, piece.start - 16), piece.start)):
                piece.start, piece.tense = match.start(), tense
                return

    def _with_days(self, piece: Piece, words: Words, kept: list[Piece]) -> None:
        """Take in a day before ("14 al 16 de noviembre") or behind ("11月14日至16日")."""
        window = max(kept[-1].end if kept else 0, piece.start - 24)
        before = words.day_before.search(self.folded, window, piece.start)
        if before and piece.month is not None and piece.day is not None:
            day = int(before["day"])
            if 1 <= day < piece.day and (before["to"] or piece.day == day + 1):
                piece.first, piece.start = (piece.year, piece.month, day), before.start()
            elif before["and"] and 1 <= day < piece.day:
                kept.append(Piece(before.start(), before.end("day"), "point", piece.year, piece.month, day))
            return
        behind = words.day_after.match(self.folded, piece.end) if words.day_after else None
        if behind and piece.day is not None:
            day = int(behind["day"])
            if piece.day < day <= 31 and (behind["to"] or day == piece.day + 1):
                piece.first = (piece.year, piece.month, piece.day)
                piece.day, piece.end = day, behind.end()

    def _join(self, before: Piece, piece: Piece, words: Words) -> bool:
        """Take a piece into the one behind it, if the two are one date."""
        gap = self.folded[before.end : piece.start]
        if len(gap) > 16:
            return False
        if (
            before.kind == "weekday"
            and piece.kind == "point"
            and piece.day is not None
            and words.weekday_gap.match(gap)
        ):
            piece.start = before.start
            self._close(piece, gap)
            return True
        if (
            piece.kind == "weekday"
            and before.kind == "point"
            and before.day is not None
            and words.weekday_gap.match(gap)
            and (gap.strip() or not gap or words.weekday_behind)
        ):
            self._take(piece, before)
            self._close(piece, gap)
            return True
        if before.kind == "point" and piece.kind == "point" and before.first is None and piece.first is None:
            if words.to.match(gap):
                return self._range(before, piece, words)
            if (
                words.between
                and words.and_.match(gap)
                and words.between.search(self.folded, max(0, before.start - 24), before.start)
            ):
                before.sure = True
                return self._range(before, piece, words)
        if not words.join.match(gap):
            return False
        return self._with_year(before, piece, gap) or self._with_week(before, piece)

    def _close(self, piece: Piece, gap: str) -> None:
        if gap[-1:] in ("(", "（") and self.folded[piece.end : piece.end + 1] in (")", "）"):
            piece.end += 1

    def _take(self, piece: Piece, other: Piece) -> None:
        """Make a piece mean what another does, over the characters of both."""
        piece.start = other.start
        piece.kind, piece.year, piece.month, piece.day, piece.first = (
            other.kind,
            other.year,
            other.month,
            other.day,
            other.first,
        )
        piece.unit, piece.count, piece.value, piece.sure = other.unit, other.count, other.value, True

    def _range(self, before: Piece, piece: Piece, words: Words) -> bool:
        if (before.day is None) != (piece.day is None) or (before.month is None) != (piece.month is None):
            return False
        if before.month is None and not (before.sure or piece.sure):
            weak = words.weak_year_after
            if not (weak and weak.search(self.folded, max(0, before.start - 16), before.start)):
                return False
        year = before.year
        if year is None and piece.year is not None and before.month is not None and piece.month is not None:
            year = piece.year - (before.month > piece.month)
        elif piece.year is None and year is not None and before.month is not None and piece.month is not None:
            piece.year = year + (before.month > piece.month)
        piece.first, piece.start, piece.sure = (year, before.month, before.day), before.start, True
        return True

    def _with_year(self, before: Piece, piece: Piece, gap: str) -> bool:
        """A month, day, quarter or half with a year or "last year" on either side."""
        for part, whole in ((before, piece), (piece, before)):
            if (
                part.year is not None
                or (part.kind == "point" and part.month is None)
                or part.kind not in ("point", "part")
            ):
                continue
            if whole.kind == "relative" and whole.unit == "year":
                if self.published is None:
                    year = None
                else:
                    year = self.published.year + whole.count
                    if not 1 <= year <= 9999:
                        return False
                tense = "relative"
            elif (
                whole.kind == "point"
                and whole.year is not None
                and whole.month is None
                and whole.first is None
                and "," not in gap
            ):
                year, tense = whole.year, ""
            else:
                continue
            start = before.start
            if part.first is not None:
                part.first = (year, *part.first[1:])
            part.year, part.tense, part.sure = year, tense, True
            if part is before:
                end, tense = piece.end, part.tense
                self._take(piece, part)
                piece.end, piece.tense = end, tense
            piece.start = start
            return True
        return False

    def _with_week(self, before: Piece, piece: Piece) -> bool:
        for day, week in ((before, piece), (piece, before)):
            if day.kind == "weekday" and day.unit == "" and week.kind == "relative" and week.unit == "week":
                number, count, start = day.count, week.count, before.start
                piece.kind, piece.unit, piece.count, piece.year, piece.start = "weekday", "week", number, count, start
                return True
        return False

    # ── values ──

    def _value(self, piece: Piece) -> CalendarDate | None:
        if piece.kind == "value":
            return piece.value
        if piece.kind == "relative":
            if self.published is None:
                return UNRESOLVED
            edtf = shift(self.published, piece.unit, piece.count)
            return calendar_date(edtf, Resolution.RELATIVE) if edtf else None
        if piece.kind == "weekday":
            return self._of_weekday(piece)
        if piece.kind == "part":
            return self._of_part(piece)
        return self._of_point(piece)

    def _of_weekday(self, piece: Piece) -> CalendarDate | None:
        if self.published is None:
            return UNRESOLVED
        if piece.unit == "week":
            day: dt.date | None = None
            week = shift(self.published, "week", piece.year or 0)
            monday = calendar_date(week.partition("/")[0]) if week else None
            edtf = shift(monday.start, "day", piece.count) if monday and monday.start else None
            return calendar_date(edtf, Resolution.RELATIVE) if edtf else None
        tense = piece.tense
        if not tense and self.words and self.words.future and self._in_sentence(piece, self.words.future):
            tense = "future"
        day = weekday_near(self.published, piece.count, tense)
        if day is None:
            return None
        if day == self.published and piece.tense:
            moved = shift(day, "day", 7 if tense == "future" else -7)
            return calendar_date(moved, Resolution.RELATIVE) if moved else None
        return calendar_date(day_edtf(day), Resolution.RELATIVE)

    def _in_sentence(self, piece: Piece, pattern: re.Pattern[str]) -> bool:
        """Whether a word stands near a piece, in the same sentence."""
        left, right = max(0, piece.start - 100), min(len(self.folded), piece.end + 100)
        for mark in (". ", "。", "؟ ", "। "):
            left = max(left, self.folded.rfind(mark, left, piece.start))
            if (stop := self.folded.find(mark, piece.end, right)) >= 0:
                right = stop
        return pattern.search(self.folded, left, right) is not None

    def _of_part(self, piece: Piece) -> CalendarDate | None:
        year, resolution = piece.year, Resolution.RELATIVE if piece.tense else Resolution.ABSOLUTE
        if year is None:
            if self.published is None:
                return UNRESOLVED
            year, resolution = self.published.year, Resolution.RELATIVE
            begins = 3 * piece.count - 2 if piece.unit == "quarter" else 6 * piece.count - 5
            year -= begins > self.published.month
        return calendar_date(f"{year:04}-{piece.count + (32 if piece.unit == 'quarter' else 39)}", resolution)

    def _of_point(self, piece: Piece) -> CalendarDate | None:
        year, month, day, first = piece.year, piece.month, piece.day, piece.first
        resolution = Resolution.RELATIVE if piece.tense else Resolution.ABSOLUTE
        if year is None:
            resolution = Resolution.UNRESOLVED
            if self.published is not None and month is not None:
                tense = ""
                if self.words and self.words.future:
                    tense = "future" if self._in_sentence(piece, self.words.future) else "past"
                year, resolution = year_near(self.published, month, day, tense), Resolution.RELATIVE
                if first is not None:
                    first = (year - ((first[1] or 0) > month), *first[1:])
        edtf = point_edtf(year, month, day)
        if first is not None:
            edtf = f"{point_edtf(*first)}/{edtf}"
        return calendar_date(edtf, resolution)


def _possible(year: int | None, month: int | None, day: int | None) -> bool:
    if year is not None and not 1 <= year <= 9999:
        return False
    if month is None:
        return year is not None and day is None
    return 1 <= month <= 12 and (day is None or 1 <= day <= 31)
