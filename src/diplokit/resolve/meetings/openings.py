"""What every verb that tells of a meeting begins with: who acts, and what has become of it."""

from attrs import define

from diplokit import Hit
from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import MeetingStatus as Status

from .context import Context
from .parts import Parts
from .patterns import ASIDE, compiled, holds
from .phrases import follow
from .sentences import Group, Head, Scene
from .sightings import Sighting
from .status import of_verb, planned_once, present_plural
from .subjects import asked, subject
from .terms import CANCELLED, DENIED, HELD, ONGOING, POSTPONED, PROPOSED, SCHEDULED
from .words import Word

SPEAKERS = frozenset(("first person", "second person", "pronoun"))
"""How an actor is meant by "I", "you", "she"."""


@define(eq=False, weakref_slot=False)
class Verb:
    """A verb that may tell of a meeting, and where it stands.

    Attributes:
        context: The document.
        scene: The sentence.
        sentence: Its number.
        hit: The verb.
        text: The verb, folded.
        word: What it tells.
        stops: Where other verbs of the sentence begin.
    """

    context: Context
    scene: Scene
    sentence: int
    hit: Hit
    text: str
    word: Word
    stops: frozenset[int]

    def before(self, reach: int) -> str:
        """The masked text before the verb."""
        return self.scene.before(self.hit.start, reach)

    def after(self, reach: int) -> str:
        """The masked text after the verb."""
        return self.scene.after(self.hit.end, reach)

    def passive(self) -> bool:
        """Whether it is a participle in the passive."""
        return self.word.form in ("past", "participle") and passive(self.before(40))

    def follow(self, prep: str = "", start: int | None = None) -> Parts:
        """What follows the verb, or an offset behind it, up to the next verb."""
        return follow(self.context.stage, self.scene, self.hit.end if start is None else start, prep, self.stops)


def passive(left: str) -> bool:
    """Whether a participle after these words is passive."""
    return compiled(r"\b(?:was|were|is|are|be|been|being)\s+(?:\w+ly\s+|also\s+)*\Z").search(left[-40:]) is not None


def all_speakers(group: Group) -> bool:
    """Whether nobody of a group is named."""
    return SPEAKERS.issuperset([head.rule for head in group.heads])


def represented(parts: Parts, prep: str) -> list[Group]:
    """For whom people without a name act: "met senior Lao and Thai officials"."""
    heads = [head for governs, head in parts.asides if governs == prep and head.rule not in SPEAKERS]
    return [Group(heads)] if heads else []


_HABITS = (
    "regularly",
    "annually",
    "routinely",
    "often",
    "usually",
    "periodically",
    "frequently",
    "sometimes",
    "always",
    "rarely",
    "seldom",
)
_HABIT = "|".join(_HABITS)
_OFTEN = ("ly", "often", "sometimes", "always", "seldom", "every", "once", "twice", "each")
"""What stands in every word or phrase for a habit."""
_HABIT_AFTER = rf"[^.,;]{{0,40}}?\b(?:{_HABIT}|every (?:year|month|week|two|six)|once a|twice a|each year)\b"
_NOBODY = (
    rf"\b(?:(?:{_HABIT})\s*|"
    r"(?:anyone|everyone|someone|those|people|tourists|whoever|nobody|visitors) who\s+(?:\w+ly\s+)?)\Z"
)
"""What makes a verb general, before it: "often", "anyone who"."""
_CONDITIONS = ("if", "whe", "unless", "time")
_IF = r"\b(?:if|whether|unless|whenever|every time|each time)\s+(?:the\s+)?\Z"


def begin(verb: Verb, kind: Kind) -> tuple[Sighting, Group] | None:
    """The subject of a verb and the status that its form gives, or nothing where it has none or tells of no meeting."""
    begun = begin_without(verb, kind)
    return None if begun is None or begun[1] is None else (begun[0], begun[1])


_HEADLINE = r"\s+(?:(?!to\b|will\b|would\b|may\b|could\b)[a-z-]+(?<!s)(?<!ed)(?<!ing))\s[^;\",]{2,70},\s\Z"
"""Between those who act in a headline and another verb of theirs."""


def begin_without(verb: Verb, kind: Kind) -> tuple[Sighting, Group | None] | None:
    """The same for a verb that may lack a subject."""
    context, scene, hit, form = verb.context, verb.scene, verb.hit, verb.word.form
    left, right = verb.before(40), verb.after(70)
    if ("who" in left or left.rstrip().endswith(_HABITS)) and compiled(_NOBODY).search(left):
        return None
    if holds(right, _OFTEN) and compiled(_HABIT_AFTER).match(right):
        return None
    who = party(scene, hit.start) or subject(scene, hit.start, verb=True) or _delegation(context, scene, hit.start)
    if who is None and form == "base":
        who = _contracted(scene, hit.start)
    if who is None and (form == "ing" or left.endswith(("having ", "being ", "been "))):
        who = actor_behind(scene, hit.start, hit.end)
        if who is not None:
            return Sighting(kind, hit, HELD, verb.sentence, f"verb_{verb.word.sense}"), who
    if who is None:
        left = verb.before(120)
    else:
        left = scene.between(who.end, hit.start)
        before = scene.before(who.start, 20)
        if holds(before, _CONDITIONS) and compiled(_IF).search(before):
            return None
    if form == "past" and passive(left):
        form = "participle"
    elif form == "past" and left.startswith((", who ", " who ", ", which ")):
        left = left.rpartition(",")[2]  # "A, who will meet B, visited Lima last month"
    status = of_verb(form, left)
    if form == "base":
        if who is not None and left.split() == ["to"] and asked(who):
            status = PROPOSED
        if status is None and who is not None and present_plural(left):
            status = HELD  # "ministers of the Group of Seven meet in Washington"
        if status is None:
            status = governed(scene, hit.start, left)
        if status is None and who is not None and left.endswith(", ") and compiled(_HEADLINE).match(left):
            if len(who.ids) > 1 and who.start - scene.start < 24:
                status = HELD  # "Peru, Chile renew pact, sign memorandum"
        if status is None and who is not None and compiled(r"\s*(?:also\s+)?to\s+\Z").match(left):
            status = SCHEDULED  # a headline: "Sisi to visit Addis Ababa"
    if status is None and form == "base" and verb.word.sense in _OF_PERSONS and left.endswith(_DID_NOT):
        if compiled(_SOMEWHERE).match(verb.after(60)):
            status = DENIED  # "did not meet B at Davos"
    if status is None:
        return None
    coming = form == "third" and who is not None and "when" in scene.before(who.start, 60)
    if coming and who is not None and compiled(_WILL_WHEN).search(scene.before(who.start, 300)):
        status = SCHEDULED
    if status is SCHEDULED:
        right = verb.after(160)
        given_up = compiled(_GIVEN_UP).match(right) if "but" in right or "however" in right else None
        if given_up:
            status = CANCELLED if given_up[1] else POSTPONED
    sighting = Sighting(kind, hit, status, verb.sentence, f"verb_{verb.word.sense}")
    if status is SCHEDULED:
        sighting.once = planned_once(left)
    return sighting, who


_OF_PERSONS = frozenset(("meet", "visit", "travel"))
_DID_NOT = ("did not ", "didn't ")
_SOMEWHERE = r"\s+(?:with\s+)?(?:(?:in|at)\s+)?(?:(?:the|his|her)\s+)?[<H><P><T><E>]"
"""After a verb: whom one met, or where."""
_WILL_WHEN = (
    r"\b(?:will|is to|are to|(?:due|set|expected|scheduled) to)\b[^.;\"]*\bwhen\s+(?:the\s+)?(?:[<T><A>]+\s+)*\Z"
)
"""Before who acts: "The first contact of the two will take place on Friday when A meets B"."""
_GIVEN_UP = (
    r"[^.;\"]{0,110}?,?\s(?:but|however,)\s+(?:the\s+(?:meeting|talks|visit|trip|journey|encounter|session)\s+)?(?:he\s+|she\s+|they\s+|later\s+|then\s+|has\s+|had\s+|have\s+|was\s+|were\s+|is\s+|been\s+|<H>+\s+)*"
    r"(?:(cancell?ed|suspended|called off|scrapped|shelved|dropped|abandoned|aborted|gave up|unable|fell through|(?:did|could) not (?:take place|happen|hold|be held|go ahead|materiali[sz]e)|never took place)|postponed|put off|delayed|deferred)\b"
)
"""After a verb: what has become of "was to travel to Caracas, but cancelled that leg"."""


_BEFORE_PARTICIPLE = (
    r"(?:[\W\d]*|[^.;\"]{0,60}(?:-|:)\s+)(?:(?:later|earlier|then),?\s+)?(?:(?:speaking|talking)\s+(?:[^.;,\"]{1,60}?\s)?(?=after\s|upon\s|while\s|when\s))?"
    r"(?:(?:after|upon|on|since|while|when|whilst|before|prior to)\s+)?(?:(?:having|being|having been)\s+)?(?:\w+ly\s+|also\s+)?\Z"
)
"""Before a participle that opens a sentence: "Speaking after | meeting A, …", "While | visiting Peru, …"."""


def actor_behind(scene: Scene, start: int, end: int) -> Group | None:
    """Who acts in the main clause behind a participle that opens the sentence: "After meeting with A, …", "Meeting in Lima, …"."""
    if not compiled(_BEFORE_PARTICIPLE).match(scene.between(scene.start, start)):
        return None
    for group in scene.groups:
        if group.start > end and not SPEAKERS.isdisjoint([head.rule for head in group.heads]):
            return group  # "After visiting Turkey I will"
        if group.start > end and group.lead == "":
            if compiled(r"[^;\"]{1,280},\s+(?:the\s+)?(?:[<T><A><C>]+\s+)*\Z").match(scene.between(end, group.start)):
                return group if compiled(r"\s+[a-z]").match(scene.after(group.end, 8)) else None
    return None


def _contracted(scene: Scene, at: int) -> Group | None:
    """Who acts in "he'll visit"."""
    left = scene.before(at, 30)
    found = compiled(r"'ll\s+(?:also\s+|then\s+|\w+ly\s+)*\Z").search(left)
    if found is None:
        return None
    return scene.group_ending(at - len(left) + found.start())


_PARTY = (
    r"\b(?:a|an|the|another)\s+(?:[\w-]+\s+){0,2}([<A>]+)\s+(?:[a-z-]+\s+){0,3}(?:delegation|mission|team|government|authorities)(?:\s+|,?\s+(?:which|that|who)\s+)"
    r"(?:(?:will|would|shall|is|was|has|had|to|due|expected|scheduled|set|also|later|then|currently|recently|on|last|next|week|month|[<D>]+)\s+)*\Z"
)


_PARTIES = ("delegation", "mission", "team", "government", "authorities")


def party(scene: Scene, at: int) -> Group | None:
    """Whose delegation acts, where nobody of it is named: "A Ghanaian trade mission will go to Izmir"."""
    left = scene.before(at, 120)
    if ASIDE not in left or not any(word in left for word in _PARTIES):
        return None
    found = compiled(_PARTY).search(left)
    if found is None:
        return None
    start = at - len(left) + found.start(1)
    head = next((head for head in scene.asides if head.start <= start < head.end), None)
    return None if head is None else Group([head])


def _delegation(context: Context, scene: Scene, at: int) -> Group | None:
    """Who is meant by "the delegation": those who travel."""
    found = compiled(
        r"(?:\b(?:the|this)\s+(?:[\w-]+\s+)?(?:delegation|team|mission|party)|\Athey)\b(?=[^.;\"]{0,40}\Z)"
    ).search(scene.before(at, 100))
    if not found or not context.travellers:
        return None
    start = at - len(scene.before(at, 100)) + found.start()
    return Group([Head(start, start + len(found[0]), context.travellers, "collective")])


_NOT_PLANNED = (
    r"\b(?:not|n't|never|neither|nor)\s+(?:\w+\s+)?(?:planned|planning|expected|scheduled|due|going|likely|intend(?:ed|ing)?|possible)\s+to\b[^.;,]*\Z|"
    r"\b(?:no (?:plans?|intention)|unlikely)\s+(?:to|of|for)\b[^.;,]*\Z"
)


_ON_A_PAST_VISIT = r"\b(?:recent|last|previous|earlier)\s+(?:[a-z]+\s+)?(?:visit|trip)\b[^.;]{0,60}\sto\s+\Z"
"""Before what one did on a visit: "during his recent visit to Lima to attend"."""


def governed(scene: Scene, at: int, left: str) -> Status | None:
    """The status of an infinitive without a modal verb of its own: that of what governs it."""
    whole = scene.before(at, 400)
    if compiled(
        r"\b(?:should|must|can|cannot|ought|if|whether|unless|able|opportunity|how|need|needs|have|has|not)(?: to)?\s+(?:\w+ly\s+)?\Z"
    ).search(left[-30:]) or compiled(_NOT_PLANNED).search(whole[-90:]):
        return None
    if not compiled(r"(?:\b(?:to|and|also|then)|,)\s*(?:\w+ly\s+)?\Z").search(whole):
        return None
    if compiled(_ON_A_PAST_VISIT).search(whole[-120:]):
        return HELD
    if compiled(r"\b(?:will|shall|scheduled|due|expected|set|plans?|planned|to be)\b").search(whole):
        return SCHEDULED
    if compiled(
        r"\b(?:first|second|third|last)\b[^.;]{0,80}\bto\s+\Z|\b(?:is|was|becomes?|became)\s+(?:also\s+)?the\s+[<H><T>]+\s+to\s+\Z"
    ).search(whole):
        return HELD
    if compiled(r"\b(?:was|were) (?:also )?(?:on hand|at the airport|there)(?: at [^.;,]{1,60})?\s+to\s+\Z").search(
        whole
    ):
        return HELD
    if compiled(r"\b(?:is|are|am)\s+(?:currently\s+)?(?:on|in|here|visiting)\b").search(whole):
        return ONGOING
    if compiled(
        r"\b(?:left|departed|headed|set (?:off|out)|flew off)\b(?![^.;]*\b(?:arrived|visited|returned|(?:was|were) in)\b)|\b(?:has|have)\s+(?:just\s+|already\s+)?arrived\b"
    ).search(whole):
        return SCHEDULED  # "left for Lima to meet the President"
    if compiled(
        r"\b(?:was|were)\s+(?:also\s+|here\s+)?(?:in|on a visit|here)\b[^.;]*\sto\s+\Z|\b(?:travelled|traveled|flew|arrived|visited|went|came|left|returned|journeyed|convened|gathered|consented|pleased|honou?red|delighted|glad|pleasure)\b"
    ).search(whole):
        return HELD
    if compiled(r"\b(?:arrives|arriving|travels|flies|leaves|heads)\b").search(whole):
        return SCHEDULED
    return None
