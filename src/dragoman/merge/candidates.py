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
    """The key of the reports that can be of one engagement: kind, status, parties and month.

    An undated report is in the month of its publication, so one of the first days of a month does not look back over
    its edge; that keeps blocks small however much two states talk. With fewer than two known parties a block is a
    day, and a report that has no date stays by itself.
    """
    key = f"{report.kind}|{report.status}|{','.join(report.parties)}"
    if len(report.parties) < 2:
        return f"{key}|{report.date or report.key}"
    return f"{key}|{(report.date or report.published or report.key)[:7]}"


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
