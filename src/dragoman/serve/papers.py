"""`compare` and `brief`: what is read on paper, written for a terminal, as Markdown, as HTML or as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from dragoman.serve import options as o
from dragoman.serve.options import PaperForm
from dragoman.serve.output import reporting, write_record

if TYPE_CHECKING:
    from dragoman.serve.paper import Paper

Form: TypeAlias = Annotated[PaperForm, typer.Option("--format", help="How to write it.")]


def compare(
    engagements: Annotated[
        list[str],
        typer.Argument(metavar="ID...", help="An engagement's id or its beginning, or PAGE#e1; several: as if one."),
    ],
    form: Form = PaperForm.table,
    store: o.Store = None,
) -> None:
    """One engagement as each side and each source reported it: where they differ, and what only one says."""
    with reporting():
        from dragoman.save import open_store
        from dragoman.search.compare import compare as ask
        from dragoman.serve.comparison import paper_of

        with open_store(store, create=False) as opened:
            compared = ask(opened, engagements)
        if form is PaperForm.json:
            write_record(compared.comparison)
        else:
            _write(paper_of(compared), form)


def _write(paper: Paper, form: PaperForm) -> None:
    if form is PaperForm.html:
        from dragoman.serve.paper_html import as_html

        sys.stdout.write(as_html(paper) + "\n")
    elif form is PaperForm.md:
        from dragoman.serve.paper_text import as_markdown

        sys.stdout.write(as_markdown(paper))
    else:
        from dragoman.serve.paper_text import write_paper

        write_paper(paper)


def brief(
    states: Annotated[list[str], typer.Argument(metavar="STATE STATE", help="Two parties: IRN JPN.")],
    since: o.Since = None,
    until: o.Until = None,
    form: Form = PaperForm.table,
    store: o.Store = None,
) -> None:
    """A briefing note on two states, every line with page and characters: contacts, people, positions, gaps."""
    if len(states) != 2:
        raise typer.BadParameter("give two states", param_hint="STATE STATE")
    with reporting():
        from dragoman.brief import brief as write
        from dragoman.save import open_store
        from dragoman.search import Query
        from dragoman.serve.briefing import paper_of

        Query(since=since, until=until)  # refuses what is no date
        with open_store(store, create=False) as opened:
            found = write(opened, states[0], states[1], since=since, until=until)
        if form is PaperForm.json:
            write_record(found)
        else:
            _write(paper_of(found), form)
