"""The words of a sentence with the actors, offices and words of honour that stand in it, and its noun phrases."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

from attrs import frozen

from diplokit import Reading, Span
from diplokit.tables import settings

# A word with its inner marks, or one mark.
_CUT = re.compile(r"[^\W_][\w'\-]*+(?:\.\w[\w'\-]*+)*+|[^\w\s]|_")
_ENDINGS = frozenset({"s", "m", "re", "ve", "ll", "d"})
LIKE_OFFICES = frozenset({"counterpart", "colleague", "leader", "host", "guest", "peer", "homologue"})
"""What one leader is to another, or is called without an office."""
# Letters behind a name, for orders, degrees and seats.
_BEHIND_NAMES = frozenset("sc kc qc mp mps ac ao oam obe cbe mbe kbe gcmg phd ph.d md jp sj psc mna mla mep".split())
# Words that stand before a time or a number of it.
_BEFORE_TIME = frozenset(["on", "in", "earlier", "late", "early", "last", "this", "next", "since"])
_PRONOUNS = frozenset(["he", "she", "it", "that", "there", "here", "what", "who", "this", "where"])


@frozen
class Words:
    """The closed classes of `clauses.toml`, and some of them together.

    Attributes:
        grouped: Words that stand in the group of a verb, before the verb.
        before_nouns: Words that stand before a noun in its phrase.
        aside: Words that may stand between a subject and its verb.
    """

    auxiliaries: frozenset[str]
    modals: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    openers: frozenset[str]
    relatives: frozenset[str]
    speech: frozenset[str]
    offices: frozenset[str]
    officials: frozenset[str]
    determiners: frozenset[str]
    times: frozenset[str]
    apposition: frozenset[str]
    modifiers: frozenset[str]
    first_person: frozenset[str]
    grouped: frozenset[str]
    before_nouns: frozenset[str]
    aside: frozenset[str]


@cache
def words() -> Words:
    """The closed classes; read once."""
    table = {name: frozenset(listed.split()) for name, listed in settings("en/clauses.toml").items()}
    return Words(
        **table,
        grouped=table["auxiliaries"] | table["modals"] | table["adverbs"],
        before_nouns=table["modifiers"] | table["determiners"],
        aside=table["times"] | table["adverbs"],
    )


class SentenceWords:
    """The words of one sentence, with the actors that it means.

    Attributes:
        start: Where it begins in the document.
        end: Where it ends.
        starts: Where each word begins, counted from the start of the document.
        words: The folded words.
        actors: For each word, the number of the reference that it belongs to, or -1.
        references: The places that mean actors, each with their `id`s.
        known: The closed classes of words.
    """

    def __init__(
        self, reading: Reading, start: int, end: int, references: Sequence[tuple[Span, tuple[str, ...]]]
    ) -> None:
        self._reading = reading
        self.start, self.end, self.known = start, end, words()
        # The folded text has no other space than " "; most of what stands between two is one plain word.
        found: list[str] = []
        starts: list[int] = []
        at = start
        for piece in reading.document.folded[start:end].split(" "):
            if piece.isalnum():
                found.append(piece)
                starts.append(at)
            elif (body := piece[:-1]).isalnum() and piece[-1] in ",.;:":
                found += body, piece[-1]
                starts += at, at + len(body)
            else:
                parts, cuts = _parted(piece)
                found += parts
                starts += [at + cut for cut in cuts]
            at += len(piece) + 1
        self.words = found
        self.starts = starts
        self.references = references
        self.actors = actors = [-1] * len(found)
        reached = 0
        for number, (span, _) in enumerate(references):
            at = (bisect_right(starts, span.start) or 1) - 1
            beyond = bisect_left(starts, span.end, at)
            if at >= reached:
                actors[at:beyond] = [number] * (beyond - at)
                reached = beyond
                continue
            for step in range(at, beyond):  # it shares a word or more with another: the longer has them
                taken = actors[step]
                if taken < 0 or len(span) > len(references[taken][0]):
                    actors[step] = number
            reached = max(reached, beyond)
        self.titles = [False] * len(found)
        self._spoken: list[int] | None = None

    def quoted(self, at: int) -> bool:
        """Whether a word stands inside quotation marks."""
        return self.words[at] != '"' and self.words[:at].count('"') % 2 == 1

    def quotation(self, closing: int, outside: int) -> int:
        """The mark that opens the quotation which another closes before a word, if somebody is named before it; else 0."""
        if self.quoted(outside):
            return 0
        first = next((at for at in range(closing - 1, max(closing - 80, 0), -1) if self.words[at] == '"'), 0)
        return first if any(number >= 0 for number in self.actors[:first]) else 0

    @property
    def folded(self) -> str:
        """The folded text of the sentence."""
        return self._reading.document.folded[self.start : self.end]

    def stop(self, at: int) -> int:
        """Where a word ends."""
        start, word = self.starts[at], self.words[at]
        if word == "'s" and self._reading.document.folded[start + 1 : start + 2] != "s":
            return start + 1  # the apostrophe of "States'"
        return start + len(word)

    def at(self, offset: int) -> int:
        """The number of the word at an offset."""
        return (bisect_right(self.starts, offset) or 1) - 1

    def mark_titles(self, spans: Sequence[tuple[int, int]]) -> None:
        """Tell which stretches are offices and words of honour: a state inside one is not an actor of its own."""
        starts, titles, actors = self.starts, self.titles, self.actors
        titled: list[tuple[int, int]] = []
        for start, end in spans:
            first = (bisect_right(starts, start) or 1) - 1
            beyond = bisect_left(starts, end, first + 1)
            titles[first:beyond] = [True] * (beyond - first)
            if max(actors[first:beyond]) >= 0:
                titled.append((first, beyond - 1))
        for first, last in titled:
            if not self._held(last):
                continue
            start, end = starts[first], self.stop(last)
            for at in range(first, last + 1):
                number = actors[at]
                if number >= 0:
                    span = self.references[number][0]
                    if start <= span.start and span.end <= end and len(span) < 0.75 * (end - start):
                        actors[at] = -1

    def is_place(self, at: int) -> bool:
        """Whether a word begins the name of a place: a capital that stands for its government, say."""
        if at >= len(self.words):
            return False
        return bool(self._reading.mentions.of("place").within(Span(self.starts[at], self.stop(at))))

    def _held(self, last: int) -> bool:
        """Whether the holder of the office that ends at a word is named beside it."""
        step = last + 1
        while (
            step < len(self.words)
            and step - last < 5
            and (self.titles[step] or self.words[step] in self.known.modifiers or self.words[step] in (",", "."))
        ):
            step += 1
        return step < len(self.words) and self.actors[step] >= 0

    def noun_start(self, at: int) -> int:
        """The first word of the noun phrase that a reference ends: its titles, adjectives and determiner included."""
        heard, actors, titles, described = self.words, self.actors, self.titles, self.known.before_nouns
        number = actors[at]
        if number >= 0:
            while at > 0 and actors[at - 1] == number:
                at -= 1
        while at > 0:
            before = heard[at - 1]
            if (
                before in described
                or titles[at - 1]
                or (
                    before in (",", ".")
                    and at > 1
                    and (titles[at - 2] or (before == "." and heard[at - 2] in self.known.modifiers))
                )
            ):
                at -= 1
            elif before == "'s":
                if at < 2 or not (actors[at - 2] >= 0 or titles[at]):
                    break
                at -= 2
                while at > 0 and actors[at - 1] == actors[at] >= 0:
                    at -= 1
            elif actors[at - 1] >= 0 and actors[at - 1] != number and (titles[at] or heard[at] in LIKE_OFFICES):
                # "Peru President Dina Boluarte", "his Indian counterpart X": the state before an office
                at -= 1
            else:
                break
        return at

    def possessor(self, at: int) -> bool:
        """Whether the reference that ends at a word owns what follows it."""
        return at + 1 < len(self.words) and self.words[at + 1] == "'s"

    def skip_back(self, at: int) -> int:
        """Past what may stand between a subject and its verb: brackets, dates, parenthetical phrases."""
        heard, known, actors = self.words, self.known, self.actors
        aside, times = known.aside, known.times
        while at >= 0:
            word = heard[at]
            if (word in aside and (actors[at] < 0 or word in times)) or (
                word in _BEHIND_NAMES and at > 0 and actors[at - 1] >= 0
            ):
                at -= 1
            elif word == ")":
                opened = self._opening(at)
                if opened is None:
                    return at
                at = opened - 1
            elif actors[at] < 0 and (
                (word[-2:] == "ly" and len(word) > 4)
                or (word[0].isdigit() and at > 0 and (heard[at - 1] in times or heard[at - 1] == "of"))
            ):
                at -= 1
            elif word in _BEFORE_TIME:
                following = heard[at + 1] if at + 1 < len(heard) else ""
                if not (following in times or following[:1].isdigit()):
                    return at
                at -= 1
            else:
                return at
        return at

    def _opening(self, at: int) -> int | None:
        for back in range(at - 1, max(at - 30, -1), -1):
            if self.words[back] == "(":
                return back
        return None

    def verb_start(self, at: int) -> int:
        """The first word of the verb group that ends at a word: "has also", "will not be", "did"."""
        heard, grouped = self.words, self.known.grouped
        while at > 0:
            word = heard[at - 1]
            if self.actors[at - 1] < 0 and (word in grouped or (word[-2:] == "ly" and len(word) > 4)):
                at -= 1
            elif word == "way" and heard[max(at - 3, 0) : at - 1] == ["in", "no"]:
                at -= 3
            elif word == "," and at > 2 and heard[at - 3] == "," and heard[at - 2] in self.known.adverbs:
                at -= 3  # ", however,"
            else:
                break
        return at


@lru_cache(maxsize=1024)
def _parted(piece: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words and marks of what stands between two spaces, and where they begin in it.

    The endings of "Peru's", "we'll" and "States'" are words of their own.
    """
    parts: list[str] = []
    cuts: list[int] = []
    for match in _CUT.finditer(piece):
        word = match.group()
        parts.append(word)
        cuts.append(match.start())
        stem, apostrophe, ending = word.rpartition("'")
        if stem and (ending in _ENDINGS or (not ending and stem[-1] == "s")):
            parts[-1:] = stem, "is" if ending == "s" and stem in _PRONOUNS else apostrophe + (ending or "s")
            cuts.append(match.start() + len(stem))
    return tuple(parts), tuple(cuts)
