"""What speaks for words in capitals being a name of a person: the evidence in them, before them and after them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from diplokit import Document
from diplokit.wordlists import PlaceWord

from .name_runs import Runs
from .name_words import CAPITAL_PARTICLES, MONTHS, ROMAN, Run, Word, kind_of, syllabic

# --- words -----------------------------------------------------------------------------------------------------

_SAYS = frozenset(
    "said says told added adds noted explained stressed reiterated remarked commented wrote tweeted posted quipped asked replied argued insisted warned claimed urged announced stated declared "
    "recalled acknowledged admitted expressed thanked congratulated arrived met meets visited hailed lauded praised vowed pledged spoke resigned died flew denied declined refused joked welcomed "
    "underlined emphasised emphasized believes believed thinks hopes hoped invited briefed phoned travelled traveled left attended accompanied suggested called signed took held handed named".split()
)
_BEFORE_SAYING = frozenset("has had have also later earlier then further himself herself".split())
_WHO = frozenset({"who", "whose", "whom"})
_VERB = frozenset("will would is was has had can could may must".split())
_SAID_BEFORE = frozenset(
    "said says told added by asked met thanked with named appointed elected between succeed replace replaced succeeded against under congratulated invited killed arrested quoted".split()
)
_DONE_BY = frozenset(
    "moderated moved seconded proposed founded co-founded coached managed captained hosted led headed chaired delivered represented accompanied succeeded preceded directed written authored portrayed assisted flanked".split()
)
_AFTER = re.compile(r",? ([a-z]+)(?: ([a-z]+))?")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_AGE = re.compile(
    rf",? \(?(?:aged )?[1-9]\d(?:,|\)|\. | (?!(?:{_MONTHS}|per|percent|people|years|million|billion|countries|members|\w+ (?:people|ministers))\b))"
)
_APPOSED = re.compile(r", (?:the |a |an |his |her |their |its |our |who is (?:also )?(?:the )?|[\w'.-]{1,30}'s )?")
_MEMBER = re.compile(r", an? (?:[\w'-]{1,20} ){1,4}member(?! (?:of|state|country|nation|economy))\b")
_PERHAPS = (", who ", " of ", " for ", " from ")
_AT = re.compile(r"(?<!\w)(?:in|at|near|off|from|to|outside|around|via|through|across) \Z")
_FROM = re.compile(r"(?<!\w)(?:from|in|at|near|to) \Z")
_DESCRIBED = re.compile(r", (?:the|an?|his|her|their|who is (?:the|an?)) ((?:[\w'-]{1,20} ){0,3}[\w'-]{1,20})")
_OF_PARTY = re.compile(
    r" (?:of|for|from) (?:the )?(?:opposition |ruling |rival )?(?:[A-Z][\w'-]{1,20} (?:for |of |and )?){1,4}(?:Party|Movement|Front|Alliance|Coalition|League)\b"
)
_NOT_NAMES = re.compile(r"(?<!\w)(?:the|a|an|in) \Z")
_ROMANISED = re.compile(r"[A-Z][a-z]{1,5}-[A-Za-z][a-z]{0,6}(?:-[a-z]{1,5})?\Z")
_INITIAL = re.compile(r"[A-Z](?:\.-?[A-Z])*\Z")
# An initial and a name without a space: Mongolian and some Indian and Balkan writing.
_GLUED = re.compile(
    r"(?!(?:St|Mt|Ft|No|Dr|Mr|Ms|Sr|Jr|Lt)\.)[A-Z][a-z]?\.(?!(?:Korea|Africa|America|Sudan|Ireland|Carolina|Dakota|Zealand|Lanka|Arabia|States)\b)[A-Z][a-z]{3,}\Z"
)
_SUFFIX = re.compile(r",? (?:Jr|Sr|Jnr)\b\.?|(?<=Jr)\.|(?<=Sr)\.")
_VOCATIVE = re.compile(
    r"(?:thank you|thanks|hello|hi|welcome|congratulations|yes|okay|dear|friend)(?: very much| so much)?, \Z|\bdear \Z"
)
_LETTERS_AFTER = frozenset(
    "SC KC QC MP MEP AC AO AM OBE CBE MBE CMG KCMG GCMG DBE KBE PhD MD JP PC CH MLA MNA MSP SJ".split()
)
# Given names that are words too, at the beginning of a sentence or a heading.
_DOUBTFUL = frozenset(
    "Grace Mark Grant Rose Will Faith Joy Chase Guy Skip Miles Max Hope Norm Pat Rob Earl Dale Dawn Rich Victor Star Sky Royal Major Ben Art Chance Van Long Sun".split()
)
_BREAKS = re.compile(r"[,.;:()]| (?:of|and|by|with|said|in|at) ")
_BODY_AFTER = re.compile(r" (?:administration|government|cabinet|presidency|regime|campaign|era|team|family|years)\b")
_AFTER_NAME = re.compile(r"'s? |,? (?:said|says|told|added|would|will|is|was|has|had|also|met|did|does|may)\b")
_BODY_WORDS = frozenset("administration government cabinet presidency campaign regime".split())

# Words for persons that describe them after a name, but rather begin an office or a name before one.
_HOLDERS = frozenset(
    "manager colonel brigadier doctor resident survivor professor farmer shopkeeper nurse widower".split()
)

# --- rules -----------------------------------------------------------------------------------------------------


def trimmed(run: Run, runs: Runs) -> Sequence[Run]:
    """A run without the letters after a name, without particles at its end, and in two where a name begins inside it."""
    words = run.words
    if len(words) == 1:
        return (run,)
    head: tuple[Run, ...] = ()
    if run.heading and len(words) > 1 and not run.led and not (words[0].given or words[0].family):
        at = next((i for i, word in enumerate(words) if word.given), 0)
        if at:  # "Forum Endorses Peter Obi"
            words = words[at:]
            run = Run(words, 0, words[0].start, True)
    if (
        not run.led
        and len(words) > 2
        and not words[0].given
        and not words[0].family
        and not _INITIAL.match(words[0].text)
    ):
        article = _NOT_NAMES.search(runs.folded, max(0, run.start - 6), run.start) is not None
        at = next((i for i, word in enumerate(words[:-1]) if word.given), 0)
        if at and (
            article
            or (words[0].place and at == 1 and _FROM.search(runs.folded, max(0, run.start - 9), run.start))
            or (at < 3 and _goes_on(run.start, runs.text))
            or (at == 1 and not _inside(run.start, runs.text) and words[0].text.lower() in runs.small)
        ):
            head = (Run(words[:at], 0, run.left, run.heading),)
            words = words[at:]
            run = Run(words, 0, words[0].start, run.heading)
    while len(words) > 1 and (words[-1].text in _LETTERS_AFTER or words[-1].text in CAPITAL_PARTICLES):
        words = words[:-1]
    if words is run.words:
        return (*head, run)
    return (*head, Run(words, run.led, run.left, run.heading))


def extent(run: Run, document: Document) -> tuple[int, int]:
    """Where the name of a run begins and ends: with its particles, and with the dot of "Jr."."""
    glued = document.folded[run.left : run.start].endswith("-")
    start = run.left if glued or run.led >= 2 else run.start
    end = run.end
    suffix = _SUFFIX.match(document.text, end)
    if suffix:
        end = suffix.end()
    return start, end


def weigh(run: Run, runs: Runs) -> int:
    """How much speaks for a run being a name of a person."""
    words, folded = run.words, runs.folded
    known = runs.tables
    n = len(words)
    first, last = words[0], words[-1]
    place = runs.places.get(first.start)
    if (
        place is not None
        and place[1] == last.end
        and n > 1
        and run.led < 3
        and not (
            first.given
            and last.family
            and (run.led or _large(place[2]) or _described(folded, last.end, runs))
            and not _AT.search(folded, max(0, run.start - 9), run.start)
        )
        and kind_of(place[2]) != "doubtful"
    ):
        return -9  # "Chiang Mai", "Irian Jaya"
    if n == 1 and run.led < 2 and first.key in known.bare and run.followed and run.followed.lower() not in _BODY_WORDS:
        return -9
    if n > 7 or (run.followed in known.things and run.followed.lower() not in _BODY_WORDS):
        return -9
    syllables = first.key in known.family_first and n <= 4 and all(syllabic(word.text) for word in words[1:])
    if (
        n > 1
        and last.text in known.things
        and not (first.given and n == 2 and last.ordinary)
        and not syllables
        and not (first.given and _INITIAL.match(words[-2].text))
    ):
        return -9
    score = run.led
    if run.led >= 3 and not first.place and not run.heading and not runs.opens(run.left - 1) and len(last.text) > 1:
        return 5 if n > 1 or not _INITIAL.match(first.text) else 0  # what stands before it is enough
    if n == 1:
        return score + _alone(first, run, runs)
    before, second = _words_before(folded, run.start)
    if run.led == 1 and not any(word.place or word.ordinary for word in words):
        score += 1  # "the Foreign Minister, Tiemoko Meyliet Kone"
    if run.led < 2 and not _BODY_AFTER.match(folded, last.end) and before in ("the", "a", "an", "in"):
        score -= 1 if before == "in" else 2
    described = _described(folded, last.end, runs)
    if first.place and not first.given:
        score -= 1 if run.led >= 3 else 0 if described and not last.ordinary else 2
    score += (2 if first.text not in _DOUBTFUL else 1) if first.given else 0
    score += any(word.given for word in words[1:])
    if last.family and not (last.place and not first.given):
        score += (
            1
            if first.given
            or first.family
            or first.place
            or last.text in known.doubtful
            or not _inside(run.start, runs.text)
            else 2
        )
    if syllables:
        score += 2
    elif (
        n >= 3 and words[1].key in known.family_first and first.given and all(syllabic(word.text) for word in words[2:])
    ):
        score += 1
    if n == 2 and first.family and not first.given and last.given:
        score += 1  # "Kishida Fumio"
    if any(_ROMANISED.match(word.text) for word in words[1:]) and (
        first.family or first.given or first.key in known.family_first
    ):
        score += 2
    if _INITIAL.match(first.text) and len(last.text) > 2:
        score += 2 if last.family or words[1].given or _inside(run.start, runs.text) else 1
    elif any(_INITIAL.match(word.text) or word.text in ROMAN for word in words[1:]) and len(last.text) > 1:
        score += 1
    if any(b.start - a.end > 2 for a, b in pairwise(words)):
        score += 1
    end = last.end
    if _AGE.match(folded, end):
        score += 2
    elif _speaks(folded, end, acting=first.given):
        score += 1
    if (
        (n == 3 or folded.startswith(_PERHAPS, end))
        and before not in ("the", "a", "an")
        and not any(word.place or word.ordinary for word in words)
        and not _goes_on(run.start, runs.text)
    ):
        if folded.startswith(", who ", end):
            score += 1
        elif n < 4 and not run.heading and _OF_PARTY.match(runs.text, end):
            score += 2
        if (
            n == 3
            and (not run.heading or _listed(run, runs.text))
            and _INITIAL.match(words[1].text)
            and words[2].start - words[1].end == 2
        ):
            score += 1  # "Rendi A. Witular"
    if (
        (match := _APPOSED.match(folded, end))
        and (match.end() in runs.title_starts or (match.end() - end > 2 and _office_ahead(match.end(), runs)))
    ) or described:
        score += 2
    if (before in _SAID_BEFORE or (before == "to" and second == "according")) and not first.place:
        score += 1 if first.given or last.family else 0
    if before == "by" and second in _DONE_BY and not any(word.place for word in words):
        score += 2
    if run.heading and not (first.given and last.family) and run.led < 3 and not _listed(run, runs.text):
        score -= 1
    return score


def _described(folded: str, end: int, runs: Runs) -> bool:
    """Whether a description of a person follows after a comma: ", a Kenyan professor", ", the plant's manager"."""
    if not folded.startswith(", ", end):
        return False
    match = _DESCRIBED.match(folded, end)
    return match is not None and (
        _MEMBER.match(folded, end) is not None
        or not runs.tables.descriptions.isdisjoint(words := match.group(1).split())
        or not _HOLDERS.isdisjoint(words)
    )


def _large(meaning: object) -> bool:
    """Whether a place is in the table by its size only, as cities are that were named after persons ("Benito Juárez")."""
    return isinstance(meaning, PlaceWord) and meaning.rank == "large"


def _words_before(folded: str, start: int) -> tuple[str, str]:
    """The word that stands directly before an offset, and the one before that."""
    if start < 2 or folded[start - 1] != " ":
        return "", ""
    tail = folded[max(0, start - 26) : start - 1].rsplit(" ", 2)
    return tail[-1], tail[-2] if len(tail) > 1 else ""


def _speaks(folded: str, end: int, *, acting: bool = False) -> bool:
    """Whether a verb of speech or "who" follows; or any verb of acting."""
    match = _AFTER.match(folded, end)
    if match is None:
        return False
    word, following = match.groups()
    return (
        word in _SAYS or word in _WHO or (acting and word in _VERB) or (following in _SAYS and word in _BEFORE_SAYING)
    )


def _listed(run: Run, text: str) -> bool:
    """Whether a run fills a line of a list, up to a comma."""
    return text[run.start - 1 : run.start] in ("", "\n") and text[run.end : run.end + 1] in ("", ",", "\n")


def _alone(word: Word, run: Run, runs: Runs) -> int:
    """What speaks for a single word being a name."""
    folded = runs.folded
    score = 0
    if word.place in ("state", "place") and not (run.led >= 3 and word.place == "place"):
        return -3
    if runs.opens(run.left - 1) and not (word.family or word.given):
        score -= 1
    if _GLUED.match(word.text) and word.text.partition(".")[2] not in runs.tables.ordinary:
        score += 3  # "S.Ganbaatar"
    if len(word.text) < 2 or _INITIAL.match(word.text):
        return -3
    if word.key in runs.tables.family_first or ((word.family or word.given) and word.text not in runs.tables.doubtful):
        score += 1
    if word.key in runs.tables.bare:
        score += 3
    if _AGE.match(folded, word.end):
        score += 2
    elif _speaks(folded, word.end):
        score += 1
    if run.heading and not (word.family or word.given):
        score -= 1
    if word.given and _VOCATIVE.search(folded, max(0, run.start - 28), run.start):
        score += 3
    return score


def _office_ahead(start: int, runs: Runs) -> bool:
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
    return run.led > 0 or _speaks(folded, run.end)


def _opens(folded: str, start: int) -> bool:
    """Whether a word opens a sentence or follows an article, where capitals say little."""
    before = folded[max(0, start - 4) : start].rstrip()
    return not before or before[-1] in ".!?:\"'" or before.endswith(("the", " a"))


def _goes_on(start: int, text: str) -> bool:
    """Whether a run goes on after another word in capitals ("Economic Recovery Penny Pritzker")."""
    before = text[max(0, start - 24) : start]
    return before[-1:] == " " and before[-2:-1].isalpha() and before.rsplit(" ", 2)[-2][:1].isupper()


def _inside(start: int, text: str) -> bool:
    """Whether a word stands inside a sentence, not at its beginning."""
    before = text[max(0, start - 3) : start].strip()
    return bool(before) and before[-1] not in ".!?:\"\u201c\u2018'"
