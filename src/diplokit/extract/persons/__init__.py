"""Persons: names of people, exactly, without titles, honorifics and letters after the name.

A first pass reads every run of words in capitals (`name_runs`) and weighs the evidence in it and beside it: an office or a
form of address before it, an age or an office after it, given and family names of the tables, initials, particles,
hyphenated syllables, verbs of speech. A second pass (`short_forms`) finds the short forms of the names so found, later and
earlier in the document. Sources of the tables: their first lines.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from diplokit import Document, Lexicon, Mention, Name, hookimpl
from diplokit.vocabulary import Confidence
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, HONORIFICS, OFFICES, ORGANISATIONS, PLACES

from .line_ups import GROUPS, line_ups
from .lone_names import weigh_alone
from .name_evidence import extent, suffixed, trimmed, weigh
from .name_order import family_name
from .name_runs import Runs
from .name_words import Run
from .short_forms import ShortForms

_LISTING = re.compile(r", (?:and )?| and ")

# --- rules -----------------------------------------------------------------------------------------------------


class Persons:
    """Names of persons, in full and in short."""

    name = "persons"
    kind = "person"
    description = (
        "A name of a person, by the titles, given names, family names and verbs beside it; later its short forms."
    )
    words: Mapping[str, Lexicon] = {
        "given": GIVEN_NAMES,
        "family": FAMILY_NAMES,
        "places": PLACES,
        "organisations": ORGANISATIONS,
        "offices": OFFICES,
        "honorifics": HONORIFICS,
    }
    yes: Mapping[str, object] = {
        "Datuk Seri Anwar Ibrahim arrived.": Name(("Anwar", "Ibrahim"), "Anwar"),
        "HKSAR chief executive John Lee Ka-chiu": Name(("John", "Lee", "Ka-chiu"), "Lee"),
        "Xi Jinping met Shinzo Abe": [Name(("Xi", "Jinping"), "Xi"), Name(("Shinzo", "Abe"), "Abe")],
        "Peru President, Dina Ercilia Boluarte Zegarra, left. Boluarte will return.": [
            Name(("Dina", "Ercilia", "Boluarte", "Zegarra"), "Boluarte"),
            Name(("Boluarte",)),
        ],
        "PRIME MINISTER KISHIDA: Thank you.": Name(("KISHIDA",)),
        "Hirohisa Soma, the deputy chief of mission, spoke.": Name(("Hirohisa", "Soma"), "Soma"),
        "Suharto, 76, resigned.": Name(("Suharto",)),
        "(Reporting by Stanley Widianto)": Name(("Stanley", "Widianto"), "Widianto"),
        "Thank you, Tony.": Name(("Tony",)),
    }
    no: Sequence[str] = ("The Bank of China opened a branch in May.", "Nelson Mandela Bay", "Malaysia-China ties")

    def find(self, document: Document, /) -> Iterator[Mention[Name]]:
        """Find the persons of a document."""
        if not document.capitals:
            return
        text, folded = document.text, document.folded
        runs = Runs(document)
        alone = runs.tables.alone
        names = ShortForms(runs)
        rest: list[Run] = []
        # Of the run before: where it ends, whether it is a name, and whether it may be one if the next in the list is.
        reach, named = -1, False
        waiting: Run | None = None
        for run in runs:
            if len(run.words) == 1:
                word = run.words[0]
                tells = run.led or word.given or word.family or word.key in alone or "." in word.key
                if tells and weigh_alone(run, runs) >= 3:
                    names.add(*extent(run, document), Confidence.CERTAIN)
                elif (
                    named
                    and word.given
                    and not (word.place or word.ordinary or run.heading)
                    and 0 < run.start - reach <= 6
                    and _LISTING.fullmatch(folded, reach, run.start) is not None
                ):
                    names.add(run.start, run.end, Confidence.LIKELY)  # "Torab Ali and Shamim"
                    reach = run.end
                else:
                    rest.append(run)
                continue
            for part in trimmed(run, runs):
                several = len(part.words) > 1
                score = weigh(part, runs) if several else weigh_alone(part, runs)
                enough = score >= (2 if several else 3)
                plain = not enough and score >= 0 and several and not part.heading and _is_plain(part)
                listed = (
                    several
                    and (named or waiting is not None)
                    and 0 <= part.start - reach <= 6
                    and _LISTING.fullmatch(folded, reach, part.start) is not None
                )
                if enough or (plain and listed and named):
                    start, reach = extent(part, document)
                    names.add(start, reach, Confidence.CERTAIN if score > 2 else Confidence.LIKELY)
                    if waiting is not None and listed:
                        names.add(waiting.start, waiting.end, Confidence.POSSIBLE)
                        rest.pop()
                    waiting, named = None, enough and several
                else:
                    rest.append(part)
                    waiting, named = part if plain else None, False
                    reach = part.end
        for start, end in runs.sure:
            names.add(start, suffixed(text, end), Confidence.CERTAIN)
        if GROUPS in text:
            for start, end in line_ups(runs):
                names.add(start, end, Confidence.LIKELY)
        names.find(rest)
        for start, (end, rule, confidence) in names.found():
            words = text[start:end]
            if not words.isalpha():
                value = _full_name(words, runs.by_given(start), names.called(start, end))
            else:
                value = _full_name(words)
            yield Mention.at(start, end, "person", words, value, rule, confidence)


def _is_plain(run: Run) -> bool:
    """Whether no word of a run is a place or an ordinary word."""
    return not [word for word in run.words if word.place or word.ordinary]


@lru_cache(maxsize=4096)
def _full_name(words: str, by_given: bool = False, called: str | None = None) -> Name:
    """The value of a name; a document has the same one many times."""
    parts = tuple(words.split())
    return Name(parts, (called or family_name(parts, by_given)) if len(parts) > 1 else None)


# --- hook ------------------------------------------------------------------------------------------------------


@hookimpl
def extractors() -> list[Persons]:
    """The extractor of persons."""
    return [Persons()]
