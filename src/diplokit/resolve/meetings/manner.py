"""How those who meet are together: in one room, by video, both, or only by letters, where the words beside a meeting say so."""

from typing import Final

from diplokit import Hit, Span
from diplokit.vocabulary import MeetingMode as Mode

from .patterns import compiled, holds
from .sentences import Scene
from .sightings import Sighting
from .terms import CALL, VISIT

UNSPECIFIED: Final = Mode.UNSPECIFIED

_MANNERS = (
    "virtual", "online", "video", "person", "face", "hybrid", "flesh", "physical", "correspondence", "written", "silence", "letters",
)  # fmt: skip
"""One of these stands wherever one of the patterns below matches."""
_NEAR = r"(?:(?!\b(?:that|who|which|whom|said|says|to|rather|instead|not)\b)[^.;,]){0,70}?"
_HYBRID = (
    r"[^.;]{0,70}?(?:\bhybrid\b|\bin[- ]person and (?:some |others? )?(?:\w+ )?(?:virtual(?:ly)?|online|remotely|(?:via|by|over) (?:video|the internet))|"
    r"\b(?:some|others?|the rest) (?:\w+ ){0,2}?(?:virtually|online|remotely|by video\w*)\b)"
)
_REMOTELY = r"[^.;,]{0,60}?\b(?:virtually|online|by video|via video|by videoconference)\b"
_IN_PERSON = rf"{_NEAR}\b(?:in[- ]person|face[- ]to[- ]face|in the flesh|physically)\b"
_BY_LETTERS = (
    rf"{_NEAR}\b(?:by|via|through|under|in) (?:correspondence|(?:an? |the )?exchange of letters|(?:an? |the )?written procedure|"
    r"(?:an? |the )?silence procedure|letters)\b"
)
_HYBRID_BEFORE = r"\bhybrid\s+(?:[a-z-]+\s+){0,2}\Z"
_IN_PERSON_BEFORE = r"\b(?:face[- ]to[- ]face|in-person|physical(?:ly)?)\s+(?:(?!and\b|then\b)[a-z-]+\s+){0,2}\Z"


def manner(scene: Scene, sighting: Sighting) -> Mode:
    """How those who meet are together, by the words around the one that tells of it."""
    trigger: Hit | Span = sighting.trigger
    after = scene.after(trigger.end, 100)
    before = scene.before(trigger.start, 40)
    if not holds(before + after, _MANNERS):
        return UNSPECIFIED
    if sighting.kind is not VISIT:
        if compiled(_HYBRID).match(after) or compiled(_HYBRID_BEFORE).search(before):
            return Mode.HYBRID
        if compiled(_BY_LETTERS).match(after):
            return Mode.CORRESPONDENCE
    if compiled(_REMOTELY).match(after):
        return Mode.VIDEO
    if sighting.kind is not VISIT and sighting.kind is not CALL:
        if compiled(_IN_PERSON).match(after) or compiled(_IN_PERSON_BEFORE).search(before):
            return Mode.IN_PERSON
    return UNSPECIFIED
