"""Whose trade with whom, as the words behind the word of trade or behind the amount tell: "to Peru", "between A and B"."""

from collections.abc import Sequence

from attrs import define

from diplokit.resolve.clauses import Sentence, words

from .lists import Lists, is_against, takes_part
from .sales import GOODS
from .sides import OWNERS, Party

_WITH_WHOM = frozenset("partner partners neighbour neighbours neighbor neighbors ally allies".split())
# What follows one of these is why, not with whom: "… in May as shipments to Peru fell".
_REASONS = frozenset("as after because amid when despite although followed".split())
_MEMBERS = frozenset(["countries", "members", "states", "nations"])
_LEADING = frozenset("with between to from into of by among".split())
_AMONG = frozenset(["between", "among"])
_INWARD = frozenset(["imports", "re_imports"])
_OUTWARD = frozenset("exports sold re_exports domestic_exports".split())
_ENDS = frozenset('; : " while ( and valued was were worth reached is which'.split())
# States whose names stand before nouns as they are.
_ADJECTIVAL = frozenset(["u.s.", "us", "uk", "u.k.", "ec", "eu", "uae", "gcc", "asean", "eec", "u.s", "eaeu"])


def _of_two_goods(tokens: Sequence[str], last: int, at: int) -> bool:
    """Whether "and" stands between two goods: "exports of goods and services to", "imports of oil and gas from"."""
    return tokens[last + 1 : last + 2] == ["of"] and not {"to", "from"}.isdisjoint(tokens[at + 2 : at + 4])


def _end_of_aside(tokens: Sequence[str], opening: int, limit: int) -> int:
    """Where a bracket that holds no number closes, or 0."""
    if ")" not in tokens[opening:limit]:
        return 0
    closing = tokens.index(")", opening)
    return 0 if any(word[:1].isdigit() for word in tokens[opening:closing]) else closing


def _ends_sides(tokens: Sequence[str], step: int, after_word: bool) -> bool:
    """Whether what stands after a word tells no more of the sides; a comma only right behind the word of trade."""
    token = tokens[step]
    if token == ",":
        return after_word
    return (
        token in _ENDS
        and (after_word or token not in ("was", "were", "worth"))
        and tokens[step + 1 : step + 3] not in (["recorded", "with"], ["registered", "with"])
    )


@define
class _Found:
    """The sides found so far behind a word of trade of a kind; the first one found of each counts."""

    kind: str
    reporter: Party | None = None
    partner: Party | None = None

    def take(self, side: Party, *, is_partner: bool) -> None:
        """Take a side, unless there is one."""
        if is_partner:
            self.partner = self.partner or side
        else:
            self.reporter = self.reporter or side

    def take_pair(self, pair: Sequence[Party]) -> None:
        """Take the two sides of "between A and B", or the first one alone."""
        self.take(pair[0], is_partner=False)
        if len(pair) > 1:
            self.take(pair[1], is_partner=True)


class Behind(Lists):
    """Tells the sides behind the word of trade."""

    @staticmethod
    def _of_goods(sentence: Sentence, step: int) -> bool:
        """Whether a state stands before goods of its own: "imports of U.S. farm products"."""
        near = sentence.words[step + 1 : step + 5]
        near = near[1:] if near[:1] == ["."] else near[:3]
        return (
            bool(near) and not GOODS.isdisjoint(near) and near[0][:1].isalpha() and sentence.words[step] in _ADJECTIVAL
        )

    def _behind(self, sentence: Sentence, kind: str, last: int, amount_end: int) -> tuple[Party | None, Party | None]:
        """What stands after the word of trade or after the amount: "with B", "to B", "from A to B", "between A and B"."""
        found = _Found(kind)
        # Where the amount stands before the word, what is between them tells nothing: "5 billion corresponded to".
        for start in (last + 1, amount_end + 1) if amount_end > last else (last + 1,):
            if self._reads_pair(sentence, last, start, found):
                break
        return found.reporter, found.partner

    def _reads_pair(self, sentence: Sentence, last: int, start: int, found: _Found) -> bool:
        """Read the sides from a word on; whether both are told at once: "between A and B"."""
        tokens = sentence.words
        after_word = start == last + 1
        # "those to", "import from": the word of trade ends in the preposition
        inside = after_word and tokens[last] in ("to", "from", "of")
        preposition, said = (tokens[last], last) if inside else ("", start)
        limit = min(start + 12, len(tokens))
        step = start
        while step < limit:
            token = tokens[step]
            if token == "(" and (closing := _end_of_aside(tokens, step, limit)):
                step = closing + 1  # it explains the word
                continue
            if token in _REASONS:
                break
            if token == "of" and tokens[step - 1] in _MEMBERS:
                pass  # "to the states of the Gulf"
            elif token in _LEADING:
                preposition, said = token, step
            elif token == "against" and is_against(sentence, found.kind, step + 1):
                preposition, said = "with", step
            elif token in words().prepositions:
                if token != "in" or tokens[step - 1] not in _MEMBERS:
                    preposition = ""
            elif token in OWNERS and not _WITH_WHOM.isdisjoint(tokens[step + 1 : step + 5]):
                said = step  # "with its main trading partner": not with itself
            elif (number := sentence.actors[step]) >= 0:
                sides = self._sides_at(sentence, number)
                if sides and preposition in _AMONG:
                    found.take_pair([*sides, *self._sides_beside(sentence, step, sides)])
                    return True
                if sides and preposition and step - said <= 4:
                    if after_word or preposition not in ("of", "by") or "," not in tokens[start:step]:
                        self._take_side(sentence, step, preposition, sides[0], found)
                    preposition = ""
                while step + 1 < limit and sentence.actors[step + 1] == number:
                    step += 1
            elif token == "and" and after_word and _of_two_goods(tokens, last, step):
                pass  # "exports of goods and services to"
            elif _ends_sides(tokens, step, after_word):
                break
            elif token[:1].isdigit() or token in ("january", "february"):
                preposition = ""
            step += 1
        return False

    def _sides_beside(self, sentence: Sentence, step: int, sides: Sequence[Party]) -> list[Party]:
        """The sides of the next reference, where those of the one at a word are no pair."""
        more: list[Party] = []
        number = sentence.actors[step]
        for ahead in range(step + 1, min(step + 9, len(sentence.words))):
            if len(sides) + len(more) > 1:
                break
            if sentence.actors[ahead] >= 0 and sentence.actors[ahead] != number:
                more += [p for p in self._sides_at(sentence, sentence.actors[ahead]) if p.actor != sides[0].actor]
        return more

    def _take_side(self, sentence: Sentence, step: int, preposition: str, side: Party, found: _Found) -> None:
        """Take a side for the reporter or the partner, as the preposition before it says."""
        number = sentence.actors[step]
        if preposition == "with" and not takes_part(sentence, step, number):
            found.take(side, is_partner=True)
        elif preposition in ("to", "into"):
            if found.kind in _INWARD:
                found.take(side, is_partner=False)
            elif found.kind in _OUTWARD:
                found.take(side, is_partner=True)
        elif preposition == "from":
            if found.kind in _INWARD:
                found.take(side, is_partner=True)
            elif found.kind in _OUTWARD:
                found.take(side, is_partner=False)
        elif preposition in ("of", "by") and sentence.words[step + 1 : step + 2] != ["'s"]:
            goods = sentence.references[number][0].start in self._demonyms or self._of_goods(sentence, step)
            # "imports of Chinese cars"
            found.take(side, is_partner=goods and preposition == "of" and found.kind in _INWARD)
