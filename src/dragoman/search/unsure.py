"""Pairs of reports that may be one contact, for a person to decide on; the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, text

from dragoman.merge import Report
from dragoman.model import EncounterKind, Record, Status
from dragoman.save import Store
from dragoman.save.engagements import reports_by_key
from dragoman.search.cite import Evidence, Sources, in_chunks

_PAIRS = """
SELECT x.a, x.b, x.score, x.why, m.engagement_id AS left_id, n.engagement_id AS right_id FROM links x
JOIN engagement_members m ON m.page_id || '/' || m.encounter_id = x.a
JOIN engagement_members n ON n.page_id || '/' || n.encounter_id = x.b
WHERE x.judgement = 'unsure' AND m.engagement_id <> n.engagement_id
ORDER BY x.score DESC, x.a, x.b
"""


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
        keys = {key for row in chosen for key in (row.a, row.b)}
        reports = reports_by_key(connection, keys)
        sources = Sources(connection, {r.page for r in reports.values()})
        return [
            Pair(
                score=row.score,
                why=row.why,
                left=_side(reports[row.a], row.left_id, sources),
                right=_side(reports[row.b], row.right_id, sources),
            )
            for row in chosen
        ]


def _undecided(connection: Connection) -> Iterable[Row[Any]]:
    rows = connection.execute(text(_PAIRS)).all()
    decided = _decided(connection, sorted({key for row in rows for key in (row.a, row.b)}))
    seen: set[frozenset[str]] = set()
    for row in rows:
        pair = frozenset((row.left_id, row.right_id))
        if pair not in seen and frozenset((row.a, row.b)) not in decided:
            seen.add(pair)
            yield row


def _decided(connection: Connection, keys: list[str]) -> set[frozenset[str]]:
    sql = "SELECT a, b FROM judgements WHERE undone_at IS NULL AND a IN :ids"
    return {frozenset((row.a, row.b)) for row in in_chunks(connection, sql, keys)}


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
