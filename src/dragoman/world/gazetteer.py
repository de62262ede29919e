"""Which names of places mean one place, and which place lies in another: what `data/gazetteer.csv` adds to the names.

A capital needs no row: its names in all languages are in `names/<language>/metonyms.csv`.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from dragoman.world.files import Row, data_root, load_rows
from dragoman.world.names import languages, load_names
from dragoman.world.states import states


class PlaceLink(Row, frozen=True, kw_only=True):
    """`name` is another name of `same`, or a place that lies in `within`."""

    name: str
    same: str | None = None
    within: str | None = None


def fold_place(name: str) -> str:
    """The name without case, marks and a leading article: `The Hague` gives `hague`."""
    marks = unicodedata.normalize("NFKD", name.casefold())
    words = "".join(c for c in marks if not unicodedata.combining(c)).replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@cache
def links() -> dict[str, PlaceLink]:
    """Every row by its folded name."""
    return {fold_place(row.name): row for row in load_rows(data_root() / "gazetteer.csv", PlaceLink)}


@cache
def capitals() -> dict[str, str]:
    """The state whose capital has that folded name, in any language."""
    found = {fold_place(s.capital): s.iso3 for s in states().values() if s.kind != "former"}
    for code in languages():
        for metonym in load_names(code).metonyms:
            if metonym.type == "capital" and metonym.target:
                found.setdefault(fold_place(metonym.text), metonym.target)
    return found


@cache
def settled() -> frozenset[str]:
    """Folded names of cities and regions: what two reports can name differently only by being in two places."""
    places = {fold_place(p.text) for c in languages() for p in load_names(c).places if p.kind in ("city", "region")}
    return frozenset(places | set(capitals()))


@cache
def state_names() -> frozenset[str]:
    """Folded names of states: such a place says no more than the country."""
    return frozenset(fold_place(s.text) for c in languages() for s in load_names(c).states)


def chain(name: str) -> tuple[str, ...]:
    """The place's key, then those of what it lies in; a capital has one key in all languages."""
    found: list[str] = []
    at: str | None = fold_place(name)
    while at and len(found) < 9:  # rows that go in a circle end here
        row = links().get(at)
        if row is not None and row.same:
            at = fold_place(row.same)
            row = links().get(at)
        key = f"capital {capitals()[at]}" if at in capitals() else at
        if key in found:
            break
        found.append(key)
        at = fold_place(row.within) if row is not None and row.within else None
    return tuple(found)
