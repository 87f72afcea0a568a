"""Build ``en/organisations.tsv``: bodies that news names without a head noun, or by their letters.

Sources:
    * ``hand/organisations.txt``: names, acronyms and kinds; ours.
    * ``hand/organisations-in-the-news.txt``: parties, media, companies and clubs, names only; ours.
    * ``igo-members.csv`` (https://github.com/dieghernan/Country-Codes-and-International-Organizations, MIT): members of
      intergovernmental organisations, only rows that the CIA World Factbook (public domain) gave it.

Spellings are made here: s and z, centre and center, programme and program, labour, defence, and "UN" for "United Nations".

Usage: ``python update/organisations.py TABLES`` where TABLES is the folder with ``igo-members.csv``.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tablefile import DATA, RETRIEVED, hand_lines, tidy, unaccented, write_table

HEADER = ("name", "acronym", "kind", "members", "aliases", "of", "note")
COMMENTS = (
    "source: names and kinds written for diplokit; members from github.com/dieghernan/Country-Codes-and-International-Organizations",
    "licence: MIT (both)",
    f"retrieved: {RETRIEVED}",
    "rebuilt by: update/organisations.py",
)

SPELLINGS = (
    ("Organization", "Organisation"),
    ("Center", "Centre"),
    ("Program", "Programme"),
    ("Labor", "Labour"),
    ("Defense", "Defence"),
    ("Cooperation", "Co-operation"),
    ("United Nations", "UN"),
    ("United Nations", "U.N."),
)

#: A programme or a labour that keeps its spelling in these kinds: proper names of one state are not respelt.
RESPELT = {"igo", "igo_organ", "grouping", "judiciary"}

MEMBER = re.compile(r"(full |regional |non-?regional )?member( state)?s?|permanent|temporary|nonregional member")


def members_by_id(table: Path) -> dict[str, set[str]]:
    """ISO codes of the members of each organisation."""
    members: dict[str, set[str]] = {}
    with table.open(encoding="utf-8", newline="") as lines:
        for record in csv.DictReader(lines):
            if record["source"] == "CIAFactbook" and MEMBER.fullmatch(record["org_member"].strip()):
                members.setdefault(record["org_id"], set()).add(record["ISO_3166_3"])
    return members


def respelt(name: str) -> Iterator[str]:
    """A name in the spellings of both sides of the Atlantic."""
    forms = [name]
    for one, other in SPELLINGS:
        for form in tuple(forms):
            for old, new in ((one, other), (other, one)):
                changed = re.sub(rf"(?<![\w.]){re.escape(old)}(?!\w)", new, form)
                if changed != form and old not in {"UN", "U.N."} and changed not in forms:
                    forms.append(changed)
    yield from forms


def bodies(file: str, known: dict[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """One row a body of a hand file."""
    for line in hand_lines(file):
        kind, acronym, of, members, names = (part.strip() for part in line.split(";", 4))
        codes: set[str] = set()
        for word in members.split():
            if word.startswith("@"):
                codes |= known[word[1:]]
            elif word.startswith("-"):
                codes.discard(word[1:])
            else:
                codes.add(word.removeprefix("+"))
        for body in names.split("||"):
            first, *others = (tidy(name) for name in body.split("|"))
            note = "ambiguous" if "?" in first else ""
            aliases: dict[str, None] = {}
            for name in (first, *others):
                plain = name.rstrip("?~")
                forms = list(respelt(plain)) if kind in RESPELT else [plain]
                for form in forms:
                    aliases.setdefault(form + name[len(plain) :])
                    aliases.setdefault(unaccented(form) + name[len(plain) :])
            aliases.pop(first, None)
            letters = acronym.rstrip("~") if body == names.split("||")[0] else ""
            if acronym.endswith("~") and letters:
                note = "weak acronym"
            if of.endswith("?") and not note:
                note = "several states"
            shown = (alias for alias in aliases if not alias.endswith(("?", "~")))
            listed = "|".join(alias for alias in sorted(set(shown)) if alias not in {first.rstrip("?~"), letters})
            yield first.rstrip("?~"), letters, kind, " ".join(sorted(codes)), listed, of.rstrip("?"), note


def main(tables: Path) -> None:
    """Write the table."""
    rows: dict[str, tuple[str, ...]] = {}
    known = members_by_id(tables / "igo-members.csv")
    for row in bodies("organisations.txt", known):
        if row[0] in rows:
            raise SystemExit(f"twice: {row[0]}")
        rows[row[0]] = row
    owner = {form.casefold(): row[0] for row in rows.values() for form in (row[0], row[1], *row[4].split("|")) if form}
    for row in bodies("organisations-in-the-news.txt", known):
        first, others = row[0], [form for form in row[4].split("|") if form]
        if first.casefold() in owner:
            first = owner[first.casefold()]
        else:
            rows[first] = (*row[:4], "", *row[5:])
            owner[first.casefold()] = first
        # Another way to write a known name joins the row that has it; a name of another body stays there.
        forms = {form for form in (row[0], *others) if owner.setdefault(form.casefold(), first) == first}
        old = rows[first]
        aliases = (forms | set(old[4].split("|"))) - {"", first, old[1]}
        rows[first] = (*old[:4], "|".join(sorted(aliases)), *old[5:])
    print(f"organisations: {write_table(DATA / 'en' / 'organisations.tsv', COMMENTS, HEADER, rows.values())}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
