"""Commitments by bare will and shall, with an actor and a verb of action; "would" where somebody is reported to say so."""

from collections.abc import Sequence

from diplokit import Hit
from diplokit.resolve.clauses import Sentence, Subject, words
from diplokit.vocabulary import Act

from .conditions import is_hedged
from .found import Found
from .headlines import headed
from .terms import CALL, INTEND, REFUSE, WILL
from .those_who_met import those_who_met
from .will_be import NEVER_WILL, never_will, will_be_done, will_be_settled, will_be_there
from .words import nouns, will

_BEFORE_TIME = frozenset(
    ["on", "in", "at", "during", "from", "this", "next", "later", "early", "earlier", "late", "the"]
)
_AM = frozenset(["am", "is", "are", "'m", "'re", "'s", "m", "re", "s"])
_VERBS_IN_LY = frozenset(["supply", "apply", "reply", "comply", "multiply", "imply"])
# What tells of a plan as if somebody said it: "a plan under which Peru would", "the announcement that Peru would".
_REPORTING = (["under", "which"], *([noun, "that"] for noun in ("announcement", "pledge", "promise", "undertaking")))
# What goes on without anybody's doing: "will continue to grow".
_GOES_ON = frozenset("be grow have face rise fall see need benefit suffer remain exist".split())
_NO_DEED = frozenset("being having seeing coming going something nothing missing lacking willing".split())
_NO_WAY = (["by", "no", "means"], ["in", "no", "way"], ["under", "no", "circumstances"])


def _past_time(all_words: Sequence[str], at: int) -> int:
    """The word behind the time that stands inside a verb group: "will on Monday, 3 May 2021, host", "will next week visit"."""
    times = words().times
    step = at
    if all_words[step] == ",":
        step += 1
    while step < len(all_words) and all_words[step] in _BEFORE_TIME:
        step += 1
    first = step
    if (
        step == at
        or step >= len(all_words)
        or not (all_words[step] in times or (all_words[step][:1].isdigit() and all_words[step - 1] != ","))
    ):
        return at
    while step < len(all_words) and (
        all_words[step] in times
        or all_words[step][:1].isdigit()
        or (
            all_words[step] in (",", "and", "-", "to", "of")
            and step + 1 < len(all_words)
            and (all_words[step + 1] in times or all_words[step + 1][:1].isdigit())
        )
    ):
        step += 1
    if step < len(all_words) and all_words[step] == "," and step > first:
        step += 1
    return step


def of_will(sentence: Sentence, hit: Hit, at: int, folded: str) -> Found | None:
    """As in "A will do": bare will with an actor and a verb of action."""
    all_words, known, table = sentence.words, sentence.known, will()
    word = folded[hit.start : hit.end]
    contracted = word.endswith(("'ll", "'d"))
    subject_end = at
    if contracted:
        at += 1  # "we" and "'ll" are two words
        word = "would" if word.endswith("d") else word
    elif sentence.actors[at + 1 : at + 2] > [-1] and all_words[at - 1] in NEVER_WILL:
        return never_will(sentence, at)
    if (
        word == "would"
        and not contracted
        and not any(all_words[step : step + 2] in _REPORTING for step in range(max(at - 8, 0), at))
        and sentence.speaker(at) is None
        and not sentence.said_by_somebody(at)
    ):
        return None  # nobody says so, and it is no "plan under which Peru would"
    verb = at + 1
    negative = word in ("won't", "cannot")
    if word == "going to":
        group = all_words[sentence.verb_start(at) : at]
        if not sentence.known.modals.isdisjoint(group) or (
            _AM.isdisjoint(group) and ("was" not in group or sentence.speaker(at) is None)
        ):
            return None  # "was going to" if nobody says so, "in going to"
        verb = at + 2
        negative = "not" in group
        subject_end = sentence.verb_start(at)
        if verb >= len(all_words) or sentence.actors[verb] >= 0 or sentence.is_place(verb):
            return None  # "is going to Lima"
    while verb < len(all_words) and (
        (when := _past_time(all_words, verb)) > verb
        or all_words[verb] in known.adverbs
        or all_words[verb] in ("not", "no", "longer", "only", ",")
        or all_words[verb : verb + 3] in _NO_WAY
        or (
            all_words[verb] in ("in", "turn")
            and all_words[verb - 1 : verb + 2]
            in (["in", "turn"], [all_words[verb - 1], "in", "turn"], ["in", "turn", "will"])
        )
        or (all_words[verb] in ("of", "course") and all_words[verb - 1] in (",", "of") and verb < at + 4)
        or (all_words[verb].endswith("ly") and len(all_words[verb]) > 4 and all_words[verb] not in _VERBS_IN_LY)
    ):
        negative = negative or all_words[verb] in table["refuse"]
        if all_words[verb : verb + 3] in _NO_WAY:
            negative, when = True, verb + 3
        if all_words[verb] == "," and when == verb and "," in all_words[verb + 1 : verb + 10]:
            negative = negative or all_words[verb + 1 : verb + 4] in _NO_WAY
            when = all_words.index(",", verb + 1) + 1  # "will, let me assure you, go on"
        verb = max(when, verb + 1)
    if verb >= len(all_words) or not all_words[verb][:1].isalpha() or sentence.actors[verb] >= 0:
        return None
    main = all_words[verb]
    if word == "cannot" or (main in sentence.known.prepositions and main != "like") or main in ("to", "a", "the"):
        return None
    speaker = subject_end - 1 if word == "going to" else at - 1
    if (
        not negative
        and main in table["speeches"]
        and sentence.actors[speaker] >= 0
        and all_words[speaker] in ("i", "we")
    ):
        return None
    act = WILL
    last = verb
    if main == "be":
        step = verb + 1
        while step < len(all_words) and (all_words[step] in known.adverbs or all_words[step].endswith("ly")):
            step += 1
        main = all_words[step] if step < len(all_words) else ""
        if main.endswith("ing") and main not in _NO_DEED:
            last = step
        elif main in table["passive"] and not negative:
            return will_be_settled(sentence, at, step)
        elif main in table["undone" if negative else "done"] or main in table["by"]:
            return will_be_done(sentence, at, step, negative=negative)
        elif main == "in" and not negative and word != "would" and will_be_there(sentence, step):
            last = step
        else:
            return None
    elif main == "have":
        if not any(word in table["have"] for word in all_words[verb + 1 : verb + 8]):
            return None
    elif main == "like" and word == "would" and all_words[verb + 1 : verb + 2] == ["to"] and not negative:
        ahead = all_words[verb + 2 : verb + 3]
        if all_words[speaker] == "i" or not (nouns()["courtesy"] | nouns()["spoken"] | nouns()["stative"]).isdisjoint(
            ahead
        ):
            return None
        act, last = INTEND, verb + 1
    elif main == "like" and word == "would" and not negative and _would_like(sentence, verb + 1):
        act = CALL
    elif all_words[at - 1] == "it" and (main == "focus" or all_words[at + 1] == "only"):
        return None  # the session, or the plan: "it will only delay a deal"
    elif main in table["never"] and not (negative and all_words[verb : verb + 3 : 2] == ["turn", "back"]):
        return None  # but "will never turn its back on"
    elif negative:
        pass
    else:
        for name in (
            "explore",
            "continue",
            "support",
            "propose",
            "call",
            "intend",
            "pledge",
            "reaffirm",
            "agree",
            "decide",
        ):
            if main in table[name]:
                act = Act(name)
                break
        if main == "look" and all_words[verb + 1 : verb + 2] not in (["into"], ["at"], ["to"], ["forward"]):
            return None
        if main == "stand" and all_words[verb + 1 : verb + 2] not in (
            ["with"],
            ["by"],
            ["behind"],
            ["beside"],
            ["alongside"],
            ["ready"],
            ["up"],
            ["firmly"],
            ["together"],
        ):
            return None
        if main == "continue":
            ahead = all_words[verb + 1 : verb + 3]
            if (
                ahead[:1] != ["to"]
                and not (ahead and ahead[0].endswith("ing"))
                and ahead[:1] not in (["with"], ["our"], ["its"], ["their"], ["the"], ["his"], ["a"], ["joint"])
            ):
                return None
            if len(ahead) > 1 and ahead[1] in _GOES_ON:
                return None
            last = verb + 2 if ahead[:1] == ["to"] and verb + 2 < len(all_words) else verb
        if main == "maintain" and all_words[verb + 1 : verb + 2] == ["that"]:
            return None
    if main == "call" and all_words[verb + 1 : verb + 2] in (["on"], ["upon"]):
        if "to" not in all_words[verb + 2 : verb + 16]:
            act = WILL  # a courtesy call
    elif main == "encourage" and act is CALL and "to" not in all_words[verb + 2 : verb + 9]:
        act = WILL  # "will encourage exchanges"
    if negative:
        act = REFUSE
    if contracted:
        if sentence.actors[subject_end] < 0:
            return None
        subject: Subject | None = sentence.meant(subject_end)
    else:
        start = sentence.verb_start(subject_end)
        if is_hedged((), all_words, start):
            return None
        subject = (
            sentence.subject(start)
            or sentence.collective(start)
            or those_who_met(sentence, start, papers=False)
            or sentence.unresolved(start)
        )
        if subject is not None and all_words[sentence.skip_back(start - 1)] == "summit":
            return None  # what will happen at the summit
    if subject is None:
        return None
    if word == "would" and "if" in all_words:
        return None
    end = sentence.stop(last)
    return Found(
        act,
        subject_end if word == "going to" else at,
        sentence.starts[subject_end] if word == "going to" else hit.start,
        end,
        last,
        subject.actors,
        subject.span,
        "will",
        negative,
        word if word == "would" else "will",
        "will",
    )


def _would_like(sentence: Sentence, first: int) -> bool:
    """Whether somebody else is wished to act: "would like Peru to take part"."""
    while first < len(sentence.words) and sentence.words[first] in sentence.known.determiners:
        first += 1
    return sentence.actors[first : first + 1] not in ([], [-1]) and "to" in sentence.words[first + 1 : first + 6]


def of_headline(sentence: Sentence) -> list[Found]:
    """As in "Peru, Chile to sign pact": a headline says "to" for "will"."""
    all_words = sentence.words
    for at in range(1, min(len(all_words) - 1, 14)):
        if all_words[at] != "to":
            continue
        subject = headed(sentence, at)
        main = all_words[at + 1]
        if (
            subject is None
            or main in will()["never"]
            or main in ("be", "have", "the", "a", "an")
            or not main.isalpha()
            or sentence.actors[at + 1] >= 0
        ):
            return []
        act = next(
            (Act(name) for name in ("explore", "continue", "support", "call", "propose") if main in will()[name]),
            WILL,
        )
        return [
            Found(
                act,
                at,
                sentence.starts[at],
                sentence.stop(at + 1),
                at + 1,
                subject.actors,
                subject.span,
                "headline",
                form="will",
            )
        ]
    return []
