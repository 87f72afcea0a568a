"""Whose an office is where the words around its holder tell it another way: "Peru, represented by Minister X, signed"."""

import re
from bisect import bisect_left
from functools import cache

from diplokit import Document
from diplokit.vocabulary import Role

from .cast import Cast, Member
from .home import state_of_agency
from .naming import Bodies
from .titles_beside import Borne

_BY = ("by ", "by the ", "by its ", "by his ", "by her ")
_FAR = 60


@cache
def _acting_for() -> re.Pattern[str]:
    """What stands between a state and the one who acts for it, in folded text."""
    return re.compile(
        r",?(?: (?:which|that))?(?: (?:was|is|were|being))? represented (?:there )?by (?:its |the )?|,? by (?:its |the )?"
    )


@cache
def _to_agency() -> re.Pattern[str]:
    """What follows one who speaks to a news agency."""
    return re.compile(
        r",? (?:has |had |also )?(?:told|informed) (?:the )?(?:(?:state|state-run|state-owned|official|national|government|government-run|local) )?"
        r"(?:news agency |news wire |agency )?([A-Z]\w+)\b"
    )


def owner_told(document: Document, bodies: Bodies, cast: Cast, one: Borne) -> Member | None:
    """The state that a sentence says that one acts for, or to whose news agency one speaks."""
    folded, start = document.folded, one.start
    if folded.endswith(_BY, 0, start):
        at = bisect_left(bodies.starts, start) - 1
        if at >= 0 and start - bodies.mentions[at].span.end < _FAR:
            mention = bodies.mentions[at]
            gap = folded[mention.span.end : start]
            state = bodies.meant.get(mention.span.start)
            if state is not None and state.state and _acting_for().fullmatch(gap):
                for_it = folded[max(0, mention.span.start - 40) : mention.span.start]
                if "represented" in gap or "on behalf of" in for_it:
                    return state
    if folded.startswith((" told ", " has told ", ", told "), one.end) and (
        match := _to_agency().match(document.text, one.end)
    ):
        return cast.by_code.get(state_of_agency(match[1]))
    return None


def sent_to(subject: Member | None, met: Member) -> Member | None:
    """The only state to which an ambassador is sent who meets another."""
    if subject is None or subject is met:
        return None
    hosts = [h.to for h in subject.offices if h.role is Role.AMBASSADOR and h.to is not None and h.to.state]
    return hosts[0] if len(hosts) == 1 else None
