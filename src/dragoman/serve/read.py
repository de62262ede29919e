"""`dragoman read`: one JSON record a line on standard output, in input order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import InputError
from dragoman.serve.output import say
from dragoman.serve.safe import json_text

if TYPE_CHECKING:
    from dragoman.model import Page, PageRecord
    from dragoman.world import World


def read(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, directories (recursively), or - for standard input.")
    ],
    text: Annotated[bool, typer.Option("--text", help="Put the page's text into page.text.")] = False,
) -> None:
    """Read pages and print one JSON record a line.

    Plain text, HTML and JSON lines (also gzipped) are told apart by content, then by suffix. A page that cannot be
    read costs one line on standard error; the others are still read, and the exit code is then 1.
    """
    from dragoman.world import load_world

    world = load_world()
    failed = False
    told: set[str] = set()
    try:
        for reading in readings(inputs, world):
            if isinstance(reading, InputError):
                failed = True
                say(str(reading))
                continue
            page, record = reading
            sys.stdout.buffer.write(as_line(record, page if text else None))
            sys.stdout.buffer.flush()
            note_unknown(record, world, told)
    except BrokenPipeError:  # the reader has seen enough; nothing may be flushed into the pipe on the way out
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(int(failed))


def readings(inputs: Sequence[str], world: World) -> Iterator[tuple[Page, PageRecord] | InputError]:
    """Every page with its record, lazily and in input order; whatever goes wrong with a page costs only that page."""
    from dragoman.acquire import acquire
    from dragoman.pipeline import read_page

    for page in acquire(inputs):
        if isinstance(page, InputError):
            yield page
            continue
        try:
            record = read_page(page, world)
        except Exception as error:  # a defect of ours on one page out of thousands: told, never fatal
            yield InputError(page.uri, f"unexpected {type(error).__name__} while reading this page: {error}")
        else:
            yield page, record


def as_line(record: PageRecord, page: Page | None = None) -> bytes:
    """The record as one line of JSON that a terminal obeys nothing of; with a page, its text stands in `page.text`."""
    import msgspec

    if page:
        record = msgspec.structs.replace(record, page=msgspec.structs.replace(record.page, text=page.text))
    return json_text(msgspec.json.encode(record).decode()).encode() + b"\n"


def note_unknown(record: PageRecord, world: World, told: set[str]) -> None:
    """Says on standard error, once a language, that there is no pack for it; `told` remembers."""
    language = record.article.language
    if language and language not in told and world.language(language) is None:
        told.add(language)
        say(f"{record.page.uri}: no pack for language {language!r}: only language, title, dates and body are read")
