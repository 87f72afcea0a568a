"""What finding mentions takes: extractors in their order, one pass for the words of them all, and whose code they are."""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any

from attrs import field, frozen

from .lexicon import Lexicon
from .rules import Extractor
from .scan import Scanner


def _by_name(extractors: Iterable[Extractor[Any]]) -> tuple[Extractor[Any], ...]:
    listed = tuple(extractors)
    for one in listed:
        if not (hasattr(one, "name") and hasattr(one, "find")):
            raise TypeError(f"an extractor has a name and finds mentions; {one!r} does not")
    return tuple(sorted(listed, key=attrgetter("name")))


@frozen(slots=False)
class Plan:
    """Extractors, ready to work.

    Attributes:
        extractors: In the order in which they work, which is that of their names.
        lexicons: Those that plugins offer beside the ones that the extractors say they use.
    """

    extractors: tuple[Extractor[Any], ...] = field(converter=_by_name)
    lexicons: tuple[Lexicon, ...] = ()

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The names of the extractors that are the code of strangers."""
        return frozenset(extractor.name for extractor in self.extractors if is_foreign(extractor.find))

    @cached_property
    def scanner(self) -> Scanner:
        """The lexicons of plugins and of their extractors, ready to be found in one pass."""
        lexicons: dict[Lexicon, None] = {}  # those of extractors first: the words that others offer must suit them
        for extractor in self.extractors:
            words: dict[str, Lexicon] = getattr(extractor, "words", {})
            lexicons |= dict.fromkeys(words.values())
        return _scanner(tuple(lexicons | dict.fromkeys(self.lexicons)))


def is_foreign(function: Any) -> bool:
    """Whether a function is not our own; a rule is whose the function below it is."""
    owner = getattr(function, "__self__", None)
    function = getattr(owner, "build", function)
    return not str(getattr(function, "__module__", "")).startswith("diplokit.")


def plan_of(extractors: Iterable[Extractor[Any]]) -> Plan:
    """The plan of a list of extractors, kept so that it is not worked out for every document."""
    if not isinstance(extractors, Iterable):
        raise TypeError(f"extractors are taken from a Registry or a list, not from {extractors!r}")
    listed = tuple(extractors)
    try:
        return _kept(listed)
    except TypeError:  # one that cannot be hashed: its plan is not kept
        return Plan(listed)


@lru_cache(maxsize=16)
def _kept(extractors: tuple[Extractor[Any], ...]) -> Plan:
    return Plan(extractors)


@lru_cache(maxsize=16)
def _scanner(lexicons: tuple[Lexicon, ...]) -> Scanner:
    """The scanner of some lexicons, kept so that its index is built once."""
    return Scanner(lexicons)
