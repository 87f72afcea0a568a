"""What will be done, with nobody named who does it: "A working group will be established", "Experts will be dispatched"."""

from itertools import pairwise

from diplokit.resolve.clauses import Sentence
from diplokit.vocabulary import Act

from .conditions import is_hedged
from .found import Found
from .words import nouns, will

# What stands before "will" where it only tells which one is meant, and what leaves it open whether it will.
_LEADING = frozenset(["which", "that", "who", "there", "what"])
_UNSURE = frozenset("if unless whether when until before once how what where why might may could think".split())
_PURPOSES = frozenset("attend meet hold sign discuss participate take address lead conduct represent join".split())
_FROM = frozenset(["from", "between", "on", "until"])
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow"])
_IF = frozenset(["if", "unless"])
NEVER_WILL = frozenset(["never", "nor", "circumstances", "means", "neither"])
"""What stands before "will" where its subject stands behind it: "under no circumstances will we"."""
_OTHERWISE = frozenset([("treated", "to"), ("treated", "for"), ("treated", "in"), ("built", "on"), ("released", "on")])


def never_will(sentence: Sentence, at: int) -> Found | None:
    """As in "Never will we accept", "nor will Peru sign": the subject stands behind "will"."""
    heard, who = sentence.words, sentence.acting(at + 1)
    verb = who[1]
    if who[0] is None or verb >= len(heard) or not heard[verb].isalpha() or heard[verb] in will()["never"]:
        return None
    stop = sentence.stop(verb)
    return Found(
        Act.REFUSE, at, sentence.starts[at], stop, verb, who[0].actors, who[0].span, "will", True, "will", "will"
    )


def will_be_settled(sentence: Sentence, at: int, participle: int) -> Found | None:
    """As in "A working group will be established": nobody is named, unless after "by"."""
    all_words = sentence.words
    main = all_words[participle]
    if main in will()["settled"] and not will()["dates"].isdisjoint(all_words[max(at - 24, 0) : at]):
        if {"by", "whether", "if", "how"}.isdisjoint(all_words[at + 1 : participle + 4]):
            # "the date will be fixed through diplomatic channels"
            stop = sentence.stop(participle)
            return Found(Act.WILL, at, sentence.starts[at], stop, participle + 1, (), None, "will", form="passive")
    if main not in ("established", "created", "set", "formed", "constituted", "launched", "signed"):
        return None
    if main == "set" and all_words[participle + 1 : participle + 2] != ["up"]:
        return None
    actors, where = _doers(sentence, participle + 1, 11, ("by", "between"))
    bodies = nouns()["body"] | nouns()["instrument"]
    if not actors and not any(word in bodies for word in all_words[max(at - 24, 0) : at]):
        return None
    last = participle + 1 if main == "set" else participle
    return Found(
        Act.WILL, at, sentence.starts[at], sentence.stop(last), last + 1, actors, where, "will", form="passive"
    )


def will_be_done(sentence: Sentence, at: int, participle: int, *, negative: bool) -> Found | None:
    """As in "A team of experts will be dispatched", "nobody will be transferred": nobody is named, unless after "by"."""
    all_words, table = sentence.words, will()
    after = participle + 1
    behind = all_words[after : after + 1]
    if all_words[participle] in table["with_particle"]:
        if table["particles"].isdisjoint(behind):
            return None
        after += 1
    if (all_words[participle], *behind) in _OTHERWISE:
        return None
    before = all_words[max(at - 14, 0) : at]
    if (
        not before
        or before[-1] in _LEADING
        or not _UNSURE.isdisjoint(before)
        or not table["handed_out"].isdisjoint(before)
        or (all_words[at] == "would" and not _IF.isdisjoint(all_words))
        or is_hedged((), all_words, at)
    ):
        return None
    actors, where = _doers(sentence, after, 10, ("by",))
    if not actors and all_words[participle] in table["by"]:
        return None
    return Found(
        Act.REFUSE if negative else Act.WILL,
        at,
        sentence.starts[at],
        sentence.stop(after - 1),
        after,
        actors,
        where,
        "will",
        negative,
        form="passive",
    )


def will_be_there(sentence: Sentence, within: int) -> bool:
    """Whether a visit is told behind "will be": "in Lima from Monday", "in the United States to attend"."""
    all_words, place = sentence.words, within + 1
    if all_words[place : place + 1] == ["the"]:
        place += 1
    if place >= len(all_words) or not (sentence.actors[place] >= 0 or sentence.is_place(place)):
        return False
    ahead = all_words[place + 1 : place + 7]
    if any(first == "to" and then in _PURPOSES for first, then in pairwise(ahead)):
        return True
    return any(
        first in _FROM and (then in sentence.known.times or then[:1].isdigit()) for first, then in pairwise(ahead)
    ) or any(word in _DAYS for word in ahead[:3])


def _doers(
    sentence: Sentence, after: int, within: int, prepositions: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[int, int] | None]:
    """Who stand behind the first preposition of some within so many words, and where; nobody, if there is none."""
    for step in range(after, min(after + within, len(sentence.words))):
        if sentence.words[step] in prepositions:
            doers, _ = sentence.acting(step + 1)
            return ((), None) if doers is None else (doers.actors, doers.span)
    return (), None
