"""`dragoman`: the commands and what they are called. Nothing slow is imported here; commands import what they need."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.serve.add import add
from dragoman.serve.correct import correct
from dragoman.serve.coverage import coverage
from dragoman.serve.explain import explain
from dragoman.serve.judge import link, unlink
from dragoman.serve.papers import brief, compare
from dragoman.serve.query import engagements, events, show, statements, timeline
from dragoman.serve.read import read
from dragoman.serve.review import review
from dragoman.serve.world import world_app
from dragoman.serve.world_import import import_app, imports_, remove
from dragoman.serve.world_person import person, same
from dragoman.serve.world_place import place

app = typer.Typer(
    name="dragoman",
    help="Reads pages about diplomacy into a cited record of who met whom and who said what.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

for command in (
    read, explain, add, engagements, statements, events, show, compare, timeline, brief, link, unlink, review, correct,
    coverage,
):  # fmt: skip
    app.command()(command)
world_app.command()(person)
world_app.command()(same)
world_app.command()(place)
world_app.command()(remove)
world_app.command("imports")(imports_)
world_app.add_typer(import_app, name="import")
app.add_typer(world_app, name="world")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def dragoman(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Reads pages about diplomacy into a cited record of who met whom and who said what."""
    from dragoman.serve.output import say
    from dragoman.world.overlay import damaged

    for complaint in damaged():
        say(complaint)


def main() -> None:
    """The console script. A reader that goes away (`| head`) ends it quietly."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    finally:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
