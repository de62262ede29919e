"""`dragoman read`: records on standard output, one-line errors on standard error, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dragoman.model import ArticleRecord, Page, PageInfo, PageRecord
from dragoman.serve.read import read
from dragoman.world import World

app = typer.Typer()
app.command()(read)


def shallow(page: Page, world: World) -> PageRecord:
    """A stand-in for the journey: the language is the first word of the text."""
    if "explode" in page.text:
        raise ZeroDivisionError("a defect\nin two lines")
    info = PageInfo(id=page.id, uri=page.uri, url=page.url, media_type=page.media_type, chars=len(page.text))
    article = ArticleRecord(
        language=page.text.split()[0], title=None, published=None, outlet=None, agency=None, body=()
    )
    return PageRecord(page=info, article=article)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with pages, and the journey replaced by a stand-in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dragoman.pipeline.read_page", shallow)
    for name, text in {
        "a.txt": "en one",
        "b.txt": "xx two",
        "c.txt": "xx three",
        "bad.txt": "en explode",
        "empty.txt": "",
    }.items():
        Path(name).write_text(text)
    return tmp_path


def run(*args: str, stdin: bytes = b"") -> tuple[int, list[dict], list[str]]:
    result = CliRunner().invoke(app, list(args), input=stdin)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()], result.stderr.splitlines()


def test_records_come_in_input_order(folder: Path) -> None:
    code, records, _ = run("b.txt", "a.txt")
    assert (code, [r["page"]["uri"] for r in records]) == (0, ["b.txt", "a.txt"])
    assert list(records[0]) == ["schema", "page", "article", "actors", "encounters", "statements", "events"]
    assert "text" not in records[0]["page"]


def test_text_goes_into_the_record_on_request(folder: Path) -> None:
    assert run("a.txt", "--text")[1][0]["page"]["text"] == "en one"


def test_a_language_without_a_pack_is_told_once(folder: Path) -> None:
    code, records, errors = run("a.txt", "b.txt", "c.txt")
    assert (code, len(records)) == (0, 3)
    assert errors == ["dragoman: b.txt: no pack for language 'xx': only language, title, dates and body are read"]


def test_bad_pages_cost_only_themselves(folder: Path) -> None:
    code, records, errors = run("a.txt", "empty.txt", "bad.txt", "none.txt", "b.txt")
    assert (code, [r["page"]["uri"] for r in records]) == (1, ["a.txt", "b.txt"])
    assert errors[:3] == [
        "dragoman: empty.txt: empty",
        "dragoman: bad.txt: unexpected ZeroDivisionError while reading this page: a defect in two lines",
        "dragoman: none.txt: no such file or directory",
    ]


def test_standard_input(folder: Path) -> None:
    code, records, errors = run("-", stdin=b'{"id": "p", "text": "en from a pipe"}\n{"id": 1.5}\n')
    assert (code, [r["page"]["uri"] for r in records], len(errors)) == (1, ["p"], 1)
    assert errors[0].startswith("dragoman: -#2: ")


def test_wrong_usage_is_2(folder: Path) -> None:
    assert run()[0] == 2
    assert run("a.txt", "--nonsense")[0] == 2


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    pages = tmp_path / "pages.jsonl"
    pages.write_text('{"text": "The ministers met in Oslo on Monday."}\n' * 2000)
    code = "from tests_app import app; app()"
    (tmp_path / "tests_app.py").write_text(
        "import typer\nfrom dragoman.serve.read import read\napp = typer.Typer()\napp.command()(read)\n"
    )
    complaints = tmp_path / "stderr"  # a file: a pipe that nobody empties would block a reader that complains much
    with complaints.open("wb") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(pages)], stdout=subprocess.PIPE, stderr=stderr,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b'{"schema"')
        process.stdout.close()
        assert process.wait(timeout=60) == 0
    assert complaints.read_bytes() == b""
