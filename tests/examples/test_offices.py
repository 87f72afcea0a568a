"""Who holds what: whole stories (`offices.txt`) and single sentences (`office_sentences.txt`), read by everything together."""

from pathlib import Path

import pytest

from diplokit import extract

FOLDER = Path(__file__).parent


def stories():
    for block in (FOLDER / "offices.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if lines:
            what, text, *wanted = lines
            yield pytest.param(text, dict(line.split(" = ") for line in wanted), id=what)


def sentences():
    wanted: dict[str, dict[str, str]] = {}
    text = ""
    for line in (FOLDER / "office_sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            name, _, held = line.strip().partition(" = ")
            wanted[text][name] = held
        elif line and not line.startswith("#"):
            text = line
            wanted[text] = {}
    for text, holders in wanted.items():
        yield pytest.param(text, holders, id=text[:60])


@pytest.mark.parametrize(("text", "wanted"), [*stories(), *sentences()])
def test_who_holds_what(text, wanted):
    found = extract(text, published="2024-11-16").actors
    names = {actor.id: actor.code or actor.acronym or actor.name for actor in found}
    held = {
        actor.name: ", ".join(f"{office.role} {names.get(office.of, '-')}" for office in actor.offices)
        for actor in found
        if actor.name in wanted
    }
    assert held == wanted
