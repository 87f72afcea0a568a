"""Trade figures: how much one side exported to, imported from, or traded with another, and when.

Reads the amounts of money that stand in a sentence with a word of trade (`trade.toml`), and ties each to the word
that measures it by the words between them. An amount that belongs to an investment, a loan or a contract is none,
even beside a word of trade. Sources: UN Comtrade for the measures; practice of statistical releases and wires.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs
from attrs import define

from diplokit import Actor, Hit, Lexicon, Mention, Money, Reading, Resolver, Span, TradeFigure, hookimpl, resolver
from diplokit.vocabulary import Confidence, Measure, Observation, Qualifier

from .clauses import Sentence, Sentences
from .trade_details import change_of, commodity_of, frequency_of, observation_of, ranking_of, scope_of
from .trade_parties import Parties
from .trade_periods import BASE, period_of
from .trade_words import TRADE, refused, word_class

_MEASURES = {
    "total_trade": Measure.TOTAL_TRADE,
    "weak": Measure.TOTAL_TRADE,
    "exports": Measure.EXPORTS,
    "imports": Measure.IMPORTS,
    "re_exports": Measure.RE_EXPORTS,
    "re_imports": Measure.RE_IMPORTS,
    "domestic_exports": Measure.DOMESTIC_EXPORTS,
    "surplus": Measure.BALANCE,
    "deficit": Measure.BALANCE,
    "balance": Measure.BALANCE,
    "bought": Measure.EXPORTS,
    "sold": Measure.EXPORTS,
}


@define
class Amount:
    """An amount with what says it again in other currencies: "RM5 billion (US$1.2 billion)"."""

    mention: Mention[Money]
    equivalents: list[Mention[Money]]
    end: int


@define
class Word:
    """A word of trade in a sentence: its class, its first and last word, and where it stands."""

    kind: str
    first: int
    last: int
    start: int
    end: int


@resolver(TradeFigure, after=[Actor])
def trade_figures(reading: Reading) -> Iterator[TradeFigure]:
    """Find amounts of trade, with their measure, period, reporter and partner."""
    document = reading.document
    money = reading.mentions.of("money")
    if not money:
        return
    hits = document.hits(TRADE)
    if not hits:
        return
    held: dict[int, list[Hit]] = {}
    for hit in hits:
        held.setdefault(document.sentence_index(hit.start), []).append(hit)
    amounts: dict[int, list[Amount]] = {}
    folded = document.folded
    for amount in _grouped(money, folded):
        amounts.setdefault(document.sentence_index(amount.mention.start), []).append(amount)
    together = sorted(held.keys() & amounts.keys())
    if not together:
        return
    sentences = Sentences(reading)
    parties = Parties(reading, sentences)
    figures: list[TradeFigure] = []
    for index in together:
        figures += _of_sentence(reading, sentences[index], index, held[index], amounts[index], parties, figures)
    yield from _checked(figures)


def _grouped(money: Sequence[Mention[Money]], folded: str) -> Iterator[Amount]:
    """The amounts, each with its equivalents in other currencies."""
    current: Amount | None = None
    for mention in money:
        if current is not None:
            gap = folded[current.end : mention.start] if mention.start - current.end < 30 else "…"
            opened = gap.strip(" ,")
            other = mention.value.currency != current.mention.value.currency
            if other and opened in ("(", "or", "/", "(about", "(approximately", "(around", "(some", "(or", "(equivalent to", "equivalent to", "(roughly", "(nearly", "(over", "[", "=", "or about", "(almost", "(approx", "(approx.", "(more than", "or around", "or some", "or roughly", "(worth", "(s"):
                current.equivalents.append(mention)
                current.end = mention.end
                if folded[current.end : current.end + 1] in (")", "]"):
                    current.end += 1
                continue
            yield current
        current = Amount(mention, [], mention.end)
    if current is not None:
        yield current


def _of_sentence(
    reading: Reading,
    sentence: Sentence,
    index: int,
    hits: Sequence[Hit],
    amounts: Sequence[Amount],
    parties: Parties,
    earlier: Sequence[TradeFigure],
) -> list[TradeFigure]:
    """The figures of one sentence."""
    balance = any(figure.measure is Measure.BALANCE and index - reading.document.sentence_index(figure.spans["value"].start) <= 3 for figure in earlier[-4:])
    found_words = list(_measuring(sentence, hits, balance=balance))
    if not found_words:
        return []
    pairs = _respective(sentence, found_words, amounts) or [(amount, _governing(reading, sentence, found_words, amount, amounts)) for amount in amounts]
    figures: list[TradeFigure] = []
    last: Word | None = None
    previous: Amount | None = None
    for amount, governed in pairs:
        if governed is None:
            continue
        word, base = governed
        figures.append(_figure(reading, sentence, index, word, amount, parties, figures, earlier, len(earlier) + len(figures) + 1, base=base, previous=previous if last is word else None))
        last, previous = word, amount
    return figures


def _measuring(sentence: Sentence, hits: Sequence[Hit], *, balance: bool) -> Iterator[Word]:
    """The words of trade that measure something here; after a balance of trade, a bare "surplus" is one too."""
    others, after = word_class("other"), word_class("after")
    words = sentence.words
    for hit in hits:
        kind = str(hit.meaning)
        first, last = sentence.at(hit.start), sentence.at(hit.end - 1)
        following = words[last + 1] if last + 1 < len(words) else "."
        if following in others and kind not in ("bought", "sold"):
            continue
        if kind == "weak":
            before = words[first - 1] if first else ""
            if following == "and" and last + 2 < len(words) and words[last + 2] in refused():
                continue
            if following not in after and not following.endswith("ed") and not following[:1].isdigit() and following not in (".", ";", '"', "and", "-", ")"):
                continue
            if before in ("free", "fair", "retail", "drug", "arms", "slave", "world", "of", "freer", "wildlife", "tourist", "wholesale", "the") and following not in ("between", "with", "was", "worth", "in"):
                continue
        if kind in ("surplus", "deficit") and hit.end - hit.start < 10:
            near = words[max(first - 3, 0) : first]
            if any(word in ("budget", "fiscal", "account", "current", "payments", "government", "public", "services-only", "revenue", "state", "capital", "food", "trust", "federal", "tourism") for word in near):
                continue
            if not balance and not ({"trade", "exports", "imports", "export", "import", "bilateral", "commerce"} & set(words)) and following not in ("with", "in"):
                continue
            if following == "in" and "trade" not in words and not balance:
                continue
        if kind in ("total_trade", "exports", "imports") and following == "and" and last + 2 < len(words) and words[last + 2] in ("investment", "investments"):
            continue
        if first > 1 and words[first - 1] == "and" and words[first - 2] in ("investment", "investments"):
            continue
        yield Word(kind, first, last, hit.start, hit.end)


def _respective(sentence: Sentence, found: Sequence[Word], amounts: Sequence[Amount]) -> list[tuple[Amount, tuple[Word, bool] | None]] | None:
    """ "exports and imports were 5 and 3 billion dollars respectively"."""
    if "respectively" not in sentence.words:
        return None
    ahead = [word for word in found if word.end <= amounts[0].mention.start]
    if len(ahead) != len(amounts) or len(amounts) < 2:
        return None
    return [(amount, (word, False)) for amount, word in zip(amounts, ahead, strict=True)]


_BASE = frozenset("from against than".split())


def _governing(
    reading: Reading, sentence: Sentence, found: Sequence[Word], amount: Amount, amounts: Sequence[Amount]
) -> tuple[Word, bool] | None:
    """The word that measures an amount, and whether the amount is the base of a comparison; `None` if it is no trade."""
    words = sentence.words
    first, last = sentence.at(amount.mention.start), sentence.at(max(amount.end - 1, amount.mention.start))
    if last >= len(words):
        return None
    owner = _behind(sentence, found, last)
    if isinstance(owner, Word):
        if owner.kind == "bought" or owner.kind == "sold":
            return None
        return owner, False
    if owner is not None:
        reading.notice("trade_figures", f"no trade figure: {owner}", amount.mention.span)
        return None
    before = [word for word in found if word.last < first]
    if not before:
        return None
    word = before[-1]
    between = words[word.last + 1 : first]
    if word.kind in ("bought", "sold"):
        goods = frozenset("goods products merchandise commodities exports services".split())
        never = frozenset("bonds shares stock stocks land property treasuries debt equity securities stake currency".split())
        near = words[last + 1 : last + 9]
        if never & set(near):
            return None
        if "worth" in near[:3] and any(number >= 0 for number in sentence.actors[last + 1 : last + 5]) and len(between) <= 6 and "of" in near[:4]:
            return word, False
        if len(between) <= 6 and "worth" in near + between and (goods & set(near) or word.kind == "sold") and not refused().keys() & set(near[:4]):
            return word, False
        return None
    if len(between) > 45 or any(mark in between for mark in (";",)):
        return None
    preceding = words[first - 1] if first else ""
    inner = [step for step in range(word.last + 1, first) if words[step] in refused() and not _qualifies(words, step)]
    others = [other for other in amounts if word.end <= other.mention.start < amount.mention.start]
    base = _is_base(words, first)
    if inner and not base:
        tail = max(inner)
        if not any(other.mention.start > sentence.starts[tail] for other in others):
            reading.notice("trade_figures", f"no trade figure: {refused()[words[tail]]}", amount.mention.span)
            return None
    if preceding == "by" or (preceding in ("of",) and first > 1 and words[first - 2] in ("increase", "decrease", "rise", "fall", "drop", "growth", "decline", "jump", "gain", "reduction", "difference", "improvement")):
        return None  # how much it changed
    if _is_step(words, first, last):
        return None
    links = word_class("links")
    stretch = words[word.last + 1 : first] if not others else words[sentence.at(others[-1].end - 1) + 1 : first]
    if others and not base:
        # a second amount of the same measure: "4.1 billion in February and 3.9 billion in March"
        if not ("and" in stretch or "," in stretch or "to" in stretch) or any(w in refused() for w in stretch):
            return None
        if any(w in ("including", "which", "of") for w in stretch[:3]) and "exports" not in stretch:
            return None
    if not any(w in links for w in stretch) and not (len(stretch) <= 2):
        return None
    if _new_subject(sentence, word.last + 1, first):
        return None
    return word, base


def _behind(sentence: Sentence, found: Sequence[Word], last: int) -> Word | str | None:
    """What an amount is of by the words after it: a word of trade, a reason to refuse it, or nothing."""
    words = sentence.words
    step = last + 1
    linked = ""
    count = 0
    while step < len(words) and count < 9:
        word = next((w for w in found if w.first <= step <= w.last), None)
        if word is not None and (linked or word.first <= last + 4):
            if word.kind in ("total_trade", "weak", "surplus", "deficit", "balance", "exports", "imports", "re_exports", "domestic_exports"):
                if linked == "of" and word.kind in ("exports", "imports") and "worth" not in words[last + 1 : step]:
                    return None
                if word.last + 1 < len(words) and word.kind in ("exports", "imports") and not linked:
                    return None
                return word
            return None
        token = words[step]
        if token in (",", ";", ":", ")", "(", ".", '"', "and", "or", "but", "while", "last", "this", "for", "with", "to", "from", "against", "during", "by", "as", "at", "which"):
            return None
        if token in refused():
            if _qualifies(words, step):
                step += 1
                count += 1
                continue
            return refused()[token]
        if token in ("in", "of", "worth"):
            if token == "in" and step + 1 < len(words) and (words[step + 1][:1].isdigit() or words[step + 1] in ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "the")):
                return None
            linked = token
        step += 1
        count += 1
    return None


def _qualifies(words: Sequence[str], step: int) -> bool:
    """Whether a refused noun only qualifies a word of trade: "capital goods exports", "market access"."""
    following = words[step + 1] if step + 1 < len(words) else ""
    if words[step] == "fiscal":
        return following[:1].isdigit() or following in ("year", "years", "first")
    return following in ("goods", "exports", "imports", "equipment", "access", "trade", "partner") or (words[step] == "line" and step > 0 and words[step - 1] == "in") or words[step] == "account" and "for" in words[step + 1 : step + 2] or words[step] in ("cost",) and "," in words[step + 1 : step + 2]


def _is_base(words: Sequence[str], first: int) -> bool:
    """Whether an amount is what another is compared with: "down from", "compared with", "against"."""
    step = first - 1
    while step >= 0 and words[step] in ("about", "around", "some", "nearly", "just", "only", "over", "a", "an", "the", "almost", "more", "than", "revised", "$", "u.s", "under", "less"):
        if words[step] == "than" and step > 0 and words[step - 1] not in ("more", "less"):
            break
        step -= 1
    if step < 0:
        return False
    word = words[step]
    return word in _BASE or (word in ("with", "to") and step > 0 and words[step - 1] in ("compared", "compares", "comparing", "comparison"))


def _is_step(words: Sequence[str], first: int, last: int) -> bool:
    """Whether an amount says by how much, not to what: "rose 2 billion to 10 billion dollars"."""
    moved = word_class("up") | word_class("down")
    step = first - 1
    while step > 0 and words[step] in ("about", "some", "nearly", "around", "a", "$", "over", "almost"):
        step -= 1
    return step >= 0 and words[step] in moved and "to" in words[last + 1 : last + 3]


def _new_subject(sentence: Sentence, first: int, last: int) -> bool:
    """Whether another clause begins between a word of trade and an amount, about something else."""
    for step in range(first, last):
        if sentence.words[step] in ("while", "whereas", "although", "but") and step > first:
            return True
    return False


def _figure(
    reading: Reading,
    sentence: Sentence,
    index: int,
    word: Word,
    amount: Amount,
    parties: Parties,
    here: Sequence[TradeFigure],
    earlier: Sequence[TradeFigure],
    number: int,
    *,
    base: bool,
    previous: Amount | None,
) -> TradeFigure:
    """The record of an amount and the word that measures it."""
    measure = _MEASURES[word.kind]
    value: Money = amount.mention.value
    warnings: list[str] = []
    negative = word.kind == "deficit" or (measure is Measure.BALANCE and _negative(reading, sentence, word, amount))
    spans = {"value": amount.mention.span, "measure": Span(word.start, word.end)}
    qualifier = value.qualifier
    if "record" in sentence.words and qualifier is Qualifier.EXACT and any(
        w == "record" for w in sentence.words[max(sentence.at(amount.mention.start) - 4, 0) : sentence.at(amount.mention.start) + 1]
    ):
        qualifier = Qualifier.RECORD
    behind = None if previous is None else sentence.at(previous.end - 1) + 1
    observation = observation_of(sentence, word.first, sentence.at(amount.mention.start), base=base, behind=behind)
    measured = word.end if previous is None else previous.end
    period = period_of(reading, sentence, index, measured, amount.mention.start, amount.end, base=base, earlier=[*earlier, *here], second=previous is not None)
    if observation is Observation.TARGET and period is not None and not (period[1] is not None and period[1].start > amount.mention.start):
        period = None  # a target is for later than anything said before it
    reporter, partner = parties.of(index, sentence, word.kind, word.first, word.last, sentence.at(amount.mention.start), sentence.at(amount.end - 1), here, earlier)
    for name, party in (("reporter", reporter), ("partner", partner)):
        if party is not None and party.span is not None:
            spans[name] = party.span
    if period is not None and period[1] is not None:
        spans["period"] = period[1]
    commodity = commodity_of(sentence, word.kind, word.first, word.last, sentence.at(amount.end - 1)) if not base else None
    if commodity is not None:
        spans["commodity"] = commodity
    change = change_of(reading, sentence, word.last, amount.mention.start, amount.end) if not base else None
    if change is not None:
        spans["change"] = change[1]
    ranking = ranking_of(sentence) if not base else None
    if ranking is not None:
        spans["ranking"] = ranking[1]
    return TradeFigure(
        id=f"t{number}",
        measure=measure,
        value=_signed(value, negative=negative),
        equivalents=tuple(_signed(other.value, negative=negative) for other in amount.equivalents),
        qualifier=qualifier,
        period=period[0] if period else None,
        frequency=frequency_of(period[0] if period else None, sentence, period[1] if period else None, reading),
        reporter=reporter.actor if reporter else None,
        partner=partner.actor if partner else None,
        scope=scope_of(sentence, word.first, word.last, sentence.at(amount.end - 1)),
        commodity=reading.document[commodity] if commodity else None,
        change=change[0] if change else None,
        ranking=ranking[0] if ranking else None,
        observation=observation,
        spans=spans,
        rule=BASE if base else "amount of trade",
        confidence=Confidence.LIKELY if reporter or partner else Confidence.POSSIBLE,
        warnings=tuple(warnings),
    )


def _signed(value: Money, *, negative: bool) -> Money:
    return Money(-abs(value.amount), value.currency, value.qualifier) if negative else value


def _negative(reading: Reading, sentence: Sentence, word: Word, amount: Amount) -> bool:
    """Whether a "trade balance" is a deficit."""
    near = sentence.words[word.last : sentence.at(amount.end - 1) + 4]
    return any(w in ("deficit", "negative", "minus") for w in near)


def _checked(figures: list[TradeFigure]) -> Iterator[TradeFigure]:
    """The figures, with a warning on those that do not agree with each other."""
    warned: dict[str, list[str]] = {}
    rates: dict[tuple[str | None, str | None], tuple[str, Decimal]] = {}
    for figure in figures:
        for other in figure.equivalents:
            if not figure.value.amount or not other.amount:
                continue
            pair = (figure.value.currency, other.currency)
            rate = other.amount / figure.value.amount
            known = rates.setdefault(pair, (figure.id, rate))
            if abs(rate - known[1]) > abs(known[1]) * Decimal("0.02") and known[0] != figure.id:
                warned.setdefault(figure.id, []).append(f"its exchange rate is not the one of {known[0]}")
    groups: dict[tuple[object, ...], dict[Measure, TradeFigure]] = {}
    for figure in figures:
        if figure.commodity is None and figure.reporter is not None and figure.period is not None:
            key = (figure.period, figure.value.currency, figure.reporter, figure.partner)
            groups.setdefault(key, {}).setdefault(figure.measure, figure)
    for group in groups.values():
        exports, imports = group.get(Measure.EXPORTS), group.get(Measure.IMPORTS)
        if exports is None or imports is None:
            continue
        for measure, expected in (
            (Measure.TOTAL_TRADE, exports.value.amount + imports.value.amount),
            (Measure.BALANCE, exports.value.amount - imports.value.amount),
        ):
            stated = group.get(measure)
            if stated is not None and abs(stated.value.amount - expected) > max(abs(expected), exports.value.amount) * Decimal("0.02"):
                relation = "sum" if measure is Measure.TOTAL_TRADE else "difference"
                warned.setdefault(stated.id, []).append(f"not the {relation} of {exports.id} and {imports.id}")
    for figure in figures:
        notes = warned.get(figure.id)
        yield attrs.evolve(figure, warnings=(*figure.warnings, *notes)) if notes else figure


@hookimpl
def resolvers() -> list[Resolver[TradeFigure]]:
    """Offer the resolver of trade figures."""
    return [trade_figures]


@hookimpl
def lexicons() -> list[Lexicon]:
    """Offer the words of trade to the scan."""
    return [TRADE]
