"""A person corrects a field, or takes that back: kept beside what was read; what rests on it is made anew."""

from __future__ import annotations

import datetime

from sqlalchemy import Connection, select

from dragoman.errors import StoreError
from dragoman.merge import Engagement
from dragoman.merge.engage import engagements as merged
from dragoman.model import Actor, Encounter, PageRecord, Statement
from dragoman.save import tables
from dragoman.save.amend import Correction, Part, anchor_of
from dragoman.save.corrections import corrections, keep, undo
from dragoman.save.engagements import recluster, reports_by_key
from dragoman.save.load import as_read
from dragoman.save.pages import renew
from dragoman.save.store import Store
from dragoman.save.text import from_json, to_json
from dragoman.save.values import FIELDS, attribute, parsed, typed

_PARTS: dict[str, Part] = {"e": "encounter", "s": "statement", "a": "actor"}


def correct(store: Store, target: str, field: str, words: str, *, by: str) -> Correction:
    """From now on the field has this value, says `by`. target: an engagement's id, or `page id/record id`.

    StoreError for an unknown target, a field that cannot be corrected, or a value that does not fit.
    """
    with store.writing() as connection:
        part = part_of(target)
        made = Correction(
            id=0, part=part, target=target, field=field, value=typed(part, field, words),
            read=_read(connection, target, part, field), anchor=_anchor(connection, target, part), by=by, at=_now(),
        )  # fmt: skip
        _check_ids(connection, made)
        keep(connection, made)
        _make_anew(store, connection, made)
    return made


def take_back(store: Store, target: str, field: str, *, by: str) -> Correction:
    """The last correction of the field no longer stands; an earlier one, or what was read, does again."""
    with store.writing() as connection:
        standing = [c for c in corrections(connection) if c.target == target and c.field == field]
        if not standing:
            raise StoreError(f"{target}: no correction of {field} stands; `dragoman correct` lists what does")
        undo(connection, standing[-1], by=by, at=_now())
        _make_anew(store, connection, standing[-1])
    return standing[-1]


def part_of(target: str) -> Part:
    """What a target is, by its form. StoreError for what cannot be corrected."""
    page, _, name = target.rpartition("/")
    if not page:
        return "engagement"
    if name[:1] not in _PARTS:
        raise StoreError(f"{target}: only encounters (e1), statements (s1) and actors (a1) of a page can be corrected")
    return _PARTS[name[0]]


def _make_anew(store: Store, connection: Connection, made: Correction) -> None:
    if made.part == "engagement":
        column = tables.engagements.c
        blocks = select(column.block).where(column.id == made.target)
        recluster(connection, {row.block for row in connection.execute(blocks)})
    else:
        renew(store, connection, [made.target.rpartition("/")[0]])


def _row(record: PageRecord, target: str) -> Actor | Encounter | Statement:
    name = target.rpartition("/")[2]
    rows: tuple[Actor | Encounter | Statement, ...] = (*record.actors, *record.encounters, *record.statements)
    found = next((row for row in rows if row.id == name), None)
    if found is None:
        raise StoreError(f"{target}: the page has no {name}; `dragoman read PAGE` shows what it has")
    return found


def _anchor(connection: Connection, target: str, part: Part) -> tuple[tuple[int, int], ...]:
    return () if part == "engagement" else anchor_of(_row(as_read(connection, target.rpartition("/")[0]), target))


def _read(connection: Connection, target: str, part: Part, field: str) -> str:
    """The value as it was read, or as it was merged, whatever was corrected before."""
    if field not in FIELDS[part][1]:
        typed(part, field, "")  # refuses it
    if part != "engagement":
        return to_json(getattr(_row(as_read(connection, target.rpartition("/")[0]), target), attribute(field)))
    return to_json(getattr(_merged(connection, target), attribute(field)))


def _merged(connection: Connection, engagement: str) -> Engagement:
    """The engagement as its reports alone make it."""
    query = select(tables.engagements.c.facts).where(tables.engagements.c.id == engagement)
    facts = connection.execute(query).scalar()
    if facts is None:
        raise StoreError(f"{engagement}: no such engagement; `dragoman engagements` lists them with their ids")
    kept = from_json(facts, Engagement)
    reports = reports_by_key(connection, kept.members)
    alone = merged(reports.values(), kept.links)
    return next((e for e in alone if e.id == engagement), kept)


def _check_ids(connection: Connection, made: Correction) -> None:
    """Speakers, addressees and the encounter of a statement are records of its page."""
    if made.part != "statement" or made.field not in ("speakers", "addressees", "encounter"):
        return
    record = as_read(connection, made.target.rpartition("/")[0])
    known = {e.id for e in record.encounters} if made.field == "encounter" else {a.id for a in record.actors}
    value = parsed(made.part, made.field, made.value)
    for name in (value,) if isinstance(value, str) else value or ():
        if name not in known:
            raise StoreError(f"{made.field} {name}: the page has none of that id; there are {', '.join(sorted(known))}")


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
