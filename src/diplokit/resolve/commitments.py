"""Commitments: who promised, agreed, signed, proposed, urged or refused what.

Reads the words of `commitments.toml` where they stand, and the places where actors are meant. A word is a trigger
only when what must follow it follows and its clause has an actor for its subject (or, in the passive, for its
agent). Sources: the ladder of acts of the vocabulary; practice of summit-compliance coding and of resolution
drafting.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from diplokit import Actor, Commitment, Hit, Lexicon, Reading, Resolver, Span, hookimpl, resolver
from diplokit.vocabulary import Act, Confidence

from .clauses import Sentence, Sentences, Subject, words
from .commitment_details import details
from .commitment_words import COMMITMENTS, Ahead, Form, Trigger, nouns, operative, shown, will

_BE = frozenset("is are was were be been being am 's 're 'm remain remains remained stand stands stood s re m become became feel feels stay stays".split())
_PASSIVE = frozenset("is are was were be been being s re get got".split())
_HAVE = frozenset("has have had having ve".split())
_HOPES = frozenset(
    "hope hopes hoped hoping confident confidence believe believes believed expects expect expected expectation wish wishes trust trusts optimistic "
    "think thinks thought doubt doubts likely rumours rumors speculation fears fear feared suggested predict predicts predicted forecast".split()
)
_DETERMINERS = frozenset("the a an this these those its their his our my your some any no such".split())
_ME = frozenset("me us you him her them it i".split())
_NEGATIVE = frozenset("not never n't cannot".split())


@define
class Found:
    """A trigger in its sentence, with those who commit.

    Attributes:
        act: What it does.
        verb: The number of the first word of the verb group.
        first: The offset where the trigger begins.
        last: The offset where it ends.
        after: The number of the word at which its content begins.
        actors: The `id`s of those who commit.
        where: From the first to the last of them, as offsets.
        rule: Which rule found it.
        negative: Whether it is negated.
        modal: The modal verb before it, if any.
        form: `past`, `s`, `base`, `ing`, `passive`, `will` or `noun`.
    """

    act: Act
    verb: int
    first: int
    last: int
    after: int
    actors: tuple[str, ...]
    where: tuple[int, int] | None
    rule: str
    negative: bool = False
    modal: str | None = None
    form: str = ""
    parts: dict[str, tuple[int, int]] = field(factory=dict)


@resolver(Commitment, after=[Actor])
def commitments(reading: Reading) -> Iterator[Commitment]:
    """Find commitments by their verbs and nouns, and tell who commits to what."""
    document = reading.document
    folded = document.folded
    held: dict[int, list[Hit]] = {}
    for hit in document.hits(COMMITMENTS):
        held.setdefault(document.sentence_index(hit.start), []).append(hit)
    if not held:
        return
    sentences = Sentences(reading)
    number = 0
    organ = _organ(reading)
    for index in sorted(held):
        span = document.sentences[index]
        live = [hit for hit in held[index] if _may(hit, folded, span.end)]
        if not live:
            continue
        if organ is None and not sentences.actors_in(span) and not any(folded.startswith("will", hit.start) for hit in live):
            continue
        sentence = sentences[index]
        found = _of_sentence(sentence, live, folded, organ if organ is not None and _operates(sentence) else None)
        for place, one in enumerate(found):
            number += 1
            yield _record(reading, sentence, one, found[place + 1 :], f"c{number}", sentences)


def _may(hit: Hit, folded: str, end: int) -> bool:
    """Whether a hit may be a trigger, by a look at the words after it alone."""
    form = hit.meaning
    assert isinstance(form, Form)  # the lexicon has no other meanings
    if form.special or hit.end > end:
        return hit.end <= end
    past = "past" in form.forms
    ahead = Ahead(folded, hit.end, end)
    for trigger in form.triggers:
        if (past and trigger.passive) or trigger.follows(ahead) is not None:
            return True
    return False


_ENACTED = re.compile(r"^[ \t]*(?:The|We,? the)\s+(?P<organ>[A-Z][^\n,.;:]{3,90}?)\s*[,:][ \t]*$", re.MULTILINE)


def _organ(reading: Reading) -> Subject | None:
    """Who enacts a resolution: "The Security Council," on a line of its own, before its clauses."""
    for match in _ENACTED.finditer(reading.document.text, 0, 4000):
        for place, ids in reading.who(Span(match.start(), match.end())):
            return Subject(ids, (place.start, place.end))
    return None


_OPERATIVE_ELSE = frozenset(
    "condemns expresses deplores notes welcomes takes recalls emphasizes emphasises underlines stresses commends recognizes recognises "
    "underscores acknowledges congratulates regrets declares proclaims confirms considers strongly also further once again".split()
)


def _operates(sentence: Sentence) -> bool:
    """Whether a sentence is an operative clause: a verb at its head, after its number at most."""
    for word in sentence.words[:5]:
        if word in operative() or word in _OPERATIVE_ELSE:
            return True
        if len(word) > 2 and not word.isdigit():
            return False
    return False


def _of_sentence(sentence: Sentence, hits: Sequence[Hit], folded: str, organ: Subject | None) -> list[Found]:
    """The commitments of one sentence, none inside the infinitive of another."""
    found: list[Found] = []
    for hit in hits:
        if found and hit.start < found[-1].last:
            continue
        form = hit.meaning
        assert isinstance(form, Form)
        at = sentence.at(hit.start)
        one = None
        if organ is not None and (act := operative().get(folded[hit.start : hit.end])) is not None and (at < 5 or sentence.words[at - 1] in ("and", "also", ",")):
            one = Found(act, at, hit.start, hit.end, at + 1, organ.actors, None, "operative clause", form="s")
        elif form.special == "operative":
            continue
        elif form.special == "will":
            one = _will(sentence, hit, at, folded)
        else:
            one = _verb(sentence, hit, form, at, folded, found) if form.triggers else None
            if one is None and folded[hit.start : hit.end] in ("signing", "conclusion", "ratification", "entry into force", "establishment"):
                one = _nominal(sentence, hit, at, found)
            if one is None and form.special == "noun":
                one = _noun(sentence, hit, at, folded, found)
        if one is not None and not (found and one.first < found[-1].last):
            found.append(one)
    return found


# Verbs ------------------------------------------------------------------------------------------


def _verb(sentence: Sentence, hit: Hit, form: Form, at: int, folded: str, before: Sequence[Found]) -> Found | None:
    words_ = sentence.words
    start = sentence.verb_start(at)
    group = words_[start:at]
    previous = words_[start - 1] if start else ""
    ahead = Ahead(folded, hit.end, sentence.end)
    for trigger in form.triggers:
        after = trigger.follows(ahead)
        if after is None:
            if not trigger.passive or "past" not in form.forms:
                continue
            if "instrument" in trigger.classes and not any(word in _PASSIVE for word in group) and (found := _relative(sentence, hit, trigger, start)):
                return found
            if trigger.nouns and not any(word in trigger.nouns for word in words_[max(start - 24, 0) : start]):
                found = None
            elif any(word in _PASSIVE for word in group):
                found = _passive(sentence, hit, trigger, start, at, hit.end)
            elif start == at and "instrument" in trigger.classes:
                found = _reduced(sentence, hit, trigger, start, at, hit.end)
            else:
                found = None
            if found is not None:
                return found
            continue
        if trigger.adjective:
            if not any(word in _BE for word in group):
                if not start or words_[start - 1] not in _BE:
                    continue
                start = sentence.verb_start(start - 1)  # "stands ready", "remains determined"
                group = words_[start:at]
            rule = "adjective"
            shape = "adjective"
        else:
            shape = _shape(form, trigger, group, previous, words_, at)
            if shape is None:
                continue
            rule = "verb"
        found = _governed(sentence, hit, trigger, shape, start, at, after, folded, before)
        if found is not None:
            found.rule = rule
            return found
    return None


def _relative(sentence: Sentence, hit: Hit, trigger: Trigger, start: int) -> Found | None:
    """ "the agreement (that) Peru has signed": the object stands before the subject."""
    subject = sentence.subject(start)
    if subject is None or not subject.near:
        return None
    first = sentence.noun_start(sentence.at(subject.span[0]))
    before = sentence.words[first - 1] if first else ""
    if before not in ("that", "which") and before not in nouns()["instrument"]:
        return None
    if not any(word in nouns()["instrument"] for word in sentence.words[max(first - 8, 0) : first]):
        return None
    after = sentence.at(hit.end - 1) + 1
    return Found(trigger.act, start, sentence.starts[start], hit.end, after, subject.actors, subject.span, "verb", form="past")


def _shape(form: Form, trigger: Trigger, group: Sequence[str], previous: str, all_words: Sequence[str], at: int) -> str | None:
    """How the verb stands in its clause: `past`, `s`, `base`, `ing`, `passive`, `perfect`, or `None` if it cannot."""
    known = words()
    modal = next((word for word in group if word in known.modals), None)
    if not group and (previous == "'s" or previous in _DETERMINERS):
        return None  # a noun: "its support", "those requests"
    if "past" in form.forms and any(word in _PASSIVE for word in group) and "ing" not in form.forms:
        return "passive" if trigger.passive else None
    if modal is not None and "base" in form.forms:
        return "modal"
    if "past" in form.forms and any(word in _HAVE for word in group):
        return "perfect" if "past" in trigger.forms else None
    if "ing" in form.forms and "ing" in trigger.forms:
        if any(word in _BE for word in group):
            return "progressive"
        return "participle"
    if "past" in form.forms and "past" in trigger.forms and "base" not in form.forms:
        return "past"
    if "s" in form.forms and "s" in trigger.forms:
        return "s"
    if "base" in form.forms:
        if previous == "to" or (previous in ("better", "further", "fully") and "to" in all_words[max(at - 4, 0) : at]):
            return "infinitive"
        if any(word in ("do", "did", "does") for word in group):
            return "modal"
        if "base" in trigger.forms:
            return "base"
        if "past" in form.forms and "past" in trigger.forms:
            return "past"
    return None


def _governed(
    sentence: Sentence,
    hit: Hit,
    trigger: Trigger,
    shape: str,
    start: int,
    at: int,
    after: int,
    folded: str,
    before: Sequence[Found],
) -> Found | None:
    """The commitment that a verb makes of its subject, or `None` if it has none that can commit."""
    known = words()
    all_words = sentence.words
    group = all_words[start:at]
    modal = next((word for word in group if word in known.modals), None)
    negative = any(word in _NEGATIVE or word.endswith("n't") for word in group)
    flags = trigger.flags
    following = sentence.at(after - 1) + 1
    if "negated" in flags:
        if not (negative and modal) and not (modal in ("can", "cannot", "will") and "in no way" in folded[sentence.starts[start] : hit.start + 1]):
            return None
    if "call" in flags and not _is_call(sentence, at, following):
        return None
    if "to" in flags and not _has_to(sentence, following):
        return None
    if "to" in flags and not any(number >= 0 and word not in _ME for word, number in zip(all_words[following : following + 7], sentence.actors[following : following + 7], strict=True)):
        return None
    if "actor" in flags and not (following < len(all_words) and sentence.actors[following] >= 0):
        return None
    if "object" in flags and shape != "passive" and not _has_object(sentence, following):
        return None
    if "modal" in flags and not any(word in known.modals or word in ("committed", "commitment", "not", "support", "continues") for word in all_words[following : following + 14]):
        return None
    if trigger.act is Act.AGREE and all_words[following - 1] == "with" and not any(w in ("to", "on", "that") for w in all_words[following : following + 9]):
        return None
    if "money" in flags and not _money_near(folded, after, sentence.end):
        return None
    if modal in ("may", "might", "could", "can", "should", "must", "would") and "negated" not in flags:
        return None if modal != "would" or negative else _would(sentence, hit, trigger, start, at, after, folded)
    if _hedged(group, all_words, start):
        return None
    subject: Subject | None = None
    first = sentence.starts[at]
    if shape == "infinitive" or (shape == "progressive" and start and all_words[start - 1] == "to"):
        return _pleased(sentence, hit, trigger, start, at, after)
    if shape == "passive":
        return _passive(sentence, hit, trigger, start, at, after)
    if shape == "participle":
        if trigger.act not in (Act.CALL, Act.REAFFIRM, Act.PLEDGE, Act.REFUSE, Act.AGREE) and "need" not in trigger.classes:
            return None
        if sentence.words[start - 1 if start else 0] not in ((",", "and", "while", "-") if trigger.act is Act.CALL else (",", "while", "-")):
            return None
        subject = sentence.subject(start, participle=True)
        if subject is None:
            return None
    else:
        subject = sentence.subject(start)
    if subject is None and shape in ("past", "perfect") and before and before[-1].form in ("past", "perfect") and start and all_words[start - 1] == "and":
        # "agreed that … and urged …": the clause between has a subject that nobody knows
        subject = Subject(before[-1].actors, before[-1].where or (before[-1].first, before[-1].last), near=False)
    if subject is None:
        if shape == "past" and "instrument" in trigger.classes:
            return _reduced(sentence, hit, trigger, start, at, after)
        return None
    if "things" in flags:
        return None
    if shape == "base" and (not subject.near or not _plural(sentence, subject)):
        return None
    if shape == "s" and not subject.near and not _coordinates(sentence, start, before):
        return None
    if shape == "past" and start == at and not subject.near and (
        not _coordinates(sentence, start, before) or all_words[at + 1 : at + 2] in (["by"], ["with"], ["through"], ["in"], ["as"])
    ):
        return None
    if trigger.act is Act.SUPPORT and shape == "past" and all_words[following - 1 : following] == ["by"]:
        return None
    actors = subject.actors
    where = subject.span
    if "with" in flags:
        extra, _ = _with(sentence, following, ("with", "between") if trigger.act is Act.CONCLUDE else ("with",), 30 if trigger.act is Act.CONCLUDE else 3)
        actors = tuple(dict.fromkeys((*actors, *extra)))
    act = trigger.act
    if modal in ("will", "shall") and act is Act.CONCLUDE:
        act = Act.WILL
    if negative and act not in (Act.REFUSE, Act.CALL):
        if modal in ("will", "shall", "cannot", "won't") or all_words[at] in ("support", "endorse", "accept", "recognise", "recognize", "intend", "plan"):
            act = Act.REFUSE
        else:
            return None
    elif negative and act is Act.REFUSE and "negated" not in flags:
        return None
    if modal is not None:
        first = sentence.starts[start + list(group).index(modal)]
    elif trigger.adjective and start < at:
        first = sentence.starts[start]
    return Found(act, start, first, after, following, actors, where, "verb", negative, modal, shape)


def _would(
    sentence: Sentence, hit: Hit, trigger: Trigger, start: int, at: int, after: int, folded: str
) -> Found | None:
    """Reported speech puts "will" back to "would"; without someone who speaks it is no commitment."""
    if sentence.speaker(start) is None:
        return None
    subject = sentence.subject(start)
    if subject is None:
        return None
    act = Act.WILL if trigger.act is Act.CONCLUDE else trigger.act
    return Found(act, start, sentence.starts[start], after, sentence.at(after - 1) + 1, subject.actors, subject.span, "verb", False, "would", "modal")


def _hedged(group: Sequence[str], all_words: Sequence[str], start: int) -> bool:
    """ "is expected to", "if … agrees", "whether": nothing has been committed."""
    for back in range(start - 1, max(start - 9, -1), -1):
        if all_words[back] in ("if", "unless", "whether") or all_words[back] in _HOPES:
            return True
        if all_words[back] in (",", ";", '"'):
            break
    return "yet" in group


def _plural(sentence: Sentence, subject: Subject) -> bool:
    """Whether a subject takes a verb without ending: "we", "both sides", "A and B"."""
    if len(subject.actors) > 1:
        return True
    last = sentence.words[sentence.at(subject.span[1] - 1)]
    return last in ("we", "i", "they", "you", "us") or (last.endswith("s") and not last.endswith("ss"))


def _coordinates(sentence: Sentence, start: int, before: Sequence[Found]) -> bool:
    """Whether the verb goes on after "and", "or", "but" or a comma."""
    at = sentence.skip_back(start - 1)
    return at >= 0 and sentence.words[at] in ("and", "but", "or", ",", "who", "which", "then")


def _has_to(sentence: Sentence, first: int) -> bool:
    return any(word == "to" for word in sentence.words[first : first + 14])


def _has_object(sentence: Sentence, first: int) -> bool:
    return first < len(sentence.words) and sentence.words[first] not in (".", ",", ";", "to", "by", "comment")


def _is_call(sentence: Sentence, at: int, first: int) -> bool:
    """Whether "call on" asks someone to act, and is no courtesy call; "call for" always asks."""
    particle = next((word for word in sentence.words[at + 1 : first] if word in ("for", "on", "upon")), "for")
    if particle == "for":
        return True
    return _has_to(sentence, first) or any(word == "for" for word in sentence.words[first : first + 8])


def _money_near(folded: str, at: int, end: int) -> bool:
    window = folded[at - 30 if at > 30 else 0 : min(end, at + 40)]
    return any(mark in window for mark in "$€£¥₹") or any(char.isdigit() for char in window)


def _with(
    sentence: Sentence, first: int, joins: Sequence[str] = ("with", "between"), reach: int = 30
) -> tuple[tuple[str, ...], int]:
    """The actors of "with B" in the clause that begins at a word, or of "between A and B"."""
    known = words()
    for step in range(max(first - 1, 0), min(first + reach, len(sentence.words))):
        word = sentence.words[step]
        if word in (";", ":", '"') or (word in known.relatives) or word in known.modals:
            break
        if word == "," and step + 1 < len(sentence.words) and sentence.words[step + 1] in ("which", "and", "while", "but", "who"):
            break
        if word in joins:
            return sentence.agents(step + 1)
        if word == "to" and step + 1 < len(sentence.words) and sentence.actors[step + 1] < 0:
            break
    return (), first


def _passive(sentence: Sentence, hit: Hit, trigger: Trigger, start: int, at: int, after: int) -> Found | None:
    """ "was signed by A and B", "a treaty was signed between A and B"."""
    all_words = sentence.words
    limit = min(at + 26, len(all_words))
    if any(word in ("no", "not", "never", "neither") for word in all_words[max(start - 4, 0) : at]):
        return None
    first = sentence.starts[start]
    for step in range(at + 1, limit):
        word = all_words[step]
        if word == "by":
            if "instrument" in trigger.classes and not any(w in nouns()["instrument"] or w in ("which", "it", "this") for w in all_words[max(start - 30, 0) : start]):
                return None
            actors, reach = sentence.agents(step + 1)
            if not actors:
                return None
            where = (sentence.starts[step + 1], sentence.ends[reach - 1])
            return Found(_future(trigger.act, all_words[start:at]), start, first, hit.end, step, actors, where, "passive", form="passive")
        if word in (";", '"') or word in words().modals or (word == "and" and trigger.act is not Act.CONCLUDE):
            break
    if trigger.act in (Act.CONCLUDE, Act.AGREE):
        return _reduced(sentence, hit, trigger, start, at, after, passive=True)
    return None


def _future(act: Act, group: Sequence[str]) -> Act:
    return Act.WILL if "will" in group or "shall" in group else act


def _reduced(
    sentence: Sentence, hit: Hit, trigger: Trigger, start: int, at: int, after: int, *, passive: bool = False
) -> Found | None:
    """ "an agreement signed (by | between | with) …": the parties of an instrument, where they are named."""
    all_words = sentence.words
    instruments = nouns()["instrument"] | nouns()["negotiation"]
    if not any(word in instruments for word in all_words[max(start - 24, 0) : start]):
        return None
    after_verb = sentence.at(hit.end - 1) + 1
    for step in range(at + 1, min(at + 14, len(all_words))):
        if all_words[step] in ("by", "between", "with"):
            actors, reach = sentence.agents(step + 1)
            if actors:
                where = (sentence.starts[step + 1], sentence.ends[reach - 1])
                return Found(_future(trigger.act, all_words[start:at]), start, sentence.starts[start], hit.end, after_verb, actors, where, "passive", form="passive")
        if all_words[step] in (";", '"', ","):
            break
    # "an agreement between A and B was signed": the parties stand before the verb
    for step in range(start - 1, max(start - 20, -1), -1):
        if all_words[step] in ("between", "with"):
            actors, reach = sentence.agents(step + 1, start)
            if actors:
                where = (sentence.starts[step + 1], sentence.ends[reach - 1])
                return Found(_future(trigger.act, all_words[start:at]), start, sentence.starts[start], hit.end, after_verb, actors, where, "passive", form="passive")
    if passive:
        return None
    subject = sentence._of_clause(start)  # noqa: SLF001 — the same package
    if subject is None:
        return None
    return Found(trigger.act, start, sentence.starts[start], hit.end, after_verb, subject.actors, subject.span, "passive", form="passive")


_PLEASED = frozenset("pleased delighted happy honoured honored glad proud pleasure privilege honour honor here gathered".split())


def _pleased(sentence: Sentence, hit: Hit, trigger: Trigger, start: int, at: int, after: int) -> Found | None:
    """ "It is my pleasure to sign", "we are pleased to announce": done in being said."""
    all_words = sentence.words
    to = start - 1
    if to < 1 or trigger.act not in (Act.CONCLUDE, Act.PLEDGE, Act.DECIDE, Act.AGREE, Act.REAFFIRM):
        return None
    back = max(to - 10, 0)
    if not any(word in _PLEASED for word in all_words[back:to]):
        return None
    for step in range(to - 1, -1, -1):
        if sentence.actors[step] >= 0 and (all_words[step] in words().first_person or not sentence.possessor(step)):
            span, ids = sentence.references[sentence.actors[step]]
            actors = ids
            if "with" in trigger.flags:
                actors = tuple(dict.fromkeys((*ids, *_with(sentence, sentence.at(after - 1) + 1)[0])))
            return Found(trigger.act, start, hit.start, after, sentence.at(after - 1) + 1, actors, (span.start, span.end), "verb", form="infinitive")
    return None


# Will -------------------------------------------------------------------------------------------


def _will(sentence: Sentence, hit: Hit, at: int, folded: str) -> Found | None:
    """ "A will do": bare will with an actor and a verb of action."""
    all_words, known, table = sentence.words, words(), will()
    word = folded[hit.start : hit.end]
    contracted = word.endswith("'ll")
    subject_end = at
    if contracted:
        at += 1  # "we" and "'ll" are two words
    if word == "would" and sentence.speaker(at) is None:
        return None
    verb = at + 1
    negative = word in ("won't", "cannot")
    while verb < len(all_words) and (
        all_words[verb] in known.adverbs
        or all_words[verb] in ("not", "no", "longer", ",")
        or (all_words[verb] in ("in", "turn") and all_words[verb - 1 : verb + 2] in (["in", "turn"], [all_words[verb - 1], "in", "turn"], ["in", "turn", "will"]))
        or (all_words[verb] in ("of", "course") and all_words[verb - 1] in (",", "of") and verb < at + 4)
        or (all_words[verb].endswith("ly") and len(all_words[verb]) > 4)
    ):
        negative = negative or all_words[verb] in table["refuse"]
        verb += 1
    if verb >= len(all_words) or not all_words[verb][:1].isalpha():
        return None
    main = all_words[verb]
    if word == "cannot" or main in words().prepositions or main in ("to", "a", "the"):
        return None
    if main in table["speeches"] and sentence.actors[at - 1] >= 0 and all_words[at - 1] in ("i", "we"):
        return None
    act = Act.WILL
    last = verb
    if main == "be":
        step = verb + 1
        while step < len(all_words) and (all_words[step] in known.adverbs or all_words[step].endswith("ly")):
            step += 1
        main = all_words[step] if step < len(all_words) else ""
        if main.endswith("ing") and main not in ("being", "having", "seeing", "coming", "going", "something", "nothing", "missing", "lacking"):
            last = step
        elif main in table["passive"] and not negative:
            return _will_passive(sentence, at, step)
        else:
            return None
    elif main == "have":
        if not any(word in table["have"] for word in all_words[verb + 1 : verb + 8]):
            return None
    elif main in table["never"]:
        return None
    elif negative:
        pass
    else:
        for name in ("explore", "continue", "support", "propose", "call", "intend", "pledge", "reaffirm", "agree", "decide"):
            if main in table[name]:
                act = Act(name)
                break
        if main == "look" and all_words[verb + 1 : verb + 2] not in (["into"], ["at"], ["to"], ["forward"]):
            return None
        if main == "stand" and all_words[verb + 1 : verb + 2] not in (["with"], ["by"], ["behind"], ["ready"], ["up"], ["firmly"], ["together"]):
            return None
        if main == "continue":
            ahead = all_words[verb + 1 : verb + 3]
            if ahead[:1] != ["to"] and not (ahead and ahead[0].endswith("ing")) and ahead[:1] not in (["with"], ["our"], ["its"], ["their"], ["the"], ["his"]):
                return None
            if len(ahead) > 1 and ahead[1] in ("be", "grow", "have", "face", "rise", "fall", "see", "need", "benefit", "suffer", "remain", "exist"):
                return None
            last = verb + 2 if ahead[:1] == ["to"] and verb + 2 < len(all_words) else verb
        if main == "maintain" and all_words[verb + 1 : verb + 2] == ["that"]:
            return None
    if negative:
        act = Act.REFUSE
    if contracted:
        number = sentence.actors[subject_end]
        if number < 0:
            return None
        span, ids = sentence.references[number]
        subject: Subject | None = Subject(ids, (span.start, span.end))
    else:
        start = sentence.verb_start(subject_end)
        if _hedged((), all_words, start):
            return None
        subject = sentence.subject(start)
    if subject is None:
        return None
    if word == "would" and any(w == "if" for w in all_words):
        return None
    end = sentence.ends[last]
    return Found(act, at, hit.start, end, last + 1 if last > verb else verb, subject.actors, subject.span, "will", negative, word if word == "would" else "will", "will")


def _will_passive(sentence: Sentence, at: int, participle: int) -> Found | None:
    """ "A working group will be established": nobody is named, unless after "by"."""
    all_words = sentence.words
    main = all_words[participle]
    if main not in ("established", "created", "set", "formed", "constituted", "launched", "signed"):
        return None
    if main == "set" and all_words[participle + 1 : participle + 2] != ["up"]:
        return None
    actors: tuple[str, ...] = ()
    where = None
    for step in range(participle + 1, min(participle + 12, len(all_words))):
        if all_words[step] in ("by", "between"):
            actors, reach = sentence.agents(step + 1)
            where = (sentence.starts[step + 1], sentence.ends[reach - 1]) if actors else None
            break
    bodies = nouns()["body"] | nouns()["instrument"]
    if not actors and not any(word in bodies for word in all_words[max(at - 24, 0) : at]):
        return None
    last = participle + 1 if main == "set" else participle
    return Found(Act.WILL, at, sentence.starts[at], sentence.ends[last], last + 1, actors, where, "will", form="passive")


# Nouns ------------------------------------------------------------------------------------------


def _noun(sentence: Sentence, hit: Hit, at: int, folded: str, before: Sequence[Found]) -> Found | None:
    """ "… signifies our commitment to …": the commitment belongs to those who own the noun."""
    acts, showing, never = shown()
    all_words = sentence.words
    noun = all_words[at]
    act = acts.get(noun)
    if act is None or at + 1 >= len(all_words):
        return None
    following = all_words[at + 1]
    if following not in ("to", "for", "of", "towards", "in") or (following == "in" and act is not Act.REAFFIRM):
        return None
    owner: Subject | None = None
    back = at - 1
    first = at
    while back >= 0 and at - back <= 10:
        word = all_words[back]
        if word == "'s" and back > 0 and sentence.actors[back - 1] >= 0:
            owner = sentence._coordinated_owners(back - 1)  # noqa: SLF001 — the same package
            first = sentence.at(owner.span[0])
            break
        if word == "'s" and back > 0 and sentence.titles[back - 1]:
            break
        if sentence.actors[back] >= 0 and word in ("our", "my", "their", "its", "his", "her"):
            span, ids = sentence.references[sentence.actors[back]]
            owner = Subject(ids, (span.start, span.end))
            first = back
            break
        if word in (",", ";", ":", '"') or word in words().prepositions or word in showing:
            first = back + 1
            break
        back -= 1
    if following == "of" and owner is None:
        actors, reach = sentence.agents(at + 2)
        if actors:
            owner = Subject(actors, (sentence.starts[at + 2], sentence.ends[reach - 1]))
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
    if act is not Act.REAFFIRM and shows is None:
        return None
    if shows is None and act is Act.REAFFIRM and following not in ("to",):
        return None
    if owner is None:
        return None
    if shows is None and before and before[-1].act in (Act.REAFFIRM, Act.SUPPORT, Act.PLEDGE, Act.REFUSE) and all_words[first - 1 : first] == ["and"]:
        return None  # a second object of the verb before
    begin = sentence.starts[shows] if shows is not None else sentence.starts[first]
    return Found(act, at, begin, sentence.ends[at], at + 1, owner.actors, owner.span, "noun", form="noun")


def _nominal(sentence: Sentence, hit: Hit, at: int, before: Sequence[Found]) -> Found | None:
    """ "the signing of the Agreement with Chile", "the establishment of the forum by A and B", where the parties are named."""
    all_words = sentence.words
    first = sentence.at(hit.end - 1) + 1
    if all_words[first : first + 1] != ["of"]:
        return None
    if before and not any(word in (",", ";") for word in all_words[sentence.at(before[-1].last - 1) + 1 : at]):
        return None
    founding = all_words[at] == "establishment"
    if at and all_words[at - 1] in ("early", "speedy", "swift", "possible", "for", "quick", "successful", "timely", "no"):
        return None
    named = -1
    for step in range(first + 1, min(first + 24, len(all_words))):
        word = all_words[step]
        if word in nouns()["instrument"] or (founding and step > first and named < 0):
            named = step
        if word in (",", ";", '"', "marks", "marked", "is", "was", "has", "were") or word in words().modals or word in shown()[1]:
            break
        if word in (("by",) if founding else ("with", "between", "by")) and named >= 0 and (founding or step - named <= 7):
            actors, reach = sentence.agents(step + 1)
            if not actors:
                return None
            if word == "with":
                subject = next((ids for number, (_, ids) in enumerate(sentence.references) if number in sentence.actors[:at]), None)
                actors = tuple(dict.fromkeys((*(subject or ()), *actors)))
            where = (sentence.starts[step + 1], sentence.ends[reach - 1])
            return Found(Act.DECIDE if founding else Act.CONCLUDE, at, hit.start, hit.end, first, actors, where, "noun", form="noun")
    if hit.end - hit.start > 12:  # "entry into force of the A-B Agreement"
        inner = [i for i in dict.fromkeys(sentence.actors[first : first + 8]) if i >= 0]
        ids = tuple(dict.fromkeys(actor for i in inner for actor in sentence.references[i][1]))
        if len(ids) > 1:
            spans = [sentence.references[i][0] for i in inner]
            return Found(Act.CONCLUDE, at, hit.start, hit.end, first, ids, (spans[0].start, spans[-1].end), "noun", form="noun")
    return None


# Records ----------------------------------------------------------------------------------------


def _opening(sentence: Sentence, one: Found) -> int:
    """The word at which the clause of a commitment begins: its subject, if that stands right before its verb."""
    if one.where is not None and one.where[1] <= one.first:
        subject = sentence.at(one.where[0])
        if one.verb - sentence.at(one.where[1] - 1) <= 2:
            return sentence.noun_start(subject) if subject else 0
    return one.verb


def _record(reading: Reading, sentence: Sentence, one: Found, later: Sequence[Found], name: str, sentences: Sentences) -> Commitment:
    """The record of what was found."""
    content = sentence.content(one.after, [_opening(sentence, other) for other in later]) if one.after < len(sentence.words) else None
    spans = {"trigger": Span(one.first, max(one.last, one.first + 1))}
    if one.where is not None and one.where[0] < one.where[1]:
        spans["committers"] = Span(*one.where)
    fields = details(reading, sentence, one.act, one.actors, content, one.verb, spans, form=one.form, modal=one.modal, negative=one.negative)
    if content is not None:
        spans["content"] = Span(*content)
        fields["content"] = reading.document.text[content[0] : content[1]]
    return Commitment(
        id=name,
        act=one.act,
        committers=one.actors,
        spans=spans,
        rule=f"commitment by {one.rule}",
        confidence=Confidence.LIKELY if one.actors else Confidence.POSSIBLE,
        **fields,
    )


@hookimpl
def resolvers() -> list[Resolver[Commitment]]:
    """Offer the resolver of commitments."""
    return [commitments]


@hookimpl
def lexicons() -> list[Lexicon]:
    """Offer the words of commitment to the scan."""
    return [COMMITMENTS]
