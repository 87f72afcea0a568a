"""Who holds which office: titles beside names, what each is *of*, and what is inherited where the text does not say."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Any

from attrs import define, field

from diplokit import Document, Mention, Mentions, Title
from diplokit.vocabulary import ActorKind, Confidence, PlaceForm, PlaceKind, Role

from .cast import Cast, Holding, Member

HEADS = frozenset((Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT))
OF_STATES = HEADS | {
    Role.DEPUTY_HEAD,
    Role.FOREIGN_MINISTER,
    Role.MINISTER,
    Role.DEPUTY_MINISTER,
    Role.AMBASSADOR,
    Role.DIPLOMAT,
}
# Roles of which a person has one in one state: another title with the same role is another way to say it.
ONE_EACH = HEADS | {Role.FOREIGN_MINISTER, Role.AMBASSADOR, Role.IGO_HEAD, Role.SPOKESPERSON, Role.SUBNATIONAL_HEAD}
_NEAR = 90
"""How many characters may stand between a title and the name it belongs to."""


@cache
def _before() -> re.Pattern[str]:
    """What may stand between a title and the name after it, in folded text."""
    return re.compile(
        r"\s{0,3}(?:\([\w.&' -]{2,40}\))?\s{0,2}(?P<comma>,)?\s{0,3}(?P<join>(?:and|&|cum|as well as|who is also)\s+)?"
        r"(?:(?:the|late|new|current|visiting|incoming|outgoing|his|her|h\.?e\.?|excellency|rt\.?|right|hon\.?|honou?rable|"
        r"mr\.?|mrs\.?|ms\.?|dr\.?|sir)\s+){0,5}(?:then-?\s?)?"
    )


@cache
def _after() -> re.Pattern[str]:
    """What may stand between a name and the title after it, in folded text."""
    return re.compile(
        r"(?:\s?,\s*|\s+-{1,2}\s*|\s?\(|\s+(?=who|is|was|as|became|will|would|serv))"
        r"(?:who\s+)?(?:(?:is|was|has been|had been|serves|served|serving|became|becomes|will be|would be|acts|doubles)\s+)?"
        r"(?:also\s+|currently\s+|concurrently\s+|now\s+|then\s+|as\s+|at the time\s+|at that time\s+)*"
        r"(?:the\s+|a\s+|an\s+|its\s+|his\s+|her\s+|our\s+|their\s+|that country's\s+)?"
        r"(?:[\w.-]+(?: [\w.-]+)?'s?\s+)?"
        r"(?:first|new|newly elected|newly appointed|current|then|longtime|long-serving|top|chief|visiting)?\s*"
    )


@define(eq=False)
class Borne:
    """What stands around the name of a person.

    Attributes:
        person: The mention of the name.
        start: Where the titles and honorifics before the name begin.
        end: Where those after it end.
        titles: The titles, in the order of the text.
        honorifics: The honorifics.
        comma: Whether a title stands before the name, with a comma between.
        ends: Where titles end that go on after what their mention holds, by their start.
    """

    person: Mention[Any]
    start: int
    end: int
    titles: list[Mention[Title]] = field(factory=list)
    honorifics: list[Mention[Any]] = field(factory=list)
    comma: bool = False
    ends: dict[int, int] = field(factory=dict)


class Owned:
    """What a title goes on with that it does not hold: "for Russia and Central Asia", "'s National Congress"."""

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self._folded = document.folded
        self._names = mentions.of("place", "organisation")
        self._starts = [mention.span.start for mention in self._names]

    def after(self, start: int, stop: int) -> int:
        """Where the names end that go on with "and" or "of" after `start`, and before `stop`."""
        at = bisect_left(self._starts, start)
        while at < len(self._names) and self._names[at].span.end <= stop:
            name = self._names[at]
            gap = self._folded[start : name.span.start].strip()
            if gap not in (_LINKS if name.kind == "place" else _OWNERS):
                break
            start = name.span.end
            at += 1
        return start


_LINKS = frozenset(("and", ",", ", and", "&", "and the", ", the", "of", "of the"))
_OWNERS = frozenset(("'s", "of", "of the", "at the", "at", "in the", "to", "to the", "'"))


def beside_names(document: Document, mentions: Mentions) -> tuple[list[Borne], list[Mention[Title]]]:
    """Give titles and honorifics to the names that they stand beside.

    Returns:
        What stands around each name, and the titles without a name.
    """
    row = mentions.of("person", "title", "honorific")
    owned = Owned(document, mentions)
    folded = document.folded
    borne = {index: Borne(m, m.span.start, m.span.end) for index, m in enumerate(row) if m.kind == "person"}
    alone: list[Mention[Title]] = []
    _honour(row, folded, borne)
    before: tuple[int, int, bool] | None = None  # the last name, where what belongs to it ends, whether in a title
    for index, mention in enumerate(row):
        if mention.kind == "person":
            before = (index, borne[index].end, False)
        elif mention.kind == "title":
            following, comma, stop = _following(row, document, index, owned)
            preceding = None
            if before is not None and not _unknown_name(document, mention.span.end, row, index) and _reaches(document, before[1], mention.span.start, before[2]):
                preceding = before[0]
            if following is not None and preceding is not None and comma and not borne[preceding].comma:
                following = None
            if following is not None:
                name = borne[following]
                name.titles.append(mention)
                name.start = min(name.start, mention.span.start)
                name.comma |= comma
                if stop > mention.span.end:
                    name.ends[mention.span.start] = stop
                _share(row, folded, following, mention, borne)
            elif preceding is not None:
                name = borne[preceding]
                name.titles.append(mention)
                before = (preceding, mention.span.end, True)
            else:
                alone.append(mention)
    return list(borne.values()), alone


def _honour(row: Sequence[Mention[Any]], folded: str, borne: dict[int, Borne]) -> None:
    for index, name in borne.items():
        at = index - 1
        while at >= 0 and row[at].kind == "honorific" and not folded[row[at].span.end : name.start].strip(" ."):
            name.honorifics.insert(0, row[at])
            name.start = min(name.start, row[at].span.start)
            at -= 1
        at = index + 1
        while at < len(row) and row[at].kind == "honorific" and not folded[name.end : row[at].span.start].strip(" ,."):
            if row[at].span.start < name.end or _leads(row, folded, at):
                break
            name.honorifics.append(row[at])
            name.end = row[at].span.end
            at += 1


def _leads(row: Sequence[Mention[Any]], folded: str, at: int) -> bool:
    """Whether a honorific stands directly before another name."""
    while at + 1 < len(row) and not folded[row[at].span.end : row[at + 1].span.start].strip(" ."):
        at += 1
        if row[at].kind == "person":
            return True
    return False


def _following(
    row: Sequence[Mention[Any]], document: Document, index: int, owned: Owned
) -> tuple[int | None, bool, int]:
    """The name that a title leads up to, whether a comma stands between, and where what the title says ends."""
    folded = document.folded
    comma = False
    end = stop = row[index].span.end
    role = row[index].value.role
    for at in range(index + 1, min(index + 8, len(row))):
        item = row[at]
        if item.span.start < end:  # a honorific inside the title
            continue
        if item.span.start - end > _NEAR:
            break
        gap = folded[end : item.span.start]
        match = _before().fullmatch(gap)
        if not match:
            beyond = owned.after(end, item.span.start)
            match = _before().fullmatch(folded, beyond, item.span.start)
            if match and end == row[index].span.end:
                stop = beyond
        if not match or _blank_line(document, end, item.span.start):
            break
        if match["join"] and (item.kind != "title" or {role, item.value.role} <= HEADS):
            break
        comma |= bool(match["comma"])
        if item.kind == "person":
            return at, comma, stop
        end = max(end, item.span.end)
    return None, False, stop


def _reaches(document: Document, end: int, start: int, titled: bool) -> bool:
    """Whether a title stands after a name as an apposition, or after another title that does."""
    if not 0 < start - end <= _NEAR:
        return False
    gap = document.folded[end:start]
    if _blank_line(document, end, start):
        return not titled and _signs(document, end, start)
    return bool(_after().fullmatch(gap)) or (titled and gap.strip() in _ALSO)


def _signs(document: Document, end: int, start: int) -> bool:
    """Whether a title has the line below the name, as in lists of those present and under letters."""
    text = document.text
    if text[end:start].strip() or text.count("\n", end, start) > 2:
        return False
    above = text[text.rfind("\n", 0, end) + 1 : end]
    below = text[start : text.find("\n", start) if "\n" in text[start : start + 160] else start + 160]
    return len(above) < 60 and not above.rstrip().endswith((".", ",")) and len(below) < 120 and "." not in below.rstrip(".")


def _unknown_name(document: Document, end: int, row: Sequence[Mention[Any]], index: int) -> bool:
    """Whether a title stands before words in capitals that may be a name which nothing has found."""
    following = document.text[end : end + 2]
    if len(following) < 2 or following[0] != " " or not following[1].isupper():
        return False
    return index + 1 == len(row) or row[index + 1].span.start > end + 2


def _blank_line(document: Document, start: int, end: int) -> bool:
    return document.text.count("\n", start, end) > 1


_ALSO = frozenset(("and", "and the", ", and", "&", "and also", "and concurrently", "as well as", "cum", "/"))


def _share(
    row: Sequence[Mention[Any]], folded: str, first: int, title: Mention[Title], borne: dict[int, Borne]
) -> None:
    """Give a title in the plural to the names in a list: "Presidents A, B and C"."""
    words = title.text.rsplit(None, 1)[-1]
    if not words.endswith("s") or words.endswith("ss") or row[first].span.start - title.span.end > 2:
        return
    end = row[first].span.end
    for at in range(first + 1, min(first + 6, len(row))):
        if row[at].kind != "person" or folded[end : row[at].span.start].strip() not in (",", "and", ", and", "&"):
            return
        borne[at].titles.append(title)
        end = row[at].span.end


class Owners:
    """Finds whose office a title names: the states and organisations in it and beside it."""

    def __init__(
        self,
        document: Document,
        cast: Cast,
        mentions: Mentions,
        meant: dict[int, Member],
        within: dict[int, Member],
    ) -> None:
        self._within = within
        self._folded = document.folded
        self._cast = cast
        self._owners = mentions.of("place", "organisation")
        self._starts = [mention.span.start for mention in self._owners]
        self._meant = meant

    def of(
        self, title: Mention[Title], name_end: int | None = None, stop: int | None = None
    ) -> tuple[Member | None, Member | None]:
        """Whose office it is, and to whom its holder is sent.

        Args:
            title: The title.
            name_end: Where the name that it stands before ends, for "President X of Y".
            stop: Where what the title says ends, if after the mention.
        """
        start, end = title.span.start, stop or title.span.end
        inside = self._owners[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        sent = title.value.to
        to = None
        state = other = None
        for mention in inside:
            member = self._meant.get(mention.span.start) or self._around(mention)
            if member is None:
                continue
            if sent and to is None and mention.text in sent and self._follows(mention, " to ", " to the "):
                to = member
            elif member.state:
                state = state or member
            else:
                other = other or member
        if title.value.role in OF_STATES:
            owner = state or (self._within.get(id(other)) if other else None) or other
        else:
            owner = other or state
        return owner or self._beside(start, end, name_end), to

    def of_all(self, one: Borne) -> list[tuple[Mention[Title], Member | None, Member | None]]:
        """The titles beside a name with whose they are; those after it that are of another state are not the person's."""
        found: list[tuple[Mention[Title], Member | None, Member | None]] = []
        first: Member | None = None
        for title in one.titles:
            leads = title.span.start < one.person.span.start
            of, to = self.of(title, one.person.span.end if leads else None, one.ends.get(title.span.start))
            state = self._state(of)
            if first is not None and state is not None and state is not first and not leads:
                continue
            first = first or state
            found.append((title, of, to))
        return found

    def _state(self, owner: Member | None) -> Member | None:
        if owner is None or owner.state:
            return owner
        return self._within.get(id(owner))

    def _around(self, mention: Mention[Any]) -> Member | None:
        """The state of the document in which a city or region lies."""
        if mention.kind == "place" and mention.value.code and mention.value.type is not PlaceKind.CITY:
            return self._cast.by_code.get(mention.value.code)
        return None

    def _follows(self, mention: Mention[Any], *words: str) -> bool:
        before = self._folded[max(0, mention.span.start - 10) : mention.span.start]
        return before.endswith(words)

    def _beside(self, start: int, end: int, name_end: int | None) -> Member | None:
        at = bisect_left(self._starts, start) - 1
        if at >= 0:
            before = self._owners[at]
            gap = self._folded[before.span.end : start]
            if gap in (" ", "'s ", "' ") and (gap != " " or before.kind == "organisation" or not self._located(before)):
                return self._meant.get(before.span.start)
        for stop in (end, name_end):
            if stop is None:
                continue
            at = bisect_right(self._starts, stop)
            if at < len(self._owners):
                after = self._owners[at]
                gap = self._folded[stop : after.span.start]
                noun = after.kind == "organisation" or after.value.form is PlaceForm.NOUN
                listed = stop == end and self._closes(after) and (gap == ", " or _PORTFOLIO.fullmatch(gap))
                if noun and (gap in (" of ", " of the ") or listed or (gap == "'s " and after.kind == "organisation")):
                    return self._meant.get(after.span.start)
        return None

    def _located(self, mention: Mention[Any]) -> bool:
        """Whether a place is where something happens, not whose office it is: "in Peru President …"."""
        before = self._folded[max(0, mention.span.start - 5) : mention.span.start]
        return before.endswith((" in ", " to "))

    def _closes(self, mention: Mention[Any]) -> bool:
        following = self._folded[mention.span.end : mention.span.end + 1]
        return mention.kind == "place" and following in ("", ",", ".", ";", ")", "\n") and bool(
            self._meant.get(mention.span.start)
        )


_RANKED = re.compile(r"(?:first|new|then|current|next|last|only|longest-serving) (?=[A-Z])")


_IGOS = frozenset((ActorKind.IGO, ActorKind.IGO_ORGAN, ActorKind.GROUPING))
_PORTFOLIO = re.compile(r" (?:and|&) [a-z]+(?: [a-z]+){0,2}, ")


def hold(member: Member, title: Mention[Title], of: Member | None, to: Member | None, more: str = "") -> None:
    """Let a person hold an office, once: another form of a title that the person has already adds to that one."""
    value = title.value
    name = _RANKED.sub("", value.name) + more
    role = value.role
    if role in HEADS | {Role.IGO_HEAD} and of is not None and not of.state and of.kind is not ActorKind.SUBNATIONAL:
        role = Role.IGO_HEAD if of.kind in _IGOS else Role.OTHER  # the President of an association
    new = Holding(name, role, value.status, of, to, Confidence.CERTAIN, title.span.start)
    for known in member.offices:
        if of is not None and known.of is not None and of is not known.of:
            continue
        if new.words <= known.words or (new.role is known.role and (new.words >= known.words or new.role in ONE_EACH)):
            known.of = known.of or of
            known.to = known.to or to
            if new.words > known.words:
                known.title, known.words = new.title, new.words
                if known.role is Role.OTHER or new.role is not Role.OTHER:
                    known.role = new.role
            return
        if known.words < new.words and known.role in (Role.OTHER, Role.MINISTER):
            known.title, known.words, known.role = new.title, new.words, new.role
            known.of, known.to = known.of or of, known.to or to
            return
    member.offices.append(new)


class Heirs:
    """Gives offices whose state the text does not name beside them the state that it names elsewhere."""

    def __init__(
        self,
        document: Document,
        mentions: Mentions,
        meant: dict[int, Member],
        home: Member | None,
        within: dict[int, Member],
    ) -> None:
        self._within = within
        self._document = document
        self._states = [m for m in mentions.of("place") if m.span.start in meant and meant[m.span.start].state]
        self._starts = [mention.span.start for mention in self._states]
        self._meant = meant
        self._home = home
        self._spoken_for: set[int] = set()

    def take(self, around: Sequence[Borne], who: dict[int, Member]) -> None:
        """Look, for every office without an owner, at the person's other offices, the neighbours, the sentence."""
        for one in around:
            member = who[one.person.span.start]
            self._from_other_offices(member)
            self._spoken_for |= {id(h.of) for h in member.offices if h.of is not None and h.role in OF_STATES}
        last: tuple[int, Member] | None = None
        for one in around:
            member = who[one.person.span.start]
            for holding in member.offices:
                if holding.of is not None or holding.role not in OF_STATES:
                    continue
                if not one.start <= holding.start <= one.end + _NEAR:
                    continue  # held elsewhere in the text
                owner, confidence = self._near(one, last)
                holding.of, holding.confidence = owner, confidence if owner else holding.confidence
            last = (one.end, member)
            self._from_other_offices(member)

    def _from_other_offices(self, member: Member) -> None:
        owners = [h.of if h.of.state else self._within.get(id(h.of)) for h in member.offices if h.of is not None]
        owner = next((state for state in owners if state is not None), None)
        if owner is None:
            return
        for holding in member.offices:
            if holding.of is None and (holding.role in OF_STATES or holding.role is Role.OTHER):
                holding.of, holding.confidence = owner, Confidence.LIKELY

    def _near(self, one: Borne, last: tuple[int, Member] | None) -> tuple[Member | None, Confidence]:
        folded = self._document.folded
        sentence = self._document.sentence_at(one.start)
        if last is not None and last[0] >= sentence.start and folded[last[0] : one.start].strip() in _LISTED:
            owner = next((h.of for h in last[1].offices if h.of is not None and h.of.state), None)
            if owner is not None or any(holding.role in OF_STATES for holding in last[1].offices):
                return owner, Confidence.LIKELY
        at = bisect_left(self._starts, one.start)
        for mention in reversed(self._states[max(0, at - 4) : at]):
            if mention.span.start < sentence.start:
                break
            if folded[mention.span.end : one.start].strip() in ("and", "&"):
                continue
            before = folded[max(sentence.start, mention.span.start - 8) : mention.span.start]
            opens = mention.span.start - sentence.start < 40 and before.endswith(("in ", "in the ", ", "))
            far = 200 if " including " in folded[mention.span.end : one.start] else 80
            owns = mention.value.form is PlaceForm.ADJECTIVE and one.start - mention.span.end < far
            city = before.endswith(", ") and self._document.text[mention.span.start - 3].isalpha()
            there = city or before.endswith(_THERE)
            visited = there and self._met(one, sentence.start)
            if opens or owns or visited:
                return self._meant[mention.span.start], Confidence.POSSIBLE
        opens = one.person.span.start < self._document.sentences[min(2, len(self._document.sentences) - 1)].end
        if self._home is not None and opens and not self._met(one, sentence.start) and len(one.person.value.parts) > 1:
            if id(self._home) not in self._spoken_for:
                return self._home, Confidence.POSSIBLE
        return None, Confidence.CERTAIN

    def _met(self, one: Borne, start: int) -> bool:
        before = self._document.folded[start : one.start].split()[-1:]
        return bool(before) and before[0] in ("with", "meet", "met", "and", "by", "meets", "meeting", "counterpart", "between")


_THERE = (" to ", "visit ", "visits ", "visited ", " to the ", " in ", " in the ")
_LISTED = frozenset(("and", ",", ", and", "&", "and his", "and her", "and the", ", the"))


def drop_ranks(member: Member) -> None:
    """Drop the bare rank of an officer who holds an office: "the Governor, General X" has one office."""
    held = [h for h in member.offices if h.role is not Role.MILITARY_OFFICER]
    if held and len(held) < len(member.offices):
        member.offices = [h for h in member.offices if h.role is not Role.MILITARY_OFFICER or not h.words <= _RANKS]


_RANKS = frozenset(
    "general lieutenant major brigadier colonel captain admiral rear vice marshal air field commodore commander chief "
    "sergeant corporal squadron wing group leader army corps inspector police lt gen col maj capt adm brig".split()
)
