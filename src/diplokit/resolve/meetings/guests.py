"""Verbs of which one side is the other's guest: who received whom, who leads the delegation that is met."""

from diplokit.vocabulary import Confidence

from .context import Context
from .kinds import of_people
from .openings import Verb, all_speakers, begin, represented
from .patterns import compiled
from .sentences import Group, Scene
from .sightings import Sighting
from .terms import BILATERAL, CEREMONY, HOST, PLURILATERAL, VISITOR


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
        if not guests and objects and compiled(_ENVOYS_OF).search(context.document.folded, start, objects[0].start):
            guests = objects
        if not guests and text.startswith(("receiv", "host")) and compiled(_PEOPLE).match(scene.after(start, 120)):
            guests = objects[:1] or represented(parts, "obj")
            sighting.kind = of_people(scene.after(start, 90))
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
_PEOPLE = (
    r"\s+(?:[a-z-]+\s+|[<A><H><C>]+(?:'s)?\s+){0,5}?(?:officials|ministers|leaders|leadership|authorities|delegation|delegates|team|"
    r"diplomats|lawmakers|legislators|parliamentarians|senators|executives|envoys|experts|representatives|members|negotiators|counterparts|peers)\b(?!')"
)
"""After "received": guests without a name, of a state or body that is named."""
_THE_VISITOR = r"\s+(?:the|his|her|this)\s+(?:distinguished\s+|foreign\s+)?(?:visitor|guest|visiting\s+(?:dignitary|guest|leader|minister|president|premier|envoy|official))\b"


_NO_GUEST = (
    r"\s+(?:(?:a|an|the|his|her|their)\s+)?(?:[a-z-]+\s+){0,3}?"
    r"(?:credentials|copies|letters?|messages?|reports?|calls?|invitations?|awards?|gifts?|medals?|orders?|copy|cheque|condolences|congratulations)\b"
)
"""What one receives that is no one."""


def led_by(scene: Scene, at: int) -> list[Group]:
    """Who leads the delegation that is met: "a delegation of the Council led by A"."""
    found = compiled(_INCLUDED).match(scene.after(at, 160))
    if found is not None:
        named = next((g for g in scene.groups if g.end > at + found.end()), None)
        return [] if named is None else [named]
    for group in scene.groups:
        if at < group.start < at + 220 and group.lead == "by":
            if compiled(r"\b(?:led|headed) by\b").search(group.before[-90:]) and compiled(_DELEGATION).match(
                scene.between(at, group.start)
            ):
                return [group]
    return []


_INCLUDED = r"[^.;\"<H>]{0,60}?\bdelegation\s+(?:that|which)\s+(?:also\s+)?(?:included|comprised|consisted of)\s+(?:the\s+)?(?=[<H><C><T><A>])"
"""Before one of a delegation: "a delegation that included A"."""
_DELEGATION = r"[^.;\"]{0,60}?\b(?:delegation|team|mission|group)\b[^.;\"]*\Z"
_ENVOYS_OF = r"\b(?:colleagues|counterparts|peers|leaders|presidents|ministers|ambassadors|envoys|high commissioners|heads of (?:\w+ )?missions?|foreign ministers)\s+(?:of|from)\s[^.;]{0,20}\Z"
"""Between "received" and states: those who act for them."""
_ONE_BY_ONE = r"\b(?:ambassadors|envoys|high commissioners|heads of (?:\w+ )?missions?)\b"
"""Guests who are mostly received one after the other."""
_TO_A_MEAL = r"[^.;]{0,40}?\s(?:to|for|at|over)\s+an?\s+(?:[a-z-]+\s+){0,3}(?:dinner|lunch|luncheon|breakfast|banquet|tea|reception|iftar)\b"
