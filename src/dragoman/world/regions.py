"""Waters, regions, territories, blocs and events that metonyms name and that act for nobody."""

from __future__ import annotations

from functools import cache
from typing import Literal

from dragoman.world.files import Row, data_root, load_rows


class Region(Row, frozen=True, kw_only=True):
    """`name_en` is the plain name to normalise a loaded or contested one to; `state` the state it belongs to."""

    code: str
    name_en: str
    kind: Literal["water", "region", "territory", "bloc", "event"]
    state: str | None = None


@cache
def regions() -> dict[str, Region]:
    """Every region by its code, in the order of the file."""
    return {row.code: row for row in load_rows(data_root() / "regions.csv", Region)}
