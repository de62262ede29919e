"""International bodies, groups and armed movements, and who belongs to them on a day."""

from __future__ import annotations

from functools import cache

from dragoman.world.files import Row, data_root, load_rows
from dragoman.world.states import states


class Body(Row, frozen=True, kw_only=True):
    body: str
    name_en: str
    kind: str


class Membership(Row, frozen=True, kw_only=True):
    """`member` (a state or a body) belongs to `body` from `start` to `end` (YYYY-MM-DD, both included, None: open).

    A movement's row names the state in which it acts.
    """

    body: str
    member: str
    start: str | None = None
    end: str | None = None

    def holds(self, date: str | None) -> bool:
        """Whether it holds on that day; without a day, whether it still holds."""
        if date is None:
            return self.end is None
        return (self.start or "") <= date <= (self.end or "9999")


@cache
def bodies() -> dict[str, Body]:
    """Every body by its id, in the order of the file."""
    return {row.body: row for row in load_rows(data_root() / "bodies.csv", Body)}


@cache
def _memberships() -> dict[str, tuple[Membership, ...]]:
    found: dict[str, tuple[Membership, ...]] = {}
    for row in load_rows(data_root() / "membership.csv", Membership):
        found[row.body] = (*found.get(row.body, ()), row)
    return found


def members(body: str, date: str | None = None) -> list[str]:
    """Who belongs to the body on that day (YYYY-MM-DD), or now; empty where the table does not say."""
    return [row.member for row in _memberships().get(body, ()) if row.holds(date)]


_NO_PARTY = frozenset({"format", "region", "body", "agreement", "forum"})


@cache
def is_party(code: str) -> bool:
    """Whether a code can be the target of an act: a state or an organisation, no format, region or loose group."""
    body = bodies().get(code)
    if body is None:
        return code in states()
    return not (body.kind in _NO_PARTY or (body.kind == "group" and "_" in code))
