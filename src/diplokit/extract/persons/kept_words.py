"""Ordinary words that stand in a name all the same: "Than Shwe", "Marine Le Pen", "Leonid I. Brezhnev", "Theresa May"."""

import re

from .name_leads import PARTICLES, Leads
from .name_words import CAPITAL_PARTICLES, DAYS, INITIALS, MONTHS, SYLLABLES_FIRST, Word, syllabic

# --- words -----------------------------------------------------------------------------------------------------

BETWEEN = re.compile(
    rf"\.? (?:(?:{PARTICLES}) ){{1,3}}(?:(?:al|el|as|ar|az|an|ad|at|ash|ul|ur|ud)[-'])?"
    r"|\.? (?:al|el|as|ar|az|an|ad|at|ash|ul|ur|ud|l|t|d|o)[-']|-(?:ul|ud|ur|al|el|e|i|ad|as|ol|ol-)-|\.? d'|-?\.-?"
)
"""What may stand between two words of one name: particles and marks."""

_WHEN = re.compile(r"(?<!\w)(?:on|by|since|until|till|last|next|this|late|early|earlier|from|before|after|of) \Z")
_ARABIC = frozenset({" al-", " Al-", " el-", " bin ", " ibn "})
_OF = re.compile(r" of |[,.]|'s")
# Words that are a name before these alone.
_NAMED_TOGETHER = {"Sheikh": frozenset({"Hasina", "Mujibur", "Mujib", "Rehana"}), "Mother": frozenset({"Teresa"})}
_LONE_PARTICLES = frozenset({"Von", "Van", "De", "Da", "Al", "El", "Bin", "Ibn"})
_BINDING_PARTICLES = frozenset({"Al", "El", "Bin", "Le"})
_FIRST_PARTICLES = frozenset({"Al", "El", "Abu", "Van", "De"})

# --- rules -----------------------------------------------------------------------------------------------------


class KeptWords(Leads):
    """Which ordinary words of one document stand in names."""

    def _kept(self, word: Word, words: list[Word], led: int, index: int) -> bool:
        """Whether an ordinary word stands in a name all the same.

        Args:
            word: The word.
            words: The words of the run before it.
            led: How strongly what stands before the run leads to a name.
            index: The number of the word.
        """
        following = self._following(index)
        burmese = self.tables.burmese
        if word.key in burmese:
            beside = words[-1].key if words else following
            if beside in burmese and (words or self._inside(word.start) or beside != word.key):
                return True  # "Than Shwe", "Win Myint"
        if words:
            return self._kept_within(word, words, led, index, following)
        return self._kept_first(word, led, index, following)

    def _kept_within(self, word: Word, words: list[Word], led: int, index: int, following: str) -> bool:
        """Whether it stands behind other words of a name."""
        key, tables = word.key, self.tables
        first, last = words[0], words[-1]
        if key == "Islam" and last.key.endswith("ul"):
            return True  # "Raihanul Islam"
        if first.given and self.gaps[index + 1] in _ARABIC:
            return True  # "Mohammed Shia al-Sudani"
        if word.upper and key == "Said":
            return False  # "SENATOR WONG SAID"
        if led < 3 and not first.given and not word.given and key not in tables.inner:
            return False
        if self._begins_name(word, led, index, following):
            return True
        if following and (
            (key == "Sheikh" and last.given)  # "Hassan Sheikh Mohamud"
            or (key == "Le" and (last.given or last.key in tables.first_names))  # "Marine Le Pen"
        ):
            return True
        leads = led >= 3 or first.given
        if last.text in _BINDING_PARTICLES and (leads or first.key in tables.first_names) and key not in DAYS:
            return True  # "Sheikh Sabah Al Mubarak Al Sabah"
        if key in CAPITAL_PARTICLES:
            if not following and BETWEEN.fullmatch(self.gaps[index + 1]):
                return True  # "Alexander Van der Bellen"
            return following != "" and following not in tables.ordinary
        if following in _NAMED_TOGETHER.get(key, ()) or (
            key == "I" and self._is_initial_or_number(word, led, following)
        ):
            return True
        if leads and word.start - last.end > 2:
            return True  # "Miguel de la Madrid", "Qaboos bin Said"
        if first.given and INITIALS.match(last.text) and key not in DAYS:
            return key not in MONTHS and not (following and self.text[word.start - 2] == ".")
        return self._kept_as_family_name(word, words, led, index, following)

    def _kept_as_family_name(self, word: Word, words: list[Word], led: int, index: int, following: str) -> bool:
        """Whether it is the family name, a middle name or a syllable behind the words before it."""
        key, tables, first = word.key, self.tables, words[0]
        few = len(words) <= 3
        if (
            few
            and key in tables.surnames
            and (first.given or led >= 3 or (INITIALS.match(first.text) and self.text[first.end] == "."))
            and not (following and following in tables.things and key in tables.things)
        ):
            return not (key in tables.things and led < 3 and first.text in tables.doubtful)
        if following and first.given and key not in DAYS:
            if key in tables.middle_names:
                return True
            if self.capitals[index + 1][0] in self.family and following not in tables.ordinary:
                return True
        return (
            few
            and key in tables.syllables
            and (first.text in tables.family_first or (led >= 3 and len(words) == 1 and len(first.text) <= 6))
            and all(len(w.text) <= 8 for w in words)
        )

    def _kept_first(self, word: Word, led: int, index: int, following: str) -> bool:
        """Whether a name begins with it."""
        key, tables = word.key, self.tables
        if word.upper and key == "Said":
            return False
        if self._begins_name(word, led, index, following):
            return True
        if key in _LONE_PARTICLES and not following:
            gap = self.folded[word.end : self.capitals[index + 1][0]]
            return self.words[index + 1] != "" and BETWEEN.fullmatch(gap) is not None
        if key == "Le" and following and syllabic(following):
            return led >= 3 or (self.gaps[index + 2] == " " and syllabic(self.words[index + 2]))  # "Le Duc Tho"
        if key == "Sultan" and led >= 3:
            return True  # "Prince Sultan bin Abdulaziz"
        if key in CAPITAL_PARTICLES:
            return following != "" and following not in tables.ordinary and (led >= 3 or key in _FIRST_PARTICLES)
        if following in _NAMED_TOGETHER.get(key, ()):
            return True
        if following and key in tables.first_names and self._is_first_name(word, led, index, following):
            return True
        if led >= 3 and not following and key in tables.surnames:
            if self.text[word.end : word.end + 1] in " .,'\u2019:;)":
                return key not in tables.things or word.family
        return self._is_syllable(word, led, index, following)

    def _begins_name(self, word: Word, led: int, index: int, following: str) -> bool:
        """Whether it is a given name with a word behind it that is no ordinary one, in a name or where one is led to."""
        return (
            word.given
            and following != ""
            and following not in self.tables.ordinary
            and (led >= 2 or self.capitals[index + 1][0] in self.family)
        )

    def _is_first_name(self, word: Word, led: int, index: int, following: str) -> bool:
        """Whether a word that may be a first name is one before the next word, and no day: "on Wednesday Addams"."""
        particle = following in CAPITAL_PARTICLES
        return (
            (particle or following not in self.tables.ordinary)
            and (particle or led >= 2 or self.capitals[index + 1][0] in self.family)
            and not (word.key in DAYS and _WHEN.search(self.folded, max(0, word.start - 12), word.start))
        )

    def _is_syllable(self, word: Word, led: int, index: int, following: str) -> bool:
        """Whether it is the first syllable of a Chinese, Korean or Vietnamese name: "So", "To", "Park"."""
        key = word.key
        if key in ("An", "So") and led < 2:
            return False
        inside = self._inside(word.start)
        if key in ("To", "Do") and led < 3 and (not inside or len(following) > 5):
            return False
        return (
            key in SYLLABLES_FIRST
            and following != ""
            and following not in self.tables.ordinary
            and (led >= 2 or inside or len(following) > 4 or self.gaps[index + 2][:1] == ",")
            and syllabic(following)
            and self.capitals[index + 1][0] not in self.places
        )

    def _is_initial_or_number(self, word: Word, led: int, following: str) -> bool:
        """Whether an "I" is an initial or a number: "Leonid I. Brezhnev", "King Albert I of Belgium"."""
        end = word.end
        return (following == "" and self.text[end : end + 1] == ".") or (
            led >= 3 and _OF.match(self.text, end) is not None
        )

    def _following(self, index: int) -> str:
        """The word in capitals that follows directly, if any."""
        return self.words[index + 1] if self.gaps[index + 1] == " " else ""

    def _inside(self, start: int) -> bool:
        """Whether a word stands inside a sentence, not at its beginning."""
        before = self.text[max(0, start - 3) : start].strip()
        return bool(before) and before[-1] not in ".!?:\"\u201c\u2018'"
