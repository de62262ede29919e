"""The index of office-holders: fresh, dated, found under any spelling; rows with an error are refused by file and row."""

from __future__ import annotations

import gzip
from pathlib import Path

import msgspec
import pytest

from dragoman.errors import WorldError
from dragoman.world.files import data_root
from dragoman.world.fold import fold
from dragoman.world.offices import COMPILED, Compiled, Offices, offices
from dragoman.world.offices_source import compile_offices

HEAD = "person,wikidata,role,start,end,status,title,seen,aliases,source\n"


def test_the_compiled_file_is_fresh() -> None:
    compiled = gzip.decompress((data_root() / COMPILED).read_bytes())
    assert compiled == compile_offices(), "run python tools/compile_offices.py"


@pytest.mark.parametrize(
    ("date", "state", "office", "holders"),
    [
        ("2023-12-13", "IRN", "foreign_minister", ["Hossein Amirabdollahian"]),
        ("2024-06-23", "IRN", "foreign_minister", ["Ali Bagheri Kani"]),
        ("2024-06-23", "IRN", "head_of_state", ["Mohammad Mokhber"]),
        ("2023-12-13", "JPN", "foreign_minister", ["Yoko Kamikawa"]),
        ("2024-03-07", "CHL", "foreign_minister", ["Alberto van Klaveren"]),
        ("2024-03-07", "NOR", "foreign_minister", ["Espen Barth Eide"]),
        ("2020-12-01", "USA", "president", ["Donald Trump"]),
        ("2020-12-01", "USA", "president_elect", ["Joe Biden"]),
        ("2025-01-20", "USA", "president", ["Donald Trump"]),
        ("2023-09-01", "DEU", "head_of_government", ["Olaf Scholz"]),
        ("2023-09-01", "PAK", "prime_minister", ["Anwaar-ul-Haq Kakar"]),
        ("2022-09-08", "GBR", "head_of_state", ["Charles III"]),
        ("2019-06-01", "IDN", "foreign_minister", ["Retno Marsudi"]),
        ("2023-01-01", "EU", "eu_high_representative", ["Josep Borrell"]),
        ("1970-01-01", "IRN", "foreign_minister", []),
        ("2023-01-01", "XXX", "foreign_minister", []),
    ],
)
def test_who_held_it_on_that_day(date: str, state: str, office: str, holders: list[str]) -> None:
    assert [tenure.person for tenure in offices().on(date, state, office)] == holders


@pytest.mark.parametrize("name", ["Yoko Kamikawa", "YŌKO KAMIKAWA", "Kamikawa Yoko", "上川陽子", "Ёко Камикава"])
def test_any_spelling_finds_the_person(name: str) -> None:
    found = offices().by_name(name)
    assert {tenure.person for tenure in found} == {"Yoko Kamikawa"}
    assert [tenure.role for tenure in found][-1] == "foreign_minister"
    assert [tenure.start for tenure in found] == sorted(tenure.start for tenure in found)


def test_spellings() -> None:
    assert "上川陽子" in offices().spellings("Yoko Kamikawa")
    assert offices().spellings("Nobody At All") == []
    assert offices().by_name("Nobody At All") == []


def test_fold() -> None:
    assert fold("Mevlüt  ÇAVUŞOĞLU") == "mevlut cavusoglu"
    assert fold("Amir-Abdollahian") == "amir abdollahian"
    assert fold("ブ") != fold("フ")


FM = "foreign_minister"


@pytest.mark.parametrize(
    ("name", "rows", "complaint"),
    [
        ("CHL.csv", f"A B,,{FM},2024-01-01,2023-01-01,,,,,test\n", r"CHL\.csv: row 2: A B ends \(2023-01-01\) before"),
        ("CHL.csv", f"A B,,{FM},2024-05,2024-04-30,,,,,test\n", r"CHL\.csv: row 2: A B ends \(2024-04-30\) before"),
        ("CHL.csv", "A B,,lord_of_all,2024-01-01,,,,,,test\n", r"CHL\.csv: row 2: no role 'lord_of_all'"),
        ("CHL.csv", f"A B,,{FM},1 May 2024,,,,,,test\n", r"CHL\.csv: row 2: '1 May 2024' is not a date"),
        ("CHL.csv", f"A B,,{FM},2024-13,,,,,,test\n", r"CHL\.csv: row 2: '2024-13' is not a date"),
        ("CHL.csv", f"A B,,{FM},2024,,maybe,,,,test\n", r"CHL\.csv: row 2: .*'maybe'"),
        ("XXX.csv", f"A B,,{FM},2024,,,,,,test\n", r"XXX\.csv: row 2: 'XXX' is neither a state nor a body"),
        (
            "CHL.csv",
            f"A B,,{FM},2020,2022-05-01,,,,,test\nC D,,{FM},2022-04-30,,,,,,test\n",
            r"CHL\.csv: row 3: C D is foreign_minister of CHL from 2022-04-30, but A B is until 2022-05-01 .*row 2",
        ),
        (
            "CHL.csv",
            f"C D,,{FM},2022-04-30,,,,,,test\nA B,,{FM},2020,,,,,,test\n",
            r"CHL\.csv: row 2: C D is .*, but A B is until an open end .*row 3",
        ),
        (
            "CHL.csv",
            f"A B,Q1,{FM},2020,2021,,,,,test\nA B,Q1,{FM},2020,2021,,,,,test\n",
            r"CHL\.csv: row 3: the same tenure as .*CHL\.csv: row 2 \(A B, foreign_minister, 2020\)",
        ),
        (
            "CHL.csv",
            f"A B,Q1,{FM},2020,2021,,,,,test\nC D,Q1,{FM},2022,2023,,,,,test\n",
            r"CHL\.csv: row 3: Q1 is A B in .*CHL\.csv: row 2, here C D",
        ),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, name: str, rows: str, complaint: str) -> None:
    (tmp_path / name).write_text(HEAD + rows, encoding="utf-8")
    with pytest.raises(WorldError, match=complaint):
        compile_offices(tmp_path)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("CHL.csv", f"A B,,{FM},2020,2022-05-01,,,,,test\nC D,,{FM},2022-05-01,,,,,,test\n"),  # a change on a day
        ("CHL.csv", f"A B,,{FM},2020,2022,,,,,test\nC D,,{FM},2022-05,,,,,,test\n"),  # 2022 may end before May
        ("CHL.csv", f"A B,,{FM},2020,,,,,,test\nC D,,{FM},2022,,acting,,,,test\n"),  # somebody acts beside
        ("SMR.csv", "A B,,captain_regent,2020,2021,,,,,test\nC D,,captain_regent,2020,2021,,,,,test\n"),
        ("CHL.csv", "A B,,ambassador,2020,,,to Peru,,,test\nC D,,ambassador,2020,,,to Cuba,,,test\n"),
    ],
)
def test_rows_that_stand_beside_each_other(tmp_path: Path, name: str, rows: str) -> None:
    (tmp_path / name).write_text(HEAD + rows, encoding="utf-8")
    assert compile_offices(tmp_path)


def test_compiling_a_folder(tmp_path: Path) -> None:
    (tmp_path / "CHL.csv").write_text(
        HEAD
        + "Ana Soto,Q1,foreign_minister,2020,2021,,,,Ana Soto Díaz|А. Сото,test\nAna Soto,Q1,ambassador,2022,,,to Peru,,,test\n",
        encoding="utf-8",
    )
    index = Offices(msgspec.msgpack.decode(compile_offices(tmp_path), type=Compiled))
    assert [tenure.role for tenure in index.by_name("ana soto diaz")] == ["foreign_minister", "ambassador"]
    assert [tenure.person for tenure in index.on("2021-12-31", "CHL", "foreign_minister")] == ["Ana Soto"]
    assert index.on("2022-01-01", "CHL", "foreign_minister") == []
    assert len(index) == 2
