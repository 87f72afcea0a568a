"""The date words of a language: what its table `data/<language>/dates.toml` says, made ready for matching.

The keys of such a table:

- `relative`: unit, count and phrases, counted from the day of publication ("ayer" is `day`, -1);
- `between`, `to`, `and`, `joins`, `before_day`, `after_day`: what stands between the parts of ranges, lists and dates;
- `prefixes`: little words that are written together with the next;
- `ago`, `ahead`: templates with `{n}` and `{unit}`; `units` and `numbers` fill them;
- `weak_years`: of `year_after`, those that stand before other numbers as well;
- `year_after`, `year_before`, `month_after`, `month_before`: words beside which a bare year or month is one;
- `decade_words`: decades in words, with the first year of each; `patterns`: ways to write a date besides those of CLDR;
- `short_after`: words behind which "14/11" is a day and its month;
- `months_alone`: templates with `{M}` for months written in digits; `decades`: templates with `{D}`;
- `weekday_behind`: whether a day of the week stands behind its date with only a space between;
- `first_months`, `first_quarters`: templates with `{n}` for the first so many months or quarters of a year;
- `weekday_last`, `weekday_next`, `future`: which day of the week is meant;
- `weekdays`, `months`: names besides those of CLDR; `quarters`, `halves`, `eras`, `solar_hijri`, `hijri`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from attrs import frozen

from diplokit import fold

from .cldr import Calendar, calendar_of, is_unspaced, own_words
from .shapes import any_of


@frozen
class Template:
    """A way to write a period with digits: what stands before them, and from them on; `sign` is its direction."""

    kind: str
    head: re.Pattern[str] | None
    tail: re.Pattern[str]
    sign: int = 0


@frozen
class Words:
    """The words of a locale, ready to be matched."""

    phrases: Mapping[str, object]
    templates: tuple[Template, ...]
    template: re.Pattern[str]
    counted: re.Pattern[str] | None
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    join: re.Pattern[str]
    to: re.Pattern[str]
    between: re.Pattern[str] | None
    and_: re.Pattern[str]
    weekday_behind: bool
    weekday_gap: re.Pattern[str]
    day_before: re.Pattern[str]
    day_after: re.Pattern[str] | None
    year_after: re.Pattern[str] | None
    year_before: re.Pattern[str] | None
    weak_year_after: re.Pattern[str] | None
    month_after: re.Pattern[str] | None
    month_before: re.Pattern[str] | None
    future: re.Pattern[str] | None
    last: tuple[re.Pattern[str] | None, re.Pattern[str] | None]
    next: tuple[re.Pattern[str] | None, re.Pattern[str] | None]
    short_after: re.Pattern[str] | None
    not_after: Mapping[str, tuple[str, ...]]


def _any(words: Iterable[str]) -> str:
    found = [re.escape(fold(word)).replace(r"\ ", " {1,3}") for word in sorted(set(words), key=len, reverse=True)]
    return "|".join(found)


def _before(words: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for words that end where something begins."""
    pieces = [_any([word]) + ("" if word[-1] in "'-" or is_unspaced(word) else " {1,3}") for word in words]
    loose = all(is_unspaced(word) for word in words)
    return (
        re.compile(rf"{'' if loose else '(?<!' + chr(92) + 'w)'}(?:{'|'.join(pieces)}) {{0,2}}\Z") if pieces else None
    )


def _behind(words: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for words that begin where something ends."""
    pieces = [
        _any([word]) if is_unspaced(word) else ("" if word.startswith("'") else " {1,3}") + _any([word]) + r"(?!\w)"
        for word in words
    ]
    return re.compile(rf" {{0,1}}(?:{'|'.join(pieces)})") if pieces else None


@lru_cache(maxsize=32)
def words_of(locale: str) -> Words | None:
    """The words of a locale; `None` for a language without a table."""
    table = own_words(locale)
    if not table:
        return None
    calendar = calendar_of(locale)
    units = {fold(form): unit for unit, forms in table["units"].items() for form in forms}
    numbers = {fold(word): number for word, number in table["numbers"].items()}
    loose = any(is_unspaced(form) for form in units)
    weak = table.get("weak_years", ())
    joins = "|".join(
        _any([word]) + ("" if word.endswith("'") or is_unspaced(word) else " {1,3}") for word in table["joins"]
    )
    to = _any(table["to"])
    day = _any(table["before_day"])
    after_day = _any(table.get("after_day", ()))
    edge = "" if loose else r"(?!\w)"
    lead = _any([*table["before_day"], *table["year_after"]]) or "(?!)"
    to_gap = rf"(?: {{0,2}}(?:{to}){edge} {{0,2}}| ?--? ?)(?:(?:{lead}) {{1,2}})?"
    link = rf"(?:(?P<to> {{0,2}}(?:{to}){edge} {{0,2}}| ?- ?)|(?P<and> {{0,2}}(?:{_any(table['and'])}){edge} {{0,2}}| ?/ ?))"
    return Words(
        phrases=_phrases(table, calendar, units, numbers, loose),
        templates=(templates := _templates(table, units)),
        template=any_of(template.tail.pattern for template in templates),
        counted=_counted(table, units, numbers) if loose else None,
        units=units,
        numbers=numbers,
        join=re.compile(rf"[,\u060c]? {{0,3}}(?:(?:{joins}) {{0,2}})?\Z" if joins else r"[,\u060c]? {0,3}\Z"),
        to=re.compile(to_gap + r"\Z"),
        between=_before(table["between"]) if "between" in table else None,
        and_=re.compile(rf" {{0,2}}(?:{_any(table['and'])}){edge} {{0,2}}(?:(?:{lead}) {{1,2}})?\Z"),
        weekday_behind=bool(table.get("weekday_behind")),
        weekday_gap=re.compile(rf"[,\u060c]? {{0,2}}(?:(?:{day or '(?!)'}) {{1,2}})?[(\uff08]?\Z"),
        day_before=re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:{after_day or '(?!)'})? ?{link}(?:(?:{day or '(?!)'}) {{0,2}})?\Z"
        ),
        day_after=re.compile(rf"(?:{link})(?P<day>\d{{1,2}})(?:{after_day})(?!\d)") if after_day and loose else None,
        short_after=_before(table.get("short_after", ())),
        year_after=_before([word for word in table["year_after"] if word not in weak]),
        weak_year_after=_before(weak),
        year_before=_behind(table.get("year_before", ())),
        month_after=_before(table["month_after"]),
        month_before=_behind(table.get("month_before", ())),
        future=re.compile(rf"(?:{_any(table['future'])})" if loose else rf"(?<!\w)(?:{_any(table['future'])})(?!\w)"),
        last=(_before(table["weekday_last"]), _behind(table["weekday_last"])),
        next=(_before(table["weekday_next"]), _behind(table["weekday_next"])),
        not_after={fold(word): tuple(before) for word, before in table.get("not_after", {}).items()},
    )


def _phrases(
    table: Mapping[str, Any], calendar: Calendar, units: Mapping[str, str], numbers: Mapping[str, int], loose: bool
) -> dict[str, object]:
    found: dict[str, object] = {}

    def put(phrase: str, *meaning: object) -> None:
        found.setdefault(fold(phrase), meaning)
        for prefix in table.get("prefixes", ()):
            found.setdefault(fold(prefix + phrase), ("glued", len(prefix), meaning))

    for unit, count, phrases in table["relative"]:
        for phrase in phrases:
            put(phrase, "relative", unit, count)
    for phrase, (unit, count) in table.get("phrases", {}).items():
        put(phrase, "relative", unit, count)
    if not loose:
        for templates, sign in ((table["ago"], -1), (table["ahead"], 1)):
            for template in templates:
                for word, number in numbers.items():
                    for form, unit in units.items():
                        put(template.format(n=word, unit=form), "relative", unit, sign * number)
    for phrase, decade in table.get("decade_words", {}).items():
        put(phrase, "decade", decade)
    for phrase, number in table.get("quarters", {}).items():
        put(phrase, "part", "quarter", number)
    for phrase, number in table.get("halves", {}).items():
        put(phrase, "part", "half", number)
    for key, months in (("first_months", 1), ("first_quarters", 3)):
        for template in table.get(key, ()):
            for word, number in [*numbers.items(), *((str(number), number) for number in range(2, 12))]:
                if number > 1 and number * months < 12:
                    put(template.format(n=word), "part", "months", number * months)
    for era, offset in table.get("eras", {}).items():
        put(era, "era", offset)
    for phrase, weeks in table.get("weeks_of", ()):
        for number, short in enumerate(table["weekday_short"]):
            put(phrase + short, "week day", number, weeks)
    weekdays = dict(table.get("weekdays", {}))
    for name, number in weekdays.items():
        put(name, "weekday", number, 0)
    for name, number in calendar.wide_weekdays.items():
        put(name, "weekday", number, int(name != fold(name)))
    for name, number in table.get("months", {}).items():
        put(name, "month", number, 0)
    for name, number in calendar.wide_months.items():
        if not any(char.isdecimal() for char in name):
            put(name, "month", number, int(name != fold(name)))
    return found


def _templates(table: Mapping[str, Any], units: Mapping[str, str]) -> tuple[Template, ...]:
    fields = {
        "n": r"(?P<n>\d{1,3})(?!\d)",
        "M": r"(?P<M>1[0-2]|0?[1-9])(?!\d)",
        "D": r"(?P<D>\d{3}0|\d0)",
        "unit": f"(?P<unit>{_any(units)})",
    }
    given = [("ago", template, -1) for template in table["ago"]] + [
        ("ahead", template, 1) for template in table["ahead"]
    ]
    given += [("month", template, 0) for template in table.get("months_alone", ())]
    given += [("decade", template, 0) for template in table.get("decades", ())]
    made = []
    for kind, template, sign in given:
        head, tail = "", ""
        for piece in re.split(r"(\{\w+\})", template):
            if not piece:
                continue
            text = fields[piece[1:-1]] if piece[0] == "{" else re.escape(fold(piece)).replace(r"\ ", " {0,2}")
            if tail or piece in ("{n}", "{M}", "{D}"):
                tail += text
            else:
                head += text
        made.append(Template(kind, re.compile(head + r"\Z") if head else None, re.compile(tail), sign))
    return tuple(made)


def _counted(table: Mapping[str, Any], units: Mapping[str, str], numbers: Mapping[str, int]) -> re.Pattern[str] | None:
    """For scripts without spaces: a number in words, a unit, and which way to count."""
    if not numbers:
        return None

    def tails(templates: Iterable[str]) -> str:
        made = []
        for template in templates:
            head, _, tail = template.partition("{n}")
            if not head:
                made.append(re.escape(fold(tail.replace("{unit}", "\0"))).replace("\0", "").replace(r"\ ", " ?"))
        return "|".join(sorted({tail.removeprefix("\\") for tail in made if tail}, key=len, reverse=True)) or "(?!)"

    return re.compile(
        rf"(?P<n>{_any(numbers)}) ?(?P<unit>{_any(units)}) ?(?:(?P<ago>{tails(table['ago'])})|(?P<ahead>{tails(table['ahead'])}))"
    )
