"""Commitments by nouns of what parties do: "the signing of the treaty with Chile", "the establishment of the forum by A and B"."""

from collections.abc import Sequence

from diplokit import Hit
from diplokit.resolve.clauses import Sentence, Subject
from diplokit.vocabulary import Act

from .blocs import earlier
from .found import Found
from .those_who_met import met_or_visited
from .words import nouns, shown

NOMINAL = frozenset(["signing", "conclusion", "ratification", "entry into force", "establishment", "exchange"])
"""Nouns of what parties do to an instrument, or to a body that they found."""
_WATCHING = frozenset(
    "witnessed witness witnessing attended attending oversaw saw observed presided supervised".split()
)
# What leads on to a signing that took place: "culminated in the signing of", "the highlight was the signing of".
_LED = frozenset(
    "culminated culminating culminates ended ending concluded concluding resulted resulting saw witnessed "
    "witnessing included including followed climaxed capped marked highlight highlights outcome outcomes result results "
    "satisfaction led crowned topped brought".split()
)
# What tells that relations were established long ago: "since the establishment of", "the 50th anniversary of the".
_LOOKING_BACK = frozenset("since anniversary jubilee years".split())
_OPEN_YET = frozenset(
    "will would could should may might if ahead before until pending expected hoped for urged urging urges demanded await awaits "
    "awaiting block blocked delay delayed towards despite toward without".split()
)


def _watched(sentence: Sentence, at: int) -> Subject | None:
    """Who look on at a signing, if they are several: "the two leaders witnessed the signing of", for those who sign act for them."""
    heard = sentence.words
    verb = at - 2 if heard[at - 1 : at] == ["the"] else at - 1
    if heard[verb : verb + 1] in (["over"], ["at"]):
        verb -= 1  # "presided over the signing"
    if verb < 1 or heard[verb] not in _WATCHING:
        return None
    subject = sentence.subject(sentence.verb_start(verb))
    return subject if subject is not None and len(subject.actors) > 1 else None


def _owner(sentence: Sentence, at: int) -> Subject | None:
    """Whose act it is, if that has been done: "hailed Peru's ratification of", not "called for Peru's ratification of"."""
    heard = sentence.words
    if heard[at - 1 : at] != ["'s"] or at < 2 or sentence.actors[at - 2] < 0:
        return None
    owner = sentence.owners(at - 2)
    first = sentence.at(owner.span[0])
    return owner if _OPEN_YET.isdisjoint(heard[max(first - 6, 0) : first]) else None


def _met_there(sentence: Sentence, at: int) -> Subject | None:
    """Who signed, where what they did led on to it: "A and B held talks, culminating in the signing of a treaty"."""
    before = sentence.words[max(at - 6, 0) : at]
    if _LED.isdisjoint(before) or not _OPEN_YET.isdisjoint(before):
        return None
    for one in (sentence, *earlier(sentence, 0 if "brought" in before else 3)):
        found = met_or_visited(one)
        if found is not None and len(found.actors) < 5:
            return found
    return None


def of_nominal(sentence: Sentence, hit: Hit, at: int, before: Sequence[Found]) -> Found | None:
    """As in "the signing of the Agreement with Chile", "the establishment of the forum by A and B", where the parties are named."""
    all_words = sentence.words
    first = sentence.at(hit.end - 1) + 1
    who: Subject | None = None
    if all_words[first : first + 1] == ["by"]:
        who, first = sentence.acting(first + 1)  # "the signing by A and B of"
    if all_words[first : first + 1] != ["of"]:
        return None
    if before and not any(word in (",", ";") for word in all_words[sentence.at(before[-1].last - 1) + 1 : at]):
        return None
    founding = all_words[at] == "establishment"
    if founding and not _LOOKING_BACK.isdisjoint(all_words[max(at - 6, 0) : at]):
        return None
    if all_words[at] == "exchange" and (nouns()["exchanged"] | nouns()["instrument"]).isdisjoint(
        all_words[first : first + 6]
    ):
        return None  # "an exchange of views on the treaty"
    if at and all_words[at - 1] in (
        "early",
        "speedy",
        "swift",
        "possible",
        "for",
        "quick",
        "successful",
        "timely",
        "no",
    ):
        return None
    named = -1
    for step in range(first + 1, min(first + 24, len(all_words))):
        word = all_words[step]
        if word in nouns()["instrument"] or word in nouns()["signedplan"] or (founding and step > first and named < 0):
            named = step
        if (
            word in (",", ";", '"', "marks", "marked", "is", "was", "has", "were")
            or word in sentence.known.modals
            or word in shown()[1]
        ):
            break
        if (
            word in (("by",) if founding else ("with", "between", "by"))
            and named >= 0
            and (founding or step - named <= 7)
        ):
            actors, reach = sentence.agents(step + 1)
            if not actors:
                return None
            if word == "with":
                subject = next(
                    (ids for number, (_, ids) in enumerate(sentence.references) if number in sentence.actors[:at]), None
                )
                actors = tuple(dict.fromkeys((*(subject or ()), *actors)))
            where = (sentence.starts[step + 1], sentence.stop(reach - 1))
            return Found(
                Act.DECIDE if founding else Act.CONCLUDE,
                at,
                hit.start,
                hit.end,
                first,
                actors,
                where,
                "noun",
                form="noun",
            )
    if named >= 0 and not founding:
        who = who or _owner(sentence, at) or _watched(sentence, at) or _met_there(sentence, at)
    if who is not None:
        here = who.span if who.span[0] >= sentence.start else None
        return Found(Act.CONCLUDE, at, hit.start, hit.end, first, who.actors, here, "noun", form="noun")
    if hit.end - hit.start > 12:  # "entry into force of the A-B Agreement"
        inner = [i for i in dict.fromkeys(sentence.actors[first : first + 8]) if i >= 0]
        ids = tuple(dict.fromkeys(actor for i in inner for actor in sentence.references[i][1]))
        if len(ids) > 1:
            spans = [sentence.references[i][0] for i in inner]
            return Found(
                Act.CONCLUDE, at, hit.start, hit.end, first, ids, (spans[0].start, spans[-1].end), "noun", form="noun"
            )
    return None
