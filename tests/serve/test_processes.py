"""Whole processes: killed, interrupted, side by side, into a pipe that closes; and how fast they start."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import made
import pytest

STUB = str(Path(__file__).parent / "stub_cli.py")
COUNTED = ("pages", "captures", "encounters", "engagements", "engagement_members", "texts")


def start(cwd: Path, *args: str, slow: float = 0) -> subprocess.Popen[str]:
    environment = {**os.environ, "SLOW": str(slow), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("DRAGOMAN_STORE", None)
    return subprocess.Popen(
        [sys.executable, STUB, *args],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(cwd: Path, *args: str) -> subprocess.CompletedProcess[str]:
    process = start(cwd, *args)
    out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess(args, process.returncode, out, err)


def pages(folder: Path, count: int, first: int = 0, name: str = "pages.jsonl") -> str:
    """Pages in which every tenth repeats a contact of another."""
    lines = [
        json.dumps(
            {
                "id": f"b{i}",
                "text": made.bulk_text(i, date=f"2030-01-{1 + i % 28:02}", b=f"{chr(65 + i % 26)}X{chr(65 + i % 7)}"),
            }
        )
        for i in range(first, first + count)
    ]
    (folder / name).write_text("\n".join(lines) + "\n")
    return name


def saved(store: Path) -> dict[str, int]:
    with sqlite3.connect(store) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}


def engagements(cwd: Path, store: str = "dragoman.db") -> list[object]:
    result = run(cwd, "engagements", "--format", "json", "--limit", "0", "--store", store)
    assert result.returncode == 0, result.stderr
    return sorted(json.loads(result.stdout), key=lambda e: e["id"])


def wait_for_pages(store: Path, count: int) -> None:
    for _ in range(600):
        if store.exists():
            try:
                with sqlite3.connect(store) as connection:
                    if connection.execute("SELECT count(*) FROM pages").fetchone()[0] >= count:
                        return
            except sqlite3.OperationalError:
                pass
        time.sleep(0.02)
    raise AssertionError("nothing was saved")


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_stopped_run_loses_nothing_and_the_next_does_the_rest(tmp_path: Path, kill: signal.Signals) -> None:
    name = pages(tmp_path, 160)
    store = tmp_path / "dragoman.db"
    process = start(tmp_path, "add", name, slow=0.01)
    wait_for_pages(store, 32)
    process.send_signal(kill)
    _, err = process.communicate(timeout=60)
    before = saved(store)
    assert 32 <= before["pages"] < 160
    assert before["pages"] == before["engagement_members"] == before["captures"] == before["texts"]
    if kill is signal.SIGINT:
        assert process.returncode == 130
        assert "Traceback" not in err
        assert "the same command does the rest" in err
    rest = run(tmp_path, "add", name)
    assert rest.returncode == 0
    assert f"{160 - before['pages']} added, {before['pages']} already there" in rest.stdout
    assert run(tmp_path, "add", name, "--store", "whole.db").returncode == 0
    assert saved(store) == saved(tmp_path / "whole.db")
    assert engagements(tmp_path) == engagements(tmp_path, "whole.db")


def test_side_by_side(tmp_path: Path) -> None:
    """Three processes open a store that is not there yet and add pages that overlap."""
    names = [pages(tmp_path, 120, first, f"{first}.jsonl") for first in (0, 60, 120)]
    running = [start(tmp_path, "add", name, slow=0.001) for name in names]
    ended = [(p.communicate(timeout=120), p.returncode) for p in running]
    assert [code for _, code in ended] == [0, 0, 0], ended
    assert run(tmp_path, "add", *names, "--store", "whole.db").returncode == 0
    assert saved(tmp_path / "dragoman.db") == saved(tmp_path / "whole.db")
    assert saved(tmp_path / "whole.db")["pages"] == 240
    assert engagements(tmp_path) == engagements(tmp_path, "whole.db")


def test_a_query_while_pages_are_added(tmp_path: Path) -> None:
    name = pages(tmp_path, 120)
    process = start(tmp_path, "add", name, slow=0.01)
    wait_for_pages(tmp_path / "dragoman.db", 1)
    for _ in range(3):
        assert run(tmp_path, "engagements", "--format", "json").returncode == 0
    process.communicate(timeout=60)
    assert process.returncode == 0


def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    assert run(tmp_path, "add", pages(tmp_path, 400)).returncode == 0
    for args in (
        ["engagements", "--limit", "0"],
        ["engagements", "--limit", "0", "--format", "csv"],
        ["timeline", "IRN"],
    ):
        process = start(tmp_path, *args)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == ""
        process.wait(timeout=30)


def test_no_bar_where_there_is_no_terminal(tmp_path: Path) -> None:
    assert run(tmp_path, "add", pages(tmp_path, 5)).stderr == ""


def test_a_bar_on_a_terminal(tmp_path: Path) -> None:
    import pty

    name = pages(tmp_path, 100)
    ours, theirs = pty.openpty()
    environment = {**os.environ, "SLOW": "0.01", "TERM": "xterm", "COLUMNS": "80"}
    process = subprocess.Popen(
        [sys.executable, STUB, "add", name],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
    )
    os.close(theirs)
    out, _ = process.communicate(timeout=60)
    told = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:
            break
        if not chunk:
            break
        told += chunk
    os.close(ours)
    assert process.returncode == 0
    assert b"added" in told
    assert out == "pages: 100 added (dragoman.db)\n"


def test_slow_things_are_not_loaded_before_they_are_needed() -> None:
    code = "import sys, dragoman.serve.cli; print(sorted({m.partition('.')[0] for m in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for name in ("sqlalchemy", "alembic", "rich", "trafilatura", "lxml", "py3langid", "numpy"):
        assert f"'{name}'" not in loaded


def test_a_query_does_not_load_the_reader_or_alembic(tmp_path: Path) -> None:
    assert run(tmp_path, "add", pages(tmp_path, 1)).returncode == 0
    code = (
        "import sys; from typer.testing import CliRunner; from dragoman.serve.cli import app;"
        "r = CliRunner().invoke(app, ['engagements', '--format', 'json']); assert r.exit_code == 0, r.output;"
        "print(sorted({m.partition('.')[0] for m in sys.modules} | {m for m in sys.modules if m.startswith('dragoman')}))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    ).stdout
    for name in ("alembic", "trafilatura", "dragoman.pipeline", "dragoman.world.load"):
        assert f"'{name}'" not in loaded
