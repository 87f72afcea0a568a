"""Collectives that the text does not resolve: "world leaders", "Arab foreign ministers", "the delegation".

Whoever they are, they act: each becomes an actor of kind `group`, where nothing in the text says whom they mean. Only
nouns of those who deal for others are taken, and only where something sets them apart: an adjective, a number, "the",
or that they open a sentence. Sources: the grammar of English, and the habits of news agencies; kept by hand.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from diplokit import Document, Span
from diplokit.vocabulary import ActorKind

from .cast import Cast, Member
from .pointers import Pointer

_SORTS = frozenset(["persons", "states", "several"])
"""Sorts of pointing words that tell of several."""
_NOUNS = frozenset(
    "leaders ministers secretaries presidents premiers monarchs kings envoys ambassadors heads government state delegates "
    "participants negotiators mediators donors creditors lawmakers signatories parties sides delegations delegation countries nations "
    "states governments rebels guerrillas insurgents separatists militants militias factions groups".split()
)
"""Their last words; "officials" and "men" are too many to be known as one."""
_APART = frozenset(
    "world global regional african european asian american latin western eastern north northern southern central caribbean pacific island nordic "
    "baltic balkan gulf arab islamic muslim sahel west east south middle southeast south-east "
    "developed developing industrialised industrialized least poorer richer poor rich advanced donor creditor member participating "
    "neighbouring neighboring riparian littoral coastal landlocked oil-producing oil-exporting oil-consuming producing consuming exporting "
    "warring rival opposing opposition rebel armed nuclear nuclear-armed signatory contracting front-line frontline non-aligned guarantor "
    "mediating troop-contributing".split()
)
"""Adjectives that set several apart from all others: of a region, or of a standing."""
_OF_OFFICE = frozenset(
    "trade economic economy finance foreign defence defense energy oil agriculture environment interior justice health labour labor "
    "transport tourism education international visiting".split()
)
"""Adjectives that alone set nobody apart: "foreign ministers"."""
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty fifty".split()
)
_COUNTED = frozenset("some several many most over about nearly almost".split())
_ARTICLES = frozenset(["the", "these", "those"])
_NO_ACTORS = frozenset(
    "of in to at from for on about among between against under over into across than like as other no any all his her their our its my your".split()
)
"""Behind these a collective is a circumstance, or it is not known which one."""
_PHRASE = 70
"""More characters than stand before the noun in its phrase."""
_FORGOTTEN = 4000
"""So many characters later "the ministers" are no longer those of whom was told."""
_OWNER = 24
"""How far behind "of" the name of those stands whose leaders are told of."""


def take_unresolved(document: Document, cast: Cast, pointers: Iterable[Pointer]) -> None:
    """Take in the collectives that are no member of the cast, and do not mean one either.

    Args:
        document: The document.
        cast: Its members; new ones are added.
        pointers: What points back, and what means nobody in particular.
    """
    text, folded = document.text, document.folded
    named: list[tuple[int, int, bool]] = []
    for start, end, (sort, _) in pointers:
        if sort in _SORTS and folded[start:end].split()[-1] in _NOUNS and folded[end : end + 1] not in _JOINTS:
            first, known = _phrase(document, start)
            if first >= 0:
                named.append((first, end, known))
    if not named:
        return
    named.sort()
    places = [place for member in cast.members for place in member.places]
    begins, ends = sorted([place[0] for place in places]), sorted([place[1] for place in places])
    groups: dict[str, tuple[Member, int]] = {}
    for first, end, known in named:
        owned = folded.startswith((" of ", " from "), end) and _within(begins, end, end + _OWNER)
        if owned or _within(ends, first, end):
            continue  # "the leaders of ASEAN", "Peruvian and Thai ministers"
        words = " ".join(folded[first:end].split())
        noun = words.rpartition(" ")[2]
        before = groups.get(words) or (groups.get(noun) if known and words == noun else None)
        if before is None or first - before[1] > _FORGOTTEN:
            member = cast.add(Member(ActorKind.GROUP, " ".join(text[first:end].split())))
        else:
            member = before[0]
        groups[words] = groups[noun] = member, first
        member.mean(Span(first, end), "group")


_JOINTS = frozenset(["'", "-"])


def _phrase(document: Document, noun: int) -> tuple[int, bool]:
    """Where the phrase of a noun begins, without article, and whether it has one; -1 if nothing sets it apart."""
    folded, low = document.folded, max(noun - _PHRASE, 0)
    words = folded[low:noun].split()
    at = len(words)
    apart = False
    while at:
        word = words[at - 1]
        if word in _APART or (word[-1] == "," and word[:-1] in _APART):
            apart = True
        elif word not in _OF_OFFICE and not (word == "and" and words[at:] and words[at - 2] in _APART):
            break
        at -= 1
    kept = at
    if at and (words[at - 1] in _NUMBERS or (words[at - 1].isdigit() and len(words[at - 1]) < 4)):
        at -= 1
        kept = at
        apart = apart or words[at] != "two"
    while at and words[at - 1] in _COUNTED:
        at -= 1
    known = at > 0 and words[at - 1] in _ARTICLES
    before = words[at - 1 - known] if at > known else ""
    if before in _NO_ACTORS:
        return -1, known
    first = noun
    for word in reversed(words[kept:]):
        first = folded.rfind(word, low, first)
    opens = document.text[first].isupper() and not before[-1:].isalnum()
    return (first if apart or known or opens else -1), known


def _within(offsets: Sequence[int], first: int, last: int) -> bool:
    """Whether one of some offsets lies behind one place and not behind another."""
    at = bisect_right(offsets, first)
    return at < len(offsets) and offsets[at] <= last
