"""Buying and selling: which amounts tell what a state sold or bought, and whether they say whose the goods are."""

from diplokit.resolve.clauses import Sentence

from .measures import Word
from .words import refused

GOODS = frozenset(
    "goods products merchandise commodities exports services coal oil crude gas lng wheat grain corn maize rice beef soybeans "
    "cotton sugar tea coffee cocoa copper iron ore steel gold timber textiles garments electricity fish seafood fruit".split()
)
_NEVER_TRADED = frozenset(
    "bonds shares stock stocks land property treasuries debt equity securities stake currency".split()
)
_WORTH = (["worth", "."], ["worth", ","], ["worth", "in"])


def is_whose(sentence: Sentence, last: int) -> bool:
    """Whether the goods of an amount are somebody's: "9 billion dollars' worth of Australian goods"."""
    near = sentence.words[last + 1 : last + 5]
    at = last + 2 + near.index("of") if "of" in near else 0
    return at > 0 and max(sentence.actors[at : at + 3], default=-1) >= 0 and "from" not in sentence.words[at : at + 3]


def is_sale(sentence: Sentence, word: Word, first: int, last: int, *, among_others: bool) -> bool:
    """Whether an amount is what was bought or sold: "9 billion dollars' worth of Australian goods"."""
    words = sentence.words
    between, near = words[word.last + 1 : first], words[last + 1 : last + 9]
    if len(between) > 6 or not _NEVER_TRADED.isdisjoint(near):
        return False
    if among_others and (near[:2] in _WORTH or (near[:1] == ["of"] and near[1:2] == ["goods"])):
        return True  # "sold 9 billion and bought 2 billion dollars worth."
    if "value" in between and not GOODS.isdisjoint(between):
        return True  # "bought goods to the value of 9 billion dollars"
    if "worth" in near[:3] and "of" in near[:4] and any(number >= 0 for number in sentence.actors[last + 1 : last + 5]):
        return True
    if near[:1] in (["of"], ["worth"]) and "from" in near and refused().keys().isdisjoint(near):
        origin = last + 2 + near.index("from")
        if word.kind == "bought" and origin < len(words) and max(sentence.actors[origin : origin + 2], default=-1) >= 0:
            return True  # "bought 9 billion dollars worth of crude from Angola"
    if near[:1] == ["of"] and not GOODS.isdisjoint(near[1:4]) and sentence.actors[last + 2] >= 0:
        return True  # "bought 9 billion dollars of Australian goods"
    way = "to" if word.kind == "sold" else "from"
    if near[:1] == ["of"] and way in near[2:6] and not GOODS.isdisjoint(near[1 : near.index(way)]):
        at = last + 2 + near.index(way)
        return max(sentence.actors[at : at + 2], default=-1) >= 0  # "shipped 9 billion dollars of goods to Peru"
    if "worth" not in near and "worth" not in between:
        direct = between == [] and near[:1] == ["to" if word.kind == "sold" else "from"] and len(near) > 1
        return direct and sentence.actors[last + 2] >= 0 and refused().keys().isdisjoint(words)
    goods = word.kind == "sold" or not GOODS.isdisjoint(near) or not GOODS.isdisjoint(between)
    return goods and not refused().keys() & set(near[:4])
