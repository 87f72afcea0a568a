"""Which titles and honorifics stand beside which name: before it, or after it as an apposition."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from diplokit import Document, Honorific, Mention, Mentions, Name, Title

from .cast import Member
from .leading_titles import MOST, NEAR, Owned, blank_line, leads_up
from .naming import Bodies

_LISTED = 6
"""How many names share one title in the plural, at most."""


@cache
def _after() -> re.Pattern[str]:
    """What may stand between a name and the title after it, in folded text."""
    return re.compile(
        r"(?:\s?,\s*|\s+-{1,2}\s*|\s?\(|\s+for the (?:post|position|role|office) of\s+|\s+(?=who|is|was|has|had|as|became|will|would|serv)"
        r"|(?:'s?|,?\s+(?:up)?on (?:his|her)|,?\s+(?:following|after|over|for) (?:his|her))\s+(?:recent |unanimous |historic )?(?:re-?)?"
        r"(?:appointment|election|inauguration|nomination|selection|swearing-in|installation) (?=as ))"
        r"(?:who\s+)?(?:(?:is|was|has been|had been|serves|served|serving|became|becomes|will be|would be|will serve|"
        r"(?:is|was|is due|is set) to (?:be|become)|acts|doubles)\s+)?"
        r"(?:(?:recently |again |later |formally |first |then |re-?)?"
        r"(?:appointed|named|elected|chosen|confirmed|sworn in|installed|picked|nominated|designated|selected)\s+)?"
        r"(?:(?:to be|to become|to serve)\s+)?"
        r"(?:also\s+|currently\s+|concurrently\s+|now\s+|then\s+|as\s+|at the time\s+|at that time\s+)*"
        r"(?:the\s+|a\s+|an\s+|its\s+|his\s+|her\s+|our\s+|their\s+|that country's\s+)?"
        r"(?:member of the (?:[\w'-]+\s){2,14}and\s(?:the\s)?)?"
        r"(?:[\w.-]+(?: [\w.-]+)?'s?\s+)?"
        r"(?:first|second|third|\w{2,9}th|\d+(?:st|nd|rd|th)|last|only|new|newly elected|newly appointed|current|then|longtime|long-serving|top|chief|next|visiting)?\s*"
    )


class Borne:
    """What stands around the name of a person.

    Attributes:
        person: The mention of the name.
        start: Where the titles and honorifics before the name begin.
        end: Where those after it end.
        titles: The titles, in the order of the text.
        honorifics: The honorifics.
        comma: Whether a title stands before the name, with a comma between.
        ends: Where titles end that go on after what their mention holds, by their start.
        member: Who it is, once that is known.
    """

    __slots__ = ("comma", "end", "ends", "honorifics", "member", "person", "start", "titles")
    member: Member

    def __init__(self, person: Mention[Name]) -> None:
        span = person.span
        self.person = person
        self.start = span.start
        self.end = span.end
        self.titles: list[Mention[Title]] = []
        self.honorifics: list[Mention[Honorific]] = []
        self.comma = False
        self.ends: dict[int, int] = {}


def beside_names(document: Document, mentions: Mentions, bodies: Bodies) -> tuple[list[Borne], list[Mention[Title]]]:
    """Give titles and honorifics to the names that they stand beside.

    Returns:
        What stands around each name, and the titles without a name.
    """
    owned = Owned(document, bodies)
    persons, honorifics = mentions.of("person"), mentions.of("honorific")
    row: Sequence[Mention[Any]] = mentions.of("honorific", "person", "title")
    if parts := set(map(id, owned.parts(mentions.of("title")))):
        row = [mention for mention in row if id(mention) not in parts]
    folded = document.folded
    kinds = [mention.kind for mention in row]
    kinds.append("")  # what stands beside the last, and the first
    names = [Borne(person) for person in persons]
    if honorifics:
        _honour(row, kinds, folded, names)
    alone: list[Mention[Title]] = []
    following = 0  # the number of the name that comes next
    before: Borne | None = None  # the name that came last
    reach, titled = 0, False  # where what belongs to it ends, and whether in a title
    last = len(row) - 1
    for index, kind in enumerate(kinds):
        if kind == "person":
            before = names[following]
            following += 1
            reach, titled = before.end, False
        elif kind == "title":
            mention = row[index]
            span = mention.span
            start, end = span.start, span.end
            ahead, comma, stop = None, False, end
            if index < last:
                gap = row[index + 1].span.start - end
                if gap == 1 and kinds[index + 1] == "person" and folded[end] == " ":
                    ahead = 0  # as most do
                elif gap <= NEAR:
                    ahead, comma, stop = leads_up(row, document, index, owned)
            if (
                before is not None
                and 0 < start - reach <= NEAR
                and (comma or ahead is None)
                and _reaches(document, reach, start, titled, mention)
                and not _acts(document, before, reach, mention)
                and not _unknown_name(document, end, row, index, owned)
            ):
                if ahead is not None and not before.comma and not _own(row, folded, index, before):
                    ahead = None
                if ahead is None:
                    before.titles.append(mention)
                    reach, titled = end, True
                    continue
            if ahead is not None:
                first = following + ahead
                name = names[first]
                name.titles.append(mention)
                if not ahead or names[first - 1].end < start:
                    name.start = min(name.start, start)
                if comma:
                    name.comma = True
                if stop > end:
                    name.ends[start] = stop
                if mention.text[-1] == "s":
                    _share(mention, folded, names[first : first + _LISTED])
            else:
                alone.append(mention)
    return names, alone


def _own(row: Sequence[Mention[Any]], folded: str, index: int, before: Borne) -> bool:
    """Whether a title is not another one of the name before it: "of President X, the President of Y, H.E. Dr. Z"."""
    titled = any(title.span.start < before.person.span.start for title in before.titles)
    start = row[index].span.start
    the = folded.endswith("the ", max(0, start - 4), start)
    if not (titled and the and index + 1 < len(row)):
        return False
    following = row[index + 1]
    if following.kind != "person":
        return following.kind == "honorific"
    end = following.span.end  # "President X, the President of Y, Z, and …"
    return folded.startswith(", ", row[index].span.end) and folded.startswith((", and ", ", the "), end)


def _honour(row: Sequence[Mention[Any]], kinds: Sequence[str], folded: str, names: Sequence[Borne]) -> None:
    """Give the honorifics that stand directly before and after a name to it."""
    indices = [index for index, kind in enumerate(kinds) if kind == "person"]
    for index, name in zip(indices, names, strict=True):
        at = index - 1
        while kinds[at] == "honorific" and index - at <= MOST:
            span = row[at].span
            if folded[span.end : name.start].strip(" ."):
                break
            name.honorifics.insert(0, row[at])
            name.start = min(name.start, span.start)
            at -= 1
        at = index + 1
        while kinds[at] == "honorific" and at - index < MOST:
            span = row[at].span
            if folded[name.end : span.start].strip(" ,.") or span.start < name.end or _before_name(row, folded, at):
                break
            name.honorifics.append(row[at])
            name.end = span.end
            at += 1


def _before_name(row: Sequence[Mention[Any]], folded: str, at: int) -> bool:
    """Whether a honorific stands directly before another name."""
    stop = min(len(row), at + MOST)
    while at + 1 < stop and not folded[row[at].span.end : row[at + 1].span.start].strip(" ."):
        at += 1
        if row[at].kind == "person":
            return True
    return False


def _reaches(document: Document, end: int, start: int, titled: bool, title: Mention[Title]) -> bool:
    """Whether a title stands after a name as an apposition, or after another title that does."""
    if blank_line(document, end, start):
        return not titled and _signs(document, end, start)
    gap = document.text[end:start]
    if gap == "\n":
        return document.text[start].isupper() and _signs(document, end, start)
    if gap == " the ":
        return not titled and title.value.of is not None and title.value.to is not None  # "X the Omani envoy to Peru"
    if _after().fullmatch(document.folded, end, start):
        return True
    return titled and _SHORT.sub("", document.folded[end:start]).strip() in _ALSO


def _acts(document: Document, one: Borne, end: int, title: Mention[Title]) -> bool:
    """Whether a title after a name is the subject of what follows: "After talks with X, the Omani Minister said"."""
    folded, start = document.folded, title.span.start
    if folded[end:start] != ", the " or not (verb := _FINITE.match(folded, title.span.end)):
        return False
    sentence = document.sentence_at(start).start
    words = folded[sentence : one.start].split()
    if not words or verb[1] in _NO_VERBS:
        return False
    opening, governing = words[0], words[-2:][0] if words[-1] == "the" else words[-1]
    return (opening in _FRONTED or opening.endswith("ing")) and (
        governing in _GOVERNING or (governing.endswith("ing") and len(words) < 4)
    )


def _signs(document: Document, end: int, start: int) -> bool:
    """Whether a title has the line below the name, as in lists of those present and under letters."""
    text = document.text
    if text[end:start].strip() or text.count("\n", end, start) > 2:
        return False
    above = text[text.rfind("\n", 0, end) + 1 : end]
    below = text[start : text.find("\n", start) if "\n" in text[start : start + 160] else start + 160]
    return (
        len(above) < 60
        and not above.rstrip().endswith((".", ","))
        and len(below) < 120
        and "." not in below.rstrip(".")
    )


def _unknown_name(document: Document, end: int, row: Sequence[Mention[Any]], index: int, owned: Owned) -> bool:
    """Whether a title stands before words in capitals that may be a name which nothing has found."""
    following = document.text[end : end + 2]
    if len(following) < 2 or following[0] != " " or not following[1].isupper() or owned.holds(end):
        return False
    return index + 1 == len(row) or row[index + 1].span.start > end + 2


_FINITE = re.compile(
    r" ((?:also |then |again |further |later )?(?:[a-z]{2,}ed|[a-z]{3,}[^s]s|said|told|will|would|has|had|is|was|held|made|gave|took|met|left|spoke|paid|sent|saw|put|drew|laid))\b"
)
"""A finite verb after a title, in folded text."""
_NO_VERBS = frozenset("based supposed accused named charged responsible overseas besides perhaps always".split())
_FRONTED = frozenset(
    "in during after at on following before while when with by together alongside upon according accompanied asked "
    "against amid besides despite to for through under".split()
)
"""The words with which phrases open that stand before the subject of a sentence."""
_GOVERNING = frozenset("with to of by from for after on and about between against before alongside like as".split())
"""The words before one who is not the subject."""
_SHORT = re.compile(r"\A \([a-z]{2,8}\)(?=[ ,])")
"""The letters for a body behind an office: "of the Communist Party (CPC) and"."""
_ALSO = frozenset(
    (
        "and now",
        "and now the",
        "and later",
        "and",
        "and the",
        ", and",
        "&",
        "and also",
        "and concurrently",
        "as well as",
        "cum",
        "/",
    )
)


def _share(title: Mention[Title], folded: str, names: Sequence[Borne]) -> None:
    """Give a title in the plural to the names in a list that begins after it: "Presidents A, B and C"."""
    first = names[0].person.span
    if title.text.endswith("ss") or first.start - title.span.end > 2:
        return
    end = first.end
    for name in names[1:]:
        span = name.person.span
        if folded[end : span.start].strip() not in (",", "and", ", and", "&"):
            return
        name.titles.append(title)
        end = span.end
