"""What a person says of a record, put in the place of what was read. Pure; `corrections.py` keeps it.

A correction names its record by id and by the characters that the record stood on (`anchor`), so that it finds it again
when the page is read anew and the numbers have changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeAlias, TypeVar

import msgspec

from dragoman.merge import Engagement
from dragoman.model import Actor, Encounter, PageRecord, Record, Span, Statement

Part: TypeAlias = Literal["engagement", "encounter", "statement", "actor"]
PageRow = TypeVar("PageRow", Actor, Encounter, Statement)


class Correction(Record):
    """A person's value of a field. `value` and `read` are JSON; `target` is an engagement or `page id/record id`."""

    id: int
    part: Part
    target: str
    field: str
    value: str
    read: str
    anchor: tuple[Span, ...]
    by: str
    at: str
    undone_by: str | None = None
    undone_at: str | None = None


def anchor_of(row: Actor | Encounter | Statement) -> tuple[Span, ...]:
    """The characters by which the record is found again."""
    if isinstance(row, Actor):
        return row.mentions
    return row.evidence if isinstance(row, Encounter) else row.content


def amend(record: PageRecord, corrections: Sequence[Correction]) -> PageRecord:
    """The record with the corrections, a later one over an earlier one; one whose record is gone changes nothing."""
    if not corrections:
        return record
    from dragoman.label import label  # only here: few stores have corrections, and every question would load it

    cues = {e.of: e.evidence[0] for e in record.events if e.of and e.evidence}
    actors = _amended(record.actors, corrections, "actor")
    encounters = _amended(record.encounters, corrections, "encounter")
    statements = _amended(record.statements, corrections, "statement")
    moved = {new.id: (old.for_, new.for_) for old, new in zip(record.actors, actors, strict=True) if old != new}
    encounters = tuple(_with_states(e, moved) for e in encounters)
    statements = tuple(_spoken_for(s, moved) for s in statements)
    return msgspec.structs.replace(
        record, actors=actors, encounters=encounters, statements=statements,
        events=label(encounters, statements, {e.id: cues[e.id] for e in encounters if e.id in cues}),
    )  # fmt: skip


def _amended(rows: Sequence[PageRow], corrections: Sequence[Correction], part: Part) -> tuple[PageRow, ...]:
    found = {row.id: row for row in rows}
    for correction in corrections:
        row = _target(rows, correction) if correction.part == part else None
        if row is not None:
            found[row.id] = _with(found[row.id], correction)
    return tuple(found.values())


def _target(rows: Iterable[PageRow], correction: Correction) -> PageRow | None:
    """The record that stands on the same characters: the one of that number if it does, else the nearest."""
    wanted = correction.target.rpartition("/")[2]
    shared = [(_shared(anchor_of(row), correction.anchor), row.id == wanted, row) for row in rows]
    best = max(shared, key=lambda s: (s[0], s[1]), default=None)
    return best[2] if best is not None and best[0] > 0 else None


def _shared(a: Iterable[Span], b: Sequence[Span]) -> int:
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def _with(row: PageRow, correction: Correction) -> PageRow:
    from dragoman.save.values import attribute, parsed

    changes: dict[str, Any] = {attribute(correction.field): parsed(correction.part, correction.field, correction.value)}
    if correction.part == "encounter" and correction.field == "date":
        changes |= {"date_span": None, "date_basis": None}
    return msgspec.structs.replace(row, **changes)


def _with_states(encounter: Encounter, moved: dict[str, tuple[str | None, str | None]]) -> Encounter:
    """Participants act for whom their actor does."""
    participants = tuple(
        msgspec.structs.replace(p, for_=moved[p.actor][1]) if p.actor in moved and p.for_ == moved[p.actor][0] else p
        for p in encounter.participants
    )
    return msgspec.structs.replace(encounter, participants=participants)


def _spoken_for(statement: Statement, moved: dict[str, tuple[str | None, str | None]]) -> Statement:
    """Speakers speak for whom their actor does."""
    states = list(statement.for_)
    for old, new in (moved[a] for a in statement.speakers if a in moved):
        if old != new:
            states = [x for x in states if x not in (old, new)] + ([new] if new else [])
    return msgspec.structs.replace(statement, for_=tuple(states))


def amend_engagement(engagement: Engagement, corrections: Iterable[Correction]) -> Engagement:
    """The engagement with the corrections; what its reports say of it stays as it is."""
    from dragoman.save.values import parsed

    changes: dict[str, Any] = {c.field: parsed("engagement", c.field, c.value) for c in corrections}
    return msgspec.structs.replace(engagement, **changes) if changes else engagement
