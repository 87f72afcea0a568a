"""What qualifies a noun that tells of a meeting: whose it is, and the names right before it."""

from functools import lru_cache

from .patterns import ASIDE, CAPITAL, HEAD, PLACE, compiled
from .sentences import Group, Head, Scene
from .words import POSSESSIVES

_VERBAL = (
    r"(?:a|an|the|his|her|their|its|this|that|to|with|in|on|at|by|for|during|after|before|of|has|have|had|will|is|was|are|were|and|or|said|says|met|told|meets|holds?|held|host\w*|"
    r"attend\w*|beg[ia]n|open\w*|start\w*|conven\w+|chair\w*|co-\w+|\w+ed|\w+ing)\b"
)


@lru_cache(4096)
def _verbal(word: str) -> bool:
    """Whether a word before a noun does not qualify it."""
    return compiled(_VERBAL).match(word) is not None


_MODIFIERS = rf"(?:[<H><A><C><P>]++(?:\s*\([^()]{{1,12}}\)\s*|[\s-]+|\s+and\s+))+(?:(?:2\+2\s+)?(?!{_VERBAL})[a-z-]+\s+|2\+2\s+){{0,2}}\Z"
_AFTER_NAME = frozenset((" ", "-"))


def owner_of(scene: Scene, start: int, before: str) -> Group | None:
    """Whose meeting or visit it is: a possessive before the noun."""
    left = before[-80:]
    end = left.rfind(ASIDE) + 1
    if end == 0 or not compiled(r"(?:'s|')?\s+(?:[^\s,.;]+\s+){0,5}\Z").match(left, end):
        return None
    if compiled(r"\b(?:to|with|in|on|at|by|for|and|during|after|before|of|has|have|will|is|was)\b").search(left, end):
        return None
    at = start - len(left) + len(left[:end].rstrip(ASIDE))
    head = next((h for h in scene.asides if h.start <= at < h.end), None)
    if head is None or head.rule == "demonym":
        return None
    if scene.text[head.end : head.end + 1] not in _APOSTROPHES:
        if scene.text[head.start : head.end].lower() not in POSSESSIVES:
            return None  # "President X of Indonesia held talks"
    return Group([head])


_APOSTROPHES = frozenset(("'", "\u2019", "\u2018", "`", "\u02bc"))


def modifiers_of(scene: Scene, start: int, before: str) -> tuple[list[Head], int]:
    """Actors that stand right before a noun and belong to it ("APEC meetings", "Peru-Chile talks"), and where they begin."""
    left = before[-100:]
    actor = max(left.rfind(HEAD), left.rfind(ASIDE))
    if actor < 0:
        return [], start
    gap = left[max(actor, left.rfind(CAPITAL), left.rfind(PLACE)) + 1 :]
    if ")" not in gap and (gap[:1] not in _AFTER_NAME or any(map(_verbal, gap.removeprefix(" and").split()))):
        return [], start
    reach = start - len(left)
    heads = [head for group in scene.groups for head in group.heads] + [h for h in scene.asides if h.rule == "demonym"]
    near = sorted((h for h in heads if reach <= h.start and h.end <= start), key=lambda h: h.start)
    if not near or any(word != "and" and _verbal(word) for word in left[near[-1].end - reach :].split()):
        return [], start
    found = compiled(_MODIFIERS).search(left)
    if not found:
        return [], start
    begin = reach + found.start()
    inside = [head for head in near if begin <= head.start]
    if any(head.rule in ("pronoun", "first person", "second person") for head in inside):
        return [], start
    return inside, begin if inside else start
