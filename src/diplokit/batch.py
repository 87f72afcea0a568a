"""Many documents: one by one in this process, or shared out among several."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .errors import DiplokitError
from .pipeline import default_registry, extract, extract_document
from .records import Extraction, Notice, Source
from .registry import Registry
from .text import Document


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
        TypeError: If the documents are one text or mapping, or an argument is not of the right type.
        ValueError: If both a registry and several workers are asked for, or the number is not positive.

    Examples:
        >>> [e.document.length for e in extract_many(["Lima.", {"text": "Peru agreed."}])]
        [5, 12]
    """
    if isinstance(documents, str | bytes | Mapping | Document) or not isinstance(documents, Iterable):
        raise TypeError(f"documents must be several, as in a list; for one {type(documents).__name__} call `extract`")
    if workers is not None and not isinstance(workers, int):
        raise TypeError(f"workers must be a whole number, not {workers!r}")
    if workers is not None and workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    if registry is not None and not isinstance(registry, Registry):
        raise TypeError(f"registry must be a Registry, not {type(registry).__name__}")
    if workers is None or workers == 1:
        return _in_turn(documents, registry)
    if registry is not None:
        raise ValueError("a registry cannot be handed to other processes; install the plugins, or use one worker")
    return _shared_out(documents, workers)


def _in_turn(documents: Iterable[Any], registry: Registry | None) -> Iterator[Extraction]:
    registry = default_registry() if registry is None else registry
    for document in documents:
        yield _extract_any(document, registry)


def _shared_out(documents: Iterable[Any], workers: int) -> Iterator[Extraction]:
    import pickle  # not on import
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from itertools import islice

    waiting = iter(documents)
    with ProcessPoolExecutor(workers) as pool:

        def submitted(number: int) -> list[tuple[Any, Future[bytes]]]:
            return [(item, pool.submit(_pickled, item)) for item in islice(waiting, number)]

        # A bounded window, so that an endless stream of documents is read only as fast as it is worked on.
        pending = submitted(8 * workers)
        while pending:
            document, future = pending.pop(0)
            try:
                extraction = pickle.loads(future.result())  # noqa: S301 — our own processes wrote it
            except BrokenProcessPool:
                raise
            except Exception as error:
                extraction = _failed(document, error, "cannot be handed from process to process: ")
            yield extraction
            pending += submitted(1)


def _pickled(document: Any) -> bytes:
    import pickle

    return pickle.dumps(_extract_any(document))


def _extract_any(document: Any, registry: Registry | None = None) -> Extraction:
    registry = default_registry() if registry is None else registry
    try:
        if isinstance(document, Document):
            return extract_document(document, registry)
        if isinstance(document, Mapping):
            known = {key: document[key] for key in ("published", "locale", "id") if document.get(key) is not None}
            if "text" not in document:
                raise TypeError("a document without a text")
            return extract(document["text"], registry=registry, **known)
        return extract(document, registry=registry)
    except (DiplokitError, TypeError) as error:
        return _failed(document, error)


def _failed(document: Any, error: Exception, why: str = "") -> Extraction:
    """An extraction that says what is wrong with a document."""
    given = document.get("id") if isinstance(document, Mapping) else getattr(document, "id", None)
    source = Source(given if isinstance(given, str) else None)
    return Extraction(source, warnings=(Notice("read", "extract_many", f"{why}{type(error).__name__}: {error}"),))
