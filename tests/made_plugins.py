"""Plugins that tests make at run time."""

import types

from diplokit import hookimpl


def plugin(name="stranger", **offers):
    """A module whose hooks give what is handed over by their names: `plugin(extractors=[one])`."""
    module = types.ModuleType(name)
    for hook, items in offers.items():
        function = lambda items=items: items  # noqa: E731 — a module is made of functions
        function.__name__ = hook
        setattr(module, hook, hookimpl(function))
    return module
