"""What opens a sentence, and who acts behind it: "In a telephone call on Sunday, A told B"; "Lima is hosting"."""

from diplokit import Span

from .patterns import ASIDE, compiled
from .sentences import Group, Head, Scene, place_at

_OPENING = r"[\W\d]*(?:(?:on|in)\s+<D>+,?\s+)?(?:the\s+)?(?:[<A><H>]+\s+)?(?:(?:[a-z]+\s+)?(?:city|capital|town|resort|port)(?:\s+of)?,?\s+)?\Z"
"""Before the city that hosts a gathering."""


def hosting_city(scene: Scene, at: int) -> Span | None:
    """The city that hosts a gathering: "Lima is hosting the meetings"."""
    for mention in scene.places:
        lead = scene.between(scene.start, mention.start)
        if mention.end < at and mention.value.form == "noun" and compiled(_OPENING).match(lead):
            return mention.span
    return None


_EMBASSY = (
    r"\bthe\s+([<A>]+)\s+(?:embassy|consulate(?:[\s-]general)?|high commission|permanent mission|cultural cent(?:re|er))"
    r"(?:\s+in\s+(?:the\s+)?([<P><H>]+))?\s+(?:(?:on\s+)?[<D>]+\s+|also\s+|will\s+|has\s+|had\s+)*\Z"
)


def embassy(scene: Scene, at: int) -> tuple[Head, Span | None] | None:
    """The state whose embassy acts before a verb, and the city of that: "The Mongolian embassy in Warsaw hosted"."""
    left = scene.before(at, 120)
    found = compiled(_EMBASSY).search(left) if ASIDE in left else None
    if found is None:
        return None
    start = at - len(left)
    head = next((head for head in scene.asides if head.start == start + found.start(1)), None)
    city = place_at(scene, start + found.start(2)) if found[2] else None
    return None if head is None else (head, city)


def opens_sentence(scene: Scene, start: int) -> bool:
    """Whether a noun stands in a phrase that opens the sentence: "In a telephone call on Sunday, …"."""
    return bool(
        compiled(
            r"[\W\d]*(?:separately,\s+|later,\s+|earlier,\s+)?(?:speaking\s+(?:to\s+(?:reporters|journalists|the\s+press|newsmen)\s+|here\s+|at\s+a\s+\w+\s+conference\s+)?)?(?:in|during|at|after|following|before|in addition to|ahead of|prior to|in advance of|besides|as well as|along with|apart from|on|throughout)\s+"
            r"(?:[^\s,.;]+\s+){0,6}\Z"
        ).match(scene.between(scene.start, start))
    )


_OBLIQUE = frozenset("on of about over for regarding concerning".split())
"""What governs those of whom a main clause without a person only speaks: "discussions will be focused on"."""


def main_subject(scene: Scene, end: int) -> Group | None:
    """The first group after a phrase that opens the sentence."""
    after = next((g for g in scene.groups if g.start >= end), None)
    if after is not None and after.lead:  # behind an apposition: "In his meeting with A, Ambassador to B, the Minister"
        after = next(
            (
                g
                for g in scene.groups
                if g.start > after.end
                and g.lead == ""
                and compiled(r",\s+(?:the\s+)?(?:[<T>]+\s+)*\Z").search(scene.before(g.start, 60))
                and compiled(r"\s+[a-z]").match(scene.after(g.end, 4))
            ),
            None if after.lead in _OBLIQUE else after,
        )
    if after is None or not compiled(r"[^;\"]{0,80}\Z").match(scene.between(end, after.start)):
        return None
    return after


def two_behind(scene: Scene, end: int) -> Group | None:
    """Those who act behind "Following their talks in Rabat", if they are two."""
    who = main_subject(scene, end)
    return None if who is None or len(who.ids) < 2 else who
