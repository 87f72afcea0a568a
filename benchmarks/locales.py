r"""How fast dates and amounts are found in many languages, side by side with a yardstick.

    python benchmarks/locales.py [LOCALE …] [--folder FOLDER] [--size 4000] [--every 300]

The yardstick is one pass of `re.finditer(r"\w+")` over the same text that takes every span; the aim is that the
extractors of dates and of money take no longer than eight of it in any language, and four in English.

A text is made for every locale out of what CLDR knows of it: names of languages and scripts, shuffled, as sentences,
and a date and an amount of money, each written as the locale writes them, every so many characters (news has them
about every 900).
Whoever has real texts puts them in a folder as `<locale>.txt`; they are read instead. Both are measured in turn, and
the best of many runs counts, so that what else the machine does hardly matters.
"""

import argparse
import datetime as dt
import random
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from babel import Locale, localedata
from babel.dates import format_date
from babel.numbers import format_compact_currency, format_currency
from turns import best_times

import diplokit
from diplokit.extract import currencies, dates

_UNSPACED = ("zh", "ja", "yue", "th", "lo", "km", "my")
_STOPS = {"zh": "\u3002", "yue": "\u3002", "ja": "\u3002", "hi": "\u0964", "th": " "}
_AMOUNTS = (250, 1200, 35_000, 4_500_000, 2_300_000_000)
_CURRENCIES = ("USD", "EUR", "JPY", "GBP", "CNY")
_PUBLISHED = dt.date(2024, 11, 16)


def dates_and_amounts(locale: str, chance: random.Random) -> Iterator[str]:
    """A date and an amount in turn, in the forms of a locale."""
    while True:
        day = _PUBLISHED - dt.timedelta(chance.randrange(-60, 400))
        yield format_date(day, chance.choice(("full", "long", "medium")), locale)
        amount, currency = chance.choice(_AMOUNTS), chance.choice(_CURRENCIES)
        form = chance.randrange(3)
        try:
            if form == 0:
                yield format_compact_currency(amount, currency, locale=locale, fraction_digits=1)
            else:
                yield format_currency(amount, currency, locale=locale, format_type="name" if form == 1 else "standard")
        except (KeyError, AttributeError):  # CLDR has no such form in the locale
            yield format_currency(amount, currency, locale=locale)


def text_of(locale: str, size: int, every: int) -> str:
    """A text of names in a language, with a date and an amount every so many characters."""
    data, chance = Locale.parse(locale), random.Random(locale)
    language = locale.partition("_")[0]
    space, stop = "" if language in _UNSPACED else " ", _STOPS.get(language, ". ")
    names = [str(name) for name in (*data.languages.values(), *data.scripts.values())] or ["-"]
    chance.shuffle(names)
    values, length, value = dates_and_amounts(locale, chance), 0, every // 4
    parts: list[str] = []
    for number, name in enumerate(cycle(names), 1):
        if length >= size:
            return "".join(parts)
        part = f"{name}{stop if number % 7 == 0 else space}"
        if length >= value:
            part, value = f" {next(values)} {part}", value + every // 2
        parts.append(part)
        length += len(part)
    raise AssertionError("the names go round")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("locales", nargs="*", help="all base languages of CLDR if left out")
    options.add_argument("--folder", type=Path, help="texts named <locale>.txt, read instead of made ones")
    options.add_argument("--size", type=int, default=4000, help="characters of a text")
    options.add_argument("--every", type=int, default=300, help="characters in which one date and one amount stand")
    options.add_argument("--seconds", type=float, default=1.0, help="how long to measure a locale")
    args = options.parse_args()

    extractors = [e for e in (*dates.extractors(), *currencies.extractors()) if e.kind in ("date", "money")]
    word = re.compile(r"\w+")
    slowest: list[tuple[float, str]] = []
    print(f"{'locale':10}{'yardsticks':>11}{'MB/s':>8}{'mentions in 1,000 characters':>32}")
    for locale in args.locales or sorted({name.partition("_")[0] for name in localedata.locale_identifiers()}):
        file = args.folder / f"{locale}.txt" if args.folder else None
        text = file.read_text(encoding="utf-8") if file and file.exists() else text_of(locale, args.size, args.every)

        def find(text: str = text, locale: str = locale) -> diplokit.Mentions:
            return diplokit.find(diplokit.read(text, published=_PUBLISHED, locale=locale), extractors)

        def spans(text: str = text) -> list[tuple[int, int]]:
            return [match.span() for match in word.finditer(text)]

        mentions = len(find())
        yardstick, seconds = best_times([spans, find], turns=5, seconds=args.seconds)
        ratio = seconds / yardstick
        slowest.append((ratio, locale))
        print(
            f"{locale:10}{ratio:11.1f}{len(text) / seconds / 1e6:8.2f}{mentions / len(text) * 1000:32.1f}", flush=True
        )
    slowest.sort(reverse=True)
    print("slowest:", ", ".join(f"{locale} {ratio:.1f}" for ratio, locale in slowest[:8]))


if __name__ == "__main__":
    main()
