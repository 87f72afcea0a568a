"""Runs of words in capitals that may be names of persons, and the words beside them that matter.

A run goes on over initials, particles ("bin", "van der", "al-"), nicknames in quotes and hyphens; it is cut at offices,
forms of address, names of organisations and of peoples, and at ordinary words, unless a name may well hold them.
"""

import re
from collections.abc import Iterator

from .name_leads import PARTICLES, Leads
from .name_words import (
    CAPITAL_PARTICLES,
    DAYS,
    INITIALS,
    MONTHS,
    ROMAN,
    SYLLABLES_FIRST,
    Run,
    Word,
    is_state,
    kind_of,
    syllabic,
)

# --- words -----------------------------------------------------------------------------------------------------

_BETWEEN = re.compile(
    rf"\.? (?:(?:{PARTICLES}) ){{1,3}}(?:(?:al|el|as|ar|az|an|ad|at|ash|ul|ur|ud)[-'])?"
    r"|\.? (?:al|el|as|ar|az|an|ad|at|ash|ul|ur|ud|l|t|d|o)[-']|-(?:ul|ud|ur|al|el|e|i|ad|as|ol|ol-)-|\.? d'|-?\.-?"
)
_SHORT = frozenset(
    {"Mohd", "Md", "St", "Wm", "Abd", "Muh", "Moh", "Jos", "Geo", "Chas", "Thos", "Ma", "Sh", "Hj", "Jr", "Sr"}
)
_INITIAL_NEXT = re.compile(r"(?: [A-Z]|[A-Z])\. [A-Z]")
_APART_BEFORE = ' .,;:!?"'
_WHEN = re.compile(r"(?<!\w)(?:on|by|since|until|till|last|next|this|late|early|earlier|from|before|after|of) \Z")
_OF = re.compile(r" of |[,.]|'s")
_FULL_STOP = re.compile(r"[^\W\d_]{3}\.")
_ACRONYM_LIKE = frozenset(
    "US UK UN EU UAE USA PM AM TV FTA GDP CEO DC LNG AI IT HQ ID FDI MOU MoU SME SMEs COVID ICT".split()
)

# What stands between words in capitals most often, and never inside a name.
_APART = frozenset(
    {" and ", " of ", " of the ", " in ", " to ", " on ", " for ", " with ", " at ", " by ", " the ", " is "}
)

# --- rules -----------------------------------------------------------------------------------------------------


class Runs(Leads):
    """The runs of one document."""

    def __iter__(self) -> Iterator[Run]:
        text, folded, blocks, tables = self.text, self.folded, self.blocks, self.tables
        ordinary, plain, given, family, quick = tables.ordinary, tables.plain, self.given, self.family, self.quick
        places, surnames, openers, leads = self.places, tables.surnames, tables.openers, self.leads
        descriptions = tables.descriptions
        waiting = iter([*blocks, (len(text) + 1, 0)])
        block_start, block_end = next(waiting)
        headings = iter([*self._headings(), (len(text) + 1, 0)])
        heading_start, heading_end = next(headings)
        words: list[Word] = []
        led = left = 0
        heading = False
        skip = reach = 0
        byline = -1
        for index, (start, end) in enumerate(self.document.capitals):
            if start < skip:
                continue
            if start >= block_start:
                while block_end <= start and block_start <= start:
                    block_start, block_end = next(waiting)
                if block_start <= start:
                    if words:
                        yield Run(words, led, left, heading)
                        words = []
                    skip = block_end
                    continue
            written = text[start:end]
            if words:
                gap = folded[reach:start]
                if (gap != " " or text[start - 1] == "\n") and not self._joins(words, gap, start, end):
                    yield Run(words, led, left, heading)
                    words = []
            if not words:  # the quick way for most words
                if start in quick and not (written[1:2] == "." and start - 1 in leads):
                    skip = max(quick[start], end)
                    continue
                if written in openers and start not in given and (start not in places or written in plain):
                    continue
                if (
                    folded[start:end] in descriptions
                    and folded[end : end + 1] == " "
                    and text[end + 1 : end + 2].isupper()
                    and start not in given
                    and start not in family
                    and written not in tables.alone
                ):
                    continue  # "Seismologist Ahmet Mete Isikara"
            if "." in written and (dot := _FULL_STOP.search(written)):
                written = written[: dot.end() - 1]  # "Ciobo.Credit"
                end = start + len(written)
            upper = written.isupper() and end - start > 1
            key = written.capitalize() if upper and end - start > 2 else written
            common = key in ordinary
            word = Word(start, end, written, key, start in given, start in family, common)
            if not words:
                if (
                    start > 1
                    and folded[start - 1] == " "
                    and folded[start - 2] in _APART_BEFORE
                    and start - 1 not in leads
                    and start - 2 not in leads
                ):
                    left, led = start, 0  # a sentence begins, or a clause
                else:
                    left, led = self._lead(start)
                if not led and byline >= 0 and folded[byline:start] in (" and ", ", ", ", and "):
                    led = 2
                byline = -1
                while heading_end <= start and heading_start <= start:
                    heading_start, heading_end = next(headings)
                heading = heading_start <= start
            if (common or upper or heading or start in places) and self._cuts(word, words, led, heading, index):
                if words:
                    yield Run(words, led, left, heading, key if folded[reach:start] == " " else "")
                    words = []
                elif common and key in surnames:
                    self.doubtful.append(Run([word], led, left, heading))
                place = places.get(start)
                if place is not None and place[1] > end:
                    skip = place[1]
                continue
            words.append(word)
            reach = end
            if led == 2:
                byline = end
        if words:
            yield Run(words, led, left, heading)

    def _joins(self, words: list[Word], gap: str, start: int, end: int) -> bool:
        """Whether what stands between two words in capitals lets them be one name."""
        if len(gap) > 15 or gap in _APART or gap[:1] in ",;:)":
            return not gap
        last = words[-1]
        if gap == " " and self.text[start:end].isupper() and not last.text.isupper():
            return False  # a dateline after a heading
        if gap == " ":
            return self._wrapped(start - 1) and self.document.sentence_index(
                last.start
            ) == self.document.sentence_index(start)
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
        return _BETWEEN.fullmatch(gap) is not None

    def _cuts(self, word: Word, words: list[Word], led: int, heading: bool, index: int) -> bool:
        """Whether a word in capitals ends the run before it and is no part of a name."""
        start, end, key = word.start, word.end, word.key
        text = self.text
        place = self.places.get(start)
        if place is not None:
            if (
                place.end < end
                and text[place.end] in "-\u2010\u2011\u2013"
                and not word.given
                and is_state(place.meaning)
            ):
                return True  # "Malaysia-China"
            if place.end >= end:
                if (
                    led >= 3
                    and not words
                    and word.text[1:2] == "."
                    and INITIALS.match(word.text)
                    and text[end : end + 1] == "."
                    and index + 1 < len(self.document.capitals)
                    and self.document.capitals[index + 1][0] == end + 2
                    and text[end + 2 : self.document.capitals[index + 1][1]] not in self.tables.ordinary
                ):
                    return False  # "Commissioner U.K. Nandan"
                word.place = kind_of(place.meaning)
                if word.place == "people" and not words and led >= 3 and word.family and not self._following(index):
                    return False
                if (
                    word.place == "people"
                    and not words
                    and word.given
                    and self._name_follows(index)
                    and (led >= 2 or self._next_start(index) in self.family)
                ):
                    return False
                if (
                    word.place == "people"
                    and not words
                    and key in self.tables.family_first
                    and self._syllables_follow(index)
                ):
                    return False
                if word.place == "people" and not (
                    words
                    and (
                        (words[-1].given and (key in self.tables.surnames or word.family))
                        or (words[0].key in self.tables.family_first and len(key) < 5)
                    )
                ):
                    return True
                if (
                    word.place == "state"
                    and not word.given
                    and not (words and words[-1].given and key in self.tables.surnames)
                ):
                    return True
                if place.end > end and not word.given:
                    return True
        if word.ordinary:
            return not self._kept(word, words, led, index)
        upper = word.text.isupper()
        if upper and end - start > 1 and not heading:
            if INITIALS.match(word.text):
                return word.text in ("U.S", "U.N", "U.K", "E.U", "U.A.E", "D.C", "A.M", "P.M", "U.S.A", "U.S.S.R")
            if words and word.text in ROMAN:
                return False
            return not self._kept_capitals(word, words, led, index)
        if not heading or word.given or word.family or led or "-" in word.text:
            return False
        if (words and INITIALS.match(words[-1].text)) or _INITIAL_NEXT.match(
            text, end if len(word.text) > 1 else end - 1
        ):
            return False  # the byline "Rendi A. Witular, The Jakarta Post"
        if words and words[0].given and len(words) < 3 and not self._following(index):
            return False
        return self.counts[word.text] < 2

    def _kept(self, word: Word, words: list[Word], led: int, index: int) -> bool:
        """Whether an ordinary word stands in a name all the same."""
        key, text = word.key, self.text
        if words and led < 3 and not words[0].given and not word.given and key not in self.tables.inner:
            return False
        following = self._following(index)
        if (
            word.given
            and following
            and following not in self.tables.ordinary
            and (led >= 2 or self._next_start(index) in self.family)
        ):
            return True
        if key in ("Von", "Van", "De", "Da", "Al", "El", "Bin", "Ibn") and not words and not following:
            capitals = self.document.capitals
            return (
                index + 1 < len(capitals)
                and _BETWEEN.fullmatch(self.folded[word.end : capitals[index + 1][0]]) is not None
            )
        if key in CAPITAL_PARTICLES:
            return (
                bool(following)
                and following not in self.tables.ordinary
                and (bool(words) or led >= 3 or key in ("Al", "El", "Abu", "Van", "De"))
            )
        if (key == "Sheikh" and following in ("Hasina", "Mujibur", "Mujib", "Rehana")) or (
            key == "Mother" and following == "Teresa"
        ):
            return True
        if (
            words
            and key == "I"
            and ((text[word.end : word.end + 1] == "." and following == "") or (led >= 3 and _OF.match(text, word.end)))
        ):
            return True  # "Leonid I. Brezhnev", "King Albert I of Belgium"
        if words and word.start - words[-1].end > 2 and (words[0].given or led >= 3):
            return True  # "Miguel de la Madrid", "Qaboos bin Said"
        if (
            not words
            and key in self.tables.first_names
            and following
            and (led >= 2 or self._next_start(index) in self.family)
            and (following not in self.tables.ordinary or following in CAPITAL_PARTICLES)
            and not (key in DAYS and _WHEN.search(self.folded, max(0, word.start - 12), word.start))
        ):
            return True
        if words and words[0].given and INITIALS.match(words[-1].text) and key not in DAYS:
            return key not in MONTHS and not (following and text[word.start - 2] == ".")
        if words:
            if (
                key in self.tables.surnames
                and len(words) <= 3
                and (words[0].given or led >= 3 or INITIALS.match(words[0].text))
                and not (following and following in self.tables.things and key in self.tables.things)
            ):
                return not (key in self.tables.things and led < 3 and words[0].text in self.tables.doubtful)
            if (
                following
                and key not in DAYS
                and words[0].given
                and (
                    key in self.tables.middle_names
                    or (self._next_start(index) in self.family and following not in self.tables.ordinary)
                )
            ):
                return True
            return (
                key in self.tables.syllables
                and len(words) <= 3
                and (
                    words[0].text in self.tables.family_first
                    or (led >= 3 and len(words[-1].text) <= 6 and len(words) == 1)
                )
                and all(len(w.text) <= 8 for w in words)
            )
        if (
            led >= 3
            and key in self.tables.surnames
            and text[word.end : word.end + 1] in " .,'\u2019:;)"
            and not following
        ):
            return key not in self.tables.things or word.family
        if key in ("An", "So") and led < 2:
            return False
        if key in SYLLABLES_FIRST and following:
            return (
                following not in self.tables.ordinary
                and (led >= 2 or self._inside(word.start) or len(following) > 4)
                and syllabic(following)
                and (index + 1 < len(self.document.capitals))
                and self.document.capitals[index + 1][0] not in self.places
            )
        return False

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
            return self.document.capitals[index + 1][0] in self.family or led >= 3
        if mixed and following not in self.tables.ordinary:
            follower = self.document.capitals[index + 1][0]
            return (led >= 2 and follower not in self.places) or (word.family and follower in self.given)
        return (word.given or word.family) and (self.document.capitals[index + 1][0] in self.family)

    def _following(self, index: int) -> str:
        """The word in capitals that follows directly, if any."""
        capitals = self.document.capitals
        if index + 1 >= len(capitals):
            return ""
        end, (start, stop) = capitals[index][1], capitals[index + 1]
        if start - end == 1 and self.text[end] == " ":
            return self.text[start:stop]
        return ""

    def _next_start(self, index: int) -> int:
        """Where the next word in capitals starts."""
        capitals = self.document.capitals
        return capitals[index + 1][0] if index + 1 < len(capitals) else -1

    def _name_follows(self, index: int) -> bool:
        """Whether a word in capitals that is no ordinary word follows directly."""
        following = self._following(index)
        return bool(following) and following not in self.tables.ordinary

    def _syllables_follow(self, index: int) -> bool:
        """Whether the next word could be a Chinese, Korean or Vietnamese given name."""
        following = self._following(index)
        return bool(following) and following not in self.tables.ordinary and syllabic(following)

    def _inside(self, start: int) -> bool:
        """Whether a word stands inside a sentence, not at its beginning."""
        before = self.text[max(0, start - 3) : start].strip()
        return bool(before) and before[-1] not in ".!?:\"\u201c\u2018'"
