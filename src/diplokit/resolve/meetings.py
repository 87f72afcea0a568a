"""Who met whom, where and when: meetings, calls, visits, sessions, signings and ceremonies.

It reads verbs ("met", "will travel to", "telephoned"), nouns ("talks with", "an official visit to") and the names
of gatherings, takes who stands beside them from the actors of the document, and puts together what speaks of the
same event. The words are kept in `data/en/meetings.toml`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from diplokit import Actor, Hit, Lexicon, Meeting, Mention, Reading, Resolver, hookimpl, resolver

from .meeting_records import merge, records
from .meeting_sentences import Stage
from .meeting_sightings import Reader, Sighting
from .meeting_words import TRIGGERS


def sightings(stage: Stage, reading: Reading) -> Iterator[Sighting]:
    """Every mention of a meeting in a document, in order."""
    document = reading.document
    sentences: dict[int, tuple[list[Hit], list[Mention[Any]]]] = {}
    for hit in document.hits(TRIGGERS):
        sentences.setdefault(document.sentence_index(hit.start), ([], []))[0].append(hit)
    for event in reading.mentions.of("event"):
        sentences.setdefault(document.sentence_index(event.start), ([], []))[1].append(event)
    reader = Reader(stage)
    for index in sorted(sentences):
        span = document.sentences[index]
        hits, events = sentences[index]
        hits = [hit for hit in hits if hit.end <= span.end]
        yield from reader.read(index, hits, [event for event in events if event.end <= span.end])


@resolver(Meeting, after=[Actor])
def meetings(reading: Reading) -> Iterator[Meeting]:
    """Meetings, calls, visits, sessions, signings and ceremonies, each once, with who, where and when."""
    stage = Stage(reading)
    yield from records(stage, merge(stage, sightings(stage, reading)))


@hookimpl
def resolvers() -> Iterable[Resolver[Any]]:
    """The resolver of meetings."""
    return [meetings]


@hookimpl
def lexicons() -> Iterable[Lexicon]:
    """The words that tell of meetings."""
    return [TRIGGERS]
