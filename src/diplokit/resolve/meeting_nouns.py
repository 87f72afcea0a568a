"""Nouns that tell of a meeting: talks, a visit, a telephone call, a signing; and names of gatherings."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from diplokit import Hit, Mention, Span
from diplokit.vocabulary import Confidence, MeetingKind, MeetingMode, MeetingStatus, Participation

from .meeting_patterns import compiled
from .meeting_phrases import Parts, follow, subject
from .meeting_sentences import Group, Head, Scene
from .meeting_sightings import (
    Context,
    Sighting,
    maiden,
    predicate_date,
    predicate_place,
    tells_of_instrument,
    visit_type,
)
from .meeting_status import of_noun, of_verb, present_plural
from .meeting_verbs import governed
from .meeting_words import Word, support

Kind, Status, Part = MeetingKind, MeetingStatus, Participation

_KINDS = {
    "meeting": Kind.BILATERAL,
    "summit": Kind.SUMMIT,
    "ministerial": Kind.MINISTERIAL,
    "session": Kind.SESSION,
    "event": Kind.SESSION,
    "consultation": Kind.CONSULTATION,
    "call": Kind.CALL,
    "visit": Kind.VISIT,
    "delegation": Kind.VISIT,
    "courtesy": Kind.COURTESY,
    "signing": Kind.SIGNING,
    "ceremony": Kind.CEREMONY,
}
_TALKS = frozenset({Kind.BILATERAL, Kind.PLURILATERAL, Kind.CONSULTATION, Kind.CALL, Kind.COURTESY})
_GATHERINGS = frozenset({Kind.SUMMIT, Kind.MINISTERIAL, Kind.SESSION, Kind.CEREMONY})
_PARTS = {
    "host": Part.HOST,
    "convene": Part.CONVENER,
    "speak": Part.SPEAKER,
    "mediate": Part.MEDIATOR,
    "witness": Part.WITNESS,
}
_OWN = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_BACK = frozenset({"the", "this", "that", "these", "those"}) | _OWN
_ARTICLE = (
    r"\b(a|an|the|this|that|these|those|any|no|each|every|his|her|its|their|our|my|your)"
    r"(?:[\s-]+(?!(?:of|in|with|to|for|on|at|and|by)\b)[^\s,.;:]+){0,5}\s+\Z"
)
_NOT_A_MEETING = (
    r"[\s-](?:rooms?|minutes|point|place|hall|cent(?:re|er)|agenda|table|mission statement|declaration|communique|"
    r"documents?|process|partners?|relations?|relationship|ties|trade|cooperation|agreements?|issues?|investments?|visa|visas|website|centre|"
    r"operator|operators|package|time|records?|logs?|sign|centers|mechanisms?|partnership|treaty|basis|level|matters?|security|aid|assistance|"
    r"engagement|exchanges?|efforts?|framework|platform|paper|theme|chair|host|host's|hosts|venue|building|organi[sz]ers?)\b"
)


def read_noun(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]
) -> Iterator[Sighting]:
    """The sightings of a noun: none, one, or one for each of those with whom "separate meetings" were held."""
    text = context.text(hit)
    glued = len(compiled(r"[^\s,;\"]*\Z").search(scene.before(hit.start, 30))[0])  # type: ignore[index]
    if glued and scene.before(hit.start, 1) == "-":
        hit = hit._replace(start=hit.start - glued)  # "Post-Ministerial Conference"
    left, right = _clause(scene.before(hit.start, 200)), scene.after(hit.end, 200)
    if compiled(_NOT_A_MEETING).match(right) or _general(text, word, left, right):
        return
    modifiers, begin = _modifiers(scene, hit.start)
    governing, actors = _governing(scene, begin)
    if word.sense in ("delegation", "event") and governing is None:
        return
    owner = _owner(scene, hit.start)
    article = compiled(_ARTICLE).search(scene.before(hit.start, 80))
    determiner = article[1] if article else ""
    sighting = Sighting(_KINDS[word.sense], Span(hit.start, hit.end), Status.HELD, index, f"noun_{word.sense}")
    sighting.definite = owner is not None or determiner in _BACK
    if determiner == "the" and compiled(
        r"\bthe\s+(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
    ).search(left[-60:]):
        sighting.definite = False  # one of a series is named, not one told of before
    if modifiers and determiner == "the" and sighting.kind in _GATHERINGS:
        sighting.definite = False  # "the China-Africa summit" is as good as a name
    sighting.plural = text.endswith("s") and text not in ("talks", "discussions", "negotiations", "consultations")
    tour = text.endswith("tour") and right.startswith(" of ")
    parts = (
        follow(context.stage, scene, hit.end + 3, "dest", stops)
        if tour
        else follow(context.stage, scene, hit.end, "", stops)
    )
    sighting.status, sighting.sure = of_noun(left, right)
    if governing is not None:
        status = _governed_status(scene, governing, actors, left)
        if status is None and not sighting.definite:
            return
        if status is not None and sighting.status in (Status.HELD, Status.ONGOING, Status.SCHEDULED):
            sighting.status, sighting.sure = status, True
    done = (
        _visit(context, scene, hit, sighting, parts, owner, actors, determiner)
        if sighting.kind is Kind.VISIT
        else _talks(context, scene, hit, word, sighting, parts, owner, actors, governing, determiner, modifiers)
    )
    if done is None:
        return
    done.date = done.date or predicate_date(scene, hit.end) or _date_before(scene, hit.start)
    if done.place is None:
        done.place = _place_before(scene, hit.start)
        done.code = context.code(done.place)
        host = context.stage.state_of(done.code) if done.kind is Kind.VISIT else None
        if host and done.place and host not in done.ids:
            done.participants.append((host, Part.HOST, done.place))
        done.definite = done.definite and done.place is None
    if done.place is None and done.kind is not Kind.VISIT:
        done.place = predicate_place(scene, hit.end)
        done.code = context.code(done.place)
    yield from _one_by_one(context, done, left)


def _one_by_one(context: Context, sighting: Sighting, left: str) -> Iterator[Sighting]:
    """ "Separate meetings with A, B and C" are three."""
    others = [p for p in sighting.participants[1:] if context.stage.person(p[0])]
    several = sighting.plural and len(others) > 1 and len(others) == len(sighting.participants) - 1
    if not several or sighting.kind not in (Kind.BILATERAL, Kind.PLURILATERAL):
        yield sighting
        return
    if not compiled(r"\b(?:bilateral|separate|individual|one-on-one)\s+\Z").search(left):
        yield sighting
        return
    first = sighting.participants[0]
    for other in others:
        single = Sighting(Kind.BILATERAL, sighting.trigger, sighting.status, sighting.sentence, sighting.rule)
        single.participants = [first, other]
        for name in ("place", "code", "date", "event", "occasion", "topics", "mode", "definite", "sure", "confidence"):
            setattr(single, name, getattr(sighting, name))
        yield single


def _general(text: str, word: Word, left: str, right: str) -> bool:
    """Whether a noun stands for no particular meeting."""
    if compiled(
        r"\b(?:no|any|every|each|all|such|regular|more|many|frequent|further|high-level|exchange of|like|if)\s+(?:[^\s,.;]+\s+)?\Z"
    ).search(left):
        return not compiled(
            r"\b(?:held|hold|attended?|a|the|his|her|two|three)\s+(?:high-level|further)\s+(?:[^\s,.;]+\s+)?\Z"
        ).search(left)
    if compiled(r"\b(?:weekly|monthly|daily|board|cabinet|shareholders'?|annual general|news|press)\s+\Z").search(left):
        return True  # the business of one body
    if text == "summit" and compiled(r"\s+of\s+(?:mount|mt\b|the (?:mountain|hill|volcano))").match(right):
        return True
    if text in ("bilateral", "trilateral"):
        return not compiled(r"\s+(?:with|between)\b").match(right)
    if word.sense == "call":
        if text == "call":
            return not (
                compiled(r"\b(?:a|the|his|her|their|today's|this)\s+(?:\w+\s+){0,2}\Z").search(left)
                and compiled(r"\s+(?:with|from|between)\s|\s+to\s+(?:the\s+|his\s+|her\s+)?[\ue000\ue005]").match(right)
            )
        if text in ("conversation", "conversations"):
            return not compiled(r"\s+(?:\w+\s+)?(?:with|between|that)\s|\s+[<D>]").match(right)
    return False


def _clause(left: str) -> str:
    """What stands before a noun in its own clause."""
    return compiled(r"[\";]|\bthat\b").split(left)[-1]


_ON_A_VISIT = r"\s*(?:,\s*[<H><P>]+)?(?:\s*(?:on\s+)?[<D>]+)?\s*,?\s*(?:for|on)\s+(?:an?|his|her|the|their)\s+(?:[^\s,.;]+\s+){0,5}\Z"
_ON_A_DAY = r"\s*(?:for|on)\s+(?:an?|his|her|the|their)\s+(?:[^\s,.;]+\s+){0,5}\Z"


def _place_before(scene: Scene, start: int) -> Span | None:
    """The place in "is in Singapore on a three-day visit"."""
    for mention in scene.places:
        if mention.end < start <= mention.end + 120 and mention.value.form == "noun":
            if compiled(r"\b(?:in|to|at|for)\s+(?:the\s+)?\Z").search(scene.before(mention.start, 12)) and compiled(
                _ON_A_VISIT
            ).match(scene.between(mention.end, start)):
                return mention.span  # type: ignore[no-any-return]
    return None


def _date_before(scene: Scene, start: int) -> Mention[Any] | None:
    """The date in "leaves Monday for a state visit"."""
    for mention in scene.dates:
        if mention.end < start <= mention.end + 80 and compiled(_ON_A_DAY).match(scene.between(mention.end, start)):
            return mention
    return None


def _governed_status(scene: Scene, governing: "Governing", actors: Group | None, left: str) -> Status | None:
    status = of_verb(governing.word.form, scene.between(actors.end, governing.start) if actors else left[-100:])
    if (
        status is None
        and governing.word.form == "base"
        and actors
        and present_plural(scene.between(actors.end, governing.start))
    ):
        return Status.HELD  # "ministers begin a meeting"
    if status is None and governing.word.form == "base":
        return governed(scene, governing.start, scene.before(governing.start, 120))
    return status


class Governing:
    """The verb that goes with a noun: "hold" talks, "attend" a summit."""

    def __init__(self, start: int, end: int, word: Word) -> None:
        self.start, self.end, self.word = start, end, word


@cache
def _support_pattern() -> re.Pattern[str]:
    words = sorted(support(), key=len, reverse=True)
    inner = "|".join(re.escape(word) for word in words)
    return compiled(rf"(?<![\w-])({inner})(?![\w-])")


_THROUGH = (
    r"(?:\s+(?:(?:a|an|the|(?:[a-z]+ |a )?(?:days?|hours?|weeks?|minutes|day) of|series of|round of|number of|rounds of|(?:keynote |opening |closing )?(?:remarks|speech|address|statement) (?:at|to)|"
    r"(?:[^\s,.;]+\s+){0,3}delegation (?:to|for|at))(?=\s))|\s+(?!(?:and|of|in|with|to|for|on|at|by|from|that|which|who|said|after|before|when|where)\b)[^\s,.;\"<D>]+|,(?=\s+[^\s,]+,?\s))*\s+"
)


def _governing(scene: Scene, start: int) -> tuple[Governing | None, Group | None]:
    """The verb that governs a noun, and who acts."""
    left = scene.before(start, 120)
    last = None
    for found in reversed(list(_support_pattern().finditer(left))):
        gap = left[found.end() :]
        if (
            len(gap) > 90
            or len(compiled(r"[<H>]+").findall(gap)) > 1
            or compiled(r"\b(?:will|said|that|who|which)\b").search(gap)
        ):
            break
        if compiled(_THROUGH).fullmatch(gap) or compiled(
            r"(?!\s+by\b)[^;\"]{0,90}\band\s+(?:also\s+)?(?:a|an|the)\s+(?:[^\s,.;]+\s+){0,3}"
        ).fullmatch(gap):
            last = found
            break
    if last is None:
        return None, None
    gap = left[last.end() :]
    if last[1] in ("have", "has", "had", "having") and compiled(r"\s+(?:been|also|not|met|agreed|to|[a-z]+ed)\b").match(
        gap
    ):
        return None, None
    if compiled(r"\b(?:was|were|been|be|being)\s+(?:\w+ly\s+)?\Z").search(left[: last.start()]):
        return None, None
    words = support()[last[1]]
    word = words[0]
    if (
        word.form == "past"
        and len(words) > 1
        and compiled(r"\b(?:has|have|had)\s+(?:\w+\s+)?\Z").search(left[: last.start()])
    ):
        word = Word(word.sense, "participle")
    at = start - len(left) + last.start(1)
    governing = Governing(at, at + len(last[1]), word)
    if word.form == "ing" and compiled(r"\bfor\s+\Z").search(left[: last.start()]):  # "thanked Peru for hosting"
        thanked = [
            g
            for g in scene.groups
            if g.end <= at and compiled(r"thank|congratulat|commend|prais|appreciat|credit").match(g.lead)
        ]
        if thanked:
            return governing, thanked[-1]
    return governing, subject(scene, at, verb=True)


_VERBAL = (
    r"(?:to|with|in|on|at|by|for|during|after|before|of|has|have|had|will|is|was|are|were|and|or|said|says|met|told|meets|holds?|held|host\w*|"
    r"attend\w*|beg[ia]n|open\w*|start\w*|conven\w+|chair\w*|co-\w+|\w+ed|\w+ing)\b"
)


_MODIFIERS = rf"(?:[<H><A><C><P>]++(?:\s*\([^()]{{1,12}}\)\s*|[\s-]+|\s+and\s+))+(?:(?!{_VERBAL})[a-z-]+\s+){{0,2}}\Z"


def _owner(scene: Scene, start: int) -> Group | None:
    """Whose meeting or visit it is: a possessive before the noun."""
    left = scene.before(start, 80)
    found = compiled(r"([<A>]+)(?:'s|')?\s+(?:[^\s,.;<A>]+\s+){0,5}\Z").search(left)
    if not found or compiled(r"\b(?:to|with|in|on|at|by|for|and|during|after|before|of|has|have|will|is|was)\b").search(
        left[found.end(1) :]
    ):
        return None
    at = start - len(left) + found.start(1)
    head = next((h for h in scene.asides if h.start <= at < h.end), None)
    return None if head is None or head.rule == "demonym" else Group([head])


def _modifiers(scene: Scene, start: int) -> tuple[list[Head], int]:
    """Actors that stand right before a noun and belong to it ("APEC meetings", "Peru-Chile talks"), and where they begin."""
    left = scene.before(start, 100)
    found = compiled(_MODIFIERS).search(left)
    if not found:
        return [], start
    begin = start - len(left) + found.start()
    heads = [head for group in scene.groups for head in group.heads] + [h for h in scene.asides if h.rule == "demonym"]
    inside = sorted((h for h in heads if begin <= h.start and h.end <= start), key=lambda h: h.start)
    if any(head.rule in ("pronoun", "first person", "second person") for head in inside):
        return [], start
    return inside, begin if inside else start


def _visit(
    context: Context,
    scene: Scene,
    hit: Hit,
    sighting: Sighting,
    parts: Parts,
    owner: Group | None,
    actors: Group | None,
    determiner: str,
) -> Sighting | None:
    text = context.text(hit)
    visitor = owner
    for prep, group in parts.groups:
        if visitor is None and prep in ("by", "of", "from") and context.persons(group):
            visitor = group
    if visitor is None and determiner not in ("this", "that"):
        visitor = actors
        if visitor is None and (not sighting.definite or determiner in _OWN):
            visitor = subject(scene, hit.start, verb=False)
        if (
            visitor is None and determiner in _OWN and _fronted(scene, hit.start)
        ):  # "During his visit, the President will"
            visitor = _main_subject(scene, max(parts.end, hit.end))
    if visitor is not None and not context.persons(visitor) and owner is None:
        if not compiled(r"\b(?:delegation|minister|president|leader|envoy)\b").search(scene.before(hit.start, 80)):
            visitor = None
    if text in ("tour", "stopover", "pilgrimage", "delegation", "delegations") and not parts.places:
        return None
    if text.startswith("delegation") and not compiled(r"\s+(?:of [^.;,]{1,40}\s+)?to\s").match(
        scene.after(hit.end, 60)
    ):
        return None
    if parts.here and not parts.places and context.dateline:
        parts.places.append(context.dateline)
    sighting.add(visitor, Part.VISITOR)
    for prep, group in parts.groups:
        if prep in ("to", "dest") and context.states(group):
            sighting.add(group, Part.HOST)
    context.fill(sighting, scene, parts)
    if sighting.place is None and parts.venue is not None and scene.after(hit.end, 4).startswith(" to "):
        sighting.place = parts.venue
    context.hosts(sighting, parts)
    sighting.visit_type = visit_type(scene, hit)
    sighting.maiden = maiden(scene, hit.start)
    if not sighting.participants and not sighting.definite:
        return None
    if not (sighting.place or sighting.date or parts.here):
        sighting.definite = True
    return sighting


def _talks(
    context: Context,
    scene: Scene,
    hit: Hit,
    word: Word,
    sighting: Sighting,
    parts: Parts,
    owner: Group | None,
    actors: Group | None,
    governing: Governing | None,
    determiner: str,
    modifiers: list[Head],
) -> Sighting | None:
    text, kind = context.text(hit), sighting.kind
    joining = ("with", "between", "among", "of", "by", "from", "including")
    others = [
        group
        for prep, group in parts.groups
        if prep in joining
        or (prep == "to" and kind is Kind.CALL)
        or (prep == "for" and kind is Kind.CEREMONY and context.persons(group))
    ]
    hosted = [group for prep, group in parts.groups if prep == "by"]
    between = any(prep in ("between", "among") for prep, _ in parts.groups)
    part = _PARTS.get(governing.word.sense, Part.PARTICIPANT) if governing else Part.PARTICIPANT
    if kind in _GATHERINGS and governing is None and not others and not modifiers and not sighting.definite:
        if not (parts.date or parts.places) or sighting.plural or kind is Kind.CEREMONY:
            return None
    if kind is Kind.SIGNING:
        if text != "signing ceremony" and not tells_of_instrument(context.document.folded[hit.end : hit.end + 160]):
            return None
        if part is Part.PARTICIPANT:
            part = Part.SIGNATORY
    if not between:
        who = owner or actors
        if (
            who is None
            and determiner not in ("the", "this", "that")
            and ((kind in _TALKS and (others or parts.people)) or determiner in _OWN)
        ):
            who = subject(scene, hit.start, verb=False)
        if who is not None and modifiers and any(head in modifiers for head in who.heads):
            who = None
        sighting.add(who, part)
    for group in others:
        sighting.add(group, Part.HOST if group in hosted else Part.PARTICIPANT)
    if not others and parts.people:
        sighting.add([head for prep, head in parts.asides if prep in ("with", "between", "of")])
    if len(sighting.participants) < 2 or kind in _GATHERINGS:
        sighting.add(modifiers)
    if kind in _TALKS and len(sighting.participants) < 2:
        if determiner == "their" and not between:
            nearest = next(
                (g for g in reversed(scene.groups) if g.end <= hit.start and g.heads[-1].rule != "pronoun"), None
            )
            sighting.add(nearest)
        elif not sighting.definite or determiner in ("our", "my"):
            _adverbial(context, scene, hit, sighting, parts)
    if kind in _TALKS and not sighting.participants:
        _relative(scene, hit, sighting)
    context.fill(sighting, scene, parts)
    if sighting.place is None and governing is not None and actors is None and governing.word.sense in ("host", "hold"):
        sighting.place = _hosting_city(scene, governing.start)
        sighting.code = context.code(sighting.place)
    sighting.mode = _mode(text, kind, scene.before(hit.start, 40))
    if kind is Kind.BILATERAL:
        sighting.kind = _bilateral_kind(context, scene, hit, sighting, parts, others, owner, modifiers)
    if (
        text in ("talks", "discussions", "dialogue", "consultations", "consultation", "discussion")
        and not sighting.definite
    ):
        if len(sighting.participants) < 2 and not (parts.date or parts.places or parts.people):
            return None
    if sighting.plural and not others and not parts.people and not (sighting.date or sighting.place):
        return None
    if (
        sighting.plural
        and not others
        and compiled(r"\b(?:other|range of|number of|series of|various)\s+(?:other\s+)?(?:\w+\s+)?\Z").search(
            scene.before(hit.start, 40)
        )
    ):
        return None
    if text == "negotiations" and (len(sighting.participants) < 2 or not (parts.date or parts.places)):
        return None
    if text in ("dialogue", "discussion", "consultation") and governing is None and not (parts.date or parts.places):
        return None
    if (
        sighting.kind in _TALKS
        and not sighting.definite
        and not others
        and not parts.people
        and len(sighting.participants) < 2
    ):
        known = sighting.date and (sighting.place or sighting.status is Status.SCHEDULED)
        if not known and not (governing is not None and (sighting.date or sighting.place)):
            return None
    if not sighting.participants and not sighting.definite and not (sighting.date or sighting.place or sighting.sure):
        return None
    return sighting


def _hosting_city(scene: Scene, at: int) -> Span | None:
    """The city that hosts a gathering: "Lima is hosting the meetings"."""
    for mention in scene.places:
        lead = scene.between(scene.span.start, mention.start)
        if (
            mention.end < at
            and mention.value.form == "noun"
            and compiled(r"[\W\d]*(?:the\s+(?:city|capital) of\s+)?\Z").match(lead)
        ):
            return mention.span  # type: ignore[no-any-return]
    return None


def _bilateral_kind(
    context: Context,
    scene: Scene,
    hit: Hit,
    sighting: Sighting,
    parts: Parts,
    others: list[Group],
    owner: Group | None,
    modifiers: list[Head],
) -> Kind:
    left = scene.before(hit.start, 24)
    if compiled(r"\btrilateral\s+\Z").search(left) or context.text(hit) == "trilateral":
        return Kind.PLURILATERAL
    if compiled(r"\b(?:ministerial|ministers'?)\s+\Z").search(left):
        return Kind.MINISTERIAL
    if compiled(
        r"\b(?:annual|plenary|cabinet|council|board|committee|general|commission|party|assembly|emergency|working group)\s+\Z"
    ).search(left):
        return Kind.SESSION
    bodies = (
        [g for prep, g in parts.groups if prep == "of"]
        + ([owner] if owner else [])
        + ([Group(modifiers)] if modifiers else [])
    )
    if context.text(hit) in ("meeting", "meetings") and any(
        not context.stage.person(id) and not context.stage.state(id) for group in bodies for id in group.ids
    ):
        return Kind.SESSION
    if parts.people and not others and not sighting.plural:
        return Kind.CONSULTATION
    return context.counterpart_kind(sighting)


def _mode(text: str, kind: Kind, left: str) -> MeetingMode:
    if compiled(r"\b(?:virtual|online|videoconference|video)\s+(?:\w+\s+)?\Z").search(left) or "video" in text:
        return MeetingMode.VIDEO
    if "phone" in text or "telephonic" in text or (kind is Kind.CALL and text == "call"):
        return MeetingMode.PHONE
    return MeetingMode.UNSPECIFIED


def _adverbial(context: Context, scene: Scene, hit: Hit, sighting: Sighting, parts: Parts) -> None:
    """ "In a telephone call on Sunday, A told B", "A told B during talks": who acts in the clause takes part."""
    left = scene.before(hit.start, 90)
    if _fronted(scene, hit.start):
        after = [g for g in scene.groups if g.start >= max(parts.end, hit.end)]
        acting = _main_subject(scene, max(parts.end, hit.end))
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
        elif last.lead == "" or len(last.heads) > 1:
            sighting.add(last)


def _fronted(scene: Scene, start: int) -> bool:
    """Whether a noun stands in a phrase that opens the sentence: "In a telephone call on Sunday, …"."""
    return bool(
        compiled(
            r"[\W\d]*(?:separately,\s+|later,\s+|earlier,\s+)?(?:in|during|at|after|following|before|in addition to|besides|apart from|on|throughout)\s+"
            r"(?:[^\s,.;]+\s+){0,6}\Z"
        ).match(scene.between(scene.span.start, start))
    )


def _main_subject(scene: Scene, end: int) -> Group | None:
    """The first group after a phrase that opens the sentence."""
    after = next((g for g in scene.groups if g.start >= end), None)
    if after is None or not compiled(r"[^;\"]{0,80}\Z").match(scene.between(end, after.start)):
        return None
    return after


def _relative(scene: Scene, hit: Hit, sighting: Sighting) -> None:
    """ "The talks that A had with B"."""
    found = compiled(
        r"\s+(?:(?:that|which)\s+)?(?:the\s+)?(?:<T>+\s+)*(?=[<H>])[^.;,]{1,80}?\s(?:had|has had|held|has held|will hold|will have)\s+(?:[^\s,.;]+\s+){0,3}?with\s"
    ).match(scene.after(hit.end, 160))
    if found:
        inside = [g for g in scene.groups if hit.end <= g.start <= hit.end + found.end() + 40]
        for group in inside[:2]:
            sighting.add(group)


def read_event(context: Context, scene: Scene, index: int, mention: Mention[Any]) -> Sighting | None:
    """The sighting of a named gathering."""
    if context.stage.inside(mention.start):
        return None  # part of a longer name: the "Islamic Conference" of the Organisation of that name
    name = context.document.folded[mention.start : mention.end]
    after = scene.after(mention.end, 120)
    if compiled(
        r"\b(?:all|every|each|various|many|past|previous|and (?:related|other))\s+\Z|\band\s+(?:the\s+)?\Z(?<=related )"
    ).search(scene.before(mention.start, 20)) or name.startswith("related "):
        return None
    if compiled(r"\b(?:olympics?|games|cup|festival|exhibition|fair|expo|championships?)\b").search(name):
        return None  # a gathering, but not of those who negotiate
    if compiled(
        r"(?:'s)?[\s-]+(?:[<H><C><P>]+\s+)?(?:declaration|pavilion|communique|agreements?|agenda|plan|process|secretariat|framework|accords?|partners|goals?|rulebook|"
        r"protocol|outcomes?|decisions?|commitments?|resolution|members?|membership|countries|nations|economies|presidency|"
        r"chair|chairmanship|statement|pledges?|delegates|standing committee|spokes\w+)\b"
    ).match(after):
        return None
    modifiers, begin = _modifiers(scene, mention.start)
    governing, actors = _governing(scene, begin)
    left = _clause(scene.before(begin, 200))
    sighting = Sighting(_event_kind(name), mention.span, Status.HELD, index, "event")
    sighting.status, sighting.sure = of_noun(left, after)
    sighting.event = mention
    fronted = None
    if governing is not None:
        status = _governed_status(scene, governing, actors, left)
        if status is not None:
            sighting.status, sighting.sure = status, True
        sighting.add(actors, _PARTS.get(governing.word.sense, Part.PARTICIPANT))
    else:
        fronted = compiled(r"[\W\d]*(?:[a-z]+ly,\s+)?(?:at|during)\s+(?:the\s+)?(?:[^\s,.;]+\s+){0,3}\Z").match(
            scene.between(scene.span.start, mention.start)
        )
        speech = compiled(r"\b(?:speech|remarks|address|statement|keynote) by\b[^.;]{1,160}\bat the\s+\Z").search(left)
        if speech:
            sighting.add(
                next((g for g in scene.groups if g.lead == "by" and g.end <= mention.start), None), Part.SPEAKER
            )
        if fronted:  # "At the summit, the President spoke"
            _fronted_event(scene, mention.end, sighting)
    parts = follow(context.stage, scene, mention.end, "", frozenset())
    for prep, group in parts.groups:
        if prep in ("between", "by", "among") or (
            prep == "with" and (governing is not None or sighting.kind in (Kind.SIGNING, Kind.CONSULTATION))
        ):
            sighting.add(group, Part.HOST if prep == "by" else Part.PARTICIPANT)
    inside = scene.inside.get(mention.start, [])
    if (
        governing is None
        and not fronted
        and any(head.end - head.start == mention.end - mention.start for head in inside)
    ):
        if not (parts.date or parts.places):
            return None  # a body of that name, not a sitting of it
    present = {context.stage.side(id) for id in sighting.ids}
    for head in (*modifiers, *inside):
        for id in context.stage.members(head):
            if id not in present and id not in sighting.ids:
                sighting.participants.append((id, Part.PARTICIPANT, Span(head.start, head.end)))
    context.fill(sighting, scene, parts)
    sighting.date = sighting.date or predicate_date(scene, mention.end)
    if sighting.place is None:
        sighting.place = predicate_place(scene, mention.end)
        if sighting.place is None and governing is not None and actors is None:
            sighting.place = _hosting_city(scene, governing.start)
        sighting.code = context.code(sighting.place)
    if governing is None and not (sighting.date or sighting.place or fronted):
        sighting.confidence = Confidence.POSSIBLE
    return sighting


def read_organ(context: Context, scene: Scene, index: int, hit: Hit) -> Sighting | None:
    """A sitting of an assembly: "At the United Nations General Assembly, the President said …"."""
    head = next((h for g in scene.groups for h in g.heads if h.start <= hit.start and hit.end <= h.end), None)
    start, end = (head.start, head.end) if head else (hit.start, hit.end)
    governing, actors = _governing(scene, start)
    sighting = Sighting(Kind.SESSION, Span(start, end), Status.HELD, index, "noun_assembly")
    if governing is not None and governing.word.sense in ("attend", "speak"):
        status = _governed_status(scene, governing, actors, scene.before(start, 100))
        if status is None or actors is None:
            return None
        sighting.status = status
        sighting.add(actors, _PARTS.get(governing.word.sense, Part.PARTICIPANT))
    elif _fronted(scene, start):
        _fronted_event(scene, end, sighting)
        if not sighting.participants:
            return None
    else:
        return None
    if head:
        sighting.add([head])
    context.fill(sighting, scene, follow(context.stage, scene, end, "", frozenset()))
    return sighting


def _fronted_event(scene: Scene, end: int, sighting: Sighting) -> None:
    group = next((g for g in scene.groups if g.start > end), None)
    if group is None or not compiled(r"[^;\"]{0,50},\s*(?:the\s+)?\Z").match(scene.between(end, group.start)):
        return
    sighting.add(group)
    if compiled(r"[\s,]*(?:will|is to|are to|is expected to)\b").match(scene.after(group.end, 30)):
        sighting.status, sighting.sure = Status.SCHEDULED, True


def _event_kind(name: str) -> Kind:
    if "signing ceremony" in name:
        return Kind.SIGNING
    if compiled(r"\bminist(?:ers?'?|erial)\b").search(name):
        return Kind.MINISTERIAL
    if compiled(r"\bsummit\b|\bleaders'?\b|heads of (?:state|government)|\bchogm\b").search(name):
        return Kind.SUMMIT
    if compiled(r"\b(?:dialogue|consultations?|talks|negotiations)\b").search(name):
        return Kind.CONSULTATION
    if "ceremony" in name:
        return Kind.CEREMONY
    return Kind.SESSION
