"""Who signs where the sentence itself does not say so: those whose talks a signing crowned, those before whom it took place."""

from collections.abc import Iterable

from attrs import evolve

from diplokit import Span
from diplokit.vocabulary import MeetingStatus as Status
from diplokit.vocabulary import Participation as Part

from .context import Context
from .governing import Noun
from .openings import Verb
from .patterns import compiled
from .sentences import Group, Head, Scene
from .sightings import Sighting
from .words import bag

_BEFORE_WHOM = r"[^.;\"]{0,90}?\b(?:in the presence(?:\s+of)?|witnessed by|under the eyes of|in front of)\s+(?:the\s+)?(?=[<H><T>])"
_BEFORE_BOTH = (
    r"[^.;\"]{0,90}?\b(?:in the presence(?:\s+of)?|witnessed by|in front of)\s+(?:the\s+two|both)\s+(?:[\w<T><C>-]+\s+)?"
    r"(?:leaders|presidents|ministers|premiers|sides|heads|delegations|[<T><C>]+)"
)
_ON_THE_VISIT = (
    r"[^.;\"]{0,60}?\b(?:during|on the occasion of|at the end of|in the course of|in connection with)\s+(?:the|his|her|their|this)\s+"
    r"(?:[\w-]+\s+){0,3}(?:visit|trip|stay|tour|talks|meeting)\b"
)


def _sides(context: Context, sighting: Sighting, seen: Iterable[tuple[str, Head | Span]]) -> None:
    """Let those sign for whom some act: their states."""
    for id, where in seen:
        side = context.stage.side(id) or id
        if side not in sighting.participants and side in context.stage.acting:
            sighting.participants[side] = Part.SIGNATORY, where


def _those_of(told: Sighting) -> Iterable[tuple[str, Head | Span]]:
    """Those who took part in what was told of before, and where the text says so."""
    return ((id, where) for id, (_, where) in told.participants.items())


def watched(verb: Verb, sighting: Sighting) -> None:
    """Who was there when something "was signed in the presence of A and B", or "during the visit" told of before."""
    scene, end, context = verb.scene, verb.hit.end, verb.context
    right = scene.after(end, 200)
    found = compiled(_BEFORE_WHOM).match(right)
    if found is not None:
        at = end + found.end()
        group = next((g for g in scene.groups if at <= g.start < at + 40), None)
        if group is not None and any(head.rule == "name" for head in group.heads):
            sighting.add(group, Part.WITNESS)
            return
        if group is not None:
            _sides(context, sighting, ((id, group.heads[0]) for id in group.ids))
            return
    if found is not None or compiled(_BEFORE_BOTH).match(right):
        sighting.participants = {}
        if context.latest is not None:
            _sides(context, sighting, _those_of(context.latest))
        return
    journey = context.journey
    if journey is None or compiled(_ON_THE_VISIT).match(right) is None:
        return
    _sides(context, sighting, _those_of(journey))
    sighting.definite = False


_OF_A_VISIT = (
    r"[^.;\"]{0,60}?\b(?:during|on|at the end of|in the course of|following|after|as part of)\s+"
    r"(?=[<H>][^.;,\"]{0,40}\b(?:visit|trip|stay|tour)\b)"
)
"""Before who travels, in "were signed during A's visit to P"."""
_TO_COME = frozenset((Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED))
_NEAR = 2
"""How many sentences a signing may stand behind the meeting that it crowned."""


def of_the_occasion(context: Context, sighting: Sighting, scene: Scene) -> None:
    """Let those sign of whose visit or meeting its own sentence tells, or one of the two before: "an accord was signed"."""
    end = sighting.trigger.end
    found = compiled(_OF_A_VISIT).match(scene.after(end, 120))
    if found is not None:
        groups = [g for g in scene.groups if end + found.end() <= g.start < end + found.end() + 90][:2]
        _sides(context, sighting, ((id, group.heads[0]) for group in groups for id in group.ids))
        return
    latest = context.latest
    if latest is None or sighting.sentence - latest.sentence > _NEAR:
        return
    if latest.status is not sighting.status and sighting.status not in _TO_COME:
        return
    _sides(context, sighting, _those_of(latest))


_UNNAMED = (
    r"(?:\b(?:the|both|all|these|those)\s+(?:(?:two|three|four|five|six)\s+)?(?:sides|parties|countries|nations|ministers|leaders|governments|"
    r"delegations|states|presidents|officials|neighbou?rs)|(?:\A\W*|[,;]\s+|\b(?:and|when|where)\s+)(?:they|we|[<H>]+))\s+"
    r"(?:(?:also|then|later|had|have|has|jointly|today|yesterday|\w+ly)\s+)*\Z"
)
"""Before "signed": those of whose talks the text told, without their names."""


def unnamed(verb: Verb) -> bool:
    """Whether those who sign are told of before, not named again: "the two sides signed"."""
    return compiled(_UNNAMED).search(verb.before(80)) is not None


def those_told_of(verb: Verb, sighting: Sighting, who: Group | None) -> None:
    """Let those of whose talks the text told sign of whom it only says "the two sides", or "we"."""
    context = verb.context
    latest = context.latest
    if latest is None or verb.sentence - latest.sentence > _NEAR or not unnamed(verb):
        return
    if who is not None and not (
        _WE.intersection(context.document.folded[who.start : who.end].split()) and latest.ids >= sighting.ids
    ):
        return
    sighting.participants = {}
    _sides(context, sighting, _those_of(latest))


_WE = frozenset(("we", "they"))
_NAME_LINKS = frozenset("of on for and the in to between against with de".split())


def paper_named(text: str) -> frozenset[str]:
    """The words of the name of what was signed with which a text begins: "the Ouagadougou Political Agreement"; none elsewhere."""
    words: list[str] = []
    for word in text.split()[:14]:
        bare = word.strip("\u201c\u201d\"'\u2018\u2019(),.;:")
        if bare[:1].isupper():
            words.append(bare.lower())
        elif bare not in _NAME_LINKS:
            break
        if word[-1] in ",.;:":
            break
    return frozenset(words) if len(words) > 1 and not bag("instruments").isdisjoint(words) else frozenset()


_LONG_AGO = r"\b(?:since|after|following|anniversary of|recall\w*|commend\w*|pending|before|until|prior to|from|future|possible|eventual|expected)\s+(?:[\w<T><A><C><H>-]+\s+){0,3}\Z"
"""Before a signing that is not that of the occasion."""


def signed_there(context: Context, sighting: Sighting, noun: Noun, fixed: bool) -> None:
    """Who signs of whom the sentence of a noun says nothing: those whose talks it crowned; else what was signed must have a name."""
    text, end = context.document.text, noun.hit.end
    if (not fixed or sighting.status in _TO_COME) and compiled(_LONG_AGO).search(noun.before[-60:]) is None:
        of_the_occasion(context, sighting, noun.scene)
    if not sighting.participants and text.startswith(" of the ", end):
        sighting.paper = paper_named(text[end + 8 : end + 160])
    if sighting.paper:  # "the signing of the Australia-Japan Commerce Agreement"
        stage = context.stage
        for head in stage.heads_in(end, end + 90):
            members = stage.members(head) if "-" in text[head.start : head.end + 1] and head.rule == "name" else []
            if len(members) > 1:
                sighting.add([evolve(head, ids=tuple(members))], Part.SIGNATORY)


def with_whom_one_met(verb: Verb, sighting: Sighting) -> None:
    """Let both sign of "A met B and signed an agreement", "A held talks with B and signed …"."""
    met = verb.context.latest
    if len(sighting.participants) != 1 or met is None or met.sentence != verb.sentence:
        return
    if met.rule in ("verb_meet", "noun_meeting") and met.ids >= sighting.ids and met.trigger.end < verb.hit.start:
        for id, where in _those_of(met):
            sighting.participants.setdefault(id, (Part.SIGNATORY, where))
