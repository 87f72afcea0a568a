"""Events: named gatherings, by the grammar of their names.

A gathering is a noun (Summit, Meeting, Conference …) with capitalised words and an ordinal before it, "of the" and
a name after it, and often an acronym in brackets: "31st APEC Economic Leaders' Meeting (AELM)". Newspapers write the
noun small where an organisation meets: "the 46th Asean summit". Some gatherings are an organisation and a year.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache

from diplokit import Document, Event, Lexicon, Mention, Span, hookimpl
from diplokit.extract.capital_runs import LONGEST, VERBS, gap_before, plain, word_at, word_starting
from diplokit.vocabulary import ActorKind, Confidence
from diplokit.wordlists import ORGANISATIONS, OrganisationWord

from .ordinals import number_of, ordinal_before
from .series import MeetingByYear

# --- words -----------------------------------------------------------------------------------------------------

# Nouns that name a gathering where they are capitalised; with "+" also in small letters after an organisation.
_NOUNS = (
    "Summit+|Summit Meeting+|Meeting+|Meetings+|Conference+|Forum+|Dialogue|Session+|Week|Congress|Consultations+|Consultation+|"
    "Talks|Games|Retreat+|Symposium|Expo|Exposition|Exhibition|Fair|Festival|Seminar|Workshop|National Convention|Party Convention|Olympics|"
    "Championship|Championships|World Cup|Cup|Roundtable|Round Table|Ceremony|Colloquium|Conclave|Plenary|Summits+|Biennale|"
    "Plenary Session+|Ministerial Meeting+|Leaders' Meeting+|Leaders' Summit+|Ministers' Meeting+|Ministerial Conference+|"
    "Ministerial|General Debate|Special Session+|Review Conference+|Peace Conference|Donors' Conference+|Working Lunch"
)


def _nouns(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    return {noun.rstrip("+").lower(): noun.endswith("+") for noun in _NOUNS.split("|")}


NOUNS = Lexicon("gatherings", cache(_nouns))
"""Nouns that name a gathering; the meaning says whether they do so in small letters."""

_STOP = VERBS | frozenset(
    (
        "The A An This That These Those In On At During After Before For And As Its Their His Her Our My Your "
        "President Prime Minister Premier Chancellor Secretary Ambassador Monday Tuesday Wednesday Thursday Friday "
        "Saturday Sunday January February March April May June July August September October November December Last "
        "Next Earlier Speaking Addressing Opening Attending Hosting Chairman Meanwhile Following"
    ).split()
)
# What makes a congress a gathering, where it is not counted.
_CONGRESSES = frozenset("World International Global Party Annual European Eucharistic Mobile".split())

# Adjectives that alone do not make a name: "the Annual Meeting".
_GENERIC = frozenset(
    (
        "Annual Diplomatic Policy Opening Closing Special Joint Strategic Bilateral Trilateral Multilateral "
        "International Regional Working Plenary Ministerial High-Level Virtual Press News First Second Third Next "
        "Last General Final Regular Emergency"
    ).split()
)
_OWNERS = frozenset(
    (
        "leaders ministers people women youth officials parliamentarians ceo ceos presidents speakers heads men "
        "governors donors experts ambassadors mayors children students workers world friends"
    ).split()
)

# --- rules -----------------------------------------------------------------------------------------------------


@cache
def _after() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(r"\s{0,2}\(([A-Z][A-Za-z0-9-]{1,11})\)"), re.compile(r" ((?:19|20)\d\d)(?![\w-])")


class NamedGathering:
    """Gatherings by a noun and the capitalised words around it."""

    name = "named_gatherings"
    kind = "event"
    description = "A noun of gathering with an ordinal and capitalised words before it, and an acronym in brackets."
    words: Mapping[str, Lexicon] = {"noun": NOUNS, "organisation": ORGANISATIONS}
    yes: Mapping[str, object] = {
        "the 31st APEC Economic Leaders' Meeting (AELM) in Lima": Event("APEC Economic Leaders' Meeting", 31, "AELM"),
        "the Ninth Summit of the Americas": Event("Summit of the Americas", 9),
        "the G20 Summit": Event("G20 Summit"),
        "at the 46th ASEAN summit": Event("ASEAN summit", 46),
        "the XXVI Ibero-American Summit": Event("Ibero-American Summit", 26),
        "the Twenty-fifth Special Session": Event("Special Session", 25),
        "the World Economic Forum 2019": Event("World Economic Forum", None, None, 2019),
        "the 77th session of the UN General Assembly": Event("session of the UN General Assembly", 77),
    }
    no = ("the Meeting ended", "a Week later", "the summit ended", "a second meeting")

    def find(self, document: Document, /) -> Iterator[Mention[Event]]:
        """Find the named gatherings of a document."""
        capitals, text = document.capitals, document.text
        for noun, noun_end, in_small_letters in document.hits(NOUNS):
            if text[noun].islower():
                if not in_small_letters or _among_small(document, noun, noun_end):
                    continue
                found = _small(document, noun, noun_end)
            else:
                first = word_starting(document, noun)
                if first is None:
                    continue
                last, after = first, text[noun_end : noun_end + 2]
                while last + 1 < len(capitals) and capitals[last + 1][0] < noun_end:
                    last += 1
                if capitals[last][1] > noun_end:
                    continue
                on = last + 1 < len(capitals) and after[:1] == " " and not after[1:].islower()
                if on and gap_before(document, last + 1) == " ":
                    continue  # the name of something else goes on
                start = _left(document, first)
                end = (
                    _right(document, last, noun_end)
                    if start < noun or text[noun] == "S" or ordinal_before(document.folded, start)
                    else noun_end
                )
                found = (start, end)
            if found is None:
                continue
            start, end = found
            mention = _mention(document, start, end, noun, noun_end, self.name)
            if mention is not None:
                yield mention


def _mention(document: Document, start: int, end: int, noun: int, noun_end: int, rule: str) -> Mention[Event] | None:
    """The mention of a gathering, with its ordinal, acronym and year."""
    text = document.text
    acronym_pattern, year_pattern = _after()
    name_start, ordinal = start, None
    if (counted := ordinal_before(document.folded, start)) is not None:
        start, ordinal = counted
    elif start < noun:
        # The ordinal may be the first capitalised word of the run: "Ninth Summit".
        space = document.folded.find(" ", start, noun) + 1
        if space and (ordinal := number_of(document.folded[start:space])) is not None:
            name_start = space
    if name_start == noun and end == noun_end and (ordinal is None or text[noun].islower()):
        return None
    if (
        name_start == noun
        and end == noun_end
        and document.folded[noun:noun_end] in ("week", "cup", "fair", "games", "talks")
    ):
        return None
    if ordinal is None and end == noun_end and _GENERIC.issuperset(text[name_start:noun].split()):
        return None
    name = " ".join(text[name_start:end].split())
    acronym = year = None
    if match := acronym_pattern.match(text, end):
        acronym, end = match[1], match.end()
    if match := year_pattern.match(text, end):
        year, end = int(match[1]), match.end()
    if start == name_start and ordinal is None and year is None and _is_body(document, start, noun_end):
        return None  # "Pacific Islands Forum" is an organisation
    if ordinal is None and text[noun:noun_end] == "Congress" and not _CONGRESSES.intersection(text[start:noun].split()):
        return None  # a parliament or a party
    span = Span(start, end)
    confidence = Confidence.POSSIBLE if text[noun].islower() else Confidence.LIKELY
    return Mention("event", span, document[span], Event(name, ordinal, acronym, year), rule, confidence)


def _is_body(document: Document, start: int, end: int) -> bool:
    """Whether the table of organisations has the same name."""
    hit = document.starting(ORGANISATIONS).get(start)
    return hit is not None and hit.end == end


def _left(document: Document, index: int) -> int:
    """Where the name of a gathering begins whose noun is a capitalised word."""
    capitals, text, folded = document.capitals, document.text, document.folded
    start = capitals[index][0]
    for at in range(index - 1, max(0, index - LONGEST) - 1, -1):
        begin, stop = capitals[at]
        if start - stop > 24:
            break
        between = folded[stop:start]
        gap = between if "  " not in between else plain(between, text[stop:start])
        word = text[begin:stop]
        if gap in ("'s ", "' "):
            if word.lower() not in _OWNERS:
                break
        elif gap is None or word in _STOP:
            break
        elif gap == " - ":
            if not (word.isupper() and text[slice(*capitals[at + 1])].isupper()):
                break
        elif gap == " and ":
            if not _a_topic(document, at):
                break
        elif gap == " of ":
            if word not in ("Heads", "Chiefs", "Speakers", "Republic"):
                break  # "Commonwealth Heads of Government Meeting"
        elif gap not in (" ", " & ") and not (gap in (". ", ".-") and len(word) < 4):
            break
        start = begin
    return start


def _a_topic(document: Document, index: int) -> bool:
    """Whether "and" joins two adjectives or topics of one gathering: "Strategic and Economic Dialogue"."""
    word = document.text[slice(*document.capitals[index])]
    return word == "Belt" or (word.endswith(("ic", "al", "ity", "ion", "ment", "ary")) and not word.isupper())


def _right(document: Document, index: int, end: int) -> int:
    """Where the name of a gathering ends: after "of the", "on" and the names that follow."""
    capitals, text = document.capitals, document.text
    inside = False
    for at in range(index + 1, min(len(capitals), index + LONGEST)):
        start, stop = capitals[at]
        if start - end > 12:
            return end
        between = document.folded[end:start]
        gap = between if "  " not in between else plain(between, text[end:start])
        if gap in (" of ", " of the ", " on ", " on the ", " for ", " for the ") and text[start:stop] not in _STOP:
            inside = True
        elif not inside or gap not in (" ", " and ") or (gap == " and " and not _a_topic(document, at - 1)):
            return end
        end = stop
    return end


def _among_small(document: Document, start: int, end: int) -> bool:
    """Whether a glance shows that neither an organisation before a noun nor an assembly after it names a gathering."""
    first = document.text.rfind(" ", start - 40 if start > 40 else 0, start - 1 if start else 0) + 1
    return document.text[first:start].islower() and not document.folded.startswith(" of the un", end)


def _small(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """A noun in small letters with the organisation that meets before it, or "of" and an assembly after it."""
    text = document.text
    if document.folded.startswith((" of the un general assembly", " of the united nations general assembly"), end):
        return start, end + document.folded[end:].index("assembly") + len("assembly")
    last = word_at(document, start) - 1
    if last < 0:
        return None
    gap = text[document.capitals[last][1] : start]
    if gap not in (" ", "' ", "\u2019 "):
        return None
    first = (
        word_at(document, _left(document, last))
        if gap == " " or text[slice(*document.capitals[last])].lower() in _OWNERS
        else -1
    )
    if first < 0:
        return None
    begin = document.capitals[first][0]
    bodies = document.hits(ORGANISATIONS)
    at = bisect_left(bodies, (begin,))
    if at < len(bodies) and bodies[at].end <= start and isinstance(bodies[at].meaning, OrganisationWord):
        kind = bodies[at].meaning.organisation.actor  # type: ignore[attr-defined]
        if kind in (ActorKind.IGO, ActorKind.IGO_ORGAN, ActorKind.GROUPING):
            return begin, end
    return None


# --- hook ------------------------------------------------------------------------------------------------------


@hookimpl
def extractors() -> list[object]:
    """The extractors of events."""
    return [NamedGathering(), MeetingByYear()]
