"""The grammar of the names of organisations: a head noun, and the capitalised words before and after it.

Nothing is extracted here: `BY_HEAD` is what the grammar finds in a document, found once and remembered, for the
extractors that build on it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from diplokit import Document, Hit, Organisation
from diplokit.extract.capital_runs import LONGEST, common_words, gap_before, plain
from diplokit.vocabulary import ActorKind
from diplokit.wordlists import GIVEN_NAMES, ORGANISATIONS, PLACES

from .complements import JOINTS, end_of_complement, initials
from .newspapers import a_paper
from .surroundings import (
    goes_on,
    headline,
    is_known,
    names_a_thing,
    names_a_treaty,
    one_place,
    only_places,
    opens,
    two_states,
)
from .words import (
    COMPOUNDS,
    COUNTED,
    GENERIC,
    HEADS,
    NO_COMPANY,
    NO_NAMES,
    OWNERS,
    STOP,
    TALKED_OF,
    VENUES,
    Head,
    topics,
)

# Topics in which names of companies end, too; and letters that mean a foreign minister after a state.
_OF_COMPANIES_TOO = frozenset(("Resources", "Energy", "Oil", "FM"))

_FIRMS = frozenset("Bank Company Corporation Fund Group Trust".split())
_NUMBERS = frozenset("One Two Three Four Five Six Seven Eight Nine Ten".split())

# What else than a space may stand between words of a name before its head; and before a list that is no part of it.
_WITHIN = frozenset((" and ", ", ", ", and ", ". ", ".-", " & ", "&", "-"))
_AFTER_LIST = frozenset((" of ", " for ", " on ", " of the ", " for the "))


class _ByHead:
    """What the grammar of heads finds, remembered by the document for the rules that build on it."""

    name = "organisations by head noun, found"

    def find(self, document: Document, /) -> Sequence[Hit]:
        found = []
        capitals, text = document.capitals, document.text
        index = 0
        for start, end, head in document.hits(HEADS):
            index = bisect_left(capitals, (start,), index)
            if index == len(capitals):
                break
            if capitals[index][0] != start or not isinstance(head, Head):
                continue
            span = _name_around(document, index, end, head)
            if span is not None:
                begin, stop = span
                name = text[begin:stop]
                if "  " in name or not name.isprintable():  # a line break, or another space than the plain one
                    name = " ".join(name.split())
                found.append(Hit(begin, stop, _organisation(name, head.kind)))
        return found


BY_HEAD = _ByHead()
"""The organisations that a head noun names: hits whose meaning is an `Organisation`; `document.hits` remembers them."""


@cache
def _of_ministers() -> re.Pattern[str]:
    """What follows a word for what a minister is for, up to the office."""
    return re.compile(
        r"(?: (?:and|&)(?: [A-Z][a-z]+){1,3}| [A-Z][a-z]+)? (?:Deputy |Vice |Assistant )?Minist(?:er|ry)\b"
    )


@lru_cache(maxsize=2048)
def _organisation(name: str, kind: ActorKind) -> Organisation:
    """An organisation; the same ones come again and again."""
    return Organisation(name, None, kind)


def _name_around(document: Document, first: int, end: int, head: Head) -> tuple[int, int] | None:
    """Where the name begins and ends whose head begins with a capitalised word and ends at `end`; `None` if there is none."""
    capitals, text = document.capitals, document.text
    begin, stop = capitals[first]
    last, count = first, len(capitals)
    while stop < end and last + 1 < count and capitals[last + 1][0] < end:
        last += 1
        stop = capitals[last][1]
    if stop > end:  # "Co-Chairs"
        return None
    before = capitals[first - 1][1] if first else -99  # where the word before ends, and where the next one begins
    after = capitals[last + 1][0] if last + 1 < count else end + 99
    if first == last and begin - before > 24 and after - end > 24 and not head.alone:
        return (begin, end) if a_paper(document, begin, end) else None  # nothing beside it
    if after == end + 1 and text[end] == " " and names_a_thing(document, last, end):
        return None
    noun = text[begin:end]
    if noun == "Bank" and (place := document.ending(PLACES).get(end)) is not None and place.start < begin:
        if document.folded.endswith("occupied ", 0, place.start):
            return None  # "the Israeli Occupied West Bank"
    known = topics()
    if noun in known and gap_before(document, first) in (" and ", ", "):
        return None  # the last of a list of topics: "Minister for Culture, Community and Youth"
    if head.kind == "company" and _of_ministers().match(text, end):
        return None  # "Kenyan Industries Minister", "Iranian Communications and Technology Minister"
    if noun in ("Centre", "Center") and first and text[slice(*capitals[first - 1])] in VENUES:
        return None
    noun_end = end
    if head.after:
        if after - end <= 24 and ((gap := document.folded[end:after]) in JOINTS or "  " in gap):
            end = end_of_complement(document, last, end, noun)
    elif head.kind in ("company", "ngo") and goes_on(document, last, end):
        return None  # "Yomiuri News Agency" and not "Yomiuri News"; but "Foreign Office Khalid Mahmood"
    leftmost = first
    if head.before and begin - before <= 24:
        leftmost = _left(document, first, lists=end == noun_end, several=first < last)
        if leftmost < first:
            leftmost = _without_generic(document, leftmost, first)
        if (
            noun[-1] == "."
            and after == end + 1
            and leftmost < first
            and _initials_of_a_name(document, leftmost, first, last)
        ):
            return None  # "Foreign Affairs Retno L.P. Marsudi"
    start = capitals[leftmost][0]
    if end > noun_end and (body := document.ending(ORGANISATIONS).get(noun_end)) is not None and body.start < start:
        start = body.start  # "Peace and Security Council of the African Union"
        leftmost = bisect_left(capitals, (start,))
    if leftmost == first and end == noun_end:
        whole = head.alone or (first < last and head.kind != "company" and text[begin : capitals[first][1]] in known)
        whole = whole or a_paper(document, begin, end)
        if not whole or (noun in ("Cabinet", "Diet") and not document.folded.startswith("the ", begin - 4)):
            return None  # "his Cabinet"
        return None if headline(document, start) else (start, end)
    name = text[start:end]
    if "-" in name:
        table = document.hits(ORGANISATIONS)
        at = bisect_left(table, (end,)) - 1
        if at >= 0 and table[at].end == end and start < table[at].start and text[table[at].start - 1] == "-":
            return None  # "ASEAN-Pacific Alliance meeting" is one of two bodies
    if head.kind == "military" and names_a_treaty(document, start, end):
        return None
    if head.kind == "company" and end == noun_end and noun.lower() in common_words():
        opening = text[slice(*capitals[leftmost])]
        if (opening in NO_COMPANY and noun not in _FIRMS) or (
            opening[-3:] == "ing" and opening.lower() in common_words()
        ):
            return None  # "Emerging Technologies", "a Performing Bank"
    if noun in _OF_COMPANIES_TOO and not _a_company(document, leftmost, first, end):
        return None  # "Mineral Resources Minister"
    if noun == "Forum" and (
        text[slice(*capitals[leftmost])] in COUNTED
        or text[slice(*capitals[first - 1])] in TALKED_OF
        or two_states(document, start)
    ):
        return None  # a gathering
    if noun == "Congress" and text[max(0, start - 4) : start - 3].isdigit():
        return None  # "the 8th WPK Congress"
    if (
        end == noun_end
        and head.kind == "company"
        and noun in known
        and set(name.replace(",", "").split()) - {"and", "&"} <= known
    ):
        return None  # "Water Resources and Public Enterprises"
    if noun == "Cabinet" and text.startswith(" Secretar", end):
        return None  # "the Kenyan Cabinet Secretary for Trade"
    if noun == "Party" and (people := document.starting(PLACES).get(start)) is not None and people.end + 1 == begin:
        return None  # "the Vietnamese Party and State"
    if name in NO_NAMES or (name.endswith("Alliance") and only_places(document, start, begin)):
        return None
    if (
        end == noun_end
        and ((place := document.starting(PLACES).get(start)) is None or place.end > begin)
        and text[slice(*capitals[leftmost])] not in known
        and (head.weak or headline(document, start))
        and not is_known(document, start, begin)
    ):
        return None
    return start, end


def _a_company(document: Document, leftmost: int, head: int, end: int) -> bool:
    """Whether words before a topic make the name of a company: "Turquoise Hill Resources"."""
    capitals, text = document.capitals, document.text
    words = [text[slice(*capitals[at])] for at in range(leftmost, head)]
    return (
        topics().isdisjoint(words)
        and words[0] not in NO_COMPANY
        and not goes_on(document, head, end)
        and not text.startswith((" Minister", " Secretary", " Commissioner", " Committee"), end)
        and capitals[leftmost][0] not in document.starting(PLACES)
        and capitals[leftmost][0] not in document.starting(ORGANISATIONS)
    )


def _left(document: Document, index: int, *, lists: bool, several: bool) -> int:
    """The number of the capitalised word with which a name begins.

    Args:
        document: The document.
        index: The number of the word that is the head, or its first.
        lists: Whether "and" may stand before the head; otherwise a word of the name must stand between.
        several: Whether the head has several words.
    """
    capitals, text, folded = document.capitals, document.text, document.folded
    known = topics()
    first, before_list = index, None
    right = capitals[index][0]
    capital = text[right + 1 : right + 2].isupper()
    for at in range(index - 1, max(0, index - LONGEST) - 1, -1):
        begin, stop = capitals[at]
        if right - stop > 24:
            break
        between = folded[stop:right]
        gap = between if "  " not in between else plain(between, text[stop:right])
        if gap is None:
            break
        word = text[begin:stop]
        if capital:
            word = word.capitalize() if word.capitalize() in STOP else word  # "ABOUT THE MINISTRY"
        if gap == " ":
            if word in STOP and not (word == "Official" and folded.startswith("the ", begin - 4)):
                if word != "Sri" or not one_place(document, begin, stop + 1):
                    break  # but "the Official Creditor Committee", "Sri Lanka Export Board"
            if "-" in word and word.endswith(COMPOUNDS):
                break
        elif gap in ("'s ", "' "):
            if word.lower() not in OWNERS and not (gap == "' " and word.endswith(("ers", "ors", "ists"))):
                break  # but "Solvent Extractors' Association"
        elif gap not in _WITHIN:
            if before_list is None or gap not in _AFTER_LIST or word in STOP or word.endswith(COMPOUNDS):
                break
            return before_list  # "Ministry of Health and Science Ministry": the list belongs to the first
        elif word in STOP or word.endswith(COMPOUNDS):
            break
        elif gap in (". ", ".-"):  # "U.S. Department", "U.S.-China Commission"
            if word not in ("St", "Mt") and not initials().fullmatch(word):
                break
        elif gap not in (" & ", "&", "-"):
            if (
                not (lists or several or first < index)
                or word not in known
                or (gap == ", " and text[slice(*capitals[at + 1])] not in known)
                or (right in document.starting(PLACES) and stop in document.ending(HEADS))
            ):
                break  # "Addis Power Company and Nile Bank": two bodies
            before_list = first if before_list is None else before_list
        first, right = at, begin
    if first < index and (body := document.ending(ORGANISATIONS).get(capitals[first][1])) and body.start < right:
        return bisect_left(capitals, (body.start,))  # "House of Commons| Defence Committee"
    return first


def _without_generic(document: Document, first: int, head: int) -> int:
    """The first word of a name without an adjective that opens a sentence or is no part of a name."""
    capitals = document.capitals
    start, stop = capitals[first]
    word = document.text[start:stop]
    if word in GENERIC:
        return head if first + 1 == head else first
    if (word in _NUMBERS or (word.endswith("ing") and word not in topics())) and opens(document, start):
        return first + 1  # "Recalling Security Council resolutions"
    return first


def _initials_of_a_name(document: Document, leftmost: int, head: int, last: int) -> bool:
    """Whether what looks like the form of a company are the initials of a person, whose name goes on after them."""
    capitals, text = document.capitals, document.text
    start, stop = capitals[last + 1]
    return (
        "." in text[capitals[head][0] : capitals[last][1]]
        and text[start:stop] not in STOP
        and not text[start:stop].isupper()
        and (text[slice(*capitals[leftmost])] in topics() or capitals[head - 1][0] in document.starting(GIVEN_NAMES))
    )
