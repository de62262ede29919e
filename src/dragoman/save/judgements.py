"""A person's word on reports: the same contact, or not. It always wins, and survives whatever is read or merged later.

Nothing is ever deleted: a word that is taken back, or that a later one contradicts, stays with the reason why it no
longer counts.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Literal, TypeAlias

import msgspec
from sqlalchemy import Connection, Row, insert, or_, select, update

from dragoman.errors import StoreError
from dragoman.merge import Report
from dragoman.merge.graph import groups
from dragoman.model import content_id
from dragoman.save import tables
from dragoman.save.chunks import chunks
from dragoman.save.engagements import recluster, reports_by_key
from dragoman.save.ids import SHORTEST, engagements_of, find_reports
from dragoman.save.store import Store
from dragoman.save.text import storable, to_json

Word: TypeAlias = Literal["same", "apart"]
Said: TypeAlias = Row[Any]


class Judged(msgspec.Struct, frozen=True):
    """What came of a person's word: its name (for undoing), the engagements of the reports now, and earlier words
    that no longer count."""

    said: str
    engagements: tuple[str, ...]
    notes: tuple[str, ...]


def judge(store: Store, ends: tuple[str, str], judgement: Word, by: str) -> Judged:
    """Says that two engagements (or reports, see `ids.find_reports`) are one contact, or are not.

    An earlier word that says otherwise no longer counts, whoever said it. StoreError for an unknown id, and where
    there is nothing to join or to part.
    """
    at = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
    with store.writing() as connection:
        left, right = _sides(connection, store.name, ends, judgement)
        pairs = _pairs(left, right, judgement)
        stood = _in_the_way(connection, left, right, judgement)
        _set_aside(connection, stood, f"contradicted by {by} on {at[:10]}", at)
        said = content_id("said", by, at, judgement, *(f"{a} {b}" for a, b in pairs))
        _write(connection, pairs, {"said": said, "judgement": judgement, "by": storable(by), "at": at})
        recluster(connection, _blocks(connection, {*left, *right, *_ends(stood)}))
        now = set(engagements_of(connection, {*left, *right}).values())
    return Judged(said, tuple(sorted(now)), tuple(sorted({_told(row) for row in stood})))


def undo(store: Store, said: str | None = None) -> str:
    """Takes back that word, or the last one that counts, and tells what it was. What it had contradicted counts
    again. StoreError if there is none."""
    table = tables.judgements
    with store.writing() as connection:
        counting = select(table).where(table.c.undone_at.is_(None)).order_by(table.c.id.desc())
        last = connection.execute(
            counting.where(table.c.said.like(f"{_only_hex(said)}%")) if said else counting
        ).first()
        if last is None:
            raise StoreError(f"{said or 'last'}: there is no such word to take back in {store.name}")
        rows = connection.execute(counting.where(table.c.said == last.said)).all()
        others = select(table).where(table.c.undone_at == last.at, table.c.said != last.said)
        revived = connection.execute(others).all()
        _set_aside(connection, rows, "taken back", datetime.datetime.now(datetime.UTC).isoformat())
        for row in revived:
            again = update(table).where(table.c.id == row.id).values(undone_at=None, undone_why=None)
            connection.execute(again)
        recluster(connection, _blocks(connection, _ends([*rows, *revived])))
    return _told(last)


def _only_hex(said: str) -> str:
    """The beginning of a word's name; anything else matches nothing."""
    return said if len(said) >= SHORTEST and said.isalnum() else "-"


def _sides(
    connection: Connection, store: str, ends: tuple[str, str], judgement: Word
) -> tuple[list[str], list[str]]:  # fmt: skip
    """The reports meant by both. To part a report from the engagement it is in is to part it from the others."""
    left, right = (find_reports(connection, store, end, narrow=judgement == "apart") for end in ends)
    if judgement == "apart":
        left, right = [k for k in left if k not in right] or left, [k for k in right if k not in left] or right
    if left == right and (judgement == "apart" or len(left) == 1):
        verb = "part" if judgement == "apart" else "join"
        raise StoreError(f"{ends[0]} and {ends[1]} are the same report(s); there is nothing to {verb}")
    return left, right


def _pairs(left: Sequence[str], right: Sequence[str], judgement: Word) -> list[tuple[str, str]]:
    """All reports joined to the first one; or every one of the left parted from every one of the right."""
    if judgement == "same":
        first, *others = sorted({*left, *right})
        return [(first, other) for other in others]
    return sorted({(min(a, b), max(a, b)) for a in left for b in right if a != b})


def _in_the_way(connection: Connection, left: Sequence[str], right: Sequence[str], judgement: Word) -> list[Said]:
    """Words that count and say otherwise, directly or by way of other reports."""
    table = tables.judgements
    words = connection.execute(select(table).where(table.c.undone_at.is_(None)).order_by(table.c.id)).all()
    same = [row for row in words if row.judgement == "same"]
    if judgement == "same":
        joined = _closure(same, {*left, *right}, _pairs(left, right, "same"))
        return [row for row in words if row.judgement == "apart" and row.a in joined and row.b in joined]
    crossing = [row for row in same if _crosses(row, set(left), set(right))]
    rest = [row for row in same if row not in crossing]
    if _closure(rest, set(left), []) & set(right):  # still joined by way of others: the smaller side leaves them
        side = set(left if len(left) <= len(right) else right)
        crossing += [row for row in rest if (row.a in side) != (row.b in side)]
    return crossing


def _closure(same: Iterable[Said], start: set[str], also: Iterable[tuple[str, str]]) -> set[str]:
    """Everything that words of persons join to the start."""
    pairs = [*((row.a, row.b) for row in same), *also]
    found = groups({*start, *(end for pair in pairs for end in pair)}, pairs)
    return {key for group in found if start & set(group) for key in group}


def _crosses(row: Said, left: set[str], right: set[str]) -> bool:
    return (row.a in left and row.b in right) or (row.a in right and row.b in left)


def _set_aside(connection: Connection, rows: Iterable[Said], why: str, at: str) -> None:
    table = tables.judgements
    for row in rows:
        connection.execute(update(table).where(table.c.id == row.id).values(undone_at=at, undone_why=storable(why)))


def _write(connection: Connection, pairs: Sequence[tuple[str, str]], common: dict[str, str]) -> None:
    """Each pair with both reports as they are now, so that the word can follow them when pages are read again."""
    reports = reports_by_key(connection, {end for pair in pairs for end in pair})
    rows = [{**common, "a": a, "b": b, "report_a": _kept(reports[a]), "report_b": _kept(reports[b])} for a, b in pairs]
    connection.execute(insert(tables.judgements), rows)


def _kept(report: Report) -> str:
    return to_json(msgspec.structs.replace(report, sketch=(), context=()))


def _ends(rows: Iterable[Said]) -> set[str]:
    return {end for row in rows for end in (row.a, row.b)}


def _blocks(connection: Connection, keys: Collection[str]) -> set[str]:
    column = tables.encounters.c
    found: set[str] = set()
    for chunk in chunks({key.partition("/")[0] for key in keys}):
        query = select(column.page_id, column.id, column.block).where(column.page_id.in_(chunk))
        found |= {row.block for row in connection.execute(query) if f"{row.page_id}/{row.id}" in keys}
    return found


def _told(row: Said) -> str:
    verb = "are one contact" if row.judgement == "same" else "are not one contact"
    return f"{row.by} on {row.at[:10]}: these reports {verb}"


def words_on(connection: Connection, keys: Collection[str]) -> list[Said]:
    """Every word ever said on these reports, the oldest first, those that no longer count too."""
    table = tables.judgements
    found: dict[int, Said] = {}
    for chunk in chunks(keys):
        query = select(table).where(or_(table.c.a.in_(chunk), table.c.b.in_(chunk)))
        found.update({row.id: row for row in connection.execute(query)})
    return [found[key] for key in sorted(found)]
