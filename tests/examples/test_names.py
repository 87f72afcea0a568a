"""News sentences with their organisations, places, peoples and gatherings marked up: found exactly, and nothing else."""

import re
from pathlib import Path

import pytest

from diplokit import find
from diplokit.vocabulary import PlaceForm

KINDS = {"o": "organisation", "p": "place", "d": "people", "e": "event"}
LINES = [
    line
    for line in (Path(__file__).parent / "names.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def unmarked(line):
    """The sentence without its marks, and what is marked in it."""
    text, open_marks, names = "", [], set()
    at = 0
    while at < len(line):
        if mark := re.match(r"\[([opde]) ", line[at:]):
            open_marks.append((KINDS[mark[1]], len(text)))
            at += mark.end()
        elif line[at] == "]" and open_marks:
            kind, start = open_marks.pop()
            names.add((kind, start, text[start:]))
            at += 1
        else:
            text += line[at]
            at += 1
    return text, names


def kind_of(mention):
    if mention.kind == "place" and mention.value.form is not PlaceForm.NOUN:
        return "people"
    return mention.kind


@pytest.mark.parametrize("line", LINES)
def test_the_names_of_a_sentence_are_found_exactly(line):
    text, names = unmarked(line)
    found = {(kind_of(m), m.start, m.text) for m in find(text) if kind_of(m) in KINDS.values()}
    assert found == names
