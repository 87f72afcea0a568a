"""Amounts that share something: the ends of a range their scale word or currency, a comparison its currency."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from diplokit import Document

from .amount_parts import gaps_after, scaled_number
from .amount_reader import ONE, Found, Reader
from .figures import LONGEST, figures, read_figure


def shared_scale(folded: str, reader: Reader, first: Found, second: Found) -> Decimal | None:
    """The scale word of the second amount, where the first is the other end of a range: "$5 to $10 million"."""
    if first.scale is not None or second.scale is None or first.figure >= max(second.figure, Decimal(1000)):
        return None
    gap = folded[first.end : second.start]
    if gap not in reader.ranges:
        return None
    if gap in reader.joins:
        before = folded[max(first.start - 12, 0) : first.start].rstrip()
        after = folded[second.end : second.end + 14]
        if not before.endswith(reader.between) and "respectively" not in after:
            return None
    return second.scale if first.figure < second.figure else None


def shared_unit(
    document: Document, reader: Reader, plain: tuple[int, int, Decimal, Decimal | None], found: Found, floor: int
) -> Iterator[Found]:
    """A number before an amount that is the other end of a range: "5 to 10 million dollars"."""
    folded = document.folded
    start, end, number, scale = plain
    if start < floor or (start and (folded[start - 1].isalnum() or folded[start - 1] in ".,/$")):
        return
    gap = folded[end : found.start]
    if gap not in reader.ranges:
        return
    if gap in reader.joins and not folded[:start].endswith(tuple(f"{word} " for word in reader.between)):
        # "3 trillion and 2 trillion yuan respectively": two amounts, and one currency
        if scale is None or "respectively" not in folded[found.end : found.end + 16]:
            return
    if number is ONE and scale is None:
        read = read_figure(folded[start:end], reader.decimal, reader.groups)
        if read is None:
            return
        number = read
    if scale is None and number >= found.figure:
        return
    yield Found(start, end, start, number, scale or found.scale or ONE, found.units, found.word, found.full)


def unmarked(document: Document, reader: Reader, found: Found) -> Iterator[Found]:
    """What follows an amount and shares its currency: "$5-10 million", "to $1.2 billion from 960 million"."""
    folded = document.folded
    match, gap = None, ""
    if folded.startswith(reader.ranges, found.end):
        gap = next(gap for gap in reader.ranges if folded.startswith(gap, found.end))
        match = figures().match(folded, found.end + len(gap))
    if match is not None and len(match[0]) <= LONGEST:
        second = read_figure(match[0], reader.decimal, reader.groups)
        if second is not None:
            end, second, scale = scaled_number(folded, reader, match.end(), second)
            tail = folded[end : end + 10]
            if (
                not tail.startswith(("%", " %", " per cent", " percent", "-")) and second > found.figure
            ) or scale is not None:
                lone = reader.lone_end
                ok = "-" in gap or scale is not None
                if (
                    ok
                    and not _counts(folded, reader, end)
                    and (lone is None or scale is not None or lone.match(folded, end))
                ):
                    yield Found(match.start(), end, match.start(), second, scale or found.scale, found.units,
                                found.word, found.full)  # fmt: skip
                    return
    if found.scale is None or not reader.comparisons or reader.lone_end is None:
        return
    near = _number_near().match(folded, found.end, found.end + 60)
    while near is not None and not (
        folded.endswith(reader.comparisons, found.end, near.end()) or _flows(folded, reader, found.end, near.end())
    ):
        near = _number_beyond().match(folded, near.end(), found.end + 60)
    other = _alone(document, reader, found, near.end()) if near else None
    if other is None:
        return
    yield other
    if _flows(folded, reader, found.end, other.start):
        yield from unmarked(document, reader, other)  # "…, imports were 3 billion, for a surplus of 2 billion"
        return
    # "… from 8 billion in April and 7 billion in May last year"
    near = _number_near().match(folded, other.end, other.end + 60)
    if near is not None and folded.endswith((" and ", " from "), other.end, near.end()):
        further = _alone(document, reader, other, near.end())
        if further is not None:
            yield further


def _flows(folded: str, reader: Reader, start: int, end: int) -> bool:
    """Whether words between two amounts tell of another flow, whose amount the second one is: "imports were"."""
    return reader.flows is not None and reader.flows.search(folded, start, end) is not None


def _alone(document: Document, reader: Reader, found: Found, at: int) -> Found | None:
    """An amount that leaves its currency to the one before it in the sentence, where it begins at a place."""
    folded = document.folded
    figure = figures().match(folded, at)
    if figure is None or len(figure[0]) > LONGEST or reader.lone_end is None:
        return None
    number = read_figure(figure[0], reader.decimal, reader.groups)
    if number is None:
        return None
    end, number, scale = scaled_number(folded, reader, figure.end(), number)
    if (
        scale is None
        or not reader.lone_end.match(folded, end)
        or document.sentence_index(found.start) != document.sentence_index(end - 1)
    ):
        return None
    return Found(figure.start(), end, figure.start(), number, scale, found.units, found.word, found.full)


@cache
def _number_near() -> re.Pattern[str]:
    """What stands between an amount and the next number: perhaps the same amount in brackets, then words."""
    return re.compile(r"(?:,? (?:about )?\([^()]{1,40}\))?[^.()\d]{1,59}+(?=\d)")


@cache
def _number_beyond() -> re.Pattern[str]:
    """The same behind a year or a percentage, which are passed over."""
    return re.compile(
        r"(?:(?<!\w)(?:19|20)\d\d(?=[ ,:;])|\d{1,4}(?:\.\d{1,3})?(?: ?%| per ?cent\b| pct\b))[^.()\d]{1,59}+(?=\d)"
    )


def _counts(folded: str, reader: Reader, end: int) -> bool:
    """Whether a currency of its own follows, so that the number is an amount by itself."""
    return any(reader.units.after.starting(folded, at) for at in gaps_after(folded, reader, end) if at <= end + 2)
