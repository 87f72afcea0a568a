"""Names of persons: exact, and found again in every later form."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplokit import Document, find
from diplokit.extract.persons import Persons
from diplokit.extract.persons.name_order import family_name
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, HONORIFICS

EXAMPLES = Path(__file__).parent.parent / "examples" / "persons.txt"
MARK = re.compile(r"\[\[(.*?)\]\]")

# Names of many orders and spellings, and the part that the press uses by itself.
NAMES = {
    "Anwar Ibrahim": "Anwar",
    "John Lee Ka-chiu": "Lee",
    "Xi Jinping": "Xi",
    "Nguyen Xuan Phuc": "Phuc",
    "Roh Moo-hyun": "Roh",
    "Shinzo Abe": "Abe",
    "Luiz Inácio Lula da Silva": "Lula",
    "Ursula von der Leyen": "von der Leyen",
    "Mohammed bin Salman": "Mohammed",
    "Abdel Fattah al-Sisi": "al-Sisi",
    "Boutros Boutros-Ghali": "Boutros-Ghali",
    "Kassym-Jomart Tokayev": "Tokayev",
    "S. Jaishankar": "Jaishankar",
    "Nana Akufo-Addo": "Akufo-Addo",
    "Andrés Manuel López Obrador": "López Obrador",
    "Ngozi Okonjo-Iweala": "Okonjo-Iweala",
    "Péter Szijjártó": "Szijjártó",
    "Recep Tayyip Erdogan": "Erdogan",
}
LEADS = ["Prime Minister", "Malaysian Foreign Minister", "President", "Mr", "former Trade Minister", "Dr.", "UN envoy"]
VERBS = ["said", "told reporters", "arrived", "will travel to Lima", "met officials"]


def marked(line):
    """A line without its marks, and what was marked."""
    text, spans, at = "", [], 0
    for match in MARK.finditer(line):
        text += line[at : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return text + line[at:], spans


def lines():
    return [line for line in EXAMPLES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def persons(text):
    return [(m.start, m.end) for m in find(text) if m.kind == "person"]


@pytest.mark.parametrize("line", lines(), ids=lambda line: line[:40])
def test_exactly_the_marked_names_are_persons(line):
    text, spans = marked(line)
    assert [text[slice(*span)] for span in persons(text)] == [text[slice(*span)] for span in spans]
    assert persons(text) == spans


@given(st.sampled_from(sorted(NAMES)), st.sampled_from(LEADS), st.sampled_from(VERBS))
def test_a_name_after_an_office_is_found_whole(name, lead, verb):
    text = f"On Monday {lead} {name} {verb}."
    assert [text[slice(*span)] for span in persons(text)] == [name]


@given(
    st.sampled_from(sorted(NAMES)),
    st.sampled_from(VERBS),
    st.sampled_from(["{s} {v}.", "They saw {s} there.", "It was {s}'s idea."]),
)
def test_the_short_form_of_a_name_is_found_later_and_earlier(name, verb, sentence):
    short = NAMES[name]
    later = sentence.format(s=short, v=verb)
    for text in (f"Foreign Minister {name} spoke. {later}", f"{later} Foreign Minister {name} spoke."):
        assert sorted(text[slice(*span)] for span in persons(text)) == sorted([name, short])


@given(st.sampled_from(sorted(NAMES)), st.sampled_from(sorted(NAMES)))
def test_two_names_joined_are_two(one, other):
    text = f"The talks between {one} and {other} ended."
    found = [text[slice(*span)] for span in persons(text)]
    assert one in found and other in found


def words_of(lexicon):
    return sorted(word for word in lexicon.in_locale("en") if word.isalpha() and word.istitle() and len(word) > 3)


# "Dasho" and "Afioga" are given names too, but behind an office they are forms of address.
GIVEN = sorted({*words_of(GIVEN_NAMES)} - HONORIFICS.in_locale("en").keys() - {"Ayush", "Mentor", "Yoga"})
# Last words of the names of parliaments, movements and places.
FAMILY = sorted({*words_of(FAMILY_NAMES)} - set("Duma Houthi Mall Nagar Nord Plaza Tanjung Wadi".split()))


@given(st.sampled_from(GIVEN), st.sampled_from(FAMILY))
def test_a_title_leads_to_any_name_of_the_tables(first, last):
    text = f"They thanked Trade Minister {first} {last}, who left."
    assert [text[slice(*span)] for span in persons(text)] == [f"{first} {last}"]


@given(
    st.lists(
        st.sampled_from(
            [*NAMES, "Kuala Lumpur", "President", "al-", "bin", "J.", "the", "\n", "–", "’s", ",", "KISHIDA"]
        ),
        max_size=30,
    )
)
def test_names_never_overlap_and_lie_in_the_text(words):
    document = Document(" ".join(words))
    end = 0
    for mention in Persons().find(document):
        assert mention.start >= end
        assert document[mention.span] == mention.text
        assert mention.text == mention.text.strip()
        end = mention.end


@given(st.text(max_size=300))
def test_no_text_at_all_fails(text):
    list(Persons().find(Document(text)))


@given(st.sampled_from(sorted(NAMES)))
def test_the_family_name_is_a_part_of_the_name(name):
    parts = tuple(name.split())
    family = family_name(parts)
    assert family is None or family in name
