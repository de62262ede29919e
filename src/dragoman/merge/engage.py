"""Clusters to engagements: stable ids, and one set of facts out of many reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from dragoman.merge.candidates import block
from dragoman.merge.conflicts import conflicts
from dragoman.merge.link import Cluster, cluster
from dragoman.merge.names import same_person
from dragoman.merge.records import Engagement, Person, Report
from dragoman.merge.reports import reports_of
from dragoman.model import PageRecord, Place, content_id

T = TypeVar("T")


def merge(records: Iterable[PageRecord]) -> tuple[Engagement, ...]:
    """All engagements of the pages, whatever the pages' order. A page given twice counts once."""
    pages = {record.page.id: record for record in records}
    return engagements(report for record in pages.values() for report in reports_of(record))


def engagements(reports: Iterable[Report]) -> tuple[Engagement, ...]:
    """The engagements of the reports, sorted by id; blocks may be given all at once or one by one."""
    blocks: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        blocks[block(report)].append(report)
    found = [e for key, members in blocks.items() for e in _of_block(key, members)]
    return tuple(sorted(found, key=lambda e: e.id))


def _of_block(key: str, reports: Iterable[Report]) -> list[Engagement]:
    clusters = cluster(reports)
    on_date = Counter(_date(c) for c in clusters)
    return [_engagement(key, c, alone=on_date[_date(c)] == 1) for c in clusters]


def _date(found: Cluster) -> str | None:
    return found.members[0].date


def _id(key: str, date: str | None, members: Sequence[Report], alone: bool) -> str:
    """By what happened (block and date), so that further reports leave the id as it is; only where that is not
    enough (no date, or two contacts of one day) by the first of its reports as well."""
    if date is not None and alone:
        return content_id("engagement", key, date)
    return content_id("engagement", key, date or "", members[0].key)


def _engagement(key: str, found: Cluster, *, alone: bool) -> Engagement:
    reports = sorted(found.members, key=lambda r: r.key)
    first, date = reports[0], _date(found)
    return Engagement(
        id=_id(key, date, reports, alone),
        block=key,
        kind=first.kind,
        status=first.status,
        date=date,
        parties=first.parties,
        people=_people(reports),
        place=_commonest(_places(reports)),
        occasion=_commonest([r.occasion for r in reports if r.occasion]),
        topics=tuple(sorted({topic for r in reports for topic in r.topics})),
        members=tuple(r.key for r in reports),
        links=tuple(sorted(found.links, key=lambda link: (link.a, link.b))),
        conflicts=conflicts(reports),
    )


def _places(reports: Iterable[Report]) -> list[Place]:
    """Without spans: the engagement's place is a view over pages, the reports have the characters."""
    return [Place(name=r.place.name, country=r.place.country, span=None) for r in reports if r.place]


def _commonest(values: Sequence[T]) -> T | None:
    """The value most reports have; of equally common ones the first by its text, so that order does not matter."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], repr(v))) if counts else None


def _people(reports: Iterable[Report]) -> tuple[str, ...]:
    """One name a person, by party: the commonest of the spellings, of equally common ones the longest."""
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
    return tuple(min(group, key=lambda p: (-counts[p], -len(p.name or ""), repr(p))).name or "" for group in persons)
