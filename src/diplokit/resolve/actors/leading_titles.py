"""Which titles lead up to a name: what may stand between, and what a title goes on with that it does not hold."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from diplokit import Document, Mention, Title
from diplokit.vocabulary import Role

from .cast import HEADS
from .naming import Bodies

NEAR = 90
"""How many characters may stand between a title and the name it belongs to."""
MOST = 8
"""How many honorifics and titles one name has on either side, at most."""
_RANKS = frozenset((Role.MILITARY_OFFICER, Role.AMBASSADOR, Role.DIPLOMAT))
_STYLES = frozenset(("Senator", "Sen.", "Congressman", "Congresswoman", "Deputy", "Prince"))
_WITH_PORTFOLIO = frozenset((Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEPUTY_MINISTER))


@cache
def _before() -> re.Pattern[str]:
    """What may stand between a title and the name after it, in folded text."""
    return re.compile(
        r"\)?(?: (?:at|in) the (?:[\w-]+ ){0,3}?[\w-]+(?=, ))?(?: (?:main )?(?:opposition|ruling|governing) (?:party|coalition|alliance|movement)(?=,))?\s{0,3}(?:\([\w.&' -]{2,40}\))?\s{0,2}(?P<comma>,)?\s{0,3}(?P<join>(?:and|&|cum|as well as|who is also|-)\s+|/\s?)?"
        r"(?:(?:the|late|new|current|visiting|incoming|outgoing|his|her|h\.?e\.?|excellency|rt\.?|right|hon\.?|honou?rable|"
        r"mr\.?|mrs\.?|ms\.?|dr\.?|sir)\s+){0,5}(?:then-?\s?|\()?"
    )


@cache
def _portfolio() -> re.Pattern[str]:
    """How a portfolio goes on that the title holds only in part: "and the National Community Abroad"."""
    return re.compile(r"(?:,| and| &)(?: (?:the|of|and|for|[A-Z][\w\u2019'-]{1,20})){1,7}(?=,)")


@lru_cache(maxsize=4096)
def _leading(gap: str) -> tuple[bool, bool] | None:
    """Whether this may stand between a title and the name after it, in folded text: with a comma, and as "and"."""
    match = _before().fullmatch(gap)
    return None if match is None else (match["comma"] is not None, match["join"] is not None)


class Owned:
    """What a title goes on with that it does not hold: "for Russia and Central Asia", "'s National Congress"."""

    def __init__(self, document: Document, bodies: Bodies) -> None:
        self._folded = document.folded
        self._names = bodies.mentions
        self._starts = bodies.starts

    def parts(self, titles: Iterable[Mention[Title]]) -> list[Mention[Title]]:
        """The titles that are only part of the name of a body, as "General" of the General Assembly."""
        names, starts = self._names, self._starts
        found: list[Mention[Title]] = []
        for title in titles:
            span = title.span
            at = bisect_right(starts, span.start)
            if at and names[at - 1].kind == "organisation" and names[at - 1].span.end >= span.end:
                found.append(title)
        return found

    def holds(self, place: int) -> bool:
        """Whether a name of a place or a body goes on after a place: "Chief of Staff of the Peruvian| Navy"."""
        at = bisect_left(self._starts, place) - 1
        return at >= 0 and self._names[at].span.end > place

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

_ACTS = re.compile(r" (?:said|says|told|[a-z]{3,}ed)\b")
_FRONTED = frozenset("after before on during in with at following asked".split())
"""How phrases begin that come before the subject of a sentence."""
_GOVERNING = frozenset("of with to by from for on about between against".split())

_SENT = frozenset((Role.ENVOY, Role.SPOKESPERSON, Role.OTHER))
_BY = (" of ", " for ", " to ")
_BY_AND_THE = frozenset((*_BY, *[f"{by}the " for by in _BY]))
_CLOSING = frozenset(("", ",", ".", ";", ")"))


def leads_up(row: Sequence[Mention[Any]], document: Document, index: int, owned: Owned) -> tuple[int | None, bool, int]:
    """The name that a title leads up to.

    Args:
        row: Persons, titles and honorifics in the order of the text.
        document: The document.
        index: The number of the title in the row.
        owned: What titles go on with.

    Returns:
        How many names come before the one that it leads up to (seldom one, where a honorific looks like a name), or
        `None`; whether a comma stands between; and where what the title says ends.
    """
    folded = document.folded
    comma, skipped = False, 0
    end = stop = row[index].span.end
    role = row[index].value.role
    first = index + 1
    if role in _SENT and folded.startswith(_BY, end) and (sender := _sender(row, folded, index)):
        first, end, skipped = sender + 1, row[sender].span.end, 1
    for at in range(first, min(index + MOST, len(row))):
        item = row[at]
        if item.span.start < end:  # a honorific inside the title
            skipped += item.kind == "person"
            continue
        if item.span.start - end > NEAR:
            break
        gap = folded[end : item.span.start]
        leads = _leading(gap)
        if leads is None and item.kind == "title":
            leads = _leading(folded[end : owned.before(end, item.span.start)])
        if leads is None and item.kind != "title" and role in _WITH_PORTFOLIO:
            portfolio = _portfolio().match(document.text, end, item.span.start)
            leads = _leading(folded[portfolio.end() : item.span.start]) if portfolio else None
            if leads is not None and leads[0]:
                stop = portfolio.end() if portfolio and end == row[index].span.end else stop
            else:
                leads = None
        if leads is None:
            beyond = owned.after(end, item.span.start)
            leads = _leading(folded[beyond : item.span.start]) if beyond > end else None
            if leads is not None and end == row[index].span.end:
                stop = beyond
        if leads is None or (
            blank_line(document, end, item.span.start) and folded[end] != "," and row[at - 1].kind != "honorific"
        ):
            break
        with_comma, joins = leads
        if gap == " " and item.kind == "title" and item.value.role is Role.SPOKESPERSON:
            break  # "Secretary-General| spokesman X"
        if joins and (item.kind != "title" or {role, item.value.role} <= HEADS or _apart(folded, row[index])):
            break
        the = folded.endswith("the ", max(0, row[index].span.start - 4), row[index].span.start)
        if with_comma and the and not joins and item.kind == "title" and not _styles(item):
            break  # "at the invitation of the President, Minister X …"
        comma |= with_comma
        if item.kind == "person":
            if comma and _is_told(document, row[index].span.start, item.span.end):
                break
            if first > index + 1 and folded[item.span.end : item.span.end + 1] not in _CLOSING:
                break
            return skipped, comma, stop
        end = max(end, item.span.end)
        if item.kind == "honorific" and folded.startswith(". ", end):
            end += 1  # "Sheikh Dr|. Name"
    return None, False, stop


def _is_told(document: Document, start: int, end: int) -> bool:
    """Whether a title stands in what comes before the subject: "Referring to the election of a Vice President, Mr X said"."""
    if _ACTS.match(document.folded, end) is None:
        return False
    before = document.folded[document.sentence_at(start).start : start]
    opening, *words = before.split() or [""]
    if "," in before or not (opening.endswith(("ing", "ed")) or opening in _FRONTED):
        return False
    return words[-1:] != ["the"] or words[-2:][0] in _GOVERNING


def _styles(title: Mention[Title]) -> bool:
    """Whether a title is a rank or a style that the holders of other offices bear: "the Minister of Trade, Senator X"."""
    return title.value.role in _RANKS or title.text in _STYLES


def _sender(row: Sequence[Mention[Any]], folded: str, index: int) -> int:
    """The number of the person whose envoy or spokesman somebody is: "the special envoy of President X, Y, said"; or 0."""
    end = row[index].span.end
    for at in range(index + 1, min(index + 4, len(row))):
        start = row[at].span.start
        if folded[end:start] not in _BY_AND_THE and (at == index + 1 or folded[end:start] != " "):
            return 0
        end = row[at].span.end
        if row[at].kind == "person":
            return at if folded.startswith(", ", end) else 0
    return 0


def _apart(folded: str, title: Mention[Title]) -> bool:
    """Whether a title is that of another: "the Secretary and President X"."""
    bare = title.text.isalpha() and title.value.of is None
    return bare and folded.endswith("the ", max(0, title.span.start - 4), title.span.start)


def blank_line(document: Document, start: int, end: int) -> bool:
    """Whether a blank line lies between."""
    return document.text.count("\n", start, end) > 1
