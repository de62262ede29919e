"""`dragoman world import`, `imports` and `remove`: other people's tables of office-holders in the user's overlay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from dragoman.serve.options import Format, FormatOption

if TYPE_CHECKING:
    from dragoman.world.imports import Read
    from dragoman.world.merged import Left
    from dragoman.world.overlay import Import

import_app = typer.Typer(
    help="Takes office-holders from a file into your own overlay: all of a file or nothing.", no_args_is_help=True
)
_SHOWN = 10  # rows that are told one by one

File = Annotated[Path, typer.Argument(metavar="FILE", help="The file to take them from.")]
Source = Annotated[
    str | None, typer.Option("--source", metavar="NAME", help="What to call the import. [default: the format's name]")
]
Licence = Annotated[str | None, typer.Option("--licence", metavar="NAME", help="The licence of the file's data.")]
Replace = Annotated[bool, typer.Option("--replace", help="Take the place of an import of that name.")]
Overlay = Annotated[
    Path | None,
    typer.Option("--overlay", metavar="FOLDER", envvar="DRAGOMAN_WORLD", help="Where imports lie.", show_default=False),
]


class _Named(NamedTuple):
    source: str
    licence: str
    replace: bool
    overlay: Path | None


@import_app.command()
def wikidata(
    file: File, source: Source = None, licence: Licence = None, replace: Replace = False, overlay: Overlay = None
) -> None:
    """The result of a Wikidata query (docs/world.md has it), as SPARQL JSON or CSV."""
    from dragoman.world.imports import read_wikidata

    _bring(file, read_wikidata, _Named(source or "wikidata", licence or "CC0-1.0", replace, overlay))


@import_app.command()
def opensanctions(
    file: File, source: Source = None, licence: Licence = None, replace: Replace = False, overlay: Overlay = None
) -> None:
    """FollowTheMoney entities, one JSON object a line, with Person, Position and Occupancy."""
    from dragoman.world.imports import read_opensanctions

    _bring(file, read_opensanctions, _Named(source or "opensanctions", licence or "CC-BY-NC-4.0", replace, overlay))


@import_app.command("csv")
def csv_(
    file: File, source: Source = None, licence: Licence = None, replace: Replace = False, overlay: Overlay = None
) -> None:
    """A CSV file: state, person, role, start; and any of end, status, wikidata, title, aliases."""
    from dragoman.world.imports import read_csv

    _bring(file, read_csv, _Named(source or file.stem, licence or "unknown", replace, overlay))


def imports_(overlay: Overlay = None, form: FormatOption = Format.table) -> None:
    """The imports in your overlay."""
    from dragoman.serve.output import Column, console, reporting, say, write_json, write_table

    if form is Format.csv:
        raise typer.BadParameter("give table or json", param_hint="--format")
    with reporting():
        from dragoman.world.overlay import imports, overlay_folder

        found = imports(overlay)
    if form is Format.json:
        keys = ("source", "licence", "file", "day")
        write_json([{**{key: getattr(i, key) for key in keys}, "tenures": len(i.rows)} for i in found])
    elif found:
        columns: list[Column[Import]] = [
            Column("source", lambda i: i.source, firm=True),
            Column("tenures", lambda i: str(len(i.rows)), firm=True),
            Column("licence", lambda i: i.licence),
            Column("imported", lambda i: i.day, firm=True),
            Column("file", lambda i: i.file),
        ]
        write_table(console(), found, columns)
    if not found:
        say(f"no imports in {overlay or overlay_folder()}")


def remove(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The import's name, as `world imports` has it.")],
    overlay: Overlay = None,
) -> None:
    """Remove an import. The shipped table is as it was before it."""
    from dragoman.serve.output import reporting

    with reporting():
        from dragoman.world.overlay import remove as removed

        path = removed(source, overlay)
    typer.echo(f"removed: {source} ({path})")


def _bring(file: Path, reader: Callable[[Path], Read], named: _Named) -> None:
    """Reads, checks and writes the import, then says what came and what of it the shipped table overrules."""
    import datetime

    from dragoman.serve.output import reporting, say

    with reporting():
        from dragoman.world.merged import left_out
        from dragoman.world.overlay import Import, save

        read = reader(file)
        today = datetime.date.today().isoformat()
        new = Import(named.source, named.licence, str(file), today, read.rows)
        path = save(new, replace=named.replace, folder=named.overlay)
        left = left_out(new)
    people = len({row.wikidata or row.person for row in new.rows})
    typer.echo(f"imported: {len(new.rows)} tenures of {people} people ({new.source}, {new.licence}; {path})")
    for note in read.notes:
        say(note)
    _tell(left)


def _tell(left: list[Left]) -> None:
    from dragoman.serve.output import say

    known = sum(one.why == "known" for one in left)
    against = [one for one in left if one.why == "contradicts"]
    if known:
        say(f"{known} of them are in the shipped table already")
    if against:
        say(f"{len(against)} contradict the shipped table, which stands; they are not used:")
    for row, old, _ in against[:_SHOWN]:
        shipped = f"{old.person} from {old.start} to {old.end or '?'}"
        say(f"- {row.state} {row.role} {row.start} {row.person}: shipped {shipped}")
    if len(against) > _SHOWN:
        say(f"- and {len(against) - _SHOWN} more")
