"""The words that tell of meetings, read from `data/en/meetings.toml` when a document first needs them."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from diplokit import Lexicon
from diplokit.tables import settings

_TABLE = "en/meetings.toml"
_FORMS = ("base", "third", "past", "participle", "ing")

POSSESSIVES = frozenset(("his", "its", "their", "my", "our", "your", "her"))
"""Determiners that stand for an actor: "their talks", "his visit"."""


class Word(NamedTuple):
    """What a word tells.

    Attributes:
        sense: A key of the table: `meet`, `visit`, `call` …
        form: `noun`, or the form of a verb: `base`, `third`, `past`, `participle`, `ing`.
    """

    sense: str
    form: str


def _verbs(section: str) -> dict[str, list[Word]]:
    words: dict[str, list[Word]] = {}
    for sense, rows in settings(_TABLE)[section].items():
        for row in rows:
            for form, word in zip(_FORMS, row.split(", "), strict=True):
                if word == "-":
                    continue
                known = words.setdefault(word, [])
                if not any(other.sense == sense and other.form == "past" for other in known):
                    known.append(Word(sense, form))
    return words


class Trigger(NamedTuple):
    """What a word that may tell of a meeting can be.

    Attributes:
        word: The word, as the table writes it.
        only: What it is, if it can be only a noun or only a verb.
        noun: What it is as a noun.
        verb: What it is as a verb.
    """

    word: str
    only: Word | None
    noun: Word | None
    verb: Word | None


@cache
def _triggers(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    words = _verbs("verbs")
    for sense, nouns in settings(_TABLE)["nouns"].items():
        for noun in nouns:
            words.setdefault(noun, []).append(Word(sense, "noun"))
    return {word: _trigger(word, meanings) for word, meanings in words.items()}


def _trigger(word: str, meanings: list[Word]) -> Trigger:
    noun = next((meaning for meaning in meanings if meaning.form == "noun"), None)
    verb = next((meaning for meaning in meanings if meaning.form != "noun"), None)
    return Trigger(word, None if noun and verb else meanings[0], noun, verb)


TRIGGERS = Lexicon("meeting words", _triggers)
"""Verbs and nouns that may tell of a meeting, each with its `Trigger`."""


@cache
def support() -> Mapping[str, tuple[Word, ...]]:
    """The verbs that go with a noun: "hold" talks, "attend" a summit; folded, each with what it can be."""
    return {word: tuple(meanings) for word, meanings in _verbs("support").items()}


@cache
def bag(name: str) -> frozenset[str]:
    """A set of words of the table: `unmet`, `people`, `instruments`."""
    return frozenset(settings(_TABLE)["words"][name].split())
