"""What else means the same actor: offices, pronouns, "both leaders", "the government".

One walk over the document in the order of the text. Offices without a name and definite descriptions are followed
here; pronouns and collectives in `pronouns` and `collectives`; "I" and "you" in `speakers`.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from attrs import define, evolve, field

from diplokit import Document, Mention, Title
from diplokit.vocabulary import ActorKind, Confidence, Role

from .cast import HEADS, OF_STATES, Cast, Holding, Member, office_words
from .collectives import countries, leaders, the_two, they
from .memory import BLOCS, KEPT, Item, Memory, Met
from .offices import ONE_EACH
from .pointing_words import SPEECH
from .pronouns import person_pronoun, thing_pronoun
from .short_names import ShortNames

_POINTING_BACK: dict[str, Callable[[Memory, Item], None]] = {
    "pronoun": person_pronoun,
    "it": thing_pronoun,
    "they": they,
    "persons": leaders,
    "states": countries,
    "some": the_two,
}


@define
class Walk:
    """The walk over a document, with what is known of the past.

    Attributes:
        document: The document.
        cast: Its members.
        homes: The states for which or of which the text may speak, the most likely first.
        clear: Whether the first of them is so by far.
        spoken: Whether the text is a transcript, or tells in the first person: then other heads of state are others.
        memory: What is known of the past.
        begins: Where the titles and honorifics before a name begin, by the start of the name.
        quotes: Where quotations begin and end.
    """

    document: Document
    cast: Cast
    homes: Sequence[Member]
    clear: bool
    spoken: bool
    memory: Memory
    begins: Mapping[int, int]
    quotes: Sequence[tuple[int, int]]
    _bound: dict[frozenset[str], Member] = field(factory=dict)
    _names: Sequence[Met] = ()
    _named: dict[int, dict[int, int]] = field(factory=dict)
    _by_role: dict[Role, list[Member]] = field(factory=dict)

    def take(self, found: Sequence[Met]) -> None:
        """Go through names and the words that point back, in order."""
        for member in self.cast.members:
            if not member.offices:
                continue
            for role in dict.fromkeys(holding.role for holding in member.offices):
                self._by_role.setdefault(role, []).append(member)
        self._names = found
        memory, meant, note = self.memory, self.memory.meant, self.memory.note
        beyond = len(self.document.text) + 1
        begins = [sentence.start for sentence in self.document.sentences[1:]]
        begins.append(beyond)
        quotes = [*self.quotes, (beyond, beyond)]
        sentence = at = 0
        following, (opened, closed) = begins[0], quotes[0]
        ways = {
            "inside": self._inside,
            "title": self._title,
            "office": self._office,
            "state": self._state,
            "organisation": ShortNames(self.cast, memory).take,
        }
        for index, (start, end, _, sort, detail, of) in enumerate(found):
            while start >= following:
                sentence += 1
                following = begins[sentence]
            while closed <= start:
                at += 1
                opened, closed = quotes[at]
            quote = at if opened < start else -1
            if sort == "name":
                assert isinstance(detail, Member)
                meant.append((start, end, (detail,)))
                note(detail, start, end, sentence, quote, detail.person)
                continue
            item = Item(start, end, sort, detail, of, sentence, quote)
            if sort in _POINTING_BACK:
                _POINTING_BACK[sort](memory, item)
            elif (way := ways.get(sort)) is not None:
                way(item)
            else:
                self._counterpart(item, found[index + 1] if index + 1 < len(found) else None)

    def _inside(self, item: Item) -> None:
        assert isinstance(item.detail, Member)
        self.memory.note_inside(item.detail, item)

    # Offices without a name.

    def _title(self, item: Item) -> None:
        title = item.detail
        assert isinstance(title, Mention)
        if item.of is not None and title.value.role in OF_STATES and item.of.kind in BLOCS:
            # "assured the Prime Minister of the Union's support": the Union is not whose office it is.
            cut = self.document.folded.find(" of ", item.start, item.end)
            item.of, item.end = None, cut if cut > 0 else item.end
        member, holding = self._holder(title, item.of, item)
        if member is None:
            return
        if holding is not None and holding.of is None and item.of is not None:
            holding.of, holding.confidence = item.of, Confidence.LIKELY
        self.memory.mean((member,), item.start, item.end, "office" if member.person else "office of state")
        self.memory.remember(member, item, person=True)

    def _holder(self, title: Mention[Title], of: Member | None, item: Item) -> tuple[Member | None, Holding | None]:
        """Who holds an office that is named without its holder: who was named with it last."""
        nothing = None, None
        before = [
            word.strip("\"'(") for word in self.document.folded[max(0, item.start - 24) : item.start].split()[-2:]
        ]
        value = title.value
        definite = bool(
            {"the", "our", "his", "her", "its", "their", "mr", "mr.", "madam", "madame", "that"} & set(before)
        )
        if before[-1:] in (["a"], ["an"], ["any"], ["first"], ["next"], ["every"], ["no"], ["as"]) and of is None:
            return nothing
        if not definite and of is None:
            return nothing
        words = office_words(value.name)
        if of is None and words in self._bound:
            return self._bound[words], None
        sentence = item.sentence
        tried: set[int] = set()
        loose: tuple[Member, Holding] | None = None
        here: tuple[Member, Holding] | None = None
        for seen in reversed(self.memory.persons[-KEPT:]):
            member = seen.member
            if id(member) in tried or not member.person:
                continue
            tried.add(id(member))
            holding = _holding(member, value.role, words, of)
            if holding is None:
                continue
            if of is None and self._named_in(member, sentence):
                # "The Minister met Minister X" tells of two; "Minister X, after the Minister's visit" of one.
                if self._names_in(sentence)[id(member)] < item.start:
                    here = here or (member, holding)
                continue
            if of is holding.of or of is None:
                return member, holding
            if of is not None and not (of.state and (value.role in ONE_EACH or len(words) > 1)):
                continue  # "the Thai minister" may be any
            if not self.spoken or before[-1:] == ["as"] or before == ["as", "the"]:
                loose = loose or (member, holding)
        holders = [m for m in self._by_role.get(value.role, ())[:64] if id(m) not in tried or of is not None]
        later = [(m, h) for m in holders if (h := _holding(m, value.role, words, of)) is not None]
        if of is not None:
            sure = [(m, h) for m, h in later if h.of is of]
            if len(sure) == 1:
                return sure[0]
            return loose if loose is not None and not sure else (of, None)
        if here is not None:
            return here
        # Told of before named: "the Prime Minister met Prime Minister X of Y. … Prime Minister Z announced".
        end = self.document.sentences[item.sentence].end
        later = [(m, h) for m, h in later if m.places and m.places[0][0] >= end]
        if len(later) == 1:
            self._bound[words] = later[0][0]
            return later[0]
        if value.role in HEADS | OF_STATES - {Role.AMBASSADOR, Role.DIPLOMAT} and not later:
            state = self._unheld()
            if state is not None:
                self._bound[words] = state
                return state, None
        return nothing

    def _named_in(self, member: Member, sentence: int) -> bool:
        return id(member) in self._names_in(sentence)

    def _names_in(self, sentence: int) -> dict[int, int]:
        """Where the members named in a sentence are, by `id()`; the last place of each."""
        named = self._named.get(sentence)
        if named is None:
            sentences = self.document.sentences
            low = bisect_left(self._names, (sentences[sentence].start,)) if sentence else 0
            named = self._named[sentence] = {}
            stop = sentences[sentence + 1].start if sentence + 1 < len(sentences) else len(self.document.text) + 1
            for one in islice(self._names, low, None):
                if one[0] >= stop:
                    break
                if one[3] == "name":
                    named[id(one[4])] = one[0]
        return named

    def _unheld(self) -> Member | None:
        """The state whose office is meant where nobody is named with it: the first that nobody is named with."""
        held = {
            id(holding.of)
            for role in HEADS
            for member in self._by_role.get(role, ())[:64]
            for holding in member.offices
            if holding.of is not None and holding.role in HEADS
        }
        return next((s for s in self.homes[:3] if id(s) not in held and s.kind is ActorKind.STATE), None)

    # One that has been named.

    def _state(self, item: Item) -> None:
        folded = self.document.folded
        start = item.start - 4
        if not folded.startswith("the ", max(start, 0)) or folded.startswith((" of ", "-", " official"), item.end):
            return
        sentence = item.sentence
        member = self.homes[0] if self.homes and self.clear else None
        if item.detail == "land":
            near = [s.member for s in self.memory.bodies[-6:] if s.member.state and 0 <= sentence - s.sentence <= 1]
            member = near[-1] if near else None
            if self._opens_clause(start, sentence) and not folded.startswith("'", item.end):
                # "The Minister said the country aims to …": that of which the text is told, not the last one named.
                member = self.homes[0] if self.homes and self.homes[0] in near else member
        if member is not None:
            self.memory.mean((member,), start, item.end, "the " + folded[item.start : item.end])

    def _opens_clause(self, start: int, sentence: int) -> bool:
        """Whether what begins here is the subject of the sentence, or of what somebody says."""
        if start == self.document.sentences[sentence].start:
            return True
        before = self.document.folded[max(0, start - 16) : start].split()[-1:]
        return before == ["that"] or (bool(before) and before[0] in SPEECH)

    def _office(self, item: Item) -> None:
        """Who was last named with such an office, where only "the Secretary" is said."""
        folded = self.document.folded
        if not folded.startswith("the ", max(item.start - 4, 0)) or folded.startswith(
            (" of ", "-", "'s office"), item.end
        ):
            return
        words = office_words(folded[item.start : item.end])
        sentence = item.sentence
        for seen in reversed(self.memory.persons[-40:]):
            if sentence - seen.sentence > 12:
                break
            member = seen.member
            if member.person and any(words <= h.words for h in member.offices) and not self._named_in(member, sentence):
                self.memory.mean((member,), item.start, item.end, "office")
                self.memory.remember(member, item, person=True)
                return

    def _counterpart(self, item: Item, following: Met | None) -> None:
        """Let X hold the same office in Peru: "his Peruvian counterpart, X"."""
        sentence = item.sentence
        last = self.memory.bodies[-1] if self.memory.bodies else None
        state = last.member if last and item.start - last.end == 1 and last.member.state else None
        own = next(
            (s.member for s in self.memory.persons[-8:] if s.sentence == sentence),
            self.memory.topic.member if self.memory.topic else None,
        )
        if not {"his", "her", "their", "its"} & set(self.document.folded[max(0, item.start - 40) : item.start].split()):
            return
        holding = own.offices[0] if own is not None and own.offices else None
        if following is not None and following[3] == "name" and following[0] - item.end < 40:
            person = following[4]
            assert isinstance(person, Member)
            begin = self.begins.get(following[0], following[0])
            if person.person and holding and self.document.folded[item.end : begin].strip(" ,") in ("", "from"):
                _same_office(person, holding, state, item.start)
            return
        if state is None:
            return
        held = (
            [m for m in self._by_role.get(holding.role, ()) if _holding(m, holding.role, holding.words, state)]
            if holding
            else []
        )
        member = held[0] if len(held) == 1 else state
        self.memory.mean((member,), item.start, item.end, "counterpart")
        self.memory.remember(member, item, person=True)


def _same_office(person: Member, like: Holding, state: Member | None, start: int) -> None:
    """Let a person hold in a state the office that another holds elsewhere."""
    for holding in person.offices:
        if holding.role is like.role or holding.words == like.words:
            if holding.of is None:
                holding.of, holding.confidence = state, Confidence.LIKELY
            return
    styled = like.role in (Role.MINISTER, Role.FOREIGN_MINISTER)  # "her counterpart, Ambassador X": a minister too
    if not person.offices or (styled and all(holding.role is Role.AMBASSADOR for holding in person.offices)):
        person.offices.append(evolve(like, of=state, to=None, confidence=Confidence.LIKELY, start=start))


def _holding(member: Member, role: Role, words: frozenset[str], of: Member | None) -> Holding | None:
    """The office of a person that a title without a name may mean."""
    for holding in member.offices:
        if of is not None and holding.of is not None and of is not holding.of:
            continue
        generic = words == _LEADER or words in _GENERIC
        if generic and of is not None and holding.of is None and not words <= holding.words:
            continue
        if words <= holding.words or (role is holding.role and (holding.words <= words or words in _GENERIC)):
            return holding
        if holding.role in HEADS and (words == _LEADER or (words in _GENERIC and holding.words in _GENERIC)):
            return holding
    return None


_LEADER = frozenset(("leader",))
_GENERIC = frozenset(
    frozenset(words.split())
    for words in (
        "head state",
        "head government",
        "prime minister",
        "leader",
        "ruler",
        "monarch",
        "taoiseach",
    )
)
