"""Words that tell whether a meeting took place, will, should or will not, and the patterns that read them."""

import re
from collections.abc import Set as AbstractSet
from functools import cache

from .patterns import compiled

LATER = (
    r"(?<!good )will|shall|'ll|(?:is|are|am|was|were) (?:\w+ly |also |now |still |then |next )?(?:to|due|scheduled|expected|set|slated|planned|likely|going|planning|preparing|supposed|billed)|"
    r"due to|due in|scheduled|expected|slated|planned|plans?|planning|intends?|intent|intention|going to|about to|upcoming|forthcoming|"
    r"look(?:s|ed|ing)? forward|agreed to|ahead of|would|prepar(?:es?|ed|ing)|next week|next month|later this|forward to|announced|poised to|"
    r"lead-?\s?up to|run-?up to|in advance of|(?:days|weeks|months) (?:left )?(?:to|until|before)|in preparation for|preparations for|on the eve of"
)
PROPOSED = (
    r"(?:proposals?|offers?)(?! (?:was|were|came|emerged) (?!for\b|to\b))|propos(?:e|es|ed|ing)|offer(?:ed|ing)|hop(?:es?|ed|ing)|want(?:s|ed)?|wish(?:es|ed)?|would like|invit(?:e|es|ed|ing|ation)|"
    r"(?<!am )(?:ready|open|prepared|keen|eager) to|seek(?:s|ing)?|sought|request(?:s|ed|ing)?|ask(?:s|ed|ing)?|willing(?:ness)?|readiness|consider(?:s|ed|ing)?|may|might|could|"
    r"possible|possibility|call(?:s|ed|ing)? for|push(?:es|ed|ing)? for|urg(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|reviv(?:e|es|ed|ing)|"
    r"explor(?:e|es|ed|ing)|idea of|try|tries|tried|trying"
)
CANCELLED = r"cancel(?:s|led|ed|ling|ing|lation)?|call(?:s|ed|ing)? off|scrap(?:s|ped|ping)?|scratch(?:es|ed)?|shelv(?:es|ed)|abort(?:s|ed)?|will no longer|will not|won't|would not|wouldn't|no longer|abandon(?:s|ed)?"
POSTPONED = r"postpon(?:e|es|ed|ing|ement)|put(?:s|ting)? off|push(?:es|ed)? back|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|reschedul(?:e|es|ed|ing)"
DECLINED = r"declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing|al)|reject(?:s|ed|ing)?|turn(?:s|ed|ing)? down|rul(?:e|es|ed|ing) out|boycott(?:s|ed|ing)?|skip(?:s|ped|ping)?"
DENIED = r"den(?:y|ies|ied|ying)|no plans?"
NOT = r"not|never|\w*n't|without|nor|neither|unable to|failed to|yet to"
EMPTY = r"should|must|can|cannot|ought to|if|whether|unless|to be able to|opportunity to|how to|when to|able to|need to|needs to|have to|has to"

# One of these words must stand in a text before the pattern of the same name is worth trying.
_TURNS = """
scratch scratches scratched shelves shelved abort aborts aborted cancel cancels cancelled canceled cancelling canceling cancelation cancellation
scrap scraps scrapped scrapping abandon abandons abandoned dropped removed struck deleted moved shifted postpone postpones postponed postponing postponement delay delays delayed delaying
defer defers deferred deferring reschedule reschedules rescheduled rescheduling decline declines declined declining refuse refuses refused
refusing refusal reject rejects rejected rejecting boycott boycotts boycotted boycotting skip skips skipped skipping deny denies denied denying
off back down out not no won wouldn
"""
"""For what cancels, postpones, declines or denies: of "call off", "push back", "will not" the rarer word."""
_PROPOSALS = """
proposal proposals propose proposes proposed proposing offer offers offered offering hope hopes hoped hoping want wants wanted wish wishes
wished would invite invites invited inviting invitation seek seeks seeking sought request requests requested requesting ask asks asked asking
willing willingness readiness ready open prepared keen eager consider considers considered considering may might could possible possibility call calls called calling push
pushes pushed pushing urge urges urged urging suggest suggests suggested suggesting revive revives revived reviving explore explores explored
exploring idea try tries tried trying
"""
_COMING = """
will shall ll due scheduled expected slated planned plan plans planning intend intends intent intention going about upcoming forthcoming look
looks looked looking agreed ahead would prepare prepares prepared preparing next later forward announced poised lead leadup run advance days weeks
months eve preparation preparations set likely supposed billed
"""
BEING = frozenset("is are am was were".split())
NOTS = frozenset("not never n t without nor neither unable failed yet".split())
EMPTIES = frozenset(
    "should must can cannot ought if whether unless able opportunity how when need needs have has".split()
)


@cache
def turns() -> frozenset[str]:
    """Words of which one must stand where a meeting is cancelled, postponed, declined or denied."""
    return frozenset(_TURNS.split())


@cache
def proposals() -> frozenset[str]:
    """Words of which one must stand where a meeting is proposed."""
    return frozenset(_PROPOSALS.split())


@cache
def coming() -> frozenset[str]:
    """Words of which one mostly stands where a meeting is still to come."""
    return frozenset(_COMING.split())


def comes(words: AbstractSet[str]) -> bool:
    """Whether words are among those of a text that speaks of what is to come."""
    return not words.isdisjoint(coming()) or ("to" in words and not words.isdisjoint(BEING))


@cache
def word(pattern: str) -> re.Pattern[str]:
    """A pattern that matches whole words only."""
    return compiled(rf"(?<!\w)(?:{pattern})(?!\w)")
