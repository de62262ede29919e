"""CSV files of our own columns, and results of a Wikidata query as CSV or SPARQL JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from dragoman.errors import WorldError
from dragoman.world.imports.check import Given, Read, checked
from dragoman.world.overlay import ImportedRow

_ENTITY = "http://www.wikidata.org/entity/"
_PRECISION = {"9": 4, "10": 7, "11": 10}  # Wikidata's number for year, month, day -> letters of the date
_OURS = frozenset(
    {"state", "person", "role", "office", "start", "end", "status", "wikidata", "title", "aliases", "source", "licence"}
)


class _Value(msgspec.Struct):
    value: str


class _Results(msgspec.Struct):
    bindings: list[dict[str, _Value]]


class _Sparql(msgspec.Struct):
    results: _Results


def read_csv(file: Path) -> Read:
    """A CSV file with the columns state, person, role (or office), start, and any of end, status, wikidata, title,
    aliases (parted by a bar)."""
    given = []
    for where, row in _csv_rows(file, ("state", "person", "start"), _OURS):
        role = row.get("role") or row.get("office")
        if not role:
            raise WorldError(f"{where}: neither role nor office")
        given.append(Given(where, _row(where, {**row, "role": role})))
    return checked(file, given)


def read_wikidata(file: Path) -> Read:
    """The result of the query in docs/world.md, as SPARQL JSON or CSV."""
    text = text_of(file)
    found = (
        _sparql(file, text) if text.lstrip().startswith("{") else _csv_rows(file, ("person", "state", "start"), None)
    )
    given = []
    for where, row in found:
        person = row.get("person", "")
        if not person.startswith(_ENTITY):
            raise WorldError(f"{where}: person {person!r} is no Wikidata entity")
        entity = person.removeprefix(_ENTITY)
        values = {
            "person": row.get("personLabel") or entity, "wikidata": entity, "state": row.get("state", ""),
            "role": row.get("office") or row.get("role", ""), "title": row.get("title", ""),
            "start": _date(row.get("start", ""), row.get("startPrecision")),
            "end": _date(row.get("end", ""), row.get("endPrecision")), "status": row.get("status", ""),
            "aliases": row.get("aliases", ""),
        }  # fmt: skip
        given.append(Given(where, _row(where, values)))
    return checked(file, list(_once(given)))


def _once(given: Sequence[Given]) -> Iterator[Given]:
    """Each tenure once: a query gives it again for every value of something else."""
    seen: set[ImportedRow] = set()
    for one in given:
        if one.row not in seen:
            seen.add(one.row)
            yield one


def text_of(file: Path) -> str:
    """The file's text; WorldError for what is no file or no UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as e:
        raise WorldError(f"{file}: {e.strerror}") from e
    except UnicodeDecodeError as e:
        raise WorldError(f"{file}: no UTF-8 at byte {e.start}") from e


def _sparql(file: Path, text: str) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        found = msgspec.json.decode(text, type=_Sparql)
    except msgspec.DecodeError as e:
        raise WorldError(f"{file}: no whole result of a SPARQL query ({e})") from e
    for number, binding in enumerate(found.results.bindings, 1):
        yield f"{file}: row {number}", {name: value.value for name, value in binding.items()}


def _csv_rows(file: Path, needed: Sequence[str], known: frozenset[str] | None) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows with the lines on which they end; a row with other columns than the head is refused."""
    reader = csv.reader(io.StringIO(text_of(file), newline=""), strict=True)
    try:
        head = [name.strip() for name in next(reader, [])]
        missing = [name for name in needed if name not in head]
        unknown = [name for name in head if known is not None and name not in known]
        if missing or unknown:
            told = f"no column {', '.join(missing)}" if missing else f"unknown column {', '.join(unknown)}"
            raise WorldError(f"{file}: row 1: {told}")
        for cells in reader:
            if cells:
                if len(cells) != len(head):
                    raise WorldError(f"{file}: row {reader.line_num}: {len(cells)} of {len(head)} columns")
                yield f"{file}: row {reader.line_num}", {k: v.strip() for k, v in zip(head, cells, strict=True)}
    except csv.Error as e:
        raise WorldError(f"{file}: row {reader.line_num}: {e}") from e


def _row(where: str, values: Mapping[str, str]) -> ImportedRow:
    for name in ("state", "person", "role", "start"):
        if not values.get(name):
            raise WorldError(f"{where}: no {name}")
    kept = {k: v for k, v in values.items() if v and k in ImportedRow.__struct_fields__ and k != "aliases"}
    aliases = tuple(name.strip() for name in values.get("aliases", "").split("|") if name.strip())
    return msgspec.convert({**kept, "aliases": aliases}, ImportedRow)


def _date(text: str, precision: str | None) -> str:
    """The date of Wikidata's moment, as long as its precision says (without one: a first of January is a year)."""
    day = text.removeprefix("+").partition("T")[0]
    if precision is not None and precision not in _PRECISION:
        return day[:4]
    return day[: _PRECISION[precision]] if precision else day
