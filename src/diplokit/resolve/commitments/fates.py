"""What has become of a commitment: "honoured its pledge to", "suspended its offer of", "the pact of 1975 is being implemented".

The word that governs the noun tells, or the predicate behind what was signed. What others only ask for, promise or
deny tells nothing: "urged Peru to keep its promise", "has not kept its promise".
"""

import re
from functools import cache

from diplokit.resolve.clauses import Sentence
from diplokit.vocabulary import CommitmentStatus

from .found import Found

_DONE = (
    r"fulfill?ed|honou?red|kept|met|redeemed|implemented|enacted|carried out|followed through on|made good on|made good|delivered on|"
    r"delivered|lived up to|acted on|complied with"
)
_DOING = (
    r"fulfill?ing|honou?ring|keeping|meeting|redeeming|implementing|enacting|carrying out|following through on|making good on|"
    r"making good|delivering on|delivering|living up to|acting on|complying with"
)
_DO = (
    r"fulfill?|honou?r|keep|meet|redeem|implement|enact|carry out|follow through on|make good on|make good|deliver on|deliver|"
    r"live up to|act on|comply with"
)
_HELD_BACK = r"suspended|froze|frozen|halted|shelved|deferred|paused|put on hold|put on ice"
_TAKEN_BACK = (
    r"withdrew|withdrawn|retracted|revoked|rescinded|renounced|repudiated|abandoned|scrapped|dropped|reversed|cancelled|canceled|annulled|"
    r"broke|broken|reneged on|went back on|gone back on|backed out of|backed away from|walked away from|pulled out of|backtracked on"
)
_HOLDING_BACK = r"suspending|freezing|halting|shelving|deferring|pausing|putting on hold"
_TAKING_BACK = (
    r"withdrawing|retracting|revoking|rescinding|renouncing|repudiating|abandoning|scrapping|dropping|reversing|cancelling|canceling|"
    r"annulling|breaking|reneging on|going back on|backing out of|backing away from|walking away from|pulling out of"
)
_ITS = r"\s+(?:(?:all|both)\s+(?:of\s+)?)?(?:its|his|her|their|our|my)\s+(?:[\w-]+\s+){0,4}\Z"
_STATUSES = {
    "done": CommitmentStatus.FULFILLED,
    "done_by": CommitmentStatus.FULFILLED,
    "held": CommitmentStatus.SUSPENDED,
    "holding": CommitmentStatus.SUSPENDED,
    "taken": CommitmentStatus.WITHDRAWN,
    "taking": CommitmentStatus.WITHDRAWN,
    "doing": CommitmentStatus.IN_IMPLEMENTATION,
    "starting": CommitmentStatus.IN_IMPLEMENTATION,
}


@cache
def _governing() -> re.Pattern[str]:
    """The verb that governs the noun of a commitment, up to that noun."""
    return re.compile(
        rf"\b(?:(?P<starting>(?:beg[aiu]n|begins?|started|starts?|continued|continues?) (?:to (?:{_DO})|{_DOING}))|"
        rf"(?P<doing>(?:is|are|was|were|been|'s|'re) (?:now |already |still |\w+ly )?(?:{_DOING}))|"
        rf"(?P<done_by>(?:,|after|by having|having) (?:\w+ly )?(?:{_DOING}))|(?P<done>{_DONE})|(?P<held>{_HELD_BACK})|(?P<taken>{_TAKEN_BACK})|"
        rf"(?P<holding>(?:is|are|was|were|been|,|after) (?:{_HOLDING_BACK}))|(?P<taking>(?:is|are|was|were|been|,|after) (?:{_TAKING_BACK}))){_ITS}"
    )


@cache
def _predicate() -> re.Pattern[str]:
    """What is said of a commitment behind all that names it."""
    gap = r'(?:(?!\b(?:that|which|who|and|but|where|when|while|said|says|if|not|never)\b)[^,;:"]){0,80}?(?: and)?'
    return re.compile(
        rf"{gap}\b(?:(?P<doing>(?:is|are) (?:now |currently |still |fully )?being (?:{_DONE}))|"
        rf"(?:(?:has|have|had) (?:since |now |already |\w+ly )?been|was|were) (?:\w+ly )?"
        rf"(?:(?P<done>{_DONE}|put into (?:practice|effect))|(?P<held>{_HELD_BACK})|(?P<taken>{_TAKEN_BACK}|terminated)))\b(?! (?:by|with) (?:the )?courts?)"
    )


_NOT_DONE = re.compile(
    r"\b(?:not|never|n't|hardly|yet to|no|nor|neither|would|will|shall|should|could|may|might|must|can|to|if|until|unless|whether|once|before|being)\s+"
    r"(?:(?:have|has|been|be|then|also|yet|so far|\w+ly)\s+)*\Z"
)


def fate_of(sentence: Sentence, one: Found, folded: str, content: tuple[int, int] | None) -> CommitmentStatus | None:
    """What the text says has become of a commitment, or `None` where it says nothing.

    Args:
        sentence: The sentence.
        one: What was found.
        folded: The folded text of the document.
        content: Where its content stands, as offsets.
    """
    if one.form == "noun":
        noun = sentence.starts[one.verb]
        begin = max(sentence.start, noun - 90)
        governing = _governing().search(folded, begin, noun)
        if governing is not None:
            told = governing.lastgroup or ""
            return None if _NOT_DONE.search(folded, begin, governing.start(told)) else _STATUSES[told]
    elif one.form != "passive" or content is None or content[1] > one.first:
        return None
    at = max(one.last, content[1] if content is not None else 0, one.where[1] if one.where is not None else 0)
    said = _predicate().match(folded, at, min(at + 140, sentence.end))
    return None if said is None else _STATUSES[said.lastgroup or ""]
