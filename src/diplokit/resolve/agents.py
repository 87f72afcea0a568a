"""Agents and owners: "by A and B" behind a passive, "A's and B's" before a noun, "together with B" beside a subject."""

from .sentence_words import LIKE_OFFICES
from .series import Series, Subject

# Verbs that are neither auxiliaries nor end in -ed, and hardly ever nouns.
_VERBS = frozenset(
    "undertook took gave made held met set sent kept left became chose broke drew sought saw knew felt began adheres "
    "attaches stands remains seeks considers regards opposes rejects wants welcomes intends continues believes expects".split()
)
_SEPARATE = frozenset({",", "and", "or", "&", "(", "to", ";"})
# What happens to somebody who then is not the one who acts.
_HAPPENINGS = frozenset(
    "change election appointment return collapse departure arrival absence presence fall death resignation removal "
    "replacement dismissal inauguration re-election reelection".split()
)


class Agents(Series):
    """A sentence that can tell who acts behind a preposition, and who owns what."""

    def happens_to(self, start: int) -> bool:
        """Whether the phrase that begins at a word tells to whom something happens: "the election of a new leader"."""
        return start > 1 and self.words[start - 1] == "of" and self.words[start - 2] in _HAPPENINGS

    def owners(self, at: int) -> Subject:
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

    def agents(self, first: int, last: int | None = None) -> tuple[tuple[str, ...], int]:
        """The actors of the noun phrases that begin at a word ("by A, B and C"), and the word after them."""
        known = self.known
        found: list[str] = []
        step = first
        limit = len(self.words) if last is None else min(last, len(self.words))
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
                ahead = next(
                    (
                        at
                        for at in range(end + 1, min(end + 5, limit))
                        if self.actors[at] >= 0 or words_[at] in _SEPARATE or words_[at] in known.prepositions
                    ),
                    None,
                )
                if ahead == end + 2 and words_[end + 1] in LIKE_OFFICES and words_[ahead] == "," and ahead + 1 < limit:
                    ahead += 1  # "his Iranian counterpart, X"
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

    def acting(self, first: int, last: int | None = None) -> tuple[Subject | None, int]:
        """As `agents`, as those who act; nobody, if no noun phrase there means an actor."""
        actors, reach = self.agents(first, last)
        return Subject(actors, (self.starts[first], self.stop(reach - 1))) if actors else None, reach

    def _companions(self, first: int, closing: int) -> tuple[str, ...]:
        """Those who act along: ", together with B," ", as well as B and C," ", alongside B,"."""
        for step in range(first, min(first + 3, closing - 1)):
            if self.words[step] == "alongside" or (step > first and self._leads(step)):
                return self.agents(step + 1, closing)[0]
        return ()

    def _last_verb(self, at: int) -> int:
        """Where the last verb before a word stands; -1 if there is none."""
        known, words = self.known, self.words
        for step in range(at - 1, 0, -1):
            word, before = words[step], words[step - 1]
            if word in known.modals or word in known.auxiliaries or word in _VERBS:
                return step
            if word.endswith("ed") and before not in known.determiners and before not in known.prepositions:
                return step
        return -1
