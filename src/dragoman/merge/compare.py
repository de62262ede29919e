"""Two reports: a score and the reason. The date decides first, the other features add to it or take from it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.merge.copies import COPY
from dragoman.merge.dates import When, when
from dragoman.merge.features import Feature, context, copied, details, kinds, parties, people, places
from dragoman.merge.keys import AHEAD_DAYS, NEWS_DAYS, VISIT_DAYS
from dragoman.merge.records import Comparison, Report

THRESHOLD = 0.6
"""At or over it two reports are linked."""
REVIEW = 0.45
"""From here on a person is asked (`dragoman review`)."""

# Same day and parties link by themselves; a period, or a date inferred from the publication, needs the same people on
# every side that both reports name; a neighbouring day needs people and context; no date at all nearly everything.
DAY, RANGE, COARSE, NEWS, AHEAD, NEIGHBOUR, TIMELESS = 0.70, 0.60, 0.45, 0.40, 0.35, 0.10, 0.10
_FAR = 10
"""Days between what two held main reports tell of, beyond which they surely tell of two contacts."""
_YEAR = 62
"""Days; a longer span (a season, a year) says nearly nothing."""


def compare(a: Report, b: Report) -> Comparison:
    """How sure it is that both tell of one contact. Symmetric."""
    if a.page == b.page:
        return Comparison(score=0.0, why="told apart on one page", apart=True)
    features = [kinds(a, b), parties(a, b)]
    if not any(f.apart for f in features):
        copy = copied(a, b)
        features += [_time(a, b, copy), people(a, b), places(a, b), details(a, b)]
        if copy >= COPY:
            features.append(Feature(0.1, f"{copy:.0%} one text"))
    return _sum(features)


def _sum(features: Sequence[Feature]) -> Comparison:
    against = next((f for f in features if f.apart), None)
    if against is not None:
        return Comparison(score=0.0, why=against.why, apart=True)
    score = min(max(sum(f.score for f in features), 0.0), 1.0)
    return Comparison(score=round(score, 3), why="; ".join(f.why for f in features if f.why))


def _time(a: Report, b: Report, copy: float) -> Feature:
    left, right = (when(r.date, r.published, r.status) for r in (a, b))
    if copy >= COPY and not (a.date and b.date and a.date_basis == b.date_basis == "stated" and a.date != b.date):
        return Feature(DAY, "copies of one text")
    if left.first is not None and right.first is not None:
        found = _dated(a, b, left, right)
    elif left.first is None and right.first is None:
        found = _undated(a, b, left, right)
    else:
        dated, news = ((a, left), (b, right)) if right.first is None else ((b, right), (a, left))
        found = _news(dated, news)
    return found if found.apart else _with_context(found, a, b)


def _with_context(found: Feature, a: Report, b: Report) -> Feature:
    """What the pages are about weighs the more the less the dates say."""
    alike = context(a, b)
    if not alike:
        return found
    weight = 0.4 if found.score <= max(TIMELESS, NEIGHBOUR) else 0.15
    return Feature(found.score + weight * alike, f"{found.why}; {alike:.0%} of one context")


def _dated(a: Report, b: Report, left: When, right: When) -> Feature:
    between = max(left.first or 0, right.first or 0) - min(left.last or 0, right.last or 0)
    if between <= 0:
        return _overlapping(a, b, max(left.length, right.length))
    told = f"{a.date} against {b.date}" if a.key < b.key else f"{b.date} against {a.date}"
    if a.kind == b.kind == "visit" and between <= VISIT_DAYS:
        return Feature(COARSE, f"days of one visit, {told}")
    if between == 1 and a.outlet != b.outlet and "cancelled" not in (a.status, b.status):
        return _neighbours(a, b, told)
    planned = a.status != b.status
    return Feature(0.0, told, apart=not (planned and between <= NEWS_DAYS and "held" in (a.status, b.status)))


def _neighbours(a: Report, b: Report, told: str) -> Feature:
    """Two calls of a pair on neighbouring days are two, unless the pages tell one story."""
    alike = context(a, b)
    if alike < 0.5 or not set(a.topics) & set(b.topics):
        return Feature(0.0, told, apart=True)
    return Feature(NEIGHBOUR, f"neighbouring days, {told}")


def _overlapping(a: Report, b: Report, length: int) -> Feature:
    if a.date == b.date:
        score = DAY if length == 1 else RANGE if length <= 7 else COARSE if length <= _YEAR else TIMELESS
        return Feature(score, f"same {'day' if length == 1 else 'period'} {a.date}")
    told = f"{min(a.date or '', b.date or '')} and {max(a.date or '', b.date or '')} overlap"
    if length <= 7:
        return Feature(RANGE, told)
    return Feature(COARSE if length <= _YEAR else TIMELESS, told)


def _undated(a: Report, b: Report, left: When, right: When) -> Feature:
    if left.published is None or right.published is None:
        return Feature(TIMELESS, "without dates")
    between = abs(left.published - right.published)
    if "held" not in (a.status, b.status) or a.status != b.status:
        near = AHEAD_DAYS
    else:
        near = VISIT_DAYS if a.kind == "visit" else NEWS_DAYS
    if between > near:
        return Feature(0.0, f"published {between} days apart", apart=between > _FAR)
    if a.status != b.status and not _in_order(a, b, left.published, right.published):
        return Feature(0.0, "announced after it was held")
    return Feature(
        NEWS if a.status == b.status and between < 2 else AHEAD, f"both without a date, {between} days apart"
    )


def _in_order(a: Report, b: Report, left: int, right: int) -> bool:
    """What was planned was announced before it was held."""
    early, late = (left, right) if b.status == "held" else (right, left)
    return early <= late + 1


def _news(dated: tuple[Report, When], news: tuple[Report, When]) -> Feature:
    (told, at), (undated, without) = dated, news
    if without.published is None:
        return Feature(TIMELESS, f"{told.date} against no date at all")
    if undated.salience != "main":
        return Feature(0.0, "in passing, without a date")
    if at.length > 7:
        return Feature(TIMELESS, f"{told.date} against none, published {undated.published}")
    before, after = (at.first or 0) - without.published, without.published - (at.last or 0)
    if undated.status != "held":
        score = AHEAD if before <= AHEAD_DAYS and after <= 1 else 0.0
        return Feature(score, f"{told.date}, and announced on {undated.published}")
    near = VISIT_DAYS if told.kind == "visit" else NEWS_DAYS
    if before > 1 or after > near:
        return Feature(
            0.0, f"{told.date} against none, published {undated.published}", apart=before > 1 or after > _FAR
        )
    return Feature(NEWS, f"{told.date} against none, published {undated.published}")
