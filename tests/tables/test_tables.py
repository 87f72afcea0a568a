"""Laws that every row of every table keeps.

The tables are facts that rules trust blindly, so each fact's form is checked: where it comes from, how it is spelt,
that it stands once, and that its codes and kinds are of the closed lists.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "src" / "diplokit" / "data"
UPDATE = Path(__file__).parents[2] / "update"
TABLES = ("en/places.tsv", "en/organisations.tsv", "en/honorifics.tsv", "root/given_names.tsv", "root/family_names.tsv")

#: ISO 3166-1 alpha-3 and Kosovo; then the codes of states that are no more (ISO 3166-3).
LIVING = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM
BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR
CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB
GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA
JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA
MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR
NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS
SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON
TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM XKX YEM ZAF ZMB ZWE
"""
GONE = frozenset({"ANT", "CSK", "DDR", "SCG", "SUN", "YMD", "YUG"})
CODES = frozenset(LIVING.split()) | GONE
TERRITORIES = frozenset({"HKG", "MAC", "TWN", "PSE", "XKX", "GRL", "PRI", "ESH"})
PLACE_KINDS = {"state", "territory", "city", "region"}
FORMS = {"noun", "demonym", "adjective"}
RANKS = {"", "capital", "seat", "large", "ambiguous", "abbrev"}
ACTOR_KINDS = {
    "government",
    "ministry",
    "legislature",
    "judiciary",
    "military",
    "igo",
    "igo_organ",
    "grouping",
    "company",
    "ngo",
    "group",
}
LICENCES = {"MIT", "CC BY", "CC0", "PDDL", "Unicode", "public domain"}

#: Bodies that are neither a state nor an organisation of the table, in the columns ``members`` and ``of``.
OTHER_BODIES = {
    "EU",
    "UN",
    "CoE",
    "AU",
    "OAS",
    "OSCE",
    "OECD",
    "NATO",
    "ASEAN",
    "APEC",
    "PIF",
    "SICA",
    "ECOWAS",
    "EAEU",
    "OIC",
    "ADB",
}

Row = dict[str, str]


def text_of(table: str) -> str:
    """The table as it is on disk."""
    return (DATA / table).read_bytes().decode("utf-8")


def rows_of(table: str) -> list[Row]:
    """The rows of a table, comments left out."""
    lines = (line for line in text_of(table).split("\n") if line and not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("table", TABLES)
def test_first_lines_say_where_the_table_comes_from(table: str) -> None:
    """Source, licence, day of retrieval and how to rebuild, in this order."""
    source, licence, retrieved, rebuilt = text_of(table).split("\n")[:4]

    assert source.startswith("# source: ")
    assert licence.startswith("# licence: ")
    assert any(name in licence for name in LICENCES)
    assert re.fullmatch(r"# retrieved: \d{4}-\d\d-\d\d", retrieved)
    assert rebuilt == "# kept by hand" or (UPDATE / rebuilt.removeprefix("# rebuilt by: update/")).is_file()


@pytest.mark.parametrize("table", TABLES)
def test_text_is_normalised(table: str) -> None:
    """NFC, LF, straight quotes, no stray white space, nothing invisible."""
    text = text_of(table)

    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"[\r\u00a0\u200b-\u200f\ufeff’‘]", text)
    for line in text.split("\n"):
        for cell in [] if line.startswith("#") else line.split("\t"):
            assert cell == " ".join(cell.split()), line


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_sorted_and_whole(table: str) -> None:
    """Rows are in order of their first column and have as many cells as the header."""
    lines = [line for line in text_of(table).split("\n")[:-1] if not line.startswith("#")]
    keys = [line.split("\t")[0] for line in lines[1:]]

    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}
    assert all(keys)
    assert [key.casefold() for key in keys] == sorted(key.casefold() for key in keys)


@pytest.mark.parametrize("table", [table for table in TABLES if "honorifics" not in table and "names" not in table])
def test_a_name_stands_once_whatever_its_case(table: str) -> None:
    """The text is searched without regard to case, so two rows must not differ by case alone."""
    names = Counter(next(iter(row.values())).casefold() for row in rows_of(table))

    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("table", ["root/given_names.tsv", "root/family_names.tsv"])
def test_a_personal_name_stands_once(table: str) -> None:
    """Names of persons keep their case."""
    names = Counter(row["name"] for row in rows_of(table))

    assert [name for name, count in names.items() if count > 1] == []


def test_an_honorific_stands_once_a_side() -> None:
    """The same form may stand before a name and after one ("Sr."), but once each."""
    forms = Counter((row["form"].casefold(), row["position"]) for row in rows_of("en/honorifics.tsv"))

    assert [form for form, count in forms.items() if count > 1] == []


def test_places_use_closed_lists() -> None:
    """Kinds, forms, ranks and codes of places."""
    for row in rows_of("en/places.tsv"):
        assert row["kind"] in PLACE_KINDS, row
        assert row["form"] in FORMS, row
        assert row["rank"] in RANKS, row
        assert row["code"] in CODES or (row["code"] == "" and row["kind"] == "region"), row
        assert row["form"] == "noun" or row["kind"] != "city", row


def test_every_code_has_one_name_of_its_own() -> None:
    """Each state and territory has exactly one name that is not another form of something."""
    own = Counter(
        row["code"]
        for row in rows_of("en/places.tsv")
        if row["kind"] in {"state", "territory"} and row["form"] == "noun" and not row["canonical"]
    )

    assert CODES - own.keys() == set()
    assert {code for code, count in own.items() if count > 1} <= {"PSE"}


def test_canonical_names_are_rows_too() -> None:
    """What a name is another form of stands in the table, with the same code."""
    rows = rows_of("en/places.tsv")
    codes = {row["name"]: row["code"] for row in rows}

    assert [row["name"] for row in rows if row["canonical"] and codes.get(row["canonical"]) != row["code"]] == []


def test_states_and_territories() -> None:
    """193 members of the United Nations, the Holy See, and states that are no more; Hong Kong and others are territories."""
    kinds = {row["code"]: row["kind"] for row in rows_of("en/places.tsv") if row["kind"] in {"state", "territory"}}
    states = {code for code, kind in kinds.items() if kind == "state"}

    assert len(states - GONE) == 194
    assert {kinds[code] for code in TERRITORIES} == {"territory"}


def test_every_living_state_has_a_capital_and_an_adjective() -> None:
    """City states are their own capital; a few states are their own adjective."""
    rows = rows_of("en/places.tsv")
    states = {row["code"] for row in rows if row["kind"] == "state"} - GONE
    capitals = {row["code"] for row in rows if row["rank"] == "capital"}
    people = {row["code"] for row in rows if row["kind"] == "state" and row["form"] in {"adjective", "demonym"}}

    assert states - capitals == {
        "DJI",
        "MCO",
        "SGP",
        "SMR",
        "SYC",
        "VAT",
    }  # the capital of Seychelles is one Victoria among many
    assert states - people == {"COG", "DMA", "VAT"}


def test_organisations_use_closed_lists() -> None:
    """Kinds of the vocabulary; members are states or known bodies; aliases differ from the name."""
    rows = rows_of("en/organisations.tsv")
    for row in rows:
        assert row["kind"] in ACTOR_KINDS, row
        assert set(row["members"].split()) <= CODES | OTHER_BODIES, row
        assert row["of"] in CODES | OTHER_BODIES | {""}, row
        assert row["note"] in {"", "ambiguous", "weak acronym", "several states"}, row
        aliases = row["aliases"].split("|") if row["aliases"] else []
        assert aliases == sorted(set(aliases)), row
        assert row["name"] not in aliases, row
        assert all(aliases), row


def test_an_organisation_is_found_by_one_name_only_once() -> None:
    """No name, alias or strong acronym leads to two bodies."""
    owners: dict[str, set[str]] = {}
    for row in rows_of("en/organisations.tsv"):
        strong = [row["acronym"]] if row["acronym"] and row["note"] != "weak acronym" else []
        for name in (row["name"], *filter(None, row["aliases"].split("|")), *strong):
            owners.setdefault(name.casefold(), set()).add(row["name"])

    assert {name: bodies for name, bodies in owners.items() if len(bodies) > 1} == {}


def test_honorifics_use_closed_lists() -> None:
    """Positions and genders; every honorific has a canonical form and a culture."""
    for row in rows_of("en/honorifics.tsv"):
        assert row["position"] in {"before", "after"}, row
        assert row["gender"] in {"", "m", "f"}, row
        assert row["canonical"], row
        assert row["culture"], row


@pytest.mark.parametrize("table", ["root/given_names.tsv", "root/family_names.tsv"])
def test_names_are_single_capitalised_words(table: str) -> None:
    """One word in Latin letters, not a month, a weekday, a state or a people."""
    rows = rows_of(table)
    names = {row["name"] for row in rows}
    peoples = {row["name"] for row in rows_of("en/places.tsv") if row["kind"] == "state" and row["rank"] != "ambiguous"}

    assert all(re.fullmatch(r"[^\W\d_]+(?:['-][^\W\d_]+)*", name) and name[0].isupper() for name in names)
    assert {row["note"] for row in rows} <= {"", "word"}
    assert not names & {"May", "June", "April", "August", "Sunday", "Monday", "The", "Will", "Minister", "President"}
    assert (names & peoples) - {"Israel", "Jordan", "Chad"} == set()


def test_all_tables_together_are_small() -> None:
    """Everything is loaded at once, so it must stay small."""
    assert sum(path.stat().st_size for path in DATA.rglob("*") if path.is_file()) < 2_000_000
