"""Who else a commitment names: whom it serves, and the body that carries it out."""

from collections.abc import Sequence
from functools import cache

from diplokit.resolve.clauses import Sentence, Sentences, words
from diplokit.vocabulary import ActorKind

from .words import kinds, nouns

THROUGH = frozenset(["through", "via", "by"])
"""Words before the body that carries it out."""
_CARRIED_OUT = frozenset(
    "administered managed implemented executed run channelled channeled carried out distributed overseen supervised coordinated handled "
    "delivered conducted operated undertaken".split()
)
_TOGETHER = frozenset(
    "cooperate cooperation cooperating collaborate work working coordinate coordination dialogue partnership".split()
)
_AGENCIES = frozenset(
    (
        ActorKind.MINISTRY,
        ActorKind.IGO,
        ActorKind.IGO_ORGAN,
        ActorKind.COMPANY,
        ActorKind.NGO,
        ActorKind.MILITARY,
        ActorKind.MISSION,
    )
)


def names_agency(sentence: Sentence, sentences: Sentences, content: tuple[int, int], committers: Sequence[str]) -> bool:
    """Whether a content names the body that carries it out: "through the World Food Programme", "to be run by UNICEF"."""
    heard = sentence.words
    for span, ids in sentence.references:
        if span.start < content[0] or span.end > content[1] or sentences.kinds[ids[0]] not in _AGENCIES:
            continue
        before = sentence.noun_start(sentence.at(span.start)) - 1
        if before < 1 or ids[0] in committers:
            continue
        if heard[before] == "by":
            named = heard[before - 1] in _CARRIED_OUT
        else:
            named = (
                heard[before - 1] != "including"
                and heard[before] in THROUGH
                and _TOGETHER.isdisjoint(heard[sentence.at(content[0]) : before])
            )
        if named:
            return True
    return False


FOR = frozenset(
    [
        "for",
        "assist",
        "assisting",
        "help",
        "helping",
        "support",
        "supporting",
        "aid",
        "benefit",
        "protect",
        "defend",
        "give",
        "grant",
        "lend",
        "provide",
    ]
)
"""Words before those whom it serves."""


def beneficiaries_of(
    sentence: Sentence, content: tuple[int, int], committers: Sequence[str], *, given: bool
) -> tuple[tuple[str, ...], tuple[int, int] | None]:
    """The actors after "for", "assist", "help", "support" who are not the committers, and after "to" if aid is given."""
    begin, end = content
    all_words, titles = sentence.words, sentence.titles
    for span, ids in sentence.references:
        if span.start < begin:
            continue
        if span.end > end:
            break
        if len(ids) == 1 and ids[0] in committers:
            continue
        first = sentence.at(span.start)
        while first > 0 and (all_words[first - 1] in sentence.known.determiners or titles[first - 1]):
            first -= 1
        if first and (
            all_words[first - 1] in FOR
            or (
                given and all_words[first - 1] == "to" and not _gifts().isdisjoint(all_words[max(first - 6, 0) : first])
            )
            or (all_words[first - 1] == "of" and _for_what(all_words[max(first - 6, 0) : first - 1]))
        ):
            others = tuple([actor for actor in ids if actor not in committers])
            if others:
                return others, (span.start, span.end)
    return (), None


@cache
def _gifts() -> frozenset[str]:
    """Nouns of what is given to somebody, and the units of its amount."""
    return nouns()["resource"] | kinds()["resources"] | {"dollars", "euros", "pounds", "yen", "yuan", "credit"}


def _for_what(before: Sequence[str]) -> bool:
    """Whether "for the reconstruction" ends there, before "of Peru"."""
    if "for" not in before:
        return False
    noun = before[len(before) - before[::-1].index("for") :]
    return bool(noun) and words().prepositions.isdisjoint(noun)
