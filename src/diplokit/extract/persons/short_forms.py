"""Short forms: later and earlier places in a document that name a person found in full by a part of the name."""

import re
from functools import cached_property, lru_cache
from itertools import compress
from operator import attrgetter, itemgetter

from diplokit import fold
from diplokit.vocabulary import Confidence

from .name_runs import Runs
from .name_surroundings import acts
from .name_words import Run, is_state

_CUT = re.compile(r"[\s.-]+")
_NOT_PARTS = frozenset(
    "jr sr ii iii iv bin binti bint ibn al el de da do dos das del di du la le van von der den ter y e".split()
)
_LONGEST = 8
_START, _FIRST = attrgetter("start"), itemgetter(0)
_IN = re.compile(r"(?<!\w)(?:in|at|near|from|to|outside) \Z")


class ShortForms:
    """The names of a document so far, and the places where they are named in short."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._text, self._folded = runs.text, runs.folded
        self._found: dict[int, tuple[int, str, Confidence]] = {}
        self._names: set[str] = set()
        self._writings: frozenset[str] = frozenset()  # words that write or begin a short form: most words need one look
        self._used: dict[tuple[str, ...], str] = {}

    @cached_property
    def _parts(self) -> set[tuple[str, ...]]:
        """The short forms of the names."""
        return {short for name in self._names for short in _short_forms(_split(name))}

    def add(self, start: int, end: int, confidence: Confidence) -> None:
        """Take in a name that was found by itself."""
        self._found[start] = (end, "name", confidence)

    def find(self, rest: list[Run]) -> None:
        """Look for parts of the names among runs that told nothing by themselves, and among lone words."""
        if not self._found:
            return
        folded = self._folded
        self._names = {folded[start:end] for start, (end, _, _) in self._found.items()}
        writings = self._writings = frozenset().union(*map(_writings, self._names))
        runs, lone = self._runs, self._runs.lone
        words = fold("\0".join(map(runs.words.__getitem__, lone))).split("\0")
        for index in compress(lone, map(writings.__contains__, words)):
            run = runs.single(index)
            if run is not None:
                rest.append(run)
        rest.sort(key=_START)
        for run in rest:
            if not writings.isdisjoint(_CUT.split(folded[run.start : run.end])):
                self._find(run)
        for run in sorted(runs.doubtful, key=_START):
            if acts(run, self._folded):
                self._find(run)
        for start, found in list(self._found.items()):
            if (first := self._particle(start, found[0])) < start:
                self._found[first] = self._found.pop(start)

    def _find(self, run: Run) -> None:
        folded, places = self._folded, self._runs.places
        words = run.words
        at = 0
        while at < len(words):
            word = words[at]
            name = folded[word.start : word.end]
            if name not in self._writings and "." not in name:
                at += 1
                continue
            taken = self._longest(run, at)
            start = word.start
            place = places.get(start)
            if not taken or (taken == 1 and place is not None and is_state(place.meaning)):
                at += 1
                continue
            end = words[at + taken - 1].end
            if at == 0 and run.left < run.start and _split(folded[run.left : end]) in self._parts:
                start = run.left  # "de Klerk"
            at += taken
            place = places.get(start)
            if place is not None and _IN.search(folded, max(0, start - 8), start):
                continue  # "in Birmingham", though a Mr Birmingham is about
            self._found[start] = (end, "short form", Confidence.CERTAIN if place is not None else Confidence.LIKELY)
            self._used[_split(folded[start:end])] = self._text[start:end]

    def _particle(self, start: int, end: int) -> int:
        """Where a short form begins with the particle that a sentence or a headline writes large: "Dos Santos said"."""
        first = self._text.rfind(" ", max(0, start - 5), start - 1) + 1 or max(0, start - 4)
        if self._folded[first : start - 1] not in _NOT_PARTS or not self._text[first].isupper():
            return start  # nearly always
        return first if _split(self._folded[first:end]) in self._parts else start

    def _longest(self, run: Run, at: int) -> int:
        """How many words of a run, from one on, are part of a name."""
        words = run.words
        for count in range(min(len(words) - at, 5), 0, -1):
            if _split(self._folded[words[at].start : words[at + count - 1].end]) in self._parts:
                last = at > 0 and at + count == len(words) and self._runs.stands_small(words[at - 1].text)
                return count if count == len(words) or count > 1 or run.heading or last else 0
        return 0

    def called(self, start: int, end: int) -> str | None:
        """The short form by which the document calls the person of a full name, if it uses just one."""
        if not self._used:
            return None
        full = _split(self._folded[start:end])
        used = {self._used[some] for some in _short_forms(full) if some != full and some in self._used}
        return used.pop() if len(used) == 1 else None

    def found(self) -> list[tuple[int, tuple[int, str, Confidence]]]:
        """Every name in order: where it starts, and where it ends, the rule, and how sure it is."""
        return sorted(self._found.items())


@lru_cache(maxsize=4096)
def _split(name: str) -> tuple[str, ...]:
    """The parts of a name in folded writing."""
    return tuple([part for part in _CUT.split(name) if part])


@lru_cache(maxsize=4096)
def _writings(name: str) -> frozenset[str]:
    """The words that write or begin a short form of a name in folded writing."""
    short = _short_forms(_split(name))
    return frozenset([*map("-".join, short), *map(_FIRST, short)])


@lru_cache(maxsize=4096)
def _short_forms(parts: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Every sequence of the parts of a name that could stand for it."""
    parts = parts[:_LONGEST]
    telling = [len(part) > 1 and part not in _NOT_PARTS for part in parts]
    return tuple(
        [
            parts[first:last]
            for first in range(len(parts))
            for last in range(first + 1, len(parts) + 1)
            if True in telling[first:last]
        ]
    )
