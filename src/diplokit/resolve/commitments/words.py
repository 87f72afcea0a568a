"""The words of commitment: verbs with what must follow them, nouns by class, and all their inflections.

Read from `data/en/commitments.toml`, when a document first needs them.
"""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import TypeAlias

from attrs import frozen

from diplokit import Lexicon
from diplokit.tables import settings
from diplokit.vocabulary import Act

from .triggers import Trigger

Fits: TypeAlias = Sequence[tuple[Trigger, int | None]]
"""Uses of a word, each with where what must follow it ends (`None` in the passive, where nothing must follow)."""


@frozen(eq=False, slots=False)
class Form:
    """What a word of the lexicon is: which inflections of which uses, or one of the special words.

    Attributes:
        forms: Of `base`, `s`, `past`, `ing`.
        triggers: The uses, the first that fits wins.
        special: `will`, `should`, `noun`, `operative` or nothing.
    """

    forms: frozenset[str]
    triggers: tuple[Trigger, ...] = ()
    special: str = ""

    @cached_property
    def verb(self) -> bool:
        """Whether it cannot be the bare verb alone, which has its subject before it."""
        return not self.forms.isdisjoint(("past", "ing", "adjective"))

    @cached_property
    def past(self) -> bool:
        """Whether it may be a participle of the passive."""
        return "past" in self.forms

    @cached_property
    def participle(self) -> bool:
        """Whether it is nothing but a participle in -ing."""
        return self.forms == {"ing"}

    @cached_property
    def reach(self) -> int:
        """So many characters behind it hold any noun that its uses ask for."""
        return 90 + 14 * max([trigger.within for trigger in self.triggers], default=5)

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The first words of all nouns that its uses may ask for."""
        return frozenset().union(*[trigger.begun for trigger in self.triggers])

    @cached_property
    def unbound(self) -> tuple[Trigger, ...]:
        """The uses that may fit though none of those nouns follows."""
        return tuple([t for t in self.triggers if not t.nouns or (t.passive and self.past)])


def inflections(verb: str, irregular: Mapping[str, str]) -> dict[str, set[str]]:
    """The inflections of a verb, each with the forms that it is.

    Examples:
        >>> sorted(inflections("agree", {}))
        ['agree', 'agreed', 'agreeing', 'agrees']
        >>> sorted(inflections("deny", {}))
        ['denied', 'denies', 'deny', 'denying']
        >>> inflections("set", {"set": "sets set set setting"})["set"] == {"base", "past"}
        True
    """
    if verb in irregular:
        s, past, participle, ing = irregular[verb].split()
    else:
        stem = verb.removesuffix("e")
        if verb.endswith("y") and verb[-2:-1] not in "aeou":
            s, past = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
        else:
            s = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
            past = f"{stem}ed"
        participle, ing = past, f"{verb if verb.endswith('ee') else stem}ing"
    found: dict[str, set[str]] = {}
    for word, form in ((verb, "base"), (s, "s"), (past, "past"), (participle, "past"), (ing, "ing")):
        found.setdefault(word, set()).add(form)
    return found


@cache
def nouns() -> Mapping[str, frozenset[str]]:
    """The nouns of the table by class."""
    return {name: frozenset(listed.split()) for name, listed in settings("en/commitments.toml")["nouns"].items()}


@cache
def kinds() -> Mapping[str, frozenset[str]]:
    """Words that tell what a commitment is to."""
    return {name: frozenset(listed.split()) for name, listed in settings("en/commitments.toml")["kinds"].items()}


@cache
def will() -> Mapping[str, frozenset[str]]:
    """The verbs after "will", by what they make of it."""
    table = {name: frozenset(listed.split()) for name, listed in settings("en/commitments.toml")["will"].items()}
    return {**table, "participles": table["passive"] | table["done"] | table["undone"] | table["by"]}


@cache
def should() -> Mapping[str, frozenset[str]]:
    """The words after "should" and "must", by what they make of it."""
    return {name: frozenset(listed.split()) for name, listed in settings("en/commitments.toml")["should"].items()}


@cache
def operative() -> Mapping[str, Act]:
    """The operative verbs of resolutions."""
    table = settings("en/commitments.toml")["operative"]
    return {verb: Act(act) for act, listed in table.items() for verb in listed.split()}


@cache
def shown() -> tuple[Mapping[str, Act], frozenset[str], frozenset[str]]:
    """Nouns that show a commitment, all inflections of the verbs of showing, and the words that forbid it."""
    table = settings("en/commitments.toml")
    acts = {noun: Act(act) for act, listed in table["shown"].items() for noun in listed.split()}
    verbs = {form for verb in table["showing"]["verbs"].split() for form in inflections(verb, table["irregular"])}
    return acts, frozenset(verbs), frozenset(table["showing"]["never"].split())


@cache
def owned() -> Mapping[str, Act]:
    """Nouns of acts that belong to those who own them."""
    return {
        noun: Act(act) for act, listed in settings("en/commitments.toml")["owned"].items() for noun in listed.split()
    }


_FLAGS = (
    "with",
    "modal",
    "willed",
    "money",
    "sum",
    "to",
    "object",
    "call",
    "negated",
    "things",
    "actor",
    "goal",
    "asked",
    "agent",
    "warned",
    "direct",
    "said",
)


def _words(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    table = settings("en/commitments.toml")
    classes = nouns()
    irregular = table["irregular"]
    common = frozenset(table["common"]["forms"].split())
    forms: dict[str, set[str]] = {}
    uses: dict[str, list[Trigger]] = {}
    for row in table["verb"]:
        wanted = frozenset(row.get("noun", "").split())
        trigger = Trigger(
            Act(row["act"]),
            tuple(row["then"].split("|")) if "then" in row and not row.get("phrase") else None,
            frozenset().union(*(classes[name] for name in wanted)),
            wanted,
            row.get("within", 8),
            frozenset().union(*(classes[name] for name in row.get("no", "").split())),
            frozenset(row.get("forms", "base s past ing").split()),
            "adjectives" in row,
            row.get("passive", False),
            frozenset(flag for flag in _FLAGS if row.get(flag)),
        )
        for adjective in row.get("adjectives", "").split():
            word = adjective.replace("_", " ")
            forms.setdefault(word, set()).add("adjective")
            uses.setdefault(word, []).append(trigger)
        endings = [f" {part}" for part in row["then"].split("|")] if row.get("phrase") else [""]
        for verb in row.get("verbs", "").split():
            for form, which in inflections(verb, irregular).items():
                if (form in common and not row.get("phrase")) or not (which & trigger.forms or trigger.passive):
                    continue
                for ending in endings:
                    word = form + ending
                    forms.setdefault(word, set()).update(which)
                    uses.setdefault(word, []).append(trigger)
    words: dict[str, object] = {word: Form(frozenset(forms[word]), tuple(uses[word])) for word in uses}
    for word in (
        "will",
        "shall",
        "won't",
        "we'll",
        "i'll",
        "he'll",
        "she'll",
        "they'll",
        "we'd",
        "they'd",
        "would",
        "cannot",
        "going to",
    ):
        words.setdefault(word, Form(frozenset(), special="will"))
    for word in ("should", "must"):
        words[word] = Form(frozenset(), special="should")
    for word in operative():
        words.setdefault(word, Form(frozenset(), special="operative"))
    for word in ("conclusion", "ratification", "entry into force", "establishment"):
        words.setdefault(word, Form(frozenset(), special="noun"))
    for word in (*shown()[0], *owned(), "exchange"):
        known = words.get(word)
        words[word] = (
            Form(known.forms, known.triggers, "noun") if isinstance(known, Form) else Form(frozenset(), special="noun")
        )
    return words


COMMITMENTS = Lexicon("words of commitment", cache(_words))
"""Verbs, adjectives and nouns of commitment, in all inflections: `Form`."""
