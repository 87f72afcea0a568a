"""Which offices a person holds, each once, and whose each is: the states and organisations in a title and beside it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from diplokit import Document, Mention, Title
from diplokit.vocabulary import ActorKind, PlaceKind, Role

from .capitals import capitals
from .cast import HEADS, OF_STATES, Cast, Holding, Member
from .naming import Bodies
from .offices_of_states import heads_ruling_council, leads_body
from .terms import CERTAIN, DEPUTY_HEAD, DIPLOMAT, ENVOY, NOUN, OTHER, SPOKESPERSON
from .titles_beside import Borne

# Roles of which a person has one in one state: another title with the same role is another way to say it.
ONE_EACH = HEADS | {Role.FOREIGN_MINISTER, Role.AMBASSADOR, Role.IGO_HEAD, SPOKESPERSON, Role.SUBNATIONAL_HEAD}


class Owners:
    """Finds whose office a title names: the states and organisations in it and beside it."""

    def __init__(self, document: Document, cast: Cast, bodies: Bodies) -> None:
        self._within = bodies.within
        self._text, self._folded = document.text, document.folded
        self._capitals = capitals(document.locale)
        self._cast = cast
        self._owners = bodies.mentions
        self._starts = bodies.starts
        self._meant = bodies.meant

    def of(
        self, title: Mention[Title], name_end: int | None = None, stop: int | None = None, *, alone: bool = False
    ) -> tuple[Member | None, Member | None]:
        """Whose office it is, and to whom its holder is sent.

        Args:
            title: The title.
            name_end: Where the name that it stands before ends, for "President X of Y".
            stop: Where what the title says ends, if after the mention.
            alone: Whether no name stands beside it: then the Premier of a region does not stand for the state.
        """
        span, starts, folded = title.span, self._starts, self._folded
        start, end = span.start, stop or span.end
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        to = None
        if first < last:
            owner, to = self._inside(title, self._owners[first:last], alone=alone)
            if owner is not None and owner.state:
                if title.value.role is ENVOY and first and self._leads(self._owners[first - 1], start):
                    return self._meant.get(starts[first - 1]) or owner, owner  # "the Kremlin's| Syria envoy"
                body = self._after(end, listed=False) if folded.startswith("'s ", end) else None
                whose = self._meant.get(body) if body is not None else None
                if whose is not None and title.value.role is OTHER:
                    return whose, to  # "head of Turkey's National Intelligence Organization"
                if whose is not None and title.value.name == "President" and whose.kind is ActorKind.LEGISLATURE:
                    return whose, to  # "President of Ghana's National Assembly"
            if owner is not None:
                return owner, to
        if first:
            before, spoken = self._owners[first - 1], title.value.role is SPOKESPERSON
            if start < before.span.end < span.end and before.kind == "organisation" and "," not in before.text:
                return self._meant.get(before.span.start), to  # "Russian| Security Council Secretary"
            if start - _NEAR < before.span.end < start and self._leads(before, start):
                return self._meant.get(before.span.start) or self._by_capital(before, title.value.role), to
            if (spoken or folded.endswith("'s ", 0, start)) and _BY_HOLDER.fullmatch(folded, before.span.end, start):
                return self._meant.get(before.span.start), to
            if folded.endswith(_ITS, 0, start) and _BY_ITS.fullmatch(folded, before.span.end, start):
                return self._meant.get(before.span.start), to
            if title.value.role in _IN_BODIES and leads_body(folded, before, start):
                return self._meant.get(before.span.start), to
            if folded.startswith("its ", start - 4) and title.value.role is Role.IGO_HEAD:
                named = self._body_before(first)  # "… of the Arab League. Its Secretary-General"
                if named is not None:
                    return named, to
        owner_start = self._after(end, listed=True) if folded.startswith(_BY_SENDER, end) else None
        if owner_start is None and name_end is not None and folded.startswith(_BEFORE_OWNERS, name_end):
            owner_start = self._after(name_end, listed=False)
        return None if owner_start is None else self._meant.get(owner_start), to

    def of_all(self, one: Borne) -> list[tuple[Mention[Title], Member | None, Member | None]]:
        """The titles beside a name with whose they are; those after it that are of another state are not the person's."""
        name = one.person.span
        found: list[tuple[Mention[Title], Member | None, Member | None]] = []
        first: Member | None = None
        for title in one.titles:
            start = title.span.start
            leads = start < name.start
            of, to = self.of(title, name.end if leads else None, one.ends.get(start))
            if of is not None:
                state = of if of.state else self._within.get(id(of))
                if first is None:
                    first = state
                elif state is not None and state is not first and not leads:
                    continue
            found.append((title, of, to))
        return found

    def _inside(
        self, title: Mention[Title], mentions: Sequence[Mention[Any]], *, alone: bool
    ) -> tuple[Member | None, Member | None]:
        """Of the states and bodies in a title, whose office it is and to whom its holder is sent."""
        sent, role = title.value.to, title.value.role
        to = state = other = None
        named = bool(title.value.of)
        for mention in mentions:
            if self._follows(mention, "-", " on the ") and other is not None:
                continue  # "Chairman of the Committee on the Chad-Libya dispute"
            member = self._meant.get(mention.span.start) or (None if alone else self._around(mention, role))
            if member is None:
                continue
            if role is ENVOY and self._follows(mention, " for ", " for the "):
                to = to or member
            elif sent and to is None and mention.text in sent and self._follows(mention, *_SENT_THERE):
                to = member
            elif member.state:
                state = state or member
            else:
                other = other or member
                named = named or self._follows(mention, " to ", " to the ", " at the ", " in the ")
        if state is not None and other is not None and not other.state:
            self._within.setdefault(id(other), state)  # "Peru's Head of the Department of Justice"
        if role is ENVOY and state is not None and other is not None and other.kind is ActorKind.GOVERNMENT:
            return state, to  # "Special Representative of the Chinese Government"
        if role in OF_STATES:
            owner = state or (self._within.get(id(other)) if other else None)
            if not named or (other and other.kind is ActorKind.GROUPING):
                return owner, to  # not "Foreign Affairs Cabinet Secretary", "at the G20 Foreign Minister X"
            return owner or other, to
        return other or state, to

    def _body_before(self, first: int) -> Member | None:
        """The international organisation named last before, if any is near: of the last mentions before a number."""
        for at in range(first - 1, max(-1, first - 4), -1):
            member = self._meant.get(self._starts[at])
            if member is not None and member.kind in _IGOS:
                return member
        return None

    def _around(self, mention: Mention[Any], role: Role) -> Member | None:
        """The state of the document in which a region lies, or the city of its mayor or of a "Crown Prince of Dubai"."""
        if mention.kind != "place" or not mention.value.code:
            return None
        if mention.value.type is PlaceKind.CITY and role not in _OF_CITIES:
            return self._by_capital(mention, role)
        return self._cast.by_code.get(mention.value.code)

    def _by_capital(self, before: Mention[Any], role: Role) -> Member | None:
        """The state of the document whose capital says whose an office is: "Seoul's Foreign Minister"."""
        if role not in OF_STATES or not self._folded.startswith("'", before.span.end):
            return None
        return self._cast.by_code.get(before.value.code) if before.text in self._capitals else None

    def _follows(self, mention: Mention[Any], *words: str) -> bool:
        return self._folded.endswith(words, 0, mention.span.start)

    def _leads(self, before: Mention[Any], start: int) -> bool:
        """Whether a name says whose the office is that begins a few characters after it: "Peru's President"."""
        gap = self._folded[before.span.end : start]
        body = before.kind == "organisation"
        if body and gap[:1] == ")" and self._folded[before.span.start - 1] == "(":
            gap = gap[1:]  # "the African Union (AU) Chairperson"
        if gap in _OWNING:
            return gap != " " or body or not self._follows(before, *_NO_OWNERS)  # "in Peru President …"
        word = self._text[start - len(gap) + 1 : start - 1]
        # "Union Assembly Chair", but not "… Commission. The Chair", "the Bank assured the Chair"
        return body and gap[0] == " " == gap[-1] and word.isalpha() and word[0].isupper() and word != "The"

    def _after(self, stop: int, *, listed: bool) -> int | None:
        """Where a name begins that says whose the office is: "of Peru", and after a title "X, Peru"."""
        at = bisect_right(self._starts, stop)
        if at == len(self._starts):
            return None
        start, after = self._starts[at], self._owners[at]
        gap = self._folded[stop:start]
        body = after.kind == "organisation"
        if not body and after.value.form is not NOUN:
            sent = listed and gap in _SENT_BY and self._folded.startswith(_HEADS_OF_STATES, after.span.end)
            return start if sent else None
        if body and gap in (" of ", " of the ") and not listed and self._folded.startswith("'s ", after.span.end):
            return None  # "assured President X of the Bank's support"
        if gap in (" of ", " of the ") or (gap == "'s " and body):
            return start
        if not body and _ON_BEHALF.fullmatch(gap) and not self._folded.startswith("'", after.span.end):
            return start
        if not listed and (gap in (", of ", ", of the ") or (gap == " (" and self._folded[after.span.end] == ")")):
            return start  # "President X (Peru)"
        if gap == " from " and not (listed or body) and self._folded.startswith(" and ", after.span.end):
            return start  # "President X from Peru and Y from Kenya"
        closes = listed and not body and self._folded[after.span.end : after.span.end + 1] in _CLOSING
        return start if closes and (gap == ", " or _PORTFOLIO.fullmatch(gap)) and start in self._meant else None


_NEAR = 24
_OF_CITIES = frozenset((DEPUTY_HEAD, Role.SUBNATIONAL_HEAD))
_ITS = ("its ", "its new ", "their ")
_BY_ITS = re.compile(
    r"(?: \([\w.-]{2,12}\))?,?(?: and| through| led by| headed by| represented by| with)? (?:its|their) (?:new )?"
)
"""What stands between a body and its own office: "the Bank and its President"."""
_IN_BODIES = frozenset((Role.OTHER, Role.DIPLOMAT, Role.IGO_HEAD, Role.LEGISLATOR, Role.ENVOY))
_BY_HOLDER = re.compile(
    r" (?:secretary[- ]general|president|prime minister|premier|king|emir|amir|sultan|leader)(?:'s)? "
)
"""What stands between a body or state and an office under its head: "the UN Secretary-General's Personal Envoy"."""
_SENT_THERE = (" to ", " to the ", " in ", " in the ", " for ", " for the ")
_SENT_BY = frozenset((" of ", " for ", " to ", " of the ", " for the ", " to the "))
_HEADS_OF_STATES = (" president", " prime minister", " premier", " king", " emir", " amir", " chancellor", " leader")
"""What follows the adjective of a state in "the special envoy of Russian President X"."""
_OWNING, _NO_OWNERS = frozenset((" ", "'s ", "' ")), (" in ", " to ", "pro-", "anti-")
_BEFORE_OWNERS = (" of ", " from ", ", ", "'s ", " and ", " & ", " on behalf ", " signed ", " for ", " (")
"""How what stands between a title, or a name after it, and the name of its owner begins."""
_ON_BEHALF = re.compile(
    r",? (?:(?:signed )?on behalf of|signed for) (?:the )?(?:government of (?:the )?|(?:kingdom|republic) of )?"
)
_BY_SENDER = (*_BEFORE_OWNERS, " for ", " to ")
_CLOSING = frozenset(("", ",", ".", ";", ")", "\n"))
_HEAD_OF = {ActorKind.LEGISLATURE: Role.LEGISLATOR}
_CHAIRS = re.compile(r"[Cc]hair|President|Member\b")
_AT_THE_HEAD = frozenset(
    ("President", "Secretary-General", "Secretary General", "Managing Director", "Executive Secretary")
)
_OF_FORCES = frozenset(("Chief", "Head", "Chairman", "Vice Chairman", "Chief of Staff", "Deputy Chief", "Director"))
_HEADS_OF_ANY = HEADS | {Role.IGO_HEAD}
_RANKED = re.compile(r"(?:first|new|then|current|next|last|only|longest-serving) (?=[A-Z])")
_IGOS = frozenset((ActorKind.IGO, ActorKind.IGO_ORGAN, ActorKind.GROUPING))
_PORTFOLIO = re.compile(r" (?:and|&) [a-z]+(?: [a-z]+){0,2}, ")


@lru_cache(maxsize=4096)
def _unranked(title: str) -> str:
    return _RANKED.sub("", title)


def hold(member: Member, title: Mention[Title], of: Member | None, to: Member | None, more: str = "") -> None:
    """Let a person hold an office, once: another form of a title that the person has already adds to that one."""
    value = title.value
    name = _unranked(value.name) + more
    role = value.role
    if name == "Chief" and (of is None or value.of is None):
        return  # "Chief Olusegun Obasanjo": a word of honour
    if role in _HEADS_OF_ANY and of is not None and not of.state and of.kind is not ActorKind.SUBNATIONAL:
        # The President of a parliament, or of an association.
        role = Role.IGO_HEAD if of.kind in _IGOS else _HEAD_OF.get(of.kind, OTHER)
    elif role is OTHER and of is not None and of.kind is ActorKind.LEGISLATURE and _CHAIRS.search(name):
        role = Role.LEGISLATOR
    elif role is DIPLOMAT and of is not None and of.kind is ActorKind.NGO and name.endswith("ecretary"):
        role = OTHER  # "First Secretary of the Workers' Party"
    elif (
        role is OTHER
        and of is not None
        and of.kind is ActorKind.IGO
        and (name in _AT_THE_HEAD or (of.acronym and name in ("Chief", "Head")))
    ):
        role = Role.IGO_HEAD
    elif role in (OTHER, Role.MILITARY_OFFICER) and heads_ruling_council(name, of):
        role = Role.HEAD_OF_STATE
    elif role is OTHER and of is not None and of.kind is ActorKind.MILITARY and name in _OF_FORCES:
        role = Role.MILITARY_OFFICER
    new = Holding(name, role, value.status, of, to, CERTAIN, title.span.start)
    for known in member.offices:
        if of is not None and known.of is not None and of is not known.of:
            continue
        if new.role in HEADS and known.role is DEPUTY_HEAD:
            continue  # "Vice President X, now Acting President"
        if new.words <= known.words or (new.role is known.role and (new.words >= known.words or new.role in ONE_EACH)):
            known.of = known.of or of
            known.to = known.to or to
            if new.words > known.words:
                known.title, known.words = new.title, new.words
                if known.role is OTHER or new.role is not OTHER:
                    known.role = new.role
            return
        if known.words < new.words and known.role in (OTHER, Role.MINISTER):
            known.title, known.words, known.role = new.title, new.words, new.role
            known.of, known.to = known.of or of, known.to or to
            return
    member.offices.append(new)


def drop_ranks(member: Member) -> None:
    """Drop the bare rank of an officer who holds an office: "the Governor, General X", "Army Chief General X"."""
    held = [h for h in member.offices if h.role is not Role.MILITARY_OFFICER or not _is_rank(h.words)]
    held = held or [h for h in member.offices if h.of is not None]
    if held:
        member.offices = held


def _is_rank(words: frozenset[str]) -> bool:
    return words <= _RANKS or ("marshal" in words and words - {"chief"} <= _RANKS)


_RANKS = frozenset(
    "general lieutenant major brigadier colonel captain admiral rear vice marshal air field commodore commander "
    "sergeant corporal squadron wing group leader army corps inspector police lt gen col maj capt adm brig".split()
)
