"""What stands after the head of an office and a preposition: a portfolio, a state, a body, another office."""

import re

from diplokit import Hit
from diplokit.vocabulary import Role
from diplokit.wordlists import GIVEN_NAMES, OfficeWord

from .office_bodies import GLUE, BodiesInOffices
from .office_roles import MINISTERS
from .office_surroundings import (
    WORD,
    is_region,
    is_state,
    lies_in_state,
    names_place,
    state_of,
)

RIGHT_STATUS = re.compile(
    r"(?:-| )(designate|elect|in-exile|emeritus|emerita)\b|-(designate|elect)\b| (ad interim|pro tempore)\b"
)
"""What follows a head and says how the office is held."""

_STATE_OF = re.compile(
    r"(?:(?:[a-z]+ ){0,3}(?:state|states|kingdom|republic|sultanate|emirate|commonwealth|union|principality|confederation|federation)|government) of (?:the )?"
)
_RULERS = re.compile(r"(?: [a-z-]+)? (?:government|regime)\b(?! (?:of|and|offic))")
"""What follows the adjective of a state in "special envoy of the Japanese government"."""
_AFFAIRS = re.compile(r"(?: and (?:the )?| |, )(?:[\w-]+ ){0,2}(?:and [\w-]+ )?affairs\b")
_AND = re.compile(r"(?:, and |, | and )(?:the )?")
LISTED = re.compile(r",? and |, | & ")
"""What may stand before one more portfolio."""
_COMMA = re.compile(r", (?:and )?")
_GENERAL = (" secretary-general", " secretary general")
_BEFORE_NAMES = ("senator ", "sen. ", "congressman ", "congresswoman ", "representative ", "ambassador ")
_OFFICE = re.compile(r"'s? (?:office|department|secretariat|cabinet)\b")
_OFFICES = ("Ministry", "Department", "Foreign Office", "Embassy", "Bureau", "Directorate", "Office of")
_OFFICE_OF = re.compile(
    r"(?:prime minister|president|premier|presidency|cabinet|vice president)(?:'s|'|ial)?(?: (?:office|department|secretariat))?"
)


class Complement:
    """What stands after a preposition: its text, whose it is, what kind that is, a portfolio, and where it ends."""

    __slots__ = ("end", "head_end", "kind", "name_end", "of", "portfolio", "text")

    def __init__(
        self, text: str = "", of: str | None = None, kind: str = "", portfolio: str | None = None, end: int = 0
    ) -> None:
        self.text, self.of, self.kind, self.portfolio, self.end = text, of, kind, portfolio, end
        self.name_end = self.head_end = 0


class Complements(BodiesInOffices):
    """Reads what follows a preposition after a head."""

    def complement(
        self, at: int, office: OfficeWord, preposition: str, capital: bool, article: bool
    ) -> Complement | None:
        """What follows a preposition after a head."""
        takes = office.takes
        text, folded = self.text, self.folded
        if preposition in ("of", "for", "to") and (found := self._office_after(at, preposition)) is not None:
            return found
        if preposition in ("of", "for", "in charge of", "on", "to"):
            place, body = self.places.get(at), self.bodies.get(at)
            state_of_that = place is None and body is None and " of " in folded[at : at + 80]
            if state_of_that and (match := _STATE_OF.match(folded, at)) is not None:
                place = self.places.get(match.end())
                if place is not None and names_place(place):
                    return Complement(text[at : place.end], text[at : place.end], "place", end=place.end)
            if preposition == "to" and "post" not in takes:
                return None
            if place is not None and not names_place(place) and (rulers := _RULERS.match(folded, place.end)):
                return Complement(text[at : rulers.end()], state_of(place, text), "place", end=rulers.end())
            if (
                office.role in MINISTERS
                and preposition != "to"
                and (end := self._portfolio(at))
                and end >= (body.end if body else 0)
            ):
                return Complement(text[at:end], None, "", folded[at:end], end)
            if body is not None and (place is None or body.end > place.end):
                end = body.end + len(" secretary-general")
                if folded.startswith(_GENERAL, body.end) and not text[end + 1 : end + 2].isupper():
                    return Complement(text[at:end], text[at : body.end], "body", end=end)
                end = self._and_more(body.end) if preposition == "to" else body.end
                end = self.body_end(at, end)
                if text[at:end].startswith(("Ministry", "Department")):
                    end = self.more_portfolio(end, capital)
                return Complement(text[at:end], text[at:end], "body", end=end)
            if (
                place is not None
                and names_place(place)
                and folded[place.end : place.end + 1] != "-"
                and not self.goes_on(place.end)
            ):
                end = self._and_more(place.end) if preposition == "to" else self._regions(place)
                if preposition != "to" and (affairs := _AFFAIRS.match(folded, end)):
                    return Complement(text[at : affairs.end()], None, "", folded[at : affairs.end()], affairs.end())
                if (
                    preposition != "to"
                    and office.role in (Role.ENVOY, Role.DEPUTY_MINISTER)
                    and folded[end : end + 1] == " "
                ):
                    more = self._portfolio(end + 1) if text[end + 1 : end + 2].isupper() else 0
                    if more:  # "for Korean Peninsula Peace and Security Affairs"
                        return Complement(text[at:more], None, "", folded[at:more], more)
                kind = "region" if lies_in_state(place) else "place"
                return Complement(
                    text[at:end], state_of(place, text) if end == place.end else text[at:end], kind, end=end
                )
        if preposition in ("of", "for", "in charge of", "on") and ("portfolio" in takes or office.role in MINISTERS):
            end = self._portfolio(at)
            if end and self.goes_on(end):
                end = 0  # "Chair of the Foreign Affairs Committee"
            if end:
                return Complement(text[at:end], None, "", folded[at:end], end)
        if preposition in ("in", "at") and office.role in MINISTERS:
            match = _OFFICE_OF.match(folded, at)
            if match:
                return Complement(text[at : match.end()], None, "", folded[at : match.end()], match.end())
        if preposition in ("in", "at", "with", "from"):
            if preposition not in ("in", "at") or not text.startswith(_OFFICES, at):
                return None  # where an office is held says whose it is only where it names a ministry or the like
            end = self.more_portfolio(self.body_end(at, at), capital)
            return Complement(text[at:end], text[at:end], "body", end=end)
        if text[at : at + 1].isupper() and ("body" in takes or "portfolio" in takes or preposition == "to"):
            given = self.document.starting(GIVEN_NAMES).get(at)
            if given is not None and text[given.end + 1 : given.end + 2].isupper() and not self.goes_on(given.end):
                return None  # "special envoy of Denis Sassou Nguesso"
            end = self.body_end(at, at)
            if end > at:
                return Complement(text[at:end], text[at:end], "body", end=end)
        if preposition == "of" and folded.startswith("republic", at) and article:
            return Complement(text[at : at + 8], None, "", None, at + 8)
        return None

    def _office_after(self, at: int, preposition: str) -> Complement | None:
        """Another office after a preposition: "Special Adviser to the President"."""
        here = at
        for _ in range(5):
            head = self.heads.get(here)
            if head is not None:
                end = head.end
                match = _OFFICE.match(self.folded, end) or RIGHT_STATUS.match(self.folded, end)
                end = match.end() if match else end
                named = (
                    preposition == "to" and self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].isupper()
                )
                if named and self.folded.endswith(" to ", 0, at):
                    return None  # "an adviser to President Putin": his office, and not his adviser's
                return Complement(self.text[at:end], None, "office", end=end)
            word = WORD.match(self.folded, here)
            if word is None or word.group() not in self.words.ranks | self.words.deputies:
                if word is None or preposition == "for" or word.group() not in self.words.portfolio:
                    return None
            here = word.end() + 1
        return None

    def more_portfolio(self, end: int, capital: bool) -> int:
        """The end of the list that goes on after a head with a portfolio of its own ("… of Foreign Affairs and Trade")."""
        match = LISTED.match(self.folded, end)
        if match is None or not self._group_end(match.end(), capital):
            return end
        more = self._portfolio(match.end())
        if match.group() == ", " and " and " not in self.folded[match.end() : more]:
            return end
        return more or end

    def _regions(self, place: Hit) -> int:
        """The end of a pair of regions ("East Asia and the Pacific") or of one place."""
        match = _AND.match(self.folded, place.end)
        more = self.places.get(match.end()) if match else None
        return more.end if more is not None and is_region(place) and is_region(more) else place.end

    def _and_more(self, end: int) -> int:
        """The end of a list of places or bodies that begins before `end`."""
        for _ in range(4):
            match = _AND.match(self.folded, end)
            if match is None:
                break
            more = self.places.get(match.end()) or self.bodies.get(match.end())
            if more is None or (
                match.group().startswith(",") and " and " not in self.folded[match.end() : match.end() + 60]
            ):
                break
            end = more.end
        return end

    def _portfolio(self, at: int) -> int:
        """The end of the list of portfolio words that begins at `at`, or 0."""
        text, folded, known = self.text, self.folded, self.words.portfolio
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
