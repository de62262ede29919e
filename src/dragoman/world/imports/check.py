"""What every import must keep to, whatever its format."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from dragoman.errors import WorldError
from dragoman.world.overlay import ImportedRow
from dragoman.world.roles import office_names, office_of, role_at, roles_to_offices
from dragoman.world.states import states
from dragoman.world.tenure_checks import HolderRow, Placed, check_row, check_table

_USUAL = {"head_of_state": "president", "head_of_government": "prime_minister"}


class Given(NamedTuple):
    """A row as its file has it, and where it stands ("FILE: row 7")."""

    where: str
    row: ImportedRow


class Read(NamedTuple):
    """The rows of a file, and what of it was left out on purpose, a line each."""

    rows: tuple[ImportedRow, ...]
    notes: tuple[str, ...] = ()


def checked(file: Path, given: Sequence[Given], notes: Sequence[str] = ()) -> Read:
    """The rows, each checked by itself and all together. WorldError names file and row; then nothing is taken."""
    if not given:
        raise WorldError(f"{file}: no tenure in it{': ' + notes[0] if notes else ''}")
    placed = []
    rows = []
    for where, row in given:
        row = msgspec.structs.replace(row, state=_state(row.state), role=_role(where, row))
        if not row.person.strip():
            raise WorldError(f"{where}: a row without a person")
        placed.append(Placed(where, row.state, _holder(where, row)))
        check_row(placed[-1])
        rows.append(row)
    check_table(placed)
    return Read(tuple(rows), tuple(notes))


def _state(text: str) -> str:
    """An alpha-3 code or body id; of an alpha-2 code the alpha-3 code."""
    code = text.strip().upper()
    return next((s.iso3 for s in states().values() if s.iso2 == code), code)


def _role(where: str, row: ImportedRow) -> str:
    """A role id; for an office the role that its holder has in that state."""
    name = row.role.strip().lower()
    known = role_at(name, _state(row.state))
    if known is not None:
        return known.role if known.role in roles_to_offices() else name
    if name not in office_names():
        raise WorldError(f"{where}: {row.role!r} is neither an office nor a role")
    from dragoman.world.offices import shipped

    of_office = [t.role for t in shipped().of(_state(row.state)) if office_of(t.role, t.state) == name]
    kept = [role for role in of_office if not role.startswith("acting_") and not role.endswith("_elect")]
    if kept:
        return kept[-1]
    if name not in _USUAL:
        raise WorldError(f"{where}: {row.role!r} says too little; give a role such as ambassador or spokesperson")
    return _USUAL[name]


def _holder(where: str, row: ImportedRow) -> HolderRow:
    kept = {k: v for k, v in msgspec.structs.asdict(row).items() if k not in ("state", "aliases") and v}
    try:
        return msgspec.convert({**kept, "source": "import"}, HolderRow)
    except msgspec.ValidationError as e:
        raise WorldError(f"{where}: {e}") from e
