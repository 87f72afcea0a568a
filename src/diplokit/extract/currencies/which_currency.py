"""Which of several currencies a word means: whose dollar, whose rupee, the old or the new lira.

The text decides where it can: by the territory of its locale, by the states that it names, by the year beside the
amount, and by how it writes other currencies. What is left falls to the likeliest, with less confidence.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property

from diplokit import Document, fold
from diplokit.tables import table
from diplokit.vocabulary import Confidence

from .currency_words import tenders, users
from .whose_dollar import whose_dollar

_READ = 20_000  # characters of a long document that are searched for states: more would cost, and tell no more
_NEAR = 120  # characters beside an amount in which a year tells of when it is
# Of signs that many states share, those that each state's own press writes for its own money: rupees, crowns, kwachas.
_SAID_AT_HOME = frozenset("INR SEK ZMW KES AED".split())
_WITH_WHOM = ("from ", "to ", "with ")
_AFTER_CITY = frozenset(":-\u2013\u2014()")
_OF_INDIA = ("(PTI)", "(ANI)", "(IANS)", "(UNI)")  # agencies that count in rupees of India, wherever they write


class Tender:
    """What one document tells about its currencies; asked only where a word leaves it open."""

    def __init__(self, document: Document) -> None:
        self._folded = document.folded[:_READ]
        self._whole = document.folded
        self._document = document
        self._territory = document.locale.rpartition("_")[2] if "_" in document.locale else ""
        self._counts: dict[str, int] = {}
        self._named: dict[str, bool] = {}
        self._dollar: tuple[str, Confidence] | None = None
        self._chosen: tuple[Sequence[str], int, tuple[str, Confidence]] = ((), 0, ("", Confidence.POSSIBLE))

    def choose(self, currencies: Sequence[str], at: int, symbol: bool) -> tuple[str, Confidence]:
        """One of several currencies, and how sure that is (`certain`, `likely`, `possible`).

        Args:
            currencies: ISO 4217 codes, the likeliest first.
            at: Where the amount stands.
            symbol: Whether a sign is written, which means its first meaning more often than a name does.
        """
        if len(currencies) == 1:
            return currencies[0], Confidence.CERTAIN
        home = [code for code, _, _ in tenders().get(self._territory, ()) if code in currencies]
        if home:
            return self._by_year(home, at), Confidence.CERTAIN
        if _one_state(tuple(currencies)):
            return self._by_year(currencies, at), Confidence.CERTAIN
        if "USD" in currencies and "AUD" in currencies:
            if not self._document.locale.startswith("en"):
                return currencies[0], Confidence.LIKELY
            if self._dollar is None:
                self._dollar = whose_dollar(self._folded, self.mentions, _stems("en"), lambda: self._dateline)
            return self._dollar
        said, there, chosen = self._chosen
        if (
            said != currencies
            or at - there > 2 * _NEAR
            or ". " in self._whole[there:at]
            or self._turns(currencies, there, at)
        ):
            chosen = self._of_state(currencies, at, symbol)  # else the word means in a sentence what it meant before
        self._chosen = (currencies, at, chosen)
        return chosen

    def _turns(self, currencies: Sequence[str], start: int, end: int) -> bool:
        """Whether a sentence goes on to a state that uses one of some currencies; "from India" tells only with whom."""
        stems = _stems(self._document.locale)
        for state in _states(tuple(currencies))[0]:
            for stem in stems.get(state, ()) if self._names(state) else ():
                found = self._whole.find(stem, start, end)
                if found >= 0 and not self._whole.endswith(_WITH_WHOM, 0, found):
                    return True
        return False

    def _of_state(self, currencies: Sequence[str], at: int, symbol: bool) -> tuple[str, Confidence]:
        """The one of the state that the text speaks of."""
        by_state, first = _states(tuple(currencies))
        if currencies[0] in _SAID_AT_HOME and (state := self._dateline) in by_state:
            own = [code for code in by_state[state] if code.startswith(state)]
            return self._by_year(own or by_state[state], at), Confidence.LIKELY
        named = [state for state in by_state if self._names(state)]
        if not named:
            return self._likeliest(currencies, at), Confidence.LIKELY if symbol else Confidence.POSSIBLE
        near = {state: self._mentioned_before(state, at) for state in named}
        nearest = max(near.values(), default=0)
        scores = {state: self.mentions(state) + (4 if near[state] == nearest and nearest else 0) for state in named}
        if not symbol and self._dateline in scores:
            scores[self._dateline] += 3 if currencies[0] == "GBP" else 6
        stems = _stems(self._document.locale)  # on a draw "South Sudan" before "Sudan"
        best = max(sorted(scores), key=lambda state: (scores[state], state in first, len(stems[state][0])), default="")
        if not best or not scores[best]:
            return self._likeliest(currencies, at), Confidence.LIKELY if symbol else Confidence.POSSIBLE
        if (
            symbol
            and best not in first
            and (currencies[0] not in _SAID_AT_HOME or any(self.mentions(state) for state in first))
            and scores[best] < 3 + 2 * max((scores[s] for s in first & set(scores)), default=0)
        ):
            return currencies[0], Confidence.LIKELY
        own = [code for code in by_state[best] if code.startswith(best)]
        begins = min((start for code in own for _, start, _ in users().get(code, ())), default=0)
        if begins and self._is_before(at, begins - 3):
            own = list(currencies)  # Moscow in 1985: not the rouble of Russia, but that of the union before
        return self._by_year(own or by_state[best], at), Confidence.LIKELY

    @cached_property
    def _dateline(self) -> str:
        """The state in one of whose cities the text says that it was written: "KATHMANDU, Dec 20 -"."""
        head = self._document.text[:400]
        if any(agency in head for agency in _OF_INDIA):
            return "IN"
        if head.isupper():
            return ""
        found = [
            (at, state)
            for city, state in _cities(self._document.locale)
            if city in head and not _AFTER_CITY.isdisjoint(head[(at := head.index(city)) : at + 60])
        ]
        return min(found)[1] if found else ""

    def _likeliest(self, currencies: Sequence[str], at: int) -> str:
        """The first of some currencies, or the one that its state had in the year of the amount."""
        same, begins = _of_first(tuple(currencies))
        if len(same) < len(currencies) and self._is_before(at, begins):
            same = currencies  # an old text: the rouble of 1985 was another
        return self._by_year(same, at)

    def speaks_of(self, currencies: Iterable[str]) -> bool:
        """Whether the document names a state that uses one of the currencies, or is written in one."""
        return any(
            state == self._territory or self.mentions(state)
            for code in currencies
            for state, _, _ in users().get(code, ())
        )

    def mentions(self, state: str) -> int:
        """How often the text names a state or its people."""
        count = self._counts.get(state)
        if count is None:
            count = 0
            for stem in _stems(self._document.locale).get(state, ()):
                if stem in self._folded:
                    count += _count(self._folded, stem)
            self._counts[state] = count
        return count

    def _names(self, state: str) -> bool:
        """Whether the text holds a name of a state at all, if only inside other words."""
        named = self._named.get(state)
        if named is None:
            stems = _stems(self._document.locale).get(state, ())
            named = self._named[state] = any(stem in self._whole for stem in stems)
        return named

    def _mentioned_before(self, state: str, at: int) -> int:
        """Where a state is last named shortly before an amount, or shortly after it; 0 if it is not."""
        start = max(at - _NEAR, 0)
        last = -1
        for stem in _stems(self._document.locale).get(state, ()):
            found = self._whole.rfind(stem, start, at)
            if found >= 0 and self._whole.endswith(_WITH_WHOM, 0, found):
                found = self._whole.rfind(stem, start, found)  # "to Uganda": that is another's money
            last = max(last, found + len(stem) if found >= 0 else -1)
        return last + 1

    def _by_year(self, currencies: Sequence[str], at: int) -> str:
        """The one of a state's currencies that was tender in the year of the amount."""
        if len(currencies) == 1:
            return currencies[0]
        year = self._year(at)
        if year is None:
            return currencies[0]
        spans = [(code, start, end) for code in currencies for _, start, end in users().get(code, ())]
        for slack in (0, 1, 3):
            fit = [code for code, start, end in spans if start - slack <= year <= end + slack]
            if fit:
                return min(fit, key=currencies.index)
        return currencies[0]

    def _year(self, at: int) -> int | None:
        """The year of an amount: one that stands beside it, that of publication, or the first in the text."""
        start = max(at - _NEAR, 0)
        nearby = [
            (abs(start + match.start() - at), int(match[0]))
            for match in _years().finditer(self._whole, start, at + _NEAR)
        ]
        if nearby:
            return min(nearby)[1]
        return self._year_of_text

    def _is_before(self, at: int, year: int) -> bool:
        """Whether an amount is of a time before a year."""
        if self._whole.find("19", max(at - _NEAR, 0), at + _NEAR) < 0 and 0 < year <= 2000:
            known = self._year_of_text
            if not known or known >= year:
                return False
        return (self._year(at) or year) < year

    @cached_property
    def _year_of_text(self) -> int | None:
        """The year of publication, or the first in the text."""
        if self._document.published is not None:
            return self._document.published.year
        match = _years().search(self._folded)
        return int(match[0]) if match else None


@cache
def _states(currencies: tuple[str, ...]) -> tuple[Mapping[str, Sequence[str]], AbstractSet[str]]:
    """The states that use or used some currencies, with those each used; and the states of the first currency."""
    by_state: dict[str, list[str]] = {}
    for code in currencies:
        for state, _, _ in users().get(code, ()):
            by_state.setdefault(state, []).append(code)
    return by_state, {state for state, _, _ in users().get(currencies[0], ())}


@cache
def _of_first(currencies: tuple[str, ...]) -> tuple[Sequence[str], int]:
    """Those of some currencies that states of the first one use or used, and the year in which the first began."""
    _, first = _states(currencies)
    same = [code for code in currencies if any(state in first for state, _, _ in users().get(code, ()))]
    return same or currencies, min((start for _, start, _ in users().get(currencies[0], ())), default=0)


@cache
def _one_state(currencies: tuple[str, ...]) -> bool:
    """Whether all are the money of one state, before and after its reforms."""
    return bool(set.intersection(*({state for state, _, _ in users().get(code, ())} for code in currencies)))


def _count(text: str, stem: str) -> int:
    """How often a stem begins a word."""
    count, at = 0, text.find(stem)
    while at >= 0 and count < 60:
        if at == 0 or not text[at - 1].isalnum():
            count += 1
        at = text.find(stem, at + len(stem))
    return count


@cache
def _stems(locale: str) -> dict[str, tuple[str, ...]]:
    """By which beginnings of words a state is known in a text: its own table in English, the names of CLDR elsewhere."""
    language = locale.partition("_")[0]
    if language == "en":
        return {
            row["territory"]: tuple(name for name in row["names"].split("|") if name)
            for row in table("en/currency_states.tsv")
        }
    from babel.core import Locale  # not on import

    names = {code: fold(str(name)) for code, name in Locale.parse(locale).territories.items() if len(code) == 2}
    return {code: (name[:-2] if len(name) > 6 else name,) for code, name in names.items() if name}


@cache
def _cities(locale: str) -> Sequence[tuple[str, str]]:
    """The names by which states are known, in capitals as in a dateline, and the states."""
    return [(stem.upper(), state) for state, stems in _stems(locale).items() for stem in stems if len(stem) > 3]


@cache
def _years() -> re.Pattern[str]:
    # One class in front, which the engine searches for several times faster, and then the look behind it.
    return re.compile(r"(?:[12])(?<![\d.,$€£/].)(?:(?<=1)9[2-9]|(?<=2)0[0-4])\d(?![\d/]|[.,]\d)")
