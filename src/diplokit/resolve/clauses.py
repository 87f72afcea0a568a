"""Clauses: the sentences of a reading, and where the content of a verb ends."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Any
from weakref import proxy

from diplokit import Mention, Mentions, Reading
from diplokit.vocabulary import ActorKind

from .collectives import Collectives, begin_of
from .sentence_words import words
from .series import Subject

__all__ = ["Sentence", "Sentences", "Subject", "words"]

_GROUP = ActorKind.GROUP
# Marks at which a clause may end, and words that no clause ends in.
_TURN = re.compile(r'[();",]')
_TURNS = frozenset(["(", ")", ";", '"', ","])
_LOOSE_ENDS = frozenset(
    [",", "and", ".", "!", "?", '"', "but", "-", ":", "also", "where", "which", "who", "while", "when", "that"]
)
# Words that open another clause behind a comma.
_OPENING = frozenset(
    [
        "while",
        "whereas",
        "although",
        "but",
        "though",
        "according",
        "quoting",
        "citing",
        "saying",
        "adding",
        "noting",
        "stressing",
        "affirming",
        "warning",
        "underlining",
        "emphasising",
        "emphasizing",
        "telling",
    ]
)
_RELATIVES = frozenset(["that", "which", "who", "whose", "where", "when", "so", "there", "it"])
# Verbs that behind "and" begin another clause.
_FINITE = frozenset(["has", "had", "is", "are", "was", "were"])
# Past forms that go on from "A agreed to … and", and are seldom participles there.
_ALSO_DID = frozenset(
    "exchanged discussed welcomed noted expressed condemned thanked praised commended held met spoke said told reviewed "
    "witnessed congratulated applauded hailed lauded visited attended denounced deplored recalled voiced underlined "
    "stressed emphasised emphasized reflected touched briefed wished extended".split()
)
# Past forms in which a main clause may go on behind a relative clause, besides those in -ed.
_WENT_ON = frozenset(
    "said told met held made left went took gave spoke came began led saw sent kept set won thought felt wrote flew "
    "says tells meets holds leaves goes has had is was are were will would".split()
)


class Sentence(Collectives):
    """A sentence with its actors, subjects and clauses."""

    def content(
        self, after: int, verbs: Sequence[int] = (), *, relative: bool = False, past: bool = False
    ) -> tuple[int, int] | None:
        """The clause that follows a word, as offsets: up to the next clause or the end of the sentence.

        Args:
            after: The number of the first word of the clause.
            verbs: Numbers of words at which other clauses begin.
            relative: Whether it belongs to a relative clause (", who will …, told …"), which a comma closes.
            past: Whether its verb is in the past, so that another one behind "and" goes on from it, not from the content.
        """
        heard = self.words
        end = len(heard)
        for verb in verbs:
            if after < verb < end:
                end = verb
        if not _ALSO_DID.isdisjoint(heard[after + 1 : end]):
            end = self._did_also(after, end, past)
        if not _FINITE.isdisjoint(heard[after + 1 : end]):
            end = next(
                (
                    at - 1
                    for at in range(after + 2, end)
                    if heard[at] in _FINITE and heard[at - 1] == "and" and _RELATIVES.isdisjoint(heard[after : at - 1])
                ),
                end,
            )  # "build a road and has offered a loan"
        if not _TURNS.isdisjoint(heard[after:end]):
            end = self._turn(after, end, relative)
        while end > after and heard[end - 1] in _LOOSE_ENDS:
            if heard[end - 1] == '"' and heard[after:end].count('"') % 2 == 0:
                break  # it closes a quotation that the content opens
            end -= 1
        return (self.starts[after], self.stop(end - 1)) if end > after else None

    def _did_also(self, after: int, end: int, past: bool) -> int:
        """Where another clause begins: "and exchanged views", "and President X thanked"; `end` if none does."""
        heard, known = self.words, words()
        for step in range(after + 1, end - 1):
            if heard[step] not in _ALSO_DID or (heard[step + 1] in known.prepositions and heard[step + 1] != "with"):
                continue
            back = self.verb_start(step) - 1
            if past and heard[back] in ("and", ","):
                return back
            if back > after and self.actors[back] >= 0:
                first = self.noun_start(back)
                if first - 2 > after and heard[first - 1] == "and" and self.actors[first - 2] < 0:
                    return first - 1
        return end

    def _turn(self, after: int, end: int, relative: bool) -> int:
        """The mark at which the clause ends that begins at a word, or `end`."""
        heard, spoken = self.words, self.spoken()
        depth = 0
        for match in _TURN.finditer(self._reading.document.folded, self.starts[after], self.stop(end - 1)):
            mark = match[0]
            if mark == ",":
                if depth:
                    continue
                step = self.at(match.start())
                following = heard[step + 1] if step + 1 < len(heard) else ""
                if (
                    following in _OPENING
                    or (spoken and step < spoken[-1] and self._attribution(step + 1))
                    or (relative and self.goes_on(step + 1))
                ):
                    return step
            elif mark == "(":
                depth += 1
            elif mark == ")":
                depth -= 1
                if depth < 0:
                    return self.at(match.start())
            elif (
                mark == ";" or self._closes(match.start()) or (self.quoted(after) and not self._quoted_from_verb(after))
            ):
                return self.at(match.start())
        return end

    def _closes(self, offset: int) -> bool:
        """Whether a mark closes a quotation that an earlier sentence opened: '… of sanctions," he said'."""
        folded = self._reading.document.folded
        return folded[offset] == '"' and folded[offset - 1] in ",.!?" and '"' not in folded[self.start : offset]

    def _quoted_from_verb(self, after: int) -> bool:
        """Whether the quotation begins behind the subject, with a verb whose object may stand outside: "A 'will not accept' it"."""
        opening = next((step for step in range(after - 1, max(after - 6, 0), -1) if self.words[step] == '"'), 0)
        return opening > 0 and self.actors[opening - 1] >= 0

    def goes_on(self, first: int) -> bool:
        """Whether a clause goes on with its verb at a word, behind a relative clause."""
        step = first
        known = words()
        while step + 1 < len(self.words) and (self.words[step] in known.adverbs or self.words[step] in known.times):
            step += 1
        if step >= len(self.words) or self.actors[step] >= 0:
            return False
        return self.words[step] in _WENT_ON or (self.words[step].endswith("ed") and len(self.words[step]) > 4)


class Values:
    """The mentions of one kind, to be asked for by place; they do not overlap."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._starts = list(map(attrgetter("span.start"), mentions))

    def within(self, start: int, end: int) -> Sequence[Mention[Any]]:
        """Those between two offsets."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        if first < last and self._mentions[last - 1].span.end > end:
            last -= 1
        return self._mentions[first:last] if first < last else ()


class Sentences:
    """Makes the `Sentence`s of a reading, with its references and titles laid over them.

    Attributes:
        kinds: What kind of actor each is, by `id`.
        dates: The dates of the reading.
        amounts: Its amounts of money.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        who = reading.who()
        self._places: list[int] = list(map(attrgetter("start"), map(itemgetter(0), who)))
        self._places.append(len(reading.document.text) + 1)
        # Those of whom the text does not tell who they are act only where nobody else does.
        nobody = {(actor.id,) for actor in reading.actors if actor.kind is _GROUP}
        self._groups = [place for place in who if place[1] in nobody] if nobody else []
        self._who = [place for place in who if place[1] not in nobody] if nobody else who
        self._starts = self._places if not nobody else [place.start for place, _ in self._who] + self._places[-1:]
        self._made: dict[int, Sentence] = {}
        # For the sentences that this holds: without a cycle, all of it is freed once nobody needs it any more.
        self._myself = proxy(self)
        of = reading.mentions.of
        self._titles = sorted([(m.span.start, m.span.end) for m in (*of("title"), *of("honorific"))])
        self.kinds = {actor.id: actor.kind for actor in reading.actors}
        self.dates = Values(of("date"))
        self.amounts = Values(of("money"))

    def actor_from(self, start: int) -> int:
        """Where the first actor stands from an offset on; behind the end of the text where nobody is meant."""
        return self._places[bisect_left(self._places, start)]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence at an offset of the text."""
        return self[self._reading.document.sentence_index(offset)]

    def __getitem__(self, number: int) -> Sentence:
        made = self._made.get(number)
        if made is None:
            span = self._reading.document.sentences[number]
            start, end = span.start, span.end
            first = bisect_left(self._starts, start)
            references = self._who[first : bisect_left(self._starts, end, first)]
            if references and references[-1][0].end > end:
                references = [place for place in references if place[0].end <= end]
            made = self._made[number] = Sentence(self._reading, start, end, references)
            made.neighbours = self._myself
            if self._groups:
                first = bisect_left(self._groups, start, key=begin_of)
                made.groups = self._groups[first : bisect_left(self._groups, end, first, key=begin_of)]
            titles = self._titles[bisect_left(self._titles, (start, 0)) : bisect_left(self._titles, (end, 0))]
            if titles:
                made.mark_titles([(first, min(last, end)) for first, last in titles])
        return made
