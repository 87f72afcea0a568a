"""Tables: the only module that opens the files of `data/`.

A table is a TSV or TOML file whose first lines say where it comes from (`# source: …`, `# licence: …`,
`# retrieved: …`, `# rebuilt by: …`). Each is read once, when it is first needed.
"""

from functools import cache
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
    header, *rows = cells(name)
    return tuple([dict(zip(header, row, strict=True)) for row in rows])


def cells(name: str) -> list[list[str]]:
    """The cells of a TSV table, row by row, its header first: for long tables, which this does not keep.

    Args:
        name: The path below `data/`, such as `en/places.tsv`.

    Raises:
        TableError: If there is no such table, or a row has too many or too few cells.
    """
    lines = _text(name).splitlines()
    rows = [line.split("\t") for line in lines if line and line[0] != "#"]
    width = len(rows[0])
    if any(len(row) != width for row in rows):
        number = next(n for n, line in enumerate(lines, 1) if line and line[0] != "#" and line.count("\t") != width - 1)
        found = lines[number - 1].count("\t") + 1
        raise TableError(f"{name}, line {number}: {found} cells, not {width}")
    return rows


def column(name: str) -> list[str]:
    """The first column of a TSV table: all that a long list of names needs.

    Raises:
        TableError: If there is no such table.
    """
    return [line.partition("\t")[0] for line in _lines(name)]


def noted(name: str) -> list[str]:
    """The first column of those rows of a TSV table whose last cell is not empty.

    Raises:
        TableError: If there is no such table.
    """
    return [line.partition("\t")[0] for line in _lines(name) if line[-1] != "\t"]


def _lines(name: str) -> list[str]:
    return [line for line in _text(name).split("\n") if line and line[0] != "#"][1:]


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
