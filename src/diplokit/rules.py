"""Rules: a pattern with words, and a function that gives the value; resolvers, which make records of mentions."""

import inspect
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar, cast

import attrs
from attrs import field, frozen

from .lexicon import Lexicon, Words
from .mentions import Mention, Mentions
from .records import Actor, Notice
from .text import Document, Hit, Span
from .values import Refusal
from .vocabulary import Confidence

T_co = TypeVar("T_co", covariant=True)
V = TypeVar("V")
R = TypeVar("R")

TIME_LIMIT = 2.0
"""Seconds of CPU that one rule may take on one sentence."""

_GROUP = r"\(\?P<(\w+)>"
_BRACE = r"\{([A-Za-z_]\w*)\}"
_PRIVATE = "[\ue000-\uf8ff]"


class Extractor(Protocol[T_co]):
    """Anything that finds mentions of one kind; `@rule` makes one.

    Attributes:
        name: Unique among the extractors of a registry.
        kind: The kind of the mentions it finds.
        yes: Texts in which it must find something, and what.
        no: Texts in which it must find nothing.
    """

    @property
    def name(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def yes(self) -> Mapping[str | Document, object]: ...

    @property
    def no(self) -> Iterable[str | Document]: ...

    def find(self, document: Document, /) -> Iterable[Mention[T_co]]: ...


def kind_of(value: object) -> str | None:
    """The kind of a mention with such a value: what its class says, or the name of its attrs class in snake_case."""
    said = getattr(type(value), "kind", None)
    if isinstance(said, str):
        return said
    if attrs.has(type(value)) and not isinstance(value, Refusal):
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", type(value).__name__).lower()
    return None


@frozen(eq=False)
class Rule(Generic[T_co]):
    """An extractor made of one pattern and one function; see `rule`.

    Attributes:
        name: The name of the function.
        kind: The kind of its mentions.
        pattern: What it looks for in the folded text.
        build: The function below the pattern.
        words: The lexicons that the pattern calls by name.
        yes: Texts in which it must find a value, and that value.
        no: Texts in which it must find nothing.
        confidence: How far it is to be trusted.
    """

    name: str
    kind: str
    pattern: str = field(repr=False)
    build: Callable[..., T_co | Refusal | None] = field(repr=False)
    words: Mapping[str, Lexicon] = field(repr=False)
    yes: Mapping[str | Document, object] = field(repr=False)
    no: tuple[str | Document, ...] = field(repr=False)
    confidence: Confidence = Confidence.CERTAIN

    @property
    def description(self) -> str:
        """The first line of the function's docstring."""
        return (inspect.getdoc(self.build) or "").partition("\n")[0]

    def find(self, document: Document, /) -> Iterator[Mention[T_co]]:
        """Find what the rule finds in a document.

        Raises:
            TimeoutError: If the pattern takes longer than `TIME_LIMIT` on one sentence.
        """
        pattern = _compiled(self.pattern, tuple(self.words))
        if not self.words:
            for match in pattern.finditer(document.folded, timeout=TIME_LIMIT + len(document.text) / 100_000):
                yield from self._mention(document, match, 0, {})
            return
        hits = {group: document.hits(lexicon) for group, lexicon in self.words.items()}
        for sentence, here in _by_sentence(document, hits):
            masked, meanings = _mask(document.folded[sentence.start : sentence.end], sentence.start, here)
            for match in pattern.finditer(masked, timeout=TIME_LIMIT):
                yield from self._mention(document, match, sentence.start, meanings)

    def _mention(
        self, document: Document, match: Any, offset: int, meanings: Mapping[tuple[str, int], object]
    ) -> Iterator[Mention[T_co]]:
        parts: dict[str, Any] = {}
        for group, found in match.groupdict().items():
            parts[group] = meanings.get((group, match.start(group))) if group in self.words and found else found
        if match.start() == match.end():
            return
        value = self.build(**parts)
        if value is not None:
            span = Span(offset + match.start(), offset + match.end())
            yield Mention(self.kind, span, document[span], cast("T_co", value), self.name, self.confidence)


@lru_cache(maxsize=1024)
def _compiled(pattern: str, groups: tuple[str, ...]) -> Any:
    import regex  # not on import: 20 ms

    placeholders = {group: f"{chr(0xE000 + 2 * n)}{chr(0xE001 + 2 * n)}*+" for n, group in enumerate(groups)}
    filled = re.sub(_BRACE, lambda brace: placeholders.get(brace[1], brace[0]), pattern)
    return regex.compile(rf"(?<!\w)(?:{filled})(?!\w)")


def _by_sentence(
    document: Document, hits: Mapping[str, Iterable[Hit]]
) -> Iterator[tuple[Span, list[tuple[str, int, Hit]]]]:
    """The sentences with a hit, each with its hits: the group, its number, and the hit."""
    sentences: dict[int, list[tuple[str, int, Hit]]] = {}
    for number, (group, found) in enumerate(hits.items()):
        for hit in found:
            sentences.setdefault(document.sentence_index(hit.start), []).append((group, number, hit))
    for index in sorted(sentences):
        yield document.sentences[index], sentences[index]


def _mask(
    sentence: str, offset: int, hits: Iterable[tuple[str, int, Hit]]
) -> tuple[str, dict[tuple[str, int], object]]:
    """The sentence with its hits overwritten by placeholders, and what stands under each."""
    characters = list(re.sub(_PRIVATE, "\ufffd", sentence))
    meanings: dict[tuple[str, int], object] = {}
    for group, number, (start, end, meaning) in hits:
        start, end = start - offset, end - offset
        if end > len(characters) or any("\ue000" <= char <= "\uf8ff" for char in characters[start:end]):
            continue  # across the end of a sentence, or a word of an earlier group
        first, rest = chr(0xE000 + 2 * number), chr(0xE001 + 2 * number)
        characters[start:end] = [first, *rest * (end - start - 1)]
        meanings[group, start] = meaning
    return "".join(characters), meanings


def rule(
    pattern: str,
    *,
    yes: Mapping[str, object] | Mapping[Document, object] | Mapping[str | Document, object],
    no: Iterable[str | Document] = (),
    words: Mapping[str, Lexicon | Words] | None = None,
    kind: str | None = None,
    confidence: Confidence | str = Confidence.CERTAIN,
) -> Callable[[Callable[..., V | Refusal | None]], Rule[V]]:
    r"""Make a rule of the function below it, which takes the pattern's named groups.

    Args:
        pattern: What to look for in the *folded* text (lower case, plain quotes and dashes, single kind of
            space), as a pattern of the `regex` library with named groups. A match is never glued to a word
            on either side, and with words it lies inside one sentence.
        yes: Texts in which the rule must find a value, and that value.
        no: Texts in which it must find nothing.
        words: Lexicons that the pattern calls by name, as in `{month}`; a plain mapping of words to meanings
            will do. A group of the same name reaches the function as what its word means. The rule is tried
            only in sentences where one of its words stands.
        kind: The kind of its mentions; left out, it follows from the value of the first example.
        confidence: How far the rule is to be trusted.

    Returns:
        A decorator that makes a `Rule` of a function. The function returns the value; `None` where it is not
        one; a `Refusal` where the words only look like one and must not be read as any other thing of its kind.

    Raises:
        TypeError: If the function does not take exactly the groups of the pattern, or has no examples.

    Examples:
        >>> @rule(r"article (?P<number>\d+)", yes={"under Article 5": 5}, kind="article")
        ... def article(number: str) -> int:
        ...     return int(number)
        >>> [mention.text for mention in article.find(Document("Article 5 and article six"))]
        ['Article 5']
    """
    lexicons = {
        group: given if isinstance(given, Lexicon) else Lexicon(f"{group}:{id(given)}", given)
        for group, given in (words or {}).items()
    }

    def make(build: Callable[..., V | Refusal | None]) -> Rule[V]:
        groups = set(re.findall(_GROUP, pattern))
        taken = set(inspect.signature(build).parameters)
        if groups != taken:
            raise TypeError(
                f"{build.__name__} must take exactly the groups of its pattern: {sorted(groups)}, not {sorted(taken)}"
            )
        missing = set(lexicons) - set(re.findall(_BRACE, pattern))
        if missing:
            raise TypeError(f"{build.__name__}: the pattern never calls {sorted(missing)}")
        if not yes:
            raise TypeError(f"{build.__name__} has no example in which it must find something")
        own = {
            group: attrs.evolve(lex, name=lex.name.replace(f":{id(lex.words)}", f" of {build.__name__}"))
            for group, lex in lexicons.items()
        }
        first = next(iter(yes.values()))
        settled_kind = kind or kind_of(first) or build.__name__
        examples = cast("Mapping[str | Document, object]", dict(yes))
        return Rule(build.__name__, settled_kind, pattern, build, own, examples, tuple(no), Confidence(confidence))

    return make


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
            for actor in self.actors:
                ids = (actor.id,)
                for reference in actor.references:
                    place, rule = reference.span, reference.rule
                    # By start, the longer first; one number is looked up and sorted faster than two.
                    key = (place.start << 40) - place.end
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
        after: The types of record that the function needs to find in the reading.
    """

    def make(function: Callable[[Reading], Iterable[R]]) -> Resolver[R]:
        return Resolver(function.__name__, gives, tuple(after), function)

    return make
