"""Whom titles without a name mean: "his Peruvian counterpart", "the top diplomat", "the president"."""

from __future__ import annotations

import pytest
from made_stories import Story

from dragoman.world.roles import office_of

MET = "Ghanaian Foreign Minister Kofi Boadu met his Peruvian counterpart Lucia Quispe in Accra."


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Ghanaian foreign minister", "Kofi Boadu"),
        ("the top Ghanaian diplomat", "Kofi Boadu"),
        ("Ghana's chief diplomat", "Kofi Boadu"),
        ("the Ghanaian FM", "Kofi Boadu"),
        ("the Ghanaian minister", "Kofi Boadu"),
        ("the Peruvian minister", "Lucia Quispe"),
        ("the Peruvian foreign minister", "Lucia Quispe"),
        ("his Peruvian counterpart", "Lucia Quispe"),
        ("Peru's top diplomat", "Lucia Quispe"),
    ],
)
def test_title_means_the_person(words: str, name: str) -> None:
    assert Story(f"{MET}\nThen they heard {words} laugh.").meant(words) == name


@pytest.mark.parametrize("words", ["the Chilean minister", "the Ghanaian president", "the Peruvian defence minister"])
def test_title_of_another_means_nobody(words: str) -> None:
    assert Story(f"{MET}\nThen they heard {words} laugh.").meant(words) is None


def test_a_counterpart_holds_the_same_office() -> None:
    people = Story(MET).people()
    assert {p.state: office_of(p.role or "", p.state) for p in people.values()} == {
        "GHA": "foreign_minister", "PER": "foreign_minister",
    }  # fmt: skip


def test_a_counterpart_named_first_holds_the_office_too() -> None:
    story = Story("In a call with his Kenyan counterpart, Asha Njoroge, Finnish Foreign Minister Leo Aalto was merry.")
    assert {n: office_of(p.role or "", p.state) for n, p in story.people().items()} == {
        "Asha Njoroge": "foreign_minister", "Leo Aalto": "foreign_minister",
    }  # fmt: skip


def test_a_bare_office_means_its_latest_holder() -> None:
    story = Story("Kenyan President Daudi Mwangi met Ugandan Foreign Minister Grace Akello.\nThen the president slept.")
    assert story.meant("the president") == "Daudi Mwangi"


def test_a_bare_office_on_an_official_page_is_the_publishers() -> None:
    story = Story("They met Foreign Minister Ada Holm.", outlet="Ministry of Foreign Affairs of Norway")
    assert story.people()["Ada Holm"].state == "NOR"


def test_indonesian_references() -> None:
    story = Story(
        "Menlu Chile Rosa Pinto bertemu dengan Menlu Vietnam Tran Duc Long.\nKemudian Menlu Chile itu tertawa.",
        code="id",
    )
    assert story.meant("Menlu Chile") == "Rosa Pinto"
