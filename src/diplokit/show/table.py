"""An extraction as tables that a person reads on one screen (needs rich)."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from diplokit import Commitment, Extraction, Meeting, Registry, Span

from .others import Shown, others
from .words import actor_label, date_label, money_label, office_label, on_one_line, short_label

_EVIDENCE = "italic dim"


def report(extraction: Extraction) -> RenderableType:
    """Meetings, commitments, figures and actors of a document, each with the words that support it."""
    title = extraction.document.id or "document"
    parts: list[RenderableType] = [Line(Text(title, "bold"), align="left")]
    names = {actor.id: short_label(actor) for actor in extraction.actors}
    if extraction.meetings:
        parts.append(_meetings(extraction, names))
    if extraction.commitments:
        parts.append(_commitments(extraction, names))
    if extraction.trade_figures:
        parts.append(_figures(extraction, names))
    further = list(others(extraction))
    if further:
        parts.append(_others(extraction, further))
    if extraction.actors:
        parts.append(_actors(extraction, names))
    if len(parts) == 1:
        number = len(extraction.mentions)
        found = f"no records; `diplokit explain` shows the {number} mentions" if number else "nothing found"
        parts.append(Padding(Text(found, "dim"), (0, 2)))
    parts += [
        Padding(Text(f"warning: {notice.who}: {notice.message}", "yellow"), (0, 2)) for notice in extraction.warnings
    ]
    return Group(*parts)


def _table(heading: str, **columns: int) -> Table:
    """An empty table; the columns share the width in the given proportions."""
    title = Text(heading, "bold cyan")
    table = Table(
        title=title, title_justify="left", box=box.SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False
    )
    for number, (name, ratio) in enumerate(columns.items()):
        label = name.replace("_", " ")
        style = _EVIDENCE if name == "in_the_text" else ""
        least = 12 if number == 0 else 10 if ratio == 7 else None  # "consultation", and a date, in one line
        table.add_column(label, ratio=ratio, width=least, style=style, overflow="fold")
    return table


def _words(extraction: Extraction, spans: Mapping[str, Span], limit: int = 110) -> Text:
    """The passage that holds the evidence: what stands near the trigger, shortened at the ends."""
    if extraction.text is None or not spans:
        return Text("")
    anchor = spans.get("trigger") or spans.get("value") or min(spans.values())
    near = [
        span for span in spans.values() if abs(span.start - anchor.start) < limit and span.end - anchor.start < limit
    ]
    start = min((span.start for span in near), default=anchor.start)
    end = max((span.end for span in near), default=anchor.end)
    if end - start > limit:
        start, end = anchor.start, min(anchor.end, anchor.start + limit)
    return Text(on_one_line(extraction.text[start:end]))


def _names(ids: Iterable[str | None], names: dict[str, str]) -> str:
    return ", ".join(names.get(item, item) for item in ids if item) or "—"


def _meetings(extraction: Extraction, names: dict[str, str]) -> Table:
    table = _table("Meetings", what=5, who=8, where_and_when=7, in_the_text=14)
    for meeting in extraction.meetings:
        table.add_row(
            Text.assemble(_kind(meeting), "\n", (str(meeting.status), "dim")),
            _names((p.actor for p in meeting.participants), names),
            f"{meeting.place or '—'}\n{date_label(meeting.date)}",
            _words(extraction, meeting.spans),
        )
    return table


def _kind(meeting: Meeting) -> str:
    visit = meeting.visit_type and meeting.visit_type != "unspecified"
    return f"{str(meeting.visit_type).replace('_', ' ')} visit" if visit else str(meeting.kind)


def _commitments(extraction: Extraction, names: dict[str, str]) -> Table:
    table = _table("Commitments", act=5, who=8, in_the_text=21)
    for commitment in extraction.commitments:
        table.add_row(_act(commitment), _names(commitment.committers, names), _content(extraction, commitment))
    return table


def _act(commitment: Commitment) -> Text:
    force = commitment.force
    strength = f"\n{'●' * force}{'○' * (5 - force)}" if force is not None else ""
    return Text.assemble(str(commitment.act), (strength, "dim"))


def _content(extraction: Extraction, commitment: Commitment) -> Text:
    """The trigger in bold, and the clause that follows from it."""
    text, trigger, content = extraction.text, commitment.spans.get("trigger"), commitment.spans.get("content")
    if text is None or trigger is None:
        return Text(commitment.content or "")
    said = on_one_line(text[trigger.start : trigger.end])
    rest = (
        on_one_line(text[max(content.start, trigger.end) : content.end])
        if content and content.end > trigger.end
        else ""
    )
    return Text.assemble((said, "bold"), " ", rest if len(rest) <= 150 else f"{rest[:149]}…")


def _figures(extraction: Extraction, names: dict[str, str]) -> Table:
    table = _table("Trade figures", measure=5, value=8, whose_and_when=7, in_the_text=14)
    for figure in extraction.trade_figures:
        others = "".join(f"\n= {money_label(other)}" for other in figure.equivalents)
        sides = f"{_names([figure.reporter], names)} → {_names([figure.partner], names)}"
        table.add_row(
            str(figure.measure).replace("_", " "),
            money_label(figure.value) + others,
            f"{sides}\n{date_label(figure.period)}",
            _words(extraction, figure.spans),
        )
    return table


def _actors(extraction: Extraction, names: dict[str, str]) -> Table:
    table = _table("Actors", kind=5, name=8, office=12, also=8, n=1)
    for actor in extraction.actors:
        kind = f"{str(actor.kind).replace('_', ' ')}{f' {actor.code}' if actor.code else ''}"
        offices = "; ".join(office_label(office, names) for office in actor.offices) or "—"
        table.add_row(kind, actor_label(actor), offices, ", ".join(actor.aliases) or "—", str(len(actor.references)))
    return table


def _others(extraction: Extraction, further: Iterable[Shown]) -> Table:
    table = _table("Further records", type=5, what=15, in_the_text=14)
    for shown in further:
        what = "\n".join(f"{name}: {said}" if name else said for name, said in shown.lines)
        spans = {str(number): span for number, span in enumerate(shown.spans)}
        table.add_row(Text(shown.type), Text(what or "—"), _words(extraction, spans))
    return table


def catalogue(registry: Registry, kind: str | None = None) -> Table:
    """The rules and resolvers of a registry."""
    table = Table(box=box.SIMPLE_HEAD)
    for column in ("kind", "rule", "plugin", "what it does"):
        table.add_column(column, overflow="fold")
    for extractor in sorted(registry, key=lambda e: (e.kind, e.name)):
        if kind is None or extractor.kind == kind:
            table.add_row(
                extractor.kind, extractor.name, registry.sources.get(extractor.name, ""), _description(extractor)
            )
    for resolver in registry.resolvers.values():
        if kind is None or resolver.gives.__name__ == kind:
            table.add_row(
                resolver.gives.__name__, resolver.name, registry.sources.get(resolver.name, ""), resolver.description
            )
    return table


def _description(extractor: Any) -> str:
    said = getattr(extractor, "description", None) or (type(extractor).__doc__ or "")
    return str(said).strip().partition("\n")[0]
