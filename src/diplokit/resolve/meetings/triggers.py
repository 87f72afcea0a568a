"""Which words of a text are worth a look as telling of a meeting, and what each is: "visit" the noun or the verb."""

from functools import cache, lru_cache
from typing import Any

from diplokit import Document, Hit, Mention, Span

from .beside import gate
from .governing import verbs_in
from .patterns import ASIDE, HEAD, TITLE, compiled, holds
from .sentences import Scene
from .stage import Stage
from .talks import LOOSE
from .words import TRIGGERS, Word, bag

_SIGNED = frozenset("sign signs signed signing ink inks inked inking initial initials initialled initialling".split())
"""Verbs that need something that is signed, somewhere near."""


@cache
def _instruments() -> tuple[str, ...]:
    """The words for what is signed, without those in which another stands."""
    words = bag("instruments")
    return tuple(sorted(word for word in words if not any(other in word for other in words - {word})))


def promising(document: Document) -> list[Hit]:
    """The words that may tell of a meeting, as far as the words beside them tell: most others never need a look."""
    text, folded = document.text, document.folded
    found = []
    trigger: Any
    for hit in document.hits(TRIGGERS):
        start, end, trigger = hit
        word = trigger.word
        beside = gate(word)
        if beside is not None:
            left, reach, right = beside
            if right is not None and not right.match(text, end, end + 200):
                continue
            if left is not None and not left.search(text, start - reach if start > reach else 0, start):
                continue
        elif word in _SIGNED:
            near = folded[start - 220 if start > 220 else 0 : end + 160]
            if not holds(near, _instruments()):
                continue
        found.append(hit)
    return found


_MEETS = frozenset(("meet", "meets", "met"))
_FIRST_WORDS = (
    r"\s+(?:with\s+)?(?:(?:the|its|their|his|her|our|all|these|those|such|any|this|a|an)\s+)*(\w[\w-]*)(?:\s+(\w+))?"
)


_LONG_PHRASE = (
    r"\s+(?:[a-z-]+\s+){2,8}?([a-z-]+)(?=[,.;:]|\s+(?:of|for|in|to|by|on|at|with|such|while|through|under)\b|\Z)"
)


def unmet(right: str) -> bool:
    """Whether what follows "meet" is no one whom one meets: "meet the challenge"."""
    first = compiled(_FIRST_WORDS).match(right)
    if first is None or first[1] in bag("people"):
        return False
    if not bag("unmet").isdisjoint(first.groups()):
        return True
    phrase = compiled(_LONG_PHRASE).match(right)  # "meet our shared national and foreign policy objectives"
    return phrase is not None and phrase[1] in bag("unmet") and phrase[0].split()[-2] not in ("and", "the")


def idle(stage: Stage, hits: list[Hit], span: Span, travellers: bool) -> bool:
    """Whether no word of a sentence tells of a meeting, as far as may be seen before the sentence is laid out.

    Args:
        stage: The document.
        hits: The words.
        span: The sentence.
        travellers: Whether the text has told of a journey, so that "the delegation" may act.
    """
    text, folded, begin, stop = stage.document.text, stage.document.folded, span.start, span.end
    trigger: Any
    for start, end, trigger in hits:
        word, only, _, _ = trigger
        if word in LOOSE or word == "negotiations":
            if stage.fixes(end, stop):
                return False
            if word in LOOSE and verbs_in(folded[max(begin, start - 220) : start]):
                return False
        elif only is None or only.form == "noun" or only.sense == "sign":
            return False
        elif (
            only.sense == "receive" and not stage.person_in(end, stop) and not _unnamed_guest(folded[end : end + 70])
        ) or (word in _MEETS and _not_met(text, end, min(end + 60, stop))):
            continue
        elif travellers or not stage.nobody(begin, stop):
            return False
    return True


def _not_met(text: str, start: int, end: int) -> bool:
    """Whether plain words after "meet" name no one whom one meets."""
    first = compiled(_FIRST_WORDS).match(text, start, end)
    return first is not None and first[1].islower() and unmet(text[start:end])


def _unnamed_guest(right: str) -> bool:
    """Whether words after "received" speak of guests without a name."""
    return holds(right, _GUESTS)


_GUESTS = (
    "delegation",
    "officials",
    "representatives",
    "members",
    "lawmakers",
    "parliamentarians",
    "chief",
    "head of",
    "secretary-general",
    "secretary general",
    "authorities",
    "ambassador",
    "high commissioner",
    "counterpart",
    "colleague",
    "peers",
    "minister",
    "president",
    "premier",
    "envoy",
    "king",
    "leader",
    "secretary of state",
    "chancellor",
    "visitor",
    "guest",
    "visiting",
)


_VERB_BEFORE = (
    r"(?:'ll|\b(?:to|will|would|shall|may|might|can|could|should|must|and|or|not|also|then|who|which|they|he|she|i|we|you|did|does|do))"
    r"\s+(?:\w+ly\s+)?\Z"
)
_NOUN_BEFORE = (
    r"(?:\b(?:a|an|the|this|that|each|every|any|no|first|second|third|fourth|fifth|last|next|our|his|her|their|its|my|your|bilateral|"
    r"trilateral|official|state|working|private|brief|short|recent|upcoming|historic|annual|regular|special|emergency|on|during|inaugural|"
    r"informal|virtual|high-level|closed-door|joint|cordial|courtesy|maiden|landmark|week-long|planned|proposed|possible|rare|separate|previous|"
    r"earlier|later|scheduled|formal|face-to-face|of|goodwill|return|foreign|trade|mou|agreement|treaty|\w+-hour|\w+-minute|\w+-week|[a-z]*-day)|'s|s'|"
    r"[<E><C><T><A>])\s+\Z"
)


@lru_cache(4096)
def _asks_for_noun(word: str) -> bool:
    """Whether a noun, and no verb, follows a word."""
    return compiled(_NOUN_BEFORE).search(word + " ") is not None


_VERB_FOLLOWS = rf"{_VERB_BEFORE}|[<H><T>]\s*,?\s*(?:\w+ly\s+)?\Z"
_THEN = tuple(f"{modal} {word} " for modal in ("will", "would", "to") for word in ("next", "first", "last"))
"""Before a verb: "will next | visit Russia"."""
_AFTER_HEAD = HEAD + " "
_TOLD = frozenset(("past", "participle"))
_TALK = frozenset(("talk with", "talk to"))
"""Verbs of which the first word is a noun behind an article: "had a talk with"."""
_NAMES = HEAD + TITLE + ASIDE
_STATE_BEFORE_NOUN = r"(?:(?:[<A>](?:'s|')?|\b(?:a|an|the|this))\s+(?:(?!to\b|will\b|not\b)[a-z-]+\s+){0,3}|\b(?:on|during|for|after|before|ahead of|(?:kick|wrap)(?:s|ed|ing)? (?:off|up)|begins?|began|starts?|started|ends?|ended|concludes?|cancels|postpones|delays|puts off|plans)\s+)[<H>]+\s\Z"
"""Before a noun: "his three-day India | visit"."""
_ING_OF_VERB = r"\s+(?:(?:his|her|its|their|the|a|an|this)\s+)?[<H><T><A><C>]"
_ING_FOLLOWS = r"\b(?:is|are|was|were|be|been|after|before|since|by|and|while|when|whilst|upon)\s+(?:\w+ly\s+)?\Z"
_OPENS_CLAUSE = (
    r"(?:\s+(?:with|in|at|on|here|for|separately|behind|via|late|early|today|yesterday)\b|\s+<D>)[^;\"]{0,220}?,\s+"
    r"(?:the\s+)?(?=[^a-z]*<H>)(?:[<T><A><C><H>]+(?:,\s+and\s+|,\s+|\s+and\s+|\s+))+[a-z]"
)
"""After a participle that opens a sentence: what goes with it, and who acts in the clause behind it."""


def meaning(scene: Scene, hit: Hit, noun: Word, verb: Word) -> Word:
    """What a word is in its sentence: "visit" the noun or the verb."""
    left = scene.before(hit.start, 40)
    if left.endswith(" ") and _asks_for_noun(left.rstrip()[-24:].rpartition(" ")[2]):
        return verb if verb.form == "base" and left.endswith(_THEN) else noun
    right = scene.after(hit.end, 30)
    if verb.form == "ing":  # "meeting", "signing"
        if compiled(_ING_OF_VERB).match(right) or compiled(_ING_FOLLOWS).search(left):
            return verb
        if (
            left[-1:] == " "
            and left.rstrip().endswith(",")
            and compiled(r"\s+(?:in|at|on|here|separately)\b").match(right)
        ):
            return verb  # "The ministers, meeting in Luxembourg, agreed"
        if compiled(r"(?:\A\W*|[:-]\s+)\Z").search(left) and compiled(_OPENS_CLAUSE).match(scene.after(hit.end, 320)):
            return verb  # "Meeting in Lima on Monday, the ministers agreed"
        return noun
    if verb.form == "base" and left.endswith(_AFTER_HEAD) and compiled(_STATE_BEFORE_NOUN).search(left):
        return noun
    if compiled(_VERB_FOLLOWS).search(left):
        return verb
    if verb.form == "base" or compiled(r"\s+(?:to|by|of|was|is|will|from|comes|came)\b").match(right):
        return noun
    return verb


_ARTICLE = r"\b(?:the|a|an|this|its|his|her|their|no|any|by|of|on|first|over|via|for)\Z"


@lru_cache(4096)
def _is_article(word: str) -> bool:
    """Whether no verb follows a word: an article, or a preposition."""
    return compiled(_ARTICLE).search(word) is not None


def telling(
    scene: Scene, hits: list[Hit], persons: set[str]
) -> tuple[list[tuple[Hit | Mention[Any], Word | None]], frozenset[int]]:
    """The words of a sentence that may tell of a meeting, each with what it is there, and where the verbs begin.

    Args:
        scene: The sentence.
        hits: Its words, in order.
        persons: The actors that are persons.
    """
    found: list[tuple[Hit | Mention[Any], Word | None]] = []
    verbs: list[int] = []
    noun_ends = -2
    trigger: Any
    for hit in hits:
        trigger = hit.meaning
        word: Word = trigger.only or meaning(scene, hit, trigger.noun, trigger.verb)
        form = word.form
        if form == "noun":
            if hit.start == noun_ends + 1:
                found.pop()  # "a round-table session" is one noun: its last word tells
            noun_ends = hit.end
        elif scene.masked[hit.start - scene.start] in _NAMES:
            continue  # inside a name: "Visiting Secretary of State A"
        else:
            if form != "ing":
                # "by phone", "the host", "initial talks", "a sign": what looks like a verb is none after an article
                left = scene.before(hit.start, 12)
                last = left.rstrip().rpartition(" ")[2] if left.endswith(" ") else ""
                if _is_article(last) and not (last == "first" and (form in _TOLD or left.endswith(_THEN))):
                    if last == "a" and trigger.word in _TALK:
                        found.append((Hit(hit.start, hit.start + 4, trigger), Word("meeting", "noun")))
                    continue
            elif word.sense == "visit" and _adjective(scene, hit, persons):
                continue
            verbs.append(hit.start)
            noun_ends = -2
        found.append((hit, word))
    return found, frozenset(verbs)


def _adjective(scene: Scene, hit: Hit, persons: set[str]) -> bool:
    """Whether "visiting" qualifies a guest: "the visiting Lao Prime Minister"."""
    if compiled(
        r"\s+[<A>]+\s+(?:[a-z]+\s+)?(?:counterpart|leader|delegation|minister|president|premier|official|envoy|guest)"
    ).match(scene.after(hit.end, 60)):
        return True
    found = compiled(r"\s+(?:[<A>]+\s+|former\s+|deputy\s+)*(?=[<H><T>])").match(scene.after(hit.end, 60))
    if not found:
        return bool(compiled(r"\b(?:the|a|with|by|for|of)\s+\Z").search(scene.before(hit.start, 8)))
    group = scene.group_at(hit.end + found.end())
    return group is None or not persons.isdisjoint(group.ids)
