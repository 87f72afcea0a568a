"""What a plugin can offer. Each hook returns values; none is handed anything to change."""

from collections.abc import Iterable
from typing import Any

import pluggy

from .lexicon import Lexicon
from .reading import Resolver
from .rules import Extractor

hookimpl = pluggy.HookimplMarker("diplokit")
_hookspec = pluggy.HookspecMarker("diplokit")


@_hookspec
def extractors() -> Iterable[Extractor[Any]]:
    """Offer extractors: things that find mentions in a document."""
    return ()


@_hookspec
def resolvers() -> Iterable[Resolver[Any]]:
    """Offer resolvers: things that make records of mentions."""
    return ()


@_hookspec
def lexicons() -> Iterable[Lexicon]:
    """Offer lexicons; words for one that already exists are added to it."""
    return ()
