"""Where runs of words in capitals may begin: hardly ever at ordinary words, states and peoples, or inside titles and bodies.

What can be settled for a whole document is settled here at once, before any word is looked at by itself.
"""

from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from itertools import compress, count, repeat

from diplokit.wordlists import PLACES, PlaceWord

from .name_cuts import NAMED_AFTER, Cuts
from .name_words import ENDS, GOES_ON, PEOPLE, kind_of, tables

# --- words -----------------------------------------------------------------------------------------------------

# Added to what is settled of a word: that a longer name of the table of places begins so ("South", "Mexico").
_LONGER = 4
# Translate what is settled: to whether a longer name may begin there, and to the rest.
_MAY_BE_LONGER = bytes(code & _LONGER for code in range(256))
_BY_ITSELF = bytes(code % _LONGER for code in range(256))


@lru_cache(maxsize=16)
def _settled_words(locale: str) -> Mapping[str, int]:
    """Words that begin no name, unless the text says so at a place: ordinary ones, and states and peoples.

    With them stand the words with which longer names begin that may settle more.
    """
    known = tables()
    settled = dict(known.dull)
    longer: list[tuple[str, bool]] = []
    for word, meaning in PLACES.in_locale(locale).items():
        # A city by its size only, as most are, is no state.
        kind = "" if isinstance(meaning, PlaceWord) and meaning.rank == "large" else kind_of(meaning)
        if not word.isalpha():
            longer.append((word, kind in {"state", "people"}))
        if kind in {"state", "people"}:
            for written in (word, word.upper()):
                settled[written] = ENDS if kind == "state" else PEOPLE
    for word, settles in longer:
        first = word.partition(" ")[0].rstrip(".,")
        parts = [first] if first.isalpha() else [first, first.removesuffix("'s"), first.partition("-")[0]]
        for beginning in (*parts, *map(str.upper, parts)):
            code = settled.get(beginning, 0)
            if settles or (code and beginning not in known.plain):
                settled[beginning] = code | _LONGER
    return settled


# --- rules -----------------------------------------------------------------------------------------------------


class Beginnings(Cuts):
    """Where the runs of one document may begin."""

    def _dead(self) -> bytearray:
        """For each word in capitals whether it begins no name by itself: 0 if it may, `GOES_ON` or more if not.

        Whether something else stands there that holds it, a title or a body, `blocked` says.
        """
        capitals, words, given, family = self.capitals, self.words, self.given, self.family
        starts = self.document.capital_starts
        settled = bytearray(map(_settled_words(self.document.locale).get, words, repeat(0)))
        dead = settled.translate(_BY_ITSELF)
        for start in family:
            at = bisect_left(starts, start)
            if dead[at] == PEOPLE and starts[at] == start:
                dead[at] = 0
        for start in given:
            at = bisect_left(starts, start)
            if starts[at] == start:
                dead[at] = 0
        for name in NAMED_AFTER:
            start = self.text.find(f" {name} ") + 1
            while start > 0:
                if start - 1 in self.leads:
                    dead[bisect_left(starts, start)] = 0
                start = self.text.find(f" {name} ", start) + 1
        for at in compress(count(), settled.translate(_MAY_BE_LONGER)):
            first, reach = capitals[at]
            if first not in self.places or first in given:
                continue
            start, end, meaning = self.places[first]
            if end == reach:
                continue
            kind = kind_of(meaning)
            if kind == "state" or (kind == "people" and start not in family):
                if start - 1 in self.leads and words[at][1:2] == ".":
                    continue  # "Commissioner U.K. Nandan"
                dead[at] = GOES_ON if end < reach else ENDS  # "Chinese-language", "South Korea"
                if end > reach:
                    at += 1
                    while starts[at] < end:
                        dead[at] = ENDS
                        at += 1
            elif words[at] not in self.tables.plain:
                dead[at] = 0
        return dead

    def _describes(self, index: int) -> bool:
        """Whether a word for a person describes the one whose name follows: "Seismologist Ahmet Mete Isikara"."""
        start, end = self.capitals[index]
        return (
            self.folded[end : end + 1] == " "
            and self.text[end + 1 : end + 2].isupper()
            and start not in self.given
            and (start not in self.family or self._full_name_follows(index))
            and self.words[index] not in self.tables.alone
        )

    def _full_name_follows(self, index: int) -> bool:
        """Whether a given name and another word follow: "Brewer Josef Groll"."""
        return self.capitals[index + 1][0] in self.given and self.gaps[index + 2] == " "
