"""Who is who, as marked-up texts: the resolver alone, on mentions made by hand."""

import re
from pathlib import Path

import pytest

from diplokit import Actor, Honorific, Mention, Mentions, Name, Organisation, Place, Reading, Span, Title, read
from diplokit.resolve.actors import actors
from diplokit.wordlists import PLACES

OPEN = re.compile(r"\[(?P<kind>[ptohsdc])(?: (?P<more>[^|\]\[]+))?\|")
KINDS = {"p": "person", "t": "title", "h": "honorific", "o": "organisation", "s": "place", "d": "place", "c": "place"}
STATES = {
    place.code: place.name
    for word in PLACES.in_locale("en").values()
    for place in word.places
    if place.type in ("state", "territory")
}


def value(kind, more, text):
    if kind == "p":
        return Name(tuple(text.split()))
    if kind == "t":
        role, _, of = more.partition(" of ")
        return Title(text, role, of=of or None)
    if kind == "h":
        return Honorific(text)
    if kind == "o":
        actor, _, acronym = more.partition(" ")
        return Organisation(NAMES.get(text, text), acronym or None, actor)
    form = {"s": "noun", "d": "adjective", "c": "noun"}[kind]
    return Place(text if kind == "c" else STATES[more], more, "city" if kind == "c" else "state", form)


NAMES = {"NDRC": "National Development and Reform Commission"}


def marked(text):
    """The plain text and the mentions that are marked in it."""
    plain, opened, found = "", [], []
    at = 0
    while at < len(text):
        match = OPEN.match(text, at)
        if match:
            opened.append((len(plain), match["kind"], match["more"]))
            at = match.end()
        elif text[at] == "]":
            start, kind, more = opened.pop()
            words = plain[start:]
            if kind == "t" and found and found[-1].span.start == start:  # its state is no part of an office
                words = plain[found[-1].span.end :].removeprefix("'s").strip()
            found.append(
                Mention(KINDS[kind], Span(start, len(plain)), plain[start:], value(kind, more, words), "by hand")
            )
            at += 1
        else:
            plain += text[at]
            at += 1
    return plain, Mentions(sorted(found, key=lambda m: (m.span.start, -m.span.end, m.kind)))


def resolved(text):
    plain, mentions = marked(text)
    reading = Reading(read(plain), mentions)
    found = list(actors.resolve(reading))
    reading.add(Actor, found)
    assert not reading.notices
    return plain, found


def examples():
    blocks = (Path(__file__).parent / "actors.txt").read_text(encoding="utf-8").split("\n\n")
    for block in blocks:
        lines = [line for line in block.splitlines() if line and line[0] != "#"]
        if lines:
            yield pytest.param(lines[1], lines[2:], id=lines[0])


@pytest.mark.parametrize(("text", "wanted"), list(examples()))
def test_who_is_meant_where(text, wanted):
    plain, found = resolved(text)
    by_id = {actor.id: actor for actor in found}
    people = [f"{actor.name} = {' | '.join(plain[span.start : span.end] for span in actor.spans)}" for actor in found]
    offices = [
        f"office {actor.name} = {office.role} "
        f"{(by_id[office.of].code or by_id[office.of].name) if office.of else '-'} {office.confidence}"
        for actor in found
        for office in actor.offices
    ]
    assert sorted(people) == sorted(line for line in wanted if not line.startswith("office "))
    listed = [line for line in wanted if line.startswith("office ")]
    if listed:
        assert [line for line in offices if line.split(" = ")[0] in {w.split(" = ")[0] for w in listed}] == listed
