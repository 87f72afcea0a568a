"""Checks that a reader of trade figures would make: sums, differences, exchange rates. What fails is a warning."""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from diplokit import TradeFigure
from diplokit.vocabulary import Measure


def checked(figures: list[TradeFigure]) -> Iterator[TradeFigure]:
    """The figures, with a warning on those that do not agree with each other."""
    warned: dict[str, list[str]] = {}
    rates: dict[tuple[str | None, str | None], tuple[str, Decimal]] = {}
    for figure in figures:
        for other in figure.equivalents:
            if not figure.value.amount or not other.amount:
                continue
            pair = (figure.value.currency, other.currency)
            rate = other.amount / figure.value.amount
            known = rates.setdefault(pair, (figure.id, rate))
            if abs(rate - known[1]) > abs(known[1]) * Decimal("0.02") and known[0] != figure.id:
                warned.setdefault(figure.id, []).append(f"its exchange rate is not the one of {known[0]}")
    groups: dict[tuple[object, ...], dict[Measure, TradeFigure]] = {}
    for figure in figures:
        if figure.commodity is None and figure.reporter is not None and figure.period is not None:
            key = (figure.period, figure.value.currency, figure.reporter, figure.partner)
            groups.setdefault(key, {}).setdefault(figure.measure, figure)
    for group in groups.values():
        exports, imports = group.get(Measure.EXPORTS), group.get(Measure.IMPORTS)
        if exports is None or imports is None:
            continue
        for measure, expected in (
            (Measure.TOTAL_TRADE, exports.value.amount + imports.value.amount),
            (Measure.BALANCE, exports.value.amount - imports.value.amount),
        ):
            stated = group.get(measure)
            if stated is not None and abs(stated.value.amount - expected) > max(
                abs(expected), exports.value.amount
            ) * Decimal("0.02"):
                relation = "sum" if measure is Measure.TOTAL_TRADE else "difference"
                warned.setdefault(stated.id, []).append(f"not the {relation} of {exports.id} and {imports.id}")
    for figure in figures:
        notes = warned.get(figure.id)
        yield attrs.evolve(figure, warnings=(*figure.warnings, *notes)) if notes else figure
