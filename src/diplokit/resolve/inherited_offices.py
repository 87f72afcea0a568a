"""Whose an office is where the text does not say it beside the title: told elsewhere, or inferred and marked as such."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from diplokit import Document, Mentions
from diplokit.tables import table
from diplokit.vocabulary import Confidence, PlaceForm, Role

from .cast import OF_STATES, Cast, Holding, Member
from .offices import ONE_EACH
from .titles_beside import NEAR, Borne

_THERE = (" to ", "visit ", "visits ", "visited ", " to the ", " in ", " in the ")
_LISTED = frozenset(("and", ",", ", and", "&", "and his", "and her", "and the", ", the"))


@cache
def _of_one_state() -> dict[str, tuple[str, bool]]:
    """Titles that only one state gives, with its code and whether a portfolio may follow."""
    return {row["title"]: (row["code"], row["portfolio"] == "yes") for row in table("en/offices_of_one_state.tsv")}


def _state_of(title: str) -> str | None:
    """The code of the only state that gives a title, if there is one."""
    head, portfolio, _ = title.partition(" for ")
    code, more = _of_one_state().get(head, (None, False))
    return code if more or not portfolio else None


class Heirs:
    """Gives offices whose state the text does not name beside them the state that it names elsewhere."""

    def __init__(
        self,
        document: Document,
        cast: Cast,
        mentions: Mentions,
        meant: dict[int, Member],
        homes: Sequence[Member],
        within: dict[int, Member],
    ) -> None:
        self._cast = cast
        self._within = within
        self._document = document
        self._states = [m for m in mentions.of("place") if m.span.start in meant and meant[m.span.start].state]
        self._starts = [mention.span.start for mention in self._states]
        self._meant = meant
        self._homes = homes
        self._spoken_for: set[int] = set()
        self._titles = {mention.span.start for mention in mentions.of("title")}

    def take(self, around: Sequence[Borne], who: dict[int, Member]) -> None:
        """Look, for every office without an owner, at the person's other offices, the neighbours, the sentence."""
        if not any(
            holding.of is None and (holding.role in OF_STATES or holding.role is Role.OTHER)
            for member in set(who.values())
            for holding in member.offices
        ):
            return
        seen: set[int] = set()
        for one in around:
            member = who[one.person.span.start]
            if id(member) not in seen and member.offices:
                seen.add(id(member))
                self._from_other_offices(member)
                self._spoken_for |= {id(h.of) for h in member.offices if h.of is not None and h.role in OF_STATES}
        last: tuple[int, Member, Holding | None] | None = None
        for one in around:
            member = who[one.person.span.start]
            offices = member.offices
            if not offices:
                last = (one.end, member, None)
                continue
            if len(offices) == 1 and offices[0].of is not None:  # as most are
                held = offices[0]
                here = one.start <= held.start <= one.end + NEAR
                last = (one.end, member, held if here and held.of is not None and held.of.state else None)
                continue
            for holding in offices:
                if holding.of is not None or holding.role not in OF_STATES:
                    continue
                if not one.start <= holding.start <= one.end + NEAR:
                    continue  # held elsewhere in the text
                code = _state_of(holding.title)
                owner, confidence = (
                    self._near(one, last) if code is None else (self._cast.by_code.get(code), Confidence.LIKELY)
                )
                holding.of, holding.confidence = owner, confidence if owner else holding.confidence
            low, high, shared = one.start, one.end + NEAR, None
            for holding in offices:
                if holding.of is not None and holding.of.state and low <= holding.start <= high:
                    shared = holding
                    break
            last = (one.end, member, shared)
            self._from_other_offices(member)

    def _from_other_offices(self, member: Member) -> None:
        if len(member.offices) < 2:
            return
        owners = [h.of if h.of.state else self._within.get(id(h.of)) for h in member.offices if h.of is not None]
        owner = next((state for state in owners if state is not None), None)
        if owner is None:
            return
        for holding in member.offices:
            if holding.of is None and (holding.role in OF_STATES or holding.role is Role.OTHER):
                holding.of, holding.confidence = owner, Confidence.LIKELY

    def _near(self, one: Borne, last: tuple[int, Member, Holding | None] | None) -> tuple[Member | None, Confidence]:
        folded = self._document.folded
        sentence = self._document.sentence_at(one.start)
        listed = last is not None and last[0] >= sentence.start and folded[last[0] : one.start].strip() in _LISTED
        if last is not None and listed:
            shared = last[2]
            owner = shared.of if shared else None
            roles = {holding.role for holding in last[1].offices} & ONE_EACH
            if any(title.value.role in roles for title in one.titles):
                owner = None  # a state has one foreign minister
            if owner is not None or any(holding.role in OF_STATES for holding in last[1].offices):
                unsure = shared is not None and shared.confidence is Confidence.POSSIBLE
                return owner, Confidence.POSSIBLE if unsure else Confidence.LIKELY
        at = bisect_left(self._starts, one.start)
        for mention in reversed(self._states[max(0, at - 4) : at]):
            if mention.span.start < sentence.start:
                break
            if folded[mention.span.end : one.start].strip() in ("and", "&"):
                continue
            before = folded[max(sentence.start, mention.span.start - 8) : mention.span.start]
            opens = mention.span.start - sentence.start < 40 and before.endswith(("in ", "in the ", ", "))
            far = 200 if " including " in folded[mention.span.end : one.start] else 80
            owns = (
                mention.span.start not in self._titles
                and mention.value.form is PlaceForm.ADJECTIVE
                and one.start - mention.span.end < far
            )
            city = before.endswith(", ") and self._document.text[mention.span.start - 3].isalpha()
            there = city or before.endswith(_THERE)
            visited = there and self._met(one, sentence.start) and not listed
            if opens or owns or visited:
                return self._meant[mention.span.start], Confidence.POSSIBLE
        opens = one.person.span.start < self._document.sentences[min(2, len(self._document.sentences) - 1)].end
        guest = "visiting" in folded[max(0, one.start - 10) : one.person.span.start]
        if opens and not guest and len(one.person.value.parts) > 1 and not self._met(one, sentence.start):
            home = next((s for s in self._homes if id(s) not in self._spoken_for), None)
            if home is not None:
                return home, Confidence.POSSIBLE
        return None, Confidence.CERTAIN

    def _met(self, one: Borne, start: int) -> bool:
        before = self._document.folded[start : one.start].split()[-1:]
        return bool(before) and before[0] in (
            "with",
            "meet",
            "met",
            "and",
            "by",
            "meets",
            "meeting",
            "counterpart",
            "between",
        )
