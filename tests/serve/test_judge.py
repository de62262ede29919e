"""`link`, `unlink` and `review` as a person uses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import made
import msgspec
import pytest
from typer.testing import CliRunner, Result

from dragoman.save import add_pages, open_store
from dragoman.serve.cli import app

Run = Callable[..., Result]
UNSURE = "made/unsure.txt"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A store with the usual pages and one that may be of the same call: it names nobody and has no date."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_STORE", raising=False)
    monkeypatch.setenv("DRAGOMAN_USER", "ada")
    monkeypatch.setenv("COLUMNS", "200")
    page = made.page(f"Evening Post\nA call\nIran and Japan spoke by telephone. {tmp_path.name}\n", UNSURE)
    states = (made.person(page.text, "a1", "Iran", "IRN"), made.person(page.text, "a2", "Japan", "JPN"))
    actors = tuple(msgspec.structs.replace(a, kind="state", office=None) for a in states)
    call = made.encounter(page.text, actors)
    record = made.record(page, language="en", published="2031-03-05", actors=actors, encounters=(call,))
    with open_store("dragoman.db") as store:
        add_pages(store, [*made.usual(), (page, record)])
    return lambda *args, **given: CliRunner().invoke(app, [str(a) for a in args], **given)


def together(run: Run) -> list[list[str]]:
    found = json.loads(run("engagements", "--format", "json").stdout)
    return sorted(sorted({r["page"] for r in e["reports"]}) for e in found)


def alone(run: Run) -> bool:
    return [UNSURE] in together(run)


def test_link_and_unlink(run: Run) -> None:
    assert alone(run)
    done = run("link", UNSURE, made.GAZETTE)
    assert done.exit_code == 0, done.output
    assert not alone(run)
    assert "undo: dragoman review --undo" in done.stdout
    engagement = done.stdout.split()[0]
    back = run("unlink", f"{UNSURE}#e1", engagement, "--by", "ben")
    assert back.exit_code == 0
    assert "no longer counts: ada on" in back.stderr
    assert alone(run)
    assert "taken back: ben" in run("review", "--undo", "last").stdout
    assert not alone(run)


def test_wrong_use(run: Run) -> None:
    unknown = run("link", "ffffffff", made.GAZETTE)
    assert unknown.exit_code == 1
    assert "ffffffff: no such engagement or page in dragoman.db" in unknown.stderr
    assert run("link", "x").exit_code == 2
    assert run("link", UNSURE, made.GAZETTE, "--by", "rule").exit_code == 2
    assert run("review", "--undo", "last").exit_code == 1
    assert run("review", "--format", "csv").exit_code == 2
    assert "no store here" in run("link", "a", "b", "--store", "none.db").stderr


def test_review_lists(run: Run) -> None:
    pairs = json.loads(run("review", "--format", "json").stdout)
    assert len(pairs) == 1
    sides = {pairs[0][side]["page"]: pairs[0][side] for side in ("left", "right")}
    assert UNSURE in sides
    assert 0.4 < pairs[0]["score"] < 0.6
    assert sides[UNSURE]["date"] is None
    assert UNSURE in run("review", "--list").stdout
    assert alone(run)


@pytest.mark.parametrize(
    ("typed", "is_alone", "left"),
    [("y", False, 0), ("n", True, 0), ("s", True, 0), ("q", True, 1), ("?y", False, 0), ("", True, 1)],
)
def test_review_asks(run: Run, typed: str, is_alone: bool, left: int) -> None:
    result = run("review", input=typed)
    assert result.exit_code == 0, result.output
    assert f"{left} left" in result.stderr
    assert alone(run) is is_alone
    if typed in ("y", "n"):
        assert "no pairs to decide on" in run("review", "--list").stderr


def test_review_undoes(run: Run) -> None:
    result = run("review", input="u")
    assert "nothing to undo" in result.stderr
    with open_store("dragoman.db") as store:
        add_pages(store, [made.read(f"{made.VISIT}again\n", "made/again.txt")])
    result = run("review", input="yu")
    assert result.exit_code == 0
    assert "0 decided" in result.stderr


def test_show_tells_who_said_so(run: Run) -> None:
    run("link", UNSURE, made.GAZETTE)
    engagement = next(
        e["id"] for e in json.loads(run("engagements", "--format", "json").stdout) if e["kind"] == "phone_call"
    )
    detail = json.loads(run("show", engagement, "--format", "json").stdout)
    assert {"rule", "ada"} == {link["by"] for link in detail["links"]}
    assert detail["sources"] == len({r["source"] for r in detail["readouts"]})
    assert {s["status"] for s in detail["history"]} == {"held"}
    assert "independent source" in run("show", engagement).stdout
