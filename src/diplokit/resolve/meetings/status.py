"""Whether a meeting took place, will, should, or will not: tense, modal verbs and verbs of refusal."""

import re
from functools import cache

from diplokit import CalendarDate, Document
from diplokit.vocabulary import MeetingStatus as Status

from .patterns import compiled

_LATER = (
    r"(?<!good )will|shall|'ll|(?:is|are|am|was|were) (?:\w+ly )?(?:to|due|scheduled|expected|set|slated|planned|likely|going|planning|preparing|supposed|billed)|"
    r"due to|due in|scheduled|expected|slated|planned|plans?|planning|intends?|intent|intention|going to|about to|upcoming|forthcoming|"
    r"look(?:s|ed|ing)? forward|agreed to|ahead of|would|prepar(?:es?|ed|ing)|next week|next month|later this|forward to|announced|poised to|"
    r"lead-?\s?up to|run-?up to|in advance of|(?:days|weeks|months) (?:left )?(?:to|until|before)|in preparation for|preparations for"
)
_PROPOSED = (
    r"propos(?:al|als|e|es|ed|ing)|offer(?:s|ed|ing)?|hop(?:es?|ed|ing)|want(?:s|ed)?|wish(?:es|ed)?|would like|invit(?:e|es|ed|ing|ation)|"
    r"seek(?:s|ing)?|sought|request(?:s|ed|ing)?|ask(?:s|ed|ing)?|willing(?:ness)?|readiness|consider(?:s|ed|ing)?|may|might|could|"
    r"possible|possibility|call(?:s|ed|ing)? for|push(?:es|ed|ing)? for|urg(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|reviv(?:e|es|ed|ing)|"
    r"explor(?:e|es|ed|ing)|idea of|try|tries|tried|trying"
)
_CANCELLED = r"cancel(?:s|led|ed|ling|ing|lation)?|call(?:s|ed|ing)? off|scrap(?:s|ped|ping)?|scratch(?:es|ed)?|shelv(?:es|ed)|abort(?:s|ed)?|will no longer|will not|won't|no longer|abandon(?:s|ed)?"
_POSTPONED = r"postpon(?:e|es|ed|ing|ement)|put(?:s|ting)? off|push(?:es|ed)? back|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|reschedul(?:e|es|ed|ing)"
_DECLINED = r"declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing|al)|reject(?:s|ed|ing)?|turn(?:s|ed|ing)? down|rul(?:e|es|ed|ing) out|boycott(?:s|ed|ing)?|skip(?:s|ped|ping)?"
_DENIED = r"den(?:y|ies|ied|ying)|no plans?"
_NOT = r"not|never|n't|without|nor|neither|unable to|failed to|yet to"
_EMPTY = r"should|must|can|cannot|ought to|if|whether|unless|to be able to|opportunity to|how to|when to|able to|need to|needs to|have to|has to"


_CANCELLED_LATER = r"[^.;]{0,60}\b(?:cancel(?:led|ed|lation)|called off|scrapped|scratched|shelved|aborted)\b"
_POSTPONED_LATER = rf"[^.;]{{0,60}}\b(?:{_POSTPONED})\b"
_SAME_CLAUSE = (
    r"(?:(?!\b(?:after|since|when|because|where|that|who|before|while|as|but|and (?:said|told|added))\b)[^.;,]){0,130}?"
)
_WAS = r"\b(?:was|were|is|are|been|be|being)\s+(?:[a-z]+\s+)?"
_CANCELLED_FAR = (
    rf"{_SAME_CLAUSE}{_WAS}(?:cancelled|canceled|called off|scrapped|scratched|shelved|aborted|abandoned)\b"
)
_POSTPONED_FAR = rf"{_SAME_CLAUSE}{_WAS}(?:postponed|put off|pushed back|delayed|deferred|rescheduled)\b"
"""The same of "the meeting between A and B in C was …", however long the names."""


_NOT_HELD = rf"{_SAME_CLAUSE}\b(?:did not (?:take place|happen|materiali[sz]e|go ahead)|never (?:took place|happened|materiali[sz]ed)|fell through)\b"
_EXPECTED = rf"{_SAME_CLAUSE}\b(?:is|are|was|were)\s+(?:also\s+|still\s+|now\s+)?(?:expected|likely|anticipated|on the cards|in the works|in the offing|being (?:planned|arranged|prepared|worked out|finali[sz]ed|organi[sz]ed))\b"
_TURNED_AFTER_CLAUSE = (
    r"(?:,\s+which\b[^.;\"]{0,170}?,|,\s+(?:\w+ly\s+)?(?:scheduled|planned|due|set|slated|billed)\b[^.;\"]{0,120}?,|"
    r"[^.;,\"]{0,90}?\s(?:that|which)\s+(?:was|were|had been|is|are)\s[^.;\"]{0,80}?\s(?:and\s)?)"
    r"\s*(?:has|have|had|was|were|is|are)\s+(?:been\s+)?(?:(cancelled|canceled|called off|scrapped|scratched|shelved|aborted|abandoned)|"
    r"postponed|put off|pushed back|delayed|deferred|rescheduled)\b"
)
"""What has become of "talks, which were to take place in Paris, have been put off"."""
_WHILE = (
    r"(?:\b(?:during|after|following|since|at|in|throughout|besides)|\A\W*as well as)\s+(?:(?:a|an|the|his|her|its|their|our|my|your|this|that)\s+)?"
    r"(?:(?!on\b|for\b|run-?up\b|lead-?up\b)[^\s,.;]+\s+){0,4}\Z"
)


# One of these words must stand in a sentence before a pattern that begins with them is worth trying.
_WITHIN = frozenset("besides as during after following since at in throughout".split())
_GONE = frozenset("left departed flew set".split())
_GOING = frozenset("leaves departs sets will shall ll upcoming forthcoming scheduled due planned expected".split())
_WILL = frozenset(("will", "would"))
_DUE = frozenset("scheduled due to set slated planned".split())
_NOTS = frozenset("not never n t without nor neither unable failed yet".split())
_MODALS = frozenset(("will", "would", "shall", "be"))
_AWAITED = frozenset(("expected", "likely", "anticipated", "being", "cards", "works", "offing"))
_LONG_NAME = r"([<H><A><P><C><E><T>])\1{3,}"
_FAILED = frozenset(("not", "never", "fell"))
_RUNNING = frozenset(("current", "ongoing"))
_RUNS = r"\b(?:current|ongoing)\s+(?:[<H><A><P><C>]+\s+|[a-z-]+\s+)?\Z"
_NOW = frozenset(("is", "are", "am"))
_TURNS = """
scratch scratches scratched shelves shelved abort aborts aborted push pushes pushed
cancel cancels cancelled canceled cancelling canceling cancelation cancellation call calls called calling scrap scraps scrapped scrapping will won
no longer abandon abandons abandoned postpone postpones postponed postponing postponement put puts putting delay delays delayed delaying defer
defers deferred deferring reschedule reschedules rescheduled rescheduling decline declines declined declining refuse refuses refused refusing
refusal reject rejects rejected rejecting turn turns turned turning rule rules ruled ruling boycott boycotts boycotted boycotting skip
skips skipped skipping deny denies denied denying
"""


_PROPOSALS = """
proposal proposals propose proposes proposed proposing offer offers offered offering hope hopes hoped hoping want wants wanted wish wishes
wished would invite invites invited inviting invitation seek seeks seeking sought request requests requested requesting ask asks asked asking
willing willingness readiness consider considers considered considering may might could possible possibility call calls called calling push
pushes pushed pushing urge urges urged urging suggest suggests suggested suggesting revive revives revived reviving explore explores explored
exploring idea try tries tried trying
"""
_COMING = """
will shall ll is are am was were due scheduled expected slated planned plan plans planning intend intends intent intention going about upcoming
forthcoming look looks looked looking agreed ahead would prepare prepares prepared preparing next later forward announced poised lead leadup run advance days weeks months preparation preparations
"""


@cache
def _proposing() -> frozenset[str]:
    return frozenset(_PROPOSALS.split())


@cache
def _coming() -> frozenset[str]:
    return frozenset(_COMING.split())


@cache
def _turned() -> frozenset[str]:
    return frozenset(_TURNS.split())


@cache
def _word(pattern: str) -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{pattern})(?!\w)")


def of_verb(form: str, left: str) -> Status | None:
    """The status that a verb gives, by its form and the masked text between its subject and it.

    Returns:
        `None` where the verb tells of no meeting: "has not met", "should visit", "if he visits".
    """
    near = left[-60:]
    words = frozenset(compiled(r"[a-z]+").findall(near))
    if form in ("past", "participle") and (
        words.isdisjoint(_MODALS) or not _word(r"will|would|to be|shall|be").search(near)
    ):
        if not words.isdisjoint(_turned()) and _word(_DENIED).search(near):
            return Status.DENIED
        if not words.isdisjoint(_NOTS) and _word(_NOT).search(near[-25:]):
            return None
        if "have" in words and _word(r"(?:was|were|been|due|scheduled|supposed|expected) to have").search(near[-30:]):
            return Status.CANCELLED  # "was to have met"
        if ("have" in words or "if" in words) and _word(r"would have|could have|should have|if").search(near):
            return None
        return Status.HELD
    if not words.isdisjoint(_turned()):
        if _word(_CANCELLED).search(near):
            return Status.CANCELLED
        if _word(_POSTPONED).search(near):
            return Status.POSTPONED
        if _word(_DECLINED).search(near):
            return Status.DECLINED
        if _word(_DENIED).search(near):
            return Status.DENIED
    if not words.isdisjoint(_NOTS) and _word(_NOT).search(near[-25:]):
        return None
    if form == "third":
        return Status.HELD
    if form == "ing":
        if _word(_LATER).search(near) or _word("ahead of|prior to").search(near[-20:]):
            return Status.SCHEDULED
        if _word(r"is|are|am").search(near[-20:]):
            return Status.ONGOING
        if _word(_PROPOSED).search(near[-30:]):
            return Status.PROPOSED
        if compiled(
            r"(?:\b(?:after|since|on|upon|by|while|when|following|for|before|and|was|were|been|be|including)\s+(?:\w+ly\s+)?|,\s*|\A\s*)\Z"
        ).search(near):
            return Status.HELD
        return None
    if "accept" in near and _word(r"accept(?:s|ed|ing)?").search(near):
        return Status.SCHEDULED
    if _word(r"will|shall|'ll|is to|are to").search(near[-30:]):
        return Status.SCHEDULED
    if _word(_EMPTY).search(near[-25:]):
        return None
    if _word(_PROPOSED).search(near[-40:]) and not _word(r"will|shall").search(near[-25:]):
        return Status.PROPOSED
    if _word(_LATER).search(left):
        return Status.SCHEDULED
    return None


_PRESENT = (
    r"[\s,]*(?:(?:foreign|finance|trade|defence|defense|senior|economic|industrial|health|interior|justice|oil|energy|agriculture)\s+)*"
    r"(?:ministers|leaders|officials|negotiators|nations|countries|members|states|delegates|envoys|chiefs|heads)?\s*(?:also\s+|[<D>]+\s+)*\Z"
)


def present_plural(left: str) -> bool:
    """Whether a base form after these words is a present tense: "OPEC ministers | begin a meeting"."""
    return bool(compiled(_PRESENT).match(left))


_WHICH_IS_DUE = (
    r"[^.;\"]{0,110}\b(?:which|that)\s+(?:(?:is|are)\s+(?:[a-z]+\s+)?(?:expected|likely|due|scheduled|set|slated|planned|to)\b|"
    r"(?:will|shall)\s+(?:be held|take place|convene|open|begin)\b)"
)
_BACK_FROM = r"\b(?:back|home|fresh|return(?:ed|s|ing)|arrived)\b[^.;]{0,60}\bfrom\s+(?:an?|his|her|their|the)\s+(?:[^\s,.;]+\s+){0,4}\Z"
_REPORTS = r"\b(?:told|said|announced|added|noted|stressed|declared|stated|explained)\b"
"""What is reported as said was said before or after the meeting, whatever it says of the future."""


def of_noun(left: str, right: str) -> tuple[Status, bool]:
    """The status of a meeting that a noun names, and whether the text says it outright.

    Args:
        left: The masked text from the beginning of the clause to the noun.
        right: The masked text after it.
    """
    if len(left) > 60:  # a long name must not hide the verb
        left = compiled(_LONG_NAME).sub(r"\1\1\1", left)
    near, after = left[-70:], right[:90]
    words = frozenset(compiled(r"[a-z]+").findall(f"{left[-95:]} {right[:170]}"))
    if not words.isdisjoint(_RUNNING) and compiled(_RUNS).search(near):
        return Status.ONGOING, True
    if "from" in words and compiled(_BACK_FROM).search(left[-120:]):
        return Status.HELD, True
    if not _WITHIN.isdisjoint(left[-90:].replace("(", " ").split()[-7:]) and (
        within := compiled(_WHILE).search(left[-90:])
    ):
        if within[0].startswith("since"):
            return Status.HELD, True  # "the second visit since his inauguration"
        future = _word(
            r"will|shall|scheduled|expected|slated|(?:is|are) (?:set )?to|due to|upcoming|forthcoming|next"
        ).search(compiled(_REPORTS).split(left)[-1]) or compiled(
            r"(?:[\s,)]*that(?=\s+(?:will|is|are|shall)\b))?(?:(?!\bthat\b)[^.;]){0,120}\b(?:will|is to|are to|shall|(?:is|are) (?:scheduled|slated|due|planned|expected to (?:be held|take place)))\b"
        ).match(right)
        return (
            (Status.SCHEDULED, bool(_word("upcoming|forthcoming|next").search(near)))
            if future
            else (Status.HELD, within[0].startswith(("after", "following")))
        )
    if not words.isdisjoint(_turned()):
        if turned := compiled(_TURNED_AFTER_CLAUSE).match(right):
            return (Status.CANCELLED if turned[1] else Status.POSTPONED), True
        if (
            _word(_CANCELLED).search(near[-40:])
            or compiled(_CANCELLED_LATER).match(after)
            or compiled(_CANCELLED_FAR).match(right)
        ):
            return Status.CANCELLED, True
        if (_word(_POSTPONED).search(near[-40:]) and not _word("until|till|consideration").search(near)) or (
            compiled(_POSTPONED_LATER).match(after) or compiled(_POSTPONED_FAR).match(right)
        ):
            return Status.POSTPONED, True
        if _word(_DECLINED).search(near):
            return Status.DECLINED, True
        if _word(_DENIED).search(near):
            return Status.DENIED, True
    if not words.isdisjoint(_FAILED) and compiled(_NOT_HELD).match(right):
        return Status.CANCELLED, True
    if not words.isdisjoint(_NOW) and compiled(
        r"[^.;]{0,50}\b(?:is|are)\s+(?:now\s+|still\s+|currently\s+)?(?:under ?way|ongoing|continuing|progressing|in progress|"
        r"in (?:[<A>]+|the) (?:final|last|early) (?:stages?|phase))\b"
    ).match(after):
        return Status.ONGOING, True
    if not words.isdisjoint(_GONE) and _word(r"left|departed|flew off|set off|set out").search(near):
        return Status.HELD, True
    if not words.isdisjoint(_GOING) and _word(
        r"leaves|departs|sets off|sets out|(?<!good )will|shall|'ll|upcoming|forthcoming|scheduled|due|planned|expected"
    ).search(near):
        return Status.SCHEDULED, True
    if not words.isdisjoint(_WILL) and compiled(
        r"[^.;,]{0,70}\b(?:will|would) (?:be held|take place|be hosted|begin|start|open|convene|run|be convened|be co-chaired|be adopted|be attended)\b"
    ).match(after):
        return Status.SCHEDULED, True
    if not words.isdisjoint(_AWAITED) and compiled(_EXPECTED).match(right):
        return Status.SCHEDULED, True
    if not words.isdisjoint(_DUE) and compiled(
        r"[^.;]{0,50}\b(?:which|that)?\s*(?:(?:is|are|was|were|has been)\s+)?(?:also )?(?:scheduled|due|to be held|to take place|set for|slated|planned)\b"
    ).match(after):
        return Status.SCHEDULED, True
    if compiled(_WHICH_IS_DUE).match(right[:160]):
        return Status.SCHEDULED, True
    if not words.isdisjoint(_proposing()) and _word(_PROPOSED).search(near[-45:]):
        return Status.PROPOSED, True
    if (
        not words.isdisjoint(_NOW)
        and _word(
            r"(?:is|are|am)(?: \w+ly)? (?!(?:try|work|seek|hop|consider|expect|look|wait|push|ask|call|urg|propos|offer|invit)ing\b)(?:\w+ing|on|in|here|currently)"
        ).search(near[-40:])
        and not _word(_LATER).search(near)
    ):
        return Status.ONGOING, True
    if not words.isdisjoint(_coming()) and _word(_LATER).search(near):
        return Status.SCHEDULED, True
    if "no date" in left:
        return Status.PROPOSED, True  # "No date has been set for the visit"
    if _word(
        r"was in|were in|was on|were on|held|had|has|have|made|paid|concluded|ended|attended|hosted|chaired|co-chaired|convened|following|after|since|during|last|earlier|recent|wrapped up|participated"
    ).search(near) or compiled(r"[^.;,]{0,60}\b(?:held|was|were|took place|ended|concluded|discussed|focused)\b").match(
        after
    ):
        return Status.HELD, True
    if "will" in words and compiled(r"[^.;,]{0,80}\bwill\b").match(after):
        return Status.SCHEDULED, False
    return Status.HELD, False


def by_date(status: Status, date: CalendarDate | None, document: Document) -> Status:
    """The status that fits the date: what lies after the day of publication is not held yet."""
    published = document.published
    if date is None or published is None or date.start is None or date.end is None:
        return status
    if status in (Status.HELD, Status.ONGOING) and date.start > published:
        return Status.SCHEDULED
    if status is Status.ONGOING and date.end < published:
        return Status.HELD
    return status
