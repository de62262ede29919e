"""EDTF level 0 dates as ranges of days. Pure text and calendar; a date that is none gives None."""

from __future__ import annotations

import calendar
import datetime
import functools
import re

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@functools.lru_cache(maxsize=4096)
def days(date: str | None) -> tuple[datetime.date, datetime.date] | None:
    """First and last day: `2020-09` gives 1 and 30 September; None for None or for what is no such date."""
    if not date:
        return None
    first, _, last = date.partition("/")
    start, end = _range(first), _range(last or first)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def _range(part: str) -> tuple[datetime.date, datetime.date] | None:
    match = _PART.fullmatch(part)
    if match is None:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    try:
        start = datetime.date(year or 0, month or 1, day or 1)
        last = day or calendar.monthrange(start.year, month or 12)[1]
        return start, datetime.date(start.year, month or 12, last)
    except ValueError:
        return None


def is_day(date: str | None) -> bool:
    """The date names one day."""
    span = days(date)
    return span is not None and span[0] == span[1]
