"""Speeches before the parliaments and organisations of others: "will address the Indian Parliament"."""

from diplokit.vocabulary import ActorKind
from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import MeetingStatus as Status
from diplokit.vocabulary import Participation as Part

from .context import Context
from .openings import Verb, begin
from .patterns import compiled
from .sightings import Sighting

_BODY = (
    r"\s+(?:(?!(?i:and|that|but|on|for|after|while|who|which|reporters|journalists)\b)[\w'\u2019.-]+\s+){0,6}?"
    r"(?i:parliament|senate|congress|house of representatives|national assembly|legislature|lawmakers|bundestag|knesset|duma|lok sabha|riksdag|"
    r"storting|sejm|diet|chamber of deputies|house of commons|houses of parliament|cortes|legislative (?:assembly|council)|federation council|"
    r"majlis|parliamentarians|security council|headquarters|university|council of europe|permanent council)\b"
)
_NAMED = {
    "knesset": "ISR",
    "bundestag": "DEU",
    "duma": "RUS",
    "sabha": "IND",
    "riksdag": "SWE",
    "storting": "NOR",
    "sejm": "POL",
    "diet": "JPN",
}
"""Parliaments whose names say whose they are."""
_ORGANS = frozenset((ActorKind.IGO, ActorKind.IGO_ORGAN))
_OWN_RECORD = (
    r"\b(?:session|summit|conference|forum|meeting|seminar|symposium|workshop|general assembly|ceremony|rally)\b"
)
"""What makes a record of its own, so that the verb makes none."""


def address(verb: Verb) -> Sighting | None:
    """A sitting of "addressed the Knesset": of a person, before those of another state or of an organisation."""
    context, scene, hit, stage = verb.context, verb.scene, verb.hit, verb.context.stage
    if verb.passive():
        return None
    right = scene.text[hit.end : min(hit.end + 90, scene.end)]
    body = compiled(_BODY).match(right)
    if body is None or compiled(_OWN_RECORD).search(right[: body.end() + 12].lower()):
        return None
    begun = begin(verb, Kind.SESSION)
    if begun is None or begun[0].status not in (Status.HELD, Status.SCHEDULED):
        return None
    sighting, who = begun
    if not stage.persons.issuperset(who.ids):
        return None
    end = hit.end + body.end()
    goes_on = compiled(r"\s+(?:of|for)\s+(?:the\s+)?(?:<A>+\s+)?[<H>]+").match(scene.after(end, 60))
    heads = stage.heads_in(hit.end, end + (goes_on.end() if goes_on else 0))
    heads += [h for g in scene.groups for h in g.heads if hit.end <= h.start <= end and h not in heads]
    sides = {side for side in map(stage.side, who.ids) if side is not None}
    if any(not sides.isdisjoint(h.ids) for h in heads):
        return None  # the parliament at home
    others = [h for h in heads if stage.persons.isdisjoint(h.ids)]
    home = {stage.actors[side].code for side in sides} - {None}
    named = _NAMED.get(context.document.folded[end - 8 : end].split()[-1])
    if named in home:
        return None
    if not (named and home) and not any(
        h.ids[0] in stage.states or stage.actors[h.ids[0]].kind in _ORGANS for h in others
    ):
        if verb.text == "told" or not _abroad(context, home):
            return None
    others.sort(key=lambda head: head.ids[0] in stage.states)
    sighting.add(who, Part.SPEAKER)
    sighting.add(others[:1])
    parts = verb.follow("", end)
    context.fill(sighting, scene, parts, who)
    return sighting


def _abroad(context: Context, home: set[str | None]) -> bool:
    """Whether the story comes from another country than that of the speaker."""
    code = context.code(context.stage.dateline)
    return bool(home) and code is not None and code not in home
