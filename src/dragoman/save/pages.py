"""Saving pages: idempotent by the hash of the text, a batch at a time, whole or not at all."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.exc import IntegrityError

from dragoman import __version__
from dragoman.model import Page, PageRecord
from dragoman.save import tables
from dragoman.save.engagements import blocks_of, remerge
from dragoman.save.load import record_of
from dragoman.save.rows import Row, capture_row, child_rows, page_row
from dragoman.save.store import Store
from dragoman.save.text import storable

_CHUNK = 400


class Saved(msgspec.Struct):
    """What became of a batch: new pages, new captures of pages already there, inputs already there, and refusals."""

    pages: int = 0
    captures: int = 0
    known: int = 0
    refused: list[tuple[str, str]] = msgspec.field(default_factory=list)

    def __iadd__(self, other: Saved) -> Saved:
        self.pages += other.pages
        self.captures += other.captures
        self.known += other.known
        self.refused += other.refused
        return self


def known_pages(store: Store, ids: Collection[str]) -> set[str]:
    """Which of the pages the store holds: these need not be read again."""
    with store.reading() as connection:
        return _known(connection, ids)


def add_pages(store: Store, batch: Sequence[tuple[Page, PageRecord | None]], *, again: bool = False) -> Saved:
    """Saves pages with their records and merges their encounters, in one transaction.

    A record may be None for a page the store holds; then only the capture is added. A page it holds is left as it
    is, unless `again`: then its new record replaces the old one. A page whose record contradicts itself (two
    encounters of one id) is refused by itself.
    """
    saved = Saved()
    with store.writing() as connection:
        touched: set[str] = set()
        known = _known(connection, {page.id for page, _ in batch})
        for page, record in batch:
            try:
                with connection.begin_nested():
                    touched |= _add(store, connection, page, record, known=known, again=again, saved=saved)
            except IntegrityError as e:
                saved.refused.append((page.uri, f"its record contradicts itself ({e.orig})"))
        remerge(connection, touched)
    return saved


def _add(
    store: Store, connection: Connection, page: Page, record: PageRecord | None, *, known: set[str], again: bool,
    saved: Saved,
) -> set[str]:  # fmt: skip
    """The blocks whose engagements have to be made anew."""
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    touched: set[str] = set()
    is_known = page.id in known
    if record is not None and (again or not is_known):
        touched = _replace(store, connection, page, record, now) if is_known else set()
        if not is_known:
            _insert(connection, tables.pages, [page_row(page, record, reader=__version__, added_at=now)])
        touched |= _insert_children(store, connection, page, record)
    new = _add_capture(connection, page, record or record_of(connection, page.id), now)
    known.add(page.id)
    if not is_known:
        saved.pages += 1
    elif new:
        saved.captures += 1
    else:
        saved.known += 1
    return touched


def _insert_children(store: Store, connection: Connection, page: Page, record: PageRecord) -> set[str]:
    for table, rows in child_rows(record).items():
        _insert(connection, table, rows)
    _index(store, connection, page, record)
    return blocks_of(connection, page.id)


def _replace(store: Store, connection: Connection, page: Page, record: PageRecord, now: str) -> set[str]:
    """Takes away what hangs on the old record (captures stay) and gives the blocks it was in."""
    touched = blocks_of(connection, page.id)
    members = tables.engagement_members.c
    merged = select(members.engagement_id).where(members.page_id == page.id)
    connection.execute(delete(tables.engagements).where(tables.engagements.c.id.in_(merged)))
    for table in (tables.texts, tables.events, tables.statements, tables.encounters, tables.actors):
        connection.execute(delete(table).where(table.c.page_id == page.id))
    row = _clean(page_row(page, record, reader=__version__, added_at=now))
    connection.execute(tables.pages.update().where(tables.pages.c.id == page.id).values(row))
    return touched


def _add_capture(connection: Connection, page: Page, record: PageRecord, now: str) -> bool:
    row = capture_row(page, record, added_at=now)
    if connection.execute(select(tables.captures.c.id).where(tables.captures.c.id == row["id"])).first():
        return False
    _insert(connection, tables.captures, [row])
    return True


def _index(store: Store, connection: Connection, page: Page, record: PageRecord) -> None:
    """Title and text of the page, and every statement's content, into the full-text index."""
    title = record.article.title.text if record.article.title else ""
    values: dict[str | None, str] = {None: f"{title}\n{page.text}"}
    for statement in record.statements:
        values[statement.id] = " … ".join(page.text[start:end] for start, end in statement.content)
    table = tables.texts
    connection.execute(insert(table), [{"page_id": page.id, "statement_id": key} for key in values])
    rows = connection.execute(select(table.c.id, table.c.statement_id).where(table.c.page_id == page.id))
    store.fulltext.index(connection, [(row.id, storable(values[row.statement_id])) for row in rows])


def _known(connection: Connection, ids: Iterable[str]) -> set[str]:
    wanted, column = sorted(ids), tables.pages.c.id
    chunks = (wanted[i : i + _CHUNK] for i in range(0, len(wanted), _CHUNK))
    return {row.id for chunk in chunks for row in connection.execute(select(column).where(column.in_(chunk)))}


def _insert(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), [_clean(row) for row in rows])


def _clean(row: Row) -> dict[str, Any]:
    return {k: storable(v) if isinstance(v, str) else v for k, v in row.items()}
