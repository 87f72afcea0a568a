"""The command line, run as a process."""

import json
import os
import subprocess
import sys

import pytest

TEXT = "LIMA, Nov 14: Malaysia and Peru agreed to raise trade to US$5 billion. Anwar’s visit ends today."


def run(*arguments, stdin=None, cwd=None):
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "160", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "diplokit.cli", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=environment,
    )


@pytest.fixture
def brief(tmp_path):
    file = tmp_path / "brief.txt"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace(". ", ".\r\n\r\n").encode())
    return file


def test_json_of_one_document_is_an_object_whose_spans_fit_the_file(brief):
    done = run("extract", brief, "--published", "2024-11-14", "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    data = json.loads(done.stdout)
    text = brief.read_bytes().decode("utf-8-sig")
    assert data["document"] == {"id": str(brief), "locale": "en", "published": "2024-11-14", "length": len(text)}
    assert {m["kind"] for m in data["mentions"]} >= {"date", "money", "place"}
    for mention in data["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]


def test_the_table_shows_who_what_and_the_words(brief):
    done = run("extract", brief)
    out = done.stdout.decode()
    assert done.returncode == 0
    assert "Commitments" in out
    assert "agree" in out
    assert "Malaysia" in out


def test_standard_input_json_lines_and_folders(tmp_path, brief):
    done = run("extract", "-", "--format", "jsonl", stdin=TEXT.encode())
    assert json.loads(done.stdout)["document"]["id"] == "standard input"
    lines = tmp_path / "b" / "many.jsonl"
    lines.parent.mkdir()
    lines.write_text(
        "\n".join(json.dumps({"id": str(n), "text": TEXT, "published": "2024-11-14"}) for n in range(3)),
        encoding="utf-8",
    )
    (tmp_path / "ignored.pdf").write_bytes(b"%PDF")
    done = run("extract", tmp_path, "--format", "jsonl")
    assert [json.loads(line)["document"]["id"] for line in done.stdout.decode().splitlines()] == [
        "0",
        "1",
        "2",
        str(brief),
    ]
    done = run("extract", tmp_path, "--format", "json")
    assert len(json.loads(done.stdout)) == 4


def test_a_page_to_a_file_and_pages_to_a_folder(tmp_path, brief):
    page = tmp_path / "page.html"
    assert run("extract", brief, "--format", "html", "-o", page).returncode == 0
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert "http" not in html.lower().replace("<!doctype html>", "")
    other = tmp_path / "other.txt"
    other.write_text("Quito.", encoding="utf-8")
    done = run("extract", brief, other, "--format", "html")
    assert done.returncode == 2
    assert b"name a folder" in done.stderr
    assert run("extract", brief, other, "--format", "html", "-o", tmp_path / "pages").returncode == 0
    assert sorted(p.name for p in (tmp_path / "pages").iterdir()) == ["brief.html", "other.html"]


def test_documents_that_fail_are_named_and_the_others_go_on(tmp_path, brief):
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Perú".encode("latin-1"))
    wide = tmp_path / "wide.txt"
    wide.write_bytes("Lima".encode("utf-16"))
    lines = tmp_path / "bad.jsonl"
    lines.write_text('{"text": "Lima.", "published": "yesterday"}\n', encoding="utf-8")
    done = run("extract", latin, wide, tmp_path / "missing.txt", lines, brief, "--format", "jsonl")
    told = done.stderr.decode()
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "latin.txt: not UTF-8: byte 3 is 0xfa" in told
    assert "wide.txt: not UTF-8: it begins with the mark of UTF-16" in told
    assert "missing.txt: no such file" in told
    assert "bad.jsonl:1: published must be a day" in told


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_is_named(tmp_path):
    folder = tmp_path / "shut"
    folder.mkdir(mode=0o000)
    done = run("extract", folder)
    assert done.returncode == 1
    assert b"shut" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "-", "--published", "soon"],
        ["extract", "-", "--locale", "xx_yy"],
        ["extract", "-", "--format", "pdf"],
        ["explain", "-", "--published", "soon"],
        ["rules", "--kind", "nonsense"],
        ["nonsense"],
    ],
)
def test_wrong_usage_is_status_2(arguments):
    assert run(*arguments, stdin=b"").returncode == 2


def test_explain_rules_plugins_and_schema(brief):
    told = run("explain", brief, "--published", "2024-11-14").stdout.decode()
    assert "US$5 billion" in told
    assert "[" in told
    rules = run("rules").stdout.decode()
    assert "money" in rules
    assert "Commitment" in rules
    assert "diplokit.extract.dates" in run("plugins").stdout.decode()
    assert json.loads(run("schema").stdout)["title"] == "Extraction"
    assert run("--version").stdout.startswith(b"diplokit")


def test_text_that_no_encoding_can_write_is_shown_all_the_same(tmp_path):
    lines = tmp_path / "odd.jsonl"
    lines.write_text('{"text": "Peru \\ud800 agreed to go."}', encoding="utf-8")
    for form in ("table", "json", "jsonl", "html"):
        assert run("extract", lines, "--format", form).returncode == 0


def test_a_bad_line_costs_itself_and_the_others_go_on(tmp_path):
    lines = [{"text": "Peru.", "id": 7}, {"text": 3}, {"text": "Chile.", "published": 2024}, {"text": "Lima."}]
    (tmp_path / "many.jsonl").write_text("\n".join(["{", *map(json.dumps, lines)]), encoding="utf-8")
    done = run("extract", "many.jsonl", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert [json.loads(line)["document"]["id"] for line in done.stdout.splitlines()] == ["7", "many.jsonl:5"]
    told = done.stderr.decode().splitlines()
    assert [line.split(" ")[1] for line in told] == ["many.jsonl:1:", "many.jsonl:3:", "many.jsonl:4:"]
    assert "published must be a string, not 2024" in told[2]


def test_json_of_one_of_several_documents_is_a_list(tmp_path, brief):
    done = run("extract", brief, tmp_path / "nothing.txt", "--format", "json")
    assert done.returncode == 1
    assert [one["document"]["id"] for one in json.loads(done.stdout)] == [str(brief)]


def test_what_is_read_is_not_written_over_and_what_is_written_is_not_read(tmp_path, brief):
    before = brief.read_bytes()
    done = run("extract", brief, "-o", brief)
    assert (done.returncode, brief.read_bytes()) == (2, before)
    assert b"is one of the files to read" in done.stderr
    for _ in range(2):
        done = run("extract", tmp_path, "--format", "jsonl", "-o", tmp_path / "records.jsonl")
        assert (done.returncode, done.stderr) == (0, b"")
        assert len((tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_a_page_goes_into_a_folder_that_is_named_as_one(tmp_path, brief):
    done = run("extract", brief, "--format", "html", "-o", f"{tmp_path}/pages/")
    assert (done.returncode, done.stderr) == (0, b"")
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["brief.html"]
    done = run("extract", brief, "--format", "html", "-o", f"{brief}/pages/")
    assert done.returncode == 2
    assert b"--output" in done.stderr


def test_a_folder_without_texts_and_a_text_without_records_are_told(tmp_path):
    (tmp_path / "empty").mkdir()
    done = run("extract", tmp_path / "empty")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"a folder without texts (.txt, .jsonl)" in done.stderr
    assert b"no records; `diplokit explain` shows the 1 mentions" in run("extract", "-", stdin=b"On 3 May 2024.").stdout


def test_brackets_and_signs_that_steer_a_terminal_are_shown_as_they_are():
    text = b"Chile met Peru [/x] [red]in\x1b[2J Lima on 3 May 2024. The [/b] Peru\x9b :smile: agreed to go."
    for command in ("extract", "explain"):
        done = run(command, "-", stdin=text.replace(b"\x9b", "\x9b".encode()))
        assert (done.returncode, done.stderr) == (0, b"")
        assert "\x1b" not in done.stdout.decode()
        assert "\x9b" not in done.stdout.decode()
    assert "[/b] Peru\ufffd :smile:" in done.stdout.decode()


def test_a_narrow_screen_breaks_no_word_of_a_closed_list(brief):
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "60", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "diplokit.cli", "extract", "-"]
    text = b"Peru's President met the Prime Minister of Malaysia for a bilateral meeting in Lima on 3 May 2024."
    done = subprocess.run(command, input=text, capture_output=True, check=True, env=environment)
    assert " bilateral " in done.stdout.decode()
    assert "2024-05-03" in done.stdout.decode()
