"""Who acts in a headline, which names several with nothing but commas between: "Peru, Chile sign pact"."""

from diplokit.resolve.clauses import Sentence, Subject

BETWEEN = frozenset([",", "and", "&", "'s", "-", "/"])
"""What stands between those whom a headline names."""
_OFFICES = frozenset("foreign defence defense finance trade prime presidents premiers fms pms".split())


def headed(sentence: Sentence, verb: int) -> Subject | None:
    """Who stands before a word with nothing but each other: "Peru, Chile", "Japan and India", "Lao, Thai leaders"."""
    heard = sentence.words
    found: list[str] = []
    first = last = -1
    known = sentence.known
    while (
        verb > 1
        and sentence.actors[verb - 1] < 0
        and (heard[verb - 1] in _OFFICES or heard[verb - 1] in known.officials)
    ):
        verb -= 1  # "Lao foreign ministers"
    for at in range(verb):
        number = sentence.actors[at]
        if number >= 0:
            if not sentence.possessor(at):
                found += [actor for actor in sentence.references[number][1] if actor not in found]
            first, last = (at if first < 0 else first), at
        elif not (sentence.titles[at] or heard[at] in BETWEEN or heard[at] in known.modifiers):
            return None
    return Subject(tuple(found), (sentence.starts[first], sentence.stop(last))) if found and last == verb - 1 else None


def of_headline_list(sentence: Sentence, verb: int) -> Subject | None:
    """Those whom a headline names first, whose second verb a comma parts from the first."""
    heard, known, first = sentence.words, sentence.known, 0
    while first < verb and (
        sentence.actors[first] >= 0
        or sentence.titles[first]
        or heard[first] in BETWEEN
        or heard[first] in _OFFICES
        or heard[first] in known.modifiers
        or heard[first] in known.officials
    ):
        first += 1
    series = headed(sentence, first) if 1 < first < verb - 2 else None
    return series if series is not None and len(series.actors) > 1 else None
