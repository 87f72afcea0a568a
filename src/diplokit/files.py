"""Documents from files: UTF-8 text, JSON Lines, folders of them, and standard input."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

from .errors import InputError

ENDINGS = (".txt", ".jsonl")
"""What is read in a folder."""


@frozen
class Input:
    """A text to extract, and where it came from.

    Attributes:
        id: The path (with the line, in a JSON Lines file), or the `id` that the line gives.
        text: The text, without a byte order mark; line ends as they are in the file.
        published: As the line gives it.
        locale: As the line gives it.
    """

    id: str
    text: str
    published: str | None = None
    locale: str | None = None


def paths_in(path: Path) -> list[Path]:
    """The files that a path means: itself, or the texts of the folder and its folders, in order.

    Raises:
        InputError: If there is nothing of that name, or the folder cannot be read.
    """
    if not path.exists():
        raise InputError(f"{path}: no such file or folder")
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink():
            found += paths_in(entry)
        elif entry.suffix.lower() in ENDINGS:
            found.append(entry)
    return found


def read_path(path: Path, tell: Callable[[InputError], None] | None = None) -> Iterator[Input]:
    """The documents of a file: one of a text, one a line of JSON Lines.

    Args:
        path: The file.
        tell: Is told of lines that are no documents; the others go on. Without it the first of them ends the reading.

    Raises:
        InputError: If it cannot be read or is not UTF-8; the message names the file and the byte.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    text = decode(data, str(path))
    if path.suffix.lower() != ".jsonl":
        yield Input(str(path), text)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            document = _from_line(line, f"{path}:{number}")
        except InputError as error:
            if tell is None:
                raise
            tell(error)
        else:
            yield document


def read_standard_input() -> Input:
    """The text on standard input.

    Raises:
        InputError: If it is not UTF-8.
    """
    return Input("standard input", decode(sys.stdin.buffer.read(), "standard input"))


def decode(data: bytes, name: str) -> str:
    r"""UTF-8 bytes as text, without the byte order mark.

    Raises:
        InputError: If they are not UTF-8.

    Examples:
        >>> decode(b"\xef\xbb\xbfLima", "a.txt")
        'Lima'
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(f"{name}: not UTF-8: it begins with the mark of UTF-16 (byte 0)")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        offset = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        raise InputError(f"{name}: not UTF-8: byte {offset} is 0x{data[offset]:02x}") from error


def _from_line(line: str, name: str) -> Input:
    try:
        fields = json.loads(line)
    except ValueError as error:
        raise InputError(f"{name}: not JSON: {error}") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise InputError(f"{name}: a line must be an object with a text")
    optional = {key: fields[key] for key in ("published", "locale") if fields.get(key)}
    for key, given in optional.items():
        if not isinstance(given, str):
            raise InputError(f"{name}: {key} must be a string, not {given!r}")
    given = fields.get("id")
    known = isinstance(given, str | int) and not isinstance(given, bool) and given != ""
    return Input(str(given) if known else name, fields["text"], **optional)
