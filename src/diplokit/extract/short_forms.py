"""Short forms: later and earlier places in a document that name a person found in full by a part of the name."""

import re
from collections.abc import Iterator, Mapping, Sequence

from diplokit import Hit
from diplokit.vocabulary import Confidence, PlaceKind
from diplokit.wordlists import PlaceWord

from .name_runs import Run

_CUT = re.compile(r"[\s.-]+")
_NOT_PARTS = frozenset("jr sr ii iii iv bin binti bint ibn al el de da do dos das del di du la le van von der den ten ter y e".split())


class ShortForms:
    """The names of a document so far, and the places where they are named in short."""

    def __init__(self, text: str, folded: str) -> None:
        self._text, self._folded = text, folded
        self._found: dict[int, tuple[int, str, Confidence]] = {}
        self._fulls: dict[str, list[tuple[str, ...]]] = {}

    def add(self, start: int, end: int, confidence: Confidence) -> None:
        """Take in a name that was found by itself."""
        self._found[start] = (end, "name", confidence)
        parts = tuple(part for part in _CUT.split(self._folded[start:end]) if part)
        for part in set(parts):
            if len(part) > 1 and part not in _NOT_PARTS:
                known = self._fulls.setdefault(part, [])
                if parts not in known:
                    known.append(parts)

    def find(self, runs: Sequence[Run], places: Mapping[int, Hit]) -> None:
        """Look for parts of the names among runs that told nothing by themselves."""
        for run in runs:
            at = 0
            words = run.words
            while at < len(words):
                taken = self._longest(run, at)
                if taken and not (taken == 1 and _is_state(places.get(words[at].start))):
                    start = words[at].start
                    if at == 0 and run.left < run.start and self._matches(run.left, words[taken - 1].end):
                        start = run.left
                    self._found[start] = (words[at + taken - 1].end, "short form", Confidence.LIKELY)
                    at += taken
                else:
                    at += 1

    def _longest(self, run: Run, at: int) -> int:
        """How many words of a run, from one on, are part of a name."""
        words = run.words
        for count in range(min(len(words) - at, 5), 0, -1):
            if self._matches(words[at].start, words[at + count - 1].end):
                whole = count == len(words)
                last = at and at + count == len(words) and self._common(words[at - 1].start, words[at - 1].end)
                return count if whole or count > 1 or run.heading or last else 0
        return 0

    def _common(self, start: int, end: int) -> bool:
        """Whether a word in capitals stands in lower case elsewhere: "Senior Bureau Official Moy"."""
        return f" {self._folded[start:end]} " in self._text

    def _matches(self, start: int, end: int) -> bool:
        parts = tuple(part for part in _CUT.split(self._folded[start:end]) if part)
        key = next((part for part in parts if part not in _NOT_PARTS and len(part) > 1), None)
        if key is None:
            return False
        n = len(parts)
        return any(full[i : i + n] == parts for full in self._fulls.get(key, ()) for i in range(len(full) - n + 1))

    def found(self) -> Iterator[tuple[int, int, str, Confidence]]:
        """Every name: where it starts and ends, the rule, and how sure it is."""
        for start in sorted(self._found):
            end, rule, confidence = self._found[start]
            yield start, end, rule, confidence


def _is_state(hit: Hit | None) -> bool:
    meaning = hit.meaning if hit is not None else None
    return isinstance(meaning, PlaceWord) and any(p.type in (PlaceKind.STATE, PlaceKind.TERRITORY) for p in meaning.places)
