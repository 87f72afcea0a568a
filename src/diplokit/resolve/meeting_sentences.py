"""A sentence as the rules of meetings read it: who stands where, in which groups, under which preposition.

The names and dates of a sentence are overwritten by one private-use character a kind, so that small patterns
can speak of "a group, then a date"; no character moves, so every offset is an offset in the text.
"""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from attrs import define

from diplokit import Actor, Document, Mention, Reading, Span
from diplokit.vocabulary import ActorKind

from .meeting_patterns import ASIDE, CAPITAL, DATE, EVENT, HEAD, PLACE, PRIVATE, TITLE, compiled

STATES = frozenset({ActorKind.STATE, ActorKind.TERRITORY})
_PRONOUNS = frozenset(
    "i me my mine you your yours he him his she her hers it its they them their theirs we us our ours".split()
)
_POSSESSIVES = frozenset(("his", "its", "their", "my", "our", "your", "her"))
_PLAIN = frozenset((" ", ", ", " and ", ", and ", " and the "))
_CONJUNCTION = r"\b(?:and|as well as|along with|together with)\b|&|;"
_LINK = (
    r"and with|as well as|along with|together with|and|or|both|the|his|her|its|their|"
    r"(?:of|for)(?=\s+(?:the\s+)?[<C><T><A>])|then|former|acting|visiting|also|"
    r"mr|mrs|ms|dr|sir|dato|counterparts?|prime|foreign|ministers?|president|premier|chancellor|secretary|deputy|vice|king|queen|"
    r"other|including|leaders?|officials?|commissioner|diplomat|veteran|chief|executive|general|crown|prince|first|lady|senior|minister|special|envoy"
)


class Head(NamedTuple):
    """A place in the text that means one or more actors."""

    start: int
    end: int
    ids: tuple[str, ...]
    rule: str


@define(eq=False, slots=False)
class Group:
    """Heads that a text joins: "the President and the Prime Minister".

    Attributes:
        before: The masked text before the group.
        place: Whether it begins with a state, so that it may go on with a list of places.
    """

    heads: list[Head]
    before: str = ""
    place: bool = True

    @cached_property
    def lead(self) -> str:
        """The last word before the group that is no article, title or adjective; empty at a border."""
        if self.heads[0].rule == "pronoun" and self.before.rstrip()[-1:] == PLACE:
            return ""  # "In Kingston he will chair"
        return _lead(self.before, self.place)

    @property
    def start(self) -> int:
        """Where the first head begins."""
        return self.heads[0].start

    @property
    def end(self) -> int:
        """Where the last head ends."""
        return self.heads[-1].end

    @property
    def ids(self) -> tuple[str, ...]:
        """The actors of all heads, each once, in order."""
        return tuple(dict.fromkeys(id for head in self.heads for id in head.ids))


_LINKS = rf"(?:[\s,;.()&]|'s?|-|(?:{_LINK})(?![\w])|[<C><T><A><P>]++)*+"
TOKENS = r"[<H>]++|[<D>]++|[<P>]++|[<E>]++|[<C><T><A>]++|\w+(?:['.-]\w+)*+|[^\w\s]"
"""Words, runs of signs, and marks of punctuation."""


_SKIPPED = frozenset(
    "the a an his her its their our my your former then then- visiting new newly elected outgoing incoming acting senior other mr mrs ms dr "
    "sir both as counterpart counterparts late current fellow top key several some all two three four five six seven prime minister president "
    "premier chancellor king queen prince sultan emir secretary general state foreign deputy vice chief head mr. - ' \u2019 ( \" s".split()
)


@define(eq=False)
class Scene:
    """One sentence, ready to be read.

    Attributes:
        span: The sentence.
        offset: Where it begins.
        masked: Its folded text, with names and dates overwritten.
        written: Its text as it stands.
        groups: Its groups of actors.
        asides: Actors that only qualify another word.
        dates: Its date mentions.
        places: Its place mentions.
        events: Its event mentions.
    """

    span: Span
    masked: str
    written: str
    groups: list[Group]
    asides: list[Head]
    dates: list[Mention[Any]]
    places: list[Mention[Any]]
    events: list[Mention[Any]]
    titles: list[Mention[Any]]
    offset: int
    inside: dict[int, list[Head]]
    """The actors that the name of an event contains, by the start of the event."""

    def before(self, at: int, reach: int = 400) -> str:
        """The masked text before an offset, within the sentence."""
        at -= self.offset
        return self.masked[at - reach if at > reach else 0 : at]

    def after(self, at: int, reach: int = 400) -> str:
        """The masked text from an offset on, within the sentence."""
        at -= self.offset
        return self.masked[at : at + reach]

    def between(self, start: int, end: int) -> str:
        """The masked text of a range."""
        offset = self.offset
        return self.masked[start - offset : end - offset]

    def group_at(self, at: int) -> Group | None:
        """The group of which a head begins at an offset."""
        for group in self.groups:
            for head in group.heads:
                if head.start == at:
                    return group
        return None

    def aside_at(self, start: int, end: int) -> list[Head]:
        """The qualifying actors inside a range."""
        return [head for head in self.asides if start <= head.start and head.end <= end]


class Stage:
    """A document, laid out so that each sentence that matters becomes a `Scene` at little cost."""

    def __init__(self, reading: Reading) -> None:
        self.document: Document = reading.document
        self.actors: dict[str, Actor] = {actor.id: actor for actor in reading.actors}
        found: dict[tuple[int, int], Head] = {}
        for actor in reading.actors:
            alone = (actor.id,)
            for reference in actor.references:
                span = reference.span
                start, end = span.start, span.end
                key = (start, -end)  # the longest of those that begin at one place first
                head = found.get(key)
                if head is None:
                    found[key] = Head(start, end, alone, reference.rule)
                else:
                    found[key] = Head(start, end, head.ids + alone, head.rule)
        self.heads = [found[key] for key in sorted(found)]
        self._private = PRIVATE.search(self.document.folded) is not None
        self._head_starts = [head.start for head in self.heads]
        self._kinds = {kind: reading.mentions.of(kind) for kind in ("date", "place", "event", "title", "honorific")}
        self._starts = {kind: [m.span.start for m in found] for kind, found in self._kinds.items()}
        self._capital_starts = [start for start, _ in self.document.capitals]
        self._scenes: dict[int, Scene] = {}

    def mentions(self, kind: str, span: Span) -> list[Mention[Any]]:
        """The mentions of a kind that begin in a span."""
        starts = self._starts[kind]
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end, first)
        return list(self._kinds[kind][first:last]) if first < last else []

    def person(self, id: str) -> bool:
        """Whether an actor is a person."""
        return self.actors[id].kind is ActorKind.PERSON

    def state(self, id: str) -> bool:
        """Whether an actor is a state or territory."""
        return self.actors[id].kind in STATES

    def side(self, id: str) -> str | None:
        """The state or organisation for which a person acts, the actor itself if it is none."""
        actor = self.actors[id]
        if actor.kind is not ActorKind.PERSON:
            return id
        return next((office.of for office in actor.offices if office.of), None)

    def heads_at(self, start: int) -> list[Head]:
        """The references that begin at an offset."""
        at = bisect_left(self._head_starts, start)
        found: list[Head] = []
        while at < len(self.heads) and self.heads[at].start == start:
            found.append(self.heads[at])
            at += 1
        return found

    def inside(self, start: int) -> bool:
        """Whether an offset lies inside the name of an actor."""
        at = bisect_left(self._head_starts, start)
        return any(head.start < start < head.end for head in self.heads[max(0, at - 3) : at])

    def members(self, head: Head) -> list[str]:
        """The actors that a head means; "ASEAN-Japan" means two where the text knows both."""
        text = self.document.text[head.start : head.end]
        if "-" in text and len(head.ids) == 1:
            parts = [self._by_name.get(part.casefold()) for part in text.split("-")]
            if all(parts):
                return [part for part in parts if part]
        return list(head.ids)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for id, actor in self.actors.items():
            for name in (actor.name, actor.acronym, actor.code, *actor.aliases):
                if name:
                    names.setdefault(name.casefold(), id)
        return names

    def state_of(self, code: str | None) -> str | None:
        """The `id` of the state with a code, if the text names it."""
        if code is None:
            return None
        return next((id for id, actor in self.actors.items() if actor.code == code and actor.kind in STATES), None)

    def same_paragraph(self, first: int, last: int) -> bool:
        """Whether no line ends between two sentences."""
        sentences = self.document.sentences
        text = self.document.text
        return all("\n" not in text[sentences[n].end : sentences[n + 1].start] for n in range(first, last))

    def scene(self, index: int) -> Scene:
        """The sentence of a number."""
        known = self._scenes.get(index)
        if known is None:
            known = self._scenes[index] = self._lay_out(self.document.sentences[index])
        return known

    def _lay_out(self, span: Span) -> Scene:
        document, offset = self.document, span.start
        text = document.folded[span.start : span.end]
        if self._private:
            text = PRIVATE.sub(" ", text)
        first, last = bisect_left(self._capital_starts, span.start), bisect_left(self._capital_starts, span.end)
        # The first word of a sentence is written with a capital whatever it is.
        marks: list[tuple[int, int, str]] = [
            (start, end, CAPITAL)
            for start, end in document.capitals[first:last]
            if start > offset + 3 and text[start - offset : end - offset] not in _PRONOUNS
        ]
        titles = self.mentions("title", span)
        events, dates, places = (self.mentions(kind, span) for kind in ("event", "date", "place"))
        marks += [(m.start, m.end, TITLE) for m in (*titles, *self.mentions("honorific", span))]
        marks += [(m.start, m.end, PLACE) for m in places]
        marks += [(m.start, m.end, DATE) for m in dates]
        heads, asides = self._heads(span, text, titles, events)
        inside = {event.start: self._heads_in(event.span) for event in events}
        marks += [(head.start, head.end, ASIDE) for head in asides]
        marks += [(head.start, head.end, HEAD) for head in heads]
        marks += [(m.start, m.end, EVENT) for m in events]
        masked = _overwrite(text, offset, span.end, marks)
        scene = Scene(span, masked, document[span], [], asides, dates, places, events, titles, offset, inside)
        self._second_look(scene, heads)
        scene.groups = self._groups(scene, heads)
        return scene

    def _heads_in(self, span: Span) -> list[Head]:
        found = self.heads[bisect_left(self._head_starts, span.start) : bisect_left(self._head_starts, span.end)]
        return [head for head in found if head.end <= span.end]

    def _heads(
        self, span: Span, text: str, titles: Iterable[Mention[Any]], events: Iterable[Mention[Any]]
    ) -> tuple[list[Head], list[Head]]:
        """The actors that stand for themselves, and those that qualify another word."""
        heads: list[Head] = []
        asides: list[Head] = []
        reach = span.start
        named = [(event.start, event.end) for event in events]
        offices = [(title.start, title.end) for title in titles]
        for head in self._heads_in(span):
            start, end, _, rule = head
            if start < reach or (named and any(first <= start and end <= last for first, last in named)):
                continue
            if any(first <= start and end <= last and end - start < last - first for first, last in offices):
                # "the Malaysian Foreign Minister": the state is part of the office, the office may be the person
                if rule == "name" or not any(first == start for first, _ in offices):
                    continue
            reach = end
            following = text[end - span.start : end - span.start + 2]
            possessive = following == "'s" or (following[:1] == "'" and text[end - span.start - 1] == "s")
            if rule == "demonym" or possessive or text[start - span.start : end - span.start] in _POSSESSIVES:
                asides.append(head)
            else:
                heads.append(head)
        return heads, asides

    def _second_look(self, scene: Scene, heads: list[Head]) -> None:
        """States that only say whose office a title before them is become asides: "Prime Minister X of Y"."""
        for head in list(heads):
            if not self.state(head.ids[0]):
                continue
            left = scene.before(head.start, 40)
            if not left.endswith((" of ", " of the ")):
                continue
            lead = compiled(r"([<H><T>])[\s,]*\bof\s+(?:the\s+)?\Z").search(left)
            if lead:
                at = scene.span.start + max(0, head.start - scene.span.start - 40) + lead.start(1)
                before = next((h for h in heads if h.start <= at < h.end), None)
                if lead[1] == TITLE or (before is not None and self.person(before.ids[0])):
                    heads.remove(head)
                    scene.asides.append(head)
                    start, end = head.start - scene.span.start, head.end - scene.span.start
                    scene.masked = scene.masked[:start] + ASIDE * (end - start) + scene.masked[end:]

    def _groups(self, scene: Scene, heads: list[Head]) -> list[Group]:
        groups: list[Group] = []
        run: list[Head] = []
        joints: list[str] = []
        for head in heads:
            if run:
                gap = scene.between(run[-1].end, head.start)
                if (
                    len(gap) < 160
                    and (gap in _PLAIN or compiled(_LINKS).fullmatch(gap))
                    and not self._parts(run[-1], head, gap)
                ):
                    if (
                        "," not in gap
                        and not _joins(gap)
                        and self.person(head.ids[0])
                        and not self.person(run[-1].ids[0])
                    ):
                        scene.asides.append(run.pop())  # "the Communist Party chief X"
                        gap = joints.pop() if joints else gap
                    if run:
                        joints.append(gap)
                else:
                    groups += self._close(run, joints)
                    run, joints = [], []
            run.append(head)
        if run:
            groups += self._close(run, joints)
        for group in groups:
            if len(group.heads) > 1 and any(self.person(head.ids[0]) for head in group.heads):
                # "the Minister and the Malaysian delegation": whoever acts for the state is named
                group.heads = [
                    head
                    for head in group.heads
                    if self.person(head.ids[0])
                    or not compiled(r"(?:'s)?\s+(?:delegation|team|side)\b").match(scene.after(head.end, 16))
                ]
            group.before = scene.before(group.start, 100)
            group.place = self.state(group.heads[0].ids[0])
        for one, other in pairwise(groups):
            if one.place and other.place and scene.between(one.end, other.start).strip() == ",":
                other.before = one.before  # "visited Nigeria, Ivory Coast and …": what governs the first
        return groups

    def _parts(self, left: Head, right: Head, gap: str) -> bool:
        """Whether two heads with only a comma between them belong to different parts of the sentence."""
        if _joins(gap):
            return False
        if set(left.ids) & set(right.ids):
            return False
        if "," not in gap:
            return self.person(left.ids[0]) and self.person(right.ids[0]) and not gap.strip()
        return self.person(left.ids[0]) != self.person(right.ids[0])

    def _close(self, run: list[Head], joints: list[str]) -> list[Group]:
        if len(run) == 1:
            return [Group(run)]
        if any(_joins(gap) for gap in joints):
            return [Group(run)]
        groups = [Group([run[0]])]
        for head in run[1:]:
            if set(head.ids) & set(groups[-1].heads[-1].ids):
                groups[-1].heads.append(head)
            else:
                groups.append(Group([head]))
        return groups


@lru_cache(4096)
def _joins(gap: str) -> bool:
    """Whether a conjunction stands between two heads."""
    return compiled(_CONJUNCTION).search(gap) is not None


_FILLS = {char: char.encode("utf-32-le") for char in (HEAD, DATE, PLACE, EVENT, CAPITAL, TITLE, ASIDE)}


def _overwrite(text: str, offset: int, end: int, marks: list[tuple[int, int, str]]) -> str:
    # Four bytes a character: the length never changes, and a range is overwritten in one step.
    characters = bytearray(text, "utf-32-le", "surrogatepass")
    for start, stop, char in marks:
        stop = min(stop, end)
        characters[4 * (start - offset) : 4 * (stop - offset)] = _FILLS[char] * (stop - start)
    return characters.decode("utf-32-le", "surrogatepass")


def _lead(before: str, place: bool) -> str:
    """The word that governs what follows."""
    cut = before.find(" ", len(before) - 40) if len(before) > 40 else -1
    if cut > 0:
        lead = _lead(before[cut:], place)
        if lead:
            return lead
    tokens = compiled(TOKENS).findall(before)
    listed = False  # inside a list of places: "to Rome, Italy; Athens, Greece; and Sofia"
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if token[0] == PLACE or (place and token in (",", ";", "and") and at and tokens[at - 1][0] == PLACE):
            listed = True
        elif token[0] not in (CAPITAL, TITLE, ASIDE) and token not in _SKIPPED:
            return token if token[0].isalnum() else "in" if listed and token[0] == HEAD else ""
    return ""
