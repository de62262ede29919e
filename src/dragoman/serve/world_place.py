"""`dragoman world place`: where a city lies."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.serve.options import Format, FormatOption


def place(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A city's name, in any script.")],
    state: Annotated[
        str | None, typer.Option("--state", metavar="CODE", help="Only on the soil of this state.")
    ] = None,
    form: FormatOption = Format.table,
) -> None:
    """Where a city lies: its state and coordinates, capitals first, then by size."""
    from dragoman.serve.output import Column, console, reporting, say, write_json, write_table

    if form is Format.csv:
        raise typer.BadParameter("give table or json", param_hint="--format")
    with reporting():
        from dragoman.world.places import Place, places

        found = places(name, state.upper() if state else None)
    if form is Format.json:
        keys = ("name", "state", "latitude", "longitude", "capital", "population", "geonames")
        write_json([{key: getattr(p, key) for key in keys} for p in found])
    elif found:
        columns: list[Column[Place]] = [
            Column("name", lambda p: p.name),
            Column("state", lambda p: p.state, firm=True),
            Column("latitude", lambda p: f"{p.latitude:.4f}", firm=True),
            Column("longitude", lambda p: f"{p.longitude:.4f}", firm=True),
            Column("capital", lambda p: "yes" if p.capital else ""),
            Column("population", lambda p: str(p.population or "")),
        ]
        write_table(console(), found, columns)
    if not found:
        say(f"no place known under {name!r}{f' in {state}' if state else ''}")
