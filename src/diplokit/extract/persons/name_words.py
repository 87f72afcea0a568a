"""What is known of words in capitals: what the tables say of them, and what their shape tells."""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import TypeVar

from attrs import frozen

from diplokit import fold
from diplokit.tables import noted, settings
from diplokit.vocabulary import PlaceForm, PlaceKind
from diplokit.wordlists import PlaceWord

V = TypeVar("V")

INITIALS = re.compile(r"[A-Z](?:\.-?[A-Z]){0,3}\Z")
_DIGIT = frozenset("0123456789")  # in codes: "FA178"
_FULL_STOP = re.compile(r"[^\W\d_]{3}\.")
ROMAN = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XXIII".split())
MONTHS = frozenset("January February March April May June July August September October November December".split())
DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
# Particles that may stand in capitals inside a name.
CAPITAL_PARTICLES = frozenset(
    "Al El Bin Binti Ibn Van Von Der Den De La Le Da Di Du Dos Das Del San Ter Ten Abu Ben Bint Ould Mc Mac St Los Las Santa Ó Ní".split()
)
# What a word says that begins no name: that a run of words may go on with it, or that it ends any run that says nothing
# of itself for a name.
# A people ends one, too, but where its name is a family name there.
GOES_ON, ENDS, PEOPLE = 1, 2, 3
IN_HEADLINES = frozenset("IN OF TO AT ON BY AS IS OR UP".split())
"""Words of two letters that in capitals stand in headlines."""
# Ordinary words that also begin Chinese, Korean and Vietnamese names.
SYLLABLES_FIRST = frozenset("He An So Son Sun Ban Man Long Moon Young Park King May Song Men Le To Do".split())


@frozen
class Tables:
    """What the tables say of words."""

    ordinary: frozenset[str]
    things: frozenset[str]
    family_first: frozenset[str]
    burmese: frozenset[str]
    nouns: frozenset[str]
    sure_nouns: frozenset[str]
    kin: frozenset[str]
    firms_have: frozenset[str]
    plurals: frozenset[str]
    plural_offices: frozenset[str]
    describing: frozenset[str]
    doubtful: frozenset[str]
    bare: frozenset[str]
    plain: frozenset[str]
    given_states: frozenset[str]
    given_cultures: frozenset[str]
    surnames: frozenset[str]
    first_names: frozenset[str]
    middle_names: frozenset[str]
    syllables: frozenset[str]
    alone: frozenset[str]
    telling: frozenset[str]
    dull: Mapping[str, int]
    inner: frozenset[str]


@cache
def tables() -> Tables:
    """The words that matter to names; read once."""
    rows, orders = settings("en/ordinary_words.toml"), settings("root/name_orders.toml")
    nouns, loose, apart, kin, firms_have, plurals = (
        frozenset(settings("en/person_nouns.toml")[key].split())
        for key in ("persons", "loose", "apart", "kin", "firms_have", "plural")
    )
    ordinary = frozenset(rows["words"].split())
    surnames, first, middle, syllables = (
        frozenset(rows[key].split()) for key in ("surnames", "first_names", "middle_names", "syllables")
    )
    bare, family_first, burmese = (frozenset(orders[key].split()) for key in ("bare", "family_first", "burmese"))
    kept = (
        surnames
        | CAPITAL_PARTICLES
        | syllables
        | burmese
        | first
        | {"To", "Do", "I", "Sheikh", "Mother", "He", "An", "So", "King", "Song"}
    )
    inner = kept | middle
    openers = ordinary - (surnames | CAPITAL_PARTICLES | first | {"Sheikh", "Mother"} | SYLLABLES_FIRST | burmese)
    doubtful = {*noted("root/given_names.tsv"), *noted("root/family_names.tsv")}
    alone = frozenset(written for word in (*bare, *family_first) for written in _writings(word))
    return Tables(
        ordinary,
        frozenset(rows["things"].split()),
        family_first,
        burmese,
        nouns,
        nouns - loose,
        kin,
        firms_have,
        plurals,
        frozenset(settings("en/person_nouns.toml")["plural_offices"].split()),
        nouns | apart | plurals,
        frozenset(doubtful),
        bare,
        ordinary - kept,
        frozenset(orders["given_name_states"]),
        frozenset(orders["given_name_cultures"]),
        surnames,
        first,
        middle,
        syllables,
        alone,
        alone - ordinary,
        {written: GOES_ON if word in inner else ENDS for word in openers for written in _writings(word)},
        inner,
    )


def _writings(word: str) -> set[str]:
    """How a text may write a word of the tables: as they do, or all in capitals."""
    upper = word.upper()
    return {word, upper} if (len(word) > 2 or upper in IN_HEADLINES) and upper.capitalize() == word else {word}


@frozen
class Form:
    """What a word in capitals tells by itself.

    Attributes:
        text: The word.
        key: The same as the tables write it.
        upper: Whether all of it is in capitals.
        ordinary: Whether it begins with a capital for other reasons than being part of a name.
        describes: Whether it describes a person ("seismologist").
        length: How many characters it has.
    """

    text: str
    key: str
    upper: bool
    ordinary: bool
    describes: bool
    length: int


class Kept(dict[str, V]):
    """What is found out of strings, each when it is first asked for; the last few thousand, at less than a call each."""

    def __init__(self, find: Callable[[str], V]) -> None:
        self._find = find

    def __missing__(self, written: str) -> V:
        if len(self) >= _MOST:
            self.clear()
        found = self[written] = self._find(written)
        return found


_MOST = 4096


def _form_of(written: str) -> Form:
    describes = fold(written) in tables().describing
    if "." in written and (dot := _FULL_STOP.search(written)):
        written = written[: dot.end() - 1]  # "Ciobo.Credit"
    upper = len(written) > 1 and written.isupper()
    key = written.capitalize() if upper and (len(written) > 2 or written in IN_HEADLINES) else written
    ordinary = key in tables().ordinary or not _DIGIT.isdisjoint(written)
    return Form(written, key, upper, ordinary, describes, len(written))


FORMS = Kept(_form_of)
"""What a word in capitals tells by itself, by how the text writes it."""


class Word:
    """A word in capitals where it stands, and what the tables say of it there."""

    __slots__ = ("end", "family", "given", "key", "ordinary", "place", "start", "text", "upper")

    def __init__(self, start: int, form: Form, given: bool, family: bool) -> None:
        self.text = form.text
        self.key = form.key
        self.upper = form.upper
        self.ordinary = form.ordinary
        self.start = start
        self.end = start + form.length
        self.given = given
        self.family = family
        self.place = ""


class Run:
    """Words that stand together, with how strongly the words before them lead to a name (0 to 3)."""

    __slots__ = ("end", "followed", "heading", "led", "left", "start", "words")

    def __init__(self, words: list[Word], led: int, left: int, heading: bool, followed: str = "") -> None:
        self.words = words
        self.led = led
        self.left = left
        self.heading = heading
        self.followed = followed
        self.start = words[0].start
        self.end = words[-1].end


# Looked up once: there are many places.
_STATE, _TERRITORY, _NOUN = PlaceKind.STATE, PlaceKind.TERRITORY, PlaceForm.NOUN


def is_state(meaning: object) -> bool:
    """Whether the meaning of a word of the table of places is a state or territory."""
    if isinstance(meaning, PlaceWord):
        for place in meaning.places:  # of which most have one
            if place.type is _STATE or place.type is _TERRITORY:
                return True
    return False


# What was made of the meanings of the table, by their identity, with the meaning so that it lives on.
_KINDS: dict[int, tuple[str, object]] = {}


def kind_of(meaning: object) -> str:
    """Whether a word of the table of places is a people, a state, or another place; doubtful ones apart."""
    known = _KINDS.get(id(meaning))
    if known is None:
        if len(_KINDS) > 20_000:
            _KINDS.clear()
        known = _KINDS[id(meaning)] = (_kind_of(meaning), meaning)
    return known[0]


def _kind_of(meaning: object) -> str:
    if not isinstance(meaning, PlaceWord):
        return ""
    places = meaning.places
    if len(places) == 1:  # by far the most
        if places[0].form is not _NOUN:
            return "people"
    elif all(place.form is not _NOUN for place in places):
        return "people"
    if meaning.rank == "ambiguous":
        return "doubtful"
    return "state" if is_state(meaning) else "place"


_LONGER = re.compile(r"([^\W\d_])[^\W\d_]{3,}")


def is_heading(sentence: str) -> bool:
    """Whether a sentence is written as a heading: most of its longer words in capitals, and no full stop.

    Examples:
        >>> is_heading("Trade Figures Show Record Growth As Exports Rise"), is_heading("Trade grew in May.")
        (True, False)
    """
    if sentence[-1:] in '.!?"\u201d' or not 18 < len(sentence) <= 200:
        return False
    longer = _LONGER.findall(sentence)
    return len(longer) > 3 and sum(map(str.isupper, longer)) >= 0.8 * len(longer)


_SYLLABLE = re.compile(
    r"(?:(?:zh|ch|sh|ts|tz|sz|ph|th|tr|kh|gh|ng|nh|kw|gw|hw|hy|by|ky|gy|my|py|sy|ny|ry|b|p|m|f|d|t|n|l|g|k|h|j|q|x|r|z|c|s|y|w|v)?"
    r"(?:iao|iang|iong|uai|uang|ueng|ieu|oeu|yeo|yeon|yeong|yuk|yun|ai|ei|ao|ou|an|en|ang|eng|ong|ung|ia|ie|iu|ian|in|ing|ua|uo|ui|uan|un|ue|eo|eon|eong|eun|oo|ee|oon|oong|eung|eul|ae|oe|ui|a|o|e|i|u|y|er)"
    r"(?:k|p|t|c|m|n|ng|nh|ch|l|h|w|nn|kh|th|r|rn|ck|tt)?){1,3}\Z"
)


@lru_cache(maxsize=4096)
def syllabic(word: str) -> bool:
    """Whether a word could be syllables of a romanised Chinese, Korean or Vietnamese name.

    Examples:
        >>> syllabic("Jinping"), syllabic("Ka-chiu"), syllabic("Gorbachev")
        (True, True, False)
    """
    return len(word) <= 12 and all(_SYLLABLE.match(piece.lower()) for piece in word.split("-"))
