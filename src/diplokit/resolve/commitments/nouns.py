"""Commitments by nouns that their owners say: "… signifies our commitment to …", "Kenya's offer to lead the force"."""

from collections.abc import Sequence

from diplokit import Hit
from diplokit.resolve.clauses import Sentence, Subject
from diplokit.resolve.series import PERSONAL

from .content import behind_owner
from .found import Found
from .terms import AGREE, INTEND, PLEDGE, REAFFIRM, REFUSE, SUPPORT
from .words import owned, shown


def of_noun(sentence: Sentence, hit: Hit, at: int, folded: str, before: Sequence[Found]) -> Found | None:
    """As in "… signifies our commitment to …": the commitment belongs to those who own the noun."""
    acts, showing, never = shown()
    all_words = sentence.words
    noun = all_words[at]
    act = acts.get(noun)
    if act is None or at + 1 >= len(all_words):
        return _of_owned(sentence, at, before) if noun in owned() else None
    following = all_words[at + 1]
    if act is INTEND and (intended := _of_aim(sentence, at)):
        return intended
    if following not in _AFTER_SHOWN or (following == "in" and act is not REAFFIRM):
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
        if sentence.actors[back] >= 0 and word in _OWNING:
            owner = sentence.meant(back)
            first = back
            break
        if word in (",", ";", ":", '"') or word in sentence.known.prepositions or word in showing:
            first = back + 1
            break
        if sentence.actors[back] >= 0 and word not in _NO_OWNER:
            adjective = at - back <= 3  # "the U.S. commitment to", if a verb shows it
            first = sentence.noun_start(back)
            if adjective:
                owner = sentence.meant(back)
            break
        back -= 1
    if following in _BEFORE_OWNER and owner is None:
        owner, _ = sentence.acting(at + 2)
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
    if shows is None and (act is not REAFFIRM or adjective):
        return None
    if adjective and (all_words[first - 1] == "that" or all_words[shows or 0].startswith("includ")):
        return None
    if shows is None and act is REAFFIRM and (following != "to" or all_words[at - 1] in _OWED):
        return None
    if owner is None:
        return None
    if (
        shows is None
        and before
        and before[-1].act in (REAFFIRM, SUPPORT, PLEDGE, REFUSE)
        and all_words[first - 1 : first] in (["and"], ["in"], ["to"])
    ):
        return None  # a second object of the verb before, or "steadfast in its commitment"
    if act is REAFFIRM and before and before[-1].act is REAFFIRM and first - sentence.at(before[-1].last) < 12:
        if not {"and", ";", '"'}.intersection(all_words[sentence.at(before[-1].last) : first]):
            return None  # "reaffirmed, however, its commitment"
    begin = sentence.starts[shows] if shows is not None else sentence.starts[first]
    after = behind_owner(sentence, at + 1) if following in _BEFORE_OWNER else at + 1
    return Found(act, at, begin, sentence.stop(at), after, owner.actors, owner.span, "noun", form="noun")


def _of_owned(sentence: Sentence, at: int, before: Sequence[Found]) -> Found | None:
    """As in "Kenya's offer to lead the force", "a demand by Peru for talks": what its owner has said."""
    heard = sentence.words
    if heard[at] == "call" and heard[at - 1 : at] in (["phone"], ["telephone"], ["video"], ["conference"], ["open"]):
        return None
    if at + 2 >= len(heard) or (before and before[-1].act in _ANSWERS and at - before[-1].after < 5):
        return None  # "agreed to a Qatari proposal for"
    act = owned()[heard[at]]
    if (told := _of_teller(sentence, at)) is not None:
        owner, after = told
        return Found(
            act, at, sentence.starts[at], sentence.stop(at), after, owner.actors, owner.span, "noun", form="noun"
        )
    if heard[at + 1 : at + 3] in (["never", "to"], ["not", "to"]):
        pass  # "its pledge never to allow"
    elif heard[at + 1] in _LED_ON:
        if heard[at] not in _LED_ON[heard[at + 1]]:
            return None
    elif heard[at + 1] != "to" or not heard[at + 2].isalpha() or heard[at] == "call":
        return None
    elif sentence.actors[at + 2] >= 0 or sentence.is_place(at + 2) or heard[at + 2] in sentence.known.determiners:
        return None  # "its offer to Peru"
    whose = _owner_before(sentence, at)
    if whose is None:
        return None
    first = sentence.at(whose.span[0])
    if "if" in heard[max(first - 3, 0) : first]:
        return None
    return Found(
        act, at, sentence.starts[first], sentence.stop(at), at + 1, whose.actors, whose.span, "noun", form="noun"
    )


def _owner_before(sentence: Sentence, at: int) -> Subject | None:
    """Who owns a noun, by what stands before it: "Kenya's offer", "its new offer", "the Iraqi offer"."""
    heard = sentence.words
    for step in range(at - 1, max(at - 5, -1), -1):
        word, number = heard[step], sentence.actors[step]
        if word == "'s":
            if step and heard[step - 1] in sentence.known.officials and sentence.actors[step - 1] < 0:
                return sentence.subject(step)  # "the Peruvian government's decision"
            return sentence.owners(step - 1) if step and sentence.actors[step - 1] >= 0 else None
        if number >= 0 and (word in _OWNING or (word not in _NO_OWNER and step and heard[step - 1] in _ARTICLES)):
            return sentence.meant(step)
        if number >= 0 or word in (",", '"', "(", ")", "and") or word in sentence.known.prepositions:
            return None
    return None


def _of_teller(sentence: Sentence, at: int) -> tuple[Subject, int] | None:
    """Who is told behind a noun, and the word behind them: "a demand by Peru for", "the decision of the two to"."""
    heard, after = sentence.words, at + 1
    if heard[after] in _TAKEN and heard[after + 1] == "by":
        after += 1
    elif (
        heard[after] not in ("by", "of", "from")
        or heard[at - 1 : at] == ["'s"]
        or (heard[after] == "from" and heard[at] not in _SENT)
    ):
        return None
    who, reach = sentence.acting(after + 1, after + 12)
    if who is None:
        return None
    ahead = next((step for step in range(reach, min(reach + 4, len(heard))) if heard[step] in _TOLD), -1)
    if heard[at] == "decision" and ahead < 0:
        return None  # "a decision by the Peruvian courts"
    if heard[after] == "of" and (ahead < 0 or (heard[ahead] == "for" and heard[at] not in _LED_ON["for"])):
        return None  # "the decision of the court"
    if _POSSIBLE.intersection(heard[max(at - 4, 0) : at]):
        return None
    return who, reach if ahead < 0 else ahead


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
            owner = sentence.meant(step)
            break
    verb = at + 1
    if owner is None and heard[verb] == "of":
        owner, verb = sentence.acting(verb + 1, verb + 8)
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
        INTEND,
        at,
        sentence.starts[start],
        sentence.stop(last),
        last + 1,
        owner.actors,
        owner.span,
        "noun",
        form="aim",
    )


_BEFORE_OWNER = frozenset(["of", "by", "between"])
_AFTER_SHOWN = _BEFORE_OWNER | {"to", "for", "towards", "in"}
# What is owed, not meant: "its financial commitment to the programme".
_OWED = frozenset("financial budgetary funding annual monetary legal existing contractual previous prior".split())
_ANSWERS = frozenset([AGREE, REFUSE])
_NO_OWNER = PERSONAL | {"your", "you", "us", "them", "him"}
# Nouns that these words lead on from: "Kenya's request for a loan", "its offer of talks".
_LED_ON = {
    "for": frozenset(["request", "appeal", "proposal", "call"]),
    "of": frozenset(["offer", "pledge", "promise", "rejection"]),
    "that": frozenset(["demand", "request", "pledge", "promise", "proposal"]),
}
# Those that come from somebody: "an offer from Peru".
_SENT = frozenset(["request", "appeal", "proposal", "offer", "pledge", "promise", "demand"])
_TAKEN = frozenset(["made", "taken", "reached"])
_TOLD = frozenset(["to", "for", "that", "not"])
_POSSIBLE = frozenset(["any", "no", "possible", "if", "every", "such"])
_ARTICLES = frozenset(["the", "a", "an"])
_OWNING = frozenset(["our", "my", "their", "its", "his", "her"])
