"""Records of plugins, of which nothing is known but their fields."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from diplokit import Extraction, Mention, Span
from diplokit.plain import fields_of
from diplokit.records import RECORDS
from diplokit.values import Other

from .words import short_label, written


@frozen
class Shown:
    """A record as every view shows it.

    Attributes:
        type: The name of its class.
        lines: The names of its fields and what they hold, those that hold something.
        spans: Where it points into the text.
        rule: The rule that it names, if it names one.
    """

    type: str
    lines: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]
    rule: str = ""


def others(extraction: Extraction) -> Iterator[Shown]:
    """The records of plugins; an actor's id is shown as its name."""
    names = {actor.id: short_label(actor) for actor in extraction.actors}
    ours = tuple(RECORDS.values())
    for record in extraction.found:
        if isinstance(record, ours):
            continue
        fields = record.data if isinstance(record, Other) else fields_of(record)
        lines = (
            {"": record}
            if fields is None
            else {str(name).replace("_", " ").strip(): item for name, item in fields.items()}
        )
        said = {name: written(item, names) for name, item in lines.items() if not _is_place(item)}
        rule = said.pop("rule", "")
        name = record.kind if isinstance(record, Other) else type(record).__name__
        yield Shown(name, tuple((key, value) for key, value in said.items() if value), tuple(_spans(record)), rule)


def _is_place(item: Any) -> bool:
    """Whether an item is nothing but spans: they are shown by lighting up what they hold."""
    if isinstance(item, Mapping):
        item = tuple(item.values())
    return isinstance(item, Span) or (isinstance(item, list | tuple) and bool(item) and all(map(_is_place, item)))


def _spans(item: Any) -> Iterator[Span]:
    if isinstance(item, Span):
        yield item
    elif isinstance(item, Mention):
        yield item.span
    else:
        fields = fields_of(item)
        parts = fields.values() if fields is not None else item if isinstance(item, list | tuple) else ()
        for part in parts:
            yield from _spans(part)
