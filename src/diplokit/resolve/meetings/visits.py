"""Nouns that tell of a visit: "his state visit to", "led a delegation to"."""

from diplokit import Span
from diplokit.vocabulary import VisitType

from .adjuncts import maiden, visit_type
from .context import Context
from .fronted import main_subject, opens_sentence
from .governing import Noun
from .patterns import ASIDE, HEAD, PLACE, compiled
from .recounted import recounted
from .sentences import Group, Head, Scene, mention_at
from .sightings import Sighting
from .subjects import subject
from .terms import HOST, VISITOR
from .words import POSSESSIVES

_PLACED = frozenset(("visits", "tour", "stop", "stopover", "pilgrimage", "delegation", "delegations"))
"""Words that tell of a visit only with the place."""
_IDEA = r"\b(?:possibility|idea|prospects?|invitation|plans?) (?:of|for) an?\s+(?:[^\s,.;]+\s+){0,3}\Z"


def read_visit(context: Context, noun: Noun, sighting: Sighting) -> bool:
    """Take what the words around a noun say of a visit; false where they tell of none."""
    scene, hit, text, parts, determiner = noun.scene, noun.hit, noun.text, noun.parts, noun.determiner
    told = recounted(context.stage, scene, hit.end) if HEAD in noun.right[:90] or PLACE in noun.right[:90] else None
    if told is not None:
        parts = told.parts
    if text == "tour" and not parts.places and noun.governing is not None and noun.before.endswith(f"{PLACE} "):
        region = mention_at(scene.places, hit.start - 2)
        if region is not None and region.value.form == "noun":
            parts.places.append(region.span)  # "kicked off his Middle East tour"
    if text in _PLACED and not parts.places and (told is None or not parts.groups):
        return False
    if text.startswith("delegation") and not compiled(r"\s+(?:of [^.;,]{1,40}\s+)?to\s").match(
        scene.after(hit.end, 60)
    ):
        return False
    visitor = noun.owner if told is None else told.visitor or noun.owner
    if visitor is None:
        for prep, group in parts.groups:
            if prep == "by" and compiled(_BY_A_HOST).search(scene.between(hit.end, group.start)):
                continue  # "began the visit with a lunch offered by"
            if prep in ("by", "of", "from") and context.persons(group):
                visitor = group
                break
    if visitor is None:
        visitor = _party_of(scene, hit.end)
    host = _receiver(scene, hit.start)
    if visitor is None:
        found = _host_and_guest(scene, hit.start)
        host, visitor = host or found[0], found[1]
    if visitor is None and determiner not in POSSESSIVES:
        visitor = _leader(scene, hit.start)
        if visitor is None:
            visitor = _tourist(scene, noun)
        if (
            visitor is None
            and context.travellers
            and not sighting.definite
            and compiled(_SAME_GUEST).search(noun.before)
        ):
            visitor = Group([Head(hit.start, hit.end, context.travellers, "collective")])
    if determiner in POSSESSIVES:
        visitor = _who_is(scene, hit.start) or visitor
    if visitor is None and determiner not in ("this", "that"):
        visitor = noun.actors
        if compiled(_IDEA).search(noun.before[-60:]):
            return False
        if visitor is None and (not sighting.definite or determiner in POSSESSIVES):
            visitor = subject(scene, hit.start, verb=False)
        if (
            visitor is None
            and (determiner in POSSESSIVES or determiner in ("a", "an"))
            and opens_sentence(scene, hit.start)
        ):  # "During his visit, the President will"
            visitor = main_subject(scene, max(parts.end, hit.end))
    if visitor is not None and noun.owner is None and not context.persons(visitor) and visitor.start < hit.start:
        if not compiled(r"\b(?:delegation|minister|president|leader|envoy)\b").search(noun.before[-80:]):
            visitor = None
    context.here(parts)
    sighting.add(visitor, VISITOR)
    if not parts.places and noun.modifiers and visitor is not None:
        goals = _goals(context, noun, visitor)
        parts.places += [Span(head.start, head.end) for head in goals]
        sighting.add(goals, HOST)
    sighting.add(host, HOST)
    for prep, group in parts.groups:
        if prep in ("to", "dest") and (context.states(group) or (told is not None and not context.persons(group))):
            sighting.add(group, HOST)
    sighting.status, sighting.sure = noun.status if told is None else (told.status, True)
    if told is not None:
        sighting.definite = False
    context.fill(sighting, scene, parts)
    if sighting.date is None and (fixed := compiled(_FIXED_FOR).match(scene.after(hit.end, 140))):
        sighting.date = mention_at(scene.dates, hit.end + fixed.end())
    if sighting.place is None and parts.venue is not None and scene.after(hit.end, 4).startswith(" to "):
        sighting.place = parts.venue
    if not parts.places and sighting.place is not None and sighting.place.end == hit.start - 1:
        parts.places.append(sighting.place)  # "in Delhi visit"
    context.hosts(sighting, parts)
    if not parts.places and sighting.place is None and len(sighting.participants) == 1 and " who " in noun.before:
        _receive_now(context, noun, sighting)
    if context.stays_home(sighting):
        return False
    if not sighting.participants and not sighting.definite:
        return False
    sighting.visit_type = visit_type(scene, hit)
    if sighting.visit_type is VisitType.UNSPECIFIED and noun.before.endswith("work "):
        sighting.visit_type = VisitType.WORKING
    if sighting.visit_type is VisitType.OFFICIAL and text.startswith("working"):
        sighting.visit_type = VisitType.OFFICIAL_WORKING  # "an official Working Visit"
    sighting.maiden = maiden(scene, hit.start)
    if not (sighting.place or sighting.date or parts.here):
        sighting.definite = True
    return True


_WHO_IS_ON = r",?\s+who\s+(?:is|was)\s+(?:currently\s+|now\s+)?(?:on|paying)\s+an?\s+(?:[^\s,.;]+\s+){0,3}\Z"


def _receive_now(context: Context, noun: Noun, sighting: Sighting) -> None:
    """Let the state be the host whose leader deals with the visitor: "A decorated B, who is on an official visit"."""
    stage, scene = context.stage, noun.scene
    found = compiled(_WHO_IS_ON).search(noun.before)
    guest = None if found is None else scene.group_ending(noun.hit.start - len(noun.before) + found.start())
    acting = next((group for group in scene.groups if group.lead == "" and context.persons(group)), None)
    if guest is None or acting is None or acting is guest or not sighting.ids <= set(guest.ids):
        return
    side = stage.side(acting.ids[0])
    if side in stage.states and side not in map(stage.side, guest.ids):
        sighting.participants[side] = HOST, acting.heads[0]
        sighting.definite = False


_SAME_GUEST = (
    r"delegation|\bvisit\b[^.;\"]{0,60}\b(?:follow(?:s|ed)|came after|comes after)\s+an?\s+(?:[^\s,.;]+\s+){0,3}\Z"
)
"""Before a visit of whoever is on the visit last spoken of: "The visit followed a working visit to Zambia"."""
_BY_A_PARTY = r"\s+(?:(?:here|to|of)\s+(?:[<P><H>]+\s+)?)?(?:by|of)\s+(?:an?|the|its|senior|top|high-ranking|high-level|several|two|three|some|other)?\s*(?:[\w-]+\s+){0,2}([<A>]+)\s+(?:[a-z-]+\s+){0,3}(?:delegation|team|mission|officials|ministers|leaders|lawmakers|parliamentarians|legislators|experts|businessmen|diplomats)\b"


def _party_of(scene: Scene, end: int) -> Group | None:
    """Whose delegation pays "a visit by a Qatari business delegation"."""
    found = compiled(_BY_A_PARTY).match(scene.after(end, 110))
    if found is None:
        return None
    at = end + found.start(1)
    head = next((head for head in scene.asides if head.start <= at < head.end), None)
    return None if head is None else Group([head])


_WHO_IS = (
    r",?\s+who\s+(?:is|was|are|were|has|had|will|arrived|began|started|concluded|wrapped|ended|left)\b[^,;\"]{0,60}\Z"
)


def _who_is(scene: Scene, start: int) -> Group | None:
    """Who is on his own visit: "A will meet B, who is on his first visit to the country"."""
    left = scene.before(start, 110)
    found = compiled(_WHO_IS).search(left) if " who " in left else None
    if found is None or HEAD in found[0]:
        return None
    return scene.group_ending(start - len(left) + found.start())


_FIXED_FOR = (
    r"[^.;\"]{0,90}?\b(?:arranged|planned|scheduled|fixed|slated|set|billed)\s+(?:for|on|to begin on)\s+(?=[<D>])"
)
_BY_A_HOST = r"\b(?:with|to|at|for|after|before)\b[^.;]*\b(?:offered|hosted|given|held|chaired|attended|convened|organi[sz]ed)\s+by\b"


def _goals(context: Context, noun: Noun, visitor: Group) -> list[Head]:
    """The states that stand before the noun and are visited: "his India visit"."""
    stage = context.stage
    home = {stage.side(id) for id in visitor.ids}
    return [
        head
        for head in noun.modifiers
        if head.rule in ("name", "acronym")
        and stage.states.issuperset(head.ids)
        and home.isdisjoint(head.ids)
        and compiled(r"\s+(?:(?!and\b|or\b)[a-z-]+\s+)?").fullmatch(noun.scene.between(head.end, noun.hit.start))
    ]


def _receiver(scene: Scene, start: int) -> Group | None:
    """Who "received the visit of" another."""
    left = scene.before(start, 60)
    found = (
        compiled(r"\breceiv(?:ed|es|ing)\s+(?:the|an?)\s+(?:\w+\s+){0,2}\Z").search(left) if "receiv" in left else None
    )
    return None if found is None else subject(scene, start - len(left) + found.start(), verb=True)


_ANOTHER = r"([<A>]+)(?:'s|')?\s+(?:[\w-]+\s+){0,3}(?:tour|trip|visit|itinerary|journey)\s+(?:[\w-]+\s+){0,3}?(?:with|since|after|by)\s+an?\s+(?:[^\s,.;]+\s+){0,3}\Z"


def _tourist(scene: Scene, noun: Noun) -> Group | None:
    """Whose journey another is part of: "A's tour began with a trip to"."""
    left = noun.before[-120:]
    found = compiled(_ANOTHER).search(left) if ASIDE in left else None
    if found is None:
        return None
    at = noun.hit.start - len(left) + found.start(1)
    head = next((head for head in scene.asides if head.start <= at < head.end), None)
    return None if head is None or head.rule == "demonym" else Group([head])


def _leader(scene: Scene, start: int) -> Group | None:
    """Who leads those who are on a visit: "A delegation headed by A is in Lima on a visit"."""
    last = next((group for group in reversed(scene.groups) if group.end <= start and group.lead != "in"), None)
    if last is None or last.lead != "by" or not compiled(r"\b(?:led|headed) by\b").search(last.before[-80:]):
        return None
    return last


_RECEIVED = (
    r"\b(?:(?P<asked>invit(?:e|es|ed|ing)(?!\s(?:by|to)\b))|host(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|welcom(?:e|es|ed|ing)|greet(?:s|ed|ing)?)\s+(?:(?!for\b|on\s+(?:an?|his|her|their|the)\b)[^\s.;]+\s+){1,14}?"
    r"(?:for|on|during)\s+(?:an?|his|her|their|the)\s+(?:[^\s,.;]+\s+){0,3}\Z"
)


def _host_and_guest(scene: Scene, start: int) -> tuple[Group | None, Group | None]:
    """Who receives and who visits, where the one is said to receive the other: "will host the Premier for a state visit"."""
    left = scene.before(start, 200)
    found = compiled(_RECEIVED).search(left) if HEAD in left else None
    if found is None:
        return None, None
    begin = start - len(left) + found.start()
    guest = next((group for group in scene.groups if group.start > begin and group.end <= start), None)
    return (None if guest is None or found["asked"] else subject(scene, begin, verb=True)), guest
