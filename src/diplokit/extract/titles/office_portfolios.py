"""How far the portfolio of an office reaches: lists of the words for what a minister or a ministry is for."""

import re

from diplokit import Hit
from diplokit.wordlists import GIVEN_NAMES

from .office_bodies import GLUE, BodiesInOffices
from .office_surroundings import WORD, is_state, names_place

LISTED = re.compile(r",? and |, | & ")
"""What may stand before one more portfolio."""
_COMMA = re.compile(r", (?:and )?")
_BEFORE_NAMES = tuple(
    f"{word} "
    for word in (
        "senator, sen., congressman, congresswoman, representative, ambassador, sultan, shah, amir, emir, general, gen., lieutenant, lt., "
        "lt, lt-gen, major, maj., brigadier, brig., colonel, col., admiral, adm., vice admiral, rear admiral, marshal, air marshal, captain, commodore, judge"
    ).split(", ")
)


class Portfolios(BodiesInOffices):
    """Reads the portfolios of ministers."""

    def portfolio(self, at: int) -> int:
        """The end of the list of portfolio words that begins at `at`, or 0."""
        text, folded, known = self.text, self.folded, self.words.portfolio
        given = self.document.starting(GIVEN_NAMES)
        end = sure = 0
        capital = text[at : at + 1].isupper()
        listed = beside = False
        here = at
        for _ in range(24):
            match = WORD.match(folded, here)
            if match is None:
                break
            word = match.group().rstrip(".")
            upper = text[here].isupper()
            if capital and not upper:
                break
            if (
                word not in known
                and not (here in self.places and names_place(self.places[here]))
                and not (capital and upper and self._between(here, match.end(), end == 0))
            ):
                break
            place = self.places.get(here)
            if place and beside and word not in known and not self._between(here, place.end, False):
                break  # "Political Affairs Victoria Smith"
            if here != at and here in given and word not in known and here not in self.places:
                break  # "for the Indo-Pacific Catherine West"
            if (here in self.heads and here != at) or (place and is_state(place) and not self._affairs_of(place)):
                break
            reach = here + len(word)
            if here in self.places and self.places[here].end > reach:
                reach = self.places[here].end  # "Europe and North America"
            if here != at and folded[reach : reach + 1] == " " and self._begins_office(reach + 1):
                break  # "… of Defence and Finance Minister": the word belongs to the next office
            end = reach
            if not listed:
                sure = end
            glue = GLUE.match(folded, end)
            beside = glue is not None and glue.group() == " "
            if glue is None:
                glue = _COMMA.match(folded, end)
                if glue is None:
                    break
                listed = listed or glue.group() == ", "
            if "and" in glue.group() or "&" in glue.group():
                if not self._group_end(glue.end(), capital):
                    break
                listed = False
            here = glue.end()
        return sure

    def _group_end(self, at: int, capital: bool) -> bool:
        """Whether a word of a portfolio (and not the next office) begins at `at`."""
        match = WORD.match(self.folded, at)
        if match is None or at in self.heads or (capital and not self.text[at].isupper()):
            return False
        if (place := self.places.get(at)) and self._affairs_of(place):
            return True
        reach = match.end()
        while self.folded[reach : reach + 1] == " " and self.folded[reach - 1] != ".":
            if self._begins_office(reach + 1):
                return False
            more = WORD.match(self.folded, reach + 1)
            if more is None or more.group() not in self.words.portfolio:
                break
            reach = more.end()
        return match.group().rstrip(".") in self.words.portfolio or (capital and self._between(at, match.end(), False))

    def _begins_office(self, at: int) -> bool:
        """Whether an office begins that may have a portfolio before it, unlike "Senator" and the like."""
        return at in self.heads and not self.folded.startswith(_BEFORE_NAMES, at)

    def _affairs_of(self, place: Hit) -> bool:
        """Whether a place is part of a portfolio: "Agriculture, Trade and Barbuda Affairs"."""
        return self.folded.startswith(" affairs", place.end)

    def _between(self, start: int, end: int, first: bool) -> bool:
        """Whether an unknown word in capitals belongs to a portfolio: a connective or a portfolio word follows."""
        rest = self.folded[end : end + 40]
        if rest.startswith(" "):
            match = WORD.match(rest.removeprefix(" and ").removeprefix(" & ").removeprefix(" "))
            return match is not None and match.group() in self.words.portfolio
        return first and not rest[:1].isalnum()

    def more_portfolio(self, end: int, capital: bool) -> int:
        """The end of the list that goes on after a head with a portfolio of its own ("… of Foreign Affairs and Trade")."""
        match = LISTED.match(self.folded, end)
        if match is None or not self._group_end(match.end(), capital):
            return end
        more = self.portfolio(match.end())
        if match.group() == ", " and " and " not in self.folded[match.end() : more]:
            return end
        return more or end
