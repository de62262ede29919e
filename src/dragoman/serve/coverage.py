"""`coverage`: what the store holds of whom, and what it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.serve import options as o
from dragoman.serve.options import Format
from dragoman.serve.output import Column, console, reporting, say, write, write_record, write_table
from dragoman.serve.safe import plain

if TYPE_CHECKING:
    from dragoman.search.coverage import Coverage, Day, OutletCoverage


def coverage(
    language: o.Language = None, since: o.Since = None, until: o.Until = None,
    form: o.FormatOption = Format.table, store: o.Store = None,
) -> None:  # fmt: skip
    """Pages by outlet, language and day, and the days without any: so that silence is not read as absence."""
    with reporting():
        from dragoman.save import open_store
        from dragoman.search import Found, Query
        from dragoman.search.coverage import Asked
        from dragoman.search.coverage import coverage as ask

        Query(since=since, until=until)  # refuses what is no date
        with open_store(store, create=False) as opened:
            found = ask(opened, Asked(language=language, since=since, until=until))
        if form is Format.json:
            write_record(found)
        elif form is Format.csv:
            write(Found(found.days, len(found.days)), form, table=SHEET, sheet=SHEET)
        else:
            _write(found)


def _write(found: Coverage) -> None:
    if not found.captures:
        say("nothing found: the store holds no pages of that language and time")
        return
    from dragoman.search.coverage import gap_in_words

    to = console()
    write_table(to, found.outlets, OUTLETS)
    to.print()
    to.print(plain(summary(found)))
    for gap in found.gaps:
        to.print(plain(f"no pages: {gap_in_words(gap)}"))


def summary(found: Coverage) -> str:
    """All of it in one sentence."""
    span = f"{found.first} to {found.last}" if found.first else "without any date"
    parts = [f"{found.pages} pages from {found.captures} places, {span}"]
    parts += [f"{found.undated} without a day"] if found.undated else []
    parts += [f"{found.without_outlet} without an outlet"] if found.without_outlet else []
    parts += [f"{count} in {tag}, of which only title, date and story are read" for tag, count in found.unread.items()]
    return "; ".join(parts)


def _longest(item: OutletCoverage) -> str:
    return f"{item.longest.start} to {item.longest.end} ({item.longest.days} d)" if item.longest else ""


OUTLETS: tuple[Column[OutletCoverage], ...] = (
    Column("outlet", lambda x: x.outlet or "(unknown)", style="bold"),
    Column("language", lambda x: x.language or "?"),
    Column("pages", lambda x: str(x.pages)),
    Column("days", lambda x: str(x.days)),
    Column("first", lambda x: x.first or "", firm=True),
    Column("last", lambda x: x.last or "", firm=True),
    Column("undated", lambda x: str(x.undated or ""), least=76),
    Column("longest gap", _longest, least=90),
)
SHEET: tuple[Column[Day], ...] = (
    Column("day", lambda x: x.day or ""),
    Column("outlet", lambda x: x.outlet or ""),
    Column("language", lambda x: x.language or ""),
    Column("pages", lambda x: str(x.pages)),
)
