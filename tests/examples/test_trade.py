"""Trade figures, example by example: the resolver alone, on texts marked up by hand."""

from pathlib import Path

import pytest

from diplokit.resolve.trade import trade_figures
from tests.resolving import cases, reading

FILE = Path(__file__).with_name("trade.txt")


def money(value):
    return f"{value.amount:f} {value.currency}"


def told(figure, wanted):
    """A figure as a line of the file, with the fields that its line asks for."""
    period = figure.period.edtf if figure.period else "-"
    parts = [str(figure.measure), money(figure.value), period, figure.reporter or "-", figure.partner or "-"]
    for field in wanted:
        holder = (
            figure.change if field in ("direction", "percent") else figure.ranking if field == "ordinal" else figure
        )
        value = getattr(holder, field)
        parts.append(f"{field}={', '.join(map(money, value)) if isinstance(value, tuple) else value}")
    return " | ".join(parts)


@pytest.mark.parametrize(
    ("text", "expected"), list(cases(FILE)), ids=lambda value: value[:50] if isinstance(value, str) else ""
)
def test_trade_figures(text, expected):
    """The text gives these figures, and no others."""
    made = reading(text)
    lines = []
    for number, figure in enumerate(trade_figures.resolve(made)):
        wanted = []
        if number < len(expected):
            wanted = [part.partition("=")[0] for part in expected[number].split(" | ")[5:]]
        lines.append(told(figure, wanted))
    assert lines == expected


def test_a_figure_that_does_not_add_up_is_warned_of():
    """Exports, imports and their total are compared; nothing is corrected."""
    made = reading(
        "In <2023|2023>, [Peru] and [Chile] had total trade of <9e9 USD|$9 billion>, with exports of <5e9 USD|$5 billion> "
        "and imports of <2e9 USD|$2 billion>."
    )
    warned = [figure for figure in trade_figures.resolve(made) if figure.warnings]
    assert [(figure.measure, figure.warnings) for figure in warned] == [("total_trade", ("not the sum of t2 and t3",))]


def test_exchange_rates_that_disagree_are_warned_of():
    """The rate between two currencies is the same in one text."""
    made = reading(
        "In <2023|2023>, [Peru]'s exports were <1e9 PEN|1 billion soles> (<2.5e8 USD|$250 million>) and imports "
        "<2e9 PEN|2 billion soles> (<9e8 USD|$900 million>)."
    )
    assert [bool(figure.warnings) for figure in trade_figures.resolve(made)] == [False, True]


def test_what_is_refused_is_told_with_its_reason():
    """An amount beside a word of trade that is something else leaves a notice."""
    made = reading("Trade grew, and investment from [Germany] reached <5e9 USD|$5 billion> in <2021|2021>.")
    assert list(trade_figures.resolve(made)) == []
    assert [notice.message for notice in made.notices] == ["no trade figure: fdi_investment"]
