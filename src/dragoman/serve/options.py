"""Options that several commands have, said once."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer


class Format(StrEnum):
    """How an answer is written."""

    table = "table"
    json = "json"
    csv = "csv"


class PaperForm(StrEnum):
    """How a paper is written."""

    table = "table"
    md = "md"
    html = "html"
    json = "json"


Store: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--store",
        envvar="DRAGOMAN_STORE",
        metavar="URL",
        help="The store: sqlite:///FILE or a path. [default: dragoman.db here]",
        show_default=False,
    ),
]
FormatOption: TypeAlias = Annotated[Format, typer.Option("--format", help="How to write the answer.")]
State: TypeAlias = Annotated[
    str | None, typer.Option("--state", metavar="CODE", help="A party: ISO 3166-1 alpha-3 (IRN), or a body (EU).")
]
With: TypeAlias = Annotated[str | None, typer.Option("--with", metavar="CODE", help="The second party.")]
Person: TypeAlias = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="Somebody's name, or a part of it.")
]
Kind: TypeAlias = Annotated[
    str | None,
    typer.Option("--kind", help="phone_call, meeting, visit, ... or, for events, the type (CONSULT, ACCUSE, ...)."),
]
Status: TypeAlias = Annotated[str | None, typer.Option("--status", help="held, planned, cancelled or proposed.")]
Act: TypeAlias = Annotated[str | None, typer.Option("--act", help="What a statement does: criticize, request, ...")]
Topic: TypeAlias = Annotated[str | None, typer.Option("--topic", help="A topic's id, such as energy.")]
Target: TypeAlias = Annotated[str | None, typer.Option("--target", metavar="CODE", help="Whom an act is aimed at.")]
Since: TypeAlias = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="From this day on: 2023, 2023-12 or 2023-12-13.")
]
Until: TypeAlias = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to this day.")]
Text: TypeAlias = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help='All these words, "phrases" and beginnings (diplom*).')
]
Language: TypeAlias = Annotated[
    str | None, typer.Option("--language", metavar="TAG", help="Language of the page: en, id, zh-Hant, ...")
]
Limit: TypeAlias = Annotated[int, typer.Option("--limit", min=0, help="At most so many; 0 for all.")]
