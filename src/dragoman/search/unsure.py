"""Pairs of reports that may be one contact, for a person to decide on; the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from dragoman.merge import Link, Report
from dragoman.model import EncounterKind, Record, Status
from dragoman.save import Store
from dragoman.save.engagements import reports_by_key
from dragoman.save.ids import engagements_of
from dragoman.save.links import unsure_links
from dragoman.search.cite import Evidence, Sources, in_chunks


class Side(Record):
    """One of the two reports: `page` is its uri, `engagement` where it is now."""

    engagement: str
    page: str
    encounter: str
    outlet: str | None
    language: str | None
    published: str | None
    kind: EncounterKind
    status: Status
    date: str | None
    parties: tuple[str, ...]
    people: tuple[str, ...]
    place: str | None
    evidence: tuple[Evidence, ...]


class Pair(Record):
    """Two reports, how alike they are (0..1) and why they may be one contact."""

    score: float
    why: str
    left: Side
    right: Side


def unsure(store: Store, *, limit: int = 0) -> list[Pair]:
    """One pair for every two engagements that may be one and on which nobody has decided yet; 0 gives all."""
    with store.reading() as connection:
        chosen = list(_undecided(connection))[: limit or None]
        reports = reports_by_key(connection, {key for link, _, _ in chosen for key in (link.a, link.b)})
        sources = Sources(connection, {r.page for r in reports.values()})
        return [
            Pair(
                score=link.score,
                why=link.why,
                left=_side(reports[link.a], left, sources),
                right=_side(reports[link.b], right, sources),
            )
            for link, left, right in chosen
        ]


def _undecided(connection: Connection) -> Iterable[tuple[Link, str, str]]:
    """The links with the engagements that they would join, the surest first."""
    links = unsure_links(connection)
    keys = {key for link in links for key in (link.a, link.b)}
    of, decided = engagements_of(connection, keys), _decided(connection, keys)
    seen: set[frozenset[str]] = set()
    for link in links:
        ends = of.get(link.a), of.get(link.b)
        pair = frozenset(end for end in ends if end)
        if len(pair) == 2 and pair not in seen and frozenset((link.a, link.b)) not in decided:
            seen.add(pair)
            yield link, ends[0] or "", ends[1] or ""


def _decided(connection: Connection, keys: Iterable[str]) -> set[frozenset[str]]:
    sql = "SELECT a, b FROM judgements WHERE undone_at IS NULL AND a IN :ids"
    return {frozenset((row.a, row.b)) for row in in_chunks(connection, sql, sorted(keys))}


def _side(report: Report, engagement: str, sources: Sources) -> Side:
    return Side(
        engagement=engagement,
        page=sources.uri(report.page),
        encounter=report.encounter,
        outlet=sources.outlet(report.page),
        language=report.language,
        published=report.published,
        kind=report.kind,
        status=report.status,
        date=report.date,
        parties=report.parties,
        people=tuple(p.name or f"{p.for_} {p.office}" for p in report.people),
        place=report.place.name if report.place else None,
        evidence=sources.evidence(report.page, report.evidence[:2]),
    )
