"""Offices are a grammar: whatever is put together by its rules is read back, wherever it stands."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplokit import Document, find
from diplokit.extract.titles import Titles, office_complements
from diplokit.extract.titles.office_complements import DESK
from diplokit.vocabulary import Role, RoleStatus

EXAMPLES = Path(__file__).parent.parent / "examples" / "titles.tsv"

STATES = ["Malaysia", "Peru", "Kenya", "New Zealand", "Saudi Arabia", "Viet Nam", "Papua New Guinea", "the Netherlands"]
DEMONYMS = {"Malaysian": "Malaysia", "Peruvian": "Peru", "Kenyan": "Kenya", "Egyptian": "Egypt", "Japanese": "Japan"}
PORTFOLIOS = ["Trade", "Industry", "Finance", "Health", "Home Affairs", "Tourism", "Defence", "Public Works", "Energy"]
ALONE = {
    "President": Role.HEAD_OF_STATE,
    "Prime Minister": Role.HEAD_OF_GOVERNMENT,
    "Foreign Minister": Role.FOREIGN_MINISTER,
    "Deputy Prime Minister": Role.DEPUTY_HEAD,
}
STATUSES = {
    "former": RoleStatus.FORMER,
    "acting": RoleStatus.ACTING,
    "interim": RoleStatus.ACTING,
    "honorary": RoleStatus.HONORARY,
}


def titles(text):
    return list(Titles().find(Document(text)))


def listing(portfolios):
    if len(portfolios) == 1:
        return portfolios[0]
    return ", ".join(portfolios[:-1]) + " and " + portfolios[-1]


lists_of_portfolios = st.lists(st.sampled_from(PORTFOLIOS), min_size=1, max_size=4, unique=True).map(listing)


def rows():
    passages = {}
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "passage\t")):
            passage, *row = line.split("\t")
            passages.setdefault(passage, []).append(tuple(None if cell == "-" else cell for cell in row))
    return list(passages.items())


@pytest.mark.parametrize(("passage", "wanted"), rows(), ids=lambda value: value if isinstance(value, str) else "")
def test_the_example_is_read(passage, wanted):
    found = [
        (m.text, m.value.name, str(m.value.role), str(m.value.status), m.value.of, m.value.to)
        for m in find(passage)
        if m.kind == "title"
    ]
    assert found == wanted


@given(lists_of_portfolios, st.sampled_from(STATES))
def test_a_minister_of_any_list_of_portfolios_is_read_back(portfolios, state):
    (before,) = titles(f"the {portfolios} Minister spoke")
    (after,) = titles(f"the Minister of {portfolios} of {state} spoke")
    assert before.text == f"{portfolios} Minister"
    assert after.value.name == f"Minister of {portfolios}"
    assert after.value.of == state.removeprefix("the ")
    assert before.value.role is after.value.role is Role.MINISTER


@given(st.sampled_from(list(ALONE)), st.sampled_from(STATES), st.sampled_from(["{s} {o}", "{s}'s {o}", "{o} of {s}"]))
def test_the_state_of_an_office_is_found_on_either_side(office, state, form):
    state = state.removeprefix("the ")
    words = form.format(s=state, o=office)
    (found,) = titles(f"Then {words} Anwar Ibrahim spoke.")
    assert (found.text, found.value.role, found.value.of) == (words, ALONE[office], state)


@given(st.sampled_from(list(DEMONYMS)), st.sampled_from(list(ALONE)), st.sampled_from(list(STATUSES)))
def test_status_and_demonym_stand_in_any_order(demonym, office, status):
    for words in (f"{status} {demonym} {office}", f"{demonym} {status} {office}"):
        (found,) = titles(f"A {words} came.")
        assert found.value.of == DEMONYMS[demonym]
        assert found.value.status is STATUSES[status]
        assert found.value.name == office


@given(st.sampled_from(list(ALONE)), lists_of_portfolios)
def test_joint_offices_are_two(office, portfolios):
    first, second = titles(f"{office} and Minister of {portfolios} Anwar Ibrahim spoke.")
    assert (first.text, second.text) == (office, f"Minister of {portfolios}")


@given(st.text(max_size=200), st.sampled_from([passage for passage, _ in rows()]))
def test_text_around_an_office_changes_nothing_but_its_place(other, passage):
    before = [(m.text, m.value) for m in titles(passage)]
    around = titles("Nothing.\n\n" + passage + "\n\nNothing.")
    assert [(m.text, m.value) for m in around] == before
    assert all(m.text for m in titles(other + "\n\n" + passage))


@given(st.text(alphabet="PremMinistofrdepuy,and' -.\n", max_size=300))
def test_no_text_at_all_fails(text):
    document = Document(text)
    for mention in Titles().find(document):
        assert document[mention.span] == mention.text


@pytest.mark.parametrize("text", [f" ({'A' * 600}.", f", J{'a' * 600}", f" ({'A.B-' * 200}&"])
def test_long_words_where_a_desk_or_a_name_may_stand_are_read_once(text):
    start = time.process_time()
    assert DESK.search(text) is None
    office_complements._NAMED.search(text)
    assert time.process_time() - start < 0.5
