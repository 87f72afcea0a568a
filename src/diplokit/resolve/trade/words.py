"""The words of trade: what measures it, what ties an amount to it, and what only stands beside it.

Read from `data/en/trade.toml`, when a document first needs them.
"""

from collections.abc import Mapping
from functools import cache

from diplokit import Lexicon
from diplokit.tables import settings

PERCENT = frozenset(["percent", "cent", "pct", "%"])
"""What a share or a change is told in; "per cent" ends in the second."""

FLOWS = frozenset(["exports", "imports"])
"""The two directions of trade, as measures."""

BALANCES = frozenset(["surplus", "deficit", "balance"])
"""What words say of the difference between the two."""

BESIDE_AMOUNTS = frozenset(["with", "at", "("])
"""What stands between a word of trade and its amount."""

_CLASSES = [
    "total_trade",
    "exports",
    "imports",
    "re_exports",
    "re_imports",
    "domestic_exports",
    "surplus",
    "deficit",
    "balance",
    "weak",
    "bought",
    "sold",
    "those_to",
    "those_from",
    "those_of",
    "sales_to",
    "purchases_from",
    "exchanges",
    "shipments",
    "weak_exports",
    "weak_imports",
    "ranked_trade",
    "ranked_exports",
    "ranked_imports",
]


def _words(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    measures = settings("en/trade.toml")["measures"]
    return {word: name for name in _CLASSES for word in measures[name]}


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class of `[words]` or `[phrases]`."""
    table = settings("en/trade.toml")
    return frozenset((table["words"].get(name) or table["phrases"][name]).split())


@cache
def refused() -> Mapping[str, str]:
    """Nouns that own an amount which is no trade, each with the reason."""
    return {word: reason for reason, listed in settings("en/trade.toml")["refused"].items() for word in listed.split()}


TRADE = Lexicon("words of trade", cache(_words))
"""Words that measure trade: the name of the measure, or `surplus`, `deficit`, `weak`, `bought`, `sold`."""
