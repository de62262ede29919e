"""Who said what, in Indonesian."""

from __future__ import annotations

import pytest
from made_stories import Row, check, only

MET_ID = "Kemarin Menlu Chile Rosa Pinto bertemu dengan Menlu Vietnam Tran Duc Long di Santiago."
P, T = "Rosa Pinto", "Tran Duc Long"
TWO_ID = f"{P} + {T}"


@pytest.mark.parametrize(
    "row",
    [
        ("Pinto mengatakan bahwa sumur itu kering.", [(P, "mengatakan", "sumur itu kering")]),
        ("Pinto mengatakan sumur itu kering.", [(P, "mengatakan", "sumur itu kering")]),
        ("Ia mengatakan bahwa sumur itu kering.", [(P, "mengatakan", "sumur itu kering")]),
        ("“Sumur itu sudah kering,” kata Pinto.", [(P, "kata", "Sumur itu sudah kering")]),
        ("“Sumur itu sudah kering,” ujar Tran Duc Long.", [(T, "ujar", "Sumur itu sudah kering")]),
        ("Menurut Pinto, hujan belum turun.", [(P, "Menurut", "hujan belum turun")]),
        ("Pinto menekankan pentingnya laut yang aman.", [(P, "menekankan", "pentingnya laut yang aman")]),
        (
            "Pinto memuji para penyelam dan mengecam pukat besar.",
            [(P, "memuji", "para penyelam"), (P, "mengecam", "pukat besar")],
        ),
        ("Kedua menteri mengecam pukat besar.", [(TWO_ID, "mengecam", "pukat besar")]),
        ("Kedua pihak sepakat membuka kanal itu.", [(TWO_ID, "sepakat", "membuka kanal itu")]),
        (
            "Menlu Vietnam itu menyambut baik kanal baru.",
            [(T, "menyambut baik", "kanal baru")],
        ),
        (
            "Pinto mengungkapkan keprihatinan atas terumbu karang.",
            [(P, "mengungkapkan keprihatinan", "terumbu karang")],
        ),
        ("Pinto tidak mengecam pukat besar.", []),
        (
            "Pinto mengatakan sumur itu kering. Ia menambahkan, hujan belum turun.",
            [(P, "mengatakan", "sumur itu kering"), (P, "menambahkan", "hujan belum turun")],
        ),
        ("“Sumur itu sudah kering,” ujarnya.", [(P, "ujarnya", "Sumur itu sudah kering")]),
        ("Pinto membantah kabar itu, Selasa (4/3/2031).", [(P, "membantah", "kabar itu")]),
        ("Kanal baru itu dipuji oleh Pinto.", [(P, "dipuji", "Kanal baru itu")]),
    ],
    ids=lambda row: row[0][:44],
)
def test_indonesian(row: Row) -> None:
    check(row, code="id", before=MET_ID)


def test_indonesian_institution() -> None:
    line = only("Kementerian Luar Negeri Kenya menyatakan kedutaan itu akan dibuka kembali.", code="id")
    assert (line.speaker, line.for_) == ("Kementerian Luar Negeri Kenya", "KEN")
