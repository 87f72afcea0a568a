"""Verbs that tell of a meeting: who met, visited, telephoned, received, called on, or signed with whom."""

from collections.abc import Callable

from diplokit import Hit
from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import MeetingStatus as Status
from diplokit.vocabulary import Participation as Part

from .addressing import address
from .adjuncts import later_date, tells_of_instrument
from .calls import call_on, led_by, phone, present, receive, speak
from .discussing import discuss
from .journeys import next_leg, stay, travel
from .openings import Verb, begin, begin_without
from .patterns import compiled
from .sending import send
from .sentences import Group, Scene
from .sightings import Context, Sighting
from .triggers import unmet
from .words import Word


def read_verb(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]
) -> list[Sighting]:
    """The sighting of a verb, none where it tells of no meeting; with the next stop, where it tells of a journey."""
    sighting = _READERS[word.sense](Verb(context, scene, index, hit, context.text(hit), word, stops))
    if sighting is None:
        return []
    leg = next_leg(context, scene, sighting) if word.sense == "travel" else None
    return [sighting] if leg is None else [sighting, leg]


def _meet(verb: Verb) -> Sighting | None:
    context, scene, hit = verb.context, verb.scene, verb.hit
    if unmet(verb.after(60)):
        return None
    begun = begin_without(verb, Kind.BILATERAL)
    if begun is None:
        return None
    sighting, who = begun
    if verb.word.form == "third" and who is None:
        return None
    if verb.text == "met" and verb.passive() and not verb.after(6).startswith(" by"):
        return None  # "was met with protests"
    gathered = verb.text.startswith("gather")
    parts = verb.follow("" if gathered else "obj")
    objects = [group for prep, group in parts.groups if prep in ("obj", "with")]
    if not objects and parts.people:
        objects = [group for prep, group in parts.groups if prep == "including"]
    if parts.people and not any(context.persons(group) for group in objects):
        objects = objects + led_by(scene, hit.end)
    sighting.add(who)
    alone = len(sighting.participants)
    for group in objects:
        sighting.add(group)
    if not objects and parts.people:
        sighting.add([head for prep, head in parts.asides if prep in ("obj", "with")])
    if len(sighting.participants) == alone:  # nobody named that was met
        several = alone >= 2 or (who is not None and len(who.heads) > 1) or _collective(context, scene, hit.start)
        if parts.people:
            sighting.kind = Kind.CONSULTATION
        elif not several or not (
            parts.places or parts.date or parts.here or parts.occasion or parts.topic or verb.word.form == "past"
        ):
            return None
        if not sighting.participants:
            return None
    if gathered and alone < 2 and (who is None or context.persons(who)):
        return None
    context.fill(sighting, scene, parts, who)
    if sighting.kind is Kind.BILATERAL:
        sighting.kind = context.counterpart_kind(sighting)
        if (
            len(sighting.participants) == alone == 1
            and who is not None
            and not context.persons(who)
            and not context.states(who)
        ):
            ranks = compiled(r"\b(leaders|heads of (?:state|government))\b|\bministers\b").search(
                context.document.folded[max(scene.start, who.start - 40) : hit.start]
            )
            sighting.kind = Kind.SESSION if ranks is None else Kind.SUMMIT if ranks[1] else Kind.MINISTERIAL
    return sighting


def _collective(context: Context, scene: Scene, at: int) -> bool:
    return bool(
        compiled(
            r"\b(?:leaders|heads|chiefs|ministers|sides|presidents|officials|they|two|both|negotiators|delegations|envoys|delegates|countries)\b"
        ).search(context.document.folded[max(scene.start, at - 80) : at])
    )


def _consult(verb: Verb) -> Sighting | None:
    context, scene = verb.context, verb.scene
    begun = begin(verb, Kind.CONSULTATION)
    if begun is None:
        return None
    sighting, who = begun
    parts = verb.follow("with")
    objects = [group for prep, group in parts.groups if prep == "with"]
    if not objects or sighting.status is not Status.HELD or verb.word.form == "ing":
        return None
    sighting.add(who)
    for group in objects:
        sighting.add(group)
    context.fill(sighting, scene, parts, who)
    return sighting


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


def _sign(verb: Verb) -> Sighting | None:
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
            if not (parts.date or parts.places):
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
    parts.venue = (
        parts.venue if parts.venue and not tells_of_instrument(folded[parts.venue.start : parts.venue.end]) else None
    )
    context.fill(sighting, scene, parts, who)
    if len(sighting.participants) == 1 and not (sighting.date or sighting.place or sighting.definite):
        return None
    return sighting


_READERS: dict[str, Callable[[Verb], Sighting | None]] = {
    "meet": _meet,
    "discuss": discuss,
    "consult": _consult,
    "visit": travel,
    "travel": travel,
    "stay": stay,
    "speak": speak,
    "phone": phone,
    "receive": receive,
    "call_on": call_on,
    "present": present,
    "sign": _sign,
    "send": send,
    "address": address,
}
