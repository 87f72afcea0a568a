"""Nouns that tell of a meeting: talks, a visit, a telephone call, a signing."""

from diplokit import Hit

from .apart import one_by_one, pairs_between
from .before_nouns import take_before
from .context import Context
from .credentials import read_credentials
from .general import general
from .governing import ATTENDING, Noun, clause, governed_status, governing_verb
from .noun_status import STAYING_AWAY, of_noun, to_come
from .patterns import HEAD, PLACE, compiled
from .phrases import follow
from .qualifiers import modifiers_of, owner_of
from .sentences import Group, Scene
from .sightings import Sighting
from .status import planned_once
from .subjects import subject
from .talks import GATHERINGS, read_talks
from .terms import (
    BILATERAL,
    CALL,
    CEREMONY,
    CONSULTATION,
    COURTESY,
    DECLINED,
    HELD,
    MINISTERIAL,
    SCHEDULED,
    SESSION,
    SIGNING,
    SUMMIT,
    VISIT,
)
from .visits import read_visit
from .words import Word

_KINDS = {
    "meeting": (BILATERAL, "noun_meeting"),
    "summit": (SUMMIT, "noun_summit"),
    "ministerial": (MINISTERIAL, "noun_ministerial"),
    "session": (SESSION, "noun_session"),
    "event": (SESSION, "noun_event"),
    "festivity": (CEREMONY, "noun_ceremony"),
    "wreath": (CEREMONY, "noun_ceremony"),
    "consultation": (CONSULTATION, "noun_consultation"),
    "call": (CALL, "noun_call"),
    "visit": (VISIT, "noun_visit"),
    "delegation": (VISIT, "noun_delegation"),
    "courtesy": (COURTESY, "noun_courtesy"),
    "credentials": (COURTESY, "noun_credentials"),
    "signing": (SIGNING, "noun_signing"),
    "ceremony": (CEREMONY, "noun_ceremony"),
}
"""What a noun tells of, and the rule that reads it."""

_GOVERNED = frozenset(("delegation", "event", "festivity", "wreath"))
"""What tells of a meeting only with a verb."""

_PLURALS = frozenset(("talks", "discussions", "negotiations", "consultations"))
"""Words that are one meeting, for all their form."""

_BACK = frozenset("the this that these those his her their its our my your".split())
_ARTICLES = frozenset("a an the this that these those any no each every his her its their our my your".split())
_NOT_BEHIND_ARTICLES = frozenset(
    "of in with to for on at and by a an the this his her its their our my another held hold holds had has have began concluded resumed "
    "opened paid made attended hosted chaired".split()
)


def _article(left: str) -> str:
    """The article nearest to a noun, of the folded text before it; "the two sides held talks" has none."""
    found = ""
    if left.endswith(" "):
        words = left.split()[-6:]
        while words:
            word = words.pop().lstrip("\"('-")
            if word in _ARTICLES:
                found = word
            if word.partition("-")[0] in _NOT_BEHIND_ARTICLES and words[-1:] != ["such"]:
                break
    return found


_ONE_OF_A_SERIES = r"\bthe\s+(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
_NOT_A_MEETING = (
    r"[\s-](?:rooms?|minutes|point|place|hall|cent(?:re|er)|agenda|table|mission statement|declaration|communique|"
    r"documents?|process|partners?|relations?|relationship|ties|trade|cooperation|agreements?|issues?|investments?|visa|visas|website|centre|"
    r"operator|operators|package|time|records?|logs?|sign|centers|mechanisms?|partnership|treaty|basis|level|matters?|security|aid|assistance|"
    r"engagement|exchanges?|efforts?|framework|platform|paper|theme|chair|host|host's|hosts|venue|building|organi[sz]ers?)\b"
)

_REMEMBERED = r"\banniversary (?:of|since)\s+(?:[^\s,;]+\s+){0,4}\Z"
"""Before what is only remembered: "the tenth anniversary of the signing of the treaty"."""


def read_noun(
    context: Context, scene: Scene, index: int, hit: Hit, word: Word, stops: frozenset[int]
) -> list[Sighting]:
    """The sightings of a noun: none, one, or one for each of those with whom "separate meetings" were held."""
    text = context.text(hit)
    before = scene.before(hit.start, 200)
    if before.endswith("-"):  # "Post-Ministerial Conference"
        glued = len(compiled(r"[^\s,;\"]*+\Z").search(before[-30:])[0])  # type: ignore[index]
        hit = hit._replace(start=hit.start - glued)
        before = scene.before(hit.start, 200)
    whole = False
    if before.endswith(HEAD) and text in _IN_NAMES:  # "the East Asia Summit"
        head = next((h for g in scene.groups for h in g.heads if h.start < hit.start and h.end == hit.end), None)
        if head is not None:
            hit, whole = hit._replace(start=head.start), True
            before = scene.before(hit.start, 200)
    acronym = compiled(r" \([A-Z][\w&-]{1,11}\)").match(context.document.text, hit.end, hit.end + 20)
    if acronym is not None:  # "the East Asia Summit (EAS) from 13 to 14 December"
        hit = hit._replace(end=acronym.end())
    left, right = clause(before), scene.after(hit.end, 200)
    if compiled(_NOT_A_MEETING).match(right) or general(text, word, left, right):
        return []
    if "anniversary" in left and compiled(_REMEMBERED).search(left[-80:]):
        return []
    if text == "conference":
        folded = context.document.folded
        if folded.endswith(("press ", "news "), 0, hit.start) or folded.startswith(_BODY, hit.end):
            return []
    if text == "ministerial" and compiled(_BODY_OF_MINISTERS).match(context.document.folded, hit.end, hit.end + 30):
        return []
    modifiers, begin = modifiers_of(scene, hit.start, before) if not whole else ([], hit.start)
    governing, actors = governing_verb(scene, begin, before[: len(before) + begin - hit.start])
    if governing is None and word.sense in _GOVERNED:
        return []
    if governing is not None and (governing.word.sense == "lay") != (word.sense == "wreath"):
        return []  # "laid a wreath", and nothing else
    owner = owner_of(scene, hit.start, before)
    phrase = context.document.folded[max(scene.start, hit.start - 80) : hit.start]
    determiner = _article(phrase[max(map(phrase.rfind, ",.;:")) + 1 :])
    kind, rule = _KINDS[word.sense]
    sighting = Sighting(kind, hit, HELD, index, rule)
    sighting.definite = owner is not None or determiner in _BACK
    if "'s " in phrase and not right.startswith((" with ", " between ")) and compiled(_TODAYS).search(phrase):
        sighting.definite = True
    if (
        determiner == "the"
        and (
            (modifiers and kind in GATHERINGS)  # "the China-Africa summit" is as good as a name
            or before.endswith(f"{PLACE} ")  # "the Cairo summit"
            or compiled(_ONE_OF_A_SERIES).search(left[-60:])  # one of a series is named, not one told of before
        )
    ):
        sighting.definite = False
    sighting.plural = text.endswith("s") and text not in _PLURALS
    governed = away = None
    if governing is not None:
        governed = governed_status(scene, governing, actors, left)
        if governed in STAYING_AWAY and governing.word.sense in ATTENDING and kind in GATHERINGS:
            away = of_noun("", right)  # who stays away says nothing of the gathering itself
            if away[0] is HELD and to_come(left):
                away = SCHEDULED, False
            governed, actors = away[0], None
        if governed is None and not sighting.definite:
            return []
        if governed is SCHEDULED and actors is not None:
            sighting.once = planned_once(scene.between(actors.end, governing.start))
    if text.endswith("tour") and right.startswith(" of "):
        parts = follow(context.stage, scene, hit.end + 3, "dest", stops)
    else:
        begins = hit.end
        if text == "exchange of" and (papers := compiled(_PAPERS).match(right)):
            begins += papers.end()
        parts = follow(context.stage, scene, begins, "", stops)
    noun = Noun(scene, hit, text, before, left, right, determiner, owner, modifiers, governing, actors, governed, parts)
    if kind is VISIT:
        read = read_visit
        if not parts.places:
            told = compiled(_SO_MANY_STATES).match(right)
            if told:
                noun.parts = follow(context.stage, scene, hit.end + told.end(), "dest", stops)
    else:
        read = read_credentials if word.sense == "credentials" else read_talks
    if not read(context, noun, sighting):
        return []
    if away is not None:
        sighting.status, sighting.sure = away
    elif sighting.status is DECLINED and kind in GATHERINGS and compiled(_STAYED_AWAY).search(before[-60:]):
        sighting.status, sighting.sure = HELD, False
    if determiner in ("the", "this") and not sighting.plural and kind is not VISIT:
        present = _present(scene, hit.start, left)
        if present is not None:
            sighting.participants = {}
            sighting.add(present)
        attended = governing is not None and governing.word.sense == "attend" and actors is not None
        sighting.joins = sighting.joins or (
            sighting.definite and (present is not None or (attended and not parts.groups))
        )
    take_before(context, noun, sighting)
    pairs = pairs_between(sighting, parts)
    return one_by_one(context, sighting, left) if pairs is None else pairs


_BODY = " on trade and development"
"""Behind "conference", where it is the name of a body."""
_BODY_OF_MINISTERS = r"\s+(?:[a-z]+\s+)?(?:commission|committee|council|communique|declaration|statement|group)\b"
"""Behind "ministerial", where it is part of the name of something else."""
_TODAYS = r"\b(?:today|yesterday|this (?:morning|afternoon|evening))'s\s+(?:[a-z-]+\s+){0,3}\Z"
"""Before the meeting at which or after which the text is spoken."""
_IN_NAMES = frozenset(("summit", "forum", "conference", "meeting", "dialogue"))
"""Last words of names of bodies that are gatherings too."""
_STAYED_AWAY = r"\b(?:skip|boycott|attend|take part|participat|join)\w*\b"
"""Before a gathering: others hold it without those who stay away."""
_PAPERS = r"\s+(?:[\w-]+\s+){0,3}?(?:memorand\w+|mous?|agreements|notes|instruments|letters|documents|protocols)(?:\s+of\s+(?:understanding|ratification|intent))?\b"
_SO_MANY_STATES = (
    r"\s+(?:to|of)\s[^.;,]{0,50}?\b(?:countries|nations|states|capitals)\s*(?:,|--?|:|\u2014|\u2013)\s*(?=[<H><P>])"
)
"""Before the places of "a visit to three African nations -- Kenya, Uganda and Rwanda"."""

_PRESENT = r"\W*(?:also\s+)?(?:present|attending|in attendance)\s+(?:at|during|in)\s+(?:the|this)\s+\Z"
_PRESENT_TOO = r"\b(?:was|were)\s+(?:also\s+)?(?:present|in attendance)\s+(?:at|during|in)\s+(?:the|this)\s+\Z"


def _present(scene: Scene, start: int, left: str) -> Group | None:
    """Those of whom a sentence only says that they were there: "Also present at the meeting were …"."""
    if "present" not in left and "atten" not in left:
        return None
    if compiled(_PRESENT).match(scene.between(scene.start, start)):
        group = next((g for g in scene.groups if g.start > start), None)
        near = group and compiled(r"[\w\s]{0,20}\b(?:was|were)\s+(?:also\s+)?(?:the\s+)?\W*\Z").match(
            scene.between(start, group.start)
        )
        return group if near else None
    found = compiled(_PRESENT_TOO).search(left)
    return subject(scene, start - len(left) + found.start(), verb=True) if found else None
