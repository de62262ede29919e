"""What contains an engagement, and what it contains. Asked when shown; nothing is stored, so it never lags."""

from __future__ import annotations

import datetime

from sqlalchemy import Connection, bindparam, text

from dragoman.merge import Engagement
from dragoman.merge.dates import days
from dragoman.merge.relations import Part, Related, contains
from dragoman.save.text import from_json

_NEAR = """
SELECT DISTINCT x.id, x.facts FROM engagements x JOIN engagement_parties p ON p.engagement_id = x.id
WHERE p.state IN :parties AND x.first_day <= :last AND x.last_day >= :first AND x.id <> :id
ORDER BY x.id
"""
_DAYS = datetime.timedelta(2)


def related(connection: Connection, engagement: Engagement) -> tuple[Related, ...]:
    """What it is part of, then what it contains; without a date nothing is known."""
    span = days(engagement.date)
    if span is None or not engagement.parties:
        return ()
    values = {
        "parties": list(engagement.parties),
        "first": (span[0] - _DAYS if span[0].year > 1 else span[0]).isoformat(),
        "last": (span[1] + _DAYS if span[1].year < 9999 else span[1]).isoformat(),
        "id": engagement.id,
    }
    query = text(_NEAR).bindparams(bindparam("parties", expanding=True))
    near = [from_json(row.facts, Engagement) for row in connection.execute(query, values)]
    found = [x for other in near for x in _relations(engagement, other)]
    return tuple(sorted(found, key=lambda x: (x.relation != "part_of", x.engagement)))


def _relations(one: Engagement, other: Engagement) -> list[Related]:
    said: list[tuple[Part, str | None]] = [("part_of", contains(other, one)), ("contains", contains(one, other))]
    return [Related(relation=relation, engagement=other.id, why=why) for relation, why in said if why]
