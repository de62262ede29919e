"""What the store holds: pages by outlet, language and day, and where it has none."""

from __future__ import annotations

import datetime
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, text

from dragoman.merge.dates import days
from dragoman.model import Record
from dragoman.save import Store

_QUIET = 3
"""A gap is told when it is so many times the outlet's usual distance between two days with pages ..."""
_SHORTEST = 7
"""... and at least so many days long."""


class Day(Record):
    """Pages of one outlet in one language on one day (YYYY-MM-DD; None: no day is known)."""

    day: str | None
    outlet: str | None
    language: str | None
    pages: int


class Gap(Record):
    """Days, both included, on which the store has no page of an outlet that it has pages of before and after."""

    outlet: str | None
    language: str | None
    start: str
    end: str
    days: int


def gap_in_words(gap: Gap) -> str:
    """`Caspian Courier (en) 2024-04-18 to 2024-08-27 (132 days)`."""
    return f"{gap.outlet or 'outlet unknown'} ({gap.language or '?'}) {gap.start} to {gap.end} ({gap.days} days)"


class OutletCoverage(Record):
    """What there is of one outlet in one language. `longest` is its longest gap."""

    outlet: str | None
    language: str | None
    pages: int
    days: int
    first: str | None
    last: str | None
    undated: int
    longest: Gap | None


class Coverage(Record):
    """The whole. `pages` counts texts, `captures` the places where they stood; `unread` are the languages of which only
    title, date and story are read, with their number of pages."""

    pages: int
    captures: int
    first: str | None
    last: str | None
    undated: int
    without_outlet: int
    unread: dict[str, int]
    outlets: tuple[OutletCoverage, ...]
    days: tuple[Day, ...]
    gaps: tuple[Gap, ...]


class Asked(Record):
    """Which pages to count: the beginning of a language's tag, days (EDTF), and pages by id (None: all)."""

    language: str | None = None
    since: str | None = None
    until: str | None = None
    pages: frozenset[str] | None = None


def coverage(store: Store, asked: Asked) -> Coverage:
    """The coverage of the pages that are asked for; undated ones count where no day is asked for."""
    with store.reading() as connection:
        return of_rows(rows(connection, asked))


def rows(connection: Connection, asked: Asked) -> list[Row[Any]]:
    """One row a capture: page_id, outlet, language, published."""
    sql = (
        "SELECT c.page_id, c.outlet, p.language, coalesce(c.published, p.published) AS published"
        " FROM captures c JOIN pages p ON p.id = c.page_id ORDER BY c.outlet, p.language, published, c.page_id"
    )
    return [row for row in connection.execute(text(sql)) if _wanted(row, asked)]


def _wanted(row: Row[Any], asked: Asked) -> bool:
    if asked.pages is not None and row.page_id not in asked.pages:
        return False
    if asked.language and (row.language or "").split("-")[0].lower() != asked.language.split("-")[0].lower():
        return False
    span = days(row.published)
    since, until = days(asked.since), days(asked.until)
    if span is None:
        return since is None and until is None
    return (since is None or span[1] >= since[0]) and (until is None or span[0] <= until[1])


def of_rows(found: Sequence[Row[Any]]) -> Coverage:
    """The coverage of these captures."""
    by_outlet: dict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    for row in found:
        by_outlet[row.outlet or "", row.language or ""].append(row)
    outlets = tuple(_outlet(rows) for _, rows in sorted(by_outlet.items()))
    dated = sorted(day for row in found if (day := _day(row)))
    languages = Counter(language for _, language in {(r.page_id, r.language) for r in found} if language)
    return Coverage(
        pages=len({r.page_id for r in found}),
        captures=len(found),
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
        undated=len({r.page_id for r in found if not _day(r)}),
        without_outlet=len({r.page_id for r in found if not r.outlet}),
        unread=_unread(languages),
        outlets=outlets,
        days=tuple(_days(found)),
        gaps=tuple(gap for rows in by_outlet.values() for gap in _told_gaps(rows)),
    )


def _unread(languages: Counter[str]) -> dict[str, int]:
    from dragoman.world import load_world

    world = load_world()
    return {tag: count for tag, count in sorted(languages.items()) if world.language(tag) is None}


def _day(row: Row[Any]) -> str | None:
    """The day a page appeared; None where only a month or nothing is known."""
    span = days(row.published)
    return span[0].isoformat() if span and span[0] == span[1] else None


def _days(found: Iterable[Row[Any]]) -> list[Day]:
    counts = Counter((_day(r), r.outlet, r.language) for r in found)
    ordered = sorted(counts, key=lambda k: tuple(x or "" for x in k))
    return [Day(day=k[0], outlet=k[1], language=k[2], pages=counts[k]) for k in ordered]


def _outlet(found: Sequence[Row[Any]]) -> OutletCoverage:
    dated = sorted({day for row in found if (day := _day(row))})
    return OutletCoverage(
        outlet=found[0].outlet,
        language=found[0].language,
        pages=len({r.page_id for r in found}),
        days=len(dated),
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
        undated=len({r.page_id for r in found if not _day(r)}),
        longest=max(_gaps(found), key=lambda g: g.days, default=None),
    )


def _told_gaps(found: Sequence[Row[Any]]) -> list[Gap]:
    """Gaps that are long for this outlet."""
    gaps = _gaps(found)
    dated = len({day for row in found if (day := _day(row))})
    distances = sorted([0] * (dated - 1 - len(gaps)) + [gap.days for gap in gaps])
    usual = distances[(len(distances) - 1) // 2] if distances else 0
    return [gap for gap in gaps if gap.days >= _SHORTEST and gap.days >= _QUIET * usual]


def _gaps(found: Sequence[Row[Any]]) -> list[Gap]:
    dated = sorted({datetime.date.fromisoformat(day) for row in found if (day := _day(row))})
    one = datetime.timedelta(1)
    return [
        Gap(
            outlet=found[0].outlet, language=found[0].language, start=(a + one).isoformat(), end=(b - one).isoformat(),
            days=(b - a).days - 1,
        )
        for a, b in itertools.pairwise(dated)
        if (b - a).days > 1
    ]  # fmt: skip
