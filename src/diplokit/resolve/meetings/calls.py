"""Verbs of those who talk from afar: who telephoned or spoke with whom."""

from diplokit.vocabulary import ActorKind, Confidence
from diplokit.vocabulary import MeetingMode as Mode

from .addressing import address
from .context import Context
from .openings import Verb, all_speakers, begin
from .patterns import compiled
from .sentences import Group
from .sightings import Sighting
from .terms import (
    ADDRESSEE,
    BILATERAL,
    CALL,
    CONSULTATION,
    HELD,
    SCHEDULED,
    SESSION,
    SPEAKER,
)

_BY_PHONE = r"[^.;]{0,130}?\b(?:phone|telephone|telephonically|video|videoconference|teleconference|secure line)\b"


def speak(verb: Verb) -> Sighting | None:
    """A call: "spoke by phone with", "talked to"; or a speech where the verb only tells of one."""
    context, scene, hit = verb.context, verb.scene, verb.hit
    text, right = verb.text, verb.after(140)
    phone = compiled(_BY_PHONE).match(right)
    bare = not text.endswith(("with", "to"))
    start = hit.end
    if bare:
        gap = compiled(
            r"\s+(?:\w+ly\s+|separately\s+|again\s+|(?:on\s+)?[<D>]+\s+|(?:by|on|over) (?:the )?(?:tele)?phone\s+|"
            r"via \w+\s+|earlier\s+){0,4}(?:with|to)\s"
        ).match(right)
        if gap:
            start += gap.end()
        elif not compiled(_REMOTELY).match(right):
            return _talk_long(verb) or _speak_at(verb) or address(verb)
    if compiled(
        r"\s*(?:the\s+)?(?:reporters|journalists|media|press|newsmen|newspaper|(?:foreign |international |local )?correspondents|local|a news|state)\b"
    ).match(scene.after(start, 30)):
        return None
    begun = begin(verb, CALL)
    if begun is None:
        return None
    sighting, who = begun
    if not (context.persons(who) or context.states(who)):
        return None  # "Radio Peru spoke to the economist X"
    sighting.add(who)
    if text.endswith("to") and _of_company(context, sighting):
        return None  # "the newspaper spoke to the minister"
    if bare and start == hit.end:  # "A and B spoke by phone"
        sighting.mode = Mode.PHONE
        context.fill(sighting, scene, verb.follow())
        return sighting if len(sighting.participants) > 1 else None
    parts = verb.follow("obj", start)
    objects = [group for prep, group in parts.groups if prep == "obj"]
    named = [g for g in objects if context.persons(g) and not all_speakers(g)]
    if not objects and parts.asides and compiled(_HIS_COUNTERPART).match(scene.after(start, 80)):
        objects = named = [Group([aside for _, aside in parts.asides])]
    if named or (objects and phone):
        talk = text.startswith("talk")
        if (text.endswith("to") or talk) and not phone and sighting.status is not HELD:
            return None
        for group in objects:
            sighting.add(group)
        if not phone:
            sighting.confidence = Confidence.POSSIBLE
            if (talk and not _of_peers(context, sighting)) or verb.word.form in ("third", "ing"):
                return None
            if verb.word.form == "base" and sighting.status is not SCHEDULED:
                return None
        if phone:
            sighting.mode = Mode.VIDEO if "video" in phone[0] else Mode.PHONE
        if len(sighting.participants) < 2 or (text.endswith("to") and _of_company(context, sighting)):
            return None
    elif (
        parts.people
        and not objects
        and sighting.status in (SCHEDULED, HELD)
        and text in ("speak with", "spoke with", "spoken with")
    ):
        sighting.kind = CONSULTATION
        sighting.add([head for _, head in parts.asides])
    else:
        return None
    if not phone and compiled(r"\b(?:visit|travel to|go to|fly to)\b[^.;]{0,120}\bto\s+\Z").search(verb.before(160)):
        sighting.kind = BILATERAL  # who travels "to speak with" someone does not telephone
    context.fill(sighting, scene, parts, who)
    if parts.date is None:  # "spoke by phone today with"
        sighting.date = next((m for m in scene.dates if hit.end <= m.start < start), None) or sighting.date
    return sighting


def _of_company(context: Context, sighting: Sighting) -> bool:
    """Whether a company takes part, as newspapers and agencies do that ask for news."""
    return any(context.stage.actors[id].kind is ActorKind.COMPANY for id in sighting.participants)


def _of_peers(context: Context, sighting: Sighting) -> bool:
    """Whether those who talked act for different states, each in an office."""
    stage = context.stage
    sides = [stage.side(id) for id in sighting.participants]
    return len(set(sides)) > 1 and stage.states.issuperset(sides)


_REMOTELY = r"\s+(?:again\s+|once more\s+|briefly\s+|later\s+)?(?:by|over|on|via) (?:the\s+)?(?:(?:tele)?phone|video)"
_FOR_AN_HOUR = (
    r"\s+(?:alone\s+|privately\s+|together\s+|briefly\s+)?(?:for\s+(?:[\w-]+\s+){1,5}?(?:hours?|minutes)\b|(?:late\s+)?(?:until|till|into)\s|"
    r"(?:one-on-one|face to face|in private|behind closed doors)\b)"
)


def _talk_long(verb: Verb) -> Sighting | None:
    """Talks of "the two leaders talked for an hour": of two, who are in one room."""
    context, right = verb.context, verb.after(100)
    length = compiled(_FOR_AN_HOUR).match(right)
    if length is None or verb.word.form not in ("past", "participle"):
        return None
    begun = begin(verb, BILATERAL)
    if begun is None or len(begun[1].ids) < 2 or not context.stage.persons.issuperset(begun[1].ids):
        return None
    sighting, who = begun
    sighting.add(who)
    context.fill(sighting, verb.scene, verb.follow("", verb.hit.end + length.end()), who)
    sighting.kind = context.counterpart_kind(sighting)
    return sighting


def _speak_at(verb: Verb) -> Sighting | None:
    """A session of "will speak at a panel", where no name of a gathering follows that makes a record of its own."""
    context, scene, hit = verb.context, verb.scene, verb.hit
    right = verb.after(60)
    if not compiled(
        r"\s+(?:at|before)\s[^.;]{0,20}\b(?:panel|forum|conference|session|event|seminar|symposium)\b"
    ).match(right):
        return None
    begun = begin(verb, SESSION)
    if begun is None or not context.persons(begun[1]):
        return None
    sighting, who = begun
    if sighting.status is not SCHEDULED or any(0 <= e.start - hit.end < 12 for e in scene.events):
        return None
    sighting.rule = "verb_speak_at"
    sighting.add(who, SPEAKER)
    context.fill(sighting, scene, verb.follow())
    return sighting


_CALLED = (
    r"(?:,?\s+(?:on\s+|late\s+|early\s+|earlier\s+)*[<D>]|\s+(?:by|over|on) (?:the )?(?:tele)?phone\b|\s+from\s+[<H><P>]|\s*[.;]?\s*\Z|"
    r"\s+to\s+(?:discuss|congratulate|express|convey|thank|offer|brief|inform|wish|discuss|reassure|condole|say|exchange|reaffirm|underscore|talk)\b)"
)
"""After whom one called, where it was by telephone: "called President A on Friday to congratulate him"."""


def phone(verb: Verb) -> Sighting | None:
    """A call: "telephoned", "called"."""
    context, scene = verb.context, verb.scene
    begun = begin(verb, CALL)
    if begun is None:
        return None
    sighting, who = begun
    parts = verb.follow("obj")
    objects = [group for prep, group in parts.groups if prep == "obj"]
    if verb.text.startswith("call"):
        if not objects or not context.persons(who):
            return None
        if not context.individuals(objects[0]):
            return None
        if verb.passive() or not compiled(_TITLED).fullmatch(scene.between(verb.hit.end, objects[0].start)):
            return None
        if all_speakers(objects[0]) or not compiled(_CALLED).match(scene.after(objects[0].end, 60)):
            return None
    sighting.add(who)
    for group in objects:
        sighting.add(group, ADDRESSEE)
    sighting.mode = Mode.PHONE
    context.fill(sighting, scene, parts, who)
    return sighting if len(sighting.participants) > 1 else None


_TITLED = r"\s+(?:(?:his|her|the|its)\s+)?(?:[<T><A><C>]+\s+|counterpart,?\s+)*"


_HIS_COUNTERPART = r"\s+(?:his|her|their)\s+(?:visiting\s+)?[<A>]+(?:(?:,|\s+and|,\s+and)\s+[<A>]+)*\s+(?:counterpart|colleague|opposite number)s?\b"
