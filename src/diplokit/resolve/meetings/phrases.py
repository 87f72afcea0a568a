"""What stands around a word that tells of a meeting: who, with whom, where, when, on what occasion, about what."""

from .parts import Parts, take_sidelines, take_topic
from .reading_on import Reader
from .sentences import Scene
from .stage import Stage


def follow(stage: Stage, scene: Scene, start: int, prep: str, stops: frozenset[int] = frozenset()) -> Parts:
    """Read on from the end of a trigger until the clause ends.

    Args:
        stage: The document.
        scene: The sentence.
        start: Where to begin.
        prep: What governs the first words: `obj` after a transitive verb, a preposition, or nothing.
        stops: Offsets of verbs that begin something else.
    """
    parts = Reader(stage, scene, start, prep).read(stops)
    further = scene.after(parts.end, 300)
    if parts.occasion is None:
        take_sidelines(scene, parts, further)
    take_topic(scene, parts, further)
    return parts
