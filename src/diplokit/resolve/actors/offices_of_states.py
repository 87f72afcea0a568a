"""Which offices are those of states, and which states may have them: no republic has a King."""

import re
from functools import cache

from diplokit.vocabulary import Role

from .cast import OF_STATES, Holding, Member

_GOVERNING = frozenset("presidential government cabinet palace".split())
_MONARCHIES = frozenset(
    "GBR JPN ESP NLD BEL SWE NOR DNK AUS CAN NZL THA MYS SAU JOR KWT BHR QAT OMN MAR BTN KHM LUX MCO LIE LSO SWZ TON BRN PNG "
    "JAM BHS BLZ GRD LCA VCT ATG KNA SLB TUV VAT AND".split()
)
_ONCE_MONARCHIES = frozenset("NPL GRC AFG IRN LBY ETH LAO IRQ EGY ITA YEM TUN BDI ROU BGR YUG SRB ALB ARE".split())
_MONARCHS = frozenset("king queen emperor sultan amir emir shah".split())


def may_head(state: Member, title: str, words: frozenset[str]) -> bool:
    """Whether a state may have such a head: no republic has a King, no kingdom a President."""
    if title == "President":
        return state.code not in _MONARCHIES
    return _MONARCHS.isdisjoint(words) or state.code in _MONARCHIES or state.code in _ONCE_MONARCHIES


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
