"""Collectives that a text names once with their owner and then without: "a Peruvian delegation … the delegation will"."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from attrs import evolve

from diplokit import Actor, Span
from diplokit.vocabulary import ActorKind

from .series import Subject
from .who_says import WhoSays

COLLECTIVES = frozenset(
    "delegation mission team government administration cabinet ministry parliament commission committee council bloc grouping summit "
    "alliance ministers leaders agency company consortium troika latter authority assembly".split()
)
"""Nouns of bodies and groups that act for those who own them."""
GATHERINGS = frozenset("group forum conference meeting session".split())
"""Nouns of gatherings and groups, that of blocs speak for those."""

# What is also called by its sort: "the 55-nation bloc", "the ministerial council".
_BY_ADJECTIVE = frozenset("bloc grouping council alliance group".split())
_ORGANS = frozenset("authority assembly council summit commission committee".split())
# How far back, in characters, the owner may be told.
_REACH = 2500
_TITLED = frozenset(["the", "this", "our"])
# How far the article and the number before the noun reach.
_BEFORE_NOUN = 12
_TOLD_OF = frozenset("the these those both some several many most all other".split())
_A = frozenset(["a", "an"])
# What belongs to the state of the one who speaks of it, if nobody else is named.
_SENT = frozenset(["government", "administration", "cabinet", "delegation", "mission", "team"])
# Bodies of the state that papers of some countries name without "the".
_CAPITALISED = frozenset(["government", "cabinet", "parliament"])
# Those who act for a state though a person speaks of them as "ours" or "his".
_STATES_OWN = frozenset(
    "negotiators lawmakers troops forces army navy military diplomats parliament officials government country nation "
    "delegation administration cabinet".split()
)
_POSSESSIVES = frozenset(["our", "my", "his", "her"])
# Those with whom states make truces, and who are none.
_OPPONENTS = frozenset(
    "rebels guerrillas insurgents separatists militants militias opposition fighters junta faction factions".split()
)
_HEADING = frozenset([".", ")", "(", "-", "•", "*", "]", "["])
BLOCS = frozenset([ActorKind.IGO, ActorKind.IGO_ORGAN, ActorKind.GROUPING])
"""Kinds of organisations of states, for which a summit or a council of theirs speaks."""
_WHERE = frozenset(["in", "at", "on", "during"])
_NO_OWNER = frozenset([",", ";", ":", '"', "(", ")", "and", "that", "which", "who"])


def begin_of(place: tuple[Span, tuple[str, ...]]) -> int:
    """Where those are meant whom a place means."""
    return place[0].start


class Neighbours(Protocol):
    """The other sentences of a text."""

    def sentence_at(self, offset: int) -> "Collectives": ...


class Collectives(WhoSays):
    """A sentence that can tell for whom "the delegation" acts.

    Attributes:
        neighbours: The other sentences of the text.
        groups: The collectives in it that the text does not resolve, in order.
    """

    neighbours: Neighbours
    groups: Sequence[tuple[Span, tuple[str, ...]]] = ()

    def unresolved(self, verb: int) -> Subject | None:
        """The subject of a verb, if that is a collective of whom the text does not tell more: "world leaders agreed".

        Args:
            verb: The number of the first word of the verb group.
        """
        if not self.groups:
            return None
        at = self.skip_back(verb - 1)
        for _ in range(4):
            if at < 0:
                return None
            if (found := self._group_before(self.stop(at))) is not None:
                span, ids = found
                return Subject(ids, (span.start, span.end)) if self._may_act(self.at(span.start)) else None
            if self.words[at] in ("and", "but"):
                break
            if self.words[at] in self.known.relatives:
                at = self.skip_back(at - 1)
            elif self.words[at] == ",":
                opened = self.parenthesis(at)
                if opened is None:
                    break
                at = self.skip_back(opened - 1)
            else:
                before = self._before_preposition(at)
                at = -1 if before is None else self.skip_back(before)
                if at > 0 and self.words[at] in ("meeting", "gathered", "attending", "from"):
                    at = self.skip_back(at - 1)
        span, ids = self.groups[0]
        opening = self.at(span.start)
        if (
            opening < at
            and self.words[at] in ("and", ",", "but")
            and self._may_act(opening)
            and max(self.actors[:opening], default=-1) < 0
        ):
            return Subject(ids, (span.start, span.end), near=False)  # "World leaders met in Paris and agreed"
        return None

    def collective(self, verb: int, *, gathered: bool = False) -> Subject | None:
        """The subject of a verb, if that is a collective whose owner is told before: "the delegation will".

        Args:
            verb: The number of the first word of the verb group.
            gathered: Whether "the meeting" of a bloc counts, for what is decided and said there.
        """
        at = self.skip_back(verb - 1)
        if at > 0 and self.words[at] not in COLLECTIVES:
            at = self._before_place(at) if gathered else at
            if gathered and self.words[at] in GATHERINGS and self.actors[at] < 0:
                found = self._acting(at, verb)
                return found if found is not None and self.is_bloc(found.actors[0]) else None
        if at < 0 or self.words[at] not in COLLECTIVES or self.actors[at] >= 0:
            return None
        return self._acting(at, verb)

    def _group_before(self, end: int) -> tuple[Span, tuple[str, ...]] | None:
        """Such a collective that ends at an offset."""
        at = bisect_left(self.groups, end, key=begin_of) - 1
        return self.groups[at] if at >= 0 and self.groups[at][0].end == end else None

    def agents(self, first: int, last: int | None = None) -> tuple[tuple[str, ...], int]:
        """As for all sentences; a collective of whom the text does not tell more, if nobody else acts."""
        found = super().agents(first, last)
        count = len(self.words)
        if self.groups and not found[0] and first < count:
            begin, end = self.starts[first], self.stop((count if last is None else min(last, count)) - 1)
            at = bisect_left(self.groups, begin, key=begin_of)
            for span, ids in self.groups[at : at + 1]:
                if span.start <= begin + _BEFORE_NOUN and span.end <= end:
                    return ids, self.at(span.end - 1) + 1
        return found

    def _may_act(self, first: int) -> bool:
        """Whether the phrase that begins at a word, or at an article before it, may be a subject."""
        while first and self.words[first - 1] in _TOLD_OF:
            first -= 1
        before, known = self.words[first - 1] if first else ".", self.known
        return (
            not before[0].isalpha()
            or before in known.openers
            or before in known.speech
            or before in known.times
            or before in known.adverbs
            or before in ("and", "but", "or", "than", "as")
        )

    def _acting(self, at: int, verb: int) -> Subject | None:
        """For whom a collective acts."""
        word, first = self.words[at], at
        if word == "latter":
            return self._latter(at)
        if word in _CAPITALISED and self._bare(at) and (sent := self._sent(verb, at)) is not None:
            return sent  # "he said Government was determined"
        while first and at - first < 4 and self.words[first - 1] not in _OPENS and self.words[first] not in _TITLED:
            first -= 1
        if (first < at - 1 and (self.words[first] in _A or self.words[first] in _TITLED)) or self.actors[at - 1] >= 0:
            if first < at and max(self.actors[first:at]) >= 0 and (owners := self.owned(at)) is not None:
                # "a Peruvian trade mission will", "the Arab League summit rejected", "ASEAN group adopts"
                return Subject(owners, (self.starts[first], self.stop(at)))
        if self.words[first] in _A:
            return self._sent(verb, at) if word in _SENT else None  # "he said a purchasing mission will leave"
        if self.words[first] not in _TITLED:
            if first != at or any(before not in _HEADING and not before.isdecimal() for before in self.words[:at]):
                return None
        elif (first != at - (2 if word in _BY_ADJECTIVE else 1) and first != at - 1) or (
            first and not self.words[first - 1].isdecimal() and self.words[first - 1] not in _OPENS
        ):
            return None  # "Summit approved", at the head of a paragraph; "the delegation will"
        folded, found = self._reading.document.folded, self.starts[at]
        for _ in range(6):
            found = folded.rfind(word, max(0, self.start - _REACH), found)
            if found < 0:
                break
            earlier = self.neighbours.sentence_at(found)
            step = earlier.at(found)
            owners = earlier.owned(step) if earlier.words[step] == word else None
            if owners is not None and (word not in _SEVERAL or self._several(owners)):
                return Subject(owners, (self.starts[at], self.stop(at)))
        if word in _BY_ADJECTIVE and self.start > 1:
            return self._of_bloc(self.start - 2, at)  # "AU leaders met. The 55-nation bloc rejected"
        if word in _ORGANS and self._reading.document.text[self.starts[at]].isupper():
            return self._of_bloc(
                0, at
            )  # "Communiqué of the ECOWAS Summit … 2. The Authority urges": that of the heading
        return self._sent(verb, at) if word in _SENT else None

    def _of_bloc(self, offset: int, at: int) -> Subject | None:
        """The noun at a word as meaning the first bloc named alone in the sentence at an offset."""
        told = self.neighbours.sentence_at(offset).references
        owners = next((ids for _, ids in told if len(ids) == 1 and self.is_bloc(ids[0])), None)
        return None if owners is None else Subject(owners, (self.starts[at], self.stop(at)))

    def _before_place(self, at: int) -> int:
        """The noun before where and when it meets: "the summit| in Lima", "the meeting| held at the UN in May"."""
        while at > 0 and (before := self._before_preposition(at)) is not None and self.words[before + 1] in _WHERE:
            at = self.skip_back(before)
            if at > 0 and self.words[at] in ("held", "meeting"):
                at = self.skip_back(at - 1)
            if at > 0 and self.words[at] == ",":
                at = self.skip_back(at - 1)
        return at

    def _latter(self, at: int) -> Subject | None:
        """Whom "the latter" means: the person who was named last, here or in the sentence before."""
        before = self.neighbours.sentence_at(self.start - 2).references if self.start > 1 else ()
        here = [place for place in self.references if place[0].end <= self.starts[at]]
        text = self._reading.document.text
        for span, ids in reversed([*before, *here]):
            if text[span.start].isupper() and self._is_person(ids):
                return Subject(ids, (self.starts[at], self.stop(at)))
        return None

    def _bare(self, at: int) -> bool:
        """Whether a word opens its clause without a determiner, with a capital or behind a verb of speech."""
        if at and self.words[at - 1] in self.known.speech:
            return True
        return (not at or self.words[at - 1] in _OPENS) and self._reading.document.text[self.starts[at]].isupper()

    def _sent(self, verb: int, at: int) -> Subject | None:
        """Those who speak of a body of theirs: "the minister said the government was studying it"."""
        said = self.speaker(verb)
        if said is None and self.words[0] == '"' and self.start > 1:
            said = self.neighbours.sentence_at(self.start - 2).speaker(1)  # the quotation goes on
        if said is None or len(said[0]) > 1:
            return None
        return Subject((self._state_of(said[0][0]),), (self.starts[at], self.stop(at)))

    def _state_of(self, name: str) -> str:
        """The state or body in which a person holds an office, or the actor itself."""
        for actor in self._reading.records(Actor):
            if actor.id == name and actor.kind is ActorKind.PERSON:
                return next((office.of for office in actor.offices if office.of is not None), name)
        return name

    def _official(self, at: int) -> Subject | None:
        """As for all sentences; "our negotiators" act for the state of the one who speaks of them."""
        if self.words[at] in _OPPONENTS:
            return self._with_opponents(at)
        found = super()._official(at)
        if found is None or len(found.actors) != 1 or self.words[at] not in _STATES_OWN:
            return found
        if self.words[self.at(found.span[0])] not in _POSSESSIVES:
            return found
        return evolve(found, actors=(self._state_of(found.actors[0]),))

    def _with_opponents(self, at: int) -> Subject | None:
        """Who does something with those who are no state: "the Peruvian government and the rebels"."""
        if at and self.actors[at - 1] >= 0 and self._kind(self.meant(at - 1).actors[0]) is not ActorKind.STATE:
            return self._named(at - 1)  # "the FARC rebels"
        first = self._phrase_start(at)
        before = self.skip_back(first - 2) if first > 1 and self.words[first - 1] == "and" else -1
        if before < 0:
            return None
        return self._named(before) if self.actors[before] >= 0 else self._official(before)

    def _several(self, owners: tuple[str, ...]) -> bool:
        """Whether there is more than one leader: of several states, or of a group."""
        if len(owners) > 1:
            return True
        kinds = [actor.kind for actor in self._reading.records(Actor) if actor.id in owners]
        return bool(kinds) and kinds[0] not in (ActorKind.PERSON, ActorKind.STATE)

    def is_bloc(self, name: str) -> bool:
        """Whether an actor is an organisation of states, for which a summit speaks."""
        return self._kind(name) in BLOCS

    def owned(self, at: int) -> tuple[str, ...] | None:
        """Whose collective stands at a word: "the U.S. delegation", "a mission from Japan", "Summit of SADC leaders"."""
        heard = self.words
        if self.actors[at] >= 0:
            return self.references[self.actors[at]][1]
        for step in range(at - 1, max(at - 5, -1), -1):
            if self.actors[step] >= 0:
                return self.joined(step, self.noun_start(step)).actors
            if heard[step] in _NO_OWNER or heard[step] in ("of", "from", "with", "to", "in", "by", "for"):
                break
        if heard[at + 1 : at + 2] in (["of"], ["from"]):
            return self.agents(at + 2, min(at + 14, len(heard)))[0] or None
        return None


_SEVERAL = frozenset(["leaders", "ministers"])
_OPENS = frozenset([*_HEADING, ",", ";", ":", '"', "and", "that", "but", "said", "says", "while", "as"])
