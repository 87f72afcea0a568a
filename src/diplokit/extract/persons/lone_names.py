"""What speaks for a single word being a name of a person: the words before and after it, and the tables."""

import re

from diplokit.wordlists import PLACES

from .name_appositions import APPOSING, tells_of_person
from .name_runs import Runs
from .name_surroundings import AGE, speaks, words_before
from .name_words import Run
from .unlisted_names import THING_AFTER, acts_alone, foreign

# --- words -----------------------------------------------------------------------------------------------------

INITIAL = re.compile(r"[A-Z](?:\.-?[A-Z])*\Z")
"""The initials of a name."""

BODY_WORDS = frozenset("administration government cabinet presidency campaign regime".split())
"""Ordinary words for bodies that may bear the name of a person before them ("the Trump Administration")."""

# An initial and a name without a space: Mongolian and some Indian and Balkan writing.
_GLUED = re.compile(
    r"(?!(?:St|Mt|Ft|No|Dr|Mr|Ms|Sr|Jr|Lt)\.)[A-Z][a-z]?\.(?!(?:Korea|Africa|America|Sudan|Ireland|Carolina|Dakota|Zealand|Lanka|Arabia|States)\b)[A-Z][a-z]{3,}\Z"
)
_VOCATIVE = re.compile(
    r"(?:thank you|thanks|hello|hi|welcome|congratulations|yes|okay|dear|friend)(?: very much| so much)?, \Z|\bdear \Z"
)
_THING = re.compile(r"(?:ing|ty|tion|sion|ment|ness|ship|ism|ies|ers|ors|logy|ance|ence|ure|al)\Z")

_GOES = re.compile(
    r" (?:to (?:visit|meet|attend|travel|hold talks|tour|skip)|(?:meets?|met)(?! (?:the )?(?:target|demand|goal|need|challenge|criteria|condition|requirement|with (?:success|resistance)))"
    r"|(?:holds?|held) talks|visits|visited|arrives|arrived|flies|flew|lands in|landed in|travels|travelled|traveled|phones|phoned|tells|told|thanks|thanked|congratulates|congratulated)\b"
)
"""What a head or minister does whom a headline calls by the state and one name."""
_MEETING = re.compile(
    r"(?:\b(?:meets?|met|meeting|met with|meets with|receives?|received|hosts?|hosted|welcomes?|welcomed|greets?|greeted|phones|phoned|tells|told|congratulates|congratulated"
    r"|lauds|invites|invited)|\b(?:talks|meeting|call|conversation|discussions) with) \Z"
)
"""What is done with one who is called so."""
_CLOSING = re.compile(r"(?: (?:in|on|at|during|ahead|after|over|for|to discuss|this|last|and)\b|[,.;:\n]|\Z)")

# --- rules -----------------------------------------------------------------------------------------------------


def weigh_alone(run: Run, runs: Runs) -> int:
    """How much speaks for a single word being a name of a person."""
    word = run.words[0]
    text, led, followed, tables = word.text, run.led, run.followed, runs.tables
    if followed and (followed in tables.things or (led < 2 and word.key in tables.bare)):
        if followed.lower() not in BODY_WORDS:
            return -9
    if led >= 3 and not word.place and not run.heading and len(text) > 1 and not runs.opens(run.left - 1):
        return 0 if INITIAL.match(text) else 5  # what stands before it is enough
    if (word.place == "state" or (word.place == "place" and led < 3)) or len(text) < 2 or INITIAL.match(text):
        return led - 3
    score = led
    known = word.family or word.given
    if not known:
        score -= run.heading + runs.opens(run.left - 1)
    if "." in text and _GLUED.match(text) and text.partition(".")[2] not in tables.ordinary:
        score += 3  # "S.Ganbaatar"
    if word.key in tables.family_first or (known and text not in tables.doubtful):
        score += 1
    if word.key in tables.bare:
        score += 3
    folded, end = runs.folded, word.end
    if folded[end : end + 2] in APPOSING and tells_of_person(folded, run.start, end):
        score += 3
    elif AGE.match(folded, end):
        score += 2
    elif speaks(folded, end):
        score += 1
    if word.given and text not in tables.doubtful and acts_alone(folded, run.start, end):
        score += 2  # "Neymar scored", "said Hamid"
    if (
        led == 2
        and not word.ordinary
        and not _THING.search(text)
        and words_before(folded, run.start)[0] in tables.sure_nouns
    ):
        score += 1  # "Comedian Zarganar"
    if folded.startswith("'s ", run.start - 3) and not word.ordinary and _of_state(run, runs):
        score += 4  # "China's Wang holds talks", "met China's Xi in Lima"
    if word.given and _VOCATIVE.search(folded, max(0, run.start - 28), run.start):
        score += 3
    return score


def _of_state(run: Run, runs: Runs) -> bool:
    """Whether a single name after that of a state is told of as people are: "China's Wang holds talks"."""
    state = runs.document.ending(PLACES).get(run.start - 3)
    folded, end = runs.folded, run.end
    if state is None or len(run.words[0].key) < 2 or THING_AFTER.match(folded, end):
        return False
    if not (foreign(run.words[0].key) or len(run.words[0].key) < 4):
        return False
    before = _MEETING.search(folded, max(0, state.start - 24), state.start)
    if before is not None:
        return _CLOSING.match(folded, end) is not None
    return _GOES.match(folded, end) is not None
