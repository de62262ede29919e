"""Databases take only so many values in one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_SIZE = 400


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """The values, sorted, in lists that fit into one `IN (...)`; nothing for nothing."""
    ordered = sorted(values)
    for start in range(0, len(ordered), _SIZE):
        yield ordered[start : start + _SIZE]
