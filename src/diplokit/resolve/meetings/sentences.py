"""A sentence as the rules of meetings read it: who stands where, in which groups, under which preposition.

The names and dates of a sentence are overwritten by one private-use character a kind, so that small patterns
can speak of "a group, then a date"; no character moves, so every offset is an offset in the text.
"""

from collections.abc import Iterable
from typing import Any

from attrs import define

from diplokit import Mention, Span

from .patterns import ASIDE, CAPITAL, HEAD, PLACE, TITLE, compiled

TOKENS = r"\w\w*(?:['.-]\w+)*+|<H><H>*|<D><D>*|<P><P>*|<E><E>*|[<C><T><A>][<C><T><A>]*|[^\w\s]"
"""Words, runs of signs, and marks of punctuation; each begins with one character, by which the wrong ones are passed over."""

_SKIPPED = frozenset(
    "the a an his her its their our my your former then then- visiting new newly elected outgoing incoming acting senior other mr mrs ms dr "
    "sir both as counterpart counterparts late current fellow top key several some all two three four five six seven prime minister president "
    "premier chancellor king queen prince sultan emir secretary general state foreign deputy vice chief head mr. - ' \u2019 ( \" s".split()
)


@define(weakref_slot=False)
class Head:
    """A place in the text that means one or more actors."""

    start: int
    end: int
    ids: tuple[str, ...]
    rule: str


class Group:
    """Heads that a text joins: "the President and the Prime Minister".

    Attributes:
        heads: The actors, in order.
        start: Where the first head begins.
        end: Where the last head ends.
        at: Up to where the masked text says what governs the group.
        place: Whether it begins with a state, so that it may go on with a list of places.
        acts: Whether it acts in a clause that begins with it: "A met B and C received D".
    """

    acts: bool = False
    _lead: str | None = None

    def __init__(self, heads: list[Head], masked: str = "", at: int = 0, place: bool = True) -> None:
        self.heads = heads
        self.start = heads[0].start
        self.end = heads[-1].end
        self._masked = masked
        self.at = at
        self.place = place

    @property
    def before(self) -> str:
        """The masked text before the group."""
        at = self.at
        return self._masked[at - 100 if at > 100 else 0 : at]

    @property
    def lead(self) -> str:
        """The last word before the group that is no article, title or adjective; empty at a border."""
        lead = self._lead
        if lead is None:
            before = self.before
            if self.heads[0].rule == "pronoun" and before.rstrip()[-1:] == PLACE:
                lead = ""  # "In Kingston he will chair"
            else:
                lead = _lead(before, self.place)
            self._lead = lead
        return lead

    @property
    def ids(self) -> tuple[str, ...]:
        """The actors of all heads, each once, in order."""
        heads = self.heads
        return heads[0].ids if len(heads) == 1 else tuple(dict.fromkeys(id for head in heads for id in head.ids))


@define(eq=False)
class Scene:
    """One sentence, ready to be read.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        masked: Its folded text, with names and dates overwritten.
        text: The text of the document as it stands.
        groups: Its groups of actors.
        asides: Actors that only qualify another word.
        dates: Its date mentions.
        places: Its place mentions.
        events: Its event mentions.
    """

    start: int
    end: int
    masked: str
    text: str
    groups: list[Group]
    asides: list[Head]
    dates: list[Mention[Any]]
    places: list[Mention[Any]]
    events: list[Mention[Any]]

    def before(self, at: int, reach: int = 400) -> str:
        """The masked text before an offset, within the sentence."""
        at -= self.start
        return self.masked[at - reach if at > reach else 0 : at]

    def after(self, at: int, reach: int = 400) -> str:
        """The masked text from an offset on, within the sentence."""
        at -= self.start
        return self.masked[at : at + reach]

    def between(self, start: int, end: int) -> str:
        """The masked text of a range."""
        offset = self.start
        return self.masked[start - offset : end - offset]

    def group_at(self, at: int) -> Group | None:
        """The group of which a head begins at an offset."""
        for group in self.groups:
            if group.start <= at <= group.end:
                for head in group.heads:
                    if head.start == at:
                        return group
        return None

    def group_ending(self, at: int) -> Group | None:
        """The group that ends at an offset."""
        return next((group for group in self.groups if group.end == at), None)

    def aside_at(self, start: int, end: int) -> list[Head]:
        """The qualifying actors inside a range."""
        return [head for head in self.asides if start <= head.start and head.end <= end]


def mention_at(mentions: Iterable[Mention[Any]], at: int) -> Mention[Any] | None:
    """The mention that covers an offset."""
    for mention in mentions:
        span = mention.span
        if span.start <= at < span.end:
            return mention
    return None


def place_at(scene: "Scene", at: int) -> Span | None:
    """The place whose name covers an offset; a people is none."""
    mention = mention_at(scene.places, at)
    return mention.span if mention is not None and mention.value.form == "noun" else None


def _lead(before: str, place: bool) -> str:
    """The word that governs what follows."""
    rest, _, word = before.rstrip().rpartition(" ")
    while word.isalpha() and not (place and word == "and"):  # mostly plain words stand there
        if word not in _SKIPPED:
            return word
        rest, _, word = rest.rstrip().rpartition(" ")
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
