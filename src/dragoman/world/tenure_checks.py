"""What a row of office-holders must be, for the shipped table and for what users import.

`check_row` looks at one row, `check_table` at rows together. Both raise WorldError naming the place of the row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from dragoman.errors import WorldError
from dragoman.world.bodies import bodies
from dragoman.world.files import Row
from dragoman.world.roles import role_at, roles_to_offices
from dragoman.world.states import states

_EDTF = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_OPEN = "9999"


class HolderRow(Row, frozen=True, kw_only=True):
    """A row of `data/offices/<STATE>.csv`; `aliases` are separated by a bar, `note` says why a row is as it is."""

    person: str
    role: str
    start: str
    source: str
    wikidata: str | None = None
    end: str | None = None
    status: Literal["full", "acting", "elect", "designate"] = "full"
    title: str | None = None
    seen: str | None = None
    aliases: str = ""
    note: str = ""


class Placed(NamedTuple):
    """A row, the state or body that it is of, and where it stands ("FILE: row 7")."""

    where: str
    state: str
    row: HolderRow


def check_row(placed: Placed) -> None:
    """Refuses an unknown state, body or role, what is no date, and an end before the start."""
    where, state, row = placed
    if state not in states() and state not in bodies():
        raise WorldError(f"{where}: {state!r} is neither a state nor a body")
    if row.role not in roles_to_offices():
        raise WorldError(f"{where}: no role {row.role!r}")
    for date in (row.start, row.end, row.seen):
        if date is not None and not _EDTF.fullmatch(date):
            raise WorldError(f"{where}: {date!r} is not a date (YYYY, YYYY-MM or YYYY-MM-DD)")
    if row.end is not None and _before(row.end, row.start):
        raise WorldError(f"{where}: {row.person} ends ({row.end}) before the start ({row.start})")


def check_table(rows: Iterable[Placed]) -> None:
    """Refuses a tenure that stands twice, a Wikidata id of two persons, and more full holders than a seat has."""
    seen: dict[tuple[str | None, ...], str] = {}
    persons: dict[str, Placed] = {}
    seats: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for placed in rows:
        where, state, row = placed
        key = (state, row.wikidata or row.person, row.role, row.start, row.end, row.title)
        if key in seen:
            raise WorldError(f"{where}: the same tenure as {seen[key]} ({row.person}, {row.role}, {row.start})")
        seen[key] = where
        if row.wikidata:
            first = persons.setdefault(row.wikidata, placed)
            if first.row.person != row.person:
                raise WorldError(f"{where}: {row.wikidata} is {first.row.person} in {first.where}, here {row.person}")
        if row.status == "full":
            seats[state, row.role].append(placed)
    for (state, role), holders in seats.items():
        known = role_at(role, state)
        if known is not None and known.seats is not None:
            _check_seats(holders, known.seats)


def _check_seats(holders: Sequence[Placed], seats: int) -> None:
    """Refuses the first row with which more full tenures surely overlap than there are seats."""
    sitting: list[Placed] = []
    for placed in sorted(holders, key=lambda p: (p.row.start, p.row.end or _OPEN)):
        sitting = [s for s in sitting if s.row.end is None or _before(placed.row.start, s.row.end)]
        if len(sitting) >= seats:
            other = sitting[0]
            raise WorldError(
                f"{placed.where}: {placed.row.person} is {placed.row.role} of {placed.state} from {placed.row.start}, "
                f"but {other.row.person} is until {other.row.end or 'an open end'} ({other.where})"
            )
        sitting.append(placed)


def _before(first: str, second: str) -> bool:
    """Whether a date lies before another as far as both are known (2022 is not before 2022-05)."""
    length = min(len(first), len(second))
    return first[:length] < second[:length]
