"""Where a run of words in capitals ends: at names of states and peoples, at ordinary words and acronyms, in headings.

A word that mostly ends a run may stand in a name all the same: "Theresa May", "Miguel de la Madrid", "KISHIDA Fumio".
"""

import re

from .kept_words import KeptWords
from .name_words import (
    IN_HEADLINES,
    INITIALS,
    ROMAN,
    Word,
    is_state,
    kind_of,
    syllabic,
)

# --- words -----------------------------------------------------------------------------------------------------

_INITIAL_NEXT = re.compile(r"(?: [A-Z]|[A-Z])\. [A-Z]")
_BENGALI = re.compile(r"A[A-Z]M\Z")
_ACRONYM_LIKE = frozenset(
    "US UK UN EU UAE USA PM AM FM VP MP SP AG GM PR HR EC EP IS AU TV FTA GDP CEO DC LNG AI IT HQ ID FDI MOU MoU SME SMEs COVID ICT".split()
)
_HYPHENS = "-\u2010\u2011\u2013"
NAMED_AFTER = frozenset(("Israel", "Chad", "Kenya", "India", "Cuba", "America"))
"""States after which people are named."""
_STATES_IN_LETTERS = frozenset("U.S U.N U.K E.U U.A.E D.C A.M P.M U.S.A U.S.S.R".split())

# --- rules -----------------------------------------------------------------------------------------------------


class Cuts(KeptWords):
    """Where the runs of one document end."""

    def _cuts(self, word: Word, words: list[Word], led: int, heading: bool, index: int) -> bool:
        """Whether a word in capitals ends the run before it and is no part of a name."""
        if word.start in self.places:
            cut = self._cuts_at_place(word, words, led, index)
            if cut is not None:
                return cut
        if word.ordinary:
            return word.text in IN_HEADLINES or not self._kept(word, words, led, index)
        if word.upper and not heading:
            if word.text[1] == "." and INITIALS.match(word.text):
                return word.text in _STATES_IN_LETTERS
            if words and word.text in ROMAN:
                return False
            if word.text == "II":
                return True  # "Foreign Minister II Erywan Yusof"
            return not self._kept_capitals(word, words, led, index)
        if not heading or word.given or word.family or led or "-" in word.text:
            return False
        end = word.end
        if (words and INITIALS.match(words[-1].text)) or _INITIAL_NEXT.match(
            self.text, end if len(word.text) > 1 else end - 1
        ):
            return False  # the byline "Rendi A. Witular, The Jakarta Post"
        if words and words[0].given and len(words) < 3 and not self._following(index):
            return False
        return self.counts[word.text] < 2

    def _cuts_at_place(self, word: Word, words: list[Word], led: int, index: int) -> bool | None:
        """The same of a word at which a name of the table of places begins; `None` if that settles nothing."""
        start, end, key = word.start, word.end, word.key
        _, stop, meaning = self.places[start]
        given = word.given
        if stop < end:  # "Malaysia-China"
            return True if self.text[stop] in _HYPHENS and not given and is_state(meaning) else None
        if led >= 3 and not words and word.text[1:2] == "." and self._initials(word, index):
            return False
        kind = word.place = kind_of(meaning)
        if kind == "people":
            if not words:
                if led >= 3 and word.family and not self._following(index):
                    return False
                if given and self._name_follows(index) and (led >= 2 or self.capitals[index + 1][0] in self.family):
                    return False
                return not (key in self.tables.family_first and self._syllables_follow(index))
            if not (
                (words[-1].given and (key in self.tables.surnames or word.family))
                or (words[0].key in self.tables.family_first and len(key) < 5)
            ):
                return True
        elif kind == "state" and stop > end:
            return True  # "the delegation thanked Sri Lanka", though Sri is a given name
        elif kind == "state" and led >= 3 and not words and word.text in NAMED_AFTER and self._following(index):
            return False  # "Foreign Minister Israel Katz"
        elif kind == "state" and not given and not (words and words[-1].given and key in self.tables.surnames):
            return True
        return True if stop > end and not given else None

    def _initials(self, word: Word, index: int) -> bool:
        """Whether letters of a state are the initials of a person here: "Commissioner U.K. Nandan"."""
        end, following = word.end, self.words[index + 1]
        return (
            INITIALS.match(word.text) is not None
            and self.text[end : end + 1] == "."
            and self.capitals[index + 1][0] == end + 2
            and following != ""
            and following not in self.tables.ordinary
        )

    def _kept_capitals(self, word: Word, words: list[Word], led: int, index: int) -> bool:
        """Whether a word all in capitals is a name: "KISHIDA Fumio", "Fumio KISHIDA", "JD Vance", "SECRETARY BLINKEN"."""
        if word.text in _ACRONYM_LIKE:
            return False
        if words:
            return (words[-1].given or (led >= 2 and len(word.text) > 3)) or (
                words[-1].text.isupper() and (words[-1].given or words[-1].family or led >= 3) and len(word.text) > 2
            )
        following = self._following(index)
        capitals_before = self.text[max(0, word.start - 5) : word.start].isupper()
        if led >= 3 and (capitals_before or word.family or word.given) and len(word.text) > 1:
            return True
        if not following:
            return False
        mixed = not following.isupper()
        if len(word.text) == 2 and mixed and following not in self.tables.ordinary:
            after = self.capitals[index + 1][0]
            return after in self.family or after in self.given or led >= 3
        if _BENGALI.match(word.text) and mixed and self.capitals[index + 1][0] in self.given:
            return True  # "AKM Mozammel Haque"
        if mixed and following not in self.tables.ordinary:
            follower = self.capitals[index + 1][0]
            return (led >= 2 and follower not in self.places) or (word.family and follower in self.given)
        return (word.given or word.family) and (self.capitals[index + 1][0] in self.family)

    def _name_follows(self, index: int) -> bool:
        """Whether a word in capitals that is no ordinary word follows directly."""
        following = self._following(index)
        return bool(following) and following not in self.tables.ordinary

    def _syllables_follow(self, index: int) -> bool:
        """Whether the next word could be a Chinese, Korean or Vietnamese given name."""
        following = self._following(index)
        return bool(following) and following not in self.tables.ordinary and syllabic(following)
