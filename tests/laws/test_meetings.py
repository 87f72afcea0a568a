"""Laws of meetings: who meets whom does not hang on word order, the rest of the text, or its length."""

import time
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplokit import CalendarDate, extract
from diplokit.resolve.meetings import groups, meetings, setbacks
from diplokit.resolve.meetings.patterns import CAPITAL, HEAD, TITLE, compiled
from diplokit.testing.strategies import texts
from diplokit.vocabulary import MeetingKind, MeetingStatus, Participation
from tests.resolving import reading

PEOPLE = st.sampled_from(
    [
        "~Ana Paz of Peru",
        "~Juan Sol of Chile",
        "~Wu Lin of China",
        "~Asha Otieno of Kenya",
        "~Omar Said of Oman",
        "~Ida Lund of Norway",
    ]
)
PAIRS = st.lists(PEOPLE, min_size=2, max_size=2, unique=True)
STATES = st.sampled_from(["Fiji", "Ghana", "Japan", "Nepal"])
CITIES = st.sampled_from(["{#Lima}", "{#Nairobi}", "{#Muscat}", "{#Oslo}"])
DATES = st.sampled_from(["<2024-06-10|Monday>", "<2024-05-03|May 3>", "<2023-07|July 2023>"])
LATER = st.sampled_from(["<2024-06-20|Thursday>", "<2024-07-01/2024-07-03|July 1 to 3>", "<2025|2025>"])
AROUND = st.sampled_from(
    ["The weather was fine.", "Prices rose by half.", "Nobody knows why.", "“It rained,” a farmer said.", ""]
)
PHRASES = {
    "{a} met {b}": MeetingKind.BILATERAL,
    "{a} met with {b}": MeetingKind.BILATERAL,
    "{a} held talks with {b}": MeetingKind.BILATERAL,
    "{a} received {b}": MeetingKind.BILATERAL,
    "{b} was received by {a}": MeetingKind.BILATERAL,
    "{a} and {b} met": MeetingKind.BILATERAL,
    "{a} telephoned {b}": MeetingKind.CALL,
    "{a} spoke by phone with {b}": MeetingKind.CALL,
    "{a} paid a courtesy call on {b}": MeetingKind.COURTESY,
    "Talks between {a} and {b} were held": MeetingKind.BILATERAL,
}
STATUSES = {
    "{a} met {b}": MeetingStatus.HELD,
    "{a} has met {b}": MeetingStatus.HELD,
    "{a} is meeting {b}": MeetingStatus.ONGOING,
    "{a} will meet {b}": MeetingStatus.SCHEDULED,
    "{a} is to meet {b}": MeetingStatus.SCHEDULED,
    "{a} is expected to meet {b}": MeetingStatus.SCHEDULED,
    "{a} agreed to meet {b}": MeetingStatus.SCHEDULED,
    "{a} proposed to meet {b}": MeetingStatus.PROPOSED,
    "{a} hopes to meet {b}": MeetingStatus.PROPOSED,
    "{a} refused to meet {b}": MeetingStatus.DECLINED,
    "{a} denied having met {b}": MeetingStatus.DENIED,
    "{a} cancelled a meeting with {b}": MeetingStatus.CANCELLED,
    "{a} postponed a meeting with {b}": MeetingStatus.POSTPONED,
}
NONE = [
    "{a} has not met {b}",
    "{a} should meet {b}",
    "If {a} meets {b}, all is well",
    "{a} meets regularly with {b}",
    "{a} called on {b} to resign",
]


def mark(phrase, a, b):
    return phrase.format(a=f"[{a}]", b=f"[{b}]")


def names(pair):
    return {who.lstrip("~").partition(" of ")[0] for who in pair}


def found(text):
    made = reading(text)
    return made, list(meetings.resolve(made))


@given(PAIRS, st.sampled_from(sorted(PHRASES)), CITIES, DATES)
def test_who_where_and_when_are_read_in_any_phrase(pair, phrase, city, date):
    made, (meeting,) = found(f"{mark(phrase, *pair)} in {city} on {date}.")
    assert meeting.kind is PHRASES[phrase]
    assert {participant.actor for participant in meeting.participants} == names(pair)
    assert meeting.place == city[2:-1]
    assert made.document[meeting.spans["place"]] == city[2:-1]
    assert meeting.date == CalendarDate(date[1:].partition("|")[0])


@given(PAIRS, st.sampled_from(sorted(STATUSES)))
def test_tense_and_modality_decide_the_status(pair, phrase):
    _, (meeting,) = found(mark(phrase, *pair) + ".")
    assert meeting.status is STATUSES[phrase]
    assert {participant.actor for participant in meeting.participants} == names(pair)


@given(PAIRS, st.sampled_from(NONE))
def test_what_did_not_happen_is_none(pair, phrase):
    assert found(mark(phrase, *pair) + ".")[1] == []


@given(PAIRS, LATER)
def test_what_lies_ahead_is_scheduled(pair, date):
    _, (meeting,) = found(f"[{pair[0]}] meets [{pair[1]}] on {date}.")
    assert meeting.status is MeetingStatus.SCHEDULED


@given(PAIRS)
def test_meeting_is_mutual(pair):
    one, other = (found(f"[{a}] met [{b}].")[1][0] for a, b in (pair, pair[::-1]))
    assert {p.actor for p in one.participants} == {p.actor for p in other.participants}


@given(
    PEOPLE,
    STATES,
    DATES | LATER,
    st.sampled_from(["visited", "travelled to", "will visit", "made a state visit to", "is on a visit to"]),
)
def test_a_visit_has_a_visitor_and_a_host(who, state, date, verb):
    _, (meeting,) = found(f"[{who}] {verb} [{state}] on {date}.")
    assert meeting.kind is MeetingKind.VISIT
    assert [(p.actor, p.participation) for p in meeting.participants] == [
        (names([who]).pop(), Participation.VISITOR),
        (state, Participation.HOST),
    ]
    assert meeting.place == state


@given(PAIRS, st.sampled_from(sorted(PHRASES)), CITIES, AROUND, AROUND)
def test_the_text_around_moves_a_meeting_and_changes_nothing_else(pair, phrase, city, before, after):
    sentence = f"{mark(phrase, *pair)} in {city}."
    _, (alone,) = found(sentence)
    _, (inside,) = found(f"{before}\n\n{sentence}\n\n{after}")
    shift = len(before) + 2 if before else 2
    assert inside.kind is alone.kind and inside.participants == alone.participants and inside.place == alone.place
    assert {key: (span.start - shift, span.end - shift) for key, span in inside.spans.items()} == {
        key: (span.start, span.end) for key, span in alone.spans.items()
    }


@given(PAIRS, CITIES, DATES, st.sampled_from(["During the meeting", "At the talks", "After their meeting"]))
def test_what_is_told_again_is_one_meeting(pair, city, date, again):
    both = "+".join([pair[0], pair[1].partition(" of ")[0]])
    text = f"[{pair[0]}] met [{pair[1]}] in {city} on {date}. {again}, [{both}|the two leaders] agreed to build a road."
    assert len(found(text)[1]) == 1


@given(
    PAIRS,
    CITIES,
    DATES,
    st.sampled_from(["The meeting was held in {city} on {date}.", "Their talks in {city} on {date} lasted an hour."]),
)
def test_what_is_told_again_fills_the_record(pair, city, date, again):
    text = f"[{pair[0]}] met [{pair[1]}] for the first time. {again.format(city=city, date=date)}"
    made, (meeting,) = found(text)
    assert {participant.actor for participant in meeting.participants} == names(pair)
    assert meeting.place == city[2:-1]
    assert meeting.date == CalendarDate(date[1:].partition("|")[0])
    assert made.document[meeting.spans["trigger"]] == "met"


@given(
    PAIRS,
    st.lists(
        st.sampled_from(["<2024-06-10|Monday>", "<2024-05-03|May 3>", "<2023-07|July 2023>"]),
        min_size=2,
        max_size=2,
        unique=True,
    ),
)
def test_two_past_days_are_two_meetings(pair, days):
    text = f"[{pair[0]}] met [{pair[1]}] on {days[0]}. [{pair[0]}] met [{pair[1]}] on {days[1]}."
    assert len(found(text)[1]) == 2


@given(
    st.lists(PEOPLE, min_size=3, max_size=3, unique=True),
    st.sampled_from(
        [
            "[{x}] said that [{a}] met [{b}].",
            "[{a}], who succeeded [{x}], met [{b}].",
            "[{a}] met [{b}] after [{x}] resigned.",
            "[{a}] spoke of [{x}] and later met [{b}].",
            "Friends of [{x}] were glad when [{a}] met with [{b}].",
        ]
    ),
)
def test_who_is_only_spoken_of_does_not_meet(three, phrase):
    a, b, x = three
    _, (meeting,) = found(phrase.format(a=a, b=b, x=x))
    assert {participant.actor for participant in meeting.participants} == names([a, b])


@given(PAIRS, DATES, LATER)
def test_two_days_are_two_meetings(pair, first, second):
    text = f"[{pair[0]}] met [{pair[1]}] on {first}. [{pair[0]}] will meet [{pair[1]}] again on {second}."
    assert [meeting.status for meeting in found(text)[1]] == [MeetingStatus.HELD, MeetingStatus.SCHEDULED]


@given(texts())
def test_evidence_lies_in_the_text_and_numbers_run_on(text):
    extraction = extract(text)
    assert [notice for notice in extraction.warnings if notice.who == "meetings"] == []
    starts = []
    for number, meeting in enumerate(extraction.meetings, 1):
        assert meeting.id == f"m{number}"
        assert all(0 <= span.start < span.end <= len(text) for span in meeting.spans.values())
        assert {p.actor for p in meeting.participants} <= {actor.id for actor in extraction.actors}
        starts.append(meeting.spans["trigger"].start)
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "sentence",
    [
        "[~Ana Paz of Peru] met [~Juan Sol of Chile] in {#Lima} and held talks, visits, calls, meetings on signing, ",
        "[*World leaders] met in {#Lima}. ",
    ],
)
def test_time_grows_with_length(sentence, assert_linear):
    def prepare(times):
        made = reading(sentence * times)
        return lambda: list(meetings.resolve(made))

    assert_linear(prepare, 30)


def test_a_long_run_of_offices_between_a_body_and_a_person_is_read_once():
    gap = f" {TITLE}{CAPITAL}" * 14 + ","
    start = time.process_time()
    assert compiled(groups._OFFICE).fullmatch(gap) is None
    assert time.process_time() - start < 0.5


def test_long_names_behind_a_comma_are_read_once():
    right = " to Rabat, " + f"{TITLE * 12} {HEAD * 16} {CAPITAL * 9} " * 2 + "said"
    start = time.process_time()
    assert setbacks.turned("on a visit", right) is None
    assert time.process_time() - start < 0.5


MEETINGS = (
    "high-level meeting",
    "preparatory meeting",
    "direct negotiations",
    "peace talks",
    "consultations",
    "regional conference",
    "second session",
    "first phase of the negotiations",
    "dialogue",
    "launching ceremony",
)
TAKING_PLACE = (
    "We recall the {} held in Nairobi.",
    "We recall the {} held on 5 May 2024.",
    "It began with the {} held at Nairobi under the auspices of the Union.",
    "The {}, which took place from 5 to 7 May 2024, ended with a statement.",
    "The {} on trade took place in Nairobi.",
    "The {} in Nairobi opened on 5 May 2024.",
    "They adopted the text at the {} held in Nairobi.",
)


@pytest.mark.parametrize(("meeting", "sentence"), list(product(MEETINGS, TAKING_PLACE)))
def test_what_is_said_outright_to_take_place_is_a_meeting_whoever_met(meeting: str, sentence: str) -> None:
    found = extract(sentence.format(meeting), published="2024-06-12").meetings
    assert [(one.status, one.place or one.date is not None) for one in found] == [
        (MeetingStatus.HELD, "Nairobi" if "Nairobi" in sentence else True)
    ]
