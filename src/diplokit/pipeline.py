"""The four verbs: read, find, resolve, and extract, which is all of them.

Plugins may raise anything or take too long: that costs their results on the document, and a warning says so.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from .errors import DiplokitError
from .lexicon import Lexicon
from .mentions import Mention, Mentions, settle
from .patience import limited
from .records import Extraction, Notice, Source
from .registry import Registry, lexicons_of
from .rules import Extractor, Reading, Resolver
from .scan import Scanner
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
    extractors = sorted(registry, key=lambda e: e.name)
    scanner = registry.scanner if isinstance(registry, Registry) else _scanner(tuple(lexicons_of(extractors)))
    scanner.scan(document)
    candidates: list[Mention[Any]] = []
    notices: list[Notice] = []
    for extractor in extractors:
        found, notice = _run_extractor(extractor, document)
        candidates += found
        notices += notice
    settled = list(settle(candidates))
    refused = tuple(mention for mention in settled if isinstance(mention.value, Refusal))
    return Mentions(m for m in settled if not isinstance(m.value, Refusal)), refused, tuple(notices)


@lru_cache(maxsize=16)
def _scanner(lexicons: tuple[Lexicon, ...]) -> Scanner:
    """The scanner of a list of extractors, kept so that its index is built once and not for every document."""
    return Scanner(lexicons)


def _run_extractor(extractor: Extractor[Any], document: Document) -> tuple[list[Mention[Any]], list[Notice]]:
    try:
        # The list is made inside the limit; the code of strangers runs nowhere else.
        foreign = _foreign(extractor.find)
        items = _started(extractor, document) if foreign else extractor.find(document)
        found = [_sound(mention, document) for mention in limited(items, len(document.text), alarm=foreign)]
    except Exception as error:  # other people's code may raise anything
        return [], [Notice("find", extractor.name, f"{type(error).__name__}: {error}")]
    return found, []


def _started(extractor: Extractor[Any], document: Document) -> Iterator[Mention[Any]]:
    """What it finds, begun only when it is asked for: an extractor may be no generator, and never return."""
    yield from extractor.find(document)


def _foreign(function: Any) -> bool:
    """Whether code is not our own; a rule is whose its function is."""
    owner = getattr(function, "__self__", None)
    function = getattr(owner, "build", function)
    return not str(getattr(function, "__module__", "")).startswith("diplokit.")


def _sound(mention: Mention[Any], document: Document) -> Mention[Any]:
    if not isinstance(mention, Mention):
        raise TypeError(f"an extractor yields mentions, not {mention!r}")
    if mention.span.end > len(document.text) or document[mention.span] != mention.text:
        raise ValueError(f"the text at {mention.span} is not {mention.text!r}")
    return mention


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
            records = list(limited(_resolved(resolver, reading), len(document.text), alarm=_foreign(resolver.resolve)))
        except Exception as error:  # other people's code may raise anything
            reading.notice(resolver.name, f"{type(error).__name__}: {error}")
            continue
        reading.add(resolver.gives, records)
        found += records
    source = Source(document.id, document.locale, document.published, len(document.text))
    return Extraction(source, mentions, tuple(found), (*notices, *reading.notices), document.text)


def _resolved(resolver: Resolver[Any], reading: Reading) -> Iterator[Any]:
    yield from resolver.resolve(reading)


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
    return _extract(read(text, published=published, locale=locale, id=id), registry)


def _extract(document: Document, registry: Registry) -> Extraction:
    mentions, _, notices = examine(document, registry)
    return _resolve(document, mentions, registry, notices)


def extract_many(
    documents: Iterable[Any], *, workers: int | None = None, registry: Registry | None = None
) -> Iterator[Extraction]:
    """Extract many documents, in order; a bad one is an extraction with a warning.

    Args:
        documents: Texts, `Document`s, or mappings with `text` and, if known, `published`, `locale`, `id`.
        workers: How many processes to use; one, this one, if left out. Other processes use the installed plugins.
        registry: Which plugins to use in this process; all installed ones if left out.

    Yields:
        An extraction for every document.

    Raises:
        ValueError: If both a registry and several workers are asked for, or the number is not positive.

    Examples:
        >>> [e.document.length for e in extract_many(["Lima.", {"text": "Peru agreed."}])]
        [5, 12]
    """
    if workers is not None and workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    if workers is None or workers == 1:
        registry = default_registry() if registry is None else registry
        for document in documents:
            yield _extract_any(document, registry)
        return
    if registry is not None:
        raise ValueError("a registry cannot be handed to other processes; install the plugins, or use one worker")
    from concurrent.futures import ProcessPoolExecutor
    from itertools import islice

    waiting = iter(documents)
    with ProcessPoolExecutor(workers) as pool:
        # A bounded window, so that an endless stream of documents is read only as fast as it is worked on.
        pending = [pool.submit(_extract_any, item) for item in islice(waiting, 8 * workers)]
        while pending:
            yield pending.pop(0).result()
            pending += [pool.submit(_extract_any, item) for item in islice(waiting, 1)]


def _extract_any(document: Any, registry: Registry | None = None) -> Extraction:
    registry = default_registry() if registry is None else registry
    name = None
    try:
        if isinstance(document, Document):
            return _extract(document, registry)
        if isinstance(document, dict):
            name = document.get("id") if isinstance(document.get("id"), str) else None
            known = {key: document[key] for key in ("published", "locale", "id") if document.get(key) is not None}
            if "text" not in document:
                raise TypeError("a document without a text")
            return extract(document["text"], registry=registry, **known)
        return extract(document, registry=registry)
    except (DiplokitError, TypeError) as error:
        return Extraction(Source(name), warnings=(Notice("read", "extract_many", f"{type(error).__name__}: {error}"),))


@cache
def default_registry() -> Registry:
    """The registry that is used where none is given: everything installed, collected once."""
    return Registry.installed()
