"""Reading the knowledge files: TOML and CSV rows into typed records, with the file and the row in every complaint."""

from __future__ import annotations

import csv
import io
import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar, dataclass_transform

import msgspec

from dragoman.errors import WorldError

T = TypeVar("T")

_GROUP = re.compile(r"\(([^()]*)\)")


def data_root() -> Traversable:
    """The folder `world/data` as installed (it travels in the wheel)."""
    return files("dragoman.world") / "data"


def load_toml(path: Traversable, kind: type[T], letters: Mapping[int, str | None] | None = None) -> T:
    """The file as a `kind`; an unknown key, a missing one or a wrong type is refused by file and key.

    letters: for `str.translate`, so that the words of a pack compare with those of a text.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return msgspec.convert(tomllib.loads(text.translate(letters) if letters else text), kind)
    except FileNotFoundError as e:
        raise WorldError(f"{path}: no such file") from e
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as e:
        raise WorldError(f"{path}: {e}") from e


def load_rows(path: Traversable, kind: type[T]) -> Iterator[T]:
    """The CSV file's rows as `kind` records; empty cells are left out, so that the field's default stands."""
    reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    for number, row in enumerate(reader, 2):
        try:
            yield msgspec.convert({k: v for k, v in row.items() if v not in ("", None)}, kind, strict=False)
        except msgspec.ValidationError as e:
            raise WorldError(f"{path}: row {number}: {e}") from e


def expand(pattern: str) -> list[str]:
    """All forms of a compact pattern: `call(|s|ed) (on|upon)` gives six. Groups do not nest; order is kept."""
    parts = _GROUP.split(pattern)
    choices = [[p] if i % 2 == 0 else p.split("|") for i, p in enumerate(parts)]
    return [" ".join("".join(c).split()) for c in itertools.product(*choices)]


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every record read from a knowledge file: unknown keys are refused."""
