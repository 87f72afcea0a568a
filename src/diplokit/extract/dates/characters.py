"""Dates whose numbers are written in Chinese characters (十一月十四日), and days that leave out their month (14日)."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from .calendar import add_months

_ZERO_TO_NINE = "〇零○一二三四五六七八九"
_DAY = "三十一?|[一二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]"
_VALUES = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


@cache
def characters() -> re.Pattern[str]:
    """A year, a month or a day in characters, and the day at the other end of a range."""
    month = "十[一二]?|[一二三四五六七八九]"
    return re.compile(
        rf"(?=[{_ZERO_TO_NINE}十])(?:(?P<y>[{_ZERO_TO_NINE}]{{4}})年)?(?:(?P<m>{month})月"
        rf"(?:(?P<d>{_DAY})[日号號](?:(?:至|到|-|—|~)(?:(?P<m2>{month})月)?(?P<d2>{_DAY})[日号號])?)?)?"
    )


@cache
def _begins() -> re.Pattern[str]:
    """Where such a date may begin: most characters for numbers have no year or month near them."""
    return re.compile(rf"(?:[{_ZERO_TO_NINE}十])(?=[{_ZERO_TO_NINE}十]{{0,3}}[年月])")


def in_characters(folded: str) -> Iterator[re.Match[str]]:
    """The days with their months, and the years, in a text."""
    reached = 0
    for begins in _begins().finditer(folded):
        if begins.start() < reached:
            continue
        match = characters().match(folded, begins.start())
        if match:
            reached = match.end()
            if match["y"] or match["d"]:
                yield match


def number(text: str) -> int:
    """The number below ten thousand that characters write, digit by digit or with tens.

    Examples:
        >>> number("二〇二四"), number("十四"), number("三十一")
        (2024, 14, 31)
    """
    text = text.replace("廿", "二十")
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (_VALUES[tens] if tens else 1) + (_VALUES[ones] if ones else 0)
    return int("".join(str(_VALUES[char]) for char in text))


_ALONE = {
    "zh": r"(?P<d>[1-9]|[12]\d|3[01])[日号號](?![间間内內前后後游元本圆圓报報均夜常程期]|之[前后後内內])",
    "ja": r"(?P<d>[2-9]|[12]\d|3[01])日(?![間前後目連数程中本]|以[内上]|ぶり|あま|ほど|余)",
    "ko": r"(?P<d>[1-9]|[12]\d|3[01])일(?! ?(?:간|동안|만|째|이상|이내|전|후|뒤))",
}
_LAST, _NEXT = ("지난 ",), ("오는 ",)


@cache
def alone(language: str) -> re.Pattern[str] | None:
    """A day of the month by itself, in a language that writes it so."""
    return re.compile(_ALONE[language]) if language in _ALONE else None


def day_alone(folded: str, at: int, language: str, published: dt.date) -> tuple[int, int, dt.date] | None:
    """A day of the month without its month, as newsrooms of East Asia write it: where it stands, and the day.

    It is the nearest such day to that of publication; in Korean only after "last" or "coming", or before a time of
    day, since the same words count days.

    Examples:
        >>> day_alone("14日在北京", 0, "zh", dt.date(2024, 11, 15))
        (0, 3, datetime.date(2024, 11, 14))
    """
    pattern = alone(language)
    match = pattern.match(folded, at) if pattern else None
    before = folded[max(0, at - 1) : at]
    if not match or (before and (before.isdecimal() or before in ".,/-:月年第期약約约近")):
        return None
    start, end = at, match.end()
    last, coming = folded.endswith(_LAST, 0, at), folded.endswith(_NEXT, 0, at)
    if last or coming:
        start = at - 3
    elif language == "ko" and not folded.startswith((" 오전", " 오후", "(현지"), end):
        return None
    days = []
    for shift in (-1, 0, 1):
        year, month = add_months(published.year, published.month, shift)
        try:
            day = dt.date(year, month, int(match["d"]))
        except ValueError:
            continue
        if not (last and day > published) and not (coming and day < published):
            days.append(day)
    return (start, end, min(days, key=lambda day: abs(day - published))) if days else None
