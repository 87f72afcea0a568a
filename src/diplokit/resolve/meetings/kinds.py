"""What kind of meeting a noun tells of: talks of two or of many, of leaders or of ministers, in one room or by telephone."""

from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import MeetingMode as Mode

from .context import Context
from .governing import Noun
from .patterns import compiled
from .sentences import Group
from .sightings import Sighting
from .terms import BILATERAL, CALL, CONSULTATION, MINISTERIAL, PLURILATERAL, SESSION, SUMMIT

OF_LEADERS = frozenset(
    ("video conference", "videoconference", "video-conference", "teleconference", "conference call", "retreat")
)
"""What is a summit where leaders hold it."""

_BODY = (
    r"\b(?:(trilateral)|(ministerial|ministers'?)|"
    r"annual|plenary|cabinet|council|board|committee|general|commission|party|assembly|emergency|working group)\s+\Z"
)


_OF_A_BODY = (
    r"\s+of\s+(?:the|a|an|its|his|their|this)\s+(?:(?!leaders|heads|ministers|chiefs)[\w-]+\s+){0,6}?"
    r"(?:committee|commission|cabinet|council|working group|task force|board|working party|politburo|bureau|parliament)\b(?!\s+of\s+ministers)"
)
_CALLED = (
    r"\b(?:\d+(?:st|nd|rd|th)|regional|sub-?regional|international|preparatory|experts?'?|technical|donors?'?|consultative|follow-up|special|"
    r"extraordinary|inaugural|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|interregional|inter-regional)\s+(?:[a-z-]+\s+)?\Z"
)
"""Before a meeting of many, of which the text names none."""
_OF_RANKS = r"\s+of\s+(?:the\s+)?(?:[\w'\u2019.-]+\s+){0,5}?(?:(leaders|heads of (?:states?|governments?))|ministers)\b"


_PEERS = r"\s+(?:(?:with|his|her|their|its|other|visiting|fellow|and|from|both)\s+|[<A><C><P><H>]+[\s,]+|[a-z-]+\s+){0,6}?(?:counterparts|peers|opposite numbers|homologues)\b"
"""After "met": several of the same rank."""


def of_people(right: str) -> Kind:
    """What a meeting with people without a name is, by the words behind the one that tells of it."""
    return PLURILATERAL if compiled(_PEERS).match(right[:90]) else CONSULTATION


def kind_of(context: Context, noun: Noun, sighting: Sighting, others: list[tuple[str, Group]]) -> Kind:
    """What kind of meeting talks are: of two, of several, of a body, of ministers, with people of no name."""
    stage, text = context.stage, noun.text
    if noun.before.endswith("2+2 "):
        return MINISTERIAL
    qualified = compiled(_BODY).search(noun.before[-24:])
    if text == "trilateral" or (qualified and qualified[1]):
        return PLURILATERAL
    if qualified:
        return MINISTERIAL if qualified[2] else SESSION
    if text in ("meeting", "meetings"):
        whose = [id for prep, group in noun.parts.groups if prep == "of" for id in group.ids]
        whose += noun.owner.ids if noun.owner else ()
        whose += [id for head in noun.modifiers for id in head.ids]
        if whose and not stage.acting.issuperset(whose):
            return SESSION
    folded = context.document.folded
    if text in ("meeting", "meetings") and " of " in noun.right[:5] and "with" not in dict(others):
        if compiled(_OF_A_BODY).match(folded, noun.hit.end, noun.hit.end + 100):
            return SESSION
    if sighting.told and text == "meeting" and not (sighting.participants or noun.parts.people):
        if compiled(_CALLED).search(noun.left[-40:]):
            return SESSION
    ranks = compiled(_OF_RANKS).match(folded, noun.hit.end, noun.hit.end + 90) if " of " in noun.right[:5] else None
    if ranks is not None:
        return SUMMIT if ranks[1] else MINISTERIAL
    if noun.parts.people and not others and not sighting.plural:
        return of_people(noun.right)
    if text == "meetings" and others and others[0][0] == "with":
        return BILATERAL  # one after the other, unless the text says more
    return context.counterpart_kind(sighting)


_OF_TWO = frozenset(("conference", "session", "seminar", "roundtable", "round table", "round-table"))


def of_two(context: Context, noun: Noun, sighting: Sighting, others: list[tuple[str, Group]]) -> bool:
    """Whether a session is talks, since one holds it with another: "held a working conference with his counterpart"."""
    if noun.text not in _OF_TWO or noun.governing is None or noun.governing.word.sense != "hold":
        return False
    return "with" in dict(others) and context.stage.acting.issuperset(sighting.ids)


def rank_of(context: Context, noun: Noun, sighting: Sighting) -> Kind | None:
    """What a meeting is of which a text only says that those of one body hold it: "the ministers of the Council"."""
    if noun.actors is None or len(sighting.participants) != 1 or noun.parts.people:
        return None
    if not context.stage.acting.isdisjoint(sighting.participants):
        return None
    who = context.document.folded[max(noun.scene.start, noun.actors.end - 100) : noun.hit.start]
    ranks = compiled(r"\b(leaders|heads of (?:state|government))\b|\bministers\b").search(who)
    return None if ranks is None else SUMMIT if ranks[1] else MINISTERIAL


def mode_of(text: str, kind: Kind, left: str) -> Mode:
    """How those who talk are together, by the noun and the words before it."""
    if "video" in text or (
        ("virtual" in left or "online" in left or "video" in left)
        and compiled(r"\b(?:virtual|online|videoconference|video)\s+(?:\w+\s+)?\Z").search(left)
    ):
        return Mode.VIDEO
    if "phone" in text or "telephonic" in text or (kind is CALL and text == "call"):
        return Mode.PHONE
    return Mode.UNSPECIFIED
