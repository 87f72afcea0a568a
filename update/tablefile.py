"""How the update scripts write a table, and read the small files in ``hand/``.

A table is a text file in UTF-8 (NFC, LF): comment lines with its source, licence, date of retrieval and how it is
rebuilt; one header row; sorted rows, cells parted by tabs. The same input always gives the same bytes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).parent
HAND = HERE / "hand"
DATA = HERE.parent / "src" / "diplokit" / "data"

#: The day on which the sources were read; a rebuild from newer sources changes it here.
RETRIEVED = "2026-11-21"

#: The licences under which a table may come.
LICENCES = ("MIT", "CC BY 4.0", "PDDL 1.0", "public domain")


def tidy(text: str) -> str:
    """NFC, straight quotes, plain hyphens, single spaces."""
    text = unicodedata.normalize("NFC", text)
    text = text.translate(str.maketrans("’‘ʼ`–‑\u00a0", "''''-- "))
    return " ".join(text.split())


def unaccented(text: str) -> str:
    """The plain ASCII form of a Latin-script name, as newspapers print it."""
    special = str.maketrans(
        {
            "ß": "ss",
            "ø": "o",
            "Ø": "O",
            "ł": "l",
            "Ł": "L",
            "đ": "d",
            "Đ": "D",
            "ı": "i",
            "æ": "ae",
            "Æ": "Ae",
            "ð": "d",
            "þ": "th",
            "Þ": "Th",
            "œ": "oe",
            "ə": "a",
            "Ə": "A",
        }
    )
    text = unicodedata.normalize("NFD", text.translate(special))
    return unicodedata.normalize("NFC", "".join(c for c in text if not unicodedata.combining(c)))


def hand_lines(name: str) -> Iterator[str]:
    """The lines of a hand-kept file, without comments and blank lines."""
    for line in (HAND / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield tidy(line)


def hand_words(*names: str) -> frozenset[str]:
    """All words of hand-kept files in which lines are just words."""
    return frozenset(word for name in names for line in hand_lines(name) for word in line.split())


def write_table(path: Path, comments: Sequence[str], header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a table, sorted by its first column; returns the number of rows."""
    body = sorted({tuple(tidy(cell) for cell in row) for row in rows}, key=lambda row: (row[0].casefold(), row))
    lines = [*(f"# {comment}" for comment in comments), "\t".join(header), *("\t".join(row) for row in body)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return len(body)
