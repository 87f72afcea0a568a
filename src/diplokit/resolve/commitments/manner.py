"""How a commitment is put: to do or not to do, as a fact or on a condition, as news or as old news, alone or for others."""

import re
from collections.abc import Sequence

from diplokit import Reading
from diplokit.resolve.clauses import Sentence, Sentences
from diplokit.resolve.collectives import BLOCS
from diplokit.vocabulary import Collectivity, Modality, Novelty

from .found import Found
from .terms import (
    ASSERTED,
    COLLECTIVE,
    CONCLUDE,
    CONDITIONAL,
    CONTINUE,
    CONTINUED,
    DELEGATED,
    HISTORICAL,
    HYPOTHETICAL,
    JOINT,
    NEW,
    REAFFIRM,
    REFUSE,
    RENEWED,
    REPORTED,
    TOLD_AGAIN,
    UNILATERAL,
)

_CONDITIONS = frozenset(["if", "unless", "provided"])
_MAYBE = frozenset("perhaps possibly maybe probably presumably conceivably".split())
_BEFORE_NOW = frozenset("already previously formerly originally initially".split())
_ONCE_MORE = frozenset(["again", "anew"])
_RECALLED = frozenset("recalled recalls recalling remembered".split())
_NEVER_TO = (["not", "to"], ["never", "to"], ["to", "not"], ["to", "never"], ["to", "no"], ["against"])
_FOR_ANOTHER = (["on", "behalf", "of"], ["in", "the", "name", "of"])
_ON_BEHALF = re.compile(r"\bon [\w' ]{1,30}?(?:'s?|its|their|his|her|our|my) behalf\b")
_TURNS = frozenset(["who", "which", "that", "and", "said", "says", ";", ":"])
_YEAR = re.compile(r"[12]\d\d\d")


def negative(one: Found, tokens: Sequence[str]) -> bool:
    """Whether one commits not to do something: "rules out", "pledged not to"."""
    return one.negative or one.act is REFUSE or tokens[:2] in _NEVER_TO or tokens[:1] in _NEVER_TO


def modality(reading: Reading, sentence: Sentence, one: Found, *, reported: bool) -> Modality:
    """How the text puts a commitment.

    Args:
        reading: The reading.
        sentence: The sentence.
        one: What was found.
        reported: Whether somebody is said to say it, outside a quotation.
    """
    heard = sentence.words
    if not _CONDITIONS.isdisjoint(heard):
        return CONDITIONAL
    at = sentence.at(one.first)
    if not _MAYBE.isdisjoint(heard[max(one.verb - 3, 0) : max(at, one.verb) + 3]):
        return HYPOTHETICAL
    if reported or one.modal == "would":
        return REPORTED
    if one.form in ("past", "passive") and _YEAR.search(reading.document.folded, sentence.start, sentence.end):
        published = reading.document.published
        recent = published.year - 1 if published is not None else 2000
        if any(len(word) == 4 and word.isdecimal() and word.isascii() and 1800 <= int(word) < recent for word in heard):
            return HISTORICAL
    return ASSERTED


def novelty(sentence: Sentence, one: Found, tokens: Sequence[str], put: Modality) -> Novelty:
    """Whether a commitment is new, made again, carried on, or one that was made before and is only told of."""
    act = one.act
    if act is REAFFIRM:
        return RENEWED
    if act is CONTINUE or "continue" in tokens[:4]:
        return CONTINUED
    if put is HISTORICAL:
        return TOLD_AGAIN
    heard = sentence.words
    near = heard[max(one.verb - 2, 0) : sentence.at(one.last - 1) + 1]
    if not _ONCE_MORE.isdisjoint(near):
        return RENEWED
    if not _BEFORE_NOW.isdisjoint(near) or ("earlier" in near and "had" in near):
        return TOLD_AGAIN
    if not _RECALLED.isdisjoint(heard[max(one.verb - 10, 0) : one.verb]):
        return TOLD_AGAIN
    return NEW


def collectivity(sentence: Sentence, sentences: Sentences, one: Found) -> Collectivity:
    """Who commits: one side, two, many or a body for its members, or one for another."""
    if len(one.actors) > 1:
        return JOINT if len(one.actors) == 2 else COLLECTIVE
    if not one.actors:
        return UNILATERAL
    heard = sentence.words
    if ("behalf" in heard or "name" in heard) and _for_another(sentence, one):
        return DELEGATED
    if sentences.kinds[one.actors[0]] in BLOCS:
        return COLLECTIVE
    if sentence.groups and any(ids == one.actors for _, ids in sentence.groups):
        return COLLECTIVE
    return UNILATERAL


def _for_another(sentence: Sentence, one: Found) -> bool:
    """Whether one commits for another: "on behalf of Peru", "on its behalf", in the clause of the verb."""
    heard = sentence.words
    verb, last = one.verb, sentence.at(one.last - 1)
    reach = 14 if one.act is CONCLUDE else 3  # "pledged on behalf of", "signed the treaty of friendship on behalf of"
    for at in range(max(verb - 24, 0), min(last + reach, len(heard) - 3)):
        if heard[at : at + 3] != _FOR_ANOTHER[0] and heard[at : at + 4] != _FOR_ANOTHER[1]:
            continue
        between = heard[at:verb] if at < verb else heard[last:at]
        if _TURNS.isdisjoint(between):
            return True
    begin, end = sentence.starts[max(verb - 12, 0)], sentence.stop(min(last + 10, len(heard) - 1))
    return (
        "behalf" in heard
        and _ON_BEHALF.search(sentence.folded, begin - sentence.start, end - sentence.start) is not None
    )
