"""The two briefs in `seeds/` give the records beside them, which were checked by hand."""

import json
from pathlib import Path

import pytest

from diplokit import extract
from diplokit.plain import plain_decimal

SEEDS = Path(__file__).parents[2] / "seeds"


def summary(text, published):
    """What a reader would list of a brief: names instead of ids, words instead of spans."""
    extraction = extract(text, published=published)
    names = {actor.id: actor.name for actor in extraction.actors}

    def words(span):
        return text[span.start : span.end]

    def money(value):
        return f"{value.currency} {plain_decimal(value.amount)}"

    return {
        "published": published,
        "dates": [[m.text, m.value.edtf] for m in extraction.mentions.of("date")],
        "money": [[m.text, money(m.value)] for m in extraction.mentions.of("money")],
        "actors": [
            {
                "kind": actor.kind,
                "name": actor.name,
                "code": actor.code,
                "acronym": actor.acronym,
                "honorifics": list(actor.honorifics),
                "offices": [[office.role, names.get(office.of)] for office in actor.offices],
            }
            for actor in extraction.actors
        ],
        "meetings": [
            {
                "kind": meeting.kind,
                "visit_type": meeting.visit_type,
                "status": meeting.status,
                "participants": sorted(names[p.actor] for p in meeting.participants),
                "place": meeting.place,
                "date": meeting.date and meeting.date.edtf,
            }
            for meeting in extraction.meetings
        ],
        "commitments": [
            {
                "act": commitment.act,
                "committers": sorted(names[actor] for actor in commitment.committers),
                "trigger": words(commitment.spans["trigger"]),
            }
            for commitment in extraction.commitments
        ],
        "trade_figures": [
            {
                "measure": figure.measure,
                "value": money(figure.value),
                "equivalents": [money(other) for other in figure.equivalents],
                "period": figure.period and figure.period.edtf,
                "reporter": names.get(figure.reporter),
                "partner": names.get(figure.partner),
            }
            for figure in extraction.trade_figures
        ],
        "warnings": [notice.message for notice in extraction.warnings],
    }


@pytest.mark.parametrize("file", sorted(SEEDS.glob("*.txt")), ids=lambda file: file.stem)
def test_a_brief_gives_the_records_beside_it(file):
    expected = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    found = summary(file.read_text(encoding="utf-8"), expected["published"])
    assert json.loads(json.dumps(found)) == expected


def test_there_are_two_briefs():
    assert len(list(SEEDS.glob("*.txt"))) == 2
