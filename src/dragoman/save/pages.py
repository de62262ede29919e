"""Saving pages: idempotent by the hash of the text, a batch at a time, whole or not at all."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, TypeAlias

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.exc import IntegrityError

from dragoman import __version__
from dragoman.model import Page, PageRecord
from dragoman.save import tables
from dragoman.save.amend import amend
from dragoman.save.chunks import chunks
from dragoman.save.corrections import of_pages
from dragoman.save.engagements import blocks_of, remerge, reports_where
from dragoman.save.following import follow_reports
from dragoman.save.links import remove_links
from dragoman.save.load import as_read, record_of, text_of
from dragoman.save.rows import Row, capture_row, child_rows, page_row
from dragoman.save.store import Store
from dragoman.save.text import storable

Read: TypeAlias = tuple[Page, PageRecord | None]


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


def add_pages(store: Store, batch: Sequence[Read], *, again: bool = False) -> Saved:
    """Saves pages with their records and merges their encounters, in one transaction.

    A record may be None for a page the store holds; then only the capture is added. A page it holds is left as it
    is, unless `again`: then its new record replaces the old one. A page whose record contradicts itself (two
    encounters of one id) is refused by itself.
    """
    with store.writing() as connection:
        try:
            with connection.begin_nested():
                return _add(store, connection, batch, again=again)
        except IntegrityError:
            return _one_by_one(store, connection, batch, again=again)


def _one_by_one(store: Store, connection: Connection, batch: Sequence[Read], *, again: bool) -> Saved:
    saved = Saved()
    for page, record in batch:
        try:
            with connection.begin_nested():
                saved += _add(store, connection, [(page, record)], again=again)
        except IntegrityError as e:
            saved.refused.append((page.uri, f"its record contradicts itself ({e.orig})"))
    return saved


def _add(store: Store, connection: Connection, batch: Sequence[Read], *, again: bool) -> Saved:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    known = _known(connection, {page.id for page, _ in batch})
    read = {page.id: (page, record) for page, record in reversed(batch) if record is not None}
    new = [pair for key, pair in read.items() if key not in known]
    changed = [pair for key, pair in read.items() if key in known and again]
    _insert(connection, tables.pages, [page_row(p, r, reader=__version__, added_at=now) for p, r in new])
    for page, record in changed:
        row = _clean(page_row(page, record, reader=__version__, added_at=now))
        connection.execute(tables.pages.update().where(tables.pages.c.id == page.id).values(row))
    _write(store, connection, new, changed)
    captures = _add_captures(connection, [(p, r or read.get(p.id, (p, r))[1]) for p, r in batch], now)
    return Saved(pages=len(new), captures=captures - len(new), known=len(batch) - captures)


def _write(
    store: Store, connection: Connection, new: Sequence[tuple[Page, PageRecord]],
    changed: Sequence[tuple[Page, PageRecord]],
) -> None:  # fmt: skip
    """Everything that hangs on the pages, of those that changed in the place of what hung on them, and merges it."""
    ids = [page.id for page, _ in changed]
    before = reports_where(connection, ids)
    touched = _remove(connection, ids)
    _insert_children(store, connection, [*new, *changed])
    follow_reports(connection, before, ids)
    remerge(connection, [page.id for page, _ in (*new, *changed)], touched)


def renew(store: Store, connection: Connection, pages: Collection[str]) -> None:
    """Makes everything that hangs on the pages anew from their records as read and what persons say of them."""
    read = [(Page(uri="", text=text_of(connection, page)), as_read(connection, page)) for page in pages]
    _write(store, connection, [], read)


def _remove(connection: Connection, ids: Collection[str]) -> set[str]:
    """Takes away what hangs on the pages' old records (captures stay) and gives the blocks they were in."""
    touched = blocks_of(connection, ids)
    remove_links(connection, ids)
    members = tables.engagement_members.c
    for chunk in chunks(ids):
        merged = select(members.engagement_id).where(members.page_id.in_(chunk))
        connection.execute(delete(tables.engagements).where(tables.engagements.c.id.in_(merged)))
        for table in (tables.texts, tables.events, tables.statements, tables.encounters, tables.actors):
            connection.execute(delete(table).where(table.c.page_id.in_(chunk)))
    return touched


def _insert_children(store: Store, connection: Connection, read: Sequence[tuple[Page, PageRecord]]) -> None:
    said = of_pages(connection, [page.id for page, _ in read])
    read = [(page, amend(record, said.get(page.id, []))) for page, record in read]
    found: dict[Table, list[Row]] = defaultdict(list)
    for page, record in read:
        for table, rows in child_rows(record, page.text).items():
            found[table] += rows
    for table in tables.metadata.sorted_tables:
        _insert(connection, table, found.get(table, []))
    _index(store, connection, read)


def _add_captures(connection: Connection, batch: Sequence[Read], now: str) -> int:
    """Adds the captures that are not there yet and gives their number."""
    rows: dict[str, Row] = {}
    for page, record in batch:
        row = capture_row(page, record or record_of(connection, page.id), added_at=now)
        rows.setdefault(row["id"], row)
    column = tables.captures.c.id
    for chunk in chunks(rows):
        for there in connection.execute(select(column).where(column.in_(chunk))).all():
            del rows[there.id]
    _insert(connection, tables.captures, list(rows.values()))
    return len(rows)


def _index(store: Store, connection: Connection, read: Sequence[tuple[Page, PageRecord]]) -> None:
    """Title and text of the pages, and every statement's content, into the full-text index."""
    values: dict[tuple[str, str | None], str] = {}
    for page, record in read:
        title = record.article.title.text if record.article.title else ""
        values[page.id, None] = f"{title}\n{page.text}"
        for statement in record.statements:
            values[page.id, statement.id] = " … ".join(page.text[start:end] for start, end in statement.content)
    columns = tables.texts.c
    _insert(connection, tables.texts, [{"page_id": page, "statement_id": key} for page, key in values])
    for chunk in chunks([page.id for page, _ in read]):
        query = select(columns.id, columns.page_id, columns.statement_id).where(columns.page_id.in_(chunk))
        rows = connection.execute(query).all()
        store.fulltext.index(connection, [(r.id, storable(values[r.page_id, r.statement_id])) for r in rows])


def _known(connection: Connection, ids: Collection[str]) -> set[str]:
    column = tables.pages.c.id
    return {row.id for chunk in chunks(ids) for row in connection.execute(select(column).where(column.in_(chunk)))}


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), [_clean(row) for row in rows])


def _clean(row: Row) -> dict[str, Any]:
    return {k: storable(v) if isinstance(v, str) else v for k, v in row.items()}
