"""For the authors of plugins: one call that holds a plugin to its own examples and to the laws of the library.

The Hypothesis strategies are in `diplokit.testing.strategies` (extra `testing`).
"""

from collections.abc import Iterable
from typing import Any

from diplokit import Document, Extraction, Extractor, Mention, Registry, Span, examine, extract
from diplokit.values import Refusal

JUNK = (
    "",
    " ",
    "\0",
    "\ud800",
    "\udfff \ud83d",
    "\ufeff",
    "İstanbul ﬁn Straße ΟΔΟΣ",
    "1" * 2_000,
    "1," * 1_000,
    "$" * 1_000,
    "(" * 1_000,
    "\n" * 1_000,
    "مرحبا שלום नमस्ते 你好 สวัสดี",
    "\ue000\ue001\uf8ff",
    "A" * 2_000,
    "Ab " * 1_000,
    "\u202e\u200f\u200b",
)
"""Texts that hold nothing and must do no harm."""


def check(plugin: object) -> None:
    r"""Fail unless a plugin keeps its promises.

    Every extractor finds its `yes`, with the value that the example gives (a list: all values in order), and
    nothing in its `no`; gives the same answer twice; stays inside the text; and survives junk. Resolvers survive
    junk too, and their records can be written as JSON.

    Args:
        plugin: A module or object with functions marked `@diplokit.hookimpl`.

    Raises:
        AssertionError: With the name of the extractor and what went wrong.
        diplokit.DiplokitError: If the plugin cannot be registered at all.

    Examples:
        >>> import types
        >>> from diplokit import hookimpl, rule
        >>> @rule(r"article (?P<number>\d+)", yes={"under Article 5": "5"}, no=["Articles"], kind="article")
        ... def article(number):
        ...     return number
        >>> plugin = types.SimpleNamespace(extractors=hookimpl(lambda: [article]))
        >>> plugin.extractors.__name__ = "extractors"
        >>> check(plugin)
    """
    registry = Registry.of(plugin)
    assert len(registry) or registry.resolvers or registry.lexicons, "the plugin offers nothing; is @hookimpl missing?"
    for extractor in registry:
        check_extractor(extractor)
    if registry.resolvers:
        whole = _with_built_ins(plugin)
        for text in JUNK:
            extraction = extract(text, registry=whole)
            mine = [n for n in extraction.warnings if n.who in registry.resolvers]
            assert not mine, f"{mine[0].who}: {mine[0].message} on {text[:40]!r}"
            assert isinstance(Extraction.from_dict(extraction.to_dict()), Extraction)


def check_extractor(extractor: Extractor[Any]) -> None:
    """Fail unless one extractor keeps its promises; see `check`."""
    assert extractor.yes, f"{extractor.name} has no examples in which it finds something"
    for example, wanted in extractor.yes.items():
        document = _document(example)
        found = [mention.value for mention in _mentions(extractor, document)]
        right = found == wanted if isinstance(wanted, list) else wanted in found
        assert right, f"{extractor.name}: expected {wanted!r} in {document.text!r}, found {found!r}"
    for example in extractor.no:
        document = _document(example)
        values = [m.value for m in _mentions(extractor, document) if not isinstance(m.value, Refusal)]
        assert not values, f"{extractor.name}: expected nothing in {document.text!r}, found {values!r}"
    for text in JUNK:
        _mentions(extractor, Document(text))


def _mentions(extractor: Extractor[Any], document: Document) -> list[Mention[Any]]:
    try:
        found = list(extractor.find(document))
        again = list(extractor.find(_document(document.text, document)))
    except Exception as error:
        raise AssertionError(f"{extractor.name}: {type(error).__name__}: {error} on {document.text[:60]!r}") from error
    assert found == again, f"{extractor.name}: two answers for {document.text[:60]!r}"
    for mention in found:
        inside = isinstance(mention.span, Span) and mention.span.end <= len(document.text)
        assert inside, f"{extractor.name}: {mention!r} is not in the text"
        assert document[mention.span] == mention.text, f"{extractor.name}: {mention!r} is not what stands there"
        assert mention.rule, f"{extractor.name}: {mention!r} names no rule"
    return found


def _document(example: str | Document, like: Document | None = None) -> Document:
    if isinstance(example, Document):
        return example
    return Document(example, like.locale, like.published) if like else Document(example)


def _with_built_ins(plugin: object) -> Registry:
    from importlib import import_module

    from diplokit.registry import BUILT_IN

    built_in = [import_module(name) for name in BUILT_IN]
    return Registry.of(*built_in, *([] if plugin in built_in else [plugin]))


def found_in(text: str | Document, extractors: Registry | Iterable[Extractor[Any]]) -> list[tuple[str, Any]]:
    """What extractors find in a text: the words and the value of each mention, for short assertions.

    Examples:
        >>> from diplokit import Registry
        >>> from diplokit.extract import dates
        >>> found_in("signed on 3 May 2024", Registry.of(dates))[0][0]
        '3 May 2024'
    """
    mentions, _, _ = examine(text, extractors)
    return [(mention.text, mention.value) for mention in mentions]
