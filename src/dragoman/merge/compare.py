"""Two reports: a score and the reason. The date decides first, the other features add to it or take from it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.merge.copies import COPY
from dragoman.merge.features import Feature, copied, details, kinds, parties, people, places
from dragoman.merge.records import Comparison, Report
from dragoman.merge.times import times

THRESHOLD = 0.6
"""At or over it two reports are linked."""
REVIEW = 0.45
"""From here on a person is asked (`dragoman review`)."""
_COPIED = 0.1


def compare(a: Report, b: Report) -> Comparison:
    """How sure it is that both tell of one contact. Symmetric."""
    if a.page == b.page:
        return Comparison(score=0.0, why="told apart on one page", apart=True)
    features = [kinds(a, b), parties(a, b)]
    if not any(f.apart for f in features):
        copy = copied(a, b)
        features += [times(a, b, copy), people(a, b), places(a, b), details(a, b)]
        if copy >= COPY:
            features.append(Feature(_COPIED, f"{copy:.0%} one text"))
    return _sum(features)


def _sum(features: Sequence[Feature]) -> Comparison:
    against = next((f for f in features if f.apart), None)
    if against is not None:
        return Comparison(score=0.0, why=against.why, apart=True)
    score = min(max(sum(f.score for f in features), 0.0), 1.0)
    return Comparison(score=round(score, 3), why="; ".join(f.why for f in features if f.why))
