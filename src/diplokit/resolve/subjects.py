"""Subjects: who a verb is about, by the order of the words before it.

The subject stands before its verb; a noun after a preposition, in brackets, or with a possessive ending is not it; a
verb after "and", or a participle after a comma, has the subject of the clause it belongs to. No parser: the places
where actors are meant, and closed classes of words, decide.
"""

from functools import cache

from attrs import evolve

from .agents import Agents
from .sentence_words import LIKE_OFFICES, words
from .series import ALSO_CONJUNCTIONS, PERSONAL, Subject

_PHRASE_ENDS = frozenset({",", ";", ":", '"', "(", ")", "and", "or", "but", "that", "which", "who"})
_SENT = frozenset({"mission", "team", "contingent"})
_HEADED = frozenset({"led", "headed"})
# What those do who come together, before the place: "ministers meeting in Lima agreed".
_GATHERED = frozenset({"meeting", "gathered", "gathering", "assembled", "convened", "summoned", "attending"})


@cache
def _opening() -> frozenset[str]:
    """Words and marks at which a clause may open."""
    return words().openers | words().speech | {")", "(", ";", ":", '"'}


class Subjects(Agents):
    """A sentence that can tell the subjects of its verbs."""

    def subject(self, verb: int, *, participle: bool = False) -> Subject | None:
        """The subject of the verb group that begins at a word.

        Args:
            verb: The number of its first word.
            participle: Whether the verb is a participle that continues a clause (", calling for …").
        """
        known = self.known
        at = self.skip_back(verb - 1)
        if at < 0:
            return None
        word = self.words[at]
        if participle:
            said = self.skip_back(at - 1) if word == "," else -1
            if said > 0 and self.words[said] in known.speech:
                return self.subject(self.verb_start(said))  # "Peru was ready, the minister said, urging Chile"
            return self.clause_subject(at) if word in (",", "and", "while", "or", "by", "-") else None
        for _ in range(8):
            if at < 0:
                return None
            word = self.words[at]
            if self.actors[at] >= 0:
                return self._named(at)
            if word in PERSONAL:
                return self._who_says(at)
            if word in ("and", "or", "but", "then", "&"):
                return self.clause_subject(at)
            if word == ",":
                if self._apposed(at):
                    return self._named(at - 1)
                opened = self.parenthesis(at)
                if opened is None:
                    return self.clause_subject(at)
                companions = self._companions(opened + 1, at)
                at = self.skip_back(opened - 1)
                if companions and at >= 0 and self.actors[at] >= 0:
                    leading = self._named(at)
                    if leading is not None:
                        actors = tuple(dict.fromkeys((*leading.actors, *companions)))
                        return Subject(actors, leading.span)
                continue
            if word in known.relatives:
                while self.words[at - 1] == "and" and word in self.words[: at - 1]:  # "who came and who invited"
                    at -= 2 + self.words[at - 2 :: -1].index(word)
                at = self.skip_back(at - 1)
                if at >= 0 and self.words[at] == ",":
                    at = self.skip_back(at - 1)
                if at < 0 or self.actors[at] < 0 or self.possessor(at):
                    return None
                return self._named(at)
            if word == "-" and (dash := self._dash(at)) is not None:
                if self.actors[at - 1] >= 0:
                    return self._named(at - 1)  # "four states - A, B, C and D - have signed"
                at = self.skip_back(dash - 1)
                continue
            if word == '"' and at == verb - 1 and self.words[:at].count('"') % 2 == 0:
                at = self.skip_back(at - 1)  # "A 'will never recognise' B"
                if at < 0 or not self.words[at][0].isalnum() or self.words[at] in known.speech:
                    return None
                continue
            if word in ('"', ":", ";", "to", "(", "that", "-"):
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
            if at > 0 and self.words[at] in _GATHERED and self.actors[at] < 0:
                at = self.skip_back(at - 1)
        return None

    def _phrase_start(self, noun: int) -> int:
        """The first word of the phrase of a noun: "the 15 member countries"."""
        first = noun
        while first > 0 and noun - first < 5:
            before = self.words[first - 1]
            if (
                self.actors[first - 1] >= 0
                or before in _PHRASE_ENDS
                or before in self.known.prepositions
                or before in self.known.modals
            ):
                break
            first -= 1
        return first

    def _before_preposition(self, at: int) -> int | None:
        """The word before the prepositional phrase that ends at a word."""
        known = self.known
        for back in range(at, max(at - 9, -1), -1):
            word = self.words[back]
            if word in known.prepositions:
                return back - 1 if back else None
            if (
                word in known.modals
                or word in known.relatives
                or word in (",", ";", ":", '"', "that")
                or word in known.speech
            ):
                return None
        return None

    def parenthesis(self, closing: int) -> int | None:
        """The comma that opens the parenthetical phrase which a comma closes: ", who is also …," ", in Lima,"."""
        known = self.known
        for back in range(closing - 1, max(closing - 40, -1), -1):
            word = self.words[back]
            if word in (";", ":", '"'):
                return None
            if word == "," and back + 1 < closing:
                first = self.words[back + 1]
                if (
                    first in known.relatives
                    or first in known.prepositions
                    or first in known.apposition
                    or first in known.determiners
                    or first.endswith(("ing", "ly"))
                    or (first.endswith("ed") and self.words[back + 2] in known.prepositions)
                ):
                    return back
                if self.titles[back + 1] or (first in known.times or first[:1].isdigit()):
                    return back
                if closing - back <= 3 and self.actors[back + 1] >= 0:
                    return back  # "Lima, Peru, will": a place in a place
                if first in ("and", "or"):
                    return None
        return None

    def _dash(self, closing: int) -> int | None:
        """The dash that opens what a dash closes, where that is more than part of a word."""
        for back in range(closing - 2, max(closing - 30, 0), -1):
            if self.words[back] == "-":
                return back
            if self.words[back] in (";", ":", '"'):
                break
        return None

    def _apposed(self, closing: int) -> bool:
        """Whether a comma closes the name of the one before it: "and his host, Rwandan leader Paul Kagame,"."""
        if not closing or self.actors[closing - 1] < 0:
            return False
        first = self.noun_start(closing - 1)
        return first > 1 and self.words[first - 1] == "," and self.words[first - 2] in LIKE_OFFICES

    def _named(self, at: int) -> Subject | None:
        """The subject that the reference at a word ends, with all that is coordinated with it."""
        known = self.known
        for _ in range(8):
            if self.possessor(at):
                return None
            first = self.noun_start(at)
            if (
                first > 0
                and self.words[first - 1] in known.prepositions
                and self.words[first - 1] not in ALSO_CONJUNCTIONS
                and not self._leads(first - 1)
            ):
                if self.words[first - 2 : first] == ["according", "to"] and "," in self.words[first:at]:
                    return self.meant(at)  # "according to the minister, Peru will"
                # a prepositional phrase: its noun may be the subject ("the Prime Minister of Japan")
                outer = self.skip_back(first - 2)
                if outer > 0 and self.words[outer] in _HEADED and self.words[first - 1] == "by":
                    return self.joined(at, first)  # "a delegation led by X will visit"
                if outer >= 0 and self.actors[outer] >= 0 and not self.possessor(outer):
                    at = outer
                    continue
                if outer >= 0 and self.titles[outer]:
                    first = self.noun_start(outer)
                    return self.joined(at, first)
                if outer >= 0 and any(self.words[outer] in group for group in (known.officials, known.offices, _SENT)):
                    return None if self.happens_to(start := self._phrase_start(outer)) else self.joined(at, start)
                return None
            return None if self._between(first) else self.joined(at, first)
        return None

    def _reports(self, verb: int, at: int) -> bool:
        """Whether a noun phrase follows a verb of speaking before a word, as at the beginning of what is told."""
        after = verb + 1
        if not 1 < after < at or self.actors[verb] >= 0:
            return False
        return self.actors[after] >= 0 or self.words[after] in self.known.determiners or bool(self.titles[after])

    def clause_subject(self, at: int) -> Subject | None:
        """The subject of the clause in which a word stands: its first noun."""
        known, opening = self.known, _opening()
        opened, depth, reached = 0, 0, at
        verb: int | None = None  # the last one before the word, once it matters
        for back in range(at, -1, -1):
            word = self.words[back]
            if word not in opening or back > reached:
                continue
            if word == ")":
                depth += 1
            elif word == "(":
                depth = max(depth - 1, 0)
            elif depth:
                continue
            elif word == '"' and back < at and (quotes := self.quotation(back, at)):
                reached = quotes - 1  # "called it 'barbaric' and urged"
            elif (
                word in (";", ":")
                or (word == '"' and back < at)
                or (word in known.openers and back < at and not self._closed(back, at))
            ):
                opened = back + 1
                break
            elif word in known.speech and self._reports(back, at):
                verb = self._last_verb(at) if verb is None else verb
                if verb < back + 2:
                    continue  # "stresses the need", and no clause after it
                opened = back + 1
                break
        step = opened
        while step < at:
            if self.actors[step] < 0:
                step += 1
                continue
            last, number = step, self.actors[step]
            while last + 1 < len(self.words) and (
                self.actors[last + 1] == number or (self.titles[last] and self.actors[last + 1] >= 0)
            ):
                last += 1  # an office and the name after it are one
                number = self.actors[last]
            if not self.possessor(last) and not self.titles[last + 1 if last + 1 < len(self.words) else last]:
                first = self.noun_start(last)
                before = self.words[first - 1] if first > opened else ""
                if (
                    before in ("", ",", "-", '"', "•", "*", ".", "]", ")")
                    or before in known.openers
                    or before in known.adverbs
                    or before in known.times
                    or (before == "and" and last < at and not self._behind_preposition(first - 2))
                ):
                    end = self.series_end(last)
                    if end < at:
                        return evolve(self.joined(end, self.noun_start(end)), near=False)
                    return None
                if (
                    before in known.prepositions
                    and before != "to"
                    and first - 2 >= opened
                    and (self.titles[first - 2] or self.words[first - 2] in known.officials)
                ):
                    apart = "," in self.words[last + 1 : last + 9] and self.words[last + 1] != "and"
                    end = last if apart else self.series_end(last)
                    return evolve(self.joined(end, first if end == last else self.noun_start(end)), near=False)
            elif self.possessor(last) and last + 2 < len(self.words) and self.words[last + 2] in known.officials:
                first = self.noun_start(last)
                if first == opened or self.words[first - 1] in (",", "-", '"'):
                    return self.meant(last, near=False)
            step = last + 1
        if opened > 2 and self.words[opened - 1] == "who":
            named = self.skip_back(opened - 3 if self.words[opened - 2] == "," else opened - 2)
            if named >= 0 and self.actors[named] >= 0 and not self.possessor(named):
                return self.meant(named, near=False)  # "X, who came on Monday and invited Y"
        return None

    def _closed(self, opener: int, at: int) -> bool:
        """Whether a relative clause that an opener begins ends before a word: ", who is also …, made", ", in which …, made"."""
        if self.words[opener] not in self.known.relatives or "," not in self.words[max(opener - 2, 0) : opener]:
            return False
        return any(self.words[step] == "," for step in range(opener + 1, at))
