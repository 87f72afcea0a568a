"""Who does what a participle tells: ", calling for restraint", "flew home after signing", "Rejecting the offer, Peru …"."""

from collections.abc import Sequence
from itertools import pairwise

from diplokit.resolve.clauses import Sentence, Subject
from diplokit.vocabulary import Act

from .fits import AFTER, PAPERS
from .found import Found
from .headlines import BETWEEN
from .said import who_wrote
from .those_who_met import SEVERAL, those_who_met
from .triggers import Trigger

# Acts of which any participle tells behind a comma, and the participles of speech that tell of the others.
_BY_PARTICIPLE = frozenset([Act.CALL, Act.REAFFIRM, Act.PLEDGE, Act.REFUSE, Act.AGREE, Act.EXPLORE])
_SAYING = frozenset(
    "expressing voicing conveying renewing declaring offering inviting signalling signaling proposing extending deciding "
    "voting backing endorsing".split()
)
# Acts that one may look back on, and what tells that nothing has been done yet.
_DONE = _BY_PARTICIPLE | {Act.CONCLUDE, Act.DECIDE, Act.SUPPORT, Act.PROPOSE}
_YET = frozenset([("is", "to"), ("are", "to"), ("was", "to"), ("were", "to"), ("expected", "to"), ("set", "to")])
_UNTOLD = frozenset(["will", "modal", "infinitive"])
_JOINING = frozenset("joined joins join joining united unanimous unity position stance".split())
_OF_THEM = frozenset(["both", "sides", "leaders", "ministers", "two", "presidents"])
# Verbs in the past that do not end in "ed", before which a participle at the head of a sentence may stand.
_PAST = frozenset("met held spoke came went took gave made left flew told drew sent began paid".split())


def who_goes_on(sentence: Sentence, trigger: Trigger, start: int, at: int, before: Sequence[Found]) -> Subject | None:
    """Who does what a participle tells: ", calling for restraint", ", with both leaders agreeing to meet".

    Args:
        sentence: The sentence.
        trigger: What the verb does.
        start: The number of the first word of its group.
        at: Its own number.
        before: What was found before it in the sentence.
    """
    heard = sentence.words
    previous = heard[start - 1] if start else ""
    if heard[start] == "having" or previous in AFTER:
        return _who_had_done(sentence, trigger, start)
    if previous == "in":
        # "joined B in calling for", "repeated its position in rejecting"
        joining = not _JOINING.isdisjoint(heard[max(start - 8, 0) : start])
        return _who_had_done(sentence, trigger, start) if joining else None
    if trigger.act is Act.CONCLUDE and not before and previous in (",", "by"):
        return _who_had_done(sentence, trigger, start)
    if trigger.act not in _BY_PARTICIPLE and "need" not in trigger.classes and heard[at] not in _SAYING:
        return None
    if trigger.act is Act.EXPLORE and before and before[-1].form in _UNTOLD:
        return None  # "will expand trade, exploring ways to do so"
    if previous in (",", "while", "-") or (previous == "and" and trigger.act is Act.CALL and before):
        found = sentence.subject(start, participle=True)
        if found is None and previous == "," and (said := sentence.speaker(start)) is not None:
            return Subject(*said, near=False)  # "told Peru that the plan was dead, urging talks"
        return found
    if previous == "by":
        # "began the visit by calling for", not "can help by calling for"
        acting = sentence.clause_subject(start - 1) if trigger.act in _BY_PARTICIPLE else None
        behind = heard[sentence.at(acting.span[1] - 1) + 1 : start] if acting is not None else []
        return acting if sentence.known.modals.isdisjoint(behind) and "to" not in behind else None
    if previous == "with" and heard[start] == "both" and heard[start - 2] == ",":
        here = sentence.clause_subject(start - 2)
        return here if here is not None and len(here.actors) > 1 else None
    if previous in PAPERS:
        return who_wrote(sentence, start)
    if start and (sentence.actors[start - 1] >= 0 or sentence.titles[start - 1] or previous in SEVERAL):
        if heard[max((first := sentence.noun_start(start - 1)) - 2, 0) : first] != [",", "with"]:
            return None
        if sentence.actors[start - 1] >= 0:
            return sentence.meant(start - 1)
        here = sentence.clause_subject(first - 2) if previous in _OF_THEM else None
        return here if here is not None and len(here.actors) > 1 else those_who_met(sentence, start)
    return None


def _who_had_done(sentence: Sentence, trigger: Trigger, start: int) -> Subject | None:
    """Who had done what a participle tells: "flew home after signing the pact", not "will open after signing"."""
    acting = sentence.clause_subject(start - 1) if trigger.act in _DONE else None
    if acting is None:
        return None
    behind = sentence.words[sentence.at(acting.span[1] - 1) + 1 : start]
    return acting if sentence.known.modals.isdisjoint(behind) and not _YET.intersection(pairwise(behind)) else None


def subject_behind(sentence: Sentence, at: int) -> Subject | None:
    """Who does what a participle at the head of a sentence tells: "Reiterating its support for X, Peru urged"."""
    heard = sentence.words
    for comma in range(at + 1, len(heard) - 3):
        if heard[comma] != ",":
            continue
        first = comma + 1
        while (
            first < len(heard) - 1
            and sentence.actors[first] < 0
            and (
                sentence.titles[first]
                or heard[first] in sentence.known.determiners
                or heard[first] in sentence.known.modifiers
            )
        ):
            first += 1
        if sentence.actors[first] < 0:
            continue
        verb = first + 1
        while verb < len(heard) and (
            sentence.actors[verb] >= 0
            or sentence.titles[verb]
            or heard[verb] in BETWEEN
            or (heard[verb] == "of" and sentence.actors[verb + 1] >= 0)
            or heard[verb] in sentence.known.adverbs
            or heard[verb] in sentence.known.times
        ):
            verb += 1
        if verb < len(heard) and (
            heard[verb] in sentence.known.speech
            or heard[verb] in sentence.known.auxiliaries
            or heard[verb] in _PAST
            or heard[verb].endswith("ed")
        ):
            return sentence.subject(verb)
    return None
