"""What stands before a word in capitals and leads to a name: an office, a form of address, a description, a byline."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import cache, cached_property
from operator import attrgetter
from string import ascii_lowercase

from diplokit import Document, Hit, Title
from diplokit.extract.titles.forms_of_address import BRACKETED, FORMS_OF_ADDRESS
from diplokit.extract.titles.office_grammar import OFFICES_IN_FULL
from diplokit.wordlists import (
    FAMILY_NAMES,
    GIVEN_NAMES,
    OFFICES,
    ORGANISATIONS,
    PLACES,
    HonorificWord,
)

from .name_words import ENDS, is_heading, tables

# --- words -----------------------------------------------------------------------------------------------------

PARTICLES = (
    "wa|ole|bin|binti|binte|bint|bte|ibn|ben|bani|al|el|ul|ur|ud|abu|de|da|do|dos|das|del|dela|della|di|du|la|le|los|las|van|von|der|den|ten|ter|te|zu|zur|y|e|"
    "arap|af|av|a/l|a/p|s/o|d/o|ould|mint|ag|bar|san|st|d'|dal|degli|nic|ni|mac|ap"
)
"""Particles in lower case inside names, as alternatives of a pattern."""

_PARTICLES = frozenset(PARTICLES.split("|"))
_TAKEN = bytearray([ENDS])
_BEFORE = re.compile(
    rf"(?<![\w'-])(?:(?:{PARTICLES}) ){{1,3}}(?:al-)?\Z|(?<![\w'-])(?:al|el|as|ar|az|an|ad|at|ash)-\Z|(?<![\w'-])d'\Z"
)
# A noun with its article or owner, and a comma.
_APPOSITION = re.compile(
    r"((?<![\w'])(?:the |an? \d\d-year-old |an? |his |her |their |our |my |whose |two |three |four )|'s? )(?:[a-z'-]{2,20} ){0,3}?([a-z-]{3,20}), \Z"
)
_CREDIT = re.compile(
    r"\([^()\n]*photo[^()\n]*/\Z|\((?:afp|ap|reuters|epa|upi|xinhua|getty|anadolu|bernama|yonhap|kyodo)/\Z"
)
_CALLED = re.compile(
    r"(?:ing|photos?|written|compiled|edited|reported|filed) by \Z|(?:^|\n)by \Z|(?:known|nicknamed|dubbed|identified|named|identified only|named only) as \Z"
)
_ENDINGS = frozenset(
    "wa ole bin int bnu ibn bte al el de da do dos das del ela lla di du la le los las van von der den ten ter te zu af av uld abu ben nti nte".split()
) | {" y", " e"}

TAILS = frozenset(
    {before + ending for ending in _ENDINGS for before in ("", *" (", *ascii_lowercase) if len(before + ending) == 3}
)
"""The last three characters before a name where a particle may stand, which is a part of it."""

BINDING = frozenset("-'/:")
"""What stands directly before a word that goes on after it, or to which it leads ("al-Sisi", "AFP/Kim", "PRESIDENT:Thank")."""

_ENDS_NO_HEADING = frozenset('.!?"\u201d')
"""The marks that end sentences, and no headings."""


_LONGEST_LEAD = 20
_MARKS = "\"'([,"


@cache
def _leading() -> frozenset[str]:
    """The words that may lead to a name."""
    return frozenset({*_PARTICLES, *tables().nouns, *tables().kin, *tables().plurals, "others", "by", "as"})


@cache
def leading_tails() -> frozenset[str]:
    """The three characters before the space after a word that may lead to a name; one look at them spares most words."""
    marks = ("", *_MARKS, *(one + other for one in _MARKS for other in _MARKS))
    tails = {(before + word)[-3:] for word in _leading() for before in (" ", *_MARKS)}
    return frozenset((tail + mark)[-3:] for tail in tails for mark in marks)


# --- rules -----------------------------------------------------------------------------------------------------


class Leads:
    """What one document says before its words in capitals, and where no name can stand.

    Attributes:
        capitals: Where the words in capitals stand, and after the last one a place behind the text.
        words: The words themselves, and after the last one nothing.
        gaps: What stands before each of them, and after the last one.
        blocked: For every character `ENDS` if a title, a form of address or an organisation stands there, and behind the
            text; otherwise 0.
        leads: Where titles and forms of address end.
        sentence_ends: Where the sentences end.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        text = self.text = document.text
        self.folded = document.folded
        self.tables = tables()
        behind = len(text) + 1
        self.capitals = [*document.capitals, (behind, behind)]
        self.words = [*document.capital_words, ""]
        self.gaps = document.capital_gaps
        given = self.given = document.starting(GIVEN_NAMES)
        family = self.family = document.starting(FAMILY_NAMES)
        self.places = document.starting(PLACES)
        self.titles = document.ending(OFFICES_IN_FULL)
        leads = self.leads = set(self.titles)
        self._by_given: set[int] = set()
        blocked = self.blocked = bytearray(behind + 1)
        blocked[behind] = ENDS
        for start, end, _ in self.titles.values():
            blocked[start:end] = _TAKEN * (end - start)
        for hit in document.hits(FORMS_OF_ADDRESS):
            start, end, word = hit
            assert isinstance(word, HonorificWord)  # what the hits hold
            if word.position == "before":
                if not word.sure and start - 1 in leads and start in given and text[end - 1] != ".":
                    continue  # "Foreign Minister Don Pramudwinai"
                leads.add(end)
                if word.culture in self.tables.given_cultures:
                    self._by_given.add(end)
            elif word.culture == "suffix" or (start - 1 in leads and start in given):
                continue  # "Trade Minister Paşa Yilmaz"
            blocked[start:end] = _TAKEN * (end - start)
        persons: set[str] = set()
        for start, end, _ in document.hits(ORGANISATIONS):
            body = text[start:end]
            if (start not in given and start not in family) or " " in body:
                if body in persons or (not body.isupper() and self._after_given(start)):
                    persons.add(body)  # "Doug Ford"
                    continue
                blocked[start:end] = _TAKEN * (end - start)
        self.sentence_ends = list(map(attrgetter("end"), document.sentences))

    def _after_given(self, start: int) -> bool:
        """Whether a given name stands directly before an offset."""
        first = self.text.rfind(" ", max(0, start - 16), start - 1) + 1
        return first in self.given and self.text[start - 1 : start] == " "

    @cached_property
    def title_starts(self) -> Mapping[int, Hit]:
        """The titles by where they begin."""
        return self.document.starting(OFFICES_IN_FULL)

    @cached_property
    def office_starts(self) -> list[int]:
        """Where the heads of offices begin, in order."""
        return list(self.document.starting(OFFICES))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word in capitals stands in the document."""
        return Counter(self.words)

    def word_leads(self, start: int) -> bool:
        """Whether the word directly before one may lead to it."""
        low = start - _LONGEST_LEAD if start > _LONGEST_LEAD else 0
        cut = self.folded.rfind(" ", low, start - 1) + 1
        return self.folded[cut or low : start - 1].strip(_MARKS) in _leading()

    def after_particle(self, start: int) -> bool:
        """Whether the word before the space before a name may be a particle, and not only end like one ("leader")."""
        low = start - _LONGEST_LEAD if start > _LONGEST_LEAD else 0
        cut = self.folded.rfind(" ", low, start - 1) + 1
        word = self.folded[cut or low : start - 1]
        return word in _PARTICLES or not word.isalpha()

    def stands_small(self, word: str) -> bool:
        """Whether the text also writes a word in small letters."""
        small = word.lower()
        return small in self.text and small in self.document.written  # names mostly stand nowhere in the text

    def opens(self, at: int) -> bool:
        """Whether a title ends at an offset after which a lone word rather goes on ("Secretary of State on Arms")."""
        title = self.titles.get(at)
        if title is None:
            return False
        words = self.folded[title[0] : title[1]]
        if words.count(" ") < 2:
            return False
        return " of " in words or " for " in words or " on " in words or " to " in words

    def by_given(self, start: int) -> bool:
        """Whether what leads to a name says that the person is called by the given name."""
        title = self.titles.get(start - 1)
        if title is not None and isinstance(title.meaning, Title) and title.meaning.of in self.tables.given_states:
            return True
        return start - 1 in self._by_given

    def _sentence(self, start: int) -> int:
        """The number of the sentence in which a word stands."""
        return bisect_right(self.sentence_ends, start)

    def is_heading(self, sentence: int) -> bool:
        """Whether a sentence, by its number, is a heading, in which capitals say nothing."""
        end = self.sentence_ends[sentence]
        return self.text[end - 1] not in _ENDS_NO_HEADING and is_heading(
            self.text[self.document.sentences[sentence].start : end]
        )

    def _lead(self, start: int) -> tuple[int, int]:
        """Where particles before a word begin, and how strongly what stands before leads to a name."""
        folded = self.folded
        left = start
        before = folded[start - 1 : start]
        if not before:
            return start, 0
        if before not in " -'/:":
            return start, 0
        if before and before in " -'":
            ending = folded[max(0, start - 4) : start - 1]
            if before != " " or ((ending in _ENDINGS or ending[-2:] in _ENDINGS) and self.after_particle(start)):
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
            if folded[start - 2 : start - 1] == ",":
                return self._led_by_noun(start)
            cut = folded.rfind(" ", max(0, start - 22), start - 1)
            if cut >= 0 or start < 22:
                word = folded[cut + 1 : start - 1]
                if word in self.tables.plural_offices:
                    return 2
                if word in self.tables.nouns or word in self.tables.plurals:
                    sure = word in self.tables.sure_nouns
                    return self._led_by_capital(cut, start) if self.text[cut + 1].isupper() else 2 + sure
                if word == "by" and (cut < 0 or self.text[cut] == "\n"):
                    return 2
                if word in ("by", "as") and (match := _CALLED.search(folded, max(0, start - 20), start)):
                    if word == "as" and any(self._body_ends(at) for at in range(match.start() - 8, match.start())):
                        return 0  # "the Turkish Red Crescent, known as Kizilay"
                    return 2 if word == "by" else 3
        elif folded[start - 1 : start] == "/" and _CREDIT.search(folded, max(0, start - 40), start):
            return 2
        elif start - 1 in leads and folded[start - 1 : start] == ":":
            return 1
        return 0

    def _led_by_capital(self, cut: int, start: int) -> int:
        """How strongly a noun in capitals leads to what follows: it may stand in a name of another kind itself."""
        if self.text[start - 2].isupper() or (cut > 0 and self.text[cut - 1].islower() and self._in_capitals(cut)):
            return 0  # "IN WITNESS WHEREOF", "English Teacher Training"
        return 2

    def _in_capitals(self, end: int) -> bool:
        """Whether the word that ends at an offset begins with a capital."""
        return self.text[self.text.rfind(" ", 0, end) + 1].isupper()

    def _led_by_noun(self, start: int) -> int:
        """How strongly a noun before a comma leads to what follows: "his wife, Yanti,", "the prosecutor, Rini Hartati,"."""
        before = _APPOSITION.search(self.folded, max(0, start - 60), start)
        if before is None:
            return 0
        noun = before.group(2)
        if noun in self.tables.kin:
            return 3 if before.group(1) not in ("the ", "a ", "an ") else 0
        if noun == "others" or noun in self.tables.plurals:
            return 2
        return 2 if noun in self.tables.nouns and before.group(1) != "a " and before.group(1) != "an " else 0

    def several(self, start: int) -> bool:
        """Whether what leads to a name leads to several: "Prime Ministers Gorton, Fraser", "identified as Rustam and Alam"."""
        before = self.folded[self.folded.rfind(" ", max(0, start - 22), start - 1) + 1 : start - 1]
        return before in self.tables.plural_offices or before == "as"

    def _body_ends(self, at: int) -> bool:
        """Whether an organisation ends at an offset, by a name that is none of a person."""
        body = self.document.ending(ORGANISATIONS).get(at)
        return body is not None and self.blocked[body.start] > 0

    def _wrapped(self, at: int) -> bool:
        """Whether the line that ends at an offset is long enough to be the wrap of a longer one."""
        return 40 < at - self.text.rfind("\n", max(0, at - 110), at) <= 101
