"""Names of no table: words that look like no English, with an end of family names or with what only people do beside them.

"Ridouan Taghi was convicted", "Elseid Hysaj volleyed", "replaced by Seydou Doumbia". The words that English writes in
lower case are in `en/common_words.tsv`; the ends of family names are ours.
"""

import re
from functools import lru_cache

from diplokit import fold
from diplokit.extract.capital_runs import common_words

from .name_runs import Runs
from .name_words import Run

# --- words -----------------------------------------------------------------------------------------------------

_ENGLISH = re.compile(
    r"[a-z]+(?:tions?|sions?|ments?|ness|ities|ity|ety|ings?|ists?|isms?|ances?|ences?|ives?|ous|ships?|ables?|ibles?|ful|less|ary|ories|ory"
    r"|[ts]ures?|tric|stic|tic|graphy|logy|ogies|ways?|works?|lands?|towns?|ville|burg|burgh|shire|ports?|stan|abad|nagar|pur|grad|gorod|izing|ising)\Z"
)
_ENDING = re.compile(
    r"\w{2,}(?:i[cć]|[oe]v|[oe]v[aá]|[iy]n[ia]|enko|chuk|czuk|czyk|[sc]k[iyá]|sk[aá]ya|wicz|w[ií]cz|yan|[aeiou]dze|shvili|o[gğ]lu|poulos|poulou|akis|[aei]idis|iadis"
    r"|escu|eanu|nen|ss?en|sson|d[oó]ttir|zadeh|nejad|pour|ullah|uddin|[sz]in[gh]h?e|sek[ae]ra|ratne|wardh?en[ea]|nayak[ea]|nathan|lingam|sw?am[iy]|moorthy|murth[iy]|appan|rajah?"
    r"|aitis|auskas|unas|evi[čc]ius|ait[eė]|yt[eė]|ien[eė]|uly|kyzy|u?ulu|[aeo]z|inho|ães|ões|eaux?|weni)\Z"
)
_DONE_TO = frozenset(
    "beat defeated beating defeating thrashed outclassed married replaced replacing replaces succeeded sacked sued jailed sentenced convicted acquitted freed "
    "accused mourned mourn murdered killed shot stabbed kidnapped abducted arrested detained questioned interviewed interviewing denounced praised "
    "elected interrogated suspended dropped substituted booked partnered partnering released deported extradited hired fired honoured honored hailed featuring starring "
    "said says told added by asked met thanked named appointed between succeed replace against congratulated invited quoted".split()
)
_ACTS = re.compile(
    r" (?:(?:also|later|then|both|twice|finally|narrowly|again|only|just|never|still|tearfully|quickly|soon) ){0,2}"
    r"(?:(?:won|took|claimed|clinched|earned|bagged|grabbed|snatched) (?:gold|silver|bronze|his|her|the (?:men|women|girl|boy|\d))"
    r"|(?:scored|netted|headed|volleyed|curled|tapped|nodded|slotted|converted|wept|cried|smiled|laughed|shouted|testified|confessed|pleaded|resigned|retired|died|drowned|vanished|fled|married|divorced|sang|danced"
    r"|painted|wrote|starred|bowled|batted|swam|limped|apologi[sz]ed|said|says|told|added|insisted|recalled|explained|admitted|denied|claimed|agreed|joked|shrugged|quipped|argued|believes|thinks|hopes|lives|works|teaches|grew up)"
    r"|(?:was|were|is|has been|had been) (?:first|second|third|fourth|fifth|sixth|seventh|born|shot|stabbed|hanged|executed|beheaded|jailed|sentenced|convicted|acquitted|arrested|detained|charged|indicted|extradited|deported|buried"
    r"|widowed|remanded|bowled|booked|sent off|substituted|sacked|crowned|knighted|ordained|married|divorced|hospitali[sz]ed|lbw|run out|caught|stumped|murdered|kidnapped|abducted|appointed|elected|re-elected|named|sworn|survived by)"
    r"|and (?:his|her) (?:wife|husband|son|daughter|brother|sister|mother|father|family|children|partner|team-?mates?|colleagues?|lawyers?|coach|deputy))\b"
)
_BEFORE_ONE = re.compile(r"(?<!\w)(?:said|says|added|told|married|praised|thanked) \Z")
THING_AFTER = re.compile(
    r"(?:'s)?[ -](?:stadium|arena|airport|street|road|avenue|square|district|province|region|county|village|town|city|area|neighbou?rhood|suburb|slum|camp|prison|jail|hospital|university|college|school"
    r"|mosque|church|temple|shrine|monastery|cathedral|museum|theatre|theater|hotel|market|mall|bridge|dam|river|lake|mountain|peak|valley|islands?|peninsula|beach|port|harbou?r|station|building|tower|plant|refinery|mine|field|base"
    r"|festival|award|prize|cup|trophy|tournament|championship|league|club|team|side|fans|party|movement|group|newspaper|daily|magazine|website|channel|radio|television|tv|bank|company|firm|brand|ethnic|tribe|clan|people|language"
    r"|virus|disease|species|dialect|cuisine|dish|drink|highway|pass|border|crossing|checkpoint|factory|coast|capital|embankment|canal|stand|foundation|trust|institute|centre|center|memorial|lecture|theorem|law|effect|administration)\b"
)

# --- rules -----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def foreign(word: str) -> bool:
    """Whether a word in capitals looks like no word of English: it may be a name of no table.

    Examples:
        >>> foreign("Hysaj"), foreign("Integrity"), foreign("Warriors")
        (True, False, False)
    """
    folded = fold(word)
    return (
        len(folded) > 2
        and folded not in common_words()
        and (folded[-1] != "s" or folded[:-1] not in common_words())
        and _ENGLISH.match(folded) is None
    )


@lru_cache(maxsize=4096)
def ends_like_family_name(word: str) -> bool:
    """Whether a word ends as family names do.

    Examples:
        >>> ends_like_family_name("Ivanishvili"), ends_like_family_name("Wickramasinghe"), ends_like_family_name("Cove")
        (True, True, False)
    """
    return _ENDING.match(word.lower()) is not None


def looks_foreign(run: Run, runs: Runs) -> bool:
    """Whether no word of a run looks like a word of English, and nothing after it makes a thing of it."""
    if run.followed or THING_AFTER.match(runs.folded, run.end):
        return False
    return all(foreign(word.key) and not runs.stands_small(word.text) for word in run.words)


def acting(run: Run, runs: Runs, before: str, second: str) -> int:
    """How much the end of an unknown name, and what is done there, say for a person.

    Args:
        run: The words.
        runs: The runs of the document.
        before: The word before them.
        second: The word before that.
    """
    last = run.words[-1]
    score = 1 if ends_like_family_name(last.key) or run.words[0].given or last.family else 0
    if before in _DONE_TO or (before == "to" and second == "according"):
        score += 1
    return score + (2 if _ACTS.match(runs.folded, run.end) else 0)


def acts_alone(folded: str, start: int, end: int) -> bool:
    """Whether what only people do stands beside a single given name: "Neymar scored", "said Hamid"."""
    return _ACTS.match(folded, end) is not None or _BEFORE_ONE.search(folded, max(0, start - 10), start) is not None
