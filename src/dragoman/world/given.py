"""Given names that tell whether "he" or "she" can mean their bearer."""

from __future__ import annotations

import unicodedata
from functools import cache

from dragoman.world.files import Row, data_root, load_rows


class Given(Row, frozen=True, kw_only=True):
    """A given name and the gender ("m", "f") of nearly all who bear it."""

    name: str
    gender: str


@cache
def given_names() -> dict[str, str]:
    """Folded given name -> gender."""
    return {_folded(row.name): row.gender for row in load_rows(data_root() / "given_names.csv", Given)}


def _folded(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
