"""Whose outlet it is: `data/outlets.csv` by name and domain; official sites are those of `domains.py`."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from dragoman.world.domains import official_state
from dragoman.world.files import Row, data_root, load_rows
from dragoman.world.states import states


class Outlet(Row, frozen=True, kw_only=True):
    """An outlet by its name or its domain. official: a state's own voice, not the press."""

    state: str
    name: str | None = None
    domain: str | None = None
    official: bool = False


@cache
def _by_name() -> dict[str, Outlet]:
    return {row.name.casefold(): row for row in _outlets() if row.name}


@cache
def _by_domain() -> dict[str, Outlet]:
    return {row.domain: row for row in _outlets() if row.domain}


@cache
def _outlets() -> tuple[Outlet, ...]:
    return tuple(load_rows(data_root() / "outlets.csv", Outlet))


@cache
def _country_codes() -> dict[str, str]:
    codes = {s.iso2.lower(): s.iso3 for s in states().values() if s.iso2 and s.kind != "former"}
    return codes | {"uk": "GBR"}


def outlet_named(name: str) -> Outlet | None:
    """The outlet of that name, whatever its case; "The" before it does not count."""
    return _by_name().get(name.strip().casefold().removeprefix("the "))


def outlet_at(url: str) -> Outlet | None:
    """The outlet at an address: a known domain, an official site, else the press of the country its code names."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return None
    labels = host.split(".")
    for at in range(len(labels) - 1):
        known = _by_domain().get(".".join(labels[at:]))
        if known is not None:
            return known
    official = official_state(url)
    if official is not None:
        return Outlet(state=official, official=True)
    state = _country_codes().get(labels[-1]) if len(labels) > 1 else None
    return Outlet(state=state) if state else None
