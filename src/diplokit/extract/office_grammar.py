"""The grammar of offices: what may stand around a head such as "minister", and what the whole then means.

An office is a head of the table (`en/offices.toml`) with words before it (whose it is, how it is held, its rank, its
portfolio) and after it ("of …", "for …", "to …", ", Singapore"). The grammar reads outwards from the head and takes
only what it knows, so that the name that follows is never swallowed. Titles and persons both read its hits.
"""

import re
from collections.abc import Sequence

from diplokit import Document, Hit, Title
from diplokit.vocabulary import Role, RoleStatus
from diplokit.wordlists import OFFICES, OfficeWord, OrganisationWord

from .office_complements import RIGHT_STATUS, Complement, Complements
from .office_roles import MINISTERS, office_role
from .office_surroundings import WORD, gap_text, is_state, state_of

_LEFT = re.compile(r"[^\W_](?:[\w.&']|-(?=\w))*|[^\w\s]")
_LINK = re.compile(r"(?: (of|for|to|on|in charge of|in|at|with|from) )(the |an? )?")
_GLUED = re.compile(r"-(?!elect\b|designate\b|in-exile\b|in-waiting\b)\w")
_PREFIX = re.compile(r"(?:ex|then|vice|co|ultra|non)-\Z")
_OWN_PORTFOLIO = re.compile(r" (?:of|for) ")
_SHUT = re.compile(r"\s*(?:[,;.)\n:\u2014\u2013]|$)")
_WORD_END = re.compile(r"[^\W\d_][\w'\u2019-]* \Z")
_THE = re.compile(r"(?<!\w)[Tt]he\Z")
_ADJECTIVES = frozenset(
    {"premier", "chief executive", "governor", "commander", "king", "queen", "major", "general", "captain"}
)
_NEVER_SMALL = frozenset(
    {"major", "general", "captain", "marshal", "representative", "chair", "principal", "chief", "lieutenant", "dean"}
)
_ALSO_NAMES = frozenset(
    {
        "king",
        "pope",
        "major",
        "marshal",
        "judge",
        "bishop",
        "cardinal",
        "chancellor",
        "mayor",
        "duke",
        "constable",
        "speaker",
        "chief",
    }
)
# At the beginning of a sentence these rather say when than how an office is held.
_OPENERS = frozenset({"then", "late", "past", "present", "previous"})
_SMALL = frozenset("of for the and to in on de at".split())


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
                hit = Hit(head.start, hit.end, hit.meaning)
            found.append(hit)
        return tuple(found)


OFFICES_IN_FULL = _Offices()
"""The offices of a document: hits whose meaning is a `Title`; `document.hits` remembers them."""


class _Reader(Complements):
    """Reads the words around heads in one document."""

    def read(self, head: Hit) -> Hit | None:
        """The whole office around a head, or nothing where the word is not one here."""
        office = head.meaning
        assert isinstance(office, OfficeWord)  # what the lexicon holds
        text, folded = self.text, self.folded
        if _GLUED.match(folded, head.end) or (
            folded[head.start - 1 : head.start] == "-"
            and not _PREFIX.search(folded, max(0, head.start - 6), head.start)
        ):
            return None  # a part of a name or of another word: "Amir-Abdollahian"
        capital = text[head.start].isupper()
        if (
            capital
            and folded[head.start : head.end] in _ALSO_NAMES
            and not _followed_by_name(text, head.end)
            and self._after_name(head.start)
        ):
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
        if (
            not office.alone
            and capital
            and " " not in words
            and not (of or to or portfolio or after.text or ranked)
            and not _name_beside(text, head.start, end)
        ):
            return None
        if not capital and words in _NEVER_SMALL and not of:
            return None
        if (
            not capital
            and words in _ADJECTIVES
            and not (of or after.text or portfolio)
            and not _followed_by_name(text, end)
        ):
            return None
        role, status = office_role(
            words, office.role, topic, of or after.text or "", after.kind or kind, deputy, status
        )
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
            place = max(
                self.places.get(at),
                self.bodies.get(at),
                key=lambda hit: hit.end if hit and hit.end <= head.start else -1,
            )
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
        if (
            office.role in MINISTERS
            and (own := WORD.match(folded, head.start))
            and own.group() in words.portfolio
            and own.end() < head.end
        ):
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
            if (
                plain in words.status
                and not (portfolio and joined)
                and not (upper and plain in _OPENERS and token == plain)
            ):
                status = words.status[plain]
                ranked = ranked or plain not in ("new", "then", "late", "current", "present", "past", "previous")
                start = s
                i -= 1
                continue
            if plain == "elected" and i and folded[tokens[i - 1][0] : tokens[i - 1][1]] in ("newly", "re"):
                start = tokens[i - 1][0]
                i -= 2
                continue
            if (
                of is None
                and plain in words.deputies
                and (plain != "second" or (upper and office.role is Role.MINISTER))
            ):
                deputy = deputy or plain != "second"
                start = s
                i -= 1
                continue
            if (
                of is None
                and takes_portfolio
                and plain in words.portfolio
                and (upper or not capital)
                and not (start == head.start and portfolio)
            ):
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
                if (
                    before in words.portfolio
                    and (text[ps].isupper() or not text[start].isupper())
                    and folded[pe:s].strip() == ""
                ):
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
                if (
                    token == "and"
                    and before == ","
                    and i >= 2
                    and folded[tokens[i - 2][0] : tokens[i - 2][1]] in words.portfolio
                    and text[tokens[i - 2][0]].isupper()
                ):
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
        if (
            2 <= len(word) <= 7
            and word.isupper()
            and word.isalpha()
            and end - s > 1
            and word.lower() not in self.words.portfolio
        ):
            return s, word, "body"
        return None

    def _after(
        self, head: Hit, office: OfficeWord, capital: bool, of: str | None
    ) -> tuple[int, RoleStatus | None, Complement, str | None]:
        """What stands after a head: end, status, what it is of or for, and where it is sent."""
        folded, text = self.folded, self.text
        end = head.end
        status = None
        match = RIGHT_STATUS.match(folded, end)
        if match:
            end = match.end()
            status = RoleStatus.HONORARY if "emerit" in match.group() else RoleStatus.DESIGNATE
            if "ad interim" in match.group() or "pro temp" in match.group():
                status = RoleStatus.ACTING
        whole = Complement()
        whole.head_end = end
        to: str | None = None
        if office.role in MINISTERS and end == head.end and _OWN_PORTFOLIO.search(folded, head.start, head.end):
            more = self.more_portfolio(end, capital)
            if more > end:
                whole.portfolio, whole.end, whole.name_end = folded[head.start : more], more, more
                end = more
        for _ in range(3):
            link = _LINK.match(folded, end)
            if link is None:
                break
            preposition, at = link.group(1), link.end()
            found = self.complement(at, office, preposition, capital, bool(link.group(2)))
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
        if (
            whole.of is None
            and of is None
            and (whole.portfolio or office.role in MINISTERS)
            and folded.startswith(", ", end)
        ):
            place = self.places.get(end + 2)
            if place is not None and _SHUT.match(text, place.end) and is_state(place):
                whole.of, whole.kind = state_of(place, text), "place"
                whole.name_end = whole.name_end or end
                end = place.end
        return end, status, whole, to


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


def _listed(words: str, capital: bool) -> str:
    """An office as one would list it."""
    words = " ".join(words.split()).strip(" ,-")
    if words.islower() or words.isupper():
        short = {
            "pm": "Prime Minister",
            "dpm": "Deputy Prime Minister",
            "fm": "Foreign Minister",
            "ceo": "CEO",
            "cfo": "CFO",
            "mp": "MP",
            "mep": "MEP",
        }
        if words.lower() in short:
            return short[words.lower()]
        return re.sub(
            r"[^\W\d_]+(?:'[^\W\d_]+)?",
            lambda m: m.group().lower() if m.group().lower() in _SMALL else m.group().capitalize(),
            words,
        )
    return words
