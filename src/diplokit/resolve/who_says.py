"""Who says a clause: "X said that …", "…, X told reporters", "according to X", "X was quoted as saying"."""

from collections.abc import Iterator
from functools import cache

from diplokit import Actor
from diplokit.vocabulary import ActorKind

from .sentence_words import words
from .series import Subject
from .subjects import Subjects

# Who may be said to say something, besides actors, holders of offices and names; and what qualifies them.
_SOURCES = frozenset(
    "country leader premier minister president government foreign prime embassy office agency statement ministry "
    "communique readout spokesman spokesperson spokeswoman release official officials source sources . and 's as "
    "he she it they who news state state-run radio television newspaper daily media report reports senior diplomat "
    "diplomats palace department of for in top".split()
)
# Verbs of speech that behind a comma stand before the one who speaks, or go on from a relative clause.
_SAID = frozenset("said says told tells added adds".split())
# Those that are never participles: whatever stands before them speaks.
_PLAINLY_SAID = frozenset("said says told tells".split())
# What follows "it was" or "X was" behind what is said.
_PASSIVELY_SAID = frozenset(["quoted", "announced", "reported", "learned", "disclosed", "stated"])
_PAPERS = frozenset(
    "statement communique communiqué interview report letter speech message tweet post briefing release".split()
)
# Marks and words that do not stand inside the phrase that says who speaks.
_NO_SOURCE = frozenset([",", ";", ":", '"', "(", ")", "that", "where", "when", "including", "such"])
_PARTING = frozenset(["and", "while", "but"])
# Verbs that tell what is said only with "that" right behind: "affirmed that Peru would", not "affirmed the friendship".
_SAYING_THAT = frozenset(
    "affirmed affirms reaffirmed reaffirms reiterated reiterates emphasised emphasized emphasises emphasizes underlined "
    "underlines underscored underscores signalled signaled hinted clear".split()
)
# Verbs of speech behind which the one who is spoken to stands.
_TOLD = frozenset({"told", "tells", "informed"})


@cache
def _telling() -> frozenset[str]:
    return words().speech | _SAYING_THAT | {"according", "adding"}


class WhoSays(Subjects):
    """A sentence that can tell who says its clauses."""

    def spoken(self) -> list[int]:
        """Where verbs of speech stand, and "according"."""
        if self._spoken is None:
            telling = _telling()
            silent = telling.isdisjoint(self.words)
            self._spoken = [] if silent else [*self._told(telling)]
        return self._spoken

    def _told(self, telling: frozenset[str]) -> Iterator[int]:
        heard = self.words
        for at, word in enumerate(heard):
            if word not in telling or (word in _SAYING_THAT and heard[at + 1 : at + 2] != ["that"]):
                continue
            if word != "clear":
                yield at
            elif (made := at - 2 if heard[at - 1] == "it" else at - 1) >= 0 and heard[made] in ("made", "makes"):
                yield made  # "made it clear that"

    def said_by_somebody(self, verb: int) -> bool:
        """Whether somebody whom nobody knows says the clause: "Officials said (that) …", "…, a spokesman said"."""
        for back in self.spoken():
            word = self.words[back]
            if back > verb:
                return self.words[back - 1] != "," and any(
                    self.words[step] == "," and self._attribution(step + 1) for step in range(verb + 1, back)
                )
            if back and (
                word in _PLAINLY_SAID or self.words[back + 1] == "that" or "that" in self.words[back : back + 7]
            ):
                before = self.words[back - 1]
                if before not in self.known.determiners and before not in self.known.prepositions:
                    return True
        return False

    def speaker(self, verb: int) -> tuple[tuple[str, ...], tuple[int, int]] | None:
        """Who says the clause at a word: "X said that …", "…, X told reporters", "according to X"."""
        spoken = self.spoken()
        if not spoken:
            return None
        known = self.known
        for back in reversed(spoken):
            if (
                back < verb
                and self.actors[back] < 0
                and self.words[back] != "according"
                and (back == 0 or self.words[back - 1] != "to")
            ):
                if self.words[back + 1] != "that" and self._parted(back + 1, verb):
                    break  # "A announced a gift, and B gave ten ships"
                if self.words[back] == "saying" and self.words[back - 1] == "as":
                    return self._quoted(back)
                found = self.subject(self.verb_start(back))
                if found is not None:
                    return found.actors, found.span
                if self.words[back] == "adding":
                    continue  # "he noted, adding that": as the verb before
                break
        for step in spoken:
            if step <= verb:
                continue
            word = self.words[step]
            if word == "saying" and self.words[step - 1] == "as":
                return self._quoted(step)
            if word == "saying" or (word == "quoted" and "as" in self.words[step : step + 14]):
                continue
            if (
                word in known.speech
                and self.actors[step] < 0
                and (
                    self.words[step - 1] in (",", '"')
                    or self.actors[step - 1] >= 0
                    or self.titles[step - 1]
                    or self.words[step - 1] in known.officials
                )
            ):
                if self.words[step - 1] in known.officials and (official := self._official(step - 1)) is not None:
                    return official.actors, official.span  # ", the G7 leaders said"
                if self.actors[step - 1] >= 0:
                    opening = self.noun_start(step - 1)
                    if opening > 0 and self.words[opening - 1] in (",", '"', "-", "'"):
                        named = self.meant(step - 1)
                        return named.actors, named.span
                elif step + 1 < len(self.words) and word not in _TOLD:
                    behind, _ = self.acting(step + 1, step + 12)
                    if behind is not None:
                        return behind.actors[:1], behind.span
            if word == "according" and step + 2 < len(self.words) and self.words[step + 1] == "to":
                behind, _ = self.acting(step + 2, step + 12)
                if behind is not None:
                    return behind.actors[:1], behind.span
        if spoken[0] == 0 and self.words[:2] == ["according", "to"]:
            behind, _ = self.acting(2, 14)
            return None if behind is None else (behind.actors[:1], behind.span)
        return None

    def _parted(self, first: int, last: int) -> bool:
        """Whether ", and" or ", while" stands between two words, outside a quotation."""
        return any(
            self.words[step] == ","
            and self.words[step + 1] in _PARTING
            and self.words[step + 2] != "that"
            and not self.quoted(step)
            for step in range(first, last - 1)
        )

    def _quoted(self, saying: int) -> tuple[tuple[str, ...], tuple[int, int]] | None:
        """Who is quoted: "A quoted B as saying", "B was quoted by A as saying"."""
        for step in range(saying - 1, max(saying - 16, -1), -1):
            if self.words[step] in ("quoted", "cited"):
                first = self.verb_start(step)
                if first < step:
                    found = self.subject(first)
                    return None if found is None else (found.actors, found.span)
                found, _ = self.acting(step + 1, saying - 1)
                return None if found is None else (found.actors[:1], found.span)
        return None

    def _passively_said(self, was: int) -> bool:
        """As in ", it was announced", ", the minister was quoted as saying"."""
        before = was - 1
        return self.words[was + 1] in _PASSIVELY_SAID and (
            self.words[before] == "it" or self.actors[before] >= 0 or self.titles[before]
        )

    def _who_says(self, at: int) -> Subject | None:
        """Whom a pronoun means that nothing else explains: "Peru said (that) it …"."""
        back = at - 1
        if back > 0 and self.words[back] == '"':
            back -= 1
        if back > 0 and self.words[back] == "that":
            back -= 1
            if self.words[back] in _PAPERS and back > 3:  # "said in a statement that it"
                back = next(
                    (step for step in range(back - 1, back - 5, -1) if self.words[step] in self.known.speech), back
                )
        elif back > 0 and self.words[back] in self.known.times:
            back = self.skip_back(back)  # "said on Monday it"
        if back > 0 and self.words[back] in self.known.speech:
            said = self.subject(self.verb_start(back))
            if said is not None and self.words[at] == "they" and self._is_person(said.actors):
                return None  # "the minister said they had agreed": he and others
            return said
        if self.words[at] in ("we", "i") and self.quoted(at):
            quoted = self.speaker(at)  # "We will help," X said
            return None if quoted is None else Subject(quoted[0], quoted[1])
        return None

    def _kind(self, name: str) -> ActorKind | None:
        """Of which kind an actor is."""
        return next((actor.kind for actor in self._reading.records(Actor) if actor.id == name), None)

    def _is_person(self, actors: tuple[str, ...]) -> bool:
        """Whether a reference means one person."""
        return len(actors) == 1 and self._kind(actors[0]) is ActorKind.PERSON

    def _attribution(self, first: int) -> bool:
        """Whether ", the minister said", ", Seoul's Foreign Ministry said on Tuesday" or ", said X" begins at a word."""
        known, text = self.known, self._reading.document.text
        if self.words[first] in _SAID:
            return True
        known_source, office, commas = True, False, 0
        for step in range(first, min(first + 14, len(self.words))):
            word = self.words[step]
            if commas:  # ", Peru's envoy, Ana Paz, said"
                if word in known.speech and self.words[step - 1] == ",":
                    return commas == 2 and office and known_source
            elif step > first and (word in _PLAINLY_SAID or (word == "was" and self._passively_said(step))):
                return True
            elif word in known.speech and self.actors[step] < 0:
                return known_source and step > first
            if word == "," and step > first and commas < 2:
                commas += 1
                continue
            office = office or self.titles[step] or word in known.offices
            if self.actors[step] >= 0 or self.titles[step] or word in _SOURCES:
                continue
            if word in _NO_SOURCE or word in known.modals or word in known.auxiliaries or word in known.relatives:
                return False
            known_source = known_source and (
                word in known.determiners
                or word in known.modifiers
                or word in known.adverbs
                or word in known.offices
                or text[self.starts[step]].isupper()
            )
        return False
