"""One use of a verb or adjective as a commitment, and whether what must follow it follows."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from attrs import frozen

from diplokit.vocabulary import Act

_NEXT = re.compile(r"\w[\w'\-]*+(?:\.\w[\w'\-]*+)*+|[^\w\s]")
# A noun that a verb governs does not stand behind one of these.
_STOPS = frozenset('for of with on in to that by from about at as which who , ; : " and'.split())
_ENDS = frozenset([";", ":", '"'])
# Classes whose nouns may stand behind two adjectives with "and", and participles that are adjectives there.
_JOINED = frozenset("commitmentnoun supportnoun intentnoun readynoun opposenoun position".split())
_LIKE_ADJECTIVES = frozenset(
    "principled continued renewed unlimited shared determined sustained committed undivided".split()
)
# Classes whose nouns may stand farther off, behind other nouns and prepositions.
_LOOSE = frozenset(
    ["instrument", "negotiation", "decision", "resource", "body", "memorabilia", "help", "backed", "assured", "date"]
)
# What may stand between a verb and its object: "accepted with pleasure", "reaffirmed on Monday in Lima the".
_ASIDE = re.compile(
    r"(?:\s+(?:with (?:gratitude|pleasure|appreciation|thanks|satisfaction|enthusiasm)|today|yesterday|here|in principle|gladly|"
    r"(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|in [\w-]+(?= (?:the|its|their|his|her|our)\b))(?!\w)"
    r"|,\s\"?(?:in particular|inter alia|among other (?:things|issues)|in turn|once again|in (?:this (?:regard|context)|\w+)|"
    r"for (?:his|her|its|their) part),)++"
)
_NOUNS = frozenset("commitment support intention readiness willingness opposition position determination".split())
# What leads on from a noun that is no verb: "its concern and support for", not "and support the efforts".
_GOVERNS = re.compile(r"\s+(?:for|to|towards?|in|on|of|with|that)\b")


@frozen(eq=False, slots=False)
class Trigger:
    """One use of a verb or adjective as a commitment; see the comments of the table.

    Attributes:
        act: What it does.
        then: What must follow it, as a pattern, or `None`.
        nouns: Nouns of which one must follow, or nothing.
        classes: The names of the classes of those nouns.
        within: How many words may stand before the noun.
        never: Nouns of which none may follow.
        forms: The inflections that count.
        adjective: Whether it stands after be, remain, stand.
        passive: Whether the passive counts too.
        flags: Further conditions: `with`, `modal`, `willed`, `money`, `sum`, `to`, `object`, `call`, `negated`, `things`, `actor`, `goal`, `asked`, `agent`.
    """

    act: Act
    then: re.Pattern[str] | None
    nouns: frozenset[str]
    classes: frozenset[str]
    within: int
    never: frozenset[str]
    forms: frozenset[str]
    adjective: bool
    passive: bool
    flags: frozenset[str]

    @cached_property
    def begun(self) -> frozenset[str]:
        """The first words of those nouns, of which some have a hyphen."""
        return frozenset([noun.partition("-")[0] for noun in self.nouns])

    @cached_property
    def halts(self) -> frozenset[str]:
        """Words at which the search for a noun ends."""
        near = self.nouns and self.classes.isdisjoint(_LOOSE)
        return (_STOPS if near else _ENDS) | self.never | ({"no"} if self.nouns else frozenset())

    def follows(self, folded: str, at: int, end: int, ahead: Sequence[str]) -> int | None:
        """Where what must follow a verb ends, if it follows.

        Args:
            folded: The folded text.
            at: Where the verb ends.
            end: Where its sentence ends.
            ahead: The words behind the verb, as far as any noun is looked for; needed where one must follow.
        """
        nouns = self.nouns
        if nouns and self.begun.isdisjoint(ahead):
            return None
        if self.then is not None:
            match = self.then.match(folded, at, end)
            if match is None:
                return None
            at = match.end()
        if nouns:
            return self._noun(folded, at, end)
        return at if not self.never or not self._refused(folded, at, end) else None

    def _noun(self, folded: str, at: int, end: int) -> int | None:
        """Where the noun ends that must follow within some words."""
        aside = _ASIDE.match(folded, at, end)
        if aside is not None:
            at = aside.end()
        elif folded[at : at + 2].lstrip().startswith(","):
            return None
        nouns, halts, window = self.nouns, self.halts, self.within
        joined, before = False, ""
        for match in islice(_NEXT.finditer(folded, at, min(end, at + 14 * window + 30)), window + 1):
            word = match.group().removesuffix("'s")
            if word in nouns:
                return match.end() if not joined or _GOVERNS.match(folded, match.end(), end) else None
            if word == "and" and not joined and before not in _NOUNS and not self.classes.isdisjoint(_JOINED):
                joined = True  # "its full and unconditional support"
            elif word == '"' and folded[match.end() : match.end() + 1].isalnum():
                continue  # 'reiterated "the utmost importance of"'
            elif (
                word in halts
                or (word == "that" and not before and "resource" in self.classes)
                or (joined and word.endswith("ed") and word not in _LIKE_ADJECTIVES)
            ):
                break
            before = word
        return None

    def _refused(self, folded: str, at: int, end: int) -> bool:
        """Whether a noun follows that must not."""
        if folded[at : at + 2].lstrip().startswith(","):
            return False
        for match in islice(_NEXT.finditer(folded, at, min(end, at + 100)), 6):
            word = match.group().removesuffix("'s")
            if word in self.halts:
                return word in self.never
        return False
