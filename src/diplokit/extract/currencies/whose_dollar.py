"""Whose dollar the bare word or sign is: what an English text tells of where it was written."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from diplokit.vocabulary import Confidence

from .currency_words import tenders

# States whose own press and ministries write the bare "$" for their dollar. (Taiwan's and Zimbabwe's do not.)
_AT_HOME = ("AU", "CA", "NZ", "SG", "HK", "JM", "TT", "BB", "BS", "BZ", "GY", "FJ", "BN")


def whose_dollar(
    text: str, mentions: Callable[[str], int], stems: Mapping[str, tuple[str, ...]], dateline: Callable[[], str] = str
) -> tuple[str, Confidence]:
    """Whose dollar the bare word is: that of the country in which the text was written, as far as it tells.

    Newsrooms and ministries of some states write "$" for their own dollar; everyone else for that of the
    United States. A text of such a state names it more often than any other, and first.

    Args:
        text: The folded text.
        mentions: How often it names a state.
        stems: The beginnings of words by which a state is known; the name of the state is the first.
        dateline: Tells the state in which the text says that it was written; empty if it does not say.

    Returns:
        The currency, and how sure that is.
    """
    if _from_agency(text[:500]) or _from_agency(text[-300:]):
        return "USD", Confidence.LIKELY
    counts = {state: mentions(state) for state in _AT_HOME}
    most = max(counts.values())
    home = {s: n + _at_home(text, stems[s]) for s, n in counts.items() if n and n >= 0.4 * most}
    state = max(sorted(home), key=lambda s: home[s], default=_AT_HOME[0])
    count, american = counts[state], mentions("US")
    if count < 2:
        return "USD", Confidence.LIKELY
    written = dateline()
    if written and written not in _AT_HOME and mentions(written) >= count:
        return "USD", Confidence.LIKELY
    code = next(code for code, _, end in tenders()[state] if end == 9999)
    if _converted(text):
        return "USD", Confidence.LIKELY
    if any(mark in text for mark in _ELSEWHERE):
        return "USD", Confidence.POSSIBLE
    # To ask for the spelling takes long: only where it can decide.
    if american and _american(text) > _british(text):
        return "USD", Confidence.LIKELY
    own = any(mark in text for mark in _OWN_MARKS.get(code, ()))
    leads = _leads(text, stems[state])
    score = 2 * leads if leads > 0 else leads
    if count > american:
        score += 1 if count < 2 * american else 2
    elif count < american or leads <= 0:
        score -= 3
    score += 2 * any(mark in text for mark in ("us$", "$us", "u.s.$")) + own
    if score == 2 and not american and _giving(stems[state][0]).search(text):
        score += 1
    if _is_statement(text):
        score += 2
    # To count every state of the world takes longer than all the rest: only where it can decide.
    elif 2 <= score <= 4:
        rival = max(text.count(stems[0]) for other, stems in stems.items() if other not in (state, "US"))
        score += 1 if count >= rival else -2 if count < 0.6 * rival else 0
    if score < 3 or (not american and _american(text) > _british(text)):
        return "USD", Confidence.POSSIBLE
    return code, Confidence.LIKELY


@cache
def _giving(name: str) -> re.Pattern[str]:
    """A state that gives, as its own ministries say it: "Australia will provide a further $500,000"."""
    return re.compile(
        rf"{re.escape(name)} (?:will|is|has) (?:provid|contribut|giv|commit|spend|grant|donat|pledg)[^.]{{0,60}}\$"
    )


# A newsroom that counts in these writes the dollar of the United States as "$".
_ELSEWHERE = (" crore", " lakh", "₹", "₱", " ringgit", " rupiah", " naira", " taka", "(rm", " rm1", " rm2", " rm5")

_OWN_MARKS = {
    "AUD": ("a$", "$a"), "CAD": ("c$", "cdn"), "NZD": ("nz$", "$nz"), "SGD": ("s$",), "HKD": ("hk$",), "JMD": ("j$",),
    "TTD": ("tt$",), "BBD": ("bds$",), "FJD": ("f$", "fj$"), "BND": ("b$",),
}  # fmt: skip


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
    first = sum(len(_leading(name).findall(text)) for name in names[:2])
    second = sum(text.count(before + name) for name in names[:2] for before in (" and ", "-"))
    return (first > second) - (first < second)


@cache
def _leading(name: str) -> re.Pattern[str]:
    """A name, or a word that begins with it, before "and" or a hyphen."""
    return re.compile(rf"{re.escape(name)}[^\W\d_]{{0,3}}+(?: and |-)")
