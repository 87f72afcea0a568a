"""Who met whom, where and when: meetings, calls, visits, sessions, signings and ceremonies.

It reads verbs ("met", "will travel to", "telephoned"), nouns ("talks with", "an official visit to") and the names
of gatherings, takes who stands beside them from the actors of the document, and puts together what speaks of the
same event. The words are kept in `data/en/meetings.toml`.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

from diplokit import Actor, Hit, Lexicon, Meeting, Mention, Reading, Resolver, hookimpl, resolver
from diplokit.vocabulary import MeetingKind, Participation

from .meeting_events import read_event, read_organ
from .meeting_merging import merge
from .meeting_nouns import read_noun
from .meeting_patterns import compiled
from .meeting_records import records
from .meeting_sentences import Scene
from .meeting_sightings import Context, Sighting, dateline
from .meeting_stage import Stage
from .meeting_verbs import next_leg, read_verb
from .meeting_words import TRIGGERS, Word, promising

_VERB_BEFORE = (
    r"\b(?:to|will|would|shall|may|might|can|could|should|must|and|or|not|also|then|who|which|they|he|she|i|we|you|did|does|do)"
    r"\s+(?:\w+ly\s+)?\Z"
)
_NOUN_BEFORE = (
    r"(?:\b(?:a|an|the|this|that|each|every|any|no|first|second|third|fourth|fifth|last|next|our|his|her|their|its|my|your|bilateral|"
    r"trilateral|official|state|working|private|brief|short|recent|upcoming|historic|annual|regular|special|emergency|on|during|inaugural|"
    r"informal|virtual|high-level|closed-door|joint|cordial|courtesy|maiden|landmark|week-long|planned|proposed|possible|rare|separate|previous|"
    r"earlier|later|scheduled|formal|face-to-face|of|goodwill|return|foreign|trade|mou|agreement|treaty|\w+-hour|\w+-minute|\w+-week|[a-z]*-day)|'s|s'|"
    r"[<E><C><T><A>])\s+\Z"
)


@lru_cache(4096)
def _asks_for_noun(word: str) -> bool:
    """Whether a noun, and no verb, follows a word."""
    return compiled(_NOUN_BEFORE).search(word + " ") is not None


def meaning(scene: Scene, hit: Hit) -> Word:
    """What a word is in its sentence, of what it can be: "visit" the noun or the verb."""
    words: tuple[Word, ...] = hit.meaning  # type: ignore[assignment]
    nouns = [word for word in words if word.form == "noun"]
    verbs = [word for word in words if word.form != "noun"]
    if not nouns or not verbs:
        return words[0]
    left, right = scene.before(hit.start, 40), scene.after(hit.end, 30)
    if verbs[0].form == "ing":  # "meeting", "signing"
        if _asks_for_noun(left.rstrip()[-24:].rpartition(" ")[2]) and left.endswith(" "):
            return nouns[0]
        if compiled(r"\s+(?:(?:his|her|its|their|the|a|an|this)\s+)?[<H><T><A><C>]").match(right):
            return verbs[0]
        if compiled(r",\s+\Z").search(left) and compiled(r"\s+(?:in|at|on|here|separately)\b").match(right):
            return verbs[0]  # "The ministers, meeting in Luxembourg, agreed"
        if compiled(r"\b(?:is|are|was|were|be|been|after|before|since|by|and)\s+(?:\w+ly\s+)?\Z").search(left):
            return verbs[0]
        return nouns[0]
    if _asks_for_noun(left.rstrip()[-24:].rpartition(" ")[2]) and left.endswith(" "):
        return nouns[0]
    if compiled(_VERB_BEFORE).search(left) or compiled(r"[<H><T>]\s*,?\s*(?:\w+ly\s+)?\Z").search(left):
        return verbs[0]
    if compiled(r"\s+(?:to|by|of|was|is|will|from|comes|came)\b").match(right):
        return nouns[0]
    return verbs[0] if verbs[0].form != "base" else nouns[0]


def sightings(stage: Stage, sentences: Mapping[int, list[Hit | Mention[Any]]]) -> Iterator[Sighting]:
    """Every mention of a meeting in a document, in order.

    Args:
        stage: The document.
        sentences: What is worth a look in which sentence.
    """
    context = Context(stage, dateline(stage))
    for index in sorted(sentences):
        for sighting in _sentence(context, index, sentences[index]):
            if sighting.kind is MeetingKind.VISIT:
                context.travellers = tuple(sorted(sighting.playing(Participation.VISITOR))) or context.travellers
            yield sighting


def _worth_a_look(reading: Reading) -> dict[int, list[Hit | Mention[Any]]]:
    """Names of gatherings and words that promise a meeting, by the number of their sentence."""
    document = reading.document
    text, folded = document.text, document.folded
    sentences: dict[int, list[Hit | Mention[Any]]] = {}
    for event in reading.mentions.of("event"):
        sentences.setdefault(document.sentence_index(event.start), []).append(event)
    for hit in document.hits(TRIGGERS):
        if promising(text, folded, hit.start, hit.end):
            sentences.setdefault(document.sentence_index(hit.start), []).append(hit)
    return sentences


def _sentence(context: Context, index: int, items: list[Hit | Mention[Any]]) -> Iterator[Sighting]:
    scene = context.stage.scene(index)
    names = [item for item in items if isinstance(item, Mention) and item.end <= scene.end]
    hits = [
        item
        for item in items
        if isinstance(item, Hit)
        and item.end <= scene.end
        and not any(name.start < item.end and item.start < name.end for name in names)
    ]
    words = {hit.start: meaning(scene, hit) for hit in hits}
    # "by phone", "the host", "initial talks", "a sign": what looks like a verb is none after an article.
    hits = [
        hit
        for hit in hits
        if words[hit.start].form in ("noun", "ing")
        or not compiled(r"\b(?:the|a|an|this|its|his|her|their|no|any|by|of|on|first|over|via|for)\s+\Z").search(
            scene.before(hit.start, 12)
        )
    ]
    hits = [hit for hit in hits if not (words[hit.start] == Word("visit", "ing") and _adjective(context, scene, hit))]
    words = {hit.start: words[hit.start] for hit in hits}
    # "a round-table session" is one noun: its last word tells
    doubled = {
        a.start
        for a, b in pairwise(hits)
        if b.start == a.end + 1 and words[a.start].form == words[b.start].form == "noun"
    }
    hits = [hit for hit in hits if hit.start not in doubled]
    verbs = [start for start, word in words.items() if word.form != "noun"]
    found: list[Hit | Mention[Any]] = [*names, *hits]
    for item in sorted(found, key=lambda item: item.start):
        if isinstance(item, Mention):
            sighting = read_event(context, scene, index, item)
            if sighting is not None:
                yield sighting
            continue
        word, stops = words[item.start], frozenset(at for at in verbs if at > item.start)
        if word.sense == "organ":
            sighting = read_organ(context, scene, index, item)
            if sighting is not None:
                yield sighting
        elif word.form == "noun":
            yield from read_noun(context, scene, index, item, word, stops)
        else:
            sighting = read_verb(context, scene, index, item, word, stops)
            if sighting is not None:
                yield sighting
                leg = next_leg(context, scene, sighting) if word.sense == "travel" else None
                if leg is not None:
                    yield leg


def _adjective(context: Context, scene: Scene, hit: Hit) -> bool:
    """Whether "visiting" qualifies a guest: "the visiting Lao Prime Minister"."""
    found = compiled(r"\s+(?:[<A>]+\s+|former\s+|deputy\s+)*(?=[<H><T>])").match(scene.after(hit.end, 60))
    if not found:
        return bool(compiled(r"\b(?:the|a|with|by|for|of)\s+\Z").search(scene.before(hit.start, 8)))
    group = scene.group_at(hit.end + found.end())
    return group is None or context.persons(group)


@resolver(Meeting, after=[Actor])
def meetings(reading: Reading) -> Iterator[Meeting]:
    """Meetings, calls, visits, sessions, signings and ceremonies, each once, with who, where and when."""
    worth = _worth_a_look(reading)
    if worth:
        stage = Stage(reading)
        yield from records(stage, merge(stage, sightings(stage, worth)))


@hookimpl
def resolvers() -> Iterable[Resolver[Any]]:
    """The resolver of meetings."""
    return [meetings]


@hookimpl
def lexicons() -> Iterable[Lexicon]:
    """The words that tell of meetings."""
    return [TRIGGERS]
