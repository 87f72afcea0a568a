"""Dates in context, as sentences marked up in place; see `dates.txt`."""

import re
from pathlib import Path

import pytest

from diplokit import Document, find
from diplokit.extract.dates import DATES

MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def examples():
    locale, published = "en", "-"
    for line in (Path(__file__).parent / "dates.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            _, locale, published = line.split()
        elif line and not line.startswith("#"):
            yield pytest.param(line, locale, None if published == "-" else published, id=f"{locale}: {line[:60]}")


@pytest.mark.parametrize(("line", "locale", "published"), list(examples()))
def test_every_date_of_the_line_is_found_and_nothing_else(line, locale, published):
    text, wanted, end = "", [], 0
    for match in MARK.finditer(line):
        text += line[end : match.start()]
        wanted.append((len(text), match[2], None if match[1] == "?" else match[1]))
        text += match[2]
        end = match.end()
    text += line[end:]
    document = Document.read(text, locale=locale, published=published)
    assert [(m.start, m.text, m.value.edtf) for m in find(document, [DATES])] == wanted


# What others get wrong, and we must not.
DEFECTS = {
    "in July 2023 and on Sept 25, 2024": ["2023-07", "2024-09-25"],
    "September 10-15": ["2024-09-10/2024-09-15"],
    "In February this year, they met on 3 May 2023.": ["2024-02", "2023-05-03"],
    "Mrs May": [],
    "800": [],
    " " * 8000: [],
    "4" * 4000: [],
    "the march of 5,000 and 800 deals": [],
}


@pytest.mark.parametrize("text", DEFECTS, ids=lambda text: text.strip()[:20] or "spaces")
def test_the_defects_of_others_are_not_ours(text):
    document = Document.read(text, published="2024-11-14")
    assert [mention.value.edtf for mention in find(document, [DATES])] == DEFECTS[text]


def test_german_dates_in_digits_begin_with_the_day():
    assert [m.value.edtf for m in find(Document.read("am 01.11.2019", locale="de"), [DATES])] == ["2019-11-01"]
