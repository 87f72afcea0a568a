"""Percentages and percentage points: `5.2 percent`, `5%`, `two percentage points`, `25 basis points`."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from diplokit import Document, Mention, Percent, Span

from .figures import read_figure


@cache
def _english() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,])([-+]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:[.,]\d{1,6})?)[ -]?(%|per ?cent\b|pct\b|percentage[ -]points?\b|basis[ -]points?\b)")


class Percentages:
    """Numbers of per cent, of percentage points and of basis points."""

    name = "percentages"
    kind = "percent"
    description = "A number of per cent, percentage points or basis points."
    yes: Mapping[str | Document, object] = {"grew 5.2 percent": Percent("5.2"), "5%": Percent("5")}
    no: tuple[str | Document, ...] = ("800 deals",)

    def find(self, document: Document, /) -> Iterator[Mention[Percent]]:
        """Find the percentages of a document."""
        for match in _english().finditer(document.folded):
            amount = read_figure(match[2])
            if amount is None:
                continue
            unit = "percentage_points" if "point" in match[3] else "percent"
            if match[3].startswith("basis"):
                amount /= Decimal(100)
            span = Span(*match.span())
            yield Mention("percent", span, document[span], Percent(amount, unit), self.name)
