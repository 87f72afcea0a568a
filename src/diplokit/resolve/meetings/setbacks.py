"""What has come between, so that a meeting that a noun names was not held as planned: "the visit, which was put off"."""

from diplokit.vocabulary import MeetingStatus as Status

from .modals import CANCELLED, DECLINED, DENIED, POSTPONED, word
from .patterns import compiled

_CANCELLED_LATER = r"[^.;]{0,60}\b(?:cancel(?:led|ed|lation)|called off|scrapped|scratched|shelved|aborted)\b"
_POSTPONED_LATER = rf"[^.;]{{0,60}}\b(?:{POSTPONED})\b"
SAME_CLAUSE = (
    r"(?:(?!\b(?:after|since|when|because|where|that|who|before|while|as|but|and (?:said|told|added))\b)[^.;,]){0,130}?"
)
_WAS = r"\b(?:was|were|is|are|been|be|being)\s+(?:[a-z]+\s+)?"
_OFF = r"cancelled|canceled|called off|scrapped|scratched|shelved|aborted|abandoned|dropped"
_LATER_ON = (
    r"postponed|put off|pushed back|delayed|deferred|rescheduled|(?:moved|shifted)(?=\s+to\s+(?:[a-z]+\s+)?[<D>])"
)
_CANCELLED_FAR = (
    rf"{SAME_CLAUSE}{_WAS}(?:{_OFF}|(?:removed|struck|deleted) from the (?:programme|program|agenda|schedule))\b"
)
_POSTPONED_FAR = rf"{SAME_CLAUSE}{_WAS}(?:{_LATER_ON}|put back)"
"""The same of "the meeting between A and B in C was …", however long the names."""

_FELL_THROUGH = (
    r"(?:(?:did|will|would|could) not (?:take place|happen|materiali[sz]e|go ahead|proceed|be held|hold)|"
    r"never (?:took place|happened|materiali[sz]ed)|fell through|failed to (?:take place|materiali[sz]e))"
)
_NOT_HELD = rf"{SAME_CLAUSE}\b{_FELL_THROUGH}\b"
_WHICH_WAS_OFF = rf"(?:\s+(?:to|in|of)\s+[^.;,]{{2,40}})?,?\s+which\s+(?:was|were|has been|have been|had been)\s+(?:[a-z]+\s+)?(?:({_OFF})|{_LATER_ON})\b"
_TURNED_AFTER_CLAUSE = (
    r"(?:[^.;,\"]{0,110}?,\s+which\b[^.;\"]{0,170}?,|[^.;,\"]{0,60}?,\s+(?:\w+ly\s+)?(?:scheduled|planned|due|set|slated|billed)\b[^.;\"]{0,120}?,|"
    r"[^.;,\"]{0,90}?\s(?:that|which)\s+(?:was|were|had been|is|are)\s[^.;\"]{0,80}?\s(?:and\s)?|"
    r"[^.;,\"]{0,110}?,\s+[<H><T><C>][<H><T><C>\s]*,)"
    r"\s*(?:(?:has|have|had|was|were|is|are)\s+(?:been\s+)?(?:"
    rf"(?P<off>{_OFF}|(?:removed|struck|deleted) from)|{_LATER_ON})|(?P<failed>{_FELL_THROUGH}))\b"
)
"""What has become of "talks, which were to take place in Paris, have been put off"."""


def put_off_behind(right: str) -> Status | None:
    """What became of "his trip to Lima, which was cancelled", by the masked text after the noun."""
    found = compiled(_WHICH_WAS_OFF).match(right) if "which" in right[:60] else None
    if found is None:
        return None
    return Status.CANCELLED if found[1] else Status.POSTPONED


def not_held(right: str) -> bool:
    """Whether a meeting "did not take place" or "fell through", by the masked text after the noun."""
    return compiled(_NOT_HELD).match(right) is not None


_VISIT_TO = r"\b(?:visit|trip|attendance|participation|appearance) (?:to|at|in) (?:an?|the|this) (?:[a-z]+ ){0,2}\Z"
"""Before a gathering to which somebody does not go."""


def turned(near: str, right: str) -> Status | None:
    """What has come between, if anything: it was cancelled, postponed, declined or denied."""
    if compiled(_VISIT_TO).search(near):
        return None  # "cancelled a visit to a summit", which others hold
    if found := compiled(_TURNED_AFTER_CLAUSE).match(right):
        return Status.CANCELLED if found["off"] or found["failed"] else Status.POSTPONED
    if (
        word(CANCELLED).search(near[-40:])
        or compiled(_CANCELLED_LATER).match(right[:90])
        or compiled(_CANCELLED_FAR).match(right)
    ):
        return Status.CANCELLED
    if (word(POSTPONED).search(near[-40:]) and not word("until|till|consideration").search(near)) or (
        compiled(_POSTPONED_LATER).match(right[:90]) or compiled(_POSTPONED_FAR).match(right)
    ):
        return Status.POSTPONED
    if word(DECLINED).search(near):
        return Status.DECLINED
    return Status.DENIED if word(DENIED).search(near) else None
