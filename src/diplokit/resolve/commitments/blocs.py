"""The bloc whose leaders gather, which agrees and adopts what they do: "the summit of the bloc", "the bloc's leaders"."""

from collections.abc import Iterator

from diplokit.resolve.clauses import Sentence, Subject

REACH = 12
"""How many sentences before one are read."""
LEADERS = frozenset(["leaders", "heads", "ministers", "countries"])
"""Words for those who gather as a bloc."""
_OF = frozenset(["of", "from"])
_GATHERED = LEADERS | {"summit", "meeting", "conference"}
# What stands beside the meeting of a bloc is not the bloc's own: "on the margins of", "the U.S.-ASEAN Summit".
_BESIDE = frozenset(["margins", "sidelines", "-", "recent", "last", "with", "next"])
_AT_A = (["at", "a"], ["at", "an"], ["at", "the"])


def earlier(sentence: Sentence, reach: int = REACH) -> Iterator[Sentence]:
    """So many sentences before one, the nearest first."""
    for _ in range(reach):
        if sentence.start < 2:
            return
        before = sentence.neighbours.sentence_at(sentence.start - 2)
        if before.start >= sentence.start:
            return
        sentence = before  # type: ignore[assignment]
        yield sentence


def bloc_of(sentence: Sentence, first: int, here: Sentence) -> Subject | None:
    """The bloc whose leaders met: "heads of state of the bloc met", "the summit of the bloc", "the bloc's leaders"."""
    heard = sentence.words
    if _GATHERED.isdisjoint(heard):
        return None
    for span, ids in sentence.references:
        begin, last = sentence.at(span.start), sentence.at(span.end - 1)
        if sentence is here and begin >= first:
            break
        before = heard[max(begin - 8, 0) : begin]
        if len(ids) > 1 or sentence.actors[begin] < 0 or not _BESIDE.isdisjoint(before):
            continue
        behind = heard[last + 1 : last + (7 if heard[max(begin - 2, 0) : begin] in _AT_A else 3)]
        if (not _OF.isdisjoint(before[-3:]) and not _GATHERED.isdisjoint(before)) or not _GATHERED.isdisjoint(behind):
            if sentence.is_bloc(ids[0]):
                return Subject(ids, (span.start, span.end))
    return None


def adopting(sentence: Sentence, *, here: bool = False) -> Subject | None:
    """The bloc that adopts something where it meets, here or as told before: "was adopted at the SAARC summit"."""
    last = len(sentence.words)
    places = [sentence] if here else [sentence, *earlier(sentence, 2)]
    return next((found for one in places if (found := bloc_of(one, last, sentence))), None)
