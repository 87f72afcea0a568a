"""Commitments: who promised, agreed, signed, proposed, urged or refused what.

Reads the words of `commitments.toml` where they stand, and the places where actors are meant. A word is a trigger
only when what must follow it follows and its clause has an actor for its subject (or, in the passive, for its
agent). Sources: the ladder of acts of the vocabulary; practice of summit-compliance coding and of resolution
drafting.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from diplokit import Actor, Commitment, Document, Hit, Lexicon, Reading, Resolver, Span, hookimpl, resolver
from diplokit.resolve.clauses import Sentence, Sentences, Subject
from diplokit.resolve.collectives import COLLECTIVES, GATHERINGS

from .agentless import as_states, of_agentless
from .content import content_of
from .details import details
from .fits import fits_of
from .found import Found
from .nominal import NOMINAL, of_nominal
from .nouns import of_noun
from .resolutions import of_operative, operates, organ_of
from .should import of_should
from .terms import AGREE, CONCLUDE, DECIDE, LIKELY, PLEDGE, POSSIBLE, REAFFIRM, WILL
from .those_who_met import TOLD_BEFORE
from .verbs import of_verb
from .will import of_headline, of_will
from .words import COMMITMENTS, Fits, Form

_ACTING = COLLECTIVES | GATHERINGS | TOLD_BEFORE
# Acts of which a clause with "that" tells the content, and what ends such a clause.
_WITH_CLAUSE = frozenset([AGREE, PLEDGE, DECIDE, REAFFIRM])
# Of those, what is told again there: "reiterated that Peru remains committed to", and so "that Peru is ready to".
_SO_SAID = frozenset([REAFFIRM, PLEDGE])
_CLAUSE_ENDS = frozenset([";", '"', "said", "and", "that"])
# What stands before the verb of an item of a list: "1. ", "(a) ", "• have ".
_ITEM = re.compile(r"[\W\d_]*(?:(?:[a-z]|[ivx]{2,4})[).]\W*)?(?:(?:hereby|have|has|also|further) )*")
# A line of its own without a full stop, in which "to" may stand for "will": "Peru, Chile to sign pact".
_HEADLINE = re.compile(r"[^.?!:\n]{3,90}? to [a-z][^.?!\n]{3,80}")


@resolver(Commitment, after=[Actor])
def commitments(reading: Reading) -> Iterator[Commitment]:
    """Find commitments by their verbs and nouns, and tell who commits to what."""
    document = reading.document
    folded = document.folded
    hits = document.hits(COMMITMENTS)
    sentences = Sentences(reading)
    organ = organ_of(reading) if hits else None
    held: dict[int, list[tuple[Hit, Fits]]] = {}
    index = actor = beyond = 0
    for hit in hits:
        if hit.start >= beyond:
            index = document.sentence_index(hit.start)
            span = document.sentences[index]
            beyond = span.end
            actor = span.start if organ is not None else sentences.actor_from(span.start)
            if actor > hit.start:
                opens = hit.start - span.start < 16 and _ITEM.fullmatch(folded, span.start, hit.start) is not None
                actor = span.start if opens else _who_from(document, span, actor)
        fits = fits_of(hit, document, span, actor)
        if fits is not None:
            held.setdefault(index, []).append((hit, fits))
    headlines = [
        index
        # A story below tells for itself what its headline says.
        for index, span in enumerate(document.sentences if len(document.sentences) < 3 else ())
        if span.end - span.start < 180
        and document.text[span.end - 1] not in ".?!"
        and _HEADLINE.fullmatch(document.text, span.start, span.end)
    ]
    for index in headlines:
        held.setdefault(index, [])
    number = 0
    for index in sorted(held):
        live = held[index]
        sentence = sentences[index]
        found = _of_sentence(sentence, live, folded, organ if organ is not None and operates(sentence) else None)
        if not found or (len(found) == 1 and not found[0].actors and found[0].act is WILL):
            settled = found  # "the invitation was accepted, and the date will be fixed"
            found = _unnamed(sentence, live, document.published)
            if found and found[0].act is not AGREE and len(found[0].actors) == 2:
                as_states(found[0], reading)
            if settled:
                found = [one for one in found if one.last <= settled[0].first] + settled
        elif behind := [pair for pair in live if pair[0].start > found[-1].last]:
            # "will work together, he said, adding that nine agreements were signed"
            found += [one for one in _unnamed(sentence, behind, document.published) if one.act is CONCLUDE]
        if not found and index in headlines:
            found = of_headline(sentence)
        for place, one in enumerate(found):
            number += 1
            yield _record(reading, sentence, sentences, one, found[place + 1 : place + 12], f"c{number}")


def _who_from(document: Document, sentence: Span, actor: int) -> int:
    """Where the first actor of a sentence stands, or the first collective that may act for one."""
    start, end = sentence.start, min(actor, sentence.end)
    before = document.words_between(start, end)
    named = next((word for word in before if word in _ACTING), None)
    return actor if named is None else document.folded.find(named, start)


def _of_sentence(
    sentence: Sentence, hits: Sequence[tuple[Hit, Fits]], folded: str, organ: Subject | None
) -> list[Found]:
    """The commitments of one sentence, none inside the infinitive of another."""
    found: list[Found] = []
    beyond = 0
    for hit, fits in hits:
        first, last, form = hit
        if first < beyond or (found and first < found[-1].last):
            continue
        assert isinstance(form, Form)
        special = form.special
        at = sentence.at(first)
        one: Found | None = None
        if special == "will":
            if found and _led_on(sentence, found[-1], at):
                beyond = sentence.stop(min(at + 3, len(sentence.words) - 1))
            else:
                one = of_will(sentence, hit, at, folded)
        elif special == "should":
            one = of_should(sentence, hit, at, found)
        elif sentence.actors[at] >= 0:
            continue  # part of a name: the "States" of "United States"
        elif organ is not None and (clause := of_operative(sentence, hit, fits, at, folded, organ)) is not None:
            one = clause
        elif special != "operative":
            if fits:
                one = of_verb(sentence, hit, fits, at, folded, found)
            if one is None and folded[first:last] in NOMINAL:
                one = of_nominal(sentence, hit, at, found)
            if one is None and special == "noun":
                one = of_noun(sentence, hit, at, folded, found)
        if one is None or (found and one.first < found[-1].last):
            continue
        so_said = one.act in _SO_SAID or one.form == "adjective"
        if not (found and found[-1].act is REAFFIRM and so_said and _led_on(sentence, found[-1], at)):
            found.append(one)  # but "reiterated that Peru is committed to" is one
    return found


def _led_on(sentence: Sentence, before: Found, at: int) -> bool:
    """Whether "will" only tells what was agreed or promised: "agreed that experts will meet"."""
    if before.act not in _WITH_CLAUSE or before.form == "will":
        return False
    first = sentence.at(before.last - 1)
    if sentence.words[first] != "that":
        first += 1  # "pledged| that"
    between = sentence.words[first:at]
    return between[:1] == ["that"] and len(between) < 20 and _CLAUSE_ENDS.isdisjoint(between[1:])


def _unnamed(sentence: Sentence, hits: Sequence[tuple[Hit, Fits]], published: date | None) -> list[Found]:
    """The commitment of a sentence that names nobody who commits."""
    for hit, fits in hits:
        if fits and isinstance(hit.meaning, Form) and hit.meaning.past:
            one = of_agentless(sentence, hit, fits, sentence.at(hit.start), published)
            if one is not None:
                return [one]
    return []


def _record(
    reading: Reading, sentence: Sentence, sentences: Sentences, one: Found, later: Sequence[Found], name: str
) -> Commitment:
    """The record of what was found."""
    content = content_of(sentence, one, later)
    spans = {"trigger": Span(one.first, one.last)}
    if one.where is not None:
        spans["committers"] = Span(*one.where)
    fields = details(reading, sentence, sentences, one, content, spans)
    if content is not None:
        spans["content"] = Span(*content)
        fields["content"] = reading.document.text[content[0] : content[1]]
    return Commitment(
        id=name,
        act=one.act,
        committers=one.actors,
        spans=spans,
        rule=f"commitment by {one.rule}",
        confidence=LIKELY if one.actors and one.rule != "agentless passive" else POSSIBLE,
        **fields,
    )


@hookimpl
def resolvers() -> list[Resolver[Commitment]]:
    """Offer the resolver of commitments."""
    return [commitments]


@hookimpl
def lexicons() -> list[Lexicon]:
    """Offer the words of commitment to the scan."""
    return [COMMITMENTS]
