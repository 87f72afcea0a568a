"""Build ``en/common_words.tsv``: words that English writes in lower case, by which foreign names are told from headings.

Sources: the words in lower case of releases of the White House and the US State Department and of resolutions of the
Security Council (public domain) and of ministries of Singapore (MIT); ``hand/common-words.txt``: words of teams, firms and
places; ours.

Left out: given names and family names, and words of fewer than three letters.

Usage: ``python update/common_words.py TEXTS`` where TEXTS is a folder of JSON lines with ``text``; run ``names.py`` before.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tablefile import DATA, RETRIEVED, hand_words, write_table

COMMENTS = (
    "source: words in lower case of US government releases, UN resolutions and releases of the Government of Singapore; words written for diplokit",
    "licence: public domain, MIT",
    f"retrieved: {RETRIEVED}",
    "rebuilt by: update/common_words.py",
)
FILES = ("whitehouse*", "state-department*", "un-security-council*", "singapore*")
WORD = re.compile(r"(?<![\w'/.@-])[a-z]{3,}(?![\w'/.@-])")


def names() -> frozenset[str]:
    """All names of the tables of names, in lower case, but for those that are words."""
    return frozenset(
        row.split("\t")[0].lower()
        for kind in ("given", "family")
        for row in (DATA / "root" / f"{kind}_names.tsv").read_text(encoding="utf-8").splitlines()
        if not row.startswith("#") and not row.endswith("\tword")
    )


def words(texts: Path) -> Iterator[str]:
    """The words in lower case of all texts of a folder."""
    for file in (file for name in FILES for file in sorted(texts.glob(f"{name}.jsonl"))):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield from WORD.findall(json.loads(line).get("text", ""))


def main(texts: Path) -> None:
    """Write the table."""
    found = (set(words(texts)) | {word.lower() for word in hand_words("common-words.txt")}) - names()
    count = write_table(DATA / "en" / "common_words.tsv", COMMENTS, ("word",), ((word,) for word in sorted(found)))
    print(f"common_words: {count}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
