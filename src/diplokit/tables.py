"""Tables: the only module that opens the files of `data/`.

A table is a TSV or TOML file whose first lines say where it comes from (`# source: …`, `# licence: …`,
`# retrieved: …`, `# rebuilt by: …`). Each is read when it is first needed; small ones are kept.
"""

from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any

from .errors import TableError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a TSV table, each by its column names; an empty cell is an empty string.

    Args:
        name: The path below `data/`, such as `en/places.tsv`.

    Raises:
        TableError: If there is no such table, or a row has too many or too few cells.
    """
    header, *rows = [line.split("\t") for line in _even_lines(name)]
    return tuple([dict(zip(header, row, strict=True)) for row in rows])


def columns(name: str) -> list[list[str]]:
    """The columns of a TSV table without their names: for long tables, which this does not keep.

    Args:
        name: The path below `data/`, such as `en/places.tsv`.

    Raises:
        TableError: If there is no such table, or a row has too many or too few cells.
    """
    header, *lines = _even_lines(name)
    width = header.count("\t") + 1
    cells = "\t".join(lines).split("\t") if lines else []  # all at once: no list for every row
    return [cells[at::width] for at in range(width)]


def column(name: str) -> list[str]:
    """The first column of a TSV table: all that a long list of names needs.

    Raises:
        TableError: If there is no such table.
    """
    return [line.partition("\t")[0] for line in _lines(name)[1:]]


def noted(name: str) -> list[str]:
    """The first column of those rows of a TSV table whose last cell is not empty.

    Raises:
        TableError: If there is no such table.
    """
    return [line.partition("\t")[0] for line in _lines(name)[1:] if line[-1] != "\t"]


def _even_lines(name: str) -> list[str]:
    """The lines of a TSV table, its header first, all of as many cells."""
    lines = _lines(name)
    marks = lines[0].count("\t")
    if any(map(marks.__ne__, map(str.count, lines, repeat("\t")))):
        wrong = next(line for line in lines if line.count("\t") != marks)
        number = _text(name).split("\n").index(wrong) + 1
        raise TableError(f"{name}, line {number}: {wrong.count(chr(9)) + 1} cells, not {marks + 1}")
    return lines


def _lines(name: str) -> list[str]:
    """The lines of a TSV table, its header first, without those that tell where it comes from."""
    return [line for line in _text(name).split("\n") if line and line[0] != "#"]


@cache
def settings(name: str) -> dict[str, Any]:
    """The content of a TOML table.

    Args:
        name: The path below `data/`, such as `en/offices.toml`.

    Raises:
        TableError: If there is no such table, or it is not TOML.
    """
    import tomllib

    try:
        return tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{name}: {error}") from error


def about(name: str) -> dict[str, str]:
    """What the first lines of a table say of it: `source`, `licence`, `retrieved`, `rebuilt by`."""
    facts: dict[str, str] = {}
    for line in _text(name).splitlines():
        if not line.startswith("#"):
            break
        key, colon, value = line.lstrip("# ").partition(":")
        if colon:
            facts[key.strip()] = value.strip()
    return facts


def names() -> list[str]:
    """The paths of all tables below `data/`."""
    root = _data()
    return sorted(
        f"{folder.name}/{file.name}"
        for folder in root.iterdir()
        if folder.is_dir() and not folder.name.startswith("_")
        for file in folder.iterdir()
        if file.name.endswith((".tsv", ".toml"))
    )


def _data() -> "Traversable":
    from importlib.resources import files  # 15 ms that an import of the package need not pay

    return files(__package__) / "data"


def _text(name: str) -> str:
    try:
        return (_data() / name).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        raise TableError(f"there is no table {name!r}") from None
