"""Hypothesis strategies for documents, values, mentions and records (extra `testing`)."""

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from diplokit import (
    Actor,
    CalendarDate,
    Change,
    Commitment,
    Document,
    Event,
    Extraction,
    Honorific,
    Meeting,
    Mention,
    Mentions,
    Money,
    Name,
    Notice,
    Office,
    Organisation,
    Participant,
    Percent,
    Place,
    Ranking,
    Reference,
    Span,
    Title,
    TradeFigure,
)
from diplokit import vocabulary as v
from diplokit.records import Source
from diplokit.values import VALUES

WORDS = st.sampled_from(
    "Malaysia Peru Lima the leaders agreed to on in 2024 May 3 US$5 billion President Dr. Anwar said met “we’ ( ) , ; — 1.5 % ASEAN will visit".split()
)


def texts() -> st.SearchStrategy[str]:
    """Any text at all, and texts that look like news."""
    any_text = st.text(st.characters(blacklist_categories=()), max_size=200)
    return st.one_of(any_text, st.lists(WORDS, max_size=30).map(" ".join))


def documents() -> st.SearchStrategy[Document]:
    """Documents in English, with and without a day of publication."""
    return st.builds(Document, texts(), st.just("en"), st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))


@st.composite
def spans(draw: st.DrawFn, limit: int = 1_000) -> Span:
    """Spans of up to `limit` characters."""
    start = draw(st.integers(0, limit - 1))
    return Span(start, draw(st.integers(start + 1, limit)))


def dates() -> st.SearchStrategy[CalendarDate]:
    """Days, months, years, quarters, decades, intervals; resolved and not."""
    days = st.dates(dt.date(1000, 1, 1))
    edtf = st.one_of(
        days.map(dt.date.isoformat),
        days.map(lambda day: day.isoformat()[:7]),
        days.map(lambda day: day.isoformat()[:4]),
        st.builds(
            lambda year, part: f"{year}-{part}",
            st.integers(1000, 9998),
            st.sampled_from([*range(21, 25), *range(33, 42)]),
        ),
        st.builds(lambda decade: f"{decade}X", st.integers(100, 999)),
        st.tuples(days, days).map(lambda pair: "/".join(day.isoformat() for day in sorted(pair))),
        days.map(lambda day: f"{day.isoformat()}/.."),
        st.just("XXXX-03-12"),
    )
    return st.builds(CalendarDate, st.none() | edtf, st.sampled_from(v.Resolution))


def amounts() -> st.SearchStrategy[Decimal]:
    """Finite decimals."""
    return st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15), max_value=10**15)


def money() -> st.SearchStrategy[Money]:
    """Amounts of money."""
    return st.builds(Money, amounts(), st.none() | st.sampled_from(["USD", "MYR", "PEN"]), st.sampled_from(v.Qualifier))


_name = st.text(min_size=1, max_size=12)
_maybe_name = st.none() | _name


def values() -> dict[str, st.SearchStrategy[Any]]:
    """A strategy for the value of every built-in kind of mention."""
    return {
        "date": dates(),
        "money": money(),
        "percent": st.builds(Percent, amounts(), st.sampled_from(v.PercentUnit)),
        "title": st.builds(
            Title, _name, st.sampled_from(v.Role), st.sampled_from(v.RoleStatus), _maybe_name, _maybe_name
        ),
        "honorific": st.builds(Honorific, _name, _maybe_name),
        "person": st.builds(Name, st.lists(_name, min_size=1, max_size=4).map(tuple), _maybe_name),
        "organisation": st.builds(Organisation, _name, _maybe_name, st.sampled_from(v.ActorKind)),
        "place": st.builds(Place, _name, _maybe_name, st.sampled_from(v.PlaceKind), st.sampled_from(v.PlaceForm)),
        "event": st.builds(
            Event, _name, st.none() | st.integers(1, 200), _maybe_name, st.none() | st.integers(1900, 2100)
        ),
    }


@st.composite
def mentions(draw: st.DrawFn) -> Mention[Any]:
    """Mentions of every kind; their text has the length of their span."""
    kind = draw(st.sampled_from(sorted(VALUES)))
    start = draw(st.integers(0, 500))
    text = draw(st.text(min_size=1, max_size=20))
    value = draw(values()[kind])
    return Mention(kind, Span(start, start + len(text)), text, value, draw(_name), draw(st.sampled_from(v.Confidence)))


_ids = st.sampled_from(["a1", "a2", "a3"])
_spans = st.dictionaries(st.sampled_from(["trigger", "content", "date", "value"]), spans(), max_size=3)
_warnings = st.lists(_name, max_size=2).map(tuple)


def actors() -> st.SearchStrategy[Actor]:
    """Actors with offices and references."""
    offices = st.builds(
        Office,
        _name,
        st.sampled_from(v.Role),
        st.sampled_from(v.RoleStatus),
        st.none() | _ids,
        st.none() | _ids,
        st.sampled_from(v.Confidence),
    )
    return st.builds(
        Actor,
        id=_ids,
        kind=st.sampled_from(v.ActorKind),
        name=_name,
        acronym=_maybe_name,
        code=st.none() | st.just("PER"),
        aliases=st.lists(_name, max_size=2),
        honorifics=st.lists(_name, max_size=2),
        offices=st.lists(offices, max_size=2),
        references=st.lists(st.builds(Reference, spans(), _name), max_size=3),
        warnings=_warnings,
    )


def meetings() -> st.SearchStrategy[Meeting]:
    """Meetings."""
    return st.builds(
        Meeting,
        id=_name,
        kind=st.sampled_from(v.MeetingKind),
        visit_type=st.none() | st.sampled_from(v.VisitType),
        maiden=st.booleans(),
        mode=st.sampled_from(v.MeetingMode),
        status=st.sampled_from(v.MeetingStatus),
        level=st.none() | st.sampled_from(v.MeetingLevel),
        participants=st.lists(st.builds(Participant, _ids, st.sampled_from(v.Participation)), max_size=3),
        place=_maybe_name,
        date=st.none() | dates(),
        spans=_spans,
        rule=_name,
        warnings=_warnings,
    )


def commitments() -> st.SearchStrategy[Commitment]:
    """Commitments."""
    return st.builds(
        Commitment,
        id=_name,
        act=st.sampled_from(v.Act),
        committers=st.lists(_ids, max_size=2),
        content=_maybe_name,
        object_kind=st.sampled_from(v.ObjectKind),
        specificity=st.lists(st.sampled_from(v.Specificity), max_size=3),
        deadline=st.none() | dates(),
        amount=st.none() | money(),
        spans=_spans,
        rule=_name,
    )


def trade_figures() -> st.SearchStrategy[TradeFigure]:
    """Trade figures with changes and rankings."""
    change = st.builds(
        Change,
        direction=st.sampled_from(v.Direction),
        percent=st.none() | amounts(),
        basis=st.none() | st.sampled_from(v.Basis),
    )
    return st.builds(
        TradeFigure,
        id=_name,
        measure=st.sampled_from(v.Measure),
        value=money(),
        equivalents=st.lists(money(), max_size=2),
        period=st.none() | dates(),
        frequency=st.none() | st.sampled_from(v.Frequency),
        reporter=st.none() | _ids,
        partner=st.none() | _ids | st.just("world"),
        change=st.none() | change,
        ranking=st.none() | st.builds(Ranking, ordinal=st.integers(1, 30), role=st.sampled_from(v.RankingRole)),
        spans=_spans,
        rule=_name,
    )


def extractions() -> st.SearchStrategy[Extraction]:
    """Whole extractions."""
    records = [st.lists(strategy, max_size=2) for strategy in (actors(), meetings(), commitments(), trade_figures())]
    return st.builds(
        Extraction,
        st.builds(Source, _maybe_name, st.just("en"), st.none() | st.dates(), st.integers(0, 10**6)),
        st.lists(mentions(), max_size=4).map(Mentions),
        st.tuples(*records).map(lambda kinds: tuple(record for kind in kinds for record in kind)),
        st.lists(st.builds(Notice, _name, _name, _name, st.none() | spans()), max_size=2),
    )
