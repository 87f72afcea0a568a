"""The words that lead to the head of an office, read backwards from it: "the late former Peruvian Deputy Finance"."""

import re
from typing import NamedTuple

from diplokit import Hit
from diplokit.vocabulary import Role, RoleStatus
from diplokit.wordlists import OfficeWord, OrganisationWord

from .office_surroundings import HEAD_NOUNS, HEADED_BY_PRESIDENTS, Surroundings, gap_text, kind_of, state_of

TOKEN = re.compile(r"[^\W_](?:[\w.&']|-(?=\w))*|[^\w\s]")
"""A word with its inner marks, or a mark."""
_CONNECTIVES = frozenset(("and", "&", ","))
# At the beginning of a sentence these rather say when than how an office is held.
_OPENERS = frozenset({"then", "late", "past", "present", "previous"})
# What says only when an office is held gives no rank.
_TIMES = frozenset({"new", "then", "late", "current", "present", "past", "previous"})


class Lead(NamedTuple):
    """What the words before a head say of the office.

    Attributes:
        start: Where they begin.
        portfolio: The portfolio.
        status: How the office is held.
        deputy: Whether it is that of a deputy.
        ranked: Whether a rank stands there.
        of: Whose the office is.
        kind: What kind of owner that is.
    """

    start: int
    portfolio: str
    status: RoleStatus | None = None
    deputy: bool = False
    ranked: bool = False
    of: str | None = None
    kind: str = ""


class LeadReader:
    """Reads backwards from one head, word by word, as far as the words belong to the office.

    Attributes:
        is_cut: Whether it came so near the end of its reach that words beyond may decide.
    """

    __slots__ = (
        *("_capital", "_deputy", "_folded", "_head", "_kind", "_left", "_of", "_portfolio", "_ranked", "_role"),
        *("_start", "_status", "_surroundings", "_takes_portfolio", "_text", "_tokens", "_words", "is_cut"),
    )

    def __init__(
        self, surroundings: Surroundings, head: Hit, office: OfficeWord, capital: bool, own: str, reach: int
    ) -> None:
        self._surroundings = surroundings
        self._text, self._folded, self._words = surroundings.text, surroundings.folded, surroundings.words
        self._head, self._role = head.start, office.role
        self._capital = capital
        self._takes_portfolio = "portfolio" in office.takes
        low = max(0, head.start - reach)
        self._tokens = [match.span() for match in TOKEN.finditer(self._folded, low, head.start)]
        self._left = len(self._tokens) - 1  # the token to read next
        self._start = head.start
        self._portfolio = [own] if own else []  # "Trade and Foreign Minister": the list may go on before the head
        self._status: RoleStatus | None = None
        self._deputy = self._ranked = False
        self._of: str | None = None
        self._kind = ""
        while self._left >= 0 and self._reads_on():
            pass
        self.is_cut = low > 0 and self._left < (3 if self._portfolio and self._of is None else 1)

    def lead(self) -> Lead:
        """What was read."""
        return Lead(
            self._start, " ".join(self._portfolio), self._status, self._deputy, self._ranked, self._of, self._kind
        )

    def _reads_on(self) -> bool:
        """Read the next word to the left; whether it belongs to the office."""
        s, e = self._tokens[self._left]
        text, folded, words = self._text, self._folded, self._words
        token, gap = folded[s:e], folded[e : self._start]
        if gap != " " or text[e] != " ":
            if token == "-" and not gap and self._left and self._takes_prefix(s):
                return True
            if (gap.strip() and gap != "-") or "\n" in gap_text(text, e, self._start):
                return False
        plain = token.rstrip("-")
        portfolio = self._portfolio
        if self._of is None and not (
            portfolio and text[s].isupper() and portfolio[0] == "affairs" and plain in words.portfolio
        ):  # "European Affairs"
            owner = self._owner(s, e)
            if owner is not None:
                self._take_owner(owner, s)
                return True
        if s < self._surroundings.reached:
            return False  # of the office before
        if plain in words.before:
            return self._takes_word(s, e, plain)
        if token in _CONNECTIVES:
            return self._takes_list(s, token)
        if self._role is Role.HEAD_OF_STATE and self._start == self._head and text[s:e] in HEADED_BY_PRESIDENTS:
            self._start, self._of, self._kind = s, text[s:e], "body"  # "Commission President"
        return False

    def _takes_word(self, s: int, e: int, plain: str) -> bool:
        """Take a word that may stand before heads, if it says something of this one."""
        text, folded, words = self._text, self._folded, self._words
        upper = text[s].isupper()
        if plain in words.status and not (upper and plain in _OPENERS and folded[e - 1] != "-" and folded[e] != "-"):
            self._status = words.status[plain]
            self._ranked = self._ranked or plain not in _TIMES
        elif plain == "elected":
            return self._takes_newly()
        elif self._of is not None:
            return False
        elif self._is_deputy(plain, upper):
            self._deputy = self._deputy or plain != "second"
        elif (
            self._takes_portfolio
            and plain in words.portfolio
            and (upper or not self._capital)
            and not (self._portfolio and self._start == self._head)
        ):
            self._portfolio.insert(0, plain)
        elif plain in words.ranks and (upper or not self._capital or text[self._head].isupper()):
            self._ranked = True
        else:
            return False
        self._start = s
        self._left -= 1
        return True

    def _takes_list(self, s: int, token: str) -> bool:
        """Take a connective with the portfolio before it: "Trade and", "Trade, Industry and", "Trade, and"."""
        folded, text, tokens, portfolios = self._folded, self._text, self._tokens, self._words.portfolio
        left = self._left
        if self._of is not None or not self._portfolio or not left or tokens[left - 1][0] < self._surroundings.reached:
            return False
        at, end = tokens[left - 1]
        before = folded[at:end]
        if (
            before in portfolios
            and (text[at].isupper() or not text[self._start].isupper())
            and not folded[end:s].strip()
        ):
            if token == "," and not self._has_connective():
                return False
            taken = 2
        elif token == "and" and before == "," and left >= 2:
            at, end = tokens[left - 2]
            before = folded[at:end]
            if before not in portfolios or not text[at].isupper():
                return False
            taken = 3
        else:
            return False
        self._portfolio.insert(0, before)
        self._start = at
        self._left -= taken
        return True

    def _has_connective(self) -> bool:
        """Whether the words so far hold an "and", as the last link of a list."""
        inside = self._folded[self._start : self._head]
        return " and " in inside or " & " in inside

    def _takes_prefix(self, hyphen: int) -> bool:
        """Take a hyphen with "ex" or "Vice" before it."""
        start, end = self._tokens[self._left - 1]
        prefix = self._folded[start:end]
        if prefix in self._words.status:
            self._start = hyphen
            self._left -= 1
            return True
        if prefix in self._words.deputies:
            self._deputy, self._start = True, start  # "Vice-Foreign Minister"
            self._left -= 2
            return True
        return False

    def _takes_newly(self) -> bool:
        """Take "elected" with the "newly" before it."""
        if not self._left:
            return False
        start, end = self._tokens[self._left - 1]
        if self._folded[start:end] not in ("newly", "re"):
            return False
        self._start = start
        self._left -= 2
        return True

    def _is_deputy(self, plain: str, upper: bool) -> bool:
        """Whether a word makes the holder a deputy: "Second" only of ministers, "under" only of secretaries."""
        if plain not in self._words.deputies:
            return False
        if plain == "second":
            return upper and self._role is Role.MINISTER
        return plain != "under" or self._folded.startswith("secretar", self._head)

    def _take_owner(self, owner: tuple[int, str, str], s: int) -> None:
        """Take the state or body whose the office is, with what is glued to it: "ex-U.S. ambassador"."""
        start, self._of, self._kind = owner
        tokens = self._tokens
        while self._left >= 0 and tokens[self._left][0] >= start:
            self._left -= 1
        glued = self._folded[s:start].rstrip("-") if s < start else ""
        if glued in self._words.status:
            self._status, start = self._words.status[glued], s
            self._left -= 1
        self._start = start

    def _owner(self, s: int, e: int) -> tuple[int, str, str] | None:
        """The state or body whose name ends at a token before a head, its own possessive ending apart."""
        folded, text, surroundings = self._folded, self._text, self._surroundings
        end = e
        last = folded[e - 1]
        if last == "'":
            end = e - 1
        elif last == "s" and folded[e - 2] == "'" and e - 2 >= s:
            end = e - 2
        if (body := surroundings.bodies_end.get(end)) is not None:
            meaning = body.meaning
            assert isinstance(meaning, OrganisationWord)
            return body.start, text[body.start : body.end], "body"
        if (place := surroundings.places_end.get(end)) is not None and text[place.start].isupper():
            if folded.endswith(("pro-", "anti-"), 0, place.start):
                return None  # "the pro-China President Muizzu"
            if folded.startswith(" of ", place.start - 4):  # "Bank of Ghana Governor"
                noun = folded.rfind(" ", max(0, place.start - 20), place.start - 4) + 1
                if text[noun : place.start - 4] in HEAD_NOUNS and noun >= surroundings.reached:
                    return noun, text[noun:end], "body"
            return place.start, state_of(place, text), kind_of(place, self._role)
        if 2 <= end - s <= 7 and not text[self._head : self._head + 3].isupper():  # no headline
            word = text[s:end]
            if word.isupper() and word.isalpha() and folded[s:end] not in self._words.portfolio:
                return s, word, "body"
        return None
