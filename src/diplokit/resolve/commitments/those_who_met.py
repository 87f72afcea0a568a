"""Those who met: whom "they", "the officials", "the Prime Minister and President" mean where nothing else tells.

A readout names in its first sentence who met, and says "they agreed" long after. The sentences before are read from
the nearest on: those whom one word means together there ("the two sides"), or the two who "met", "spoke" or "held talks";
else the bloc whose leaders gathered. The items of a list have the subject of the line that leads it in.
"""

from itertools import pairwise, takewhile

from diplokit.resolve.clauses import Sentence, Subject

from .blocs import LEADERS, REACH, bloc_of, earlier

# Nouns of those who meet, and how many are meant by the words before them.
_TOGETHER = frozenset(
    "leaders parts ministers presidents premiers chancellors monarchs kings emirs sides parties officials participants delegations delegates "
    "counterparts advisors advisers secretaries chiefs heads envoys negotiators diplomats representatives ambassadors "
    "co-chairs chairs countries nations governments groups blocs neighbours neighbors capitals armies companies two three pair duo trio principals interlocutors".split()
)
NUMBERS = {"both": 2, "host": 2, "two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5}
_PAPERS = frozenset(["summit", "meeting", "conference", "communique", "communiqué", "statement", "declaration"])
_OF_BLOCS = LEADERS | _PAPERS | {"they", "participants", "delegates", "members"}
SEVERAL = _TOGETHER | _PAPERS | {"they", "both"}
"""Words for those who met, which stand before a verb without telling who they are."""
TOLD_BEFORE = SEVERAL | {"guest"}
"""Those words, and what ends "host and guest"."""
_MEANT = (SEVERAL | {"their", "them", "we", "our", "us", "themselves"}) - {"nations", "representatives"}
_SORTS = frozenset(
    "joint final press closing concluding ministerial summit official presidential tripartite trilateral bilateral resulting "
    "same two the both this leaders 's ministers foreign annual extraordinary special first second third inaugural".split()
)
_BEFORE_ITEM = frozenset(["hereby", "have", "has", "also", "further", "ii", "iii", "iv", "vi", "vii", "viii", "ix"])
_STATES = frozenset(["countries", "governments"])
_HEADED = frozenset(["state", "government", "delegation", "delegations", "diplomacy", "mission", "missions"])
_LED_BY = frozenset(["the", "both", "all", "these"])
_BEFORE = frozenset([",", '"', "and", "with", "but", ":", "-", ")", ".", "while", "where", "as", "•", "*"])
_FRONTED = frozenset(
    "finally additionally furthermore lastly overall together specifically accordingly in addition".split()
)
_TALKS = frozenset(["talks", "meeting", "discussions", "consultations", "negotiations"])
_SPOKE = frozenset(["spoke", "talked", "conferred"])
_HELD = frozenset(["held", "had", "engaged", "opened", "began", "concluded", "ended", "conducted", "wrapped"])
_VISITS = frozenset(["visit", "trip", "visited"])
_PAID = frozenset("paid pays paying made began concluded ended wrapped completed on".split())
_ISSUED = frozenset(["issued", "released", "adopted", "published", "signed"])
_GATHERINGS = _TALKS | _PAPERS | {"dialogue", "session", "commission", "committee", "forum", "roundtable"}
_MEETING = _TALKS | _SPOKE | {"met"}
NEVER = frozenset(["no", "not", "never", "neither", "nor", "being", "if", "when"])


def those_who_met(sentence: Sentence, verb: int, *, papers: bool = True) -> Subject | None:
    """The subject of a verb, if that is a word for several whom only earlier sentences name: "they agreed".

    Args:
        sentence: The sentence.
        verb: The number of the first word of the verb group.
        papers: Whether "the summit" and "the communiqué" count, for those who speak in them.
    """
    heard = sentence.words
    at = sentence.skip_back(verb - 1)
    if at > 0 and heard[at] == "," and (opened := sentence.parenthesis(at)) is not None:
        at = sentence.skip_back(opened - 1)  # "The ministers, meeting in Lima, agreed"
    if at >= 0 and heard[at] == "we" and sentence.actors[at] < 0 and '"' in heard:
        # '"We are determined to help," the countries said'
        at = next((step - 1 for step in sentence.spoken() if step > verb and heard[step - 1] in SEVERAL), at)
    first = _phrase(sentence, at) if at >= 0 else -1
    if first < 0 and heard[verb - 1] == "and":
        at, first = _opening(sentence, verb)
    if first < 0 or (heard[at] in _PAPERS and not papers):
        return None
    number = next((NUMBERS[word] for word in heard[first : at + 1] if word in NUMBERS), 0)
    here = (sentence.starts[first], sentence.stop(at))
    between: list[Sentence] = []
    chosen: tuple[str, ...] = ()
    for one in earlier(sentence):
        found = several(one, number) or parties_of(one, spoken=True)
        if found is not None and (not number or len(found.actors) == number):
            if heard[at] == "they" and not all(_about(other, found.actors) for other in between):
                break
            if not chosen or (len(found.actors) > len(chosen) and not set(chosen).isdisjoint(found.actors)):
                chosen = found.actors
            if number or heard[at] == "they":
                break
        between.append(one)
    if not chosen and heard[at] != "they":
        named = (found for one in [sentence, *between[:6]] if (found := of_gathering(one)) is not None)
        chosen = next((found.actors for found in named if len(found.actors) == (number or len(found.actors))), ())
    if not chosen and not number and not _OF_BLOCS.isdisjoint(heard[first : at + 1]):
        # "Leaders agreed to meet. They also urged": as far back as others are told of whom one word means
        last = REACH if heard[at] != "they" else 1 + sum(1 for _ in takewhile(_of_several, between))
        bloc = next(
            (found for one in [sentence, *between][: last + 1] if (found := bloc_of(one, first, sentence))), None
        )
        chosen = bloc.actors if bloc is not None else ()
    return Subject(chosen, here) if chosen else None


def of_list(sentence: Sentence, verb: int) -> Subject | None:
    """The subject of a verb that opens an item of a list, as the line tells that leads it in: "The two leaders: 1. Agreed …"."""
    if any(len(word) > 1 and word.isalpha() and word not in _BEFORE_ITEM for word in sentence.words[:verb]):
        return None
    for one in earlier(sentence):
        heard = one.words
        if heard[-1] == ":" or (heard[-1] == "," and one.references and not heard[0].endswith(("ing", "ed"))):
            last = one.verb_start(len(heard) - 1)  # "The two countries have:", "The Ministers of A and B,"
            found = one.subject(last) or those_who_met(one, last)
            if found is None and heard[last - 1] != "to":
                found = one.clause_subject(last - 1)  # "The Presidents of A and B, meeting in Lima:"
            if found is not None and heard[-1] == "," and "and" in heard[-6:]:
                every = tuple(dict.fromkeys([name for _, ids in one.references for name in ids]))
                return Subject(every, found.span)
            return found
        if sentence.words[verb].endswith("s") and heard[-1] not in ".?!;" and one.end - one.start < 120:
            # a second line of a headline: "Cuban envoy meets President / Agrees to …"
            first = next((at for at, number in enumerate(one.actors) if number >= 0 and not one.possessor(at)), -1)
            return one.meant(first) if 0 <= first < 4 and next(earlier(one, 2), None) is None else None
        opening = next((word for word in heard[:4] if word.isalpha() and len(word) > 1), "")
        if not opening.endswith(("ed", "s", "ing")) or one.actors[heard.index(opening)] >= 0:
            return None
    return None


def _phrase(sentence: Sentence, at: int) -> int:
    """The first word of a phrase for several that ends at a word: "the two foreign ministers"; -1 if none does."""
    heard = sentence.words
    if heard[at] in _PAPERS and at and heard[at - 1] not in _SORTS:
        return -1  # "the Lima Declaration"
    if heard[at] in _HEADED and "heads" in heard[max(at - 4, 0) : at]:
        at -= heard[max(at - 4, 0) : at][::-1].index("heads") + 1  # "the two heads of state"
    if heard[at] == "guest" and heard[max(at - 2, 0) : at] == ["host", "and"]:
        return at - 2
    if heard[at] not in SEVERAL or sentence.actors[at] >= 0:
        return -1
    first = at
    while heard[first] not in _LED_BY and heard[first] != "they" and first and at - first < 5:
        before = heard[first - 1]
        if (
            sentence.actors[first - 1] >= 0
            or not before.isalpha()
            or before in sentence.known.prepositions
            or before in _BEFORE
        ):
            break
        first -= 1
    if heard[first] not in _LED_BY and heard[first] != "they" and (at != first or (first and heard[:first] != ['"'])):
        return -1
    before = heard[first - 1] if first else ","
    return (
        first
        if before in _BEFORE
        or before.isdecimal()
        or before in sentence.known.adverbs
        or before in sentence.known.speech
        or (before == "that" and heard[first - 2] in sentence.known.speech)
        else -1
    )


def _opening(sentence: Sentence, verb: int) -> tuple[int, int]:
    """Where the phrase for several ends and begins that opens a sentence whose other verb goes on: "They met, and agreed"."""
    heard, first = sentence.words, 0
    while first < min(verb, 4) and (
        heard[first] in _FRONTED or heard[first] in sentence.known.adverbs or heard[first] == ","
    ):
        first += 1
    for last in range(first, min(first + 5, verb - 1)):
        if heard[last] in SEVERAL and _phrase(sentence, last) == first:
            step = last + 1
            while step < verb - 1 and (
                heard[step] in sentence.known.adverbs or heard[step] in sentence.known.auxiliaries
            ):
                step += 1
            if heard[step].endswith("ed") or heard[step] in _HELD or heard[step] in _MEETING:
                return last, first
    return -1, -1


def _of_several(sentence: Sentence) -> bool:
    """Whether a sentence opens with a word for several: "Leaders agreed"."""
    return not SEVERAL.isdisjoint(sentence.words[:4])


def _about(sentence: Sentence, group: tuple[str, ...]) -> bool:
    """Whether a sentence is about one of a group, or about "them": no others can be meant behind it."""
    return _of_several(sentence) or (bool(sentence.references) and not set(group).isdisjoint(sentence.references[0][1]))


def several(
    sentence: Sentence, number: int = 0, first: int = 0, behind: frozenset[str] = frozenset()
) -> Subject | None:
    """Those whom one word means together from a word on ("both sides"), if asked for behind one of some words."""
    heard, actors = sentence.words, sentence.actors
    for span, ids in sentence.references:
        at = sentence.at(span.start)
        if (
            (len(ids) == number if number else len(ids) > 1)
            and at >= first
            and actors[at] >= 0
            and (last := heard[sentence.at(span.end - 1)]) in _MEANT
            and (number or len(ids) == 2 or last not in _STATES)
            and (not behind or not behind.isdisjoint(heard[max(at - 5, first) : at]))
        ):
            return Subject(ids, (span.start, span.end))
    return None


def met_or_visited(sentence: Sentence) -> Subject | None:
    """Who met or visited each other, or are both meant by one word."""
    return parties_of(sentence) or several(sentence, 2) or visit_of(sentence)


def visit_of(sentence: Sentence) -> Subject | None:
    """Who visited whom: "the visit of A to B", "A's visit to B", "A paid a visit to B", "A visited B"."""
    heard = sentence.words
    if _VISITS.isdisjoint(heard) or not NEVER.isdisjoint(heard):
        return None
    for at, word in enumerate(heard):
        if word not in _VISITS or sentence.actors[at] >= 0:
            continue
        ahead, subject = at + 1, None
        if word == "visited":
            subject = sentence.subject(sentence.verb_start(at))
        else:
            if heard[ahead : ahead + 1] in (["of"], ["by"]):
                subject, ahead = sentence.acting(ahead + 1)
            ahead = next((step + 1 for step in range(ahead, min(ahead + 5, len(heard))) if heard[step] == "to"), 0)
            subject = subject or _visitor(sentence, at)
        if subject is None or not ahead:
            continue
        hosts = sentence.agents(ahead, ahead + 6)[0]
        both = tuple(dict.fromkeys((*subject.actors[:1], *hosts[:1])))
        if len(both) == 2:
            return Subject(both, subject.span)
    return None


def _visitor(sentence: Sentence, visit: int) -> Subject | None:
    """Who pays a visit: "A paid an official visit", "A's state visit"."""
    heard = sentence.words
    for step in range(visit - 1, max(visit - 6, -1), -1):
        if heard[step] == "'s":
            return sentence.owners(step - 1) if sentence.actors[step - 1] >= 0 else None
        if heard[step] in _PAID:
            return sentence.subject(sentence.verb_start(step))
    return None


def of_gathering(sentence: Sentence) -> Subject | None:
    """Who met at what bears their names, or issued a paper: "the Chile-Peru Dialogue was held", "A and B issued a statement"."""
    heard, references = sentence.words, sentence.references
    if _GATHERINGS.isdisjoint(heard):
        return None
    for (span, ids), (other, others) in pairwise(references):
        if other.start - span.end < 3 and ids != others and sentence.folded[span.end - sentence.start] in "-/":
            last = sentence.at(other.end - 1)
            if not _GATHERINGS.isdisjoint(heard[last + 1 : last + 7]) and "," not in heard[last + 1 : last + 4]:
                return Subject((*ids, *others), (span.start, other.end))
    for at, word in enumerate(heard):
        if word in _ISSUED and not _PAPERS.isdisjoint(heard[at + 1 : at + 6]):
            subject = sentence.subject(sentence.verb_start(at))
            if subject is not None and len(subject.actors) > 1:
                return subject
    return None


def parties_of(sentence: Sentence, *, spoken: bool = False) -> Subject | None:
    """Who met: "talks between A and B", "A met B", "A held talks with B", "A and B held talks", "A spoke with B"."""
    heard = sentence.words
    if _MEETING.isdisjoint(heard) or not sentence.known.modals.isdisjoint(heard) or not NEVER.isdisjoint(heard):
        return None
    for at, word in enumerate(heard):
        if word not in _MEETING or sentence.actors[at] >= 0 or (word in _SPOKE and not spoken):
            continue
        ahead = at + 1
        if word not in _TALKS:
            verb = at
        else:
            if heard[ahead : ahead + 1] == ["between"]:
                parties, _ = sentence.acting(ahead + 1)
                if parties is not None and len(parties.actors) > 1:
                    return parties
            verb = next((step for step in range(at - 1, max(at - 6, -1), -1) if heard[step] in _HELD), -1)
            if verb < 0:
                continue
        subject = sentence.subject(sentence.verb_start(verb))
        if subject is None:
            continue
        step = ahead
        joins = ("with", "to") if word in _SPOKE else ("with",)
        while step < min(ahead + 7, len(heard)) and heard[step] not in joins and sentence.actors[step] < 0:
            step += 1
        joined = step < len(heard) and heard[step] in joins
        others = sentence.agents(step + 1 if joined else ahead)[0] if joined or word == "met" else ()
        both = tuple(dict.fromkeys((*subject.actors, *others)))
        if len(both) > 1:
            return Subject(both, subject.span)
    return None
