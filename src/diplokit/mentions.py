"""Mentions: what stands in the text, where, what it means, and which rule says so."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Generic, TypeAlias, TypeVar

from attrs import frozen

from .making import draft_of, setters
from .text import Span, SpanDraft
from .values import VALUES, Refusal
from .vocabulary import Confidence

T_co = TypeVar("T_co", covariant=True)

# Kinds that exclude each other: a stretch of text is a name of a person or of a place, a date or an amount,
# never both. Every other kind (titles, events, what plugins add) excludes only itself.
_LAYERS = dict.fromkeys(("date", "money", "percent", "person", "organisation", "place"), "")
_RANK = {Confidence.CERTAIN: 0, Confidence.LIKELY: 1, Confidence.POSSIBLE: 2}


@frozen(init=False, weakref_slot=False)
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
    value: T_co  # type: ignore[misc]  # it takes `__attrs_init__`, which nobody calls, for a common method
    rule: str
    confidence: Confidence = Confidence.CERTAIN

    # Written out, for a text has thousands of mentions: what attrs makes, with a validator each, takes twice as long.
    def __init__(
        self,
        kind: str,
        span: Span,
        text: str,
        value: T_co,
        rule: str,
        confidence: Confidence | str = Confidence.CERTAIN,
    ) -> None:
        if not (type(span) is Span and type(text) is type(kind) is type(rule) is str):  # hardly ever
            if not (isinstance(span, Span) and isinstance(text, str)):
                raise TypeError(f"a mention has a Span and a text, not {span!r} and {text!r}")
            if not (isinstance(kind, str) and isinstance(rule, str)):
                raise TypeError(f"a mention has the names of a kind and a rule, not {kind!r} and {rule!r}")
        set_kind, set_span, set_text, set_value, set_rule, set_confidence = _SETTERS
        set_kind(self, kind)
        set_span(self, span)
        set_text(self, text)
        set_value(self, value)
        set_rule(self, rule)
        set_confidence(self, confidence if type(confidence) is Confidence else Confidence(confidence))

    @classmethod
    def at(
        cls,
        start: int,
        end: int,
        kind: str,
        text: str,
        value: T_co,  # type: ignore[misc]  # as for any other constructor
        rule: str,
        confidence: Confidence = Confidence.CERTAIN,
    ) -> "Mention[T_co]":
        """A mention between two offsets, whose parts are not checked: for rules of our own, in a third of the time.

        Raises:
            ValueError: If there is no character between the offsets.

        Examples:
            >>> Mention.at(0, 4, "place", "Peru", "PER", "codes") == Mention("place", Span(0, 4), "Peru", "PER", "codes")
            True
        """
        if not 0 <= start < end:
            raise ValueError(f"a span needs 0 <= start < end, not {start}, {end}")
        span: Any = SpanDraft()
        span.start = start
        span.end = end
        span.__class__ = Span
        mention: Any = _Draft()
        mention.kind = kind
        mention.span = span
        mention.text = text
        mention.value = value
        mention.rule = rule
        mention.confidence = confidence
        mention.__class__ = cls
        return mention  # type: ignore[no-any-return]  # it is one by now

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.span.start

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.span.end


_SETTERS = setters(Mention)


_Draft = draft_of(Mention)


def check_mention(item: object, text: str) -> None:
    """Hold what an extractor gave to its form: a mention of words that stand in the text, with a value of its kind.

    Raises:
        TypeError: If it is no mention, or its value is not what its kind means.
        ValueError: If its words do not stand where it says.
    """
    if not isinstance(item, Mention):
        raise TypeError(f"an extractor gives mentions, not {item!r}")
    span = item.span
    if text[span.start : span.end] != item.text or span.end > len(text):
        raise ValueError(f"the text at {span} is not {item.text!r}")
    known = VALUES.get(item.kind)
    if known is not None and not isinstance(item.value, known | Refusal):
        raise TypeError(f"a {item.kind} means a {known.__name__}, not {item.value!r}")


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
        kinds: defaultdict[str, list[Mention[Any]]] = defaultdict(list)
        for mention in self:
            kinds[mention.kind].append(mention)
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

_Candidate: TypeAlias = tuple[int, int, str, str, int, Mention[Any]]
"""A mention as it is sorted: its start, its end as a negative number, its kind, its rule, a number, itself."""


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
    # The number comes before the mention, so that two mentions are never compared.
    ordered = [
        (mention.span.start, -mention.span.end, mention.kind, mention.rule, number, mention)
        for number, mention in enumerate(candidates)
    ]
    ordered.sort()
    layers: defaultdict[str, list[_Candidate]] = defaultdict(list)
    for candidate in ordered:
        kind = candidate[2]
        layers[_LAYERS.get(kind, kind)].append(candidate)
    lost: set[int] = set()
    for layer in layers.values():
        first = reach = 0  # where those begin that hang together by overlaps, and how far they reach
        for at, candidate in enumerate(layer):
            end = -candidate[1]
            if candidate[0] >= reach:
                if at - first > 1:
                    lost |= _losers(layer[first:at])
                first, reach = at, end
            elif end > reach:
                reach = end
        if len(layer) - first > 1:
            lost |= _losers(layer[first:])
    return iter([candidate[5] for candidate in ordered if candidate[4] not in lost])


def _by_strength(group: list[_Candidate]) -> list[_Candidate]:
    """The strongest first; only what nothing else tells apart is told apart by its value, which takes long to write."""
    strengths = list(map(_strength, group))
    if len(set(strengths)) < len(group):
        strengths = [(*strength, repr(entry[-1].value)) for strength, entry in zip(strengths, group, strict=True)]
    return [group[number] for number in sorted(range(len(group)), key=strengths.__getitem__)]


def _strength(candidate: _Candidate) -> tuple[object, ...]:
    start, end, kind, rule, _, mention = candidate
    refused = isinstance(mention.value, Refusal)
    return start + end, _RANK[mention.confidence], not refused, start, kind, rule


def _losers(group: list[_Candidate]) -> set[int]:
    """The numbers of those that give way to stronger ones, of some that hang together by overlaps."""
    if len(group) == 2:  # mostly
        return {_by_strength(group)[1][4]}
    lost: set[int] = set()
    # The starts and ends of the winners: since they do not overlap, only the neighbours need a look.
    starts: list[int] = []
    kept: list[int] = []
    for start, end, _, _, number, _ in _by_strength(group):
        at = bisect_left(starts, start)
        if (at == 0 or kept[at - 1] <= start) and (at == len(kept) or -end <= starts[at]):
            kept.insert(at, -end)
            starts.insert(at, start)
        else:
            lost.add(number)
    return lost
