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
