"""Which uses of a word of commitment the words around it allow: a cheap look, before its sentence is read."""

import re
from functools import cache

from diplokit import Hit, Span
from diplokit.vocabulary import Act

from .clauses import words
from .commitment_words import Ahead, Fits, Form, shown, will

_FOLLOWS = re.compile(
    r"(?:\s+(?:also|then|not|never|no|longer|now|soon|all|both|again|jointly|further|always|still|each|today|in turn|of course|\w{3,}ly|,))*+\s+(\w+)(?:\s+(\w+))?"
)
_NOUN_FOLLOWS = re.compile(r"\s+(?:to|for|of|towards|in)\b")
_SPOKEN = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|announc|add(?:ed|s)|stat(?:ed|es)|according|report|declar|stress|note[ds]|quot|confirm|explain|reveal|disclos|warn|insist|claim|pledg|vow|promis|repl|convey|signal|indicat)"
)
_OWNED = re.compile(r"\b(?:our|their|its|his|her|my)\b|'s\b|s'|\bof\b")
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
# Acts that an infinitive can do: "we are pleased to sign".
_BY_INFINITIVE = frozenset({Act.CONCLUDE, Act.PLEDGE, Act.DECIDE, Act.AGREE, Act.REAFFIRM})


@cache
def _showing() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(shown()[1], key=len, reverse=True)) + r")\b")


def fits_of(hit: Hit, folded: str, sentence: Span, actor: int) -> Fits | None:
    """The uses of a hit that the words around it allow, or `None` where it is no trigger, as most are not.

    Args:
        hit: The hit.
        folded: The folded text.
        sentence: Its sentence.
        actor: Where the first actor of the sentence stands; no verb before it has a subject.
    """
    form = hit.meaning
    assert isinstance(form, Form)  # the lexicon has no other meanings
    start, end = sentence.start, sentence.end
    if hit.end > end:
        return None
    if form.special == "will":
        return _fits_will(hit, folded, start, end, actor)
    if form.special == "operative":
        return ()
    fits: Fits = ()
    verb = "past" in form.forms or "ing" in form.forms or "adjective" in form.forms
    if form.special != "noun" and not (actor < hit.start or (verb and actor < end)):
        return None
    before = folded[max(start, hit.start - 24) : hit.start].rsplit(None, 1)
    previous = before[-1].strip(',;:()"-') if before else ""
    infinitive = previous == "to"
    if form.triggers and (actor < hit.start or (verb and actor < end)):
        if verb or previous not in _NO_VERB_BEHIND or infinitive:
            past = "past" in form.forms
            ahead = Ahead(folded, hit.end, end)
            fits = [
                (trigger, after)
                for trigger in form.triggers
                if (not infinitive or verb or trigger.act in _BY_INFINITIVE)
                and ((after := trigger.follows(ahead)) is not None or (past and trigger.passive))
            ]
    if fits:
        return fits
    if form.special != "noun" or infinitive or actor >= end or _NOUN_FOLLOWS.match(folded, hit.end, end) is None:
        return None
    word = folded[hit.start : hit.end]
    act = shown()[0].get(word)
    window = max(start, hit.start - 90)
    if act is Act.REAFFIRM:
        return () if _OWNED.search(folded, window, min(end, hit.end + 4)) else None
    return () if act is None or _showing().search(folded, window, hit.start) else None


def _fits_will(hit: Hit, folded: str, start: int, end: int, actor: int) -> Fits | None:
    """As `fits_of`, of "will", "shall" and "would"."""
    ahead = _FOLLOWS.match(folded, hit.end, end)
    if ahead is None:
        return None
    verb, following = ahead.groups()
    if verb == "be":
        if following is None or not (
            following.endswith(("ing", "ly")) or following in will()["passive"] or following in words().adverbs
        ):
            return None
    elif (verb != "have" and verb in will()["never"]) or (
        actor >= hit.start and folded.find("'", hit.start, hit.end) < 0 and folded.find('"', start, hit.start) < 0
    ):
        return None
    return None if folded.startswith("would", hit.start) and _SPOKEN.search(folded, start, end) is None else ()
