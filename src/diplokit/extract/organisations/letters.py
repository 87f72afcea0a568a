"""Organisations that are letters and nothing explains: "PKK fighters", "the UN and QPJK".

Letters written large that no table knows are an organisation where they act like one, or where they are the initials of
one that the text names in full; then they are wherever they recur.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from diplokit import Document, Lexicon, Mention, Organisation, Span
from diplokit.extract.capital_runs import gap_before, word_at
from diplokit.vocabulary import Confidence
from diplokit.wordlists import ORGANISATIONS, PLACES

from .acronyms import DEFINED
from .grammar import BY_HEAD
from .words import HEADS

# --- words -----------------------------------------------------------------------------------------------------

# Letters that are written large and name no organisation.
_NO_BODIES = frozenset(
    (
        "AIDS HIV GDP GNP GNI CPI PPI PMI GMT UTC EST EDT PST CET IST CEO CFO COO CTO MP MPs MEP MEPs PM FM TV AM FM "
        "DNA RNA COVID SARS MERS FTA FTAs MOU MoU MOUs IT AI ICT SME SMEs MSME MSMEs VAT GST WMD IED IEDs NGO NGOs "
        "IPO IPOs ID PR HQ UFO ATM LNG LPG FDI ODA CD DVD PC SMS USB GPS SUV US UK EU UN OK VIP BC AD NPT CTBT START "
        "SALT INF PACER NAFTA TPP RCEP USMCA CPTPP AFTA CEPA ACFTA AKFTA JPOA JCPOA UNCLOS COC DOC BRI OBOR CPEC SDG SDGs "
        "MDG MDGs LDC LDCs IDP IDPs POW POWs MIA KIA DWI DUI ABM ICBM MRI NO YES MR MRS DR PHD MBA BA MA QC KC SC "
        "AFP-JIJI A B C D E F G H I J K L M N O P Q R S T U V W X Y Z USD RM RMB CNY JPY EUR GBP SGD HKD AUD NZD INR "
        "IDR THB PHP VND KRW TWD BRL MXN RUB CHF SAR AED QAR NGN ZAR EGP BRL PKR LKR BDT MMK SDR LTD INC CO LLC PLC "
        "BHD SDN PTE COP CMA CMP RPG RPGs AK APC APCs ECT ETC PTE PS NB II III IV VI VII VIII IX XI XII XIII XIV XV "
        "XVI XX XXI EDITOR STORY PHOTO FILE BREAKING UPDATE NEWS WORLD SPORT PPP PPE PCR R&D M&A B2B P2P 5G 4G 3G GM "
        "THE AND FOR MOS SMS LGBT STEM FOSS OS PS DPM EAM NSA CJI CJ HE H.E. EV EVs CO2 ESG ETF ETFs REIT DSE FX PDF URL HTML"
    ).split()
)

_ACTING = frozenset(
    (
        "leader leaders chairman chairwoman chairperson chief president spokesman spokeswoman spokesperson official "
        "officials member members rebels fighters guerrillas militants militia headquarters director executive "
        "candidate candidates party supporters commander commanders lawmaker lawmakers deputies deputy statement "
        "secretary general-secretary secretary-general group faction troops soldiers peacekeepers boss coach "
        "activists delegation delegates insurgents gunmen militiamen representative representatives workers staff "
        "employees negotiators said says told announced reported executives analyst economist gunners forces shareholders "
        "loyalists sympathisers sympathizers cadres wing stronghold strongholds bases camp camps mps mp senators "
        "councillors convoy positions patrol ministers lawyer lawyers investigators agents officers operatives detectives "
        "teams chair founder chairperson board manifesto congress ceo denies denied has "
        "owns owned won lost plans planned accused accuses rejected rejects warned warns urged urges called calls "
        "claimed claims vowed vows refused refuses confirmed confirms demanded demands criticised criticized launched "
        "condemned condemns signed suspended issued arrested seized raided fined banned ordered wants wanted insists "
        "insisted maintains argues argued believes did does also shares stock profits workers' members' opposes opposed "
        "supports supported boycotted walked quit joined leads led runs ran operates operated provides estimates "
        "estimated predicted forecasts expects expected agreed asked"
    ).split()
)
# Who is accused, arrested or run "by" letters, joins or tells them, deals with a body.
_DONE_BY = re.compile(r"(?:ed|run|led|held|built|won|told|bought|sold|paid|given|made|taken|known) by\Z")
_DOING = frozenset("joined quit told accused sued left fined banned founded led leads heads joins".split())
_LED = frozenset(
    (
        "member members leader leaders chairman chairwoman president spokesman spokeswoman fighters guerrillas militants "
        "commander commanders supporters activists founder headquarters remnants rebels wing lawmakers cadres"
    ).split()
)

# --- rules -----------------------------------------------------------------------------------------------------


class ActingLetters:
    """Letters written large that no table knows and that act like an organisation."""

    name = "letters_that_act"
    kind = "organisation"
    description = "An acronym that nothing explains, where it has leaders, members or fighters, and wherever it recurs."
    words: Mapping[str, Lexicon] = {"place": PLACES, "organisation": ORGANISATIONS, "head": HEADS}
    yes: Mapping[str, object] = {
        "the QPJK leader fled": Organisation("QPJK"),
        "QPJK fighters left. The QPJK denied it.": [Organisation("QPJK"), Organisation("QPJK")],
        "talks with the UN and QPJK": Organisation("QPJK"),
    }
    no = ("the CEO said", "QPJK FIGHTERS LEFT TOWN", "a GDP of 3", "USD fighters", "talks on QPJK")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the acronyms that act."""
        words = document.capital_words
        letters = {word for word in filter(str.isupper, set(words)) if 3 <= len(word) <= 12 and _letters(word)}
        if not letters:
            return
        places, bodies = document.starting(PLACES), document.starting(ORGANISATIONS)
        defined = document.starting(DEFINED)
        waiting = [
            (start, end, word)
            for (start, end), word in zip(document.capitals, words, strict=True)
            if word in letters and start not in places and start not in bodies and start not in defined
        ]
        if not waiting:
            return
        folded = document.folded
        ends, owners = document.ending(ORGANISATIONS), document.ending(PLACES)
        # Where a text names a body in full, its acronym needs no definition.
        acting = {_initials(body.name) for _, _, body in document.hits(BY_HEAD)}  # type: ignore[attr-defined]
        for start, end, word in waiting:
            if word not in acting and (
                ((following := _following().match(folded, end)) is not None and following[1] in _ACTING)
                or (end + 5 in bodies and folded.startswith(" and ", end))
                or (end + 2 in bodies and folded.startswith(", ", end))
                or (start - 5 in ends and folded.startswith(" and ", start - 5))
                or (start - 2 in ends and folded.startswith(", ", start - 2))
                or (start - 3 in owners and folded.startswith("'s ", start - 3))
                or _led_or_done_by(folded, start)
            ):
                acting.add(word)
        for start, end, word in waiting:
            if word in acting and not _shouted(document, start):
                yield Mention(
                    "organisation", Span(start, end), word, Organisation(word), self.name, Confidence.POSSIBLE
                )


@lru_cache(maxsize=2048)
def _initials(name: str) -> str:
    """The initials of an organisation."""
    return "".join([word[0] for word in name.split() if word[0].isupper()])


def _letters(word: str) -> bool:
    """Whether a word in capitals is an acronym that may name an organisation."""
    if not word.isalpha():
        # "F-16"
        if word.rstrip("0123456789") in _NO_BODIES or "." in word or "/" in word or sum(map(str.isalpha, word)) < 3:
            return False
    return word not in _NO_BODIES and word.isascii()


@cache
def _following() -> re.Pattern[str]:
    return re.compile(r" ([a-z]+)")


def _led_or_done_by(folded: str, start: int) -> bool:
    """Whether "members of", "accused by the", "joined" or the like stands before an acronym."""
    if not start or folded[start - 1] != " ":
        return False
    end = start - 5 if folded.endswith(" the ", 0, start) else start - 1
    cut = folded.rfind(" ", max(0, end - 24), end)
    if cut < 0:
        return False
    word = folded[cut + 1 : end]
    if word == "of":
        return folded[folded.rfind(" ", max(0, cut - 24), cut) + 1 : cut] in _LED
    if word == "by":
        return _DONE_BY.search(folded, max(0, start - 18), end) is not None
    return word in _DOING


def _shouted(document: Document, offset: int) -> bool:
    """Whether the sentence, or the word before or after, is written in capitals."""
    capitals, text = document.capitals, document.text
    at = word_at(document, offset)
    for other in (at - 1, at + 1):
        if 0 <= other < len(capitals) and gap_before(document, max(at, other)) == " ":
            word = text[slice(*capitals[other])]
            if len(word) > 4 and word.isupper():
                return True
    sentence = document[document.sentence_at(offset)][:200]
    return sum(map(str.islower, sentence)) < len(sentence) // 3
