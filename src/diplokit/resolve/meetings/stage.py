"""A document as the rules of meetings read it: its actors, and where they stand; each sentence laid out when asked for."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import attrgetter, itemgetter
from sys import byteorder, maxsize
from typing import Any

from diplokit import Actor, Document, Mention, Reading, Span
from diplokit.vocabulary import ActorKind

from .cast import Cast
from .dateline import dateline_of
from .groups import groups_of
from .patterns import ASIDE, CAPITAL, DATE, EVENT, HEAD, PLACE, PRIVATE, TITLE, compiled
from .sentences import Head, Scene
from .words import POSSESSIVES

_START, _SPAN_START, _PLACE = attrgetter("start"), attrgetter("span.start"), itemgetter(0)
_STATES = frozenset({ActorKind.STATE, ActorKind.TERRITORY})
_CODEC = f"utf-32-{byteorder[0]}e"
_INK = {sign: array("I", [ord(sign)]) for sign in (HEAD, DATE, PLACE, EVENT, CAPITAL, TITLE, ASIDE)}
"""The sign of each kind, with which a name or date is overwritten."""
_OF = (" of ", " of the ")
_OF_STATES = (
    "leaders",
    "ministers",
    "presidents",
    "premiers",
    "countries",
    "states",
    "nations",
    "governments",
    "delegations",
    "envoys",
    "ambassadors",
)
"""What collectives of several states are called."""
_AGENCY = r"\)?\s*\.?-{1,2}\s|(?:(?<=\d \(\w{2})|(?<=\d \(\w{3})|(?<=\d \(\w{4}))\)\s"
"""After the name of an agency in a dateline."""
_AT_THE = frozenset(f"at {article}-" for article in "al el ar as ad an az".split())
_OPENERS = frozenset(
    "after ahead amid as at before by during following for from in on speaking addressing meeting the this under upon while when with".split()
)
_PRONOUNS = frozenset(
    "i me my mine you your yours he him his she her hers it its they them their theirs we us our".split()
)


class Stage(Cast):
    """A document, laid out so that each sentence that matters becomes a `Scene` at little cost.

    Attributes:
        document: The document.
        actors: Its actors, by `id`.
        persons: The ids of those that are persons.
        states: The ids of those that are states or territories.
        acting: The ids of both.
        references: Every place that means actors, in order, the longest of those that begin at one place first, with
            the ids of the actors and the rule that says so.
    """

    def __init__(self, reading: Reading) -> None:
        actors = reading.actors
        self.document: Document = reading.document
        self.actors: dict[str, Actor] = {actor.id: actor for actor in actors}
        person = ActorKind.PERSON
        self.persons = {actor.id for actor in actors if actor.kind is person}
        self.states = {actor.id for actor in actors if actor.kind in _STATES}
        self.acting = self.persons | self.states
        nobody = {(actor.id,) for actor in actors if actor.kind is ActorKind.GROUP}
        everybody = reading.references
        named = [place for place in everybody if place[1] not in nobody] if nobody else everybody
        self._named = named, [place.start for place, _, _ in named]
        self._everybody = (everybody, [place.start for place, _, _ in everybody]) if nobody else self._named
        self._groups = [place.start for place, ids, _ in everybody if ids in nobody] if nobody else []
        self.references, self._reference_starts = self._named
        self._mentions = reading.mentions
        self._mention_starts: list[int] = list(map(_SPAN_START, reading.mentions))
        self._places = reading.mentions.of("place")
        self._sides: dict[str, str | None] = {}

    def admit(self, *, groups: bool) -> None:
        """Lay scenes out with the collectives of whom the text does not tell who they are, or without."""
        self.references, self._reference_starts = self._everybody if groups else self._named

    def unresolved(self, sentence: Span) -> bool:
        """Whether a sentence names such a collective."""
        at = bisect_left(self._groups, sentence.start)
        return at < len(self._groups) and self._groups[at] < sentence.end

    def many(self, ids: Iterable[str]) -> bool:
        """Whether one of some actors is such a collective of several states."""
        groups = [self.actors[id].name.casefold() for id in ids if self.actors[id].kind is ActorKind.GROUP]
        return any(name.endswith(_OF_STATES) and not name.startswith("two ") for name in groups)

    @cached_property
    def _place_starts(self) -> list[int]:
        return list(map(_SPAN_START, self._places))

    @cached_property
    def dateline(self) -> Span | None:
        """The place before the first sentence, which "here" means."""
        return dateline_of(self.document.text, self._places)

    def places(self, start: int, end: int) -> Sequence[Mention[Any]]:
        """The places that begin in a range."""
        starts = self._place_starts
        first = bisect_left(starts, start)
        return self._places[first : bisect_left(starts, end, first)]

    def head_at(self, start: int, end: int) -> Head | None:
        """The reference that covers exactly a range."""
        at = bisect_left(self._reference_starts, start)
        for place, ids, rule in self.references[at : at + 8]:
            if place.start == start and place.end == end:
                return Head(start, end, ids, rule)
        return None

    def inside(self, start: int) -> bool:
        """Whether an offset lies inside the name of an actor."""
        at = bisect_left(self._reference_starts, start)
        return any(place.end > start for place, _, _ in self.references[max(0, at - 3) : at])

    def _meant(self, start: int, end: int) -> Sequence[tuple[Span, tuple[str, ...], str]]:
        """The references that begin in a range."""
        starts = self._reference_starts
        first = bisect_left(starts, start)
        return self.references[first : bisect_left(starts, end, first)]

    def heads_in(self, start: int, end: int) -> list[Head]:
        """The references inside a range."""
        return [Head(at.start, at.end, ids, rule) for at, ids, rule in self._meant(start, end) if at.end <= end]

    def person_in(self, start: int, end: int) -> bool:
        """Whether a person is meant inside a range."""
        return any(not self.persons.isdisjoint(ids) for _, ids, _ in self._meant(start, end))

    def nobody(self, start: int, end: int) -> bool:
        """Whether no actor is meant in a range."""
        starts = self._reference_starts
        first = bisect_left(starts, start)
        return first == len(starts) or starts[first] >= end

    def fixes(self, start: int, end: int) -> bool:
        """Whether a day, a place or a state is told in a range."""
        starts = self._mention_starts
        first = bisect_left(starts, start)
        for mention in self._mentions[first : bisect_left(starts, end, first)]:
            if mention.kind == "date" or (mention.kind == "place" and mention.value.form == "noun"):
                return True
        meant = self._meant(start, end)
        return any(rule != "demonym" and not self.states.isdisjoint(ids) for _, ids, rule in meant)

    def scene(self, index: int) -> Scene:
        """The sentence of a number, laid out."""
        document = self.document
        span, folded = document.sentences[index], document.folded
        begin, stop = span.start, span.end
        sentence = folded[begin:stop]
        plain = sentence if sentence.isascii() else PRIVATE.sub(" ", sentence)
        # One number a character: they are overwritten in place, and made a text again at once.
        letters = array("I", plain.encode(_CODEC, "surrogatepass"))
        # The first word of a sentence is written with a capital whatever it is.
        starts = document.capital_starts
        first = bisect_left(starts, begin + (3 if sentence.startswith("at ") else 4))
        glued = "-" in sentence
        line = sentence.find("- ", 0, 80) if glued else -1
        opening = begin + line + 2 if line > 0 else -1  # the first word behind "LIMA, Nov 14 (Agency) -"
        capital = _INK[CAPITAL]
        for start, end in document.capitals[first : bisect_left(starts, stop, first)]:
            length = end - start
            if start == opening and folded[start:end] in _OPENERS:
                continue
            if length > 6 or folded[start:end] not in _PRONOUNS:  # "I", "He"
                if glued and folded[start - 6 : start] in _AT_THE:
                    start -= 3  # "at al-Salam Palace"
                    length += 3
                letters[start - begin : end - begin] = capital * length

        # What begins earlier or reaches further comes first: the place inside a title is overwritten after the title.
        titles: list[Mention[Any]] = []
        places: list[Mention[Any]] = []
        dates: list[Mention[Any]] = []
        events: list[Mention[Any]] = []
        kinds = {
            "place": (places, _INK[PLACE]),
            "title": (titles, _INK[TITLE]),
            "honorific": ([], _INK[TITLE]),
            "date": (dates, _INK[DATE]),
            "event": (events, _INK[EVENT]),
        }
        starts = self._mention_starts
        first = bisect_left(starts, begin)
        for mention in self._mentions[first : bisect_left(starts, stop, first)]:
            known = kinds.get(mention.kind)
            if known is not None:
                alike, ink = known
                alike.append(mention)
                where = mention.span
                start, end = where.start, where.end
                length = end - start
                letters[start - begin : end - begin] = ink * length
        named = [(mention.span.start, self._with_acronym(mention.span.end)) for mention in events]
        heads, asides, suspects = self._heads(begin, stop, letters, titles, named)
        for start, end in named:
            letters[start - begin : end - begin] = _INK[EVENT] * (end - start)

        masked = str(letters, _CODEC, "surrogatepass")[: stop - begin]  # a name may go on across the end of a sentence
        scene = Scene(begin, stop, masked, document.text, [], asides, dates, places, events)
        if suspects:
            self._second_look(scene, heads, suspects)
        if heads:
            scene.groups = groups_of(scene, heads, self.persons, self.states)
        return scene

    def _with_acronym(self, end: int) -> int:
        """Where the name of a gathering ends, with an acronym in brackets behind it: "(FMM MLC)"."""
        folded = self.document.folded
        if not folded.startswith(" (", end):
            return end
        close = folded.find(")", end, end + 20)
        return close + 1 if close > 0 and self.document.text[end + 2 : close].replace(" ", "").isupper() else end

    def _heads(
        self,
        begin: int,
        stop: int,
        letters: "array[int]",
        titles: Sequence[Mention[Any]],
        events: Sequence[tuple[int, int]],
    ) -> tuple[list[Head], list[Head], list[Head]]:
        """The actors that stand for themselves, those that qualify another word, and states that may: after "of"."""
        folded, persons, states = self.document.folded, self.persons, self.states
        heads: list[Head] = []
        asides: list[Head] = []
        suspects: list[Head] = []
        reach = begin
        offices = iter(titles)  # in order and apart: only one of them may contain a head
        office_start = office_end = -1
        for place, ids, rule in self._meant(begin, stop):
            start, end = place.start, place.end
            if start < reach or end > stop:
                continue
            if events and any(first <= start and end <= last for first, last in events):
                continue
            if start - begin < 60 and ids[0] not in states and ids[0] not in persons:
                if compiled(_AGENCY).match(folded, end):
                    continue  # "ACCRA, May 3 (GNA) -"
            if titles:
                while office_end <= start:
                    office_start, office_end = _next(offices)
                if office_start <= start and end <= office_end and end - start < office_end - office_start:
                    # "the Malaysian Foreign Minister": the state is part of the office, the office may be the person
                    if rule == "name" or office_start < start:
                        continue
            reach = end
            head = Head(start, end, ids, rule)
            length = end - start
            if (
                rule == "demonym"
                or (folded.startswith("'", end) and "s" in (folded[end - 1], folded[end + 1 : end + 2]))
                or (length < 6 and folded[start:end] in POSSESSIVES)
            ):
                asides.append(head)
                ink = _INK[ASIDE]
            else:
                heads.append(head)
                ink = _INK[HEAD]
                if ids[0] in states and folded.endswith(_OF, begin, start):
                    suspects.append(head)
            letters[start - begin : end - begin] = ink * length
        return heads, asides, suspects

    def _second_look(self, scene: Scene, heads: list[Head], suspects: list[Head]) -> None:
        """States that only say whose office a title before them is become asides: "Prime Minister X of Y"."""
        for suspect in suspects:
            left = scene.before(suspect.start, 40)
            lead = compiled(r"([<H><T>])[\s,]*\bof\s+(?:the\s+)?\Z").search(left)
            if lead:
                at = suspect.start - len(left) + lead.start(1)
                before = next((h for h in heads if h.start <= at < h.end), None)
                if lead[1] == TITLE or (before is not None and before.ids[0] in self.persons):
                    head = next(h for h in heads if h.start == suspect.start)
                    heads.remove(head)
                    scene.asides.append(head)
                    start, end = head.start - scene.start, head.end - scene.start
                    scene.masked = scene.masked[:start] + ASIDE * (end - start) + scene.masked[end:]


def _next(mentions: Iterator[Mention[Any]]) -> tuple[int, int]:
    """Start and end of the next mention; beyond every text, where there is none."""
    mention = next(mentions, None)
    return (maxsize, maxsize) if mention is None else (mention.span.start, mention.span.end)
