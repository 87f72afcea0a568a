"""Extractions as plain data and back, and the JSON Schema of that data.

Amounts are plain decimal strings, dates EDTF and ISO 8601, spans `[start, end]`, absent fields `null`.

The values and records of plugins are written field by field (see `diplokit.plain`), each record with the name of its class
under `type`. Read back, they are plain data (`diplokit.values.Other`), unless `from_dict` is told their classes.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs
import cattrs
from cattrs.gen import make_dict_unstructure_fn

from .mentions import Mention, Mentions
from .plain import plain, plain_date, plain_decimal
from .records import RECORDS, Actor, Commitment, Extraction, Notice, Source
from .text import Span
from .values import VALUES, CalendarDate, Money, Other, kind_of_class
from .vocabulary import Confidence

E = TypeVar("E", bound=Extraction)


@cache
def converter() -> cattrs.Converter:
    """The converter that both ways share."""
    conv = cattrs.Converter()
    conv.register_unstructure_hook(Decimal, plain_decimal)
    conv.register_structure_hook(Decimal, lambda data, _: Decimal(data))
    conv.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    conv.register_structure_hook(Span, lambda data, _: Span(*data))
    conv.register_unstructure_hook(dt.date, dt.date.isoformat)
    conv.register_structure_hook(dt.date, lambda data, _: dt.date.fromisoformat(data))
    conv.register_structure_hook(dt.datetime, lambda data, _: dt.datetime.fromisoformat(data))
    conv.register_unstructure_hook(CalendarDate, plain_date)
    conv.register_structure_hook(CalendarDate, lambda data, _: CalendarDate(data["edtf"], data["resolution"]))
    conv.register_unstructure_hook(
        Money, lambda m: {"amount": plain_decimal(m.amount), "currency": m.currency, "qualifier": str(m.qualifier)}
    )
    conv.register_structure_hook(Money, lambda data, _: Money(data["amount"], data["currency"], data["qualifier"]))
    conv.register_unstructure_hook_func(lambda t: isinstance(t, type) and issubclass(t, StrEnum), str)
    for record in RECORDS.values():
        conv.register_unstructure_hook(record, _with_property(make_dict_unstructure_fn(record, conv), record))
    return conv


def _with_property(unstructure: Any, record: type) -> Any:
    """What follows from other fields is written too, for readers without Python."""

    def hook(instance: Any) -> dict[str, Any]:
        data: dict[str, Any] = unstructure(instance)
        if record is Actor:
            data["spans"] = [[span.start, span.end] for span in instance.spans]
            data["references"] = [
                {"start": r.span.start, "end": r.span.end, "rule": r.rule} for r in instance.references
            ]
        elif record is Commitment:
            data["force"] = instance.force
        return data

    return hook


def _mention_to_dict(mention: Mention[Any]) -> dict[str, Any]:
    if isinstance(mention.value, Other):
        value = dict(mention.value.data)
    else:
        known = VALUES.get(mention.kind)
        value = _as_dict(
            converter().unstructure(mention.value) if type(mention.value) is known else plain(mention.value)
        )
    return {
        "kind": mention.kind,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "rule": mention.rule,
        "confidence": str(mention.confidence),
        "value": value,
    }


def to_dict(extraction: Extraction) -> dict[str, Any]:
    """An extraction as plain data; `Extraction.to_dict` calls it."""
    conv = converter()
    data: dict[str, Any] = {
        "document": conv.unstructure(extraction.document),
        "mentions": [_mention_to_dict(mention) for mention in extraction.mentions],
    }
    for key, record in RECORDS.items():
        data[key] = [conv.unstructure(item) for item in extraction.found if isinstance(item, record)]
    others = [item for item in extraction.found if not isinstance(item, tuple(RECORDS.values()))]
    if others:
        data["records"] = list(map(_other_to_dict, others))
    data["warnings"] = [conv.unstructure(notice) for notice in extraction.warnings]
    return data


def _as_dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {"value": value}


def _other_to_dict(record: Any) -> dict[str, Any]:
    """A record of a plugin: the name of its class, and its fields; a field `type` of its own is written `type_`."""
    if isinstance(record, Other):
        return {"type": record.kind, **record.data}
    data = {"type_" if name == "type" else name: value for name, value in _as_dict(plain(record)).items()}
    return {"type": type(record).__name__, **data}


def from_dict(cls: type[E], data: Mapping[str, Any], types: Iterable[type] = ()) -> E:
    """The extraction whose `to_dict` this is; `Extraction.from_dict` calls it.

    Mentions of kinds and records of types that only a plugin knows come back as plain data (`Other`), unless their
    classes are among `types`: attrs classes and dataclasses.
    """
    if not isinstance(data, Mapping):
        raise TypeError(f"an extraction is read from a mapping, not from {type(data).__name__}")
    conv = converter()
    listed = tuple(types)
    kinds = {kind: one for one in listed if (kind := kind_of_class(one))} | VALUES
    records = {one.__name__: one for one in listed}
    try:
        found: list[Any] = []
        for key, record in RECORDS.items():
            found += [_record(conv, record, item) for item in data[key]]
        found += [_other(conv, records.get(item["type"]), item) for item in data.get("records", ())]
        return cls(
            conv.structure(data["document"], Source),
            Mentions(_mention(conv, kinds, item) for item in data["mentions"]),
            tuple(found),
            tuple(conv.structure(item, Notice) for item in data["warnings"]),
        )
    except (KeyError, TypeError, ValueError, ArithmeticError, cattrs.BaseValidationError) as error:
        where = (
            "; ".join(cattrs.transform_error(error)) if isinstance(error, cattrs.BaseValidationError) else repr(error)
        )
        raise ValueError(f"not an extraction: {where}") from error


def _record(conv: cattrs.Converter, record: type, item: Mapping[str, Any]) -> Any:
    if record is Actor:
        item = {**item, "references": [{"span": [r["start"], r["end"]], "rule": r["rule"]} for r in item["references"]]}
    return conv.structure(item, record)


def _other(conv: cattrs.Converter, known: type | None, item: Mapping[str, Any]) -> Any:
    fields = {name: value for name, value in item.items() if name != "type"}
    if known is None:
        return Other(item["type"], fields)
    return conv.structure({"type" if name == "type_" else name: value for name, value in fields.items()}, known)


def _mention(conv: cattrs.Converter, kinds: Mapping[str, type], item: Mapping[str, Any]) -> Mention[Any]:
    known = kinds.get(item["kind"])
    value = conv.structure(item["value"], known) if known else Other(item["kind"], item["value"])
    span = Span(item["start"], item["end"])
    return Mention(item["kind"], span, item["text"], value, item["rule"], item.get("confidence", "certain"))


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `to_dict`, made from the classes of the records.

    Examples:
        >>> sorted(schema()["properties"])[:3]
        ['actors', 'commitments', 'document']
    """
    definitions: dict[str, Any] = {}
    properties: dict[str, Any] = {"document": _type_schema(Source, definitions)}
    value_schemas = {kind: _type_schema(value, definitions) for kind, value in VALUES.items()}
    properties["mentions"] = _array(
        _object(
            {
                "kind": {"type": "string"},
                "start": _OFFSET,
                "end": _OFFSET,
                "text": {"type": "string"},
                "rule": {"type": "string"},
                "confidence": _type_schema(Confidence, definitions),
                "value": {"type": "object"},
            }
        )
        | {
            "allOf": [
                {"if": {"properties": {"kind": {"const": kind}}}, "then": {"properties": {"value": value}}}
                for kind, value in value_schemas.items()
            ]
        }
    )
    for key, record in RECORDS.items():
        properties[key] = _array(_type_schema(record, definitions))
    properties["warnings"] = _array(_type_schema(Notice, definitions))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Extraction",
        "type": "object",
        "properties": properties | {"records": _array({"type": "object", "required": ["type"]})},
        "required": list(properties),
        "additionalProperties": False,
        "$defs": definitions,
    }


_OFFSET = {"type": "integer", "minimum": 0}
_SPAN = {"type": "array", "prefixItems": [_OFFSET, _OFFSET], "minItems": 2, "maxItems": 2}
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    dt.date: {"type": "string", "format": "date"},
    Span: _SPAN,
    NoneType: {"type": "null"},
}


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _type_schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; classes and enums go into the definitions, once."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [_type_schema(argument, definitions) for argument in arguments]}
    if origin is tuple:
        return _array(_type_schema(arguments[0], definitions))
    if origin is not None:  # a mapping of fields to spans
        return {"type": "object", "additionalProperties": _type_schema(arguments[1], definitions)}
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}  # so that a class may hold itself
        definitions[hint.__name__] = (
            _enum_schema(hint) if issubclass(hint, StrEnum) else _class_schema(hint, definitions)
        )
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _enum_schema(enum: type[StrEnum]) -> dict[str, Any]:
    return {"description": enum.__doc__ or "", "enum": [str(member) for member in enum]}


def _class_schema(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    properties = {a.name: _type_schema(hints[a.name], definitions) for a in attrs.fields(cls)}
    if cls is Actor:
        properties["spans"] = _array(_SPAN)
        properties["references"] = _array(_object({"start": _OFFSET, "end": _OFFSET, "rule": {"type": "string"}}))
    elif cls is Commitment:
        properties["force"] = {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 5}, {"type": "null"}]}
    return {"description": (cls.__doc__ or "").partition("\n")[0], **_object(properties)}
