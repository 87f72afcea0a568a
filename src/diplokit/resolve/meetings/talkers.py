"""Who talks, where neither the verb nor the words behind the noun say so: who acts in its clause, who says so for a state."""

from diplokit import Hit

from .context import Context
from .fronted import main_subject, opens_sentence
from .parts import Parts
from .patterns import compiled
from .sentences import Group, Scene
from .sightings import Sighting


def speaker_for_state(context: Context, scene: Scene, hit: Hit, sighting: Sighting) -> None:
    """Put who says so in the place of the state: "A said during their talks", where "they" are two states."""
    speakers = next((g for g in reversed(scene.groups) if g.end <= hit.start and context.persons(g)), None)
    if speakers is None:
        return
    acting = {context.stage.side(id): id for id in speakers.ids}
    if not acting.keys() >= sighting.ids and (len(acting) > 1 or speakers.lead):
        return
    sighting.participants = {
        acting.get(id, id): (part, speakers.heads[0] if id in acting else where)
        for id, (part, where) in sighting.participants.items()
    }


_TWO_CLAUSES = r"[;,\"]|\b(?:and|that|which|who|whom|whose|while|as|but|said|says|told|where|when|if)\b"
_SOMEBODYS = r"\s(?![a-z]+(?:s|ed)\s)[a-z]+\s(?:in|during|at|after|following)\s"


def main_actor(context: Context, scene: Scene, nearest: Group | None, at: int) -> Group | None:
    """Who talks where the nearest group is only what somebody speaks of: "A criticised the United States in talks with"."""
    if nearest is None or context.persons(nearest):
        return nearest
    for group in scene.groups:
        if group.end > nearest.start:
            break
        if group.lead == "" and context.persons(group):
            between = scene.between(group.end, nearest.start)
            if len(between) > 4 and not compiled(_TWO_CLAUSES).search(between):
                return group
            break
    if compiled(_SOMEBODYS).match(scene.between(nearest.end, at)):
        return None  # "urges Gaza truce in talks with"
    return nearest


def adverbial(scene: Scene, hit: Hit, sighting: Sighting, parts: Parts) -> None:
    """Who acts in the clause takes part: "In a telephone call on Sunday, A told B", "A told B during talks"."""
    left = scene.before(hit.start, 90)
    if opens_sentence(scene, hit.start):
        after = [g for g in scene.groups if g.start >= max(parts.end, hit.end)]
        acting = main_subject(scene, max(parts.end, hit.end))
        if acting is None:
            return
        sighting.add(acting)
        if len(sighting.participants) < 2 and len(after) > 1:
            if compiled(
                r"told|assured|informed|thanked|asked|urged|briefed|congratulated|invited|warned|reassured"
            ).match(after[1].lead):
                sighting.add(after[1])
        return
    if compiled(r"\b(?:in|during|at|by)\s+(?:(?:a|an|their|his|her)\s+)?(?:[^\s,.;]+\s+){0,4}\Z").search(left):
        before = [
            g
            for g in scene.groups
            if g.end <= hit.start and not any(h.start >= hit.start - 20 for h in g.heads if h.rule == "pronoun")
        ]
        if not before:
            return
        last = before[-1]
        if len(before) > 1 and compiled(
            r"told|assured|informed|thanked|asked|urged|briefed|congratulated|to|with|invited|warned"
        ).match(last.lead):
            sighting.add(before[-2])
            sighting.add(last)
        elif last.lead == "" or (len(last.heads) > 1 and last.lead in _JOINED):
            sighting.add(last)


_JOINED = frozenset("between among of by".split())
"""What governs those who agreed on something "in talks"."""


def relative(scene: Scene, hit: Hit, sighting: Sighting) -> None:
    """Read "the talks that A had with B"."""
    found = compiled(
        r"\s+(?:(?:that|which)\s+)?(?:the\s+)?(?:<T>+\s+)*(?=[<H>])[^.;,]{1,80}?\s(?:had|has had|held|has held|will hold|will have)\s+(?:[^\s,.;]+\s+){0,3}?with\s"
    ).match(scene.after(hit.end, 160))
    if found:
        inside = [g for g in scene.groups if hit.end <= g.start <= hit.end + found.end() + 40]
        for group in inside[:2]:
            sighting.add(group)
