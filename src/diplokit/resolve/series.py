"""Series of actors: "A, B and C" as one subject."""

from attrs import frozen

from .sentence_words import LIKE_OFFICES, SentenceWords

PERSONAL = frozenset({"he", "she", "it", "they", "we", "i"})
"""Pronouns that may stand for a subject."""

ALSO_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as", "than"})
"""Prepositions that may open a clause with its own subject."""

# What several states may have in common: "the joint committee of A and B".
_BODIES = frozenset({"committee", "commission", "council", "forum"})
_THIRD = frozenset({"he", "she", "it", "they"})
_WHOSE = frozenset({"his", "her", "their", "its"})
_JOINING = frozenset({",", "and", "&", "both", "with", "along", "together", "as", "well"})
_PARTED = frozenset({",", "or", ")"})


@frozen
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


class Series(SentenceWords):
    """A sentence that can tell which actors are joined to each other."""

    def _who_says(self, at: int) -> Subject | None:
        """Whom a pronoun means that nothing else explains."""
        return None

    def meant(self, at: int, *, near: bool = True) -> Subject:
        """Those whom the reference at a word means."""
        span, ids = self.references[self.actors[at]]
        return Subject(ids, (span.start, span.end), near)

    def _official(self, at: int) -> Subject | None:
        """As in "Malaysia's government", "Chinese officials": they act for their state."""
        if self.words[at] not in self.known.officials:
            return None
        if self.words[max(at - 2, 0) : at] == ["heads", "of"]:
            at -= 2  # "CARICOM heads of government"
        elif self.words[max(at - 4, 0) : at - 1] == ["heads", "of", "state"]:
            at -= 4  # "heads of state and government"
        back = at - 1
        while (
            back >= 0
            and at - back <= 4
            and self.actors[back] < 0
            and self.words[back] not in _PARTED
            and self.words[back] not in self.known.prepositions
            and self.words[back] not in self.known.speech
            and self.words[back] not in self.known.modals
        ):
            back -= 1
        if back >= 0 and at - back <= 4 and self.actors[back] >= 0:
            first = self.noun_start(back)
            if self._before_noun(first) or (self.words[at] == "counterpart" and self.words[back] in _WHOSE):
                return None  # "his counterpart" is another
            if back == at - 1 and first > 1 and self.words[first - 1] == "and":
                return self.joined(back, first)  # "Singapore and Australian agencies"
            return self.meant(back)
        return None

    def _before_noun(self, first: int) -> bool:
        """Whether a preposition governs the noun that begins at a word."""
        return (
            first > 0
            and self.words[first - 1] in self.known.prepositions
            and self.words[first - 1] not in ALSO_CONJUNCTIONS
        )

    def _behind_preposition(self, at: int) -> bool:
        """Whether an actor that ends at a word stands behind a preposition: "in Croatia| and Serbia"."""
        return at > 0 and self.actors[at] >= 0 and self._before_noun(self.noun_start(at))

    def _between(self, last: int) -> bool:
        """Whether the phrase that begins at a word is the other of two: "trade between Peru and |Chile will grow"."""
        if last < 4 or self.words[last - 1] != "and" or self.actors[last - 2] < 0:
            return False
        first = self.noun_start(last - 2)
        if first < 2 or self.words[first - 1] != "between":
            return False
        outer, known = first - 2, self.known
        return (
            self.words[outer].isalpha()
            and self.actors[outer] < 0
            and not self.titles[outer]
            and not any(self.words[outer] in group for group in (known.officials, known.offices, _BODIES))
        )

    def _leads(self, preposition: int) -> bool:
        """Whether a preposition is part of a conjunction ("as well as", "along with", "together with")."""
        return (
            preposition > 0
            and self.words[preposition] in ("with", "as")
            and self.words[preposition - 1] in ("along", "together", "well")
        )

    def _opens(self, first: int) -> bool:
        """Whether the noun phrase that begins at a word may open a clause or a series."""
        before = self.words[first - 1]
        return (
            before in (",", ";", ":", '"', "-", "(", ".", "•", "and")
            or before in self.known.openers
            or before in self.known.adverbs
            or self.titles[first - 1]
        )

    def joined(self, at: int, first: int) -> Subject:
        """The reference at a word and those before it that "and" and commas join to it."""
        if not first or self.words[first - 1] not in _JOINING:
            return self.meant(at)
        span, ids = self.references[self.actors[at]]
        found = [ids]
        start = behind = span.start
        for _ in range(12):
            back = first - 1
            joined = False
            comma_and = back > 0 and self.words[back] == "and" and self.words[back - 1] == ","
            while back >= 0 and self.words[back] in _JOINING:
                joined = joined or self.words[back] in ("and", "&", "with", "as")
                comma = self.words[back] == ","
                back -= 1
            comma = back + 1 < len(self.words) and self.words[back + 1] == ","
            if back < 0 or back == first - 1:
                break
            if comma_and and self.words[at] in _THIRD:
                break  # "A met B and C, and he expressed": two clauses
            if comma_and and (opened := self._relative_opening(first - 2)) is not None:
                back = opened - 1  # "A, who arrived on Monday, and B"
            back = self.skip_back(back)
            if back < 0:
                break
            if self.actors[back] < 0:
                # ", Mr Abe": an apposition; "and the Minister of Law, Mr X", "and his host, X": it belongs to the name
                if (self.titles[back] or self.words[back] in LIKE_OFFICES) and comma and not joined:
                    first = self.noun_start(back)
                    continue
                official = self._official(back) if joined or len(found) > 1 else None
                if official is not None:
                    # "the Peruvian government and the bank": it acts for its state
                    found.append(official.actors)
                    start = min(start, official.span[0])
                    first = self.noun_start(self.at(official.span[0]))
                    continue
                said = self._who_says(back) if joined and self.words[back] in PERSONAL else None
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
            if (
                next_first > 0
                and self.words[next_first - 1] in self.known.prepositions
                and not self._leads(next_first - 1)
            ):
                # "the Prime Minister of Japan and I": of what stands before the preposition
                outer = self.skip_back(next_first - 2)
                if outer >= 0 and self.actors[outer] >= 0:
                    other, others = self.references[self.actors[outer]]
                    next_first = self.noun_start(outer)
                elif outer >= 0 and self.titles[outer]:
                    next_first = self.noun_start(outer)
                elif (
                    outer >= 0
                    and (joined or len(found) > 1)
                    and (
                        self.words[outer] in self.known.officials
                        or self.words[outer] in self.known.offices
                        or self.words[outer] in _BODIES
                    )
                ):
                    next_first = outer
                else:
                    if len(found) > 1 and joined and not comma:
                        found.pop()  # "families in A and B and King C agreed": B is no subject either
                        start = behind
                    break
            if comma_and and len(found) == 1 and next_first > 0 and not self._opens(next_first):
                break  # "A thanked B, and C pledged": two clauses
            if not joined and not set(others) & set(found[-1]) and len(found) == 1:
                # "In Lima, Malaysia agreed": a comma alone joins nothing, unless an "and" came before
                break
            found.append(others)
            behind, start = start, other.start
            first = next_first
        actors = ids if len(found) == 1 else tuple(dict.fromkeys([actor for ids in reversed(found) for actor in ids]))
        return Subject(actors, (start, span.end))

    def _relative_opening(self, closing: int) -> int | None:
        """The comma that opens the relative clause which a comma closes."""
        for back in range(closing - 1, max(closing - 30, 0), -1):
            word = self.words[back]
            if word in self.known.relatives:
                return back - 1 if self.words[back - 1] == "," else None
            if word in (",", ";", ":", '"', "and"):
                return None
        return None

    def series_end(self, last: int) -> int:
        """The last word of the series that a reference opens: "A, B and C"."""
        reach = last
        for _ in range(12):
            step = self._behind_state(reach)
            behind = step
            if step < len(self.words) and self.words[step] == "(":
                while step < len(self.words) and self.words[step] != ")":
                    step += 1
                step += 1
            joined = False
            while step < len(self.words) and self.words[step] in (",", "and", "&", "as", "well"):
                joined = joined or self.words[step] in ("and", "&", "as")
                step += 1
            if step == behind:
                return reach
            while step < len(self.words) and (
                self.titles[step]
                or self.words[step] in self.known.determiners
                or self.words[step] in self.known.modifiers
            ):
                step += 1
            if step >= len(self.words) or self.actors[step] < 0:
                return reach
            number = self.actors[step]
            while step + 1 < len(self.words) and self.actors[step + 1] == number:
                step += 1
            while step + 1 < len(self.words) and (
                self.titles[step + 1] or self.actors[step + 1] >= 0 or self.words[step + 1] in self.known.modifiers
            ):
                step += 1  # "Japanese Prime Minister X": the name ends the phrase
            if self.possessor(step) and step + 2 < len(self.words) and self.actors[step + 2] >= 0:
                number = self.actors[step := step + 2]  # "Kenya's Ruto"
                while step + 1 < len(self.words) and self.actors[step + 1] == number:
                    step += 1
            if self.actors[step] < 0 or self.possessor(step) or (not joined and not self._more(step)):
                return reach
            reach = step
        return reach

    def _behind_state(self, last: int) -> int:
        """The word behind a name and its state: "Lee Myung-bak of South Korea"."""
        step = last + 2
        if self.words[last + 1 : step] != ["of"]:
            return last + 1
        while step < len(self.words) - 1 and self.words[step] in self.known.determiners:
            step += 1
        if step >= len(self.words) or self.actors[step] < 0:
            return last + 1
        number = self.actors[step]
        while step < len(self.words) and self.actors[step] == number:
            step += 1
        return step

    def _more(self, at: int) -> bool:
        """Whether a series goes on with "and" soon after a word."""
        return "and" in self.words[at + 1 : at + 7]
