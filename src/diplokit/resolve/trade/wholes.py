"""Sides of a figure that only the figures before it tell: parts of the trade of two sides, "the neighbouring country"."""

import re
from collections.abc import Sequence

from diplokit import Money, TradeFigure
from diplokit.resolve.clauses import Sentence
from diplokit.vocabulary import Measure

from .comparisons import BASE
from .measures import Word
from .parties import REGIONS, Parties
from .sides import Party, is_nameless, reporter_of

_PARTS = frozenset([Measure.EXPORTS, Measure.IMPORTS, Measure.BALANCE])
_GIVING = frozenset("giving gave gives give leaving left leaves handing handed".split())
_ARTICLES = frozenset(
    "a an the with huge large small big record trade annual slight growing favourable favorable".split()
)
_WORLD = frozenset("total overall all world worldwide global countries foreign".split())
_RANKED = re.compile(
    r"\W*+(?:the )?[\w.-]+(?: [\w.-]+)? (?:was|is|remained|remains|ranked|came|became|emerged as|stood)(?: in| the| as)* "
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|first|top|main|largest|biggest)\b(?! (?:[\w-]+ )?(?:[\w-]+ )?\w+ (?:of|for) )"
)
_NEIGHBOUR = re.compile(
    r" (?:to|from|with) (?:the (?:[\w-]+ ){0,2}(?:country|nation|neighbou?r|kingdom|republic|state)|(?:its|his|her|our) (?:[\w-]+ ){0,2}neighbou?r)(?![\w'])(?! (?:and|or|of)\b)"
)


def completed(
    parties: Parties,
    sentence: Sentence,
    index: int,
    word: Word,
    value: Money,
    sides: tuple[Party | None, Party | None],
    measure: Measure,
    here: Sequence[TradeFigure],
    earlier: Sequence[TradeFigure],
) -> tuple[Party | None, Party | None, TradeFigure | None]:
    """The reporter and the partner of a figure, and the figure that it is a part of, where it is one.

    Args:
        parties: Tells which sides the sentence names.
        sentence: The sentence.
        index: Its number.
        word: The word of trade.
        value: The amount.
        sides: The reporter and the partner as far as the sentence tells.
        measure: What the figure measures.
        here: The figures of the sentence so far.
        earlier: The figures of earlier sentences.
    """
    reporter, partner = sides
    told = here or earlier[-3:]
    if measure is Measure.BALANCE and (owner := _given(parties, sentence, word)) is not None:
        last = here[-1] if here else None
        pair = [name for name in (last.reporter, last.partner) if name] if last is not None else []
        other = [name for name in pair if name != owner.actor]
        return owner, Party(other[0]) if owner.actor in pair and other else partner, None
    if reporter is not None and is_nameless(sentence, reporter, pronouns=False):
        reporters = {figure.reporter for figure in earlier[-10:]}
        if len(reporters) == 1 and None not in reporters and reporter.actor not in reporters:
            reporter = Party(reporters.pop() or "", reporter.span)
    if (placed := _placed(parties, sentence, word, reporter, here, earlier)) is not None:
        return *placed, None
    if reporter is None and partner is not None and measure is not Measure.TOTAL_TRADE:
        reporters = {figure.reporter for figure in (*earlier[-10:], *here)}
        if len(reporters) == 1 and (name := reporters.pop()) is not None and name != partner.actor:
            named = {party.actor for party in parties.named(sentence, 0, word.last + 1)}
            if named <= {name, partner.actor}:
                return Party(name), partner, None  # "Exports to Peru rose": whose, the sentences before tell
    if (
        partner is not None
        and partner.span is None
        and (_is_with_all(sentence, word) or _is_with_region(sentence, word))
    ):
        return reporter, None, None
    if partner is None and told and told[-1].partner and (reporter is None or reporter.actor == told[-1].reporter):
        stretch = sentence.folded[word.end - sentence.start : word.end - sentence.start + 50]
        if _NEIGHBOUR.match(stretch):
            return reporter, Party(told[-1].partner), None
    whole = _whole(parties, sentence, index, value, measure, earlier)
    if (
        whole is None
        or partner is not None
        or not _WORLD.isdisjoint(sentence.words[max(word.first - 3, 0) : word.last + 1])
    ):
        return reporter, partner, whole if partner is not None else None
    pair = [whole.reporter or "", whole.partner or ""]
    if reporter is not None and reporter.actor not in pair:
        return reporter, partner, None
    reporter = reporter or Party(pair[0])
    return reporter, Party(pair[1] if reporter.actor == pair[0] else pair[0]), whole


def _placed(
    parties: Parties,
    sentence: Sentence,
    word: Word,
    reporter: Party | None,
    here: Sequence[TradeFigure],
    earlier: Sequence[TradeFigure],
) -> tuple[Party | None, Party | None] | None:
    """The reporter and the partner where the sentence begins with the partner: "With Peru, Chile posted a deficit"; "Peru ranked third"."""
    words = sentence.words
    leading = parties.named(sentence, 0, word.first)
    if words[0] == "with" and sentence.actors[2 if words[1] == "the" else 1] >= 0 and "," in words[: word.first]:
        others = [party for party in leading if party.actor != leading[0].actor]
        if not others and leading and (told_before := here or earlier):
            owner = reporter_of(told_before[-1])
            if owner is not None and owner.actor != leading[0].actor:
                return owner, leading[0]  # "With Peru, the country had a deficit"
        return (others[0] if len(others) == 1 else None, leading[0]) if others and len(others) < 3 else None
    if len(leading) != 1 or here or not earlier or not _RANKED.match(sentence.folded):
        return None
    common = set.intersection(*({figure.reporter, figure.partner} for figure in earlier[-3:])) - {None}
    reporters = {figure.reporter for figure in earlier[-3:]}
    told = earlier[-1].reporter if len(reporters) == 1 else common.pop() if len(common) == 1 else None
    own = (None, told, leading[0].actor)
    if told is None or told == leading[0].actor or (reporter.actor if reporter is not None else None) not in own:
        return None
    return Party(told), leading[0]


def _given(parties: Parties, sentence: Sentence, word: Word) -> Party | None:
    """The side that is given a balance: "giving Peru a trade surplus", "leaving Chile with a deficit"."""
    at = word.first - 1
    while at > 0 and word.first - at < 5 and sentence.words[at] in _ARTICLES:
        at -= 1
    if at < 1 or at == word.first - 1 or sentence.actors[at] < 0:
        return None
    number, last = sentence.actors[at], at
    while at > 0 and sentence.actors[at] == number:
        at -= 1
    if sentence.words[at] == "the":
        at -= 1
    if sentence.words[at] not in _GIVING:
        return None
    named = parties.named(sentence, at + 1, last + 1)
    return named[0] if len(named) == 1 else None


def _is_with_all(sentence: Sentence, word: Word) -> bool:
    """Whether the sentence told of "foreign trade" before the word: that is trade with all the world."""
    words = sentence.words
    return any(words[at] in ("foreign", "external") and words[at + 1] == "trade" for at in range(word.first))


def _is_with_region(sentence: Sentence, word: Word) -> bool:
    """Whether the sentence told of trade with a part of the world before the word."""
    words = sentence.words
    return any(
        words[at] == "with" and words[at + 1] in REGIONS and sentence.actors[at + 1] < 0 for at in range(word.first)
    )


def _whole(
    parties: Parties, sentence: Sentence, index: int, value: Money, measure: Measure, earlier: Sequence[TradeFigure]
) -> TradeFigure | None:
    """The trade of two sides that the sentence before tells, and that holds a part as large as this."""
    if measure not in _PARTS or not earlier:
        return None
    for figure in reversed(earlier[-4:]):
        if parties.distance(index, figure) > 2:
            return None
        if figure.rule != BASE and figure.measure is Measure.TOTAL_TRADE and figure.reporter and figure.partner:
            fits = figure.value.currency == value.currency and abs(value.amount) <= figure.value.amount
            pair = (figure.reporter, figure.partner)
            return figure if fits and all(party.actor in pair for party in parties.named(sentence)) else None
    return None
