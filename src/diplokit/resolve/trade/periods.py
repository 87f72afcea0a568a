"""When a trade figure was: the date beside it, or the one of its clause, sentence or the sentence before."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from attrs import Factory, define, field

from diplokit import CalendarDate, Mention, Reading, Span, TradeFigure
from diplokit.resolve.clauses import Sentence

from .compared_periods import month_before, same_part, year_before, year_earlier
from .comparisons import BASE
from .period_words import (
    AGAINST,
    ANOTHER_PARTNER,
    AT,
    BASE_DATE,
    LAST_YEAR,
    LISTING,
    ON_YEAR,
    PUBLISHED,
    SAME_PERIOD,
    WHOLE,
    YEAR,
    YEAR_ENDING,
    is_base_of_change,
    is_range,
    reaches,
)
from .told_periods import dated_period, last_period, same_base, that_period

_NOW = frozenset("now currently annually daily every each day yearly".split())
_TRADE = re.compile(r"\b(?:trade|exports?|imports?|shipments)\b")
_SAYING = frozenset("said says statement according showed reported data announced released".split())
_PAST = frozenset(
    "remained gained rose dropped jumped soared surged increased decreased declined climbed expanded "
    "narrowed widened shrank falling was were had reached totalled totaled amounted stood fell grew "
    "exceeded equalled equaled topped crossed surpassed recorded hit posted enjoyed came went".split()
)

Told: TypeAlias = tuple[CalendarDate, Span | None]
"""A period, with where the text says it."""


@define(eq=False)
class DatedAmount:
    """An amount whose period is looked for.

    Attributes:
        reading: The reading.
        sentence: The sentence of the amount.
        index: Its number.
        measured: The offset where the word that measures ends.
        start: The offset of the amount.
        end: Where it ends.
        earlier: The figures found so far.
        is_base: Whether it is the base of a comparison: then only what follows it counts.
        is_second: Whether it is a second amount of its word: then nothing before the first one counts.
    """

    reading: Reading
    sentence: Sentence
    index: int
    measured: int
    start: int
    end: int
    earlier: Sequence[TradeFigure]
    is_base: bool
    is_second: bool
    _folded: str = field(init=False, default=Factory(lambda self: self.reading.document.folded, takes_self=True))
    _dates: list[Mention[CalendarDate]] = field(init=False, factory=list)

    def period(self) -> Told | None:
        """The period of the amount, with where the text says it."""
        self._dates = self._in(Span(self.sentence.start, self.sentence.end))
        for date in self._dates:
            if len(date.value.edtf or "") != 10 and self._folded[date.end : self.start] in AT:
                return date.value, date.span  # "in the third quarter at 5 billion"
        self._dates = [
            dated
            for date in self._dates
            if self._may_tell(date) and (dated := dated_period(date, self.reading.document, self.earlier)) is not None
        ]
        after = self._right_behind()
        if after is not None and (moved := self._months_of_year(after)) is not None:
            return moved
        return self._of_base(after) if self.is_base else self._of_amount(after)

    def _of_base(self, after: Mention[CalendarDate] | None) -> Told | None:
        """The period of an amount that another is compared with."""
        folded = self._folded
        bracketed = next((m for m in self._dates if folded[m.end : self.start].strip() in ("(", "'s")), None)
        if bracketed is not None and (
            after is None or ")" in folded[self.end : after.start] or folded[self.start - 2] == "s"
        ):
            return bracketed.value, bracketed.span
        if after is None or after.start - self.end >= 45:
            return self._of_other_base()
        around = [figure for figure in self.earlier if self._is_here(figure)]
        main = ([figure for figure in around if figure.rule != BASE] or around)[-1].period if around else None
        if LAST_YEAR.search(after.text.lower()) and (moved := year_earlier(main)) is not None:
            return moved, after.span
        if folded.endswith(WHOLE, 0, after.start):
            return after.value, after.span
        return year_before(main, after.value) or month_before(main, after) or after.value, after.span

    def _of_other_base(self) -> Told | None:
        """The period of a base that no date follows: the year before, or that of the base told before it."""
        if ON_YEAR.match(self._folded, self.end):
            return _carried(year_earlier(self.earlier[-1].period if self.earlier else None))
        beside = next((f for f in reversed(self.earlier) if f.rule == BASE and self._is_here(f)), None)
        if beside is None:
            beside = same_base(self.earlier, self.sentence)
        return None if beside is None else _carried(beside.period)

    def _of_amount(self, after: Mention[CalendarDate] | None) -> Told | None:
        """The period of an amount that is no base: by the dates, then by the words that point at what was told."""
        told = self._behind(after) or self._between()
        if told is not None:
            return told
        if self.is_second:
            return self._of_first_amount()
        told = self._before_word() or self._by_date()
        if told is not None:
            return told
        pointed = that_period(self.reading, self.sentence, self.index, self.earlier)
        if pointed is not None:
            return pointed[0]
        told = self._said_once() or self._of_last_figure()
        if told is not None:
            return told
        return self._told_before() if self._goes_on() else None

    def _behind(self, after: Mention[CalendarDate] | None) -> Told | None:
        """The date right behind the amount, unless it is that of a comparison, or far while another leads."""
        folded = self._folded
        if after is None or (is_base_of_change(folded[self.end : after.start]) and not is_range(after, folded)):
            return None
        if after.start - self.end > 25 and any(date.end <= self.start for date in self._dates):
            return None
        if SAME_PERIOD.search(folded, max(after.start - 30, self.end), after.start):
            main = last_period(self.earlier)
            return same_part(main, after.value) or year_before(main, after.value) or after.value, after.span
        return after.value, after.span

    def _between(self) -> Told | None:
        """The last date between the word that measures and the amount."""
        folded, bases = self._folded, self._base_dates()
        # Right behind the amount before it stands the date of that amount: "2 billion last year, to 5 billion".
        near = self.measured + 8 if self.is_second else self.measured
        for date in reversed(self._dates):
            if near <= date.start < self.start and date.span not in bases:
                if not folded.endswith(("from ", "since "), 0, date.start) or is_range(date, folded):
                    return date.value, date.span
        return None

    def _of_first_amount(self) -> Told | None:
        """The period of the amount before this one, where both are of one list."""
        folded = self._folded
        listed = bool(self.earlier) and (
            ANOTHER_PARTNER.match(folded, self.measured) is not None
            or folded[max(self.start - 12, 0) : self.start].rstrip().endswith(LISTING)
            or folded[self.measured : self.start] == " and "
        )
        return _carried(self.earlier[-1].period) if listed else None

    def _before_word(self) -> Told | None:
        """The last date before the word that measures."""
        folded, bases = self._folded, self._base_dates()
        for date in reversed(self._dates):
            if date.end <= self.measured and date.span not in bases and not folded.endswith("since ", 0, date.start):
                if self.earlier and SAME_PERIOD.search(folded, max(date.start - 25, self.sentence.start), date.start):
                    return same_part(self.earlier[-1].period, date.value) or date.value, date.span
                return date.value, date.span
        return None

    def _by_date(self) -> Told | None:
        """The first date behind the amount by which it is to be reached: "by 2030"."""
        for date in self._dates:
            if date.start >= self.end and self._folded.endswith("by ", 0, date.start):
                if not is_base_of_change(self._folded[self.end : date.start]):
                    return date.value, date.span
        return None

    def _said_once(self) -> Told | None:
        """The only date of the sentence, where it is said once after the last of several amounts."""
        if len(self._dates) != 1:
            return None
        date = self._dates[0]
        if not 0 <= date.start - self.end < 150:
            return None
        gap = self._folded[self.end : date.start]
        if is_base_of_change(gap) or AGAINST.search(gap) or ("(" in gap and ")" not in gap):
            return None
        return date.value, date.span

    def _of_last_figure(self) -> Told | None:
        """The period of the figure before, if it is of this sentence or this is "in the same period"."""
        if not self.earlier:
            return None
        figure = self.earlier[-1]
        if self._is_here(figure):
            goes_on = figure.rule != BASE
        else:
            goes_on = SAME_PERIOD.search(self._folded, self.sentence.start, self.start) is not None
        return _carried(figure.period) if goes_on else None

    def _goes_on(self) -> bool:
        """Whether a sentence without a date goes on to tell of what the sentences before told of."""
        if YEAR_ENDING.search(self._folded, self.sentence.start, self.sentence.end):
            return False  # a year that no calendar tells
        words = set(self.sentence.words)
        now = words & _NOW
        if (now and not (now == {"yearly"} and "basis" in words)) or words.isdisjoint(_PAST):
            return False
        return "today" not in words or not words.isdisjoint(_SAYING)

    def _told_before(self) -> Told | None:
        """The period of the figures of the two sentences before, or the only one that the sentence before names."""
        document = self.reading.document
        counted = [figure for figure in self.earlier if figure.rule != BASE]
        if counted:
            place = document.sentence_index(counted[-1].spans["value"].start)
            back = self.index - place
            if back <= 2:
                # The first figure of a sentence tells its period; those after it may be what it is compared with.
                told = [f for f in counted if document.sentence_index(f.spans["value"].start) == place]
                period = (told[0] if back else told[-1]).period
                if period is not None or back <= 1:
                    return _carried(period)
        if not self.index:
            return None
        previous = document.sentences[self.index - 1]
        dates = [date for date in self._in(previous) if len(date.value.edtf or "") != 10]
        near = document.text[previous.end : document.sentences[self.index].start].count("\n") < 2
        if len(dates) == 1 and (near or _TRADE.search(self._folded, previous.start, previous.end)):
            return dates[0].value, dates[0].span
        return None

    def _right_behind(self) -> Mention[CalendarDate] | None:
        """The first date behind the amount with nothing between that would part them."""
        folded, end = self._folded, self.end
        for date in self._dates:
            if end <= date.start and date.start - end < 90:
                gap = folded[end : date.start]
                if reaches(gap) or (gap == " (" and folded[date.end] == ")"):
                    return date
        return None

    def _months_of_year(self, year: Mention[CalendarDate]) -> Told | None:
        """The months told before, of the year behind the amount: "In January to April, … from 4 billion in 2021"."""
        if not (year.text.isdigit() and self._folded.endswith("in ", 0, year.start)):
            return None
        for date in self._dates:
            if date.end <= self.measured and not YEAR.search(date.text):
                edtf = date.value.edtf or ""
                moved = same_part(date.value, year.value) if "/" in edtf or edtf[5:] > "12" else None
                return (moved, year.span) if moved is not None else None
        return None

    def _may_tell(self, date: Mention[CalendarDate]) -> bool:
        """Whether a date may be a period: not when something was published, nor what is compared with."""
        folded = self._folded
        if PUBLISHED.search(folded, max(date.start - 24, 0), date.start):
            return False
        return (
            self.is_base
            or folded.startswith(", when", date.end)
            or not BASE_DATE.search(folded, max(date.start - 60, self.sentence.start), date.start)
        )

    def _in(self, span: Span) -> list[Mention[CalendarDate]]:
        """The dates in a stretch of the text that a calendar tells."""
        return [m for m in self.reading.mentions.within(span) if m.kind == "date" and m.value.edtf]

    def _is_here(self, figure: TradeFigure) -> bool:
        """Whether a figure is of the same sentence."""
        return figure.spans["value"].start >= self.sentence.start

    def _base_dates(self) -> list[Span | None]:
        """The dates that say when what was compared with was."""
        return [figure.spans.get("period") for figure in self.earlier if figure.rule == BASE]


def _carried(period: CalendarDate | None) -> Told | None:
    """A period taken over from another figure, if that has one: no words of this sentence say it."""
    return None if period is None else (period, None)
