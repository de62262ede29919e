"""Letters that a script writes in several ways, folded for comparison (`data/letters.toml`)."""

from __future__ import annotations

import msgspec

from dragoman.world.files import data_root, load_toml


class _Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    same: tuple[str, ...]
    silent: str


def _table() -> dict[int, str | None]:
    rows = load_toml(data_root() / "letters.toml", _Letters)
    table: dict[int, str | None] = {ord(char): None for char in rows.silent}
    table.update({ord(char): row[0] for row in rows.same for char in row[1:]})
    return table


LETTERS = _table()
"""For `str.translate`: each letter to the one that stands for it, silent marks to nothing."""
MARKS = frozenset(chr(code) for code, to in LETTERS.items() if to is None)
