"""Which of several currencies a word means: whose dollar, whose rupee, the old or the new lira.

The text decides where it can: by the territory of its locale, by the states that it names, by the year beside the
amount, and by how it writes other currencies. What is left falls to the likeliest, with less confidence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from diplokit import Document, fold
from diplokit.tables import table

from .currency_words import tenders, users

_READ = 20_000  # characters of a long document that are searched for states: more would cost, and tell no more
_NEAR = 120  # characters beside an amount in which a year tells of when it is

# States whose own press and ministries write the bare "$" for their dollar. (Taiwan's and Zimbabwe's do not.)
_AT_HOME = ("AU", "CA", "NZ", "SG", "HK", "JM", "TT", "BB", "BS", "BZ", "GY", "FJ", "BN")


class Tender:
    """What one document tells about its currencies; asked only where a word leaves it open."""

    def __init__(self, document: Document) -> None:
        self._folded = document.folded[:_READ]
        self._whole = document.folded
        self._document = document
        self._territory = document.locale.rpartition("_")[2] if "_" in document.locale else ""
        self._counts: dict[str, int] = {}
        self._dollar: tuple[str, str] | None = None

    def choose(self, currencies: Sequence[str], at: int, symbol: bool) -> tuple[str, str]:
        """One of several currencies, and how sure that is (`certain`, `likely`, `possible`).

        Args:
            currencies: ISO 4217 codes, the likeliest first.
            at: Where the amount stands.
            symbol: Whether a sign is written, which means its first meaning more often than a name does.
        """
        if len(currencies) == 1:
            return currencies[0], "certain"
        home = [code for code, _, _ in tenders().get(self._territory, ()) if code in currencies]
        if home:
            return self._by_year(home, at), "certain"
        if _one_state(tuple(currencies)):
            return self._by_year(currencies, at), "certain"
        if "USD" in currencies and "AUD" in currencies:
            if not self._document.locale.startswith("en"):
                return currencies[0], "likely"
            if self._dollar is None:
                self._dollar = self._whose_dollar()
            return self._dollar
        by_state: dict[str, list[str]] = {}
        for code in currencies:
            for state, _, _ in users().get(code, ()):
                by_state.setdefault(state, []).append(code)
        first = {state for state, _, _ in users().get(currencies[0], ())}
        near = {state: self._mentioned_before(state, at) for state in by_state}
        nearest = max(near.values(), default=0)
        scores = {state: self.mentions(state) + (4 if near[state] == nearest and nearest else 0) for state in by_state}
        best = max(sorted(scores), key=lambda state: (scores[state], state in first), default="")
        if not best or not scores[best]:
            same = [code for code in currencies if any(state in first for state, _, _ in users().get(code, ()))]
            year = self._year(at)
            if year and year < min((start for _, start, _ in users().get(currencies[0], ())), default=0):
                same = list(currencies)  # an old text: the rouble of 1985 was another
            return self._by_year(same or currencies, at), "likely" if symbol else "possible"
        if (
            symbol
            and best not in first
            and scores[best] < 3 + 2 * max((scores[s] for s in first & set(scores)), default=0)
        ):
            return currencies[0], "likely"
        own = [code for code in by_state[best] if code.startswith(best)]
        return self._by_year(own or by_state[best], at), "likely"

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
            count = self._counts[state] = sum(
                _count(self._folded, stem) for stem in _stems(self._document.locale).get(state, ())
            )
        return count

    def _mentioned_before(self, state: str, at: int) -> int:
        """Where a state is last named shortly before an amount, or shortly after it; 0 if it is not."""
        start = max(at - _NEAR, 0)
        last = max(
            (self._whole.rfind(stem, start, at) for stem in _stems(self._document.locale).get(state, ())), default=-1
        )
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
        if self._document.published is not None:
            return self._document.published.year
        return self._first_year

    @cached_property
    def _first_year(self) -> int | None:
        match = _years().search(self._folded)
        return int(match[0]) if match else None

    def _whose_dollar(self) -> tuple[str, str]:
        """Whose dollar the bare word is: that of the country in which the text was written, as far as it tells.

        Newsrooms and ministries of some states write "$" for their own dollar; everyone else for that of the
        United States. A text of such a state names it more often than any other, and first.
        """
        text = self._folded
        if _from_agency(text[:500]) or _from_agency(text[-300:]):
            return "USD", "likely"
        counts = {state: self.mentions(state) for state in _AT_HOME}
        most = max(counts.values())
        home = {s: n + _at_home(text, _stems("en")[s]) for s, n in counts.items() if n and n >= 0.4 * most}
        state = max(sorted(home), key=lambda s: home[s], default=_AT_HOME[0])
        count, american = counts[state], self.mentions("US")
        if count < 2:
            return "USD", "likely"
        code = next(code for code, _, end in tenders()[state] if end == 9999)
        if _converted(text):
            return "USD", "likely"
        if any(mark in text for mark in _ELSEWHERE):
            return "USD", "possible"
        # To ask for the spelling takes long: only where it can decide.
        if american and _american(text) > _british(text):
            return "USD", "likely"
        own = any(mark in text for mark in _OWN_MARKS.get(code, ()))
        leads = _leads(text, _stems("en")[state])
        score = 2 * leads if leads > 0 else leads
        if count > american:
            score += 1 if count < 2 * american else 2
        elif count < american or leads <= 0:
            score -= 3
        score += 2 * any(mark in text for mark in ("us$", "$us", "u.s.$")) + own
        if _is_statement(text):
            score += 2
        # To count every state of the world takes longer than all the rest: only where it can decide.
        elif 2 <= score <= 4:
            rival = max(text.count(stems[0]) for other, stems in _stems("en").items() if other not in (state, "US"))
            score += 1 if count >= rival else -2 if count < 0.6 * rival else 0
        if score < 3 or (not american and _american(text) > _british(text)):
            return "USD", "possible"
        return code, "likely"


# A newsroom that counts in these writes the dollar of the United States as "$".
_ELSEWHERE = (" crore", " lakh", "₹", "₱", " ringgit", " rupiah", " naira", " taka", "(rm", " rm1", " rm2", " rm5")

_OWN_MARKS = {
    "AUD": ("a$", "$a"), "CAD": ("c$", "cdn"), "NZD": ("nz$", "$nz"), "SGD": ("s$",), "HKD": ("hk$",), "JMD": ("j$",),
    "TTD": ("tt$",), "BBD": ("bds$",), "FJD": ("f$", "fj$"), "BND": ("b$",),
}  # fmt: skip


@cache
def _one_state(currencies: tuple[str, ...]) -> bool:
    """Whether all are the money of one state, before and after its reforms."""
    return bool(set.intersection(*({state for state, _, _ in users().get(code, ())} for code in currencies)))


def _count(text: str, stem: str) -> int:
    """How often a stem begins a word."""
    if stem not in text:
        return 0
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
def _years() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,$€£/])(?:19[2-9]|20[0-4])\d(?![\d/]|[.,]\d)")


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(
        r"(?:xinhua|reuters?|ap|afp|yonhap|kyodo|bernama|upi|dpa|efe|ansa|tass|itar-tass|interfax|pti|ani|ians|app|"
        r"antara|vna|mena|wam|spa|kuna|irna|pna|anadolu|aa|bloomberg|jiji|cns|lusa|prensa latina|telam|notimex)\)"
    )


_AGENCIES = ("xinhua", "yonhap", "kyodo", "jiji", "vnexpress")


def _from_agency(text: str) -> bool:
    """Whether the head or the foot of a text names an agency that counts in dollars of the United States."""
    at = text.find("(")
    while at >= 0:
        if _agency().match(text, at + 1):
            return True
        at = text.find("(", at + 1)
    return "copyright reuters" in text or any(
        f"{before}{name}{after}" in f" {text}"
        for name in _AGENCIES
        if name in text
        for before in " /"
        for after in " ,."
    )


@cache
def _foreign_amount() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:[a-z]{1,3}\$|[€£¥₹₱₩]|\b(?:rm|rs\.?|rp|[a-z]{3}) ?)\d[\d.,]*[^()\d$]{0,24}"
        r"|(?:yuan|yen|won|baht|rupees|ringgit|rupiah|pesos|euros|pounds|rand|naira|"
        r"(?:australian|canadian|singapore|hong kong|new zealand) dollars)) $"
    )


def _converted(text: str) -> bool:
    """Whether dollars stand in brackets after an amount in another currency: "RM5 billion ($1.2 billion)"."""
    at = text.find("$")
    while at >= 0:
        bracket = text.rfind("(", max(at - 16, 0), at)
        if bracket >= 0 and not any(char.isdigit() or char == ")" for char in text[bracket:at]):
            before = text[max(bracket - 50, 0) : bracket]
            if text[at - 1] in "( " and "us$" not in before[-30:] and _foreign_amount().search(before):
                return True
        at = text.find("$", at + 1)
    return False


def _is_statement(text: str) -> bool:
    """Whether somebody speaks in the text itself, outside quotation marks."""
    spoken = " ".join(text.split('"')[::2])
    return sum(spoken.count(word) for word in (" i ", " my ", " our ", " we ")) >= 2


# Spellings of the United States and of Britain; "program" and "labor" are also Australian.
_SPELLINGS = (
    ("defense", "defence"), ("laborers", "labour"), ("center", "centre"), ("organization", "organisation"),
    ("recogniz", "recognis"), ("favor", "favour"), ("honor", "honour"), ("liberaliz", "liberalis"),
    ("moderniz", "modernis"), ("neighbor", "neighbour"), ("fulfill ", "fulfil "), ("percent", "per cent"),
    ("totaled", "totalled"), ("totaling", "totalling"), ("traveled", "travelled"), ("utiliz", "utilis"),
    ("realiz", "realis"), ("finaliz", "finalis"), ("prioritiz", "prioritis"), ("mobiliz", "mobilis"),
    ("emphasize", "emphasise"), ("catalyz", "catalys"), ("strategiz", "programme"), ("endeavor", "endeavour"),
)  # fmt: skip


def _american(text: str) -> int:
    return sum(spelling in text for spelling, _ in _SPELLINGS)


def _british(text: str) -> int:
    return sum(spelling in text for _, spelling in _SPELLINGS)


_AWAY = (
    "visit ",
    "visited ",
    "visiting ",
    "visit to ",
    "visits ",
    "travel to ",
    "trip to ",
    "with ",
    "between ",
    "welcome ",
)


def _at_home(text: str, names: tuple[str, ...]) -> int:
    """How much the text looks at a state from inside (above zero) or as somewhere to go (below)."""
    away = sum(
        text[:at].endswith(_AWAY) if at < 20 else text[at - 20 : at].endswith(_AWAY) for at in _places(text, names[0])
    )
    return 2 * _leads(text, names) - 2 * away


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _leads(text: str, names: tuple[str, ...]) -> int:
    """Whether a state is named first where it is named with another: "Australia and Japan", "Australia-Japan"."""
    first = second = 0
    for name in names[:2]:
        for at in _places(text, name):
            end = at + len(name)
            while end - at - len(name) < 3 and text[end : end + 1].isalpha():
                end += 1
            first += text.startswith((" and ", "-"), end)
            second += text[max(at - 5, 0) : at].endswith((" and ", "-"))
    return (first > second) - (first < second)
