"""How a trade figure moved, and what it makes one side to the other: its change and its ranking."""

import re
from decimal import Decimal

from diplokit import Change, Money, Percent, Ranking, Reading, Span
from diplokit.resolve.clauses import Sentence
from diplokit.vocabulary import Basis, Direction, RankingAmong, RankingRole

from .words import word_class

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
    rf"(?:\b(?P<ordinal>{'|'.join(_ORDINALS)})[- ](?:largest|biggest|most important)?|\b(?:largest|biggest|most important))[- ]?"
    r"(?:[\w.]+ )?(?:two-way )?(?:merchandise |overall )?"
    r"\b(?P<role>trading partner|trade partner|export market|export destination|source of imports|import source|supplier)\b(?P<rest>[^.;,]{0,40})"
)
_CHANGE = re.compile(
    r"(?:\b(?P<verb>up|down|rose|fell|grew|increased|decreased|declined|dropped|climbed|jumped|surged|soared|gained|expanded|narrowed|widened|shrank|"
    r"leaped|leapt|contracted|rising|falling|growing|increasing|slipped|plunged|tumbled|increase|rise|growth|decrease|fall|drop|decline|jump|gain)\b)(?:\s+(?:of|by|about|nearly|over|some|almost|an|a|average|around|more|than))*\s*\Z"
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
