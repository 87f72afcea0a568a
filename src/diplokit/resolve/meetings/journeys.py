"""Verbs of journeys: who visited or travelled where, and the next stop."""

from diplokit import Span
from diplokit.vocabulary import VisitType

from .adjuncts import maiden, visit_type_told
from .context import Context
from .openings import SPEAKERS, Verb, begin, party
from .patterns import CAPITAL, HEAD, PLACE, compiled, holds
from .phrases import follow
from .places import capital_of
from .sentences import Group, Scene, mention_at
from .sightings import Sighting
from .sites import OF_SITE, place_of_site, site_behind
from .terms import HELD, HOST, ONGOING, SCHEDULED, VISIT, VISITOR
from .words import POSSESSIVES

_LAST_TO = r"\bthe\s+(?:first|last|latest|previous|only)\s+[^.;,\"]{2,60}\sto\s+\Z"
_WAS_WHOM = r"[^.;,\"]{1,50}?\s(?:was|is)\s+(?:the\s+)?(?:[<T>]+\s+)*(?=[<H>])"


def _the_last(verb: Verb) -> Group | None:
    """Who was "the last prime minister to visit Ankara"."""
    if verb.word.form != "base" or compiled(_LAST_TO).search(verb.before(90)) is None:
        return None
    found = compiled(_WAS_WHOM).match(verb.after(90))
    group = None if found is None else verb.scene.group_at(verb.hit.end + found.end())
    return group if group is not None and verb.context.persons(group) else None


_AROUND = frozenset(
    "the both neighbouring neighboring nearby his her its their native fellow war-torn also then in to and with city of capital southern northern "
    "eastern western central mainland region state island islands republic kingdom from between on early late mid countries nations such as including several some two three four five".split()
)


_VISITED = r"\s+((?:[a-z'-]+\s+){0,6}?)(?:(?=[<H><P><C><D>])|[<A>]+\s+(?P<kin>family|parents|relatives|friends|mother|father|wife)?)"
"""After "visited": the words up to a name, or whose family it was."""
_BARE = frozenset(
    "head heads headed heading fly flies flew flown flying travel travels travelled travelling traveled traveling leave leaves left leaving "
    "depart departs departed departing".split()
)
_SETTING_OUT = ("head", "leaves", "departs", "flies", "travels", "sets")
"""How verbs begin that, in the present, tell of a journey to come: "leaves for Oslo on Monday"."""
_POSSESSED = tuple(f"{word} " for word in POSSESSIVES)
_DAY_BETWEEN = (
    r"\s+(?:(?:for\s+)?(?:the\s+)?[<P><H><C>]+(?:\s+[<C>]+)*[\s,]+|(?:from|out\s+of)\s+[<P><H>]+\s+|here\s+)?"
    r"(?:(?:on\s+|early\s+|late\s+|earlier\s+|later\s+)*<D>+[\s,]+(?:<D>+[\s,]+)?(?:evening\s+|morning\s+|afternoon\s+|night\s+)?)?(?:here\s+)?(?:to|for)(?=\s+(?:the\s+)?[<P><H>])"
)
"""Between a verb and where one goes: "left Lima on Monday for"."""
_GOALS = (HEAD, PLACE, CAPITAL, "here", " capital")
"""What one of must follow a verb for somebody to go there."""
_TRAVELLER = r"\b(?:delegation|mission|team|minister|president|envoy|leader|officials|experts|negotiators|businessmen|lawmakers)\b"


def travel(verb: Verb) -> Sighting | None:
    """A visit of persons, to a country or city: "visited Hanoi", "will travel to"."""
    context, scene, hit = verb.context, verb.scene, verb.hit
    if verb.text == "visited" and (gap := compiled(_IN_YEAR).match(verb.after(30))):
        return _visit_once(verb, hit.end + gap.end())
    if verb.word.sense == "visit":
        site = site_behind(verb)
        if site is not None:
            return _visit_site(verb, site)
        seen = compiled(_VISITED).match(verb.after(80))
        if verb.text.startswith("inspect") or (seen and (seen["kin"] or not _AROUND.issuperset(seen[1].split()))):
            return None  # his family, not a country
    arrived = verb.text in ("arrived", "arrives") and compiled(_ARRIVED).match(verb.after(60)) is not None
    if not arrived and not holds(verb.after(420), _GOALS):
        return None
    begun = begin(verb, VISIT)
    if begun is None:
        return None
    sighting, who = begun
    who = _the_last(verb) or who
    acting = context.persons(who) and context.stage.acting.issuperset(who.ids)
    if not (acting or context.heads_organisation(who)):
        if SPEAKERS.isdisjoint([head.rule for head in who.heads]) and not (
            compiled(_TRAVELLER).search(verb.before(80))
            or compiled(_TRAVELLER).search(context.document.folded[max(scene.start, who.start - 30) : who.end])
        ):
            return None
    if verb.text in _BARE:
        between = compiled(_DAY_BETWEEN).match(verb.after(120))
        if between is None:
            return None
        goal = hit.end + between.end()
        parts = verb.follow("dest", goal)
        if not parts.places:
            return None
        parts.date = next((m for m in scene.dates if hit.end <= m.start < goal), parts.date)
    else:
        parts = verb.follow("dest")
    if (
        verb.word.form == "third"
        and verb.text.startswith(_SETTING_OUT)
        and not context.document.folded.endswith(_POSSESSED, 0, hit.start)
    ):
        told = parts.date.text if parts.date else ""
        start = parts.date.value.start if parts.date and any(map(str.isdigit, told)) else None
        published = context.document.published
        if verb.text in _BARE or start is None or published is None or start >= published:
            sighting.status = SCHEDULED
    if verb.text in _LEAVING and parts.date is None and compiled(_BEFORE_LEAVING).search(verb.before(20)):
        sighting.status = SCHEDULED  # "told reporters before leaving for Lima"
    context.here(parts)
    if arrived and not parts.places and context.stage.dateline is not None:
        parts.places.append(context.stage.dateline)  # "A, who arrived on Monday"
    if not parts.places and (
        parts.venue is None or verb.text.startswith(("arriv", "come", "came", "coming", "go", "went"))
    ):
        if " capital" not in verb.after(80) or capital_of(scene, hit) is None:
            return None
    if verb.word.sense == "travel" and parts.places:
        home = set(map(context.stage.side, context.stage.persons.intersection(who.ids)))
        goals = {context.stage.state_of(context.code(place)) for place in parts.places}
        if home and goals <= home and None not in goals:
            return None  # the way home
    sighting.add(who, VISITOR)
    for prep, group in parts.groups:
        if prep in ("dest", "to") and context.states(group):
            sighting.add(group, HOST)
    context.fill(sighting, scene, parts, who)
    sighting.place = sighting.place or parts.venue
    context.hosts(sighting, parts)
    if context.stays_home(sighting):
        return None
    sighting.maiden = maiden(scene, hit.start)
    passing = verb.text.startswith(("transit", "stop"))
    sighting.visit_type = VisitType.TRANSIT if passing else visit_type_told(scene, hit)
    sighting.purpose = None  # one travels to a gathering; the journey is not the gathering
    return sighting


def _visit_site(verb: Verb, site: Span) -> Sighting | None:
    """A visit of those who hold an office to a plant, a camp, a memorial."""
    context, scene = verb.context, verb.scene
    begun = begin(verb, VISIT)
    if begun is None or verb.passive() or not context.individuals(begun[1]):
        return None
    sighting, who = begun
    sighting.rule = OF_SITE
    sighting.add(who, VISITOR)
    parts = verb.follow("dest", site.end)
    sighting.place = place_of_site(scene, site)
    context.fill(sighting, scene, parts, who)
    context.hosts(sighting, parts)
    sighting.visit_type, sighting.purpose = VisitType.UNSPECIFIED, None
    return sighting


_LEAVING = frozenset(("leaving for", "departing for", "leaving", "departing"))
_BEFORE_LEAVING = r"\b(?:before|prior to|ahead of)\s+\Z"
_ARRIVED = r"\s+(?:here\s+)?(?:on\s+|early\s+|late\s+|earlier\s+)*[<D>]+(?:\s+(?:morning|afternoon|evening|night))?(?=\s*,|\s+(?:at\s+the\s+head|for\b|on\s+an?\b|with\b|to\b|and\b)|\s*\.)"
"""After "arrived": the day, and no place."""
_IN_YEAR = r"\s+(?:(?:in|on)\s+)?(?=[<D>])"


def _visit_once(verb: Verb, day: int) -> Sighting | None:
    """A visit to where others of whom the text tells go too, dated at an offset: "King A visited in 1967"."""
    context, journey = verb.context, verb.context.journey
    if journey is None:
        return None
    begun = begin(verb, VISIT)
    if begun is None or begun[0].status is not HELD or not context.stage.persons.issuperset(begun[1].ids):
        return None
    sighting, who = begun
    sighting.add(who, VISITOR)
    sighting.date = mention_at(verb.scene.dates, day)
    sighting.place, sighting.code = journey.place, journey.code
    sighting.visit_type = VisitType.UNSPECIFIED
    return sighting


_ANOTHER = r"(?:,?\s+and|,)\s+(?:the\s+)?(?:[<T>]+\s+)?(?=(?P<who><H>))[<H> ]+\s(?:(?:in|on)\s+)?(?=(?P<day><D>))"


def other_visitors(context: Context, scene: Scene, first: Sighting) -> list[Sighting]:
    """The others who paid such a visit, each in his own year: "A visited Oslo in 1967, B in 1971 and C in 1990"."""
    found: list[Sighting] = []
    at = first.date.end if first.date is not None and first.date.start > first.trigger.end else scene.end
    while at < scene.end and (other := compiled(_ANOTHER).match(scene.after(at, 140))):
        who = scene.group_at(at + other.start("who"))
        day = mention_at(scene.dates, at + other.start("day"))
        if who is None or day is None or not context.stage.persons.issuperset(who.ids):
            break
        start = at + other.start("who")
        visit = Sighting(VISIT, Span(start, day.end), first.status, first.sentence, first.rule)
        visit.visit_type, visit.date, visit.place, visit.code = first.visit_type, day, first.place, first.code
        visit.participants = dict.fromkeys(who.ids, (VISITOR, who.heads[0]))
        visit.participants |= {id: seen for id, seen in first.participants.items() if seen[0] is HOST}
        found.append(visit)
        at = day.end
    return found


_WITH_NOUN = r"[^.;]{0,80}?\b(?:on|for)\s+(?:an?|his|her|their|the)\s+(?:(?!start\b|part\b|leg\b|beginning\b|stop\s+(?:of|on)\b|stage\b)[^\s,.;]+\s+){0,5}(?:visit|trip|tour|stopover|stop(?!\s+(?:of|on)))\b"
_TO_A_GATHERING = r"[^.;]{0,60}?\b(?:for|attend|join|in)\b[^.;]{0,50}?(?:<E>|\b(?:summit|conference|forum|session|assembly|congress|meetings|funeral|inauguration)\b)"
"""After a place: it is the gathering that counts, not the journey."""
_FROM_TO = r"\s+(?:the\s+)?[<P><H>]+(?:,\s+[<P><H>]+)?\s+(?:from|between)\s+<D>"
"""After "was in": the place, and the days of the visit."""
_PURPOSE = r"[^.;]{0,60}?(?:\b(?:for|to)\s+(?:talks|attend|meet|hold|discuss|take part|participate|an?|the)\b|,?\s*where\s+<H>|,?\s*where\s+(?:he|she|they)\b)"


def stay(verb: Verb) -> Sighting | None:
    """A visit of persons who are said to be abroad, with the day or the aim: "was in Baghdad on Sunday for talks"."""
    context, hit = verb.context, verb.hit
    right = verb.after(140)
    if not compiled(r"\s+(?:the\s+)?[<P><H>]").match(right) or compiled(_WITH_NOUN).match(right):
        return None
    now = verb.text.startswith(_NOW)
    if not now and compiled(_TO_A_GATHERING).match(right):
        return None
    coming = verb.text.startswith(("due", "expected"))
    if coming and not compiled(r"\b(?:is|are|was|were)\s+(?:\w+ly\s+|also\s+|due\s+)?\Z").search(verb.before(30)):
        return None
    begun = begin(verb, VISIT)
    if begun is None:
        return None
    sighting, who = begun
    if coming:
        sighting.status = SCHEDULED
    elif verb.word.form == "third":
        sighting.status = ONGOING
    guests = coming and party(verb.scene, hit.start) is not None
    if not (guests or context.individuals(who)) or any(h.rule in _SELF for h in who.heads):
        return None
    parts = verb.follow("dest")
    if not parts.places:
        return None
    if parts.date is None and not coming:
        if not (now or (sighting.status is ONGOING and compiled(_AIM).match(right))):
            return None
        if not compiled(_STRAIGHT).fullmatch(verb.scene.between(who.end, hit.start)) or compiled(_FOR_GOOD).match(
            right
        ):
            return None
    elif sighting.status is HELD and not (
        now or compiled(_PURPOSE).match(right) or _when(verb.scene, who) or compiled(_FROM_TO).match(right)
    ):
        return None
    place = parts.places[0]
    head = context.stage.head_at(place.start, place.end)
    host = head.ids[0] if head is not None else context.stage.state_of(context.code(place))
    home = set(map(context.stage.side, who.ids))
    if place.start - hit.end > 6 or not (head or context.code(place)):
        return None
    if host in home if host else home == {None} and sighting.status is HELD:
        return None
    sighting.add(who, VISITOR)
    if head is not None:
        sighting.add([head], HOST)
    context.fill(sighting, verb.scene, parts, who)
    context.hosts(sighting, parts)
    sighting.visit_type, sighting.purpose = VisitType.UNSPECIFIED, None
    return sighting


_STRAIGHT = r"(?:\s+(?:of|from)\s+(?:the\s+)?[<H><P>]+)?,?\s*(?:who|also)?\s*"
"""What may stand between who is abroad and "is in"."""
_FOR_GOOD = r"[^.;\"]{0,120}?\b(?:exiled?|refugees?|asylum|custody|jail(?:ed)?|prison|detention|detained|arrest|hiding|lives?|living|hospital|treatment)\b"
"""After "is now in": the place is no goal of a visit."""
_NOW = ("is currently", "is presently", "is now", "has been", "have been")
"""How verbs begin that say by themselves that somebody is abroad for a time."""
_AIM = (
    r"(?:\s+[^\s,.;]+){1,5}?,?\s+(?:for\s+(?:[\w-]+\s+){0,4}(?:talks|meetings|discussions|consultations|negotiations|contacts)\b|"
    r"to\s+(?:meet|hold|discuss|mediate|sign|seek|review|brief|press|push)\b|where\s+(?:he|she|they)\b|"
    r"(?:until|till|through)\s+[<D>]|on\s+the\s+(?:[a-z]+\s+)?(?:leg|stop|stage|stopover)\s+(?:of|on)\b|at\s+the\s+(?:invitation|head)\b|(?:leading|heading|attending|participating|as\s+part\s+of|in\s+(?:the\s+)?course\s+of)\b)"
)
"""After "is in": a place and what one is there for."""


def _when(scene: Scene, who: Group) -> bool:
    """Whether it is told when somebody was there: "when Minister A was in Hanoi in March"."""
    return compiled(r"\b(?:when|while)\s+(?:the\s+)?(?:[<T>]+\s+)*\Z").search(scene.before(who.start, 60)) is not None


_SELF = frozenset(("first person", "second person"))
_NEXT_LEG = r"[^.;\"]{0,200}?[,\s](?:and|before)\s+((?:(?:will\s+)?(?:goes|go|going|continues?|continuing|moves?|moving)\s+on|then|later|on|onwards?|from there|afterwards)\s+(?:on\s+|travel(?:ling)?\s+)?to)\s+(?:the\s+)?(?=[<H><P>])"


def next_leg(context: Context, scene: Scene, first: Sighting) -> Sighting | None:
    """The next stop of a journey: "will travel to Tanzania, and then to Mozambique and South Africa"."""
    right = scene.after(first.trigger.end, 260)
    found = compiled(_NEXT_LEG).match(right) if " to " in right else None
    if found is None:
        return None
    start, end = first.trigger.end + found.start(1), first.trigger.end + found.end(1)
    parts = follow(context.stage, scene, end, "dest")
    if not parts.places:
        return None
    leg = Sighting(VISIT, Span(start, end), first.status, first.sentence, first.rule)
    leg.visit_type = VisitType.UNSPECIFIED
    leg.participants = {id: seen for id, seen in first.participants.items() if seen[0] is VISITOR}
    leg.date, leg.place, leg.code = parts.date, parts.places[0], context.code(parts.places[0])
    leg.places = len(parts.places)
    context.hosts(leg, parts)
    return leg
