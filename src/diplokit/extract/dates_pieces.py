"""Pieces of dates in any locale: what stands at digits and at the words of the language's table, before it is joined."""

import re
from functools import cache

from attrs import define

from diplokit import CalendarDate, Document, Hit

from .dates_calendar import UNRESOLVED, calendar_date, shift
from .dates_calendars import buddhist_year, solar_hijri
from .dates_characters import characters, day_alone, number
from .dates_cldr import Shape, calendar_of, stands_free
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


@cache
def _short() -> re.Pattern[str]:
    return re.compile(r"(?P<d>[12]\d|3[01]|0?[1-9])/(?P<m>1[0-2]|0?[1-9])(?![\d/%]|[.,]\d)")


@cache
def _day_behind() -> re.Pattern[str]:
    return re.compile(r" ?(?P<d>[12]\d|3[01]|0?[1-9])(?:日|号|號|일)(?!\d)")


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


class Pieces:
    """Reads a document into pieces."""

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

    def _pieces(self, hits: list[Hit]) -> list[Piece]:
        pieces: list[Piece] = []
        places: list[tuple[int, int, object]] = [(hit.start, hit.end, hit.meaning) for hit in hits]
        places += [(match.start(), match.end(), None) for match in digits().finditer(self.folded)]
        if self.words is not None and self.words.counted is not None:
            places += [(match.start(), match.end(), match) for match in self.words.counted.finditer(self.folded)]
        if self.language in ("zh", "ja", "yue"):
            places += [
                (match.start(), match.end(), match)
                for match in characters().finditer(self.folded)
                if match["y"] or match["d"]
            ]
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
        if best is None and end - at <= 2 and self.words.short_after:
            best = self._of_short(at, reached)
        if best is None and end - at <= 2 and self.published is not None:
            alone = day_alone(self.folded, at, self.language, self.published)
            if alone and alone[0] >= reached:
                day = alone[2]
                best = Piece(alone[0], alone[1], "point", day.year, day.month, day.day, tense="relative")
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
            return Piece(start, end, "part", unit=str(rest[0]), count=int(rest[1]))
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
