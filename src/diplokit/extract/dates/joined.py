"""Pieces that stand side by side, joined: a day with its weekday, a month with "this year", the two ends of a range."""

import datetime as dt
import re
from functools import cache

from .digits import Piece, possible
from .pieces import Pieces
from .table import Words


@cache
def _day_in_brackets() -> re.Pattern[str]:
    return re.compile(r" ?[(\uff08](?P<d>[12]\d|3[01]|0?[1-9])[)\uff09]")


class Joined(Pieces):
    """Joins the pieces of a document."""

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
        if match and self.calendar.order != "mdy" and possible(None, int(match["m"]), int(match["d"])):
            piece.kind, piece.end, piece.sure = "point", match.end(), True
            piece.month, piece.day, piece.count = int(match["m"]), int(match["d"]), 0
            return
        # "na segunda-feira (2)": the day of the month that is that day of the week, near the day of publication
        match = _day_in_brackets().match(self.folded, piece.end) if self.published is not None else None
        if match and piece.unit == "" and self.published is not None:
            for away in sorted(range(-21, 22), key=abs):
                day = self.published + dt.timedelta(away)
                if day.day == int(match["d"]) and day.weekday() == piece.count:
                    piece.kind, piece.end, piece.sure, piece.tense = "point", match.end(), True, "relative"
                    piece.year, piece.month, piece.day, piece.count = day.year, day.month, day.day, 0
                    return

    def _modify(self, piece: Piece, words: Words, reached: int) -> None:
        """Take in "last" or "next" beside a day of the week."""
        for tense, (before, behind) in (("past", words.last), ("future", words.next)):
            if behind and (match := behind.match(self.folded, piece.end)):
                piece.end, piece.tense, piece.sure = match.end(), tense, True
                return
            if before and (match := before.search(self.folded, max(reached, piece.start - 16), piece.start)):
                piece.start, piece.tense, piece.sure = match.start(), tense, True
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
        if (
            before.kind == "relative"
            and before.unit == "day"
            and piece.kind == "weekday"
            and self._same_day(before, piece)
        ):
            piece.kind, piece.unit, piece.count, piece.start = "relative", "day", before.count, before.start
            return True
        if not words.join.match(gap):
            return False
        return self._with_year(before, piece, gap) or self._with_week(before, piece)

    def _same_day(self, before: Piece, piece: Piece) -> bool:
        """Whether a day of the week only says again which day it is: "yesterday, Tuesday"."""
        if self.published is None or piece.unit or abs(before.count) > 3:
            return False
        gap = self.folded[before.end : piece.start].strip(" ,\u060c")
        return len(gap) < 4 and (self.published + dt.timedelta(before.count)).weekday() == piece.count

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
            if whole.kind == "relative" and whole.unit == "year" and not (part is before and "," in gap):
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
