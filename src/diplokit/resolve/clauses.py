"""Clauses: who is the subject of a verb, where its clause ends, and who says so.

No parser: a sentence is cut into words, the places where actors are meant (`Reading.who`) are laid over them,
and a few facts of English word order decide. The subject stands before its verb; a noun after a preposition,
in brackets, or with a possessive ending is not it; "A and B" is one subject of two; a verb after "and", or a
participle after a comma, has the subject of the clause it belongs to; the agent of a passive stands after "by".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from operator import add
from typing import Any

from attrs import define, frozen

from diplokit import Reading, Span
from diplokit.tables import settings

_CUT = re.compile(r"([^\W_](?:[\w'.\-]*[\w])?'?|[^\w\s]|_)")
# A word with its inner marks, or one mark.


_ENDINGS = frozenset({"s", "m", "re", "ve", "ll", "d"})
_ALSO_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as", "than"})
_PERSONAL = frozenset({"he", "she", "it", "they", "we", "i"})
_SEPARATE = frozenset({",", "and", "or", "&", "(", "to", ";"})
_PRONOUNS = frozenset("he she it that there here what who this where".split())


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


@define
class Subject:
    """Who a verb is about.

    Attributes:
        actors: Their `id`s, in the order of the text.
        span: From the first of them to the last.
        near: Whether they stand at the verb, and not farther off in the clause.
    """

    actors: tuple[str, ...]
    span: tuple[int, int]
    near: bool = True


class Sentence:
    """The words of one sentence, with the actors that it means.

    Attributes:
        start: Where it begins in the document.
        end: Where it ends.
        starts: Where each word begins, counted from the start of the document.
        words: The folded words.
        actors: For each word, the number of the reference that it belongs to, or -1.
        references: The places that mean actors, each with their `id`s.
    """

    __slots__ = ("actors", "end", "ends", "quoted", "references", "start", "starts", "titles", "titled", "words", "_reading")

    def __init__(self, reading: Reading, start: int, end: int, references: Sequence[tuple[Span, tuple[str, ...]]]) -> None:
        folded = reading.document.folded
        self._reading = reading
        self.start, self.end = start, end
        # Cutting and adding up lengths is several times faster than a match object a word.
        pieces = _CUT.split(folded[start:end])
        self.words: list[str] = pieces[1::2]
        self.starts: list[int] = list(accumulate(map(len, pieces), initial=start))[1:-1:2]
        self.ends: list[int] = list(map(add, self.starts, map(len, self.words)))
        if "'" in folded[start:end]:
            self._part_endings()
        self.references = list(references)
        self.actors = [-1] * len(self.words)
        for number, (span, _) in enumerate(self.references):
            for at in range(self.at(span.start), self.at(span.end - 1) + 1):
                if self.actors[at] < 0 or len(span) > len(self.references[self.actors[at]][0]):
                    self.actors[at] = number
        self.titles = [False] * len(self.words)
        self.titled: list[tuple[int, int]] = []
        self.quoted = _quoted(self.words)

    def _part_endings(self) -> None:
        """Make the endings of "Peru's", "we'll", "States'" words of their own."""
        starts, ends, found = self.starts, self.ends, self.words
        self.starts, self.ends, self.words = [], [], []
        for first, last, word in zip(starts, ends, found, strict=True):
            stem, mark, ending = word.rpartition("'")
            if stem and (ending in _ENDINGS or (not ending and stem.endswith("s"))):
                cut = first + len(stem)
                self.starts += (first, cut)
                self.ends += (cut, last)
                self.words += (stem, "is" if ending == "s" and stem in _PRONOUNS else mark + (ending or "s"))
            else:
                self.starts.append(first)
                self.ends.append(last)
                self.words.append(word)

    @property
    def folded(self) -> str:
        """The folded text of the sentence."""
        return self._reading.document.folded[self.start : self.end]

    def at(self, offset: int) -> int:
        """The number of the word at an offset."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def mark_titles(self, spans: Sequence[tuple[int, int]]) -> None:
        """Tell which stretches are offices and words of honour: a state inside one is not an actor of its own."""
        for start, end in spans:
            first, last = self.at(start), self.at(end - 1)
            self.titled.append((first, last))
            for at in range(first, last + 1):
                self.titles[at] = True
        for first, last in self.titled:
            inner = {number for number in self.actors[first : last + 1] if number >= 0}
            if not inner or not self._held(last):
                continue
            start, end = self.starts[first], self.ends[last]
            for at in range(first, last + 1):
                number = self.actors[at]
                if number >= 0:
                    span = self.references[number][0]
                    if start <= span.start and span.end <= end and len(span) < 0.75 * (end - start):
                        self.actors[at] = -1

    def _held(self, last: int) -> bool:
        """Whether the holder of the office that ends at a word is named beside it."""
        step = last + 1
        while step < len(self.words) and step - last < 5 and (self.titles[step] or self.words[step] in words().modifiers or self.words[step] in (",", ".")):
            step += 1
        return step < len(self.words) and self.actors[step] >= 0

    # Nouns and their surroundings -------------------------------------------------------------

    def noun_start(self, at: int) -> int:
        """The first word of the noun phrase that a reference ends: its titles, adjectives and determiner included."""
        known = words()
        number = self.actors[at]
        while at > 0 and self.actors[at - 1] == number and number >= 0:
            at -= 1
        while at > 0:
            before = self.words[at - 1]
            if self.titles[at - 1] or before in known.modifiers or before in known.determiners:
                at -= 1
            elif before in (".",) and at > 1 and (self.titles[at - 2] or self.words[at - 2] in known.modifiers):
                at -= 1
            elif before == "," and at > 1 and self.titles[at - 2]:
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
            elif word in known.times or (word[:1].isdigit() and self.actors[at] < 0 and at > 0 and self.words[at - 1] in known.times | {"of"}):
                at -= 1
            elif word in ("on", "in", "earlier", "late", "early", "last", "this", "next", "since") and at + 1 < len(self.words) and (
                self.words[at + 1] in known.times or self.words[at + 1][:1].isdigit()
            ):
                at -= 1
            elif word in known.adverbs or (word.endswith("ly") and len(word) > 4 and self.actors[at] < 0):
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
            if word in known.auxiliaries or word in known.modals or word in known.adverbs:
                at -= 1
            elif word.endswith("ly") and len(word) > 4 and self.actors[at - 1] < 0:
                at -= 1
            elif word == "way" and at > 2 and self.words[at - 3 : at - 1] == ["in", "no"]:
                at -= 3
            elif word == "," and at > 1 and self.words[at - 2] in known.adverbs and at > 2 and self.words[at - 3] == ",":
                at -= 3  # ", however,"
            else:
                break
        return at

    def subject(self, verb: int, *, participle: bool = False) -> Subject | None:
        """The subject of the verb group that begins at a word.

        Args:
            verb: The number of its first word.
            participle: Whether the verb is a participle that continues a clause (", calling for …").
        """
        known = words()
        at = self.skip_back(verb - 1)
        if at < 0:
            return None
        word = self.words[at]
        if participle:
            return self._of_clause(at) if word in (",", "and", "while", "or", "by", "-") else None
        for _ in range(8):
            if at < 0:
                return None
            word = self.words[at]
            if self.actors[at] >= 0:
                return self._named(at)
            if word in _PERSONAL:
                return self._who_says(at)
            if word in ("and", "or", "but", "then", "&"):
                return self._of_clause(at)
            if word == ",":
                opened = self._parenthesis(at)
                if opened is None:
                    return self._of_clause(at)
                at = self.skip_back(opened - 1)
                continue
            if word in known.relatives:
                at = self.skip_back(at - 1)
                if at >= 0 and self.words[at] == ",":
                    at = self.skip_back(at - 1)
                if at < 0 or self.actors[at] < 0 or self.possessor(at):
                    return None
                return self._named(at)
            if word in ('"', ":", ";", "to", "(", "that"):
                return None
            if self.titles[at]:
                at -= 1
                while at >= 0 and self.titles[at]:
                    at -= 1
                continue
            official = self._official(at)
            if official is not None:
                return official
            before = self._before_preposition(at)
            if before is None:
                return None
            at = self.skip_back(before)
        return None

    def _who_says(self, at: int) -> Subject | None:
        """Whom a pronoun means that nothing else explains: "Peru said (that) it …"."""
        back = at - 1
        if back > 0 and self.words[back] == "that":
            back -= 1
        if back > 0 and self.words[back] in words().speech:
            return self.subject(self.verb_start(back))
        return None

    def _official(self, at: int) -> Subject | None:
        """ "Malaysia's government", "Chinese officials": they act for their state."""
        if self.words[at] not in words().officials:
            return None
        back = at - 1
        while back >= 0 and at - back <= 4 and self.actors[back] < 0 and self.words[back] != "," and self.words[back] not in words().prepositions:
            back -= 1
        if back >= 0 and at - back <= 4 and self.actors[back] >= 0:
            span, ids = self.references[self.actors[back]]
            if self._before_noun(self.noun_start(back)):
                return None
            return Subject(ids, (span.start, span.end))
        return None

    def _before_noun(self, first: int) -> bool:
        """Whether a preposition governs the noun that begins at a word."""
        return first > 0 and self.words[first - 1] in words().prepositions

    def _before_preposition(self, at: int) -> int | None:
        """The word before the prepositional phrase that ends at a word."""
        known = words()
        for back in range(at, max(at - 9, -1), -1):
            word = self.words[back]
            if word in known.prepositions:
                return back - 1 if back else None
            if word in known.modals or word in known.relatives or word in (",", ";", ":", '"', "that") or word in known.speech:
                return None
        return None

    def _parenthesis(self, closing: int) -> int | None:
        """The comma that opens the parenthetical phrase which a comma closes: ", who is also …," ", in Lima,"."""
        known = words()
        for back in range(closing - 1, max(closing - 40, -1), -1):
            word = self.words[back]
            if word in (";", ":", '"'):
                return None
            if word == "," and back + 1 < closing:
                first = self.words[back + 1]
                if first in known.relatives or first in known.prepositions or first in known.apposition or first in known.determiners or first.endswith("ing"):
                    return back
                if self.titles[back + 1] or (first in known.times or first[:1].isdigit()):
                    return back
                if closing - back <= 3 and self.actors[back + 1] >= 0:
                    return back  # "Lima, Peru, will": a place in a place
                if first in ("and", "or"):
                    return None
        return None

    def _named(self, at: int) -> Subject | None:
        """The subject that the reference at a word ends, with all that is coordinated with it."""
        known = words()
        for _ in range(8):
            if self.possessor(at):
                return None
            first = self.noun_start(at)
            if first > 0 and self.words[first - 1] in known.prepositions and self.words[first - 1] not in _ALSO_CONJUNCTIONS and not self._leads(first - 1):
                # a prepositional phrase: its noun may be the subject ("the Prime Minister of Japan")
                outer = self.skip_back(first - 2)
                if outer >= 0 and self.actors[outer] >= 0 and not self.possessor(outer):
                    at = outer
                    continue
                if outer >= 0 and self.titles[outer]:
                    first = self.noun_start(outer)
                    return self._coordinated(at, first)
                if outer >= 0 and (self.words[outer] in known.officials or self.words[outer] in known.offices):
                    found = self._coordinated(at, first)
                    return found
                if outer < 0 or self.words[outer] in (",", '"', ":", "that", "-"):
                    # "In Japan the ministers …" has no comma; an actor right at the verb after a leading preposition is none
                    return None
                return None
            return self._coordinated(at, first)
        return None

    def _leads(self, preposition: int) -> bool:
        """Whether a preposition is part of a conjunction ("as well as", "along with", "together with")."""
        return preposition > 0 and self.words[preposition] in ("with", "as") and self.words[preposition - 1] in ("along", "together", "well")

    def _coordinated(self, at: int, first: int) -> Subject:
        """The reference at a word and those before it that "and" and commas join to it."""
        span, ids = self.references[self.actors[at]]
        found = [ids]
        start = span.start
        for _ in range(12):
            back = first - 1
            joined = False
            comma_and = back > 0 and self.words[back] == "and" and self.words[back - 1] == ","
            while back >= 0 and self.words[back] in (",", "and", "&", "both", "with", "along", "together", "as", "well"):
                joined = joined or self.words[back] in ("and", "&", "with", "as")
                comma = self.words[back] == ","
                back -= 1
            else:
                comma = back + 1 < len(self.words) and self.words[back + 1] == ","
            if back < 0 or back == first - 1:
                break
            back = self.skip_back(back)
            if back < 0:
                break
            if self.actors[back] < 0:
                # ", Mr Abe": an apposition; "and the Minister of Law, Mr X": the office belongs to the name
                if self.titles[back] and comma and not joined:
                    first = self.noun_start(back)
                    continue
                said = self._who_says(back) if joined and self.words[back] in _PERSONAL else None
                if said is not None:
                    found.append(said.actors)
                    start = min(start, said.span[0])
                    first = back
                    continue
                break
            if self.possessor(back):
                break
            if not joined and len(found) == 1 and not comma:
                break
            other, others = self.references[self.actors[back]]
            next_first = self.noun_start(back)
            if next_first > 0 and self.words[next_first - 1] in words().prepositions and not self._leads(next_first - 1):
                # "the Prime Minister of Japan and I": of what stands before the preposition
                outer = self.skip_back(next_first - 2)
                if outer >= 0 and self.actors[outer] >= 0:
                    other, others = self.references[self.actors[outer]]
                    next_first = self.noun_start(outer)
                elif outer >= 0 and self.titles[outer]:
                    next_first = self.noun_start(outer)
                elif outer >= 0 and (joined or len(found) > 1) and (self.words[outer] in words().officials or self.words[outer] in words().offices):
                    next_first = outer
                else:
                    break
            if comma_and and len(found) == 1 and next_first > 0 and not self._opens(next_first):
                break  # "A thanked B, and C pledged": two clauses
            if not joined and not set(others) & set(found[-1]) and len(found) == 1:
                # "In Lima, Malaysia agreed": a comma alone joins nothing, unless an "and" came before
                break
            found.append(others)
            start = other.start
            first = next_first
        actors = tuple(dict.fromkeys(actor for ids in reversed(found) for actor in ids))
        return Subject(actors, (start, span.end))

    def _coordinated_owners(self, at: int) -> Subject:
        """Those who own what follows: "Singapore's and Papua New Guinea's intent", "the United States' commitment"."""
        number = self.actors[at]
        span, ids = self.references[number]
        found, start = [*ids], span.start
        first = at
        while first > 0 and self.actors[first - 1] == number:
            first -= 1
        if first > 1 and self.words[first - 1] == "and":
            back = first - 2
            if self.words[back] == "'s":
                back -= 1
            if back >= 0 and self.actors[back] >= 0:
                other, others = self.references[self.actors[back]]
                found, start = [*others, *found], other.start
        return Subject(tuple(dict.fromkeys(found)), (start, span.end))

    def _opens(self, first: int) -> bool:
        """Whether the noun phrase that begins at a word may open a clause or a series."""
        before = self.words[first - 1]
        return before in (",", ";", ":", '"', "-", "(", ".", "•", "and") or before in words().openers or before in words().adverbs or self.titles[first - 1]

    def _of_clause(self, at: int) -> Subject | None:
        """The subject of the clause in which a word stands: its first noun."""
        known = words()
        opened = 0
        depth = 0
        for back in range(at, -1, -1):
            word = self.words[back]
            if word == ")":
                depth += 1
            elif word == "(":
                depth = max(depth - 1, 0)
            elif depth:
                continue
            elif word in (";", ":") or (word == '"' and back < at):
                opened = back + 1
                break
            elif word in known.openers and back < at and not self._closed(back, at):
                opened = back + 1
                break
            elif word in known.speech and self.actors[back] < 0 and back + 1 < at and back > 0 and (
                self.actors[back + 1] >= 0 or self.words[back + 1] in known.determiners or self.titles[back + 1]
            ) and self._verb_within(back + 2, at):
                opened = back + 1
                break
        step = opened
        while step < at:
            if self.actors[step] < 0:
                step += 1
                continue
            last = step
            number = self.actors[step]
            while last + 1 < len(self.words) and (self.actors[last + 1] == number or (self.titles[last] and self.actors[last + 1] >= 0)):
                last += 1  # an office and the name after it are one
            if not self.possessor(last) and not self.titles[last + 1 if last + 1 < len(self.words) else last]:
                first = self.noun_start(last)
                before = self.words[first - 1] if first > opened else ""
                if before in ("", ",", "-", '"', "•", "*", ".", "]", ")") or before in known.openers or before in known.adverbs or before in known.times or (
                    before == "and" and last < at
                ):
                    end = self._series(last)
                    if end < at:
                        found = self._coordinated(end, self.noun_start(end))
                        found.near = False
                        return found
                    return None
                if before in known.prepositions and first - 2 >= opened and (
                    self.titles[first - 2] or self.words[first - 2] in known.officials
                ):
                    found = self._coordinated(last, first)
                    found.near = False
                    return found
            elif self.possessor(last) and last + 2 < len(self.words) and self.words[last + 2] in known.officials:
                first = self.noun_start(last)
                if first == opened or self.words[first - 1] in (",", "-", '"'):
                    span, ids = self.references[number]
                    return Subject(ids, (span.start, span.end), near=False)
            step = last + 1
        return None

    def _closed(self, opener: int, at: int) -> bool:
        """Whether a relative clause that an opener begins ends before a word: ", who is also …, made"."""
        if self.words[opener] not in words().relatives or opener == 0 or self.words[opener - 1] != ",":
            return False
        return any(self.words[step] == "," for step in range(opener + 1, at))

    def _verb_within(self, first: int, last: int) -> bool:
        known = words()
        return any(self.words[step] in known.modals or self.words[step] in known.auxiliaries or self.words[step].endswith("ed") for step in range(first, last))

    def _series(self, last: int) -> int:
        """The last word of the series that a reference opens: "A, B and C"."""
        reach = last
        for _ in range(12):
            step = reach + 1
            if step < len(self.words) and self.words[step] == "(":
                while step < len(self.words) and self.words[step] != ")":
                    step += 1
                step += 1
            joined = False
            while step < len(self.words) and self.words[step] in (",", "and", "&", "as", "well"):
                joined = joined or self.words[step] in ("and", "&", "as")
                step += 1
            if step == reach + 1:
                return reach
            while step < len(self.words) and (self.titles[step] or self.words[step] in words().determiners or self.words[step] in words().modifiers):
                step += 1
            if step >= len(self.words) or self.actors[step] < 0:
                return reach
            number = self.actors[step]
            while step + 1 < len(self.words) and self.actors[step + 1] == number:
                step += 1
            while step + 1 < len(self.words) and (self.titles[step + 1] or self.actors[step + 1] >= 0):
                step += 1  # "Japanese Prime Minister X": the name ends the phrase
            if self.actors[step] < 0 or self.possessor(step) or (not joined and not self._more(step)):
                return reach
            reach = step
        return reach

    def _more(self, at: int) -> bool:
        """Whether a series goes on with "and" soon after a word."""
        return any(self.words[step] == "and" for step in range(at + 1, min(at + 7, len(self.words))))

    def agents(self, first: int, last: int | None = None) -> tuple[tuple[str, ...], int]:
        """The actors of the noun phrases that begin at a word ("by A, B and C"), and the word after them."""
        known = words()
        found: list[str] = []
        step = first
        limit = len(self.words) if last is None else last
        reach = first
        words_ = self.words
        strange = 0
        while step < limit and step - reach < 14:
            word = self.words[step]
            if self.actors[step] >= 0:
                number = self.actors[step]
                end = step
                while end + 1 < limit and self.actors[end + 1] == number:
                    end += 1
                ahead = next((at for at in range(end + 1, min(end + 5, limit)) if self.actors[at] >= 0 or words_[at] in _SEPARATE or words_[at] in known.prepositions), None)
                if ahead is not None and self.actors[ahead] >= 0:
                    step = end + 1  # "his Iranian counterpart X": it only qualifies the name after it
                    continue
                behind_title = found and step > 1 and words_[step - 1] == "," and self.titles[step - 2]
                if not self.possessor(end) and not behind_title:
                    found += [actor for actor in self.references[number][1] if actor not in found]
                step = reach = end + 1
                strange = 0
                continue
            if found and not self.titles[step] and word not in known.determiners and word not in known.modifiers:
                strange = 0 if word in (",", "and", "&") else strange + 1
                if strange > (1 if words_[reach : reach + 1] != [","] else 7):
                    break
            if word in (";", ":", '"', "to") or word in known.modals or word in known.relatives or word in known.speech:
                break
            if word in known.prepositions and word not in ("of", "for") and not self.titles[step]:
                break
            if word in ("of", "for") and not self.titles[step]:
                # "by the Minister of Law of Singapore": what follows qualifies, unless nothing was found yet
                if found:
                    step += 1
                    while step < limit and self.words[step] not in (",", "and"):
                        step += 1
                    continue
            step += 1
        return tuple(found), reach

    # Clause ends ------------------------------------------------------------------------------

    def content(self, after: int, verbs: Sequence[int] = ()) -> tuple[int, int] | None:
        """The clause that follows a word, as offsets: up to the next clause or the end of the sentence.

        Args:
            after: The number of the first word of the clause.
            verbs: Numbers of words at which other clauses begin.
        """
        known = words()
        last = len(self.words)
        later = [verb for verb in verbs if verb > after]
        stop = min(later) if later else last
        end = after
        depth = 0
        for step in range(after, last):
            word = self.words[step]
            if step >= stop:
                break
            if word == "(":
                depth += 1
            elif word == ")":
                depth -= 1
                if depth < 0:
                    break
            elif word == ";" or (word == '"' and self.quoted[after]):
                break
            elif word == "," and depth == 0 and step + 1 < last:
                following = self.words[step + 1]
                if following in ("while", "whereas", "although", "but", "though", "according"):
                    break
                if following in ("he", "she", "it", "they") and step + 2 < last and self.words[step + 2] in known.speech:
                    break
                if self._attribution(step + 1):
                    break
            end = step + 1
        while end > after and self.words[end - 1] in (",", "and", ".", "!", "?", '"', "but", "-", ":", "also"):
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
            if self.actors[step] < 0 and not self.titles[step] and word not in known.determiners and word not in known.modifiers and word not in (".", "and"):
                if word not in ("country", "leader", "premier", "minister", "president", "government", "foreign", "prime", "embassy", "office", "agency", "statement", "ministry", "communique", "readout", "spokesman", "spokesperson", "spokeswoman", "release", "official", "source", "sources"):
                    return False
        return False

    def speaker(self, verb: int) -> tuple[tuple[str, ...], tuple[int, int]] | None:
        """Who says the clause at a word: "X said that …", "…, X told reporters", "according to X"."""
        known = words()
        for back in range(verb - 1, -1, -1):
            if self.words[back] in known.speech and self.actors[back] < 0 and (back == 0 or self.words[back - 1] != "to"):
                found = self.subject(self.verb_start(back))
                if found is not None:
                    return found.actors, found.span
                break
        for step in range(verb + 1, len(self.words)):
            word = self.words[step]
            if word in known.speech and self.actors[step] < 0 and (self.words[step - 1] in (",", '"') or self.actors[step - 1] >= 0 or self.titles[step - 1]):
                if self.actors[step - 1] >= 0:
                    opening = self.noun_start(step - 1)
                    if opening > 0 and self.words[opening - 1] in (",", '"', "-"):
                        span, ids = self.references[self.actors[step - 1]]
                        return ids, (span.start, span.end)
                elif step + 1 < len(self.words):
                    ids, reach = self.agents(step + 1, min(step + 12, len(self.words)))
                    if ids:
                        return ids[:1], (self.starts[step + 1], self.ends[reach - 1])
            if word == "according" and step + 2 < len(self.words) and self.words[step + 1] == "to":
                ids, reach = self.agents(step + 2, min(step + 12, len(self.words)))
                if ids:
                    return ids[:1], (self.starts[step + 2], self.ends[reach - 1])
        return None


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


def sentences_with(reading: Reading, offsets: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """The numbers of the sentences that hold offsets, each with the positions of its offsets in the list."""
    index_of = reading.document.sentence_index
    current: int | None = None
    held: list[int] = []
    for position, offset in enumerate(offsets):
        number = index_of(offset)
        if number != current:
            if current is not None:
                yield current, held
            current, held = number, []
        held.append(position)
    if current is not None:
        yield current, held


class Sentences:
    """Makes the `Sentence`s of a reading, with its references and titles laid over them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._who = reading.who()
        self._starts = [span.start for span, _ in self._who]
        self._titles: list[Any] = [m for m in reading.mentions.of("title", "honorific")]
        self._title_starts = [mention.span.start for mention in self._titles]
        self._made: dict[int, Sentence] = {}

    def actors_in(self, span: Span) -> bool:
        """Whether anybody is meant inside a span."""
        first = bisect_left(self._starts, span.start)
        return first < len(self._starts) and self._starts[first] < span.end

    def __getitem__(self, number: int) -> Sentence:
        made = self._made.get(number)
        if made is None:
            span = self._reading.document.sentences[number]
            first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
            references = [place for place in self._who[first:last] if place[0].end <= span.end]
            made = self._made[number] = Sentence(self._reading, span.start, span.end, references)
            low, high = bisect_left(self._title_starts, span.start), bisect_left(self._title_starts, span.end)
            if low < high:
                made.mark_titles([(m.span.start, min(m.span.end, span.end)) for m in self._titles[low:high]])
        return made
