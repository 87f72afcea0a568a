"""Laws of the whole: purity, locality, evidence, round trips, bad input."""

import datetime as dt
import gc
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import diplokit
from diplokit import Extraction, Registry, Span, extract, extract_many, find, hookimpl, resolver
from diplokit.errors import DateError, LocaleError
from diplokit.serialise import schema
from diplokit.testing import JUNK
from diplokit.testing.strategies import extractions, texts

KINDS_THAT_EXCLUDE = {"date", "money", "percent", "person", "organisation", "place"}


@given(texts(), st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
@example("\ud800", None)
@example(
    "Prime Minister Datuk Seri Anwar met Dr. Lee in Lima on Friday. Both leaders agreed to trade.",
    dt.date(2024, 11, 16),
)
def test_any_text_gives_an_extraction_whose_evidence_is_in_the_text(text, published):
    extraction = extract(text, published=published)
    assert not extraction.warnings
    assert extraction.document.length == len(text)
    flat_end = {}
    for mention in extraction.mentions:
        assert text[mention.start : mention.end] == mention.text
        layer = "" if mention.kind in KINDS_THAT_EXCLUDE else mention.kind
        assert flat_end.get(layer, 0) <= mention.start
        flat_end[layer] = mention.end
    ids = [actor.id for actor in extraction.actors]
    assert len(ids) == len(set(ids))
    for record in (*extraction.meetings, *extraction.commitments, *extraction.trade_figures):
        for span in record.spans.values():
            assert span.end <= len(text)
    for actor in extraction.actors:
        assert actor.references
        assert all(span.end <= len(text) for span in actor.spans)
        assert all(office.of is None or office.of in ids for office in actor.offices)
    for meeting in extraction.meetings:
        assert "trigger" in meeting.spans
        assert all(p.actor in ids for p in meeting.participants)
    for commitment in extraction.commitments:
        assert "trigger" in commitment.spans
        assert set(commitment.committers) <= set(ids)
        assert commitment.content is None or commitment.content in text
    for figure in extraction.trade_figures:
        assert {figure.reporter, figure.partner} <= {None, "world", *ids}


SENTENCES = [
    line
    for line in (Path(__file__).parents[1] / "examples" / "meetings_in_news.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and line[0] not in " #"
]


@st.composite
def torn(draw):
    """Words of two sentences of news, cut short anywhere or out of order."""
    words = " ".join(draw(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES)))).split()
    first = draw(st.integers(0, len(words) - 1))
    words = words[first : draw(st.integers(first + 1, len(words)))]
    return " ".join(draw(st.permutations(words)) if draw(st.booleans()) else words)


@given(torn())
@example("Talks with the rebels go on, and Fiji will send aid, according to a")
def test_no_rule_fails_on_words_cut_short_or_out_of_order(text):
    refusals = [notice for notice in extract(text).warnings if not notice.message.startswith("no trade figure")]
    assert not refusals


@given(texts())
def test_extraction_is_a_pure_function(text):
    assert extract(text, published="2024-11-14") == extract(text, published="2024-11-14")


SENTENCES = [
    "Malaysia and Peru agreed to raise trade to US$5 billion by 2030.",
    "Foreign Minister Penny Wong met President Joko Widodo in Jakarta on 3 May 2024.",
    "Exports to Japan rose 5.2 per cent to RM89.84 billion (US$19.69 billion) in 2023.",
]
FILLERS = ["It rained all morning.", "The roads were wet and nobody was there.", "There was little to add."]


def moved(extraction, by):
    return [(m.kind, m.start - by, m.end - by, m.text, m.value, m.rule) for m in extraction.mentions]


@given(
    st.sampled_from(SENTENCES),
    st.lists(st.sampled_from(FILLERS), max_size=3),
    st.lists(st.sampled_from(FILLERS), max_size=3),
)
def test_text_added_around_a_sentence_moves_mentions_and_changes_nothing_else(sentence, before, after):
    head = "".join(f"{filler}\n\n" for filler in before)
    tail = "".join(f"\n\n{filler}" for filler in after)
    alone = extract(sentence, published="2024-11-14")
    framed = extract(head + sentence + tail, published="2024-11-14")
    assert moved(framed, len(head)) == moved(alone, 0)
    for kind in ("meetings", "commitments", "trade_figures"):
        assert len(getattr(framed, kind)) == len(getattr(alone, kind))


@given(extractions())
def test_plain_data_and_back(extraction):
    data = extraction.to_dict()
    assert Extraction.from_dict(data) == extraction
    assert Extraction.from_dict(data).to_dict() == data


@given(extractions())
def test_plain_data_fit_the_schema(extraction):
    import json

    from jsonschema import Draft202012Validator

    Draft202012Validator(schema()).validate(json.loads(json.dumps(extraction.to_dict())))


@given(texts())
def test_what_is_extracted_goes_there_and_back(text):
    extraction = extract(text + " Malaysia and Peru agreed on 3 May 2024.", published="2024-11-14")
    assert Extraction.from_dict(extraction.to_dict()) == extraction


@pytest.mark.parametrize(
    "data", [{}, {"document": 3}, {"mentions": []}, {"document": {}, "mentions": [{"kind": "date"}]}]
)
def test_what_is_no_extraction_is_an_error(data):
    with pytest.raises(ValueError, match="not an extraction"):
        Extraction.from_dict(data)
    with pytest.raises(TypeError):
        Extraction.from_dict([])


@pytest.mark.parametrize("text", JUNK)
@pytest.mark.parametrize("locale", ["en", "ar", "th", "ja", "de"])
def test_junk_does_no_harm(text, locale):
    assert extract(text, locale=locale, published="2024-11-14").warnings == ()


def test_wrong_arguments_are_told_with_what_would_be_right():
    for wrong in (None, 3, b"text", ["text"]):
        with pytest.raises(TypeError, match="text must be a str"):
            extract(wrong)
    with pytest.raises(DateError, match="such as '2024-11-14', not '2024-13-01'"):
        extract("x", published="2024-13-01")
    with pytest.raises(LocaleError, match="such as 'en' or 'pt_BR', not 'xx_YY_zz'"):
        extract("x", locale="xx_YY_zz")
    with pytest.raises(TypeError, match="registry"):
        extract("x", registry=[])


def test_many_documents_come_in_order_and_a_bad_one_is_a_warning():
    documents = [
        "Lima.",
        {"text": "Peru agreed.", "id": "b", "published": "2024-11-14"},
        {"id": "c"},
        3,
        diplokit.Document("Quito."),
    ]
    found = list(extract_many(documents))
    assert [e.document.length for e in found] == [5, 12, 0, 0, 6]
    assert [e.document.id for e in found] == [None, "b", "c", None, None]
    assert [bool(e.warnings) for e in found] == [False, False, True, True, False]
    with pytest.raises(ValueError, match="at least 1"):
        list(extract_many([], workers=0))
    with pytest.raises(ValueError, match="other processes"):
        list(extract_many([], workers=2, registry=Registry.installed()))


def test_two_workers_give_what_one_gives():
    documents = [f"Peru and Malaysia agreed to meet on {day} May 2024." for day in range(1, 20)]
    assert list(extract_many(iter(documents), workers=2)) == list(extract_many(documents))


def test_a_resolver_that_raises_costs_its_own_results():
    class Broken:
        @hookimpl
        def resolvers(self):
            @resolver(int)
            def broken(reading):
                yield 1
                raise RuntimeError("no")

            return [broken]

    extraction = extract("x", registry=Registry.of(Broken()))
    assert [(n.stage, n.who, n.message) for n in extraction.warnings] == [("resolve", "broken", "RuntimeError: no")]
    assert extraction.records(int) == ()


def test_an_extractor_that_lies_about_the_text_is_told_of():
    class Liar:
        name, kind, yes, no = "liar", "lie", {}, ()

        def find(self, document):
            yield diplokit.Mention("lie", Span(0, 9), "other", 1, "liar")

    mentions, _, notices = diplokit.examine("a text", [Liar()])
    assert mentions == ()
    assert "liar" in notices[0].who


def test_values_of_other_kinds_become_plain_data():
    class Odd:
        name, kind, yes, no = "odd", "odd", {}, ()

        def find(self, document):
            yield diplokit.Mention("odd", Span(0, 1), document.text[0], {"a": {1, 2}}, "odd")

    registry = Registry({"odd": Odd()})
    data = extract("x", registry=registry).to_dict()
    assert data["mentions"][0]["value"] == {"a": [1, 2]}
    assert Extraction.from_dict(data).to_dict() == data


def test_find_takes_a_text_and_a_list_of_extractors():
    from diplokit.extract import dates

    assert [m.kind for m in find("3 May 2024, US$5", dates.extractors())] == ["date"]


# An alarm that rings in the middle of a garbage collection is lost, and pytest hears of it; the next one is heard.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_code_that_never_ends_costs_its_own_results(monkeypatch):
    import time

    from diplokit import patience

    monkeypatch.setattr(patience, "PATIENCE", 0.2)

    class Sleeper:
        name, kind, yes, no = "sleeper", "s", {}, ()

        def find(self, _document):
            time.sleep(30)

    class Looper:
        name, kind, yes, no = "looper", "l", {}, ()

        def find(self, document):
            while True:
                yield diplokit.Mention("l", Span(0, 1), document.text[0], 1, "looper")

    @resolver(int)
    def endless(_reading):
        while True:
            time.sleep(0.01)

    registry = Registry({"sleeper": Sleeper(), "looper": Looper()}, {"endless": endless})
    start = time.monotonic()
    extraction = extract("x", registry=registry)
    assert time.monotonic() - start < 10
    assert [(n.who, n.message.split(":")[0]) for n in extraction.warnings] == [
        ("looper", "TimeoutError"),
        ("sleeper", "TimeoutError"),
        ("endless", "TimeoutError"),
    ]


def test_an_empty_registry_is_a_registry():
    empty = Registry.of()
    assert extract("Peru agreed.", registry=empty).mentions == ()
    assert next(extract_many(["Peru agreed."], registry=empty)).found == ()
    assert diplokit.resolve(diplokit.Document("Peru agreed."), find("Peru agreed."), empty).found == ()


def test_extraction_leaves_nothing_to_the_garbage_collector():
    text = (
        "LIMA, May 3 (Andina) -- A Peruvian delegation met Prime Minister Ana Paz of Chile on Friday. "
        "The delegation will pay $3 million, she said. Trade rose by 3 percent to $2 billion in 2023."
    )
    extract(text, published="2024-05-04")  # what is made once for all documents
    gc.collect()
    gc.disable()
    try:
        assert extract(text, published="2024-05-04").commitments
        assert gc.collect() == 0  # nothing holds itself: all was freed as soon as nobody needed it
    finally:
        gc.enable()
