"""`link`, `unlink`: a person's word on which reports are of one contact."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from dragoman.serve import options as o
from dragoman.serve.output import reporting, say

if TYPE_CHECKING:
    from dragoman.save.judgements import Judged, Word

By: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--by", envvar="DRAGOMAN_USER", metavar="NAME", help="Who says so. [default: you]", show_default=False
    ),
]
_WHAT = "An engagement's id (or its beginning), or a report: PAGE#e1, PAGE being its uri."
End: TypeAlias = Annotated[str, typer.Argument(help=_WHAT)]


def link(a: End, b: End, by: By = None, store: o.Store = None) -> None:
    """Say that two engagements are the same contact. Your word always wins, whatever is read or merged later."""
    _judge((a, b), "same", by, store)


def unlink(a: End, b: End, by: By = None, store: o.Store = None) -> None:
    """Say that two engagements or reports are not the same contact.

    To take a report out of an engagement: `dragoman unlink PAGE#e1 ID`.
    """
    _judge((a, b), "apart", by, store)


def author(by: str | None) -> str:
    """Who speaks: as given, or whoever is logged in. The name of the rules is nobody's."""
    name = (by or _login()).strip()
    if not name or name == "rule":
        raise typer.BadParameter("give a name (and not 'rule', which is what the rules are called)", param_hint="--by")
    return name


def tell(done: Judged) -> None:
    """What came of it: earlier words that no longer count, and the engagements now."""
    for note in done.notes:
        say(f"no longer counts: {note}")
    typer.echo(f"{', '.join(done.engagements)}  (undo: dragoman review --undo {done.said[:8]})")


def _judge(ends: tuple[str, str], judgement: Word, by: str | None, store: str | None) -> None:
    name = author(by)
    with reporting():
        from dragoman.save import open_store
        from dragoman.save.judgements import judge

        with open_store(store, create=False) as opened:
            tell(judge(opened, ends, judgement, name))


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
