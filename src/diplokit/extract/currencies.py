"""Amounts of money and percentages, in English.

Reads symbols, ISO 4217 codes and names before and after a number, with scale words.
Sources: CLDR by way of Babel for names and symbols; the words of the press are our own table.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from attrs import frozen

from diplokit import Document, Mention, Money, Percent, Span, hookimpl

_SCALES = {
    "trillion": 10**12, "trn": 10**12, "tn": 10**12, "billion": 10**9, "bln": 10**9, "bn": 10**9, "b": 10**9,
    "million": 10**6, "mln": 10**6, "mn": 10**6, "m": 10**6, "thousand": 1000, "k": 1000, "lakh": 10**5,
    "crore": 10**7, "lakh crore": 10**12,
}  # fmt: skip
_SYMBOLS = {
    "us$": "USD", "usd": "USD", "a$": "AUD", "s$": "SGD", "hk$": "HKD", "nt$": "TWD", "c$": "CAD", "nz$": "NZD",
    "r$": "BRL", "rm": "MYR", "rp": "IDR", "rs": "INR", "tk": "BDT", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY",
    "₹": "INR", "₱": "PHP", "฿": "THB", "₩": "KRW", "eur": "EUR", "gbp": "GBP", "sgd": "SGD", "rmb": "CNY",
    "cny": "CNY", "aud": "AUD", "vnd": "VND", "inr": "INR", "idr": "IDR", "php": "PHP", "thb": "THB", "jpy": "JPY",
    "s/": "PEN", "u.s.$": "USD",
}  # fmt: skip
_NAMES = {
    "u.s. dollars": "USD", "us dollars": "USD", "american dollars": "USD", "dollars": "USD", "dollar": "USD",
    "dlrs": "USD", "australian dollars": "AUD", "singapore dollars": "SGD", "hong kong dollars": "HKD",
    "canadian dollars": "CAD", "new zealand dollars": "NZD", "euros": "EUR", "euro": "EUR", "pounds": "GBP",
    "pounds sterling": "GBP", "stg": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
    "ringgit": "MYR", "rupiah": "IDR", "baht": "THB", "pesos": "PHP", "won": "KRW", "marks": "DEM", "rupees": "INR",
    "francs": "FRF", "swiss francs": "CHF", "roubles": "RUB", "rubles": "RUB", "rand": "ZAR", "naira": "NGN",
    "dirhams": "AED", "riyals": "SAR", "dong": "VND", "reais": "BRL", "usd": "USD", "eur": "EUR", "lira": "TRY",
}  # fmt: skip


@cache
def _pattern() -> re.Pattern[str]:
    def union(words: Iterable[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    number = r"(?P<number>\d{1,3}(?:,\d{2,3})++(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)(?![\d])"
    scale = rf"(?:[ -]?(?P<scale>{union(_SCALES)})(?![a-z]))?"
    return re.compile(
        rf"(?:(?<![a-z])(?P<symbol>{union(_SYMBOLS)}) ?)?(?<![\d.,]){number}(?:"
        rf" ?(?P<points>percentage points?)| ?(?P<percent>%|per ?cent\b|pct\b)|{scale}(?:[ -](?P<name>{union(_NAMES)})(?![a-z]))?)"
    )


@frozen(eq=False)
class Amounts:
    """Amounts of money, with symbol, code or name."""

    name: str = "amounts_of_money"
    kind: str = "money"
    description: str = "A number with a currency before or after it, and a scale word."
    yes: Mapping[str | Document, object] = {
        "worth US$23.03 billion": Money("23.03e9", "USD"),
        "RM105.09 billion": Money("105.09e9", "MYR"),
        "30 mln dlrs": Money("30e6", "USD"),
    }
    no: tuple[str, ...] = ("won 3 seats", "5 pounds of rice")

    def find(self, document: Document, /) -> Iterator[Mention[Money]]:
        """Find the amounts of a document."""
        for match in _pattern().finditer(document.folded):
            symbol, scale, name = match["symbol"], match["scale"], match["name"]
            if not symbol and not name:
                continue
            if name in ("won", "pounds", "dollar", "rand") and not scale and not symbol:
                continue
            amount = Decimal(match["number"].replace(",", "")) * _SCALES.get(scale or "", 1)
            currency = _SYMBOLS[symbol] if symbol else _NAMES[name]
            span = Span(*match.span())
            yield Mention("money", span, document[span], Money(amount, currency), self.name)


@frozen(eq=False)
class Percentages:
    """Percentages."""

    name: str = "percentages"
    kind: str = "percent"
    description: str = "A number of per cent or percentage points."
    yes: Mapping[str | Document, object] = {"grew 5.2 percent": Percent("5.2"), "5%": Percent("5")}
    no: tuple[str, ...] = ("800 deals",)

    def find(self, document: Document, /) -> Iterator[Mention[Percent]]:
        """Find the percentages of a document."""
        for match in _pattern().finditer(document.folded):
            if match["percent"] or match["points"]:
                span = Span(match.start("number"), match.end())
                amount = Decimal(match["number"].replace(",", ""))
                value = Percent(amount, "percent" if match["percent"] else "percentage_points")
                yield Mention("percent", span, document[span], value, self.name)


@hookimpl
def extractors() -> list[object]:
    """The rules for amounts and percentages."""
    return [Amounts(), Percentages()]
