"""Verbs that tell of a meeting: who met, visited, telephoned, received, called on, or signed with whom."""

from collections.abc import Callable

from diplokit import Hit, Span
from diplokit.vocabulary import Confidence, MeetingKind, MeetingMode, MeetingStatus, Participation, VisitType

from .meeting_adjuncts import later_date, maiden, tells_of_instrument
from .meeting_patterns import compiled
from .meeting_phrases import follow
from .meeting_sentences import Group, Head, Scene
from .meeting_sightings import Context, Sighting
from .meeting_status import of_verb, present_plural
from .meeting_subjects import INVITED, subject
from .meeting_words import Word, bag

Kind = MeetingKind
Status = MeetingStatus
Part = Participation
_HABIT = r"regularly|annually|routinely|often|usually|periodically|frequently|sometimes|always|rarely|seldom"


_HABITS = rf"{_HABIT}|every|once|twice|each"
_HABIT_BEFORE = rf"\b(?:{_HABIT})\s*\Z"
_HABIT_AFTER = rf"[^.,;]{{0,40}}?\b(?:{_HABIT}|every (?:year|month|week|two|six)|once a|twice a|each year)\b"


def read_verb(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]
) -> list[Sighting]:
    """The sighting of a verb, none where it tells of no meeting; with the next stop, where it tells of a journey."""
    sighting = _READERS[word.sense](context, scene, index, hit, word, stops)
    if sighting is None:
        return []
    leg = _next_leg(context, scene, sighting) if word.sense == "travel" else None
    return [sighting] if leg is None else [sighting, leg]


def passive(left: str) -> bool:
    """Whether a participle after these words is passive."""
    return bool(compiled(r"\b(?:was|were|is|are|be|been|being)\s+(?:\w+ly\s+|also\s+)*\Z").search(left[-40:]))


def _begin(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, kind: Kind
) -> tuple[Sighting, Group | None] | None:
    """The subject of a verb and the status that its form gives, or nothing where it tells of no meeting."""
    who = subject(scene, hit.start, verb=True) or _delegation(context, scene, hit.start)
    left = scene.between(who.end, hit.start) if who else scene.before(hit.start, 120)
    if compiled(_HABIT_BEFORE).search(left):
        return None
    right = scene.after(hit.end, 70)
    if compiled(_HABITS).search(right) and compiled(_HABIT_AFTER).match(right):
        return None
    if who and compiled(r"\b(?:if|whether|unless|whenever|every time|each time)\s+(?:the\s+)?\Z").search(
        scene.before(who.start, 20)
    ):
        return None
    if compiled(
        r"\b(?:anyone|everyone|someone|those|people|tourists|whoever|nobody|visitors) who\s+(?:\w+ly\s+)?\Z"
    ).search(scene.before(hit.start, 40)):
        return None
    form = "participle" if word.form == "past" and passive(left) else word.form
    status = of_verb(form, left)
    if form == "base" and who is not None and who.lead in INVITED and left.split() == ["to"]:
        status = Status.PROPOSED
    if status is None and form == "base" and who is not None and present_plural(left):
        status = Status.HELD  # "ministers of the Group of Seven meet in Washington"
    if status is None and form == "base":
        status = governed(scene, hit.start, left)
    if status is None and form == "base" and who is not None and compiled(r"\s*(?:also\s+)?to\s+\Z").match(left):
        status = Status.SCHEDULED  # a headline: "Sisi to visit Addis Ababa"
    if status is None:
        return None
    return Sighting(kind, hit, status, index, f"verb_{word.sense}"), who


def _delegation(context: Context, scene: Scene, at: int) -> Group | None:
    """Who is meant by "the delegation": those who travel."""
    found = compiled(
        r"(?:\b(?:the|this)\s+(?:[\w-]+\s+)?(?:delegation|team|mission|party)|\Athey)\b(?=[^.;\"]{0,40}\Z)"
    ).search(scene.before(at, 100))
    if not found or not context.travellers:
        return None
    start = at - len(scene.before(at, 100)) + found.start()
    return Group([Head(start, start + len(found[0]), context.travellers, "collective")])


def governed(scene: Scene, at: int, left: str) -> Status | None:
    """The status of an infinitive without a modal verb of its own: that of what governs it."""
    whole = scene.before(at, 400)
    if compiled(
        r"\b(?:should|must|can|cannot|ought|if|whether|unless|able|opportunity|how|need|needs|have|has|not)(?: to)?\s+(?:\w+ly\s+)?\Z"
    ).search(left[-30:]):
        return None
    if not compiled(r"(?:\b(?:to|and|also|then)|,)\s*(?:\w+ly\s+)?\Z").search(whole):
        return None
    if compiled(r"\b(?:will|shall|scheduled|due|expected|set|plans?|planned|to be)\b").search(whole):
        return Status.SCHEDULED
    if compiled(
        r"\b(?:first|second|third|last)\b[^.;]{0,80}\bto\s+\Z|\b(?:is|was|becomes?|became)\s+(?:also\s+)?the\s+[<H><T>]+\s+to\s+\Z"
    ).search(whole):
        return Status.HELD
    if compiled(r"\b(?:is|are|am)\s+(?:currently\s+)?(?:on|in|here|visiting)\b").search(whole):
        return Status.ONGOING
    if compiled(
        r"\b(?:travelled|traveled|flew|arrived|visited|went|came|left|returned|journeyed|convened|gathered|pleased|honou?red|delighted|glad|pleasure)\b"
    ).search(whole):
        return Status.HELD
    if compiled(r"\b(?:arrives|arriving|travels|flies|leaves|heads)\b").search(whole):
        return Status.SCHEDULED
    return None


def _meet(context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
    first = compiled(
        r"\s+(?:with\s+)?(?:(?:the|its|their|his|her|our|all|these|those|such|any|this|a|an)\s+)*(\w[\w-]*)(?:\s+(\w+))?"
    ).match(scene.after(hit.end, 60))
    if first and {first[1], first[2]} & bag("unmet") and first[1] not in bag("people"):
        return None
    begun = _begin(context, scene, index, hit, word, Kind.BILATERAL)
    if begun is None:
        return None
    sighting, who = begun
    if word.form == "third" and who is None:
        return None
    if word.form == "participle" and passive(scene.before(hit.start, 40)) and context.text(hit) == "met":
        return None  # "was met with protests"
    gathered = context.text(hit).startswith("gather")
    parts = follow(context.stage, scene, hit.end, "" if gathered else "obj", stops)
    objects = [group for prep, group in parts.groups if prep in ("obj", "with")]
    if not objects and parts.people:
        objects = [group for prep, group in parts.groups if prep == "including"]
    sighting.add(who)
    alone = len(sighting.participants)
    for group in objects:
        sighting.add(group)
    if not objects and parts.people:
        sighting.add([head for prep, head in parts.asides if prep in ("obj", "with")])
    if len(sighting.participants) == alone:  # nobody named that was met
        several = alone >= 2 or (who is not None and len(who.heads) > 1) or _collective(context, scene, hit.start)
        if parts.people:
            sighting.kind = Kind.CONSULTATION
        elif not several or not (
            parts.places or parts.date or parts.here or parts.occasion or parts.topic or word.form == "past"
        ):
            return None
        if not sighting.participants:
            return None
    if gathered and alone < 2 and (who is None or context.persons(who)):
        return None
    context.fill(sighting, scene, parts, who)
    if sighting.kind is Kind.BILATERAL:
        sighting.kind = context.counterpart_kind(sighting)
        if (
            len(sighting.participants) == alone == 1
            and who is not None
            and not context.persons(who)
            and not context.states(who)
        ):
            ranks = compiled(r"\b(leaders|heads of state)\b|\bministers\b").search(
                context.document.folded[max(scene.start, who.start - 40) : hit.start]
            )
            sighting.kind = Kind.SESSION if ranks is None else Kind.SUMMIT if ranks[1] else Kind.MINISTERIAL
    return sighting


def _discuss(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]
) -> Sighting | None:
    """Talks of "will discuss trade with Minister V": of persons, when they were told of or announced."""
    right = scene.after(hit.end, 130)
    gap = compiled(r"\s[^.;\"]{2,100}?\s(?=with\s)").match(right)
    if (
        gap is None
        or word.form == "ing"
        or compiled(r"\b(?:where|who|which|met|meet|held|after|before|during)\b").search(gap[0])
    ):
        return None
    begun = _begin(context, scene, index, hit, word, Kind.BILATERAL)
    if begun is None or begun[1] is None or not context.persons(begun[1]):
        return None
    sighting, who = begun
    if sighting.status not in (Status.HELD, Status.SCHEDULED) or word.form == "third":
        return None
    parts = follow(context.stage, scene, hit.end + gap.end(), "", stops)
    objects = [group for prep, group in parts.groups if prep == "with" and context.persons(group)]
    if not objects or all(head.rule in ("pronoun", "first person", "second person") for head in objects[0].heads):
        return None
    sighting.add(who)
    sighting.add(objects[0])
    if len(sighting.participants) < 2:
        return None
    context.fill(sighting, scene, parts, who)
    sighting.topics = (Span(hit.end + 1, hit.end + gap.end() - 1),)
    sighting.kind = context.counterpart_kind(sighting)
    return sighting


def _collective(context: Context, scene: Scene, at: int) -> bool:
    return bool(
        compiled(
            r"\b(?:leaders|ministers|sides|presidents|officials|they|two|both|negotiators|delegations|envoys|delegates|countries)\b"
        ).search(context.document.folded[max(scene.start, at - 80) : at])
    )


def _consult(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]
) -> Sighting | None:
    begun = _begin(context, scene, index, hit, word, Kind.CONSULTATION)
    if begun is None or begun[1] is None:
        return None
    sighting, who = begun
    parts = follow(context.stage, scene, hit.end, "with", stops)
    objects = [group for prep, group in parts.groups if prep == "with"]
    if not objects or sighting.status is not Status.HELD or word.form == "ing":
        return None
    sighting.add(who)
    for group in objects:
        sighting.add(group)
    context.fill(sighting, scene, parts, who)
    return sighting


_NEXT_LEG = r"[^.;\"]{0,200}?[,\s](?:and|before)\s+((?:then|later|on|onwards?|from there|afterwards)\s+(?:on\s+|travel(?:ling)?\s+)?to)\s+(?:the\s+)?(?=[<H><P>])"


def _next_leg(context: Context, scene: Scene, first: Sighting) -> Sighting | None:
    """The next stop of a journey: "will travel to Tanzania, and then to Mozambique and South Africa"."""
    right = scene.after(first.trigger.end, 260)
    found = compiled(_NEXT_LEG).match(right) if " to " in right else None
    if found is None:
        return None
    start, end = first.trigger.end + found.start(1), first.trigger.end + found.end(1)
    parts = follow(context.stage, scene, end, "dest")
    if not parts.places:
        return None
    leg = Sighting(Kind.VISIT, Span(start, end), first.status, first.sentence, first.rule)
    leg.visit_type = VisitType.UNSPECIFIED
    leg.participants = {id: seen for id, seen in first.participants.items() if seen[0] is Part.VISITOR}
    leg.date, leg.place, leg.code = parts.date, parts.places[0], context.code(parts.places[0])
    leg.places = len(parts.places)
    context.hosts(leg, parts)
    return leg


_AROUND = frozenset(
    "the both neighbouring neighboring nearby his her its their native fellow war-torn also then in to and with city of capital southern northern "
    "eastern western central mainland region state island islands republic kingdom from between on early late mid".split()
)


def _visit(context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
    begun = _begin(context, scene, index, hit, word, Kind.VISIT)
    if begun is None:
        return None
    sighting, who = begun
    if who is None:
        return None
    delegation = compiled(r"\b(?:delegation|mission|team|minister|president|envoy|leader)\b").search(
        scene.before(hit.start, 80)
    )
    speaker = any(head.rule in ("pronoun", "first person", "second person") for head in who.heads)
    if not (context.persons(who) or delegation or speaker):
        return None
    if any(not (context.stage.person(id) or context.stage.state(id)) for id in who.ids) and not (delegation or speaker):
        return None
    seen = compiled(r"\s+((?:[a-z'-]+\s+){0,6}?)(?=[<H><P><C><A><D>])").match(scene.after(hit.end, 80))
    if word.sense == "visit" and seen and not set(seen[1].split()) <= _AROUND:
        return None  # a hospital, not a country
    parts = follow(context.stage, scene, hit.end, "dest", stops)
    if parts.here and not parts.places and context.dateline:
        parts.places.append(context.dateline)
    if not parts.places and (
        parts.venue is None or context.text(hit).startswith(("arriv", "come", "came", "coming", "go", "went"))
    ):
        return None
    if word.sense == "travel" and parts.places:
        home = {context.stage.side(id) for id in who.ids if context.stage.person(id)}
        goals = {context.stage.state_of(context.code(place)) for place in parts.places}
        if home and goals <= home and None not in goals:
            return None  # the way home
    sighting.add(who, Part.VISITOR)
    for prep, group in parts.groups:
        if prep in ("dest", "to") and context.states(group):
            sighting.add(group, Part.HOST)
    context.fill(sighting, scene, parts, who)
    sighting.place = sighting.place or parts.venue
    context.hosts(sighting, parts)
    sighting.maiden = maiden(scene, hit.start)
    sighting.visit_type = VisitType.UNSPECIFIED
    return sighting


def _speak(context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
    text, right = context.text(hit), scene.after(hit.end, 140)
    phone = compiled(
        r"[^.;]{0,130}?\b(?:phone|telephone|telephonically|video|videoconference|teleconference|secure line)\b"
    ).match(right)
    bare = not text.endswith(("with", "to"))
    start = hit.end
    if bare:
        gap = compiled(
            r"\s+(?:\w+ly\s+|separately\s+|again\s+|[<D>]+\s+|by (?:tele)?phone\s+|on the (?:tele)?phone\s+|"
            r"over the (?:tele)?phone\s+|via \w+\s+|earlier\s+){0,4}(?:with|to)\s"
        ).match(right)
        if gap:
            start += gap.end()
        elif not compiled(r"\s+(?:by|over|on|via) (?:the\s+)?(?:(?:tele)?phone|video)").match(right):
            return _speak_at(context, scene, index, hit, word, stops)
    if compiled(r"\s*(?:the\s+)?(?:reporters|journalists|media|press|newsmen|newspaper|local|a news|state)\b").match(
        scene.after(start, 30)
    ):
        return None
    begun = _begin(context, scene, index, hit, word, Kind.CALL)
    if begun is None or begun[1] is None:
        return None
    sighting, who = begun
    sighting.add(who)
    if bare and start == hit.end:  # "A and B spoke by phone"
        sighting.mode = MeetingMode.PHONE
        context.fill(sighting, scene, follow(context.stage, scene, hit.end, "", stops))
        return sighting if len(sighting.participants) > 1 else None
    parts = follow(context.stage, scene, start, "obj", stops)
    objects = [group for prep, group in parts.groups if prep == "obj"]
    named = [
        g
        for g in objects
        if context.persons(g) and not all(h.rule in ("first person", "second person", "pronoun") for h in g.heads)
    ]
    if named or (objects and phone):
        talk = text.startswith("talk")
        if (text.endswith("to") or talk) and not phone and sighting.status is not Status.HELD:
            return None
        for group in objects:
            sighting.add(group)
        if not phone:
            sighting.confidence = Confidence.POSSIBLE
            if talk or word.form in ("third", "ing"):
                return None
            if word.form == "base" and sighting.status is not Status.SCHEDULED:
                return None
        sighting.mode = (
            MeetingMode.VIDEO
            if phone and "video" in phone[0]
            else MeetingMode.PHONE
            if phone
            else MeetingMode.UNSPECIFIED
        )
        if len(sighting.participants) < 2:
            return None
    elif (
        parts.people
        and not objects
        and sighting.status in (Status.SCHEDULED, Status.HELD)
        and text in ("speak with", "spoke with", "spoken with")
    ):
        sighting.kind = Kind.CONSULTATION
        sighting.add([head for _, head in parts.asides])
    else:
        return None
    if not phone and compiled(r"\b(?:visit|travel to|go to|fly to)\b[^.;]{0,120}\bto\s+\Z").search(
        scene.before(hit.start, 160)
    ):
        sighting.kind = Kind.BILATERAL  # who travels "to speak with" someone does not telephone
    context.fill(sighting, scene, parts, who)
    date = compiled(r"\s+[<D>]+").match(right) if bare else None
    if date and parts.date is None:
        at = hit.end + date.end() - 1
        sighting.date = next((m for m in scene.dates if m.start <= at < m.end), sighting.date)
    return sighting


def _speak_at(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]
) -> Sighting | None:
    """A session of "will speak at a panel", where no name of a gathering follows that makes a record of its own."""
    right = scene.after(hit.end, 60)
    if not compiled(
        r"\s+(?:at|before)\s[^.;]{0,20}\b(?:panel|forum|conference|session|event|seminar|symposium)\b"
    ).match(right):
        return None
    begun = _begin(context, scene, index, hit, word, Kind.SESSION)
    if begun is None or begun[1] is None or not context.persons(begun[1]):
        return None
    sighting, who = begun
    if sighting.status is not Status.SCHEDULED or any(0 <= e.start - hit.end < 12 for e in scene.events):
        return None
    sighting.rule = "verb_speak_at"
    sighting.add(who, Part.SPEAKER)
    context.fill(sighting, scene, follow(context.stage, scene, hit.end, "", stops))
    return sighting


def _phone(context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
    begun = _begin(context, scene, index, hit, word, Kind.CALL)
    if begun is None or begun[1] is None:
        return None
    sighting, who = begun
    parts = follow(context.stage, scene, hit.end, "obj", stops)
    sighting.add(who)
    for prep, group in parts.groups:
        if prep == "obj":
            sighting.add(group, Part.ADDRESSEE)
    sighting.mode = MeetingMode.PHONE
    context.fill(sighting, scene, parts, who)
    return sighting if len(sighting.participants) > 1 else None


def _receive(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]
) -> Sighting | None:
    begun = _begin(context, scene, index, hit, word, Kind.BILATERAL)
    if begun is None or begun[1] is None:
        return None
    sighting, who = begun
    text = context.text(hit)
    assert who is not None
    if word.form in ("past", "participle") and passive(scene.before(hit.start, 40)):
        right = compiled(r"[^.;]{0,40}?\bby\s+").match(scene.after(hit.end, 60))
        if not right or not context.persons(who):
            return None
        parts = follow(context.stage, scene, hit.end + right.end(), "by", stops)
        hosts = [group for prep, group in parts.groups if prep == "by" and context.persons(group)]
        if not hosts:
            return None
        sighting.add(who, Part.VISITOR)
        sighting.add(hosts[0], Part.HOST)
    else:
        # "received at the palace on Sunday the British ambassador"
        adjuncts = compiled(
            r"(?:\s+(?:here|today|separately)|\s+(?:at|in|on)\s+(?:the\s+|his\s+|her\s+)?[<C><P><D><A>]+(?:\s+[<C><P><D><A>]+)*)+"
        ).match(scene.after(hit.end, 160))
        start = hit.end + adjuncts.end() if adjuncts else hit.end
        parts = follow(context.stage, scene, start, "obj", stops)
        if adjuncts:
            beside = follow(context.stage, scene, hit.end, "", stops)
            parts.date, parts.places, parts.venue = (
                parts.date or beside.date,
                parts.places or beside.places,
                parts.venue or beside.venue,
            )
        guests = [group for prep, group in parts.groups if prep == "obj" and context.persons(group)]
        if not guests or guests[0].start - start > 90:
            return None
        if all(head.rule in ("first person", "second person", "pronoun") for head in guests[0].heads):
            return None
        if not (context.persons(who) or context.states(who)):
            return None
        if text.startswith(("welcom", "greet")) and not (parts.places or parts.here):
            return None
        sighting.add(who, Part.HOST)
        sighting.add(guests[0], Part.VISITOR)
    context.fill(sighting, scene, parts, who)
    if text.startswith(("host", "welcom", "greet")):
        sighting.confidence = Confidence.POSSIBLE
    return sighting if len(sighting.participants) > 1 else None


def _call_on(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]
) -> Sighting | None:
    parts = follow(context.stage, scene, hit.end, "obj", stops)
    objects = [group for prep, group in parts.groups if prep == "obj"]
    guest = compiled(r"\s+the\s+visiting\s+(?:dignitary|leader|guest|president|premier|minister|delegation)\b").match(
        scene.after(hit.end, 60)
    )
    if not objects and guest and context.travellers:
        objects = [Group([Head(hit.end + 1, hit.end + guest.end(), context.travellers, "collective")])]
    if not objects or not all(map(context.stage.person, objects[0].ids)):
        return None
    if context.text(hit).startswith("call"):
        urge = compiled(r"[^.;]{0,60}?\bto\s+([a-z]+)").match(scene.after(objects[0].end, 80))
        if urge and urge[1] not in (
            "discuss",
            "exchange",
            "convey",
            "brief",
            "express",
            "congratulate",
            "bid",
            "say",
            "pay",
            "review",
            "the",
        ):
            return None
    begun = _begin(context, scene, index, hit, word, Kind.COURTESY)
    if begun is None or begun[1] is None:
        return None
    sighting, who = begun
    sighting.add(who, Part.VISITOR)
    sighting.add(objects[0], Part.HOST)
    context.fill(sighting, scene, parts, who)
    return sighting if len(sighting.participants) > 1 else None


def _present(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]
) -> Sighting | None:
    """Credentials, presented to a head of state."""
    begun = _begin(context, scene, index, hit, word, Kind.COURTESY)
    if begun is None or begun[1] is None:
        return None
    sighting, who = begun
    parts = follow(context.stage, scene, hit.end, "obj", stops)
    sighting.add(who, Part.VISITOR)
    for prep, group in parts.groups:
        if prep == "obj":
            sighting.add(group, Part.HOST)
    context.fill(sighting, scene, parts, who)
    return sighting if len(sighting.participants) > 1 else None


def _sign(context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
    begun = _begin(context, scene, index, hit, word, Kind.SIGNING)
    if begun is None:
        return None
    sighting, who = begun
    folded, right = context.document.folded, scene.after(hit.end, 160)
    suffers = word.form in ("past", "participle") and passive(scene.before(hit.start, 40))
    reduced = (
        not suffers
        and word.form in ("past", "participle")
        and bool(compiled(r"\s+(?:by|in|on|at|between|last|earlier|here|[<D>])").match(right))
    )
    reach = 220 if suffers else 60
    before = folded[max(scene.start, hit.start - reach) : hit.start]
    after = folded[hit.end : min(hit.end + 160, scene.end)]
    if not tells_of_instrument(before if suffers or reduced else after) or compiled(r"\s*into law").match(right):
        return None
    if compiled(
        r"\b(?:presidential memorand|executive order|bill|legislation|decree|ordinance|proclamation|into law|petition)"
    ).search(before[-60:] if suffers or reduced else after[:60]):
        return None  # what one signs alone
    parts = follow(context.stage, scene, hit.end, "" if suffers or reduced else "obj", stops)
    sighting.definite = bool(compiled(r"\s+this\b").match(right))
    if suffers or reduced:
        sighting.definite = sighting.again = bool(
            compiled(r"\b(?:the|this)\s+(?:[^\s,.;]+\s+){1,8}(?:was|were|is|been)\s+(?:\w+ly\s+)?\Z").search(
                scene.before(hit.start, 90)
            )
        )
        by = [group for prep, group in parts.groups if prep in ("by", "between")]
        for group in by:
            sighting.add(group, Part.SIGNATORY)
        if not by:
            if not (parts.date or parts.places):
                return None
            sides = [g for g in scene.groups if g.end <= hit.start and g.lead in ("between", "among", "with")]
            for group in sides:
                sighting.add(group, Part.SIGNATORY)
            sighting.definite = sighting.definite or not sides
    else:
        if who is None:
            return None
        sighting.add(who, Part.SIGNATORY)
        for group in scene.groups:
            if hit.end <= group.start < hit.end + 200 and group.lead in ("with", "between"):
                sighting.add(group, Part.SIGNATORY)
        parts.date = parts.date or later_date(scene, hit.end, stops)
    parts.venue = (
        parts.venue if parts.venue and not tells_of_instrument(folded[parts.venue.start : parts.venue.end]) else None
    )
    context.fill(sighting, scene, parts, who)
    if len(sighting.participants) == 1 and not (sighting.date or sighting.place or sighting.definite):
        return None
    return sighting


_READERS: dict[str, Callable[[Context, Scene, int, Hit, Word, frozenset[int]], Sighting | None]] = {
    "meet": _meet,
    "discuss": _discuss,
    "consult": _consult,
    "visit": _visit,
    "travel": _visit,
    "speak": _speak,
    "phone": _phone,
    "receive": _receive,
    "call_on": _call_on,
    "present": _present,
    "sign": _sign,
}
