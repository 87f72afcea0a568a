"""Clauses: where the content of a verb ends, and who says it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from diplokit import Mention, Reading, Span

from .sentence_words import words
from .series import Subject
from .subjects import Subjects

__all__ = ["Sentence", "Sentences", "Subject", "words"]


# Marks at which a clause may end, and words that no clause ends in.
_TURNS = frozenset(["(", ")", ";", '"', ","])
_LOOSE_ENDS = frozenset(
    [",", "and", ".", "!", "?", '"', "but", "-", ":", "also", "where", "which", "who", "while", "when", "that"]
)


class Sentence(Subjects):
    """A sentence with its actors, subjects and clauses."""

    def content(self, after: int, verbs: Sequence[int] = ()) -> tuple[int, int] | None:
        """The clause that follows a word, as offsets: up to the next clause or the end of the sentence.

        Args:
            after: The number of the first word of the clause.
            verbs: Numbers of words at which other clauses begin.
        """
        last = end = len(self.words)
        for verb in verbs:
            if after < verb < end:
                end = verb
        depth = 0
        for step, word in enumerate(self.words[after:end], after):
            if word not in _TURNS:
                continue
            if word == "(":
                depth += 1
            elif word == ")":
                depth -= 1
                if depth < 0:
                    end = step
                    break
            elif word == ";" or (word == '"' and self.quoted[after]):
                end = step
                break
            elif word == "," and depth == 0 and step + 1 < last:
                following = self.words[step + 1]
                if (
                    following in ("while", "whereas", "although", "but", "though", "according")
                    or (
                        following in ("he", "she", "it", "they")
                        and step + 2 < last
                        and self.words[step + 2] in words().speech
                    )
                    or self._attribution(step + 1)
                ):
                    end = step
                    break
        while end > after and self.words[end - 1] in _LOOSE_ENDS:
            if self.words[end - 1] == '"' and self.words[after:end].count('"') % 2 == 0:
                break  # it closes a quotation that the content opens
            end -= 1
        return (self.starts[after], self.ends[end - 1]) if end > after else None

    def _attribution(self, first: int) -> bool:
        """Whether ", the minister said" begins at a word."""
        known = words()
        for step in range(first, min(first + 9, len(self.words))):
            word = self.words[step]
            if word in known.speech:
                return step > first
            if (
                self.actors[step] < 0
                and not self.titles[step]
                and word not in known.determiners
                and word not in known.modifiers
                and word not in (".", "and")
            ):
                if word not in (
                    "country",
                    "leader",
                    "premier",
                    "minister",
                    "president",
                    "government",
                    "foreign",
                    "prime",
                    "embassy",
                    "office",
                    "agency",
                    "statement",
                    "ministry",
                    "communique",
                    "readout",
                    "spokesman",
                    "spokesperson",
                    "spokeswoman",
                    "release",
                    "official",
                    "source",
                    "sources",
                ):
                    return False
        return False


class Sentences:
    """Makes the `Sentence`s of a reading, with its references and titles laid over them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._who = reading.who()
        self._starts = [span.start for span, _ in self._who]
        self._end = len(reading.document.text) + 1
        self._made: dict[int, Sentence] = {}

    @cached_property
    def _titles(self) -> list[tuple[int, int]]:
        return [(m.span.start, m.span.end) for m in self._reading.mentions.of("title", "honorific")]

    @cached_property
    def _values(self) -> Sequence[Mention[Any]]:
        return self._reading.mentions.of("date", "money")

    @cached_property
    def _value_starts(self) -> list[int]:
        return [mention.span.start for mention in self._values]

    def values_in(self, start: int, end: int) -> Iterator[Mention[Any]]:
        """The dates and amounts of money between two offsets."""
        first, last = bisect_left(self._value_starts, start), bisect_left(self._value_starts, end)
        for mention in self._values[first:last] if first < last else ():
            if mention.span.end > end:
                break
            yield mention

    def first_actor(self, span: Span) -> int:
        """Where the first actor of a sentence stands; the end of the text where nobody is meant."""
        first = bisect_left(self._starts, span.start)
        return self._starts[first] if first < len(self._starts) and self._starts[first] < span.end else self._end

    def __getitem__(self, number: int) -> Sentence:
        made = self._made.get(number)
        if made is None:
            span = self._reading.document.sentences[number]
            start, end = span.start, span.end
            first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
            references = self._who[first:last]
            if references and references[-1][0].end > end:
                references = [place for place in references if place[0].end <= end]
            made = self._made[number] = Sentence(self._reading, start, end, references)
            low, high = bisect_left(self._titles, (start, 0)), bisect_left(self._titles, (end, 0))
            if low < high:
                titles = self._titles[low:high]
                made.mark_titles([(first, min(last, end)) for first, last in titles])
        return made
