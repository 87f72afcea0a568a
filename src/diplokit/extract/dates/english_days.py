"""English days and months: with or without a year or weekday, alone, in ranges and in lists."""

import re

from diplokit.vocabulary import Resolution

from .calendar import UNRESOLVED, calendar_date, shift
from .english_fiscal import Fiscal
from .english_words import (
    AND,
    BETWEEN,
    PARTS_OF_DAY,
    WEEKDAYS,
    Found,
    Point,
    match_at,
    nth_of,
    pattern,
    point_at,
)

# Patterns with the names of months and the like in them: written out once, not at every look.
_WEEKDAY = rf"(?P<a>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:'s)?(?!\w)(?: (?P<part>{PARTS_OF_DAY})(?!\w))?"


_OF_MONTH = (
    r" (?:exports|imports|trade|sales|deficit|surplus|data|figures|inflation|meeting|summit|elections?|vote)(?!\w)"
)
_BEFORE_LINK = frozenset(" -,/")


class Days(Fiscal):
    """Reads days and months."""

    def month_or_day(self, at: int, _reached: int) -> Found | list[Found] | None:
        """A day with its month, a month with its year, and ranges and lists of them."""
        first = point_at(self.folded, at)
        if first is None:
            return None
        first = nth_of(self.folded, first)
        points = [first]
        links: list[str] = []
        between = self.folded.endswith("between ", max(0, at - 8), at)
        while len(points) < 8:
            after = points[-1].end
            if self.folded[after : after + 1] == "." and self.folded[after - 1].isalpha():
                after += 1  # "Jan.-Sept.", "26 Oct. to 4 Nov."
            if self.folded[after : after + 1] not in _BEFORE_LINK:
                break
            link = match_at(BETWEEN, self.folded, after)
            kind = "to"
            if not link:
                link, kind = match_at(AND, self.folded, after), "to" if between else "and"
            if not link:
                break
            following = point_at(self.folded, link.end())
            if following is None:
                break
            if kind == "to" and "to" in links:
                if points[-1].month is None and links[-1] == "and":  # "26 to 31 October and 2 to 4 November"
                    points.pop()
                    links.pop()
                break
            if not self._goes_on(points[-1], following, kind):
                break
            points.append(following)
            links.append(kind)
        # The words must end in a month or year, or hang on one that stood before: "5 to 7 July", "July 5 to 7".
        while points and points[-1].month is None and not any(p.month is not None for p in points):
            points.pop()
            if links:
                links.pop()
        if not points:
            return None
        return self._settle(points, links)

    def _goes_on(self, before: Point, following: Point, kind: str) -> bool:
        """Whether a second point belongs to the first, as in "March 11 and 12" but not "March 11 and 12 others"."""
        if following.month is not None:
            if following.day is None:
                if before.month is None:
                    return False
                return before.day is None and (kind == "to" or self._is_month(following) or self._in_list(following))
            return before.day is not None
        if before.day is None:
            return False
        if before.month is None:
            return True
        rest = self.folded[following.end : following.end + 14]
        if kind == "to":
            return not re.match(r" (?:per ?cent|percent|pct|million|billion|people|years?|days?|hours?)(?!\w)", rest)
        return bool(
            re.match(
                r"(?:\Z|[.,;:)]|,? \d{4}\b|,? (?:and|or|&) \d| (?:in|at|to|for|with|on|when|during|as|by|from|of|where|between|"
                r"under|will|would|was|were|is|are|after|before|the|this|last|next|respectively|that|which)\b)",
                rest,
            )
        )

    def _in_list(self, point: Point) -> bool:
        """Whether a month that follows another goes on or ends a list, and is not a surname: "April, May and June"."""
        return self.text[point.start].isupper() and bool(
            match_at(r"(?:,? and |, )[a-z]|[.;)]|\Z", self.folded, point.end)
        )

    def _settle(self, points: list[Point], links: list[str]) -> Found | list[Found] | None:
        if len(points) == 1:
            point = points[0]
            if point.day is None and not self._is_month(point):
                return None
            return self._one(point)
        if "to" in links and len(points) == 2:
            if points[0].day is None and not self.text[points[0].start].isupper():
                return self._one(points[0]) if self._is_month(points[0]) else None
            if points[0].day is None and (fiscal := self._months_of_fiscal(points[0], points[1])):
                return fiscal
            return self._interval(points[0], points[1])
        # A list: the month and year of a day are its own, or else those of the next, or else those before it.
        if points[-1].month is None:
            points[-1] = self._with_year(points[-1])
        # A day behind "March 3" is of that month; a day before "3 March" too.
        for number in range(1, len(points)):
            before = points[number - 1]
            if (
                points[number].month is None
                and before.month is not None
                and before.weekday is None
                and not self.folded[before.start].isdigit()
            ):
                points[number] = points[number]._replace(month=before.month)
        filled: list[Point] = []
        month = year = which = None
        for point in reversed(points):
            if point.month is not None:
                month, year, which = point.month, point.year if point.year is not None else year, point.which or which
            filled.append(
                point._replace(
                    month=month, year=point.year if point.year is not None else year, which=point.which or which
                )
            )
        filled.reverse()
        month = year = which = None
        for number, point in enumerate(filled):
            if point.month is None:
                filled[number] = point._replace(month=month, year=year, which=which)
            else:
                month, year, which = point.month, point.year, point.which
        days = [point.day for point in filled if point.day is not None]
        same = len({(point.month, point.year, point.which) for point in filled}) == 1
        in_a_row = len(days) == len(filled) and days == list(range(days[0], days[0] + len(days)))
        if "to" not in links and same and in_a_row:
            return self._interval(filled[0], filled[-1])
        found: list[Found] = []
        number = 0
        while number < len(filled):
            if number < len(links) and links[number] == "to":
                one = self._interval(filled[number], filled[number + 1])
                number += 2
            else:
                one = self._one(filled[number])
                number += 1
            if one:
                found.append(one)
        return found

    def _is_month(self, point: Point) -> bool:
        """Whether a month name alone is the month, not a surname, a verb or a first name."""
        if point.year is not None or point.which is not None:
            return True
        word = self.folded[point.start : point.end]
        if not self.text[point.start].isupper():
            return False
        if word not in (
            "may",
            "march",
            "mar",
            "april",
            "june",
            "august",
            "dec",
            "jan",
            "jun",
            "jul",
            "apr",
            "sep",
            "feb",
            "oct",
            "nov",
            "aug",
            "sept",
        ):
            return True
        if len(word) < 5 and word not in {"may", "june", "july"} and self.text[point.end + 1 : point.end + 2].isupper():
            return False  # "Jan Egeland", "Mar Street"
        if word == "may" and self.folded.startswith(" day", point.end):
            return False
        if word not in {"may", "mar"} and match_at(_OF_MONTH, self.folded, point.end):
            return True
        before = self.folded[max(0, point.start - 12) : point.start]
        return bool(
            pattern(
                r"(?:^|\W)(?:in|since|until|till|by|from|to|last|next|this|early|mid|late|between|and|of|through|during|before|after|for|the|on)[ -]\Z"
            ).search(before)
        )

    def weekday(self, at: int, reached: int) -> Found | list[Found] | None:
        """A day of the week, with or without a date."""
        point = point_at(self.folded, at)
        if point is not None and point.month is not None:
            return self.month_or_day(at, reached)
        match = match_at(
            _WEEKDAY,
            self.folded,
            at,
        )
        if not match or not self.text[at].isupper():
            return None
        before = self.folded[max(0, at - 12) : at]
        if pattern(r"(?:black|good|bloody|easter|palm|ash|holy|every|each|super|man) \Z").search(before):
            return None
        end = match.end("part") if match["part"] else match.end("a")
        if match_at(r" (?:times|telegraph|mirror|express|mail|prayers?|post|mass|worship)(?!\w)", self.folded, end):
            return None
        weekday = WEEKDAYS[match["a"]]
        which = match_at(r",? (?P<which>last|next|this) week(?!\w)", self.folded, end)
        if which:
            return self._weekday(at, which.end(), weekday, which["which"] + " week")
        last = self.last
        if (
            last is not None
            and last.end == reached
            and last.value.start
            and last.value.start == last.value.end
            and last.start in self.weekdays
        ):
            link = self.folded[last.end : at].strip()
            ahead = (weekday - last.value.start.weekday()) % 7
            if link in ("and", ",", "or", ", and") and ahead > 0:
                edtf = shift(last.value.start, "day", ahead)
                value = calendar_date(edtf, Resolution.RELATIVE) if edtf else None
                self.weekdays.add(at)
                return Found(at, end, value) if value else None
        found = self._weekday(at, end, weekday, "")
        to = match_at(
            r"(?: ?- ?| (?:(?P<and>and)|to|through|until|till) )(?P<to>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)",
            self.folded,
            end,
        )
        if to and found and not match["part"]:
            ahead = (WEEKDAYS[to["to"]] - weekday) % 7
            if to["and"] and ahead != 1:
                return found
            start, end = found.value.start, to.end()
            which = match_at(r",? (?P<which>last|next|this) week(?!\w)", self.folded, end)
            if which and (week := self._weekday(at, end, weekday, which["which"] + " week")):
                start, end, found = week.value.start, which.end(), week
            edtf = shift(start, "day", ahead) if start and ahead else None
            value = calendar_date(f"{found.value.edtf}/{edtf}", Resolution.RELATIVE) if edtf else None
            return Found(at, end, value or UNRESOLVED) if value or not start else found
        return found
