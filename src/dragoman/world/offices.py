"""Who held which office when: an index over the office-holders, compiled from `data/offices/*.csv`.

The compiled file is made by `python tools/compile_offices.py`; a test fails when it is older than its sources.
"""

from __future__ import annotations

import gzip
from collections.abc import Collection
from functools import cache
from typing import Literal

import msgspec

from dragoman.errors import WorldError
from dragoman.world.files import data_root
from dragoman.world.fold import fold
from dragoman.world.roles import has_seats, offices_on, seat

COMPILED = "compiled/offices.msgpack.gz"


class Tenure(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One person in one role of one state or body.

    `start` and `end` are EDTF with the precision known (2022, 2022-10, 2022-10-22). `end` None: no end known; `seen`
    is then the last day on which the source saw the person in office, None if it is the table's own word.
    `title` is the office in words where the role says less ("ambassador to Niger").
    """

    person: str
    state: str
    role: str
    start: str
    end: str | None = None
    status: Literal["full", "acting", "elect", "designate"] = "full"
    wikidata: str | None = None
    title: str | None = None
    seen: str | None = None
    source: str = ""

    def holds(self, date: str) -> bool:
        """Whether the person is in office on that day (YYYY-MM-DD), first and last day included."""
        if date[: len(self.start)] < self.start:
            return False
        return self.end is None or date[: len(self.end)] <= self.end


class Compiled(msgspec.Struct, frozen=True, array_like=True):
    """The compiled file: tenures, their positions by folded name, and every spelling of a person's name."""

    tenures: list[Tenure]
    by_name: dict[str, list[int]]
    by_state: dict[str, list[int]]
    spellings: dict[str, list[str]]


class Offices:
    """The index of office-holders. Read it once with `offices()`."""

    def __init__(self, data: Compiled) -> None:
        self._data = data

    def __len__(self) -> int:
        return len(self._data.tenures)

    def by_name(self, name: str) -> list[Tenure]:
        """All tenures of everyone who goes by that name, in any recorded spelling or script, oldest first."""
        return [self._data.tenures[i] for i in self._data.by_name.get(fold(name), ())]

    def names(self) -> Collection[str]:
        """Every folded name under which somebody is recorded."""
        return self._data.by_name.keys()

    def all(self) -> list[Tenure]:
        """Every tenure, oldest first."""
        return self._data.tenures

    def of(self, state: str) -> list[Tenure]:
        """All tenures of a state or body, oldest first."""
        return [self._data.tenures[i] for i in self._data.by_state.get(state, ())]

    def on(self, date: str, state: str, office: str) -> list[Tenure]:
        """Who held an office (or the finer role) of a state or body on a day, most certain first.

        Of roles with so many seats, a holder whose last day it is gives way when another starts that day. Those elect
        or designate do not hold the office yet: they come only where their role itself is asked for.
        """
        found = [tenure for tenure in self.of(state) if tenure.holds(date) and _is(tenure, office, date)]
        seated = [tenure for tenure in found if has_seats(tenure.role, state)]
        if any(tenure.start == date for tenure in seated):
            found = [tenure for tenure in found if tenure.end != date or tenure not in seated]
        return sorted(found, key=lambda tenure: (tenure.status != "full", tenure.end is None and bool(tenure.seen)))

    def spellings(self, person: str) -> list[str]:
        """Other spellings of a person's canonical name, in every recorded script."""
        return self._data.spellings.get(person, [])


def _is(tenure: Tenure, office: str, date: str) -> bool:
    """Whether the tenure is in that office or role; an acting holder counts for the role itself."""
    if office == tenure.role:
        return True
    if tenure.status in ("elect", "designate"):
        return False
    return office == seat(tenure.role) or office in offices_on(tenure.role, tenure.state, date)


@cache
def compiled() -> Compiled:
    """The shipped table as compiled."""
    path = data_root() / COMPILED
    try:
        payload = gzip.decompress(path.read_bytes())
    except FileNotFoundError as e:
        raise WorldError(f"{path}: not compiled; run python tools/compile_offices.py") from e
    return msgspec.msgpack.decode(payload, type=Compiled)


@cache
def shipped() -> Offices:
    """The shipped office-holders."""
    return Offices(compiled())


@cache
def offices() -> Offices:
    """The shipped office-holders and those of the user's imports."""
    from dragoman.world.overlay import imports

    found = imports()
    if not found:
        return shipped()
    from dragoman.world.merged import merge

    return Offices(merge(compiled(), found).table())
