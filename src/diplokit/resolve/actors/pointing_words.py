"""Words that mean an actor named elsewhere: pronouns, "leaders", "sides", "government", "counterpart".

Sources: the grammar of English, and the habits of newsrooms and ministries; kept by hand.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from diplokit import Document, Hit, Lexicon

NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)}

Words = Mapping[tuple[str, str], str]
"""What sort of word it is and a detail, with the words, divided by `|`."""

_FIRST: Words = {("first", ""): "i|me|my|myself|we|us|our|ours|ourselves"}
_SECOND: Words = {("second", ""): "you|your|yours"}
_PRONOUNS: Words = {
    ("pronoun", "m"): "he|him|his|himself",
    ("pronoun", "f"): "she|her|hers|herself",
    ("it", ""): "it|its",
    ("they", ""): "they|them|their|themselves",
}
_SEVERAL: Words = {
    (
        "several",
        "",
    ): "delegates|participants|negotiators|mediators|donors|creditors|lawmakers|member states|states parties|delegation|"
    "rebels|guerrillas|insurgents|separatists|militants|militias|factions|armed groups|rebel groups|opposition groups|political parties"
}
_NOUNS: Words = {
    ("persons", "leaders"): "leaders|heads of government|heads",
    ("persons", "ministers"): "ministers|foreign ministers|defence ministers|defense ministers|trade ministers|"
    "finance ministers|foreign secretaries|secretaries|top diplomats|chief diplomats|counterparts",
    ("persons", "heads"): "presidents|prime ministers|premiers",
    (
        "persons",
        "any",
    ): "men|women|officials|envoys|ambassadors|principals|diplomats|chancellors|politicians|statesmen|dignitaries",
    ("persons", "states"): "heads of state|monarchs|kings",
    ("persons", "two"): "duo|pair",
    ("persons", "three"): "trio",
    ("states", ""): "sides|countries|nations|states|governments|parties|economies|neighbours|neighbors|capitals|"
    "peoples|allies|delegations|republics|powers|territories|signatories",
    ("bodies", "bloc"): "blocs|groups|groupings|regions",
    ("bodies", "any"): "organisations|organizations|bodies|institutions|agencies",
    ("bodies", "company"): "companies|firms|corporations|airlines|carriers|lenders",
    ("bodies", "named"): "universities|ministries|banks|central banks|parliaments|chambers|associations|unions|funds|"
    "exchanges|stock exchanges|academies|institutes|foundations|federations|commissions|committees|councils",
    ("state", "rule"): "government|administration|cabinet",
    (
        "state",
        "land",
    ): "country|nation|republic|kingdom|island nation|island state|city-state|city state|emirate|sultanate|archipelago",
    ("organisation", ""): "ministry|presidency|department|bank|committee|council|commission|association|organisation|"
    "organization|fund|agency|authority|university|court|parliament|assembly|secretariat|embassy|forum|alliance|union|"
    "party|company|bloc|grouping|group|lender|corporation|office|board|bureau|community|league|body|institution|cartel|firm|airline|carrier|conglomerate|manufacturer|automaker|operator",
    ("counterpart", ""): "counterpart|opposite number|colleague|peer",
    ("guest", ""): "visitor|guest|visiting leader|visiting dignitary|visiting statesman",
    ("epithet", "diplomat"): "diplomat",
    (
        "epithet",
        "politician",
    ): "politician|statesman|leftist|rightist|conservative|liberal|centrist|socialist|populist|veteran|"
    "nationalist|reformist|islamist|strongman",
    ("some", "two"): "the two|both",
    **{("some", number): f"the {number}|all {number}" for number in NUMBERS if number != "two"},
    (
        "office",
        "",
    ): "secretary|minister|president|ambassador|premier|chancellor|chairman|chairwoman|chairperson|governor|"
    "king|queen|emperor|envoy|director|commissioner|general|senator|speaker|taoiseach|emir|sultan|crown prince|"
    "secretary-general|secretary general|director-general|director general|vice president|deputy secretary|leader|"
    "deputy prime minister|foreign minister|prime minister|under secretary|assistant secretary|spokesman|spokesperson|"
    "spokeswoman|high commissioner|monarch|pope|prince|chief executive|chief minister|mayor",
}


def _lexicon(name: str, meanings: Words) -> Lexicon:
    def words(locale: str) -> Mapping[str, object]:
        if not locale.startswith("en"):
            return {}
        return {word: meaning for meaning, alike in meanings.items() for word in alike.split("|")}

    return Lexicon(name, words)


# Several tables, since each is gone through by itself, and no word of one lies inside a word of another.
FIRST_PERSON = _lexicon("first person", _FIRST)
"""Words for those who speak."""
SECOND_PERSON = _lexicon("second person", _SECOND)
"""Words for those who are spoken to."""
PRONOUNS = _lexicon("pronouns", _PRONOUNS)
"""Other words that stand for a name."""
SEVERAL = _lexicon("collectives", _SEVERAL)
"""Nouns of several who act together, and of whom no text tells who they are."""
POINTING = _lexicon("pointing words", _NOUNS)
"""Nouns that mean an actor named elsewhere: what sort of word it is, and a detail."""


_DOUBTFUL = frozenset(("US", "Us", "i", "ME", "MY", "I"))
"""What mostly means something else; only "I" may also be the word."""


def first_persons(document: Document) -> Sequence[Hit]:
    """Where "I" and "we" stand, without what only looks like them: "US", "i.", "(i)"."""
    text = document.text
    found: list[Hit] = []
    for hit in document.hits(FIRST_PERSON):
        start, end, _ = hit
        word = text[start:end]
        if word in _DOUBTFUL and (word != "I" or text[end : end + 1] in (".", ")", "-", "/")):
            continue
        found.append(hit)
    return found


def stands_alone(folded: str, start: int, end: int, following: tuple[str, ...]) -> bool:
    """Whether only "the" and a noun are said, so that the noun means one known: nothing of some kind follows it."""
    return start > 3 and folded.startswith("the ", start - 4) and not folded.startswith(following, end)


_LANDS = tuple(f"the {word}'s " for word in _NOUNS["state", "land"].split("|"))


def owned_by_land(folded: str, start: int) -> bool:
    """Whether what begins here is owned by a state that is not named: "the Kingdom's| Crown Prince"."""
    return folded.startswith("'s ", start - 3) and folded.endswith(_LANDS, 0, start)


KNOWN = ("the", "our", "their", "these", "those")
KNOWING = (*[f"{word} " for word in KNOWN], "respective ")
"""What stands directly before "leaders" or "countries" where known ones are meant, if not "both" or a number does."""


@cache
def known_ones() -> re.Pattern[str]:
    """What stands before "leaders" or "countries" where known ones are meant, in folded text, up to the noun."""
    numbers = "|".join(NUMBERS)
    return re.compile(
        rf"\b(?:(?:(?P<both>both|neither|either)\s(?:of\s)?(?:(?:the|our|their|these)\s)?(?:two\s)?"
        rf"|(?:all\s)?(?:of\s)?(?:(?P<our>our|their)|the|these|those|its|all)\s(?P<number>{numbers})\s)(?:[a-z]+\s){{0,2}}"
        r"|(?:(?P<whose>our|their)|the|these|those)\s(?:respective\s)?)\Z"
    )


@lru_cache(maxsize=4096)
def coordinates(gap: str) -> bool:
    """Whether two are named together who have only this between them, in folded text."""
    return _coordination().fullmatch(gap) is not None


@cache
def _coordination() -> re.Pattern[str]:
    return re.compile(
        r"(?:'s?)?(?:,\s|,?\sand\s|\s?&\s?|\s?-\s?|,?\sas well as\s|\sand also\s|\s-\s)(?:(?:the|both|with)\s)?(?:his|her)?\s?"
    )


@cache
def acting() -> re.Pattern[str]:
    """What follows "the two" where it stands alone, in folded text."""
    return re.compile(
        r"\s(?:also\s|then\s|later\s|further\s)?(?:\w+ed\b(?!\s(?:countries|sides|leaders|nations|parties))|have\b|had\b|will\b|are\b|were\b|"
        r"met\b|spoke\b|held\b|said\b|signed\b|would\b|are\b|agree\b|share\b|shook\b|began\b|took\b)"
    )


GOVERNED = frozenset(
    "with by to of from for between and at against on in under after before met meet meets meeting told tell including "
    "visited welcomed thanked invited hosted received as than over into about upon via joined called congratulated "
    "succeeded replaced whom".split()
)
"""Words after which one who is named is not the subject of the clause."""

SPEECH = frozenset(
    "said says say told tells added adds noted notes stressed stated remarked explained announced declared wrote "
    "commented replied continued emphasised emphasized quoted insisted observed concluded saying adding noting tweeted posted asked answered recalled warned urged pledged reiterated "
    "responded reacted retorted affirmed underlined underscored acknowledged argued vowed promised".split()
)
"""Verbs with which a speaker is named."""

QUOTING = SPEECH | frozenset(
    "claimed claims admitted admits pointed pointing argues warns urges stresses explains insists asserted asserts maintained "
    "lamented hoped suggested assured assuring revealed confirmed confirming praised reads tweeting wrote writing writes declaring "
    "stressing emphasising emphasizing explaining warning urging replying appealed charged elaborated clarified cautioned "
    "conceded countered disclosed hinted indicated predicted proclaimed recounted remarking demanded complained "
    "stating telling announcing describing reiterating underlining contended opined averred submitted highlighted".split()
)
"""Verbs with which one who is quoted is named."""


def told_of(folded: str, start: int) -> bool:
    """Whether a word begins what somebody says of himself and others: "X told reporters that| they agreed"."""
    before = folded[max(0, start - 90) : start]
    return before.endswith(" that ") and _saying().search(before) is not None


@cache
def _saying() -> re.Pattern[str]:
    """A verb of speech and those to whom one speaks in public, up to what is said, in folded text."""
    speech = "|".join(sorted(SPEECH - {"told", "tells", "warned", "urged", "promised", "asked"}))
    return re.compile(
        rf"\b(?:{speech}|told (?:the )?(?:reporters|journalists|media|press))\b(?: (?!that\b)[\w']+){{0,5}} that \Z"
    )
