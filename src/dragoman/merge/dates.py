"""EDTF level 0 dates as ranges of days, and when a report says that its contact was. Pure text and calendar."""

from __future__ import annotations

import calendar
import datetime
import functools
import re
from typing import NamedTuple

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@functools.lru_cache(maxsize=65536)
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


class When(NamedTuple):
    """Days as ordinals. `first` and `last` of the contact, `published` of the page; None where not known."""

    first: int | None
    last: int | None
    published: int | None

    @property
    def length(self) -> int:
        """How many days the date leaves open; 0 for no date."""
        return 0 if self.first is None or self.last is None else self.last - self.first + 1


@functools.lru_cache(maxsize=65536)
def when(date: str | None, published: str | None, status: str) -> When:
    """When the contact was by a report's own word.

    A held contact cannot be later than the page that reports it (but for the day that time zones give): such a date
    was misprinted or misread, and the report counts as undated.
    """
    span, appeared = days(date), days(published)
    day = appeared[0].toordinal() if appeared and appeared[0] == appeared[1] else None
    if span is None or (status == "held" and day is not None and span[0].toordinal() > day + 1):
        return When(None, None, day)
    return When(span[0].toordinal(), span[1].toordinal(), day)
