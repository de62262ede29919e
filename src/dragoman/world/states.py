"""The states: ISO 3166-1 alpha-3 code, Wikidata id, English name, capital."""

from __future__ import annotations

from functools import cache
from typing import Literal

from dragoman.errors import WorldError
from dragoman.world.files import Row, data_root, load_rows


class State(Row, frozen=True, kw_only=True):
    """A state or a place that has a code. `kind`: UN member, observer, partly recognised, former, territory.
    `family_first`: people there are called by the first word of their name."""

    iso3: str
    name_en: str
    capital: str
    wikidata: str
    kind: Literal["member", "observer", "partial", "former", "territory"]
    iso2: str | None = None
    family_first: bool = False


@cache
def states() -> dict[str, State]:
    """Every state by its alpha-3 code, in the order of the file."""
    return {row.iso3: row for row in load_rows(data_root() / "states.csv", State)}


def state(iso3: str) -> State:
    """The state with that code; WorldError for an unknown one."""
    try:
        return states()[iso3]
    except KeyError:
        raise WorldError(f"{data_root() / 'states.csv'}: no state {iso3!r}") from None


def family_name_first(code: str) -> bool:
    """Whether people of that state are called by the first word of their name (Xi Jinping, Kim Jong-un)."""
    row = states().get(code)
    return row is not None and row.family_first


class Predecessor(Row):
    """Until that day (YYYY-MM-DD) the names and places of `state` stood for its predecessor."""

    state: str
    predecessor: str
    until: str


@cache
def _predecessors() -> tuple[Predecessor, ...]:
    return tuple(load_rows(data_root() / "predecessors.csv", Predecessor))


def as_of(code: str, date: str | None) -> str:
    """The state that a name of `code` stood for on that day ("Moscow" in 1987 is the Soviet Union)."""
    if date is not None:
        for row in _predecessors():
            if row.state == code and date <= row.until:
                return row.predecessor
    return code
