"""The four verbs: read, find, resolve, and extract, which is all of them.

Plugins may raise anything or take too long: that costs their results on the document, and a warning says so.
"""

import datetime as dt
from collections.abc import Iterable
from functools import cache, partial
from typing import Any

from .errors import ANYTHING
from .mentions import Mention, Mentions, check_mention, settle
from .patience import collect
from .plan import plan_of
from .reading import Reading, Resolver
from .records import RECORDS, Extraction, Notice, Source
from .registry import Registry
from .rules import Extractor
from .text import Document
from .values import Refusal


def read(text: str, *, published: dt.date | str | None = None, locale: str = "en", id: str | None = None) -> Document:
    """Make a document of a text; see `Document.read`."""
    return Document.read(text, published=published, locale=locale, id=id)


def find(document: Document | str, registry: Registry | Iterable[Extractor[Any]] | None = None) -> Mentions:
    """Find the mentions of a document.

    Args:
        document: A document, or a text in English.
        registry: Which extractors to use: a registry, or just a list of extractors; all installed ones if left out.

    Returns:
        The mentions in the order of the text. Mentions of one kind never overlap.

    Examples:
        >>> [mention.value.edtf for mention in find("signed on 3 May 2024")]
        ['2024-05-03']
    """
    mentions, _, _ = examine(document, registry)
    return mentions


def examine(
    document: Document | str, registry: Registry | Iterable[Extractor[Any]] | None = None
) -> tuple[Mentions, tuple[Mention[Refusal], ...], tuple[Notice, ...]]:
    """Find the mentions of a document, and tell what was refused and what went wrong.

    Args:
        document: As in `find`.
        registry: As in `find`.

    Returns:
        The mentions; the refusals, with their reasons; and what went wrong.
    """
    if isinstance(document, str):
        document = Document.read(document)
    if registry is None:
        registry = default_registry()
    plan = registry.plan if isinstance(registry, Registry) else plan_of(registry)
    plan.scanner.scan(document)
    candidates: list[Mention[Any]] = []
    notices = [Notice("find", name, why) for name, why in plan.scanner.left_out(document.locale)]
    for extractor in plan.extractors:
        try:
            if extractor.name in plan.foreign:
                found = collect(partial(extractor.find, document), len(document.text))
                for mention in found:
                    check_mention(mention, document.text)
            else:  # our own: a law holds them to what is checked above
                found = list(extractor.find(document))
        except ANYTHING as error:
            notices.append(Notice("find", extractor.name, f"{type(error).__name__}: {error}"))
        else:
            candidates += found
    settled = list(settle(candidates))
    mentions = Mentions([mention for mention in settled if not isinstance(mention.value, Refusal)])
    refused: tuple[Mention[Refusal], ...] = ()
    if len(mentions) < len(settled):
        refused = tuple([mention for mention in settled if isinstance(mention.value, Refusal)])
    return mentions, refused, tuple(notices)


def resolve(document: Document, mentions: Mentions, registry: Registry | None = None) -> Extraction:
    """Make records of the mentions of a document.

    Args:
        document: The document.
        mentions: Its mentions, as `find` gives them.
        registry: Which resolvers to use; all installed ones if left out.
    """
    return _resolve(document, mentions, default_registry() if registry is None else registry, ())


def _resolve(document: Document, mentions: Mentions, registry: Registry, notices: tuple[Notice, ...]) -> Extraction:
    reading = Reading(document, mentions)
    found: list[Any] = []
    for resolver in registry.resolvers.values():
        try:
            if resolver.name in registry.foreign:
                records = collect(partial(resolver.resolve, reading), len(document.text))
                _check_records(records, resolver, reading)
            else:
                records = list(resolver.resolve(reading))
        except ANYTHING as error:
            reading.notice(resolver.name, f"{type(error).__name__}: {error}")
            continue
        reading.add(resolver.gives, records)
        found += records
    source = Source(document.id, document.locale, document.published, len(document.text))
    return Extraction(source, mentions, tuple(found), (*notices, *reading.notices), document.text)


def _check_records(records: Iterable[Any], resolver: Resolver[Any], reading: Reading) -> None:
    with_id = resolver.gives in RECORDS.values()
    taken = {record.id for record in reading.records(resolver.gives)} if with_id else set()
    for record in records:
        if not isinstance(record, resolver.gives):
            raise TypeError(f"a resolver of {resolver.gives.__name__} gives no {record!r}")
        if with_id:
            if record.id in taken:
                raise ValueError(f"the id {record.id!r} is taken by another {resolver.gives.__name__}")
            taken.add(record.id)


def extract(
    text: str,
    *,
    published: dt.date | str | None = None,
    locale: str = "en",
    registry: Registry | None = None,
    id: str | None = None,
) -> Extraction:
    """Read a text and give everything that is found in it.

    Args:
        text: Any text at all.
        published: The day that "today" means in the text: a date or an ISO 8601 string. Without it, relative
            dates stay unresolved.
        locale: The CLDR locale of the text.
        registry: Which plugins to use; all installed ones if left out.
        id: A name for the document, carried into the extraction.

    Raises:
        TypeError: If an argument is not of the right type.
        DateError: If `published` is not a day of the calendar.
        LocaleError: If CLDR does not know the locale.

    Examples:
        >>> extraction = extract("Malaysia and Peru agreed to cooperate.", published="2024-11-14")
        >>> extraction.commitments[0].act
        <Act.AGREE: 'agree'>
    """
    if registry is None:
        registry = default_registry()
    elif not isinstance(registry, Registry):
        raise TypeError(f"registry must be a Registry, not {type(registry).__name__}")
    return extract_document(read(text, published=published, locale=locale, id=id), registry)


def extract_document(document: Document, registry: Registry) -> Extraction:
    """What `extract` gives, of a document that is read already."""
    mentions, _, notices = examine(document, registry)
    return _resolve(document, mentions, registry, notices)


@cache
def default_registry() -> Registry:
    """The registry that is used where none is given: everything installed, collected once."""
    return Registry.installed()
