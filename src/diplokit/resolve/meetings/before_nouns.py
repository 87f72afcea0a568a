"""The day and the place that stand before a noun: "wrapped up on Wednesday in Beijing a visit", "is in Lima for talks"."""

from typing import Any

from diplokit import Mention, Span

from .context import Context
from .governing import Noun
from .patterns import compiled
from .sentences import Scene
from .sightings import Sighting
from .talks import TALKS
from .terms import CALL, HOST, VISIT

_ON_A_VISIT = r"\s*(?:,\s*[<H><P>]+)?(?:,?\s+where\s+[<H>]+\s+(?:is|was|has been)(?:\s+(?:now|currently|also))?)?(?:\s*(?:on\s+|since\s+|from\s+|between\s+|during\s+)?[<D>]+)?\s*,?\s*(?:for|on)\s+(?:an?|his|her|the|their)\s+(?:[^\s,.;]+\s+){0,5}\Z"


_ON_A_DAY = r"\s*,?\s*(?:for|on)\s+(?:an?|his|her|the|their)\s+(?:[^\s,.;]+\s+){0,5}\Z"


# "told reporters here on Friday after talks with": told on the day and at the place of the talks
_AFTERWARDS = (
    r"\s*,?\s*(?:after|following)\s+(?:holding\s+|his\s+|her\s+|their\s+)?(?:(?!to\b|the\b)[^\s,.;]+\s+){0,3}\Z"
)
_A_VISIT = r"\s*(?:an?|his|her|their)\s+(?:[^\s,.;]+\s+){0,5}\Z"
_BEGAN = r"\b(?:beg[aiu]ns?|starts?|started|opens?|opened|pays?|paid|holds?|held)\s+(?:on\s+|here\s+)*\Z"
"""Around a day: "begins on Monday a tour of"."""
_RETURNED = r"\b(?:return(?:s|ed|ing)?|back|home|left|departed|flew|wrapped up)\b[^.;]{0,50}\Z"
"""Before a day: that of the way home, "returned on Sunday after visits to"."""
_HERE_AFTERWARDS = r"\bhere\s+(?:on\s+)?(?:<D>+\s*,?\s*)?(?:after|following)\s+(?:holding\s+|his\s+|her\s+|their\s+)?(?:[^\s,.;]+\s+){0,3}\Z"


def _place_before(scene: Scene, start: int) -> Span | None:
    """The place in "is in Singapore on a three-day visit"."""
    for mention in scene.places:
        if mention.end < start <= mention.end + 120 and mention.value.form == "noun":
            if compiled(r"\b(?:in|to|at|for)\s+(?:the\s+)?\Z").search(scene.before(mention.start, 12)) and compiled(
                _ON_A_VISIT
            ).match(scene.between(mention.end, start)):
                return mention.span
    return None


def _place_inside(scene: Scene, start: int, end: int) -> Span | None:
    """The place in "wrapped up on Wednesday in Beijing a three-day visit"."""
    for mention in scene.places:
        if start <= mention.start < end and mention.value.form == "noun":
            if compiled(r"(?:\s+(?:on\s+)?[<D>]+)?\s+(?:in|at)\s+").fullmatch(scene.between(start, mention.start)):
                return mention.span
    return None


def _date_before(scene: Scene, start: int) -> Mention[Any] | None:
    """The date in "leaves Monday for a state visit"."""
    for mention in scene.dates:
        if mention.end < start <= mention.end + 80:
            gap = scene.between(mention.end, start)
            if compiled(_ON_A_DAY).match(gap) or (
                compiled(_A_VISIT).match(gap) and compiled(_BEGAN).search(scene.before(mention.start, 24))
            ):
                return mention
            if compiled(_AFTERWARDS).match(gap) and not compiled(_RETURNED).search(scene.before(mention.start, 60)):
                return mention
    return None


def take_before(context: Context, noun: Noun, sighting: Sighting) -> None:
    """Take the day and the place that stand before a noun, where nothing else gave them."""
    scene, start = noun.scene, noun.hit.start
    if sighting.date is None:
        sighting.date = _date_before(scene, start)
        if sighting.date is None and noun.governing is not None:  # "will attend on Monday the meeting of"
            begin = noun.governing.start
            sighting.date = next((m for m in scene.dates if begin < m.start and m.end < start), None)
    if sighting.place is not None:
        return
    place = _place_before(scene, start)
    if place is None and noun.governing is not None:
        place = _place_inside(scene, noun.governing.end, start)
    if place is None and "here" in noun.left and sighting.kind in TALKS and sighting.kind is not CALL:
        if compiled(_HERE_AFTERWARDS).search(noun.left):
            place = context.stage.dateline
    sighting.place, sighting.code = place, context.code(place)
    if place is not None:
        sighting.definite = False
        host = context.stage.state_of(sighting.code) if sighting.kind is VISIT else None
        if host and host not in sighting.participants:
            sighting.participants[host] = HOST, place
