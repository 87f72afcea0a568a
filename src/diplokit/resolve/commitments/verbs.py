"""Commitments by verbs and adjectives: "A agreed to …", "A remains determined to …"."""

from collections.abc import Sequence

from diplokit import Hit
from diplokit.resolve.clauses import Sentence, words

from .agentless import of_accepted
from .committers import who_commits
from .conditions import UPON, holds, is_hedged
from .content import content_start
from .fits import BETWEEN_PARTIES, PASSIVE, WISHES
from .found import Found
from .participles import subject_behind, who_goes_on
from .passives import of_force, of_fronted, of_object, of_parties, of_passive
from .said import met_by, of_pleased, of_would, signed_with
from .terms import AGREE, CALL, CONCLUDE, DECIDE, INTEND, PLEDGE, PROPOSE, REFUSE, SUPPORT, WILL
from .triggers import Trigger
from .words import Fits, Form

_BE = frozenset(
    (
        "is are was were be been being am 's 're 'm remain remains remained stand stands stood s re m become became "
        "feel feels stay stays"
    ).split()
)
_ONE = frozenset("he she they you we i".split())
_IT = frozenset(["it", "which"])
_FRONTING = frozenset(["after", "upon", "on", "in", "by", "while"])
_BEFORE_INFINITIVE = frozenset(["to", "me"])
_LIGHT = frozenset(["made", "given", "taken"])
_BY_OTHERS = frozenset([AGREE, PROPOSE, CALL, REFUSE, PLEDGE])
_HAVE = frozenset(["has", "have", "had", "having", "ve"])
_DETERMINERS = frozenset("the a an this these those its their his our my your some any no such".split())
_COUNTED = frozenset("two three four five six seven eight nine ten several many new".split())
_NEITHER = frozenset(["neither", "nor"])
_NEGATIVE = frozenset(["not", "never", "n't", "cannot"])
_DO = frozenset(["do", "did", "does"])
# What one does not do by one's own choice: "does not recognise the vote", not "does not allow for it".
_OWN_CHOICE = frozenset(["recognise", "recognize", "accept", "back"])
# What has long been so: "have always supported each other".
_DONE = frozenset(["past", "perfect"])
_MUTUAL = (["each", "other"], ["one", "another"])
_HYPOTHETICAL = frozenset(["may", "might", "could", "can", "should", "must", "would"])


def of_verb(sentence: Sentence, hit: Hit, fits: Fits, at: int, folded: str, before: Sequence[Found]) -> Found | None:
    """The commitment that a verb or adjective makes, by the first of its uses that fits its clause.

    Args:
        sentence: The sentence.
        hit: The verb.
        fits: The uses that the words after it allow.
        at: The number of the word.
        folded: The folded text of the document.
        before: What was found before it in the sentence.
    """
    form = hit.meaning
    assert isinstance(form, Form)  # the lexicon has no other meanings
    words_ = sentence.words
    start = sentence.verb_start(at)
    group = words_[start:at]
    previous = words_[start - 1] if start else ""
    if (
        start == at > 1
        and previous in _COUNTED
        and words_[start - 2] not in _DETERMINERS
        and sentence.actors[start - 1] < 0
    ):
        return None  # "two renewed pacts", but "the two agreed", "all three agreed"
    for trigger, after in fits:
        if after is None:
            if (
                "instrument" in trigger.classes
                and PASSIVE.isdisjoint(group)
                and (found := of_object(sentence, hit, trigger, start))
            ):
                return found
            if (
                start == at < 2
                and "instrument" in trigger.classes
                and (found := of_fronted(sentence, hit, trigger, at))
            ):
                return found
            named = start > 0 and sentence.actors[start - 1] >= 0 and "body" in trigger.classes
            if (
                trigger.nouns
                and not named
                and trigger.nouns.isdisjoint(words_[max(start - 24, 0) : start])
                and (trigger.act is not DECIDE or previous not in _IT or words_[at + 1 : at + 2] != ["by"])
            ):
                found = None
            elif start == at and words_[at] in _LIGHT:
                found = None  # "the pledge made by A": the noun tells
            elif "be" in group and previous == "to":
                found = None  # "wanted a treaty to be signed by A and B"
            elif not PASSIVE.isdisjoint(group):
                found = of_passive(sentence, hit, trigger, start, at, hit.end)
            elif start == at and not BETWEEN_PARTIES.isdisjoint(trigger.classes) and previous not in _ONE:
                found = of_parties(sentence, hit, trigger, start, at, hit.end)
                if found is None and words_[at + 1 : at + 2] == ["by"] and previous != "agenda":
                    found = of_passive(sentence, hit, trigger, start, at, hit.end)
            elif _by_others(hit, trigger, start, at, folded):
                found = of_passive(sentence, hit, trigger, start, at, hit.end)
            else:
                found = None
            if found is None and before and "proposalnoun" in trigger.classes and "was" in group:
                found = of_accepted(sentence, hit, start, at, before[-1])
            if found is not None:
                return found
            continue
        if trigger.adjective:
            if _BE.isdisjoint(group):
                if start and words_[start - 1] in _BE:
                    start = sentence.verb_start(start - 1)  # "stands ready", "remains determined"
                    group = words_[start:at]
                elif not (start == at and _headlined(sentence, at, folded)):
                    continue
            rule = "adjective"
            shape = "adjective"
        else:
            stands = _shape(form, trigger, group, previous)
            if stands is None:
                continue
            shape, rule = stands, "verb"
        found = _governed(sentence, hit, trigger, shape, start, at, after, folded, before)
        if found is not None:
            found.rule = rule
            return found
    return None


def _shape(form: Form, trigger: Trigger, group: Sequence[str], previous: str) -> str | None:
    """How the verb stands in its clause: `past`, `s`, `base`, `ing`, `passive`, `perfect`, or `None` if it cannot."""
    if not group and (previous == "'s" or previous in _DETERMINERS):
        return None  # a noun: "its support", "those requests"
    if group:
        if "past" in form.forms and not PASSIVE.isdisjoint(group) and "ing" not in form.forms:
            return "passive" if trigger.passive else None
        if "base" in form.forms and not words().modals.isdisjoint(group):
            return "modal"
        if "past" in form.forms and not _HAVE.isdisjoint(group):
            return None if "past" not in trigger.forms else "participle" if "having" in group else "perfect"
    if "ing" in form.forms and "ing" in trigger.forms:
        return "participle" if _BE.isdisjoint(group) else "progressive"
    if "past" in form.forms and "past" in trigger.forms and "base" not in form.forms:
        return "past"
    if "s" in form.forms and "s" in trigger.forms:
        return "s"
    if "base" in form.forms:
        if previous in _BEFORE_INFINITIVE:
            return "infinitive"
        if not _DO.isdisjoint(group):
            return "modal"
        if "base" in trigger.forms:
            return "base"
        if "past" in form.forms and "past" in trigger.forms:
            return "past"
    return None


def _governed(
    sentence: Sentence,
    hit: Hit,
    trigger: Trigger,
    shape: str,
    start: int,
    at: int,
    after: int,
    folded: str,
    before: Sequence[Found],
) -> Found | None:
    """The commitment that a verb makes of its subject, or `None` if it has none that can commit."""
    all_words = sentence.words
    group = all_words[start:at]
    modal, negative = None, False
    for word in group:
        if modal is None and word in sentence.known.modals:
            modal = word
        if word in _NEGATIVE or word.endswith("n't"):
            negative = True
    flags, act = trigger.flags, trigger.act
    if shape == "past" and _by_others(hit, trigger, start, at, folded):
        return of_passive(sentence, hit, trigger, start, at, after)
    following = sentence.at(after - 1) + 1
    if "negated" in flags:
        if not (negative and (modal or (not _DO.isdisjoint(group) and all_words[at] in _OWN_CHOICE))) and not (
            modal in ("can", "cannot", "will") and "in no way" in folded[sentence.starts[start] : hit.start + 1]
        ):
            return None
    elif modal in _HYPOTHETICAL:
        return (
            of_would(sentence, hit, trigger, start, at, after, folded)
            if modal == "would" and not negative and holds(sentence, trigger, shape, at, following, after, folded)
            else None
        )
    if (flags or "wishnoun" in trigger.classes or act is AGREE) and not holds(
        sentence, trigger, shape, at, following, after, folded
    ):
        return None
    hedged = is_hedged(group, all_words, start) and not (shape == "infinitive" and all_words[start - 2] in WISHES)
    if hedged or (act is INTEND and "had" in group and not trigger.adjective):
        return None  # "if", "hopes that"; "the visit he had planned to make"
    if "things" in flags:
        return of_force(sentence, hit, trigger, start, after, before) if shape in ("past", "perfect", "s") else None
    first = sentence.starts[at]
    if shape == "infinitive" or (shape == "progressive" and start and all_words[start - 1] == "to"):
        return of_pleased(sentence, hit, trigger, start, at, after)
    if shape == "passive":
        if "be" in group and start and all_words[start - 1] == "to":
            return None
        if "agent" in flags and all_words[following : following + 1] != ["by"]:
            return None
        return of_passive(sentence, hit, trigger, start, at, after)
    if shape == "participle":
        fronted = _fronted(all_words, start)
        subject = subject_behind(sentence, at) if fronted else who_goes_on(sentence, trigger, start, at, before)
    else:
        subject = who_commits(sentence, trigger, shape, start, at, before)
    if subject is None:
        if shape == "past" and "instrument" in trigger.classes and sentence.subject(start) is None:
            return of_fronted(sentence, hit, trigger, at) or of_parties(sentence, hit, trigger, start, at, after)
        return None
    if act is SUPPORT and (
        (shape == "past" and all_words[following - 1 : following] == ["by"])
        or (shape in _DONE and all_words[following : following + 2] in _MUTUAL)
    ):
        return None
    opening = sentence.noun_start(sentence.at(subject.span[0]))
    if opening and all_words[opening - 1] in _NEITHER:
        return None
    actors = subject.actors
    where = subject.span
    if act is AGREE and shape == "participle" and len(actors) == 1:
        actors = (*actors, *met_by(sentence, where, start, actors))
    if "with" in flags:
        actors = tuple(dict.fromkeys((*actors, *signed_with(sentence, trigger, at, following))))
    if modal in ("will", "shall") and act is CONCLUDE:
        act = WILL
    if negative and act not in (REFUSE, CALL):
        if modal in ("will", "shall", "cannot", "won't") or all_words[at] in (
            "support",
            "endorse",
            "accept",
            "recognise",
            "recognize",
            "intend",
            "plan",
            "ready",
            "willing",
            "prepared",
        ):
            act = REFUSE
        else:
            return None
    elif negative and act is REFUSE and "negated" not in flags:
        return None
    if modal is not None:
        first = sentence.starts[start + list(group).index(modal)]
    elif trigger.adjective and start < at:
        first = sentence.starts[start]
    content = content_start(sentence, trigger, at, after)
    if trigger.then is not None and not trigger.nouns and all_words[following - 1] in _DETERMINERS:
        content -= 1  # "guarantees the safety of"
        after = sentence.stop(content - 1)
    if act is AGREE and all_words[following - 1] == "with":
        # "agreed with Chile to share data"
        content = next((at + 1 for at in range(following, len(all_words)) if all_words[at] in UPON), following)
    return Found(act, start, first, after, content, actors, where, "verb", negative, modal, shape)


def _headlined(sentence: Sentence, at: int, folded: str) -> bool:
    """Whether an adjective stands behind an actor in a headline: "Peru ready to host talks"."""
    return (
        0 < at < 12
        and (sentence.actors[at - 1] >= 0 or sentence.words[at - 1] in sentence.known.officials)
        and sentence.end - sentence.start < 120
        and folded[sentence.end - 1] not in ".?!:"
    )


def _by_others(hit: Hit, trigger: Trigger, start: int, at: int, folded: str) -> bool:
    """Whether a participle tells what others do: "the talks proposed by A", "was accepted by A and rejected by B"."""
    return start == at and trigger.passive and trigger.act in _BY_OTHERS and folded.startswith(" by ", hit.end)


def _fronted(all_words: Sequence[str], start: int) -> bool:
    """Whether a participle opens its sentence: "Reiterating its support, Peru urged"."""
    return (
        start < 5
        and not any(word.isalpha() for word in all_words[:start] if word not in _FRONTING)
        and all_words[start][:6] not in ("recogn", "acknow")  # a preamble
    )
