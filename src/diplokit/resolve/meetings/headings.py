"""What headlines tell of meetings, and the sentences below them that tell it in full."""

from .cases import FAMILY, Case, dates_agree
from .sightings import Sighting
from .stage import Stage
from .terms import CONSULTATION, HELD, HOST, SCHEDULED, SIGNING, VISITOR

_CUT = ("\u2026", ")")
"""What a headline may end with besides a word: that it was cut, or an acronym."""


def is_heading(stage: Stage, number: int) -> bool:
    """Whether a sentence is a headline."""
    text, span = stage.document.text, stage.document.sentences[number]
    end = span.end
    if end - span.start >= 160 or not (text[end - 1].isalnum() or text[end - 1] in _CUT) or text[end : end + 1] != "\n":
        return False
    return not text[end:].isspace()


def _is_first_line(stage: Stage, number: int) -> bool:
    """Whether a sentence is a headline, or the first line of the text with a full stop."""
    text, span = stage.document.text, stage.document.sentences[number]
    if number or span.end - span.start >= 160:
        return is_heading(stage, number)
    return text[span.end : span.end + 1] == "\n" and not text[span.end :].isspace()


def told_in_full(stage: Stage, case: Case, new: Sighting) -> bool:
    """Whether a sentence tells in full of what the headline above it told: "Minister meets Irish envoy"."""
    first, ids = case.first, new.participants.keys()
    if not 0 < new.sentence - first.sentence <= 4 or first.named or new.named:
        return False
    if len(case.sightings) > 1 and not (case.last.kind is first.kind and is_heading(stage, case.last.sentence)):
        return False  # told in more than a headline that stands there twice
    if not case.ids or case.family != FAMILY[new.kind] or not _is_first_line(stage, first.sentence):
        return False
    sides = {stage.side(id) for id in ids}
    if new.kind is SIGNING:  # "Kenya's ports authority and China's customs service signed"
        span = stage.document.sentences[new.sentence]
        sides |= {id for head in stage.heads_in(span.start, span.end) for id in head.ids}
    shared = not case.ids.isdisjoint(ids)
    if not all(
        id in ids or (id in sides if id in stage.states else shared and id not in stage.persons) for id in case.ids
    ):
        return False
    if dates_agree(case.date, new.date) is False or (first.code and new.code and first.code != new.code):
        return False
    if first.status is SCHEDULED and new.status is HELD and new.rule.startswith("verb"):
        verb = stage.document.folded[new.trigger.start : new.trigger.end].partition(" ")[0]
        new.status = first.status if verb.endswith("s") else new.status  # "A meets B this week"
    return first.status is new.status or new.status is SCHEDULED


def tell_in_full(stage: Stage, case: Case, new: Sighting) -> None:
    """Let a sentence correct what the headline told: who came for a body, and of which kind the meeting was."""
    case.first.sure = case.first.sure and case.first.status is new.status
    case.first.occasion = case.first.occasion or new.occasion
    ids = new.participants.keys()
    if not stage.persons.issuperset(case.ids) and not stage.persons.isdisjoint(ids - case.ids):
        for id in case.ids - ids - stage.states:  # the headline tells of a body, the sentence of who comes for it
            case.ids.remove(id)
            case.first.participants.pop(id, None)
    if new.kind is SIGNING and ids and ids.isdisjoint(case.ids):
        case.ids.clear()
        case.first.participants.clear()
    if new.kind is not CONSULTATION:
        case.first.kind = new.kind


def tells_tour(stage: Stage, case: Case, new: Sighting) -> bool:
    """Whether a sentence names all stops of a tour of which the headline named some: "A to visit two states, B in May"."""
    hosts, stops = case.first.playing(HOST), new.playing(HOST)
    return (
        case.first.sentence == 0 < new.sentence <= 2
        and len(stops) > 1
        and hosts < stops
        and dates_agree(case.date, new.date) is not False
        and bool(case.first.playing(VISITOR) & new.playing(VISITOR))
        and is_heading(stage, 0)
    )
