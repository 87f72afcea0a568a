"""Whether the clause around a date tells of something past or to come, from its verbs; English."""

import re
from functools import cache

from diplokit import Document

_REACH = 260

_FUTURE = (
    r"(?:will|shall|would|won't|'ll|may(?! (?:from|in|last|this|and|to|was|were|at|as|after|against|when|with|compared|of|for|but|period)\b)|might|could|can|should|must)(?: (?:not|also|then|now|again|be|have|both|\w{1,20}ly)){0,4} [^\W\d]\w*|"
    r"going to|(?:is|are|was|were) (?:due|set|scheduled|slated|expected|planned|poised|likely) to|(?:is|are) to(?! the)|to be \w+|"
    r"upcoming|forthcoming|expects|as (?:the|a) (?:[a-z]+ )?(?:date|deadline|day) (?:for|of|to)|(?:is|are) on an? (?:[\w-]+ ){1,3}(?:visit|trip|tour)|(?<!than )(?<!most )(?<!the )(?<!market )forecasts|plan(?:s|ning)? to|(?:intend|aim|propose)s? to|(?:is|are) (?:expected|due)|due (?:on|in|by|to|here)|(?:scheduled|planned|slated) (?:for|on|in)|set for|set (?:the |a |its |their )?(?!off|out)[a-z]{3,12} for|likely (?:in|on|next)|off to|plans for|effective|closes|look(?:s|ing)? forward|by|"
    r"takes? effect|(?:comes?|enters?|goes) into|expires?|ahead of the|preparations? (?:(?:is|are|under|way|underway|being|made|[a-z]{2,9}ing) ){0,4}for|prepar(?:e|es|ing) for|(?:opening|beginning|starting|taking place) (?:here )?(?:on|in (?![\d\W]))|(?:run-up|lead-?up) to|"
    r"meets?|begins?|opens?|(?<!the )starts?|takes? place|travels|arrives|visits(?= \w)(?! (?:to|by|from|of|and|between|in|at|on)\b)|hosts|holds|departs|"
    r"heads(?= (?:to|for|off|out|back|home|into)(?!\w))|flies|sets off|resumes|reconvenes|(?:talks|negotiations|sides|ministers|delegations|parties|teams) (?:resume|reconvene)|convenes|kicks off|"
    r"takes (?:office|over|charge|the helm)|assumes (?:office|the|his|her)|parliament votes|(?:go|goes|head|heads) to the polls|"
    r"(?:is|are) (?:voting|visiting|travell?ing|flying|heading|leaving|meeting|hosting|holding|convening|gathering|beginning|starting|opening|paying|undertaking|arriving|departing|embarking|attending|signing|receiving|joining|returning|going|launching)|"
    r"hold (?:talks|an?|their|the|consultations|separate|bilateral)|(?:is|are) (?:in|on)(?= [^.;,]{2,60} (?:until|till|through) )|deadline (?:for [^\W\d]+ )?is|ahead of|(?<!than )(?<!as )expected (?:in|at)|"
    r"leaves(?= (?:for|on [mtwfs]|[mtwfs][a-z]{2,5}day)(?!\w))|(?:runs|continues?|lasts|remains?) (?:from|until|till|through)"
)
# What somebody is to do, from when it is agreed, asked for or decided on; with the verbs of what is done on a day.
_DOING = (
    r"(?:visit|pay|attend|hold|meet|convene|reconvene|gather|host|travel|sign|take|participate|join|address|make|resume|start|begin|open|"
    r"launch|send|organi[sz]e|complete|finali[sz]e|conclude|discuss|return|come|go|be|exchange|arrange|release|publish|submit|present|lead|"
    r"chair|receive|celebrate|mark|play|speak|deliver|review|announce|elect|vote)(?!\w)"
)
_AIM = (
    r"invited(?= (?:(?!in |on |last |during |when )[^\W\d]+ ){1,6}for )|"
    r"(?:invit(?:ed|es|ing|ation)|agree[ds]?|decid(?:ed|es)|resolved|direct(?:ed|s)|instruct(?:ed|s)|tasked|asked|urged|promised|pledged|vowed|"
    r"propos(?:ed|es|als?)|offer(?:ed|s)?|wish|desire|readiness|intentions?|willingness|intended|planned|requested|request|ready|determined|"
    rf"commitment|accepted|opportunity)(?= (?:(?!(?:in|on|last|during|when|after|who|which|that) )[^\s\d;]+ ){{0,12}}(?:to {_DOING}|for (?:talks|a (?:visit|meeting))))"
)
_PAST = (
    r"was|were|had|did|met|held|took|came|went|began|left|set (?:off|out)|made|gave|saw|spoke|signed|won|rose|fell|grew|became|sent|brought|"
    r"broke|kept|lost|ran|fought|drew|fled|flew|struck|threw|stood|sat|chose|sought|caught|bought|thought|felt|dealt|drove|froze|got|heard|"
    r"knew|shook|swore|withdrew|built|sold|spent|swept|undertook|oversaw|took|"
    r"led|wrote|paid|hosted|visited|arrived|attended|travel(?:l)?ed|opened|launched|concluded|ended|started|earlier|ago|said|told|announced|following|"
    r"in an? (?:(?:joint|written|press|separate|televised|final) ){0,2}(?:statement|interview|speech|message|letter|note|post|tweet|report|briefing)"
)
_IN = re.compile(r" (?:in|on|by|at|since|during|last|this|from)(?: the| early| late| mid-?)? ?")
_BEFORE = {"by": 5, "effective": 12, "ahead of": 12, "following": 40}
"""What tells only of a date behind it, with how far it may be from there."""
# A participle right behind the date that is no verb of its sentence.
_NO_VERB = re.compile(r" (?:scheduled|planned|slated|expected|aimed|entitled|titled|\w+ed (?:by|at|between))(?!\w)")
_OPENING = frozenset(["following"])
"""What tells only at the head of its sentence: "Following talks on Friday, they will …"."""
# What is extended or put off until a day, which is then to come.
_UP_TO = ("until ", "till ", " to ", "through ", "until the ", "till the ", " to the ", "end of ")
_EXTENDED = re.compile(
    r"\W(?:extend|prolong|postpon|delay|reschedul|adjourn|put (?:off|back)|suspend|renew|defer|mov)(?:ed|s|ing|e)?(?!\w)[^.;,]{0,60} (?:until|till|to|through) (?:the )?(?:end of )?\Z"
)
# Right before the date: to come, unless a verb tells otherwise.
_UNTIL = ("until ", "till ", "starting ", "beginning ", "starting on ", "beginning on ")
# What was put off was still to come, and may have been near.
_PUT_OFF = r"(?:postponed|cancell?ed|delayed|rescheduled|put off|called off)(?!\w)"
# Participles and the like: they decide only where nothing else does.
_WEAK = (
    rf"recently|since|(?:has|have)(?! (?:been )?{_PUT_OFF})|"
    rf"(?!(?:need|unit|indeed|proceed|exceed|speed)|{_PUT_OFF})[a-z]{{3,20}}ed"
)


@cache
def _marks() -> re.Pattern[str]:
    # What stands before the verb is matched too: the engine finds such a character far faster than a place.
    return re.compile(
        rf"\W(?:(?P<future>{_FUTURE})|(?P<aim>{_AIM})|(?P<past>{_PAST})|(?P<weak>{_WEAK})|(?P<to>to {_DOING}))(?!\w)"
    )


def tense_at(document: Document, start: int, end: int, *, clause: bool = False) -> str:
    """`past`, `future`, or nothing if no verb near a place tells.

    The nearest verb of its sentence decides, and one before the place rather than one behind it; participles
    decide only if there is nothing else, since many stand beside a noun ("forced displacement").

    Args:
        document: The document.
        start: Where the date begins.
        end: Where it ends.
        clause: Whether only what follows the last comma counts.

    Examples:
        >>> from diplokit import read
        >>> [tense_at(read(text), text.index("Friday"), len(text)) for text in ("He left on Friday", "He will leave on Friday")]
        ['past', 'future']
    """
    folded = document.folded
    left, right = _sentence(document, start, end)
    if clause:
        left = max(left, folded.rfind(", ", left, start))
    best = weak = ""
    nearest = 10_000
    aimed = False  # whether the nearest one tells of an aim
    done = False  # whether a participle stands right before the date
    todo = False  # whether something is to be done
    told = False  # whether a verb before the date, with no comma between, tells of it
    for match in _marks().finditer(folded if left else f" {folded[:right]}", max(left - 1, 0), right + (not left)):
        begins, ends = match.start() + bool(left), match.end() - (not left)
        if start < ends <= end or start <= begins < end:
            continue
        if match["weak"] or match["to"]:
            if match["to"]:
                todo = todo or ends <= start
            else:
                weak = "past"
                done = done or (ends <= start and start - ends < 9 and _IN.fullmatch(folded, ends, start) is not None)
                if begins == end + 1 and nearest > 10 and not _NO_VERB.match(folded, end):
                    best, nearest = "past", 10  # "on Friday called for"
            continue
        if match["aim"] and ends > start:
            weak = "past"  # "In May they agreed to meet"
            continue
        said = match.group()[1:]
        if said in _BEFORE and not (ends <= start <= ends + _BEFORE[said]):
            continue
        if said in _OPENING and begins > left + 2:
            continue
        if begins >= end and told and ("," in folded[end:begins] or folded.startswith(" that ", end)):
            continue  # "A, who met B on Friday, will …", "A said on Friday that he will …"
        distance = start - ends if ends <= start else (begins - end) * 2 + 10
        told = told or (ends <= start and "," not in folded[ends:start])
        if distance < nearest:
            best, nearest = "past" if match["past"] else "future", distance
            aimed = bool(match["aim"])
    if folded.endswith(_UP_TO, 0, start) and _EXTENDED.search(folded, left, start):
        return "future"
    if best and aimed and done:
        return "past"  # "agreed to lift the sanctions imposed in May"
    if not best and folded[max(0, start - 14) : start].endswith(_UNTIL):
        return "future"
    return best or weak or ("future" if todo and _in_headline(document.text, end) else "")


def _in_headline(text: str, end: int) -> bool:
    """Whether the line of a date ends without a full stop: "Peru, Chile to hold talks in April"."""
    stop = text.find("\n", end, end + _REACH)
    stop = stop if stop >= 0 else min(len(text), end + _REACH)
    return text[stop - 1 : stop] not in (".", ",") and ". " not in text[end:stop]


def _sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    """About the sentence around a place: to the next full stop on either side that ends no abbreviation."""
    folded, text = document.folded, document.text
    left = max(0, start - _REACH)
    stop = start
    while (stop := folded.rfind(". ", left, stop)) >= 0:
        if not text[stop - 1 : stop].isupper():
            left = stop + 1
            break
    left = max(left, text.rfind("\n\n", left, start))
    right = min(len(folded), end + _REACH)
    stop = end
    while (stop := folded.find(". ", stop, right)) >= 0:
        if not text[stop - 1 : stop].isupper():
            right = stop
            break
        stop += 1
    return left, right
