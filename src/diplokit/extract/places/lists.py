"""Places after a preposition of place, and the lists they stand in: "at Ventersdorp", "from Zugdidi, Gori and Kutaisi".

A capitalised run that no table knows is a place where what stands before and after it says so: "in", "near", "flew to",
"farmers at", "crowds from" before it, a stop, comma or small word after it. Beside a city or region of the table, the
other members of a list are places too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, compress, islice, pairwise
from operator import itemgetter

from diplokit import Document, Hit, Place
from diplokit.extract.capital_runs import word_starting
from diplokit.extract.organisations.surroundings import headline
from diplokit.extract.organisations.words import HEADS, STOP, THINGS, topics
from diplokit.vocabulary import Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES

from .words import AFTER, NO_PLACES, SIDES

# --- words -----------------------------------------------------------------------------------------------------

_ANYWHERE = frozenset(
    "in near outside around toured toward towards via shelled bombed bombarded retook recaptured overran besieged".split()
)
_SOMEWHERE = frozenset("at from to of".split())
_SIDES_OF = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west outskirts "
    "inland upstream downstream".split()
)
_PREPOSITIONS = _ANYWHERE | _SOMEWHERE
_SPACES = " \n\t\u00a0\u202f"
_ENDS = frozenset(
    f"{space}{word}{after}"[-4:] for word in _PREPOSITIONS for space in ["", *_SPACES] for after in _SPACES
)  # what stands before a name after one of them
_LARGE = SIDES | {large for word in _PREPOSITIONS for large in (word.capitalize(), word.upper())}

# Who is "at" something works for it; what is looked "at" is no place.
_AT_WORK = frozenset(
    (
        "analyst analysts economist economists dealer dealers trader traders director directors professor professors "
        "lecturer researcher researchers research student students fellow fellows strategist strategists manager "
        "managers executive executives partner partners scholar scholars expert experts engineer engineers head "
        "chief worker workers employee employees staff strategy looked look looking aimed laughed shouted fired "
        "angry anger swipe swipes hit hits sales production jobs strike spokesman spokeswoman correspondent editor "
        "broker brokers lawyer lawyers consultant specialist official officials president technician historian job "
        "officer scientist scientists teacher reporter shares unit studied study work worked works studies educated "
        "graduated arrow good better best bad broadcaster goal threw down dig lashed trading analysis sources"
    ).split()
)
# One who goes, or is sent, goes "to" or comes "from" a place.
_GOING = frozenset(
    (
        "went go goes going gone flew fly flies flying flown travelled traveled travel travels travelling traveling drove drive "
        "driving driven returned return returns returning moved marched march rushed headed heading fled flee fleeing came come "
        "arrived airlifted evacuated walked sailed trip visit flight flights road roads highway railway route train bus convoy "
        "transferred deported exiled withdrew retreated advanced far miles km kilometres kilometers away journey"
    ).split()
)
_COMING = _GOING | frozenset(
    "native man woman men women people troops refugees migrants soldiers shipped villagers".split()
)
# What comes from persons and bodies as well.
_GIVEN = frozenset(
    (
        "calls letters messages questions passes loans goals comments orders shares crosses shots threats demands requests "
        "documents reports statements proposals figures results statistics donations gifts was is has does words points "
        "funds grants pressures complaints protests proceeds profits runs wickets lines quotes signals thanks sales "
        "responses answers reactions bids offers votes hits as less this its his us others apologies pledges promises "
        "contributions congratulations greetings excerpts extracts inquiries remarks signs papers emails benefits learns "
        "suffers suffers comes members players officials representatives delegates defectors claims earnings"
    ).split()
)

# --- rules -----------------------------------------------------------------------------------------------------


def after_telling_words(document: Document) -> list[int]:
    """Where capitalised words follow a preposition of place or a side, or what looks like one at its end."""
    capitals = document.capitals
    after_small = compress(capitals, map(_ENDS.__contains__, map(itemgetter(slice(-4, None)), document.capital_gaps)))
    after_large = compress(islice(capitals, 1, None), map(_LARGE.__contains__, document.capital_words))
    return sorted([start for start, _ in chain(after_small, after_large)])


def by_preposition(document: Document, telling: Iterable[int]) -> Iterator[tuple[int, int, Place, Confidence]]:
    """Find unknown names after a preposition of place, by themselves or in a list with others.

    Args:
        document: The document.
        telling: What `after_telling_words` gives.
    """
    folded, places = document.folded, document.starting(PLACES)
    ends = document.ending(PLACES)
    for start in telling:
        hit = places.get(start)
        if hit is not None and not folded.startswith((" and ", ", "), hit[1]):
            continue  # most often
        if _leads_to_a_place(folded, start) or (
            folded.startswith(" to ", start - 4) and _comes_from(folded, ends.get(start - 4))
        ):
            for span in _list_from(document, start, places):
                yield *span, place(document.text, span, PlaceKind.CITY), Confidence.POSSIBLE


def _leads_to_a_place(folded: str, start: int) -> bool:
    """Whether the words before an offset say that a place comes."""
    if folded[start - 1] != " ":
        return False
    at = folded.rfind(" ", start - 12 if start > 12 else 0, start - 1)
    word = folded[at + 1 : start - 1]
    if word in _ANYWHERE:
        return True
    if word not in _SOMEWHERE or at <= 0:
        return False
    before = folded[folded.rfind(" ", at - 24 if at > 24 else 0, at) + 1 : at]
    if word == "at":
        return before not in _AT_WORK
    if word == "of":
        return before in _SIDES_OF
    if word == "to":
        return before in _GOING or before == "sent"
    return before in _COMING or (before.endswith("s") and before.isalpha() and before not in _GIVEN)


def _comes_from(folded: str, hit: Hit | None) -> bool:
    """Whether a place is where something comes from: "from Doda to …"."""
    return hit is not None and folded.endswith("from ", 0, hit.start) and hit.meaning.places[0].form is PlaceForm.NOUN  # type: ignore[attr-defined]


@cache
def _joint() -> re.Pattern[str]:
    """What joins the places of a list; the last two with a word."""
    return re.compile(r"(, )(?!and )|(?:, and| and| or) (?:the )?")


def _list_from(document: Document, start: int, places: Mapping[int, Hit]) -> Iterator[tuple[int, int]]:
    """The unknown names among those that are joined by commas and "and", from one on."""
    folded = document.folded
    items: list[tuple[int, int, Hit | None]] = []
    unknown_items = 0
    closed = False
    while len(items) < 8:
        hit = places.get(start)
        end = hit.end if hit is not None else _run_end(document, start)
        if end is None:
            break
        items.append((start, end, hit))
        unknown_items += hit is None
        joint = None if closed else _joint().match(folded, end)
        if joint is None:
            break
        start = joint.end()
        closed = joint[1] is None
    if not unknown_items:
        return
    closed = closed and len(items) > 1
    if closed:
        closed = all(hit is None or _part_of_a_state(hit) for _, _, hit in items) and (
            items[-1][2] is not None or _ends_place(folded, items[-1][1]) or _before_a_noun(folded, items[-1][1])
        )
    if not closed:
        items = items[:1]
    among_places = closed and unknown_items < len(items)  # there a name of persons is one of a place
    good = [
        (a, b) for a, b, hit in items if hit is None and _may_be_a_place(document, a, b, of_persons_too=among_places)
    ]
    if len(good) < sum([hit is None for _, _, hit in items]):
        good = [span for span in good if span == items[0][:2]]  # a list of other things too
    for a, b in good:
        if closed or _ends_place(folded, b):
            yield a, b


def _part_of_a_state(hit: Hit) -> bool:
    known = hit.meaning.places[0]  # type: ignore[attr-defined]
    return known.form is PlaceForm.NOUN and known.type in (PlaceKind.CITY, PlaceKind.REGION)


def _run_end(document: Document, start: int) -> int | None:
    """Where the capitalised run ends that begins here; `None` if it is none, or too long for a place."""
    text, folded, capitals = document.text, document.folded, document.capitals
    at = None if text[start + 1 : start + 2].isupper() else word_starting(document, start)
    if at is None:
        return None
    last = at
    while last + 1 < len(capitals) and last - at < 3 and folded[capitals[last][1] : capitals[last + 1][0]] == " ":
        if text[slice(*capitals[last + 1])] in STOP:
            break
        last += 1
    end = capitals[last][1]
    return None if last - at > 2 or _digit().search(text, start, end) else end


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


def _may_be_a_place(document: Document, start: int, end: int, *, of_persons_too: bool = False) -> bool:
    """Whether no word of a run is a name of persons, and the run no other name that is known."""
    if end - start < 4 or not unknown(document, start, end):
        return False
    if of_persons_too and " " not in document.text[start:end]:
        return True
    given, family = document.starting(GIVEN_NAMES), document.starting(FAMILY_NAMES)
    at = start
    while at < end:
        if at in given or at in family:
            return False
        at = document.text.find(" ", at, end) + 1 or end
    return True


def _ends_place(folded: str, end: int) -> bool:
    """Whether a name of a place can end here: at a stop or comma, or before a small word."""
    char = folded[end : end + 1]
    if char in (".", ",", ";", ")", '"', "\n", ":") or not char:
        return True
    if char != " ":
        return False
    word = _next_word(folded, end)
    return word in AFTER or (len(word) > 4 and word.endswith("ed"))


def _before_a_noun(folded: str, end: int) -> bool:
    """Whether a noun of places in the plural follows: "Madhubani and Darbhanga districts"."""
    return _next_word(folded, end) in (
        "district",
        "districts",
        "provinces",
        "province",
        "regions",
        "region",
        "rivers",
        "area",
    )


def _next_word(folded: str, end: int) -> str:
    stop = end + 1
    while stop < len(folded) and folded[stop].isalpha() and stop < end + 12:
        stop += 1
    return folded[end + 1 : stop]


def place(text: str, span: tuple[int, int], kind: PlaceKind) -> Place:
    """The place that a stretch of text names."""
    name = " ".join(text[slice(*span)].split())
    return Place(name.title() if name.isupper() else name, None, kind)


def unknown(document: Document, start: int, end: int, *, sure: bool = False) -> bool:
    """Whether a run is no name that another knowledge holds: a place, a person, an organisation, a stop word.

    Args:
        document: The document.
        start: Where the run begins.
        end: Where it ends.
        sure: Whether what stands beside it leaves no doubt, even where it sounds like a person.
    """
    words = document.text[start:end].split()
    if words[-1] in topics() or words[0] in topics():
        return False
    if len(words) == 1 and (words[0] in SIDES or words[0].endswith("ly")):
        return False
    if document.text[start - 1 : start] == "-" or any(_is_mixed(word) for word in words):
        return False
    if words[0] in STOP or words[-1] in NO_PLACES or words[0] in NO_PLACES or words[-1] in THINGS:
        return False
    if document.text[start:end].isupper() or "." in document.text[start:end]:
        return False
    if start in document.starting(ORGANISATIONS):
        return False
    if (hit := document.starting(PLACES).get(start)) is not None and not (
        words[0] in SIDES and hit.end == start + len(words[0]) and len(words) > 1
    ):
        return False
    if start in document.starting(HEADS) or (not sure and len(words) > 1 and start in document.starting(GIVEN_NAMES)):
        return False
    return end not in document.ending(PLACES) and not headline(document, start)


def _is_mixed(word: str) -> bool:
    """Whether a capital letter stands inside a word, as in names of bodies and brands ("MinLaw")."""
    return word[:2] not in ("Mc", "Ma", "Kw", "Le", "De") and any(
        letter.isupper() and before.islower() for before, letter in pairwise(word)
    )
