"""Which uses of a word of commitment the words around it allow: a cheap look, before its sentence is read."""

import re
from collections.abc import Sequence
from functools import cache

from diplokit import Document, Hit, Span
from diplokit.resolve.clauses import words

from .terms import AGREE, CALL, CONCLUDE, DECIDE, INTEND, PLEDGE, REAFFIRM
from .triggers import Trigger, behind_adverbs
from .words import Fits, Form, owned, shown, will

_FOLLOWS = re.compile(
    r"(?:\s+(?:also|then|not|never|no|longer|now|soon|all|both|again|jointly|further|always|still|each|today|in turn|of course|(?!(?:supp|app|rep|comp|re|ral)ly\b)\w{3,}ly)(?!\w)|,)*+\s+(\w+)(?:\s+([\w-]+))?"
)
_NOUN_FOLLOWS = re.compile(
    r"\s+(?:to|for|of|towards|in|by|between|from|that|never|not|made by|taken by|is to|was to)\b"
)
_SPOKEN = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|announc|add(?:ed|s|ing)|stat(?:ed|es|ing)\b|according|report|declar|stress|note[ds]|quot|confirm|explain|reveal|disclos|warn|insist|claim|pledg|vow|promis|repl|convey|signal|indicat|respond|mention|underlin|emphasi|assur|affirm|reiterat|inform|tweet|wr(?:ote|ites|iting)|hint|believ|remark|clear that)"
)
_IS = re.compile(r"\bit(?:'s| is| was| has been| remains)\b|\b(?:is|was) to\b")
_OWNED = re.compile(r"\b(?:our|their|its|his|her|my)\b|'s\b|s'|\b(?:of|by|between)\b")
# No verb stands right behind one of these, but a noun or an infinitive.
_NO_VERB_BEHIND = frozenset(
    [
        "to",
        "the",
        "a",
        "an",
        "of",
        "for",
        "with",
        "by",
        "its",
        "their",
        "our",
        "his",
        "her",
        "my",
        "this",
        "any",
        "such",
        "more",
        "no",
        "in",
    ]
)
# "Four agreements were signed": who met before may have done so.
_WAS = ("was ", "were ", "was also ", "were also ", "have been ", "has been ")
# What is told of one's will though such verbs mostly are not.
_THOUGH = (("turn", "its"), ("turn", "their"), ("turn", "his"), ("turn", "our"))
_JOINTS = frozenset(["'", "-", "."])
PAPERS = frozenset(
    "statement letter resolution message note declaration communique communiqué appeal petition compromise draft motion "
    "tweet text joint-statement telegram memorandum proposal".split()
)
"""What somebody says stands behind these: "issued a statement calling for"."""
# Without one of these a verb such as "allow" refuses nothing, and without one of the others a participle is no passive.
_NEGATED = re.compile(r"n(?:ot|ever|'t|o way)")
AFTER = frozenset(["after", "upon"])
"""What stands before a participle that tells what had been done."""
PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being", "s", "re", "get", "got"])
"""Verbs that make a passive of a participle."""
BETWEEN_PARTIES = frozenset(["instrument", "accord"])
"""Classes of nouns behind which a participle alone tells what was done: "a deal struck between"."""
BY_INFINITIVE = frozenset({CONCLUDE, PLEDGE, DECIDE, AGREE, REAFFIRM})
"""Acts that an infinitive can do: "we are pleased to sign"."""
ERRANDS = frozenset(
    "went travelled traveled flew headed arrived came visited met sent wrote used embarked toured phoned telephoned".split()
)
"""What one does to ask for something: "flew to Khartoum to urge"."""
OCCASIONS = frozenset(["opportunity", "occasion"])
"""Behind these an infinitive can do all acts: "took the occasion to urge"."""
WISHES = frozenset(["wish", "wishes", "wished", "like", "want", "wants", "wanted"])
"""Behind these an infinitive says what it tells: "I wish to reaffirm"."""
_ON_OCCASION = tuple([f"{word} to " for word in (*OCCASIONS, *WISHES)])
_WORD = 24
"""More characters than any word has that is looked for before a verb."""
_GROUP = 80
"""More characters than a verb group has."""


def fits_of(hit: Hit, document: Document, sentence: Span, actor: int) -> Fits | None:
    """The uses of a hit that the words around it allow, or `None` where it is no trigger, as most are not.

    Args:
        hit: The hit.
        document: The document.
        sentence: The sentence of the hit.
        actor: Where the first actor of the sentence stands; no verb before it has a subject.
    """
    first, last, form = hit
    assert isinstance(form, Form)  # the lexicon has no other meanings
    folded, end, special, verb = document.folded, sentence.end, form.special, form.verb
    if special == "should":
        return () if _SPOKEN.search(folded, sentence.start, end) is not None else None
    if special and special != "noun":
        return _fits_will(hit, folded, sentence.start, end, actor) if special == "will" else () if last <= end else None
    if (
        actor > first
        and (actor >= end or not (verb or special))
        and not (form.past and folded[max(first - 11, sentence.start) : first].endswith(_WAS))
        and not folded.startswith("signing of ", first)  # "the talks ended with the signing of a treaty"
    ):
        return None
    uses: Sequence[Trigger] = form.triggers
    infinitive = False
    if not verb or special:
        previous = _before(document, first, sentence.start)
        infinitive = previous == "to"
        if not verb and (actor > first or (previous in _NO_VERB_BEHIND and not infinitive)):
            uses = ()
        elif not verb and infinitive and not folded.endswith(_ON_OCCASION, 0, first):
            idle = ERRANDS.isdisjoint(document.words_between(max(sentence.start, first - 220), first))
            uses = [trigger for trigger in uses if trigger.act in BY_INFINITIVE or (trigger.act is CALL and not idle)]
    elif form.participle and not _may_continue(document, first, sentence.start):
        uses = uses if folded[first:last] == "signing" else ()
    if uses and (fits := _uses_that_fit(hit, uses, document, sentence)):
        return fits if last <= end else None
    if not special or infinitive or actor >= end or _NOUN_FOLLOWS.match(folded, last, end) is None:
        return None
    if (noun := folded[first:last]) in owned():
        led = (" to ", " not to ", " never to ", " that ", " for ") if actor < first else ()
        return () if folded.startswith((*led, " by ", " of ", " from ", " made by ", " taken by "), last) else None
    act = shown()[0].get(noun)
    if act is None:
        return () if folded.startswith(" of", last) else None  # "the conclusion of a treaty with Peru"
    window = max(sentence.start, first - 90)
    if act is REAFFIRM:
        return () if actor < first or _OWNED.search(folded, window, min(end, last + 9)) else None
    if act is INTEND and _IS.search(folded, window, min(end, last + 30)) is not None:
        return ()
    return None if shown()[1].isdisjoint(document.words_between(window, first)) else ()


def _uses_that_fit(hit: Hit, uses: Sequence[Trigger], document: Document, sentence: Span) -> Fits:
    """Those uses of a word for which what must follow follows, and nothing is missing before it."""
    first, last, form = hit
    assert isinstance(form, Form)
    end = sentence.end
    ahead: Sequence[str] = ()
    if form.wanted:
        ahead = document.words_between(last, min(end, last + form.reach))
        if form.wanted.isdisjoint(ahead):
            unbound = form.unbound
            if not unbound:
                return ()
            uses = unbound if uses is form.triggers else [trigger for trigger in uses if trigger in unbound]
    folded, past = document.folded, form.past
    behind, by_others = -1, past and folded.startswith(" by ", last)
    fits: list[tuple[Trigger, int | None]] = []
    for trigger in uses:
        after: int | None = None
        if trigger.nouns and (trigger.begun.isdisjoint(ahead) or (by_others and trigger.passive)):
            pass  # "approved by the World Bank"
        elif trigger.then is None:
            after = trigger.follows(folded, last, end)
        else:
            if behind < 0:
                behind = behind_adverbs(folded, last, end)
            if behind and folded.startswith(trigger.led_by, behind):
                after = trigger.follows(folded, behind, end)
        if after is not None:
            if "negated" not in trigger.flags or _NEGATED.search(folded, sentence.start, first):
                fits.append((trigger, after))
                if not (by_others and "agent" in trigger.flags):
                    continue  # but "was decided by the two", "decided by consensus to"
                after = None
        if past and trigger.passive and (by_others or _passive(trigger, document, sentence, first)):
            fits.append((trigger, after))
    return fits


def _passive(trigger: Trigger, document: Document, sentence: Span, first: int) -> bool:
    """Whether a participle that begins at an offset, and that nobody follows with "by", may tell of what was done."""
    if "agent" in trigger.flags:
        return False
    before = max(first - _GROUP, sentence.start)
    bare = not BETWEEN_PARTIES.isdisjoint(trigger.classes)  # "a deal struck between Peru and Chile"
    return bare or not PASSIVE.isdisjoint(document.words_between(before, first))


def _before(document: Document, first: int, start: int) -> str:
    """The word before an offset in its sentence, or nothing; a part of another word ("follow-up") is none."""
    previous, place = _word_before(document, first, start)
    return "" if document.folded[place - 1 : place] in _JOINTS else previous


def _may_continue(document: Document, first: int, start: int) -> bool:
    """Whether a participle may continue a clause (", calling for …") or end a verb group ("is also calling for")."""
    previous, place = _word_before(document, first, start)
    return (
        not previous  # "Reiterating its support, Peru …"
        or place + len(previous) + 1 != first
        or previous in _before_participle()
        or (place == start and previous == "on")  # "On signing the pact, Peru …"
        or previous.endswith("ly")
        or document.folded[place - 1 : place] == "'"
        or document.folded.find(", with ", max(place - 50, start), first) >= 0
    )


def _word_before(document: Document, first: int, start: int) -> tuple[str, int]:
    """The last word of a sentence before an offset, and where it begins; an empty one where there is none."""
    folded, begin = document.folded, max(first - _WORD, start)
    _, space, word = folded[begin : first - 1].rpartition(" ")
    if space and word.isalnum() and folded[first - 1] == " " and start < first:  # as nearly always
        return word, first - 1 - len(word)
    near = document.words_between(begin, first)
    return (near[-1], folded.rfind(near[-1], start, first)) if near else ("", start)


@cache
def _before_participle() -> frozenset[str]:
    known = words()
    return known.auxiliaries | known.modals | known.adverbs | PAPERS | AFTER | {"and", "while", "way", "by", "in"}


def _fits_will(hit: Hit, folded: str, start: int, end: int, actor: int) -> Fits | None:
    """As `fits_of`, of "will", "shall" and "would"."""
    ahead = _FOLLOWS.match(folded, hit.end, end)
    if ahead is None:
        return None
    verb, following = ahead.groups()
    if folded[hit.end - 2] == "'" and folded[hit.end - 1] == "d" and (verb != "like" or following != "to"):
        return None  # "we'd agreed"
    if verb == "be":
        if following is None or not (
            following.endswith(("ing", "ly"))
            or following in will()["participles"]
            or following in words().adverbs
            or (following == "in" and actor < hit.start)
        ):
            return None
    elif (verb in will()["never"] and verb not in ("have", "like") and (verb, following) not in _THOUGH) or (
        actor >= hit.start and folded.find("'", hit.start, hit.end) < 0 and folded.find('"', start, hit.start) < 0
    ):
        return None
    if not folded.startswith("would", hit.start) or _SPOKEN.search(folded, start, end) is not None:
        return ()
    return () if folded.find("under which ", start, hit.start) >= 0 else None
