"""Who held an office on a day: changes of hands, heads by state, the command, the known answers."""

from __future__ import annotations

import csv
import importlib
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from dragoman.errors import QuestionError
from dragoman.serve.cli import app
from dragoman.world import asking
from dragoman.world.asking import who_held
from dragoman.world.fold import fold
from dragoman.world.offices import Compiled, Offices, offices
from dragoman.world.offices_source import compile_offices
from dragoman.world.roles import roles_to_offices, seat
from dragoman.world.states import states


@pytest.mark.parametrize(
    ("state", "office", "day", "holders"),
    [
        ("USA", "head_of_government", "2024-07-01", ["Joe Biden"]),
        ("FRA", "head_of_government", "2024-11-01", ["Michel Barnier"]),
        ("FRA", "head_of_state", "2024-11-01", ["Emmanuel Macron"]),
        ("TUR", "head_of_government", "2017-01-01", ["Binali Yıldırım"]),
        ("TUR", "head_of_government", "2019-01-01", ["Recep Tayyip Erdogan"]),
        ("VEN", "head_of_government", "2012-01-01", ["Hugo Chávez"]),
        ("IRN", "head_of_government", "2024-06-01", ["Mohammad Mokhber"]),
        ("IRN", "supreme_leader", "2024-06-01", ["Ali Khamenei"]),
        ("AFG", "head_of_state", "2023-01-01", ["Hibatullah Akhundzada"]),
        ("AFG", "head_of_government", "2023-06-01", ["Abdul Kabir"]),
        ("CAN", "head_of_state", "2022-09-07", ["Elizabeth II"]),
        ("CAN", "head_of_state", "2022-09-08", ["Charles III"]),
        ("LBN", "head_of_state", "2024-01-01", []),
        ("EU", "chief_executive", "2023-11-01", ["Josep Borrell"]),
        ("EU", "eu_commission_president", "2023-11-01", ["Ursula von der Leyen"]),
        ("UN", "chief_executive", "2024-01-10", ["António Guterres"]),
        ("UNGA", "chief_executive", "2024-10-01", ["Philémon Yang"]),
        ("USA", "secretary_of_state", "2023-09-01", ["Antony Blinken"]),
        ("GBR", "foreign_secretary", "2024-03-01", ["David Cameron"]),
        ("usa", "President_Elect", "2024-12-01", ["Donald Trump"]),
        ("USA", "head_of_state", "2024-12-01", ["Joe Biden"]),
    ],
)
def test_the_holders_of_that_day(state: str, office: str, day: str, holders: list[str]) -> None:
    assert [holder.name for holder in who_held(state, office, day).holders] == holders


def test_two_seats_stand_side_by_side() -> None:
    names = {holder.name for holder in who_held("SMR", "head_of_state", "2024-05-01").holders}
    assert names == {"Alessandro Rossi", "Milena Gasperoni"}


def test_what_stands_beside_is_told() -> None:
    found = who_held("EU", "chief_executive", "2023-11-01")
    assert "also on that day: Ursula von der Leyen (eu_commission_president)" in found.notes
    assert who_held("LBN", "head_of_state", "2024-01-01").notes == ["nobody known: LBN head_of_state on 2024-01-01"]


def test_who_was_last_seen_long_ago_is_not_sure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = "Ana Soto,,agriculture_minister,2020-03-01,,,,2022-07-25,,test\n"
    (tmp_path / "CHL.csv").write_text(
        "person,wikidata,role,start,end,status,title,seen,aliases,source\n" + row, encoding="utf-8"
    )
    table = Offices(msgspec.msgpack.decode(compile_offices(tmp_path), type=Compiled))
    monkeypatch.setattr(asking, "offices", lambda: table)
    assert [h.name for h in who_held("CHL", "agriculture_minister", "2023-07-25").holders] == ["Ana Soto"]
    later = who_held("CHL", "agriculture_minister", "2023-07-26")
    assert later.holders == []
    assert later.notes[1] == "not sure: Ana Soto (agriculture_minister), last seen in office on 2022-07-25"


@pytest.mark.parametrize(
    ("state", "office", "day", "complaint"),
    [
        ("IRX", "foreign_minister", "2024-01-01", "'IRX' is neither a state"),
        ("IRN", "lord_of_all", "2024-01-01", "no office 'lord_of_all': give one of ambassador, "),
        ("IRN", "foreign_minister", "2024-02-30", "--on '2024-02-30' is not a day"),
        ("IRN", "foreign_minister", "2024", "--on '2024' is not a day"),
    ],
)
def test_a_wrong_question(state: str, office: str, day: str, complaint: str) -> None:
    with pytest.raises(QuestionError, match=complaint):
        who_held(state, office, day)
    result = CliRunner().invoke(app, ["world", "who", state, office, "--on", day])
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert result.stdout == ""


def test_the_command() -> None:
    question = ["world", "who", "IRN", "foreign_minister", "--on", "2024-06-23"]
    result = CliRunner().invoke(app, [*question, "--format", "json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == [
        {
            "name": "Ali Bagheri Kani",
            "role": "acting_foreign_minister",
            "status": "acting",
            "start": "2024-05-20",
            "end": "2024-08-21",
            "wikidata": "Q5679016",
        }
    ]
    assert "Ali Bagheri Kani" in CliRunner().invoke(app, question).stdout
    assert CliRunner().invoke(app, [*question, "--format", "csv"]).exit_code == 2


def test_nobody_known_is_no_error() -> None:
    result = CliRunner().invoke(app, ["world", "who", "LBN", "president", "--on", "2024-01-01", "--format", "json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == []
    assert "nobody known" in result.stderr


def test_a_tenure_without_an_end_is_the_last_of_its_seat() -> None:
    """So that nobody is printed as holder beside a successor."""
    last: dict[tuple[str, str], str] = {}
    tenures = [t for state in states() for t in offices().of(state) if t.status == "full"]
    heads = [t for t in tenures if roles_to_offices()[t.role][0] in ("head_of_state", "head_of_government")]
    for tenure in heads:
        last[tenure.state, seat(tenure.role)] = max(last.get((tenure.state, seat(tenure.role)), ""), tenure.start)
    several = {"AND", "NIC", "SMR"}
    assert [t for t in heads if t.end is None and t.state not in several and t.start < last[t.state, t.role]] == []


def test_known_answers(shared: Callable[[str], Path]) -> None:
    with (shared("verify") / "truth_point_in_time.csv").open(encoding="utf-8", newline="") as lines:
        asked = list(csv.DictReader(lines))
    wrong = []
    for row in asked:
        found = [holder.name for holder in who_held(row["state"], row["office"], row["date"]).holders]
        spellings = {fold(n) for name in found for n in (name, *offices().spellings(name))}
        if len(found) != 1 or fold(row["expected"]) not in spellings:
            wrong.append((row, found))
    assert (len(asked), wrong) == (70, [])


def test_agreement_with_the_table_for_checking(shared: Callable[[str], Path]) -> None:
    check = importlib.import_module("check_offices")
    cells = list(check.cells(shared("verify") / "officeholders.csv"))
    assert len({cell.state for cell in cells}) >= 190
    assert sum(cell.agrees for cell in cells) / len(cells) >= 0.98


VACANT = {
    ("LBN", "head_of_state"): {2015, 2016, 2023, 2024},
    ("MYS", "foreign_minister"): {2018},
    ("NGA", "foreign_minister"): {2015, 2023},
    ("NPL", "foreign_minister"): {2021},
    ("SDN", "head_of_government"): {2019},
    ("SDN", "foreign_minister"): {2019},
    ("YEM", "foreign_minister"): {2019},
    ("ZAF", "foreign_minister"): {2024},
}
"""Offices that nobody held on 1 July of these years."""


def test_every_state_has_its_holders() -> None:
    missing: dict[tuple[str, str], set[int]] = {}
    for code, state in states().items():
        for office in ("head_of_state", "head_of_government", "foreign_minister"):
            for year in range(2015, 2027):
                if state.kind not in ("former", "territory") and not offices().on(f"{year}-07-01", code, office):
                    missing.setdefault((code, office), set()).add(year)
    assert missing == VACANT
