"""Words that measure trade in a sentence: which words of trade stand for a measure there, and which do not."""

from collections.abc import Iterator, Sequence

from attrs import define

from diplokit import Hit, TradeFigure
from diplokit.resolve.clauses import Sentence

from .sides import Party
from .words import BALANCES, BESIDE_AMOUNTS, FLOWS, refused, word_class

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
_PARTS = frozenset(["%", "percent", "cent", "pct", "share", "half", "third", "quarter", "part", "portion"])
_COUNTED = frozenset("reached totalled totaled amounted stood were was rose fell hit exceeded worth".split())
_LOOSE = frozenset(
    [",", "(", "by", "for", "each", "every", "this", "last", "that", "which", "now", "currently", "related", "oriented"]
)
_TRADES = frozenset(["total_trade", "weak"])


_JOINTS = frozenset(["and", "to", "from", "of", "plus", "&", "or", "total", "goods"])
_RANKING = {"ranked_trade": "total_trade", "ranked_exports": "exports", "ranked_imports": "imports"}
# What stands before the amount of one that ranks among partners.
_ABOUT = frozenset(
    "about around some nearly over almost roughly just more less than approximately a total of close to".split()
)
# What makes "export" a verb.
_VERBAL = frozenset("to will would can could may might should must not and also who which".split())


@define
class Word:
    """A word of trade in a sentence: its class, its first and last word, and where it stands.

    Attributes:
        parts: The two words of "exports and imports", which are one measure or two.
        ranks: Whether it names a partner by his rank: "trading partner".
        pair: The reporter and the partner, where the word only points at trade told of before.
        follows: The figure of another partner whose list the sentence goes on with.
    """

    kind: str
    first: int
    last: int
    start: int
    end: int
    parts: tuple["Word", ...] = ()
    ranks: bool = False
    pair: tuple[Party | None, Party | None] | None = None
    follows: TradeFigure | None = None


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
        kind = _meant(sentence, word, said, amounts, trade=trade)
        if kind in _RANKING and _tells_amount(sentence, word, amounts):
            kind, word.ranks = _RANKING[kind], True
            word.kind = kind
            yield word
            continue
        if not kind or kind in _RANKING:
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
            if word.first == held.last + 1 and held.kind in _TRADES and word.kind in BALANCES:
                held = Word(word.kind, held.first, word.last, held.start, word.end)
                continue
            if (
                held.kind in FLOWS
                and word.kind in FLOWS
                and held.kind != word.kind
                and not held.parts
                and word.first - held.last <= 4
                and _JOINTS.issuperset(between := sentence.words[held.last + 1 : word.first])
                and ("and" in between or "plus" in between)
            ):
                held = Word("total_trade", held.first, word.last, held.start, word.end, (held, word))
                continue
            yield held
        held = word
    if held is not None:
        yield held


def _meant(sentence: Sentence, word: Word, said: str, amounts: Sequence[int], *, trade: bool) -> str:
    """The class of a word of trade as the sentence uses it; empty where it is no word of trade there."""
    words = sentence.words
    kind, first = word.kind, word.first
    if kind.startswith("those"):
        # "those to Chile": the exports that the sentence began to tell of
        fits = (
            said in FLOWS and (kind != "those_to" or said == "exports") and (kind != "those_from" or said == "imports")
        )
        return said if fits else ""
    if kind in ("sales_to", "purchases_from"):
        owned = first > 0 and (sentence.actors[first - 1] >= 0 or words[first - 1] in ("'s", "its", "their", "our"))
        told = trade or said in FLOWS or (owned and (not _TRADE.isdisjoint(words) or _is_to_side(sentence, word.last)))
        if not told or not _ARMS.isdisjoint(words[max(first - 2, 0) : first]):
            return ""
        return "exports" if kind == "sales_to" else "imports"
    if kind in ("weak_exports", "weak_imports"):
        following = words[word.last + 1] if word.last + 1 < len(words) else "."
        if said in FLOWS and word.last + 1 < len(words) and sentence.starts[word.last + 1] in amounts:
            return kind[5:]  # "export totalled 5 billion, import 3 billion"
        verb = first > 0 and (words[first - 1] in _VERBAL or words[first - 1] in ("they", "we", "it"))
        followed = following in word_class("after") or (following.endswith("ed") and following not in _LOOSE)
        return "" if verb or not followed or following in _LOOSE else kind[5:]
    if kind == "bought" and words[first] == "purchases" and said == "exports":
        return "imports" if not _COUNTED.isdisjoint(words[word.last + 1 : word.last + 2]) else kind
    if kind == "shipments":
        fits = (trade or bool(said)) and _ARMS.isdisjoint(words[max(first - 2, 0) : first])
        counted = not _COUNTED.isdisjoint(words[word.last + 1 : word.last + 3]) or (
            words[word.last + 1 : word.last + 2] == ["of"] and sentence.starts[word.last + 2] in amounts
        )
        return "exports" if fits and counted else ""
    if kind == "exchanges":
        return "total_trade" if trade or not _TRADE.isdisjoint(words) else ""
    return kind


def _is_to_side(sentence: Sentence, last: int) -> bool:
    """Whether a side stands right behind a word: "sales to Peru", "purchases from the Czechs"."""
    return max(sentence.actors[last + 1 : last + 3], default=-1) >= 0


def _tells_amount(sentence: Sentence, word: Word, amounts: Sequence[int]) -> bool:
    """Whether the amount of a partner stands beside his rank: "the top export market with 5 billion dollars"."""
    start = next((start for start in amounts if start >= word.end), None)
    if start is None:
        return False
    at = sentence.at(start)
    step = at - 1
    while step > word.last and sentence.words[step] in _ABOUT:
        step -= 1
    return at - word.last <= 14 and step > word.last and sentence.words[step] in BESIDE_AMOUNTS


def _measures(sentence: Sentence, word: Word, *, balance: bool) -> bool:
    """Whether a word of trade measures an amount, by the words beside it."""
    words = sentence.words
    kind, first, last = word.kind, word.first, word.last
    following = words[last + 1] if last + 1 < len(words) else "."
    second = words[last + 2] if following == "and" and last + 2 < len(words) else ""
    if first and words[first - 1] in word_class("unreal"):
        return False
    if first > 1 and words[first - 1] == "between" and words[first - 2] in ("difference", "gap", "ratio", "imbalance"):
        return False  # "the difference between exports and imports"
    owner = first - 1
    while owner > 0 and words[owner] in ("the", "its", "their", "our", "all"):
        owner -= 1
    if owner > 0 and words[owner] == "of" and words[owner - 1] in _PARTS:
        return False  # "accounted for 60 per cent of total trade"
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
