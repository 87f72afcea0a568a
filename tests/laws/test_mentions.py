"""Laws of overlaps: one policy, whatever the order of the candidates."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from diplokit import Mention, Mentions, Refusal, Span
from diplokit.mentions import settle
from diplokit.testing.strategies import mentions

FLAT = {"date", "money", "percent", "person", "organisation", "place"}


def excludes(a, b):
    return a.kind == b.kind or {a.kind, b.kind} <= FLAT


@given(st.lists(mentions(), max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_candidates_changes_nothing(candidates, random):
    candidates = [evolve(one, text="x" * (one.end - one.start)) for one in candidates]  # one place has one text
    once = list(settle(candidates))
    random.shuffle(candidates)
    assert list(settle(candidates)) == once


@given(st.lists(mentions(), max_size=12))
def test_what_is_kept_does_not_overlap_and_what_is_dropped_lost_to_something(candidates):
    kept = list(settle(candidates))
    assert [m.span.start for m in kept] == sorted(m.span.start for m in kept)
    for number, mention in enumerate(kept):
        for other in kept[number + 1 :]:
            assert not (excludes(mention, other) and mention.span.overlaps(other.span))
    for mention in candidates:
        if mention not in kept:
            rivals = [other for other in kept if excludes(mention, other) and mention.span.overlaps(other.span)]
            assert rivals
            assert max(len(rival.span) for rival in rivals) >= len(mention.span)


def mention(kind, start, end, rule="r", value=1, confidence="certain"):
    return Mention(kind, Span(start, end), "x" * (end - start), value, rule, confidence)


def test_longer_then_surer_then_a_refusal_wins():
    assert list(settle([mention("date", 0, 4), mention("date", 2, 9)])) == [mention("date", 2, 9)]
    sure, unsure = mention("person", 0, 4), mention("place", 0, 4, confidence="likely")
    assert list(settle([unsure, sure])) == [sure]
    refusal = mention("person", 0, 4, rule="z", value=Refusal("a modal verb"))
    assert list(settle([sure, refusal])) == [refusal]


def test_those_that_touch_the_winner_of_a_longer_one_between_them_are_both_kept():
    before, after, winner = mention("date", 0, 4), mention("money", 9, 12), mention("person", 4, 9)
    loser = mention("place", 3, 6)  # overlaps two of the three, so that all must be weighed together
    assert list(settle([before, loser, winner, after])) == [before, winner, after]
    across = mention("place", 8, 10)
    assert list(settle([across, before, loser, winner, after])) == [before, winner, after]


def test_titles_may_hold_places():
    inside, outside = mention("place", 0, 4), mention("title", 0, 14)
    assert set(settle([inside, outside])) == {inside, outside}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"span": (0, 1)}, "a Span and a text"),
        ({"text": None}, "a Span and a text"),
        ({"kind": None}, "names of a kind and a rule"),
        ({"rule": 7}, "names of a kind and a rule"),
    ],
)
def test_what_no_mention_can_be_made_of_is_told(wrong, said):
    with pytest.raises(TypeError, match=said):
        Mention(**{"kind": "date", "span": Span(0, 1), "text": "x", "value": 1, "rule": "r"} | wrong)


def test_mentions_are_a_tuple_that_can_be_asked():
    found = Mentions([mention("date", 0, 4), mention("place", 5, 9), mention("date", 10, 12)])
    assert isinstance(found, tuple)
    assert [m.start for m in found.of("date")] == [0, 10]
    assert [m.start for m in found.of("date", "place")] == [0, 5, 10]
    assert found.of("money") == ()
    assert [m.start for m in found.within(Span(4, 12))] == [5, 10]
