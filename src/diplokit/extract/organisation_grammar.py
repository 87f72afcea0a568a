"""The grammar of the names of organisations: a head noun, and the capitalised words before and after it.

Nothing is extracted here: `BY_HEAD` is what the grammar finds in a document, found once and remembered, for the
extractors that build on it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from diplokit import Document, Hit, Organisation
from diplokit.vocabulary import ActorKind
from diplokit.wordlists import GIVEN_NAMES, ORGANISATIONS, PLACES

from .capital_runs import LONGEST, gap_before, plain
from .organisation_surroundings import (
    far,
    headline,
    is_head,
    is_known,
    is_name,
    is_place,
    one_place,
    only_places,
    place_ends,
)
from .organisation_words import GENERIC, HEADS, OFFICE_HOLDERS, OWNERS, STOP, THINGS, Head, topics

# "Los Angeles-based Occidental Petroleum Corp"
_COMPOUNDS = tuple(
    f"-{word}"
    for word in "based led backed controlled owned listed born run sponsored funded made occupied held style area".split()
)

# Bodies that are "on" a topic.
_ON = (
    "Committee",
    "Commission",
    "Council",
    "Group",
    "Panel",
    "Office",
    "Institute",
    "Force",
    "Board",
    "Centre",
    "Center",
    "Tribunal",
)


# Topics that end in a head noun.
_NO_NAMES = frozenset(("Public Administration", "Business Administration", "Civil Society", "International Community"))

_NUMBERS = frozenset("One Two Three Four Five Six Seven Eight Nine Ten".split())
_MEMBERS = frozenset("States Nations Countries Peoples Democracies Republics Municipalities Cities".split())
_COUNTED = frozenset("First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split())

# A centre for one of these is a building.
_VENUES = frozenset(
    "Conference Convention Convocation Exhibition Congress Shopping Trade Sports Civic Events Leisure City Cultural".split()
)

# Topics that have an article after "and": "Ministry of Sustainability and the Environment".
_AND_THE = frozenset(
    "Environment Arts Economy Elderly Family Disabled Humanities Sciences Digital Interior Regions Media Sea".split()
)


# What may stand between a head and what it is of, and the preposition in it.
_JOINTS = {f" {word}{article} ": word for word in "of for on against to in".split() for article in ("", " the", " a")}


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"[A-Z](?:\.[A-Z])*")


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
                name = " ".join(text[span[0] : span[1]].split())
                found.append(Hit(*span, _organisation(name, head.kind)))
        return found


BY_HEAD = _ByHead()
"""The organisations that a head noun names: hits whose meaning is an `Organisation`; `document.hits` remembers them."""


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
        return None  # nothing beside it
    if after == end + 1 and text[end] == " " and _names_a_thing(document, last, end):
        return None
    noun = text[begin:end]
    known = topics()
    if noun in known and gap_before(document, first) in (" and ", ", "):
        return None  # the last of a list of topics: "Minister for Culture, Community and Youth"
    if noun in ("Centre", "Center") and first and text[slice(*capitals[first - 1])] in _VENUES:
        return None
    noun_end = end
    if head.after:
        if after - end <= 24 and ((gap := document.folded[end:after]) in _JOINTS or "  " in gap):
            end = _right(document, last, end, noun)
    elif head.kind in ("company", "ngo") and goes_on(document, last, end):
        return None  # "Yomiuri News Agency" and not "Yomiuri News"; but "Foreign Office Khalid Mahmood"
    leftmost = first
    if head.before and begin - before <= 24:
        leftmost = _left(document, first, lists=end == noun_end)
        if leftmost < first:
            leftmost = _without_generic(document, leftmost, first)
    start = capitals[leftmost][0]
    if leftmost == first and end == noun_end:
        whole = head.alone or (first < last and head.kind != "company" and text[begin : capitals[first][1]] in known)
        if not whole or (noun in ("Cabinet", "Diet") and not document.folded.startswith("the ", begin - 4)):
            return None  # "his Cabinet"
        return None if headline(document, start) else (start, end)
    name = text[start:end]
    if "-" in name:
        table = document.hits(ORGANISATIONS)
        at = bisect_left(table, (end,)) - 1
        if at >= 0 and table[at].end == end and start < table[at].start and text[table[at].start - 1] == "-":
            return None  # "ASEAN-Pacific Alliance meeting" is one of two bodies
    if noun == "Forum" and (text[slice(*capitals[leftmost])] in _COUNTED or _two_states(document, start)):
        return None  # a gathering
    if name in _NO_NAMES or (name.endswith("Alliance") and only_places(document, start, begin)):
        return None
    if end == noun_end and (head.weak or headline(document, start)) and not is_known(document, start, begin):
        return None
    return start, end


def _two_states(document: Document, start: int) -> bool:
    """Whether a name begins with two states: "India-Kenya Business Forum"."""
    first = document.starting(PLACES).get(start)
    return first is not None and document.folded[first.end : first.end + 1] == "-" and is_place(document, first.end + 1)


def _left(document: Document, index: int, *, lists: bool) -> int:
    """The number of the capitalised word with which a name begins, of which one is the head; `lists` says whether "and" may stand in it."""
    capitals, text, folded = document.capitals, document.text, document.folded
    known = topics()
    first, before_list = index, None
    right = capitals[index][0]
    for at in range(index - 1, max(0, index - LONGEST) - 1, -1):
        begin, stop = capitals[at]
        if right - stop > 24:
            break
        between = folded[stop:right]
        gap = between if "  " not in between else plain(between, text[stop:right])
        if gap is None:
            break
        word = text[begin:stop]
        if gap == " ":
            if word in STOP or ("-" in word and word.endswith(_COMPOUNDS)):
                break
        elif gap in ("'s ", "' "):
            if word.lower() not in OWNERS:
                break
        elif word in STOP or word.endswith(_COMPOUNDS):
            break
        elif lists and gap in (" and ", ", ", ", and ") and word in known:
            if gap == ", " and text[slice(*capitals[at + 1])] not in known:
                break
            before_list = first if before_list is None else before_list
        elif gap in (". ", ".-"):  # "U.S. Department", "U.S.-China Commission"
            if word not in ("St", "Mt") and not _initials().fullmatch(word):
                break
        elif gap not in (" & ", "&"):
            if before_list is not None and gap.strip() in ("of", "for", "on", "of the", "for the"):
                return before_list  # "Ministry of Health and Science Ministry": the list belongs to the first
            break
        first, right = at, begin
    return first


def _without_generic(document: Document, first: int, head: int) -> int:
    """The first word of a name without an adjective that opens a sentence or is no part of a name."""
    capitals = document.capitals
    start, stop = capitals[first]
    word = document.text[start:stop]
    if word in GENERIC:
        return head if first + 1 == head else first
    if (word in _NUMBERS or (word.endswith("ing") and word not in topics())) and _opens(document, start):
        return first + 1  # "Recalling Security Council resolutions"
    return first


def _opens(document: Document, start: int) -> bool:
    """Whether a word opens a sentence, a line or a clause, and is no name of a place."""
    before = document.text[max(0, start - 3) : start].rstrip(" ")[-1:]
    return (not before or before in "\n.,;:") and start not in document.starting(PLACES)


def _right(document: Document, index: int, end: int, head: str) -> int:
    """Where a name ends whose head ends with a capitalised word, at `end`."""
    capitals, text, folded = document.capitals, document.text, document.folded
    known = topics()
    inside = listed = False
    for at in range(index + 1, min(len(capitals), index + LONGEST)):
        start, stop = capitals[at]
        if start - end > 24:
            return end
        between = folded[end:start]
        gap = between if "  " not in between else plain(between, text[end:start])
        if gap is None:
            return end
        joint = _JOINTS.get(gap)
        if not inside and joint is None:
            return end  # nearly always
        word = text[start:stop]
        previous = text[slice(*capitals[at - 1])]
        if word in STOP and word not in known:
            if not (head.endswith("Office") and word in OFFICE_HOLDERS):
                return end
        elif joint == "of" and _owns(document, start):
            return end  # "African Affairs Department of China's Foreign Ministry"
        elif joint == "on" and not head.endswith(_ON):
            return end
        elif joint == "in" and (ended := _bracketed_place(document, start)):
            return ended  # "Assistance Mission in Somalia (UNSOM)"
        elif joint:
            if joint in ("to", "in") and word not in known and not far(document, start):
                return end
            if joint not in ("of", "in") and is_place(document, start):
                return end
        elif gap in (" and ", " and the ", ", and "):
            if gap == " and the " and word not in _AND_THE:
                return end
            if listed or not (
                word in known or (previous in known and not is_name(document, start)) or _a_plural(document, at)
            ):
                return end
            if _starts_another(document, at):
                return end
            listed = True
        elif gap == ", ":
            if listed or word not in known or previous not in known:
                return end
        elif gap in ("'s ", "' "):
            if previous.lower() not in OWNERS:
                return end
        elif gap == " " and one_place(document, capitals[at - 1][0], stop):
            pass  # "Government of El Salvador"
        elif gap == " ":
            if word not in known and (
                start in document.starting(GIVEN_NAMES) or start in document.starting(ORGANISATIONS)
            ):
                return end
            if previous in _MEMBERS and not is_head(document, start):
                return end  # "Organization of Turkic States Kubanychbek Omuraliev"
            if place_ends(document, capitals[at - 1][1]) and word not in known and not is_head(document, start):
                return end
            if (
                previous in known
                and word not in known
                and not word.endswith(("s", "ing"))
                and not is_head(document, start)
                and start not in document.starting(PLACES)
            ):
                return end  # "Ministry of Foreign Affairs Wang Yi"
        elif gap != " & " and not (gap in (". ", ".-") and _initials().fullmatch(previous)):
            return end
        inside = True
        end = stop
    return end


def _bracketed_place(document: Document, start: int) -> int | None:
    """Where a place ends that begins here and stands before an acronym in brackets."""
    hit = document.starting(PLACES).get(start)
    if hit is None or document.text[hit.end : hit.end + 2] != " (":
        return None
    return hit.end if document.text[hit.end + 2 : hit.end + 5].isupper() else None


def _owns(document: Document, start: int) -> bool:
    """Whether a place that begins here has a possessive ending, so that something else follows."""
    hit = document.starting(PLACES).get(start)
    return (
        hit is not None
        and document.folded.startswith("'s ", hit.end)
        and document.text[hit.end + 3 : hit.end + 4].isupper()
    )


def goes_on(document: Document, index: int, end: int) -> bool:
    """Whether the next capitalised word follows at once, and is neither a head nor a title."""
    capitals, text = document.capitals, document.text
    if index + 1 >= len(capitals) or capitals[index + 1][0] - end > 2 or text[end - 1] == ".":
        return False
    start, stop = capitals[index + 1]
    return text[end:start].isspace() and "\n\n" not in text[end:start] and text[start:stop] not in STOP


def _names_a_thing(document: Document, index: int, end: int) -> bool:
    """Whether the run goes on after the head and ends in a noun that is no organisation: "Armed Forces Day"."""
    capitals, text = document.capitals, document.text
    for at in range(index + 1, min(len(capitals), index + 5)):
        start, stop = capitals[at]
        if text[end:start] != " " or text[start:stop] in STOP:
            return False
        if text[start:stop] in THINGS:
            return True
        end = stop
    return False


def _a_plural(document: Document, index: int) -> bool:
    """Whether the word after "and" is a plural that no table knows: "Ministry of SMEs and Startups"."""
    start, stop = document.capitals[index]
    word = document.text[start:stop]
    return word.endswith("s") and not word.endswith("ss") and len(word) > 4 and not is_name(document, start)


def _starts_another(document: Document, index: int) -> bool:
    """Whether the word after "and" is the head of a name of its own: "and Bank of Thailand"."""
    start, stop = document.capitals[index]
    return document.folded.startswith((" of ", " for "), stop) and is_head(document, start)
