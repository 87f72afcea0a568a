"""What else means the same actor: offices, pronouns, "both leaders", "the government".

One walk over the document in the order of the text. Offices without a name and definite descriptions are followed
here; pronouns and collectives in `pronouns` and `collectives`; "I" and "you" in `speakers`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import define, field

from diplokit import Document, Mention, Title
from diplokit.vocabulary import ActorKind, Confidence, Role

from .cast import BLOCS, HEADS, OF_STATES, Cast, Holding, Member, office_words
from .collectives import countries, leaders, the_two, they
from .counterparts import Counterparts
from .epithets import epithet
from .guests import Guests
from .held_offices import DIPLOMATS, MINISTER, called, foremost, holding_of
from .home import Home
from .memory import KEPT, Memory
from .offices import ONE_EACH
from .offices_of_states import may_head
from .pointers import Pointer
from .pointing_words import owned_by_land, stands_alone
from .pronouns import person_pronoun, thing_pronoun
from .seen import Seen
from .several_bodies import bodies
from .short_names import ShortNames
from .unnamed_states import UnnamedStates

_POINTING_BACK: Mapping[str, Callable[[Memory, int, int, str], None]] = {
    "pronoun": person_pronoun,
    "it": thing_pronoun,
    "they": they,
    "persons": leaders,
    "states": countries,
    "bodies": bodies,
    "some": the_two,
    "epithet": epithet,
}


@define
class Walk:
    """The walk over a document, with what is known of the past.

    Attributes:
        document: The document.
        cast: Its members.
        home: Finds the states for which or of which the text may speak, when somebody asks.
        spoken: Whether the text is a transcript, or tells in the first person: then other heads of state are others.
        memory: What is known of the past.
        begins: Where the titles and honorifics before a name begin, by the start of the name.
        pointers: What the walk comes by.
    """

    document: Document
    cast: Cast
    home: Home
    spoken: bool
    memory: Memory
    begins: Mapping[int, int]
    pointers: Sequence[Pointer]
    _bound: dict[frozenset[str], Member] = field(factory=dict, init=False)
    _unnamed: dict[frozenset[str], tuple[Member, int]] = field(factory=dict, init=False)
    _by_role: dict[Role, list[Member]] = field(factory=dict, init=False)
    _asked: tuple[int, Mapping[Member, int]] = field(default=(-1, {}), init=False)

    def take(self) -> None:
        """Go through the words that point back, in order."""
        for member in self.cast.members:
            for holding in member.offices:
                holders = self._by_role.setdefault(holding.role, [])
                if not holders or holders[-1] is not member:
                    holders.append(member)
        memory = self.memory
        ways: Mapping[str, Callable[[int, int, Any], None]] = {
            "inside": self._inside,
            "title": self._title,
            "office": self._office,
            "state": UnnamedStates(self.document, self.cast, self.home, memory, self.pointers).take,
            "organisation": ShortNames(self.cast, memory).take,
            "guest": Guests(memory, self.home).take,
            "counterpart": Counterparts(memory, self.begins, self.pointers, self._by_role).take,
        }
        for start, end, (sort, detail) in self.pointers:
            way = _POINTING_BACK.get(sort)
            if way is not None:
                way(memory, start, end, detail)
            else:
                ways[sort](start, end, detail)

    def _inside(self, start: int, end: int, member: Member) -> None:
        self.memory.come_to(start)
        self.memory.note_inside(member, start, end)

    # Offices without a name.

    def _title(self, start: int, end: int, detail: tuple[Mention[Title], Member | None]) -> None:
        title, of = detail
        folded = self.document.folded
        there = of is None and folded.startswith(" there", end)
        if there:
            of = self._there(start)
        if of is None and owned_by_land(folded, start):
            of = next((member for _, stop, member in self.memory.meant[:-4:-1] if stop == start - 3), None)
        owns_what = (
            of is not None and folded.startswith("'s ", end) and " assured " in folded[max(0, start - 24) : start]
        )
        of_bloc = of is not None and of.kind in BLOCS and office_words(title.value.name) not in DIPLOMATS
        if of is not None and title.value.role in OF_STATES and (of_bloc or owns_what):
            # "assured the Prime Minister of the Union's support": the Union is not whose office it is.
            cut = folded.find(" of ", start, end)
            of, end = None, cut if cut > 0 else end
        member, holding = self._holder(title, of, start)
        if there and holding is not None and holding.of is not of:
            member, holding = of, None
        if member is None:
            return
        if holding is not None and holding.of is None and of is not None:
            holding.of, holding.confidence = of, Confidence.LIKELY
        if not member.person:
            self._unnamed[office_words(title.value.name)] = member, self.memory.sentence
        self.memory.mean(member, start, end, "office" if member.person else "office of state")
        self.memory.note(member, start, end, office=True)

    def _there(self, start: int) -> Member | None:
        """The state that is meant by "the foreign minister there": the one in which the sentence says to be."""
        sentence = self.memory.come_to(start)
        near = {seen.member for seen in self.memory.bodies[-6:] if seen.sentence == sentence and seen.member.state}
        return near.pop() if len(near) == 1 else None

    def _holder(self, title: Mention[Title], of: Member | None, start: int) -> tuple[Member | None, Holding | None]:
        """Who holds an office that is named without its holder: who was named with it last."""
        nothing = None, None
        before = [word.strip("\"'(") for word in self.document.folded[max(0, start - 24) : start].split()[-2:]]
        value = title.value
        if of is None and (_DEFINITE.isdisjoint(before) or before[-1] in _INDEFINITE):
            return nothing
        sentence = self.memory.come_to(start)
        words = office_words(value.name)
        if of is None and words in self._bound:
            return self._bound[words], None
        tried: set[Member] = set()
        loose: tuple[Member, Holding] | None = None
        here: tuple[Member, Holding] | None = None
        named: list[tuple[Seen, Holding]] = []
        for seen in self.memory.persons[: -KEPT - 1 : -1]:
            member = seen.member
            if member in tried or not member.person:
                continue
            tried.add(member)
            holding = holding_of(member, value.role, words, of)
            if holding is None:
                continue
            if of is None and (place := self._named_in(sentence).get(member)) is not None:
                # "The Minister met Minister X" tells of two; "Minister X, after the Minister's visit" of one.
                if place < start:
                    here = here or (member, holding)
                continue
            if of is None:
                named.append((seen, holding))
                continue
            if of is holding.of:
                return member, holding
            if not (of.state and (value.role in ONE_EACH or len(words) > 1)):
                continue  # "the Thai minister" may be any
            if before[:1] != before[-1:] == ["the"] and before[0] in _GOVERNING:
                if self._named_in(sentence).get(member, start) < start:
                    continue  # "X will be a guest of the Egyptian President"
            if not self.spoken or before[-1:] == ["as"] or before == ["as", "the"]:
                loose = loose or (member, holding)
        if named:
            return (named[0][0].member, named[0][1]) if self.spoken else foremost(self.memory, named)
        holders = [m for m in self._by_role.get(value.role, ())[:64] if m not in tried or of is not None]
        later = [(m, h) for m in holders if (h := holding_of(m, value.role, words, of)) is not None]
        if of is not None:
            sure = [(m, h) for m, h in later if h.of is of]
            if len(sure) == 1:
                return sure[0]
            return loose if loose is not None and not sure else (of, None)
        if here is not None:
            return here
        # Told of before named: "the Prime Minister met Prime Minister X of Y. … Prime Minister Z announced".
        end = self.document.sentences[sentence].end
        later = [(m, h) for m, h in later if m.places and m.places[0][0] >= end]
        state, told = self._unnamed.get(words, (None, sentence))
        if state is not None and sentence - told <= _SPOKEN_OF and all(h.of not in (state, None) for _, h in later):
            return state, None  # "the Thai president said … The president added"
        if len(later) == 1:
            self._bound[words] = later[0][0]
            return later[0]
        if value.role in HEADS | OF_STATES - {Role.AMBASSADOR, Role.DIPLOMAT} and not later and words != MINISTER:
            state = self._unheld()
            if state is not None and may_head(state, value.name, words):
                self._bound[words] = state
                return state, None
        return nothing

    def _named_in(self, sentence: int) -> Mapping[Member, int]:
        """Where the members named in a sentence are; the last place of each."""
        if self._asked[0] != sentence:
            self._asked = sentence, self.memory.named_in(sentence)
        return self._asked[1]

    def _unheld(self) -> Member | None:
        """The state whose office is meant where nobody is named with it: the first that nobody is named with."""
        held = {
            id(holding.of)
            for role in HEADS
            for member in self._by_role.get(role, ())[:64]
            for holding in member.offices
            if holding.of is not None and holding.role in HEADS
        }
        return next((s for s in self.home.ranked().states[:3] if id(s) not in held and s.kind is ActorKind.STATE), None)

    # One that has been named.

    def _office(self, start: int, end: int, _: str) -> None:
        """Who was last named with such an office, where only "the Secretary" is said."""
        folded = self.document.folded
        if not stands_alone(folded, start, end, (" of ", "-", "'s office")):
            return
        words = office_words(folded[start:end])
        sentence = self.memory.come_to(start)
        named: dict[Member, tuple[Seen, Holding]] = {}
        for seen in self.memory.persons[:-41:-1]:
            if sentence - seen.sentence > 12:
                break
            member = seen.member
            if not member.person or member in named or member in self._named_in(sentence):
                continue
            holding = called(member, words)
            if holding is not None:
                named[member] = seen, holding
        if named:
            member = foremost(self.memory, list(named.values()))[0]
            self.memory.mean(member, start, end, "office")
            self.memory.note(member, start, end, office=True)


_SPOKEN_OF = 12
"""For how many sentences somebody is known by the office, "the Thai president"."""
_GOVERNING = frozenset(
    "of from with by to met meets meet told thanked against alongside joined received welcomed invited for".split()
)
"""The words before one who is not the subject of the sentence."""
_DEFINITE = frozenset(("the", "our", "his", "her", "its", "their", "mr", "mr.", "madam", "madame", "that"))
_INDEFINITE = frozenset(("a", "an", "any", "first", "next", "every", "no", "as"))
