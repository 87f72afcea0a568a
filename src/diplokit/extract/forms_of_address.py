"""Forms of address: where words of honour stand before or after a name, or for a person by themselves.

A word of the table (`en/honorifics.tsv`) is one only beside a name: many are also names, words or ranks. The extractors of
honorifics and of persons both read these hits.
"""

import re
from collections.abc import Sequence
from functools import cache

from diplokit import Document, Hit, Honorific
from diplokit.tables import settings
from diplokit.wordlists import GIVEN_NAMES, HONORIFICS, HonorificWord

# Styles that mean a person without a name.
_BY_THEMSELVES = re.compile(
    r"(?:(?:his|her|your|their) (?:royal |imperial |serene )?(?:excellenc(?:y|ies)|majest(?:y|ies)|highness(?:es)?|holiness|eminence|grace|beatitude)"
    r"|excellenc(?:y|ies)|yang di-pertuan agong|custodian of the two holy mosques|dalai lama|panchen lama|ecumenical patriarch)\Z"
)
_NEXT = re.compile(r"\.?[ \u00a0]{1,2}(?:\n)?|\.")
# Names that begin with a word of honour: the press never leaves it away.
_FIXED = ("u thant", "u nu", "sheikh hasina", "sheikh mujib", "mother teresa", "sister souljah", "prince andrew island")
BRACKETED = re.compile(r" \((?:[Pp]rof|[Rr]et|[Rr]etd|[Rr]td|[Dd]r|[Ee]ng|[Dd]esignate)\.?\) ")
"""What may stand between a rank and a name."""

# Ranks and styles that lead any name, also one of no table, though elsewhere they are words.
# Words of honour that the press writes as a part of the name, or that are given names in most of the world's news.
LED = re.compile(r"(?:president|minister|dr\.?|prince|chairman|ceo|envoy) \Z")
_NAMES = frozenset("Don Shah Malik Mir Mirza Mian Pir Khawaja Khwaja Said Sai Saw Abu Umm Raja Nik Wan Syed".split())
_RANKS = frozenset(
    "Captain Col Commander Comrade General Gen Judge Justice King Lady Lord Lt Maj Major Prince Princess Queen Sultan Tun Hon HE HH HM Ir Baron Father "
    "Sister Brother Inspector Pehin Eng. Advocate Barrister Attorney Marshal Duke Emir U Rep. Pres. Sec. Oba Fr Temenggong".split()
)


class _Addresses:
    """The forms of address of a document as hits."""

    name = "forms of address"

    def find(self, document: Document, /) -> Sequence[Hit]:
        """Where forms of address stand in a document: hits whose meaning is a `HonorificWord`."""
        found: list[Hit] = []
        hits = document.hits(HONORIFICS)
        if not hits:
            return found
        given = {hit.start for hit in document.hits(GIVEN_NAMES)}
        text, folded = document.text, document.folded
        starts = {hit.start for hit in hits}
        for hit in hits:
            word = hit.meaning
            assert isinstance(word, HonorificWord)  # what the lexicon holds
            if _stands(word, hit, text, folded, given, starts, found):
                found.append(hit)
        return tuple(found)


FORMS_OF_ADDRESS = _Addresses()
"""The forms of address of a document; `document.hits` remembers them."""


def _stands(
    word: HonorificWord, hit: Hit, text: str, folded: str, given: set[int], starts: set[int], found: list[Hit]
) -> bool:
    """Whether a word of the table is a form of address where it stands."""
    start, end = hit.start, hit.end
    if _BY_THEMSELVES.match(folded[start:end]):
        return True
    if word.position == "after":
        before = text[start - 1 : start]
        at = start - 2 if before == " " else start - 1
        if folded[at : at + 1] == ",":
            at -= 1
        close = _last_word(text, at)
        return bool(close) and close[0].isupper() and not close.isupper() and (word.sure or text[start:end].isupper())
    match = _NEXT.match(text, end)
    if match is None:
        return False
    at = match.end()
    if not text[at : at + 1].isupper() or " ".join(folded[start : at + 16].split()).startswith(_FIXED):
        return False
    if word.in_names:
        return False
    if text[start:end] in _NAMES or (text[start:end] == "Sultan" and LED.search(folded, max(0, start - 12), start)):
        return False
    if word.sure:
        return True
    if bool(found) and 0 < start - found[-1].end <= 2:
        return True
    if text[start:end] == "U" and match.group()[0] == ".":
        return False  # an initial
    if (text[start:end].capitalize() if text[start:end].isupper() and end - start > 2 else text[start:end]) in _RANKS:
        following = _first_word().match(text, at)
        return following is not None and following.group() not in ordinary_words()
    return len(text[start:end].rstrip(".")) > 1 and start not in given and (at in given or at in starts)


@cache
def ordinary_words() -> frozenset[str]:
    """Words that begin with a capital letter for other reasons than being part of a name."""
    rows = settings("en/ordinary_words.toml")
    return frozenset(rows["words"].split()) | frozenset(rows["things"].split())


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(r"[\w-]+")


@cache
def _capital_end() -> re.Pattern[str]:
    return re.compile(r"[\w.'\u2019-]+\Z")


def _last_word(text: str, at: int) -> str:
    """The word that ends with the character at `at`."""
    match = _capital_end().search(text, max(0, at - 24), at + 1)
    return match.group() if match else ""


def honorific(word: HonorificWord) -> Honorific:
    """The value of a mention."""
    return Honorific(word.form, word.culture or None)
