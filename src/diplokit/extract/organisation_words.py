"""The words of the grammar of organisations, from its tables: heads, topics, and words that are never part of a name."""

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from diplokit import Lexicon
from diplokit.tables import table


@frozen
class Head:
    """A noun that names a kind of organisation ("Ministry"), and how a name is built with it.

    Attributes:
        kind: The kind of actor that it names.
        before: Whether capitalised words before it are part of the name ("Foreign Ministry").
        after: Whether "of", "for", "on" and capitalised words after it are part of the name ("Bank of England").
        weak: Whether the words before it must hold a place, an organisation or a topic.
    """

    kind: str
    before: bool
    after: bool
    weak: bool


def _heads(locale: str) -> Mapping[str, object]:
    if not locale.startswith("en"):
        return {}
    return {
        row["head"]: Head(row["kind"], "b" in row["use"], "a" in row["use"], "w" in row["use"])
        for row in table("en/organisation_heads.tsv")
    }


HEADS = Lexicon("heads of organisations", cache(_heads), cased=True)
"""Nouns that name a kind of organisation: `Head`."""


@cache
def topics() -> frozenset[str]:
    """Words for what a ministry, committee or institute is about: they may stand in a list, before and after "and"."""
    return frozenset(row["word"] for row in table("en/organisation_topics.tsv"))


# A capitalised word that opens a sentence, or that is capitalised for another reason, and is no part of a name.
STOP = frozenset(
    "The A An This That These Those He She It They We I You His Her Its Their Our My Your In On At By For From With Of To As And Or "
    "But If When While After Before Since Although Though However Meanwhile Also Both Each Every Some Many Most Several Other "
    "Another Such Only Even Still Yet Now Then Here There Where Which Who What Why How All Any No Not Nor So Than Under Over "
    "Between Among Against During Through Despite Because Until Once Earlier Later Last Next Today Yesterday Tomorrow "
    "One Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands Asked Speaking According Following Citing "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
    "Mr Mrs Ms Miss Dr Sir Lord Lady Dame Prof Professor Datuk Dato Tan Tun Seri Sri Haji Hon Excellency Excellencies "
    "President Vice-President Premier Chancellor King Queen Prince Princess Emperor Sultan Emir Sheikh Ayatollah Pope Cardinal "
    "Archbishop Bishop Minister Ministers Secretary Secretary-General Director Director-General Chairman Chairwoman "
    "Chairperson Chair Chief Head Deputy Vice Ambassador Ambassadors Envoy Consul Governor Mayor Senator Senators Congressman "
    "Congresswoman Representative Judge Justice Attorney Commissioner Spokesman Spokeswoman Spokesperson General Colonel Major "
    "Captain Lieutenant Admiral Brigadier Commander Marshal Sergeant Inspector Officer Leader Member Members Former Acting "
    "Founder Analyst Economist Editor Reporter Correspondent Coach Captain Rebel Rebels Source Sources Official Officials "
    "Contact Tel Email Note Source Photo Picture File Copyright See Read More".split()
)

# Nouns whose possessive is part of a name: "National People's Congress".
OWNERS = frozenset(
    "people women men children workers farmers teachers students youth leaders ministers officials veterans lord king queen "
    "patriots writers journalists lawyers producers manufacturers employers bishops general minister president governor "
    "doctors physicians fishermen peasants mothers citizens girls boys shareholders investors pilots nurses actors artists "
    "traders growers miners drivers players exporters importers merchants bankers director chief secretary prosecutor lloyd "
    "patriarch prime parents consumers depositors taxpayers pensioners seafarers reporters spokesperson physician".split()
)
