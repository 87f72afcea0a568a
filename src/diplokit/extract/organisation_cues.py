"""Organisations that only the words beside them tell: a common noun before or after a name, or letters that act.

"the Yomiuri newspaper", "rebel group Renamo", "PKK fighters". The name alone is the mention.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from diplokit import Document, Lexicon, Mention, Organisation, Span
from diplokit.vocabulary import ActorKind, Confidence, PlaceForm
from diplokit.wordlists import FAMILY_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES

from .acronyms import DEFINED
from .capital_runs import gap_before, word_at, word_starting
from .organisation_grammar import BY_HEAD
from .organisation_surroundings import headline, hit_at
from .organisation_words import HEADS, STOP, THINGS

# --- words -----------------------------------------------------------------------------------------------------

_C, _N = ActorKind.COMPANY, ActorKind.NGO

# Common nouns, each with the kind of organisation and where it tells one: b before the name, a after it.
_COMMON = {
    "ab": {
        _N: "newspaper|daily|weekly|magazine|party|rebel group|militant group|guerrilla group|armed group|movement|militia|"
        "website|news website|tabloid|opposition party|ruling party|human rights group|rights group|advocacy group|"
        "environmental group|faction|cartel|sect|football club|soccer club|extremist group|separatist group|insurgent group|"
        "terrorist group|terror group|terrorist organisation|terrorist organization|coalition party|think tank|think-tank|"
        "news portal|aid group|aid agency|relief agency|relief group|charity",
        _C: "trading house|brokerage house|publishing house|state firm|airline|airlines|news agency|conglomerate|broadcaster|television station|television channel|radio station|"
        "television network|automaker|carmaker|brokerage|oil company|shipping company|oil firm|mining company|bank|"
        "investment bank|company|news channel|TV channel|TV station",
    },
    "b": {
        _N: "group|club|organisation|organization|umbrella group|union|body|pressure group",
        _C: "firm|giant|carrier|flag carrier|lender|operator|manufacturer|retailer|refiner|subsidiary|affiliate|contractor|"
        "developer|brewer|miner|insurer|shipbuilder|planemaker|chipmaker|drugmaker|steelmaker|tech giant|oil giant|"
        "energy giant|utility|monopoly|startup|start-up|outlet|news outlet|publisher|maker|producer|consultancy|"
        "energy company|electronics company|security company|group|network|search engine|agency",
    },
    # The first word of a name, before a place: "Radio Pakistan", "Air Malta".
    "p": {_C: "air|radio|radio television|telecom|telkom", _N: "caritas"},
    "a": {
        _N: "labour federation|labor federation|trade union federation|union federation|union|labour union|trade union|rebels|guerrillas|fighters|militants|insurgents|militiamen|rebel group|gunmen|activists|lawmakers|legislators",
        _C: "planes|jets|airliners|television|radio|TV|newswire|shares|stock|executives|subsidiary|airliner",
    },
}


class _Common(NamedTuple):
    """A common noun beside names of organisations: on which side of them, and the kind."""

    use: str
    kind: ActorKind


def _common() -> dict[str, object]:
    words: dict[str, _Common] = {}
    for use, kinds in _COMMON.items():
        for kind, nouns in kinds.items():
            for noun in nouns.split("|"):
                known = words.get(noun, _Common("", kind))
                words[noun] = _Common(known.use + use, known.kind)
    return dict(words)


COMMON = Lexicon("common nouns beside organisations", lambda locale: _common() if locale.startswith("en") else {})
"""Common nouns that stand beside names of organisations, with where and the kind."""

# Words of belief and the like, which are no names: "Islamist rebels".
_ADJECTIVES = frozenset(
    (
        "Islamist Islamists Muslim Maoist Marxist Communist Shiite Shia Shi'ite Sunni Christian Jewish Hindu Catholic "
        "Islamic Socialist Democratic Republican Conservative Liberal Labour Labor Green Nazi Internet TV Web "
        "Trotskyist Leninist Baptist Orthodox Protestant Buddhist Stalinist Zionist Salafist Salafi Wahhabi Jihadist "
        "Peronist Unionist Nationalist Royalist Loyalist Ba'athist Baathist Trotskyite Leftist Rightist Western "
        "Eastern Northern Southern Central Democrat International National Federal Mai-Mai Tamil Hutu Tutsi Jewish "
        "Sunni-led Shi'a Armed Unknown Suspected Local Foreign State Private Public English-language Arabic-language "
        "Jews Working Ethnic Support Focus Study Pressure Rights Contact Steering Fellow Two Pro Anti Ex I The"
    ).split()
)

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
        "EV EVs CO2 ESG ETF ETFs REIT DSE FX PDF URL HTML"
    ).split()
)

# Persons and assemblies that one tells something.
_TOLD = frozenset(
    (
        "Queen King Pope Prince Princess Emperor Sultan Emir Shah Lord Lords Commons Court House Senate Speaker Governor Bench "
        "Press Cabinet Opposition Government Parliament Commission Committee Council Board Assembly Conference Congress "
        "Arabs Jews Muslims Christians Russians Crown Duke Panel Tribunal Forum Summit Inquiry Bishop Cardinal Patriarch "
        "Dalai Sheikh Imam Mullah Knesset Duma Republicans Democrats Conservatives"
    ).split()
)

_ACTING = frozenset(
    (
        "leader leaders chairman chairwoman chairperson chief president spokesman spokeswoman spokesperson official "
        "officials member members rebels fighters guerrillas militants militia headquarters director executive "
        "candidate candidates party supporters commander commanders lawmaker lawmakers deputies deputy statement "
        "secretary general-secretary secretary-general group faction troops soldiers peacekeepers boss coach "
        "activists delegation delegates insurgents gunmen militiamen representative representatives workers staff "
        "employees negotiators said says told announced reported executives analyst economist"
    ).split()
)

# --- rules -----------------------------------------------------------------------------------------------------


class NamedByNeighbour:
    """Organisations by a common noun before or after the name."""

    name = "organisations_by_a_common_noun"
    kind = "organisation"
    description = "A capitalised name with a common noun before or after it: the Yomiuri newspaper, rebel group Renamo."
    words: Mapping[str, Lexicon] = {
        "common": COMMON,
        "place": PLACES,
        "organisation": ORGANISATIONS,
        "given": GIVEN_NAMES,
        "family": FAMILY_NAMES,
    }
    yes: Mapping[str, object] = {
        "the Sabuhi Press newspaper": Organisation("Sabuhi Press", None, ActorKind.NGO),
        "rebel group Zelkana said": Organisation("Zelkana", None, ActorKind.NGO),
        "Qorvul, a Sofia-based conglomerate headed by": Organisation("Qorvul", None, ActorKind.COMPANY),
        "heard on Radio Peru that": Organisation("Radio Peru", None, ActorKind.COMPANY),
        "she told the Sabuhi that": Organisation("Sabuhi"),
        "the carrier Omni Zephyr": Organisation("Omni Zephyr", None, ActorKind.COMPANY),
    }
    no = ("French newspaper editors", "the party Monday", "Islamist rebels", "the company said", "Group talks")

    def find(self, document: Document, /) -> Iterator[Mention[Organisation]]:
        """Find the organisations that a common noun tells."""
        for hit in document.hits(COMMON):
            text = document.text
            if not isinstance(hit.meaning, _Common):
                continue
            use, kind = hit.meaning.use, hit.meaning.kind
            if text[hit.start].isupper():
                if "p" in use and (span := _before_place(document, hit.start, hit.end)) is not None:
                    value = Organisation(document[span], None, kind)
                    yield Mention("organisation", span, document[span], value, self.name, Confidence.LIKELY)
                continue
            spans = []
            if "b" in use:
                spans.append(_run_after(document, hit.end))
            if "a" in use:
                spans.append(_run_before(document, hit.start))
            if kind is ActorKind.COMPANY or "a" in use:
                spans.append(_run_explained(document, hit.start, hit.end))
            for span in spans:
                if span is not None:
                    name = " ".join(document[span].split())
                    value = Organisation(name, None, kind)
                    yield Mention("organisation", span, document[span], value, self.name, Confidence.POSSIBLE)
        for span in _told(document):
            yield Mention(
                "organisation", span, document[span], Organisation(document[span]), self.name, Confidence.POSSIBLE
            )


def _before_place(document: Document, start: int, end: int) -> Span | None:
    """A first word and the place after it: "Radio Pakistan"."""
    text = document.text
    place = hit_at(document, PLACES, end + 1)
    if place is None or text[end] != " " or place.meaning.places[0].form is not PlaceForm.NOUN:  # type: ignore[attr-defined]
        return None
    at = word_starting(document, start)
    if at is None or gap_before(document, at) == " " or headline(document, start):
        return None
    if text[place.end : place.end + 1] == " " and text[place.end + 1 : place.end + 2].isupper():
        return None
    return Span(start, place.end)


def _told(document: Document) -> Iterator[Span]:
    """The newspapers and agencies that somebody told something: "told the Gleaner that"."""
    folded, text = document.folded, document.text
    at = folded.find(" told the ")
    while at >= 0:
        start = at + len(" told the ")
        first = word_starting(document, start) if text[start : start + 1].isupper() else None
        if first is not None:
            end = document.capitals[first][1]
            after = _after_the_told().match(folded, end)
            known = any(hit_at(document, lexicon, start) for lexicon in (ORGANISATIONS, HEADS))
            if after is not None and not known and text[start:end] not in _TOLD and not text[start:end].isupper():
                span = _checked(document, first, first)
                if span is not None:
                    yield span
        at = folded.find(" told the ", start)


@cache
def _after_the_told() -> re.Pattern[str]:
    return re.compile(r"[.,]| (?:that|on|in|he|she|it|they|there|yesterday|last|this|his|her|its|by)\b")


def _run_after(document: Document, end: int) -> Span | None:
    """The capitalised run right after a noun, if it can be a name of an organisation."""
    text = document.text
    if text[end : end + 1] != " ":
        return None
    first = word_starting(document, end + 1)
    if first is None:
        return None
    capitals = document.capitals
    last = first
    while last + 1 < len(capitals) and last - first < 4 and gap_before(document, last + 1) in (" ", " & "):
        if text[slice(*capitals[last + 1])] in STOP:
            break
        last += 1
    return _checked(document, first, last)


def _run_before(document: Document, start: int) -> Span | None:
    """The capitalised run right before a noun, if it can be a name of an organisation."""
    text = document.text
    if start < 3 or text[start - 1] != " ":
        return None
    last = word_at(document, start) - 1
    capitals = document.capitals
    if last < 0 or capitals[last][1] != start - 1:
        return None
    first = last
    while first and last - first < 4 and gap_before(document, first) in (" ", " & "):
        if text[slice(*capitals[first - 1])] in STOP:
            break
        first -= 1
    return _checked(document, first, last)


@cache
def _apposition() -> re.Pattern[str]:
    return re.compile(r", (?:an?|the|one of (?:the )?)(?: [\w'-]+){0,6} $")


@cache
def _apposition_end() -> re.Pattern[str]:
    return re.compile(r"[,.;]| (?:that|which|based|headed|led|owned|with|founded|backed|controlled|run|linked)\b")


def _run_explained(document: Document, start: int, end: int) -> Span | None:
    """The capitalised run that a noun explains: "Multigroup, a Sofia-based conglomerate headed by"."""
    if _apposition_end().match(document.folded, end) is None:
        return None
    window = max(0, start - 70)
    match = _apposition().search(document.folded, window, start)
    if match is None:
        return None
    last = word_at(document, match.start()) - 1
    capitals, text = document.capitals, document.text
    if last < 0 or capitals[last][1] != match.start():
        return None
    first = last
    while first and last - first < 4 and gap_before(document, first) in (" ", " & "):
        if text[slice(*capitals[first - 1])] in STOP:
            break
        first -= 1
    return _checked(document, first, last)


def _checked(document: Document, first: int, last: int) -> Span | None:
    """The run, unless a place, a person, a title or a belief stands in it."""
    capitals, text = document.capitals, document.text
    start, end = capitals[first][0], capitals[last][1]
    words = [text[slice(*capitals[at])] for at in range(first, last + 1)]
    if words[0] in STOP or words[0] in _ADJECTIVES or words[-1] in _ADJECTIVES or words[-1] in THINGS:
        return None
    if "-" in words[-1] and words[-1].rpartition("-")[2].islower():
        return None  # "Lima-based", "Kurdish-led"
    if headline(document, start):
        return None
    for at in range(first, last + 1):
        where = capitals[at][0]
        if hit_at(document, GIVEN_NAMES, where) or hit_at(document, FAMILY_NAMES, where):
            return None
    place = hit_at(document, PLACES, start)
    if (place is not None and place.end >= end - 1) or _place_at_end(document, end):
        return None
    return Span(start, end)


def _place_at_end(document: Document, end: int) -> bool:
    hits = document.hits(PLACES)
    at = bisect_left(hits, (end,)) - 1
    return at >= 0 and hits[at].end == end


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
        text, folded = document.text, document.folded
        padded = text + " "
        large = [span for span in document.capitals if padded[span[0] + 1].isupper()]
        if not large:
            return
        places, bodies = document.starting(PLACES), document.starting(ORGANISATIONS)
        defined = document.starting(DEFINED)
        waiting: list[tuple[int, int, str]] = []
        for start, end in large:
            if 3 <= end - start <= 12 and start not in places and start not in bodies and start not in defined:
                word = text[start:end]
                if word.isupper() and _letters(word):
                    waiting.append((start, end, word))
        if not waiting:
            return
        ends, owners = document.ending(ORGANISATIONS), document.ending(PLACES)
        acting: set[str] = set()
        for start, end, word in waiting:
            if (
                ((following := _following().match(folded, end)) is not None and following[1] in _ACTING)
                or (end + 5 in bodies and folded.startswith(" and ", end))
                or (end + 2 in bodies and folded.startswith(", ", end))
                or (start - 5 in ends and folded.startswith(" and ", start - 5))
                or (start - 2 in ends and folded.startswith(", ", start - 2))
                or (start - 3 in owners and folded.startswith("'s ", start - 3))
                or (folded.endswith((" of ", " of the "), start - 8, start) and _led(folded, start))
            ):
                acting.add(word)
        for _, _, body in document.hits(BY_HEAD):
            acting.add(_initials(body.name))  # type: ignore[attr-defined]
        for start, end, word in waiting:
            if word in acting and not _shouted(document, start):
                yield Mention(
                    "organisation", Span(start, end), word, Organisation(word), self.name, Confidence.POSSIBLE
                )


@lru_cache(maxsize=2048)
def _initials(name: str) -> str:
    """The initials of an organisation: where a text names it in full, its acronym needs no definition."""
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


def _led(folded: str, start: int) -> bool:
    """Whether "members of", "leader of the" or the like stands before an acronym."""
    end = folded.rfind(" of ", 0, start)
    return folded[folded.rfind(" ", max(0, end - 24), end) + 1 : end] in _LED


_LED = frozenset(
    (
        "member members leader leaders chairman chairwoman president spokesman spokeswoman fighters guerrillas militants "
        "commander commanders supporters activists founder headquarters remnants rebels wing lawmakers cadres"
    ).split()
)


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
