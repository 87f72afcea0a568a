"""Organisations that only a common noun before or after the name tells.

"the Yomiuri newspaper", "rebel group Renamo". The name alone is the mention.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Lexicon, Mention, Organisation, Span
from diplokit.extract.capital_runs import gap_before, occurrences, word_starting
from diplokit.vocabulary import ActorKind, Confidence, PlaceForm
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES

from .cue_words import COMMON, NO_BODIES, Common
from .reports import reporting, told
from .runs_beside import run_after, run_before, run_explained
from .short_names import ordinary, stands_alone
from .surroundings import headline, hit_at
from .words import HEADS, THINGS, topics

# --- rules -----------------------------------------------------------------------------------------------------


class NamedByNeighbour:
    """Organisations by a common noun before or after the name."""

    name = "organisations_by_a_common_noun"
    kind = "organisation"
    description = "A capitalised name with a common noun before or after it: the Yomiuri newspaper, rebel group Renamo."
    words: Mapping[str, Lexicon] = {
        "common": COMMON,
        "place": PLACES,
        "organisation": ORGANISATIONS,
        "given": GIVEN_NAMES,
        "family": FAMILY_NAMES,
    }
    yes: Mapping[str, object] = {
        "the Sabuhi Press newspaper": Organisation("Sabuhi Press", None, ActorKind.NGO),
        "rebel group Zelkana said": Organisation("Zelkana", None, ActorKind.NGO),
        "Qorvul, a Sofia-based conglomerate headed by": Organisation("Qorvul", None, ActorKind.COMPANY),
        "heard on Radio Peru that": Organisation("Radio Peru", None, ActorKind.COMPANY),
        "prices fell, Qorvul Online reported on Monday": Organisation("Qorvul Online", None, ActorKind.COMPANY),
        "a survey by Statistics Peru": Organisation("Statistics Peru", None, ActorKind.NGO),
        "she told the Sabuhi that": Organisation("Sabuhi"),
        "Qorvul spokesman Zamzam Zelka left": Organisation("Qorvul", None, ActorKind.NGO),
        "the carrier Omni Zephyr": Organisation("Omni Zephyr", None, ActorKind.COMPANY),
        "a dealer at Qorvul Teknika left": Organisation("Qorvul Teknika", None, ActorKind.COMPANY),
        "members of Zelkana met. Zelkana broke up.": [Organisation("Zelkana", None, ActorKind.NGO)] * 2,
    }
    no = ("French newspaper editors", "the party Monday", "Islamist rebels", "the company said", "Group talks")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the organisations that a common noun tells."""
        text = document.text
        known: dict[str, ActorKind] = {}
        beside: set[int] = set()  # where names stand that are known by what stands beside them
        for hit in document.hits(COMMON):
            if not isinstance(hit.meaning, Common):
                continue
            use, kind = hit.meaning.use, hit.meaning.kind
            if text[hit.start].isupper() and not ("o" in use and text[hit.start + 1].islower()):
                if "p" in use and (span := _before_place(document, hit.start, hit.end)) is not None:
                    value = Organisation(document[span], None, kind)
                    yield Mention("organisation", span, document[span], value, self.name, Confidence.LIKELY)
                continue
            if use == "r":
                if (span := reporting(document, hit.start, hit.end)) is not None:
                    value = Organisation(document[span], None, kind)
                    yield Mention("organisation", span, document[span], value, self.name, Confidence.POSSIBLE)
                continue
            if "l" in use and (span := _led(document, hit.start, hit.end)) is not None:
                name = document[span]
                known.setdefault(name, kind)
                beside.add(span.start)
                yield Mention(
                    "organisation", span, name, Organisation(name, None, kind), self.name, Confidence.POSSIBLE
                )
            if use == "l":
                continue
            if "o" in use:
                if (span := _after_phrase(document, hit.end)) is not None:
                    name = document[span]
                    known.setdefault(name, kind)
                    beside.add(span.start)
                    yield Mention(
                        "organisation", span, name, Organisation(name, None, kind), self.name, Confidence.POSSIBLE
                    )
                continue
            spans = []
            if "b" in use and not (
                document.folded[hit.start : hit.end] == "daily" and text.endswith(" a ", 0, hit.start)
            ):
                spans.append(run_after(document, hit.end))  # but "a daily Aspirin"
            if "a" in use:
                traded = _traded().match(document.folded, hit.start) is not None
                spans.append(run_before(document, hit.start, names=traded))
            if kind is ActorKind.COMPANY or "a" in use:
                spans.append(run_explained(document, hit.start, hit.end))
            for span in spans:
                if span is not None:
                    name = " ".join(document[span].split())
                    if "b" in use:
                        known.setdefault(name, kind)
                        beside.add(span.start)
                    value = Organisation(name, None, kind)
                    yield Mention("organisation", span, document[span], value, self.name, Confidence.POSSIBLE)
        for span in told(document):
            yield Mention(
                "organisation", span, document[span], Organisation(document[span]), self.name, Confidence.POSSIBLE
            )
        for start, end, name in occurrences(document, known) if known else ():
            if start not in beside and stands_alone(text, start, end):
                value = Organisation(name, None, known[name])
                yield Mention("organisation", Span(start, end), name, value, self.name, Confidence.POSSIBLE)


def _before_place(document: Document, start: int, end: int) -> Span | None:
    """A first word and the place after it: "Radio Pakistan"."""
    text = document.text
    place = hit_at(document, PLACES, end + 1)
    if place is None or text[end] != " " or place.meaning.places[0].form is not PlaceForm.NOUN:  # type: ignore[attr-defined]
        return None
    at = word_starting(document, start)
    if at is None or gap_before(document, at) == " " or headline(document, start):
        return None
    if text[place.end : place.end + 1] == " " and text[place.end + 1 : place.end + 2].isupper():
        return None
    return Span(start, place.end)


def _after_phrase(document: Document, end: int) -> Span | None:
    """The name after a phrase that ends in a preposition: "a dealer at Qorvul Teknika"."""
    text = document.text
    if text.startswith(" the ", end):
        end += 4
    if not text[end + 1 : end + 2].isupper():
        return None
    span = run_after(document, end)
    if span is None:
        return None
    words = document[span].split()
    if len(document[span]) < 4 or not (topics() | NO_BODIES).isdisjoint(words) or words[-1] in THINGS:
        return None
    if len(words) == 1 and words[0] in ordinary():
        return None
    if words[0].isupper() or hit_at(document, HEADS, span.start) is not None:
        return None
    if _no_body_after().match(document.folded, span.end):
        return None
    return None if hit_at(document, ORGANISATIONS, span.start) is not None else span


def _led(document: Document, start: int, end: int) -> Span | None:
    """The name before one who speaks for a body or leads it, and whose own name follows: "Metrorail spokesman Thandi"."""
    text = document.text
    if not text[end + 1 : end + 2].isupper() or text[end] != " ":
        return None
    span = run_before(document, start)
    if span is None:
        return None
    words = document[span].split()
    if len(words[0]) < 4 or len(words) > 3 or words[0].isupper() or words[0].endswith(("'s", "\u2019s")):
        return None
    if not ordinary().isdisjoint(words) or f" {words[0].lower()}" in document.text:
        return None
    known = (hit_at(document, lexicon, span.start) for lexicon in (HEADS, ORGANISATIONS, GIVEN_NAMES))
    return span if not any(known) else None


@cache
def _no_body_after() -> re.Pattern[str]:
    """What makes a name before it one of a programme, a pact, a family."""
    return re.compile(
        r"/| (?:of|programmes?|programs?|initiative|treaty|pact|convention|scheme|system|generation|family|faith|tribe|clan|"
        r"dynasty|community|team|project|agreement|region|province|district|state|people|ethnic|sect|caste|de|del|do|da)\b"
    )


@cache
def _traded() -> re.Pattern[str]:
    """Shares of which news tells how they fared: then even names of persons before them name a company."""
    return re.compile(
        r"shares (?:fell|rose|were|lost|gained|jumped|dropped|slipped|climbed|closed|ended|traded|surged|have|had)\b"
    )
