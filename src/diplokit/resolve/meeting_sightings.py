"""From a word that tells of a meeting to a sighting: one mention of one meeting, with what its sentence says of it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from attrs import define, field

from diplokit import Hit, Mention, Span
from diplokit.vocabulary import Confidence, MeetingKind, MeetingMode, MeetingStatus, Participation, VisitType

from .meeting_phrases import Parts, follow, subject
from .meeting_sentences import ASIDE, CAPITAL, DATE, EVENT, HEAD, PLACE, TITLE, Group, Scene, Stage, _tokens
from .meeting_status import of_noun, of_verb
from .meeting_words import Word, bag, support

Kind, Status, Part = MeetingKind, MeetingStatus, Participation


@define(eq=False)
class Sighting:
    """One mention of a meeting.

    Attributes:
        definite: Whether it refers back ("the meeting", "his visit"), so that it alone makes no record.
        sure: Whether its words say the status outright.
        sentence: The number of its sentence.
    """

    kind: MeetingKind
    trigger: Span
    status: MeetingStatus
    sentence: int
    rule: str
    participants: list[tuple[str, Participation, Span]] = field(factory=list)
    place: Span | None = None
    code: str | None = None
    date: Mention[Any] | None = None
    event: Mention[Any] | None = None
    occasion: Span | None = None
    topics: list[Span] = field(factory=list)
    visit_type: VisitType | None = None
    maiden: Span | None = None
    mode: MeetingMode = MeetingMode.UNSPECIFIED
    definite: bool = False
    sure: bool = True
    plural: bool = False
    confidence: Confidence = Confidence.LIKELY

    @property
    def ids(self) -> set[str]:
        """The participants."""
        return {id for id, _, _ in self.participants}

    def add(self, stage: Stage, group: Group | None, part: Participation) -> None:
        """Take in a group."""
        if group is None:
            return
        for head in group.heads:
            for id in head.ids:
                if id not in self.ids:
                    self.participants.append((id, part, Span(head.start, head.end)))


_VERB_BEFORE = r"\b(?:to|will|would|shall|may|might|can|could|should|must|and|or|not|also|then|who|which|they|he|she|i|we|you|did|does|do)\s+(?:\w+ly\s+)?\Z"
_ARTICLE = r"\b(?:a|an|the|this|that|these|those|any|no|each|every|his|her|its|their|our|my|your|first|second|third|fourth|fifth|last|next|latest|previous|recent)\b"
_NOUN_BEFORE = (
    r"(?:\b(?:a|an|the|this|that|each|every|any|no|first|second|third|fourth|fifth|last|next|our|his|her|their|its|my|your|bilateral|trilateral|"
    r"official|state|working|private|brief|short|recent|upcoming|historic|annual|regular|special|emergency|on|during|inaugural|informal|virtual|"
    r"high-level|closed-door|joint|cordial|courtesy|maiden|landmark|two-day|three-day|four-day|five-day|one-day|six-day|week-long|day-long|planned|"
    r"proposed|possible|rare|separate|previous|earlier|later|scheduled|and|annual|formal|face-to-face|of|goodwill|return|foreign|\w+-hour|\w+-minute|\w+-week|[a-z]*-day)|'s|s'|[\ue003\ue004\ue005\ue006])\s+\Z"
)


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Reader:
    """Reads the sentences of a document, one trigger after the other."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.document = stage.document
        self.dateline: Span | None = _dateline(stage)

    def read(self, index: int, hits: list[Hit], events: list[Mention[Any]]) -> Iterator[Sighting]:
        """The sightings of one sentence, in order."""
        scene = self.stage.scene(index)
        covered = [event.span for event in events]
        free = [h for h in hits if not any(c.start < h.end and h.start < c.end for c in covered)]
        verbs = frozenset(h.start for h in free if self._word(scene, h).form not in ("noun",))
        items: list[tuple[int, Any]] = [(h.start, h) for h in free] + [(e.start, e) for e in events]
        for _, item in sorted(items, key=lambda pair: pair[0]):
            sighting = self._event(scene, index, item) if isinstance(item, Mention) else self._trigger(scene, index, item, verbs)
            if sighting is not None:
                yield sighting

    def _word(self, scene: Scene, hit: Hit) -> Word:
        """What a hit is here, of what it can be."""
        words: tuple[Word, ...] = hit.meaning  # type: ignore[assignment]
        nouns = [word for word in words if word.form == "noun"]
        verbs = [word for word in words if word.form != "noun"]
        if not nouns:
            return verbs[0]
        if not verbs:
            return nouns[0]
        left, right = scene.before(hit.start, 40), scene.after(hit.end, 30)
        if verbs[0].form == "ing":  # "meeting", "signing"
            if _re(_NOUN_BEFORE).search(left):
                return nouns[0]
            if _re(rf"\s+(?:(?:his|her|its|their|the|a|an|with)\s+)?[{HEAD}{TITLE}{ASIDE}{CAPITAL}]").match(right) and not right.startswith((" of", " with")):
                return verbs[0]
            if _re(r"\b(?:is|are|was|were|be|been|after|before|since|by|and)\s+(?:\w+ly\s+)?\Z").search(left):
                return verbs[0]
            return nouns[0]
        if _re(_NOUN_BEFORE).search(left) and not _re(r"\b(?:to|and)\s+\Z").search(left):
            return nouns[0]
        if _re(_VERB_BEFORE).search(left) or _re(rf"[{HEAD}{TITLE}]\s*,?\s*(?:\w+ly\s+)?\Z").search(left):
            return verbs[0]
        if _re(r"\s+(?:to|by|of|was|is|will|from|comes|came)\b").match(right):
            return nouns[0]
        return verbs[0] if verbs[0].form != "base" else nouns[0]

    def _trigger(self, scene: Scene, index: int, hit: Hit, verbs: frozenset[int]) -> Sighting | None:
        word = self._word(scene, hit)
        stops = frozenset(at for at in verbs if at > hit.start)
        if word.form == "noun":
            return self._noun(scene, index, hit, word, stops)
        return getattr(self, f"_{word.sense}")(scene, index, hit, word, stops)  # type: ignore[no-any-return]

    # Verbs

    def _start(self, scene: Scene, index: int, hit: Hit, word: Word, kind: Kind) -> tuple[Sighting, Group | None] | None:
        """The subject of a verb and the status that its form gives, or nothing where it tells of no meeting."""
        who = subject(scene, hit.start, verb=True)
        left = scene.between(who.end, hit.start) if who else scene.before(hit.start, 120)
        if _re(r"\b(?:regularly|annually|routinely|often|usually|periodically|frequently|sometimes|always)\s*\Z").search(left):
            return None
        if _re(r"\s*(?:\w+ )?(?:regularly|annually|routinely|periodically|frequently|every (?:year|month|week|two|six)|once a|twice a|each year)\b").match(
            scene.after(hit.end, 50)
        ):
            return None
        if who and _re(r"\b(?:if|whether|unless)\s+(?:the\s+)?\Z").search(scene.before(who.start, 20)):
            return None
        form = word.form
        if form == "past" and self._passive(left):
            form = "participle"
        status = of_verb(form, left)
        if status is None and form == "base":
            status = self._inherited(scene, hit, left)
        if status is None:
            return None
        rule = f"verb_{word.sense}"
        return Sighting(kind, Span(hit.start, hit.end), status, index, rule), who

    def _inherited(self, scene: Scene, hit: Hit, left: str) -> Status | None:
        """The status of an infinitive without a modal verb of its own: that of what governs it."""
        whole = scene.before(hit.start, 400)
        if _re(r"\b(?:should|must|can|cannot|ought|if|whether|unless|able|opportunity|how|need|needs|have|has)(?: to)?\s+(?:\w+ly\s+)?\Z").search(left[-30:]):
            return None
        if not _re(r"\b(?:to|and|,|also|then)\s*(?:\w+ly\s+)?\Z").search(whole):
            return None
        if _re(r"\b(?:will|shall|scheduled|due|expected|set|plans?|planned|to be)\b").search(whole):
            return Status.SCHEDULED
        if _re(r"\b(?:is|are|am)\s+(?:currently\s+)?(?:on|in|here|visiting)\b").search(whole):
            return Status.ONGOING
        if _re(r"\b(?:travelled|traveled|flew|arrived|visited|went|came|left|returned|journeyed|convened|gathered)\b").search(whole):
            return Status.HELD
        if _re(r"\b(?:arrives|arriving|travels|flies|leaves|heads)\b").search(whole):
            return Status.SCHEDULED
        return None

    def _passive(self, left: str) -> bool:
        return bool(_re(r"\b(?:was|were|is|are|be|been|being)\s+(?:\w+ly\s+|also\s+)*\Z").search(left[-40:]))

    def _fill(self, sighting: Sighting, scene: Scene, parts: Parts) -> None:
        """What follows the trigger: date, place, occasion, topics."""
        sighting.date = sighting.date or parts.date or _leading_date(scene, sighting.trigger)
        sighting.occasion = parts.occasion
        sighting.event = parts.event if parts.occasion is None else None
        if parts.topic:
            sighting.topics.append(parts.topic)
        if parts.places:
            sighting.place = parts.places[0]
        elif parts.here and self.dateline:
            sighting.place = self.dateline
        elif parts.venue is not None and sighting.kind not in (Kind.VISIT,):
            sighting.place = parts.venue
        if sighting.place is None and sighting.kind is not Kind.VISIT:
            sighting.place = _leading_place(self.stage, scene, sighting.trigger)
        sighting.code = self._code(scene, sighting.place)

    def _code(self, scene: Scene, place: Span | None) -> str | None:
        if place is None:
            return None
        found = self.stage.mentions("place", place)
        return found[0].value.code if found else None

    def _meet(self, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
        first = _re(r"\s+(?:with\s+)?(?:(?:the|its|their|his|her|our|all|these|those|such|any|this|a|an)\s+)*(\w[\w-]*)(?:\s+(\w+))?").match(scene.after(hit.end, 60))
        unmet = bag("unmet")
        if first and (first[1] in unmet or (first[2] or "") in unmet) and first[1] not in bag("people"):
            return None
        begun = self._start(scene, index, hit, word, Kind.BILATERAL)
        if begun is None:
            return None
        sighting, who = begun
        if word.form == "third" and who is None:
            return None
        parts = follow(self.stage, scene, hit.end, "obj", stops)
        objects = [group for prep, group in parts.groups if prep in ("obj", "with")]
        sighting.add(self.stage, who, Part.PARTICIPANT)
        alone = len(sighting.participants)
        for group in objects:
            sighting.add(self.stage, group, Part.PARTICIPANT)
        if not objects:
            for prep, head in parts.asides:
                if prep in ("obj", "with") and parts.people:
                    sighting.add(self.stage, Group([head]), Part.PARTICIPANT)
        if len(sighting.participants) == alone:  # nobody named that was met
            plural = alone >= 2 or (who is not None and len(who.heads) > 1) or _collective(scene, who, hit.start)
            if parts.people:
                sighting.kind = Kind.CONSULTATION
            elif not (plural and (parts.places or parts.date or parts.here or parts.occasion or parts.topic or word.form == "past")):
                return None
        self._fill(sighting, scene, parts)
        sighting.kind = self._meeting_kind(sighting)
        return sighting

    def _meeting_kind(self, sighting: Sighting) -> Kind:
        if sighting.kind is not Kind.BILATERAL:
            return sighting.kind
        sides = {self.stage.side(id) or id for id in sighting.ids}
        return Kind.PLURILATERAL if len(sides) >= 3 and len(sighting.ids) >= 4 else Kind.BILATERAL

    def _consult(self, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
        begun = self._start(scene, index, hit, word, Kind.CONSULTATION)
        if begun is None or begun[1] is None:
            return None
        sighting, who = begun
        parts = follow(self.stage, scene, hit.end, "with", stops)
        objects = [group for prep, group in parts.groups if prep == "with"]
        if not objects:
            return None
        sighting.add(self.stage, who, Part.PARTICIPANT)
        for group in objects:
            sighting.add(self.stage, group, Part.PARTICIPANT)
        self._fill(sighting, scene, parts)
        return sighting

    def _visit(self, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
        begun = self._start(scene, index, hit, word, Kind.VISIT)
        if begun is None:
            return None
        sighting, who = begun
        if who is None and word.form in ("past", "third", "ing"):
            return None
        if who and not any(self.stage.person(id) or self.stage.state(id) for id in who.ids):
            return None
        text = self.document.folded[hit.start : hit.end]
        if who and not any(self.stage.person(id) for id in who.ids) and not _re(r"delegation|mission|team|minister|president").search(
            scene.before(hit.start, 80)
        ) and not any(head.rule == "pronoun" for head in who.heads):
            return None
        parts = follow(self.stage, scene, hit.end, "dest", stops)
        if text.startswith("arriv") and text.endswith(("arrive", "arrives", "arrived", "arriving")) and not parts.here:
            if not parts.places:
                return None
        if parts.here and not parts.places and self.dateline:
            parts.places.append(self.dateline)
        hosts = [group for prep, group in parts.groups if prep in ("dest", "to")]
        if not parts.places and parts.venue is None:
            return None
        sighting.add(self.stage, who, Part.VISITOR)
        self._fill(sighting, scene, parts)
        if sighting.place is None:
            sighting.place = parts.venue
        for group in hosts:
            if all(self.stage.state(id) for id in group.ids):
                sighting.add(self.stage, group, Part.HOST)
        self._hosts(sighting, scene, parts)
        if not sighting.participants:
            return None
        sighting.maiden = _maiden(scene, hit)
        sighting.visit_type = VisitType.UNSPECIFIED
        return sighting

    _travel = _visit

    def _delegate(self, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
        return self._visit(scene, index, hit, word, stops)

    def _hosts(self, sighting: Sighting, scene: Scene, parts: Parts) -> None:
        """The states in which the places of a visit lie."""
        visitors = {self.stage.side(id) for id, part, _ in sighting.participants if part is Part.VISITOR}
        for place in parts.places:
            code = self._code(scene, place)
            host = self.stage.state_of(code)
            if host and host not in sighting.ids and (host not in visitors or len(parts.places) == 1):
                sighting.participants.append((host, Part.HOST, place))
        if sighting.code is None and parts.places:
            sighting.code = self._code(scene, parts.places[0])

    def _speak(self, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
        text = self.document.folded[hit.start : hit.end]
        right = scene.after(hit.end, 140)
        phone = _re(r"\b(?:phone|telephone|telephonically|video|videoconference|teleconference|secure line)\b").search(right)
        bare = not text.endswith(("with", "to"))
        if bare:
            gap = _re(rf"\s+(?:\w+ly\s+|separately\s+|again\s+|[{DATE}]+\s+|by (?:tele)?phone\s+|on the (?:tele)?phone\s+|over the (?:tele)?phone\s+|via \w+\s+|earlier\s+){{0,4}}(?:with|to)\s").match(right)
            panel = _re(r"\s+(?:at|before)\s").match(right)
            if not gap:
                if panel and _re(r"[^.;]{0,20}\b(?:panel|forum|conference|summit|session|event|dialogue|seminar|symposium)\b").match(right[4:]):
                    return self._panel(scene, index, hit, word, stops)
                return None
            start = hit.end + gap.end()
        else:
            start = hit.end
        begun = self._start(scene, index, hit, word, Kind.CALL)
        if begun is None:
            return None
        sighting, who = begun
        parts = follow(self.stage, scene, start, "obj", stops)
        objects = [group for prep, group in parts.groups if prep == "obj"]
        people = [g for g in objects if any(self.stage.person(id) for id in g.ids)]
        if _re(r"\s*(?:the\s+)?(?:reporters|journalists|media|press|newsmen|newspaper|local|a news)\b").match(scene.after(start, 30)):
            return None
        sighting.add(self.stage, who, Part.PARTICIPANT)
        if people or (objects and phone):
            if text.endswith("to") and not phone and not people:
                return None
            for group in objects:
                sighting.add(self.stage, group, Part.PARTICIPANT)
            if not phone:
                sighting.confidence = Confidence.POSSIBLE
                if word.form in ("base", "third", "ing") and sighting.status is not Status.SCHEDULED:
                    return None
            sighting.mode = MeetingMode.VIDEO if phone and "video" in phone[0] else MeetingMode.PHONE if phone else MeetingMode.UNSPECIFIED
            if len(sighting.participants) < 2 and who is not None:
                return None
        elif text.startswith(("speak", "spoke")) and parts.people and not objects and sighting.status in (Status.SCHEDULED, Status.HELD) and text.endswith("with"):
            sighting.kind = Kind.CONSULTATION
            for prep, head in parts.asides:
                sighting.add(self.stage, Group([head]), Part.PARTICIPANT)
        else:
            return None
        if not sighting.participants:
            return None
        date = _re(rf"\s+[{DATE}]+").match(right) if bare else None
        self._fill(sighting, scene, parts)
        if date and parts.date is None:
            at = hit.end + date.end() - 1
            sighting.date = next((m for m in scene.dates if m.start <= at < m.end), sighting.date)
        return sighting

    def _panel(self, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
        begun = self._start(scene, index, hit, word, Kind.SESSION)
        if begun is None or begun[1] is None:
            return None
        sighting, who = begun
        if not any(self.stage.person(id) for id in who.ids) or sighting.status is not Status.SCHEDULED:  # type: ignore[union-attr]
            return None
        sighting.add(self.stage, who, Part.SPEAKER)
        if scene.events and any(e.start - hit.end < 12 for e in scene.events if e.start >= hit.end):
            return None
        sighting.rule = "verb_speak_at"
        parts = follow(self.stage, scene, hit.end, "", stops)
        self._fill(sighting, scene, parts)
        return sighting

    def _phone(self, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
        begun = self._start(scene, index, hit, word, Kind.CALL)
        if begun is None or begun[1] is None:
            return None
        sighting, who = begun
        parts = follow(self.stage, scene, hit.end, "obj", stops)
        objects = [group for prep, group in parts.groups if prep == "obj"]
        if not objects:
            return None
        sighting.add(self.stage, who, Part.PARTICIPANT)
        for group in objects:
            sighting.add(self.stage, group, Part.ADDRESSEE)
        sighting.mode = MeetingMode.PHONE
        self._fill(sighting, scene, parts)
        return sighting if len(sighting.participants) > 1 else None

    def _receive(self, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
        begun = self._start(scene, index, hit, word, Kind.BILATERAL)
        if begun is None:
            return None
        sighting, who = begun
        passive = word.form in ("past", "participle") and _re(r"\b(?:was|were|been|be|being)\s+(?:\w+ly\s+)?\Z").search(scene.before(hit.start, 30))
        text = self.document.folded[hit.start : hit.end]
        if passive:
            right = _re(r"[^.;]{0,40}?\bby\s+").match(scene.after(hit.end, 60))
            if not right:
                return None
            parts = follow(self.stage, scene, hit.end + right.end(), "by", stops)
            hosts = [group for prep, group in parts.groups if prep == "by" and any(map(self.stage.person, group.ids))]
            if not hosts or who is None or not any(map(self.stage.person, who.ids)):
                return None
            sighting.add(self.stage, who, Part.VISITOR)
            sighting.add(self.stage, hosts[0], Part.HOST)
        else:
            parts = follow(self.stage, scene, hit.end, "obj", stops)
            near = [group for prep, group in parts.groups if prep == "obj"]
            guests = [group for group in near if any(map(self.stage.person, group.ids))]
            if not guests or who is None or guests[0].start - hit.end > 90:
                return None
            if not any(self.stage.person(id) or self.stage.state(id) for id in who.ids):
                return None
            if text.startswith(("welcom", "greet")) and not parts.places and not parts.here:
                return None
            sighting.add(self.stage, who, Part.HOST)
            sighting.add(self.stage, guests[0], Part.VISITOR)
        self._fill(sighting, scene, parts)
        if text.startswith(("host", "welcom")):
            sighting.confidence = Confidence.POSSIBLE
        return sighting if len(sighting.participants) > 1 else None

    def _call_on(self, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
        text = self.document.folded[hit.start : hit.end]
        parts = follow(self.stage, scene, hit.end, "obj", stops)
        objects = [group for prep, group in parts.groups if prep == "obj"]
        if not objects or not all(map(self.stage.person, objects[0].ids)):
            return None
        if text.startswith("call") and _re(r"[^.;]{0,40}?\bto\s+[a-z]").match(scene.after(objects[0].end, 60)) and not _re(
            r"[^.;]{0,40}?\bto\s+(?:discuss|exchange|convey|brief|express|congratulate|bid|say|pay|review)"
        ).match(scene.after(objects[0].end, 70)):
            return None
        begun = self._start(scene, index, hit, word, Kind.COURTESY)
        if begun is None or begun[1] is None:
            return None
        sighting, who = begun
        sighting.add(self.stage, who, Part.VISITOR)
        sighting.add(self.stage, objects[0], Part.HOST)
        self._fill(sighting, scene, parts)
        return sighting if len(sighting.participants) > 1 else None

    def _sign(self, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
        right = scene.after(hit.end, 160)
        begun = self._start(scene, index, hit, word, Kind.SIGNING)
        if begun is None:
            return None
        sighting, who = begun
        passive = word.form in ("past", "participle") and _re(r"\b(?:was|were|been|be|being)\s+(?:\w+ly\s+)?\Z").search(scene.before(hit.start, 30))
        instrument = _instrument(scene.before(hit.start, 220) if passive else right.split(". ")[0])
        reduced = not passive and word.form in ("past", "participle") and _re(r"\s+(?:by|in|on|at|between|last|earlier|[\ue001])").match(right)
        if reduced:
            instrument = _instrument(scene.before(hit.start, 60))
        if not instrument:
            return None
        parts = follow(self.stage, scene, hit.end, "" if passive or reduced else "obj", stops)
        if passive or reduced:
            by = [group for prep, group in parts.groups if prep in ("by", "between")]
            for group in by:
                sighting.add(self.stage, group, Part.SIGNATORY)
            if not by:
                if not (parts.date or parts.places):
                    return None
                sides = [g for g in scene.groups if g.end <= hit.start and g.lead in ("between", "among", "with")]
                for group in sides:
                    sighting.add(self.stage, group, Part.SIGNATORY)
                sighting.definite = not sides
        else:
            if who is None:
                return None
            sighting.add(self.stage, who, Part.SIGNATORY)
            for group in scene.groups:
                if hit.end <= group.start < hit.end + 200 and group.lead in ("with", "between"):
                    sighting.add(self.stage, group, Part.SIGNATORY)
            if _re(r"\s*into law").match(right):
                return None
            if parts.date is None:
                parts.date = _later_date(scene, hit.end, stops)
        self._fill(sighting, scene, parts)
        if len(sighting.participants) == 1 and sighting.date is None and sighting.place is None and not sighting.definite:
            return None
        return sighting

    # Nouns

    def _noun(self, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]) -> Sighting | None:
        text = self.document.folded[hit.start : hit.end]
        left, right = scene.before(hit.start, 200), scene.after(hit.end, 200)
        if _re(r"[\s-](?:room|rooms|minutes|point|place|hall|centre|center|agenda|table|mission statement|declaration|communique|documents?|process|partners?)\b").match(right):
            return None
        if self._plain(text, word, left, right):
            return None
        sighting = Sighting(_NOUN_KINDS[word.sense], Span(hit.start, hit.end), Status.HELD, index, f"noun_{word.sense}")
        support_word, acting = self._support(scene, hit)
        owner = _owner(self.stage, scene, hit)
        article = _re(rf"({_ARTICLE})(?:[\s-]+[\w-]+){{0,4}}\s+\Z").search(scene.before(hit.start, 60))
        determiner = article[1] if article else ""
        sighting.definite = determiner in ("the", "this", "that", "these", "those") or (owner is not None) or determiner in (
            "his", "her", "their", "its", "our", "my", "your"
        )
        sighting.plural = text.endswith("s") and text not in ("talks", "discussions", "negotiations", "consultations")
        parts = follow(self.stage, scene, hit.end, "", stops)
        sighting.status, sighting.sure = of_noun(left, right)
        if support_word is not None:
            status = of_verb(support_word.form, scene.between(acting.end, support_word_at(scene, hit)) if acting else left[-100:])
            if status is not None and sighting.status in (Status.HELD, Status.ONGOING, Status.SCHEDULED):
                sighting.status, sighting.sure = status, True
        handler = self._noun_visit if word.sense == "visit" else self._noun_meeting
        done = handler(scene, hit, word, sighting, parts, owner, acting, support_word, determiner)
        if done is None:
            return None
        if done.date is None:
            done.date = _after_predicate(scene, hit)
        if done.place is None:
            place = _after_predicate_place(self.stage, scene, hit)
            if place is not None and done.kind is not Kind.VISIT:
                done.place = place
                done.code = self._code(scene, place)
        return done

    def _plain(self, text: str, word: Word, left: str, right: str) -> bool:
        """Whether a noun stands for no particular meeting."""
        if _re(r"\b(?:no|any|every|each|all|such|regular|future|more|many|frequent|further|of)\s+(?:\w+\s+)?\Z").search(left) and not _re(
            r"\b(?:series|round|sidelines|margins|conclusion|end|outcome|purpose|focus|objective|aim|part|result|start|beginning|success|host|visit|signing) of\s+(?:\w+\s+)?\Z|rounds? of\s+\Z|of the\s+\Z"
        ).search(left):
            return True
        if word.sense == "call" and text in ("call", "conversation", "conversations"):
            if text == "call":
                return not (_re(r"\b(?:a|the|his|her|their|today's|this)\s+(?:\w+\s+){0,2}\Z").search(left) and _re(r"\s+(?:with|to|from|between|by)\s").match(right))
            return not _re(rf"\s+(?:\w+\s+)?(?:with|between|that)\s|\s+[{DATE}]").match(right)
        if word.sense in ("session", "ceremony"):
            return False
        return False

    def _support(self, scene: Scene, hit: Hit) -> tuple[Word | None, Group | None]:
        """The verb that governs a noun, and who acts."""
        left = scene.before(hit.start, 120)
        at = _support_at(left)
        if at is None:
            return None, None
        start, text = at
        words = support()[text]
        word = words[0]
        passive = _re(r"\b(?:was|were|been|be|being)\s+(?:\w+ly\s+)?\Z").search(left[:start])
        if passive:
            return None, None
        offset = hit.start - len(left) + start
        if word.form == "past" and len(words) > 1 and _re(r"\b(?:has|have|had)\b").search(left[max(0, start - 20) : start]):
            word = Word(word.sense, "participle")
        return word, subject(scene, offset, verb=True)

    def _noun_visit(
        self, scene: Scene, hit: Hit, word: Word, sighting: Sighting, parts: Parts, owner: Group | None,
        acting: Group | None, support_word: Word | None, determiner: str,
    ) -> Sighting | None:
        text = self.document.folded[hit.start : hit.end]
        visitor = owner
        for prep, group in parts.groups:
            if prep in ("by", "of", "from") and any(self.stage.person(id) for id in group.ids) and visitor is None:
                visitor = group
        if visitor is None and determiner not in ("this", "that"):
            visitor = acting or (subject(scene, hit.start, verb=False) if not sighting.definite or determiner in ("his", "her", "their") else None)
        if visitor is not None and not any(self.stage.person(id) for id in visitor.ids):
            if owner is None and not _re(r"delegation|minister|president|leader").search(scene.before(hit.start, 80)):
                visitor = None
        if text in ("tour", "stopover", "pilgrimage") and not parts.places:
            return None
        if parts.here and not parts.places and self.dateline:
            parts.places.append(self.dateline)
        sighting.add(self.stage, visitor, Part.VISITOR)
        for prep, group in parts.groups:
            if prep in ("to", "dest") and all(map(self.stage.state, group.ids)):
                sighting.add(self.stage, group, Part.HOST)
        self._fill(sighting, scene, parts)
        if sighting.place is None and parts.venue is not None and _re(r"\s+to\s").match(scene.after(hit.end, 6)):
            sighting.place = parts.venue
        self._hosts(sighting, scene, parts)
        sighting.visit_type = _visit_type(scene, hit)
        sighting.maiden = _maiden(scene, hit)
        if not sighting.participants and not sighting.definite:
            return None
        if not sighting.definite and not (sighting.place or sighting.date or parts.here):
            sighting.definite = True
        return sighting

    def _noun_meeting(
        self, scene: Scene, hit: Hit, word: Word, sighting: Sighting, parts: Parts, owner: Group | None,
        acting: Group | None, support_word: Word | None, determiner: str,
    ) -> Sighting | None:
        text = self.document.folded[hit.start : hit.end]
        kind = sighting.kind
        others = [group for prep, group in parts.groups if prep in ("with", "between", "among", "of", "by", "from") or (prep == "to" and kind is Kind.CALL)]
        hosted = [group for prep, group in parts.groups if prep == "by"]
        between = any(prep in ("between", "among") for prep, _ in parts.groups)
        part = Part.PARTICIPANT
        if support_word is not None:
            part = _PARTS.get(support_word.sense, Part.PARTICIPANT)
        elif kind in (Kind.SESSION, Kind.CEREMONY, Kind.SUMMIT, Kind.MINISTERIAL) and not others and not (parts.date or parts.places or sighting.definite):
            return None
        if kind is Kind.SIGNING:
            if not _instrument(scene.after(hit.end, 160)) and text != "signing ceremony":
                return None
            part = Part.SIGNATORY if support_word is None or support_word.sense == "hold" else part
        if not between:
            who = owner or acting
            if who is None and (others or parts.people) and kind in (Kind.BILATERAL, Kind.CONSULTATION, Kind.CALL, Kind.COURTESY):
                who = subject(scene, hit.start, verb=False)
            elif who is None and determiner in ("his", "her", "their"):
                who = subject(scene, hit.start, verb=False)
            sighting.add(self.stage, who, part)
        for group in others:
            sighting.add(self.stage, group, Part.HOST if group in hosted else Part.PARTICIPANT)
        if not others:
            for prep, head in parts.asides:
                if prep in ("with", "between", "of") and parts.people:
                    sighting.add(self.stage, Group([head]), Part.PARTICIPANT)
        for head in scene.aside_at(hit.start - 60 if hit.start - 60 > scene.span.start else scene.span.start, hit.start):
            if _re(rf"(?:[{ASIDE}\s-]|and|bilateral|{CAPITAL})*\Z").match(scene.between(head.end, hit.start)) and head.rule == "demonym":
                sighting.add(self.stage, Group([head]), Part.PARTICIPANT)
        self._fill(sighting, scene, parts)
        if kind is Kind.CALL:
            sighting.mode = MeetingMode.VIDEO if "video" in text else MeetingMode.PHONE if "phone" in text else MeetingMode.UNSPECIFIED
        if _re(r"\b(?:virtual|online|videoconference)\s+(?:\w+\s+)?\Z").search(scene.before(hit.start, 40)):
            sighting.mode = MeetingMode.VIDEO
        if kind is Kind.BILATERAL:
            if _re(r"\btrilateral\s+\Z").search(scene.before(hit.start, 20)) or text == "trilateral":
                sighting.kind = Kind.PLURILATERAL
            elif _re(r"\bministerial\s+\Z").search(scene.before(hit.start, 20)):
                sighting.kind = Kind.MINISTERIAL
            elif _re(r"\b(?:annual|plenary|cabinet|council|board|committee|general|commission|party|assembly)\s+\Z").search(scene.before(hit.start, 20)):
                sighting.kind = Kind.SESSION
            elif parts.people and not others and not sighting.plural:
                sighting.kind = Kind.CONSULTATION
            else:
                sighting.kind = self._meeting_kind(sighting)
        if text in ("talks", "discussions", "negotiations", "dialogue", "consultations", "consultation") and not sighting.definite:
            if len(sighting.participants) < 2 and not (parts.date or parts.places or parts.people):
                return None
        if sighting.kind in (Kind.BILATERAL, Kind.CONSULTATION, Kind.CALL, Kind.COURTESY) and not sighting.definite:
            if not others and not between and not (support_word is not None and (sighting.date or sighting.place or len(sighting.participants) > 1)) and not parts.people:
                if not (sighting.date and sighting.status is Status.SCHEDULED):
                    return None
        if not sighting.participants and not sighting.definite and not (sighting.date or sighting.place):
            return None
        return sighting

    # Names of gatherings

    def _event(self, scene: Scene, index: int, mention: Mention[Any]) -> Sighting | None:
        name = self.document.folded[mention.start : mention.end]
        after = scene.after(mention.end, 120)
        if _re(
            r"(?:'s)?[\s-]+(?:declaration|communique|agreement|agreements|agenda|plan|process|pavilion|secretariat|framework|accord|accords|partners|goals|goal|rulebook|protocol|outcome|outcomes|"
            r"decision|decisions|commitments?|resolution|member|members|membership|countries|nations|economies|presidency|chair|chairmanship|statement|pledge|pledges|delegates)\b"
        ).match(after):
            return None
        hit = Hit(mention.start, mention.end, ())
        support_word, acting = self._support(scene, hit)
        left = scene.before(mention.start, 200)
        sighting = Sighting(_event_kind(name), mention.span, Status.HELD, index, "event")
        sighting.status, sighting.sure = of_noun(left, after)
        if support_word is not None:
            status = of_verb(support_word.form, scene.between(acting.end, support_word_at(scene, hit)) if acting else left[-100:])
            if status is None and support_word.form == "base":
                status = self._inherited(scene, Hit(support_word_at(scene, hit), mention.start, ()), left)
            if status is not None:
                sighting.status, sighting.sure = status, True
            sighting.add(self.stage, acting, _PARTS.get(support_word.sense, Part.PARTICIPANT))
        else:
            via = _re(r"\b(?:at|for|in|during|to)\s+(?:the\s+)?(?:\w+\s+){0,3}\Z").search(left)
            if via and via[0].startswith("at") and not left[: via.start()].strip():
                for group in scene.groups:
                    if group.start > mention.end and group.lead == "" and _re(r"\s*,\s*").match(scene.after(mention.end, 3)):
                        sighting.add(self.stage, group, Part.PARTICIPANT)
                        break
        parts = follow(self.stage, scene, mention.end, "", frozenset())
        for prep, group in parts.groups:
            if prep in ("with", "between", "by", "among") and not (prep == "with" and support_word is None):
                sighting.add(self.stage, group, Part.HOST if prep == "by" else Part.PARTICIPANT)
        present = {self.stage.side(id) for id in sighting.ids}
        for head in scene.inside.get(mention.start, ()):
            for id in head.ids:
                if id not in present and id not in sighting.ids:
                    sighting.participants.append((id, Part.PARTICIPANT, Span(head.start, head.end)))
        sighting.event = mention
        self._fill(sighting, scene, parts)
        sighting.event = mention
        sighting.occasion = None
        if sighting.date is None:
            sighting.date = _after_predicate(scene, hit) or next((m for m in scene.dates if mention.start <= m.start and m.end <= mention.end), None)
        if sighting.place is None:
            sighting.place = _after_predicate_place(self.stage, scene, hit)
            sighting.code = self._code(scene, sighting.place)
        sighting.confidence = Confidence.LIKELY if support_word or sighting.date or sighting.place else Confidence.POSSIBLE
        return sighting


_NOUN_KINDS = {
    "meeting": Kind.BILATERAL, "summit": Kind.SUMMIT, "ministerial": Kind.MINISTERIAL, "session": Kind.SESSION,
    "consultation": Kind.CONSULTATION, "call": Kind.CALL, "visit": Kind.VISIT, "courtesy": Kind.COURTESY,
    "signing": Kind.SIGNING, "ceremony": Kind.CEREMONY,
}
_PARTS = {
    "host": Part.HOST, "convene": Part.CONVENER, "speak": Part.SPEAKER, "mediate": Part.MEDIATOR, "witness": Part.WITNESS,
}


@cache
def _support_pattern() -> re.Pattern[str]:
    words = sorted(support(), key=len, reverse=True)
    inner = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<![\w-])({inner})(?![\w-])")


def _support_at(left: str) -> tuple[int, str] | None:
    """The last verb before a noun that goes with it, if nothing but its object stands between."""
    last = None
    for found in _support_pattern().finditer(left):
        last = found
    if last is None:
        return None
    gap = left[last.end() :]
    if last[1] in ("have", "has", "had", "having") and _re(r"\s+(?:been|also|not|met|agreed|\w+ed\b)").match(gap):
        return None
    if len(gap) > 90 or _re(r"[;\"]|\b(?:that|which|who|said|when|where|after|before|because|to [a-z]+ )\b").search(gap):
        return None
    return last.start(1), last[1]


def support_word_at(scene: Scene, hit: Hit) -> int:
    """Where the verb that governs a noun begins."""
    left = scene.before(hit.start, 120)
    at = _support_at(left)
    return hit.start - len(left) + at[0] if at else hit.start


def _event_kind(name: str) -> Kind:
    if _re(r"\bsigning ceremony\b").search(name):
        return Kind.SIGNING
    if _re(r"\bminister(?:s|s'|ial)?\b|ministers['\u2019]?").search(name):
        return Kind.MINISTERIAL
    if _re(r"\bsummit\b|\bleaders'?\b|heads of (?:state|government)|\bchogm\b").search(name):
        return Kind.SUMMIT
    if _re(r"\b(?:dialogue|consultations?|talks|negotiations)\b").search(name):
        return Kind.CONSULTATION
    if _re(r"\bceremony\b").search(name):
        return Kind.CEREMONY
    return Kind.SESSION


def _owner(stage: Stage, scene: Scene, hit: Hit) -> Group | None:
    """Whose meeting or visit it is: a possessive before the noun."""
    left = scene.before(hit.start, 70)
    found = _re(rf"([{ASIDE}]+)(?:'s|')?\s+(?:[\w-]+\s+){{0,4}}\Z").search(left)
    if not found or _re(r"\b(?:to|with|in|on|at|by|for|and|during|after|before)\b").search(left[found.end(1) :]):
        return None
    start = hit.start - len(left) + found.start(1)
    head = next((h for h in scene.asides if h.start <= start < h.end), None)
    if head is None:
        return None
    if head.rule == "demonym":
        return None
    return Group([head])


def _collective(scene: Scene, who: Group | None, at: int) -> bool:
    return bool(_re(r"\b(?:leaders|ministers|sides|presidents|officials|they|two|both|negotiators|delegations|envoys|delegates|countries)\b").search(scene.before(at, 80)))


def _maiden(scene: Scene, hit: Hit) -> Span | None:
    left = scene.before(hit.start, 60)
    found = _re(r"\b(?:first|maiden|inaugural)(?:[\s-]+(?:\w+[\s-]+){0,3})\Z").search(left)
    if found is None:
        return None
    start = hit.start - len(left) + found.start()
    return Span(start, start + len(found[0].split()[0].split("-")[0]))


_TYPES = (
    (r"official working|working official", VisitType.OFFICIAL_WORKING), (r"state", VisitType.STATE), (r"official", VisitType.OFFICIAL),
    (r"working", VisitType.WORKING), (r"private", VisitType.PRIVATE), (r"informal|unofficial", VisitType.INFORMAL), (r"transit|stopover", VisitType.TRANSIT),
)


def _visit_type(scene: Scene, hit: Hit) -> VisitType:
    words = scene.before(hit.start, 40).split()[-4:]
    text = " ".join(words) + " " + scene.between(hit.start, hit.end)
    return next((kind for pattern, kind in _TYPES if _re(rf"\b(?:{pattern})\b").search(text)), VisitType.UNSPECIFIED)


def _instrument(text: str) -> bool:
    """Whether the words speak of something that is signed."""
    words = re.findall(r"[\w-]+", text[:200])
    return any(word in bag("instruments") for word in words) or any(CAPITAL in word for word in words[:4])


def _leading_date(scene: Scene, trigger: Span) -> Mention[Any] | None:
    """A date at the head of the sentence or right before the verb."""
    for mention in scene.dates:
        if mention.end <= trigger.start:
            lead = scene.between(scene.span.start, mention.start)
            if len(lead) < 30 and _re(r"[\W\d]*(?:(?:on|in|earlier|later|late|early|then|meanwhile|and|also|during|next|this)\W+)*\Z").match(lead):
                return mention
            if _re(rf"\s*,?\s*(?:\w+ly\s+)?(?:and\s+|to\s+)?\Z").match(scene.between(mention.end, trigger.start)):
                return mention
    return None


def _later_date(scene: Scene, at: int, stops: frozenset[int]) -> Mention[Any] | None:
    """A date further on in the same clause."""
    limit = min((stop for stop in stops if stop > at), default=scene.span.end)
    for mention in scene.dates:
        if at <= mention.start < min(limit, at + 300):
            gap = scene.between(at, mention.start)
            if _re(r"\b(?:which|who|that|when|where|since|by|until|after|before)\b|[;\"]").search(gap):
                return None
            return mention
    return None


_PREDICATE = (
    r"[^.;\"]{0,80}?\b(?:held|take place|took place|taking place|scheduled|convened|due|hosted|organised|organized|signed|set|slated|begin|began|open|opened|start|started|run|be)\b"
    r"(?:\s+(?:to|be|take|place|held|for|again|virtually|by|the))*\s+"
)


def _after_predicate(scene: Scene, hit: Hit) -> Mention[Any] | None:
    """The date in "the summit will be held on …"."""
    found = _re(rf"{_PREDICATE}(?:(?:in|at)\s+[^.;]{{1,60}}?)?(?:on\s+|in\s+|from\s+|here\s+|later\s+)*(?=[{DATE}])").match(scene.after(hit.end, 240))
    if not found:
        return None
    at = hit.end + found.end()
    return next((m for m in scene.dates if m.start <= at < m.end), None)


def _after_predicate_place(stage: Stage, scene: Scene, hit: Hit) -> Span | None:
    """The place in "the summit will be held in …"."""
    found = _re(rf"{_PREDICATE}(?:(?:on|from)?\s*[{DATE}][^.;]{{0,40}}?)?(?:in|at)\s+(?:the\s+)?(?=[{PLACE}{HEAD}])").match(scene.after(hit.end, 240))
    if not found:
        return None
    at = hit.end + found.end()
    mention = next((m for m in scene.places if m.start <= at < m.end), None)
    return mention.span if mention is not None and mention.value.form == "noun" else None


def _leading_place(stage: Stage, scene: Scene, trigger: Span) -> Span | None:
    """The place in "In Panama, the delegation will meet …"."""
    found = _re(rf"[\W\d]*(?:while\s+)?in\s+(?=[{PLACE}{HEAD}])").match(scene.masked)
    if not found:
        return None
    at = scene.span.start + found.end()
    mention = next((m for m in scene.places if m.start <= at < m.end), None)
    if mention is None or mention.end > trigger.start:
        return None
    return mention.span


def _dateline(stage: Stage) -> Span | None:
    """The place in front of the first sentences: "LIMA, Nov 14 (Agency) -"."""
    text = stage.document.text
    for mention in stage.mentions("place", Span(0, max(1, min(400, len(text))))):
        line = text.rfind("\n", 0, mention.start) + 1
        if mention.start - line <= 3 and _re(r"[^.\n]{0,60}?(?::|\s-|\u2014|\u2013|--)").match(text[mention.end : mention.end + 80]):
            return mention.span
    return None
