"""Nouns that tell of talks: a meeting, a summit, a session, a telephone call, a signing, a ceremony."""

from attrs import evolve

from diplokit.vocabulary import MeetingKind as Kind
from diplokit.vocabulary import MeetingMode as Mode
from diplokit.vocabulary import MeetingStatus as Status
from diplokit.vocabulary import Participation as Part

from .adjuncts import date_between, predicated, tells_of_instrument
from .attendance import CHAIRED, chaired_by
from .context import Context
from .fronted import embassy, hosting_city, main_subject, two_behind
from .governing import Noun
from .guests import led_by
from .kinds import OF_LEADERS, kind_of, mode_of, of_two, rank_of
from .occurring import go_on, told_of
from .parts import Parts, stands_apart
from .patterns import compiled, holds
from .places import place_between
from .presence import guest, guest_behind, speaker_behind
from .sentences import Group, Scene
from .series import of_a_round, two_sides_before
from .sightings import Sighting
from .signatories import signed_there
from .subjects import subject
from .talkers import adverbial, main_actor, relative, speaker_for_state
from .terms import BILATERAL, CALL, CEREMONY, HELD, PARTICIPANT, SIGNING, SUMMIT
from .words import POSSESSIVES

TALKS = frozenset({BILATERAL, Kind.PLURILATERAL, Kind.CONSULTATION, CALL, Kind.COURTESY})
GATHERINGS = frozenset({Kind.SUMMIT, Kind.MINISTERIAL, Kind.SESSION, CEREMONY})
_OF_MANY = frozenset({Kind.SUMMIT, Kind.MINISTERIAL, Kind.SESSION})
_JOINING = frozenset(("with", "between", "among", "of", "by", "from", "including"))
_OWN_CLAUSE = r"\b(?:(?<!well )as\b(?! well)|while|because|although|though|even if|whereas|but)\s+(?:[\w-]+\s+){0,3}\Z"
"""Before a noun: it is itself the subject of a clause, "as talks with X resumed"."""
_SET_OUT = r"\b(?:left|departed|headed|flew off|set off)\b(?!\s+the\b)[^.;]{0,80}\bfor\s+(?:[^\s,.;]+\s+){0,3}\Z"
"""Before talks that are still to come: "left for Lima on Monday for talks with"."""
_SIGNING_WITH = frozenset(("with", "between", "among", "by"))
LOOSE = frozenset(("dialogue", "discussion", "consultation"))
"""Words that mostly mean no one meeting: such a one needs a verb, a day or a place."""
_LOOSER = LOOSE | {"talks", "discussions", "consultations"}
_UNSETTLED = _LOOSER | {"negotiations"}
_VARIOUS = r"\b(?:other|range of|number of|series of|various)\s+(?:other\s+)?(?:\w+\s+)?\Z"
_GIVEN = r"\b(?:offered|gave|gives|giving|tendered|threw)\s+(?:an?|the)\s+(?:[a-z-]+\s+){0,3}\Z"
_TOOK_PLACE = r"[^.;\"]{0,120}?\b(?:took place|takes place|was held|were held|will take place|will be held)\b"
_HONOURED = (
    r"\b(?:was|were|is|are|been|being)\s+(?:(?:also|later|earlier|then)\s+)?"
    r"(?:accorded|given|welcomed with|received with|greeted with|treated to|honou?red with)\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,3}\Z"
)


def read_talks(context: Context, noun: Noun, sighting: Sighting) -> bool:
    """Take what the words around a noun say of talks; false where they tell of none."""
    scene, hit, text, parts, kind = noun.scene, noun.hit, noun.text, noun.parts, sighting.kind
    governing = noun.governing
    if kind is CEREMONY and text in _MEALS and compiled(_OVER_A_MEAL).search(noun.before[-30:]):
        kind = sighting.kind = BILATERAL
        sighting.add(subject(scene, hit.start, verb=False))
    fixed = parts.date is not None or bool(parts.places)
    told = text in _UNSETTLED and go_on(noun)
    fixed = fixed or (told and predicated(scene, hit.end))
    if not fixed and (text == "negotiations" or (governing is None and text in LOOSE)):
        if not any(
            prep == "between" and (context.persons(group) or (text == "negotiations" and len(group.ids) > 1))
            for prep, group in parts.groups
        ):
            if text == "negotiations" or not (parts.groups and compiled(_TOOK_PLACE).match(noun.right)):
                return False
    round_ = ("of " in noun.left[-30:] or " of " in text) and of_a_round(noun.left + text)
    if text == "negotiations" and not (parts.places or parts.groups or ((round_ or told) and fixed)):
        return False  # "will commence negotiations on free trade in early 2007"
    others = _others(context, scene, sighting, parts)
    if " by " in noun.right and holds(noun.right, CHAIRED):
        chairs = chaired_by(scene, hit.end, others)
        others += chairs
        sighting.joins = bool(chairs) and (sighting.definite or ((noun.determiner == "the" or round_) and not fixed))
    if kind is CALL and text.startswith("conversation") and (parts.places or noun.before.endswith("bilateral ")):
        kind = sighting.kind = BILATERAL
    if kind is BILATERAL and others and governing is None and {prep for prep, _ in others} == {"by"}:
        if noun.determiner in ("a", "an") and not context.persons(others[0][1]):
            kind = sighting.kind = Kind.SESSION  # "a meeting hosted by the Red Cross"
        else:
            sighting.definite = sighting.joins = True  # who chairs it adds to what was told of it
    elif sighting.definite:
        convened = governing is not None and governing.word.sense == "convene" and not (others or fixed)
        sighting.joins = convened or (kind in GATHERINGS and {prep for prep, _ in others} == {"by"})
    who = None
    if governing is None and kind in _OF_MANY and not any(context.persons(group) for _, group in others):
        who = guest(context, scene, hit.start, noun.left) or guest_behind(context, scene, hit.end)
        who = who or speaker_behind(context, scene, hit.start, hit.end)
    honour = compiled(_HONOURED).search(noun.before[-120:]) if kind is CEREMONY else None
    if (
        kind in GATHERINGS
        and governing is None
        and not (who or honour or others or noun.modifiers or sighting.definite)
        and (
            sighting.plural
            or (kind is CEREMONY and not text.endswith("ceremony"))
            or not (predicated(scene, hit.end) or (fixed and kind is not CEREMONY))
        )
    ):
        return False
    if (
        sighting.plural
        and not (others or "including" in noun.right[:40])
        and compiled(_VARIOUS).search(noun.before[-40:])
    ):
        return False
    witnessed = governing is not None and governing.word.sense == "witness"
    if kind is SIGNING and not witnessed and text != "signing ceremony" and not text.startswith("exchange"):
        if not tells_of_instrument(context.document.folded[hit.end : hit.end + 160]) and not (
            (others or fixed or noun.determiner == "its") and compiled(_TAKES_PLACE).match(noun.right)
        ):
            return False
    sighting.status, sighting.sure = noun.status
    if text == "negotiations" and sighting.status is HELD and not (sighting.sure or fixed):
        sighting.status = Status.ONGOING  # "welcomed the negotiations between Peru and Chile"
    given = compiled(_GIVEN).search(noun.before[-60:]) if kind is CEREMONY else None
    if given is not None:  # "offered a lunch for A"
        if sighting.status is Status.PROPOSED:
            sighting.status, sighting.sure = HELD, True
        sighting.add(subject(scene, hit.start - len(noun.before[-60:]) + given.start(), verb=True), Part.HOST)
    if sighting.status is HELD and kind in TALKS and compiled(_SET_OUT).search(noun.before[-140:]):
        sighting.status = Status.SCHEDULED
    if who is not None:
        sighting.add(who)
        sighting.joins = sighting.joins or sighting.definite
    _take_part(context, noun, sighting, others, None if honour is None else hit.start - len(honour[0]))
    if kind is SIGNING and not sighting.participants:
        signed_there(context, sighting, noun, fixed)
    if kind in TALKS and not fixed and noun.actors is not None and not others and not scene.dates:
        if all(head.rule == "collective" for head in noun.actors.heads):
            sighting.definite = True  # "The two sides held discussions": at the meeting told of
    of_embassy = embassy(scene, governing.start) if kind in GATHERINGS and governing and noun.actors is None else None
    if of_embassy is not None:
        sighting.add([of_embassy[0]], noun.part)
        sighting.place = of_embassy[1]
    if round_ and not sighting.participants:
        sighting.add(two_sides_before(context.stage, sighting.sentence, hit.start))
        sighting.definite = sighting.definite and not fixed
    few = len(sighting.participants) < 2
    if few and sighting.plural and kind is CALL:
        return False
    if not (told or sighting.participants):
        told = told_of(noun, sighting, named=context.document.text[hit.start].isupper())
    sighting.told = told
    if few and (
        (text == "negotiations" and not told) or (text in _LOOSER and not (sighting.definite or fixed or parts.people))
    ):
        return False
    if (
        few
        and governing is None
        and kind in TALKS
        and not (told or others or parts.people or sighting.definite or scene.dates)
    ):
        if kind is not BILATERAL or kind_of(context, noun, sighting, others) in TALKS:
            return False  # neither who nor when
    context.fill(sighting, scene, parts)
    if sighting.place is None and governing is not None and governing.word.sense in ("host", "hold"):
        if noun.actors is None:
            sighting.place = hosting_city(scene, governing.start)
        else:  # "The embassy in Lima hosted a reception", "A on Monday in Lima held talks with"
            sighting.place = place_between(scene, noun.actors.end, governing.start)
            if not (sighting.date or few):
                sighting.date = date_between(scene, noun.actors.end, governing.start)
        sighting.code = context.code(sighting.place)
    if sighting.mode is Mode.UNSPECIFIED:
        sighting.mode = mode_of(text, kind, noun.before[-40:])
    rank = rank_of(context, noun, sighting) if kind is BILATERAL or text in OF_LEADERS else None
    if kind is BILATERAL or rank is not None or of_two(context, noun, sighting, others):
        sighting.kind = rank or kind_of(context, noun, sighting, others)
    if not others and not parts.people:
        if sighting.plural and noun.actors is not None and text in ("celebrations", "commemorations", "festivities"):
            return True
        if sighting.plural and not (sighting.date or sighting.place):
            return governing is not None and noun.before.endswith("bilateral ") and few and bool(sighting.participants)
        if few and not sighting.definite and sighting.kind in TALKS:
            if governing is None:
                return bool(sighting.date and (sighting.place or sighting.status is Status.SCHEDULED)) or (
                    told and bool(sighting.date or sighting.place)
                )
            return bool(sighting.date or sighting.place)
    return bool(sighting.participants or sighting.definite or sighting.date or sighting.place or sighting.sure)


_TAKES_PLACE = (
    r"\s+(?:took place|was held|(?:will|(?:is|was) (?:due |scheduled |expected |set )?to) (?:take place|be held))\b"
)
"""Behind "the signing", where the text has told what is signed."""


_AT_ITS_SIDE = r"\b(?:sidelines|margins|fringes)\s+of\s+(?:[^\s,.;]+\s+){0,3}\Z"
_HELD_BY = frozenset(("held", "had"))
"""What stands in "the meeting A held with B"."""
_MEALS = frozenset(("breakfast", "lunch", "luncheon", "dinner", "official dinner"))
_OVER_A_MEAL = r"\bover\s+(?:an?\s+)?(?:[a-z]+\s+)?\Z"
"""Before a meal at which two talk: "discussed trade over lunch"."""
_FRONTED = r"[\W\d]*(?:(?:while|when|after|before|on)\s+)?"
"""Before a participle that opens a sentence."""


def _others(context: Context, scene: Scene, sighting: Sighting, parts: Parts) -> list[tuple[str, Group]]:
    """The groups after a noun that take part, each with its preposition."""
    kind, others = sighting.kind, []
    for prep, group in parts.groups:
        if kind is SIGNING:
            joins = prep in _SIGNING_WITH
        elif prep == "to":
            joins = kind in (CALL, Kind.COURTESY)
        elif prep == "on":
            joins = kind is Kind.COURTESY
        elif prep == "for":
            joins = kind is CEREMONY and context.persons(group)
        else:
            joins = prep in _JOINING
        if joins and prep == "with" and stands_apart(scene, sighting.trigger.end, group):
            joins = False
        if joins and kind in GATHERINGS and prep == "with":
            if "including" in context.document.folded[group.start - 16 : group.start]:
                joins = False  # "held meetings at the summit, including with A"
            elif compiled(_AT_ITS_SIDE).search(scene.before(sighting.trigger.start, 50)):
                joins = False  # "has met on the sidelines of the summit with A"
        if joins:
            others.append((prep, group))
    return others


def _take_part(
    context: Context, noun: Noun, sighting: Sighting, others: list[tuple[str, Group]], honour: int | None
) -> None:
    """Take in who meets: who acts before the noun, the groups after it, and who qualifies it.

    Args:
        context: The document.
        noun: The noun.
        sighting: What to fill.
        others: The groups after it that take part.
        honour: Where words such as "was accorded a" begin, before a ceremony.
    """
    scene, hit, parts, kind = noun.scene, noun.hit, noun.parts, sighting.kind
    modifiers, determiner, part = noun.modifiers, noun.determiner, noun.part
    between = False
    for prep, _ in parts.groups:
        between = between or prep in ("between", "among")
    if kind is SIGNING:
        if part is PARTICIPANT:
            part = Part.SIGNATORY
        if between and part is Part.WITNESS:
            sighting.add(noun.actors, part)
    if kind in TALKS and not others and _HELD_BY.intersection(noun.right[:90].split()):
        relative(scene, hit, sighting)
        if len(sighting.participants) > 1:
            return
    if not between:
        who = noun.owner or noun.actors
        if noun.owner is not None and kind is CEREMONY:
            sighting.add(noun.actors, part)  # "A attended Mauritius' National Day celebrations"
        if who is None and kind in GATHERINGS and noun.governing and noun.governing.word.form == "ing":
            if compiled(_FRONTED).fullmatch(scene.between(scene.start, noun.governing.start)):
                who = main_subject(scene, max(parts.end, hit.end))  # "Speaking at the ceremony, A said"
        talking = (kind in TALKS and (others or parts.people)) or (kind is SUMMIT and "with" in dict(others))
        if who is None and (talking or determiner in POSSESSIVES):
            made = kind is CALL and "by" in dict(others)  # "released a summary of a call made by A to B"
            if (
                not made
                and determiner not in ("the", "this", "that")
                and not compiled(_OWN_CLAUSE).search(noun.before[-60:])
            ):
                who = main_actor(context, scene, subject(scene, hit.start, verb=False), hit.start)
        if who is None and honour is not None:
            who = subject(scene, honour, verb=True)
            sighting.sure = who is not None
        if who is not None and not (modifiers and any(head in modifiers for head in who.heads)):
            sighting.add(who, part)
    if noun.governing is not None and "with" in noun.left:  # "held today with A a meeting"
        begin = noun.governing.end
        sighting.add([h for g in scene.groups if begin <= g.start < hit.start and g.lead == "with" for h in g.heads])
    if determiner == "their" and sighting.ids and context.stage.states.issuperset(sighting.ids):
        speaker_for_state(context, scene, hit, sighting)
    called = Part.ADDRESSEE if kind is CALL else PARTICIPANT
    for prep, group in others:
        sighting.add(group, Part.HOST if prep == "by" else called if prep == "to" else PARTICIPANT)
    if not others and parts.people:
        led = led_by(scene, hit.end)
        if led:
            sighting.add(led[0])
        sighting.add([head for prep, head in parts.asides if prep in ("with", "between", "of")])
    if len(sighting.participants) < 2 or kind in GATHERINGS:
        stage = context.stage
        sighting.add([evolve(head, ids=tuple(stage.members(head))) for head in modifiers])
    if (kind in TALKS or (kind is SUMMIT and others)) and len(sighting.participants) < 2:
        if determiner == "their" and not between:
            earlier = (g for g in reversed(scene.groups) if g.end <= hit.start and g.heads[-1].rule != "pronoun")
            sighting.add(next(earlier, None) or two_behind(scene, max(parts.end, hit.end)))
        elif not sighting.definite or determiner in ("our", "my") or (determiner in ("his", "her") and not noun.owner):
            adverbial(scene, hit, sighting, parts)
        if not sighting.participants:
            relative(scene, hit, sighting)
