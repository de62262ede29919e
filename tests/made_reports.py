"""Reports of invented contacts for tests of merging, and a strategy for many of them."""

from __future__ import annotations

import msgspec
from hypothesis import strategies as st

from dragoman.merge import Person, Report
from dragoman.model import Place


def person(
    name: str | None, state: str, office: str | None = "foreign_minister", wikidata: str | None = None
) -> Person:
    return Person(name=name, for_=state, office=office, wikidata=wikidata)


NAVABI, MIZUNO = person("Darius Navabi", "IRN"), person("Haruko Mizuno", "JPN")
REPORT = Report(
    page="p1", encounter="e1", kind="phone_call", status="held", salience="main", date="2031-03-05",
    published="2031-03-05", language="en", parties=("IRN", "JPN"), people=(NAVABI, MIZUNO), place=None, occasion=None,
    duration_minutes=None, topics=(), date_span=None,
)  # fmt: skip


def report(page: str, **changes: object) -> Report:
    return msgspec.structs.replace(REPORT, page=page, **changes)


NAMES = [None, "Darius Navabi", "Navabi", "داریوش نوابی", "Bahram Kaveh", "Haruko Mizuno", "Ren Aoki"]
PEOPLE = st.lists(
    st.builds(
        Person, name=st.sampled_from(NAMES), for_=st.sampled_from(["IRN", "JPN", None]),
        office=st.sampled_from(["foreign_minister", "head_of_state", "ambassador", None]), wikidata=st.sampled_from([None, "Q1"]),
    ),
    max_size=3,
)  # fmt: skip
DATES = st.sampled_from(
    ["2031-03-05", "2031-03-06", "2031-03", "2031-03-05/2031-03-06", "2031", "2031-03-01/2031-04-20", None, "no date"]
)
REPORTS = st.lists(
    st.builds(
        report, page=st.sampled_from([f"p{i}" for i in range(12)]), encounter=st.sampled_from(["e1", "e2"]),
        salience=st.sampled_from(["main", "background"]), status=st.sampled_from(["held", "planned", "cancelled"]), date=DATES,
        published=st.sampled_from(["2031-03-06", "2031-03-05", None, "2031"]),
        parties=st.sampled_from([("IRN", "JPN"), ("IRN", "JPN", "OMN"), ("EU", "G7", "IRN", "JPN", "OMN"), ("IRN",), ()]), people=PEOPLE.map(tuple),
        duration_minutes=st.sampled_from([None, 20, 30]), kind=st.sampled_from(["phone_call", "meeting", "visit", "message"]),
        outlet=st.sampled_from(["A", "B", None]), topics=st.sampled_from([("trade",), ()]),
        context=st.sampled_from([("n:350", "s:OMN", "t:trade"), ("s:OMN", "t:trade"), ()]), series=st.sampled_from([None, 1, 2]),
        sketch=st.sampled_from([(), tuple(range(20)), tuple(range(5, 30))]),
        place=st.sampled_from([None, Place(name="Bern", country="CHE", span=None), Place(name="Oman", country=None, span=(0, 4))]),
    ),
    max_size=14, unique_by=lambda r: r.key,
)  # fmt: skip
