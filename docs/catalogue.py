"""Sphinx directives that write tables from the code itself.

`{rule-catalogue}` tells of the rules; `{closed-lists}` of the vocabulary, with sentences of `tests/examples/vocabulary.txt`.
"""

from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive

import diplokit
from diplokit import vocabulary

SENTENCES = Path(__file__).parent.parent / "tests" / "examples" / "vocabulary.txt"


def _example(extractor: Any) -> str:
    example = next(iter(extractor.yes), "")
    text = example if isinstance(example, str) else example.text
    return text if len(text) <= 120 else f"{text[:117]}…"


def _row(cells: list[nodes.Node]) -> nodes.row:
    row = nodes.row()
    for cell in cells:
        entry = nodes.entry()
        entry += cell
        row += entry
    return row


def _paragraph(text: str) -> nodes.paragraph:
    return nodes.paragraph("", text)


def _table(header: list[str], rows: list[list[str]]) -> nodes.table:
    table = nodes.table()
    group = nodes.tgroup(cols=len(header))
    table += group
    group += [nodes.colspec(colwidth=1) for _ in header]
    head = nodes.thead()
    head += _row([_paragraph(cell) for cell in header])
    body = nodes.tbody()
    body += [_row([_paragraph(cell) for cell in row]) for row in rows]
    group += [head, body]
    return table


class RuleCatalogue(Directive):
    """Two tables: the extractors by kind, and the resolvers in the order in which they run."""

    def run(self) -> list[nodes.Node]:
        registry = diplokit.Registry.of(*_built_in())
        extractors = [
            [e.kind, e.name, str(getattr(e, "description", "")), _example(e)]
            for e in sorted(registry, key=lambda e: (e.kind, e.name))
        ]
        resolvers = [[r.gives.__name__, r.name, r.description] for r in registry.resolvers.values()]
        return [
            _table(["kind", "rule", "what it finds", "an example"], extractors),
            _table(["record", "resolver", "what it does"], resolvers),
        ]


class ClosedLists(Directive):
    """A section a list: its values, what each means, and a sentence that gives it."""

    def run(self) -> list[nodes.Node]:
        sentences = _sentences()
        made: list[nodes.Node] = []
        for name, item in vars(vocabulary).items():
            if not (isinstance(item, type) and issubclass(item, vocabulary.Term) and item is not vocabulary.Term):
                continue
            section = nodes.section(ids=[name.lower()], names=[name])
            section += [nodes.title("", name), _paragraph(item.__doc__ or "")]
            rows = [[member.value, member.definition, sentences.get((name, member.value), "")] for member in item]
            section += _table(["value", "definition", "a sentence that gives it"], rows)
            made.append(section)
        return made


def _sentences() -> dict[tuple[str, str], str]:
    """The first sentence for every value of the lists of records."""
    found: dict[tuple[str, str], str] = {}
    about = ("", "")
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found.setdefault(about, line.strip())
        elif line and not line.startswith("#"):
            name, value = line.split()
            about = name, value
    return found


def _built_in() -> list[Any]:
    from importlib import import_module

    from diplokit.registry import BUILT_IN

    return [import_module(name) for name in BUILT_IN]


def setup(app: Any) -> dict[str, Any]:
    """Tell Sphinx of the directives."""
    app.add_directive("rule-catalogue", RuleCatalogue)
    app.add_directive("closed-lists", ClosedLists)
    return {"parallel_read_safe": True}
