"""Dates in any locale of CLDR: the shapes of `cldr` at digits, and the words of the language's own table.

The text is read once into pieces (a day with its month, a month, a weekday, "last year"), and pieces that stand side
by side are then joined: a month with "this year", a day with its weekday, the two ends of a range.
"""

import datetime as dt
import re
from collections.abc import Iterator

from diplokit import CalendarDate, Hit
from diplokit.vocabulary import Resolution

from .calendar import UNRESOLVED, calendar_date, day_edtf, point_edtf, shift, weekday_near, year_near
from .digits import Piece
from .english_words import Found
from .joined import Joined


class Reader(Joined):
    """Reads the dates of one document in a locale other than English."""

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
        if piece.unit == "months":
            return None if year is None else calendar_date(f"{year:04}-01/{year:04}-{piece.count:02}", resolution)
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
