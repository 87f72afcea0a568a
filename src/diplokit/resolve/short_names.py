"""Short names of bodies: "the ministry", "the bloc", and ministries in lower case, "the foreign ministry".

Sources: the habits of news agencies; the words for what ministries do are kept by hand.
"""

from attrs import define, field

from diplokit.vocabulary import ActorKind

from .cast import Cast, Member, tokens
from .memory import BLOCS, Item, Memory

_PORTFOLIOS = {
    portfolio: frozenset((portfolio, *more.split()))
    for portfolio, more in {
        "foreign": "affairs external",
        "defence": "defense",
        "defense": "defence",
        "trade": "commerce",
        "commerce": "trade",
        "finance": "treasury",
        "interior": "",
        "economy": "economic",
        "energy": "petroleum",
        "oil": "petroleum",
        "industry": "",
        "agriculture": "farming",
        "transport": "",
        "health": "",
        "justice": "law",
        "tourism": "",
        "labour": "labor",
        "labor": "labour",
        "environment": "",
        "information": "",
    }.items()
}
"""What ministries are for, with other words for it in their names."""


@define
class ShortNames:
    """Finds the bodies that short names mean.

    Attributes:
        cast: Where a ministry goes that the text names only so.
        memory: What is known of the past.
    """

    cast: Cast
    memory: Memory
    _ministries: dict[tuple[str, Member | None], Member] = field(factory=dict)

    def take(self, item: Item) -> None:
        """The body that was last named with such a word, where only "the ministry" or "the bloc" is said."""
        folded = self.memory.document.folded
        if folded.startswith("ministry", item.start):
            portfolio = folded[max(0, item.start - 20) : item.start].split()[-1:]
            if portfolio and portfolio[0] in _PORTFOLIOS:
                self._ministry(item, portfolio[0])
                return
        start = item.start - 4
        if not folded.startswith("the ", max(start, 0)) or folded.startswith((" of ", "-", " for "), item.end):
            return
        word = folded[item.start : item.end]
        sentence = item.sentence
        for seen in reversed(self.memory.bodies[-30:]):
            if seen.member.state or sentence - seen.sentence > 12:
                continue
            named = tokens(seen.member.name)
            if word in named[:1] or word in named[-1:] or (word in ("bloc", "grouping") and seen.member.kind in BLOCS):
                self.memory.mean((seen.member,), start, item.end, "short form")
                self.memory.remember(seen.member, item, person=False)
                return

    def _ministry(self, item: Item, portfolio: str) -> None:
        """The ministry that is named in lower case by what it is for: "the foreign ministry said"."""
        folded = self.memory.document.folded
        start = item.start - len(portfolio) - 1
        if start < 0 or folded[start : item.start] != portfolio + " ":
            return
        if folded.startswith((" official", " source", " spokes", " statement", " of "), item.end):
            return
        before = folded[max(0, start - 30) : start].rstrip().rsplit(None, 1)[-1:]
        last = self.memory.bodies[-1] if self.memory.bodies else None
        state = last.member if last is not None and last.member.state and start - last.end in (1, 3) else None
        if state is None and before != ["the"]:
            return
        words = _PORTFOLIOS[portfolio]
        member = self._ministries.get((portfolio, state))
        if member is None:
            for seen in reversed(self.memory.bodies[-30:]):
                if seen.member.kind is ActorKind.MINISTRY and words & set(tokens(seen.member.name)):
                    member = seen.member
                    break
        if member is None or (state is not None and (portfolio, state) not in self._ministries):
            name = folded[start : item.end]
            member = self.cast.add(Member(ActorKind.MINISTRY, name))
        self._ministries[portfolio, state] = self._ministries[portfolio, None] = member
        self.memory.mean((member,), start, item.end, "name")
        self.memory.remember(member, item, person=False)
