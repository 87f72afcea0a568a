"""Who commits by a verb: the subject of its clause, or of the clause with which "and" joins it.

A verb of speech behind "and" goes on from the one who speaks, not from the clause that tells what is said: "A said
that B needed help and urged C to act". A bare verb behind "and" goes on from a plural subject: "We condemn … and stress".
"""

from collections.abc import Sequence

from diplokit.resolve.clauses import Sentence, Subject
from diplokit.vocabulary import Act

from .conditions import UPON
from .found import Found
from .headlines import headed, of_headline_list
from .those_who_met import of_list, those_who_met
from .triggers import Trigger

# Acts that are done by speaking, and verbs of others that are: whose clause is seldom part of what is said.
_SPOKEN = frozenset({Act.CALL, Act.PLEDGE, Act.REAFFIRM, Act.PROPOSE})
_IN_PAPERS = _SPOKEN | {Act.AGREE, Act.DECIDE, Act.SUPPORT, Act.REFUSE}
_SPEAKING = frozenset("expressed voiced stressed underlined underscored emphasised emphasized rejected".split())
# Bare verbs of speech, which seldom go on from an infinitive: "to study it and urge others".
_BARE_SPEECH = frozenset(
    "stress underline underscore emphasise emphasize reaffirm re-affirm reiterate affirm recommit urge pledge call look "
    "express remain".split()
)
_TELLING = frozenset(
    "affirmed emphasised emphasized underlined underscored reiterated pointed felt agreed suggested proposed requested "
    "pledged promised vowed expressed voiced assured urged recommended demanded recognised recognized reaffirmed "
    "concurred considered invited called offered looked asked appealed".split()
)
# What stands in a clause that is not of the past.
_PRESENT = frozenset(["will", "would", "can", "is", "are", "has", "have", "always", "does", "do"])
# How a verb stands that tells what was done.
_TOLD = frozenset(["past", "perfect"])
# How it stands where it tells what will be done.
_UNTOLD = frozenset(["modal", "base", "progressive"])
_ALSO_PAST = frozenset(["put", "set", "cut"])
_WISHES = frozenset(["want", "wish"])
_PRONOUNS = frozenset(["we", "i", "they", "you", "us"])
_PAST = frozenset("met held spoke came went sat got took gave made".split())
_AGENTS = (["by"], ["with"], ["through"], ["in"], ["as"])
_BEHIND_NOUN = (["for"], ["of"], ["between"], ["among"])
_PURPOSE = frozenset(["to", "will", "would", "shall", "can", "should", "must", "may", "help", "let"])


def who_commits(
    sentence: Sentence, trigger: Trigger, shape: str, start: int, at: int, before: Sequence[Found]
) -> Subject | None:
    """The subject of a verb that commits it, or `None` if nobody is named who could.

    Args:
        sentence: The sentence.
        trigger: What the verb does.
        shape: How it stands in its clause.
        start: The number of the first word of its group.
        at: Its own number.
        before: What was found before it in the sentence.
    """
    heard = sentence.words
    subject = sentence.subject(start)
    named_first = shape == "base" if subject is None else "counterpart" not in heard[:start]
    if named_first and 2 < start < 12 and "," in heard[1 : start - 1]:
        series = headed(sentence, start)  # "Peru, Chile sign pact", "Japan, Kenya leaders agree to"
        if series is not None and (subject is None or len(series.actors) > len(subject.actors)):
            subject = series
    if (
        shape == "base"
        and heard[start - 1] == ","
        and heard[-1] not in (".", "?", "!")
        and (listed := of_headline_list(sentence, start))
    ):
        return listed  # "Peru, Chile hold talks, pledge to"
    if subject is None:
        if shape in _TOLD and ";" in heard[max(start - 2, 0) : start] and heard[start - 1] in (";", "and"):
            return sentence.clause_subject(
                heard.index(";") - 1
            )  # "welcomed the plan; agreed to meet; and called for calm"
        if before and (
            (shape == before[-1].form == "s" and heard[start - 1] == ";")
            or (shape in _TOLD and before[-1].form in _TOLD and heard[start - 1] == "and")
        ):
            # "agreed that … and urged …": the clause between has a subject that nobody knows
            return Subject(before[-1].actors, before[-1].where or (before[-1].first, before[-1].last), near=False)
        if (
            shape == "past"
            and start == at > 5
            and heard[start - 1] == "and"
            and (heard[at] in _SPEAKING or heard[at] in _TELLING)
            and (heard[at] != "agreed" or heard[at + 1] in UPON)
            and (opening := _opens(sentence, start)) is not None
        ):
            return opening
        if "decisionnoun" in trigger.classes:
            # "the Premier announced Peru's decision": whoever announces it, the decision is Peru's
            for step in range(at + 1, min(at + 5, len(heard) - 1)):
                if heard[step] == "'s" and sentence.actors[step - 1] >= 0:
                    return sentence.owners(step - 1)
        return (
            sentence.collective(start, gathered=shape not in _UNTOLD and trigger.act in _IN_PAPERS)
            or those_who_met(sentence, start, papers=trigger.act in _IN_PAPERS)
            or of_list(sentence, start)
            or _unresolved(sentence, shape, start, at)
        )
    if shape == "base" and heard[at] in _ALSO_PAST and not _plural(sentence, subject):
        shape = "past"
    if shape == "base":
        if heard[at] in _WISHES and heard[start - 1] != "we":
            return None  # "I want to", "people want to"
        if not _plural(sentence, subject) or not (subject.near or _goes_on(sentence, trigger, subject, start, at)):
            return None
    elif shape == "s":
        if not subject.near and not _coordinates(sentence, start):
            return None
    elif shape == "past" and heard[at] == "aimed" and start == at:
        return None  # "an agreement aimed at", "talks with Peru aimed at"
    elif shape == "past" and start == at and not subject.near:
        if not _coordinates(sentence, start):
            return None
        if heard[at + 1 : at + 2] in _AGENTS and (trigger.act is not Act.AGREE or heard[at + 1] == "by"):
            return None
        if heard[start - 1] == "and" and (said := _said_before(sentence, trigger, subject, start, at, before)):
            speaker = sentence.subject(sentence.verb_start(said))
            return None if speaker is None else Subject(speaker.actors, speaker.span, near=False)
        if before and (whole := before[-1].where) and whole[0] <= subject.span[0] < subject.span[1] < whole[1]:
            return Subject(before[-1].actors, whole, near=False)  # "the leaders of A, B and C signed … and ruled out"
    return subject


def _unresolved(sentence: Sentence, shape: str, start: int, at: int) -> Subject | None:
    """A collective that commits, of whom the text does not tell more: "world leaders agreed"."""
    found = sentence.unresolved(start)
    if found is None or shape != "base":
        return found
    noun = sentence.words[at] != "call" and sentence.words[at + 1 : at + 2] in _BEHIND_NOUN
    return found if found.near and not noun else None  # "and support for"


def _opens(sentence: Sentence, start: int) -> Subject | None:
    """Who opens a sentence by saying something, behind which another verb goes on: "They noted that …, and stressed"."""
    heard = sentence.words
    for verb in range(1, min(start - 2, 24)):
        word = heard[verb]
        if word in ('"', ";") or word in sentence.known.openers:
            return None
        if (word in sentence.known.speech or word in _TELLING) and sentence.actors[verb] < 0:
            said = sentence.subject(sentence.verb_start(verb)) if "that" in heard[verb + 1 : verb + 5] else None
            return None if said is None else Subject(said.actors, said.span, near=False)
    return None


def _said_before(
    sentence: Sentence, trigger: Trigger, inner: Subject, start: int, at: int, before: Sequence[Found]
) -> int:
    """The verb of the one who says the clause of a subject, if another verb goes on from the saying; else 0."""
    heard = sentence.words
    first = sentence.noun_start(sentence.at(inner.span[0]))
    ahead = first if heard[first] == "that" else first - 1
    if heard[ahead] == "that":
        told = range(ahead - 1, max(ahead - 5, 0), -1)  # "told reporters that", "expressed his wish that"
    else:
        told = range(ahead, ahead - 1, -1)
    said = next((step for step in told if heard[step] in sentence.known.speech or heard[step] in _TELLING), 0)
    if said < 1 or sentence.actors[said] >= 0:
        return 0
    if before and before[-1].where == inner.span and before[-1].form in _TOLD:
        return 0  # what is said tells of one act after another
    if trigger.act not in _SPOKEN and heard[at] not in _SPEAKING and _PRESENT.isdisjoint(heard[first:start]):
        return 0
    return said


def _goes_on(sentence: Sentence, trigger: Trigger, subject: Subject, start: int, at: int) -> bool:
    """Whether a bare verb behind "and" has the subject of the bare verb before: "We condemn … and stress"."""
    heard = sentence.words
    if heard[start - 1] not in ("and", ",") or start != at:
        return False
    last = sentence.at(subject.span[1] - 1)
    between = heard[last + 1 : start - 1]
    if len(subject.actors) == 1 and heard[last] not in _PRONOUNS:
        return False
    if not between or not sentence.known.modals.isdisjoint(between) or not sentence.known.relatives.isdisjoint(between):
        return False
    if trigger.then is None and heard[at + 1 : at + 2] and heard[at + 1] in sentence.known.prepositions:
        return False  # a noun: "our solidarity and support for"
    if heard[start - 1] == "," and _BARE_SPEECH.isdisjoint(heard[at : at + 1]):
        return False
    if _PURPOSE.isdisjoint(between):
        return True
    # "met to discuss aid and reaffirm": behind a verb in the past the infinitive goes on
    return heard[at] in _BARE_SPEECH and between[0] not in _PAST and not between[0].endswith("ed")


def _plural(sentence: Sentence, subject: Subject) -> bool:
    """Whether a subject takes a verb without ending: "we", "both sides", "A and B"."""
    if len(subject.actors) > 1:
        return True
    last = sentence.words[sentence.at(subject.span[1] - 1)]
    return last in _PRONOUNS or (last.endswith("s") and not last.endswith("ss"))


def _coordinates(sentence: Sentence, start: int) -> bool:
    """Whether the verb goes on after "and", "or", "but" or a comma."""
    at = sentence.skip_back(start - 1)
    return at >= 0 and sentence.words[at] in ("and", "but", "or", ",", "who", "which", "then")
