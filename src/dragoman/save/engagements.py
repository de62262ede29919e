"""Engagements of the blocks that a batch touched, made anew from all reports of these blocks.

Only engagements that changed are written. Whatever pages came in which order, the store ends up the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Table, delete, insert, select

from dragoman.merge import Engagement, Report, engagements
from dragoman.merge.dates import days
from dragoman.save import tables
from dragoman.save.chunks import chunks
from dragoman.save.text import from_json, to_json


def blocks_of(connection: Connection, pages: Collection[str]) -> set[str]:
    """The blocks that the pages' encounters are in."""
    column = tables.encounters.c
    found = (select(column.block).where(column.page_id.in_(chunk)).distinct() for chunk in chunks(pages))
    return {row.block for query in found for row in connection.execute(query)}


def remerge(connection: Connection, blocks: Collection[str]) -> None:
    """Brings the engagements of these blocks in line with the reports that the store holds."""
    for chunk in chunks(blocks):
        _remerge(connection, chunk)


def _remerge(connection: Connection, blocks: list[str]) -> None:
    encounters, table = tables.encounters.c, tables.engagements
    reports = connection.execute(select(encounters.report).where(encounters.block.in_(blocks))).all()
    made = {e.id: e for e in engagements(from_json(row.report, Report) for row in reports)}
    facts = {key: to_json(e) for key, e in made.items()}
    query = select(table.c.id, table.c.facts).where(table.c.block.in_(blocks))
    there = {row.id: row.facts for row in connection.execute(query)}
    for chunk in chunks(key for key, value in there.items() if facts.get(key) != value):
        connection.execute(delete(table).where(table.c.id.in_(chunk)))
    _write(connection, [(e, facts[key]) for key, e in made.items() if there.get(key) != facts[key]])


def _write(connection: Connection, made: Sequence[tuple[Engagement, str]]) -> None:
    rows: dict[Table, list[dict[str, object]]] = defaultdict(list)
    for engagement, facts in made:
        key = {"engagement_id": engagement.id}
        members = [_member(m) for m in engagement.members]
        rows[tables.engagements].append(_row(engagement, facts))
        rows[tables.engagement_parties] += [{**key, "state": state} for state in engagement.parties]
        rows[tables.engagement_members] += [{**key, **m} for m in members]
        rows[tables.links] += [
            {**key, "a": x.a, "b": x.b, "by": x.by, "score": x.score, "why": x.why} for x in engagement.links
        ]
        rows[tables.engagement_ids].append({"id": engagement.id, **members[0]})
    for chunk in chunks(engagement.id for engagement, _ in made):
        connection.execute(delete(tables.engagement_ids).where(tables.engagement_ids.c.id.in_(chunk)))
    for table, values in rows.items():
        if values:
            connection.execute(insert(table), values)


def _row(engagement: Engagement, facts: str) -> dict[str, object]:
    span = days(engagement.date)
    return {
        "id": engagement.id,
        "block": engagement.block,
        "kind": engagement.kind,
        "status": engagement.status,
        "first_day": span[0].isoformat() if span else None,
        "last_day": span[1].isoformat() if span else None,
        "facts": facts,
    }


def _member(key: str) -> dict[str, str]:
    page, _, encounter = key.partition("/")
    return {"page_id": page, "encounter_id": encounter}
