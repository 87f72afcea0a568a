"""What follows the head of an organisation's name: a preposition and what the body is of, for, on or in."""

import re
from functools import cache

from diplokit import Document
from diplokit.extract.capital_runs import LONGEST, common_words, gap_before, plain
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES

from .surroundings import far, is_head, is_name, is_place, one_place, only_people, people_end, place_ends
from .words import OFFICE_HOLDERS, OWNERS, STOP, topics

# --- words -----------------------------------------------------------------------------------------------------

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
    "Authority",
    "Agency",
    "Directorate",
    "Secretariat",
)

# Bodies for a state, set up by others: "Special Tribunal for Lebanon".
_FOR_A_STATE = frozenset(("Tribunal", "Special Court"))

# Bodies that look into a state or a region: "Contact Group on Bosnia".
_ON_A_STATE = ("Contact Group", "of Inquiry", "of Experts", "Monitoring Group", "Monitoring Team")

# After these a name goes on: "Council for Foreign and Community Relations", "Bureau of South and Central Asian Affairs".
_UNFINISHED = frozenset(
    (
        "Foreign International National Regional Political Economic Social Legal Cultural Small Public Elected Appointed "
        "Environmental Educational Technical Scientific Technological Industrial Commercial Agricultural Humanitarian Strategic "
        "Diplomatic Religious Consular Fiscal Monetary Medical Nuclear Civil Criminal Digital Urban Rural Provincial Municipal "
        "Parliamentary Constitutional Electoral Judicial Internal External Domestic Global Indigenous Islamic Higher Secondary "
        "Conventional North South East West Northern Southern Eastern Western Central Human African European Asian Arab"
    ).split()
)
# What bodies are set up to do: "Commission to Investigate Allegations of Bribery".
_TASKS = frozenset(
    "Investigate Combat Eliminate Eradicate Monitor Study Review Examine Prevent Inquire Promote Protect".split()
)
_SENT = frozenset("Mission Delegation Commission Committee Panel Council Force Office Embassy Observer".split())
_ANDS = frozenset((" and ", " and the ", ", and ", " or "))
_AND_GOVERNMENT = " and Government"
_OF_MINISTERS = ("Council", "Committee", "Conference")

# Adjectives that the head of another name may have: "and National Bank of Cambodia".
_BEFORE_HEADS = frozenset("National Central Federal Royal State Supreme International".split())

_MEMBERS = frozenset("States Nations Countries Peoples Democracies Republics Municipalities Cities".split())

# These may be for three or four things.
_MINISTRIES = frozenset(("Ministry", "Department"))

# Topics that have an article after "and": "Ministry of Sustainability and the Environment".
_AND_THE = frozenset(
    "Environment Arts Economy Elderly Family Disabled Humanities Sciences Digital Interior Regions Media Sea".split()
)

JOINTS = {f" {word}{article} ": word for word in "of for on against to in".split() for article in ("", " the", " a")}
"""What may stand between a head and what it is of, and the preposition in it."""

# --- rules -----------------------------------------------------------------------------------------------------


@cache
def initials() -> re.Pattern[str]:
    """Initials with full stops between them: "U.S"."""
    return re.compile(r"[A-Z](?:\.[A-Z])*")


def end_of_complement(document: Document, index: int, end: int, head: str) -> int:
    """Where a name ends whose head ends with a capitalised word, at `end`."""
    capitals, text, folded = document.capitals, document.text, document.folded
    known = topics()
    inside = listed = False
    for at in range(index + 1, min(len(capitals), index + LONGEST)):
        start, stop = capitals[at]
        if start < end:
            continue  # in the name of a place
        if start - end > 24:
            return end
        between = folded[end:start]
        gap = between if "  " not in between else plain(between, text[end:start])
        if gap is None:
            return end
        joint = JOINTS.get(gap)
        if not inside and joint is None:
            return end  # nearly always
        word = text[start:stop]
        previous = text[slice(*capitals[at - 1])]
        if word == "Ministers" and gap == " " and inside and head.endswith(_OF_MINISTERS):
            return stop  # "Council of Foreign Ministers"
        if word in STOP and word not in known:
            of_a_place = joint == "of" and (  # "Republic of Sri Lanka", "Federation of Sri Lankan Businesses"
                start in document.starting(PLACES) or one_place(document, capitals[at - 1][0], stop)
            )
            if not of_a_place and not (head.endswith("Office") and word in OFFICE_HOLDERS):
                return end
        elif joint == "of" and _owns(document, start):
            return end  # "African Affairs Department of China's Foreign Ministry"
        elif joint == "on" and not head.endswith(_ON):
            return end
        elif joint == "of" and word not in known and _a_full_name(document, at):
            return end  # "National Resistance Movement of Yoweri Museveni"
        elif joint == "for" and word == "Foreign" and head == "Union":
            return end  # "High Representative of the Union for Foreign Affairs"
        elif joint == "in" and (ended := _bracketed_place(document, start)):
            return ended  # "Assistance Mission in Somalia (UNSOM)"
        elif joint == "of" and only_people(document, start, stop):
            return end  # "the Security Council of the Libyan leadership"
        elif joint == "to" and head not in _SENT:
            return end  # "China Development Bank to Finance Roads"
        elif joint:
            if joint in ("to", "in") and word not in known and not far(document, start):
                if joint == "in" or word not in _TASKS:
                    return end
            if (
                joint not in ("of", "in")
                and is_place(document, start)
                and not (joint == "for" and head in _FOR_A_STATE)
                and not (joint == "on" and head.endswith(_ON_A_STATE))
            ):
                return end
        elif gap in _ANDS:
            if gap == " and the " and word not in _AND_THE:
                return end
            if place_ends(document, capitals[at - 1][1]) and not is_place(document, start):
                return end  # "Council of Europe and East European states"
            if (
                listed
                and not (_of_many_topics(document, at, head) and previous in known)
                and previous not in _UNFINISHED
            ):
                return end
            if not (
                word in known
                or previous in _UNFINISHED
                or (previous in known and not is_name(document, start) and word.lower() in common_words())
                or _a_plural(document, at)
                or people_end(document, capitals[at - 1][1])
                or (word in _UNFINISHED and _topic_follows(document, at))
            ):
                return end
            if _starts_another(document, at):
                return end
            listed = True
        elif gap == ", ":
            if listed or word not in known or previous not in known or _another(document, at):
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
            if is_head(document, capitals[at - 1][0]) and word.lower() not in common_words() and word not in known:
                return end  # "Office of the Foreign Affairs Commission Wang Yi"
            if place_ends(document, capitals[at - 1][1]) and word not in known and not is_head(document, start):
                return end
            if (
                previous in known
                and word not in known
                and previous not in _UNFINISHED
                and not word.endswith(("s", "ing"))
                and not is_head(document, start)
                and start not in document.starting(PLACES)
            ):
                return end  # "Ministry of Foreign Affairs Wang Yi"
        elif gap == " & ":
            if _starts_another(document, at):
                return end
        elif not (gap in (". ", ".-") and initials().fullmatch(previous)):
            return end
        inside = True
        place = document.starting(PLACES).get(start) if joint == "of" else None
        end = stop if place is None or place.end < stop else place.end  # "Government of Côte d'Ivoire"
    return end + len(_AND_GOVERNMENT) if text.startswith(f"Heads of State{_AND_GOVERNMENT}", end - 14) else end


def _a_full_name(document: Document, index: int) -> bool:
    """Whether a given name stands here, and a family name after it."""
    (start, stop), (following, _) = (
        document.capitals[index],
        (document.capitals[index + 1 : index + 2] or ((-1, -1),))[0],
    )
    return (
        start in document.starting(GIVEN_NAMES)
        and following == stop + 1
        and following in document.starting(FAMILY_NAMES)
        and start not in document.starting(PLACES)
        and document.text[stop] == " "
    )


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


def _a_plural(document: Document, index: int) -> bool:
    """Whether the word after "and" is a plural that no table knows: "Ministry of SMEs and Startups"."""
    start, stop = document.capitals[index]
    word = document.text[start:stop]
    return word.endswith("s") and not word.endswith("ss") and len(word) > 4 and not is_name(document, start)


def _topic_follows(document: Document, index: int) -> bool:
    """Whether a topic follows an adjective: "Ministry of Megapolis and Western| Development"."""
    start, stop = document.capitals[index + 1] if index + 1 < len(document.capitals) else (-1, -1)
    return (
        gap_before(document, index + 1) == " "
        and document.text[start:stop] in topics()
        and start not in document.starting(PLACES)
    )


def _of_many_topics(document: Document, index: int, head: str) -> bool:
    """Whether a ministry has a second "and" before one more topic: "Posts and Telecommunications and Public Information"."""
    return (
        head in _MINISTRIES
        and document.text[slice(*document.capitals[index])] in topics()
        and not _another(document, index)
    )


def _another(document: Document, index: int) -> bool:
    """Whether a topic begins another name, with a head of its own: "and National Olympic Committee"."""
    for at in range(index + 1, min(len(document.capitals), index + 4)):
        if gap_before(document, at) != " ":
            break
        if is_head(document, document.capitals[at][0]):
            return True
    return False


def _starts_another(document: Document, index: int) -> bool:
    """Whether the word after "and" begins a name of its own: "and Bank of Thailand", "and National Bank of Cambodia"."""
    capitals, folded = document.capitals, document.folded
    start, stop = capitals[index]
    known = document.starting(ORGANISATIONS).get(start)
    if known is not None and known.end > stop:
        return True  # "and Statistics Mauritius"
    following = document.text[slice(*capitals[index + 1])] if index + 1 < len(capitals) else ""
    if (
        following in OFFICE_HOLDERS
        and document.text[start:stop] not in OFFICE_HOLDERS
        and capitals[index + 1][0] == stop + 1
    ):
        return True  # "and Foreign Minister Wang Yi"
    if document.text[start:stop] == "General" and not _topic_follows(document, index):
        return True  # "and General Prayut"
    if document.text[start:stop] in _BEFORE_HEADS and index + 1 < len(capitals) and capitals[index + 1][0] == stop + 1:
        start, stop = capitals[index + 1]
    return folded.startswith((" of ", " for "), stop) and is_head(document, start)
