"""Which reports can be of one contact at all: the keys a report has, and the keys it looks for.

Two reports are compared when one looks for a key that the other has (and then the other looks for one of the first
one's: a test proves it). A key is parties and a small window of days, so a report meets the few that can matter,
however much has been read. What cannot be placed in time is found by its numbers, and copies by their words.
"""

from __future__ import annotations

import datetime
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from dragoman.merge.copies import lowest
from dragoman.merge.dates import When, when
from dragoman.merge.records import Report

NEWS_DAYS = 2
"""A page that tells its main news without a date tells of the day it appeared or of the two days before ..."""
VISIT_DAYS = 4
"""... of a visit that began up to so many days before; two reports of a visit name days no further apart ..."""
AHEAD_DAYS = 14
"""... and of a contact that is to come, within so many days."""
NEAR_DAYS = 1
"""Two sides may put one call on neighbouring days: their clocks differ, or one is wrong."""
_WEEK = 7
"""A longer span is a period: a month, a season."""
_PAIRED = 4
"""With more parties a contact is found by its day alone: reports of a summit name different ones."""
_RARE, _LEADS = 6, 3
_GROUP = {"visit": "visit", "message": "message"}
"""Kinds that only meet their own; all others are talks."""


class Keys(NamedTuple):
    """The keys a report has and those it looks for."""

    own: frozenset[str]
    sought: frozenset[str]


def keys(report: Report) -> Keys:
    """A report without a date or a publication date meets others like it, and copies; a background report without a
    date meets nobody; one without parties only copies."""
    own, sought = _times(report)
    who, whose = _parties(report.parties)
    words = [f"copy:{n}" for n in lowest(report.sketch, _LEADS)] if report.salience == "main" else []
    kind = _GROUP.get(report.kind, "talk")
    beside = who or ["none"]
    return Keys(
        frozenset(f"{kind}|{w}|{t}" for w in who for t in own) | {f"{kind}|{w}|{t}" for w in beside for t in words},
        frozenset(f"{kind}|{w}|{t}" for w in whose for t in sought)
        | {f"{kind}|{w}|{t}" for w in beside for t in words},
    )


def pairs(reports: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
    """Every two of the reports that must be compared, once each, the smaller key first."""
    ordered = sorted(reports, key=lambda r: r.key)
    having: dict[str, list[int]] = defaultdict(list)
    found = [keys(report) for report in ordered]
    for number, has in enumerate(found):
        for key in has.own:
            having[key].append(number)
    for number, seeks in enumerate(found):
        met = {other for key in seeks.sought for other in having.get(key, ()) if other > number}
        yield from ((ordered[number], ordered[other]) for other in sorted(met))


def _parties(parties: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """By whom a report is found, and by whom it looks for others. Nobody known: by nobody."""
    if len(parties) < 2:
        return [f"only:{p}" for p in parties], [f"{how}:{p}" for p in parties for how in ("only", "with")]
    together = ["many"] if len(parties) > 2 else []
    if len(parties) > _PAIRED:
        return together, together
    together += [f"{a},{b}" for a, b in combinations(parties, 2)]
    return together + [f"with:{p}" for p in parties], together + [f"only:{p}" for p in parties]


def _times(report: Report) -> tuple[set[str], set[str]]:
    found = when(report.date, report.published, report.status)
    if found.first is not None and found.last is not None:
        return _dated(found.first, found.last, found.length, _window(report))
    if report.salience != "main":
        return set(), set()
    if found.published is None:
        numbers = {f"rare:{n}" for n in _rare(report.context)}
        return numbers, numbers
    return _news(report, found)


def _window(report: Report) -> int:
    return VISIT_DAYS if report.kind == "visit" else NEAR_DAYS


def _dated(first: int, last: int, length: int, window: int) -> tuple[set[str], set[str]]:
    months = {_month(day) for day in (*range(first, last, 28), last)}
    if length > _WEEK:
        periods = {f"period:{m}" for m in months}
        return periods, periods | {f"month:{m}" for m in months}
    own = {f"day:{day}" for day in range(first, last + 1)} | {f"month:{m}" for m in months}
    around = {f"day:{day}" for day in range(first - window, last + window + 1)}
    news = {f"news:{day}" for day in range(first - 1, last + VISIT_DAYS + 1)}
    ahead = {f"ahead:{day}" for day in range(first - AHEAD_DAYS, last + 2)}
    return own, around | news | ahead | {f"period:{m}" for m in months}


def _news(report: Report, found: When) -> tuple[set[str], set[str]]:
    """Without a date: by the day of publication."""
    day = found.published or 0
    near = range(day - VISIT_DAYS, day + VISIT_DAYS + 1)
    if report.status == "held":
        return {f"news:{day}"}, (
            {f"day:{d}" for d in range(day - VISIT_DAYS, day + 2)}
            | {f"news:{d}" for d in near}
            | {f"ahead:{d}" for d in range(day - AHEAD_DAYS, day + 2)}
        )
    later = {f"{what}:{d}" for what in ("day", "news") for d in range(day - 1, day + AHEAD_DAYS + 1)}
    return {f"ahead:{day}"}, later | {f"ahead:{d}" for d in range(day - AHEAD_DAYS, day + AHEAD_DAYS + 1)}


@functools.lru_cache(maxsize=65536)
def _month(day: int) -> str:
    return datetime.date.fromordinal(day).isoformat()[:7]


def _rare(context: Sequence[str]) -> list[str]:
    """The largest numbers of the page, which say most, and third parties with topics."""
    numbers = sorted((c for c in context if c.startswith("n:")), key=lambda c: (-int(c[2:]), c))[:_RARE]
    thirds, topics = ([c for c in context if c.startswith(start)] for start in ("s:", "t:"))
    return numbers + [f"{s} {t}" for s in thirds for t in topics][: 2 * _RARE]
