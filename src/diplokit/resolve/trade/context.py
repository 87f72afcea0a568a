"""What a sentence does not say of whose trade it is: its earlier figures, the sentences before, and the document."""

from collections.abc import Sequence
from itertools import pairwise

from diplokit import TradeFigure
from diplokit.resolve.clauses import Sentence
from diplokit.vocabulary import Measure

from .sides import Party, Sides, reporter_of
from .words import BALANCES

_MUTUAL = frozenset({Measure.TOTAL_TRADE, Measure.BALANCE})
# What says that trade is that of two, whoever they are.
_PAIRED = frozenset(["bilateral", "two-way", "mutual", "two", "both"])
_OPPOSITE = {Measure.EXPORTS: "imports", Measure.IMPORTS: "exports"}
_FLOWS = ("exports", "imports")
_SHIPPED = frozenset(["shipments", "deliveries"])
_TURNED = frozenset(["opposite", "other", "reverse"])
RANKED = "amount of a partner by his rank"


class Context(Sides):
    """Completes the reporter and the partner of a figure from what stands around it."""

    def completed(
        self,
        index: int,
        sentence: Sentence,
        first: int,
        reporter: Party | None,
        partner: Party | None,
        here: Sequence[TradeFigure],
        earlier: Sequence[TradeFigure],
        *,
        mutual: bool,
    ) -> tuple[Party | None, Party | None]:
        """What the rest of the sentence, its earlier figures or the sentences before say.

        Args:
            index: The number of the sentence.
            sentence: The sentence.
            first: The first word of the word of trade.
            reporter: Whose trade it is, if the clause says so.
            partner: With whom, if the clause says so.
            here: The figures of the sentence so far.
            earlier: The figures of earlier sentences.
            mutual: Whether the trade has two sides by its name ("two-way trade").
        """
        if here and not (here[-1].rule == RANKED and reporter is not None and not mutual):
            settled = self._from_figure(here[-1], reporter, partner)
            if settled is not None:
                return settled
            if not mutual:
                return reporter, partner
        ranked = self._ranked(sentence)
        if ranked is not None and reporter in (None, ranked[0], Party(ranked[0].actor)) and partner is None:
            return ranked
        if ranked is not None and reporter is None and partner is not None and partner.actor == ranked[1].actor:
            return ranked[0], partner
        named = self.named(sentence)
        if ranked is None and reporter is None and len(named) == 1 and self.ranks_unnamed(sentence):
            return None, named[0]
        if not mutual:
            if reporter is None:
                reporter = self._subject(sentence, first, partner) or self._carried(
                    index, sentence, first, partner, earlier
                )
            return reporter, partner
        known = {party.actor for party in (reporter, partner) if party}
        others = [party for party in named if party.actor not in known]
        if not known and len(named) == 2:
            return self._home_first(named[0], named[1])
        if known and len(others) == 1:
            return (reporter, others[0]) if partner is None else (others[0], partner)
        if reporter is not None and partner is None and reporter.span is not None and not self._first_person(reporter):
            return reporter, None  # "Australia's two-way trade": with all
        told = earlier[-1] if earlier and not known else None
        if (
            told is not None
            and told.reporter
            and told.partner
            and told.measure in _MUTUAL
            and all(party.actor in (told.reporter, told.partner) for party in named)
        ):
            if self.distance(index, told) == 1:
                shown = {party.actor: party for party in named}
                return shown.get(told.reporter, Party(told.reporter)), shown.get(told.partner, Party(told.partner))
        for back in range(1, min(4, index + 1)):
            settled = self._from_sentence(self._sentences[index - back], reporter, partner, named)
            if settled is not None:
                return settled
        paired = not known and not named and not _PAIRED.isdisjoint(sentence.words)
        for ahead in (1, 2) if paired and not earlier else ():
            if index + ahead < len(self._reading.document.sentences):
                settled = self._from_sentence(self._sentences[index + ahead], None, None, named)
                if settled is not None:
                    return settled
        if earlier and not known and not named and earlier[-1].reporter and earlier[-1].partner:
            return Party(earlier[-1].reporter), Party(earlier[-1].partner)
        if earlier and not known and not named and not any(figure.partner for figure in earlier[-10:]):
            reporters = {figure.reporter for figure in earlier[-10:]}
            if len(reporters) == 1 and None not in reporters:
                return Party(earlier[-1].reporter or ""), None
        return self._from_document(reporter, partner, named, paired=paired)

    def _first_person(self, party: Party) -> bool:
        span = party.span
        if span is None:
            return False
        return self.in_first_person(span) or self._reading.document.folded[span.start : span.end] in ("their", "its")

    def _home_first(self, one: Party, other: Party) -> tuple[Party, Party]:
        """A pair in the order of the text, unless the text speaks for the second of them."""
        return (other, one) if self.home == other.actor else (one, other)

    @staticmethod
    def _from_figure(
        other: TradeFigure, reporter: Party | None, partner: Party | None
    ) -> tuple[Party | None, Party | None] | None:
        pair = [name for name in (other.reporter, other.partner) if name]
        if reporter is None and partner is None:
            return reporter_of(other), Party(other.partner) if other.partner else None
        if reporter is None and partner is not None and len(pair) == 2:
            rest = [name for name in pair if name != partner.actor]
            return Party(rest[0]), partner
        if reporter is None and partner is not None and pair == [other.reporter] and partner.actor not in pair:
            return Party(pair[0]), partner  # "had a surplus, but a deficit of 2 billion with Peru"
        if partner is None and reporter is not None and len(pair) == 2 and reporter.actor in pair:
            return reporter, Party(next(name for name in pair if name != reporter.actor))
        return None

    def _subject(self, sentence: Sentence, first: int, partner: Party | None) -> Party | None:
        """The first side that the sentence names before the word of trade."""
        for at in range(first):
            number = sentence.actors[at]
            if number >= 0 and not sentence.titles[at]:
                sides = self._sides_at(sentence, number)
                if sides:
                    return sides[0] if partner is None or sides[0].actor != partner.actor else None
        return None

    def _carried(
        self, index: int, sentence: Sentence, first: int, partner: Party | None, earlier: Sequence[TradeFigure]
    ) -> Party | None:
        """The reporter of the figure or of the only side in the sentence before, where this sentence begins with its figure."""
        if first > 5 and (sentence.words[0] != "according" or sentence.words[first - 1] != ","):
            return None
        if any(partner is None or party.actor != partner.actor for party in self.named(sentence)):
            if first or not earlier or not self._only_of(sentence, earlier[-1]):
                return None  # but "Imports reached 2 billion, leaving Peru with a surplus"
        if earlier:
            last = earlier[-1]
            if self.distance(index, last) <= 2 and last.reporter is not None:
                name = last.partner if partner is not None and last.reporter == partner.actor else last.reporter
                return Party(name) if name else None
        for back in range(1, min(3, index + 1)):
            told = [
                party
                for party in self.named(self._sentences[index - back])
                if partner is None or party.actor != partner.actor
            ]
            if len(told) == 1:
                return Party(told[0].actor)
        return None

    def _only_of(self, sentence: Sentence, told: TradeFigure) -> bool:
        """Whether a sentence names only the two sides of a figure."""
        return bool(told.partner) and {party.actor for party in self.named(sentence)} <= {told.reporter, told.partner}

    def _usual_partner(
        self, sentence: Sentence, reporter: Party, earlier: Sequence[TradeFigure], here: Sequence[TradeFigure]
    ) -> Party | None:
        """The partner of a text that tells the trade of two sides, where the sentence names no third."""
        if earlier and not here and self._opposes(sentence, reporter, earlier[-1]):
            return Party(earlier[-1].partner or "")
        if len(earlier) < 2 or earlier[0].measure not in (Measure.TOTAL_TRADE, Measure.BALANCE):
            return None
        pairs = {(figure.reporter, figure.partner) for figure in (*earlier[-30:], *here[-10:])}
        name, partner = next(iter(pairs))
        if len(pairs) != 1 or name != reporter.actor or partner is None:
            return None
        return None if any(party.actor not in (name, partner) for party in self.named(sentence)) else Party(partner)

    def _opposes(self, sentence: Sentence, reporter: Party, told: TradeFigure) -> bool:
        """Whether a sentence that begins with "Imports", or "In the other direction", goes on from trade with one partner."""
        if told.reporter != reporter.actor or not self._only_of(sentence, told):
            return False
        opposite = _OPPOSITE.get(told.measure)
        begins = sentence.words[0] in ((opposite,) if opposite else _FLOWS if told.measure is Measure.BALANCE else ())
        if not self.named(sentence):
            balance = opposite is not None and not BALANCES.isdisjoint(sentence.words[:5])
            turned = any(
                one in _TURNED and two in ("direction", "way", "lane", "side")
                for one, two in pairwise(sentence.words[:9])
            )
            begins = begins or turned or balance or not _SHIPPED.isdisjoint(sentence.words[:4])
        return begins and self.distance(self._reading.document.sentence_index(sentence.start), told) == 1

    @staticmethod
    def _governed(sentence: Sentence, party: Party) -> bool:
        """Whether a side stands behind "to", "from" or "with", as a partner does."""
        if party.span is None:
            return False
        at = sentence.at(party.span.start) - 1
        if at > 0 and sentence.words[at] == "the":
            at -= 1
        return at >= 0 and sentence.words[at] in ("to", "from", "with")

    def _usual(
        self, sentence: Sentence, partner: Party | None, earlier: Sequence[TradeFigure], last: int | None = None
    ) -> Party | None:
        """The one whose trade all earlier figures tell, where the sentence names nobody else up to a word."""
        known = partner.actor if partner is not None else None
        named = self.named(sentence, 0, last)
        if any(party.actor != known and not self._governed(sentence, party) for party in named):
            return None
        # Of trade between two, the other of them reports where one is the partner.
        reporters = {
            figure.partner if figure.reporter == known and figure.measure in _MUTUAL else figure.reporter
            for figure in earlier
            if figure.reporter is not None
        }
        name = reporters.pop() if len(reporters) == 1 else None
        return Party(name) if name is not None and name != known else None

    def _from_sentence(
        self, previous: Sentence, reporter: Party | None, partner: Party | None, named: Sequence[Party]
    ) -> tuple[Party | None, Party | None] | None:
        ranked = self._ranked(previous)
        pair = (
            list(ranked)
            if ranked
            else [party for party in self.named(previous) if self.is_state(party)] or self.named(previous)
        )
        known = {party.actor for party in (reporter, partner) if party}
        if not known and len(pair) == 2 and not named:
            return (
                (Party(pair[0].actor), Party(pair[1].actor))
                if ranked
                else self._home_first(Party(pair[0].actor), Party(pair[1].actor))
            )
        rest = [party for party in pair if party.actor not in known]
        if known and len(rest) == 1:
            return (Party(rest[0].actor), partner) if reporter is None else (reporter, Party(rest[0].actor))
        if not known and len(named) == 1 and len(pair) in (1, 2):
            rest = [party for party in pair if party.actor != named[0].actor]
            if len(rest) == 1:
                return self._home_first(Party(rest[0].actor), named[0])
        return None

    def _from_document(
        self, reporter: Party | None, partner: Party | None, named: Sequence[Party], *, paired: bool
    ) -> tuple[Party | None, Party | None]:
        """The two states that a document is about, where it is about no third."""
        counts = sorted(
            ((len(actor.references), actor.id) for actor in self._reading.actors if self.is_state(Party(actor.id))),
            reverse=True,
        )
        if len(counts) == 2 or (len(counts) > 2 and counts[1][0] > 2 * counts[2][0]):
            pair = [counts[0][1], counts[1][1]]
            if reporter is None and partner is None:
                if len(named) == 1 and named[0].actor in pair:
                    rest = next(name for name in pair if name != named[0].actor)
                    return self._home_first(named[0], Party(rest))
                if not named:
                    return self._home_first(Party(pair[0]), Party(pair[1])) if paired else (None, None)
            elif reporter is not None and partner is None and reporter.actor in pair:
                return reporter, Party(next(name for name in pair if name != reporter.actor))
            elif partner is not None and reporter is None and partner.actor in pair:
                return Party(next(name for name in pair if name != partner.actor)), partner
        if reporter is None and partner is None and len(named) == 1:
            return named[0], None
        return reporter, partner
