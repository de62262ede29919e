"""`correct`: a person's word on a field, kept beside what was read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.serve import options as o
from dragoman.serve.judge import By, author
from dragoman.serve.output import Column, reporting, say
from dragoman.serve.safe import plain

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.save import Correction, Store

Undo = Annotated[bool, typer.Option("--undo", help="Take the last correction of FIELD back.")]


def correct(
    target: Annotated[
        str | None, typer.Argument(metavar="ID", help="An engagement, or PAGE#e1, PAGE#s1, PAGE#a1.")
    ] = None,
    field: Annotated[str | None, typer.Argument(metavar="FIELD", help="kind, date, place, act, office, ...")] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE", help="null empties it; commas part a list.")] = None,
    undo: Undo = False,
    by: By = None,
    store: o.Store = None,
) -> None:
    """Correct a field: your value is kept beside the one that was read, and survives reading again and merging.

    Without FIELD and VALUE: lists the corrections that stand.
    """
    if field is not None and (value is None) != undo:
        raise typer.BadParameter("give FIELD and VALUE, or FIELD and --undo", param_hint="FIELD VALUE")
    name = author(by)
    with reporting():
        from dragoman.save import open_store
        from dragoman.save.correct import correct as say_so
        from dragoman.save.correct import take_back

        with open_store(store, create=False) as opened:
            if target is None or field is None:
                _list(opened, target)
                return
            found = _resolve(opened, target)
            if value is None:
                gone = take_back(opened, found, field, by=name)
                say(f"{found}: {field} is no longer {shown(gone.value)}")
            else:
                made = say_so(opened, found, field, value, by=name)
                say(f"{found}: {field} is {shown(made.value)}, says {made.by}; read was {shown(made.read)}")


def _resolve(store: Store, target: str) -> str:
    """The whole id: of an engagement by its beginning, of a page's record by the page's id, address or name."""
    from dragoman.save.ids import find_engagement

    page, _, name = target.rpartition("#" if "#" in target else "/")
    with store.reading() as connection:
        if page:
            return f"{_page(connection, page)}/{name}"
        return str(find_engagement(connection, store.name, target.lower()).id)


def _page(connection: Connection, page: str) -> str:
    from sqlalchemy import or_, select

    from dragoman.save.tables import captures

    query = select(captures.c.page_id).where(
        or_(captures.c.page_id == page, captures.c.uri == page, captures.c.url == page)
    )
    return str(connection.execute(query.order_by(captures.c.added_at)).scalar() or page)


def _list(store: Store, target: str | None) -> None:
    from dragoman.save.corrections import corrections
    from dragoman.serve.output import console, write_table

    wanted = _resolve(store, target) if target else None
    with store.reading() as connection:
        found = [c for c in corrections(connection) if wanted in (None, c.target)]
    if not found:
        say("no corrections stand")
        return
    write_table(console(), found, COLUMNS)


def shown(value: str) -> str:
    """A kept value as a person reads it: `Tokyo (JPN)`, `IRN, JPN`, `nothing`."""
    found = json.loads(value)
    if isinstance(found, dict):
        return plain(f"{found['name']} ({found['country']})" if found.get("country") else found["name"])
    if isinstance(found, list):
        return plain(", ".join(map(str, found))) or "nothing"
    return "nothing" if found is None else plain(str(found))


COLUMNS: tuple[Column[Correction], ...] = (
    Column("corrected", lambda x: x.target, style="cyan"),
    Column("field", lambda x: x.field),
    Column("is", lambda x: shown(x.value), style="bold"),
    Column("was read as", lambda x: shown(x.read)),
    Column("by", lambda x: x.by),
    Column("on", lambda x: x.at[:16].replace("T", " "), firm=True),
)
