"""What the dates of two reports say: the feature that all others add to.

Same day and parties link by themselves; a period, or a date inferred from the publication, needs the same people on
every side that both reports name, or much in common otherwise; a neighbouring day needs people and one story; no date
at all nearly everything.
"""

from __future__ import annotations

from dragoman.merge.copies import COPY
from dragoman.merge.dates import When, when
from dragoman.merge.features import Feature, context, in_common, same_place
from dragoman.merge.keys import AHEAD_DAYS, NEAR_DAYS, NEWS_DAYS, VISIT_DAYS
from dragoman.merge.records import Report

DAY, RANGE, COARSE, AHEAD, EARLY, NEIGHBOUR, TIMELESS = 0.70, 0.60, 0.45, 0.35, 0.30, 0.35, 0.10
NEWS = (0.45, 0.38, 0.35)
"""By the days between contact and publication; a visit is still news afterwards."""
_TOLD, _UNTOLD = 0.15, 0.25
"""What a context that is all the same adds where both give the date, and where one does not ..."""
_ALONE = 0.40
"""... and where there is nothing else."""
_SHORT, _LONG = 7, 62
"""Days; a span up to the one is a visit's, beyond the other (a season, a year) it says nearly nothing."""
_FAR = 10
"""Days between what two held main reports tell of, beyond which they surely tell of two contacts."""
_ONE_STORY = 2
"""So much (a topic and a third party, a duration) two outlets must have in common to have told of one day's contact."""
NEIGHBOURS = "neighbouring days"


def times(a: Report, b: Report, copy: float) -> Feature:
    """The dates of the two, with what their pages are about: that weighs the more the less the dates say."""
    left, right = (when(r.date, r.published, r.status) for r in (a, b))
    if copy >= COPY and not _both_stated(a, b):
        return Feature(DAY, "copies of one text")
    if left.first is not None and right.first is not None:
        found = _dated(a, b, left, right)
    elif left.first is None and right.first is None:
        found = _undated(a, b, left, right)
    elif left.first is None:
        found = _news(b, a, right, left.published)
    else:
        found = _news(a, b, left, right.published)
    return found if found.apart else _with_context(found, a, b)


def _both_stated(a: Report, b: Report) -> bool:
    """Copies that put the contact on two days: only a counted date ("on Wednesday") drifts with the publication."""
    return a.date is not None and b.date is not None and a.date != b.date and a.date_basis == b.date_basis == "stated"


def _with_context(found: Feature, a: Report, b: Report) -> Feature:
    alike = context(a, b)
    if not alike:
        return found
    weight = _ALONE if found.score <= TIMELESS else _TOLD if a.date and b.date else _UNTOLD
    return Feature(found.score + weight * alike, f"{found.why}; {alike:.0%} of one context")


def _dated(a: Report, b: Report, left: When, right: When) -> Feature:
    between = max(left.first or 0, right.first or 0) - min(left.last or 0, right.last or 0)
    if between <= 0:
        return _overlapping(a, b, max(left.length, right.length))
    told = " against ".join(sorted((a.date or "", b.date or "")))
    if a.kind == b.kind == "visit" and between <= VISIT_DAYS:
        return Feature(COARSE, f"days of one visit, {told}")
    if between <= NEAR_DAYS and a.status == b.status:
        return _neighbours(a, b, told)
    moved = a.status != b.status and "held" in (a.status, b.status) and between <= NEWS_DAYS
    return Feature(0.0, told, apart=not moved)


def _neighbours(a: Report, b: Report, told: str) -> Feature:
    """Two calls of a pair on neighbouring days are two, unless two outlets tell one story of them."""
    if a.outlet == b.outlet or in_common(a, b) + _same_details(a, b) < _ONE_STORY:
        return Feature(0.0, told, apart=True)
    return Feature(NEIGHBOUR, f"{NEIGHBOURS}, {told}")


def _same_details(a: Report, b: Report) -> int:
    duration = a.duration_minutes is not None and a.duration_minutes == b.duration_minutes
    place = a.place is not None and b.place is not None and same_place(a.place, b.place)
    return 2 * duration + place + (a.occasion is not None and a.occasion == b.occasion)


def _overlapping(a: Report, b: Report, length: int) -> Feature:
    if a.date == b.date and length == 1:
        return Feature(DAY, f"same day {a.date}")
    told = f"same period {a.date}" if a.date == b.date else " within ".join(sorted((a.date or "", b.date or "")))
    return Feature(RANGE if length <= _SHORT else COARSE if length <= _LONG else TIMELESS, told)


def _undated(a: Report, b: Report, left: When, right: When) -> Feature:
    if left.published is None or right.published is None:
        return Feature(TIMELESS, "without dates")
    between = abs(left.published - right.published)
    held = a.status == b.status == "held"
    near = AHEAD_DAYS if not held else VISIT_DAYS if a.kind == "visit" else NEWS_DAYS
    if between > near:
        return Feature(0.0, f"published {between} days apart", apart=between > _FAR)
    if a.status != b.status and not _in_order(a, left.published, right.published):
        return Feature(0.0, "announced after it was held")
    score = NEWS[0] if held and not between else EARLY if held else AHEAD
    return Feature(score, f"both without a date, published {between} days apart")


def _in_order(a: Report, left: int, right: int) -> bool:
    """What was planned was announced before it was held."""
    early, late = (right, left) if a.status == "held" else (left, right)
    return early <= late + 1


def _news(dated: Report, undated: Report, at: When, published: int | None) -> Feature:
    """One has a date; the other, if anything, a day of publication."""
    if published is None:
        return Feature(TIMELESS, f"{dated.date} against no date at all")
    if undated.salience != "main":
        return Feature(0.0, "in passing, without a date")
    why = f"{dated.date} against none, published {undated.published}"
    if at.length > _SHORT:
        return Feature(TIMELESS, why)
    before, after = (at.first or 0) - published, published - (at.last or 0)
    if undated.status != "held":
        return Feature(AHEAD if before <= AHEAD_DAYS and after <= 1 else 0.0, why)
    near = VISIT_DAYS if dated.kind == "visit" else NEWS_DAYS
    if before > 1 or after > near:
        return Feature(0.0, why, apart=before > 1 or after > _FAR)
    return Feature(EARLY if before > 0 else NEWS[min(max(after, 0), len(NEWS) - 1)], why)
