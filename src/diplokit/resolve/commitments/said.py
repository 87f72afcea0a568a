"""Commitments that are made in being said, and those that are reported: "we are pleased to sign …", "A said B would sign"."""

from collections.abc import Sequence

from diplokit import Hit
from diplokit.resolve.clauses import Sentence, Subject
from diplokit.vocabulary import Act

from .conditions import is_hedged
from .content import content_start
from .fits import BY_INFINITIVE, ERRANDS, OCCASIONS, WISHES
from .found import Found
from .terms import CALL
from .triggers import Trigger
from .words import nouns

_PLEASED = frozenset(
    "pleased delighted happy honoured honored glad proud pleasure privilege honour honor here gathered".split()
)
_SEVERAL = frozenset(["agreements", "treaties", "pacts", "accords", "conventions", "protocols", "contracts", "mous"])
# What leads on to another event: "inked pacts after a meeting between A and B".
_ELSEWHERE = frozenset(["after", "before", "following", "during", "since"])
_WROTE = frozenset(
    "issued issue issues sent send sends wrote released release releases adopted adopt adopts signed sign signs published "
    "made delivered passed pass passes tabled table submitted presented drafted posted circulated read approved handed".split()
)
_TALKS = frozenset(["talks", "meeting", "discussions", "consultations", "spoke", "talked"])


def of_would(
    sentence: Sentence, hit: Hit, trigger: Trigger, start: int, at: int, after: int, folded: str
) -> Found | None:
    """Reported speech puts "will" back to "would"; without someone who speaks it is no commitment."""
    if sentence.speaker(start) is None or is_hedged((), sentence.words, start):
        return None
    subject = sentence.subject(start)
    if subject is None:
        return None
    act = Act.WILL if trigger.act is Act.CONCLUDE else trigger.act
    return Found(
        act,
        start,
        sentence.starts[start],
        after,
        sentence.at(after - 1) + 1,
        subject.actors,
        subject.span,
        "verb",
        False,
        "would",
        "modal",
    )


def joined_with(
    sentence: Sentence, first: int, joins: Sequence[str] = ("with", "between"), reach: int = 30
) -> tuple[str, ...]:
    """The actors of "with B" in the clause that begins at a word, or of "between A and B"."""
    known = sentence.known
    begin = max(first - 1, 0)
    if not any(word in sentence.words[begin : first + reach] for word in joins):
        return ()
    for step in range(begin, min(first + reach, len(sentence.words))):
        word = sentence.words[step]
        if word in (";", ":", '"') or (word in known.relatives) or word in known.modals or word in _ELSEWHERE:
            break
        if (
            word == ","
            and step + 1 < len(sentence.words)
            and (sentence.words[step + 1] in ("which", "and", "while", "but", "who") or sentence.goes_on(step + 1))
        ):
            break
        if word in joins:
            return sentence.agents(step + 1)[0]
        if word == "to" and step + 1 < len(sentence.words) and sentence.actors[step + 1] < 0:
            break
    return ()


def signed_with(sentence: Sentence, trigger: Trigger, at: int, following: int) -> tuple[str, ...]:
    """Those with whom the subject of a verb concludes or agrees: "signed a pact with B", "agreed with B to"."""
    heard = sentence.words
    if trigger.act is Act.CONCLUDE:
        extra = joined_with(sentence, following)
    else:
        far = "accord" in trigger.classes and heard[following : following + 1] == ["on"]
        extra = joined_with(sentence, following, ("with",), 14 if far else 3)
    one_with_each = not _SEVERAL.isdisjoint(heard[following - 1 : following + 4])
    if one_with_each and len(extra) > (1 if heard[at].startswith("conclud") else 2):
        return ()  # "concluded agreements with Chile, Peru and Brazil": one with each, and none of them says so here
    return extra


def met_by(sentence: Sentence, who: tuple[int, int], before: int, known: Sequence[str]) -> tuple[str, ...]:
    """Whom the subject met before a word: "A held talks with B in Lima, agreeing to …" makes both agree."""
    all_words = sentence.words
    for step in range(sentence.at(who[0]) + 1, before - 1):
        if all_words[step] == "met" or (
            all_words[step] == "with" and not _TALKS.isdisjoint(all_words[max(step - 5, 0) : step])
        ):
            first = step + 2 if all_words[step : step + 2] == ["met", "with"] else step + 1
            return tuple(one for one in sentence.agents(first, before)[0] if one not in known)
    return ()


def who_wrote(sentence: Sentence, start: int) -> Subject | None:
    """Who wrote the paper behind which a participle stands: "issued a joint statement calling for"."""
    for step in range(start - 2, max(start - 9, 0), -1):
        if sentence.words[step] in _WROTE:
            return sentence.subject(sentence.verb_start(step))
        if sentence.words[step] in (",", ";", '"') or sentence.words[step] in sentence.known.prepositions:
            break
    return None


def of_pleased(sentence: Sentence, hit: Hit, trigger: Trigger, start: int, at: int, after: int) -> Found | None:
    """As in "It is my pleasure to sign", "took the occasion to urge": done in being said."""
    all_words = sentence.words
    to = start - 1
    content = content_start(sentence, trigger, at, after)
    who: Subject | None = None
    if to > 2 and all_words[to - 1] in OCCASIONS:
        who = _on_occasion(sentence, to - 1)
    elif all_words[to - 1] in WISHES or all_words[to] == "me":
        who = _wishing(sentence, to, at)
    elif all_words[to - 1] in _MANAGED:
        who = _who_did(sentence, to - 1)
    elif all_words[to - 1] in _STATES and not _NTH.isdisjoint(all_words[max(to - 4, 0) : to - 1]):
        became = next((step for step in range(to - 2, max(to - 8, 0), -1) if all_words[step] in _BECAME), 0)
        who = _who_did(sentence, became) if became else None  # "Peru became the tenth state to ratify"
    elif to > 1 and trigger.act is CALL:
        who = _on_errand(sentence, to)
    elif to > 0 and trigger.act in BY_INFINITIVE and not _PLEASED.isdisjoint(all_words[max(to - 10, 0) : to]):
        first_person = sentence.known.first_person
        for step in range(to - 1, -1, -1):
            if sentence.actors[step] >= 0 and (all_words[step] in first_person or not sentence.possessor(step)):
                who = sentence.meant(step)
                if "with" in trigger.flags:
                    others = joined_with(sentence, sentence.at(after - 1) + 1)
                    who = Subject(tuple(dict.fromkeys((*who.actors, *others))), who.span)
                break
    if who is None:
        return None
    return Found(trigger.act, start, hit.start, after, content, who.actors, who.span, "verb", form="infinitive")


def _on_errand(sentence: Sentence, to: int) -> Subject | None:
    """Who went somewhere to ask for something: "A flew to Khartoum on Monday to urge"."""
    for step in range(to - 1, max(to - 40, 0), -1):
        word = sentence.words[step]
        if word in ERRANDS:
            return _who_did(sentence, step)
        if word in _APART:
            break
    return None


def _on_occasion(sentence: Sentence, noun: int) -> Subject | None:
    """Who took an occasion that ends at a word: "A used the opportunity", "let me take this opportunity"."""
    for step in range(noun - 1, max(noun - 6, 0), -1):
        if sentence.words[step] in _TAKING:
            if sentence.words[step - 1] == "me" and sentence.actors[step - 1] >= 0:
                return sentence.meant(step - 1)
            return _who_did(sentence, step)
    return None


def _wishing(sentence: Sentence, to: int, at: int) -> Subject | None:
    """Who wishes to say what the verb behind says: "Peru wishes to reiterate", "let me urge", not "wants to invite"."""
    heard, said = sentence.words, sentence.words[at]
    if heard[to] == "me":
        return sentence.meant(to) if sentence.actors[to] >= 0 and heard[to - 1] in _LETTING else None
    start = sentence.verb_start(to - 1)
    group = heard[start : to - 1]
    if "not" in group or not (said in nouns()["courtesy"] or said in nouns()["spoken"]):
        return None
    if heard[to - 1] == "like":
        if group[:1] not in (["would"], ["should"], ["d"], ["'d"]):
            return None
    elif group or (heard[to - 1][:4] == "want" and heard[start - 1] != "i" and said not in nouns()["courtesy"]):
        return None
    return sentence.subject(start)


def _who_did(sentence: Sentence, verb: int) -> Subject | None:
    """The subject of a verb, if that tells what was done and not what may be."""
    start = sentence.verb_start(verb)
    return sentence.subject(start) if sentence.known.modals.isdisjoint(sentence.words[start:verb]) else None


# What parts an infinitive from the verb before it.
_APART = frozenset([";", ":", '"', "that", "which", "who", "while", "but", "said", "not"])
_LETTING = frozenset(["let", "permit", "allow"])
_MANAGED = frozenset(["managed", "proceeded"])
_STATES = frozenset(["country", "state", "nation", "member", "party", "government", "leader", "president"])
_NTH = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest last only".split())
_BECAME = frozenset(["is", "was", "became", "becomes", "become"])
_TAKING = frozenset("took used seized take takes use uses taken taking using seizes availed".split())
