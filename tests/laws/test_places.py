"""Places: whatever name the table has is found in any sentence, exactly, and by its writing alone."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplokit import Document, find
from diplokit.extract import places as module
from diplokit.pipeline import examine
from diplokit.tables import table
from diplokit.vocabulary import PlaceForm, PlaceKind

ROWS = table("en/places.tsv")
STATES = sorted(
    (row["name"], row["code"])
    for row in ROWS
    if row["kind"] == "state" and row["form"] == "noun" and row["rank"] == "" and "," not in row["name"]
)
PEOPLES = sorted(
    (row["name"], row["code"], row["form"])
    for row in ROWS
    if row["kind"] == "state" and row["form"] != "noun" and row["rank"] == ""
)
CITIES = sorted((row["name"], row["code"]) for row in ROWS if row["kind"] == "city" and row["rank"] == "capital")
DOUBTFUL = sorted(
    row["name"]
    for row in ROWS
    if row["kind"] == "city" and row["rank"] == "ambiguous" and row["name"].isalpha() and not row["name"].isupper()
)
REGISTRY = [*module.extractors()]


def places(text):
    mentions, _, notices = examine(text, REGISTRY)
    assert not notices
    return [(m.text, m.value.code, m.value.form) for m in mentions]


@given(st.sampled_from(STATES), st.sampled_from(STATES))
def test_two_states_in_a_sentence_are_two_places(one, other):
    assert places(f"talks between {one[0]} and {other[0]} ended") == [
        (one[0], one[1], PlaceForm.NOUN),
        (other[0], other[1], PlaceForm.NOUN),
    ]


@given(st.sampled_from(STATES), st.sampled_from(["'s", "\u2019s"]))
def test_a_possessive_ending_is_no_part_of_a_name(state, ending):
    assert places(f"they welcomed {state[0]}{ending} offer") == [(state[0], state[1], PlaceForm.NOUN)]


@given(st.sampled_from(PEOPLES))
def test_a_people_stands_for_its_state(people):
    name, code, form = people
    assert places(f"some {name} investors left") == [(name, code, PlaceForm(form))]


@given(st.sampled_from(STATES), st.sampled_from(STATES))
@example(("Grand Duchy of Luxembourg", "LUX"), ("Abyssinia", "ETH"))
@example(("Republic of El Salvador", "SLV"), ("Liechtenstein", "LIE"))
def test_states_joined_by_a_hyphen_are_two(one, other):
    found = places(f"the {one[0]}-{other[0]} border")
    assert [name for name, _, _ in found] == [one[0], other[0]]


@given(st.sampled_from([row for row in STATES if " " not in row[0]]))
def test_a_name_in_small_letters_is_no_place(state):
    assert places(f"they saw a {state[0].lower()} there") == []


@given(st.sampled_from(CITIES), st.sampled_from(STATES))
def test_a_city_before_a_state_is_a_place_of_its_own(city, state):
    found = places(f"they met in {city[0]}, {state[0]}, on Sunday")
    assert [name for name, _, _ in found] == [city[0], state[0]]


@given(st.sampled_from(DOUBTFUL))
def test_a_doubtful_city_needs_evidence(city):
    assert places(f"They asked {city} for help.") == []
    assert [name for name, _, _ in places(f"They arrived in {city} today.")] == [city]


@given(st.sampled_from(STATES), st.text(alphabet="abcdef \n.,", max_size=60))
def test_text_around_a_sentence_moves_its_places_only(state, around):
    sentence = f"The envoy left {state[0]} on Sunday."
    alone = [(m.start, m.text, m.value) for m in examine(sentence, REGISTRY)[0]]
    before = around + "\n\n"
    moved = [
        (m.start - len(before), m.text, m.value) for m in examine(before + sentence + "\n\n" + around, REGISTRY)[0]
    ]
    assert moved == alone


@given(st.from_regex(r"[B-DF-HJ-NP-TV-Z][aeiou][zqx][aeiou]rk[aeiou]nd", fullmatch=True))
def test_an_unknown_town_once_shown_is_found_everywhere(name):
    text = f"Troops left the town of {name} at dawn. Later {name} was calm, and {name}'s market opened."
    found = [m for m in examine(text, REGISTRY)[0] if m.text == name]
    assert len(found) == 3
    assert {(m.value.type, m.value.code) for m in found} == {(PlaceKind.CITY, None)}


@given(st.text())
def test_any_text_gives_places_inside_it(text):
    document = Document(text)
    mentions, _, notices = examine(document, REGISTRY)
    assert not notices
    for mention in mentions:
        assert document[mention.span] == mention.text


@pytest.mark.parametrize(
    "piece",
    ["Georgia, ", "in Xyz ", "Mount ", "Lake Lake ", "(LIMA) - ", "the town of ", "Southern ", "the Korean people "],
)
def test_a_text_that_repeats_itself_is_read_in_linear_time(piece, assert_linear):
    assert_linear(lambda times: lambda: find(piece * times, REGISTRY), 600)
