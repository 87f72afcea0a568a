"""Who holds what in whole stories: the texts of `offices.txt`, read by everything together."""

from pathlib import Path

import pytest

from diplokit import extract


def examples():
    blocks = Path(__file__).with_suffix(".txt").with_stem("offices").read_text(encoding="utf-8").split("\n\n")
    for block in blocks:
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if lines:
            what, text, *wanted = lines
            yield pytest.param(text, dict(line.split(" = ") for line in wanted), id=what)


@pytest.mark.parametrize(("text", "wanted"), list(examples()))
def test_who_holds_what(text, wanted):
    found = extract(text, published="2024-11-16").actors
    names = {actor.id: actor.code or actor.acronym or actor.name for actor in found}
    held = {
        actor.name: ", ".join(f"{office.role} {names.get(office.of, '-')}" for office in actor.offices)
        for actor in found
        if actor.name in wanted
    }
    assert held == wanted
