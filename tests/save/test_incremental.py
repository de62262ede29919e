"""Pages that come in one after the other: no order and no batches change what the store ends up with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

import made
import pytest
from bench_merge import score
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import REPORT, REPORTS, report
from sqlalchemy import insert, text
from synthetic import series_share, synthetic

from dragoman.merge import Engagement, Report, engagements
from dragoman.save import Store, add_pages, open_store, tables
from dragoman.save.engagements import remerge
from dragoman.save.rebuild import is_current, rebuild
from dragoman.save.rows import encounter_rows, key_rows
from dragoman.save.text import from_json

PAGE = {"text": "", "media_type": "text/plain", "chars": 0, "record": "{}", "reader": "", "added_at": ""}
ENCOUNTER = {"kind": "", "status": "", "salience": "main", "confidence": 1.0, "rule": ""}


def put(store: Store, reports: Sequence[Report]) -> None:
    """Saves pages that have just these reports and merges them."""
    pages = sorted({r.page for r in reports})
    with store.writing() as connection:
        connection.execute(insert(tables.pages), [{"id": page, **PAGE} for page in pages])
        for r in reports:
            row = encounter_rows([r])[0]
            connection.execute(insert(tables.encounters), [{"page_id": r.page, **ENCOUNTER, **row}])
            if keys := [{"page_id": r.page, **key} for key in key_rows([r])]:
                connection.execute(insert(tables.encounter_keys), keys)
        remerge(connection, pages)


def stored(store: Store) -> tuple[Engagement, ...]:
    with store.reading() as connection:
        rows = connection.execute(text("SELECT facts FROM engagements ORDER BY id")).all()
        return tuple(from_json(row.facts, Engagement) for row in rows)


def by_page(reports: Iterable[Report], pages: Sequence[str]) -> list[list[Report]]:
    found = list(reports)
    return [[r for r in found if r.page == page] for page in pages]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_page_by_page_in_any_order(data: st.DataObject) -> None:
    reports = data.draw(REPORTS)
    pages = data.draw(st.permutations(sorted({r.page for r in reports})))
    with open_store("sqlite://") as store:
        for batch in by_page(reports, pages):
            put(store, batch)
        assert stored(store) == engagements(reports)


def test_many_in_batches() -> None:
    reports = synthetic(400).reports
    expected = engagements(reports)
    for size, step in ((400, 1), (32, 1), (7, -1)):
        with open_store("sqlite://") as store:
            ordered = reports[::step]
            for start in range(0, len(ordered), size):
                put(store, ordered[start : start + size])
            assert stored(store) == expected


def test_only_what_is_touched_is_made_anew() -> None:
    reports = synthetic(200).reports
    with open_store("sqlite://") as store:
        put(store, reports)
        with store.writing() as connection:
            connection.execute(text("UPDATE engagements SET kind = 'untouched'"))
        put(store, [report("new")])
        with store.reading() as connection:
            kinds = [row.kind for row in connection.execute(text("SELECT kind FROM engagements"))]
    assert kinds.count("untouched") == len(kinds) - 1


def test_ids_stay_and_merged_ones_lead_on() -> None:
    bridge = report("p3", date="2031-03-05/2031-03-07", published="2031-03-08")
    late = report("p2", date="2031-03-07", published="2031-03-07")
    with open_store("sqlite://") as store:
        put(store, [REPORT])
        first = stored(store)[0].id
        put(store, [report("p0", published="2031-03-06")])
        assert [e.id for e in stored(store)] == [first]
        put(store, [late, bridge])
        assert first in {e.id for e in stored(store)}


def test_rebuilding_gives_the_same(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "d.db")) as store:
        add_pages(store, made.usual())
        before = stored(store)
        with store.writing() as connection:
            assert is_current(connection)
            rebuild(connection)
        assert stored(store) == before
        with store.writing() as connection:
            connection.execute(text("UPDATE versions SET version = 'older'"))
            connection.execute(text("DELETE FROM engagements"))
    with open_store(str(tmp_path / "d.db")) as store:
        assert stored(store) == before


def test_a_store_of_an_older_dragoman_is_merged_anew(tmp_path: Path) -> None:
    """As version 0001 left it: its own links, no keys, other blocks."""
    path = tmp_path / "d.db"
    with open_store(str(path)) as store:
        add_pages(store, made.usual())
        before = stored(store)
    with sqlite3.connect(path) as connection:
        for table in ("links", "encounter_keys", "judgements", "versions", "corrections"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("CREATE TABLE links (a, b, by, score, why, engagement_id)")
        connection.execute("UPDATE encounters SET block = 'phone_call|held|IRN,JPN|2031-03', report = '{}'")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    with open_store(str(path)) as store:
        assert stored(store) == before


def test_synthetic_reports_are_merged_rightly() -> None:
    made_up = synthetic(3000)
    precision, recall, f1 = score(made_up, [list(e.members) for e in engagements(made_up.reports)])
    assert precision >= 0.97
    assert recall >= 0.96
    assert f1 >= 0.97
    dated = sum(r.date is not None for r in made_up.reports) / 3000
    assert dated == pytest.approx(0.8, abs=0.03)
    assert sum(not r.people for r in made_up.reports) / 3000 == pytest.approx(0.1, abs=0.02)
    assert series_share(made_up) >= 0.15
