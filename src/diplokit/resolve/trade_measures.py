"""Words that measure trade in a sentence: which words of trade stand for a measure there, and which do not."""

from collections.abc import Iterator, Sequence

from attrs import define

from diplokit import Hit

from .clauses import Sentence
from .trade_words import refused, word_class

# Sales of these are no trade of a state.
_ARMS = frozenset(
    "arms weapons weapon military retail ticket company unit vehicle defence defense jet aircraft".split()
)
_TRADE = frozenset("trade trading exports imports export import bilateral commerce".split())
# What stands before "trade" that is no trade of one state with another, or no amount of it.
_OTHER_TRADE = frozenset("free fair retail drug arms slave world of freer wildlife tourist wholesale the cyber".split())
_AMOUNT_FOLLOWS = frozenset("between with was worth in".split())
_OTHER_BALANCES = frozenset(
    "budget fiscal account current payments government public services-only revenue state capital food trust federal "
    "tourism".split()
)
_BALANCES = frozenset(["surplus", "deficit", "balance"])
_FLOWS = frozenset(["exports", "imports"])
_TRADES = frozenset(["total_trade", "weak"])


@define
class Word:
    """A word of trade in a sentence: its class, its first and last word, and where it stands."""

    kind: str
    first: int
    last: int
    start: int
    end: int


def measuring(
    sentence: Sentence, hits: Sequence[Hit], amounts: Sequence[int], *, balance: bool, trade: bool = False
) -> Iterator[Word]:
    """The words of trade that measure something here.

    Args:
        sentence: The sentence.
        hits: Its words of trade.
        amounts: Where its amounts begin.
        balance: Whether a balance of trade was told just before: then a bare "surplus" is one too.
        trade: Whether any amount of trade was told just before: then "sales to Peru" is trade too.
    """
    words = sentence.words
    said = ""
    glosses = _glosses(sentence, amounts) if "(" in words else ()
    for word in _joined(sentence, hits):
        if any(first < word.first < last for first, last in glosses):
            continue
        kind = _meant(sentence, word, said, trade=trade)
        if not kind:
            continue
        word.kind = said = kind
        if _measures(sentence, word, balance=balance):
            yield word


def _glosses(sentence: Sentence, amounts: Sequence[int]) -> list[tuple[int, int]]:
    """The brackets that hold no amount: they explain a word, and measure nothing."""
    found: list[tuple[int, int]] = []
    opened = -1
    for at, token in enumerate(sentence.words):
        if token == "(":
            opened = at
        elif token == ")" and opened >= 0:
            if not any(sentence.starts[opened] < start < sentence.starts[at] for start in amounts):
                found.append((opened, at))
            opened = -1
    return found


def _joined(sentence: Sentence, hits: Sequence[Hit]) -> Iterator[Word]:
    """The words of trade, with those that stand side by side as one: "annual trade" + "surplus"."""
    held: Word | None = None
    for hit in hits:
        word = Word(str(hit.meaning), sentence.at(hit.start), sentence.at(hit.end - 1), hit.start, hit.end)
        if held is not None:
            if word.first == held.last + 1 and held.kind in _TRADES and word.kind in _BALANCES:
                held = Word(word.kind, held.first, word.last, held.start, word.end)
                continue
            yield held
        held = word
    if held is not None:
        yield held


def _meant(sentence: Sentence, word: Word, said: str, *, trade: bool) -> str:
    """The class of a word of trade as the sentence uses it; empty where it is no word of trade there."""
    words = sentence.words
    kind, first = word.kind, word.first
    if kind.startswith("those"):
        # "those to Chile": the exports that the sentence began to tell of
        fits = (
            said in _FLOWS and (kind != "those_to" or said == "exports") and (kind != "those_from" or said == "imports")
        )
        return said if fits else ""
    if kind in ("sales_to", "purchases_from"):
        owned = first > 0 and (sentence.actors[first - 1] >= 0 or words[first - 1] in ("'s", "its", "their", "our"))
        told = trade or (owned and not _TRADE.isdisjoint(words))
        if not told or not _ARMS.isdisjoint(words[max(first - 2, 0) : first]):
            return ""
        return "exports" if kind == "sales_to" else "imports"
    if kind == "exchanges":
        return "total_trade" if trade or not _TRADE.isdisjoint(words) else ""
    return kind


def _measures(sentence: Sentence, word: Word, *, balance: bool) -> bool:
    """Whether a word of trade measures an amount, by the words beside it."""
    words = sentence.words
    kind, first, last = word.kind, word.first, word.last
    following = words[last + 1] if last + 1 < len(words) else "."
    second = words[last + 2] if following == "and" and last + 2 < len(words) else ""
    if following in word_class("other") and kind not in ("bought", "sold"):
        return False
    if kind == "weak":
        before = words[first - 1] if first else ""
        if second in refused():
            return False
        if (
            following not in word_class("after")
            and not following.endswith("ed")
            and not following[:1].isdigit()
            and following not in (".", ";", '"', "-", ")")
        ):
            return False
        if before in _OTHER_TRADE and following not in _AMOUNT_FOLLOWS:
            return False
    if kind in ("surplus", "deficit") and (word.end - word.start < 10 or words[first] in ("negative", "positive")):
        if not _OTHER_BALANCES.isdisjoint(words[max(first - 3, 0) : first]):
            return False
        if not balance and _TRADE.isdisjoint(words) and following not in ("with", "in"):
            return False
        if following == "in" and "trade" not in words and not balance:
            return False
    if second in ("investment", "investments") and kind in ("total_trade", "exports", "imports"):
        return False
    return not (first > 1 and words[first - 1] == "and" and words[first - 2] in ("investment", "investments"))
