"""Who met whom, where and when: meetings, calls, visits, sessions, signings and ceremonies.

It reads verbs ("met", "will travel to", "telephoned"), nouns ("talks with", "an official visit to") and the names
of gatherings, takes who stands beside them from the actors of the document, and puts together what speaks of the
same event. The words are kept in `data/en/meetings.toml`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from diplokit import Actor, Document, Hit, Lexicon, Meeting, Mention, Reading, Resolver, hookimpl, resolver
from diplokit.vocabulary import MeetingKind, Participation

from .events import negotiates, read_event, read_organ
from .merging import merge
from .nouns import read_noun
from .records import records
from .sightings import Context, Sighting
from .stage import Stage
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
        if word is None or word.sense == "organ":
            read = read_event if word is None else read_organ
            sighting = read(context, scene, index, item)
            seen = [] if sighting is None else [sighting]
        elif word.form == "noun":
            seen = read_noun(context, scene, index, item, word, stops)
        else:
            seen = read_verb(context, scene, index, item, word, stops)
        for sighting in seen:
            found.append(sighting)
            if sighting.kind is MeetingKind.VISIT:
                context.travellers = tuple(sorted(sighting.playing(Participation.VISITOR))) or context.travellers
    return found


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
        found += _sightings(context, index, events.get(index, []), promised.get(index, []))
    yield from records(stage, merge(stage, found))


@hookimpl
def resolvers() -> Iterable[Resolver[Any]]:
    """The resolver of meetings."""
    return [meetings]


@hookimpl
def lexicons() -> Iterable[Lexicon]:
    """The words that tell of meetings."""
    return [TRIGGERS]
