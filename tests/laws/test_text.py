"""Laws of the text: folding, spans, sentences."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplokit import Document, Lexicon, Span, fold
from diplokit.errors import DateError, LocaleError
from diplokit.testing.strategies import texts


@given(texts())
@example("İstanbul")
@example("ﬁn Straße ΟΔΟΣ")
@example("\ud800")
def test_folding_keeps_the_length_and_is_idempotent(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(texts(), texts())
@example("ΟΔΟΣ", "Α")
def test_folding_sees_no_further_than_a_character(left, right):
    assert fold(left + right) == fold(left) + fold(right)


@given(texts())
def test_sentences_are_in_order_trimmed_and_cover_every_word(text):
    document = Document(text)
    end = 0
    for sentence in document.sentences:
        assert end <= sentence.start
        assert document[sentence] == document[sentence].strip()
        assert not text[end : sentence.start].strip()
        assert len(sentence) <= 4000
        end = sentence.end
    assert not text[end:].strip()


@given(texts(), st.integers(0, 300))
def test_the_sentence_at_an_offset_is_the_last_that_begins_before_it(text, offset):
    document = Document(text)
    if document.sentences and offset < len(text):
        found = document.sentence_at(offset)
        assert found.start <= offset or found is document.sentences[0]


def test_a_span_contains_itself_and_what_ends_where_it_ends():
    whole = Span(2, 8)
    assert all(whole.contains(part) for part in (whole, Span(2, 3), Span(7, 8)))
    assert not any(whole.contains(other) for other in (Span(1, 3), Span(7, 9), Span(1, 9)))
    assert whole.overlaps(Span(7, 9)) and not whole.overlaps(Span(8, 9)) and not whole.overlaps(Span(0, 2))


def test_an_empty_or_backward_span_is_an_error():
    for start, end in [(1, 1), (2, 1), (-1, 3)]:
        with pytest.raises(ValueError, match="span"):
            Span(start, end)


@given(texts())
def test_capitals_are_words_that_begin_with_a_capital(text):
    for start, end in Document(text).capitals:
        assert text[start].isupper()
        assert start < end
        assert not text[end : end + 1].isalnum() or text[end - 1 : end + 1].isascii() is False


@given(texts())
def test_capitalised_words_and_what_stands_between_them_make_up_the_text(text):
    document = Document(text)
    words, gaps = document.capital_words, document.capital_gaps
    assert words == [text[start:end] for start, end in document.capitals]
    assert gaps[0] + "".join(word + gap for word, gap in zip(words, gaps[1:], strict=True)) == text


@given(st.lists(st.sampled_from(["Io", "Europa", "new moon", "New", "U.S.", "月"]), min_size=1, unique=True), texts())
def test_the_shared_scan_and_a_scan_of_one_lexicon_agree(words, text):
    from diplokit.scan import Scanner

    moons = Lexicon("moons", {word: word for word in words})
    others = Lexicon("others", {"the": 1, "new": 2, "leaders": 3})
    document = Document(f"{text} {words[0]} {text}")
    alone = list(document.hits(moons))
    together = Document(document.text)
    Scanner((others, moons)).scan(together)
    assert list(together.hits(moons)) == alone
    assert any(hit.meaning == words[0] for hit in alone) or len(words) > 1
    for hit in alone:
        assert fold(document.text[hit.start : hit.end]) == fold(hit.meaning)


@given(st.lists(st.text(" \n\t\u00a0", min_size=1, max_size=5), min_size=2, max_size=2))
def test_any_white_space_will_do_between_the_words_of_an_entry(gaps):
    moons = Lexicon("moons", {"very new moon": 1, "new moon": 2, "moon": 3}, cased=True)
    first, second = gaps
    text = f"a very{first}new{second}moon, a new{first}moon"
    found = [(text[hit.start : hit.end], hit.meaning) for hit in Document(text).hits(moons)]
    assert found == [(f"very{first}new{second}moon", 1), (f"new{first}moon", 2)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He met H.E. Dr. S. Jaishankar on Sept. 3. They agreed.", 2),
        ("The U.S. delegation left Washington, D.C. at 5 p.m. on Friday.", 1),
        ("Resolution No. 2706 was adopted. It is short.", 2),
        ("Exports fetched Rs. 2 billion and Tk. 3 crore. He left.", 2),
        ("Lt. Gen. George W. Bush Jr. said: “We agree.” He left.", 2),
        ("“We will meet in Lima,” he said. (They did.) Then he left.", 3),
        ("Trade rose to $1.2 billion. Imports fell.", 2),
        ("He lives in the U.S. The envoy does not.", 2),
        (
            "Mr. Li and U.S. President Carter met U.K. Prime Minister Callaghan at 5 p.m. President Carter was pleased.",
            2,
        ),
        ("Title of the page\n\nThe text begins. It ends", 3),
        ("A long line that was wrapped by a machine of the eighties goes on\nin the next line. Then it ends.", 2),
        ("1. The minister signed. 2. He left.", 2),
        (
            "The ministers of all three states, meeting in the capital for the second time within a year, today signed the\nAgreement. They left.",
            2,
        ),
        ("会谈结束。双方同意。", 2),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_sentences_of_newsrooms(text, count):
    document = Document(text)
    assert len(document.sentences) == count, [document[s] for s in document.sentences]


def test_what_a_document_is_made_of():
    document = Document.read("x", published="2024-11-14T08:00:00+08:00", locale="pt-BR")
    assert (document.published, document.locale) == (dt.date(2024, 11, 14), "pt_BR")
    assert Document.read("x", published=dt.datetime(2024, 11, 14, 3)).published == dt.date(2024, 11, 14)
    for wrong in (b"x", None, 3):
        with pytest.raises(TypeError, match="text must be a str"):
            Document.read(wrong)
    with pytest.raises(TypeError, match="published"):
        Document.read("x", published=20241114)
    with pytest.raises(DateError, match="'14 Nov'"):
        Document.read("x", published="14 Nov")
    with pytest.raises(LocaleError, match="'klingon'"):
        Document.read("x", locale="klingon")
    with pytest.raises(TypeError, match="locale"):
        Document.read("x", locale=None)
