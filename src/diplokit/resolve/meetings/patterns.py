"""The signs by which small patterns speak of what stands in a sentence, and the patterns, compiled on first use.

In a masked sentence (see `stage`) every character of a name or date is one sign of its kind. A pattern
writes `<H>` for the sign of an actor, `<D>` date, `<P>` place, `<E>` event, `<C>` another capitalised word, `<T>`
title, `<A>` an actor that only qualifies another word ("Malaysian …", "Malaysia's …").
"""

import re
from collections.abc import Iterable
from functools import cache

HEAD, DATE, PLACE, EVENT, CAPITAL, TITLE, ASIDE = "\ue000\ue001\ue002\ue003\ue004\ue005\ue006"
PRIVATE = re.compile("[\ue000-\uf8ff]")

_SIGNS = {"<H>": HEAD, "<D>": DATE, "<P>": PLACE, "<E>": EVENT, "<C>": CAPITAL, "<T>": TITLE, "<A>": ASIDE}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern over masked text, compiled on first use.

    Examples:
        >>> bool(compiled("<H> met <H>").match(f"{HEAD} met {HEAD}"))
        True
    """
    for sign, char in _SIGNS.items():
        pattern = pattern.replace(sign, char)
    return re.compile(pattern)


def holds(text: str, parts: Iterable[str]) -> bool:
    """Whether one of some strings stands in a text: mostly a word of a pattern that need not be tried without it."""
    for part in parts:  # noqa: SIM110 — a generator for `any` takes as long as the search
        if part in text:
            return True
    return False
