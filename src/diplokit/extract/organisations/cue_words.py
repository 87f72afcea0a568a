"""The words of the rule of common nouns beside organisations: the nouns and phrases, and words that are no names."""

from typing import NamedTuple

from diplokit import Lexicon
from diplokit.vocabulary import ActorKind

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
    "p": {
        _C: "air|radio|radio television|telecom|telkom|voice of",
        _N: "caritas|care|statistics|enterprise|business|invest|tourism|brand|transparency international",
    },
    # What news agencies and newspapers do: ", Zelka News reported on Monday".
    "r": {_C: "reported|reports|informs|quoted|wrote"},
    "a": {
        _N: "labour federation|labor federation|trade union federation|union federation|union|labour union|trade union|rebels|guerrillas|fighters|militants|insurgents|militiamen|rebel group|gunmen|activists|lawmakers|legislators",
        _C: "planes|jets|airliners|television|radio|TV|newswire|shares|stock|executives|subsidiary|airliner|shareholders|"
        "depositors|takeover|supermarkets|supermarket|website",
    },
    # Those who speak for a body or lead it, between its name and theirs: "Metrorail spokesman Thandi Mlangeni".
    "l": {
        _N: "spokesman|spokeswoman|spokesperson|chairman|chairwoman|chief executive|managing director|director|"
        "vice-president|vice president|chief economist|economist|analyst|secretary-general|general secretary|"
        "general manager|president|executive|founder|boss|head coach",
    },
    # Phrases that a name follows: "a dealer at", "members of".
    "o": {
        _C: "stake in|stakes in|shares in|shares of|shareholder in|shareholders of|shareholder of|subsidiary of|"
        "subsidiaries of|takeover of|merger with|venture with|analyst at|analyst with|analysts at|economist at|"
        "economist with|economists at|dealer at|dealers at|trader at|traders at|broker at|brokers at|strategist at|strategists at|fund manager at|manager at|executive at|director at|"
        "partner at|employee of|employees of|employed by|chief executive of|CEO of|managing director of|chairman of|"
        "chairwoman of|vice-chairman of|chief executive officer of|customers of|spokesman for|spokeswoman for|"
        "spokesperson for|reporter for|reporter with|journalist with|journalist for|columnist for|correspondent for|"
        "listed on|contract with|acquired by|manufactured by|interview with|headquarters of",
        _N: "leader of|leaders of|members of|member of|secretary-general of|general secretary of|secretary general of|"
        "fighters of|militants of|rebels of|activists of|researcher at|"
        "researchers at|professor at|professors at|lecturer at|scholar at|scholars at|historian at|coach of|manager of|midfielder for|striker for|transfer to|"
        "play for|plays for|playing for|played for|studied at|graduated from|spokesman of|faction of|wing of",
    },
}


REPORTING = frozenset(_COMMON["r"][_C].split("|"))
"""What news agencies and newspapers do, besides saying."""


class Common(NamedTuple):
    """A word beside names of organisations: on which side of them, or what they do, and the kind."""

    use: str
    kind: ActorKind


def _common() -> dict[str, object]:
    words: dict[str, Common] = {}
    for use, kinds in _COMMON.items():
        for kind, nouns in kinds.items():
            for noun in nouns.split("|"):
                known = words.get(noun, Common("", kind))
                words[noun] = Common(known.use + use, known.kind)
    return dict(words)


COMMON = Lexicon("common nouns beside organisations", lambda locale: _common() if locale.startswith("en") else {})
"""Common nouns that stand beside names of organisations, with where and the kind."""

# Words of belief, of weapons and the like, which are no names: "Islamist rebels", "Tornado fighters".
ADJECTIVES = frozenset(
    (
        "Islamist Islamists Muslim Maoist Marxist Communist Shiite Shia Shi'ite Sunni Christian Jewish Hindu Catholic "
        "Islamic Socialist Democratic Republican Conservative Liberal Labour Labor Green Nazi Internet TV Web "
        "Trotskyist Leninist Baptist Orthodox Protestant Buddhist Stalinist Zionist Salafist Salafi Wahhabi Jihadist "
        "Peronist Unionist Nationalist Royalist Loyalist Ba'athist Baathist Trotskyite Leftist Rightist Western "
        "Eastern Northern Southern Central Democrat International National Federal Mai-Mai Tamil Hutu Tutsi Jewish "
        "Sunni-led Shi'a Armed Unknown Suspected Local Foreign State Private Public English-language Arabic-language "
        "Tornado Mirage Phantom Hawk Typhoon Gripen Rafale Eurofighter Jaguar Kfir Harrier Skyhawk Flanker Thunder "
        "Jews Brexit Rather Instead Indeed Perhaps Either Neither Working Ethnic Support Focus Study Pressure Rights Contact Steering Fellow Two Pro Anti Ex I The"
    ).split()
)

# What leaders and members are of, and is no body with a name.
NO_BODIES = frozenset(
    (
        "Islam Christianity Judaism Buddhism Hinduism Congress Parliament Cabinet Staff State States Government Senate "
        "Council Operations Mission Delegation Household Protocol Opposition Chancery Hamlet Titanic Internet World Earth "
        "North South East West Northern Southern Eastern Western Central Middle Presidency Unit Friends Constitution God Lords Commons Twitter Facebook Humanity Mankind Nations Missions Section Division Group Team Service Bohras Dawoodi "
        "Ahmadis Ismailis Druze Kurds Maronites Copts Alawites Yazidis Sikhs Hazaras Tuaregs Roma Berbers Bedouins"
    ).split()
)

# Persons and assemblies that one tells something.
TOLD = frozenset(
    (
        "Queen King Pope Prince Princess Emperor Sultan Emir Shah Lord Lords Commons Court House Senate Speaker Governor Bench "
        "Press Cabinet Opposition Government Parliament Commission Committee Council Board Assembly Conference Congress "
        "Arabs Jews Muslims Christians Russians Crown Duke Panel Tribunal Forum Summit Inquiry Bishop Cardinal Patriarch "
        "Dalai Sheikh Imam Mullah Knesset Duma Republicans Democrats Conservatives"
    ).split()
)
