"""The registry: which extractors, resolvers and lexicons there are, and which plugin offered each."""

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from itertools import combinations
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import field, frozen

from .errors import ANYTHING, NameTaken, PluginError, PluginWarning
from .lexicon import Lexicon
from .offers import in_order, named, offers_of
from .plan import Plan, is_foreign
from .reading import Resolver
from .rules import Extractor
from .scan import Scanner, merge

R = TypeVar("R", bound="Registry")

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

BUILT_IN = (
    "diplokit.extract.currencies",
    "diplokit.extract.dates",
    "diplokit.extract.events",
    "diplokit.extract.honorifics",
    "diplokit.extract.organisations",
    "diplokit.extract.persons",
    "diplokit.extract.places",
    "diplokit.extract.titles",
    "diplokit.resolve.actors",
    "diplokit.resolve.commitments",
    "diplokit.resolve.meetings",
    "diplokit.resolve.trade",
)


def built_in_plugins() -> list[tuple[str, object]]:
    """The built-in plugins, each with its name."""
    return [(name, import_module(name)) for name in BUILT_IN]


@frozen(slots=False)
class Registry:
    """What plugins offer, by name.

    Attributes:
        extractors: By name, in the order of the names.
        resolvers: By name, in the order in which they run.
        lexicons: Those that plugins offer by themselves, in the order of their plugins' names.
        sources: Which plugin offered an extractor or resolver.
        plugins: The names of the plugins, in order.
        word_sources: Which plugin offered each of the lexicons.

    Examples:
        >>> "actors" in Registry.installed().resolvers
        True
    """

    extractors: Mapping[str, Extractor[Any]]
    resolvers: Mapping[str, Resolver[Any]] = field(factory=dict)
    lexicons: tuple[Lexicon, ...] = field(default=())
    sources: Mapping[str, str] = field(factory=dict, repr=False)
    plugins: tuple[str, ...] = field(default=(), repr=False)
    word_sources: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, *plugins: object) -> Self:
        """Collect what these plugins offer, and nothing else.

        Args:
            plugins: Modules or objects with functions marked `@diplokit.hookimpl`.

        Raises:
            PluginError: If a plugin has no hook, marks a function whose name is no hook, or offers something that
                is no extractor, resolver or lexicon; the message names the plugin.
            NameTaken: If two of them offer something of the same name, or give a word two meanings.
        """
        return cls._of(named(plugins))

    @classmethod
    def _of(cls, plugins: Iterable[tuple[str, object]]) -> Self:
        offers = offers_of(plugins)
        return _checked(
            cls(
                offers.extractors,
                offers.resolvers,
                tuple(lexicon for _, lexicon in offers.lexicons),
                offers.sources,
                offers.plugins,
                tuple(name for name, _ in offers.lexicons),
            )
        )

    @classmethod
    def installed(cls) -> Self:
        """Collect the built-in plugins and every installed one that works.

        A plugin that cannot be loaded, or that offers a name that is taken, is left out; a `PluginWarning`
        names its distribution and says why. Plugins are found by their entry point in the group `diplokit`.
        """
        from importlib.metadata import entry_points  # 30 ms, and not everyone needs the installed plugins

        built_in = built_in_plugins()
        points = sorted(entry_points(group="diplokit"), key=lambda p: (p.name, p.value))
        left_out: dict[EntryPoint, BaseException] = {}
        loaded: dict[EntryPoint, tuple[str, object]] = {}
        for point in points:
            try:
                loaded[point] = point.name, point.load()
                cls._of([loaded[point]])  # by itself first, and
                cls._of([*built_in, loaded[point]])  # then beside the built-ins
            except ANYTHING as error:
                left_out[point] = error
        fitting = {point: plugin for point, plugin in loaded.items() if point not in left_out}
        try:
            registry = cls._of([*built_in, *fitting.values()])
        except PluginError as error:
            left_out |= cls._clashes(built_in, fitting) or dict.fromkeys(fitting, error)
            registry = cls._of([*built_in, *(fitting[point] for point in fitting if point not in left_out)])
        for point, why in left_out.items():
            distribution = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
            message = f"the plugin {point.name!r} of {distribution} is left out: {type(why).__name__}: {why}"
            warnings.warn(message, PluginWarning, stacklevel=2)
        return registry

    @classmethod
    def _clashes(
        cls, built_in: Sequence[tuple[str, object]], fitting: Mapping["EntryPoint", tuple[str, object]]
    ) -> dict["EntryPoint", BaseException]:
        """Of plugins that get on with the built-ins, those that do not with each other: of two neither is taken."""
        clashing: dict[EntryPoint, BaseException] = {}
        for one, other in combinations(fitting, 2):
            try:
                cls._of([*built_in, fitting[one], fitting[other]])
            except PluginError as error:
                clashing[one] = clashing[other] = error
        return clashing

    def plus(self, *plugins: object) -> Self:
        """The same registry with more plugins.

        Args:
            plugins: As in `of`.

        Raises:
            PluginError: As `of` does.
            NameTaken: If they offer something of a name that is taken, or give a word of this registry another meaning.

        Examples:
            >>> from types import SimpleNamespace
            >>> from diplokit import Lexicon, hookimpl
            >>> moons = SimpleNamespace(lexicons=hookimpl(lambda: [Lexicon("moons", {"Io": 1})]))
            >>> "moons" in {lexicon.name for lexicon in Registry.installed().plus(moons).lexicons}
            True
        """
        more = type(self).of(*plugins)
        for name in more.plugins:
            if name in self.plugins:
                raise NameTaken(f"a plugin {name!r} is there already")
        for name, source in more.sources.items():
            if name in self:
                raise NameTaken(f"{name!r} is offered by {self.sources.get(name, 'the registry')} and by {source}")
        extractors = {**self.extractors, **more.extractors}
        words = [
            (source, lexicon)
            for one in (self, more)
            for source, lexicon in zip(one.word_sources, one.lexicons, strict=True)
        ]
        words.sort(key=itemgetter(0))
        return _checked(
            type(self)(
                {name: extractors[name] for name in sorted(extractors)},
                {item.name: item for item in in_order({**self.resolvers, **more.resolvers})},
                tuple(lexicon for _, lexicon in words),
                {**self.sources, **more.sources},
                tuple(sorted(self.plugins + more.plugins)),
                tuple(source for source, _ in words),
            )
        )

    def without(self, *names: str) -> Self:
        """The same registry without some extractors, resolvers or plugins.

        Args:
            names: Names of extractors, resolvers or plugins; of a built-in plugin the last part will do (`dates`).

        Raises:
            KeyError: If there is no such name.
        """
        short = {plugin.rpartition(".")[2]: plugin for plugin in self.plugins}
        unwanted = {short.get(name, name) for name in names}
        known = {*self.extractors, *self.resolvers, *self.plugins}
        for name in names:
            if short.get(name, name) not in known:
                raise KeyError(f"{name!r} is no extractor, resolver or plugin of this registry")
        drop = unwanted | {name for name, source in self.sources.items() if source in unwanted} | set(names)
        kept = [pair for pair in zip(self.lexicons, self.word_sources, strict=True) if pair[1] not in unwanted]
        return type(self)(
            {name: item for name, item in self.extractors.items() if name not in drop},
            {name: item for name, item in self.resolvers.items() if name not in drop},
            tuple(lexicon for lexicon, _ in kept),
            {name: source for name, source in self.sources.items() if name not in drop},
            tuple(plugin for plugin in self.plugins if plugin not in unwanted),
            tuple(source for _, source in kept),
        )

    def __iter__(self) -> Iterator[Extractor[Any]]:
        return iter(self.extractors.values())

    def __len__(self) -> int:
        return len(self.extractors)

    def __contains__(self, name: object) -> bool:
        return name in self.extractors or name in self.resolvers

    @cached_property
    def plan(self) -> Plan:
        """The extractors, ready to work."""
        return Plan(tuple(self), self.lexicons)

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The names of the resolvers that are the code of strangers."""
        return frozenset(name for name, resolver in self.resolvers.items() if is_foreign(resolver.resolve))

    @property
    def scanner(self) -> Scanner:
        """The lexicons of all plugins and of all their extractors, ready to be found in one pass."""
        return self.plan.scanner


def _checked(registry: R) -> R:
    """The registry, unless plugins give a word two meanings."""
    for group in registry.scanner.groups.values():
        if len(group) > 1:
            try:
                merge(group, "en")
            except PluginError as error:
                offered = zip(registry.lexicons, registry.word_sources, strict=True)
                plugins = sorted({plugin for lexicon, plugin in offered if lexicon in group})
                raise type(error)(f"{', '.join(plugins)}: {error}" if plugins else str(error)) from None
            except ANYTHING:  # words that cannot be had are told of when they are looked for
                continue
    return registry
