"""Meetings with one after the other of which one word tells: "separate talks with A and B", "met A on Monday and B on Tuesday"."""

from diplokit import Hit

from .context import Context
from .parts import Participants, Parts
from .patterns import compiled, holds
from .phrases import follow
from .sentences import Group, Scene
from .sightings import Sighting
from .talks import TALKS
from .terms import BILATERAL, CONSULTATION, PLURILATERAL

_SEVERALLY = ("separate", "individually", "respectively")
_EACH = r"\b(?:separately|individually|respectively|separate(?: \w+)?)\s+(?:also\s+)?\Z"
"""Before a word that tells of meetings with one after the other."""
_EACH_BEHIND = r"\s+(?:separately|individually|respectively)\b"


def severally(context: Context, scene: Scene, sighting: Sighting, stops: frozenset[int]) -> list[Sighting]:
    """The meetings of which a sighting tells: itself, or one with each of those who were met one after the other."""
    trigger, known = sighting.trigger, sighting.participants
    if len(known) < 2 or sighting.kind not in TALKS:
        return [sighting]
    if len(known) > 2 and not sighting.plural and holds(scene.masked, _SEVERALLY):
        before = [id for id, (_, where) in known.items() if where.start < trigger.start]
        behind = [id for id in known if id not in before]
        if (len(before) == 1) != (len(behind) == 1) and _each(scene, sighting):
            return [_with(sighting, {id: known[id] for id in (a, b)}) for a in before for b in behind]
    if (len(known) > 2 or len(scene.groups) > 2) and sighting.kind is not CONSULTATION:
        later = _later_one(context, scene, sighting, stops)
        if later is not None:
            return [sighting, later]
    return [sighting]


def _each(scene: Scene, sighting: Sighting) -> bool:
    """Whether it is said that each was met alone."""
    trigger = sighting.trigger
    if compiled(_EACH).search(scene.before(trigger.start, 40)):
        return True
    end = max([group.end for group in scene.groups if not sighting.ids.isdisjoint(group.ids)], default=trigger.end)
    return any(compiled(_EACH_BEHIND).match(scene.after(at, 20)) for at in (trigger.end, end))


_WHEN = r"(?:,?\s+(?:(?:on|in|at|earlier|later|late|early)\s+)*(?:the\s+)?(?:<D>+|<P>+|<H>+|today|yesterday|here))"
_AND_LATER = (
    rf"(?:{_WHEN}{{1,3}},?\s+(?:and|before|and then|and later)\s+(?:with\s+)?|{_WHEN}{{0,3}},?\s+and\s+with\s+)"
    r"(?:(?:his|her|their|the|visiting|[<T><A><C>]+(?:'s)?)\s+)*"
)
"""Between one that was met and the next: "A on Monday and", "A and with"."""


def _parted(scene: Scene, group: Group) -> list[Group]:
    """A group, in two where a second "with" parts it: "with A and with B"."""
    heads = group.heads
    for number in range(1, len(heads)):
        if " with " in scene.between(heads[number - 1].end, heads[number].start):
            return [Group(heads[:number]), Group(heads[number:])]
    return [group]


def _later_one(context: Context, scene: Scene, sighting: Sighting, stops: frozenset[int]) -> Sighting | None:
    """The meeting with the next one, of "met A on Monday and B on Tuesday"."""
    known, start = sighting.participants, sighting.trigger.start
    groups = [part for group in scene.groups if group.start > start for part in _parted(scene, group)]
    first = next((n for n, group in enumerate(groups) if context.persons(group) and group.ids[0] in known), None)
    if first is None:
        return None
    one = groups[first]
    other = next((group for group in groups[first + 1 : first + 3] if context.persons(group)), None)
    if other is None or other.acts or not compiled(_AND_LATER).fullmatch(scene.between(one.end, other.start)):
        return None
    rest = {id: seen for id, seen in known.items() if id not in one.ids and id not in other.ids}
    if not rest:
        return None
    parts = follow(context.stage, scene, other.end, "", stops)
    for id in other.ids:
        known.pop(id, None)
    part, _ = next(iter(rest.values()))
    later = _with(sighting, rest | dict.fromkeys(other.ids, (part, other.heads[0])))
    place = parts.places[0] if parts.places else None
    if sighting.date is not None and one.end <= sighting.date.start < other.start:
        later.date = parts.date
    else:
        sighting.date = later.date = sighting.date or parts.date
    if sighting.place is not None and one.end <= sighting.place.start < other.start:
        later.place = place
    else:
        sighting.place = later.place = sighting.place or place
        sighting.code = context.code(sighting.place)
    later.code = context.code(later.place)
    if sighting.kind is PLURILATERAL:
        sighting.kind = context.counterpart_kind(sighting)
    later.kind = sighting.kind
    return later


def pairs_between(sighting: Sighting, parts: Parts) -> list[Sighting] | None:
    """One sighting for each of two pairs: "talks between A and B, and between A and C"."""
    pairs = [group for prep, group in parts.groups if prep == "between"]
    if len(pairs) != 2 or sighting.kind not in (BILATERAL, PLURILATERAL) or len({*pairs[0].ids} | {*pairs[1].ids}) < 3:
        return None
    if not all(len(pair.ids) == 2 for pair in pairs):
        return None
    return [_with(sighting, {id: sighting.participants[id] for id in pair.ids}) for pair in pairs]


def _with(sighting: Sighting, participants: Participants) -> Sighting:
    """The same sighting, of two that took part."""
    single = Sighting(BILATERAL, sighting.trigger, sighting.status, sighting.sentence, sighting.rule)
    single.participants = participants
    for name in ("place", "code", "date", "event", "occasion", "topics", "mode", "definite", "sure", "confidence"):
        setattr(single, name, getattr(sighting, name))
    return single


def one_by_one(context: Context, sighting: Sighting, left: str) -> list[Sighting]:
    """One sighting for each of those with whom "separate meetings" were held."""
    if not sighting.plural or len(sighting.participants) < 3:
        return [sighting]
    behind = [id for id, (_, where) in sighting.participants.items() if where.start > sighting.trigger.end]
    first = (
        behind[0] if len(behind) == 1 else next(iter(sighting.participants))
    )  # "A, B and C will hold meetings with D"
    others = [id for id in sighting.participants if id != first]
    if context.stage.acting.isdisjoint(others) or sighting.kind not in (BILATERAL, PLURILATERAL):
        return [sighting]
    if not (
        compiled(r"\b(?:bilateral|separate|individual|one-on-one)\s+\Z").search(left)
        or (context.text(sighting.trigger).startswith("bilateral") if isinstance(sighting.trigger, Hit) else False)
    ):
        return [sighting]
    return [_with(sighting, {id: sighting.participants[id] for id in (first, other)}) for other in others]
