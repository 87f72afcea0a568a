"""Who met whom, where and when: meetings, calls, visits, sessions, signings and ceremonies.

It reads verbs ("met", "will travel to", "telephoned"), nouns ("talks with", "an official visit to") and the names
of gatherings, takes who stands beside them from the actors of the document, and puts together what speaks of the
same event. The words are kept in `data/en/meetings.toml`.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from diplokit import Actor, Document, Hit, Lexicon, Meeting, Mention, Reading, Resolver, hookimpl, resolver

from .apart import severally
from .attendance import add_parties
from .bystanders import BESIDE, stand_beside
from .cases import FAMILY
from .context import Context
from .events import negotiates, read_event, read_organ
from .merging import merge
from .nouns import read_noun
from .patterns import compiled, holds
from .records import records
from .sentences import Head, Scene
from .series import SITTINGS, read_series, repeat_sitting
from .sightings import Sighting
from .stage import Stage
from .talks import TALKS
from .terms import BILATERAL, DENIED, HELD, HOST, ONGOING, PLURILATERAL, PROPOSED, SCHEDULED, VISIT, VISITOR
from .triggers import idle, promising, telling
from .verbs import read_verb
from .words import TRIGGERS


def _named(reading: Reading) -> dict[int, list[Mention[Any]]]:
    """The names of gatherings, by number of sentence."""
    document = reading.document
    sentences = document.sentences
    events: dict[int, list[Mention[Any]]] = {}
    for event in reading.mentions.of("event"):
        index = document.sentence_index(event.start)
        if event.end <= sentences[index].end:
            events.setdefault(index, []).append(event)
    return events


def _promised(document: Document, events: dict[int, list[Mention[Any]]]) -> dict[int, list[Hit]]:
    """The words that promise a meeting and are no part of the name of a gathering, by number of sentence."""
    sentences = document.sentences
    promised: dict[int, list[Hit]] = {}
    here: list[Hit] = []
    names: list[Mention[Any]] | None = None
    after = 0
    for hit in promising(document):
        start, end, _ = hit
        if start >= after:
            index = document.sentence_index(start)
            after = sentences[index].end
            names = events.get(index)
            here = promised[index] = []
        if end <= after and (names is None or not any(name.start < end and start < name.end for name in names)):
            here.append(hit)
    return promised


def _sightings(context: Context, index: int, names: list[Mention[Any]], hits: list[Hit]) -> list[Sighting]:
    """Every mention of a meeting in a sentence, in order: of names of gatherings, and of words that may tell of one."""
    if names:
        names = [name for name in names if negotiates(context.document.folded[name.start : name.end])]
    if not names and idle(context.stage, hits, context.document.sentences[index], bool(context.travellers)):
        return []
    scene = context.stage.scene(index)
    words, stops = telling(scene, hits, context.stage.persons)
    if names:
        words += [(name, None) for name in names]
        words.sort(key=lambda item: item[0].start)
    found: list[Sighting] = []
    item: Any
    for item, word in words:
        if word is None or word.sense in _ALONE:
            read = read_event if word is None else _ALONE[word.sense]
            sighting = read(context, scene, index, item)
            seen = [] if sighting is None else [sighting]
        elif word.form == "noun":
            seen = read_noun(context, scene, index, item, word, stops)
        else:
            seen = read_verb(context, scene, index, item, word, stops)
            if seen and word.sense == "meet" and compiled(_THESE).match(scene.after(item.end, 20)):
                seen[0].definite = True  # "will meet with these envoys"
        if len(seen) == 1:
            seen = severally(context, scene, seen[0], stops)
        for sighting in seen:
            if found and sighting.rule == "noun_meeting" and len(sighting.participants) < 2:
                _travel_for(context.stage, scene, found[-1], sighting)
                if found[-1].kind is VISIT:
                    _with_hosts(scene, found[-1], sighting)
            if len(sighting.participants) == 1 and context.travellers and sighting.kind in TALKS:
                _on_the_programme(context, scene, sighting)
            repeat_sitting(context, sighting)
            add_parties(context.stage, sighting)
            found.append(sighting)
            if sighting.kind is VISIT:
                context.travellers = tuple(sorted(sighting.playing(VISITOR))) or context.travellers
                if len(sighting.participants) > 1:
                    context.journey = sighting
            if _of_two(context.stage, sighting):
                context.latest = sighting
                if sighting.kind in SITTINGS and not sighting.named and sighting.rule != "noun_series":
                    context.sitting = sighting
    if found and holds(scene.masked, _DENIALS):
        _deny(scene, found)
    if found and holds(scene.masked, BESIDE):
        stand_beside(scene, found)
    return found


def _of_groups(
    context: Context, index: int, names: list[Mention[Any]], hits: list[Hit], seen: list[Sighting]
) -> list[Sighting]:
    """The meetings of a sentence, with collectives of whom nothing more is told where nobody else takes part."""
    stage = context.stage
    stage.admit(groups=True)
    again = _sightings(context, index, names, hits)
    stage.admit(groups=False)
    if sum([len(one.participants) for one in again]) <= sum([len(one.participants) for one in seen]):
        return seen
    for sighting in again:
        if sighting.kind is BILATERAL and stage.many(sighting.ids):
            sighting.kind = PLURILATERAL
    return again


_THESE = r"\s+(?:with\s+)?(?:these|those|the (?:said|same))\b"
_ALONE: dict[str, Callable[[Context, Scene, int, Any], Sighting | None]] = {"organ": read_organ, "series": read_series}
"""Words that are read by themselves, without what governs them."""


def _travel_for(stage: Stage, scene: Scene, visit: Sighting, talks: Sighting) -> None:
    """Let those talk who go there for it, and who receives them: "will travel to Peru for trade talks"."""
    if visit.rule == "verb_travel" and visit.trigger.end <= talks.trigger.start:
        if compiled(r"\bfor\s+(?:[a-z-]+\s+){0,3}\Z").search(scene.between(visit.trigger.end, talks.trigger.start)):
            if not talks.participants:
                talks.participants = dict(visit.participants)
            elif talks.ids.isdisjoint(visit.ids) and talks.ids.isdisjoint(map(stage.side, visit.ids)):
                guests = {id: seen for id, seen in visit.participants.items() if seen[0] is VISITOR}
                talks.participants = guests | talks.participants


_INCLUDES = r"\b(?:visit|trip|tour|stay|itinerary|programme|program|agenda|schedule)\s+(?:(?:will|would|is to|also|here)\s+)*(?:includ|featur|compris|involv|begin with|start with|end with|conclude with)[^.;\"]*\Z"
"""Before talks that a visitor holds: "The visit will include | a meeting with"."""


def _on_the_programme(context: Context, scene: Scene, talks: Sighting) -> None:
    """Let the visitor talk with those whom the programme of the visit names."""
    left = scene.before(talks.trigger.start, 300)
    if talks.ids.isdisjoint(context.travellers) and compiled(_INCLUDES).search(left):
        talks.add([Head(talks.trigger.start, talks.trigger.end, context.travellers, "collective")])
        talks.definite = False


_WITH_ITS = (
    r"\s+with\s+(?:its|the country's|senior|top|high-ranking|local|government|several)\s+(?:[a-z-]+\s+){0,3}?"
    r"(?:officials|authorities|ministers|diplomats|negotiators|(leaders?|leadership|rulers?|junta|hosts|president|prime minister|premier|foreign minister|king|emir|sultan))\b"
)
"""Behind talks: those of the state that is visited, without a name."""


def _with_hosts(scene: Scene, visit: Sighting, talks: Sighting) -> None:
    """Let those who receive a visitor talk with him: "flew to Syria for talks with its leadership"."""
    if visit.trigger.end > talks.trigger.start or not talks.ids <= visit.playing(VISITOR):
        return
    hosts = visit.playing(HOST)
    found = compiled(_WITH_ITS).match(scene.after(talks.trigger.end, 80)) if len(hosts) == 1 else None
    if found is not None:
        talks.participants = dict(visit.participants)
        talks.kind = BILATERAL if found[1] else talks.kind


def _of_two(stage: Stage, sighting: Sighting) -> bool:
    """Whether persons or states of two sides are known to take part."""
    if len(sighting.participants) < 2:
        return False
    ids = stage.acting.intersection(sighting.participants)
    if len(ids) < len(sighting.participants) and FAMILY[sighting.kind] != "gathering":
        return False
    return len(set(map(stage.side, ids))) > 1


_REPORTS = r"(?:[^\s,.;]+\s+){0,4}?(?:reports?|claims?|rumou?rs?|allegations?|speculation|suggestions?)\b"
_DENIED = (
    r"(?<!nor )(?<!or )\b(?:(?:deny|denied|denies|denying|dismiss(?:es|ed)|refut(?:es|ed))\s+(?:that\b|having\b|"
    rf"{_REPORTS})|(?:not|n't|declin\w+ to|refus\w+ to)\s+confirm\s+{_REPORTS})"
    r"(?:(?!\bbut\b)[^;\"])*\Z"
)
_DENIALS = ("den", "dismiss", "refut", " confirm")
_TOLD = (HELD, ONGOING, SCHEDULED, PROPOSED)


def _deny(scene: Scene, found: list[Sighting]) -> None:
    """What somebody denied to have happened was not held: "denied that A had met B"."""
    for sighting in found:
        if sighting.status in _TOLD and compiled(_DENIED).search(scene.before(sighting.trigger.start, 200)):
            sighting.status, sighting.sure = DENIED, True


_ANOTHER = r"\b(?:similar|another|separate|further)\s+(?:[a-z-]+\s+)?\Z"


def _complete(stage: Stage, before: Sighting, new: Sighting) -> None:
    """Let who met before be the one who meets again: "A similar meeting with the Lao minister followed"."""
    if new.rule != "noun_meeting" or len(new.participants) != 1 or new.sentence - before.sentence > 1:
        return
    if len(before.participants) < 2 or FAMILY[before.kind] != "meeting":
        return
    start = stage.document.sentences[new.sentence].start
    if compiled(_ANOTHER).search(stage.document.folded[max(start, new.trigger.start - 40) : new.trigger.start]):
        id, seen = next(iter(before.participants.items()))
        if stage.side(id) not in map(stage.side, new.participants):
            new.participants = {id: seen, **new.participants}


@resolver(Meeting, after=[Actor])
def meetings(reading: Reading) -> Iterator[Meeting]:
    """Meetings, calls, visits, sessions, signings and ceremonies, each once, with who, where and when."""
    document = reading.document
    events = _named(reading)
    promised = _promised(document, events)
    if not events and not promised:
        return
    stage = Stage(reading)
    context = Context(stage)
    found: list[Sighting] = []
    for index in sorted(events.keys() | promised.keys()):
        names, hits = events.get(index, []), promised.get(index, [])
        seen = _sightings(context, index, names, hits)
        if stage.unresolved(document.sentences[index]) and (not seen or any(len(one.participants) < 2 for one in seen)):
            seen = _of_groups(context, index, names, hits, seen)
        if found and seen:
            _complete(stage, found[-1], seen[0])
        found += seen
    yield from records(stage, merge(stage, found))


@hookimpl
def resolvers() -> Iterable[Resolver[Any]]:
    """The resolver of meetings."""
    return [meetings]


@hookimpl
def lexicons() -> Iterable[Lexicon]:
    """The words that tell of meetings."""
    return [TRIGGERS]
