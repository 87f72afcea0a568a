"""Sentences that go on about the trade of the sentence before: "It reached 5 billion dollars", "Chile came second"."""

import re
from collections.abc import Sequence

from diplokit import Hit, TradeFigure
from diplokit.resolve.clauses import Sentence, Sentences
from diplokit.vocabulary import Measure

from .measures import Word, measuring
from .parties import Parties
from .sides import Party
from .words import refused

# "It", "the figure", with a verb of amounts: no state "reaches" 5 billion dollars.
_POINTS = re.compile(
    r"\b(?:rais|bring|boost|lift|tak|push|increas|elevat|expand|doubl|tripl)(?:e|ing)? (?P<aim>it|this|that|(?:the|this|that) (?:figure|volume|amount|total|number|value|turnover|level)s?) (?:further |up )?to\b"
    r"|\b(?:want|wants|wanted|would like|wish|wishes) (?P<wish>it|this|that) to (?=(?:touch|reach|hit|cross|exceed)\b)"
    r"|\b(?P<target>target|targets|targeted|targeting|goal) (?=(?:(?:of|is|at|was|to|reach|reaching|stands|further) )+\S)"
    r"|\b(?P<pronoun>it|they|(?:the|this|that|these) (?:figure|volume|amount|total|number|value|turnover|sum)s?) "
    r"(?:(?:in|for|during|over) (?:[\w,'-]+ ){1,7}?)?"
    r"(?:(?:has|have|had|is|are|was|were|will|would|could|may|also|already|now|then|only|further|even|still|since|been|expected|projected|forecast|likely|set|estimated|targeted|to|be) ){0,6}"
    r"(?:reach|amount|total|stood|stand|exceed|surpass|hit|rose|rise|grew|grow|increase|fell|fall|drop|decline|climb|jump|surge|soar|cross|top|near|c[ao]me to|double|triple|represent|mark|worth|valued)\w*"
)
# Another partner, where the sentence before told of one.
_FOLLOWS = re.compile(
    r"\A\W*(?:(?:it|this|these|they) (?:is|was|are|were) (?:then )?(?P<it>followed) by"
    r"|[\w .'-]{2,40}? (?:(?:is|was|came|ranked|stood|followed)(?: in)? )(?P<rank>second|third|next)\b)"
)


def pointing(
    sentences: Sentences,
    parties: Parties,
    index: int,
    held: Sequence[Hit],
    earlier: Sequence[TradeFigure],
) -> Word | None:
    """The word that stands for the trade of the sentence before.

    Args:
        sentences: The sentences.
        parties: Tells whose trade the sentence before tells.
        index: The number of the sentence.
        held: The words of trade of the sentence before.
        earlier: The figures of earlier sentences.
    """
    sentence, before = sentences[index], sentences[index - 1]
    match = _POINTS.search(sentence.folded)
    told = [figure for figure in earlier[-8:] if figure.spans["value"].start >= before.start]
    if match is None:
        return _following(sentence, told)
    if not refused().keys().isdisjoint(sentence.words[: sentence.at(sentence.start + match.start())]):
        return None
    found = list(measuring(before, held, [figure.spans["value"].start for figure in told], balance=False))
    if told:
        if len({figure.measure for figure in told}) > 1 or (match["target"] or match["wish"]):
            told = [
                figure for figure in earlier[-4:] if figure.measure is Measure.TOTAL_TRADE and not match["pronoun"]
            ][-1:]
        if not told:
            return None
        kind = "deficit" if told[0].value.amount < 0 else str(told[0].measure)
        pair = (told[0].reporter, told[0].partner)
    elif found and len({word.kind for word in found}) == 1:
        word = found[0]
        if not refused().keys().isdisjoint(before.words[word.last + 1 :]):
            return None
        kind = word.kind
        one, other = parties.of(index - 1, before, kind, word.first, word.last, word.last, word.last, [], earlier)
        pair = (one.actor if one else None, other.actor if other else None)
    else:
        return None
    start, end = (sentence.start + offset for offset in match.span(match.lastgroup or 0))
    return Word(kind, sentence.at(start), sentence.at(end - 1), start, end, pair=_parties(pair))


def _following(sentence: Sentence, told: Sequence[TradeFigure]) -> Word | None:
    """The word that stands for the rank of the partner in the sentence before."""
    if not told or told[-1].partner is None:
        return None
    match = _FOLLOWS.match(sentence.folded)
    if match is None:
        return None
    start, end = (sentence.start + offset for offset in match.span(match.lastgroup or 0))
    at = sentence.at(start)
    return Word(str(told[-1].measure), at, at, start, end, follows=told[-1])


def _parties(pair: tuple[str | None, str | None]) -> tuple[Party | None, Party | None]:
    one, other = pair
    return Party(one) if one else None, Party(other) if other else None
