"""What else means the same actor: offices, pronouns, "both leaders", "the government", "we".

One walk over the document in the order of the text. What is needed of the past is kept short: the persons and
states of the last sentences, the last two or more that were named together, and who speaks.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from attrs import define, field

from diplokit import Document, Hit, Lexicon, Mention, Title
from diplokit.vocabulary import ActorKind, Role

from .cast import Cast, Member, office_words
from .offices import HEADS, OF_STATES

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_LEADERS = HEADS | {Role.DEPUTY_HEAD, Role.SUBNATIONAL_HEAD, Role.OTHER, Role.IGO_HEAD}
_MINISTERS = frozenset((Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEPUTY_MINISTER, Role.DEPUTY_HEAD))


def _words(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    groups = {
        ("pronoun", "m"): "he him his himself",
        ("pronoun", "f"): "she her hers herself",
        ("plural", ""): "they them their themselves",
        ("first", "one"): "i me my mine myself",
        ("first", "many"): "we us our ours ourselves",
        ("second", ""): "you your yours yourself",
        ("persons", "leaders"): "leaders|heads of state|heads of government|statesmen|counterparts",
        ("persons", "ministers"): "ministers|foreign ministers|defence ministers|defense ministers|trade ministers|"
        "finance ministers|secretaries|top diplomats",
        ("persons", "heads"): "presidents|prime ministers|premiers|monarchs|kings",
        ("persons", "any"): "duo|pair|men|officials|envoys|ambassadors|principals|women|trio",
        ("states", ""): "sides|countries|nations|states|governments|parties|economies|neighbours|neighbors|capitals|"
        "peoples|allies|delegations|partners|republics|powers",
        ("state", ""): "government|administration|country|nation|republic|kingdom|island nation|island state|"
        "city-state|cabinet",
        ("counterpart", ""): "counterpart",
    }
    words: dict[str, object] = {}
    for meaning, listed in groups.items():
        for word in listed.split("|") if "|" in listed else listed.split():
            words[word] = meaning
    return words


ANAPHORA = Lexicon("words that point back", _words)
"""Words that mean an actor named elsewhere: what sort of word, and which."""


@cache
def _determined() -> re.Pattern[str]:
    """What stands before "leaders" or "countries" when known ones are meant, in folded text."""
    numbers = "|".join(NUMBERS)
    return re.compile(
        rf"(?:\b(?P<both>both|all|either|neither)\s(?:of\s)?(?:the\s|our\s|their\s|these\s)?|\b(?P<the>the|these|those|our|their|its)\s)"
        rf"(?:respective\s)?(?:(?P<number>{numbers})\s)?(?:respective\s|foreign\s|prime\s|defence\s|defense\s|trade\s)?\Z|"
        rf"\b(?P<bare>{numbers})\s\Z"
    )


@define
class _Item:
    start: int
    end: int
    sort: str
    detail: object = None


@define
class _Seen:
    """A place where a member was meant."""

    member: Member
    start: int
    end: int
    sentence: int
    subject: bool


@define
class Walk:
    """The walk over a document, with what is known of the past."""

    document: Document
    cast: Cast
    home: Member | None
    persons: list[_Seen] = field(factory=list)
    states: list[_Seen] = field(factory=list)
    others: list[_Seen] = field(factory=list)
    topic: _Seen | None = None
    chain: list[Member] = field(factory=list)
    chain_end: int = -1
    group: tuple[Member, ...] = ()
    group_sentence: int = -9
    bound: dict[frozenset[str], Member] = field(factory=dict)

    def take(self, items: Sequence[_Item]) -> None:
        """Read the names and the words that point back, in order."""
        ways = {
            "name": self._name,
            "title": self._title,
            "pronoun": self._pronoun,
            "plural": self._plural,
            "persons": self._persons,
            "states": self._states,
            "state": self._state,
        }
        for item in items:
            way = ways.get(item.sort)
            if way is not None:
                way(item)

    # Names, and what is remembered of them.

    def _name(self, item: _Item) -> None:
        member = item.detail
        assert isinstance(member, Member)
        self._remember(member, item.start, item.end)

    def _remember(self, member: Member, start: int, end: int) -> None:
        sentence = self.document.sentence_index(start)
        seen = _Seen(member, start, end, sentence, self._may_be_subject(start))
        kept = self.persons if member.person else self.states if member.state else self.others
        kept.append(seen)
        if len(kept) > 200:
            del kept[:100]
        if member.person and seen.subject and (self.topic is None or self.topic.sentence != sentence):
            self.topic = seen
        self._coordinate(member, start, end, sentence)

    def _may_be_subject(self, start: int) -> bool:
        before = self.document.folded[max(0, start - 24) : start]
        return not before.rstrip("'\" ").endswith(_GOVERNED)

    def _coordinate(self, member: Member, start: int, end: int, sentence: int) -> None:
        """Keep together those who are named together: "A and B", "A, B and C", "A-B"."""
        if self.chain and self.chain[-1] is member and start - self.chain_end < 60:
            self.chain_end = end
            return
        gap = self.document.folded[self.chain_end : start] if 0 <= start - self.chain_end < 12 else None
        same_kind = self.chain and (self.chain[-1].person == member.person)
        if gap is not None and same_kind and _AND.fullmatch(gap):
            self.chain.append(member)
            self.chain_end = end
            if "," not in gap or "and" in gap:
                self._together(dict.fromkeys(self.chain), sentence)
        else:
            self.chain = [member]
            self.chain_end = end

    def _together(self, members: Iterable[Member], sentence: int) -> None:
        members = tuple(members)
        if len(members) > 1:
            self.group, self.group_sentence = members, sentence

    # Offices without a name.

    def _title(self, item: _Item) -> None:
        mention = item.detail
        assert isinstance(mention, tuple)
        title, of = mention
        member = self._holder(title, of, item)
        if member is not None:
            member.mean(item.start, item.end, "office" if member.person else "office of state")
            self._remember(member, item.start, item.end)

    def _holder(self, title: Mention[Title], of: Member | None, item: _Item) -> Member | None:
        folded = self.document.folded
        before = folded[max(0, item.start - 16) : item.start].rstrip()
        value = title.value
        definite = before.endswith(("the", "our", "his", "its", "their", "mr.", "mr", "madam", "madame", "mme")) or of is not None
        if not definite or (value.status.value in ("former", "designate") and of is None):
            return None
        if title.text.endswith("s") and not title.text.lower().endswith(("foreign affairs", "affairs", "s.", "homeland")) \
                and title.text.rsplit(None, 1)[-1].lower() in _PLURAL_HEADS:
            return None
        words = office_words(value.name)
        best: tuple[int, int] | None = None
        found: Member | None = None
        sentence = self.document.sentence_index(item.start)
        rivals = {id(s.member) for s in self.persons[-6:] if s.sentence == sentence}
        if of is None and words in self.bound:
            return self.bound[words]
        for member in self._office_holders(value.role, words, of):
            if member.last > item.start and not member.places:
                continue
            earlier = [s.start for s in reversed(self.persons) if s.member is member][:1]
            if not earlier:
                continue
            score = (0 if id(member) in rivals else 1, earlier[0])
            if best is None or score > best:
                best, found = score, member
        if found is not None and best is not None and (best[0] or of is not None):
            return found
        if of is not None:
            later = self._office_holders(value.role, words, of)
            return later[0] if len(later) == 1 else of
        # Told of before named: "the Prime Minister met Prime Minister X of Y. … Prime Minister Z announced".
        here = self.document.sentence_at(item.start)
        elsewhere = [
            m
            for m in self._office_holders(value.role, words, None)
            if m.places and min(p[0] for p in m.places) >= here.end and id(m) not in rivals
        ]
        if len(elsewhere) == 1:
            self.bound[words] = elsewhere[0]
            return elsewhere[0]
        if value.role in HEADS | OF_STATES and self.home is not None and value.role is not Role.AMBASSADOR:
            held = [m for m in self._office_holders(value.role, words, self.home)]
            self.bound[words] = held[0] if held else self.home
            return self.bound[words]
        return None

    def _office_holders(self, role: Role, words: frozenset[str], of: Member | None) -> list[Member]:
        holders = []
        for member in self.cast.members:
            if not member.person:
                continue
            for holding in member.offices:
                if of is not None and holding.of is not None and of is not holding.of:
                    continue
                if (words <= holding.words) or (role is holding.role and holding.words <= words):
                    holders.append(member)
                    break
        return holders

    # Pronouns.

    def _pronoun(self, item: _Item) -> None:
        gender = item.detail
        sentence = self.document.sentence_index(item.start)
        here = [s for s in self.persons[-8:] if s.sentence == sentence and s.member.gender in (None, gender)]
        chosen: _Seen | None = None
        if here:
            chosen = next((s for s in here if s.subject), here[-1])
        elif self.topic is not None and sentence - self.topic.sentence <= 2 and self.topic.member.gender in (None, gender):
            chosen = self.topic
        else:
            near = [s for s in self.persons[-8:] if sentence - s.sentence == 1 and s.member.gender in (None, gender)]
            if len({id(s.member) for s in near}) == 1:
                chosen = near[0]
        if chosen is None:
            return
        member = chosen.member
        assert isinstance(gender, str)
        member.gender = member.gender or gender
        member.mean(item.start, item.end, "pronoun")
        if not here:
            self.topic = _Seen(member, item.start, item.end, sentence, True)
            self.persons.append(self.topic)

    def _plural(self, item: _Item) -> None:
        sentence = self.document.sentence_index(item.start)
        nominative = self.document.folded[item.start : item.end] == "they"
        reach = 1 if nominative else 0
        members = self.group if sentence - self.group_sentence <= reach else ()
        if not members and nominative:
            near = dict.fromkeys(s.member for s in self.persons[-8:] if sentence - s.sentence in (0, 1))
            members = tuple(near) if len(near) == 2 else ()
        self._collective(members, item, sentence)

    # Collectives.

    def _collective(self, members: Iterable[Member], item: _Item, sentence: int, start: int | None = None) -> None:
        members = tuple(members)
        for member in members:
            member.mean(item.start if start is None else start, item.end, "collective")
        if members:
            self._together(members, sentence)

    def _count(self, item: _Item) -> tuple[int | None, int] | None:
        """How many are meant and where the phrase begins; nothing if no known ones are meant."""
        low = max(0, item.start - 40)
        match = _determined().search(self.document.folded, low, item.start)
        if match is None:
            return None
        number = NUMBERS.get(match["number"] or match["bare"] or "")
        if number is None and match["both"] and match["both"] != "all":
            number = 2
        return number, match.start()

    def _persons(self, item: _Item) -> None:
        counted = self._count(item)
        if counted is None and self.document.folded[item.start : item.end] not in ("duo", "trio"):
            return
        number, start = counted if counted else (None, item.start)
        sort = item.detail
        following = self.document.folded[item.end : item.end + 4]
        if number is None and (following == " of " or sort == "any" and self.document.folded[item.start:item.end] not in ("duo", "pair", "trio")):
            return
        wanted = number or 2
        sentence = self.document.sentence_index(item.start)
        if self.group and len(self.group) == wanted and sentence - self.group_sentence <= 12 and all(
            self._is(m, sort) for m in self.group
        ):
            self._collective(self.group, item, sentence, start)
            return
        recent: dict[int, Member] = {}
        for seen in reversed(self.persons):
            if sentence - seen.sentence > 40:
                break
            if self._is(seen.member, sort):
                recent.setdefault(id(seen.member), seen.member)
        if len(recent) < wanted:
            for seen in reversed(self.states):
                if any(p[2] == "office of state" for p in seen.member.places):
                    recent.setdefault(id(seen.member), seen.member)
        if len(recent) < wanted:
            return
        members = list(recent.values())[:wanted]
        self._collective(members, item, sentence, start)

    @staticmethod
    def _is(member: Member, sort: object) -> bool:
        if not member.person:
            return False
        roles = {holding.role for holding in member.offices}
        if sort == "ministers":
            return bool(roles & _MINISTERS)
        if sort == "heads":
            return bool(roles & HEADS)
        if sort == "leaders":
            return bool(roles & _LEADERS) or not roles
        return True

    def _states(self, item: _Item) -> None:
        counted = self._count(item)
        if counted is None:
            return
        number, start = counted
        word = self.document.folded[item.start : item.end]
        if number is None and word not in ("sides", "parties"):
            return
        wanted = number or 2
        sentence = self.document.sentence_index(item.start)
        if self.group and len(self.group) == wanted and sentence - self.group_sentence <= 3 and all(
            m.state for m in self.group
        ):
            self._collective(self.group, item, sentence, start)
            return
        weights: dict[int, float] = {}
        by_id: dict[int, Member] = {}
        for seen in self.states:
            by_id[id(seen.member)] = seen.member
            weights[id(seen.member)] = weights.get(id(seen.member), 0) + (3 if sentence - seen.sentence <= 1 else 1)
        ranked = sorted(weights, key=lambda key: -weights[key])
        if len(ranked) < wanted:
            return
        self._collective([by_id[key] for key in ranked[:wanted]], item, sentence, start)

    def _state(self, item: _Item) -> None:
        folded = self.document.folded
        word = folded[item.start : item.end]
        before = folded[max(0, item.start - 12) : item.start]
        if not before.endswith(("the ", "his ", "her ", "my ", "our ")) or folded.startswith((" of ", "-"), item.end):
            return
        sentence = self.document.sentence_index(item.start)
        member: Member | None = None
        if word in ("country", "nation", "republic", "kingdom", "island nation", "island state", "city-state"):
            near = [s for s in self.states[-6:] if 0 <= sentence - s.sentence <= 1]
            member = near[-1].member if near else None
        else:
            member = self.home
        if member is not None:
            member.mean(item.start, item.end, "the " + word)


_GOVERNED = tuple(
    f" {word}" for word in
    "with by to of from for between and at against on in under after before met meet meets told including visited".split()
)
_AND = re.compile(r"(?:'s?)?\s?(?:,|,?\s?and|&|-|,?\s?as well as)\s?(?:the\s)?|\s?-\s?")
_PLURAL_HEADS = frozenset("ministers presidents secretaries ambassadors leaders chairs premiers senators kings envoys generals chiefs heads governors".split())


def items_of(
    document: Document,
    names: Iterable[tuple[int, int, Member]],
    alone: Iterable[tuple[Mention[Title], Member | None]],
) -> list[_Item]:
    """Names, titles and words that point back, in the order of the text."""
    items = [_Item(start, end, "name", member) for start, end, member in names]
    items += [_Item(title.span.start, title.span.end, "title", (title, of)) for title, of in alone]
    taken = sorted((item.start, item.end) for item in items)
    at = 0
    for hit in document.hits(ANAPHORA):
        while at < len(taken) and taken[at][1] <= hit.start:
            at += 1
        if at < len(taken) and taken[at][0] < hit.end:
            continue
        sort, detail = hit.meaning  # type: ignore[misc]
        items.append(_Item(hit.start, hit.end, sort, detail))
    items.sort(key=lambda item: (item.start, item.end))
    return items
