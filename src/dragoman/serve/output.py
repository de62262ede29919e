"""Answers to standard output as a table, JSON or CSV; everything else a person is told goes to standard error."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import typer

from dragoman.errors import DragomanError, QuestionError
from dragoman.serve.options import Format
from dragoman.serve.safe import cell, json_text, plain

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.search import Found

T = TypeVar("T")
_UNSEEN = 120
"""Columns where the output is no terminal and COLUMNS is not set."""


class Column(NamedTuple, Generic[T]):
    """A column: its head and what stands in it. A firm one is never folded; one with `least` is left out where the
    terminal has fewer columns."""

    head: str
    value: Callable[[T], str]
    firm: bool = False
    style: str = ""
    least: int = 0


@contextmanager
def reporting() -> Iterator[None]:
    """A DragomanError as one line on standard error: exit code 2 for a wrong question or address, else 1."""
    try:
        yield
    except DragomanError as e:
        from dragoman.save import StoreUrlError
        from dragoman.search import QueryError

        say(str(e))
        raise typer.Exit(2 if isinstance(e, QuestionError | QueryError | StoreUrlError) else 1) from e


def say(message: str) -> None:
    """One line on standard error."""
    sys.stdout.flush()
    typer.echo(f"dragoman: {plain(message)}", err=True)


def write(found: Found[T], form: Format, *, table: Sequence[Column[T]], sheet: Sequence[Column[T]]) -> None:
    """The answer. What is missing is said on standard error: why it is empty, or how many more there are."""
    if form is Format.json:
        write_json(found.items)
    elif form is Format.csv:
        _write_csv(found.items, sheet)
    elif found.items:
        write_table(console(), found.items, table)
    if not found.items:
        say(f"nothing found: {found.why}")
    elif found.total > len(found.items):
        say(f"{len(found.items)} of {found.total} shown; --limit 0 shows all")


def console() -> Console:
    """Standard output for rich: no markup, no emoji codes, no highlighting of page text."""
    from rich.console import Console

    width = shutil.get_terminal_size((_UNSEEN, 24)).columns
    return Console(file=sys.stdout, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)


def write_json(items: Sequence[object]) -> None:
    """A JSON list, an item a line."""
    from dragoman.save.text import to_json

    sys.stdout.write("[" + ",".join(f"\n{json_text(to_json(item))}" for item in items) + "\n]\n")


def write_record(item: object) -> None:
    """One JSON object on a line."""
    from dragoman.save.text import to_json

    sys.stdout.write(json_text(to_json(item)) + "\n")


def _write_csv(items: Sequence[T], columns: Sequence[Column[T]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.head for column in columns)
    writer.writerows([cell(column.value(item)) for column in columns] for item in items)
    sys.stdout.write(out.getvalue())


def write_table(to: Console, items: Sequence[T], columns: Sequence[Column[T]]) -> None:
    """A table no wider than the terminal."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    shown = [column for column in columns if to.width >= column.least]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in shown:
        table.add_column(column.head, no_wrap=column.firm, overflow="fold", style=column.style)
    for item in items:
        table.add_row(*(Text(plain(column.value(item))) for column in shown))
    to.print(table)
