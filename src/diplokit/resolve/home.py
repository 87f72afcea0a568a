"""Which state a text is at home in: the one that acts and owns in it, not where others go or who is met."""

import re
from collections.abc import Sequence

from attrs import define, field

from diplokit import Document, Mentions
from diplokit.vocabulary import PlaceForm, PlaceKind

from .cast import HEADS, Cast, Member

_PLACED = re.compile(
    r"\b(?:in|from|at|near|into|across|leave|left|to|with|visit|visits|visited|visiting)\s(?:the\s)?\Z"
)
_BEFORE = tuple(
    f"{word} " for word in "in from at near into across leave left to with visit visits visited visiting the".split()
)
"""What stands before a place that `_PLACED` matches; to look at that first spares most of the searches."""
_GOES = ("to", "with", "visit")
_VISIT = re.compile(r"\b(?:visit(?:s|ed|ing)?|trip|travel(?:s|led|ed|ling|ing)?)\s(?:to\s)?(?:the\s)?\Z")
_OTHERS = re.compile(r"\b(?:he|she|his|her|president|minister|king|queen|mr|ms|mrs|premier|chairman|leader)\b")
_FIRST_PART = 20_000
_FAR = 1.4
_PLACES = 200
_ALONE = 4


@define
class Home:
    """Finds the states for which or of which a text may speak: those that act and own in it, not where others go.

    Attributes:
        document: The document.
        cast: Its members.
        mentions: Its mentions.
        meant: The members of places, by the start of the mention.
        quotes: Where quotations begin and end.
        pointers: Where the words of the first person begin.
        dateline: The state of the dateline, where the text may be at home there.
        alone: Whether the text speaks of hardly any other state than the first.
    """

    document: Document
    cast: Cast
    mentions: Mentions
    meant: dict[int, Member]
    quotes: Sequence[tuple[int, int]]
    pointers: Sequence[int]
    dateline: Member | None = field(default=None, init=False)
    alone: bool = field(default=False, init=False)
    _first: dict[int, int] = field(factory=dict, init=False)

    def ranked(self) -> tuple[list[Member], bool]:
        """The states, the most likely first, and whether the first is so by far.

        A state that is so by less, but whose city is the dateline, is counted as the home of those who open the
        story: agencies name their own officials without their state.
        """
        self._find_first_persons()
        weights: dict[str, float] = {}
        dateline = ""
        places = self.mentions.of("place")[:_PLACES]
        city, noun = PlaceKind.CITY, PlaceForm.NOUN
        folded, meant, codes = self.document.folded, self.meant, self.cast.by_code
        city_end = -9
        for number, mention in enumerate(places):
            span, place = mention.span, mention.value
            start = span.start
            member = meant.get(start)
            code = member.code if member is not None else place.code
            if code is not None and code in codes:
                if member is None or not member.state:
                    weight = 0.0
                    if number == 0 and start < 40:
                        dateline, weight = code, 1.5
                elif start - 2 == city_end and folded.startswith(", ", city_end):
                    weight = 0.25
                else:
                    weight = self._weight(start, span.end, place.form is noun)
                weights[code] = weights.get(code, 0) + weight
            if place.type is city:
                city_end = span.end
        if len(self._first) > 1:
            # Who writes in the first person tells of the heads of other states.
            for code in {h.of.code for m in self.cast.members for h in m.offices[:4] if h.of and h.role in HEADS}:
                if code in weights:
                    weights[code] = 0.3 * weights[code] - 1
        ranked = sorted((code for code in weights if weights[code] >= 0.5), key=lambda code: -weights[code])
        self.dateline = None
        if dateline in weights and ranked and weights[dateline] >= 0.5 * weights[ranked[0]]:
            self.dateline = self.cast.by_code[dateline]
        self.alone = bool(ranked) and all(weights[code] * _ALONE <= weights[ranked[0]] for code in ranked[1:])
        clear = len(ranked) == 1 or (len(ranked) > 1 and weights[ranked[0]] >= _FAR * weights[ranked[1]])
        return [self.cast.by_code[code] for code in ranked], clear

    @property
    def told(self) -> bool:
        """Whether the text tells in the first person, outside quotations."""
        return len(self._first) > 1

    def _find_first_persons(self) -> None:
        """The first "I" or "we" of every sentence, outside quotations."""
        at, quotes = 0, [*self.quotes, (len(self.document.text), len(self.document.text) + 1)]
        for start in self.pointers:
            if start > _FIRST_PART:
                break
            while quotes[at][1] < start:
                at += 1
            if quotes[at][0] > start:
                self._first.setdefault(self.document.sentence_index(start), start)

    def _weight(self, start: int, end: int, noun: bool) -> float:
        """How far the mention of a state speaks for its being the home of the text."""
        folded = self.document.folded
        pronoun = self._first.get(self.document.sentence_index(start)) if self._first else None
        low = start - 14 if start > 14 else 0
        placed = _PLACED.search(folded, low, start) if noun and folded[low:start].endswith(_BEFORE) else None
        visit = _VISIT.search(folded, max(0, start - 24), start) if placed else None
        if visit and self._first:
            mine = (
                pronoun is not None and pronoun < visit.start() and not _OTHERS.search(folded, pronoun, visit.start())
            )
            return -3.0 if mine else 1.0
        if folded.startswith("-", end):
            return 0.25  # "US-led", "Peru-Chile"
        if pronoun is None:
            return 0.25 if placed else 1.0
        if placed:
            return -2.0 if placed[0].startswith(_GOES) else 0.0
        if start < pronoun:
            return 2.0
        # "We announce that Australia will …" speaks for Australia; "we met the Thai minister" not for Thailand.
        return 1.0 if noun and folded.startswith((" will ", "'s ", "' "), end) else 0.0
