"""What stands after the head of an office and a preposition: a portfolio, a state, a body, another office."""

import re

from diplokit import Hit
from diplokit.vocabulary import Role
from diplokit.wordlists import GIVEN_NAMES, OfficeWord

from .forms_of_address import ordinary_words
from .office_portfolios import Portfolios
from .office_roles import MINISTERS
from .office_surroundings import (
    HEAD_NOUNS,
    WORD,
    followed_by_name,
    is_region,
    kind_of,
    names_place,
    state_of,
)

RIGHT_STATUS = re.compile(
    r"(?:-| )(designate|elect|in-exile|emeritus|emerita)\b|-(designate|elect)\b|,? \(?(ad interim\b|pro tempore\b|a\.i\.?(?!\w))\)?"
)
"""What follows a head and says how the office is held."""

_STATE_OF = re.compile(
    r"(?:(?:[a-z]+ ){0,3}(?:state|states|kingdom|republic|sultanate|emirate|commonwealth|union|principality|confederation|federation)|government) of (?:the )?"
)
_RULING = re.compile(
    r"(?:(?:federal |union )?cabinet|(?:cabinet|council) of ministers|state council|council of state|federal council) of (?:the )?"
)
"""What governs a state and stands before its name: "premier of the Cabinet of Kuwait"."""
_DAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d)"
)
_RULERS = re.compile(r"(?: [a-z-]+)? (?:government|regime)\b(?! (?:of|and|offic))")
"""What follows the adjective of a state in "special envoy of the Japanese government"."""
_AFFAIRS = re.compile(
    r"(?: and (?:the )?| |, )(?:[\w-]+ ){0,2}(?:and [\w-]+ )?affairs\b| (?:relations|desk|department|division|section|studies)\b"
)
_BOARD = re.compile(
    r"(?:(?:executive|supervisory|management|governing) )?(?:board(?: of (?:directors|trustees|governors|management))?|governing council)\b"
)
"""What governs a body and stands between an office and its name: "chairman of the board of directors of the …"."""
_OF_IT = re.compile(r" (?:of|at) (?:the )?")
_AND = re.compile(r"(?:, and |, | and )(?:the )?")
_GENERAL = (" secretary-general", " secretary general")
_OFFICE = re.compile(r"'s? (?:office|department|secretariat|cabinet)\b")
_OFFICES = (
    "Ministry",
    "Department",
    "Foreign Office",
    "Embassy",
    "Bureau",
    "Directorate",
    "Office of",
    "Senate Committee",
    "House Committee",
    "Federal Ministry",
)
"""How the names of bodies begin in which one holds an office."""
DESK = re.compile(r" \((?:[A-Z][\w&/.-]*+(?:, | and | of | & | )?){1,5}\)(?= [A-Z]|,| (?:in|at|of) )")
"""The desk of a civil servant in brackets: "Additional Secretary (Americas)"."""
_WITH_DESKS = ("secretary", "director", "director general", "director-general")
"""How the heads end that a desk may follow."""
_WITH_COMMA = frozenset((Role.OTHER, Role.DEPUTY_MINISTER, Role.IGO_HEAD))
_GOVERNING = frozenset((Role.HEAD_OF_GOVERNMENT, Role.DEPUTY_HEAD))
_WHOSE = (" to ", " of ", " for ")
_NAMED = re.compile(r"(?: |, (?=[^\W\d_][\w.'\u2019-]*(?: [^\W\d_][\w.'\u2019-]*){0,4} ?[,.;)]))([A-Z][\w.'\u2019-]*)")
"""A name directly after a place, or between commas."""
_DIVISION = re.compile(
    r"(?:'s (?:[\w-]+ ){1,2}?| )(?:(?:autonomous )?(?:region|republic|province|okrug|county)|prefecture|governorate|state|oblast|krai|district|canton|voivodeship|territory|emirate)\b"
)
"""What follows the name of a part of a state, or the state itself: "Osaka| Prefecture", "Russia|'s Pskov Region"."""
_OF_DIVISIONS = frozenset((Role.SUBNATIONAL_HEAD, Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT))
_UNIT = re.compile(r"'s? (?:[\w-]+ (?:and |& )?){1,5}?(?:department|bureau|division|directorate|section|committee)\b")
"""What follows the name of a ministry and is a part of it: "'s Asian and Oceanian Affairs Bureau"."""
_OFFICE_OF = re.compile(
    r"(?:prime minister|president|premier|presidency|cabinet|vice president)(?:'s|'|ial)?(?: (?:office|department|secretariat))?"
)


class Complement:
    """What stands after a preposition: its text, whose it is, what kind that is, a portfolio, and where it ends.

    An end of 0 says that a person is named there, who is no part of the office: "an adviser to President Putin".
    """

    __slots__ = ("end", "head_end", "kind", "name_end", "of", "portfolio", "text")

    def __init__(
        self, text: str = "", of: str | None = None, kind: str = "", portfolio: str | None = None, end: int = 0
    ) -> None:
        self.text, self.of, self.kind, self.portfolio, self.end = text, of, kind, portfolio, end
        self.name_end = self.head_end = 0


class Complements(Portfolios):
    """Reads what follows a preposition after a head."""

    def complement(
        self, at: int, office: OfficeWord, preposition: str, capital: bool, article: bool
    ) -> Complement | None:
        """What follows a preposition after a head."""
        takes = office.takes
        text, folded = self.text, self.folded
        if preposition in ("of", "for", "to") and (found := self._office_after(at, preposition)) is not None:
            return found
        if (
            preposition in ("of", "on")
            and text[at : at + 1].islower()
            and (board := _BOARD.match(folded, at)) is not None
        ):
            link = _OF_IT.match(folded, board.end())
            whole = self.complement(link.end(), office, "of", capital, True) if link else None
            if whole is not None and whole.kind == "body":
                return Complement(text[at : whole.end], whole.of, "body", end=whole.end)
            return Complement(text[at : board.end()], None, "", None, board.end())
        if preposition == "on" and _DAY.match(folded, at) is not None:
            return None  # "the foreign minister of Peru on Friday"
        if preposition in ("of", "for", "in charge of", "on", "to"):
            place, body = self.places.get(at), self.bodies.get(at)
            state_of_that = place is None and body is None and " of " in folded[at : at + 80]
            if state_of_that and (match := _STATE_OF.match(folded, at)) is not None:
                place = self.places.get(match.end())
                if place is not None and names_place(place):
                    return Complement(text[at : place.end], text[at : place.end], "place", end=place.end)
            if state_of_that and office.role in _GOVERNING and (match := _RULING.match(folded, at)) is not None:
                place = self.places.get(match.end())
                if place is not None and names_place(place):
                    return Complement(text[at : place.end], text[place.start : place.end], "place", end=place.end)
            if preposition == "to" and "post" not in takes and not (capital and text.startswith(_OFFICES, at)):
                return None
            if place is not None and not names_place(place) and (rulers := _RULERS.match(folded, place.end)):
                return Complement(text[at : rulers.end()], state_of(place, text), "place", end=rulers.end())
            if (
                office.role in MINISTERS
                and preposition != "to"
                and (end := self.portfolio(at))
                and end >= (body.end if body else 0)
            ):
                return Complement(text[at:end], None, "", folded[at:end], end)
            if body is not None and (place is None or body.end > place.end):
                end = body.end + len(" secretary-general")
                if folded.startswith(_GENERAL, body.end) and not text[end + 1 : end + 2].isupper():
                    return Complement(text[at:end], text[at : body.end], "body", end=end)
                end = self._and_more(body.end) if preposition == "to" else body.end
                end = self.body_end(at, end)
                if folded.startswith("'", end) and (unit := _UNIT.match(folded, end)) is not None:
                    return Complement(text[at : unit.end()], text[at:end], "body", end=unit.end())
                if text[at:end].startswith(("Ministry", "Department")):
                    end = self.more_portfolio(end, capital)
                return Complement(text[at:end], text[at:end], "body", end=end)
            if (
                place is not None
                and names_place(place)
                and folded[place.end : place.end + 1] != "-"
                and not self.goes_on(place.end)
            ):
                if office.role in _OF_DIVISIONS and (part := _DIVISION.match(folded, place.end)) is not None:
                    return Complement(text[at : part.end()], text[at : part.end()], "region", end=part.end())
                end = self._and_more(place.end) if preposition == "to" else self._regions(place)
                if preposition != "to" and (affairs := _AFFAIRS.match(folded, end)):
                    return Complement(text[at : affairs.end()], None, "", folded[at : affairs.end()], affairs.end())
                if (
                    preposition != "to"
                    and office.role in (Role.ENVOY, Role.DEPUTY_MINISTER)
                    and folded[end : end + 1] == " "
                ):
                    named = end + 1 in self.document.starting(GIVEN_NAMES)
                    more = self.portfolio(end + 1) if text[end + 1 : end + 2].isupper() and not named else 0
                    if more:  # "for Korean Peninsula Peace and Security Affairs"
                        return Complement(text[at:more], None, "", folded[at:more], more)
                kind = kind_of(place, office.role)
                return Complement(
                    text[at:end], state_of(place, text) if end == place.end else text[at:end], kind, end=end
                )
        if preposition in ("of", "for", "in charge of", "on") and ("portfolio" in takes or office.role in MINISTERS):
            end = self.portfolio(at)
            if end and self.goes_on(end):
                end = 0  # "Chair of the Foreign Affairs Committee"
            if end:
                return Complement(text[at:end], None, "", folded[at:end], end)
        if preposition in ("in", "at") and office.role in MINISTERS:
            match = _OFFICE_OF.match(folded, at)
            if match:
                return Complement(text[at : match.end()], None, "", folded[at : match.end()], match.end())
        if preposition in ("in", "at", "with", "from"):
            if preposition == "in" and "post" in takes and (post := self._post(at)) is not None:
                return post
            if preposition not in ("in", "at") or not text.startswith(_OFFICES, at):
                return None  # where an office is held says whose it is only where it names a ministry or the like
            end = self.more_portfolio(self.body_end(at, at), capital)
            return Complement(text[at:end], text[at:end], "body", end=end)
        if text[at : at + 1].isupper() and ("body" in takes or "portfolio" in takes or preposition == "to"):
            given = self.document.starting(GIVEN_NAMES).get(at)
            if given is not None and text[given.end + 1 : given.end + 2].isupper() and not self.goes_on(given.end):
                return Complement(text[at : given.end])  # "special envoy of Denis Sassou Nguesso"
            end = self.body_end(at, at)
            if end > at:
                unit = _UNIT.match(folded, end) if folded.startswith("'", end) else None
                stop = unit.end() if unit else end
                return Complement(text[at:stop], text[at:end], "body", end=stop)
        if preposition == "of" and folded.startswith("republic", at) and article:
            return Complement(text[at : at + 8], None, "", None, at + 8)
        return None

    def _post(self, at: int) -> Complement | None:
        """Where one is posted, if the name follows: "the Indian Ambassador in Moscow, Vinay Kumar,"."""
        place = self.places.get(at)
        if place is None or not names_place(place):
            return None
        following = _NAMED.match(self.text, place.end)
        if following is None or following.start(1) in self.places or following[1] in ordinary_words() | HEAD_NOUNS:
            return None
        return Complement(self.text[at : place.end], self.text[at : place.end], "place", end=place.end)

    def _office_after(self, at: int, preposition: str) -> Complement | None:
        """Another office after a preposition: "Special Adviser to the President"."""
        here = at
        for _ in range(5):
            head = self.heads.get(here)
            if head is not None:
                end = head.end
                match = _OFFICE.match(self.folded, end) or RIGHT_STATUS.match(self.folded, end)
                end = match.end() if match else end
                named = followed_by_name(self.text, end)
                office = head.meaning
                assert isinstance(office, OfficeWord)  # what the lexicon holds
                if named and office.role is Role.MILITARY_OFFICER:
                    return None  # "Permanent Secretary of Defence General X"
                if named and self.folded.endswith(_WHOSE, 0, at):
                    return Complement(self.text[at:end])  # "an adviser to President Putin"
                return Complement(self.text[at:end], None, "office", end=end)
            whose = self.bodies.get(here) or self.places.get(here)
            under = self.heads.get(whose.end + 1) if whose is not None else None
            if whose and under and (whose.start in self.places or followed_by_name(self.text, under.end)):
                here = whose.end + 1  # "Chief of Cabinet to the Colombian| President", "… European Council| President"
                continue
            word = WORD.match(self.folded, here)
            if word is None:
                return None
            if (written := word.group()) not in self.words.higher:
                if preposition == "for" or written not in self.words.portfolio:
                    return None
            here = word.end() + 1
        return None

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

    def desk(self, end: int, words: str) -> int:
        """Where the desk of a civil servant ends that stands in brackets after the words of a head, or where they do."""
        desk = DESK.match(self.text, end) if words.endswith(_WITH_DESKS) else None
        return desk.end() if desk is not None else end

    def body_after_comma(self, end: int, role: Role) -> int:
        """Where the name of a body ends whose office is told with a comma: "Secretary, Ministry of Commerce, X"; or 0."""
        if role not in _WITH_COMMA or not self.folded.startswith(", ", end):
            return 0
        body = self.bodies.get(end + 2)
        if body is None and not self.text.startswith(_OFFICES, end + 2):
            return 0
        stop = self.more_portfolio(self.body_end(end + 2, body.end if body else end + 2), True)
        if self.folded.startswith((" of ", " for ", " on "), stop):
            stop = self.portfolio(self.folded.index(" ", stop + 1) + 1) or stop
        return stop if self.text[stop : stop + 1] in ("", ",", ".", ";", ")", "\n") else 0
