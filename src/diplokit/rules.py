"""Rules: a pattern with words, and a function that gives the value."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any, Generic, Protocol, TypeVar, cast

from attrs import field, frozen

from .index.entries import UNSPACED
from .lexicon import Lexicon, Words
from .mentions import Mention
from .text import Document, Hit, Span
from .values import Refusal, kind_of_class
from .vocabulary import Confidence

T_co = TypeVar("T_co", covariant=True)
V = TypeVar("V")

TIME_LIMIT = 2.0
"""Seconds of CPU that one rule may take on one sentence."""

_GROUP = r"\(\?P<(\w+)>"
_BRACE = r"(?<!\\[pPNL])\{([A-Za-z_]\w*)\}"
_FUZZY = {"e", "i", "d", "s"}  # `{e}` after an item lets it differ, in the `regex` library
_PRIVATE = "[\ue000-\uf8ff]"
# What stands for the first and for every other character of a word of the first group; two more for each further group.
# Words of scripts without spaces have placeholders of their own: a match may begin or end there, whatever is beside it.
_SPACED_WORD, _UNSPACED_WORD = 0xE000, 0xF000


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


@frozen(eq=False, slots=False)
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
        unspaced = not document.folded.isascii() and re.search(UNSPACED, document.folded) is not None
        pattern = _compiled(self.pattern, tuple(self.words), unspaced)
        if not self.words:
            for match in pattern.finditer(document.folded, timeout=TIME_LIMIT + len(document.text) / 100_000):
                yield from self._mention(document, match, 0, {})
            return
        hits = {group: document.hits(lexicon) for group, lexicon in self.words.items()}
        for sentence, here in _by_sentence(document, hits):
            masked, meanings = _mask(document.folded[sentence.start : sentence.end], sentence.start, here)
            for match in pattern.finditer(masked, timeout=TIME_LIMIT):
                yield from self._mention(document, match, sentence.start, meanings)

    @cached_property
    def _called(self) -> Mapping[str, str]:
        """Which groups of the pattern are words, and of which lexicon."""
        return dict(re.findall(rf"{_GROUP}{_BRACE}\)", self.pattern)) | {group: group for group in self.words}

    def _mention(
        self, document: Document, match: Any, offset: int, meanings: Mapping[tuple[str, int], object]
    ) -> Iterator[Mention[T_co]]:
        if match.start() == match.end():
            return
        parts: dict[str, Any] = {}
        for group, found in match.groupdict().items():
            start, end = match.span(group)
            lexicon = self._called.get(group)
            if lexicon is None or not found:
                parts[group] = found and document.folded[offset + start : offset + end]
            else:
                parts[group] = meanings.get((lexicon, start))
        value = self.build(**parts)
        if value is not None:
            span = Span(offset + match.start(), offset + match.end())
            yield Mention(self.kind, span, document[span], cast("T_co", value), self.name, self.confidence)


@lru_cache(maxsize=1024)
def _compiled(pattern: str, groups: tuple[str, ...], unspaced: bool) -> Any:
    """The pattern with placeholders for its words, that matches no part of a word.

    Raises:
        ValueError: If it is not a pattern; the message names it.
    """
    import regex  # not on import: 20 ms

    placeholders = {
        group: "(?:{}{}*+|{}{}*+)".format(
            *(chr(base + 2 * number + rest) for base in (_SPACED_WORD, _UNSPACED_WORD) for rest in (0, 1))
        )
        for number, group in enumerate(groups)
    }
    filled = re.sub(_BRACE, lambda brace: placeholders.get(brace[1], brace[0]), pattern)
    before, after = r"(?<!\w)", r"(?!\w)"
    if unspaced:
        letter = f"[{UNSPACED[1:-1]}{chr(_UNSPACED_WORD)}-\uf8ff]"
        before, after = (f"(?:{edge}|(?<={letter})|(?={letter}))" for edge in (before, after))
    try:
        regex.compile(filled)  # by itself first: an open bracket would close with ours
        return regex.compile(f"{before}(?:{filled}){after}")
    except regex.error as error:
        raise ValueError(f"not a pattern: {error}: {pattern!r}") from None


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
        base = _UNSPACED_WORD if re.match(UNSPACED, sentence[start:end]) else _SPACED_WORD
        if end > len(characters) or any("\ue000" <= char <= "\uf8ff" for char in characters[start:end]):
            continue  # across the end of a sentence, or a word of an earlier group
        first, rest = chr(base + 2 * number), chr(base + 2 * number + 1)
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
            will do. A group of the same name, or one that holds nothing else, reaches the function as what its
            word means; every other group as its folded text. The rule is tried only in sentences where one of
            its words stands.
        kind: The kind of its mentions; left out, it follows from the value of the first example.
        confidence: How far the rule is to be trusted.

    Returns:
        A decorator that makes a `Rule` of a function. The function returns the value; `None` where it is not
        one; a `Refusal` where the words only look like one and must not be read as any other thing of its kind.

    Raises:
        TypeError: If the function does not take exactly the groups of the pattern, if the pattern calls words that
            are not there, or if there are no examples; the message names the function.

    Examples:
        >>> @rule(r"article (?P<number>\d+)", yes={"under Article 5": 5}, kind="article")
        ... def article(number: str) -> int:
        ...     return int(number)
        >>> [mention.text for mention in article.find(Document("Article 5 and article six"))]
        ['Article 5']
    """

    def make(build: Callable[..., V | Refusal | None]) -> Rule[V]:
        name = build.__name__
        try:
            _check_examples(yes, no)
            _check_groups(build, pattern, words or {})
            lexicons = {
                group: given if isinstance(given, Lexicon) else Lexicon(f"{group} of {name}", given)
                for group, given in (words or {}).items()
            }
        except TypeError as error:
            raise TypeError(f"{name}: {error}") from None
        first = next(iter(yes.values()))
        settled_kind = kind or kind_of_class(type(first)) or name
        examples = cast("Mapping[str | Document, object]", dict(yes))
        return Rule(name, settled_kind, pattern, build, lexicons, examples, tuple(no), Confidence(confidence))

    return make


def _check_examples(yes: object, no: object) -> None:
    """Hold the examples of a rule to their form.

    Raises:
        TypeError: With what is wrong.
    """
    if not isinstance(yes, Mapping):
        raise TypeError(
            f"`yes` maps texts to the values found there, as in {{'under Article 5': 5}}; it is not {yes!r}"
        )
    if not yes:
        raise TypeError("there is no example in which it must find something")
    if isinstance(no, str | Document) or not isinstance(no, Iterable):
        raise TypeError(f"`no` is a list of texts, not {no!r}")
    for example in (*yes, *no):
        if not isinstance(example, str | Document):
            raise TypeError(f"an example is a text or a Document, not {example!r}")


def _check_groups(build: Callable[..., object], pattern: str, words: Mapping[str, object]) -> None:
    """Hold a pattern, its words and the function below it to each other.

    Raises:
        TypeError: With what does not fit.
    """
    if not isinstance(words, Mapping):
        raise TypeError(f"`words` maps names to lexicons, as in {{'city': CITIES}}; it is not {words!r}")
    groups = set(re.findall(_GROUP, pattern))
    parameters = inspect.signature(build).parameters
    named = [p.name for p in parameters.values() if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]
    if groups != set(named) or len(named) < len(parameters):
        taken = sorted(str(parameter).split(":")[0] for parameter in parameters.values())
        raise TypeError(
            f"the function must take exactly the groups of its pattern, by name: {sorted(groups)}, not {taken}"
        )
    called = set(re.findall(_BRACE, pattern))
    if missing := set(words) - called:
        raise TypeError(f"the pattern never calls {sorted(missing)}")
    if unknown := called - set(words) - _FUZZY:
        raise TypeError(f"the pattern calls {sorted(unknown)}, and `words` has no lexicon of that name")
