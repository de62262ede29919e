"""Finer roles and the offices they fall under."""

from __future__ import annotations

from functools import cache

from dragoman.model import Office, Qualifier
from dragoman.world.files import Row, data_root, load_rows


class Role(Row, frozen=True, kw_only=True):
    """A role; a row with `state` says what the title is there ("secretary of state" in the USA); `body` and `movement`
    in its place stand for every body or armed movement ("president" of a bank of states is no head of state).

    `same_as` names the role it is then. `rank`: 1 head of state ... 8 unspecified, 0 for "counterpart". `office` is
    `usual`: the state that is meant where the page names none.
    None for a title that says nothing of the office ("leader", "counterpart").
    """

    role: str
    state: str | None = None
    same_as: str | None = None
    office: Office | None = None
    qualifier: Qualifier | None = None
    rank: int = 9
    usual: str | None = None


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

    body = bodies().get(state or "")
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
