"""Laws of the scan: however it finds the words of lexicons, it finds what a plain reading of the text finds."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from diplokit import Document, Lexicon, fold
from diplokit.scan import Scanner

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
        st.lists(st.sampled_from([" ", " ", " ", "  ", "\n", ". ", ", ", "-", "'", ""]), min_size=12, max_size=12)
    )
    return "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=False))


@given(st.lists(st.sampled_from(ENTRIES), min_size=1, unique=True), st.booleans(), scanned())
@example(["new moon", "moon"], False, "new\n moon moon")
@example(["U.S", "U.S."], False, "the U.S. and U.S")
@example(["US$", "$"], True, "US$5 $5")
def test_the_scan_finds_what_a_plain_reading_finds(words, cased, text):
    lexicon = Lexicon("words", {word: word for word in words}, cased=cased)
    other = Lexicon("others", {"new": 1, "new moon of": 2, "of May": 3, "s.": 4})
    expected = read_plainly(words, cased, text)
    alone, together = Document(text), Document(text)
    Scanner((other, lexicon)).scan(together)
    for document in (alone, together):
        assert [(hit.start, hit.end) for hit in document.hits(lexicon)] == expected


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
