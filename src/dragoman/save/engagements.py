"""Engagements of the blocks that a batch touched, made anew from all reports of these blocks.

Only engagements that changed are written. Whatever pages came in which order, the store ends up the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, insert, select

from dragoman.merge import Engagement, Report, engagements
from dragoman.merge.dates import days
from dragoman.save import tables
from dragoman.save.text import from_json, to_json

_CHUNK = 400


def blocks_of(connection: Connection, page_id: str) -> set[str]:
    """The blocks that the page's encounters are in."""
    column = tables.encounters.c
    return {row.block for row in connection.execute(select(column.block).where(column.page_id == page_id))}


def remerge(connection: Connection, blocks: Collection[str]) -> None:
    """Brings the engagements of these blocks in line with the reports that the store holds."""
    ordered = sorted(blocks)
    for start in range(0, len(ordered), _CHUNK):
        _remerge(connection, ordered[start : start + _CHUNK])


def _remerge(connection: Connection, blocks: list[str]) -> None:
    encounters, table = tables.encounters.c, tables.engagements
    reports = connection.execute(select(encounters.report).where(encounters.block.in_(blocks)))
    made = {e.id: e for e in engagements(from_json(row.report, Report) for row in reports)}
    facts = {key: to_json(e) for key, e in made.items()}
    there = {row.id: row.facts for row in connection.execute(select(table).where(table.c.block.in_(blocks)))}
    old = [key for key, value in there.items() if facts.get(key) != value]
    for start in range(0, len(old), _CHUNK):
        connection.execute(delete(table).where(table.c.id.in_(old[start : start + _CHUNK])))
    _write(connection, [e for key, e in made.items() if there.get(key) != facts[key]])


def _write(connection: Connection, made: Iterable[Engagement]) -> None:
    for engagement in made:
        key = {"engagement_id": engagement.id}
        connection.execute(insert(tables.engagements), _row(engagement))
        parties = [{**key, "state": state} for state in engagement.parties]
        if parties:
            connection.execute(insert(tables.engagement_parties), parties)
        members = [_member(m) for m in engagement.members]
        connection.execute(insert(tables.engagement_members), [{**key, **m} for m in members])
        edges = [{**key, "a": x.a, "b": x.b, "by": x.by, "score": x.score, "why": x.why} for x in engagement.links]
        if edges:
            connection.execute(insert(tables.links), edges)
        ids = tables.engagement_ids
        connection.execute(delete(ids).where(ids.c.id == engagement.id))
        connection.execute(insert(ids), {"id": engagement.id, **members[0]})


def _row(engagement: Engagement) -> dict[str, str | None]:
    span = days(engagement.date)
    return {
        "id": engagement.id,
        "block": engagement.block,
        "kind": engagement.kind,
        "status": engagement.status,
        "first_day": span[0].isoformat() if span else None,
        "last_day": span[1].isoformat() if span else None,
        "facts": to_json(engagement),
    }


def _member(key: str) -> dict[str, str]:
    page, _, encounter = key.partition("/")
    return {"page_id": page, "encounter_id": encounter}
