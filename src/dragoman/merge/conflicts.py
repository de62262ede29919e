"""Where reports of one engagement differ. Only what is surely a difference, not another wording or language of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.merge.names import same_name
from dragoman.merge.records import Conflict, ConflictValue, Report
from dragoman.model import Place, Span


def conflicts(reports: Sequence[Report]) -> tuple[Conflict, ...]:
    """Conflicts in place and duration. Dates, kinds and parties cannot differ as yet: they are what is merged by."""
    places = _conflict(reports, "place", lambda r: r.place.name if r.place else None, _places_differ)
    durations = _conflict(reports, "duration_minutes", lambda r: r.duration_minutes, _durations_differ)
    return tuple(c for c in (places, durations) if c is not None)


def _conflict(
    reports: Sequence[Report],
    field: str,
    value: Callable[[Report], str | int | None],
    differ: Callable[[Report, Report], bool],
) -> Conflict | None:
    told = [r for r in reports if value(r) is not None]
    if not any(differ(a, b) for i, a in enumerate(told) for b in told[i + 1 :]):
        return None
    seen: dict[str | int, ConflictValue] = {}
    for report in told:
        said = value(report)
        if said is not None and said not in seen:
            seen[said] = ConflictValue(value=said, report=report.key, span=_span(report, field))
    return Conflict(field=field, values=tuple(seen.values()))


def _span(report: Report, field: str) -> Span | None:
    return report.place.span if field == "place" and report.place else None


def _durations_differ(a: Report, b: Report) -> bool:
    return a.duration_minutes != b.duration_minutes


def _places_differ(a: Report, b: Report) -> bool:
    """Other countries; or other names in one language that do not contain each other (Teheran is no conflict with
    Tehran across languages, the foreign ministry none with "the foreign ministry in Oslo")."""
    left, right = a.place, b.place
    if left is None or right is None:
        return False
    if left.country and right.country and left.country != right.country:
        return True
    return a.language == b.language and not _same_place(left, right)


def _same_place(a: Place, b: Place) -> bool:
    return a.name == b.name or same_name(a.name, b.name)
