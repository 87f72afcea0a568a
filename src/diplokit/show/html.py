"""An extraction as one self-contained page: the text with its mentions, the records beside it.

A click on a record lights up its evidence in the text. Nothing is loaded from anywhere, nothing is stored.
"""

import json
from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise

from attrs import frozen

from diplokit import Actor, Commitment, Extraction, Meeting, Span, TradeFigure

from .others import others
from .page_parts import SCRIPT, STYLE
from .words import actor_label, date_label, money_label, office_label, value_label

_LEGEND = ("person", "place", "organisation", "title", "event", "date", "money")


@frozen
class _Card:
    """A record as the list beside the text shows it."""

    group: str
    heading: str
    lines: tuple[tuple[str, str], ...]
    spans: tuple[Span, ...]
    badge: str = ""


def page(extraction: Extraction, *, title: str | None = None) -> str:
    """A whole page; `Extraction.to_html` calls it.

    Raises:
        ValueError: If the extraction does not carry its text.
    """
    heading = title or extraction.document.id or "diplokit"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(heading)}</title><style>{STYLE}</style></head>"
        f"<body>{_body(extraction, heading)}<script>{SCRIPT}</script></body></html>\n"
    )


def fragment(extraction: Extraction) -> str:
    """The page in a frame of its own, for notebooks; `Extraction._repr_html_` calls it."""
    if extraction.text is None:
        return f"<pre>{escape(repr(extraction.document))}</pre>"
    return f'<iframe style="width:100%;height:36em;border:1px solid #ccc" srcdoc="{escape(page(extraction))}"></iframe>'


def _body(extraction: Extraction, heading: str) -> str:
    if extraction.text is None:
        raise ValueError("the extraction does not carry its text (it was read from plain data); extract the text again")
    cards = list(_cards(extraction))
    about = [part for part in (_published(extraction), f"{extraction.document.length:,} characters") if part]
    legend = "".join(f'<span class="m k-{kind}">{kind}</span>' for kind in _LEGEND)
    warnings = "".join(f"<li>{escape(f'{notice.who}: {notice.message}')}</li>" for notice in extraction.warnings)
    return (
        f"<header><h1>{escape(heading)}</h1><p>{escape(' · '.join(about))}</p><p class=legend>{legend}</p></header>"
        f"<main><article id=text>{_marked(extraction, cards)}</article><aside>{_lists(cards)}"
        f"{f'<h2>Warnings</h2><ul class=warnings>{warnings}</ul>' if warnings else ''}</aside></main>"
    )


def _published(extraction: Extraction) -> str:
    published = extraction.document.published
    return f"published {published.isoformat()}" if published else ""


def _marked(extraction: Extraction, cards: list[_Card]) -> str:
    """The text cut at every border of a mention or of evidence, each piece with the classes of what covers it."""
    text = extraction.text or ""
    borders = {0, len(text)}
    opens: dict[int, list[tuple[int, str, str]]] = {}
    for mention in extraction.mentions:
        borders |= {mention.start, mention.end}
        label = f"{mention.kind}: {value_label(mention.value)} [{mention.rule}]"
        opens.setdefault(mention.start, []).append((mention.end, mention.kind, label))
    for card in cards:
        for span in card.spans:
            borders |= {span.start, span.end}
    cuts = sorted(border for border in borders if border <= len(text))
    pieces: list[str] = []
    covering: list[tuple[int, str, str]] = []
    for start, end in pairwise(cuts):
        covering = [cover for cover in covering if cover[0] > start] + opens.get(start, [])
        classes = " ".join(["m", *(f"k-{escape(kind)}" for _, kind, _ in covering)]) if covering else ""
        hint = escape("\n".join(label for _, _, label in covering))
        attributes = f' class="{classes}" title="{hint}"' if covering else ""
        pieces.append(f"<span data-s={start} data-e={end}{attributes}>{escape(text[start:end])}</span>")
    return "".join(pieces)


def _cards(extraction: Extraction) -> Iterator[_Card]:
    names = {actor.id: actor_label(actor) for actor in extraction.actors}
    for meeting in extraction.meetings:
        yield _meeting(meeting, names)
    for commitment in extraction.commitments:
        yield _commitment(commitment, names)
    for figure in extraction.trade_figures:
        yield _figure(figure, names)
    for shown in others(extraction):
        first, *rest = shown.lines or (("", "—"),)
        lines = (*rest, ("rule", shown.rule))
        yield _Card(shown.type, first[1], tuple(lines), shown.spans)
    for actor in extraction.actors:
        yield _actor(actor, names)


def _meeting(meeting: Meeting, names: dict[str, str]) -> _Card:
    lines = [
        ("who", _names((p.actor for p in meeting.participants), names)),
        ("where", meeting.place or ""),
        ("when", date_label(meeting.date) if meeting.date else ""),
        ("occasion", meeting.occasion or ""),
        ("rule", f"{meeting.rule}, {meeting.confidence}"),
    ]
    visit = meeting.visit_type if meeting.visit_type and meeting.visit_type != "unspecified" else None
    heading = meeting.name or (f"{str(visit).replace('_', ' ')} visit" if visit else str(meeting.kind))
    return _Card("Meetings", heading, tuple(lines), tuple(meeting.spans.values()), str(meeting.status))


def _commitment(commitment: Commitment, names: dict[str, str]) -> _Card:
    lines = [
        ("what", commitment.content or ""),
        ("by", date_label(commitment.deadline) if commitment.deadline else ""),
        ("amount", money_label(commitment.amount) if commitment.amount else ""),
        ("said by", _names([commitment.speaker], names)),
        ("rule", f"{commitment.rule}, {commitment.confidence}"),
    ]
    force = commitment.force
    badge = f"{commitment.act} · {force}" if force is not None else str(commitment.act)
    return _Card(
        "Commitments",
        _names(commitment.committers, names) or "someone",
        tuple(lines),
        tuple(commitment.spans.values()),
        badge,
    )


def _figure(figure: TradeFigure, names: dict[str, str]) -> _Card:
    lines = [
        ("also", ", ".join(map(money_label, figure.equivalents))),
        ("reporter", _names([figure.reporter], names)),
        ("partner", _names([figure.partner], names)),
        ("period", date_label(figure.period) if figure.period else ""),
        ("commodity", figure.commodity or ""),
        ("check", "; ".join(figure.warnings)),
        ("rule", f"{figure.rule}, {figure.confidence}"),
    ]
    return _Card(
        "Trade figures",
        money_label(figure.value),
        tuple(lines),
        tuple(figure.spans.values()),
        str(figure.measure).replace("_", " "),
    )


def _actor(actor: Actor, names: dict[str, str]) -> _Card:
    lines = [
        ("office", "; ".join(office_label(office, names) for office in actor.offices)),
        ("honorific", ", ".join(actor.honorifics)),
        ("also", ", ".join(actor.aliases)),
    ]
    badge = f"{str(actor.kind).replace('_', ' ')}{f' {actor.code}' if actor.code else ''}"
    return _Card("Actors", names[actor.id], tuple(lines), actor.spans, badge)


def _names(ids: Iterable[str | None], names: dict[str, str]) -> str:
    return ", ".join(names.get(item, item) for item in ids if item)


def _lists(cards: list[_Card]) -> str:
    groups: dict[str, list[_Card]] = {}
    for card in cards:
        groups.setdefault(card.group, []).append(card)
    return (
        "".join(
            f"<h2>{escape(group)} <small>{len(members)}</small></h2>{''.join(map(_list_item, members))}"
            for group, members in groups.items()
        )
        or "<p>Nothing was found.</p>"
    )


def _list_item(card: _Card) -> str:
    spans = json.dumps([[span.start, span.end] for span in card.spans])
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in card.lines if value)
    badge = f"<b>{escape(card.badge)}</b>" if card.badge else ""
    return f'<button type=button data-spans="{escape(spans)}"><span class=h>{escape(card.heading)}{badge}</span><dl>{lines}</dl></button>'
