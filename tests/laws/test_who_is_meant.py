"""Who acts by a word that points back, whatever stands between it and those it means."""

import pytest

from diplokit import extract

BETWEEN = [
    "",
    "The hall was full. ",
    "All this came against the backdrop of the war in Sudan. ",
    "\n\n",
    "It happened a week after the Japanese foreign minister toured the region.\n\n",
]
VERBS = ["agreed to expand trade.", "will send a mission to Geneva.", "urged Iraq to end the war."]
HEADS = "President Ana Paz of Peru met Prime Minister Olav Berg of Norway in Lima on Monday. "
MINISTERS = "Foreign Minister Ana Paz of Peru held talks with her Norwegian counterpart, Olav Berg, in Lima on Monday. "
TWO = "Peru and Norway held talks in Lima on Monday. "
THREE = "Peru, Norway and Kenya held talks in Lima on Monday. "
SIX = "Ethiopia, Kenya, Uganda, Somalia, Sudan and Djibouti held talks in Lima on Monday. "
PERSONS, STATES = {"Ana Paz", "Olav Berg"}, {"Peru", "Norway"}
SIDES = "The two sides|Both sides|The two countries|Both countries|The two governments|Both parties"
TOGETHER = [
    (HEADS, "The two leaders|Both leaders|The leaders|The pair", PERSONS),
    (HEADS, SIDES, STATES),
    (MINISTERS, "The two ministers|Both ministers|The ministers|The two foreign ministers|The top diplomats", PERSONS),
    (MINISTERS, SIDES, STATES),
    (TWO, f"{SIDES}|The two|Both|The parties|The sides", STATES),
    (
        THREE,
        "The three countries|All three|The three|The three sides|The parties|All three countries",
        {*STATES, "Kenya"},
    ),
    (
        SIX,
        "The six countries|The six|All six|The six nations",
        {"Ethiopia", "Kenya", "Uganda", "Somalia", "Sudan", "Djibouti"},
    ),
]
ALONE = [
    (
        "President Ana Paz of Peru spoke on Monday. ",
        "President Paz|Ms Paz|Paz|The President|The Peruvian leader",
        "Ana Paz",
    ),
    ("Prime Minister Olav Berg of Norway spoke on Monday. ", "Mr Berg|The premier|The Norwegian premier", "Olav Berg"),
    ("Norway's Ambassador Olav Berg spoke on Monday. ", "The Ambassador|The envoy|The Norwegian diplomat", "Olav Berg"),
    ("The Saudi Fund for Development met on Monday. ", "The fund|The Saudi fund", "Saudi Fund for Development"),
    ("Pemex, the Mexican oil company, met its lenders. ", "The company|The firm|The Mexican company", "Pemex"),
]


def committers(text, after):
    """Who commits in the first commitment behind a place of a text."""
    found = extract(text, published="2024-11-16")
    one = next((one for one in found.commitments if one.spans["trigger"].start >= after), None)
    return None if one is None else {found.actor(who).name for who in one.committers}


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize(
    ("told", "subject", "meant"), [(told, word, meant) for told, words, meant in TOGETHER for word in words.split("|")]
)
def test_several_are_those_who_were_told_of_together(told, subject, meant, between):
    for verb in VERBS:
        text = f"{told}{between}{subject} {verb}"
        assert committers(text, len(text) - len(verb) - 1) == meant, text


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize(
    ("told", "subject", "meant"), [(told, word, meant) for told, words, meant in ALONE for word in words.split("|")]
)
def test_one_is_who_may_be_called_so(told, subject, meant, between):
    for verb in VERBS:
        text = f"{told}{between}{subject} {verb}"
        assert committers(text, len(text) - len(verb) - 1) == {meant}, text


def test_one_who_was_told_of_without_a_name_is_not_the_one_named_before():
    text = "Norway's Ambassador Olav Berg spoke. A Western diplomat disagreed. The diplomat will send a note to Geneva."
    assert committers(text, 60) != {"Olav Berg"}


SAID = [
    "Paz told reporters that {who} {verb}",
    "President Paz said on Tuesday that {who} {verb}",
    "According to Paz, {who} {verb}",
    "Paz praised the talks, adding that {who} {verb}",
    "Paz said in a statement that {who} {verb}",
]
TOLD = [
    ("they", PERSONS),
    ("the two leaders", PERSONS),
    ("both countries", STATES),
    ("she", {"Ana Paz"}),
    ("her country", {"Peru"}),
    ("her government", {"Peru"}),
    ("the government", {"Peru"}),
    ("her counterpart", {"Olav Berg"}),
    ("the Norwegian premier", {"Olav Berg"}),
]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize(("who", "meant"), TOLD)
def test_what_a_leader_says_that_somebody_does_is_done_by_that_one(who, meant, said):
    for verb in ("had agreed to expand trade.", "would send a mission to Geneva."):
        text = HEADS + said.format(who=who, verb=verb)
        assert committers(text, len(HEADS)) == meant, text


def test_two_sides_of_a_war_may_be_a_state_and_another_beside_whom_a_minister_acts():
    text = "Foreign minister Olav Berg met envoys to discuss the Israel-Hamas war after the two sides agreed to a ceasefire."
    assert committers(text, 60) == {"Israel", "Hamas"}
