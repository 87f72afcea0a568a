"""How a short form spells a long one: whether initials, or more letters, of the words before it give its letters."""

import re
from collections.abc import Sequence
from functools import cache

# --- words -----------------------------------------------------------------------------------------------------

_SMALL = frozenset(
    "of the and for on in to de la del des du et y e do da dos das und der al a an with against & at from by".split()
)

# --- rules -----------------------------------------------------------------------------------------------------


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")


def spelt_from(text: str, short: str) -> int | None:
    """Where the words begin, at the end of a text, whose initials spell a short form; `None` if none do.

    Small words may give a letter or none; a word may give more than its first letter where the short form
    has small letters ("MinLaw", "AusAID").
    """
    letters = [letter for letter in short if letter.isalnum()]
    if not letters or not _may_end(text, short.lower()):
        return None
    words = list(_words().finditer(text))[-(2 * len(short) + 4) :]
    if not words:
        return None
    if short.endswith("s") and short[:-1].isupper():
        letters.pop()
    loose = any(letter.islower() for letter in letters)
    folded = [letter.lower() for letter in letters]
    # From the right: each letter opens a word (or, in loose forms, stands in it); only small words may be passed over.
    position = len(words) - 1
    letter = len(folded) - 1
    start = None
    while letter >= 0 and position >= 0:
        offset = words[position].start()
        low = words[position].group().lower()
        if low[0] == folded[letter] and not (
            loose and letter and low.startswith("".join(folded[letter - 1 : letter + 1]))
        ):
            start = offset
            letter -= 1
            position -= 1
            continue
        if loose or letter:
            # "MinLaw": several letters out of one word.
            taken = _taken(low, folded, letter)
            if taken > 1:
                start = offset
                letter -= taken
                position -= 1
                continue
        if low not in _SMALL:
            return None
        position -= 1
    return start if letter < 0 else None


def _may_end(text: str, letters: str) -> bool:
    """Whether a text ends in a small word or in one that begins with one of some letters, or in no word."""
    last = _words().findall(text, text.rfind(" ") + 1)
    return not last or (word := last[-1].lower())[0] in letters or word in _SMALL


def spelt_with_last_word(text: str, short: str) -> int | None:
    """As `spelt_from`, also for a short form that keeps the last word: "Climate Action Data Trust (CAD Trust)"."""
    first, space, rest = short.partition(" ")
    if not space:
        return spelt_from(text, short)
    return spelt_from(text[: -len(rest) - 1], first) if text.endswith(f" {rest}") else None


def _taken(word: str, letters: Sequence[str], last: int) -> int:
    """How many letters, up to one, a word holds in order, its first letter being the first of them."""
    for count in range(min(last + 1, 5), 1, -1):
        group = letters[last - count + 1 : last + 1]
        if group[0] != word[0]:
            continue
        at = 0
        for letter in group:
            at = word.find(letter, at) + 1
            if not at:
                break
        else:
            return count
    return 0
