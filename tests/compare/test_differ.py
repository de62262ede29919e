"""What contradicts and what does not, value by value."""

from __future__ import annotations

import pytest

from dragoman.merge import Person
from dragoman.merge.differ import (
    dates_differ,
    durations_differ,
    kinds_differ,
    occasions_differ,
    people_differ,
    places_differ,
    statuses_differ,
)
from dragoman.model import Place


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("2024-10-21", "2024-10-21", False),
        ("2024-10", "2024-10-21", False),
        ("2024", "2024-10", False),
        ("2024-10-20/2024-10-22", "2024-10-21", False),
        ("2024-10-20/2024-10-22", "2024-10-23", True),
        ("2024-10-21", "2024-10-22", True),
        ("2024-10", "2024-11-01", True),
        ("2024-10-21", "no date", False),
    ],
)
def test_dates(a: str, b: str, differ: bool) -> None:
    assert dates_differ(a, b) is dates_differ(b, a) is differ


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [(30, 30, False), (25, 40, True), (30, 35, True), (60, 55, False), (90, 95, False), (60, 90, True), (45, 50, True)],
)
def test_durations(a: int, b: int, differ: bool) -> None:
    assert durations_differ(a, b) is durations_differ(b, a) is differ


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (("New York", "USA"), ("UN headquarters", "UN"), False),
        (("Geneva", "CHE"), ("Jenewa", "CHE"), False),
        (("Moscow", "RUS"), ("Moskow", "RUS"), False),
        (("Japan", "JPN"), ("Tokyo", "JPN"), False),
        (("Istana Merdeka", "IDN"), ("Jakarta", "IDN"), False),
        (("Oslo", "NOR"), ("the foreign ministry in Oslo", None), False),
        (("Lysebu Manor", None), ("Oslo", "NOR"), False),
        (("Hofburg Palace", "AUT"), ("Wina", "AUT"), False),
        (("Moscow", "RUS"), ("Sochi", "RUS"), True),
        (("Geneva", "CHE"), ("Bern", "CHE"), True),
        (("Jakarta", "IDN"), ("Bali", "IDN"), True),
        (("Nusa Dua", "IDN"), ("Bali", "IDN"), False),
        (("Doha", "QAT"), ("Muscat", "OMN"), True),
    ],
)
def test_places(a: tuple[str, str | None], b: tuple[str, str | None], differ: bool) -> None:
    left, right = (Place(name=name, country=country, span=None) for name, country in (a, b))
    assert places_differ(left, right) is places_differ(right, left) is differ


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (("UN General Assembly", "en"), ("the 86th session of the UN General Assembly", "en"), False),
        (("UN General Assembly", "en"), ("Sidang Umum PBB", "id"), False),
        (("Global Refugee Forum", "en"), ("Forum Pengungsi Global", "id"), False),
        (("ASEAN Summit", "en"), ("KTT ASEAN", "id"), False),
        (("Global Refugee Forum", "en"), ("Human Rights Council", "en"), True),
        (("ASEAN Summit", "en"), ("East Asia Summit", "en"), True),
        (("KTT ASEAN", "id"), ("East Asia Summit", "en"), True),
        (("Саммит БРИКС", "ru"), ("G20 summit", "en"), False),
    ],
)
def test_occasions(a: tuple[str, str], b: tuple[str, str], differ: bool) -> None:
    assert occasions_differ(a, b) is occasions_differ(b, a) is differ


def person(name: str | None, office: str = "foreign_minister") -> Person:
    return Person(name=name, for_="IRN", office=office, wikidata=None)


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (["Abbas Araghchi"], ["Araqchi"], False),
        (["Hossein Amirabdollahian"], ["Hossein Amir-Abdollahian"], False),
        (["Abbas Araghchi"], ["Majid Takht-Ravanchi"], True),
        (["Darius Navabi", "Kari Solberg"], ["Darius Navabi"], False),
        (["Darius Navabi"], [None], False),
        (["Darius Navabi"], ["داریوش نوابی"], False),
        (["Darius Navabi"], ["Bahram Kaveh"], True),
    ],
)
def test_people(a: list[str | None], b: list[str | None], differ: bool) -> None:
    left, right = [person(n) for n in a], [person(n) for n in b]
    assert people_differ(left, right) is people_differ(right, left) is differ


def test_kinds_and_statuses() -> None:
    assert kinds_differ("phone_call", "video_call")
    assert kinds_differ("phone_call", "meeting")
    assert not kinds_differ("visit", "meeting")
    assert statuses_differ("held", "cancelled")
    assert not statuses_differ("planned", "held")
