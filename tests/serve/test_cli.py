"""The commands as a person runs them: outputs, exit codes, hostile pages."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import made
import pytest
from typer.testing import CliRunner, Result

from dragoman import __version__
from dragoman.errors import InputError
from dragoman.model import Page
from dragoman.serve import add as add_module
from dragoman.serve.cli import app

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an empty directory, with the made reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_STORE", raising=False)
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setattr(add_module, "_reader", lambda: made.read_page)
    return lambda *args: CliRunner().invoke(app, [str(a) for a in args])


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """A store `dragoman.db` with the usual pages."""
    lines = [
        {"id": p.uri, "text": p.text, "outlet": p.given.outlet, "published": p.given.published} for p, _ in made.usual()
    ]
    lines = [{k: v for k, v in line.items() if v} for line in lines]
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert run("add", "pages.jsonl").exit_code == 0
    return run


def answer(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"dragoman {__version__}\n"


@pytest.mark.parametrize(
    "command", ["read", "add", "engagements", "statements", "events", "show", "timeline", "link", "unlink", "review"]
)
def test_help(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.output


def test_add_tells_what_it_did(filled: Run) -> None:
    result = filled("add", "pages.jsonl")
    assert result.exit_code == 0
    assert result.stdout == "pages: 5 already there (dragoman.db)\n"
    assert filled("add", "--again", "pages.jsonl").exit_code == 0
    assert len(answer(filled("engagements", "--format", "json"))) == 2


def test_one_bad_input_loses_only_itself(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.acquire.acquire", lambda _: iter([
        made.page("fine\n", "a"), InputError("b.jsonl:7", "broken JSON"), made.page("unreadable\n", "c"), made.page("good\n", "d"),
    ]))  # fmt: skip
    result = run("add", "x")
    assert result.exit_code == 1
    assert "b.jsonl:7: broken JSON" in result.stderr
    assert "c: cannot be read (KeyError" in result.stderr
    assert "Traceback" not in result.output
    assert "2 added, 2 failed" in result.stdout


def test_pages_that_are_there_are_not_read_again(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(page: Page) -> None:
        raise AssertionError(page.uri)

    monkeypatch.setattr(add_module, "_reader", lambda: never)
    assert filled("add", "pages.jsonl").exit_code == 0


def test_engagements_json(filled: Run) -> None:
    found = answer(filled("engagements", "--state", "irn", "--with", "JPN", "--format", "json", "--limit", "0"))
    assert [e["kind"] for e in found] == ["meeting", "phone_call"]
    assert list(found[0]) == [
        "id", "kind", "status", "date", "parties", "people", "place", "occasion", "topics", "reports", "conflicts",
    ]  # fmt: skip
    assert list(found[0]["reports"][0]) == ["page", "outlet", "language", "encounter", "salience"]


def test_statements_and_events_json(filled: Run) -> None:
    said = answer(filled("statements", "--act", "criticize", "--format", "json"))
    assert [(s["text"], s["for"], s["targets"]) for s in said] == [("the raids by Israel", ["IRN"], ["ISR"])]
    assert said[0]["evidence"][0]["page"] == made.GAZETTE
    start, end = said[0]["evidence"][0]["span"]
    assert made.ENGLISH[start:end] == "the raids by Israel"
    coded = answer(filled("events", "--kind", "CONSULT", "--format", "json"))
    assert [(e["type"], e["mode"]) for e in coded] == [("CONSULT", "phone")]


def test_tables(filled: Run) -> None:
    table = filled("engagements").stdout
    assert "phone call" in table
    assert "IRN JPN" in table
    assert "2031-04-11" in table
    assert "Our door stays open" in filled("statements").stdout
    assert "ACCUSE" in filled("events").stdout
    assert filled("timeline", "IRN", "JPN").stdout.index("phone call") < filled("timeline", "IRN", "JPN").stdout.index(
        "meeting"
    )


@pytest.mark.parametrize("width", ["20", "60", "80", "300"])
def test_tables_fit_the_terminal(filled: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", width)
    for command in ("engagements", "statements", "events"):
        result = filled(command)
        assert result.exit_code == 0
        assert max(cell_len(line) for line in result.stdout.splitlines()) <= int(width)


def test_csv(filled: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(filled("engagements", "--format", "csv").stdout)))
    assert [r["kind"] for r in rows] == ["meeting", "phone_call"]
    assert rows[0]["parties"] == "IRN; JPN"
    assert len(list(csv.reader(io.StringIO(filled("statements", "--format", "csv").stdout)))) == 5
    assert len(list(csv.reader(io.StringIO(filled("events", "--format", "csv").stdout)))) == 3


def test_show(filled: Run) -> None:
    wanted = answer(filled("engagements", "--kind", "phone_call", "--format", "json"))[0]["id"]
    shown = filled("show", str(wanted)[:8]).stdout
    for words in (
        "Darius Navabi",
        f"made/gazette.txt [{made.span(made.ENGLISH, 'Darius Navabi')[0]},",
        "“Our door stays open”",
        "criticize → ISR",
        "The Reprint",
        "Statements (4)",
    ):
        assert words in shown
    detail = json.loads(filled("show", wanted, "--format", "json").stdout)
    assert list(detail) == [
        "engagement", "participants", "evidence", "topics", "readouts", "statements", "links", "sources", "history", "related",
        "corrections",
    ]  # fmt: skip


def test_empty_answers_say_why(filled: Run) -> None:
    result = filled("engagements", "--state", "IRN", "--with", "FRA", "--format", "json")
    assert answer(result) == []
    assert "2 with IRN as a party; none of these with FRA as a party" in result.stderr
    assert filled("statements", "--act", "praise", "--format", "csv").stdout.count("\n") == 1
    assert "nothing found" in filled("timeline", "FRA").stderr


def test_more_than_the_limit_is_said(filled: Run) -> None:
    result = filled("statements", "--limit", "1")
    assert "1 of 4 shown; --limit 0 shows all" in result.stderr


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["engagements"], 1, "no store here"),
        (["show", "abcd"], 1, "no store here"),
        (["engagements", "--store", "mysql://u:secret@h/d"], 2, "unknown kind of store"),
        (["add", "x", "--store", "postgresql://u:secret@h/d"], 2, "not supported yet"),
        (["engagements", "--since", "soon", "--store", "e.db"], 2, "--since soon"),
        (["engagements", "--state", "Iran!"], 2, "ISO 3166-1"),
        (["engagements", "--limit", "-1"], 2, ""),
        (["engagements", "--format", "xml"], 2, ""),
        (["timeline"], 2, ""),
        (["timeline", "A", "B", "C"], 2, "one state or two"),
        (["show", "x", "--format", "csv"], 2, ""),
        (["add"], 2, ""),
        (["nonsense"], 2, ""),
    ],
    ids=str,
)
def test_wrong_usage(run: Run, args: list[str], code: int, said: str) -> None:
    result = run(*args)
    assert result.exit_code == code
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert "secret" not in result.output


def test_the_store_may_come_from_the_environment(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_STORE", f"sqlite:///{tmp_path}/env.db")
    (tmp_path / "a.txt").write_text(made.VISIT)
    assert run("add", "a.txt").exit_code == 0
    assert (tmp_path / "env.db").exists()
    assert len(answer(run("engagements", "--format", "json"))) == 1
    assert run("engagements", "--store", f"sqlite:///{tmp_path}/other.db").exit_code == 1


def test_a_store_that_is_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dragoman.db").write_text("not a database, whatever its name\n" * 100)
    for args in (["engagements"], ["add", "x"], ["timeline", "IRN"]):
        result = run(*args)
        assert result.exit_code == 1
        assert "not a dragoman store" in result.stderr


@pytest.fixture
def hostile(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    page = made.page(made.HOSTILE, "=cmd|' /C calc'!A0\x1b[2J[red]")
    monkeypatch.setattr("dragoman.acquire.acquire", lambda _: iter([page]))
    result = run("add", "x")
    assert (result.exit_code, result.stderr) == (0, "")
    return run


EVIL = ("\x1b", "\x07", "\x9b", "\u202e", "\x00", "\ud800")


def test_hostile_text_in_tables(hostile: Run) -> None:
    for args in (["engagements"], ["statements"], ["events"], ["timeline", "IRN"]):
        out = hostile(*args).output
        assert not [c for c in EVIL if c in out], args
    assert "[link=x]Darius Navabi[/link]" in hostile("engagements").output
    assert "[bold red]click[/]" in hostile("statements").output
    wanted = answer(hostile("engagements", "--format", "json"))[0]["id"]
    shown = hostile("show", wanted).output
    assert not [c for c in EVIL if c in shown]
    assert "[bold red]click[/]" in shown
    assert ":smile:" in shown


def test_hostile_text_in_json_is_escaped_and_exact(hostile: Run) -> None:
    for args in (["engagements"], ["statements"]):
        out = hostile(*args, "--format", "json").stdout
        assert not [c for c in EVIL if c in out]
    said = answer(hostile("statements", "--format", "json"))[0]
    assert said["text"] == made.HOSTILE.splitlines()[0].replace("\ud800", "\ufffd")


def test_formulas_in_csv(hostile: Run) -> None:
    for command in ("engagements", "statements"):
        out = hostile(command, "--format", "csv").stdout
        assert not [c for c in EVIL if c in out]
        for row in csv.DictReader(io.StringIO(out)):
            assert not [v for v in row.values() if v.startswith(("=", "+", "-", "@", "\t"))]
    row = next(csv.DictReader(io.StringIO(hostile("engagements", "--format", "csv").stdout)))
    assert row["occasion"] == "'=1+1"


# ------------------------------------------------------------------------------------------ papers and a person's word


def test_compare_in_every_form(filled: Run) -> None:
    wanted = str(answer(filled("engagements", "--kind", "phone_call", "--format", "json"))[0]["id"])
    found = json.loads(filled("compare", wanted, "--format", "json").stdout)
    assert list(found) == ["engagement", "reports", "conflicts", "only", "framing"]
    assert found["engagement"] == wanted
    assert all(list(r) == ["page", "outlet", "side", "official"] for r in found["reports"])
    assert all(list(o) == ["report", "field", "text", "span"] for o in found["only"])
    assert filled("compare", wanted, "--format", "md").stdout.startswith("# Compared: phone call")
    html = filled("compare", wanted, "--format", "html").stdout
    assert html.startswith("<!doctype html>")
    assert "<script" not in html
    shown = filled("compare", wanted[:8]).stdout
    assert "The contact as each has it" in shown
    assert all(line == line.rstrip() for line in shown.splitlines())


def test_compare_and_brief_with_wrong_ids(filled: Run) -> None:
    for words in (("compare", "ffff0000"), ("brief", "IRN", "XX1")):
        result = filled(*words)
        assert result.exit_code == 1
        assert result.stderr.startswith("dragoman: ")
        assert "Traceback" not in result.stderr
    assert filled("brief", "IRN").exit_code == 2
    assert filled("brief", "IRN", "JPN", "--since", "soon").exit_code == 2


def test_brief_in_every_form(filled: Run) -> None:
    note = json.loads(filled("brief", "IRN", "JPN", "--format", "json").stdout)
    assert list(note) == ["parties", "since", "until", "pages", "parts"]
    assert [p["key"] for p in note["parts"]][:2] == ["summary", "contacts"]
    assert filled("brief", "irn", "jpn", "--format", "md").stdout.startswith("# IRN – JPN")
    assert "<h2>Contacts</h2>" in filled("brief", "IRN", "JPN", "--format", "html").stdout
    assert "What this rests on" in filled("brief", "IRN", "JPN").stdout


def test_correct_and_take_back(filled: Run) -> None:
    wanted = str(answer(filled("engagements", "--kind", "meeting", "--format", "json"))[0]["id"])
    assert filled("correct", wanted).stderr == "dragoman: no corrections stand\n"
    told = filled("correct", wanted[:8], "place", "Muscat (OMN)", "--by", "ada").stderr
    assert "place is Muscat (OMN), says ada" in told
    assert answer(filled("engagements", "--kind", "meeting", "--format", "json"))[0]["place"] == {
        "name": "Muscat", "country": "OMN",
    }  # fmt: skip
    assert "Muscat (OMN)" in filled("correct").stdout
    assert "Corrected by persons" in filled("show", wanted).stdout
    assert "no longer Muscat (OMN)" in filled("correct", wanted, "place", "--undo", "--by", "ada").stderr
    assert filled("correct", wanted, "place").exit_code == 2
    assert filled("correct", wanted, "colour", "red").exit_code == 1


def test_coverage(filled: Run) -> None:
    shown = filled("coverage").stdout
    assert "pages from" in shown
    sheet = filled("coverage", "--format", "csv").stdout
    assert sheet.startswith("day,outlet,language,pages\n")
    assert json.loads(filled("coverage", "--format", "json").stdout)["pages"] > 1
    assert filled("coverage", "--language", "xx").stderr.startswith("dragoman: nothing found")
