"""What is traded: goods or services, and which goods."""

from diplokit import Span
from diplokit.resolve.clauses import Sentence, words
from diplokit.vocabulary import Scope

from .words import word_class

# What stands before "exports" without being what is exported.
_PLAIN = frozenset(
    "total overall bilateral two-way annual combined monthly quarterly yearly mutual gross current its "
    "our their the and of in to merchandise goods services global world visible domestic major key main "
    "while but comprising including as with such record all where whose that higher lower new more of-which "
    "whereas billion million trillion bn mln average daily value worth it they she he we you remained remain remains exports imports export import $ reach reaching foreign direct aggregate cumulative these those his her by for from on at is are were "
    "was has had which non-oil's both net".split()
)
_OF_GOODS = frozenset("exports imports re_exports domestic_exports sold bought".split())
# What ends the goods behind "of".
_ENDS = frozenset(
    "to from in for with were was worth valued reached rose fell totalled totaled last this amounted ( ; . a by - "
    "stood over during".split()
)
# What stands behind "of" where an amount follows, no goods.
_NO_GOODS = frozenset("$ us exports imports about around more over some nearly rm € £ ¥ almost".split())


def scope_of(sentence: Sentence, first: int, last: int, amount_end: int) -> Scope:
    """Whether a figure is of goods, of services, of both, as the words around it say."""
    near = sentence.words[max(first - 4, 0) : last + 6] + sentence.words[amount_end + 1 : amount_end + 9]
    goods = any(word in word_class("scope_goods") for word in near)
    services = sentence.words[first - 1 : first] == ["service"] or any(
        word in word_class("scope_services") for word in near
    )
    if goods and services:
        return Scope.GOODS_AND_SERVICES
    if goods:
        return Scope.GOODS
    return Scope.SERVICES if services else Scope.UNSPECIFIED


def commodity_of(sentence: Sentence, kind: str, first: int, last: int, amount_end: int) -> Span | None:
    """What is traded: "exports of palm oil", "car exports".

    Args:
        sentence: The sentence.
        kind: The kind of the word of trade.
        first: The first word of the word of trade.
        last: Its last word.
        amount_end: The last word of the amount.
    """
    if kind not in _OF_GOODS:
        return None
    for at in (last + 1, amount_end + 1):
        if sentence.words[at : at + 1] == ["of"]:
            return _goods_from(sentence, at + 1)
        if sentence.words[at : at + 2] == ["worth", "of"]:
            return _goods_from(sentence, at + 2)
    if kind in ("sold", "bought") or sentence.words[first].endswith("ed"):
        return None
    return _goods_before(sentence, first)


def _goods_from(sentence: Sentence, start: int) -> Span | None:
    """The goods that begin at a word, behind "of": "palm oil, rubber and tin"."""
    tokens = sentence.words
    end = start
    while end < len(tokens) and end - start < 8:
        word = tokens[end]
        if word in _ENDS or _has_digit(word) or (word == "," and "and" not in tokens[end : end + 6]):
            break
        if sentence.actors[end] >= 0 and end == start:
            start = end + 1  # whose the goods are
        end += 1
    while end > start and tokens[end - 1] in (",", "and"):
        end -= 1
    if end <= start or tokens[start] in _PLAIN or tokens[start] in _NO_GOODS or _has_digit(tokens[start]):
        return None
    return Span(sentence.starts[start], sentence.stop(end - 1))


def _goods_before(sentence: Sentence, first: int) -> Span | None:
    """The goods that stand before a word of trade: at most three words, none of which says something else."""
    back = first - 1
    while back >= 0 and first - back <= 3 and sentence.actors[back] < 0 and _names_goods(sentence.words[back]):
        back -= 1
    if back + 1 == first:
        return None
    return Span(sentence.starts[back + 1], sentence.stop(first - 1))


def _names_goods(token: str) -> bool:
    """Whether a word before a word of trade may name goods."""
    if not token[:1].isalpha() or token in _PLAIN or token.endswith(("ed", "ing", "ly")):
        return False
    known = words()
    others = (known.prepositions, known.adverbs, known.determiners, known.times, known.speech)
    return not any(token in group for group in others) and not any(
        token in word_class(name) for name in ("target", "up", "down")
    )


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)
