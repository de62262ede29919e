"""`dragoman explain`: what was labelled, found and resolved on a page, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import InputError
from dragoman.serve.output import say

if TYPE_CHECKING:
    from dragoman.model import Page
    from dragoman.serve.explained import Explained

_NAMED = 5
"""Ids named where the wanted one is not among them."""


def explain(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="A file, a directory, or - for standard input.")],
    ids: Annotated[
        list[str] | None, typer.Option("--id", metavar="ID", help="Only this page of several; may be repeated.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write one self-contained HTML file instead.")
    ] = None,
) -> None:
    """Show what was labelled, found and resolved on a page, and by which rule.

    Of several pages (JSON lines, a directory) all are shown, or those with an --id. A page that cannot be read costs
    one line on standard error; the exit code is then 1.
    """
    failed = False
    done: list[Explained] = []
    for item in _explanations(page, ids or ()):
        if isinstance(item, InputError):
            failed = True
            say(str(item))
        elif html is not None:
            done.append(item)
        else:
            from dragoman.serve.explain_terminal import write_explained

            write_explained(item)
    if html is not None and done:
        failed = not _write(html, done) or failed
    raise typer.Exit(int(failed))


def _explanations(name: str, ids: Sequence[str]) -> Iterator[Explained | InputError]:
    """The wanted pages, lazily and in order; last of all an error where an id was not among them."""
    from dragoman.acquire import acquire
    from dragoman.model import Page

    missing = dict.fromkeys(ids)
    seen: list[str] = []
    for item in acquire([name]):
        if not isinstance(item, Page):
            yield item
            continue
        seen.append(item.uri)
        own = {item.uri, item.id} & set(ids)
        if own or not ids:
            yield _explained(item)
        for each in own:
            missing.pop(each, None)
    for each in missing:
        there = ", ".join(seen[:_NAMED]) + (f" and {len(seen) - _NAMED} more" if len(seen) > _NAMED else "")
        yield InputError(name, f"no page with id {each!r}; there is {there or 'none'}")


def _explained(page: Page) -> Explained | InputError:
    from dragoman.serve.explained import explain_page
    from dragoman.trace import trace_page
    from dragoman.world import load_world

    try:
        return explain_page(trace_page(page, load_world()))
    except Exception as error:  # a defect of ours on one page of several: told, never fatal
        return InputError(page.uri, f"unexpected {type(error).__name__} while explaining this page: {error}")


def _write(path: Path, pages: Sequence[Explained]) -> bool:
    from dragoman.serve.explain_html import as_html

    try:
        path.write_text(as_html(pages), encoding="utf-8")
    except OSError as error:
        say(f"{path}: {error.strerror or error}")
        return False
    say(f"{len(pages)} page{'s' if len(pages) > 1 else ''} explained in {path}")
    return True
