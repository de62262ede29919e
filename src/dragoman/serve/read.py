"""`dragoman read`: one JSON record a line on standard output, in input order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import Annotated

import msgspec
import typer

from dragoman.acquire import acquire
from dragoman.errors import InputError
from dragoman.model import Page, PageRecord
from dragoman.pipeline import read_page
from dragoman.world import World, load_world


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
    world = load_world()
    encode = msgspec.json.Encoder().encode
    failed = False
    unknown: set[str] = set()
    try:
        for reading in readings(inputs, world):
            if isinstance(reading, InputError):
                failed = True
                complain(reading.where, reading.reason)
                continue
            page, record = reading
            sys.stdout.buffer.write(encode(with_text(record, page) if text else record) + b"\n")
            sys.stdout.buffer.flush()
            note_unknown(record, world, unknown)
    except BrokenPipeError:  # the reader has seen enough; nothing may be flushed into the pipe on the way out
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(int(failed))


def readings(inputs: Sequence[str], world: World) -> Iterator[tuple[Page, PageRecord] | InputError]:
    """Every page with its record, lazily and in input order; whatever goes wrong with a page costs only that page."""
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


def with_text(record: PageRecord, page: Page) -> PageRecord:
    """The record with the page's text in it."""
    return msgspec.structs.replace(record, page=msgspec.structs.replace(record.page, text=page.text))


def note_unknown(record: PageRecord, world: World, told: set[str]) -> None:
    """Says on standard error, once a language, that there is no pack for it; `told` remembers."""
    language = record.article.language
    if language and language not in told and world.language(language) is None:
        told.add(language)
        complain(record.page.uri, f"no pack for language {language!r}: only language, title, dates and body are read")


def complain(where: str, reason: str) -> None:
    """One line on standard error, whatever is in the names."""
    line = " ".join(f"dragoman: {where}: {reason}".splitlines())
    print(line[:1000], file=sys.stderr, flush=True)
