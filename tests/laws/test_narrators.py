"""Whose words a text is that tells in the first person."""

import re

import pytest

from diplokit import extract

STATES = [("Kenya", "Kenyans"), ("Nepal", "Nepalis"), ("Chile", "Chileans"), ("Jordan", "Jordanians")]
OWN = [
    "My country, {state}, attaches great importance to this Assembly.",
    "In our own country {state} we have learnt this lesson.",
    "On behalf of the Government and people of {state}, I thank the host.",
    "I speak on behalf of {state} in this debate.",
    "Fellow {people}, our task is a hard one.",
    "We in {state} have learnt this lesson.",
    "We, the people of {state}, have chosen peace.",
    "I stand here as Prime Minister of {state} and as a friend.",
    "{state} is our country, and we love it.",
]
OTHERS = [
    "We urge Iraq to withdraw. We call on Iraq to talk. Last month I met the Foreign Minister of Iraq.",
    "I will visit Japan from 3 to 5 May and Vietnam on 6 May. We thank Japan. My visit to Vietnam will be brief.",
    "Norway is our closest friend. Norway has been our partner in many things. We thank Norway.",
    "In Somalia, the fighting goes on. We condemn it. We welcome the ceasefire between Sudan and South Sudan.",
]
HEADS = [
    "Statement by the Ministry of Foreign Affairs of {state}\n\n",
    "STATEMENT BY THE DELEGATION OF {state}\n\n",
    "Embassy of {state}\n\n",
    "A spokesperson for the Foreign Ministry of {state} issued the following statement on Friday:\n",
]
JOINT = [
    "{one} and {other} affirm our friendship and our common future.",
    "Today, {one} and {other} celebrate 50 years of friendship.",
    "Ministers of {one} and {other} met on Monday to discuss fisheries.",
    "President Ana Paz of {one} and President Juan Sol of {other} met on Monday.",
    "The partnership between {one} and {other} has never been closer.",
]
WORD = re.compile(r"\b(?:[Ww]e|I)\b")


def tellers(text):
    """For every "we" and "I", whom it means."""
    found = extract(text)
    told = {}
    for actor in found.actors:
        for span in actor.spans:
            if WORD.fullmatch(text[span.start : span.end]):
                told.setdefault(span.start, set()).add(actor.name)
    return [told.get(match.start(), set()) for match in WORD.finditer(text)]


@pytest.mark.parametrize("others", OTHERS)
@pytest.mark.parametrize("own", OWN)
def test_the_state_that_a_speaker_calls_the_own_speaks_whomever_else_the_speech_names(own, others):
    for number, (state, people) in enumerate(STATES):
        said = own.format(state=state, people=people)
        text = f"Mr. President,\n\n{said} {others}" if number % 2 else f"Mr. President,\n\n{others} {said}"
        assert all(who == {state} for who in tellers(text)), text


@pytest.mark.parametrize("others", OTHERS)
@pytest.mark.parametrize("head", HEADS)
def test_a_statement_is_in_the_words_of_those_who_issue_it(head, others):
    for state, _ in STATES:
        text = head.format(state=state) + others
        assert all(len(who) == 1 and state in next(iter(who)) for who in tellers(text)), text


@pytest.mark.parametrize("opening", JOINT)
def test_of_two_with_whom_a_text_begins_and_that_never_says_i_both_speak(opening):
    for one, other in (("Kenya", "Peru"), ("Nepal", "the Netherlands"), ("Chile", "Jordan")):
        text = f"{opening.format(one=one, other=other)} We will work together. We urge Iraq to talk."
        assert all(who == {one, other.removeprefix("the ")} for who in tellers(text)), text


def test_a_text_that_speaks_of_several_states_alike_is_in_nobody_s_words():
    text = "It was Iran that went to war. We saw it. It was Iraq that began. We saw that. We thank Norway. We pray."
    assert not any(tellers(text))


SPEAKER = "Prime Minister Ana Paz of Peru"
QUOTED = [
    f"{SPEAKER} said Chile was a friend.\n\n\u201cWe will sign the pact in May.\u201d\n\nChile\u2019s President Juan Sol smiled.",
    f"{SPEAKER} met President Juan Sol of Chile. She said the talks were frank.\n\n\u201cWe will sign the pact,\u201d she admitted.",
    f"{SPEAKER} said the talks were frank.\n\n\u201cChile is a friend. We have much to do. We will sign the pact,\u201d the premier claimed.",
    f"{SPEAKER} noted that Chile was a friend.\n\n\u201cTrade is good. It is growing.\n\n\u201cWe will sign the pact.\u201d",
    f"{SPEAKER} pointed out, \u201cWe will sign the pact.\u201d President Juan Sol of Chile smiled.",
    f"\u201cWe will sign the pact,\u201d {SPEAKER} assured, standing beside President Juan Sol of Chile.",
]
NOT_THEIRS = [
    f"{SPEAKER} met President Juan Sol of Chile.\n\n\u201cWe will sign the pact,\u201d a senior official said.",
    f"Following the comments of {SPEAKER}, traders were glad.\n\n\u201cWe will sign the pact,\u201d one trader admitted.",
]


@pytest.mark.parametrize("text", QUOTED)
def test_a_quotation_is_in_the_words_of_the_one_named_beside_it_or_in_the_paragraph_before(text):
    will = [one for one in extract(text).commitments if one.act == "will"]
    assert [[extract(text).actor(who).name for who in one.committers] for one in will] == [["Ana Paz"]]


@pytest.mark.parametrize("text", NOT_THEIRS)
def test_a_quotation_that_somebody_else_says_is_not_in_the_words_of_the_one_before(text):
    assert not any(
        extract(text).actor(who).name == "Ana Paz" for one in extract(text).commitments for who in one.committers
    )
