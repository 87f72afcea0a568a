"""Finding the words of many tables in one pass over a document.

Two engines find the same: an automaton (Aho and Corasick's, of the package `ahocorasick-rs`) where that package is
installed, and a dictionary of words in plain Python where it is not. A law compares them.
"""

from collections.abc import Iterable
from importlib.util import find_spec
from typing import Protocol

from diplokit.text import Document, Hit

from .entries import Table


class Index(Protocol):
    """Tables of words, ready to be found."""

    def scan(self, document: Document) -> dict[str, list[Hit]]:
        """The hits of every table, by its name: in order, without overlaps, the leftmost and longest."""
        ...


def index_of(tables: Iterable[Table]) -> Index:
    """The tables as an index of the fastest engine that is installed."""
    if find_spec("ahocorasick_rs") is not None:
        from .automaton import Automaton

        return Automaton(tables)
    from .dictionary import Dictionary

    return Dictionary(tables)


__all__ = ["Index", "Table", "index_of"]
