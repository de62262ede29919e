"""Visits contain meetings, conferences their sidelines; sources are counted once."""

from __future__ import annotations

import msgspec
import pytest
from made_reports import MIZUNO, NAVABI, person, report

from dragoman.merge import Engagement, engagements
from dragoman.merge.relations import contains
from dragoman.model import Place

TOKYO, OSLO = Place(name="Tokyo", country="JPN", span=None), Place(name="Oslo", country="NOR", span=None)


def one(page: str, **changes: object) -> Engagement:
    return engagements([report(page, **changes)])[0]


VISIT = one("p1", kind="visit", people=(NAVABI,), place=TOKYO, date="2031-03-04/2031-03-05")


@pytest.mark.parametrize(
    ("changes", "inside"),
    [
        ({"kind": "meeting", "place": TOKYO}, True),
        ({"kind": "meeting"}, True),
        ({"kind": "meeting", "place": OSLO}, False),
        ({"kind": "meeting", "date": "2031-03-09", "published": "2031-03-09"}, False),
        ({"kind": "meeting", "date": None}, False),
        ({"kind": "phone_call"}, False),
        ({"kind": "meeting", "parties": ("IRN", "OMN"), "people": (NAVABI, person("Salim Rashidi", "OMN")), "place": TOKYO}, True),
        ({"kind": "meeting", "parties": ("IRN", "OMN"), "people": (NAVABI, person("Salim Rashidi", "OMN"))}, False),
        ({"kind": "meeting", "parties": ("JPN", "OMN"), "people": (MIZUNO, person("Salim Rashidi", "OMN")), "place": TOKYO}, False),
    ],
)  # fmt: skip
def test_a_visit_contains_its_meetings(changes: dict[str, object], inside: bool) -> None:
    part = one("p2", **changes)
    assert bool(contains(VISIT, part)) is inside
    assert contains(part, VISIT) is None
    assert contains(VISIT, VISIT) is None


def test_a_conference_contains_its_bilateral_meetings() -> None:
    many = ("IRN", "JPN", "NOR", "OMN", "QAT")
    forum = one("p1", kind="conference", parties=many, people=(), place=OSLO, occasion="Oslo Forum")
    aside = one("p2", kind="meeting", occasion="Oslo Forum", place=None)
    there = one("p3", kind="meeting", place=OSLO)
    elsewhere = one("p4", kind="meeting", place=TOKYO)
    assert contains(forum, aside)
    assert contains(forum, there)
    assert contains(forum, elsewhere) is None
    assert contains(forum, msgspec.structs.replace(there, date="2031-04")) is None
