"""Where reports of one engagement differ: every value with the report that has it, none preferred."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple, TypeVar

from dragoman.merge import differ
from dragoman.merge.records import Conflict, ConflictValue, Person, Report
from dragoman.model import Span

T = TypeVar("T")


class Said(NamedTuple):
    """What one report says of a field: as a person reads it, as it is compared, and where it stands, if known."""

    report: Report
    shown: str | int
    value: object
    span: Span | None = None


class _Field(NamedTuple):
    name: str
    said: Callable[[Report], Said | None]
    differ: Callable[[Said, Said], bool]


def conflicts(reports: Sequence[Report]) -> tuple[Conflict, ...]:
    """All conflicts between reports of different pages, field by field."""
    found = [_conflict(field.name, _all_said(reports, field.said), field.differ) for field in _FIELDS]
    return tuple(c for c in (*found, *_participants(reports)) if c is not None)


def _all_said(reports: Sequence[Report], said: Callable[[Report], Said | None]) -> list[Said]:
    return [found for r in reports if (found := said(r)) is not None]


def _conflict(name: str, told: Sequence[Said], differs: Callable[[Said, Said], bool]) -> Conflict | None:
    """The values that contradict some other, each with the first report that has it; None where none does."""
    apart = {
        id(said)
        for a, b in combinations(told, 2)
        if a.report.page != b.report.page and differs(a, b)
        for said in (a, b)
    }
    values: dict[tuple[str | int, str], ConflictValue] = {}
    for said in told:
        if id(said) in apart:
            key = (said.shown, said.report.page)
            values.setdefault(key, ConflictValue(value=said.shown, report=said.report.key, span=said.span))
    return Conflict(field=name, values=tuple(values.values())) if values else None


def _date(report: Report) -> Said | None:
    """Not the date that was only taken over from the publication."""
    if report.date is None or report.date_basis == "article":
        return None
    return Said(report, report.date, report.date, report.date_span)


def _place(report: Report) -> Said | None:
    """Not the city of a dateline: that is where the page was written."""
    place = report.place
    if place is None or place.name.isupper() or not _told(place.span, report.evidence):
        return None
    return Said(report, place.name, place, place.span)


def _told(span: Span | None, evidence: Sequence[Span]) -> bool:
    """The words stand in the sentences that report the contact."""
    return span is None or not evidence or any(start <= span[0] < end for start, end in evidence)


def _of(field: str) -> Callable[[Report], Said | None]:
    def said(report: Report) -> Said | None:
        value = getattr(report, field)
        return None if value is None else Said(report, value, value)

    return said


def _by(test: Callable[[T, T], bool]) -> Callable[[Said, Said], bool]:
    def differs(a: Said, b: Said) -> bool:
        return test(a.value, b.value)  # type: ignore[arg-type]  # both sides come from one field

    return differs


def _occasions_differ(a: Said, b: Said) -> bool:
    return differ.occasions_differ((str(a.value), a.report.language), (str(b.value), b.report.language))


_FIELDS = (
    _Field("date", _date, _by(differ.dates_differ)),
    _Field("place", _place, _by(differ.places_differ)),
    _Field("duration_minutes", _of("duration_minutes"), _by(differ.durations_differ)),
    _Field("occasion", _of("occasion"), _occasions_differ),
    _Field("kind", _of("kind"), _by(differ.kinds_differ)),
    _Field("status", _of("status"), _by(differ.statuses_differ)),
)


def _participants(reports: Sequence[Report]) -> Iterable[Conflict | None]:
    """Party by party, where nobody of a side is in both reports: whom it sent, as each tells."""
    for party in sorted({p for r in reports for p in r.parties}):
        told = [said for r in reports if (said := _sent(r, party)) is not None]
        yield _conflict("participants", told, _by(differ.people_differ))


def _sent(report: Report, party: str) -> Said | None:
    people: list[Person] = [p for p in report.people if p.for_ == party]
    first = differ.principal(people)
    return Said(report, first.name, people) if first is not None and first.name else None
