"""Runs of words in capitals that may be names of persons.

A run goes on over initials, particles ("bin", "van der", "al-"), nicknames in quotes and hyphens; it is cut at offices,
forms of address, names of organisations and of peoples, and at ordinary words, unless a name may well hold them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import compress, count, repeat
from operator import itemgetter, not_, or_

from diplokit import Document, fold
from diplokit.wordlists import PLACES

from .name_cuts import BETWEEN, Cuts
from .name_words import ENDS, GOES_ON, INITIALS, PEOPLE, Run, Word, kind_of, tables

# --- words -----------------------------------------------------------------------------------------------------

_SHORT = frozenset(
    {"Mohd", "Md", "St", "Wm", "Abd", "Muh", "Moh", "Jos", "Geo", "Chas", "Thos", "Ma", "Sh", "Hj", "Jr", "Sr"}
)
_FULL_STOP = re.compile(r"[^\W\d_]{3}\.")

_WIDEST = 15
"""No more characters stand between two words of one name."""

# What stands between words in capitals most often, and never inside a name.
_APART = frozenset(
    {" and ", " of ", " of the ", " in ", " to ", " on ", " for ", " with ", " at ", " by ", " the ", " is "}
)
_PLAIN = frozenset(["", *' \n"\u201c\u201d(['])
_ENDING = frozenset({"", *",;:)"})
_MARKS_INSIDE = frozenset({". ", ".", ' "', " '", '" ', "' ", '." ', "'", "-"})
_START, _SPAN = itemgetter(0), itemgetter(0, 1)
_LISTING = frozenset({" and ", ", ", ", and "})


@lru_cache(maxsize=4096)
def _may_join(gap: str) -> bool:
    """Whether what stands between two words in capitals may stand inside a name."""
    folded = fold(gap)
    if folded in _APART or folded[:1] in _ENDING:
        return not folded
    if not folded.strip():
        return folded == " " or (len(folded) < 4 and "\n" not in gap)
    return folded in _MARKS_INSIDE or BETWEEN.fullmatch(folded) is not None


@lru_cache(maxsize=4096)
def _form(written: str) -> tuple[str, str, bool, bool]:
    """A word in capitals, the same as the tables write it, whether it is all in capitals, and whether it is ordinary."""
    if "." in written and (dot := _FULL_STOP.search(written)):
        written = written[: dot.end() - 1]  # "Ciobo.Credit"
    upper = len(written) > 1 and written.isupper()
    key = written.capitalize() if upper and len(written) > 2 else written
    return written, key, upper, key in tables().ordinary


@lru_cache(maxsize=16)
def _settled_words(locale: str) -> Mapping[str, int]:
    """Words that begin no name, unless the text says so at a place: ordinary ones, and states and peoples."""
    settled = dict(tables().dull)
    for word, meaning in PLACES.in_locale(locale).items():
        kind = kind_of(meaning)
        if kind in {"state", "people"}:
            for written in (word, word.upper()):
                settled[written] = ENDS if kind == "state" else PEOPLE
    return settled


# --- rules -----------------------------------------------------------------------------------------------------


class Runs(Cuts):
    """The runs of one document.

    Attributes:
        lone: The numbers of words in capitals that stand alone and say nothing by themselves: they can only be short
            forms of names that stand elsewhere. Complete when all runs are read, as is `doubtful`.
        doubtful: Words that are names of persons only where a name of the document holds them ("May").
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.lone: list[int] = []
        self.doubtful: list[Run] = []

    def __iter__(self) -> Iterator[Run]:
        """The runs that may say something by themselves, in order."""
        text, folded, blocked, places = self.text, self.folded, self.blocked, self.places
        capitals, words, gaps = self.capitals, self.words, self.gaps
        telling, near = self.telling, self.near
        alone, descriptions, lone = self.tables.alone, self.tables.descriptions, self.lone
        dead = self._dead()
        skip = 0
        listed = -1
        following = zip(count(), capitals, words, gaps, gaps[1:], dead[1:], strict=False)
        for index, (start, end), written, before, after, ended in compress(following, map(not_, dead)):
            if start < skip:
                continue
            tail = before[-2:]
            plain = tail[-1:] in _PLAIN and tail[:1] != ")"
            if (
                plain
                and start not in telling
                and (ended >= ENDS or len(after) > _WIDEST or not _may_join(after))
                and written not in alone
                and "." not in written
            ):
                lone.append(index)
                continue
            if written.lower() in descriptions and self._describes(index):
                continue
            if plain and start not in near:
                left, led = start, 0
            else:
                left, led = self._lead(start)
            if start == listed and not led:
                led = 2
            first = self._word(index)
            heading = self._in_heading(start)
            place = places.get(start)
            if (first.ordinary or first.upper or heading or place is not None) and self._cuts(
                first, [], led, heading, index
            ):
                if first.ordinary and first.key in self.tables.surnames:
                    self.doubtful.append(Run([first], led, left, heading))
                if place is not None and place[1] > end:
                    skip = place[1]
                continue
            run = [first]
            reach = first.end
            followed = ""
            while True:
                index += 1
                start, end = capitals[index]
                if blocked[start]:
                    break
                gap = gaps[index]
                if gap != " " or reach != capitals[index - 1][1]:
                    gap = text[reach:start]
                    if (
                        len(gap) > _WIDEST
                        or not _may_join(gap)
                        or not self._joins(run, folded[reach:start], start, end)
                    ):
                        break
                other = self._word(index)
                place = places.get(start)
                if (other.ordinary or other.upper or heading or place is not None) and self._cuts(
                    other, run, led, heading, index
                ):
                    if folded[reach:start] == " ":
                        followed = other.key
                    skip = place[1] if place is not None and place[1] > end else end
                    break
                run.append(other)
                skip = reach = other.end
            if led == 2 and folded[reach:start] in _LISTING:
                listed = start
                telling.add(start)
            yield Run(run, led, left, heading, followed)

    def single(self, index: int) -> Run | None:
        """The run of a word that stands alone, if it is one."""
        start = self.capitals[index][0]
        if self._describes(index):
            return None
        word = self._word(index)
        heading = self._in_heading(start)
        run = Run([word], 0, start, heading)
        if (word.ordinary or word.upper or heading or start in self.places) and self._cuts(word, [], 0, heading, index):
            if word.ordinary and word.key in self.tables.surnames:
                self.doubtful.append(run)
            return None
        return run

    def _dead(self) -> bytearray:
        """For each word in capitals whether a name may begin with it: 0 if so, `GOES_ON` or more if not."""
        capitals, words, blocked, given = self.capitals, self.words, self.blocked, self.given
        dull = self.tables.dull
        settled = _settled_words(self.document.locale)
        starts = list(map(_START, capitals))
        dead = bytearray(map(or_, map(settled.get, words, repeat(0)), map(blocked.__getitem__, starts)))
        numbers = dict(zip(starts, count()))
        for start in self.family:
            at = numbers.get(start)
            if at is not None and dead[at] == PEOPLE:
                dead[at] = blocked[start]
        for start in given:
            at = numbers.get(start)
            if at is not None:
                dead[at] = blocked[start]
        # Of the places most are one word, which the table has settled; the others follow.
        for start, end in set(map(_SPAN, self.places.values())).difference(capitals):
            at = numbers.get(start)
            if at is None or start in given:
                continue
            kind = kind_of(self.places[start].meaning)
            reach = capitals[at][1]
            if kind == "state" or (kind == "people" and start not in self.family):
                if start - 1 in self.leads and words[at][1:2] == ".":
                    continue  # "Commissioner U.K. Nandan"
                dead[at] |= ENDS if end >= reach else GOES_ON
                inner = ENDS
            else:
                if words[at] not in self.tables.plain:
                    dead[at] = blocked[start]
                inner = 0
            while end > reach:
                at += 1
                start, reach = capitals[at]
                if start >= end:
                    break
                dead[at] = inner | blocked[start] | dull.get(words[at], 0)
        return dead

    def _word(self, index: int) -> Word:
        """A word in capitals with what the tables say of it."""
        start = self.capitals[index][0]
        written, key, upper, ordinary = _form(self.words[index])
        return Word(
            start, start + len(written), written, key, upper, start in self.given, start in self.family, ordinary
        )

    def _describes(self, index: int) -> bool:
        """Whether a word describes the person whose name follows: "Seismologist Ahmet Mete Isikara"."""
        start, end = self.capitals[index]
        return (
            self.folded[start:end] in self.tables.descriptions
            and self.folded[end : end + 1] == " "
            and self.text[end + 1 : end + 2].isupper()
            and start not in self.given
            and start not in self.family
            and self.words[index] not in self.tables.alone
        )

    def _joins(self, words: list[Word], gap: str, start: int, end: int) -> bool:
        """Whether what stands between two words in capitals, which may stand in a name, lets them be one name."""
        last = words[-1]
        if gap == " ":
            if self.text[start - 1] != "\n":
                return True
            if self.text[start:end].isupper() and not last.text.isupper():
                return False  # a dateline after a heading
            return self._wrapped(start - 1) and self._sentence(last.start) == self._sentence(start)
        if gap == ". ":
            return bool(INITIALS.match(last.text)) or last.text in _SHORT
        if gap == ".":
            return len(last.text) == 1
        if gap in {' "', " '"}:
            return last.given and self.folded[end : end + 2] == gap[1] + " " and self.text[end + 2 : end + 3].isupper()
        if gap in ('" ', "' ", '." '):
            return self.folded[last.start - 1] == gap[-2]
        return True
