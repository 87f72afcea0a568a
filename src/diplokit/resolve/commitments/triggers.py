"""One use of a verb or adjective as a commitment, and whether what must follow it follows."""

import re
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
_NOUNS = frozenset("commitment support intention readiness willingness opposition position determination".split())
# What leads on from a noun that is no verb: "its concern and support for", not "and support the efforts".
_GOVERNS = re.compile(r"\s+(?:for|to|towards?|in|on|of|with|that)\b")


# What may stand between a verb and the words that it governs.
_MONTH = r"(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october"
_TIME = (
    r"(?:late |early )?(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: night| morning| evening| afternoon)?(?: \([^()]{3,16}\))?"
    r"|(?:earlier |later )?(?:last|this) (?:week|month|year|weekend|night|autumn|spring|summer|winter)|(?:at|over) the weekend"
    rf"|on (?:\d\d? (?:{_MONTH})|(?:{_MONTH}) \d\d?)(?= (?!as\b)[a-z])"
)
_ADVERBS = re.compile(
    r"(?:\s+(?:\w+ly(?: and \w+ly)?|also|both|again|further|very much|once again|once more|here|today|yesterday|now|all|in principle|"
    rf"{_TIME}|in turn|for the first time|with immediate effect|in a (?:joint )?statement|"
    r"as well|instead|\d+(?:-| to )\d+|meanwhile|jointly|"
    r"(?:from|since|after|in(?! (?:fav|their|its|our|his|her|\w+ing)))(?: \w+){1,9}?(?= (?:to|that)\b)|"
    r"(?:at(?! (?:ways|the possibility))|during)(?: \w+){1,9}?(?= (?:to|that|for|on (?:all|both|the (?:two|parties|international|world)))\b)|"
    r"in (?!\w+ing )\w+(?: on \w+day)?(?= (?:on|to|that|for|not)\b))(?!\w)|,(?:[^,.;:\"]{3,40},(?= (?:to|that|for|on)\b))?)*+"
)
# What may stand between a verb and its object: "accepted with pleasure", "reaffirmed on Monday in Lima the".
_ASIDE = re.compile(
    r"(?:\s+(?:with (?:gratitude|pleasure|appreciation|thanks|satisfaction|enthusiasm)|today|yesterday|here|in principle|gladly|"
    rf"{_TIME}|for the first time|in [\w-]+(?: on \w+day)?(?= (?:its|their|his|her|our|the|an?|interest|support|readiness)\b)|"
    r"(?:at|during|after|in|to)(?: [\w.-]+){1,6}?(?= (?:its|their|his|her|our|the (?:need|importance|urgency))\b))(?!\w)"
    r"|,[^,.;:\"]{3,40},(?= (?:its|their|his|her|our)\b)|,\s\"?(?:in particular|inter alia|among other (?:things|issues)|in turn|once again|in (?:this (?:regard|context)|\w+)|"
    r"for (?:his|her|its|their) part),)++"
)


def behind_adverbs(folded: str, at: int, end: int) -> int:
    """Where the words begin that a verb governs which ends at an offset, behind adverbs and times; 0 if none do."""
    match = _ADVERBS.match(folded, at, end)
    assert match is not None  # it also matches nothing
    at = match.end()
    if not folded.startswith(" ", at, end):
        return 0
    at += 1
    while folded.startswith(" ", at):
        at += 1
    return at


@frozen(eq=False, slots=False)
class Trigger:
    """One use of a verb or adjective as a commitment; see the comments of the table.

    Attributes:
        act: What it does.
        then: What must follow it, of which "~ing" is any such form, or `None`.
        nouns: Nouns of which one must follow, or nothing.
        classes: The names of the classes of those nouns.
        within: How many words may stand before the noun.
        never: Nouns of which none may follow.
        forms: The inflections that count.
        adjective: Whether it stands after be, remain, stand.
        passive: Whether the passive counts too.
        flags: Further conditions: `with`, `modal`, `willed`, `money`, `sum`, `to`, `object`, `call`, `negated`, `things`, `actor`, `goal`, `asked`, `agent`, `warned`, `direct`, `said`.
    """

    act: Act
    then: tuple[str, ...] | None
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

    @cached_property
    def led_by(self) -> tuple[str, ...]:
        """How the words may begin that must follow it."""
        return tuple([part.partition(" ")[0].removeprefix("~ing") for part in self.then or ()])

    @cached_property
    def _then(self) -> re.Pattern[str]:
        parts = [re.escape(part).replace(r"\ ", r"\s+").replace(r"\~ing", r"[\w-]+ing") for part in self.then or ()]
        return re.compile(rf"(?:{'|'.join(parts)})(?!\w)")

    def follows(self, folded: str, at: int, end: int) -> int | None:
        """Where what must follow a verb ends, if it follows.

        Args:
            folded: The folded text.
            at: Where the words begin that the verb governs, if they begin in a certain way; else where the verb ends.
            end: Where its sentence ends.
        """
        if self.then is not None:
            match = self._then.match(folded, at, end)
            if match is None:
                return None
            at = match.end() if folded[match.end() - 1].isalpha() else match.end() - 1  # "stands ready."
        if self.nouns:
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
        joined, before, opened = False, "", False
        for match in islice(_NEXT.finditer(folded, at, min(end, at + 14 * window + 30)), window + 1):
            word = match.group().removesuffix("'s")
            if word in nouns:
                return match.end() if not joined or _GOVERNS.match(folded, match.end(), end) else None
            if word == "and" and not joined and before not in _NOUNS and not self.classes.isdisjoint(_JOINED):
                joined = True  # "its full and unconditional support"
            elif word == '"' and (opened or folded[match.end() : match.end() + 1].isalnum()):
                opened = not opened
                continue  # 'reiterated "the utmost importance of"', 'adopted a "consensus" plan'
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
