"""Capitals and cities where diplomacy happens, with coordinates; read only when they are asked for.

The compiled file is made by `python tools/compile_places.py` from GeoNames (CC BY 4.0) and `data/places.csv`.
"""

from __future__ import annotations

import gzip
from functools import cache

import msgspec

from dragoman.errors import WorldError
from dragoman.world.files import Row, data_root, load_rows
from dragoman.world.fold import fold

COMPILED = "compiled/places.msgpack.gz"


class Place(msgspec.Struct, frozen=True, array_like=True):
    """A city or venue: degrees north and east, the state on whose soil GeoNames has it, other names in any script.

    `geonames`: its number there, 0 for a row of our own; `population` 0: not told.
    """

    name: str
    state: str
    latitude: float
    longitude: float
    capital: bool = False
    population: int = 0
    geonames: int = 0
    names: tuple[str, ...] = ()


class Compiled(msgspec.Struct, frozen=True, array_like=True):
    """The compiled file: capitals first, then by size; positions by folded name."""

    places: list[Place]
    by_name: dict[str, list[int]]


class _OwnRow(Row, frozen=True, kw_only=True):
    name: str
    iso3: str
    latitude: float
    longitude: float
    capital: bool = False
    aliases: str = ""


def own_places() -> list[Place]:
    """The rows of `places.csv`: what GeoNames has not, or not as diplomacy calls it."""
    return [
        Place(r.name, r.iso3, r.latitude, r.longitude, r.capital, 0, 0, tuple(n for n in r.aliases.split("|") if n))
        for r in load_rows(data_root() / "places.csv", _OwnRow)
    ]


@cache
def _table() -> Compiled:
    path = data_root() / COMPILED
    try:
        return msgspec.msgpack.decode(gzip.decompress(path.read_bytes()), type=Compiled)
    except FileNotFoundError as e:
        raise WorldError(f"{path}: not compiled; run python tools/compile_places.py") from e


def places(name: str, state: str | None = None) -> list[Place]:
    """All places of that name, in any script; capitals first, then by size. `state`: only on its soil."""
    table = _table()
    found = (table.places[position] for position in table.by_name.get(fold(name), ()))
    return [place for place in found if state is None or place.state == state]


@cache
def capital(state: str) -> Place | None:
    """The capital of a state by its code; None for what has none."""
    return next((place for place in _table().places if place.capital and place.state == state), None)


def all_places() -> list[Place]:
    """Every place, capitals first, then by size."""
    return _table().places
