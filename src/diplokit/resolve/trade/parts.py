"""Amounts that the words behind or before them share out: "5 and 3 billion respectively", "of which 5 billion were exports"."""

from collections.abc import Sequence
from itertools import pairwise

from diplokit.resolve.clauses import Sentence

from .equivalents import Amount
from .measures import Word
from .words import FLOWS

_OF_WHOLE = (["of", "the"], ["of", "this"], ["of", "that"], ["of", "it"], ["out", "of"])
_NEARLY = frozenset("about some around nearly almost over only just roughly approximately $ us the".split())
# What stands between a part of an amount and the flow that it is.
_PART_LINKS = frozenset(
    "corresponded corresponds corresponding was were is are came comes from for in to accounted account accounts went made up by "
    "represented represents comprised comprises constituted constitutes the of 's its their being total worth".split()
)

_WHOLES = (["the"], ["that"], ["this"], ["it"], ["which"])
_SUMS = frozenset(
    "trade total figure figures amount sum value volume turnover bilateral overall two-way annual".split()
)
_IS = frozenset("was were is are came comes corresponded accounted represented consisted comprised constituted".split())


def respective(sentence: Sentence, found: Sequence[Word], amounts: Sequence[Amount]) -> dict[int, Word]:
    """As in "exports and imports were 5 and 3 billion dollars respectively": the words of amounts, by where these begin."""
    words = sentence.words
    for one, other in pairwise(amounts):
        between = words[sentence.at(one.end - 1) + 1 : sentence.at(other.mention.start)]
        if between != ["and"]:
            continue
        start = max((amount.end for amount in amounts if amount.end <= one.mention.start), default=sentence.start)
        ahead = [word for word in found if start <= word.start and word.end <= one.mention.start]
        if ahead and ahead[-1].parts:
            ahead = [*ahead[:-1], *ahead[-1].parts]  # without that word too
        elif "respectively" not in words:
            continue
        if ahead and "respectively" in words and len(halves := _halves(sentence, ahead[-1])) == 2:
            ahead = halves  # "the export and import value were"
        if len(ahead) == 2:
            return {one.mention.start: ahead[0], other.mention.start: ahead[1]}
    if "respectively" in words and len(amounts) > 1:
        ahead = [word for word in found if word.end <= amounts[0].mention.start]
        if len(ahead) == len(amounts):
            return {amount.mention.start: word for amount, word in zip(amounts, ahead, strict=True)}
    return {}


def _halves(sentence: Sentence, word: Word) -> list[Word]:
    """The exports and the imports of "export and import value", in the order of the text."""
    halves = [
        Word("exports" if token[0] == "e" else "imports", at, at, sentence.starts[at], sentence.stop(at))
        for at, token in enumerate(sentence.words[word.first : word.last + 1], word.first)
        if token in ("export", "import", "exports", "imports")
    ]
    return halves if len({half.kind for half in halves}) == 2 else [word]


def part_of(sentence: Sentence, found: Sequence[Word], first: int, last: int) -> Word | None:
    """The flow that an amount is by the words behind it: "of which 5 billion came from exports and 3 billion from imports"."""
    words = sentence.words
    back = first - 1
    while back > 0 and words[back] in _NEARLY:
        back -= 1
    of_which = words[last + 1 : last + 3] == ["of", "which"]
    of_whole = of_which or (words[last + 1 : last + 2] == ["of"] and words[last + 2 : last + 3] in _WHOLES)
    if words[back] in ("and", ","):
        led = "which" in words[max(back - 16, 0) : back] or words[:2] in _OF_WHOLE
    else:
        led = words[back - 1 : back + 1] == ["of", "which"]
    if not (led or of_whole):
        return None
    for step in range(last + (3 if of_whole else 1), min(last + 10, len(words))):
        word = next((w for w in found if w.first == step), None)
        if word is not None and of_whole and not of_which and _IS.isdisjoint(words[last + 3 : step]):
            if word.kind in FLOWS:
                return None  # "5 billion of the exports"
            continue  # "of the trade figures"
        if word is not None:
            return word if word.kind in FLOWS else None
        if words[step] not in _PART_LINKS and sentence.actors[step] < 0 and not (of_whole and words[step] in _SUMS):
            return None
    return None
