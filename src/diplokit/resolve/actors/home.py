"""Which state a text is at home in: the one that acts and owns in it, not where others go or who is met."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from attrs import define, field

from diplokit import Document, Mention
from diplokit.tables import table
from diplokit.vocabulary import ActorKind, PlaceForm, PlaceKind

from .cast import HEADS, Cast, Member
from .claims import claim, stance
from .naming import Bodies

_PREPOSITIONS = "in from at near into across leave left to with visit visits visited visiting"
_BEFORE_PLACES = frozenset(_PREPOSITIONS.split())
_LAST_WORD = re.compile(r"\w+\Z")
_PLACED = 15
"""How far before a place the preposition begins at most, and a little more."""
_ENDINGS = frozenset(f"{word} "[-3:] for word in f"{_PREPOSITIONS} the".split())
"""The last letters before a place behind a preposition; to look at them first spares most of the words."""
_GOES = ("to", "with", "visit")
_VISIT = re.compile(r"\b(?:visit(?:s|ed|ing)?|trip|travel(?:s|led|ed|ling|ing)?)\s(?:to\s)?(?:the\s)?\Z")
_OTHERS = re.compile(r"\b(?:he|she|his|her|president|minister|king|queen|mr|ms|mrs|premier|chairman|leader)\b")
_FROM_OTHERS = (" by ", " by the ", " against ")
_OFFICES = attrgetter("offices")
_STATES, _NOUN = frozenset((PlaceKind.STATE, PlaceKind.TERRITORY)), PlaceForm.NOUN
_AGENCY = re.compile(r"[(/]([A-Za-z][A-Za-z ]{1,18}?)(?:[)/]| ?-)|, ([A-Z]{3,6}) --")
"""Where an agency signs: "(KUNA)", "/BNA/", "(Andina).", "RIYADH, SPA --"."""
_HEAD = 160
_FIRST_PART = 20_000
_FAR = 1.4
_PLACES = 200
_ALONE = 4
_BY_GOVERNMENT = ("of the ", "that the ", "as the ", ", the ", ". the ", "of ", "by the ")


class Ranking(NamedTuple):
    """The states for which or of which a text may speak.

    Attributes:
        states: The states, the most likely first.
        clear: Whether the first is so by far.
        alone: Whether the text speaks of hardly any other state than the first.
        dateline: The state of the dateline, where the text may be at home there. It is counted as the home of those
            whom the story names without their state.
        own: The state whose agency tells the story: agencies name their own officials without their state.
        elsewhere: Whether it is told by the agency, or from a city, of a state that it does not name.
    """

    states: list[Member]
    clear: bool
    alone: bool
    dateline: Member | None
    own: Member | None
    elsewhere: bool


def agency_state(text: str) -> str:
    """The code of the state of the national news agency at the head of a story, or nothing.

    Examples:
        >>> agency_state("MANAMA, Feb 13 (KUNA) -- Official talks were held")
        'KWT'
    """
    for match in _AGENCY.finditer(text[:_HEAD]):
        code = state_of_agency(match[1] or match[2])
        if code:
            return code
    return ""


def state_of_agency(name: str) -> str:
    """The code of the state of a national news agency, by the name or letters under which it signs, or nothing."""
    return _agencies().get(name.upper(), "")


def _preposition(folded: str, start: int) -> str:
    """The preposition of place before a name, or "visit", or nothing: "in the| Netherlands"."""
    before = folded[max(0, start - _PLACED) : start]
    before = before[:-5] if before.endswith(" the ") else before[:-1]
    word = before.rpartition(" ")[2]
    if not word.isalpha() and (inner := _LAST_WORD.search(word)):  # "(in Peru"
        word = inner[0]
    return word if word in _BEFORE_PLACES else ""


def _opens(text: str, end: int) -> bool:
    """Whether a state whose name ends here opens a story as its dateline: "KUWAIT, Feb 2", "Singapore:"."""
    return text.startswith(": ", end) or (
        text[:end].isupper() and text[end : end + 2] in (", ", ": ", " (", " -", " \u2014", " \u2013")
    )


@cache
def _agencies() -> Mapping[str, str]:
    """The states of the national news agencies, by the names and letters under which they sign."""
    return {row["name"]: row["code"] for row in table("en/national_agencies.tsv")}


@define
class Home:
    """Finds the states for which or of which a text may speak: those that act and own in it, not where others go.

    Attributes:
        document: The document.
        cast: Its members.
        bodies: Its places, and whom they mean.
        quotes: Where quotations begin and end.
        pointers: Where the words of the first person begin.
        told: Whether the text tells in the first person, outside quotations.
    """

    document: Document
    cast: Cast
    bodies: Bodies
    quotes: Sequence[tuple[int, int]]
    pointers: Sequence[int]
    told: bool = field(init=False)
    _boundaries: Sequence[int] = field(default=(), init=False)
    _first: Mapping[int, int] = field(factory=dict, init=False)
    _led: frozenset[str | None] = field(default=frozenset(), init=False)
    _ranking: Ranking | None = field(default=None, init=False)

    def __attrs_post_init__(self) -> None:
        if self.pointers:
            self._boundaries = self.document.sentence_starts
            self._first = self._first_persons()
        self.told = len(self._first) > 1
        if self.told:  # asked now, before more offices are inferred
            holders = filter(_OFFICES, self.cast.members)
            heads = [h.of for m in holders for h in m.offices[:4] if h.of is not None and h.role in HEADS]
            self._led = frozenset([state.code for state in heads if not self._writes_as_head(state.name.lower())])

    def _writes_as_head(self, state: str) -> bool:
        """Whether who writes calls it the own office: "my first visit as Prime Minister of Australia"."""
        folded = self.document.folded
        return f" as prime minister of {state}" in folded or f" as president of {state}" in folded

    def ranked(self) -> Ranking:
        """The states, the most likely first; worked out when it is first asked, since many texts need it nowhere."""
        if self._ranking is None:
            weights, dateline = self._weights()
            agency = agency_state(self.document.text)
            codes = self.cast.by_code
            likely = [code for code, weight in weights.items() if weight >= 0.5]
            ranked = sorted(likely, key=weights.__getitem__, reverse=True)
            best = weights[ranked[0]] if ranked else 0.0
            next_best = weights[ranked[1]] if len(ranked) > 1 else 0.0
            self._ranking = Ranking(
                [codes[code] for code in ranked],
                clear=bool(ranked) and best >= _FAR * next_best,
                alone=bool(ranked) and best >= _ALONE * next_best,
                dateline=codes[dateline]
                if ranked and dateline in weights and weights[dateline] >= 0.5 * best
                else None,
                own=codes.get(agency),
                elsewhere=bool(agency or dateline) and (agency or dateline) not in codes,
            )
        return self._ranking

    def speaking(self) -> Sequence[Member]:
        """The state for which somebody speaks who tells in the first person; none where another is nearly as likely."""
        return self.ranked().states[: self.ranked().clear]

    def _weights(self) -> tuple[dict[str, float], str]:
        """How much speaks for each state, by code in the order of the text; and the code of the dateline."""
        bodies, codes = self.bodies, self.cast.by_code
        places = bodies.places
        weights: dict[str, float] = {}
        stop = places[_PLACES].span.start if len(places) > _PLACES else None
        for mentions in bodies.alike.values():
            place = mentions[0].value
            code = place.code
            if code is None or code not in codes:
                continue
            if stop is not None:
                mentions = [mention for mention in mentions if mention.span.start < stop]
                if not mentions:
                    continue
            weight = weights.get(code, 0.0)
            if place.type in _STATES:
                weight += self._weight(mentions, noun=place.form is _NOUN)
            weights[code] = weight
        for capital, member in bodies.capitals:
            if member.code is not None and (stop is None or capital.span.start < stop):
                weights[member.code] += self._weight((capital,), noun=True)
        dateline = ""
        if weights and (start := places[0].span.start) < 40:
            code = places[0].value.code
            leads = start not in bodies.meant or (start == 0 and _opens(self.document.text, places[0].span.end))
            if leads and code is not None:
                dateline = code
                if code in weights:
                    weights[code] += 1.5
        for code in self._led:
            # Who writes in the first person tells of the heads of other states.
            if code in weights:
                weights[code] = 0.3 * weights[code] - 1
        if self.told and (not weights or max(weights.values()) < 0.5):
            owners = {self.bodies.within[id(m)] for m in self.cast.members if self._government(m)}
            weights.update({state.code: 0.5 for state in owners if state.code and len(owners) == 1})
        return weights, dateline

    def _government(self, member: Member) -> bool:
        """Whether a member is the government of a state that acts: "the appeals of the Government of Peru"."""
        return (
            member.kind is ActorKind.GOVERNMENT
            and id(member) in self.bodies.within
            and any(self.document.folded.endswith(_BY_GOVERNMENT, 0, start) for start, _, _, _ in member.places)
        )

    def _first_persons(self) -> dict[int, int]:
        """Where the first "I" or "we" of a sentence stands, outside quotations, by the number of the next sentence."""
        found: dict[int, int] = {}
        pointers, quotes, boundaries = self.pointers, self.quotes, self._boundaries
        if quotes:
            ends = [end for _, end in quotes]
            pointers = [p for p in pointers if (at := bisect_left(ends, p)) == len(ends) or p < quotes[at][0]]
        following = 0
        for start in pointers:
            if start < following:
                continue
            if start > _FIRST_PART:
                break
            number = bisect_right(boundaries, start, 1)
            found[number] = start
            following = boundaries[number] if number < len(boundaries) else len(self.document.text)
        return found

    def _weight(self, mentions: Iterable[Mention[Any]], *, noun: bool) -> float:
        """How far mentions of a state speak for its being the home of the text.

        Args:
            mentions: The mentions.
            noun: Whether they name the state, not its people.
        """
        folded, first, boundaries = self.document.folded, self._first, self._boundaries
        total, said = 0.0, -1
        for mention in mentions:
            span = mention.span
            start = span.start
            before = folded[start - 3 : start]
            placed = ""
            if noun and before in _ENDINGS:
                placed = _preposition(folded, start)
            elif before[1:] == ", " and self._in_city(start):
                total += 0.25
                continue
            if first:
                said = first.get(bisect_right(boundaries, start, 1), -1)
                total += self._weight_told(start, span.end, placed, said, noun=noun)
            elif placed or folded.startswith("-", span.end):  # "US-led", "Peru-Chile"
                total += 0.25
            else:
                total += 1.0
        return total

    def _second(self, start: int) -> bool:
        """Whether "and" joins what begins here to another name: "Sudan and South Sudan"."""
        at = bisect_left(self.bodies.starts, start) - 1
        return at >= 0 and self.bodies.mentions[at].span.end == start - 5

    def _in_city(self, start: int) -> bool:
        """Whether a city is named directly before: "Lima, Peru"."""
        at = bisect_left(self.bodies.starts, start) - 1
        before = self.bodies.mentions[at]
        return at >= 0 and before.span.end == start - 2 and getattr(before.value, "type", None) is PlaceKind.CITY

    def _weight_told(self, start: int, end: int, placed: str, said: int, *, noun: bool) -> float:
        """The same for one mention where somebody tells in the first person: "I" or "we" at `said`, if in the sentence."""
        folded = self.document.folded
        claimed = claim(self.document.text, folded, start, end, said) if said >= 0 else None
        if claimed is not None and (claimed > 0 or not _OTHERS.search(folded, said, start)):
            return claimed
        if placed and _VISIT.search(folded, max(0, start - 24), start):
            return 1.0
        if (told := stance(folded, end, noun=noun and not placed)) is not None:
            return told
        if folded.startswith("-", end) or (said < 0 and placed) or folded.endswith(_FROM_OTHERS, 0, start):
            return 0.25
        if said < 0 and folded.endswith(" and ", 0, start) and self._second(start):
            return 0.25  # "requests from Peru and Chile": as the one before
        if said < 0:
            return 1.0 if noun and not folded.endswith((" of ", "\nof "), 0, start) else 0.5
        if placed:
            return -2.0 if placed.startswith(_GOES) else 0.0
        if start < said:
            return 2.0 if noun else 0.5
        # "We announce that Australia will …" speaks for Australia; "we met the Thai minister" not for Thailand.
        return 1.0 if noun and folded.startswith((" will ", "'s ", "' "), end) else 0.0
