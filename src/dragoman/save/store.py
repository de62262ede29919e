"""An open store: connections in one kind of transaction for reading and one for writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from dragoman.errors import StoreError
from dragoman.save.fulltext import FullText, full_text
from dragoman.save.migrate import migrate
from dragoman.save.rebuild import is_current, rebuild
from dragoman.save.sqlite import sqlite_engine
from dragoman.save.url import default_url, sqlite_path


class Store:
    """A store that is open and has the newest tables. `fulltext` is the one part that differs between databases."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name
        self.fulltext: FullText = full_text(engine.dialect.name)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Gives the connections back; the store can be opened again."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store from first to last query."""
        with self._told(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, alone in writing: all of it is saved at the end, nothing if anything is raised."""
        with self._told(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A database's complaint as a StoreError that names the store."""
        try:
            yield
        except DBAPIError as e:
            raise StoreError(f"{self.name}: {_reason(e)}") from e


def open_store(url: str | None = None, *, create: bool = True) -> Store:
    """The store at the address (see `url.default_url`), its tables brought up to date.

    With `create=False` a store that is not there raises StoreError instead of being made.
    """
    path = sqlite_path(default_url(url))
    name = str(path) if path else "store in memory"
    _check(path, name, create)
    engine = sqlite_engine(path)
    store = Store(engine, name)
    try:
        migrate(engine, name)
        _bring_up_to_date(store)
    except DBAPIError as e:
        engine.dispose()
        raise StoreError(f"{name}: {_reason(e)}") from e
    except StoreError:
        engine.dispose()
        raise
    return store


def _bring_up_to_date(store: Store) -> None:
    """Engagements made by older rules are made anew."""
    with store.reading() as connection:
        if is_current(connection):
            return
    with store.writing() as connection:
        if not is_current(connection):
            rebuild(connection)


def _check(path: Path | None, name: str, create: bool) -> None:
    """What a database would say less clearly."""
    if path is None:
        return
    try:
        if path.is_dir():
            raise StoreError(f"{name}: is a directory, not a store")
        if not path.exists() and not create:
            raise StoreError(f"{name}: no store here; `dragoman add PAGES` makes one, --store names another")
        if not path.parent.is_dir():
            raise StoreError(f"{name}: no such directory: {path.parent}")
    except (OSError, ValueError) as e:
        raise StoreError(f"{name}: {e}") from e


def _reason(error: DBAPIError) -> str:
    """The database's own words, one line, with what to do about the common ones."""
    said = " ".join(str(error.orig or error).split())
    if "not a database" in said or "malformed" in said:
        return f"not a dragoman store, or a damaged one ({said})"
    if "locked" in said:
        return f"another program has kept the store locked for too long ({said})"
    return said
