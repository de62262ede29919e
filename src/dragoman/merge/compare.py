"""Two reports of one block: a score and the reason. Pure features; the weights are set by hand, not yet calibrated."""

from __future__ import annotations

from dragoman.merge.candidates import near_publication
from dragoman.merge.dates import is_day
from dragoman.merge.names import same_person
from dragoman.merge.records import Comparison, Person, Report

THRESHOLD = 0.6
"""At or over it two reports are linked."""
# Same day and parties link by themselves; a month, or a date inferred from the publication, needs the same people on
# every side that both reports name.
DAY, COARSE, UNDATED, ONE_PARTY = 0.70, 0.45, 0.40, 0.40
PEOPLE = 0.25


def compare(a: Report, b: Report) -> Comparison:
    """How sure it is that both tell of one contact. Symmetric."""
    if a.page == b.page:
        return Comparison(score=0.0, why="told apart on one page")
    if (a.kind, a.status, a.parties) != (b.kind, b.status, b.parties):
        return Comparison(score=0.0, why="other kind, status or parties")
    base, when = _date(a, b)
    if not base:
        return Comparison(score=0.0, why=when)
    shared, sides, who = _people(a, b)
    if shared < 0:
        return Comparison(score=0.0, why=who)
    if len(a.parties) < 2:
        base = ONE_PARTY if len(a.people) > 1 and len(b.people) > 1 else 0.0
    score = base + PEOPLE * (shared / sides if sides else 0.0)
    return Comparison(score=round(score, 3), why=f"{a.kind}, same parties, {when}; {who}")


def _date(a: Report, b: Report) -> tuple[float, str]:
    if a.date is not None and b.date is not None:
        if a.date != b.date:
            return 0.0, f"{a.date} against {b.date}"
        return (DAY, f"same day {a.date}") if is_day(a.date) else (COARSE, f"same period {a.date}")
    if a.date is None and b.date is None:
        main = a.salience == b.salience == "main"
        if main and a.published == b.published and is_day(a.published):
            return UNDATED, f"both without a date, both of {a.published}"
        return 0.0, "both without a date"
    undated, date = (a, b.date) if a.date is None else (b, a.date)
    if near_publication(undated, date or ""):
        return UNDATED, f"{date} against none, published {undated.published}"
    return 0.0, "one without a date"


def _people(a: Report, b: Report) -> tuple[int, int, str]:
    """On how many sides a person is in both reports, of how many sides; -1 where a side's people differ."""
    sides = sorted({p.for_ or "" for p in (*a.people, *b.people)} | set(a.parties))
    shared, names = 0, []
    for side in sides:
        left, right = _side(a, side), _side(b, side)
        pair = next(((x, y) for x in left for y in right if same_person(x, y)), None)
        if pair is not None:
            shared += 1
            names.append(pair[0].name or pair[1].name or f"{side} {pair[0].office}")
        elif left and right and side:
            return -1, len(sides), f"other people for {side}"
    return shared, len(sides), f"both have {', '.join(names)}" if names else "nobody named by both"


def _side(report: Report, side: str) -> list[Person]:
    return [p for p in report.people if (p.for_ or "") == side]
