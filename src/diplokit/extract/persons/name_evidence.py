"""What speaks for words in capitals being a name of a person: the evidence in them, before them and after them."""

import re
from collections.abc import Sequence

from diplokit import Document
from diplokit.wordlists import PlaceWord

from .lone_names import BODY_WORDS, INITIAL
from .name_appositions import tells_of_person
from .name_runs import SHORT, Runs
from .name_surroundings import AGE, described, goes_on, inside, listed, office_ahead, speaks, words_before
from .name_words import CAPITAL_PARTICLES, ROMAN, Run, Word, kind_of, syllabic
from .unlisted_names import THING_AFTER, acting, foreign, looks_foreign

# --- words -----------------------------------------------------------------------------------------------------

_SAID_BEFORE = frozenset(
    "said says told added by asked met thanked with named appointed elected between succeed replace replaced succeeded against under congratulated invited killed arrested quoted".split()
)
_DONE_BY = frozenset(
    "moderated moved seconded proposed founded co-founded coached managed captained hosted led headed chaired delivered represented accompanied succeeded preceded directed written authored portrayed assisted flanked".split()
)
_APPOSED = re.compile(r", (?:the |a |an |his |her |their |its |our |who is (?:also )?(?:the )?|[\w'.-]{1,30}'s )?")
_PERHAPS = (", who ", " of ", " for ", " from ")
_AT = re.compile(r"(?<!\w)(?:in|at|near|off|from|to|outside|around|via|through|across) \Z")
_FROM = re.compile(r"(?<!\w)(?:from|in|at|near|to) \Z")
_OF_PARTY = re.compile(
    r" (?:of|for|from) (?:the )?(?:opposition |ruling |rival )?(?:[A-Z][\w'-]{1,20} (?:for |of |and )?){1,4}(?:Party|Movement|Front|Alliance|Coalition|League)\b"
)
_NOT_NAMES = re.compile(r"(?<!\w)(?:the|a|an|in) \Z")
_ROMANISED = re.compile(r"[A-Z][a-z]{1,5}-[A-Za-z][a-z]{0,6}(?:-[a-z]{1,5})?\Z")
_SUFFIX = re.compile(r",? (?:Jr|Sr|Jnr)\b\.?|(?<=Jr)\.|(?<=Sr)\.")
# Letters after a name, and particles, which end none.
_NOT_LAST = CAPITAL_PARTICLES.union(
    "SC KC QC MP MEP AC AO AM OBE CBE MBE CMG KCMG GCMG DBE KBE PhD MD JP PC CH MLA MNA MSP SJ".split()
)
# Given names that are words too, at the beginning of a sentence or a heading.
_DOUBTFUL = frozenset(
    "Grace Mark Grant Rose Will Faith Joy Chase Guy Skip Miles Max Hope Norm Pat Rob Earl Dale Dawn Rich Victor Star Sky Royal Major Ben Art Chance Van Long Sun".split()
)
_BODY_AFTER = re.compile(r" (?:administration|government|cabinet|presidency|regime|campaign|era|team|family|years)\b")
_BENGALI = frozenset("Islam Haq Haque Huq Hoque Rahman Alam Hasan Hassan Kabir Karim Amin".split())
_KUNYAS = frozenset({"Abu", "Abou", "Umm", "Oum", "Um"})
_ARTICLES = frozenset({"the", "a", "an", "in"})

# --- rules -----------------------------------------------------------------------------------------------------


def trimmed(run: Run, runs: Runs) -> Sequence[Run]:
    """A run without the letters after a name, without particles at its end, and in two where a name begins inside it."""
    words = run.words
    first = words[0]
    head: tuple[Run, ...] = ()
    if not (run.led or first.given or first.family):
        if run.heading:
            at = _first_given(words)
            if at:  # "Forum Endorses Peter Obi"
                words = words[at:]
                run = Run(words, 0, words[0].start, True)
        if len(words) > 2 and not (words[0].given or INITIAL.match(words[0].text)):
            at = _first_given(words[:-1])
            if at and _begins_inside(run, at, runs):
                head = (Run(words[:at], 0, run.left, run.heading),)
                words = words[at:]
                run = Run(words, 0, words[0].start, run.heading)
    while words[-1].text in _NOT_LAST and len(words) > 1:
        words = words[:-1]
    if words is run.words:
        return (*head, run)
    return (*head, Run(words, run.led, run.left, run.heading))


def _first_given(words: Sequence[Word]) -> int:
    """The number of the first given name among words, or 0."""
    for number, word in enumerate(words):
        if word.given:
            return number
    return 0


def _begins_inside(run: Run, at: int, runs: Runs) -> bool:
    """Whether a name begins at the given name in a run: "In Jakarta Joko Widodo", "the Recovery Minister Penny Pritzker"."""
    first, start = run.words[0], run.start
    return bool(
        _NOT_NAMES.search(runs.folded, max(0, start - 6), start)
        or (first.place and at == 1 and _FROM.search(runs.folded, max(0, start - 9), start))
        or (at < 3 and goes_on(start, runs.text))
        or (at == 1 and not inside(start, runs.text) and runs.stands_small(first.text))
    )


def extent(run: Run, document: Document) -> tuple[int, int]:
    """Where the name of a run begins and ends: with its particles, and with the dot of "Jr."."""
    start, end = run.start, run.end
    if run.left < start and (run.led >= 2 or document.folded[start - 1] == "-"):
        start = run.left
    return start, suffixed(document.text, end)


def suffixed(text: str, end: int) -> int:
    """Where a name ends, with the suffix that may follow it ("Jr.")."""
    if "r" not in text[end - 1 : end + 5]:
        return end  # nearly always
    suffix = _SUFFIX.match(text, end)
    return suffix.end() if suffix else end


def weigh(run: Run, runs: Runs) -> int:
    """How much speaks for several words being a name of a person."""
    words, led, folded = run.words, run.led, runs.folded
    tables = runs.tables
    n = len(words)
    first, last = words[0], words[-1]
    start, end = run.start, last.end
    if n > (7 if led < 3 else 12) or (run.followed in tables.things and run.followed.lower() not in BODY_WORDS):
        return -9
    if led < 3 and start in runs.places and _is_place(run, runs):
        return -9  # "Chiang Mai", "Irian Jaya"
    syllables = first.key in tables.family_first and n <= 4 and False not in [syllabic(word.text) for word in words[1:]]
    if (
        last.text in tables.things
        and not syllables
        and not (
            first.given
            and ((n == 2 and last.ordinary) or (INITIAL.match(words[-2].text) and words[-2].text not in ROMAN))
        )
        and not (n == 2 and led >= 3 and last.key in tables.surnames and foreign(first.key))
    ):
        return -9
    if led >= 3 and not first.place and not run.heading and len(last.text) > 1 and not runs.opens(run.left - 1):
        return 5  # what stands before it is enough
    if first.given and last.family and first.text not in _DOUBTFUL:
        if not _NOT_NAMES.search(folded, max(0, start - 6), start):
            return 3  # nothing else can speak against it
    told = described(folded, end, runs)
    if led == 2 and not told and not syllables and _is_english(run):
        return -1  # "Refugee Status Determination"
    return led + _in_words(run, runs, syllables) + _beside(run, runs, told)


def _is_english(run: Run) -> bool:
    """Whether all words of a run look like words of English, and none is known as a name."""
    return not [word for word in run.words if word.given or word.family or foreign(word.key)]


def _is_place(run: Run, runs: Runs) -> bool:
    """Whether all words of a run are one name of a place, and not of a person after whom a place is named."""
    words, led, folded = run.words, run.led, runs.folded
    _, end, meaning = runs.places[run.start]
    if end != words[-1].end:
        return False
    person = (
        words[0].given
        and words[-1].family
        and (led or _large(meaning) or described(folded, end, runs))
        and not _AT.search(folded, max(0, run.start - 9), run.start)
    )
    return not person and kind_of(meaning) != "doubtful"


def _in_words(run: Run, runs: Runs, syllables: bool) -> int:
    """What the words themselves say, by the tables and by their shape."""
    words, tables = run.words, runs.tables
    n = len(words)
    first, second, last = words[0], words[1], words[-1]
    score = 0
    if first.given or first.text in SHORT or first.key in tables.first_names:
        doubtful = first.text in _DOUBTFUL and not (inside(run.start, runs.text) and foreign(last.key))
        score += 1 if doubtful else 2
    elif last.key in _BENGALI and words[-2].key.endswith(("ul", "ur")):
        score += 2  # "Raihanul Islam"
    if not first.given and first.key in tables.burmese and all(word.key in tables.burmese for word in words):
        score += 2  # "Than Shwe"
    others = sum(word.given for word in words[1:])
    if others:
        score += 1 if first.given or others < 2 else 2
    if first.key in _KUNYAS and n == 2:
        score += 1  # "Abu Mazen"
    if last.family and not (last.place and not first.given):
        score += (
            1
            if first.given
            or first.family
            or first.place
            or last.text in tables.doubtful
            or not inside(run.start, runs.text)
            else 2
        )
    if syllables:
        score += 2
    elif (
        n >= 3
        and first.given
        and second.key in tables.family_first
        and False not in [syllabic(word.text) for word in words[2:]]
    ):
        score += 1
    if n == 2 and first.family and not first.given and last.given:
        score += 1  # "Kishida Fumio"
    initial = spaced = romanised = False
    before = first
    for word in words[1:]:
        if word.start - before.end > 2:
            spaced = True
        if "-" in word.text:
            romanised = romanised or _ROMANISED.match(word.text) is not None
        elif len(word.text) < 6 and (word.text in ROMAN or INITIAL.match(word.text)):
            initial = True
        before = word
    if romanised and (first.family or first.given or first.key in tables.family_first):
        score += 2
    if len(last.text) > 2 and INITIAL.match(first.text):
        score += 2 if last.family or second.given or inside(run.start, runs.text) else 1
    elif initial and len(last.text) > 1:
        score += 1
    return score + spaced


def _beside(run: Run, runs: Runs, told: bool) -> int:
    """What the words before and after say; `told` if a description of a person follows."""
    words, led, folded, text = run.words, run.led, runs.folded, runs.text
    n = len(words)
    first, last = words[0], words[-1]
    start, end = run.start, last.end
    before, second = words_before(folded, start)
    plain = True
    for word in words:
        if word.place or word.ordinary:
            plain = False
    score = 0
    if folded.startswith("'s ", end) and tells_of_person(folded, start, end):
        score += 2
    if led == 1 and plain:
        score += 1  # "the Foreign Minister, Tiemoko Meyliet Kone"
    if led < 2 and before in _ARTICLES and not _BODY_AFTER.match(folded, end):
        score -= 1 if before == "in" else 3 if THING_AFTER.match(folded, end) else 2
    if first.place and not first.given:
        score -= 1 if led >= 3 else 0 if told and not last.ordinary else 2
    if AGE.match(folded, end):
        score += 2
    elif speaks(folded, end, acting=first.given):
        score += 1
    if (
        plain
        and (n == 3 or folded.startswith(_PERHAPS, end))
        and before not in ("the", "a", "an")
        and not goes_on(start, text)
    ):
        if folded.startswith(", who ", end):
            score += 1
        elif n < 4 and not run.heading and _OF_PARTY.match(text, end):
            score += 2
        if (
            n == 3
            and (not run.heading or listed(run, text))
            and INITIAL.match(words[1].text)
            and words[2].start - words[1].end == 2
        ):
            score += 1  # "Rendi A. Witular"
    if plain and n < 5 and not run.heading:
        acts = acting(run, runs, before, second)
        if acts and looks_foreign(run, runs):
            score += acts
    if told:
        score += 2
    elif match := _APPOSED.match(folded, end):
        at = match.end()
        if at in runs.title_starts or (at - end > 2 and office_ahead(at, runs)):
            score += 2
    if (first.given or last.family) and not first.place:
        if before in _SAID_BEFORE or (before == "to" and second == "according"):
            score += 1
    if before == "by" and second in _DONE_BY:
        for word in words:
            if word.place:
                break
        else:
            score += 2
    if run.heading and led < 3 and not (first.given and last.family) and not listed(run, text):
        score -= 1
    return score


def _large(meaning: object) -> bool:
    """Whether a place is in the table by its size only, as cities are that were named after persons ("Benito Juárez")."""
    return isinstance(meaning, PlaceWord) and meaning.rank == "large"
