"""Names of gatherings, and sittings of assemblies."""

from typing import Any

from diplokit import Hit, Mention, Span
from diplokit.vocabulary import Confidence, PlaceKind
from diplokit.vocabulary import MeetingKind as Kind

from .attendance import chaired_by
from .context import Context
from .fronted import hosting_city, opens_sentence
from .governing import ATTENDING, PARTS, clause, governed_status, governing_verb
from .noun_status import STAYING_AWAY, of_noun, to_come
from .parts import Parts
from .patterns import compiled
from .phrases import follow
from .presence import guest, guest_behind, speaker_behind
from .qualifiers import modifiers_of
from .sentences import Head, Scene, mention_at
from .sightings import Sighting
from .terms import (
    CEREMONY,
    CONSULTATION,
    DECLINED,
    DENIED,
    HELD,
    HOST,
    MINISTERIAL,
    PARTICIPANT,
    SCHEDULED,
    SESSION,
    SIGNING,
    SPEAKER,
    SUMMIT,
    VISITOR,
)

_GATHERED = (
    r"\b(gathered|assembled|convened|came together|met)\b[^.;]{1,140}?\b(?:for|on the occasion of)\s+(?:the\s+)?\Z"
)
_HOSTED = (
    r"(\s*,?\s*(?:which|that)\s+(?:the\s+)?(?=<H>))<H>+\s+"
    r"(hosted|hosts|is hosting|(?:will|is to|is due to|is set to|is scheduled to)\s+host)\b"
)


def _gathering(scene: Scene, start: int, end: int, parts: Parts) -> None:
    """Take the day and the place of "gathered in Vientiane on 24 July for | the Meeting"."""
    if parts.date is None:
        parts.date = next((m for m in scene.dates if start <= m.start and m.end <= end), None)
    if not parts.places:
        place = next((m for m in scene.places if start <= m.start and m.end <= end), None)
        if place is not None and place.value.form == "noun":
            parts.places.append(place.span)


_VISIT_FOR = r"\b(?:visit|trip|travel|tour|stay)\b[^.;\"]{1,60}\s(?:for|to attend|on the occasion of)\s+(?:the\s+)?\Z"
"""Before a gathering for which a visit was made."""
_UNABLE = r"\b(?:un|not (?:be )?|never )able to\s+\Z|\b(?:not|n't|never|failed to|without)\s+(?:\w+ly\s+)?\Z"


def _unable(scene: Scene, start: int) -> bool:
    """Whether who acts did not: "was unable to attend"."""
    return compiled(_UNABLE).search(scene.before(start, 30)) is not None


_NAMED_FOR_CITY = r"\s(?:(?!pact|group|club|process|initiative|format)[\w-]+\s)?(?:summit|conference|meetings?|talks|forum|round|dialogue|consultations)\b"
"""In the name of a gathering, after the city where it is."""
_SHOWS = r"\b(?:olympics?|games|cup|festival|exhibition|fair|expo|championships?)\b"


def negotiates(name: str) -> bool:
    """Whether a gathering of a folded name is one of those who negotiate."""
    return compiled(_SHOWS).search(name) is None


_LISTED = r"<E>(?:\s+(?:in|at)\s+(?:the\s+)?[<P><H>]+)?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?\Z"
"""Before a gathering that follows another in a list."""


def _attend_too(listed: Sighting, new: Sighting) -> None:
    """Let those who attend one gathering of a list attend the next: "will attend the Arab Summit and the Islamic Summit"."""
    start = listed.trigger.start
    going = {id: seen for id, seen in listed.participants.items() if seen[1].start < start}
    if going:
        new.participants.update(going)
        new.status, new.sure = listed.status, listed.sure
        if listed.place is not None and listed.place.start < start:
            new.place, new.code = listed.place, listed.code


def _visitors(journey: Sighting) -> list[Head]:
    """Who is on a visit that was told of in the same sentence."""
    told = journey.participants.items()
    return [Head(at.start, at.end, (id,), "collective") for id, (part, at) in told if part is VISITOR]


def read_event(context: Context, scene: Scene, index: int, mention: Mention[Any]) -> Sighting | None:
    """The sighting of a named gathering."""
    if context.stage.inside(mention.start):
        return None  # part of a longer name: the "Islamic Conference" of the Organisation of that name
    folded = context.document.folded
    name = folded[mention.start : mention.end]
    after = scene.after(mention.end, 120)
    if compiled(
        r"\b(?:all|every|each|various|many|past|previous|and (?:related|other))\s+\Z|\band\s+(?:the\s+)?\Z(?<=related )"
    ).search(scene.before(mention.start, 20)) or name.startswith("related "):
        return None
    if compiled(
        r"(?:'s)?[\s-]+(?:[<H><C><P>]+\s+)?(?:declaration|pavilion|communique|agreements?|agenda|plan|process|secretariat|framework|accords?|partners|goals?|rulebook|"
        r"protocol|outcomes?|decisions?|commitments?|resolution|members?|membership|countries|nations|economies|presidency|"
        r"chair|chairmanship|statement|pledges?|delegates|standing committee|spokes\w+|presidents?|host|hosts|champion|envoy|negotiators?)\b"
    ).match(after):
        return None
    before = scene.before(mention.start, 200)
    start = mention.start
    quote = before.rfind('"', -60) if after.startswith('"') else -1
    if quote >= 0:  # 'attended the "Business, Trade and Investment Summit"'
        start -= len(before) - quote
        before = before[:quote]
    modifiers, begin = modifiers_of(scene, start, before)
    before = before[: len(before) + begin - start]
    governing, actors = governing_verb(scene, begin, before)
    left = clause(before)
    status = None if governing is None else governed_status(scene, governing, actors, left)
    told, sure = of_noun(left, after) if status is None else (status, True)
    sighting = Sighting(_event_kind(name), mention.span, told, index, "event")
    sighting.sure, sighting.event, sighting.named = sure, mention, True
    fronted, absent = None, told in (DECLINED, DENIED)
    if governing is not None:
        if governing.word.sense not in ATTENDING or not (status in STAYING_AWAY or _unable(scene, governing.start)):
            sighting.add(actors, PARTS.get(governing.word.sense, PARTICIPANT))
            absent = False
        else:
            absent = True
        if actors is None and governing.word.form == "ing" and not scene.between(scene.start, governing.start).strip():
            _fronted_event(scene, mention.end, sighting)  # "Addressing the summit, the President said"
    else:
        sighting.add(guest(context, scene, begin, left) or speaker_behind(context, scene, begin, mention.end))
        listed = context.gathering
        if listed is not None and listed.sentence == index and compiled(_LISTED).search(left[-60:]):
            _attend_too(listed, sighting)
        journey = context.journey
        if journey is not None and journey.sentence == index and compiled(_VISIT_FOR).search(left[-90:]):
            sighting.add(_visitors(journey))
        fronted = compiled(r"[\W\d]*(?:[a-z]+ly,\s+)?(?:at|during)\s+(?:the\s+)?(?:[^\s,.;]+\s+){0,3}\Z").match(
            scene.between(scene.start, mention.start)
        )
        speech = left.rstrip().endswith("at the") and compiled(
            r"\b(?:speech|remarks|address|statement|keynote) by\b[^.;]{1,160}\bat the\s+\Z"
        ).search(left)
        if speech:
            sighting.add(next((g for g in scene.groups if g.lead == "by" and g.end <= mention.start), None), SPEAKER)
        if fronted:  # "At the summit, the President spoke"
            _fronted_event(scene, mention.end, sighting)
    if absent:  # who stays away says nothing of the gathering itself
        sighting.status, sighting.sure = SCHEDULED if to_come(left) else HELD, False
    parts = follow(context.stage, scene, mention.end + (quote >= 0), "", frozenset())
    together = governing is None and (left.endswith((" for ", " for the ")) or "occasion of" in left[-20:])
    gathered = compiled(_GATHERED).search(left) if together else None
    if gathered:
        _gathering(scene, begin - len(left) + gathered.end(1), begin, parts)
        sighting.status, sighting.sure = HELD, True
    if governing is None and not sighting.participants:
        sighting.add(guest_behind(context, scene, mention.end))
    hosted = compiled(_HOSTED).match(after) if governing is None and ("which" in after or "that" in after) else None
    if hosted:
        at = mention.end + hosted.end(1)
        sighting.add(next((g for g in scene.groups if g.start == at), None), HOST)
        sighting.status, sighting.sure = (HELD if hosted[2] == "hosted" else SCHEDULED), True
        parts = follow(context.stage, scene, mention.end + hosted.end(), "", frozenset())
    for prep, group in parts.groups:
        if (
            prep in ("between", "by", "among")
            or (prep == "alongside" and context.persons(group))
            or (prep == "with" and (governing is not None or sighting.kind in (SIGNING, CONSULTATION)))
        ):
            sighting.add(group, HOST if prep == "by" else PARTICIPANT)
    if "chaired by" in after:
        for _, group in chaired_by(scene, mention.end, parts.groups):
            sighting.add(group, HOST)
    inside = context.stage.heads_in(mention.start, mention.end)
    if (
        governing is None
        and not (fronted or sighting.ids)
        and any(head.end - head.start == mention.end - mention.start for head in inside)
    ):
        if not (parts.date or parts.places):
            return None  # a body of that name, not a sitting of it
    present = {context.stage.side(id) for id in sighting.ids}
    for head in (*modifiers, *inside):
        if compiled(r"\b(?:on|about)\s+(?:the\s+)?\Z").search(folded[mention.start : max(mention.start, head.start)]):
            continue  # what the Conference on Afghanistan is about
        for id in context.stage.members(head):
            if id not in present and id not in sighting.ids:
                sighting.participants[id] = PARTICIPANT, head
    context.fill(sighting, scene, parts)
    if sighting.place is None and governing is not None and actors is None:
        sighting.place = hosting_city(scene, governing.start)
        sighting.code = context.code(sighting.place)
    if sighting.place is None:
        city = mention_at(scene.places, mention.start)
        if city is not None and city.value.type is PlaceKind.CITY:
            if compiled(_NAMED_FOR_CITY).match(name, city.end - mention.start):
                sighting.place, sighting.code = city.span, city.value.code  # "the Cairo Summit"
    if (governing is None or absent or not sighting.participants) and not (sighting.date or sighting.place or fronted):
        sighting.confidence = Confidence.POSSIBLE
    context.gathering = sighting
    return sighting


def read_organ(context: Context, scene: Scene, index: int, hit: Hit) -> Sighting | None:
    """A sitting of an assembly: "At the United Nations General Assembly, the President said …"."""
    head = next((h for g in scene.groups for h in g.heads if h.start <= hit.start and hit.end <= h.end), None)
    start, end = (head.start, head.end) if head else (hit.start, hit.end)
    governing, actors = governing_verb(scene, start, scene.before(start, 120))
    sighting = Sighting(SESSION, Span(start, end), HELD, index, "noun_assembly")
    if governing is not None and governing.word.sense in ATTENDING:
        status = governed_status(scene, governing, actors, scene.before(start, 100))
        if status is None or actors is None:
            return None
        sighting.status = status
        sighting.add(actors, PARTS.get(governing.word.sense, PARTICIPANT))
    elif opens_sentence(scene, start):
        _fronted_event(scene, end, sighting)
        if not sighting.participants:
            return None
    else:
        return None
    if head:
        sighting.add([head])
    context.fill(sighting, scene, follow(context.stage, scene, end, "", frozenset()))
    return sighting


def _fronted_event(scene: Scene, end: int, sighting: Sighting) -> None:
    group = next((g for g in scene.groups if g.start > end), None)
    if group is None or not compiled(r"[^;\"]{0,50},\s*(?:the\s+)?\Z").match(scene.between(end, group.start)):
        return
    sighting.add(group)
    if compiled(r"[\s,]*(?:will|is to|are to|is expected to)\b").match(scene.after(group.end, 30)):
        sighting.status, sighting.sure = SCHEDULED, True


def _event_kind(name: str) -> Kind:
    if "signing ceremony" in name:
        return SIGNING
    if compiled(r"\bminist(?:ers?'?|erial)\b").search(name):
        return MINISTERIAL
    if compiled(r"\bsummits?\b|\bleaders'?\b|heads of (?:state|government)|\bchogm\b").search(name):
        return SUMMIT
    if compiled(r"\b(?:dialogue|consultations?|talks|negotiations)\b").search(name):
        return CONSULTATION
    if "ceremony" in name:
        return CEREMONY
    return SESSION
