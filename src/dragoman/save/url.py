"""Where the store is: `--store`, else `DRAGOMAN_STORE`, else `dragoman.db` in the working directory."""

from __future__ import annotations

import os
from pathlib import Path

from dragoman.errors import StoreError

DEFAULT = "sqlite:///dragoman.db"
VARIABLE = "DRAGOMAN_STORE"
_SQLITE = "sqlite://"


class StoreUrlError(StoreError):
    """The address itself is wrong, whatever is there."""


def default_url(given: str | None = None) -> str:
    """The address as given, or from the environment, or the default; never empty."""
    return given or os.environ.get(VARIABLE) or DEFAULT


def sqlite_path(url: str) -> Path | None:
    """The file a store address means; None for `sqlite://`, a store in memory.

    A plain path is taken as `sqlite:///path`. Any other scheme raises StoreUrlError.
    """
    if "://" not in url:
        return Path(url)
    if url.startswith(("postgresql:", "postgresql+", "postgres:")):
        raise StoreUrlError(f"{_hidden(url)}: PostgreSQL stores are not supported yet; use sqlite:///FILE")
    if not url.startswith(_SQLITE):
        raise StoreUrlError(f"{_hidden(url)}: unknown kind of store; use sqlite:///FILE")
    path = url.removeprefix(_SQLITE)
    if path in ("", "/", "/:memory:"):
        return None
    if not path.startswith("/"):
        raise StoreUrlError(f"{url}: a SQLite store is sqlite:///FILE, with three slashes (four for /an/absolute/path)")
    return Path(path[1:])


def _hidden(url: str) -> str:
    """The address without user and password, fit for a message."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
