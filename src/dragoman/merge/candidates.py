"""Which reports can meet at all: block keys, and the buckets of a block that are compared with each other.

A block is what has to be looked at again when a page comes in; nothing outside it can change.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from dragoman.merge.dates import days
from dragoman.merge.records import Report

# A page that tells its main news without a date tells of the day it appeared or of the two days before.
NEWS_DAYS = 2


def block(report: Report) -> str:
    """The key of the reports that can be of one engagement: kind, status and parties.

    With fewer than two known parties that would be nearly everything, so there the date belongs to it, and a
    report that has none stays by itself.
    """
    key = f"{report.kind}|{report.status}|{','.join(report.parties)}"
    return key if len(report.parties) > 1 else f"{key}|{report.date or report.key}"


def dated_candidates(report: Report, dates: Iterable[str]) -> list[str]:
    """Those of the dates whose reports may be of the report's contact: its own, or for an undated main report the
    days up to its publication."""
    if report.date is not None:
        return [d for d in dates if d == report.date]
    return [d for d in dates if near_publication(report, d)]


def near_publication(undated: Report, date: str) -> bool:
    """The date is a day, and the undated main report appeared on it or within `NEWS_DAYS` after it."""
    published, span = days(undated.published), days(date)
    if undated.salience != "main" or published is None or span is None or span[0] != span[1]:
        return False
    age = published[0] - span[0]
    return published[0] == published[1] and datetime.timedelta(0) <= age <= datetime.timedelta(NEWS_DAYS)
