"""Why: the text sentence by sentence, with what each rule found there and what was refused (needs rich)."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.text import Text

from diplokit import Commitment, Document, Extraction, Meeting, Mention, Refusal, Span, TradeFigure

from .others import others
from .words import on_one_line, value_label


def explained(document: Document, extraction: Extraction, refused: Iterable[Mention[Refusal]]) -> RenderableType:
    """Every sentence with its mentions, refusals and records, each with its rule."""
    parts: list[RenderableType] = [Line(Text(document.id or "document", "bold"), align="left")]
    found: dict[int, list[tuple[int, Text]]] = {}

    def put(offset: int, line: Text) -> None:
        found.setdefault(document.sentence_index(offset), []).append((offset, line))

    for mention in extraction.mentions:
        put(
            mention.start,
            _line(mention.kind, mention.text, value_label(mention.value), mention.rule, str(mention.confidence)),
        )
    for mention in refused:
        line = _line(f"not {mention.kind}", mention.text, mention.value.reason, mention.rule, "")
        line.stylize("dim")
        put(mention.start, line)
    records: tuple[Meeting | Commitment | TradeFigure, ...] = (
        *extraction.meetings,
        *extraction.commitments,
        *extraction.trade_figures,
    )
    for record in records:
        spans: Mapping[str, Span] = record.spans
        first = min((span.start for span in spans.values()), default=0)
        said = ", ".join(f"{name}: “{_short(document[span])}”" for name, span in spans.items())
        label = str(getattr(record, "act", None) or getattr(record, "measure", None) or getattr(record, "kind", ""))
        line = _line(type(record).__name__, f"{record.id} {label}", said, record.rule, str(record.confidence))
        line.stylize("bold", 0, 2)
        put(first, line)
    for shown in others(extraction):
        first = min((span.start for span in shown.spans), default=0)
        heading, *rest = [f"{name}: {said}" if name else said for name, said in shown.lines] or ["—"]
        line = _line(shown.type, heading, ", ".join(rest), shown.rule, "")
        line.stylize("bold", 0, 2)
        put(first, line)
    for index, sentence in enumerate(document.sentences):
        parts.append(Text(on_one_line(document[sentence]), "white"))
        lines = sorted(found.get(index, ()), key=lambda pair: pair[0])
        parts += [Padding(line, (0, 0, 0, 4)) for _, line in lines]
    parts += [
        Text(f"warning: {notice.stage}: {notice.who}: {notice.message}", "yellow") for notice in extraction.warnings
    ]
    return Group(*parts)


def _line(kind: str, words: str, value: str, rule: str, confidence: str) -> Text:
    sure = f", {confidence}" if confidence else ""
    why = f"[{rule}{sure}]" if rule else ""
    return Text.assemble((kind, "cyan"), "  ", (_short(words), "bold"), "  ", value, "  ", (why, "dim"))


def _short(words: Any, limit: int = 80) -> str:
    text = on_one_line(str(words))
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
