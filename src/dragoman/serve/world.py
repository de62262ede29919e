"""`dragoman world`: what the knowledge says. Commands that import some stand in a module of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.serve.options import Format, FormatOption

if TYPE_CHECKING:
    from dragoman.world.asking import Found, Holding

world_app = typer.Typer(help="Shows and imports knowledge: who held which office on which day.", no_args_is_help=True)


@world_app.command()
def who(
    state: Annotated[str, typer.Argument(metavar="STATE", help="ISO 3166-1 alpha-3 (IRN), or a body (EU).")],
    office: Annotated[
        str, typer.Argument(metavar="OFFICE", help="An office (foreign_minister) or a finer role (acting_president).")
    ],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day: 2024-06-23. [default: today]")
    ] = None,
    form: FormatOption = Format.table,
) -> None:
    """Who held an office on a day: exactly the holders, those acting included, those only elect or designate not."""
    from dragoman.serve.output import reporting, say

    if form is Format.csv:
        raise typer.BadParameter("give table or json", param_hint="--format")
    with reporting():
        from dragoman.world.asking import who_held

        found = who_held(state, office, on)
    _write(found, form)
    for note in found.notes:
        say(note)


def _write(found: Found, form: Format) -> None:
    from dragoman.serve.output import Column, console, write_json, write_table

    if form is Format.json:
        write_json(found.holders)
    elif found.holders:
        table: list[Column[Holding]] = [
            Column("name", lambda h: h.name),
            Column("role", lambda h: h.role),
            Column("status", lambda h: h.status),
            Column("start", lambda h: h.start, firm=True),
            Column("end", lambda h: h.end or "", firm=True),
            Column("wikidata", lambda h: h.wikidata or "", firm=True),
        ]
        write_table(console(), found.holders, table)
