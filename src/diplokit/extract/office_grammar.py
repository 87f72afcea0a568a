"""The grammar of offices: what may stand around a head such as "minister", and what the whole then means.

An office is a head of the table (`en/offices.toml`) with words before it (whose it is, how it is held, its rank, its
portfolio) and after it ("of …", "for …", "to …", ", Singapore"). The grammar reads outwards from the head and takes
only what it knows, so that the name that follows is never swallowed. Titles and persons both read its hits.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from diplokit import Document, Hit, Title
from diplokit.vocabulary import Role, RoleStatus
from diplokit.wordlists import OFFICES, OfficeWord

from .forms_of_address import BRACKETED, LED
from .office_complements import RIGHT_STATUS, Complement, Complements
from .office_openings import Openings
from .office_roles import MINISTERS, office_role
from .office_surroundings import WORD, is_state, state_of

_LINK = re.compile(r"(?: (of|for|to|on|in charge of|in|at|with|from) )(the |an? )?")
_GLUED = re.compile(r"-(?!elect\b|designate\b|in-exile\b|in-waiting\b)\w")
_PREFIX = re.compile(r"(?:ex|then|vice|co|ultra|non)-\Z")
# What a word begins with that says how an office is held, or whose it is.
_ON = ("-", " o", " f", " t", " i", " a", " w", " d", " e", " p")
_OWN_PORTFOLIO = re.compile(r" (?:of|for) ")
_SHUT = re.compile(r"\s*(?:[,;.)\n:\u2014\u2013]|$)")
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


class _Reader(Openings, Complements):
    """Reads the words around heads in one document."""

    def read(self, head: Hit) -> Hit | None:
        """The whole office around a head, or nothing where the word is not one here."""
        office = head.meaning
        assert isinstance(office, OfficeWord)  # what the lexicon holds
        text, folded = self.text, self.folded
        first, last, _ = head
        if (folded.startswith("-", last) and _GLUED.match(folded, last)) or (
            folded.startswith("-", first - 1, first) and not _PREFIX.search(folded, max(0, first - 6), first)
        ):
            return None  # a part of a name or of another word: "Amir-Abdollahian"
        capital = text[first].isupper()
        words = folded[first:last]
        if capital and words in _ALSO_NAMES and not _followed_by_name(text, last) and self.after_name(first):
            return None  # "Mackenzie King", "Judge" as a family name
        if words == "sultan" and LED.search(folded, max(0, head.start - 12), head.start):
            return None  # "President Sultan Al Jaber"
        if last + 1 in self.heads and folded[last] == " " and words in self.words.ranks | self.words.deputies:
            return None  # "Chief Director"
        if len(words) <= 3 and not text[first:last].isupper() and not words.endswith("."):
            return None  # "3 pm", but "PM"
        start, status, deputy, ranked, portfolio, of, kind = self.before(head, office, capital)
        end, after_status, after, to = self._after(head, office, capital, of)
        status = after_status or status
        if after is None:
            topic, complement, kind_after = f"{portfolio} ", "", ""
            head_end = end
        else:
            topic, complement, kind_after = f"{portfolio} {after.portfolio or ''}", after.text, after.kind
            head_end = after.name_end or after.head_end
            of = of or after.of
        if not (capital or office.alone or of or to or portfolio or complement):
            if not _followed_by_name(text, end):
                return None
        if (
            not office.alone
            and capital
            and " " not in words
            and not (of or to or portfolio or complement or ranked)
            and not _name_beside(text, head.start, end)
        ):
            return None
        if not capital and words in _NEVER_SMALL and not of:
            return None
        if (
            not capital
            and words in _ADJECTIVES
            and not (of or complement or portfolio)
            and not _followed_by_name(text, end)
        ):
            return None
        role, status = office_role(
            words, office.role, topic, of or complement or "", kind_after or kind, deputy, status
        )
        name = _listed(text[start if start == first else self.own_start(start, head, of) : head_end])
        return Hit(start, end, _title(name, role, status or RoleStatus.INCUMBENT, of, to))

    def _after(
        self, head: Hit, office: OfficeWord, capital: bool, of: str | None
    ) -> tuple[int, RoleStatus | None, Complement | None, str | None]:
        """What stands after a head: end, status, what it is of or for, and where it is sent."""
        folded, text = self.folded, self.text
        end = head.end
        if not folded.startswith(_ON, end) and (
            (office.role not in MINISTERS and not folded.startswith("secretary", head.start))
            or (
                " " not in folded[head.start : end]
                and not _followed_by_name(text, end)
                and not folded.startswith(", ", end)
            )
        ):
            return end, None, None, None  # nearly always
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
        if (
            (office.role in MINISTERS or folded[head.start : head.end] == "secretary")
            and end == head.end
            and capital
            and _followed_by_name(text, end)
        ):
            first = WORD.match(folded, end + 1)
            more = self._portfolio(end + 1) if first and first.group() in self.words.portfolio else 0
            if more and more < len(text) and _followed_by_name(text, more):  # "Secretary Defence Gotabaya Rajapaksa"
                whole.portfolio, whole.end, whole.name_end = folded[end + 1 : more], more, more
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
    if text.startswith(" (", end) and (match := BRACKETED.match(text, end)):
        end = match.end() - 1
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _name_beside(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital letter stands directly after, or before a comma."""
    if _followed_by_name(text, end):
        return True
    before = text[max(0, start - 30) : start].rstrip()
    if _THE.search(before):
        return True
    return before.endswith(",") and bool(re.search(r"[A-Z]\w+,$", before))


@lru_cache(maxsize=2048)
def _title(name: str, role: Role, status: RoleStatus, of: str | None, to: str | None) -> Title:
    """A title; the same ones come again and again."""
    return Title(name, role, status, of, to)


@lru_cache(maxsize=2048)
def _listed(words: str) -> str:
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
