"""How a trade figure is known, and how long it covers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from diplokit import CalendarDate, Mention, Money, Reading, Span
from diplokit.resolve.clauses import Sentence
from diplokit.vocabulary import Frequency, Observation, Qualifier

from .words import word_class

# "helped raise exports to": they are there.
_HELPING = frozenset(["help", "helps", "helped", "helping"])
_BEFORE_MONTH = frozenset("in of since until till to from through last this by for during between".split())
_UP_TO_MONTH = re.compile(r"\b(?:three|six)[- ]months? (?:to|ended|ending|through|until)\b")
_GROW = frozenset("increase expand grow elevate lift take raise double boost".split())


def qualifier_of(sentence: Sentence, amount: Mention[Money]) -> Qualifier:
    """How exact an amount is, by the words right before it or by "record" a little earlier."""
    qualifier = amount.value.qualifier
    if qualifier is not Qualifier.EXACT or "record" not in sentence.words:
        return qualifier
    at = sentence.at(amount.start)
    return Qualifier.RECORD if "record" in sentence.words[max(at - 4, 0) : at + 1] else qualifier


def observation_of(
    sentence: Sentence, first: int, amount: int, *, base: bool, behind: int | None = None
) -> Observation:
    """Whether a figure was counted, estimated, expected or aimed at."""
    if base:
        return Observation.ACTUAL
    if behind is not None:
        first = behind + 8  # a second amount: what was said of the first one does not count
    between = sentence.words[max(first - 8, 0) : amount]
    between = [
        word
        for at, word in enumerate(between)
        if (word != "may" or not _is_month(between, at)) and (word != "set" or "record" not in between[at : at + 4])
    ]
    after = sentence.words[amount : amount + 14]
    around = [*sentence.words[max(first - 8, 0) : amount], *(after[: after.index(";")] if ";" in after else after)]
    counted = {"was", "were", "reached", "totalled", "totaled", "stood", "amounted", "rose", "fell"} & set(
        sentence.words[first:amount]
    )
    if any(word in word_class("provisional") for word in around):
        return Observation.PROVISIONAL
    if counted and "target" not in around:
        return Observation.ESTIMATE if any(word in word_class("estimate") for word in between) else Observation.ACTUAL
    if any(word in ("target", "targets", "goal") for word in around):
        return Observation.TARGET
    expected = {
        "expected",
        "forecast",
        "projected",
        "predicted",
        "anticipated",
        "likely",
        "expects",
        "forecasts",
        "predicts",
    }
    if not expected.isdisjoint(between):
        return Observation.FORECAST
    aims = word_class("target")
    moved = any(word in word_class("up") or word in word_class("down") for word in between)
    helped = any(one in _HELPING and two in aims for one, two in pairwise(between))
    if (any(word in aims for word in between) and not helped) or any(
        one == "to" and (two in _GROW or (two in ("reach", "achieve") and not moved)) for one, two in pairwise(between)
    ):
        return Observation.TARGET
    if any(word in word_class("forecast") for word in between) or ("going", "to") in pairwise(between):
        return Observation.FORECAST
    if any(word in word_class("estimate") for word in between):
        return Observation.ESTIMATE
    return Observation.ACTUAL


def _is_month(words: Sequence[str], at: int) -> bool:
    """Whether "may" at a place is the month."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return (at > 0 and words[at - 1] in _BEFORE_MONTH) or following in (",", "alone") or following[:1].isdigit()


def frequency_of(
    period: CalendarDate | None, sentence: Sentence, where: Span | None, reading: Reading
) -> Frequency | None:
    """What length of time a period covers, by its EDTF form and the words that name it."""
    if period is None or period.edtf is None or period.start is None or period.end is None:
        if {"annually", "annual", "yearly"} & set(sentence.words):
            return Frequency.ANNUAL
        return None
    folded = reading.document.folded
    said = folded[where.start : where.end] if where is not None else ""
    days = (period.end - period.start).days + 1
    if (
        "fiscal" in said
        or "financial year" in said
        or re.search(r"\d{4}[-/]\d{2,4}\Z", said)
        or ("/" in period.edtf and days >= 360 and len(period.edtf) == 9)
    ):
        return Frequency.FISCAL
    if (
        ("first" in said and "month" in said)
        or ("to date" in said)
        or (
            "/" in period.edtf
            and period.start.month == 1
            and period.start.day == 1
            and 31 < days < 360
            and "half" not in said
            and "quarter" not in said
            and not (where is not None and _UP_TO_MONTH.search(folded, max(where.start - 20, 0), where.end))
        )
    ):
        return Frequency.YEAR_TO_DATE
    if 360 <= days <= 372:
        return Frequency.ANNUAL
    if 175 <= days <= 190:
        return Frequency.HALF
    if 85 <= days <= 95:
        return Frequency.QUARTER
    if 27 <= days <= 32:
        return Frequency.MONTH
    return Frequency.POINT if days == 1 else None
