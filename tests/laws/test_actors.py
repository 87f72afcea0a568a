"""Laws of actors: whatever stands in a text, everybody in it is there once, with evidence."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplokit import Actor, Honorific, Mention, Mentions, Name, Organisation, Place, Reading, Span, Title, extract, read
from diplokit.mentions import settle
from diplokit.resolve.actors import actors
from diplokit.testing.strategies import texts

STATES = [Place("Peru", "PER"), Place("Malaysia", "MYS", form="adjective"), Place("Hong Kong", "HKG", "territory")]
PIECES = [
    ("person", "Anwar Ibrahim", Name(("Anwar", "Ibrahim"))),
    ("person", "Anwar", Name(("Anwar",))),
    ("person", "Lee", Name(("Lee",))),
    ("person", "John Lee Ka-chiu", Name(("John", "Lee", "Ka-chiu"), "Lee")),
    ("person", "DINA BOLUARTE", Name(("DINA", "BOLUARTE"))),
    ("title", "Prime Minister", Title("Prime Minister", "head_of_government")),
    ("title", "Peru's President", Title("President", "head_of_state", of="Peru")),
    ("title", "Ministers", Title("Ministers", "minister")),
    ("title", "Ambassador to Peru", Title("Ambassador to Peru", "ambassador", to="Peru")),
    ("honorific", "Mrs", Honorific("Mrs")),
    ("honorific", "Datuk Seri", Honorific("Datuk Seri", "malay")),
    ("organisation", "Ministry of Trade", Organisation("Ministry of Trade", None, "ministry")),
    ("organisation", "ASEAN", Organisation("Association of Southeast Asian Nations", "ASEAN", "igo")),
    ("place", "Peru", STATES[0]),
    ("place", "Malaysian", STATES[1]),
    ("place", "Hong Kong", STATES[2]),
    ("place", "Lima", Place("Lima", "PER", "city")),
]
PLAIN = (
    "met with|and|,|. |said|: |“|”|\n\n|both leaders|the two countries|the two sides|he|she|they|their|his|it|its|we|our|I|"
    "you|the government|the ministry|his counterpart|the|of|in|to|who is also|(|)|-|'s|The|three leaders|country|world leaders|"
    "Delegates|the rebels|12 countries|Arab and African states|the delegation"
).split("|")


@st.composite
def readings(draw):
    """Texts put together of names and of words that point back, with their mentions."""
    text, found = "", []
    for piece in draw(st.lists(st.sampled_from(PIECES) | st.sampled_from(PLAIN), max_size=40)):
        gap = draw(st.sampled_from([" ", " ", " ", ""]))
        if isinstance(piece, str):
            text += gap + piece
            continue
        kind, words, value = piece
        text += gap
        found.append(Mention(kind, Span(len(text), len(text) + len(words)), words, value, "by hand"))
        text += words
        if kind == "title" and words.startswith("Peru"):
            found.append(
                Mention("place", Span(found[-1].span.start, found[-1].span.start + 4), "Peru", STATES[0], "by hand")
            )
    return Reading(read(text), Mentions(settle(found)))


@given(readings())
def test_every_actor_is_there_once_with_evidence_in_the_order_of_the_text(reading):
    found = list(actors.resolve(reading))
    assert [actor.id for actor in found] == [f"a{number}" for number in range(1, len(found) + 1)]
    firsts = [actor.references[0].span.start for actor in found]
    assert firsts == sorted(firsts)
    codes = Counter(actor.code for actor in found if actor.code)
    assert all(count == 1 for count in codes.values())
    ids = {actor.id for actor in found}
    for actor in found:
        spans = list(actor.spans)
        assert spans == sorted(set(spans))
        assert all(span.end <= len(reading.document.text) for span in spans)
        assert actor.name not in actor.aliases
        for office in actor.offices:
            assert {office.of, office.to} <= ids | {None}


@given(readings())
def test_every_name_means_exactly_one_actor_of_its_kind(reading):
    found = list(actors.resolve(reading))
    for mention in reading.mentions.of("person", "organisation", "place"):
        bearers = [actor for actor in found if mention.span in actor.spans]
        if mention.kind == "person":
            assert [actor.kind for actor in bearers] == ["person"]
        elif mention.kind == "organisation":
            assert len(bearers) == 1
        elif mention.value.type != "city":
            assert [actor.code for actor in bearers] == [mention.value.code]


@given(readings())
def test_a_group_is_meant_where_nobody_else_is_and_by_its_noun(reading):
    found = list(actors.resolve(reading))
    groups = [actor for actor in found if actor.kind == "group"]
    named = [span for actor in found if actor.kind != "group" for span in actor.spans]
    for group in groups:
        for span in group.spans:
            assert reading.document[span].casefold().endswith(group.name.casefold().rpartition(" ")[2])
            assert not any(other.start < span.end and span.start < other.end for other in named)


@given(readings())
def test_who_is_who_is_a_pure_function(reading):
    again = Reading(read(reading.document.text), reading.mentions)
    assert list(actors.resolve(reading)) == list(actors.resolve(again))
    assert not reading.notices


@given(readings())
def test_a_collective_means_two_or_more(reading):
    found = list(actors.resolve(reading))
    collective = Counter(r.span for actor in found for r in actor.references if r.rule == "collective")
    assert all(count >= 2 for count in collective.values())


@given(readings())
def test_of_words_inside_others_only_the_outer_ones_act(reading):
    reading.add(Actor, list(actors.resolve(reading)))
    places = [place for place, _ in reading.who()]
    for place in places:
        assert not any(other != place and other.contains(place) for other in places)
        assert (place, reading.who(place)[0][1]) == reading.who(place)[0]


@given(texts())
def test_any_text_has_actors_or_none(text):
    for actor in extract(text).actors:
        assert actor.references


def test_time_grows_with_the_text_and_no_faster(assert_linear):
    story = (
        "Prime Minister Anwar Ibrahim met Peru's President Dina Boluarte. Both leaders agreed, and he told her that the "
        "two countries and the Ministry of Trade would meet. “We will go,” Anwar said. The President thanked him.\n\n"
    )

    def prepare(times):
        from diplokit import find

        document = read(story * times)
        reading = Reading(document, find(document))
        return lambda: list(actors.resolve(reading))

    assert_linear(prepare, 60)


def test_titles_of_one_state_name_states_that_there_are():
    from diplokit.tables import table
    from diplokit.wordlists import PLACES

    rows = table("en/offices_of_one_state.tsv")
    titles = [row["title"] for row in rows]
    assert titles == sorted(set(titles), key=str.casefold)
    codes = {place.code for word in PLACES.in_locale("en").values() for place in word.places if place.type == "state"}
    assert {row["code"] for row in rows} <= codes
    assert {row["portfolio"] for row in rows} <= {"", "yes"}


@pytest.mark.parametrize("head", ["MEDIA RELEASE", "News Release No. 12\n12 June 1997", "Media Statement"])
def test_who_sends_a_media_release_writes_of_himself(head):
    text = (
        f"{head}\nMINISTER FOR FOREIGN AFFAIRS TEVITA MARA\n\nI will go to Poland. There I will sign a pact with Peru."
    )
    will = extract(text).commitments
    assert {extract(text).actor(who).name for one in will for who in one.committers} == {"TEVITA MARA"}
