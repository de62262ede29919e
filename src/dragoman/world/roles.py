"""Finer roles and the offices they fall under."""

from __future__ import annotations

from functools import cache
from typing import get_args

from dragoman.model import Office, Qualifier
from dragoman.world.files import Row, data_root, load_rows


class Role(Row, frozen=True, kw_only=True):
    """A role; a row with `state` says what the title is there ("secretary of state" in the USA); `body` and `movement`
    in its place stand for every body or armed movement ("president" of a bank of states is no head of state).

    `same_as` names the role it is then. `rank`: 1 head of state ... 8 unspecified, 0 for "counterpart". `office` is
    None for a title that says nothing of the office ("leader", "counterpart"). `usual`: the state that is meant where
    the page names none. `seats`: how many hold the role in full at a time, None: any number. `rotating`:
    it falls to somebody by an office at home, by which people are known (the host of a G7 year).
    """

    role: str
    state: str | None = None
    same_as: str | None = None
    office: Office | None = None
    qualifier: Qualifier | None = None
    rank: int = 9
    usual: str | None = None
    seats: int | None = None
    rotating: bool = False


class Weight(Row, frozen=True, kw_only=True):
    """How much an office counts beside another one of the same person."""

    office: Office
    weight: int


@cache
def _roles() -> dict[tuple[str, str | None], Role]:
    return {(row.role, row.state): row for row in load_rows(data_root() / "roles.csv", Role)}


def roles_to_offices() -> dict[str, tuple[Office | None, Qualifier | None]]:
    """What each role is wherever the state is unknown or says nothing of its own."""
    return {role: (row.office, row.qualifier) for (role, at), row in _roles().items() if at is None}


def office_names() -> tuple[Office, ...]:
    """Every office of the record format."""
    return get_args(Office)


def role_at(role: str, state: str | None) -> Role | None:
    """The role as it is in that state, `same_as` followed ("foreign_secretary" in GBR is foreign_minister)."""
    known = _roles()
    row = known.get((role, state)) or known.get((role, _kind(state))) or known.get((role, None))
    if row is None or row.same_as is None:
        return row
    return known.get((row.same_as, None), row)


@cache
def _kind(state: str | None) -> str | None:
    """What rows for every body ("body") or armed movement ("movement") name in place of a state."""
    from dragoman.world.bodies import bodies
    from dragoman.world.states import states

    body = bodies().get(state or "") if state not in states() else None  # NAM is Namibia too
    return None if body is None else "movement" if body.kind == "nonstate" else "body"


@cache
def office_weight(role: str | None, state: str | None) -> int:
    """Which of two offices of one person counts: that of the greater weight ("Deputy Prime Minister and Foreign
    Minister" is a foreign minister); 0 for no office."""
    office = office_of(role, state) if role else None
    return _weights().get(office, 1) if office else 0


@cache
def _weights() -> dict[str, int]:
    return {row.office: row.weight for row in load_rows(data_root() / "office_weights.csv", Weight)}


@cache
def role_bodies() -> dict[str, str]:
    """Roles whose title names the body ("nato_secretary_general"): role -> body."""
    from dragoman.world.bodies import bodies

    known = {body.lower(): body for body in bodies()}
    out = {}
    for role, at in _roles():
        prefix = max((b for b in known if role.startswith(b + "_")), key=len, default=None)
        if prefix and at is None:
            out[role] = known[prefix]
    return out


@cache
def only_state(role: str) -> str | None:
    """The one state in which a title without a state is usual ("secretary of state" is American)."""
    row = _roles().get((role, None))
    return row.usual if row else None


def office_of(role: str, state: str | None) -> Office | None:
    """The office that a role falls under in that state."""
    row = role_at(role, state)
    return row.office if row else None


class Head(Row, frozen=True, kw_only=True):
    """A row of `heads.csv`: in that state a role holds an office that it does not hold elsewhere ("president" is head
    of government in the USA), from `start` to `end` (YYYY-MM-DD, both included, None: open). `only`: the office is that
    role's alone, though others fall under it too (who speaks for the EU to other states)."""

    state: str
    office: Office
    role: str
    start: str | None = None
    end: str | None = None
    only: bool = False


@cache
def _heads() -> dict[str, tuple[Head, ...]]:
    found: dict[str, tuple[Head, ...]] = {}
    for row in load_rows(data_root() / "heads.csv", Head):
        found[row.state] = (*found.get(row.state, ()), row)
    return found


def seat(role: str) -> str:
    """The role whose seat it is: an acting president sits in the president's."""
    return role.removeprefix("acting_")


def offices_on(role: str, state: str, date: str) -> set[Office]:
    """Every office that the holder of a role holds in that state on that day (YYYY-MM-DD)."""
    rows = [row for row in _heads().get(state, ()) if (row.start or "") <= date <= (row.end or "9")]
    own = office_of(role, state)
    others = {row.office for row in rows if row.only and row.role != role}
    return {row.office for row in rows if row.role == seat(role)} | ({own} - others if own else set())


def offices_ever(role: str, state: str) -> set[Office]:
    """The offices that the holder of a role holds in that state beside the role's own, at any time."""
    return {row.office for row in _heads().get(state, ()) if row.role == seat(role)}


def is_rotating(role: str) -> bool:
    """Whether the role falls to people by another office, by which they are known."""
    row = role_at(role, None)
    return row is not None and row.rotating


def has_seats(role: str, state: str) -> bool:
    """Whether only so many hold the role at a time, so that who comes takes the place of who goes."""
    row = role_at(seat(role), state)
    return row is not None and row.seats is not None
