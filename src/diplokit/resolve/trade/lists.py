"""Sides that a sentence tells one after the other: partners in a list or by their rank, the subject of a new clause."""

from collections.abc import Sequence

from diplokit import Span, TradeFigure
from diplokit.resolve.clauses import Sentence
from diplokit.vocabulary import Measure

from .context import Context
from .sides import Party, reporter_of
from .words import BESIDE_AMOUNTS, PERCENT

_ABOUT = frozenset(
    "about around some nearly over almost roughly just more less than approximately close to us usd $ a an the".split()
)
_REACHED = frozenset(["reached", "totalled", "totaled", "hit", "exceeded"])
_FOLLOWING = (["followed"], ["came"], ["ranked"])
_FOLLOWED = frozenset(["followed", "second", "third", "fourth", "fifth", "next"])
_BEING = (["was"], ["is"], ["remained"], ["emerged"], ["remains"], ["became"])
BUYING = frozenset("bought buys buying purchases purchasing purchased".split())
_TAKING = frozenset(["importer", "buyer", "recipient", "customer", "destination"])
_GIVING = frozenset(["exporter", "supplier", "seller", "source"])
# Words that announce a list of partners.
_ANNOUNCING = frozenset("partners contributors destinations markets sources suppliers namely countries".split())
_CLAUSES = frozenset(["while", "whereas", "but", ";"])
_HAVING = frozenset(
    "had has have ran runs posted posts recorded records registered registers reported reports saw enjoyed logged "
    "suffered incurred maintained exported imported".split()
)


_SHARING = frozenset("taking buying accounting importing absorbing receiving leading topping supplying".split())


def is_against(sentence: Sentence, kind: str, at: int) -> bool:
    """Whether a balance is one against one side, not several: "a surplus against Peru", "against Peru, Chile and Cuba"."""
    if kind not in ("surplus", "deficit", "balance"):
        return False
    number = sentence.actors[at] if at < len(sentence.words) else -1
    while at < len(sentence.words) - 2 and sentence.actors[at] == number:
        at += 1
    several = sentence.words[at] in (",", "and") and at + 1 < len(sentence.words) and sentence.actors[at + 1] >= 0
    return not several


def takes_part(sentence: Sentence, step: int, number: int) -> bool:
    """Whether a side behind "with" begins a list of partners: "with Peru taking 2 billion"."""
    while step < len(sentence.words) - 1 and sentence.actors[step] == number:
        step += 1
    return sentence.words[step] in _SHARING


_EARNED = (["earned"], ["fetched"], ["brought"], ["cost"])
_TELLING = frozenset("said says showed reported announced".split())


class Lists(Context):
    """Tells the sides of a figure that stands in a list or begins a clause."""

    def _told_before(self, index: int, sentence: Sentence, first: int, party: Party, last: TradeFigure) -> Party:
        """The reporter of the last figure where "its" seems to mean a third side that the sentence does not name."""
        span = party.span
        if span is None or self._reading.document.folded[span.start : span.end] not in ("its", "their"):
            return party
        if last.reporter in (None, party.actor) or self.distance(index, last) > 1:
            return party
        if party.actor == last.partner and all(
            other.actor != party.actor for other in self.named(sentence, first, len(sentence.words))
        ):
            return party  # and not "its imports of Cuban sugar", of which Cuba is the partner
        named = self.named(sentence, 0, max(sentence.at(span.start) - 1, 0))
        return party if any(other.actor == party.actor for other in named) else Party(last.reporter, span)

    def _listed(
        self, sentence: Sentence, first: int, amount: int, here: Sequence[TradeFigure]
    ) -> tuple[Party | None, Party | None] | None:
        """As in "Chile with 2 billion, followed by Peru with 1 billion": another partner stands before his amount."""
        if not here:
            return None
        last = here[-1]
        if amount > 1 and sentence.words[amount - 1] in _SHARING and sentence.actors[amount - 2] >= 0:
            taking = self._sides_at(sentence, sentence.actors[amount - 2])
            if len(taking) == 1 and taking[0].actor != last.reporter:
                return reporter_of(last), taking[0]
        if last.partner is None:
            return None
        before = last.spans["value"].end
        told = sentence.at(before - 1) + 1 if before > sentence.start else 0
        step = self._beside_amount(sentence, amount)
        another = 0 < told <= first < amount  # another word of trade, of which the amount is
        if not step and another:
            return None
        if not step and 0 < amount - told < 9 and sentence.words[amount - 1] in _REACHED:
            step = amount - 1  # "…, Peru reached 3 billion"
        if not step and 0 < amount - told < 14 and amount > 1 and sentence.actors[amount - 1] >= 0:
            step = amount  # "Chile with 2 billion, Peru 1 billion"
        if not step:
            return self._another(sentence, told, amount, last)
        sides = self.named(sentence, told, step)
        if len(sides) > 1:
            sides = self.named(sentence, step - 1, step)
        if len(sides) != 1 or sides[0].actor in (last.reporter, last.partner):
            return None
        return reporter_of(last), sides[0]

    def _another(
        self, sentence: Sentence, told: int, amount: int, last: TradeFigure
    ) -> tuple[Party | None, Party | None] | None:
        """As in "trade with Peru rose to 5 billion, with Chile 3 percent to 4 billion": a new partner behind the preposition."""
        for at in range(told, min(amount - 1, told + 6)):
            if sentence.words[at] in ("with", "to", "from") and sentence.words[at - 1] in (",", "and", ";"):
                sides = self.named(sentence, at + 1, amount)
                if (
                    len(sides) == 1
                    and sentence.actors[at + 1] >= 0
                    and sides[0].actor not in (last.reporter, last.partner)
                ):
                    return reporter_of(last), sides[0]
        return None

    def _of_list(self, sentence: Sentence, first: int, amount: int) -> Party | None:
        """The partner of a list that the sentence announces: "the main contributors were Chile with 2 billion"."""
        step = self._beside_amount(sentence, amount)
        if not step and sentence.words[amount - 1] == "of" and amount - first < 3:
            step = self._beside_amount(sentence, first)  # "Chile with a deficit of 2 billion"
        if step < 2 or sentence.actors[step - 1] < 0 or sentence.titles[step - 1]:
            return None
        if not any(word in _ANNOUNCING for word in sentence.words[:step]):
            return None
        sides = self._sides_at(sentence, sentence.actors[step - 1])
        return sides[0] if len(sides) == 1 and self.is_state(sides[0]) else None

    def _follower(self, sentence: Sentence, kind: str, first: int) -> Party | None:
        """The subject who is the partner: "Chile followed with imports at 2 billion", "Chile was the largest importer"."""
        at = 0
        if sentence.words[:1] in (["in"], ["as"], ["for"], ["among"], ["by"]) and "," in sentence.words[:first]:
            at = sentence.words.index(",") + 1
        if sentence.words[at] == "the":
            at += 1
        number = sentence.actors[at] if at < first else -1
        if number < 0:
            return None
        while at < first and sentence.actors[at] == number:
            at += 1
        rest = sentence.words[at:first]
        follows = len(rest) < 14 and rest[:1] in _FOLLOWING and not _FOLLOWED.isdisjoint(rest)
        takes = rest[:1] in _BEING and not (_TAKING if kind == "exports" else _GIVING).isdisjoint(rest[:6])
        sides = self._sides_at(sentence, number) if follows or takes else []
        return sides[0] if len(sides) == 1 else None

    def _speaking(
        self, sentence: Sentence, reporter: Party | None, partner: Party, earlier: Sequence[TradeFigure]
    ) -> Party | None:
        """Who says "our exports to Peru": not Peru, but who speaks in the sentence or whose trade with Peru was told."""
        if reporter is not None and reporter.actor != partner.actor:
            return reporter
        others = [party for party in self.named(sentence) if party.actor != partner.actor]
        if others:
            return others[0] if len(others) == 1 else None
        pair = [earlier[-1].reporter, earlier[-1].partner] if earlier else []
        told = [name for name in pair if name and name != partner.actor]
        return Party(told[0]) if len(told) == 1 and partner.actor in pair else None

    def _supplied(self, sentence: Sentence, kind: str, first: int) -> tuple[Party, Party] | None:
        """The sides where the one who ranks reports: "Peru is Chile's second supplier, with exports worth 2 billion"."""
        roles = _GIVING if kind == "exports" else _TAKING if kind == "imports" else frozenset[str]()
        if roles.isdisjoint(sentence.words[:first]):
            return None
        ranked = self._ranked(sentence)
        return (ranked[1], ranked[0]) if ranked is not None else None

    def _bought(self, sentence: Sentence, verb: int, amount_end: int) -> tuple[Party | None, Party | None]:
        """As in "China buying 9 billion dollars' worth of Australian goods": Australia's exports to China."""
        behind = sentence.words[amount_end + 1 : amount_end + 9]
        until = amount_end + 1 + (behind.index(",") if "," in behind else 8)
        goods = self.named(sentence, amount_end + 1, until)
        start = sentence.verb_start(verb)
        dash = start > 0 and sentence.words[start - 1] in (",", "-", "and")
        subject = sentence.subject(start, participle=dash and sentence.words[verb].endswith("ing"))
        buyer = self._of_ids(subject.actors, Span(*subject.span)) if subject else None
        if buyer is None or any(party.actor == buyer.actor for party in goods[:1]):
            leading = self.named(sentence, 0, verb)
            buyer = next((party for party in leading if all(party.actor != other.actor for other in goods[:1])), None)
        seller = next((party for party in goods if buyer is None or party.actor != buyer.actor), None)
        if seller is None and buyer is not None:
            ranked = self._ranked(sentence)
            seller = ranked[0] if ranked is not None and ranked[1].actor == buyer.actor else None
        return seller, buyer

    def _is_bought(self, figure: TradeFigure) -> bool:
        """Whether a figure tells as exports what another side bought."""
        span = figure.spans["measure"]
        word = self._reading.document.folded[span.start : span.end]
        return figure.measure is Measure.EXPORTS and word in BUYING

    def _hyphenated(self, sentence: Sentence, at: int) -> list[Party]:
        """The sides of a word such as "Egypt-Saudi"."""
        start, end = sentence.starts[at], sentence.stop(at)
        found: dict[str, Party] = {}
        for number, (span, _) in enumerate(sentence.references):
            if start < span.end and span.start < end:
                for party in self._sides_at(sentence, number):
                    found.setdefault(party.actor, party)
        return list(found.values())

    def _owner(self, sentence: Sentence) -> Party | None:
        """Of whom those are the partners that a list announces: "Peru's partners", "the Peruvian trading partners"."""
        for at, word in enumerate(sentence.words):
            if word in _ANNOUNCING:
                number = max(sentence.actors[max(at - 3, 0) : at], default=-1)
                sides = self._sides_at(sentence, number) if number >= 0 else []
                return sides[0] if sides else self._subject(sentence, at, None)
        return None

    def _respective(self, sentence: Sentence, last: int, amount: int, here: Sequence[TradeFigure]) -> Party | None:
        """The partner by his place: "exports to Peru and Chile were 3 and 2 billion respectively"."""
        if "respectively" not in sentence.words or sentence.words[last + 1 : last + 2] == ["between"]:
            return None
        told = [figure for figure in here if sentence.at(figure.spans["measure"].end - 1) == last]
        start = sentence.at(told[0].spans["value"].start) if told else amount
        sides = self.named(sentence, last + 1, start)
        return sides[len(told)] if 1 < len(sides) < 9 and len(told) < len(sides) else None

    @staticmethod
    def _beside_amount(sentence: Sentence, amount: int) -> int:
        """Where "with", "at" or a bracket stands before an amount; 0 if none does."""
        step = amount - 1
        if step > 3 and sentence.words[step] == "or" and sentence.words[step - 1] in PERCENT:
            step -= 2  # "(27 percent or 2 billion"
            while step > 0 and not sentence.words[step][:1].isalpha() and sentence.words[step] != "(":
                step -= 1
        while step > 0 and sentence.words[step] in _ABOUT:
            step -= 1
        return step if step > 0 and sentence.words[step] in BESIDE_AMOUNTS else 0

    def _by_rank(
        self, index: int, sentence: Sentence, first: int, here: Sequence[TradeFigure], earlier: Sequence[TradeFigure]
    ) -> tuple[Party | None, Party | None]:
        """As in "Chile remained the largest export market with 2 billion": of whom, the sentences before may say."""
        ranked = self._ranked(sentence)
        if ranked is not None:
            return ranked
        partner = self._subject(sentence, first, None)
        if partner is None:
            return None, None
        reporter = self._usual(sentence, partner, earlier[-30:])
        if reporter is None and earlier and earlier[-1].reporter not in (None, partner.actor):
            reporter = reporter_of(earlier[-1]) if self.distance(index, earlier[-1]) <= 2 else None
        return reporter, partner

    def _own_subject(self, sentence: Sentence, first: int) -> Party | None:
        """The side that has the figure, where a new clause begins with it: "…, while Chile had a deficit of"."""
        start = first - 1
        while start >= 0 and sentence.words[start] not in _CLAUSES:
            start -= 1
        at = start + 1
        if start < 0 or first - at > 14:
            return None
        if sentence.words[at] == "the":
            at += 1
        number = sentence.actors[at]
        if number < 0:
            return None
        while at < first and sentence.actors[at] == number:
            at += 1
        if at >= first or sentence.words[at] not in _HAVING:
            return None
        sides = self._sides_at(sentence, number)
        return sides[0] if len(sides) == 1 else None

    def _told_by(self, sentence: Sentence, amount: int, amount_end: int, partner: Party | None) -> Party | None:
        """The state that earns an amount, or whose officials tell it at the end: "…, the Iranian customs office said"."""
        tokens = sentence.words
        verb = amount - 3 if tokens[amount - 2 : amount - 1] == ["the"] else amount - 2
        if tokens[verb : verb + 1] in _EARNED and sentence.actors[amount - 1] >= 0:
            place, ids = sentence.references[sentence.actors[amount - 1]]
            return self._of_ids(ids, place)
        if not _TELLING.isdisjoint(tokens[-2:]) and len(tokens) < amount_end + 40 and "," in tokens[amount_end:]:
            begin = len(tokens) - tokens[::-1].index(",")
            told = [party for party in self.named(sentence, begin) if partner is None or party.actor != partner.actor]
            return told[0] if len(told) == 1 and begin > amount_end else None
        return None
