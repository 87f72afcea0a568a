"""The words that tell of meetings, read from `data/en/meetings.toml` when a document first needs them."""

import re
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from diplokit import Lexicon
from diplokit.tables import settings

_TABLE = "en/meetings.toml"
_FORMS = ("base", "third", "past", "participle", "ing")


@frozen
class Word:
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


@cache
def _triggers(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    words = _verbs("verbs")
    for sense, nouns in settings(_TABLE)["nouns"].items():
        for noun in nouns:
            words.setdefault(noun, []).append(Word(sense, "noun"))
    return {word: tuple(meanings) for word, meanings in words.items()}


TRIGGERS = Lexicon("meeting words", _triggers)
"""Verbs and nouns that may tell of a meeting: a tuple of `Word`."""


# What must stand beside a word that mostly means something else, so that its sentence is worth a look. Patterns over
# the text as it stands; most of them ask for a name or an article where a person must be.
_NAME = r"\s+(?:(?:the|his|her|their|its|a|an|visiting|in audience|with|today|yesterday|on \w+|here|former|then)[\s-]+){0,4}[A-Z\u00c0-\u024f]"
_BESIDE: Mapping[str, tuple[str, str]] = {
    # word: (what must end before it, what must follow)
    **dict.fromkeys(("bilateral", "trilateral"), ("", r"\s+(?:with|between)\b")),
    **dict.fromkeys(
        ("conference", "conferences"),
        (r"(?<!press)(?<!news)(?<!video)\s", r"(?!\s+(?:calls?|rooms?|cent|bid|title|championship))"),
    ),
    **dict.fromkeys(
        ("call on", "calls on", "called on", "calling on"),
        (
            "",
            (
                rf"(?:{_NAME}|\s+the\s+visiting\s+[a-z])"
                r"(?![^.;]{0,60}\bto (?!discuss|exchange|convey|brief|express|congratulate|bid|say|pay|review|the\b))"
            ),
        ),
    ),
    **dict.fromkeys(
        ("call upon", "calls upon", "called upon", "calling upon"), ("", r"\s+(?:the\s+)?[A-Z](?![^.;]{0,60}\bto\b)")
    ),
    **dict.fromkeys(
        ("welcome", "welcomes", "welcomed", "welcoming", "greet", "greets", "greeted", "greeting"),
        ("", _NAME + r"[^.;]{2,120}?\s(?:to|at|in|here|on)\b"),
    ),
    **dict.fromkeys(
        ("receive", "receives", "received", "receiving", "host", "hosts", "hosted", "hosting"),
        ("", rf"(?:{_NAME}|\s+(?:at|in)\s+(?:the\s+|his\s+)?[A-Z]|\s+(?:[\w ]{{0,30}}\s)?by\b)"),
    ),
    **dict.fromkeys(("phone", "phones", "phoning"), ("", _NAME)),
    **dict.fromkeys(
        ("speak", "speaks", "spoke", "spoken", "speaking"),
        ("", r"[^.;]{0,60}?\s(?:with|to|at|before|by|over|on the (?:tele)?phone)\b"),
    ),
    **dict.fromkeys(
        ("general assembly",),
        (r"\b(?:[Aa]t|[Dd]uring|[Aa]ddress\w*|[Aa]ttend\w*|speak\w*|spoke|to|before)\b[^.;,]{0,40}\s", ""),
    ),
    **dict.fromkeys(
        ("delegation",), (r"\b(?:lead|leads|led|leading|head|heads|headed|heading)\b[^.;]{1,60}", r"[^.;]{0,60}\sto\b")
    ),
    **dict.fromkeys(
        ("event",),
        (
            r"\b(?:attend|join|participat|speak|spoke|address|deliver|host|grac|chair|hold|held|open|tak|took)\w*\b[^.;]{0,90}",
            "",
        ),
    ),
    **dict.fromkeys(
        (
            "sign",
            "signs",
            "signed",
            "signing",
            "ink",
            "inks",
            "inked",
            "inking",
            "initial",
            "initials",
            "initialled",
            "initialling",
        ),
        ("", ""),
    ),
    **dict.fromkeys(
        ("call",),
        (r"\b(?:[Aa]|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|today.s|this)\s+(?:\w+\s+){0,2}", r"\s+(?:with|to|from|between)\b"),
    ),
    **dict.fromkeys(
        ("discuss", "discusses", "discussed"),
        ("", r"\s[^.;\"]{2,100}?\swith\s+(?:(?:the|his|her|their|visiting|then|foreign)\s+){0,2}[A-Z]"),
    ),
    **dict.fromkeys(("discussing",), ("", r"(?!)")),
    **dict.fromkeys(
        ("commission", "committee"),
        (r"\b(?:[Cc]onven\w+|[Hh]old\w*|[Hh]eld)\s(?:[^\s.;,]+\s){0,6}", r"\s+(?:in|on|before|later|next|this|by)\b"),
    ),
    **dict.fromkeys(
        ("gather", "gathers", "gathered", "gathering"), ("", r"\s+(?:in|at|here|for|on|today|yesterday|this)\b")
    ),
    **dict.fromkeys(
        ("come to", "comes to", "came to", "coming to", "go to", "goes to", "went to", "gone to", "going to"),
        ("", r"\s+(?:the\s+)?[A-Z]"),
    ),
    **dict.fromkeys(
        ("conversation", "conversations"), ("", r"\s+(?:\w+\s+)?(?:with|between|that|on|yesterday|today)\b")
    ),
    **dict.fromkeys(
        ("consultation", "dialogue", "discussion"),
        ("", r"[^.;]{0,80}\b(?:with|between|of|among|in|at|on|held|was|will|is)\b"),
    ),
}


@cache
def _gates() -> Mapping[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]]:
    return {
        word: (re.compile(rf"{left}\Z") if left else None, re.compile(right) if right else None)
        for word, (left, right) in _BESIDE.items()
    }


def promising(text: str, folded: str, start: int, end: int) -> bool:
    """Whether a trigger is worth a look at its sentence, as far as the words beside it tell.

    Args:
        text: The text as it stands.
        folded: The folded text.
        start: Where the trigger begins.
        end: Where it ends.
    """
    word = " ".join(folded[start:end].split())
    gate = _gates().get(word)
    if gate is None:
        return True
    left, right = gate
    if left is not None and not left.search(text, max(0, start - 100), start):
        return False
    if right is not None and not right.match(text, end, end + 200):
        return False
    if word.startswith(("sign", "ink", "initial")):
        near = folded[max(0, start - 220) : end + 160]
        return any(instrument in near for instrument in bag("instruments"))
    return True


@cache
def support() -> Mapping[str, tuple[Word, ...]]:
    """The verbs that go with a noun: "hold" talks, "attend" a summit; folded, each with what it can be."""
    return {word: tuple(meanings) for word, meanings in _verbs("support").items()}


@cache
def bag(name: str) -> frozenset[str]:
    """A set of words of the table: `unmet`, `people`, `instruments`."""
    return frozenset(settings(_TABLE)["words"][name].split())
