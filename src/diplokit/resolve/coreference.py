"""What else means the same actor: offices, pronouns, "both leaders", "the government".

One walk over the document in the order of the text. What is needed of the past is kept short: those who were
named in the last sentences, and the last ones who were named together.
"""

from collections.abc import Iterable, Sequence

from attrs import define, evolve, field

from diplokit import Document, Mention, Title
from diplokit.vocabulary import ActorKind, Confidence, Role

from .cast import Cast, Holding, Member, office_words, tokens
from .offices import HEADS, OF_STATES
from .pointing_words import GOVERNED, NUMBERS, POINTING, acting, coordination, is_first_person, known_ones

_LEADERS = HEADS | {Role.DEPUTY_HEAD, Role.SUBNATIONAL_HEAD, Role.OTHER, Role.IGO_HEAD}
_MINISTERS = frozenset((Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEPUTY_MINISTER, Role.DEPUTY_HEAD))
_BLOCS = frozenset((ActorKind.IGO, ActorKind.GROUPING))
_PLURAL = frozenset(
    "ministers presidents secretaries ambassadors leaders chairs premiers senators kings envoys generals chiefs heads "
    "governors officials commissioners directors mayors representatives spokespersons chancellors monarchs members".split()
)
_KEPT = 120
"""How many of those last named are remembered."""


@define
class Item:
    """Something that the walk comes by: a name, a title without a name, or a word that points back."""

    start: int
    end: int
    sort: str
    detail: object = None
    of: Member | None = None
    sentence: int = 0
    quote: int = -1


@define
class Seen:
    """A place where a member was meant."""

    member: Member
    start: int
    end: int
    sentence: int
    subject: bool
    quote: int = -1


def plural(title: Mention[Title]) -> bool:
    """Whether a title means several holders: "the Foreign Ministers"."""
    head = title.value.name.split(" of ")[0].split(" for ")[0]
    return any(words and words[-1].casefold() in _PLURAL for words in (head.split(), title.text.split()))


def items_of(
    document: Document,
    names: Iterable[tuple[int, int, Member]],
    inside: Iterable[tuple[int, int, Member]],
    alone: Iterable[tuple[Mention[Title], Member | None]],
    quotes: Sequence[tuple[int, int]],
) -> list[Item]:
    """Names, titles without names and words that point back, in the order of the text."""
    items = [Item(start, end, "name", member) for start, end, member in names]
    items += [Item(t.span.start, t.span.end, "title", t, of) for t, of in alone if not plural(t)]
    items.sort(key=lambda item: (item.start, item.end))
    taken = list(items)
    at = 0
    for hit in document.hits(POINTING):
        while at < len(taken) and taken[at].end <= hit.start:
            at += 1
        if at < len(taken) and taken[at].start < hit.end:
            continue
        sort, detail = hit.meaning  # type: ignore[misc]
        if sort == "first" and not is_first_person(document, hit):
            continue
        items.append(Item(hit.start, hit.end, sort, detail))
    items += [Item(start, end, "inside", member) for start, end, member in inside if not member.person]
    items += [Item(t.span.start, t.span.end, "inside", of) for t, of in alone if of is not None and of.state]
    items.sort(key=lambda item: (item.start, item.end))
    sentences = document.sentences
    number, following = 0, sentences[1].start if len(sentences) > 1 else len(document.text) + 1
    for item in items:
        while item.start >= following:
            number += 1
            following = sentences[number + 1].start if number + 1 < len(sentences) else len(document.text) + 1
        item.sentence = number
    at = 0
    for item in items if quotes else ():
        while at < len(quotes) and quotes[at][1] <= item.start:
            at += 1
        if at < len(quotes) and quotes[at][0] < item.start:
            item.quote = at
    return items


@define
class Walk:
    """The walk over a document, with what is known of the past.

    Attributes:
        document: The document.
        cast: Its members.
        homes: The states for which or of which the text may speak, the most likely first.
        clear: Whether the first of them is so by far.
        spoken: Whether the text is a transcript of several speakers.
        persons: Those who were last meant as persons (a state too, where its "President" was).
        bodies: States and organisations last meant.
        states: States and blocs last named in any way, also in titles, and the sentence.
        topic: The person whom the last sentences are about.
        group: Those last named together, and the sentence.
        subjects: Those last named together as the subject, and the sentence.
        meant: Every place where a word was found to mean someone.
    """

    document: Document
    cast: Cast
    homes: Sequence[Member]
    clear: bool
    spoken: bool = False
    persons: list[Seen] = field(factory=list)
    bodies: list[Seen] = field(factory=list)
    states: list[tuple[Member, int]] = field(factory=list)
    topic: Seen | None = None
    group: tuple[Member, ...] = ()
    group_sentence: int = -99
    subjects: tuple[Member, ...] = ()
    subjects_sentence: int = -99
    meant: list[tuple[int, int, tuple[Member, ...]]] = field(factory=list)
    pointers: list[Item] = field(factory=list)
    _chain: list[Member] = field(factory=list)
    _chain_end: int = -99
    _leads: bool = False
    _bound: dict[frozenset[str], Member] = field(factory=dict)
    _named: dict[int, set[int]] = field(factory=dict)
    _by_role: dict[Role, list[Member]] = field(factory=dict)

    def take(self, items: Sequence[Item]) -> None:
        """Go through names and the words that point back, in order."""
        for member in self.cast.members:
            for role in dict.fromkeys(holding.role for holding in member.offices):
                self._by_role.setdefault(role, []).append(member)
        for item in items:
            if item.sort == "name":
                self._named.setdefault(item.sentence, set()).add(id(item.detail))
        ways = {
            "name": self._name,
            "title": self._title,
            "pronoun": self._pronoun,
            "it": self._it,
            "they": self._they,
            "persons": self._persons,
            "states": self._states,
            "state": self._state,
            "organisation": self._organisation,
            "some": self._some,
            "office": self._office,
            "inside": self._inside,
        }
        for index, item in enumerate(items):
            way = ways.get(item.sort)
            if way is not None:
                way(item)
            elif item.sort == "counterpart":
                self._counterpart(item, items[index + 1] if index + 1 < len(items) else None)
            else:
                self.pointers.append(item)

    def _mean(self, members: Iterable[Member], start: int, end: int, rule: str) -> None:
        members = tuple(members)
        for member in members:
            member.mean(start, end, rule)
        if members:
            self.meant.append((start, end, members))

    # Names, and what is remembered of them.

    def _name(self, item: Item) -> None:
        member = item.detail
        assert isinstance(member, Member)
        self.meant.append((item.start, item.end, (member,)))
        self._remember(member, item, member.person)

    def _inside(self, item: Item) -> None:
        member = item.detail
        assert isinstance(member, Member)
        if member.state:
            self._see_state(member, item.sentence)
        else:
            self.bodies.append(Seen(member, item.start, item.end, item.sentence, False))

    def _see_state(self, member: Member, sentence: int) -> None:
        self.states.append((member, sentence))
        if len(self.states) > 2 * _KEPT:
            del self.states[:_KEPT]

    def _remember(self, member: Member, item: Item, person: bool) -> None:
        start, end, sentence = item.start, item.end, item.sentence
        kept = self.persons if person else self.bodies
        subject = self._may_lead(start)
        if kept and kept[-1].member is member and start - kept[-1].end < 40 and kept[-1].sentence == sentence:
            subject = kept[-1].subject  # the name after a title, the title after a name
        seen = Seen(member, start, end, sentence, subject, item.quote)
        kept.append(seen)
        if _side(member) and not person:
            self._see_state(member, sentence)
        if len(kept) > 2 * _KEPT:
            del kept[:_KEPT]
        if person and item.quote < 0 and (self.topic is None or self.topic.sentence != sentence) and seen.subject:
            self.topic = seen
        self._coordinate(member, person, start, end, sentence, seen.subject)

    def _may_lead(self, start: int) -> bool:
        """Whether what begins here may be the subject of its clause: no preposition stands before it."""
        before = self.document.folded[start - 16 if start > 16 else 0 : start].split()
        if before and before[-1] in ("the", "a"):
            before.pop()
        return not before or before[-1].strip("'\"") not in GOVERNED

    def _coordinate(self, member: Member, person: bool, start: int, end: int, sentence: int, subject: bool) -> None:
        """Keep together those who are named together: "A and B", "A, B and C", "A-B"."""
        if self._chain and self._chain[-1] is member and 0 <= start - self._chain_end < 60:
            self._chain_end = max(end, self._chain_end)
            return
        gap = self.document.folded[self._chain_end : start] if 0 < start - self._chain_end < 16 else ""
        alike = bool(self._chain) and (self._chain[-1].person or self._chain[-1].state and person) == person
        if gap and alike and coordination().fullmatch(gap):
            self._chain.append(member)
            if "," not in gap or "and" in gap:
                self._together(dict.fromkeys(self._chain), sentence, self._leads and "-" not in gap)
        else:
            self._chain = [member]
            self._leads = subject
        self._chain_end = end

    def _together(self, members: Iterable[Member], sentence: int, subject: bool) -> None:
        members = tuple(members)
        if len(members) < 2:
            return
        self.group, self.group_sentence = members, sentence
        if subject and (sentence != self.subjects_sentence or len(members) > len(self.subjects)):
            self.subjects, self.subjects_sentence = members, sentence

    # Offices without a name.

    def _title(self, item: Item) -> None:
        title = item.detail
        assert isinstance(title, Mention)
        if item.of is not None and title.value.role in OF_STATES and item.of.kind in _BLOCS:
            # "assured the Prime Minister of the Union's support": the Union is not whose office it is.
            cut = self.document.folded.find(" of ", item.start, item.end)
            item.of, item.end = None, cut if cut > 0 else item.end
        member, holding = self._holder(title, item.of, item)
        if member is None:
            return
        if holding is not None and holding.of is None and item.of is not None:
            holding.of, holding.confidence = item.of, Confidence.LIKELY
        self._mean((member,), item.start, item.end, "office" if member.person else "office of state")
        self._remember(member, item, True)

    def _holder(self, title: Mention[Title], of: Member | None, item: Item) -> tuple[Member | None, Holding | None]:
        """Who holds an office that is named without its holder: who was named with it last."""
        nothing = None, None
        before = self.document.folded[max(0, item.start - 24) : item.start].split()[-2:]
        value = title.value
        definite = bool({"the", "our", "his", "her", "its", "their", "mr", "mr.", "madam", "madame", "that"} & set(before))
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
        for seen in reversed(self.persons):
            member = seen.member
            if id(member) in tried or not member.person:
                continue
            tried.add(id(member))
            holding = _holding(member, value.role, words, of)
            if holding is None or (of is None and self._named_in(member, sentence)):
                continue
            if of is holding.of or of is None:
                return member, holding
            if not self.spoken or before[-1:] == ["as"] or before == ["as", "the"]:
                loose = loose or (member, holding)
        holders = [m for m in self._by_role.get(value.role, ())[:64] if id(m) not in tried or of is not None]
        later = [(m, h) for m in holders if (h := _holding(m, value.role, words, of)) is not None]
        if of is not None:
            sure = [(m, h) for m, h in later if h.of is of]
            if len(sure) == 1:
                return sure[0]
            return loose if loose is not None and not sure else (of, None)
        # Told of before named: "the Prime Minister met Prime Minister X of Y. … Prime Minister Z announced".
        here = self.document.sentences[item.sentence]
        later = [(m, h) for m, h in later if m.places and m.places[0][0] >= here.end]
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
        return id(member) in self._named.get(sentence, ())

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

    # Pronouns.

    def _pronoun(self, item: Item) -> None:
        gender = str(item.detail)
        if self.document.text[item.start : item.end].isupper():
            return  # "HE" is His Excellency
        sentence = item.sentence

        def fits(seen: Seen) -> bool:
            return seen.member.gender in (None, gender) and seen.quote in (-1, item.quote)

        here = [seen for seen in self.persons[-8:] if seen.sentence == sentence and fits(seen)]
        chosen: Seen | None = None
        word = self.document.folded[item.start : item.end]
        if here and word in ("his", "her") and self.document.folded[here[-1].end : item.start].strip() == "and":
            chosen = here[-1]
        elif here:
            chosen = next((seen for seen in here if seen.subject), None)
            if chosen is None and word in ("his", "her"):
                chosen = here[-1]
            if chosen is None and not (self.topic and sentence - self.topic.sentence == 1 and fits(self.topic)):
                chosen = here[-1]
        if chosen is None and self.topic is not None and sentence - self.topic.sentence <= 2 and fits(self.topic):
            chosen = self.topic
        if item.quote >= 0 and not here:
            return  # whom a speaker speaks of is not told by who speaks
        if chosen is None:
            near = [seen for seen in self.persons[-8:] if sentence - seen.sentence == 1 and fits(seen)]
            if len({id(seen.member) for seen in near}) == 1:
                chosen = near[0]
        if chosen is None:
            return
        member = chosen.member
        if member.person:
            member.gender = member.gender or gender
        self._mean((member,), item.start, item.end, "pronoun")
        if chosen not in here:
            self.topic = Seen(member, item.start, item.end, sentence, True)
            self.persons.append(self.topic)

    def _it(self, item: Item) -> None:
        folded = self.document.folded
        own = folded[item.start : item.end] == "its"
        if not own and not folded[item.end : item.end + 24].lstrip().startswith(_IT_ACTS):
            return
        sentence = item.sentence
        here = [seen for seen in self.bodies[-6:] if seen.sentence == sentence and seen.subject]
        if not here and not own:
            here = [seen for seen in self.bodies[-6:] if sentence - seen.sentence == 1 and seen.subject][:1]
        if here:
            member = here[-1].member
            self._mean((member,), item.start, item.end, "pronoun")
            if not own:
                self.bodies.append(Seen(member, item.start, item.end, sentence, True))

    def _they(self, item: Item) -> None:
        sentence = item.sentence
        nominative = self.document.folded[item.start : item.end] == "they"
        members: tuple[Member, ...] = ()
        if sentence == self.subjects_sentence:
            members = self.subjects
        elif sentence == self.group_sentence:
            members = self.group
        elif nominative and sentence - self.subjects_sentence <= (2 if self.group == self.subjects else 1):
            members = self.subjects
        elif nominative:
            last = [seen for seen in self.persons[-8:] if sentence - seen.sentence in (0, 1)]
            near = dict.fromkeys(seen.member for seen in last)
            led = self.document.folded[max(0, item.start - 8) : item.start].split()[-1:]
            opens = self.document.text[item.start].isupper() or led in (["that"], ["and"], ["where"], ["when"])
            if len(near) == 2 and opens and any(seen.subject for seen in last):
                members = tuple(near)
            elif not near and sentence - self.group_sentence == 1:
                members = self.group
        self._collective(members, item.start, item.end, sentence)

    # Collectives.

    def _collective(self, members: Iterable[Member], start: int, end: int, sentence: int) -> None:
        members = tuple(members)
        self._mean(members, start, end, "collective")
        self._together(members, sentence, self._may_lead(start))

    def _known(self, item: Item) -> tuple[int | None, int, bool] | None:
        """How many are meant, where the phrase begins, and whether it says "our"; nothing unless known ones are."""
        match = known_ones().search(self.document.folded, max(0, item.start - 40), item.start)
        if match is None:
            return None
        number = 2 if match["both"] else NUMBERS.get(match["number"] or "")
        return number, match.start(), bool(match["whose"] or match["our"])

    def _some(self, item: Item) -> None:
        """ "The two" as the subject of a clause: persons if two were named, else states."""
        if not acting().match(self.document.folded, item.end, item.end + 24):
            return
        if self.document.folded[item.start : item.end] == "both" and not item.start == self.document.sentences[item.sentence].start:
            return
        number = NUMBERS[str(item.detail)]
        sentence = item.sentence
        if not self._together_as_persons("any", number, item.start, item.end, sentence):
            self._together_as_states(number, item.start, item.end, sentence)

    def _persons(self, item: Item) -> None:
        known = self._known(item)
        sort = str(item.detail)
        if known is None:
            return
        number, start, _ = known
        number = NUMBERS.get(sort, number)
        folded = self.document.folded
        if number is None and (sort == "any" or folded.startswith((" of ", " from ", "' "), item.end)):
            return
        self._together_as_persons(sort, number, start, item.end, item.sentence)

    def _together_as_persons(self, sort: str, number: int | None, start: int, end: int, sentence: int) -> bool:
        group = self.group
        if not all(member.person for member in group) and sentence - self.subjects_sentence <= 4:
            group = self.subjects
        if (
            group
            and len(group) == (number or len(group))
            and sentence - self.group_sentence <= (20 if number else 4)
            and all(_is(member, sort) and (member.person or member in [s.member for s in self.persons[-20:]]) for member in group)
        ):
            self._collective(group, start, end, sentence)
            return True
        recent: dict[int, Member] = {}
        for seen in reversed(self.persons):
            if sentence - seen.sentence > 40:
                break
            if _is(seen.member, sort):
                recent.setdefault(id(seen.member), seen.member)
        wanted = number or 2
        if len(recent) < wanted or (number is None and len(recent) > 3):
            return False
        self._collective(list(recent.values())[:wanted], start, end, sentence)
        return True

    def _states(self, item: Item) -> None:
        known = self._known(item)
        if known is None:
            return
        number, start, whose = known
        word = self.document.folded[item.start : item.end]
        if number is None and not (word in ("sides", "parties") or whose and word in ("governments", "countries", "nations", "peoples")):
            return
        self._together_as_states(number, start, item.end, item.sentence)

    def _together_as_states(self, number: int | None, start: int, end: int, sentence: int) -> None:
        wanted = number or 2
        here = list(dict.fromkeys(member for member, seen in self.states[-12:] if seen == sentence))
        group = self.group
        if len(here) == wanted and not (number is None and wanted != 2):
            self._collective(here, start, end, sentence)
            return
        known = len(group) == wanted and sentence - self.group_sentence <= 3 and all(_side(member) for member in group)
        if known and not (len(here) == 1 and here[0] not in group):
            self._collective(group, start, end, sentence)
            return
        weights: dict[int, float] = {}
        members: dict[int, Member] = {}
        for member, seen in self.states:
            members[id(member)] = member
            weight = (3 if sentence - seen <= 1 else 1) * (1 if member.state else 0.5)
            weights[id(member)] = weights.get(id(member), 0) + weight
        if len(here) == 1:
            weights[id(here[0])] += 1000
        ranked = sorted(weights, key=lambda key: -weights[key])
        chosen = ranked[:wanted]
        share = sum(weights[key] for key in chosen) / (sum(weights.values()) or 1)
        if len(chosen) < wanted or (number is None and share < 0.6):
            return
        self._collective([members[key] for key in chosen], start, end, sentence)

    # One that has been named.

    def _state(self, item: Item) -> None:
        folded = self.document.folded
        start = item.start - 4
        if not folded.startswith("the ", max(start, 0)) or folded.startswith((" of ", "-", " official"), item.end):
            return
        sentence = item.sentence
        member = self.homes[0] if self.homes and self.clear else None
        if item.detail == "land":
            near = [s.member for s in self.bodies[-6:] if s.member.state and 0 <= sentence - s.sentence <= 1]
            member = near[-1] if near else None
        if member is not None:
            self._mean((member,), start, item.end, "the " + folded[item.start : item.end])

    def _office(self, item: Item) -> None:
        """ "The Secretary", which no office named beside it makes a title: who was last named with such an office."""
        folded = self.document.folded
        if not folded.startswith("the ", max(item.start - 4, 0)) or folded.startswith((" of ", "-", "'s office"), item.end):
            return
        words = office_words(folded[item.start : item.end])
        sentence = item.sentence
        for seen in reversed(self.persons[-40:]):
            if sentence - seen.sentence > 12:
                break
            member = seen.member
            if member.person and any(words <= h.words for h in member.offices) and not self._named_in(member, sentence):
                self._mean((member,), item.start, item.end, "office")
                self._remember(member, item, True)
                return

    def _organisation(self, item: Item) -> None:
        folded = self.document.folded
        start = item.start - 4
        if not folded.startswith("the ", max(start, 0)) or folded.startswith((" of ", "-", " for "), item.end):
            return
        word = folded[item.start : item.end]
        sentence = item.sentence
        for seen in reversed(self.bodies[-30:]):
            if seen.member.state or sentence - seen.sentence > 12:
                continue
            named = tokens(seen.member.name)
            if word in named[:1] or word in named[-1:] or (word in ("bloc", "grouping") and seen.member.kind in _BLOCS):
                self._mean((seen.member,), start, item.end, "short form")
                self._remember(seen.member, item, False)
                return

    def _counterpart(self, item: Item, following: Item | None) -> None:
        """ "His Peruvian counterpart, X": X holds the same office in Peru."""
        sentence = item.sentence
        last = self.bodies[-1] if self.bodies else None
        state = last.member if last and item.start - last.end == 1 and last.member.state else None
        own = next((s.member for s in self.persons[-8:] if s.sentence == sentence), self.topic.member if self.topic else None)
        holding = own.offices[0] if own is not None and own.offices else None
        if following is not None and following.sort == "name" and following.start - item.end < 24:
            person = following.detail
            assert isinstance(person, Member)
            gap = self.document.folded[item.end : following.start].strip(" ,")
            if person.person and gap in ("", "mr", "mr.", "ms", "mrs", "dr", "from", "president") and holding:
                _same_office(person, holding, state, item.start)
            return
        if state is None:
            return
        held = [m for m in self._by_role.get(holding.role, ()) if _holding(m, holding.role, holding.words, state)] if holding else []
        member = held[0] if len(held) == 1 else state
        self._mean((member,), item.start, item.end, "counterpart")
        self._remember(member, item, True)


_IT_ACTS = tuple("will would has had said also agreed reaffirmed plans hopes seeks supports intends aims remains wants urged called".split())


def _same_office(person: Member, like: Holding, state: Member | None, start: int) -> None:
    """Let a person hold in a state the office that another holds elsewhere."""
    for holding in person.offices:
        if holding.role is like.role or holding.words == like.words:
            if holding.of is None:
                holding.of, holding.confidence = state, Confidence.LIKELY
            return
    if not person.offices:
        person.offices.append(evolve(like, of=state, to=None, confidence=Confidence.LIKELY, start=start))


def _holding(member: Member, role: Role, words: frozenset[str], of: Member | None) -> Holding | None:
    """The office of a person that a title without a name may mean."""
    for holding in member.offices:
        if of is not None and holding.of is not None and of is not holding.of:
            continue
        if words <= holding.words or (role is holding.role and (holding.words <= words or words in _GENERIC)):
            return holding
        if holding.role in HEADS and (words == _LEADER or (words in _GENERIC and holding.words in _GENERIC)):
            return holding
    return None


_LEADER = frozenset(("leader",))
_GENERIC = frozenset(
    frozenset(words.split())
    for words in ("head state", "head government", "premier", "prime minister", "leader", "ruler", "monarch", "taoiseach")
)


def _is(member: Member, sort: str) -> bool:
    """Whether a member may be one of "the leaders", "the ministers" …"""
    if not member.person:
        return member.state and sort in ("leaders", "heads", "two")
    roles = {holding.role for holding in member.offices}
    if sort == "ministers":
        return bool(roles & _MINISTERS)
    if sort == "heads":
        return bool(roles & HEADS)
    if sort == "leaders":
        return bool(roles & _LEADERS) or not roles
    return True


def _side(member: Member) -> bool:
    return member.state or member.kind in _BLOCS
