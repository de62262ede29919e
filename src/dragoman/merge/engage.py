"""Clusters to engagements: ids that stay, one set of facts out of many reports, and its history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from dragoman.merge.copies import copies
from dragoman.merge.dates import days, when
from dragoman.merge.link import Cluster, all_links, cluster, components
from dragoman.merge.names import same_person, script
from dragoman.merge.records import Conflict, Engagement, Link, Person, Report, Stage
from dragoman.merge.reports import reports_of
from dragoman.model import PageRecord, Place, Status, content_id

T = TypeVar("T")

_LAST: tuple[Status, ...] = ("held", "cancelled", "planned", "proposed")
"""What an engagement is when its reports speak of several: it was held if any says so."""


def merge(records: Iterable[PageRecord]) -> tuple[Engagement, ...]:
    """All engagements of the pages, whatever the pages' order. A page given twice counts once."""
    pages = {record.page.id: record for record in records}
    return engagements(report for record in pages.values() for report in reports_of(record))


def engagements(reports: Iterable[Report], said: Iterable[Link] = ()) -> tuple[Engagement, ...]:
    """The engagements of the reports, sorted by id. `said` are links that persons drew (`by` is not `rule`)."""
    known = {report.key: report for report in reports}
    links = [*all_links(known.values()), *said]
    found: list[Engagement] = []
    for component in components(known, links):
        found += of_component([known[k] for k in component.keys], component.links)[0]
    return tuple(sorted(found, key=lambda e: e.id))


def of_component(reports: Sequence[Report], links: Sequence[Link]) -> tuple[list[Engagement], list[Link]]:
    """The engagements of reports that hang together, and the links with what came of them."""
    clusters, judged = cluster(reports, links)
    return [_engagement(c) for c in clusters], judged


def engagement_id(anchor: Report) -> str:
    """By one report of it: the id means "the contact that this report is of", so it never changes hands."""
    return content_id("engagement", anchor.anchor or anchor.key)


def _engagement(found: Cluster) -> Engagement:
    in_time = sorted(found.members, key=_published_first)
    return Engagement(
        id=engagement_id(in_time[0]),
        kind=_commonest([r.kind for r in _leading(in_time)]) or in_time[0].kind,
        status=next(s for s in _LAST if any(r.status == s for r in in_time)),
        date=_date(in_time),
        parties=_parties(in_time),
        people=_people(in_time),
        place=_commonest(_places(_leading(in_time))),
        occasion=_commonest([r.occasion for r in in_time if r.occasion]),
        topics=tuple(sorted({topic for r in in_time for topic in r.topics})),
        members=tuple(r.key for r in found.members),
        links=found.links,
        conflicts=_conflicts(found.members),
        history=_history(in_time),
        copies=copies({r.page: r.sketch for r in in_time}),
    )


def _published_first(report: Report) -> tuple[str, str]:
    """Pages mostly come in as they are published, so that the first one, and with it the id, stays."""
    return report.published or "9999", report.key


def _leading(reports: Sequence[Report]) -> list[Report]:
    """The reports whose word on kind and place counts: of what was held, else all; main ones before others."""
    held = [r for r in reports if r.status == "held"] or list(reports)
    return [r for r in held if r.salience == "main"] or held


def _date(reports: Sequence[Report]) -> str | None:
    """The date most reports give, of equally common ones the most exact and then the earliest; a date after its own
    page's publication, or of another status, only where there is no other."""
    held = [r for r in _leading(reports) if when(r.date, r.published, r.status).first is not None]
    told = [r.date for r in (held or [r for r in reports if days(r.date)] or reports) if r.date]
    counts = Counter(told)
    return min(counts, key=lambda d: (_length(d), -counts[d], d)) if counts else None


def _length(date: str) -> int:
    span = days(date)
    return (span[1] - span[0]).days if span else 99999


def _parties(reports: Sequence[Report]) -> tuple[str, ...]:
    """The parties most reports name; of equally common sets the largest."""
    counts = Counter(r.parties for r in reports)
    return min(counts, key=lambda p: (len(p) < 2, -counts[p], -len(p), p))


def _history(reports: Sequence[Report]) -> tuple[Stage, ...]:
    seen: dict[tuple[str, str | None], Stage] = {}
    for r in reports:
        seen.setdefault((r.status, r.date), Stage(status=r.status, date=r.date, published=r.published, report=r.key))
    return tuple(seen.values())


def _conflicts(reports: Sequence[Report]) -> tuple[Conflict, ...]:
    """Loaded only where there is something to compare: it needs names of places, which no question to a store does."""
    if len({r.page for r in reports}) < 2:
        return ()
    from dragoman.merge.conflicts import conflicts

    return conflicts(reports)


def _places(reports: Iterable[Report]) -> list[Place]:
    """Without spans: the engagement's place is a view over pages, the reports have the characters."""
    return [Place(name=r.place.name, country=r.place.country, span=None) for r in reports if r.place]


def _commonest(values: Sequence[T]) -> T | None:
    """The value most reports have; of equally common ones the first by its text, so that order does not matter."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], repr(v))) if counts else None


def _people(reports: Iterable[Report]) -> tuple[str, ...]:
    """One name a person, by party: the commonest of the spellings, of equally common ones a Latin, then the longest."""
    counts = Counter(person for r in reports for person in r.people)
    persons: list[list[Person]] = []
    for person in sorted(counts, key=lambda p: (p.for_ or "~", -len(p.name or ""), p.name or "", repr(p))):
        if person.name is None:
            continue
        same = next((group for group in persons if same_person(group[0], person)), None)
        if same is None:
            persons.append([person])
        else:
            same.append(person)
    return tuple(min(group, key=lambda p: _by_name(p, counts)).name or "" for group in persons)


def _by_name(person: Person, counts: Counter[Person]) -> tuple[int, bool, int, str]:
    name = person.name or ""
    return -counts[person], script(name) != "LATIN", -len(name), repr(person)
