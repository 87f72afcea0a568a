"""Whose trade with whom: the reporter and the partner of a figure, from the words around the word of trade."""

from collections.abc import Sequence

from diplokit import Span, TradeFigure
from diplokit.resolve.clauses import Sentence, words

from .behind import Behind
from .context import RANKED
from .lists import BUYING
from .sides import Party, is_nameless

__all__ = ["RANKED", "Parties"]

_APART = frozenset(", and with to from ( ) - were was is are has had have ran posts saw sees runs hit reached".split())
_QUALIFIERS = frozenset(
    "total two-way bilateral annual merchandise overall global goods services trade current combined "
    "gross visible non-oil commodity foreign external monthly quarterly record oil crude gas food farm "
    "car steel textile".split()
)
_ALL = frozenset("total overall all global world worldwide foreign external".split())
_EARNINGS = frozenset("earnings revenue revenues receipts income proceeds".split())
# Continents and peoples that are no side of their own: trade with them has no partner.
REGIONS = frozenset(
    "africa african asia asian europe latin america americas arab world region gulf caribbean pacific "
    "global international worldwide".split()
)


class Parties(Behind):
    """Tells the reporter and the partner of a figure."""

    def of(
        self,
        index: int,
        sentence: Sentence,
        kind: str,
        first: int,
        last: int,
        amount: int,
        amount_end: int,
        here: Sequence[TradeFigure],
        earlier: Sequence[TradeFigure],
        *,
        ranks: bool = False,
    ) -> tuple[Party | None, Party | None]:
        """The reporter and the partner of a figure.

        Args:
            index: The number of the sentence.
            sentence: The sentence.
            kind: The kind of the word of trade.
            first: The first word of the word of trade.
            last: Its last word.
            amount: The first word of the amount.
            amount_end: Its last word.
            here: The figures of the sentence so far.
            earlier: The figures of earlier sentences.
            ranks: Whether the word of trade is the rank of a partner.
        """
        listed = self._listed(sentence, first, amount, here)
        if listed is not None:
            return listed
        if kind == "bought":
            return self._bought(sentence, first, amount_end)
        partner = self._of_list(sentence, first, amount)
        if partner is not None:
            if here and here[-1].partner is not None and here[-1].reporter is not None:
                return Party(here[-1].reporter), partner
            return self._usual(sentence, partner, earlier[-30:], first) or self._owner(sentence), partner
        if kind in ("exports", "imports") and (partner := self._follower(sentence, kind, first)) is not None:
            ranked = self._ranked(sentence)
            if ranked is not None and ranked[1].actor == partner.actor:
                return ranked
            owner, _ = self._beside(sentence, kind, first, last)
            if owner is None or owner.actor == partner.actor:
                owner = self._usual(sentence, partner, [*earlier[-30:], *here[-10:]], first)
            return owner, partner
        if ranks:
            return self._by_rank(index, sentence, first, here, earlier)
        reporter, partner = self._beside(sentence, kind, first, last)
        if reporter is not None and (told := (here or earlier)[-1:]):
            reporter = self._told_before(index, sentence, first, reporter, told[0])
        if reporter is None and kind == "sold":
            subject = sentence.subject(sentence.verb_start(first))
            reporter = self._of_ids(subject.actors, Span(*subject.span)) if subject else None
            if reporter is None and here and self._is_bought(here[-1]) and here[-1].partner and here[-1].reporter:
                return Party(here[-1].partner), Party(here[-1].reporter)  # "bought Peruvian goods and sold"
        if kind in ("exports", "imports", "surplus", "deficit"):
            respective = self._respective(sentence, last, amount, here)
            if respective is not None:
                owner = reporter or self._usual(sentence, respective, [*earlier[-30:], *here[-10:]], first)
                return owner, respective
        if partner is None or reporter is None:
            a, b = self._behind(sentence, kind, last, amount_end)
            if reporter is not None and a is not None and a.actor != reporter.actor and partner is None and b is None:
                partner = a if sentence.words[last] in _EARNINGS else None  # "Chad's export earnings from Niger"
            reporter, partner = reporter or a, partner or b
        if partner is not None and "our" in sentence.words[max(first - 4, 0) : first]:
            reporter = self._speaking(sentence, reporter, partner, earlier)
        verb = sentence.words[first].endswith("ed") or sentence.words[first] in BUYING
        if reporter is None and kind in ("exports", "imports") and verb:
            subject = sentence.subject(sentence.verb_start(first))
            reporter = self._of_ids(subject.actors, Span(*subject.span)) if subject else None
        if partner is None and kind in ("exports", "imports") and self._beside_amount(sentence, amount):
            ranked = self._ranked(sentence)
            if ranked is not None and (reporter is None or reporter.actor == ranked[0].actor):
                return reporter or ranked[0], ranked[1]
        if reporter is None:
            own = self._own_subject(sentence, first)
            if own is not None and here and own.actor != here[-1].reporter:
                # Another side's figure: with the one told of before only if that one was told with this side.
                other = here[-1].reporter if here[-1].partner == own.actor else None
                return own, partner or (Party(other) if other else None)
        mutual = kind in ("total_trade", "weak") or (partner is None and "respectively" in sentence.words)
        near = range(max(first - 1, 0), min(last + 8, len(sentence.words)))
        if "," in sentence.words[last + 1 : last + 8]:
            near = range(near.start, sentence.words.index(",", last + 1))
        regional = any(
            not REGIONS.isdisjoint(sentence.words[at].split("-"))
            and (sentence.actors[at] < 0 or "-" in sentence.words[at])
            for at in near
        )
        if regional:
            if reporter is None:
                reporter, _ = self.completed(index, sentence, first, None, partner, here, earlier, mutual=False)
            return reporter, partner
        if partner is None and not {"foreign", "external"}.isdisjoint(sentence.words[first : last + 1]):
            mutual = False  # with all the world, unless it says with whom
        if any(word.startswith("intra-") for word in sentence.words[max(first - 2, 0) : last + 1]):
            reporter = reporter or self._usual(sentence, None, earlier[-30:])
            return reporter, reporter
        if reporter is None and partner is None and (supplied := self._supplied(sentence, kind, first)) is not None:
            return supplied
        if reporter is None and not mutual:
            reporter = self._told_by(sentence, amount, amount_end, partner)
        if reporter is None or (partner is None and (mutual or here)):
            reporter, partner = self.completed(index, sentence, first, reporter, partner, here, earlier, mutual=mutual)
        if reporter is None and not mutual:
            reporter = self._usual(sentence, partner, [*earlier[-30:], *here[-10:]], amount)
        if (
            reporter is not None
            and partner is None
            and not mutual
            and _ALL.isdisjoint(sentence.words[max(first - 3, 0) : last + 3])
        ):
            partner = self._usual_partner(sentence, reporter, earlier, here)
        if reporter is not None and partner is not None and reporter.actor == partner.actor:
            return (None, partner) if is_nameless(sentence, reporter) else (reporter, None)  # "its imports from Peru"
        return reporter, partner

    def _beside(self, sentence: Sentence, kind: str, first: int, last: int) -> tuple[Party | None, Party | None]:
        """What stands around the word of trade: "Japan's … exports to China", "trade between A and B"."""
        texts = sentence.words
        reporter = partner = None
        back = first - 1
        steps = 0
        while back >= 0 and steps < 7:
            number = sentence.actors[back]
            if number >= 0 and not sentence.titles[back]:
                sides = self._sides_at(sentence, number)
                owner = (
                    texts[back + 1] == "'s"
                    or texts[back] in ("our", "their", "its", "his", "her", "my")
                    or self._adjective(sentence, number, back, first)
                )
                joint = back
                while joint > 0 and "-" not in texts[joint] and sentence.actors[joint - 1] >= 0:
                    joint -= 1
                if "-" in texts[joint]:
                    pair = self._hyphenated(sentence, joint)
                    if len(pair) > 1:
                        return pair[0], pair[1]
                if owner and sides:
                    reporter = sides[0]
                    if len(sides) > 1:
                        partner = sides[1]
                    before = [
                        n for n in (sentence.actors[back - 2 : back] if back >= 2 else []) if n >= 0 and n != number
                    ]
                    joined = back > 0 and texts[back - 1] in ("-", "and", "/")
                    if joined and before and kind in ("total_trade", "weak"):
                        other = self._sides_at(sentence, before[-1])
                        if other:
                            reporter, partner = other[0], sides[0]
                break
            if (
                texts[back] in (",", ";", ":", "(", ")", '"', "while")
                or texts[back] in words().modals
                or texts[back] in words().prepositions
                or texts[back] in words().speech
            ):
                break
            back -= 1
            steps += 1
        return reporter, partner

    def _adjective(self, sentence: Sentence, number: int, back: int, first: int) -> bool:
        """Whether a reference qualifies the word of trade: "Australian car exports", "the US trade deficit"."""
        between = sentence.words[back + 1 : first]
        if sentence.words[back] in ("he", "she", "it", "they", "we") or any(
            word in _APART or word.endswith("ed") for word in between
        ):
            return False
        span = sentence.references[number][0]
        return span.start in self._demonyms or all(word in _QUALIFIERS for word in between)
