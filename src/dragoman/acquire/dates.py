"""Dates that a carrier states (JSON, HTML metadata) -> `YYYY-MM-DD`."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate

ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


def day(value: str | None) -> str | None:
    """The day of an ISO 8601 or RFC 2822 date, in the time zone it is written in; None for anything else."""
    if not value:
        return None
    if found := ISO.match(value):
        year, month, of_month = (int(group) for group in found.groups())
    elif parsed := parsedate(value):
        year, month, of_month = parsed[:3]
    else:
        return None
    try:
        return date(year, month, of_month).isoformat()
    except ValueError:
        return None
