"""A page read again: which of its new reports is the contact that an old report was of."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.merge.records import Report
from dragoman.merge.reports import family
from dragoman.model import Span

_ENOUGH = 4.0
"""Points; the same kind and parties and either the date or the place in the text."""


def follow(old: Report, new: Iterable[Report]) -> Report | None:
    """The new report of the same contact; None where the page no longer tells of it (or of two alike)."""
    candidates = list(new)
    named = [r for r in candidates if r.anchor == old.anchor and old.anchor]
    points = sorted(((_points(old, r), r.key, r) for r in candidates), key=lambda x: (-x[0], x[1]))
    if not points or points[0][0] < _ENOUGH:
        return named[0] if named else None
    best = [r for score, _, r in points if score == points[0][0]]
    if len(best) == 1:
        return best[0]
    return next((r for r in best if r in named), None)


def _points(old: Report, new: Report) -> float:
    left, right = set(old.parties), set(new.parties)
    shared = len(left & right) / len(left | right) if left | right else 1.0
    points = 2.0 * (family(old.kind) == family(new.kind)) + 2.0 * shared
    if old.date is not None and new.date is not None:
        points += 1.0 if old.date == new.date else -1.0
    return points + (1.0 if _overlap(old.evidence, new.evidence) else 0.0)


def _overlap(a: Iterable[Span], b: Iterable[Span]) -> bool:
    spans = list(b)
    return any(x[0] < y[1] and y[0] < x[1] for x in a for y in spans)
