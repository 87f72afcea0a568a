"""Reading files: every failure is one clear error that names the file."""

from pathlib import Path

import pytest

from diplokit.errors import InputError
from diplokit.files import decode, paths_in, read_path


def test_a_folder_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    def refuse(_self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(InputError, match=r"Permission denied"):
        paths_in(tmp_path)


def test_a_file_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    def refuse(_self):
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "shut.txt"
    file.write_text("Lima.", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"shut\.txt: Permission denied"):
        list(read_path(file))


def test_folders_are_walked_in_order_and_links_to_folders_are_not(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.TXT", "c.jsonl", "d.md"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in paths_in(tmp_path)] == ["a.TXT", "b/2.txt", "c.jsonl"]


@pytest.mark.parametrize(
    ("line", "message"), [("{", "not JSON"), ("[]", "an object with a text"), ('{"text": 3}', "an object with a text")]
)
def test_a_bad_line_is_named(tmp_path, line, message):
    file = tmp_path / "many.jsonl"
    file.write_text('{"text": "Lima."}\n\n' + line, encoding="utf-8")
    with pytest.raises(InputError, match=rf"many\.jsonl:3: .*{message}"):
        list(read_path(file))


def test_bytes_that_are_not_utf8_are_named():
    with pytest.raises(InputError, match="x: not UTF-8: byte 5 is 0xff"):
        decode(b"Lima \xff", "x")
    with pytest.raises(InputError, match="byte 4 is 0xe9"):
        decode(b"\xef\xbb\xbfa\xe9", "x")
    assert decode(b"\xef\xbb\xbfa\r\nb", "x") == "a\r\nb"
