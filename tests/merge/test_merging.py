"""Merging: what becomes one engagement, what stays apart, and that order never matters."""

from __future__ import annotations

import made
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import NAVABI, REPORT, REPORTS, person, report

from dragoman.merge import Link, Report, engagements, merge, reports_of
from dragoman.merge.compare import compare
from dragoman.merge.copies import sketch
from dragoman.merge.dates import days, is_day
from dragoman.merge.keys import keys
from dragoman.model import Place


def groups(*reports: Report) -> list[list[str]]:
    return sorted([m.partition("/")[0] for m in e.members] for e in engagements(reports))


def test_pages_in_three_languages_are_one_call() -> None:
    found = merge(r for _, r in made.usual())
    call = next(e for e in found if e.kind == "phone_call")
    assert len(found) == 2
    assert len(call.members) == 3
    assert call.parties == ("IRN", "JPN")
    assert "Haruko Mizuno" in call.people
    assert call.topics == ("transit",)
    assert {link.by for link in call.links} == {"rule"}
    assert all(link.score >= 0.6 and link.why for link in call.links)
    assert len(call.links) == 3, "every two of the three"


def test_same_day_joins_without_people_but_other_people_keep_apart() -> None:
    presidents = (person("Bahram Kaveh", "IRN", "head_of_state"), person("Ren Aoki", "JPN", "head_of_government"))
    assert groups(REPORT, report("p2", people=())) == [["p1", "p2"]]
    assert groups(REPORT, report("p2", people=presidents)) == [["p1"], ["p2"]]


def test_a_report_that_fits_two_contacts_joins_neither() -> None:
    presidents = (person("Bahram Kaveh", "IRN", "head_of_state"), person("Ren Aoki", "JPN", "head_of_government"))
    assert groups(REPORT, report("p2", people=presidents), report("p3", people=())) == [["p1"], ["p2"], ["p3"]]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "message"},
        {"kind": "meeting", "people": ()},
        {"date": "2031-03-06"},
        {"date": "2031-03-07", "published": "2031-03-08"},
        {"parties": ("IRN", "JPN", "OMN")},
        {"parties": ("IRN", "OMN")},
        {"date": None, "published": None},
        {"date": None, "published": "2031-03-20"},
        {"date": None, "salience": "background"},
        {"date": None, "people": ()},
        {"series": 2},
        {"page": "p1", "encounter": "e2"},
    ],
    ids=str,
)
def test_told_apart(change: dict[str, object]) -> None:
    other = msgspec.structs.replace(report("p2"), **change)
    assert len(engagements([msgspec.structs.replace(REPORT, series=1), other])) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "video_call"},
        {"kind": "meeting"},
        {"status": "planned"},
        {"status": "planned", "published": "2031-03-01"},
        {"status": "planned", "date": None, "published": "2031-03-02"},
        {"status": "planned", "date": "2031-03", "published": "2031-02-20"},
        {"salience": "background", "published": "2031-04-30"},
        {"date": "2031-03-05/2031-03-06"},
        {"date": "2032-03-05", "published": "2031-03-05"},
        {"people": (person("Даришу Наваби", "IRN", None), person("Харуко Мизуно", "JPN", None))},
    ],
    ids=str,
)
def test_one_contact(change: dict[str, object]) -> None:
    assert len(engagements([REPORT, report("p2", **change)])) == 1


def test_what_was_announced_and_held_is_one_with_its_history() -> None:
    planned = report("p2", status="planned", date="2031-03", published="2031-02-20")
    recalled = report("p3", salience="background", published="2031-06-01")
    found = engagements([recalled, REPORT, planned])[0]
    assert [(s.status, s.published) for s in found.history] == [("planned", "2031-02-20"), ("held", "2031-03-05")]
    assert (found.status, found.date) == ("held", "2031-03-05")
    off = engagements([planned, report("p4", status="cancelled", published="2031-03-04")])[0]
    assert off.status == "cancelled"


def test_neighbouring_days_are_two_calls_unless_two_outlets_tell_one_story() -> None:
    story = {"topics": ("transit",), "context": ("n:350", "n:12", "s:OMN", "t:transit")}
    tehran = report("p1", outlet="Tehran Gazette", **story)
    tokyo = report("p2", outlet="Tokyo Gazette", date="2031-03-06", published="2031-03-06", **story)
    assert groups(tehran, tokyo) == [["p1", "p2"]]
    assert groups(tehran, msgspec.structs.replace(tokyo, outlet="Tehran Gazette")) == [["p1"], ["p2"]]
    assert groups(REPORT, report("p2", date="2031-03-06")) == [["p1"], ["p2"]]
    again = [msgspec.structs.replace(r, page=f"{r.page}b") for r in (tehran, tokyo)]
    assert groups(tehran, tokyo, *again) == [["p1", "p1b"], ["p2", "p2b"]]


def test_days_of_one_visit_and_two_visits() -> None:
    visit = report("p1", kind="visit", people=(NAVABI,), place=Place(name="Tokyo", country="JPN", span=None))
    later = msgspec.structs.replace(visit, page="p2", date="2031-03-07")
    assert groups(visit, later) == [["p1", "p2"]]
    assert groups(visit, msgspec.structs.replace(later, date="2031-03-19", published="2031-03-19")) == [["p1"], ["p2"]]


def test_without_any_date_one_story_is_one_contact() -> None:
    story = ("n:27", "n:350", "s:OMN", "t:transit")
    one = report("p1", date=None, published=None, context=story)
    assert groups(one, report("p2", date=None, published=None, language="ru", context=story)) == [["p1", "p2"]]
    other = report("p2", date=None, published=None, context=("n:41", "s:QAT", "t:energy"))
    assert groups(one, other) == [["p1"], ["p2"]]


def test_a_reprint_whose_date_drifted_is_the_same_contact() -> None:
    text = " ".join(f"word{i}" for i in range(90))
    first = report("p1", date_basis="stated", sketch=sketch(text))
    reprint = report("p2", date="2031-03-12", published="2031-03-13", date_basis="relative", sketch=sketch(text[:450]))
    assert groups(first, reprint) == [["p1", "p2"]]
    assert engagements([first, reprint])[0].copies == (("p1", "p2"),)
    assert groups(first, msgspec.structs.replace(reprint, date_basis="stated")) == [["p1"], ["p2"]]


def test_contradictory_dates_cost_only_themselves() -> None:
    late = report("p2", date="2033-01-01", published="2031-03-06")
    nonsense = report("p3", date="2031-02-31", published="2031-03-05")
    found = engagements([REPORT, late, nonsense])
    assert len(found) == 1
    assert found[0].date == "2031-03-05"
    alone = engagements([report("p4", date="2033-01-01", published="2031-03-06")])[0]
    assert alone.date == "2033-01-01", "what the page says is still told"


def test_nobody_and_nothing() -> None:
    empty = report("p1", parties=(), people=(), date=None, published=None)
    assert groups(empty, report("p2", parties=(), people=(), date=None, published=None)) == [["p1"], ["p2"]]
    assert engagements([]) == ()


def test_an_undated_main_report_joins_the_contact_nearest_before_it_appeared() -> None:
    """Of main news without a date 66 of 76 in the shared corpus are of the day of publication, 10 of the day before."""
    undated = report("p2", date=None, published="2031-03-06")
    assert groups(REPORT, undated) == [["p1", "p2"]]
    assert groups(REPORT, undated, report("p3", date="2031-03-06")) == [["p1"], ["p2", "p3"]]
    early = report("p3", date="2031-03-04")
    assert groups(early, REPORT, report("p2", date=None, published="2031-03-07")) == [["p1", "p2"], ["p3"]]


def test_a_month_needs_the_same_people() -> None:
    month = report("p1", date="2031-03")
    assert groups(month, report("p2", date="2031-03")) == [["p1", "p2"]]
    assert groups(month, report("p2", date="2031-03", people=())) == [["p1"], ["p2"]]
    assert groups(month, report("p2")) == [["p1", "p2"]]
    assert groups(month, report("p2"), report("p3", date="2031-03-02")) == [["p1"], ["p2"], ["p3"]]


def test_one_known_party_needs_two_people_in_common() -> None:
    alone = report("p1", parties=("IRN",), people=(NAVABI,))
    assert groups(alone, report("p2", parties=("IRN",), people=(NAVABI,))) == [["p1"], ["p2"]]
    nobody = report("p1", parties=(), people=(), date=None)
    assert groups(nobody, report("p2", parties=(), people=(), date=None)) == [["p1"], ["p2"]]
    both = (NAVABI, person("Haruko Mizuno", "JPN", None))
    assert groups(report("p1", parties=("IRN",), people=both), report("p2", parties=("IRN",), people=both)) == [
        ["p1", "p2"]
    ]


def test_ids_stay_when_reports_come_in_and_never_change_hands() -> None:
    first = engagements([REPORT])[0].id
    assert engagements([REPORT, report("p2"), report("p3", published="2031-03-06")])[0].id == first
    presidents = (person("Bahram Kaveh", "IRN", "head_of_state"), person("Ren Aoki", "JPN", "head_of_government"))
    found = {e.members: e.id for e in engagements([REPORT, report("p2", people=presidents)])}
    assert found["p1/e1",] == first
    assert len(set(found.values())) == 2


def test_a_person_decides() -> None:
    other = report("p2", date="2031-03-09")
    same = Link(a="p1/e1", b="p2/e1", score=1.0, why="said", by="ada", judgement="same")
    assert len(engagements([REPORT, other], [same])) == 1
    assert len(engagements([REPORT, other, report("p3")], [same])) == 1, "what fits one of the two joins both"
    apart = msgspec.structs.replace(same, judgement="apart", score=0.0)
    assert len(engagements([REPORT, report("p2")], [apart])) == 2
    third = [set(e.members) for e in engagements([REPORT, report("p2"), report("p3")], [apart])]
    assert {"p1/e1", "p2/e1"} not in third
    assert len(third) in (2, 3)


def test_conflicts_keep_both_values() -> None:
    geneva, bern = (Place(name=n, country="CHE", span=(0, 6)) for n in ("Geneva", "Bern"))
    one = report("p1", place=geneva, duration_minutes=20)
    found = engagements([one, report("p2", place=bern, duration_minutes=30), report("p3")])[0].conflicts
    assert {c.field: [v.value for v in c.values] for c in found} == {
        "place": ["Geneva", "Bern"],
        "duration_minutes": [20, 30],
    }
    assert found[0].values[0].report == "p1/e1"
    genf = Place(name="Genf", country="CHE", span=(0, 4))
    assert not engagements([one, report("p2", place=genf, duration_minutes=20, language="de")])[0].conflicts


def test_reports_take_people_and_parties_from_the_record() -> None:
    found = reports_of(made.read(made.ENGLISH)[1])[0]
    assert found.parties == ("IRN", "JPN")
    assert [p.name for p in found.people] == ["Darius Navabi", "Haruko Mizuno"]
    assert found.topics == ("transit",)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-03-05/2031-03-07", "2031-03-05", "2031-03-07"),
        ("2031-02-30", None, None),
        ("soon", None, None),
        ("2031-13", None, None),
        ("0000", None, None),
        ("2031-03-07/2031-03-05", None, None),
    ],
)
def test_days(date: str, first: str | None, last: str | None) -> None:
    found = days(date)
    assert (found and found[0].isoformat()) == first
    assert (found and found[1].isoformat()) == last
    assert not is_day(date)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_order_changes_nothing(data: st.DataObject) -> None:
    reports = data.draw(REPORTS)
    assert engagements(data.draw(st.permutations(reports))) == engagements(reports)


@settings(max_examples=100, deadline=None)
@given(REPORTS)
def test_every_report_has_one_place(reports: list[Report]) -> None:
    whole = engagements(reports)
    assert sorted(m for e in whole for m in e.members) == sorted(r.key for r in reports)
    assert len({e.id for e in whole}) == len(whole)
    for e in whole:
        pages = [m.partition("/")[0] for m in e.members]
        assert len(set(pages)) == len(pages), "two reports of one page are two contacts"


@settings(max_examples=200, deadline=None)
@given(REPORTS)
def test_looking_is_mutual(reports: list[Report]) -> None:
    """What finds another is found by it: so the order of coming in does not matter."""
    for a in reports[:6]:
        for b in reports[:6]:
            assert bool(keys(a).own & keys(b).sought) == bool(keys(b).own & keys(a).sought), (a, b)


@settings(max_examples=200, deadline=None)
@given(REPORTS)
def test_comparing_is_symmetric(reports: list[Report]) -> None:
    for a in reports[:4]:
        for b in reports[:4]:
            assert compare(a, b).score == compare(b, a).score
            assert 0 <= compare(a, b).score <= 1
