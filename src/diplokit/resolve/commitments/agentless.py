"""Commitments whose verb is passive and names nobody: "Four agreements were signed", "it was agreed that …".

Those commit who met, if the sentence or the one before tells plainly who they are; else nothing is said to be known.
"""

from collections.abc import Callable

from diplokit import Hit
from diplokit.resolve.clauses import Sentence, Subject, words
from diplokit.vocabulary import Act

from .content import object_before
from .found import Found
from .words import Fits

# What an instrument that is new to the reader begins with; "the treaty was signed" looks back to another time.
_NEW = frozenset(
    "a an two three four five six seven eight nine ten eleven twelve several many various some numerous dozens "
    "another new".split()
)
_JOINT = frozenset(["joint", "declaration", "communique", "communiqué", "statement", "roadmap"])
_NEVER = frozenset(["no", "not", "never", "neither", "nor", "being", "if", "when"])
_TALKS = frozenset(["talks", "meeting", "discussions", "consultations", "negotiations"])
_HELD = frozenset(["held", "had", "opened", "began", "concluded", "ended", "conducted", "wrapped"])
_MEETING = frozenset(["met", *_TALKS])


def of_agentless(
    sentence: Sentence, hit: Hit, fits: Fits, at: int, earlier: Callable[[], Sentence | None]
) -> Found | None:
    """As in "A memorandum was signed after the talks.", where the talks tell who signed.

    Args:
        sentence: The sentence.
        hit: The verb.
        fits: Its uses that the words after it allow.
        at: The number of the word.
        earlier: Gives the sentence before, if there is one.
    """
    heard = sentence.words
    start = sentence.verb_start(at)
    group = heard[start:at]
    if ("was" not in group and "were" not in group) or not _NEVER.isdisjoint(heard[:at]):
        return None
    near = {*heard[max(start - 12, 0) : start], *heard[at + 1 : at + 10]}
    if any(len(word) == 4 and word.isdigit() for word in heard) or not near.isdisjoint(("by", "with")):
        return None
    trigger = next((one for one, _ in fits if one.act in (Act.CONCLUDE, Act.DECIDE, Act.AGREE)), None)
    if trigger is None or not words().modals.isdisjoint(group):
        return None
    form = "passive"
    if start and heard[start - 1] == "it" and trigger.act in (Act.AGREE, Act.DECIDE):
        if heard[at + 1 : at + 2] not in (["to"], ["that"]):
            return None
        form = "past"
    elif "instrument" in trigger.classes or "decision" in trigger.classes:
        named = object_before(sentence, start)
        if named is None:
            return None
        phrase = heard[sentence.at(named[0]) : start]
        if phrase[0] not in _NEW and not phrase[0].isdigit():
            return None
        if trigger.act is Act.DECIDE and _JOINT.isdisjoint(phrase):
            return None  # a resolution is an assembly's
    else:
        return None
    parties = _parties(sentence)
    if parties is None:
        if "between" in near:
            return None
        before = earlier()
        parties = None if before is None else _parties(before)
    if parties is None or not 1 < len(parties.actors) < 5:
        return None
    after = at + 2 if form == "past" else at + 1
    last = sentence.stop(after - 1)
    return Found(
        trigger.act,
        start,
        sentence.starts[start],
        last,
        after,
        parties.actors,
        parties.span,
        "agentless passive",
        form=form,
    )


def _parties(sentence: Sentence) -> Subject | None:
    """Who met: "talks between A and B", "A met B", "A held talks with B", "A and B held talks"."""
    heard = sentence.words
    if _MEETING.isdisjoint(heard) or not words().modals.isdisjoint(heard) or not _NEVER.isdisjoint(heard):
        return None
    for at, word in enumerate(heard):
        if word not in _MEETING or sentence.actors[at] >= 0:
            continue
        ahead = at + 1
        if word == "met":
            verb = at
        else:
            if heard[ahead : ahead + 1] == ["between"]:
                actors, reach = sentence.agents(ahead + 1)
                if len(actors) > 1:
                    return Subject(actors, (sentence.starts[ahead + 1], sentence.stop(reach - 1)))
            verb = next((step for step in range(at - 1, max(at - 6, -1), -1) if heard[step] in _HELD), -1)
            if verb < 0:
                continue
        subject = sentence.subject(sentence.verb_start(verb))
        if subject is None:
            continue
        step = ahead
        while step < min(ahead + 5, len(heard)) and heard[step] != "with" and word != "met":
            step += 1
        if heard[step : step + 1] == ["with"]:
            step += 1
        others = sentence.agents(step)[0] if step < len(heard) and (word == "met" or heard[step - 1] == "with") else ()
        both = tuple(dict.fromkeys((*subject.actors, *others)))
        if len(both) > 1:
            return Subject(both, subject.span)
    return None
