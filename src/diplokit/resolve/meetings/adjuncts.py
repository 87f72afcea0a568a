"""When and where a meeting is, and of what type, from words away from the one that tells of it."""

from typing import Any

from diplokit import Hit, Mention, Span
from diplokit.vocabulary import VisitType

from .patterns import DATE, HEAD, compiled, holds
from .sentences import Scene, mention_at, place_at
from .words import bag, support

_OF_DATELINE = r"\s*(?:,?\s*(?:\([^)]{0,24}\)|[<H><C>/]{2,20})\s*)?(?:-|:)"
"""After the day of a dateline: "ACCRA, May 3 (GNA) -", "Tehran, Dec 4, IRNA -"."""
_NEW_CLAUSE = r",\s*(?:on\s+|in\s+)?\Z"
_SUBJECT = r",\s+(?:the\s+)?[<H><T>](?:(?!\b(?:that|said|told|announced|added)\b)[^,])*"


_FOLLOWED = r"\b(?:preceded|followed|opened|begun|began|begin|opens|ended|concluded|closed)\s+(?:on\s+|here\s+|earlier\s+|later\s+)*\Z"


def leading_date(scene: Scene, trigger: Hit | Span) -> Mention[Any] | None:
    """A date at the head of the sentence or right before the verb."""
    mention: Mention[Any]
    for mention in reversed(scene.dates):
        if mention.span.end > trigger.start:
            continue
        if compiled(_OF_DATELINE).match(scene.after(mention.end, 40)):
            continue  # the day of a dateline
        lead = scene.between(scene.start, mention.start)
        if len(lead) < 30 and compiled(
            r"[\W\d]*(?:(?:on|in|from|between|over|by|earlier|later|late|early|then|meanwhile|and|also|during|next|this)\W+)*\Z"
        ).match(lead):
            return mention
        gap = scene.between(mention.end, trigger.start)
        if gap[:1] == "," and compiled(r"\b(?:who|which|whose)\b[^,]*\Z").search(scene.before(mention.start, 120)):
            continue  # "A, who took office in May, met B"
        if compiled(r"\s*,?\s*(?:the\s+)?(?:[<H><T>]+\s+)*(?:\w+ly\s+|also\s+)?(?:and\s+|to\s+)?\Z").match(gap):
            return mention
        if gap.startswith((", when ", " when ")) and len(gap) < 120 and gap.count(",") < 2:
            return mention  # "last met in October, when they also held talks"
        if _before_verb(scene, mention, trigger.start):
            return mention
        if compiled(r"\s+(?:by|with)\s+(?:[a-z]+\s+){0,3}\Z").match(gap) and compiled(_FOLLOWED).search(lead[-40:]):
            return mention  # "will be preceded today by talks between"
        if gap[:1] == "," and len(gap) < 120 and gap.count(",") == 1:
            if compiled(_NEW_CLAUSE).search(scene.before(mention.start, 12)) and compiled(_SUBJECT).fullmatch(gap):
                return mention  # "when the summit is over, on Tuesday, A and B will meet"
    return None


_HELD = r"(\s*,)?\s*(?:(?:also|jointly|separately|each|both|then|virtually|formally|officially|personally)\s+)*((?:will|would|shall|(?:expected|due|set|scheduled|slated) to)\s+)?([a-z-]+)\s(?!by\b)(?:[a-z][a-z'-]*[\s-]+){0,7}\Z"


def _before_verb(scene: Scene, mention: Mention[Any], start: int) -> bool:
    """Whether a date stands before the verb that governs a noun: "A on Tuesday held talks with B"."""
    found = compiled(_HELD).match(scene.between(mention.end, start)) if start - mention.end < 90 else None
    if found is None or found[3] not in support():
        return False
    left = scene.before(mention.start, 12)
    if not found[2] and all(word.form in ("base", "ing") for word in support()[found[3]]):
        return left.rstrip().endswith((" is", " are", " was", " were"))  # "is today attending"
    return found[1] is None or compiled(r",\s*(?:on\s+)?\Z").search(left) is not None


def later_date(scene: Scene, at: int, stops: frozenset[int]) -> Mention[Any] | None:
    """A date further on in the same clause."""
    limit = min([at + 300, scene.end, *[stop for stop in stops if stop > at]])
    for mention in scene.dates:
        if at <= mention.start < limit:
            gap = scene.between(at, mention.start)
            if compiled(r"\b(?:which|who|that|when|where|since|by|until|after|before)\b|;").search(gap):
                return None
            return mention
    return None


_PREDICATE = (
    r"(?:,\s*according\s+to\s+[^.;\"]{0,160}?,)?(?:(?!\babout\b|\bregarding\b|\bconcerning\b)[^.;\"<E>]){0,80}?\b(?:held|takes? place|took place|taking place|scheduled|convened|due|hosted|organised|organized|commenced|kicked off|"
    r"signed|set|slated|planned|resumed|resumes?|continues?|reconvenes?|being arranged|being organi[sz]ed|was|were|is|begin|begins|began|beginning|commences?|starting|open|opened|opens|start|started|starts|kicks off|gets under ?way|got under ?way|run|runs|adopted|under ?way|ongoing|in progress|suspended)\b(?:\s+(?:to|be|take|place|held|for|again|virtually|by|the))*\s+"
)


_PREDICATE_DATE = rf"{_PREDICATE}(?:(?:in|at)\s+(?:(?!\b(?:visit|trip|tour)\b)[^.;]){{1,120}}?)?(?:on\s+|in\s+|from\s+|here\s+|later\s+|during\s+|upcoming\s+|coming\s+)*(?=[<D>])"
_DATE_AFTER_CLAUSE = r"[^.;,\"]{0,60},\s+which\s+will\s+[^.;,\"]{0,80},\s+(?:on|from|in)\s+(?=[<D>])"
"""The end of "a visit to S, which will include a dinner, on …"."""
_ENDED = r"(?:\s+which)?(?:(?!\b(?:which|that|who|after|before|from|follow\w*)\b)[^.;\"]){0,160}?\b(?:ended|concluded|collapsed|broke up)\s+"
_ENDED_ON = (
    _ENDED + r"(?:without\s+(?:[a-z]+\s+){1,3}?)?(?:in\s+[<P><H>]+\s+)?(?:on\s+|early\s+|late\s+|here\s+)*(?=[<D>])"
)
_ENDED_IN = _ENDED + r"in\s+(?=[<P><H>])"
_PREDICATE_HERE = rf"{_PREDICATE}(?:(?:in|at|on)\s+[^.;,\"]{{1,80}}?\s)?here\b"
_PREDICATE_PLACE = (
    rf"{_PREDICATE}(?:(?:on|from|in|at|by)?\s*(?:the\s+)?[<D>][^.;]{{0,40}}?)?(?:in|at)\s+(?:the\s+)?"
    r"(?:(?:[<A><C>]+\s+)?(?:[a-z-]+\s+){1,3}of\s+)?(?=[<P><H>])"
)


_HELD_FAR = (
    r"(?:(?!\b(?:which|that|who|after|before|when|where|while|said|told)\b)[^.;\"<E>]){81,260}?\b"
    r"(?:(?:was|were|will be|is to be|are to be) (?:[a-z]+ly )?(?:held|hosted|convened)|(?:took|takes|will take) place)\s+"
)
"""What tells far behind a noun that it took place: "the meeting of the forum of A and B to review the fund was held in"."""
_FAR_DATE = rf"{_HELD_FAR}(?:(?:in|at)\s+[^.;]{{1,80}}?)?(?:on\s+|in\s+|from\s+|here\s+|earlier\s+|later\s+)*(?=[<D>])"
_FAR_PLACE = (
    rf"{_HELD_FAR}(?:(?:on|from|in)?\s*(?:the\s+)?[<D>][^.;]{{0,40}}?)?(?:in|at)\s+(?:the\s+)?"
    r"(?:(?:[<A><C>]+\s+)?(?:[a-z-]+\s+){1,3}of\s+)?(?=[<P><H>])"
)


def _far(right: str) -> bool:
    """Whether masked text may tell far on that something took place."""
    return "held" in right[80:] or "place" in right[80:] or "convened" in right[80:] or "hosted" in right[80:]


def predicate_date(scene: Scene, end: int) -> Mention[Any] | None:
    """The date in "the summit will be held on …"."""
    if not scene.dates or scene.dates[-1].end <= end:
        return None
    right = scene.after(end, 330)
    if DATE not in right:
        return None
    found = (
        compiled(_PREDICATE_DATE).match(right)
        or ("which will" in right and compiled(_DATE_AFTER_CLAUSE).match(right))
        or (_ends(right) and compiled(_ENDED_ON).match(right))
        or (_far(right) and compiled(_FAR_DATE).match(right))
    )
    return mention_at(scene.dates, end + found.end()) if found else None


def _ends(right: str) -> bool:
    """Whether masked text has a word for the end of a meeting."""
    return "concluded" in right or "ended" in right or "collapsed" in right or "broke up" in right


def predicate_place(scene: Scene, end: int) -> Span | None:
    """The place in "the summit will be held in …"."""
    if not scene.places or scene.places[-1].end <= end:
        return None
    right = scene.after(end, 330)
    inside = " in " in right
    if not inside and " at " not in right:
        return None
    found = (
        compiled(_PREDICATE_PLACE).match(right)
        or (inside and _ends(right) and compiled(_ENDED_IN).match(right))
        or (_far(right) and compiled(_FAR_PLACE).match(right))
    )
    return place_at(scene, end + found.end()) if found else None


def predicated(scene: Scene, end: int) -> bool:
    """Whether the day or the place of a gathering is told behind it: "the summit will be held in"."""
    return predicate_date(scene, end) is not None or predicate_place(scene, end) is not None


def predicate_here(scene: Scene, end: int) -> bool:
    """Whether a meeting "was held here"."""
    right = scene.after(end, 330)
    return "here" in right and compiled(_PREDICATE_HERE).match(right) is not None


def date_between(scene: Scene, start: int, end: int) -> Mention[Any] | None:
    """The day between who acts and the verb, unless it is that of something else."""
    for mention in scene.dates:
        if start <= mention.start and mention.end <= end:
            left, right = scene.between(start, mention.start), scene.between(mention.end, end)
            if "," in right and compiled(r"\b(?:whom?|which|whose)\b").search(left):
                continue  # "A, who arrived on Monday, met B"
            if compiled(r"\b(?:after|following|before|ahead of|since)\b").search(right):
                continue  # "A returned on Monday after meeting B"
            return mention
    return None


_MODIFIED = r"(?:\b(?:the|their|his|her|its|our|a|last|this|that)|(?<!since )(?<![<A>])[<A>]+(?:'s?)?|[<H>]'s?)\s+(?:[a-z]+\s+){0,2}\Z"


_HOLDS = r"\b(?:host|open|attend|conven|chair|address|clos|inaugurat|launch|organi[sz]|join|hold|held|start|beg[aiu]n)[a-z]*\s"


def of_the_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether a day before somebody is that of what they do, not of the gathering: "On Monday A invited B to the summit"."""
    between = scene.between(start, end)
    return HEAD in between and compiled(_HOLDS).search(between) is None


_THEREOF = r"\s+(?:decisions?|declaration|communique|statement|agreements?|outcomes?|commitments?|deadline|elections?|pledges?)\b"
_THEN = r"\s(?:(?!(?:of|to|and|for|with|at|in|on|by|after|before|the)\b)[a-z-]+\s){0,2}"


def date_of_noun(scene: Scene, noun: Hit | Span) -> Mention[Any] | None:
    """The day or month right before a noun: "their June meeting", "the May 14 summit"."""
    start = noun.start
    if compiled(_THEREOF).match(scene.after(noun.end, 20)):
        return None
    for mention in scene.dates:
        if mention.end <= start <= mention.end + 24:
            then = scene.between(mention.end, start)
            if then == "'s ":
                return mention  # "at yesterday's talks"
            if compiled(_THEN).fullmatch(then):
                return mention if compiled(_MODIFIED).search(scene.before(mention.start, 30)) else None
    return None


_PREPARED = r"\b(?:discuss|talk|review|touch|consider|examin|exchang)[a-z]*\s[^.;\"]{0,40}?\b(?:preparations|arrangements|agenda)\s+(?:for|of|ahead of)\s+[^.;\"]{0,90}\Z"


def prepared(scene: Scene, start: int) -> bool:
    """Whether a gathering is one for which others prepare: "discussed the preparations for"."""
    left = scene.before(start, 140)
    if "preparation" not in left and "arrangement" not in left and "agenda" not in left:
        return False
    return compiled(_PREPARED).search(left) is not None


def date_behind(scene: Scene, end: int) -> Mention[Any] | None:
    """The day behind names of places that were not all read: "visited Dublin, Waterville, Ireland, from …"."""
    found = compiled(r"(?:[\s,()]|[<P><H><C><A>]|\band\b)*\s(?:on|from)\s+(?=[<D>])").match(scene.after(end, 120))
    return None if found is None else mention_at(scene.dates, end + found.end())


def tells_of_instrument(text: str) -> bool:
    """Whether folded words speak of something that is signed."""
    return not bag("instruments").isdisjoint(compiled(r"[\w-]+").findall(text[:200]))


def maiden(scene: Scene, start: int) -> Span | None:
    """The word that calls a visit the first, before the noun."""
    left = scene.before(start, 60)
    if "first" not in left and "maiden" not in left and "inaugural" not in left:
        return None
    found = compiled(r"\b(?:first|maiden|inaugural)(?=[\s-])(?:-?\s?[^\s.,;]+){0,3}\s+\Z").search(left)
    if found is None or compiled(r"first (?:time|half|day|leg|stop|two|three)").match(found[0]):
        return None
    at = start - len(left) + found.start()
    return Span(at, at + len(compiled(r"\w+").match(found[0])[0]))  # type: ignore[index]


_TYPES = (
    ("official working|working official", VisitType.OFFICIAL_WORKING),
    ("state", VisitType.STATE),
    ("official", VisitType.OFFICIAL),
    ("working", VisitType.WORKING),
    ("private", VisitType.PRIVATE),
    ("informal|unofficial", VisitType.INFORMAL),
    ("transit|stop-?over|refuell?ing|technical stop|layover", VisitType.TRANSIT),
)
_TYPE_WORDS = (
    "official",
    "state",
    "working",
    "private",
    "informal",
    "transit",
    "stopover",
    "stop-over",
    "refuel",
    "technical",
    "layover",
)
_TYPE = rf"\b(?:{'|'.join(pattern for pattern, _ in _TYPES)})\b"


def visit_type(scene: Scene, hit: Hit) -> VisitType:
    """The protocol of a visit, from the words before the noun and the noun itself."""
    text = " ".join(scene.before(hit.start, 40).split()[-4:]) + " " + scene.between(hit.start, hit.end)
    if holds(text, _TYPE_WORDS) and compiled(_TYPE).search(text):
        for pattern, kind in _TYPES:
            if compiled(rf"\b(?:{pattern})\b").search(text):
                return kind
    return VisitType.UNSPECIFIED


def visit_type_told(scene: Scene, hit: Hit) -> VisitType:
    """The protocol of a visit, from the adverbs behind a verb: "visited Kenya privately", "arrived in Lima in transit"."""
    after = scene.after(hit.end, 70)
    if "private" in after or "transit" in after or "informal" in after or "vacation" in after or "holiday" in after:
        found = compiled(_ADVERB).match(after)
        if found is not None:
            return (VisitType.PRIVATE, VisitType.INFORMAL, VisitType.TRANSIT)[(found.lastindex or 1) - 1]
    return VisitType.UNSPECIFIED


_ADVERB = (
    r"(?:(?!\b(?:to|and|that|who|which|where|said|met)\b)[^.;,]){0,50}?"
    r"\b(?:(privately|in (?:a|his|her) private capacity|on (?:a )?(?:holiday|vacation)|for (?:a )?(?:holiday|vacation))|(informally)|(in transit))\b"
)
