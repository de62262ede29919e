"""The user's own overlay: office-holders that were imported, a file an import, beside the shipped table.

It lies in the folder `DRAGOMAN_WORLD` names, else in `dragoman/world` of the user's data folder. Shipped rows stand:
what an import has of the same people in the same office is left out, what contradicts them is not used.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import msgspec

from dragoman.errors import WorldError

VARIABLE = "DRAGOMAN_WORLD"
_NAME = re.compile(r"[\w-]{1,60}")


class ImportedRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """A tenure from a file, as in the shipped table; `aliases`: other spellings of the person's name."""

    state: str
    person: str
    role: str
    start: str
    end: str | None = None
    status: str = "full"
    wikidata: str | None = None
    title: str | None = None
    aliases: tuple[str, ...] = ()


class Import(msgspec.Struct, frozen=True):
    """What one `world import` brought: from which file, on which day, under which licence."""

    source: str
    licence: str
    file: str
    day: str
    rows: tuple[ImportedRow, ...]


def overlay_folder() -> Path:
    """Where imports lie; the folder need not exist."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "dragoman" / "world"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "dragoman" / "world"


def imports(folder: Path | None = None) -> list[Import]:
    """Every import that can be read, by the name of its source; `damaged` tells of the others."""
    return [found for path in _files(folder) if isinstance(found := _load(path), Import)]


def damaged(folder: Path | None = None) -> list[str]:
    """What is wrong with the imports that cannot be read, a line each: they cost only themselves."""
    return [found for path in _files(folder) if isinstance(found := _load(path), str)]


def _files(folder: Path | None) -> list[Path]:
    try:
        return sorted((folder or overlay_folder()).glob("*.json"))
    except OSError:
        return []


def _load(path: Path) -> Import | str:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Import)
    except (OSError, msgspec.DecodeError) as e:
        return f"{path}: this import cannot be read and is not used ({e}); dragoman world remove {path.stem}"


def save(new: Import, *, replace: bool = False, folder: Path | None = None) -> Path:
    """Write an import whole or not at all; WorldError if the source is there already, unless `replace`."""
    import tempfile

    place = folder or overlay_folder()
    path = _path(new.source, place)
    if path.exists() and not replace:
        raise WorldError(f"{new.source}: imported already ({path}); --replace takes its place, --source names another")
    try:
        place.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=place, suffix=".part")
        with os.fdopen(handle, "wb") as out:
            out.write(msgspec.json.format(msgspec.json.encode(new), indent=1))
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(path)
    except OSError as e:
        raise WorldError(f"{place}: cannot be written ({e.strerror})") from e
    return path


def remove(source: str, folder: Path | None = None) -> Path:
    """Delete an import, also a damaged one; WorldError for a source that is not there."""
    place = folder or overlay_folder()
    path = _path(source, place)
    try:
        path.unlink()
    except FileNotFoundError:
        known = ", ".join(sorted(p.stem for p in place.glob("*.json"))) or "none"
        raise WorldError(f"{source}: no such import in {place}; there are: {known}") from None
    except OSError as e:
        raise WorldError(f"{path}: cannot be removed ({e.strerror})") from e
    return path


def _path(source: str, place: Path) -> Path:
    if not _NAME.fullmatch(source):
        raise WorldError(f"{source!r} cannot be a source's name: letters, digits, - and _, at most 60")
    return place / f"{source}.json"
