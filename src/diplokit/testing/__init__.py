"""For the authors of plugins: one call that holds a plugin to its own examples and to the laws of the library.

The Hypothesis strategies are in `diplokit.testing.strategies` (extra `testing`).
"""

import json
import re
from collections.abc import Container, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from diplokit import Document, Extraction, Extractor, Mention, Registry, Rule, Span, examine, fold
from diplokit.errors import ANYTHING
from diplokit.mentions import check_mention
from diplokit.pipeline import extract_document
from diplokit.registry import built_in_plugins
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


SAMPLES = (
    "LIMA, Nov 14: Malaysian Prime Minister Anwar Ibrahim met Peru's President Dina Boluarte here on Thursday.",
    "Both leaders agreed to expand trade, which rose 5.2 per cent to US$1.2 billion in 2023, and will meet again in May.",
)
"""Texts in which the built-in extractors and resolvers find something of most kinds."""


def check(plugin: object) -> None:
    r"""Fail unless a plugin keeps its promises.

    Every extractor finds its `yes`, with the value that the example gives (a list: all values in order), and
    nothing in its `no`; gives the same answer twice; stays inside the text; keeps to its kind; and survives junk.
    Beside the built-in plugins, resolvers survive the examples, news and junk; what they give is of their type, has
    an id that nothing else has, and points into the text. Everything can be written as plain data and read back.
    The words that the plugin adds to lexicons of others fit there.

    Args:
        plugin: A module or object with functions marked `@diplokit.hookimpl`.

    Raises:
        AssertionError: With the name of the extractor or resolver and what went wrong.
        diplokit.DiplokitError: If the plugin cannot be registered at all.

    Examples:
        >>> import types
        >>> from diplokit import hookimpl, rule
        >>> @rule(r"article (?P<number>\d+)", yes={"under Article 5": "5"}, no=["Articles"], kind="article")
        ... def article(number):
        ...     return number
        >>> plugin = types.SimpleNamespace(extractors=hookimpl(lambda: [article]))
        >>> check(plugin)
    """
    registry = Registry.of(plugin)
    assert len(registry) or registry.resolvers or registry.lexicons, "the plugin offers nothing; its hooks give no item"
    for extractor in registry:
        check_extractor(extractor)
    built_in = [module for _, module in built_in_plugins()]
    whole = Registry.of(*built_in)
    if plugin not in built_in:
        others, whole = whole, whole.plus(plugin)
        _check_words(registry, others)
    examples = [example for extractor in registry for example in extractor.yes]
    for text in (*examples, *SAMPLES, *(JUNK if registry.resolvers else ())):
        _check_extraction(_document(text), whole, {*registry.extractors, *registry.resolvers})


def _check_words(registry: Registry, others: Registry) -> None:
    """Words that a plugin offers by themselves are for itself or for a lexicon that is there."""
    known = {name for name in others.scanner.groups if name not in registry.scanner.groups}
    used = {lexicon for extractor in registry for lexicon in getattr(extractor, "words", {}).values()}
    for lexicon in registry.lexicons:
        try:
            lexicon.in_locale("en")
        except ANYTHING as error:
            raise AssertionError(f"lexicon {lexicon.name!r}: {type(error).__name__}: {error}") from error
        alike = get_close_matches(lexicon.name, known, 1, 0.8)
        assert not alike or lexicon in used, f"nobody reads the lexicon {lexicon.name!r}; did you mean {alike[0]!r}?"


def _check_extraction(document: Document, registry: Registry, mine: Container[str]) -> None:
    """Fail unless what a plugin gives in a text is sound beside what the built-in plugins give."""
    text = document.text
    where = f"on {text[:60]!r}"
    extraction = extract_document(document, registry)
    for notice in extraction.warnings:
        assert notice.who not in mine, f"{notice.who}: {notice.message} {where}"
    for record in extraction.found:
        who = f"{type(record).__name__} {getattr(record, 'id', '')!r}"
        spans = getattr(record, "spans", ())
        for span in spans.values() if isinstance(spans, Mapping) else spans:
            assert not isinstance(span, Span) or span.end <= len(text), f"{who}: {span!r} is not in the text, {where}"
    ids = {actor.id for actor in extraction.actors}
    for meeting in extraction.meetings:
        unknown = [one.actor for one in meeting.participants if one.actor not in ids]
        assert not unknown, f"Meeting {meeting.id!r}: no actor has the id {unknown[0]!r}, {where}"
    for commitment in extraction.commitments:
        unknown = [one for one in (*commitment.committers, *commitment.beneficiaries) if one not in ids]
        assert not unknown, f"Commitment {commitment.id!r}: no actor has the id {unknown[0]!r}, {where}"
    data = extraction.to_dict()
    written = json.loads(json.dumps(data))
    assert written == data, f"what is found cannot be written as JSON {where}"
    assert Extraction.from_dict(written).to_dict() == data, f"what is found is not read back from JSON {where}"
    assert extract_document(document, registry).to_dict() == data, f"two answers {where}"


def check_extractor(extractor: Extractor[Any]) -> None:
    """Fail unless one extractor keeps its promises; see `check`."""
    assert extractor.yes, f"{extractor.name} has no examples in which it finds something"
    for example, wanted in extractor.yes.items():
        document = _document(example)
        found = [mention.value for mention in _mentions(extractor, document)]
        right = found == wanted if isinstance(wanted, list) else wanted in found
        assert right, f"{extractor.name}: expected {wanted!r} in {document.text!r}, found {found!r}{_hint(extractor)}"
    for example in extractor.no:
        document = _document(example)
        values = [m.value for m in _mentions(extractor, document) if not isinstance(m.value, Refusal)]
        assert not values, f"{extractor.name}: expected nothing in {document.text!r}, found {values!r}"
    for text in JUNK:
        _mentions(extractor, Document(text))


def _hint(extractor: Extractor[Any]) -> str:
    """What is probably wrong with a pattern that no folded text can match."""
    if not isinstance(extractor, Rule) or "(?i" in extractor.pattern:
        return ""
    literal = re.sub(r"\\[pPN]\{[^}]*\}|\\.|\(\?P?[<=>&]\w+[>)]?|\{\w+\}", "", extractor.pattern)
    never = sorted(set(literal) - set(fold(literal)))
    return f"; the pattern holds {never[0]!r}, and a folded text never does (see diplokit.fold)" if never else ""


def _mentions(extractor: Extractor[Any], document: Document) -> list[Mention[Any]]:
    name, where = extractor.name, f"on {document.text[:60]!r}"
    try:
        found = list(extractor.find(document))
        again = list(extractor.find(_document(document.text, document)))
    except ANYTHING as error:
        raise AssertionError(f"{name}: {type(error).__name__}: {error} {where}") from error
    for mention in found:
        try:
            check_mention(mention, document.text)
        except (TypeError, ValueError) as error:
            raise AssertionError(f"{name}: {error}, {where}") from None
        assert mention.rule, f"{name}: {mention!r} names no rule"
        assert mention.kind == extractor.kind, f"{name} says it finds {extractor.kind!r}, and found {mention!r}"
    same = "a value needs to equal another of the same content, as those of attrs classes and dataclasses do"
    assert found == again, f"{name}: two answers {where}: {found!r}, then {again!r}; {same}"
    return found


def _document(example: str | Document, like: Document | None = None) -> Document:
    if isinstance(example, Document):
        return example
    return Document(example, like.locale, like.published) if like else Document(example)


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
