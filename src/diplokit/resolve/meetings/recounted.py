"""Visits of which a clause behind the noun tells: "the state visit President A paid to Ghana in March"."""

from typing import NamedTuple

from diplokit.vocabulary import MeetingStatus as Status

from .parts import Parts
from .patterns import compiled
from .phrases import follow
from .sentences import Group, Scene
from .stage import Stage

_CLAUSE = (
    r",?\s+(?:(?:that|which)\s+)?(?:the\s+)?(?:[<T><C>]+\s+)*(?=(?P<who>[<H>]))[<H>]+(?:\s+[<H>]+)*\s+"
    r"(?P<aux>(?:(?:had|has|have|is|are|was|were|plans?|planned|planning|will|would|intends?|intended|hopes?|hoped|due|scheduled|expected|set|to|also|"
    r"recently|then|earlier|once)\s+){0,5})"
    r"(?P<verb>paid|made|pay|make|pays|makes|undertook|undertaken|undertake|paying|making)(?=\s)"
)
_LATER = r"\b(?:will|plans?|planning|intends?|is|are|due|scheduled|expected|set|hopes?)\b"
_PLANNED = r"\b(?:planned|was|were|hoped|intended)\b"
_CALLED_OFF = r"[^.;]{0,90}?\b(?:(?:was|were|has been|is|been)\s+(?:\w+\s+)?)?(?:cancelled|canceled|called off|scrapped|scratched|shelved|aborted|dropped)\b"
_PUT_OFF = r"[^.;]{0,90}?\b(?:(?:was|were|has been|is|been)\s+(?:\w+\s+)?)(?:postponed|put off|delayed|deferred|rescheduled|pushed back)\b"
_TAKES = (
    r"(?:,?\s+(?:that|which))?\s+(?P<aux>(?:(?:will|would|is|was|has|had|to|also|later|already|next|due|set|expected|scheduled)\s+){0,4})"
    r"(?P<verb>takes?|took|taken|taking|brings?|brought)\s+(?:(?P<who>(?:[<T><A><C><H>]+\s+)*[<H>]+)|him|her|them)\s+(?:also\s+|first\s+|next\s+|on\s+)?to\s+(?:the\s+)?(?=[<H><P>])"
)
"""After a journey: whom it takes where."""


class Recounted(NamedTuple):
    """What a clause tells of a visit: who paid it, what has become of it, where and when."""

    visitor: Group | None
    status: Status
    parts: Parts


def recounted(stage: Stage, scene: Scene, end: int) -> Recounted | None:
    """The clause behind a noun for a visit, if it says who pays it."""
    right = scene.after(end, 160)
    found = compiled(_CLAUSE).match(right)
    if found is None:
        return _taken(stage, scene, end, right)
    visitor = scene.group_at(end + found.start("who"))
    if visitor is None:
        return None
    aux, verb = found["aux"], found["verb"]
    status = Status.HELD
    if compiled(_LATER).search(aux) or verb in ("pay", "make", "undertake"):
        status = Status.SCHEDULED
    parts = follow(stage, scene, end + found.end(), "dest")
    rest = scene.after(end + found.end(), 200)
    if compiled(_CALLED_OFF).match(rest):
        status = Status.CANCELLED
    elif compiled(_PUT_OFF).match(rest):
        status = Status.POSTPONED
    elif compiled(_PLANNED).search(aux) and verb in ("pay", "make", "undertake"):
        status = Status.SCHEDULED
    return Recounted(visitor, status, parts)


def _taken(stage: Stage, scene: Scene, end: int, right: str) -> Recounted | None:
    """The clause behind a noun for a journey that says where it takes somebody."""
    found = compiled(_TAKES).match(right)
    if found is None:
        return None
    visitor = scene.group_ending(end + found.end("who")) if found["who"] else None
    later = found["verb"] in ("take", "bring", "takes", "brings") or compiled(_LATER).search(found["aux"]) is not None
    parts = follow(stage, scene, end + found.end(), "dest")
    return Recounted(visitor, Status.SCHEDULED if later else Status.HELD, parts)
