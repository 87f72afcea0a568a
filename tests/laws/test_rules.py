"""Rules: words under their pattern, values, refusals, time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplokit import CalendarDate, Document, Lexicon, Refusal, find, rule
from diplokit.testing import check_extractor, found_in
from diplokit.testing.strategies import texts

MONTHS = Lexicon("months of a test", {"May": 5, "Sept": 9, "September": 9}, cased=True)


@rule(
    r"(?P<day>\d{1,2}) (?P<month>{month}),? (?P<year>\d{4})",
    words={"month": MONTHS},
    yes={"on 3 May 2024": CalendarDate("2024-05-03"), "12 SEPTEMBER 1999": CalendarDate("1999-09-12")},
    no=["31 September 2024", "3 Mayor 2024", "3 may 2024", "13 Mays 2024", "3 May 20245"],
)
def day_month_year(day, month, year):
    """A day, a named month and a year."""
    try:
        return CalendarDate(f"{year}-{month:02}-{int(day):02}")
    except ValueError:
        return None


@rule(
    r"article (?P<number>\d+)",
    yes={"under Article 5 of the Charter": 5},
    no=["article five", "particle 5"],
    kind="article",
    confidence="likely",
)
def article(number):
    """An article of a treaty."""
    return Refusal("no treaty has an article 0") if number == "0" else int(number)


def test_rules_keep_their_promises():
    check_extractor(day_month_year)
    check_extractor(article)
    assert day_month_year.kind == "date"
    assert article.description == "An article of a treaty."


@given(st.integers(1, 28), st.sampled_from(["May", "Sept", "September"]), st.integers(1000, 9999), texts(), texts())
def test_a_rule_finds_its_words_wherever_they_stand(day, month, year, before, after):
    written = f"{day} {month} {year}"
    found = found_in(f"{before}\n\n{written}\n\n{after}", [day_month_year])
    assert written in [text for text, _ in found]


def test_what_a_rule_refuses_is_dropped():
    assert found_in("Article 0 and Article 1", [article]) == [("Article 1", 1)]


def test_private_use_characters_of_the_text_are_no_words():
    assert find("3 \ue000\ue001\ue001 2024", [day_month_year]) == ()
    assert found_in("\ue000 3 May 2024", [day_month_year]) == [("3 May 2024", CalendarDate("2024-05-03"))]


def test_mistakes_in_a_rule_are_told_when_it_is_made():
    with pytest.raises(TypeError, match=r"must take exactly the groups of its pattern, by name: \['a'\], not \['b'\]"):
        rule(r"(?P<a>x)", yes={"x": 1})(lambda b: b)
    with pytest.raises(TypeError, match="never calls"):
        rule(r"(?P<a>x)", yes={"x": 1}, words={"moon": {"Io": 1}})(lambda a: a)
    with pytest.raises(TypeError, match="no example"):
        rule(r"(?P<a>x)", yes={})(lambda a: a)


def test_a_rule_that_raises_or_hangs_costs_its_own_results():
    from diplokit import examine

    @rule(r"(?P<a>x)", yes={"x": 1}, kind="x")
    def raising(a):
        raise ZeroDivisionError

    @rule(r"(?P<a>(?:y+)+)z", yes={"yz": 1}, kind="y")
    def hanging(a):
        return a

    mentions, _, notices = examine("x on 3 May 2024 " + "y" * 60, [raising, hanging, day_month_year])
    assert [m.text for m in mentions] == ["3 May 2024"]
    assert {notice.who for notice in notices} >= {"raising"}


def test_one_lexicon_may_serve_two_groups():
    @rule(
        r"(?P<first>{first}) and (?P<second>{second})",
        words={"first": MONTHS, "second": Lexicon("days", {"Monday": 1})},
        yes={"May and Monday": [5, 1]},
        kind="pair",
    )
    def pair(first, second):
        return [first, second]

    assert [m.value for m in pair.find(Document("May and monday"))] == [[5, 1]]
