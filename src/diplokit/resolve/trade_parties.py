"""Whose trade with whom: the reporter and the partner of a figure, from its clause, its sentence or the ones before."""

from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from diplokit import Actor, Reading, Span, TradeFigure
from diplokit.vocabulary import ActorKind, PlaceForm

from .clauses import Sentence, Sentences, words

_SIDES = frozenset({ActorKind.STATE, ActorKind.TERRITORY, ActorKind.SUBNATIONAL})
_BLOCS = frozenset({ActorKind.IGO, ActorKind.GROUPING})
_OWNED = frozenset({ActorKind.GOVERNMENT, ActorKind.MINISTRY})
_APART = frozenset([",", "and", "with", "to", "from", "(", ")", "-", "were", "was", "is", "are", "has", "had", "have", "ran", "posts", "ran", "saw", "sees", "runs", "hit", "reached"])
_QUALIFIERS = frozenset(
    ["total", "two-way", "bilateral", "annual", "merchandise", "overall", "global", "goods", "services", "trade", "current", "combined", "gross", "visible", "non-oil", "commodity", "foreign", "external", "monthly", "quarterly", "record", "oil", "crude", "gas", "food", "farm", "car", "steel", "textile"]
)
# Continents and peoples that are no side of their own: trade with them has no partner.
_REGIONS = frozenset(["africa", "african", "asia", "asian", "europe", "latin", "america", "americas", "arab", "world", "region", "gulf", "caribbean", "pacific", "global", "international", "worldwide"])
_UNIONS = frozenset({"European Union", "Association of Southeast Asian Nations", "African Union", "European Economic Community", "Eurasian Economic Union"})
_RANKS = frozenset(["partner", "partners", "market", "destination", "source", "supplier", "buyer", "customer", "importer"])


@frozen
class Party:
    """A side of trade, with where the text names it, if it does so in the sentence."""

    actor: str
    span: Span | None = None


class Parties:
    """Tells the reporter and the partner of a figure."""

    def __init__(self, reading: Reading, sentences: Sentences) -> None:
        self._reading = reading
        self._sentences = sentences
        self._by_id: dict[str, Actor] = {actor.id: actor for actor in reading.actors}
        self._side: dict[str, str | None] = {}
        self._all: dict[int, list[Party]] = {}
        self._ranks: dict[int, tuple[Party, Party] | None] = {}

    def side(self, actor: str) -> str | None:
        """The state, territory or bloc that an actor is or acts for."""
        if actor not in self._side:
            self._side[actor] = None  # against circles
            self._side[actor] = self._find_side(actor)
        return self._side[actor]

    def _find_side(self, actor: str) -> str | None:
        known = self._by_id.get(actor)
        if known is None:
            return None
        if known.kind in _SIDES or known.kind in _BLOCS:
            return actor
        for office in known.offices:
            if office.of is not None and (found := self.side(office.of)) is not None:
                return found
        return None

    def _sides_at(self, sentence: Sentence, number: int) -> list[Party]:
        span, ids = sentence.references[number]
        found: list[Party] = []
        for actor in ids:
            side = self.side(actor)
            if side is not None and all(side != party.actor for party in found):
                found.append(Party(side, span))
        return found

    def _named(self, sentence: Sentence, first: int = 0, last: int | None = None) -> list[Party]:
        """The sides that a stretch of a sentence names, each once."""
        whole = (first, last) == (0, None)
        if whole and sentence.start in self._all:
            return self._all[sentence.start]
        found: dict[str, Party] = {}
        for number in dict.fromkeys(sentence.actors[first:last]):
            if number >= 0:
                for party in self._sides_at(sentence, number):
                    if self._by_id[party.actor].kind in _SIDES or self._by_id[party.actor].name in _UNIONS:
                        found.setdefault(party.actor, party)
        named = list(found.values())
        if whole:
            self._all[sentence.start] = named
        return named

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
        """
        if kind == "bought":
            return self._bought(sentence, first, amount_end)
        reporter, partner = self._beside(sentence, kind, first, last)
        if reporter is None and kind == "sold":
            subject = sentence.subject(sentence.verb_start(first))
            reporter = self._of_ids(subject.actors, Span(*subject.span)) if subject else None
        if partner is None or reporter is None:
            a, b = self._behind(sentence, kind, last, amount_end)
            reporter, partner = reporter or a, partner or b
        if reporter is None and kind in ("exports", "imports") and sentence.words[first].endswith("ed"):
            subject = sentence.subject(sentence.verb_start(first))
            reporter = self._of_ids(subject.actors, Span(*subject.span)) if subject else None
        mutual = kind in ("total_trade", "weak") or bool({"respectively"} & set(sentence.words))
        near = range(max(first - 1, 0), min(last + 8, len(sentence.words)))
        if "," in sentence.words[last + 1 : last + 8]:
            near = range(near.start, sentence.words.index(",", last + 1))
        regional = any(
            not _REGIONS.isdisjoint(sentence.words[at].split("-")) and (sentence.actors[at] < 0 or "-" in sentence.words[at]) for at in near
        )
        if regional:
            return reporter, partner
        if reporter is None or (partner is None and (mutual or here)):
            reporter, partner = self._completed(index, sentence, first, reporter, partner, here, earlier, mutual=mutual)
        if reporter is not None and partner is not None and reporter.actor == partner.actor:
            partner = None
        return reporter, partner

    def _of_ids(self, ids: Sequence[str], span: Span) -> Party | None:
        for actor in ids:
            side = self.side(actor)
            if side is not None:
                return Party(side, span)
        return None

    def _bought(self, sentence: Sentence, verb: int, amount_end: int) -> tuple[Party | None, Party | None]:
        """As in "China buying 9 billion dollars' worth of Australian goods": Australia's exports to China."""
        goods = self._named(sentence, amount_end + 1, amount_end + 9)
        start = sentence.verb_start(verb)
        dash = start > 0 and sentence.words[start - 1] in (",", "-", "and")
        subject = sentence.subject(start, participle=dash and sentence.words[verb].endswith("ing"))
        buyer = self._of_ids(subject.actors, Span(*subject.span)) if subject else None
        if buyer is None or any(party.actor == buyer.actor for party in goods[:1]):
            leading = self._named(sentence, 0, verb)
            buyer = next((party for party in leading if all(party.actor != other.actor for other in goods[:1])), None)
        seller = next((party for party in goods if buyer is None or party.actor != buyer.actor), None)
        return seller, buyer

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
                owner = texts[back + 1] == "'s" or texts[back] in ("our", "their", "its", "his", "her", "my") or self._adjective(sentence, number, back, first)
                if owner and sides:
                    reporter = sides[0]
                    if len(sides) > 1:
                        partner = sides[1]
                    before = [n for n in (sentence.actors[back - 2 : back] if back >= 2 else []) if n >= 0 and n != number]
                    joined = back > 0 and texts[back - 1] in ("-", "and", "/")
                    if joined and before and kind in ("total_trade", "weak"):
                        other = self._sides_at(sentence, before[-1])
                        if other:
                            reporter, partner = other[0], sides[0]
                break
            if texts[back] in (",", ";", ":", "(", ")", '"', "while") or texts[back] in words().modals or texts[back] in words().prepositions or texts[back] in words().speech:
                break
            back -= 1
            steps += 1
        return reporter, partner

    def _adjective(self, sentence: Sentence, number: int, back: int, first: int) -> bool:
        """Whether a reference qualifies the word of trade: "Australian car exports", "the US trade deficit"."""
        between = sentence.words[back + 1 : first]
        if sentence.words[back] in ("he", "she", "it", "they", "we") or any(word in _APART or word.endswith("ed") for word in between):
            return False
        span = sentence.references[number][0]
        return span.start in self._demonyms or all(word in _QUALIFIERS for word in between)

    @cached_property
    def _demonyms(self) -> frozenset[int]:
        """Where a place mention is an adjective or names a people."""
        return frozenset(m.span.start for m in self._reading.mentions.of("place") if m.value.form is not PlaceForm.NOUN)

    def _behind(self, sentence: Sentence, kind: str, last: int, amount_end: int) -> tuple[Party | None, Party | None]:
        """What stands after the word of trade or after the amount: "with B", "to B", "from A to B", "between A and B"."""
        reporter = partner = None
        for start in (last + 1, amount_end + 1):
            step = start
            preposition, said = "", start
            limit = min(start + 12, len(sentence.words))
            while step < limit:
                token = sentence.words[step]
                if token in ("with", "between", "to", "from", "into", "of", "by", "among"):
                    preposition, said = token, step
                elif token in words().prepositions:
                    preposition = ""
                elif sentence.actors[step] >= 0:
                    number = sentence.actors[step]
                    sides = self._sides_at(sentence, number)
                    if sides and preposition and (step - said <= 4 or preposition in ("between", "among")):
                        if preposition in ("between", "among"):
                            pair = list(sides)
                            ahead = step
                            while len(pair) < 2 and ahead + 1 < min(step + 9, len(sentence.words)):
                                ahead += 1
                                if sentence.actors[ahead] >= 0 and sentence.actors[ahead] != number:
                                    pair += [p for p in self._sides_at(sentence, sentence.actors[ahead]) if p.actor != pair[0].actor]
                            if reporter is None:
                                reporter = pair[0]
                            if partner is None and len(pair) > 1:
                                partner = pair[1]
                            return reporter, partner
                        if preposition == "with":
                            partner = partner or sides[0]
                        elif preposition in {"to", "into"}:
                            if kind in ("imports", "re_imports"):
                                reporter = reporter or sides[0]
                            elif kind in ("exports", "sold", "re_exports", "domestic_exports"):
                                partner = partner or sides[0]
                        elif preposition == "from":
                            if kind in ("imports", "re_imports"):
                                partner = partner or sides[0]
                            elif kind in ("exports", "sold", "domestic_exports", "re_exports"):
                                reporter = reporter or sides[0]
                        elif preposition in ("of", "by") and sentence.words[step + 1 : step + 2] != ["'s"]:
                            reporter = reporter or sides[0]
                        preposition = ""
                    while step + 1 < limit and sentence.actors[step + 1] == number:
                        step += 1
                elif (token in (";", ":", '"', "while", "(", "and", "valued", "was", "were", "worth", "reached", "is", "which") and not (start > last + 1 and token in ("was", "were", "worth"))) or (token == "," and start == last + 1):
                    break
                elif token[:1].isdigit() or token in ("january", "february"):
                    preposition = ""
                step += 1
        return reporter, partner

    def _completed(
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
        """What the rest of the sentence, its earlier figures or the sentences before say."""
        if here:
            other = here[-1]
            pair = [name for name in (other.reporter, other.partner) if name]
            if reporter is None and partner is None:
                return (Party(other.reporter) if other.reporter else None), (Party(other.partner) if other.partner else None)
            if reporter is None and partner is not None and len(pair) == 2:
                rest = [name for name in pair if name != partner.actor]
                return (Party(rest[0]) if len(rest) == 1 else Party(other.reporter) if other.reporter else None), partner
            if partner is None and reporter is not None and len(pair) == 2 and reporter.actor in pair:
                return reporter, Party(next(name for name in pair if name != reporter.actor))
            if not mutual:
                return reporter, partner
        ranked = self._ranked(sentence)
        if ranked is not None and mutual and (reporter is None or reporter.actor == ranked[0].actor) and (partner is None or partner.actor == ranked[1].actor):
            return ranked
        named = self._named(sentence)
        subject = None
        for at in range(first):
            number = sentence.actors[at]
            if number >= 0 and not sentence.titles[at]:
                sides = self._sides_at(sentence, number)
                if sides:
                    subject = sides
                    break
        if not mutual:
            if reporter is None and subject is not None and (partner is None or subject[0].actor != partner.actor):
                reporter = subject[0]
            if reporter is None and all(partner is not None and party.actor == partner.actor for party in named):
                reporter = self._carried(index, partner, earlier[-1]) if earlier else None
                for back in (1, 2):
                    if reporter is None and index >= back:
                        told = [party for party in self._named(self._sentences[index - back]) if partner is None or party.actor != partner.actor]
                        reporter = Party(told[0].actor) if len(told) == 1 else None
            return reporter, partner
        others = [party for party in named if party.actor not in {p.actor for p in (reporter, partner) if p}]
        if reporter is None and partner is None and len(named) == 2:
            return named[0], named[1]
        if reporter is not None and partner is None and len(others) == 1:
            return reporter, others[0]
        if partner is not None and reporter is None and len(others) == 1:
            return others[0], partner
        for back in range(1, 4):
            if index - back < 0:
                break
            previous = self._sentences[index - back]
            ranked = self._ranked(previous)
            pair_before = list(ranked) if ranked else self._named(previous)
            known = {p.actor for p in (reporter, partner) if p}
            if reporter is None and partner is None and len(pair_before) == 2:
                return Party(pair_before[0].actor), Party(pair_before[1].actor)
            rest_before = [party for party in pair_before if party.actor not in known]
            if known and len(rest_before) == 1:
                if reporter is None:
                    return Party(rest_before[0].actor), partner
                return reporter, Party(rest_before[0].actor)
            if not known and len(named) == 1 and len(pair_before) in (1, 2):
                rest_before = [party for party in pair_before if party.actor != named[0].actor]
                if len(rest_before) == 1:
                    return Party(rest_before[0].actor), named[0]
        if earlier and (reporter is None or partner is None):
            pair = [name for name in (earlier[-1].reporter, earlier[-1].partner) if name]
            if reporter is None and partner is None and len(pair) == 2 and not named:
                return Party(pair[0]), Party(pair[1])
        return self._from_document(sentence, reporter, partner, named)

    def _carried(self, index: int, partner: Party | None, last: TradeFigure) -> Party | None:
        """The reporter of the last figure, where a sentence right after it names none."""
        where = last.spans["value"].start
        if index - self._reading.document.sentence_index(where) > 2:
            return None
        if last.reporter is None:
            return None
        if partner is not None and last.reporter == partner.actor:
            return Party(last.partner) if last.partner else None
        return Party(last.reporter) if last.reporter else None

    def _from_document(
        self, sentence: Sentence, reporter: Party | None, partner: Party | None, named: Sequence[Party]
    ) -> tuple[Party | None, Party | None]:
        """The two states that a document is about, where its trade is "bilateral" and it is about no third."""
        counts = sorted(((len(actor.references), actor.id) for actor in self._reading.actors if actor.kind in _SIDES), reverse=True)
        if len(counts) == 2 or (len(counts) > 2 and counts[1][0] > 2 * counts[2][0]):
            pair = [counts[0][1], counts[1][1]]
            if reporter is None and partner is None:
                if len(named) == 1 and named[0].actor in pair:
                    rest = next(name for name in pair if name != named[0].actor)
                    return named[0], Party(rest)
                if not named:
                    return None, None
            elif reporter is not None and partner is None and reporter.actor in pair:
                return reporter, Party(next(name for name in pair if name != reporter.actor))
            elif partner is not None and reporter is None and partner.actor in pair:
                return Party(next(name for name in pair if name != partner.actor)), partner
        if reporter is None and partner is None and len(named) == 1:
            return named[0], None
        return reporter, partner

    def _ranked(self, sentence: Sentence) -> tuple[Party, Party] | None:
        """As in "China is Australia's third largest trading partner": Australia reports, China is the partner."""
        if sentence.start not in self._ranks:
            self._ranks[sentence.start] = self._find_ranked(sentence)
        return self._ranks[sentence.start]

    def _find_ranked(self, sentence: Sentence) -> tuple[Party, Party] | None:
        for at, token in enumerate(sentence.words):
            if token not in _RANKS or at < 2:
                continue
            back = at - 1
            while back >= 0 and at - back < 12:
                owned = sentence.words[back] in ("our", "its", "their") or sentence.words[back + 1] == "'s"
                if sentence.actors[back] >= 0 and owned:
                    owner = self._sides_at(sentence, sentence.actors[back])
                    leading = [p for p in self._named(sentence, 0, back) if not owner or p.actor != owner[0].actor]
                    if owner and leading:
                        return owner[0], leading[0]
                    break
                back -= 1
        return None
