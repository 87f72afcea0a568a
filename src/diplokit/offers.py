"""What plugins offer: their hooks called one by one, and everything that comes of it held to its form."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pluggy
from attrs import field, frozen

from . import hooks
from .errors import ANYTHING, NameTaken, PluginError
from .lexicon import Lexicon
from .plan import is_foreign
from .reading import Resolver
from .rules import Extractor

HOOKS = ("extractors", "resolvers", "lexicons")
_PARTS = ("name", "kind", "yes", "no", "find")


@frozen
class Offers:
    """What some plugins offer.

    Attributes:
        plugins: Their names, in order.
        extractors: By name, in the order of the names.
        resolvers: By name, in the order in which they run.
        lexicons: Each with the name of its plugin, in the order of those.
        sources: Which plugin offered an extractor or resolver.
    """

    plugins: tuple[str, ...]
    extractors: Mapping[str, Extractor[Any]]
    resolvers: Mapping[str, Resolver[Any]]
    lexicons: tuple[tuple[str, Lexicon], ...]
    sources: Mapping[str, str] = field(factory=dict)


def offers_of(plugins: Iterable[tuple[str, object]]) -> Offers:
    """Ask plugins, each with its name, what they offer.

    Raises:
        PluginError: If a plugin has no hook or a misspelt one, or offers something that is no extractor, resolver or
            lexicon; the message names the plugin.
        NameTaken: If two of them, or two things that they offer, have the same name.
    """
    manager = pluggy.PluginManager("diplokit")
    manager.add_hookspecs(hooks)
    ordered = sorted(plugins, key=lambda pair: pair[0])
    for name, plugin in ordered:
        _register(manager, name, plugin)
    sources: dict[str, str] = {}
    extractors = _collect(manager, "extractors", _check_extractor, sources)
    resolvers = _collect(manager, "resolvers", _check_resolver, sources)
    lexicons = tuple(_offered(manager, "lexicons"))
    for plugin_name, lexicon in lexicons:
        if not isinstance(lexicon, Lexicon):
            raise PluginError(f"{plugin_name}: {lexicon!r} is not a Lexicon")
    return Offers(
        tuple(name for name, _ in ordered),
        {name: extractors[name] for name in sorted(extractors)},
        {item.name: item for item in in_order(resolvers)},
        lexicons,
        sources,
    )


def named(plugins: Iterable[object]) -> list[tuple[str, object]]:
    """Plugins with their names: of a module its own, of an object that of its class, with a number if it is taken."""
    taken: list[tuple[str, object]] = []
    for plugin in plugins:
        name = getattr(plugin, "__name__", None)
        if not isinstance(name, str):
            made = f"{type(plugin).__module__}.{type(plugin).__qualname__}"
            known = {name for name, _ in taken}
            name = next(one for one in (made, *(f"{made}-{n}" for n in range(2, 10_000))) if one not in known)
        taken.append((name, plugin))
    return taken


def _register(manager: pluggy.PluginManager, name: str, plugin: object) -> None:
    if isinstance(plugin, str):
        raise PluginError(f"a plugin is a module or an object, not the name {plugin!r}")
    if isinstance(plugin, list | tuple | set | dict):
        raise PluginError(
            f"a plugin is a module or an object, not a {type(plugin).__name__}; hand several over one by one"
        )
    if all(hasattr(plugin, part) for part in _PARTS) or isinstance(plugin, Resolver):
        raise PluginError(f"{plugin!r} is no plugin; a plugin offers it by a hook: {', '.join(HOOKS)}")
    if manager.has_plugin(name):
        same = manager.get_plugin(name) is plugin
        raise NameTaken(f"the plugin {name!r} is given twice" if same else f"two plugins have the name {name!r}")
    for hook in HOOKS:
        function = getattr(plugin, hook, None)
        if inspect.isroutine(function) and not hasattr(function, "diplokit_impl"):
            raise PluginError(f"{name}: {hook}() is not marked with @diplokit.hookimpl")
    try:
        manager.register(plugin, name=name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        said = " ".join(str(error).split())
        raise PluginError(f"{name}: {said}; the hooks are {', '.join(HOOKS)}, and none takes an argument") from error
    if not manager.get_hookcallers(plugin):
        raise PluginError(f"{name} has no hook: no function {', '.join(HOOKS)} marked with @diplokit.hookimpl")


def _offered(manager: pluggy.PluginManager, hook: str) -> Iterator[tuple[str, Any]]:
    for implementation in sorted(getattr(manager.hook, hook).get_hookimpls(), key=lambda i: i.plugin_name):
        name = implementation.plugin_name
        if inspect.isclass(implementation.plugin) and inspect.signature(implementation.function).parameters:
            made = f"{implementation.plugin.__name__}()"
            raise PluginError(f"{name} is a class; a plugin is an object of it: {made}")
        try:
            offered = implementation.function()
            if isinstance(offered, str | bytes | Mapping) or not isinstance(offered, Iterable):
                raise PluginError(f"{name}: {hook}() must return a list, not {offered!r}")
            items = list(offered)
        except PluginError:
            raise
        except ANYTHING as error:
            raise PluginError(f"{name}: {hook}() raised {type(error).__name__}: {error}") from error
        for item in items:
            yield name, item


def _collect(
    manager: pluggy.PluginManager, hook: str, check: Callable[[Any], None], sources: dict[str, str]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for plugin, item in _offered(manager, hook):
        try:
            check(item)
        except PluginError as error:
            raise PluginError(f"{plugin}: {error}") from None
        if item.name in sources:
            first = sources[item.name]
            twice = "twice by" if first == plugin else f"by {first} and by"
            raise NameTaken(f"{item.name!r} is offered {twice} {plugin}")
        found[item.name], sources[item.name] = item, plugin
    return found


def _check_extractor(item: Any) -> None:
    if isinstance(item, Resolver):
        raise PluginError(f"{item!r} is a resolver; resolvers() offers it")
    if missing := [name for name in _PARTS if not hasattr(item, name)]:
        raise PluginError(f"{item!r} is not an extractor: it lacks {', '.join(missing)}")
    if isinstance(item, type):
        raise PluginError(f"{item.__name__} is a class; an extractor is an object of it: {item.__name__}()")
    words = getattr(item, "words", {})
    wrong = {
        "name": None if isinstance(item.name, str) and item.name else "a string",
        "kind": None if isinstance(item.kind, str) and item.kind else "a string",
        "yes": None if isinstance(item.yes, Mapping) else "a mapping of texts to values",
        "no": None if isinstance(item.no, Iterable) and not isinstance(item.no, str) else "a list of texts",
        "find": None if callable(item.find) else "a method",
        "words": None
        if isinstance(words, Mapping) and all(isinstance(lexicon, Lexicon) for lexicon in words.values())
        else "a mapping of names to Lexicons",
    }
    for part, right in wrong.items():
        if right:
            raise PluginError(
                f"{item!r} is not an extractor: its `{part}` must be {right}, not {getattr(item, part)!r}"
            )


def _check_resolver(item: Any) -> None:
    if not isinstance(item, Resolver):
        raise PluginError(f"{item!r} is not a Resolver; make one with @diplokit.resolver(TypeOfItsRecords)")


def in_order(resolvers: Mapping[str, Resolver[Any]]) -> list[Resolver[Any]]:
    """Each after those that give what it needs; otherwise the built-in ones first, and by name.

    One that needs records of the type that it gives itself runs after those that give it without needing it.
    """
    waiting = sorted(resolvers.values(), key=lambda item: (is_foreign(item.resolve), item.name))
    ordered: list[Resolver[Any]] = []
    while waiting:
        given_later = {item.gives for item in waiting}
        begun_later = {item.gives for item in waiting if item.gives not in item.after}
        ready = next(
            (
                one
                for one in waiting
                if not (set(one.after) - {one.gives}) & given_later
                and not (one.gives in one.after and one.gives in begun_later)
            ),
            None,
        )
        if ready is None:
            raise PluginError(f"these resolvers wait for each other: {', '.join(sorted(r.name for r in waiting))}")
        waiting.remove(ready)
        ordered.append(ready)
    return ordered
