"""A filter is one row: the option, the SQL, and the sentence a person reads when nothing is left.

The three kinds of answer have their own rows (`engagements.py`, `statements.py`, `events.py`); this is what they share.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, text

from dragoman.merge.dates import days
from dragoman.save import Store
from dragoman.save.fulltext import fold
from dragoman.save.text import storable
from dragoman.search.query import Query, QueryError


def same(value: str) -> str:
    """The value as typed."""
    return value


def like(value: str) -> str:
    """A pattern for folded names: the typed words, in this order, anywhere."""
    words = [w.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for w in fold(value).split()]
    return f"%{'%'.join(words)}%"


def first_day(value: str) -> str:
    """The first day of the date, which `Query` has checked."""
    span = days(value)
    return span[0].isoformat() if span else value


def last_day(value: str) -> str:
    """The last day of the date, which `Query` has checked."""
    span = days(value)
    return span[1].isoformat() if span else value


def language(column: str) -> str:
    """SQL: the column's BCP 47 tag is `:language`, or that with something after it (`zh` takes in `zh-Hant`)."""
    return f"lower({column}) = :language OR lower({column}) LIKE :language || '-%'"


class Filter(NamedTuple):
    """`sql` is a condition on the row `x` with the parameter `:<option>`; `{match}` in it stands for the full-text
    condition on `t.id`. `sentence` goes on from "5 engagements"."""

    option: str
    sql: str
    sentence: str
    value: Callable[[str], str] = same


PAGE_LANGUAGE = Filter(
    "language",
    f"x.page_id IN (SELECT id FROM pages WHERE {language('language')})",
    "in language {value}",
    str.lower,
)
"""For rows that stand on one page."""


class Source(NamedTuple):
    """A kind of answer: its plural name, the rows `x` it is chosen from, its filters and its order."""

    noun: str
    rows: str
    columns: str
    filters: tuple[Filter, ...]
    order: str


class Chosen(NamedTuple):
    """Rows that satisfy a query, how many there are in all, and for none the reason."""

    rows: Sequence[Row[Any]]
    total: int
    why: str


def choose(store: Store, connection: Connection, source: Source, query: Query, *, order: str = "") -> Chosen:
    """The rows of the source that satisfy the query, in the source's order or the given one."""
    used, values = _used(store, source, query)
    where = _where(store, used)
    limit = f" LIMIT {query.limit}" if query.limit else ""
    sql = f"SELECT {source.columns} FROM {source.rows}{where} ORDER BY {order or source.order}{limit}"
    rows = connection.execute(text(sql), values).all()
    if not rows:
        return Chosen(rows, 0, _why(store, connection, source, query, used, values))
    total = len(rows)
    if query.limit and total == query.limit:
        total = _count(connection, source, where, values)
    return Chosen(rows, total, "")


def _used(store: Store, source: Source, query: Query) -> tuple[list[Filter], dict[str, str]]:
    used, values = [], {}
    for row in source.filters:
        typed = getattr(query, row.option)
        if typed is None:
            continue
        value = store.fulltext.query(typed) if row.option == "text" else row.value(storable(typed))
        if value is None:
            raise QueryError(f"--text {typed}: there is no word in it")
        used.append(row)
        values[row.option] = value
    known = {row.option for row in source.filters}
    for option in query.__struct_fields__:
        if option not in known and option != "limit" and getattr(query, option) is not None:
            raise QueryError(f"--{option.rstrip('_')}: {source.noun} have none")
    return used, values


def _where(store: Store, used: Sequence[Filter]) -> str:
    match = store.fulltext.condition("t.id", "text")
    conditions = [f"({row.sql.replace('{match}', match)})" for row in used]
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def _count(connection: Connection, source: Source, where: str, values: dict[str, str]) -> int:
    return int(connection.execute(text(f"SELECT count(*) FROM {source.rows}{where}"), values).scalar_one())


def _why(
    store: Store, connection: Connection, source: Source, query: Query, used: Sequence[Filter], values: dict[str, str]
) -> str:
    """Filter by filter, how many were left, up to the one that left none."""
    pages = int(connection.execute(text("SELECT count(*) FROM pages")).scalar_one())
    if not pages:
        return f"{store.name} holds no pages yet; `dragoman add PAGES` adds some"
    told = [f"{_count(connection, source, '', {}) or 'no'} {source.noun} from {pages} page(s) in {store.name}"]
    for i, row in enumerate(used, 1):
        given = {r.option: values[r.option] for r in used[:i]}
        left = _count(connection, source, _where(store, used[:i]), given)
        typed = row.value(getattr(query, row.option)) if row.value is str.upper else getattr(query, row.option)
        told.append(f"{left or 'none'}{' of these' if i > 1 else ''} {row.sentence.format(value=typed)}")
        if not left:
            break
    return "; ".join(told)
