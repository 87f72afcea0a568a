"""When a trade figure was: the date beside it, or the one of its clause, sentence or the sentence before."""

import re
from collections.abc import Sequence

from attrs import evolve

from diplokit import CalendarDate, Document, Mention, Reading, Span, TradeFigure
from diplokit.resolve.clauses import Sentence

from .compared_periods import month_before, same_part, year_before, year_earlier
from .comparisons import BASE
from .told_periods import months_to, same_base, that_period

_ENDED = (
    "reporting period of ",
    "ended in ",
    "ending in ",
    "ended ",
    "ending ",
    "year to ",
    "months to ",
    "quarters to ",
)
_PUBLISHED = re.compile(
    r"\b(?:released|published|issued|unveiled|announced|out|dated)(?: (?:on|in|earlier|late|by))? \Z"
)
_NOW = frozenset("now currently annually daily every each day yearly".split())
_TRADE = re.compile(r"\b(?:trade|exports?|imports?|shipments)\b")
_SAYING = frozenset("said says statement according showed reported data announced released".split())
_PAST = frozenset(
    "remained gained rose dropped jumped soared surged increased decreased declined climbed expanded "
    "narrowed widened shrank falling was were had reached totalled totaled amounted stood fell grew "
    "exceeded equalled equaled topped crossed surpassed recorded hit posted enjoyed came went".split()
)


def period_of(
    reading: Reading,
    sentence: Sentence,
    index: int,
    measured: int,
    start: int,
    end: int,
    *,
    base: bool,
    earlier: Sequence[TradeFigure],
    second: bool = False,
) -> tuple[CalendarDate, Span | None] | None:
    """The period of an amount, with where the text says it.

    Args:
        reading: The reading.
        sentence: The sentence of the amount.
        index: Its number.
        measured: The offset where the word that measures ends.
        start: The offset of the amount.
        end: Where it ends.
        base: Whether it is the base of a comparison: then only what follows it counts.
        earlier: The figures found so far.
        second: Whether it is a second amount of its word: then nothing before the first one counts.
    """
    document = reading.document
    folded = document.folded
    dates = [
        m for m in reading.mentions.within(Span(sentence.start, sentence.end)) if m.kind == "date" and m.value.edtf
    ]
    for m in dates:
        if len(m.value.edtf or "") != 10 and folded[m.end : start] in _AT:
            return m.value, m.span  # "in the third quarter at 5 billion"
    dates = [
        dated
        for m in dates
        if not _PUBLISHED.search(folded, max(m.start - 24, 0), m.start)
        and (
            base
            or folded.startswith(", when", m.end)
            or not _BASE_DATE.search(folded, max(m.start - 60, sentence.start), m.start)
        )
        and (dated := _dated(m, document, earlier)) is not None
    ]
    after = next(
        (
            m
            for m in dates
            if end <= m.start
            and m.start - end < 90
            and (_reaches(folded[end : m.start]) or (folded[end : m.start] == " (" and folded[m.end] == ")"))
        ),
        None,
    )
    if after is not None and after.text.isdigit() and folded.endswith("in ", 0, after.start):
        span = next((m for m in dates if m.end <= measured and not _YEAR.search(m.text)), None)
        part = span and ("/" in (span.value.edtf or "") or (span.value.edtf or "")[5:] > "12")
        if span and part and (moved := same_part(span.value, after.value)) is not None:
            return moved, after.span  # "In January to April, exports rose from 4 billion in 2021 to 5 billion in 2022"
    if base:
        bracketed = next((m for m in dates if folded[m.end : start].strip() in ("(", "'s")), None)
        if bracketed is not None and (after is None or ")" in folded[end : after.start] or folded[start - 2] == "s"):
            return bracketed.value, bracketed.span
        if after is None or after.start - end >= 45:
            beside = next(
                (
                    figure
                    for figure in reversed(earlier)
                    if figure.rule == BASE and figure.spans["value"].start >= sentence.start
                ),
                None,
            )
            if _ON_YEAR.match(folded, end):
                moved = year_earlier(earlier[-1].period if earlier else None)
                return (moved, None) if moved is not None else None
            if beside is None:
                beside = same_base(earlier, sentence)
            return (beside.period, None) if beside is not None and beside.period is not None else None
        around = [figure for figure in earlier if figure.spans["value"].start >= sentence.start]
        main = ([figure for figure in around if figure.rule != BASE] or around)[-1].period if around else None
        if _LAST_YEAR.search(after.text.lower()) and (earlier_year := year_earlier(main)) is not None:
            return earlier_year, after.span
        if folded.endswith(_WHOLE, 0, after.start):
            return after.value, after.span
        return year_before(main, after.value) or month_before(main, after) or after.value, after.span
    if after is not None and _is_base_of_change(folded[end : after.start]) and not _is_range(after, folded):
        after = None
    leading = next((m for m in dates if m.end <= start), None)
    if after is not None and not (leading is not None and after.start - end > 25):
        if _SAME.search(folded, max(after.start - 30, end), after.start):
            main = next((figure.period for figure in reversed(earlier) if figure.period is not None), None)
            return same_part(main, after.value) or year_before(main, after.value) or after.value, after.span
        return after.value, after.span
    bases = [figure.spans.get("period") for figure in earlier if figure.rule == BASE]
    # Right behind the amount before it stands the date of that amount: "2 billion last year, to 5 billion".
    near = measured + 8 if second else measured
    inner = [
        m
        for m in dates
        if near <= m.start < start
        and m.span not in bases
        and (not folded[max(m.start - 6, 0) : m.start].endswith(("from ", "since ")) or _is_range(m, folded))
    ]
    if inner:
        return inner[-1].value, inner[-1].span
    if second:
        listed = bool(earlier) and (
            _ANOTHER.match(folded, measured) is not None
            or folded[max(start - 12, 0) : start].rstrip().endswith(_LISTING)
            or folded[measured:start] == " and "
        )
        return (earlier[-1].period, None) if listed and earlier[-1].period is not None else None
    before = [
        m
        for m in dates
        if m.end <= measured and m.span not in bases and not folded[max(m.start - 6, 0) : m.start].endswith("since ")
    ]
    if before:
        said = before[-1]
        if earlier and _SAME.search(folded, max(said.start - 25, sentence.start), said.start):
            return same_part(earlier[-1].period, said.value) or said.value, said.span
        return said.value, said.span
    later = [
        m
        for m in dates
        if m.start >= end
        and not _is_base_of_change(folded[end : m.start])
        and folded[max(m.start - 3, 0) : m.start] == "by "
    ]
    if later:
        return later[0].value, later[0].span
    pointed = that_period(reading, sentence, index, earlier)
    if pointed is not None:
        return pointed[0]
    if (
        len(dates) == 1
        and dates[0].start >= end
        and not _is_base_of_change(folded[end : dates[0].start])
        and not _AGAINST.search(folded, end, dates[0].start)
        and ("(" not in folded[end : dates[0].start] or ")" in folded[end : dates[0].start])
        and dates[0].start - end < 150
    ):
        return dates[0].value, dates[0].span  # said once, after the last of several amounts
    if earlier:
        figure = earlier[-1]
        here = figure.spans["value"].start >= sentence.start
        if figure.period is not None and here and figure.rule != BASE:
            return figure.period, None
        if not here and _SAME.search(folded, sentence.start, start) and figure.period is not None:
            return figure.period, None  # "in the same period": of the sentence before
    if _YEAR_ENDING.search(folded, sentence.start, sentence.end):
        return None  # a year that no calendar tells
    words = set(sentence.words)
    now = words & _NOW
    if (now and not (now == {"yearly"} and "basis" in words)) or words.isdisjoint(_PAST):
        return None
    if "today" in words and words.isdisjoint(_SAYING):
        return None
    counted = [figure for figure in earlier if figure.rule != BASE]
    if counted:
        place = document.sentence_index(counted[-1].spans["value"].start)
        if index - place <= 2:
            # The first figure of a sentence tells its period; those after it may be what it is compared with.
            told = [f for f in counted if document.sentence_index(f.spans["value"].start) == place]
            last = told[-1] if place == index else told[0]
            if last.period is not None:
                return last.period, None
            if index - place <= 1:
                return None
    if index:
        previous = document.sentences[index - 1]
        told_then = [
            m
            for m in reading.mentions.within(previous)
            if m.kind == "date" and m.value.edtf is not None and len(m.value.edtf) != 10
        ]
        near = document.text[previous.end : document.sentences[index].start].count("\n") < 2
        if len(told_then) == 1 and (near or _TRADE.search(folded, previous.start, previous.end)):
            return told_then[0].value, told_then[0].span
    return None


def is_compared(reading: Reading, date: Span) -> bool:
    """Whether a date is the one that another is compared with: "in the same period of 2022"."""
    return _COMPARED_PERIOD.match(reading.document.folded, date.start, date.end) is not None


def _dated(
    date: Mention[CalendarDate], document: Document, earlier: Sequence[TradeFigure]
) -> Mention[CalendarDate] | None:
    """A date as the period that it tells, if it tells one."""
    months = months_to(date, document.folded, document.published)
    if months is not None:
        return months
    day = len(date.value.edtf or "") == 10 and "period" not in date.text
    # A single day is when someone said so, and "which ended in March" tells what a fiscal year is.
    if day or document.folded.endswith(_ENDED, 0, date.start):
        return None
    return _of_period(date, earlier)


def _of_period(date: Mention[CalendarDate], earlier: Sequence[TradeFigure]) -> Mention[CalendarDate]:
    """A date, or where it is "the same period of 2022" without telling which period: that of the figures before."""
    edtf = date.value.edtf or ""
    if len(edtf) != 10:
        return date
    main = next((figure.period for figure in reversed(earlier) if figure.period is not None), None)
    year = CalendarDate(edtf[:4], date.value.resolution)
    return evolve(date, value=same_part(main, year) or year)


def _reaches(gap: str) -> bool:
    """Whether a date after an amount still belongs to it: no other amount or clause between."""
    return _APART.search(gap) is None and ("(" not in gap or ")" in gap)


def _is_range(date: Mention[CalendarDate], folded: str) -> bool:
    """Whether a date with "from" before it is one stretch of time: "from January to August 2024"."""
    return folded.endswith("from ", 0, date.start) and _RANGE.search(date.text) is not None


def _is_base_of_change(gap: str) -> bool:
    """Whether the words between an amount and a date make the date the one that is compared with."""
    return _FROM_AMOUNT.search(gap) is not None or _COMPARED.search(gap[-40:]) is not None


_COMPARED_PERIOD = re.compile(
    r"(?:the )?(?:same|corresponding|comparable|year-earlier) (?:period|months?|quarter|half).*\d{4}\Z"
)
_RANGE = re.compile(r"\w (?:to|through|until|till) \w")
_YEAR = re.compile(r"\d{4}|year|last|next|same")
_YEAR_ENDING = re.compile(r"\b(?:years?|months|quarter|half) (?:that )?(?:ended|ending|to the end of)\b")
_LAST_YEAR = re.compile(
    r"\A(?:the )?(?:(?:last|previous|preceding|prior) (?:financial |fiscal )?year|a year (?:earlier|ago|before))\Z"
)
# What goes on with another partner.
_ANOTHER = re.compile(r"(?: (?:in|for|during) [\w ]{4,24})?(?:,| and|, and) (?:with|to) ")
_AT = frozenset([" at ", ", at "])
_LISTING = (" with", " at", "(", " taking", " buying", " importing", " absorbing", " receiving", " accounting for")
_WHOLE = ("all of ", "whole of ", "the entire ", "the full year ", "throughout ", "all ")
_ON_YEAR = re.compile(r",? (?:year[- ]on[- ]year|y-o-y|yoy|on-year|on year)\b")
_AGAINST = re.compile(r" (?:against|compared|versus|than|but) | from \S*\d")
_SAME = re.compile(r"\b(?:same|corresponding|comparable|year-earlier) (?:period|months?|quarter|half)\b")
# What stands before a date that another is compared with.
_BASE_DATE = re.compile(
    r"(?:\b(?:compared (?:with|to)|against|versus|vs\.?|relative to|(?:higher|lower|more|less|larger|smaller) than|(?:per ?cent|%) (?:over|from|on|above|below|up on|down on))"
    r"(?: (?:the |that |those )?(?:(?:same|corresponding|comparable|equivalent|previous|year-earlier) (?:period|months?|quarter|half|time|figures?)|figures?|levels?|total|values?|volumes?|amounts?|numbers?)(?: (?:recorded|registered|posted|reported|seen|achieved))?(?: (?:of|in|for|a))?)?"
    r"|\b(?:over|from|on) the (?:same|corresponding|comparable|previous|year-earlier|year-ago) (?:period|months?|quarter|half)(?: (?:of|in|a))?)"
    r"(?: the)?[\s(]*\Z"
)
# Another amount or another clause; "from Peru" is none, "from 4 billion" is.
_FROM_AMOUNT = re.compile(
    r" from (?:a |an |the |about |some |around |nearly |just |only |over |(?!may |mar |apr |jan |feb |jun |jul |aug |sep |oct |nov |dec )[a-z]{2,3}\.? |\W)*+\S*\d"
    r"| (?:over|than) (?:the )?(?:us|usd|rm|rs)?\W*\d[\d.,]*[ -]?(?:billion|million|trillion|bn|bln|mln)"
)
_APART = re.compile(
    rf"[;\n]| while | whereas | compared | against | but |, and | and (?:in|imports|exports) |{_FROM_AMOUNT.pattern}"
)
# What stands right before a date that is not the period: "than in 2020", "since 2019", "signed in 2004".
_COMPARED = re.compile(
    r"(?: from| since| than| than in| over| over the| compared \w+| against| on| the previous| (?:signed|launched|entered|took effect)\b.{0,20})(?: the)?\s*\Z"
)
