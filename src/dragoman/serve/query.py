"""`engagements`, `statements`, `events`, `show`, `timeline`: questions to a store."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from dragoman.serve import options as o
from dragoman.serve.options import Format
from dragoman.serve.output import reporting, write, write_record

_LIMIT = 100


def engagements(
    state: o.State = None, with_: o.With = None, person: o.Person = None, kind: o.Kind = None,
    status: o.Status = None, act: o.Act = None, topic: o.Topic = None, target: o.Target = None,
    since: o.Since = None, until: o.Until = None, text: o.Text = None, language: o.Language = None,
    limit: o.Limit = _LIMIT, form: o.FormatOption = Format.table, store: o.Store = None,
) -> None:  # fmt: skip
    """Contacts between states, each once, whoever reported it; the latest first."""
    _ask(
        "engagements", form, store,
        state=state, with_=with_, person=person, kind=kind, status=status, act=act, topic=topic, target=target,
        since=since, until=until, text=text, language=language, limit=limit,
    )  # fmt: skip


def statements(
    state: o.State = None, with_: o.With = None, person: o.Person = None, kind: o.Kind = None,
    status: o.Status = None, act: o.Act = None, topic: o.Topic = None, target: o.Target = None,
    since: o.Since = None, until: o.Until = None, text: o.Text = None, language: o.Language = None,
    limit: o.Limit = _LIMIT, form: o.FormatOption = Format.table, store: o.Store = None,
) -> None:  # fmt: skip
    """Who said what, to whom and of whom, with the characters that say so; the latest first."""
    _ask(
        "statements", form, store,
        state=state, with_=with_, person=person, kind=kind, status=status, act=act, topic=topic, target=target,
        since=since, until=until, text=text, language=language, limit=limit,
    )  # fmt: skip


def events(
    state: o.State = None, with_: o.With = None, person: o.Person = None, kind: o.Kind = None,
    act: o.Act = None, topic: o.Topic = None, target: o.Target = None, since: o.Since = None,
    until: o.Until = None, text: o.Text = None, language: o.Language = None,
    limit: o.Limit = _LIMIT, form: o.FormatOption = Format.table, store: o.Store = None,
) -> None:  # fmt: skip
    """Coded events (PLOVER) with their evidence; the latest first."""
    _ask(
        "events", form, store,
        state=state, with_=with_, person=person, kind=kind, act=act, topic=topic, target=target,
        since=since, until=until, text=text, language=language, limit=limit,
    )  # fmt: skip


def _ask(noun: str, form: Format, store: str | None, **asked: Any) -> None:
    """Asks the store for the nouns that the options allow, and writes them."""
    with reporting():
        from dragoman import search
        from dragoman.save import open_store
        from dragoman.serve import columns

        query = search.Query(**asked)  # a wrong option is told before a missing store
        with open_store(store, create=False) as opened:
            found = getattr(search, noun)(opened, query)
        write(found, form, table=getattr(columns, noun.upper()), sheet=getattr(columns, f"{noun.upper()}_SHEET"))


def timeline(
    states: Annotated[list[str], typer.Argument(metavar="STATE [STATE]", help="One party, or two: IRN JPN.")],
    limit: o.Limit = 0,
    form: o.FormatOption = Format.table,
    store: o.Store = None,
) -> None:
    """The contacts of a state, or of two states with each other, in time."""
    if len(states) > 2:
        raise typer.BadParameter("give one state or two", param_hint="STATE [STATE]")
    with reporting():
        from dragoman import search
        from dragoman.save import open_store
        from dragoman.serve import columns

        with open_store(store, create=False) as opened:
            found = search.timeline(opened, states, limit=limit)
        write(found, form, table=columns.ENGAGEMENTS, sheet=columns.ENGAGEMENTS_SHEET)


def show(
    engagement: Annotated[str, typer.Argument(metavar="ID", help="An engagement's id, or the beginning of it.")],
    form: o.FormatOption = Format.table,
    store: o.Store = None,
) -> None:
    """One engagement with its evidence: participants, readouts, and the statements made in it."""
    if form is Format.csv:
        raise typer.BadParameter("one engagement is no table; give table or json", param_hint="--format")
    with reporting():
        from dragoman import search
        from dragoman.save import open_store
        from dragoman.serve.detail import write_detail

        with open_store(store, create=False) as opened:
            detail = search.show(opened, engagement)
        if form is Format.json:
            write_record(detail)
        else:
            write_detail(detail)
