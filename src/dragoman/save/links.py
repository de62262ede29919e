"""The edges between reports: the rule's, in `links`, and those of persons, in `judgements`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select, tuple_

from dragoman.merge import Link
from dragoman.save import tables
from dragoman.save.chunks import chunks

_PAIRS = 200
"""So many pairs in one question."""


def links_among(connection: Connection, reports: Iterable[str]) -> list[Link]:
    """All links that touch one of the reports, a rule's or a person's that stands, each once and in order."""
    wanted = sorted(set(reports))
    found: dict[tuple[str, str, str], Link] = {}
    columns, said = tables.links.c, tables.judgements.c
    for chunk in chunks(wanted):
        for end in (columns.a, columns.b):
            for row in connection.execute(select(tables.links).where(end.in_(chunk))):
                found[row.a, row.b, row.by] = _link(row)
        touched = or_(said.a.in_(chunk), said.b.in_(chunk))
        words = select(tables.judgements).where(said.undone_at.is_(None), touched).order_by(said.id)
        for row in connection.execute(words):
            link = persons_link(row.a, row.b, row.judgement, row.by, row.at)
            found[link.a, link.b, link.by] = link
    return [found[key] for key in sorted(found)]


def unsure_links(connection: Connection) -> list[Link]:
    """The rule's links that a person should look at, the surest first."""
    column = tables.links.c
    query = select(tables.links).where(column.judgement == "unsure").order_by(column.score.desc(), column.a, column.b)
    return [_link(row) for row in connection.execute(query)]


def _link(row: Row[Any]) -> Link:
    return Link(a=row.a, b=row.b, score=row.score, why=row.why, by=row.by, judgement=row.judgement)


def persons_link(a: str, b: str, judgement: str, by: str, at: str) -> Link:
    """A person's word as a link; it is sure."""
    first, second = sorted((a, b))
    same = judgement == "same"
    return Link(
        a=first, b=second, score=1.0 if same else 0.0, why=f"said by {by} on {at[:10]}", by=by,
        judgement="same" if same else "apart",
    )  # fmt: skip


def write_links(connection: Connection, links: Sequence[Link]) -> None:
    """Puts the rule's links in the place of what stood for the same pairs."""
    column = tables.links.c
    for start in range(0, len(links), _PAIRS):
        part = links[start : start + _PAIRS]
        stood = tuple_(column.a, column.b, column.by).in_([(x.a, x.b, x.by) for x in part])
        connection.execute(delete(tables.links).where(stood))
        connection.execute(insert(tables.links), [_row(link) for link in part])


def remove_links(connection: Connection, pages: Collection[str]) -> None:
    """Takes away the rule's links of reports that are no more."""
    column = tables.links.c
    ids = [
        f"{row.page_id}/{row.id}"
        for chunk in chunks(pages)
        for row in connection.execute(
            select(tables.encounters.c.page_id, tables.encounters.c.id).where(tables.encounters.c.page_id.in_(chunk))
        )
    ]
    for chunk in chunks(ids):
        connection.execute(delete(tables.links).where(or_(column.a.in_(chunk), column.b.in_(chunk))))


def _row(link: Link) -> dict[str, object]:
    return {
        "a": link.a, "b": link.b, "by": link.by, "judgement": link.judgement, "score": link.score, "why": link.why,
    }  # fmt: skip
