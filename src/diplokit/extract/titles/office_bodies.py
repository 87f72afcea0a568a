"""How far the name of an organisation reaches that stands in an office: "of the Bank of Japan", "of the Navy"."""

import re

from diplokit.wordlists import GIVEN_NAMES

from .forms_of_address import FORMS_OF_ADDRESS
from .office_surroundings import HEAD_NOUNS, WORD, Surroundings, is_state

GLUE = re.compile(r" of the | for the | of | for | on | and the | and | & | to the |[-/]| ")
"""What may stand between two words of a portfolio or of the name of a body."""


class BodiesInOffices(Surroundings):
    """Reads the names of organisations after a preposition."""

    def body_end(self, at: int, end: int) -> int:
        """The end of the name of an organisation that begins at `at` and reaches at least to `end`."""
        text, folded = self.text, self.folded
        given, addresses = self.document.starting(GIVEN_NAMES), self.document.starting(FORMS_OF_ADDRESS)
        here = at
        sure = end
        nouns = 0
        placed, glued = False, ""
        for _ in range(12):
            match = WORD.match(text, here)
            if match is None or not match.group()[0].isupper():
                break
            if here in given and end <= here and here != at and (nouns or not self.goes_on(match.end())):
                break
            if here in addresses or (here in self.heads and here >= end and here != at):
                break
            word = match.group().rstrip(".")
            if placed and glued == " " and word not in HEAD_NOUNS:
                break  # "Chairman of the Mejlis of Turkmenistan Dunyagozel Gulmanova"
            reach = here + len(word)
            if word in HEAD_NOUNS:
                nouns += 1
                sure = max(sure, reach)
            elif nouns == 0 and reach > sure:
                sure = reach
            elif (
                (place := self.places.get(here)) is not None
                and here > at
                and folded[here - 4 : here].strip() in ("of", "the")
            ):
                sure, reach = max(sure, place.end), place.end
            glue = GLUE.match(folded, reach)
            if glue is None:
                break
            if glue.group() == " and " and not self._noun_ahead(glue.end()):
                break
            state = self.places.get(here) if folded.endswith((" of ", " of the "), 0, here) else None
            placed = state is not None and state.end == reach and is_state(state)
            glued, here = glue.group(), glue.end()
        return sure

    def _noun_ahead(self, at: int) -> bool:
        match = WORD.match(self.text, at)
        if match is None or at in self.heads:
            return False
        word = match.group()
        return word[0].isupper() and (word.lower() in self.words.portfolio or word in HEAD_NOUNS)

    def goes_on(self, end: int) -> bool:
        """Whether a place name is the beginning of a longer name ("Jakarta Stock Exchange")."""
        match = WORD.match(self.text, end + 1) if self.text[end : end + 1] == " " else None
        return match is not None and match.group() in HEAD_NOUNS
