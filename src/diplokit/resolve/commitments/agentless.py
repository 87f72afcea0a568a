"""Commitments whose verb is passive and names nobody: "Four agreements were signed", "it was agreed that …".

Those commit who met, or who look on, if the sentence or those before tell plainly who they are; else it is not known
who commits. An invitation that "was accepted" was accepted by the one who was invited.
"""

from collections.abc import Sequence
from datetime import date

from diplokit import Actor, Hit, Reading
from diplokit.resolve.clauses import Sentence, Subject
from diplokit.vocabulary import Act, ActorKind

from .blocs import adopting, earlier
from .conditions import refuted
from .content import object_before
from .found import Found
from .those_who_met import NEVER, met_or_visited, of_gathering, parties_of, several, visit_of
from .words import Fits

# What an instrument that is new to the reader begins with; "the treaty was signed" looks back to another time.
_NEW = frozenset(
    "a an two three four five six seven eight nine ten eleven twelve several many various some numerous dozens "
    "another new".split()
)
# So too without a determiner: "Agreements on trade were concluded".
_SEVERAL = frozenset(["agreements", "treaties", "memoranda", "memorandums", "mous", "accords", "protocols", "pacts"])
_OPEN: tuple[list[str], ...] = ([], ["."], [","], ["-"], [")"], ["and"], ["•"])
_REACHED = (["agreement"], ["understanding"], ["consensus"])
_JOINT = frozenset(["joint", "declaration", "communique", "communiqué", "statement", "roadmap"])
# Classes of nouns that are signed, exchanged or adopted.
_DRAWN_UP = frozenset(["instrument", "exchanged", "decision"])
_LEAD_ON = frozenset(["to", "that"])
_AT = (["at"], ["during"], ["in"])
_BEEN = frozenset(["was", "were", "been"])
# What one may do alone: accept an invitation, or, as a bloc, adopt a plan.
_BY_ONE = frozenset([Act.AGREE, Act.DECIDE])
_LOOKED_ON = frozenset(["presence", "witnessed", "attended", "between"])


def of_agentless(sentence: Sentence, hit: Hit, fits: Fits, at: int, published: date | None) -> Found | None:
    """As in "A memorandum was signed after the talks.", where the talks tell who signed.

    Args:
        sentence: The sentence.
        hit: The verb.
        fits: Its uses that the words after it allow.
        at: The number of the word.
        published: When the text was published.
    """
    heard = sentence.words
    start = sentence.verb_start(at)
    group = heard[start:at]
    if _BEEN.isdisjoint(group) or not NEVER.isdisjoint(heard[:at]) or not sentence.known.modals.isdisjoint(group):
        return None
    trigger = next((one for one, _ in fits if one.act in (Act.CONCLUDE, Act.DECIDE, Act.AGREE)), None)
    if trigger is None:
        return None
    near = {*heard[max(start - 12, 0) : start], *heard[at + 1 : at + 10]}
    form = "passive"
    if refuted(heard[max(start - 8, 0) : start]):
        return None
    parties: Subject | None = None
    if start and heard[start - 1] == "it" and trigger.act in (Act.AGREE, Act.DECIDE):
        ahead = at + 1
        if heard[ahead : ahead + 1] == ["between"]:
            parties, ahead = sentence.acting(ahead + 1)
        reach = 12 if heard[ahead : ahead + 1] in _AT else 3
        if _LEAD_ON.isdisjoint(heard[ahead : ahead + reach]) or "by" in near or _long_ago(heard[:at], published):
            return None
        form = "past"
        parties = parties or adopting(sentence, here=True)
    elif "proposalnoun" in trigger.classes:
        if "invitation" not in heard[max(start - 12, 0) : start] or "by" in near:
            return None
        parties = _invited(sentence, start) or next(
            (who for one in earlier(sentence, 3) if (who := _invited(one, 0))), None
        )
        if parties is None:
            return None
    elif "accord" in trigger.classes:
        if (
            heard[start - 1 : start] not in _REACHED
            or heard[max(start - 2, 0)] in ("the", "this", "that")
            or not near.isdisjoint(("by", "with"))
            or _long_ago(heard, published)
        ):
            return None
    elif not _DRAWN_UP.isdisjoint(trigger.classes):
        if not near.isdisjoint(("by", "with")) or _long_ago(heard, published):
            return None
        if trigger.act is Act.DECIDE:
            parties = adopting(sentence)
        named = object_before(sentence, start)
        opening = next((at for at in range(min(4, start)) if heard[at].isalpha()), 0)
        if named is None and heard[opening] not in _SEVERAL and parties is None:
            return None
        first = sentence.at(named[0]) if named is not None else opening
        phrase = heard[first:start]
        if (
            phrase[0] not in _NEW
            and not phrase[0].isdigit()
            and heard[first - 1 : first] != ["following"]
            and not (phrase[0] in _SEVERAL and heard[first - 1 : first] in _OPEN)
            and (parties := parties or _present(sentence, at)) is None
        ):
            return None
        if trigger.act is Act.DECIDE and parties is None and _JOINT.isdisjoint(phrase):
            return None  # a resolution is an assembly's
    else:
        return None
    if parties is None:
        parties = (
            _present(sentence, at)
            or parties_of(sentence)
            or of_gathering(sentence)
            or several(sentence, 2, at, _LOOKED_ON)
            or (visit_of(sentence) if form == "passive" else None)
        )
    if parties is None and (form == "past" or "between" not in near):
        parties = next((who for one in earlier(sentence, 3) if (who := met_or_visited(one))), None)
    known = parties is not None and (1 < len(parties.actors) < 5 or trigger.act in _BY_ONE)
    after = at + 1
    if form == "past":
        after = next((step + 1 for step in range(at + 1, min(at + 24, len(heard))) if heard[step] in _LEAD_ON), after)
    return Found(
        trigger.act,
        start,
        sentence.starts[start],
        sentence.stop(after - 1),
        after,
        parties.actors if parties is not None and known else (),
        parties.span if parties is not None and known and parties.span[0] >= sentence.start else None,
        "agentless passive",
        form=form,
    )


def _present(sentence: Sentence, at: int) -> Subject | None:
    """In whose presence something is signed, if there are several: "signed in the presence of X and Y"."""
    for step, word in enumerate(sentence.words[at + 1 : at + 16], at + 1):
        if word == "presence" and sentence.words[step + 1 : step + 2] == ["of"]:
            there, _ = sentence.acting(step + 2)
            if there is not None and len(there.actors) > 1:
                return there
    return None


def of_accepted(sentence: Sentence, hit: Hit, start: int, at: int, before: Found) -> Found | None:
    """As in "A invited B to Lima, and the invitation was accepted", where the invitation tells who accepted it."""
    heard = sentence.words
    if before.act is not Act.PROPOSE or not {"not", "never", "by"}.isdisjoint(heard[start : at + 6]):
        return None
    if heard[start - 1] not in ("which", "invitation", "offer"):
        return None
    invited = _invited(sentence, start)
    if invited is None:
        return None
    first = sentence.starts[start]
    return Found(Act.AGREE, start, first, hit.end, at + 1, invited.actors, invited.span, "passive", form="passive")


def _long_ago(heard: Sequence[str], published: date | None) -> bool:
    """Whether a year long before the text is told: "the treaty was signed in 1977" is of another time."""
    return any(
        len(word) == 4 and word.isdecimal() and (published is None or int(word) < published.year) for word in heard
    )


def _invited(sentence: Sentence, before: int) -> Subject | None:
    """Who was invited: "A invited B to visit", "an invitation to B", in the sentence, or before one of its words."""
    heard = sentence.words
    for at, word in enumerate(heard[: before or len(heard)]):
        ahead = at + 1
        if word == "invitation":
            ahead = next((step + 1 for step in range(at + 1, min(at + 4, len(heard))) if heard[step] == "to"), 0)
        elif word != "invited":
            continue
        if ahead:
            invited, _ = sentence.acting(ahead, ahead + 12)
            if invited is not None:
                return invited
    return None


def as_states(found: Found, reading: Reading) -> None:
    """Name the states for two persons who are taken to have signed: an instrument binds states.

    Where the state of one is not told, two states that the text means by one word ("both sides") are taken, if the
    state of the other is one of them.
    """
    owners: dict[str, str] = {}
    states: set[str] = set()
    for actor in reading.records(Actor):
        if actor.kind is ActorKind.STATE:
            states.add(actor.id)
        elif actor.id in found.actors:
            owners[actor.id] = next((office.of for office in actor.offices if office.of is not None), actor.id)
    named = tuple(dict.fromkeys([owners.get(one, one) for one in found.actors]))
    told = states.intersection(named)
    if len(told) == 1:
        named = next((ids for _, ids in reading.who() if len(ids) == 2 and told < states.intersection(ids)), named)
    if len(named) == 2 and states.issuperset(named):
        found.actors = named
