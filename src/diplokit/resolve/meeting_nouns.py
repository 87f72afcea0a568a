"""Nouns that tell of a meeting: talks, a visit, a telephone call, a signing."""

from typing import Any

from diplokit import Hit, Mention, Span
from diplokit.vocabulary import MeetingKind, MeetingMode, MeetingStatus, Participation

from .meeting_adjuncts import maiden, predicate_date, predicate_place, tells_of_instrument, visit_type
from .meeting_governing import (
    PARTS,
    Governing,
    clause,
    governed_status,
    governing_verb,
    hosting_city,
    main_subject,
    modifiers_of,
    opens_sentence,
    owner_of,
)
from .meeting_patterns import compiled
from .meeting_phrases import Parts, follow
from .meeting_sentences import Group, Head, Scene
from .meeting_sightings import Context, Sighting
from .meeting_status import of_noun
from .meeting_subjects import subject
from .meeting_words import Word

Kind = MeetingKind
Status = MeetingStatus
Part = Participation

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
) -> list[Sighting]:
    """The sightings of a noun: none, one, or one for each of those with whom "separate meetings" were held."""
    text = context.text(hit)
    if scene.before(hit.start, 1) == "-":
        glued = len(compiled(r"[^\s,;\"]*+\Z").search(scene.before(hit.start, 30))[0])  # type: ignore[index]
        hit = hit._replace(start=hit.start - glued)  # "Post-Ministerial Conference"
    left, right = clause(scene.before(hit.start, 200)), scene.after(hit.end, 200)
    if compiled(_NOT_A_MEETING).match(right) or _general(text, word, left, right):
        return []
    modifiers, begin = modifiers_of(scene, hit.start)
    governing, actors = governing_verb(scene, begin)
    if word.sense in ("delegation", "event") and governing is None:
        return []
    owner = owner_of(scene, hit.start)
    article = compiled(_ARTICLE).search(context.document.folded[max(scene.start, hit.start - 80) : hit.start])
    determiner = article[1] if article else ""
    sighting = Sighting(_KINDS[word.sense], hit, Status.HELD, index, f"noun_{word.sense}")
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
        status = governed_status(scene, governing, actors, left)
        if status is None and not sighting.definite:
            return []
        if status is not None and sighting.status in (Status.HELD, Status.ONGOING, Status.SCHEDULED):
            sighting.status, sighting.sure = status, True
    done = (
        _visit(context, scene, hit, sighting, parts, owner, actors, determiner)
        if sighting.kind is Kind.VISIT
        else _talks(context, scene, hit, word, sighting, parts, owner, actors, governing, determiner, modifiers)
    )
    if done is None:
        return []
    if determiner in ("the", "this") and not done.plural and done.kind is not Kind.VISIT:
        present = _present(scene, hit.start, left)
        if present is not None:
            done.participants = {}
            done.add(present)
        attended = governing is not None and governing.word.sense == "attend" and actors is not None
        done.joins = done.definite and (present is not None or (attended and not parts.groups))
    done.date = done.date or predicate_date(scene, hit.end) or _date_before(scene, hit.start)
    if done.place is None:
        done.place = _place_before(scene, hit.start)
        if done.place is None and "here" in left and done.kind in _TALKS and done.kind is not Kind.CALL:
            if compiled(_HERE_AFTERWARDS).search(left):
                done.place = context.dateline
        done.code = context.code(done.place)
        host = context.stage.state_of(done.code) if done.kind is Kind.VISIT else None
        if host and done.place and host not in done.ids:
            done.participants[host] = Part.HOST, done.place
        done.definite = done.definite and done.place is None
    if done.place is None and done.kind is not Kind.VISIT:
        done.place = predicate_place(scene, hit.end)
        done.code = context.code(done.place)
    return _one_by_one(context, done, left)


_PRESENT = r"\W*(?:also\s+)?(?:present|attending|in attendance)\s+(?:at|during|in)\s+(?:the|this)\s+\Z"
_PRESENT_TOO = r"\b(?:was|were)\s+(?:also\s+)?(?:present|in attendance)\s+(?:at|during|in)\s+(?:the|this)\s+\Z"


def _present(scene: Scene, start: int, left: str) -> Group | None:
    """Those of whom a sentence only says that they were there: "Also present at the meeting were …"."""
    if "present" not in left and "atten" not in left:
        return None
    if compiled(_PRESENT).match(scene.between(scene.start, start)):
        group = next((g for g in scene.groups if g.start > start), None)
        near = group and compiled(r"[\w\s]{0,20}\b(?:was|were)\s+(?:also\s+)?(?:the\s+)?\W*\Z").match(
            scene.between(start, group.start)
        )
        return group if near else None
    found = compiled(_PRESENT_TOO).search(left)
    return subject(scene, start - len(left) + found.start(), verb=True) if found else None


def _one_by_one(context: Context, sighting: Sighting, left: str) -> list[Sighting]:
    """One sighting for each of those with whom "separate meetings" were held."""
    if not sighting.plural or len(sighting.participants) < 3:
        return [sighting]
    first, *others = sighting.participants
    actors = context.stage.persons | context.stage.states
    if not actors.issuperset(others) or sighting.kind not in (Kind.BILATERAL, Kind.PLURILATERAL):
        return [sighting]
    if not compiled(r"\b(?:bilateral|separate|individual|one-on-one)\s+\Z").search(left):
        return [sighting]
    singles = []
    for other in others:
        single = Sighting(Kind.BILATERAL, sighting.trigger, sighting.status, sighting.sentence, sighting.rule)
        single.participants = {id: sighting.participants[id] for id in (first, other)}
        for name in ("place", "code", "date", "event", "occasion", "topics", "mode", "definite", "sure", "confidence"):
            setattr(single, name, getattr(sighting, name))
        singles.append(single)
    return singles


# The last words before a noun that may make it general.
_GENERAL = frozenset("no any every each all such regular more many frequent further level of like if".split())
_BUSINESS = frozenset(
    "weekly monthly daily board cabinet shareholders shareholders' shareholder general news press".split()
)
_REQUESTS = frozenset("why how please let's us".split())


def _general(text: str, word: Word, left: str, right: str) -> bool:
    """Whether a noun stands for no particular meeting."""
    *_, earlier, last = ("", "", *left[-60:].replace("-", " ").split())
    if (last in _GENERAL or earlier in _GENERAL) and compiled(
        r"\b(?:no|any|every|each|all|such|regular|more|many|frequent|further|high-level|exchange of|like|if)\s+(?:[^\s,.;]+\s+)?\Z"
    ).search(left):
        return not compiled(
            r"\b(?:held|hold|attended?|a|the|his|her|two|three)\s+(?:high-level|further)\s+(?:[^\s,.;]+\s+)?\Z"
        ).search(left)
    if (
        last in _BUSINESS
        and not (text == "talks" and last in ("weekly", "monthly"))
        and compiled(r"\b(?:weekly|monthly|daily|board|cabinet|shareholders'?|annual general|news|press)\s+\Z").search(
            left
        )
    ):
        return True  # the business of one body
    if text == "summit" and compiled(r"\s+of\s+(?:mount|mt\b|the (?:mountain|hill|volcano))").match(right):
        return True
    if last in _REQUESTS and compiled(r"\b(?:why|how|please|let's|let us)\s+\Z").search(left):
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


_ON_A_VISIT = r"\s*(?:,\s*[<H><P>]+)?(?:\s*(?:on\s+)?[<D>]+)?\s*,?\s*(?:for|on)\s+(?:an?|his|her|the|their)\s+(?:[^\s,.;]+\s+){0,5}\Z"


_ON_A_DAY = r"\s*(?:for|on)\s+(?:an?|his|her|the|their)\s+(?:[^\s,.;]+\s+){0,5}\Z"


# "told reporters here on Friday after talks with": told on the day and at the place of the talks
_AFTERWARDS = (
    r"\s*,?\s*(?:after|following)\s+(?:holding\s+|his\s+|her\s+|their\s+)?(?:(?!to\b|the\b)[^\s,.;]+\s+){0,3}\Z"
)
_HERE_AFTERWARDS = r"\bhere\s+(?:on\s+)?(?:<D>+\s*,?\s*)?(?:after|following)\s+(?:holding\s+|his\s+|her\s+|their\s+)?(?:[^\s,.;]+\s+){0,3}\Z"


def _place_before(scene: Scene, start: int) -> Span | None:
    """The place in "is in Singapore on a three-day visit"."""
    for mention in scene.places:
        if mention.end < start <= mention.end + 120 and mention.value.form == "noun":
            if compiled(r"\b(?:in|to|at|for)\s+(?:the\s+)?\Z").search(scene.before(mention.start, 12)) and compiled(
                _ON_A_VISIT
            ).match(scene.between(mention.end, start)):
                return mention.span
    return None


def _date_before(scene: Scene, start: int) -> Mention[Any] | None:
    """The date in "leaves Monday for a state visit"."""
    for mention in scene.dates:
        if mention.end < start <= mention.end + 80:
            gap = scene.between(mention.end, start)
            if compiled(_ON_A_DAY).match(gap) or compiled(_AFTERWARDS).match(gap):
                return mention
    return None


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
        if compiled(
            r"\b(?:possibility|idea|prospects?|invitation|plans?) (?:of|for) an?\s+(?:[^\s,.;]+\s+){0,3}\Z"
        ).search(scene.before(hit.start, 60)):
            return None
        if visitor is None and (not sighting.definite or determiner in _OWN):
            visitor = subject(scene, hit.start, verb=False)
        if (
            visitor is None and determiner in _OWN and opens_sentence(scene, hit.start)
        ):  # "During his visit, the President will"
            visitor = main_subject(scene, max(parts.end, hit.end))
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


_HONOURED = (
    r"\b(?:was|were|is|are|been|being)\s+(?:(?:also|later|earlier|then)\s+)?"
    r"(?:accorded|given|welcomed with|received with|greeted with|treated to|honou?red with)\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,3}\Z"
)


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
    part = PARTS.get(governing.word.sense, Part.PARTICIPANT) if governing else Part.PARTICIPANT
    honoured = kind is Kind.CEREMONY and compiled(_HONOURED).search(scene.before(hit.start, 120)) is not None
    if (
        kind in _GATHERINGS
        and not honoured
        and governing is None
        and not others
        and not modifiers
        and not sighting.definite
    ):
        if not (parts.date or parts.places) or sighting.plural or kind is Kind.CEREMONY:
            return None
    if kind is Kind.SIGNING:
        if text != "signing ceremony" and not tells_of_instrument(context.document.folded[hit.end : hit.end + 160]):
            return None
        if part is Part.PARTICIPANT:
            part = Part.SIGNATORY
    if kind is Kind.SIGNING:
        others = [group for prep, group in parts.groups if prep in ("with", "between", "among", "by")]
        if between and part is Part.WITNESS:
            sighting.add(actors, part)
    if not between:
        who = owner or actors
        if (
            who is None
            and determiner not in ("the", "this", "that")
            and ((kind in _TALKS and (others or parts.people)) or determiner in _OWN)
        ):
            who = subject(scene, hit.start, verb=False)
        if who is None and kind is Kind.CEREMONY:
            words_of_honour = compiled(_HONOURED).search(scene.before(hit.start, 120))
            if words_of_honour:
                who = subject(scene, hit.start - len(words_of_honour[0]), verb=True)
                sighting.sure = who is not None
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
        sighting.place = hosting_city(scene, governing.start)
        sighting.code = context.code(sighting.place)
    if sighting.mode is MeetingMode.UNSPECIFIED:
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
    if "video" in text or (
        ("virtual" in left or "online" in left or "video" in left)
        and compiled(r"\b(?:virtual|online|videoconference|video)\s+(?:\w+\s+)?\Z").search(left)
    ):
        return MeetingMode.VIDEO
    if "phone" in text or "telephonic" in text or (kind is Kind.CALL and text == "call"):
        return MeetingMode.PHONE
    return MeetingMode.UNSPECIFIED


def _adverbial(context: Context, scene: Scene, hit: Hit, sighting: Sighting, parts: Parts) -> None:
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
        elif last.lead == "" or len(last.heads) > 1:
            sighting.add(last)


def _relative(scene: Scene, hit: Hit, sighting: Sighting) -> None:
    """Read "the talks that A had with B"."""
    found = compiled(
        r"\s+(?:(?:that|which)\s+)?(?:the\s+)?(?:<T>+\s+)*(?=[<H>])[^.;,]{1,80}?\s(?:had|has had|held|has held|will hold|will have)\s+(?:[^\s,.;]+\s+){0,3}?with\s"
    ).match(scene.after(hit.end, 160))
    if found:
        inside = [g for g in scene.groups if hit.end <= g.start <= hit.end + found.end() + 40]
        for group in inside[:2]:
            sighting.add(group)
