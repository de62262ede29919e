"""Other engagements of the day that may be the same contact."""

from __future__ import annotations

import datetime

from sqlalchemy import Connection, text

from dragoman.merge import Engagement
from dragoman.merge.dates import days
from dragoman.save.text import from_json


def neighbours(connection: Connection, engagement: Engagement) -> list[Engagement]:
    """Those of the same parties and status, of the same day or one beside it, in order of their ids."""
    span = days(engagement.date)
    if span is None or span[0] != span[1]:
        return []
    one = datetime.timedelta(1)
    sql = text(
        "SELECT facts FROM engagements WHERE first_day >= :first AND first_day <= :last AND last_day = first_day"
        " AND status = :status AND id <> :id ORDER BY id"
    )
    asked = {"first": (span[0] - one).isoformat(), "last": (span[0] + one).isoformat()}
    rows = connection.execute(sql, {**asked, "status": engagement.status, "id": engagement.id})
    found = (from_json(row.facts, Engagement) for row in rows)
    return [e for e in found if e.parties == engagement.parties]
