"""Commitments whose object stands first: "was signed by A and B", "a pact signed between A and B", "the pact A signed"."""

from collections.abc import Sequence

from diplokit import Hit
from diplokit.resolve.clauses import Sentence, Subject
from diplokit.vocabulary import Act

from .blocs import earlier
from .conditions import is_hedged
from .found import Found
from .those_who_met import of_gathering
from .triggers import Trigger
from .words import nouns

_SIGNED = frozenset("signed inked concluded initialled initialed sealed finalised finalized struck".split())

_QUESTIONS = frozenset(["about", "whether", "if", "why", "how", "what", "when"])
_DEPENDS = frozenset(["if", "unless", "whether", "once"])
_OPEN = frozenset("must may might can could cannot".split())


def of_passive(sentence: Sentence, hit: Hit, trigger: Trigger, start: int, at: int, after: int) -> Found | None:
    """As in "was signed by A and B", "a treaty was signed between A and B"."""
    all_words = sentence.words
    limit = min(at + 26, len(all_words))
    if start == at and all_words[max(start - 3, 0) : start] in (
        ["at", "the", "invitation"],
        ["on", "the", "invitation"],
    ):
        return None  # "at the invitation extended by A"
    if any(word in ("no", "not", "never", "neither") for word in all_words[max(start - 4, 0) : at]):
        return None
    if not _OPEN.isdisjoint(all_words[start:at]):
        return None  # "must be approved by the Senate": it is not yet
    if not _DEPENDS.isdisjoint(all_words[max(start - 8, 0) : start]) and is_hedged((), all_words, start):
        return None  # "if the treaty is signed by both"
    first = sentence.starts[start]
    for step in range(at + 1, limit):
        word = all_words[step]
        if word == "by":
            if "instrument" in trigger.classes and not any(
                w in trigger.nouns or w in ("which", "it", "this") for w in all_words[max(start - 30, 0) : start]
            ):
                return None
            end = next((ahead for ahead in range(step + 1, len(all_words)) if all_words[ahead] == "that"), None)
            actors, reach = sentence.agents(step + 1, end)
            if not actors or (all_words[at] == "asked" and not _QUESTIONS.isdisjoint(all_words[at + 2 : reach + 4])):
                return None
            again = next(
                (ahead for ahead in range(reach, min(reach + 3, len(all_words) - 1)) if all_words[ahead] == "by"), 0
            )
            if again and all_words[again - 1] == "and":
                others, beyond = sentence.agents(again + 1, end)  # "by A, and by B"
                actors, reach = tuple(dict.fromkeys((*actors, *others))), beyond if others else reach
            where = (sentence.starts[step + 1], sentence.stop(reach - 1))
            return Found(
                _future(trigger.act, all_words[start:at]),
                start,
                first,
                hit.end,
                step,
                actors,
                where,
                "passive",
                form="passive",
            )
        if word in (";", '"') or word in sentence.known.modals or (word == "and" and trigger.act is not Act.CONCLUDE):
            break
    if trigger.act is Act.PROPOSE and "object" in trigger.flags and start < at:
        if all_words[at + 1 : at + 2] != ["to"] or not sentence.known.modals.isdisjoint(all_words[start:at]):
            return None
        if "time" in all_words[max(start - 9, 0) : start]:
            return None  # "the first time that a woman was invited to"
        # "Liberia was invited to join": nobody is named who invites
        return Found(trigger.act, start, first, hit.end, at + 1, (), None, "passive", form="passive")
    if trigger.act in (Act.CONCLUDE, Act.AGREE):
        return of_parties(sentence, hit, trigger, start, at, after, passive=True)
    return None


def _future(act: Act, group: Sequence[str]) -> Act:
    return Act.WILL if "will" in group or "shall" in group else act


def of_parties(
    sentence: Sentence, hit: Hit, trigger: Trigger, start: int, at: int, after: int, *, passive: bool = False
) -> Found | None:
    """As in "an agreement signed (by | between | with) …": the parties of an instrument, where they are named."""
    all_words = sentence.words
    instruments = (
        nouns()["instrument"] | nouns()["negotiation"] | (trigger.nouns if "accord" in trigger.classes else set())
    )
    if not any(word in instruments for word in all_words[max(start - 24, 0) : start]):
        return None
    after_verb = sentence.at(hit.end - 1) + 1

    def by_parties(act: Act, who: Subject) -> Found:
        first = sentence.starts[start]
        return Found(act, start, first, hit.end, after_verb, who.actors, who.span, "passive", form="passive")

    act = _future(trigger.act, all_words[start:at])

    for step in range(at + 1, min(at + 14, len(all_words))):
        if all_words[step] in ("by", "between", "with"):
            parties, _ = sentence.acting(step + 1)
            if parties is not None:
                return by_parties(act, parties)
            if all_words[step] == "by":
                return None  # by somebody whom nobody knows
        if all_words[step] == "at" and (met := of_gathering(sentence)) and met.span[0] > sentence.starts[step]:
            return by_parties(act, met)  # "the agreement reached at the Chile-Peru summit"
        if all_words[step] in (";", '"', ","):
            break
    # "an agreement between A and B was signed": the parties stand before the verb
    for step in range(start - 1, max(start - 20, -1), -1):
        if all_words[step] in ("between", "with"):
            parties, _ = sentence.acting(step + 1, start)
            if parties is not None:
                return by_parties(act, parties)
    if passive or "instrument" not in trigger.classes:
        return None
    subject = sentence.clause_subject(start)
    return None if subject is None else by_parties(trigger.act, subject)


def of_fronted(sentence: Sentence, hit: Hit, trigger: Trigger, at: int) -> Found | None:
    """As in "Signed in Lima by A and B, the pact …", "Inked with A, the deal …", which those have signed who are told before."""
    heard = sentence.words
    comma = next((step for step in range(at + 1, min(at + 24, len(heard))) if heard[step] == ","), 0)
    if (
        not comma
        or any(word.isalnum() for word in heard[:at])
        or nouns()["instrument"].isdisjoint(heard[comma + 1 : comma + 20])
    ):
        return None
    parties, joint = _parties(sentence, at + 1, comma)
    found = parties.actors if parties is not None else ()
    where = parties.span if parties is not None else None
    if not found or joint == "with":
        for one in earlier(sentence, 2):
            if len(found) < 2:
                found = tuple(dict.fromkeys((*_signers(one), *found)))
    if len(found) < 2:
        return None
    return Found(trigger.act, at, hit.start, hit.end, comma + 1, found, where, "passive", form="passive")


def _signers(sentence: Sentence) -> tuple[str, ...]:
    """Who signed something: "A and B signed", "signed by A", "Inked with A"."""
    heard = sentence.words
    for at, word in enumerate(heard):
        if word not in _SIGNED:
            continue
        subject = sentence.subject(sentence.verb_start(at)) if at else None
        others, _ = _parties(sentence, at + 1, at + 8)
        return tuple(dict.fromkeys(actor for who in (subject, others) if who is not None for actor in who.actors))
    return ()


def _parties(sentence: Sentence, first: int, last: int) -> tuple[Subject | None, str]:
    """Who stands behind the first of these words between two places, and which word that is: "by A", "with B"."""
    for step, word in enumerate(sentence.words[first:last], first):
        if word in ("by", "between", "with"):
            return sentence.acting(step + 1)[0], word
    return None, ""


def of_object(sentence: Sentence, hit: Hit, trigger: Trigger, start: int) -> Found | None:
    """As in "the agreement (that) Peru has signed": the object stands before the subject."""
    subject = sentence.subject(start)
    if subject is None or not subject.near:
        return None
    first = sentence.noun_start(sentence.at(subject.span[0]))
    before = sentence.words[first - 1] if first else ""
    if before not in ("that", "which") and before not in nouns()["instrument"]:
        return None
    if not any(word in nouns()["instrument"] for word in sentence.words[max(first - 8, 0) : first]):
        return None
    after = sentence.at(hit.end - 1) + 1
    return Found(
        trigger.act,
        start,
        sentence.starts[start],
        hit.end,
        after,
        subject.actors,
        subject.span,
        "verb before its subject",
        form="past",
    )


def of_force(
    sentence: Sentence, hit: Hit, trigger: Trigger, start: int, after: int, before: Sequence[Found]
) -> Found | None:
    """As in "the Chile-China agreement entered into force": whose agreement it is tells who concluded it."""
    all_words, known = sentence.words, sentence.known
    following = sentence.at(after - 1) + 1
    if all_words[start - 1 : start] == ["it"] and before and before[-1].act is Act.CONCLUDE:
        # "signed the treaty in May, and it entered into force": theirs who signed it
        who, where = before[-1].actors, before[-1].where
        return Found(
            trigger.act, start, sentence.starts[start], after, following, who, where, "passive", form="passive"
        )
    for named in range(start - 1, max(start - 24, -1), -1):
        word = all_words[named]
        if word in nouns()["instrument"]:
            break
        if word == "and" and "between" in all_words[max(named - 8, 0) : named]:
            continue
        if word in _NO_PHRASE or word in known.modals or word in known.auxiliaries:
            return None
    else:
        return None
    if all_words[start - 1] in ("and", "or", "before", "after"):
        return None
    opening = named
    while opening > 0 and named - opening < 9 and all_words[opening - 1] not in _NO_PHRASE:
        word = all_words[opening - 1]
        if word == "," or word in known.prepositions or word in known.auxiliaries or word in known.determiners:
            break
        opening -= 1
    parties = [
        (span, ids)
        for span, ids in sentence.references
        if sentence.starts[opening] <= span.start and span.end <= sentence.stop(named)
    ]
    actors = [one for _, ids in parties for one in ids]
    where = (parties[0][0].start, parties[-1][0].end) if parties else None
    for step in range(named + 1, min(named + 4, start)):
        if all_words[step] in ("between", "with"):
            others, reach = sentence.agents(step + 1, start)
            if others:
                where = (where[0] if where else sentence.starts[step + 1], sentence.stop(reach - 1))
                actors += others
            break
    if not actors or where is None:
        return None
    first, both = sentence.starts[start], tuple(dict.fromkeys(actors))
    return Found(trigger.act, start, first, after, following, both, where, "passive", form="passive")


# Words and marks that do not stand inside the phrase that names an instrument.
_NO_PHRASE = frozenset([";", ":", '"', "(", "and", "or", "that", "who", "if", "when", "signed", "ratified"])
