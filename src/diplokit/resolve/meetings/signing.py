"""Signings: who signed an agreement with whom, and what was signed before whom."""

from collections.abc import Iterable

from diplokit import Span
from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import Participation as Part

from .adjuncts import later_date, tells_of_instrument
from .context import Context
from .openings import Verb, begin_without
from .patterns import compiled
from .sentences import Group, Head, Scene
from .sightings import Sighting

_SIGNED_BEFORE = (
    r"\b(?:the|an?|its|their|our|his|her|this|that|these|those|two|three|all)\s+(?:\w+ly[\s-]+|newly-|just-|new\s+|already\s+)?\Z|"
    r"\b(?:once|when|if|until|unless|as soon as)\b[^.;,]{0,40}\b(?:is|are|be|been)\s+\Z"
)
"""Before a participle that tells of no signing of its own: "the recently signed agreement", "once the texts are signed"."""


def _leaders(scene: Scene, at: int) -> list[Group]:
    """Who leads the delegations that act: "A delegation from P led by X and a delegation from A led by Y"."""
    left = scene.before(at, 400)
    if "delegation" not in left or compiled(_BY_DELEGATIONS).search(left) is None:
        return []
    return [
        g for g in scene.groups if g.end <= at and compiled(r"\b(?:led|headed) by\b[^,;]*\Z").search(g.before[-60:])
    ]


_BY_DELEGATIONS = (
    r"\b(?:led|headed) by\b.{0,120}?\b(?:and|with)\b.{0,80}?\b(?:led|headed) by\b[^;]{0,120}?"
    r"(?:[<H>][\s,]+|\b(?:concluded|ended|completed|crowned|closed)\b[^.;,]{0,60}\bby\s+)(?:jointly\s+|<D>+\s+|on\s+|today\s+)*\Z"
)


_ACTING = r"[<H>]\s+(?:(?:also|jointly|today|on)\s+|<D>+\s+|\w+ly\s+)*\Z"
"""Who acts right before a verb that is no participle, for all that follows it: "A and B | signed here an agreement"."""


def _on_behalf(scene: Scene, at: int) -> list[Group]:
    """Who signs in "was signed on behalf of Kenya by A and on behalf of Uganda by B"."""
    if not compiled(r"\s+(?:[^.;]{1,40}\s)?(?:on behalf of|for)\s").match(scene.after(at, 60)):
        return []
    return [g for g in scene.groups if g.start > at and compiled(r"\bby\s+(?:[<T>]+\s+)*\Z").search(g.before[-60:])]


_NEGOTIATED = r"\b(?:negotiations?|talks|discussions|work|rounds?|views)\b"
"""What is concluded or exchanged without being signed."""
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
        if side not in sighting.participants:
            sighting.participants[side] = Part.SIGNATORY, where


def _those_of(told: Sighting) -> Iterable[tuple[str, Head | Span]]:
    """Those who took part in what was told of before, and where the text says so."""
    return ((id, where) for id, (_, where) in told.participants.items())


def _watched(verb: Verb, sighting: Sighting) -> None:
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
    if latest is None or sighting.sentence - latest.sentence > _NEAR or latest.status is not sighting.status:
        return
    _sides(context, sighting, _those_of(latest))


def _with_whom_one_met(verb: Verb, sighting: Sighting) -> None:
    """Let both sign of "A met B and signed an agreement"."""
    met = verb.context.latest
    if len(sighting.participants) != 1 or met is None or met.sentence != verb.sentence:
        return
    if met.rule == "verb_meet" and met.ids >= sighting.ids and met.trigger.end < verb.hit.start:
        for id, where in _those_of(met):
            sighting.participants.setdefault(id, (Part.SIGNATORY, where))


def sign(verb: Verb) -> Sighting | None:
    """A signing, of an agreement or another document: "signed", "were initialled", "were concluded during the visit"."""
    context, scene, hit = verb.context, verb.scene, verb.hit
    folded, right = context.document.folded, verb.after(160)
    suffers = verb.passive()
    if verb.word.form in ("past", "participle") and compiled(_SIGNED_BEFORE).search(verb.before(60)):
        return None
    reduced = (
        not suffers
        and verb.word.form in ("past", "participle")
        and bool(compiled(r"\s+(?:by|in|on|at|between|last|earlier|here|[<D>])").match(right))
    )
    reach = 220 if suffers else 60
    before = folded[max(scene.start, hit.start - reach) : hit.start]
    after = folded[hit.end : min(hit.end + 160, scene.end)]
    if reduced and compiled(_ACTING).search(verb.before(40)) and not tells_of_instrument(before):
        reduced = False  # "A and B signed here on Monday an agreement"
    if verb.text in ("concluded", "exchanged") and compiled(_NEGOTIATED).search(before):
        return None
    if not tells_of_instrument(before if suffers or reduced else after) or compiled(r"\s*into law").match(right):
        return None
    if compiled(
        r"\b(?:presidential memorand|executive order|bill|legislation|decree|ordinance|proclamation|into law|petition)"
    ).search(before[-60:] if suffers or reduced else after[:60]):
        return None  # what one signs alone
    begun = begin_without(verb, Kind.SIGNING)
    if begun is None:
        return None
    sighting, who = begun
    parts = verb.follow("" if suffers or reduced else "obj")
    sighting.definite = bool(compiled(r"\s+this\b").match(right))
    if suffers or reduced:
        sighting.definite = sighting.again = bool(
            compiled(r"\b(?:the|this)\s+(?:[^\s,.;]+\s+){1,8}(?:was|were|is|been)\s+(?:\w+ly\s+)?\Z").search(
                verb.before(90)
            )
        )
        by = _on_behalf(scene, hit.end) or [group for prep, group in parts.groups if prep in ("by", "between")]
        for group in by:
            sighting.add(group, Part.SIGNATORY)
        if not by:
            _watched(verb, sighting)
        if not (by or sighting.participants):
            if verb.text in ("concluded", "exchanged"):
                return None
            if suffers and not (parts.date or parts.places):
                of_the_occasion(context, sighting, scene)
            if not (sighting.participants or parts.date or parts.places):
                return None
            sides = [g for g in scene.groups if g.end <= hit.start and g.lead in ("between", "among", "with")]
            for group in sides:
                sighting.add(group, Part.SIGNATORY)
            sighting.definite = sighting.definite or not sides
    else:
        led = _leaders(scene, hit.start)
        if who is None and not led:
            return None
        for group in led if len(led) > 1 else [who] if who else led:
            sighting.add(
                [head for head in group.heads if not led or head.ids[0] in context.stage.persons], Part.SIGNATORY
            )
        for group in scene.groups:
            if hit.end <= group.start < hit.end + 200 and group.lead in ("with", "between"):
                sighting.add(group, Part.SIGNATORY)
        parts.date = parts.date or later_date(scene, hit.end, verb.stops)
        _with_whom_one_met(verb, sighting)
    parts.venue = (
        parts.venue if parts.venue and not tells_of_instrument(folded[parts.venue.start : parts.venue.end]) else None
    )
    context.fill(sighting, scene, parts, who)
    if len(sighting.participants) == 1 and not (sighting.date or sighting.place or sighting.definite):
        return None
    return sighting
