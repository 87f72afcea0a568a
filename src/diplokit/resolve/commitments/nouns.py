"""Commitments by nouns: "… signifies our commitment to …", "the signing of the treaty with …"."""

from collections.abc import Sequence

from diplokit import Hit
from diplokit.resolve.clauses import Sentence, Subject
from diplokit.resolve.series import PERSONAL
from diplokit.vocabulary import Act

from .content import behind_owner
from .found import Found
from .words import nouns, owned, shown


def of_noun(sentence: Sentence, hit: Hit, at: int, folded: str, before: Sequence[Found]) -> Found | None:
    """As in "… signifies our commitment to …": the commitment belongs to those who own the noun."""
    acts, showing, never = shown()
    all_words = sentence.words
    noun = all_words[at]
    act = acts.get(noun)
    if act is None or at + 1 >= len(all_words):
        return _of_owned(sentence, at, before) if noun in owned() else None
    following = all_words[at + 1]
    if act is Act.INTEND and (intended := _of_aim(sentence, at)):
        return intended
    if following not in _AFTER_SHOWN or (following == "in" and act is not Act.REAFFIRM):
        return None
    owner: Subject | None = None
    adjective = False
    back = at - 1
    first = at
    while back >= 0 and at - back <= 10:
        word = all_words[back]
        if word == "'s" and back > 0 and sentence.actors[back - 1] >= 0:
            owner = sentence.owners(back - 1)
            first = sentence.at(owner.span[0])
            break
        if word == "'s" and back > 0 and sentence.titles[back - 1]:
            break
        if sentence.actors[back] >= 0 and word in ("our", "my", "their", "its", "his", "her"):
            span, ids = sentence.references[sentence.actors[back]]
            owner = Subject(ids, (span.start, span.end))
            first = back
            break
        if word in (",", ";", ":", '"') or word in sentence.known.prepositions or word in showing:
            first = back + 1
            break
        if sentence.actors[back] >= 0 and word not in _NO_OWNER:
            adjective = at - back <= 3  # "the U.S. commitment to", if a verb shows it
            first = sentence.noun_start(back)
            if adjective:
                span, ids = sentence.references[sentence.actors[back]]
                owner = Subject(ids, (span.start, span.end))
            break
        back -= 1
    if following in ("of", "by", "between") and owner is None:
        actors, reach = sentence.agents(at + 2)
        if actors:
            owner = Subject(actors, (sentence.starts[at + 2], sentence.stop(reach - 1)))
    governing = all_words[max(first - 12, 0) : first]
    if "," in governing:
        governing = governing[len(governing) - governing[::-1].index(",") :]
    if any(word in never for word in governing):
        return None
    shows = None
    for step in range(first - 1, max(first - 5, -1), -1):
        if all_words[step] in (",", ";", ":"):
            break
        if all_words[step] in showing:
            shows = step
            break
    if shows is None and (act is not Act.REAFFIRM or adjective):
        return None
    if adjective and (all_words[first - 1] == "that" or all_words[shows or 0].startswith("includ")):
        return None
    if shows is None and act is Act.REAFFIRM and following != "to":
        return None
    if owner is None:
        return None
    if (
        shows is None
        and before
        and before[-1].act in (Act.REAFFIRM, Act.SUPPORT, Act.PLEDGE, Act.REFUSE)
        and all_words[first - 1 : first] == ["and"]
    ):
        return None  # a second object of the verb before
    begin = sentence.starts[shows] if shows is not None else sentence.starts[first]
    after = behind_owner(sentence, at + 1) if following in ("of", "by", "between") else at + 1
    return Found(act, at, begin, sentence.stop(at), after, owner.actors, owner.span, "noun", form="noun")


def _of_owned(sentence: Sentence, at: int, before: Sequence[Found]) -> Found | None:
    """As in "Kenya's offer to lead the force", "its pledge to cut taxes": what its owner has said."""
    heard = sentence.words
    if at + 2 >= len(heard) or (before and before[-1].act in _ANSWERS and at - before[-1].after < 5):
        return None  # "agreed to a Qatari proposal for"
    if heard[at + 1] == "for":
        if heard[at] not in _FOR:
            return None
    elif heard[at + 1] == "of":
        if heard[at] not in _OF:
            return None
    elif heard[at + 1] != "to" or not heard[at + 2].isalpha():
        return None
    elif sentence.actors[at + 2] >= 0 or sentence.is_place(at + 2) or heard[at + 2] in sentence.known.determiners:
        return None  # "its offer to Peru"
    owner: Subject | None = None
    for step in range(at - 1, max(at - 5, -1), -1):
        word, number = heard[step], sentence.actors[step]
        if number >= 0 and word in _OWNING:
            span, ids = sentence.references[number]
            owner, first = Subject(ids, (span.start, span.end)), step
            break
        if word == "'s":
            if not step or sentence.actors[step - 1] < 0:
                return None
            owner = sentence.owners(step - 1)
            first = sentence.at(owner.span[0])
            break
        if number >= 0 and word not in _NO_OWNER and heard[step - 1] in _ARTICLES and step:
            span, ids = sentence.references[number]
            owner, first = Subject(ids, (span.start, span.end)), step  # "the Iraqi decision to"
            break
        if number >= 0 or word in (",", '"', "(", ")", "and") or word in sentence.known.prepositions:
            return None
    if owner is None or "if" in heard[max(first - 3, 0) : first]:
        return None
    begin = sentence.starts[first]
    act = owned()[heard[at]]
    return Found(act, at, begin, sentence.stop(at), at + 1, owner.actors, owner.span, "noun", form="noun")


def _of_aim(sentence: Sentence, at: int) -> Found | None:
    """As in "it is our intention to …", "Peru's aim is to …", "the goal of Chile is to …"."""
    heard = sentence.words
    first = at
    while first > 0 and at - first < 5 and heard[first - 1] not in sentence.known.auxiliaries:
        first -= 1
    owner: Subject | None = None
    for step in range(at - 1, first - 1, -1):
        number = sentence.actors[step]
        if number >= 0 and (heard[step] in _OWNING or heard[step + 1] == "'s"):
            span, ids = sentence.references[number]
            owner = Subject(ids, (span.start, span.end))
            break
    verb = at + 1
    if owner is None and heard[verb] == "of":
        actors, reach = sentence.agents(verb + 1, verb + 8)
        if actors:
            owner, verb = Subject(actors, (sentence.starts[verb + 1], sentence.stop(reach - 1))), reach
    if owner is None:
        return None
    if heard[verb : verb + 2] in (["is", "to"], ["was", "to"]):
        start, last = min(at, sentence.at(owner.span[0])), verb + 1
    elif (
        heard[verb : verb + 1] == ["to"]
        and first > 1
        and heard[first - 1] in ("is", "was")
        and heard[first - 2] == "it"
    ):
        start, last = first - 1, verb
    else:
        return None
    if start and heard[start - 1] in ("if", "whether"):
        return None
    return Found(
        Act.INTEND,
        at,
        sentence.starts[start],
        sentence.stop(last),
        last + 1,
        owner.actors,
        owner.span,
        "noun",
        form="aim",
    )


def _watched(sentence: Sentence, at: int) -> Subject | None:
    """Who look on at a signing, if they are several: "the two leaders witnessed the signing of", for those who sign act for them."""
    heard = sentence.words
    verb = at - 2 if heard[at - 1 : at] == ["the"] else at - 1
    if verb < 1 or heard[verb] not in _WATCHING:
        return None
    subject = sentence.subject(sentence.verb_start(verb))
    return subject if subject is not None and len(subject.actors) > 1 else None


_AFTER_SHOWN = frozenset(["to", "for", "of", "towards", "in", "by", "between"])
_ANSWERS = frozenset([Act.AGREE, Act.REFUSE])
_WATCHING = frozenset(["witnessed", "witness", "attended", "oversaw", "saw"])
_NO_OWNER = PERSONAL | {"your", "you", "us", "them", "him"}
# Nouns that "for" and "of" lead on from: "Kenya's request for a loan", "its offer of talks".
_FOR = frozenset(["request", "appeal", "proposal"])
_OF = frozenset(["offer", "pledge", "promise"])
_ARTICLES = frozenset(["the", "a", "an"])
_OWNING = frozenset(["our", "my", "their", "its", "his", "her"])


def of_nominal(sentence: Sentence, hit: Hit, at: int, before: Sequence[Found]) -> Found | None:
    """As in "the signing of the Agreement with Chile", "the establishment of the forum by A and B", where the parties are named."""
    all_words = sentence.words
    first = sentence.at(hit.end - 1) + 1
    if all_words[first : first + 1] != ["of"]:
        return None
    if before and not any(word in (",", ";") for word in all_words[sentence.at(before[-1].last - 1) + 1 : at]):
        return None
    founding = all_words[at] == "establishment"
    watched = _watched(sentence, at)
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
        if word in nouns()["instrument"] or (founding and step > first and named < 0):
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
    if watched is not None and named >= 0:
        return Found(Act.CONCLUDE, at, hit.start, hit.end, first, watched.actors, watched.span, "noun", form="noun")
    if hit.end - hit.start > 12:  # "entry into force of the A-B Agreement"
        inner = [i for i in dict.fromkeys(sentence.actors[first : first + 8]) if i >= 0]
        ids = tuple(dict.fromkeys(actor for i in inner for actor in sentence.references[i][1]))
        if len(ids) > 1:
            spans = [sentence.references[i][0] for i in inner]
            return Found(
                Act.CONCLUDE, at, hit.start, hit.end, first, ids, (spans[0].start, spans[-1].end), "noun", form="noun"
            )
    return None
