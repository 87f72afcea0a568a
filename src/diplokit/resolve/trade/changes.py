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
    "export partner": RankingRole.EXPORT_DESTINATION,
    "buyer": RankingRole.EXPORT_DESTINATION,
    "source of imports": RankingRole.IMPORT_SOURCE,
    "import source": RankingRole.IMPORT_SOURCE,
    "import origin": RankingRole.IMPORT_SOURCE,
    "import partner": RankingRole.IMPORT_SOURCE,
    "import supplier": RankingRole.IMPORT_SOURCE,
    "supplier": RankingRole.IMPORT_SOURCE,
}
_RANKING = re.compile(
    rf"(?:\b(?P<ordinal>{'|'.join(_ORDINALS)})[- ](?:largest|biggest|most important)?|\b(?:largest|biggest|most important))[- ]?"
    r"(?:[\w.]+ )?(?:two-way )?(?:merchandise |overall )?"
    rf"\b(?P<role>{'|'.join(_ROLES)})\b(?P<rest>[^.;,]{{0,70}})"
)
# "in ASEAN", "among the members of the Southern Common Market"; "in the Arab world", "in sub-Saharan Africa".
_IN = r"(?: of [a-z ]{2,30})? (?:in|within|among|inside) (?:the )?(?:(?:members|member states|states|countries) of (?:the )?)?"
_OF_BLOC = re.compile(
    rf"{_IN}(?:asean|association of southeast asian|eu\b|e\.u\.|european (?:union|community|economic community|free trade|communities)|eec\b|efta|euro ?zone|euro area|"
    r"african union|mercosur|southern common market|gcc|gulf cooperation|opec|commonwealth|apec|asia-pacific economic|bloc|brics|east african community|eac\b|ecowas|"
    r"economic community of|sadc|southern african development|comesa|caricom|caribbean community|nafta|usmca|cis\b|eurasian|eaeu|saarc|south asian association|rcep|"
    r"andean|pacific alliance|comecon|oecd|g-?(?:7|8|20)\b|arab league|league of arab|visegrad|benelux|southern african customs)"
)
_OF_REGION = re.compile(
    rf"{_IN}(?:[\w-]+ ){{0,2}}?(?:asia|africa|europe|america|americas|region|middle east|pacific|oceania|caribbean|gulf|arab world|balkans|maghreb|levant|hemisphere|continent|"
    r"far east|scandinavia|baltics|caucasus|nordic countries|baltic states|subcontinent|arab countries|arab states)\b"
)
_CHANGE = re.compile(
    r"(?:\b(?P<verb>up|down|rose|fell|grew|increased|decreased|declined|dropped|climbed|jumped|surged|soared|gained|expanded|narrowed|widened|shrank|"
    r"leaped|leapt|contracted|rising|falling|growing|increasing|slipped|plunged|tumbled|risen|grown|fallen|shrunk|sunk|dipped|eased|slid|halved|slumped|swelled|rebounded|advanced|increase|rise|growth|decrease|fall|drop|decline|jump|gain)\b)(?:\s+(?:of|by|about|nearly|over|some|almost|an|a|average|around|more|than))*\s*\Z"
)
_MULTIPLES = {
    "halved": "0.5",
    "doubled": "2",
    "tripled": "3",
    "trebled": "3",
    "quadrupled": "4",
    "twofold": "2",
    "threefold": "3",
}
_BASIS = (
    (
        re.compile(
            r"year[- ]on[- ]year|year earlier|previous year|year before|year ago|last year|on[- ]year|corresponding period|same period|y-o-y|yoy"
        ),
        Basis.YEAR_ON_YEAR,
    ),
    (
        re.compile(
            r"month[- ](?:on|over)[- ]month|(?:previous|preceding|prior) month\b|month earlier|month before|m-o-m|m/m|\bmom\b|last month|on the month|"
            r"(?:from|over|against|than in|compared (?:with|to)) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?! \d{4}| (?:last|the previous) year| a year)"
        ),
        Basis.MONTH_ON_MONTH,
    ),
    (
        re.compile(
            r"quarter[- ](?:on|over)[- ]quarter|(?:previous|preceding|prior) quarter|quarter earlier|quarter before|last quarter|q-o-q|q/q|\bqoq\b|on the quarter|"
            r"(?:from|over|against|than in|compared (?:with|to)) the (?:first|second|third|fourth|final) quarter\b(?! (?:of )?(?:\d{4}|last|the previous|a year))"
        ),
        Basis.QUARTER_ON_QUARTER,
    ),
    (re.compile(r"\bsince\b"), Basis.SINCE),
)
_YEAR_AGAINST = re.compile(
    r"(?:from|over|on|against|than in|compared (?:with|to)) (?P<year>(?:19|20)\d\d)\b(?! (?:to|till|until) (?:19|20)\d\d\b|[-/])"
)
_UNCHANGED = re.compile(
    r"\b(?:was|were|is|are|remained|remain|remains|stayed|held|kept|stood|been|left|ended)\s+"
    r"((?:largely |virtually |almost |basically |broadly |more or less |roughly |nearly )?"
    r"(?:unchanged|flat|steady|stable|level|constant|static|stagnant|little changed|the same))\b|\b(stagnated)\b"
)
_UNCHANGED_AFTER = re.compile(r"[^;.\d]{0,24}?,? ((?:largely |virtually |almost |broadly )?unchanged)\b")


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
                direction=Direction.DOWN if multiple == "0.5" else Direction.UP,
                multiple=Decimal(multiple),
                basis=_basis(folded, span.end, sentence.end),
            ), span
    kept = _UNCHANGED.search(folded, first, start) or _UNCHANGED_AFTER.match(folded, end, limit)
    if kept is not None:
        basis = _basis(folded, kept.end(), sentence.end)
        return Change(direction=Direction.UNCHANGED, basis=basis), Span(
            kept.start(kept.lastindex or 0), kept.end(kept.lastindex or 0)
        )
    return None


def _basis(folded: str, start: int, end: int) -> Basis | None:
    """Against what a change is measured that stands before an offset."""
    window = folded[start : min(start + 80, end)]
    best: tuple[int, Basis] | None = None
    for pattern, basis in _BASIS:
        match = pattern.search(window)
        if match is not None and (best is None or match.start() < best[0]):
            best = (match.start(), basis)
    against = _YEAR_AGAINST.search(window)
    if against is not None and (best is None or against.start() < best[0]):
        later = str(int(against["year"]) + 1)
        return Basis.YEAR_ON_YEAR if later in folded[max(start - 200, 0) : end] else Basis.SINCE
    return best[1] if best else None


def ranking_of(sentence: Sentence) -> tuple[Ranking, Span] | None:
    """As in "third-largest trading partner in ASEAN"."""
    if {"partner", "market", "destination", "supplier", "source", "origin", "buyer"}.isdisjoint(sentence.words):
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
        if _OF_BLOC.match(rest):
            among = RankingAmong.BLOC
        elif _OF_REGION.match(rest):
            among = RankingAmong.REGION
        span = Span(sentence.start + match.start(), sentence.start + match.end("role"))
        return Ranking(ordinal=number, role=_ROLES[match["role"]], among=among), span
    return None
