"""Laws of trade figures: what is said in a frame comes back from it, and no text breaks or stalls the search."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplokit.resolve.trade import trade_figures, wholes
from diplokit.resolve.trade.period_words import is_base_of_change
from diplokit.resolve.trade.words import TRADE
from tests.resolving import reading

STATES = st.lists(
    st.sampled_from(["Peru", "Chile", "Ghana", "Nepal", "Fiji", "Oman"]), min_size=2, max_size=2, unique=True
)
AMOUNTS = st.integers(1, 999)
YEARS = st.integers(1950, 2024)
FRAMES = st.sampled_from(
    [
        ("exports", "In <{y}|{y}>, [{a}]'s exports to [{b}] were worth <{n}e6 USD|${n} million>."),
        ("imports", "[{a}] imported <{n}e6 USD|${n} million> worth of rice from [{b}] in <{y}|{y}>."),
        ("imports", "[{a}]'s imports from [{b}] fell to <{n}e6 USD|${n} million> in <{y}|{y}>."),
        ("total_trade", "Trade between [{a}] and [{b}] stood at <{n}e6 USD|${n} million> in <{y}|{y}>."),
        ("total_trade", "[{a}] and [{b}] did <{n}e6 USD|${n} million> in two-way trade in <{y}|{y}>."),
        ("balance", "[{a}] had a trade surplus of <{n}e6 USD|${n} million> with [{b}] in <{y}|{y}>."),
        ("exports", "[{a}]'s export to [{b}] was <{n}e6 USD|${n} million> in <{y}|{y}>, a rise of <4 %|4 percent>."),
        ("total_trade", "Trade between [{a}] and [{b}] is growing. It reached <{n}e6 USD|${n} million> in <{y}|{y}>."),
        ("balance", "In <{y}|{y}>, [{a}] had a <{n}e6 USD|${n} million> trade surplus with [{b}]."),
        ("exports", "[{b}] was [{a}]'s largest export market in <{y}|{y}>, with <{n}e6 USD|${n} million>."),
        ("deficit", "[{a}]'s trade deficit with [{b}] widened to <{n}e6 USD|${n} million> in <{y}|{y}>."),
    ]
)
# A date whose year the text leaves open, and the first year that there is.
OPEN_DATES = st.sampled_from(
    "<XXXX-02|February> <XXXX-05|May> <XXXX-33|the first quarter> <XXXX-01/XXXX-05|January to May> <XXXX|last year> "
    "<XXXX-08-05|August 5> <199X|the 1990s> <0001-02|February of the year 1> <2024-02|February 2024> <2023|2023>".split(
        "> "
    )
).map(lambda date: date.rstrip(">") + ">")
OPEN_FRAMES = st.sampled_from(
    [
        "[Peru]'s exports to [Chile] rose to <5e6 USD|$5 million> in {date} from <4e6 USD|$4 million> in {base}.",
        "[Peru]'s exports to [Chile] rose to <5e6 USD|$5 million> in {date}, against <4e6 USD|$4 million> in the same period of {base}.",
        "In {date}, [Peru]'s exports to [Chile] rose to <5e6 USD|$5 million> from <4e6 USD|$4 million> year-on-year, or since {base}.",
    ]
)
FILLER = st.sampled_from(["", "The talks were short. ", "Nobody came.\n\n"])
WORDS = st.lists(
    st.sampled_from(
        [
            *"[Peru] [Chile|Chilean] exports imports trade surplus deficit two-way of to from with between and in by was were".split(),
            *"worth it reached partner market , . ( ) 's <2020|2020> <2019-03|March> up fell respectively investment loan deal target record".split(),
            *("<5e6 USD|$5m>", "<2e6 EUR|2m>", "<3 %|3%>"),
        ]
    ),
    max_size=50,
).map(" ".join)


def found(text):
    made = reading(text)
    return made.document, list(trade_figures.resolve(made))


@given(STATES, AMOUNTS, YEARS, FRAMES, FILLER, FILLER)
def test_a_figure_comes_back_from_its_frame(states, amount, year, frame, before, after):
    """Measure, amount, period, reporter and partner are those of the sentence, wherever it stands."""
    measure, text = frame
    _, figures = found(before + text.format(a=states[0], b=states[1], n=amount, y=year) + after)
    value = Decimal(amount) * 1_000_000
    expected = ("balance", -value) if measure == "deficit" else (measure, value)
    assert [(str(f.measure), f.value.amount, f.period and f.period.edtf, f.reporter, f.partner) for f in figures] == [
        (*expected, str(year), *states)
    ]


@given(WORDS)
def test_evidence_lies_in_the_text(text):
    """Whatever the words: each figure has an amount of the text, and no amount is used twice."""
    document, figures = found(text)
    amounts = [figure.spans["value"] for figure in figures]
    assert len(set(amounts)) == len(amounts)
    assert all(span.end <= len(document.text) for figure in figures for span in figure.spans.values())
    assert [figure.id for figure in figures] == [f"t{number}" for number in range(1, len(figures) + 1)]


@given(OPEN_DATES, OPEN_DATES, OPEN_FRAMES)
def test_dates_without_a_year_are_as_good_as_others(date, base, frame):
    """A text that does not tell its own date leaves years open: its figures come back with periods as open."""
    _, figures = found(frame.format(date=date, base=base))
    assert [(str(f.measure), f.value.amount, f.reporter, f.partner) for f in figures] == [
        ("exports", 5_000_000, "Peru", "Chile"),
        ("exports", 4_000_000, "Peru", "Chile"),
    ]


def test_time_grows_with_length(assert_linear):
    """Also without any full stop."""
    for unit in (
        "exports of <5e6 USD|$5m> and imports ",
        "trade between [Peru] and <5e6 USD|$5m> ",
        "surplus <5e6 USD|$5m> from [Chile] ",
        "export partners [Peru] with <5e6 USD|$5m> , ",
        "it reached <5e6 USD|$5m> (exports) , [Chile] had imports (<3e6 USD|$3m> over <2020|2020>) , including ",
    ):

        def prepare(times, unit=unit):
            made = reading(unit * times)
            made.document.hits(TRADE)
            return lambda: list(trade_figures.resolve(made))

        assert_linear(prepare, 40)


@pytest.mark.parametrize("text", [f" from {'the an just over ' * 20}x", f" from {'. -, ' * 60}x"])
def test_little_words_before_an_amount_are_read_once(text):
    start = time.process_time()
    assert not is_base_of_change(text)
    assert wholes._RANKED.match("." * 400) is None
    assert time.process_time() - start < 0.5
