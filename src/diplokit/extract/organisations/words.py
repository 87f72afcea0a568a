"""The words of the grammar of organisations, from its tables: heads, topics, and words that are never part of a name."""

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from diplokit import Lexicon
from diplokit.extract.capital_runs import VERBS
from diplokit.tables import table
from diplokit.vocabulary import ActorKind


@frozen
class Head:
    """A noun that names a kind of organisation ("Ministry"), and how a name is built with it.

    Attributes:
        kind: The kind of actor that it names.
        before: Whether capitalised words before it are part of the name ("Foreign Ministry").
        after: Whether "of", "for", "on" and capitalised words after it are part of the name ("Bank of England").
        weak: Whether the words before it must hold a place, an organisation or a topic.
        alone: Whether it is a name by itself ("Supreme Court").
    """

    kind: ActorKind
    before: bool
    after: bool
    weak: bool
    alone: bool


def _heads(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    return {
        row["head"]: Head(ActorKind(row["kind"]), *(letter in row["use"] for letter in "baws"))
        for row in table("en/organisation_heads.tsv")
    }


HEADS = Lexicon("heads of organisations", cache(_heads), cased=True)
"""Nouns that name a kind of organisation: `Head`."""


@cache
def topics() -> frozenset[str]:
    """Words for what a ministry, committee or institute is about: they may stand in a list, before and after "and"."""
    return frozenset(row["word"] for row in table("en/organisation_topics.tsv"))


# A capitalised word that opens a sentence, or that is capitalised for another reason, and is no part of a name.
STOP = VERBS | frozenset(
    (
        "The A An This That These Those He She It They We I You His Her Its Their Our My Your In On At By For From "
        "With Of To As And Or But If When While After Before Since Although Though However Meanwhile Also Both Each "
        "Every Some Many Most Several Other Another Such Only Even Still Yet Now Then Here There Where Which Who What "
        "Why How All Any No Not Nor So Than Under Over Between Among Against During Through Despite Because Until "
        "Once Earlier Later Last Next Today Yesterday Tomorrow "
        "Dozens Hundreds Thousands Asked Speaking According Following Citing Monday Tuesday Wednesday Thursday Friday "
        "Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January February March April May June July "
        "August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mr Mrs Ms Miss "
        "Dr Sir Lady Dame Prof Professor Datuk Dato Tan Tun Seri Sri Haji Hon Excellency Excellencies President "
        "Vice-President Premier Chancellor Ayatollah Pope Minister Ministers Secretary Secretary-General Director "
        "Director-General Chairman Chairwoman Chairperson Chair Chief Head Deputy Vice Ambassador Ambassadors Envoy "
        "Consul Governor Mayor Senator Senators Congressman Congresswoman Representative Judge Commissioner Spokesman "
        "Spokeswoman Spokesperson Colonel Major Captain Lieutenant Admiral Brigadier Commander Marshal Sergeant "
        "Inspector Officer Leader Member Members Former Acting Founder Analyst Economist Editor Reporter "
        "Correspondent Coach Rebel Rebels Source Sources Official Officials Contact Tel Email Note Photo Picture File "
        "Copyright See Read More Visit Speaker Prime Counterpart Adviser Advisor Counsellor Counselor"
    ).split()
)

# The object of an office may be one of these: "Office of the Prime Minister".
OFFICE_HOLDERS = frozenset(
    (
        "President Prime Vice Minister Spokesperson Spokesman Secretary-General Governor Mayor Director-General "
        "Secretary Chief Premier Chancellor Representative Commissioner Attorney Inspector Special Chairman High"
    ).split()
)

# Adjectives that alone do not make a name of a head.
GENERIC = frozenset(
    "New Old First Last Big Top Local Main Own Whole Entire Young Senior Same Good Great Third Second".split()
)

# A capitalised run that ends in one of these names a thing, not the organisation that stands in it.
THINGS = frozenset(
    (
        "Agreement Agreements Treaty Pact Convention Protocol Act Law Bill Code Plan Programme Program Project "
        "Initiative Strategy Framework Day Week Year Award Awards Prize Cup Championship Championships Games Open "
        "Trophy Medal Airport Station Street Road Avenue Square Stadium Bridge Tower Building Auditorium Hall House "
        "Palace Hotel Park Gardens Index Holiday Jack One Two Room Declaration Vision Agenda Goals Roadmap Blueprint Charter "
        "Accord Accords Memorandum Scheme Zone Corridor Scholarship Fellowship Virus Disease Syndrome Reform Reforms "
        "Rules Regulations Guidelines Principles Report Survey Lecture Dialogue Summit Meeting Conference Session "
        "Talks Consultations Partnership Tax Pavilion Base Complex Headquarters Grand Resolution Hearing Hearings Inquiry "
        "Election Elections"
    ).split()
)

# Nouns whose possessive is part of a name: "National People's Congress".
OWNERS = frozenset(
    (
        "people women men children workers farmers teachers students youth leaders ministers officials veterans lord "
        "king queen patriots writers journalists lawyers producers manufacturers employers bishops general minister "
        "president governor doctors physicians fishermen peasants mothers citizens girls boys shareholders investors "
        "pilots nurses actors artists traders growers miners drivers players exporters importers merchants bankers "
        "director chief secretary prosecutor lloyd patriarch prime parents consumers depositors taxpayers pensioners "
        "employees seafarers reporters spokesperson physician sotheby christie levi moody standard mcdonald kellogg sainsbury "
        "lloyd dunkin peoples nation speaker businessmen businesswomen businesspeople entrepreneurs engineers exhibitors bishop "
        "cattlemen planters industrialists elders scholars lawmakers parliamentarians mayors governors premiers veteran trader correspondents diplomats retailers brewers"
    ).split()
)

# Not the first words of the name of a company that ends in a topic: "Solar Energy", "Crude Oil".
NO_COMPANY = frozenset(
    "Solar Wind Crude Brent Clean Green Shale Raw Hydro Olive Edible Sustainable Global World Thermal Bio Sea Low High "
    "Extra Heavy Light Kinetic Cosmic Free Vital Zero Dark New Geothermal Tidal Virgin Coconut Sunflower Fish Great Secure "
    "Best Critical Smart Sensitive Essential Affordable Universal Primary Modern Advanced Disruptive Digital Transatlantic".split()
)

# A centre for one of these is a building.
VENUES = frozenset(
    "Conference Convention Convocation Exhibition Congress Shopping Trade Sports Civic Events Leisure City Cultural".split()
)

# What forums are about that are gatherings: "Eastern Economic Forum".
TALKED_OF = frozenset(
    (
        "Business Economic Investment Investors Trade Industry Industrial Media Youth Energy Security Banks Banking Tourism "
        "Innovation Technology Tech Infrastructure Digital Water Lawyers Accounting Arbitration Urban Entrepreneurship "
        "Climate Humanitarian Agriculture Agricultural Food Petroleum Mining Minerals Logistics Transport Maritime Ocean "
        "Health Education Policy Financial Finance Diaspora Diplomacy Cultural Heritage Democracy Women CEO CEOs Blue"
    ).split()
)

# "Los Angeles-based Occidental Petroleum Corp"
COMPOUNDS = tuple(
    f"-{word}"
    for word in "based led backed controlled owned listed born run sponsored funded made occupied held style area".split()
)

# Gatherings are counted, too: "Second Forum".
COUNTED = frozenset("First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split())

# Topics that end in a head noun.
NO_NAMES = frozenset(
    (
        "Public Administration",
        "Business Administration",
        "Civil Society",
        "International Community",
        "Government Communications",
        "Finance and Administration",
        "Foreign Direct Investments",
    )
)
