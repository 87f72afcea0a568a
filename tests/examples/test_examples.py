"""Failures as data: what must never be found, and what we still read wrongly."""

from pathlib import Path

import pytest

from diplokit import extract

HERE = Path(__file__).parent
RECORDS = {"meeting": "meetings", "commitment": "commitments", "trade_figure": "trade_figures"}


def rows(name):
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [line.split("\t") for line in lines[1:]]


def found(kind, text):
    extraction = extract(text, published="2024-11-14")
    if kind in RECORDS:
        return [str(record) for record in getattr(extraction, RECORDS[kind])]
    return [mention.text for mention in extraction.mentions.of(kind)]


@pytest.mark.parametrize(("kind", "text", "reason"), rows("must-not-match.tsv"))
def test_this_must_never_match(kind, text, reason):
    assert found(kind, text) == [], reason


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("kind", "text", "wanted", "reason"), rows("known-failures.tsv"))
def test_this_is_still_read_wrongly(kind, text, wanted, reason):
    assert found(kind, text) == ([wanted] if wanted else []), reason


def test_every_failure_has_its_reason():
    for name in ("must-not-match.tsv", "known-failures.tsv"):
        listed = rows(name)
        assert all(row[-1].strip() for row in listed)
        assert len({tuple(row[:2]) for row in listed}) == len(listed)
