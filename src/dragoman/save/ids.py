"""What a person calls an engagement or a report, to what the store has."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, cast

from sqlalchemy import Connection, Row, select

from dragoman.errors import StoreError
from dragoman.save import tables
from dragoman.save.chunks import chunks

SHORTEST = 4
"""So many characters of an id are enough where they are enough to tell it from others."""


def find_engagement(connection: Connection, store: str, wanted: str) -> Row[Any]:
    """The row `id, facts`: by the id itself, by one it once had, by the beginning of an id.

    A former id names a report and leads to the engagement that this report is in now, in one step: there is nothing
    that could go in a circle. StoreError if there is none, or several.
    """
    row = _exact(connection, wanted) or _former(connection, wanted)
    if row is not None:
        return cast("Row[Any]", row)
    rows = _beginning(connection, wanted) if len(wanted) >= SHORTEST and wanted.isalnum() else []
    if len(rows) > 1:
        raise StoreError(f"{wanted}: several engagements begin so: {', '.join(r.id for r in rows)}")
    if not rows:
        raise StoreError(f"{wanted}: no such engagement in {store}; `dragoman engagements` lists them with their ids")
    return cast("Row[Any]", rows[0])


def members(connection: Connection, engagement: str) -> list[str]:
    """The keys of the engagement's reports, sorted."""
    column = tables.engagement_members.c
    query = select(column.page_id, column.encounter_id).where(column.engagement_id == engagement)
    return sorted(f"{row.page_id}/{row.encounter_id}" for row in connection.execute(query))


def engagements_of(connection: Connection, reports: Collection[str]) -> dict[str, str]:
    """By report key the id of the engagement that the report is in."""
    column, found = tables.engagement_members.c, dict[str, str]()
    for chunk in chunks({key.partition("/")[0] for key in reports}):
        query = select(column.page_id, column.encounter_id, column.engagement_id).where(column.page_id.in_(chunk))
        found.update({f"{row.page_id}/{row.encounter_id}": row.engagement_id for row in connection.execute(query)})
    return {key: found[key] for key in reports if key in found}


def find_reports(connection: Connection, store: str, wanted: str, *, narrow: bool = False) -> list[str]:
    """The keys of the reports meant by an engagement's id, or by a page (its uri or id) and an encounter.

    `PAGE#e2` is one report; `PAGE` alone its main ones, or all if it has none. With `narrow` a former id is the report
    that it was made of, not all that it is merged with now. StoreError if nothing is so called.
    """
    page, _, encounter = wanted.rpartition("#") if "#" in wanted else (wanted, "", "")
    pages = _pages(connection, page) or _pages(connection, wanted)
    if pages and not _pages(connection, page):
        encounter = ""
    found = [key for p in pages for key in _reports(connection, p, encounter)]
    if found:
        return sorted(set(found))
    if pages:
        what = f"no encounter {encounter}" if encounter else "no encounter"
        raise StoreError(f"{wanted}: the page has {what}; `dragoman show ID` names the encounters of each page")
    wanted = wanted.strip().lower()
    if narrow and _exact(connection, wanted) is None and _former(connection, wanted) is not None:
        return [_made_of(connection, wanted)]
    try:
        return members(connection, find_engagement(connection, store, wanted).id)
    except StoreError as e:
        if "several" in str(e):
            raise
        raise StoreError(
            f"{wanted}: no such engagement or page in {store}; give an id (`dragoman engagements`) or PAGE#e1"
        ) from e


def _made_of(connection: Connection, former: str) -> str:
    column = tables.engagement_ids.c
    row = connection.execute(select(column.page_id, column.encounter_id).where(column.id == former)).one()
    return f"{row.page_id}/{row.encounter_id}"


def _exact(connection: Connection, wanted: str) -> Row[Any, Any] | None:
    table = tables.engagements
    return connection.execute(select(table.c.id, table.c.facts).where(table.c.id == wanted)).first()


def _former(connection: Connection, wanted: str) -> Row[Any, Any] | None:
    ids, member, table = tables.engagement_ids.c, tables.engagement_members.c, tables.engagements
    query = (
        select(table.c.id, table.c.facts)
        .join(tables.engagement_members, member.engagement_id == table.c.id)
        .join(
            tables.engagement_ids,
            (ids.page_id == member.page_id) & (ids.encounter_id == member.encounter_id),
        )
        .where(ids.id == wanted)
    )
    return connection.execute(query).first()


def _beginning(connection: Connection, wanted: str) -> list[Row[Any, Any]]:
    table = tables.engagements
    inside = (table.c.id >= wanted, table.c.id < f"{wanted}~")
    query = select(table.c.id, table.c.facts).where(*inside).order_by(table.c.id).limit(5)
    return list(connection.execute(query))


def _pages(connection: Connection, wanted: str) -> list[str]:
    captures, pages = tables.captures.c, tables.pages.c
    found = {row.page_id for row in connection.execute(select(captures.page_id).where(captures.uri == wanted))}
    found |= {row.id for row in connection.execute(select(pages.id).where(pages.id == wanted))}
    return sorted(found)


def _reports(connection: Connection, page: str, encounter: str) -> list[str]:
    column = tables.encounters.c
    rows = connection.execute(select(column.id, column.salience).where(column.page_id == page)).all()
    if encounter:
        return [f"{page}/{row.id}" for row in rows if row.id == encounter]
    return [f"{page}/{r.id}" for r in rows if r.salience == "main"] or [f"{page}/{r.id}" for r in rows]
