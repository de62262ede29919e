"""A store of the shipped pages, and what their papers look like: shared by the tests of `compare` and `brief`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from dragoman.acquire import acquire
from dragoman.model import Page
from dragoman.pipeline import read_page
from dragoman.save import Store, add_pages, open_store
from dragoman.world import load_world


def example_pages(folder: Path) -> list[Page]:
    """The shipped pages, called by their names only."""
    found = [page for page in acquire([str(folder)]) if isinstance(page, Page)]
    return [msgspec.structs.replace(page, uri=Path(page.uri).name) for page in found]


@contextmanager
def example_store(folder: Path) -> Iterator[Store]:
    """A store in memory that holds them."""
    with open_store("sqlite://") as store:
        add_pages(store, [(page, read_page(page, load_world())) for page in example_pages(folder)])
        yield store
