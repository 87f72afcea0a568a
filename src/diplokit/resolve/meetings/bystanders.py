"""Those who take part without being a side: who mediates between others, who looks on while others sign."""

from diplokit.vocabulary import Participation

from .patterns import HEAD, compiled
from .sentences import Group, Scene
from .sightings import Sighting
from .subjects import subject
from .terms import CEREMONY, MEDIATOR, SIGNING, VISIT, WITNESS

BESIDE = ("mediat", "broker", "facilitat", "witness", "looked on")
"""Words of which one stands wherever somebody mediates or looks on."""
_BY_WHOM = (
    r"\b(?:(?:mediated|brokered|facilitated) by|(?:under|through|with|thanks to) (?:the )?mediation (?:of|by)|(?P<seen>witnessed by))\s+"
    r"(?:the\s+)?(?=[<T><C><H><A>])"
)
_DOES = (
    r"(?<!to )\b(?:(?P<object>(?:mediat|facilitat)(?:e[sd]?|ing)|broker(?:ed|s|ing)?)|"
    r"(?P<seen>looked on|looking on))\b(?! by\b)"
)
_BEHIND = r"[<H>](?:,? (?:acting |serving )?as (?:an? |the )?(?:\w+ )?mediators?\b| mediating\b|(?P<seen>,? (?:acting )?as (?:an? |the )?witness(?:es)?\b))"
_WATCHED = frozenset((SIGNING, CEREMONY))


def stand_beside(scene: Scene, found: list[Sighting]) -> None:
    """Give the meetings of a sentence those who mediate, and those who witness a signing."""
    for match in compiled(_BY_WHOM).finditer(scene.masked):
        at = scene.start + match.end()
        group = next((group for group in scene.groups if at <= group.start < at + 60), None)
        _take(found, group, match["seen"], scene.start + match.start())
    for match in compiled(_BEHIND).finditer(scene.masked):
        group = scene.group_ending(scene.start + match.start() + 1)
        _take(found, group, match["seen"], scene.start + match.start())
    for match in compiled(_DOES).finditer(scene.masked):
        at = scene.start + match.start()
        ahead = scene.start + match.end()
        if match["object"] and not any(ahead < one.trigger.start < ahead + 50 for one in found):
            continue  # "will facilitate trade"
        if HEAD in scene.before(at, 120):
            _take(found, subject(scene, at, verb=True), match["seen"], at)


def _take(found: list[Sighting], group: Group | None, seen: str | None, at: int) -> None:
    """Let a group mediate, or witness, what is told of nearest to an offset."""
    fitting = [one for one in found if (one.kind in _WATCHED if seen else _of_two(one))]
    if group is None or not fitting:
        return
    part: Participation = WITNESS if seen else MEDIATOR
    nearest = min(fitting, key=lambda one: abs(one.trigger.start - at))
    sides = {id for id, (_, where) in nearest.participants.items() if not group.start <= where.start <= group.end}
    if sides or seen:
        beside = {id: (part, head) for head in group.heads for id in head.ids if id not in sides}
        nearest.beside = {**(nearest.beside or {}), **beside}


def _of_two(sighting: Sighting) -> bool:
    """Whether others can mediate it."""
    return sighting.kind is not VISIT and sighting.kind is not SIGNING and len(sighting.participants) > 1
