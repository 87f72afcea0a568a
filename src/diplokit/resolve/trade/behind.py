"""Whose trade with whom, as the words behind the word of trade or behind the amount tell: "to Peru", "between A and B"."""

from collections.abc import Sequence

from diplokit.resolve.clauses import Sentence, words

from .lists import Lists, is_against, takes_part
from .sales import GOODS
from .sides import OWNERS, Party

_WITH_WHOM = frozenset("partner partners neighbour neighbours neighbor neighbors ally allies".split())
# What follows one of these is why, not with whom: "… in May as shipments to Peru fell".
_REASONS = frozenset("as after because amid when despite although followed".split())
# States whose names stand before nouns as they are.
_ADJECTIVAL = frozenset(["u.s.", "us", "uk", "u.k.", "ec", "eu", "uae", "gcc", "asean", "eec", "u.s", "eaeu"])


def _of_two_goods(tokens: Sequence[str], last: int, at: int) -> bool:
    """Whether "and" stands between two goods: "exports of goods and services to", "imports of oil and gas from"."""
    return tokens[last + 1 : last + 2] == ["of"] and not {"to", "from"}.isdisjoint(tokens[at + 2 : at + 4])


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
        reporter = partner = None
        # Where the amount stands before the word, what is between them tells nothing: "5 billion corresponded to".
        for start in (last + 1, amount_end + 1) if amount_end > last else (last + 1,):
            step = start
            # "those to", "import from": the word of trade ends in the preposition
            preposition, said = (
                (sentence.words[last], last)
                if start == last + 1 and sentence.words[last] in ("to", "from", "of")
                else ("", start)
            )
            limit = min(start + 12, len(sentence.words))
            while step < limit:
                token = sentence.words[step]
                if token == "(" and ")" in sentence.words[step:limit]:
                    closing = sentence.words.index(")", step)
                    if not any(word[:1].isdigit() for word in sentence.words[step:closing]):
                        step = closing + 1  # it explains the word
                        continue
                if token in _REASONS:
                    break
                if token == "of" and sentence.words[step - 1] in ("countries", "members", "states", "nations"):
                    pass  # "to the states of the Gulf"
                elif token in ("with", "between", "to", "from", "into", "of", "by", "among"):
                    preposition, said = token, step
                elif token == "against" and is_against(sentence, kind, step + 1):
                    preposition, said = "with", step
                elif token in words().prepositions:
                    if token != "in" or sentence.words[step - 1] not in ("countries", "members", "states", "nations"):
                        preposition = ""
                elif token in OWNERS and not _WITH_WHOM.isdisjoint(sentence.words[step + 1 : step + 5]):
                    said = step  # "with its main trading partner": not with itself
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
                                    pair += [
                                        p
                                        for p in self._sides_at(sentence, sentence.actors[ahead])
                                        if p.actor != pair[0].actor
                                    ]
                            if reporter is None:
                                reporter = pair[0]
                            if partner is None and len(pair) > 1:
                                partner = pair[1]
                            return reporter, partner
                        if preposition == "with" and not takes_part(sentence, step, number):
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
                        elif (
                            preposition in ("of", "by")
                            and sentence.words[step + 1 : step + 2] != ["'s"]
                            and (start == last + 1 or "," not in sentence.words[start:step])
                        ):
                            goods = sentence.references[number][0].start in self._demonyms or self._of_goods(
                                sentence, step
                            )
                            if goods and preposition == "of" and kind in ("imports", "re_imports"):
                                partner = partner or sides[0]  # "imports of Chinese cars"
                            else:
                                reporter = reporter or sides[0]
                        preposition = ""
                    while step + 1 < limit and sentence.actors[step + 1] == number:
                        step += 1
                elif token == "and" and start == last + 1 and _of_two_goods(sentence.words, last, step):
                    pass  # "exports of goods and services to"
                elif (
                    token
                    in (";", ":", '"', "while", "(", "and", "valued", "was", "were", "worth", "reached", "is", "which")
                    and not (start > last + 1 and token in ("was", "were", "worth"))
                    and sentence.words[step + 1 : step + 3] not in (["recorded", "with"], ["registered", "with"])
                ) or (token == "," and start == last + 1):
                    break
                elif token[:1].isdigit() or token in ("january", "february"):
                    preposition = ""
                step += 1
        return reporter, partner
