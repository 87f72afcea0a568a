"""The registry: which extractors, resolvers and lexicons there are, and which plugin offered each."""

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Self

import pluggy
from attrs import field, frozen

from . import hooks
from .errors import NameTaken, PluginError, PluginWarning
from .lexicon import Lexicon
from .plan import Plan, is_foreign
from .rules import Extractor, Resolver
from .scan import Scanner, merge

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

_HOOKS = ("extractors", "resolvers", "lexicons")


@frozen(slots=False)
class Registry:
    """What plugins offer, by name.

    Attributes:
        extractors: By name, in the order of the names.
        resolvers: By name, in the order in which they run.
        lexicons: Those that plugins offer by themselves, in the order of their plugins' names.
        sources: Which plugin offered an extractor or resolver.
        plugins: The names of the plugins, in order.

    Examples:
        >>> "actors" in Registry.installed().resolvers
        True
    """

    extractors: Mapping[str, Extractor[Any]]
    resolvers: Mapping[str, Resolver[Any]] = field(factory=dict)
    lexicons: tuple[Lexicon, ...] = field(default=())
    sources: Mapping[str, str] = field(factory=dict, repr=False)
    plugins: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, *plugins: object) -> Self:
        """Collect what these plugins offer, and nothing else.

        Args:
            plugins: Modules or objects with functions marked `@diplokit.hookimpl`.

        Raises:
            PluginError: If a plugin offers something that is no extractor, resolver or lexicon, or marks a
                function whose name is no hook.
            NameTaken: If two of them offer something of the same name.
        """
        return cls._of([(_plugin_name(plugin), plugin) for plugin in plugins])

    @classmethod
    def _of(cls, plugins: Iterable[tuple[str, object]]) -> Self:
        manager = pluggy.PluginManager("diplokit")
        manager.add_hookspecs(hooks)
        for name, plugin in sorted(plugins, key=lambda pair: pair[0]):
            manager.register(plugin, name=name)
        try:
            manager.check_pending()
        except pluggy.PluginValidationError as error:
            raise PluginError(f"{error}; the hooks are {', '.join(_HOOKS)}") from error
        sources: dict[str, str] = {}
        extractors = _collect(manager, "extractors", _check_extractor, sources)
        resolvers = _collect(manager, "resolvers", _check_resolver, sources)
        lexicons: list[Lexicon] = []
        for _, lexicon in _offers(manager, "lexicons"):
            if not isinstance(lexicon, Lexicon):
                raise PluginError(f"{lexicon!r} is not a Lexicon")
            lexicons.append(lexicon)
        names = tuple(name for name, _ in manager.list_name_plugin() if _ is not None)
        return cls(
            {name: extractors[name] for name in sorted(extractors)},
            {item.name: item for item in _in_order(resolvers)},
            tuple(lexicons),
            sources,
            names,
        )

    @classmethod
    def installed(cls) -> Self:
        """Collect the built-in plugins and every installed one that works.

        A plugin that cannot be loaded, or that offers a name that is taken, is left out; a `PluginWarning`
        names its distribution and says why. Plugins are found by their entry point in the group `diplokit`.
        """
        from importlib.metadata import entry_points  # 30 ms, and not everyone needs the installed plugins

        plugins: list[tuple[str, object]] = [(name, import_module(name)) for name in BUILT_IN]
        points = sorted(entry_points(group="diplokit"), key=lambda p: (p.name, p.value))
        loaded: list[tuple[str, object, EntryPoint]] = []
        for point in points:
            plugin = _try(point, point.load)
            if plugin is not None and _fits(cls, point, [(point.name, plugin)]):
                loaded.append((point.name, plugin, point))
        registry = cls._of(plugins)
        # Each must get on with the built-ins and with every other; of two that clash, neither is taken.
        alone = [entry for entry in loaded if _fits(cls, entry[2], [*plugins, entry[:2]])]
        clashing: set[int] = set()
        for first in range(len(alone)):
            for second in range(first + 1, len(alone)):
                try:
                    _checked(cls._of([*plugins, alone[first][:2], alone[second][:2]]))
                except (NameTaken, ValueError) as error:
                    clashing |= {first, second}
                    for index in (first, second):
                        _warn(alone[index][2], error)
        kept = [entry[:2] for number, entry in enumerate(alone) if number not in clashing]
        return cls._of([*plugins, *kept]) if kept else registry

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
        return type(self)(
            {name: item for name, item in self.extractors.items() if name not in drop},
            {name: item for name, item in self.resolvers.items() if name not in drop},
            self.lexicons,
            {name: source for name, source in self.sources.items() if name not in drop},
            tuple(plugin for plugin in self.plugins if plugin not in unwanted),
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


def _plugin_name(plugin: object) -> str:
    if isinstance(plugin, str):
        raise PluginError(f"a plugin is a module or an object, not the name {plugin!r}")
    name = getattr(plugin, "__name__", None)
    return name if isinstance(name, str) else f"{type(plugin).__module__}.{type(plugin).__qualname__}:{id(plugin)}"


def _offers(manager: pluggy.PluginManager, hook: str) -> Iterator[tuple[str, Any]]:
    for implementation in sorted(getattr(manager.hook, hook).get_hookimpls(), key=lambda i: i.plugin_name):
        offered = implementation.function()
        if isinstance(offered, str | bytes) or not isinstance(offered, Iterable):
            raise PluginError(f"{implementation.plugin_name}: {hook}() must return a list, not {offered!r}")
        for item in offered:
            yield implementation.plugin_name, item


def _collect(
    manager: pluggy.PluginManager, hook: str, check: Callable[[Any], None], sources: dict[str, str]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for plugin, item in _offers(manager, hook):
        check(item)
        if item.name in sources:
            raise NameTaken(f"{item.name!r} is offered by {sources[item.name]} and by {plugin}")
        found[item.name], sources[item.name] = item, plugin
    return found


def _check_extractor(item: Any) -> None:
    missing = [name for name in ("name", "kind", "yes", "no", "find") if not hasattr(item, name)]
    if missing or not isinstance(item.name, str) or not callable(item.find):
        raise PluginError(f"{item!r} is not an extractor: it lacks {', '.join(missing) or 'a proper name or find'}")


def _check_resolver(item: Any) -> None:
    if not isinstance(item, Resolver):
        raise PluginError(f"{item!r} is not a Resolver; make one with @diplokit.resolver")


def _in_order(resolvers: Mapping[str, Resolver[Any]]) -> list[Resolver[Any]]:
    """Each after those that give what it needs; by name otherwise."""
    waiting = [resolvers[name] for name in sorted(resolvers)]
    ordered: list[Resolver[Any]] = []
    while waiting:
        given_later = {item.gives for item in waiting}
        ready = next((r for r in waiting if not (set(r.after) - {r.gives}) & given_later), None)
        if ready is None:
            raise PluginError(f"these resolvers wait for each other: {', '.join(r.name for r in waiting)}")
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def _checked(registry: Registry) -> Registry:
    """The registry, unless plugins give a word two meanings."""
    for group in registry.scanner.groups.values():
        if len(group) > 1:
            merge(group, "en")
    return registry


def _fits(cls: type[Registry], point: "EntryPoint", plugins: list[tuple[str, object]]) -> bool:
    """Whether plugins make a registry; if not, a warning names the entry point."""
    return _try(point, lambda: _checked(cls._of(plugins))) is not None


def _try(point: "EntryPoint", attempt: Callable[[], Any]) -> Any:
    """What the attempt gives, or `None` and a warning: other people's code may raise anything."""
    try:
        return attempt()
    except Exception as error:
        _warn(point, error)
        return None


def _warn(point: "EntryPoint", error: Exception) -> None:
    distribution = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
    warnings.warn(
        f"the plugin {point.name!r} of {distribution} is left out: {type(error).__name__}: {error}",
        PluginWarning,
        stacklevel=4,
    )
