"""Laws of where and when talks were: whatever the verb, the day and the place may stand before it or behind, in any order."""

from datetime import date

import pytest

from diplokit import extract

VERBS = ("met", "met with", "held talks with", "received", "conferred with")
ORDERS = (
    "{a} {v} {b} in Nairobi on Monday.",
    "{a} {v} {b} on Monday in Nairobi.",
    "{a} on Monday {v} {b} in Nairobi.",
    "{a} on Monday in Nairobi {v} {b}.",
    "{a}, in Nairobi on Monday, {v} {b}.",
    "In Nairobi on Monday, {a} {v} {b}.",
    "In Nairobi, {a} {v} {b} on Monday.",
    "On Monday in Nairobi, {a} {v} {b}.",
    "On Monday, {a} {v} {b} in the Kenyan capital.",
    "{a} {v} {b} during a visit to Nairobi on Monday.",
    "{a} {v} {b} to discuss trade in Nairobi on Monday.",
    "NAIROBI, Nov. 12 (KNA) -- {a} {v} {b} here on Monday.",
    "NAIROBI, Nov. 12 (KNA) -- On Monday, {a} {v} {b} here.",
)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("order", ORDERS)
def test_the_day_and_the_place_may_stand_anywhere(order: str, verb: str):
    text = order.format(a="Kenyan President William Ruto", v=verb, b="Indian Prime Minister Narendra Modi")
    extraction = extract(text, published=date(2024, 11, 13))
    names = {actor.id: actor.name for actor in extraction.actors}
    [talks] = [meeting for meeting in extraction.meetings if meeting.kind == "bilateral"]
    assert {names[participant.actor] for participant in talks.participants} == {"William Ruto", "Narendra Modi"}
    assert talks.place == "Nairobi"
    assert talks.date is not None
    assert talks.date.edtf == "2024-11-11"
    assert talks.status == "held"
