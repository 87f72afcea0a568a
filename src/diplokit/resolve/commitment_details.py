"""What a commitment says of itself: by when, how much, under which instrument, for whom, how firmly."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from diplokit import Reading, Span
from diplokit.vocabulary import Act, Collectivity, Modality, Novelty, ObjectKind, Polarity, Specificity

from .clauses import Sentence, words
from .commitment_words import nouns

_DEADLINE = re.compile(r"(?:\b(?:by|before|until|till|no later than|not later than|by the end of|before the end of|by end of|by end|by the year|deadline of))\s+(?:the\s+)?\Z")
_MEETING = re.compile(
    r"(?:(?:will|shall|would|'ll|to|also|be|then|jointly)\s+)*(?:visit|meet|travel|attend|host|convene|co-chair|meeting|visiting|hosting|attending|welcoming)\b"
    r"|(?:[\w'-]+\s+){0,7}(?:visit|visits|talks|summit|meeting|meetings|dialogue|conference|lunch|dinner|trip|tour)\b"
)
_RESOURCES = frozenset("provide donate fund finance grant contribute lend invest allocate providing".split())
_PRINCIPLE = frozenset("principle principles multilateralism sovereignty integrity rule rights peace stability policy relations friendship ties cooperation values order law neutrality charter solution ceasefire".split())
_GOAL = re.compile(r"\b(?:achieve|reach|double|triple|net[- ]zero|reduce|cut|halve|increase|raise|eliminate|quadruple)\b")
_TARGET = re.compile(r"\d[\d.,]*\s*(?:%|per ?cent|percent|pct|million|billion|tonnes|troops|jobs|megawatts|mw|gw|doses)|\b(?:double|triple|halve|net[- ]zero|quadruple)\b")
_AGAIN = re.compile(r"\b(?:re|renew|reiterat|restat|repeat|again)")


_KEYWORD = re.compile(r"agreement|treaty|accord|\bpact|protocol|convention|charter|compact|framework|declaration|memorand|statute|communiqu|\bmou|\bfta")


@cache
def _instrument() -> re.Pattern[str]:
    """A capitalised name that ends in a word such as Agreement, or begins with Memorandum of Understanding."""
    return re.compile(
        r"(?:(?:[A-Z][\w'\u2019.&-]*|\d{4})(?:[ \n]|[-\u2013/])(?:(?:and|of|for|on|the|in|to)[ \n]){0,2}){0,7}"
        r"(?:Agreement|Treaty|Accords?|Pact|Protocol|Convention|Charter|Compact|Framework|Declaration|Memorandum|Memoranda|Partnership Agreement|Statute|Communiqu[eé]|MOU|MoU|FTA)"
        r"(?:[ \n](?:of|on|for|to|in|against)[ \n](?:(?:the|a)[ \n])?[A-Z][\w'\u2019-]*(?:[ \n](?:(?:and|of|the|on|in)[ \n]){0,2}[A-Z][\w'\u2019-]*){0,6})*"
        r"(?:[ \n]\([A-Z][\w&-]*\))?"
    )


def details(
    reading: Reading,
    sentence: Sentence,
    act: Act,
    committers: Sequence[str],
    content: tuple[int, int] | None,
    verb: int,
    spans: dict[str, Span],
    *,
    form: str,
    modal: str | None,
    negative: bool,
) -> dict[str, Any]:
    """The fields of a commitment besides its act, committers and content; the spans of those the text gives are added.

    Args:
        reading: The reading.
        sentence: The sentence of the trigger.
        act: The act.
        committers: The `id`s of those who commit.
        content: Where the content stands, as offsets.
        verb: The number of the first word of the verb.
        spans: Filled with the spans of the fields.
        form: The form of the trigger.
        modal: The modal verb before it.
        negative: Whether it is negated.
    """
    folded, text = reading.document.folded, reading.document.text
    fields: dict[str, Any] = {}
    specific: set[Specificity] = set()
    inside: Mapping[str, Any] = {}
    said = ""
    if content is not None:
        span = Span(*content)
        said = folded[span.start : span.end]
        for mention in reading.mentions.within(span):
            if mention.kind == "date" and "deadline" not in fields and _DEADLINE.search(folded, max(content[0] - 20, sentence.start, mention.span.start - 24), mention.span.start):
                fields["deadline"] = mention.value
                spans["deadline"] = mention.span
                specific.add(Specificity.DEADLINE)
            elif mention.kind == "money" and "amount" not in fields:
                fields["amount"] = mention.value
                spans["amount"] = mention.span
                specific.add(Specificity.AMOUNT)
    reach = (min(spans["trigger"].start, content[0]), content[1]) if content else (spans["trigger"].start, spans["trigger"].end)
    named = _instrument().search(text, *reach) if _KEYWORD.search(folded, *reach) else None
    if named is not None and len(named.group()) > 3:
        fields["instrument"] = " ".join(named.group().split())
        spans["instrument"] = Span(named.start(), named.end())
        if " " in named.group().strip():
            specific.add(Specificity.NAMED_INSTRUMENT)
    if content is not None:
        beneficiaries, where = _beneficiaries(sentence, content, committers)
        if beneficiaries and where is not None:
            fields["beneficiaries"] = beneficiaries
            spans["beneficiaries"] = Span(*where)
            specific.add(Specificity.NAMED_BENEFICIARY)
        if _TARGET.search(said):
            specific.add(Specificity.MEASURABLE_TARGET)
    quoted = sentence.quoted[verb] if verb < len(sentence.quoted) else False
    speaker = sentence.speaker(verb)
    if speaker is not None:
        actors, where = speaker
        if where[0] < where[1] and len(actors) == 1:
            fields["speaker"] = actors[0]
            spans["speaker"] = Span(*where)
    fields["specificity"] = tuple(specific)
    fields["polarity"] = Polarity.NEGATIVE if negative or act is Act.REFUSE else Polarity.POSITIVE
    fields["modality"] = _modality(sentence, verb, modal, form, reported=speaker is not None and not quoted)
    fields["novelty"] = _novelty(act, sentence, verb)
    count = len(committers)
    fields["collectivity"] = Collectivity.UNILATERAL if count < 2 else Collectivity.JOINT if count == 2 else Collectivity.COLLECTIVE
    fields["object_kind"] = _object_kind(act, said, folded[spans["trigger"].start : spans["trigger"].end], "amount" in fields)
    return fields


def _modality(sentence: Sentence, verb: int, modal: str | None, form: str, *, reported: bool) -> Modality:
    near = sentence.words
    if any(word in ("if", "unless", "provided") for word in near):
        return Modality.CONDITIONAL
    if modal in ("could", "might", "may"):
        return Modality.HYPOTHETICAL
    if reported:
        return Modality.REPORTED
    if form in ("past", "passive") and any(len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") for word in near):
        return Modality.HISTORICAL
    return Modality.ASSERTED


def _novelty(act: Act, sentence: Sentence, verb: int) -> Novelty:
    if act is Act.REAFFIRM:
        return Novelty.RENEWED
    if act is Act.CONTINUE or "continue" in sentence.words[verb : verb + 8]:
        return Novelty.CONTINUED
    return Novelty.NEW


def _object_kind(act: Act, said: str, trigger: str, amount: bool) -> ObjectKind:
    heard = set(re.findall(r"[\w-]+", f"{trigger} {said}"[:160]))
    first = set(re.findall(r"[\w-]+", f"{trigger} {said}"[:60]))
    if _MEETING.match(said) or (act is Act.WILL and _MEETING.match(trigger)):
        return ObjectKind.MEETING
    if heard & nouns()["instrument"] and (act is Act.CONCLUDE or first & nouns()["instrument"]):
        return ObjectKind.INSTRUMENT
    if amount or first & _RESOURCES or heard & frozenset(("aid", "loan", "grant", "assistance", "funding", "donation")):
        return ObjectKind.RESOURCES
    if _GOAL.search(said[:120]):
        return ObjectKind.GOAL
    if act in (Act.REAFFIRM, Act.SUPPORT) and heard & _PRINCIPLE:
        return ObjectKind.PRINCIPLE
    return ObjectKind.ACTION


def _beneficiaries(sentence: Sentence, content: tuple[int, int], committers: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, int] | None]:
    """The actors after "for", "assist", "help", "support", "to", who are not the committers."""
    for number, (span, ids) in enumerate(sentence.references):
        if span.start < content[0] or span.end > content[1]:
            continue
        first = sentence.at(span.start)
        while first > 0 and (sentence.words[first - 1] in words().determiners or sentence.titles[first - 1]):
            first -= 1
        before = sentence.words[first - 1] if first else ""
        others = tuple(actor for actor in ids if actor not in committers)
        if others and before in ("for", "assist", "assisting", "help", "helping", "support", "supporting", "aid", "benefit", "protect", "defend", "give", "grant", "lend", "provide"):
            return others, (span.start, span.end)
    return (), None
