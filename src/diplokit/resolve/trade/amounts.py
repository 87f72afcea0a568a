"""Amounts of trade: which word of trade an amount of money belongs to, and what only stands beside one."""

import re
from collections.abc import Sequence

from diplokit import Reading
from diplokit.resolve.clauses import Sentence

from .comparisons import in_bracket, is_base, is_difference, is_step
from .equivalents import Amount
from .measures import Word
from .parts import part_of
from .sales import is_sale, is_whose
from .words import FLOWS, refused, word_class

# What is to be traded in many years is a contract.
_LONG_TERM = re.compile(
    r"\bover (?:a period of |the next |the coming |the course of )?(?:\d+|two|three|four|five|ten|fifteen|twenty|twenty-five|thirty) years|\bfor (?:the next )?(?:\d+|ten|fifteen|twenty) years"
)
# "earned 2 billion from coffee exports"
_EARNED = frozenset(
    "earned earns earn earning made received receives generated generates secured obtained gained netted garnered fetched collected "
    "bagged realised realized grossed raked pocketed".split()
)
_MARKETS = frozenset(["market", "destination", "buyer", "customer"])
_SPENT = frozenset("spent spend spends spending paid pays paying".split())
# Measures that may stand behind their amount.
_BEHIND = frozenset("total_trade weak surplus deficit balance exports imports re_exports domestic_exports".split())
_ENDS = frozenset(', ; : ) ( . " and or but while last this for with to from against during by as at which'.split())
_MONTHS = frozenset("january february march april may june july august september october november december the".split())
_QUALIFIED = frozenset("goods exports imports equipment access trade partner".split())
_DEALS = frozenset("contract contracts deal deals order orders agreement agreements".split())
_TARIFFS = frozenset("tariff tariffs duty duties levy levies sanctions".split())
_COUNTED = frozenset(
    "amounted amounting reached reaching totalled totaled totalling totaling was were stood rose fell grew hit exceeded".split()
)
# No trade of a state is told in less; "17.42 dollars" lacks its scale.
_LEAST = 1000
_AVERAGE = frozenset(["average", "averaged", "averaging"])
_AVERAGES = frozenset("average price prices unit".split())
_OF_WEIGHT = frozenset("ton tonne tons tonnes barrel kilogram kg kilo bushel ounce gallon".split())
_MAJOR = frozenset("major main largest biggest key top important export leading principal traditional".split())
_COPULAS = frozenset(["was", "were", "are", "is"])
_PRONOUNS = frozenset(["it", "they", "figure", "volume", "target", "goal"])
_GOES_ON = (["was"], ["were"], ["up"], ["down"], ["still"], ["is"], ["higher"], ["lower"], ["remained"])
_OTHER_CLAUSE = frozenset(["while", "whereas", "although", "but"])


def governing(
    reading: Reading, sentence: Sentence, found: Sequence[Word], amount: Amount, amounts: Sequence[Amount]
) -> tuple[Word, bool] | None:
    """The word that measures an amount, and whether the amount is the base of a comparison; `None` if it is no trade."""
    words = sentence.words
    first, last = sentence.at(amount.mention.start), sentence.at(max(amount.end - 1, amount.mention.start))
    if last >= len(words):
        return None
    aimed = first > 1 and words[first - 1] == "to" and words[first - 2].isalpha()
    if not aimed and _LONG_TERM.search(" ".join(words[last + 1 : last + 18])):
        _refuse(reading, amount, "deal_value")
        return None
    if abs(amount.mention.value.amount) < _LEAST:
        return None
    part = part_of(sentence, found, first, last)
    if part is not None:
        return part, False
    if words[first - 1 : first] != ["of"] or not _ends(found, first - 2):
        owner = _behind(sentence, found, first, last)
        if isinstance(owner, Word):
            return _governed_behind(reading, sentence, owner, amount, first, last)
        if owner is not None:
            _refuse(reading, amount, owner)
            return None
    before = [word for word in found if word.last < first]
    if not before:
        return None
    word = before[-1]
    if word.kind in ("bought", "sold"):
        return _governed_by_sale(sentence, found, word, first, last)
    return _governed_before(reading, sentence, found, word, amount, amounts)


def _refuse(reading: Reading, amount: Amount, reason: str) -> None:
    """Note why an amount is no trade."""
    reading.notice("trade_figures", f"no trade figure: {reason}", amount.mention.span)


def _governed_behind(
    reading: Reading, sentence: Sentence, owner: Word, amount: Amount, first: int, last: int
) -> tuple[Word, bool] | None:
    """The word of trade behind an amount: "a 5 billion dollar trade deficit"."""
    words = sentence.words
    if is_difference(words, last) or (words[first - 1] == "of" and is_step(words, first, last)):
        return None
    if not _DEALS.isdisjoint(words[max(first - 9, 0) : first]):
        _refuse(reading, amount, "deal_value")
        return None
    return None if owner.kind in {"bought", "sold"} else (owner, is_base(words, first))


def _governed_by_sale(
    sentence: Sentence, found: Sequence[Word], word: Word, first: int, last: int
) -> tuple[Word, bool] | None:
    """The verb of buying or selling before an amount."""
    if not is_sale(sentence, word, first, last, among_others=len(found) > 1):
        return None
    if word.kind == "bought" and not is_whose(sentence, last) and not _ranks_a_buyer(sentence.words, word):
        word.kind = "imports"  # "bought 9 billion dollars' worth of goods" does not say whose
    return word, False


def _governed_before(
    reading: Reading,
    sentence: Sentence,
    found: Sequence[Word],
    word: Word,
    amount: Amount,
    amounts: Sequence[Amount],
) -> tuple[Word, bool] | None:
    """The word of trade before an amount, if all that stands between lets it measure the amount."""
    words = sentence.words
    first, last = sentence.at(amount.mention.start), sentence.at(max(amount.end - 1, amount.mention.start))
    between = words[word.last + 1 : first]
    if _is_average(words, word, last) or _is_daily(words, word, first, last):
        return None
    if word.kind in ("exports", "imports") and not _DEALS.isdisjoint(words[max(word.first - 4, 0) : word.first - 1]):
        _refuse(reading, amount, "deal_value")
        return None
    if len(between) > 45 or (";" in between and _PRONOUNS.isdisjoint(between[between.index(";") :][:13])):
        return None
    others = [other for other in amounts if word.end <= other.mention.start < amount.mention.start]
    base = _is_compared(words, found, word, first)
    if _is_share(sentence, word, first, others):
        return None
    inner = [step for step in range(word.last + 1, first) if words[step] in refused() and not _qualifies(words, step)]
    if inner and not base:
        tail = max(inner)
        if not any(other.mention.start > sentence.starts[tail] for other in others):
            _refuse(reading, amount, refused()[words[tail]])
            return None
    if is_step(words, first, last) or is_difference(words, last):
        return None
    stretch = words[sentence.at(others[-1].end - 1) + 1 : first] if others else between
    if others and not base and not _goes_on(stretch):
        return None
    apposed = word.kind in ("surplus", "deficit") and words[first - 1] == "," and words[last + 1 : last + 2] == [","]
    dated = (
        others and stretch[-1:] in (["and"], [","]) and len(stretch) < 5 and stretch[0] in ("by", "in", "for", "during")
    )
    if len(stretch) > 2 and not apposed and not dated and word_class("links").isdisjoint(stretch):
        return None
    return None if _begins_clause(between) else (word, base)


def _is_average(words: Sequence[str], word: Word, last: int) -> bool:
    """Whether an amount is a price: "the average price of a ton of exports"."""
    low = max(word.first - 8, 0)
    return not _AVERAGES.isdisjoint(words[low : word.first]) and not _OF_WEIGHT.isdisjoint(words[low : last + 4])


def _is_compared(words: Sequence[str], found: Sequence[Word], word: Word, first: int) -> bool:
    """Whether an amount is the base of a comparison, and not of the opposite flow: "exports of 5 against imports of 3"."""
    if is_base(words, first) or in_bracket(words, word, first):
        return True
    if words[word.last + 1 : first] != ["of"] or not is_base(words, word.first):
        return False
    flows = {other.kind for other in found if other.last < word.first} & FLOWS
    return word.kind not in FLOWS or not flows or word.kind in flows


def _goes_on(stretch: Sequence[str]) -> bool:
    """Whether a second amount is of the same measure: "4.1 billion in February and 3.9 billion in March"."""
    joined = "and" in stretch or "," in stretch or "to" in stretch or "target" in stretch or stretch[:1] == [";"]
    if not joined or any(word in refused() for word in stretch):
        return False
    return "exports" in stretch or not any(word in ("including", "which", "of") for word in stretch[:3])


def _begins_clause(between: Sequence[str]) -> bool:
    """Whether another clause begins between a word of trade and an amount, about something else."""
    for step, token in enumerate(between):
        if step and token in _OTHER_CLAUSE and between[step + 1 : step + 2] not in _GOES_ON:
            return _PRONOUNS.isdisjoint(between[step:])
    return False


def _ranks_a_buyer(words: Sequence[str], word: Word) -> bool:
    """Whether a market of exports is said to buy: "Togo remained the top export market, buying goods worth 2 billion"."""
    before = words[max(word.first - 9, 0) : word.first]
    return words[word.first - 1] == "," and "export" in before and not _MARKETS.isdisjoint(before)


def _is_daily(words: Sequence[str], word: Word, first: int, last: int) -> bool:
    """Whether an amount is that of one day: "average daily exports of 2 billion", "exports averaged 2 billion a day"."""
    before = words[max(word.first - 3, 0) : first]
    if words[last + 1 : last + 3] in (["a", "day"], ["per", "day"], ["each", "day"], ["a", "week"]):
        return True
    return not _AVERAGE.isdisjoint(before) and ("daily" in before or "day" in before)


def _is_share(sentence: Sentence, word: Word, first: int, others: Sequence[Amount]) -> bool:
    """Whether an amount is a part of another: "20 billion, including 8 billion by private firms and 12 billion by others"."""
    words = sentence.words
    if "share" in words[word.last + 1 : first] and words[words.index("share", word.last) + 1] != ")":
        return True
    if "namely" in words[word.last + 1 : first] and max(sentence.actors[max(first - 3, 0) : first], default=-1) < 0:
        return True  # "categories of imports, namely oil worth 2 billion"
    for at in range(first - 1, word.last, -1):
        if words[at] == "including" or (words[at] == "which" and words[at - 1] in ("of", "among")):
            told = any(other.mention.start < sentence.starts[at] for other in others)
            return told or _COUNTED.isdisjoint(words[at:first])
    # "8 billion imported by private firms": the participle tells of the amount before it alone
    return sentence.words[word.last] in ("exported", "imported") and sentence.words[word.last + 1] == "by"


def _ends(found: Sequence[Word], at: int) -> bool:
    """Whether a word of trade, not one that only points at trade, ends at a word."""
    return any(word.last == at and word.pair is None for word in found)


def _behind(sentence: Sentence, found: Sequence[Word], first: int, last: int) -> Word | str | None:
    """What an amount is of by the words after it: a word of trade, a reason to refuse it, or nothing."""
    words = sentence.words
    linked = ""
    for step in range(last + 1, min(last + 10, len(words))):
        word = next((w for w in found if w.first <= step <= w.last), None)
        if word is not None and word.first > last and (linked or word.first <= last + 4):
            if word.kind not in _BEHIND:
                return None
            if word.kind in ("exports", "imports"):
                if linked == "of" and "worth" not in words[last + 1 : step]:
                    if not _TARIFFS.isdisjoint(words):
                        return "tariffed_trade"
                    listed = words[last + 1] == "of" and any(other.last < first for other in found)
                    return word if listed else None
                told = words[last + 1] in _COPULAS or (words[word.first - 1] in _COPULAS and word.first == last + 2)
                told = told or not _SPENT.isdisjoint(words[max(first - 4, 0) : first])  # "spent 5 billion importing"
                if word.last + 1 < len(words) and not linked and not told:
                    return None
            return word
        token = words[step]
        spent = token == "on" and not _SPENT.isdisjoint(words[max(first - 4, 0) : first])
        if (
            spent
            or (token == "from" and not _EARNED.isdisjoint(words[max(first - 4, 0) : first]))
            or (token in ("target", "goal") and words[step + 1 : step + 2] in (["for"], ["in"], ["of"]))
        ):
            linked = token
        elif (
            token == "for" and step == last + 1 and words[first - 1] == "of" and words[first - 2] in ("target", "goal")
        ):
            linked = "target"
        elif linked in ("target", "goal") and token == "for":
            continue
        elif token in _ENDS:
            return None
        if token in refused():
            if _qualifies(words, step):
                continue
            return refused()[token]
        if token == "of" and linked in ("", "worth") and not _TARIFFS.isdisjoint(words[max(first - 5, 0) : first]):
            return "tariffed_trade"
        if token in ("in", "of", "worth"):
            following = words[step + 1] if step + 1 < len(words) else ""
            if token == "in" and (following[:1].isdigit() or following in _MONTHS):
                return None
            linked = token
    return None


def _qualifies(words: Sequence[str], step: int) -> bool:
    """Whether a refused noun only qualifies a word of trade: "capital goods exports", "market access"."""
    following = words[step + 1] if step + 1 < len(words) else ""
    if words[step] in ("market", "markets") and "to" in words[max(step - 4, 0) : step]:
        return True  # where exports go
    if words[step] in ("market", "markets") and (words[step - 1] in _MAJOR or following == "for"):
        return True  # "Peru, one of its major markets"
    if words[step] == "fiscal":
        past = step > 0 and words[step - 1] in ("last", "previous", "past", "same")  # "last fiscal"
        return past or following[:1].isdigit() or following in ("year", "years", "first")
    return (
        following in _QUALIFIED
        or (words[step] == "order" and following == "of" and words[step - 1] == "the")  # "in the order of 2 billion"
        or (words[step] == "line" and step > 0 and words[step - 1] == "in")
        or (words[step] == "account" and following == "for")
        or (words[step] == "cost" and (following == "," or "imports" in words[:step]))  # "imports cost Chad 2 billion"
    )
