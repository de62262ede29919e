"""Names: which capitalised words make one, and which do not."""

from __future__ import annotations

import pytest
from made_stories import Story


def names(story: str, code: str = "en") -> list[str]:
    return list(Story(story, code=code).people())


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("They say that Kenyan Foreign Minister Asha Njoroge left.", ["Asha Njoroge"]),
        ("They met Dutch Prime Minister Joris van der Meer.", ["Joris van der Meer"]),
        ("They met Omani Foreign Minister Salim bin Hamad al-Harthy.", ["Salim bin Hamad al-Harthy"]),
        ("They met US Secretary of State John Q. Fairweather.", ["John Q. Fairweather"]),
        ("They met Vietnamese President Tran Duc Long on Monday.", ["Tran Duc Long"]),
        ("They met Spanish Prime Minister María Ibáñez y Soler.", ["María Ibáñez y Soler"]),
        ("They met Foreign Minister Israel Mendes of Portugal.", ["Israel Mendes"]),
        ("They met Irish President Conor O’Dwyer.", ["Conor O’Dwyer"]),
        ("They met South Korean President Seo Min-jun.", ["Seo Min-jun"]),
        ("They met Senator Harlan Pike III of the United States.", ["Harlan Pike III"]),
        ("They met Senator Harlan Pike Jr. on Monday.", ["Harlan Pike Jr."]),
        ("They met Irish President Maeve Still on Monday.", ["Maeve Still"]),
        ("They met Irish Minister for Ports and Rail Maeve Conlon.", ["Maeve Conlon"]),
        ("They met Kenyan Foreign Minister Asha Njoroge, Monday.", ["Asha Njoroge"]),
        ("The Nairobi Peace Accord was signed in March.", []),
    ],
)
def test_name(story: str, expected: list[str]) -> None:
    assert names(story) == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("Mereka bertemu Menlu Kenya Asha Njoroge.", ["Asha Njoroge"]),
        ("Mereka bertemu Presiden terpilih Kenya Daudi Mwangi, Senin.", ["Daudi Mwangi"]),
        ("Mereka bertemu Menlu Kenya Asha Njoroge di Jakarta.", ["Asha Njoroge"]),
        ("Mereka bertemu Menteri Luar Negeri Vietnam Tran Duc Long dan stafnya.", ["Tran Duc Long"]),
    ],
)
def test_indonesian_name(story: str, expected: list[str]) -> None:
    assert names(story, "id") == expected


def test_the_fullest_form_is_the_name() -> None:
    story = Story("They say Njoroge left. Kenyan Foreign Minister Asha W. Njoroge is back. Ms Njoroge slept.")
    assert list(story.people()) == ["Asha W. Njoroge"]


def test_a_name_keeps_its_accents_but_is_known_without_them() -> None:
    story = Story("They met Chilean Foreign Minister Tomás Urrutia. Later Urrutia left. Tomas Urrutia returned.")
    assert list(story.people()) == ["Tomás Urrutia"]
    assert story.meant("Tomas Urrutia") == "Tomás Urrutia"


def test_two_people_with_one_last_name_stay_two() -> None:
    story = Story("They met Kenyan President Daudi Mwangi and Ugandan Foreign Minister Grace Mwangi.")
    assert {n: p.state for n, p in story.people().items()} == {"Daudi Mwangi": "KEN", "Grace Mwangi": "UGA"}
