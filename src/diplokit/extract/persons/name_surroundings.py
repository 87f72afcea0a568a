"""What stands beside words in capitals and speaks for a name: ages, descriptions, verbs of speech, offices ahead."""

import re
from bisect import bisect_left

from .name_runs import Runs
from .name_words import MONTHS, Run

# --- words -----------------------------------------------------------------------------------------------------

_SAYS = frozenset(
    "said says told added adds noted explained stressed reiterated remarked commented wrote tweeted posted quipped asked replied argued insisted warned claimed urged announced stated declared "
    "recalled acknowledged admitted expressed thanked congratulated arrived met meets visited hailed lauded praised vowed pledged spoke resigned died flew denied declined refused joked welcomed "
    "underlined emphasised emphasized believes believed thinks hopes hoped invited briefed phoned travelled traveled left attended accompanied suggested called signed took held handed named".split()
)
_BEFORE_SAYING = frozenset("has had have also later earlier then further himself herself".split())
_WHO = frozenset({"who", "whose", "whom"})
_VERB = frozenset("will would is was has had can could may must".split())
_AFTER = re.compile(r",? ([a-z]+)(?: ([a-z]+))?")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
AGE = re.compile(
    rf",? \(?(?:aged )?[1-9]\d(?:,|\)|\. | (?!(?:{_MONTHS}|per|percent|people|years|million|billion|countries|members|\w+ (?:people|ministers))\b))"
)
_MEMBER = re.compile(r", an? (?:[\w'-]{1,20} ){1,4}member(?! (?:of|state|country|nation|economy))\b")
_DESCRIBED = re.compile(r", (?:the|an?|his|her|their|who is (?:the|an?)) ((?:[\w'-]{1,20} ){0,3}[\w'-]{1,20})")
_BREAKS = re.compile(r"[,.;:()]| (?:of|and|by|with|said|in|at) ")
_AFTER_NAME = re.compile(r"'s? |,? (?:said|says|told|added|would|will|is|was|has|had|also|met|did|does|may)\b")
# Words for persons that describe them after a name, but rather begin an office or a name before one.
_HOLDERS = frozenset("manager colonel brigadier".split())

# --- rules -----------------------------------------------------------------------------------------------------


def described(folded: str, end: int, runs: Runs) -> bool:
    """Whether a description of a person follows after a comma: ", a Kenyan professor", ", the plant's manager"."""
    if not folded.startswith(", ", end):
        return False
    match = _DESCRIBED.match(folded, end)
    return match is not None and (
        _MEMBER.match(folded, end) is not None
        or not runs.tables.describing.isdisjoint(words := match.group(1).split())
        or not _HOLDERS.isdisjoint(words)
    )


def words_before(folded: str, start: int) -> tuple[str, str]:
    """The word that stands directly before an offset, and the one before that."""
    if start < 2 or folded[start - 1] != " ":
        return "", ""
    tail = folded[max(0, start - 26) : start - 1].rsplit(" ", 2)
    return tail[-1], tail[-2] if len(tail) > 1 else ""


def speaks(folded: str, end: int, *, acting: bool = False) -> bool:
    """Whether a verb of speech or "who" follows; or any verb of acting."""
    match = _AFTER.match(folded, end)
    if match is None:
        return False
    word, following = match.groups()
    return (
        word in _SAYS or word in _WHO or (acting and word in _VERB) or (following in _SAYS and word in _BEFORE_SAYING)
    )


def listed(run: Run, text: str) -> bool:
    """Whether a run fills a line of a list, up to a comma."""
    return text[run.start - 1 : run.start] in ("", "\n") and text[run.end : run.end + 1] in ("", ",", "\n")


def office_ahead(start: int, runs: Runs) -> bool:
    """Whether an apposition that begins at an offset holds an office ("the deputy chief of mission")."""
    starts = runs.office_starts
    at = bisect_left(starts, start)
    if at == len(starts) or starts[at] > start + 40:
        return False
    between = runs.text[start : starts[at]]
    return not between or (between.islower() and between.count(" ") <= 3 and not _BREAKS.search(between))


def acts(run: Run, folded: str) -> bool:
    """Whether a word that is a month or a common noun elsewhere ("May") is a person here: it speaks, or has something."""
    if run.words[0].text not in MONTHS:
        return run.led > 0 or bool(_AFTER_NAME.match(folded, run.end)) or not _opens(folded, run.start)
    return run.led > 0 or speaks(folded, run.end)


def _opens(folded: str, start: int) -> bool:
    """Whether a word opens a sentence or follows an article, where capitals say little."""
    before = folded[max(0, start - 4) : start].rstrip()
    return not before or before[-1] in ".!?:\"'" or before.endswith(("the", " a"))


def goes_on(start: int, text: str) -> bool:
    """Whether a run goes on after another word in capitals ("Economic Recovery Penny Pritzker")."""
    before = text[max(0, start - 24) : start]
    return before[-1:] == " " and before[-2:-1].isalpha() and before.rsplit(" ", 2)[-2][:1].isupper()


def inside(start: int, text: str) -> bool:
    """Whether a word stands inside a sentence, not at its beginning."""
    before = text[max(0, start - 3) : start].strip()
    return bool(before) and before[-1] not in ".!?:\"\u201c\u2018'"
