"""The grammar of the names of organisations: a head noun, and the capitalised words before and after it.

Nothing is extracted here: `BY_HEAD` is what the grammar finds in a document, found once and remembered, for the
extractors that build on it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from diplokit import Document, Hit, Lexicon, Organisation, Place
from diplokit.vocabulary import PlaceForm
from diplokit.wordlists import GIVEN_NAMES, ORGANISATIONS, PLACES, PlaceWord

from .capital_runs import LONGEST, gap_before, plain, word_at
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
_JOINT_BEGINS = frozenset(word[:2] for word in _JOINTS.values()) | {
    f" {word[0]}" for word in _JOINTS.values()
}  # or after two spaces


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"[A-Z](?:\.[A-Z])*")


class _ByHead:
    """What the grammar of heads finds, remembered by the document for the rules that build on it."""

    name = "organisations by head noun, found"

    def find(self, document: Document, /) -> Sequence[Hit]:
        found = []
        for hit in document.hits(HEADS):
            span = _name_around(document, hit)
            if span is not None:
                start, end = span
                text = " ".join(document.text[start:end].split())
                kind = hit.meaning.kind  # type: ignore[attr-defined]
                found.append(Hit(start, end, Organisation(text, None, kind)))
        return found


BY_HEAD = _ByHead()


def _name_around(document: Document, hit: Hit) -> tuple[int, int] | None:
    """Where the name of a head begins and ends; `None` if it names nothing."""
    head = hit.meaning
    capitals, text = document.capitals, document.text
    first = last = bisect_left(capitals, (hit.start,))
    if first == len(capitals) or capitals[first][0] != hit.start or not isinstance(head, Head):
        return None
    while last + 1 < len(capitals) and capitals[last + 1][0] < hit.end:
        last += 1
    if capitals[last][1] > hit.end:  # "Co-Chairs"
        return None
    if (
        not head.alone
        and first == last
        and (first == 0 or hit.start - capitals[first - 1][1] > 24)
        and (last + 1 == len(capitals) or capitals[last + 1][0] - hit.end > 24)
    ):
        return None  # nothing beside it
    if _names_a_thing(document, last, hit.end):
        return None
    noun = text[hit.start : hit.end]
    if noun in topics() and gap_before(document, first) in (" and ", ", "):
        return None  # the last of a list of topics: "Minister for Culture, Community and Youth"
    end = hit.end
    if head.after:
        end = _right(document, last, hit.end, noun)
    elif head.kind in ("company", "ngo") and goes_on(document, last, hit.end):
        return None  # "Yomiuri News Agency" and not "Yomiuri News"; but "Foreign Office Khalid Mahmood"
    start = _left(document, first, lists=end == hit.end) if head.before else hit.start
    if start < hit.start:
        start = _without_generic(document, start, hit.start)
    if last > 0 and noun in ("Centre", "Center") and text[slice(*capitals[last - 1])] in _VENUES:
        return None
    if (start, end) == (hit.start, hit.end):
        whole = head.alone or (text[slice(*capitals[first])] in topics() and first < last and head.kind != "company")
        if noun in ("Cabinet", "Diet") and not document.folded.startswith("the ", hit.start - 4):
            return None  # "his Cabinet"
        return (start, end) if whole and not headline(document, start) else None
    name = text[start:end]
    if "-" in name:
        table = document.hits(ORGANISATIONS)
        at = bisect_left(table, (end,)) - 1
        if at >= 0 and table[at].end == end and start < table[at].start and text[table[at].start - 1] == "-":
            return None  # "ASEAN-Pacific Alliance meeting" is one of two bodies
    if noun == "Forum" and (
        text[slice(*capitals[word_at(document, start)])] in _COUNTED or _two_states(document, start)
    ):
        return None  # a gathering
    if name in _NO_NAMES or (name.endswith("Alliance") and _only_places(document, start, hit.start)):
        return None
    if end == hit.end and (head.weak or headline(document, start)) and not _is_known(document, start, hit.start):
        return None
    return start, end


def _two_states(document: Document, start: int) -> bool:
    """Whether a name begins with two states: "India-Kenya Business Forum"."""
    first = hit_at(document, PLACES, start)
    return first is not None and document.folded[first.end : first.end + 1] == "-" and is_place(document, first.end + 1)


def _left(document: Document, index: int, *, lists: bool) -> int:
    """Where a name begins whose head is a capitalised word; `lists` says whether "and" may stand in it."""
    capitals, text = document.capitals, document.text
    known = topics()
    start, before_list = capitals[index][0], None
    for at in range(index, max(0, index - LONGEST), -1):
        begin, stop = capitals[at - 1]
        gap = gap_before(document, at)
        word = text[begin:stop]
        if gap == " ":
            if word in STOP or ("-" in word and word.endswith(_COMPOUNDS)):
                break
            start = begin
            continue
        if gap in ("'s ", "' "):
            if word.lower() not in OWNERS:
                break
        elif gap is None or word in STOP or word.endswith(_COMPOUNDS):
            break
        elif lists and gap in (" and ", ", ", ", and ") and word in known:
            if gap == ", " and text[slice(*capitals[at])] not in known:
                break
            before_list = start if before_list is None else before_list
        elif gap in (". ", ".-"):  # "U.S. Department", "U.S.-China Commission"
            if word not in ("St", "Mt") and not _initials().fullmatch(word):
                break
        elif gap not in (" & ", "&"):
            if gap.strip() in ("of", "for", "on", "of the", "for the") and before_list is not None:
                return before_list  # "Ministry of Health and Science Ministry": the list belongs to the first
            break
        start = begin
    return start


def _without_generic(document: Document, start: int, head: int) -> int:
    """The start of a name without an adjective that opens a sentence or is no part of a name."""
    capitals, text = document.capitals, document.text
    at = word_at(document, start)
    while capitals[at][0] < head and text[slice(*capitals[at])] in GENERIC and capitals[at + 1][0] >= head:
        at += 1
    word = text[slice(*capitals[at])]
    if word in _NUMBERS and capitals[at][0] < head and _opens(document, capitals[at][0]):
        return capitals[at + 1][0]
    if word.endswith("ing") and capitals[at][0] < head and word not in topics() and _opens(document, capitals[at][0]):
        at += 1  # "Recalling Security Council resolutions"
    return capitals[at][0]


def _opens(document: Document, start: int) -> bool:
    """Whether a word opens a sentence, a line or a clause, and is no name of a place."""
    before = document.text[:start].rstrip(" ")[-1:] if start < 3 else document.text[start - 3 : start].rstrip(" ")[-1:]
    return (not before or before in "\n.,;:") and hit_at(document, PLACES, start) is None


def _right(document: Document, index: int, end: int, head: str) -> int:
    """Where a name ends whose head ends with a capitalised word, at `end`."""
    capitals, text = document.capitals, document.text
    if document.folded[end + 1 : end + 3] not in _JOINT_BEGINS:
        return end
    known = topics()
    inside = listed = False
    for at in range(index + 1, min(len(capitals), index + LONGEST)):
        start, stop = capitals[at]
        if start - end > 24:
            return end
        gap = plain(document.folded[end:start], text[end:start])
        word = text[start:stop]
        if gap is None:
            return end
        previous = text[slice(*capitals[at - 1])]
        joint = _JOINTS.get(gap)
        if word in STOP and word not in known:
            if not (head.endswith("Office") and (joint or inside) and word in OFFICE_HOLDERS):
                return end
        elif joint == "of" and _owns(document, start):
            return end  # "African Affairs Department of China's Foreign Ministry"
        elif joint == "on" and not head.endswith(_ON):
            return end
        elif joint == "in" and (ended := _bracketed_place(document, start)):
            return ended  # "Assistance Mission in Somalia (UNSOM)"
        elif joint and (joint in ("of", "for", "on", "against") or word in known or _far(document, start)):
            if joint not in ("of", "in") and is_place(document, start):
                return end
        elif not inside or joint:
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
        elif gap == " " and _one_place(document, capitals[at - 1][0], stop):
            pass  # "Government of El Salvador"
        elif gap == " ":
            if word not in known and any(hit_at(document, lexicon, start) for lexicon in (GIVEN_NAMES, ORGANISATIONS)):
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
                and hit_at(document, PLACES, start) is None
            ):
                return end  # "Ministry of Foreign Affairs Wang Yi"
        elif gap != " & " and not (gap in (". ", ".-") and _initials().fullmatch(previous)):
            return end
        inside = True
        end = stop
    return end


def _one_place(document: Document, start: int, end: int) -> bool:
    """Whether two words are in the name of one place."""
    hits = document.hits(PLACES)
    at = bisect_left(hits, (start + 1,)) - 1
    return at >= 0 and hits[at].end >= end


def _bracketed_place(document: Document, start: int) -> int | None:
    """Where a place ends that begins here and stands before an acronym in brackets."""
    hit = hit_at(document, PLACES, start)
    if hit is None or document.text[hit.end : hit.end + 2] != " (":
        return None
    return hit.end if document.text[hit.end + 2 : hit.end + 5].isupper() else None


def _owns(document: Document, start: int) -> bool:
    """Whether a place that begins here has a possessive ending, so that something else follows."""
    hit = hit_at(document, PLACES, start)
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


def hit_at(document: Document, lexicon: Lexicon, start: int) -> Hit | None:
    """The hit of a lexicon that begins at an offset."""
    hits = document.hits(lexicon)
    at = bisect_left(hits, (start,))
    return hits[at] if at < len(hits) and hits[at].start == start else None


def is_head(document: Document, start: int) -> bool:
    """Whether a head noun begins at an offset, or goes on there."""
    hits = document.hits(HEADS)
    at = bisect_left(hits, (start + 1,)) - 1
    return at >= 0 and hits[at].end > start


def is_place(document: Document, start: int) -> bool:
    """Whether the name of a place, not of its people, begins at an offset."""
    hit = hit_at(document, PLACES, start)
    return hit is not None and isinstance(hit.meaning, PlaceWord) and hit.meaning.places[0].form is PlaceForm.NOUN


def _far(document: Document, start: int) -> bool:
    """Whether a part of the world begins at an offset: "Organisation for Security and Co-operation in Europe"."""
    hit = hit_at(document, PLACES, start)
    if hit is None or not isinstance(hit.meaning, PlaceWord):
        return False
    place: Place = hit.meaning.places[0]
    return place.code is None and place.form is PlaceForm.NOUN


def is_name(document: Document, start: int) -> bool:
    """Whether the name of a person or of an organisation of the table begins at an offset."""
    return any(hit_at(document, lexicon, start) is not None for lexicon in (GIVEN_NAMES, ORGANISATIONS, PLACES))


def place_ends(document: Document, end: int) -> bool:
    """Whether the name of a place ends at an offset."""
    hits = document.hits(PLACES)
    at = bisect_left(hits, (end,)) - 1
    return at >= 0 and hits[at].end == end and hits[at].meaning.places[0].form is PlaceForm.NOUN  # type: ignore[attr-defined]


def _only_places(document: Document, start: int, end: int) -> bool:
    """Whether a stretch holds names of two states and nothing else: "U.S.-Japan Alliance"."""
    hits = document.hits(PLACES)
    at = bisect_left(hits, (start,))
    covered = 0
    while at < len(hits) and hits[at].end <= end:
        covered += hits[at].end - hits[at].start
        at += 1
    return covered > 0 and covered + 3 >= end - start


def _is_known(document: Document, start: int, end: int) -> bool:
    """Whether a stretch of text holds a place, an organisation, or a topic."""
    for lexicon in (PLACES, ORGANISATIONS, HEADS):
        hits = document.hits(lexicon)
        at = bisect_left(hits, (start,))
        if at < len(hits) and hits[at].end <= end:
            return True
    known = topics()
    at = word_at(document, start)
    capitals, text = document.capitals, document.text
    while at < len(capitals) and capitals[at][1] <= end:
        if text[slice(*capitals[at])] in known:
            return True
        at += 1
    return False


def headline(document: Document, offset: int) -> bool:
    """Whether most words of a sentence are capitalised, so that capitals say nothing."""
    sentence = document.sentence_at(offset)
    if document.text[sentence.end - 1] in '.!?"\u201d':
        return False
    first, last = word_at(document, sentence.start), word_at(document, sentence.end)
    if last - first < 4:
        return False
    return 3 * (last - first) > 2 * (document.text.count(" ", sentence.start, sentence.end) + 1)
