"""The shipped office-holders and the user's imports as one table. Neither file is changed by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple, cast

import msgspec

from dragoman.world.fold import fold
from dragoman.world.offices import Compiled, Tenure, compiled
from dragoman.world.overlay import Import, ImportedRow
from dragoman.world.roles import role_at, seat


class Left(NamedTuple):
    """A row that is not used, and the tenure because of which."""

    row: ImportedRow
    shipped: Tenure
    why: Literal["known", "contradicts"]


class Merging:
    """Takes imports one after the other into a copy of the table; `left` tells what was not taken."""

    def __init__(self, data: Compiled) -> None:
        self.tenures = list(data.tenures)
        self.by_name = dict(data.by_name)
        self.by_state = dict(data.by_state)
        self.spellings = dict(data.spellings)
        self.left: list[Left] = []
        self._ids = {t.wikidata: t.person for t in data.tenures if t.wikidata}
        self._until = max((t.start for t in data.tenures if t.status == "full"), default="")
        self._places: dict[str, list[int]] = defaultdict(list)
        for position, tenure in enumerate(self.tenures):
            self._places[tenure.person].append(position)

    def take(self, new: Import) -> None:
        """Every row that the table does not have and that contradicts none of its rows."""
        fresh: dict[str, set[str]] = defaultdict(set)
        for row in new.rows:
            person = self._person(row)
            known, against = self._standing(row, person)
            if known or against:
                self.left.append(Left(row, cast(Tenure, known or against), "known" if known else "contradicts"))
            else:
                self._add(_tenure(row, person, new), fresh)
            fresh[person] |= {row.person, *row.aliases}
        for person, names in fresh.items():
            self._spell(person, names)

    def table(self) -> Compiled:
        """The merged table."""
        return Compiled(self.tenures, self.by_name, self.by_state, self.spellings)

    def _person(self, row: ImportedRow) -> str:
        """The name under which the table has this person, by id or by name within the state."""
        if row.wikidata and row.wikidata in self._ids:
            return self._ids[row.wikidata]
        for position in self.by_name.get(fold(row.person), ()):
            tenure = self.tenures[position]
            if tenure.state == row.state and not (row.wikidata and tenure.wikidata):
                return tenure.person
        return row.person

    def _standing(self, row: ImportedRow, person: str) -> tuple[Tenure | None, Tenure | None]:
        """The tenure that is this row's already, and the one it cannot stand beside."""
        against = None
        role = role_at(row.role, row.state)
        beside = []
        for position in self.by_state.get(row.state, ()):
            tenure = self.tenures[position]
            if seat(tenure.role) != seat(row.role) or not _overlap(row, tenure):
                continue
            if tenure.person == person and (tenure.title or None) == (row.title or None or tenure.title):
                return tenure, None
            if row.status == tenure.status == "full" and not self._later(row.start, tenure):
                beside.append(tenure)
        if role is not None and role.seats is not None and len(beside) >= role.seats:
            against = beside[0]
        return None, against

    def _later(self, start: str, tenure: Tenure) -> bool:
        """Whether somebody may come on that day after a holder of whom no end is known: after the day last seen there,
        or after all that the shipped table knows."""
        return tenure.end is None and tenure.start < start and start > (tenure.seen or self._until)

    def _add(self, tenure: Tenure, fresh: dict[str, set[str]]) -> None:
        self._give_way(tenure)
        self.tenures.append(tenure)
        self._places[tenure.person].append(len(self.tenures) - 1)
        placed = [*self.by_state.get(tenure.state, ()), len(self.tenures) - 1]
        self.by_state[tenure.state] = sorted(placed, key=lambda position: self.tenures[position].start)
        fresh[tenure.person].add(tenure.person)

    def _give_way(self, new: Tenure) -> None:
        """A holder of a single seat of whom no end is known ends where somebody later begins."""
        role = role_at(new.role, new.state)
        if new.status != "full" or role is None or role.seats != 1:
            return
        for position in self.by_state.get(new.state, ()):
            old = self.tenures[position]
            if old.role == new.role and self._later(new.start, old) and old.person != new.person:
                self.tenures[position] = msgspec.structs.replace(old, end=new.start)

    def _spell(self, person: str, names: set[str]) -> None:
        known = {person, *self.spellings.get(person, ())} | names
        for name in map(fold, known):
            positions = {*self._places[person], *self.by_name.get(name, ())}
            self.by_name[name] = sorted(positions, key=lambda position: self.tenures[position].start)
        if len(known) > 1:
            self.spellings[person] = sorted(known - {person})


def merge(data: Compiled, found: Sequence[Import]) -> Merging:
    """The table with all imports, in the order of their names."""
    merging = Merging(data)
    for new in found:
        merging.take(new)
    return merging


def left_out(new: Import) -> list[Left]:
    """The rows of an import that the shipped table has already or contradicts."""
    return merge(compiled(), [new]).left


def _tenure(row: ImportedRow, person: str, new: Import) -> Tenure:
    return Tenure(
        person=person, state=row.state, role=row.role, start=row.start, end=row.end,
        status=cast(Literal["full", "acting", "elect", "designate"], row.status), wikidata=row.wikidata,
        title=row.title, source=f"{new.source} ({new.licence})",
    )  # fmt: skip


def _overlap(row: ImportedRow, tenure: Tenure) -> bool:
    """Whether the two surely share more than a day on which one hands over to the other."""
    return _before(row.start, tenure.end) and _before(tenure.start, row.end)


def _before(first: str, second: str | None) -> bool:
    if second is None:
        return True
    length = min(len(first), len(second))
    return first[:length] < second[:length]
