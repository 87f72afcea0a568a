"""Trade figures: how much one side exported to, imported from, or traded with another, and when.

Reads the amounts of money that stand in a sentence with a word of trade (`trade.toml`), and ties each to the word
that measures it by the words between them. An amount that belongs to an investment, a loan or a contract is none,
even beside a word of trade. Sources: UN Comtrade for the measures; practice of statistical releases and wires.
"""

from collections.abc import Iterator, Sequence

from diplokit import Actor, Hit, Lexicon, Money, Reading, Resolver, Span, TradeFigure, hookimpl, resolver
from diplokit.resolve.clauses import Sentence, Sentences
from diplokit.vocabulary import Confidence, Measure, Observation

from .amounts import governing
from .changes import change_of, ranking_of
from .checks import checked
from .comparisons import BASE, is_present
from .details import frequency_of, observation_of, qualifier_of
from .equivalents import Amount, grouped
from .goods import commodity_of, scope_of
from .measures import Word, measuring
from .parties import RANKED, Parties
from .parts import respective
from .period_words import is_compared
from .periods import DatedAmount
from .pointing import pointing
from .wholes import completed
from .words import BALANCES, TRADE, word_class

_JOINING = (["and"], [","], [",", "and"], ["with"])
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
_AHEAD = frozenset([Observation.TARGET, Observation.FORECAST])


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
    for amount in grouped(money, folded):
        amounts.setdefault(document.sentence_index(amount.mention.start), []).append(amount)
    told = held.keys() & amounts.keys()
    if not told and not any(index - 1 in held for index in amounts):
        return
    sentences = Sentences(reading)
    parties = Parties(reading, sentences)
    figures: list[TradeFigure] = []
    for index in sorted(amounts):
        pointer = pointing(sentences, parties, index, held[index - 1], figures) if index - 1 in held else None
        if pointer is not None or index in told:
            hits = held.get(index, ())
            figures += _of_sentence(
                reading,
                sentences[index],
                index,
                hits,
                amounts[index],
                parties,
                figures,
                pointer,
                held.get(index - 1, ()),
            )
    yield from checked(figures)


def _of_sentence(
    reading: Reading,
    sentence: Sentence,
    index: int,
    hits: Sequence[Hit],
    amounts: Sequence[Amount],
    parties: Parties,
    earlier: Sequence[TradeFigure],
    pointer: Word | None,
    told_words: Sequence[Hit],
) -> list[TradeFigure]:
    """The figures of one sentence."""
    near = {figure.measure for figure in earlier[-10:] if parties.distance(index, figure) <= 3}
    balance = bool(near) or any(hit.meaning in BALANCES and hit.end - hit.start > 10 for hit in told_words)
    found_words = list(
        measuring(sentence, hits, [amount.mention.start for amount in amounts], balance=balance, trade=bool(near))
    )
    if pointer is not None and not any(word.start < pointer.start for word in found_words):
        found_words.insert(0, pointer)
    if not found_words:
        return []
    given = respective(sentence, found_words, amounts)
    pairs = [
        (amount, (given[amount.mention.start], False))
        if amount.mention.start in given
        else (amount, governing(reading, sentence, found_words, amount, amounts))
        for amount in amounts
    ]
    figures: list[TradeFigure] = []
    last: Word | None = None
    previous: Amount | None = None
    for amount, governed in pairs:
        if governed is None:
            continue
        word, base = governed
        figures.append(
            _figure(
                reading,
                sentence,
                index,
                word,
                amount,
                parties,
                figures,
                earlier,
                len(earlier) + len(figures) + 1,
                base=base,
                previous=previous if last is word and figures and figures[-1].rule != BASE else None,
            )
        )
        last, previous = word, amount
    return figures


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
    negative = word.kind == "deficit" or (word.kind == "balance" and _negative(reading, sentence, word, amount))
    spans = {"value": amount.mention.span, "measure": Span(word.start, word.end)}
    qualifier = qualifier_of(sentence, amount.mention)
    behind = None if previous is None else sentence.at(previous.end - 1) + 1
    observation = observation_of(sentence, word.first, sentence.at(amount.mention.start), base=base, behind=behind)
    if (
        observation is Observation.ACTUAL
        and here
        and here[-1].observation in (Observation.TARGET, Observation.FORECAST)
    ):
        told = sentence.at(here[-1].spans["value"].end - 1) + 1
        at = sentence.at(amount.mention.start)
        joined = previous is not None and sentence.words[at - 1] == "and"
        if 0 < at - told < 7 and (joined or sentence.words[told : word.first] in _JOINING):
            observation = here[-1].observation  # "plans imports of 5 billion, and exports of 6 billion"
    measured = word.end if previous is None else previous.end
    period = DatedAmount(
        reading=reading,
        sentence=sentence,
        index=index,
        measured=measured,
        start=amount.mention.start,
        end=amount.end,
        earlier=[*(figure for figure in earlier[-6:] if figure.observation not in _AHEAD), *here[-6:]],
        is_base=base,
        is_second=previous is not None,
    ).period()
    base = base or (period is not None and period[1] is not None and is_compared(reading, period[1]))
    published = reading.document.published
    if (
        observation is Observation.ACTUAL
        and period is not None
        and published is not None
        and period[0].start is not None
        and period[0].start > published
    ):
        aims = word_class("target")
        observation = Observation.TARGET if any(token in aims for token in sentence.words) else Observation.FORECAST
    if (
        observation is Observation.TARGET
        and period is not None
        and not (period[1] is not None and period[1].start > amount.mention.start)
    ):
        period = None  # a target is for later than anything said before it
    if observation is Observation.FORECAST and period is not None and period[1] is None:
        period = None  # so is what is expected, unless the text says when
    if is_present(sentence.words, sentence.at(amount.mention.start)):
        observation, period = Observation.ACTUAL, None
    if word.pair is not None:
        reporter, partner = word.pair
    else:
        reporter, partner = parties.of(
            index,
            sentence,
            word.kind,
            word.first,
            word.last,
            sentence.at(amount.mention.start),
            sentence.at(amount.end - 1),
            here if word.follows is None or here else [word.follows],
            earlier,
            ranks=word.ranks,
        )
    whole: TradeFigure | None = None
    if word.pair is None:
        reporter, partner, whole = completed(
            parties, sentence, index, word, value, (reporter, partner), measure, here, earlier
        )
    if whole is not None and period is None and whole.period is not None and observation is Observation.ACTUAL:
        period = (whole.period, None)
    for name, party in (("reporter", reporter), ("partner", partner)):
        if party is not None and party.span is not None:
            spans[name] = party.span
    if period is not None and period[1] is not None:
        spans["period"] = period[1]
    commodity = (
        commodity_of(sentence, word.kind, word.first, word.last, sentence.at(amount.end - 1)) if not base else None
    )
    if commodity is not None:
        spans["commodity"] = commodity
    listed = previous is not None and partner is not None and bool(here) and partner.actor != here[-1].partner
    another = previous is not None and bool(here) and here[-1].rule != BASE
    counted = sentence.at(previous.end - 1) if another and previous is not None else word.last
    change = change_of(reading, sentence, counted, amount.mention.start, amount.end) if not base else None
    if change is not None:
        spans["change"] = change[1]
    other = bool(here) and here[-1].rule == RANKED and not word.ranks
    ranking = ranking_of(sentence) if not base and not listed and not other else None
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
        rule=BASE if base else RANKED if word.ranks else "amount of trade",
        confidence=Confidence.LIKELY if reporter or partner else Confidence.POSSIBLE,
        warnings=tuple(warnings),
    )


def _signed(value: Money, *, negative: bool) -> Money:
    return Money(-abs(value.amount), value.currency, value.qualifier) if negative else value


def _negative(reading: Reading, sentence: Sentence, word: Word, amount: Amount) -> bool:
    """Whether a "trade balance" is a deficit."""
    near = sentence.words[word.last : sentence.at(amount.end - 1) + 4]
    if near[1:2] == ["surplus"]:
        return False
    return any(w in ("deficit", "negative", "minus") for w in near)


@hookimpl
def resolvers() -> list[Resolver[TradeFigure]]:
    """Offer the resolver of trade figures."""
    return [trade_figures]


@hookimpl
def lexicons() -> list[Lexicon]:
    """Offer the words of trade to the scan."""
    return [TRADE]
