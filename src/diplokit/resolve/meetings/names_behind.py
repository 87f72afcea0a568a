"""The names behind a word that tells of a meeting: who takes part, where and when, by what governs them."""

from diplokit import Span

from .parts import OF_PEOPLE, Parts, with_listed
from .patterns import compiled
from .sentences import Group, Scene, mention_at
from .stage import Stage
from .venues import house, private, qualifies, venue

_NAME_GOES_ON = r"\s+[<C>]"
_IN_A_LIST = frozenset((",", ";", ", and", "; and", "and", ", and the", "and the"))
_OF = r"\b(?:of|from)\s+(?:the\s+)?\Z"
OF_PLACES = frozenset(("in", "at", "to", "into", "obj", "dest", "from", "near"))
_DAY_AGAIN = r"\s\(\d{1,2}\)"
"""Behind "today" in a ministry's text: the day of the month."""
_OF_GOALS = frozenset(("in", "at", "into", "to", "dest"))
_OF_HOUSES = frozenset(("at", "in", "to", "dest"))
_OF_EVENTS = frozenset(("during", "at", "on", "of", "for", "in", "after", "before", "to"))


class NamesBehind:
    """Takes names one after the other; what was read so far decides how the next one is taken.

    Each method that takes a name says whether to read on.

    Attributes:
        parts: What was found.
        prep: What governs the next words: `obj`, `dest`, a preposition, or nothing.
        reach: How far it has been read for good, in the masked text.
        governed: Where the last preposition ends.
        closed: Whether what comes next needs a word that governs it.
        comma: Whether a comma stands before.
        named: Whether a comma may only part a word such as "counterpart" from the name.
        place_open: Whether a place may go on: "Lima, Peru".
        strange: How many words meant nothing.
        last: The last of these.
    """

    __slots__ = (
        "closed",
        "comma",
        "governed",
        "last",
        "masked",
        "named",
        "offset",
        "parts",
        "place_open",
        "prep",
        "reach",
        "scene",
        "stage",
        "strange",
    )

    def __init__(self, stage: Stage, scene: Scene, start: int, prep: str) -> None:
        self.stage = stage
        self.scene = scene
        self.masked = scene.masked
        self.offset = scene.start
        self.parts = Parts(start)
        self.prep = prep
        self.closed = prep == ""
        self.reach = self.governed = start - scene.start
        self.comma = self.named = self.place_open = False
        self.strange = 0
        self.last = ""

    def take_actors(self, word: str, at: int, end: int) -> bool:
        parts, prep = self.parts, self.prep
        group = self.scene.group_at(at + self.offset)
        if group is None:
            return True
        if group.acts:
            return False
        if parts.asides and prep in OF_PEOPLE:
            group = with_listed(self.scene, parts, prep, group)
        state = self.stage.states.issuperset(group.ids)
        if self._as_building(group, at, end, state=state) or self._as_adjective(group, at, end, state=state):
            return True
        if self.place_open and self.comma and self.masked[self.reach : at].strip() not in _IN_A_LIST:
            return False  # "During their trip to Peru, the Malaysian side …"
        if state and (self.place_open or prep in _OF_GOALS) and group.heads[0].rule != "office of state":
            parts.places += [Span(head.start, head.end) for head in group.heads if head.start >= at + self.offset]
            if prep in ("to", "obj", "dest"):
                parts.groups.append((prep, group))
            self.place_open = True
        elif not self._takes_part(group):
            return False
        self.reach = group.end - self.offset
        self.comma = False
        self.closed = True
        return True

    def _as_building(self, group: Group, at: int, end: int, *, state: bool) -> bool:
        """Whether a name only tells in which building it was: "at Bayan Palace", "at the White House"."""
        parts, prep = self.parts, self.prep
        if prep == "at" and not state and self._in_building(at, end):
            return True
        if prep not in _OF_HOUSES or not self.stage.acting.isdisjoint(group.ids):
            return False
        known = house(self.scene.text[group.start : group.end])
        if prep not in ("at", "in") and not (known and self.masked.endswith(("to", "to the"), 0, at - 1)):
            return False
        self.reach = end  # "at the UN headquarters in New York"
        if parts.venue is None and known:
            parts.venue = Span(group.start, group.end)
        return True

    def _in_building(self, at: int, end: int) -> bool:
        """Whether a name goes on as that of a building: "at Hyderabad House"."""
        if not compiled(_NAME_GOES_ON).match(self.masked, end, end + 3):
            return False
        building = venue(self.scene, at + self.offset, self.prep)
        if building is None or building.end <= end + self.offset:
            return False
        self.parts.venue = self.parts.venue or building
        self.reach = building.end - self.offset
        self.closed = True
        return True

    def _as_adjective(self, group: Group, at: int, end: int, *, state: bool) -> bool:
        """Whether a name only qualifies what follows: "U.S.-sponsored", "at the Singapore Pavilion"."""
        parts, prep, asides = self.parts, self.prep, self.scene.asides
        if qualifies(self.masked, end) or (state and private(self.masked, end)):
            if group.heads[0] in asides:  # "with Lao and U.S. officials"
                parts.asides += [(prep, head) for head in group.heads if head not in asides]
            self.reach = end
            return True
        if not state or prep not in ("at", "in") or not compiled(_NAME_GOES_ON).match(self.masked, end, end + 3):
            return False
        parts.venue = parts.venue or venue(self.scene, at + self.offset, prep)
        self.reach = parts.venue.end - self.offset if parts.venue else end
        return True

    def _takes_part(self, group: Group) -> bool:
        """Take those whom a preposition governs, or whose states were named before them."""
        parts, prep, stage = self.parts, self.prep, self.stage
        persons = stage.persons.issuperset(group.ids)
        last = persons and parts.unnamed(prep) and self.scene.after(group.end, 1) in ",."
        if prep and (last or not self.comma):
            parts.groups.append((prep, group))
        elif (
            self.comma
            and prep in ("obj", "with")
            and parts.groups
            and persons
            and stage.states.issuperset(parts.groups[-1][1].ids)
        ):
            parts.groups[-1] = (prep, group)  # "his peers from Argentina and Brazil, A and B"
        else:
            return False
        return True

    def take_date(self, word: str, at: int, end: int) -> bool:
        self.parts.date = self.parts.date or mention_at(self.scene.dates, at + self.offset)
        again = compiled(_DAY_AGAIN).match(self.masked, end, end + 8)
        self.reach = again.end() if again else end
        self.comma = self.place_open = False
        self.closed = True
        return True

    def take_place(self, word: str, at: int, end: int) -> bool:
        mention = mention_at(self.scene.places, at + self.offset)
        if mention is None or mention.value.form != "noun":
            return True
        prep = self.prep
        if prep == "at" and not self.place_open and self._in_building(at, end):
            return True
        if self.place_open or prep in OF_PLACES:
            if not self.place_open and (
                prep == "from" or (prep == "obj" and compiled(_OF).search(self.masked[at - 8 : at]))
            ):
                return True  # "met the Governor of Punjab"
            self.parts.places.append(mention.span)
            self.place_open = self.closed = True
            self.reach = end
        elif self.comma:
            return False
        self.comma = False
        return True

    def take_event(self, word: str, at: int, end: int) -> bool:
        parts, prep = self.parts, self.prep
        event = mention_at(self.scene.events, at + self.offset)
        if prep == "for" and parts.purpose is None:
            parts.purpose = event
        if parts.event is None and prep in _OF_EVENTS:
            parts.event = event
        self.reach = end
        self.comma = self.place_open = False
        self.closed = True
        return True

    def take_capitals(self, word: str, at: int, end: int) -> bool:
        parts, prep = self.parts, self.prep
        if self._needs_governing():
            return False
        self.place_open = self.place_open and self.comma
        if self.comma and parts.people and not parts.groups and prep in ("obj", "with"):
            self.comma = False  # "the High Representative for Foreign Policy, Security and Defence A"
        self._qualifying(at, end)
        if prep in ("at", "in", "dest", "to") and parts.venue is None:
            if self.masked[self.governed : at].strip() in ("", "the"):
                parts.venue = venue(self.scene, at + self.offset, prep)
        parts.people = parts.people or prep in ("obj", "with", "between")
        return True

    def take_title(self, word: str, at: int, end: int) -> bool:
        if self._needs_governing():
            return False
        self.place_open = self.place_open and self.comma
        self._qualifying(at, end)
        self.parts.people = self.parts.people or self.prep in ("obj", "with", "between", "by")
        return True

    def take_aside(self, word: str, at: int, end: int) -> bool:
        parts, prep = self.parts, self.prep
        self.place_open = self.place_open and self.comma
        if self.comma and parts.asides and not parts.groups and prep in OF_PEOPLE:
            self.comma = False  # "between the Lao, Thai and Khmer foreign ministers"
        if private(self.masked, end):
            parts.people = parts.people or prep in ("obj", "with")
        else:
            self._qualifying(at, end)
        return True

    def _needs_governing(self) -> bool:
        """Whether names may not go on here without a preposition."""
        return self.closed and not self.comma and not self.place_open and self.prep == ""

    def _qualifying(self, at: int, end: int) -> None:
        """Remember the actors that only qualify a word."""
        parts, offset = self.parts, self.offset
        parts.asides += [(self.prep, aside) for aside in self.scene.aside_at(at + offset, end + offset)]
