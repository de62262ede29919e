"""Imports of office-holders: three formats, the whole file or nothing, beside the shipped table and out again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.errors import WorldError
from dragoman.serve.cli import app
from dragoman.world.imports import Read, read_csv, read_opensanctions, read_wikidata
from dragoman.world.imports.opensanctions import role_of
from dragoman.world.merged import merge
from dragoman.world.offices import Offices, compiled
from dragoman.world.overlay import Import, imports, remove, save

HEAD = "state,person,role,start,end,status,wikidata,aliases\n"
GOOD = (
    HEAD
    + "NRU,Ana Made,ambassador,2031-02-03,2032,full,Q999999901,Анна Мейд|A. Made\nNRU,Bo Made,foreign_minister,2031-05,,,,\n"
)
ENTITY = "http://www.wikidata.org/entity/"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def made(read: Read, source: str = "made") -> Import:
    return Import(source, "CC0-1.0", "made.csv", "2026-01-01", read.rows)


def table(*found: Import) -> Offices:
    return Offices(merge(compiled(), found).table())


def test_csv_rows_come_with_all_they_have(tmp_path: Path) -> None:
    rows = read_csv(written(tmp_path, "a.csv", GOOD)).rows
    assert [(r.person, r.state, r.role, r.start, r.end, r.status) for r in rows] == [
        ("Ana Made", "NRU", "ambassador", "2031-02-03", "2032", "full"),
        ("Bo Made", "NRU", "foreign_minister", "2031-05", None, "full"),
    ]
    assert rows[0].aliases == ("Анна Мейд", "A. Made")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "NRU,Ana Made,ambassador,2031-02-03,2030,,,\n", "row 2: Ana Made ends (2030) before the start"),
        (HEAD + "XXQ,Ana Made,ambassador,2031,,,,\n", "row 2: 'XXQ' is neither a state nor a body"),
        (HEAD + "NRU,Ana Made,wizard,2031,,,,\n", "row 2: 'wizard' is neither an office nor a role"),
        (HEAD + "NRU,Ana Made,ambassador,2031-02-31x,,,,\n", "row 2: '2031-02-31x' is not a date"),
        (HEAD + "NRU,Ana Made,ambassador,2031,,,,\nNRU,Bo,amb", "row 3: 3 of 8 columns"),
        (HEAD + 'NRU,"Ana Made,ambassador', "row 2: unexpected end of data"),
        (HEAD + "NRU,Ana Made,ambassador,2031,,,Q1,\nNRU,Bo Made,ambassador,2032,,,Q1,\n", "row 3: Q1 is Ana Made"),
        (HEAD + "NRU,A Made,president,2031,,,,\nNRU,B Made,president,2031-06,2033,,,\n", "row 3: B Made is president"),
        (HEAD + "NRU,A Made,president,2031,,,,\nNRU,A Made,president,2031,,,,\n", "row 3: the same tenure as"),
        (HEAD + "NRU,A Made,president,2031,,king,,\n", "row 2: Invalid enum value 'king'"),
        (HEAD + "NRU,,president,2031,,,,\n", "row 2: no person"),
        ("state,person\nNRU,A\n", "row 1: no column start"),
        ("state,person,start,role,colour\n", "row 1: unknown column colour"),
        (HEAD, "no tenure in it"),
        ("", "row 1: no column state"),
    ],
)
def test_a_bad_row_costs_the_whole_file(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, "a.csv", text)
    with pytest.raises(WorldError) as error:
        read_csv(path)
    assert str(path) in str(error.value)
    assert said in str(error.value)


def sparql(**values: str) -> dict[str, dict[str, str]]:
    return {name: {"type": "literal", "value": value} for name, value in values.items()}


def test_wikidata_json_and_csv_give_the_same(tmp_path: Path) -> None:
    row = {
        "person": ENTITY + "Q999999901", "personLabel": "Ana Made", "state": "NRU", "role": "foreign_minister",
        "start": "2031-02-03T00:00:00Z", "startPrecision": "11", "end": "2032-01-01T00:00:00Z", "endPrecision": "9",
        "aliases": "A. Made|Анна Мейд",
    }  # fmt: skip
    whole = json.dumps({"head": {"vars": list(row)}, "results": {"bindings": [sparql(**row), sparql(**row)]}})
    lines = ",".join(row) + "\n" + ",".join(row.values()) + "\n"
    found = read_wikidata(written(tmp_path, "a.json", whole)).rows
    assert found == read_wikidata(written(tmp_path, "a.csv", lines)).rows
    assert [(r.start, r.end, r.wikidata) for r in found] == [("2031-02-03", "2032", "Q999999901")]
    with pytest.raises(WorldError, match=r"b\.json: no whole result"):
        read_wikidata(written(tmp_path, "b.json", whole[:-30]))
    bad = {"results": {"bindings": [sparql(person=ENTITY + "Q1", state="NRU", role="president")]}}
    with pytest.raises(WorldError, match="row 1: no start"):
        read_wikidata(written(tmp_path, "c.json", json.dumps(bad)))


def entities(*, start: list[str]) -> list[dict[str, object]]:
    post = {"name": ["Minister of Foreign Affairs of Nauru"], "country": ["nr"]}
    return [
        {"id": "Q999999901", "schema": "Person", "properties": {"name": ["Ana Made"], "alias": ["Анна Мейд"]}},
        {"id": "p1", "schema": "Position", "properties": post},
        {"id": "p2", "schema": "Position", "properties": {"name": ["Keeper of the Lamps"], "country": ["nr"]}},
        {"id": "o1", "schema": "Occupancy", "properties": {"holder": ["Q999999901"], "post": ["p1"], "startDate": start}},
        {"id": "o2", "schema": "Occupancy", "properties": {"holder": ["Q999999901"], "post": ["p2"], "startDate": ["2031"]}},
    ]  # fmt: skip


def test_opensanctions(tmp_path: Path) -> None:
    lines = [json.dumps(entity) for entity in entities(start=["2031-02-03"])]
    read = read_opensanctions(written(tmp_path, "a.json", "\n".join(lines) + "\n"))
    assert [(r.person, r.state, r.role, r.start, r.wikidata) for r in read.rows] == [
        ("Ana Made", "NRU", "foreign_minister", "2031-02-03", "Q999999901")
    ]
    assert read.notes == ("1 left out: positions that are none of the offices known here",)
    with pytest.raises(WorldError, match="row 5: no FollowTheMoney entity"):
        read_opensanctions(written(tmp_path, "b.json", "\n".join(lines)[:-20]))
    with pytest.raises(WorldError, match="row 1: the holder of 'o1' is not in the file"):
        read_opensanctions(written(tmp_path, "c.json", lines[3] + "\n"))
    with pytest.raises(WorldError, match="row 2: the id 'p1' stands twice"):
        read_opensanctions(written(tmp_path, "d.json", lines[1] + "\n" + lines[1] + "\n"))


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("President of Chile", "president"),
        ("Prime Minister of the Netherlands", "prime_minister"),
        ("Minister of Foreign Affairs", "foreign_minister"),
        ("Acting President of Peru", "president"),
        ("Member of the House of Lamps", None),
    ],
)
def test_positions_by_their_english_title(title: str, role: str | None) -> None:
    assert role_of(title) in (role, f"acting_{role}")


def test_rows_are_used_beside_the_shipped_ones(tmp_path: Path) -> None:
    offices = table(made(read_csv(written(tmp_path, "a.csv", GOOD))))
    assert [t.person for t in offices.on("2031-06-01", "NRU", "foreign_minister")] == ["Bo Made"]
    assert offices.by_name("Анна Мейд")[0].source == "made (CC0-1.0)"


def test_shipped_rows_stand(tmp_path: Path) -> None:
    rows = (
        "RUS,Sergei V. Lavrov,foreign_minister,2005-01-01,,,Q58217,Serge Lavroff\n"  # known, under his id
        "FRA,Ana Made,president,2018,2020,,,\n"  # contradicts
    )
    merging = merge(compiled(), [made(read_csv(written(tmp_path, "a.csv", HEAD + rows)))])
    assert [(left.row.state, left.why) for left in merging.left] == [("RUS", "known"), ("FRA", "contradicts")]
    offices = Offices(merging.table())
    assert [t.start for t in offices.on("2024-01-01", "RUS", "foreign_minister")] == ["2004-03-09"]
    assert offices.by_name("Serge Lavroff")[0].person == "Sergey Lavrov"
    assert [t.person for t in offices.on("2019-01-01", "FRA", "head_of_state")] == ["Emmanuel Macron"]


def test_a_successor_ends_a_tenure_without_an_end(tmp_path: Path) -> None:
    text = HEAD + "RUS,Ana Made,foreign_minister,2031-02-03,,,,\n"
    offices = table(made(read_csv(written(tmp_path, "a.csv", text))))
    assert [t.person for t in offices.on("2031-03-01", "RUS", "foreign_minister")] == ["Ana Made"]
    assert [t.person for t in offices.on("2024-03-01", "RUS", "foreign_minister")] == ["Sergey Lavrov"]


def test_saved_once_replaced_and_removed(tmp_path: Path) -> None:
    new = made(read_csv(written(tmp_path, "a.csv", GOOD)))
    folder = tmp_path / "overlay"
    save(new, folder=folder)
    assert imports(folder) == [new]
    with pytest.raises(WorldError, match="imported already"):
        save(new, folder=folder)
    save(new, replace=True, folder=folder)
    assert os.listdir(folder) == ["made.json"]
    with pytest.raises(WorldError, match="there are: made"):
        remove("other", folder)
    remove("made", folder)
    assert imports(folder) == []
    with pytest.raises(WorldError, match="cannot be a source's name"):
        remove("../made", folder)


def test_a_damaged_import_costs_only_itself_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(made(read_csv(written(tmp_path, "a.csv", GOOD))), folder=tmp_path / "o")
    written(tmp_path / "o", "bad.json", '{"source": "bad", "rows"')
    assert [i.source for i in imports(tmp_path / "o")] == ["made"]
    monkeypatch.setenv("DRAGOMAN_WORLD", str(tmp_path / "o"))
    result = CliRunner().invoke(app, ["world", "imports"])
    assert "bad.json: this import cannot be read and is not used" in result.stderr
    assert "made" in result.stdout
    assert CliRunner().invoke(app, ["world", "remove", "bad"]).exit_code == 0


def test_the_commands_and_reading_use_an_import(tmp_path: Path) -> None:
    overlay = tmp_path / "overlay"
    text = GOOD + "NRU,Bertha Madewell,deputy_foreign_minister,2021-05,2025-04,full,Q999999902,Berta Meidwell\n"
    path = written(tmp_path, "mine.csv", text)
    page = written(
        tmp_path,
        "page.txt",
        "YAREN, 3 May 2024 - Nauru's Deputy Foreign Minister Berta Meidwell met Kenyan President Ana Otieno.\n",
    )
    environment = {**os.environ, "DRAGOMAN_WORLD": str(overlay)}

    def run(*words: str) -> str:
        command = [sys.executable, "-m", "dragoman.serve.cli", *words]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True, encoding="utf-8"
        ).stdout

    assert "imported: 3 tenures of 3 people (mine, CC-BY-4.0" in run(
        "world", "import", "csv", str(path), "--licence", "CC-BY-4.0"
    )
    holders = json.loads(
        run("world", "who", "NRU", "deputy_foreign_minister", "--on", "2024-05-01", "--format", "json")
    )
    assert "Bertha Madewell" in [h["name"] for h in holders]
    record = json.loads(run("read", str(page)))
    linked = {a["name"]: (a["label"], a["wikidata"]) for a in record["actors"] if a["kind"] == "person"}
    assert linked["Berta Meidwell"] == ("Bertha Madewell", "Q999999902")
    assert "mine (CC-BY-4.0)" in run("world", "person", "Madewell")
    assert "mine" in run("world", "imports")
    run("world", "remove", "mine")
    assert json.loads(run("world", "imports", "--format", "json")) == []


def test_a_refused_file_leaves_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", GOOD + "XXQ,A,president,2031,,,,\n")
    result = CliRunner().invoke(app, ["world", "import", "csv", str(path), "--overlay", str(tmp_path / "o")])
    assert result.exit_code == 1
    assert "row 4: 'XXQ' is neither a state nor a body" in result.output
    assert not (tmp_path / "o").exists()
