"""How alike two sets of signs are."""

from __future__ import annotations

from dragoman.align.signs import Signs

_STEM, _REST = 5, 5
"""Two stems are akin that begin with so many equal letters and have fewer than so many left (stabilit-y, -as)."""
_PAIR, _PART = 0.65, 0.35
"""Weights of how much both share of both, and of the smaller one."""


def similar(a: Signs, b: Signs) -> float:
    """0 (nothing shared) to 1; symmetric. A short text that is all in a long one counts for something."""
    if not a or not b:
        return 0.0
    shared = _shared(a, b)
    left, right = sum(a.values()), sum(b.values())
    return _PAIR * 2 * shared / (left + right) + _PART * shared / min(left, right)


def covered(a: Signs, b: Signs) -> float:
    """The part of `a` that is also in `b`, by weight."""
    return _shared(a, b) / sum(a.values()) if a else 0.0


def _shared(a: Signs, b: Signs) -> float:
    """The weight of the signs that both have, each used once."""
    total = sum(min(weight, b[sign]) for sign, weight in a.items() if sign in b)
    free = [sign for sign in b if sign not in a and sign[0].isalpha()]
    for sign, weight in a.items():
        if sign in b or not sign[0].isalpha():
            continue
        other = next((f for f in free if _akin(sign, f)), None)
        if other is not None:
            free.remove(other)
            total += min(weight, b[other])
    return total


def _akin(a: str, b: str) -> bool:
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return same >= _STEM and max(len(a), len(b)) - same < _REST
