"""Which offices are those of states, and which states may have them: no republic has a King."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from diplokit import Mention
from diplokit.tables import table
from diplokit.vocabulary import Role

from .cast import OF_STATES, Cast, Holding, Member, means_another
from .home import Home

_GOVERNING = frozenset("presidential government cabinet palace".split())
_MONARCHIES = frozenset(
    "GBR JPN ESP NLD BEL SWE NOR DNK AUS CAN NZL THA MYS SAU JOR KWT BHR QAT OMN MAR BTN KHM LUX MCO LIE LSO SWZ TON BRN PNG "
    "JAM BHS BLZ GRD LCA VCT ATG KNA SLB TUV VAT AND".split()
)
_ONCE_MONARCHIES = frozenset("NPL GRC AFG IRN LBY ETH LAO IRQ EGY ITA YEM TUN BDI ROU BGR YUG SRB ALB ARE".split())
_MONARCHS = frozenset("king queen emperor sultan amir emir shah".split())


_ABROAD = frozenset("AUS CAN NZL PNG JAM BHS BLZ GRD LCA VCT ATG KNA SLB TUV AND".split())
"""Monarchies whose King is called by the name of another state."""
_EMIRATES, _SULTANATES = frozenset(("KWT", "QAT")), frozenset(("OMN", "BRN"))
_REALMS = {
    "Emir": _EMIRATES,
    "Amir": _EMIRATES,
    "Sultan": _SULTANATES,
    "Emperor": frozenset(("JPN",)),
    "King": _MONARCHIES - _ABROAD - _EMIRATES - _SULTANATES - {"JPN", "LUX", "MCO", "LIE", "VAT"},
}
_REALMS["Queen"] = _REALMS["King"]
_REALMS["Crown Prince"] = _REALMS["Crown Princess"] = _MONARCHIES - _ABROAD - {"VAT"}
_LATE = ("NGA", "CAN", "JAM", "BLZ", "TTO", "VCT")
"""Other states that have had ministers of external affairs, and are seldom visited by that of India."""


@cache
def _of_one_state() -> dict[str, tuple[str, bool]]:
    """Titles that only one state gives, with its code and whether a portfolio may follow."""
    return {row["title"]: (row["code"], row["portfolio"] == "yes") for row in table("en/offices_of_one_state.tsv")}


def only_state(holding: Holding, cast: Cast, home: Home) -> str | None:
    """The code of the only state that gives a title, if there is one."""
    head, portfolio, _ = holding.title.partition(" for ")
    code, more = _of_one_state().get(head, (None, False))
    if code is not None and "external" in holding.words:
        if code not in cast.by_code:
            return None  # others have had ministers of external affairs too
        own = home.ranked().states[:1]
        if head.startswith("Minister") and own and own[0].code in _LATE:
            return None
    return code if more or not portfolio else None


def only_realm(holding: Holding, cast: Cast, home: Home) -> Member | None:
    """Of the states of which a text speaks the one that has such a monarch or heir, if no other has one."""
    realms = _REALMS.get(holding.title)
    if realms is None:
        return None
    codes = realms & cast.by_code.keys()
    ranking = home.ranked()
    if len(codes) != 1 or ranking.elsewhere:
        return None
    state = cast.by_code[min(codes)]
    return state if state in ranking.states else None


def may_head(state: Member, title: str, words: frozenset[str]) -> bool:
    """Whether a state may have such a head: no republic has a King, no kingdom a President."""
    if title == "President":
        return state.code not in _MONARCHIES
    return _MONARCHS.isdisjoint(words) or state.code in _MONARCHIES or state.code in _ONCE_MONARCHIES


_RULING = re.compile(
    r"(?:Presidential (?:Leadership )?|Presidency |(?:Transitional )?Sovereign(?:ty)? |Supreme Military |Armed Forces Ruling |Provisional Ruling |"
    r"Supreme Revolutionary |Revolutionary Command |State Administration |Military (?:Transition )?|Transitional (?:Military )?)Council\Z"
)
"""Councils whose heads are heads of state."""
_HEADS_COUNCIL = re.compile(r"(?i:(?:council )?(?:chair(?:man|person|woman)|president|head|chief|leader)\b)")


def heads_ruling_council(title: str, of: Member | None) -> bool:
    """Whether an office is the head of a council that rules a state, or presides over it."""
    return of is not None and not of.state and bool(_RULING.search(of.name) and _HEADS_COUNCIL.match(title))


_LED_BY = ("led by ", "headed by ", "led by the ", "headed by the ")
_LED = re.compile(r"\)?,? (?:led|headed) by (?:the )?")


def leads_body(folded: str, before: Mention[Any], start: int) -> bool:
    """Whether a body is told to be led by the one whose office begins at a place: "the Party, headed by Secretary X"."""
    if before.kind != "organisation" or not folded.endswith(_LED_BY, 0, start):
        return False
    return _LED.fullmatch(folded, before.span.end, start) is not None


def of_state(holding: Holding) -> bool:
    """Whether an office is one of a state, by its role or its words: also "Chief of Army Staff", "government spokesman"."""
    if holding.role in OF_STATES:
        return True
    if holding.role is Role.MILITARY_OFFICER:
        return "chief" in holding.words
    return holding.role is Role.SPOKESPERSON and not _GOVERNING.isdisjoint(holding.words)


def long_ago(folded: str, start: int) -> bool:
    """Whether an office told at a place is that of the first who held it: "Peru's first president"."""
    return _first().search(folded, max(0, start - 10), start + 40) is not None


@cache
def _first() -> re.Pattern[str]:
    """How one is told of who held an office long ago, in folded text: "Peru's first president"."""
    return re.compile(r"\b(?:first|founding)(?: [a-z]+)? (?:president|prime minister|premier|king)\b")


def civil_roles(held: Sequence[Holding], roles: frozenset[Role], code: str) -> frozenset[Role]:
    """The roles, where a foreign secretary is a civil servant, and secretaries of state are junior ministers."""
    for holding in held:
        junior = holding.title.startswith("Secretary of State for") and code != "GBR"
        if not junior and (holding.title != "Foreign Secretary" or code not in means_another("secretary")):
            return roles
        holding.role = Role.DEPUTY_MINISTER
    return frozenset((Role.DEPUTY_MINISTER,))
