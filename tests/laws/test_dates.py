"""Laws of dates: what CLDR writes is read back, what the text leaves open stays open, and time is linear."""

import datetime as dt
import re
import time
from itertools import pairwise

import pytest
from babel import Locale, dates, localedata
from hypothesis import given
from hypothesis import strategies as st

from diplokit import Document, find
from diplokit.edtf import edtf_bounds
from diplokit.extract.dates import DATES
from diplokit.extract.dates.calendars import solar_hijri
from diplokit.vocabulary import Resolution

LANGUAGES = sorted({identifier.partition("_")[0] for identifier in localedata.locale_identifiers()})
# Languages whose dates are not read back in some form, with the reason; one that starts to pass must be taken out.
KNOWN_FAILURES: dict[str, str] = {}

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31))
FORMS = st.sampled_from(["full", "long", "medium"])
# Zero of the number systems that CLDR names as default or native of a language.
ZEROS = {
    "adlm": 0x1E950, "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "cakm": 0x11136, "deva": 0x966, "gujr": 0xAE6,
    "guru": 0xA66, "hmnp": 0x1E140, "khmr": 0x17E0, "knda": 0xCE6, "laoo": 0xED0, "mlym": 0xD66, "mtei": 0xABF0,
    "mymr": 0x1040, "nkoo": 0x7C0, "olck": 0x1C50, "orya": 0xB66, "rohg": 0x10D30, "tamldec": 0xBE6, "telu": 0xC66,
    "thai": 0xE50, "tibt": 0xF20,
}  # fmt: skip


def read(text, locale="en", published=None):
    """The dates of a text: start, end and EDTF."""
    document = Document.read(text, locale=locale, published=published)
    return [(mention.start, mention.end, mention.value.edtf) for mention in find(document, [DATES])]


def format_date(day, form, locale):
    """What Babel writes when no other locale was used before.

    Babel leaves names of one locale in the data that others inherit when it looks an alias up, so that "LLLL" may come
    out in another language.
    """
    if "L" in form:
        localedata._cache.clear()
    return dates.format_date(day, form, locale)


def in_sentence(locale, date):
    """A sentence around a date, and where the date begins; without spaces where the script has none."""
    before, after = {"th": ("เมื่อ", "ที่ลิมา"), "ja": ("会談は", "に開かれた。"), "zh": ("双方于", "在利马签署。")}.get(
        locale, ("Lima ", ", Peru.")
    )
    return before + date + after, len(before)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_dates_of_every_language_are_read_back(locale):
    wrong = []
    for form in ("full", "long", "medium"):
        for day in (dt.date(2024, 5, 3), dt.date(2019, 11, 14), dt.date(1987, 12, 31)):
            written = format_date(day, form, locale)
            text, start = in_sentence(locale, written)
            if read(text, locale) != [(start, start + len(written), day.isoformat())]:
                wrong.append(text)
    assert bool(wrong) == (locale in KNOWN_FAILURES), wrong


def test_at_least_three_hundred_languages_are_read():
    assert len(set(LANGUAGES) - set(KNOWN_FAILURES)) >= 300


@given(st.sampled_from(LANGUAGES), DAYS, FORMS)
def test_any_day_is_read_back_alone_and_in_a_sentence(locale, day, form):
    written = format_date(day, form, locale)
    assert read(written, locale) == [(0, len(written), day.isoformat())]
    text, start = in_sentence(locale, written)
    assert read(text, locale) == [(start, start + len(written), day.isoformat())]


@given(st.sampled_from(LANGUAGES), DAYS, st.sampled_from(["MMMM y", "LLLL y", "MMM y", "LLL y"]))
def test_a_month_with_its_year_is_read_in_both_forms(locale, day, pattern):
    written = format_date(day, pattern, locale)
    assert read(f"Lima {written}, Peru.", locale) == [(5, 5 + len(written), f"{day:%Y-%m}")]


@given(st.data(), st.sampled_from(LANGUAGES), DAYS, FORMS)
def test_digits_of_the_language_are_read(data, locale, day, form):
    systems = {Locale.parse(locale).default_numbering_system, *Locale.parse(locale).other_numbering_systems.values()}
    zero = ZEROS.get(data.draw(st.sampled_from(sorted(systems))), ord("0"))
    written = format_date(day, form, locale).translate({ord("0") + n: chr(zero + n) for n in range(10)})
    assert read(written, locale) == [(0, len(written), day.isoformat())]


MONTH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
ORDINAL = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


@st.composite
def english(draw):
    """A day as English writes it: every order, with weekday, ordinal and comma or not."""
    day = draw(DAYS)
    name = MONTH[day.month - 1]
    name = draw(st.sampled_from([name, name[:3], name[:3] + ".", name.upper()])) if day.month != 5 else name
    number = str(day.day) + draw(st.sampled_from(["", ORDINAL.get(day.day, "th")]))
    written = draw(
        st.sampled_from(
            [
                f"{number} {name} {day.year}",
                f"{number} {name}, {day.year}",
                f"{number} of {name} {day.year}",
                f"the {number} of {name}, {day.year}",
                f"{name} {number}, {day.year}",
                f"{name} {number} {day.year}",
                f"{name} the {number}, {day.year}",
                day.isoformat(),
            ]
        )
    )
    weekday = draw(st.sampled_from(["", f"{day:%A}, ", f"{day:%A} ", f"{day:%a}, "]))
    return day, written if written[0:4] == f"{day.year}" else weekday + written


@given(english(), st.sampled_from(["They met on {} in Lima.", "{}", "LIMA, {} (Agency) - Talks began.", "(on {})"]))
def test_every_english_order_of_a_day_is_read(written, frame):
    day, date = written
    text = frame.format(date)
    found = read(text)
    start = text.index(date)
    assert [edtf for _, _, edtf in found] == [day.isoformat()]
    assert found[0][1] == start + len(date)
    assert found[0][0] - start in (0, 4 * date.startswith("the "))


@given(
    DAYS,
    st.integers(1, 20),
    st.sampled_from(
        [
            "{} to {} {m} {y}",
            "{}-{} {m} {y}",
            "{} \u2013 {} {m} {y}",
            "{m} {}-{}, {y}",
            "{m} {} to {}, {y}",
            "{m} {} through {}, {y}",
        ]
    ),
)
def test_every_english_range_of_days_is_read(day, length, frame):
    last = day + dt.timedelta(length)
    if last.month != day.month:
        return
    written = frame.format(day.day, last.day, m=MONTH[day.month - 1], y=day.year)
    assert read(f"From {written}, they met.") == [(5, 5 + len(written), f"{day.isoformat()}/{last.isoformat()}")]


RELATIVE = st.sampled_from(
    [
        "today",
        "yesterday",
        "tomorrow",
        "last week",
        "next month",
        "this year",
        "two days ago",
        "three years ago",
        "on Friday",
        "last Monday",
        "next quarter",
        "on 12 March",
        "in June",
        "this morning",
        "later this month",
        "in the third quarter",
        "this summer",
        "from 3 to 5 May",
        "earlier this year",
    ]
)


@given(st.lists(RELATIVE, min_size=1, max_size=4))
def test_without_a_day_of_publication_nothing_relative_is_guessed(phrases):
    text = "They met " + ", and then ".join(phrases) + "."
    for mention in find(Document.read(text), [DATES]):
        assert mention.value.resolution == Resolution.UNRESOLVED
        assert mention.value.edtf is None or "XXXX" in mention.value.edtf


@given(
    st.sampled_from(["on Friday", "last week", "two days ago", "yesterday", "next Monday", "this weekend"]),
    DAYS,
    st.integers(-50, 50),
)
def test_relative_days_move_with_the_day_of_publication(phrase, day, weeks):
    shift = dt.timedelta(7 * weeks)
    (here,), (there,) = read(f"They met {phrase}.", published=day), read(f"They met {phrase}.", published=day + shift)
    moved = [bound + shift for bound in edtf_bounds(here[2])]
    assert moved == list(edtf_bounds(there[2]))


@given(DAYS, st.sampled_from(MONTH), st.integers(1, 28))
def test_a_day_without_its_year_lies_within_a_year_of_publication(published, month, number):
    ((_, _, edtf),) = read(f"They met on {number} {month}.", published=published)
    assert abs(dt.date.fromisoformat(edtf) - published) <= dt.timedelta(366)


@given(st.sampled_from([*LANGUAGES, *["en"] * 40]), st.text(max_size=80), DAYS | st.none())
def test_any_text_in_any_language_is_read(locale, text, published):
    read(text, locale, published)


PIECES = st.sampled_from(
    [
        "1",
        "2",
        "12",
        "31",
        "2024",
        "1990s",
        "-",
        "/",
        ".",
        ",",
        "to",
        "and",
        "of",
        "May",
        "March",
        "Mon",
        "Friday",
        "the",
        "last",
        "this",
        "year",
        "week",
        "ago",
        "(",
        ")",
        "in",
        "next",
        "early",
        "'first",
        "quarter",
        "of",
        "'Q1",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=25).map(" ".join), DAYS | st.none())
def test_scraps_of_dates_are_read(text, published):
    for start, end, edtf in read(text, published=published):
        assert 0 <= start < end <= len(text)
        assert edtf is None or edtf_bounds(edtf)


@given(st.dates(dt.date(1900, 4, 1), dt.date(2090, 1, 1)))
def test_solar_hijri_days_follow_each_other(day):
    # Walk from the day's new year: the calendar must reach the day after it exactly once.
    year = day.year - 621 if (day.month, day.day) >= (3, 22) else day.year - 622
    days = [solar_hijri(year, month, number) for month in range(1, 13) for number in range(1, 32)]
    days = [found for found in days if found]
    assert [b - a for a, b in pairwise(days)] == [dt.timedelta(1)] * (len(days) - 1)
    assert days[0] <= day <= days[-1] or abs(day - days[0]) < dt.timedelta(3) or abs(day - days[-1]) < dt.timedelta(3)


@pytest.mark.parametrize("locale", ["en", "de", "zh"])
@pytest.mark.parametrize(
    "scrap",
    ["1", "1,", "12-", "2024-", "May ", "1 2 ", "10/", " ", "last ", "5 to ", "Friday, ", "three days ", "4 May to "],
)
def test_time_grows_with_length_only(locale, scrap):
    def seconds(size):
        text = scrap * (size // len(scrap))
        begin = time.process_time()
        read(text, locale, "2024-11-14")
        return time.process_time() - begin

    seconds(1000)
    # Eight times the text: eight times the time, and much room for a busy machine; a square would be 64 times.
    small = max(min(seconds(2_500) for _ in range(3)), 0.05 / 24)
    assert min(seconds(20_000) for _ in range(3)) < 24 * small


def test_words_of_tables_are_all_read():
    """Every phrase that counts from the day of publication is found in its own language, once and whole."""
    from diplokit.tables import names, settings

    published = dt.date(2024, 11, 14)
    for table in names():
        if not re.fullmatch(r"\w+/dates\.toml", table) or table.startswith("en/"):
            continue
        for _unit, _count, phrases in settings(table)["relative"]:
            for phrase in phrases:
                found = read(phrase, table.partition("/")[0], published)
                assert [(start, end) for start, end, _ in found] == [(0, len(phrase))], (table, phrase, found)


@pytest.mark.parametrize("digits", [30, 60, 500])
def test_digits_behind_what_may_be_a_day_are_read_once(digits):
    text = f"on 3 {'1' * digits} and 4, {'12' * digits} "
    read("on 3 May")
    start = time.process_time()
    read(text * 5)
    assert time.process_time() - start < 0.5
