"""Periods told by a date, or by words that point at what was told before: "in the five months", "during this period", "in the month"."""

import datetime as dt
import re
from collections.abc import Sequence

from attrs import evolve

from diplokit import CalendarDate, Document, Mention, Reading, Span, TradeFigure
from diplokit.resolve.clauses import Sentence

from .compared_periods import same_part
from .comparisons import BASE
from .period_words import AS_OF, ENDED

_COUNTED = {
    word: count for count, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}
_THAT_PERIOD = re.compile(
    r"\b(?:in|during|over|for|within|throughout) (?:the|this|that|these|those) (?:(?P<past>past|last)|said|mentioned|same|cited|covered|whole|entire|reporting|reference|reviewed?|aforementioned)? ?"
    rf"(?:(?P<count>\d\d?|{'|'.join(_COUNTED)})[- ](?=month))?(?:\d\d?-day )?(?P<unit>month|period|quarter|year)s?(?: period| under review| in review)?(?: of (?:19|20)\d\d)?(?=[,.;]| (?:was|were|had|has|stood|also|and|rose|fell|reached|amounted|totall?ed|increased|registered|compared|while|with|under|at|hit|up|down|however|to (?:us|rm|rs|\W)*\d|jumped|edged|saw|against|versus|from|than|as|accounting|representing|totall?ing|came|the)\b)"
)


_MONTHS_TO = re.compile(
    rf"(?:\b(?P<count>\d\d?|{'|'.join(_COUNTED)})[- ](?P<unit>month|quarter)s?(?: period)?|\b(?:financial |fiscal )?year) "
    r"(?:up )?(?:to|ended|ending|through|until|that ended|which ended)(?: in)?(?: the end of)? \Z"
    r"|\b(?P<since>up to|up until|until|till|through) \Z"
)
_BY_END = re.compile(r"\b(?P<since>by|at|as of|until|till|through|(?<!months )(?<!quarters )to) (?:the )?\Z")
_LAST_MONTHS = {"33": 3, "34": 6, "35": 9, "36": 12}


def dated_period(
    date: Mention[CalendarDate], document: Document, earlier: Sequence[TradeFigure]
) -> Mention[CalendarDate] | None:
    """A date as the period that it tells, if it tells one.

    Args:
        date: The date.
        document: The document.
        earlier: The figures found so far: "the same period of 2022" is the months of one of them.
    """
    months = _months_to(date, document.folded, document.published)
    if months is not None:
        return months
    if document.folded.endswith(AS_OF, 0, date.start):
        return date
    edtf = date.value.edtf or ""
    # A single day is when someone said so, and "which ended in March" tells what a fiscal year is.
    if (len(edtf) == 10 and "period" not in date.text) or document.folded.endswith(ENDED, 0, date.start):
        return None
    if len(edtf) != 10:
        return date
    year = CalendarDate(edtf[:4], date.value.resolution)
    return evolve(date, value=same_part(last_period(earlier), year) or year)


def last_period(figures: Sequence[TradeFigure]) -> CalendarDate | None:
    """The period of the last figure that has one."""
    return next((figure.period for figure in reversed(figures) if figure.period is not None), None)


def _months_to(date: Mention[CalendarDate], folded: str, published: dt.date | None) -> Mention[CalendarDate] | None:
    """The year or the months that end with a month: "in the year to June 2023", "the nine months ended March 2020"."""
    edtf = date.value.edtf or ""
    if len(edtf) not in (7, 10) or edtf[:1] == "-" or "/" in edtf or "X" in edtf:
        return None
    said = _MONTHS_TO.search(folded, max(date.start - 48, 0), date.start)
    if said is None and published is not None and date.value.end is not None and date.value.end <= published:
        if date.text[:3].lower() == "end":  # "by the end of August": what was traded in the year so far
            said = _BY_END.search(folded, max(date.start - 12, 0), date.start)
    if said is None:
        return None
    year, month = int(edtf[:4]), _LAST_MONTHS.get(edtf[5:7]) or int(edtf[5:7])
    if said["since"] or said.group().startswith("year up"):
        count = (
            month if len(edtf) == 7 and 1 < month < 13 and " from " not in folded[said.start() - 24 : date.start] else 0
        )
    else:
        word = said["count"] or "12"
        count = (int(word) if word.isdigit() else _COUNTED[word]) * (3 if said["unit"] == "quarter" else 1)
    if not count or month > 12:
        return None
    first, day = year * 12 + month - count, ""
    if len(edtf) == 10 and int(edtf[8:]) < 28:  # "in the five months to August 21": of a calendar of its own
        first, day = first - 1, edtf[7:]
    span = f"{first // 12:04}-{first % 12 + 1:02}{day}/{year:04}-{month:02}{day}"
    return evolve(date, value=CalendarDate(span, date.value.resolution))


def that_period(
    reading: Reading, sentence: Sentence, index: int, earlier: Sequence[TradeFigure]
) -> tuple[tuple[CalendarDate, Span | None] | None] | None:
    """The period that words such as "the five months" or "this period" point at.

    Args:
        reading: The reading.
        sentence: The sentence.
        index: Its number.
        earlier: The figures found so far.

    Returns:
        `None` where no words point at any; else the period in a tuple, or `None` in it where nothing tells which.
    """
    pointed = _THAT_PERIOD.search(sentence.folded)
    if pointed is None:
        return None
    if pointed["past"] and not pointed["count"]:
        return (None,)  # "the past year"
    said = pointed["count"]
    count = 0 if not said else int(said) if said.isdigit() else _COUNTED[said]
    unit = pointed["unit"]
    for figure in reversed(earlier[-6:]):
        period = figure.period
        if figure.rule == BASE or period is None or period.start is None or period.end is None:
            continue
        months = round((period.end - period.start).days / 30.44)
        if (unit == "period" and not count) or months == (count or {"quarter": 3, "month": 1}.get(unit, 12)):
            return ((period, None),)
    if not count and unit in ("month", "period") and (said_before := _last_said(reading, index, unit)) is not None:
        return (said_before,)
    if unit == "month" and not count:
        return (None,)
    return (None,) if pointed["past"] else None


def _last_said(reading: Reading, index: int, unit: str) -> tuple[CalendarDate, Span | None] | None:
    """The month or the period that the sentences before name last, if not as a beginning or for comparison."""
    document = reading.document
    for back in (1, 2) if unit == "month" else (1,):
        if index < back:
            break
        for mention in reversed(list(reading.mentions.within(document.sentences[index - back]))):
            length = len(mention.value.edtf or "") if mention.kind == "date" else 0
            if length == 7 or (length and length != 10 and unit == "period"):
                before = document.folded[max(mention.start - 6, 0) : mention.start]
                if not before.endswith(("since ", "from ", "than ", "over ", "to ", "with ")):
                    return mention.value, mention.span
    return None


def same_base(earlier: Sequence[TradeFigure], sentence: Sentence) -> TradeFigure | None:
    """What the sentence before compared with, where this one goes on in the same way: "exports rose to 5 from 4 billion"."""
    here = [figure for figure in earlier if figure.spans["value"].start >= sentence.start]
    before = [figure for figure in earlier[-3:] if figure.spans["value"].start < sentence.start]
    if len(here) != 1 or len(before) < 2 or before[-1].rule != BASE or before[-2].rule == BASE:
        return None
    return before[-1] if here[0].period is not None and here[0].period == before[-2].period else None
