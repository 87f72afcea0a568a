"""Where runs of words in capitals may begin: hardly ever at ordinary words, states and peoples, or inside titles and bodies.

What can be settled for a whole document is settled here at once, before any word is looked at by itself.
"""

from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from itertools import compress, repeat
from operator import itemgetter, ne

from diplokit.wordlists import PLACES, PlaceWord

from .name_cuts import Cuts
from .name_words import ENDS, GOES_ON, PEOPLE, kind_of, tables

# --- words -----------------------------------------------------------------------------------------------------

_START, _END = itemgetter(0), itemgetter(1)


@lru_cache(maxsize=16)
def _settled_words(locale: str) -> Mapping[str, int]:
    """Words that begin no name, unless the text says so at a place: ordinary ones, and states and peoples."""
    settled = dict(tables().dull)
    for word, meaning in PLACES.in_locale(locale).items():
        if isinstance(meaning, PlaceWord) and meaning.rank == "large":
            continue  # a city by its size only, as most are
        kind = kind_of(meaning)
        if kind in {"state", "people"}:
            for written in (word, word.upper()):
                settled[written] = ENDS if kind == "state" else PEOPLE
    return settled


# --- rules -----------------------------------------------------------------------------------------------------


class Beginnings(Cuts):
    """Where the runs of one document may begin."""

    def _dead(self) -> bytes:
        """For each word in capitals whether a name may begin with it: 0 if so, `GOES_ON` or more if not."""
        capitals, words, blocked = self.capitals, self.words, self.blocked
        given, family, places = self.given, self.family, self.places
        ends = dict(capitals)
        starts = list(ends)
        # As two long numbers, what blocks the words and what settles them is joined in one step.
        taken = int.from_bytes(itemgetter(*starts)(blocked))
        settled = int.from_bytes(bytes(map(_settled_words(self.document.locale).get, words, repeat(0))))
        dead = bytearray((taken | settled).to_bytes(len(starts)))
        at = dead.find(PEOPLE)
        while at >= 0:
            if starts[at] in family:
                dead[at] = blocked[starts[at]]
            at = dead.find(PEOPLE, at + 1)
        for start in given:
            at = bisect_left(starts, start)
            if starts[at] == start:
                dead[at] = blocked[start]
        # Of the places most are one word, which the table has settled; the others follow.
        for start, end, meaning in compress(
            places.values(), map(ne, map(_END, places.values()), map(ends.get, places))
        ):
            if start not in ends or start in given:
                continue
            at = bisect_left(starts, start)
            kind = kind_of(meaning)
            if kind == "state" or (kind == "people" and start not in family):
                if start - 1 in self.leads and words[at][1:2] == ".":
                    continue  # "Commissioner U.K. Nandan"
                reach = ends[start]
                dead[at] = GOES_ON | blocked[start] if end < reach else ENDS  # "Chinese-language", "South Korea"
                if end > reach:
                    at += 1
                    while starts[at] < end:
                        dead[at] = ENDS
                        at += 1
            elif words[at] not in self.tables.plain:
                dead[at] = blocked[start]
        return bytes(dead)

    def _telling(self, alive: bytes) -> tuple[set[int], set[int]]:
        """Where the words start that say something for a name, and to which something may lead.

        Args:
            alive: For each word in capitals whether a name may begin with it; of others nothing is told.
        """
        words, starts = list(compress(self.words, alive)), list(map(_START, compress(self.capitals, alive)))
        led_to = self.led_to(starts)
        telling = led_to.union(
            self.given,
            self.family,
            compress(starts, map(self.tables.telling.__contains__, words)),
            compress(starts, map(str.__contains__, words, repeat("."))),
        )
        return telling, led_to

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
