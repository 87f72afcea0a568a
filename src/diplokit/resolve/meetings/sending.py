"""Delegations that are sent: "Kenya will send a technical team to Addis Ababa"; "China sent Vice President A to Brazil"."""

from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import MeetingStatus as Status
from diplokit.vocabulary import Participation as Part
from diplokit.vocabulary import VisitType

from .guests import led_by
from .openings import Verb, begin
from .parts import Parts
from .patterns import compiled
from .sentences import Group, Head
from .sightings import Sighting

_PARTY = (
    r"\s+(?:(?!(?:to|for|in|at|on|by|from|with|and|who|which|that)\b)[\w-]+['\u2019]?s?\s+){0,6}?"
    r"(?:delegations?|missions?|teams?|officials|experts|envoys?|negotiators|representatives?|emissar(?:y|ies))\b"
)
_NO_GUESTS = (
    r"\b(?:medical|rescue|relief|military|naval|police|peace-?keep\w*|security|search|troops?|doctors|sports?|football|olympic|space|combat|army|"
    r"monitor\w*|observers?|observer|diplomatic|nursing|nurses|disaster|emergency|first|response|national|youth)\b"
)
"""What makes a team or mission one of those who help, fight, watch or play, and do not negotiate."""


def _behind(verb: Verb, at: int) -> Parts | None:
    """Where the goal stands behind who leads them: "a delegation headed by A to Angola"."""
    found = compiled(r"[^.;\"]{0,110}?[<H>]\s+to\s+(?=(?:the\s+)?[<P><H>])").match(verb.scene.after(at, 160))
    return None if found is None else verb.follow("dest", at + found.end())


def _guest(verb: Verb, parts: Parts) -> Group | None:
    """The persons right behind a verb, who are sent or invited."""
    guest = next((group for prep, group in parts.groups if prep == "obj"), None)
    if guest is None or guest.start - verb.hit.end > 60 or not verb.context.stage.persons.issuperset(guest.ids):
        return None
    return guest


def send(verb: Verb) -> Sighting | None:
    """A visit of those whom one state sends to another."""
    context, hit = verb.context, verb.hit
    if verb.passive():
        return None
    right = context.document.folded[hit.end : min(hit.end + 120, verb.scene.end)]
    party = compiled(_PARTY).match(right)
    if party is not None and compiled(_NO_GUESTS).search(party[0]):
        return None
    begun = begin(verb, Kind.VISIT)
    if begun is None or begun[0].status not in (Status.HELD, Status.SCHEDULED, Status.PROPOSED):
        return None
    sighting, who = begun
    stage = context.stage
    if party is not None:
        goal = compiled(r"\s+to\s").match(right, party.end())
        parts = verb.follow("dest", hit.end + goal.end()) if goal else verb.follow("", hit.end + party.end())
        sides = {side for side in map(stage.side, who.ids) if side is not None and side not in stage.persons}
        if not sides:
            return None
        led = led_by(verb.scene, hit.end)
        if led:
            sighting.add(led[0], Part.VISITOR)
        else:
            sighting.add([Head(who.start, who.end, tuple(sorted(sides)), "collective")], Part.VISITOR)
        if not parts.places:
            parts = _behind(verb, hit.end + party.end()) or parts
    else:
        parts = verb.follow("obj")
        guest = _guest(verb, parts)
        if guest is None:
            return None
        sighting.add(guest, Part.VISITOR)
    context.here(parts)
    lately = verb.word.form == "participle" or compiled(r"\b(?:has|have|had)\s+(?:[a-z]+\s+)?\Z").search(
        verb.before(30)
    )
    if not parts.places or (sighting.status is Status.HELD and parts.date is None and not lately):
        return None
    home = set(map(stage.side, sighting.ids))
    if {stage.state_of(context.code(place)) for place in parts.places} & home:
        return None
    context.fill(sighting, verb.scene, parts, who)
    context.hosts(sighting, parts)
    sighting.visit_type, sighting.purpose = VisitType.UNSPECIFIED, None
    return sighting


def invite(verb: Verb) -> Sighting | None:
    """A visit of a person who is invited to a country or city: "invited President A to Washington"."""
    context, scene = verb.context, verb.scene
    if verb.passive() or verb.word.form in ("base", "ing"):
        return None
    begun = begin(verb, Kind.VISIT)
    if begun is None:
        return None
    sighting, who = begun
    parts = verb.follow("obj")
    guest = _guest(verb, parts)
    if guest is None or not parts.places or not compiled(_STRAIGHT_TO).match(scene.after(guest.end, 60)):
        return None
    sighting.add(guest, Part.VISITOR)
    sighting.add(who, Part.HOST)
    context.fill(sighting, scene, parts)
    context.hosts(sighting, parts)
    sighting.status, sighting.sure = Status.PROPOSED, True
    sighting.visit_type, sighting.purpose = VisitType.UNSPECIFIED, None
    return sighting


_STRAIGHT_TO = (
    r"(?:,[^,.;]{1,40},)?\s+(?:back\s+|again\s+)?to\s+(?:the\s+)?[<P><H>]+(?!\s+(?:summit|conference|meeting|forum))"
)
