"""What stands before the head of an office: whose it is, how it is held, its rank and its portfolio."""

import re

from diplokit import Hit
from diplokit.vocabulary import Role, RoleStatus
from diplokit.wordlists import GIVEN_NAMES, OfficeWord, OrganisationWord

from .office_surroundings import HEAD_NOUNS, HEADED_BY_PRESIDENTS, Surroundings, gap_text, kind_of, state_of

_LEFT = re.compile(r"[^\W_](?:[\w.&']|-(?=\w))*|[^\w\s]")
_WORD_END = re.compile(r"[^\W\d_][\w'\u2019-]* \Z")
_CLOSERS = ',:;)"'
_CONNECTIVES = frozenset(("and", "&", ","))
# At the beginning of a sentence these rather say when than how an office is held.
_OPENERS = frozenset({"then", "late", "past", "present", "previous"})


class Openings(Surroundings):
    """Reads what stands before a head."""

    def before(
        self, head: Hit, office: OfficeWord, capital: bool, own: str, reach: int = 24
    ) -> tuple[int, RoleStatus | None, bool, bool, str, str | None, str]:
        """What stands before a head that has a portfolio of its `own` or none.

        Returns:
            The start; the status; whether it is a deputy; whether a rank stands there; the portfolio; whose the office is,
            and what kind that is.
        """
        folded, text, words = self.folded, self.text, self.words
        takes_portfolio = "portfolio" in office.takes
        portfolio = [own] if own else []  # "Trade and Foreign Minister": the list may go on before the head
        low = max(0, head.start - reach)
        tokens = [match.span() for match in _LEFT.finditer(folded, low, head.start)]
        start = head.start
        status: RoleStatus | None = None
        deputy = ranked = False
        of: str | None = None
        kind = ""
        joined = False
        i = len(tokens) - 1
        while i >= 0:
            s, e = tokens[i]
            gap = folded[e:start]
            token = folded[s:e]
            if gap != " ":
                if token == "-" and e == start and i and folded[tokens[i - 1][0] : tokens[i - 1][1]] in words.status:
                    start = s
                    i -= 1
                    continue
                if token == "-" and e == start and i and folded[tokens[i - 1][0] : tokens[i - 1][1]] in words.deputies:
                    deputy, start = True, tokens[i - 1][0]  # "Vice-Foreign Minister"
                    i -= 2
                    continue
                if gap.strip() and gap != "-":
                    break
            if (gap != " " or text[e] != " ") and "\n" in gap_text(text, e, start):
                break
            plain = token.rstrip("-")
            upper = text[s].isupper()
            affairs = (
                portfolio and upper and portfolio[0] == "affairs" and plain in words.portfolio
            )  # "European Affairs"
            if of is None and not affairs and (found := self._owner(s, e, head.start, office.role)) is not None:
                place_start, of, kind = found
                start = place_start
                while i >= 0 and tokens[i][0] >= place_start:
                    i -= 1
                if s < place_start and folded[s:place_start].rstrip("-") in words.status:
                    status, start = words.status[folded[s:place_start].rstrip("-")], s  # "ex-U.S. ambassador"
                    i -= 1
                continue
            if s < self.reached or (plain not in words.before and token not in _CONNECTIVES):
                here = office.role is Role.HEAD_OF_STATE and start == head.start and s >= self.reached
                if here and text[s:e] in HEADED_BY_PRESIDENTS:
                    start, of, kind = s, text[s:e], "body"  # "Commission President"
                break  # of the office before, or of none
            if (
                plain in words.status
                and not (portfolio and joined)
                and not (upper and plain in _OPENERS and token == plain and folded[e] != "-")
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
                and (plain != "under" or folded.startswith("secretar", head.start))
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
            if of is None and portfolio and token in ("and", "&", ",") and i and tokens[i - 1][0] >= self.reached:
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
        if low and reach < 120 and i < (3 if portfolio and of is None else 1):  # what decides may stand further off
            return self.before(head, office, capital, own, 120)
        return start, status, deputy, ranked, " ".join(portfolio), of, kind

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

    @staticmethod
    def _list_so_far(folded: str, start: int, end: int) -> bool:
        """Whether the words so far hold an "and", as the last link of a list."""
        inside = folded[start:end]
        return " and " in inside or " & " in inside

    def _owner(self, s: int, e: int, head: int, role: Role) -> tuple[int, str, str] | None:
        """The state or body whose name ends at a token before a head, its own possessive ending apart."""
        folded, text = self.folded, self.text
        end = e
        last = folded[e - 1]
        if last == "'":
            end = e - 1
        elif last == "s" and folded[e - 2] == "'" and e - 2 >= s:
            end = e - 2
        if (body := self.bodies_end.get(end)) is not None:
            meaning = body.meaning
            assert isinstance(meaning, OrganisationWord)
            return body.start, text[body.start : body.end], "body"
        if (place := self.places_end.get(end)) is not None and text[place.start].isupper():
            if folded.startswith(" of ", place.start - 4):  # "Bank of Ghana Governor"
                noun = folded.rfind(" ", max(0, place.start - 20), place.start - 4) + 1
                if text[noun : place.start - 4] in HEAD_NOUNS and noun >= self.reached:
                    return noun, text[noun:end], "body"
            return place.start, state_of(place, text), kind_of(place, role)
        if 2 <= end - s <= 7 and not text[head : head + 3].isupper():  # no headline
            word = text[s:end]
            if word.isupper() and word.isalpha() and folded[s:end] not in self.words.portfolio:
                return s, word, "body"
        return None

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
            match = _LEFT.match(self.folded, at, head.start)
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
