"""Compiling `data/offices/*.csv` (one file a state or body) into the index that `offices.py` reads.

Every row is checked: known state or body, known role, dates in order. Lines of one person share the aliases, which
stand on the first of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from dragoman.errors import WorldError
from dragoman.world.bodies import bodies
from dragoman.world.files import Row, data_root, load_rows
from dragoman.world.fold import fold
from dragoman.world.offices import Compiled, Tenure
from dragoman.world.roles import roles_to_offices
from dragoman.world.states import states

_EDTF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class HolderRow(Row, frozen=True, kw_only=True):
    """A row of `data/offices/<STATE>.csv`; `aliases` are separated by a bar."""

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


def compile_offices(folder: Traversable | None = None) -> bytes:
    """The index as MessagePack, the same bytes for the same rows; WorldError names the file and row it refuses."""
    tenures: list[Tenure] = []
    names: dict[str, set[str]] = defaultdict(set)
    for path in sorted((folder or data_root() / "offices").iterdir(), key=lambda p: p.name):
        for tenure, spellings in _read(path):
            tenures.append(tenure)
            names[_person_key(tenure)] |= {tenure.person, *spellings}
    tenures.sort(key=lambda t: (t.start, t.state, t.role, t.person))
    return msgspec.msgpack.encode(_index(tenures, names))


def _index(tenures: list[Tenure], names: dict[str, set[str]]) -> Compiled:
    by_name: dict[str, list[int]] = defaultdict(list)
    by_state: dict[str, list[int]] = defaultdict(list)
    spellings: dict[str, list[str]] = {}
    for position, tenure in enumerate(tenures):
        known = names[_person_key(tenure)]
        for folded in sorted({fold(name) for name in known}):
            by_name[folded].append(position)
        by_state[tenure.state].append(position)
        if len(known) > 1:
            spellings[tenure.person] = sorted(known - {tenure.person})
    return Compiled(tenures, dict(sorted(by_name.items())), dict(sorted(by_state.items())), spellings)


def _person_key(tenure: Tenure) -> str:
    return tenure.wikidata or tenure.person


def _read(path: Traversable) -> Iterator[tuple[Tenure, list[str]]]:
    state = path.name.removesuffix(".csv")
    if state not in states() and state not in bodies():
        raise WorldError(f"{path}: {state!r} is neither a state nor a body")
    known_roles = roles_to_offices()
    for number, row in enumerate(load_rows(path, HolderRow), 2):
        _check(row, f"{path}: row {number}", known=row.role in known_roles)
        tenure = Tenure(
            person=row.person, state=state, role=row.role, start=row.start, end=row.end, status=row.status,
            wikidata=row.wikidata, title=row.title, seen=row.seen, source=row.source,
        )  # fmt: skip
        yield tenure, [name.strip() for name in row.aliases.split("|") if name.strip()]


def _check(row: HolderRow, where: str, *, known: bool) -> None:
    if not known:
        raise WorldError(f"{where}: no role {row.role!r}")
    for date in (row.start, row.end, row.seen):
        if date is not None and not _EDTF.fullmatch(date):
            raise WorldError(f"{where}: {date!r} is not a date (YYYY, YYYY-MM or YYYY-MM-DD)")
    if row.end is not None:
        length = min(len(row.start), len(row.end))
        if row.end[:length] < row.start[:length]:
            raise WorldError(f"{where}: {row.person} ends ({row.end}) before the start ({row.start})")
