"""Engagements made by older rules are made anew when a store is opened: from its records, without reading pages."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.merge import reports_of
from dragoman.save import tables
from dragoman.save.chunks import chunks
from dragoman.save.engagements import remerge
from dragoman.save.load import record_of
from dragoman.save.rows import encounter_rows, key_rows

MERGE = "2"
"""The version of the rules in `merge/`: raised when reports, keys or scores change."""


def is_current(connection: Connection) -> bool:
    """The engagements were made by these rules."""
    column = tables.versions.c
    return connection.execute(select(column.version).where(column.part == "merge")).scalar() == MERGE


def rebuild(connection: Connection) -> None:
    """Everything that merging makes, made anew; what was read and what persons said stays."""
    connection.execute(delete(tables.engagements))
    connection.execute(delete(tables.links))
    connection.execute(delete(tables.encounter_keys))
    connection.execute(delete(tables.versions).where(tables.versions.c.part == "merge"))
    pages = [row.id for row in connection.execute(select(tables.pages.c.id))]
    for page in pages:
        _report_again(connection, page)
    for chunk in chunks(pages):
        remerge(connection, chunk)
    connection.execute(insert(tables.versions), [{"part": "merge", "version": MERGE}])


def _report_again(connection: Connection, page: str) -> None:
    text = connection.execute(select(tables.pages.c.text).where(tables.pages.c.id == page)).scalar_one()
    reports = reports_of(record_of(connection, page), text)
    for row in encounter_rows(reports):
        where = (tables.encounters.c.page_id == page, tables.encounters.c.id == row["id"])
        values = {"block": row["block"], "report": row["report"]}
        connection.execute(update(tables.encounters).where(*where).values(values))
    rows = [{"page_id": page, **row} for row in key_rows(reports)]
    if rows:
        connection.execute(insert(tables.encounter_keys), rows)
