"""Short forms: later and earlier places in a document that name a person found in full by a part of the name."""

import re
from functools import lru_cache
from itertools import compress, starmap
from operator import attrgetter, itemgetter

from diplokit.vocabulary import Confidence

from .name_runs import Runs
from .name_surroundings import acts
from .name_words import Run, is_state

_CUT = re.compile(r"[\s.-]+")
_NOT_PARTS = frozenset(
    "jr sr ii iii iv bin binti bint ibn al el de da do dos das del di du la le van von der den ter y e".split()
)
_LONGEST = 8
_START, _FIRST, _SECOND = attrgetter("start"), itemgetter(0), itemgetter(1)
_IN = re.compile(r"(?<!\w)(?:in|at|near|from|to|outside) \Z")


class ShortForms:
    """The names of a document so far, and the places where they are named in short."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._text, self._folded = runs.text, runs.folded
        self._found: dict[int, tuple[int, str, Confidence]] = {}
        self._parts: set[tuple[str, ...]] = set()
        self._writings: set[str] = set()  # words that write or begin one of those: most words need one look
        self._used: dict[tuple[str, ...], str] = {}

    def add(self, start: int, end: int, confidence: Confidence) -> None:
        """Take in a name that was found by itself."""
        self._found[start] = (end, "name", confidence)

    def find(self, rest: list[Run]) -> None:
        """Look for parts of the names among runs that told nothing by themselves, and among lone words."""
        if not self._found:
            return
        shapes = list(map(_shapes, {self._folded[start:end] for start, (end, _, _) in self._found.items()}))
        self._parts.update(*map(_FIRST, shapes))
        self._writings.update(*map(_SECOND, shapes))
        runs, lone = self._runs, self._runs.lone
        words = map(self._folded.__getitem__, starmap(slice, map(runs.capitals.__getitem__, lone)))
        for index in compress(lone, map(self._writings.__contains__, words)):
            run = runs.single(index)
            if run is not None:
                rest.append(run)
        rest.sort(key=_START)
        folded, writings = self._folded, self._writings
        for run in rest:
            if not writings.isdisjoint(_CUT.split(folded[run.start : run.end])):
                self._find(run)
        for run in sorted(runs.doubtful, key=_START):
            if acts(run, self._folded):
                self._find(run)

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
def _shapes(name: str) -> tuple[tuple[tuple[str, ...], ...], frozenset[str]]:
    """The short forms of a name in folded writing, and the words that write or begin one of them."""
    short = _short_forms(_split(name))
    return short, frozenset([*map("-".join, short), *map(_FIRST, short)])


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
