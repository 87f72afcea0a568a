"""Verbs that tell of a meeting: who met, visited, telephoned, received, called on, or signed with whom."""

from collections.abc import Callable

from diplokit import Hit

from .addressing import address
from .calls import phone, speak
from .context import Context
from .courtesies import call_on, present
from .discussing import discuss
from .guests import led_by, receive
from .journeys import next_leg, other_visitors, stay, travel
from .kinds import of_people
from .openings import Verb, begin, begin_without
from .patterns import ASIDE, HEAD, compiled
from .sending import invite, send
from .sentences import Group, Head, Scene
from .sightings import Sighting
from .signing import sign
from .terms import BILATERAL, CONSULTATION, HELD, MINISTERIAL, SESSION, SUMMIT
from .triggers import unmet
from .words import Word


def read_verb(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]
) -> list[Sighting]:
    """The sighting of a verb, none where it tells of no meeting; with the next stop, where it tells of a journey."""
    sighting = _READERS[word.sense](Verb(context, scene, index, hit, context.text(hit), word, stops))
    if sighting is None:
        return []
    if word.sense == "visit":
        return [sighting, *other_visitors(context, scene, sighting)]
    leg = next_leg(context, scene, sighting) if word.sense == "travel" else None
    return [sighting] if leg is None else [sighting, leg]


def _meet(verb: Verb) -> Sighting | None:
    context, scene, hit = verb.context, verb.scene, verb.hit
    if unmet(verb.after(60)) or (verb.text.startswith("confer") and _bestowed(verb)):
        return None
    if verb.text == "met" and compiled(_BY_A_HOST).match(verb.after(80)) and verb.passive():
        return receive(verb)
    begun = begin_without(verb, BILATERAL)
    if begun is None:
        return None
    sighting, who = begun
    both = _together(verb)
    if both is not None:
        who = both[0]
    if verb.word.form == "third" and who is None:
        return None
    if verb.text == "met" and verb.passive() and not verb.after(6).startswith(" by"):
        return None  # "was met with protests"
    gathered = verb.text.startswith(("gather", "conven", "com", "came"))
    if gathered and verb.passive() and verb.text.startswith("conven"):
        return None
    gap = compiled(_MANNER).match(verb.after(60))
    parts = verb.follow("" if gathered else "obj", hit.end + gap.end() if gap else None)
    objects = [group for prep, group in parts.groups if prep in ("obj", "with")]
    if not objects and parts.people:
        objects = [group for prep, group in parts.groups if prep == "including"]
    if parts.people and not any(context.persons(group) for group in objects):
        objects = objects + led_by(scene, hit.end)
    sighting.add(who)
    if who is not None and who.lead == "whom":  # "A, whom B met in Paris"
        objects = [g for g in scene.groups if compiled(_WHOM).fullmatch(scene.between(g.end, who.start))]
    alone = len(sighting.participants)
    for group in objects:
        sighting.add(group)
    if not objects and parts.people:
        sighting.add([head for prep, head in parts.asides if prep in ("obj", "with")])
    if len(sighting.participants) == alone:  # nobody named that was met
        if compiled(_SOMEBODY).match(context.document.folded, hit.end):
            return None
        joined = who is not None and len(who.heads) > 1 and " and " in scene.between(who.start, hit.start)
        several = (
            alone >= 2
            or joined
            or _collective(context, scene, hit.start)
            or (who is not None and context.is_organisation(who))
        )
        if parts.people:
            sighting.kind = of_people(verb.after(90))
        elif who is not None and _organ(verb, who) and (parts.date or parts.places or parts.here):
            sighting.kind = SESSION
        elif not several or not (
            parts.places or parts.date or parts.here or parts.occasion or parts.topic or verb.word.form == "past"
        ):
            return None
        if not sighting.participants:
            return None
    if gathered and len(sighting.participants) == alone < 2 and (who is None or context.persons(who)):
        return None
    context.fill(sighting, scene, parts, who)
    if sighting.kind is BILATERAL:
        sighting.kind = SESSION if _sits(verb) or (both and both[1]) else context.counterpart_kind(sighting)
        met = [id for group in objects for id in group.ids]
        staff = met and context.stage.acting.isdisjoint(met) and not any(map(context.persons, objects))
        if staff and compiled(_STAFF).match(verb.after(60)):
            sighting.kind = CONSULTATION  # "met representatives of the Red Cross and the World Bank"
        if (
            len(sighting.participants) == alone == 1
            and who is not None
            and not context.persons(who)
            and not context.states(who)
        ):
            ranks = compiled(r"\b(leaders|heads of (?:state|government))\b|\bministers\b").search(
                context.document.folded[max(scene.start, who.start - 40) : hit.start]
            )
            sighting.kind = SESSION if ranks is None else SUMMIT if ranks[1] else MINISTERIAL
    return sighting


_BY_A_HOST = r"\s+(?:(?:at|on|upon|in|here)\s[^.;,]{2,50}?\s)?by\s+(?:his\s|her\s|the\s)?(?:[<T><A>]+\s+)*<H>"
"""After "was met": who received the guest, where."""


def _bestowed(verb: Verb) -> bool:
    """Whether it is an honour that is conferred: "was conferred the Order", "conferred on him the degree"."""
    return verb.passive() or compiled(_AN_HONOUR).match(verb.after(80)) is not None


_AN_HONOUR = r"\s+(?:upon\b|(?:the|an?|its|his|her|their|honorary)\s|on\s+[^.;,]{1,50}?\s(?:the|an?)\s+(?:[<C><T>]|title|degree|rank|award|order|medal|honou?r))"
_WHOM = r",?\s+whom\s+(?:the\s+)?(?:[<T><A>]+\s+)*"
_SOMEBODY = r"\s+(?:with\s+)?(?:him|her|them|me|us)\b"
"""After "met": one of whom the text does not tell who it is."""
_MANNER = (
    r"(?:\s+(?:again|face[- ]to[- ]face|one[- ]on[- ]one|in private|in secret|behind closed doors|in person|for the first time|"
    r"for (?:(?:about|almost|nearly|around|over|more than|some)\s+)?[\w-]+\s+(?:and a half\s+)?(?:hours?|minutes)|tete-a-tete))+(?=\s)"
)
"""How they met, between "met" and whom or where."""
_STAFF = r"[^.;,\"]{0,40}?\b(?:representatives|officials|members|executives|experts|staff|delegates)\b"
"""Those who act for a body that has no name of a leader there."""
_ORGANS = r"\b(?:council|committee|commission|assembly|parliament|board|cabinet|bureau|panel|group|conference|union|league|troika|quartet)\b"


def _organ(verb: Verb, who: Group) -> bool:
    """Whether it is a body that meets: "The Security Council will meet on Thursday"."""
    context = verb.context
    if len(who.ids) != 1 or not context.stage.acting.isdisjoint(who.ids):
        return False
    return compiled(_ORGANS).search(context.document.folded, who.start, who.end) is not None


_TOGETHER = (
    r"\b(?:officials|experts|delegations|ministers|negotiators|representatives|delegates|diplomats|envoys|teams|committee|commission|council|body|group|"
    r"(?:two|both)\s+(?:sides|countries|delegations))(?:\s+(?:from|of)\s+(?:the\s+two|both)\s+(?:countries|sides|nations|states))?\s+"
    r"(?:(?:also|had|have|has|earlier|later|[<D>]+|on|last|next|week|will|would|are|is|to|due|set|scheduled|expected|again|first)\s+)*\Z"
)
_LONE = frozenset(
    "officials experts delegations negotiators representatives delegates diplomats envoys teams ministers".split()
)


def _together(verb: Verb) -> tuple[Group, bool] | None:
    """The states of the meeting told of before, for which "officials of the two countries" or "the committee" act; whether it is a body."""
    before = verb.context.latest
    if before is None:
        return None
    left = verb.before(110)
    found = compiled(_TOGETHER).search(left)
    if (
        found is None
        or HEAD in left[max(0, found.start() - 30) : found.start()]
        or ASIDE in left[max(0, found.start() - 30) : found.start()]
    ):
        return None
    words = found[0].split()
    if words[0] in _LONE and " two " not in found[0] and " both " not in found[0]:
        return None
    if not compiled(
        r"\b(?:the|both|this|senior|and|that|of|their)\s+(?:[a-z-]+\s+){0,4}\Z|\A(?:[a-z-]+\s+){0,3}\Z"
    ).search(left[: found.start()]):
        return None
    stage = verb.context.stage
    sides = tuple(dict.fromkeys(side for side in map(stage.side, before.participants) if side in stage.states))
    start = verb.hit.start - len(left) + found.start()
    if len(sides) != 2:
        return None
    heads = [Head(start, verb.hit.start - 1, tuple(side for side in sides if side), "collective")]
    return Group(heads), words[0] in ("committee", "commission", "council", "body", "group")


def _sits(verb: Verb) -> bool:
    """Whether it is a body that convenes."""
    if not verb.text.startswith("conven"):
        return False
    begin, end = max(verb.scene.start, verb.hit.start - 90), verb.hit.start
    return compiled(_SITTING).search(verb.context.document.folded, begin, end) is not None


_SITTING = r"\b(?:committees?|commissions?|council|panel|assembly|parliament|body|group)\b"


def _collective(context: Context, scene: Scene, at: int) -> bool:
    return bool(
        compiled(
            r"\b(?:leaders|heads|chiefs|ministers|sides|presidents|officials|they|two|both|negotiators|delegations|envoys|delegates|countries)\b"
        ).search(context.document.folded[max(scene.start, at - 80) : at])
    )


def _consult(verb: Verb) -> Sighting | None:
    context, scene = verb.context, verb.scene
    begun = begin(verb, CONSULTATION)
    if begun is None:
        return None
    sighting, who = begun
    parts = verb.follow("with")
    objects = [group for prep, group in parts.groups if prep == "with"]
    if not objects or sighting.status is not HELD or verb.word.form == "ing":
        return None
    sighting.add(who)
    for group in objects:
        sighting.add(group)
    context.fill(sighting, scene, parts, who)
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
    "sign": sign,
    "send": send,
    "invite": invite,
    "address": address,
}
