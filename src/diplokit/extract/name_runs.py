"""Runs of words in capitals that may be names of persons, and the words beside them that matter.

A run goes on over initials, particles ("bin", "van der", "al-"), nicknames in quotes and hyphens; it is cut at offices,
forms of address, names of organisations and of peoples, and at ordinary words, unless a name may well hold them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from attrs import frozen

from diplokit import Document, Title
from diplokit.tables import settings, table
from diplokit.vocabulary import PlaceForm, PlaceKind
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, OFFICES, ORGANISATIONS, PLACES, HonorificWord, OrganisationWord, PlaceWord

from .forms_of_address import FORMS_OF_ADDRESS
from .office_grammar import OFFICES_IN_FULL

# --- words -----------------------------------------------------------------------------------------------------

_SMALL = (
    "bin|binti|binte|bint|bte|ibn|ben|bani|al|el|ul|ur|ud|abu|de|da|do|dos|das|del|della|di|du|la|le|los|las|van|von|der|den|ten|ter|te|zu|zur|y|e|"
    "arap|af|av|a/l|a/p|s/o|d/o|ould|mint|ag|bar|san|st|d'|dal|degli|nic|ni|mac|ap"
)
_BETWEEN = re.compile(
    rf"\.? (?:(?:{_SMALL}) ){{1,3}}(?:(?:al|el|as|ar|az|an|ad|at|ash|ul|ur|ud)[-'])?"
    r"|\.? (?:al|el|as|ar|az|an|ad|at|ash|ul|ur|ud|l|t|d|o)[-']|-(?:ul|ud|ur|al|el|e|i|ad|as|ol|ol-)-|\.? d'|-?\.-?"
)
_BEFORE = re.compile(rf"(?<![\w'-])(?:(?:{_SMALL}) ){{1,3}}(?:al-)?\Z|(?<![\w'-])(?:al|el|as|ar|az|an|ad|at|ash)-\Z|(?<![\w'-])d'\Z")
_INITIALS = re.compile(r"[A-Z](?:\.-?[A-Z]){0,3}\Z")
_SHORT = frozenset({"Mohd", "Md", "St", "Wm", "Abd", "Muh", "Moh", "Jos", "Geo", "Chas", "Thos", "Ma", "Sh", "Hj", "Jr", "Sr"})
ROMAN = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XXIII".split())
# Particles that may stand in capitals inside a name.
CAPITAL_PARTICLES = frozenset("Al El Bin Binti Ibn Van Von Der Den De La Le Da Di Du Dos Das Del San Ter Ten Abu Ben Bint Ould Mc Mac St Los Las Santa".split())
# Ordinary words that are also family names: a given name before them tells.
_SURNAMES = frozenset(
    "Begin May King Young Long Bush Hope Straw Hill Brown Rice Gates Law Power Powers Price Day Bond Wood Woods Cook Major Park Moon Ban Field Hall Banks Lord Prince Bishop Pope Church "
    "Page Pages West North Marshall Chambers Rivers Stone Waters White Black Green Gray Grey Wise Love Noble Rush Cash Holder Judge Justice Merchant Swift Sharp Short Small Strong "
    "Wall Ward Bell Bass Ball Best Bird Booth Bull Burns Case Castle Chase Cotton Cross Crown Dean Drew Duke English Fair Ford Forest Foster Fox France French German Good Hand Head Heath "
    "Holland Home Ireland Israel Key Knight Lake Lane Little Mercy Miles Mills Nation Parish Paris Post Read Ready Reed Rich Root Rose Saint Sales Savage Self Shore Short Singer Snow Summers "
    "Temple Trump Turnbull Turner Underwood Walls Weaver Webb Weeks Wells Wild Winter Wolf Worth Wright Abbott Arms Ash Bank Bay Beach Berry Bright Bridge Bridges Cape Carpenter Coats Cooper Crane Day Fields Flint Flowers Friend Frost Garland Gold Goldsmith Grant Grave Graves Hale Harper Hunt Hunter Lamb Land Lawless Leader Loss Low Marks Marsh Mason Mayor Means Moss Nice Park Peace Penny Pike Piper Poole Porter Potts Quick Rand Ray Reason Rock Sand Sands Seal Sessions Shepherd Silver Speaker Spring Stark Steel Stock Stroud Tank Tower Train Tree Trout Vance Wade Walker Ware Warner Watts Way Wing Winn Wynn Yard Burr Sun Son".split()
)
# Syllables of Chinese, Korean, Vietnamese, Khmer and Burmese names that are English words too.
_SYLLABLES = frozenset(
    "Son Sun Sen Win Long Hung Bun Man Young Sing Pen Ping Sang Ban Min Han Ho Tin Sin Ming Ling Wing Bo Hong Dong Tong Song Van Lay Mon Gun Day Kin Fat Kit Chin Ten Sat Pin Bin Ding King Hang Sung "
    "Dun Won Wan Pan Fan Can Moon Soon An In Do So No On He She You Me To Be Sea See Say May Lay Hen Hat Hot Ton Nun Pang Ring Rang Rung Sit Tan Thin Than Thou Tie Toe Too Tung Wai Way Yes Yet Ye Yen Ai Ei Ki Key Kai Bang Chance Hun Hu Lo Ha Thank Than".split()
)
_MIDDLE = frozenset("Christian Christmas August April June May Mark Grace Rose Hope Prince King Love Young Royal Major".split())
_OPEN = re.compile(r" (?:of|for|on|to) ")
MONTHS = frozenset("January February March April May June July August September October November December".split())
_OF = re.compile(r" of |[,.]|'s")
_FIRST = frozenset("Don Dom Jewel Islam Happy Goodluck Precious Lucky Blessing Prosper Justice Hope Innocent Royal Noble Sunday Monday Friday Charity Patience Mercy Peace Grace Faith Joy Christian August June April May Golden Gift Memory Wise Comfort Victory Rich".split())
_CREDIT = re.compile(r"\([^()\n]*photo[^()\n]*/\Z|\((?:afp|ap|reuters|epa|upi|xinhua|getty|anadolu|bernama|yonhap|kyodo)/\Z")
_SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z]\w*")
_FULL_STOP = re.compile(r"[^\W\d_]{3}\.")
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_ACRONYM_LIKE = frozenset("US UK UN EU UAE USA PM AM TV FTA GDP CEO DC LNG AI IT HQ ID FDI MOU MoU SME SMEs COVID ICT".split())
_CALLED = re.compile(r"(?:ing|photos?|written|compiled|edited|reported) by \Z|(?:^|\n)by \Z|(?:known|nicknamed|dubbed) as \Z")
_PLURALS = frozenset("presidents ministers premiers leaders secretaries senators ambassadors chancellors kings counterparts governors generals messrs officials ministers' drs".split())


@frozen
class Tables:
    """What the tables say of words."""

    ordinary: frozenset[str]
    things: frozenset[str]
    family_first: frozenset[str]
    descriptions: frozenset[str]
    doubtful: frozenset[str]
    bare: frozenset[str]
    plain: frozenset[str]
    given_states: frozenset[str]
    given_cultures: frozenset[str]


@cache
def tables() -> Tables:
    """The words that matter to names; read once."""
    rows = settings("en/ordinary_words.toml")
    ordinary = frozenset(rows["words"].split())
    kept = _SURNAMES | CAPITAL_PARTICLES | _SYLLABLES | {*_FIRST, "I", "Sheikh", "Mother", "He", "An", "So", "King", "Song"}
    doubtful = {row["name"] for file in ("root/given_names.tsv", "root/family_names.tsv") for row in table(file) if row["note"]}
    return Tables(
        ordinary,
        frozenset(rows["things"].split()),
        frozenset(settings("root/name_orders.toml")["family_first"].split()),
        frozenset(settings("en/offices.toml")["descriptions"]["words"]),
        frozenset(doubtful),
        frozenset(settings("root/name_orders.toml")["bare"].split()),
        ordinary - kept,
        frozenset(settings("root/name_orders.toml")["given_name_states"]),
        frozenset(settings("root/name_orders.toml")["given_name_cultures"]),
    )


class Word:
    """A word in capitals, and what the tables say of it."""

    __slots__ = ("end", "family", "given", "key", "ordinary", "place", "start", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start, self.end, self.text = start, end, text
        self.given = self.family = self.ordinary = False
        self.place = ""
        self.key = text


class Run:
    """Words that stand together, with how strongly the words before them lead to a name (0 to 3)."""

    __slots__ = ("followed", "heading", "led", "left", "words")

    def __init__(self, words: list[Word], led: int, left: int, heading: bool) -> None:
        self.words, self.led, self.left, self.heading = words, led, left, heading
        self.followed = ""

    @property
    def start(self) -> int:
        """Where the first word starts."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.words[-1].end


class Runs:
    """The runs of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text, self.folded = document.text, document.folded
        self.tables = tables()
        self.given = {hit.start for hit in document.hits(GIVEN_NAMES)}
        self.family = {hit.start for hit in document.hits(FAMILY_NAMES)}
        self.places = {hit.start: hit for hit in document.hits(PLACES)}
        self.people = {start for start, hit in self.places.items() if _kind_of(hit.meaning) == "people"} - self.given - self.family
        self.titles = document.hits(OFFICES_IN_FULL)
        self.title_starts = {hit.start for hit in self.titles}
        self.office_starts = sorted(hit.start for hit in document.hits(OFFICES))
        self.leads: dict[int, int] = {}
        self.open: set[int] = set()
        self.by_given: set[int] = set()
        blocks: list[tuple[int, int]] = []
        for hit in self.titles:
            blocks.append((hit.start, hit.end))
            # After "Secretary of State on Arms" a lone word rather goes on with the office than begins a name.
            self.leads[hit.end] = 3
            if isinstance(hit.meaning, Title) and hit.meaning.of in self.tables.given_states:
                self.by_given.add(hit.end)
            if _OPEN.search(self.folded, hit.start, hit.end):
                self.open.add(hit.end)
        for hit in document.hits(FORMS_OF_ADDRESS):
            word = hit.meaning
            assert isinstance(word, HonorificWord)  # what the hits hold
            if word.position == "before" and not word.sure and hit.start - 1 in self.leads and hit.start in self.given and self.text[hit.end - 1] != ".":
                continue  # "Foreign Minister Don Pramudwinai"
            if word.position == "before":
                blocks.append((hit.start, hit.end))
                self.leads[hit.end] = 3
                if word.culture in self.tables.given_cultures:
                    self.by_given.add(hit.end)
            elif word.culture != "suffix":
                blocks.append((hit.start, hit.end))
        for hit in document.hits(ORGANISATIONS):
            meaning = hit.meaning
            assert isinstance(meaning, OrganisationWord)  # what the lexicon holds
            if " " in self.text[hit.start : hit.end] or (hit.start not in self.given and hit.start not in self.family):
                blocks.append((hit.start, hit.end))
        blocks.sort()
        self.blocks = blocks
        self.doubtful: list[Run] = []
        self._headings: dict[int, bool] = {}

    def __iter__(self) -> Iterator[Run]:
        text, folded, blocks, tables = self.text, self.folded, self.blocks, self.tables
        ordinary, plain, given, people = tables.ordinary, tables.plain, self.given, self.people
        at = 0
        last_block = len(blocks)
        words: list[Word] = []
        led = left = 0
        heading = False
        skip = 0
        capitals = self.document.capitals
        byline = -1
        for index, (start, end) in enumerate(capitals):
            if start < skip:
                continue
            while at < last_block and blocks[at][1] <= start:
                at += 1
            if at < last_block and blocks[at][0] <= start:
                if words:
                    yield self._run(words, led, left, heading, "")
                    words = []
                skip = blocks[at][1]
                continue
            if words:
                gap = folded[words[-1].end : start]
                joined = gap == " " and text[start - 1] != "\n"
                if not joined:
                    joined = self._joins(words, gap, start, end)
                if joined and at < last_block and blocks[at][0] < start:
                    joined = False
                if not joined:
                    yield self._run(words, led, left, heading, "")
                    words = []
            if not words and ((text[start:end] in plain and start not in given) or start in people):
                continue  # the quick way for most words
            word = Word(start, end, text[start:end])
            if "." in word.text and (dot := _FULL_STOP.search(word.text)):
                word = Word(start, start + dot.end() - 1, word.text[: dot.end() - 1])  # "Ciobo.Credit"
                end = word.end
            if end - start > 2 and word.text.isupper():
                word.key = word.text.capitalize()
            key = word.key
            word.given, word.family = start in self.given, start in self.family
            if not words:
                left, led = self._lead(start)
                if not led and byline >= 0 and folded[byline:start] in (" and ", ", ", ", and "):
                    led = 2
                byline = -1
                heading = self._heading(start)
            word.ordinary = key in ordinary
            if self._cuts(word, words, led, heading, index):
                if words:
                    yield self._run(words, led, left, heading, key if folded[words[-1].end : start] == " " else "")
                    words = []
                elif word.ordinary and key in _SURNAMES:
                    self.doubtful.append(Run([word], led, left, heading))
                place = self.places.get(start)
                if place is not None and place.end > end:
                    skip = place.end
                continue
            words.append(word)
            if led == 2:
                byline = end
        if words:
            yield self._run(words, led, left, heading, "")

    def _run(self, words: list[Word], led: int, left: int, heading: bool, cut_by: str) -> Run:
        run = Run(words, led, left, heading)
        run.followed = cut_by
        return run

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word in capitals stands in the document."""
        return Counter(self.text[start:end] for start, end in self.document.capitals)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the document writes in lower case."""
        return frozenset(_SMALL_WORD.findall(self.text))

    def _heading(self, start: int) -> bool:
        """Whether a word stands in a heading, where capitals say nothing."""
        index = self.document.sentence_index(start)
        known = self._headings.get(index)
        if known is None:
            sentence = self.document.sentences[index]
            known = self._headings[index] = is_heading(self.text[sentence.start : min(sentence.end, sentence.start + 300)])
        return known

    def _lead(self, start: int) -> tuple[int, int]:
        """Where particles before a word begin, and how strongly what stands before leads to a name."""
        folded = self.folded
        left = start
        before = folded[start - 1 : start]
        if before in " -'" and before:
            window = folded[max(0, start - 18) : start]
            if before != " " or window[-4:-1] in _ENDINGS or window[-3:-1] in _ENDINGS:
                match = _BEFORE.search(window)
                if match:
                    left = start - (len(window) - match.start())
        led = self._led(left)
        if left != start and not led:
            return left, self._led(start)
        return left, led

    def _led(self, start: int) -> int:
        folded, leads = self.folded, self.leads
        if folded[start - 1 : start] == " ":
            if start - 1 in leads:
                return 3 if self.text[start - 1] != "\n" or self._wrapped(start - 1) else 1
            if start - 2 in leads and folded[start - 2] in ",:":
                return 1
            cut = folded.rfind(" ", max(0, start - 22), start - 1)
            if cut >= 0 or start < 22:
                word = folded[cut + 1 : start - 1]
                if word in self.tables.descriptions:
                    return 2
                if word in _PLURALS:
                    return 2
                if word == "by" and (cut < 0 or self.text[cut] == "\n"):
                    return 2
                if word in ("by", "as") and _CALLED.search(folded, max(0, start - 20), start):
                    return 2 if word == "by" else 3
        elif folded[start - 1 : start] == "/" and _CREDIT.search(folded, max(0, start - 40), start):
            return 2
        elif start - 1 in leads and folded[start - 1 : start] == ":":
            return 1
        return 0

    def _wrapped(self, at: int) -> bool:
        """Whether the line that ends at an offset is long enough to be the wrap of a longer one."""
        return at - self.text.rfind("\n", max(0, at - 60), at) > 40

    def _joins(self, words: list[Word], gap: str, start: int, end: int) -> bool:
        """Whether what stands between two words in capitals lets them be one name."""
        last = words[-1]
        if len(gap) > 15:
            return False
        if gap == " " and self.text[start:end].isupper() and not last.text.isupper():
            return False  # a dateline after a heading
        if gap == " ":
            return self._wrapped(start - 1) and self.document.sentence_index(last.start) == self.document.sentence_index(start)
        if gap == ". ":
            return bool(_INITIALS.match(last.text)) or last.text in _SHORT
        if gap == ".":
            return len(last.text) == 1
        if not gap.strip() and len(gap) < 4:
            return "\n" not in self.text[last.end : start]
        if gap == ' "' or gap == " '":
            return last.given and self.folded[end : end + 2] == gap[1] + " " and self.text[end + 2 : end + 3].isupper()
        if gap in ('" ', "' ", '." '):
            return self.folded[last.start - 1] == gap[-2]
        if gap == "'" or gap == "-":
            return True
        return _BETWEEN.fullmatch(gap) is not None

    def _cuts(self, word: Word, words: list[Word], led: int, heading: bool, index: int) -> bool:
        """Whether a word in capitals ends the run before it and is no part of a name."""
        start, end, key = word.start, word.end, word.key
        text = self.text
        place = self.places.get(start)
        if place is not None:
            if place.end < end and text[place.end] in "-\u2010\u2011\u2013" and not word.given and _is_state(place.meaning):
                return True  # "Malaysia-China"
            if place.end >= end:
                word.place = _kind_of(place.meaning)
                if word.place == "people" and not words and led >= 3 and word.family and not self._following(index):
                    return False
                if word.place == "people" and not words and word.given and self._name_follows(index) and (led >= 2 or self._next_start(index) in self.family):
                    return False
                if word.place == "people" and not words and key in self.tables.family_first and self._syllables_follow(index):
                    return False
                if word.place == "people" and not (words and (words[-1].given and (key in _SURNAMES or word.family) or words[0].key in self.tables.family_first and len(key) < 5)):
                    return True
                if word.place == "state" and not word.given and not (words and words[-1].given and key in _SURNAMES):
                    return True
                if place.end > end and not word.given:
                    return True
        if word.ordinary:
            return not self._kept(word, words, led, index)
        upper = word.text.isupper()
        if upper and end - start > 1 and not heading:
            if _INITIALS.match(word.text):
                return word.text in ("U.S", "U.N", "U.K", "E.U", "U.A.E", "D.C", "A.M", "P.M", "U.S.A", "U.S.S.R")
            if words and word.text in ROMAN:
                return False
            return not self._kept_capitals(word, words, led, index)
        if not heading or word.given or word.family or led or "-" in word.text:
            return False
        if words and words[0].given and len(words) < 3 and not self._following(index):
            return False
        return self.counts[word.text] < 2

    def _kept(self, word: Word, words: list[Word], led: int, index: int) -> bool:
        """Whether an ordinary word stands in a name all the same."""
        key, text = word.key, self.text
        following = self._following(index)
        if word.given and following and following not in self.tables.ordinary and (led >= 2 or self._next_start(index) in self.family):
            return True
        if key in ("Von", "Van", "De", "Da", "Al", "El", "Bin", "Ibn") and not words and not following:
            capitals = self.document.capitals
            return index + 1 < len(capitals) and _BETWEEN.fullmatch(self.folded[word.end : capitals[index + 1][0]]) is not None
        if key in CAPITAL_PARTICLES:
            return bool(following) and following not in self.tables.ordinary and (bool(words) or led >= 3 or key in ("Al", "El", "Abu", "Van", "De"))
        if key == "Sheikh" and following in ("Hasina", "Mujibur", "Mujib", "Rehana") or key == "Mother" and following == "Teresa":
            return True
        if words and key == "I" and (text[word.end : word.end + 1] == "." and following == "" or led >= 3 and _OF.match(text, word.end)):
            return True  # "Leonid I. Brezhnev", "King Albert I of Belgium"
        if words and word.start - words[-1].end > 2 and (words[0].given or led >= 3):
            return True  # "Miguel de la Madrid", "Qaboos bin Said"
        if not words and key in _FIRST and following and (led >= 2 or self._next_start(index) in self.family) and following not in self.tables.ordinary:
            return True
        if words and words[0].given and _INITIALS.match(words[-1].text) and key not in _DAYS:
            return key not in MONTHS and not (following and text[word.start - 2] == ".")
        if words:
            if key in _SURNAMES and len(words) <= 3 and (words[0].given or led >= 3 or _INITIALS.match(words[0].text)) and not (following and following in self.tables.things and key in self.tables.things):
                return not (key in self.tables.things and led < 3 and words[0].text in self.tables.doubtful)
            if following and key not in _DAYS and words[0].given and (key in _MIDDLE or self._next_start(index) in self.family and following not in self.tables.ordinary):
                return True
            return key in _SYLLABLES and len(words) <= 3 and (words[0].text in self.tables.family_first or (led >= 3 and len(words[-1].text) <= 6 and len(words) == 1)) and all(len(w.text) <= 8 for w in words)
        if led >= 3 and key in _SURNAMES and text[word.end : word.end + 1] in " .,'\u2019:;)" and not following:
            return key not in self.tables.things or word.family
        if key in ("An", "So") and led < 2:
            return False
        if key in ("He", "An", "So", "Son", "Sun", "Ban", "Man", "Long", "Moon", "Young", "Park", "King", "May", "Song") and following:
            return following not in self.tables.ordinary and (led >= 2 or self._inside(word.start) or len(following) > 4) and syllabic(following) and (index + 1 < len(self.document.capitals)) and self.document.capitals[index + 1][0] not in self.places
        return False

    def _kept_capitals(self, word: Word, words: list[Word], led: int, index: int) -> bool:
        """Whether a word all in capitals is a name: "KISHIDA Fumio", "Fumio KISHIDA", "JD Vance", "SECRETARY BLINKEN"."""
        text = self.text
        if word.text in _ACRONYM_LIKE:
            return False
        if words:
            return (words[-1].given or (led >= 2 and len(word.text) > 3)) or (words[-1].text.isupper() and (words[-1].given or words[-1].family or led >= 3) and len(word.text) > 2)
        following = self._following(index)
        capitals_before = self.text[word.start - 2 : word.start - 1].isupper()
        if led >= 3 and (capitals_before or word.family or word.given) and len(word.text) > 1:
            return True
        if not following:
            return False
        mixed = not following.isupper()
        if len(word.text) == 2 and mixed and following not in self.tables.ordinary:
            return self.document.capitals[index + 1][0] in self.family or led >= 3
        if mixed and following not in self.tables.ordinary:
            follower = self.document.capitals[index + 1][0]
            return (led >= 2 and follower not in self.places) or (word.family and follower in self.given)
        return (word.given or word.family) and (self.document.capitals[index + 1][0] in self.family)

    def _following(self, index: int) -> str:
        """The word in capitals that follows directly, if any."""
        capitals = self.document.capitals
        if index + 1 >= len(capitals):
            return ""
        end, (start, stop) = capitals[index][1], capitals[index + 1]
        if start - end == 1 and self.text[end] == " ":
            return self.text[start:stop]
        return ""

    def _next_start(self, index: int) -> int:
        """Where the next word in capitals starts."""
        capitals = self.document.capitals
        return capitals[index + 1][0] if index + 1 < len(capitals) else -1

    def _name_follows(self, index: int) -> bool:
        """Whether a word in capitals that is no ordinary word follows directly."""
        following = self._following(index)
        return bool(following) and following not in self.tables.ordinary

    def _syllables_follow(self, index: int) -> bool:
        """Whether the next word could be a Chinese, Korean or Vietnamese given name."""
        following = self._following(index)
        return bool(following) and following not in self.tables.ordinary and syllabic(following)

    def _inside(self, start: int) -> bool:
        """Whether a word stands inside a sentence, not at its beginning."""
        before = self.text[max(0, start - 3) : start].strip()
        return bool(before) and before[-1] not in ".!?:\"\u201c\u2018'"


_ENDINGS = frozenset({"bin", "int", "bnu", "ibn", "bte", "al", "el", "de", "da", "do", "dos", "das", "del", "lla", "di", "du", "la", "le", "los", "las", "van", "von", "der", "den", "ten", "ter", "te", "zu", "af", "av", "uld", "abu", "ben", "nti", "nte", " y", " e"})


def _is_state(meaning: object) -> bool:
    return isinstance(meaning, PlaceWord) and any(p.type in (PlaceKind.STATE, PlaceKind.TERRITORY) for p in meaning.places)


@lru_cache(maxsize=4096)
def _kind_of(meaning: object) -> str:
    """Whether a word of the table of places is a people, a state, or another place; doubtful ones apart."""
    if not isinstance(meaning, PlaceWord):
        return ""
    if all(place.form != PlaceForm.NOUN for place in meaning.places):
        return "people"
    if meaning.rank == "ambiguous":
        return "doubtful"
    return "state" if _is_state(meaning) else "place"


def is_heading(sentence: str) -> bool:
    """Whether a sentence is written as a heading: most of its longer words in capitals, and no full stop.

    Examples:
        >>> is_heading("Trade Figures Show Record Growth As Exports Rise"), is_heading("Trade grew in May.")
        (True, False)
    """
    if sentence[-1:] in ".!?\"\u201d" or len(sentence) > 200:
        return False
    longer = [word for word in re.findall(r"[^\W\d_]{4,}", sentence)]
    if len(longer) < 4:
        return False
    return sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


_SYLLABLE = re.compile(
    r"(?:(?:zh|ch|sh|ts|tz|sz|ph|th|tr|kh|gh|ng|nh|kw|gw|hw|hy|by|ky|gy|my|py|sy|ny|ry|b|p|m|f|d|t|n|l|g|k|h|j|q|x|r|z|c|s|y|w|v)?"
    r"(?:iao|iang|iong|uai|uang|ueng|ieu|oeu|yeo|yeon|yeong|yuk|yun|ai|ei|ao|ou|an|en|ang|eng|ong|ung|ia|ie|iu|ian|in|ing|ua|uo|ui|uan|un|ue|eo|eon|eong|eun|oo|ee|oon|oong|eung|eul|ae|oe|ui|a|o|e|i|u|y|er)"
    r"(?:k|p|t|m|n|ng|nh|ch|l|h|w|nn|kh|th|r|rn|ck|tt)?){1,3}\Z"
)


def syllabic(word: str) -> bool:
    """Whether a word could be syllables of a romanised Chinese, Korean or Vietnamese name.

    Examples:
        >>> syllabic("Jinping"), syllabic("Ka-chiu"), syllabic("Thatcher")
        (True, True, False)
    """
    return len(word) <= 12 and all(_SYLLABLE.match(piece.lower()) for piece in word.split("-"))


