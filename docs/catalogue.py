"""A Sphinx directive that writes the catalogue of rules from the rules themselves: `{rule-catalogue}`."""

from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive

import diplokit


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


def _built_in() -> list[Any]:
    from importlib import import_module

    from diplokit.registry import BUILT_IN

    return [import_module(name) for name in BUILT_IN]


def setup(app: Any) -> dict[str, Any]:
    """Tell Sphinx of the directive."""
    app.add_directive("rule-catalogue", RuleCatalogue)
    return {"parallel_read_safe": True}
