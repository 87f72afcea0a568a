"""Amounts, each with what says it again in another currency: "RM5 billion (US$1.2 billion)"."""

import re
from collections.abc import Iterator, Sequence

from attrs import define

from diplokit import Mention, Money


@define
class Amount:
    """An amount with what says it again in other currencies: "RM5 billion (US$1.2 billion)"."""

    mention: Mention[Money]
    equivalents: list[Mention[Money]]
    end: int


# What stands between an amount and the same in another currency.
_AGAIN = re.compile(
    r"[ ,]*(?:(?:about|around|some|approximately) )?(?:[(\[]|or\b|/|=|equivalent to\b)[ ,]*"
    r"(?:(?:or|about|approximately|around|some|equivalent to|roughly|nearly|over|almost|approx\.?|more than|just over|just under|less than|worth|s)(?= |\Z)[ ,]*){0,2}"
)


def grouped(money: Sequence[Mention[Money]], folded: str) -> Iterator[Amount]:
    """The amounts, each with its equivalents in other currencies."""
    current: Amount | None = None
    for mention in money:
        if current is not None:
            other = mention.value.currency != current.mention.value.currency
            if other and mention.start - current.end < 30 and _AGAIN.fullmatch(folded, current.end, mention.start):
                current.equivalents.append(mention)
                current.end = mention.end
                if folded[current.end : current.end + 1] in (")", "]"):
                    current.end += 1
                continue
            yield current
        current = Amount(mention, [], mention.end)
    if current is not None:
        yield current
