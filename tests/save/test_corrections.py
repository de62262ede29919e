"""A person's correction: kept beside what was read, through reading again and merging, and taken back."""

from __future__ import annotations

from collections.abc import Iterator

import made
import msgspec
import pytest

from dragoman import search
from dragoman.errors import StoreError
from dragoman.model import Encounter, PageRecord
from dragoman.save import Store, add_pages, open_store
from dragoman.save.amend import Correction, amend
from dragoman.save.correct import correct, take_back
from dragoman.save.corrections import corrections
from dragoman.save.load import as_read, record_of
from dragoman.search import Query
from dragoman.search.compare import compare


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store("sqlite://") as opened:
        add_pages(opened, made.usual())
        yield opened


def page_with(store: Store, kind: str) -> tuple[str, Encounter]:
    """A page that reports such a contact, and its encounter."""
    page, record = next((p, r) for p, r in made.usual() if any(e.kind == kind for e in r.encounters))
    return page.id, next(e for e in record.encounters if e.kind == kind)


def test_an_engagement_is_corrected_and_its_reports_are_not(store: Store) -> None:
    found = search.engagements(store, Query(kind="phone_call")).items[0]
    correct(store, found.id, "date", "2031-03-09", by="ada")
    correct(store, found.id, "place", "Muscat (OMN)", by="ada")
    now = search.engagements(store, Query(since="2031-03-09", until="2031-03-09")).items
    assert [(e.id, e.date) for e in now] == [(found.id, "2031-03-09")]
    assert now[0].place is not None
    assert (now[0].place.name, now[0].place.country) == ("Muscat", "OMN")
    shown = search.show(store, found.id)
    assert {r.date for r in shown.readouts} == {r.date for r in search.show(store, found.id).readouts}
    assert [(c.field, c.by, c.read) for c in shown.corrections] == [
        ("date", "ada", f'"{found.date}"'), ("place", "ada", "null"),
    ]  # fmt: skip


def test_it_survives_reading_again_and_merging(store: Store) -> None:
    found = search.engagements(store, Query(kind="phone_call")).items[0]
    correct(store, found.id, "status", "cancelled", by="ada")
    page, encounter = page_with(store, "meeting")
    correct(store, f"{page}/{encounter.id}", "duration_minutes", "45", by="bo")
    add_pages(store, made.usual(), again=True)
    assert search.engagements(store, Query(status="cancelled")).items[0].id == found.id
    assert next(e for e in record_of_page(store, page).encounters if e.kind == "meeting").duration_minutes == 45


def record_of_page(store: Store, page: str) -> PageRecord:
    with store.reading() as connection:
        return record_of(connection, page)


def test_what_was_read_stays_and_comes_back(store: Store) -> None:
    page, encounter = page_with(store, "phone_call")
    target = f"{page}/{encounter.id}"
    correct(store, target, "date", "2031-03-01", by="ada")
    correct(store, target, "date", "2031-03-02", by="bo")
    with store.reading() as connection:
        assert next(e for e in as_read(connection, page).encounters if e.id == encounter.id).date == encounter.date
        assert [c.read for c in corrections(connection)] == [f'"{encounter.date}"'] * 2
    take_back(store, target, "date", by="cy")
    assert next(e for e in record_of_page(store, page).encounters if e.id == encounter.id).date == "2031-03-01"
    take_back(store, target, "date", by="cy")
    assert record_of_page(store, page).encounters == as_now(store, page).encounters
    with pytest.raises(StoreError, match="no correction of date stands"):
        take_back(store, target, "date", by="cy")
    with store.reading() as connection:
        assert [c.undone_by for c in corrections(connection, undone=True)] == ["cy", "cy"]


def as_now(store: Store, page: str) -> PageRecord:
    with store.reading() as connection:
        return as_read(connection, page)


def test_a_statement_and_an_actor(store: Store) -> None:
    view = next(s for s in search.statements(store, Query(act="criticize")).items if s.language == "en")
    page, _, name = view.id.partition("/")
    correct(store, view.id, "act", "warn", by="ada")
    correct(store, view.id, "targets", "ISR, USA", by="ada")
    found = next(s for s in search.statements(store, Query(act="warn")).items if s.id == view.id)
    assert found.targets == ("ISR", "USA")
    event = next(e for e in search.events(store, Query(limit=0)).items if e.of == view.id)
    assert event.type == "THREATEN"
    speaker = next(s for s in record_of_page(store, page).statements if s.id == name).speakers[0]
    correct(store, f"{page}/{speaker}", "for", "OMN", by="ada")
    moved = next(s for s in search.statements(store, Query(act="warn")).items if s.id == view.id)
    assert moved.for_ == ("OMN",)


def test_it_finds_its_record_when_numbers_change() -> None:
    page, record = next((p, r) for p, r in made.usual() if len(r.statements) > 1)
    last = record.statements[-1]
    said = Correction(
        id=1, part="statement", target=f"{page.id}/{last.id}", field="act", value='"hope"', read='"x"',
        anchor=last.content, by="ada", at="2031",
    )  # fmt: skip
    renamed = [msgspec.structs.replace(s, id=f"s{n}") for n, s in enumerate(reversed(record.statements), 1)]
    again = amend(msgspec.structs.replace(record, statements=tuple(renamed)), [said])
    assert [s.content for s in again.statements if s.act == "hope"] == [last.content]
    gone = amend(msgspec.structs.replace(record, statements=record.statements[:-1]), [said])
    assert gone.statements == record.statements[:-1]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("date", "yesterday", "give a date as"),
        ("kind", "party", "Invalid enum value"),
        ("length", "3", "no field of an encounter"),
        ("duration_minutes", "long", "Expected"),
        ("place", "Nowhere (ZZZ)", "ZZZ is neither"),
    ],
)
def test_what_does_not_fit_is_refused(store: Store, field: str, value: str, told: str) -> None:
    page, encounter = page_with(store, "phone_call")
    with pytest.raises(StoreError, match=told):
        correct(store, f"{page}/{encounter.id}", field, value, by="ada")
    with store.reading() as connection:
        assert corrections(connection) == []


def test_unknown_targets_are_told(store: Store) -> None:
    page, _ = page_with(store, "phone_call")
    for target, told in (
        (f"{page}/e99", "has no e99"),
        (f"{page}/v1", "only encounters"),
        ("nopage/e1", "no page nopage"),
    ):
        with pytest.raises(StoreError, match=told):
            correct(store, target, "date", "2031", by="ada")
    statement = next(s for s in search.statements(store, Query(limit=0)).items)
    with pytest.raises(StoreError, match="none of that id"):
        correct(store, statement.id, "speakers", "a99", by="ada")


def test_corrected_values_are_compared(store: Store) -> None:
    found = search.engagements(store, Query(kind="phone_call")).items[0]
    page, encounter = page_with(store, "phone_call")
    before = len(compare(store, [found.id]).comparison.conflicts)
    correct(store, f"{page}/{encounter.id}", "duration_minutes", "90", by="ada")
    second = next(p.id for p, r in made.usual() if p.id != page and any(e.kind == "phone_call" for e in r.encounters))
    name = next(e.id for e in record_of_page(store, second).encounters if e.kind == "phone_call")
    correct(store, f"{second}/{name}", "duration_minutes", "15", by="ada")
    assert len(compare(store, [found.id]).comparison.conflicts) == before + 1
