"""The shapes of dates that CLDR gives for a locale, as patterns to be tried at digits.

Every shape that Babel's copy of CLDR has for a date (full, long, medium, short, the skeletons with and without day
or year, and the intervals) holds a day or a year in digits. A shape becomes two patterns: its *tail*, from the first
such digits on, which is matched where digits stand; and its *head*, the names before them, which is matched
backwards from there. Nothing is searched in the whole text but the digits.

Source: Unicode CLDR, by way of Babel (Unicode licence).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

from attrs import frozen

from diplokit import fold
from diplokit.tables import names as tables
from diplokit.tables import settings

from .shapes import BESIDE, Shape, Tail, endings_of, tree

SKELETONS = (
    "yMMMM",
    "yMMM",
    "MMMMd",
    "MMMd",
    "yMMMd",
    "yMMMEd",
    "MMMEd",
    "GyMMMd",
    "GyMMM",
    "MMMMEd",
    "yMMMMd",
    "yMMMMEd",
    "yQQQ",
    "yQQQQ",
)
INTERVALS = ("yMMMd", "MMMd", "yMMMM", "yMMM", "yMMMEd")
WIDTHS = ("wide", "abbreviated")
CONTEXTS = ("format", "stand-alone")

# Scripts whose words are not divided by spaces: a date may touch the letters around it.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_MARKS = "[\u200e\u200f\u061c]*"


@frozen
class Calendar:
    """What CLDR says about dates in a locale.

    Attributes:
        tails: The tails of all ways to write a date with digits, by how many digits they begin with.
        starts: The sources of these tails.
        digits_in_names: Whether names of months or days are written with digits ("tháng 11").
        wide_months: The full names of the months, as CLDR writes them.
        wide_weekdays: The full names of the days of the week; 0 is Monday.
        order: The order of day, month and year in digits, such as `dmy`.
    """

    tails: Mapping[int, Sequence[Tail]]
    starts: tuple[str, ...]
    digits_in_names: bool
    wide_months: Mapping[str, int]
    wide_weekdays: Mapping[str, int]
    order: str


def is_unspaced(text: str) -> bool:
    """Whether a text holds a character of a script that is written without spaces."""
    return bool(_UNSPACED.search(text))


_YEAR = r"(?P<y>\d{4})"


def unspaced(char: str) -> bool:
    """Whether a character belongs to a script that is written without spaces."""
    return bool(_UNSPACED.match(char))


_FREE = frozenset(("", *" .,;:)"))


def stands_free(folded: str, start: int, end: int) -> bool:
    """Whether a place is not glued to a letter or digit on either side, as far as its script divides words."""
    before = folded[start - 1 : start]
    if before.isalnum():
        first = folded[start]
        if first.isalnum() and not (unspaced(before) or unspaced(first)):
            return False
        if before.isdecimal() and first.isdecimal():
            return False
    last, after = folded[end - 1], folded[end : end + 1]
    if after in _FREE:
        return True
    if last.isalnum() and not unspaced(last):
        if after.isalnum() and not unspaced(after):
            return False
        if unicodedata.category(after)[0] == "M" and after not in "\u200e\u200f":
            return False
    return not (last.isdecimal() and after.isdecimal())


def _names(table: Mapping[str, Mapping[str, Mapping[int, str]]]) -> dict[str, int]:
    """Folded names to numbers; a name that stands for two of them stands for none."""
    found: dict[str, int] = {}
    clash: set[str] = set()
    for width in WIDTHS:
        for context in CONTEXTS:
            for number, name in (table.get(context, {}).get(width) or {}).items():
                folded = " ".join(fold(name).split())
                bare = folded.rstrip(".")
                # Two letters of a script without spaces are too little without their dot.
                for form in {folded, folded if len(bare) < 3 and is_unspaced(bare) else bare}:
                    if form and found.setdefault(form, number) != number:
                        clash.add(form)
    return {form: number for form, number in found.items() if form not in clash}


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", " {1,2}") for name in sorted(names, key=len, reverse=True))


def _literal(chars: str) -> str:
    out = ""
    for char in fold(chars):
        if char == " ":
            out += "" if out.endswith(" {0,3}") else " {0,3}"
        elif char in "\u200e\u200f\u061c":
            out += _MARKS
        elif char in ",\u060c\u3001":
            out += "[,\u060c\u3001]?"
        elif char == "-":
            out += "(?: ?- ?)"
        elif char == "\uff5e":
            out += "[\uff5e~\u301c-]"
        else:
            out += re.escape(char)
    return out


def _in_digits(names: Iterable[str]) -> bool:
    return any(name.isdecimal() for name in names)


class _Maker:
    def __init__(
        self,
        months: Mapping[str, int],
        weekdays: Mapping[str, int],
        quarters: Mapping[str, int],
        eras: Iterable[str],
        calendar: str = "",
    ) -> None:
        self.months, self.quarters, self.calendar = months, quarters, calendar
        eras = tuple(eras)
        written = [*months, *("" if _in_digits(months) else f"m{number:02}" for number in range(1, 14))]
        self.names: dict[str, Iterable[str]] = {"M": written, "E": weekdays, "Q": quarters, "G": eras}
        self.month = _alternatives(months)
        self.weekday = _alternatives(weekdays)
        self.quarter = _alternatives(quarters)
        self.era = _alternatives(eras)

    def shape(self, patterns: Iterable[str]) -> Shape | None:
        """The shape of one CLDR pattern, or of the two of an interval."""
        from babel.dates import tokenize_pattern

        head, tail, seen = "", "", dict[str, int]()
        digits = False
        endings = frozenset[str]()
        for pattern in patterns:
            for kind, value in cast("list[tuple[str, Any]]", tokenize_pattern(pattern)):
                words: Iterable[str] = ()
                if kind == "chars":
                    piece = _literal(value)
                    words = (fold(value),) if fold(value).strip(BESIDE) else ()
                else:
                    letter, width = value
                    letter = {"L": "M", "c": "E", "e": "E", "q": "Q", "u": "y", "Y": "y"}.get(letter, letter)
                    if letter not in "yMdEGQ":
                        return None
                    seen[letter] = seen.get(letter, 0) + 1
                    group = letter + ("2" if seen[letter] > 1 else "")
                    if seen[letter] > 2:
                        return None
                    if letter in "dy" or (letter in "MQ" and width < 3):
                        digits = True
                    piece = self._field(letter, width, group)
                    if not piece:
                        return None
                    words = self.names.get(letter, ())
                if words and not digits:
                    endings = endings_of(words)
                if digits:
                    tail += piece
                else:
                    head += piece
        if "d" not in seen and "y" not in seen:
            return None
        return Shape(
            re.compile(head + r"\Z") if head else None,
            re.compile(tail),
            self.months,
            self.quarters,
            self.calendar,
            endings if head else frozenset(),
        )

    def _field(self, letter: str, width: int, group: str) -> str:
        if letter == "y":
            return rf"(?P<{group}>\d\d)(?!\d)" if width == 2 else rf"(?P<{group}>\d{{4}})(?!\d)"
        if letter == "d":
            return rf"(?P<{group}>\d{{1,2}})(?!\d)(?:er(?!\w)|[\u00ba\u00b0\u00aa])?"
        if letter == "M":
            if width < 3:
                return rf"(?P<{group}>\d{{1,2}})(?!\d)"
            if width == 5:
                return ""
            # Some short names are digits (Dzongkha), and not every locale has names for all months.
            also = r"|\d{1,2}(?!\d)" if _in_digits(self.months) else ""
            # "M01" is what CLDR writes where a locale has no names of its own.
            return rf"(?P<{group}>{self.month}{also}|m\d\d(?!\d))"
        if letter == "Q":
            if width < 3:
                return rf"(?P<{group}>[1-4])(?!\d)"
            return rf"(?P<{group}>{self.quarter})" if self.quarter else ""
        if letter == "E":
            return f"(?:{self.weekday})" if self.weekday else ""
        return f"(?:{self.era})" if self.era else ""


@lru_cache(maxsize=32)
def calendar_of(locale: str) -> Calendar:
    """What CLDR says about dates in a locale.

    Examples:
        >>> calendar_of("de").wide_months["März"], calendar_of("de").order
        (3, 'dmy')
    """
    data = _cldr(locale)
    table = own_words(locale)
    months = _names(data["months"]) | {fold(name): number for name, number in table.get("months", {}).items()}
    weekdays = _names(data["days"]) | {fold(name): number for name, number in table.get("weekdays", {}).items()}
    quarters = _names(data["quarters"])
    eras = {" ".join(fold(name).split()) for names in data["eras"].values() for name in names.values()} - {""}
    patterns: list[tuple[str, ...]] = [
        (data["date_formats"][name].pattern,) for name in ("full", "long", "medium", "short")
    ]
    skeletons = data["datetime_skeletons"]
    patterns += [(skeletons[name].pattern,) for name in SKELETONS if name in skeletons]
    patterns += [("MMMM y",), ("d MMMM y",), *((pattern,) for pattern in table.get("patterns", ()))]
    intervals = data["interval_formats"]
    for name in INTERVALS:
        patterns += [tuple(pair) for pair in (intervals.get(name) or {}).values() if len(pair) == 2]
    shapes: dict[tuple[str, str], Shape] = {}
    makers = [(_Maker(months, weekdays, quarters, eras), patterns)]
    for era in ("solar_hijri", "hijri"):
        if era in table:
            own = {fold(name): number for name, number in table[era].items()}
            makers.append((_Maker(own, weekdays, {}, (), era), [("d MMMM y",), ("d MMMM",)]))
    for maker, wanted in makers:
        for pattern in wanted:
            shape = maker.shape(pattern)
            if shape:
                shapes.setdefault((shape.head.pattern if shape.head else "", shape.tail.pattern), shape)
    short = "".join(
        letter for letter in re.sub(r"'[^']*'", "", data["date_formats"]["short"].pattern) if letter in "yMdL"
    )
    order = "".join(dict.fromkeys(short.replace("L", "M").lower()))
    tails: dict[str, list[Shape]] = {}
    for shape in shapes.values():
        tails.setdefault(shape.tail.pattern, []).append(shape)
    groups = [(number, same[0].tail, same) for number, same in enumerate(tails.values())]
    years = tree([group for group in groups if group[1].pattern.startswith(_YEAR)])
    others = tree([group for group in groups if not group[1].pattern.startswith(_YEAR)])
    named = any(char.isdecimal() for name in (*months, *weekdays) for char in name)
    return Calendar(
        {1: others, 2: others, 4: years},
        tuple(tails),
        named,
        _wide(data["months"]),
        _wide(data["days"]),
        order if len(order) == 3 else "dmy",
    )


@cache
def own_words(locale: str) -> Mapping[str, Any]:
    """The table of date words of the locale's language, or an empty one; its keys are told in `table`."""
    name = f"{locale.partition('_')[0]}/dates.toml"
    return settings(name) if name in tables() else {}


def _cldr(locale: str) -> Any:
    """The data of a locale with what it inherits, read afresh.

    Babel keeps what it has read, and looking an alias up in one locale can leave the answer in the data that others
    inherit: what comes out would depend on which locales were used before.
    """
    from babel.localedata import LocaleDataDict

    return LocaleDataDict(cast("dict[str | int | None, Any]", _inherited(locale)))


def _inherited(locale: str) -> dict[str, Any]:
    import pickle

    from babel.core import get_global
    from babel.localedata import merge, resolve_locale_filename

    with Path(resolve_locale_filename(locale)).open("rb") as file:
        own: dict[str, Any] = pickle.load(file)  # noqa: S301 — a file of the installed package
    if locale == "root":
        return own
    parts = locale.split("_")
    parent = get_global("parent_exceptions").get(locale)
    if not parent:
        likely = get_global("likely_subtags").get(parts[0], "").split("_")
        other_script = len(parts) == 2 and len(parts[1]) == 4 and parts[1] not in likely
        parent = "root" if len(parts) == 1 or other_script else "_".join(parts[:-1])
    data = _inherited(parent)
    merge(data, own)
    return data


def _wide(table: Mapping[str, Any]) -> dict[str, int]:
    return {
        name: number
        for context in CONTEXTS
        for number, name in (table.get(context, {}).get("wide") or {}).items()
        if len(name) > 1
    }
