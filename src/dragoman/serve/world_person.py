"""`dragoman world person` and `same`: who is known under a name, and whether two names can be one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.serve.options import Format, FormatOption

if TYPE_CHECKING:
    from dragoman.world.people import Known


def person(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or a part of one, in any script.")],
    state: Annotated[
        str | None, typer.Option("--state", metavar="CODE", help="Only people of this state or body.")
    ] = None,
    form: FormatOption = Format.table,
) -> None:
    """Whom the table knows under a name: every office with its time, other spellings, and why the name fits."""
    from dragoman.serve.output import reporting, say, write_json

    if form is Format.csv:
        raise typer.BadParameter("give table or json", param_hint="--format")
    with reporting():
        from dragoman.world.people import find_people

        found = find_people(name, state)
    if form is Format.json:
        write_json(found)
    else:
        for known in found:
            typer.echo(_told(known))
    if not found:
        say(f"nobody known under {name!r}{f' in {state}' if state else ''}")


def _told(known: Known) -> str:
    from dragoman.serve.safe import plain

    head = f"{known.name}{f' ({known.wikidata})' if known.wikidata else ''} · {known.score:.2f} {'; '.join(known.why)}"
    lines = [plain(head)]
    for held in known.offices:
        status = "" if held.status == "full" else f" ({held.status})"
        title = f", {held.title}" if held.title else ""
        told = f"{held.state} {held.role}{status} {held.start} – {held.end or '?'}{title} [{held.source or 'shipped'}]"
        lines.append(f"  {plain(told)}")
    if known.spellings:
        lines.append(f"  {plain('also: ' + ', '.join(known.spellings))}")
    return "\n".join(lines)


def same(
    first: Annotated[str, typer.Argument(metavar="NAME", help="A name.")],
    second: Annotated[str, typer.Argument(metavar="NAME", help="Another one, in any script.")],
) -> None:
    """Whether two names can be one person's: how sure, and why. Exit code 1 if not."""
    from dragoman.serve.safe import plain
    from dragoman.world.match import SURE, compare

    match = compare(first, second)
    yes = match.score >= SURE
    typer.echo(plain(f"{'the same' if yes else 'different'} · {match.score:.2f} · {'; '.join(match.why)}"))
    raise typer.Exit(int(not yes))
