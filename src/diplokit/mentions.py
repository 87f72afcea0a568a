"""Mentions: what stands in the text, where, what it means, and which rule says so."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from .text import Span
from .values import Refusal
from .vocabulary import Confidence

T_co = TypeVar("T_co", covariant=True)

# Kinds that exclude each other: a stretch of text is a name of a person or of a place, a date or an amount,
# never both. Every other kind (titles, events, what plugins add) excludes only itself.
_FLAT = frozenset({"date", "money", "percent", "person", "organisation", "place"})
_RANK = {Confidence.CERTAIN: 0, Confidence.LIKELY: 1, Confidence.POSSIBLE: 2}


def _confidence(value: Confidence | str) -> Confidence:
    return value if type(value) is Confidence else Confidence(value)


@frozen
class Mention(Generic[T_co]):
    """A place in a text, what it means, and the rule that says so.

    Attributes:
        kind: What it is: `date`, `money`, …, or a kind that a plugin adds.
        span: Where it stands.
        text: The characters there.
        value: What it means.
        rule: The name of the rule that found it.
        confidence: How far the rule is to be trusted here.
    """

    kind: str
    span: Span
    text: str
    value: T_co
    rule: str
    confidence: Confidence = field(default=Confidence.CERTAIN, converter=_confidence)

    def __attrs_post_init__(self) -> None:
        # One check for all fields: a text has thousands of mentions, and a validator each would cost a third.
        if not (isinstance(self.span, Span) and isinstance(self.text, str)):
            raise TypeError(f"a mention has a Span and a text, not {self.span!r} and {self.text!r}")
        if not (isinstance(self.kind, str) and isinstance(self.rule, str)):
            raise TypeError(f"a mention has the names of a kind and a rule, not {self.kind!r} and {self.rule!r}")

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.span.start

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.span.end


class Mentions(tuple[Mention[Any], ...]):  # noqa: SLOT001 — it keeps its index by kind
    """The mentions of a document, in the order of the text.

    Examples:
        >>> from diplokit import extract
        >>> mentions = extract("Malaysia and Peru agreed on 3 May 2024.").mentions
        >>> [mention.text for mention in mentions.of("place")]
        ['Malaysia', 'Peru']
    """

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self]

    @cached_property
    def _by_kind(self) -> dict[str, "Mentions"]:
        kinds: dict[str, list[Mention[Any]]] = {}
        for mention in self:
            found = kinds.get(mention.kind)
            if found is None:
                kinds[mention.kind] = [mention]
            else:
                found.append(mention)
        return {kind: Mentions(alike) for kind, alike in kinds.items()}

    @cached_property
    def _by_kinds(self) -> dict[tuple[str, ...], "Mentions"]:
        return {}  # several resolvers ask for the same kinds

    def of(self, *kinds: str) -> "Mentions":
        """Those of some kinds."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], _NONE)
        found = self._by_kinds.get(kinds)
        if found is None:
            found = self._by_kinds[kinds] = Mentions([mention for mention in self if mention.kind in kinds])
        return found

    def within(self, span: Span) -> "Mentions":
        """Those that lie inside a span."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return Mentions(mention for mention in self[first:last] if mention.span.end <= span.end)


_NONE = Mentions()


def settle(candidates: Iterable[Mention[Any]]) -> Iterator[Mention[Any]]:
    """Choose among mentions that overlap; the only place where that is decided.

    The policy: of mentions whose kinds exclude each other, the longer wins; of equally long ones, the more
    certain; then a refusal; then the name of the kind and of the rule, so that no order of plugins or of
    candidates changes anything. Refusals that win are kept here, and dropped by the caller.

    Args:
        candidates: Mentions of any kinds, in any order.

    Yields:
        Those that win, in the order of the text.
    """
    layers: dict[str, list[Mention[Any]]] = {}
    for mention in candidates:
        layers.setdefault("" if mention.kind in _FLAT else mention.kind, []).append(mention)
    kept: list[Mention[Any]] = []
    for mentions in layers.values():
        kept += _settled(mentions)
    kept.sort(key=lambda m: (m.span.start, -m.span.end, m.kind, m.rule))
    return iter(kept)


def _strength(mention: Mention[Any]) -> tuple[object, ...]:
    refused = isinstance(mention.value, Refusal)
    return (
        mention.span.start - mention.span.end,
        _RANK[mention.confidence],
        not refused,
        mention.span.start,
        mention.kind,
        mention.rule,
        repr(mention.value),
    )


def _settled(mentions: list[Mention[Any]]) -> list[Mention[Any]]:
    """The greedy choice, group by group of mentions that hang together by overlaps."""
    ordered = sorted([(mention.span.start, mention.span.end, number) for number, mention in enumerate(mentions)])
    kept: list[Mention[Any]] = []
    group: list[Mention[Any]] = []
    reach = -1
    for start, end, number in ordered:
        if start >= reach:
            kept += group if len(group) == 1 else _choose(group)
            group = []
            reach = end
        elif end > reach:
            reach = end
        group.append(mentions[number])
    kept += _choose(group)
    return kept


def _choose(group: list[Mention[Any]]) -> list[Mention[Any]]:
    if len(group) < 2:
        return group
    kept: list[Mention[Any]] = []  # by start; since they do not overlap, only the neighbours need a look
    starts: list[int] = []
    for mention in sorted(group, key=_strength):
        at = bisect_left(starts, mention.span.start)
        clear_before = at == 0 or kept[at - 1].span.end <= mention.span.start
        if clear_before and (at == len(kept) or mention.span.end <= starts[at]):
            kept.insert(at, mention)
            starts.insert(at, mention.span.start)
    return kept
