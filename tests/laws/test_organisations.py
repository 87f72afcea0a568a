"""Organisations and gatherings: whatever is put together by the grammar is read back, defined acronyms everywhere."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from diplokit import Document, find
from diplokit.extract import events, organisations
from diplokit.extract.organisations.words import topics
from diplokit.pipeline import examine
from diplokit.tables import table
from diplokit.vocabulary import ActorKind

REGISTRY = [*organisations.extractors()]
EVENTS = [*events.extractors()]
TOPICS = "Trade Industry Finance Health Tourism Defence Agriculture Energy Labour Culture".split()
HEADS = "Ministry Department Committee Council Institute Commission".split()
OWNERS = "Peruvian Kenyan Malaysian French Zambian Panama U.S.".split()
KNOWN = {name for row in table("en/organisations.tsv") for name in (row["name"], *row["aliases"].split("|"))}
STRANGE = st.from_regex(r"[BDFGKLMNPRTVZ][aeiou][zkvr][aeiou][lnr]", fullmatch=True).filter(
    lambda word: word not in KNOWN
)


def found(text, registry=REGISTRY):
    mentions, _, notices = examine(text, registry)
    assert not notices
    return mentions


def names(text):
    return [mention.text for mention in found(text)]


def listing(words):
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


lists_of_topics = st.lists(st.sampled_from(TOPICS), min_size=1, max_size=4, unique=True).map(listing)


@given(st.sampled_from(HEADS), lists_of_topics)
def test_a_head_with_topics_after_it_is_one_name(head, topic):
    name = f"{head} of {topic}"
    assert names(f"officials of the {name} said so") == [name]


@given(st.sampled_from(HEADS), lists_of_topics)
def test_a_head_with_topics_before_it_is_one_name(head, topic):
    name = f"{topic} {head}"
    assert names(f"officials of the {name} said so") == [name]


@given(st.sampled_from(OWNERS), st.sampled_from(TOPICS), st.sampled_from(HEADS))
def test_a_state_before_a_head_is_a_part_of_the_name(owner, topic, head):
    name = f"{owner} {topic} {head}"
    assert names(f"He told the {name} about it.") == [name]


@given(st.sampled_from(["Peru", "Kenya", "Malaysia"]), st.sampled_from(TOPICS), st.sampled_from(["'s", "\u2019s"]))
def test_a_state_with_a_possessive_ending_is_not(state, topic, ending):
    assert names(f"He told {state}{ending} {topic} Ministry about it.") == [f"{topic} Ministry"]


@given(st.sampled_from(HEADS))
def test_a_head_alone_names_nothing(head):
    assert names(f"The {head} met on Monday.") == []


@given(
    st.lists(STRANGE, min_size=2, max_size=4, unique=True),
    st.sampled_from(["Trust", "Alliance", "Institute", "Network"]),
)
def test_a_defined_acronym_is_found_everywhere(words, head):
    name = " ".join([*words, head])
    short = "".join(word[0] for word in name.split())
    text = f"Later {short} grew. He leads the {name} ({short}). Now {short} says so, and {short}'s head agreed."
    mentions = found(text)
    assert [m.text for m in mentions] == [short, name, short, short, short]
    assert {(m.value.name, m.value.acronym) for m in mentions if m.text == short} == {(name, short)}


@given(st.lists(STRANGE, min_size=2, max_size=4, unique=True))
def test_the_definition_may_stand_the_other_way_round(words):
    name = " ".join([*words, "Alliance"])
    short = "".join(word[0] for word in name.split())
    assume(len(short) > 2)
    assert names(f"He leads {short} ({name}) now.") == [short, name]


@given(st.sampled_from(["Agreement", "Treaty", "Programme", "Partnership"]), STRANGE, STRANGE)
def test_what_the_text_defines_as_an_agreement_is_no_organisation(noun, one, other):
    name = f"{one} {other} {noun}"
    short = "".join(word[0] for word in name.split())
    assert names(f"They signed the {name} ({short}). The {short} leader spoke of {short}.") == []


@pytest.mark.parametrize("row", table("en/organisations.tsv")[::7], ids=lambda row: row["name"])
def test_every_organisation_of_the_table_is_found_by_its_name(row):
    mentions = found(f"He praised {row['name']} for it.")
    if row["note"] != "ambiguous":
        values = [m.value for m in mentions]
        assert any(v.name == row["name"] and v.actor is ActorKind(row["kind"]) for v in values) or len(values) == 1


@given(
    st.integers(1, 120),
    st.sampled_from(["ASEAN", "APEC", "G20", "African Union"]),
    st.sampled_from(["Summit", "summit"]),
)
def test_a_numbered_summit_is_a_gathering(number, body, noun):
    suffix = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    mentions = found(f"leaders at the {number}{suffix} {body} {noun} agreed", EVENTS)
    assert [(m.text, m.value.ordinal) for m in mentions] == [(f"{number}{suffix} {body} {noun}", number)]


@given(st.text())
def test_any_text_gives_organisations_and_gatherings_inside_it(text):
    document = Document(text)
    for mention in found(document, REGISTRY + EVENTS):
        assert document[mention.span] == mention.text


PIECES = [
    "Ministry of Trade and ",
    "Bank ",
    "X (ABC) ",
    "Trade, ",
    "(A B C D) ",
    "ABCD leader ",
    "group Xyz ",
    "National ",
    "Aa (AAA) Bb (BBB) ",
    "31st ASEAN ",
    "of the ",
    "Summit of the ",
    "U.S.-",
    "(",
    "General Assembly ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_that_repeats_itself_is_read_in_linear_time(piece, assert_linear):
    assert_linear(lambda times: lambda: find(piece * times, REGISTRY + EVENTS), 600)


def test_topics_are_capitalised_words():
    assert all(word[0].isupper() and " " not in word for word in topics())
