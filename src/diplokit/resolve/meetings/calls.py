"""Verbs of which one side is the other's guest or caller: who telephoned, received, called on whom."""

from diplokit.vocabulary import Confidence
from diplokit.vocabulary import MeetingMode as Mode

from .addressing import address
from .context import Context
from .openings import Verb, all_speakers, begin
from .patterns import compiled
from .sentences import Group, Scene
from .sightings import Sighting
from .terms import (
    ADDRESSEE,
    BILATERAL,
    CALL,
    CEREMONY,
    CONSULTATION,
    HELD,
    HOST,
    PLURILATERAL,
    SCHEDULED,
    SESSION,
    SPEAKER,
    VISITOR,
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
    sighting.add(who)
    if bare and start == hit.end:  # "A and B spoke by phone"
        sighting.mode = Mode.PHONE
        context.fill(sighting, scene, verb.follow())
        return sighting if len(sighting.participants) > 1 else None
    parts = verb.follow("obj", start)
    objects = [group for prep, group in parts.groups if prep == "obj"]
    named = [g for g in objects if (context.persons(g) or g.heads[0].rule == "counterpart") and not all_speakers(g)]
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
        if len(sighting.participants) < 2:
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
        if not (context.stage.persons.issuperset(objects[0].ids) or objects[0].heads[-1].rule == "office of state"):
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


def receive(verb: Verb) -> Sighting | None:
    """A guest received: "received", "hosted", "was welcomed by"."""
    context, scene, hit = verb.context, verb.scene, verb.hit
    begun = begin(verb, BILATERAL)
    if begun is None:
        return None
    sighting, who = begun
    text, passive = verb.text, verb.passive()
    hosts: list[Group] = []
    if passive:
        right = compiled(r"[^.;]{0,110}?\bby\s+(?:(?:his|her|their)\s+(?:host|counterpart|colleague)s?,\s+)?").match(
            verb.after(150)
        )
        if not context.persons(who):
            return None
        parts = verb.follow("by" if right else "", hit.end + right.end() if right else None)
        hosts = [group for prep, group in parts.groups if prep == "by" and context.persons(group)]
        if not hosts and (
            text != "received" or parts.venue is None or not compiled(_AT_A_PALACE).match(verb.after(60))
        ):
            return None
        sighting.add(who, VISITOR)
        sighting.add(hosts[0] if hosts else None, HOST)
    else:
        # "received at the palace on Sunday the British ambassador"
        adjuncts = compiled(
            r"(?:,?\s+(?:here|[<D>]+|separately|again|in audience)|,?\s+(?:at|in|on)\s+(?:the\s+|his\s+|her\s+)?(?:(?:[<H>]+\s+(?=<C>))?[<C><P><D><A>]+(?:(?:'s)?\s+[<C><P><D><A>]+)*|"
            r"(?:[a-z]+\s+){0,2}(?:palace|office|residence|house|headquarters|ministry|airport)\b))+,?"
        ).match(verb.after(160))
        start = hit.end + adjuncts.end() if adjuncts else hit.end
        if adjuncts and compiled(_NO_GUEST).match(scene.after(start, 60)):
            return None
        parts = verb.follow("obj", start)
        if adjuncts:
            beside = verb.follow()
            parts.date, parts.places, parts.venue = (
                parts.date or beside.date,
                parts.places or beside.places,
                parts.venue or beside.venue,
            )
        objects = [group for prep, group in parts.groups if prep == "obj"]
        guests = [group for group in objects if context.persons(group)]
        if not guests:
            guests = led_by(scene, start)
        if not guests and objects and objects[0].heads[0].rule == "counterpart":
            guests = objects[:1]
        if not guests and not objects and parts.asides and compiled(_HIS_COUNTERPART).match(scene.after(start, 60)):
            guests = [Group([aside for _, aside in parts.asides[:1]])]
        if not guests and objects and compiled(_ENVOYS_OF).search(context.document.folded, start, objects[0].start):
            guests = objects
        if not guests and context.travellers and set(context.travellers).isdisjoint(who.ids):
            if told := compiled(_THE_VISITOR).match(scene.after(start, 60)):
                guests = [context.travelling(start + 1, start + told.end())]
        if not guests or guests[0].start - start > (90 if guests[0].lead != "by" else 200):
            return None
        meal = compiled(_TO_A_MEAL).match(scene.after(guests[0].end, 100))
        if meal and "working" not in meal[0]:
            sighting.kind = CEREMONY
        if all_speakers(guests[0]):
            return None
        if not (context.persons(who) or context.states(who)):
            return None
        if text.startswith(("welcom", "greet")) and not (parts.places or parts.here or parts.venue):
            return None
        sighting.add(who, HOST)
        sighting.add(guests[0], VISITOR)
        one_by_one = compiled(_ONE_BY_ONE).search(context.document.folded, start, guests[0].start)
        if sighting.kind is BILATERAL and context.stage.acting.issuperset(guests[0].ids) and not one_by_one:
            sides = context.stage.states.intersection(map(context.stage.side, sighting.participants))
            sighting.kind = PLURILATERAL if len(sides) > 2 else BILATERAL
    context.fill(sighting, scene, parts, who)
    if passive and _at_home(context, sighting, who, verb.after(110)):
        return None
    if text.startswith(("host", "welcom", "greet")):
        sighting.confidence = Confidence.POSSIBLE
    return sighting if len(sighting.participants) > 1 or (passive and not hosts) else None


def _at_home(context: Context, sighting: Sighting, who: Group, right: str) -> bool:
    """Whether those received are no guests, but came home: "was received upon return by the Vice President"."""
    if compiled(r"[^.;]{0,60}?\b(?:returns?|homecoming|arriv\w+ home|back home)\b").match(right):
        return True
    home = context.stage.state_of(sighting.code)
    return home is not None and home in map(context.stage.side, who.ids)


_AT_A_PALACE = r"\s+(?:in\s+audience\s+)?(?:on\s+)?(?:[<D>]+\s+)?at\s"
"""After "was received", where it is not said by whom."""
_THE_VISITOR = r"\s+(?:the|his|her|this)\s+(?:distinguished\s+|foreign\s+)?(?:visitor|guest|visiting\s+(?:dignitary|guest|leader|minister|president|premier|envoy|official))\b"


_NO_GUEST = (
    r"\s+(?:(?:a|an|the|his|her|their)\s+)?(?:[a-z-]+\s+){0,3}?"
    r"(?:credentials|copies|letters?|messages?|reports?|calls?|invitations?|awards?|gifts?|medals?|orders?|copy|cheque|condolences|congratulations)\b"
)
"""What one receives that is no one."""


def led_by(scene: Scene, at: int) -> list[Group]:
    """Who leads the delegation that is met: "a delegation of the Council led by A"."""
    for group in scene.groups:
        if at < group.start < at + 220 and group.lead == "by":
            if compiled(r"\b(?:led|headed) by\b").search(group.before[-90:]) and compiled(_DELEGATION).match(
                scene.between(at, group.start)
            ):
                return [group]
    return []


_DELEGATION = r"[^.;\"]{0,60}?\b(?:delegation|team|mission|group)\b[^.;\"]*\Z"
_HIS_COUNTERPART = r"\s+(?:his|her|their)\s+(?:visiting\s+)?[<A>]+(?:(?:,|\s+and|,\s+and)\s+[<A>]+)*\s+(?:counterpart|colleague|opposite number)s?\b"
_ENVOYS_OF = r"\b(?:colleagues|counterparts|peers|leaders|presidents|ministers|ambassadors|envoys|high commissioners|heads of (?:\w+ )?missions?|foreign ministers)\s+(?:of|from)\s[^.;]{0,20}\Z"
"""Between "received" and states: those who act for them."""
_ONE_BY_ONE = r"\b(?:ambassadors|envoys|high commissioners|heads of (?:\w+ )?missions?)\b"
"""Guests who are mostly received one after the other."""
_TO_A_MEAL = r"[^.;]{0,40}?\s(?:to|for|at|over)\s+an?\s+(?:[a-z-]+\s+){0,3}(?:dinner|lunch|luncheon|breakfast|banquet|tea|reception|iftar)\b"
