"""What somebody says that others should or must do: "Peru must withdraw its troops, the ministers said"."""

from collections.abc import Sequence

from diplokit import Hit
from diplokit.resolve.clauses import Sentence
from diplokit.vocabulary import Act

from .found import Found
from .words import should

# Those who speak of themselves, and words that stand for no one who could act.
_NOBODY = frozenset("i we you it there one this that these those which who what they he she everyone people".split())
# Several of whom it is not told who they are, who are asked all the same.
_ASKED = frozenset(
    "parties sides states countries community nations governments members belligerents factions leaders authorities actors".split()
)
# Who says so in one of these words asks for it, whatever it is: "stressed that any solution must respect".
_PRESSING = frozenset("stressed emphasised emphasized insisted underlined underscored demanded".split())
_DOUBT = frozenset(
    "if whether unless why how when think thinks thought hope hopes hoped suggested wondered asked".split()
)


def of_should(sentence: Sentence, hit: Hit, at: int, before: Sequence[Found]) -> Found | None:
    """As in "A must do": a call of the one who says so, unless another verb of commitment leads on to it.

    Args:
        sentence: The sentence.
        hit: The modal verb.
        at: The number of the word.
        before: What was found before it in the sentence.
    """
    heard = sentence.words
    if not at or heard[at - 1] in _NOBODY or heard[at - 1] in (",", "and") or not _DOUBT.isdisjoint(heard[:at]):
        return None
    if before and ";" not in heard[sentence.at(before[-1].last) : at]:
        return None  # "agreed that Peru must"
    verb, negative = at + 1, False
    while verb < len(heard) and (heard[verb] in ("not", "never") or heard[verb] in sentence.known.adverbs):
        negative = negative or heard[verb] in ("not", "never")
        verb += 1
    if verb + 1 >= len(heard) or not heard[verb].isalpha():
        return None
    last = verb
    if heard[verb] == "be":
        last = verb + 1
        while last + 1 < len(heard) and (heard[last] in sentence.known.adverbs or heard[last].endswith("ly")):
            last += 1
        if heard[last] not in should()["done"]:
            return None
    elif heard[verb] in should()["never"]:
        return None
    said = sentence.speaker(at)
    if said is None:
        return None
    asked = sentence.subject(at)
    if asked is not None and not set(asked.actors).isdisjoint(said[0]):
        return None
    done = last > verb  # "the truce must be respected", whoever does so
    if (
        asked is None
        and not done
        and _PRESSING.isdisjoint(heard[:at])
        and heard[sentence.skip_back(at - 1)] not in _ASKED
    ):
        return None  # "the pact should help exporters"
    first = sentence.starts[at]
    where = said[1]
    return Found(Act.CALL, at, first, sentence.stop(last), verb, said[0], where, "modal", negative, form="call")
