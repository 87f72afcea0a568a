"""Resolvers, which make records of mentions, and what they read."""

import inspect
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar, cast

from attrs import field, frozen

from .mentions import Mentions
from .records import Actor, Notice
from .text import Document, Span

T_co = TypeVar("T_co", covariant=True)
R = TypeVar("R")


class Reading:
    """A document while it is resolved: its mentions, and the records made so far.

    Attributes:
        document: The document.
        mentions: Its mentions.
    """

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self.document = document
        self.mentions = mentions
        self.notices: list[Notice] = []
        self._records: dict[type, tuple[Any, ...]] = {}
        self._references: list[tuple[Span, tuple[str, ...], str]] | None = None
        self._starts: list[int] = []
        self._outermost: list[tuple[Span, tuple[str, ...]]] = []

    def records(self, type: type[R]) -> tuple[R, ...]:
        """The records of one type that earlier resolvers made."""
        return cast("tuple[R, ...]", self._records.get(type, ()))

    def add(self, type: type[R], records: Iterable[R]) -> None:
        """Take in what a resolver made; the pipeline calls it."""
        self._records[type] = (*self._records.get(type, ()), *records)
        if type is Actor:
            self._references = None

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors of the document."""
        return self.records(Actor)

    @property
    def references(self) -> Sequence[tuple[Span, tuple[str, ...], str]]:
        """Every place where actors are meant, in order, the longest of those that begin together first.

        With each the ids of the actors that it means, and the rule that says so of the first of them.
        """
        if self._references is None:
            places: dict[int, tuple[Span, tuple[str, ...], str]] = {}
            width = len(self.document.text) + 1
            for actor in self.actors:
                ids = (actor.id,)
                for reference in actor.references:
                    place, rule = reference.span, reference.rule
                    # By start, the longer first; one small number is looked up and sorted faster than two.
                    key = place.start * width - place.end
                    known = places.get(key)
                    places[key] = (place, ids, rule) if known is None else (place, known[1] + ids, known[2])
            self._references = list(map(places.__getitem__, sorted(places)))
            self._starts = [entry[0].start for entry in self._references]
            self._outermost = _outermost(self._references)
        return self._references

    def who(self, span: Span | None = None) -> list[tuple[Span, tuple[str, ...]]]:
        """Where actors are meant, in order: each place with the ids of the actors it means.

        "Both leaders" means two actors at one place; a name means one. A place inside another is left out: of
        "Peru's President" only the person acts.

        Args:
            span: Only places inside it.
        """
        references = self.references
        if span is None:
            return self._outermost[:]
        end = span.end
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, end)
        return _outermost([entry for entry in references[first:last] if entry[0].end <= end]) if first < last else []

    def notice(self, who: str, message: str, span: Span | None = None) -> None:
        """Tell the reader of the extraction about something."""
        self.notices.append(Notice("resolve", who, message, span))


def _outermost(references: Iterable[tuple[Span, tuple[str, ...], str]]) -> list[tuple[Span, tuple[str, ...]]]:
    """The places that lie in no other, of references in order."""
    kept = []
    reached = -1
    for place, ids, _ in references:
        end = place.end
        if end > reached:
            kept.append((place, ids))
            reached = end
    return kept


@frozen(eq=False)
class Resolver(Generic[T_co]):
    """Makes records of one type; see `resolver`.

    Attributes:
        name: Unique among the resolvers of a registry.
        gives: The type of its records.
        after: The types of record that must be there before.
        resolve: The function.
    """

    name: str
    gives: type[T_co]
    after: tuple[type, ...]
    resolve: Callable[[Reading], Iterable[T_co]] = field(repr=False)

    @property
    def description(self) -> str:
        """The first line of the function's docstring."""
        return (inspect.getdoc(self.resolve) or "").partition("\n")[0]


def resolver(
    gives: type[R], *, after: Iterable[type] = ()
) -> Callable[[Callable[[Reading], Iterable[R]]], Resolver[R]]:
    """Make a resolver of the function below it, which takes a `Reading` and yields records.

    Args:
        gives: The type of the records.
        after: The types of record that the function needs to find in the reading. A resolver that gives more of a type
            and must see what the others gave names that type here too.

    Raises:
        TypeError: If one of these is not a type.
    """
    if not isinstance(gives, type):
        raise TypeError(f"a resolver says which type of record it gives, as in @resolver(Party); that is not {gives!r}")
    needed = () if isinstance(after, type) else tuple(after)
    if isinstance(after, type) or not all(isinstance(one, type) for one in needed):
        raise TypeError(f"`after` is a list of the types of record that must be there before, not {after!r}")

    def make(function: Callable[[Reading], Iterable[R]]) -> Resolver[R]:
        return Resolver(function.__name__, gives, needed, function)

    return make
