"""The table of corrections: what stands, by page and by engagement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from dragoman.merge import Engagement
from dragoman.save import tables
from dragoman.save.amend import Correction, amend_engagement
from dragoman.save.chunks import chunks
from dragoman.save.text import to_json

_TABLE = tables.corrections


def corrections(connection: Connection, *, undone: bool = False) -> list[Correction]:
    """All that stand, the oldest first; with `undone` also those that were taken back."""
    query = select(_TABLE).order_by(_TABLE.c.id)
    if not undone:
        query = query.where(_TABLE.c.undone_at.is_(None))
    return [_correction(row) for row in connection.execute(query)]


def of_pages(connection: Connection, pages: Collection[str]) -> dict[str, list[Correction]]:
    """Those of the pages' records that stand, the oldest first."""
    found: dict[str, list[Correction]] = defaultdict(list)
    for chunk in chunks(pages):
        query = select(_TABLE).where(_TABLE.c.page_id.in_(chunk), _TABLE.c.undone_at.is_(None)).order_by(_TABLE.c.id)
        for row in connection.execute(query):
            found[row.page_id].append(_correction(row))
    return found


def of_engagements(connection: Connection, engagements: Collection[Engagement]) -> dict[str, list[Correction]]:
    """Those that stand for these engagements: by their id, or by an id that now leads to one of their reports."""
    query = select(_TABLE).where(_TABLE.c.part == "engagement", _TABLE.c.undone_at.is_(None)).order_by(_TABLE.c.id)
    standing = [_correction(row) for row in connection.execute(query)]
    if not standing:
        return {}
    leads = _leads(connection, {c.target for c in standing})
    holder = {key: e.id for e in engagements for key in e.members} | {e.id: e.id for e in engagements}
    found: dict[str, list[Correction]] = defaultdict(list)
    for correction in standing:
        engagement = holder.get(leads.get(correction.target, correction.target))
        if engagement is not None:
            found[engagement].append(correction)
    return found


def _leads(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The report, `page id/encounter id`, that each id of an engagement leads to."""
    table = tables.engagement_ids
    return {
        row.id: f"{row.page_id}/{row.encounter_id}"
        for chunk in chunks(ids)
        for row in connection.execute(select(table).where(table.c.id.in_(chunk)))
    }


def amended(connection: Connection, engagements: Iterable[Engagement]) -> list[Engagement]:
    """The engagements with what persons say of them."""
    found = list(engagements)
    standing = of_engagements(connection, found)
    return [amend_engagement(e, standing.get(e.id, ())) for e in found]


def keep(connection: Connection, correction: Correction) -> None:
    """Writes a new correction."""
    row: dict[str, Any] = {name: getattr(correction, name) for name in correction.__struct_fields__ if name != "id"}
    page = correction.target.rpartition("/")[0] or None
    connection.execute(insert(_TABLE), [{**row, "page_id": page, "anchor": to_json(correction.anchor)}])


def undo(connection: Connection, correction: Correction, *, by: str, at: str) -> None:
    """Takes a correction back; that it stood is kept."""
    where = _TABLE.c.id == correction.id
    connection.execute(update(_TABLE).where(where).values(undone_by=by, undone_at=at))


def _correction(row: Row[Any]) -> Correction:
    values = {name: getattr(row, name) for name in Correction.__struct_fields__}
    return msgspec.convert({**values, "anchor": msgspec.json.decode(row.anchor)}, Correction)
