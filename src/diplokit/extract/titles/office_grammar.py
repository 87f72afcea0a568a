"""The grammar of offices: what may stand around a head such as "minister", and what the whole then means.

An office is a head of the table (`en/offices.toml`) with words before it (whose it is, how it is held, its rank, its
portfolio) and after it ("of …", "for …", "to …", ", Singapore"). The grammar reads outwards from the head and takes
only what it knows, so that the name that follows is never swallowed. Titles and persons both read its hits.
"""

import re
from collections.abc import Sequence

from attrs import evolve

from diplokit import Document, Hit
from diplokit.vocabulary import Role, RoleStatus
from diplokit.wordlists import GIVEN_NAMES, HONORIFICS, OFFICES, OfficeWord

from .forms_of_address import LED, ordinary_words
from .office_complements import RIGHT_STATUS, Complement, Complements
from .office_heads import ALSO_NAMES, Head, known_head, listed, title
from .office_leads import Lead
from .office_openings import Openings
from .office_portfolios import LISTED
from .office_roles import office_role
from .office_surroundings import HEAD_NOUNS, WORD, followed_by_name, is_state, name_beside, state_of

_LINK = re.compile(r"(?: (of|for|to|on|in charge of|in|at|with|from) )(the |an? |its |their )?")
_SHORT = re.compile(r" \([A-Z]{2,6}\)(?= (?:of|for|to|on|in) )")
"""The letters for an office, before what it is of or for: "Senior Minister of State (SMS) for Law"."""
_GLUED = re.compile(r"-(?!elect\b|designate\b|in-exile\b|in-waiting\b)\w")
_SON = re.compile(r" [A-Z]\w+ bin ")
_PREFIX = re.compile(r"(?:ex|then|vice|co|ultra|non)-\Z")
# What says how an office is held, or whose it is, begins so.
_OPENING = re.compile(
    r"[- ](?:designate|elect|in-exile|emerit|\(?a\.i|\(?ad interim|pro tempore|(?:of|for|to|on|in|at|with|from) )|, (?:a\.i|ad interim)"
)
_OPENING_ENDS = frozenset(
    {", a", *[mark + letters for mark in " -" for letters in "de el in em a. (a ad pr of fo to on at wi fr".split()]}
)  # its first three characters
_SHUT = re.compile(r"\s*(?:[,;.)\n:\u2014\u2013]|$)")
_BELOW = frozenset(("region", "city"))
"""The kinds of places that have no heads of state or of government."""
_HEADS = frozenset((Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT))
_ABROAD = frozenset((Role.AMBASSADOR, Role.DIPLOMAT))
_SENT_TO = {"to": ("place", "region", "body"), "in": ("place",)}


class _Offices:
    """The offices of a document as hits; a word list whose entries are read by a grammar."""

    name = "offices in full"

    def find(self, document: Document, /) -> Sequence[Hit]:
        """Where offices stand in a document, in order, without overlaps."""
        heads = document.hits(OFFICES)
        if not heads:
            return ()
        reader = _Reader(document)
        found: list[Hit] = []
        reach = 0
        for head in heads:
            hit = reader.read(head)
            if hit is None:
                continue
            if hit[0] < reach:
                if head[0] < reach:  # inside the complement of the one before
                    continue
                hit = Hit(head[0], hit[1], hit[2])
            found.append(hit)
            reach = reader.reached = hit[1]
        return tuple(found)


OFFICES_IN_FULL = _Offices()
"""The offices of a document: hits whose meaning is a `Title`; `document.hits` remembers them."""


class _Reader(Openings, Complements):
    """Reads the words around heads in one document."""

    def read(self, head: Hit) -> Hit | None:
        """The whole office around a head, or nothing where the word is not one here."""
        first, last = head[0], head[1]
        office: OfficeWord = head[2]  # type: ignore[assignment]  # what the lexicon holds
        text, folded = self.text, self.folded
        known = known_head(text[first:last], office.role)
        after = folded[last : last + 3]
        if (
            (after[:1] == "-" and _GLUED.match(folded, last))
            or (first and folded[first - 1] == "-" and not _PREFIX.search(folded, max(0, first - 6), first))
            or (known.careful and self._is_another_word(first, last, known.words, known.capital))
        ):
            return None  # a part of a name or of another word: "Amir-Abdollahian"
        led = not self.nothing_before(first, known.own)
        followed = (
            (after in _OPENING_ENDS and _OPENING.match(folded, last) is not None)
            or ((known.takes_after or after[:1] == ",") and self._apposed(last, known))
            or (after[:2] == " (" and _SHORT.match(text, last) is not None)
        )
        capital = known.capital
        if not led and not followed:
            if not (office.alone and capital) and (
                (known.never_small and not capital)
                or not self._is_office(first, last, known, office.alone, bool(known.own), False)
            ):
                return None
            return tuple.__new__(Hit, (first, last, known.bare))
        lead = self.before(head, office, capital, known.own) if led else Lead(first, known.own)
        start, portfolio, status, deputy, ranked, of, kind = lead
        end = head_end = last
        topic, complement, kind_after, to = portfolio, "", "", None
        if followed:
            end, after_status, whole, to = self._after(head, office, known, of)
            status = after_status or status
            topic, complement, kind_after = f"{portfolio} {whole.portfolio or ''}", whole.text, whole.kind
            head_end = whole.name_end or whole.head_end
            of = of or whole.of
        beside = bool(of or to or portfolio or complement)
        if not self._is_office(first, end, known, office.alone, beside, ranked) or (
            known.never_small and not capital and not of
        ):
            return None
        kinds = (kind_after, kind)
        if not _BELOW.isdisjoint(kinds):
            kind = kind_after = "place"
            if known.role in _HEADS and not ("city" in kinds and known.words == "president"):
                known = evolve(known, role=Role.SUBNATIONAL_HEAD)  # the Premier of Ontario, the Emir of Kano
        role, status = office_role(
            known.words, known.role, f"{topic} ", of or complement or "", kind_after or kind, deputy, status
        )
        name = listed(text[start if start == first else self.own_start(start, head, of) : head_end])
        return Hit(start, end, title(name, role, status or RoleStatus.INCUMBENT, of, to))

    def _is_office(self, first: int, end: int, known: Head, alone: bool, beside: bool, ranked: bool) -> bool:
        """Whether a head is an office for what stands beside it, for its capital letter, or `alone`."""
        if not beside:
            if not alone:
                if not known.capital:
                    if not followed_by_name(self.text, end):
                        return False
                elif known.single and not ranked and not name_beside(self.text, first, end):
                    return False
            if known.adjective and not known.capital and not followed_by_name(self.text, end):
                return False
        return True

    def _is_another_word(self, first: int, last: int, words: str, capital: bool) -> bool:
        """Whether a word that is also a name, a rank, or letters, is no office here."""
        text, folded = self.text, self.folded
        if capital and words in ALSO_NAMES and self.after_name(first):
            if not followed_by_name(text, last) or text[last + 1 : last + 3].isupper():
                return True  # "Mackenzie King", "Judge" as a family name, "Julie Bishop MP"
        if words == "sultan" and (LED.search(folded, max(0, first - 12), first) or folded.startswith(" bin ", last)):
            return True  # "President Sultan Al Jaber", "Abdullah bin Sultan bin Awad"
        if words == "shah" and not folded.endswith("the ", 0, first):
            return True  # "Shah Mahmood Qureshi"
        if words == "amir" and text[first:last] == "Amir" and followed_by_name(text, last):
            named_so = _SON.match(text, last) is None
            if (
                first
                and named_so
                and not folded.endswith(("the ", "hh "), 0, first)
                and first - 1 not in self.places_end
            ):
                return last + 1 not in self.document.starting(HONORIFICS)  # "Amir Khan Muttaqi"
        if words == "general":
            body, after = self.bodies.get(first), WORD.findall(text[last + 1 : last + 40].replace(".", " "))[:2]
            if (body and body.end > last) or not HEAD_NOUNS.isdisjoint(after):
                return True  # "General Motors", "UN General Assembly", "General Intelligence Service"
        if words == "chief" and capital and (guest := WORD.match(text, last + 1)) and guest.group() in ordinary_words():
            return True  # "Chief Guest"
        if words in ("fm", "pm") and self._on_air(first, last):
            return True
        if words in ("sms", "sps"):  # also short messages, and sanitary measures
            name = WORD.match(text, last + 1)
            return name is None or not name.group().istitle() or name.group() in ordinary_words()
        if (words in self.words.ranks or words in self.words.deputies) and folded[last : last + 1] == " ":
            at = last + 1
            for _ in range(3):
                if at in self.heads:
                    return True  # "Chief Director", "Chief Economic Adviser"
                more = WORD.match(folded, at)
                if more is None or more.group() not in self.words.before:
                    break
                at = more.end() + 1
        if words in ("gov.", "rep."):  # not "www.state.gov.", "Dem. Rep. Congo"
            return not (capital and followed_by_name(text, last)) or last + 1 in self.places
        return len(words) <= 3 and not text[first:last].isupper() and not words.endswith(".")  # "3 pm", but "PM"

    def _on_air(self, first: int, last: int) -> bool:
        """Whether the letters of an office tell the hour or are the end of a broadcaster's name: "3 PM", "Joy FM"."""
        text, folded = self.text, self.folded
        end = first - 1
        if end < 1 or folded[end] != " ":
            return False
        if folded.startswith((" radio", " station"), last) or folded[end - 1].isdigit():
            return True
        cut = folded.rfind(" ", max(0, end - 24), end) + 1
        return (
            folded[first:last] == "fm"
            and text[cut].isupper()
            and text[cut:end].isalpha()
            and not text[cut:end].isupper()
            and folded[cut:end] not in self.words.deputies | self.words.ranks | self.words.status.keys()
            and end not in self.places_end
            and end not in self.bodies_end
            and not followed_by_name(text, last)
        )

    def _apposed(self, end: int, known: Head) -> bool:
        """Whether a portfolio, a state or a body may follow a head without a preposition."""
        folded = self.folded
        if folded.startswith(" (", end) and self.desk(end, known.words) > end:
            return True
        if known.capital and self.body_after_comma(end, known.role):
            return True
        if not known.takes_after:
            return False
        if known.own_after and LISTED.match(folded, end):
            return True
        if known.minister and end + 2 in self.places and folded.startswith(", ", end):
            return True
        if not known.capital or self.text[end : end + 1] != " ":
            return False
        word = WORD.match(folded, end + 1)
        return (word is not None and word.group() in self.words.portfolio) or self._state_after(end) is not None

    def _state_after(self, end: int) -> Hit | None:
        """The state that stands between a minister's office and name: "Foreign Minister Thailand Somchai Wong"."""
        place = self.places.get(end + 1)
        if place is None or not is_state(place) or not followed_by_name(self.text, place.end):
            return None
        given = self.document.starting(GIVEN_NAMES)
        return place if place.start not in given and place.end + 1 in given else None

    def _after(
        self, head: Hit, office: OfficeWord, known: Head, of: str | None
    ) -> tuple[int, RoleStatus | None, Complement, str | None]:
        """What stands after a head: end, status, what it is of or for, and where it is sent."""
        folded, text, capital = self.folded, self.text, known.capital
        end = head.end
        status = None
        match = RIGHT_STATUS.match(folded, end)
        if match:
            end = match.end()
            status = RoleStatus.HONORARY if "emerit" in match.group() else RoleStatus.DESIGNATE
            if match.group(3):
                status = RoleStatus.ACTING
        whole = Complement()
        whole.head_end = end
        if (short := _SHORT.match(text, end)) is not None:
            end = short.end()
        end = self.desk(end, known.words)
        to: str | None = None
        if known.minister and capital and (state := self._state_after(end)) is not None:
            whole.of, whole.kind, whole.name_end = state_of(state, text), "place", end
            return state.end, status, whole, None
        if known.own_after and end == head.end:
            more = self.more_portfolio(end, capital)
            if more > end:
                whole.portfolio, whole.end, whole.name_end = folded[head.start : more], more, more
                end = more
        if known.takes_after and end == head.end and capital and followed_by_name(text, end):
            first = WORD.match(folded, end + 1)
            more = self.portfolio(end + 1) if first and first.group() in self.words.portfolio else 0
            if more and more < len(text) and followed_by_name(text, more):  # "Secretary Defence Gotabaya Rajapaksa"
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
            if not found.end:
                whole.text = whole.text or found.text
                break
            envoy = preposition == "for" and "post" in office.takes and office.role not in _ABROAD
            if found.kind in _SENT_TO.get("to" if envoy else preposition, ()):
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
        if whole.of is None and of is None and (body := self.body_after_comma(end, known.role)):
            whole.of, whole.kind, whole.name_end = text[end + 2 : body], "body", whole.name_end or end
            end = body
        elif whole.of is None and of is None and (whole.portfolio or known.minister) and folded.startswith(", ", end):
            place = self.places.get(end + 2)
            if place is not None and _SHUT.match(text, place.end) and is_state(place):
                whole.of, whole.kind = state_of(place, text), "place"
                whole.name_end = whole.name_end or end
                end = place.end
        return end, status, whole, to
