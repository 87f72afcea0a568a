"""Runs of words in capitals that may be names of persons.

A run goes on over initials, particles ("bin", "van der", "al-"), nicknames in quotes and hyphens; it is cut at offices,
forms of address, names of organisations and of peoples, and at ordinary words, unless a name may well hold them.
"""

import re
from collections.abc import Iterator
from itertools import compress, count, product, repeat
from operator import itemgetter, not_, or_

from diplokit import Document

from .name_cuts import BETWEEN, Cuts
from .name_words import ENDS, GOES_ON, INITIALS, KINDS, Run, Word, kind_of

# --- words -----------------------------------------------------------------------------------------------------

_SHORT = frozenset(
    {"Mohd", "Md", "St", "Wm", "Abd", "Muh", "Moh", "Jos", "Geo", "Chas", "Thos", "Ma", "Sh", "Hj", "Jr", "Sr"}
)
_FULL_STOP = re.compile(r"[^\W\d_]{3}\.")

# What stands between words in capitals most often, and never inside a name.
_APART = frozenset(
    {" and ", " of ", " of the ", " in ", " to ", " on ", " for ", " with ", " at ", " by ", " the ", " is "}
)
# The last two characters before a word that begins a sentence or a clause: nothing there leads to a name.
_OPENINGS = frozenset(
    {
        "",
        *map("".join, product(' \n.,;:!?"\u201c\u201d', " \n")),
        *map("".join, product(" \n.,;:!?(", '"\u201c\u201d([')),
    }
)
_MARKS = frozenset({"'s", "\u2019s", "-", "\u2013", "\u2014", "&", "*", "\u2022", "|"})
_START = itemgetter(0)
_LISTING = frozenset({" and ", ", ", ", and "})

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
        folded, blocked, places = self.folded, self.blocked, self.places
        capitals, words, gaps, leads = self.capitals, self.words, self.gaps, self.leads
        telling, leading = self.telling, self.leading
        alone, descriptions = self.tables.alone, self.tables.descriptions
        dead = self._dead()
        skip = 0
        listed = -1
        for index in compress(count(), map(not_, dead)):
            start, end = capitals[index]
            if start < skip:
                continue
            written = words[index]
            gap = gaps[index + 1]
            before = gaps[index]
            if (
                start not in telling
                and (dead[index + 1] >= ENDS or len(gap) > 15 or gap in _APART or gap[:1] in ",;:)")
                and written not in alone
                and "." not in written
                and (
                    before[-2:] in _OPENINGS
                    or (
                        before[-1] == " "
                        and (word := before[:-1].rpartition(" ")[2] or words[index - 1].lower()) not in leading
                        and (word.isalnum() or word in _MARKS)
                    )
                )
            ):
                self.lone.append(index)
                continue
            if written.lower() in descriptions and self._describes(index):
                continue
            if before[-2:] in _OPENINGS and start - 1 not in leads and start - 2 not in leads:
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
                if (gaps[index] != " " or reach != capitals[index - 1][1]) and not self._joins(
                    run, folded[reach:start], start, end
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
        """For each word in capitals whether a name may begin with it: 0 if so, `GOES_ON` or `ENDS` if not."""
        capitals, words, blocked, given, family = self.capitals, self.words, self.blocked, self.given, self.family
        starts = list(map(_START, capitals))
        dead = bytearray(map(or_, map(self.tables.dull.get, words, repeat(0)), map(blocked.__getitem__, starts)))
        numbers = dict(zip(starts, count()))
        for start in given:
            at = numbers.get(start)
            if at is not None:
                dead[at] = blocked[start]
        for start, end, meaning in self.places.values():
            at = numbers.get(start)
            if at is None or start in given:
                continue
            known = KINDS.get(id(meaning))
            kind = kind_of(meaning) if known is None else known[0]
            if kind == "state" or (kind == "people" and start not in family):
                reach = capitals[at][1]
                if words[at][1:2] == "." and start - 1 in self.leads:
                    continue  # "Commissioner U.K. Nandan"
                dead[at] |= ENDS if end >= reach else GOES_ON
                while end > reach and not blocked[start]:
                    at += 1
                    if starts[at] >= end:
                        break
                    dead[at] = ENDS
            elif dead[at] and words[at] not in self.tables.plain:
                dead[at] = blocked[start]
        return dead

    def _word(self, index: int) -> Word:
        """A word in capitals with what the tables say of it."""
        start, end = self.capitals[index]
        written = self.words[index]
        if "." in written and (dot := _FULL_STOP.search(written)):
            written = written[: dot.end() - 1]  # "Ciobo.Credit"
            end = start + len(written)
        upper = end - start > 1 and written.isupper()
        key = written.capitalize() if upper and end - start > 2 else written
        tables = self.tables
        return Word(start, end, written, key, upper, start in self.given, start in self.family, key in tables.ordinary)

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
        """Whether what stands between two words in capitals lets them be one name."""
        if gap == " " and self.text[start - 1] != "\n":
            return True
        if len(gap) > 15 or gap in _APART or gap[:1] in ",;:)":
            return not gap
        last = words[-1]
        if gap == " " and self.text[start:end].isupper() and not last.text.isupper():
            return False  # a dateline after a heading
        if gap == " ":
            return self._wrapped(start - 1) and self._sentence(last.start) == self._sentence(start)
        if gap == ". ":
            return bool(INITIALS.match(last.text)) or last.text in _SHORT
        if gap == ".":
            return len(last.text) == 1
        if not gap.strip() and len(gap) < 4:
            return "\n" not in self.text[last.end : start]
        if gap in {' "', " '"}:
            return last.given and self.folded[end : end + 2] == gap[1] + " " and self.text[end + 2 : end + 3].isupper()
        if gap in ('" ', "' ", '." '):
            return self.folded[last.start - 1] == gap[-2]
        if gap in {"'", "-"}:
            return True
        return BETWEEN.fullmatch(gap) is not None
