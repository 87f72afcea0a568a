"""The words of a sentence with the actors, offices and words of honour that stand in it, and its noun phrases."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, cached_property
from operator import add

from attrs import frozen

from diplokit import Reading, Span
from diplokit.tables import settings

# A word with its inner marks, or one mark.
_CUT = re.compile(r"[^\W_][\w'\-]*+(?:\.\w[\w'\-]*+)*+|[^\w\s]|_")
_ENDINGS = frozenset({"s", "m", "re", "ve", "ll", "d"})
_PRONOUNS = frozenset(["he", "she", "it", "that", "there", "here", "what", "who", "this", "where"])


@frozen
class Words:
    """The closed classes of `clauses.toml`."""

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


@cache
def words() -> Words:
    """The closed classes; read once."""
    table = settings("en/clauses.toml")
    return Words(**{name: frozenset(table[name].split()) for name in Words.__annotations__})


class SentenceWords:
    """The words of one sentence, with the actors that it means.

    Attributes:
        start: Where it begins in the document.
        end: Where it ends.
        starts: Where each word begins, counted from the start of the document.
        words: The folded words.
        actors: For each word, the number of the reference that it belongs to, or -1.
        references: The places that mean actors, each with their `id`s.
    """

    def __init__(
        self, reading: Reading, start: int, end: int, references: Sequence[tuple[Span, tuple[str, ...]]]
    ) -> None:
        folded = reading.document.folded
        self._reading = reading
        self.start, self.end = start, end
        # The folded text has no other space than " "; most of what stands between two is one plain word.
        said = folded[start:end]
        found: list[str] = []
        starts: list[int] = []
        add_word, add_start, at = found.append, starts.append, start
        for piece in said.split(" "):
            if piece.isalnum():
                add_word(piece)
                add_start(at)
            elif piece:
                body, mark = piece[:-1], piece[-1]
                if mark in ",.;:" and body.isalnum():
                    found += body, mark
                    starts += at, at + len(body)
                else:
                    for match in _CUT.finditer(piece):
                        add_word(match.group())
                        add_start(at + match.start())
            at += len(piece) + 1
        self.words: list[str] = found
        self.starts: list[int] = starts
        self.ends: list[int] = list(map(add, starts, map(len, found)))
        if "'" in said:
            self._part_endings()
        self.references = references
        self.actors = actors = [-1] * len(found)
        for number, (span, _) in enumerate(references):
            first, last = span.start, span.end
            at = (bisect_right(starts, first) or 1) - 1
            beyond = len(starts)
            while at < beyond and starts[at] < last:
                taken = actors[at]
                if taken >= 0:
                    other = references[taken][0]
                    if last - first <= other.end - other.start:
                        at += 1
                        continue
                actors[at] = number
                at += 1
        self.titles = [False] * len(found)
        self.titled: list[tuple[int, int]] = []

    def _part_endings(self) -> None:
        """Make the endings of "Peru's", "we'll", "States'" words of their own."""
        starts, ends, found = self.starts, self.ends, self.words
        for at in range(len(found) - 1, -1, -1):
            word = found[at]
            if "'" not in word:
                continue
            stem, mark, ending = word.rpartition("'")
            if stem and (ending in _ENDINGS or (not ending and stem.endswith("s"))):
                cut = starts[at] + len(stem)
                found[at : at + 1] = stem, "is" if ending == "s" and stem in _PRONOUNS else mark + (ending or "s")
                starts.insert(at + 1, cut)
                ends.insert(at, cut)

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word whether it stands inside quotation marks."""
        return _quoted(self.words)

    @property
    def folded(self) -> str:
        """The folded text of the sentence."""
        return self._reading.document.folded[self.start : self.end]

    def at(self, offset: int) -> int:
        """The number of the word at an offset."""
        return (bisect_right(self.starts, offset) or 1) - 1

    def mark_titles(self, spans: Sequence[tuple[int, int]]) -> None:
        """Tell which stretches are offices and words of honour: a state inside one is not an actor of its own."""
        starts, titles, actors = self.starts, self.titles, self.actors
        for start, end in spans:
            first, last = (bisect_right(starts, start) or 1) - 1, (bisect_right(starts, end - 1) or 1) - 1
            self.titled.append((first, last))
            for at in range(first, last + 1):
                titles[at] = True
        for first, last in self.titled:
            if max(actors[first : last + 1], default=-1) < 0 or not self._held(last):
                continue
            start, end = self.starts[first], self.ends[last]
            for at in range(first, last + 1):
                number = self.actors[at]
                if number >= 0:
                    span = self.references[number][0]
                    if start <= span.start and span.end <= end and len(span) < 0.75 * (end - start):
                        self.actors[at] = -1

    def is_place(self, at: int) -> bool:
        """Whether a word begins the name of a place: a capital that stands for its government, say."""
        if at >= len(self.words):
            return False
        return any(
            mention.kind == "place" for mention in self._reading.mentions.within(Span(self.starts[at], self.ends[at]))
        )

    def _held(self, last: int) -> bool:
        """Whether the holder of the office that ends at a word is named beside it."""
        step = last + 1
        while (
            step < len(self.words)
            and step - last < 5
            and (self.titles[step] or self.words[step] in words().modifiers or self.words[step] in (",", "."))
        ):
            step += 1
        return step < len(self.words) and self.actors[step] >= 0

    def noun_start(self, at: int) -> int:
        """The first word of the noun phrase that a reference ends: its titles, adjectives and determiner included."""
        known = words()
        number = self.actors[at]
        while at > 0 and self.actors[at - 1] == number and number >= 0:
            at -= 1
        while at > 0:
            before = self.words[at - 1]
            if (
                self.titles[at - 1]
                or before in known.modifiers
                or before in known.determiners
                or (before == "." and at > 1 and (self.titles[at - 2] or self.words[at - 2] in known.modifiers))
                or (before == "," and at > 1 and self.titles[at - 2])
            ):
                at -= 1
            elif self.titles[at] and self.actors[at - 1] >= 0 and self.actors[at - 1] != number and before != "'s":
                # "Peru President Dina Boluarte": the state before an office
                at -= 1
            elif before == "'s" and at > 1 and (self.actors[at - 2] >= 0 or self.titles[at]):
                at -= 2
                while at > 0 and self.actors[at - 1] == self.actors[at] >= 0:
                    at -= 1
            else:
                break
        return at

    def possessor(self, at: int) -> bool:
        """Whether the reference that ends at a word owns what follows it."""
        return at + 1 < len(self.words) and self.words[at + 1] == "'s"

    def skip_back(self, at: int) -> int:
        """Past what may stand between a subject and its verb: brackets, dates, parenthetical phrases."""
        known = words()
        while at >= 0:
            word = self.words[at]
            if word == ")":
                opened = self._opening(at)
                if opened is None:
                    return at
                at = opened - 1
            elif (
                word in known.times
                or (
                    word[:1].isdigit() and self.actors[at] < 0 and at > 0 and self.words[at - 1] in known.times | {"of"}
                )
                or (
                    word in ("on", "in", "earlier", "late", "early", "last", "this", "next", "since")
                    and at + 1 < len(self.words)
                    and (self.words[at + 1] in known.times or self.words[at + 1][:1].isdigit())
                )
                or word in known.adverbs
                or (word.endswith("ly") and len(word) > 4 and self.actors[at] < 0)
            ):
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
        known = words()
        while at > 0:
            word = self.words[at - 1]
            if (
                word in known.auxiliaries
                or word in known.modals
                or word in known.adverbs
                or (word.endswith("ly") and len(word) > 4 and self.actors[at - 1] < 0)
            ):
                at -= 1
            elif word == "way" and at > 2 and self.words[at - 3 : at - 1] == ["in", "no"]:
                at -= 3
            elif (
                word == "," and at > 1 and self.words[at - 2] in known.adverbs and at > 2 and self.words[at - 3] == ","
            ):
                at -= 3  # ", however,"
            else:
                break
        return at


def _quoted(sentence: Sequence[str]) -> list[bool]:
    """For each word whether it stands inside quotation marks."""
    if '"' not in sentence:
        return [False] * len(sentence)
    inside = False
    flags = []
    for word in sentence:
        if word == '"':
            inside = not inside
            flags.append(False)
        else:
            flags.append(inside)
    return flags
