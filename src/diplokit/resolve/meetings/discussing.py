"""Verbs of which two talk about something: who discussed what with whom, face to face or by telephone."""

from diplokit import Span
from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import MeetingMode as Mode
from diplokit.vocabulary import MeetingStatus as Status

from .guests import led_by
from .openings import Verb, all_speakers, begin, represented
from .parts import stands_apart
from .patterns import compiled
from .sightings import Sighting

_WITH = r"\s(?:[^.;\"]{2,160}?\s)?(?=with\s)"
_BY_PHONE = r"[^.;\"]{0,140}?\b(?:(?:by|over|on|via) (?:the )?(?:tele)?phone|telephonically)\b"
_ANOTHER_CLAUSE = r"\b(?:where|who|which|met|meet|held|after|before|during|guard|parade|troops)\b"


def discuss(verb: Verb) -> Sighting | None:
    """Talks of "will discuss trade with Minister V": of persons, when they were told of or announced."""
    context, scene, hit = verb.context, verb.scene, verb.hit
    right = verb.after(200)
    gap = compiled(_WITH).match(right)
    if gap is not None and compiled(_ANOTHER_CLAUSE).search(gap[0]):
        gap = None
    phone = compiled(_BY_PHONE).match(right) if "phone" in right else None
    if verb.word.form == "ing":
        return None
    if gap is None and phone is None:
        return _to_come(verb)
    begun = begin(verb, Kind.BILATERAL if phone is None else Kind.CALL)
    if begun is None or not context.persons(begun[1]):
        return None
    sighting, who = begun
    if sighting.status not in (Status.HELD, Status.SCHEDULED) or verb.word.form == "third":
        return None
    sighting.add(who)
    if phone is not None:
        sighting.mode = Mode.PHONE
    if gap is None:  # "A and B discussed the border by phone"
        if len(sighting.participants) < 2:
            return None
        assert phone is not None
        context.fill(sighting, scene, verb.follow("", hit.end + phone.end()), who)
        return sighting
    parts = verb.follow("", hit.end + gap.end())
    objects = [group for prep, group in parts.groups if prep == "with"]
    people = parts.people and not any(map(context.persons, objects))
    if people:
        objects = led_by(scene, hit.end + gap.end()) or objects or represented(parts, "with")
    if not people:
        objects = list(filter(context.persons, objects))
    if not objects or all_speakers(objects[0]) or stands_apart(scene, hit.end, objects[0]):
        return None
    sighting.add(objects[0])
    if len(sighting.participants) < 2:
        return None
    context.fill(sighting, scene, parts, who)
    if parts.date is None:  # "discussed trade on Monday with"
        between = (m for m in scene.dates if hit.end <= m.start < hit.end + gap.end())
        sighting.date = next(between, None) or sighting.date
    if people and not (sighting.date or sighting.place):
        return None
    if sighting.status is Status.HELD and not (sighting.date or sighting.place):
        sighting.definite = True  # most often what was said at the meeting or on the telephone of which the text tells
    if phone is None:
        if gap.end() > 3 and not verb.text.startswith("exchange"):
            sighting.topics = (Span(hit.end + 1, hit.end + gap.end() - 1),)
        sighting.kind = Kind.CONSULTATION if people else context.counterpart_kind(sighting)
    return sighting


def _to_come(verb: Verb) -> Sighting | None:
    """Talks to come of two who act together: "President A and President B will discuss trade"."""
    context = verb.context
    if verb.word.form != "base" or not compiled(r"\bwill\s+\Z").search(verb.before(10)):
        return None
    begun = begin(verb, Kind.BILATERAL)
    if begun is None or not context.stage.persons.issuperset(begun[1].ids):
        return None
    sighting, who = begun
    if any(len(head.ids) > 1 for head in who.heads):
        return None  # "they will discuss": at the meeting told of, or another
    if len(set(map(context.stage.side, who.ids))) < 2 or sighting.status is not Status.SCHEDULED:
        return None
    sighting.add(who)
    context.fill(sighting, verb.scene, verb.follow(), who)
    sighting.definite = True  # most often what they will do at the meeting of which the text tells
    sighting.kind = context.counterpart_kind(sighting)
    return sighting
