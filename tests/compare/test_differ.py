"""What contradicts and what does not, value by value."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.merge import Person, Report
from dragoman.merge.conflicts import conflicts
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
        (("Саммит БРИКС", "ru"), ("G20 summit", "en"), True),
        (("Генеральная Ассамблея ООН", "ru"), ("UN General Assembly", "en"), False),
        (("Мюнхенская конференция", "ru"), ("G20 summit", "en"), False),
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


def test_a_dateline_contradicts_nothing() -> None:
    told = conflicts(
        [_met("p1", Place(name="Muscat", country="OMN", span=(40, 46))), _met("p2", _at("TEHRAN", 20, 26))]
    )
    assert told == ()
    assert conflicts([_met("p1", _at("Muscat", 40, 46)), _met("p2", _at("Tehran", 1, 7))]) == ()
    found = conflicts([_met("p1", _at("Muscat", 40, 46)), _met("p2", _at("Tehran", 20, 26))])
    assert [(c.field, [v.value for v in c.values]) for c in found] == [("place", ["Muscat", "Tehran"])]


def test_a_date_taken_from_the_publication_contradicts_nothing() -> None:
    one = msgspec.structs.replace(_met("p1", None), date="2031-03-05", date_basis="stated")
    other = msgspec.structs.replace(_met("p2", None), date="2031-03-06", date_basis="article")
    assert conflicts([one, other]) == ()
    assert [c.field for c in conflicts([one, msgspec.structs.replace(other, date_basis="stated")])] == ["date"]
    same_page = msgspec.structs.replace(other, page="p1", encounter="e2", date_basis="stated")
    assert conflicts([one, same_page]) == ()


def _at(name: str, start: int, end: int) -> Place:
    return Place(name=name, country="OMN" if name == "Muscat" else "IRN", span=(start, end))


def _met(page: str, place: Place | None) -> Report:
    return Report(
        page=page, encounter="e1", kind="meeting", status="held", salience="main", date=None, published=None,
        language="en", parties=("IRN", "OMN"), people=(), place=place, occasion=None, duration_minutes=None, topics=(),
        date_span=None, evidence=((10, 60),),
    )  # fmt: skip
