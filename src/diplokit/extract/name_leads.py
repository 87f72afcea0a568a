"""What stands before a word in capitals and leads to a name: an office, a form of address, a description, a byline."""

import re
from collections import Counter
from functools import cache, cached_property

from diplokit import Document, Title
from diplokit.wordlists import (
    FAMILY_NAMES,
    GIVEN_NAMES,
    OFFICES,
    ORGANISATIONS,
    PLACES,
    HonorificWord,
)

from .forms_of_address import BRACKETED, FORMS_OF_ADDRESS
from .name_words import Run, is_heading, kind_of, tables
from .office_grammar import OFFICES_IN_FULL

# --- words -----------------------------------------------------------------------------------------------------

PARTICLES = (
    "bin|binti|binte|bint|bte|ibn|ben|bani|al|el|ul|ur|ud|abu|de|da|do|dos|das|del|della|di|du|la|le|los|las|van|von|der|den|ten|ter|te|zu|zur|y|e|"
    "arap|af|av|a/l|a/p|s/o|d/o|ould|mint|ag|bar|san|st|d'|dal|degli|nic|ni|mac|ap"
)
"""Particles in lower case inside names, as alternatives of a pattern."""

_BEFORE = re.compile(
    rf"(?<![\w'-])(?:(?:{PARTICLES}) ){{1,3}}(?:al-)?\Z|(?<![\w'-])(?:al|el|as|ar|az|an|ad|at|ash)-\Z|(?<![\w'-])d'\Z"
)
_OPEN = re.compile(r" (?:of|for|on|to) ")
_CREDIT = re.compile(
    r"\([^()\n]*photo[^()\n]*/\Z|\((?:afp|ap|reuters|epa|upi|xinhua|getty|anadolu|bernama|yonhap|kyodo)/\Z"
)
_SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z]\w*")
_CALLED = re.compile(
    r"(?:ing|photos?|written|compiled|edited|reported) by \Z|(?:^|\n)by \Z|(?:known|nicknamed|dubbed) as \Z"
)
PLURALS = frozenset(
    "presidents ministers premiers leaders secretaries senators ambassadors chancellors kings counterparts governors generals messrs officials ministers' drs".split()
)
_ENDINGS = frozenset(
    {
        "bin",
        "int",
        "bnu",
        "ibn",
        "bte",
        "al",
        "el",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "lla",
        "di",
        "du",
        "la",
        "le",
        "los",
        "las",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "te",
        "zu",
        "af",
        "av",
        "uld",
        "abu",
        "ben",
        "nti",
        "nte",
        " y",
        " e",
    }
)

_SHUT = '.,;:!?"'
_ENDS = '.!?"\u201d'


@cache
def _leading() -> frozenset[str]:
    """The words that may lead to a name; before any other, a look at one word is enough."""
    return frozenset({*PARTICLES.split("|"), *PLURALS, *tables().descriptions, "by", "as"})


# --- rules -----------------------------------------------------------------------------------------------------


class Leads:
    """What one document says before its words in capitals, and where no name can stand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text, self.folded = document.text, document.folded
        self.tables = tables()
        self.leading = _leading()
        self.given = given = {hit[0] for hit in document.hits(GIVEN_NAMES)}
        self.family = family = {hit[0] for hit in document.hits(FAMILY_NAMES)}
        self.places = {hit[0]: hit for hit in document.hits(PLACES)}
        # Where a state or people is named by a word that is no name of persons: no run begins there.
        self.quick: dict[int, int] = {}
        for start, end, meaning in self.places.values():
            if start not in given:
                kind = kind_of(meaning)
                if kind == "state" or (kind == "people" and start not in family):
                    self.quick[start] = end
        self.titles = document.hits(OFFICES_IN_FULL)
        self.title_starts = {hit[0] for hit in self.titles}
        self.office_starts = [hit[0] for hit in document.hits(OFFICES)]
        self.leads: dict[int, int] = {}
        self.open: set[int] = set()
        self.body_ends: set[int] = set()
        self.by_given: set[int] = set()
        blocks: list[tuple[int, int]] = []
        folded, given_states = self.folded, self.tables.given_states
        for start, end, meaning in self.titles:
            blocks.append((start, end))
            # After "Secretary of State on Arms" a lone word rather goes on with the office than begins a name.
            self.leads[end] = 3
            if isinstance(meaning, Title) and meaning.of in given_states:
                self.by_given.add(end)
            if _OPEN.search(folded, start, end):
                self.open.add(end)
        for hit in document.hits(FORMS_OF_ADDRESS):
            word = hit.meaning
            assert isinstance(word, HonorificWord)  # what the hits hold
            if (
                word.position == "before"
                and not word.sure
                and hit.start - 1 in self.leads
                and hit.start in self.given
                and self.text[hit.end - 1] != "."
            ):
                continue  # "Foreign Minister Don Pramudwinai"
            if word.position == "before":
                blocks.append((hit.start, hit.end))
                self.leads[hit.end] = 3
                if word.culture in self.tables.given_cultures:
                    self.by_given.add(hit.end)
            elif word.culture != "suffix":
                blocks.append((hit.start, hit.end))
        for start, end, _ in document.hits(ORGANISATIONS):
            if (start not in given and start not in family) or " " in self.text[start:end]:
                blocks.append((start, end))
                self.body_ends.add(end)
        blocks.sort()
        self.blocks = blocks
        self.doubtful: list[Run] = []

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word in capitals stands in the document."""
        return Counter(self.text[start:end] for start, end in self.document.capitals)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the document writes in lower case."""
        return frozenset(_SMALL_WORD.findall(self.text))

    def _headings(self) -> list[tuple[int, int]]:
        """Where headings stand, in which capitals say nothing."""
        text = self.text
        found = []
        for sentence in self.document.sentences:
            end = sentence.end
            if text[end - 1] not in _ENDS:
                start = sentence.start
                if 18 < end - start <= 200 and is_heading(text[start:end]):
                    found.append((start, end))
        return found

    def _lead(self, start: int) -> tuple[int, int]:
        """Where particles before a word begin, and how strongly what stands before leads to a name."""
        folded = self.folded
        left = start
        before = folded[start - 1 : start]
        if not before:
            return start, 0
        if before == " ":
            if start - 1 in self.leads:
                ending = folded[max(0, start - 4) : start - 1]
                if (
                    self.text[start - 1] == " "
                    and ending not in _ENDINGS
                    and ending[-2:] not in _ENDINGS
                    and ending[-1:] != ")"
                ):
                    return start, 3
            elif start - 2 not in self.leads and folded[start - 2] != ")":
                cut = folded.rfind(" ", max(0, start - 22), start - 1)
                word = folded[cut + 1 : start - 1]
                if (
                    (cut >= 0 or start < 22)
                    and word not in self.leading
                    and (not word or word[-1] in _SHUT or word.isalnum())
                ):
                    return start, 0  # nearly always
        elif before not in "-'/:":
            return start, 0
        if before and before in " -'":
            ending = folded[max(0, start - 4) : start - 1]
            if before != " " or ending in _ENDINGS or ending[-2:] in _ENDINGS:
                window = folded[max(0, start - 18) : start]
                match = _BEFORE.search(window)
                if match:
                    left = start - (len(window) - match.start())
        led = self._led(left)
        if left != start and not led:
            return left, self._led(start)
        return left, led

    def _led(self, start: int) -> int:
        folded, leads = self.folded, self.leads
        if folded[start - 2 : start] == ") " and (match := BRACKETED.search(folded, max(0, start - 14), start)):
            start = match.start() + 1
        if folded[start - 1 : start] == " ":
            if start - 1 in leads:
                return 3 if self.text[start - 1] != "\n" or self._wrapped(start - 1) else 1
            if start - 2 in leads and folded[start - 2] in ",:":
                return 1
            cut = folded.rfind(" ", max(0, start - 22), start - 1)
            if cut >= 0 or start < 22:
                word = folded[cut + 1 : start - 1]
                if word in self.tables.descriptions or word in PLURALS:
                    return 2
                if word == "by" and (cut < 0 or self.text[cut] == "\n"):
                    return 2
                if word in ("by", "as") and (match := _CALLED.search(folded, max(0, start - 20), start)):
                    if word == "as" and not self.body_ends.isdisjoint(range(match.start() - 8, match.start())):
                        return 0  # "the Turkish Red Crescent, known as Kizilay"
                    return 2 if word == "by" else 3
        elif folded[start - 1 : start] == "/" and _CREDIT.search(folded, max(0, start - 40), start):
            return 2
        elif start - 1 in leads and folded[start - 1 : start] == ":":
            return 1
        return 0

    def _wrapped(self, at: int) -> bool:
        """Whether the line that ends at an offset is long enough to be the wrap of a longer one."""
        return 40 < at - self.text.rfind("\n", max(0, at - 110), at) <= 101
