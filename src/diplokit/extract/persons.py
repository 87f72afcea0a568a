"""Persons: names of people, exactly, without titles, honorifics and letters after the name.

A first pass reads every run of words in capitals and weighs the evidence in it and beside it: an office or an honorific
before it, an age or an office after it, given and family names of the tables (`root/given_names.tsv`,
`root/family_names.tsv`), initials, particles, hyphenated syllables, verbs of speech. A second pass finds the short forms
of the names so found, later and earlier in the document. Sources of the tables: their first lines.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from attrs import frozen

from diplokit import Document, Lexicon, Mention, Name, Span, hookimpl
from diplokit.tables import settings
from diplokit.vocabulary import Confidence, PlaceForm, PlaceKind
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, OFFICES, ORGANISATIONS, PLACES, PlaceWord

from .office_grammar import OFFICES_IN_FULL

# --- words -----------------------------------------------------------------------------------------------------

_SPEECH = re.compile(
    r",? (?:has |had |have |also |later |earlier |then |further |himself |herself )?(?:said|says|told|added|adds|noted|explained|stressed|reiterated|remarked|commented|wrote|tweeted|posted|quipped|asked|replied|"
    r"argued|insisted|warned|claimed|urged|announced|stated|declared|recalled|acknowledged|admitted|expressed|thanked|congratulated|arrived|met|meets|visited|hailed|lauded|praised|vowed|pledged|called|is|was|who|will|would)\b"
)
_AGE = re.compile(r", (?:aged )?\d\d(?:,|\.| )(?! (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|per|percent|people|years|million))")
_WHO = re.compile(r", (?:who|whose)\b")
_APPOSED = re.compile(r", (?:the |a |an |his |her |their |its |our |who is (?:also )?(?:the )?|[\w'.-]+'s )?")
_PARTICLE_GAP = re.compile(
    r" (?:(?:bin|binti|binte|bint|bte|ibn|ben|bani|al|el|ul|ur|ud|abu|de|da|do|dos|das|del|della|di|du|la|le|los|las|van|von|der|den|ten|ter|te|zu|y|e|af|av|a/l|a/p|s/o|d/o|ould|mint|ag|ud-|ul-|ur-|bar)[ -]){1,3}'?"
    r"| (?:al|el|as|ar|az|an|ad|at|ash|ul|ur|ud|d|l|t)[-']| (?:al|ul|ur|ud|el)-| d'| '| o'|-(?:ul|ud|ur|al|el|e)-"
)
_ROMAN = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XXIII".split())
_LETTERS_AFTER = frozenset("SC KC QC MP MEP AC AO AM OBE CBE MBE CMG KCMG GCMG DBE KBE PhD MD JP PC CH MLA MNA MSP SJ".split())
_SUFFIX = re.compile(r",? (?:jr|sr)\b\.?|,? (?:iii|ii|iv)\b")
_ROMANISED = re.compile(r"[A-Z][a-z]{1,5}-[A-Za-z][a-z]{0,5}(?:-[a-z]{1,5})?\Z")
_INITIAL = re.compile(r"[A-Z](?:\.[A-Z])*\Z")
_SYLLABLE = re.compile(
    r"(?:(?:zh|ch|sh|ts|tz|sz|ph|th|tr|kh|gh|ng|nh|kw|gw|hw|hy|by|ky|gy|my|py|sy|ny|ry|b|p|m|f|d|t|n|l|g|k|h|j|q|x|r|z|c|s|y|w|v)?"
    r"(?:iao|iang|iong|uai|uang|ueng|ieu|oeu|yeo|yeon|yeong|yuk|yun|ai|ei|ao|ou|an|en|ang|eng|ong|ung|ia|ie|iu|ian|in|ing|ua|uo|ui|uan|un|ue|eo|eon|eong|eun|oo|ee|oon|oong|eung|eul|ae|oe|ui|a|o|e|i|u|y|er)"
    r"(?:k|p|t|m|n|ng|nh|ch|l|h|w)?){1,3}\Z"
)


@frozen
class _Words:
    """Words of the tables that the rules ask for."""

    ordinary: frozenset[str]
    things: frozenset[str]
    family_first: frozenset[str]
    descriptions: frozenset[str]


@cache
def _table() -> _Words:
    rows = settings("en/ordinary_words.toml")
    return _Words(
        frozenset(rows["words"].split()),
        frozenset(rows["things"].split()),
        frozenset(settings("root/name_orders.toml")["family_first"].split()),
        frozenset(settings("en/offices.toml")["descriptions"]["words"]),
    )


_HONORIFICS = frozenset(
    "mr mrs ms miss mdm madam dr prof sir dame lord lady datuk dato dato' datin tun tan toh puan tengku tuanku haji hajah ustaz encik sheikh sheikha shaikh h.e hon rt hrh shri smt sri ing ir ts dr. sen rep gov gen lt col maj capt adm "
    "messrs mx rev fr sr amb seri senor señor señora don doña monsieur madame herr frau signor dom sayyid syed ayatollah hojjatoleslam his her excellency majesty highness royal honourable honorable right drs professor justice".split()
)

# --- rules -----------------------------------------------------------------------------------------------------


@frozen
class _Word:
    """A word in capitals, with what is known of it."""

    start: int
    end: int
    text: str


class _Run:
    """Words that stand together and may be a name, with the evidence beside them."""

    __slots__ = ("led", "words")

    def __init__(self, words: list[_Word], led: int) -> None:
        self.words, self.led = words, led


class Persons:
    """Names of persons, in full and in short."""

    name = "persons"
    kind = "person"
    description = "A name of a person, by the titles, given names, family names and verbs beside it; later its short forms."
    words: Mapping[str, Lexicon] = {
        "given": GIVEN_NAMES,
        "family": FAMILY_NAMES,
        "places": PLACES,
        "organisations": ORGANISATIONS,
        "offices": OFFICES,
    }
    yes: Mapping[str, object] = {
        "Prime Minister Anwar Ibrahim arrived. Anwar spoke.": [Name(("Anwar", "Ibrahim")), Name(("Anwar",))],
    }
    no: Sequence[str] = ("The Bank of China", "In May")

    def find(self, document: Document, /) -> Iterator[Mention[Name]]:
        """Find the persons of a document."""
        reader = _Reader(document)
        for start, end, confidence, rule in reader.names():
            text = document.text[start:end]
            yield Mention("person", Span(start, end), text, Name(tuple(text.split())), rule, confidence)


class _Reader:
    """Reads the names of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text, self.folded = document.text, document.folded
        self.table = _table()
        self.given = {hit.start for hit in document.hits(GIVEN_NAMES)}
        self.family = {hit.start for hit in document.hits(FAMILY_NAMES)}
        self.titles = document.hits(OFFICES_IN_FULL)
        self.title_starts = {hit.start: hit for hit in self.titles}
        self.places = {hit.start: hit for hit in document.hits(PLACES)}
        self.bodies = {hit.start: hit for hit in document.hits(ORGANISATIONS)}

    def names(self) -> Iterator[tuple[int, int, Confidence, str]]:
        """Every name: start, end, how sure, and why."""
        found: dict[int, tuple[int, Confidence, str]] = {}
        single: list[_Run] = []
        for run in self.runs():
            for part in self.split(run):
                score = self.score(part)
                if score >= 2 and (len(part.words) > 1 or score >= 3):
                    self.take(found, part, score)
                else:
                    single.append(part)
        self.repeats(found, single)
        for start in sorted(found):
            end, confidence, rule = found[start]
            yield start, end, confidence, rule

    def take(self, found: dict[int, tuple[int, Confidence, str]], part: _Run, score: int) -> None:
        words = part.words
        end = words[-1].end
        suffix = _SUFFIX.match(self.folded, end)
        if suffix and len(words) > 1:
            end = suffix.end()
        start = words[0].start
        while start > 3 and self.folded[start - 3 : start] in ("al-", "el-") and (start == 3 or not self.folded[start - 4].isalnum()):
            start -= 3
        found[start] = (end, Confidence.CERTAIN if score >= 3 else Confidence.LIKELY, "name")

    def runs(self) -> Iterator[_Run]:
        """The runs of words in capitals, cut at offices, honorifics, months and ordinary words."""
        text, folded, table = self.text, self.folded, self.table
        titles = iter(self.titles)
        title = next(titles, None)
        words: list[_Word] = []
        led = 0
        led_next = 0
        previous_end = -1
        skip_until = 0
        for start, end in self.document.capitals:
            if start < skip_until:
                previous_end = max(previous_end, end)
                continue
            while title is not None and title.end <= start:
                title = next(titles, None)
            if title is not None and title.start <= start < title.end:
                if words:
                    yield _Run(words, led)
                    words = []
                skip_until = previous_end = title.end
                led_next = 3
                continue
            gap = folded[previous_end:start] if previous_end >= 0 else "|"
            word = text[start:end]
            if words and not self.joins(words[-1], gap, start):
                yield _Run(words, led)
                words = []
            if not words:
                led = 0
                if previous_end >= 0 and led_next:
                    if gap in (" ", ". ", "'s ") or (gap == "" and previous_end == start):
                        led = led_next if gap != "'s " else 0
                    elif gap in (", ", ": ") and led_next:
                        led = 1
            led_next = 0
            key = folded[start:end].rstrip(".")
            if key in _HONORIFICS:
                if words:
                    yield _Run(words, led)
                    words = []
                led_next = max(led, 3)
                previous_end = end
                if text[end : end + 1] == ".":
                    previous_end = end + 1
                continue
            body = self.bodies.get(start)
            if body is not None and body.end >= end and not (start in self.given):
                if words:
                    yield _Run(words, led)
                    words = []
                skip_until = previous_end = body.end
                led_next = 0
                continue
            if not words and not led:
                led = self.led_by_word(start)
            plain = word if not word.isupper() or len(word) < 3 else word.capitalize()
            if plain in table.ordinary and not (words and self.closes(words, start, end)) and not (led >= 3 and not words and start in self.family):
                if words:
                    yield _Run(words, led)
                    words = []
                previous_end = end
                continue
            place = self.places.get(start)
            if place is not None and place.end >= end and self.is_people(place.meaning):
                if words:
                    yield _Run(words, led)
                    words = []
                previous_end = skip_until = max(end, place.end)
                continue
            words.append(_Word(start, end, word))
            previous_end = end
        if words:
            yield _Run(words, led)

    def closes(self, words: list[_Word], start: int, end: int) -> bool:
        """Whether an ordinary word may close a name: "Theresa May", "Jack Straw"."""
        return len(words) <= 2 and words[0].start in self.given and self.text[start:end] not in self.table.things and self.text[start:end] in _SURNAMES

    def is_people(self, meaning: object) -> bool:
        return isinstance(meaning, PlaceWord) and all(p.form != PlaceForm.NOUN for p in meaning.places)

    def led_by_word(self, start: int) -> int:
        """Whether the word before in lower case leads a name ("analyst", "by")."""
        at = self.folded.rfind(" ", max(0, start - 22), start - 1)
        if at >= 0 and self.folded[start - 1] == " " and self.folded[at + 1 : start - 1] in self.table.descriptions:
            return 2
        return 0

    def joins(self, last: _Word, gap: str, start: int) -> bool:
        """Whether what stands between two words in capitals lets them be one name."""
        if gap == " ":
            return self.text[start - 1] != "\n" or self.document.sentence_index(last.start) == self.document.sentence_index(start)
        if gap == ". ":
            return bool(_INITIAL.match(last.text)) or last.text in ("Mohd", "Md", "St", "Wm", "Abd")
        if gap == "." and len(last.text) == 1:
            return True
        if not gap.strip() and len(gap) < 4:
            return "\n" not in self.text[last.end : start]
        return len(gap) < 16 and _PARTICLE_GAP.fullmatch(gap) is not None

    def split(self, run: _Run) -> Iterator[_Run]:
        """The run without what cannot be part of a name at either end."""
        words = run.words
        while len(words) > 1 and words[-1].text in _LETTERS_AFTER:
            words = words[:-1]
        yield _Run(words, run.led)

    def score(self, run: _Run) -> int:
        """How much speaks for a run being a name."""
        words, folded = run.words, self.folded
        n = len(words)
        first, last = words[0], words[-1]
        if n > 7:
            return -9
        if n > 1 and last.text in self.table.things:
            return -9
        given = [w.start in self.given for w in words]
        family = [w.start in self.family for w in words]
        score = run.led
        place = self.places.get(first.start)
        if place is not None and not given[0]:
            score -= 2 if place.end >= first.end else 0
            if n == 1 or place.end >= last.end:
                score -= 1
        if n > 1:
            score += 2 * given[0]
            score += any(given[1:-1]) + (given[-1] and not given[0])
            score += family[-1] and not (last.start in self.places and not given[0])
            if first.text in self.table.family_first and n <= 4 and all(_syllabic(w.text) for w in words[1:]):
                score += 2
            if any(_ROMANISED.match(w.text) for w in words[1:]) and (family[0] or given[0] or first.text in self.table.family_first):
                score += 2
            if any(_INITIAL.match(w.text) for w in words[:-1]) and len(last.text) > 2 and (given[0] or family[-1] or len(first.text) <= 3):
                score += 1
            for a, b in zip(words, words[1:]):
                if b.start - a.end > 2:
                    score += 1
                    break
        end = last.end
        if _AGE.match(folded, end):
            score += 2
        elif _SPEECH.match(folded, end):
            score += 1
        if n > 1 and (match := _APPOSED.match(folded, end)) and match.end() in self.title_starts:
            score += 2
        if all(w.text.isupper() and len(w.text) > 1 for w in words) and run.led < 3 and not (n > 1 and given[0]):
            score -= 2
        return score

    def repeats(self, found: dict[int, tuple[int, Confidence, str]], rest: list[_Run]) -> None:
        """Find the short forms of the names found, among the runs that were left."""
        parts: dict[str, int] = {}
        fulls: set[tuple[str, ...]] = set()
        for start, (end, _, _) in found.items():
            names = tuple(part for part in re.split(r"[\s]+", self.folded[start:end]) if len(part) > 1)
            fulls.add(names)
            for part in names:
                if len(part) > 2 or part.capitalize() in self.table.family_first:
                    parts[part] = parts.get(part, 0) + 1
        if not parts:
            return
        for run in rest:
            words = run.words
            keys = [self.folded[w.start : w.end] for w in words]
            if any(_within(tuple(keys), full) for full in fulls) and not self.table_blocks(words):
                found[words[0].start] = (words[-1].end, Confidence.LIKELY, "short form")

    def table_blocks(self, words: list[_Word]) -> bool:
        """Whether a short form is rather a state or an ordinary word."""
        if len(words) > 1:
            return False
        word = words[0]
        place = self.places.get(word.start)
        if place is not None and isinstance(place.meaning, PlaceWord):
            return any(p.type in (PlaceKind.STATE, PlaceKind.TERRITORY) for p in place.meaning.places)
        return False


def _within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of a short form follow each other in a full name."""
    n = len(short)
    return any(full[i : i + n] == short for i in range(len(full) - n + 1))


def _syllabic(word: str) -> bool:
    """Whether a word could be one or more syllables of a romanised Chinese, Korean or Vietnamese name."""
    return len(word) <= 12 and all(_SYLLABLE.match(piece.lower()) for piece in word.split("-"))


_SURNAMES = frozenset("May King Young Long Bush Hope Straw Hill Brown Rice Gates Law Power Powers Price Day Bond Wood Woods Cook Major Park Moon Ban Field Hall Banks Lord Prince Bishop Pope Church Page Pages West North Marshall Chambers Rivers Stone Waters White Black Green Gray Grey Wise Love Noble Rush Cash Holder Judge Justice Merchant Swift Sharp Short Small Strong Wall Walker Ward".split())


@hookimpl
def extractors() -> list[Persons]:
    """The extractor of persons."""
    return [Persons()]
