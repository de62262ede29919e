"""Compiling `data/offices/*.csv` (one file a state or body) into the index that `offices.py` reads.

Every row is checked (`tenure_checks.py`). Lines of one person share the aliases, which stand on the first of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources.abc import Traversable

import msgspec

from dragoman.world.files import data_root, load_rows
from dragoman.world.fold import fold
from dragoman.world.offices import Compiled, Tenure
from dragoman.world.roles import is_rotating
from dragoman.world.tenure_checks import HolderRow, Placed, check_row, check_table


def compile_offices(folder: Traversable | None = None) -> bytes:
    """The index as MessagePack, the same bytes for the same rows; WorldError names the file and row it refuses."""
    tenures: list[Tenure] = []
    names: dict[str, set[str]] = defaultdict(set)
    rows = list(_read(folder or data_root() / "offices"))
    for placed in rows:
        check_row(placed)
        tenure = _tenure(placed.state, placed.row)
        tenures.append(tenure)
        names[_person_key(tenure)] |= {tenure.person, *filter(None, map(str.strip, placed.row.aliases.split("|")))}
    check_table(rows)
    tenures.sort(key=lambda t: (t.start, t.state, t.role, t.person))
    return msgspec.msgpack.encode(_index(tenures, names))


def _index(tenures: list[Tenure], names: dict[str, set[str]]) -> Compiled:
    by_name: dict[str, list[int]] = defaultdict(list)
    by_state: dict[str, list[int]] = defaultdict(list)
    spellings: dict[str, list[str]] = {}
    for position, tenure in enumerate(tenures):
        known = names[_person_key(tenure)]
        for folded in sorted({fold(name) for name in known}) if not is_rotating(tenure.role) else ():
            by_name[folded].append(position)
        by_state[tenure.state].append(position)
        if len(known) > 1:
            spellings[tenure.person] = sorted(known - {tenure.person})
    return Compiled(tenures, dict(sorted(by_name.items())), dict(sorted(by_state.items())), spellings)


def _person_key(tenure: Tenure) -> str:
    return tenure.wikidata or tenure.person


def _read(folder: Traversable) -> Iterator[Placed]:
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        state = path.name.removesuffix(".csv")
        for number, row in enumerate(load_rows(path, HolderRow), 2):
            yield Placed(f"{path}: row {number}", state, row)


def _tenure(state: str, row: HolderRow) -> Tenure:
    return Tenure(
        person=row.person, state=state, role=row.role, start=row.start, end=row.end, status=row.status,
        wikidata=row.wikidata, title=row.title, seen=row.seen, source=row.source,
    )  # fmt: skip
