"""Whether two names are one person's: invented people, spelled as different systems would."""

from __future__ import annotations

import pytest

from dragoman.merge import Person
from dragoman.merge.names import compare_people, same_name, skeleton

SAME = [
    ("Navabi", "Darius NAVABI"),
    ("Jörg Müller", "Muller"),
    ("Darius Navabi", "Daryush Nawabi"),
    ("Haruko Mizuno", "هاروکو میزونو"),
    ("Дариуш Наваби", "Darius Navabi"),
    ("Дариуша Наваби", "Darius Navabi"),
    ("Amir-Bahrampour", "Hossein Amirbahrampour"),
    ("Tomasz Zielinski", "Томаш Зелинский"),
    ("Yōko Mori", "Yoko Mori"),
    ("Faruq Qasimi", "فاروق قاسمي"),
]
OTHER = [
    ("Darius Navabi", "Darius Kaveh"),
    ("Bahram Kaveh", "Darius Navabi"),
    ("Ren Aoki", "Haruko Mizuno"),
    ("Joe", "Jo"),
    ("Bahram Kaveh", "Харуко Мизуно"),
    ("", ""),
    ("", "Navabi"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_two_names(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)


def test_skeletons() -> None:
    assert skeleton("araghchi") == skeleton("araqchi") == "rks"
    assert skeleton("aei") == ""


def person(name: str | None, office: str | None = None, state: str | None = "IRN", item: str | None = None) -> Person:
    return Person(name=name, for_=state, office=office, wikidata=item)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (person("Darius Navabi"), person("Navabi"), "same"),
        (person("Darius Navabi"), person("Bahram Kaveh"), "other"),
        (person("Darius Navabi"), person("水野春子"), "unknown"),
        (person("Darius Navabi", "foreign_minister"), person("水野春子", "foreign_minister"), "same"),
        (person("Darius Navabi", "foreign_minister"), person("水野春子", "head_of_state"), "other"),
        (person(None, "ambassador"), person("Darius Navabi", "ambassador"), "unknown"),
        (person("Darius Navabi", state="IRN"), person("Darius Navabi", state="JPN"), "other"),
        (person("Darius Navabi", state=None), person("Navabi"), "same"),
        (person("A", item="Q1"), person("A", item="Q2"), "other"),
    ],
)
def test_people(a: Person, b: Person, verdict: str) -> None:
    assert compare_people(a, b) == compare_people(b, a) == verdict
