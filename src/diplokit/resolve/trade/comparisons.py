"""What an amount of trade is compared with, and amounts that tell only how much another changed."""

from collections.abc import Sequence

from .measures import Word
from .words import PERCENT, word_class

BASE = "base of a comparison"
"""The rule of a figure that another is compared with."""
_BASE = frozenset(["from", "against", "than"])
_STEPS = frozenset(
    "increase decrease rise fall drop growth decline jump gain reduction difference improvement contraction expansion".split()
)
_BEFORE_BASE = frozenset(
    "about around some nearly just only over a an the almost more than revised $ u.s under less existing present current".split()
)
_LEVELS = frozenset(["level", "levels", "volume", "value", "figure", "amount", "total"])
_UP_OR_DOWN = frozenset(["up", "down"])
_PRESENT = frozenset(["present", "current", "existing"])
_BEFORE_PRESENT = (_BEFORE_BASE - _PRESENT) | {"level", "levels", "volume", "value", "figure", "of"}
_SPANS = frozenset(["year", "month", "quarter"])
_BEFORE_STEP = frozenset("about some nearly around a $ over almost".split())
_COMPARING = frozenset(["compared", "than", "against", "over", "same", "corresponding", "year-on-year", "versus"])
_COMPARATIVES = (["more"], ["less"], ["higher"], ["lower"], ["larger"], ["smaller"], ["bigger"], ["greater"], ["above"])
_AFTER_COMPARATIVE = frozenset(["than", ".", ",", ";", "year-on-year"])


def is_base(words: Sequence[str], first: int) -> bool:
    """Whether an amount is what another is compared with: "down from", "compared with", "against"."""
    step = first - 1
    if words[step] == "'s" and words[step - 1] in _SPANS:
        step -= 3  # "against last year's 2 billion"
    while step >= 0 and words[step] in _BEFORE_BASE:
        if words[step] == "than" and step > 0 and words[step - 1] not in ("more", "less"):
            break
        step -= 1
    if step > 1 and words[step] == "of" and words[step - 1] in _LEVELS:
        step -= 2  # "from a level of 2 billion"
        while step >= 0 and words[step] in _BEFORE_BASE:
            step -= 1
    if step < 0:
        return False
    word = words[step]
    if word == "of" and "compared" in words[max(step - 8, 0) : step]:
        return True  # "compared to the same period of last year of 3 billion"
    if word in PERCENT and ("over" in words[step + 1 : first] or "than" in words[step + 1 : first]):
        return True  # "14 per cent over 3 billion"
    return word in _BASE or (
        word in ("with", "to") and step > 0 and words[step - 1] in ("compared", "compares", "comparing", "comparison")
    )


_AIMED = frozenset("trade commerce turnover volume exchange exchanges exports imports".split())


def is_present(words: Sequence[str], first: int) -> bool:
    """Whether an amount is what there is today, from where it is to grow: "from the present 2 billion to 5 billion by 2030"."""
    if words[first - 1] == "from" and words[first - 2] in _AIMED and "to" in words[first + 2 : first + 5]:
        return True  # "to double trade from 2 billion to 5 billion by 2030"
    if (
        words[first - 1] == "worth"
        and words[first - 2] in ("currently", "now", "presently")
        and "," in words[first + 2 : first + 5]
    ):
        return True  # "trade, now worth 2 billion, may double by 2030"
    step = first - 1
    while step > 0 and words[step] in _BEFORE_PRESENT:
        step -= 1
    return words[step] in _PRESENT and "from" in words[max(step - 3, 0) : step]


def in_bracket(words: Sequence[str], word: Word, first: int) -> bool:
    """Whether an amount stands in brackets behind what is compared: "8 per cent less than in 2021 (2 billion dollars)"."""
    if words[first - 1] not in ("(", "-"):
        return False
    return not _COMPARING.isdisjoint(words[max(word.last + 1, first - 16) : first])


def is_step(words: Sequence[str], first: int, last: int) -> bool:
    """Whether an amount says by how much, not to what: "rose 2 billion to 10 billion dollars", "rose by 2 billion"."""
    preceding = words[first - 1] if first else ""
    if preceding == "by" or (preceding == "of" and first > 1 and words[first - 2] in _STEPS):
        return True
    if preceding == "(" and words[last + 1 : last + 2] == [")"] and _moves(words, first - 2):
        return True  # "up 4.6 percent (26 million dollars)"
    step = first - 1
    while step > 0 and words[step] in _BEFORE_STEP:
        step -= 1
    if words[step] == "by" and step < first - 1:
        return True  # "fell by nearly 4 billion"
    if words[step] in _UP_OR_DOWN and words[step - 1] == ",":
        return True  # "were 17 billion, down 1 billion"
    percent = step > 0 and words[step - 1] in PERCENT
    if percent and words[step] == "or" and "(" not in words[max(step - 5, 0) : step]:
        return True  # "rose by 11 per cent or 18 million"
    if words[max(step - 1, 0) : step + 1] == ["equivalent", "to"] and not PERCENT.isdisjoint(
        words[max(step - 4, 0) : step]
    ):
        return True
    moved = step >= 0 and (words[step] in word_class("up") or words[step] in word_class("down"))
    following = words[last + 1 : last + 3]
    if moved and following[:1] == ["in"]:  # "fell by nearly 4 billion in 1998, to just 12 billion"
        following = words[last + 3 : last + 6]
        return "to" in following and "," in following
    return moved and ("to" in following or "from" in following[:1])


def _moves(words: Sequence[str], at: int) -> bool:
    """Whether the words up to a place say by how much something rose or fell: "up 4 percent", "a 46 percent decrease"."""
    if words[at] in _STEPS:
        return True
    if words[at] not in PERCENT:
        return False
    return not (word_class("up") | word_class("down")).isdisjoint(words[max(at - 5, 0) : at])


def is_difference(words: Sequence[str], last: int) -> bool:
    """Whether an amount says how much more or less another is: "2 billion more than in May"."""
    following = words[last + 1 : last + 3]
    return following[:1] in _COMPARATIVES and (len(following) == 1 or following[1] in _AFTER_COMPARATIVE)
