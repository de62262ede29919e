"""`add`: pages into a store. What is saved stays saved; a second run reads only what is missing."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from dragoman.errors import DragomanError, InputError
from dragoman.serve import options as o
from dragoman.serve.output import reporting, say

if TYPE_CHECKING:
    from dragoman.model import Page, PageRecord
    from dragoman.save import Saved, Store

_BATCH = 32
"""Pages saved in one transaction ..."""
_SECONDS = 1.0
"""... or as many as are read in this time, so that little is lost when the run is killed."""


Inputs: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, directories, or - for standard input.")
]


def add(
    inputs: Inputs,
    again: Annotated[bool, typer.Option("--again", help="Read pages anew that the store holds already.")] = False,
    store: o.Store = None,
) -> None:
    """Read pages and save what they say. Adding the same again changes nothing."""
    with reporting():
        from dragoman.acquire import acquire
        from dragoman.save import open_store

        with open_store(store) as opened, _progress() as show:
            adder = Adder(opened, again=again, show=show)
            try:
                adder.add(acquire(inputs))
            except KeyboardInterrupt:
                adder.flush()
                say(f"stopped; {adder.summary()}; the same command does the rest")
                raise typer.Exit(130) from None
        typer.echo(f"{adder.summary()} ({opened.name})")
        raise typer.Exit(1 if adder.failed else 0)


class Adder:
    """Reads pages that the store does not hold, and saves in batches. Bad inputs are told and counted, not raised."""

    def __init__(self, store: Store, *, again: bool = False, show: Callable[[str], None] = lambda _: None) -> None:
        from dragoman.save import Saved

        self.store = store
        self.again = again
        self.show = show
        self.saved: Saved = Saved()
        self.failed = 0
        self._waiting: list[tuple[Page, PageRecord | None]] = []
        self._flushed = time.monotonic()
        self._reader: Callable[[Page], PageRecord] | None = None

    def add(self, items: Iterable[Page | InputError]) -> None:
        """All of them, in order."""
        for chunk in _chunks(items):
            pages = []
            for item in chunk:
                if isinstance(item, InputError):
                    self._fail(str(item))
                else:
                    pages.append(item)
            self._add_pages(pages)
        self.flush()

    def flush(self) -> None:
        """Saves what has been read."""
        from dragoman.save import add_pages

        if self._waiting:
            saved = add_pages(self.store, self._waiting, again=self.again)
            self._waiting = []
            for uri, reason in saved.refused:
                self._fail(f"{uri}: {reason}")
            self.saved += saved
        self._flushed = time.monotonic()
        self.show(self.summary())

    def summary(self) -> str:
        """What was done, in words."""
        parts = (
            (self.saved.pages, "added"),
            (self.saved.captures, "known from elsewhere"),
            (self.saved.known, "already there"),
            (self.failed, "failed"),
        )
        told = ", ".join(f"{count} {what}" for count, what in parts if count)
        return f"pages: {told or 'none'}"

    def _add_pages(self, pages: list[Page]) -> None:
        from dragoman.save import known_pages

        known = set() if self.again else known_pages(self.store, {page.id for page in pages})
        for page in pages:
            record = None if page.id in known else self._read(page)
            if record is not None or page.id in known:
                known.add(page.id)
                self._waiting.append((page, record))
            if len(self._waiting) >= _BATCH or time.monotonic() - self._flushed > _SECONDS:
                self.flush()

    def _read(self, page: Page) -> PageRecord | None:
        """The record; None, told and counted, for a page that cannot be read."""
        if self._reader is None:
            self._reader = _reader()
        try:
            return self._reader(page)
        except DragomanError as e:
            self._fail(str(e) if page.uri in str(e) else f"{page.uri}: {e}")
        except Exception as e:  # a fault of ours on one page must not lose the thousands after it
            self._fail(f"{page.uri}: cannot be read ({type(e).__name__}: {e}); please report this page")
        return None

    def _fail(self, message: str) -> None:
        self.failed += 1
        say(message)


def _reader() -> Callable[[Page], PageRecord]:
    """`read_page` with the world it needs, loaded only when there is something to read."""
    from dragoman.pipeline import read_page
    from dragoman.serve.read import note_unknown
    from dragoman.world import load_world

    world = load_world()
    told: set[str] = set()

    def read(page: Page) -> PageRecord:
        record = read_page(page, world)
        note_unknown(record, world, told)
        return record

    return read


def _chunks(items: Iterable[Page | InputError]) -> Iterator[list[Page | InputError]]:
    iterator = iter(items)
    while chunk := list(itertools.islice(iterator, _BATCH)):
        yield chunk


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A bar on standard error that shows what was done so far; nothing where that is no terminal."""
    import sys

    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.fields[told]}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("add", total=None, told="reading")
        yield lambda told: progress.update(task, told=told)
