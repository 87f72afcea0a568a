"""An extraction as tables that a person reads on one screen (needs rich)."""

from collections.abc import Iterable
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from diplokit import Actor, Commitment, Extraction, Meeting, Registry, Span, TradeFigure

from .words import actor_label, date_label, money_label, office_label

_EVIDENCE = "italic dim"


def report(extraction: Extraction) -> RenderableType:
    """Meetings, commitments, figures and actors of a document, each with the words that support it."""
    title = extraction.document.id or "document"
    parts: list[RenderableType] = [Line(Text(title, "bold"), align="left")]
    names = {actor.id: actor_label(actor) for actor in extraction.actors}
    if extraction.meetings:
        parts.append(_meetings(extraction, names))
    if extraction.commitments:
        parts.append(_commitments(extraction, names))
    if extraction.trade_figures:
        parts.append(_figures(extraction, names))
    if extraction.actors:
        parts.append(_actors(extraction, names))
    if len(parts) == 1:
        parts.append(Padding(Text("nothing found", "dim"), (0, 2)))
    parts += [
        Padding(Text(f"warning: {notice.who}: {notice.message}", "yellow"), (0, 2)) for notice in extraction.warnings
    ]
    return Group(*parts)


def _table(heading: str, *columns: str) -> Table:
    table = Table(title=Text(heading, "bold cyan"), title_justify="left", box=box.SIMPLE_HEAD, expand=True, padding=(0, 1))
    for column in columns:
        wide = column in ("in the text", "what")
        table.add_column(column, ratio=4 if wide else 2, style=_EVIDENCE if column == "in the text" else "", overflow="fold")
    return table


def _words(extraction: Extraction, spans: Iterable[Span], limit: int = 90) -> Text:
    """The passage from the first to the last span, shortened in the middle."""
    if extraction.text is None:
        return Text("")
    chosen = sorted(spans)
    if not chosen:
        return Text("")
    passage = " ".join(extraction.text[chosen[0].start : max(span.end for span in chosen)].split())
    if len(passage) > limit:
        passage = f"{passage[: limit - 30]} … {passage[-27:]}"
    return Text(passage)


def _names(ids: Iterable[str | None], names: dict[str, str]) -> str:
    return ", ".join(names.get(item, item) for item in ids if item) or "—"


def _meetings(extraction: Extraction, names: dict[str, str]) -> Table:
    table = _table("Meetings", "kind", "who", "where", "when", "status", "in the text")
    for meeting in extraction.meetings:
        table.add_row(
            _kind(meeting),
            _names((p.actor for p in meeting.participants), names),
            meeting.place or "—",
            date_label(meeting.date),
            str(meeting.status),
            _words(extraction, meeting.spans.values()),
        )
    return table


def _kind(meeting: Meeting) -> str:
    visit = meeting.visit_type and meeting.visit_type != "unspecified"
    return f"{str(meeting.visit_type).replace('_', ' ')} visit" if visit else str(meeting.kind)


def _commitments(extraction: Extraction, names: dict[str, str]) -> Table:
    table = _table("Commitments", "who", "act", "what")
    for commitment in extraction.commitments:
        table.add_row(_names(commitment.committers, names), _act(commitment), _content(extraction, commitment))
    return table


def _act(commitment: Commitment) -> Text:
    force = commitment.force
    return Text.assemble(str(commitment.act), (f" {'●' * force}{'○' * (5 - force)}" if force is not None else " ✗", "dim"))


def _content(extraction: Extraction, commitment: Commitment) -> Text:
    trigger = _words(extraction, [commitment.spans["trigger"]], 40) if "trigger" in commitment.spans else Text("")
    content = " ".join((commitment.content or "").split())
    if len(content) > 110:
        content = f"{content[:107]}…"
    trigger.stylize("bold")
    return Text.assemble(trigger, " ", (content, _EVIDENCE)) if content and content not in trigger.plain else trigger


def _figures(extraction: Extraction, names: dict[str, str]) -> Table:
    table = _table("Trade figures", "measure", "value", "reporter → partner", "period", "in the text")
    for figure in extraction.trade_figures:
        table.add_row(
            str(figure.measure).replace("_", " "),
            _value(figure),
            f"{_names([figure.reporter], names)} → {_names([figure.partner], names)}",
            date_label(figure.period),
            _words(extraction, figure.spans.values()),
        )
    return table


def _value(figure: TradeFigure) -> str:
    others = [money_label(other) for other in figure.equivalents]
    return money_label(figure.value) + (f" ({', '.join(others)})" if others else "")


def _actors(extraction: Extraction, names: dict[str, str]) -> Table:
    table = _table("Actors", "name", "kind", "office", "also", "times")
    for actor in extraction.actors:
        table.add_row(names[actor.id], _actor_kind(actor), _offices(actor, names), ", ".join(actor.aliases) or "—", str(len(actor.references)))
    return table


def _actor_kind(actor: Actor) -> str:
    return f"{str(actor.kind).replace('_', ' ')}{f' {actor.code}' if actor.code else ''}"


def _offices(actor: Actor, names: dict[str, str]) -> str:
    return "; ".join(office_label(office, names) for office in actor.offices) or "—"


def catalogue(registry: Registry, kind: str | None = None) -> Table:
    """The rules and resolvers of a registry."""
    table = Table(box=box.SIMPLE_HEAD)
    for column in ("kind", "rule", "plugin", "what it does"):
        table.add_column(column, overflow="fold")
    for extractor in sorted(registry, key=lambda e: (e.kind, e.name)):
        if kind is None or extractor.kind == kind:
            table.add_row(extractor.kind, extractor.name, registry.sources.get(extractor.name, ""), _description(extractor))
    for resolver in registry.resolvers.values():
        if kind is None or resolver.gives.__name__ == kind:
            table.add_row(resolver.gives.__name__, resolver.name, registry.sources.get(resolver.name, ""), resolver.description)
    return table


def _description(extractor: Any) -> str:
    said = getattr(extractor, "description", None) or (type(extractor).__doc__ or "")
    return str(said).strip().partition("\n")[0]


