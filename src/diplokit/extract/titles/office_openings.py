"""What stands before the head of an office: whose it is, how it is held, its rank and its portfolio."""

import re

from diplokit import Hit
from diplokit.wordlists import GIVEN_NAMES, OfficeWord

from .office_leads import TOKEN, Lead, LeadReader
from .office_surroundings import HEADED_BY_PRESIDENTS, Surroundings

_WORD_END = re.compile(r"[^\W\d_][\w'\u2019-]* \Z")
_CLOSERS = ',:;)"'
# How many characters before a head are read, and how many where what decides may stand further off.
_NEAR, _FAR = 24, 120


class Openings(Surroundings):
    """Reads what stands before a head."""

    def before(self, head: Hit, office: OfficeWord, capital: bool, own: str) -> Lead:
        """What stands before a head that has a portfolio of its `own` or none."""
        reader = LeadReader(self, head, office, capital, own, _NEAR)
        if reader.is_cut:
            reader = LeadReader(self, head, office, capital, own, _FAR)
        return reader.lead()

    def nothing_before(self, start: int, own: str) -> bool:
        """Whether the word before a head plainly says nothing of the office, as for most heads."""
        folded, text = self.folded, self.text
        end = start - 1
        if end < 1:
            return end < 0
        if folded[end] != " ":
            return folded[end] in '("'
        last = folded[end - 1]
        if last == " " and "\n" in text[end - 1 : start]:
            return True  # at the beginning of a paragraph
        if last in _CLOSERS:
            return not own or last != ","
        cut = folded.rfind(" ", 0, end) + 1
        word = folded[cut:end]
        return (
            (word.isalpha() or (last == "." and word[:-1].isalpha()))
            and word not in self.words.before
            and end not in self.places_end
            and end not in self.bodies_end
            and not (own and word == "and")
            and (text[cut].islower() or not (text[cut:end].isupper() or text[cut:end] in HEADED_BY_PRESIDENTS))
        )

    def after_name(self, start: int) -> bool:
        """Whether a given name stands directly before an offset."""
        match = _WORD_END.search(self.text, max(0, start - 20), start)
        return (
            match is not None
            and match.start() in self.document.starting(GIVEN_NAMES)
            and match.start() not in self.places
        )

    def own_start(self, start: int, head: Hit, of: str | None) -> int:
        """Where the office's own words begin, after the state and the status."""
        at = start
        words = self.words
        while at < head.start:
            reach = 0
            for hit in (self.places.get(at), self.bodies.get(at)):
                if hit is not None and reach < hit[1] <= head.start:
                    reach = hit[1]
            if reach:
                at = reach
                while at < head.start and self.folded[at] in " '-,":
                    at += 2 if self.folded.startswith("'s", at) else 1
                continue
            match = TOKEN.match(self.folded, at, head.start)
            if match is None:
                at += 1
                continue
            token = match.group().rstrip("-")
            glued, _, more = token.partition("-")
            if more and glued in words.status and match.start() + len(glued) + 1 in self.places:
                at = match.start() + len(glued) + 1  # "then-French Foreign Minister"
                continue
            if (
                token in words.status
                or (of is not None and self.text[match.start() : match.end()].rstrip("'s\u2019") == of)
                or token in ("newly", "elected", "ex", "the", "'", "s", "\u2019")
            ):
                at = match.end()
                while at < head.start and self.folded[at] in " -":
                    at += 1
                continue
            break
        return at
