"""A page is read again: what referred to its old reports (former ids, a person's word) follows to the new ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select, update

from dragoman.merge import Report
from dragoman.merge.follow import follow
from dragoman.save import tables
from dragoman.save.chunks import chunks
from dragoman.save.engagements import reports_where
from dragoman.save.text import from_json

LOST = "?"
"""In place of an encounter's id: the page no longer tells of the contact. When it does again, the word counts again."""


def follow_reports(connection: Connection, before: Sequence[Report], pages: Collection[str]) -> None:
    """Ids and judgements of the pages' reports `before` are given to the reports they have now."""
    if not pages:
        return
    now: dict[str, list[Report]] = {page: [] for page in pages}
    for report in reports_where(connection, pages):
        now[report.page].append(report)
    _follow_ids(connection, before, now)
    _follow_judgements(connection, now)


def _follow_ids(connection: Connection, before: Sequence[Report], now: dict[str, list[Report]]) -> None:
    table = tables.engagement_ids
    old = {r.key: r for r in before}
    for chunk in chunks(now):
        for row in connection.execute(select(table).where(table.c.page_id.in_(chunk))).all():
            report = old.get(f"{row.page_id}/{row.encounter_id}")
            found = follow(report, now[row.page_id]) if report else None
            if found and found.encounter != row.encounter_id:
                connection.execute(update(table).where(table.c.id == row.id).values(encounter_id=found.encounter))


def _follow_judgements(connection: Connection, now: dict[str, list[Report]]) -> None:
    """By the report as it was when the person judged, so that nothing drifts from reading to reading."""
    table = tables.judgements
    for row in connection.execute(select(table)).all():
        values = {}
        for end, snapshot in (("a", row.report_a), ("b", row.report_b)):
            was = from_json(snapshot, Report)
            if was.page in now:
                found = follow(was, now[was.page])
                values[end] = found.key if found else f"{was.page}/{LOST}"
        if any(getattr(row, end) != value for end, value in values.items()):
            connection.execute(update(table).where(table.c.id == row.id).values(values))
