"""Pieces of dates in any locale: what stands at digits and at the words of the language's table, before it is joined."""

import re
from functools import cache
from operator import itemgetter

from diplokit import Hit

from .calendar import calendar_date, shift
from .characters import characters, in_characters, number
from .cldr import stands_free
from .digits import AtDigits, Piece, digits, possible


@cache
def _day_behind() -> re.Pattern[str]:
    return re.compile(r" ?(?P<d>[12]\d|3[01]|0?[1-9])(?:日|号|號|일)(?!\d)")


_BY_PLACE = itemgetter(0, 1)


class Pieces(AtDigits):
    """Reads a document into pieces."""

    def _pieces(self, hits: list[Hit]) -> list[Piece]:
        pieces: list[Piece] = []
        folded = self.folded
        places: list[tuple[int, int, object]] = [(start, -end, meaning) for start, end, meaning in hits]
        if self.words is not None and self.words.counted is not None:
            places += [(match.start(), -match.end(), match) for match in self.words.counted.finditer(folded)]
        if self.language in ("zh", "ja", "yue"):
            places += [(match.start(), -match.end(), match) for match in in_characters(folded)]
        places += [(match.start(), -match.end(), None) for match in digits(self.document.locale).finditer(folded)]
        places.sort(key=_BY_PLACE)
        # A shape may reach back over words, and over those that are pieces by themselves too, but not beyond the floor.
        reached = floor = 0
        for start, end, meaning in places:
            if start < reached and (meaning is not None or not pieces or pieces[-1].kind == "point"):
                continue
            if meaning is not None:
                found = self._of_word(start, -end, meaning)
            elif start < floor:
                continue
            else:
                found = self._at(start, -end, floor)
                while found and pieces and pieces[-1].end > found.start:
                    pieces.pop()
            if found:
                pieces.append(found)
                reached = found.end
                if found.kind == "value" or (found.kind == "point" and (found.day or found.year)):
                    floor = reached
        return pieces

    def _of_word(self, start: int, end: int, meaning: object) -> Piece | None:
        if isinstance(meaning, re.Match) and meaning.re is characters():
            return self._of_characters(meaning)
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
            return self._with_day(Piece(start, end, "relative", unit=str(rest[0]), count=int(rest[1])))
        if kind == "weekday":
            return Piece(start, end, "weekday", count=int(rest[0]), sure=not rest[1] or self.text[start].isupper())
        if kind == "month":
            said = (
                self.words is not None and self.words.month_before and self.words.month_before.match(self.folded, end)
            )
            if rest[1] and not said and not self.text[start].isupper():
                return None
            return Piece(start, end, "point", month=int(rest[0]), sure=False)
        if kind == "decade":
            return Piece(start, end, "value", value=calendar_date(f"{int(rest[0]) // 10:03}X"))
        if kind == "part":
            # "the first nine months" are of a year only where the text names it
            return Piece(start, end, "part", unit=str(rest[0]), count=int(rest[1]), sure=rest[0] != "months")
        if kind == "week day":
            return Piece(start, end, "weekday", count=int(rest[0]), unit="week", year=int(rest[1]))
        return self._of_era(start, end, int(rest[0]))

    def _of_characters(self, match: re.Match[str]) -> Piece | None:
        year, month, day, month2, day2 = (
            number(match[name]) if match[name] else None for name in ("y", "m", "d", "m2", "d2")
        )
        if not possible(year, month, day) or (year is not None and not 1000 <= year <= 2999):
            return None
        if day2 is None:
            return Piece(match.start(), match.end(), "point", year, month, day)
        if not possible(year, month2 or month, day2):
            return None
        return Piece(match.start(), match.end(), "point", year, month2 or month, day2, first=(year, month, day))

    def _with_day(self, piece: Piece) -> Piece:
        """This or another month with a day behind it, as in "本月14日"."""
        day = _day_behind().match(self.folded, piece.end) if piece.unit == "month" and self.published else None
        month = shift(self.published, "month", piece.count) if day and self.published else None
        if not day or not month:
            return piece
        return Piece(piece.start, day.end(), "point", int(month[:4]), int(month[5:]), int(day["d"]), tense="relative")

    def _of_era(self, start: int, end: int, offset: int) -> Piece | None:
        match = re.compile(r" ?(?P<y>元|\d{1,3})年(?: ?(?P<m>\d{1,2})月(?: ?(?P<d>\d{1,2})日)?)?").match(
            self.folded, end
        )
        if not match:
            return None
        year = offset + (1 if match["y"] == "元" else int(match["y"]))
        month, day = (int(match[name]) if match[name] else None for name in "md")
        return Piece(start, match.end(), "point", year, month, day) if possible(year, month, day) else None
