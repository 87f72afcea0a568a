"""Texts marked up with who and what they mean, for tests of one resolver alone.

`[Peru]` means the actor Peru, `[Peru|it]` means it by another word, `[Peru+Chile|both sides]` means two;
`{Prime Minister}` is a title, `{#Lima}` a city, `{!31st APEC Summit}` a named gathering; `<2030|by then>` a date, `<5e9 USD|$5 billion>` an amount, `<12 %|12 per cent>` a percentage.
States are written by name, organisations with a leading `@` (`[@ASEAN]`), persons with `~` (`[~Ana Díaz of Peru|Díaz]`), unresolved collectives with `*` (`[*world leaders]`).
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from diplokit import (
    Actor,
    CalendarDate,
    Document,
    Event,
    Mention,
    Mentions,
    Money,
    Office,
    Percent,
    Place,
    Reading,
    Reference,
    Span,
    Title,
)

_MARK = re.compile(r"\[([^\]|]+)(?:\|([^\]]+))?\]|\{([^}]+)\}|<([^>|]+)\|([^>]+)>")
_KINDS = {"@": "igo", "~": "person", "*": "group"}
_DEMONYM = re.compile(r"(?:an|ese|ish|ch|i)\Z")


def reading(marked: str, *, published: str | None = "2024-06-15") -> Reading:
    """The reading of a marked-up text."""
    text, spans, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        who, shown, title, value, value_text = match.groups()
        said = (title and title.lstrip("#!")) or value_text or shown or who.lstrip("@~*").partition(" of ")[0]
        spans.append((Span(len(text), len(text) + len(said)), who, title, value))
        text += said
        at = match.end()
    text += marked[at:]
    actors: dict[str, dict] = {}
    mentions = []
    for span, who, title, value in spans:
        said = text[span.start : span.end]
        if title and title[0] == "#":
            mentions.append(Mention("place", span, said, Place(said, None, "city"), "by hand"))
        elif title and title[0] == "!":
            mentions.append(Mention("event", span, said, Event(said), "by hand"))
        elif title:
            mentions.append(Mention("title", span, said, Title(title, "other"), "by hand"))
        elif value and "%" in value:
            mentions.append(Mention("percent", span, said, Percent(value.strip(" %")), "by hand"))
        elif value and " " in value:
            amount, currency = value.split()
            mentions.append(Mention("money", span, said, Money(Decimal(amount), currency), "by hand"))
        elif value:
            mentions.append(Mention("date", span, said, CalendarDate(value), "by hand"))
        else:
            for name in who.split("+"):
                name, _, of = name.partition(" of ")
                kind = _KINDS.get(name[0], "state")
                plain = name.lstrip("@~*")
                actor = actors.setdefault(
                    plain, {"id": plain, "kind": kind, "name": plain, "references": [], "offices": []}
                )
                actor["references"].append(Reference(span, "name"))
                if of:
                    actors.setdefault(of, {"id": of, "kind": "state", "name": of, "references": [], "offices": []})
                    actor["offices"].append(Office("office", "minister", of=of))
            if who[0] not in _KINDS:
                form = "adjective" if said != who and _DEMONYM.search(said) else "noun"
                mentions.append(Mention("place", span, said, Place(who, None, "state", form), "by hand"))
    document = Document.read(text, published=published)
    made = Reading(document, Mentions(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))))
    made.add(Actor, [Actor(**actor) for actor in actors.values()])
    return made


def cases(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The marked-up texts of a file, each with the lines that it must give."""
    text, expected = [], []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "#"]:
        if line.startswith("    "):
            expected.append(line.strip())
            continue
        if line.startswith("#"):
            done = True
        else:
            # a blank line inside a text goes on with it; a new text begins after its answers
            done = bool(expected) or bool(text and text[-1].strip() and line.strip())
        if done and "".join(text).strip():
            yield "\n".join(text).strip(), expected
            text, expected = [], []
        if not line.startswith("#"):
            text.append(line)
