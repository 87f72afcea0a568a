"""Which offices a person holds, each once, and whose each is: the states and organisations in a title and beside it."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Any

from diplokit import Document, Mention, Mentions, Title
from diplokit.vocabulary import ActorKind, Confidence, PlaceForm, PlaceKind, Role

from .cast import HEADS, OF_STATES, Cast, Holding, Member
from .titles_beside import Borne

# Roles of which a person has one in one state: another title with the same role is another way to say it.
ONE_EACH = HEADS | {Role.FOREIGN_MINISTER, Role.AMBASSADOR, Role.IGO_HEAD, Role.SPOKESPERSON, Role.SUBNATIONAL_HEAD}


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
        self, title: Mention[Title], name_end: int | None = None, stop: int | None = None, *, alone: bool = False
    ) -> tuple[Member | None, Member | None]:
        """Whose office it is, and to whom its holder is sent.

        Args:
            title: The title.
            name_end: Where the name that it stands before ends, for "President X of Y".
            stop: Where what the title says ends, if after the mention.
            alone: Whether no name stands beside it: then the Premier of a region does not stand for the state.
        """
        start, end = title.span.start, stop or title.span.end
        inside = self._owners[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        sent = title.value.to
        to = None
        state = other = None
        for mention in inside:
            member = self._meant.get(mention.span.start) or (None if alone else self._around(mention))
            if member is None:
                continue
            if title.value.role is Role.ENVOY and self._follows(mention, " for ", " for the "):
                to = to or member
            elif sent and to is None and mention.text in sent and self._follows(mention, " to ", " to the "):
                to = member
            elif member.state:
                state = state or member
            else:
                other = other or member
        if state is not None and other is not None and not other.state:
            self._within.setdefault(id(other), state)  # "Peru's Head of the Department of Justice"
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
            if before.kind == "organisation" and len(gap) < 24 and gap.strip().isalpha() and gap[:1] == " " == gap[-1:]:
                if gap.strip() not in _NOT_OF_IT:
                    return self._meant.get(before.span.start)  # "Union Assembly Chairperson"
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
        return (
            mention.kind == "place"
            and following in ("", ",", ".", ";", ")", "\n")
            and bool(self._meant.get(mention.span.start))
        )


_RANKED = re.compile(r"(?:first|new|then|current|next|last|only|longest-serving) (?=[A-Z])")


_NOT_OF_IT = frozenset(
    "and or with by as is was said s that the where when meets met told to from in on at of for".split()
)
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


def drop_ranks(member: Member) -> None:
    """Drop the bare rank of an officer who holds an office: "the Governor, General X" has one office."""
    held = [h for h in member.offices if h.role is not Role.MILITARY_OFFICER]
    if held and len(held) < len(member.offices):
        member.offices = [h for h in member.offices if h.role is not Role.MILITARY_OFFICER or not h.words <= _RANKS]


_RANKS = frozenset(
    "general lieutenant major brigadier colonel captain admiral rear vice marshal air field commodore commander chief "
    "sergeant corporal squadron wing group leader army corps inspector police lt gen col maj capt adm brig".split()
)
