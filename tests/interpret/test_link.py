"""People of a page against the table: the step that finds them, the id only where it is sure, the page's own word."""

from __future__ import annotations

import pytest

from dragoman.interpret.link import holder, person
from dragoman.model import Page, PageRecord
from dragoman.pipeline import read_page
from dragoman.world import load_world

LAVROV = ("Sergey Lavrov", "Q58217")


def read(text: str) -> PageRecord:
    return read_page(Page(uri="made", text=text), load_world())


@pytest.mark.parametrize(
    ("name", "state", "office", "qualifier", "day", "label", "wikidata"),
    [
        ("Sergey Lavrov", "RUS", "foreign_minister", None, "2024-03-01", *LAVROV),
        ("Сергеем Лавровым", "RUS", "foreign_minister", None, "2024-03-01", *LAVROV),
        ("Lavrov", "RUS", "foreign_minister", None, "2024-03-01", *LAVROV),
        ("Sergei Viktorovich Lavrov", "RUS", "foreign_minister", None, "2024-03-01", *LAVROV),
        ("Tony Blair", "GBR", "head_of_government", "former", "2024-03-01", "Tony Blair", "Q9545"),
        ("Joe Biden", "USA", "head_of_state", "elect", "2020-12-01", "Joe Biden", "Q6279"),
    ],
)
def test_found(name: str, state: str, office: str, qualifier: str | None, day: str, label: str, wikidata: str) -> None:
    found = person(name, state, office, qualifier, day)
    assert found is not None
    assert (found.label, found.wikidata) == (label, wikidata)


@pytest.mark.parametrize(
    ("name", "state", "office", "qualifier", "day"),
    [
        ("Sergey Lavrov", "RUS", "foreign_minister", None, "1999-03-01"),  # not yet in office
        ("Tony Blair", "GBR", "head_of_government", None, "2024-03-01"),  # long out of it, and the page does not say so
        ("Igor Lavrov", "RUS", "foreign_minister", None, "2024-03-01"),
        ("Sergey Lavrov", "BLR", "foreign_minister", None, "2024-03-01"),
        ("Nobody Whatsoever", "RUS", "foreign_minister", None, "2024-03-01"),
    ],
)
def test_not_found(name: str, state: str, office: str, qualifier: str | None, day: str) -> None:
    assert person(name, state, office, qualifier, day) is None


def test_two_weeks_of_margin() -> None:
    assert person("Yoko Kamikawa", "JPN", "foreign_minister", None, "2024-10-10") is not None
    assert person("Yoko Kamikawa", "JPN", "foreign_minister", None, "2024-11-20") is None


def test_an_office_without_a_name_is_its_one_holder() -> None:
    found = holder("foreign_minister", "IRN", None, "2023-05-01")
    assert found is not None
    assert found.label == "Hossein Amirabdollahian"
    assert found.wikidata is None
    assert holder("foreign_minister", "JPN", None, "2024-10-05") is None  # two held it within the margin


def test_a_person_unknown_to_the_table_keeps_the_name() -> None:
    record = read(
        "ROME, 3 May 2024 - Kenyan Foreign Minister Wanjiru Otieno met Italian Foreign Minister Antonio Tajani."
    )
    labels = {actor.name: (actor.label, actor.wikidata) for actor in record.actors if actor.kind == "person"}
    assert labels["Wanjiru Otieno"] == ("Wanjiru Otieno", None)
    assert labels["Antonio Tajani"][0] == "Antonio Tajani"


def test_the_late_holder_is_found_long_after() -> None:
    text = "MUSCAT, 3 March 2026 - Omani Foreign Minister Badr Made met Kenyan President Ana Otieno and recalled the late Iranian Foreign Minister Hossein Amir-Abdollahian."
    record = read(text + " The late Iranian Foreign Minister Hossein Amir-Abdollahian had said that trade would grow.")
    labels = {actor.name: actor.label for actor in record.actors if actor.kind == "person"}
    assert labels["Hossein Amir-Abdollahian"] == "Hossein Amirabdollahian"
