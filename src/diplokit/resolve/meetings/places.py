"""Where a meeting is, from words away from the one that tells of it."""

from typing import Any

from diplokit import Hit, Mention, Span
from diplokit.vocabulary import PlaceKind

from .patterns import HEAD, PLACE, compiled, holds
from .sentences import Scene, mention_at, place_at
from .venues import venue
from .words import bag


def place_or_venue(scene: Scene, at: int, prep: str = "at") -> Span | None:
    """The place that is named at an offset, or else the building, or the town that no table knows."""
    return place_at(scene, at) if mention_at(scene.places, at) is not None else venue(scene, at, prep)


def place_between(scene: Scene, start: int, end: int) -> Span | None:
    """The place in "the King on Wednesday at Basman Palace | received"."""
    found = compiled(r".{0,80}?\b(?:in|at)\s+(?:the\s+)?(?=[<P><H><C>])").match(scene.between(start, end))
    if not found:
        return None
    at = start + found.end()
    return place_or_venue(scene, at)


def place_behind(scene: Scene, end: int) -> Span | None:
    """The place right behind a verb whose object follows: "received | at Bayan Palace on Tuesday the envoy"."""
    found = compiled(r"\s+(?:here\s+)?(?:on\s+)?(?:[<D>]+\s+)?(?:in|at)\s+(?:the\s+)?(?=[<P><H><C>])").match(
        scene.after(end, 80)
    )
    if not found:
        return None
    at = end + found.end()
    return place_or_venue(scene, at)


_AT_FIRST = r"[\W\d]*(?:on\s+<D>+,?\s+)?at\s+(?:the\s+)?(?=[<P><H><C><A>])"
_IN_TOWN = r"\s+in\s+(?=[<P><H>])"


def leading_place(scene: Scene, trigger: Hit | Span) -> Span | None:
    """The place in "In Panama, the delegation will meet …", "At Bayan Palace, the Emir received …"."""
    if at_first := compiled(_AT_FIRST).match(scene.masked):
        building = venue(scene, scene.start + at_first.end(), "at")
        if building is None or building.end > trigger.start:
            return None
        town = compiled(_IN_TOWN).match(scene.after(building.end, 8))
        place = place_at(scene, building.end + town.end()) if town else None
        return place or (building if compiled(r"(?:\s+on\s+<D>+)?,").match(scene.after(building.end, 40)) else None)
    if not scene.places or scene.places[0].start >= trigger.start:
        return None
    found = compiled(
        r"[\W\d]*(?:while\s+|on\s+<D>+,?\s+|on\s+(?:his|her|their|the)\s+\w+\s+day\s+)?in\s+(?=[<P><H>])"
    ).match(scene.masked)
    if not found:
        return None
    place = place_at(scene, scene.start + found.end())
    if place is None or place.end > trigger.start:
        return None
    if not compiled(r"in\s+\Z").match(scene.masked[: found.end()].lstrip()) and scene.after(place.end, 1) != ",":
        return None
    return place


_TOWNS = (
    "capital city town island resort port village suburb province region district county governorate prefecture "
    "municipality"
).split()
_DESCRIBED = (
    r"(?:(?!\b(?:which|that|where|after|before|who|until|since)\b)[^.;\"]){0,140}?\b(?:in|at|on)\s+(?:the\s+)?(?:[<A><C>]+\s+)?(?:[a-z-]+\s+){0,3}?"
    rf"(?:{'|'.join(_TOWNS)})(?:\s+(?:city|town))?(?:\s+of|,)?\s+(?=[<P><H><C>])"
)


def described_place(scene: Scene, end: int) -> Span | None:
    """The place in "met in the southern island of Phuket", "in the capital, Lima"."""
    right = scene.after(end, 240)
    if not holds(right, _TOWNS):
        return None
    found = compiled(_DESCRIBED).match(right)
    return None if found is None else place_or_venue(scene, end + found.end(), "in")


_CLOSING = (
    r"(?:(?!\b(?:which|that|whom?|whose|where|when|after|before|since|while|as|said|says|to|for|of|from|about|on|over|against|amid|despite|"
    r"regarding|situation|war|conflict|crisis)\b)[^.;,\"]){0,150}?\bin\s+(?:the\s+)?(?=[<P><H>]+[.\s]*\Z)"
)


def closing_place(scene: Scene, end: int) -> Span | None:
    """The place with which a short sentence ends: "meets X and the Fund's board chair in Brussels"."""
    last = scene.places[-1].span
    if last.start < end or last.end < scene.end - 2:
        return None
    found = compiled(_CLOSING).match(scene.between(end, scene.end))
    return None if found is None else place_at(scene, end + found.end())


_HELD_AT = r"(?:,\s+|\s+)(?:which\s+)?(?:(?:was|were)\s+)?(?:held|hosted|conducted|organi[sz]ed)\s+(?:[<D>]+\s+)?at\s+(?:the\s+)?(?=[<C><H><P>])"


def predicate_venue(scene: Scene, end: int) -> Span | None:
    """The building in "the talks, held at the Great Hall of the People, were"."""
    right = scene.after(end, 120)
    found = compiled(_HELD_AT).match(right) if " at " in right else None
    return None if found is None else venue(scene, end + found.end(), "at")


_SEAT = (
    r"[^.;\"]{0,160}?\b(?:at|in)\s+(?:the\s+)?(?:(?:headquarters|premises|offices?|seat|residence)\s+of\s+(?:the\s+)?"
    r"(?P<of>[<C><H><A><T>]+(?:(?:'s)?(?:\s(?:of|for)(?:\s+the)?)?\s[<C><H><A><T>]+)*)|"
    r"(?P<own>[<C><H><A>]+(?:(?:'s)?\s[<C><H><A>]+)*(?:'s)?\s(?:headquarters|premises|(?:permanent mission|high commission|embassy|consulate)\b)))"
)
SEATS = ("headquarters", "premises", "office", "seat", "residence", "permanent mission", "high commission", "embassy")
"""Words of which one stands where a house is told by whose it is."""


def seat(scene: Scene, end: int) -> Span | None:
    """Whose house it is in "at the headquarters of the Ministry of Foreign Affairs"; the house in "at UN headquarters"."""
    found = compiled(_SEAT).match(scene.after(end, 260))
    if found is None:
        return None
    part = "of" if found["of"] else "own"
    return Span(end + found.start(part), end + found.end(part))


_CAPITAL = (
    r"(?:[^.;\"]{0,120}?\b(?:in|to|into|for))?\s+the\s+([<A>]+)\s+capital\b(?!(?:\s+city)?(?:\s+of|,)?\s+[<P><H>])"
)
_TO_CAPITAL = r"\b(?:in|to|into|for)\s+the\s+([<A>]+)\s+capital\b(?!(?:\s+city)?(?:\s+of|,)?\s+[<P><H>])[^.;,\"]{0,60}\s(?:on|for)\s[^.;,\"]{0,40}\Z"


def capital_of(scene: Scene, trigger: Hit | Span) -> Mention[Any] | None:
    """The state in "met in the Peruvian capital", where the name of the city does not follow."""
    found = compiled(_CAPITAL).match(scene.after(trigger.end, 200))
    at = trigger.end
    if found is None:
        left = scene.before(trigger.start, 160)
        found = compiled(_TO_CAPITAL).search(left)
        at = trigger.start - len(left)
    return None if found is None else mention_at(scene.places, at + found.start(1))


_WHERE = r"([<P><H>]+)(?:,\s+[<P><H>]+)?,?\s+where\s[^.;\"]{0,120}\Z"
_GOAL_GOES_ON = r"(?:,?\s+(?:on\s+|early\s+|late\s+)*[<D>]+)?,?\s+(?:to\s+[a-z]+|for)\s+(?:(?!\b(?:to|from)\b)[^.;,\"<P><H>]){0,40}\Z"
_IN_ORDER_TO = (
    r"\b(?:to|for|in|into)\s+(?:the\s+)?(?:(?:[<A><C>]+\s+)?(?:capital|city|town|resort)(?:\s+(?:city\s+)?of|,)?\s+)?([<P><H>]+)(?:,\s+[<P><H>]+)?"
    + _GOAL_GOES_ON
)

_NO_GOAL = (
    r"\b(?:up|appreciation|thanks|thankful|grateful|gratitude|due|according|messages?|letters?|ambassadors?|envoys?|aid|support|assistance|exports?|"
    r"congratulations|invitations?|tribute|credit|important|access)\s+\Z"
)
"""Before "to Lima", where nobody goes there."""
_DOING = r"[^.;]{0,40}?\s+for\s+[a-z]+ing\b"


def goal_place(scene: Scene, trigger: Hit | Span) -> Span | None:
    """The place in "is back from Lima, where he met …", "left for Lima on Monday to hold talks"."""
    left = scene.before(trigger.start, 160)
    if " where " in left:
        found = compiled(_WHERE).search(left)
    else:
        place = max(left.rfind(PLACE), left.rfind(HEAD))
        if place < 0 or not compiled(_GOAL_GOES_ON).match(left, place + 1):
            return None
        found = compiled(_IN_ORDER_TO).search(left)
    if (
        found is None
        or compiled(_NO_GOAL).search(left[: found.start()])
        or compiled(_DOING).match(left[found.end(1) :])
    ):
        return None
    return place_at(scene, trigger.start - len(left) + found.start(1))


_NAMED_BY_CITY = ("talks", "summit", "conference", "meeting", "round")


def place_of_noun(scene: Scene, start: int) -> Mention[Any] | None:
    """The place right before a noun: "their Seoul summit"."""
    for mention in scene.places:
        if mention.span.end == start - 1 and mention.value.form == "noun":
            left = scene.text[max(scene.start, mention.span.start - 12) : mention.span.start]
            if left.lower().endswith(_DETERMINED):
                return mention
            noun = scene.between(start, start + 12)
            plain = noun.startswith(_NAMED_BY_CITY) and left.lower().endswith("the ")
            plain = plain or (noun.startswith(_JOURNEYS) and left.lower().endswith(_MEANWHILE))
            return mention if plain else None  # "the Vienna talks", "in Delhi visit"
    return None


_JOURNEYS = ("visit", "trip", "tour")
_MEANWHILE = (" in ", " on ", " during ", " after ", " ahead of ", " before ", " for ")
_DETERMINED = tuple(
    f"{word} " for word in "his her their its a an two-day three-day four-day five-day day-long one-day".split()
)


def on_a_visit(scene: Scene, venue: Span | None, end: int, place: Span) -> bool:
    """Whether a place is where a visit goes: "at the airport at the start of a visit to Fiji"."""
    start = end if venue is None else venue.end
    between = scene.between(start, place.start) if start < place.start else ""
    return compiled(_VISIT if venue is not None else _AND_VISIT).search(between) is not None


_VISIT = r"\b(?:visit|tour|trip)\b"
_AND_VISIT = r"\band\s+(?:for|on)\s[^.;]{0,40}\b(?:visit|tour|trip)\b"


_CITY_OF = r"\s+(?:(?:port|resort|coastal|border|holiday|spa)\s+)?(?:city|town|resort|port|island|village|capital|state|country|nation|kingdom|sultanate|emirate|republic)\s+of\s+(?=[<P><H>])"


def city_behind(scene: Scene, place: Span) -> Span:
    """The city in "in the Black Sea city of Batumi", where the sea was read; any other place as it is."""
    right = scene.after(place.end, 50)
    found = compiled(_CITY_OF).match(right) if " of " in right else None
    return (None if found is None else place_at(scene, place.end + found.end())) or place


_PARTS_OF_THE_WORLD = (
    r"(?:.+[ -])?(?:africa|asia|europe|americas?|east|gulf|pacific|balkans|caribbean|caucasus|sahel|world|hemisphere)\Z"
)
_TOPIC_IN = r"([a-z-]+)\s+(?:in|across|throughout)\s+(?:the\s+)?\Z"
_TOPICS = frozenset(
    "development cooperation growth trade investment relations interests partners allies efforts issues process progress policy".split()
)
"""What there is in a part of the world where nobody meets, besides troubles."""


def wide(scene: Scene, place: Span) -> bool:
    """Whether a place is a part of the world that only tells what is talked about: "the situation in the Middle East"."""
    mention = mention_at(scene.places, place.start)
    if mention is None or mention.value.code is not None or mention.value.type is not PlaceKind.REGION:
        return False
    if compiled(_PARTS_OF_THE_WORLD).match(mention.text.lower()) is None:
        return False
    before = scene.text[max(scene.start, place.start - 60) : place.start].lower()
    lead = compiled(_TOPIC_IN).search(before)
    if lead is None:
        return not before.endswith((" in ", " in the "))
    return lead[1] in _TOPICS or lead[1] in bag("troubles")


def sets_out(scene: Scene, start: int) -> bool:
    """Whether a place is where somebody sets out for, so that the day is that of the journey."""
    return compiled(r"\b(?:left|leav|depart|flew|flies|head|travel|arriv)").search(scene.before(start, 60)) is not None
