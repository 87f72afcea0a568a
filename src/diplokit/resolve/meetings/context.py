"""What is known of a document while its sentences are read for meetings, and what all sightings share."""

from typing import Any

from diplokit import Hit, Mention, Span
from diplokit.vocabulary import ActorKind, MeetingKind, PlaceKind

from .adjuncts import (
    date_behind,
    date_between,
    date_of_noun,
    leading_date,
    of_the_clause,
    predicate_date,
    predicate_here,
    predicate_place,
    prepared,
)
from .manner import UNSPECIFIED, manner
from .parts import Parts, fronted_sidelines
from .patterns import compiled, holds
from .places import (
    SEATS,
    capital_of,
    city_behind,
    closing_place,
    described_place,
    goal_place,
    leading_place,
    on_a_visit,
    place_behind,
    place_between,
    place_of_noun,
    predicate_venue,
    seat,
    sets_out,
    wide,
)
from .sentences import Group, Head, Scene
from .sightings import Sighting
from .stage import Stage
from .subjects import subject
from .terms import BILATERAL, HOST, PLURILATERAL, VISIT, VISITOR


class Context:
    """The document, and what is known of it while its sentences are read one after the other.

    Attributes:
        stage: The document, laid out.
        document: The document.
        travellers: Who is on the visit last spoken of, whom "the delegation" means.
        journey: That visit.
        latest: The last meeting or visit of which two are known to take part.
        sitting: The last of those that is a session.
        gathering: The gathering last named.
    """

    travellers: tuple[str, ...] = ()
    journey: Sighting | None = None
    latest: Sighting | None = None
    sitting: Sighting | None = None
    gathering: Sighting | None = None

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.document = stage.document

    def here(self, parts: Parts) -> None:
        """Let "here" be where the story comes from, if no place is named."""
        if parts.here and not parts.places and self.stage.dateline:
            parts.places.append(self.stage.dateline)

    def text(self, hit: Hit) -> str:
        """The folded words of a hit."""
        return self.document.folded[hit.start : hit.end]

    def code(self, place: Span | None) -> str | None:
        """The state in which a place lies."""
        if place is None:
            return None
        found = self.stage.places(place.start, place.end)
        if found:
            return found[0].value.code  # type: ignore[no-any-return]
        head = self.stage.head_at(place.start, place.end)
        return self.stage.actors[head.ids[0]].code if head else None

    def persons(self, group: Group) -> bool:
        """Whether one of a group is a person, or one of whom the text tells only the office: "his Lao counterpart"."""
        return not self.stage.persons.isdisjoint(group.ids) or any(head.rule in _OFFICES for head in group.heads)

    def individuals(self, group: Group) -> bool:
        """Whether each of a group is a person, named or by the office."""
        persons = self.stage.persons
        return all(persons.issuperset(head.ids) or head.rule in _OFFICES for head in group.heads)

    def is_organisation(self, group: Group) -> bool:
        """Whether a group is one organisation of states."""
        ids = group.ids
        return len(ids) == 1 and self.stage.actors[ids[0]].kind in _OF_STATES

    def heads_organisation(self, group: Group) -> bool:
        """Whether a group is who heads an organisation of states, and is not named: "the NATO Secretary General"."""
        return group.heads[-1].rule == "office of state" and self.is_organisation(group)

    def states(self, group: Group) -> bool:
        """Whether all of a group are states."""
        return self.stage.states.issuperset(group.ids)

    def travelling(self, start: int, end: int) -> Group:
        """Those on the visit last spoken of, where words in a range mean them: "the visiting dignitary"."""
        return Group([Head(start, end, self.travellers, "collective")])

    def fill(self, sighting: Sighting, scene: Scene, parts: Parts, who: Group | None = None) -> None:
        """Take over what stands beside a trigger: date, place, occasion, topics.

        Args:
            sighting: What to fill.
            scene: Its sentence.
            parts: What follows the trigger.
            who: The subject of a verb; a date or place may stand between the two.
        """
        trigger = sighting.trigger
        by_verb = sighting.rule.startswith("verb")
        date = sighting.date or parts.date
        if date is None and scene.dates:
            if not by_verb:
                date = predicate_date(scene, trigger.end)
            if date is None and who is not None:
                date = date_between(scene, who.end, trigger.start)
            if date is None and not (sighting.definite and sighting.rule.startswith("noun")):
                date = leading_date(scene, trigger)
                elsewhen = date and not by_verb and compiled(_ELSEWHEN).search(scene.before(trigger.start, 60))
                if date and elsewhen and date.end <= trigger.start - len(elsewhen[0]):
                    date = None
                if sighting.named and date and not sighting.ids and of_the_clause(scene, date.end, trigger.start):
                    date = None  # "On Monday A, who is in Baku for the Conference, met B"
        if date is None and by_verb and scene.dates and sighting.kind is VISIT:
            date = date_behind(scene, parts.end)
        if date is None and not by_verb and scene.dates:
            date = date_of_noun(scene, trigger) or _same_day(scene, trigger)
        sighting.date = date
        if sighting.named:
            if sighting.participants and prepared(scene, trigger.start):  # who only speaks of it
                told = sighting.participants.items()
                sighting.participants = {id: seen for id, seen in told if seen[1].start >= trigger.start}
        else:
            sighting.occasion = parts.occasion or fronted_sidelines(scene, trigger.start)
            sighting.purpose = parts.purpose
            sighting.event = parts.event if parts.occasion is None else None
        mode = manner(scene, sighting)
        if mode is not UNSPECIFIED:
            sighting.mode = mode
        if parts.topic:
            sighting.topics += (parts.topic,)
        self._place(sighting, scene, parts, who, by_verb)
        place = sighting.place
        if sighting.date is None and scene.dates and place is not None and place.end < trigger.start:
            day = date_between(scene, place.end, trigger.start)
            if day is not None and day.start < place.end + 8 and not (sighting.named and sets_out(scene, place.start)):
                sighting.date = day  # "left for Lima on Sunday to hold talks"
        elif sighting.date is None and parts.places and place is not None and place is not parts.places[0]:
            sighting.date = date_behind(scene, place.end)  # "in the Black Sea city of Batumi on Monday"
        if not sighting.participants and not sighting.definite and sighting.kind in _OF_FEW:
            self._several(sighting, scene)

    def _several(self, sighting: Sighting, scene: Scene) -> None:
        """Take those who act together for those who meet: "the two ministers are to sit down for talks on Monday"."""
        if sighting.date is None and sighting.place is None:
            return
        who = subject(scene, sighting.trigger.start, verb=False)
        if who is None or len(who.ids) < 2 or compiled(_SAYS).search(scene.between(who.end, sighting.trigger.start)):
            return
        if not self.stage.persons.isdisjoint(who.ids):
            sighting.add([head for head in who.heads if not self.stage.persons.isdisjoint(head.ids)])
        elif self.states(who):
            sighting.add(who)

    def _place(self, sighting: Sighting, scene: Scene, parts: Parts, who: Group | None, by_verb: bool) -> None:
        """Where it was."""
        trigger, named, visit = sighting.trigger, parts.places, sighting.kind is VISIT
        if named and not visit:
            named = [at for at in named if not wide(scene, at)]
        sighting.places = len(named) if len(named) < 2 else len({str(self.code(place) or place) for place in named})
        place = sighting.place
        if parts.here and self.stage.dateline and not (named and named[0].start < parts.here.start):
            place = self.stage.dateline
        elif named and (visit or not on_a_visit(scene, parts.venue, trigger.end, named[0])):
            place = city_behind(scene, named[0])
        elif parts.venue is not None and not visit and not scene.before(parts.venue.start, 12).endswith("what the "):
            place = parts.venue
        if place is None and who is not None and who.end < trigger.start:
            place = place_between(scene, who.end, trigger.start)
        if place is None and not by_verb and predicate_here(scene, trigger.end):
            place = self.stage.dateline
        if place is None and by_verb and not visit and (scene.places or scene.groups):
            place = place_behind(scene, trigger.end)
        if place is None and not by_verb and scene.places:
            near = place_of_noun(scene, trigger.start)
            if near is not None and near.value.type is PlaceKind.CITY:
                place = near.span
        if place is None and not visit and scene.places:
            place = None if by_verb else predicate_place(scene, trigger.end)
            if place is None:
                place = described_place(scene, trigger.end) or leading_place(scene, trigger)
                place = place or goal_place(scene, trigger)
            if place is None and (by_verb or sighting.participants):
                place = closing_place(scene, trigger.end)
        if place is None and not by_verb and not visit:
            place = predicate_venue(scene, trigger.end)
        if place is None and not visit and holds(scene.masked, SEATS):
            place = seat(scene, trigger.end)
        if place is None and " capital" in scene.masked:
            capital = capital_of(scene, trigger)
            if capital is not None and self.stage.dateline and capital.value.code == self.code(self.stage.dateline):
                place = self.stage.dateline  # "in the Peruvian capital", in a story from Lima
            elif capital is not None:
                place = capital.span
                self._visited(sighting, capital)
        if place is not None and not visit and wide(scene, place):
            place = None  # "the director for relations with Europe"
        sighting.place, sighting.code = place, self.code(place)

    def _visited(self, sighting: Sighting, capital: Mention[Any]) -> None:
        """Let the state whose capital is visited be the host."""
        host = self.stage.state_of(capital.value.code) if sighting.kind is VISIT else None
        if host and host not in map(self.stage.side, sighting.participants):
            sighting.participants[host] = HOST, capital.span

    def stays_home(self, sighting: Sighting) -> bool:
        """Whether only a state is said to visit, and that where it lies itself: who travels was not understood."""
        visitors = sighting.playing(VISITOR)
        return bool(
            visitors
            and self.stage.states.issuperset(visitors)
            and sighting.code
            and sighting.code in {self.stage.actors[id].code for id in visitors}
        )

    def hosts(self, sighting: Sighting, parts: Parts) -> None:
        """Add the states in which the places of a visit lie."""
        visitors = {self.stage.side(id) for id in sighting.playing(VISITOR)}
        town = sighting.place if parts.places and sighting.place not in parts.places else None
        for place in (town, *parts.places) if town else parts.places:  # "the Gulf state of Oman"
            host = self.stage.state_of(self.code(place))
            if host and visitors == {host} and "country" in self.document.text[place.start : place.end]:
                if sighting.place == place:  # "the Kenyan leader's visit to the country": another one
                    sighting.place = sighting.code = None
                sighting.participants.pop(host, None)
                continue
            if host and host not in sighting.participants and (host not in visitors or len(parts.places) == 1):
                sighting.participants[host] = HOST, place
        sighting.code = sighting.code or self.code(parts.places[0] if parts.places else None)

    def counterpart_kind(self, sighting: Sighting) -> MeetingKind:
        """Bilateral, or plurilateral where three or more sides are named."""
        if len(sighting.participants) < 3:
            return BILATERAL
        sides = set(map(self.stage.side, sighting.participants)) - {None}
        return PLURILATERAL if len(sides) >= 3 else BILATERAL


_OFFICES = frozenset(("office of state", "counterpart"))
"""How somebody is meant whom the text does not name."""
_OF_STATES = frozenset((ActorKind.IGO, ActorKind.GROUPING))
_OF_FEW = frozenset((BILATERAL, PLURILATERAL))
_ELSEWHEN = (
    r"\b(?:lead-?\s?up to|run-?\s?up to|ahead of|before|in advance of|prior to|after|following|since|left (?:to|until)|until|till|"
    r"on the eve of|in preparation for|prepar\w+ for|en route to|on (?:his|her|their|the) way to|forward to)\s+(?:[^\s,.;]+\s+){0,3}\Z"
)
"""Before a noun: the day of the main clause is another than its own."""
_RIGHT_AFTER = r"\b(?:after|following)\s+(?:[a-z-]+\s+){0,3}\Z"
_ELSE = r"\b(?:will|would|that|who|which|arriv\w+|left|returned|leaves?)\b"
_OTHERWISE = rf"[;\"]|{_ELSE}"
_SAID_AFTER = (
    rf"(?:(?!{_ELSE})[^;\"]){{0,160}}?"
    r"\b(?:said|says|announced|agreed|signed|pledged|told|vowed|called|urged|expressed|decided|"
    r"issued|reaffirmed|offered|discussed|condemned|warned|welcomed)\b(?:(?!\b(?:will|would|that|who|which)\b)[^;\"]){0,160}\Z"
)


def _same_day(scene: Scene, trigger: Hit | Span) -> Mention[Any] | None:
    """The day of what was said right after talks, which is theirs: "A announced on Monday after talks with B"."""
    left = scene.before(trigger.start, 60)
    if "after " not in left and "following " not in left:
        return None
    after = compiled(_RIGHT_AFTER).search(left)
    if after is None:
        return None
    begin = trigger.start - len(after[0])
    date: Mention[Any] | None = next((mention for mention in reversed(scene.dates) if mention.end <= begin), None)
    if date is None or date.value.start is None or date.value.start != date.value.end:
        return None
    if compiled(_SAID_AFTER).match(scene.between(date.end, begin)):
        return date
    said = compiled(_SAID_AFTER).match(scene.between(scene.start, date.start))
    return date if said and not compiled(_OTHERWISE).search(scene.between(date.end, begin)) else None


_SAYS = r"\b(?:said|says|that|told|announced|urged|called|welcomed|supported|rejected)\b"
