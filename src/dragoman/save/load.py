"""Records out of the store."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dragoman.errors import StoreError
from dragoman.model import PageRecord
from dragoman.save import tables
from dragoman.save.amend import amend
from dragoman.save.corrections import of_pages
from dragoman.save.text import from_json


def record_of(connection: Connection, page_id: str) -> PageRecord:
    """The page's record, without the text, with what persons corrected. StoreError if the store has no such page."""
    return amend(as_read(connection, page_id), of_pages(connection, [page_id]).get(page_id, []))


def as_read(connection: Connection, page_id: str) -> PageRecord:
    """The page's record as it was read, without the text. StoreError if the store has no such page."""
    found = connection.execute(select(tables.pages.c.record).where(tables.pages.c.id == page_id)).scalar()
    if found is None:
        raise StoreError(f"no page {page_id} in this store")
    return from_json(found, PageRecord)


def text_of(connection: Connection, page_id: str) -> str:
    """The page's text, in which all spans count."""
    found = connection.execute(select(tables.pages.c.text).where(tables.pages.c.id == page_id)).scalar()
    if found is None:
        raise StoreError(f"no page {page_id} in this store")
    return str(found)
