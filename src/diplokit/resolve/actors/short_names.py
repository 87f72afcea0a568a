"""Short names of bodies: "the ministry", "the bloc", and ministries in lower case, "the foreign ministry".

Sources: the habits of news agencies; the words for what ministries do are kept by hand.
"""

import re
from functools import cache

from diplokit.vocabulary import ActorKind

from .cast import BLOCS, Cast, Member, tokens
from .memory import Memory
from .pointing_words import owned_by_land, stands_alone
from .seen import Seen

_PORTFOLIOS = {
    portfolio: frozenset((portfolio, *more.split()))
    for portfolio, more in {
        "foreign": "affairs external",
        "external": "affairs foreign",
        "defence": "defense",
        "defense": "defence",
        "trade": "commerce",
        "commerce": "trade",
        "finance": "treasury",
        "interior": "",
        "economy": "economic",
        "energy": "petroleum",
        "oil": "petroleum",
        "industry": "",
        "agriculture": "farming",
        "transport": "",
        "health": "",
        "justice": "law",
        "tourism": "",
        "labour": "labor",
        "labor": "labour",
        "environment": "",
        "information": "",
        "home": "interior",
        "law": "justice",
        "education": "",
        "culture": "",
        "planning": "",
        "unification": "",
        "security": "",
        "mining": "mines",
        "petroleum": "oil",
        "power": "electricity",
        "water": "",
        "science": "",
        "communications": "telecommunications",
    }.items()
}
"""What ministries are for, with other words for it in their names."""


@cache
def _of() -> re.Pattern[str]:
    """What follows in "the ministry of external affairs"."""
    return re.compile(rf" of ({'|'.join(_PORTFOLIOS)})(?: affairs)?\b(?: and (?:{'|'.join(_PORTFOLIOS)})\b)?(?! and )")


_BLOCS = frozenset(("bloc", "grouping", "group"))
_SORTED = frozenset("bloc grouping group body organisation organization alliance association institution".split())
"""What an organisation of states is called by its sort: "the regional body", "the 15-nation organisation"."""
_SORTS = frozenset(
    "regional subregional sub-regional continental hemispheric economic trade trading political military security "
    "world global international intergovernmental multilateral".split()
)
_NUMBERED = ("-member", "-nation", "-state", "-country", "-strong")
_ONLY_SORTED = frozenset(("body", "institution"))
_ONLY_CAPITALISED = frozenset(("community", "league"))
_LENDERS = frozenset(("bank", "fund"))
_COMPANIES = frozenset("company firm airline carrier conglomerate manufacturer automaker operator".split())
_OF_STATES = _COMPANIES | _LENDERS | {"corporation", "agency"}
_LONGER = (" of ", "-", " for ", "'", " and ")
"""What shows that a name goes on."""
_SAYING = tuple(
    f" {word}"
    for word in "said announced stated confirmed denied added declared condemned reported statement spokes".split()
)
_SAID_BY = ("statement from ", "statement by ", "according to ", "statement of ", "spokesman for ", "spokesperson for ")
_OWNED = [[word] for word in ("the", "a", "an", "its", "their", "our")]
"""What stands before a ministry of one state."""


class ShortNames:
    """Finds the bodies that short names mean."""

    def __init__(self, cast: Cast, memory: Memory) -> None:
        self._cast = cast  # where a ministry goes that the text names only so
        self._memory = memory
        self._folded = memory.document.folded
        self._ministries: dict[tuple[str, Member | None], Member] = {}

    def take(self, start: int, end: int, _: str) -> None:
        """The body that was last named with such a word, where only "the ministry" or "the bloc" is said."""
        folded, memory = self._folded, self._memory
        if folded.startswith("ministry", start):
            before = folded[max(0, start - 24) : start].split()[-2:]
            portfolio = before[-2:-1] if before[-1:] == ["affairs"] else before[-1:]
            if portfolio and portfolio[0] in _PORTFOLIOS:
                begin = start - len(before[-1]) - 1
                self._ministry(
                    begin if before[-1] == portfolio[0] else begin - len(portfolio[0]) - 1, end, portfolio[0]
                )
                return
            if folded.startswith(" of ", end) and (match := _of().match(folded, end)):
                self._ministry(start, match.end(), match[1])
                return
        if folded.startswith("presidency", start):
            self._presidency(start, end)
            return
        word = folded[start:end]
        begin = self._sorted_from(start) if word in _SORTED else start
        if not stands_alone(folded, begin, end, (" of ", "-", " for ")):
            self._of_state(start, end)
            return
        if (begin == start and word in _ONLY_SORTED) or (
            word in _ONLY_CAPITALISED and not memory.document.text[start].isupper()
        ):
            return
        sentence = memory.come_to(start)
        for seen in memory.bodies[:-31:-1]:
            member = seen.member
            if member.state or sentence - seen.sentence > 12:
                continue
            named = tokens(member.name)
            if (
                word in named[:1]
                or word in named[-1:]
                or f" {word} for " in member.name.lower()  # "the Kuwait Fund for Arab Economic Development"
                or ((begin < start or word in _BLOCS) and member.kind in BLOCS)
                or (word in _ONLY_CAPITALISED and (word in named or (word == "community" and "communities" in named)))
                or (word == "cartel" and "petroleum" in named)
                or (word == "lender" and not _LENDERS.isdisjoint(named))
                or (word in _COMPANIES and member.kind is ActorKind.COMPANY)
            ):
                memory.mean(member, begin - 4, end, "short form")
                memory.note(member, start, end, office=False)
                return

    def _of_state(self, start: int, end: int) -> None:
        """The body of a state that is told of by its people: "the Saudi fund", "the Mexican company"."""
        folded, memory = self._folded, self._memory
        sentence = memory.come_to(start)
        state = self._state_before(start)
        word = folded[start:end]
        if state is None or word not in _OF_STATES or not stands_alone(folded, state.start, end, _LONGER):
            return
        people = folded[state.start : state.end]
        for seen in memory.bodies[:-31:-1]:
            member = seen.member
            if member.state or sentence - seen.sentence > 12:
                continue
            named = tokens(member.name)
            company = word in _COMPANIES and member.kind is ActorKind.COMPANY
            if company or (word in named and people in named):
                memory.mean(member, state.start - 4, end, "short form")
                memory.note(member, start, end, office=False)
                return

    def _presidency(self, start: int, end: int) -> None:
        """The office of a president that speaks: "a statement from the Egyptian presidency", "the presidency said"."""
        folded, memory = self._folded, self._memory
        told = folded.startswith(_SAYING, end) or folded.endswith(_SAID_BY, 0, start - 4)
        memory.come_to(start)
        last = self._state_before(start)
        owner = None if last is None else last.member
        if last is not None and not told:
            told = folded.endswith(_SAID_BY, 0, last.start) or folded.endswith(_SAID_BY, 0, last.start - 4)
        if not told or (owner is None and not folded.startswith("the ", start - 4)):
            return
        member = self._ministries.get(("presidency", owner)) or self._cast.add(
            Member(ActorKind.GOVERNMENT, "presidency")
        )
        self._ministries["presidency", owner] = self._ministries["presidency", None] = member
        memory.mean(member, start, end, "name")
        memory.note(member, start, end, office=False)

    def _sorted_from(self, start: int) -> int:
        """Where the word before a noun begins, if it tells what sort of organisation of states is meant; else the noun."""
        folded = self._folded
        begin = folded.rfind(" ", 0, max(start - 1, 0)) + 1
        sort = folded[begin : start - 1]
        return begin if sort in _SORTS or sort.endswith(_NUMBERED) else start

    def _state_before(self, begin: int) -> Seen | None:
        """The state that is named right before its own body: "the Egyptian| presidency", "Peru's| foreign ministry"."""
        last = self._memory.bodies[-1] if self._memory.bodies else None
        return last if last is not None and last.member.state and begin - last.end in (1, 3) else None

    def _one(self, begin: int, end: int) -> bool:
        """Whether a ministry is one that a state has: "the", "a", "its", "the Kingdom's", or at the head of a sentence."""
        folded, text = self._folded, self._memory.document.text
        before = folded[max(0, begin - 8) : begin].split()[-1:]
        opens = text[begin].isupper() and text.endswith("ministry", begin, end)
        return opens or before in _OWNED or owned_by_land(folded, begin)

    def _ministry(self, begin: int, end: int, portfolio: str) -> None:
        """The ministry that is named in lower case by what it is for: "the foreign ministry said"."""
        folded, memory = self._folded, self._memory
        if begin and folded[begin - 1] != " ":
            return
        if folded.startswith(" of ", end):
            return
        memory.come_to(begin)
        last = self._state_before(begin)
        state = None if last is None else last.member
        if state is None and not self._one(begin, end):
            return
        words = _PORTFOLIOS[portfolio]
        member = self._ministries.get((portfolio, state))
        if member is None:
            for seen in memory.bodies[:-31:-1]:
                if seen.member.kind is ActorKind.MINISTRY and words & set(tokens(seen.member.name)):
                    member = seen.member
                    break
        if member is None or (state is not None and (portfolio, state) not in self._ministries):
            member = self._cast.add(Member(ActorKind.MINISTRY, folded[begin:end]))
        self._ministries[portfolio, state] = self._ministries[portfolio, None] = member
        memory.mean(member, begin, end, "name")
        memory.note(member, begin, end, office=False)
