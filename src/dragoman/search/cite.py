"""Pages behind an answer: where they stood, and the characters that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, text

from dragoman.model import Record, Span

_CHUNK = 400


class Evidence(Record):
    """Characters `[start, end)` of a page, and what stands there."""

    page: str
    span: Span
    text: str


class Capture(Record):
    """One place where a page's text stood."""

    uri: str
    url: str | None
    outlet: str | None
    published: str | None


def _capture(row: Row[Any]) -> Capture:
    return Capture(uri=row.uri, url=row.url, outlet=row.outlet, published=row.published)


class Sources:
    """The captures, languages and texts of some pages, asked for once."""

    def __init__(self, connection: Connection, pages: Iterable[str], *, texts: bool = True) -> None:
        ids = sorted(set(pages))
        self._captures: dict[str, list[Capture]] = defaultdict(list)
        self._pages: dict[str, Row[Any]] = {}
        sql = "SELECT page_id, uri, url, outlet, published FROM captures WHERE page_id IN :ids ORDER BY added_at, uri"
        for row in in_chunks(connection, sql, ids):
            self._captures[row.page_id].append(_capture(row))
        columns = "id, language, title, published, text" if texts else "id, language, title, published"
        for row in in_chunks(connection, f"SELECT {columns} FROM pages WHERE id IN :ids", ids):
            self._pages[row.id] = row

    def captures(self, page: str) -> Sequence[Capture]:
        """Where the page stood, the first first."""
        return self._captures[page]

    def uri(self, page: str) -> str:
        """The first place the page came from; what it is called in citations."""
        captures = self._captures[page]
        return captures[0].uri if captures else page

    def outlet(self, page: str) -> str | None:
        """The outlet of the first capture."""
        captures = self._captures[page]
        return captures[0].outlet if captures else None

    def row(self, page: str) -> Row[Any]:
        """The page's `language`, `title`, `published` and, unless left out, `text`."""
        return self._pages[page]

    def evidence(self, page: str, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        """The page's characters in these spans."""
        whole, uri = str(self._pages[page].text), self.uri(page)
        return tuple(Evidence(page=uri, span=(s, e), text=whole[s:e]) for s, e in spans)


def in_chunks(connection: Connection, sql: str, ids: Sequence[str]) -> Iterator[Row[Any]]:
    """The rows of a query with `IN :ids`, however many ids there are."""
    query = text(sql).bindparams(bindparam("ids", expanding=True))
    for start in range(0, len(ids), _CHUNK):
        yield from connection.execute(query, {"ids": ids[start : start + _CHUNK]})
