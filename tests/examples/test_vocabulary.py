"""Every value of the closed lists of records, with sentences that give it: what a definition means, as a table to read."""

import enum
from pathlib import Path

import attrs
import pytest

import diplokit
from diplokit import vocabulary

FILE = Path(__file__).with_name("vocabulary.txt")
NEVER = {
    ("ActorKind", "subnational"): "who acts for a province or a city is told by the office: Role subnational_head",
}
"""Values that no rule gives, each with the reason."""
OF_MENTIONS = {"Confidence", "Resolution", "PercentUnit", "PlaceKind", "PlaceForm"}
"""Lists that belong to what stands in the text, not to records."""

UNSAID = [
    ("fulfilled", "Chile urged Peru to keep its promise to ratify the treaty."),
    ("fulfilled", "Peru failed to keep its promise to ratify the treaty."),
    ("fulfilled", "Peru said it would honour its pledge to ratify the treaty."),
    ("withdrawn", "Peru has never withdrawn its offer to host the talks."),
    ("in_person", "President Yoon met President Biden by video rather than in person on Monday."),
    ("delegated", "Japan will allow them to petition the court on behalf of their children."),
    ("named_agency", "Peru agreed to cooperate with Chile through the United Nations."),
    ("unchanged", "Japan's exports of flat steel to Peru were 90 million dollars in 2018."),
    ("mediator", "Singapore will host a conference to facilitate talks on trade with Peru in May."),
]
"""Values that the words only seem to give."""


def table():
    """The sentences of the file, each with the list and the value that it must give."""
    wanted = None
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            yield (*wanted, line.strip())
        elif line and not line.startswith("#"):
            wanted = tuple(line.split())


def given(item, found):
    """Every value of a closed list inside a record, collected with the name of its list."""
    if isinstance(item, enum.Enum):
        found.add((type(item).__name__, item.value))
    elif attrs.has(type(item)):
        for field in attrs.fields(type(item)):
            given(getattr(item, field.name), found)
    elif isinstance(item, (tuple, list, frozenset)):
        for one in item:
            given(one, found)
    return found


@pytest.mark.parametrize(("name", "value", "sentence"), list(table()))
def test_the_sentence_gives_the_value(name, value, sentence):
    extraction = diplokit.extract(sentence, published="2024-11-16")
    records = (extraction.actors, extraction.meetings, extraction.commitments, extraction.trade_figures)
    assert (name, value) in given(records, set())


@pytest.mark.parametrize(("value", "sentence"), UNSAID)
def test_a_sentence_that_does_not_say_so_gives_no_such_value(value, sentence):
    extraction = diplokit.extract(sentence, published="2024-11-16")
    records = (extraction.actors, extraction.meetings, extraction.commitments, extraction.trade_figures)
    assert value not in {found for _, found in given(records, set())}


def test_the_table_misses_no_value():
    """Whoever adds a value adds a sentence for it, or says why no rule gives it."""
    listed = {(name, value) for name, value, _ in table()}
    lists = [item for item in vars(vocabulary).values() if isinstance(item, type) and issubclass(item, vocabulary.Term)]
    every = {(one.__name__, member.value) for one in lists if one.__name__ not in OF_MENTIONS for member in one}
    assert listed | NEVER.keys() == every
    assert not listed & NEVER.keys()
