"""Laws of commitments: evidence inside the text, locality, and no text that breaks or stalls them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplokit.resolve.commitments import commitments
from diplokit.resolve.commitments.words import COMMITMENTS, inflections
from tests.resolving import reading

SIDES = st.sampled_from(
    [
        "[Peru]",
        "[Chile] and [Peru]",
        "[Peru+Chile|Both sides]",
        "{President} [~Ana Paz of Peru|Ana Paz]",
        "[Peru]'s government",
    ]
)
VERBS = st.sampled_from(
    [
        ("agreed to", "agree"),
        ("pledged to", "pledge"),
        ("will", "will"),
        ("have decided to", "decide"),
        ("promised to", "pledge"),
        ("reaffirmed their commitment to", "reaffirm"),
        ("refused to", "refuse"),
        ("offered to", "propose"),
        ("called on all parties to", "call"),
        ("undertook to", "pledge"),
        ("will continue to", "continue"),
    ]
)
DEEDS = st.sampled_from(
    ["open a road", "train 300 nurses", "lend money to [Fiji]", "share data", "send a team by <2030|2030>"]
)
FRAMES = st.sampled_from(
    [
        "{}.",
        "On <2024-05-03|3 May 2024>, {}.",
        "In a statement, {}, the ministry said.",
        "{}, while [Mali] waited.",
        "Meanwhile, {}.",
    ]
)
PREDICATES = [
    # past, -ing, -s, act
    ("agreed to open a road", "agreeing to open a road", "agrees to open a road", "agree"),
    ("pledged to train nurses", "pledging to train nurses", "pledges to train nurses", "pledge"),
    ("called for a truce", "calling for a truce", "calls for a truce", "call"),
    ("urged all parties to disarm", "urging all parties to disarm", "urges all parties to disarm", "call"),
    (
        "reaffirmed its commitment to peace",
        "reaffirming its commitment to peace",
        "reaffirms its commitment to peace",
        "reaffirm",
    ),
    ("stressed the need for talks", "stressing the need for talks", "stresses the need for talks", "support"),
    ("expressed support for the plan", "expressing support for the plan", "expresses support for the plan", "support"),
    ("rejected the plan", "rejecting the plan", "rejects the plan", "refuse"),
    ("invited [Mali] to the talks", "inviting [Mali] to the talks", "invites [Mali] to the talks", "propose"),
    ("conveyed its readiness to help", "conveying its readiness to help", "conveys its readiness to help", "propose"),
]
VOICES = [
    "[Peru] {past}.",
    "[Peru] has {past}.",
    "[Peru] has also {past}.",
    "[Peru] {s}.",
    "[Peru] once again {past}.",
    "[Peru] on Monday {past}.",
    "[Peru] praised the report and {past}.",
    "[Peru] praised the report of the panel on the events of the spring, which came out in June, and {past}.",
    '[Peru] called the report "a step forward" and {past}.',
    "[Peru] praised the report; {past}; and left.",
    "[Peru], which {past}, praised the report.",
    "[Peru] praised the report, {ing}.",
    "[Peru] left after {ing}.",
    "[Peru] left, having {past}.",
    "After {ing}, [Peru] praised the report.",
    "{Ing}, [Peru] praised the report.",
    "[Peru] joined others in {ing}.",
    "During the talks, [Peru] {past}.",
    "[Peru] said that it had {past}.",
    "[Peru]:\n\n1. {Past};",
]
FILLER = st.sampled_from(["", "The weather was fine. ", "Nobody came.\n\n", "It rained (a lot). "])
WORDS = st.lists(
    st.sampled_from(
        "[Peru] [Chile] will would agreed to pledged signed a an the agreement treaty commitment support of by with between and or , . ; : \" ( ) 's "
        "said that who which if not never their its reaffirmed urged calling for was be been is are ready committed in on Decides 1. {Minister} ' - '' \n\n".split(
            " "
        )
    ),
    max_size=60,
).map(" ".join)


def found(text):
    made = reading(text)
    return made.document, list(commitments.resolve(made))


@given(SIDES, VERBS, DEEDS, FRAMES)
def test_the_act_follows_the_verb_wherever_the_clause_stands(side, verb, deed, frame):
    """A clause says the same in every frame."""
    _, alone = found(frame.format(f"{side} {verb[0]} {deed}"))
    assert [str(one.act) for one in alone][:1] == [verb[1]]
    assert alone[0].committers


@pytest.mark.parametrize("voice", VOICES)
def test_a_predicate_is_heard_in_every_voice(voice):
    """In every tense and clause a predicate has its own act, once, and the one who commits."""
    for past, ing, s, act in PREDICATES:
        forms = {"past": past, "ing": ing, "s": s, "Ing": ing.capitalize(), "Past": past.capitalize()}
        text = voice.format(**{name: form.replace("[mali]", "[Mali]") for name, form in forms.items()})
        _, records = found(text)
        assert [(str(one.act), one.committers) for one in records] == [(act, ("Peru",))], text


@given(SIDES, VERBS, DEEDS, FILLER, FILLER)
def test_text_around_a_sentence_changes_nothing_else(side, verb, deed, before, after):
    """Sentences before and after only move the spans."""
    text = f"{side} {verb[0]} {deed}. "
    document, alone = found(text)
    longer, among = found(before + text + after)
    plain = [
        (one.act, one.committers, one.content, {key: document[span] for key, span in one.spans.items()})
        for one in alone
    ]
    assert plain == [
        (one.act, one.committers, one.content, {key: longer[span] for key, span in one.spans.items()}) for one in among
    ]


@given(WORDS)
def test_evidence_lies_in_the_text(text):
    """Whatever the words, spans lie in the text, triggers do not overlap, and the content is its span."""
    document, records = found(text)
    end = 0
    for one in records:
        assert all(span.end <= len(document.text) for span in one.spans.values())
        assert one.content is None or one.content == document[one.spans["content"]]
        assert one.spans["trigger"].start >= end
        end = one.spans["trigger"].end
        assert len(set(one.committers)) == len(one.committers)
        assert [one.id for one in records] == [f"c{number}" for number in range(1, len(records) + 1)]


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    """No text raises."""
    plain = "".join(char for char in text if char not in "[]{}<>|")
    found(f"{plain} [Peru] will {plain} agreed to")


def test_time_grows_with_length(assert_linear):
    """Also without any full stop."""
    for unit in (
        "[Peru] will agree to support and ",
        "[Peru], [Chile], ",
        "signed the agreement with and by ",
        "commitment of ",
        "[*world leaders] agreed to meet, ",
        "Talks by [*world leaders]. ",
        '( " , ',
    ):

        def prepare(times, unit=unit):
            made = reading(unit * times)
            made.document.hits(COMMITMENTS)
            return lambda: list(commitments.resolve(made))

        assert_linear(prepare, 200)


@given(st.sampled_from(["agree", "pledge", "deny", "vow", "guarantee", "discuss"]))
def test_every_inflection_is_found(verb):
    """The base form comes back from each of its inflections in the table of the word."""
    forms = inflections(verb, {})
    assert {"base", "s", "past", "ing"} <= set().union(*forms.values())
