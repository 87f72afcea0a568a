"""Courtesy calls: who called on whom, and which ambassador presented credentials."""

from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import Participation as Part

from .openings import Verb, begin
from .patterns import compiled
from .sightings import Sighting

_COURTESIES = frozenset("discuss exchange convey brief express congratulate bid say pay review the".split())
"""What one calls on somebody to do without urging it."""


def call_on(verb: Verb) -> Sighting | None:
    """A courtesy call on a person."""
    context, scene, hit = verb.context, verb.scene, verb.hit
    parts = verb.follow("obj")
    objects = [group for prep, group in parts.groups if prep == "obj"]
    guest = compiled(r"\s+the\s+visiting\s+(?:dignitary|leader|guest|president|premier|minister|delegation)\b").match(
        verb.after(60)
    )
    if not objects and guest and context.travellers:
        objects = [context.travelling(hit.end + 1, hit.end + guest.end())]
    if not objects or not context.individuals(objects[0]):
        return None
    if verb.text.startswith("call"):
        urge = compiled(r"(?:(?!\band\b)[^.;,]){0,60}?\bto\s+([a-z]+)").match(scene.after(objects[0].end, 80))
        if urge and urge[1] not in _COURTESIES:
            return None
    begun = begin(verb, Kind.COURTESY)
    if begun is None:
        return None
    sighting, who = begun
    sighting.add(who, Part.VISITOR)
    sighting.add(objects[0], Part.HOST)
    context.fill(sighting, scene, parts, who)
    return sighting if len(sighting.participants) > 1 else None


def present(verb: Verb) -> Sighting | None:
    """Credentials, presented to a head of state."""
    context, scene = verb.context, verb.scene
    begun = begin(verb, Kind.COURTESY)
    if begun is None:
        return None
    sighting, who = begun
    parts = verb.follow("obj")
    sighting.add(who, Part.VISITOR)
    for prep, group in parts.groups:
        if prep == "obj":
            sighting.add(group, Part.HOST)
    context.fill(sighting, scene, parts, who)
    return sighting if len(sighting.participants) > 1 else None
