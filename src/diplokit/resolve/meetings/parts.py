"""What follows a word that tells of a meeting, as far as it is known; on what occasion and about what they meet."""

from typing import Any

from diplokit import Mention, Span
from diplokit.vocabulary import Participation

from .patterns import DATE, compiled
from .sentences import Group, Head, Scene, mention_at
from .venues import extent

Participants = dict[str, tuple[Participation, Head | Span]]
"""Who takes part, by `id`: in what part, and where the text says so."""
OF_PEOPLE = frozenset(("obj", "with", "between", "among", "by", "of"))
"""What governs people who take part."""


class Parts:
    """What follows a word that tells of a meeting.

    Attributes:
        groups: Groups of actors, each with the preposition that governs it.
        asides: Actors that only qualify another word, likewise.
        people: Whether it speaks of people without a name ("senior officials").
        places: Where, in the order of the text.
        venue: The building.
        date: When.
        event: The gathering on whose occasion.
        purpose: The gathering for which.
        occasion: On the sidelines of what.
        topic: About what.
        here: The word "here".
        end: How far it was read.
    """

    people: bool = False
    venue: Span | None = None
    date: Mention[Any] | None = None
    event: Mention[Any] | None = None
    purpose: Mention[Any] | None = None
    occasion: Span | None = None
    topic: Span | None = None
    here: Span | None = None

    def __init__(self, end: int) -> None:
        self.groups: list[tuple[str, Group]] = []
        self.asides: list[tuple[str, Head]] = []
        self.places: list[Span] = []
        self.end = end

    def unnamed(self, prep: str) -> bool:
        """Whether it speaks of people under a preposition, none of whom is named yet."""
        return self.people and prep in OF_PEOPLE and not (self.groups or self.asides)


SIDELINES = r"\b(?:on|at|in) the (?:sidelines|margins|fringes|side-lines|margin) of (?:the )?"
_TALK = r"discuss|talk about|exchange views|exchange|review|explore|address|focus on|consider|strengthen|deepen|promote|boost|advance|seek|find|push"
_TOPIC = rf"(?<!\w)(?:(?:on|about|regarding|concerning|over)\s+|to\s+(?:{_TALK})\s+)((?:[^.;\n\"]){{3,250}}+)"
_TOPICAL = frozenset("on about regarding concerning over to".split())
_OPENS_TOPIC = r"on\s|about\s|regarding\s|concerning\s|over\s|to\s"
# What may stand between a meeting and "on" its topic: who, when, where.
_BEFORE_TOPIC = r"(?:[\s,<H><D><P><E><C><T><A>]|\b(?:in|at|on|here|with|the|between|and|by|phone|telephone)\b)*+"


def take_sidelines(scene: Scene, parts: Parts, further: str) -> None:
    """Take on the sidelines of what it was, where the words that tell so stand further on."""
    told = "side" in further or "margin" in further or "fringe" in further
    found = compiled(SIDELINES).search(further) if told else None
    if found is None or found.start() >= 280:
        return
    parts.occasion = extent(scene, parts.end + found.end())
    if parts.event is None and parts.occasion is not None:
        for event in scene.events:
            if parts.occasion.start <= event.start <= parts.occasion.end:
                parts.event = event
                break


_SIDES = ("on the ", "at the ", "in the ")


def fronted_sidelines(scene: Scene, start: int) -> Span | None:
    """On the sidelines of what they meet, where that opens the sentence: "On the sidelines of the summit, A met B"."""
    if not scene.masked.startswith(_SIDES):
        return None
    found = compiled(SIDELINES).match(scene.masked)
    occasion = extent(scene, scene.start + found.end()) if found else None
    return occasion if occasion is not None and occasion.end <= start else None


_NO_TOPIC = (
    r"(?:the|his|her|their|a|an)\s+(?:[^\s,.;]+\s+){0,3}"
    r"(?:leg|sidelines|margins|occasion|eve|lunch|luncheon|dinner|breakfast|phone|telephone|day|visit|trip|tour|invitation|behalf|part)\b|[\s]*[<D><E>]"
)
_SAID = r",[^,]{0,80}\b(?:said|says|reported|reports|announced|told|added|wrote|according)\b"


def take_topic(scene: Scene, parts: Parts, further: str) -> None:
    """Take what was talked about, as far as the text tells it: "on trade", "to discuss the border"."""
    topic = None
    if _TOPICAL.isdisjoint(further[:80].split()):
        return
    for opening in compiled(_OPENS_TOPIC).finditer(further, 0, 71):
        topic = compiled(_TOPIC).match(further, opening.start())
        if topic:
            break
    if topic is None or topic.start() >= 60 or compiled(_NO_TOPIC).match(topic[1]):
        return
    lead = further[: topic.start()]
    if not (topic[0].startswith("to ") or compiled(_BEFORE_TOPIC).fullmatch(lead)):
        return
    if compiled(r"[<H>]|\b(?:agreed?|pledged?|will|would|committed)\b").search(lead):
        return
    words = topic[1]
    said = compiled(_SAID).search(words)
    words = (words[: said.start()] if said else words).rstrip(" ,")
    begin = parts.end + topic.start(1)
    if DATE in words:
        words = _take_day(scene, parts, words, begin)
    if len(words) >= 3:
        parts.topic = Span(begin, begin + len(words))


_DAY_AT_END = (
    r"(?<!ed)\s(?:(?:in|at)\s+(?P<place>[<P><H>]+)\s*,?\s+)?on\s+(?P<day>[<D>]+)"
    r"(?:\s*,?\s+(?:in|at)\s+(?P<city>[<P><H>]+))?\Z"
)
"""The end of "to discuss trade on Friday in Budapest"."""

_OTHER_CLAUSE = r"\b(?:will|would|was|were|is|are|took|has|have|had|visit|trip|which|that|who|held|signed)\b"


def _take_day(scene: Scene, parts: Parts, words: str, begin: int) -> str:
    """Take the day and the place that follow a topic; what is left is the topic."""
    found = compiled(_DAY_AT_END).search(words)
    if found is None or parts.date is not None or compiled(_OTHER_CLAUSE).search(words):
        return words
    parts.date = mention_at(scene.dates, begin + found.start("day"))
    where = "place" if found["place"] else "city"
    if found[where] and not parts.places:
        place = mention_at(scene.places, begin + found.start(where))
        if place is not None and place.value.form == "noun":
            parts.places.append(place.span)
    return words[: found.start()]


def with_listed(scene: Scene, parts: Parts, prep: str, group: Group) -> Group:
    """A state with those that qualify the same word: "with Egyptian, Qatari and US mediators"."""
    listed = [head for governs, head in parts.asides if governs == prep and head.rule == "demonym"]
    if not listed or compiled(r",\s+|,?\s+and\s+").fullmatch(scene.between(listed[-1].end, group.start)) is None:
        return group
    return Group([*listed, *group.heads], scene.masked, listed[0].start - scene.start)


_PREDICATE = (
    r"(?:,?\s+(?:which|that)(?=\s+(?:(?:was|were|will|would|had)\s|(?:is|are)\s+(?:scheduled|planned|slated)\b)))?\s*+(?:(?:was|were|is|are|will be|would be|has been|have been|had been|to be)\s+)?(?:also\s+|being\s+|now\s+)?"
    r"(?:held|hosted|chaired|co-chaired|scheduled|planned|arranged|convened|slated|conducted|paid|made|entered\s+(?:their|its|a)\s+[a-z]+\s+day|resumed|opened|began|started|ended|concluded|collapsed|continued|took place|takes place)\s+(?:to (?:take place|be held)\s+)?(?=(?:with|between|in|at|on|here|by|from|for)\b)|(?:,?\s+(?:which|that))?\s*+(?:will|would|(?:(?:was|were|is|are)\s+)?to) (?:take place|be held)\s+|"
    r"(?:,?\s+(?:which|that))?\s*+(?:(?:was|were)\s+to\s+have\s+(?:taken place|been held|begun|started|opened)|(?:will|would|is to|are to)\s+(?:continue|resume|reconvene|begin|start|open))\s+(?=(?:with|between|in|at|on|here|for|from)\b|[<D>])|"
    r"\s*+(?:(?:was|were|is|are|will be|has been)\s+)?(?:held|scheduled|planned|took place|takes place)\s+(?:for\s+)?(?=[<D>])"
)
_PREDICATE_OPENS = frozenset(
    "which that was were is are will would has have had to also being now held hosted chaired co-chaired scheduled planned arranged convened "
    "slated conducted resumed opened began started ended concluded collapsed continued took entered paid made takes".split()
)
"""How a predicate begins."""


_ABSOLUTE = r",\s+with\s+[^,]*\Z"
_DOING = r"\s+(?:also\s+)?[a-z]{3,}ing\b"


def stands_apart(scene: Scene, start: int, group: Group) -> bool:
    """Whether "with A" behind a comma only says what A did: "talks on Iran, with A underscoring"."""
    if compiled(_DOING).match(scene.after(group.end, 30)) is None:
        return False
    return compiled(_ABSOLUTE).search(scene.between(start, group.start)) is not None


def behind_predicate(masked: str, at: int) -> int:
    """Where it goes on behind "was held", "which will take place"; the offset itself where no such words stand there."""
    opening = masked[at : at + 40].lstrip(",").split(None, 1)
    if not opening or opening[0] not in _PREDICATE_OPENS:
        return at
    found = compiled(_PREDICATE).match(masked, at, at + 420)
    return found.end() if found else at
