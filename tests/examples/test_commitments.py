"""Commitments, example by example: the resolver alone, on texts marked up by hand."""

from pathlib import Path

import pytest

from diplokit.resolve.commitments import commitments
from tests.resolving import cases, reading

FILE = Path(__file__).with_name("commitments.txt")


def told(commitment, document, wanted):
    """A commitment as a line of the file, with the fields that its line asks for."""
    parts = [
        str(commitment.act),
        ", ".join(commitment.committers),
        document[commitment.spans["trigger"]].replace("\n", " "),
    ]
    for field in wanted:
        value = getattr(commitment, field)
        value = value.edtf if field == "deadline" else format(value.amount, "f") if field == "amount" else value
        parts.append(f"{field}={', '.join(value) if isinstance(value, tuple) else value}")
    return " | ".join(parts)


@pytest.mark.parametrize(
    ("text", "expected"), list(cases(FILE)), ids=lambda value: value[:50] if isinstance(value, str) else ""
)
def test_commitments(text, expected):
    """The text gives these commitments, and no others."""
    made = reading(text)
    found = list(commitments.resolve(made))
    lines = []
    for number, commitment in enumerate(found):
        wanted = []
        if number < len(expected):
            wanted = [part.partition("=")[0] for part in expected[number].split(" | ")[3:]]
        lines.append(told(commitment, made.document, wanted))
    assert lines == expected
