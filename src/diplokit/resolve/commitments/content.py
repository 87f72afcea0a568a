"""What a commitment is to: the clause or the object that its verb or noun governs, as it stands in the text."""

from collections.abc import Sequence

from diplokit.resolve.clauses import Sentence

from .found import Found
from .terms import AGREE, CALL
from .triggers import Trigger
from .words import nouns, shown

# Nouns that only carry a commitment, whose content follows them: "their commitment to …", "the need for …".
_CARRIERS = (
    "commitmentnoun supportnoun intentnoun readynoun opposenoun interestnoun proposalnoun pledgenoun need callnoun "
    "decisionnoun wishnoun goalnoun assured help position"
).split()
_LEADS_ON = frozenset(["to", "that", "for", "of", "on", "in", "towards", "toward", "not", "upon", "against", "with"])
_CARRIED = frozenset(["to", "that", "on", "for", "of", "not", "upon"])
_SOME = frozenset(["number", "series", "range", "set", "total", "host", "raft", "package", "couple", "pair", "dozens"])
_PARTICLES = frozenset(["off", "up", "out", "down", "over", "into"])
_BEFORE_TIME = frozenset(["on", "in", "this", "last", "next", "earlier", "late", "early"])
_RELATIVE = frozenset(["that", "which", "who", "whom", "where", "how"])
_FINITE = frozenset(["is", "are", "was", "were", "remains", "remain", "has", "will"])
_WITH_AGENT = frozenset(["by", "between"])


def content_start(sentence: Sentence, trigger: Trigger, at: int, after: int) -> int:
    """Where the content of a verb begins: behind it, behind the noun that it governs, or with its object.

    Args:
        sentence: The sentence.
        trigger: What the verb does.
        at: The number of the verb.
        after: Where what must follow it ends.
    """
    following = sentence.at(after - 1) + 1
    if not trigger.nouns:
        return following
    noun = sentence.words[following - 1].removesuffix("'s")
    ahead = sentence.words[following] if following < len(sentence.words) else ""
    if trigger.act is AGREE:
        if ahead in _CARRIED:
            return following
    elif (
        ahead in _LEADS_ON
        and not sentence.words[at].startswith("ask")
        and any(noun in nouns()[name] for name in _CARRIERS)
    ):
        if ahead != "of" or noun in nouns()["need"]:
            return following
        return behind_owner(sentence, following)
    known, heard = sentence.known, sentence.words
    first = at + 1
    while first < following and (
        heard[first] in _PARTICLES
        or heard[first] in known.adverbs
        or (heard[first] in known.times and noun not in nouns()["date"])
        or (heard[first] in _BEFORE_TIME and first + 1 < following and heard[first + 1] in known.times)
    ):
        first += 1
    return min(following, first)


def behind_owner(sentence: Sentence, of: int) -> int:
    """Where the content begins behind an owner with "of": "the commitment of both countries to …"."""
    for step in range(of + 1, min(of + 16, len(sentence.words))):
        word = sentence.words[step]
        if word in ("to", "for"):
            return step
        if word in (",", ";", ":", '"') or word in sentence.known.modals or word in sentence.known.openers:
            break
    return of


def content_of(sentence: Sentence, one: Found, later: Sequence[Found]) -> tuple[int, int] | None:
    """The content of a commitment as offsets, or `None` where the text does not give it.

    Args:
        sentence: The sentence.
        one: What was found.
        later: What was found behind it in the sentence.
    """
    heard, after, known = sentence.words, one.after, sentence.known
    if one.form == "passive" and one.act is not CALL:
        ahead = heard[after] if after < len(heard) else "."
        # not "the recently signed pact", whose object follows
        if (
            ahead in known.prepositions
            or ahead in known.times
            or ahead in known.determiners
            or ahead in _BEFORE_TIME
            or not ahead[0].isalpha()
        ):
            before = object_before(sentence, one.verb)
            if before is not None:
                return before
    if after < len(heard) and (heard[after] == "of" or (heard[after] == "," and one.rule == "operative clause")):
        after += 1
    if after >= len(heard) or (one.form == "passive" and heard[after] in _WITH_AGENT):
        return None
    if one.rule == "verb before its subject" or (heard[after] in (",", ".") and one.form in ("past", "perfect")):
        if one.where is None:
            return None
        # "the agreement that Peru has signed, …"
        return object_before(sentence, sentence.noun_start(sentence.at(one.where[0])), near=True)
    after = _behind_time(sentence, after)
    behind = sentence.skip_back(one.verb - 1)
    relative = behind > 0 and heard[behind] in known.relatives
    ends = [_opening(sentence, other) for other in later if not _within(sentence, other)]
    if one.form == "participle" and one.where is not None and one.where[0] > one.last:
        first = sentence.at(one.where[0])
        ends += [step for step in range(first, after, -1) if heard[step] == ","][:1]  # "Rejecting the offer, Peru"
    if one.form == "noun":
        # "our commitment to the pact is firm": the commitment is the subject of another verb
        ends += [
            step
            for step in range(after + 1, len(heard))
            if heard[step] in _FINITE and _RELATIVE.isdisjoint(heard[after:step])
        ][:1]
    return sentence.content(after, ends, relative=relative, past=one.form in ("past", "perfect"))


def _behind_time(sentence: Sentence, after: int) -> int:
    """Past a day that stands between a verb and its content: "pledged Friday to help"."""
    heard, known = sentence.words, sentence.known
    step = after
    while step + 1 < len(heard) and (heard[step] in known.times or (heard[step] in _BEFORE_TIME and step < after + 2)):
        step += 1
    return step if step > after and heard[step] in ("to", "that", "not") and heard[step - 1] in known.times else after


def object_before(sentence: Sentence, verb: int, *, near: bool = False) -> tuple[int, int] | None:
    """As in "the treaty was signed by A": the phrase before the verb, from the determiner of its first fitting noun."""
    heard, known, table = sentence.words, sentence.known, nouns()
    last = verb - 1
    while last >= 0 and (heard[last] in (",", "that", "which", "to") or heard[last] in known.adverbs):
        last = _covering(sentence, last) - 1
    named = -1
    for step in range(last, max(last - 24, -1), -1):
        word = heard[step]
        if (
            word in table["instrument"]
            or word in table["body"]
            or word in table["proposalnoun"]
            or (named < 0 and not near and word in table["decision"])
        ):
            named = step
            if near:
                break
        elif (
            word in (",", ";", ":", '"', "(", ")", "-")
            or word in known.modals
            or word in known.auxiliaries
            or word in known.speech
            or (word in known.openers and heard[step + 1] != "effect")
        ):
            break
    if named < 0:
        return None
    first = named
    while first > 0 and named - first < 8:
        word = heard[first]
        if word in known.determiners or word == "no":
            break
        before = heard[first - 1]
        if before == "of" and first > 1 and heard[first - 2] in _SOME:
            first -= 2  # "a number of agreements"
            continue
        if (
            before in known.prepositions
            or before in (",", ";", ":", '"', "(", ")", "and", "that")
            or before in known.openers
        ):
            break
        if before in known.speech or before in known.auxiliaries or before in known.modals:
            break
        first -= 1
    return sentence.starts[first], sentence.stop(last)


def _covering(sentence: Sentence, closing: int) -> int:
    """The comma that opens what a comma closes, if that tells more of an object: ", covering trade and health,"."""
    heard = sentence.words
    if heard[closing] == ",":
        for back in range(closing - 1, max(closing - 30, 0), -1):
            if heard[back] == "," and heard[back + 1].endswith("ing"):
                return back
    return closing


def _within(sentence: Sentence, one: Found) -> bool:
    """Whether a commitment only qualifies what the one before it is to: "the pact signed in May", "a road that Peru will build"."""
    opening = _opening(sentence, one)
    if sentence.words[opening] == "that":
        opening += 1  # taken for the determiner of the subject
    before = sentence.words[opening - 1] if opening else ""
    if one.form == "passive":
        return (
            sentence.words[one.verb] not in sentence.known.auxiliaries
            and sentence.words[one.verb] not in sentence.known.modals
        )
    if one.form == "noun":
        return before not in ("and", ",", ";") or sentence.words[opening] not in shown()[1]
    return before in _RELATIVE and opening > 1 and sentence.words[opening - 2] not in ("and", "or", ",", "but")


def _opening(sentence: Sentence, one: Found) -> int:
    """The word at which the clause of a commitment begins: its subject, if that stands right before its verb."""
    if one.form == "noun":
        return sentence.at(one.first)
    if one.form == "passive" and (named := object_before(sentence, one.verb)) is not None:
        return sentence.at(named[0])
    if one.where is not None and one.where[1] <= one.first:
        subject = sentence.at(one.where[0])
        if one.verb - sentence.at(one.where[1] - 1) <= 2:
            return sentence.noun_start(subject) if subject else 0
    return one.verb
