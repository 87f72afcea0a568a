"""What a commitment says of itself: by when, how much, under which instrument, for whom, how firmly."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from diplokit import Reading, Span
from diplokit.resolve.clauses import Sentence, Sentences
from diplokit.vocabulary import Act, CommitmentStatus, ObjectKind, Polarity, Specificity

from .fates import fate_of
from .found import Found
from .manner import collectivity, modality, negative, novelty
from .terms import (
    ACTION,
    AGREE,
    AMOUNT,
    CONCLUDE,
    CONTINUE,
    DEADLINE,
    DECIDE,
    GOAL,
    INSTRUMENT,
    MEASURABLE_TARGET,
    MEETING,
    NAMED_AGENCY,
    NAMED_BENEFICIARY,
    NAMED_INSTRUMENT,
    PLEDGE,
    PRINCIPLE,
    REAFFIRM,
    RESOURCES,
    SUPPORT,
    TOLD_AGAIN,
    WILL,
)
from .third_parties import FOR, THROUGH, beneficiaries_of, names_agency
from .words import kinds, nouns

_DEADLINE = re.compile(
    r"\b(?:by|before|until|till|no later than|not later than|deadline of)\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?(?:the\s+)?\Z"
)
# It begins with a digit, for which the search is fast.
_QUANTITY = re.compile(r"[0-9][\d.,]*\s*(?:%|per ?cent|pct|million|billion|tonnes|troops|jobs|megawatts|mw|gw|doses)")
_MULTIPLE = re.compile(r"\b(?:double|triple|halve|net[- ]zero|quadruple)\b")
_KEYWORD = re.compile(
    r"Agreement|Treaty|Accord|Pact|Protocol|Convention|Charter|Compact|Framework|Declaration|Memorand|Statute|Communiqu|MOU|MoU|FTA"
)


_COUNTED = re.compile(
    r"(?:An?|The|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Several|Many|Various|Some|\d{1,2})\s+(?=[A-Z])"
)


@cache
def _instrument() -> re.Pattern[str]:
    """A capitalised name that ends in a word such as Agreement, or begins with Memorandum of Understanding."""
    return re.compile(
        r"(?:(?:[A-Z][\w'\u2019.&-]*|\d{4})(?:[ \n]|[-\u2013/])(?:(?:and|of|for|on|the|in|to)[ \n]){0,2}){0,7}"
        r"(?:Agreement|Treaty|Accords?|Pact|Protocol|Convention|Charter|Compact|Framework|Declaration|Memorandum|Memoranda|Statute|Communiqu[eé]|MOU|MoU|FTA)"
        r"(?:[ \n](?:of|on|for|to|in|against)[ \n](?:(?:the|a)[ \n])?[A-Z][\w'\u2019-]*(?:[ \n](?:(?:and|of|the|on|in)[ \n]){0,2}[A-Z][\w'\u2019-]*){0,6})*"
        r"(?:[ \n]\([A-Z][\w&-]*\))?"
    )


_PROMISES = (DECIDE, AGREE, PLEDGE, WILL, CONTINUE, REAFFIRM)
_STATUS = {CONCLUDE: CommitmentStatus.COMMITTED, **dict.fromkeys(_PROMISES, CommitmentStatus.PLEDGED)}


def details(
    reading: Reading,
    sentence: Sentence,
    sentences: Sentences,
    one: Found,
    content: tuple[int, int] | None,
    spans: dict[str, Span],
) -> dict[str, Any]:
    """The fields of a commitment besides its act, committers and content.

    Args:
        reading: The reading.
        sentence: The sentence of the trigger.
        sentences: All sentences of the reading.
        one: What was found.
        content: Where the content stands, as offsets.
        spans: Filled with the spans of the fields that the text gives.
    """
    folded, text = reading.document.folded, reading.document.text
    fields: dict[str, Any] = {}
    specific: list[Specificity] = []
    tokens: Sequence[str] = ()
    trigger = spans["trigger"]
    first, last = trigger.start, trigger.end
    if content is not None:
        begin, end = content
        first, last = min(first, begin), max(last, end)
        opening = sentence.at(begin)
        tokens = sentence.words[opening : sentence.at(end - 1) + 1]
        for mention in sentences.dates.within(begin, end):
            if _DEADLINE.search(folded, max(sentence.start, mention.start - 30), mention.start):
                fields["deadline"] = mention.value
                spans["deadline"] = mention.span
                specific.append(DEADLINE)
                break
        for mention in sentences.amounts.within(begin, end):
            fields["amount"] = mention.value
            spans["amount"] = mention.span
            specific.append(AMOUNT)
            break
        given = _STOPPED.isdisjoint(tokens[:4]) and (
            "amount" in fields or not kinds()["resources"].isdisjoint(tokens[:12])
        )
        if given or not FOR.isdisjoint(sentence.words[max(opening - 4, 0) : opening + len(tokens)]):
            beneficiaries, where = beneficiaries_of(sentence, content, one.actors, given=given)
            if where is not None:
                fields["beneficiaries"] = beneficiaries
                spans["beneficiaries"] = Span(*where)
                specific.append(NAMED_BENEFICIARY)
        if not THROUGH.isdisjoint(tokens) and names_agency(sentence, sentences, content, one.actors):
            specific.append(NAMED_AGENCY)
        if _measured(folded[begin:end]):
            specific.append(MEASURABLE_TARGET)
    if _KEYWORD.search(text, first, last):
        named = _instrument().search(text, first, last)
        if named is not None and len(named.group()) > 3:
            counted = _COUNTED.match(named.group())  # "Two MoUs" bear no name
            opening = named.start() + (counted.end() if counted else 0)
            fields["instrument"] = " ".join(text[opening : named.end()].split())
            spans["instrument"] = Span(opening, named.end())
            if " " in fields["instrument"]:
                specific.append(NAMED_INSTRUMENT)
    speaker = sentence.speaker(one.verb)
    if speaker is not None and len(speaker[0]) == 1:
        fields["speaker"] = speaker[0][0]
        spans["speaker"] = Span(*speaker[1])
    if specific:
        fields["specificity"] = specific
    if negative(one, tokens):
        fields["polarity"] = Polarity.NEGATIVE
    put = modality(reading, sentence, one, reported=speaker is not None and not sentence.quoted(one.verb))
    fields["modality"] = put
    fields["collectivity"] = collectivity(sentence, sentences, one)
    fate = fate_of(sentence, one, folded, content)
    fields["novelty"] = novelty(sentence, one, tokens, put) if fate is None else TOLD_AGAIN
    if fate is not None or one.act in _STATUS:
        fields["status"] = fate or _STATUS[one.act]
    said = sentence.words[sentence.at(trigger.start) : sentence.at(trigger.end - 1) + 1]
    fields["object_kind"] = _object_kind(one.act, said, tokens, amount="amount" in fields)
    return fields


_STOPPED = frozenset("freeze suspend cut halt stop end reduce freezing suspending cutting ending".split())


def _measured(clause: str) -> bool:
    """Whether a clause names a size: "30 per cent", "double"."""
    if _QUANTITY.search(clause) is not None:
        return True
    return (
        "double" in clause or "triple" in clause or "halve" in clause or "quadruple" in clause or "zero" in clause
    ) and _MULTIPLE.search(clause) is not None


@cache
def _told() -> frozenset[str]:
    """All words that tell what a commitment is to."""
    return nouns()["instrument"].union(*kinds().values())


_LIGHT = frozenset(["to", "also", "be", "then", "jointly", "a", "an", "the"])


def _object_kind(act: Act, said: Sequence[str], tokens: Sequence[str], *, amount: bool) -> ObjectKind:
    """What it is a commitment to, by the first words of its content."""
    told = _told()
    if not amount and told.isdisjoint(said) and told.isdisjoint(tokens[:20]):
        return ACTION
    near = tokens[:7]
    verb = ""
    for word in near[:4]:
        if word not in _LIGHT:
            verb = word
            break
    known = kinds()
    if (
        verb in known["meeting_verbs"]
        or (act is WILL and not known["meeting_verbs"].isdisjoint(said))
        or not known["meetings"].isdisjoint(near)
    ):
        return MEETING
    instruments = nouns()["instrument"]
    if not instruments.isdisjoint(said) or not instruments.isdisjoint(near):
        return INSTRUMENT
    if amount or not known["resources"].isdisjoint(said) or not known["resources"].isdisjoint(tokens[:12]):
        return RESOURCES
    if not known["goals"].isdisjoint(near):
        return GOAL
    if act in (REAFFIRM, SUPPORT) and not known["principles"].isdisjoint(tokens[:20]):
        return PRINCIPLE
    return ACTION
