"""Forms of address: where words of honour stand before or after a name, or for a person by themselves.

A word of the table (`en/honorifics.tsv`) is one only beside a name: many are also names, words or ranks. The extractors of
honorifics and of persons both read these hits.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from attrs import frozen

from diplokit import Document, Hit, fold
from diplokit.tables import settings
from diplokit.wordlists import GIVEN_NAMES, HONORIFICS, PLACES, HonorificWord

# Styles that mean a person without a name.
_BY_THEMSELVES = re.compile(
    r"(?:(?:his|her|your|their) (?:royal |imperial |serene )?(?:excellenc(?:y|ies)|majest(?:y|ies)|highness(?:es)?|holiness|eminence|grace|beatitude)"
    r"|excellenc(?:y|ies)|yang di-pertuan agong|custodian of the two holy mosques|dalai lama|panchen lama|ecumenical patriarch)\Z"
)
# Before these they end an office or stand inside a name: "Secretary General", "Bureau Chief", "U Wunna Maung Lwin".
_AFTER = {
    "General": r"(?:Secretary|Attorney|Inspector|Surgeon|Consul|Director|Auditor|Solicitor|Governor|Registrar)[ -]\Z",
    "Chief": r"(?:Bureau|Cabinet|Army|Police|Navy|Staff|Security|Intelligence|Defen[cs]e|Party|Union|Force) \Z",
    "Maung": r"\b(?:U|Daw|Ko) \w{2,9} \Z",
}
_IN_NAMES = frozenset({"Sheikh", "Haji", "Ma", "Maung", "Pak"})
_KOREAN = re.compile(r"[A-Z][a-z]{1,5}(?:-[a-z]| [A-Z][a-z]{1,4}\b)")  # "Pak Pong-ju", and not "Pak Harto"
_BURMESE = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+\b(?!-)")  # "Ma Khin Khin Oo", and not "Ma Ying-jeou"
_RULERS = frozenset({"Amir", "Emir", "Imam", "Sultan"})  # given names too
_NEXT = re.compile(r"\.?[ \u00a0]{1,2}(?:\n)?|\.")
# Names that begin with a word of honour: the press never leaves it away.
_FIXED = ("u thant", "u nu", "sheikh hasina", "sheikh mujib", "mother teresa", "sister souljah", "prince andrew island")
BRACKETED = re.compile(r" \((?:[Rr]etd|[Dd]esignate|[A-Za-z]{2,5})\.?\) ")
"""What may stand between a rank or an office and a name: "(Retd)", "(PM)", "(MOIT)"."""

# Ranks and styles that lead any name, also one of no table, though elsewhere they are words.
# Words of honour that the press writes as a part of the name, or that are given names in most of the world's news.
LED = re.compile(r"(?:president|minister|of state|dr\.?|prince|chairman|ceo|envoy|\bbin|\bibn|\bbint) \Z")
_NAMES = frozenset("Don Shah Malik Mir Mirza Mian Pir Khawaja Khwaja Said Sai Saw Abu Umm Raja Nik Wan Syed".split())
_RANKS = frozenset(
    "Captain Col Commander Comrade General Gen Judge Justice King Lady Lord Lt Maj Major Prince Princess Queen Sultan Tun Hon HE HH HM Ir Baron Father "
    "Sister Brother Inspector Pehin Eng. Advocate Barrister Attorney Marshal Duke Emir U Rep. Pres. Sec. Oba Fr Temenggong".split()
)


@frozen
class _Look:
    """What the writing of a word of honour tells.

    Attributes:
        style: Whether it means a person by itself.
        name: Whether it is rather a part of the name, or a given name.
        kept: Whether it may be a part of a name that is never told without it.
        rank: Whether it leads any name.
        letter: Whether it is a single letter.
        initial: Whether it may be an initial, or short for a name.
        whole: Whether it is too long to be cut short with a full stop.
        doubtful: Whether it may stand in names and offices.
    """

    style: bool
    name: bool
    kept: bool
    rank: bool
    letter: bool
    initial: bool
    whole: bool
    doubtful: bool


@lru_cache(maxsize=4096)
def _look(written: str) -> _Look:
    folded = fold(written)
    letter = len(written.rstrip(".")) < 2
    return _Look(
        _BY_THEMSELVES.match(folded) is not None,
        written in _NAMES,
        folded.startswith("sultan") or any(fixed.startswith(folded) or folded.startswith(fixed) for fixed in _FIXED),
        (written.capitalize() if written.isupper() and len(written) > 2 else written) in _RANKS,
        letter,
        letter or written == "Ma",
        len(written) > 4 and written.isalpha() and written != "Messrs",
        written in _AFTER or written in _IN_NAMES,
    )


class _Addresses:
    """The forms of address of a document as hits."""

    name = "forms of address"

    def find(self, document: Document, /) -> Sequence[Hit]:
        """Where forms of address stand in a document: hits whose meaning is a `HonorificWord`."""
        found: list[Hit] = []
        hits = document.hits(HONORIFICS)
        text, folded = document.text, document.folded
        given, places = document.starting(GIVEN_NAMES), document.starting(PLACES)
        reach = -9
        for hit in hits:
            start, end, word = hit
            assert isinstance(word, HonorificWord)  # what the lexicon holds
            look = _look(text[start:end])
            if look.initial and word.position == "before" and text[end : end + 1] == "." and not 0 < start - reach <= 2:
                continue  # an initial, or short for "Maria"
            if not look.style:
                if start in places and places[start].end > end:
                    continue  # "Sri Lanka", "Prince Edward Island"
                if word.position == "after":
                    if not _follows(word, start, end, text, folded):
                        continue
                else:
                    if look.name or word.in_names:
                        continue
                    following = text[end : end + 2]
                    if following[:1] == " " and following[1:].isupper():
                        at = end + 1
                    else:
                        gap = _NEXT.match(text, end)
                        if gap is None or not text[gap.end() : gap.end() + 1].isupper():
                            continue
                        at = gap.end()
                        if look.whole and text[end] == ".":
                            continue  # "Maurice Bishop. He"
                    if text[at : at + 2].isupper() and _given_before(start, text, given):
                        continue  # "Julie Bishop MP"
                    if look.doubtful and _in_name_or_office(text[start:end], start, at, reach, text, given):
                        continue
                    if look.kept and _stays(start, end, at, text, folded):
                        continue
                    if not (word.sure or 0 < start - reach <= 2):  # as it stands, or after another
                        if look.rank:
                            first = _first_word().match(text, at)
                            if first is None or first.group() in _but_for(text[start:end]):
                                continue
                        elif look.letter or start in given or not (at in given or at in document.starting(HONORIFICS)):
                            continue
            found.append(hit)
            reach = end
        return tuple(found)


FORMS_OF_ADDRESS = _Addresses()
"""The forms of address of a document; `document.hits` remembers them."""


def _follows(word: HonorificWord, start: int, end: int, text: str, folded: str) -> bool:
    """Whether letters after a name, or a suffix, stand after one."""
    at = start - 2 if text[start - 1 : start] == " " else start - 1
    if folded[at : at + 1] == ",":
        at -= 1
    close = _last_word(text, at)
    return bool(close) and close[0].isupper() and not close.isupper() and (word.sure or text[start:end].isupper())


def _in_name_or_office(written: str, start: int, at: int, reach: int, text: str, given: Mapping[int, Hit]) -> bool:
    """Whether a doubtful word stands in a name or ends an office here; what follows it begins at `at`."""
    if written in _AFTER:
        if re.search(_AFTER[written], text[max(0, start - 16) : start]):
            return True
        if written != "Maung":
            return False
    if written == "Pak":
        return _KOREAN.match(text, at) is not None
    if written in {"Sheikh", "Haji"}:
        return _given_before(start, text, given)  # "Hassan Sheikh Mohamud"
    return not _BURMESE.match(text, at) or (start - reach > 2 and _last_word(text, start - 2)[:1].isupper())


def _given_before(start: int, text: str, given: Mapping[int, Hit]) -> bool:
    """Whether a given name stands directly before an offset."""
    hit = given.get(text.rfind(" ", 0, start - 1) + 1) if start > 1 and text[start - 1] == " " else None
    return hit is not None and hit.end == start - 1 and text[hit.start : hit.end] not in _RULERS


def _stays(start: int, end: int, at: int, text: str, folded: str) -> bool:
    """Whether a word of honour is a part of a name: "U Thant", "Prince Sultan"."""
    if " ".join(folded[start : at + 16].split()).startswith(_FIXED):
        return True
    return text[start:end] == "Sultan" and LED.search(folded, max(0, start - 12), start) is not None


@cache
def ordinary_words() -> frozenset[str]:
    """Words that begin with a capital letter for other reasons than being part of a name."""
    rows = settings("en/ordinary_words.toml")
    return frozenset(rows["words"].split()) | frozenset(rows["things"].split())


@lru_cache(maxsize=64)
def _but_for(address: str) -> frozenset[str]:
    """The ordinary words that no name begins with after a word of honour."""
    return ordinary_words() - ({"Than"} if address == "U" else {"Sultan"})


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
