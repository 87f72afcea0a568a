"""Which titles and honorifics stand beside which name: before it, or after it as an apposition."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from attrs import define, field

from diplokit import Document, Mention, Mentions, Title
from diplokit.vocabulary import Role

from .cast import HEADS
from .naming import Bodies

NEAR = 90
"""How many characters may stand between a title and the name it belongs to."""
_RANKS = frozenset((Role.MILITARY_OFFICER, Role.AMBASSADOR, Role.DIPLOMAT))
_WITH_PORTFOLIO = frozenset((Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEPUTY_MINISTER))
_START, _END = attrgetter("span.start"), attrgetter("span.end")
_MOST = 8
"""How many honorifics and titles one name has on either side, at most."""


@cache
def _before() -> re.Pattern[str]:
    """What may stand between a title and the name after it, in folded text."""
    return re.compile(
        r"\s{0,3}(?:\([\w.&' -]{2,40}\))?\s{0,2}(?P<comma>,)?\s{0,3}(?P<join>(?:and|&|cum|as well as|who is also|-|/)\s+)?"
        r"(?:(?:the|late|new|current|visiting|incoming|outgoing|his|her|h\.?e\.?|excellency|rt\.?|right|hon\.?|honou?rable|"
        r"mr\.?|mrs\.?|ms\.?|dr\.?|sir)\s+){0,5}(?:then-?\s?)?"
    )


@cache
def _portfolio() -> re.Pattern[str]:
    """How a portfolio goes on that the title holds only in part: "and the National Community Abroad"."""
    return re.compile(r"(?:,| and| &)(?: (?:the|of|and|for|[A-Z][\w\u2019'-]{1,20})){1,7}(?=,)")


@cache
def _after() -> re.Pattern[str]:
    """What may stand between a name and the title after it, in folded text."""
    return re.compile(
        r"(?:\s?,\s*|\s+-{1,2}\s*|\s?\(|\s+(?=who|is|was|as|became|will|would|serv))"
        r"(?:who\s+)?(?:(?:is|was|has been|had been|serves|served|serving|became|becomes|will be|would be|acts|doubles)\s+)?"
        r"(?:also\s+|currently\s+|concurrently\s+|now\s+|then\s+|as\s+|at the time\s+|at that time\s+)*"
        r"(?:the\s+|a\s+|an\s+|its\s+|his\s+|her\s+|our\s+|their\s+|that country's\s+)?"
        r"(?:[\w.-]+(?: [\w.-]+)?'s?\s+)?"
        r"(?:first|new|newly elected|newly appointed|current|then|longtime|long-serving|top|chief|visiting)?\s*"
    )


@define(eq=False)
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
    """

    person: Mention[Any]
    start: int
    end: int
    titles: list[Mention[Title]] = field(factory=list)
    honorifics: list[Mention[Any]] = field(factory=list)
    comma: bool = False
    ends: dict[int, int] = field(factory=dict)


class Owned:
    """What a title goes on with that it does not hold: "for Russia and Central Asia", "'s National Congress"."""

    def __init__(self, document: Document, bodies: Bodies) -> None:
        self._folded = document.folded
        self._names = bodies.mentions
        self._starts = bodies.starts

    def holds(self, title: Mention[Title]) -> bool:
        """Whether a title is only part of the name of a body: "General" of the General Assembly."""
        span = title.span
        at = bisect_right(self._starts, span.start)
        if at == 0:
            return False
        name = self._names[at - 1]
        return name.span.end >= span.end and name.kind == "organisation"

    def before(self, start: int, stop: int) -> int:
        """Where what belongs to the title at `stop` begins: "and Union Assembly Chairperson"."""
        at = bisect_left(self._starts, stop) - 1
        if at < 0 or self._starts[at] <= start or self._names[at].kind != "organisation":
            return stop
        words = self._folded[self._names[at].span.end : stop].split()
        return self._starts[at] if len(words) < 3 else stop

    def after(self, start: int, stop: int) -> int:
        """Where the names end that go on with "and" or "of" after `start`, and before `stop`."""
        at = bisect_left(self._starts, start)
        if at and start < self._names[at - 1].span.end <= stop:
            start = self._names[at - 1].span.end  # a name that the title holds only in part
        while at < len(self._names) and self._names[at].span.end <= stop:
            name = self._names[at]
            gap = self._folded[start : name.span.start].strip()
            if gap not in (_LINKS if name.kind == "place" else _OWNERS):
                break
            start = name.span.end
            at += 1
        return start


_LINKS = frozenset(("and", ",", ", and", "&", "and the", ", the", "of", "of the"))
_OWNERS = frozenset(("'s", "of", "of the", "at the", "at", "in the", "to", "to the", "'"))


def beside_names(document: Document, mentions: Mentions, bodies: Bodies) -> tuple[list[Borne], list[Mention[Title]]]:
    """Give titles and honorifics to the names that they stand beside.

    Returns:
        What stands around each name, and the titles without a name.
    """
    owned = Owned(document, bodies)
    titles = [title for title in mentions.of("title") if not owned.holds(title)]
    persons, honorifics = mentions.of("person"), mentions.of("honorific")
    # As mentions are: in the order of the text, and of those that begin together the longest first.
    row = sorted((*honorifics, *persons, *titles), key=_END, reverse=True)
    row.sort(key=_START)
    folded = document.folded
    borne = {index: Borne(m, m.span.start, m.span.end) for index, m in enumerate(row) if m.kind == "person"}
    if honorifics:
        _honour(row, folded, borne)
    alone: list[Mention[Title]] = []
    last = len(row) - 1
    before: Borne | None = None  # the last name
    reach, titled = 0, False  # where what belongs to it ends, and whether in a title
    for index, mention in enumerate(row):
        kind = mention.kind
        if kind == "person":
            before = borne[index]
            reach, titled = before.end, False
        elif kind == "title":
            span = mention.span
            start, end = span.start, span.end
            following, comma, stop = None, False, end
            if index < last:
                item = row[index + 1]
                gap = item.span.start - end
                if gap == 1 and item.kind == "person" and folded[end] == " ":
                    following = index + 1  # as most do
                elif gap <= NEAR:
                    following, comma, stop = _following(row, document, index, owned)
            preceding = None
            if (
                (following is None or comma)
                and before is not None
                and 0 < start - reach <= NEAR
                and _reaches(document, reach, start, titled)
                and not _unknown_name(document, end, row, index)
            ):
                preceding = before
            if following is not None and preceding is not None and not preceding.comma:
                if _own(row, folded, index, preceding):
                    preceding = None
                else:
                    following = None
            if following is not None:
                name = borne[following]
                name.titles.append(mention)
                name.start = min(name.start, start)
                name.comma |= comma
                if stop > end:
                    name.ends[start] = stop
                if mention.text[-1] == "s":
                    _share(row, folded, following, mention, borne)
            elif preceding is not None:
                preceding.titles.append(mention)
                reach, titled = end, True
            else:
                alone.append(mention)
    return list(borne.values()), alone


def _own(row: Sequence[Mention[Any]], folded: str, index: int, before: Borne) -> bool:
    """Whether a title is not another one of the name before it: "of President X, the President of Y, H.E. Dr. Z"."""
    titled = any(title.span.start < before.person.span.start for title in before.titles)
    start = row[index].span.start
    the = folded.endswith("the ", max(0, start - 4), start)
    return titled and the and index + 1 < len(row) and row[index + 1].kind == "honorific"


def _honour(row: Sequence[Mention[Any]], folded: str, borne: dict[int, Borne]) -> None:
    """Give the honorifics that stand directly before and after a name to it."""
    for index, name in borne.items():
        at = index - 1
        while at >= 0 and row[at].kind == "honorific" and index - at <= _MOST:
            span = row[at].span
            if folded[span.end : name.start].strip(" ."):
                break
            name.honorifics.insert(0, row[at])
            name.start = min(name.start, span.start)
            at -= 1
        at = index + 1
        while at < len(row) and row[at].kind == "honorific" and at - index < _MOST:
            span = row[at].span
            if folded[name.end : span.start].strip(" ,.") or span.start < name.end or _leads(row, folded, at):
                break
            name.honorifics.append(row[at])
            name.end = span.end
            at += 1


def _leads(row: Sequence[Mention[Any]], folded: str, at: int) -> bool:
    """Whether a honorific stands directly before another name."""
    stop = min(len(row), at + _MOST)
    while at + 1 < stop and not folded[row[at].span.end : row[at + 1].span.start].strip(" ."):
        at += 1
        if row[at].kind == "person":
            return True
    return False


def _following(
    row: Sequence[Mention[Any]], document: Document, index: int, owned: Owned
) -> tuple[int | None, bool, int]:
    """The name that a title leads up to, whether a comma stands between, and where what the title says ends."""
    folded = document.folded
    comma = False
    end = stop = row[index].span.end
    role = row[index].value.role
    for at in range(index + 1, min(index + _MOST, len(row))):
        item = row[at]
        if item.span.start < end:  # a honorific inside the title
            continue
        if item.span.start - end > NEAR:
            break
        gap = folded[end : item.span.start]
        match = _before().fullmatch(gap)
        if not match and item.kind == "title":
            match = _before().fullmatch(folded, end, owned.before(end, item.span.start))
        if not match and item.kind != "title" and role in _WITH_PORTFOLIO:
            portfolio = _portfolio().match(document.text, end, item.span.start)
            match = _before().fullmatch(folded, portfolio.end(), item.span.start) if portfolio else None
            if match and match["comma"]:
                stop = portfolio.end() if portfolio else stop
            else:
                match = None
        if not match:
            beyond = owned.after(end, item.span.start)
            match = _before().fullmatch(folded, beyond, item.span.start) if beyond > end else None
            if match and end == row[index].span.end:
                stop = beyond
        if not match or _blank_line(document, end, item.span.start):
            break
        if match["join"] and (item.kind != "title" or {role, item.value.role} <= HEADS or _apart(folded, row[index])):
            break
        the = folded.endswith("the ", max(0, row[index].span.start - 4), row[index].span.start)
        if match["comma"] and the and not match["join"] and item.kind == "title" and item.value.role not in _RANKS:
            break  # "at the invitation of the President, Minister X …"
        comma |= bool(match["comma"])
        if item.kind == "person":
            return at, comma, stop
        end = max(end, item.span.end)
    return None, False, stop


def _apart(folded: str, title: Mention[Title]) -> bool:
    """Whether a title is that of another: "the Secretary and President X"."""
    bare = title.text.isalpha() and title.value.of is None
    return bare and folded.endswith("the ", max(0, title.span.start - 4), title.span.start)


def _reaches(document: Document, end: int, start: int, titled: bool) -> bool:
    """Whether a title stands after a name as an apposition, or after another title that does."""
    if _blank_line(document, end, start):
        return not titled and _signs(document, end, start)
    if _after().fullmatch(document.folded, end, start):
        return True
    return titled and document.folded[end:start].strip() in _ALSO


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


def _unknown_name(document: Document, end: int, row: Sequence[Mention[Any]], index: int) -> bool:
    """Whether a title stands before words in capitals that may be a name which nothing has found."""
    following = document.text[end : end + 2]
    if len(following) < 2 or following[0] != " " or not following[1].isupper():
        return False
    return index + 1 == len(row) or row[index + 1].span.start > end + 2


def _blank_line(document: Document, start: int, end: int) -> bool:
    return document.text.count("\n", start, end) > 1


_ALSO = frozenset(("and", "and the", ", and", "&", "and also", "and concurrently", "as well as", "cum", "/"))


def _share(
    row: Sequence[Mention[Any]], folded: str, first: int, title: Mention[Title], borne: dict[int, Borne]
) -> None:
    """Give a title in the plural to the names in a list: "Presidents A, B and C"."""
    words = title.text.rsplit(None, 1)[-1]
    if not words.endswith("s") or words.endswith("ss") or row[first].span.start - title.span.end > 2:
        return
    end = row[first].span.end
    for at in range(first + 1, min(first + 6, len(row))):
        if row[at].kind != "person" or folded[end : row[at].span.start].strip() not in (",", "and", ", and", "&"):
            return
        borne[at].titles.append(title)
        end = row[at].span.end
