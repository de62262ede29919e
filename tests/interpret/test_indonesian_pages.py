"""Indonesian constructions on whole pages: who takes up whom, what follows from what was told before."""

from __future__ import annotations

import pytest

from dragoman.model import Given, Page, PageRecord
from dragoman.pipeline import read_page
from dragoman.world import load_world

HEAD = "Kabar dari ibu kota\n\nOSLO - "


def read(text: str) -> PageRecord:
    page = Page(uri="x", text=HEAD + text, given=Given(language="id", published="2024-05-06"))
    return read_page(page, load_world())


def contacts(text: str) -> list[tuple[str, str, tuple[str | None, ...]]]:
    return [(e.kind, e.status, tuple(p.for_ for p in e.participants)) for e in read(text).encounters]


def test_an_epithet_means_the_person_named_before() -> None:
    made = read(
        "Presiden Kenya Samuel Otieno tiba di Oslo. Mantan jenderal itu mengatakan bahwa pelabuhan sudah dibuka."
    )
    assert [s.for_ for s in made.statements] == [("KEN",)]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Presiden Kenya Samuel Otieno menerima kunjungan Presiden Ghana Kofi Mensah di Nairobi.",
            [("meeting", "held", ("KEN", "GHA")), ("visit", "held", ("GHA", "KEN"))],
        ),
        (
            "Presiden Kenya Samuel Otieno terbang ke Oslo untuk bertemu Perdana Menteri Norwegia Ana Duarte.",
            [("visit", "held", ("KEN", "NOR")), ("meeting", "planned", ("KEN", "NOR"))],
        ),
        (
            "Presiden Kenya Samuel Otieno sedianya bertemu Presiden Ghana Kofi Mensah pada Senin.",
            [("meeting", "cancelled", ("KEN", "GHA"))],
        ),
        ("Para pemimpin ASEAN bertemu di Oslo, Senin.", [("conference", "held", ("ASEAN",))]),
        ("Warga Kenya dan Ghana bertemu di pasar.", []),
    ],
)
def test_contacts(text: str, made: list[tuple[str, str, tuple[str | None, ...]]]) -> None:
    assert contacts(text) == made


def test_a_contrasting_clause_is_another_statement() -> None:
    made = read("Kenya menyerukan dialog, sementara Ghana mengecam serangan itu.")
    assert [s.for_ for s in made.statements] == [("KEN",), ("GHA",)]
