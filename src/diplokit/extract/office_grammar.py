"""The grammar of offices: what may stand around a head such as "minister", and what the whole then means.

An office is a head of the table (`en/offices.toml`) with words before it (whose it is, how it is held, its rank, its
portfolio) and after it ("of …", "for …", "to …", ", Singapore"). The grammar reads outwards from the head and takes
only what it knows, so that the name that follows is never swallowed. Titles and persons both read its hits.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from diplokit import Document, Hit, Title
from diplokit.tables import settings
from diplokit.vocabulary import PlaceForm, PlaceKind, Role, RoleStatus
from diplokit.wordlists import GIVEN_NAMES, OFFICES, ORGANISATIONS, PLACES, OfficeWord, OrganisationWord, PlaceWord

from .forms_of_address import FORMS_OF_ADDRESS

_R = Role
_MINISTERS = frozenset({_R.MINISTER, _R.DEPUTY_MINISTER, _R.FOREIGN_MINISTER})
_LEFT = re.compile(r"[^\W_](?:[\w.&']|-(?=\w))*|[^\w\s]")
_RIGHT_STATUS = re.compile(r"(?:-| )(designate|elect|in-exile|emeritus|emerita)\b|-(designate|elect)\b| (ad interim|pro tempore)\b")
_LINK = re.compile(r"(?: (of|for|to|on|in charge of|in|at|with|from) )(the |an? )?")
_WORD = re.compile(r"[^\W\d_](?:[\w.]|['\u2019](?=\w)|-(?=\w))*")
_GLUE = re.compile(r" of the | for the | of | for | on | and the | and | & | to the |[-/]| ")
_GLUED = re.compile(r"-(?!elect\b|designate\b|in-exile\b|in-waiting\b)\w")
_PREFIX = re.compile(r"(?:ex|then|vice|co|ultra|non)-\Z")
_STATE_OF = re.compile(r"(?:(?:[a-z]+ ){0,3}(?:state|states|kingdom|republic|sultanate|emirate|commonwealth|union|principality|confederation|federation)|government) of (?:the )?")
_AFFAIRS = re.compile(r"(?: and (?:the )?| |, )(?:[\w-]+ ){0,2}(?:and [\w-]+ )?affairs\b")
_AND = re.compile(r"(?:, and |, | and )(?:the )?")
_OWN_PORTFOLIO = re.compile(r" (?:of|for) ")
_LISTED = re.compile(r",? and |, | & ")
_SHUT = re.compile(r"\s*(?:[,;.)\n:\u2014\u2013]|$)")
_PARLIAMENT = re.compile(
    r"parliament|assembl|senate|congress(?! party)|knesset|duma|diet|majlis|riigikogu|bundestag|legislat|house of|chamber|lok sabha"
    r"|rajya sabha|seimas|storting|riksdag|folketing|council of states|federation council|parliament|dewan|verkhovna"
)
_IGO = re.compile(
    r"\b(?:european (?:commission|council|union|central bank)|african union|world bank|united nations|asian development bank|general assembly"
    r"|islamic development bank|security council|organi[sz]ation of|arab league|league of arab|commonwealth|asean|nato|opec|ecowas|caricom|mercosur|imf|wto|who|un|u\.n\.|iaea|oecd"
    r"|unesco|unicef|unhcr|fao|ilo|wfp|undp|apec|saarc|bimstec|gcc|gulf cooperation council|eu|e\.u\.|icao|interpol|monetary fund|trade organi[sz]ation|health organi[sz]ation"
    r"|au|oas|sadc|eac|igad|international (?:atomic|labou?r|maritime|court|criminal|olympic|committee)|pacific islands forum|treaty organi[sz]ation|cooperation organi[sz]ation|energy agency)\b"
)
_BANK = re.compile(r"\bbank|reserve|monetary authority")
_MILITARY = re.compile(r"\b(?:army|navy|air force|armed forces|joint chiefs|military|general staff|forces?|fleet|command|marine corps|defen[cs]e staff|defen[cs]e force)\b")
_COMPANY = re.compile(r"\b(?:university|college|institute|bank|company|corp|corporation|inc|ltd|party|foundation|association|federation|club|board|court|chamber of commerce|union|school|congress party|society|committee|commission|council)\b")


@frozen
class _Words:
    """The words of the table, by what they do."""

    status: dict[str, RoleStatus]
    deputies: frozenset[str]
    ranks: frozenset[str]
    portfolio: frozenset[str]


@cache
def _table() -> _Words:
    rows = settings("en/offices.toml")
    return _Words(
        {word: RoleStatus(status) for status, words in rows["status"].items() for word in words},
        frozenset(rows["ranks"]["deputy"]),
        frozenset(rows["ranks"]["senior"]),
        frozenset(word for words in rows["portfolios"].values() for word in words) | {"women", "veterans"},
    )


class _Offices:
    """The offices of a document as hits; a word list whose entries are read by a grammar."""

    name = "offices in full"

    def find(self, document: Document, /) -> Sequence[Hit]:
        """Where offices stand in a document, in order, without overlaps."""
        heads = document.hits(OFFICES)
        if not heads:
            return ()
        reader = _Reader(document, heads)
        found: list[Hit] = []
        for head in heads:
            hit = reader.read(head)
            if hit is None:
                continue
            if found and hit.start < found[-1].end:
                if head.start < found[-1].end:  # inside the complement of the one before
                    continue
                hit = Hit(found[-1].end, hit.end, hit.meaning)
                if document.folded[hit.start : head.start].strip():
                    hit = Hit(head.start, hit.end, hit.meaning)
                else:
                    hit = Hit(head.start, hit.end, hit.meaning)
            found.append(hit)
        return tuple(found)


OFFICES_IN_FULL = _Offices()
"""The offices of a document: hits whose meaning is a `Title`; `document.hits` remembers them."""


class _Reader:
    """Reads the words around heads in one document."""

    def __init__(self, document: Document, heads: Sequence[Hit]) -> None:
        self.document = document
        self.text = document.text
        self.folded = document.folded
        self.words = _table()
        self.heads = {head.start: head for head in heads}
        self.places: dict[int, Hit] = {}
        self.places_end: dict[int, Hit] = {}
        for hit in document.hits(PLACES):
            self.places[hit.start] = self.places_end[hit.end] = hit
        self.given = {hit.start for hit in document.hits(GIVEN_NAMES)}
        self.addresses = {hit.start for hit in document.hits(FORMS_OF_ADDRESS)}
        self.bodies: dict[int, Hit] = {}
        self.bodies_end: dict[int, Hit] = {}
        for hit in document.hits(ORGANISATIONS):
            self.bodies[hit.start] = self.bodies_end[hit.end] = hit

    def read(self, head: Hit) -> Hit | None:
        """The whole office around a head, or nothing where the word is not one here."""
        office = head.meaning
        assert isinstance(office, OfficeWord)  # what the lexicon holds
        text, folded = self.text, self.folded
        if _GLUED.match(folded, head.end) or (folded[head.start - 1 : head.start] == "-" and not _PREFIX.search(folded, max(0, head.start - 6), head.start)):
            return None  # a part of a name or of another word: "Amir-Abdollahian"
        capital = text[head.start].isupper()
        if capital and folded[head.start : head.end] in _ALSO_NAMES and not _followed_by_name(text, head.end) and self._after_name(head.start):
            return None  # "Mackenzie King", "Judge" as a family name
        words = folded[head.start : head.end]
        if len(words) <= 3 and not text[head.start : head.end].isupper() and not words.endswith("."):
            return None  # "3 pm", but "PM"
        start, status, deputy, ranked, portfolio, of, kind = self._before(head, office, capital)
        end, after_status, after, to = self._after(head, office, capital, of)
        status = after_status or status
        of = of or after.of
        topic = f"{portfolio} {after.portfolio or ''}"
        if not (capital or office.alone or of or to or portfolio or after.text):
            if not _followed_by_name(text, end):
                return None
        if not office.alone and capital and " " not in words and not (of or to or portfolio or after.text or ranked) and not _name_beside(text, head.start, end):
            return None
        if not capital and words in _NEVER_SMALL and not of:
            return None
        if not capital and words in _ADJECTIVES and not (of or after.text or portfolio) and not _followed_by_name(text, end):
            return None
        role, status = _role(words, office.role, topic, of or after.text or "", after.kind or kind, deputy, status)
        name = _listed(text[self._own_start(start, head, of) : after.name_end or after.head_end], capital)
        return Hit(start, end, Title(name, role, status or RoleStatus.INCUMBENT, of, to))

    def _after_name(self, start: int) -> bool:
        """Whether a given name stands directly before an offset."""
        match = _WORD_END.search(self.text, max(0, start - 20), start)
        return match is not None and match.start() in self.given and match.start() not in self.places

    def _own_start(self, start: int, head: Hit, of: str | None) -> int:
        """Where the office's own words begin, after the state and the status."""
        at = start
        words = self.words
        while at < head.start:
            place = max(self.places.get(at), self.bodies.get(at), key=lambda hit: hit.end if hit and hit.end <= head.start else -1)
            if place is not None and place.end <= head.start:
                at = place.end
                while at < head.start and self.folded[at] in " '-,":
                    at += 2 if self.folded.startswith("'s", at) else 1
                continue
            match = _LEFT.match(self.folded, at, head.start)
            if match is None:
                at += 1
                continue
            token = match.group().rstrip("-")
            if token in words.status or (of is not None and self.text[match.start() : match.end()].rstrip("'s\u2019") == of) or token in ("newly", "elected", "ex", "the", "'", "s", "\u2019"):
                at = match.end()
                while at < head.start and self.folded[at] in " -":
                    at += 1
                continue
            break
        return at

    def _before(
        self, head: Hit, office: OfficeWord, capital: bool, reach: int = 40
    ) -> tuple[int, RoleStatus | None, bool, bool, str, str | None, str]:
        """What stands before a head: start, status, whether deputy, whether ranked, portfolio, whose, and what kind that is."""
        folded, text, words = self.folded, self.text, self.words
        low = max(0, head.start - reach)
        tokens = [match.span() for match in _LEFT.finditer(folded, low, head.start)]
        start = head.start
        status: RoleStatus | None = None
        deputy = ranked = False
        portfolio: list[str] = []
        of: str | None = None
        kind = ""
        takes_portfolio = "portfolio" in office.takes
        if office.role in _MINISTERS and (own := _WORD.match(folded, head.start)) and own.group() in words.portfolio and own.end() < head.end:
            portfolio.append(own.group())  # "Trade and Foreign Minister": the list may go on before the head
        joined = False
        i = len(tokens) - 1
        while i >= 0:
            s, e = tokens[i]
            gap = folded[e:start]
            token = folded[s:e]
            if token == "-" and e == start and i and folded[tokens[i - 1][0] : tokens[i - 1][1]] in words.status:
                start = s
                i -= 1
                continue
            if gap.strip() and gap != "-":
                break
            if "\n" in gap_text(text, e, start):
                break
            plain = token.rstrip("-")
            upper = text[s].isupper()
            if of is None and (found := self._owner(s, e)) is not None:
                place_start, of, kind = found
                start = place_start
                while i >= 0 and tokens[i][0] >= place_start:
                    i -= 1
                continue
            if plain in words.status and not (portfolio and joined) and not (upper and plain in _OPENERS and token == plain):
                status = words.status[plain]
                ranked = ranked or plain not in ("new", "then", "late", "current", "present", "past", "previous")
                start = s
                i -= 1
                continue
            if plain == "elected" and i and folded[tokens[i - 1][0] : tokens[i - 1][1]] in ("newly", "re"):
                start = tokens[i - 1][0]
                i -= 2
                continue
            if of is None and plain in words.deputies and (plain != "second" or upper and office.role is Role.MINISTER):
                deputy = deputy or plain != "second"
                start = s
                i -= 1
                continue
            if of is None and takes_portfolio and plain in words.portfolio and (upper or not capital) and not (start == head.start and portfolio):
                portfolio.insert(0, plain)
                joined = False
                start = s
                i -= 1
                continue
            if of is None and plain in words.ranks and (upper or not capital or text[head.start].isupper()):
                ranked = True
                start = s
                i -= 1
                continue
            if of is None and portfolio and token in ("and", "&", ",") and i:
                ps, pe = tokens[i - 1]
                before = folded[ps:pe]
                if before in words.portfolio and (text[ps].isupper() or not text[start].isupper()) and folded[pe:s].strip() == "":
                    if token == "," and not self._list_so_far(folded, start, head.start):
                        break
                    if not text[ps].isupper() and text[start].isupper():
                        break
                    start = s
                    i -= 1
                    # the connective stays only with the word before it
                    portfolio.insert(0, before)
                    start = ps
                    i -= 1
                    continue
                if token == "and" and before == "," and i >= 2 and folded[tokens[i - 2][0] : tokens[i - 2][1]] in words.portfolio and text[tokens[i - 2][0]].isupper():
                    start = tokens[i - 2][0]
                    portfolio.insert(0, folded[tokens[i - 2][0] : tokens[i - 2][1]])
                    i -= 3
                    continue
            break
        if low and i < 2 and reach < 120:  # nearly all that was looked at belongs to the office: look further
            return self._before(head, office, capital, 120)
        return start, status, deputy, ranked, " ".join(portfolio), of, kind

    @staticmethod
    def _list_so_far(folded: str, start: int, end: int) -> bool:
        """Whether the words so far hold an "and", as the last link of a list."""
        inside = folded[start:end]
        return " and " in inside or " & " in inside

    def _owner(self, s: int, e: int) -> tuple[int, str, str] | None:
        """The state or body whose name ends at a token, its own possessive ending apart."""
        folded, text = self.folded, self.text
        end = e
        if folded.endswith("'s", s, e):
            end = e - 2
        elif folded[e - 1] == "'":
            end = e - 1
        if (body := self.bodies_end.get(end)) is not None:
            meaning = body.meaning
            assert isinstance(meaning, OrganisationWord)
            return body.start, text[body.start : body.end], "body"
        if (place := self.places_end.get(end)) is not None and text[place.start].isupper():
            return place.start, state_of(place, text), "place"
        word = text[s:end]
        if 2 <= len(word) <= 7 and word.isupper() and word.isalpha() and end - s > 1 and word.lower() not in self.words.portfolio:
            return s, word, "body"
        return None

    def _after(
        self, head: Hit, office: OfficeWord, capital: bool, of: str | None
    ) -> tuple[int, RoleStatus | None, "_Complement", str | None]:
        """What stands after a head: end, status, what it is of or for, and where it is sent."""
        folded, text = self.folded, self.text
        end = head.end
        status = None
        match = _RIGHT_STATUS.match(folded, end)
        if match:
            end = match.end()
            status = RoleStatus.HONORARY if "emerit" in match.group() else RoleStatus.DESIGNATE
            if "ad interim" in match.group() or "pro temp" in match.group():
                status = RoleStatus.ACTING
        whole = _Complement()
        whole.head_end = end
        to: str | None = None
        if office.role in _MINISTERS and end == head.end and _OWN_PORTFOLIO.search(folded, head.start, head.end):
            more = self._more_portfolio(end, capital)
            if more > end:
                whole.portfolio, whole.end, whole.name_end = folded[head.start : more], more, more
                end = more
        for _ in range(3):
            link = _LINK.match(folded, end)
            if link is None:
                break
            preposition, at = link.group(1), link.end()
            found = self._complement(at, office, preposition, capital, bool(link.group(2)))
            if found is None:
                break
            sent = preposition == "to" or (preposition == "for" and office.role is Role.ENVOY)
            if sent and found.kind in ("place", "body"):
                to = to or found.of
            elif found.of and whole.of is None:
                whole.of, whole.kind = found.of, found.kind
            whole.text = whole.text or found.text
            whole.portfolio = whole.portfolio or found.portfolio
            if whole.of is None and to is None and found.kind not in ("", "office"):
                whole.name_end = whole.name_end or whole.head_end
            if found.kind in ("", "office") and not (whole.of or to):
                whole.name_end = found.end
            end = found.end
        if whole.of is None and of is None and (whole.portfolio or office.role in _MINISTERS) and folded.startswith(", ", end):
            place = self.places.get(end + 2)
            if place is not None and _SHUT.match(text, place.end) and _is_state(place):
                whole.of, whole.kind = state_of(place, text), "place"
                whole.name_end = whole.name_end or end
                end = place.end
        return end, status, whole, to

    def _complement(
        self, at: int, office: OfficeWord, preposition: str, capital: bool, article: bool
    ) -> "_Complement | None":
        """What follows a preposition after a head."""
        takes = office.takes
        text, folded = self.text, self.folded
        if preposition in ("of", "for", "to") and (found := self._office_after(at, preposition)) is not None:
            return found
        if preposition in ("of", "for", "in charge of", "on", "to"):
            place, body = self.places.get(at), self.bodies.get(at)
            if place is None and body is None and (match := _STATE_OF.match(folded, at)) is not None:
                place = self.places.get(match.end())
                if place is not None and _names(place):
                    return _Complement(text[at : place.end], text[at : place.end], "place", end=place.end)
            if preposition == "to" and "post" not in takes:
                return None
            if office.role in _MINISTERS and preposition != "to" and (end := self._portfolio(at)) and end >= (body.end if body else 0):
                return _Complement(text[at:end], None, "", folded[at:end], end)
            if body is not None and (place is None or body.end > place.end):
                end = self._and_more(body.end) if preposition == "to" else body.end
                end = self._body_end(at, end)
                return _Complement(text[at:end], text[at:end], "body", end=end)
            if place is not None and _names(place) and folded[place.end : place.end + 1] != "-" and not self._goes_on(place.end):
                end = self._and_more(place.end) if preposition == "to" else self._regions(place)
                if preposition != "to" and (affairs := _AFFAIRS.match(folded, end)):
                    return _Complement(text[at : affairs.end()], None, "", folded[at : affairs.end()], affairs.end())
                if preposition != "to" and office.role in (Role.ENVOY, Role.DEPUTY_MINISTER) and folded[end : end + 1] == " ":
                    more = self._portfolio(end + 1) if text[end + 1 : end + 2].isupper() else 0
                    if more:  # "for Korean Peninsula Peace and Security Affairs"
                        return _Complement(text[at:more], None, "", folded[at:more], more)
                return _Complement(text[at:end], state_of(place, text) if end == place.end else text[at:end], "place", end=end)
        if preposition in ("of", "for", "in charge of", "on") and ("portfolio" in takes or office.role in _MINISTERS):
            end = self._portfolio(at)
            if end and self._goes_on(end):
                end = 0  # "Chair of the Foreign Affairs Committee"
            if end:
                return _Complement(text[at:end], None, "", folded[at:end], end)
        if preposition in ("in", "at") and office.role in _MINISTERS:
            match = _OFFICE_OF.match(folded, at)
            if match:
                return _Complement(text[at : match.end()], None, "", folded[at : match.end()], match.end())
            return None
        if preposition in ("in", "at", "with", "from"):
            return None
        if text[at : at + 1].isupper() and ("body" in takes or "portfolio" in takes or preposition == "to"):
            end = self._body_end(at, at)
            if end > at:
                return _Complement(text[at:end], text[at:end], "body", end=end)
        if preposition == "of" and folded.startswith("republic", at) and article:
            return _Complement(text[at : at + 8], None, "", None, at + 8)
        return None

    def _office_after(self, at: int, preposition: str) -> "_Complement | None":
        """Another office after a preposition: "Special Adviser to the President"."""
        here = at
        for _ in range(5):
            head = self.heads.get(here)
            if head is not None:
                end = head.end
                match = _OFFICE.match(self.folded, end) or _RIGHT_STATUS.match(self.folded, end)
                end = match.end() if match else end
                return _Complement(self.text[at:end], None, "office", end=end)
            word = _WORD.match(self.folded, here)
            if word is None or word.group() not in self.words.ranks | self.words.deputies:
                if word is None or preposition == "for" or word.group() not in self.words.portfolio:
                    return None
            here = word.end() + 1
        return None

    def _more_portfolio(self, end: int, capital: bool) -> int:
        """The end of the list that goes on after a head with a portfolio of its own ("… of Foreign Affairs and Trade")."""
        match = _LISTED.match(self.folded, end)
        if match is None or not self._group_end(match.end(), capital):
            return end
        more = self._portfolio(match.end())
        if match.group() == ", " and " and " not in self.folded[match.end() : more]:
            return end
        return more or end

    def _goes_on(self, end: int) -> bool:
        """Whether a place name is the beginning of a longer name ("Jakarta Stock Exchange")."""
        match = _WORD.match(self.text, end + 1) if self.text[end : end + 1] == " " else None
        return match is not None and match.group() in _HEAD_NOUNS

    def _regions(self, place: Hit) -> int:
        """The end of a pair of regions ("East Asia and the Pacific") or of one place."""
        match = _AND.match(self.folded, place.end)
        more = self.places.get(match.end()) if match else None
        return more.end if more is not None and _is_region(place) and _is_region(more) else place.end

    def _and_more(self, end: int) -> int:
        """The end of a list of places or bodies that begins before `end`."""
        for _ in range(4):
            match = _AND.match(self.folded, end)
            if match is None:
                break
            more = self.places.get(match.end()) or self.bodies.get(match.end())
            if more is None or match.group().startswith(",") and " and " not in self.folded[match.end() : match.end() + 60]:
                break
            end = more.end
        return end

    def _portfolio(self, at: int) -> int:
        """The end of the list of portfolio words that begins at `at`, or 0."""
        text, folded, known = self.text, self.folded, self.words.portfolio
        end = sure = 0
        capital = text[at : at + 1].isupper()
        listed = False
        here = at
        for _ in range(24):
            match = _WORD.match(folded, here)
            if match is None:
                break
            word = match.group()
            if word.endswith("."):
                word = word.rstrip(".")
            upper = text[here].isupper()
            if capital and not upper:
                break
            if word not in known and not (here in self.places and _names(self.places[here])) and not (capital and upper and self._between(here, match.end(), end == 0)):
                break
            if (here in self.heads and here != at) or (here in self.places and _is_state(self.places[here])):
                break
            reach = here + len(word)
            if here in self.places and self.places[here].end > reach:
                reach = self.places[here].end  # "Europe and North America"
            if reach + 1 in self.heads and folded[reach] == " " and here != at:
                break  # "… of Defence and Finance Minister": the word belongs to the next office
            end = reach
            if not listed:
                sure = end
            glue = _GLUE.match(folded, end)
            if glue is None:
                glue = _COMMA.match(folded, end)
                if glue is None:
                    break
                listed = listed or glue.group() == ", "
            if "and" in glue.group() or "&" in glue.group():
                follows = self._group_end(glue.end(), capital)
                if follows:
                    listed = False
                else:
                    break
            here = glue.end()
        return sure

    def _group_end(self, at: int, capital: bool) -> bool:
        """Whether a word of a portfolio (and not the next office) begins at `at`."""
        match = _WORD.match(self.folded, at)
        if match is None or at in self.heads or (capital and not self.text[at].isupper()):
            return False
        reach = match.end()
        while self.folded[reach : reach + 1] == " ":
            if reach + 1 in self.heads:
                return False
            more = _WORD.match(self.folded, reach + 1)
            if more is None or more.group() not in self.words.portfolio:
                break
            reach = more.end()
        return match.group() in self.words.portfolio or (capital and self._between(at, match.end(), False))

    def _between(self, start: int, end: int, first: bool) -> bool:
        """Whether an unknown word in capitals belongs to a portfolio: a connective or a portfolio word follows."""
        rest = self.folded[end : end + 40]
        if rest.startswith((" and ", " & ")):
            match = _WORD.match(rest.removeprefix(" and ").removeprefix(" & "))
            return match is not None and match.group() in self.words.portfolio
        if rest.startswith(" "):
            match = _WORD.match(rest, 1)
            return match is not None and match.group() in self.words.portfolio
        return first and not rest[:1].isalnum()

    def _body_end(self, at: int, end: int) -> int:
        """The end of the name of an organisation that begins at `at` and reaches at least to `end`."""
        text, folded = self.text, self.folded
        here = at
        sure = end
        nouns = 0
        for _ in range(12):
            match = _WORD.match(text, here)
            if match is None or not match.group()[0].isupper():
                break
            if here in self.given and end <= here and here != at and (nouns or not self._goes_on(match.end())):
                break
            if here in self.addresses or (here in self.heads and here >= end and here != at):
                break
            word = match.group().rstrip(".")
            reach = here + len(word)
            if word in _HEAD_NOUNS:
                nouns += 1
                sure = max(sure, reach)
            elif nouns == 0 and reach > sure:
                sure = reach
            elif (place := self.places.get(here)) is not None and here > at and folded[here - 4 : here].strip() in ("of", "the"):
                sure, reach = max(sure, place.end), place.end
            glue = _GLUE.match(folded, reach)
            if glue is None:
                break
            if glue.group() == " and " and not self._noun_ahead(glue.end()):
                break
            here = glue.end()
        return sure

    def _noun_ahead(self, at: int) -> bool:
        match = _WORD.match(self.text, at)
        if match is None or at in self.heads:
            return False
        word = match.group()
        return word[0].isupper() and (word.lower() in self.words.portfolio or word in _HEAD_NOUNS)


def gap_text(text: str, start: int, end: int) -> str:
    """What stands between two words, without the line break of a wrapped line."""
    between = text[start:end]
    if between == "\n" and start - text.rfind("\n", max(0, start - 60), start) > 40:
        return " "
    return between


class _Complement:
    """What stands after a preposition: its text, whose it is, what kind that is, a portfolio, and where it ends."""

    __slots__ = ("end", "head_end", "kind", "name_end", "of", "portfolio", "text")

    def __init__(
        self, text: str = "", of: str | None = None, kind: str = "", portfolio: str | None = None, end: int = 0
    ) -> None:
        self.text, self.of, self.kind, self.portfolio, self.end = text, of, kind, portfolio, end
        self.name_end = self.head_end = 0


_COMMA = re.compile(r", (?:and )?")
_OFFICE = re.compile(r"'s? (?:office|department|secretariat|cabinet)\b")
_OFFICE_OF = re.compile(r"(?:prime minister|president|premier|presidency|cabinet|vice president)(?:'s|'|ial)?(?: (?:office|department|secretariat))?")
_ADJECTIVES = frozenset({"premier", "chief executive", "governor", "commander", "king", "queen", "major", "general", "captain"})
# At the beginning of a sentence these rather say when than how an office is held.
_OPENERS = frozenset({"then", "late", "past", "present", "previous"})
_ALSO_NAMES = frozenset({"king", "pope", "major", "marshal", "judge", "bishop", "cardinal", "chancellor", "mayor", "duke", "constable", "speaker", "chief"})
_WORD_END = re.compile(r"[^\W\d_][\w'\u2019-]* \Z")
_NEVER_SMALL = frozenset({"major", "general", "captain", "marshal", "representative", "chair", "principal", "chief", "lieutenant", "dean"})
_HEAD_NOUNS = frozenset(
    "Community Communities Soviet Administration Agency Alliance Army Assembly Association Authority Bank Board Bureau Cabinet Center Centre Chamber Coalition College Command Commission "
    "Committee Company Conference Confederation Congress Corporation Corps Council Court Department Exchange Federation Force Forces Forum Foundation Fund Government Group "
    "Headquarters House Initiative Institute League Legislature Ministry Mission Movement Office Organisation Organization Parliament Party Police Presidium Programme Program Secretariat Senate "
    "Service Society Staff Treasury Union University Foundation Front Institution Federations Network Observatory Navy Presidency Republic Union Knesset Duma Bundestag Affairs Delegation Division Directorate Chancellery Central".split()
)


def _is_state(place: Hit) -> bool:
    meaning = place.meaning
    return isinstance(meaning, PlaceWord) and any(
        p.type in (PlaceKind.STATE, PlaceKind.TERRITORY) and p.form == PlaceForm.NOUN for p in meaning.places
    )


def _is_region(place: Hit) -> bool:
    meaning = place.meaning
    return isinstance(meaning, PlaceWord) and meaning.places[0].type == PlaceKind.REGION and meaning.places[0].form == PlaceForm.NOUN


def _names(place: Hit) -> bool:
    """Whether a hit of the table of places names one, not its people."""
    meaning = place.meaning
    return isinstance(meaning, PlaceWord) and any(p.form == PlaceForm.NOUN for p in meaning.places)


def state_of(place: Hit, text: str) -> str:
    """The name under which a title gives its state: the table's for "Malaysian", else as the text writes it."""
    meaning = place.meaning
    if isinstance(meaning, PlaceWord) and meaning.places:
        first = meaning.places[0]
        if first.form != PlaceForm.NOUN:
            return first.name
    return text[place.start : place.end]


def _followed_by_name(text: str, end: int) -> bool:
    """Whether a word that begins with a capital letter follows directly."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _name_beside(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital letter stands directly after, or before a comma."""
    if _followed_by_name(text, end):
        return True
    before = text[max(0, start - 30) : start].rstrip()
    if _THE.search(before):
        return True
    return before.endswith(",") and bool(re.search(r"[A-Z]\w+,$", before))


_THE = re.compile(r"(?<!\w)[Tt]he\Z")


def _listed(words: str, capital: bool) -> str:
    """An office as one would list it."""
    words = " ".join(words.split()).strip(" ,-")
    if words.islower() or words.isupper():
        short = {"pm": "Prime Minister", "dpm": "Deputy Prime Minister", "fm": "Foreign Minister", "ceo": "CEO", "cfo": "CFO", "mp": "MP", "mep": "MEP"}
        if words.lower() in short:
            return short[words.lower()]
        return re.sub(r"[^\W\d_]+(?:'[^\W\d_]+)?", lambda m: m.group().lower() if m.group().lower() in _SMALL else m.group().capitalize(), words)
    return words


_AMERICAN = frozenset({"us", "u.s.", "u.s", "usa", "united states", "united states of america", "america", "american", "state", "florida", "texas", "california"})
_BRITISH = frozenset({"uk", "u.k.", "united kingdom", "britain", "great britain", "northern ireland", "scotland", "wales", "british"})
_SMALL = frozenset("of for the and to in on de at".split())


def _role(
    words: str, role: Role, topic: str, of: str, kind: str, deputy: bool, status: RoleStatus | None
) -> tuple[Role, RoleStatus | None]:
    """What an office makes of its holder, from its head and the words beside it."""
    of = of.lower()
    if role is _R.MINISTER:
        if words == "secretary of state":
            if of and of not in _AMERICAN and of not in _BRITISH:
                return _R.DEPUTY_MINISTER, status  # a junior minister in Spain, France, Portugal, Hungary …
            if not topic.strip():
                role = _R.FOREIGN_MINISTER
        if re.search(r"\b(?:foreign|external) (?:affairs|relations)\b|^ ?foreign\b(?! trade)|\bforeign\b(?= ,|$)", topic.strip()):
            role = _R.FOREIGN_MINISTER
        if words == "minister" and topic.strip().startswith("prime"):
            role = _R.HEAD_OF_GOVERNMENT
    elif role is _R.HEAD_OF_STATE and of and words in ("president", "co-president", "interim president"):
        if _PARLIAMENT.search(of) and "general assembly" not in of:
            role = _R.LEGISLATOR
        elif _IGO.search(of):
            role = _R.IGO_HEAD
        elif kind == "body":
            role = _R.OTHER
    elif role is _R.DEPUTY_HEAD and words.startswith("vice") and kind == "body" and _COMPANY.search(of):
        role = _R.OTHER
    elif role is _R.SUBNATIONAL_HEAD and kind == "body" and not re.search(r"hk?sar|sar$", of):
        role = _R.OTHER
    elif role is _R.IGO_HEAD and words.startswith(("director", "secretary", "deputy", "assistant")) and of:
        if kind == "place" or (not _IGO.search(of) and re.search(r"party|federation of trade|chamber|ministry|department|bureau|office", of)):
            role = _R.OTHER
    elif role is _R.OTHER and of:
        if _PARLIAMENT.search(of) and words != "director":
            role = _R.LEGISLATOR
        elif words in ("chairman", "chairperson", "chair", "chairwoman", "managing director", "executive director", "executive secretary", "chief", "head", "commissioner-general", "commissioner") and words != "commissioner" and _IGO.search(of):
            role = _R.IGO_HEAD
        elif words in ("chief", "head", "chief of staff", "chairman") and _MILITARY.search(of):
            role = _R.MILITARY_OFFICER
    elif role is _R.AMBASSADOR and "commissioner" in words and re.search(r"human rights|refugees", of):
        role = _R.IGO_HEAD
    if role is _R.OTHER and words in ("secretary",) and (topic.strip() or not of):
        role = _R.FOREIGN_MINISTER if topic.strip().startswith(("foreign", "external")) else _R.MINISTER
    if deputy:
        if role in (_R.MINISTER, _R.FOREIGN_MINISTER):
            role = _R.DEPUTY_MINISTER if "second" not in topic else role
        elif role in (_R.HEAD_OF_STATE, _R.HEAD_OF_GOVERNMENT):
            role = _R.DEPUTY_HEAD
        elif status is None and role not in (_R.DEPUTY_MINISTER, _R.DEPUTY_HEAD):
            status = RoleStatus.DEPUTY
    elif words.startswith(("deputy ", "vice ", "vice-")) and role not in (_R.DEPUTY_MINISTER, _R.DEPUTY_HEAD, _R.MILITARY_OFFICER, _R.OTHER) and status is None:
        status = RoleStatus.DEPUTY
    return role, status
