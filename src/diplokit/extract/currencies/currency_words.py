"""The words for currencies in a locale: symbols, codes, and names in all their forms.

What CLDR gives (by way of Babel) is joined by the words of the press: `data/<language>/currency_words.tsv`, and
`data/root/currency_words.tsv` for what is written everywhere. A row tells what the word can mean, the likeliest
first; where it stands; how many of it make a unit (100 cents); and what it `needs` to be read as money:

- `amount`: a scale word, thousands, or decimals ("COP 26" is a conference);
- `case`: the letters as the table writes them;
- `country`: a text that names a country with such a currency ("won" is also a verb);
- `glued`: no space before it ("50p").
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from attrs import field, frozen

from diplokit import fold
from diplokit.tables import names, settings, table

from .affixes import Affixes

MARKS_OF_DIRECTION = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
"""Characters that only tell which way to write."""


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    """What else codes mean in the news, and which languages inflect: `data/root/currency_codes.toml`."""
    return {key: frozenset(values) for key, values in settings("root/currency_codes.toml").items()}


@frozen
class Unit:
    """What a word for a currency can mean, and what it needs.

    Attributes:
        currencies: ISO 4217 codes, the likeliest first.
        place: Whether it stands `before` a number, `after` it, or `both`.
        parts: How many of it make one unit of the currency.
        needs: See the module.
        writings: The ways to write it, where letters matter.
        symbol: Whether it is a sign rather than a name.
    """

    currencies: tuple[str, ...]
    place: str = "both"
    parts: Decimal = Decimal(1)
    needs: frozenset[str] = frozenset()
    writings: frozenset[str] = field(default=frozenset())
    symbol: bool = False


@frozen
class Units:
    """The words for currencies of one locale, by where they stand."""

    before: Affixes[tuple[Unit, ...]]
    after: Affixes[tuple[Unit, ...]]
    adjectives: Affixes[tuple[Unit, ...]]
    inflects: bool


@cache
def units_of(locale: str) -> Units:
    """The words for currencies in a locale."""
    language = locale.partition("_")[0]
    found: dict[str, list[Unit]] = {}
    for word, unit in _press(f"{language}/currency_words.tsv"):
        found.setdefault(fold(word), []).append(unit)
    own = set(found)
    if language == "en":
        for word, unit in _of_states():
            if fold(word) not in own:
                found.setdefault(fold(word), []).append(unit)
        own = set(found)
    for word, unit in _cldr(locale):
        if word not in own:
            _join(found.setdefault(word, []), unit)
    own = set(found)
    for word, unit in _press("root/currency_words.tsv"):
        if fold(word) not in own:
            found.setdefault(fold(word), []).append(unit)
    own = set(found)
    for word, unit in _codes(locale):
        if word not in own or not any(other.currencies == unit.currencies for other in found[word]):
            found.setdefault(word, []).append(unit)
    before = {w: tuple(u for u in units if u.place != "after") for w, units in found.items()}
    after = {w: tuple(u for u in units if u.place != "before") for w, units in found.items()}
    return Units(
        Affixes({w: units for w, units in before.items() if units}),
        Affixes({w: units for w, units in after.items() if units}),
        Affixes(_adjectives() if language == "en" else {}),
        language in _lists()["inflecting"],
    )


def _join(units: list[Unit], unit: Unit) -> None:
    """Add what a word can mean: another currency of the same name is another candidate."""
    for at, other in enumerate(units):
        if other.place == unit.place:
            if unit.currencies[0] not in other.currencies:
                units[at] = Unit((*other.currencies, *unit.currencies), other.place, other.parts, other.needs,
                                 other.writings, other.symbol)  # fmt: skip
            return
    units.append(unit)


def _press(name: str) -> Iterator[tuple[str, Unit]]:
    if name not in _tables():
        return
    for row in table(name):
        needs = frozenset(row["needs"].split())
        writings = frozenset({row["word"]}) if "case" in needs else frozenset[str]()
        symbol = not row["word"][0].isalpha() or not row["word"][-1].isalpha() or row["place"] == "before"
        symbol = symbol or row["word"].isupper()
        yield row["word"], Unit(
            tuple(row["currencies"].split()), row["place"], Decimal(row["parts"]), needs, writings, symbol
        )  # fmt: skip


@cache
def _tables() -> frozenset[str]:
    return frozenset(names())


def _of_states() -> Iterator[tuple[str, Unit]]:
    """Names with the adjective of a state, and whose they are then: "Egyptian pounds", "Kazakh tenge"."""
    nouns = [
        (row["word"], row["currencies"].split(), row["parts"])
        for row in table("en/currency_words.tsv")
        if row["place"] != "before"
        and (" " in row["currencies"] or row["word"].islower())
        and row["word"][:1].isalpha()
    ]
    for state in table("en/currency_states.tsv"):
        money = {code for code, _, _ in tenders().get(state["territory"], ())}
        for noun, currencies, parts in nouns:
            its = tuple(code for code in currencies if code in money)
            its = tuple(code for code in its if code.startswith(state["territory"])) or its
            if its:
                for adjective in state["adjectives"].split("|"):
                    yield f"{adjective} {noun}", Unit(its, "after", Decimal(parts))
    for adjective, units in _adjectives().items():
        yield f"{adjective} $", units[0]


@cache
def _adjectives() -> Mapping[str, tuple[Unit, ...]]:
    """The adjectives of the states with a dollar, which may stand beside a bare "$"."""
    found = {}
    for state in table("en/currency_states.tsv"):
        codes = [code for code, _, end in tenders().get(state["territory"], ()) if end == 9999]
        if codes and (codes[0].endswith("D") or state["territory"] == "US") and codes[0] not in ("AED", "BHD", "KWD"):
            names = state["names"].split("|")
            for adjective in state["adjectives"].split("|"):
                if fold(adjective) not in names or adjective in ("U.S.", "American"):
                    found[fold(adjective)] = (Unit((codes[0],), symbol=True),)
    return found


def _cldr(locale: str) -> Iterator[tuple[str, Unit]]:
    data = _locale(locale)
    names_first = _names_first(locale)
    current = current_codes()
    plurals: Mapping[str, Mapping[str, str]] = data._data.get("currency_names_plural") or {}  # noqa: SLF001 — Babel offers no other way
    codes = {*data.currencies, *data.currency_symbols, *_locale("en").currencies}
    for code in sorted(codes, key=lambda code: (code not in current, code)):
        if code in _lists()["no_currencies"]:
            continue
        symbol = str(data.currency_symbols.get(code, code))
        if symbol != code:
            bare = fold(symbol).strip(" " + MARKS_OF_DIRECTION)
            if bare:
                letters = symbol.strip(" \u00a0" + MARKS_OF_DIRECTION)
                short = letters.isalpha() and len(letters) < 3
                yield (
                    bare,
                    Unit(
                        (code,), "both", Decimal(1), frozenset(), frozenset({letters}) if short else frozenset(), True
                    ),
                )
        for name in {str(data.currencies.get(code, code)), *map(str, dict(plurals.get(code, {})).values())}:
            if name != code and (folded := fold(name).strip(" " + MARKS_OF_DIRECTION)):
                yield folded, Unit((code,), "both" if names_first else "after")


def _names_first(locale: str) -> bool:
    """Whether CLDR writes a currency's name before the number."""
    patterns = _locale(locale)._data.get("currency_unit_patterns") or {}  # noqa: SLF001 — Babel offers no other way
    return any(pattern.startswith("{1}") for pattern in patterns.values())


def _codes(locale: str) -> Iterator[tuple[str, Unit]]:
    current = current_codes()
    names_first = _names_first(locale)
    for code in sorted(_locale("en").currencies):
        if code in _lists()["no_currencies"]:
            continue
        clear = (code in current and code not in _lists()["words_before"]) or code in _lists()["old_but_clear"]
        needs = frozenset[str]() if clear else frozenset({"amount"})
        if names_first:
            needs = frozenset()
        if clear or code in _lists()["words_after"] or code not in current:
            yield code.lower(), Unit((code,), "both", Decimal(1), needs, frozenset({code}), symbol=True)
        else:
            yield code.lower(), Unit((code,), "before", Decimal(1), needs, frozenset({code}), symbol=True)
            yield code.lower(), Unit((code,), "after", Decimal(1), frozenset(), frozenset({code}), symbol=True)


@lru_cache(maxsize=64)
def _locale(locale: str) -> Any:
    from babel.core import Locale  # not on import

    return Locale.parse(locale)


@cache
def tenders() -> Mapping[str, tuple[tuple[str, int, int], ...]]:
    """The currencies of every territory with the years in which each was tender: `{"TR": (("TRY", 2005, 9999), …)}`."""
    from babel.core import get_global

    return {
        territory: tuple(
            (code, start[0] if start else 0, end[0] if end else 9999)
            for code, start, end, tender in spans
            if tender and (end is None or end[0] >= 1950)
        )
        for territory, spans in get_global("territory_currencies").items()
    }


@cache
def users() -> Mapping[str, tuple[tuple[str, int, int], ...]]:
    """The territories that use or used a currency, with the years: `{"DEM": (("DE", 1948, 2002), …)}`."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for territory, spans in tenders().items():
        for code, start, end in spans:
            found.setdefault(code, []).append((territory, start, end))
    return {code: tuple(spans) for code, spans in found.items()}


@cache
def current_codes() -> frozenset[str]:
    """The currencies that are tender somewhere, as far as CLDR knows."""
    return frozenset(code for code, spans in users().items() if any(end == 9999 for _, _, end in spans))
