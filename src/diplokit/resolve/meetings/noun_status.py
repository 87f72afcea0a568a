"""What has become of a meeting that a noun names: "the visit, which was put off", "after talks", "a planned summit"."""

import re
from functools import cache

from diplokit.vocabulary import MeetingStatus as Status

from .modals import (
    BEING,
    LATER,
    PROPOSED,
    comes,
    coming,
    proposals,
    turns,
    word,
)
from .patterns import HEAD, compiled, holds
from .setbacks import SAME_CLAUSE, not_held, put_off_behind, turned

_ON_THE_AGENDA = r"\b(?:itinerary|agenda|programme|program|schedule)\s+(?:(?:will|would|also|for [^.;,]{1,30}?)\s+)?includes?\b[^.;\"]*\Z"
"""Before talks to come: "His itinerary also includes | meetings with"."""
_ON_A_CITY = r"(?<!is )(?<!are )(?<!was )(?<!were )\bon\s+[<P>]+\s+\Z"
"""Before a visit: "urges a truce on Kyiv | visit"."""
_EXPECTED = rf"{SAME_CLAUSE}\b(?:is|are|was|were)\s+(?:also\s+|still\s+|now\s+)?(?:expected|likely|anticipated|on the cards|in the works|in the offing|being (?:planned|arranged|prepared|worked out|finali[sz]ed|organi[sz]ed))\b"
_WHILE = (
    r"(?:\b(?:during|after|following|since|at|in|throughout|besides|apart from|in addition to)|\A\W*as well as)\s+(?:(?:a|an|the|his|her|its|their|our|my|your|this|that)\s+)?"
    r"(?:(?!on\b|for\b|run-?up\b|lead-?up\b)[^\s,.;]+\s+){0,4}\Z"
)
_WHICH_IS_DUE = (
    r"[^.;\"]{0,110}\b(?:which|that)\s+(?:(?:is|are)\s+(?:[a-z]+\s+)?(?:expected|likely|due|scheduled|set|slated|planned|to)\b|"
    r"(?:will|shall)\s+(?:be held|take place|convene|open|begin)\b)"
)
_BACK_FROM = r"\b(?:back|home|fresh|return(?:ed|s|ing)|arrived)\b[^.;]{0,60}\bfrom\s+(?:an?|his|her|their|the)\s+(?:[^\s,.;]+\s+){0,4}\Z"
_REPORTS = (
    r"\b(?:told|said|announced|added|noted|stressed|declared|stated|explained|"
    r"(?:say|tell|announc|add|not|stress|declar|highlight|emphasi[sz]|underlin|underscor|express|reiterat|reaffirm|describ|prais|hail)ing)\b"
)
"""What is reported as said was said before or after the meeting, whatever it says of the future."""
_WERE_OF = r"\b(?:was|were)\s+(?:[a-z]+\s+){0,3}(?:issues?|topics?|focus|subjects?|themes?|items?)\s+of\s+(?:an?|the|their|his|her)\s+(?:[a-z]+\s+){0,2}\Z"
"""Before a meeting that took place: "trade and tourism were the main topics of a"."""
_RUNS = r"\b(?:current|ongoing)\s+(?:[<H><A><P><C>]+\s+|[a-z-]+\s+)?\Z"
_RUNS_NOW = (
    r"[^.;]{0,80}\b(?:(?:is|are)\s+(?:now\s+|still\s+|currently\s+)?|currently\s+|now\s+)(?:under ?way|ongoing|continuing|progressing|in progress|"
    r"taking place|being held|being hosted|"
    r"in (?:[<A>]+|the) (?:final|last|early) (?:stages?|phase))\b"
)
_IS_GOING = (
    r"leaves|departs|sets off|sets out|(?<!good )will|shall|'ll|upcoming|forthcoming|scheduled|due|planned|expected"
)
_WILL_BE = r"(?:,\s(?:hosted|organi[sz]ed|co-?hosted|chaired|led|sponsored|convened|attended)\b[^.;,\"]{2,110},)?[^.;,]{0,70}\b(?:will|would) (?:be held|take place|be hosted|begin|start|open|convene|run|be convened|be co-chaired|be adopted|be attended)\b"
_IS_DUE = r"[^.;]{0,50}\b(?:which|that)?\s*(?:(?:is|are|was|were|has been)\s+)?(?:also )?(?:scheduled|due|to be held|to take place|set for|slated|planned)\b"
_IS_AT_IT = r"(?:is|are|am)(?: \w+ly)? (?!(?:try|work|seek|hop|consider|expect|look|wait|push|ask|call|urg|propos|offer|invit)ing\b)(?:\w+ing|on|in|here|currently)"
_ON_THE_VISIT = r"\bon\s+[<H><A>]+\s+\Z"
"""In headlines, before a journey on which somebody says something: "urges truce on Lima"."""
_AHEAD_OF = tuple(f"ahead of {whose} " for whose in ("the", "his", "her", "their"))
"""What is said before a meeting does not tell whether it has been held since."""
_AT_A_STOP = r"\bis in\b[^.;,]{1,30}\bon (?:the|his|her) (?:[a-z]+ )?(?:leg|stop|stage) of\b"
"""Before a journey: "is in Uganda on the fourth stop of his five-nation"."""
_IS_PAST = (
    r"was in|were in|was on|were on|held|had|has|have|made|paid|concluded|ended|attended|hosted|chaired|co-chaired|convened|following|after|since|"
    r"during|last|earlier|recent|wrapped up|participated"
)
_WAS_HELD = r"[^.;,]{0,60}\b(?:held|was|were|took place|ended|concluded|discussed|focused)\b"
_COMING = r"will|shall|scheduled|expected|slated|(?:is|are) (?:set )?to|due to|upcoming|forthcoming|next"
_FOLLOWS = ("will", "shall", "is ", "are ")
_WILL_FOLLOW = (
    r"(?:[\s,)]*that(?=\s+(?:will|is|are|shall)\b))?(?:(?!\bthat\b)[^.;]){0,120}\b(?:will|is to|are to|shall|"
    r"(?:is|are) (?:scheduled|slated|due|planned|expected to (?:be held|take place)))\b"
)
_WILL_DO = r"(?:(?!\b(?:which|that|who|where|said|told|after|and (?:said|will))\b)[^.;,]){0,160}?\bwill\b"
"""Behind a meeting that is still to come, of which somebody says what it will be about."""
_LONG_NAME = r"([<H><A><P><C><E><T>])\1\1\1+"


def _shortened(name: re.Match[str]) -> str:
    """Three signs for a name that has more."""
    return name[1] * 3


# One of these words must stand in a text before a pattern that begins with them is worth trying.
_WITHIN = frozenset("besides apart addition as during after following since at in throughout".split())
_FUTURE, _FAILED = frozenset(("will", "shall", "is", "are")), frozenset(("not", "never", "fell", "failed"))
_RUNNING, _NOW = frozenset(("current", "ongoing")), frozenset(("is", "are", "am"))
_RUNNING_NOW = frozenset(("is", "are", "currently", "now"))
_UNDER_WAY = frozenset("under underway ongoing continuing progressing progress taking being final last early".split())
_GOES_ON = r"[^.;\"]{0,120}\b(?:runs|continues|lasts)\s+(?:until|through|till|to)\b"
_LASTS = frozenset(("runs", "continues", "lasts"))
_ABROAD_NOW = r"\b(?:currently|presently)\s+(?:on|paying|making)\b"
_DAY_OF = (
    r"\bon\s+the\s+(?:first|second|third|fourth)\s+day\s+of\s+(?:an?|the|his|her|their|its)\s+(?:[^\s,.;]+\s+){0,4}\Z"
)
"""Before a visit that is not over yet."""
_NO_DAY_YET = r"[^.;\"]{0,110}\b(?:has|have|had)\s+(?:yet\s+to\s+be|not\s+(?:yet\s+)?been)\s+(?:fixed|set|decided|announced|confirmed|determined|agreed)\b"
"""Behind "the date of" a meeting."""
_GONE = frozenset("left departed flew set".split())
_GOING = frozenset("leaves departs sets will shall ll upcoming forthcoming scheduled due planned expected".split())
_WILL = frozenset(("will", "would"))
_AWAITED = frozenset(("expected", "likely", "anticipated", "being", "cards", "works", "offing"))
_DUE, _CLAUSE = frozenset("scheduled due set slated planned".split()), frozenset(("which", "that"))
_PAST = frozenset(
    "was were held had has have made paid concluded ended attended hosted chaired convened following after since during last earlier recent "
    "wrapped participated".split()
)
_TOLD = frozenset("held was were took ended concluded discussed focused".split())


@cache
def _signs() -> frozenset[str]:
    """All words that any of the patterns asks for."""
    return frozenset(("from", "to", "take", "be", "no", "date", "presently")).union(
        turns(),
        proposals(),
        coming(),
        BEING,
        _FUTURE,
        _FAILED,
        _NOW,
        _RUNNING_NOW,
        _UNDER_WAY,
        _LASTS,
        _GONE,
        _GOING,
        _WILL,
        _AWAITED,
        _DUE,
        _CLAUSE,
        _PAST,
        _TOLD,
    )


def of_noun(left: str, right: str, governed: Status | None = None) -> tuple[Status, bool]:
    """The status of a meeting that a noun names, and whether the text says it outright.

    Args:
        left: The masked text from the beginning of the clause to the noun.
        right: The masked text after it.
        governed: What the verb says that governs the noun; it holds unless the meeting was only proposed or came to nothing.
    """
    if len(left) > 60:  # a long name must not hide the verb
        left = compiled(_LONG_NAME).sub(_shortened, left)
    if HEAD in right[:60]:
        right = compiled(_LONG_NAME).sub(_shortened, right)
    near, after = left[-70:], right[:90]
    last = left[-90:].replace("(", " ").split()[-7:]
    if not _RUNNING.isdisjoint(last) and compiled(_RUNS).search(near):
        return Status.ONGOING, True
    if "from" in last and compiled(_BACK_FROM).search(left[-120:]):
        return Status.HELD, True
    if "clude" in left and compiled(_ON_THE_AGENDA).search(left):
        return Status.SCHEDULED, False
    put_off = put_off_behind(right)
    if put_off is not None:
        return put_off, True
    if last[-2:-1] == ["on"] and compiled(_ON_A_CITY).search(near):
        return _meanwhile(left[left.rindex("on ") :], left, right) if governed is None else (governed, True)
    if not _WITHIN.isdisjoint(last) and (within := compiled(_WHILE).search(left[-90:])):
        return _meanwhile(within[0], left, right) if governed is None else (governed, True)
    if "of" in last and compiled(_WERE_OF).search(near):
        return Status.HELD, True
    before, behind = _told(near), _told(right[:170])
    if governed is not None and proposals().isdisjoint(before) and _setbacks().isdisjoint(before | behind):
        if "no date" not in left:
            return governed, True
    if not (turns().isdisjoint(before) and turns().isdisjoint(behind)):
        setback = turned(near, right)
        if setback is not None:
            return setback, True
    if not behind.isdisjoint(_FAILED) and not_held(right):
        return Status.CANCELLED, True
    if not behind.isdisjoint(_RUNNING_NOW) and not behind.isdisjoint(_UNDER_WAY) and compiled(_RUNS_NOW).match(after):
        return Status.ONGOING, True
    if not behind.isdisjoint(_LASTS) and compiled(_GOES_ON).match(right):
        return Status.ONGOING, True
    if "presently" in before or "currently" in before:
        if compiled(_ABROAD_NOW).search(near):
            return Status.ONGOING, True
    elif "day" in last and compiled(_DAY_OF).search(left[-90:]):
        return Status.ONGOING, False
    if "date" in left[-60:] and compiled(_NO_DAY_YET).match(right):
        return Status.PROPOSED, True
    if not before.isdisjoint(_GONE) and word(r"left|departed|flew off|set off|set out").search(near):
        return Status.HELD, True
    if (
        (not before.isdisjoint(_GOING) and word(_IS_GOING).search(near))
        or (not behind.isdisjoint(_WILL) and compiled(_WILL_BE).match(right[:190]))
        or (not behind.isdisjoint(_AWAITED) and compiled(_EXPECTED).match(right))
        or (
            (not behind.isdisjoint(_DUE) or {"to", "be"} <= behind or {"to", "take"} <= behind)
            and compiled(_IS_DUE).match(after)
        )
        or (
            not behind.isdisjoint(_CLAUSE)
            and not behind.isdisjoint(_FUTURE)
            and compiled(_WHICH_IS_DUE).match(right[:160])
        )
    ):
        return Status.SCHEDULED, True
    if "held" in behind and compiled(r",?\s+held\s+(?:here|in|at|on|under|from|between|last|earlier|during|<D>)").match(
        right
    ):
        return Status.HELD, True
    if not before.isdisjoint(proposals()) and word(PROPOSED).search(near[-45:]):
        on_it = compiled(_ON_THE_VISIT).search(near)
        return (Status.HELD, False) if on_it else (Status.PROPOSED, True)
    later = comes(before) and word(LATER).search(near)
    if later:
        return Status.SCHEDULED, not left.endswith(_AHEAD_OF)
    if not before.isdisjoint(_NOW) and (word(_IS_AT_IT).search(near[-40:]) or compiled(_AT_A_STOP).search(near)):
        return Status.ONGOING, True
    if "no date" in left:  # "No date has been set for the visit"
        return Status.PROPOSED, True
    if not before.isdisjoint(_PAST) and word(_IS_PAST).search(near):
        return Status.HELD, True
    if not behind.isdisjoint(_TOLD) and compiled(_WAS_HELD).match(after):
        return Status.HELD, True
    if "will" in behind and compiled(_WILL_DO).match(right):
        return Status.SCHEDULED, False
    return Status.HELD, False


STAYING_AWAY = (Status.CANCELLED, Status.DECLINED, Status.DENIED)
"""What the verb says of a gathering that others hold without those who stay away."""
_COMING_UP = r"\b(?:will|would|won't|plans?|intends?|is|are)\b"


def to_come(left: str) -> bool:
    """Whether a gathering from which somebody stays away is still to come, by the masked text before it."""
    return compiled(_COMING_UP).search(left[-70:]) is not None


@cache
def _setbacks() -> frozenset[str]:
    """Words of which one must stand where a meeting came to nothing."""
    return turns() | _FAILED


def _told(text: str) -> frozenset[str]:
    """The words of a text that any of the patterns asks for."""
    return _signs().intersection(compiled(r"[a-z]+").findall(text))


def _meanwhile(within: str, left: str, right: str) -> tuple[Status, bool]:
    """The status of a meeting during, before or after which something else happens, by that."""
    if within.startswith("since"):
        return Status.HELD, True  # "the second visit since his inauguration"
    if compiled(_DONE_THEN).search(left.removesuffix(within)[-40:]):
        return Status.HELD, True
    ahead = word(_COMING)
    if (ahead.search(left) and ahead.search(compiled(_REPORTS).split(left)[-1])) or (
        holds(right, _FOLLOWS) and compiled(_WILL_FOLLOW).match(right)
    ):
        return Status.SCHEDULED, bool(word("upcoming|forthcoming|next").search(left[-70:]))
    return Status.HELD, within.startswith(("after", "following"))


_DONE_THEN = (
    r"(?<!be )(?<!being )(?<!to )\b(?:signed|inked|initialled|sealed|struck|clinched|concluded|reached|agreed(?: (?:up)?on)?|finali[sz]ed|adopted|announced|unveiled|made|"
    r"pledged|promised|discussed|raised|issued|launched|approved|said|told [^.;,]{1,20})\s\Z"
)
"""Before "during a visit" and the like: what was done there, so that it is past."""
