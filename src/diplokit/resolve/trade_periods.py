"""When a trade figure was: the date beside it, or the one of its clause, sentence or the sentence before."""

from collections.abc import Sequence

from diplokit import CalendarDate, Reading, Span, TradeFigure

from .clauses import Sentence

_NOW = frozenset("now currently annually daily every each day yearly today".split())
_PAST = frozenset("was were had reached totalled totaled amounted stood rose fell grew exceeded recorded hit posted enjoyed came".split())


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
    dates = [m for m in reading.mentions.within(Span(sentence.start, sentence.end)) if m.kind == "date" and m.value.edtf is not None]
    folded = document.folded
    after = next((m for m in dates if end <= m.start and m.start - end < 90 and _reaches(folded[end : m.start])), None)
    if base:
        if after is not None and after.start - end < 45:
            return after.value, after.span
        return None
    if after is not None and _is_base_of_change(folded[end : after.start]):
        after = None
    if after is not None:
        return after.value, after.span
    inner = [m for m in dates if measured <= m.start < start and not folded[max(m.start - 6, 0) : m.start].endswith(("from ", "since "))]
    if inner:
        return inner[-1].value, inner[-1].span
    if second:
        return None
    before = [m for m in dates if m.end <= measured and not folded[max(m.start - 6, 0) : m.start].endswith("since ")]
    if before:
        return before[-1].value, before[-1].span
    later = [m for m in dates if m.start >= end and not _is_base_of_change(folded[end : m.start]) and folded[max(m.start - 3, 0) : m.start] == "by "]
    if later:
        return later[0].value, later[0].span
    words = set(sentence.words)
    if words & _NOW or not words & _PAST:
        return None
    for figure in reversed(earlier):
        where = figure.spans.get("period")
        if where is not None and index - document.sentence_index(where.start) <= 1:
            return (figure.period, None) if figure.period is not None else None
        break
    if index:
        previous = document.sentences[index - 1]
        told = [m for m in reading.mentions.within(previous) if m.kind == "date" and m.value.edtf is not None and len(m.value.edtf) <= 9]
        if len(told) == 1 and document.text[previous.end : document.sentences[index].start].count("\n") < 2:
            return told[0].value, told[0].span
    return None


def _reaches(gap: str) -> bool:
    """Whether a date after an amount still belongs to it: no other amount or clause between."""
    return not any(mark in gap for mark in (";", "\n\n", " while ", " whereas ", " and imports", " and exports", " compared ", " against ", " from ", " but ")) and (
        "(" not in gap or ")" in gap
    )


def _is_base_of_change(gap: str) -> bool:
    """Whether the words between an amount and a date make the date the one that is compared with."""
    tail = gap[-40:]
    return any(
        word in tail for word in (" from ", " since ", " than in ", " over the ", " over ", " compared ", " against ", " than ", "the previous", " on ", " signed", " launched", " took effect", "entered")
    ) and not tail.rstrip().endswith((" in", " for", " during"))  or " from " in gap and tail.rstrip().endswith("in") and gap.count(" from ") > 0


__all__ = ["period_of"]
