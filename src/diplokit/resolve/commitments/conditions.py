"""The further conditions of the uses of a verb as a commitment, by the words that follow it."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from diplokit.resolve.clauses import Sentence

from .terms import AGREE, CALL, PROPOSE
from .triggers import Trigger

_ME = frozenset(["me", "us", "you", "him", "her", "them", "it", "i"])
_ME_TO = (["me", "to"], ["us", "to"], ["him", "to"], ["her", "to"], ["them", "to"])
# What one is asked to pass on for courtesy: "asked him to convey her greetings".
_GREETINGS = frozenset(["greetings", "regards", "condolences", "wishes", "thanks", "thank", "gratitude"])
_HOPES = frozenset(
    (
        "if unless whether hope hopes hoped hoping confident confidence believe believes believed expects expect "
        "expected expectation deny denies denied denying wish wishes trust trusts optimistic think thinks thought doubt doubts likely rumours "
        "rumors speculation fears fear feared suggested predict predicts predicted forecast"
    ).split()
)
_IF = frozenset(["if", "unless", "whether"])
_SAID = frozenset("reports report claims claim rumours rumors suggestions allegations accusations assertions".split())
_REFUTED = frozenset(
    "dismissed dismisses dismissing rejected rejects rejecting refuted refutes refuting rebutted rebuts debunked disputed disputes denied denies denying".split()
)
_QUESTIONS = frozenset("how when what who where why which".split())
_ASKING = frozenset(
    (
        "know knows known knew unknown seen see clear unclear uncertain unsure ask asks asked asking wonder wonders wondered wondering "
        "question questions say said specify specified decide decided decides determine guess doubt disclose disclosed reveal revealed"
    ).split()
)
"""Before a question whose answer is open: "it remains to be seen how", "did not say when"."""
_ABOUT = frozenset(["about", "of", "as", "to", "on", "over"])
_WILL = frozenset(["will", "would", "shall"])
_FIRM = frozenset(
    "committed commitment not support continues ready prepared willing determined resolved opposed".split()
)
# What follows them happens at another time: "called on the President before leaving for home".
_OTHER_TIMES = frozenset(["before", "after", "ahead", "prior"])
UPON = frozenset(["to", "on", "that"])
"""What stands before that which is agreed with somebody."""
_COURTESIES = (
    ["discuss"],
    ["exchange"],
    ["brief"],
    ["bid"],
    ["convey"],
    ["congratulate"],
    ["felicitate"],
    ["apprise"],
    ["introduce"],
    ["thank"],
)
"""What one does oneself who calls on somebody."""


def holds(sentence: Sentence, trigger: Trigger, shape: str, at: int, following: int, after: int, folded: str) -> bool:
    """Whether the further conditions of a use hold, by the words that follow."""
    all_words, flags = sentence.words, trigger.flags
    if "call" in flags and not _is_call(sentence, at, following):
        return False
    if "to" in flags and not (
        _has_to(sentence, following)
        and (
            trigger.act is not CALL
            or (all_words[following : following + 2] in _ME_TO and all_words[at][:4] != "want")
            or any(
                number >= 0 and word not in _ME
                for word, number in zip(
                    all_words[following : following + 7], sentence.actors[following : following + 7], strict=True
                )
            )
            or sentence.is_place(following)
        )
    ):
        return False
    if (
        "actor" in flags
        and shape != "passive"
        and not (
            following < len(all_words)
            and sentence.actors[following] >= 0
            and (
                not (trigger.act is CALL or (trigger.act is PROPOSE and all_words[at][:2] == "su"))
                or _may_do(sentence, following)
            )
        )
    ):
        return False
    if "said" in flags and ("because" in all_words[:at] or sentence.speaker(at) is None):
        return False
    if "warned" in flags and not _warned(sentence, following):
        return False
    if "direct" in flags and not _told_to(sentence, following):
        return False
    if "asked" in flags and sentence.actors[at + 1] < 0:
        return False
    if "object" in flags and shape != "passive" and not _has_object(sentence, following):
        return False
    if "modal" in flags and sentence.known.modals.isdisjoint(near := all_words[following : following + 14]):
        if _FIRM.isdisjoint(near) and (trigger.act is not PROPOSE or "be" not in near):
            return False
    if "willed" in flags and _WILL.isdisjoint(all_words[following : following + 14]):
        return False
    if (
        trigger.act is AGREE
        and all_words[following - 1] == "with"
        and UPON.isdisjoint(all_words[following : following + 9])
    ):
        return False
    if "wishnoun" in trigger.classes and all_words[following : following + 1] != ["to"]:
        return False
    if "goal" in flags and not _goal_near(folded[after : min(after + 40, sentence.end)]):
        return False
    if "sum" in flags and not _sum_near(folded[after : min(after + 42, sentence.end)]):
        return False
    return "money" not in flags or _money_near(folded, after, sentence.end)


def is_hedged(group: Sequence[str], all_words: Sequence[str], start: int) -> bool:
    """As in "is expected to", "if … agrees", "whether", "nobody knows how": nothing has been committed."""
    near = all_words[max(start - 8, 0) : start]
    if not _QUESTIONS.isdisjoint(near) and _asked(near):
        return True
    if not _HOPES.isdisjoint(near) and not (near[-1] == "and" and _IF.isdisjoint(near)):
        for word in reversed(near):
            if word in _HOPES:
                return True
            if word in (",", ";", '"', "but"):
                break
    if "once" in near and _conditional(near):
        return True
    if refuted(near):
        return True
    return "yet" in group or (all_words[0] == "had" and "," in all_words[start:])


def _asked(near: Sequence[str]) -> bool:
    """Whether words tell of a question to which nobody gives the answer: "do not know how", "asked about what"."""
    return any(
        word in _QUESTIONS and (before in _ASKING or (before in _ABOUT and not _ASKING.isdisjoint(near[:at])))
        for at, (before, word) in enumerate(pairwise(near))
    )


def _conditional(near: Sequence[str]) -> bool:
    """As in "once Peru agrees", not "once again Peru agreed"."""
    at = near.index("once")
    return (not at or near[at - 1] in (",", "only", "but", '"')) and near[at + 1 : at + 2] not in (
        ["again"],
        ["more"],
        [","],
        [],
    )


def refuted(near: Sequence[str]) -> bool:
    """Whether words end as in "dismissed reports that", "rejected media claims that it"."""
    if "that" not in near or _REFUTED.isdisjoint(near):
        return False
    told = len(near) - 1 - near[::-1].index("that")
    return near[told - 1] in _SAID and not _REFUTED.isdisjoint(near[max(told - 4, 0) : told - 1])


def _may_do(sentence: Sentence, first: int) -> bool:
    """Whether an actor is followed by a bare verb: "suggested (that) Peru join", not "suggested that Peru was behind it"."""
    step = sentence.series_end(first)
    number = sentence.actors[step]
    while step < len(sentence.words) and (
        sentence.actors[step] == number or sentence.words[step] in sentence.known.adverbs
    ):
        step += 1
    if step >= len(sentence.words) or not sentence.words[step].isalpha():
        return False
    word = sentence.words[step]
    return not (
        word.endswith(("ed", "s"))
        or word in sentence.known.auxiliaries
        or (word in sentence.known.modals and word != "should")
        or word in sentence.known.prepositions
    )


def _warned(sentence: Sentence, first: int) -> bool:
    """Whether somebody is asked to leave something: "warned Peru not to sign", "warned the two against voting"."""
    ahead = list(takewhile(lambda word: word not in ("that", ","), sentence.words[first : first + 9]))
    return ("not", "to") in pairwise(ahead) or any(
        word == "against" and then.endswith("ing") for word, then in pairwise(ahead)
    )


def _told_to(sentence: Sentence, first: int) -> bool:
    """Whether those who are told follow, and right behind them what they shall do: "told Peru (not) to leave"."""
    if first >= len(sentence.words) or sentence.actors[first] < 0:
        return False
    behind = sentence.series_end(first) + 1
    while behind < len(sentence.words) and sentence.actors[behind] == sentence.actors[first]:
        behind += 1
    return sentence.words[behind : behind + 1] == ["to"] or sentence.words[behind : behind + 2] == ["not", "to"]


def _has_to(sentence: Sentence, first: int) -> bool:
    ahead = sentence.words[first : first + 14]
    return "to" in ahead and "whether" not in ahead and _GREETINGS.isdisjoint(ahead)


def _has_object(sentence: Sentence, first: int) -> bool:
    return first < len(sentence.words) and sentence.words[first] not in (".", ",", ";", "to", "by", "comment")


def _is_call(sentence: Sentence, at: int, first: int) -> bool:
    """Whether "call on" asks someone to act, and is no courtesy call; "call for" always asks."""
    if sentence.words[first - 1] == "for":
        return True
    asked = sentence.words[first : first + 14]
    if not _OTHER_TIMES.isdisjoint(asked):
        asked = asked[: next(at for at, word in enumerate(asked) if word in _OTHER_TIMES)]
    if sentence.titles[first : first + 1] and sentence.titles[first] and "to" in asked:
        # "called on the President to brief him on": nobody is asked to
        return asked[asked.index("to") + 1 :][:1] not in _COURTESIES
    return "to" in asked or "for" in asked[:8]


def _money_near(folded: str, at: int, end: int) -> bool:
    window = folded[at - 30 if at > 30 else 0 : min(end, at + 40)]
    return any(mark in window for mark in "$€£¥₹") or any(char.isdigit() for char in window)


def _sum_near(behind: str) -> bool:
    """Whether an amount of money follows: "$40m", "3 million yen", not "500,000 doses"."""
    return any(mark in behind for mark in "$€£¥₹") or not _CURRENCIES.isdisjoint(
        behind.replace(".", " ").replace(",", " ").split()
    )


def _goal_near(behind: str) -> bool:
    """Whether a quantity follows that one may aim at: "$15bn", "RM10 billion", "40 per cent"."""
    return any(mark in behind for mark in "$€£¥₹%") or not _QUANTITIES.isdisjoint(behind.replace(",", " ").split())


_QUANTITIES = frozenset("million billion trillion crore percent cent".split())
_CURRENCIES = frozenset(
    "dollars euros pounds yen yuan rupees riyals dirhams dinars francs marks roubles rubles kroner kronor ringgit baht "
    "pesos usd eur gbp".split()
)
