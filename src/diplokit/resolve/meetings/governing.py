"""What governs a noun that tells of a meeting: the verb that goes with it, and who acts."""

from collections.abc import Iterator
from functools import cache

from attrs import define

from diplokit import Hit
from diplokit.vocabulary import MeetingStatus as Status
from diplokit.vocabulary import Participation as Part

from .noun_status import of_noun
from .openings import actor_behind, governed
from .parts import Parts
from .patterns import DATE, HEAD, compiled
from .sentences import Group, Head, Scene
from .status import of_verb, present_plural
from .subjects import asked, subject
from .terms import (
    ADDRESSEE,
    CONVENER,
    HELD,
    HOST,
    MEDIATOR,
    ONGOING,
    PARTICIPANT,
    PROPOSED,
    SCHEDULED,
    SPEAKER,
    WITNESS,
)
from .words import Word, support

PARTS = {
    "host": HOST,
    "convene": CONVENER,
    "speak": SPEAKER,
    "mediate": MEDIATOR,
    "witness": WITNESS,
}
ATTENDING = frozenset(("attend", "speak"))
"""Senses of the verbs of those who go to a gathering that others hold."""


def clause(left: str) -> str:
    """What stands before a noun in its own clause."""
    if '"' in left or ";" in left:
        left = left[max(left.rfind('"'), left.rfind(";")) + 1 :]
    if " who " in left:
        left = left[left.rfind(" who ") + 4 :]
    return compiled(r"\bthat\b").split(left)[-1] if "that" in left else left


def governed_status(scene: Scene, governing: "Governing", actors: Group | None, left: str) -> Status | None:
    """The status that the verb gives to the noun that it governs."""
    if governing.word.form == "ing" and compiled(_WISHED).search(scene.before(governing.start, 60)):
        return PROPOSED
    if scene.masked.startswith("accept", governing.start - scene.start):
        return SCHEDULED  # "accepted an invitation to the summit"
    if actors is None:
        status = of_verb(governing.word.form, left[-100:])
    else:  # who acts behind a participle that opens the sentence has no words before it
        begin = actors.end if actors.end <= governing.start else scene.start
        status = of_verb(governing.word.form, scene.between(begin, governing.start))
    if governing.word.form == "base" and actors and asked(actors):
        if scene.between(actors.end, governing.start).split() == ["to"]:
            return PROPOSED
    if (
        status is None
        and governing.word.form == "base"
        and actors
        and present_plural(scene.between(actors.end, governing.start))
    ):
        if compiled(r"\b(?:will|would|is to|are to|set to)\b[^.;\"]*\bbefore\b").search(
            scene.before(governing.start, 250)
        ):
            return SCHEDULED  # "will visit the border post before the pair hold talks"
        return HELD  # "ministers begin a meeting"
    if status is HELD and governing.word.form == "ing":
        if governing.word.sense == "hold" and compiled(_AFTER_ENDING).search(scene.before(governing.end, 30)):
            return ONGOING if compiled(_TO_COME).search(scene.before(governing.start, 200)) else HELD
        if compiled(_TO_COME).search(scene.before(governing.start, 200)):
            return SCHEDULED  # "will meet the Premier before attending a dinner"
    if status is None and governing.word.form == "base":
        if actors and actors.lead == "" and scene.between(actors.end, governing.start) in (" to ", " also to "):
            return SCHEDULED  # a headline: "Kenya, Peru to hold talks"
        return governed(scene, governing.start, scene.before(governing.start, 120))
    return status


_WISHED = r"\b(?:need|necessity|importance|interest|possibility|prospects?|idea|desire|hopes?|calls?|urgency)\s+(?:for|of|in)\s+(?:the\s+)?(?:re-)?\Z"
"""Before "holding talks", which nobody holds yet."""
_RECEIVING = r"\breceiv(?:e|es|ed|ing)\s+(?:[a-z-]+\s+){0,3}\Z"
_TO_COME = r"\b(?:will|shall|expected to|scheduled to|due to|set to)\b"
_AFTER_ENDING = r"\bafter\s+(?:concluding|completing|ending|finishing|wrapping up|winding up|rounding off)\Z"
"""Behind what is to come: "will fly to Lima after wrapping up his visit", which goes on."""
_BARRIERS = frozenset(("will", "said", "that", "who", "which"))


class Governing:
    """The verb that goes with a noun: "hold" talks, "attend" a summit."""

    def __init__(self, start: int, end: int, word: Word) -> None:
        self.start, self.end, self.word = start, end, word


@define(eq=False, weakref_slot=False)
class Noun:
    """A noun that tells of a meeting, and what stands around it.

    Attributes:
        scene: Its sentence.
        hit: Where it stands.
        text: The noun, folded.
        before: The masked text before it.
        left: What of that belongs to its clause.
        right: The masked text after it.
        determiner: Its article or possessive pronoun, if any.
        owner: Whose it is.
        modifiers: Actors that qualify it.
        governing: The verb that governs it.
        actors: Who acts in that verb.
        governed: The status that the verb gives.
        parts: What follows it.
    """

    scene: Scene
    hit: Hit
    text: str
    before: str
    left: str
    right: str
    determiner: str
    owner: Group | None
    modifiers: list[Head]
    governing: Governing | None
    actors: Group | None
    governed: Status | None
    parts: Parts

    @property
    def part(self) -> Part:
        """The part that who acts has, by the verb."""
        if "call" in self.text and "receiv" in self.left and compiled(_RECEIVING).search(self.left[-40:]):
            return ADDRESSEE
        return PARTS.get(self.governing.word.sense, PARTICIPANT) if self.governing else PARTICIPANT

    @property
    def status(self) -> tuple[Status, bool]:
        """What has become of it, and whether the text says so outright; not asked of nouns that tell of nothing."""
        status, sure = of_noun(self.left, self.right, self.governed)
        if status is PROPOSED and self.governed is HELD and self.governing and self.governing.word.form == "past":
            return self.governed, True  # "At the invitation of A, B paid a visit"
        if self.governed is not None and status in (HELD, ONGOING, SCHEDULED):
            return self.governed, True
        return status, sure


@cache
def _openings() -> dict[str, list[str]]:
    """The verbs by their first word, the longest of those that begin alike first."""
    openings: dict[str, list[str]] = {}
    for verb in sorted(support(), key=len, reverse=True):
        openings.setdefault(verb.split(" ", 1)[0], []).append(verb)
    return openings


_LETTERS = r"[a-z-]+"


def verbs_in(folded: str) -> bool:
    """Whether a folded text holds a verb that may govern a noun that tells of a meeting."""
    return not _openings().keys().isdisjoint(compiled(_LETTERS).findall(folded))


def _verbs_before(left: str) -> Iterator[tuple[int, str]]:
    """The verbs that may govern what follows a text, the last one first, each with its place."""
    openings = _openings()
    words = compiled(_LETTERS).findall(left)
    if openings.keys().isdisjoint(words):
        return
    at = len(left)
    for word in reversed(words):
        at = left.rfind(word, 0, at)
        if word in _BARRIERS:
            return
        if word in openings and not (at and left[at - 1].isalnum()):
            for verb in openings[word]:
                if left.startswith(verb, at) and not compiled(r"[\w-]").match(left, at + len(verb)):
                    yield at, verb
                    break


_THROUGH = (
    r"(?:(?:,?\s+(?:(?:on\s+)?[<D>]+|today|here|jointly|together)){0,2},?\s+with\s+[^.;\"<H>]{0,60}[<H>]+(?:\s[<H>]+)?,?(?=\s))?(?:(?:,?\s+(?:(?:on\s+)?[<D>]+|here|(?:in|at)\s+(?:the\s+)?[<P><H><C>]+(?:\s+[<P><H><C>]+){0,2}(?:\s+(?:palace|office|ministry))?)){1,4},?(?=\s))?"
    r"(?:\s+(?:(?:a|an|the|(?:[a-z]+ |a )?(?:days?|hours?|weeks?|minutes|day) of|series of|round of|number of|rounds of|(?:keynote |opening |closing )?(?:remarks|speech|address|statement) (?:at|to)|the (?:opening|closing)(?: session| ceremony)? of|"
    r"(?:[^\s,.;]+\s+){0,3}delegation (?:to|for|at))(?=\s))|\s+(?!(?:and|of|in|with|to|for|on|at|by|from|that|which|who|said|after|before|when|where)\b)[^\s,.;\"<D>]+|,?\s+(?:on\s+)?[<D>]++(?:'s)?,?(?=\s)|(?<=st|nd|rd|th)\s+and(?=\s)|,(?=\s+[^\s,]+,?\s))*\s+"
)
_NAMED = r"\s+(?:the|an?)\s+(?:(?:[<C><A><H><P><D>]+|of|the|and|national|independence|anniversary|opening|closing|\d+(?:st|nd|rd|th)|[a-z]+th)\s+){1,9}"
"""Between a verb and its noun: "attended the | UN Day of Vesak | celebrations"."""
_ARTICLES = frozenset((" ", " a ", " an ", " the ", " this "))
"""What mostly stands between a verb and its noun."""
_TOLD = r"\s+(?:an?|the)\s+(?:(?!news\b|press\b)[a-z-]+\s+){0,3}"
"""Between "told" and the gathering that was told something."""
_PART = r"\b(participat\w+|part)(,?\s+(?:here\s+)?(?:on\s+)?[<D>]++,?)\s+in\b"
"""What stands inside "participated, on Wednesday, in"."""


def governing_verb(scene: Scene, start: int, before: str) -> tuple[Governing | None, Group | None]:
    """The verb that governs a noun, and who acts.

    Args:
        scene: The sentence.
        start: Where the noun begins, with what qualifies it.
        before: The masked text up to there.
    """
    left = before[-120:]
    if DATE in left and "part" in left:
        left = compiled(_PART).sub(lambda part: part[1] + " in" + " " * len(part[2]), left)
    last = None
    for found in _verbs_before(left):
        gap = left[found[0] + len(found[1]) :]
        if len(gap) > 90 or (HEAD in gap and len(compiled(r"[<H>]+(?:\s[<H>]+)?").findall(gap)) > 1):
            break
        if found[1] == "told":
            if compiled(_TOLD).fullmatch(gap):
                last = found
            break
        if (
            gap in _ARTICLES
            or compiled(_THROUGH).fullmatch(gap)
            or (" of " in gap and compiled(_NAMED).fullmatch(gap))
            or compiled(r"(?!\s+by\b)[^;\"]{0,90}\band\s+(?:also\s+)?(?:a|an|the)\s+(?:[^\s,.;]+\s+){0,3}").fullmatch(
                gap
            )
        ):
            last = found
            break
    if last is None:
        return None, None
    gap = left[last[0] + len(last[1]) :]
    if last[1] in ("have", "has", "had", "having") and compiled(
        r"\s+(?:been|also|not|met|agreed|to|struck|sought|become|come|gone|said|told|sent|brought|built|made|set|put|cut|won|lost|shown|[a-z]+ed)\b"
    ).match(gap):
        return None, None
    near = left[max(0, last[0] - 40) : last[0]]
    words = support()[last[1]]
    word = words[0]
    if word.form != "ing" and compiled(r"\b(?:was|were|been|be|being)\s+(?:\w+ly\s+)?\Z").search(near):
        return None, None
    if word.form == "past" and len(words) > 1 and compiled(r"\b(?:has|have|had)\s+(?:\w+\s+)?\Z").search(near):
        word = Word(word.sense, "participle")
    at = start - len(left) + last[0]
    governing = Governing(at, at + len(last[1]), word)
    if word.form == "ing" and compiled(r"\bfor\s+\Z").search(near):  # "thanked Peru for hosting"
        thanked = [
            g
            for g in scene.groups
            if g.end <= at
            and (
                compiled(r"thank|congratulat|commend|prais|appreciat|credit").match(g.lead)
                or scene.between(g.end, at).strip() == "for"  # "appreciation to Canada for hosting"
            )
        ]
        if thanked:
            return governing, thanked[-1]
    if word.form == "ing" and compiled(_WISHED).search(near):
        return governing, None
    actors = subject(scene, at, verb=True)
    if actors is None and (word.form == "ing" or near.endswith("having ")):
        actors = actor_behind(scene, at, governing.end)
    return governing, actors
