"""Meetings, example by example: the resolver alone, on texts marked up by hand; then all of it, on sentences of news."""

from pathlib import Path

import pytest

import diplokit
from diplokit.resolve.meetings import meetings
from tests.resolving import cases, reading

FILE = Path(__file__).with_name("meetings.txt")
NEWS = Path(__file__).with_name("meetings_in_news.txt")


def told(meeting, document, wanted=()):
    """A meeting as a line of the file, with the fields that its line asks for."""
    parts = [
        str(meeting.kind),
        str(meeting.status),
        ", ".join(participant.actor for participant in meeting.participants),
        document[meeting.spans["trigger"]].replace("\n", " "),
    ]
    for field in wanted:
        if field == "parts":
            value = tuple(participant.participation for participant in meeting.participants)
        else:
            value = getattr(meeting, field)
        if field == "date" and value is not None:
            value = value.edtf
        parts.append(f"{field}={', '.join(value) if isinstance(value, tuple) else value}")
    return " | ".join(parts)


@pytest.mark.parametrize(
    ("text", "expected"), list(cases(FILE)), ids=lambda value: value[:50] if isinstance(value, str) else ""
)
def test_meetings(text, expected):
    """The text gives these meetings, and no others."""
    made = reading(text)
    lines = []
    for number, meeting in enumerate(meetings.resolve(made)):
        wanted = (
            [part.partition("=")[0] for part in expected[number].split(" | ")[4:]] if number < len(expected) else ()
        )
        lines.append(told(meeting, made.document, wanted))
    assert lines == expected


def found(text):
    """The meetings of a text that nobody has marked up, as the lines of the file write them."""
    extraction = diplokit.extract(text.replace("\\n", "\n"), published="2024-06-12")
    names = {actor.id: actor.name for actor in extraction.actors}
    for meeting in extraction.meetings:
        who = ", ".join(sorted(names[participant.actor] for participant in meeting.participants))
        date = meeting.date.edtf if meeting.date else ""
        yield " | ".join([meeting.kind, meeting.status, who, meeting.place or "", date]).rstrip(" |")


@pytest.mark.parametrize(
    ("text", "expected"), list(cases(NEWS)), ids=lambda value: value[:50] if isinstance(value, str) else ""
)
def test_news(text, expected):
    """A sentence of news gives these meetings, and no others."""
    assert list(found(text)) == expected
