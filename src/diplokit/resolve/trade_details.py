"""What a trade figure says besides its amount: scope, commodity, change, ranking, how it is known, how long it covers."""

import re
from itertools import pairwise

from diplokit import CalendarDate, Change, Money, Percent, Ranking, Reading, Span
from diplokit.vocabulary import Basis, Direction, Frequency, Observation, RankingAmong, RankingRole, Scope

from .clauses import Sentence, words
from .trade_words import word_class

_ORDINALS = {
    word: number
    for number, listed in enumerate(
        (
            "first 1st top main leading number-one",
            "second 2nd",
            "third 3rd",
            "fourth 4th",
            "fifth 5th",
            "sixth 6th",
            "seventh 7th",
            "eighth 8th",
            "ninth 9th",
            "tenth 10th",
            "eleventh 11th",
            "twelfth 12th",
            "thirteenth 13th",
            "fourteenth 14th",
            "fifteenth 15th",
            "sixteenth 16th",
            "seventeenth 17th",
            "eighteenth 18th",
            "nineteenth 19th",
            "twentieth 20th",
        ),
        1,
    )
    for word in listed.split()
}
_ROLES = {
    "trading partner": RankingRole.TRADING_PARTNER,
    "trade partner": RankingRole.TRADING_PARTNER,
    "export market": RankingRole.EXPORT_DESTINATION,
    "export destination": RankingRole.EXPORT_DESTINATION,
    "source of imports": RankingRole.IMPORT_SOURCE,
    "import source": RankingRole.IMPORT_SOURCE,
    "supplier": RankingRole.IMPORT_SOURCE,
}
_RANKING = re.compile(
    r"(?:\b(?P<ordinal>[\w]+)[- ])?(?:largest|biggest|most important)?[- ]?(?:two-way )?(?:merchandise |overall )?"
    r"\b(?P<role>trading partner|trade partner|export market|export destination|source of imports|import source|supplier)\b(?P<rest>[^.;,]{0,40})"
)
_CHANGE = re.compile(
    r"(?:\b(?P<verb>up|down|rose|fell|grew|increased|decreased|declined|dropped|climbed|jumped|surged|soared|gained|expanded|narrowed|widened|shrank|"
    r"rising|falling|growing|increasing|slipped|plunged|tumbled|increase|rise|growth|decrease|fall|drop|decline|jump|gain)\b)(?:\s+(?:of|by|about|nearly|over|some|almost|an|a|average|around|more|than))*\s*\Z"
)
_MULTIPLES = {"doubled": "2", "tripled": "3", "trebled": "3", "quadrupled": "4", "twofold": "2", "threefold": "3"}
_BASIS = (
    (
        re.compile(
            r"year[- ]on[- ]year|year earlier|previous year|year before|year ago|last year|on[- ]year|corresponding period|same period|y-o-y|yoy"
        ),
        Basis.YEAR_ON_YEAR,
    ),
    (
        re.compile(r"month[- ]on[- ]month|previous month|month earlier|month before|m-o-m|last month"),
        Basis.MONTH_ON_MONTH,
    ),
    (re.compile(r"quarter[- ]on[- ]quarter|previous quarter|quarter earlier|last quarter"), Basis.QUARTER_ON_QUARTER),
    (re.compile(r"\bsince\b"), Basis.SINCE),
)
# What stands before "exports" without being what is exported.
_PLAIN = frozenset(
    [
        "total",
        "overall",
        "bilateral",
        "two-way",
        "annual",
        "combined",
        "monthly",
        "quarterly",
        "yearly",
        "mutual",
        "gross",
        "current",
        "its",
        "our",
        "their",
        "the",
        "and",
        "of",
        "in",
        "to",
        "merchandise",
        "goods",
        "services",
        "global",
        "world",
        "visible",
        "domestic",
        "major",
        "key",
        "main",
        "while",
        "but",
        "comprising",
        "including",
        "as",
        "with",
        "such",
        "record",
        "all",
        "where",
        "whose",
        "that",
        "higher",
        "lower",
        "new",
        "more",
        "of-which",
        "value",
        "foreign",
        "direct",
        "aggregate",
        "cumulative",
        "these",
        "those",
        "his",
        "her",
        "by",
        "for",
        "from",
        "on",
        "at",
        "is",
        "are",
        "were",
        "was",
        "has",
        "had",
        "which",
        "non-oil's",
        "both",
        "net",
    ]
)


def scope_of(sentence: Sentence, first: int, last: int, amount_end: int) -> Scope:
    """Whether a figure is of goods, of services, of both, as the words around it say."""
    near = sentence.words[max(first - 4, 0) : last + 6] + sentence.words[amount_end + 1 : amount_end + 9]
    goods = any(word in word_class("scope_goods") for word in near)
    services = any(word in word_class("scope_services") for word in near)
    if goods and services:
        return Scope.GOODS_AND_SERVICES
    if goods:
        return Scope.GOODS
    return Scope.SERVICES if services else Scope.UNSPECIFIED


def commodity_of(sentence: Sentence, kind: str, first: int, last: int, amount_end: int) -> Span | None:
    """What is traded: "exports of palm oil", "car exports"."""
    tokens = sentence.words
    if kind not in ("exports", "imports", "re_exports", "domestic_exports", "sold", "bought"):
        return None
    start = None
    for at in (last + 1, amount_end + 1):
        if at < len(tokens) and tokens[at] == "of":
            start = at + 1
        elif at + 1 < len(tokens) and tokens[at] == "worth" and tokens[at + 1] == "of":
            start = at + 2
        if start is not None:
            break
    if start is not None:
        end = start
        while end < len(tokens) and end - start < 8:
            word = tokens[end]
            if word in (
                "to",
                "from",
                "in",
                "for",
                "with",
                "were",
                "was",
                "worth",
                "valued",
                "reached",
                "rose",
                "fell",
                "totalled",
                "totaled",
                "last",
                "this",
                "amounted",
                "(",
                ";",
                ".",
                "a",
                "by",
                "-",
                "stood",
                "over",
                "during",
            ):
                break
            if word == "," and not any(w == "and" for w in tokens[end : end + 6]):
                break
            if any(char.isdigit() for char in word):
                break
            if sentence.actors[end] >= 0 and end == start:
                start = end + 1
            end += 1
        while end > start and tokens[end - 1] in (",", "and"):
            end -= 1
        if (
            end > start
            and not any(char.isdigit() for char in tokens[start])
            and tokens[start] not in _PLAIN
            and tokens[start]
            not in ("$", "us", "about", "around", "more", "over", "some", "nearly", "rm", "€", "£", "¥", "almost")
        ):
            return Span(sentence.starts[start], sentence.stop(end - 1))
        return None
    if kind in ("sold", "bought"):
        return None
    back = first - 1
    while (
        back >= 0
        and first - back <= 3
        and tokens[back] not in _PLAIN
        and sentence.actors[back] < 0
        and tokens[back][:1].isalpha()
        and tokens[back] != "'s"
        and (
            tokens[back] not in words().prepositions
            and tokens[back] not in words().adverbs
            and tokens[back] not in words().determiners
            and not tokens[back].endswith(("ed", "ing", "ly"))
            and tokens[back] not in words().times
            and tokens[back] not in words().speech
            and tokens[back] not in word_class("target")
            and tokens[back] not in word_class("up")
            and tokens[back] not in word_class("down")
        )
    ):
        back -= 1
    if back + 1 < first:
        return Span(sentence.starts[back + 1], sentence.stop(first - 1))
    return None


_GROW = frozenset({"increase", "expand", "grow", "elevate", "lift", "take", "raise", "double", "boost"})


def observation_of(
    sentence: Sentence, first: int, amount: int, *, base: bool, behind: int | None = None
) -> Observation:
    """Whether a figure was counted, estimated, expected or aimed at."""
    if base:
        return Observation.ACTUAL
    if behind is not None:
        first = behind + 8  # a second amount: what was said of the first one does not count
    around = sentence.words[max(first - 8, 0) : amount + 14]
    between = sentence.words[max(first - 8, 0) : amount]
    counted = {"was", "were", "reached", "totalled", "totaled", "stood", "amounted", "rose", "fell"} & set(
        sentence.words[first:amount]
    )
    if any(word in word_class("provisional") for word in around):
        return Observation.PROVISIONAL
    if counted and "target" not in around:
        return Observation.ESTIMATE if any(word in word_class("estimate") for word in between) else Observation.ACTUAL
    if any(word in ("target", "targets", "goal") for word in around):
        return Observation.TARGET
    expected = {
        "expected",
        "forecast",
        "projected",
        "predicted",
        "anticipated",
        "likely",
        "expects",
        "forecasts",
        "predicts",
    }
    if not expected.isdisjoint(between):
        return Observation.FORECAST
    aims = word_class("target")
    moved = any(word in word_class("up") or word in word_class("down") for word in between)
    if any(word in aims for word in between) or any(
        one == "to" and (two in _GROW or (two in ("reach", "achieve") and not moved)) for one, two in pairwise(between)
    ):
        return Observation.TARGET
    if any(word in word_class("forecast") for word in between):
        return Observation.FORECAST
    if any(word in word_class("estimate") for word in between):
        return Observation.ESTIMATE
    return Observation.ACTUAL


def frequency_of(
    period: CalendarDate | None, sentence: Sentence, where: Span | None, reading: Reading
) -> Frequency | None:
    """What length of time a period covers, by its EDTF form and the words that name it."""
    if period is None or period.edtf is None or period.start is None or period.end is None:
        if {"annually", "annual", "yearly"} & set(sentence.words):
            return Frequency.ANNUAL
        return None
    said = reading.document.folded[where.start : where.end] if where is not None else ""
    days = (period.end - period.start).days + 1
    if (
        "fiscal" in said
        or "financial year" in said
        or re.search(r"\d{4}[-/]\d{2,4}\Z", said)
        or ("/" in period.edtf and days >= 360 and len(period.edtf) == 9)
    ):
        return Frequency.FISCAL
    if (
        ("first" in said and "month" in said)
        or ("to date" in said)
        or (
            "/" in period.edtf
            and period.start.month == 1
            and period.start.day == 1
            and 31 < days < 360
            and "half" not in said
            and "quarter" not in said
        )
    ):
        return Frequency.YEAR_TO_DATE
    if 360 <= days <= 372:
        return Frequency.ANNUAL
    if 175 <= days <= 190:
        return Frequency.HALF
    if 85 <= days <= 95:
        return Frequency.QUARTER
    if 27 <= days <= 32:
        return Frequency.MONTH
    return Frequency.POINT if days == 1 else None


def change_of(reading: Reading, sentence: Sentence, measured: int, start: int, end: int) -> tuple[Change, Span] | None:
    """How the figure moved: "rose 12 per cent to …", "…, up 5 % from a year earlier", "doubled to …"."""
    folded = reading.document.folded
    first = sentence.stop(measured)
    limit = min(sentence.end, end + 110)
    if first >= limit:
        return None  # the word of trade is the last of its sentence
    for mention in reading.mentions.within(Span(first, limit)):
        if mention.kind not in ("percent", "money") or mention.start == start:
            continue
        moved = _CHANGE.search(folded, max(first, mention.start - 40), mention.start)
        if moved is None:
            continue
        if mention.start > end and any(
            mark in folded[end : mention.start] for mark in (" while ", " and exports", " and imports", ";")
        ):
            break
        if (
            mention.kind == "money"
            and mention.start > start
            and " to " not in folded[mention.end : mention.end + 6]
            and " from" not in folded[mention.end : mention.end + 6]
        ):
            continue
        direction = Direction.UP if moved["verb"] in word_class("up") else Direction.DOWN
        span = Span(moved.start("verb"), mention.end)
        if isinstance(mention.value, Percent):
            return Change(
                direction=direction, percent=mention.value.amount, basis=_basis(folded, mention.end, sentence.end)
            ), span
        if isinstance(mention.value, Money):
            return Change(
                direction=direction, amount=mention.value, basis=_basis(folded, mention.end, sentence.end)
            ), span
    for at in range(measured + 1, min(sentence.at(end) + 8, len(sentence.words))):
        multiple = _MULTIPLES.get(sentence.words[at])
        if multiple is not None:
            from decimal import Decimal

            span = Span(sentence.starts[at], sentence.stop(at))
            return Change(
                direction=Direction.UP, multiple=Decimal(multiple), basis=_basis(folded, span.end, sentence.end)
            ), span
    return None


def _basis(folded: str, start: int, end: int) -> Basis | None:
    window = folded[start : min(start + 80, end)]
    best: tuple[int, Basis] | None = None
    for pattern, basis in _BASIS:
        match = pattern.search(window)
        if match is not None and (best is None or match.start() < best[0]):
            best = (match.start(), basis)
    return best[1] if best else None


def ranking_of(sentence: Sentence) -> tuple[Ranking, Span] | None:
    """As in "third-largest trading partner in ASEAN"."""
    if {"partner", "market", "destination", "supplier", "source"}.isdisjoint(sentence.words):
        return None
    text = sentence.folded
    for match in _RANKING.finditer(text):
        ordinal = match["ordinal"] or ""
        number = _ORDINALS.get(ordinal)
        if number is None:
            if "largest" not in match.group() and "biggest" not in match.group():
                continue
            number = 1
        rest = match["rest"]
        among = RankingAmong.WORLD
        if re.match(
            r" (?:in|within|among) (?:the )?(?:asean|eu\b|european union|african union|mercosur|gcc|opec|commonwealth|apec|bloc|brics)",
            rest,
        ):
            among = RankingAmong.BLOC
        elif re.match(
            r" (?:in|within) (?:the )?(?:\w+ ){0,2}(?:asia|africa|europe|america|region|middle east|pacific|oceania|caribbean|gulf)",
            rest,
        ):
            among = RankingAmong.REGION
        span = Span(sentence.start + match.start(), sentence.start + match.end("role"))
        return Ranking(ordinal=number, role=_ROLES[match["role"]], among=among), span
    return None
