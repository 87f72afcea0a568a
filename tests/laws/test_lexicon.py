"""Laws of the scan: however it finds the words of lexicons, it finds what a plain reading of the text finds."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diplokit import Document, Lexicon, fold
from diplokit.index import Table, index_of
from diplokit.index.automaton import Automaton
from diplokit.index.dictionary import Dictionary
from diplokit.scan import Scanner

ENGINES = pytest.mark.parametrize("engine", [Automaton, Dictionary])

ENTRIES = [
    "NEW",
    "New",
    "new moon",
    "New Moon of May",
    "new moon rising",
    "moon",
    "U.S.",
    "U.S",
    "Dr.",
    "dr",
    "Guinea-Bissau",
    "Guinea",
    "$",
    "US$",
    "月",
    "月曜",
    "côte d'ivoire",
]
PIECES = [*ENTRIES, *map(str.upper, ENTRIES), "new", "of", "May", "rising", "Bissau", "d", "\u2019", "s", "x", "_"]


def read_plainly(words, cased, text):
    """Every entry by a pattern of its own; of those that overlap the leftmost, then the longest."""
    folded = fold(text)
    found = []
    for word in words:
        plain = fold(word)
        left = r"(?<!\w)" if plain[0].isalpha() and plain not in ("月", "月曜") else ""
        right = r"(?!\w)" if re.search(r"\w\Z", plain) and left else ""
        pattern = left + r" +".join(map(re.escape, plain.split())) + right
        for match in re.finditer(f"(?={pattern})", folded):
            end = re.compile(pattern).match(folded, match.start()).end()
            written = " ".join(text[match.start() : end].split()).replace("\u2019", "'")
            if not cased or written in (word, word.upper()):
                found.append((match.start(), end, word))
    kept = []
    for start, end, word in sorted(found, key=lambda hit: (hit[0], -hit[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, word))
    return [(start, end) for start, end, _ in kept]


@st.composite
def scanned(draw):
    pieces = draw(st.lists(st.sampled_from(PIECES), max_size=12))
    gaps = draw(
        st.lists(
            st.sampled_from([" ", " ", " ", "  ", "\n", "\n\n", "\r\n", ". ", ", ", "-", "'", ""]),
            min_size=12,
            max_size=12,
        )
    )
    return "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=False))


@ENGINES
@given(words=st.lists(st.sampled_from(ENTRIES), min_size=1, unique=True), cased=st.booleans(), text=scanned())
@example(words=["new moon", "moon"], cased=False, text="new\n moon moon")
@example(words=["moon", "x"], cased=False, text="  x   x\n\nmoon  moon\n\n")
@example(words=["new moon"], cased=False, text="new\n\nmoon new\r\nmoon new\n moon\n\n")
@example(words=["U.S", "U.S."], cased=False, text="the U.S. and U.S")
@example(words=["US$", "$"], cased=True, text="US$5 $5")
@example(words=["Dr."], cased=True, text="Dr.Moon")
@example(words=["moon"], cased=False, text="\ud800moon\udfff moon")
@example(words=["New", "Guinea", "Guinea-Bissau"], cased=True, text="New-Guinea NEW'S d'New _New Guinea-Bissau guinea")
@example(words=["Straße", "Strasse"], cased=True, text="STRASSE Straße Strasse")
def test_the_scan_finds_what_a_plain_reading_finds(engine, words, cased, text):
    table = Table("words", {word: word for word in words}, cased)
    other = Table("others", {"new": 1, "new moon of": 2, "of May": 3, "s.": 4})
    expected = read_plainly(words, cased, text)
    for tables in ([table], [other, table]):
        found = engine(tables).scan(Document(text))["words"]
        assert [(hit.start, hit.end) for hit in found] == expected


@given(words=st.lists(st.sampled_from(ENTRIES), min_size=1, unique=True), cased=st.booleans(), text=scanned())
@example(words=["NEW", "New"], cased=True, text="NEW New")
@example(words=["Straße", "New", "New Moon of May"], cased=True, text="STRASSE New Moon of May, new-New New NEW-Moon")
def test_both_engines_find_the_same(words, cased, text):
    tables = [Table("words", {word: word for word in words}, cased), Table("signs", {"$": 1, "new$": 2, "月曜": 3})]
    assert Automaton(tables).scan(Document(text)) == Dictionary(tables).scan(Document(text))


@pytest.mark.parametrize(("installed", "engine"), [(None, Dictionary), (object(), Automaton)])
def test_plain_python_does_where_the_automaton_is_not_installed(monkeypatch, installed, engine):
    monkeypatch.setattr("diplokit.index.find_spec", lambda _: installed)
    assert type(index_of([Table("words", {"moon": 1})])) is engine


def test_a_lexicon_alone_and_with_others_finds_the_same():
    text = "New moon of May, NEW moon rising."
    lexicon = Lexicon("words", {"New Moon of May": 1, "new moon": 2, "May": 3})
    alone, together = Document(text), Document(text)
    Scanner((Lexicon("others", {"moon": 1}), lexicon)).scan(together)
    assert alone.hits(lexicon) == together.hits(lexicon) == [(0, 15, 1), (17, 25, 2)]


@given(
    st.lists(st.text("$月曜日ก", min_size=1, max_size=4), min_size=1, max_size=8, unique=True),
    st.text("$月曜日ก x", max_size=30),
)
@example(["$" * 3000, "$"], "$$ $")
@example(["月", "月曜日"], "月曜 月曜日")
def test_signs_and_words_of_scripts_without_spaces_are_found_the_leftmost_and_longest(words, text):
    lexicon = Lexicon("words", {word: word for word in words})
    expected, at = [], 0
    while at < len(text):
        here = max((word for word in words if text.startswith(word, at)), key=len, default="")
        if here:
            expected.append((at, here))
        at += len(here) or 1
    assert [(hit.start, hit.meaning) for hit in Document(text).hits(lexicon)] == expected
