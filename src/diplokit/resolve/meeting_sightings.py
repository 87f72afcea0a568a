"""A sighting: one mention of one meeting, with what its sentence says of it; and what all sightings share."""

from collections.abc import Iterable
from typing import Any

from attrs import define, field

from diplokit import Document, Hit, Mention, Span
from diplokit.vocabulary import Confidence, MeetingKind, MeetingMode, MeetingStatus, Participation, VisitType

from .meeting_patterns import compiled
from .meeting_phrases import Parts, venue
from .meeting_sentences import Group, Head, Scene, mention_at
from .meeting_stage import Stage
from .meeting_words import bag


@define(eq=False)
class Sighting:
    """One mention of a meeting.

    Attributes:
        kind: What kind of meeting it is.
        trigger: The word that tells of it.
        status: What has become of it.
        sentence: The number of its sentence.
        rule: Which rule saw it.
        place: Where it was, and `code` the state in which that lies.
        event: The name of the gathering, where the trigger is one; else the gathering on whose occasion it was.
        purpose: The gathering for which they met.
        definite: Whether it refers back ("the meeting", "his visit"), so that alone it makes no record.
        sure: Whether its words say the status outright.
        again: Whether it can only repeat what was told before ("The Treaty was signed by …").
        plural: Whether it tells of several at once.
        places: How many places its words name.
        joins: Whether it adds participants to the meeting told of before ("… attended the meeting").
    """

    kind: MeetingKind
    trigger: Span
    status: MeetingStatus
    sentence: int
    rule: str
    participants: list[tuple[str, Participation, Span]] = field(factory=list)
    place: Span | None = None
    code: str | None = None
    date: Mention[Any] | None = None
    event: Mention[Any] | None = None
    purpose: Mention[Any] | None = None
    occasion: Span | None = None
    topics: list[Span] = field(factory=list)
    visit_type: VisitType | None = None
    maiden: Span | None = None
    mode: MeetingMode = MeetingMode.UNSPECIFIED
    definite: bool = False
    sure: bool = True
    plural: bool = False
    again: bool = False
    places: int = 0
    joins: bool = False
    confidence: Confidence = Confidence.LIKELY

    @property
    def ids(self) -> set[str]:
        """The participants."""
        return {id for id, _, _ in self.participants}

    def playing(self, part: Participation) -> set[str]:
        """The participants that have a part."""
        return {id for id, own, _ in self.participants if own is part}

    @property
    def named(self) -> bool:
        """Whether the trigger is the name of a gathering."""
        return self.event is not None and self.event.span == self.trigger

    def add(self, heads: Group | Iterable[Head] | None, part: Participation = Participation.PARTICIPANT) -> None:
        """Take in a group, each actor once."""
        if heads is None:
            return
        known = self.ids
        for head in heads.heads if isinstance(heads, Group) else heads:
            for id in head.ids:
                if id not in known:
                    known.add(id)
                    self.participants.append((id, part, Span(head.start, head.end)))


@define(eq=False)
class Context:
    """The document, and what is known of it while its sentences are read one after the other.

    Attributes:
        stage: The document, laid out.
        dateline: The place before the first sentence, which "here" means.
        travellers: Who is on the visit last spoken of, whom "the delegation" means.
    """

    stage: Stage
    dateline: Span | None = None
    travellers: tuple[str, ...] = ()

    @property
    def document(self) -> Document:
        """The document."""
        return self.stage.document

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
        """Whether one of a group is a person."""
        return any(self.stage.person(id) for id in group.ids)

    def states(self, group: Group) -> bool:
        """Whether all of a group are states."""
        return all(self.stage.state(id) for id in group.ids)

    def fill(self, sighting: Sighting, scene: Scene, parts: Parts, who: Group | None = None) -> None:
        """Take over what stands beside a trigger: date, place, occasion, topics.

        Args:
            sighting: What to fill.
            scene: Its sentence.
            parts: What follows the trigger.
            who: The subject of a verb; a date or place may stand between the two.
        """
        sighting.date = sighting.date or parts.date
        if sighting.date is None and not sighting.rule.startswith("verb"):
            sighting.date = predicate_date(scene, sighting.trigger.end)
        if sighting.date is None and who is not None:
            sighting.date = next(
                (m for m in scene.dates if who.end <= m.start and m.end <= sighting.trigger.start), None
            )
        if sighting.date is None and not (sighting.definite and sighting.rule.startswith("noun")):
            sighting.date = leading_date(scene, sighting.trigger)
        if not sighting.named:
            sighting.occasion = parts.occasion
            sighting.purpose = parts.purpose
            sighting.event = parts.event if parts.occasion is None else None
        right = scene.after(sighting.trigger.end, 90)
        if ("virtual" in right or "online" in right or "video" in right) and compiled(
            r"[^.;,]{0,60}?\b(?:virtually|online|by video|via video|by videoconference)\b"
        ).match(right):
            sighting.mode = MeetingMode.VIDEO
        if parts.topic:
            sighting.topics.append(parts.topic)
        codes = [self.code(place) or place for place in parts.places]
        sighting.places = len({str(code) for code in codes})
        if parts.here and self.dateline and not (parts.places and parts.places[0].start < parts.here.start):
            sighting.place = self.dateline
        elif parts.places:
            sighting.place = parts.places[0]
        elif parts.venue is not None and sighting.kind is not MeetingKind.VISIT:
            sighting.place = parts.venue
        if sighting.place is None and who is not None and who.end < sighting.trigger.start:
            sighting.place = place_between(scene, who.end, sighting.trigger.start)
        if sighting.place is None and sighting.kind is not MeetingKind.VISIT and not sighting.rule.startswith("verb"):
            sighting.place = predicate_place(scene, sighting.trigger.end)
        if sighting.place is None and sighting.kind is not MeetingKind.VISIT:
            sighting.place = leading_place(scene, sighting.trigger)
        sighting.code = self.code(sighting.place)

    def hosts(self, sighting: Sighting, parts: Parts) -> None:
        """Add the states in which the places of a visit lie."""
        visitors = {self.stage.side(id) for id in sighting.playing(Participation.VISITOR)}
        for place in parts.places:
            host = self.stage.state_of(self.code(place))
            if host and host not in sighting.ids and (host not in visitors or len(parts.places) == 1):
                sighting.participants.append((host, Participation.HOST, place))
        if sighting.code is None and parts.places:
            sighting.code = self.code(parts.places[0])

    def sides(self, sighting: Sighting) -> set[str]:
        """For whom the participants act."""
        return {self.stage.side(id) or id for id in sighting.ids}

    def counterpart_kind(self, sighting: Sighting) -> MeetingKind:
        """Bilateral, or plurilateral where three or more sides are named."""
        known = [side for id in sighting.ids if (side := self.stage.side(id)) is not None]
        return MeetingKind.PLURILATERAL if len(set(known)) >= 3 else MeetingKind.BILATERAL


def place_between(scene: Scene, start: int, end: int) -> Span | None:
    """The place in "the King on Wednesday at Basman Palace | received"."""
    found = compiled(r".{0,80}?\b(?:in|at)\s+(?:the\s+)?(?=[<P><H><C>])").match(scene.between(start, end))
    if not found:
        return None
    at = start + found.end()
    mention = mention_at(scene.places, at)
    if mention is not None:
        return mention.span if mention.value.form == "noun" else None
    return venue(scene, at, "at")


def dateline(stage: Stage) -> Span | None:
    """The place in front of the first sentences: "LIMA, Nov 14 (Agency) -"."""
    text = stage.document.text
    if not text:
        return None
    for mention in stage.places(0, min(400, len(text))):
        line = text.rfind("\n", 0, mention.start) + 1
        if mention.start - line <= 3 and compiled(r"[^.\n]{0,60}?(?::|\s-|\u2014|\u2013|--)").match(
            text, mention.end, mention.end + 80
        ):
            return mention.span
    return None


def leading_date(scene: Scene, trigger: Span) -> Mention[Any] | None:
    """A date at the head of the sentence or right before the verb."""
    mention: Mention[Any]
    for mention in reversed(scene.dates):
        if mention.end > trigger.start:
            continue
        if compiled(r"\s*(?:\([^)]{0,20}\)\s*)?(?:-|:)").match(scene.after(mention.end, 30)):
            continue  # the day of a dateline
        lead = scene.between(scene.start, mention.start)
        if len(lead) < 30 and compiled(
            r"[\W\d]*(?:(?:on|in|from|between|over|by|earlier|later|late|early|then|meanwhile|and|also|during|next|this)\W+)*\Z"
        ).match(lead):
            return mention
        if compiled(r"\s*,?\s*(?:the\s+)?(?:[<H><T>]+\s+)*(?:\w+ly\s+|also\s+)?(?:and\s+|to\s+)?\Z").match(
            scene.between(mention.end, trigger.start)
        ):
            return mention
    return None


def later_date(scene: Scene, at: int, stops: frozenset[int]) -> Mention[Any] | None:
    """A date further on in the same clause."""
    limit = min((stop for stop in stops if stop > at), default=scene.end)
    for mention in scene.dates:
        if at <= mention.start < min(limit, at + 300):
            gap = scene.between(at, mention.start)
            if compiled(r"\b(?:which|who|that|when|where|since|by|until|after|before)\b|;").search(gap):
                return None
            return mention
    return None


_PREDICATE = (
    r"[^.;\"]{0,80}?\b(?:held|take place|took place|taking place|scheduled|convened|due|hosted|organised|organized|"
    r"signed|set|slated|planned|resumed|was|were|is|begin|began|open|opened|opens|start|started|starts|run|runs|adopted)\b(?:\s+(?:to|be|take|place|held|for|again|virtually|by|the))*\s+"
)


_PREDICATE_DATE = (
    rf"{_PREDICATE}(?:(?:in|at)\s+[^.;]{{1,120}}?)?(?:on\s+|in\s+|from\s+|here\s+|later\s+|during\s+)*(?=[<D>])"
)
_PREDICATE_PLACE = rf"{_PREDICATE}(?:(?:on|from|in)?\s*[<D>][^.;]{{0,40}}?)?(?:in|at)\s+(?:the\s+)?(?=[<P><H>])"


def predicate_date(scene: Scene, end: int) -> Mention[Any] | None:
    """The date in "the summit will be held on …"."""
    if not scene.dates or scene.dates[-1].end <= end:
        return None
    found = compiled(_PREDICATE_DATE).match(scene.after(end, 240))
    if not found:
        return None
    at = end + found.end()
    return mention_at(scene.dates, at)


def predicate_place(scene: Scene, end: int) -> Span | None:
    """The place in "the summit will be held in …"."""
    if not scene.places or scene.places[-1].end <= end:
        return None
    found = compiled(_PREDICATE_PLACE).match(scene.after(end, 240))
    if not found:
        return None
    at = end + found.end()
    mention = mention_at(scene.places, at)
    return mention.span if mention is not None and mention.value.form == "noun" else None


def leading_place(scene: Scene, trigger: Span) -> Span | None:
    """The place in "In Panama, the delegation will meet …"."""
    if not scene.places or scene.places[0].start >= trigger.start:
        return None
    found = compiled(r"[\W\d]*(?:while\s+|on\s+(?:his|her|their|the)\s+\w+\s+day\s+)?in\s+(?=[<P><H>])").match(
        scene.masked
    )
    if not found:
        return None
    at = scene.start + found.end()
    mention = mention_at(scene.places, at)
    if mention is None or mention.end > trigger.start or mention.value.form != "noun":
        return None
    if not compiled(r"in\s+\Z").match(scene.masked[: found.end()].lstrip()) and scene.after(mention.end, 1) != ",":
        return None
    return mention.span


def tells_of_instrument(text: str) -> bool:
    """Whether folded words speak of something that is signed."""
    return any(word in bag("instruments") for word in compiled(r"[\w-]+").findall(text[:200]))


def maiden(scene: Scene, start: int) -> Span | None:
    """The word that calls a visit the first, before the noun."""
    left = scene.before(start, 60)
    found = compiled(r"\b(?:first|maiden|inaugural)(?=[\s-])(?:-?\s?[^\s.,;]+){0,3}\s+\Z").search(left)
    if found is None or compiled(r"first (?:time|half|day|leg|stop|two|three)").match(found[0]):
        return None
    at = start - len(left) + found.start()
    return Span(at, at + len(compiled(r"\w+").match(found[0])[0]))  # type: ignore[index]


_TYPES = (
    ("official working|working official", VisitType.OFFICIAL_WORKING),
    ("state", VisitType.STATE),
    ("official", VisitType.OFFICIAL),
    ("working", VisitType.WORKING),
    ("private", VisitType.PRIVATE),
    ("informal|unofficial", VisitType.INFORMAL),
    ("transit|stopover", VisitType.TRANSIT),
)


def visit_type(scene: Scene, hit: Hit) -> VisitType:
    """The protocol of a visit, from the words before the noun and the noun itself."""
    text = " ".join(scene.before(hit.start, 40).split()[-4:]) + " " + scene.between(hit.start, hit.end)
    return next(
        (kind for pattern, kind in _TYPES if compiled(rf"\b(?:{pattern})\b").search(text)), VisitType.UNSPECIFIED
    )
